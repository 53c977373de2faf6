"""The entry point of Hypothesis: it costs a pytest run that does not use claimtrack next to nothing.

Hypothesis loads every entry point in every run. An entry point inside the package would import the
whole of claimtrack into each of them, so this one stands beside it: where claimtrack is not imported it
does nothing, and claimtrack calls it again when it is. A strategy is imported when one is asked for.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

KINDS = (
    "Party", "Source", "Place", "Event", "Measure", "Proposition", "Attribution", "Evidence", "Figure",
    "When", "Stance", "Declined", "Claim", "Assessment", "Retraction", "Relation", "Ledger",
)  # fmt: skip


def register() -> None:
    """Register the kinds of records with Hypothesis, if both are imported."""
    package = sys.modules.get("claimtrack")
    if sys.modules.get("hypothesis") is None or not hasattr(package, KINDS[-1]):
        return
    from hypothesis.strategies import register_type_strategy

    for kind in KINDS:
        register_type_strategy(getattr(package, kind), _strategy_for)


def _strategy_for(kind: type) -> SearchStrategy[object]:
    from claimtrack.strategies.registration import STRATEGIES

    return STRATEGIES[kind]()

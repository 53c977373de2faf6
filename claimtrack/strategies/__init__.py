"""Hypothesis strategies for everything claimtrack holds, for property tests of your own.

Every strategy is plural, takes keyword arguments only, and says in its docstring what it shrinks
towards. Arguments that no example can satisfy raise `InvalidArgument` when the strategy is drawn
from, not when it is made. Needs Hypothesis: `pip install 'claimtrack[strategies]'`.

Example:
    >>> from hypothesis import find
    >>> from claimtrack import strategies
    >>> find(strategies.figures(min_value=20), lambda figure: figure.bounds[1] is None)
    Figure('at least 20': at_least, 20–)
"""

from claimtrack.strategies.chains import KnownOrigins, origins
from claimtrack.strategies.holdings import MinuteClock, ledgers
from claimtrack.strategies.machine import LedgerMachine
from claimtrack.strategies.records import (
    assessments,
    attributions,
    events,
    evidence,
    measures,
    names,
    parties,
    places,
    propositions,
    questions,
    relations,
    retractions,
    sources,
)
from claimtrack.strategies.statements import claims
from claimtrack.strategies.templates import wordings
from claimtrack.strategies.values import declined, figures, stances, whens

__all__ = [
    "KnownOrigins",
    "LedgerMachine",
    "MinuteClock",
    "assessments",
    "attributions",
    "claims",
    "declined",
    "events",
    "evidence",
    "figures",
    "ledgers",
    "measures",
    "names",
    "origins",
    "parties",
    "places",
    "propositions",
    "questions",
    "relations",
    "retractions",
    "sources",
    "stances",
    "whens",
    "wordings",
]

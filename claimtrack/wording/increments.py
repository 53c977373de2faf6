"""Counts that add to a total which is not stated: "10 more bodies", "two others died"."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.cases import CASES
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence

_FATE_REACH: Final = 4
_LOST: Final = frozenset({"killed", "wounded", "casualties"})
"""Outcomes of which "encore 12" are 12 more; "encore 150 exilés à bord" are still there."""
_ADDED: Final = frozenset({None, "killed"})
"""Outcomes of "two others" that add to a total; "two others wounded" sets them beside the dead."""


def is_increment(s: Sentence, quantity: Quantity) -> bool:
    """Whether a count adds to a total: not so others who came to no harm, or "encore" that means still."""
    sick = quantity.noun.head >= 0 and s.words[quantity.noun.head] in CASES
    if quantity.increment and not _is_still(s, quantity):
        return True
    return not sick and quantity.others and quantity.outcome in _ADDED and not _is_beside(s, quantity)


def _is_still(s: Sentence, quantity: Quantity) -> bool:
    """Whether "encore" means still: "encore 150 exilés à bord", not "encore 12 morts"."""
    if s.words[quantity.start] != "encore" or quantity.outcome in _LOST:
        return False
    end = quantity.noun.end
    placed = end < len(s.words) and bool(s.flags[end] & (gr.PREP | gr.AUX))
    return placed or (quantity.start > 0 and bool(s.flags[quantity.start - 1] & (gr.AUX | gr.HAVE)))


def _is_beside(s: Sentence, others: Quantity) -> bool:
    """Whether others came to no harm, and so add to no toll: "ten others were rescued"."""
    if others.outcome is not None:
        return False
    before, after = s.words[others.start - 1], s.flags[others.noun.end : others.noun.end + 1]
    if (not after and before in _ALONG) or (others.start == 0 and after and after[0] & (gr.AUX | gr.HAVE)):
        return True  # "along with nine other plotters", "les cinq autres ont pris place"
    opens = others.start == 0 or bool(s.flags[others.start - 1] & gr.JOIN) or before in _BESIDE
    if opens and others.noun.people and others.noun.end + 1 < len(s.words):
        return not s.flags[others.noun.end] & (gr.STOP | gr.JOIN)  # "five other members went ahead"
    near = range(max(0, others.start - 2), min(len(s.words), others.noun.end + _FATE_REACH))
    return any(s.flags[at] & gr.FATE for at in near)


_ALONG: Final = frozenset({"with", "avec"})
_BESIDE: Final = frozenset({",", "with", "avec", "left", "leaving", "laisse", "laissant"})

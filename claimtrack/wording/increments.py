"""Counts that add to a total which is not stated: "10 more bodies", "two others died"."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.cases import CASES
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence

_FATE_REACH: Final = 4
_OTHER: Final = frozenset({"another", "other", "autre", "autres"})
_LOST: Final = frozenset({"killed", "wounded", "casualties"})
"""Outcomes of which "encore 12" are 12 more; "encore 150 exilés à bord" are still there."""
_ADDED: Final = frozenset({None, "killed"})
"""Outcomes of "two others" that add to a total; "two others wounded" sets them beside the dead."""


def is_increment(s: Sentence, quantity: Quantity) -> bool:
    """Whether a count adds to a total: not so others who came to no harm, or "encore" that means still."""
    if not (quantity.increment or quantity.others):
        return False
    other = not _OTHER.isdisjoint(s.words[quantity.start : quantity.core])
    if quantity.increment and not other and not _is_still(s, quantity):
        return True
    sick = quantity.noun.head >= 0 and s.words[quantity.noun.head] in CASES
    if sick or not (other or quantity.others) or quantity.outcome not in _ADDED:
        return False
    return not _are_people(quantity) and not _is_beside(s, quantity)


def _are_people(others: Quantity) -> bool:
    """Whether others are named as people: "another 12 people have died", not "another 15 bodies"."""
    noun = others.noun
    named = noun.people and noun.head >= 0 and noun.head != noun.outcome_at
    return named and not (others.article and (others.governed or others.outcome is None))


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

"""One person after an article: "a soldier" counts where something is told of that person."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.neighbours import SAYING
from claimtrack.wording.noun_phrases import is_of_them
from claimtrack.wording.outcome_phrases import match_outcome
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence


def is_met(s: Sentence, one: Quantity) -> bool:
    """Whether a verb tells what one person lived through: "rescued a man on the hull of a 25-foot vessel"."""
    return one.start > 0 and bool(s.flags[one.start - 1] & gr.FATE)


def is_in_passing(s: Sentence, quantity: Quantity) -> bool:
    """Whether "a soldier" without an outcome stands in a clause that tells of something else."""
    return (
        quantity.outcome is None
        and quantity.start > 0
        and not _meets_fate(s, quantity.noun.end)
        and len(s.words) - quantity.noun.end + quantity.start > _CLAUSE
    )


def stands_alone(s: Sentence, quantity: Quantity) -> bool:
    """Whether "a soldier" is a count of its own, not "by a soldier"."""
    led = quantity.start and s.flags[quantity.start - 1] & gr.PREP
    if led and not quantity.governed and not _is_body(s, quantity.start - 2) and not _is_told(s, quantity):
        return False
    noun = quantity.noun
    if is_of_them(s.words, quantity.end):
        after = quantity.end + 2 + (s.words[quantity.end] == "d'" and s.words[quantity.end + 1] == "entre")
        return after < len(s.words) and bool(s.flags[after] & (gr.AUX | gr.HAVE | gr.OUTCOME))
    if s.words[noun.end : noun.end + 1] and s.words[noun.end] in SAYING:
        return False
    aged = any(flag & gr.DIGIT for flag in s.flags[noun.start : noun.end])
    if aged and quantity.outcome is None and not _meets_fate(s, noun.end):
        return False
    return noun.people or quantity.noun.outcome is not None or quantity.outcome is not None


def _is_told(s: Sentence, one: Quantity) -> bool:
    """Whether a fate is told: "with one death", "fait état d'un blessé", "of one who was trapped"."""
    noun = one.noun
    if noun.outcome is not None:
        return s.words[one.start - 1] in _WITH or bool(s.flags[one.start - 2] & gr.REPORT)
    who = s.words[noun.end : noun.end + 1] in _WHO
    return who and any(flag & (gr.FATE | gr.OUTCOME) for flag in s.flags[noun.end + 2 : noun.end + 4])


def _is_body(s: Sentence, at: int) -> bool:
    """Whether "the body" or "the death" stands at a token, of one person who came to harm."""
    read = match_outcome(s.g, s.words, at) if at >= 0 and s.flags[at] & gr.OUTCOME else None
    return read is not None and bool(read[1] & gr.OF)


def _meets_fate(s: Sentence, at: int) -> bool:
    """Whether "was shot" follows at once."""
    at += s.words[at : at + 1] in _WHO
    helped = at < len(s.words) and bool(s.flags[at] & gr.AUX)
    return helped and any(flag & gr.FATE for flag in s.flags[at + 1 : at + 3])


_WITH: Final = frozenset({"with", "avec"})
_WHO: Final = (["who"], ["qui"])
_CLAUSE: Final = 6
"""With more words than this beside it, "a soldier" without an outcome is no count."""

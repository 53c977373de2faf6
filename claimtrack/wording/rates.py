"""Numbers that are rates: "12 a day", "each", "par semaine"."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.figures import FigureKind
from claimtrack.wording import grammar as gr
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.refusals import refuse
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_EACH: Final = word_set("each every apiece chaque chacun chacune cada")
_MAY: Final = word_set("may might could would pourrait pourraient podria podrian")
_PER: Final = frozenset({"per", "par", "por", "al"})
_IN: Final = word_set("in at dans en")
RATES: Final = _EACH | _PER | {"at"}


def check_rates(s: Sentence, quantity: Quantity) -> None:
    """Refuse "each", "per day", and "may" before vague people."""
    vague = quantity.extent is not None and quantity.extent.kind is FigureKind.unquantified
    if is_of_share(s, quantity.start):
        refuse(s, max(0, quantity.start - _SHARE_REACH), quantity.end, WordingReason.percentage)
    if not vague and RATES.isdisjoint(s.vocabulary):
        return
    for at, word in enumerate(s.words):
        outside = not quantity.start <= at < quantity.end
        if vague and outside and (s.flags[at] & gr.UNKNOWN or word == "feared"):
            refuse(s, at, at + 1, WordingReason.unknown)
        if word == "each" and s.words[at + 1 : at + 2] == ["other"]:
            continue
        if word in _EACH or is_rate(s, at) or (vague and word in _MAY and at < quantity.start):
            refuse(s, at, at + 1)


def is_of_share(s: Sentence, start: int) -> bool:
    """Whether a number is of a whole of which a share is told: "half of the village's 900 inhabitants"."""
    if SHARES.isdisjoint(s.vocabulary):
        return False
    for at in range(start - 1, max(-1, start - _SHARE_REACH), -1):
        if s.words[at] in SHARES:
            return s.words[at + 1] in _OF
        if s.words[at] == "," or (s.flags[at] & _PARTED and not s.flags[at] & gr.DET):
            return False
    return False


_SHARE_REACH: Final = 8
_PARTED: Final = gr.STOP | gr.OUTCOME | gr.AUX | gr.HAVE | gr.NUMBER | gr.DIGIT
_OF: Final = word_set("of de des du d' del")
SHARES: Final = word_set(
    """
    half third thirds quarter quarters majority most moitie tiers quart quarts majorite plupart mitad tercio
    mayoria
    """
)


def is_rate(s: Sentence, at: int) -> bool:
    """Whether "each", "per day" or "par semaine" stands at a token: a rate, not "10 killed (per JNIM)"."""
    word = s.words[at]
    if s.words[at : at + 3] == ["at", "a", "time"]:
        return True
    if word in _EACH:
        each = at + 1 < len(s.words) and bool(s.flags[at + 1] & gr.UNIT)
        return each or (at > 0 and s.words[at - 1] in _IN)  # "two people in each of three villages"
    if word not in _PER or at + 1 >= len(s.words):
        return False
    if s.flags[at + 1] & gr.UNIT or (word == "per" and s.flags[at + 1] & gr.DIGIT):
        return True
    if (at and s.words[at - 1] == "(") or s.flags[at + 1] & gr.DET:
        return False
    return word == "per" and s.g.code == "en" and s.tokens.cut(at + 1, at + 2)[:1].islower()

"""One more of a row: "12 new deaths", "a third victim", "the sixth fatality"."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording import grammar as gr
from claimtrack.wording.cases import CASES
from claimtrack.wording.leftover_words import IN_PHRASE, WEIGHTS
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.refusals import is_read, refuse
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set


def check_phrase(s: Sentence, quantity: Quantity) -> None:
    """Refuse "12 new deaths", "12 fewer dead", "a third victim"."""
    refused = IN_PHRASE[s.g.code]
    if not quantity.article and refused.isdisjoint(s.vocabulary):
        return
    noun = quantity.noun
    for at in range(quantity.core, min(len(s.words), max(noun.end, quantity.end) + 1)):
        if quantity.core <= at < quantity.end and not (quantity.article and at > quantity.core):
            continue
        word = s.words[at]
        if at >= noun.end > quantity.end and word not in WEIGHTS:
            continue
        if word in _NEW and (s.tokens.is_named(at) or (noun.head >= 0 and s.words[noun.head] in CASES)):
            continue  # "318 new cholera cases"
        if word in _WHEN and at + 1 < len(s.words) and s.flags[at + 1] & (gr.UNIT | gr.MONTH | gr.ENDS):
            continue
        row = quantity.article and (_is_ordinal(word) or (word == "autre" and not noun.others))
        if row or (word in refused and not is_read(s, at)):
            refuse(s, quantity.start, at + 1, WordingReason.increment)


def check_row(s: Sentence, quantity: Quantity) -> None:
    """Refuse "the sixth fatality was a soldier": one more of a row."""
    for at, word in enumerate(s.words) if quantity.article else ():
        if not _is_ordinal(word):
            continue
        for flag in s.flags[at + 1 : at + 4]:
            if flag & (gr.OUTCOME | gr.PERSON | gr.SINGLE):
                refuse(s, at, at + 2, WordingReason.increment)
            if flag & (gr.THING | gr.UNIT | gr.ENDS):
                break


def _is_ordinal(word: str) -> bool:
    """Whether a word gives a place in a row: "sixth", "sixième", "6th"."""
    return word in _ORDINALS or word.endswith("ieme") or (word[0].isdigit() and word.endswith(_NTH))


_NTH: Final = ("st", "nd", "rd", "th", "eme", "e", "er", "o")
_NEW: Final = word_set("new nouveau nouveaux nuevos further additional")
_WHEN: Final = frozenset({"last", "next", "first"})
_ORDINALS: Final = word_set(
    "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth cuarto quinto"
)

"""Numbers that may be years: "the Munich massacre 1972", "la Coupe du monde 1982"."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.grammar import match_back
from claimtrack.wording.numbers import Number, read_number
from claimtrack.wording.outcome_phrases import match_outcome
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set


def is_bare(s: Sentence, start: int, number: Number) -> bool:
    """Whether nothing before a number like a year says that it counts."""
    before, flag = s.words[start - 1], s.flags[start - 1]
    if flag & (gr.OUTCOME | gr.AUX | gr.HAVE | gr.FATE) or before in _TO_NUMBER or opens_range(s, number):
        return False
    hedge = match_back(s.g.before, s.words, start)
    return (hedge is None or hedge[0] == "exact") and s.words[number.end : number.end + 1] not in _BRACKETED


_TO_NUMBER: Final = word_set("to at of de d' a aux soit by some than que :")
_BRACKETED: Final = (["("], ["ou"], ["or"])


def is_dated(s: Sentence, at: int) -> bool:
    """Whether a word may bear a year after it: "Bloody Sunday 1972", "the Munich massacre 1972"."""
    word, flag = s.words[at], s.flags[at]
    if flag & gr.OUTCOME:
        outcome = match_outcome(s.g, s.words, at)
        return outcome is not None and not outcome[1] & (gr.GOVERNS | gr.STATE | gr.DOES | gr.SUM)
    return word[0].isalpha() and (not flag or word.endswith("day"))


def opens_range(s: Sentence, number: Number) -> bool:
    """Whether a number like a year begins a range of people ("2000 à 4000 morts")."""
    end = number.end
    if end + 1 >= len(s.words) or s.words[end] not in s.g.links:
        return False
    other = read_number(s.g, s.words, end + 1) if s.flags[end + 1] & (gr.DIGIT | gr.NUMBER) else None
    return (
        isinstance(other, Number)
        and other.value > number.value
        and any(flag & (gr.PERSON | gr.OUTCOME) for flag in s.flags[end + 2 : end + 3])
    )


def could_be_year(number: Number) -> bool:
    """Whether a number in digits is as high as a year of our time."""
    return number.digits and 1900 <= number.value <= 2100

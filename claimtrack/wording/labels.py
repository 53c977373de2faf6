"""Numbers that belong to names: "France 24", "Base 101", "Nos. 7 and 8", or head a list, or tell the hour."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.grammar import match_back
from claimtrack.wording.numbers import Number, read_number
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set
from claimtrack.wording.years import could_be_year


def is_noun(s: Sentence, at: int) -> bool:
    """Whether a word stands at a token that a number may count."""
    return at < len(s.words) and s.words[at][0].isalpha() and not s.flags[at] & gr.ENDS


def is_label(s: Sentence, start: int, before: str, after: str) -> bool:
    """Whether a number heads a list, belongs to a name or tells the hour: "2.", "M - 19", "at 0815"."""
    word = s.words[start]
    if after == "." and (not before or before in _STOPS) and start + 2 < len(s.words):
        return True
    abbreviated = match_back(s.g.before, s.words, start) is not None  # "c. 40"
    if before in _STOPS and after in {"", "."} and start > 1 and not abbreviated:
        return True
    if before == "-" and start > 1 and len(s.words[start - 2]) == 1 and s.words[start - 2].isalpha():
        return True
    hour = len(word) == HOUR and int(word) < _DAY
    return hour and (word[0] == "0" or (before == "at" and after in _HOURS | {"("}))


_STOPS: Final = frozenset(".;?!")
HOUR: Final = 4
_DAY: Final = 2400
_HOURS: Final = word_set("on hours hrs gmt local today yesterday")


def is_name(s: Sentence, start: int, number: Number, following: int) -> bool:
    """Whether a number belongs to a name: "France 24", "Base 101", "Unit 40"."""
    flag = s.flags[start - 1]
    people = following & (gr.PERSON | gr.SINGLE if number.value == 1 else gr.PERSON)
    if flag & gr.BEFORE:
        return not people or start == 1
    if not s.tokens.is_named(start - 1) and not _is_title(s, start, number):
        return False
    if flag:
        return could_be_year(number) and number.end == len(s.words)
    return not following & (gr.PERSON | gr.SINGLE | gr.OUTCOME)


def ends_a_pair(s: Sentence, start: int, end: int) -> bool:
    """Whether the number before it, of the same pair, belongs to a name: "Nos. 7 and 8 were killed"."""
    first = start - 2
    if first < 1 or s.words[start - 1] not in _AND:
        return False
    if is_noun(s, end) and not s.flags[end] & gr.OUTCOME:
        return False  # "Base 101 and 8 soldiers"
    number = read_number(s.g, s.words, first)
    if not isinstance(number, Number) or not number.digits or number.end != start - 1:
        return False
    return _is_number_sign(s, first) or is_name(s, first, number, s.flags[start - 1])


def _is_number_sign(s: Sentence, start: int) -> bool:
    return s.words[start - 1] == "." and s.words[start - 2] in _NUMBERS


_AND: Final = word_set("and et y &")
_NUMBERS: Final = word_set("nos nrs")


def _is_title(s: Sentence, start: int, number: Number) -> bool:
    """Whether the words are too few to tell names by capitals, as in "on France 24"."""
    if start < _AFTER_OTHERS or number.end < len(s.words) or s.flags[start - 1]:
        return False
    written = s.tokens.cut(start - 1, start)
    return (written.istitle() or written.isupper()) and s.tokens.cut(start - 2, start - 1).islower()


_AFTER_OTHERS: Final = 2

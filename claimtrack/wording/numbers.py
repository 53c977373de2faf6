"""Numerals and number words: how much, where it ends, and what kind of number it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording.grammar import DIGIT, NUMBER, Grammar, grammar

LARGEST: Final = 999_999_999_999
"""A larger number is no count of people."""

_LONGEST: Final = 24
"""More tokens than any number word below the largest number has."""

_GROUPED: Final = r"\d{1,3}(?:([ .,'\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*\Z"
_DECIMAL: Final = r"\d{1,6}[.,]\d{1,6}\Z"
_DECADE: Final = r"([1-9]0)s\Z"
_SCALED: Final = r"(\d{1,4}(?:[.,]\d{1,2})?)([kKM])\Z"
_SUFFIXES: Final = {"k": 1000, "K": 1000, "M": 10**6}
_BLANKS = str.maketrans("", "", " .,'\u00a0\u2009\u202f")


class Number:
    """A number as it stands in the words.

    Attributes:
        value: How much.
        end: The token after it.
        round: It is a collective or "a hundred": heard as approximate.
        unit: The unit that its multiplier counts ("three hundred": 100), else 0.
        decade: It is a decade ("70s").
        digits: It is written in digits alone, without separators.
    """

    __slots__ = ("decade", "digits", "end", "round", "unit", "value")

    def __init__(
        self, value: int, end: int, *, rounded: bool = False, unit: int = 0, digits: bool = False
    ) -> None:
        self.value: int = value
        self.end: int = end
        self.round: bool = rounded
        self.unit: int = unit
        self.digits: bool = digits
        self.decade: bool = False


def read_number(g: Grammar, words: list[str], start: int) -> Number | WordingReason | None:
    """Read the number that begins at a token.

    Returns:
        The number; the reason why what stands there is no count; or `None` where nothing does.
    """
    word = words[start]
    if "0" <= word[0] <= "9" or word[0].isdigit():
        return _in_digits(g, words, start)
    return _in_words(g, words, start)


def _in_digits(g: Grammar, words: list[str], start: int) -> Number | WordingReason | None:
    word, after = words[start], start + 1
    following = words[after] if after < len(words) else ""
    if word.isdecimal():
        zeros = len(word) > 1 and not word.strip("0")  # "10, 000"
        if zeros or len(word) > 12:
            return WordingReason.alternatives if zeros else WordingReason.too_large
        value, plain = int(word), True
    elif re.match(_GROUPED, word) and word[0] != "0":
        value, plain = int(word.translate(_BLANKS)), False
    elif re.match(_DECIMAL, word):
        unit = g.scales.get(following) or _scale_ahead(g, words, after)
        if unit is None or unit < 1000:
            return WordingReason.not_a_count
        whole, _, part = word.replace(",", ".").partition(".")
        scaled, rest = divmod(int(whole + part) * unit, 10 ** len(part))
        return WordingReason.not_a_count if rest else Number(scaled, after + (following in g.scales))
    elif scaled_up := re.match(_SCALED, word):
        whole, _, part = scaled_up[1].replace(",", ".").partition(".")
        return Number(int(whole + part) * _SUFFIXES[scaled_up[2]] // 10 ** len(part), after)
    elif decade := re.match(_DECADE, word):
        number = Number(int(decade[1]), after)
        number.decade = True
        return number
    else:
        return WordingReason.not_a_count
    unit = g.scales.get(following, 0)
    if unit and value < 1_000_000:
        return Number(value * unit, after + 1, unit=unit if value < 1000 else 0)
    unit = g.collectives.get(following, 0) or (g.plurals.get(following, 0) if value < 100 else 0)
    if unit and value < 1000:
        return Number(value * unit, after + 1, rounded=True, unit=unit)
    if following in g.hundreds and g.hundreds[following] == 100 and value < 100:
        return Number(value * 100, after + 1, unit=100)
    if value > LARGEST:
        return WordingReason.too_large
    return Number(value, after, digits=plain)


def _scale_ahead(g: Grammar, words: list[str], at: int) -> int | None:
    """The scale that both ends of a range share: "1.8 to 2 million", "between 1.8 and 2 million"."""
    if at + 2 >= len(words) or words[at] not in g.links | g.either | set(g.both_ends.values()):
        return None
    return g.scales.get(words[at + 2]) if words[at + 1][0].isdigit() else None


def _in_words(g: Grammar, words: list[str], start: int) -> Number | WordingReason | None:
    first = words[start]
    half = _half(g, words, start)
    if half is not None:
        return half
    if first in g.round_articles:
        return _after_article(g, words, start)
    if first in g.collectives:
        return Number(g.collectives[first], start + 1, rounded=True, unit=g.collectives[first])
    small = _small(g, words, start)
    if small is not None:
        value, end = small
        unit = _collective(g, words, end)
        if unit:
            return Number(value * unit, end + 1, rounded=True, unit=unit)
    whole = _whole(g, words, start)
    if whole is None:
        return None
    value, end, unit = whole
    if value > LARGEST:
        return WordingReason.too_large
    return Number(value, end, unit=unit)


def _after_article(g: Grammar, words: list[str], start: int) -> Number | WordingReason | None:
    """Read "a dozen", "a hundred thousand" (heard as approximate), "a hundred and five"."""
    if start + 1 >= len(words):
        return None
    following = words[start + 1]
    if following in g.collectives:
        return Number(g.collectives[following], start + 2, rounded=True, unit=g.collectives[following])
    if following == "half":
        return _half(g, words, start + 1)
    if following not in g.scales and g.hundreds.get(following) != 100:
        return None
    whole = _whole(g, ["one", *words[start + 1 : start + _LONGEST]], 0)
    if whole is None:
        return None
    value, length, unit = whole
    round_number = length == 2 or (length == 3 and words[start + 2] in g.scales)
    return Number(value, start + length, rounded=round_number, unit=unit)


def _half(g: Grammar, words: list[str], start: int) -> Number | None:
    """Read "half a dozen", "half a million"."""
    if words[start] not in {"half", "demi", "media"}:
        return None
    at = start + 1
    if at < len(words) and words[at] in {"a", "-"}:
        at += 1
    unit = 0
    if at < len(words):
        unit = _collective(g, words, at) or g.scales.get(words[at], 0) or g.hundreds.get(words[at], 0)
    return Number(unit // 2, at + 1, rounded=True) if unit else None


def _collective(g: Grammar, words: list[str], at: int) -> int:
    if at < len(words) and words[at] == "-":
        at += 1
    if at >= len(words):
        return 0
    return g.collectives.get(words[at], 0) or g.plurals.get(words[at], 0)


def _small(g: Grammar, words: list[str], start: int) -> tuple[int, int] | None:
    """Read a number below one hundred."""
    if start >= len(words):
        return None
    if g.below_hundred is not None:
        return g.below_hundred(words, start)
    value = g.small.get(words[start])
    if value is None:
        return None
    end = start + 1
    if value >= 20 and value % 10 == 0:
        at = end + (end < len(words) and (words[end] == "-" or words[end] in g.glue))
        unit = g.small.get(words[at]) if at < len(words) else None
        joined = at == end or words[end] == "-" or g.code == "es"
        if unit is not None and 0 < unit < 10 and joined:
            return value + unit, at + 1
    return value, end


def _below_thousand(g: Grammar, words: list[str], start: int) -> tuple[int, int, int] | None:
    """Read a number below one thousand ("twenty-five hundred" included): value, end, unit."""
    small = _small(g, words, start)
    value, end = small if small is not None else (0, start)
    at = _past_hyphen(words, end) if small is not None else end
    hundred = g.hundreds.get(words[at], 0) if at < len(words) else 0
    if not hundred or (small is not None and (hundred != 100 or not 0 < value < 100)):
        return None if small is None else (value, end, 0)
    if small is None and hundred == 100 and words[at] not in g.bare_scales:
        return None
    value, end = (value or 1) * hundred, at + 1
    rest = _small(g, words, _past_glue(g, words, end))
    if rest is not None and rest[0] > 0 and not _goes_on(g, words, rest[1]):
        return value + rest[0], rest[1], 0
    if rest is not None and rest[0] > 0 and _scale(g, words, rest[1]) >= 1000:
        return value + rest[0], rest[1], 0
    return value, end, 100


def _whole(g: Grammar, words: list[str], start: int) -> tuple[int, int, int] | None:
    """Read a whole number with its scales: value, end, unit."""
    total, end, limit, unit = 0, start, LARGEST + 1, 0
    at = start
    while True:
        group = _below_thousand(g, words, at)
        if group is None:
            scale = g.scales.get(words[at], 0) if at < len(words) else 0
            if not (scale and words[at] in g.bare_scales and scale < limit):
                break
            value, unit = 1, 0
        else:
            value, after, unit = group
            scale = _scale(g, words, after)
            if not scale:
                if value < limit and (value > 0 or not total):
                    total, end = total + value, after
                break
            at = _past_hyphen(words, after)
        if scale >= limit:
            break
        total, end, limit = total + value * scale, at + 1, scale
        unit = scale if group is not None and total == value * scale else 0
        at = _past_glue(g, words, end)
        if at < len(words) and words[at] == "," and _worded_tail(g, words, at + 1):
            at += 1
    if end == start:
        return None
    return total, end, unit if total == (total // unit * unit if unit else 0) else 0


def _worded_tail(g: Grammar, words: list[str], at: int) -> bool:
    """Whether "one thousand, two hundred" goes on: only a tail with hundreds of its own does."""
    tail = _below_thousand(g, words, at)
    return tail is not None and (tail[0] >= 100 or _scale(g, words, tail[1]) > 0)


def _scale(g: Grammar, words: list[str], at: int) -> int:
    at = _past_hyphen(words, at)
    return g.scales.get(words[at], 0) if at < len(words) else 0


def _goes_on(g: Grammar, words: list[str], at: int) -> bool:
    """Whether a larger unit follows, so that the tail belongs to another number."""
    at = _past_hyphen(words, at)
    return at < len(words) and (words[at] in g.scales or g.hundreds.get(words[at]) == 100)


def _past_hyphen(words: list[str], at: int) -> int:
    return at + 1 if at < len(words) and words[at] == "-" else at


def _past_glue(g: Grammar, words: list[str], at: int) -> int:
    """Skip a hyphen or "and" if a number word follows."""
    after = at
    while after < len(words) and after < at + 2 and (words[after] == "-" or words[after] in g.glue):
        after += 1
    if after == at or after >= len(words):
        return at
    word = words[after]
    return after if g.flags.get(word, 0) & NUMBER or word in g.small else at


def is_number(g: Grammar, words: list[str], at: int) -> bool:
    """Whether a token could begin a number."""
    if at >= len(words):
        return False
    word = words[at]
    return word[0].isdigit() or bool(g.flags.get(word, 0) & (NUMBER | DIGIT)) or word in g.small


@lru_cache(maxsize=4096)
def looks_like_number(code: str, word: str) -> bool:
    """Whether a word that no table knows is a misspelt or run-on number word: "fourty", "thirtytwo"."""
    if word == "threw" or not _SHORTEST <= len(word) <= 2 * _SHORTEST + 4 or not word.isalpha():
        return False
    g = grammar(code)
    known = {name for name in (*g.small, *g.hundreds, *g.scales) if len(name) >= _SHORTEST}
    return any(word.startswith(name) and word[len(name) :] in g.small for name in known) or any(
        _one_slip(word, name) for name in known
    )


_SHORTEST: Final = 5


def _one_slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter left out, put in, changed or swapped with the next."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    at = next((place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) != len(b):
        return (a[at + 1 :] == b[at:]) or (a[at:] == b[at + 1 :])
    swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return a[at + 1 :] == b[at + 1 :] or swapped

"""French: the numbers below one hundred, of France, Belgium and Switzerland, and the "-aine" words."""

from __future__ import annotations

from claimtrack.wording.tokens import word_list

_UNITS = word_list(
    """
    zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
    """
)
_TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
SMALL = {word: n for n, word in enumerate(_UNITS)} | {"une": 1, "vingts": 20} | _TENS
SCALES = {
    "mille": 1000,
    "mil": 1000,
    "million": 10**6,
    "millions": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
}
COLLECTIVES = {
    "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60,
    "septantaine": 70, "centaine": 100, "millier": 1000,
}  # fmt: skip


def below_hundred(words: list[str], start: int) -> tuple[int, int] | None:
    """Read "soixante et onze", "quatre-vingt-dix-sept", "nonante-neuf", "vingt et un"."""
    value = SMALL.get(words[start])
    if value is None or words[start] == "vingts":
        return None
    end = start + 1
    if value == 4 and (after := _follows(words, end, ("vingt", "vingts"))):
        return _with_unit(words, 80, after)
    if value == 10:
        return _ten(words, end)
    return _with_unit(words, value, end) if value >= 20 else (value, end)


def _ten(words: list[str], end: int) -> tuple[int, int]:
    """Read "dix" and "dix-sept"."""
    after = _past_hyphen(words, end)
    unit = SMALL.get(words[after], 0) if after < len(words) else 0
    return (10 + unit, after + 1) if 7 <= unit <= 9 else (10, end)


def _with_unit(words: list[str], value: int, end: int) -> tuple[int, int]:
    """Read the unit after a ten; sixty and eighty count on to nineteen."""
    long = value in {60, 80}
    at = _past_hyphen(words, end)
    if at < len(words) and words[at] == "et":
        at = _past_hyphen(words, at + 1)
        allowed = {1, 11} if long else {1}
    elif at == end and at < len(words) and words[at] in {"un", "une"} and value != 80:
        return value, end
    else:
        allowed = set(range(1, 17 if long else 10))
    unit = SMALL.get(words[at], 0) if at < len(words) else 0
    if unit == 10 and long and 10 in allowed:
        more, after = _ten(words, at + 1)
        return value + more, after
    return (value + unit, at + 1) if unit in allowed else (value, end)


def _past_hyphen(words: list[str], at: int) -> int:
    return at + 1 if at < len(words) and words[at] == "-" else at


def _follows(words: list[str], at: int, wanted: tuple[str, ...]) -> int:
    if at < len(words) and words[at] == "-":
        at += 1
    return at + 1 if at < len(words) and words[at] in wanted else 0

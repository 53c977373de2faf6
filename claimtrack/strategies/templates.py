"""Wordings whose figure is known, because both are made from one template."""

# ruff: noqa: D417 - the first argument, draw, is given by Hypothesis, not by the caller

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

import attrs
from hypothesis import strategies as st

from claimtrack.figures import (
    MISUSE,
    Figure,
    FigureKind,
    Interval,
    about,
    at_least,
    at_most,
    between,
    exactly,
)
from claimtrack.strategies.code import Code, codes, refuse

_YEARS = range(1900, 2100)  # a bare number like these is read as a year


def _more_than(n: int) -> Figure:
    return at_least(n + 1)


def _fewer_than(n: int) -> Figure:
    return at_most(n - 1)


def _nearly(n: int) -> Figure:
    short = -(-n // 10)
    bounds, reading = (max(1, n - MISUSE * short), n), (max(1, n - short), n)
    return Figure(bounds, reading, FigureKind.approximate, point=n)


_READ: Final[Mapping[str, Callable[[int], Figure]]] = {
    "exact": exactly, "at_least": at_least, "more_than": _more_than, "at_most": at_most,
    "fewer_than": _fewer_than, "about": about, "nearly": _nearly,
}  # fmt: skip


@attrs.frozen
class Templates:
    """How one language says figures.

    Attributes:
        numbered: What is said around one number ("{}"), and how it is read.
        ranges: What is said around two numbers, the lower first.
        fixed: Wording without a number: kind, bounds and reading in persons.
        nouns: What may follow a number.
        words: The numbers from two in words.
        thousands: The sign between groups of three digits.
        bare: Whether a number may stand without a noun. "11 a 96" alone is no evidence of a language.
        digits: The digits of its script, from nought, where numbers may be written in them too.
    """

    numbered: tuple[tuple[str, str], ...]
    ranges: tuple[str, ...]
    fixed: tuple[tuple[str, FigureKind, Interval, Interval], ...]
    nouns: tuple[str, ...]
    words: tuple[str, ...]
    thousands: str
    bare: bool = False
    digits: str = ""


_SEVERAL: Final = (FigureKind.vague, (2, None), (2, 9))
_DOZENS: Final = (FigureKind.vague, (13, None), (20, 99))
_HUNDREDS: Final = (FigureKind.vague, (101, None), (200, 999))
_THOUSANDS: Final = (FigureKind.vague, (1_001, None), (2_000, 9_999))
_LOSSES: Final = (FigureKind.unquantified, (1, None), (1, None))
_NOBODY: Final = (FigureKind.none, (0, 0), (0, 0))

LANGUAGES: Final[Mapping[str, Templates]] = {
    "en": Templates(
        numbered=(
            ("{}", "exact"), ("exactly {}", "exact"), ("a total of {}", "exact"), ("at least {}", "at_least"),
            ("no fewer than {}", "at_least"), ("more than {}", "more_than"), ("over {}", "more_than"),
            ("up to {}", "at_most"), ("at most {}", "at_most"), ("fewer than {}", "fewer_than"),
            ("about {}", "about"), ("around {}", "about"), ("nearly {}", "nearly"), ("almost {}", "nearly"),
        ),
        ranges=("between {} and {}", "{} to {}", "{}-{}", "{}–{}", "from {} to {}"),
        fixed=(
            ("several soldiers", *_SEVERAL), ("a few people", *_SEVERAL), ("dozens of civilians", *_DOZENS),
            ("hundreds", *_HUNDREDS), ("thousands of people", *_THOUSANDS), ("heavy losses", *_LOSSES),
            ("no casualties", *_NOBODY),
        ),
        nouns=(" people", " soldiers killed", " dead", " civilians were killed"),
        words=("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        thousands=",",
        bare=True,
    ),
    "fr": Templates(
        numbered=(
            ("{}", "exact"), ("un total de {}", "exact"), ("au moins {}", "at_least"),
            ("pas moins de {}", "at_least"), ("plus de {}", "more_than"), ("jusqu'à {}", "at_most"),
            ("au plus {}", "at_most"), ("moins de {}", "fewer_than"), ("environ {}", "about"),
            ("près de {}", "nearly"),
        ),
        ranges=("entre {} et {}", "de {} à {}", "{} à {}", "{}-{}"),
        fixed=(
            ("plusieurs soldats", *_SEVERAL), ("quelques personnes", *_SEVERAL),
            ("des dizaines de civils", *_DOZENS), ("des centaines de morts", *_HUNDREDS),
            ("des milliers de personnes", *_THOUSANDS), ("de lourdes pertes", *_LOSSES),
            ("aucune victime", *_NOBODY),
        ),
        nouns=(" morts", " personnes", " soldats tués", " civils ont été tués"),
        words=("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
        thousands="\u202f",
    ),
    "es": Templates(
        numbered=(
            ("{}", "exact"), ("un total de {}", "exact"), ("al menos {}", "at_least"),
            ("más de {}", "more_than"), ("hasta {}", "at_most"), ("como máximo {}", "at_most"),
            ("menos de {}", "fewer_than"), ("alrededor de {}", "about"), ("casi {}", "nearly"),
        ),
        ranges=("entre {} y {}", "de {} a {}", "{} a {}"),
        fixed=(
            ("varios soldados", *_SEVERAL), ("decenas de civiles", *_DOZENS),
            ("cientos de muertos", *_HUNDREDS), ("miles de personas", *_THOUSANDS),
            ("ninguna víctima", *_NOBODY),
        ),
        nouns=(" muertos", " personas", " soldados muertos", " civiles fueron asesinados"),
        words=("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
        thousands=".",
    ),
    "ar": Templates(
        numbered=(
            ("{}", "exact"), ("ما لا يقل عن {}", "at_least"), ("على الأقل {}", "at_least"),
            ("أكثر من {}", "more_than"), ("أقل من {}", "fewer_than"), ("ما يصل إلى {}", "at_most"),
            ("حوالي {}", "about"), ("نحو {}", "about"),
        ),
        ranges=("بين {} و {}",),
        fixed=(
            ("عدة قتلى", *_SEVERAL), ("عشرات القتلى", *_DOZENS), ("مئات القتلى", *_HUNDREDS),
            ("آلاف القتلى", *_THOUSANDS), ("خسائر فادحة", *_LOSSES), ("لا ضحايا", *_NOBODY),
        ),
        nouns=(" قتيلا", " شخصا", " جنديا", " جريحا"),
        words=(),
        thousands=",",
        digits="٠١٢٣٤٥٦٧٨٩",
    ),
}  # fmt: skip


@st.composite
def wordings(draw: st.DrawFn, *, langs: Iterable[str] = ("en", "fr", "es", "ar")) -> tuple[str, Figure]:
    """Wordings in four languages with the figure each means; its `words` are the text.

    Numbers from 2 to 984,525 stand in digits, of the language's own script too, in grouped digits or
    as a word, after a hedge, in a range, with a noun or, in English, alone; there are vague,
    unquantified and zero wordings too. Numbers that look like a year are left out, for a reader is
    right to doubt them.

    Shrinks towards `("2", ct.exactly(2, words="2"))`.

    Args:
        langs: The languages to draw, of "en", "fr", "es" and "ar".

    Raises:
        InvalidArgument: When drawn from, if there are no templates in a language.
    """
    asked = (langs,) if isinstance(langs, str) else tuple(langs)
    if not asked or not all(lang in LANGUAGES for lang in asked):
        raise refuse("wordings", "langs", langs, f"some of {', '.join(LANGUAGES)}")
    code = Code(draw(codes(9)))
    language = LANGUAGES[code.pick(asked)]
    sort, template = code.byte(), code.byte()
    if sort >= 224:
        text, kind, bounds, reading = language.fixed[template % len(language.fixed)]
        point = 0 if kind is FigureKind.none else None
        return text, Figure(bounds, reading, kind, words=text, point=point, because="as the template says")
    alone, noun = code.byte() < 128 and language.bare, code.pick(language.nouns)
    noun = "" if alone else noun
    n = _number(code)
    if sort >= 176:
        low, high = sorted((n, _number(code)))
        high += low == high
        said = language.ranges[template % len(language.ranges)].format(low, high)
        figure = between(low, high)
    else:
        pattern, meaning = language.numbered[template % len(language.numbered)]
        said = pattern.format(_said(code, n, language))
        figure = _READ[meaning](n)
    return said + noun, attrs.evolve(figure, words=said + noun, because="as the template says")


def _number(code: Code) -> int:
    kind, near, far = code.byte(), code.byte(), code.byte()
    if kind < 192:
        return 2 + near % 98
    n = 100 + near + 256 * far
    n = n * 15 if kind >= 240 else n
    return n + 1000 if n in _YEARS else n


def _said(code: Code, n: int, language: Templates) -> str:
    way = code.byte()
    if n - 2 < len(language.words) and way >= 128:
        return language.words[n - 2]
    if n >= 1000 and way >= 64:
        return f"{n:,}".replace(",", language.thousands)
    if language.digits and way >= 32:
        return str(n).translate({ord("0") + value: digit for value, digit in enumerate(language.digits)})
    return str(n)

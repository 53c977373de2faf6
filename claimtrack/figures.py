"""Figures: a number as stated, with its words, as two intervals.

`bounds` is what only a misuse of the words could leave; `reading` is what a reader
takes them to mean. Two figures contradict each other only when their bounds are apart.
"""

from __future__ import annotations

from enum import StrEnum
from html import escape
from typing import NoReturn

import attrs

from claimtrack.errors import InvalidField, UncertainValue, WrongType, choose
from claimtrack.identity import print_short
from claimtrack.telling import Phrase, phrase

Interval = tuple[int | None, int | None]
"""Low and high end in persons, both included; `None` is open."""

LARGEST = 2**51
"""No count is larger, so that doubled values stay exact in every column engine."""

MISUSE = 4
"""How many times wider "about n" may be meant than people usually hear it.

Source: people differ by a factor of 3.4 to 4.2 in the width they give to "about":
Ferson et al. 2015, Int. J. Approx. Reasoning.
"""


class FigureKind(StrEnum):
    """What the words do to the number.

    Attributes:
        exact: "77".
        at_least: "at least 20", "more than 70", "so far 12".
        at_most: "up to 12", "fewer than 5".
        range: "between 8 and 20", "in the 70s".
        approximate: "about 50", "une centaine".
        vague: "several", "dozens".
        unquantified: "heavy losses": some, and no number.
        none: "no casualties".
    """

    exact = "exact"
    at_least = "at_least"
    at_most = "at_most"
    range = "range"
    approximate = "approximate"
    vague = "vague"
    unquantified = "unquantified"
    none = "none"


class Comparison(StrEnum):
    """How two figures stand to each other.

    Attributes:
        agree: Their readings meet.
        tension: Only their readings are apart.
        contradict: Their bounds are apart: both cannot hold.
        unknown: One of them says nothing numeric.
    """

    agree = "agree"
    tension = "tension"
    contradict = "contradict"
    unknown = "unknown"


@attrs.frozen(repr=False, weakref_slot=False)
class Figure:
    """A number of persons as it was stated.

    Figures have no truth value, no order and no arithmetic: use `bounds`, `reading`,
    `compare` and `supports`.

    Attributes:
        bounds: What only a misuse of the words could leave, in persons; `None` is open.
            `(None, None)` says nothing about a number.
        reading: What a reader takes the words to mean; always within the bounds.
        kind: What the words do to the number.
        words: The wording as stated, or `None` where the analyst gave a number.
        point: The one number that is stated (77 in "about 77"), else `None`.
        because: The rule and convention that gave the intervals.
        imputed: The number is the analyst's or a codebook's, not the source's.
    """

    bounds: Interval
    reading: Interval
    kind: FigureKind
    words: str | None = attrs.field(default=None, kw_only=True)
    point: int | None = attrs.field(default=None, kw_only=True)
    because: str = attrs.field(default="", kw_only=True)
    imputed: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if type(self.kind) is not FigureKind:
            object.__setattr__(self, "kind", choose("Figure", "kind", self.kind, FigureKind))
        bounds = _interval("bounds", self.bounds)
        reading = bounds if self.reading is self.bounds else _interval("reading", self.reading)
        object.__setattr__(self, "bounds", bounds)
        object.__setattr__(self, "reading", reading)
        if not within(reading, bounds):
            raise InvalidField("Figure", "reading", reading, f"an interval within the bounds {bounds}")
        if self.point is not None:
            object.__setattr__(self, "point", count("Figure", "point", self.point))
            if not within((self.point, self.point), reading):
                raise InvalidField("Figure", "point", self.point, f"a number within the reading {reading}")
        if self.words is not None and not isinstance(self.words, str):
            raise WrongType("Figure", "words", self.words, "the wording as a text, or None")

    @property
    def numeric(self) -> bool:
        """Whether the figure says anything about a number."""
        return self.bounds[0] is not None or self.bounds[1] is not None

    @property
    def floor(self) -> int | None:
        """The least the words are taken to mean, in persons: the low end of the reading."""
        return self.reading[0]

    @property
    def stated_ends(self) -> Interval:
        """The numbers that were stated as low and high end, in persons; `None` where none was.

        "about 70" states 70 and 70, "70 to 79" both ends, "at least 30" a low end only,
        "up to 12" a high end only. Vague and unquantified wording states no number.
        """
        if self.point is not None:
            return (self.point, self.point)
        if self.kind in _NUMBERLESS:
            return (None, None)
        if self.kind is FigureKind.at_most:
            return (None, self.reading[1])
        return self.reading

    @property
    def as_given(self) -> str:
        """The answer as it was given: the words where there are words, else the number."""
        return self.words if self.words is not None else self.label

    @property
    def label(self) -> Phrase:
        """The figure in plain English, without its words ("at least 20")."""
        low, high = self.reading
        if self.point is not None:
            about = self.kind is FigureKind.approximate
            return phrase("figure.about" if about else "figure.number", n=self.point)
        if self.kind is FigureKind.none:
            return phrase("figure.none")
        if low is None and high is None:
            return phrase("figure.no_number")
        if self.kind is FigureKind.unquantified:
            return phrase("figure.some")
        if high is None:
            return phrase("figure.at_least", n=low)
        if low is None or self.kind is FigureKind.at_most:
            return phrase("figure.at_most", n=high)
        if low == high:
            return phrase("figure.number", n=low)
        return phrase("figure.range", low=low, high=high)

    def compare(self, other: Figure) -> Comparison:
        """Say how two figures of one measure stand to each other; symmetric.

        Dates are not looked at here: an early lower toll may be overtaken rather than
        contradicted, see `claimtrack.status`.
        """
        _need_figure(other)
        if not (self.numeric and other.numeric):
            return Comparison.unknown
        if not _meet(self.bounds, other.bounds):
            return Comparison.contradict
        if _meet(self.reading, other.reading):
            return Comparison.agree
        return Comparison.tension

    def supports(self, other: Figure) -> bool:
        """Whether this figure, if true, bears the other one out.

        It does when its bounds lie within the other's reading: 77 supports "more than 70"
        and "some losses"; neither of these supports 77.
        """
        _need_figure(other)
        return self.numeric and other.numeric and within(self.bounds, other.reading)

    def __str__(self) -> str:
        return self.as_given

    def __repr__(self) -> str:
        low, high = self.reading
        ends = f"{'' if low is None else low}–{'' if high is None else high}"
        if low == high and low is not None:
            ends = str(low)
        mark = ", imputed" if self.imputed else ""
        return f"Figure({self.as_given!r}: {self.kind.value}, {ends}{mark})"

    _repr_pretty_ = print_short

    def _repr_html_(self) -> str:
        """The figure in a notebook, with its words."""
        words = f" <q>{escape(self.words)}</q>" if self.words is not None else ""
        return f"{escape(self.label)}{words}"

    def __bool__(self) -> NoReturn:
        raise UncertainValue("a figure has no truth value; look at .bounds, .reading or .kind")

    def _refuse_order(self, other: object) -> NoReturn:
        raise UncertainValue("figures have no order; use a.compare(b) or compare their .bounds")

    __lt__ = _refuse_order
    __le__ = _refuse_order
    __gt__ = _refuse_order
    __ge__ = _refuse_order

    def _refuse_number(self) -> NoReturn:
        raise UncertainValue("a figure is not one number; use .point, .bounds or .reading")

    __int__ = _refuse_number
    __float__ = _refuse_number
    __index__ = _refuse_number


_NUMBERLESS = frozenset({FigureKind.vague, FigureKind.unquantified})


def exactly(n: int, *, words: str | None = None) -> Figure:
    """A figure stated as one number of persons.

    Example:
        >>> exactly(77).bounds
        (77, 77)
    """
    n = count("exactly", "n", n)
    kind = FigureKind.none if n == 0 else FigureKind.exact
    return Figure((n, n), (n, n), kind, words=words, point=n, because="a number is taken as sharp")


def at_least(n: int, *, words: str | None = None) -> Figure:
    """A figure stated with a low end only: "at least n", "n or more", "n so far".

    Example:
        >>> at_least(20).bounds
        (20, None)
    """
    n = count("at_least", "n", n)
    return Figure(
        (n, None), (n, None), FigureKind.at_least, words=words, because=f"{n} and up, as the words entail"
    )


def at_most(n: int, *, words: str | None = None) -> Figure:
    """A figure stated with a high end only: "up to n", "no more than n".

    Example:
        >>> at_most(12).bounds
        (0, 12)
    """
    n = count("at_most", "n", n)
    return Figure(
        (0, n), (0, n), FigureKind.at_most, words=words, because=f"{n} or fewer, as the words entail"
    )


def between(low: int, high: int, *, words: str | None = None) -> Figure:
    """A figure stated as a range, both ends included.

    Example:
        >>> between(70, 79).reading
        (70, 79)
    """
    low, high = count("between", "low", low), count("between", "high", high)
    if low > high:
        raise InvalidField("between", "low", low, f"a number not above high={high}", "swap the two?")
    return Figure((low, high), (low, high), FigureKind.range, words=words, because="the ends as stated")


def about(n: int, *, words: str | None = None) -> Figure:
    """A figure stated as approximately n persons.

    The reading is n plus or minus 1 below 10, else plus or minus a tenth (at least 2);
    the bounds are four times as wide. Neither goes beyond `LARGEST`.

    Example:
        >>> about(50).reading, about(50).bounds
        ((45, 55), (30, 70))

    Source: Ferson et al. 2015, Int. J. Approx. Reasoning (crowd-measured); `MISUSE` for the bounds.
    """
    n = count("about", "n", n)
    half = half_width(n)
    return Figure(
        (min(n, max(1, n - MISUSE * half)), min(LARGEST, n + MISUSE * half)),
        (min(n, max(1, n - half)), min(LARGEST, n + half)),
        FigureKind.approximate,
        words=words,
        point=n,
        because=f"about n is heard as n ± {half} (Ferson et al. 2015), bounds {MISUSE} times as wide",
    )


def unquantified(words: str | None = None, *, people: bool = True) -> Figure:
    """A figure that says some, and no number: "heavy losses".

    Args:
        words: The wording as stated.
        people: Whether the words speak of people; "material losses" do not, and then
            they say nothing about a number of persons.
    """
    low = 1 if people else None
    because = "at least one, no number stated" if people else "says nothing about persons"
    return Figure((low, None), (low, None), FigureKind.unquantified, words=words, because=because)


def unread(words: str) -> Figure:
    """Keep wording that nobody could read: it says nothing numeric and is never dropped."""
    if not isinstance(words, str):
        raise WrongType("unread", "words", words, "the wording as a text")
    return Figure(
        (None, None), (None, None), FigureKind.unquantified, words=words, because="kept as stated, not read"
    )


def half_width(n: int) -> int:
    """Half the width, in persons, that readers give to "about n".

    Source: Ferson et al. 2015: 1 below 10, else a tenth rounded up and at least 2.
    """
    return 1 if n < 10 else max(2, -(-n // 10))


def count(record: str, field: str, value: object) -> int:
    """Check a number of persons: a whole number from 0 to 2**51, never a bool or a float."""
    if type(value) is not int:
        index = getattr(value, "__index__", None)
        if isinstance(value, bool) or index is None:
            worded = isinstance(value, str)
            hint = "words are read by ct.figure(...)" if worded else "counts are never floats or bools"
            raise WrongType(record, field, value, "a whole number of persons (int)", hint)
        value = int(index())
    if not 0 <= value <= LARGEST:
        raise InvalidField(record, field, value, "a number of persons from 0 to 2**51")
    return value


def _interval(field: str, value: object) -> Interval:
    if not isinstance(value, (tuple, list)) or len(value) != 2:
        raise WrongType("Figure", field, value, "a pair (low, high); None for an open end")
    low = None if value[0] is None else count("Figure", field, value[0])
    high = None if value[1] is None else count("Figure", field, value[1])
    if low is not None and high is not None and low > high:
        raise InvalidField("Figure", field, value, "low not above high")
    return (low, high)


def _meet(a: Interval, b: Interval) -> bool:
    a_low, a_high = a
    b_low, b_high = b
    if a_high is not None and b_low is not None and a_high < b_low:
        return False
    return b_high is None or a_low is None or b_high >= a_low


def within(inner: Interval, outer: Interval) -> bool:
    """Whether an interval lies within another one."""
    low, high = outer
    if low is not None and (inner[0] is None or inner[0] < low):
        return False
    return high is None or (inner[1] is not None and inner[1] <= high)


def _need_figure(other: object) -> None:
    if not isinstance(other, Figure):
        raise WrongType("Figure", "other", other, "another Figure", "wrap a number with ct.exactly(n)")

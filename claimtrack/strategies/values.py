"""Strategies for what claims say: figures, dates, stances, and no answer."""

# ruff: noqa: D417 - the first argument, draw, is given by Hypothesis, not by the caller

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

import attrs
from hypothesis import strategies as st

from claimtrack.answers import Declined, DeclinedKind, DeclinedName, Stance, StanceKind
from claimtrack.dates import Precision, When, when
from claimtrack.figures import (
    LARGEST,
    MISUSE,
    Figure,
    FigureKind,
    about,
    at_least,
    at_most,
    between,
    exactly,
    unquantified,
    unread,
)
from claimtrack.sources import Party
from claimtrack.strategies.code import Code, codes, members, need_order, need_strategies, refuse

FIGURE_BYTES = 9
WHEN_BYTES = 8

_NUMBERS = (
    1, 2, 3, 0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 19, 20, 21, 29, 30, 40, 50, 53, 70, 71, 77, 79, 80, 81, 84,
    99, 100, 101, 120, 200, 201, 255, 999, 1_000, 1_200, 9_999, 10_000, 32_767, 65_535, 1_000_000, 2**31 - 1,
    2**31, 2**32, 2**50, LARGEST - 1, LARGEST,
)  # fmt: skip

_VAGUE = (
    ("several", (2, None), (2, 9)),
    ("dozens", (13, None), (20, 99)),
    ("hundreds", (101, None), (200, 999)),
    ("thousands", (1_001, None), (2_000, 9_999)),
)
"""Wording without a number, with bounds and reading in persons.

Source: the conventions of `claimtrack.wording`.
"""

_FIRST, _LAST = date(2024, 9, 17), date(9999, 12, 31)
_EDGES = (date(1, 1, 1), date(1900, 2, 28), date(2000, 2, 29), date(2024, 2, 29), date(2024, 12, 31), _LAST)
_OFFSETS = (None, UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-11)),
            timezone(timedelta(hours=14)), timezone(timedelta(hours=5, minutes=45)))  # fmt: skip


@attrs.frozen
class Numbers:
    """Which numbers of persons may be stated.

    Attributes:
        least: The least, in persons.
        most: The largest, in persons.
        usual: Those that are mostly stated, the simplest first.
    """

    least: int
    most: int
    usual: tuple[int, ...]

    def read(self, code: Code) -> int:
        """A number: mostly a usual one, else any of 65,536 (3 bytes)."""
        kind, near, far = code.byte(), code.byte(), code.byte()
        if kind < 208:
            return self.usual[near % len(self.usual)]
        return min(self.most, self.least + near + 256 * far)


@cache
def numbers_between(least: int, most: int) -> Numbers:
    """The numbers of persons within two ends."""
    inside = [number for number in _NUMBERS if least <= number <= most]
    usual = dict.fromkeys([*inside, *range(least, min(most, least + 9) + 1), most])
    return Numbers(least, most, tuple(usual))


EVERY = numbers_between(0, LARGEST)


def read_figure(code: Code, kinds: Sequence[FigureKind], numbers: Numbers = EVERY) -> Figure:
    """A figure of one of the kinds, its stated numbers from these (9 bytes)."""
    kind = code.pick(kinds)
    drawn = _NUMBERED[kind](code, numbers) if kind in _NUMBERED else _NUMBERLESS[kind](code)
    worded, imputed = code.one_in(8), code.one_in(16)
    if not (worded or imputed):
        return drawn
    words = f"« {drawn.as_given} »" if worded else drawn.words
    return Figure(
        drawn.bounds, drawn.reading, drawn.kind,
        words=words, point=drawn.point, because=drawn.because, imputed=imputed,
    )  # fmt: skip


def _exact(code: Code, numbers: Numbers) -> Figure:
    return exactly(max(1, numbers.read(code)))


def _at_least(code: Code, numbers: Numbers) -> Figure:
    return at_least(numbers.read(code))


def _at_most(code: Code, numbers: Numbers) -> Figure:
    return at_most(numbers.read(code))


def _range(code: Code, numbers: Numbers) -> Figure:
    return between(*sorted((numbers.read(code), numbers.read(code))))


def _approximate(code: Code, numbers: Numbers) -> Figure:
    """Heard on both sides of the number, or, as "nearly", on one."""
    n = numbers.read(code)
    if not code.one_in(4):
        return about(n)
    short = -(-n // 10)
    bounds, reading = (max(0, n - MISUSE * short), n), (n - short, n)
    return Figure(bounds, reading, FigureKind.approximate, point=n, because="heard on one side of the number")


def _vague(code: Code) -> Figure:
    words, bounds, reading = code.pick(_VAGUE)
    return Figure(bounds, reading, FigureKind.vague, words=words, because="a convention")


def _unquantified(code: Code) -> Figure:
    words = code.pick(_SOME)
    return code.pick((unquantified, _of_things, unread))(words)


def _of_things(words: str) -> Figure:
    return unquantified(words, people=False)


def _none(code: Code) -> Figure:
    return exactly(0, words=code.pick((None, "no casualties", "aucune victime")))


_SOME = ("heavy losses", "some losses", "de lourdes pertes", "خسائر فادحة")
_NUMBERED = {
    FigureKind.exact: _exact, FigureKind.at_least: _at_least, FigureKind.at_most: _at_most,
    FigureKind.range: _range, FigureKind.approximate: _approximate,
}  # fmt: skip
_NUMBERLESS = {FigureKind.vague: _vague, FigureKind.unquantified: _unquantified, FigureKind.none: _none}


def figure_kinds(
    strategy: str, kinds: Iterable[FigureKind | str] | None, least: int, most: int
) -> tuple[FigureKind, ...]:
    """The kinds of figure that were asked for and can be drawn.

    Raises:
        InvalidArgument: If the arguments leave no kind to draw.
    """
    need_order(strategy, "value", least, most, top=LARGEST)
    asked = members(strategy, "kinds", kinds, FigureKind)
    impossible = {FigureKind.none} if least > 0 else set()
    if most == 0:
        impossible.add(FigureKind.exact)
    drawable = tuple(kind for kind in asked if kind not in impossible)
    if not drawable:
        raise refuse(strategy, "kinds", kinds, f"a kind that states a number from {least} to {most}")
    return drawable


@st.composite
def figures(
    draw: st.DrawFn,
    *,
    kinds: Iterable[FigureKind | str] | None = None,
    min_value: int = 0,
    max_value: int = LARGEST,
) -> Figure:
    """Figures of every kind, from none to 2**51 persons, with and without words, imputed or not.

    Shrinks towards `ct.exactly(1)`.

    Args:
        kinds: The kinds to draw; by default all.
        min_value: The least number that may be stated, in persons.
        max_value: The largest number that may be stated, in persons. Vague and unquantified
            figures state none, and are drawn whatever the ends are.

    Raises:
        InvalidArgument: When drawn from, if no figure is of these kinds within these ends.
    """
    drawable = figure_kinds("figures", kinds, min_value, max_value)
    return read_figure(Code(draw(codes(FIGURE_BYTES))), drawable, numbers_between(min_value, max_value))


def read_day(code: Code, first: date = date.min, last: date = date.max) -> date:
    """A day: mostly in the three weeks after the first, else anywhere (4 bytes)."""
    kind, near, far, farther = code.byte(), code.byte(), code.byte(), code.byte()
    start = first if first > date.min or last < _FIRST else _FIRST
    if kind < 176:
        ahead = near % 21
    elif kind < 208:
        edges = [edge for edge in (*_EDGES, first, last) if first <= edge <= last]
        return edges[near % len(edges)]
    else:
        start, ahead = first, near + 256 * far + 65536 * farther
    return start + timedelta(days=min(ahead, (last - start).days))


def read_when(
    code: Code, precisions: tuple[Precision, ...], first: date = date.min, last: date = date.max
) -> When:
    """A date that begins on a day within the ends, as precise as one of the precisions (8 bytes)."""
    precision = code.pick(precisions)
    day = read_day(code, first, last)
    if precision is Precision.day:
        return when(day)
    if precision is Precision.month:
        return when(f"{day.year:04d}-{day.month:02d}")
    if precision is Precision.year:
        return when(f"{day.year:04d}")
    length, minute, offset = code.byte(), code.byte(), code.pick(_OFFSETS)
    if precision is Precision.span:
        end = day + timedelta(days=min(length, (date.max - day).days))
        return when(f"{day.isoformat()}/{end.isoformat()}")
    moment = datetime(day.year, day.month, day.day, length % 24, minute % 60, length % 7, tzinfo=offset)
    return when(moment)


@st.composite
def whens(
    draw: st.DrawFn,
    *,
    precisions: Iterable[Precision | str] | None = None,
    min_day: date | None = None,
    max_day: date | None = None,
) -> When:
    """Dates as precise as stated: days, months, years, times with and without an offset, spans.

    Shrinks towards the first day that is allowed; without ends, towards 2024-09-17.

    Args:
        precisions: How precise the dates are; by default all precisions, days first.
        min_day: The earliest day named, or `None` for any. A month or year is the one the day is in.
        max_day: The latest day named, or `None` for any.

    Raises:
        InvalidArgument: When drawn from, if the ends leave no day.
    """
    first, last = _days("whens", min_day, max_day)
    asked = members("whens", "precisions", precisions, Precision)
    ordered = tuple(sorted(asked, key=_SIMPLEST_FIRST.__getitem__))
    return read_when(Code(draw(codes(WHEN_BYTES))), ordered, first, last)


_SIMPLEST_FIRST = {
    precision: place
    for place, precision in enumerate(
        (Precision.day, Precision.month, Precision.year, Precision.time, Precision.span)
    )
}


def _days(strategy: str, min_day: object, max_day: object) -> tuple[date, date]:
    for argument, day in (("min_day", min_day), ("max_day", max_day)):
        if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
            raise refuse(strategy, argument, day, "a datetime.date, or None")
    first = min_day if isinstance(min_day, date) else date.min
    last = max_day if isinstance(max_day, date) else date.max
    if first > last:
        raise refuse(strategy, "min_day", min_day, f"a day not after max_day={max_day}")
    return first, last


@st.composite
def stances(draw: st.DrawFn, *, parties: st.SearchStrategy[Party] | None = None) -> Stance:
    """Stances on a proposition, or, with `parties`, on an attribution.

    Shrinks towards `ct.affirms()`.

    Args:
        parties: The parties that are said to have done it, or not; by default none is named.
    """
    need_strategies("stances", parties=parties)
    kind = Code(draw(codes(1))).pick(tuple(StanceKind))
    return Stance(kind, None if parties is None else draw(parties))


@st.composite
def declined(draw: st.DrawFn, *, how: Iterable[DeclinedKind | DeclinedName] | None = None) -> Declined:
    """The ways of giving no answer.

    Shrinks towards `ct.declined("refused")`.

    Args:
        how: The ways to draw; by default all.

    Raises:
        InvalidArgument: When drawn from, if one is not a way of giving no answer.
    """
    return Declined(Code(draw(codes(1))).pick(members("declined", "how", how, DeclinedKind)))

"""Dates as precise as they were stated: "September 2024" is a month, not the 23rd.

ISO dates take a fast path; python-dateutil reads the rest, and a field that was not
given stays unknown.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from functools import lru_cache
from typing import Literal, NoReturn

import attrs

from claimtrack.errors import InvalidField, UncertainValue, WrongType, choose
from claimtrack.identity import print_short

DayOrder = Literal["dmy", "mdy", "ymd"]
"""How to read 09/10/2024: day first, month first or year first."""


class Precision(StrEnum):
    """How precisely a date was stated."""

    year = "year"
    month = "month"
    day = "day"
    time = "time"
    span = "span"


@attrs.frozen(repr=False, order=False, weakref_slot=False)
class When:
    """A date as precise as it was stated.

    Attributes:
        start: The first day it can mean.
        end: The last day it can mean; equal to `start` for a day.
        precision: How precisely it was stated.
        clock: The date and time of day, where a time was stated; with its offset if given.
    """

    start: date
    end: date
    precision: Precision
    clock: datetime | None = None

    def __attrs_post_init__(self) -> None:
        if self.start > self.end:
            raise InvalidField("When", "end", self.end, f"a day not before start={self.start}")
        if type(self.precision) is not Precision:
            object.__setattr__(self, "precision", choose("When", "precision", self.precision, Precision))
        if (self.start, self.end, self.clock is None) != _stated(self):
            raise InvalidField(
                "When",
                "precision",
                self.precision,
                "the precision of these days",
                "ct.when(...) reads a date",
            )

    def before(self, other: When) -> bool:
        """Whether this is certainly earlier than the other, as precisely as both were stated.

        A month is before a day only if its last day is. Times of day count only where both
        are stated and comparable (both with, or both without, an offset); then a time late on
        one day is not before a time early on the next that was, with its offset, the same or
        an earlier moment.
        """
        gap = (other.start - self.end).days
        if gap < 0:
            return False
        if self.clock is None or other.clock is None:
            return gap > 0
        if (self.clock.tzinfo is None) != (other.clock.tzinfo is None):
            return gap > 0
        return gap > 1 or self.clock < other.clock

    def day_before(self, other: When) -> bool:
        """Whether this is certainly on an earlier day than the other."""
        return self.end < other.start

    @property
    def iso(self) -> str:
        """The date in ISO 8601, no more precise than stated ("2024-09")."""
        if self.clock is not None:
            return self.clock.isoformat()
        if self.precision is Precision.day:
            return self.start.isoformat()
        if self.precision is Precision.month:
            return f"{self.start.year:04d}-{self.start.month:02d}"
        if self.precision is Precision.year:
            return f"{self.start.year:04d}"
        return f"{self.start.isoformat()}/{self.end.isoformat()}"

    def __str__(self) -> str:
        return self.iso

    def __repr__(self) -> str:
        return f"When({self.iso!r})"

    _repr_pretty_ = print_short

    def _refuse_order(self, other: object) -> NoReturn:
        raise UncertainValue("dates of unequal precision have no order; use a.before(b)")

    __lt__ = _refuse_order
    __le__ = _refuse_order
    __gt__ = _refuse_order
    __ge__ = _refuse_order


Span = tuple[When | None, When | None]
"""The first and the last day that something holds; `None` is always, or still."""


def holds_at(span: Span, moment: When | None) -> bool:
    """Whether a moment falls within a span; one of unknown date falls within every span."""
    since, until = span
    if moment is None:
        return True
    if since is not None and moment.day_before(since):
        return False
    return until is None or not until.day_before(moment)


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans have a day in common."""
    if a[1] is not None and b[0] is not None and a[1].day_before(b[0]):
        return False
    return not (b[1] is not None and a[0] is not None and b[1].day_before(a[0]))


def _stated(date_: When) -> tuple[date, date, bool]:
    """The first and last day, and whether a time is missing, that a date of this precision has."""
    start, end = date_.start, date_.end
    if date_.precision is Precision.time:
        day = start if date_.clock is None else date_.clock.date()
        return day, day, False
    if date_.precision is Precision.day:
        return start, start, True
    if date_.precision is Precision.span:
        return start, end, True
    first = start.replace(day=1) if date_.precision is Precision.month else start.replace(month=1, day=1)
    month = start.month if date_.precision is Precision.month else 12
    return first, date(start.year, month, calendar.monthrange(start.year, month)[1]), True


_ISO = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})"
    r"(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?)?)?\Z",
    re.ASCII,
)
_NUMERIC = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})\Z", re.ASCII)
_WEEKDAY = re.compile(
    r"(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
)
_WEEKDAYS = {
    name: index
    for names in (
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    )
    for index, name in enumerate(names)
}
_RELATIVE = {"today": 0, "aujourd'hui": 0, "yesterday": 1, "hier": 1}
_FRENCH_MONTHS = {
    "janvier": "January", "février": "February", "fevrier": "February", "mars": "March", "avril": "April",
    "mai": "May", "juin": "June", "juillet": "July", "août": "August", "aout": "August",
    "septembre": "September", "octobre": "October", "novembre": "November", "décembre": "December",
    "decembre": "December", "1er": "1",
}  # fmt: skip
_FRENCH_WORDS = _FRENCH_MONTHS | {
    "lundi": "Monday", "mardi": "Tuesday", "mercredi": "Wednesday", "jeudi": "Thursday", "vendredi": "Friday",
    "samedi": "Saturday", "dimanche": "Sunday",
}  # fmt: skip
_FRENCH = re.compile(r"(?i)\b(" + "|".join(_FRENCH_WORDS) + r")\b")
_EXPECTED = "a date as stated: '2024-09-17', '2024-09', '2024', '17 September 2024', a date or a datetime"


def when(
    value: When | date | str,
    *,
    said_on: When | date | str | None = None,
    order: DayOrder | None = None,
) -> When:
    """Read a date as precisely as it is stated.

    Args:
        value: ISO 8601 ("2024-09-17", "2024-09", "2024", "2024-09-17T05:30Z",
            "2024-09-17/2024-09-19"), a date in English or French words, a `date` or a `datetime`.
        said_on: The day the words were said on, for "Tuesday", "mardi", "yesterday": the last
            such day up to then.
        order: How to read 09/10/2024; without it such a date is refused, 17/09/2024 is not.

    Raises:
        InvalidField: If the date is impossible, ambiguous, or lacks its year.
        WrongType: If the value is not a date or a text.

    Example:
        >>> when("September 2024").iso
        '2024-09'
        >>> when("Tuesday", said_on="2024-09-18").iso
        '2024-09-17'
    """
    if isinstance(value, When):
        return value
    if isinstance(value, datetime):
        return When(value.date(), value.date(), Precision.time, value)
    if isinstance(value, date):
        return When(value, value, Precision.day)
    if not isinstance(value, str):
        raise WrongType("When", "value", value, _EXPECTED)
    if said_on is None and order is None:
        return _read(value.strip())
    return _read_words(value.strip(), None if said_on is None else when(said_on), order)


@lru_cache(maxsize=65536)
def _read(text: str) -> When:
    match = _ISO.match(text)
    if match is not None:
        return _iso(text, match)
    if "/" in text:
        first, _, last = text.partition("/")
        ends = _ISO.match(first), _ISO.match(last)
        if ends[0] is not None and ends[1] is not None:
            start, end = _iso(first, ends[0]), _iso(last, ends[1])
            if start.start > end.end:
                raise InvalidField("When", "value", text, "an interval whose end is not before its start")
            return When(start.start, end.end, Precision.span)
    return _read_words(text, None, None)


def _iso(text: str, match: re.Match[str]) -> When:
    year, month, day, clock, offset = match.groups()
    try:
        if month is None:
            return When(date(int(year), 1, 1), date(int(year), 12, 31), Precision.year)
        if day is None:
            return _month(int(year), int(month))
        stated = date(int(year), int(month), int(day))
        if clock is None:
            return When(stated, stated, Precision.day)
        moment = datetime.fromisoformat(f"{year}-{month}-{day}T{clock}{offset or ''}")
    except ValueError as error:
        raise InvalidField("When", "value", text, "a date that exists", str(error)) from None
    return When(stated, stated, Precision.time, moment)


def _month(year: int, month: int) -> When:
    first = date(year, month, 1)
    return When(first, first.replace(day=calendar.monthrange(year, month)[1]), Precision.month)


def _read_words(text: str, said_on: When | None, order: DayOrder | None) -> When:
    folded = text.casefold().replace("’", "'")
    if folded in _WEEKDAYS or folded in _RELATIVE:
        return _relative(text, folded, said_on)
    numeric = _NUMERIC.match(text)
    if numeric is not None:
        return _numeric(text, numeric, order)
    return _parse(text)


def _relative(text: str, folded: str, said_on: When | None) -> When:
    if said_on is None or said_on.start != said_on.end:
        raise InvalidField(
            "When",
            "value",
            text,
            "a date",
            "a day of the week needs the day it was said on: said_on='2024-09-18'",
        )
    back = _RELATIVE.get(folded)
    if back is None:
        back = (said_on.start.weekday() - _WEEKDAYS[folded]) % 7
    day = said_on.start - timedelta(days=back)
    return When(day, day, Precision.day)


def _numeric(text: str, match: re.Match[str], order: DayOrder | None) -> When:
    order = order or _only_order(match)
    if order is None:
        raise InvalidField(
            "When",
            "value",
            text,
            "a date whose order is known",
            "say which with ct.when(text, order='dmy') or order='mdy', or write it as ISO",
        )
    if order not in ("dmy", "mdy", "ymd"):
        raise InvalidField("When", "order", order, "'dmy', 'mdy' or 'ymd'")
    fields = dict(zip(order, match.groups(), strict=True))
    if len(fields["y"]) != 4:
        raise InvalidField("When", "value", text, "a year of four digits")
    try:
        day = date(int(fields["y"]), int(fields["m"]), int(fields["d"]))
    except ValueError as error:
        raise InvalidField("When", "value", text, f"a date in the order {order}", str(error)) from None
    return When(day, day, Precision.day)


def _only_order(match: re.Match[str]) -> DayOrder | None:
    """The order of a date that has only one: a number above 12 is no month."""
    first, second, last = match.groups()
    if len(last) == 4 and int(first) > 12 >= int(second):
        return "dmy"
    if len(last) == 4 and int(second) > 12 >= int(first):
        return "mdy"
    return None


def _parse(text: str) -> When:
    """Read words through dateutil twice, with defaults that differ in every field, to see what was given."""
    from dateutil import parser

    english = _FRENCH.sub(lambda m: _FRENCH_WORDS[m.group().casefold()], _ascii_digits(text))
    english = _FROM_UTC.sub("", english)
    defaults = datetime(2000, 1, 1), datetime(2004, 2, 15)  # over a week apart: a weekday names no day
    try:
        first, second = (parser.parse(english, default=default, tzinfos=_offset) for default in defaults)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):  # as dateutil has them
        raise InvalidField("When", "value", text, _EXPECTED) from None
    weekday, timed = _WEEKDAY.search(text), _TIMED.search(english)
    if first.year != second.year or f"{first.year:04d}" not in english:
        raise InvalidField("When", "value", text, "a date with its year in four digits", "add the year")
    if _DOTTED.search(english) and not timed:
        raise InvalidField("When", "value", text, "a date whose order is known", "write it as ISO")
    if first.month != second.month or first.day != second.day:
        if weekday or timed or (first.month != second.month and first.day == second.day):
            raise InvalidField("When", "value", text, "a date with its day and month", "add what is missing")
        if first.month == second.month:
            return _month(first.year, first.month)
        return When(date(first.year, 1, 1), date(first.year, 12, 31), Precision.year)
    day = first.date()
    if weekday and day.weekday() != _WEEKDAYS[weekday.group().casefold()]:
        raise InvalidField("When", "value", text, "a weekday that is that date's", f"{day} was a {day:%A}")
    if timed:
        return When(day, day, Precision.time, first)
    return When(day, day, Precision.day)


_TIMED = re.compile(r"\d\s*(?::\s*\d|[hH]\d|[aApP]\.?[mM])")
_FROM_UTC = re.compile(r"(?i)\b(?:gmt|utc)\s*(?=[+-]\d)")  # dateutil reads the sign of "GMT+2" as POSIX does
_DOTTED = re.compile(r"(?<![:.\d])\d{1,2}\.\d{1,2}(?![.\d])")


def _offset(name: str | None, seconds: int | None) -> timezone | None:
    """The offset of a time; the name of a time zone alone is not one, and may name several."""
    if name is None and seconds is None:
        return None
    if seconds is None:
        raise ValueError(f"{name} is no offset from UTC")
    return timezone(timedelta(seconds=seconds))


def _ascii_digits(text: str) -> str:
    """Write the digits of other scripts, as in ٢٠٢٤, as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)

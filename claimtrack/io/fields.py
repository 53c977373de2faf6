"""One JSON object of the wire format, read field by field: nothing is coerced, every defect is kept."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from functools import cache, lru_cache
from itertools import islice
from reprlib import Repr
from typing import NoReturn, TypeVar

import attrs

from claimtrack.dates import Precision, When, when
from claimtrack.errors import InvalidField, with_article
from claimtrack.figures import LARGEST
from claimtrack.identity import is_id

MOST_DEFECTS = 100
"""How many defects of one line are listed."""

E = TypeVar("E", bound=Enum)
R = TypeVar("R")

_DATE = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?)?)?\Z"
    r"|\d{4}(-\d\d){0,2}/\d{4}(-\d\d){0,2}\Z",
    re.ASCII,
)
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d(:\d\d(\.\d{1,6})?)?)\Z", re.ASCII
)
_LONGEST_DATE = _LONGEST_NAME = 80
_MOST_UNKNOWN = 20
_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = _SHORT.maxlong = 80
_SHORT.maxlevel = 3


@attrs.frozen
class Defect:
    """What is wrong at one place of a line.

    Attributes:
        path: Where ("$.claim.stated").
        message: What was given, what was expected.
        code: A stable short name of the kind of defect.
    """

    path: str
    message: str
    code: str


class DefectiveLine(Exception):
    """A line that cannot be read, with every defect in it."""

    def __init__(self, defects: Iterable[Defect]) -> None:
        self.defects: tuple[Defect, ...] = tuple(defects)
        super().__init__("; ".join(f"{defect.path}: {defect.message}" for defect in self.defects))


def shown(value: object) -> str:
    """A value as it is quoted in a message; of a long or deep one, its ends."""
    return _SHORT.repr(value)


def _short_name(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


def read_date(text: str) -> When | None:
    """Read a date in ISO 8601 and nothing else; `None` where it is not one."""
    return _read_date(text) if len(text) <= _LONGEST_DATE else None


@lru_cache(maxsize=65536)
def _read_date(text: str) -> When | None:
    if _DATE.match(text) is None:
        return None
    try:
        return when(text)
    except InvalidField:
        return None


def read_moment(text: str) -> datetime | None:
    """Read a moment of recording: ISO 8601 with seconds and an offset; `None` where it is not one."""
    return _read_moment(text) if len(text) <= _LONGEST_DATE else None


@lru_cache(maxsize=256)
def _read_moment(text: str) -> datetime | None:
    if _MOMENT.match(text) is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def strict_json(line: str) -> object:
    """Decode JSON, refusing what the standard leaves to chance: repeated keys, NaN."""
    try:
        return _STRICT.decode(line)
    except RecursionError:
        raise _nested() from None
    except ValueError as error:
        raise DefectiveLine([Defect("$", f"not JSON: {error}", "not-json")]) from None


def _nested() -> DefectiveLine:
    return DefectiveLine([Defect("$", "brackets nested too deep to be one of our lines", "too-deep")])


def _unrepeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read = dict(pairs)
    if len(read) != len(pairs):
        names = Counter(name for name, _ in pairs)
        twice = next(name for name, times in names.items() if times > 1)
        raise ValueError(f"the key {shown(twice)} is there twice")
    return read


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number of JSON")


_STRICT = json.JSONDecoder(parse_constant=_refuse_constant, object_pairs_hook=_unrepeated)


class Fields:
    """One JSON object being read: every field is asked for once, what nobody asked for is unknown.

    Args:
        value: The JSON value that should be an object.
        path: Where it is.
        defects: The list that every defect is added to.
        held: The described records that lines above gave, by id.
    """

    def __init__(self, value: object, path: str, defects: list[Defect], held: Mapping[str, object]) -> None:
        self.path = path
        self.defects = defects
        self.held = held
        self.asked: list[str] = []
        self.left: dict[str, object] = {}
        if type(value) is dict:
            self.left = dict(value)
        else:
            defects.append(Defect(path, f"{shown(value)} is not an object", "wrong-type"))

    def defect(self, name: str, message: str, code: str = "wrong-type") -> None:
        """Keep a defect of one field."""
        if len(self.defects) < MOST_DEFECTS:
            self.defects.append(Defect(f"{self.path}.{name}", message, code))
        elif len(self.defects) == MOST_DEFECTS:
            self.defects.append(Defect("$", "more defects than are listed here", "more-defects"))

    def take(self, name: str, expected: str, *, required: bool = False) -> object:
        """The raw value of a field, or `None` where it is not there."""
        self.asked.append(name)
        if name not in self.left:
            if required:
                self.defect(name, f"missing; expected {expected}", "missing-field")
            return None
        value = self.left.pop(name)
        if value is None:
            self.defect(name, f"null; expected {expected}, or no such field at all")
        return value

    def text(self, name: str, *, required: bool = False) -> str | None:
        """A text that is not empty."""
        value = self.take(name, "a text", required=required)
        if value is None or (type(value) is str and value):
            return value
        self.defect(name, f"{shown(value)}; expected a text that is not empty")
        return None

    def name(self, name: str, *, required: bool = True) -> str:
        """A text without blanks around it."""
        value = self.text(name, required=required) or ""
        if value.strip() != value:
            self.defect(name, f"{shown(value)}; expected a text without blanks around it", "wrong-value")
        return value

    def flag(self, name: str) -> bool | None:
        """True or false."""
        value = self.take(name, "true or false")
        if value is None or type(value) is bool:
            return value
        self.defect(name, f"{shown(value)}; expected true or false")
        return None

    def whole(self, name: str) -> int | None:
        """A whole number."""
        value = self.take(name, "a whole number")
        if value is None or type(value) is int:
            return value
        self.defect(name, f"{shown(value)}; expected a whole number")
        return None

    def degrees(self, name: str) -> float | None:
        """A number of degrees."""
        value = self.take(name, "degrees as a number")
        if value is None or type(value) is float or type(value) is int:
            return value
        self.defect(name, f"{shown(value)}; expected degrees as a number")
        return None

    def choice(self, name: str, kinds: type[E], *, required: bool = False) -> E | None:
        """A word of a closed vocabulary."""
        value = self.take(name, f"one of {_words(kinds)}", required=required)
        if value is None:
            return None
        if type(value) is str:
            for member in kinds:
                if member.value == value:
                    return member
        self.defect(name, f"{shown(value)}; expected one of {_words(kinds)}", "wrong-value")
        return None

    def date(self, name: str, *, required: bool = False) -> When | None:
        """A date in ISO 8601, as precise as stated."""
        return self._date(name, self.take(name, "a date", required=required))

    def dates(self, name: str) -> list[When | None]:
        """A list of dates, null where one is not known."""
        values = self._list(name, "a list of dates")
        return [self._date(f"{name}[{at}]", value) for at, value in enumerate(values)]

    def reference(self, name: str, *kinds: str, required: bool = False) -> str | None:
        """The id of a record of one of these kinds."""
        value = self.take(name, _an_id(kinds), required=required)
        return None if value is None else self._reference(name, value, kinds)

    def references(self, name: str, *kinds: str) -> list[str]:
        """A list of ids of records of these kinds, each once."""
        values = self._list(name, f"a list of ids of kind {' or '.join(kinds)}")
        ids = [self._reference(f"{name}[{at}]", value, kinds) for at, value in enumerate(values)]
        read = [identity for identity in ids if identity]
        if len(set(read)) != len(read):
            self.defect(name, "expected each id once", "wrong-value")
        return read

    def record(
        self, name: str, kind: type[R] | tuple[type[R], ...], *kinds: str, required: bool = False
    ) -> R | None:
        """The record that a line above gave under the id here."""
        return self._held(name, self.reference(name, *kinds, required=required), kind)

    def records(self, name: str, kind: type[R] | tuple[type[R], ...], *kinds: str) -> list[R]:
        """The records that lines above gave under the ids here."""
        ids = self.references(name, *kinds)
        found = [self._held(f"{name}[{at}]", identity, kind) for at, identity in enumerate(ids)]
        return [record for record in found if record is not None]

    def values(self, name: str, expected: str) -> list[object]:
        """A list, unread."""
        return self._list(name, expected)

    def interval(self, name: str, *, required: bool = False) -> tuple[int | None, int | None] | None:
        """A pair of low and high end in persons; null for an open end."""
        value = self.take(name, "[low, high]", required=required)
        if value is None:
            return None
        if type(value) is list and len(value) == 2:
            low, high = value
            counts = all(end is None or (type(end) is int and 0 <= end <= LARGEST) for end in value)
            if counts and (low is None or high is None or low <= high):
                return (low, high)
        expected = "[low, high] in whole persons, null for an open end"
        self.defect(name, f"{shown(value)}; expected {expected}", "wrong-value")
        return None

    def inside(self, name: str, *, required: bool = False) -> Fields | None:
        """An object inside this one."""
        value = self.take(name, "an object", required=required)
        return None if value is None else Fields(value, f"{self.path}.{name}", self.defects, self.held)

    def built(self, make: Callable[[], R]) -> R | None:
        """The record that is made of what was read; what it refuses is a defect here."""
        try:
            return make()
        except InvalidField as error:
            hint = f". {error.hint}" if error.hint else ""
            self.defect(error.field, f"{shown(error.value)}; expected {error.expected}{hint}", "wrong-value")
            return None

    def end(self) -> None:
        """Keep a defect for each field that nobody asked for."""
        for name, value in islice(self.left.items(), _MOST_UNKNOWN):
            near = get_close_matches(name, self.asked, n=1) if len(name) <= _LONGEST_NAME else []
            hint = f"; did you mean {near[0]!r}?" if near else ""
            self.defect(_short_name(name), f"unknown field with value {shown(value)}{hint}", "unknown-field")
        more = len(self.left) - _MOST_UNKNOWN
        if more > 0:
            self.defects.append(Defect(self.path, f"{more:,} more unknown fields", "unknown-field"))

    def _list(self, name: str, expected: str) -> list[object]:
        value = self.take(name, expected)
        if value is None:
            return []
        if type(value) is list:
            return value
        self.defect(name, f"{shown(value)}; expected {expected}")
        return []

    def _date(self, name: str, value: object) -> When | None:
        if value is None:
            return None
        if type(value) is dict:
            return self._full_date(name, value)
        read = read_date(value) if type(value) is str else None
        if read is None:
            expected = "a date that exists, in ISO 8601: '2024-09-17'"
            self.defect(name, f"{shown(value)}; expected {expected}", "wrong-date")
        return read

    def _full_date(self, name: str, value: object) -> When | None:
        inside = Fields(value, f"{self.path}.{name}", self.defects, self.held)
        before = len(self.defects)
        start, end = inside.text("start", required=True), inside.text("end", required=True)
        precision = inside.choice("precision", Precision, required=True)
        clock = inside.text("clock")
        inside.end()
        if len(self.defects) > before or start is None or end is None or precision is None:
            return None
        try:
            moment = None if clock is None else datetime.fromisoformat(clock)
            return When(date.fromisoformat(start), date.fromisoformat(end), precision, moment)
        except ValueError as error:
            self.defect(name, f"{shown(value)}: {error}", "wrong-date")
            return None

    def _reference(self, name: str, value: object, kinds: tuple[str, ...]) -> str | None:
        if type(value) is str and is_id(value, *kinds):
            return value
        self.defect(name, f"{shown(value)}; expected {_an_id(kinds)}", "wrong-reference")
        return None

    def _held(self, name: str, identity: str | None, kind: type[R] | tuple[type[R], ...]) -> R | None:
        if identity is None:
            return None
        record = self.held.get(identity)
        if isinstance(record, kind):
            return record
        self.defect(name, f"no good line above gives {identity}", "dangling-reference")
        return None


def _an_id(kinds: Iterable[str]) -> str:
    return f"the id of {with_article(' or '.join(kinds))}"


@cache
def _words(kinds: type[Enum]) -> str:
    return ", ".join(str(member.value) for member in kinds)

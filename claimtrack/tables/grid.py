"""A table: columns chosen by name, sorted, grouped and printed in any of tabulate's formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Literal

import attrs

from claimtrack.errors import InvalidField
from claimtrack.tables.layout import FORMATS, UNSAFE

Row = dict[str, object]
"""One row as plain data: texts, whole numbers, lists of texts, and `None` for unknown."""

WIDTH = 100
"""How wide a table may be by default, in characters."""


@attrs.frozen
class Column:
    """One column of a table.

    Attributes:
        key: Its name, by which it is chosen; also the key of its heading.
        cell: What it shows of a row.
        align: Numbers stand right, all else left.
        wraps: Whether its text may be broken into lines.
        heading: Its heading, where that is not the label of its key.
        below: It is long, and stands on lines of its own below its row where the format has room for that.
    """

    key: str
    cell: Callable[[Row, Mapping[str, str]], str]
    align: Literal["left", "right"] = "left"
    wraps: bool = True
    heading: str | None = None
    below: bool = False

    def titled(self, words: Mapping[str, str]) -> str:
        """Its heading in the language of the table."""
        return words[self.key] if self.heading is None else self.heading


class Table(str):
    """A table as text, which also knows its rows.

    It is a `str`: print it, write it to a file. In a notebook it is shown as HTML.

    Attributes:
        rows: The same rows as plain data.
        html: The same table as HTML, everything in it escaped.
    """

    __slots__ = ("_html", "rows")

    rows: tuple[Row, ...]
    _html: Callable[[], str]

    @classmethod
    def of(cls, text: str, rows: Iterable[Row], html: Callable[[], str]) -> Table:
        """A table of a text, its rows, and what gives its HTML when it is asked for."""
        table = cls(text)
        table.rows, table._html = tuple(rows), html
        return table

    @property
    def html(self) -> str:
        """The same table as HTML, everything in it escaped."""
        return self._html()

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return str.__str__(self)


def check_format(form: str) -> str:
    """The format, if tables can be printed in it safely.

    Raises:
        InvalidField: If there is no such format, or it would pass a source's words through as code.
    """
    if form in FORMATS:
        return form
    instead = UNSAFE.get(form) or next(iter(get_close_matches(str(form), sorted(FORMATS), n=1)), None)
    hint = f"use {instead!r}: it escapes what sources say" if form in UNSAFE else ""
    if instead and not hint:
        hint = f"did you mean {instead!r}?"
    raise InvalidField("table", "format", form, f"one of {', '.join(sorted(FORMATS))}", hint)


def pick(names: Iterable[str] | None, known: Sequence[Column], default: Sequence[str]) -> tuple[Column, ...]:
    """The columns of these names, in the order they are named.

    Raises:
        InvalidField: If there is no column of that name.
    """
    by_key = {column.key: column for column in known}
    wanted = default if names is None else [names] if isinstance(names, str) else list(names)
    return tuple(by_key[check_name("columns", name, by_key)] for name in wanted)


def check_name(field: str, name: str, known: Iterable[str]) -> str:
    """A name, if it is one of the known ones.

    Raises:
        InvalidField: If it is not; the nearest one is suggested.
    """
    names = list(known)
    if name in names:
        return name
    near = get_close_matches(str(name), names, n=1)
    hint = f"did you mean {near[0]!r}?" if near else ""
    raise InvalidField("table", field, name, f"one of {', '.join(names)}", hint)


def arranged(rows: Iterable[Row], sort: Iterable[str] | str | None, known: Sequence[Column]) -> list[Row]:
    """The rows sorted by these columns, unknown values last; a name with "-" before it sorts downwards."""
    out = list(rows)
    keys = [] if sort is None else [sort] if isinstance(sort, str) else list(sort)
    for key in reversed(keys):
        name = check_name("sort", key.removeprefix("-"), [column.key for column in known])
        out.sort(key=lambda row: _order(row.get(name)), reverse=key.startswith("-"))
        out.sort(key=lambda row: row.get(name) is None)
    return out


def _order(value: object) -> tuple[int, int | str]:
    if isinstance(value, int):
        return (0, value)
    if isinstance(value, (list, tuple)):
        return (1, ", ".join(map(str, value)))
    return (1, "" if value is None else str(value))


def gathered(rows: Sequence[Row], key: str | None) -> list[Row]:
    """The rows with those of one group next to each other, groups in the order of their first row.

    Questions are grouped event by event.
    """
    if key is None:
        return list(rows)
    groups: dict[object, list[Row]] = {}
    for row in rows:
        event = str(row.get("event")) if key == "question" else ""
        groups.setdefault((event, _order(row.get(key))), []).append(row)
    return [row for group in groups.values() for row in group]


def about_event(group: Column | None, rows: Sequence[Row]) -> Column | None:
    """The heading of groups: a question is named with its event where the rows are of several."""
    if group is None or group.key != "question" or len({str(row["event"]) for row in rows}) < 2:
        return group
    return Column(
        group.key, lambda row, words: f"{row['event']}{words['colon']}{row['question']}", group.align
    )

"""A table: columns chosen by name, sorted, grouped and printed in any of tabulate's formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from html import escape
from textwrap import fill, indent
from typing import Literal

import attrs

from claimtrack.errors import InvalidField
from claimtrack.tables.labels import Language, labels
from claimtrack.tables.layout import (
    ESCAPED,
    FORMATS,
    GRIDS,
    LINED,
    MARKDOWN,
    UNSAFE,
    safe,
    unbroken,
    visible,
    widths,
    wrapped,
)

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
    """

    key: str
    cell: Callable[[Row, Mapping[str, str]], str]
    align: Literal["left", "right"] = "left"
    wraps: bool = True
    heading: str | None = None

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


@attrs.frozen
class Sheet:
    """What a table is printed from.

    Attributes:
        rows: The rows as data, sorted.
        columns: The columns to print, in order.
        group: The column whose values head the groups, or `None`.
        footer: The lines under the table.
        empty: What is printed where there are no rows.
        lang: The language of headings and footer.
    """

    rows: Sequence[Row]
    columns: Sequence[Column]
    group: Column | None
    footer: Sequence[str]
    empty: str
    lang: Language

    def table(self, form: str, width: int) -> Table:
        """The table in a format, at most so many characters wide where the format is for reading."""
        return Table.of(self._text(check_format(form), width), self.rows, lambda: self._text("html", width))

    def _text(self, form: str, width: int) -> str:
        if not self.rows:
            return f"<p>{escape(self.empty)}</p>" if form == "html" else self.empty
        if form == "stacked":
            body = self._stacked(width)
        elif form in LINED:
            body = self._lined(form, width)
        else:
            body = self._whole(form, width)
        return body + self._foot(form, width)

    def _foot(self, form: str, width: int) -> str:
        if not self.footer or form == "tsv":
            return ""
        if form == "html":
            return "\n" + "\n".join(f"<p>{escape(visible(line))}</p>" for line in self.footer)
        if form in ESCAPED:
            return "\n" + "\n".join(f"% {visible(line)}" for line in self.footer)
        if form in MARKDOWN:
            return "\n\n" + "\n".join(safe(visible(line), form) + "  " for line in self.footer)
        return "\n\n" + "\n".join(fill(visible(line), width, break_on_hyphens=False) for line in self.footer)

    def _cells(self, columns: Sequence[Column], form: str) -> list[dict[str, str]]:
        words = labels(self.lang)
        return [{c.key: safe(visible(c.cell(row, words)), form) for c in columns} for row in self.rows]

    def _print(
        self, cells: Sequence[Mapping[str, str]], columns: Sequence[Column], form: str, room: int
    ) -> str:
        from tabulate import tabulate

        words = labels(self.lang)
        headings = {column.key: safe(visible(column.titled(words)), form) for column in columns}
        wide: dict[str, int] = {}
        if form in LINED or form in GRIDS:
            flexible = [column.key for column in columns if column.wraps]
            wide = widths(cells, headings, flexible, room)
        body = [[wrapped(row[k], wide[k]) if wide else unbroken(row[k]) for k in headings] for row in cells]
        heads = [wrapped(text, wide[key]) if wide else text for key, text in headings.items()]
        aligned = [column.align for column in columns]
        return tabulate(body, heads, form, disable_numparse=True, colalign=aligned, headersglobalalign=None)

    def _whole(self, form: str, width: int) -> str:
        """The table in one piece; groups are its first column."""
        columns = [*([self.group] if self.group else []), *self.columns]
        return self._print(self._cells(columns, form), columns, form, _room(form, width, len(columns)))

    def _lined(self, form: str, width: int) -> str:
        """The table with a heading above each group, all groups aligned alike."""
        cells = self._cells(self.columns, form)
        text = self._print(cells, self.columns, form, _room(form, width, len(self.columns)))
        if self.group is None:
            return text
        return "\n".join(self._headed(text.splitlines(), cells, form, width))

    def _headed(
        self, lines: list[str], cells: Sequence[Mapping[str, str]], form: str, width: int
    ) -> list[str]:
        columns, words = self.columns, labels(self.lang)
        headings = {column.key: visible(column.titled(words)) for column in columns}
        flexible = [column.key for column in columns if column.wraps]
        wide = widths(cells, headings, flexible, _room(form, width, len(columns)))
        heights = [max(wrapped(row[c.key], wide[c.key]).count("\n") for c in columns) + 1 for row in cells]
        tail = 0 if form in {"plain", "simple", "presto"} else 1
        top = len(lines) - sum(heights) - tail
        out, at, last = lines[:top], top, None
        for row, height in zip(self.rows, heights, strict=True):
            title = visible(self.group.cell(row, words)) if self.group else ""
            if title != last:
                out += ruled(title, max(map(len, lines), default=width), width)
                last = title
            out += lines[at : at + height]
            at += height
        return out + lines[at:]

    def _stacked(self, width: int) -> str:
        """One claim under the other, for screens too narrow for columns."""
        words, blocks, last = labels(self.lang), [], None
        for row in self.rows:
            title = visible(self.group.cell(row, words)) if self.group else None
            if title is not None and title != last:
                blocks.append("\n".join(ruled(title, width, width)))
                last = title
            first, *rest = [(c.titled(words), unbroken(visible(c.cell(row, words)))) for c in self.columns]
            lines = [fill(first[1], width)]
            for name, text in rest:
                if text:
                    lines.append(
                        indent(fill(f"{name}: {text}", max(width - 2, 20), subsequent_indent="  "), "  ")
                    )
            blocks.append("\n".join(lines))
        return "\n\n".join(blocks)


def ruled(title: str, across: int, width: int) -> list[str]:
    """A heading with a line drawn to the edge of the table."""
    *lines, last = (fill(f"── {title}", width, break_on_hyphens=False) or "──").splitlines()
    return [*lines, f"{last} {'─' * (across - len(last) - 1)}".rstrip()]


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
    """The rows with those of one group next to each other, groups in the order of their first row."""
    if key is None:
        return list(rows)
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(_order(row.get(key)), []).append(row)
    return [row for group in groups.values() for row in group]


def _room(form: str, width: int, columns: int) -> int:
    """The characters left for cells once the format has drawn its lines."""
    if form in {"plain", "simple"}:
        return width - 2 * (columns - 1)
    return width - 3 * columns - 1

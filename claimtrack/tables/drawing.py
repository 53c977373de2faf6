"""Drawing a table: as text in lines, in tabulate's other formats, or stacked for narrow screens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from textwrap import fill

import attrs

from claimtrack.tables.grid import Column, Row, Table, check_format
from claimtrack.tables.labels import Language, labels, marked
from claimtrack.tables.layout import (
    BREAK,
    ESCAPED,
    GRIDS,
    LINED,
    MARKDOWN,
    OPEN,
    TERMINAL,
    cramped,
    headed,
    safe,
    unbroken,
    visible,
    widths,
    wrapped,
)

Words = Mapping[str, str]
"""The labels of one language."""

Cells = Mapping[str, str]
"""What a row shows, by column."""

_INDENT = "    "
_HEADING = '<tr><th scope="rowgroup" colspan="{}" style="text-align: left">{}</th></tr>'


@attrs.frozen
class Sheet:
    """What a table is drawn from.

    Attributes:
        rows: The rows as data, sorted.
        columns: The columns to print, in order.
        group: The column whose values head the groups, or `None`.
        footer: The lines under the table.
        empty: What is printed where there are no rows.
        lang: The language of headings and footer.
        glyphs: Whether a glyph stands before each status.
    """

    rows: Sequence[Row]
    columns: Sequence[Column]
    group: Column | None
    footer: Sequence[str]
    empty: str
    lang: Language
    glyphs: bool = False

    def table(self, form: str, width: int) -> Table:
        """The table in a format, at most so many characters wide where the format is for reading."""
        return Table.of(self.text(check_format(form), width), self.rows, lambda: self.text("html", width))

    def text(self, form: str, width: int) -> str:
        """The table as text, its footer below it."""
        base = TERMINAL.get(form, form)
        if not self.rows:
            return f"<p>{escape(self.empty)}</p>" if base == "html" else self.empty
        if form in TERMINAL:
            return attrs.evolve(self, glyphs=True).text(base, width)
        if self.cramped(base, width):
            base = "stacked"
        if base == "stacked":
            body = _stacked(self, width)
        elif base in LINED:
            body = _lined(self, base, width)
        elif base == "html":
            body = _html(self)
        else:
            body = _whole(self, base, width)
        return body + _foot(self.footer, base, width)

    def cramped(self, form: str, width: int) -> bool:
        """Whether a form without lines has no room for its columns at a width, and rows are stacked."""
        if form not in OPEN:
            return False
        beside = _beside(self, form)
        cells, heads = self.cells(beside, form), self.headings(beside, form)
        return cramped(cells, heads, _flexible(beside), _room(beside, form, width))

    @property
    def words(self) -> Words:
        """The labels that its cells are shown in."""
        words = labels(self.lang)
        return marked(words) if self.glyphs else words

    def cells(self, columns: Sequence[Column], form: str) -> list[Cells]:
        """What every row shows, made safe for the format."""
        words = self.words
        return [{c.key: safe(visible(c.cell(row, words)), form) for c in columns} for row in self.rows]

    def headings(self, columns: Sequence[Column], form: str) -> dict[str, str]:
        """The headings of columns, made safe for the format."""
        words = labels(self.lang)
        return {column.key: safe(visible(column.titled(words)), form) for column in columns}

    def group_of(self, row: Row) -> str | None:
        """The heading of the group a row is in."""
        if self.group is None:
            return None
        return visible(self.group.cell(row, self.words)) or self.words["not_stated"]


def _whole(sheet: Sheet, form: str, width: int) -> str:
    """The table in one piece; groups are its first column."""
    columns = [*([sheet.group] if sheet.group else []), *sheet.columns]
    cells, heads = sheet.cells(columns, form), sheet.headings(columns, form)
    if form not in GRIDS:
        lines = [{key: unbroken(text) for key, text in row.items()} for row in cells]
        return _tabulated(lines, heads, columns, form)
    wide = widths(cells, heads, _flexible(columns), width - 3 * len(columns) - 1)
    return _tabulated(_wrapped(cells, wide), headed(heads, wide), columns, form)


def _html(sheet: Sheet) -> str:
    """The table with a row of its own heading each group; numbers and dates are not broken into lines."""
    heads = sheet.headings(sheet.columns, "html")
    styles = [_style(column) for column in sheet.columns]
    out, last = ["<table>", "<thead>", _html_row("th", heads.values(), styles), "</thead>", "<tbody>"], None
    for row, shown in zip(sheet.rows, sheet.cells(sheet.columns, "html"), strict=True):
        title = sheet.group_of(row)
        if title is not None and title != last:
            out += ["</tbody>", "<tbody>"] if last is not None else []
            out.append(_HEADING.format(len(heads), escape(title)))
            last = title
        out.append(_html_row("td", shown.values(), styles))
    return "\n".join([*out, "</tbody>", "</table>"])


def _html_row(tag: str, cells: Iterable[str], styles: Iterable[str]) -> str:
    filled = (
        f'<{tag} style="{style}">{escape(text).replace(BREAK, "<br>")}</{tag}>'
        for text, style in zip(cells, styles, strict=True)
    )
    return f"<tr>{''.join(filled)}</tr>"


def _style(column: Column) -> str:
    return f"text-align: {column.align}{'' if column.wraps else '; white-space: nowrap'}"


def _beside(sheet: Sheet, form: str) -> list[Column]:
    """The columns that stand beside one another in a format; the others stand below their row."""
    return [column for column in sheet.columns if not (column.below and form in OPEN)]


def _room(columns: Sequence[Column], form: str, width: int) -> int:
    """What is left of a width once the space between columns is taken off."""
    return width - (2 * (len(columns) - 1) if form in OPEN else 3 * len(columns) + 1)


def _lined(sheet: Sheet, form: str, width: int) -> str:
    """The table with a heading above each group and long texts below their rows, all rows aligned alike."""
    beside = _beside(sheet, form)
    below = [column for column in sheet.columns if column not in beside]
    cells, heads = sheet.cells(beside, form), sheet.headings(beside, form)
    wide = widths(cells, heads, _flexible(beside), _room(beside, form, width))
    body = _wrapped(cells, wide)
    lines = _tabulated(body, headed(heads, wide), beside, form).splitlines()
    heights = [max((text.count("\n") for text in row.values()), default=0) + 1 for row in body]
    named = sheet.headings(below, form) if len(below) > 1 else {}
    colon = sheet.words["colon"]
    under = [{key: f"{named[key]}{colon}{text}" if named and text else text for key, text in row.items()}
             for row in sheet.cells(below, form)]  # fmt: skip
    notes = [_notes(row, width) for row in under] if below else [[]] * len(body)
    return "\n".join(_assembled(sheet, lines, heights, notes, width, closed=form not in OPEN))


def _assembled(
    sheet: Sheet, lines: list[str], heights: list[int], notes: list[list[str]], width: int, *, closed: bool
) -> list[str]:
    """Put group headings before, and long texts after, the drawn lines of each row."""
    at = len(lines) - sum(heights) - closed
    across = max(map(len, lines))
    out, last = lines[:at], None
    for row, height, note in zip(sheet.rows, heights, notes, strict=True):
        title = sheet.group_of(row)
        if title is not None and title != last:
            out += [*([""] if last is not None and not closed else []), *_ruled(title, across, width)]
            last = title
        out += [*(line.rstrip() if not closed else line for line in lines[at : at + height]), *note]
        at += height
    return out + lines[at:]


def _notes(row: Cells, width: int) -> list[str]:
    return [
        line for text in row.values() for part in text.split(BREAK) if part for line in _hung(part, width)
    ]


def _hung(text: str, width: int) -> list[str]:
    filled = fill(text, width, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False)
    return filled.splitlines()


def _stacked(sheet: Sheet, width: int) -> str:
    """One row under the other, for screens too narrow for columns."""
    heads, blocks, last = sheet.headings(sheet.columns, "stacked"), [], None
    colon = sheet.words["colon"]
    for row, shown in zip(sheet.rows, sheet.cells(sheet.columns, "stacked"), strict=True):
        title = sheet.group_of(row)
        if title is not None and title != last:
            blocks.append("\n".join(_ruled(title, width, width)))
            last = title
        (_, first), *rest = shown.items()
        lines = [_filled(unbroken(first), width, 0)]
        for key, text in rest:
            if text and BREAK in text:
                lines.append(_filled(f"{heads[key]}{colon.rstrip()}", width, 2))
                lines += [_filled(part, width, 4) for part in text.split(BREAK)]
            elif text:
                lines.append(_filled(f"{heads[key]}{colon}{text}", width, 2))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _filled(text: str, width: int, margin: int) -> str:
    """A text in lines behind a margin, later lines two characters further in."""
    first, later = " " * margin, " " * (margin + 2 if margin else 0)
    return fill(
        text, max(width, 20), initial_indent=first, subsequent_indent=later, break_on_hyphens=False
    )  # fmt: skip


def _foot(footer: Sequence[str], form: str, width: int) -> str:
    if not footer or form == "tsv":
        return ""
    if form == "html":
        return "\n" + "\n".join(f"<p>{escape(visible(line))}</p>" for line in footer)
    if form in ESCAPED:
        return "\n" + "\n".join(f"% {visible(line)}" for line in footer)
    if form in MARKDOWN:
        return "\n\n" + "  \n".join(safe(visible(line), form) for line in footer)
    return "\n\n" + "\n".join(fill(visible(line), width, break_on_hyphens=False) for line in footer)


def _ruled(title: str, across: int, width: int) -> list[str]:
    """A heading with a line drawn to the edge of the table."""
    *lines, last = (fill(f"── {title}", width, break_on_hyphens=False) or "──").splitlines()
    return [*lines, f"{last} {'─' * (across - len(last) - 1)}".rstrip()]


def _flexible(columns: Sequence[Column]) -> list[str]:
    return [column.key for column in columns if column.wraps]


def _wrapped(rows: Sequence[Cells], wide: Mapping[str, int]) -> list[Cells]:
    return [{key: wrapped(text, wide[key]) for key, text in row.items()} for row in rows]


def _tabulated(rows: Sequence[Cells], heads: Cells, columns: Sequence[Column], form: str) -> str:
    from tabulate import tabulate

    body = [[row[key] for key in heads] for row in rows]
    aligned = [column.align for column in columns]
    return tabulate(body, list(heads.values()), form, disable_numparse=True, colalign=aligned)

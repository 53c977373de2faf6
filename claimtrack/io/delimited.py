"""Delimited text as people really have it: encodings, separators, and cells that say what they are."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from os import PathLike
from pathlib import Path

import attrs

from claimtrack.errors import ClaimtrackError, InvalidField, Problem

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with, as spreadsheets would run it as a formula.

Source: OWASP, CSV Injection.
"""

_SEPARATORS = ",;\t|"
_BIGGEST_CELL = 1 << 24
_RAW = 4096


@attrs.frozen
class Row:
    """One row of a table with a header.

    Attributes:
        number: Its number in the file as a spreadsheet counts, the header being 1.
        cells: The cells, as many as there are.
        places: Where each column is.
    """

    number: int
    cells: Sequence[object]
    places: Mapping[str, int]

    def get(self, column: str) -> object:
        """A cell without blanks around it; empty where there is no such column or cell."""
        place = self.places.get(column)
        if place is None or place >= len(self.cells):
            return ""
        cell = self.cells[place]
        if type(cell) is not str:
            return cell
        text = cell.strip()
        return unsafe(text) if text[:1] == "'" else text

    @property
    def blank(self) -> bool:
        """Whether every cell is empty."""
        return not any(self.cells) and all(cell == "" or cell is None for cell in self.cells)

    @property
    def raw(self) -> str:
        """The row as text, for people."""
        return " | ".join("" if cell is None else str(cell) for cell in self.cells)[:_RAW]


@attrs.frozen
class Table:
    """A table with a header, and what was odd about the file.

    Attributes:
        name: The file, and the sheet where there is one.
        columns: The names of the columns.
        rows: The rows.
        problems: What was odd about the file as a whole.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()

    def place(self, row: Row, column: str = "") -> str:
        """Where a cell is, for people."""
        return f"{self.name}, row {row.number}" + (f", column {column!r}" if column else "")

    def need(self, *columns: str) -> None:
        """Refuse a table without these columns.

        Raises:
            InvalidField: If one is not there.
        """
        missing = [column for column in columns if column not in self.columns]
        if missing:
            has = ", ".join(self.columns)
            raise InvalidField(
                "Table", "columns", missing, f"these columns in {self.name}", f"It has: {has}."
            )


def read_delimited(path: str | PathLike[str]) -> Table:
    """Read delimited text with a header: UTF-8 with or without a mark, UTF-16, or else cp1252; , ; tab or |.

    Raises:
        OSError: If the file cannot be read.
    """
    place = Path(path)
    text, problems = _decode(place.read_bytes(), str(place))
    if "\x00" in text:
        problems += (Problem(code="nul", message="NUL characters were taken out", location=str(place)),)
        text = text.replace("\x00", "")
    separator = _separator(text)
    csv.field_size_limit(max(csv.field_size_limit(), _BIGGEST_CELL))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    try:
        header = tuple(name.strip() for name in next(reader, ()))
        places, number = places_of(header), 1
        for cells in reader:
            number += 1
            rows.append(Row(number, cells, places))
            if len(cells) != len(header) and any(cells):
                message = f"{len(cells)} cells under {len(header)} columns"
                where = f"{place}, row {reader.line_num}"
                problems += (
                    Problem(code="ragged-row", message=message, location=where, raw=str(cells)[:_RAW]),
                )
    except csv.Error as error:
        where = f"{place}, row {reader.line_num}"
        problems += (Problem(code="not-csv", message=f"{error}; the rest was not read", location=where),)
    return Table(str(place), header, tuple(row for row in rows if not row.blank), problems)


def write_delimited(
    path: str | PathLike[str], columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]
) -> int:
    """Write a table as UTF-8 with a mark, as Excel needs it; how many cells had to be made safe."""
    from claimtrack.io.files import replaced

    guarded = 0
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\r\n")
    with replaced(path) as file:
        file.write(codecs.BOM_UTF8)
        for row in chain((columns,), rows):
            cells = [safe(cell) for cell in row]
            pairs = zip(cells, row, strict=True)
            guarded += sum(cell != given and isinstance(given, str) for cell, given in pairs)
            writer.writerow(cells)
            file.write(line.getvalue().encode())
            line.seek(0)
            line.truncate()
    return guarded


def safe(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula: a text that looks like one gets an apostrophe."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = cell.encode("utf-8", "replace").decode()
        return f"'{text}" if text.startswith((*DANGEROUS, "'")) else text
    return cell


def unsafe(cell: str) -> str:
    """The text that `safe` made safe."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*DANGEROUS, "'")) else cell


@lru_cache(maxsize=65536, typed=True)
def whole_number(cell: object) -> int | None:
    """A count of persons from a cell, `None` where it is blank; "12.0" is 12, and nothing else is rounded.

    Raises:
        ValueError: If the cell holds anything else.
    """
    if isinstance(cell, bool):
        raise ValueError(f"{cell!r} is not a number of persons")  # noqa: TRY004  # a wrong cell, not a wrong call
    if isinstance(cell, int):
        value = cell
    elif isinstance(cell, float):
        if not cell.is_integer():
            raise ValueError(f"{cell!r} is not a whole number of persons")
        value = int(cell)
    else:
        text = str(cell).strip()
        if not text:
            return None
        digits = text.removesuffix(".0")
        if not (digits.removeprefix("-").isascii() and digits.removeprefix("-").isdigit()):
            raise ValueError(f"{text!r} is not a whole number of persons")
        value = int(digits)
    if value < 0:
        raise ValueError(f"{value} is less than nobody")
    return value


def explained(error: Exception) -> str:
    """What an error says, in one line."""
    return str(error) if isinstance(error, ClaimtrackError) else f"{error}"


def _decode(data: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", "replace")
        message = f"not UTF-8 (byte {error.start}); read as cp1252, as Windows writes it"
        if "\ufffd" in text:
            message += "; bytes that cp1252 does not know are shown as \ufffd"
        return text, (Problem(code="encoding", message=message, location=name),)


def _separator(text: str) -> str:
    header = text.partition("\n")[0]
    return max(_SEPARATORS, key=header.count)


def places_of(header: Iterable[str]) -> dict[str, int]:
    """Where each column is; of two with one name, the first."""
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        places.setdefault(name, place)
    return places

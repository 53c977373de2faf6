"""Delimited text as people really have it: encodings, separators, and cells that say what they are."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import TextIO

import attrs

from claimtrack.errors import ClaimtrackError, InvalidField, Problem
from claimtrack.figures import LARGEST
from claimtrack.io.fields import shown

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell must not begin with, as spreadsheets would run it as a formula.

Source: OWASP, CSV Injection.
"""

_SEPARATORS = ",;\t|"
_DECLARED = re.compile(r"sep=(.)\r?\n")
_UNKNOWN_TO_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_NOT_TEXT = {
    b"PK\x03\x04": "a workbook or a ZIP archive",
    b"\xd0\xcf\x11\xe0": "a workbook of an old Excel",
    b"\x1f\x8b": "compressed",
    b"%PDF": "a PDF",
    b"SQLite format 3": "an SQLite file",
}
_LONGEST_LINE = 1 << 24
_BLOCK = 1 << 20
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
            hint = f"It has: {', '.join(self.columns)}." if any(self.columns) else "Its first row is empty."
            raise InvalidField("Table", "columns", missing, f"these columns in {self.name}", hint)


def read_delimited(path: str | PathLike[str]) -> Table:
    """Read delimited text with a header: UTF-8 with or without a mark, UTF-16, or else cp1252; , ; tab or |.

    Raises:
        InvalidField: If the file is not text.
        OSError: If the file cannot be read.
    """
    place = Path(path)
    encoding, problems = _encoding(place)
    with place.open(encoding=encoding, errors="replace", newline="") as file:
        return _read(file, str(place), problems)


def _read(file: TextIO, name: str, problems: list[Problem]) -> Table:
    first = file.readline(_LONGEST_LINE)
    declared = _DECLARED.match(first)  # as Excel writes it on top
    separator = _separator(first) if declared is None else declared.group(1)
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_LINE))
    lines = _Lines(file, first if declared is None else "")
    reader = csv.reader(lines, delimiter=separator)
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    number = 1 if declared is None else 2
    try:
        header = tuple([column.strip() for column in next(reader, ())])
        places = places_of(header)
        problems.extend(repeated_columns(header, name))
        for cells in reader:
            number += 1
            rows.append(Row(number, cells, places))
            if len(cells) != len(header) and any(cells):
                message, where = f"{len(cells)} cells under {len(header)} columns", f"{name}, row {number}"
                raw = str(cells)[:_RAW]
                problems.append(Problem(code="ragged-row", message=message, location=where, raw=raw))
    except csv.Error as error:
        where = f"{name}, row {number + 1}"
        message = f"{error}; the rest was not read"
        problems.append(Problem(code="not-csv", message=message, location=where))
    if lines.nul:
        problems.append(Problem(code="nul", message="NUL characters were taken out", location=name))
    return Table(name, header, tuple([row for row in rows if not row.blank]), tuple(problems))


class _Lines:
    """The lines of a file for `csv.reader`: none too long, and without NUL characters.

    Args:
        file: The file.
        first: Its first line, or an empty text where that holds no cells.

    Attributes:
        nul: Whether there were any.
    """

    def __init__(self, file: TextIO, first: str) -> None:
        self._file = file
        self._first = first
        self.nul = False

    def __iter__(self) -> Iterator[str]:
        line = self._first or self._file.readline(_LONGEST_LINE)
        while line:
            if len(line) >= _LONGEST_LINE:
                raise csv.Error(f"a line of {_LONGEST_LINE:,} characters or more")
            if "\x00" in line:
                self.nul = True
                line = line.replace("\x00", "")
            yield line
            line = self._file.readline(_LONGEST_LINE)


def repeated_columns(header: Iterable[str], name: str) -> Iterator[Problem]:
    """A problem for each name that several columns have."""
    for column, times in Counter(header).items():
        if column and times > 1:
            message = f"{times} columns are called so; the first is read"
            yield Problem(code="repeated-column", message=message, location=f"{name}, column {column!r}")


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
            raise ValueError(f"{shown(text)} is not a whole number of persons")
        value = int(digits)
    if not 0 <= value <= LARGEST:
        raise ValueError(f"{shown(value)} is not a number of persons from 0 to 2**51")
    return value


def explained(error: Exception) -> str:
    """What an error says, in one line."""
    return str(error) if isinstance(error, ClaimtrackError) else f"{error}"


def _encoding(place: Path) -> tuple[str, list[Problem]]:
    """What a file is written in, and that it is not what it should be.

    Raises:
        InvalidField: If it is no text.
    """
    decoder, done, kept = codecs.getincrementaldecoder("utf-8")(), 0, 0
    with place.open("rb") as file:
        start = file.read(_BLOCK)
        kind = next((what for begins, what in _NOT_TEXT.items() if start.startswith(begins)), None)
        if kind is not None:
            hint = "Save it as CSV in UTF-8; an .xlsx workbook can be read by claimtrack.io.sheets."
            raise InvalidField("read", "path", str(place), f"delimited text, and it is {kind}", hint)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16", []
        if start[1:2] == start[3:4] == b"\x00":  # without its mark, as some programs write it
            return "utf-16-le", []
        try:
            for block in chain((start,), iter(lambda: file.read(_BLOCK), b"")):
                kept = len(decoder.getstate()[0])
                decoder.decode(block)
                done += len(block)
            kept = 0
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            message = f"not UTF-8 (byte {done - kept + error.start}); read as cp1252, as Windows writes it"
            file.seek(0)
            if any(map(_UNKNOWN_TO_CP1252.search, iter(lambda: file.read(_BLOCK), b""))):
                message += "; bytes that cp1252 does not know are shown as \ufffd"
            return "cp1252", [Problem(code="encoding", message=message, location=str(place))]
    return "utf-8-sig", []


def _separator(text: str) -> str:
    header = re.split("[\r\n]", text, maxsplit=1)[0]
    return max(_SEPARATORS, key=header.count)


def places_of(header: Iterable[str]) -> dict[str, int]:
    """Where each column is; of two with one name, the first."""
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        places.setdefault(name, place)
    return places

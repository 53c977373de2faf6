"""XLSX workbooks through openpyxl."""

from __future__ import annotations

import io
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any

from claimtrack.answers import DeclinedKind
from claimtrack.claims import Observation
from claimtrack.errors import InvalidField, MissingExtra, Problem
from claimtrack.io.columns import MEANINGS
from claimtrack.io.delimited import Row, Table, places_of, repeated_columns
from claimtrack.questions import Outcome
from claimtrack.sources import Reliability, SourceKind

_ROWS = 1000
_CHOICES = {
    "source_kind": [kind.value for kind in SourceKind],
    "reliability": [grade.value for grade in Reliability],
    "observed": [kind.value for kind in Observation],
    "anonymous": ["yes"],
    "first_hand": ["yes"],
}
_SUGGESTED = {
    "question": [outcome.value for outcome in Outcome] + ["killed+wounded"],
    "answer": ["affirms", "denies", *DeclinedKind.__members__],
}


def read_workbook(path: str | PathLike[str], sheet: str | None) -> Table:
    """Read a sheet of a workbook; a formula without a stored value is reported.

    Raises:
        MissingExtra: If openpyxl is not installed.
        InvalidField: If it is no workbook, or the sheet is not there.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise MissingExtra("xlsx", "reading XLSX") from None
    data = Path(path).read_bytes()
    try:
        values = load_workbook(io.BytesIO(data), data_only=True)
        formulas = load_workbook(io.BytesIO(data))
    except Exception as error:  # a damaged archive makes openpyxl, zipfile and zlib raise anything
        raise InvalidField("sheets", "path", str(path), "an XLSX workbook", str(error)) from error
    name = values.sheetnames[0] if sheet is None else sheet
    if name not in values.sheetnames:
        raise InvalidField("sheets", "sheet", sheet, f"one of {', '.join(values.sheetnames)}")
    return _table(f"{path}, sheet {name!r}", values[name], formulas[name])


def write_workbook(
    path: str | PathLike[str], columns: tuple[str, ...], rows: Iterator[tuple[object, ...]]
) -> None:
    """Write a workbook with drop-downs and an explanation of each column; no cell is a formula.

    Raises:
        MissingExtra: If openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Font
    except ImportError:
        raise MissingExtra("xlsx", "writing XLSX") from None
    from claimtrack.io.files import replaced

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "claims"
    sheet.append(columns)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = 18
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            _put(sheet.cell(number, place), value)
    _drop_downs(book, sheet, columns)
    words = book.create_sheet("columns")
    words.append(("column", "meaning"))
    for meaning, explained in MEANINGS.items():
        words.append((meaning, explained))
    with replaced(path) as file:
        book.save(file)


def _table(name: str, values: object, formulas: object) -> Table:
    problems: list[Problem] = []
    header: tuple[str, ...] = ()
    places: dict[str, int] = {}
    rows: list[Row] = []
    pairs = zip(values.iter_rows(), formulas.iter_rows(), strict=True)  # type: ignore[attr-defined]
    for number, (cells, written) in enumerate(pairs, start=1):
        if not header:
            header = tuple("" if cell.value is None else str(cell.value).strip() for cell in cells)
            places = places_of(header)
            problems.extend(repeated_columns(header, name))
            continue
        for cell, formula in zip(cells, written, strict=True):
            if cell.value is None and formula.data_type == "f":
                message = "a formula without a stored value: open and save the file in a spreadsheet program"
                place = f"{name}, cell {formula.coordinate}"
                raw = str(formula.value)
                problems.append(Problem(code="formula", message=message, location=place, raw=raw))
        row = Row(number, tuple("" if cell.value is None else cell.value for cell in cells), places)
        if not row.blank:
            rows.append(row)
    return Table(name, header, tuple(rows), tuple(problems))


def _put(cell: object, value: object) -> None:
    """Write a cell; a text is a text, whatever it begins with."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if value is None or value == "":
        return
    if isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value.encode("utf-8", "replace").decode())
        cell.value = text  # type: ignore[attr-defined]
        cell.data_type = "s"  # type: ignore[attr-defined]
        cell.quotePrefix = True  # type: ignore[attr-defined]
        return
    cell.value = value  # type: ignore[attr-defined]


def _drop_downs(book: object, sheet: object, columns: tuple[str, ...]) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    lists = book.create_sheet("lists")  # type: ignore[attr-defined]
    lists.sheet_state = "hidden"
    for place, (meaning, choices) in enumerate((_CHOICES | _SUGGESTED).items(), start=1):
        letter = get_column_letter(place)
        for number, choice in enumerate(choices, start=1):
            lists.cell(number, place, choice)
        check = DataValidation(
            type="list", formula1=f"lists!${letter}$1:${letter}${len(choices)}", allow_blank=True
        )
        check.showErrorMessage = meaning in _CHOICES
        target = get_column_letter(columns.index(meaning) + 1)
        check.add(f"{target}2:{target}{_ROWS}")
        sheet.add_data_validation(check)  # type: ignore[attr-defined]

"""XLSX workbooks through openpyxl."""

from __future__ import annotations

import io
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from zipfile import ZipFile

from claimtrack.answers import DeclinedKind
from claimtrack.claims import Observation
from claimtrack.errors import InvalidField, MissingExtra, Problem
from claimtrack.io.columns import MEANINGS, RELATION_MEANINGS
from claimtrack.io.delimited import Row, Table, places_of, repeated_columns, safe
from claimtrack.io.sheet_figures import READ_AS
from claimtrack.io.sheet_relations import BETWEEN
from claimtrack.questions import Outcome
from claimtrack.sources import RelationKind, Reliability, SourceKind

CLAIMS, RELATIONS = "claims", "relations"
"""The sheets of the template that are read."""

_EXPLAINED, _LISTS = "columns", "lists"
_ROWS = 1000
_UNPACKED = 1 << 30
_CHOICES = {
    "source_kind": [kind.value for kind in SourceKind],
    "reliability": [grade.value for grade in Reliability],
    "observed": [kind.value for kind in Observation],
    "anonymous": ["yes"],
    "first_hand": ["yes"],
    "read_as": list(READ_AS),
    "how": [kind.value for kind in RelationKind],
    "between": list(BETWEEN),
}
_SUGGESTED = {
    "question": [outcome.value for outcome in Outcome] + ["killed+wounded"],
    "answer": ["affirms", "denies", *DeclinedKind.__members__],
}


def read_workbook(path: str | PathLike[str], sheet: str | None) -> tuple[Table, Table | None]:
    """Read a sheet of a workbook, and that of its relations; a formula without a stored value is reported.

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
        _check_size(data)
        values = load_workbook(io.BytesIO(data), data_only=True)
        formulas = load_workbook(io.BytesIO(data))
    except Exception as error:  # a broken one makes openpyxl and zipfile raise nearly anything
        raise InvalidField("sheets", "path", str(path), "an XLSX workbook", str(error)) from error
    name = values.sheetnames[0] if sheet is None else sheet
    if name not in values.sheetnames:
        raise InvalidField("sheets", "sheet", sheet, f"one of {', '.join(values.sheetnames)}")
    tables = [
        _table(f"{path}, sheet {one!r}", values[one], formulas[one])
        for one in dict.fromkeys((name, RELATIONS))
        if one in values.sheetnames
    ]
    return tables[0], tables[1] if len(tables) > 1 else None


def _check_size(data: bytes) -> None:
    """Refuse an archive that would unpack to more than any sheet of claims needs."""
    with ZipFile(io.BytesIO(data)) as archive:
        size = sum(part.file_size for part in archive.infolist())
    if size > _UNPACKED:
        raise ValueError(f"it unpacks to {size:,} bytes, more than {_UNPACKED:,}")


def write_workbook(
    path: str | PathLike[str], rows: Iterator[tuple[object, ...]], relations: Iterator[tuple[object, ...]]
) -> None:
    """Write a workbook with drop-downs and an explanation of each column; no cell is a formula.

    Raises:
        MissingExtra: If openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise MissingExtra("xlsx", "writing XLSX") from None
    from claimtrack.io.files import replaced

    book = Workbook()
    book.worksheets[0].title = CLAIMS
    book.create_sheet(RELATIONS)
    words = book.create_sheet(_EXPLAINED)
    words.append(("column", "meaning"))
    for letter, width in (("A", 22), ("B", 110)):
        words.column_dimensions[letter].width = width
    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    for name, meanings, filled in ((CLAIMS, MEANINGS, rows), (RELATIONS, RELATION_MEANINGS, relations)):
        _fill(book[name], tuple(meanings), filled)
        _drop_downs(book[name], lists, tuple(meanings))
        for meaning, explained in meanings.items():
            words.append((meaning if name == CLAIMS else f"{name}: {meaning}", explained))
    with replaced(path) as file:
        book.save(file)


def _fill(sheet: object, columns: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    from openpyxl.styles import Font

    sheet.append(columns)  # type: ignore[attr-defined]
    for cell in sheet[1]:  # type: ignore[index]
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = 18  # type: ignore[attr-defined]
    sheet.freeze_panes = "A2"  # type: ignore[attr-defined]
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            _put(sheet.cell(number, place), value)  # type: ignore[attr-defined]


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
        row = Row(number, tuple(safe(cell.value) for cell in cells), places)
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


def _drop_downs(sheet: object, lists: object, columns: tuple[str, ...]) -> None:
    """Offer what a column takes; where it takes other things too, these are suggestions."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for meaning, choices in (_CHOICES | _SUGGESTED).items():
        if meaning not in columns:
            continue
        place = 1 if lists["A1"].value is None else lists.max_column + 1  # type: ignore[index, attr-defined]
        letter = get_column_letter(place)
        for number, choice in enumerate(choices, start=1):
            lists.cell(number, place, choice)  # type: ignore[attr-defined]
        check = DataValidation(
            type="list", formula1=f"{_LISTS}!${letter}$1:${letter}${len(choices)}", allow_blank=True
        )
        check.showErrorMessage = meaning in _CHOICES
        target = get_column_letter(columns.index(meaning) + 1)
        check.add(f"{target}2:{target}{_ROWS}")
        sheet.add_data_validation(check)  # type: ignore[attr-defined]

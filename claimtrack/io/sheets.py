"""Spreadsheets: one claim a row, in CSV or XLSX, with the columns an analyst has made.

A template with drop-downs is written by `write_template`; sheets with columns of their own are read
with a mapping, which `guess` proposes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from os import PathLike
from pathlib import Path

from claimtrack.dates import DayOrder
from claimtrack.errors import InvalidField, Problem
from claimtrack.io.cast import Cast
from claimtrack.io.columns import (
    MEANINGS,
    RELATION_MEANINGS,
    RELATION_NEEDED,
    ColumnsNeeded,
    Guess,
    checked_columns,
    guess_columns,
)
from claimtrack.io.delimited import Table, read_delimited, write_delimited
from claimtrack.io.foreign import read_rows
from claimtrack.io.losses import Losses
from claimtrack.io.sheet_relations import RelationSheet, relation_rows
from claimtrack.io.sheet_row import SheetRow
from claimtrack.io.sheet_writing import SheetWriter
from claimtrack.ledger import Ledger

_NOT_IN_CSV = re.compile("[\x00\ud800-\udfff]")
_NOT_IN_XLSX = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What cannot be written. Source: XML 1.0, section 2.2; NUL and half of a surrogate pair in text of UTF-8."""

__all__ = ["ColumnsNeeded", "Guess", "guess", "read", "write", "write_template"]


def guess(path: str | PathLike[str], *, sheet: str | None = None) -> Guess:
    """Guess what the columns of a sheet mean; print it, correct it, and pass `.columns` to `read`."""
    return guess_columns(_tables(path, sheet)[0].columns)


def read(
    path: str | PathLike[str],
    *,
    columns: Mapping[str, str] | None = None,
    sheet: str | None = None,
    relations: str | PathLike[str] | None = None,
    lang: str | None = None,
    order: DayOrder | None = None,
) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read a sheet with one claim a row, and, where there is one, the sheet of relations.

    Args:
        path: A CSV or XLSX file.
        columns: For each meaning (see `claimtrack.io.columns.MEANINGS`) the column in the file; not
            needed where the columns are named as in the template.
        sheet: The sheet of an XLSX file; by default the first.
        relations: A file with the relations between parties and between sources; in an XLSX file they
            are in the sheet of that name.
        lang: The language of figures in words, where no column says it.
        order: How to read 09/10/2024; without it such a date is a problem.

    Returns:
        The ledger, and a problem for every row, cell and column that was not read.

    Raises:
        ColumnsNeeded: If the columns have other names and no mapping was given; it carries a guess.
        InvalidField: If the mapping names columns or meanings that are not there.
        MissingExtra: If an XLSX file is read without openpyxl.
    """
    table, related = _tables(path, sheet)
    if relations is not None:
        related = _tables(relations, None)[0]
    if not any(table.columns):
        raise InvalidField("sheets", "path", str(path), "a sheet whose first row names its columns")
    if columns is None:
        plain = {name: name for name in table.columns if name in MEANINGS}
        if len(plain) < len([name for name in table.columns if name]):
            raise ColumnsNeeded(guess_columns(table.columns))
        columns = plain
    named = checked_columns(columns, table.columns)
    cast, others, unread = Cast(), None, list[Problem]()
    if related is not None and relations is None and not set(RELATION_NEEDED) <= set(related.columns):
        message = f"it is not read: it lacks the columns {', '.join(RELATION_NEEDED)}"
        unread.append(Problem(code="unread-sheet", message=message, location=related.name))
    elif related is not None:
        others = RelationSheet(related, order, cast)
    ledger, problems = read_rows(
        table, named.values(), partial(SheetRow, named=named, lang=lang, order=order), cast
    )
    unread += _unread(table, named.values())
    problems += ledger.receive(cast.spoken_of())
    return ledger, (*problems, *(others.record(ledger) if others else ()), *unread)


def _unread(table: Table, read: Collection[str]) -> Iterator[Problem]:
    message = "this column was not read: no meaning was given for it"
    for name in table.columns:
        if name and name not in read:
            yield Problem(code="unread-column", message=message, location=f"{table.name}, column {name!r}")


def write(
    ledger: Ledger, path: str | PathLike[str], *, relations: str | PathLike[str] | None = None
) -> Losses:
    """Write the claims of a ledger as a sheet that `read` reads; cells cannot be taken for formulas.

    Args:
        ledger: The ledger.
        path: A CSV or XLSX file.
        relations: A CSV file for the relations; in an XLSX file they get a sheet of their own.

    Returns:
        What a sheet cannot carry.
    """
    written = SheetWriter(ledger, _NOT_IN_XLSX if _is_xlsx(path) else _NOT_IN_CSV)
    if _is_xlsx(path):
        from claimtrack.io.xlsx import write_workbook

        write_workbook(path, written.rows(), relation_rows(ledger))
    else:
        write_delimited(path, tuple(MEANINGS), written.rows())
        if relations is not None:
            write_delimited(relations, tuple(RELATION_MEANINGS), relation_rows(ledger))
    return written.losses(related=_is_xlsx(path) or relations is not None)


def write_template(path: str | PathLike[str], *, relations: str | PathLike[str] | None = None) -> None:
    """Write an empty sheet to fill in; in XLSX with drop-downs and an explanation of each column.

    Args:
        path: A CSV or XLSX file.
        relations: A CSV file for the relations; an XLSX file has a sheet for them.

    Raises:
        MissingExtra: If the path is one of XLSX and openpyxl is not installed.
    """
    write(Ledger(), path, relations=relations)


def _is_xlsx(path: str | PathLike[str]) -> bool:
    return Path(path).suffix.lower() in (".xlsx", ".xlsm")


def _tables(path: str | PathLike[str], sheet: str | None) -> tuple[Table, Table | None]:
    """A sheet, and that of the relations where the file has one."""
    if _is_xlsx(path):
        from claimtrack.io.xlsx import read_workbook

        return read_workbook(path, sheet)
    return read_delimited(path), None

"""The cells of a sheet's row, by what their columns mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import TypeVar

from claimtrack.dates import DayOrder, When, when
from claimtrack.errors import ClaimtrackError, InvalidField, choose
from claimtrack.io.cast import Cast
from claimtrack.io.delimited import Row, Table, whole_number
from claimtrack.io.foreign import RowReading

E = TypeVar("E", bound=Enum)
R = TypeVar("R")

_YES = {"yes": True, "y": True, "true": True, "1": True, "oui": True, "x": True}
_NO = {"no": False, "n": False, "false": False, "0": False, "non": False, "": False}
_MEANINGS = {
    ("Source", "kind"): "source_kind",
    ("Source", "name"): "source",
    ("Event", "name"): "event",
    ("Party", "name"): "party",
    ("Place", "name"): "place",
}
"""The meaning of a column, by the record and the field that refused its cell."""


class WrongCellError(Exception):
    """A cell that cannot be read."""

    def __init__(self, meaning: str, message: str) -> None:
        self.meaning = meaning
        super().__init__(message)


class CellReading(RowReading):
    """One row being read, cell by cell.

    Args:
        table: The table that the row is in.
        row: The row.
        cast: The parties and sources of the table.
        named: For each meaning the column in the file.
        order: How to read 09/10/2024.
    """

    def __init__(
        self, table: Table, row: Row, cast: Cast, *, named: Mapping[str, str], order: DayOrder | None
    ) -> None:
        super().__init__(table, row, cast)
        self._named = named
        self._order: DayOrder | None = order

    def _read(self, read: Callable[[], R]) -> R | None:
        """What a cell or several say; what cannot be read is reported and gives `None`."""
        try:
            return read()
        except (WrongCellError, ClaimtrackError) as error:
            self._reject(error)
            return None

    def _reject(self, error: Exception) -> None:
        meaning = ""
        if isinstance(error, WrongCellError):
            meaning = error.meaning
        elif isinstance(error, InvalidField):
            meaning = _MEANINGS.get((error.record, error.field), error.field)
        self.report("rejected-row", f"rejected: {error}", self._named.get(meaning, ""))

    def _count(self, meaning: str) -> int | None:
        try:
            return whole_number(self.row.get(self._named.get(meaning, "")))
        except ValueError as error:
            raise WrongCellError(meaning, str(error)) from None

    def _choice(self, meaning: str, kinds: type[E]) -> E | None:
        text = self._cell(meaning)
        return choose("sheets", meaning, text.lower(), kinds) if text else None

    def _date(self, meaning: str) -> When | None:
        cell = self.row.get(self._named.get(meaning, ""))
        if isinstance(cell, datetime):
            return when(cell.date()) if cell.time() == time(0) else when(cell)
        if isinstance(cell, date):
            return when(cell)
        text = self._cell(meaning)
        return self._read_date(meaning, text) if text else None

    def _read_date(self, meaning: str, text: str) -> When:
        try:
            return when(text) if self._order is None else when(text, order=self._order)
        except InvalidField as error:
            raise WrongCellError(
                meaning, f"{text!r}; expected {error.expected}. {error.hint}".strip()
            ) from None

    def _degrees(self, meaning: str) -> float | None:
        text = self._cell(meaning)
        try:
            return float(text) if text else None
        except ValueError:
            raise WrongCellError(meaning, f"{text!r} is not a number of degrees") from None

    def _flag(self, meaning: str) -> bool:
        text = self._cell(meaning).lower()
        if text in _YES or text in _NO:
            return text in _YES
        raise WrongCellError(meaning, f"{text!r}; expected yes, or nothing")

    def _several(self, meaning: str) -> list[str]:
        return [name.strip() for name in self._cell(meaning).split(";") if name.strip()]

    def _cell(self, meaning: str) -> str:
        column = self._named.get(meaning)
        return "" if column is None else self.text(column).strip()

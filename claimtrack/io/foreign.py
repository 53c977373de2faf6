"""Reading rows of other people's tables: each row gives claims, and every oddity a problem with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol

import attrs

from claimtrack.claims import Claim
from claimtrack.dates import When, when
from claimtrack.errors import ClaimtrackError, Problem
from claimtrack.events import Place
from claimtrack.io.cast import Cast
from claimtrack.io.delimited import Row, Table, explained, whole_number
from claimtrack.io.progress import MANY, progress
from claimtrack.ledger import Ledger
from claimtrack.log.records import collector_paused

_REPORTED_EVERY = 1000


class RowReading:
    """One row being read.

    Args:
        table: The table that the row is in.
        row: The row.
        cast: The parties and sources of the table.
    """

    def __init__(self, table: Table, row: Row, cast: Cast) -> None:
        self.table = table
        self.row = row
        self.cast = cast
        self.problems: list[Problem] = []
        self._reported: set[str] = set()

    def claims(self) -> tuple[Claim, ...]:
        """The claims of the row; none where it cannot be read."""
        return ()

    def describe(self) -> None:
        """Tell the cast of a source that the row describes, before any row mentions it in passing."""

    def kept(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """As many of the claims as can be made; what stands in the way of the next is reported."""
        made: list[Claim] = []
        try:
            made.extend(claims)
        except ClaimtrackError as error:
            self.report("unreadable-row", explained(error))
        return tuple(made)

    def text(self, column: str) -> str:
        """The text of a cell, empty where there is no such column."""
        cell = self.row.get(column)
        return cell if type(cell) is str else str(cell)

    def count(self, column: str) -> int | None:
        """The number of persons in a cell, `None` where it is blank; a wrong one too, and reported once."""
        try:
            return whole_number(self.row.get(column))
        except ValueError as error:
            if column not in self._reported:
                self._reported.add(column)
                self.report("wrong-number", str(error), column)
            return None

    def days(self, start: str, end: str) -> When | None:
        """The days from one cell to another, as precisely as they make a day, a month or a year."""
        first, last = self.text(start)[:10], self.text(end)[:10]
        if not first and not last:
            return None
        try:
            return span(first or last, last or first)
        except ClaimtrackError as error:
            self.report("wrong-date", explained(error), start)
            return None

    def date(self, column: str) -> When | None:
        """The date in a cell, `None` where it is blank or wrong."""
        text = self.text(column)
        try:
            return when(text) if text else None
        except ClaimtrackError as error:
            self.report("wrong-date", explained(error), column)
            return None

    def place(self, where: str, country: str = "") -> Place | None:
        """The place of a name, with its coordinates where they are right."""
        if not where:
            return None
        latitude, longitude = self.text("latitude"), self.text("longitude")
        try:
            if latitude and longitude:
                return Place(where, latitude=float(latitude), longitude=float(longitude), country=country)
        except ValueError as error:
            self.report("wrong-place", explained(error), "latitude")
        return Place(where, country=country)

    def report(self, code: str, message: str, column: str = "") -> None:
        """Keep a problem with the row."""
        raw = self.text(column) if column else self.row.raw
        place = self.table.place(self.row, column)
        self.problems.append(Problem(code=code, message=message, location=place, raw=raw))


class Makes(Protocol):
    """What makes a reading of a row."""

    def __call__(self, table: Table, row: Row, cast: Cast, /) -> RowReading:
        """Make it."""
        ...


def read_rows(
    table: Table, needed: Iterable[str], reading: Makes, cast: Cast | None = None
) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read every row of a table into one ledger.

    Args:
        table: The table.
        needed: The columns without which nothing can be read.
        reading: What reads a row.
        cast: Parties and sources that are known beforehand.
    """
    table.need(*needed)
    ledger, cast = Ledger(), Cast() if cast is None else cast
    problems = list(table.problems)
    total = len(table.rows)
    rows_of: dict[str, Row] = {}
    claims: list[Claim] = []
    with collector_paused(), progress("reading", total, long=MANY) as advance:
        for row in table.rows:
            reading(table, row, cast).describe()
        for number, row in enumerate(table.rows):
            if number % _REPORTED_EVERY == 0:
                advance(number)
            read = reading(table, row, cast)
            claims.extend(_fresh(read, rows_of))
            problems.extend(read.problems)
        for problem in ledger.receive(claims):
            place = table.place(rows_of[problem.records[0]])
            problems.append(attrs.evolve(problem, location=place))
    return ledger, tuple(problems)


def _fresh(reading: RowReading, rows_of: dict[str, Row]) -> Iterator[Claim]:
    """The claims of a row that no row above has made."""
    before = len(reading.cast.differing)
    claims = reading.claims()
    for differing in reading.cast.differing[before:]:
        reading.report("described-otherwise", f"{differing}; the first description is kept")
    if not claims and not reading.problems:
        reading.report("nothing-said", "no figure and no other answer is in this row")
    for claim in claims:
        if rows_of.setdefault(claim.id, reading.row) is reading.row:
            yield claim
        else:
            reading.report("repeated-claim", f"an earlier row says the same: {claim}; it is kept once")


@lru_cache(maxsize=65536)
def day(text: str) -> When | None:
    """The date a text gives, or `None` where it gives none."""
    try:
        return when(text)
    except ClaimtrackError:
        return None


@lru_cache(maxsize=65536)
def span(start: str, end: str) -> When:
    """The days from one to another, as a day, a month or a year where they make one.

    Raises:
        InvalidField: If one is no date, or they are out of order.
    """
    if start == end:
        return when(start)
    span = when(f"{start}/{end}")
    for precise in (start[:7], start[:4]):
        whole = when(precise)
        if (whole.start, whole.end) == (span.start, span.end):
            return whole
    return span

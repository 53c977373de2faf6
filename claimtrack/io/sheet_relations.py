"""Who opposes, stands with or rests on whom, as a sheet: one relation a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from claimtrack.dates import DayOrder
from claimtrack.errors import Problem
from claimtrack.io.cast import Cast
from claimtrack.io.columns import RELATION_MEANINGS, RELATION_NEEDED
from claimtrack.io.delimited import Table
from claimtrack.io.sheet_cells import CellReading, WrongCellError
from claimtrack.ledger import Ledger
from claimtrack.sources import Party, Relation, RelationKind, Source

BETWEEN: tuple[str, ...] = ("parties", "sources")
"""What two may be between whom something is declared."""

_OF_PARTIES = (RelationKind.opposes, RelationKind.allied)
_REASONS = ("because", "since", "until", "by")


class RelationSheet:
    """The relations of a sheet.

    Whom a party opposes or stands with, without a reason or dates, describes the party; anything else
    is a relation of its own.

    Args:
        table: The sheet.
        order: How to read 09/10/2024.
        cast: The parties and sources of all sheets; told here, before it makes any party.

    Raises:
        InvalidField: If a column that is needed is not there.
    """

    def __init__(self, table: Table, order: DayOrder | None, cast: Cast) -> None:
        table.need(*RELATION_NEEDED)
        self._problems = list(table.problems)
        named = {name: name for name in RELATION_MEANINGS if name in table.columns}
        self._rows = [_RelationRow(table, row, cast, named=named, order=order) for row in table.rows]
        self._others = [row for row in self._rows if not row.declared()]

    def record(self, ledger: Ledger) -> tuple[Problem, ...]:
        """Record the relations, after the claims; every row that was not read is a problem."""
        problems = self._problems
        for row in self._others:
            relation = row.relation()
            for problem in ledger.receive([relation]) if relation else ():
                row.report(problem.code, problem.message)
        for row in self._rows:
            problems.extend(row.problems)
        return tuple(problems)


class _RelationRow(CellReading):
    """One row of the sheet of relations."""

    def declared(self) -> bool:
        """Whether the row describes a party, and then the cast is told; or cannot be read."""
        for meaning in RELATION_NEEDED:
            if not self._cell(meaning):
                self._reject(WrongCellError(meaning, f"{meaning} is empty"))
        how = self._read(partial(self._choice, "how", RelationKind))
        between = self._read(self._between)
        if self.problems or how is None:
            return True
        if how not in _OF_PARTIES or between == "sources" or any(map(self._cell, _REASONS)):
            return False
        one, other = self._cell("one"), self._cell("other")
        if Party(one).id == Party(other).id:
            self._reject(WrongCellError("other", f"{other!r} is the party itself"))
        else:
            self.cast.declare(one, how, other)
        return True

    def relation(self) -> Relation | None:
        """The relation of the row; `None` where it cannot be read, which is reported."""
        return self._read(self._relation)

    def _relation(self) -> Relation:
        one, other, how = self._cell("one"), self._cell("other"), self._cell("how").lower()
        between = self._between() or ("parties" if how in _OF_PARTIES else "sources")
        if how == RelationKind.same and not self._cell("between"):
            raise WrongCellError("between", "parties or sources: two of which kind are the same?")
        named = self.cast.party if between == "parties" else self.cast.source
        return Relation(
            named(one),
            named(other),
            how,  # type: ignore[arg-type]  # checked by `declared`
            because=self._cell("because"),
            since=self._date("since"),
            until=self._date("until"),
            by=self._cell("by") or None,
        )

    def _between(self) -> str:
        text = self._cell("between").lower()
        if text not in ("", *BETWEEN):
            raise WrongCellError("between", f"{text!r}; expected {' or '.join(BETWEEN)}")
        return text


def sheet_name(record: Party | Source) -> str:
    """The name by which a sheet knows a party or a source: a semicolon would part it in two."""
    return record.name.replace(";", ",")


def relation_rows(ledger: Ledger) -> Iterator[tuple[object, ...]]:
    """Every relation of a ledger as a row of the sheet, those in the descriptions of parties first."""
    for party in ledger.parties:
        for how, ids in (("opposes", party.opposes), ("allied", party.allied)):
            for known in map(ledger.log.party, ids):
                if known is not None:
                    yield (sheet_name(party), how, sheet_name(known), "parties", None, None, None, None)
    for relation in ledger.log.relations:
        ends = _ends(ledger, relation)
        if ends is not None:
            one, other = ends
            if sheet_name(one) == sheet_name(other):
                continue  # a sheet knows them by their names
            between = "parties" if isinstance(one, Party) else "sources"
            since, until = relation.since and relation.since.iso, relation.until and relation.until.iso
            how, because = relation.how.value, relation.because
            names = sheet_name(one), how, sheet_name(other)
            yield (*names, between, because, since, until, relation.by)


def _ends(ledger: Ledger, relation: Relation) -> tuple[Party | Source, Party | Source] | None:
    one, other = ledger.log.get(relation.a), ledger.log.get(relation.b)
    if isinstance(one, (Party, Source)) and isinstance(other, (Party, Source)):
        return one, other
    return None

"""Putting what was read back into a ledger, as it was recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from claimtrack.claims import Claim
from claimtrack.errors import ConflictingRecord, Problem, UnknownRecord
from claimtrack.events import Event
from claimtrack.io.quick import Row
from claimtrack.ledger import Ledger
from claimtrack.log import Log, Record


class Restorer:
    """Puts rows into a ledger as they were recorded; what stands in the way is a problem.

    Args:
        ledger: The ledger.
        name: The file that the rows are from.
        problems: The list that every problem is added to.
    """

    def __init__(self, ledger: Ledger, name: str, problems: list[Problem]) -> None:
        self.log: Log = ledger.log
        self.name = name
        self.problems = problems
        self.last: datetime = self.log.last_recorded or datetime.min.replace(tzinfo=UTC)

    def restore_run(
        self, records: Mapping[str, Claim | Event], recorded: datetime, number: int, lines: Sequence[str]
    ) -> None:
        """Append claims and events recorded at one moment, from lines that follow one another."""
        if recorded >= self.last and self.log.restore_run(records, recorded):
            self.last = recorded
            return
        for at, record in enumerate(records.values()):
            self.restore(Row(record, recorded), number + at, lines[at])

    def restore(self, row: Row, number: int, raw: str) -> None:
        """Append one row, from the line of a number."""
        record, recorded, revision = row
        last = self.last
        try:
            if recorded >= last:
                self.log.restore(record, recorded, revision=revision)
                self.last = recorded
            else:
                self.log.restore(record, last, revision=revision)
                message = f"recorded before the line above; held as of {last.isoformat()}"
                self._report("recorded-backwards", message, record, number, raw)
        except (ConflictingRecord, UnknownRecord):
            self._refuse(row, number, raw)

    def _refuse(self, row: Row, number: int, raw: str) -> None:
        record = row.record
        if row.revision:
            message = "it replaces a description that no line above gives"
            self._report("revises-nothing", message, record, number, raw)
        elif self.log.get(record.id) == record:
            self._report("repeated-record", f"{record.id} is given again", record, number, raw)
        else:
            message = f"{record.id} is given above with other attributes"
            self._report("conflicting-record", message, record, number, raw)

    def _report(self, code: str, message: str, record: Record, number: int, raw: str) -> None:
        place = f"{self.name}:{number}"
        self.problems.append(
            Problem(code=code, message=message, records=(record.id,), location=place, raw=raw)
        )

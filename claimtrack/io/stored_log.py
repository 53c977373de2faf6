"""A log that is kept in a file: every batch is on the disk before it is held in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from claimtrack.claims import Claim
from claimtrack.errors import Problem
from claimtrack.io.fields import DefectiveLine
from claimtrack.io.files import collector_paused
from claimtrack.io.journal import Journal, StoreError, chained, line_of
from claimtrack.io.quick import Row
from claimtrack.io.reading import LineReader
from claimtrack.io.wire import KINDS
from claimtrack.io.writing import encode, moment_text
from claimtrack.log import Clock, Entry, Log, Record, references_of

_WRITTEN_AT_ONCE = 4096


class StoredLog(Log):
    """The log of a store.

    Args:
        journal: The file.
        clock: Gives the moment of recording.
    """

    def __init__(self, journal: Journal, clock: Clock) -> None:
        super().__init__(clock)
        self.journal = journal
        self._reader = LineReader()
        self._numbers: dict[str, int] = {}
        self._head = journal.head()
        self._writes = False
        with journal.reading():
            self.catch_up()

    def append(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Record a batch as a whole: it is on the disk when this returns, or nothing of it is."""
        batch = tuple(records)
        with self._writing():
            return super().append(batch)

    def receive(self, records: Iterable[Record]) -> tuple[Problem, ...]:
        """Record what somebody else made; it is on the disk when this returns."""
        with self._writing():
            return super().receive(records)

    def revise(self, record: Record) -> Record:
        """Replace a description; it is on the disk when this returns."""
        with self._writing():
            return super().revise(record)

    def take_over(self, entries: Iterable[Entry]) -> None:
        """Record the entries of another log with their own moments, as one batch.

        Raises:
            StoreError: If something is recorded here already.
        """
        with self._writing(), collector_paused():
            if self._records:
                raise StoreError(self.journal.path, "not-empty")
            self._write(self._restored(entries))

    def _restored(self, entries: Iterable[Entry]) -> Iterator[tuple[int, Row]]:
        for entry in entries:
            self.restore(entry.record, entry.recorded, revision=entry.revision)
            yield entry.number, Row(entry.record, entry.recorded, entry.revision)

    def catch_up(self) -> int:
        """Hold what other processes have recorded since; how many entries that is."""
        before = len(self._records)
        with collector_paused():
            for stored in self.journal.entries("WHERE number >= ?", (before,)):
                try:
                    row = self._reader.read(stored.line)
                except DefectiveLine as error:
                    detail = f"entry {stored.number}: {error}; see verify()"
                    raise StoreError(self.journal.path, "damaged", detail) from error
                self.restore(row.record, row.recorded, revision=row.revision)
                self._note(row, stored.number)
                self._head = stored.hash
        return len(self._records) - before

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._writes = False
        try:
            with self.journal.writing():
                self.catch_up()
                yield
        except BaseException:
            if self._writes and self.journal.open:
                self._start_again()
            raise

    def _start_again(self) -> None:
        """Forget what the disk did not take, and hold what is there."""
        epoch = self.epoch
        self.__init__(self.journal, self.clock)  # type: ignore[misc]  # the same log, from its file
        self.epoch += epoch + 1

    def _keep(self, records: Sequence[Record], moment: datetime, *, revision: bool) -> None:
        first = len(self._records)
        self._write([(first + at, Row(record, moment, revision)) for at, record in enumerate(records)])

    def _write(self, numbered: Iterable[tuple[int, Row]]) -> None:
        self._writes = True
        rows: list[tuple[object, ...]] = []
        links: list[tuple[int, str]] = []
        for number, row in numbered:
            record = row.record
            rows.append(self._row(number, row))
            self._note(row, number)
            if type(record) is not Claim or record.based_on or record.revises or record.references:
                links.extend(
                    (number, target) for target in references_of(record) if target.startswith("claim:")
                )
            if len(rows) >= _WRITTEN_AT_ONCE:
                self.journal.add(rows, links)
                rows, links = [], []
        self.journal.add(rows, links)

    def _row(self, number: int, row: Row) -> tuple[object, ...]:
        record, recorded, revision = row
        kind, body, moment = KINDS[type(record)], encode(record), moment_text(recorded)
        self._head = chained(self._head, line_of(kind, body, moment, revision=revision))
        return (
            number,
            kind,
            record.id,
            moment,
            int(revision),
            body,
            self._head,
            *columns_of(record, self._numbers),
        )

    def _note(self, row: Row, number: int) -> None:
        if type(row.record) is not Claim:
            self._numbers.setdefault(row.record.id, number)
            self._reader.hold(row)


def columns_of(record: Record, numbers: Mapping[str, int]) -> tuple[object, ...]:
    """What a claim is found by: the entries of its event, question and source, and the days it was stated on.

    Args:
        record: The record; for any other than a claim there is nothing.
        numbers: The number of the first entry of each described record.
    """
    if type(record) is not Claim:
        return (None, None, None, None, None)
    stated = record.stated
    return (
        numbers[record.event.id],
        numbers[record.question.id],
        numbers[record.source.id],
        None if stated is None else stated.start.isoformat(),
        None if stated is None else stated.end.isoformat(),
    )


def links_of(record: Record) -> tuple[str, ...]:
    """The ids of the claims that a record speaks of."""
    if type(record) is Claim and not (record.based_on or record.revises or record.references):
        return ()
    return tuple(dict.fromkeys(target for target in references_of(record) if target.startswith("claim:")))

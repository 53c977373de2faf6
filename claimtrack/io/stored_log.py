"""A log that is kept in a file: every batch is on the disk before it is held in memory."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import lru_cache
from itertools import chain, islice

from claimtrack.claims import Claim
from claimtrack.errors import ConflictingRecord, Problem, UnknownRecord
from claimtrack.io.fields import DefectiveLine
from claimtrack.io.journal import Journal, Stored, StoreError, chained, line_of
from claimtrack.io.progress import MANY, progress
from claimtrack.io.quick import Row
from claimtrack.io.reading import LineReader
from claimtrack.io.writing import encode, moment_text
from claimtrack.log import Clock, Entry, Log, Record, references_of
from claimtrack.log.records import collector_paused

_READ_AT_ONCE = 512
_WRITTEN_AT_ONCE = 4096
_FOUND_BY_NOTHING = (None, None, None, None, None)


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
        self._claim_numbers: dict[str, int] = {}
        self._counted = 0
        self._arrived: list[tuple[int, str]] = []  # claims that others spoke of before they came
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

    def _restored(self, entries: Iterable[Entry]) -> Iterator[tuple[Record, datetime, bool]]:
        for entry in entries:
            yield entry.record, entry.recorded, entry.revision
            self.restore(entry.record, entry.recorded, revision=entry.revision)

    def catch_up(self) -> int:
        """Hold what other processes have recorded since; how many entries that is."""
        before = len(self._records)
        fresh = self.journal.count() - before
        if fresh == 0:
            return 0
        with collector_paused(), progress("loading", fresh, long=MANY) as advance:
            entries = self.journal.entries("WHERE number >= ?", (before,))
            while block := list(islice(entries, _READ_AT_ONCE)):
                self._hold(block)
                advance(len(self._records) - before)
        return len(self._records) - before

    def _hold(self, block: Sequence[Stored]) -> None:
        """Hold entries of the file, many claims and events at once where that can be."""
        lines, at = [stored.line for stored in block], 0
        while at < len(block):
            records, recorded = self._reader.quick.run(lines, at)
            if recorded is not None and records and self.restore_run(records, recorded):
                for number, record in enumerate(records.values(), block[at].number):
                    if type(record) is not Claim:
                        self._numbers.setdefault(record.id, number)
                at += len(records)
            else:
                self._hold_single(block[at])
                at += 1
        self._head = block[-1].hash

    def _hold_single(self, stored: Stored) -> None:
        try:
            row = self._reader.read_single(stored.line)
            self.restore(row.record, row.recorded, revision=row.revision)
        except (DefectiveLine, ConflictingRecord, UnknownRecord) as error:
            detail = f"entry {stored.number}: {error}; see verify()"
            raise StoreError(self.journal.path, "damaged", detail) from error
        self._note(row, stored.number)

    @contextmanager
    def _writing(self) -> Generator[None, None, None]:
        self._writes = False
        try:
            with self.journal.writing():
                self.catch_up()
                first = len(self._records)
                self._arrived = []
                yield
                self.journal.link(chain(self._arrived, self._links(first)))
        except BaseException:
            if self._writes and self.journal.open:
                self._start_again()
            raise

    def _start_again(self) -> None:
        """Forget what the disk did not take, and hold what is there."""
        epoch = self.epoch
        self.__init__(self.journal, self.clock)  # type: ignore[misc]  # the same log, from its file
        self.epoch: int = self.epoch + epoch + 1

    def _keep(self, records: Mapping[str, Record], moment: datetime, *, revision: bool) -> None:
        self._write([(record, moment, revision) for record in records.values()])

    def _write(self, entries: Iterable[tuple[Record, datetime, bool]]) -> None:
        """Write entries before they are held."""
        self._writes = True
        rows: list[tuple[object, ...]] = []
        number, head, numbers, awaited = len(self._records), self._head, self._numbers, self._awaited
        for record, recorded, revision in entries:
            kind, body = encode(record)
            moment = moment_text(recorded)
            head = chained(head, line_of(kind, body, moment, revision=revision))
            if type(record) is not Claim:
                self._note(Row(record, recorded, revision), number)
            if record.id in awaited:
                self._arrived.append((number, record.id))
            columns = columns_of(record, numbers)
            rows.append((number, kind, record.id, moment, int(revision), body, head, *columns))
            number += 1
            if len(rows) >= _WRITTEN_AT_ONCE:
                self.journal.add(rows)
                rows.clear()
        self.journal.add(rows)
        self._head = head

    def _links(self, first: int) -> Iterator[tuple[int, str]]:
        """Which entries, from one on, speak of which claims, and these claims' own entries."""
        for number, record in enumerate(self._records[first:], first):
            for target in links_of(record):
                yield number, target
                own = self._claim_number(target)
                if own is not None:
                    yield own, target

    def _claim_number(self, identity: str) -> int | None:
        """The number of a claim; asked only for claims that are spoken of, which most are not."""
        for number in range(self._counted, len(self._records)):
            record = self._records[number]
            if type(record) is Claim:
                self._claim_numbers[record.id] = number
        self._counted = len(self._records)
        return self._claim_numbers.get(identity)

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
        return _FOUND_BY_NOTHING
    stated = record.stated
    return (
        numbers[record.event.id],
        numbers[record.question.id],
        numbers[record.source.id],
        None if stated is None else _iso(stated.start),
        None if stated is None else _iso(stated.end),
    )


@lru_cache(maxsize=65536)
def _iso(day: date) -> str:
    return day.isoformat()


def links_of(record: Record) -> tuple[str, ...]:
    """The ids of the claims that a record speaks of."""
    if type(record) is Claim and not (record.based_on or record.revises or record.references):
        return ()
    return tuple(dict.fromkeys(target for target in references_of(record) if target.startswith("claim:")))

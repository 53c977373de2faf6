"""Looking into a store's file without loading all of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.events import Event
from claimtrack.io.fields import DefectiveLine
from claimtrack.io.journal import Journal, Stored, StoreError
from claimtrack.io.quick import Row
from claimtrack.io.reading import LineReader
from claimtrack.ledger import Ledger
from claimtrack.log import Record, references_of
from claimtrack.questions import Question
from claimtrack.sources import Source

Condition = tuple[str, tuple[object, ...]]
"""Part of a WHERE clause over claims, and its values."""

_AT_ONCE = 500


class Lookup:
    """Finds claims in a file, with the records they refer to, and no others.

    Args:
        journal: The file.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._reader = _Described(journal).reader

    def condition(
        self,
        *,
        event: Event | str | None = None,
        question: Question | str | None = None,
        source: Source | str | None = None,
        since: When | None = None,
        until: When | None = None,
    ) -> Condition | None:
        """What claims have to fulfil, or `None` where one of the records is not in the file."""
        parts, values = ["event IS NOT NULL"], list[object]()
        for column, record in (("event", event), ("question", question), ("source", source)):
            if record is None:
                continue
            number = self._number(record if isinstance(record, str) else record.id)
            if number is None:
                return None
            parts.append(f"{column} = ?")
            values.append(number)
        if since is not None:
            parts.append("stated_to >= ?")
            values.append(since.start.isoformat())
        if until is not None:
            parts.append("stated_to <= ?")
            values.append(until.end.isoformat())
        return " AND ".join(parts), tuple(values)

    def claims(
        self, condition: str, values: tuple[object, ...], *, group: tuple[object, ...] | None = None
    ) -> Iterator[Claim]:
        """The claims that fulfil a condition, in order; of one event and question where a group is given."""
        if group is not None:
            condition, values = f"{condition} AND event = ? AND question = ?", values + group
        for stored in self._journal.entries(f"WHERE {condition}", values):
            yield cast("Claim", self._read(stored))

    def groups(self, condition: str, values: tuple[object, ...]) -> list[tuple[object, ...]]:
        """The (event, question) of the claims that fulfil a condition."""
        query = f"SELECT event, question FROM entries WHERE {condition} GROUP BY 1, 2 ORDER BY min(number)"  # noqa: S608  # conditions are written here, values are bound
        return self._journal.query(query, values)

    def part(self, condition: str, values: tuple[object, ...]) -> Ledger:
        """A ledger of the claims that fulfil a condition and of all that their statuses rest on."""
        wanted: dict[int, Stored] = {}
        todo = list(self._journal.entries(f"WHERE {condition}", values))
        todo += self._journal.entries("WHERE kind IN ('relation', 'partsof')")
        while todo:
            fresh = [stored for stored in todo if wanted.setdefault(stored.number, stored) is stored]
            todo = self._next(fresh)
        ledger = Ledger()
        reader = LineReader()
        for number in sorted(wanted):
            row = _row(self._journal, reader, wanted[number])
            reader.hold(row)
            ledger.log.restore(row.record, row.recorded, revision=row.revision)
        return ledger

    def _read(self, stored: Stored) -> Record:
        return _row(self._journal, self._reader, stored).record

    def _next(self, fresh: list[Stored]) -> list[Stored]:
        """What these entries refer to, every description of it, and what speaks of the claims among them."""
        described: dict[str, None] = {}
        claims: dict[str, None] = {}
        for stored in fresh:
            record = self._read(stored)
            for identity in _refers_to(record):
                (claims if identity.startswith("claim:") else described)[identity] = None
            if type(record) is Claim:
                claims[record.id] = None
        found = self._by_ids("WHERE event IS NULL AND id IN ({})", list(described))
        found += self._by_ids("WHERE number IN (SELECT number FROM links WHERE target IN ({}))", list(claims))
        if self._journal.version == 1:
            found += self._by_ids("WHERE id IN ({})", list(claims))
        return found

    def _by_ids(self, condition: str, ids: list[str]) -> list[Stored]:
        found: list[Stored] = []
        for start in range(0, len(ids), _AT_ONCE):
            some = tuple(ids[start : start + _AT_ONCE])
            found += self._journal.entries(condition.format(", ".join("?" * len(some))), some)
        return found

    def _number(self, identity: str) -> int | None:
        query = "SELECT number FROM entries WHERE event IS NULL AND id = ? AND NOT revision"
        rows = self._journal.query(query, (identity,))
        return cast("int", rows[0][0]) if rows else None


def _row(journal: Journal, reader: LineReader, stored: Stored) -> Row:
    try:
        return reader.read(stored.line)
    except DefectiveLine as error:
        raise StoreError(journal.path, "damaged", f"entry {stored.number}: {error}; see verify()") from error


class _Described(dict[str, Record]):
    """The described records of a file, each read as now described when it is first asked for."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self.reader = LineReader(self)

    def __missing__(self, identity: str) -> Record:
        rows = list(self._journal.entries("WHERE event IS NULL AND id = ?", (identity,)))
        if not rows:
            raise KeyError(identity)
        record = _row(self._journal, self.reader, rows[-1]).record
        self[identity] = record
        return record

    def get(self, identity: str, default: object = None) -> object:  # type: ignore[override]
        """The record, read where it has to be."""
        try:
            return self[identity]
        except KeyError:
            return default


def _refers_to(record: Record) -> Iterator[str]:
    """Every id in a record, of records inside it too."""
    yield from references_of(record)
    for name in ("event", "source", "question", "party", "aligned_with"):
        inside = getattr(record, name, None)
        if inside is not None and not isinstance(inside, str):
            yield inside.id
    answer = getattr(record, "answer", None)
    party = getattr(answer, "party", None)
    if party is not None:
        yield party.id
    for name in ("parties", "of", "serves", "harms", "parts", "whole"):
        inside = getattr(record, name, None) or ()
        for part in inside if isinstance(inside, tuple) else (inside,):
            if not isinstance(part, str):
                yield part.id

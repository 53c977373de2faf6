"""The append-only log: every record in the order it came, with indexes that are never stale.

Nothing that was appended is ever changed or removed. What a ledger knows beyond this, it derives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from claimtrack.claims import Claim
from claimtrack.errors import ConflictingRecord, Problem, UnknownRecord, WrongType
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.figures import Figure
from claimtrack.identity import Identified, kind_of
from claimtrack.log.held import Held
from claimtrack.log.records import (
    DESCRIBED,
    RECORD_KINDS,
    Clock,
    Entry,
    Record,
    differences,
    parts_inside,
    references_of,
    refuse,
    utc_now,
)
from claimtrack.sources import Party, Source

__all__ = ["DESCRIBED", "RECORD_KINDS", "Clock", "Entry", "Log", "Record", "references_of", "utc_now"]


class Log(Held):
    """Every record in the order it came, appended and never changed.

    Args:
        clock: Gives the moment of recording, with its time zone.
    """

    epoch: int  # pyright takes `self.epoch += 1` below for another attribute without it

    def __init__(self, clock: Clock = utc_now) -> None:
        super().__init__()
        self.clock = clock

    def append(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Record a batch as a whole, or raise and change nothing.

        Returns:
            The records as held: for one that was held already, the held one.
        """
        batch = records if isinstance(records, tuple) else tuple(records)
        staged: dict[str, Record] = {}
        for record in batch:
            if type(record) is Claim:
                self._stage_claim(record, staged)
            else:
                self._stage(record, staged)
        self._need_references(staged)
        self._commit(staged)
        held = self._held
        return tuple([held[record.id] for record in batch])

    def receive(self, records: Iterable[Record]) -> tuple[Problem, ...]:
        """Record what somebody else made: what cannot be held, or dangles, is a `Problem`."""
        problems: list[Problem] = []
        staged: dict[str, Record] = {}
        for record in records:
            before = len(staged)
            try:
                self._stage(record, staged)
            except ConflictingRecord as error:
                problems.append(Problem(code="conflicting-record", message=str(error), records=(record.id,)))
                while len(staged) > before:
                    staged.popitem()
        self._commit(staged)
        for record in staged.values():
            self._await(record)
        return tuple(problems)

    def append_checked(self, claims: Sequence[Claim]) -> None:
        """Append distinct claims that a log held before, with all that they mention; nothing is checked."""
        self._held.update((claim.id, claim) for claim in claims)
        self._records.extend(claims)
        self._claims.extend(claims)
        self._recorded.extend([self._now()] * len(claims))
        for claim in claims:
            if claim.revises:
                self._link(claim)

    def replay(self, entries: Iterable[Entry]) -> None:
        """Append entries of another log as they stand there, moments included; nothing is checked again."""
        for entry in entries:
            self.restore(entry.record, entry.recorded, revision=entry.revision)

    def revise(self, record: Record) -> Record:
        """Replace the description held under the record's id; the old one stays in the log.

        Raises:
            UnknownRecord: If nothing is held under the id.
        """
        if not isinstance(record, DESCRIBED):
            names = ", ".join(kind.__name__ for kind in DESCRIBED)
            hint = "a claim is revised by one with revises="
            raise WrongType("Ledger", "revise", record, f"one of {names}", hint)
        held = self._held.get(record.id)
        if held is None:
            raise UnknownRecord(record, type(record).__name__.lower(), "record it first.")
        if held == record:
            return held
        staged: dict[str, Record] = {}
        for part in parts_inside(record):
            self._stage(part, staged)
        self._commit(staged)
        moment = self._now()
        self._keep({record.id: record}, moment, revision=True)
        self._versions.setdefault(record.id, [held]).append(record)
        self._revisions.add(len(self._records))
        self._take({record.id: record}, moment)
        self.epoch += 1
        return record

    def restore(self, record: Record, recorded: datetime, *, revision: bool = False) -> None:
        """Append an entry as a log recorded it before, with its moment; what it mentions must be held.

        Raises:
            ConflictingRecord: If the id is held and this is no revision.
            UnknownRecord: If this is a revision and the id is not held.
        """
        held = self._held.get(record.id)
        if revision:
            if held is None:
                raise UnknownRecord(record, type(record).__name__.lower(), "restore it first.")
            self._versions.setdefault(record.id, [held]).append(record)
            self._revisions.add(len(self._records))
            self.epoch += 1
        elif held is not None:
            raise ConflictingRecord(held, record, differences(held, record))
        self._take({record.id: record}, recorded)
        self._await(record)

    def restore_run(self, records: Mapping[str, Claim | Event], recorded: datetime) -> bool:
        """Append claims and events as a log recorded them at one moment, unless an id is held already.

        Args:
            records: Events, and claims that rest on no other claim, by their ids; what they mention is held.
            recorded: When they were recorded, not before the last entry.

        Returns:
            Whether they were appended: all of them, or none.
        """
        held, awaited = self._held, self._awaited
        if not held.keys().isdisjoint(records):
            return False
        held.update(records)
        self._records.extend(records.values())
        self._claims.extend([record for record in records.values() if type(record) is Claim])
        self._recorded.extend([recorded] * len(records))
        if not awaited.isdisjoint(records):
            awaited.difference_update(records)
            self.epoch += 1
        return True

    @property
    def last_recorded(self) -> datetime | None:
        """When the last entry was recorded, or `None` for an empty log."""
        return self._recorded[-1] if self._recorded else None

    def _stage(self, record: Record, staged: dict[str, Record]) -> None:
        """Put a record and all that it mentions into the batch, unless it is held already."""
        if type(record) is Claim:
            self._stage_claim(record, staged)
            return
        if not isinstance(record, RECORD_KINDS):
            refuse(record)
        identity = record.id
        held = self._held.get(identity)
        if held is None:
            held = staged.get(identity)
        if held is not None:
            if held is not record and held != record and record not in self._versions.get(identity, ()):
                raise ConflictingRecord(held, record, differences(held, record))
            return
        for part in parts_inside(record):
            self._stage(part, staged)
        staged[identity] = record

    def _stage_claim(self, claim: Claim, staged: dict[str, Record]) -> None:
        """As `_stage`; most claims mention only what is held already."""
        held, identity = self._held, claim.id
        inside: tuple[Record, ...] = (claim.event, claim.source, claim.question)
        if type(claim.answer) is not Figure:
            inside = parts_inside(claim)
        for part in inside:
            if (held.get(part.id) or staged.get(part.id)) is not part:
                self._stage(part, staged)
        for mention in claim.mentions:
            if (held.get(mention.id) or staged.get(mention.id)) is not mention:
                self._stage_mentioned(mention, staged)
        same = held.get(identity) or staged.setdefault(identity, claim)
        if same is not claim and same != claim:
            raise ConflictingRecord(same, claim, differences(same, claim))

    def _stage_mentioned(self, mention: Identified, staged: dict[str, Record]) -> None:
        """Claims that are only mentioned are never recorded unasked."""
        if isinstance(mention, (Party, Source, Evidence)):
            self._stage(mention, staged)

    def _need_references(self, staged: Mapping[str, Record]) -> None:
        held = self._held
        for record in staged.values():
            for identity in references_of(record):
                if identity not in held and identity not in staged:
                    hint = f"{record!r} refers to it: record it first, or in the same call."
                    raise UnknownRecord(identity, kind_of(identity), hint)

    def _commit(self, staged: Mapping[str, Record]) -> None:
        moment = self._now()
        self._keep(staged, moment, revision=False)
        self._take(staged, moment)

    def _keep(self, records: Mapping[str, Record], moment: datetime, *, revision: bool) -> None:
        """Where a log that is stored writes a batch, before it is held."""

    def _now(self) -> datetime:
        """The clock's moment, never before the last entry's: the log does not run backwards."""
        moment = self.clock()
        if moment.tzinfo is None:
            raise WrongType("Ledger", "clock", moment, "a clock that gives moments with a time zone")
        return max(moment, self._recorded[-1]) if self._recorded else moment

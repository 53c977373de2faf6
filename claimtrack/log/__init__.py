"""The append-only log: every record in the order it came, with indexes that are never stale.

Nothing that was appended is ever changed or removed. What a ledger knows beyond this, it derives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import cast

from claimtrack.assessments import Assessment, Retraction
from claimtrack.claims import Claim
from claimtrack.errors import ConflictingRecord, Problem, UnknownRecord, WrongType
from claimtrack.figures import Figure
from claimtrack.identity import kind_of
from claimtrack.log.records import (
    DESCRIBED,
    RECORD_KINDS,
    Clock,
    Entry,
    Record,
    differences,
    parts_inside,
    references_of,
    utc_now,
)
from claimtrack.questions import PartsOf
from claimtrack.sources import Party, Relation, Source

__all__ = ["DESCRIBED", "RECORD_KINDS", "Clock", "Entry", "Log", "Record", "references_of", "utc_now"]


class Log:
    """Every record in the order it came, found again by id, event, question and source.

    Attributes:
        epoch: Rises whenever something was recorded that can move statuses far away from it:
            a relation, a party's friends and enemies, a revision, a declared whole, or a record
            that others referred to before it came.
        derived: What is worked out from the log and kept with it, by name.
    """

    def __init__(self, clock: Clock = utc_now) -> None:
        self.clock = clock
        self._records: list[Record] = []
        self._recorded: list[datetime] = []
        self._revisions: set[int] = set()
        self._held: dict[str, Record] = {}
        self._versions: dict[str, list[Record]] = {}
        self._claims: list[Claim] = []
        self._assessments: dict[str, list[Assessment]] = {}
        self._retractions: dict[str, list[Retraction]] = {}
        self._relations: dict[str, Relation] = {}
        self._wholes: dict[str, PartsOf] = {}
        self._revised: dict[str, list[Claim]] = {}
        self._awaited: set[str] = set()
        self._touched: dict[tuple[str, str], int] = {}
        self._by_group: dict[tuple[str, str], list[Claim]] = {}
        self._by_event: dict[str, list[Claim]] = {}
        self._by_question: dict[str, list[Claim]] = {}
        self._by_source: dict[str, list[Claim]] = {}
        self._indexed = 0
        self.epoch = 0
        self.derived: dict[str, object] = {}

    # Appending

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
        for record in staged.values():
            self._need_references(record, staged)
        self._commit(staged.values())
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
        self._commit(staged.values())
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
        self._commit(staged.values())
        moment = self._now()
        self._keep((record,), moment, revision=True)
        self._versions.setdefault(record.id, [held]).append(record)
        self._revisions.add(len(self._records))
        self._add(record, moment)
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
        self._add(record, recorded)
        self._await(record)

    def restore_claims(self, claims: Mapping[str, Claim], recorded: datetime) -> bool:
        """Append claims as a log recorded them at one moment, unless an id is held already.

        Args:
            claims: Claims that rest on no other claim, by their ids; all that they mention is held.
            recorded: When they were recorded, not before the last entry.

        Returns:
            Whether they were appended: all of them, or none.
        """
        held, awaited = self._held, self._awaited
        if not held.keys().isdisjoint(claims):
            return False
        held.update(claims)
        self._records.extend(claims.values())
        self._claims.extend(claims.values())
        self._recorded.extend([recorded] * len(claims))
        if not awaited.isdisjoint(claims):
            awaited.difference_update(claims)
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
        identity = record.id if isinstance(record, RECORD_KINDS) else self._refuse(record)
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
        if claim.mentions or type(claim.answer) is not Figure:
            inside = parts_inside(claim)
        for part in inside:
            if (held.get(part.id) or staged.get(part.id)) is not part:
                self._stage(part, staged)
        same = held.get(identity) or staged.setdefault(identity, claim)
        if same is not claim and same != claim:
            raise ConflictingRecord(same, claim, differences(same, claim))

    def _refuse(self, record: object) -> str:
        names = ", ".join(kind.__name__ for kind in RECORD_KINDS)
        raise WrongType("Ledger", "record", record, f"one of {names}")

    def _need_references(self, record: Record, staged: dict[str, Record]) -> None:
        held = self._held
        for identity in references_of(record):
            if identity not in held and identity not in staged:
                hint = f"{record!r} refers to it: record it first, or in the same call."
                raise UnknownRecord(identity, kind_of(identity), hint)

    def _commit(self, records: Iterable[Record]) -> None:
        batch, moment = tuple(records), self._now()
        self._keep(batch, moment, revision=False)
        for record in batch:
            self._add(record, moment)

    def _keep(self, records: Sequence[Record], moment: datetime, *, revision: bool) -> None:
        """Where a log that is stored writes a batch, before it is held."""

    def _add(self, record: Record, moment: datetime) -> None:
        self._held[record.id] = record
        self._records.append(record)
        self._recorded.append(moment)
        if self._awaited and record.id in self._awaited:
            self._awaited.discard(record.id)
            self.epoch += 1
        if type(record) is Claim:
            self._claims.append(record)
            if record.revises:
                self._link(record)
        elif isinstance(record, Assessment):
            self._assessments.setdefault(record.claim, []).append(record)
            self._touch(record.claim)
        elif isinstance(record, Retraction):
            self._retractions.setdefault(record.claim, []).append(record)
            self._touch(record.claim)
        elif isinstance(record, Party):
            if record.opposes or record.allied:
                self.epoch += 1
        elif isinstance(record, Relation):
            self._relations[record.id] = record
            self.epoch += 1
        elif isinstance(record, PartsOf):
            self._wholes[record.id] = record
            self.epoch += 1

    def _await(self, record: Record) -> None:
        """Note what a record refers to and is not held: when it comes, it can move statuses anywhere."""
        for identity in references_of(record):
            if identity not in self._held:
                self._awaited.add(identity)

    def _touch(self, identity: str) -> None:
        """Note that something was said about a claim: statuses on its question are derived again."""
        claim = self._held.get(identity)
        if type(claim) is Claim:
            key = (claim.event.id, claim.question.id)
            self._touched[key] = self._touched.get(key, 0) + 1

    def _link(self, claim: Claim) -> None:
        for identity in claim.revises:
            self._revised.setdefault(identity, []).append(claim)

    def _now(self) -> datetime:
        """The clock's moment, never before the last entry's: the log does not run backwards."""
        moment = self.clock()
        if moment.tzinfo is None:
            raise WrongType("Ledger", "clock", moment, "a clock that gives moments with a time zone")
        return max(moment, self._recorded[-1]) if self._recorded else moment

    # Looking up

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, record: object) -> bool:
        identity = record if isinstance(record, str) else getattr(record, "id", None)
        return identity in self._held

    def entries(self) -> Iterator[Entry]:
        """Every entry in the order it came."""
        for number, (record, moment) in enumerate(zip(self._records, self._recorded, strict=True)):
            yield Entry(number, moment, record, number in self._revisions)

    def get(self, identity: str) -> Record | None:
        """The record now held under an id, or `None`."""
        return self._held.get(identity)

    def versions(self, identity: str) -> tuple[Record, ...]:
        """Every description recorded under an id, the oldest first."""
        held = self._held.get(identity)
        return () if held is None else tuple(self._versions.get(identity, (held,)))

    def claim(self, claim: Claim | str) -> Claim:
        """The held claim.

        Raises:
            UnknownRecord: If the log does not hold it.
        """
        held = self._held.get(claim if isinstance(claim, str) else claim.id)
        if type(held) is not Claim:
            raise UnknownRecord(claim, "claim", "record it first.")
        return held

    def source(self, source: Source | str) -> Source | None:
        """The source as now described, or `None` where it is not held."""
        identity = source if isinstance(source, str) else source.id
        return cast("Source | None", self._held.get(identity))

    def party(self, party: Party | str) -> Party | None:
        """The party as now described, or `None` where it is not held."""
        identity = party if isinstance(party, str) else party.id
        return cast("Party | None", self._held.get(identity))

    @property
    def claims(self) -> Sequence[Claim]:
        """Every claim in the order it came. Not to be changed."""
        return self._claims

    def of_kind(self, kind: type[Record]) -> list[Record]:
        """Every record of a kind as now described, in the order it first came."""
        return [record for record in self._held.values() if type(record) is kind]

    @property
    def relations(self) -> Sequence[Relation]:
        """Every declared relation, as now described."""
        return tuple(self._relations.values())

    @property
    def wholes(self) -> Sequence[PartsOf]:
        """Every declared whole and its parts, as now described."""
        return tuple(self._wholes.values())

    def assessments(self, claim: Claim | str) -> Sequence[Assessment]:
        """The assessments of a claim in the order they were recorded."""
        return self._assessments.get(claim if isinstance(claim, str) else claim.id, ())

    def judgements(self) -> Iterator[Assessment]:
        """Every assessment, claim by claim."""
        for assessments in self._assessments.values():
            yield from assessments

    def retractions(self, claim: Claim | str) -> Sequence[Retraction]:
        """The retractions of a claim in the order they were recorded."""
        return self._retractions.get(claim if isinstance(claim, str) else claim.id, ())

    def revisions(self, claim: Claim | str) -> Sequence[Claim]:
        """The claims that name this one in `revises`, in the order they were recorded."""
        return self._revised.get(claim if isinstance(claim, str) else claim.id, ())

    def group(self, event: str, question: str) -> Sequence[Claim]:
        """The claims on one question about one event, in the order they came."""
        self._index()
        return self._by_group.get((event, question), ())

    def touched(self, event: str, question: str) -> int:
        """How many assessments and retractions concern the claims on one question about one event."""
        return self._touched.get((event, question), 0)

    @property
    def judged(self) -> bool:
        """Whether anything was ever assessed or retracted."""
        return bool(self._assessments or self._retractions)

    @property
    def groups(self) -> Sequence[tuple[str, str]]:
        """The (event id, question id) of every question that was answered, in the order they came."""
        self._index()
        return tuple(self._by_group)

    def on_event(self, event: str) -> Sequence[Claim]:
        """The claims about one event, in the order they came."""
        self._index()
        return self._by_event.get(event, ())

    def on_question(self, question: str) -> Sequence[Claim]:
        """The claims on one question about any event, in the order they came."""
        self._index()
        return self._by_question.get(question, ())

    def by_source(self, source: str) -> Sequence[Claim]:
        """The claims of one source, in the order they came."""
        self._index()
        return self._by_source.get(source, ())

    def _index(self) -> None:
        """Bring the indexes up to the last claim: each claim is indexed once, when it is first looked for."""
        if self._indexed == len(self._claims):
            return
        groups, events = self._by_group, self._by_event
        questions, sources = self._by_question, self._by_source
        for claim in self._claims[self._indexed :]:
            event, question = claim.event.id, claim.question.id
            groups.setdefault((event, question), []).append(claim)
            events.setdefault(event, []).append(claim)
            questions.setdefault(question, []).append(claim)
            sources.setdefault(claim.source.id, []).append(claim)
        self._indexed = len(self._claims)

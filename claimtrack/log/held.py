"""What a log holds, found again by id, event, question and source; its indexes are never stale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import cast

from claimtrack.assessments import Assessment, Retraction
from claimtrack.claims import Claim
from claimtrack.errors import UnknownRecord, WrongType, with_article
from claimtrack.events import Event
from claimtrack.identity import Identified
from claimtrack.log.records import Entry, Record, references_of
from claimtrack.questions import Attribution, Measure, PartsOf, Proposition
from claimtrack.sources import Party, Relation, Source

_FIELDS: dict[str, tuple[type, ...]] = {
    "event": (Event,),
    "question": (Measure, Proposition, Attribution),
    "source": (Source,),
}


class Held:
    """Every record in the order it came, found again by id, event, question and source.

    Attributes:
        epoch: Rises whenever something was recorded that can move statuses far away from it:
            a relation, a party's friends and enemies, a revision, a declared whole, or a record
            that others referred to before it came.
        derived: What is worked out from the log and kept with it, by name.
    """

    def __init__(self) -> None:
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
        self.epoch: int = 0
        self.derived: dict[str, object] = {}

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

    def held_id(self, record: Identified | str | None, field: str) -> str | None:
        """The id of what a look-up is limited to, if it is held and of the kind that was asked for.

        Raises:
            UnknownRecord: If it is not.
            WrongType: If it is neither a record nor an id.
        """
        identity = _id_of(record)
        held = None if identity is None else self._held.get(identity)
        if identity is None or isinstance(held, _FIELDS[field]):
            return identity
        if held is None:
            raise UnknownRecord(record, field, "pass the record itself, or its .id.")
        hint = f"That is {with_article(type(held).__name__)}: {held}; give {with_article(field)} or its id."
        raise UnknownRecord(record, field, hint)

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

    # Taking in

    def _take(self, records: Mapping[str, Record], moment: datetime) -> None:
        """Hold records, by their ids, as they were recorded at one moment."""
        self._held.update(records)
        self._records.extend(records.values())
        self._recorded.extend([moment] * len(records))
        arrived = self._awaited.intersection(records) if self._awaited else ()
        self._awaited.difference_update(arrived)
        self.epoch += len(arrived)
        for record in records.values():
            if type(record) is not Claim:
                self._learn(record)
                continue
            self._claims.append(record)
            if record.revises:
                self._link(record)

    def _learn(self, record: Record) -> None:
        """Note what follows from a record that is no claim."""
        if isinstance(record, Assessment):
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


def _id_of(record: Identified | str | None) -> str | None:
    if record is None or isinstance(record, str):
        return record
    identity = getattr(record, "id", None)
    if not isinstance(identity, str):
        raise WrongType("Ledger", "claims", record, "a record or its id")
    return identity

"""What a log holds: the kinds of record, what each refers to, and what is inside each."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from operator import attrgetter
from typing import NoReturn

import attrs

from claimtrack.answers import Stance
from claimtrack.assessments import Assessment, Retraction
from claimtrack.claims import Claim
from claimtrack.errors import WrongType
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.identity import Identified
from claimtrack.questions import Attribution, Measure, PartsOf, Proposition
from claimtrack.sources import Party, Relation, Source

Record = (
    Party | Source | Event | Measure | Proposition | Attribution | PartsOf | Evidence | Claim | Assessment
    | Retraction | Relation
)  # fmt: skip
"""Everything a ledger holds."""

RECORD_KINDS: tuple[type[Record], ...] = (
    Party, Source, Event, Measure, Proposition, Attribution, PartsOf, Evidence, Claim, Assessment, Retraction,
    Relation,
)  # fmt: skip

DESCRIBED: tuple[type[Record], ...] = (
    Party, Source, Event, Measure, Proposition, Attribution, PartsOf, Evidence, Relation,
)  # fmt: skip
"""The kinds whose description can be replaced by `revise`."""


def refuse(record: object) -> NoReturn:
    """Refuse what is not a record.

    Raises:
        WrongType: Always.
    """
    names = ", ".join(kind.__name__ for kind in RECORD_KINDS)
    several = isinstance(record, (list, tuple, set, frozenset))
    hint = "record the members of a list with record(*records) or record_all(records)" if several else ""
    raise WrongType("Ledger", "record", record, f"one of {names}", hint)


Clock = Callable[[], datetime]


@attrs.frozen
class Entry:
    """One line of the log.

    Attributes:
        number: Its place in the log, from 0.
        recorded: When it was recorded, with its time zone.
        record: The record.
        revision: Whether it replaces the description held under the same id.
    """

    number: int
    recorded: datetime
    record: Record
    revision: bool


def utc_now() -> datetime:
    """The default clock: the present moment in UTC."""
    return datetime.now(UTC)


_MANY = 100_000


@contextmanager
def collector_paused() -> Generator[None, None, None]:
    """Let the garbage collector wait while many records are made, and go on as it was.

    Records refer to no later ones, so they are no garbage that has to be looked for: where many were made,
    they go to the oldest generation without being looked through, by being frozen for a moment.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _MANY and not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        gc.enable()


def last_first(claim: Claim) -> tuple[int, str, str]:
    """The order in which people read claims, as a key: the latest first, of one day by who speaks."""
    return (-claim.stated.end.toordinal() if claim.stated else 0, claim.source.name, claim.id)


recorded_id: Callable[[Claim], str] = attrgetter("_id")
"""The id of a claim that a log holds; it was worked out when the claim was recorded."""


def references_of(record: Record) -> tuple[str, ...]:
    """The ids that a record refers to."""
    if type(record) is Claim:
        if record.based_on or record.revises or record.references:
            return record.via + record.based_on + record.revises + record.references
        return record.via
    if isinstance(record, Assessment):
        return (record.claim, *record.evidence, *record.contrary)
    if isinstance(record, Retraction):
        return (record.claim, record.by)
    if isinstance(record, Relation):
        return (record.a, record.b)
    if isinstance(record, Party):
        return record.opposes + record.allied
    if isinstance(record, Source):
        return tuple(identity for identity in (record.known_to, record.author) if identity)
    return ()


def parts_inside(record: Record) -> tuple[Record, ...]:
    """The records inside a record that must be held before it; claims are never recorded unasked."""
    if type(record) is Claim:
        answer = record.answer
        inside: tuple[Record, ...] = (record.event, record.source, record.question)
        if isinstance(answer, Stance) and answer.party is not None:
            inside += (answer.party,)
        if record.mentions:
            inside += _mentioned(record.mentions)
        return inside
    if isinstance(record, Source):
        parties = tuple(party for party in (record.party, record.aligned_with) if party is not None)
        return parties + _mentioned(record.mentions)
    if isinstance(record, Event):
        return record.parties
    if isinstance(record, Measure):
        return record.of or ()
    if isinstance(record, Proposition):
        return record.serves + record.harms
    if isinstance(record, PartsOf):
        return tuple(part for part in (record.whole, *record.parts) if isinstance(part, Party))
    if isinstance(record, (Party, Relation, Retraction, Assessment)):
        return _mentioned(record.mentions)
    return ()


def _mentioned(mentions: tuple[Identified, ...]) -> tuple[Record, ...]:
    return tuple(record for record in mentions if isinstance(record, (Party, Source, Evidence)))


def differences(held: Record, given: Record) -> list[str]:
    """The names of the fields in which two records under one id differ."""
    if type(held) is not type(given):
        return ["kind"]
    names = (field.name for field in attrs.fields(type(held)) if field.eq)
    return [name for name in names if getattr(held, name) != getattr(given, name)]

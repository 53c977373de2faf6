"""History: the ledger as it stood, what has moved since, and what is left to find out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from enum import StrEnum

import attrs

from claimtrack.assessments import Assessment, Retraction
from claimtrack.checks import DateLike, date_or_none
from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.errors import WrongType
from claimtrack.events import Event
from claimtrack.figures import Figure
from claimtrack.log import Entry, Log, Record, references_of
from claimtrack.origins import Voice
from claimtrack.questions import Question
from claimtrack.sources import Party, Relation, Source
from claimtrack.status import Lifecycle, State, Status, Statuses, Support

Moment = DateLike | datetime


class ChangeKind(StrEnum):
    """What changed.

    Attributes:
        recorded: A claim was recorded; its first state is given.
        moved: The state of a claim moved.
        figure: What can be said of a question changed: the lowest, the highest, the voices.
    """

    recorded = "recorded"
    moved = "moved"
    figure = "figure"


@attrs.frozen
class Change:
    """One thing that changed, and its cause.

    Attributes:
        kind: What changed.
        recorded: When the last of its causes was recorded.
        event: The event.
        question: The question.
        claim: The claim, or `None` where the figure of a question changed.
        before: What it was, as a table shows it; an empty text for a new claim.
        after: What it is now.
        causes: The records that brought it about, in the order they came.
        because: Why, in a sentence.
    """

    kind: ChangeKind
    recorded: datetime
    event: Event
    question: Question
    claim: Claim | None
    before: str
    after: str
    causes: tuple[Record, ...]
    because: str


class Rank(StrEnum):
    """How much hangs on an open question, the most first.

    Attributes:
        contested: Voices contradict one another.
        bound: An uncorroborated figure sets the lowest or the highest end.
        conflict: One origin is rendered in ways that do not fit together.
        unsupported: A claim that nobody bears out.
        silent: A source that gave no answer.
    """

    contested = "contested"
    bound = "bound"
    conflict = "conflict"
    unsupported = "unsupported"
    silent = "silent"


_RANKS = tuple(Rank)


@attrs.frozen
class OpenQuestion:
    """Something left to find out.

    Attributes:
        rank: How much hangs on it.
        event: The event.
        question: The question.
        claims: The claims it is about, by date and id.
        because: Why it is open.
        missing: What it would take.
    """

    rank: Rank
    event: Event
    question: Question
    claims: tuple[Claim, ...]
    because: str
    missing: str


def cut(
    log: Log, earlier: Log, *, stated: DateLike | None = None, recorded: Moment | None = None
) -> None:
    """Fill an empty log with what another one held at a moment.

    Args:
        log: The log.
        earlier: The empty log to fill.
        stated: What had been stated, decided and declared up to the end of this day; undated claims
            are in, and a month counts from its last day.
        recorded: What had been recorded up to this moment, or to the end of this day (UTC).
    """
    said_by = date_or_none("Ledger", "stated", stated)
    known_by = None if recorded is None else end_of(recorded)
    earlier.replay(_kept(log, said_by, known_by))


def end_of(moment: Moment) -> datetime:
    """The moment itself, or the end of the day (UTC) where a day, month or year is given.

    Raises:
        WrongType: If a date and time has no time zone.
    """
    if isinstance(moment, datetime):
        if moment.tzinfo is None:
            raise WrongType("Ledger", "recorded", moment, "a moment with a time zone, or a day")
        return moment
    day = date_or_none("Ledger", "recorded", moment)
    if day is None:
        raise WrongType("Ledger", "recorded", moment, "a moment with a time zone, or a day")
    if day.clock is not None and day.clock.tzinfo is not None:
        return day.clock
    if day.clock is not None:
        raise WrongType("Ledger", "recorded", moment, "a moment with a time zone, or a day")
    return datetime.combine(day.end, time.max, tzinfo=UTC)


def _kept(log: Log, said_by: When | None, known_by: datetime | None) -> Iterator[Entry]:
    for entry in log.entries():
        if known_by is not None and entry.recorded > known_by:
            return
        if said_by is None or _said(entry.record, said_by):
            yield entry


def _said(record: Record, by: When) -> bool:
    """Whether something had been said by the end of a day; what is undated had been."""
    if isinstance(record, (Claim, Retraction)):
        return record.stated is None or record.stated.end <= by.end
    if isinstance(record, Assessment):
        return record.decided.end <= by.end
    if isinstance(record, Relation):
        return record.since is None or record.since.start <= by.end
    return True


def changes_since(log: Log, since: Moment) -> tuple[Change, ...]:
    """What was recorded since a moment, and what it moved, in the order of the questions.

    Args:
        log: The log.
        since: A moment, or a day, whose end counts.
    """
    known_by = end_of(since)
    earlier = Log(log.clock)
    cut(log, earlier, recorded=known_by)
    fresh = [entry for entry in log.entries() if entry.recorded > known_by]
    before, now = Statuses(earlier), Statuses(log)
    changes: list[Change] = []
    for key in _affected(log, fresh):
        changes += _changes_on(key, (earlier, before), (log, now), fresh)
    return tuple(changes)


def _affected(log: Log, fresh: Sequence[Entry]) -> Sequence[tuple[str, str]]:
    """The questions that new entries can have moved; all of them where a relation or a description came."""
    touched: set[tuple[str, str]] = set()
    wide = False
    for entry in fresh:
        record = entry.record
        if isinstance(record, (Assessment, Retraction)):
            held = log.get(record.claim)
            record = held if isinstance(held, Claim) else record
        if isinstance(record, Claim):
            touched.add((record.event.id, record.question.id))
        elif entry.revision or isinstance(record, Relation) or _has_sides(record):
            wide = True
    if wide:
        return log.groups
    resting = _resting_on(log, touched)
    return [key for key in log.groups if key in touched or key in resting]


def _has_sides(record: Record) -> bool:
    return isinstance(record, Party) and bool(record.opposes or record.allied)


def _resting_on(log: Log, touched: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The questions whose claims or verdicts rest on claims of these questions, however far."""
    upward: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for claim in log.claims:
        named = list(claim.based_on)
        for assessment in log.assessments(claim):
            named += assessment.evidence
        for identity in named:
            base = log.get(identity)
            if isinstance(base, Claim):
                upward.setdefault((base.event.id, base.question.id), set()).add(
                    (claim.event.id, claim.question.id)
                )
    found: set[tuple[str, str]] = set()
    waiting = list(touched)
    while waiting:
        for key in upward.get(waiting.pop(), ()):
            if key not in found:
                found.add(key)
                waiting.append(key)
    return found


def _changes_on(
    key: tuple[str, str],
    earlier: tuple[Log, Statuses],
    later: tuple[Log, Statuses],
    fresh: Sequence[Entry],
) -> list[Change]:
    was, now = earlier[1].group(*key), later[1].group(*key)
    moved = [status for identity, status in now.items() if identity not in was or _differs(was[identity], status)]
    if not moved:
        return []
    changes = [_change(was.get(status.claim.id), status, fresh, later[0]) for status in moved]
    old, new = _ends_text(earlier[1], was.values()), _ends_text(later[1], now.values())
    if was and old != new:
        claim = moved[0].claim
        causes = _unique(cause for change in changes for cause in change.causes)
        changes.append(
            Change(
                ChangeKind.figure, max(change.recorded for change in changes), claim.event, claim.question, None,
                old, new, causes, "the claims that are heard, or what they say, changed",
            )  # fmt: skip
        )
    return changes


def _differs(was: Status, now: Status) -> bool:
    return (was.state, was.support, was.lifecycle, was.verdict, was.override) != (
        now.state, now.support, now.lifecycle, now.verdict, now.override,
    )  # fmt: skip


def _change(was: Status | None, now: Status, fresh: Sequence[Entry], log: Log) -> Change:
    claim = now.claim
    causes, recorded = _causes(now, fresh, log)
    return Change(
        ChangeKind.recorded if was is None else ChangeKind.moved,
        recorded,
        claim.event,
        claim.question,
        claim,
        "" if was is None else shown(was),
        shown(now),
        causes,
        now.because,
    )


def shown(status: Status) -> str:
    """A status as a table shows it; support where it is short of corroboration is named as well."""
    text = status.state.value
    if status.support is Support.consistent and status.state is State.unverified:
        text += " (consistent)"
    return f"{text}, by override" if status.override else text


def _causes(now: Status, fresh: Sequence[Entry], log: Log) -> tuple[tuple[Record, ...], datetime]:
    """The new records that bear on a claim: itself, what it is held against, and what was declared."""
    near = {now.claim.id, now.claim.source.id}
    linked = (*now.contested_by, *now.supported_by, *now.claim.based_on)
    near.update(one if isinstance(one, str) else one.id for one in linked)
    for one in (now.superseded_by, now.overtaken_by, now.retracted_with, now.fallen_with):
        if one is not None:
            near.add(one.id)
    for assessment in now.assessments:
        near.update(assessment.evidence)
    entries = [entry for entry in fresh if _bears_on(entry.record, near)]
    if not entries:
        key = (now.claim.event.id, now.claim.question.id)
        entries = [entry for entry in fresh if _on(entry.record, key, log)] or list(fresh)
    causes = _unique(entry.record for entry in entries)
    return causes, max(entry.recorded for entry in entries)


def _bears_on(record: Record, near: set[str]) -> bool:
    if record.id in near:
        return not isinstance(record, Source)
    if isinstance(record, (Assessment, Retraction)):
        return record.claim in near
    return isinstance(record, Relation) and not near.isdisjoint(references_of(record))


def _on(record: Record, key: tuple[str, str], log: Log) -> bool:
    if isinstance(record, (Assessment, Retraction)):
        held = log.get(record.claim)
        return isinstance(held, Claim) and (held.event.id, held.question.id) == key
    if isinstance(record, Claim):
        return (record.event.id, record.question.id) == key
    return isinstance(record, Relation)


def _unique(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple({record.id: record for record in records}.values())


def history_of(log: Log, claim: Claim) -> tuple[Change, ...]:
    """How a claim came to stand where it stands: its first state, and every move since, with the cause.

    The log is played again, one record after the other; records of one moment are taken together.
    """
    near = _near(log, claim)
    played = Log(log.clock)
    statuses = Statuses(played)
    changes: list[Change] = []
    was: Status | None = None
    for batch in _batches(log, near):
        played.replay(batch)
        if claim.id not in played:
            continue
        now = statuses.of(claim)
        if was is None or _differs(was, now):
            changes.append(_change(was, now, batch, played))
            was = now
    return tuple(changes)


def _near(log: Log, claim: Claim) -> set[tuple[str, str]]:
    """The questions whose claims a claim's status can depend on."""
    found = {(claim.event.id, claim.question.id)}
    waiting = list(found)
    while waiting:
        for one in log.group(*waiting.pop()):
            named = [*one.based_on, *(item for found_by in log.assessments(one) for item in found_by.evidence)]
            for identity in named:
                base = log.get(identity)
                if isinstance(base, Claim):
                    key = (base.event.id, base.question.id)
                    if key not in found:
                        found.add(key)
                        waiting.append(key)
    return found


def _batches(log: Log, near: set[tuple[str, str]]) -> Iterator[list[Entry]]:
    """The entries that can move a status on these questions, those of one moment together."""
    batch: list[Entry] = []
    for entry in log.entries():
        record = entry.record
        if isinstance(record, Claim) and (record.event.id, record.question.id) not in near:
            continue
        if isinstance(record, (Assessment, Retraction)):
            judged = log.get(record.claim)
            if isinstance(judged, Claim) and (judged.event.id, judged.question.id) not in near:
                continue
        if batch and batch[-1].recorded != entry.recorded:
            yield batch
            batch = []
        batch.append(entry)
    if batch:
        yield batch


def open_questions(log: Log, statuses: Statuses) -> tuple[OpenQuestion, ...]:
    """What is left to find out: contradictions first, then uncorroborated figures that set a bound."""
    found: list[OpenQuestion] = []
    for key in log.groups:
        held = list(statuses.group(*key).values())
        found += _open_on(statuses, held)
    return tuple(sorted(found, key=_urgency))


def _urgency(one: OpenQuestion) -> tuple[object, ...]:
    return (_RANKS.index(one.rank), -len(one.claims), one.event.id, one.question.id, one.claims[0].id)


def _open_on(statuses: Statuses, held: Sequence[Status]) -> Iterator[OpenQuestion]:
    contested = [one for one in held if one.state is State.contested]
    if contested:
        yield _opened(Rank.contested, contested)
    live = [one for one in held if one.countable and one.lifecycle is Lifecycle.standing and not one.echo]
    hearing = statuses.origins.hear([one.claim for one in live])
    for voice in hearing.voices:
        if voice.conflict is not None:
            claim = voice.spokesman
            yield OpenQuestion(
                Rank.conflict, claim.event, claim.question, voice.conflict.claims, voice.conflict.because,
                "the original statement",
            )  # fmt: skip
    bounds = _at_the_ends(hearing.voices)
    for one in live:
        if one.state is not State.unverified:
            continue
        if one.claim.id in bounds:
            yield _opened(Rank.bound, [one])
        elif isinstance(one.claim.answer, Figure) or one.claim.answer.label.startswith(("affirms", "denies")):
            yield _opened(Rank.unsupported, [one])
        else:
            yield _opened(Rank.silent, [one])


def _opened(rank: Rank, about: Sequence[Status]) -> OpenQuestion:
    ordered = sorted(about, key=lambda one: (_day(one.claim), one.claim.id))
    claim = ordered[0].claim
    whys = "; ".join(dict.fromkeys(one.because for one in ordered))
    wants = "; ".join(dict.fromkeys(one.missing for one in ordered if one.missing))
    return OpenQuestion(rank, claim.event, claim.question, tuple(one.claim for one in ordered), whys, wants)


def _at_the_ends(voices: Sequence[Voice]) -> set[str]:
    """Ids of the claims of the voices that state the lowest and the highest number."""
    lows = [(voice.ends[0], voice) for voice in voices if voice.ends[0] is not None]
    highs = [(voice.ends[1], voice) for voice in voices if voice.ends[1] is not None]
    ends: set[str] = set()
    for numbers, pick in ((lows, min), (highs, max)):
        if numbers:
            edge = pick(number for number, _ in numbers)
            ends.update(claim.id for number, voice in numbers if number == edge for claim in voice.claims)
    return ends


def _ends_text(statuses: Statuses, held: Iterable[Status]) -> str:
    """What the voices on a question span, as "70–100, 4 to 8 voices"; an empty text where none has a number."""
    live = [one.claim for one in held if one.countable and one.lifecycle is Lifecycle.standing and not one.echo]
    voices = statuses.origins.hear(live).voices
    lows = [voice.ends[0] for voice in voices if voice.ends[0] is not None]
    highs = [voice.ends[1] for voice in voices if voice.ends[1] is not None]
    if not lows and not highs:
        return ""
    low, high = min(lows, default=None), max(highs, default=None)
    span = f"{'' if low is None else f'{low:,}'}–{'' if high is None else f'{high:,}'}"
    return f"{low:,}" if low == high and low is not None else span


def _day(claim: Claim) -> int:
    return 0 if claim.stated is None else claim.stated.start.toordinal()

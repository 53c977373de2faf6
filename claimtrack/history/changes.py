"""What moved since a moment, and how a claim came to stand where it stands, each with its cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum

import attrs

from claimtrack.assessments import Assessment, Retraction
from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.history.cutting import Moment, cut, end_of
from claimtrack.log import Entry, Log, Record, references_of
from claimtrack.questions import Measure, PartsOf, Question
from claimtrack.reconcile import FigureReconciliation, VerdictReconciliation, reconcile
from claimtrack.sources import Party, Relation, Source
from claimtrack.status import State, Status, Statuses, Support
from claimtrack.telling import Phrase, phrase, term


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
    before: Phrase
    after: Phrase
    causes: tuple[Record, ...]
    because: Phrase


@attrs.frozen(eq=False)
class _Held:
    """A log and where its claims stand: what can be reconciled."""

    log: Log
    statuses: Statuses


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
    before, now = _Held(earlier, Statuses(earlier)), _Held(log, Statuses(log))
    changes: list[Change] = []
    for key in _affected(log, fresh):
        changes += _changes_on(key, before, now, fresh)
    return (*changes, *_through_parts(before, now, fresh, changes))


def _through_parts(
    earlier: _Held, later: _Held, fresh: Sequence[Entry], changes: Sequence[Change]
) -> Iterator[Change]:
    """Figures that changed because other measures of the event did, or were declared their parts."""
    declared = [entry for entry in fresh if isinstance(entry.record, PartsOf)]
    moved: dict[str, list[Change]] = {}
    for change in changes:
        if change.claim is not None and isinstance(change.question, Measure):
            moved.setdefault(change.event.id, []).append(change)
    told = {(one.event.id, one.question.id) for one in changes if one.kind is ChangeKind.figure}
    for event, asked in later.log.groups:
        if (event, asked) in told or not (declared or event in moved) or not earlier.log.group(event, asked):
            continue
        old, new = reconcile(earlier, asked, event), reconcile(later, asked, event)
        if old.text != new.text:
            yield _figure_change(old.text, new, moved.get(event, ()), declared)


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
    earlier: _Held,
    later: _Held,
    fresh: Sequence[Entry],
) -> list[Change]:
    was, now = earlier.statuses.group(*key), later.statuses.group(*key)
    moved = [
        status
        for identity, status in now.items()
        if identity not in was or _differs(was[identity], status)
    ]
    if not moved:
        return []
    changes = [_change(was.get(status.claim.id), status, fresh, later.log) for status in moved]
    if was:
        old, new = reconcile(earlier, key[1], key[0]), reconcile(later, key[1], key[0])
        if old.text != new.text:
            changes.append(_figure_change(old.text, new, changes, ()))
    return changes


def _figure_change(
    before: Phrase,
    after: FigureReconciliation | VerdictReconciliation,
    moved: Sequence[Change],
    declared: Sequence[Entry],
) -> Change:
    """That what can be said of a question changed, by what moved on it or was declared."""
    named = dict.fromkeys(change.claim.source.name for change in moved if change.claim is not None)
    because = phrase("moved.heard_otherwise", sources=tuple(named))
    if not moved:
        because = phrase("moved.parts_declared")
    return Change(
        ChangeKind.figure,
        max([*(one.recorded for one in moved), *(one.recorded for one in declared)]),
        after.event,
        after.question,
        None,
        before,
        after.text,
        _unique((*(cause for change in moved for cause in change.causes), *(one.record for one in declared))),
        because,
    )


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
        phrase("nothing") if was is None else shown(was),
        shown(now),
        causes,
        now.because,
    )


def shown(status: Status) -> Phrase:
    """A status as a table shows it; support where it is short of corroboration is named as well."""
    text = term("state", status.state.value)
    if status.support is Support.consistent and status.state is State.unverified:
        text = phrase("moved.consistent", state=text)
    return phrase("moved.override", state=text) if status.override else text


def _causes(now: Status, fresh: Sequence[Entry], log: Log) -> tuple[tuple[Record, ...], datetime]:
    """The new records that bear on a claim: itself, what it is held against, and what was declared."""
    near = {now.claim.id, now.claim.source.id}
    near.update(now.claim.based_on)
    near.update(one.id for one in (*now.contested_by, *now.supported_by))
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
            judged = [item for assessment in log.assessments(one) for item in assessment.evidence]
            for identity in (*one.based_on, *judged):
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

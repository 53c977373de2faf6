"""In scope: which claims are asked about, of which event, in which ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

import attrs

from claimtrack.claims import Claim
from claimtrack.errors import AmbiguousEvent, MixedQuestions, UnknownRecord, WrongType
from claimtrack.events import Event
from claimtrack.log import Log
from claimtrack.questions import Attribution, Measure, Proposition, Question
from claimtrack.status import Holdings, Statuses


@attrs.frozen(eq=False)
class Case:
    """One question about one event, with everything that was said on it.

    Attributes:
        log: Every record.
        statuses: Where each claim stands.
        event: The event, as now described.
        question: The question, as now described.
        claims: The claims on it, in the order they came.
        assessed: Whether the claims came in a ledger, with its assessments and relations.
    """

    log: Log
    statuses: Statuses
    event: Event
    question: Question
    claims: Sequence[Claim]
    assessed: bool


@attrs.frozen
class _Bare:
    """The holdings of a bare iterable of claims."""

    log: Log
    statuses: Statuses


def open_case(
    held: Holdings | Iterable[Claim], question: Question | str, event: Event | str | None = None
) -> Case:
    """Find the claims that are asked about.

    Raises:
        AmbiguousEvent: If the question is asked of several events and none is named.
        UnknownRecord: If nobody answered the question, or not about this event.
        WrongType: If something else than holdings or claims was given.
    """
    holdings, assessed = hold(held)
    log = holdings.log
    asked = _id(question, "question")
    claims = log.on_question(asked)
    if not claims:
        raise UnknownRecord(question, "claim on", _answered(log, question))
    where = _event(question, claims, event)
    found = log.group(where, asked)
    if not found:
        names = "; ".join(sorted({str(claim.event) for claim in claims}))
        raise UnknownRecord(event, "claim on this question about the event", f"It is answered of: {names}.")
    now_event, now_question = log.get(where), log.get(asked)
    return Case(
        log,
        holdings.statuses,
        now_event if isinstance(now_event, Event) else found[0].event,
        now_question if isinstance(now_question, (Measure, Proposition, Attribution)) else found[0].question,
        found,
        assessed,
    )


def hold(held: Holdings | Iterable[Claim]) -> tuple[Holdings, bool]:
    """The holdings, and whether they are a ledger; a bare iterable of claims is one without assessments."""
    if isinstance(getattr(held, "log", None), Log) and isinstance(getattr(held, "statuses", None), Statuses):
        return held, True  # type: ignore[return-value]  # as just seen
    if isinstance(held, (str, bytes, Claim)) or not isinstance(held, Iterable):
        raise WrongType("reconcile", "held", held, "a ledger, or an iterable of claims")
    claims = list(held)
    for claim in claims:
        if not isinstance(claim, Claim):
            raise WrongType(
                "reconcile", "held", claim, "claims only", "a ledger also holds what is not a claim"
            )
    log = Log()
    if log.receive(claims):
        Log().append(claims)  # raises what was wrong
    return _Bare(log, Statuses(log)), False


def _event(question: Question | str, claims: Sequence[Claim], event: Event | str | None) -> str:
    if event is not None:
        return _id(event, "event")
    events = {claim.event.id: claim.event for claim in claims}
    if len(events) > 1:
        raise AmbiguousEvent(question, sorted(events.values(), key=str))
    return claims[0].event.id


def _answered(log: Log, question: Question | str) -> str:
    labels: dict[str, None] = {}
    for _, asked in log.groups:
        record = log.get(asked)
        if isinstance(record, (Measure, Proposition, Attribution)):
            labels[record.label] = None
    if not labels:
        return "It holds no claims."
    wanted = question if isinstance(question, str) else question.label
    near = get_close_matches(wanted, labels, n=5, cutoff=0.0)
    more = f", and {len(labels) - len(near)} more" if len(labels) > len(near) else ""
    return f"Questions that are answered: {'; '.join(near)}{more}."


def _id(record: object, kind: str) -> str:
    identity = record if isinstance(record, str) else getattr(record, "id", None)
    if not isinstance(identity, str):
        raise WrongType("reconcile", kind, record, f"the {kind} or its id")
    return identity


def need_measure(question: object) -> Measure:
    """The measure, since figures are what policies give.

    Raises:
        MixedQuestions: If it is a proposition or an attribution.
    """
    if isinstance(question, Measure):
        return question
    raise MixedQuestions([question], "Policies give figures: compare them on a measure.")

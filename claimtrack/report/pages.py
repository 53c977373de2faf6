"""What the page shows, as plain data: every text made visible, every link checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from claimtrack.assessments import Assessment
from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.log import Log
from claimtrack.questions import Measure, Question
from claimtrack.reconcile import AccountEntry, FigureReconciliation, VerdictReconciliation
from claimtrack.reconcile.conflicts import IN_A_LIST, told_conflicts
from claimtrack.reconcile.headline import capital
from claimtrack.reconcile.roles import ConflictKind
from claimtrack.report.safety import web_link
from claimtrack.status import Holdings, State, Status
from claimtrack.tables.claims import claim_row
from claimtrack.tables.layout import brief, visible
from claimtrack.tables.phrases import (
    Words,
    answer,
    carrier_name,
    date,
    described,
    event_name,
    interval,
    question,
    told,
)
from claimtrack.tables.reconciled import best_of, figure_row, range_text
from claimtrack.telling import term

_STATE_ORDER = {state.value: place for place, state in enumerate(State)}


REASON = 900
"""Characters of a reason that are shown; only names and words that nobody would write make one longer."""


@attrs.frozen
class Link:
    """Something to follow: within the page, to the web, or nowhere.

    Attributes:
        text: What it reads.
        href: Where it leads, or `None` where it is only text.
    """

    text: str
    href: str | None


@attrs.frozen
class ClaimView:
    """One claim as the page shows it."""

    anchor: str
    state: str
    state_order: int
    day: str
    dated: str
    speaker: str
    carriers: str
    party: str
    said: str | None
    lang: str | None
    reads_as: str
    marks: Sequence[str]
    because: str
    missing: str
    role: str
    role_because: str
    interest: str
    contested_by: Sequence[Link]
    rests_on: Sequence[Link]
    assessments: Sequence[Mapping[str, str]]
    page: Link | None
    note: str


@attrs.frozen
class QuestionView:
    """One question with its answer, what stands against it, and its claims."""

    anchor: str
    title: str
    short: str
    event: str
    counted: bool
    range: str
    best: str
    finding: str
    voices: str
    policy: str
    because: str
    conflicts: Sequence[str]
    conflict_count: int
    tensions: Sequence[str]
    tension_count: int
    constraints: Sequence[str]
    claims: Sequence[ClaimView]


def anchor(identity: str) -> str:
    """The place of a record in the page: its id, without what would end an address."""
    kind, _, digest = identity.partition(":")
    return f"{kind[0]}{digest}"


def place_of(event: Event, asked: Question) -> str:
    """The place of a question about an event in the page."""
    return f"{anchor(asked.id)}-{event.id.partition(':')[2][:8]}"


def question_view(
    held: Holdings, result: FigureReconciliation | VerdictReconciliation, words: Words, *, several: bool
) -> QuestionView:
    """One question as the page shows it."""
    asked: Question = result.question
    entries = sorted(result.account, key=lambda entry: _claim_order(entry.claim))
    sharp = [one for one in result.conflicts if one.kind is not ConflictKind.tension]
    soft = [one for one in result.conflicts if one.kind is ConflictKind.tension]
    independent = result.independent
    figures = result if isinstance(result, FigureReconciliation) else None
    finding = "" if isinstance(result, FigureReconciliation) else _finding(result, words)
    row = None if figures is None else figure_row(figures, words)
    constraints = [] if figures is None else [one.because for one in figures.constraints]
    return QuestionView(
        anchor=place_of(result.event, asked),
        title=visible(question(asked, words)),
        short=brief(question(asked, words)),
        event=brief(event_name(result.log, result.event)) if several else "",
        counted=isinstance(asked, Measure),
        range="" if row is None else range_text(row, words),
        best="" if row is None else best_of(row, words),
        finding=finding,
        voices=interval((independent.low, independent.high), words) if result.voices else "0",
        policy=result.policy,
        because=brief(told(result.because, words), REASON),
        conflicts=_listed(told_conflicts(sharp, IN_A_LIST), words),
        conflict_count=len(sharp),
        tensions=_listed(told_conflicts(soft, IN_A_LIST), words),
        tension_count=len(soft),
        constraints=_listed(constraints, words),
        claims=[claim_view(held, entry, words) for entry in entries],
    )


def _listed(texts: Sequence[str], words: Words) -> list[str]:
    return [brief(told(capital(text), words), REASON) for text in texts]


def claim_view(held: Holdings, entry: AccountEntry, words: Words) -> ClaimView:
    """One claim as the page shows it."""
    claim, log = entry.claim, held.log
    status = held.statuses.of(claim)
    row = claim_row(log, claim, status, words)
    source = described(log, claim.source)
    marks = row["marks"]
    return ClaimView(
        anchor=anchor(claim.id),
        state=status.state.value,
        state_order=_STATE_ORDER[status.state.value],
        day=claim.stated.start.isoformat() if claim.stated else "",
        dated=date(claim.stated, words),
        speaker=brief(str(row["speaker"])),
        carriers=brief(", ".join(carrier_name(log, identity) for identity in claim.via)),
        party=brief(source.party.name) if source.party else "",
        said=None if claim.words is None else visible(claim.words),
        lang=_language(claim.lang),
        reads_as=visible(str(row["reads_as"])),
        marks=[brief(str(mark)) for mark in marks] if isinstance(marks, list) else [],
        because=brief(str(row["because"]), REASON),
        missing=brief(str(row["missing"]), REASON),
        role=entry.role.value,
        role_because=brief(told(entry.because, words), REASON),
        interest=brief(told(status.interest.because, words), REASON) if row["interest"] else "",
        contested_by=[claim_link(log, other, words) for other in status.contested_by],
        rests_on=[_basis(log, identity, words) for identity in claim.based_on],
        assessments=[_assessment(one, words) for one in _assessments(status)],
        page=None if claim.url is None else web(claim.url),
        note=visible(claim.note),
    )


def web(url: str) -> Link:
    """An address as a link, if it is one of the web; else as text."""
    return Link(visible(url), web_link(url))


def claim_link(log: Log, claim: Claim, words: Words) -> Link:
    """A claim as a link to where it stands in the page."""
    text = f"{described(log, claim.source).name}{words['colon']}{answer(claim, words)}"
    return Link(brief(text), f"#{anchor(claim.id)}")


def _basis(log: Log, identity: str, words: Words) -> Link:
    record = log.get(identity)
    if isinstance(record, Claim):
        return claim_link(log, record, words)
    if isinstance(record, Evidence):
        kind = told(term("evidence", record.kind.value), words)
        return Link(brief(f"{kind} {record.shows}"), f"#{anchor(identity)}")
    return Link(visible(carrier_name(log, identity)), None if record is None else f"#{anchor(identity)}")


def _assessments(status: Status) -> Sequence[Assessment]:
    return status.assessments


def _assessment(one: Assessment, words: Words) -> dict[str, str]:
    grade = "" if one.credibility is None else f" ({words['credibility']} {int(one.credibility)})"
    return {
        "verdict": words[one.verdict.value] + grade,
        "by": visible(one.by),
        "date": one.decided.iso,
        "because": visible(one.because + (f" · {one.override}" if one.override else "")),
    }


def _finding(result: VerdictReconciliation, words: Words) -> str:
    party = "" if result.party is None else f"{words['colon']}{brief(result.party.name)}"
    return f"{words[result.finding.value]}{party}"


def _claim_order(claim: Claim) -> tuple[object, ...]:
    return (claim.stated is None, claim.stated.iso if claim.stated else "", claim.source.name, claim.id)


def _language(lang: str | None) -> str | None:
    """A language tag that is one, for the browser and the screen reader."""
    if lang is None or not all(part.isalnum() and part.isascii() for part in lang.split("-")):
        return None
    return lang

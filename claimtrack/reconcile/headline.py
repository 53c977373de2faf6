"""The answer in words: the figure, the policy that gave it, and what must be read with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.figures import FigureKind
from claimtrack.log import Log
from claimtrack.origins import IndependentRange, Voice
from claimtrack.questions import Question
from claimtrack.reconcile.citing import dated, interval_text, said, spoken_by
from claimtrack.reconcile.conflicts import IN_A_LINE, told_conflicts
from claimtrack.reconcile.parts import Constraint
from claimtrack.reconcile.roles import AccountEntry, Conflict, ConflictKind, Role
from claimtrack.reconcile.ruling import Ruling
from claimtrack.reconcile.sensitivity import Without
from claimtrack.status import Status
from claimtrack.telling import Phrase, phrase


class Explained(Protocol):
    """What an explanation needs of a result."""

    low: int | None
    best: int | None
    high: int | None
    question: Question
    event: Event

    @property
    def ruling(self) -> Ruling: ...  # noqa: D102
    @property
    def text(self) -> Phrase: ...  # noqa: D102
    @property
    def policy(self) -> str: ...  # noqa: D102
    @property
    def policy_version(self) -> str: ...  # noqa: D102
    @property
    def summary(self) -> str: ...  # noqa: D102
    @property
    def cites(self) -> str: ...  # noqa: D102
    @property
    def estimated(self) -> bool: ...  # noqa: D102
    @property
    def assessed(self) -> bool: ...  # noqa: D102
    @property
    def imputed(self) -> tuple[Claim, ...]: ...  # noqa: D102
    @property
    def computed(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def account(self) -> tuple[AccountEntry, ...]: ...  # noqa: D102
    @property
    def conflicts(self) -> tuple[Conflict, ...]: ...  # noqa: D102
    @property
    def constraints(self) -> tuple[Constraint, ...]: ...  # noqa: D102
    @property
    def voices(self) -> tuple[Voice, ...]: ...  # noqa: D102
    @property
    def independent(self) -> IndependentRange: ...  # noqa: D102
    @property
    def sensitivity(self) -> tuple[Without, ...]: ...  # noqa: D102
    def status(self, claim: Claim) -> Status: ...  # noqa: D102
    @property
    def log(self) -> Log: ...  # noqa: D102


def headline(result: Explained) -> Phrase:
    """The figure, the policy that gave it, and the contradictions beside it, on one line."""
    against = [conflict for conflict in result.conflicts if conflict.kind is not ConflictKind.tension]
    return phrase(
        "explain.headline",
        title=title(result),
        text=result.text,
        policy=policy_text(result),
        conflicts=tuple(
            phrase("explain.more", text=capital(text)) for text in told_conflicts(against, IN_A_LINE)
        ),
        notes=tuple(phrase("explain.more", text=note) for note in notes_of(result)),
    )


def answer_text(result: Explained, *, imputed: bool) -> Phrase:
    """The figure in words: "70–100, best 77", "about 70 (63–77)", "unknown"; a star where it is imputed."""
    interval = interval_text(result.low, result.high)
    ends = phrase("answer.ends", interval=interval, computed=_computed(result))
    mark = "*" if imputed else ""
    if result.best is None or ends == f"{result.best:,}":
        return phrase("answer.one", text=ends if result.best is None else best_text(result), mark=mark)
    if result.estimated:
        return phrase("answer.estimate", ends=ends, best=best_text(result), mark=mark)
    return phrase("answer.best", ends=ends, best=best_text(result), mark=mark)


def _computed(result: Explained) -> Phrase:
    """The mark of ends that nobody stated: " (computed)", " (low computed)"; an empty text without."""
    if not result.computed:
        return phrase("nothing")
    both = result.low is not None and result.high is not None
    if len(result.computed) == 1 + both or result.low == result.high:
        return phrase("answer.computed")
    return phrase("answer.low_computed" if result.computed[0] == "low" else "answer.high_computed")


def best_text(result: Explained) -> Phrase:
    """The best figure; with its reading where everybody who states it does so approximately."""
    best = result.best
    if best is None:
        return phrase("nothing")
    stating = [
        figure
        for entry in result.account
        if entry.role in {Role.kept, Role.overtaken}
        and (figure := entry.claim.figure) is not None
        and figure.point == best
    ]
    readings = {figure.reading for figure in stating if figure.kind is FigureKind.approximate}
    if result.estimated or len(readings) != 1 or any(f.kind is not FigureKind.approximate for f in stating):
        return phrase("figure.number", n=best)
    return phrase("answer.about", n=best, reading=interval_text(*readings.pop()))


def title(result: Explained) -> Phrase:
    """What was asked of which event."""
    return phrase("explain.title", question=capital(result.question.label), event=str(result.event))


def policy_text(result: Explained) -> str:
    """The policy with its version."""
    return " ".join(part for part in (result.policy, result.policy_version) if part)


def notes_of(result: Explained) -> list[Phrase]:
    """What must be read with the figure."""
    notes = [*_exceeded(result)]
    reasons = dict.fromkeys(_imputed_because(claim) for claim in result.imputed)
    notes += [phrase("explain.imputed", reason=reason) for reason in reasons]
    if result.computed:
        ends = phrase("list", parts=tuple(_the_end(name) for name in result.computed))
        notes.append(phrase("explain.computed", ends=ends, n=len(result.computed)))
    if result.estimated:
        interval, level = result.ruling.interval, result.ruling.level
        within = phrase("nothing")
        if interval and level:
            within = phrase("explain.interval_level", level=level, interval=interval_text(*interval))
        elif interval:
            within = phrase("explain.interval", interval=interval_text(*interval))
        notes.append(phrase("explain.estimated", within=within))
    if not result.assessed:
        notes.append(phrase("explain.without_assessments"))
    return notes


def _the_end(name: str) -> Phrase:
    return phrase("answer.the_low_end" if name == "low" else "answer.the_high_end")


def _exceeded(result: Explained) -> Iterator[Phrase]:
    """A warning where the best figure is stated only by claims that a later count exceeds."""
    stating = [
        entry
        for entry in result.account
        if (figure := entry.claim.figure) is not None and figure.point == result.best is not None
        and entry.role in {Role.kept, Role.overtaken}
    ]  # fmt: skip
    later = [by for entry in stating if (by := result.status(entry.claim).overtaken_by) is not None]
    if result.estimated or not later or any(entry.role is Role.kept for entry in stating):
        return
    by = later[0]
    yield phrase("explain.exceeded", claim=said(by), source=spoken_by(by, result.log), when=dated(by))


def _imputed_because(claim: Claim) -> str:
    return claim.imputed or phrase("explain.codebook")


def capital(text: str) -> Phrase:
    """A sentence that begins with a capital."""
    return phrase("capital", text=text)

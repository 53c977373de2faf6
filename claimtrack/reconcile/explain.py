"""The explanation of a figure: how it came about, what stands against it, what would change it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Protocol

from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, listed
from claimtrack.events import Event
from claimtrack.figures import FigureKind
from claimtrack.log import Log
from claimtrack.origins import IndependentRange, Voice
from claimtrack.questions import Question
from claimtrack.reconcile.citing import (
    counted_text,
    dated,
    folded,
    imputed_in_part,
    interval_text,
    quoted,
    said,
    spoken_by,
)
from claimtrack.reconcile.parts import Constraint, Effect
from claimtrack.reconcile.roles import AccountEntry, Conflict, ConflictKind, Role
from claimtrack.reconcile.ruling import Ruling
from claimtrack.reconcile.sensitivity import Without
from claimtrack.status import State, Status

SECTIONS = {
    Role.kept: "Kept",
    Role.echo: "Echoes: they rest only on origins that are heard already",
    Role.subsumed: "Subsumed: they say no more than the numbers",
    Role.overtaken: "Overtaken: a count of a later day is higher",
    Role.set_aside: "Set aside",
}


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
    def text(self) -> str: ...  # noqa: D102
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


def headline(result: Explained) -> str:
    """The figure, the policy that gave it, and every contradiction beside it, on one line."""
    against = [c.because for c in result.conflicts if c.kind is not ConflictKind.tension]
    tail = "".join(f" {_capital(text)}" for text in against)
    return f"{title(result)}: {result.text} (policy {_policy(result)}).{tail}{_notes_inline(result)}"


def computed_mark(result: Explained) -> str:
    """The mark of ends that nobody stated: " (computed)", " (low computed)"; an empty text without."""
    if not result.computed:
        return ""
    stated = [name for name, end in (("low", result.low), ("high", result.high)) if end is not None]
    whole = len(result.computed) == len(stated) or result.low == result.high
    return f" ({'' if whole else f'{result.computed[0]} '}computed)"


def best_text(result: Explained) -> str:
    """The best figure; with its reading where everybody who states it does so approximately."""
    best = result.best
    if best is None:
        return ""
    stating = [
        figure
        for entry in result.account
        if entry.role in {Role.kept, Role.overtaken}
        and (figure := entry.claim.figure) is not None
        and figure.point == best
    ]
    readings = {figure.reading for figure in stating if figure.kind is FigureKind.approximate}
    if result.estimated or len(readings) != 1 or any(f.kind is not FigureKind.approximate for f in stating):
        return f"{best:,}"
    return f"about {best:,} ({interval_text(*readings.pop())})"


def title(result: Explained) -> str:
    """What was asked of which event."""
    return f"{_capital(result.question.label)}, {result.event}"


def _policy(result: Explained) -> str:
    return " ".join(part for part in (result.policy, result.policy_version) if part)


def _notes_inline(result: Explained) -> str:
    notes = _notes(result)
    return f" {' '.join(notes)}" if notes else ""


def _notes(result: Explained) -> list[str]:
    """What must be read with the figure."""
    reasons = dict.fromkeys(_imputed_because(claim) for claim in result.imputed)
    notes = [_exceeded(result), *(f"* imputed by the analyst: {reason}." for reason in reasons)]
    notes = [note for note in notes if note]
    if result.computed:
        ends = listed(f"the {name} end" for name in result.computed)
        notes.append(
            f"{_capital(ends)} {'is' if len(result.computed) == 1 else 'are'} computed from parts and wholes."
        )
    if result.estimated:
        level = f" with probability {result.ruling.level:.0%}" if result.ruling.level else ""
        interval = result.ruling.interval
        within = f" Interval{level}: {interval_text(*interval)}." if interval else ""
        notes.append(f"The figure is estimated: nobody stated it.{within}")
    if not result.assessed:
        notes.append("Without assessments: the claims came without a ledger.")
    return notes


def _exceeded(result: Explained) -> str:
    """A warning where the best figure is stated only by claims that a later count exceeds."""
    stating = [
        entry
        for entry in result.account
        if (figure := entry.claim.figure) is not None and figure.point == result.best is not None
        and entry.role in {Role.kept, Role.overtaken}
    ]  # fmt: skip
    later = [by for entry in stating if (by := result.status(entry.claim).overtaken_by) is not None]
    if result.estimated or not later or any(entry.role is Role.kept for entry in stating):
        return ""
    by = later[0]
    return (
        f"The best figure was exceeded by a later count of {said(by)} ({spoken_by(by, result.log)}, "
        f"{dated(by)}): this policy lets overtaken numbers vote, at a lower weight."
    )


def _imputed_because(claim: Claim) -> str:
    return claim.imputed or "a codebook's number stands for the words"


def explain_figures(result: Explained, form: str, width: int) -> str:
    """Tell how the figure came about, as wrapped text or as Markdown."""
    if form not in {"text", "markdown"}:
        raise InvalidField("explain", "format", form, 'one of "text", "markdown"')
    lines = list(_markdown(result) if form == "markdown" else _plain(result))
    return "\n".join(lines if form == "markdown" else folded(lines, width, "  "))


def _plain(result: Explained) -> Iterator[str]:
    yield title(result)
    yield f"{result.text}, by policy {_policy(result)}"
    yield from _notes(result)
    conflicts = result.conflicts
    if conflicts:
        yield ""
        yield "Conflicts"
        yield from (f"  {_capital(conflict.because)}" for conflict in conflicts)
    yield ""
    yield "How the figure comes about"
    yield from (f"  {number}. {line}" for number, line in enumerate(steps(result), 1))
    for role in Role:
        entries = [entry for entry in result.account if entry.role is role]
        if not entries:
            continue
        yield ""
        yield f"{SECTIONS[role]} ({len(entries)})"
        for entry in entries:
            yield f"  {claim_line(result, entry)}"
            yield f"    {entry.because}"
    changes = list(what_would_change(result))
    if changes:
        yield ""
        yield "What would change the answer"
        yield from (f"  {line}" for line in changes)


def _markdown(result: Explained) -> Iterator[str]:
    yield f"### {_escaped(title(result))}"
    yield ""
    yield f"**{_escaped(result.text)}**, by policy `{_policy(result)}`"
    for note in _notes(result):
        yield ""
        yield _escaped(note)
    if result.conflicts:
        yield ""
        yield "**Conflicts**"
        yield ""
        yield from (f"- {_escaped(_capital(conflict.because))}" for conflict in result.conflicts)
    yield ""
    yield "**How the figure comes about**"
    yield ""
    yield from (f"{number}. {_escaped(line)}" for number, line in enumerate(steps(result), 1))
    yield ""
    yield "| role | says | who | stated | state | why |"
    yield "|---|---|---|---|---|---|"
    for entry in result.account:
        cells = (entry.role.label, _says(entry.claim), spoken_by(entry.claim, result.log), dated(entry.claim),
                 result.status(entry.claim).state.value, entry.because)  # fmt: skip
        yield f"| {' | '.join(_escaped(cell) for cell in cells)} |"
    changes = list(what_would_change(result))
    if changes:
        yield ""
        yield "**What would change the answer**"
        yield ""
        yield from (f"- {_escaped(line)}" for line in changes)


def steps(result: Explained) -> Iterator[str]:
    """The path, a line a step: in scope, standing, voices, policy, parts and wholes."""
    account = result.account
    sources = len({entry.claim.source.id for entry in account})
    yield f"In scope: {counted_text(len(account), 'claim')} of {counted_text(sources, 'source')}."
    down = Counter(why for entry in account if (why := _down(result, entry)))
    fell = f"; set aside: {', '.join(f'{n} {why}' for why, n in sorted(down.items()))}" if down else ""
    yield f"Standing: {len(account) - sum(down.values())}{fell}."
    yield f"Voices: {_voices(result)}."
    ruling = result.ruling
    answer = interval_text(ruling.low, ruling.high)
    best = f", best {ruling.best:,}" if ruling.best is not None else ", no best figure"
    shown = answer + (best if ruling.low is not None or ruling.high is not None else "")
    whose = f" Rule: {result.cites}." if result.cites else ""
    yield f"Policy {_policy(result)}: {shown}. {ruling.because}{whose}".rstrip()
    telling = [c for c in result.constraints if c.effect is not Effect.consistent]
    telling = telling or list(result.constraints)
    if not telling:
        yield "Parts and wholes: no other measure of this event bears on it."
    else:
        yield "Parts and wholes: " + "; ".join(map(_constraint_text, telling)) + "."


_EFFECTS = {
    Effect.tightens: "tightens the answer",
    Effect.consistent: "holds already",
    Effect.conflicts: "conflicts with claims here, see above, so it moves nothing",
    Effect.computed: "shown beside the answer",
}


def _constraint_text(constraint: Constraint) -> str:
    """A constraint and what it does; one that conflicts is told among the conflicts."""
    text = constraint.because
    if constraint.effect is Effect.conflicts:
        text = interval_text(constraint.low, constraint.high)
    return f"{text} ({_EFFECTS[constraint.effect]})"


def _down(result: Explained, entry: AccountEntry) -> str:
    """Why a claim is not heard by any policy, in a word or two; an empty text where it is."""
    status = result.status(entry.claim)
    if not status.countable:
        return status.state.value if status.fallen_with is None else "resting on claims that do not stand"
    figure = entry.claim.figure
    return "" if figure is not None and figure.numeric else "without a number"


def _voices(result: Explained) -> str:
    heard = len(result.voices)
    echoes = sum(entry.role is Role.echo for entry in result.account)
    known = result.independent
    many = f"{known.low}" if known.low == known.high else f"at least {known.low} and at most {known.high}"
    if heard < 2:
        return counted_text(heard, "voice") + (
            f", and {counted_text(echoes, 'echo', 'echoes')}" if echoes else ""
        )
    repeat = f"; {counted_text(echoes, 'echo', 'echoes')}" if echoes else ""
    return f"{heard}, {many} of them independent{repeat}"


def claim_line(result: Explained, entry: AccountEntry) -> str:
    """One claim of the account: what it says, who says so, when, and where it stands."""
    claim = entry.claim
    parts = [_says(claim), spoken_by(claim, result.log), dated(claim), result.status(claim).state.value]
    if claim.observed is not None:
        parts.append(f"counted from {claim.observed.label}")
    if claim.hedged is not None:
        parts.append("hedged" if claim.hedged == "hedged" else f"hedged ({quoted(claim.hedged)})")
    return " · ".join(parts)


def _says(claim: Claim) -> str:
    """What a claim says, with its words where they say more than the number."""
    mark = "*" if imputed_in_part(claim) else ""
    text = said(claim)
    words = claim.words
    if words is None or words == text or quoted(words) == text:
        return text + mark
    return f"{text}{mark} {quoted(words)}"


def what_would_change(result: Explained) -> Iterator[str]:
    """What would move the answer: a voice left out, independence declared, an official figure."""
    for change in result.sensitivity if len(result.voices) > 1 else ():
        best = f", best {change.best:,}" if change.best is not None else ", no best figure"
        if change.low is None and change.high is None:
            best = ""
        ends = interval_text(change.low, change.high)
        yield f"Without {_left_out(change.voice, result.log)}: {ends}{best}."
    known = result.independent
    if known.low < known.high:
        yield (
            f"Declaring who is independent of whom: of {known.high} voices only {known.low} "
            f"{'is' if known.low == 1 else 'are'} known to be."
        )
    for entry in result.account:
        status = result.status(entry.claim)
        if entry.role is Role.kept and status.state is State.contested and (missing := status.missing):
            yield f"{_capital(said(entry.claim))} ({spoken_by(entry.claim, result.log)}): {missing}."


def _left_out(voice: Voice, log: Log) -> str:
    """A voice as it is left out: "77 (AFP)"; the speaker first where several claims go with it."""
    first, *others = voice.claims
    if not others:
        return f"{said(first)} ({spoken_by(first, log)})"
    speakers = {spoken_by(claim, log) for claim in voice.claims}
    if len(speakers) == 1:
        return f"{speakers.pop()} ({listed(dict.fromkeys(map(said, voice.claims)))})"
    return f"the whole voice, {listed(f'{said(one)} ({spoken_by(one, log)})' for one in voice.claims)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("\n", " ")

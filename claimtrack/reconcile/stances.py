"""Propositions and attributions: affirmed, denied, disputed or undecided, along the same path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property, partial
from typing import Literal

import attrs

from claimtrack.answers import Stance, StanceKind
from claimtrack.assessments import Verdict
from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, UnknownRecord, listed
from claimtrack.events import Event
from claimtrack.interest import Tendency
from claimtrack.origins import IndependentRange, Voice
from claimtrack.questions import Question
from claimtrack.reconcile.account import unheard_entries
from claimtrack.reconcile.citing import counted_text, dated, folded, quoted, spoken_by
from claimtrack.reconcile.explain import SECTIONS, conflict_dicts
from claimtrack.reconcile.hearing import Heard
from claimtrack.reconcile.roles import AccountEntry, Conflict, ConflictKind, Role
from claimtrack.reconcile.scope import Case
from claimtrack.sources import Party
from claimtrack.status import Status

VERDICT_POLICY = "stances"
VERDICT_POLICY_VERSION = "1"


class Finding(StrEnum):
    """What standing voices make of a proposition or an attribution.

    Attributes:
        affirmed: It is affirmed, and no standing voice denies it; or it is confirmed.
        denied: It is denied, and no standing voice affirms it.
        disputed: It is affirmed and denied, or different parties are named.
        undecided: Nobody who stands affirms or denies it.
    """

    affirmed = "affirmed"
    denied = "denied"
    disputed = "disputed"
    undecided = "undecided"


@attrs.frozen(eq=False)
class _Sides:
    """The standing claims, by what they say."""

    affirming: tuple[Claim, ...]
    denying: tuple[Claim, ...]


class VerdictReconciliation:
    """Whether something holds, or who did it, with an account of every claim on the question.

    A finding says how the claims stand to each other. It is not a judgement of what happened.

    Attributes:
        finding: affirmed, denied, disputed or undecided.
        party: For an attribution, the one party that is named and not disputed, or `None`.
        because: Why, in a sentence.
        question: The proposition or attribution that was asked.
        event: The event it was asked of.
    """

    def __init__(self, case: Case, heard: Heard) -> None:
        self._case = case
        self._heard = heard
        self.question: Question = case.question
        self.event: Event = case.event
        self._sides = _sides(heard)
        self.finding, self.party, self.because = _find(case, heard, self._sides)

    @property
    def verdict(self) -> str:
        """The finding as a text."""
        return self.finding.value

    @property
    def policy(self) -> str:
        """The name of the rule that gave it."""
        return VERDICT_POLICY

    @property
    def policy_version(self) -> str:
        """The version of the rule."""
        return VERDICT_POLICY_VERSION

    @property
    def assessed(self) -> bool:
        """Whether the claims came in a ledger, with assessments; a bare iterable has none."""
        return self._case.assessed

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Every voice that takes a stance, each origin once."""
        return tuple(self._heard.voices)

    @property
    def independent(self) -> IndependentRange:
        """How many independent voices there are, as a range."""
        return self._heard.voices.independent

    @property
    def affirming(self) -> tuple[Claim, ...]:
        """The standing claims that affirm it."""
        return self._sides.affirming

    @property
    def denying(self) -> tuple[Claim, ...]:
        """The standing claims that deny it."""
        return self._sides.denying

    @property
    def claims_of_responsibility(self) -> tuple[Claim, ...]:
        """For an attribution, the standing claims in which a party names itself."""
        return tuple(claim for claim in self.affirming if _named(claim) and _own(claim))

    @property
    def accusations(self) -> tuple[Claim, ...]:
        """For an attribution, the standing claims in which somebody else is named."""
        return tuple(claim for claim in self.affirming if _named(claim) and not _own(claim))

    @property
    def denials(self) -> tuple[Claim, ...]:
        """The standing claims that deny it, or deny that a party did it."""
        return self.denying

    @property
    def competing(self) -> tuple[Claim, ...]:
        """For an attribution, the standing claims that name different parties as the doer."""
        parties = {party.id for claim in self.affirming if (party := _named(claim)) is not None}
        return self.affirming if len(parties) > 1 else ()

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Denials and competing claims, in sentences."""
        return tuple(_conflicts(self._case, self._sides))

    @property
    def contested(self) -> bool:
        """Whether standing claims contradict each other."""
        return bool(self.conflicts)

    @cached_property
    def account(self) -> tuple[AccountEntry, ...]:
        """What became of every claim on the question, each exactly once."""
        entries = [
            AccountEntry(claim, Role.kept, partial(_bearing, self._heard, voice, claim))
            for voice in self._heard.voices
            for claim in voice.claims
        ]
        return (*entries, *unheard_entries(self._case, self._heard, {entry.claim.id for entry in entries}))

    def status(self, claim: Claim) -> Status:
        """Where a claim on the question stands."""
        return self._heard.statuses[claim.id]

    def entry(self, claim: Claim | str) -> AccountEntry:
        """The line of the account that tells what became of a claim.

        Raises:
            UnknownRecord: If it is no claim on this question.
        """
        wanted = claim if isinstance(claim, str) else claim.id
        for entry in self.account:
            if entry.claim.id == wanted:
                return entry
        raise UnknownRecord(claim, "claim on this question", "see .account")

    def role(self, claim: Claim | str) -> Role:
        """What a claim was for the answer.

        Raises:
            UnknownRecord: If it is no claim on this question.
        """
        return self.entry(claim).role

    @property
    def text(self) -> str:
        """The finding in plain English: "affirmed", "affirmed: JNIM", "disputed"."""
        return self.finding.value if self.party is None else f"{self.finding.value}: {self.party.name}"

    def explain(self, format: Literal["text", "markdown"] = "text", *, width: int = 100) -> str:  # noqa: A002
        """Tell how the finding came about, with every claim.

        Args:
            format: "text" or "markdown".
            width: Columns at which lines of text are wrapped.
        """
        if format not in {"text", "markdown"}:
            raise InvalidField("explain", "format", format, 'one of "text", "markdown"')
        if format == "markdown":
            return "\n".join(_markdown(self, self._case))
        return "\n".join(folded(list(_plain(self, self._case)), width, "  "))

    def to_dict(self) -> dict[str, object]:
        """The result as plain dicts, lists, texts and numbers; see docs/explanation/reconciliation.md."""
        return {
            "kind": "verdict",
            "question": {"id": self.question.id, "label": self.question.label},
            "event": {"id": self.event.id, "label": str(self.event)},
            "policy": {"name": self.policy, "version": self.policy_version, "cites": ""},
            "finding": self.finding.value,
            "party": None if self.party is None else {"id": self.party.id, "name": self.party.name},
            "because": self.because,
            "assessed": self.assessed,
            "independent": {"low": self.independent.low, "high": self.independent.high},
            "affirming": [claim.id for claim in self.affirming],
            "denying": [claim.id for claim in self.denying],
            "claims_of_responsibility": [claim.id for claim in self.claims_of_responsibility],
            "accusations": [claim.id for claim in self.accusations],
            "competing": [claim.id for claim in self.competing],
            "account": [_entry_dict(self, self._case, entry) for entry in self.account],
            "conflicts": conflict_dicts(self.conflicts),
        }

    def __str__(self) -> str:
        tail = "".join(f" {conflict.because}" for conflict in self.conflicts)
        return f"{self.question.label}, {self.event}: {self.text}, {self.because}.{tail}"

    def __repr__(self) -> str:
        return f"<{self.question.label}, {self.event}: {self.text}>"

    def _repr_markdown_(self) -> str:
        return self.explain("markdown")


def takes_stance(claim: Claim) -> bool:
    """Whether a claim affirms or denies."""
    return isinstance(claim.answer, Stance)


def _sides(heard: Heard) -> _Sides:
    spoken = [claim for voice in heard.voices for claim in voice.claims]
    kinds = {
        kind: [c for c in spoken if isinstance(c.answer, Stance) and c.answer.kind is kind]
        for kind in StanceKind
    }
    return _Sides(tuple(kinds[StanceKind.affirms]), tuple(kinds[StanceKind.denies]))


def _named(claim: Claim) -> Party | None:
    return claim.answer.party if isinstance(claim.answer, Stance) else None


def _own(claim: Claim) -> bool:
    named = _named(claim)
    return named is not None and claim.source.party is not None and claim.source.party.id == named.id


def _find(case: Case, heard: Heard, sides: _Sides) -> tuple[Finding, Party | None, str]:
    confirmed = [
        c for c in (*sides.affirming, *sides.denying) if heard.statuses[c.id].verdict is Verdict.confirmed
    ]
    stances = {claim.answer.kind for claim in confirmed if isinstance(claim.answer, Stance)}
    named = {party.id: party for claim in sides.affirming if (party := _named(claim)) is not None}
    if confirmed and len(stances) == 1 and len({_who(claim) for claim in confirmed}) == 1:
        names = listed(dict.fromkeys(spoken_by(claim, case.log) for claim in confirmed))
        finding = Finding.affirmed if StanceKind.affirms in stances else Finding.denied
        return finding, _named(confirmed[0]) if finding is Finding.affirmed else None, f"confirmed: {names}"
    if not sides.affirming and not sides.denying:
        return Finding.undecided, None, "no standing claim affirms or denies it"
    if len(named) > 1:
        return (
            Finding.disputed,
            None,
            f"different parties are named: {listed(p.name for p in named.values())}",
        )
    if sides.affirming and not _denied(sides):
        party = next(iter(named.values()), None)
        return Finding.affirmed, party, _by_whom(case, heard, sides.affirming, "affirmed")
    if sides.affirming:
        return Finding.disputed, None, f"{len(sides.affirming)} affirm it, {len(sides.denying)} deny it"
    return Finding.denied, None, _by_whom(case, heard, sides.denying, "denied")


def _who(claim: Claim) -> str:
    party = _named(claim)
    return "" if party is None else party.id


def _denied(sides: _Sides) -> bool:
    """Whether what is affirmed is denied; a party's denial of its own part denies no other's."""
    affirmed = {_who(claim) for claim in sides.affirming}
    return any(_who(claim) in affirmed for claim in sides.denying)


def _by_whom(case: Case, heard: Heard, claims: Sequence[Claim], how: str) -> str:
    voices = [voice for voice in heard.voices if voice.claims[0] in claims]
    names = listed(dict.fromkeys(spoken_by(voice.claims[0], case.log) for voice in voices))
    leaning = [heard.voices.interest(voice).kind for voice in voices]
    wanted = Tendency.overstates if how == "affirmed" else Tendency.understates
    gain = ""
    if leaning and all(kind is wanted for kind in leaning):
        gain = ", who gains by it" if len(voices) == 1 else ", who all gain by it"
    states = {heard.statuses[claim.id].state.value for claim in claims}
    return f"{how} by {names}{gain} ({listed(sorted(states))})"


def _conflicts(case: Case, sides: _Sides) -> Iterator[Conflict]:
    for claim in sides.denying:
        against = [other for other in sides.affirming if _who(other) == _who(claim)]
        if against:
            names = listed(dict.fromkeys(spoken_by(other, case.log) for other in against))
            what = f"that {_named(claim)} did it" if _named(claim) is not None else "it"
            text = f"{names} {'affirms' if len(against) == 1 else 'affirm'} {what}; {spoken_by(claim, case.log)} denies it."
            yield Conflict(ConflictKind.denial, (*against, claim), text)
    named: dict[str, list[Claim]] = {}
    for claim in sides.affirming:
        if _named(claim) is not None:
            named.setdefault(_who(claim), []).append(claim)
    if len(named) > 1:
        parts = [
            f"{spoken_by(claims[0], case.log)} names {_named(claims[0])}{' (itself)' if _own(claims[0]) else ''}"
            for claims in named.values()
        ]
        yield Conflict(ConflictKind.competing, sides.affirming, f"Competing claims: {'; '.join(parts)}.")


def _bearing(heard: Heard, voice: Voice, claim: Claim) -> str:
    interest = heard.voices.interest(voice)
    kind = _kind(claim)
    if interest.admission:
        return f"{kind}, an admission: {interest.because}"
    return f"{kind}; {interest.because}" if interest.kind.directed else kind


def _kind(claim: Claim) -> str:
    answer = claim.answer
    if not isinstance(answer, Stance):
        return claim.as_given
    if answer.party is None:
        return answer.kind.value
    if answer.kind is StanceKind.denies:
        return "denial" if _own(claim) else "denial on behalf of another"
    return "claim of responsibility" if _own(claim) else "accusation"


def _line(result: VerdictReconciliation, case: Case, entry: AccountEntry) -> str:
    claim = entry.claim
    words = f" {quoted(claim.words)}" if claim.words else ""
    says = claim.answer.label if not claim.words or isinstance(claim.answer, Stance) else claim.as_given
    state = result.status(claim).state.value
    return f"{says}{words} · {spoken_by(claim, case.log)} · {dated(claim)} · {state}"


def _plain(result: VerdictReconciliation, case: Case) -> Iterator[str]:
    yield f"{result.question.label}, {result.event}"
    yield f"{result.text}: {result.because}"
    if not result.assessed:
        yield "Without assessments: the claims came without a ledger."
    if result.conflicts:
        yield ""
        yield "Conflicts"
        yield from (f"  {conflict.because}" for conflict in result.conflicts)
    yield ""
    known = result.independent
    count = f"{known.low}" if known.low == known.high else f"at least {known.low} and at most {known.high}"
    yield f"{counted_text(len(result.account), 'claim')}, {counted_text(len(result.voices), 'voice')}, {count} independent"
    for role in Role:
        entries = [entry for entry in result.account if entry.role is role]
        if entries:
            yield ""
            yield f"{SECTIONS[role]} ({len(entries)})"
        for entry in entries:
            yield f"  {_line(result, case, entry)}"
            yield f"    {entry.because}"


def _markdown(result: VerdictReconciliation, case: Case) -> Iterator[str]:
    yield f"### {result.question.label}, {result.event}"
    yield ""
    yield f"**{result.text}**: {result.because}"
    for conflict in result.conflicts:
        yield f"- {conflict.because}"
    yield ""
    yield "| role | claim | why |"
    yield "|---|---|---|"
    for entry in result.account:
        yield f"| {entry.role.label} | {_line(result, case, entry).replace('|', chr(92) + '|')} | {entry.because} |"


def _entry_dict(result: VerdictReconciliation, case: Case, entry: AccountEntry) -> dict[str, object]:
    claim = entry.claim
    return {
        "claim": claim.id,
        "source": claim.source.name,
        "via": [source.name for identity in claim.via if (source := case.log.source(identity)) is not None],
        "stated": None if claim.stated is None else claim.stated.iso,
        "answer": claim.as_given,
        "says": _kind(claim),
        "state": result.status(claim).state.value,
        "role": entry.role.value,
        "because": entry.because,
    }

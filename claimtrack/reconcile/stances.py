"""Propositions and attributions: affirmed, denied, disputed or undecided, along the same path."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from typing import Literal

from claimtrack.answers import Stance
from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, UnknownRecord
from claimtrack.events import Event
from claimtrack.log import Log
from claimtrack.origins import IndependentRange, Voice
from claimtrack.questions import Question
from claimtrack.reconcile.account import unheard_entries
from claimtrack.reconcile.citing import dated, folded, quoted, spoken_by, unfolding
from claimtrack.reconcile.explain import Say, escaped, many_independent, section
from claimtrack.reconcile.findings import (
    Finding,
    find_verdict,
    named_party,
    names_itself,
    sides_of,
    stance_conflicts,
    stance_label,
)
from claimtrack.reconcile.hearing import Heard
from claimtrack.reconcile.plain_data import conflict_dicts
from claimtrack.reconcile.roles import AccountEntry, Conflict, Role
from claimtrack.reconcile.scope import Case
from claimtrack.sources import Party
from claimtrack.status import Status
from claimtrack.telling import Language, Phrase, check_language, phrase, tell, term

VERDICT_POLICY = "stances"
VERDICT_POLICY_VERSION = "1"


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

    finding: Finding
    party: Party | None
    because: str

    def __init__(self, case: Case, heard: Heard) -> None:
        self._case = case
        self._heard = heard
        self.question: Question = case.question
        self.event: Event = case.event
        self._sides = sides_of(heard)
        self.finding, self.party, self.because = find_verdict(case, heard, self._sides)

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
    def cleared(self) -> Party | None:
        """For an attribution that is denied, the one party that the denials are about, or `None`."""
        if self.finding is not Finding.denied:
            return None
        parties = {_id_of(party := named_party(claim)): party for claim in self.denying}
        return next(iter(parties.values())) if len(parties) == 1 else None

    @property
    def claims_of_responsibility(self) -> tuple[Claim, ...]:
        """For an attribution, the standing claims in which a party names itself."""
        return tuple(claim for claim in self.affirming if named_party(claim) and names_itself(claim))

    @property
    def accusations(self) -> tuple[Claim, ...]:
        """For an attribution, the standing claims in which somebody else is named."""
        return tuple(claim for claim in self.affirming if named_party(claim) and not names_itself(claim))

    @property
    def denials(self) -> tuple[Claim, ...]:
        """The standing claims that deny it, or deny that a party did it."""
        return self.denying

    @property
    def competing(self) -> tuple[Claim, ...]:
        """For an attribution, the standing claims that name different parties as the doer."""
        parties = {party.id for claim in self.affirming if (party := named_party(claim)) is not None}
        return self.affirming if len(parties) > 1 else ()

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Denials and competing claims, in sentences."""
        return tuple(stance_conflicts(self._case, self._sides))

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

    @property
    def log(self) -> Log:
        """The records it was made from."""
        return self._case.log

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
    def text(self) -> Phrase:
        """The finding in plain English: "affirmed", "affirmed: JNIM", "denied: Army (by Staff)"."""
        finding = term("finding", self.finding.value)
        if self.cleared is not None:
            names = tuple(dict.fromkeys(spoken_by(claim, self._case.log) for claim in self.denying))
            return phrase("finding.of_party_by", finding=finding, party=self.cleared.name, names=names)
        if self.party is None:
            return finding
        return phrase("finding.of_party", finding=finding, party=self.party.name)

    @property
    def headline(self) -> Phrase:
        """The finding, why, and what stands against each other, on one line; as `str` gives it."""
        return phrase(
            "explain.verdict_headline",
            question=self.question.label,
            event=str(self.event),
            text=self.text,
            because=self.because,
            rule=_rule(self),
            conflicts=tuple(phrase("explain.more", text=conflict.because) for conflict in self.conflicts),
        )

    def explain(
        self,
        format: Literal["text", "markdown"] = "text",  # noqa: A002
        *,
        width: int = 100,
        lang: Language = "en",
    ) -> str:
        """Tell how the finding came about, with every claim.

        Args:
            format: "text" or "markdown".
            width: Columns at which lines of text are wrapped.
            lang: The language to tell it in.

        Raises:
            InvalidField: If there is no such format or language.
        """
        if format not in {"text", "markdown"}:
            raise InvalidField("explain", "format", format, 'one of "text", "markdown"')
        say = partial(tell, lang=check_language(lang))
        if format == "markdown":
            return "\n".join(_markdown(self, self._case, lambda text: escaped(say(text))))
        return "\n".join(folded(list(_plain(self, self._case, say)), width, "  "))

    def to_dict(self) -> dict[str, object]:
        """The result as plain dicts, lists, texts and numbers; see docs/explanation/reconciliation.md."""
        return {
            "kind": "verdict",
            "question": {"id": self.question.id, "label": self.question.label},
            "event": {"id": self.event.id, "label": str(self.event)},
            "policy": {"name": self.policy, "version": self.policy_version, "cites": ""},
            "finding": self.finding.value,
            "party": None if self.party is None else {"id": self.party.id, "name": self.party.name},
            "cleared": None if self.cleared is None else {"id": self.cleared.id, "name": self.cleared.name},
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

    def _repr_html_(self) -> str:
        """The answer in a notebook, with its account to unfold."""
        return unfolding(str(self), self.explain())

    def __str__(self) -> str:
        return str(self.headline)

    def __repr__(self) -> str:
        return f"<{self.question.label}, {self.event}: {self.text}>"

    def _repr_markdown_(self) -> str:
        return self.explain("markdown")


def _rule(result: VerdictReconciliation) -> Phrase:
    return phrase("explain.rule", name=result.policy, version=result.policy_version)


def _id_of(party: Party | None) -> str:
    return "" if party is None else party.id


def _bearing(heard: Heard, voice: Voice, claim: Claim) -> str:
    interest = heard.voices.interest(voice)
    kind = stance_label(claim)
    if interest.admission:
        return phrase("says.admission", kind=kind, interest=interest.because)
    return phrase("says.interest", kind=kind, interest=interest.because) if interest.kind.directed else kind


def _line(result: VerdictReconciliation, case: Case, entry: AccountEntry) -> Phrase:
    claim = entry.claim
    says: str = claim.as_given
    if not claim.words or isinstance(claim.answer, Stance):
        says = claim.answer.label
    return phrase(
        "explain.verdict_claim",
        says=says,
        words=phrase("explain.more", text=quoted(claim.words)) if claim.words else "",
        source=spoken_by(claim, case.log),
        when=dated(claim),
        state=term("state", result.status(claim).state.value),
    )


def _plain(result: VerdictReconciliation, case: Case, say: Say) -> Iterator[str]:
    yield say(phrase("explain.title", question=result.question.label, event=str(result.event)))
    yield say(phrase("explain.verdict", text=result.text, because=result.because, rule=_rule(result)))
    if not result.assessed:
        yield say(phrase("explain.without_assessments"))
    if result.conflicts:
        yield ""
        yield say(phrase("explain.conflicts"))
        yield from (f"  {say(conflict.because)}" for conflict in result.conflicts)
    yield ""
    yield say(
        phrase(
            "explain.verdict_counts",
            claims=phrase("count.claims", n=len(result.account)),
            voices=phrase("count.voices", n=len(result.voices)),
            many=many_independent(result.independent),
        )
    )
    for role in Role:
        entries = [entry for entry in result.account if entry.role is role]
        if entries:
            yield ""
            yield f"{say(section(role))} ({len(entries)})"
        for entry in entries:
            yield f"  {say(_line(result, case, entry))}"
            yield f"    {say(entry.because)}"


def _markdown(result: VerdictReconciliation, case: Case, say: Say) -> Iterator[str]:
    yield f"### {say(phrase('explain.title', question=result.question.label, event=str(result.event)))}"
    yield ""
    because = say(phrase("explain.verdict_because", because=result.because, rule=_rule(result)))
    yield f"**{say(result.text)}**{because}"
    yield from (f"- {say(conflict.because)}" for conflict in result.conflicts)
    yield ""
    yield f"| {' | '.join(say(term('column', name)) for name in ('role', 'claim', 'why'))} |"
    yield "|---|---|---|"
    for entry in result.account:
        cells = (entry.role.label, _line(result, case, entry), entry.because)
        yield f"| {' | '.join(say(cell) for cell in cells)} |"


def _entry_dict(result: VerdictReconciliation, case: Case, entry: AccountEntry) -> dict[str, object]:
    claim = entry.claim
    return {
        "claim": claim.id,
        "source": claim.source.name,
        "via": [source.name for identity in claim.via if (source := case.log.source(identity)) is not None],
        "stated": None if claim.stated is None else claim.stated.iso,
        "answer": claim.as_given,
        "says": stance_label(claim),
        "state": result.status(claim).state.value,
        "role": entry.role.value,
        "because": entry.because,
    }

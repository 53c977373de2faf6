"""The answer to one question about one event, with what became of every claim."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, cast

from claimtrack.claims import Claim
from claimtrack.errors import UnknownRecord
from claimtrack.events import Event
from claimtrack.figures import Interval
from claimtrack.log import Log
from claimtrack.origins import IndependentRange, Voice
from claimtrack.questions import Measure, Question
from claimtrack.reconcile.account import account_of, imputed_claims, sketched_account
from claimtrack.reconcile.citing import unfolding
from claimtrack.reconcile.conflicts import conflicts_of
from claimtrack.reconcile.explain import explain_figures
from claimtrack.reconcile.headline import Explained, answer_text, headline
from claimtrack.reconcile.hearing import Heard, hear, speaks_of_number
from claimtrack.reconcile.laws import ruled
from claimtrack.reconcile.parts import Constraint, Tightened, tighten
from claimtrack.reconcile.plain_data import figures_dict
from claimtrack.reconcile.policies import short_of
from claimtrack.reconcile.roles import AccountEntry, Conflict, ConflictKind, Role
from claimtrack.reconcile.ruling import Policy, Ruling, name_of
from claimtrack.reconcile.scope import Case, need_measure
from claimtrack.reconcile.sensitivity import Without, without_each
from claimtrack.reconcile.sketch import Sketch
from claimtrack.status import Status
from claimtrack.telling import Language, Phrase

_KIND_ORDER = {kind: index for index, kind in enumerate(ConflictKind)}


def _text_of(policy: Policy, what: str) -> str:
    """What a policy says of itself: a sentence of the library stays one, so that it can be told in French."""
    text = getattr(policy, what, "")
    return text if isinstance(text, str) else str(text)


class FigureReconciliation:
    """How many, by one policy, with an account of every claim on the question.

    Low and high are the ends of what is claimed, not a confidence interval.

    Attributes:
        low: The low end in persons, or `None` where nothing sets one: unknown, never 0.
        best: The one number the policy stands by, or `None`.
        high: The high end in persons, or `None` for open.
        question: The measure that was asked.
        event: The event it was asked of.
    """

    def __init__(self, case: Case, policy: Policy, sketch: Sketch | None = None) -> None:
        self._case = case
        self._policy = policy
        self._sketch = sketch
        self.question: Question = case.question
        self.event: Event = case.event
        short = short_of(policy)
        if sketch is None or short is None:
            tightened = self._tightened
            self.low, self.best, self.high = tightened.low, tightened.best, tightened.high
        else:
            self.low, self.best, self.high = short(sketch)

    @cached_property
    def _heard(self) -> Heard:
        return hear(self._case, speaks_of_number)

    @cached_property
    def ruling(self) -> Ruling:
        """What the policy answered, before parts and wholes were looked at.

        Raises:
            PolicyError: If the policy breaks a law.
        """
        return ruled(self._policy, self._heard.voices)

    @cached_property
    def _tightened(self) -> Tightened:
        return tighten(self._case, self._heard, self.ruling)

    @property
    def _explained(self) -> Explained:
        return cast("Explained", self)  # pyright takes no cached_property for a property of a protocol

    @property
    def measure(self) -> Measure:
        """The measure that was asked."""
        return need_measure(self.question)

    @property
    def policy(self) -> str:
        """The name of the policy that gave it."""
        return name_of(self._policy)

    @property
    def policy_version(self) -> str:
        """The version of the policy, or an empty text."""
        return str(getattr(self._policy, "version", ""))

    @property
    def cites(self) -> str:
        """Whose rule the policy is, or an empty text."""
        return _text_of(self._policy, "cites")

    @property
    def summary(self) -> str:
        """What the policy does, in a sentence, or an empty text."""
        return _text_of(self._policy, "summary")

    @property
    def estimated(self) -> bool:
        """Whether the numbers were computed and not stated by anybody."""
        return bool(getattr(self._policy, "estimates", False))

    @property
    def interval(self) -> Interval | None:
        """The interval that an estimating policy gave, in persons; `None` from any other."""
        return self.ruling.interval

    @property
    def because(self) -> str:
        """Why the policy answers so, in a sentence."""
        return self.ruling.because

    @property
    def assessed(self) -> bool:
        """Whether the claims came in a ledger, with assessments; a bare iterable has none."""
        return self._case.assessed

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Every voice that was heard, each origin once."""
        return tuple(self._heard.voices)

    @property
    def independent(self) -> IndependentRange:
        """How many independent voices there are, as a range."""
        return self._heard.voices.independent

    @cached_property
    def account(self) -> tuple[AccountEntry, ...]:
        """What became of every claim on the question, each exactly once, what matters most first."""
        if self._sketch is not None:
            return sketched_account(self._case, self._sketch, self.best, lambda: self._told)
        return tuple(self._told.values())

    @cached_property
    def _told(self) -> dict[str, AccountEntry]:
        tightened = self._tightened
        moved = {end: tightened.low if end == "low" else tightened.high for end in tightened.computed}
        entries = account_of(self._case, self._heard, self.ruling, self.policy, moved)
        return {entry.claim.id: entry for entry in entries}

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What cannot hold together, then what is hard to reconcile."""
        found = [*conflicts_of(self._case, self._heard), *self._tightened.conflicts]
        if self.ruling.conflict is not None:
            found.append(self.ruling.conflict)
        return tuple(sorted(found, key=lambda conflict: _KIND_ORDER[conflict.kind]))

    @property
    def constraints(self) -> tuple[Constraint, ...]:
        """What parts and wholes say about the measure, and what that does to the answer."""
        return self._tightened.constraints

    @property
    def computed(self) -> tuple[str, ...]:
        """Which ends come from parts and wholes and were not stated: "low", "high"."""
        return self._tightened.computed

    @property
    def contradictions(self) -> tuple[Conflict, ...]:
        """The conflicts in which the claims cannot hold together."""
        return tuple(conflict for conflict in self.conflicts if conflict.kind is not ConflictKind.tension)

    @property
    def contested(self) -> bool:
        """Whether any standing claims contradict each other."""
        return bool(self.contradictions)

    @cached_property
    def imputed(self) -> tuple[Claim, ...]:
        """The kept claims whose coding is in part the analyst's."""
        return imputed_claims(self.account)

    @cached_property
    def sensitivity(self) -> tuple[Without, ...]:
        """The voices without which the policy answers otherwise, and what it then answers."""
        return without_each(self._heard, self._policy, self.ruling)

    @property
    def log(self) -> Log:
        """The records it was made from."""
        return self._case.log

    def status(self, claim: Claim) -> Status:
        """Where a claim on the question stands."""
        return self._heard.statuses[claim.id]

    def role(self, claim: Claim | str) -> Role:
        """What a claim was for the answer.

        Raises:
            UnknownRecord: If it is no claim on this question.
        """
        return self.entry(claim).role

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

    @property
    def text(self) -> Phrase:
        """The figure in plain English: "70–100, best 77", "about 70 (63–77)", "unknown"."""
        return answer_text(self._explained, imputed=bool(self.imputed))

    @property
    def headline(self) -> Phrase:
        """The figure with its policy, and every contradiction beside it, on one line; as `str` gives it."""
        return headline(self._explained)

    def _repr_html_(self) -> str:
        """The answer in a notebook, with its account to unfold."""
        return unfolding(str(self), self.explain())

    def __str__(self) -> str:
        return str(self.headline)

    def __repr__(self) -> str:
        return f"<{self.question.label}, {self.event}: {self.text}, by {self.policy}>"

    def _repr_markdown_(self) -> str:
        return self.explain("markdown")

    def explain(
        self,
        format: Literal["text", "markdown"] = "text",  # noqa: A002
        *,
        width: int = 100,
        lang: Language = "en",
    ) -> str:
        """Tell how the figure came about: every step, every conflict, every claim.

        Args:
            format: "text" or "markdown".
            width: Columns at which lines are wrapped.
            lang: The language to tell it in.

        Raises:
            InvalidField: If there is no such format or language.
        """
        return explain_figures(self._explained, format, width, lang)

    def to_dict(self) -> dict[str, object]:
        """The result as plain dicts, lists, texts and numbers; see docs/explanation/reconciliation.md."""
        return figures_dict(self._explained)

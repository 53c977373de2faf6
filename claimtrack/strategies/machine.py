"""A rule-based state machine over one ledger, to be extended with rules and invariants of one's own."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import ClassVar, Final

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from claimtrack.answers import Answer
from claimtrack.assessments import Verdict
from claimtrack.claims import Claim
from claimtrack.errors import ConflictingRecord, ImpossibleMove
from claimtrack.evidence import Evidence
from claimtrack.figures import Figure
from claimtrack.laws import LAW_GROWS, assert_accounted_for, assert_history, need
from claimtrack.ledger import Ledger
from claimtrack.log import Entry
from claimtrack.questions import Measure
from claimtrack.reconcile import DEFAULT, Policy, reconcile_all
from claimtrack.sources import Party, RelationName, Reliability, Source
from claimtrack.strategies.cast import usual_cast
from claimtrack.strategies.holdings import MinuteClock, close_circle, regraded
from claimtrack.strategies.statements import claims
from claimtrack.strategies.values import figures

LAW_TWICE: Final = "recording a claim twice changes nothing."

_WHICH = st.integers(0, 9)
_DAYS = st.dates(date(2024, 9, 16), date(2024, 9, 30))
_OUTLETS: st.SearchStrategy[Source] = st.deferred(lambda: st.sampled_from(usual_cast().sources))
_SIDES: st.SearchStrategy[Party] = st.deferred(lambda: st.sampled_from(usual_cast().parties))
_BETWEEN_SOURCES: tuple[RelationName, ...] = ("independent", "depends", "same")
_BETWEEN_PARTIES: tuple[RelationName, ...] = ("opposes", "allied")


class LedgerMachine(RuleBasedStateMachine):
    """One ledger, to which anything that can be recorded is recorded, and the laws hold throughout.

    Subclass it to add rules and invariants over `self.ledger`, or to set another `policy`; its
    `TestCase` is what pytest and unittest run. Rules shrink to the shortest run of simple steps.

    Attributes:
        policy: The policy by which every question is reconciled after every step.
        ledger: The ledger, fresh for every run.

    Example:
        >>> class NothingIsEverRefuted(LedgerMachine):
        ...     policy = "lowest"
        >>> TestLedger = NothingIsEverRefuted.TestCase
    """

    policy: ClassVar[Policy | str] = DEFAULT

    def __init__(self) -> None:
        super().__init__()
        self.ledger: Ledger = Ledger(clock=MinuteClock())
        self._held: list[Entry] = []

    def claim(self, which: int) -> Claim:
        """A claim that the ledger holds; needs one."""
        held = self.ledger.log.claims
        return held[which % len(held)]

    def _any_claim(self) -> bool:
        return bool(self.ledger.log.claims)

    def _record(self, claim: Claim) -> None:
        """Record a claim; another one under its id is refused, and leaves the ledger as it was."""
        with suppress(ConflictingRecord):
            self.ledger.record(claim)

    @rule(claim=claims())
    def record(self, claim: Claim) -> None:
        """Record any claim."""
        self._record(claim)

    @precondition(_any_claim)
    @rule(which=_WHICH)
    def record_again(self, which: int) -> None:
        """Record a claim twice, which changes nothing."""
        before = len(self.ledger)
        claim = self.claim(which)
        need(LAW_TWICE, self.ledger.record(claim)[0] is claim, "Another claim came back.", self.ledger.log)
        need(LAW_TWICE, len(self.ledger) == before, "The ledger grew.", self.ledger.log)

    @precondition(_any_claim)
    @rule(which=_WHICH, outlet=_OUTLETS)
    def relay(self, which: int, outlet: Source) -> None:
        """Let an outlet repeat what a claim says, resting on it."""
        said = self.claim(which)
        answer: Answer = said.answer
        self._record(Claim(said.event, outlet, said.question, answer, words=said.words, based_on=said))

    @precondition(_any_claim)
    @rule(which=_WHICH, figure=figures())
    def revise_claim(self, which: int, figure: Figure) -> None:
        """Let a source give another figure in the place of its own."""
        old = self.claim(which)
        if isinstance(old.question, Measure):
            self._record(Claim(old.event, old.source, old.question, figure, via=old.via, revises=old))

    @precondition(_any_claim)
    @rule(which=_WHICH, verdict=st.sampled_from(Verdict))
    def assess(self, which: int, verdict: Verdict) -> None:
        """Judge a claim on evidence of its own, a day later than every verdict before."""
        day = date(2024, 9, 25) + timedelta(days=len(self.ledger))
        seen = Evidence(f"https://example.org/seen/{len(self.ledger)}", kind="image", captured=day)
        with suppress(ImpossibleMove):
            self.ledger.record(seen)
            self.ledger.assess(
                self.claim(which), verdict, by="A. Analyst", decided=day, because="as seen", evidence=seen
            )

    @precondition(_any_claim)
    @rule(which=_WHICH)
    def retract(self, which: int) -> None:
        """Let a source take its claim back."""
        claim = self.claim(which)
        self.ledger.retract(claim, by=claim.source, because="said in error")

    @rule(a=_OUTLETS, b=_OUTLETS, how=st.sampled_from(_BETWEEN_SOURCES))
    def relate_sources(self, a: Source, b: Source, how: RelationName) -> None:
        """Declare how two sources stand to each other."""
        if a.id != b.id:
            self.ledger.relate(a, b, how, because="as the analyst found")

    @rule(a=_SIDES, b=_SIDES, how=st.sampled_from(_BETWEEN_PARTIES))
    def relate_parties(self, a: Party, b: Party, how: RelationName) -> None:
        """Declare how two parties stand to each other."""
        if a.id != b.id:
            self.ledger.relate(a, b, how, because="as they say")

    @rule()
    def close_circle(self) -> None:
        """Declare that the sources depend on one another in a circle."""
        close_circle(self.ledger)

    @precondition(_any_claim)
    @rule(which=_WHICH, grade=st.sampled_from(Reliability))
    def regrade(self, which: int, grade: Reliability) -> None:
        """Give a source another grade, which moves no claim to another source."""
        held = self.ledger.log.source(self.claim(which).source)
        if held is not None:
            self.ledger.revise(regraded(held, grade))

    @rule(day=_DAYS)
    def look_back(self, day: date) -> None:
        """See the ledger as it stood on a day: a later day has all of it, and the whole has all of that."""
        ids = [
            {claim.id for claim in self.ledger.as_of(stated=moment).log.claims}
            for moment in (day, day + timedelta(days=1))
        ]
        ids.append({claim.id for claim in self.ledger.log.claims})
        need(LAW_GROWS, ids[0] <= ids[1] <= ids[2], f"As stated by {day}.", self.ledger.log)

    @invariant()
    def the_laws_hold(self) -> None:
        """Check every law; a subclass adds to them with invariants of its own, or by extending this one."""
        self.what_was_recorded_never_changes()
        self.the_past_is_what_it_was()
        self.every_claim_is_accounted_for_once()

    def what_was_recorded_never_changes(self) -> None:
        """The log only grows."""
        entries = list(self.ledger.entries())
        need(LAW_GROWS, entries[: len(self._held)] == self._held, "An entry changed.", self.ledger.log)
        self._held = entries

    def the_past_is_what_it_was(self) -> None:
        """The ledger can be seen as it stood, and as of its last entry it is what it is."""
        assert_history(self.ledger)

    def every_claim_is_accounted_for_once(self) -> None:
        """Every question is answered with an account of all its claims, and low ≤ best ≤ high."""
        for result in reconcile_all(self.ledger, policy=self.policy):
            assert_accounted_for(result, self.ledger)

"""A ledger under everything that can be done to it, and its laws after every step."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

import claimtrack as ct
from claimtrack import strategies as cts
from claimtrack.errors import ConflictingRecord, ImpossibleMove
from claimtrack.history import cut
from claimtrack.log import Log
from claimtrack.problems import CODES
from claimtrack.status import Lead, Statuses
from claimtrack.testing import assert_history, assert_statuses

LEDGERS = cts.ledgers(max_claims=5, max_acts=3)
DAYS = st.dates(min_value=ct.when("2024-09-15").start, max_value=ct.when("2024-10-05").start)
WHICH = st.integers(0, 9)


class Desk(cts.LedgerMachine):
    """The ledger of a desk: what may be refused is tried, and nothing is refused half-way."""

    @precondition(lambda self: bool(self.ledger.log.claims))
    @rule(which=WHICH, verdict=st.sampled_from(ct.Verdict), day=DAYS)
    def assess_without_evidence(self, which, verdict, day):
        before = list(self.ledger.entries())
        try:
            self.ledger.assess(self.claim(which), verdict, by="Bob", decided=day, because="a hunch")
        except (ImpossibleMove, ConflictingRecord):
            assert list(self.ledger.entries()) == before

    @precondition(lambda self: bool(self.ledger.log.claims))
    @rule(which=WHICH, verdict=st.sampled_from(ct.Verdict), day=DAYS)
    def override(self, which, verdict, day):
        claim = self.claim(which)
        with suppress(ConflictingRecord):
            made = self.ledger.assess(
                claim, verdict, by="The editor", decided=day, because="it must be", override="deadline"
            )
            statuses = Statuses(self.ledger.log, decides=Lead("The editor"))
            decision = statuses.of(claim).decision
            assert made not in [void.assessment for void in decision.void]
            if made in decision.resting:
                assert "deadline" in statuses.of(claim).because or statuses.of(claim).state.value in (
                    "retracted", "superseded"
                )  # fmt: skip

    @precondition(lambda self: len(self.ledger.log.claims) > 1)
    @rule(which=WHICH, record=WHICH, verdict=st.sampled_from(["confirmed", "refuted"]))
    def judge_by_a_record(self, which, record, verdict):
        with suppress(ImpossibleMove, ConflictingRecord, ct.InvalidField):
            self.ledger.assess(
                self.claim(which), verdict, by="Ann", decided="2024-12-01", because="the register",
                evidence=self.claim(record),
            )  # fmt: skip

    @invariant()
    def statuses_are_those_derived_from_scratch(self):
        fresh = Statuses(self.ledger.log)
        for claim in self.ledger.log.claims:
            assert self.ledger.status(claim) == fresh.of(claim)
        assert_statuses(self.ledger)

    @invariant()
    def every_problem_has_a_known_code(self):
        assert {problem.code for problem in self.ledger.problems()} <= set(CODES)


Desk.TestCase.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
TestDesk = Desk.TestCase


@given(ledger=LEDGERS, day=DAYS)
def test_what_had_been_stated_only_grows(ledger, day):
    earlier, later = ledger.as_of(stated=day), ledger.as_of(stated=day + timedelta(days=3))
    ids = [{entry.record.id for entry in one.entries()} for one in (earlier, later, ledger)]
    assert ids[0] <= ids[1] <= ids[2]


@given(ledger=LEDGERS)
def test_the_ledger_can_be_seen_as_it_stood_at_every_moment(ledger):
    assert_history(ledger)


@given(ledger=LEDGERS)
def test_a_cut_of_a_cut_is_the_earlier_cut(ledger):
    for first, second in (("2024-09-18", "2024-09-17"), ("2024-09-17", "2024-09-18")):
        once = Log(ledger.log.clock)
        cut(ledger.as_of(stated=first).log, once, stated=second)
        least = ledger.as_of(stated="2024-09-17").log
        assert [entry.record for entry in once.entries()] == [entry.record for entry in least.entries()]


@given(ledger=LEDGERS)
def test_the_changes_since_the_beginning_are_every_claim(ledger):
    changes = ledger.changes("2000-01-01")
    recorded = [change.claim.id for change in changes if change.kind.value == "recorded"]
    assert sorted(recorded) == sorted(claim.id for claim in ledger.log.claims)
    entries = list(ledger.entries())
    if entries:
        assert ledger.changes(entries[-1].recorded) == ()


@given(ledger=LEDGERS)
def test_the_history_of_a_claim_ends_where_it_stands(ledger):
    for claim in ledger.log.claims:
        history = ledger.history(claim)
        assert history[0].kind.value == "recorded"
        assert all(change.causes for change in history)
        assert history[-1].after.startswith(ledger.status(claim).state.value)
        moments = [change.recorded for change in history]
        assert moments == sorted(moments)

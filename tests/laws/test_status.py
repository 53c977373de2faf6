"""Laws of statuses: they follow from what was recorded, in whatever order, and rest on what stands."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_world import (
    AFP,
    ARMY,
    COURT,
    FIRE,
    HOSPITAL,
    HURT,
    LATE,
    MALI,
    MAYOR,
    RADIO,
    REUTERS,
    RFI,
    SECURITY,
    VIDEO,
    WIKIPEDIA,
    ZALLAQA,
    Clock,
    independent,
    says,
)

import claimtrack as ct
from claimtrack import strategies as cts
from claimtrack.laws import fallen, in_another_order
from claimtrack.ledger import Ledger
from claimtrack.status import State, Statuses
from claimtrack.testing import assert_statuses

LEDGERS = cts.ledgers(max_claims=6, max_acts=4)


def seen(statuses, claims):
    return {
        claim.id: (status := statuses.of(claim), status.because, status.missing, status.superseded_by,
                   status.overtaken_by, status.credibility, status.override, status.interest)
        for claim in claims
    }  # fmt: skip


def recorded(records):
    ledger = Ledger(clock=Clock())
    for record in records:
        ledger.receive([record])
    return ledger


def crowded():
    """One question with every rule at work: relays, series, verdicts, a retraction, relations."""
    wire = says(SECURITY, 77, "2024-09-18", via=[AFP])
    named = says(COURT, 81, "2024-09-19", observed="named_list")
    army = [says(ARMY, n, f"2024-09-{17 + n // 10}", via=via) for n in (10, 20) for via in ((), (RFI,))]
    wounded = ct.wounded(of=MALI)
    borne_out = says(MAYOR, ct.at_least(60), question=wounded)
    number = says(SECURITY, 77, question=wounded, via=[AFP])
    early, floor = says(RADIO, 2), says(REUTERS, ct.at_least(70), "2024-09-19")
    relay = says(WIKIPEDIA, 77, None, based_on=[wire])
    merged = says(ct.Source("Digest", "aggregator"), ct.between(77, 81), None, based_on=[wire, named])
    wild = says(ZALLAQA, 300, "2024-09-19", via=[RADIO])
    again = says(ZALLAQA, ct.about(200), "2024-09-19", via=[RFI])
    withdrawn = says(HOSPITAL, 40, "2024-09-18")
    onward = says(ct.Source("Blog"), 40, "2024-09-19", based_on=[withdrawn])
    fire = says(ZALLAQA, ct.affirms(), question=FIRE, based_on=[VIDEO])
    denial = says(ARMY, ct.denies(), question=FIRE)
    hurt = says(RFI, ct.at_least(200), "2024-09-19", question=HURT, based_on=[floor])
    judged = {"by": "Ann", "because": "as seen"}
    return [
        wire, named, *army, borne_out, number, early, floor, relay, merged, wild, again, withdrawn, onward,
        fire, denial, hurt, LATE,
        ct.Retraction(withdrawn, by=HOSPITAL, stated="2024-09-20", because="counted twice"),
        ct.Assessment(fire, "confirmed", decided="2024-09-20", evidence=[VIDEO], **judged),
        ct.Assessment(fire, "refuted", decided="2024-09-21", evidence=[denial], **judged),
        ct.Assessment(fire, "confirmed", decided="2024-10-02", evidence=[LATE], **judged),
        ct.Assessment(wild, "refuted", decided="2024-09-22", evidence=[named], credibility=5, **judged),
        ct.Assessment(early, "confirmed", decided="2024-09-22", evidence=[withdrawn], **judged),
        ct.Assessment(floor, "unverifiable", decided="2024-09-22", by="Bob", because="no access"),
        independent(REUTERS, AFP), independent(REUTERS, COURT), independent(COURT, AFP),
        independent(MAYOR, AFP),
        ct.Relation(RADIO, RFI, "depends", because="same owner", since="2024-09-18"),
        ct.Relation(ct.Party("CSP"), MALI, "opposes", because="fighting", since="2024-07-01"),
    ]  # fmt: skip


def test_two_hundred_orders_of_recording_give_the_same_statuses():
    records = crowded()
    first = recorded(records)
    claims = first.log.claims
    expected = seen(first.statuses, claims)
    assert {status[0].state for status in expected.values()} >= {
        State.retracted, State.superseded, State.confirmed, State.refuted, State.unverifiable,
        State.contested, State.corroborated, State.overtaken, State.unverified,
    }  # fmt: skip
    random = Random(7)  # noqa: S311  # shuffles, and keeps no secret
    for _ in range(200):
        ledger = recorded(in_another_order(records, random.choice))
        assert seen(ledger.statuses, claims) == expected


@given(ledger=LEDGERS)
def test_every_status_follows_from_what_was_recorded_and_rests_on_what_stands(ledger):
    assert_statuses(ledger)


@given(ledger=LEDGERS, seed=st.integers(0, 2**16))
def test_the_order_of_recording_does_not_matter(ledger, seed):
    entries = [entry for entry in ledger.entries() if not entry.revision]
    records = [entry.record for entry in entries]
    random = Random(seed)  # noqa: S311  # shuffles, and keeps no secret
    one, other = recorded(records), recorded(in_another_order(records, random.choice))
    assert seen(one.statuses, one.log.claims) == seen(other.statuses, one.log.claims)


@given(ledger=LEDGERS)
def test_statuses_kept_while_the_ledger_grows_are_those_derived_at_the_end(ledger):
    grown = Ledger(clock=Clock())
    for entry in ledger.entries():
        grown.log.restore(entry.record, entry.recorded, revision=entry.revision)
        for claim in grown.log.claims:
            assert grown.statuses.of(claim).because
    assert seen(grown.statuses, grown.log.claims) == seen(Statuses(grown.log), grown.log.claims)


@given(ledger=LEDGERS)
def test_a_verdict_never_rests_on_claims_that_fell(ledger):
    for claim in ledger.log.claims:
        for assessment in ledger.status(claim).decision.resting:
            held = [ledger.log.get(identity) for identity in assessment.evidence]
            if assessment.override is None and assessment.verdict.value in ("confirmed", "refuted"):
                standing = [not isinstance(one, ct.Claim) or not fallen(ledger.status(one)) for one in held]
                assert any(standing)


@given(ledger=LEDGERS, data=st.data())
def test_an_echo_changes_no_other_status(ledger, data):
    live = [claim for claim in ledger.log.claims if ledger.status(claim).countable]
    if not live:
        return
    said = data.draw(st.sampled_from(live))
    before = seen(ledger.statuses, ledger.log.claims)
    echo = ct.Claim(
        said.event, ct.Source("A new outlet"), said.question, said.answer, words=said.words, based_on=[said]
    )
    ledger.record(echo)
    assert seen(ledger.statuses, [ledger.log.get(identity) for identity in before]) == before


@given(ledger=LEDGERS)
def test_every_status_says_what_it_would_take(ledger):
    for claim in ledger.log.claims:
        status = ledger.status(claim)
        assert set(status.reasons) == {"lifecycle", "verdict", "support", "contested"}
        done = {State.confirmed, State.superseded}
        assert bool(status.missing) or status.state in done


@pytest.mark.parametrize("how", ["refuted", "misreported", "retracted"])
def test_setting_a_claim_aside_is_as_if_nobody_had_made_it(how):
    more, exact = says(RFI, ct.at_least(71), "2024-09-19"), says(REUTERS, 77, "2024-09-19")
    kept = [more, exact, independent(RFI, REUTERS)]
    gone = says(RADIO, 12, "2024-09-19")
    alone, other = recorded(kept), recorded([*kept, gone])
    if how == "retracted":
        other.retract(gone, by=RADIO, because="an error")
    else:
        other.assess(gone, how, by="A", decided="2024-09-20", because="seen", evidence=[VIDEO])
    claims = alone.log.claims
    assert seen(alone.statuses, claims) == seen(other.statuses, claims)


@given(ledger=LEDGERS, data=st.data())
def test_an_answer_refused_changes_no_other_status_and_no_figure(ledger, data):
    claims = ledger.log.claims
    if not claims:
        return
    carried = [claim for claim in claims if claim.via]
    beside = data.draw(st.sampled_from(carried or claims))
    source = data.draw(st.sampled_from([beside.source, *(claim.source for claim in claims)]))
    via = beside.via[: data.draw(st.integers(0, len(beside.via)))]
    how = data.draw(st.sampled_from(list(ct.DeclinedKind)))
    refused = ct.Claim(beside.event, source, beside.question, ct.declined(how), stated=beside.stated, via=via)
    if refused in ledger:
        return
    grown = recorded([entry.record for entry in ledger.entries()])
    before = {claim.id: grown.status(claim) for claim in claims}
    figures = ct.reconcile(grown, beside.question, event=beside.event).to_dict()
    kept = {name: value for name, value in figures.items() if name in ("low", "best", "high", "verdict")}
    axes = {identity: status._axes() for identity, status in before.items()}
    grown.receive([refused])
    assert {claim.id: grown.status(claim)._axes() for claim in claims} == axes
    after = ct.reconcile(grown, beside.question, event=beside.event).to_dict()
    assert {name: after[name] for name in kept} == kept

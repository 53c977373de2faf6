"""Reconciliation keeps its laws on generated ledgers of every shape."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack import strategies
from claimtrack.reconcile import (
    POLICIES,
    FigureReconciliation,
    Role,
    prefer,
    reconcile,
    reconcile_all,
    reconcile_figures,
)
from claimtrack.testing import check_policy

ledgers = strategies.ledgers
slow = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
ARMY = ct.Party("Army")
ATTACK = ct.Event("Attack")
tolls = strategies.ledgers(
    events=st.just(ATTACK), questions=st.just(ct.killed(of=ARMY)), min_claims=1, max_claims=7
)


@pytest.mark.parametrize("policy", [*POLICIES.values(), prefer(["agency", "media"])], ids=str)
def test_every_named_policy_keeps_the_laws(policy):
    check_policy(policy, examples=60)


@slow
@given(ledgers(max_claims=8, cycles=True))
def test_every_claim_on_a_question_is_accounted_for_exactly_once_even_in_circles(ledger):
    for result in reconcile_all(ledger):
        told = [entry.claim.id for entry in result.account]
        asked = [claim.id for claim in ledger.log.group(result.event.id, result.question.id)]
        assert sorted(told) == sorted(asked)


@slow
@given(ledgers(max_claims=8))
def test_low_best_and_high_are_in_order_after_parts_and_wholes(ledger):
    for name in POLICIES:
        for result in reconcile_all(ledger, policy=name):
            if isinstance(result, FigureReconciliation):
                stated = [n for n in (result.low, result.best, result.high) if n is not None]
                assert stated == sorted(stated), result.explain()


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(tolls, ledgers(max_claims=8)), st.sampled_from([n for n, p in POLICIES.items() if p.short]))
def test_the_short_way_gives_what_the_long_way_gives(ledger, policy):
    quick = {(f.event, f.question): f[2:] for f in reconcile_figures(ledger, policy=policy)}
    for short in reconcile_all(ledger, policy=policy):
        if not isinstance(short, FigureReconciliation):
            continue
        long = reconcile(ledger, short.question, short.event, policy=policy)
        assert (short.low, short.best, short.high) == (long.low, long.best, long.high), long.explain()
        assert quick[short.event.id, short.question.id] == (long.low, long.best, long.high)
        assert [(e.claim.id, e.role, e.because) for e in short.account] == [
            (e.claim.id, e.role, e.because) for e in long.account
        ]


@slow
@given(ledgers(max_claims=8))
def test_every_result_explains_itself_and_is_plain_data(ledger):
    for result in reconcile_all(ledger):
        text = result.explain()
        assert all(len(line) <= 100 or " " not in line.strip() for line in text.splitlines())
        assert str(result.event) in text
        assert result.explain("markdown").startswith("### ")
        assert result.text in str(result)
        again = json.loads(json.dumps(result.to_dict()))
        assert {entry["claim"] for entry in again["account"]} == {e.claim.id for e in result.account}


@slow
@given(tolls)
def test_three_syndicated_copies_of_one_figure_change_nothing(ledger):
    question = ct.killed(of=ARMY)
    before = reconcile(ledger, question)
    original = next((e.claim for e in before.account if e.role is Role.kept and not e.claim.based_on), None)
    if original is None:
        return
    copies = [
        ct.Claim(ATTACK, ct.Source(f"Paper {n}", "media"), question, original.answer, based_on=original)
        for n in range(3)
    ]
    ledger.record(*copies)
    after = reconcile(ledger, question)
    assert (after.low, after.best, after.high) == (before.low, before.best, before.high)
    assert all(after.role(copy) is Role.echo for copy in copies)
    assert after.independent.high == before.independent.high


@slow
@given(tolls, st.integers(0, 5), st.integers(0, 500))
def test_the_answer_of_a_refuted_claim_changes_no_figure(ledger, place, number):
    question = ct.killed(of=ARMY)
    found = []
    for answer in (ct.exactly(number), ct.exactly(number + 7)):
        copy = ct.Ledger()
        copy.log.receive([entry.record for entry in ledger.entries() if not entry.revision])
        wrong = ct.Claim(ATTACK, ct.Source("Rumour"), question, answer, stated="2024-09-18")
        copy.record(wrong)
        proof = ct.Evidence("https://example.org/list", captured="2024-09-18")
        copy.assess(wrong, "refuted", by="A", decided="2024-12-31", because="a list", evidence=proof)
        result = reconcile(copy, question)
        assert result.role(wrong) is Role.set_aside
        found.append((result.low, result.best, result.high))
    assert found[0] == found[1]


@slow
@given(tolls)
def test_nothing_is_unknown_as_zero(ledger):
    result = reconcile(ledger, ct.killed(of=ARMY), policy="pending")
    assert (result.low, result.best, result.high) == (None, None, None)
    assert result.text.rstrip("*") == "unknown"

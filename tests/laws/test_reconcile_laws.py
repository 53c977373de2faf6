"""Reconciliation keeps its laws on generated ledgers of every shape."""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack import strategies
from claimtrack.log import references_of
from claimtrack.log.records import parts_inside
from claimtrack.reconcile import (
    POLICIES,
    FigureReconciliation,
    Role,
    prefer,
    reconcile,
    reconcile_all,
    reconcile_figures,
)
from claimtrack.testing import assert_accounted_for, check_policy

ledgers = strategies.ledgers
slow = settings(max_examples=60)
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
        assert_accounted_for(result, ledger)


@slow
@given(ledgers(max_claims=8))
def test_ends_are_in_order_after_parts_and_wholes_by_every_policy(ledger):
    for name in POLICIES:
        for result in reconcile_all(ledger, policy=name):
            assert_accounted_for(result, ledger)


@settings(max_examples=150)
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


REBELS = ct.Party("Rebels", opposes=[ARMY])
SPEAKERS = (
    ct.Source("AFP", "agency"), ct.Source("Radio", "media"), ct.Source("Hospital", "medical"),
    ct.Source("Staff", "military", party=ARMY), ct.Source("Front", "belligerent", party=REBELS),
    ct.Source("Almanac", "reference"),
)  # fmt: skip
SAYINGS = (
    ct.exactly(10), ct.about(10), ct.exactly(14), ct.about(14), ct.exactly(40), ct.at_least(12),
    ct.at_most(13), ct.between(8, 15), ct.figure("dozens"), ct.figure("several"), ct.unquantified("losses"),
    ct.about(11), ct.at_least(13),
)  # fmt: skip
PARTED = (
    ct.killed(of=ARMY), ct.wounded(of=ARMY), ct.casualties(of=ARMY), ct.killed(of=[ARMY, REBELS]),
    ct.killed(of=ARMY, part="airport"),
)  # fmt: skip


@st.composite
def dense(draw, questions):
    """Few speakers and few numbers on one event, so that claims meet; some judged, some taken back."""
    ledger = ct.Ledger()
    for number in range(draw(st.integers(2, 7))):
        via = draw(st.sampled_from([(), (), (), (SPEAKERS[0],), (SPEAKERS[1],)]))
        claim = ct.Claim(
            ATTACK, draw(st.sampled_from(SPEAKERS)), draw(st.sampled_from(questions)),
            draw(st.sampled_from(SAYINGS)), stated=draw(st.sampled_from([None, *DAYS])), via=via,
            observed=draw(st.sampled_from([None, None, None, None, "bodies"])),
            words=None, note=str(number),
        )  # fmt: skip
        if claim in ledger:
            continue
        ledger.record(claim)
        end = draw(st.sampled_from(["", "", "", "", "refuted", "misreported", "retracted"]))
        if end == "retracted":
            ledger.retract(claim, by=claim.source, because="an error")
        elif end:
            ledger.assess(claim, end, by="A", decided="2024-12-31", because="seen", override="as told")
    return ledger


LOOKING = ("latest", prefer(["media", "agency"]), "bracket", "lowest", "last_words")
DAYS = ("2024-09-17", "2024-09-18", "2024-09-19")
crowded = settings(max_examples=400)


def needed(record):
    return {*references_of(record), *(part.id for part in parts_inside(record))}


def shuffled(records, random):
    """The records in a random order in which everything comes after what it refers to."""
    left = {record.id: record for record in records}
    ordered = []
    while left:
        ready = sorted(identity for identity, record in left.items() if not needed(record) & left.keys())
        ordered.append(left.pop(random.choice(ready or sorted(left))))  # a circle is broken anywhere
    return ordered


def recorded(records):
    ledger = ct.Ledger()
    for record in records:
        ledger.receive([record])
    return ledger


def told(ledger, policy="last_words"):
    """All that is said of every question: figures or finding, account, conflicts, constraints."""
    found = {}
    for result in reconcile_all(ledger, policy=policy):
        plain = result.to_dict()
        found[result.event.id, result.question.id] = (plain, result.explain())
    return found


def unrevised(ledger):
    return [entry.record for entry in ledger.entries() if not entry.revision]


@crowded
@given(st.one_of(dense(PARTED), ledgers(max_claims=8, max_acts=4)), st.integers(0, 2**16),
       st.sampled_from([*POLICIES]))  # fmt: skip
def test_the_order_of_recording_changes_no_word_of_any_answer(ledger, seed, policy):
    records = unrevised(ledger)
    random = Random(seed)  # noqa: S311  # shuffles, and keeps no secret
    assert told(recorded(shuffled(records, random)), policy) == told(recorded(records), policy)


@slow
@given(ledgers(max_claims=6, max_acts=3))
def test_recording_everything_twice_changes_no_word_of_any_answer(ledger):
    before = told(ledger)
    ledger.record(*ledger.log.claims)
    assert told(ledger) == before


@crowded
@given(dense(PARTED[:1]))
def test_no_best_is_below_a_floor_that_nobody_opposes_whatever_the_policy_looks_at(ledger):
    for result in (one for policy in LOOKING for one in reconcile_all(ledger, policy=policy)):
        if result.best is None:
            continue
        figures = [voice.figure for voice in result.voices]
        for voice in result.voices:
            low = voice.figure.bounds[0] if voice.ends[0] is None else voice.ends[0]
            rivals = [figure for figure in figures if figure is not voice.figure]
            opposed = any(voice.figure.compare(rival) is ct.Comparison.contradict for rival in rivals)
            if voice.ends[1] is None and low is not None and not opposed:
                assert result.best >= low, result.explain()


def alone(ledger, claim):
    """Whether a claim replaced nothing, and is the only one of its source and of what it was carried by."""
    near = {claim.source.id, *claim.via}
    for other in ledger.log.claims:
        if other.id != claim.id and not near.isdisjoint((other.source.id, *other.via, *other.based_on)):
            return False
    replaced = (ledger.status(other) for other in ledger.log.claims)
    return all(claim not in (one.superseded_by, one.overtaken_by) for one in replaced)


@crowded
@given(dense(PARTED[:1]), st.sampled_from(LOOKING))
def test_removing_what_is_set_aside_and_replaced_nothing_changes_no_figure(ledger, policy):
    for result in reconcile_all(ledger, policy=policy):
        gone = [e.claim for e in result.account if e.role is Role.set_aside and alone(ledger, e.claim)]
        for claim in gone[:1]:
            rest = [
                record
                for record in unrevised(ledger)
                if record.id != claim.id and getattr(record, "claim", "") != claim.id
            ]
            left = {(r.event.id, r.question.id): r for r in reconcile_all(recorded(rest), policy=policy)}
            other = left.get((result.event.id, result.question.id))
            if other is not None:
                assert other.text.rstrip("*") == result.text.rstrip("*"), result.explain()

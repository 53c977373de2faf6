"""Parts and wholes tighten, hold, or conflict."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.reconcile import ConflictKind, Effect

ARMY, WAGNER = ct.Party("Army"), ct.Party("Wagner")
REBELS = ct.Party("Rebels", opposes=[ARMY])
ATTACK = ct.Event("Attack")
KILLED, WOUNDED, HURT = ct.killed(of=ARMY), ct.wounded(of=ARMY), ct.casualties(of=ARMY)
AFP, RADIO, HOSPITAL = (
    ct.Source("AFP", "agency"),
    ct.Source("Radio", "media"),
    ct.Source("Hospital", "medical"),
)
FRONT = ct.Source("Front", "belligerent", party=REBELS)


def says(source, answer, question, **details):
    return ct.Claim(ATTACK, source, question, answer, **details)


def asked(question, *records, policy="envelope"):
    ledger = ct.Ledger()
    ledger.record(*records)
    return ct.reconcile(ledger, question, policy=policy)


def effects(result):
    return {constraint.effect for constraint in result.constraints}


def test_killed_and_wounded_lift_the_low_end_of_killed_or_wounded():
    result = asked(HURT, says(AFP, "several", HURT), says(RADIO, ct.exactly(30), KILLED),
                   says(HOSPITAL, ct.at_least(50), WOUNDED))  # fmt: skip
    assert (result.low, result.high, result.computed) == (80, None, ("low",))
    assert any("30 + 50 = 80 (killed and wounded make up the whole)" in str(c) for c in result.constraints)
    assert "computed from parts and wholes" in result.explain()


def test_a_whole_caps_its_part():
    result = asked(KILLED, says(AFP, ct.at_least(10), KILLED), says(RADIO, ct.exactly(40), HURT))
    assert (result.low, result.high, result.computed) == (10, 40, ("high",))


def test_a_complete_partition_adds_up_both_ways():
    parts = ct.parts_of(None, ["airport", "school"], disjoint=True, complete=True)
    airport, school = ct.killed(of=ARMY, part="airport"), ct.killed(of=ARMY, part="school")
    result = asked(KILLED, says(AFP, ct.at_least(1), KILLED), says(RADIO, ct.between(20, 25), airport),
                   says(HOSPITAL, ct.exactly(50), school), parts)  # fmt: skip
    assert (result.low, result.high) == (70, 75)
    rest = asked(school, says(AFP, ct.exactly(70), KILLED), says(RADIO, ct.exactly(20), airport),
                 says(HOSPITAL, ct.at_least(1), school), parts)  # fmt: skip
    assert (rest.low, rest.high) == (50, 50)


def test_a_population_is_part_of_nothing_until_it_is_declared():
    cadets = ct.killed(of=ARMY, among="cadets")
    claims = [says(AFP, ct.at_least(1), KILLED), says(RADIO, ct.exactly(50), cadets)]
    assert asked(KILLED, *claims).low == 1
    assert asked(KILLED, *claims, ct.parts_of(None, ["cadets"])).low == 50


def test_unstated_parties_are_related_to_nothing():
    assert asked(KILLED, says(AFP, ct.at_least(1), KILLED), says(RADIO, ct.exactly(50), ct.killed())).low == 1


def test_each_sides_own_add_up_to_those_of_both():
    both, theirs = ct.killed(of=[ARMY, WAGNER]), ct.killed(of=WAGNER)
    result = asked(both, says(AFP, "several", both), says(RADIO, ct.exactly(30), KILLED),
                   says(HOSPITAL, ct.between(5, 8), theirs))  # fmt: skip
    assert (result.low, result.high) == (35, 38)


def test_what_serves_its_speaker_tightens_nothing():
    result = asked(HURT, says(AFP, "several", HURT), says(FRONT, ct.exactly(300), KILLED))
    assert result.low == 2
    assert asked(HURT, says(AFP, "several", HURT), says(RADIO, ct.exactly(300), KILLED)).low == 300


def test_what_is_contested_or_imputed_tightens_nothing():
    several = says(AFP, "several", HURT)
    contested = asked(
        HURT, several, says(RADIO, ct.exactly(30), KILLED), says(HOSPITAL, ct.exactly(50), KILLED)
    )
    assert contested.low == 2
    assert asked(HURT, several, says(RADIO, ct.exactly(30), KILLED, imputed="whose is not said")).low == 2


def test_readings_never_tighten_only_bounds_do():
    result = asked(HURT, says(AFP, "several", HURT), says(RADIO, ct.about(50), KILLED))
    assert result.low == ct.about(50).bounds[0] == 30


def test_a_part_beyond_its_whole_is_a_conflict_that_names_the_claims():
    whole, part = says(AFP, ct.exactly(20), HURT), says(RADIO, ct.exactly(30), KILLED)
    result = asked(HURT, whole, part)
    assert (result.low, result.best, result.high) == (20, 20, 20)
    (conflict,) = result.conflicts
    assert conflict.kind is ConflictKind.parts
    assert {claim.id for claim in conflict.claims} == {whole.id, part.id}
    assert effects(result) == {Effect.conflicts}
    assert str(conflict) in str(result)


def test_one_sources_own_parts_are_added_up_and_marked_computed():
    result = asked(HURT, says(RADIO, "hundreds", HURT), says(AFP, ct.exactly(77), KILLED),
                   says(AFP, ct.exactly(255), WOUNDED))  # fmt: skip
    (computed,) = [c for c in result.constraints if c.effect is Effect.computed]
    assert (computed.low, computed.high) == (332, 332)
    assert str(computed) == "77 dead + 255 wounded = 332 by AFP alone"


def test_a_sum_names_the_ends_that_went_in_where_words_are_heard_otherwise():
    told = asked(HURT, says(AFP, ct.about(18), KILLED), says(AFP, ct.at_least(3), WOUNDED),
                 says(RADIO, ct.exactly(40), HURT))  # fmt: skip
    assert [str(c) for c in told.constraints if c.effect is Effect.computed] == [
        "about 18 dead (10 at the least) + at least 3 wounded = at least 13 by AFP alone"
    ]
    both = asked(HURT, says(AFP, ct.about(18), KILLED), says(AFP, ct.exactly(3), WOUNDED),
                 says(RADIO, ct.exactly(40), HURT))  # fmt: skip
    assert [str(c) for c in both.constraints if c.effect is Effect.computed] == [
        "about 18 dead (10 to 26) + 3 wounded = 13–29 by AFP alone"
    ]


def test_wholes_declared_in_a_circle_come_to_an_end():
    a, b = ct.killed(of=ARMY, among="a"), ct.killed(of=ARMY, among="b")
    circle = [ct.parts_of("a", ["b"], disjoint=True), ct.parts_of("b", ["a"], disjoint=True)]
    result = asked(a, says(AFP, ct.at_least(3), a), says(RADIO, ct.at_least(5), b), *circle)
    assert result.low == 5


@pytest.mark.parametrize("policy", ["bracket", "latest"])
def test_a_policy_that_looks_at_some_voices_is_not_tightened(policy):
    day = {"stated": "2024-01-02"}
    result = asked(HURT, says(AFP, ct.at_least(2), HURT, **day), says(RADIO, ct.exactly(30), KILLED, **day),
                   policy=policy)  # fmt: skip
    assert result.computed == ()


def test_where_several_claims_on_a_part_may_tighten_the_weakest_does():
    # 255 alone would give 326; as long as "more than 200" stands, the wounded may be 201
    some = [says(AFP, "several", HURT), says(RADIO, ct.at_least(71), KILLED)]
    wounded = [says(RADIO, ct.at_least(201), WOUNDED), says(HOSPITAL, ct.exactly(255), WOUNDED)]
    assert asked(HURT, *some, *wounded).low == 71 + 201
    capped = asked(KILLED, says(AFP, ct.at_least(1), KILLED), says(RADIO, ct.exactly(40), HURT),
                   says(HOSPITAL, ct.at_most(45), HURT))  # fmt: skip
    assert capped.high == 45


@pytest.mark.parametrize("low", [0, 5])
def test_a_stated_low_end_loosens_what_others_would_tighten(low):
    claims = [says(AFP, "several", HURT), says(RADIO, ct.between(low, 99), KILLED)]
    assert asked(HURT, *claims, says(HOSPITAL, ct.at_least(71), KILLED)).low == max(2, low)


def test_what_may_not_tighten_can_conflict():
    whole = says(AFP, ct.exactly(20), HURT)
    for part in (says(RADIO, ct.exactly(30), KILLED, imputed="whose is not said"),
                 says(FRONT, ct.exactly(30), KILLED)):  # fmt: skip
        result = asked(HURT, whole, part)
        assert result.low == 20
        (conflict,) = result.conflicts
        assert {claim.id for claim in conflict.claims} == {whole.id, part.id}
        assert asked(HURT, says(AFP, "several", HURT), part).low == 2


def test_claims_elsewhere_that_cannot_hold_together_say_nothing_here():
    # 100 killed cannot be among 12 killed or wounded; that is told on both, and bounds no wounded
    claims = [says(AFP, ct.exactly(12), HURT), says(RADIO, ct.exactly(100), KILLED)]
    here = asked(WOUNDED, says(HOSPITAL, ct.at_least(1), WOUNDED), *claims)
    assert (here.low, here.high, here.conflicts) == (1, None, ())
    for question in (HURT, KILLED):
        assert asked(question, says(HOSPITAL, ct.at_least(1), WOUNDED), *claims).contested


def test_a_part_beyond_its_whole_leaves_no_remainder_to_subtract():
    claims = [says(AFP, ct.exactly(100), HURT), says(RADIO, ct.exactly(255), WOUNDED)]
    killed = asked(KILLED, says(HOSPITAL, ct.exactly(77), KILLED), *claims)
    assert (killed.low, killed.best, killed.high) == (77, 77, 77)
    assert (killed.constraints, killed.conflicts) == ((), ())
    for question in (HURT, WOUNDED):
        told = asked(question, says(HOSPITAL, ct.exactly(77), KILLED), *claims)
        assert told.contested
        assert "−" not in "".join(map(str, told.constraints + told.conflicts)).replace("100 − 77 = 23", "")


def test_a_conflict_names_no_more_claims_than_it_takes():
    both = ct.killed(of=[ARMY, WAGNER])
    ours, others = says(AFP, ct.exactly(50), KILLED), says(HOSPITAL, ct.exactly(5), ct.killed(of=WAGNER))
    result = asked(both, says(RADIO, ct.exactly(40), both), ours, others)
    told = [{claim.answer.point for claim in conflict.claims} for conflict in result.conflicts]
    assert told == [{40, 50}]
    more = asked(both, says(RADIO, ct.exactly(52), both), ours, others)
    assert [{claim.answer.point for claim in conflict.claims} for conflict in more.conflicts] == [{52, 50, 5}]


def test_where_a_reader_would_take_the_words_otherwise_the_bound_is_named():
    result = asked(HURT, says(AFP, "several", HURT), says(RADIO, ct.about(50), KILLED))
    assert "about 50 (Radio) on killed, Army (30 at the least)" in result.explain()


def test_wholes_that_grow_in_a_circle_say_nothing():
    a, b, c = (ct.killed(of=ARMY, among=name) for name in "abc")
    circle = [ct.parts_of("a", ["b", "c"], disjoint=True), ct.parts_of("b", ["a"])]
    result = asked(a, says(AFP, ct.at_least(3), a), says(RADIO, ct.at_least(5), b),
                   says(HOSPITAL, ct.at_least(2), c), *circle)  # fmt: skip
    assert (result.low, result.computed) == (3, ())


@settings(max_examples=80)
@given(st.permutations(range(6)))
def test_the_order_of_recording_moves_no_part_and_no_whole(order):
    records = [
        says(AFP, ct.exactly(12), HURT), says(RADIO, ct.exactly(100), KILLED), says(FRONT, "dozens", KILLED),
        says(HOSPITAL, ct.between(5, 80), WOUNDED), says(RADIO, "several", WOUNDED),
        says(AFP, ct.at_least(3), ct.killed(of=ARMY, part="airport")),
    ]  # fmt: skip
    for question in (HURT, KILLED, WOUNDED):
        assert asked(question, *(records[n] for n in order)).explain() == asked(question, *records).explain()

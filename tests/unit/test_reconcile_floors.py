"""Floors that no figure may go below, and policies that no law may be spared."""

from __future__ import annotations

import pytest

import claimtrack as ct
from claimtrack.reconcile import (
    POLICIES,
    NamedPolicy,
    Role,
    Ruling,
    prefer,
    reconcile_all,
    reconcile_figures,
)
from claimtrack.reconcile.voices import hull

EVENT, DEAD = ct.Event("Attack"), ct.killed()


def said(*answers: ct.Figure | str) -> ct.Ledger:
    ledger = ct.Ledger()
    ledger.record_all(
        ct.Claim(EVENT, ct.Source(f"Radio {number}", "media"), DEAD, answer, stated="2024-05-03")
        for number, answer in enumerate(answers)
    )
    return ledger


@pytest.mark.parametrize("policy", POLICIES)
def test_no_best_is_below_what_only_a_misuse_of_vague_words_could_go_below(policy):
    best = ct.reconcile(said("about 10", "dozens"), DEAD, policy=policy).best
    assert best is None


@pytest.mark.parametrize("policy", ["lowest", "weighted_median", "upper_median", "last_words"])
def test_the_convention_of_vague_words_forbids_nothing(policy):
    # "dozens" is read as 20 and up by convention; 13 and up is what the words cannot go below
    assert ct.reconcile(said(ct.exactly(15), "dozens"), DEAD, policy=policy).best == 15


def test_both_ways_to_the_figures_see_the_same_floor():
    ledger = said("about 10", "dozens")
    (shortly,) = reconcile_figures(ledger)
    result = ct.reconcile(ledger, DEAD)
    assert (shortly.low, shortly.best, shortly.high) == (result.low, result.best, result.high)


def invented(_: object) -> tuple[int, int, int]:
    return (500, 3, 1)


@pytest.mark.parametrize("every", [reconcile_all, reconcile_figures])
def test_a_policy_of_ones_own_is_spared_no_law_by_a_short_way_of_its_own(every):
    policy = NamedPolicy("mine", "1", lambda _: Ruling(500, 3, 1), "sums", "nobody", "always", short=invented)
    with pytest.raises(ct.PolicyError) as error:
        [(found.low, found.best) for found in every(said(ct.exactly(7), ct.exactly(9)), policy=policy)]
    assert "low ≤ best ≤ high" in error.value.law


@pytest.mark.parametrize("policy", ["latest", prefer(["agency"])], ids=str)
def test_a_floor_that_forbids_the_best_figure_is_looked_at_by_every_policy(policy):
    ledger = ct.Ledger()
    last, named = ledger.record(
        ct.Claim(EVENT, ct.Source("AFP", "agency"), DEAD, "about 12", stated="2024-05-09"),
        ct.Claim(
            EVENT, ct.Source("Clerk"), DEAD, ct.exactly(13), stated="2024-05-03", observed="named_list"
        ),
    )
    result = ct.reconcile(ledger, DEAD, policy=policy)
    assert (result.low, result.best, result.high) == (12, None, None)
    assert result.role(named) is Role.kept
    assert result.role(last) is Role.kept
    assert "below a floor of 13 that none of these opposes" in result.because


def renderings(first: ct.Figure | str, second: ct.Figure | str, *others: ct.Figure | str) -> ct.Ledger:
    """One speaker through two carriers, and others."""
    ledger, speaker = said(*others), ct.Source("Spokesman")
    ledger.record_all(
        ct.Claim(EVENT, speaker, DEAD, answer, via=ct.Source(name), stated="2024-05-03")
        for name, answer in (("One", first), ("Other", second))
    )
    return ledger


@pytest.mark.parametrize("floor", ["dozens", ct.at_least(20)], ids=str)
def test_a_voice_that_one_carrier_caps_and_another_raises_is_no_floor(floor):
    alone = ct.reconcile(renderings(ct.at_most(13), floor), DEAD, policy="envelope")
    assert (alone.low, alone.high) == (None, None)
    assert len(alone.conflicts) == 1
    with_other = ct.reconcile(renderings(ct.at_most(13), floor, ct.exactly(7)), DEAD, policy="lowest")
    assert with_other.best == 7


def test_of_renderings_that_do_not_fit_the_highest_floor_opens_the_high_end():
    ledger = renderings("about 100", "hundreds", ct.exactly(150))
    result = ct.reconcile(ledger, DEAD, policy="envelope")
    assert (result.low, result.high) == (100, None)


def test_words_without_a_number_lower_no_end_that_another_rendering_states():
    ledger = renderings("about 100", "hundreds")
    ledger.record(ct.Claim(EVENT, ct.Source("Spokesman"), DEAD, "heavy losses", via=ct.Source("Third")))
    assert ct.reconcile(ledger, DEAD, policy="envelope").low == 100
    few = ct.reconcile(renderings("about 100", "several"), DEAD, policy="envelope")
    assert few.low == 2


def test_what_was_seen_is_no_less_a_floor_than_what_a_side_says():
    # the count of bodies must not lift the low end to the word of the side that gains by it
    army = ct.Party("Army")
    rebels = ct.Source("Rebels", "belligerent", party=ct.Party("Rebels", opposes=[army]))
    dead = ct.killed(of=army)
    ledger = ct.Ledger()
    ledger.record(
        ct.Claim(EVENT, rebels, dead, ct.at_least(41), stated="2024-05-03"),
        ct.Claim(EVENT, ct.Source("Hospital"), dead, ct.exactly(19), observed="bodies", stated="2024-05-04"),
    )
    assert ct.reconcile(ledger, dead).low == 19
    ledger.record(ct.Claim(EVENT, ct.Source("AFP"), dead, ct.exactly(45), stated="2024-05-03"))
    assert ct.reconcile(ledger, dead).low == 41


def test_what_was_seen_in_part_sets_no_low_end_beside_a_number():
    ledger, ends = said(ct.exactly(77)), []
    ledger.record(ct.Claim(EVENT, ct.Source("Clerk"), DEAD, ct.exactly(20), observed="bodies"))

    def seen(voices):
        ends.append(hull(voices))
        return Ruling()

    ct.reconcile(ledger, DEAD, policy=seen).explain()
    assert ends[0] == (77, 77)
    assert ct.reconcile(ledger, DEAD, policy="envelope").low == 77

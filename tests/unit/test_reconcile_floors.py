"""Floors that no figure may go below, and policies that no law may be spared."""

from __future__ import annotations

import pytest

import claimtrack as ct
from claimtrack.reconcile import POLICIES, NamedPolicy, Ruling, reconcile_all, reconcile_figures

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

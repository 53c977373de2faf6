"""Four attacks in the Sahel: tolls that grow, compete, and were found out later."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import claimtrack as ct

SCRIPT = Path(__file__).parents[2] / "examples" / "competing_tolls.py"


@pytest.fixture(scope="module")
def told():
    return runpy.run_path(str(SCRIPT))


def ends(result):
    return result.low, result.best, result.high


def test_inata_is_the_last_of_three_tolls_and_not_contested(told):
    for policy in ("last_words", "envelope", "weighted_median", "upper_median", "lowest", "latest"):
        result = ct.reconcile(told["ledger"], told["people"], told["inata"], policy=policy)
        assert ends(result) == (53, 53, 53), policy
    assert not result.contested
    assert sorted(entry.role.value for entry in result.account) == ["kept", "set_aside", "set_aside"]
    assert all("superseded" in result.status(e.claim).state.value for e in result.account[1:])


def test_dioura_is_at_least_23_with_an_open_high_end(told):
    for policy in ("last_words", "envelope", "weighted_median", "upper_median", "lowest"):
        result = ct.reconcile(told["ledger"], told["soldiers"], told["dioura"], policy=policy)
        assert ends(result) == (23, None, None), policy
        assert result.text == "at least 23"
    found_out_later = 26
    assert result.low <= found_out_later
    assert {entry.role.value for entry in result.account} == {"kept", "overtaken"}


def test_at_tinzaouaten_84_overtakes_50(told):
    result = ct.reconcile(told["ledger"], told["fighters"], told["tinzaouaten"])
    roles = {entry.claim.as_given: entry.role.value for entry in result.account}
    assert roles == {"84 morts": "kept", "50 killed": "overtaken", "at least 25 deaths": "kept"}
    assert result.best == 84
    assert not result.contested


def test_80_casualties_are_not_80_killed(told):
    result = ct.reconcile(told["ledger"], told["fighters"], told["tinzaouaten"])
    assert all(entry.claim.as_given != "around 80 casualties" for entry in result.account)
    hurt = ct.reconcile(told["ledger"], told["hurt"], told["tinzaouaten"])
    assert [entry.claim.as_given for entry in hurt.account] == ["around 80 casualties"]


def test_every_best_of_77_carries_the_conflict_with_81(told):
    result = ct.reconcile(told["ledger"], told["soldiers"], told["bamako"])
    assert ends(result) == (70, 77, 100)
    assert "and at least 81 (A confidential official document via AFP, a named list) cannot both" in str(
        result
    )
    assert str(result).index("best 77*") < str(result).index(
        "cannot both be complete counts of the same dead"
    )


def test_a_question_asked_of_two_events_needs_the_event(told):
    with pytest.raises(ct.AmbiguousEvent, match=r"Attack on Bamako .*; Attack on Dioura"):
        ct.reconcile(told["ledger"], told["soldiers"])


def test_an_open_end_leaves_the_total_open(told):
    total = ct.total([told["tolls"][1], told["tolls"][3]])
    assert (total.low, total.best, total.high) == (23 + 70, None, None)
    assert [result.event.name for result in total.open] == ["Attack on Dioura"]
    assert total.unknown == ()


def test_the_tolls_of_different_sides_are_not_added_up(told):
    with pytest.raises(ct.MixedQuestions, match="do not count the same people"):
        ct.total(told["tolls"])

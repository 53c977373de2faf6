"""Half is no majority, and parts that may overlap are not added."""

from __future__ import annotations

from itertools import combinations

import claimtrack as ct

ARMY = ct.Party("Army")
ATTACK = ct.Event("Attack")
KILLED = ct.killed(of=ARMY)
FOUR = [ct.Source(name, "agency") for name in ("AFP", "Reuters", "AP", "EFE")]


def says(source, answer, question=KILLED, **more):
    return ct.Claim(ATTACK, source, question, answer, **more)


def independent_ledger(*numbers):
    ledger = ct.Ledger()
    ledger.record(*(says(source, ct.exactly(number)) for source, number in zip(FOUR, numbers, strict=True)))
    for a, b in combinations(FOUR, 2):
        ledger.relate(a, b, "independent", because="different desks")
    return ledger


def test_two_of_four_are_no_majority_and_three_are():
    half = ct.reconcile(independent_ledger(77, 77, 60, 50), KILLED, policy="majority")
    assert (half.best, half.because) == (None, "No point agrees with most of 4 independent voices.")
    assert ct.reconcile(independent_ledger(77, 77, 77, 50), KILLED, policy="majority").best == 77


def test_parts_that_may_overlap_lift_the_whole_to_the_largest_of_them_only():
    airport, road = (ct.killed(of=ARMY, part=part) for part in ("airport", "road"))
    claims = [
        says(FOUR[0], "several"), says(FOUR[1], ct.exactly(20), airport), says(FOUR[2], ct.exactly(30), road)
    ]  # fmt: skip
    for declared, low in ((False, 30), (True, 50)):
        ledger = ct.Ledger()
        ledger.record(*claims, ct.parts_of(None, ["airport", "road"], disjoint=declared))
        assert ct.reconcile(ledger, KILLED, policy="envelope").low == low

"""Counts of later days: what an enemy's does not do, and what an overtaken one does not contest."""

from __future__ import annotations

from small_world import AFP, ARMY, RADIO, RFI, ZALLAQA, ledger_of, says

from claimtrack.status import Lifecycle


def test_a_party_overtakes_its_enemy_neither_way():
    enemy, own = says(ZALLAQA, 30), says(ARMY, 50, "2024-09-19")
    ledger = ledger_of(enemy, own)
    assert ledger.status(enemy).lifecycle is Lifecycle.standing
    assert ledger.status(own).contested_by == (enemy,)
    neutral = says(AFP, 30)
    assert ledger_of(neutral, own).status(neutral).lifecycle is Lifecycle.overtaken


def test_what_was_overtaken_contests_nothing_even_where_another_does():
    early, high, low = says(AFP, 20), says(RFI, 50, "2024-09-19"), says(RADIO, 40, "2024-09-19")
    ledger = ledger_of(early, high, low)
    assert ledger.status(early).overtaken_by is not None
    assert ledger.status(high).contested_by == (low,)
    assert ledger.status(low).contested_by == (high,)

"""Several names of one source, and a witness who also heard from others."""

from __future__ import annotations

from itertools import permutations

import pytest
from small_world import AFP, RADIO, REUTERS, RFI, ledger_of, says

import claimtrack as ct


def same(a, b):
    return ct.Relation(a, b, "same", because="one desk")


def voices(*records):
    ledger = ledger_of(*records)
    return ledger.statuses.origins.hear(ledger.log.claims).voices


@pytest.mark.parametrize(("third", "one", "other"), list(permutations((AFP, RFI, RADIO))))
def test_two_names_that_are_one_with_a_third_are_one_with_each_other(third, one, other):
    links = same(third, one), same(third, other)
    assert len(voices(says(one, 70), says(other, 77), *links)) == 1
    assert len(voices(says(one, 70), says(other, 77), links[0])) == 2


def test_who_saw_for_himself_speaks_for_himself_whatever_he_also_heard():
    wire = says(AFP, 77)
    witness = says(RADIO, 60, based_on=[wire], first_hand=True)
    relay = says(REUTERS, 77, based_on=[wire])
    assert {voice.spokesman for voice in voices(wire, relay)} == {wire}
    heard = voices(wire, witness)
    assert sum(len(voice.claims) for voice in heard) == 2  # heard, not an echo

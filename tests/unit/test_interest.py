from __future__ import annotations

import pytest
from small_world import ARMY, FIRE, JNIM, KILLED, MALI, RADIO, SECURITY, ZALLAQA, ledger_of, says

import claimtrack as ct
from claimtrack.interest import Side, Sides, Tendency, parties_allied, parties_opposed, tendency

WAGNER = ct.Party("Wagner", allied=[MALI])
GENDARMES = ct.Party("Gendarmerie")
CSP = ct.Party("CSP")
THEIRS = ct.killed(of=JNIM)
BOTH = ct.killed(of=[MALI, JNIM])
CREDIT = ct.Attribution("The attack", regard="credit")
BLAME = ct.Attribution("The massacre", regard="blame")
LEAK = ct.Source("Leaked list", "document", party=MALI, on_record=False)
PRESS = ct.Source("Friendly paper", "media", aligned_with=MALI)
TROOPS = ct.Source("Wagner channel", "belligerent", party=WAGNER)


def lean(claim, *records):
    ledger = ledger_of(claim, JNIM, MALI, WAGNER, *records)
    return ledger.status(claim).interest


@pytest.mark.parametrize(
    ("claim", "kind", "admission"),
    [
        (says(ARMY, 5), "understates", True),
        (says(ARMY, 0), "understates", False),
        (says(ARMY, ct.unquantified("some losses")), "understates", True),
        (says(ARMY, ct.unread("???")), "understates", False),
        (says(ARMY, ct.declined("refused")), "understates", False),
        (says(ARMY, 20, question=THEIRS), "overstates", False),
        (says(ZALLAQA, 100), "overstates", False),
        (says(ZALLAQA, 10, question=THEIRS), "understates", True),
        (says(ARMY, 20, question=BOTH), "unknown", False),
        (says(ARMY, 20, question=ct.killed()), "unknown", False),
        (says(LEAK, 81), "understates", False),
        (says(PRESS, 81), "understates", False),
        (says(TROOPS, 81), "understates", False),
        (says(TROOPS, 81, question=ct.killed(of=[MALI, WAGNER])), "understates", True),
        (says(RADIO, 20), "none", False),
        (says(SECURITY, 77), "unknown", False),
        (says(ARMY, 20, question=ct.killed(of=CSP)), "none", False),
        (says(ZALLAQA, ct.affirms(), question=FIRE), "overstates", False),
        (says(ARMY, ct.affirms(), question=FIRE), "understates", True),
        (says(ARMY, ct.denies(), question=FIRE), "understates", False),
        (says(ARMY, ct.affirms(), question=ct.Proposition("Rain fell")), "unknown", False),
        (says(ARMY, ct.affirms(), question=ct.Proposition("CSP split", harms=CSP)), "none", False),
        (says(ZALLAQA, ct.affirms(JNIM), question=CREDIT), "overstates", False),
        (says(ZALLAQA, ct.denies(JNIM), question=CREDIT), "overstates", True),
        (says(ZALLAQA, ct.affirms(JNIM), question=BLAME), "understates", True),
        (says(ZALLAQA, ct.affirms(MALI), question=BLAME), "overstates", False),
        (says(ARMY, ct.affirms(JNIM), question=ct.Attribution("Unregarded")), "unknown", False),
        (says(ARMY, ct.affirms(CSP), question=BLAME), "none", False),
    ],
    ids=str,
)
def test_who_gains(claim, kind, admission):
    interest = lean(claim)
    assert (interest.kind.value, interest.admission) == (kind, admission)
    assert interest.because


def test_enmity_is_symmetric_whoever_declared_it():
    log = ledger_of(JNIM, MALI).log
    assert parties_opposed(log, JNIM, MALI)
    assert parties_opposed(log, MALI.id, JNIM.id)
    assert not parties_allied(log, MALI, JNIM)


def test_relations_between_parties_hold_for_their_time():
    truce = ct.Relation(CSP, MALI, "allied", because="the peace accord", until="2023-12-31")
    war = ct.Relation(CSP, MALI, "opposes", because="the war resumed", since="2024-01-01")
    log = ledger_of(CSP, MALI, truce, war).log
    sides = Sides(log)
    assert sides.between(CSP.id, MALI.id, ct.when("2023-06")) is Side.allied
    assert sides.between(MALI.id, CSP.id, ct.when("2024-06")) is Side.enemy
    assert not sides.ever_mixed(CSP.id, MALI.id)
    assert sides.between(CSP.id, MALI.id) is Side.mixed  # undated: either may hold


def test_friend_and_enemy_at_once_tells_nothing():
    csp = ct.Source("CSP spokesman", "belligerent", party=CSP)
    claim = says(csp, 50)
    both = [
        ct.Relation(CSP, MALI, "allied", because="a pact"), ct.Relation(CSP, MALI, "opposes", because="a war")
    ]  # fmt: skip
    assert lean(claim, *both).kind is Tendency.unknown


def test_parts_of_a_party_share_its_interest():
    claim = says(ARMY, 50, question=ct.killed(of=GENDARMES))
    assert lean(claim).kind is Tendency.none
    whole = ct.parts_of(MALI, [GENDARMES], because="under one command")
    assert lean(claim, whole).kind is Tendency.understates
    assert lean(says(ZALLAQA, 50, question=ct.killed(of=GENDARMES)), whole).kind is Tendency.overstates


def test_names_tell_nothing():
    mali_too = ct.Party("Malian armed forces (FAMa)")
    assert lean(says(ARMY, 50, question=ct.killed(of=mali_too))).kind is Tendency.none


def test_a_regraded_source_is_looked_at_as_it_is_now_described():
    claim = says(RADIO, 20)
    ledger = ledger_of(claim, MALI)
    assert ledger.status(claim).interest.kind is Tendency.none
    ledger.revise(ct.Source("Local radio", "media", aligned_with=MALI))
    assert ledger.status(claim).interest.kind is Tendency.understates


def test_a_party_that_comes_later_moves_what_was_said_before():
    claim = says(ct.Source("Movement", "belligerent", party=ct.Party("Movement")), 20)
    ledger = ledger_of(claim)
    assert ledger.status(claim).interest.kind is Tendency.none
    ledger.record(ct.Party("Malian armed forces II", opposes=[ct.Party("Movement")]))
    ledger.relate(ct.Party("Movement"), MALI, "opposes", because="declared")
    assert tendency(ledger.log, claim).kind is Tendency.overstates
    assert ledger.status(claim).interest.kind is Tendency.overstates


def test_killed_is_of_the_army():
    assert KILLED.of == (MALI,)

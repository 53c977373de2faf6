"""The texts that people read, held against golden files."""

from __future__ import annotations

import json

import pytest

import claimtrack as ct

ARMY, FRONT = ct.Party("Army"), ct.Party("Front", opposes=[ct.Party("Army")])
RAID = ct.Event("Raid on the depot", occurred="2024-03-01", parties=[ARMY, FRONT])
KILLED, WOUNDED, HURT = ct.killed(of=ARMY), ct.wounded(of=ARMY), ct.casualties(of=ARMY)


@pytest.fixture(scope="module")
def ledger():
    wire, paper = ct.Source("The Wire", "agency", reliability="B"), ct.Source("The Paper", "media")
    staff = ct.Source("General staff", "military", party=ARMY)
    group = ct.Source("The Front", "belligerent", party=FRONT, reliability="D")
    nurse = ct.Source("A nurse", "medical", anonymous=True, known_to=wire)
    rumour, almanac = ct.Source("A rumour"), ct.Source("An almanac", "reference")
    day, next_day = "2024-03-01", "2024-03-02"
    kept = ct.Ledger()
    early, toll, false = kept.record(
        ct.Claim(RAID, staff, KILLED, ct.exactly(3), stated=day),
        ct.Claim(RAID, nurse, KILLED, ct.exactly(14), via=[wire], stated=next_day, hedged="believed"),
        ct.Claim(RAID, rumour, KILLED, ct.exactly(90), stated=day),
    )
    kept.record(
        ct.Claim(RAID, staff, KILLED, ct.at_least(11), stated=next_day, revises=[early]),
        ct.Claim(RAID, group, KILLED, ct.about(60), via=[paper], stated=next_day),
        ct.Claim(RAID, group, KILLED, "dozens", via=[wire], stated=next_day),
        ct.Claim(RAID, paper, KILLED, ct.exactly(14), based_on=[toll], stated="2024-03-03"),
        ct.Claim(RAID, almanac, KILLED, ct.exactly(9), stated=day, imputed="whose dead is not said"),
        ct.Claim(RAID, paper, KILLED, "some losses", stated=day),
        ct.Claim(RAID, wire, KILLED, ct.declined("no_number"), stated=day),
        ct.Claim(RAID, nurse, WOUNDED, ct.exactly(40), via=[wire], stated=next_day),
        ct.Claim(RAID, wire, HURT, ct.at_most(45), stated=next_day),
    )
    proof = ct.Evidence("https://example.org/list", captured="2024-03-04")
    kept.assess(false, "refuted", by="A. Analyst", decided="2024-03-05", because="the list", evidence=proof)
    return kept


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_explanation_of_a_figure(ledger, golden, form):
    suffix = ".md" if form == "markdown" else ".txt"
    golden(f"reconcile_figure{suffix}", ct.reconcile(ledger, KILLED).explain(form))


def test_the_explanation_of_a_whole_that_its_parts_contradict(ledger, golden):
    golden("reconcile_whole", ct.reconcile(ledger, HURT, policy="envelope").explain())


def test_policies_side_by_side(ledger, golden):
    golden("reconcile_policies", str(ct.compare_policies(ledger, KILLED)))


def test_the_plain_data_of_a_result(ledger, golden):
    golden(
        "reconcile_figure.json",
        json.dumps(ct.reconcile(ledger, KILLED).to_dict(), indent=1, ensure_ascii=False),
    )


def test_the_explanation_of_an_attribution(ledger, golden):
    who = ct.Attribution("The raid", regard="credit")
    group = ct.Source("The Front", "belligerent", party=FRONT, reliability="D")
    staff = ct.Source("General staff", "military", party=ARMY)
    claims = [
        ct.Claim(RAID, group, who, ct.affirms(FRONT), words="we struck the depot", stated="2024-03-01"),
        ct.Claim(RAID, staff, who, ct.denies(FRONT), words="an accident", stated="2024-03-02"),
    ]
    golden("reconcile_attribution", ct.reconcile(claims, who).explain())

from __future__ import annotations

from pathlib import Path

import pytest
from small_world import (
    AFP,
    ARMY,
    HURT,
    JNIM,
    KILLED,
    LATE,
    MALI,
    RADIO,
    REUTERS,
    RFI,
    SECURITY,
    VIDEO,
    independent,
    ledger_of,
    says,
)

import claimtrack as ct
from claimtrack.problems import CODES, codes_table

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "errors.md"
TOLL, OTHER = says(RADIO, 20), says(RADIO, 20, question=HURT)
SERIES = [says(ARMY, 20, None), says(ARMY, 30, "2024-09-18")]
CSP = ct.Party("CSP", opposes=[MALI], allied=[MALI])


def judged(verdict="confirmed", **more):
    given = {"by": "Ann", "decided": "2024-09-20", "because": "as seen", **more}
    return ct.Assessment(TOLL, verdict, **given)


def relation(a, b, how, **more):
    return ct.Relation(a, b, how, because="declared", **more)


def self_opposed():
    party = ct.Party("Selves")
    return ct.Party("Selves", opposes=[party.id])


DEFECTS = {
    "dangling-reference": [says(RADIO, 20, based_on=["claim:" + "0" * 24])],
    "verdict-before-evidence": [TOLL, LATE, judged(evidence=[LATE])],
    "verdict-before-claim": [TOLL, judged("unverifiable", decided="2024-09-01")],
    "verdict-without-evidence": [TOLL, judged()],
    "verdict-does-not-count": [
        TOLL, VIDEO, judged("refuted", evidence=[VIDEO]), judged("unverifiable", decided="2024-09-21")
    ],
    "grade-without-independence": [TOLL, judged("none", credibility=1)],
    "report-before-event": [says(RADIO, 20, "2024-09-16")],
    "published-before-stated": [says(ARMY, 20, via=[AFP], published=["2024-09-16"])],
    "retraction-before-claim": [
        TOLL, ct.Retraction(TOLL, by=RADIO, stated="2024-09-10", because="an error")
    ],
    "retraction-by-stranger": [TOLL, ct.Retraction(TOLL, by=AFP, because="they say")],
    "revises-another-question": [OTHER, says(RADIO, 21, revises=[OTHER])],
    "revises-another-source": [TOLL, says(RFI, 21, revises=[TOLL])],
    "revises-a-later-claim": [SERIES[1], says(ARMY, 40, revises=[SERIES[1]])],
    "cycle": [relation(RADIO, RFI, "depends"), relation(RFI, RADIO, "depends"), RADIO, RFI],
    "carries-itself": [says(ARMY, 20, via=[ARMY])],
    "opposes-itself": [self_opposed()],
    "friend-and-enemy": [CSP],
    "independent-and-dependent": [RADIO, RFI, independent(RADIO, RFI), relation(RADIO, RFI, "same")],
    "silence-without-observer": [says(ARMY, ct.declined("no_number"))],
    "undated-in-series": SERIES,
    "witness-through-others": [TOLL, says(RFI, 20, based_on=[TOLL], first_hand=True)],
}  # fmt: skip


def found(records):
    ledger = ct.Ledger()
    ledger.receive(records)
    return ledger.problems()


@pytest.mark.parametrize("code", DEFECTS)
def test_each_defect_is_found_and_named(code):
    problems = found(DEFECTS[code])
    assert {problem.code for problem in problems} == {code}
    assert problems[0].message
    assert problems[0].records


def test_every_code_has_a_defect_and_a_meaning():
    assert set(DEFECTS) | {"conflicting-record"} == set(CODES)


def test_the_codes_are_in_the_documentation():
    assert codes_table() in PAGE.read_text(encoding="utf-8")


SOUND = {
    "one who was asked and refused": [says(ARMY, ct.declined("refused"))],
    "silence seen by a carrier": [says(ARMY, ct.declined("not_heard"), via=[AFP])],
    "a report of the month of the event": [says(RADIO, 20, "2024-09")],
    "a verdict set over a rule, and why": [TOLL, judged(override="the editor")],
    "a verdict on the day of the evidence": [TOLL, VIDEO, judged(evidence=[VIDEO], decided="2024-09-17")],
    "a peace after a war": [
        MALI, JNIM, relation(MALI, ct.Party("CSP"), "opposes", until="2014-12-31"),
        relation(MALI, ct.Party("CSP"), "allied", since="2015-01-01"),
    ],
    "two who parted": [
        RADIO, RFI, relation(RADIO, RFI, "depends", until="2023-12-31"),
        ct.Relation(RADIO, RFI, "independent", because="sold", since="2024-01-01"),
    ],
    "a source that cites one and is cited on another question": [
        says(RADIO, 20, based_on=[RFI]), says(RFI, 20, question=HURT, based_on=[RADIO])
    ],
    "a source that depends on one that it alone knows": [SECURITY, relation(AFP, SECURITY, "depends")],
    "undated answers through different carriers": [
        says(ARMY, 20, None, via=[AFP]), says(ARMY, 30, via=[RFI])
    ],
    "an official grade": [
        says(RFI, ct.at_least(10)), says(REUTERS, 12), independent(RFI, REUTERS),
        ct.Assessment(
            says(RFI, ct.at_least(10)), credibility=1, by="Ann", decided="2024-09-20", because="two"
        ),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_has_no_problem(name):
    assert found(SOUND[name]) == ()


def test_a_second_description_under_one_id_is_reported_and_the_first_is_kept():
    ledger = ct.Ledger()
    (problem,) = ledger.receive([RADIO, ct.Source("Local radio", "agency"), TOLL])
    assert problem.code == "conflicting-record"
    assert ledger.log.source(RADIO).kind.value == "media"
    assert ledger.claims() == (TOLL,)


def test_problems_raise_nothing_and_drop_nothing():
    records = [record for records in DEFECTS.values() for record in records]
    ledger = ct.Ledger()
    ledger.receive(records)
    assert len({problem.code for problem in ledger.problems()}) > 10
    assert {claim.id for claim in ledger.claims()} >= {
        record.id for record in records if isinstance(record, ct.Claim)
    }


def test_a_ledger_without_defects_has_no_problems():
    assert ledger_of(TOLL, says(RFI, 30), KILLED).problems() == ()

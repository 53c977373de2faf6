"""Statuses where rules meet: ties, withdrawn bases, several analysts, relations of other kinds."""

from __future__ import annotations

from itertools import permutations

import pytest
from busy_ledgers import judged
from small_world import (
    AFP,
    ARMY,
    COURT,
    FIRE,
    HOSPITAL,
    HURT,
    JNIM,
    LATE,
    MALI,
    MAYOR,
    RADIO,
    RFI,
    SECURITY,
    VIDEO,
    ZALLAQA,
    ledger_of,
    says,
)

import claimtrack as ct
from claimtrack.errors import UnknownRecord
from claimtrack.status import Lead, Lifecycle, Statuses

# Later counts, and two renderings of one source


def test_of_two_counts_alike_the_same_one_overtakes_in_whatever_order_they_came():
    early = says(MAYOR, 10)
    later = [says(source, 30, "2024-09-19") for source in (RFI, AFP, RADIO)]
    found = {ledger_of(early, *order).status(early).overtaken_by for order in permutations(later)}
    assert len(found) == 1


@pytest.mark.parametrize("interest", [True, False])
def test_a_vague_word_through_another_carrier_overtakes_no_number_of_the_same_source(interest):
    number, word = says(ZALLAQA, 10, via=[RFI]), says(ZALLAQA, "dozens", "2024-09-19", via=[AFP])
    other = says(RADIO, "dozens", "2024-09-19")
    same, apart = ledger_of(number, word), ledger_of(says(MAYOR, 10), other)
    assert Statuses(same.log, interest=interest).of(number).lifecycle is Lifecycle.standing
    assert Statuses(apart.log, interest=interest).of(says(MAYOR, 10)).lifecycle is Lifecycle.overtaken


# What is said of it


def test_who_gains_alike_is_named_with_what_they_say():
    ministry = ct.Source("Ministry", "government", party=MALI)
    least, most = says(ARMY, ct.at_least(5)), says(ministry, 7)
    assert ledger_of(least, most).status(least).because == (
        "borne out by 7 (Ministry), who gains by it as well"
    )


def test_an_origin_is_a_source_and_the_video_it_shows_is_none():
    shown = says(RADIO, 20, based_on=[VIDEO])
    assert ledger_of(shown).status(shown).missing == "one more origin independent of Local radio"


def test_a_claim_that_was_not_recorded_is_refused_with_what_to_do():
    stranger = says(RADIO, 20)
    with pytest.raises(UnknownRecord, match=r"holds no claim Claim\('Local .*Record it first\.") as error:
        ledger_of(says(RFI, 20)).statuses.of(stranger)
    assert error.value.wanted is stranger


# Verdicts


def test_a_verdict_does_not_outlive_its_record_by_another_word_of_the_source_it_judges():
    toll, record = says(HOSPITAL, 20), says(COURT, 20)
    own = says(HOSPITAL, 25, question=HURT)
    ledger = ledger_of(toll, record, own, judged(toll, "confirmed", evidence=[record, own]))
    assert ledger.status(toll).state == "confirmed"
    ledger.retract(record, by=COURT, stated="2024-09-27", because="counted twice")
    assert ledger.status(toll).state == "unverified"


@pytest.mark.parametrize(
    ("decides", "heard"),
    [("latest", False), ("consensus", True), (Lead("Ann"), True), (Lead("Bob"), False)],
    ids=str,
)
def test_what_rests_on_a_claim_falls_with_it_only_where_the_one_who_decides_refutes_it(decides, heard):
    said = says(AFP, 20)
    relay = says(RADIO, 20, "2024-09-18", based_on=[said])
    ledger = ledger_of(
        said, relay,
        judged(said, "confirmed", evidence=[VIDEO]),
        judged(said, "refuted", by="Bob", decided="2024-10-02", evidence=[LATE]),
    )  # fmt: skip
    assert Statuses(ledger.log, decides=decides).of(relay).countable is heard


def test_a_grade_between_a_refutation_and_a_verdict_on_the_same_evidence_opens_nothing():
    toll = says(RADIO, 20)
    ledger = ledger_of(
        toll, VIDEO,
        judged(toll, credibility=2, decided="2024-09-24"),
        judged(toll, "refuted", evidence=[VIDEO]),
        judged(toll, credibility=3, decided="2024-09-26"),
    )  # fmt: skip
    ledger.receive([judged(toll, "confirmed", by="Bob", decided="2024-09-27", evidence=[VIDEO])])
    status = ledger.status(toll)
    assert status.state == "refuted"
    assert [void.assessment.by for void in status.decision.void] == ["Bob"]


def test_a_verdict_of_a_day_comes_before_those_of_an_hour_of_that_day():
    toll = says(RADIO, 20)
    day, noon = judged(toll, "unverifiable", by="Bob"), judged(toll, decided="2024-09-25T12:00Z")
    assert ledger_of(toll, noon, day).status(toll).decision.all == (day, noon)


# What is taken back, and what takes the place of what


def test_a_carrier_takes_back_what_it_heard_and_not_what_others_heard_before_it():
    heard, handed_on = says(SECURITY, 77, via=[AFP]), says(SECURITY, 77, via=[RADIO, AFP])
    onward = says(SECURITY, 77, via=[AFP, RFI])
    ledger = ledger_of(heard, handed_on, onward)
    ledger.retract(heard, by=AFP, stated="2024-09-20", because="misheard")
    assert [ledger.status(claim).state.value for claim in (heard, handed_on, onward)] == [
        "retracted", "unverified", "retracted",
    ]  # fmt: skip


def test_with_a_statement_falls_what_carries_the_same_words_on_and_not_what_says_others():
    mourning, grieving = ct.unread("we mourn our dead"), ct.unread("we grieve")
    words, onward = says(SECURITY, mourning, via=[AFP]), says(SECURITY, mourning, via=[AFP, RFI])
    other = says(SECURITY, grieving, via=[AFP, RADIO])
    ledger = ledger_of(words, onward, other)
    ledger.retract(words, by=SECURITY, stated="2024-09-20", because="never said")
    assert [ledger.status(claim).state.value for claim in (words, onward, other)] == [
        "retracted", "retracted", "unverified",
    ]  # fmt: skip


@pytest.mark.parametrize("how", ["independent", "depends"])
def test_only_one_declared_the_same_revises_the_word_of_another(how):
    first = says(MAYOR, 20)
    second = says(RFI, 30, "2024-09-18", revises=[first])
    related = ct.Relation(RFI, MAYOR, how, because="as they say")
    same = ct.Relation(RFI, MAYOR, "same", because="one newsroom")
    elsewhere = ct.Relation(RADIO, AFP, "same", because="one newsroom")
    assert ledger_of(first, second, related, elsewhere).status(first).superseded_by is None
    assert ledger_of(first, second, same).status(first).superseded_by == second


def test_a_later_culprit_of_one_source_takes_the_place_of_its_earlier_one_and_a_denial_of_none():
    who = ct.Attribution("Who did it")
    blames = says(RADIO, ct.affirms(MALI), question=who)
    then = says(RADIO, ct.denies(MALI), "2024-09-18", who)
    other = says(RFI, ct.affirms(MALI), question=who)
    clears = says(RFI, ct.denies(JNIM), "2024-09-18", who)
    ledger = ledger_of(blames, then, other, clears)
    assert ledger.status(blames).superseded_by == then
    assert ledger.status(other).superseded_by is None


def test_a_later_yes_takes_the_place_of_an_earlier_no():
    no, yes = says(RADIO, ct.denies(), question=FIRE), says(RADIO, ct.affirms(), "2024-09-18", FIRE)
    assert ledger_of(no, yes).status(no).superseded_by == yes

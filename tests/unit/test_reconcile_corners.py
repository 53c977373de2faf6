"""Reconciliation where rules meet, and what is read of the rarer answers."""

from __future__ import annotations

import pytest
from small_world import (
    AFP,
    ARMY,
    ATTACK,
    COURT,
    FIRE,
    HOSPITAL,
    HURT,
    JNIM,
    KILLED,
    MALI,
    MAYOR,
    RADIO,
    RFI,
    SECURITY,
    WHO,
    WIKIPEDIA,
    ZALLAQA,
    ledger_of,
    says,
)

import claimtrack as ct
from claimtrack.reconcile import Ruling, Weights, reconcile_figures, weighted_median

MINISTRY = ct.Source("Ministry", "government", party=MALI)
LATER = "2024-09-19"

# The account


def test_a_voice_of_many_claims_names_three_of_the_others_and_counts_the_rest():
    papers = [ct.Source(f"Paper {letter}", "media") for letter in "ABCDEF"]
    told = [says(ZALLAQA, 10 + n, via=[paper]) for n, paper in enumerate(papers)]
    entry = ct.reconcile(ledger_of(*told), KILLED, policy="envelope").entry(told[0])
    assert entry.because.endswith(" and 2 more")
    assert entry.because.count("(2024-09-17)") == 3


@pytest.mark.parametrize(
    ("carriers", "english", "french"),
    [
        ([WIKIPEDIA], "what Wikipedia makes of it", "ce qu’en fait Wikipedia"),
        ([AFP, WIKIPEDIA], "what AFP and Wikipedia make of it", "ce qu’en font AFP et Wikipedia"),
    ],
)  # fmt: skip
def test_a_statement_held_through_an_encyclopaedia_says_so_in_both_languages(carriers, english, french):
    result = ct.reconcile(ledger_of(says(SECURITY, 77, via=carriers)), KILLED)
    for text, lang in ((english, "en"), (french, "fr")):
        assert text in " ".join(result.explain(lang=lang).split())


def test_those_who_agree_in_part_come_before_those_who_dissent():
    ward, office = says(HOSPITAL, 20, first_hand=True), says(MAYOR, 20, first_hand=True)
    wide, less = says(COURT, ct.between(15, 25), "2024-09-16"), says(RADIO, 12, "2024-09-19")
    result = ct.reconcile(ledger_of(less, wide, ward, office), KILLED, policy="majority")
    assert result.best == 20
    assert [entry.claim for entry in result.account][2:] == [wide, less]


def test_the_account_of_voices_counts_the_echoes():
    wire = says(SECURITY, 77, via=[AFP])
    relays = [says(source, 77, "2024-09-18", based_on=[wire]) for source in (RADIO, RFI)]
    assert "3. Voices: 1 voice, and 2 echoes." in ct.reconcile(ledger_of(wire, *relays), KILLED).explain()


def test_a_policy_knows_of_which_event_it_is_asked():
    asked = []

    def curious(voices):
        asked.append((voices.event, voices.question))
        return Ruling()

    ct.reconcile(ledger_of(says(RADIO, 20)), KILLED, policy=curious)
    assert asked == [(ATTACK, KILLED)]


def test_a_party_that_is_cleared_is_named_in_the_plain_data():
    result = ct.reconcile(ledger_of(says(RADIO, ct.denies(MALI), question=WHO)), WHO)
    assert result.to_dict()["cleared"] == {"id": MALI.id, "name": MALI.name}


def test_a_count_from_a_list_is_cited_with_what_was_counted():
    result = ct.reconcile(
        ledger_of(says(COURT, 81, observed="named_list"), says(RFI, 50)), KILLED, policy="envelope"
    )
    assert "at least 81 (Court, a named list)" in result.conflicts[0].because


# Ends


def test_a_best_figure_that_a_floor_forbids_leaves_a_high_end_that_it_does_not():
    record = says(COURT, "15 to 25", first_hand=True)
    voices = (says(HOSPITAL, "about 15", first_hand=True), says(MAYOR, "about 15", first_hand=True), record)
    below = ct.reconcile(ledger_of(*voices, says(RFI, ct.at_least(20))), KILLED, policy="majority")
    above = ct.reconcile(ledger_of(*voices[:2], says(RFI, ct.at_least(20))), KILLED, policy="majority")
    assert (below.low, below.best, below.high) == (15, None, 25)
    assert (above.low, above.best, above.high) == (15, None, None)


def test_the_error_of_a_best_figure_below_a_floor_says_which_floor():
    claims = [says(AFP, ct.between(10, 40)), says(RADIO, ct.about(15)), says(COURT, ct.at_least(17))]
    with pytest.raises(ct.PolicyError, match=r"best is never below a floor.* At least 17 stands"):
        ct.reconcile(claims, KILLED, policy=lambda _: Ruling(10, 15, 40))


def test_a_floor_in_one_rendering_opens_the_high_end_though_another_rendering_has_none():
    speaker = says(ZALLAQA, ct.at_least(50), via=[AFP]), says(ZALLAQA, 10, via=[RFI])
    result = ct.reconcile(ledger_of(*speaker, says(RADIO, 20)), KILLED, policy="envelope")
    assert (result.low, result.high) == (10, None)


@pytest.mark.parametrize(
    ("upper", "best"), [(False, 20), (True, 30)], ids=["the lower middle", "the upper middle"]
)
def test_of_an_even_number_the_middle_is_one_that_was_stated(upper, best):
    policy = weighted_median(Weights(upper=upper), name="mine")
    claims = [says(source, n) for source, n in ((AFP, 10), (RFI, 20), (RADIO, 30), (MAYOR, 90))]
    result = ct.reconcile(ledger_of(*claims), KILLED, policy=policy)
    assert (result.low, result.best, result.high) == (10, best, 90)


@pytest.mark.parametrize("policy", ["weighted_median", "upper_median", "last_words"])
@pytest.mark.parametrize(
    "answers",
    [
        (10, 20, 30, 90), (10, 20, 20, 30, 90), (10, ct.between(12, 40), 30), (ct.between(10, 12), 50, 60),
        (10, 20, ct.at_least(25)), (10, ct.at_least(25), 40), (ct.at_most(90), 10, 20), (ct.between(10, 20),),
    ],
    ids=str,
)  # fmt: skip
def test_the_middle_is_the_same_question_by_question_and_all_at_once(policy, answers):
    sources = [ct.Source(f"Paper {letter}", "media") for letter in "ABCDEFGH"]
    ledger = ledger_of(*(says(source, answer) for source, answer in zip(sources, answers, strict=False)))
    (swept,) = reconcile_figures(ledger, policy=policy)
    asked = ct.reconcile(ledger, KILLED, policy=policy)
    assert (swept.low, swept.best, swept.high) == (asked.low, asked.best, asked.high)


@pytest.mark.parametrize(
    "claims",
    [
        (says(ZALLAQA, 10), says(ct.Source("Front", "belligerent", party=JNIM), 30, LATER)),
        (says(RADIO, 10), says(ZALLAQA, 30, LATER)), (says(ARMY, 10), says(ZALLAQA, 30, LATER)),
        (says(ARMY, 10), says(MINISTRY, 30, LATER)), (says(ZALLAQA, 10), says(ARMY, 30, LATER)),
        (says(ZALLAQA, 10), says(RADIO, 30, LATER)),
        (says(ZALLAQA, 10), says(RADIO, 20), says(ARMY, 30, LATER)),
    ],
    ids=lambda claims: ", then ".join(claim.source.name for claim in claims),
)  # fmt: skip
@pytest.mark.parametrize("policy", ["envelope", "last_words"])
def test_who_may_overtake_whom_is_the_same_question_by_question_and_all_at_once(claims, policy):
    ledger = ledger_of(*claims)
    (swept,) = reconcile_figures(ledger, policy=policy)
    asked = ct.reconcile(ledger, KILLED, policy=policy)
    assert (swept.low, swept.best, swept.high) == (asked.low, asked.best, asked.high)


@pytest.mark.parametrize("question", [None, KILLED], ids=["every question", "one question"])
def test_other_questions_do_not_end_a_sweep(question):
    others = says(RADIO, ct.affirms(), question=FIRE), says(RADIO, 50, question=HURT)
    rows = list(reconcile_figures(ledger_of(*others, says(RADIO, 20)), question=question))
    assert (rows[-1].question, rows[-1].best) == (KILLED.id, 20)
    assert len(rows) == (2 if question is None else 1)


# Parts and wholes, sums


@pytest.mark.parametrize("of", [MALI, None], ids=["of one side", "of whom is not said"])
def test_a_population_is_part_of_everybody_through_others(of):
    everybody, cadets = ct.killed(of=of), ct.killed(of=of, among="cadets")
    claims = [says(RADIO, ct.at_least(3), question=everybody), says(RFI, 10, question=cadets)]
    elsewhere = ct.parts_of("civilians", ["children"])
    inside, within = ct.parts_of("soldiers", ["cadets"]), ct.parts_of(None, ["soldiers"])
    for declared, low in (([], 3), ([elsewhere, inside], 3), ([elsewhere, inside, within], 10)):
        assert ct.reconcile(ledger_of(*claims, *declared), everybody, policy="envelope").low == low


def test_a_part_that_was_counted_from_a_list_says_so_where_it_bears_on_the_whole():
    everybody, cadets = ct.killed(of=MALI), ct.killed(of=MALI, among="cadets")
    listed = says(COURT, 10, question=cadets, observed="named_list")
    ledger = ledger_of(says(RADIO, ct.at_least(3), question=everybody), listed, ct.parts_of(None, ["cadets"]))
    (constraint,) = ct.reconcile(ledger, everybody, policy="envelope").constraints
    assert "at least 10 (Court, counted from a named list)" in constraint.because


def test_a_sum_of_estimates_says_its_interval_and_on_what_it_rests():
    def guess(_):
        return Ruling(10, 20, 30, interval=(17, 24), level=0.9)

    guess.estimates = True
    added = ct.total([ct.reconcile(ledger_of(says(RADIO, 20)), KILLED, policy=guess)])
    assert "Estimated, errors taken as independent: 17–24." in added.explain()

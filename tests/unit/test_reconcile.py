"""What reconcile answers, refuses and says."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.reconcile import (
    POLICIES,
    ConflictKind,
    Finding,
    NamedPolicy,
    Role,
    Ruling,
    Weights,
    reconcile_all,
    weighted_median,
)
from claimtrack.status.pairs import Pairs
from claimtrack.testing import check_policy

ARMY, REBELS = ct.Party("Army"), ct.Party("Rebels", opposes=[ct.Party("Army")])
ATTACK = ct.Event("Attack", occurred="2024-01-01", parties=[ARMY, REBELS])
KILLED, WOUNDED, HURT = ct.killed(of=ARMY), ct.wounded(of=ARMY), ct.casualties(of=ARMY)
STAFF = ct.Source("General staff", "military", party=ARMY)
FRONT = ct.Source("Front", "belligerent", party=REBELS)
AFP, RADIO, HOSPITAL = (
    ct.Source("AFP", "agency"),
    ct.Source("Radio", "media"),
    ct.Source("Hospital", "medical"),
)


def says(source, answer, question=KILLED, **details):
    return ct.Claim(ATTACK, source, question, answer, **{"stated": "2024-01-02", **details})


def ends(result):
    return result.low, result.best, result.high


# Low ends, high ends, and what is not known


def test_a_low_end_never_pulls_the_best_figure_down():
    claims = [says(AFP, ct.exactly(70)), says(HOSPITAL, ct.at_least(30)), says(RADIO, ct.at_least(20))]
    for name in ("last_words", "weighted_median", "upper_median"):
        assert ends(ct.reconcile(claims, KILLED, policy=name)) == (20, 70, 70)


def test_the_high_end_is_open_where_a_floor_exceeds_every_number():
    result = ct.reconcile(
        [says(AFP, ct.exactly(12)), says(RADIO, ct.at_least(40))], KILLED, policy="envelope"
    )
    assert ends(result) == (12, None, None)
    assert result.text == "at least 12"


def test_best_is_never_below_a_floor_that_nobody_opposes():
    result = ct.reconcile([says(AFP, ct.about(20)), says(RADIO, ct.at_least(23))], KILLED)
    assert result.best is None
    assert "below a floor of 23" in result.because


def test_only_vague_words_give_a_floor_by_convention_and_no_best():
    result = ct.reconcile([says(AFP, "dozens"), says(RADIO, "several")], KILLED)
    assert ends(result) == (2, None, None)


def test_only_declined_answers_are_unknown_and_not_zero():
    result = ct.reconcile([says(STAFF, ct.declined("refused"))], KILLED)
    assert ends(result) == (None, None, None)
    assert result.text == "unknown"
    (entry,) = result.account
    assert (entry.role, entry.because) == (Role.set_aside, "refused to say: no answer is never a figure")


def test_words_nobody_could_read_are_set_aside_and_kept():
    result = ct.reconcile([says(AFP, ct.unread("une hécatombe")), says(RADIO, ct.exactly(3))], KILLED)
    assert ends(result) == (3, 3, 3)
    assert result.account[-1].because == "its words say nothing about a number of persons"


def test_a_ceiling_sets_a_high_end_and_no_low_end():
    result = ct.reconcile([says(AFP, ct.at_most(12))], KILLED)
    assert ends(result) == (None, None, 12)
    assert result.text == "at most 12"


def test_a_range_votes_in_the_median_and_best_is_still_a_stated_point():
    claims = [says(AFP, ct.exactly(77)), says(RADIO, ct.between(70, 79)), says(HOSPITAL, ct.exactly(100))]
    for name in ("last_words", "weighted_median", "upper_median"):
        assert ct.reconcile(claims, KILLED, policy=name).best == 77
    wide = [says(AFP, ct.exactly(10)), says(RADIO, ct.between(50, 60)), says(HOSPITAL, ct.exactly(100))]
    assert ends(ct.reconcile(wide, KILLED)) == (10, None, 100)


# Policies


def test_bracket_runs_from_the_admission_to_the_enemys_claim():
    claims = [says(STAFF, ct.exactly(8)), says(FRONT, ct.exactly(60)), says(AFP, ct.exactly(30))]
    result = ct.reconcile(claims, KILLED, policy="bracket")
    assert ends(result) == (8, None, 60)
    assert result.role(claims[2]) is Role.set_aside


def test_an_inverted_bracket_gives_no_interval_but_a_conflict():
    result = ct.reconcile([says(STAFF, ct.exactly(60)), says(FRONT, ct.exactly(8))], KILLED, policy="bracket")
    assert ends(result) == (None, None, None)
    assert ConflictKind.inverted in {conflict.kind for conflict in result.conflicts}


def test_the_latest_of_one_day_is_a_hull_without_best_and_the_undated_never_is():
    claims = [
        says(AFP, ct.exactly(5)),
        says(RADIO, ct.exactly(9)),
        says(HOSPITAL, ct.exactly(7), stated=None),
    ]
    assert ends(ct.reconcile(claims, KILLED, policy="latest")) == (5, None, 9)


def test_most_reliable_takes_the_best_grade_and_the_lower_of_equals():
    graded = [
        says(ct.Source("B one", reliability="B"), ct.exactly(9)),
        says(ct.Source("B two", reliability="B"), ct.exactly(7)),
        says(ct.Source("F", reliability="F"), ct.exactly(1)),
        says(ct.Source("D", reliability="D"), ct.exactly(2)),
    ]
    assert ct.reconcile(graded, KILLED, policy="most_reliable").best == 7


def test_prefer_takes_the_next_where_the_first_gives_no_number():
    claims = [says(HOSPITAL, "several"), says(AFP, ct.exactly(5)), says(RADIO, ct.exactly(9))]
    result = ct.reconcile(claims, KILLED, policy=ct.prefer(["medical", AFP]))
    assert ends(result) == (5, 5, 5)
    assert result.policy == "prefer(medical, AFP)"


def test_majority_needs_voices_that_are_known_to_be_independent():
    claims = [says(AFP, ct.exactly(5)), says(RADIO, ct.exactly(5)), says(HOSPITAL, ct.exactly(9))]
    assert ct.reconcile(claims, KILLED, policy="majority").best is None
    ledger = ct.Ledger()
    ledger.record(*claims)
    for a, b in ((AFP, RADIO), (AFP, HOSPITAL), (RADIO, HOSPITAL)):
        ledger.relate(a, b, "independent", because="own staff")
    result = ct.reconcile(ledger, KILLED, policy="majority")
    assert ends(result) == (5, 5, 5)
    assert "does not agree with 5" in result.entry(claims[2]).because


def test_weights_are_whole_numbers_and_move_the_middle():
    claims = [says(AFP, ct.exactly(5)), says(RADIO, ct.exactly(6)), says(HOSPITAL, ct.exactly(9))]
    trust_hospitals = weighted_median(Weights(kind={"medical": 3}), name="hospitals")
    assert ct.reconcile(claims, KILLED, policy=trust_hospitals).best == 9
    with pytest.raises(ct.InvalidField, match="whole number"):
        Weights(kind={"medical": 1.5})


def test_an_overtaken_toll_counts_half_in_the_default_and_nothing_elsewhere():
    early = [says(ct.Source(f"Paper {n}"), ct.exactly(3 + n)) for n in range(3)]
    late = says(AFP, ct.exactly(40), stated="2024-01-09")
    assert ends(ct.reconcile([*early, late], KILLED, policy="upper_median")) == (40, 40, 40)
    result = ct.reconcile([*early, late], KILLED)
    assert ends(result) == (5, 5, 40)
    assert result.role(early[2]) is Role.overtaken
    assert "states the best figure" in result.entry(early[2]).because


def test_a_toll_that_grew_three_times_is_the_last_of_them():
    days = [(AFP, 20, "2024-01-02"), (RADIO, 32, "2024-01-03"), (HOSPITAL, 53, "2024-01-05")]
    claims = [says(source, ct.exactly(n), stated=day) for source, n, day in days]
    assert ends(ct.reconcile(claims, KILLED)) == (53, 53, 53)


# Bad input


def test_an_unknown_policy_is_named_with_the_nearest():
    with pytest.raises(ct.InvalidField, match="did you mean 'envelope'"):
        ct.reconcile([says(AFP, ct.exactly(1))], KILLED, policy="envelop")


@pytest.mark.parametrize(
    ("rule", "law"),
    [
        (lambda _: Ruling(9, 5, 7), "low ≤ best ≤ high"),
        (lambda _: Ruling(5, 6, 7), "Nobody said 6"),
        (lambda _: Ruling(5.0, None, 7), "whole numbers of persons"),
        (lambda _: Ruling(4, None, 7), "Nobody said 4"),
        (lambda _: (5, 5, 7), "a policy returns a Ruling"),
        (lambda _: Ruling(used=(object(),)), "only the voices it was given"),
        (lambda _: None, "a policy returns a Ruling"),
        (lambda _: Ruling(7, 7, 7, used=()), "None of the voices it used said 7"),
        (lambda voices: Ruling(5, 7, 7, used=voices[:1]), "None of the voices it used said"),
    ],
)
def test_a_policy_that_breaks_a_law_is_refused_by_the_law(rule, law):
    claims = [says(AFP, ct.exactly(5)), says(RADIO, ct.exactly(7))]
    with pytest.raises(ct.PolicyError, match=law):
        ct.reconcile(claims, KILLED, policy=rule).ruling  # noqa: B018
    with pytest.raises(ct.PolicyError, match=law):
        ct.reconcile(claims, KILLED, policy=NamedPolicy("mine", "1", rule, "s", "c", "m"))


def test_the_high_end_of_a_policy_is_open_where_a_floor_it_used_exceeds_every_number():
    claims = [says(AFP, ct.exactly(5)), says(RADIO, ct.at_least(40))]
    with pytest.raises(ct.PolicyError, match="high is open where the highest floor"):
        ct.reconcile(claims, KILLED, policy=lambda _: Ruling(5, None, 5))
    result = ct.reconcile(claims, KILLED, policy=lambda v: Ruling(5, None, 5, used=v.numbers))
    assert ends(result) == (5, None, 5)


def test_a_policy_that_estimates_may_give_a_number_that_nobody_said():
    def model(voices):
        return Ruling(5, 6, 7, because="a model", interval=(4, 9), level=0.9)

    model.estimates = True
    result = ct.reconcile([says(AFP, ct.exactly(5)), says(RADIO, ct.exactly(7))], KILLED, policy=model)
    assert "estimate 6" in result.text
    assert "estimated: nobody stated it. Interval with probability 90%: 4–9." in result.explain()


def test_check_policy_names_the_law_and_the_smallest_ledger():
    def first_recorded(voices):
        points = [(voices.log.claims.index(v.spokesman), v.point) for v in voices if v.point is not None]
        return Ruling(None, min(points)[1] if points else None)

    with pytest.raises(AssertionError, match="order in which claims were recorded") as broken:
        check_policy(first_recorded)
    assert str(broken.value).count("Claim(") == 2


def test_a_question_nobody_answered_lists_those_that_were():
    with pytest.raises(ct.UnknownRecord, match="Questions that are answered: killed, Army"):
        ct.reconcile([says(AFP, ct.exactly(1))], WOUNDED)
    with pytest.raises(ct.UnknownRecord, match="It holds no claims"):
        ct.reconcile([], KILLED)


def test_what_is_no_claim_is_refused():
    with pytest.raises(ct.WrongType, match="claims only"):
        ct.reconcile([AFP], KILLED)
    with pytest.raises(ct.WrongType, match="a ledger, or an iterable of claims"):
        ct.reconcile(says(AFP, ct.exactly(1)), KILLED)


def test_a_bare_iterable_says_that_it_has_no_assessments():
    result = ct.reconcile([says(AFP, ct.exactly(1))], KILLED)
    assert not result.assessed
    assert "Without assessments" in str(result)


# Who is heard


def test_a_relay_of_a_refuted_claim_is_not_heard_in_its_place():
    ledger = ct.Ledger()
    wrong, relay, other = ledger.record(
        says(RADIO, ct.exactly(90)), says(AFP, ct.exactly(90), based_on=says(RADIO, ct.exactly(90))),
        says(HOSPITAL, ct.exactly(4)),
    )  # fmt: skip
    proof = ct.Evidence("https://example.org/list", captured="2024-01-03")
    ledger.assess(wrong, "refuted", by="A", decided="2024-01-04", because="the list", evidence=proof)
    result = ct.reconcile(ledger, KILLED)
    assert ends(result) == (4, 4, 4)
    assert result.entry(relay).because == "rests only on 90 (Radio), refuted"
    assert result.role(other) is Role.kept


def test_renderings_that_do_not_fit_are_a_conflict_that_names_the_carriers():
    claims = [says(FRONT, ct.about(100), via=[RADIO]), says(FRONT, "hundreds", via=[AFP])]
    result = ct.reconcile(claims, KILLED, policy="envelope")
    assert ends(result) == (100, None, None)
    (conflict,) = result.conflicts
    assert conflict.kind is ConflictKind.rendering
    assert "Front via Radio" in conflict.because
    assert "Front via AFP" in conflict.because


def test_what_the_analyst_imputes_is_marked_wherever_it_shows():
    result = ct.reconcile([says(AFP, ct.exactly(5), imputed="whose dead is not said")], KILLED)
    assert result.text == "5*"
    assert "* imputed by the analyst: whose dead is not said." in str(result)
    assert result.to_dict()["imputed"] == [result.account[0].claim.id]


# Propositions and attributions


FIRE = ct.Proposition("An aircraft was set on fire", serves=REBELS, harms=ARMY)
WHO = ct.Attribution("The attack")


def test_a_proposition_is_affirmed_denied_disputed_or_undecided():
    yes, no = says(FRONT, ct.affirms(), FIRE), says(STAFF, ct.denies(), FIRE)
    silent = says(AFP, ct.declined("no_number"), FIRE)
    assert ct.reconcile([yes], FIRE).finding is Finding.affirmed
    assert ct.reconcile([no], FIRE).finding is Finding.denied
    assert ct.reconcile([yes, no, silent], FIRE).finding is Finding.disputed
    assert ct.reconcile([silent], FIRE).finding is Finding.undecided
    assert "Front, who gains by it" in ct.reconcile([yes], FIRE).because


def test_a_confirmed_claim_decides_and_the_denial_stays_in_the_account():
    ledger = ct.Ledger()
    yes, no = ledger.record(says(FRONT, ct.affirms(), FIRE), says(STAFF, ct.denies(), FIRE))
    video = ct.Evidence("https://example.org/v", kind="video", captured="2024-01-02")
    ledger.assess(yes, "confirmed", by="A", decided="2024-01-05", because="geolocated", evidence=video)
    result = ct.reconcile(ledger, FIRE)
    assert result.finding is Finding.affirmed
    assert result.conflicts[0].because == "Front affirms it; General staff denies it."
    assert {entry.claim.id for entry in result.account} == {yes.id, no.id}


def test_an_attribution_tells_claims_of_responsibility_from_accusations():
    own, accused = says(FRONT, ct.affirms(REBELS), WHO), says(STAFF, ct.affirms(REBELS), WHO)
    result = ct.reconcile([own, accused], WHO)
    assert result.text == "affirmed: Rebels"
    assert result.claims_of_responsibility == (own,)
    assert result.accusations == (accused,)


def test_competing_claims_of_responsibility_are_disputed():
    other = ct.Party("Another group")
    rival = ct.Source("Another group", "belligerent", party=other)
    claims = [says(FRONT, ct.affirms(REBELS), WHO), says(rival, ct.affirms(other), WHO)]
    result = ct.reconcile(claims, WHO)
    assert result.finding is Finding.disputed
    assert {claim.id for claim in result.competing} == {claim.id for claim in claims}
    assert "names Rebels (itself)" in result.conflicts[0].because


def test_a_verdict_is_plain_data_and_explains_itself():
    result = ct.reconcile([says(FRONT, ct.affirms(REBELS), WHO)], WHO)
    assert json.loads(json.dumps(result.to_dict()))["finding"] == "affirmed"
    assert "claim of responsibility" in result.explain()


def test_every_question_of_a_ledger_is_answered():
    claims = [says(AFP, ct.exactly(5)), says(AFP, ct.exactly(7), WOUNDED), says(FRONT, ct.affirms(), FIRE)]
    assert [result.text for result in reconcile_all(claims)] == ["5", "7", "affirmed"]


# Side by side, and added up


def test_policies_are_compared_side_by_side_with_their_reasons():
    claims = [says(AFP, ct.exactly(5)), says(RADIO, ct.exactly(9))]
    comparison = ct.compare_policies(claims, KILLED)
    assert [row["policy"] for row in comparison.rows] == list(POLICIES)
    assert {row["policy"]: row["best"] for row in comparison.rows}["weighted_median"] == 5
    assert any(text.startswith("Best 9: last_words (5–9)") for text in comparison.differences)
    with pytest.raises(ct.MixedQuestions):
        ct.compare_policies([says(FRONT, ct.affirms(), FIRE)], FIRE)


def test_a_total_refuses_what_could_count_a_person_twice():
    cadets = ct.killed(of=ARMY, among="cadets")
    claims = [says(AFP, ct.exactly(50)), says(AFP, ct.exactly(20), cadets), says(AFP, ct.exactly(9), WOUNDED)]
    whole, part, hurt = reconcile_all(claims)
    with pytest.raises(ct.MixedQuestions, match="nobody is counted twice"):
        ct.total([whole, part])
    with pytest.raises(ct.MixedQuestions, match="each is counted twice"):
        ct.total([whole, whole])
    with pytest.raises(ct.MixedQuestions, match="one kind of outcome"):
        ct.total([whole, hurt])
    with pytest.raises(ct.InvalidField):
        ct.total([])


def test_a_total_adds_sides_and_lists_what_is_unknown():
    enemy = ct.killed(of=REBELS)
    other = ct.Event("Raid")
    claims = [says(AFP, ct.exactly(5)), says(AFP, ct.between(7, 9), enemy),
              ct.Claim(other, AFP, KILLED, ct.declined("refused"))]  # fmt: skip
    ledger = ct.Ledger()
    ledger.record(*claims, ct.parts_of(ct.Party("Both sides"), [ARMY, REBELS], disjoint=True))
    total = ct.total(reconcile_all(ledger))
    assert str(total).startswith("Killed, Army and killed, Rebels, 2 events: at least 12")
    assert (total.low, total.best, total.high) == (12, None, None)
    assert [result.event.name for result in total.unknown] == ["Raid"]
    assert "Unknown, and not counted as 0: killed, Army in Raid." in total.explain()
    assert json.loads(json.dumps(total.to_dict()))["low"] == 12


@pytest.mark.parametrize(
    "measure",
    [
        ct.killed(),
        ct.killed(of=REBELS),
        ct.killed(of=ARMY, among="cadets"),
        ct.killed(of=ARMY, part="airport"),
    ],
)
def test_a_total_refuses_measures_of_different_people_even_over_events(measure):
    claims = [says(AFP, ct.exactly(5)), ct.Claim(ct.Event("Raid"), AFP, measure, ct.exactly(7))]
    with pytest.raises(ct.MixedQuestions, match="do not count the same people"):
        ct.total(reconcile_all(claims))


def test_a_total_of_one_reconciliation_that_is_in_no_list_is_refused():
    with pytest.raises(ct.WrongType, match="put a single one in a list"):
        ct.total(ct.reconcile([says(AFP, ct.exactly(5))], KILLED))


def test_a_computed_end_is_booked_under_no_claim():
    whole = ct.reconcile([says(HOSPITAL, ct.at_least(20)), says(RADIO, "several", HURT)], HURT)
    assert whole.computed == ("low",)
    assert list(ct.total([whole]).by_status) == ["computed"]
    assert list(ct.total([whole]).by_source_kind) == ["computed"]


def test_an_interest_counts_half_in_the_default_either_way():
    claims = [says(FRONT, ct.exactly(60)), says(HOSPITAL, ct.exactly(14))]
    assert ct.reconcile(claims, KILLED, policy="upper_median").best == 60
    assert ct.reconcile(claims, KILLED).best == 14
    assert ct.reconcile([says(STAFF, ct.exactly(3)), says(HOSPITAL, ct.exactly(14))], KILLED).best == 14


def test_the_short_way_and_the_long_way_agree_on_thousands_of_busy_groups():
    sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
    try:
        from reconcile_speed import make_claims
    finally:
        sys.path.pop(0)
    ledger = ct.Ledger()
    ledger.record_all(make_claims(4000, seed=3))
    for policy in (name for name, one in POLICIES.items() if one.short):
        for short in reconcile_all(ledger, policy=policy):
            long = ct.reconcile(ledger, short.question, short.event, policy=policy)
            assert ends(short) == ends(long), long.explain()
            told = [(entry.claim.id, entry.role) for entry in long.account]
            assert [(entry.claim.id, entry.role) for entry in short.account] == told


# What the texts say


def test_a_computed_end_is_marked_and_no_claim_sets_it():
    claims = [says(HOSPITAL, ct.at_least(326)), says(RADIO, ct.at_least(20), HURT)]
    result = ct.reconcile(claims, HURT)
    assert result.text == "at least 326 (computed)"
    assert "at least 326 (computed)" in str(result)
    assert result.entry(claims[1]).because == "its low end is raised to 326 by parts and wholes"
    assert "sets the low end" not in result.explain()


def test_an_approximate_figure_shows_its_reading():
    about = says(AFP, "about 70")
    result = ct.reconcile([about], KILLED)
    assert result.text == "about 70 (63–77)"
    assert ends(result) == (70, 70, 70)
    assert ct.reconcile([about, says(RADIO, ct.exactly(70))], KILLED).text == "70"


def test_what_is_left_out_is_the_whole_voice():
    document = ct.Source("Doc", "document")
    claims = [says(document, ct.about(100)), says(document, ct.at_least(81), observed="named_list"),
              says(AFP, ct.exactly(40))]  # fmt: skip
    assert "Without Doc (about 100 and at least 81)" in ct.reconcile(claims, KILLED).explain()


def test_a_claim_below_the_low_end_is_outside_the_ends():
    claims = [says(AFP, ct.at_most(12)), says(RADIO, ct.at_least(20))]
    assert ct.reconcile(claims, KILLED, policy="envelope").entry(claims[0]).because == "outside the ends"


def test_a_best_figure_that_was_exceeded_is_told_with_a_warning():
    early = [says(ct.Source(f"Paper {n}"), ct.exactly(10)) for n in range(5)]
    result = ct.reconcile([*early, says(AFP, ct.exactly(50), stated="2024-01-09")], KILLED)
    assert ends(result) == (10, 10, 50)
    warning = "The best figure was exceeded by a later count of 50 (AFP, 2024-01-09): this policy lets"
    assert warning in str(result)
    assert result.explain(width=400).splitlines()[2].startswith(warning)
    assert "The upper middle of 6 numbers, 5 of them overtaken" in result.because
    assert "sets neither end by itself, but states the best figure" in result.entry(early[0]).because
    assert "exceeded" not in str(ct.reconcile(early, KILLED))


def test_the_middle_of_one_number_is_the_only_number():
    assert ct.reconcile([says(AFP, ct.exactly(5))], KILLED).because == "The only number."


def test_prefer_refuses_what_is_neither_a_source_nor_a_kind():
    with pytest.raises(ct.InvalidField, match="did you mean 'medical'"):
        ct.prefer(["medcal"])
    with pytest.raises(ct.InvalidField, match="give the Source itself"):
        ct.prefer(["Zq"])
    with pytest.raises(ct.WrongType):
        ct.prefer([ARMY])
    by_id = ct.prefer([HOSPITAL.id, "agency", AFP])
    assert (
        ct.reconcile([says(HOSPITAL, ct.exactly(5)), says(AFP, ct.exactly(9))], KILLED, policy=by_id).best
        == 5
    )


def test_a_policy_for_a_verdict_is_refused_and_the_rule_is_named():
    yes = says(FRONT, ct.affirms(), FIRE)
    with pytest.raises(ct.InvalidField, match="has one rule, stances 1"):
        ct.reconcile([yes], FIRE, policy="envelope")
    result = ct.reconcile([yes], FIRE, policy="last_words")
    assert "rule stances 1" in str(result)
    assert "by rule stances 1" in result.explain()
    assert "by rule stances 1" in result.explain("markdown")


def test_a_denied_attribution_names_the_party_that_is_cleared():
    no = says(FRONT, ct.denies(REBELS), WHO)
    result = ct.reconcile([no], WHO)
    assert (result.text, result.cleared) == ("denied: Rebels (by Front)", REBELS)
    assert ct.reconcile([says(FRONT, ct.denies(), FIRE)], FIRE).text == "denied"


def test_denials_by_different_parties_are_not_one_denial():
    result = ct.reconcile([says(FRONT, ct.denies(REBELS), WHO), says(STAFF, ct.denies(ARMY), WHO)], WHO)
    assert (result.finding, result.cleared) == (Finding.undecided, None)
    assert "Rebels (by Front)" in result.because
    assert "Army (by General staff)" in result.because


def test_a_date_with_one_possible_order_is_read_and_another_refused():
    assert ct.when("17/09/2024").iso == "2024-09-17" == ct.when("09/17/2024").iso
    with pytest.raises(ct.InvalidField, match=r"ct\.when\(text, order='dmy'\)"):
        ct.when("09/10/2024")


def test_what_one_source_said_a_thousand_times_is_compared_with_what_others_said(monkeypatch):
    said = [ct.Claim(ATTACK, AFP, KILLED, ct.exactly(10 + n)) for n in range(1300)]
    ledger = ct.Ledger()
    ledger.record(*said)
    looked = []
    compare, apart = ct.Figure.compare, Pairs.apart
    monkeypatch.setattr(ct.Figure, "compare", lambda *figures: looked.append(1) or compare(*figures))
    monkeypatch.setattr(Pairs, "apart", lambda *places: looked.append(1) or apart(*places))
    result = ct.reconcile(ledger, KILLED)
    assert [conflict.kind for conflict in result.conflicts] == [ConflictKind.rendering]
    assert ledger.status(said[0]).contested_by == ()
    assert len(looked) <= 10 * len(said)
    (other,) = ledger.record(ct.Claim(ATTACK, RADIO, KILLED, ct.exactly(10)))
    assert ledger.status(said[0]).supported_by == (other,)
    assert len(ledger.status(other).contested_by) == 1299


def test_the_account_of_one_claim_on_a_verdict_is_its_own():
    yes, no = says(AFP, ct.affirms(), FIRE), says(FRONT, ct.denies(), FIRE)
    result = ct.reconcile([yes, no], FIRE)
    for claim in (yes, no):
        assert result.entry(claim).claim == claim
        assert result.entry(claim.id).claim == claim

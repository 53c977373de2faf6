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
    LATE,
    MALI,
    MAYOR,
    RADIO,
    REUTERS,
    RFI,
    SECURITY,
    VIDEO,
    WHO,
    WIKIPEDIA,
    ZALLAQA,
    independent,
    ledger_of,
    says,
    states,
)

import claimtrack as ct
from claimtrack.errors import ImpossibleMove, InvalidField, UnknownRecord
from claimtrack.status import Lead, Lifecycle, State, Statuses, Support
from claimtrack.status.rulings import Rulings

DECIDED = {"by": "A. Analyst", "decided": "2024-09-25", "because": "as seen"}


def state(ledger, claim):
    return ledger.status(claim).state.value


# Support and contest


def test_a_lone_claim_is_unverified_and_says_what_it_would_take():
    claim = says(SECURITY, 77)
    status = ledger_of(claim).status(claim)
    assert status.state is State.unverified
    assert status.support is Support.unverified
    assert status.because == "no other voice bears it out"
    assert status.missing == "one more origin independent of AFP's security source"


def test_agreement_without_known_independence_is_only_consistent():
    more, exact = says(RFI, ct.at_least(71)), says(REUTERS, 77)
    status = ledger_of(more, exact).status(more)
    assert (status.state, status.support) == (State.unverified, Support.consistent)
    assert status.supported_by == (exact,)
    assert status.missing == "a reason to hold Reuters independent of RFI, or one more origin that is"


def test_a_number_is_corroborated_by_a_voice_declared_independent():
    more, exact = says(RFI, ct.at_least(71)), says(REUTERS, 77)
    ledger = ledger_of(more, exact, independent(RFI, REUTERS))
    assert state(ledger, more) == "corroborated"
    assert "RFI and Reuters are declared independent: different desks" in ledger.status(more).because
    assert state(ledger, exact) == "unverified"  # a floor does not bear out a number


def test_first_hand_claims_of_two_named_sources_corroborate():
    ward, office = says(HOSPITAL, 12, first_hand=True), says(MAYOR, ct.at_least(10), first_hand=True)
    ledger = ledger_of(ward, office)
    assert state(ledger, office) == "corroborated"


def test_the_wire_its_outlets_and_a_second_origin():
    wire = says(SECURITY, 77, via=[AFP], stated="2024-09-18")
    outlets = [ct.Source(f"Outlet {number}", "media") for number in range(5)]
    told = [says(outlet, 77, "2024-09-19", based_on=[wire]) for outlet in outlets[:4]]
    wrong = says(outlets[4], 87, "2024-09-19", based_on=[wire])
    ledger = ledger_of(wire, *told, wrong)
    assert {state(ledger, claim) for claim in (wire, *told, wrong)} == {"unverified"}
    assert ledger.status(wrong).echo
    ledger.record(says(HOSPITAL, 77, "2024-09-19"))
    assert state(ledger, wire) == "unverified"
    ledger.relate(HOSPITAL, AFP, "independent", because="its own register")
    assert state(ledger, wire) == "corroborated"
    assert state(ledger, wrong) == "contested"


def test_numbers_that_cannot_both_hold_contest_each_other():
    exact, named = says(SECURITY, 77), says(RFI, 81, observed="named_list")
    ledger = ledger_of(exact, named)
    assert ledger.status(exact).contested_by == (named,)
    assert ledger.status(named).contested_by == (exact,)
    assert ledger.status(exact).missing == (
        "evidence or an official record that decides between 77 and at least 81"
    )


def test_tension_of_readings_is_no_contest():
    ledger = ledger_of(exact := says(SECURITY, 77), says(RFI, ct.about(100)))
    assert ledger.status(exact).contested_by == ()


def test_two_renderings_of_one_source_do_not_contest_each_other():
    ledger = ledger_of(a := says(ZALLAQA, 100, via=[RFI]), says(ZALLAQA, 200, via=[AFP]))
    assert ledger.status(a).contested_by == ()


def test_two_of_one_side_bear_each_other_out_and_do_not_corroborate():
    ministry = ct.Source("Ministry", "government", party=MALI)
    a, b = says(ARMY, ct.at_least(5), first_hand=True), says(ministry, 7, first_hand=True)
    ledger = ledger_of(a, b)
    assert ledger.status(a).support is Support.consistent
    assert "gains by it as well" in ledger.status(a).because
    assert "does not gain by it" in ledger.status(a).missing
    without = Statuses(ledger.log, interest=False)
    assert without.of(a).support is Support.corroborated


def test_yes_and_no_contest_and_competing_culprits_too():
    yes, no = says(ZALLAQA, ct.affirms(), question=FIRE), says(ARMY, ct.denies(), question=FIRE)
    mine = says(ZALLAQA, ct.affirms(JNIM), question=WHO)
    other = says(RADIO, ct.affirms(MALI), question=WHO)
    clears = says(RFI, ct.denies(MALI), question=WHO)
    ledger = ledger_of(yes, no, mine, other, clears)
    assert ledger.status(yes).contested_by == (no,)
    assert ledger.status(mine).contested_by == (other,)
    assert set(ledger.status(other).contested_by) == {mine, clears}


def test_what_a_later_carrier_made_of_a_statement_bears_out_and_contradicts_nothing():
    wire, garbled = says(SECURITY, ct.at_least(17), via=[AFP]), says(SECURITY, 71, via=[AFP, RADIO])
    ward, early = says(HOSPITAL, ct.at_least(19)), says(MAYOR, 12, "2024-09-16")
    ledger = ledger_of(wire, garbled, ward, early, independent(HOSPITAL, AFP))
    assert state(ledger, ward) == "unverified"
    assert ledger.status(early).overtaken_by == ward
    assert not ledger.status(garbled).echo
    assert ledger.status(garbled).because.startswith("another rendering of what its source is heard to say")
    updated = says(SECURITY, 71, "2024-09-19", via=[AFP, RADIO])
    ledger.record(updated)
    assert not ledger.status(updated).echo


def test_a_corroborated_claim_names_those_who_corroborate_it_and_nobody_else():
    ministry = ct.Source("Ministry", "government", party=MALI)
    floor = says(ARMY, ct.at_least(5), first_hand=True)
    same_side, ward = says(ministry, 7, first_hand=True), says(HOSPITAL, 7, first_hand=True)
    doubtful = says(RADIO, 7)
    status = ledger_of(floor, same_side, ward, doubtful).status(floor)
    assert (status.support, status.supported_by) == (Support.corroborated, (ward,))


def test_copies_by_later_carriers_are_silent_among_relays_too():
    wire, garbled = says(SECURITY, ct.at_least(17), via=[AFP]), says(SECURITY, 71, via=[AFP, RADIO])
    relay, ward = says(WIKIPEDIA, ct.at_least(17), None, based_on=[wire]), says(HOSPITAL, ct.at_least(19))
    ledger = ledger_of(wire, garbled, relay, ward, independent(HOSPITAL, AFP))
    assert ledger.status(ward).support is Support.unverified


# Succession


def test_a_source_replaces_its_own_earlier_figure():
    first, second, third = (
        says(ARMY, 20, "2024-09-17"), says(ARMY, 32, "2024-09-18"), says(ARMY, 53, "2024-09-19")
    )  # fmt: skip
    ledger = ledger_of(third, first, second)
    assert ledger.status(first).superseded_by == second
    assert ledger.status(second).superseded_by == third
    assert state(ledger, third) == "unverified"


@pytest.mark.parametrize(
    "later",
    [
        says(ARMY, ct.unquantified("heavy losses"), "2024-09-19"),
        says(ARMY, ct.Figure((2, None), (2, 9), "vague", words="several"), "2024-09-19"),
        says(ARMY, ct.declined("refused"), "2024-09-19"),
        says(ARMY, ct.at_least(25), "2024-09-19"),
        says(ARMY, 25, "2024-09-17"),
        says(ARMY, 25, None),
        says(ARMY, 25, "2024-09-19", via=[RFI]),
        says(ARMY, 25, "2024-09"),
    ],
    ids=["no number", "vague", "refused", "less specific", "same day", "undated", "other carrier", "month"],
)
def test_what_supersedes_nothing(later):
    earlier = says(ARMY, 20)
    ledger = ledger_of(earlier, later)
    assert ledger.status(earlier).lifecycle is not Lifecycle.superseded


def test_an_unnamed_source_replaces_nothing_unless_the_analyst_says_so():
    first, second = says(SECURITY, 20, via=[AFP]), says(SECURITY, 30, "2024-09-18", via=[AFP])
    assert ledger_of(first, second).status(first).lifecycle is not Lifecycle.superseded
    third = says(SECURITY, 30, "2024-09-18", via=[AFP], revises=[first])
    assert ledger_of(first, third).status(first).superseded_by == third


def test_a_claim_that_was_never_made_supersedes_nothing():
    first, second = says(ARMY, 20, via=[RFI]), says(ARMY, 40, "2024-09-18", via=[RFI])
    ledger = ledger_of(first, second)
    ledger.assess(second, "misreported", **DECIDED)
    assert state(ledger, first) == "unverified"


def test_a_lower_count_of_an_earlier_day_is_overtaken_not_contradicted():
    early, late = says(RADIO, 2), says(RFI, ct.at_least(30), "2024-09-19")
    ledger = ledger_of(early, late)
    status = ledger.status(early)
    assert (status.state, status.overtaken_by) == (State.overtaken, late)
    assert status.contested_by == ledger.status(late).contested_by == ()
    assert status.countable


def test_a_party_never_overtakes_its_enemy():
    early, late = says(ARMY, 5), says(ZALLAQA, 40, "2024-09-19")
    ledger = ledger_of(early, late)
    assert state(ledger, early) == state(ledger, late) == "contested"


def test_one_who_gains_by_a_high_figure_overtakes_only_those_who_gain_as_well():
    csp = ct.Source("CSP", "belligerent", party=ct.Party("CSP", opposes=[MALI]))
    neutral, own, late = says(RADIO, 50), says(csp, 50), says(ZALLAQA, 84, "2024-09-20")
    assert state(ledger_of(own, late), own) == "overtaken"
    assert state(ledger_of(neutral, late), neutral) == "contested"


@pytest.mark.parametrize("stated", ["2024-09-17", None, "2024-09"])
def test_same_day_undated_and_vaguely_dated_figures_overtake_nothing(stated):
    ledger = ledger_of(early := says(RADIO, 2), says(RFI, 30, stated))
    assert ledger.status(early).lifecycle is Lifecycle.standing


def test_a_higher_count_of_the_same_day_overtakes_nothing_though_later_ones_exist():
    early, same_day, later = says(RADIO, 20), says(RFI, 30), says(MAYOR, ct.at_least(3), "2024-09-19")
    assert state(ledger_of(early, same_day, later), early) == "contested"


def test_words_without_a_number_are_never_overtaken():
    ledger = ledger_of(early := says(RADIO, ct.unquantified("some losses")), says(RFI, 30, "2024-09-19"))
    assert ledger.status(early).lifecycle is Lifecycle.standing


def test_material_losses_do_not_accumulate():
    burned = ct.Measure("material_losses", of=MALI)
    early, late = says(RADIO, 2, question=burned), says(RFI, 5, "2024-09-19", question=burned)
    assert state(ledger_of(early, late), early) == "contested"


# Retraction and misreporting


def test_a_retraction_takes_the_relays_with_it_and_revives_nothing():
    first = says(ARMY, 20)
    second = says(ARMY, 40, "2024-09-18")
    relay = says(RADIO, 40, "2024-09-19", based_on=[second])
    again = says(WIKIPEDIA, 40, None, based_on=[relay])
    carried = says(ARMY, 40, "2024-09-18", via=[RFI])
    ledger = ledger_of(first, second, relay, again, carried)
    ledger.retract(second, by=ARMY, stated="2024-09-20", because="a clerk's error")
    assert state(ledger, second) == "retracted"
    assert ledger.status(second).because == "taken back by General staff on 2024-09-20: a clerk's error"
    assert state(ledger, relay) == state(ledger, again) == state(ledger, carried) == "retracted"
    assert ledger.status(relay).retracted_with == second
    assert state(ledger, first) == "superseded"
    restated = ledger.record(says(ARMY, 40, "2024-09-21"))[0]
    assert state(ledger, restated) == "unverified"


def test_a_carrier_takes_back_only_what_went_through_it():
    one, other = says(ARMY, 20, via=[AFP]), says(ARMY, 20, via=[RFI])
    onward = says(ARMY, 20, via=[AFP, RADIO])
    ledger = ledger_of(one, other, onward)
    ledger.retract(one, by=AFP, because="misheard")
    assert state(ledger, one) == state(ledger, onward) == "retracted"
    assert state(ledger, other) == "unverified"


def test_of_several_retracted_statements_the_one_named_does_not_depend_on_the_order():
    first, second = says(ARMY, 20, via=[AFP]), says(ARMY, 20, via=[RFI])
    onward = says(ARMY, 20, via=[RADIO])
    taken = [ct.Retraction(claim, by=ARMY, because="an error") for claim in (first, second)]
    orders = [ledger_of(first, second, onward, *taken), ledger_of(second, first, onward, *taken)]
    named = {ledger.status(onward).retracted_with for ledger in orders}
    assert named == {min(first, second, key=lambda claim: claim.id)}


@pytest.mark.parametrize("verdict", ["refuted", "misreported"])
def test_what_hands_on_a_claim_that_fell_is_not_heard(verdict):
    wrong = says(RADIO, 100, via=[AFP])
    relay = says(WIKIPEDIA, 100, None, based_on=[wrong])
    exact = says(RFI, 77)
    ledger = ledger_of(wrong, relay, exact)
    ledger.assess(wrong, verdict, evidence=[VIDEO], **DECIDED)
    status = ledger.status(relay)
    assert not status.countable
    assert status.fallen_with == wrong
    assert status.state is State.unverified  # nobody has judged it
    assert ledger.status(exact).contested_by == ()


def test_a_relay_of_a_replaced_statement_is_not_heard_in_its_place():
    old = says(ARMY, 20)
    relay = says(RADIO, 20, "2024-09-18", based_on=[old])
    new = says(ARMY, 40, "2024-09-19")
    ledger = ledger_of(old, relay, new)
    ledger.retract(new, by=ARMY, because="an error")
    assert not ledger.status(relay).countable


# Verdicts


def test_a_confirmed_claim_names_its_evidence():
    fire = says(ZALLAQA, ct.affirms(), question=FIRE)
    ledger = ledger_of(fire)
    ledger.assess(fire, "confirmed", evidence=[VIDEO], **DECIDED)
    status = ledger.status(fire)
    assert (status.state, status.missing) == (State.confirmed, "")
    assert status.because.startswith("confirmed by A. Analyst on 2024-09-25: as seen (on video https://")
    assert status.evidence_for == (VIDEO.id,)


def test_evidence_bears_on_one_claim_and_not_on_what_else_its_source_says():
    fire, losses = says(ZALLAQA, ct.affirms(), question=FIRE), says(ZALLAQA, 100, question=HURT)
    ledger = ledger_of(fire, losses)
    ledger.assess(fire, "confirmed", evidence=[VIDEO], **DECIDED)
    assert ledger.status(losses).evidence_for == ()
    assert state(ledger, losses) == "unverified"


def test_evidence_for_and_against_are_kept_apart():
    fire = says(ZALLAQA, ct.affirms(), question=FIRE, based_on=[VIDEO])
    other = ct.Evidence("https://example.org/other", kind="satellite", captured="2024-09-18")
    ledger = ledger_of(fire)
    ledger.assess(fire, "refuted", evidence=[other], contrary=[VIDEO], **DECIDED)
    status = ledger.status(fire)
    assert status.evidence_for == (VIDEO.id,)
    assert status.evidence_against == (other.id,)


IMPOSSIBLE = {
    "no evidence": ({"verdict": "confirmed"}, "only by evidence or an official record"),
    "no evidence against": ({"verdict": "refuted"}, "only by evidence or an official record"),
    "later evidence": ({"verdict": "confirmed", "evidence": [LATE]}, "cannot precede its evidence"),
    "before the claim": ({"verdict": "unverifiable", "decided": "2024-09-01"}, "cannot precede the claim"),
    "a newspaper": ({"verdict": "confirmed", "evidence": ["newspaper"]}, "official record"),
    "itself": ({"verdict": "confirmed", "evidence": ["again"]}, "official record"),
}


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_an_impossible_move_names_rule_state_and_want_and_changes_nothing(case):
    given, rule = IMPOSSIBLE[case]
    given = {**DECIDED, **given}
    toll = says(ARMY, 20, "2024-09-18")
    paper, again = says(RADIO, 20, "2024-09-18"), says(ARMY, 20, "2024-09-18", question=HURT)
    named = {"newspaper": paper, "again": again}
    given["evidence"] = [named.get(one, one) for one in given.get("evidence", ())]
    ledger = ledger_of(toll, paper, again)
    entries = list(ledger.entries())
    with pytest.raises(ImpossibleMove, match=rule) as caught:
        ledger.assess(toll, **given)
    assert caught.value.state in {"unverified", "contested"}
    assert caught.value.missing
    assert list(ledger.entries()) == entries
    ledger.assess(toll, **given, override="the editor's decision")
    status = ledger.status(toll)
    assert status.state.value == given["verdict"]
    assert status.override == "the editor's decision"
    assert "a rule was set aside: the editor's decision" in status.because


def test_an_official_record_confirms_until_it_falls():
    toll, record = says(RADIO, 20), says(COURT, 20, "2024-09-20")
    ledger = ledger_of(toll, record)
    ledger.assess(toll, "confirmed", evidence=[record], **DECIDED)
    assert state(ledger, toll) == "confirmed"
    ledger.retract(record, by=COURT, because="annulled")
    status = ledger.status(toll)
    assert status.state is State.unverified
    assert "does not count: A verdict never rests on" in status.because
    with pytest.raises(ImpossibleMove, match="never rests on"):
        ledger.assess(toll, "confirmed", evidence=[record], by="B", decided="2024-09-26", because="again")


def test_a_refuted_claim_reopens_only_on_new_evidence():
    toll = says(RADIO, 20)
    ledger = ledger_of(toll, LATE)
    ledger.assess(toll, "refuted", evidence=[VIDEO], **DECIDED)
    for verdict in ("confirmed", "unverifiable", "none"):
        with pytest.raises(ImpossibleMove, match="only on new evidence") as caught:
            ledger.assess(toll, verdict, evidence=[VIDEO], by="B", decided="2024-10-02", because="no")
        assert caught.value.state == "refuted"
    assert ledger.status(toll).missing == "new evidence, to reopen it"
    ledger.assess(toll, "confirmed", evidence=[LATE], by="B", decided="2024-10-02", because="a new video")
    assert state(ledger, toll) == "confirmed"


def test_a_grade_leaves_the_verdict_and_a_withdrawal_lifts_it():
    toll = says(RADIO, 20)
    ledger = ledger_of(toll)
    ledger.assess(toll, "confirmed", evidence=[VIDEO], **DECIDED)
    ledger.assess(toll, credibility=2, by="A. Analyst", decided="2024-09-26", because="graded")
    assert (state(ledger, toll), ledger.status(toll).credibility) == ("confirmed", 2)
    ledger.assess(toll, "none", by="A. Analyst", decided="2024-09-27", because="in doubt after all")
    assert (state(ledger, toll), ledger.status(toll).credibility) == ("unverified", 2)


def test_analysts_stand_side_by_side_and_the_caller_says_who_decides():
    toll = says(RADIO, 20)
    ledger = ledger_of(toll)
    ledger.assess(toll, "confirmed", evidence=[VIDEO], by="Ann", decided="2024-09-25", because="seen")
    ledger.assess(toll, "unverifiable", by="Bob", decided="2024-09-26", because="too dark")
    assert state(ledger, toll) == "unverifiable"
    assert ledger.status(toll, decides="consensus").state is State.unverified
    assert ledger.status(toll, decides=Lead("Ann")).state is State.confirmed
    assert ledger.status(toll, decides=Lead("Cleo")).state is State.unverified
    assert "analysts differ: Ann confirmed and Bob unverifiable" in ledger.status(toll).because
    assert len(ledger.status(toll).assessments) == 2
    with pytest.raises(InvalidField, match="'latest', 'consensus' or Lead"):
        ledger.status(toll, decides="seniority")


def test_a_tie_of_differing_verdicts_decides_nothing():
    toll = says(RADIO, 20)
    ledger = ledger_of(toll)
    ledger.assess(toll, "confirmed", evidence=[VIDEO], by="Ann", decided="2024-09-25", because="seen")
    ledger.assess(toll, "unverifiable", by="Bob", decided="2024-09-25", because="too dark")
    assert state(ledger, toll) == "unverified"
    assert "analysts differ" in ledger.status(toll).because


def test_statuses_of_unknown_claims_are_refused():
    ledger = ledger_of(says(RADIO, 20))
    with pytest.raises(UnknownRecord):
        ledger.status(says(RADIO, 30))
    with pytest.raises(UnknownRecord):
        ledger.assess(says(RADIO, 30), "unverifiable", **DECIDED)


def test_a_claim_retracted_twice_is_retracted_as_of_the_first():
    toll = says(RADIO, 20)
    ledger = ledger_of(toll)
    ledger.retract(toll, by=RADIO, stated="2024-09-25", because="again")
    ledger.retract(toll, by=RADIO, stated="2024-09-20", because="a mistake")
    status = ledger.status(toll)
    assert status.state.value == "retracted"
    assert "a mistake" in status.because
    assert "again" not in status.because


# Cost and caching


def test_a_new_claim_derives_only_its_own_question_again(monkeypatch):
    from claimtrack.status import docket

    ledger = ledger_of(says(RADIO, 20), says(RADIO, 20, question=HURT))
    ledger.claims(state="unverified")
    derived = []
    original = docket.Docket.__init__

    def counted(self, log, key, *rest):
        derived.append(key)
        original(self, log, key, *rest)

    monkeypatch.setattr(docket.Docket, "__init__", counted)
    ledger.record(says(RFI, 30))
    ledger.claims(state="unverified")
    assert derived == [(ATTACK.id, KILLED.id)]


def test_a_status_moves_when_the_claim_it_rests_on_falls_on_another_question():
    base = says(SECURITY, 77, via=[AFP])
    relay = says(RADIO, 77, "2024-09-18", question=HURT, based_on=[base])
    ledger = ledger_of(base, relay)
    assert ledger.status(relay).countable
    ledger.retract(base, by=AFP, because="a hoax")
    assert state(ledger, relay) == "retracted"


def test_what_is_recorded_later_moves_the_origin_of_what_was_recorded_before():
    outlet = says(RADIO, 77, "2024-09-18", based_on=[AFP])
    ledger = ledger_of(outlet)
    assert not ledger.status(outlet).echo
    assert ledger.statuses.origins.roots(outlet) == {AFP.id}
    ledger.record(says(SECURITY, 77, via=[AFP]))
    assert ledger.status(outlet).echo
    assert ledger.statuses.origins.roots(outlet) == {SECURITY.id}


def test_evidence_that_was_awaited_moves_the_verdict_when_it_comes():
    toll = says(RADIO, 20)
    ledger = ledger_of(toll)
    ledger.receive([ct.Assessment(toll, "confirmed", evidence=[LATE.id], **DECIDED)])
    assert state(ledger, toll) == "confirmed"
    ledger.record(LATE)
    status = ledger.status(toll)
    assert status.state is State.unverified
    assert "cannot precede its evidence" in status.because


def test_a_claim_that_was_awaited_moves_what_rests_on_it_on_another_question():
    base = says(SECURITY, 77, via=[AFP])
    relay = says(RADIO, 77, "2024-09-18", question=HURT, based_on=[base.id])
    ledger = ledger_of()
    ledger.receive([relay, AFP, ct.Retraction(base.id, by=AFP, because="a hoax")])
    assert state(ledger, relay) == "unverified"
    ledger.receive([base])
    assert state(ledger, relay) == "retracted"


def test_many_claims_on_one_question_agree_with_few(monkeypatch):
    from claimtrack.status import docket

    sources = [ct.Source(f"Source {number}") for number in range(20)]
    claims = [says(source, number % 5 + 1) for number, source in enumerate(sources)]
    ledger = ledger_of(*claims)
    many = [ledger.status(claim) for claim in claims]
    monkeypatch.setattr(docket, "_FEW", 100)
    few = Statuses(ledger.log)
    assert many == [few.of(claim) for claim in claims]


def relayed(length: int) -> tuple[ct.Ledger, list[ct.Claim]]:
    """A statement handed on from mouth to mouth, each resting on the one before."""
    event, dead = ct.Event("Attack"), ct.killed()
    chain = [ct.Claim(event, ct.Source("Mayor"), dead, ct.exactly(20))]
    for number in range(length):
        chain.append(ct.Claim(event, ct.Source(f"Site {number}"), dead, ct.exactly(20), based_on=[chain[-1]]))
    ledger = ct.Ledger()
    ledger.record(*chain)
    return ledger, chain


def test_a_long_chain_falls_with_its_first_link():
    ledger, chain = relayed(3000)
    ledger.retract(chain[0], by=chain[0].source, because="wrong")
    assert {ledger.status(claim).lifecycle.value for claim in chain} == {"retracted"}


def test_the_work_of_looking_whether_a_chain_fell_grows_with_its_length(monkeypatch):
    asked = []
    look = Rulings._end
    monkeypatch.setattr(Rulings, "_end", lambda self, claim: asked.append(1) or look(self, claim))

    def work(length: int) -> int:
        ledger, chain = relayed(length)
        asked.clear()
        ledger.status(chain[-1])
        return len(asked)

    assert work(400) <= 2.5 * work(200)


# What takes no part, and what takes no place


def test_an_answer_refused_silences_nobody():
    early, late = says(RADIO, 5), says(ARMY, 77, "2024-09-18", via=[AFP])
    court = says(COURT, ct.at_least(70), "2024-09-18")
    refused = says(ARMY, ct.declined("refused"), "2024-09-18")
    onward = says(RFI, 80, "2024-09-18", based_on=[refused])
    claims = [early, late, court]
    ledger = ledger_of(*claims, refused, onward, independent(COURT, ARMY))
    assert not ledger.status(late).echo
    assert ledger.status(early).overtaken_by is not None
    assert state(ledger, court) != "unverified"
    assert not ledger.status(refused).echo
    alone = ledger_of(*claims, independent(COURT, ARMY))
    both = ledger_of(*claims, refused, independent(COURT, ARMY))
    assert [alone.status(one) for one in claims] == [both.status(one) for one in claims]
    assert not ledger_of(refused, onward).status(onward).echo


def test_an_answer_refused_is_nothing_to_rest_on():
    relay = says(RADIO, 77, "2024-09-18", based_on=[AFP])
    refused = says(ARMY, ct.declined("refused"), "2024-09-18", via=[AFP])
    ledger = ledger_of(relay, refused)
    assert ledger.statuses.origins.roots(relay) == {AFP.id}


def test_status_and_account_agree_on_a_rendering():
    direct, carried = says(MAYOR, 5), says(MAYOR, 50, via=[AFP])
    ledger = ledger_of(direct, carried)
    assert not ledger.status(carried).echo
    assert "hands on" not in ledger.status(carried).because
    assert ledger.status(direct).contested_by == ledger.status(carried).contested_by == ()
    result = ct.reconcile(ledger, direct.question)
    roles = {entry.claim.id: entry.role.value for entry in result.account}
    assert roles[carried.id] != "echo"
    assert (result.low, result.high) == (5, 50)


def test_a_refusal_a_stranger_and_an_earlier_word_revise_nothing():
    toll = says(MAYOR, 20, "2024-09-18")
    for reviser in (
        says(MAYOR, ct.declined("refused"), "2024-09-19", revises=[toll]),
        says(COURT, 30, "2024-09-19", revises=[toll]),
        says(MAYOR, 30, "2024-09-17", revises=[toll]),
    ):
        assert ledger_of(toll, reviser).status(toll).superseded_by is None


def test_one_declared_the_same_and_a_carrier_revise_unless_they_fell():
    carried = says(MAYOR, 20, "2024-09-18", via=[AFP])
    wire = says(AFP, 30, "2024-09-19", revises=[carried])
    assert ledger_of(carried, wire).status(carried).superseded_by == wire
    ledger = ledger_of(carried, wire)
    ledger.retract(wire, by=AFP, because="withdrawn")
    assert ledger.status(carried).superseded_by is None
    office = says(COURT, 30, "2024-09-19", revises=[carried])
    same = ct.Relation(COURT, MAYOR, "same", because="one office")
    assert ledger_of(carried, office, same).status(carried).superseded_by == office


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("verdict", ["refuted", "misreported"])
def test_a_later_word_that_fell_takes_no_place(named, verdict):
    toll = says(MAYOR, 20, "2024-09-18")
    later = says(MAYOR, 30, "2024-09-19", revises=[toll] if named else ())
    ledger = ledger_of(toll, later, VIDEO)
    assert ledger.status(toll).superseded_by == later
    ledger.assess(later, verdict, evidence=[VIDEO], **DECIDED)
    assert ledger.status(toll).superseded_by is None
    assert ledger.status(toll).countable


def test_a_source_that_takes_its_later_word_back_revives_nothing():
    toll, later = says(MAYOR, 20, "2024-09-18"), says(MAYOR, 30, "2024-09-19")
    ledger = ledger_of(toll, later)
    ledger.retract(later, by=MAYOR, because="withdrawn")
    assert ledger.status(toll).superseded_by == later


WORDLESS = [ct.unquantified("heavy losses"), ct.unread("words"), ct.declined("refused")]


@pytest.mark.parametrize("nearer", WORDLESS)
def test_words_without_a_number_hide_no_figure_that_a_carrier_brings(nearer):
    event, dead = ct.Event("Attack"), ct.killed()
    spokesman, agency = ct.Source("Spokesman", "military"), ct.Source("Agency", "agency")
    early = ct.Claim(event, ct.Source("Radio", "media"), dead, ct.exactly(5), stated="2024-09-17")
    carried = ct.Claim(event, spokesman, dead, ct.exactly(77), stated="2024-09-18", via=[agency])
    direct = ct.Claim(event, spokesman, dead, nearer, stated="2024-09-18")
    ledger = ct.Ledger()
    ledger.record(early, carried, direct)
    assert ledger.status(early).lifecycle.value == "overtaken"
    assert ledger.status(carried).state.value == "unverified"


def test_revisions_with_an_undated_one_among_them_do_not_replace_one_another_in_a_circle():
    first = says(RADIO, 10, "2024-09-18")
    undated = says(RADIO, 11, None, revises=[first])
    last = says(RADIO, 12, "2024-09-17", revises=[undated])
    ledger = ledger_of(first, undated, last)
    assert states(ledger) == {"10": "superseded", "11": "superseded", "12": "unverified"}
    (problem,) = [one for one in ledger.problems() if one.code == "revises-a-later-claim"]
    assert problem.records == (last.id, first.id)


def test_a_revision_dated_before_what_it_revises_through_others_is_not_replaced_for_its_date():
    first = says(RADIO, 10, "2024-09-18")
    undated = says(RADIO, 11, None, revises=[first])
    last = says(RADIO, 12, "2024-09-16", revises=[undated])
    other = says(RADIO, 9, "2024-09-17")
    ledger = ledger_of(first, undated, last, other)
    assert state(ledger, last) == "unverified"
    assert state(ledger, other) == "superseded"


def test_a_number_bears_out_that_there_were_losses_and_not_that_they_were_heavy():
    heavy, some = says(ZALLAQA, "heavy human losses"), says(RADIO, ct.at_least(2))
    status = ledger_of(heavy, some).status(heavy)
    assert status.support is Support.consistent
    assert status.because.startswith("that there were any is borne out by at least 2 (Local radio)")

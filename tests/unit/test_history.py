from __future__ import annotations

from datetime import UTC, datetime

import pytest
from small_world import AFP, ARMY, MALI, RADIO, REUTERS, RFI, SECURITY, VIDEO, Clock, ledger_of, says

import claimtrack as ct
from claimtrack.errors import InvalidField, WrongType
from claimtrack.history import ChangeKind, Rank
from claimtrack.ledger import Ledger

JUDGED = {"by": "Ann", "decided": "2024-09-25", "because": "as seen"}


def told(changes):
    return [(change.kind.value, change.before, change.after) for change in changes]


def growing():
    """A floor, a number, a declared independence, and a retraction: a day apart from 21 September on."""
    ledger = Ledger(clock=Clock())
    more, exact = says(RFI, ct.at_least(71), "2024-09-19"), says(REUTERS, 77, "2024-09-19")
    ledger.record(more)
    ledger.record(exact)
    ledger.relate(RFI, REUTERS, "independent", because="different desks")
    ledger.retract(exact, by=REUTERS, stated="2024-09-23", because="a typing error")
    return ledger, more, exact


def test_the_history_of_a_claim_names_every_move_and_its_cause():
    ledger, more, exact = growing()
    history = ledger.history(more)
    assert told(history) == [
        ("recorded", "", "unverified"),
        ("moved", "unverified", "unverified (consistent)"),
        ("moved", "unverified (consistent)", "corroborated"),
        ("moved", "corroborated", "unverified"),
    ]
    assert history[0].causes == (more,)
    assert history[1].causes == (exact,)
    assert [type(change.causes[0]).__name__ for change in history[2:]] == ["Relation", "Retraction"]
    assert history[2].recorded == datetime(2024, 9, 23, 12, tzinfo=UTC)
    assert told(ledger.history(exact))[-1] == ("moved", "unverified", "retracted")


def test_changes_since_a_day_are_new_claims_moves_and_figures():
    ledger, more, exact = growing()
    assert [(change.kind, change.claim, change.after) for change in ledger.changes("2024-09-21")] == [
        (ChangeKind.recorded, exact, "retracted")
    ]  # what came and went in between has moved nothing
    late = ledger.changes("2024-09-22")
    assert ("moved", "unverified", "retracted") in told(late)
    assert ("moved", "unverified (consistent)", "unverified") in told(late)
    assert all(change.causes and change.because for change in late)
    assert more in [change.claim for change in late]


def test_a_changed_figure_names_what_it_was_and_is():
    ledger = Ledger(clock=Clock())
    ledger.record(says(RADIO, 20))
    ledger.record(says(RFI, 30, "2024-09-17"))
    (figure,) = [one for one in ledger.changes("2024-09-21") if one.kind is ChangeKind.figure]
    assert figure.before.startswith("20")
    assert "20–30" in figure.after
    assert figure.claim is None
    assert says(RFI, 30, "2024-09-17") in figure.causes


def test_nothing_changed_since_the_last_entry():
    ledger, *_ = growing()
    assert ledger.changes("2024-12-31") == ()


def test_a_verdict_far_away_is_a_change_where_claims_rest_on_it():
    base, relay = says(SECURITY, 77, via=[AFP]), says(RADIO, 77, question=ct.killed(), based_on=[])
    onward = says(RADIO, 77, "2024-09-18", question=ct.killed(), based_on=[base])
    ledger = Ledger(clock=Clock())
    ledger.record(base, relay, onward)
    ledger.retract(base, by=AFP, because="a hoax")
    moved = {change.claim for change in ledger.changes("2024-09-21") if change.kind is ChangeKind.moved}
    assert moved == {base, onward}


def test_the_ledger_as_it_stood_by_what_had_been_stated():
    early, late, undated = says(RADIO, 2), says(RFI, 30, "2024-09-19"), says(AFP, 25, None)
    month = says(REUTERS, 28, "2024-09")
    ledger = ledger_of(early, late, undated, month)
    assert ledger.status(early).state.value == "overtaken"
    then = ledger.as_of(stated="2024-09-18")
    assert set(then.claims()) == {early, undated}
    assert set(ledger.as_of(stated="2024-09-30").claims()) == {early, late, undated, month}
    assert set(ledger.as_of(stated="2024-09").claims()) == {early, late, undated, month}
    assert then.status(early).state.value == "contested"


def test_the_ledger_as_it_stood_by_what_had_been_recorded():
    ledger, more, exact = growing()
    assert ledger.as_of(recorded="2024-09-21").claims() == (more,)
    noon = datetime(2024, 9, 23, 12, tzinfo=UTC)
    assert ledger.as_of(recorded=noon).status(more).state.value == "corroborated"
    assert ledger.as_of(recorded="2024-09-20").claims() == ()
    assert ledger.as_of(stated="2024-09-19", recorded="2024-09-22").claims() == (more, exact)


def test_a_revised_description_is_the_old_one_in_the_past():
    ledger = Ledger(clock=Clock())
    claim = ledger.record(says(RADIO, 2))[0]
    ledger.revise(ct.Source("Local radio", "media", reliability="E"))
    assert ledger.log.source(claim.source).reliability.value == "E"
    assert ledger.as_of(recorded="2024-09-21").log.source(claim.source).reliability is None


@pytest.mark.parametrize("moment", [datetime(2024, 9, 23, 12), "2024-09-23T12:00", None, 20240923])
def test_a_moment_of_recording_has_its_time_zone(moment):
    with pytest.raises((WrongType, InvalidField)):
        ledger_of().changes(moment)


# The work list


def test_what_is_left_to_find_out_most_urgent_first():
    a, b = says(RADIO, 20), says(RFI, 30)
    lone = says(ARMY, 5, question=ct.wounded())
    floor = says(REUTERS, ct.at_least(3), question=ct.wounded())
    silent = says(AFP, ct.declined("refused"), question=ct.wounded())
    ledger = ledger_of(a, b, lone, floor, silent)
    found = ledger.open_questions()
    assert [one.rank for one in found] == [
        Rank.contested, Rank.bound, Rank.bound, Rank.silent
    ]  # fmt: skip
    assert set(found[0].claims) == {a, b}
    assert "decides between 20 and 30" in found[0].missing
    assert {claim for one in found[1:3] for claim in one.claims} == {lone, floor}


def test_a_verdict_closes_a_question():
    claim = says(RADIO, 20)
    ledger = ledger_of(claim)
    assert len(ledger.open_questions()) == 1
    ledger.assess(claim, "confirmed", evidence=[VIDEO], **JUDGED)
    assert ledger.open_questions() == ()


def test_renderings_that_do_not_fit_are_an_open_question():
    ledger = ledger_of(says(ARMY, 20, via=[RFI]), says(ARMY, 30, via=[AFP]))
    (conflict,) = [one for one in ledger.open_questions() if one.rank is Rank.conflict]
    assert conflict.missing == "the original statement"


def test_a_figure_that_changed_through_its_parts_is_told_with_its_cause():
    wounded, hurt = ct.wounded(of=MALI), ct.casualties(of=MALI)
    ledger = ledger_of(says(RADIO, "several", question=hurt), says(RADIO, ct.at_least(5)))
    known = ledger.log.last_recorded
    (more,) = ledger.record(says(RFI, ct.at_least(40), question=wounded))
    (change,) = [one for one in ledger.changes(known) if one.kind.value == "figure"]
    assert (change.question, change.before, change.after) == (
        hurt, "at least 5 (computed)", "at least 45 (computed)"
    )  # fmt: skip
    assert change.causes == (more,)


def test_declared_parts_that_change_a_figure_are_told():
    cadets = ct.killed(of=MALI, among="cadets")
    ledger = ledger_of(says(RADIO, ct.at_least(5)), says(RFI, ct.exactly(50), question=cadets))
    known = ledger.log.last_recorded
    (declared,) = ledger.record(ct.parts_of(None, ["cadets"]))
    (change,) = ledger.changes(known)
    assert (change.before, change.after) == ("at least 5", "at least 50 (computed)")
    assert change.causes == (declared,)
    assert change.because == "parts of a whole were declared"

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime

import pytest
from small_world import (
    AFP,
    ARMY,
    ATTACK,
    HURT,
    KILLED,
    MALI,
    RADIO,
    RFI,
    VIDEO,
    Clock,
    ledger_of,
    says,
)

import claimtrack as ct
from claimtrack.claims import checked_row, claims_from_checked_rows
from claimtrack.errors import (
    ConflictingRecord,
    ImpossibleMove,
    InvalidField,
    UnknownRecord,
    WordingError,
    WrongType,
)
from claimtrack.ledger import Ledger
from claimtrack.log import Log

JUDGED = {"by": "Ann", "decided": "2024-09-25", "because": "as seen"}
STRANGER = says(RFI, 99)


def entries(ledger):
    return [(entry.number, entry.record.id, entry.revision) for entry in ledger.entries()]


# Bad input

BAD = {
    "a number for an answer": (lambda _: says(RADIO, 77.9), WrongType, "Claim.answer"),
    "a yes for a count": (lambda _: ct.exactly(True), WrongType, "whole number"),
    "a part of a person": (lambda _: ct.exactly(77.9), WrongType, "never floats"),
    "a negative count": (lambda _: ct.exactly(-1), InvalidField, "from 0"),
    "an impossible date": (lambda _: says(RADIO, 7, "2024-13-45"), InvalidField, "Claim.stated"),
    "a date without a year": (lambda _: says(RADIO, 7, "17 September"), InvalidField, "with its year"),
    "an empty name": (lambda _: ct.Source("  "), InvalidField, "Source.name"),
    "an unknown kind": (lambda _: ct.Source("X", "millitary"), InvalidField, "did you mean 'military'"),
    "unreadable words": (lambda _: says(RADIO, "some villages"), WordingError, "some villages"),
    "a stance on a count": (lambda _: says(RADIO, ct.affirms()), WrongType, "Claim.answer"),
    "a text for a source": (
        lambda _: ct.Claim(ATTACK, "AFP", KILLED, ct.exactly(1)), WrongType, "Claim.source"
    ),
    "a retraction of a claim not held": (
        lambda ledger: ledger.retract(STRANGER, by=RFI, because="an error"), UnknownRecord, "no claim"
    ),
    "an assessment of a claim not held": (
        lambda ledger: ledger.assess(STRANGER, "unverifiable", **JUDGED), UnknownRecord, "no claim"
    ),
    "a retraction by a stranger": (
        lambda ledger: ledger.retract(says(RADIO, 20), by=AFP, because="they say"),
        ImpossibleMove, "carriers",
    ),
    "an unknown verdict": (
        lambda ledger: ledger.assess(says(RADIO, 20), "verified", **JUDGED),
        InvalidField, "Assessment.verdict",
    ),
    "an unknown grade": (
        lambda ledger: ledger.assess(says(RADIO, 20), credibility=7, **JUDGED), InvalidField, "credibility"
    ),
    "a second record under one id": (
        lambda ledger: ledger.record(ct.Source("Local radio", "agency")), ConflictingRecord, "ledger.revise"
    ),
    "a claim with another note": (
        lambda ledger: ledger.record(says(RADIO, 20, note="other")), ConflictingRecord, "note"
    ),
    "a reference to what is not held": (
        lambda ledger: ledger.record(says(RFI, 7, based_on=[STRANGER])), UnknownRecord, "record it first"
    ),
    "half a batch": (
        lambda ledger: ledger.record(says(RFI, 7), ct.Source("Local radio", "agency")),
        ConflictingRecord, "kind",
    ),
    "a batch with an impossible verdict": (
        lambda ledger: ledger.record(STRANGER, ct.Assessment(STRANGER, "confirmed", **JUDGED)),
        ImpossibleMove, "only by evidence",
    ),
    "what is no record": (lambda ledger: ledger.record("a claim"), WrongType, "Ledger.record"),
    "a relation with itself": (
        lambda ledger: ledger.relate(RADIO, RADIO, "independent", because="so"), InvalidField, "itself"
    ),
    "a relation of unlike things": (
        lambda ledger: ledger.relate(RADIO, MALI, "allied", because="so"), InvalidField, "Relation.b"
    ),
    "a revision of a claim": (lambda ledger: ledger.revise(says(RADIO, 20)), WrongType, "revises="),
    "a revision of what is not held": (
        lambda ledger: ledger.revise(ct.Source("Nobody")), UnknownRecord, "Record it first"
    ),
    "an unknown state": (lambda ledger: ledger.claims(state="verified"), InvalidField, "Ledger.state"),
    "a number for an event": (lambda ledger: ledger.claims(event=3), WrongType, "Ledger.claims"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_refused_and_leaves_the_ledger_as_it_was(case):
    act, error, words = BAD[case]
    ledger = ledger_of(says(RADIO, 20))
    before = entries(ledger)
    with pytest.raises(error, match=words):
        act(ledger)
    assert entries(ledger) == before
    assert STRANGER not in ledger


# Recording and looking up


def test_a_batch_is_resolved_as_a_whole():
    base, relay = says(RADIO, 20), says(RFI, 20, based_on=[says(RADIO, 20)])
    ledger = Ledger()
    assert ledger.record(relay, base) == (relay, base)
    assert ledger.problems() == ()


def test_what_a_claim_mentions_is_recorded_with_it():
    ledger = ledger_of(says(ARMY, ct.affirms(), question=ct.Proposition("It rained", serves=MALI), via=[AFP]))
    assert {record.name for record in ledger.sources} == {"General staff", "AFP"}
    assert ledger.parties == (MALI,) or MALI in ledger.parties
    assert ledger.events == (ATTACK,)


def test_recording_twice_gives_the_one_that_is_held():
    first, second = says(RADIO, 20), says(RADIO, 20)
    ledger = Ledger()
    held = ledger.record(first)[0]
    assert ledger.record(second)[0] is held
    assert len(ledger.claims()) == 1


def test_claims_are_found_by_event_question_source_and_state():
    a, b, c = says(RADIO, 20), says(RFI, 30), says(RADIO, 20, question=HURT)
    other = ct.Claim(ct.Event("Elsewhere"), RADIO, KILLED, ct.exactly(3))
    ledger = ledger_of(a, b, c, other)
    assert ledger.claims() == (a, b, c, other)
    assert ledger.claims(event=ATTACK) == (a, b, c)
    assert ledger.claims(question=KILLED) == (a, b, other)
    assert ledger.claims(event=ATTACK, question=KILLED) == (a, b)
    assert ledger.claims(source=RADIO) == (a, c, other)
    assert ledger.claims(source=RADIO, event=ATTACK.id) == (a, c)
    assert ledger.claims(state="contested") == (a, b)
    assert ledger.questions(event=ATTACK) == (KILLED, HURT)
    assert ledger.get(a.id) is a
    assert a in ledger
    assert a.id in ledger
    with pytest.raises(UnknownRecord):
        ledger.get(STRANGER.id)


def test_indexes_keep_up_with_what_is_recorded():
    ledger = ledger_of(says(RADIO, 20))
    for number in range(5):
        source = ct.Source(f"Source {number}")
        ledger.record(says(source, number))
        assert len(ledger.claims(question=KILLED)) == number + 2
        assert len(ledger.claims(source=source)) == 1


def test_a_regraded_source_keeps_its_claims_and_its_old_description():
    ledger = ledger_of(claim := says(RADIO, 20))
    graded = ct.Source("Local radio", "media", reliability="B")
    assert ledger.revise(graded) is graded
    assert ledger.claims(source=graded) == (claim,)
    assert [one.reliability for one in ledger.log.versions(RADIO.id)] == [None, ct.Reliability.B]
    assert [entry.revision for entry in ledger.entries()][-1]
    ledger.record(says(RADIO, 30, "2024-09-18"))  # made with the old description: no conflict


def test_the_log_has_both_clocks_and_never_runs_backwards():
    moments = iter(datetime(2024, 9, day, tzinfo=UTC) for day in (20, 22, 21, 23))
    ledger = Ledger(clock=lambda: next(moments))
    for number in range(4):
        ledger.record(says(ct.Source(f"Source {number}"), 20))
    recorded = [entry.recorded.day for entry in ledger.entries() if isinstance(entry.record, ct.Claim)]
    assert recorded == [20, 22, 22, 23]
    with pytest.raises(WrongType, match="time zone"):
        Ledger(clock=lambda: datetime(2024, 9, 1)).record(RADIO)


def test_a_ledger_survives_pickling_and_copying():
    ledger = ledger_of(says(RADIO, 20), says(RFI, 30))
    ledger.assess(says(RADIO, 20), "confirmed", evidence=[VIDEO], **JUDGED)
    for other in (pickle.loads(pickle.dumps(ledger)), copy.deepcopy(ledger)):  # noqa: S301  # our own
        assert entries(other) == entries(ledger)
        assert [other.status(claim) for claim in other.claims()] == [
            ledger.status(claim) for claim in ledger.claims()
        ]
        other.record(STRANGER)
        assert STRANGER not in ledger


def test_receiving_keeps_what_recording_would_refuse():
    ledger = Ledger()
    relay = says(RFI, 20, based_on=[says(RADIO, 20)])
    assert ledger.receive([relay]) == ()
    assert [problem.code for problem in ledger.problems()] == ["dangling-reference"]
    assert not ledger.status(relay).echo
    ledger.record(says(RADIO, 20))
    assert ledger.problems() == ()
    assert ledger.status(relay).echo  # what was awaited moves what was recorded before it


# Rows that were checked before


def test_claims_from_checked_rows_are_the_claims():
    claims = [
        says(RADIO, 20, via=[AFP], published=["2024-09-18"]), says(ARMY, "more than 70"),
        says(ARMY, ct.denies(), question=ct.Proposition("It rained"), words="no", hedged=True, note="n"),
    ]  # fmt: skip
    made = claims_from_checked_rows(map(checked_row, claims))
    assert made == claims
    assert [claim.id for claim in made] == [claim.id for claim in claims]
    assert [type(claim) for claim in made] == [ct.Claim] * 3
    with pytest.raises(AttributeError):
        made[0].note = "changed"
    assert pickle.loads(pickle.dumps(made)) == claims  # noqa: S301  # our own


def test_checked_claims_are_appended_without_being_checked_again():
    first = says(RADIO, 20)
    whole = ledger_of(first, says(RFI, 30), says(RADIO, 25, "2024-09-18", revises=[first]))
    log = Log(Clock())
    log.append([record.record for record in whole.entries() if not isinstance(record.record, ct.Claim)])
    log.append_checked(claims_from_checked_rows(map(checked_row, whole.log.claims)))
    assert [claim.id for claim in log.group(ATTACK.id, KILLED.id)] == [claim.id for claim in whole.claims()]
    assert log.revisions(first)[0].answer.point == 25
    assert len(log) == len(whole)


def test_nothing_is_taken_back_before_it_was_said():
    toll = ct.Claim(ct.Event("Raid"), ct.Source("Mayor"), ct.killed(), ct.exactly(5), stated="2024-09-18")
    ledger = ct.Ledger()
    ledger.record(toll)
    held = len(ledger)
    with pytest.raises(ct.ImpossibleMove, match="before it was stated"):
        ledger.retract(toll, by=toll.source, stated="2024-09-17", because="withdrawn")
    assert len(ledger) == held
    assert ledger.retract(toll, by=toll.source, stated="2024-09-18", because="withdrawn")


@pytest.mark.parametrize("field", ["event", "question", "source"])
def test_claims_on_what_is_not_held_are_no_empty_answer(field):
    with pytest.raises(ct.UnknownRecord, match=r"Pass the record itself, or its \.id"):
        ct.Ledger().claims(**{field: "nope"})


@pytest.mark.parametrize("how", ["same", "independent", "depends"])
def test_nothing_is_declared_of_a_source_and_itself(how):
    afp = ct.Source("AFP")
    with pytest.raises(ct.InvalidField, match="cannot be said of one and itself"):
        ct.Ledger().relate(afp, afp, how, because="x")


def test_messages_use_the_right_article_and_plain_values():
    with pytest.raises(ct.WrongType, match="expected an Event"):
        ct.Claim("Raid", ct.Source("AFP"), ct.killed(), ct.exactly(5))
    ledger = ct.Ledger()
    ledger.record(ct.Source("AFP", "agency"))
    with pytest.raises(ct.ConflictingRecord, match=r"kind='media' \(held: 'agency'\)"):
        ledger.record(ct.Source("AFP", "media"))


def test_a_moment_of_recording_that_cannot_be_read_is_asked_for_plainly():
    with pytest.raises(ct.InvalidField) as caught:
        ct.Ledger().as_of(recorded="yesterday")
    assert "week" not in str(caught.value)
    assert "write it as 2024-09-18" in str(caught.value)


@pytest.mark.parametrize("field", ["event", "question", "source"])
def test_an_id_of_another_kind_is_no_empty_answer(field):
    ledger = Ledger()
    (claim,) = ledger.record(ct.Claim(ct.Event("Attack"), ct.Source("AFP"), ct.killed(), ct.exactly(3)))
    kinds = {"event": claim.event, "question": claim.question, "source": claim.source}
    for kind, record in kinds.items():
        for given in (record, record.id):
            if kind == field:
                assert ledger.claims(**{field: given}) == (claim,)
                continue
            with pytest.raises(ct.UnknownRecord) as raised:
                ledger.claims(**{field: given})
            assert str(record) in str(raised.value)
            assert field in str(raised.value)
    with pytest.raises(ct.UnknownRecord):
        ledger.questions(event=claim.source.id)

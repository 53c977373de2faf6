from __future__ import annotations

import pytest
from small_world import (
    AFP,
    ARMY,
    ATTACK,
    JNIM,
    KILLED,
    MALI,
    MAYOR,
    RADIO,
    REUTERS,
    RFI,
    VIDEO,
    ZALLAQA,
    independent,
    ledger_of,
    says,
)

import claimtrack as ct
from claimtrack.errors import InvalidField, UnknownRecord
from claimtrack.schemes import DEFAULT_SCHEME, EVERY_CASUALTY, Grade, Scheme, admiralty, airwars, scheme_named
from claimtrack.status import State

BLAME = ct.Attribution("The strike", regard="blame")
ALL = [state.value for state in State]


def test_the_default_scheme_is_the_states():
    assert [grade.name for grade in DEFAULT_SCHEME.grades] == ALL


def test_a_scheme_gives_the_first_grade_that_fits():
    desk = Scheme(
        "Desk", [Grade("owned up", "admitted"), Grade("two sources", "consistent"), Grade("rest", ALL)]
    )
    admission = says(ARMY, 20)
    floor, number = says(RFI, ct.at_least(10)), says(REUTERS, 20)
    ledger = ledger_of(admission, floor, number)
    assert desk.grade(ledger.status(admission)).name == "owned up"
    assert desk.grade(ledger.status(floor)).name == "two sources"


def test_the_ends_of_corroboration():
    claim = says(RADIO, 20)
    ledger = ledger_of(claim)
    assert EVERY_CASUALTY.grade(ledger.status(claim)).name == "no definitive conclusion"
    ledger.assess(claim, "refuted", by="Ann", decided="2024-09-20", because="seen", evidence=[VIDEO])
    assert scheme_named("every_casualty").grade(ledger.status(claim)).name == "rejected"


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda: Scheme("Desk", [Grade("solid", "confirmed")]), "none for contested, corroborated"),
        (lambda: Scheme("Desk", [Grade("a", ALL), Grade("a", ALL)]), "a name of their own"),
        (lambda: Grade("solid", "verified"), "one of retracted"),
        (lambda: Grade(" ", "confirmed"), "Grade.name"),
        (lambda: Scheme("", [Grade("a", ALL)]), "Scheme.name"),
        (lambda: scheme_named("bellingcat"), "one of default, every_casualty"),
    ],
)
def test_schemes_are_checked_when_they_are_built(build, words):
    with pytest.raises(InvalidField, match=words):
        build()


def test_an_unknown_grade_names_the_known_ones():
    with pytest.raises(InvalidField, match="rejected, confirmed, no definitive conclusion"):
        EVERY_CASUALTY.grade_named("true")


def test_admiralty_keeps_its_two_axes_apart():
    graded = ct.Source("Radio Mali", "media", reliability="B")
    claim, other = says(graded, ct.at_least(10)), says(RFI, 20)
    ledger = ledger_of(claim, other)
    grade = admiralty(ledger.log, ledger.status(claim))
    assert (grade.code, grade.words) == ("B–", "usually reliable; information not graded")
    assert (grade.most, grade.because[:14]) == (2, "1 needs a sour")
    ledger.assess(claim, credibility=2, by="Ann", decided="2024-09-20", because="fits")
    ledger.record(independent(graded, RFI))
    grade = admiralty(ledger.log, ledger.status(claim))
    assert (grade.code, grade.words) == ("B2", "usually reliable; probably true")
    assert grade.most == 1


def grade_of(*records, **more):
    found = airwars(ledger_of(*records), ATTACK, **more)
    return (found.grade and found.grade.value), found.because


HARM, MORE = says(RADIO, 20), says(MAYOR, 25)
BLAMES = says(RFI, ct.affirms(MALI), question=BLAME)


@pytest.mark.parametrize(
    ("records", "grade"),
    [
        ([says(ARMY, ct.denies(), question=ct.Proposition("It happened"))], None),
        ([HARM], "weak"),
        ([HARM, says(AFP, 20, based_on=[HARM])], "weak"),
        ([HARM, MORE], "weak"),
        ([HARM, MORE, BLAMES], "fair"),
        ([HARM, says(ct.Source("Rumours", "media", reliability="E"), 40), BLAMES], "weak"),
        ([HARM, MORE, BLAMES, says(ARMY, ct.affirms(JNIM), question=BLAME)], "contested"),
        ([HARM, says(ARMY, ct.affirms(MALI), question=BLAME)], "confirmed"),
        ([HARM, says(ZALLAQA, ct.affirms(MALI), question=BLAME)], "weak"),
    ],
    ids=[
        "no harm", "one", "one and its echo", "two, nobody named", "two", "not credible", "competing",
        "accepted", "accused",
    ],
)  # fmt: skip
def test_airwars_grades_an_event(records, grade):
    assert grade_of(*records)[0] == grade


def test_an_analyst_discounts_with_a_reason():
    assert grade_of(HARM, discounted="those killed were combatants") == (
        "discounted", "those killed were combatants"
    )  # fmt: skip
    with pytest.raises(UnknownRecord):
        airwars(ledger_of(HARM), ct.Event("Elsewhere"))
    assert HARM.question == KILLED

"""Numbers that stand beside people and count none of them, or others than those who came to harm."""

from __future__ import annotations

import pytest

from claimtrack.errors import WordingError, WordingReason
from claimtrack.wording import figure, find_figures

NO_COUNTS = """
Arafat dead at 75
opened fire on Friday, killing Benjamin Banky, 40.
John Jenkin, 23 and from Cumbria, has been charged with murder
Tom Tennant and William Hakim, both 51, died at the scene
the women killed, who were 61 and 48 years old
injury to accused no: 37 in the case
the number 2 man at the FBI died yesterday
the day before his June 24, 2005 murder
Ken Caminiti, the 1996 National League MVP who used steroids, died Sunday
1979: The Soviet Union sends troops into Afghanistan
avant d'être tuée en 375 par son propre père
Bilan 2019 : l'assurance-vie
Serres Sainte-Marie (64) : des sinistrés de la tornade à nouveau victimes du vent
killed in the village at about 8
the killing of 21 - year-old Burhan Wani
the group split themselves in two to execute the attack
compensation of Rs.1 million to the family of the deceased
roughly 30, 000 people
292 tortues retrouvées mortes
a refugee camp was hit
a big loss to the state's history
Seven bullets hit Mr. Gray, including three that entered his body from the rear
several splashy musicals later, the actress has died
""".strip().splitlines()

OTHERS = """
Taliban suicide bomber kills girl, wounds 6 others
a train carrying more than 160 people jumped the rails, injuring most of those on board
two French reporters were held hostage with their Syrian driver
a driver killed in a truck crash leaves wife, two small children
Chale was chased by a group of about 30 people and was hacked to death
Mr Korkoneas killed Grigoropoulos on Sunday during a clash with around 30 youths
of the five occupants, two brothers were killed during the encounter
the newlywed and father to two boys died almost immediately
the death of her granddaughter, who had four children
après la mort d'un 15e gendarme blessé
police search for a Swedish boy feared kidnapped by traffickers
no deaths were denied
with the exception of two soldiers, all were killed
con la excepción de dos soldados murieron todos
12 soldiers were spared death
en plus de 12 soldats
all the passengers but three were killed
half of the camp's 3,000 residents were killed or fled
six in ten residents have been displaced
the army denied that there were no deaths
""".strip().splitlines()

READ = [
    ("around two lakh people were displaced", (120_000, 280_000)),
    ("12 survived", (12, 12)),
    ("600K displaced", (600_000, 600_000)),
    ("The death toll in 2015 was 20.", (20, 20)),
    ("said earlier that 12 people were killed", (12, 12)),
    ("two villagers told AP that the death toll had risen to 37", (37, 37)),
    ("fighters kidnapped 276 schoolgirls in April and fled with them into the bush", (276, 276)),
    ("23 soldats sont portés disparus après être tombés dans une embuscade", (23, 23)),
    ("about 20,000 internally displaced persons", (12_000, 28_000)),
    ("80 personnes – 65 civils et 15 gendarmes – ont été tuées", (80, 80)),
    ("onze enfants ont été tuées dans la nuit du (mardi) 17 au (mercredi) 18 septembre", (11, 11)),
    ("une dizaine de civils ont été tués lors de deux épisodes de violences", (2, 18)),
    ("au moins 30 morts dans un nouveau massacre", (30, None)),
    ("le nombre de militaires tombés est présentement de 38", (38, 38)),
    ("the number of displaced Sudanese reached 4.3 million", (4_300_000, 4_300_000)),
    ("in Gaza, 23 were killed", (23, 23)),
    ("the strike left two children dead", (2, 2)),
    ("a family of four was killed", (4, 4)),
    ("the rebels handed over 5 hostages", (5, 5)),
    ("the rocket exploded without causing any deaths or injuries", (0, 0)),
    ("in Camp 7 and 8, 12 were killed", (12, 12)),
    ("at Base 101 and 8 soldiers were killed", (8, 8)),
    ("the toll stands at about 8", (4, 12)),
]


@pytest.mark.parametrize("words", NO_COUNTS)
def test_ages_years_labels_and_things_are_no_counts(words):
    with pytest.raises(WordingError):
        figure(words)


@pytest.mark.parametrize("words", OTHERS)
def test_a_number_of_others_than_those_harmed_is_refused(words):
    with pytest.raises(WordingError):
        figure(words)


@pytest.mark.parametrize(("words", "bounds"), READ, ids=[row[0] for row in READ])
def test_what_stands_beside_a_count_leaves_it_as_it_is(words, bounds):
    assert figure(words).bounds == bounds


@pytest.mark.parametrize(
    "words", ["12 morts et des blessés", "12 killed and others wounded", "12 dead and some wounded"]
)
def test_others_without_a_number_beside_the_counted_refuse_the_wording(words):
    with pytest.raises(WordingError) as caught:
        figure(words)
    assert caught.value.reason is WordingReason.several_figures


def test_a_part_beside_no_whole_is_a_count_of_its_own():
    assert figure("the dead include 11 children").bounds == (11, 11)


def test_a_reason_that_spoils_the_whole_is_kept_beside_one_that_does_not():
    with pytest.raises(WordingError) as caught:
        figure("police put the march, to mark a 24-hour strike, at roughly 30, 000 people")
    assert caught.value.reason is WordingReason.alternatives


def test_what_the_text_denies_is_no_mention():
    assert find_figures("The army denied that there were no deaths.") == ()
    assert find_figures("No deaths were denied.") == ()


def test_a_footnote_is_no_digit():
    assert find_figures("0¹") == ()
    with pytest.raises(WordingError):
        figure("12¹")


@pytest.mark.parametrize("digit", ["7", "0"])
def test_a_number_of_very_many_digits_is_refused(digit):
    with pytest.raises(WordingError):
        figure(f"{digit * 10_000} dead")

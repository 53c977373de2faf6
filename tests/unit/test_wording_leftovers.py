"""What is left over of a wording must be harmless, or the wording is refused."""

from __future__ import annotations

import pytest

from claimtrack.errors import WordingError, WordingReason
from claimtrack.wording import figure

REFUSED = """
besides the 12 dead
one in 12 soldiers killed
one of the 12 soldiers died
12 of whom were killed
it is untrue that 12 soldiers died
the toll rose by 12
just shy of 40 dead
12 dead too many
12 a day killed
12 dead on average
12 dead excluding attackers
12 new deaths
a fourth body was found
the families of 12 soldiers
tried to kill 12 soldiers
almost killed 12 soldiers
12 soldiers were not killed
12 soldiers, officials say, were not killed
12 soldats, selon l'armée, n'ont pas été tués
12 dead?
virtually no casualties
no further casualties
fake 12 dead
outre les 12 morts
s'il y avait 12 morts
le bilan s'est alourdi de 12 morts
12 morts sans compter les assaillants
un deuxième soldat tué
l'un des 12 otages
aucun autre mort
12 soldats n'ont pas été tués
además de los 12 muertos
12 muertos más que ayer
uno de los 12 rehenes
es falso que murieran 12 soldados
""".strip().splitlines()

READ = [
    ("A suicide bomber killed at least 30 people in Maiduguri", (30, None)),
    ("12 killed as fighting spread to Kidal", (12, 12)),
    ("MSF teams treated 64 wounded", (64, 64)),
    ("Seven peacekeepers killed (per the UN mission)", (7, 7)),
    ("12 dead and climbing", (12, None)),
    ("the death toll has risen to 63", (63, 63)),
    ("les assaillants ont perdu une quarantaine d'hommes", (24, 56)),
    ("23 soldats tués (provisional)", (23, None)),
    ("23 soldats tués (provisoire)", (23, None)),
    ("bilan provisoire : 23", (23, None)),
    ("39 à 42", (39, 42)),
    ("entre 28 y 36", (28, 36)),
    ("un double attentat a fait 20 morts", (20, 20)),
    ("12 killed in the initial clash", (12, 12)),
    ("la semaine dernière, 12 morts", (12, 12)),
    ("26 killed in a 2018 massacre", (26, 26)),
    ("bringing the total since 2022 to 17 dead", (17, 17)),
    ("Hundreds killed in no-fire zone", (101, None)),
    ("8,700 soldiers, policemen and civilians", (8700, 8700)),
]

TOTALS = [
    ("12 dead, including 3 children", (12, 12)),
    ("at least 12 dead, including several children", (12, None)),
    ("12 personnes, dont le maire, ont été tuées", (12, 12)),
    ("vingt morts, dont seize hommes et quatre femmes", (20, 20)),
    ("17 injured (ten civilians, seven police officers)", (17, 17)),
    ("16 civils dont un enfant tués", (16, 16)),
]

NO_TOTALS = {
    "12 dead, including 20 children": WordingReason.disagreement,
    "17 injured (ten civilians, five police officers)": WordingReason.several_figures,
    "12 soldiers, including 3 officers, and 5 civilians were killed": WordingReason.several_figures,
    "these casualties include seven officers": WordingReason.several_figures,
    "five people were working there; one of them was injured": WordingReason.several_figures,
    "12 dead and 30 wounded, including 5 children": WordingReason.several_figures,
}

COMPANY = """
The mayor and two bodyguards were killed
Colonel Diallo and 12 soldiers were killed
12 soldiers and their commander were killed
The mayor was killed along with 12 guards
The commander was killed with 12 of his men
12 civilians were killed as well as the mayor
12 soldats ont été tués ainsi que leur chef
El alcalde murió junto con 12 guardias
killing the village head and 17 other victims
killed 12 and wounded others
A worker was killed. His mother was also killed
40 attackers killed villagers
villagers killed by 40 attackers
the sixth fatality was a soldier
un soldat sur deux tué
one soldier in five was killed
number 12 killed
200 displaced families
environ 6000 ménages déplacés
fourty-two dead
12 dead, 11M displaced
le nombre d'attaques est passé à neuf
le nombre de personnes tuées
relief for the families of the victims
12-
""".strip().splitlines()
"""The number is not of those whom the words say came to harm, or leaves some of them out."""


@pytest.mark.parametrize("words", REFUSED)
def test_a_left_over_word_that_could_change_the_count_refuses_the_wording(words):
    with pytest.raises(WordingError):
        figure(words)


@pytest.mark.parametrize(("words", "bounds"), READ)
def test_names_places_and_agents_about_a_count_do_no_harm(words, bounds):
    assert figure(words).bounds == bounds


@pytest.mark.parametrize(("words", "bounds"), TOTALS)
def test_a_total_and_its_parts_are_read_as_the_total(words, bounds):
    assert figure(words).bounds == bounds


@pytest.mark.parametrize(("words", "reason"), NO_TOTALS.items())
def test_parts_that_do_not_fit_their_total_refuse_the_wording(words, reason):
    with pytest.raises(WordingError) as caught:
        figure(words)
    assert caught.value.reason is reason


@pytest.mark.parametrize("words", COMPANY)
def test_a_number_that_leaves_somebody_out_or_counts_others_is_refused(words):
    with pytest.raises(WordingError) as caught:
        figure(words)
    low, high = caught.value.span
    assert 0 <= low <= high <= len(words)


def test_people_without_a_number_are_read_only_where_the_outcome_is_theirs():
    assert figure("soldiers were killed").bounds == (2, None)
    assert figure("civilians were among the dead").bounds == (2, None)
    with pytest.raises(WordingError):
        figure("the army routed the gunmen, killing their leader")

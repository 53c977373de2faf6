"""Reports of epidemics, disasters, trials and rescues: what counts people in them, and what does not."""

from __future__ import annotations

import pytest

from claimtrack.errors import WordingError
from claimtrack.wording import figure, find_figures

READ = [
    ("318 new cholera cases were reported from 18 districts", (318, 318)),
    ("seven other suspected cases are being investigated", (7, 7)),
    ("228 (72%) severe cases", (228, 228)),
    ("506 recorded cases of dengue fever (including 295 confirmed)", (506, 506)),
    ("treize cas confirmés, dont quatre décès", (13, 13)),
    ("le cumul des cas est de 500, dont 452 confirmés et 48 probables", (500, 500)),
    ("6.8 million people (25% of the population) face hunger", (6_800_000, 6_800_000)),
    ("12 deaths with a case fatality rate of 1.47 %", (12, 12)),
    ("40 pour cent de la population, soit 7,6 millions de personnes", (7_600_000, 7_600_000)),
    ("trying to find 19 missing miners", (19, 19)),
    ("attempts to reach six men trapped in a mine", (6, 6)),
    ("several tried to return", (2, None)),
    ("the three challenged the outcome of their trial", (3, 3)),
    ("les cinq prévenus ont nié", (5, 5)),
    ("les cinq autres ont pris place dans le box", (5, 5)),
    ("along with nine other conspirators", (9, 9)),
    ("as well as 60 aid workers", (60, 60)),
    ("à l'exception de deux pompiers", (2, 2)),
    ("two of them, unfortunately, died", (2, 2)),
    ("advised of one resident who was trapped", (1, 1)),
    ("with one death being recorded", (1, 1)),
    ("fait état d'un militaire blessé", (1, 1)),
    ("21 blessés, parmi lesquels figurent 18 enfants", (21, 21)),
    ("62 policiers blessés, dont 23 à Paris, et 39 en province", (62, 62)),
    ("une soixantaine de policiers blessés (39 en province et 23 à Paris)", (36, 84)),
    ("35 dead, with many burned alive", (35, 35)),
    ("deux puissants tremblements de terre, faisant 45 morts", (45, 45)),
    ("revu à la hausse avec cinq morts", (5, 5)),
    ("entraînant la perte d'au moins 20 vies humaines", (20, None)),
    ("le déplacement de milliers de civils hors de la région", (1001, None)),
    ("a protest rally of thousands", (1001, None)),
    ("12 soldiers were killed, and damage was put at $4 million", (12, 12)),
    ("8 000 ont fui et se sont réfugiés chez des proches", (8000, 8000)),
    ("franchi la barre des 500 morts", (501, None)),
    ("the confirmed killing of 14 security forces", (14, 14)),
    ("124 interpellations ont eu lieu", (124, 124)),
    ("la nuit du lundi 24 au mardi 25, 14 blessés", (14, 14)),
    ("57 prisonniers ont été tués, dont 16 décapités", (57, 57)),
    ("two remain missing, presumed dead", (2, 2)),
    ("les régions les plus durement touchées avec 58 décès", (58, 58)),
    ("parmi les victimes, 54 sont mortes", (54, 54)),
    ("4,4 millions de personnes, soit environ 20% de la population", (4_400_000, 4_400_000)),
    ("l'un d'eux est mort", (1, 1)),
    ("2 300 personnes ont été tuées, blessées ou enlevées", (2300, 2300)),
    ("700 personnes ont été enlevées, soit une augmentation de près de 20%", (700, 700)),
    ("l'émeute mobilise quand même 1300 mutins", (1300, 1300)),
]
REFUSED = [
    "12 court cases",
    "in 12 cases the police were called",
    "12 cases were filed against the party",
    "12 cases of torture",
    "12 more cases of measles",
    "along with 12 guards and the mayor",
    "435 cholera cases, with no death",
    "over 200 cases, death tally reaches 13",
    "tried to kill 12 soldiers",
    "the boat had the capacity to carry 178 passengers",
    "12 children could be malnourished",
    "the number of missing rose from 51 to 1,079",
    "the number of victims – from 51 to 1,079",
    "the toll rose, increasing from 4,015",
    "Along with 12 guards, the mayor was killed",
    "12 guards as well as the mayor",
    "40 killed besides the attackers",
    "two people suffer burns and two others a fracture",
    "800 people died and 900 became ill",
    "12 people are in debt, and 34 experts have examined 72 bodies",
    "five people were working there; one of them was injured",
    "one dead, many feared injured",
    "les douze accusés ont été tués, nie le ministre",
]


@pytest.mark.parametrize(("words", "bounds"), READ)
def test_a_report_with_one_count_of_people_is_read(words, bounds):
    assert figure(words).bounds == bounds


@pytest.mark.parametrize("words", REFUSED)
def test_a_report_that_tells_of_others_or_of_nobody_is_refused(words):
    with pytest.raises(WordingError):
        figure(words)


def test_outcomes_in_a_row_are_counted_together():
    (mention,) = find_figures("2 300 personnes ont été tuées, blessées ou enlevées.")
    assert mention.outcome == "killed or wounded or abducted"

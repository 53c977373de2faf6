"""Turns of the press that leave a count as it is, and some like them that do not."""

from __future__ import annotations

import pytest

from claimtrack.errors import WordingError
from claimtrack.wording import figure, find_figures

READ = [
    ("some officials were inside", (2, None)),
    ("some of the workers took shelter in woods", (2, None)),
    ("some left the city", (2, None)),
    ("certains de leurs proches", (2, None)),
    ("dont certains étaient habillés en femmes", (2, None)),
    ("a pair of young sisters", (2, 2)),
    ("three security sources who asked for anonymity", (3, 3)),
    ("selon ces deux sources", (2, 2)),
    ("the testimony of six soldiers", (6, 6)),
    ("l'infection de 31 personnes", (31, 31)),
    ("la France dispose de 5 000 soldats", (5000, 5000)),
    ("aujourd'hui 5.000 militaires", (5000, 5000)),
    ("deploy 1,200 troops to the area", (1200, 1200)),
    ("despite the presence of 12 soldiers", (12, 12)),
    ("police failed to find the 15 abducted people", (15, 15)),
    ("previously, 12 inmates were killed", (12, 12)),
    ("1 086 d'entre elles sont décédées", (1086, 1086)),
    ("7 d'entre eux étant dans un état critique", (7, 7)),
    ("les migrants, au nombre de 400", (400, 400)),
    ("nombre d'habitants ont quitté la ville", (2, None)),
    ("les morts se comptent par centaines", (101, None)),
    ("il y avait encore 150 exilés à bord", (150, 150)),
    ("encore 40 otages sont retenus", (40, 40)),
    ("five other members went ahead with the attack", (5, 5)),
    ("a meeting attended by 750 people", (750, 750)),
    ("one of the dead was a diplomat", (1, 1)),
    ("un rescapé – un adolescent – a été extrait", (1, 1)),
    ("five members of a family of eight were found", (5, 5)),
    ("over 50 were injured, several critically", (51, None)),
    ("civilian casualties numbered at least 12", (12, None)),
    ("six civils, dont une femme et ses quatre enfants", (6, 6)),
    ("neuf morts, dont un membre local d'une ONG et un infirmier", (9, 9)),
    ("28 morts: 24 en Turquie et 4 en Syrie", (28, 28)),
    ("at least eight people were killed, four in Kyiv and four in Sumy", (8, None)),
    ("ils ont tué 8 personnes, deux femmes et six hommes", (8, 8)),
    ("dozens of people, including at least 20 children", (13, None)),
    ("15.899 morts, à 70% des femmes", (15_899, 15_899)),
    ("1,783 civilians were killed, an increase of 29% over last year", (1783, 1783)),
    ("100 Maoists storm a police camp", (100, 100)),
    ("11 kidnap victims", (11, 11)),
    ("12 teachers did not take classes to protest", (12, 12)),
    ("five civilians were killed after being abducted", (5, 5)),
    ("12 people marched, facing the threat of arrest", (12, 12)),
    ("4000 soldats mobilisés pour aider si nécessaire les habitants", (4000, 4000)),
    ("il a ajouté que 12 personnes sont mortes", (12, 12)),
    ("thousands of pilgrims crush each other", (1001, None)),
    ("three children as young as four", (3, 3)),
    ("trois enfants de moins de 15 ans", (3, 3)),
    ("les 19 personnes, des Européens", (19, 19)),
    ("a gunman entered the mosque and opened fire, killing 12 people", (12, 12)),
    ("nous sommes sans nouvelles de cinq de nos soldats", (5, 5)),
    ("ce même responsable a fait état de 264 morts", (264, 264)),
    ("a June 30 confrontation that killed 22 men", (22, 22)),
    ("nobody claimed responsibility for the blast that injured 15 people", (15, 15)),
    ("tens of millions of people", (10_000_001, None)),
    ("des centaines de millions de personnes", (100_000_001, None)),
    ("des millions de civils", (1_000_001, None)),
]
REFUSED = """
some villages were attacked by gunmen
some were destroyed
some soldiers a day
some soldiers, later revised
they tried to kill some soldiers
criticism over claims it hurts some women's pride
some soldiers' vehicles
a radius of 30
risk of 40 deaths
part of the 12 soldiers
un accord français
trois satellites iraniens
encore 12 morts
Encore 40 soldats
trois autres corps
two water sources
killed by 12 gunmen
chased by a group of 30 people
predicted 12 deaths
le nombre de morts pourrait s'élever à 135
12 soldiers not found
children under five
474 deaths per 100,000
the World Cup of 1982
la Coupe du monde 1982
he was 24 and had bled to death
Highway -37 was blocked by protesters
he is in danger and ought to call 999
the 14 rounds felt like death
having four children
one of the attackers was killed and another was arrested
dozens, including 150 children
three villagers were detained, while one villager was beaten
12 people and houses were burned
eight people were killed, four in Kyiv and five in Sumy
""".strip().splitlines()


@pytest.mark.parametrize(("words", "bounds"), READ, ids=[row[0] for row in READ])
def test_what_leaves_a_count_as_it_is(words, bounds):
    assert figure(words).bounds == bounds


@pytest.mark.parametrize("words", REFUSED)
def test_what_looks_like_it_and_is_not(words):
    with pytest.raises(WordingError):
        figure(words)


@pytest.mark.parametrize(
    "text",
    [
        "12 soldiers would be killed.",
        "12 soldiers should be killed.",
        "It could kill 12 people.",
        "Officials said 12 would die.",
    ],
)
def test_what_has_not_come_about_is_no_mention(text):
    assert find_figures(text) == ()


@pytest.mark.parametrize("text", ["12 soldiers escaped death.", "12 people and houses were burned."])
def test_a_harm_that_is_not_theirs_is_not_told_of_people(text):
    (mention,) = find_figures(text)
    assert mention.outcome is None


def test_hearsay_of_the_french_press_is_told_as_it_is():
    (mention,) = find_figures("12 soldats seraient tués.")
    assert mention.outcome == "killed"


def test_a_toll_that_no_longer_stands_is_marked():
    for text in ["An earlier toll put the dead at 65.", "Un précédent bilan faisait état de 65 morts."]:
        (mention,) = find_figures(text)
        assert (mention.figure.point, mention.earlier) == (65, True)
    (now, before) = find_figures("77 people died. An earlier toll put the dead at 65.")
    assert (now.earlier, before.earlier) == (False, True)


def test_them_are_no_name_for_whom_a_count_is_of():
    (mention,) = find_figures("Douze d'entre eux ont été tués.")
    assert (mention.who, mention.part) == (None, True)

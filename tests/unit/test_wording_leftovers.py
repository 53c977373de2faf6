"""What is left over of a wording must be harmless, or the wording is refused."""

from __future__ import annotations

import pytest

from claimtrack.errors import WordingError
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
]


@pytest.mark.parametrize("words", REFUSED)
def test_a_left_over_word_that_could_change_the_count_refuses_the_wording(words):
    with pytest.raises(WordingError):
        figure(words)


@pytest.mark.parametrize(("words", "bounds"), READ)
def test_names_places_and_agents_about_a_count_do_no_harm(words, bounds):
    assert figure(words).bounds == bounds

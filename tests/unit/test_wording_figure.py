"""A whole wording becomes one figure, or is refused with a reason."""

from __future__ import annotations

import pickle

import pytest

from claimtrack.errors import InvalidField, WordingError, WordingReason, WrongType
from claimtrack.wording import ACLED, ACLED_LARGE, CROWD, figure

UP = None


def read(words, lang=None):
    made = figure(words, lang)
    return made.kind.value, made.bounds, made.reading


# The founding case: what was said of the attack in Bamako on 17 September 2024, as it was worded.
BAMAKO = [
    ("heavy human and material losses", "unquantified", (1, UP), (1, UP)),
    ("some lives lost, including trainees", "unquantified", (1, UP), (1, UP)),
    ("some losses, including trainees", "unquantified", (1, UP), (1, UP)),
    ("several soldiers", "vague", (2, UP), (2, 9)),
    (
        "quelques pertes en vies humaines côté ami, notamment des élèves gendarmes",
        "unquantified",
        (1, UP),
        (1, UP),
    ),
    ("« une centaine » de personnes tuées ou blessées", "approximate", (60, 140), (90, 110)),
    ("de lourdes pertes aux mercenaires de Wagner", "unquantified", (1, UP), (1, UP)),
    ('killed and wounded "hundreds" from the opposing ranks', "vague", (101, UP), (200, 999)),
    ("au moins une trentaine de gendarmes et soldats tués, sans doute plus", "at_least", (30, UP), (30, UP)),
    ("plusieurs dizaines de blessés", "vague", (13, UP), (20, 99)),
    ("de très nombreux morts", "unquantified", (2, UP), (2, UP)),
    ("plus de 70 morts", "at_least", (71, UP), (71, UP)),
    ("en réalité plus de soixante-dix morts", "at_least", (71, UP), (71, UP)),
    ("une vingtaine a perdu la vie", "approximate", (12, 28), (18, 22)),
    ("77 morts", "exact", (77, 77), (77, 77)),
    ("cite nommément 81 victimes", "exact", (81, 81), (81, 81)),
    ("81 victims wounded", "exact", (81, 81), (81, 81)),
    ("les obsèques d'une cinquantaine d'élèves gendarmes", "approximate", (30, 70), (45, 55)),
    ("death toll believed to be in the 70s", "range", (70, 79), (70, 79)),
    ("hundreds were believed dead and wounded", "vague", (101, UP), (200, 999)),
    ("killed about 70 people", "approximate", (42, 98), (63, 77)),
    ("77-100 killed", "range", (77, 100), (77, 100)),
    ("leaving two security personnel wounded", "exact", (2, 2), (2, 2)),
    ("footage of approximately 20 prisoners", "approximate", (12, 28), (18, 22)),
    ("images of three bodies, believed to be attackers", "exact", (3, 3), (3, 3)),
    ("At least 15 suspects have been arrested", "at_least", (15, UP), (15, UP)),
    (
        "affirmant avoir tué des « centaines » de soldats, dont des mercenaires russes",
        "vague",
        (101, UP),
        (200, 999),
    ),
    ("10 killed (per JNIM)", "exact", (10, 10), (10, 10)),
    ("20 killed or arrested (per Mali)", "exact", (20, 20), (20, 20)),
]


@pytest.mark.parametrize(("words", "kind", "bounds", "reading"), BAMAKO, ids=[row[0] for row in BAMAKO])
def test_the_wordings_of_the_founding_case_are_read(words, kind, bounds, reading):
    assert read(words) == (kind, bounds, reading)
    assert figure(words).words == words


def test_planes_beside_people_are_another_count_and_are_left_aside():
    words = (
        "causant d'énormes pertes humaines et matérielles et la destruction de plusieurs avions militaires"
    )
    assert read(words) == ("unquantified", (1, None), (1, None))


# One row for each rule of the table of hedges, in every language that has words for it.
HEDGES = [
    ("exactly 17", (17, 17), (17, 17)),
    ("un total de 46 corps", (46, 46), (46, 46)),
    ("no fewer than 40", (40, UP), (40, UP)),
    ("30 or more", (30, UP), (30, UP)),
    ("50+", (50, UP), (50, UP)),
    ("12 killed so far", (12, UP), (12, UP)),
    ("bilan provisoire de trois morts", (3, UP), (3, UP)),
    ("over 100 civilians", (101, UP), (101, UP)),
    ("au-delà de 50 victimes", (51, UP), (51, UP)),
    ("as many as 50 people", (0, 50), (0, 50)),
    ("jusqu'à 12 morts", (0, 12), (0, 12)),
    ("fewer than 5", (0, 4), (0, 4)),
    ("moins d'une dizaine", (0, 9), (0, 9)),
    ("between fifty and sixty people", (50, 60), (50, 60)),
    ("deux ou trois", (2, 3), (2, 3)),
    ("de 50 à 60 morts", (50, 60), (50, 60)),
    ("two or three hundred", (200, 300), (200, 300)),
    ("about 5", (1, 9), (4, 6)),
    ("about 50", (30, 70), (45, 55)),
    ("20 or so", (12, 28), (18, 22)),
    ("a dozen", (4, 20), (10, 14)),
    ("half a dozen", (2, 10), (5, 7)),
    ("nearly 100", (60, 100), (90, 100)),
    ("près d'une quarantaine de morts", (24, 40), (36, 40)),
    ("thirty-odd fighters", (30, 39), (30, 39)),
    ("a couple of civilians", (2, UP), (2, 3)),
    ("quelques civils", (2, UP), (2, 9)),
    ("tens of fighters", (13, UP), (20, 99)),
    ("several dozen", (24, UP), (36, 99)),
    ("scores of people", (21, UP), (40, 99)),
    ("des milliers de morts", (1001, UP), (2000, 9999)),
    ("at least several dozen", (24, UP), (36, UP)),
    ("more than a dozen", (13, UP), (13, UP)),
    ("an unknown number of soldiers", (1, UP), (1, UP)),
    ("soldiers were killed", (2, UP), (2, UP)),
    ("no casualties", (0, 0), (0, 0)),
    ("aucune victime", (0, 0), (0, 0)),
    ("personne n'a été tué", (0, 0), (0, 0)),
    ("at least 20 and possibly as many as 35", (20, 35), (20, 35)),
    ("más de veinte heridos", (21, UP), (21, UP)),
    ("ningún muerto", (0, 0), (0, 0)),
    ("ما لا يقل عن ٢٥ قتيلا", (25, UP), (25, UP)),
    ("عشرات القتلى", (13, UP), (20, 99)),
]


@pytest.mark.parametrize(("words", "bounds", "reading"), HEDGES, ids=[row[0] for row in HEDGES])
def test_each_hedge_gives_the_intervals_of_its_rule(words, bounds, reading):
    made = figure(words)
    assert (made.bounds, made.reading) == (bounds, reading)
    assert made.because


def test_material_losses_say_nothing_of_people():
    made = figure("de lourdes pertes en matériels")
    assert made.bounds == (None, None)
    assert not made.numeric


NUMBERS = [
    ("1,200 fighters", 1200),
    ("1 200 combattants", 1200),
    ("1.200 morts", 1200),
    ("1'200 morts", 1200),
    ("30\u00a0000 déplacés", 30000),
    ("02 morts", 2),
    ("1.2 million people", 1_200_000),
    ("2,5 millions de personnes", 2_500_000),
    ("vingt-cinq (25)", 25),
    ("quatre (04)", 4),
    ("12 (twelve) soldiers", 12),
    ("nonante-neuf morts", 99),
    ("soixante et onze civils", 71),
    ("vingt-et-un morts", 21),
    ("one hundred and seven people", 107),
    ("forty two", 42),
    ("fifteen hundred dead", 1500),
    ("12 thousand refugees", 12000),
    ("twelve killed", 12),
    ("both soldiers", 2),
    ("a soldier was killed", 1),
    ("١٬٢٠٠ نازح", 1200),
    ("خمسة وعشرون قتيلا", 25),
    ("TWENTY-EIGHT POLICEMEN", 28),
    ("QUATRE-VINGT-DIX-SEPT MORTS", 97),
    ("doscientos treinta muertos", 230),
]


@pytest.mark.parametrize(("words", "n"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_numbers_are_read_in_every_shape(words, n):
    made = figure(words)
    assert made.point == n
    assert made.bounds == (n, n)


REFUSED = {
    WordingReason.not_a_count: [
        "17 September",
        "November 2",
        "in 2024",
        "2024",
        "a 25-year-old man",
        "aged 12 to 15",
        "the 3rd battalion",
        "an AK-47",
        "122mm rockets",
        "15 km from Djibo",
        "at 10:30",
        "24 hours",
        "the G5 Sahel",
        "resolution 2164",
        "le 17 septembre",
        "âgé de 25 ans",
        "à 15 km de Djibo",
        "1er Régiment",
        "trois jours de deuil",
    ],
    WordingReason.money: ["$50,000", "50 millions de francs CFA"],
    WordingReason.percentage: [
        "10 percent of the force",
        "half the platoon",
        "un tiers des effectifs",
        "15 out of 40 soldiers",
    ],
    WordingReason.not_people: ["four villages", "deux hélicoptères abattus", "three attacks"],
    WordingReason.several_figures: [
        "two civilians and three soldiers",
        "killed 12 and wounded 30",
        "two soldiers and a civilian",
        "trente morts et autant de blessés",
    ],
    WordingReason.increment: [
        "10 more bodies",
        "a further 12 bodies",
        "dix autres corps ont été retrouvés",
        "More deaths",
    ],
    WordingReason.correction: ["not 20 but 35", "revised from 20 to 35", "passé de 32 à 53 morts"],
    WordingReason.alternatives: [
        "dozens, possibly hundreds",
        "more than a hundred, possibly 120",
        "in the low hundreds",
    ],
    WordingReason.disagreement: ["vingt (25)", "twelve (13) cadets"],
    WordingReason.disorder: ["between 20 and 10"],
    WordingReason.denial: [
        "no casualties were reported",
        "no immediate reports of casualties",
        "aucune victime n'a été signalée",
        "the army denied that 40 soldiers were killed",
    ],
    WordingReason.unknown: ["the death toll is unclear", "le bilan reste inconnu"],
    WordingReason.unread: ["soldiers", "", "   ", "…"],
    WordingReason.too_large: ["1000000000000000 dead"],
}


@pytest.mark.parametrize(
    ("reason", "words"), [(reason, words) for reason, rows in REFUSED.items() for words in rows]
)
def test_what_is_no_single_count_is_refused_with_its_reason(reason, words):
    with pytest.raises(WordingError) as caught:
        figure(words)
    assert caught.value.reason is reason
    assert caught.value.words == words
    low, high = caught.value.span
    assert 0 <= low <= high <= len(words)
    assert "ct." in str(caught.value)


def test_the_span_names_what_stood_in_the_way():
    with pytest.raises(WordingError) as caught:
        figure("twelve (13) cadets")
    low, high = caught.value.span
    assert caught.value.words[low:high].startswith("twelve (13)")


def test_a_refusal_survives_pickling():
    with pytest.raises(WordingError) as caught:
        figure("four villages")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 – our own bytes
    assert (again.words, again.reason, again.span) == (
        "four villages",
        WordingReason.not_people,
        caught.value.span,
    )


def test_the_figure_says_which_rule_and_whose_it_is():
    assert figure("plus de 70 morts").because == "more than: n+1 and up [entailed by the words]"
    assert "Ferson" in figure("about 50").because


def test_conventions_are_chosen_by_the_caller_and_impute_openly():
    several = figure("several soldiers", convention=ACLED)
    assert (several.point, several.imputed) == (3, True)
    assert "ACLED" in several.because
    assert figure("several soldiers", convention=ACLED_LARGE).point == 10
    assert figure("hundreds killed", convention=ACLED).bounds == (100, None)
    assert figure("77 killed", convention=ACLED).imputed is False
    assert figure("several soldiers").point is None


def test_the_crowd_measured_convention_takes_what_was_heard_as_bounds():
    assert figure("about 50", convention=CROWD).bounds == (45, 55)
    assert figure("nearly 100", convention=CROWD).bounds == (90, 100)


def test_the_language_is_told_from_the_words_or_given():
    assert figure("mille morts").point == 1000
    assert figure("mil muertos").point == 1000
    assert figure("un mort", "fr").point == 1
    with pytest.raises(InvalidField, match="lang"):
        figure("12 dead", "de")


def test_only_a_text_is_a_wording():
    with pytest.raises(WrongType, match="exactly"):
        figure(77)

"""Sentences in which a rule ends: who is counted, who only speaks, and where a number stops."""

from __future__ import annotations

import pytest

import claimtrack as ct


def found(text, lang):
    return [
        (mention.figure.bounds, mention.outcome and str(mention.outcome), mention.who)
        for mention in ct.find_figures(text, lang=lang)
    ]


@pytest.mark.parametrize(
    ("lang", "text", "bounds"),
    [
        ("en", "Two soldiers said to be dead were found alive", (2, 2)),
        ("en", "seven martyrs (soldiers killed) were buried", (7, 7)),
        ("en", "XII Corps lost 12 men", (12, 12)),
        ("en", "12 soldiers, mostly conscripts, were killed", (12, 12)),
        ("en", "12 soldiers, who were not named, were killed", (12, 12)),
        ("en", "one thousand, two hundred people were killed", (1200, 1200)),
        ("en", "1,000 people were killed", (1000, 1000)),
        ("en", "dozens of houses were burned and 12 people killed", (12, 12)),
        ("en", "at 5 p.m. 12 people were killed", (12, 12)),
        ("fr", "quatre-vingt-un morts", (81, 81)),
        ("fr", "quatre-vingts morts", (80, 80)),
        ("fr", "soixante et onze morts", (71, 71)),
        ("ar", "قتل 12 جنديا", (12, 12)),
    ],
)
def test_one_count_is_read_where_other_words_stand_beside_it(lang, text, bounds):
    assert [mention[0] for mention in found(text, lang)] == [bounds]
    assert ct.figure(text, lang=lang).bounds == bounds


@pytest.mark.parametrize(
    ("lang", "text", "speakers"),
    [
        ("en", "At least 12 people were killed, said two officials.", "officials"),
        ("fr", "Douze soldats sont morts, ont déclaré deux témoins.", "témoins"),
        ("en", "Two officials told AFP that 12 people were killed.", "officials"),
    ],
)
def test_those_who_only_speak_suffered_nothing(lang, text, speakers):
    outcomes = {who: outcome for _, outcome, who in found(text, lang)}
    assert outcomes.pop(speakers) is None
    assert set(outcomes.values()) == {"killed"}


@pytest.mark.parametrize(
    "text", ["a father of two was among 12 killed", "12 soldiers were captured and 5 killed"]
)
def test_a_wording_of_two_counts_is_no_figure(text):
    with pytest.raises(ct.WordingError) as error:
        ct.figure(text, lang="en")
    assert error.value.reason == "several_figures"


def test_each_of_two_counts_has_its_own_outcome():
    captured, killed = found("12 soldiers were captured and 5 killed", "en")
    assert (captured[:2], killed[:2]) == (((12, 12), "captured"), ((5, 5), "killed"))


def test_nobody_is_read_by_the_rule_of_none_and_not_by_that_of_numbers():
    assert ct.figure("0 dead").because.startswith("none:")
    assert ct.figure("2 dead").because.startswith("number:")


def test_a_number_in_the_place_of_words_is_refused_with_what_to_write():
    with pytest.raises(ct.WrongType, match=r"for a number use ct\.exactly\(n\)"):
        ct.figure(12)


# What is read, or why not and at which words: each sentence stands where a condition of some rule turns.
AT_AN_EDGE = [
    ("en", "at 5 p. m. 12 people were killed", "12, exact"),
    ("es", "a las 5 p. m. murieron 12 personas", "12, exact"),
    ("es", "a las 5 a. m.", "not_a_count at '5'"),
    ("en", "Moussa Diallo, 34) was killed", "not_a_count at '34'"),
    ("en", "(Moussa Diallo, 34) killed in Gao", "not_a_count at '34'"),
    ("en", "Moussa Diallo (34) and 12 others were killed", "several_figures at ') and 12'"),
    ("en", "Moussa Diallo, 1 was killed", "1, exact"),
    ("en", "Tom Tennant and William Hakim, both 51, died", "not_a_count at '51'"),
    ("en", "12 people were wounded, three very badly", "leftover at 'three very badly'"),
    (
        "en",
        "12 people were killed, two officials said to the agency",
        "several_figures at '12 people were killed, two'",
    ),
    (
        "en",
        "two gunmen, a driver and three guards opened fire, killing 12",
        "several_figures at 'two gunmen, a driver and three guards opened fire, killing 12'",
    ),
    ("fr", "quatre-vingt un morts", "81, exact"),
    ("fr", "quatre-vingt-un morts", "81, exact"),
    ("fr", "vingt douze morts", "several_figures at 'vingt douze'"),
    ("fr", "trente quinze morts", "several_figures at 'trente quinze'"),
    ("en", "twenty ten", "several_figures at 'twenty ten'"),
    ("en", "troops were sent to arrest the killers, and 12 soldiers died", "12, exact"),
    ("en", "police who came to arrest rebels killed 12 people", "12, exact"),
    ("en", "sent to kill the mayor, 12 died", "12, exact"),
    ("en", "seven martyrs (soldiers killed)", "7, exact"),
    ("en", "(two) seven martyrs (soldiers killed)", "several_figures at 'two) seven'"),
    ("en", "double killing of 12 people", "12, exact"),
    ("en", "the double murder of 12 people", "12, exact"),
    ("en", "12 military and administrative personnel were killed", "12, exact"),
    ("en", "12 military and the mayor", "not_people at '12 military'"),
    ("fr", "12 structures civiles ont été détruites", "not_people at '12 structures civiles'"),
    ("en", "a hundred two people", "102, exact"),
    ("en", "a hundred and five people", "105, exact"),
    ("en", "a hundred thousand killed", "60000..140000, approximate"),
    ("en", "two hundred thousand people", "200000, exact"),
    ("en", "1000 thousand people", "1000000, exact"),
    ("en", "10-1,000 people", "alternatives at '10-1,000 people'"),
    ("en", "12 to 1000 dead", "12..1000, range"),
    ("en", "houses were burned and 12 people killed", "12, exact"),
    ("en", "Houses were burned, 12 people died", "12, exact"),
    ("en", "12 people and houses were burned", "several_figures at '12 people and houses'"),
    (
        "en",
        "12 people and houses were burned and three killed",
        "several_figures at '12 people and houses were burned and three'",
    ),
    ("en", "12 people were killed and several houses were burned", "12, exact"),
    ("en", "according to two sources and three soldiers were killed", "3, exact"),
    ("en", "two witnesses and 12 soldiers were killed", "several_figures at 'two witnesses and 12'"),
    ("en", "XII Corps", "not_a_count at 'XII'"),
    ("en", "the XII Corps lost men", "not_a_count at 'XII'"),
    ("en", "a soldier was the sixth fatality", "increment at 'sixth fatality'"),
    ("en", "the fifth vehicle killed a man", "1, exact"),
    ("en", "100 people storm a camp", "100, exact"),
    ("en", "100 policemen raid a camp", "100, exact"),
    ("en", "12 gunmen attack a village", "12, exact"),
    ("en", "if the 12 soldiers were killed", "leftover at 'if'"),
    ("en", "it is false that 12 soldiers were killed", "leftover at 'false'"),
    ("en", "not that 12 soldiers were killed", "correction at 'not that 12'"),
    ("en", "it is not true that 12 soldiers were killed", "correction at 'not true that 12'"),
    ("en", "the same 12 soldiers were killed", "leftover at 'same 12'"),
    ("fr", "le même 12", "leftover at 'même 12'"),
    ("en", "the army added that 12 soldiers were killed", "12, exact"),
    ("en", "police earlier said 12 people were killed", "12, exact"),
    ("en", "earlier, police said 12 people were killed", "12, exact"),
    ("en", "since 2022 12 people were killed", "12, exact"),
    ("en", "Jane leaves two sons", "leftover at 'leaves two sons'"),
    ("en", "she leaves behind two daughters", "leftover at 'behind two daughters'"),
    ("en", "the farmer had two children killed", "2, exact"),
    ("en", "a farmer who had two children rescued", "several_figures at 'a farmer who had two'"),
    ("en", "killed 3 / 4 of them", "not_a_count at '3 / 4 of'"),
    ("fr", "1,5M de personnes", "1500000, exact"),
    ("en", "1.5M people displaced", "1500000, exact"),
    ("en", "12 killed, wounded or missing", "12, exact"),
    ("en", "12 casualties and missing", "12, exact"),
    ("en", "and some were killed", "2..–, unquantified"),
    ("en", "12 killed at a time", "leftover at 'at'"),
    ("en", "12 people (a day)", "leftover at '12 people (a day'"),
    ("en", "death toll believed to be in the 70s", "70..79, range"),
    ("en", "12 internally displaced people", "12, exact"),
    ("fr", "à l'exception de deux pompiers, tous ont été tués", "leftover at 'exception'"),
    ("en", "no casualties or heavy losses", "leftover at 'no casualties or heavy losses'"),
    ("en", "no casualties and no losses", "0, none"),
    (
        "en",
        "12 dead, up from an earlier toll of 9",
        "several_figures at '12 dead, up from an earlier toll of 9'",
    ),
    ("en", "brings to nine the number of attacks", "not_people at 'number of attacks'"),
    ("en", "killed and wounded 12", "12, exact"),
    ("en", "dead or wounded of 12", "12, exact"),
    ("en", "12 and a hundred kilometres away", "not_people at 'away'"),
    ("en", "the 2018-19 attacks killed people", "not_a_count at 'the 2018-19 attacks'"),
    (
        "en",
        "12 killed (10 civilians, 2 more soldiers)",
        "several_figures at '12 killed (10 civilians, 2 more'",
    ),
    ("fr", "le bilan dépasse, les 20 000 morts", "20000, exact"),
]


def told(text, lang):
    try:
        made = ct.figure(text, lang=lang)
    except ct.WordingError as refusal:
        return f"{refusal.reason.value} at {text[slice(*refusal.span)]!r}"
    low, high = ("–" if end is None else f"{end}" for end in made.bounds)
    return f"{low if low == high else f'{low}..{high}'}, {made.kind.value}"


@pytest.mark.parametrize(("lang", "text", "expected"), AT_AN_EDGE, ids=[row[1] for row in AT_AN_EDGE])
def test_a_sentence_at_the_edge_of_a_rule_is_read_or_refused_at_the_word_that_decides(lang, text, expected):
    assert told(text, lang) == expected

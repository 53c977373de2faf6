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

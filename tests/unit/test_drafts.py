"""Drafts: what is behind each figure in a text that is to be published."""

from __future__ import annotations

import pytest
from printed_ledger import attack, build

import claimtrack as ct
from claimtrack.drafts import Backing, check_draft


@pytest.fixture(scope="module")
def ledger():
    return build()


def backing(text, ledger, **how):
    return [(found.words, found.backing.value) for found in check_draft(text, ledger, event=attack, **how)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attack killed between 71 and 100 soldiers.", "matches"),
        ("The attack killed at least 71 soldiers.", "matches"),
        ("The attack killed up to 100 soldiers.", "matches"),
        ("The attack killed at least 40 soldiers.", "within"),
        ("The attack killed 77 soldiers.", "claimed"),
        ("The attack killed 81 soldiers.", "claimed"),
        ("The attack killed at least 30 soldiers.", "within"),
        ("The attack killed 12 soldiers.", "differs"),
        ("The attack killed 300 soldiers.", "differs"),
        ("The attack wounded 1,255 soldiers.", "matches"),
        ("No civilians were killed.", "matches"),
        ("The attack killed several soldiers, some losses.", "differs claimed"),
        ("The attack killed 5 civilians.", "differs"),
        ("In all, 81 victims were named.", "claimed"),
        ("The attack killed about a hundred soldiers.", "claimed"),
        ("The attack left 1,332 casualties.", "claimed"),
        ("The attack killed 77 soldiers, including 15 officers.", "claimed nothing"),
        ("Some 40 people were abducted.", "nothing"),
        ("Rescuers found 10 more bodies.", "nothing"),
    ],
)
def test_a_figure_has_behind_it_what_the_ledger_has(ledger, text, expected):
    assert [found for _, found in backing(text, ledger, policy="envelope")] == expected.split()


def test_the_best_figure_matches_where_the_policy_has_one(ledger):
    text = "The attack killed 77 soldiers."
    assert backing(text, ledger, policy="lowest") == [("77 soldiers", "matches")]
    assert backing(text, ledger, policy="pending") == [("77 soldiers", "claimed")]


def test_a_figure_that_is_only_claimed_names_who_claims_it_and_where_that_stands(ledger):
    (found,) = check_draft("The attack killed 81 soldiers.", ledger, policy="envelope", event=attack)
    assert [claim.words for claim in found.claims] == ["81 names"]
    assert "contested" in found.because
    assert "71–100" in found.because


def test_the_people_that_are_named_decide_what_a_figure_is_held_against(ledger):
    soldiers, civilians = check_draft(
        "In the attack 100 members of the armed forces were killed. In the town 5 civilians were killed.",
        ledger, policy="upper_median", event=attack,
    )  # fmt: skip
    assert soldiers.question.label == "killed, Malian armed forces"
    assert (civilians.question.label, civilians.backing) == ("killed, civilians", Backing.differs)


def test_a_count_of_other_people_has_nothing_behind_it():
    ledger = ct.Ledger()
    soldiers = ct.killed(of=ct.Party("Army"), among="soldiers")
    ledger.record(ct.Claim(ct.Event("Attack"), ct.Source("AFP"), soldiers, ct.exactly(77)))
    (found,) = check_draft("The attack killed 77 civilians.", ledger)
    assert (found.backing, found.because) == (Backing.nothing, "the ledger has no figure for civilians")
    (found,) = check_draft("The attack killed 77 soldiers.", ledger)
    assert found.backing is Backing.matches


def test_what_one_source_says_of_parts_is_shown_added_up(ledger):
    (found,) = check_draft("The attack left 1,332 casualties.", ledger, event=attack)
    assert "only added up: 77* dead + 1,255 wounded = 1,332 by A security source via AFP" in found.because
    assert {claim.source.name for claim in found.claims} == {"A security source"}


def test_words_without_a_number_are_held_against_the_words_of_claims():
    ledger = ct.Ledger()
    hurt = ct.casualties(of=ct.Party("Army"))
    ledger.record(
        ct.Claim(ct.Event("Attack"), ct.Source("Front"), hurt, "hundreds of soldiers killed or wounded"),
        ct.Claim(ct.Event("Attack"), ct.Source("AFP"), hurt, ct.exactly(120)),
    )
    (found,) = check_draft("It killed or wounded hundreds of soldiers.", ledger)
    assert (found.backing, [claim.source.name for claim in found.claims]) == (Backing.claimed, ["Front"])


def test_what_holds_for_every_higher_number_is_within_an_open_range():
    ledger = ct.Ledger()
    ledger.record(ct.Claim(ct.Event("Attack"), ct.Source("AFP"), ct.casualties(), ct.at_least(100)))
    found = check_draft("The army admitted some losses. Some 40 were killed or wounded.", ledger)
    assert [one.backing for one in found] == [Backing.within, Backing.differs]


def test_line_and_column_are_those_of_the_text(ledger):
    text = "# Title of 2024\n\nFirst line.\nThen 77 soldiers were killed.\n\n\n  Later 1,255 were wounded.\n"
    places = [(found.line, found.column) for found in check_draft(text, ledger)]
    assert places == [(4, 6), (7, 9)]
    lines = text.splitlines()
    assert all(lines[line - 1][column - 1].isdigit() for line, column in places)


def test_dates_ages_and_money_are_no_figures(ledger):
    assert check_draft("On 17 September 2024 a man aged 45 paid 300 dollars.", ledger) == ()


def test_a_draft_is_a_text(ledger):
    with pytest.raises(ct.WrongType):
        check_draft(None, ledger)


def test_an_empty_ledger_has_nothing_behind_anything():
    (found,) = check_draft("The attack killed 77 soldiers.", ct.Ledger())
    assert found.backing is Backing.nothing
    assert not found.sound

"""The page of vocabularies says of our own tables what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.io.airwars import GRADINGS
from claimtrack.io.claimreview import _RATINGS
from claimtrack.io.review_reading import _WORDS
from claimtrack.io.stix import CONFIDENCE, OPINIONS
from claimtrack.reconcile import POLICIES
from claimtrack.wording import ACLED, ACLED_LARGE

PAGE = (Path(__file__).parent.parent.parent / "docs/reference/vocabularies.md").read_text(encoding="utf-8")


def cells(first):
    """The rows of the table that begins with a cell, as lists of cells."""
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {first} |"))
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_grades_are_those_of_the_code():
    for reliability, credibility in zip(ct.Reliability, ct.Credibility, strict=True):
        row = cells(reliability.value)
        assert row[1] == reliability.words.replace("reliability cannot", "cannot")
        assert row[3] == str(credibility.value)
        assert row[4].split(":")[0].startswith(credibility.words.split()[0])


def test_confidence_is_that_of_the_writer():
    row = cells("STIX 2.1, Admiralty credibility")
    assert [int(cell.split()[0]) for cell in row[1:6]] == [CONFIDENCE[grade] for grade in range(1, 6)]
    assert row[6] == "no confidence"
    assert 6 not in CONFIDENCE


def test_opinions_are_those_of_the_writer():
    for verdict, opinion in OPINIONS.items():
        told = "no verdict" if verdict is ct.Verdict.none else verdict.value
        assert told in cells(f"`opinion` `{opinion}`")[1]


def test_ratings_are_those_of_the_writer_and_the_reader():
    for verdict, (number, word) in _RATINGS.items():
        row = cells(verdict.value)
        assert row[1] == f'{f"{number} of 5" if number else "no number"}, "{word}"'
        assert row[2].split(", ") == [said for said, meant in _WORDS.items() if meant is verdict]


@pytest.mark.parametrize("grading", GRADINGS)
def test_gradings_of_airwars_are_told(grading):
    assert cells(grading)


def test_points_of_acled_are_those_of_the_conventions():
    assert (ACLED.points["dozens"], ACLED.points["hundreds"]) == (12, 100)
    assert (ACLED.points["several"], ACLED_LARGE.points["several"]) == (3, 10)


def test_every_policy_that_is_named_exists():
    named = {name for line in PAGE.splitlines() for name in re.findall(r"policy `(\w+)`", line)}
    assert named <= set(POLICIES)
    assert len(named) >= 3

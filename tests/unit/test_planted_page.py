"""The page of planted bugs is written from the list; every test on it exists, and every place."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import claimtrack

ROOT = Path(__file__).parent.parent.parent
RUN = runpy.run_path(str(ROOT / "tests" / "planted" / "run.py"))
BUGS = RUN["BUGS"]


def test_the_page_is_that_of_the_list():
    assert RUN["page"]() == (ROOT / "docs/reference/planted-bugs.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug["what"])
def test_what_catches_a_bug_exists(bug):
    path, _, name = bug["test"].partition("::")
    assert name.split("::")[0] in (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug["what"])
def test_the_code_a_bug_is_planted_in_is_there_once(bug):
    place = Path(claimtrack.__file__).parent / bug["file"]
    assert place.read_text(encoding="utf-8").count(bug["old"]) == 1

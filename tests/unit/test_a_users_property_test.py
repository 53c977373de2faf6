"""What a user gets: ten lines over a policy of their own find the bug, and show two claims."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import claimtrack

TEN_LINES = """\
import claimtrack as ct
from claimtrack.reconcile import Ruling
from claimtrack.strategies import ledgers
from hypothesis import given, strategies as st
def middle(voices):
    points = [voice.point for voice in voices if voice.point is not None]
    return Ruling(min(points), sum(points) // len(points), None) if points else Ruling()
@given(ledgers(questions=st.just(ct.killed()), events=st.just(ct.Event("Attack")), min_claims=1))
def test_middle(ledger):
    ct.reconcile(ledger, ct.killed(), policy=middle)
"""
FOUND = re.compile(r"(?:Failing test case|Falsifying example): test_middle\(")
SOUND = TEN_LINES.replace("sum(points) // len(points)", "None")


def pytest_on(code, folder):
    (folder / "test_mine.py").write_text(code, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_mine.py"],
        cwd=folder,
        env={"PYTHONPATH": str(Path(claimtrack.__file__).parent.parent), "CI": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_ten_lines_find_the_planted_bug_and_shrink_it_to_two_claims(tmp_path):
    assert len(TEN_LINES.splitlines()) == 10
    run = pytest_on(TEN_LINES, tmp_path)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "policy 'middle' broke a law: best is a point that somebody stated" in run.stdout
    found = FOUND.split(run.stdout)[1:]  # where the search meets a second bug of this policy, both are shown
    assert found
    for told in found:
        assert told.partition("Explanation")[0].count("Claim(") == 2, told


def test_the_same_ten_lines_pass_once_the_bug_is_gone(tmp_path):
    run = pytest_on(SOUND, tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr

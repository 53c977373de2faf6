"""Every script in examples/ runs without a warning and prints its golden text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import claimtrack

EXAMPLES = Path(__file__).parent.parent / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))


def test_there_are_examples():
    assert SCRIPTS


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_example_prints_its_golden_text(script, golden, tmp_path):
    package = Path(claimtrack.__file__).parent.parent
    run = subprocess.run(
        [sys.executable, "-W", "error", script],
        cwd=tmp_path,  # a script finds its data beside itself, wherever it is started
        env={**os.environ, "PYTHONPATH": str(package), "PYTHONUTF8": "1", "COLUMNS": "40"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, f"{script.name} failed:\n{run.stdout}{run.stderr}"
    assert run.stderr == ""
    assert run.stdout.strip(), f"{script.name} printed nothing"
    golden(f"examples/{script.stem}", run.stdout)

"""Plant each bug of bugs.toml in a copy, and see that its test fails; to be run, not a test.

    python tests/planted/run.py            every bug; it fails if one is not caught
    python tests/planted/run.py --page     writes docs/reference/planted-bugs.md
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BUGS = tomllib.loads((HERE / "bugs.toml").read_text(encoding="utf-8"))["bug"]
PAGE = ROOT / "docs" / "reference" / "planted-bugs.md"
PARTS = (
    "claimtrack", "tests", "examples", "docs", "README.md", "pyproject.toml", "_claimtrack_hypothesis.py",
)  # fmt: skip
FAILED = re.compile(r"^FAILED (\S+?)(?:\[| - |$)", re.MULTILINE)


def copy(to):
    """The checkout without what is not needed to run a test."""
    for part in PARTS:
        place = ROOT / part
        if place.is_dir():
            shutil.copytree(place, to / part, ignore=shutil.ignore_patterns("__pycache__", "corpus"))
        else:
            shutil.copy(place, to / part)


def fails(test, copied):
    """Whether a test fails on the copy, and not for want of anything else."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", test],
        cwd=copied, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(copied), "CI": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    if done.returncode not in (0, 1) or (done.returncode == 1 and not FAILED.search(done.stdout)):
        sys.exit(f"pytest could not run {test}:\n{done.stdout[-3000:]}{done.stderr[-1000:]}")
    return done.returncode == 1


def plant(bug, copied):
    """Put a bug in, run its test, and take it out again: what came of it."""
    place = copied / "claimtrack" / bug["file"]
    right = place.read_text(encoding="utf-8")
    if right.count(bug["old"]) != 1:
        return "NOWHERE"
    place.write_text(right.replace(bug["old"], bug["new"]), encoding="utf-8")
    try:
        return "caught" if fails(bug["test"], copied) else "MISSED"
    finally:
        place.write_text(right, encoding="utf-8")


def page():
    """The page of the documentation."""
    lines = [
        "# Planted bugs", "",
        f"{len(BUGS)} bugs, each of which somebody could make, and the test that fails on it.",
        "`make planted-bugs` puts each into a copy and runs that test; it fails if one is not caught.",
        "A law that catches nothing is no law. This page is written by `tests/planted/run.py --page`.",
    ]  # fmt: skip
    for room in dict.fromkeys(bug["room"] for bug in BUGS):
        lines += ["", f"## {room}", "", "| bug | caught by |", "|---|---|"]
        lines += [f"| {bug['what']} | `{bug['test']}` |" for bug in BUGS if bug["room"] == room]
    return "\n".join([*lines, ""])


def main():
    """Plant them all."""
    if "--page" in sys.argv:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
        return
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder)
        copy(copied)
        for bug in BUGS:
            came = plant(bug, copied)
            print(f"{came:<7} {bug['what']}", flush=True)
            missed += came != "caught"
    sys.exit(f"{missed} planted bugs were not caught" if missed else 0)


if __name__ == "__main__":
    main()

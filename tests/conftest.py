"""What every test may use: golden texts and the Hypothesis profiles."""

from __future__ import annotations

import os
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

GOLDEN = Path(__file__).parent / "golden"
UPDATE = "CLAIMTRACK_UPDATE_GOLDEN"
SUFFIXES = {".txt", ".csv", ".html", ".json", ".jsonl", ".md", ".svg", ".tex"}

# A machine that is busy with something else draws slowly; that says nothing about the strategies.
# So no test needs to say it again: what a test leaves out it takes from its profile.
UNHURRIED = [HealthCheck.too_slow]
settings.register_profile("dev", deadline=None, suppress_health_check=UNHURRIED)
settings.register_profile(
    "ci", deadline=None, derandomize=True, print_blob=True, suppress_health_check=UNHURRIED
)
# Whether a law fails is all that a mutant is asked; the smallest case is of no use.
settings.register_profile(
    "mutation", parent=settings.get_profile("ci"), max_examples=25, phases=[Phase.explicit, Phase.generate]
)
settings.register_profile("thorough", parent=settings.get_profile("dev"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


def _check_golden(name: str, text: str) -> None:
    path = GOLDEN / (name if Path(name).suffix in SUFFIXES else f"{name}.txt")
    given = text if text.endswith("\n") else f"{text}\n"
    shown = path.relative_to(GOLDEN.parent.parent).as_posix()
    if os.environ.get(UPDATE) == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(given, encoding="utf-8", newline="\n")
        return
    if not path.exists():
        pytest.fail(f"{shown} does not exist; {UPDATE}=1 writes it:\n{given}", pytrace=False)
    held = path.read_text(encoding="utf-8")
    if held != given:
        diff = unified_diff(held.splitlines(), given.splitlines(), shown, "now", lineterm="")
        what_to_do = f"the text is not that of {shown}; {UPDATE}=1 rewrites it, then read what changed:"
        pytest.fail("\n".join([what_to_do, *diff]), pytrace=False)


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with tests/golden/NAME (NAME.txt where NAME has no suffix of a text format).

    With CLAIMTRACK_UPDATE_GOLDEN=1 the file is written instead.
    """
    return _check_golden

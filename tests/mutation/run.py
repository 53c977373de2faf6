"""Mutation testing: does a test fail when a line of the core is wrong? To be run, not a test.

    python tests/mutation/run.py --sample 250        250 mutants of each package, drawn anew
    python tests/mutation/run.py --sample 250 --seed 7 --packages figures,status
    python tests/mutation/run.py --page              writes docs/reference/mutation.md from the last run

mutmut makes the mutants and runs the tests that reach each; what is drawn, and the score, are of here.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tomllib
from math import sqrt
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
RUN = HERE / "run.json"
PAGE = ROOT / "docs" / "reference" / "mutation.md"
PACKAGES = tomllib.loads((HERE / "packages.toml").read_text(encoding="utf-8"))
PARTS = (
    "claimtrack", "tests", "examples", "docs", "README.md", "pyproject.toml", "_claimtrack_hypothesis.py",
)  # fmt: skip
KILLED, SURVIVED, UNREACHED = "killed", "survived", "reached by no test"
OUTCOMES = {0: SURVIVED, 1: KILLED, 3: KILLED, 5: UNREACHED, 33: UNREACHED}
"""What the exit codes of mutmut say; any other (a crash, or time up) is a mutant that was noticed."""

# Tests are named to pytest by their ids, and an escaped "é" in one is not found again.
SETTINGS = """
[tool.mutmut]
source_paths = ["claimtrack"]
only_mutate = {modules}
also_copy = ["docs", "examples", "README.md", "_claimtrack_hypothesis.py"]
pytest_add_cli_args = [
  "-p", "no:xdist", "-p", "no:cacheprovider",
  "-o", "disable_test_id_escaping_and_forfeit_all_rights_to_community_support=true",
]
pytest_add_cli_args_test_selection = {tests}
timeout_multiplier = 4
use_git_change_detection = false
"""

INTRODUCTION = """\
# Mutation testing

A test that cannot fail proves nothing. mutmut changes one thing in a function of the core (a sign, an end,
a constant, a word of a message) and the tests that reach it are run: a mutant is killed where one of them
fails. Mutants of each package are drawn at random with a seed that was not used before; every string counts,
messages and sentences too. `make mutation` draws anew; `tests/mutation/run.py --page` writes this.

| package | mutants made | drawn | killed | score | 95 % interval | seed |
|---|--:|--:|--:|--:|--:|--:|
"""


def copy(to):
    """The checkout in a folder of its own."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    for part in PARTS:
        place = ROOT / part
        if place.is_dir():
            shutil.copytree(place, to / part, ignore=shutil.ignore_patterns("__pycache__", "corpus"))
        else:
            shutil.copy(place, to / part)


def settle(folder, name, stage):
    """Tell the copy what is mutated and which tests are asked."""
    package = PACKAGES[name]
    modules = [f"claimtrack/{pattern}" for pattern in package["modules"]]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    tests = [path for pattern in package[stage] for path in _files(folder, pattern)]
    settings = SETTINGS.format(modules=json.dumps(modules), tests=json.dumps(tests))
    (folder / "pyproject.toml").write_text(project + settings, encoding="utf-8")


def _files(folder, pattern):
    """The test files that a pattern names; a pattern that names none is a mistake."""
    found = sorted(path.relative_to(folder).as_posix() for path in folder.glob(pattern))
    return found or sys.exit(f"packages.toml: no test is named by {pattern}")


def mutmut(folder, *arguments):
    """Run mutmut in the copy."""
    return subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments],
        cwd=folder, check=False, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "HYPOTHESIS_PROFILE": "mutation", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip


def known(folder):
    """Every mutant that was made and what came of it, None where it was not run."""
    found = {}
    for meta in sorted((folder / "mutants" / "claimtrack").rglob("*.meta")):
        found |= json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def asked(folder, name, stage, mutants, processes):
    """Run the tests of a stage on some mutants: what came of each."""
    settle(folder, name, stage)
    done = mutmut(folder, "run", *mutants, "--max-children", str(processes))
    codes = known(folder)
    if any(codes.get(mutant) is None for mutant in mutants):
        sys.exit(f"mutmut did not run its mutants:\n{done.stdout[-5000:]}")
    return {mutant: OUTCOMES.get(codes[mutant], KILLED) for mutant in mutants}


def run(name, size, seed, processes, folder):
    """Make the mutants of a package, draw, and run: how many were made, and what came of those drawn."""
    copy(folder)
    settle(folder, name, "quick")
    made = mutmut(folder, "run", "no.such.mutant", "--max-children", "1")
    mutants = sorted(known(folder))
    if not mutants:
        sys.exit(f"no mutant was made:\n{made.stdout[-5000:]}")
    draw = random.Random(seed)  # noqa: S311  # draws a sample, and keeps no secret
    chosen = mutants if len(mutants) <= size else draw.sample(mutants, size)
    outcomes = asked(folder, name, "quick", chosen, processes)
    alive = [mutant for mutant, outcome in outcomes.items() if outcome != KILLED]
    print(f"{name}: {len(mutants):,} made, {len(chosen)} drawn, {len(alive)} left to the laws", flush=True)
    if alive:
        for mutant, outcome in asked(folder, name, "laws", alive, processes).items():
            outcomes[mutant] = outcome if outcome != UNREACHED else outcomes[mutant]
    return len(mutants), outcomes


def diff(folder, mutant):
    """What a mutant changed: the lines taken and the lines put."""
    shown = mutmut(folder, "show", mutant).stdout
    return [line for line in shown.splitlines() if re.match(r"[-+](?![-+])", line)]


def interval(killed, drawn):
    """Wilson's 95 % interval of a share."""
    share, z = killed / drawn, 1.96
    middle = (share + z * z / (2 * drawn)) / (1 + z * z / drawn)
    half = z * sqrt(share * (1 - share) / drawn + z * z / (4 * drawn * drawn)) / (1 + z * z / drawn)
    return middle - half, middle + half


def written(name, seed, made, outcomes, folder):
    """Keep what came of a run, for the page and for who looks at the survivors."""
    kept = json.loads(RUN.read_text(encoding="utf-8")) if RUN.exists() else {}
    survivors = {mutant: outcome for mutant, outcome in sorted(outcomes.items()) if outcome != KILLED}
    kept[name] = {
        "seed": seed, "made": made, "drawn": len(outcomes), "killed": len(outcomes) - len(survivors),
        "survivors": {mutant: [outcome, *diff(folder, mutant)] for mutant, outcome in survivors.items()},
    }  # fmt: skip
    RUN.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(score(name, kept[name]), flush=True)


def score(name, run):
    """One line of the score."""
    low, high = interval(run["killed"], run["drawn"])
    return (
        f"{name}: {run['killed']} of {run['drawn']} killed, {run['killed'] / run['drawn']:.1%} "
        f"(95 % interval {low:.0%} to {high:.0%}); {run['made']:,} made"
    )


def page():
    """The page of the documentation: the score, and each survivor with what was found."""
    runs = json.loads(RUN.read_text(encoding="utf-8"))
    looked_at = tomllib.loads((HERE / "looked_at.toml").read_text(encoding="utf-8"))
    lines = INTRODUCTION.splitlines()
    for name, run in runs.items():
        low, high = interval(run["killed"], run["drawn"])
        lines.append(
            f"| {name} | {run['made']:,} | {run['drawn']} | {run['killed']} "
            f"| {run['killed'] / run['drawn']:.1%} | {low:.0%}–{high:.0%} | {run['seed']} |"
        )
    lines += [
        "", "Of what survived, each was looked at. *Same*: no caller can tell it from the code as it is.",
        "*Faster*: only a short cut is lost, the answer is the same. *Gap*: a test is wanting.", "",
        "| survivor | what changed | found |", "|---|---|---|",
    ]  # fmt: skip
    for run in runs.values():
        for mutant, (outcome, *changed) in run["survivors"].items():
            new = " ".join(line[1:].strip() for line in changed if line.startswith("+"))
            found = looked_at.get(mutant, outcome)
            lines.append(f"| `{mutant.removeprefix('claimtrack.')}` | `{_cell(new)}` | {found} |")
    return "\n".join([*lines, ""])


def _cell(text):
    return text.replace("|", "\\|").replace("`", "'")


def main():
    """Read the arguments and do it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", type=int, default=250)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10_000))
    parser.add_argument("--packages", default=",".join(PACKAGES))
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "mutation")
    parser.add_argument("--page", action="store_true", help="write the page from the last runs, run nothing")
    given = parser.parse_args()
    if given.page:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
        return
    for name in given.packages.split(","):
        made, outcomes = run(name, given.sample, given.seed, given.processes, given.folder)
        written(name, given.seed, made, outcomes, given.folder)


if __name__ == "__main__":
    main()

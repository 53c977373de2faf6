"""How many examples a second the strategies give, and what the entry point costs; to be run, not a test.

    python tests/benchmarks/strategies.py            prints each line as soon as it is measured
    python tests/benchmarks/strategies.py --write    and writes docs/reference/speed-of-strategies.md
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claimtrack import strategies as cts
from claimtrack.strategies.holdings import ACT_BYTES
from claimtrack.strategies.statements import CLAIM_BYTES

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "reference" / "speed-of-strategies.md"
BYTES = 5 * (1 + CLAIM_BYTES) + 3 * (1 + ACT_BYTES)
FLOOR = "st.integers()"
MEASURED = {
    FLOOR: st.integers(),
    f"st.binary(min_size={BYTES})": st.binary(min_size=BYTES, max_size=BYTES),
    f"st.tuples(*[st.integers(0, 255)] * {BYTES})": st.tuples(*[st.integers(0, 255)] * BYTES),
    "figures()": cts.figures(),
    "whens()": cts.whens(),
    "wordings()": cts.wordings(),
    "parties()": cts.parties(),
    "sources(parties=parties())": cts.sources(parties=cts.parties()),
    "events()": cts.events(),
    "measures()": cts.measures(),
    "claims()": cts.claims(),
    "ledgers(max_claims=3, max_acts=0)": cts.ledgers(max_claims=3, max_acts=0),
    "ledgers()": cts.ledgers(),
    "ledgers(min_claims=20, max_claims=30)": cts.ledgers(min_claims=20, max_claims=30),
    "origins()": cts.origins(),
}
"""The first three are Hypothesis alone: the least that an example costs, and what one draw a choice would."""

SLICE, ROUNDS = 150, 5


def seconds(strategy, examples):
    """Processor time of one example, with all that Hypothesis does for it."""
    drawn = 0

    # only the speed is asked here; whether the health checks pass is asked by `healthy`
    @settings(
        max_examples=examples, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(strategy)
    def draw(_):
        nonlocal drawn
        drawn += 1

    start = time.process_time()
    draw()
    return (time.process_time() - start) / drawn


def speed(strategy):
    """Examples a second of processor time, and times the cost of the floor: the middle of paired rounds."""
    seconds(strategy, 50)
    rounds = [(seconds(strategy, SLICE), seconds(MEASURED[FLOOR], SLICE)) for _ in range(ROUNDS)]
    per_example = statistics.median(mine for mine, _ in rounds)
    return 1 / per_example, statistics.median(mine / floor for mine, floor in rounds)


def healthy(strategy):
    """Draw with every health check of Hypothesis on; it raises where one fails."""

    @settings(max_examples=100, deadline=None, database=None, suppress_health_check=[])
    @given(strategy)
    def draw(_):
        pass

    draw()


UNRELATED = """
import sys
from hypothesis import given, strategies as st
@given(st.integers())
def test_nothing_of_ours(n):
    assert n == n
def test_modules():
    print("MODULES", len(sys.modules), *sorted(name for name in sys.modules if "claimtrack" in name))
"""
PAIRS = 9


def run_of_pytest(python, folder, path):
    """Seconds of processor time of an unrelated run, how many modules it imports, and which of ours."""
    command = [python, "-m", "pytest", "-qs", "-p", "no:cacheprovider", "test_unrelated.py"]
    before = os.times()
    done = subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(path)},
    )  # fmt: skip
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    line = next(line for line in done.stdout.splitlines() if "MODULES" in line)
    _, count, *ours = line[line.index("MODULES") :].split()
    return spent, int(count), ours


def unrelated_run():
    """What a run of pytest that uses Hypothesis and not claimtrack pays where claimtrack is installed.

    Milliseconds of the run, what is added (the quarters of pairs of runs), and the modules that are.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "test_unrelated.py").write_text(UNRELATED, encoding="utf-8")
        python, pip = folder / "venv" / "bin" / "python", ["-m", "pip", "install", "-qq"]
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        # what claimtrack needs is there in both; only claimtrack and its entry point are not
        subprocess.run([python, *pip, "pytest", "hypothesis", "attrs"], check=True)
        alone, beside = folder / "alone", folder / "beside"
        alone.mkdir()
        subprocess.run([python, *pip, "--no-deps", "--target", beside, ROOT], check=True)
        for path in (alone, beside):
            run_of_pytest(python, folder, path)  # so that each has its bytecode
        pairs = [
            (run_of_pytest(python, folder, alone), run_of_pytest(python, folder, beside))
            for _ in range(PAIRS)
        ]
    quarters = statistics.quantiles([1000 * (second[0] - first[0]) for first, second in pairs], n=4)
    (_, without, _), (_, held, ours) = pairs[-1]
    return 1000 * statistics.median(first[0] for first, _ in pairs), quarters, held - without, ours


HOOK = """
import importlib, sys, time, hypothesis
sys.modules.pop("_claimtrack_hypothesis", None)
start = time.perf_counter(); importlib.import_module("_claimtrack_hypothesis").register()
hook = time.perf_counter(); import claimtrack
package = time.perf_counter(); import claimtrack.strategies
print(hook - start, package - hook, time.perf_counter() - package)
"""


def import_times():
    """Milliseconds for the entry point, claimtrack and its strategies, of five runs the middle one."""
    runs = [
        subprocess.run([sys.executable, "-c", HOOK], capture_output=True, text=True, check=True).stdout
        for _ in range(5)
    ]
    return [1000 * statistics.median(map(float, part)) for part in zip(*map(str.split, runs), strict=True)]


def costs():
    """What the entry point and the imports cost, one line each."""
    hook, package, strategies = import_times()
    yield "the entry point, where claimtrack is not imported", f"{hook:.2f} ms"
    yield "`import claimtrack`, after Hypothesis", f"{package:.0f} ms"
    yield "`import claimtrack.strategies`, when a strategy is asked for", f"{strategies:.0f} ms"
    whole, (lower, middle, upper), more, ours = unrelated_run()
    yield "an unrelated run of pytest, without claimtrack installed", f"{whole:.0f} ms of processor time"
    yield (
        "the same with it installed",
        f"{middle:+.0f} ms, quarters {lower:+.0f} and {upper:+.0f}, of {PAIRS} pairs",
    )
    yield "modules that are imported more in that run", f"{more}: `{'`, `'.join(ours)}`"


def page(speeds, prices):
    """The page of the documentation."""
    versions = f"{platform.machine()}, Python {platform.python_version()}, Hypothesis {version('hypothesis')}"
    return f"""# Speed of the strategies

Written by `tests/benchmarks/strategies.py --write`. Measured on {versions}, on one
core of a shared machine, in processor time, with all that Hypothesis itself does for an example. The last
column is paired: each strategy by turns with `st.integers()`, the least that Hypothesis asks for any example.
Every strategy was also drawn from with every health check on.

| strategy | examples a second | × the time of `st.integers()` |
|---|--:|--:|
{chr(10).join(speeds)}

The first three are Hypothesis alone. It pays for every draw, and almost nothing for every byte of one: a
ledger is read from {BYTES} bytes that are drawn at once, as in the second line. Drawn as so many choices it
could be no faster than the third.

## What a run that does not use it pays

| what | cost |
|---|--:|
{chr(10).join(f"| {what} | {cost} |" for what, cost in prices)}

The entry point stands beside the package. Hypothesis loads it in every run; where claimtrack is not imported
it imports nothing of it.
"""


def main():
    """Print the speeds."""
    speeds = []
    for name, strategy in MEASURED.items():
        healthy(strategy)
        per_second, ratio = speed(strategy)
        speeds.append(f"| `{name}` | {per_second:,.0f} | {ratio:.1f} |")
        print(f"{name:<40} {per_second:>7,.0f} examples/s, {ratio:>5.1f} × {FLOOR}", flush=True)
    prices = []
    for what, cost in costs():
        prices.append((what, cost))
        print(f"{what}: {cost}", flush=True)
    if "--write" in sys.argv:
        PAGE.write_text(page(speeds, prices), encoding="utf-8")


if __name__ == "__main__":
    main()

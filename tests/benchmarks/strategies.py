"""How many examples a second the strategies give, with Hypothesis' own work; to be run, not a test.

    python tests/benchmarks/strategies.py
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claimtrack import strategies as cts

EXAMPLES = 3000
MEASURED = {
    "st.integers() (Hypothesis alone)": st.integers(),
    "figures()": cts.figures(),
    "whens()": cts.whens(),
    "wordings()": cts.wordings(),
    "sources()": cts.sources(parties=cts.parties()),
    "claims()": cts.claims(),
    "ledgers(max_claims=3, max_acts=0)": cts.ledgers(max_claims=3, max_acts=0),
    "ledgers()": cts.ledgers(),
    "ledgers(min_claims=20, max_claims=30)": cts.ledgers(min_claims=20, max_claims=30),
    "origins()": cts.origins(),
}


def per_second(strategy):
    """Examples a second of processor time, of three rounds the middle one."""
    rounds = []
    for _ in range(3):
        drawn = 0

        # only the speed is asked here; whether the health checks pass is asked by `healthy`
        @settings(
            max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(strategy)
        def draw(_):
            nonlocal drawn
            drawn += 1

        start = time.process_time()
        draw()
        rounds.append(drawn / (time.process_time() - start))
    return statistics.median(rounds)


HOOK = """
import importlib, sys, time, hypothesis
sys.modules.pop("_claimtrack_hypothesis", None)
start = time.perf_counter(); importlib.import_module("_claimtrack_hypothesis").register()
hook = time.perf_counter(); import claimtrack
package = time.perf_counter(); import claimtrack.strategies
print(hook - start, package - hook, time.perf_counter() - package)
"""


def import_times():
    """Milliseconds for the entry point, claimtrack and its strategies, of nine runs the middle one."""
    runs = [
        subprocess.run([sys.executable, "-c", HOOK], capture_output=True, text=True, check=True).stdout
        for _ in range(9)
    ]
    return [1000 * statistics.median(map(float, part)) for part in zip(*map(str.split, runs), strict=True)]


UNRELATED = """
from hypothesis import given, strategies as st
@given(st.integers())
def test_nothing_of_ours(n):
    assert n == n
"""
PAIRS = 25


def processor_time(command, folder):
    """Seconds of processor time of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def environment(folder, name, *packages):
    """An interpreter that has pytest, Hypothesis and these packages, and nothing else."""
    subprocess.run([sys.executable, "-m", "venv", folder / name], check=True)
    python = folder / name / "bin" / "python"
    pip = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, "pytest", "hypothesis"], check=True)
    if packages:
        subprocess.run([*pip, "--no-deps", *packages], check=True)
    return python


def unrelated_run():
    """What a run of pytest that uses Hypothesis and not claimtrack pays where claimtrack is installed.

    Milliseconds of processor time of the run, and what is added, as the quarters of pairs of runs.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "test_unrelated.py").write_text(UNRELATED, encoding="utf-8")
        run = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "test_unrelated.py"]
        alone = environment(folder, "alone")
        beside = environment(folder, "beside", Path(__file__).parent.parent.parent)
        pairs = [
            (processor_time([alone, *run], folder), processor_time([beside, *run], folder))
            for _ in range(PAIRS)
        ]
    quarters = statistics.quantiles([1000 * (second - first) for first, second in pairs], n=4)
    return 1000 * statistics.median(first for first, _ in pairs), quarters


def healthy(strategy):
    """Draw with every health check of Hypothesis on; it raises where one fails."""

    @settings(max_examples=200, deadline=None, database=None, suppress_health_check=[])
    @given(strategy)
    def draw(_):
        pass

    draw()


def main():
    """Print the speeds."""
    for strategy in MEASURED.values():
        healthy(strategy)
    print("every health check passes")
    for name, strategy in MEASURED.items():
        print(f"{name:<40} {per_second(strategy):>8,.0f} examples/s")
    hook, package, strategies = import_times()
    whole, (lower, middle, upper) = unrelated_run()
    print(f"an unrelated run of pytest               {whole:>8.0f} ms of processor time")
    print(f"the same where claimtrack is installed   {middle:>+8.1f} ms, quarters {lower:+.1f}, {upper:+.1f}")
    print(f"entry point, in a run without claimtrack {hook:>8.2f} ms")
    print(f"import claimtrack, after hypothesis      {package:>8.0f} ms")
    print(f"import claimtrack.strategies             {strategies:>8.0f} ms")


if __name__ == "__main__":
    main()

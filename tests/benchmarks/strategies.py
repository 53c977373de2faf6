"""How many examples a second the strategies give, with Hypothesis' own work; to be run, not a test.

    python tests/benchmarks/strategies.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

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


def main():
    """Print the speeds."""
    for name, strategy in MEASURED.items():
        print(f"{name:<40} {per_second(strategy):>8,.0f} examples/s")
    hook, package, strategies = import_times()
    print(f"entry point, in a run without claimtrack {hook:>8.2f} ms")
    print(f"import claimtrack, after hypothesis      {package:>8.0f} ms")
    print(f"import claimtrack.strategies             {strategies:>8.0f} ms")


if __name__ == "__main__":
    main()

"""How fast the learned model fits: CPU seconds and memory for claims in groups of about eight.

python tests/benchmarks/learning_speed.py             a thousand, a hundred thousand, a million claims
python tests/benchmarks/learning_speed.py 1000000     one size
"""

from __future__ import annotations

import resource
import sys
import time

import numpy as np
from tabulate import tabulate

from claimtrack.learning import Columns, columns, fit_columns

BEARINGS = np.array(["neutral", "enemy", "own", "civilian"])


def make(claims: int, sources: int, seed: int = 0) -> Columns:
    """Claims of sources that differ widely in how much they say."""
    rng = np.random.default_rng(seed)
    question = rng.integers(0, max(1, claims // 8), claims)
    source = np.minimum((rng.pareto(1.0, claims) * sources / 50).astype(int), sources - 1)
    answer = rng.normal(1.5, 1.2, claims // 8 + 1)
    habit = np.array([0, 0.7, -0.6, 0.1])[np.arange(sources) % 4] + rng.normal(0, 0.3, sources)
    noise = rng.uniform(0.2, 0.7, sources)
    said = answer[question] + habit[source] + noise[source] * rng.standard_t(4, claims)
    low = np.maximum(np.round(np.expm1(said)), 0)
    return columns(question=question, source=source, low=low, bearing=BEARINGS[source % 4].tolist())


def main() -> None:
    """Print a line for each size."""
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 100_000, 1_000_000]
    lines = []
    for claims in sizes:
        for sources in (20, 2_000, 20_000):
            if sources * 10 > claims and sources > 20:
                continue
            began = time.process_time()
            rows = make(claims, sources)
            made = time.process_time()
            fit_columns(rows, variant="linear")
            fitted = time.process_time()
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            lines.append(
                [f"{claims:,}", f"{sources:,}", f"{made - began:.2f}", f"{fitted - made:.3f}", f"{peak:,.0f}"]
            )
    print(
        tabulate(
            lines,
            ("claims", "sources", "made, CPU s", "fitted, CPU s", "peak so far, MB"),
            disable_numparse=True,
        )
    )


if __name__ == "__main__":
    main()

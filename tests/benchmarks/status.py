"""How fast statuses are derived, against building the same ledger in the same run.

python tests/benchmarks/status.py [claims]
"""

from __future__ import annotations

import sys
from time import process_time

from ledger import build, clocked, rows

from claimtrack.claims import Claim
from claimtrack.figures import exactly
from claimtrack.status import State


def states(ledger):
    counts = dict.fromkeys(State, 0)
    for _, state in ledger.statuses.states():
        counts[state] += 1
    return counts


def one_by_one(ledger):
    status = ledger.status
    for claim in ledger.log.claims:
        _ = status(claim).state


def added(ledger, times):
    """Record a claim on a question that is looked at, and look again; each time in milliseconds."""
    claim = ledger.log.claims[len(ledger.log.claims) // 2]
    ledger.status(claim)
    spent = []
    for number in range(times):
        more = Claim(claim.event, claim.source, claim.question, exactly(1000 + number), stated="2025-01-01")
        start = process_time()
        ledger.record(more)
        ledger.status(claim)
        spent.append(1000 * (process_time() - start))
    return sorted(spent)[times // 2]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    given = list(rows(count))
    built, ledger = clocked(lambda: build(given))
    print(f"{count:,} claims built in {built:.2f} s = 1.00")
    spent, counts = clocked(lambda: states(ledger))
    print(f"all states: {spent:.2f} s, {spent / built:.2f} x building")
    print(", ".join(f"{state.value} {number:,}" for state, number in counts.items() if number))
    spent, _ = clocked(lambda: one_by_one(ledger))
    print(f"ledger.status of each, again: {spent:.2f} s, {spent / built:.2f} x building")
    print(f"one claim added to a question of ten: {added(ledger, 5):.3f} ms")


if __name__ == "__main__":
    main()

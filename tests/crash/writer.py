"""Records claims one by one in a store and says so after each; killed by the tests at a random moment.

python tests/crash/writer.py STORE NAME COUNT [POWER-CUT|crash]
"""

from __future__ import annotations

import sys

import claimtrack as ct
from claimtrack.io.store import open_store


def main(path: str, name: str, count: int, survives: str) -> None:
    event, source, question = ct.Event("Attack"), ct.Source(name), ct.killed()
    with open_store(path, wait=60, survives=survives) as store:
        for number in range(count):
            claim = ct.Claim(event, source, question, ct.exactly(number), note=f"{name} {number}")
            store.record(claim)
            sys.stdout.write(f"{claim.id}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else "power-cut")

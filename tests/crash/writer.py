"""Records batches of claims in a store and says so after each; killed by the tests at a random moment.

python tests/crash/writer.py STORE NAME BATCHES [power-cut|crash] [CLAIMS IN A BATCH]
"""

from __future__ import annotations

import sys

import claimtrack as ct
from claimtrack.io.store import open_store


def main(path: str, name: str, batches: int, survives: str = "power-cut", size: str = "1") -> None:
    event, source, question, many = ct.Event("Attack"), ct.Source(name), ct.killed(), int(size)
    with open_store(path, wait=60, survives=survives) as store:
        for batch in range(batches):
            numbers = range(batch * many, (batch + 1) * many)
            claims = [
                ct.Claim(event, source, question, ct.exactly(number), note=f"{name} {batch}")
                for number in numbers
            ]
            store.record_all(claims)
            sys.stdout.write("".join(f"{claim.id}\n" for claim in claims))
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), *sys.argv[4:])

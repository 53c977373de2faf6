"""Kills a process that records in a store at random moments, and looks at what is left.

Every other writer records batches, of which all has to be there or nothing.

python tests/crash/kill.py 200     # how often; prints what was kept
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import claimtrack as ct
from claimtrack.io.store import open_store

WRITER = Path(__file__).with_name("writer.py")
BATCH = 50


def kill_once(store: Path, name: str, seconds: float, size: int) -> list[str]:
    """Start a writer, kill it after some seconds of writing, and give what it said was recorded."""
    command = [sys.executable, str(WRITER), str(store), name, "1000000", "power-cut", str(size)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        assert first, "the writer did not start: see what it printed"
        time.sleep(seconds)
        writer.kill()
        rest = writer.stdout.read()
    whole = (first + rest).rpartition("\n")[0]  # a line that the kill cut off was not acknowledged
    return whole.split("\n") if whole else []


def kill_often(folder: Path, times: int, seed: int = 0) -> tuple[int, int, int]:
    """Kill writers of one store; how many records were acknowledged and lost, and how often it was bad."""
    moments = random.Random(seed)  # noqa: S311
    store = folder / "crash.sqlite"
    acknowledged: set[str] = set()
    bad = 0
    for turn in range(times):
        size = BATCH if turn % 2 else 1
        acknowledged.update(kill_once(store, f"Writer {turn}", moments.uniform(0, 0.05), size))
        with open_store(store) as opened:
            held = {claim.id for claim in opened.claims()}
            bad += not opened.verify().intact
            sizes = Counter(claim.note for claim in opened.claims(source=ct.Source(f"Writer {turn}")))
            bad += set(sizes.values()) != {size}
        lost = acknowledged - held
        if lost or bad:
            return len(acknowledged), len(lost), bad
    return len(acknowledged), 0, bad


if __name__ == "__main__":
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as made:
        given, gone, broken = kill_often(Path(made), turns)
    print(f"{turns} kills: {given:,} records acknowledged, {gone} lost, {broken} bad stores")
    sys.exit(1 if gone or broken else 0)

"""Two writers and four readers on one store at once; every acknowledged record must be kept.

python tests/crash/parallel.py 60     # for how many seconds
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from claimtrack.io.store import open_store

WRITER = Path(__file__).with_name("writer.py")
NAMES = ("one", "two")
READER = """
import sys, time
from claimtrack.io.store import open_store
path, seconds = sys.argv[1], float(sys.argv[2])
end, reads, last = time.monotonic() + seconds, 0, 0
with open_store(path, read_only=True, wait=60) as store:
    while time.monotonic() < end:
        store.refresh()
        count = len(store)
        assert count >= last, (count, last)
        assert [e.number for e in store.entries()][-1:] == [count - 1][:count]
        reads, last = reads + 1, count
        time.sleep(0.05)
    assert store.verify().intact
print(reads)
"""


def start_writer(store: Path, said: Path) -> subprocess.Popen[bytes]:
    """Start a writer that says into a file what it has recorded."""
    with said.open("wb") as file:
        return subprocess.Popen(
            [sys.executable, str(WRITER), str(store), said.name, "1000000", "crash"], stdout=file
        )


def run(folder: Path, seconds: float) -> tuple[int, int, int]:
    """How many records were acknowledged, how many of them are lost, and how often readers read."""
    path = folder / "parallel.sqlite"
    with open_store(path):
        pass
    writers = [start_writer(path, folder / name) for name in NAMES]
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(path), str(seconds)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    time.sleep(seconds)
    reads = sum(int(reader.communicate()[0]) for reader in readers)
    for writer in writers:
        writer.kill()
        writer.wait()
    said = [(folder / name).read_text().rpartition("\n")[0].split("\n") for name in NAMES]
    assert all(len(lines) > 1 for lines in said), "each writer gets its turns"
    with open_store(path) as store:
        assert store.verify().intact
        held = {claim.id for claim in store.claims()}
    acknowledged = {line for lines in said for line in lines}
    return len(acknowledged), len(acknowledged - held), reads


if __name__ == "__main__":
    duration = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    with tempfile.TemporaryDirectory() as made:
        given, gone, seen = run(Path(made), duration)
    print(
        f"{duration:.0f} s: {given:,} records acknowledged, {gone} lost; {seen:,} reads of a consistent state"
    )
    sys.exit(1 if gone else 0)

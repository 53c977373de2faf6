"""How fast ledgers are written, read and stored, as speeds and as ratios to a floor.

python tests/benchmarks/io.py [CLAIMS]     # 200,000 by default

The floor of JSONL is json.dumps and json.loads of the same rows; of the store, executemany of the same
rows into the same tables; of single records, one INSERT a transaction; of UCDP GED, csv.reader. Times
are of the processor, as machines are shared; the store's also of the wall, as it waits for the disk.
"""

from __future__ import annotations

import csv
import gc
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import claimtrack as ct
from claimtrack.io import jsonl, ucdp
from claimtrack.io.store import open_store
from claimtrack.ledger import Ledger
from claimtrack.log.records import collector_paused

GED = Path(__file__).parent.parent / "data" / "io" / "ucdp_ged191_syria.csv"
GED_ROWS = 16_566
SINGLES = 2_000


def made_up(count: int) -> Ledger:
    """A ledger of claims: eight on an event, a third without carriers, a fifth with language and link."""
    chance = random.Random(1)  # noqa: S311
    army = ct.Party("Army")
    questions = [ct.killed(of=army), ct.wounded(of=army)]
    sources = [ct.Source(f"Source {number}") for number in range(300)]
    figures = [ct.exactly(n) for n in range(300)] + [
        ct.at_least(n, words=f"at least {n}") for n in range(100)
    ]
    days = [ct.when(f"2024-{month:02d}-{day:02d}") for month in range(1, 13) for day in range(1, 29)]
    ledger = Ledger()
    claims = []
    for number in range(count):
        if number % 8 == 0:
            event = ct.Event(f"Attack {number}", occurred=days[number % 336], place="Town")
        via = () if number % 3 == 0 else (chance.choice(sources),)
        more = {"url": f"https://example.org/{number}", "lang": "en"} if number % 5 == 0 else {}
        parts = (event, chance.choice(sources), chance.choice(questions), chance.choice(figures))
        claims.append(ct.Claim(*parts, stated=chance.choice(days), via=via, **more))
    with collector_paused():
        ledger.record_all({claim.id: claim for claim in claims}.values())
    return ledger


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the processor and of the wall."""
    gc.collect()
    wall, used = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - used, time.perf_counter() - wall


def show(what: str, count: int, used: float, floor: float) -> None:
    print(f"{what:<34}{count / used:>12,.0f} /s   {used / floor:5.2f} x its floor")


def bench_jsonl(ledger: Ledger, folder: Path) -> None:
    path, count = folder / "a.jsonl", len(ledger.log.claims)
    written, _ = timed(lambda: jsonl.dump(ledger, path))
    lines = path.read_text(encoding="utf-8").splitlines()
    with collector_paused():
        rows = [json.loads(line) for line in lines]
        dumps, _ = timed(lambda: [json.dumps(row, ensure_ascii=False) and None for row in rows])
        rows.clear()
        loads, _ = timed(lambda: [json.loads(line) and None for line in lines])
    lines.clear()
    read, _ = timed(lambda: jsonl.load(path))
    show("JSONL written, claims", count, written, dumps)
    show("JSONL read and checked, claims", count, read, loads)


def bench_store(ledger: Ledger, folder: Path) -> None:
    path, claims = folder / "a.sqlite", ledger.log.claims

    def store() -> None:
        with open_store(path) as opened:
            for start in range(0, len(claims), 20_000):
                opened.record_all(claims[start : start + 20_000])

    used, wall = timed(store)
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT * FROM entries").fetchall()
    tables = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")]
    connection.close()
    floor = sqlite3.connect(folder / "floor.sqlite", isolation_level=None)
    floor.execute("PRAGMA journal_mode = WAL")
    for sql in tables:
        floor.execute(sql)

    statement = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

    def insert() -> None:
        for start in range(0, len(rows), 20_000):
            floor.execute("BEGIN")
            floor.executemany(statement, rows[start : start + 20_000])
            floor.execute("COMMIT")

    least, _ = timed(insert)
    floor.close()
    show("stored in batches, claims", len(claims), used, least)
    print(f"{'  … by the wall':<34}{len(claims) / wall:>12,.0f} /s")
    with open_store(path) as opened:
        opened_in, _ = timed(opened.claims)
        verified, _ = timed(opened.verify)
    print(f"{'opened and loaded, claims':<34}{len(claims) / opened_in:>12,.0f} /s")
    print(f"{'verified, claims':<34}{len(claims) / verified:>12,.0f} /s")


def bench_singles(folder: Path) -> None:
    event, source, question = ct.Event("Attack"), ct.Source("AFP"), ct.killed()
    for survives, synchronous in (("power-cut", "FULL"), ("crash", "NORMAL")):
        with open_store(folder / f"{survives}.sqlite", survives=survives) as opened:
            opened.record(event)
            _, wall = timed(
                lambda opened=opened: [
                    opened.record(ct.Claim(event, source, question, ct.exactly(n))) for n in range(SINGLES)
                ]
            )
        floor = sqlite3.connect(folder / f"{survives}.floor", isolation_level=None)
        floor.execute("PRAGMA journal_mode = WAL")
        floor.execute(f"PRAGMA synchronous = {synchronous}")
        floor.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, body TEXT)")

        def insert(floor: sqlite3.Connection = floor) -> None:
            for number in range(SINGLES):
                floor.execute("BEGIN IMMEDIATE")
                floor.execute("INSERT INTO t VALUES (?, ?)", (number, "x" * 300))
                floor.execute("COMMIT")

        _, least = timed(insert)
        floor.close()
        show(f"single records, survive a {survives}", SINGLES, wall, least)


def bench_ged(folder: Path) -> None:
    path = folder / "ged.csv"
    with GED.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for number in range(GED_ROWS):
            writer.writerow([str(number), *rows[number % len(rows)][1:]])

    def floor() -> None:
        with path.open(encoding="utf-8", newline="") as file:
            list(csv.reader(file))

    used, wall = timed(lambda: ucdp.read(path))
    least, _ = timed(floor)
    show("UCDP GED, rows", GED_ROWS, used, least)
    print(f"{'  … one country file of ' + str(GED_ROWS):<34}{used:>12.2f} s of the processor, {wall:.2f} s")


def bench_memory(path: Path) -> None:
    """The peak while a file is read, beside what the ledger takes once it is there."""
    before = resident()
    ledger = jsonl.load(path)
    held = resident() - before
    peak = status("VmHWM") - before
    print(f"{'memory: the ledger':<34}{held / len(ledger.log.claims):>12,.0f} bytes a claim")
    print(f"{'memory: peak while reading':<34}{peak / held:>12.2f} x the ledger")


def resident() -> int:
    return status("VmRSS")


def status(name: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench_ged(folder)
        bench_singles(folder)
        ledger = made_up(count)
        jsonl.dump(ledger, folder / "memory.jsonl")
        print(f"{len(ledger.log.claims):,} claims:")
        bench_jsonl(ledger, folder)
        bench_store(ledger, folder)
        if Path("/proc/self/status").exists():
            call = f"['bench_memory']({str(folder / 'memory.jsonl')!r})"
            script = f"import runpy; runpy.run_path({__file__!r}){call}"
            subprocess.run([sys.executable, "-c", script], check=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)

"""How fast ledgers are written, read and stored; writes docs/reference/speed-of-files.md.

python tests/benchmarks/io.py [CLAIMS] [--write]     # 200,000 by default

The floor of JSONL is json.dumps and json.loads of the same rows; of the store, executemany of the same
rows into a table without an index; of single records, one INSERT a transaction and the fsyncs of the disk; of
UCDP GED, csv.reader. Times are of the processor, as machines are shared, beside those of the wall.
"""

from __future__ import annotations

import csv
import gc
import json
import os
import platform
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import claimtrack as ct
from claimtrack.io import jsonl, ucdp
from claimtrack.io.store import open_store
from claimtrack.ledger import Ledger
from claimtrack.log.records import collector_paused

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "reference" / "speed-of-files.md"
GED = ROOT / "tests" / "data" / "io" / "ucdp_ged191_syria.csv"
GED_ROWS = 16_566
SINGLES = 1_000
SYNCS = 300
AT_ONCE = 20_000
WANTED = {
    "plain: JSONL written": 100_000,
    "plain: JSONL read and checked": 100_000,
    "worded: JSONL written": 100_000,
    "worded: JSONL read and checked": 100_000,
    "stored in batches of 20,000": 50_000,
}
"""Claims a second of the processor."""


def made_up(count: int, *, worded: bool) -> Iterator[ct.Claim]:
    """Claims, eight on an event: numbers with a date, or worded as analysts do, each in its own words."""
    chance = random.Random(1)  # noqa: S311
    army, rebels = ct.Party("Army"), ct.Party("Rebels")
    questions = [ct.killed(of=army), ct.wounded(of=army), ct.killed(of=rebels)]
    fire = ct.Proposition("An aircraft burned")
    sources = [ct.Source(f"Source {number}") for number in range(300)]
    plain = [ct.exactly(n) for n in range(300)] + [ct.at_least(n, words=f"at least {n}") for n in range(100)]
    days = [ct.when(f"2024-{month:02d}-{day:02d}") for month in range(1, 13) for day in range(1, 29)]
    for number in range(count):
        day = days[number // 8 % 336]
        if number % 8 == 0:
            event = ct.Event(f"Attack {number}", occurred=day, place="Town", parties=[army, rebels])
        source, question, n = chance.choice(sources), chance.choice(questions), chance.randrange(1, 300)
        if not worded:
            via = [chance.choice(sources)] if number % 3 else []
            link = {"url": f"https://example.org/{number}", "lang": "en"} if number % 5 == 0 else {}
            yield ct.Claim(event, source, question, plain[number % 400], stated=day, via=via, **link)
            continue
        figures = (ct.exactly(n), ct.at_least(n, words=f"au moins {n} morts le {number}"), ct.about(n))
        asked, answer = (fire, ct.affirms()) if number % 10 == 0 else (question, figures[number % 3])
        via = [ct.Carrier(chance.choice(sources), days[(number + 1) % 336])] if number % 3 else []
        yield ct.Claim(
            event, source, asked, answer, stated=day, via=via, lang="fr", url=f"https://example.org/{number}",
            hedged="reportedly" if number % 4 == 0 else None, first_hand=number % 7 == 0,
        )  # fmt: skip


def ledger_of(claims: Iterator[ct.Claim]) -> Ledger:
    ledger = Ledger()
    with collector_paused():
        ledger.record_all({claim.id: claim for claim in claims}.values())
    return ledger


def timed(work: Callable[[], object], times: int = 1) -> tuple[float, float]:
    """Seconds of the processor and of the wall; of several times the least."""
    taken: list[tuple[float, float]] = []
    for _ in range(times):
        gc.collect()
        wall, used = time.perf_counter(), time.process_time()
        work()
        taken.append((time.process_time() - used, time.perf_counter() - wall))
    return min(taken)


class Report:
    """The rows of the page; each is printed as soon as it is known."""

    def __init__(self) -> None:
        self.rows: list[str] = []

    def add(self, what: str, count: int, used: float, wall: float, beside: str = "") -> None:
        """How many of what in how many seconds of the processor and of the wall."""
        wanted = f"{WANTED[what]:,}" if what in WANTED else ""
        self.line(what, f"{count / used:,.0f}", f"{count / wall:,.0f}", wanted, beside)

    def line(self, *cells: str) -> None:
        row = f"| {' | '.join(cells)} |"
        print(row, flush=True)
        self.rows.append(row)


def bench_disk(report: Report, folder: Path) -> float:
    """How often a second the disk takes 4 KiB for good: no store that waits for it can record more often."""
    with (folder / "disk").open("wb") as file:

        def sync() -> None:
            for _ in range(SYNCS):
                file.write(bytes(4096))
                file.flush()
                os.fsync(file.fileno())

        used, wall = timed(sync)
    report.add("fsync of 4 KiB, by this disk", SYNCS, used, wall)
    return SYNCS / wall


def bench_singles(report: Report, folder: Path) -> None:
    event, source, question = ct.Event("Attack"), ct.Source("AFP"), ct.killed()
    claims = [ct.Claim(event, source, question, ct.exactly(n)) for n in range(SINGLES)]
    for survives, synchronous in (("power-cut", "FULL"), ("crash", "NORMAL")):
        syncs = bench_disk(report, folder)
        with open_store(folder / f"{survives}.sqlite", survives=survives) as opened:
            opened.record(event)
            used, wall = timed(lambda opened=opened: [opened.record(claim) for claim in claims])
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
        beside = f"{wall / least:.1f} × one INSERT a transaction"
        if survives == "power-cut":
            beside += f"; {SINGLES / wall / syncs:.2f} of the fsyncs"
        report.add(f"single records that survive a {survives}", SINGLES, used, wall, beside)


def varied_ged(path: Path) -> None:
    """A file as large as a country's, its rows varied so that few are alike."""
    with GED.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    at = {name: place for place, name in enumerate(header)}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for number in range(GED_ROWS):
            row = list(rows[number % len(rows)])
            row[at["id"]] = str(number)
            row[at["where_coordinates"]] += f" {number % 1500}"
            row[at["latitude"]] = f"{33 + number % 4000 / 1000:.4f}"
            for name in ("date_start", "date_end"):
                row[at[name]] = f"{2012 + number % 8}-{row[at[name]][5:8]}{1 + number % 28:02d}"
            row[at["date_end"]] = max(row[at["date_start"]], row[at["date_end"]])
            for name in ("source_article", "source_headline"):
                row[at[name]] += f" {number}"
            writer.writerow(row)


def bench_ged(report: Report, folder: Path) -> None:
    path = folder / "ged.csv"
    varied_ged(path)

    def floor() -> None:
        with path.open(encoding="utf-8", newline="") as file:
            list(csv.reader(file))

    used, wall = timed(lambda: ucdp.read(path), 2)
    least, _ = timed(floor, 2)
    _, problems = ucdp.read(path)
    beside = f"{used:.2f} s of the processor, {wall:.2f} s of the wall; {used / least:.0f} × csv.reader"
    beside += f"; {len(problems):,} problems listed"
    report.add(f"UCDP GED, a country of {GED_ROWS:,} rows", GED_ROWS, used, wall, beside)


def bench_jsonl(report: Report, name: str, ledger: Ledger, folder: Path) -> None:
    path, count = folder / f"{name}.jsonl", len(ledger.log.claims)
    written = timed(lambda: jsonl.dump(ledger, path), 2)
    lines = path.read_text(encoding="utf-8").splitlines()
    with collector_paused():
        rows = [json.loads(line) for line in lines]
        dumps, _ = timed(lambda: [json.dumps(row, ensure_ascii=False) and None for row in rows])
        rows.clear()
        loads, _ = timed(lambda: [json.loads(line) and None for line in lines])
    lines.clear()
    read = timed(lambda: jsonl.load(path), 2)
    report.add(f"{name}: JSONL written", count, *written, f"{written[0] / dumps:.2f} × json.dumps")
    report.add(f"{name}: JSONL read and checked", count, *read, f"{read[0] / loads:.2f} × json.loads")


def bench_store(report: Report, ledger: Ledger, folder: Path) -> None:
    path, claims = folder / "a.sqlite", ledger.log.claims

    def store() -> None:
        with open_store(path) as opened:
            for start in range(0, len(claims), AT_ONCE):
                opened.record_all(claims[start : start + AT_ONCE])

    stored = timed(store)
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT * FROM entries").fetchall()
    tables = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")]
    connection.close()
    floor = sqlite3.connect(folder / "floor.sqlite", isolation_level=None)
    floor.execute("PRAGMA journal_mode = WAL")
    for sql in tables:
        floor.execute(sql)
    places = ", ".join("?" * 12)

    def insert() -> None:
        for start in range(0, len(rows), AT_ONCE):
            floor.execute("BEGIN")
            floor.executemany(f"INSERT INTO entries VALUES ({places})", rows[start : start + AT_ONCE])  # noqa: S608
            floor.execute("COMMIT")

    least = timed(insert)
    floor.close()
    rows.clear()
    beside = f"{stored[0] / least[0]:.1f} × executemany, {stored[1] / least[1]:.1f} × by the wall"
    report.add("stored in batches of 20,000", len(claims), *stored, beside)
    with open_store(path) as opened:
        report.add("a store opened and loaded", len(claims), *timed(opened.claims))
        report.add("a store verified", len(claims), *timed(opened.verify))


def bench_memory(what: str, path: str) -> None:
    """What a ledger takes once it is there, and the peak until then."""
    before = resident("VmRSS")
    if what == "read":
        ledger = jsonl.load(path)
    else:
        ledger = open_store(f"{path}.sqlite")
        ledger.import_jsonl(path)
    count = len(ledger.log.claims)
    print((resident("VmRSS") - before) / count, (resident("VmHWM") - before) / count)


def resident(name: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))


def memory(report: Report, what: str, path: Path, ledger: float = 0) -> float:
    script = f"import runpy; runpy.run_path({__file__!r})['bench_memory']({what!r}, {str(path)!r})"
    run = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    held, peak = map(float, run.stdout.split())
    ledger = ledger or held
    beside = f"the peak is {peak / ledger:.2f} × the ledger, which takes {ledger:,.0f} bytes a claim"
    report.line(f"memory, {what}", "", "", "2.00 ×", beside)
    return ledger


def main(count: int, *, write: bool) -> None:
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench_ged(report, folder)
        bench_singles(report, folder)
        bench_jsonl(report, "worded", ledger_of(made_up(count, worded=True)), folder)
        plain = ledger_of(made_up(count, worded=False))
        bench_jsonl(report, "plain", plain, folder)
        bench_store(report, plain, folder)
        del plain
        if Path("/proc/self/status").exists():
            ledger = memory(report, "read", folder / "plain.jsonl")
            memory(report, "imported into a store", folder / "plain.jsonl", ledger)
    if write:
        PAGE.write_text(page(report, count), encoding="utf-8")


def page(report: Report, count: int) -> str:
    versions = f"{platform.machine()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"""# Speed of files and the store

Written by `tests/benchmarks/io.py` with {count:,} claims. Measured on {versions}, in one process; other
work was running on the machine, so trust the times of the processor more than those of the wall, and the
ratios most. "Plain" claims are numbers with a date, two thirds of them carried by somebody; "worded" ones
are as analysts make them, a third in words of their own, with links, hedges and dates of publication.

| what | a second of the processor | a second of the wall | wanted | beside |
|---|--:|--:|--:|---|
{chr(10).join(report.rows)}

A record that survives a power cut waits until the disk has it, so no store can record more of them one by one
than the disk takes: the fsyncs above, measured just before. Many records in one call wait once.
"""


if __name__ == "__main__":
    numbers = [argument for argument in sys.argv[1:] if argument.isdigit()]
    main(int(numbers[0]) if numbers else 200_000, write="--write" in sys.argv)

"""What files that break readers cost: long lines, deep nesting, archives, real files damaged at random.

python tests/benchmarks/io_hostile.py [GIGABYTES] [DAMAGED FILES]     # 1 and 2,000 by default

Each reader runs in a process of its own; the peak is of that process, which takes some 40 MB by itself.
It needs twice the gigabytes on the disk.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import claimtrack as ct
from claimtrack.errors import ClaimtrackError, Problem
from claimtrack.io import acled, airwars, claimreview, jsonl, reports, sheets, stix, ucdp
from claimtrack.io.store import open_store

DATA = Path(__file__).parent.parent / "data" / "io"
BLOCK = b"x" * (1 << 20)
GOOD = 100
"""Claims before and after the line that is too long."""


def load_lines(path: Path) -> tuple[object, ...]:
    ledger, problems = ct.load(path, on_problem="collect")
    return len(ledger.claims()), codes(problems)


def scan_lines(path: Path) -> tuple[object, ...]:
    problems = [problem for line in jsonl.scan(path) for problem in line.problems]
    return "scanned", codes(problems)


def select_lines(path: Path) -> tuple[object, ...]:
    return "selected", codes(jsonl.select(path, path.with_suffix(".out"), lambda _: True))


def import_lines(path: Path) -> tuple[object, ...]:
    with open_store(path.with_suffix(".sqlite")) as store:
        store.import_jsonl(path)
    return ("imported",)


def read_by(module: object) -> Callable[[Path], tuple[object, ...]]:
    def read(path: Path) -> tuple[object, ...]:
        ledger, problems = module.read(path)  # type: ignore[attr-defined]
        return len(ledger.claims()), codes(problems)

    return read


READERS: dict[str, Callable[[Path], tuple[object, ...]]] = {
    "jsonl.load": load_lines, "jsonl.scan": scan_lines, "jsonl.select": select_lines,
    "store.import_jsonl": import_lines, "sheets.read": read_by(sheets), "ucdp.read": read_by(ucdp),
    "claimreview.read": read_by(claimreview), "stix.read": read_by(stix), "acled.read": read_by(acled),
    "airwars.read": read_by(airwars), "reports.read": read_by(reports),
}  # fmt: skip


def codes(problems: tuple[Problem, ...] | list[Problem]) -> str:
    counted = Counter(problem.code for problem in problems)
    return ", ".join(f"{code} {count}" for code, count in counted.items()) or "no problems"


def good_lines() -> tuple[list[bytes], list[bytes]]:
    """The lines of a ledger of claims, in two halves."""
    ledger = ct.Ledger()
    event, source = ct.Event("Attack"), ct.Source("AFP")
    ledger.record_all(ct.Claim(event, source, ct.killed(), ct.exactly(n)) for n in range(2 * GOOD))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.jsonl")
        ct.dump(ledger, path)
        lines = path.read_bytes().splitlines(keepends=True)
    return lines[:-GOOD], lines[-GOOD:]


def long_files(folder: Path, size: int) -> Iterator[tuple[str, Path, tuple[str, ...]]]:
    """What is in each file, and who reads it; each is there until the next one is asked for."""
    before, after = good_lines()
    lines = folder / "long.jsonl"
    fill(lines, b"".join(before) + b'{"party": {"name": "', b'"}}\n' + b"".join(after), size)
    yield "a line too long", lines, ("jsonl.load", "jsonl.scan", "jsonl.select", "store.import_jsonl")
    fill(lines, b"".join(before), b"\n" + b"".join(after), size, b"[" * (1 << 20))
    yield "a line nested too deeply", lines, ("jsonl.load",)
    lines.unlink()
    table = folder / "long.csv"
    rows = b"event,source,question,answer\nA,B,killed,20\nA,B,killed,"
    fill(table, rows, b"\nA,B,killed,22\n", size)
    yield "a cell too long", table, ("sheets.read",)
    with (DATA / "ucdp_ged191_syria.csv").open("rb") as file:
        head = file.readline() + file.readline()
    fill(table, head, b"\n", size)
    yield "a row too long", table, ("ucdp.read",)
    fill(table, rows + b'"', b"", size, b"x\n" * (1 << 19))
    yield "a quotation mark never closed", table, ("sheets.read",)
    table.unlink()
    document = folder / "long.json"
    fill(document, b'{"@type": "Claim", "name": "', b'"}', size)
    yield "a document too large", document, ("claimreview.read", "stix.read")
    fill(document, b'{"objects": [{"id": "', b'"}]}', size // 5)
    yield "a fifth of it in one text", document, ("claimreview.read", "stix.read")
    fill(document, b"", b"", size // 5, b"[" * (1 << 20))
    yield "nested too deeply", document, ("claimreview.read", "stix.read")
    document.unlink()
    book = folder / "long.xlsx"
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(2 * size >> 20):
            archive.writestr(f"{number}.xml", bytes(1 << 20))
    yield "an archive that unpacks to too much", book, ("sheets.read",)


def fill(path: Path, before: bytes, after: bytes, size: int, block: bytes = BLOCK) -> None:
    with path.open("wb") as file:
        file.write(before)
        for _ in range(size >> 20):
            file.write(block)
        file.write(after)


def read_alone(name: str, path: str) -> None:
    """Read a file and print what came of it, and what it took."""
    before = time.process_time()
    try:
        outcome = "; ".join(map(str, READERS[name](Path(path))))
    except ClaimtrackError as error:
        outcome = f"{type(error).__name__}: {str(error)[:90]}"
    used = time.process_time() - before
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:"))
    print(f"{used:6.1f} s of the processor, peak {peak:5,} MB: {outcome}")


def damaged(path: Path, folder: Path, chance: random.Random) -> Path:
    """A copy of a file with some bytes flipped, replaced, doubled or cut off."""
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(data))
        kind = chance.randrange(4)
        if kind == 0:
            data[place] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[place : place + chance.randrange(9)] = chance.randbytes(chance.randrange(9))
        elif kind == 2:
            data[place:place] = data[place : place + chance.randrange(200)]
        else:
            del data[max(place, 1) :]
    copy = folder / path.name
    copy.write_bytes(data)
    return copy


def many_damaged(times: int) -> None:
    """Read damaged copies of real files: nothing but our own errors may come of it."""
    chance = random.Random(1)  # noqa: S311
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ledger = ct.load(DATA / "wire-1.jsonl")
        stix.write(ledger, folder / "stix.json")
        claimreview.write(ledger, folder / "review.json")
        sheets.write(ledger, folder / "sheet.csv")
        files = {
            "jsonl.load": DATA / "wire-1.jsonl", "stix.read": folder / "stix.json",
            "claimreview.read": folder / "review.json", "sheets.read": folder / "sheet.csv",
            "ucdp.read": DATA / "ucdp_ged191_syria.csv", "acled.read": DATA / "acled_made_up.csv",
            "airwars.read": DATA / "airwars_made_up.csv", "reports.read": DATA / "maverick_cote_divoire.csv",
        }  # fmt: skip
        (folder / "copies").mkdir()
        for reader, path in files.items():
            outcomes: Counter[str] = Counter()
            slowest = 0.0
            for _ in range(times):
                copy = damaged(path, folder / "copies", chance)
                before = time.process_time()
                try:
                    READERS[reader](copy)
                    outcomes["read"] += 1
                except ClaimtrackError as error:
                    outcomes[type(error).__name__] += 1
                slowest = max(slowest, time.process_time() - before)
            came = f"{dict(outcomes)}, the slowest {slowest:.2f} s"
            print(f"{reader}: {times:,} damaged copies, {came}", flush=True)


def main(size: int, times: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        for what, path, readers in long_files(Path(name), size):
            print(f"{what}: {path.stat().st_size:,} bytes")
            for reader in readers:
                run = f"import runpy; runpy.run_path({__file__!r})['read_alone']({reader!r}, {str(path)!r})"
                command = [sys.executable, "-c", run]
                done = subprocess.run(command, capture_output=True, text=True, check=False)
                print(f"  {reader}: {done.stdout.strip() or done.stderr.strip()[-300:]}", flush=True)
    many_damaged(times)


if __name__ == "__main__":
    given = [float(argument) for argument in sys.argv[1:]]
    main(int((given[0] if given else 1) * (1 << 30)), int(given[1]) if len(given) > 1 else 2_000)

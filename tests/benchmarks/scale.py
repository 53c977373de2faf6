"""How the column engine scales, in ratio to one pass over the columns and to queries by hand.

    python tests/benchmarks/scale.py                       # 10 thousand and 1 million claims
    python tests/benchmarks/scale.py 10000 1000000 10000000
    python tests/benchmarks/scale.py 100000000             # from a Parquet file: 2 GB of disk, 7 GB of memory
    python tests/benchmarks/scale.py --only duckdb 1000000
    python tests/benchmarks/scale.py --page                # only write the page again

Each case runs in a process of its own, so that its peak memory is its own, and by turns with one pass over
the columns and with the query by hand, so that what else the machine does falls on all of them alike. What
counts is CPU time, user and system. The numbers are kept in scale.json, from which scale_page.py writes
docs/reference/speed.md and its plot; cases that are measured again replace their old numbers.
"""

# ruff: noqa: S608  # the queries are made of texts in these files

from __future__ import annotations

import json
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scale_page import DATA, write_page
from scale_tables import BY_HAND, COMPARED, write_claims

Work = Callable[[], object]

OUT_OF_CORE = 100_000_000
MEMORY = "6GB"
POLICIES = (
    "envelope", "lowest", "latest", "majority", "most_reliable", "recent_majority_lowest", "prefer",
    "bracket", "weighted_median", "upper_median", "last_words", "pending",
)  # fmt: skip
PASSES = {"account": "account", "settle": "settle", "claims": "check", "status": "status"}
CASES = (
    *(("duckdb", "plain", case, 10_000_000)
      for case in ("envelope by hand", "envelope", "last_words by hand", "last_words")),
    *(("polars", "plain", case, 10_000_000) for case in ("envelope", "last_words")),
    ("pandas", "plain", "groupby min, max, median", 10_000_000),
    *(("pandas", "plain", case, 1_000_000) for case in ("envelope", "last_words")),
    *(("duckdb", "full", case, 1_000_000) for case in (*POLICIES, *PASSES)),
    *(("polars", "full", case, 1_000_000) for case in (*POLICIES, *PASSES)),
    *(("objects", "plain", case, 10_000) for case in ("envelope", "last_words")),
    ("crowd-kit", "plain", "MajorityVote", 1_000_000),
    ("crowd-kit", "plain", "DawidSkene", 10_000),
    *(("truthdiscovery", "plain", case, 1_000_000) for case in ("MajorityVoting", "TruthFinder")),
)  # fmt: skip


def run(engine: str, case: str, path: Path) -> dict[str, float | None]:
    """Run one case in this process, by turns with one pass and the query by hand, and say what it took."""
    work, one_pass, by_hand = ENGINES[engine](case, path)
    work()
    rounds = 3 if _used(work) > 2 else 7
    cpu: dict[str, list[float]] = {"work": [], "pass": [], "hand": []}
    walls = []
    for _ in range(rounds):
        start = time.perf_counter()
        cpu["work"].append(_used(work))
        walls.append(time.perf_counter() - start)
        if one_pass is not None:
            cpu["pass"].append(sum(_used(one_pass) for _ in range(5)) / 5)
        if by_hand is not None:
            cpu["hand"].append(_used(by_hand))
    return {
        "cpu": statistics.median(cpu["work"]), "wall": min(walls), "peak": _peak(),
        "passes": _ratio(cpu["work"], cpu["pass"]), "over_hand": _ratio(cpu["work"], cpu["hand"]),
    }  # fmt: skip


def _ratio(some: list[float], others: list[float]) -> float | None:
    if not others or min(others) <= 0:
        return None
    return statistics.median(a / b for a, b in zip(some, others, strict=True))


def _used(work: Work) -> float:
    """CPU seconds of this process that some work takes, user and system, all threads."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _peak() -> float:
    """The most memory this process held, in bytes; what it was forked from does not count."""
    status = Path("/proc/self/status")
    if status.exists():
        return float(status.read_text().split("VmHWM:")[1].split()[0]) * 1024
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * 1024


def _made(case: str, table: object) -> object:
    """What the column engine makes of a table."""
    from claimtrack import frames

    if case in PASSES:
        found = getattr(frames, case)(table)
        return found.table if case == "claims" else found
    policy = frames.prefer(["medical", "ngo"]) if case == "prefer" else case
    return frames.reconcile(table, policy=policy)


def _duckdb(case: str, path: Path):
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"create table claims as select * from '{path}'")
    claims = connection.table("claims")
    sums = ", ".join(f"sum({name})" for name in claims.columns)

    def held(query: str) -> Work:
        return lambda: connection.execute(f"create or replace table held as {query}")

    name, _, by_hand = case.partition(" by ")
    query = BY_HAND.get(name) if "plain" in path.stem else None

    def work() -> None:
        connection.execute("drop table if exists held")
        _made(name, claims).create("held")

    return (
        held(BY_HAND[name]) if by_hand else work,
        lambda: connection.sql(f"select {sums} from claims").fetchall(),
        held(query) if query and not by_hand else None,
    )


def _polars(case: str, path: Path):
    import polars as pl

    claims = pl.read_parquet(path)
    return lambda: _made(case, claims), claims.sum, None


def _pandas(case: str, path: Path):
    import duckdb

    claims = duckdb.read_parquet(str(path)).df().astype("Int64")
    if not case.startswith("groupby"):
        return lambda: _made(case, claims), None, None
    keys = claims.groupby(["event", "question"])
    wanted = {"bounds_low": "min", "bounds_high": "max", "point": "median"}
    return lambda: keys.agg(wanted), None, None


def _objects(case: str, path: Path):
    """The same number of claims and questions as objects, statuses and all."""
    import random

    from claimtrack.claims import Claim
    from claimtrack.events import Event
    from claimtrack.figures import exactly
    from claimtrack.ledger import Ledger
    from claimtrack.questions import killed
    from claimtrack.reconcile import reconcile_all
    from claimtrack.sources import Source

    count = int(path.stem.split("-")[1])
    chance = random.Random(0)  # noqa: S311  # not a secret
    events = [Event(f"Attack {number}") for number in range(count // 8)]
    sources = [Source(f"S{number}") for number in range(2000)]
    claims = [
        Claim(chance.choice(events), chance.choice(sources), killed(), exactly(chance.randrange(200)))
        for _ in range(count)
    ]

    def work() -> None:
        ledger = Ledger()
        ledger.record(*claims)
        for result in reconcile_all(ledger, policy=case):
            result.low  # noqa: B018

    return work, None, None


def _labels(path: Path):
    """What the peers read: who said which number on which question, each once."""
    import duckdb

    query = "select event as task, source as worker, any_value(point) as label"
    return duckdb.sql(f"{query} from '{path}' where point is not null group by all")


def _crowdkit(case: str, path: Path):
    from crowdkit import aggregation

    table = _labels(path).df()
    return lambda: getattr(aggregation, case)().fit_predict(table), None, None


def _truthdiscovery(case: str, path: Path):
    from types import ModuleType

    for drawing in ("cairo", "imageio", "imageio.v2"):  # asked for on import, used for pictures only
        sys.modules.setdefault(drawing, ModuleType(drawing))
    import truthdiscovery

    rows = _labels(path).project("worker, task, label").fetchall()
    method = getattr(truthdiscovery, case)
    return lambda: method().run(truthdiscovery.Dataset(rows)), None, None


ENGINES = {
    "duckdb": _duckdb, "polars": _polars, "pandas": _pandas, "objects": _objects,
    "crowd-kit": _crowdkit, "truthdiscovery": _truthdiscovery,
}  # fmt: skip


def check_by_hand(path: Path) -> None:
    """The queries by hand and the column engine must say the same."""
    import duckdb

    from claimtrack import frames

    connection = duckdb.connect()
    connection.execute(f"create table claims as select * from '{path}'")
    for policy, query in BY_HAND.items():
        ours = set(frames.reconcile(connection.table("claims"), policy=policy).select(COMPARED).fetchall())
        theirs = set(connection.sql(f"select {COMPARED} from ({query})").fetchall())
        if ours != theirs:
            sys.exit(f"{policy}: the query by hand differs: {sorted(ours ^ theirs, key=str)[:4]}")


def out_of_core(policy: str, path: Path, folder: Path) -> dict[str, float | None]:
    """Reconcile a file, and read it once."""
    import duckdb

    from claimtrack import frames

    def work() -> None:
        frames.reconcile_file(path, folder / "figures.parquet", policy=policy, memory=MEMORY, spill=folder)

    def one_pass() -> None:
        with duckdb.connect() as connection:
            table = connection.read_parquet(str(path))
            table.aggregate(", ".join(f"sum({name})" for name in table.columns)).fetchall()

    start = time.perf_counter()
    cpu = _used(work)
    wall, peak = time.perf_counter() - start, _peak()
    return {"cpu": cpu, "wall": wall, "peak": peak, "passes": cpu / _used(one_pass), "over_hand": None}


def measure(sizes: list[int], only: str | None) -> None:
    """Every case at every size, each in a process of its own; one that fails is told and left out."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            tables = {table for _, table, _, most in CASES if size <= most} or {"plain"}
            for table in tables:
                write_claims(table, size, Path(folder) / f"{table}-{size}.parquet")
            if size <= OUT_OF_CORE // 100 and "plain" in tables:
                check_by_hand(Path(folder) / f"plain-{size}.parquet")
            cases = [case for case in CASES if size <= case[3]]
            if size >= OUT_OF_CORE:
                cases = [("file", "plain", policy, size) for policy in ("envelope", "last_words")]
            for engine, table, case, _ in cases:
                if only in (None, engine):
                    _one(engine, table, case, size, folder)
            for table in tables:
                (Path(folder) / f"{table}-{size}.parquet").unlink()


def _one(engine: str, table: str, case: str, size: int, folder: str) -> None:
    path = Path(folder) / f"{table}-{size}.parquet"
    child = subprocess.run(
        [sys.executable, __file__, "--case", engine, case, str(path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if child.returncode:
        print(f"{engine}, {case}, {size}: {child.stderr.strip().splitlines()[-1:]}", flush=True)
        return
    row = {"engine": engine, "table": table, "case": case, "size": size, **json.loads(child.stdout)}
    print(row, flush=True)
    keep(row)


def keep(row: dict[str, object]) -> None:
    """Put one row among the numbers that are kept, in the place of an older one."""
    held = json.loads(DATA.read_text(encoding="utf-8")) if DATA.exists() else {"rows": []}
    key = ("engine", "table", "case", "size")
    rows = [old for old in held["rows"] if any(old[name] != row[name] for name in key)]
    held = {"machine": _machine(), "rows": [*rows, row]}
    DATA.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def _machine() -> str:
    from importlib.metadata import version

    packages = ", ".join(f"{name} {version(name)}" for name in ("narwhals", "duckdb", "polars", "pandas"))
    return f"{platform.machine()}, Python {platform.python_version()}, {packages}"


def main(arguments: list[str]) -> None:
    """Measure and write the page, or run one case for the process that measures."""
    if arguments[:1] == ["--case"]:
        engine, case, path = arguments[1], arguments[2], Path(arguments[3])
        found = out_of_core(case, path, path.parent) if engine == "file" else run(engine, case, path)
        print(json.dumps(found))
        return
    only = None
    if arguments[:1] == ["--only"]:
        only, arguments = arguments[1], arguments[2:]
    if arguments != ["--page"]:
        measure([int(argument) for argument in arguments] or [10_000, 1_000_000], only)
    write_page()


if __name__ == "__main__":
    main(sys.argv[1:])

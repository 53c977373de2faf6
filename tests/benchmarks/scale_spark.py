"""The column engine on Spark, in ratio to reading and shuffling the claims; needs claimtrack[spark] and Java.

    python tests/benchmarks/scale_spark.py                # 1 million claims
    python tests/benchmarks/scale_spark.py 1000000 10000000

One session with two local cores measures everything, so that floors and jobs have the same settings and the
same warmed compiler; the first round of each table is left out. What counts is the CPU time of the Java
processes and of the Python workers that some cases have, and of the ratios the median over the rounds. The
numbers are kept in scale.json, from which `scale.py --page` writes docs/reference/speed.md.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from scale import keep
from scale_page import DATA
from scale_tables import COMPARED, write_claims
from spark_by_hand import SPARK_BY_HAND

ROUNDS, FEW = 6, 3
ROWS = 250_000
"""So many claims in a partition."""

_FIGURES = ("kind", "bounds_low", "bounds_high", "reading_low", "reading_high", "point")
NEEDED = {
    "envelope": ("event", "question", "source", *_FIGURES),
    "last_words": ("event", "question", "claim", "source", *_FIGURES, "day_last"),
    "settle": ("event", "question", "claim", "source", *_FIGURES, "day_first", "day_last"),
}
"""The columns that each case reads: its floor reads and shuffles these and no others."""

PLACED = ", by question"
HAND = ": by hand"
HANDED = ": handed to Python workers"
"""What each partition holds, given to a Python worker that makes nothing of it."""

WORKERS = ": polars in Python workers"
"""The same code as on Spark, run by polars on each partition."""

WHOLE = "table: floor"
"""All columns of the table read and shuffled, whatever a case needs of them."""


def session(folder: Path):
    """Spark with two local cores, and a log of its tasks."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("POLARS_MAX_THREADS", "1")  # in a worker, of which there is one for each core
    builder = SparkSession.builder.master("local[2]")
    settings = {
        "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.driver.memory": "4g",
        "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
        "spark.local.dir": str(folder),
        "spark.sql.adaptive.coalescePartitions.enabled": "false",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "100000",
        "spark.sql.codegen.cache.maxEntries": "2000",  # of 100 the cases take each other's compiled code
        "spark.eventLog.enabled": "true", "spark.eventLog.dir": str(folder),
        "spark.eventLog.compress": "false", "spark.eventLog.rolling.enabled": "false",
    }  # fmt: skip
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def processes(root: int) -> Iterator[int]:
    """A process and all that it started."""
    yield root
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            if parent == root:
                yield from processes(int(entry.name))


def held(root: int) -> dict[int, int]:
    """The CPU ticks that each process has taken."""
    ticks = {}
    for process in processes(root):
        try:
            fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        ticks[process] = int(fields[11]) + int(fields[12])
    return ticks


def used(root: int, work: Callable[[], object]) -> float:
    """CPU seconds that work takes, in the processes that are there when it ends.

    Idle Python workers end when they please, and with them what they took before.
    """
    before = held(root)
    work()
    ticks = sum(after - before.get(process, 0) for process, after in held(root).items())
    return ticks / os.sysconf("SC_CLK_TCK")


def _by_hand(name: str) -> str:
    """The name of the query by hand that does the same."""
    return name.removesuffix(PLACED) + HAND + (PLACED if name.endswith(PLACED) else "")


def by_hand(case: str, claims):
    """The answer of the query by hand."""
    claims.createOrReplaceTempView("claims")
    return claims.sparkSession.sql(SPARK_BY_HAND[case])


def in_workers(case: str, claims, made):
    """What Python workers make of each partition, by polars, in the columns of `made`."""
    from pyspark.sql.types import LongType

    names = made.columns
    whole = [name for name, field in zip(names, made.schema, strict=True) if field.dataType == LongType()]

    def answer(batches):
        import polars as pl
        import pyarrow as pa

        from claimtrack import frames

        kinds = pa.schema([(name, pa.int64() if name in whole else pa.string()) for name in names])
        held = list(batches)
        if held:
            claims = pl.from_arrow(pa.Table.from_batches(held)).lazy()
            figures = frames.settle(claims) if case == "settle" else frames.reconcile(claims, policy=case)
            yield from figures.select(names).collect().to_arrow().cast(kinds).to_batches()

    return claims.mapInArrow(answer, made.schema)


def handed(claims):
    """The claims given to Python workers, which only count them."""

    def count(batches):
        import pyarrow as pa

        yield pa.RecordBatch.from_pydict({"rows": [sum(batch.num_rows for batch in batches)]})

    return claims.mapInArrow(count, "rows bigint")


def check_peers(spark, folder: Path) -> None:
    """The queries by hand, Python workers and the column engine must say the same."""
    for table in ("plain", "skewed"):
        path = folder / f"{table}-check.parquet"
        write_claims(table, 100_000, path)
        claims = spark.read.parquet(str(path)).repartition(4, "event", "question")
        for case in NEEDED:
            ours = made_here(case, claims)
            if case in SPARK_BY_HAND:
                _check(f"{case}{HAND}", ours, by_hand(case, claims), COMPARED.split(", "))
            if find_spec("polars") is not None:
                _check(case + WORKERS, ours, in_workers(case, claims, ours), ours.columns)


def _check(name: str, ours, theirs, columns: list[str]) -> None:
    here, there = (set(frame.select(*columns).collect()) for frame in (ours, theirs))
    if here != there:
        sys.exit(f"{name} differs: {sorted(here ^ there, key=str)[:4]}")


def made_here(case: str, claims):
    """What the column engine makes of the claims."""
    from claimtrack import frames

    return frames.settle(claims) if case == "settle" else frames.reconcile(claims, policy=case)


def cases(table, partitions: int) -> dict[str, Callable[[], object]]:
    """What is measured, each written to nowhere."""
    placed = table.repartition(partitions, "event", "question")
    made = {WHOLE: placed}
    for case, columns in NEEDED.items():
        shuffled = table.select(*columns).repartition(partitions, "event", "question")
        made[f"{case}: floor"] = shuffled
        made[f"{case}: sorted floor"] = shuffled.sortWithinPartitions("event", "question", "source")
        if find_spec("polars") is not None:
            made[case + HANDED] = handed(shuffled)
            asked = table.select(*dict.fromkeys((*columns, "claim")))
            asked = asked.repartition(partitions, "event", "question")
            made[case + WORKERS] = in_workers(case, asked, made_here(case, placed))
        for name, claims in ((case, table), (case + PLACED, placed)):
            made[name] = made_here(case, claims)
            if case in SPARK_BY_HAND:
                made[_by_hand(name)] = by_hand(case, claims)
    return {
        name: lambda frame=frame: frame.write.format("noop").mode("overwrite").save()
        for name, frame in made.items()
    }


def largest_task(log: Path) -> float | None:
    """The largest part of all shuffled rows of a stage that one task read, over the stages of a log."""
    stages: dict[int, list[int]] = {}
    for line in log.read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        if event["Event"] == "SparkListenerTaskEnd" and event.get("Task Metrics"):
            read = event["Task Metrics"]["Shuffle Read Metrics"]["Total Records Read"]
            stages.setdefault(event["Stage ID"], []).append(read)
    shares = [max(read) / sum(read) for read in stages.values() if len(read) > 1 and sum(read) > 10_000]
    return max(shares, default=None)


def measure(spark, table: str, size: int, folder: Path, rounds: int) -> None:
    """Every case on one table, by turns."""
    path = folder / f"{table}-{size}.parquet"
    write_claims(table, size, path)
    partitions = max(16, size // ROWS)
    spark.conf.set("spark.sql.shuffle.partitions", str(partitions))
    root = spark.sparkContext._gateway.proc.pid
    works = cases(spark.read.parquet(str(path)), partitions)
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, work in works.items():
            found.setdefault(name, []).append(used(root, work))
    late = {name: seconds[1:] for name, seconds in found.items()}
    for name, seconds in late.items():
        if name == WHOLE:
            continue
        case = name.partition(":")[0].removesuffix(PLACED)
        row = {
            "engine": "spark", "table": table, "case": name, "size": size,
            "cpu": statistics.median(seconds), "rounds": len(seconds), "partitions": partitions,
            "floor": _ratio(seconds, late[f"{case}: floor"]),
            "sorted": _ratio(seconds, late[f"{case}: sorted floor"]),
            "whole": _ratio(seconds, late[WHOLE]), "largest": None,
            "over_hand": _ratio(seconds, late[_by_hand(name)]) if _by_hand(name) in late else None,
        }  # fmt: skip
        print(row, flush=True)
        keep(row)
    path.unlink()


def _ratio(some: list[float], others: list[float]) -> float:
    return statistics.median(a / b for a, b in zip(some, others, strict=True))


def shares(size: int) -> None:
    """How much of a skewed table falls on one task, each case in a session so that its log is its own."""
    held = json.loads(DATA.read_text(encoding="utf-8"))["rows"]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        path = folder / f"skewed-{size}.parquet"
        write_claims("skewed", size, path)
        for name in (name for case in NEEDED for name in (case, case + PLACED)):
            logs = set(folder.glob("*local-*"))
            spark = session(folder)
            spark.conf.set("spark.sql.shuffle.partitions", "16")
            cases(spark.read.parquet(str(path)), 16)[name]()
            spark.stop()
            (log,) = set(folder.glob("*local-*")) - logs
            key = ("spark", "skewed", name, size)
            (row,) = (r for r in held if (r["engine"], r["table"], r["case"], r["size"]) == key)
            keep({**row, "largest": largest_task(log)})


def main() -> None:
    """Measure, where there is a Spark."""
    if find_spec("pyspark") is None:
        print("needs PySpark and Java: pip install 'claimtrack[spark]'")
        return
    sizes = [int(argument) for argument in sys.argv[1:]] or [1_000_000]
    with tempfile.TemporaryDirectory() as place:
        spark = session(Path(place))
        check_peers(spark, Path(place))
        for size in sizes:
            rounds = ROUNDS if size <= 1_000_000 else FEW
            measure(spark, "plain", size, Path(place), rounds)
            if size <= 1_000_000:
                measure(spark, "skewed", size, Path(place), rounds)
        spark.stop()
    if 1_000_000 in sizes:
        shares(1_000_000)


if __name__ == "__main__":
    main()

"""The column engine on Spark, in ratio to reading and shuffling the claims; needs claimtrack[spark] and Java.

    python tests/benchmarks/scale_spark.py                # 1 million claims
    python tests/benchmarks/scale_spark.py 1000000 10000000

One session with two local cores measures everything, so that floors and jobs have the same settings and the
same warmed compiler; the first round of each table is left out. What counts is the CPU time of the Java
processes, and of the ratios the median over the rounds. The numbers are kept in scale.json, from which
`scale.py --page` writes docs/reference/speed.md.
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
WHOLE = "table: floor"
"""All columns of the table read and shuffled, whatever a case needs of them."""


def session(folder: Path):
    """Spark with two local cores, and a log of its tasks."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master("local[2]")
    settings = {
        "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.driver.memory": "4g",
        "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
        "spark.local.dir": str(folder),
        "spark.sql.adaptive.coalescePartitions.enabled": "false",
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


def used(root: int) -> float:
    """CPU seconds that they have taken."""
    ticks = 0
    for process in processes(root):
        try:
            fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _by_hand(name: str) -> str:
    """The name of the query by hand that does the same."""
    return name.removesuffix(PLACED) + HAND + (PLACED if name.endswith(PLACED) else "")


def by_hand(case: str, claims):
    """The answer of the query by hand."""
    claims.createOrReplaceTempView("claims")
    return claims.sparkSession.sql(SPARK_BY_HAND[case])


def check_by_hand(spark, folder: Path) -> None:
    """The queries by hand and the column engine must say the same."""
    from claimtrack import frames

    for table in ("plain", "skewed"):
        path = folder / f"{table}-check.parquet"
        write_claims(table, 100_000, path)
        claims = spark.read.parquet(str(path))
        for case in SPARK_BY_HAND:
            answers = frames.reconcile(claims, policy=case), by_hand(case, claims)
            ours, theirs = (set(frame.select(*COMPARED.split(", ")).collect()) for frame in answers)
            if ours != theirs:
                sys.exit(f"{case}: the query by hand differs: {sorted(ours ^ theirs, key=str)[:4]}")


def cases(table, partitions: int) -> dict[str, Callable[[], object]]:
    """What is measured, each written to nowhere."""
    from claimtrack import frames

    placed = table.repartition(partitions, "event", "question")
    made = {WHOLE: placed}
    for case, columns in NEEDED.items():
        shuffled = table.select(*columns).repartition(partitions, "event", "question")
        made[f"{case}: floor"] = shuffled
        made[f"{case}: sorted floor"] = shuffled.sortWithinPartitions("event", "question", "source")
        for name, claims in ((case, table), (case + PLACED, placed)):
            if case == "settle":
                made[name] = frames.settle(claims)
            else:
                made[name] = frames.reconcile(claims, policy=case)
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
            before = used(root)
            work()
            found.setdefault(name, []).append(used(root) - before)
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
        check_by_hand(spark, Path(place))
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

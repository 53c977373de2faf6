"""The column engine on Spark, in ratio to reading and shuffling the claims; needs claimtrack[spark] and Java.

    python tests/benchmarks/scale_spark.py                # 1 million claims
    python tests/benchmarks/scale_spark.py 10000000

Two local cores. What counts is the CPU time of the Java processes; the first rounds warm the compiler and
are left out. The numbers are kept in scale.json; `scale.py --page` writes them into docs/reference/speed.md.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from scale import keep
from scale_tables import write_claims

POLICIES = ("envelope", "last_words")
ROUNDS = 4
PARTITIONS = 16
CLAIM_COLUMNS = (
    "event", "question", "claim", "source", "kind", "bounds_low", "bounds_high", "reading_low",
    "reading_high", "point", "day_last",
)  # fmt: skip


def session(folder: Path):
    """Spark with two local cores, so many partitions, and a log of its tasks."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master("local[2]")
    settings = {
        "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.driver.memory": "4g",
        "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": str(PARTITIONS), "spark.local.dir": str(folder),
        "spark.sql.adaptive.coalescePartitions.enabled": "false",
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


def cases(table) -> dict[str, Callable[[], object]]:
    """What is measured, each written to nowhere."""
    from claimtrack import frames

    claims = table.select(*CLAIM_COLUMNS)
    shuffled = claims.repartition(PARTITIONS, "event", "question")
    made = {
        "floor": shuffled,
        "sorted floor": shuffled.sortWithinPartitions("event", "question", "source"),
        **{policy: frames.reconcile(table, policy=policy) for policy in POLICIES},
        "settle": frames.settle(table),
    }
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


def measure(table: str, size: int) -> None:
    """Every case on one table."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        path = folder / f"{table}-{size}.parquet"
        write_claims(table, size, path)
        spark = session(folder)
        root = spark.sparkContext._gateway.proc.pid
        found: dict[str, list[float]] = {}
        for _ in range(ROUNDS):
            for name, work in cases(spark.read.parquet(str(path))).items():
                before = used(root)
                work()
                found.setdefault(name, []).append(used(root) - before)
        spark.stop()
        best = {name: min(seconds[1:]) for name, seconds in found.items()}
        shares = {name: _share(table, name, path, folder) for name in best if "floor" not in name}
        for name, cpu in best.items():
            row = {
                "engine": "spark", "table": table, "case": name, "size": size, "cpu": cpu,
                "floor": cpu / best["floor"], "sorted": cpu / best["sorted floor"],
                "largest": shares.get(name),
            }  # fmt: skip
            print(row, flush=True)
            keep(row)


def _share(table: str, name: str, path: Path, folder: Path) -> float | None:
    """How much of a skewed table falls on one task, in a session of its own so that its log is its own."""
    if table != "skewed":
        return None
    logs = set(folder.glob("*local-*"))
    spark = session(folder)
    cases(spark.read.parquet(str(path)))[name]()
    spark.stop()
    (log,) = set(folder.glob("*local-*")) - logs
    return largest_task(log)


def main() -> None:
    """Measure, where there is a Spark."""
    if find_spec("pyspark") is None:
        print("needs PySpark and Java: pip install 'claimtrack[spark]'")
        return
    sizes = [int(argument) for argument in sys.argv[1:]] or [1_000_000]
    for size in sizes:
        for table in ("plain", "skewed"):
            measure(table, size)


if __name__ == "__main__":
    main()

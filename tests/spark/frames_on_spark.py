"""One job on Spark over fused cases: the same numbers as the object engine, without Python workers.

Not part of `make test`, because Spark takes half a minute to start:
`pip install 'claimtrack[spark]'`, Java 17, and `python -m pytest tests/spark/frames_on_spark.py`.
"""

from __future__ import annotations

import shutil

import duckdb
import pytest
from crowds import fused_ledger

from claimtrack import frames
from claimtrack.reconcile import FigureReconciliation, reconcile_all

sql = pytest.importorskip("pyspark.sql", reason="needs PySpark: pip install 'claimtrack[spark]'")
pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java 17 or later on the PATH"),
    pytest.mark.filterwarnings("ignore"),  # Spark's own
]


@pytest.fixture(scope="module")
def spark():
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "3")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def cases():
    return fused_ledger(7)


@pytest.fixture(scope="module")
def table(spark, cases):
    fields = [
        sql.types.StructField(name, sql.types.StringType() if column.key else sql.types.LongType())
        for name, column in frames.COLUMNS.items()
    ]
    rows = [[row[name] for name in frames.COLUMNS] for row in frames.rows_of(cases)]
    return spark.createDataFrame(rows, sql.types.StructType(fields))


@pytest.mark.parametrize("policy", ["envelope", "last_words", "majority"])
def test_spark_answers_as_objects_do(table, cases, policy):
    expected = {
        (result.event.id, result.question.id): (
            result.ruling.low, result.ruling.best, result.ruling.high, int(result.contested),
            len(result.voices),
        )
        for result in reconcile_all(cases, policy=policy)
        if isinstance(result, FigureReconciliation)
    }  # fmt: skip
    result = frames.reconcile(table, policy=policy)
    assert isinstance(result, type(table))
    given = {
        (row["event"], row["question"]): (
            row["low"], row["best"], row["high"], row["contested"], row["voices"]
        )
        for row in result.collect()
    }  # fmt: skip
    assert given == expected


def test_no_python_worker_is_started(table):
    plan = frames.reconcile(table)._jdf.queryExecution().toString()
    assert "Window" in plan
    assert "Python" not in plan


def test_spark_settles_as_duckdb_does(spark):
    said = """select 1 as event, 1 as question, claim, source, 0 as kind, n as bounds_low, n as bounds_high,
        n as reading_low, n as reading_high, n as point, day as day_first, day as day_last
        from values (1, 'A', 30, 5), (2, 'A', 70, 6), (3, 'B', 77, 6), (4, 'C', 20, 4)
        as t(claim, source, n, day)"""
    there = {(row["claim"], row["standing"]) for row in frames.settle(spark.sql(said)).collect()}
    relation = duckdb.sql(said.replace("values", "(values").replace(" as t(", ") as t("))
    here = set(frames.settle(relation).select("claim, standing").fetchall())
    assert there == here == {(1, 2), (2, 0), (3, 0), (4, 6)}

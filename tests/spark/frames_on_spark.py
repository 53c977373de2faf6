"""One job on a Spark of several processes, over fused cases: what objects answer, Spark answers.

Not part of `make test`, because Spark takes half a minute to start: `make spark`, which needs Java 17. The
master, the driver and two executors are processes of their own, as on a cluster.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import duckdb
import pyspark
import pytest
from columns_beside_objects import (
    answers_of_columns,
    objects,
    roles_of_columns,
    sorted_rows,
    statuses_of_columns,
    statuses_of_objects,
)
from crowds import fused_ledger
from pyspark import sql

from claimtrack import frames
from claimtrack.errors import InvalidField, WrongType
from claimtrack.frames.schema import JUDGING
from claimtrack.learning import fit

pytestmark = pytest.mark.filterwarnings("ignore")  # Spark's own
KINDS = {**frames.COLUMNS, **JUDGING}


@pytest.fixture(scope="module")
def spark():
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.fail("Spark needs Java 17 or later: apt-get install openjdk-17-jre-headless", pytrace=False)
    os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))
    os.environ["PYSPARK_PYTHON"] = sys.executable  # the workers that read words need claimtrack
    builder = sql.SparkSession.builder.master("local-cluster[2,1,1024]")
    settings = {
        "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "3", "spark.executor.memory": "1g",
        "spark.scheduler.minRegisteredResourcesRatio": "1.0",  # no job begins before both executors are there
        "spark.scheduler.maxRegisteredResourcesWaitingTime": "300s",
        "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
    }  # fmt: skip
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def cases():
    return fused_ledger(7)


@pytest.fixture(scope="module")
def table(spark, cases):
    found = list(frames.rows_of(cases))
    names = [name for name in KINDS if name in found[0]]
    fields = [
        sql.types.StructField(name, sql.types.StringType() if KINDS[name].key else sql.types.LongType())
        for name in names
    ]
    cells = [[row[name] for name in names] for row in found]
    return spark.createDataFrame(cells, sql.types.StructType(fields))


def test_it_runs_in_several_processes(spark):
    assert spark.range(100).repartition(4).count() == 100
    executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1  # one is the driver's
    assert executors == 2


@pytest.mark.parametrize("policy", ["envelope", "last_words", "majority", "recent_majority_lowest"])
def test_spark_answers_as_objects_do(table, cases, policy):
    assert isinstance(frames.reconcile(table, policy=policy), type(table))
    assert answers_of_columns(table, policy) == objects(cases, policy)[0]


def test_spark_accounts_as_objects_do(table, cases):
    assert roles_of_columns(table, "last_words") == objects(cases, "last_words")[1]


def test_spark_tells_statuses_as_a_ledger_does(table, cases):
    assert statuses_of_columns(table) == statuses_of_objects(cases)


def test_no_python_worker_is_started(table):
    for made in (frames.reconcile(table), frames.account(table), frames.settle(table), frames.status(table)):
        plan = made._jdf.queryExecution().toString()
        assert "Window" in plan
        assert "Python" not in plan
        assert "MapInArrow" not in plan


def test_yesterdays_result_and_todays_claims_give_todays(table):
    new = table.filter(table.hops > 0)
    updated = frames.update(frames.reconcile(table.filter(table.hops == 0)), table, new)
    assert sorted_rows(updated) == sorted_rows(frames.reconcile(table))


def test_a_learned_policy_says_where_it_runs(table, cases):
    with pytest.raises(WrongType, match="polars, pandas or DuckDB"):
        frames.reconcile(table, policy=fit(cases))


SAID = """select 1 as event, 1 as question, claim, source, 0 as kind, n as bounds_low, n as bounds_high,
    n as reading_low, n as reading_high, n as point, day as day_first, day as day_last
    from values (1, 'A', 30, 5), (2, 'A', 70, 6), (3, 'B', 77, 6), (4, 'C', 20, 4)
    as t(claim, source, n, day)"""


def test_spark_settles_as_duckdb_does(spark):
    there = {(row["claim"], row["standing"]) for row in frames.settle(spark.sql(SAID)).collect()}
    relation = duckdb.sql(SAID.replace("values", "(values").replace(" as t(", ") as t("))
    here = set(frames.settle(relation).select("claim, standing").fetchall())
    assert there == here == {(1, 2), (2, 0), (3, 0), (4, 6)}


MANY = """select h % 40 as event, 1::bigint as question, i as claim, h // 7 % 5 as source, h // 11 % 8
    as kind, n as bounds_low, case when n % 3 > 0 then n + n % 4 end as bounds_high, n as reading_low,
    case when n % 3 > 0 then n + n % 4 end as reading_high, case when n % 4 = 0 then n end as point,
    case when n % 5 > 0 then day end as day_first, case when n % 5 > 0 then day + n % 3 end as day_last,
    case n when 9 then 5 when 8 then 3 else 0 end::bigint as standing, h // 13 % 4 as relayed,
    h // 17 % 4 as lean, case when h % 3 > 0 then h // 19 % 2 end as carriers,
    (h // 23 % 7 = 0)::bigint as anonymous, h // 29 % 4 as camp, (n = 7)::bigint as material
    from (select i, (hash(i) % 1000003)::bigint as h, (hash(i, 1) % 12)::bigint as n,
                 (hash(i, 2) % 6)::bigint + 1 as day from range(1500) as r(i))"""


@pytest.mark.parametrize("given", ["camp", "lean", "relayed", ""])
def test_spark_settles_a_crowd_of_claims_as_duckdb_does(spark, given):
    told = duckdb.sql(MANY)
    told = told.select(", ".join(name for name in told.columns if name != given))
    kinds = ", ".join(f"{name} bigint" for name in told.columns)
    there = frames.settle(spark.createDataFrame(told.fetchall(), kinds)).select("claim", "standing")
    here = frames.settle(told).select("claim, standing").fetchall()
    assert {standing for _, standing in here} >= {0, 2, 6}
    assert sorted(map(tuple, there.collect())) == sorted(here)


def test_claims_that_lie_by_question_are_shuffled_once(table, cases):
    placed = table.repartition(3, "event", "question")
    made = frames.reconcile(placed)
    assert made._jdf.queryExecution().executedPlan().toString().count("Exchange hashpartitioning") == 1
    assert answers_of_columns(placed, "last_words") == objects(cases, "last_words")[0]


WORDS = ((1, "77", None), (2, "more than 70", 1), (3, "lots and lots", 2), (4, None, None), (5, "77", 9))


def test_words_are_read_and_origins_followed_as_duckdb_does(spark):
    told = [(1, 1, claim, f"S{claim}", words, based_on) for claim, words, based_on in WORDS]
    kinds = "event int, question int, claim int, source string, words string, based_on int"
    there = frames.claims(spark.createDataFrame(told, kinds))
    connection = duckdb.connect()
    connection.execute(f"create table told ({kinds.replace('string', 'varchar')})")
    connection.executemany("insert into told values (?, ?, ?, ?, ?, ?)", told)
    here = frames.claims(connection.table("told"))
    assert sorted_rows(there.table) == sorted_rows(here.table)
    assert sorted_rows(there.defects) == sorted_rows(here.defects)
    assert {row["claim"] for row in sorted_rows(here.defects)} == {3, 5}


def test_every_wrong_column_is_listed_at_once(table):
    with pytest.raises(InvalidField) as error:
        frames.reconcile(table.drop("source").withColumn("point", table.point.cast("double")))
    assert "source: missing" in str(error.value)
    assert "point: Float64" in str(error.value)

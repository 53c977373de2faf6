"""The column engine and what is around it: files in parts, ledgers, codes with their texts, engines."""

from __future__ import annotations

import sys
from enum import IntEnum

import duckdb
import pandas as pd
import polars as pl
import pytest
from columns_beside_objects import objects, rows, sorted_rows
from crowds import fused_ledger

from claimtrack import frames
from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, MissingExtra
from claimtrack.events import Event
from claimtrack.figures import about, at_least, exactly
from claimtrack.frames import schema
from claimtrack.ledger import Ledger
from claimtrack.questions import killed
from claimtrack.sources import Source


@pytest.fixture(scope="module")
def claims():
    return frames.from_ledger(fused_ledger(7), engine="polars").table


def written(claims, path):
    getattr(claims, f"write_{path.suffix[1:]}")(path)
    return path


@pytest.mark.parametrize(("given", "wanted"), [("parquet", "csv"), ("csv", "parquet")])
def test_a_file_of_claims_becomes_a_file_of_figures(tmp_path, claims, given, wanted):
    source, target = written(claims, tmp_path / f"claims.{given}"), tmp_path / f"figures.{wanted}"
    count = frames.reconcile_file(source, target, policy="envelope", memory="1GB")
    expected = sorted_rows(frames.reconcile(claims, policy="envelope"))
    read = getattr(duckdb, f"read_{wanted}")(str(target))
    found = read.select("* replace (policy_version::varchar as policy_version)")  # a csv does not tell texts
    assert sorted_rows(found) == expected
    assert count == len(expected)


def tables(connection):
    return connection.sql("show tables").fetchall()


@pytest.mark.parametrize("policy", ["last_words", "majority"])
def test_a_table_in_parts_gives_what_the_whole_gives(tmp_path, claims, policy):
    source, target = written(claims, tmp_path / "claims.parquet"), tmp_path / "figures.parquet"
    parts = []

    def work(part):
        parts.append(part)
        return frames.reconcile(part, policy=policy)

    with frames.connect(memory="1GB", spill=tmp_path / "spill") as connection:
        table = connection.read_parquet(str(source))
        frames.in_parts(table, target, work, connection, rows=20_000_000)
        held = [connection.table(name).aggregate("count(*)").fetchall() for (name,) in tables(connection)]
        assert all(count == [(0,)] for count in held)
    assert len(parts) > 5
    found = rows(duckdb.read_parquet(str(target)))
    assert found == sorted(found, key=lambda row: (row["event"], row["question"]))
    assert sorted(found, key=str) == sorted_rows(frames.reconcile(claims, policy=policy))


def test_files_of_other_kinds_and_odd_limits_are_refused(tmp_path, claims):
    source = written(claims, tmp_path / "claims.parquet")
    with pytest.raises(InvalidField, match=r"\.parquet or \.csv"):
        frames.reconcile_file(source, tmp_path / "figures.xlsx")
    with pytest.raises(InvalidField, match=r"\.parquet or \.csv"):
        frames.reconcile_file(tmp_path / "claims.xlsx", tmp_path / "figures.csv")
    with pytest.raises(InvalidField, match="4GB"):
        frames.reconcile_file(source, tmp_path / "figures.csv", memory="lots")


def test_a_computed_table_of_duckdb_is_computed_once_for_an_answer(claims):
    connection = duckdb.connect()
    connection.execute("create sequence reads")
    connection.register("claims_frame", claims.to_arrow())
    computed = connection.sql("select *, nextval('reads') as read from claims_frame")
    answered = sorted_rows(frames.reconcile(computed))
    assert connection.sql("select currval('reads')").fetchall() == [(claims.height,)]
    assert answered == sorted_rows(frames.reconcile(claims))


def test_steps_can_be_chained_on_duckdb(claims):
    relation = duckdb.from_arrow(claims.to_arrow())
    settled = frames.settle(frames.settle(frames.claims(relation).table))
    expected = frames.settle(frames.settle(frames.claims(claims).table))
    assert sorted_rows(frames.reconcile(settled)) == sorted_rows(frames.reconcile(expected))
    assert sorted_rows(frames.account(settled)) == sorted_rows(frames.account(expected))
    assert sorted_rows(frames.status(settled)) == sorted_rows(frames.status(expected))


def test_a_pandas_frame_gives_a_pandas_frame_of_whole_numbers_and_texts(claims):
    found = frames.reconcile(claims.to_pandas().astype({"point": "Int64"}, errors="ignore").convert_dtypes())
    assert isinstance(found, pd.DataFrame)
    kinds = {name: str(kind) for name, kind in found.dtypes.items()}
    assert {kinds[name] for name in ("low", "best", "high", "contested", "voices")} == {"Int64"}
    assert {kinds[name] for name in ("event", "question", "policy")} == {"string"}


@pytest.mark.parametrize("work", [frames.account, frames.status, frames.settle, frames.claims])
def test_no_step_changes_the_given_table(work, claims):
    table = claims.to_pandas().convert_dtypes()
    before = table.copy()
    work(table)
    pd.testing.assert_frame_equal(table, before)


def test_numbers_that_are_not_whole_are_refused_and_never_cast(claims):
    table = claims.with_columns(point=pl.lit(float("nan")))
    for given in (table, table.to_pandas(), duckdb.from_arrow(table.to_arrow())):
        with pytest.raises(InvalidField, match="point: Float64 where whole numbers"):
            frames.claims(given)


@pytest.mark.parametrize("code", [name for name, one in vars(schema).items() if isinstance(one, type)
                                  and issubclass(one, IntEnum) and one is not IntEnum])  # fmt: skip
def test_every_code_has_its_text(code):
    codes = getattr(schema, code)
    assert set(frames.TEXTS[code.lower()]) == {member.value for member in codes}


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb"])
def test_texts_are_put_beside_their_codes(engine, claims):
    ledger = fused_ledger(7)
    table = frames.from_ledger(ledger, engine=engine).table
    found = rows(frames.with_texts(frames.account(table)))
    roles = {(row["event"], row["question"], row["claim"]): row["role_text"] for row in found}
    expected = objects(ledger, "last_words")[1]
    assert roles == {asked: role.replace("_", " ") for asked, role in expected.items()}
    states = rows(frames.with_texts(frames.status(table)))
    assert {row["state_text"] for row in states} >= {"contested", "refuted", "superseded", "unverified"}


def spoken():
    attack = Event("Attack", occurred="2024-09-17")
    hospital, wire = Source("Hospital", "medical", reliability="B"), Source("Wire", "agency")
    ledger = Ledger()
    ledger.record(
        Claim(attack, hospital, killed(), exactly(12), stated="2024-09-18"),
        Claim(attack, wire, killed(), at_least(9), stated="2024-09", based_on=[hospital]),
        Claim(attack, Source("Mayor"), killed(), about(15)),
    )
    return ledger


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb"])
def test_a_table_becomes_a_ledger_again(engine):
    ledger = spoken()
    again, problems = frames.to_ledger(frames.from_ledger(ledger, engine=engine).table, ledger)
    assert problems == ()
    assert {str(claim) for claim in again.log.claims} == {str(claim) for claim in ledger.log.claims}
    given = {key: answer[:3] for key, answer in objects(again, "last_words")[0].items()}
    assert given == {key: answer[:3] for key, answer in objects(ledger, "last_words")[0].items()}


def test_what_cannot_become_a_claim_is_listed_with_its_reason():
    table = frames.from_ledger(spoken(), engine="polars").table.sort("source")
    flawed = table.with_columns(
        kind=pl.Series([None, *table["kind"][1:]], dtype=pl.Int64),
        standing=pl.Series([0, int(frames.Standing.refuted), 0]),
        observed=pl.Series([0, 0, 1]),
    )
    again, problems = frames.to_ledger(flawed, spoken())
    assert [problem.code for problem in problems].count("no-answer") == 1
    assert {problem.code for problem in problems} == {"no-answer", "not-standing", "seen-in-part"}
    assert len(tuple(again.log.claims)) == 1
    none, all_of_them = frames.to_ledger(table, {})
    assert {problem.code for problem in all_of_them} == {"unknown-question"}
    assert len(tuple(none.log.claims)) == 0


@pytest.mark.parametrize(
    ("engine", "extra"), [("duckdb", "frames"), ("polars", "polars"), ("pandas", "pandas")]
)
def test_an_engine_that_is_not_installed_names_its_extra(monkeypatch, engine, extra):
    monkeypatch.setitem(sys.modules, engine, None)
    with pytest.raises(MissingExtra, match=rf"claimtrack\[{extra}\]"):
        frames.from_ledger(spoken(), engine=engine)


def test_pandas_without_duckdb_names_the_extra(monkeypatch, claims):
    table = claims.to_pandas()
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtra, match=r"claimtrack\[frames\]"):
        frames.reconcile(table)

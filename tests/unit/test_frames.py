"""What the column engine takes, what it refuses, and what it says."""

from __future__ import annotations

import pytest

from claimtrack import frames
from claimtrack.answers import affirms
from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, WrongType
from claimtrack.events import Event
from claimtrack.figures import exactly
from claimtrack.questions import Proposition, killed
from claimtrack.sources import Source

pl = pytest.importorskip("polars", reason="needs polars: pip install 'claimtrack[polars]'")
pd = pytest.importorskip("pandas", reason="needs pandas: pip install 'claimtrack[pandas]'")
duckdb = pytest.importorskip("duckdb", reason="needs DuckDB: pip install 'claimtrack[frames]'")


def said(*points, **columns):
    """A table of exact figures, one claim each."""
    count = len(points)
    names = ("bounds_low", "bounds_high", "reading_low", "reading_high", "point")
    numbers = {name: list(points) for name in names}
    given = {
        "event": [1] * count, "question": [1] * count, "claim": list(range(count)),
        "source": [f"S{number}" for number in range(count)], "kind": [0] * count,
    }  # fmt: skip
    return pl.DataFrame(given | numbers | columns)


def only_row(result):
    (row,) = result.to_dicts()
    return row


def test_a_table_comes_back_as_the_type_it_was():
    table = said(70, 77, 100)
    eager, lazy = frames.reconcile(table), frames.reconcile(table.lazy())
    assert isinstance(eager, pl.DataFrame)
    assert isinstance(lazy, pl.LazyFrame)
    assert isinstance(frames.reconcile(table.to_pandas()), pd.DataFrame)
    relation = duckdb.from_arrow(table.to_arrow())
    assert isinstance(frames.reconcile(relation), duckdb.DuckDBPyRelation)


def test_the_result_names_its_policy_and_counts_what_it_heard():
    row = only_row(frames.reconcile(said(70, 77, 100), policy="envelope"))
    assert (row["low"], row["best"], row["high"], row["contested"]) == (70, None, 100, 1)
    assert (row["claims"], row["heard"], row["voices"]) == (3, 3, 3)
    assert (row["policy"], row["policy_version"]) == ("envelope", "1")


def test_the_given_table_is_not_changed():
    table = said(70, 77).to_pandas()
    before = table.copy()
    frames.reconcile(table)
    pd.testing.assert_frame_equal(table, before)


def test_every_missing_and_mistyped_column_is_listed_at_once():
    table = said(1, 2).drop("kind", "source").with_columns(point=pl.lit(1.5))
    with pytest.raises(InvalidField) as error:
        frames.reconcile(table)
    for name in ("source: missing", "kind: missing", "point: Float64"):
        assert name in str(error.value)


def test_a_policy_that_columns_do_not_carry_is_refused_with_what_to_use():
    with pytest.raises(InvalidField, match=r"use claimtrack\.reconcile"):
        frames.reconcile(said(1), policy="my own")


def test_a_policy_names_the_columns_that_it_needs():
    with pytest.raises(InvalidField, match="reliability"):
        frames.reconcile(said(1, 2), policy="most_reliable")


def test_an_engine_without_windows_is_named_with_the_alternatives():
    pa = pytest.importorskip("pyarrow", reason="needs pyarrow")
    with pytest.raises(WrongType, match="polars, pandas, DuckDB or PySpark"):
        frames.reconcile(pa.table({"event": [1]}))


def test_what_is_no_table_is_refused():
    with pytest.raises(WrongType, match="a table of"):
        frames.reconcile([1, 2, 3])


def test_counts_up_to_the_largest_stay_exact():
    largest = 2**51
    row = only_row(frames.reconcile(said(largest, largest - 1, largest - 2), policy="weighted_median"))
    assert (row["low"], row["best"], row["high"]) == (largest - 2, largest - 1, largest)


def test_a_ledger_says_which_questions_columns_do_not_carry():
    attack, afp = Event("Attack"), Source("AFP", "agency")
    burned = Claim(attack, afp, Proposition("An aircraft burned"), affirms())
    intake = frames.from_ledger([Claim(attack, afp, killed(), exactly(77)), burned], engine="polars")
    assert intake.table.height == 1
    (defect,) = intake.defects
    assert (defect.code, defect.records) == ("not-a-measure", (burned.id,))


DEFECTS = [
    ({"bounds_low": [-1, 2]}, "bounds_low: not from 0"),
    ({"bounds_low": [9, 2]}, "bounds: the low end is above the high end"),
    ({"bounds_high": [2**52, 2]}, "bounds_high: not from 0"),
    ({"kind": [8, 0]}, "kind: not from 0 to 7"),
    ({"claim": [1, 1]}, "claim: the same key"),
    ({"source": [None, "B"]}, "source: null"),
    ({"reading_high": [None, 2]}, "reading: reaches beyond"),
    ({"point": [0, 2]}, "point: outside"),
    ({"day_first": [5, None], "day_last": [None, None]}, "day: one end"),
    ({"based_on": ["nobody", None]}, "based_on: a claim that is not"),
    ({"based_on": ["0", None]}, "based_on: a circle"),
]


@pytest.mark.parametrize(("columns", "defect"), DEFECTS, ids=[text for _, text in DEFECTS])
def test_a_row_with_a_defect_is_set_apart_with_its_reason(columns, defect):
    keys = {"claim": ["0", "1"]} if "based_on" in columns else {}
    checked = frames.claims(said(1, 2, **{**keys, **columns}))
    assert any(defect in row["defect"] for row in checked.defects.to_dicts())
    assert checked.table.height + checked.defects.height == 2


def test_a_sound_table_has_no_defects():
    checked = frames.claims(said(1, 2))
    assert checked.defects.height == 0
    assert checked.table.height == 2


def test_words_are_read_once_and_what_nobody_could_read_is_kept_and_listed():
    table = pl.DataFrame({
        "event": [1, 1, 1], "question": [1, 1, 1], "claim": ["a", "b", "c"], "source": ["A", "B", "C"],
        "words": ["77", "more than 70", "lots and lots"],
    })  # fmt: skip
    checked = frames.claims(table)
    kept = {row["claim"]: row["bounds_low"] for row in checked.table.to_dicts()}
    assert kept == {"a": 77, "b": 71, "c": None}
    assert [row["claim"] for row in checked.defects.to_dicts()] == ["c"]


def test_origins_are_followed_to_the_end_of_the_chain():
    table = said(77, 77, 70, claim=["a", "b", "c"], based_on=[None, "a", "b"])
    checked = frames.claims(table).table
    assert {row["claim"]: (row["origin"], row["hops"]) for row in checked.to_dicts()} == {
        "a": ("S0", 0), "b": ("S0", 1), "c": ("S0", 2),
    }  # fmt: skip
    row = only_row(frames.reconcile(checked, policy="envelope"))
    assert (row["low"], row["best"], row["high"], row["voices"]) == (77, 77, 77, 1)


@pytest.mark.parametrize("suffix", ["parquet", "csv"])
def test_a_file_is_read_by_duckdb(tmp_path, suffix):
    path = tmp_path / f"claims.{suffix}"
    getattr(said(70, 77), f"write_{suffix}")(path)
    table = frames.claims(path, columns={}).table
    assert frames.reconcile(table, policy="envelope").select("low, high").fetchall() == [(70, 77)]


def test_columns_may_have_names_of_their_own():
    table = said(70, 77).rename({"event": "event_id"})
    assert frames.claims(table, columns={"event": "event_id"}).table.height == 2
    with pytest.raises(InvalidField, match="nothing_of_it"):
        frames.claims(table, columns={"event": "nothing_of_it"})


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb"])
def test_yesterdays_result_and_todays_claims_give_todays(engine):
    old = said(70, 77, 5, event=[1, 1, 2])
    new = said(100, event=[1], claim=[9])
    whole = pl.concat([old, new])
    native = {
        "polars": lambda table: table,
        "pandas": lambda table: table.to_pandas(),
        "duckdb": lambda table: duckdb.from_arrow(table.to_arrow()),
    }[engine]
    yesterday = frames.reconcile(native(old))
    updated, full = frames.update(yesterday, native(whole), native(new)), frames.reconcile(native(whole))
    assert _sorted(updated) == _sorted(full)
    assert len(_sorted(full)) == 2


def _sorted(table):
    if isinstance(table, pd.DataFrame):
        table = table.astype(object).where(table.notna(), None)
        return sorted(table.itertuples(index=False, name=None), key=str)
    return sorted(table.fetchall() if hasattr(table, "fetchall") else table.rows(), key=str)

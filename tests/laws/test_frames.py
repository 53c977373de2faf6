"""The column engine gives what the object engine gives, row for row and bit for bit, on every engine."""

from __future__ import annotations

from functools import cache

import duckdb
import polars as pl
import pytest
from columns_beside_objects import (
    answers_of_columns,
    objects,
    roles_of_columns,
    rows,
    sorted_rows,
    statuses_of_columns,
    statuses_of_objects,
)
from crowds import ISGS, JNIM, MALI, crowded_ledgers, fused_ledger
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claimtrack import frames
from claimtrack.learning import fit
from claimtrack.reconcile import Weights, prefer, weighted_median

POLICIES = list(frames.COLUMN_POLICIES)
ENGINES = ("polars", "pandas", "duckdb")
CAMPS = {MALI.id: 1, JNIM.id: 2, ISGS.id: 3}

LAST_BITS = 1e-12
"""Estimates are made with floats: a batch of questions and one alone may differ in the last bits of a
number, which shows from a million million persons on."""

# A ledger with everything in it draws more bytes than most; that is what is wanted here.
few = settings(
    max_examples=8, phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[*settings.default.suppress_health_check, HealthCheck.data_too_large],
)  # fmt: skip


@cache
def fused():
    return fused_ledger(7)


def columns_of(ledger, engine):
    return frames.from_ledger(ledger, engine=engine).table


def beside(table, policy):
    """What `objects` gives, from columns."""
    return answers_of_columns(table, policy), roles_of_columns(table, policy)


@few
@given(ledger=crowded_ledgers(), policy=st.sampled_from(POLICIES), other=st.sampled_from(ENGINES[1:]))
def test_columns_of_every_engine_answer_and_account_as_objects_do(ledger, policy, other):
    expected = objects(ledger, policy)
    for engine in ("polars", other):
        assert beside(columns_of(ledger, engine), policy) == expected, engine


@few
@given(ledger=crowded_ledgers(), engine=st.sampled_from(ENGINES))
def test_statuses_are_those_of_the_ledger(ledger, engine):
    assert statuses_of_columns(columns_of(ledger, engine)) == statuses_of_objects(ledger)


@pytest.mark.parametrize("engine", ENGINES)
def test_statuses_of_fused_cases_are_those_of_the_ledger(engine):
    assert statuses_of_columns(columns_of(fused(), engine)) == statuses_of_objects(fused())


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("engine", ENGINES)
def test_fused_cases_answer_and_account_as_objects_do(engine, policy):
    assert beside(columns_of(fused(), engine), policy) == objects(fused(), policy)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_in_a_table_without_standing_every_claim_stands(engine, policy):
    standing = columns_of(fused(), "polars").filter(pl.col("standing") == 0)
    bare = standing.drop("standing")
    if engine == "duckdb":
        standing, bare = duckdb.from_arrow(standing), duckdb.from_arrow(bare)
    assert beside(bare, policy) == beside(standing, policy)


WEIGHTS = Weights(
    reliability={"A": 4, "B": 3, "C": 2}, kind={"medical": 5}, first_hand=2, upper=True
)  # fmt: skip
MADE = [
    (frames.prefer(["medical", "military"]), prefer(["medical", "military"])),
    (frames.weighted_median(WEIGHTS, name="mine"), weighted_median(WEIGHTS, name="mine")),
]


@pytest.mark.parametrize(("over_columns", "over_objects"), MADE, ids=["prefer", "weights"])
def test_policies_that_are_made_to_measure_answer_as_objects_do(over_columns, over_objects):
    assert beside(columns_of(fused(), "polars"), over_columns) == objects(fused(), over_objects)


@pytest.mark.parametrize(
    "how", [{"variant": "linear"}, {"variant": "grid"}, {"suspect": ["media", "military"]}], ids=str
)
def test_a_fitted_model_answers_as_it_does_for_objects(how):
    policy = fit(fused_ledger(3), **how)
    expected, roles = objects(fused(), policy)
    for engine in ENGINES:
        table = columns_of(fused(), engine)
        assert roles_of_columns(table, policy) == roles
        given = answers_of_columns(table, policy)
        assert {asked: rest[3:] for asked, rest in given.items()} == {
            asked: rest[3:] for asked, rest in expected.items()
        }
        for asked, numbers in given.items():
            for number, other in zip(numbers[:3], expected[asked][:3], strict=True):
                assert number == other or abs(number - other) <= LAST_BITS * other, (engine, asked)


@few
@given(ledger=crowded_ledgers(least=2), policy=st.sampled_from(POLICIES), data=st.data())
def test_yesterdays_result_and_todays_claims_give_what_a_full_run_gives(ledger, policy, data):
    table = columns_of(ledger, "polars")
    drawn = data.draw(st.lists(st.booleans(), min_size=table.height, max_size=table.height))
    today = pl.Series(drawn, dtype=pl.Boolean)
    yesterday = frames.reconcile(table.filter(~today), policy=policy)
    updated = frames.update(yesterday, table, table.filter(today), policy=policy)
    assert sorted_rows(updated) == sorted_rows(frames.reconcile(table, policy=policy))


def test_the_order_and_the_partitions_of_the_input_change_nothing():
    table = columns_of(fused(), "polars")
    answers = sorted_rows(frames.reconcile(table))
    for seed in range(3):
        shuffled = table.sample(fraction=1.0, shuffle=True, seed=seed)
        assert sorted_rows(frames.reconcile(shuffled)) == answers
        assert sorted_rows(frames.reconcile(duckdb.from_arrow(shuffled.to_arrow()))) == answers
    parts = [table[at::3] for at in range(3)]
    lazy = frames.reconcile(type(table).lazy(parts[0].vstack(parts[1]).vstack(parts[2])))
    assert sorted_rows(lazy.collect()) == answers


def unsettled(ledger):
    """The rows of a ledger as they stood before anything was superseded or overtaken, and how they stand."""
    revised = {identity for claim in ledger.log.claims for identity in claim.revises}
    found, standing = [], {}
    for row in frames.rows_of(ledger):
        claim = ledger.log.claim(row["claim"])
        standing[claim.id] = row["standing"]
        replaced = row["standing"] == frames.Standing.superseded and claim.id not in revised
        if replaced or row["standing"] == frames.Standing.overtaken:
            row["standing"] = 0
        party = claim.source.party or claim.source.aligned_with
        row["carriers"] = " ".join(sorted(claim.via))
        row["anonymous"] = int(claim.source.anonymous)
        row["camp"] = CAMPS[party.id] if party else 0
        found.append(row)
    return found, standing


@pytest.mark.parametrize("seed", [5, 6])
def test_claims_are_superseded_and_overtaken_as_in_a_ledger(seed):
    found, standing = unsettled(fused_ledger(seed, size=800, plain=True))
    kinds = {name: int if isinstance(cell, int) else str for name, cell in found[0].items()}
    kinds |= {name: int for name, column in frames.COLUMNS.items() if not column.key}
    table = pl.DataFrame(found, schema=kinds | {"vote": str})
    settled = {row["claim"]: row["standing"] for row in rows(frames.settle(table))}
    assert settled == standing
    assert {frames.Standing.superseded, frames.Standing.overtaken} <= set(standing.values())

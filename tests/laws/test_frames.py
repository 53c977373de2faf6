"""The column engine gives what the object engine gives, row for row and bit for bit, on every engine."""

from __future__ import annotations

from functools import cache

import pytest
from crowds import ISGS, JNIM, MALI, crowded_ledgers, fused_ledger
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claimtrack import frames
from claimtrack.reconcile import FigureReconciliation, Weights, prefer, reconcile_all, weighted_median

polars = pytest.importorskip("polars", reason="needs polars: pip install 'claimtrack[polars]'")
pytest.importorskip("pandas", reason="needs pandas: pip install 'claimtrack[pandas]'")

POLICIES = list(frames.COLUMN_POLICIES)
CAMPS = {MALI.id: 1, JNIM.id: 2, ISGS.id: 3}
NUMBERS = ("low", "best", "high", "contested", "claims", "heard", "voices")


def rows(table):
    """The rows of a table of any engine, as dicts of plain values."""
    if hasattr(table, "to_dicts"):
        return table.to_dicts()
    if hasattr(table, "fetchall"):
        return [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
    plain = table.astype(object).where(table.notna(), None)
    return plain.to_dict("records")


def key(row):
    return (row["event"], row["question"])


def numbers(row):
    return tuple(row[name] for name in NUMBERS)


def figures(ledger, policy):
    """What the object engine answers without parts and wholes, and what became of each claim."""
    answers, roles = {}, {}
    for result in reconcile_all(ledger, policy=policy):
        if not isinstance(result, FigureReconciliation):
            continue
        asked = (result.event.id, result.question.id)
        ruling = result.ruling
        heard = sum(len(voice.claims) for voice in result.voices)
        answers[asked] = (
            ruling.low, ruling.best, ruling.high, int(result.contested), len(result.account), heard,
            len(result.voices),
        )  # fmt: skip
        roles.update({(*asked, entry.claim.id): entry.role.value for entry in result.account})
    return answers, roles


def columns(table, policy):
    """The same from the column engine."""
    answers = {key(row): numbers(row) for row in rows(frames.reconcile(table, policy=policy))}
    roles = {
        (*key(row), row["claim"]): frames.Role(row["role"]).name
        for row in rows(frames.account(table, policy=policy))
    }
    return answers, roles


@settings(max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
          suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])  # fmt: skip
@given(ledger=crowded_ledgers(), policy=st.sampled_from(POLICIES))
def test_columns_answer_as_objects_do(ledger, policy):
    table = frames.from_ledger(ledger, engine="polars").table
    assert columns(table, policy) == figures(ledger, policy)


@cache
def fused():
    return fused_ledger(7)


@pytest.mark.parametrize("policy", POLICIES)
def test_polars_answers_as_objects_do(policy):
    table = frames.from_ledger(fused(), engine="polars").table
    assert columns(table, policy) == figures(fused(), policy)


@pytest.mark.parametrize(
    "policy", ["envelope", "recent_majority_lowest", "most_reliable", "bracket", "majority", "upper_median"]
)
def test_duckdb_answers_as_objects_do(policy):
    table = frames.from_ledger(fused(), engine="duckdb").table
    answers = rows(frames.reconcile(table, policy=policy))
    assert {key(row): numbers(row) for row in answers} == figures(fused(), policy)[0]


@pytest.mark.parametrize("engine", ["duckdb", "pandas"])
@pytest.mark.parametrize("policy", ["last_words", "latest"])
def test_every_engine_answers_and_accounts_as_objects_do(engine, policy):
    table = frames.from_ledger(fused(), engine=engine).table
    assert columns(table, policy) == figures(fused(), policy)


WEIGHTS = Weights(
    reliability={"A": 4, "B": 3, "C": 2}, kind={"medical": 5}, first_hand=2, upper=True
)  # fmt: skip
MADE = [
    (frames.prefer(["medical", "military"]), prefer(["medical", "military"])),
    (frames.weighted_median(WEIGHTS, name="mine"), weighted_median(WEIGHTS, name="mine")),
]


@pytest.mark.parametrize(("over_columns", "over_objects"), MADE, ids=["prefer", "weights"])
def test_policies_that_are_made_to_measure_answer_as_objects_do(over_columns, over_objects):
    table = frames.from_ledger(fused(), engine="polars").table
    assert columns(table, over_columns) == figures(fused(), over_objects)


def test_the_order_and_the_partitions_of_the_input_change_nothing():
    table = frames.from_ledger(fused(), engine="polars").table
    answers = rows(frames.reconcile(table).sort("event", "question"))
    for seed in range(3):
        shuffled = table.sample(fraction=1.0, shuffle=True, seed=seed)
        assert rows(frames.reconcile(shuffled).sort("event", "question")) == answers
    parts = [table[at::3] for at in range(3)]
    lazy = frames.reconcile(type(table).lazy(parts[0].vstack(parts[1]).vstack(parts[2])))
    assert rows(lazy.collect().sort("event", "question")) == answers


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
    table = polars.DataFrame(found, schema=kinds | {"vote": str})
    settled = {row["claim"]: row["standing"] for row in rows(frames.settle(table))}
    assert settled == standing
    assert {frames.Standing.superseded, frames.Standing.overtaken} <= set(standing.values())

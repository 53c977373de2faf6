"""Reconciliation over columns: one row for each event and measure, and the account of every claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import narwhals as nw

from claimtrack.errors import InvalidField, listed
from claimtrack.frames.engines import TableT, complete, open_shared, open_table
from claimtrack.frames.hearing import VOICE, col, flag, mark_heard, numeric, only, sure, voices_of, whole
from claimtrack.frames.learned import learned
from claimtrack.frames.majority import elected, hull_by_group, with_majority
from claimtrack.frames.policies import COLUMN_POLICIES
from claimtrack.frames.rules import ColumnPolicy, with_subsumed
from claimtrack.frames.schema import COLUMNS, GROUP, Because, Role, Standing
from claimtrack.frames.windows import Frame, on_cluster
from claimtrack.reconcile.policies import DEFAULT

if TYPE_CHECKING:
    from claimtrack.frames.rules import AnyPolicy
    from claimtrack.learning.policy import LearnedPolicy

RESULT = (
    *GROUP, "low", "best", "high", "contested", "claims", "heard", "voices", "estimated", "policy",
    "policy_version",
)  # fmt: skip
"""The columns of a result."""


def reconcile(table: TableT, *, policy: AnyPolicy = DEFAULT.name) -> TableT:
    """Say how many, for every event and measure of a claims table, by one policy.

    It is the answer that `claimtrack.reconcile` gives, without parts and wholes, computed by the engine
    that holds the table. A lazy table gives a lazy result; the table is not changed.

    Args:
        table: A claims table (see `COLUMNS`) of polars, pandas, DuckDB or PySpark.
        policy: A policy over columns, or its name; or a fitted learned model, for which polars, pandas and
            DuckDB compute at once and not when the result is looked at.

    Returns:
        A table of the same type, one row for each event and question: `low`, `best` and `high` in
        persons (null where `claimtrack.reconcile` gives `None`), `contested` (1 where standing claims
        contradict each other), the numbers of `claims`, of those `heard`, and of `voices`, and the
        `policy` with its version. The rows come in no particular order.

    Raises:
        InvalidField: If columns are missing or mistyped, or the policy is none that columns carry.
        WrongType: If it is no table of an engine that can compute this.

    Example:
        >>> import duckdb
        >>> table = duckdb.sql('''
        ...     select 1 as event, 1 as question, claim, claim as source, 0 as kind, n as bounds_low,
        ...            n as bounds_high, n as reading_low, n as reading_high, n as point
        ...     from (values (1, 77), (2, 70), (3, 100)) as said(claim, n)''')
        >>> reconcile(table, policy="weighted_median").select("low, best, high, voices, policy").fetchall()
        [(70, 77, 100, 3, 'weighted_median')]
    """
    rule = column_policy(policy)
    frame, back = open_table(table) if rule.estimates else open_shared(table)
    claims, present = complete(frame)
    _need(rule, present)
    return back(_answer(mark_heard(claims, relays="relayed" in present), rule, present))


def account(table: TableT, *, policy: AnyPolicy = DEFAULT.name) -> TableT:
    """Say what became of every claim of a claims table.

    Returns:
        A table of the same type, one row for each claim: its keys, `role` as coded in `Role` and
        `because` as coded in `Because`.

    Raises:
        InvalidField: If columns are missing or mistyped, or the policy is none that columns carry.
        WrongType: If it is no table of an engine that can compute this.
    """
    rule = column_policy(policy)
    frame, back = open_table(table) if rule.estimates else open_shared(table)
    claims, present = complete(frame)
    _need(rule, present)
    claims = mark_heard(claims, relays="relayed" in present)
    heard = _voices(claims, rule, present)
    voices = with_subsumed(rule.mark(heard))
    voices = voices.with_columns(used=whole(1) if rule.used is None else flag(rule.used))
    if rule.hulls and rule.used is not None:
        voices = _with_floors_that_forbid(voices, rule)
    voices = voices.select(*VOICE, "subsumed", "used")
    joined = claims.select(*VOICE, "claim", "standing", "bounds_low", "bounds_high", "echo", "heard").join(
        voices, on=list(VOICE), how="left"
    )
    return back(_roles(joined, looks_at_all=rule.used is None))


def column_policy(policy: AnyPolicy) -> ColumnPolicy:
    """The policy over columns of that name.

    Raises:
        InvalidField: If columns cannot carry it.
    """
    if isinstance(policy, ColumnPolicy):
        return policy
    if hasattr(policy, "track_records"):
        return learned(cast("LearnedPolicy", policy))
    name = policy if isinstance(policy, str) else getattr(policy, "name", "")
    found = COLUMN_POLICIES.get(name)
    if found is None:
        raise InvalidField(
            "frames.reconcile", "policy", policy, f"one of {', '.join(COLUMN_POLICIES)}",
            "frames.prefer(kinds) and frames.weighted_median(weights) make more; "
            "for any other use claimtrack.reconcile",
        )  # fmt: skip
    return found


def _need(rule: ColumnPolicy, present: frozenset[str]) -> None:
    missing = [name for name in rule.needs if name not in present]
    if missing:
        holds = "; ".join(f"{name} ({COLUMNS[name].holds})" for name in missing)
        raise InvalidField(
            "frames.reconcile",
            "table",
            sorted(present),
            f"a table with {listed(missing)} for {rule.name}: {holds}",
        )


def _voices(claims: Frame, rule: ColumnPolicy, present: frozenset[str]) -> Frame:
    """The voices as the policy hears them: in a table without `standing` no word is overtaken."""
    return voices_of(claims, last_words=rule.last_words and "standing" in present, spoken=rule.spoken)


def _answer(claims: Frame, rule: ColumnPolicy, present: frozenset[str]) -> Frame:
    """One row for each question, also where nobody is heard."""
    voices = rule.mark(_voices(claims, rule, present))
    wanted = {"voices": col("stating").count(), **rule.aggregates}
    if on_cluster(claims):
        wanted |= {"claims": col("claims").sum(), "heard": col("heard").sum()}
    if rule.floors:
        wanted |= {"contested": col("clashing").max(), "forbids": col("unopposed").max()}
    else:
        wanted |= {"apart": col("apart").max(), "most": col("bl").max(), "least": col("bh").min()}
    if rule.hulls:
        result = hull_by_group(voices, rule.ends, **wanted)
    else:
        result = voices.group_by(*GROUP).agg(**wanted)
    if rule.estimates is not None:
        result = result.join(rule.estimates(voices), on=list(GROUP), how="left")
    if rule.votes:
        result = with_majority(result, elected(claims))
    if not on_cluster(claims):  # where reading the claims twice is cheaper than carrying two columns
        asked = claims.group_by(*GROUP).agg(claims=nw.len(), heard=col("heard").sum())
        result = asked.join(result, on=list(GROUP), how="left")
    return _ruled(result, rule)


def _with_floors_that_forbid(voices: Frame, rule: ColumnPolicy) -> Frame:
    """Mark the floors below which the policy would have elected: it looks at them too."""
    elected = hull_by_group(voices, rule.ends, **rule.aggregates)
    elected = (rule.elect or (lambda result: result))(elected).select(*GROUP, elected=col("best"))
    voices = voices.with_columns(forbids=col("unopposed").max().over(*GROUP))
    voices = voices.join(elected, on=list(GROUP), how="left")
    forbids = (col("unopposed") == col("forbids")) & (col("elected") < col("forbids"))
    return voices.with_columns(used=nw.when(sure(forbids)).then(whole(1)).otherwise(col("used")))


def _ruled(result: Frame, rule: ColumnPolicy) -> Frame:
    """Let best stand only where no floor forbids it, and the ends take it in."""
    if rule.elect is not None:
        result = rule.elect(result)
    if rule.floors:
        blocked = sure(col("best") < col("forbids"))
        result = result.with_columns(
            best=only(~blocked, "best"), high=only(~(blocked & sure(col("forbids") > col("high"))), "high")
        )
    else:
        clashing = (col("apart") == 1) | (col("most") > col("least"))
        result = result.with_columns(contested=flag(clashing))
    result = result.with_columns(
        low=nw.min_horizontal("low", "best"),
        high=only(~col("high").is_null(), nw.max_horizontal("high", "best")),
        contested=col("contested").fill_null(0),
        voices=col("voices").fill_null(0),
        estimated=whole(0 if rule.estimates is None else 1),
        policy=nw.lit(rule.name),
        policy_version=nw.lit(rule.version),
    )
    texts = {*GROUP, "policy", "policy_version"}
    numbers = (col(name).cast(nw.Int64) for name in RESULT if name not in texts)
    return result.select(*GROUP, *numbers, "policy", "policy_version")


_STANDING_BECAUSE = {
    Standing.retracted: Because.retracted,
    Standing.superseded: Because.superseded,
    Standing.refuted: Because.refuted,
    Standing.misreported: Because.misreported,
}


def _roles(claims: Frame, *, looks_at_all: bool) -> Frame:
    """Code what became of each claim, in the order in which the object engine asks."""
    heard = col("heard") == 1
    subsumed = heard & (col("subsumed") == 1)
    passed = heard & (col("used") == 0)
    if looks_at_all:
        voiced = [(subsumed, Role.subsumed, Because.says_no_more)]
    else:
        voiced = [
            (subsumed & (col("used") == 0), Role.subsumed, Because.says_no_more),
            (passed, Role.set_aside, Because.passed_over),
        ]
    cases = [
        *voiced,
        (heard, Role.kept, Because.bears),
        *(
            (col("standing") == standing, Role.set_aside, because)
            for standing, because in _STANDING_BECAUSE.items()
        ),
        (~numeric(), Role.set_aside, Because.no_number),
        (col("standing") == Standing.fallen, Role.set_aside, Because.fallen),
        (col("echo") == 1, Role.echo, Because.repeats),
    ]
    role, because = nw.lit(Role.overtaken.value), nw.lit(Because.exceeded.value)
    for condition, a, b in reversed(cases):
        role = nw.when(sure(condition)).then(a.value).otherwise(role)
        because = nw.when(sure(condition)).then(b.value).otherwise(because)
    return claims.select(*GROUP, "claim", role=role.cast(nw.Int64), because=because.cast(nw.Int64))

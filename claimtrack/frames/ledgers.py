"""From a ledger to columns, explicitly: every claim on a measure becomes one row.

What only objects can tell is settled on the way: whose word a claim is, whether it stands, and who is known
to be independent of whom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, Literal, TypeVar, cast, overload

import attrs

from claimtrack.assessments import Verdict
from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, MissingExtra, Problem
from claimtrack.events import Event
from claimtrack.frames.schema import (
    BEARING_CODES,
    COLUMNS,
    JUDGING,
    KIND_CODES,
    LEAN_CODES,
    MOST_HOPS,
    RELIABILITY_CODES,
    SOURCE_KIND_CODES,
    VERDICT_CODES,
    Relayed,
    Standing,
)
from claimtrack.interest import Sides, Tendency, tendency
from claimtrack.log import Log
from claimtrack.questions import Measure
from claimtrack.reconcile.hearing import Heard, hear, speaks_of_number
from claimtrack.reconcile.scope import Case, hold
from claimtrack.sources import SourceKind
from claimtrack.status import Holdings, Lifecycle, Status, Support

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation
    from pandas import DataFrame as PandasFrame
    from polars import DataFrame as PolarsFrame

TableT = TypeVar("TableT")
Cell = str | int | None
Engine = Literal["duckdb", "polars", "pandas"]

_TABLE = {**COLUMNS, **JUDGING}
_LIFECYCLES = {
    Lifecycle.retracted: Standing.retracted,
    Lifecycle.superseded: Standing.superseded,
}
_VERDICTS = {Verdict.refuted: Standing.refuted, Verdict.misreported: Standing.misreported}
_LAST = frozenset({SourceKind.reference, SourceKind.aggregator})


@attrs.frozen
class Intake(Generic[TableT]):
    """What came in: a claims table, and what could not become a row of it.

    Attributes:
        table: The claims table.
        defects: What was left out, each with its reason; nothing else was.
    """

    table: TableT
    defects: tuple[Problem, ...]


def rows_of(held: Holdings | Iterable[Claim]) -> Iterator[dict[str, Cell]]:
    """Every claim on a measure as a row of a claims table, for any engine.

    Raises:
        InvalidField: If a claim went through more hands than columns carry.
    """
    holdings, _ = hold(held)
    log, sides = holdings.log, holdings.statuses.sides
    bearing = _bearings(log, sides)
    for event_id, question_id in log.groups:
        claims = log.group(event_id, question_id)
        event, question = log.get(event_id), log.get(question_id)
        if not isinstance(event, Event) or not isinstance(question, Measure):
            continue
        case = Case(log, holdings.statuses, event, question, claims, True)  # noqa: FBT003
        for claim, row in _group(case, hear(case, speaks_of_number), sides):
            yield row if bearing is None else {**row, "bearing": bearing(claim)}


@overload
def from_ledger(held: Holdings | Iterable[Claim]) -> Intake[DuckDBPyRelation]: ...
@overload
def from_ledger(
    held: Holdings | Iterable[Claim], *, engine: Literal["duckdb"]
) -> Intake[DuckDBPyRelation]: ...
@overload
def from_ledger(held: Holdings | Iterable[Claim], *, engine: Literal["polars"]) -> Intake[PolarsFrame]: ...
@overload
def from_ledger(held: Holdings | Iterable[Claim], *, engine: Literal["pandas"]) -> Intake[PandasFrame]: ...
def from_ledger(
    held: Holdings | Iterable[Claim], *, engine: Engine = "duckdb"
) -> Intake[DuckDBPyRelation] | Intake[PolarsFrame] | Intake[PandasFrame]:
    """Turn a ledger into a claims table: one row for each claim on a measure.

    It costs about as much as reconciling the ledger once; below some ten thousand claims objects are faster.

    Args:
        held: A ledger; or an iterable of claims, which is a ledger without assessments.
        engine: What holds the table: a DuckDB relation, or a polars or pandas table.

    Returns:
        The table; and, as defects, the questions that columns do not carry: propositions and attributions.

    Raises:
        InvalidField: If the engine is none of these, or a claim went through more hands than columns carry.
        MissingExtra: If the engine is not installed.

    Example:
        >>> from claimtrack.events import Event
        >>> from claimtrack.figures import exactly
        >>> from claimtrack.questions import killed
        >>> from claimtrack.sources import Source
        >>> claim = Claim(Event("Attack"), Source("Hospital", "medical"), killed(), exactly(12))
        >>> from_ledger([claim]).table.select("point, bounds_low").fetchall()
        [(12, 12)]
    """
    holdings, _ = hold(held)
    names = [name for name in _TABLE if name != "bearing" or _bearings(holdings.log, None) is not None]
    columns: dict[str, list[Cell]] = {name: [] for name in names}
    for row in rows_of(holdings):
        for name, cells in columns.items():
            cells.append(row[name])
    table = cast("DuckDBPyRelation", _table(columns, engine))
    return Intake(table, tuple(_left_out(holdings.log)))


def _left_out(log: Log) -> Iterator[Problem]:
    for event_id, question_id in log.groups:
        question = log.get(question_id)
        if not isinstance(question, Measure):
            claims = log.group(event_id, question_id)
            yield Problem(
                code="not-a-measure",
                message=f"{question}: columns carry measures only; use claimtrack.reconcile for verdicts.",
                records=tuple(claim.id for claim in claims),
            )


def _group(case: Case, heard: Heard, sides: Sides | None) -> Iterator[tuple[Claim, dict[str, Cell]]]:
    labels: dict[str, str] = {}
    for voice in (*heard.voices, *heard.voices.overtaken):
        label = min(voice.origins)
        labels.update((claim.id, label) for claim in voice.claims)
    votes = _votes(case, heard)
    for claim in case.claims:
        row = _row(case, heard, claim, sides)
        row["origin"] = labels.get(claim.id) or min(case.statuses.origins.roots(claim))
        row["vote"] = votes.get(claim.id)
        if claim.id in heard.overtaken and claim.id not in labels and claim.id not in heard.echoes:
            row["relayed"] = Relayed.merged.value
        yield claim, row


def _votes(case: Case, heard: Heard) -> dict[str, str]:
    """The claims of the voices known to be independent of one another, by claim id, each with its voice."""
    if len(heard.voices) < 2:
        return {}
    if not case.statuses.origins.independence_possible() and not any(
        claim.first_hand for claim in case.claims
    ):
        return {}
    return {
        claim.id: voice.claims[0].id for voice in heard.voices.independent.known for claim in voice.claims
    }


def _row(case: Case, heard: Heard, claim: Claim, sides: Sides | None) -> dict[str, Cell]:
    log, figure, status = case.log, claim.figure, heard.statuses[claim.id]
    source = log.source(claim.source) or claim.source
    interest = None if sides is None else tendency(log, claim, sides)
    bounds, reading = ((None, None), (None, None)) if figure is None else (figure.bounds, figure.reading)
    return {
        "event": case.event.id,
        "question": case.question.id,
        "claim": claim.id,
        "source": source.id,
        "kind": None if figure is None else KIND_CODES[figure.kind],
        "bounds_low": bounds[0],
        "bounds_high": bounds[1],
        "reading_low": reading[0],
        "reading_high": reading[1],
        "point": None if figure is None else figure.point,
        "day_first": None if claim.stated is None else claim.stated.start.toordinal(),
        "day_last": None if claim.stated is None else claim.stated.end.toordinal(),
        "standing": _standing(heard, claim, status).value,
        "relayed": (Relayed.echo if claim.id in heard.echoes else Relayed.own).value,
        "hops": _hops(case, claim),
        "reference": int(_last(log, claim)),
        "observed": int(claim.observed is not None),
        "first_hand": int(claim.first_hand),
        "reliability": None if source.reliability is None else RELIABILITY_CODES[source.reliability],
        "source_kind": SOURCE_KIND_CODES[source.kind],
        "lean": LEAN_CODES[Tendency.none if interest is None else interest.kind],
        "admission": int(interest is not None and interest.admission),
        "verdict": VERDICT_CODES[status.verdict],
        "repeats": int(status.voice is None and bool(status.repeats)),
        "voice": _voice(status),
        "corroborated": int(status.support is Support.corroborated),
    }


def _voice(status: Status) -> str | None:
    """Whose word it is when claims are held against each other; nobody's where it repeats several."""
    if status.voice is not None:
        return str(status.voice)
    return str(*status.repeats) if len(status.repeats) == 1 else None


def _bearings(log: Log, sides: Sides | None) -> Callable[[Claim], int | None] | None:
    """How sources stand to those they count; `None` where the extra that tells it is not installed."""
    try:
        from claimtrack.learning.ledgers import bearing_of
    except MissingExtra:
        return None

    def code(claim: Claim) -> int | None:
        bearing = bearing_of(log, claim, sides)
        return None if bearing is None else BEARING_CODES[bearing.value]

    return code


def _standing(heard: Heard, claim: Claim, status: Status) -> Standing:
    if not status.countable:
        if status.lifecycle in _LIFECYCLES:
            return _LIFECYCLES[status.lifecycle]
        return _VERDICTS.get(status.verdict, Standing.fallen)
    return Standing.overtaken if claim.id in heard.overtaken else Standing.standing


def _hops(case: Case, claim: Claim) -> int:
    hops = case.statuses.origins.hops(claim)
    if hops > MOST_HOPS:
        raise InvalidField(
            "frames.from_ledger", "claim", claim, f"a claim that went through at most {MOST_HOPS} hands",
            "reconcile it with claimtrack.reconcile",
        )  # fmt: skip
    return hops


def _last(log: Log, claim: Claim) -> bool:
    named = (log.source(identity) for identity in (claim.source.id, *claim.via))
    return any(source is not None and source.kind in _LAST for source in named)


def _table(columns: dict[str, list[Cell]], engine: Engine) -> object:
    if engine == "duckdb":
        return _duckdb(columns)
    try:
        if engine == "polars":
            import polars as pl

            return pl.DataFrame(
                columns, schema={n: pl.String if _TABLE[n].key else pl.Int64 for n in columns}
            )
        if engine == "pandas":
            import pandas as pd

            kinds = {name: "string" if _TABLE[name].key else "Int64" for name in columns}
            return pd.DataFrame({name: pd.array(cells, dtype=kinds[name]) for name, cells in columns.items()})
    except ImportError:
        raise MissingExtra(engine, f"claimtrack.frames with {engine}") from None
    raise InvalidField("frames.from_ledger", "engine", engine, "one of duckdb, polars, pandas")


def _duckdb(columns: dict[str, list[Cell]]) -> object:
    try:
        import duckdb
    except ImportError:
        raise MissingExtra("frames", "claimtrack.frames with DuckDB") from None
    kinds = ", ".join(f"{name} {'VARCHAR' if _TABLE[name].key else 'BIGINT'}" for name in columns)
    connection = duckdb.connect()
    connection.execute(f"create table claims ({kinds})")
    unnested = ", ".join(
        f"unnest(${name}::{'VARCHAR' if _TABLE[name].key else 'BIGINT'}[])" for name in columns
    )
    connection.execute(f"insert into claims select {unnested}", columns)
    return connection.table("claims")

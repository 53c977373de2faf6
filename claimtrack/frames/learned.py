"""A fitted learned model over columns: what it reads of the voices, and its estimates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import narwhals as nw

from claimtrack.errors import MissingExtra, WrongType
from claimtrack.figures import FigureKind
from claimtrack.frames.hearing import col, flag, only, whole
from claimtrack.frames.rules import ColumnPolicy, with_floors
from claimtrack.frames.schema import GROUP, KIND_CODES
from claimtrack.frames.windows import Frame, on_cluster

if TYPE_CHECKING:
    from claimtrack.learning.policy import LearnedPolicy

_POINT, _RANGE, _AT_LEAST, _AT_MOST = range(4)  # claimtrack.learning.Shape, which needs NumPy
_ROWS = ("source", "bearing", "source_kind", "shape", "low_end", "high_end", "stating")


def learned(policy: LearnedPolicy) -> ColumnPolicy:
    """The policy over columns that estimates by a fitted model.

    The voices are gathered into NumPy arrays when it is called, and all questions are answered at once.
    """

    def estimate(voices: Frame) -> Frame:
        return _estimated(voices, policy)

    return ColumnPolicy(
        policy.name, policy.version, _mark, aggregates={}, elect=_raise_to_floors, used=nw.col("used") == 1,
        last_words=True, hulls=False, needs=("bearing", "source_kind"), estimates=estimate,
    )  # fmt: skip


def _mark(voices: Frame) -> Frame:
    """Say what the model reads of each voice: its spokesman's figure where renderings fit, else theirs."""
    own = _coded("own_low", "own_high", "own_point", "own_kind")
    inside = (col("met_low").is_null() | (col("point") >= col("met_low"))) & (
        col("met_high").is_null() | (col("point") <= col("met_high"))
    )
    voices = voices.with_columns(met_point=only(inside, "point"))
    met = _coded("met_low", "met_high", "met_point", None)
    voices = voices.with_columns(
        **{f"own_{name}": value for name, value in own.items()},
        **{f"met_{name}": value for name, value in met.items()},
    )
    theirs = (col("apart") == 1) | col("own_shape").is_null()
    voices = voices.with_columns(
        **{name: nw.when(theirs).then(col(f"met_{name}")).otherwise(col(f"own_{name}")) for name in own}
    )
    reads = ~col("shape").is_null() & ~col("stating").is_null()
    voices = with_floors(voices.with_columns(reads=flag(reads)), asked=("shape", "count"))
    return voices.with_columns(used=col("reads"))


def _coded(low: str, high: str, point: str, kind: str | None) -> dict[str, nw.Expr]:
    """A figure as `claimtrack.learning.coding.code_figure` codes it; null where it cannot be read."""
    never = whole(0) == 1
    known = kind if kind is not None else low
    of = {name: col(known) == KIND_CODES[name] if kind is not None else never for name in FigureKind}
    both = ~col(low).is_null() & ~col(high).is_null()
    approximate = of[FigureKind.approximate] & both
    pointed = ~col(point).is_null()
    open_top = col(high).is_null()
    at_most = of[FigureKind.at_most] | col(low).is_null()
    cases = (
        (of[FigureKind.unquantified], None, low, low),
        (approximate, _RANGE, low, high),
        (pointed, _POINT, point, point),
        (open_top & col(low).is_null(), None, low, low),
        (open_top, _AT_LEAST, low, low),
        (at_most, _AT_MOST, "", high),
        (col(low) == col(high), _POINT, low, high),
    )
    shape, low_end, high_end = whole(_RANGE), col(low), col(high)
    for condition, code, bottom, top in reversed(cases):
        told = nw.lit(None, dtype=nw.Int64) if code is None else whole(code)
        shape = nw.when(condition).then(told).otherwise(shape)
        low_end = nw.when(condition).then(col(bottom) if bottom else whole(0)).otherwise(low_end)
        high_end = nw.when(condition).then(col(top)).otherwise(high_end)
    return {"shape": shape, "low_end": low_end, "high_end": high_end}


def _raise_to_floors(result: Frame) -> Frame:
    """No estimate is below a floor that nobody opposes."""
    best = nw.max_horizontal("best", "forbids")
    low = nw.max_horizontal("low", "forbids")
    stands = ~col("best").is_null()
    result = result.with_columns(low=only(stands, low), best=only(stands, best))
    return result.with_columns(
        low=nw.min_horizontal("low", "best"),
        high=only(~col("high").is_null(), nw.max_horizontal("high", "best")),
    )


def _estimated(voices: Frame, policy: LearnedPolicy) -> Frame:
    """Low, best and high of every question on which a standing voice states a number."""
    if on_cluster(voices):
        raise WrongType(
            "frames.reconcile", "table", str(voices.implementation),
            "a table of polars, pandas or DuckDB for a learned policy",
            "its solve runs in one process: write the claims to Parquet, and use frames.reconcile_file",
        )  # fmt: skip
    try:
        from claimtrack.frames.estimating import estimates
    except ImportError:
        raise MissingExtra("learn", "a learned policy over columns") from None
    rows = voices.filter(~col("shape").is_null()).select(*GROUP, "origin", *_ROWS).sort(*GROUP, "origin")
    table: Any = rows.collect("pyarrow").to_native()
    return _same_engine(voices, estimates(table, policy))


def _same_engine(frame: Frame, estimates: object) -> Frame:
    """An Arrow table as a table of the same engine and connection."""
    if frame.implementation.is_duckdb():
        native: Any = frame.to_native()
        told: Frame = nw.from_native(native.query("claimtrack_estimates", "select * from estimates"))
        return told
    import polars as pl

    return nw.from_native(cast("pl.DataFrame", pl.from_arrow(cast("Any", estimates))).lazy())

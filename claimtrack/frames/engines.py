"""The user's tables: opened as narwhals frames, and given back as what they came as."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar, cast

import narwhals as nw

from claimtrack.errors import InvalidField, MissingExtra, WrongType
from claimtrack.frames.schema import COLUMNS, Column
from claimtrack.frames.windows import Frame

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

TableT = TypeVar("TableT")
"""A table of polars, pandas, DuckDB or PySpark."""

_ABLE = "polars, pandas, DuckDB or PySpark"
_INTEGERS = (nw.Int8, nw.Int16, nw.Int32, nw.Int64, nw.UInt8, nw.UInt16, nw.UInt32)
_KEYS = (*_INTEGERS, nw.String)


def open_table(table: TableT) -> tuple[Frame, Callable[[Frame], TableT]]:
    """A table as a frame to compute on, and the way back to a table of its type.

    Raises:
        WrongType: If it is no table, or of an engine that lacks what is needed.
    """
    try:
        frame: nw.DataFrame[Any] | Frame = nw.from_native(cast("Any", table))
    except TypeError:
        raise WrongType("frames", "table", table, f"a table of {_ABLE}") from None
    engine = frame.implementation
    if engine.is_polars():
        eager = isinstance(frame, nw.DataFrame)
        lazy = frame.lazy()
        return lazy, lambda result: cast("TableT", _native(result.collect() if eager else result))
    if engine.is_pandas():
        relation = _through_duckdb(cast("nw.DataFrame[Any]", frame))
        return relation, lambda result: cast("TableT", _to_pandas(result))
    if engine.is_duckdb() or engine.is_pyspark() or engine.is_pyspark_connect():
        return cast("Frame", frame), lambda result: cast("TableT", _native(result))
    raise WrongType(
        "frames",
        "table",
        type(table),
        f"a table of {_ABLE}",
        f"{engine} lacks windows; convert it to one of these",
    )


def open_shared(table: TableT) -> tuple[Frame, Callable[[Frame], TableT]]:
    """As `open_table`, for work that reads the table in many places.

    Engines find out for themselves what they need but once; DuckDB plans a computed table again wherever it
    is read, and so on for the tables behind it: one that was settled, checked and linked would be planned
    some thousand times. There the table is computed once, for the query and within its limit of memory.

    Raises:
        WrongType: If it is no table, or of an engine that lacks what is needed.
    """
    frame, back = open_table(table)
    if not frame.implementation.is_duckdb() or _through(table):
        return frame, back
    relation = cast("DuckDBPyRelation", frame.to_native())
    if relation.type in _STORED:
        return frame, back
    columns = "".join(f"{name} {kind} " for name, kind in zip(relation.columns, relation.types, strict=True))
    alike = f"claimtrack_{sha256(columns.encode()).hexdigest()[:16]}"
    source = f"{alike}_source"
    # an empty table of the same columns to plan on, in whose place the query puts the computed one
    empty = f"create temp table if not exists {alike} as select * from {source} limit 0"  # noqa: S608
    relation.query(source, empty)
    planned = relation.query(source, f"select * from {alike}")  # noqa: S608  # names made here, as above

    def computed(result: Frame) -> TableT:
        query = cast("DuckDBPyRelation", result.to_native()).sql_query()
        once = f"with {alike} as materialized (select * from {source})"  # noqa: S608
        return cast("TableT", relation.query(source, f"{once} select * from ({query})"))  # noqa: S608

    return nw.from_native(planned), computed


_STORED = frozenset({"TABLE_RELATION", "VIEW_RELATION"})
"""What DuckDB calls tables as they are, its own and those of Arrow and pandas."""


def _through(table: object) -> bool:
    """Whether the table only passes through DuckDB."""
    return not hasattr(table, "sql_query")


def _native(frame: object) -> object:
    return nw.to_native(cast("Frame", frame))


def _through_duckdb(frame: nw.DataFrame[Any]) -> Frame:
    """A pandas table as a DuckDB relation: faster, and whole numbers stay whole where some are null."""
    try:
        import duckdb
    except ImportError:
        raise MissingExtra("frames", "claimtrack.frames with pandas") from None
    return nw.from_native(duckdb.from_df(frame.to_native()))


def _to_pandas(result: Frame) -> object:
    """A DuckDB relation as a pandas table of nullable whole numbers and texts."""
    import numpy as np
    import pandas as pd

    filled = {}
    for name, cells in _native(result).fetchnumpy().items():  # type: ignore[attr-defined]  # a DuckDB relation
        kind = "Int64" if cells.dtype.kind in "iu" else "string"
        filled[name] = pd.Series(np.ma.getdata(cells)).astype(kind).mask(np.ma.getmaskarray(cells))
    return pd.DataFrame(filled)


def complete(frame: Frame, wanted: Mapping[str, Column] = COLUMNS) -> tuple[Frame, frozenset[str]]:
    """Check the columns of a claims table, and add those that are missing with what is assumed.

    Returns:
        The frame with exactly the columns that are wanted, and the names of those that were there.

    Raises:
        InvalidField: If columns are missing or mistyped; all of them are listed.
    """
    schema = frame.collect_schema()
    wrong = [text for column in wanted.values() if (text := _wrong(column, schema.get(column.name)))]
    if wrong:
        raise InvalidField(
            "frames", "table", sorted(schema), f"a claims table; {'; '.join(wrong)}",
            "cast or rename the columns, or read the table with frames.claims(...)",
        )  # fmt: skip
    present = frozenset(name for name in schema if name in wanted)
    return frame.select(*(_column(column, present) for column in wanted.values())), present


def _wrong(column: Column, kind: object) -> str:
    if kind is None:
        return f"{column.name}: missing ({column.holds})" if column.required else ""
    if isinstance(kind, _KEYS if column.key else _INTEGERS):
        return ""
    if isinstance(kind, nw.Unknown) and column.nullable:  # polars' type of a column of nulls only
        return ""
    expected = "whole numbers or texts" if column.key else "whole numbers (Int64)"
    return f"{column.name}: {kind} where {expected} are expected ({column.holds})"


def _column(column: Column, present: frozenset[str]) -> nw.Expr:
    name = column.name
    if name in present:
        return nw.col(name) if column.key else nw.col(name).cast(nw.Int64)
    if name == "origin":
        return nw.col("source").alias("origin")
    never = nw.col("bounds_low") < -1
    if column.key:
        return nw.when(never).then(nw.col("source")).alias(name)
    if column.assumed is None:
        return nw.when(never).then(nw.col("bounds_low")).cast(nw.Int64).alias(name)
    return nw.lit(column.assumed, dtype=nw.Int64).alias(name)

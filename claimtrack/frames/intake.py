"""Claims tables as others make them: read, checked row by row, and never silently cast."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, cast, overload

import attrs
import narwhals as nw

from claimtrack.errors import InvalidField, MissingExtra
from claimtrack.frames.engines import TableT, complete, open_table
from claimtrack.frames.hearing import Frame, col, flag, only, sure
from claimtrack.frames.phrases import with_figures
from claimtrack.frames.schema import COLUMNS, SETTLING, Column, Relayed
from claimtrack.wording.reading import Lang

_LONGEST = 8
"""No chain of claims is followed further; a longer one is a defect."""

_KEYS = ("event", "question", "claim")
_UNREAD = "words that nobody could read: kept, and not heard"
_COULD_READ = Column("could_read", "0 where nobody could read the words", nullable=True, most=1)
_LINK = Column("based_on", "key of the claim it rests on, or null", key=True, nullable=True)


@attrs.frozen
class CheckedClaims(Generic[TableT]):
    """A claims table that was checked, and what was wrong with it.

    Attributes:
        table: The rows without a defect, with every column of `COLUMNS` and `SETTLING`.
        defects: One row for each row with a defect: its keys as given, and every `defect` in words.
    """

    table: TableT
    defects: TableT


@overload
def claims(
    table: str | Path, *, columns: Mapping[str, str] | None = None, lang: Lang | None = None
) -> CheckedClaims[Any]: ...
@overload
def claims(
    table: TableT, *, columns: Mapping[str, str] | None = None, lang: Lang | None = None
) -> CheckedClaims[TableT]: ...
def claims(
    table: TableT | str | Path, *, columns: Mapping[str, str] | None = None, lang: Lang | None = None
) -> CheckedClaims[TableT] | CheckedClaims[Any]:
    """Read a claims table and check every row.

    Where the table has a column `words` and no `kind`, every distinct wording is read once. Where it has a
    column `based_on` and no `origin`, each claim's origin is the source at the end of its chain.

    Args:
        table: A Parquet or CSV file, which DuckDB reads; or a table of polars, pandas, DuckDB or PySpark.
        columns: The table's own name for each of our columns that it calls otherwise.
        lang: The language of the words.

    Raises:
        InvalidField: If columns are missing or mistyped (all are listed), or the file is of another kind.
        WrongType: If it is no table of an engine that can compute this.
        MissingExtra: If DuckDB is not installed.

    Example:
        >>> import duckdb
        >>> said = duckdb.sql('''
        ...     select 1 as event, 1 as question, claim, claim as source, words
        ...     from (values (1, '77'), (2, 'more than 70'), (3, 'lots and lots')) as told(claim, words)''')
        >>> checked = claims(said)
        >>> checked.table.select("claim, bounds_low").order("claim").fetchall()
        [(1, 77), (2, 71), (3, None)]
        >>> checked.defects.select("claim, defect").fetchall()
        [(3, 'words that nobody could read: kept, and not heard')]
    """
    frame, back = open_table(cast("TableT", _file(table) if isinstance(table, (str, Path)) else table))
    if columns:
        frame = _renamed(frame, columns)
    names = set(frame.collect_schema())
    wanted = {**COLUMNS, **SETTLING}
    if "words" in names and "kind" not in names:
        frame = with_figures(frame, lang)
        wanted["could_read"] = _COULD_READ
    if "based_on" in names and "origin" not in names:
        wanted["based_on"] = _LINK
    checked, present = complete(frame, wanted)
    if "based_on" in wanted:
        checked = _rooted(checked, relays="relayed" not in present)
    checked = checked.with_columns(row=flag(~col("claim").is_null()))
    checked = checked.with_columns(copies=col("row").sum().over("claim"))
    notes = [nw.when(sure(wrong)).then(nw.lit(text)) for text, wrong in _checks(wanted)]
    checked = checked.with_columns(wrong=nw.concat_str(notes, separator="; ", ignore_nulls=True))
    unread = sure(col("could_read") == 0) if "could_read" in wanted else col("row") < 0
    told = nw.when(unread).then(nw.lit(_UNREAD)).otherwise(nw.lit(""))
    sound = col("wrong") == ""
    defects = checked.with_columns(defect=nw.when(sound).then(told).otherwise(col("wrong")))
    return CheckedClaims(
        back(checked.filter(sound).select(*COLUMNS, *SETTLING)),
        back(defects.filter(col("defect") != "").select(*_KEYS, "defect")),
    )


def _file(path: str | Path) -> object:
    try:
        import duckdb
    except ImportError:
        raise MissingExtra("frames", "claimtrack.frames.claims") from None
    readers = {".parquet": duckdb.read_parquet, ".csv": duckdb.read_csv}
    reader = readers.get(Path(path).suffix.lower())
    if reader is None:
        raise InvalidField("frames.claims", "table", str(path), "a .parquet or .csv file, or a table")
    return reader(str(path))


def _renamed(frame: Frame, columns: Mapping[str, str]) -> Frame:
    held = set(frame.collect_schema())
    missing = sorted(theirs for theirs in columns.values() if theirs not in held)
    if missing:
        raise InvalidField(
            "frames.claims", "columns", missing, f"names of columns: {', '.join(sorted(held))}"
        )
    return frame.rename({theirs: ours for ours, theirs in columns.items()})


def _checks(wanted: Mapping[str, Column]) -> Iterator[tuple[str, nw.Expr]]:
    """Every defect of a row, in words, with the condition under which it is there."""
    for column in wanted.values():
        value = col(column.name)
        if not column.nullable:
            yield f"{column.name}: null where there must be a value", value.is_null()
        if not column.key:
            outside = (value < column.least) | (value > column.most)
            yield f"{column.name}: not from {column.least} to {column.most} ({column.holds})", sure(outside)
    yield "claim: the same key as another row", col("copies") > 1
    for ends in ("bounds", "reading", "day"):
        low, high = ("day_first", "day_last") if ends == "day" else (f"{ends}_low", f"{ends}_high")
        yield f"{ends}: the low end is above the high end", sure(col(low) > col(high))
    narrow = sure(col("reading_low").fill_null(-1) < col("bounds_low"))
    wide = sure(col("reading_high").fill_null(2**52) > col("bounds_high"))
    yield "reading: reaches beyond the bounds", narrow | wide
    below, above = col("point") < col("reading_low"), col("point") > col("reading_high")
    yield "point: outside the reading", sure(below) | sure(above)
    yield "kind: null, though a number is given", col("kind").is_null() & ~_empty()
    yield "day: one end without the other", col("day_first").is_null() != col("day_last").is_null()
    if "based_on" in wanted:
        yield "based_on: a claim that is not in the table", col("lost") == 1
        yield f"based_on: a circle, or more than {_LONGEST} claims", col("endless") == 1
        both = ~col("based_on").is_null() & (col("first_hand") == 1)
        yield "based_on: and first hand as well; give its origin yourself", sure(both)


def _empty() -> nw.Expr:
    return col("bounds_low").is_null() & col("bounds_high").is_null() & col("point").is_null()


def _rooted(frame: Frame, *, relays: bool) -> Frame:
    """Follow each claim to the end of its chain, claim by claim."""
    links = frame.select(
        "claim",
        end=nw.coalesce("based_on", "claim"),
        steps=flag(~col("based_on").is_null()),
        told=col("source"),
        on=flag(~col("based_on").is_null()),
    )
    links = links.unique(subset=["claim"], keep="any")
    reached = links.select("claim", "end", "steps")
    further = links.select(stop=col("claim"), beyond=col("end"), more=col("steps"))
    for _ in range(_LONGEST - 1):
        reached = reached.join(further, left_on="end", right_on="stop", how="left").select(
            "claim", end=nw.coalesce("beyond", "end"), steps=col("steps") + col("more").fill_null(0)
        )
    roots = links.select(stop=col("claim"), root=col("told"), on=col("on"))
    reached = reached.join(roots, left_on="end", right_on="stop", how="left").select(
        "claim", "root", endless=flag(col("on") == 1), lost=flag(col("root").is_null()), chain=col("steps")
    )
    joined = frame.join(reached, on="claim", how="left").with_columns(
        origin=nw.coalesce("root", "source"),
        hops=col("hops") + only((col("endless") == 0) & (col("lost") == 0), "chain").fill_null(0),
    )
    if not relays:
        return joined
    return joined.with_columns(
        relayed=nw.when(~col("based_on").is_null()).then(Relayed.relay.value).otherwise(col("relayed"))
    )

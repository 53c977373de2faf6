"""Claims tables as others make them: read, checked row by row, and never silently cast."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Generic, overload

import attrs
import narwhals as nw

from claimtrack.errors import InvalidField
from claimtrack.frames.engines import TableT, complete, open_shared, open_table
from claimtrack.frames.files import connect, keep, read
from claimtrack.frames.hearing import col, flag, only, sure, whole
from claimtrack.frames.phrases import with_figures
from claimtrack.frames.schema import COLUMNS, SETTLING, Column, Relayed
from claimtrack.frames.windows import Frame
from claimtrack.wording.reading import Lang

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

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
        table: The rows without a defect, with those columns of `COLUMNS` and `SETTLING` that were there or
            were found out: what words say, and origins.
        defects: One row for each row with a defect: its keys as given, and every `defect` in words.
    """

    table: TableT
    defects: TableT


@overload
def claims(
    table: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    lang: Lang | None = None,
    connection: DuckDBPyConnection | None = None,
) -> CheckedClaims[DuckDBPyRelation]: ...
@overload
def claims(
    table: TableT, *, columns: Mapping[str, str] | None = None, lang: Lang | None = None
) -> CheckedClaims[TableT]: ...
def claims(
    table: TableT | str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    lang: Lang | None = None,
    connection: DuckDBPyConnection | None = None,
) -> CheckedClaims[TableT] | CheckedClaims[DuckDBPyRelation]:
    """Read a claims table and check every row.

    Where the table has a column `words` and no `kind`, every distinct wording is read once. Where it has a
    column `based_on` and no `origin`, each claim's origin is the source at the end of its chain.

    Args:
        table: A Parquet or CSV file, which DuckDB reads; or a table of polars, pandas, DuckDB or PySpark.
        columns: The table's own name for each of our columns that it calls otherwise.
        lang: The language of the words.
        connection: What reads a file, from `connect`; by default a DuckDB of its own.

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
    if isinstance(table, (str, Path)):
        engine = connection or connect()
        return _checked(read(table, engine), columns, lang, lambda frame: keep(frame, engine))
    return _checked(table, columns, lang, lambda frame: frame)


def _checked(
    table: TableT, columns: Mapping[str, str] | None, lang: Lang | None, kept: Callable[[Frame], Frame]
) -> CheckedClaims[TableT]:
    """As `claims`; `kept` holds what is small and would be computed again for every part of a file."""
    frame, back = open_shared(table)
    given, _ = open_table(table)
    if columns:
        frame, given = _renamed(frame, columns), _renamed(given, columns)
    names = set(frame.collect_schema())
    wanted = {**COLUMNS, **SETTLING}
    if "words" in names and "kind" not in names:
        frame = with_figures(frame, given, lang)
        wanted["could_read"] = _COULD_READ
    if "based_on" in names and "origin" not in names:
        wanted["based_on"] = _LINK
    checked, present = complete(frame, wanted)
    if "based_on" in wanted:
        checked = _rooted(checked, relays="relayed" not in present, kept=kept)
        present |= {"origin", "hops", "relayed"}
    twice = checked.group_by("claim").agg(copies=nw.len()).filter(col("copies") > 1)
    checked = checked.join(kept(twice), on="claim", how="left")
    shown = [name for name in (*COLUMNS, *SETTLING) if name in present]
    return _parted(checked, dict(_checks(wanted)), shown, words="could_read" in wanted, back=back)


def _parted(
    checked: Frame,
    checks: Mapping[str, nw.Expr],
    given: Sequence[str],
    *,
    words: bool,
    back: Callable[[Frame], TableT],
) -> CheckedClaims[TableT]:
    """The rows without a defect, and the defects; unread words are the defect of a row that stays."""
    wrong = sure(nw.any_horizontal(*checks.values(), ignore_nulls=True))
    notes = [nw.when(condition).then(nw.lit(text)) for text, condition in checks.items()]
    told = wrong
    if words:
        unread = ~wrong & sure(col("could_read") == 0)
        notes.append(nw.when(unread).then(nw.lit(_UNREAD)))
        told = wrong | unread
    defect = nw.concat_str(notes, separator="; ", ignore_nulls=True)
    return CheckedClaims(
        back(checked.filter(~wrong).select(*given)),
        back(checked.filter(told).select(*_KEYS, defect=defect)),
    )


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


def _rooted(frame: Frame, *, relays: bool, kept: Callable[[Frame], Frame]) -> Frame:
    """Follow each claim that rests on another to the end of its chain, claim by claim."""
    links = frame.filter(~col("based_on").is_null())
    links = links.group_by("claim").agg(end=col("based_on").min()).with_columns(steps=whole(1))
    further = links.select(stop=col("claim"), beyond=col("end"))
    for _ in range(_LONGEST - 1):
        links = links.join(further, left_on="end", right_on="stop", how="left").select(
            "claim", end=nw.coalesce("beyond", "end"), steps=col("steps") + flag(~col("beyond").is_null())
        )
    ends = frame.select(stop=col("claim"), root=col("source"), on=flag(~col("based_on").is_null()))
    ends = ends.join(links.select("end").unique(), left_on="stop", right_on="end", how="semi")
    ends = ends.group_by("stop").agg(root=col("root").min(), on=col("on").max())
    links = links.join(ends, left_on="end", right_on="stop", how="left").select(
        "claim", "root", "steps", endless=flag(col("on") == 1), lost=flag(col("root").is_null())
    )
    joined = frame.join(kept(links), on="claim", how="left").with_columns(
        origin=nw.coalesce("root", "source"),
        hops=col("hops") + only((col("endless") == 0) & (col("lost") == 0), "steps").fill_null(0),
    )
    if not relays:
        return joined
    return joined.with_columns(
        relayed=nw.when(~col("based_on").is_null()).then(whole(Relayed.relay)).otherwise(col("relayed"))
    )

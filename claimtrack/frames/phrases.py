"""Wording in a column, read once for each distinct text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, cast

import narwhals as nw

from claimtrack.errors import WordingError, WrongType
from claimtrack.figures import unread
from claimtrack.frames.hearing import Frame, col
from claimtrack.frames.schema import KIND_CODES
from claimtrack.wording import figure as read_figure
from claimtrack.wording.reading import Lang

_READ = ("words", "kind", "bounds_low", "bounds_high", "reading_low", "reading_high", "point", "could_read")


def with_figures(frame: Frame, lang: Lang | None) -> Frame:
    """Add what the words of each row say; `could_read` is 0 where nobody could read them.

    Raises:
        WrongType: If the table is Spark's: it would have to start Python workers.
    """
    engine = frame.implementation
    if not (engine.is_polars() or engine.is_duckdb()):
        raise WrongType(
            "frames.claims", "table", str(engine), "a table of polars, pandas or DuckDB where words are read",
            "read the distinct words with claimtrack.figure, and join what they say",
        )  # fmt: skip
    kind = frame.collect_schema()["words"]
    if not isinstance(kind, nw.String):
        raise WrongType("frames.claims", "words", str(kind), "texts")
    rows = [_read(words, lang) for words in _distinct(frame)]
    return frame.join(_mapping(frame, rows), on="words", how="left")


def _distinct(frame: Frame) -> list[str]:
    words = frame.select("words").filter(~col("words").is_null()).unique()
    native = cast("Any", words.to_native())
    if frame.implementation.is_duckdb():
        return sorted(row[0] for row in native.fetchall())
    return sorted(native.collect()["words"].to_list())


def _read(words: str, lang: Lang | None) -> tuple[object, ...]:
    try:
        figure = read_figure(words, lang=lang)
        could_read = 1
    except WordingError:
        figure, could_read = unread(words), 0
    return (
        words, KIND_CODES[figure.kind], *figure.bounds, *figure.reading, figure.point, could_read,
    )  # fmt: skip


def _mapping(frame: Frame, rows: Iterable[tuple[object, ...]]) -> Frame:
    """What the texts say, as a table of the same engine and connection."""
    if frame.implementation.is_duckdb():
        kinds = {name: "VARCHAR" if name == "words" else "BIGINT" for name in _READ}
        cells = json.dumps([dict(zip(_READ, row, strict=True)) for row in rows]).replace("'", "''")
        # one literal: an engine that parses a row for each text at every step takes minutes for many
        query = f"select unnest(from_json('{cells}', '[{json.dumps(kinds)}]'), recursive := true)"
        told: Frame = nw.from_native(cast("Any", frame.to_native()).query("told", query))
        return told
    import polars as pl

    schema = {name: pl.String if name == "words" else pl.Int64 for name in _READ}
    return nw.from_native(pl.LazyFrame(list(rows), schema=schema, orient="row"))

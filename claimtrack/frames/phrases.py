"""Wording in a column, read once for each distinct text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import narwhals as nw

from claimtrack.errors import WordingError, WrongType
from claimtrack.figures import unread
from claimtrack.frames.hearing import col
from claimtrack.frames.schema import KIND_CODES
from claimtrack.frames.windows import Frame, on_cluster
from claimtrack.wording import figure as read_figure
from claimtrack.wording.reading import Lang

_READ = ("words", "kind", "bounds_low", "bounds_high", "reading_low", "reading_high", "point", "could_read")


def with_figures(frame: Frame, told: Frame, lang: Lang | None) -> Frame:
    """Add what the words of each row say; `could_read` is 0 where nobody could read them.

    Spark reads the distinct words in Python workers, in Arrow batches; claimtrack must be installed there.

    Args:
        frame: The claims.
        told: A frame of the same words, to read at once: `frame` may be one that has no rows yet.
        lang: Their language.

    Raises:
        WrongType: If the words are no texts.
    """
    kind = told.collect_schema()["words"]
    if not isinstance(kind, nw.String):
        raise WrongType("frames.claims", "words", str(kind), "texts")
    if on_cluster(frame):
        return frame.join(_read_there(frame, lang), on="words", how="left")
    rows = [_read(words, lang) for words in _distinct(told)]
    return frame.join(_mapping(frame, rows), on="words", how="left")


def _read_there(frame: Frame, lang: Lang | None) -> Frame:
    """What the distinct texts say, read by the workers of a cluster."""

    def read(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa

        schema = pa.schema([(name, pa.string() if name == "words" else pa.int64()) for name in _READ])
        for batch in batches:
            rows = [dict(zip(_READ, _read(words, lang), strict=True)) for words in batch["words"].to_pylist()]
            yield pa.RecordBatch.from_pylist(rows, schema=schema)

    words: Any = frame.select("words").filter(~col("words").is_null()).unique().to_native()
    kinds = ", ".join(f"{name} {'string' if name == 'words' else 'bigint'}" for name in _READ)
    told: Frame = nw.from_native(words.mapInArrow(read, kinds))
    return told


def _distinct(frame: Frame) -> list[str]:
    words = frame.select("words").filter(~col("words").is_null()).unique()
    native: Any = words.to_native()
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
        native: Any = frame.to_native()
        told: Frame = nw.from_native(native.query("told", query))
        return told
    import polars as pl

    schema = {name: pl.String if name == "words" else pl.Int64 for name in _READ}
    return nw.from_native(pl.LazyFrame(list(rows), schema=schema, orient="row"))

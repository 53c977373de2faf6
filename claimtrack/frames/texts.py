"""The texts of codes, for those who read a result."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

import narwhals as nw

from claimtrack.frames.engines import TableT, open_table
from claimtrack.frames.hearing import col
from claimtrack.frames.schema import (
    BEARING_CODES,
    KIND_CODES,
    LEAN_CODES,
    LIFECYCLE_CODES,
    RELIABILITY_CODES,
    SOURCE_KIND_CODES,
    STATE_CODES,
    SUPPORT_CODES,
    VERDICT_CODES,
    Because,
    Relayed,
    Role,
    Standing,
)

_BECAUSE = {
    Because.bears: "it is heard",
    Because.repeats: "its origin is heard already",
    Because.says_no_more: "every number that is heard says as much",
    Because.exceeded: "a count of a later day exceeds it",
    Because.retracted: "it was taken back, or hands on what was taken back",
    Because.superseded: "its source put another claim in its place",
    Because.refuted: "an analyst found it wrong",
    Because.misreported: "an analyst found that the named source did not say this",
    Because.fallen: "it rests only on claims that do not stand",
    Because.no_number: "it says nothing about a number of persons",
    Because.passed_over: "the policy does not look at it",
}


_CodeT = TypeVar("_CodeT", bound=str)


def _named(codes: Mapping[_CodeT, int]) -> Mapping[int, str]:
    return MappingProxyType({code: str(name) for name, code in codes.items()})


TEXTS: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        "role": MappingProxyType({role.value: role.name.replace("_", " ") for role in Role}),
        "because": MappingProxyType({because.value: text for because, text in _BECAUSE.items()}),
        "standing": MappingProxyType({standing.value: standing.name for standing in Standing}),
        "relayed": MappingProxyType({relayed.value: relayed.name for relayed in Relayed}),
        "kind": _named(KIND_CODES),
        "source_kind": _named(SOURCE_KIND_CODES),
        "reliability": _named(RELIABILITY_CODES),
        "lean": _named(LEAN_CODES),
        "bearing": _named(BEARING_CODES),
        "lifecycle": _named(LIFECYCLE_CODES),
        "verdict": _named(VERDICT_CODES),
        "support": _named(SUPPORT_CODES),
        "state": _named(STATE_CODES),
    }
)
"""The text of every code, by the column that holds it."""


def with_texts(table: TableT) -> TableT:
    """Add to a table the text of each code that it holds, as `role_text` beside `role`.

    Args:
        table: A claims table, an account, statuses: any table with columns of `TEXTS`.

    Raises:
        WrongType: If it is no table of an engine that can compute this.

    Example:
        >>> import duckdb
        >>> with_texts(duckdb.sql("select 4 as role, 9 as because")).fetchall()
        [(4, 9, 'set aside', 'it says nothing about a number of persons')]
    """
    frame, back = open_table(table)
    coded = [name for name in frame.collect_schema() if name in TEXTS]
    return back(frame.with_columns(**{f"{name}_text": _text_of(name) for name in coded}) if coded else frame)


def _text_of(name: str) -> nw.Expr:
    text = nw.lit(None, dtype=nw.String)
    for code, words in TEXTS[name].items():
        text = nw.when(col(name) == code).then(nw.lit(words)).otherwise(text)
    return text


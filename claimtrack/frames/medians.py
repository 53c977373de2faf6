"""The weighted median over columns: the middle of the stated points, each voice by its weight."""

from __future__ import annotations

import narwhals as nw

from claimtrack.frames.hearing import col, is_number, only, sure, whole
from claimtrack.frames.rules import ColumnPolicy, with_floors
from claimtrack.frames.schema import GROUP, LEAN_CODES, RELIABILITY_CODES, SOURCE_KIND_CODES
from claimtrack.frames.windows import Frame, InOrder
from claimtrack.reconcile.weights import Weights
from claimtrack.sources import Reliability, SourceKind

_UNDIRECTED = tuple(code for tendency, code in LEAN_CODES.items() if not tendency.directed)


def weighted_median(
    weights: Weights | None = None, *, name: str = "weighted_median", version: str = "1"
) -> ColumnPolicy:
    """The policy that elects the middle of the stated points, each voice by its weight.

    Args:
        weights: What each voice counts for; by default all the same.
        name: The name that is printed with every result; name your own weights.
        version: The version that is printed.

    Example:
        >>> from claimtrack.reconcile.weights import Weights
        >>> weighted_median(Weights(kind={"medical": 3}), name="doctors_first").name
        'doctors_first'
    """
    table = Weights() if weights is None else weights

    def mark(voices: Frame) -> Frame:
        center = only(is_number() & col("point").is_null(), col("lo") + col("hi"))
        voices = voices.with_columns(order=nw.coalesce(col("point") * 2, center, whole(-1)))
        weight = nw.when(col("order") >= 0).then(_weight(table)).otherwise(whole(0))
        voices = voices.with_columns(weight=weight)
        in_order = InOrder(("order",), {"reached": "weight"})
        voices = with_floors(voices, in_order, whole=("weight", "sum"))
        twice = col("reached") * 2
        middle = twice > col("whole") if table.upper else twice >= col("whole")
        voices = voices.with_columns(vote=only(middle & (col("order") >= 0), "order"))
        voices = voices.with_columns(
            floor_above=col("unopposed").max().over(*GROUP), middle=col("vote").min().over(*GROUP)
        )
        return voices.with_columns(
            electable=only(~sure(col("point") < col("floor_above")), "point"),
            standing_point=only(~col("lo").is_null(), "point"),
            best=only(col("point") * 2 <= col("middle"), "point"),
            after=only(col("point") * 2 >= col("middle"), "point"),
            reach=only(
                col("point").is_null() & (col("lo") + col("hi") == col("middle")), col("hi") - col("lo")
            ),
        )

    return ColumnPolicy(
        name, version, mark,
        aggregates={
            "above": nw.col("electable").min(), "standing_point": nw.col("standing_point").max(),
            "before": nw.col("best").max(), "after": nw.col("after").min(), "reach": nw.col("reach").max(),
            "middle": nw.col("middle").min(),
        },
        elect=_elect_upper if table.upper else _elect_lower, needs=_weighing(table),
        last_words=table.overtaken > 0,
    )  # fmt: skip


def _elect_upper(result: Frame) -> Frame:
    return _elect_nearest(result, prefers_before=col("under") < col("over"))


def _elect_lower(result: Frame) -> Frame:
    return _elect_nearest(result, prefers_before=col("under") <= col("over"))


def _elect_nearest(result: Frame, prefers_before: nw.Expr) -> Frame:
    """The stated point that is the middle, or the nearest to it that is within the range that is."""
    result = result.with_columns(
        under=col("middle") - col("before") * 2, over=col("after") * 2 - col("middle")
    )
    before = ~col("under").is_null() & (col("over").is_null() | sure(prefers_before))
    result = result.with_columns(
        nearest=nw.when(before).then(col("before")).otherwise(col("after")),
        distance=nw.when(before).then(col("under")).otherwise(col("over")),
    )
    stands = ~col("standing_point").is_null() & (col("distance") <= col("reach").fill_null(0))
    result = result.with_columns(nearest=only(stands, "nearest"))
    below = sure(col("nearest") < col("forbids"))
    return result.with_columns(best=nw.when(below).then(col("above")).otherwise(col("nearest")))


def _weight(table: Weights) -> nw.Expr:
    """What a voice counts for."""
    weight = whole(1)
    if table.overtaken:
        past, standing = whole(table.overtaken), whole(table.standing)
        weight = nw.when(col("stating").is_null()).then(past).otherwise(standing)
    kinds = {SOURCE_KIND_CODES[SourceKind(kind)]: times for kind, times in table.kind.items()}
    grades = {RELIABILITY_CODES[Reliability(grade)]: times for grade, times in table.reliability.items()}
    for name, times in (
        ("source_kind", kinds),
        ("reliability", grades),
        ("lean", dict.fromkeys(_UNDIRECTED, table.disinterested)),
        ("first_hand", {1: table.first_hand}),
    ):
        for code, factor in times.items():
            if factor > 1:
                weight = weight * nw.when(col(name) == code).then(whole(factor)).otherwise(whole(1))
    return weight


def _weighing(table: Weights) -> tuple[str, ...]:
    needs = {"source_kind": bool(table.kind), "reliability": bool(table.reliability),
             "first_hand": table.first_hand > 1}  # fmt: skip
    return tuple(name for name, needed in needs.items() if needed)

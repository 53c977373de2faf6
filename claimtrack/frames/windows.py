"""Windows over columns: running sums in an order, and what is asked of all rows of a group beside each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import narwhals as nw

Frame = nw.LazyFrame[Any]


def on_cluster(frame: Frame) -> bool:
    """Whether one sort of all rows is cheaper there than joins with the few that are not alone."""
    return frame.implementation.is_pyspark() or frame.implementation.is_pyspark_connect()


Asked = tuple[str, str]
"""A column, and what is asked of all its rows in a group: `min`, `max`, `sum` or `count`."""


class InOrder(NamedTuple):
    """Columns that are summed up to each row, in an order.

    Attributes:
        order: The columns that put the rows of a group in order.
        sums: By name, the column that is summed up.
    """

    order: Sequence[str]
    sums: Mapping[str, str]


UNORDERED = InOrder((), MappingProxyType({}))


def beside(frame: Frame, by: Sequence[str], in_order: InOrder, **whole: Asked) -> Frame:
    """Add to each row what is asked of all rows of its group, and the sums up to it.

    Spark takes all rows through a window once for each order, and narwhals gives what is asked of a whole
    group no order: there it is put as Spark has it, with the order of the sums.

    Args:
        frame: The rows.
        by: The keys of a group.
        in_order: What is summed up in an order.
        whole: By name, a column and what is asked of all rows of the group.
    """
    if in_order.sums and on_cluster(frame):
        return _in_one_order(frame, by, in_order, whole)
    order = list(in_order.order)
    sums = {name: nw.col(held).cum_sum().over(*by, order_by=order) for name, held in in_order.sums.items()}
    asked = {name: getattr(nw.col(held), what)().over(*by) for name, (held, what) in whole.items()}
    return frame.with_columns(**sums, **asked)


def _in_one_order(frame: Frame, by: Sequence[str], in_order: InOrder, whole: Mapping[str, Asked]) -> Frame:
    """As `beside`, in the words of Spark."""
    ordered = f"partition by {_listed(by)} order by {_listed(in_order.order)}"
    so_far = f"over ({ordered} rows between unbounded preceding and current row)"
    all_rows = f"over ({ordered} rows between unbounded preceding and unbounded following)"
    sums = (f"sum(`{held}`) {so_far} as `{name}`" for name, held in in_order.sums.items())
    asked = (f"{what}(`{held}`) {all_rows} as `{name}`" for name, (held, what) in whole.items())
    windowed: Frame = nw.from_native(nw.to_native(frame).selectExpr("*", *sums, *asked))
    return windowed


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)

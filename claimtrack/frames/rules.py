"""A policy over columns, and what several policies ask of the voices on a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import attrs
import narwhals as nw

from claimtrack.frames.hearing import col, entailed, flag, is_total, only, open_top, sure
from claimtrack.frames.schema import GROUP
from claimtrack.frames.windows import UNORDERED, Asked, Frame, InOrder, beside
from claimtrack.reconcile.ruling import NamedPolicy

if TYPE_CHECKING:
    from claimtrack.learning.policy import LearnedPolicy

Step = Callable[[Frame], Frame]


_BEST = {"best": nw.col("best").min()}


@attrs.frozen
class ColumnPolicy:
    """A policy over columns.

    Attributes:
        name: The name that is printed with every result.
        version: The version of the policy of that name.
        mark: Adds to voices what the policy needs.
        aggregates: What it needs of each question, by name; by default the least `best` of the voices.
        elect: Sets `best` of each question, from the aggregates.
        ends: Which voices set an end, as a condition on what `mark` added; `None` is every one.
        used: Which voices it looks at: the claims of the others are set aside; `None` is every one.
        votes: Whether the voices known to be independent elect first, by majority.
        last_words: Whether it also hears the last word of an origin that a later count exceeds.
        spoken: Whether it asks anything of spokesmen, or which of the points of a voice is its first.
        floors: Whether a floor that nobody opposes (`unopposed` of a voice) forbids a best below it.
        hulls: Whether low and high are the hull of the voices that set an end; else `elect` sets them.
        needs: Columns that the claims must have for it.
        estimates: For a policy whose numbers are computed: makes a table of low, best and high of voices.
    """

    name: str
    version: str
    mark: Step
    aggregates: Mapping[str, nw.Expr] = attrs.field(default=_BEST, kw_only=True)
    elect: Step | None = attrs.field(default=None, kw_only=True)
    ends: nw.Expr | None = attrs.field(default=None, kw_only=True)
    used: nw.Expr | None = attrs.field(default=None, kw_only=True)
    votes: bool = attrs.field(default=False, kw_only=True)
    last_words: bool = attrs.field(default=False, kw_only=True)
    spoken: bool = attrs.field(default=True, kw_only=True)
    floors: bool = attrs.field(default=True, kw_only=True)
    hulls: bool = attrs.field(default=True, kw_only=True)
    needs: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    estimates: Step | None = attrs.field(default=None, kw_only=True)


if TYPE_CHECKING:
    AnyPolicy = str | ColumnPolicy | NamedPolicy | LearnedPolicy
    """A policy over columns, the name of one, or a fitted learned model."""


def with_floors(voices: Frame, in_order: InOrder = UNORDERED, **whole: Asked) -> Frame:
    """Say of each floor that nobody opposes what it would forbid (`unopposed`), and who is in a clash.

    Args:
        voices: The voices.
        in_order: What is to be summed up in an order, so that the engine sorts them once.
        whole: What else is to be asked of all voices on a question: by name, a column and how.
    """
    voices = with_tops_to_exceed(voices, in_order, all_most=("bl", "max"), all_least=("bh", "min"), **whole)
    opposed = sure(col("all_least") < col("bl")) | sure(col("all_most") > col("bh"))
    return voices.with_columns(
        unopposed=only(open_top() & ~opposed, nw.coalesce("lo", "bl")),
        clashing=flag((col("apart") == 1) | (col("all_most") > col("all_least"))),
    )


def with_tops_to_exceed(voices: Frame, in_order: InOrder = UNORDERED, **whole: Asked) -> Frame:
    """Say of each rendering conflict how high its floor reaches (`reaches`), unless it is subsumed.

    What else is subsumed is not above the lowest number, nor below the lowest floor: the ends need not know
    it. `in_order` and `whole` as for `with_floors`.
    """
    voices = voices.with_columns(total_low=only(is_total(), "lo"))
    voices = beside(voices, GROUP, in_order, total_least=("total_low", "min"), **whole)
    says_no_more = sure(entailed().fill_null(0) <= col("total_least"))
    return voices.with_columns(reaches=only(is_total() | ~says_no_more, "opens"))


def with_subsumed(voices: Frame) -> Frame:
    """Say of each floor whether every number that is heard says as much.

    Numbers are totals; where nobody states a high end, whatever states a low end is one.
    """
    voices = voices.with_columns(
        all_hi=col("hi").max().over(*GROUP), all_lo=col("lo").min().over(*GROUP),
        total_least=only(is_total(), "lo").min().over(*GROUP),
    )  # fmt: skip
    topless = col("all_hi").is_null()
    least = nw.when(topless).then(col("all_lo")).otherwise(col("total_least"))
    weighs = is_total() | (topless & ~col("lo").is_null())
    says_no_more = sure(entailed().fill_null(0) <= least)
    return voices.with_columns(
        subsumed=flag(~col("stating").is_null() & open_top() & ~weighs & says_no_more)
    )


def against_those(used: nw.Expr, voices: Frame) -> Frame:
    """Let only the voices that a policy looks at oppose a floor."""
    voices = voices.with_columns(u_bl=only(used, "bl"), u_bh=only(used, "bh"))
    voices = voices.with_columns(u_bl=col("u_bl").max().over(*GROUP), u_bh=col("u_bh").min().over(*GROUP))
    opposed = sure(col("u_bh") < col("bl")) | sure(col("u_bl") > col("bh"))
    return voices.with_columns(unopposed=only(open_top() & ~opposed, nw.coalesce("lo", "bl")))


def nothing() -> nw.Expr:
    """No number."""
    return nw.lit(None, dtype=nw.Int64)


def with_electable(voices: Frame) -> Frame:
    """Mark the points that are not below a floor that nobody opposes."""
    voices = voices.with_columns(floor_above=col("unopposed").max().over(*GROUP))
    return voices.with_columns(electable=only(~sure(col("point") < col("floor_above")), "point"))

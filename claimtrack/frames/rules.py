"""The policies that columns can carry, as expressions over voices.

Each is the policy of that name in `claimtrack.reconcile`, and gives the same numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import attrs
import narwhals as nw

from claimtrack.errors import InvalidField, choose
from claimtrack.frames.hearing import Frame, col, flag, only, sure
from claimtrack.frames.schema import GROUP, LEAN_CODES, OVERSTATES, RELIABILITY_CODES, SOURCE_KIND_CODES
from claimtrack.reconcile.policies import POLICIES
from claimtrack.reconcile.weights import Weights
from claimtrack.sources import Reliability, SourceKind, SourceKindName

_UNGRADED = RELIABILITY_CODES[Reliability.F]

_UNDIRECTED = tuple(code for tendency, code in LEAN_CODES.items() if not tendency.directed)

Step = Callable[[Frame], Frame]


@attrs.frozen
class ColumnPolicy:
    """A policy over columns.

    Attributes:
        name: The name that is printed with every result.
        version: The version of the policy of that name.
        mark: Adds to voices what the policy needs: `ends` (1 where the voice sets an end),
            `best` (the points it may elect), and `used` (1 where the policy looks at the voice).
        aggregates: What the policy needs of each question besides, by name.
        elect: Sets `best` of each question, from the aggregates; by default the least elected point.
        votes: Whether the voices known to be independent elect first, by majority.
        looks_at_all: Whether it looks at every voice; the claims of the others are set aside.
        last_words: Whether it also hears the last word of an origin that a later count exceeds.
        hulls: Whether low and high are the hull of the voices with `ends`; else `elect` sets them.
        needs: Columns that the claims must have for it.
    """

    name: str
    version: str
    mark: Step
    aggregates: Mapping[str, nw.Expr] = attrs.field(factory=dict, kw_only=True)
    elect: Step | None = attrs.field(default=None, kw_only=True)
    votes: bool = attrs.field(default=False, kw_only=True)
    looks_at_all: bool = attrs.field(default=True, kw_only=True)
    last_words: bool = attrs.field(default=False, kw_only=True)
    hulls: bool = attrs.field(default=True, kw_only=True)
    needs: tuple[str, ...] = attrs.field(default=(), kw_only=True)


def _all_counting(voices: Frame) -> Frame:
    return voices.with_columns(ends=col("counting"), used=flag(col("said") > 0))


def _nothing() -> nw.Expr:
    return only(col("said") < 0, "said")


def _envelope(voices: Frame) -> Frame:
    """Where low and high are one, so is every point: no spokesman is asked, and engines need not sort."""
    return _all_counting(voices).with_columns(best=only(col("number") == 1, "any_point"))


def _elect_envelope(result: Frame) -> Frame:
    one = (col("low") == col("high")) & (col("best") == col("low"))
    return result.with_columns(best=only(one, "best"))


def _electable(voices: Frame) -> Frame:
    """Mark the points that are not below a floor that nobody opposes."""
    voices = _all_counting(voices).with_columns(floor_above=col("unopposed").max().over(*GROUP))
    return voices.with_columns(electable=only(~sure(col("s_point") < col("floor_above")), "s_point"))


def _lowest(voices: Frame) -> Frame:
    return _electable(voices).with_columns(best=col("electable"))


def _latest(voices: Frame) -> Frame:
    states = ~col("lo").is_null() | ~col("hi").is_null()
    voices = voices.with_columns(dated=flag((col("said") > 0) & ~col("day_last").is_null() & states))
    voices = _newest(voices, "dated")
    return _opposed_by_those_used(
        voices.with_columns(
            ends=col("newest"),
            used=col("newest"),
            best=only(col("newest") == 1, "point"),
        )
    )


def _opposed_by_those_used(voices: Frame) -> Frame:
    """Let only the voices that the policy looks at stand against a floor."""
    voices = voices.with_columns(u_bl=only(col("used") == 1, "bl"), u_bh=only(col("used") == 1, "bh"))
    voices = voices.with_columns(u_bl=col("u_bl").max().over(*GROUP), u_bh=col("u_bh").min().over(*GROUP))
    opposed = sure(col("u_bh") < col("bl")) | sure(col("u_bl") > col("bh"))
    return voices.with_columns(
        unopposed=nw.when((col("floor") == 1) & ~opposed).then(nw.coalesce("lo", "bl"))
    )


def _elect_latest(result: Frame) -> Frame:
    return result.with_columns(best=only(col("speaking_last") == 1, "best"))


def _newest(voices: Frame, among: str) -> Frame:
    """Mark the voices that no other is certainly later than."""
    voices = voices.with_columns(starts=only(col(among) == 1, "day_first"))
    voices = voices.with_columns(last_start=col("starts").max().over(*GROUP))
    return voices.with_columns(newest=flag((col(among) == 1) & (col("day_last") >= col("last_start"))))


def _recent(voices: Frame) -> Frame:
    voices = _electable(voices)
    voices = voices.with_columns(pool=flag(~col("electable").is_null() & (col("lean") != OVERSTATES)))
    voices = voices.with_columns(
        dated=flag((col("pool") == 1) & ~col("day_last").is_null()), p_point=only(col("pool") == 1, "s_point")
    )
    voices = _newest(voices, "dated")
    voices = voices.with_columns(
        recent=flag((col("newest") == 1) | ((col("pool") == 1) & col("last_start").is_null())),
        alike=col("pool").sum().over(*GROUP, "p_point"),
    )
    voices = voices.with_columns(times=only(col("pool") == 1, "alike"))
    voices = voices.with_columns(most_times=col("times").max().over(*GROUP))
    return voices.with_columns(
        best=only(col("recent") == 1, "s_point"),
        common=only((col("times") == col("most_times")) & (col("times") > 1), "s_point"),
    )


_RECENT = {
    "recent_most": nw.col("best").max(),
    "common_least": nw.col("common").min(),
    "common_most": nw.col("common").max(),
}


def _elect_recent(result: Frame) -> Frame:
    alone = sure(col("best") == col("recent_most"))
    majority = sure(col("common_least") == col("common_most"))
    return result.with_columns(
        best=nw.when(alone)
        .then(col("best"))
        .otherwise(nw.when(majority).then(col("common_least")).otherwise(col("best")))
    )


def _most_reliable(voices: Frame) -> Frame:
    voices = _electable(voices)
    graded = ~col("electable").is_null() & (col("reliability") < _UNGRADED)
    voices = voices.with_columns(grade=only(graded, "reliability"))
    voices = voices.with_columns(top=col("grade").min().over(*GROUP))
    return voices.with_columns(
        best=only(col("top").is_null() | (col("grade") == col("top")), "electable"),
    )


def _bracket(voices: Frame) -> Frame:
    said = col("said") > 0
    claimed = said & (col("lean") == OVERSTATES)
    admitted = said & (col("admission") == 1)
    return voices.with_columns(
        ends=flag(said & (col("lean") < 0)),
        used=flag(claimed | admitted),
        best=_nothing(),
        admitted=only(admitted, "entails"),
        claimed=only(claimed, "hi"),
    )


def _elect_bracket(result: Frame) -> Frame:
    inverted = sure(col("admitted") > col("claimed"))
    return result.with_columns(low=only(~inverted, "admitted"), high=only(~inverted, "claimed"))


def _tally(voices: Frame) -> Frame:
    return _all_counting(voices).with_columns(best=_nothing())


def _pending(voices: Frame) -> Frame:
    return voices.with_columns(ends=flag(col("said") < 0), used=flag(col("said") < 0), best=_nothing())


def weighted_median(weights: Weights | None = None, *, name: str = "weighted_median") -> ColumnPolicy:
    """The policy that elects the middle of the stated points, each voice by its weight.

    Args:
        weights: What each voice counts for; by default all the same.
        name: The name that is printed with every result; name your own weights.

    Example:
        >>> from claimtrack.reconcile.weights import Weights
        >>> weighted_median(Weights(kind={"medical": 3}), name="doctors_first").name
        'doctors_first'
    """
    table = Weights() if weights is None else weights

    def mark(voices: Frame) -> Frame:
        voices = _electable(voices).with_columns(weight=_weight(table), voting=col("s_point"))
        if table.overtaken:
            past = (col("past") == 1) & ~col("past_point").is_null()
            below = sure(col("past_point") < col("floor_above"))
            voices = voices.with_columns(
                weight=col("weight") * nw.when(past).then(table.overtaken).otherwise(table.standing),
                voting=nw.coalesce("s_point", only(past, "past_point")),
                electable=nw.coalesce("electable", only(past & ~below, "past_point")),
            )
        ranged = (col("number") == 1) & col("point").is_null()
        voices = voices.with_columns(center=only(ranged, col("lo") + col("hi")), doubled=col("voting") * 2)
        voices = voices.with_columns(order=nw.coalesce("doubled", "center").fill_null(-1))
        voices = voices.with_columns(weight=nw.when(col("order") >= 0).then(col("weight")).otherwise(0))
        voices = voices.with_columns(
            reached=col("weight").cum_sum().over(*GROUP, order_by=["order", "origin"]),
            whole=col("weight").sum().over(*GROUP),
        )
        twice = col("reached") * 2
        middle = twice > col("whole") if table.upper else twice >= col("whole")
        voices = voices.with_columns(vote=only(middle & (col("order") >= 0), "order"))
        voices = voices.with_columns(middle=col("vote").min().over(*GROUP))
        return voices.with_columns(
            best=only(col("doubled") <= col("middle"), "voting"),
            after=only(col("doubled") >= col("middle"), "voting"),
            reach=only(col("center") == col("middle"), col("hi") - col("lo")),
        )

    return ColumnPolicy(
        name, "1", mark,
        aggregates={
            "above": nw.col("electable").min(), "standing_point": nw.col("s_point").max(),
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
    weight = col("said") * 0 + 1
    if table.kind:
        weight = weight * _by_code(
            "source_kind", {SOURCE_KIND_CODES[SourceKind(kind)]: times for kind, times in table.kind.items()}
        )
    if table.reliability:
        codes = {RELIABILITY_CODES[Reliability(grade)]: times for grade, times in table.reliability.items()}
        weight = weight * _by_code("reliability", codes)
    if table.disinterested > 1:
        weight = weight * _by_code("lean", dict.fromkeys(_UNDIRECTED, table.disinterested))
    if table.first_hand > 1:
        weight = weight * _by_code("first_hand", {1: table.first_hand})
    return weight


def _by_code(name: str, times: Mapping[int, int]) -> nw.Expr:
    chosen = col("said") * 0 + 1
    for code, factor in times.items():
        chosen = nw.when(sure(col(name) == code)).then(col("said") * 0 + factor).otherwise(chosen)
    return chosen


def _weighing(table: Weights) -> tuple[str, ...]:
    needs = {"source_kind": bool(table.kind), "reliability": bool(table.reliability),
             "first_hand": table.first_hand > 1}  # fmt: skip
    return tuple(name for name, needed in needs.items() if needed)


def prefer(kinds: Sequence[SourceKind | SourceKindName]) -> ColumnPolicy:
    """The policy that takes the first of the preferred kinds of source that gives a number.

    Columns carry the kind of a spokesman, not every source behind a voice: to prefer single sources use
    `claimtrack.reconcile` with `claimtrack.reconcile.prefer`.

    Args:
        kinds: Kinds of source ("medical"), the most preferred first.

    Raises:
        InvalidField: If nothing is preferred, or something that is no kind of source.

    Example:
        >>> prefer(["medical", "ngo"]).name
        'prefer(medical, ngo)'
    """
    wanted = [choose("frames.prefer", "kinds", kind, SourceKind) for kind in kinds]
    if not wanted:
        raise InvalidField("frames.prefer", "kinds", kinds, "at least one kind of source")

    def mark(voices: Frame) -> Frame:
        rank = col("said") * 0 + len(wanted)
        for place, kind in reversed(list(enumerate(wanted))):
            matches = col("source_kind") == SOURCE_KIND_CODES[kind]
            rank = nw.when(sure(matches)).then(col("said") * 0 + place).otherwise(rank)
        states = ~col("lo").is_null() | ~col("hi").is_null()
        voices = voices.with_columns(rank=only((col("said") > 0) & states, rank))
        voices = voices.with_columns(first_rank=col("rank").min().over(*GROUP))
        chosen = flag((col("rank") == col("first_rank")) & (col("rank") < len(wanted)))
        voices = voices.with_columns(ends=chosen, used=chosen).with_columns(
            best=only(col("used") == 1, "point"),
            pointless=flag((col("used") == 1) & col("point").is_null()),
        )
        return _opposed_by_those_used(voices)

    name = f"prefer({', '.join(kind.value for kind in wanted)})"
    return ColumnPolicy(
        name, "1", mark,
        aggregates={"best_most": nw.col("best").max(), "pointless": nw.col("pointless").max()},
        elect=_elect_same, needs=("source_kind",), looks_at_all=False,
    )  # fmt: skip


def _elect_same(result: Frame) -> Frame:
    same = (col("best") == col("best_most")) & (col("pointless") == 0)
    return result.with_columns(best=only(same, "best"))


def _version(name: str) -> str:
    return POLICIES[name].version


def _column_policies() -> Mapping[str, ColumnPolicy]:
    table = (
        ColumnPolicy("envelope", _version("envelope"), _envelope, elect=_elect_envelope),
        ColumnPolicy("lowest", _version("lowest"), _lowest),
        ColumnPolicy(
            "recent_majority_lowest", _version("recent_majority_lowest"), _recent, aggregates=_RECENT,
            elect=_elect_recent, needs=("day_last", "lean"),
        ),
        ColumnPolicy(
            "most_reliable", _version("most_reliable"), _most_reliable, needs=("reliability",)
        ),
        ColumnPolicy(
            "latest", _version("latest"), _latest, aggregates={"speaking_last": nw.col("newest").sum()},
            elect=_elect_latest, needs=("day_last",), looks_at_all=False,
        ),
        ColumnPolicy(
            "bracket", _version("bracket"), _bracket,
            aggregates={"admitted": nw.col("admitted").max(), "claimed": nw.col("claimed").max()},
            elect=_elect_bracket, hulls=False, looks_at_all=False, needs=("lean", "admission"),
        ),
        weighted_median(Weights(upper=True, disinterested=2, standing=2, overtaken=1), name="last_words"),
        weighted_median(),
        weighted_median(Weights(upper=True), name="upper_median"),
        ColumnPolicy("majority", _version("majority"), _tally, votes=True, needs=("vote",)),
        ColumnPolicy("pending", _version("pending"), _pending, looks_at_all=False),
    )  # fmt: skip
    return MappingProxyType({policy.name: policy for policy in table})


COLUMN_POLICIES = _column_policies()
"""The policies over columns that have a name; `weighted_median(weights)` and `prefer(order)` make more."""

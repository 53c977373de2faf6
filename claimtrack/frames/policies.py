"""The policies that columns can carry, as expressions over voices.

Each is the policy of that name in `claimtrack.reconcile`, and gives the same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import narwhals as nw

from claimtrack.errors import InvalidField, choose
from claimtrack.frames.hearing import col, entailed, flag, only, sure, whole
from claimtrack.frames.medians import weighted_median
from claimtrack.frames.rules import (
    ColumnPolicy,
    against_those,
    nothing,
    with_electable,
    with_floors,
    with_tops_to_exceed,
)
from claimtrack.frames.schema import GROUP, OVERSTATES, RELIABILITY_CODES, SOURCE_KIND_CODES
from claimtrack.frames.windows import Frame
from claimtrack.reconcile.policies import POLICIES
from claimtrack.reconcile.weights import Weights
from claimtrack.sources import Reliability, SourceKind, SourceKindName

_UNGRADED = RELIABILITY_CODES[Reliability.F]


def _envelope(voices: Frame) -> Frame:
    """Where low and high are one, so is every point: no spokesman is asked, and engines need not sort."""
    return with_tops_to_exceed(voices).with_columns(best=col("any_point"))


def _elect_envelope(result: Frame) -> Frame:
    one = (col("low") == col("high")) & (col("best") == col("low"))
    return result.with_columns(best=only(one, "best"))


def _electable(voices: Frame) -> Frame:
    return with_electable(with_floors(voices))


def _lowest(voices: Frame) -> Frame:
    return _electable(voices).with_columns(best=col("electable"))


def _latest(voices: Frame) -> Frame:
    states = ~col("lo").is_null() | ~col("hi").is_null()
    voices = voices.with_columns(starts=only(~col("day_last").is_null() & states, "day_first"))
    voices = with_floors(voices, last_start=("starts", "max"))
    newest = ~col("starts").is_null() & (col("day_last") >= col("last_start"))
    voices = voices.with_columns(newest=flag(newest))
    voices = against_those(col("newest") == 1, voices)
    return voices.with_columns(best=only(col("newest") == 1, "point"))


def _elect_latest(result: Frame) -> Frame:
    return result.with_columns(best=only(col("speaking_last") == 1, "best"))


def _recent(voices: Frame) -> Frame:
    voices = _electable(voices)
    pool = ~col("electable").is_null() & (col("lean") != OVERSTATES)
    voices = voices.with_columns(
        pool=flag(pool), starts=only(pool & ~col("day_last").is_null(), "day_first"),
        p_point=only(pool, "point"),
    )  # fmt: skip
    voices = voices.with_columns(
        last_start=col("starts").max().over(*GROUP), alike=col("pool").sum().over(*GROUP, "p_point")
    )
    newest = ~col("starts").is_null() & (col("day_last") >= col("last_start"))
    recent = sure(newest) | ((col("pool") == 1) & col("last_start").is_null())
    voices = voices.with_columns(
        best=only(recent, "point"), times=only(col("pool") == 1, "alike")
    ).with_columns(most_times=col("times").max().over(*GROUP))
    return voices.with_columns(
        common=only((col("times") == col("most_times")) & (col("times") > 1), "point")
    )


_RECENT = {
    "best": nw.col("best").min(),
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
    claimed = col("lean") == OVERSTATES
    admitted = col("admission") == 1
    return voices.with_columns(
        looked_at=flag(claimed | admitted),
        admitted=only(admitted, entailed()),
        claimed=only(claimed, "hi"),
    )


def _elect_bracket(result: Frame) -> Frame:
    inverted = sure(col("admitted") > col("claimed"))
    return result.with_columns(
        low=only(~inverted, "admitted"), high=only(~inverted, "claimed"), best=nothing()
    )


def _tally(voices: Frame) -> Frame:
    return with_floors(voices)


def _pending(voices: Frame) -> Frame:
    return voices


def _elect_nothing(result: Frame) -> Frame:
    return result.with_columns(low=nothing(), high=nothing(), best=nothing())


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
        rank = whole(len(wanted))
        for place, kind in reversed(list(enumerate(wanted))):
            rank = nw.when(col("source_kind") == SOURCE_KIND_CODES[kind]).then(whole(place)).otherwise(rank)
        states = ~col("lo").is_null() | ~col("hi").is_null()
        voices = voices.with_columns(rank=only(states, rank))
        voices = with_floors(voices, first_rank=("rank", "min"))
        chosen = flag((col("rank") == col("first_rank")) & (col("rank") < len(wanted)))
        return against_those(chosen == 1, voices.with_columns(chosen=chosen)).with_columns(
            best=only(col("chosen") == 1, "point"),
            pointless=flag((col("chosen") == 1) & col("point").is_null()),
        )

    name = f"prefer({', '.join(kind.value for kind in wanted)})"
    return ColumnPolicy(
        name, "1", mark,
        aggregates={
            "best": nw.col("best").min(), "best_most": nw.col("best").max(),
            "pointless": nw.col("pointless").max(),
        },
        elect=_elect_same, needs=("source_kind",), ends=nw.col("chosen") == 1, used=nw.col("chosen") == 1,
    )  # fmt: skip


def _elect_same(result: Frame) -> Frame:
    same = (col("best") == col("best_most")) & (col("pointless") == 0)
    return result.with_columns(best=only(same, "best"))


def _version(name: str) -> str:
    return POLICIES[name].version


def _median(name: str, weights: Weights) -> ColumnPolicy:
    return weighted_median(weights, name=name, version=_version(name))


def _column_policies() -> Mapping[str, ColumnPolicy]:
    table = (
        ColumnPolicy(
            "envelope", _version("envelope"), _envelope, elect=_elect_envelope, floors=False, spoken=False
        ),
        ColumnPolicy("lowest", _version("lowest"), _lowest),
        ColumnPolicy(
            "recent_majority_lowest", _version("recent_majority_lowest"), _recent, aggregates=_RECENT,
            elect=_elect_recent, needs=("day_last", "lean"),
        ),
        ColumnPolicy(
            "most_reliable", _version("most_reliable"), _most_reliable, needs=("reliability",)
        ),
        ColumnPolicy(
            "latest", _version("latest"), _latest,
            aggregates={"best": nw.col("best").min(), "speaking_last": nw.col("newest").sum()},
            elect=_elect_latest, needs=("day_last",), ends=nw.col("newest") == 1, used=nw.col("newest") == 1,
        ),
        ColumnPolicy(
            "bracket", _version("bracket"), _bracket,
            aggregates={"admitted": nw.col("admitted").max(), "claimed": nw.col("claimed").max()},
            elect=_elect_bracket, used=nw.col("looked_at") == 1, hulls=False, floors=False,
            needs=("lean", "admission"),
        ),
        _median("last_words", Weights(upper=True, disinterested=2, standing=2, overtaken=1)),
        _median("weighted_median", Weights()),
        _median("upper_median", Weights(upper=True)),
        ColumnPolicy(
            "majority", _version("majority"), _tally, aggregates={}, votes=True, needs=("vote",)
        ),
        ColumnPolicy(
            "pending", _version("pending"), _pending, aggregates={}, elect=_elect_nothing, hulls=False,
            floors=False, spoken=False, used=nw.col("apart") < 0,
        ),
    )  # fmt: skip
    return MappingProxyType({policy.name: policy for policy in table})


COLUMN_POLICIES = _column_policies()
"""The policies over columns that have a name; `weighted_median(weights)` and `prefer(order)` make more."""

"""The hull of voices, and the majority of those known to be independent, over columns."""

from __future__ import annotations

import narwhals as nw

from claimtrack.frames.hearing import col, entailed, flag, is_total, only, open_top, sure, voices_of
from claimtrack.frames.schema import GROUP
from claimtrack.frames.windows import Frame

_VOTER = (*GROUP, "vote")


def hull_by_group(voices: Frame, ends: nw.Expr | None, /, **aggregates: nw.Expr) -> Frame:
    """One row for each question: `low` and `high`, the lowest and the highest stated number.

    The high end is open where nobody states one, or where the highest floor exceeds every stated high
    end. Where nobody states a number the low end is the lowest floor that the words entail.

    Args:
        voices: The voices.
        ends: Which of them count; `None` is every one, unless it is subsumed.
        aggregates: What else is wanted of each question.
    """
    floor = nw.coalesce("reaches" if ends is None else "opens", entailed())
    told = {
        "n_top": col("hi"), "n_low": only(is_total(), "lo"), "n_floor": only(open_top(), floor),
        "n_least": only(~is_total(), entailed()), "n_seen": only(~is_total(), "lo"),
    }  # fmt: skip
    if ends is not None:
        told = {name: only(ends, value) for name, value in told.items()}
    result = (
        voices.with_columns(**told)
        .group_by(*GROUP)
        .agg(
            top=col("n_top").max(),
            low=col("n_low").min(),
            floor_most=col("n_floor").max(),
            floor_least=col("n_least").min(),
            seen=col("n_seen").min(),
            **aggregates,
        )
    )
    reaches = col("top").is_null() | (col("floor_least") <= col("top"))
    exceeded = sure(col("floor_most") > col("top"))
    low = nw.min_horizontal(col("low"), only(col("top").is_null(), "seen"))
    return result.with_columns(
        low=nw.coalesce(low, only(reaches, "floor_least")), high=only(~exceeded, "top")
    )


def elected(heard: Frame) -> Frame:
    """The point that most of the voices known to be independent agree with, and the ends of those that do.

    Each point is held against each voice, so the cost grows with the square of the votes on a question.

    Args:
        heard: The claims, with `heard` and `vote`.

    Returns:
        One row for each question with a majority: `m_best`, `m_low` and `m_high`.
    """
    voting = heard.filter((col("heard") == 1) & ~col("vote").is_null())
    voters = voices_of(voting, _VOTER)
    voters = voters.filter(~col("lo").is_null() | ~col("hi").is_null())
    voters = voters.with_columns(electorate=nw.len().over(*GROUP))
    points = voters.filter(~col("point").is_null()).group_by(*GROUP, "point").agg(stated=nw.len())
    points = points.select(*GROUP, candidate=col("point"))
    votes = points.join(voters, on=list(GROUP), how="inner")
    above = col("bl").is_null() | (col("bl") <= col("candidate"))
    below = col("bh").is_null() | (col("bh") >= col("candidate"))
    votes = votes.with_columns(aye=flag(sure(above) & sure(below)))
    votes = votes.with_columns(ayes=col("aye").sum().over(*GROUP, "candidate"))
    votes = votes.with_columns(most_ayes=col("ayes").max().over(*GROUP))
    votes = votes.filter((col("ayes") == col("most_ayes")) & (col("ayes") * 2 > col("electorate")))
    votes = votes.filter(col("electorate") > 1)
    winners = hull_by_group(
        votes, col("aye") == 1, m_best=col("candidate").min(), m_other=col("candidate").max()
    )
    return winners.filter(col("m_best") == col("m_other")).select(
        *GROUP, "m_best", m_low=col("low"), m_high=col("high")
    )


def with_majority(result: Frame, majority: Frame) -> Frame:
    """Let a majority set the figure; where there is none, the hull of all stays."""
    joined = result.join(majority, on=list(GROUP), how="left")
    found = ~col("m_best").is_null()
    return joined.with_columns(
        low=nw.when(found).then(col("m_low")).otherwise(col("low")),
        high=nw.when(found).then(col("m_high")).otherwise(col("high")),
        best=col("m_best"),
    )

"""Voices over columns: each origin is heard once on each question.

What `claimtrack.origins` does with claims, done with expressions: the spokesman of a voice is its least
relayed claim, renderings that fit together intersect, those that do not give their hull.
"""

from __future__ import annotations

from typing import Any

import narwhals as nw

from claimtrack.figures import FigureKind
from claimtrack.frames.schema import GROUP, KIND_CODES, Relayed, Standing

Frame = nw.LazyFrame[Any]

VOICE = (*GROUP, "origin")
_OPEN = 2**52 + 1
_STEP = 2**53
_VAGUE, _WORDLESS = KIND_CODES[FigureKind.vague], KIND_CODES[FigureKind.unquantified]
_AT_MOST = KIND_CODES[FigureKind.at_most]

SPOKEN = ("day_first", "day_last", "reliability", "source_kind", "first_hand", "lean", "admission")
"""What a voice takes from its spokesman."""


def col(name: str) -> nw.Expr:
    """A column."""
    return nw.col(name)


def sure(condition: nw.Expr) -> nw.Expr:
    """A condition that is false where it cannot be told."""
    return condition.fill_null(value=False)


def flag(condition: nw.Expr) -> nw.Expr:
    """A condition as 1 or 0."""
    return nw.when(sure(condition)).then(1).otherwise(0).cast(nw.Int64)


def only(condition: nw.Expr, value: nw.Expr | str) -> nw.Expr:
    """A value where a condition holds, else null."""
    return nw.when(sure(condition)).then(col(value) if isinstance(value, str) else value)


def numeric() -> nw.Expr:
    """Whether a claim says anything about a number."""
    return ~(col("bounds_low").is_null() & col("bounds_high").is_null())


def mark_heard(claims: Frame, *, relays: bool) -> Frame:
    """Say of each claim whether it is heard (`heard`) and whether it only repeats (`echo`), 1 or 0.

    Args:
        claims: The claims, every column there.
        relays: Whether any claim may hand on the word of others.
    """
    current = (col("standing") == Standing.standing) | (col("standing") == Standing.overtaken)
    claims = claims.with_columns(speaking=flag(current & numeric()))
    if not relays:
        return claims.with_columns(
            echo=flag(col("kind") < 0), heard=flag((col("speaking") == 1) & (col("standing") == 0))
        )
    claims = claims.with_columns(own=flag((col("speaking") == 1) & (col("relayed") == Relayed.own)))
    claims = claims.with_columns(spoken=col("own").max().over(*VOICE))
    repeats = (col("relayed") == Relayed.echo) | ((col("relayed") == Relayed.relay) & (col("spoken") == 1))
    claims = claims.with_columns(echo=flag((col("speaking") == 1) & repeats))
    return claims.with_columns(
        heard=flag((col("speaking") == 1) & (col("echo") == 0) & (col("standing") == Standing.standing))
    ).drop("own", "spoken")


def voices_of(claims: Frame, by: tuple[str, ...] = VOICE, *, past: bool = False) -> Frame:
    """Let the claims of one origin speak as one: one row for each origin on each question.

    Args:
        claims: The claims, with `heard`.
        by: The keys of a voice.
        past: Whether to say of each voice that none of its claims is `current`.

    Returns:
        Of each voice: `claims` and `said` (how many claims there are, and are heard), the ends `lo` and
        `hi` that were stated, its `point` (and `any_point`, the least of those stated, which needs no
        spokesman), the bounds and reading of its figure (`bl`, `bh`, `rl`),
        `total` (1 where it states a number that is meant as a total), `apart` (1 for a rendering
        conflict), the extreme bounds of its claims (`most`, `least`), and what its spokesman is.
    """
    return _joined(_ordered(_together(_stated(claims), by), by), by, past=past)


def last_words_of(claims: Frame) -> Frame:
    """The voices, and those whose last word a later count exceeds (`past` is 1, with `past_point`).

    What is past sets no end: all else of it is null or 0.

    Args:
        claims: The claims, with `heard`.
    """
    exceeded = (col("speaking") == 1) & (col("echo") == 0) & (col("standing") == Standing.overtaken)
    claims = claims.with_columns(
        over=flag(exceeded & (col("relayed") != Relayed.merged)), current=col("heard").max().over(*VOICE)
    )
    claims = claims.with_columns(
        heard=flag((col("heard") == 1) | ((col("current") == 0) & (col("over") == 1)))
    )
    voices = voices_of(claims, past=True)
    past = col("past") == 1
    hidden = ("lo", "hi", "bl", "bh", "rl", "most", "least", "entails", "opens")
    return voices.with_columns(
        past_point=only(past, "point"),
        **{name: only(~past, name) for name in ("point", *hidden)},
        **{
            name: nw.when(past).then(0).otherwise(col(name))
            for name in ("said", "apart", "total", "floor", "number")
        },
    )


def _stated(claims: Frame) -> Frame:
    """What each claim that is heard says: the ends it states, its intervals, and its place in the order."""
    heard = col("heard") == 1
    numberless = sure((col("kind") == _VAGUE) | (col("kind") == _WORDLESS))
    pointed = ~col("point").is_null()
    low = (
        nw.when(heard & pointed)
        .then(col("point"))
        .otherwise(only(heard & ~numberless & sure(col("kind") != _AT_MOST), "reading_low"))
    )
    high = nw.when(heard & pointed).then(col("point")).otherwise(only(heard & ~numberless, "reading_high"))
    width = (
        nw.when(heard & ~col("reading_high").is_null())
        .then(col("reading_high") - col("reading_low").fill_null(0))
        .otherwise(_OPEN)
    )
    return claims.with_columns(
        s_lo=low,
        s_hi=high,
        s_point=only(heard, "point"),
        b_lo=only(heard, "bounds_low"),
        b_hi=only(heard, "bounds_high"),
        r_lo=only(heard, "reading_low"),
        r_hi=only(heard, "reading_high"),
        silent=1 - col("heard"),
        place=(col("reference") * 512 + col("hops")) * _STEP + width,
        back=-col("day_last").fill_null(0),
    )


def _together(claims: Frame, by: tuple[str, ...]) -> Frame:
    """What the renderings of one origin have in common, beside each of them."""
    claims = claims.with_columns(
        v_lo=col("b_lo").max().over(*by),
        v_hi=col("b_hi").min().over(*by),
        v_floor=col("r_lo").max().over(*by),
        v_top=col("r_hi").min().over(*by),
    )
    claims = claims.with_columns(apart=flag(col("v_top") < col("v_floor")))
    hull = col("apart") == 1
    return claims.with_columns(
        e_lo=only(hull | _inside("s_lo"), "s_lo"),
        e_hi=only(hull | _inside("s_hi"), "s_hi"),
        pointing=flag((col("apart") == 0) & _inside("s_point")),
    )


def _inside(name: str) -> nw.Expr:
    """Whether a number is within what all renderings of the voice leave open."""
    number = col(name)
    above = col("v_lo").is_null() | (number >= col("v_lo"))
    below = col("v_hi").is_null() | (number <= col("v_hi"))
    return sure(above) & sure(below) & ~number.is_null()


def _ordered(claims: Frame, by: tuple[str, ...]) -> Frame:
    """Mark the spokesman of each voice, and the first of its claims that states a point."""
    order = ["silent", "place", "back", "claim"]
    claims = claims.with_columns(
        turn=col("heard").cum_sum().over(*by, order_by=order),
        points=col("pointing").cum_sum().over(*by, order_by=order),
    )
    return claims.with_columns(
        first=flag((col("heard") == 1) & (col("turn") == 1)),
        chosen=only((col("pointing") == 1) & (col("points") == 1), "s_point"),
        a_point=only(col("pointing") == 1, "s_point"),
        gap=flag((col("apart") == 1) & (col("heard") == 1) & col("s_hi").is_null()),
        stating=flag((col("heard") == 1) & (col("observed") == 0) & ~col("s_lo").is_null()),
        b_lo_open=flag((col("heard") == 1) & col("b_lo").is_null()),
        b_hi_open=flag((col("heard") == 1) & col("b_hi").is_null()),
        r_lo_open=flag((col("heard") == 1) & col("r_lo").is_null()),
        loose=only((col("heard") == 1) & col("s_lo").is_null(), "r_hi"),
        **{f"x_{name}": col(name) for name in SPOKEN},
    ).with_columns(**{f"x_{name}": only(col("first") == 1, f"x_{name}") for name in SPOKEN})


def _joined(claims: Frame, by: tuple[str, ...], *, past: bool) -> Frame:
    marks = {"past": 1 - col("current").max()} if past else {}
    voices = claims.group_by(*by).agg(
        claims=nw.len(),
        said=col("heard").sum(),
        apart=col("apart").max(),
        lo=col("e_lo").min(),
        hi=col("e_hi").max(),
        gap=col("gap").max(),
        point=col("chosen").max(),
        any_point=col("a_point").min(),
        stating=col("stating").max(),
        most=col("b_lo").max(),
        least=col("b_hi").min(),
        b_lo_min=col("b_lo").min(),
        b_hi_max=col("b_hi").max(),
        r_lo_min=col("r_lo").min(),
        r_lo_max=col("r_lo").max(),
        b_lo_open=col("b_lo_open").max(),
        b_hi_open=col("b_hi_open").max(),
        r_lo_open=col("r_lo_open").max(),
        loose=col("loose").min(),
        **{name: col(f"x_{name}").max() for name in SPOKEN},
        **marks,
    )
    hull = col("apart") == 1
    voices = voices.with_columns(
        lo=only(~(hull & sure(col("loose") < col("lo"))), "lo"),
        hi=only(col("gap") == 0, "hi"),
        bl=nw.when(hull).then(only(col("b_lo_open") == 0, "b_lo_min")).otherwise(col("most")),
        bh=nw.when(hull).then(only(col("b_hi_open") == 0, "b_hi_max")).otherwise(col("least")),
        rl=nw.when(hull).then(only(col("r_lo_open") == 0, "r_lo_min")).otherwise(col("r_lo_max")),
    )
    open_top = col("hi").is_null()
    voices = voices.with_columns(
        total=flag(~open_top | (~col("lo").is_null() & (col("stating") == 1))),
        floor=flag((col("said") > 0) & open_top),
        number=flag(~open_top & ~col("lo").is_null()),
        entails=nw.coalesce("lo", only(col("rl") > 0, "rl")),
    )
    return voices.with_columns(opens=nw.when(hull).then(col("r_lo_max")).otherwise(col("entails"))).drop(
        "loose",
        "gap",
        "b_lo_min",
        "b_hi_max",
        "r_lo_min",
        "r_lo_max",
        "b_lo_open",
        "b_hi_open",
        "r_lo_open",
        "stating",
    )


def weigh(voices: Frame) -> Frame:
    """Say of each voice whether it is subsumed, and what its low end would forbid."""
    voices = voices.with_columns(all_hi=col("hi").max().over(*GROUP))
    weighs = (col("total") == 1) | (col("all_hi").is_null() & ~col("lo").is_null())
    voices = voices.with_columns(
        total_lo=only(weighs, "lo"),
        entailed=only(col("floor") == 1, "entails"),
        weighs=flag(weighs),
    ).with_columns(
        stated_least=col("total_lo").min().over(*GROUP),
        all_most=col("bl").max().over(*GROUP),
        all_least=col("bh").min().over(*GROUP),
    )
    says_no_more = ~col("stated_least").is_null() & (col("entailed").fill_null(0) <= col("stated_least"))
    opposed = sure(col("all_least") < col("bl")) | sure(col("all_most") > col("bh"))
    return voices.with_columns(
        subsumed=flag((col("floor") == 1) & (col("weighs") == 0) & says_no_more),
        unopposed=nw.when((col("floor") == 1) & ~opposed).then(nw.coalesce("lo", "bl")),
        s_point=only(col("number") == 1, "point"),
    ).with_columns(counting=flag((col("said") > 0) & (col("subsumed") == 0)))

"""Voices over columns: each origin is heard once on each question.

What `claimtrack.origins` does with claims, done with expressions: the spokesman of a voice is its least
relayed claim, renderings that fit together intersect, those that do not give their hull.
"""

from __future__ import annotations

import narwhals as nw

from claimtrack.figures import FigureKind
from claimtrack.frames.schema import GROUP, KIND_CODES, Relayed, Standing
from claimtrack.frames.windows import Frame, InOrder, beside, on_cluster

VOICE = (*GROUP, "origin")
_OPEN = 2**52 + 1
_STEP = 2**53
_HALF = 2**26
_VAGUE, _WORDLESS = KIND_CODES[FigureKind.vague], KIND_CODES[FigureKind.unquantified]
_AT_MOST = KIND_CODES[FigureKind.at_most]

_OWN = {"own_kind": "kind", "own_low": "reading_low", "own_high": "reading_high", "own_point": "point"}
SPOKEN = (
    "day_first", "day_last", "reliability", "source_kind", "first_hand", "lean", "admission", "bearing",
    "source", *_OWN,
)  # fmt: skip
"""What a voice takes from its spokesman; `own_` is what that one said, whatever the others of it said."""


def col(name: str) -> nw.Expr:
    """A column."""
    return nw.col(name)


def sure(condition: nw.Expr) -> nw.Expr:
    """A condition that is false where it cannot be told."""
    return condition.fill_null(value=False)


def flag(condition: nw.Expr) -> nw.Expr:
    """A condition as 1 or 0; 0 where it cannot be told."""
    return nw.when(condition).then(1).otherwise(0).cast(nw.Int64)


def only(condition: nw.Expr, value: nw.Expr | str) -> nw.Expr:
    """A value where a condition holds, else null."""
    return nw.when(condition).then(col(value) if isinstance(value, str) else value)


def whole(number: int) -> nw.Expr:
    """A whole number, the same in every row."""
    return nw.lit(number, dtype=nw.Int64)


def numeric() -> nw.Expr:
    """Whether a claim says anything about a number."""
    return ~(col("bounds_low").is_null() & col("bounds_high").is_null())


def mark_heard(claims: Frame, *, relays: bool) -> Frame:
    """Say of each claim whether it is heard (`heard`) and whether it only repeats (`echo`), 1 or 0.

    A claim that a later count exceeds, and that is its origin's own word, is `over`.

    Args:
        claims: The claims, every column there.
        relays: Whether any claim may hand on the word of others.
    """
    speaks = ((col("standing") == Standing.standing) | (col("standing") == Standing.overtaken)) & numeric()
    claims = claims.with_columns(speaking=flag(speaks))
    claims = _mark_echoes(claims) if relays else claims.with_columns(echo=whole(0))
    speaking = (col("speaking") == 1) & (col("echo") == 0)
    return claims.with_columns(
        heard=flag(speaking & (col("standing") == Standing.standing)),
        over=flag(
            speaking & (col("standing") == Standing.overtaken) & (col("relayed") != Relayed.merged)
        ),
    )


def _mark_echoes(claims: Frame) -> Frame:
    """Mark the claims that repeat what is heard, and those that hand on what their origin says itself."""
    own = (col("speaking") == 1) & (col("relayed") == Relayed.own)
    if on_cluster(claims):
        claims = claims.with_columns(own=flag(own)).with_columns(spoken=col("own").max().over(*VOICE))
    else:
        spoken = claims.filter(own).select(*VOICE)
        relays = claims.filter((col("speaking") == 1) & (col("relayed") == Relayed.relay))
        relays = relays.join(spoken, on=list(VOICE), how="semi").select("claim").unique()
        claims = claims.join(relays.with_columns(spoken=whole(1)), on="claim", how="left")
    repeats = (col("relayed") == Relayed.echo) | ((col("relayed") == Relayed.relay) & (col("spoken") == 1))
    return claims.with_columns(echo=flag((col("speaking") == 1) & repeats))


def voices_of(
    claims: Frame, by: tuple[str, ...] = VOICE, *, last_words: bool = False, spoken: bool = True
) -> Frame:
    """Let the claims of one origin speak as one: one row for each origin that is heard on a question.

    Args:
        claims: The claims, with `heard` and `over`.
        by: The keys of a voice.
        last_words: Whether to add the origins whose last word a later count exceeds: `stating` is null,
            and all that is left of them is their `point`, for they set no end.
        spoken: Whether anything is asked of spokesmen, or of the order of the points of a voice; if not, a
            voice of several claims has neither spokesman nor `point`, and the engine need not sort.

    Returns:
        Of each voice: the ends `lo` and `hi` that were stated, its `point` (and `any_point`, the least of
        those stated, which needs no spokesman), the bounds and the low end of the reading of its figure
        (`bl`, `bh`, `rl`), `stating` (1 where its low end is meant as a total), `apart` (1 for a rendering
        conflict) and the highest floor of the renderings of one (`opens`), the reading that several
        renderings have in common (`met_low`, `met_high`; null of a single claim), and what its spokesman is.
        On a cluster also the origins that nobody hears, which say nothing (`stating` is null), for there
        what is counted of a question (`claims`, `heard`) is counted on the way.
    """
    wanted = (col("heard") == 1) | (col("over") == 1) if last_words else col("heard") == 1
    if on_cluster(claims):
        past = nw.when(wanted).then(1 - col("heard")).otherwise(whole(_SILENT))
        claims = _muted(claims.with_columns(past=past), col("past") == _SILENT)
        voices = _met(claims, by, last_words=last_words, spoken=spoken)
    else:
        claims = claims.filter(wanted).with_columns(past=1 - col("heard"))
        several = claims.group_by(*by).agg(renderings=nw.len()).filter(col("renderings") > 1).select(*by)
        voices = nw.concat([
            _alone(claims.join(several, on=list(by), how="anti"), by),
            _met(claims.join(several, on=list(by), how="inner"), by, last_words=last_words, spoken=spoken),
        ])
    if not last_words:
        return voices.drop("past")
    kept = ("apart", "stating", "opens", *_SAID)
    left = {name: only(col("past") == 0, name) for name in kept if name != "point"}
    return voices.with_columns(**left).drop("past")


def open_top() -> nw.Expr:
    """Whether a voice states no high end: a floor."""
    return col("hi").is_null()


def is_number() -> nw.Expr:
    """Whether a voice states both ends."""
    return ~(col("lo").is_null() | col("hi").is_null())


def is_total() -> nw.Expr:
    """Whether a voice states a number that is meant as a total."""
    return ~open_top() | (~col("lo").is_null() & (col("stating") == 1))


def entailed() -> nw.Expr:
    """The least a voice is taken to say."""
    return nw.coalesce("lo", only(col("rl") > 0, "rl"))


def _stated(claims: Frame) -> Frame:
    """What each claim says: the ends it states, its intervals, and its place in the order of spokesmen."""
    numberless = sure((col("kind") == _VAGUE) | (col("kind") == _WORDLESS))
    pointed = ~col("point").is_null()
    floored = ~numberless & sure(col("kind") != _AT_MOST)
    low = nw.when(pointed).then(col("point")).otherwise(only(floored, "reading_low"))
    return claims.with_columns(
        s_lo=low,
        s_hi=nw.when(pointed).then(col("point")).otherwise(only(~numberless, "reading_high")),
        **{name: col(said) for name, said in _OWN.items()},
        stating=only(col("past") != _SILENT, flag((col("observed") == 0) & ~low.is_null())),
    )


_SAID = {
    "lo": "s_lo", "hi": "s_hi", "point": "point", "any_point": "point",
    "bl": "bounds_low", "bh": "bounds_high", "rl": "reading_low",
}  # fmt: skip
_NUMBERS = ("bounds_low", "bounds_high", "reading_low", "reading_high", "point")
_APART = ("opens", "met_low", "met_high")
_SILENT = 2  # in `past`, where a claim is only counted
_TOLD = ("apart", "stating", *_SAID, *_APART, *SPOKEN)
_COUNTED = ("claims", "heard")


def _alone(claims: Frame, by: tuple[str, ...]) -> Frame:
    """The voices of one claim: what it says is what they say."""
    said = [col(source).alias(name) for name, source in _SAID.items()]
    met = [nw.lit(None, dtype=nw.Int64).alias(name) for name in _APART]
    counted = [whole(1).alias("claims"), col("heard")]
    return _stated(claims).select(
        *by, "past", whole(0).alias("apart"), "stating", *said, *met, *SPOKEN, *counted
    )


def _muted(claims: Frame, condition: nw.Expr) -> Frame:
    """Let claims say nothing where a condition holds: they are only counted."""
    return claims.with_columns(**{name: only(~condition, name) for name in _NUMBERS})


def _met(claims: Frame, by: tuple[str, ...], *, last_words: bool, spoken: bool) -> Frame:
    """The voices of several claims: what the renderings of one origin have in common, or their hull."""
    width = (
        nw.when(~col("reading_high").is_null())
        .then(col("reading_high") - col("reading_low").fill_null(0))
        .otherwise(_OPEN)
    )
    claims = claims.with_columns(
        place=(col("reference") * 512 + col("hops")) * _STEP + width, back=0 - col("day_last").fill_null(0),
        one=whole(1),
    )  # fmt: skip
    order = ["past", "place", "back", "claim"]  # one order for all that follows, so that Spark sorts once
    claims = _stated(_in_common(claims, by, order, last_words=last_words, spoken=spoken))
    apart = sure(col("v_top") < col("v_floor"))
    claims = claims.with_columns(
        apart=flag(apart),
        e_lo=only(apart | _inside("s_lo"), "s_lo"),
        e_hi=only(apart | _inside("s_hi"), "s_hi"),
        e_point=only(~apart & _inside("point"), "point"),
    )
    return _joined(_ordered(claims), by)


_COMMON = {
    "v_lo": ("bounds_low", "max"), "v_hi": ("bounds_high", "min"),
    "v_floor": ("reading_low", "max"), "v_top": ("reading_high", "min"),
}  # fmt: skip


def _in_common(
    claims: Frame, by: tuple[str, ...], order: list[str], *, last_words: bool, spoken: bool
) -> Frame:
    """Put the renderings of a voice in their turn, beside each what they all have in common."""
    common = dict(_COMMON)
    if last_words:
        heard = {f"h_{held}": only(col("past") == 0, held) for held, _ in _COMMON.values()}
        claims = claims.with_columns(**heard)
        common |= {f"h_{name}": (f"h_{held}", end) for name, (held, end) in _COMMON.items()}
        common["newest"] = ("past", "min")
    turns = InOrder(order, {"turn": "one"} if spoken else {})
    claims = beside(claims, by, turns, **common)
    turn = col("turn") if spoken else nw.lit(None)
    claims = claims.with_columns(turn=turn.cast(nw.Int64))
    if not last_words:
        return claims
    current = col("newest") == 0
    claims = claims.with_columns(
        past=nw.when(current & (col("past") == 1)).then(whole(_SILENT)).otherwise(col("past")),
        **{name: nw.when(current).then(col(f"h_{name}")).otherwise(col(name)) for name in _COMMON},
    )
    return _muted(claims, col("past") == _SILENT)


def _inside(name: str) -> nw.Expr:
    """Whether a number is within what all renderings of the voice leave open."""
    number = col(name)
    above = col("v_lo").is_null() | (number >= col("v_lo"))
    below = col("v_hi").is_null() | (number <= col("v_hi"))
    return sure(above) & sure(below) & ~number.is_null()


def _ordered(claims: Frame) -> Frame:
    """Mark the spokesman of each voice, and the place of each point among its claims.

    The least `high_half` and the least `low_half` are those of the first claim that states a point: its turn
    is above the half of the point, so that no further window is needed to find it.
    """
    loud = col("past") != _SILENT
    first = (col("turn") == 1) & loud
    return claims.with_columns(
        high_half=col("turn") * _HALF + col("e_point") // _HALF,
        low_half=col("turn") * _HALF + col("e_point") % _HALF,
        gap=flag((col("apart") == 1) & loud & col("s_hi").is_null()),
        loose=only(col("s_lo").is_null(), "reading_high"),
        b_lo_open=flag(loud & col("bounds_low").is_null()),
        b_hi_open=flag(loud & col("bounds_high").is_null()),
        r_lo_open=flag(loud & col("reading_low").is_null()),
        r_hi_open=flag(loud & col("reading_high").is_null()),
        loud=flag(loud), stands=flag(col("past") == 0),
        **{f"x_{name}": only(first, name) for name in SPOKEN},
    )


def _joined(claims: Frame, by: tuple[str, ...]) -> Frame:
    voices = claims.group_by(*by).agg(
        claims=col("one").sum(), heard=col("stands").sum(), renderings=col("loud").sum(),
        past=col("past").min(), stating=col("stating").max(), apart=col("apart").max(),
        lo=col("e_lo").min(), hi=col("e_hi").max(), gap=col("gap").max(), loose=col("loose").min(),
        high_half=col("high_half").min(), low_half=col("low_half").min(), any_point=col("e_point").min(),
        b_lo_min=col("bounds_low").min(), b_lo_max=col("bounds_low").max(),
        b_hi_min=col("bounds_high").min(), b_hi_max=col("bounds_high").max(),
        r_lo_min=col("reading_low").min(), r_lo_max=col("reading_low").max(),
        b_lo_open=col("b_lo_open").max(), b_hi_open=col("b_hi_open").max(),
        r_hi_min=col("reading_high").min(), r_hi_max=col("reading_high").max(),
        r_lo_open=col("r_lo_open").max(), r_hi_open=col("r_hi_open").max(),
        **{name: col(f"x_{name}").max() for name in SPOKEN},
    )  # fmt: skip
    hull, several = col("apart") == 1, col("renderings") > 1
    low = nw.when(hull).then(only(col("r_lo_open") == 0, "r_lo_min")).otherwise(col("r_lo_max"))
    high = nw.when(hull).then(only(col("r_hi_open") == 0, "r_hi_max")).otherwise(col("r_hi_min"))
    return voices.with_columns(
        lo=only(~(hull & sure(col("loose") < col("lo"))), "lo"),
        hi=only(col("gap") == 0, "hi"),
        opens=only(hull, "r_lo_max"),
        bl=nw.when(hull).then(only(col("b_lo_open") == 0, "b_lo_min")).otherwise(col("b_lo_max")),
        bh=nw.when(hull).then(only(col("b_hi_open") == 0, "b_hi_max")).otherwise(col("b_hi_min")),
        rl=low, met_low=only(several, low), met_high=only(several, high),
        point=col("high_half") % _HALF * _HALF + col("low_half") % _HALF,
        **{name: col(name).cast(nw.Int64) for name in _COUNTED},
    ).select(*by, "past", *_TOLD, *_COUNTED)

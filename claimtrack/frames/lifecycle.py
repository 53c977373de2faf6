"""Lifecycles over columns: which claims their source replaced, and which a later count exceeds."""

from __future__ import annotations

import narwhals as nw

from claimtrack.figures import FigureKind
from claimtrack.frames.engines import TableT, complete, open_shared
from claimtrack.frames.hearing import col, flag, mark_heard, only, whole
from claimtrack.frames.schema import COLUMNS, GROUP, KIND_CODES, OVERSTATES, SETTLING, Standing
from claimtrack.frames.windows import Frame, on_cluster

_SERIES = (*GROUP, "source", "carriers", "carried")
_CAMPS = SETTLING["camp"].most
_NUMBER, _ONE_SIDED, _VAGUE, _WORDLESS = 3, 2, 1, 0
_LEVELS = {
    FigureKind.at_least: _ONE_SIDED,
    FigureKind.at_most: _ONE_SIDED,
    FigureKind.vague: _VAGUE,
    FigureKind.unquantified: _WORDLESS,
}


def settle(table: TableT) -> TableT:
    """Find, among standing claims, those that were superseded or overtaken, as a ledger does.

    A claim is superseded by one of the same identified source, through the same carriers, stated on a
    certainly later day and at least as specific. It is overtaken by a count of a certainly later day that
    exceeds all it says, never by one of an enemy's party, nor by one that gains by a high figure unless it
    does so too.

    Three rules of a ledger are not here, because columns cannot carry them: times of day (days decide);
    vague words of a later day (they overtake nothing here; in a ledger they do, unless they are of the same
    voice); and what further carriers made of a statement (here it may overtake; mark it as an echo in
    `relayed`). A table from `from_ledger` is settled by the ledger itself and needs none of this.

    Args:
        table: A claims table (see `COLUMNS`), with any of the columns of `SETTLING`.

    Returns:
        The claims table with `standing` filled in; a claim that did not stand keeps its code.

    Raises:
        InvalidField: If columns are missing or mistyped.
        WrongType: If it is no table of an engine that can compute this.
    """
    frame, back = open_shared(table)
    claims, present = complete(frame, {**COLUMNS, **SETTLING})
    if not {"day_first", "day_last"} <= present:
        return back(claims.select(*COLUMNS))
    claims = _superseded(claims.with_columns(level=_level()))
    claims = _overtaken(mark_heard(claims, relays="relayed" in present), present)
    return back(claims.select(*COLUMNS))


def _level() -> nw.Expr:
    """How specific a claim is: 3 for a number with a top, down to 0 for no number, -1 for no answer."""
    level = whole(_NUMBER)
    for kind, lower in _LEVELS.items():
        level = nw.when(col("kind") == KIND_CODES[kind]).then(whole(lower)).otherwise(level)
    return nw.when(col("kind").is_null()).then(whole(-1)).otherwise(level)


def _superseded(claims: Frame) -> Frame:
    """Hold each claim against the newest of its series: what its source says through the same carriers."""
    nobody: str | int = "" if isinstance(claims.collect_schema()["carriers"], nw.String) else 0
    claims = claims.with_columns(
        carried=flag(~col("carriers").is_null()), carriers=col("carriers").fill_null(nobody)
    )
    held = (col("standing") != Standing.misreported) & (col("standing") != Standing.refuted)
    held = held & (col("anonymous") == 0)
    told = claims.with_columns(
        numbered=only(held & (col("level") == _NUMBER), "day_first"),
        one_sided=only(held & (col("level") >= _ONE_SIDED), "day_first"),
    )
    newest = {"newest_number": col("numbered").max(), "newest": col("one_sided").max()}
    if on_cluster(claims):
        claims = told.with_columns(**{name: most.over(*_SERIES) for name, most in newest.items()})
    else:
        series = told.filter(col("anonymous") == 0).group_by(*_SERIES).agg(told=nw.len(), **newest)
        claims = claims.join(series.filter(col("told") > 1), on=list(_SERIES), how="left")
    last = nw.when(col("level") == _NUMBER).then(col("newest_number")).otherwise(col("newest"))
    replaced = (col("standing") == 0) & (col("anonymous") == 0) & (last > col("day_last"))
    return claims.with_columns(
        standing=nw.when(replaced).then(whole(Standing.superseded)).otherwise(col("standing"))
    )


def _overtaken(claims: Frame, present: frozenset[str]) -> Frame:
    """Hold each claim against the highest count of a certainly later day that may overtake it."""
    leans = "lean" in present
    at_least = col("kind") == KIND_CODES[FigureKind.at_least]
    counts = (col("heard") == 1) & (col("level") >= _ONE_SIDED) & (col("material") == 0)
    asked = (col("speaking") == 1) & (col("standing") == 0) & ~col("day_last").is_null()
    claims = claims.with_columns(
        ceiling=nw.coalesce("reading_high", only(at_least, "reading_low")),
        counts=flag(counts & ~col("reading_low").is_null() & ~col("day_first").is_null()),
        asked=flag(asked),
    )
    classes = {
        f"c{camp}{'o' if overstates else ''}": (camp, overstates)
        for camp in (range(_CAMPS + 1) if "camp" in present else range(1))
        for overstates in ((False, True) if leans else (False,))
    }
    held = _in_turn(claims).with_columns(
        **{name: _of_class(*one, leans=leans) for name, one in classes.items()}
    )
    held = held.with_columns(
        **{name: col(name).cum_max().over(*GROUP, order_by=["moment", "turn"]) for name in classes}
    )
    reaching = [_reaching(name, *one) for name, one in classes.items()]
    reached = nw.max_horizontal(*reaching) if len(reaching) > 1 else reaching[0]  # Spark wants two
    exceeds = (col("turn") == 0) & (col("asked") == 1) & (reached > col("ceiling"))
    if on_cluster(claims):
        claims = held.with_columns(exceeded=flag(exceeds)).filter(col("turn") == 0)
    else:
        exceeded = held.filter(exceeds).select("claim").unique()
        claims = claims.join(exceeded.with_columns(exceeded=whole(1)), on="claim", how="left")
    return claims.with_columns(
        standing=nw.when((col("exceeded") == 1) & (col("standing") == 0))
        .then(whole(Standing.overtaken))
        .otherwise(col("standing"))
    )


def _in_turn(claims: Frame) -> Frame:
    """The claims that are asked about (turn 0) and those that count (turn 1), each with its day.

    On a cluster all claims stay, whole, so that they need not be joined with the answer.
    """
    if on_cluster(claims):
        turns = nw.from_native(claims.to_native().sparkSession.range(2))
        held = claims.join(turns.select(turn=col("id")), how="cross")
        held = held.filter((col("turn") == 0) | (col("counts") == 1))
        day = nw.when(col("turn") == 1).then(col("day_first")).otherwise(col("day_last"))
        return held.with_columns(moment=-day)
    who = (*GROUP, "claim", "lean", "camp", "ceiling", "asked", "reading_low")
    later = claims.filter(col("counts") == 1).select(*who, turn=whole(1), moment=0 - col("day_first"))
    asked = claims.filter(col("asked") == 1).select(*who, turn=whole(0), moment=0 - col("day_last"))
    return nw.concat([asked, later])


def _of_class(camp: int, overstates: bool, *, leans: bool) -> nw.Expr:  # noqa: FBT001
    """The count of a later claim of one camp and leaning; -1 for any other row."""
    mine = (col("turn") == 1) & (col("camp") == camp)
    if leans:
        over = col("lean") == OVERSTATES
        mine = mine & (over if overstates else ~over)
    return nw.when(mine).then(col("reading_low")).otherwise(whole(-1))


def _reaching(name: str, camp: int, overstates: bool) -> nw.Expr:  # noqa: FBT001
    """The highest count of one camp and leaning, for those claims that it may overtake."""
    allowed = col("turn") == 0
    if camp:
        allowed = allowed & ((col("camp") == 0) | (col("camp") == camp))
    if overstates:
        allowed = allowed & (col("lean") == OVERSTATES)
    return nw.when(allowed).then(col(name)).otherwise(whole(-1))

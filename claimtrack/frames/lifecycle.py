"""Lifecycles over columns: which claims their source replaced, and which a later count exceeds."""

from __future__ import annotations

import narwhals as nw

from claimtrack.figures import FigureKind
from claimtrack.frames.engines import TableT, complete, open_table
from claimtrack.frames.hearing import Frame, col, flag, mark_heard, only, sure
from claimtrack.frames.schema import COLUMNS, GROUP, KIND_CODES, OVERSTATES, SETTLING, Standing

_SERIES = (*GROUP, "source", "carriers")
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
    frame, back = open_table(table)
    claims, present = complete(frame, {**COLUMNS, **SETTLING})
    if not {"day_first", "day_last"} <= present:
        return back(claims.select(*COLUMNS))
    claims = claims.with_columns(level=_level(), carriers=_carriers(present))
    claims = _superseded(claims)
    claims = _overtaken(mark_heard(claims, relays="relayed" in present), present)
    return back(claims.select(*COLUMNS))


def _carriers(present: frozenset[str]) -> nw.Expr:
    """The key of the carriers; where there is none, one that is the same for all of a source."""
    return col("carriers") if "carriers" in present else col("source")


def _level() -> nw.Expr:
    """How specific a claim is: 3 for a number with a top, down to 0 for no number, -1 for no answer."""
    level = only(~col("kind").is_null(), col("hops") * 0 + _NUMBER)
    for kind, lower in _LEVELS.items():
        level = nw.when(sure(col("kind") == KIND_CODES[kind])).then(col("hops") * 0 + lower).otherwise(level)
    return level.fill_null(-1)


def _superseded(claims: Frame) -> Frame:
    held = (col("standing") != Standing.misreported) & (col("standing") != Standing.refuted)
    said = held & (col("anonymous") == 0)
    claims = claims.with_columns(
        numbered=only(said & (col("level") == _NUMBER), "day_first"),
        one_sided=only(said & (col("level") >= _ONE_SIDED), "day_first"),
    )
    claims = claims.with_columns(
        newest_number=col("numbered").max().over(*_SERIES), newest=col("one_sided").max().over(*_SERIES)
    )
    newest = nw.when(col("level") == _NUMBER).then(col("newest_number")).otherwise(col("newest"))
    replaced = (col("standing") == 0) & (col("anonymous") == 0) & (newest > col("day_last"))
    return claims.with_columns(
        standing=nw.when(sure(replaced)).then(Standing.superseded.value).otherwise(col("standing"))
    )


def _overtaken(claims: Frame, present: frozenset[str]) -> Frame:
    """Hold each claim against the highest count of a certainly later day that may overtake it."""
    leans = "lean" in present
    camps = range(_CAMPS + 1) if "camp" in present else range(1)
    counts = (col("heard") == 1) & (col("level") >= _ONE_SIDED) & (col("material") == 0)
    claims = claims.with_columns(
        count=only(counts, "reading_low").fill_null(-1), asked=flag(col("hops") >= 0)
    )
    later = claims.filter((col("count") >= 0) & ~col("day_first").is_null())
    later = later.with_columns(asked=col("asked") * 0, moment=-col("day_first"))
    claims = nw.concat([claims.with_columns(moment=-col("day_last").fill_null(0)), later])
    claims = claims.with_columns(turn=1 - col("asked"))
    classes = {
        f"c{camp}{'o' if overstates else ''}": (camp, overstates)
        for camp in camps
        for overstates in ((False, True) if leans else (False,))
    }
    claims = claims.with_columns(**{name: _of_class(*one, leans=leans) for name, one in classes.items()})
    claims = claims.with_columns(
        **{
            f"most_{name}": col(name).cum_max().over(*GROUP, order_by=["moment", "turn", "claim"])
            for name in classes
        }
    ).filter(col("asked") == 1)
    reaching = [_reaching(f"most_{name}", *one) for name, one in classes.items()]
    reached = nw.max_horizontal(*reaching) if len(reaching) > 1 else reaching[0]  # Spark wants two
    at_least = sure(col("kind") == KIND_CODES[FigureKind.at_least])
    ceiling = nw.coalesce("reading_high", only(at_least, "reading_low"))
    exceeded = (
        (col("speaking") == 1) & (col("standing") == 0) & ~col("day_last").is_null() & (reached > ceiling)
    )
    return claims.with_columns(
        standing=nw.when(sure(exceeded)).then(Standing.overtaken.value).otherwise(col("standing"))
    )


def _of_class(camp: int, overstates: bool, *, leans: bool) -> nw.Expr:  # noqa: FBT001
    """The count of a later claim of one camp and leaning; -1 for any other row."""
    mine = (col("asked") == 0) & (col("camp") == camp)
    if leans:
        over = col("lean") == OVERSTATES
        mine = mine & (over if overstates else ~over)
    return nw.when(sure(mine)).then(col("count")).otherwise(-1)


def _reaching(name: str, camp: int, overstates: bool) -> nw.Expr:  # noqa: FBT001
    """The highest count of one camp and leaning, for those claims that it may overtake."""
    allowed = col("asked") == 1
    if camp:
        allowed = allowed & ((col("camp") == 0) | (col("camp") == camp))
    if overstates:
        allowed = allowed & (col("lean") == OVERSTATES)
    return nw.when(sure(allowed)).then(col(name)).otherwise(-1)

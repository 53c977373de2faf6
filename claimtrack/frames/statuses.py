"""Statuses over columns: the axes of every claim, each a column, and the state that a table shows."""

from __future__ import annotations

import narwhals as nw

from claimtrack.assessments import Verdict
from claimtrack.frames.engines import TableT, complete, open_shared
from claimtrack.frames.hearing import col, flag, mark_heard, only, sure, whole
from claimtrack.frames.schema import (
    COLUMNS,
    GROUP,
    JUDGING,
    LEAN_CODES,
    LIFECYCLE_CODES,
    STATE_CODES,
    SUPPORT_CODES,
    VERDICT_CODES,
    Standing,
)
from claimtrack.frames.windows import Frame
from claimtrack.interest import Tendency
from claimtrack.status import Lifecycle, State, Support

_READING = (*GROUP, "least", "most")
_TOP = 2**52
_LIFECYCLES = {
    Standing.retracted: Lifecycle.retracted,
    Standing.superseded: Lifecycle.superseded,
    Standing.overtaken: Lifecycle.overtaken,
}
_VERDICTS = {Standing.refuted: Verdict.refuted, Standing.misreported: Verdict.misreported}
_BY_VERDICT = {
    Verdict.confirmed: State.confirmed,
    Verdict.refuted: State.refuted,
    Verdict.unverifiable: State.unverifiable,
    Verdict.misreported: State.misreported,
}
_GAINS = tuple(LEAN_CODES[tendency] for tendency in Tendency if tendency.directed)
_LEANS = {f"lean{code}": code for code in _GAINS}


def status(table: TableT) -> TableT:
    """Say of every claim where it stands: its axes, each a column, and the state that a table shows.

    It is what a ledger says, but for what columns cannot tell:

    - who is known to be independent: a table of `from_ledger` has it (`corroborated`), in any other table
      corroboration is found among the claims that have a `vote`, whose voices are all independent;
    - of a claim that repeats several voices, `contested` and `support` are null, and so is a `state` that
      would rest on them;
    - reasons, and what it would take to move a claim, are sentences: ask a ledger.

    Args:
        table: A claims table (see `COLUMNS`), with any of the columns of `JUDGING`.

    Returns:
        A table of the same type, one row for each claim: its keys; `lifecycle`, `verdict`, `support` and
        `state`, as coded in `LIFECYCLE_CODES`, `VERDICT_CODES`, `SUPPORT_CODES` and `STATE_CODES`; and
        `contested`, 1 where a claim of another voice cannot hold together with it.

    Raises:
        InvalidField: If columns are missing or mistyped.
        WrongType: If it is no table of an engine that can compute this.

    Example:
        >>> import duckdb
        >>> from claimtrack.frames.texts import with_texts
        >>> table = duckdb.sql('''
        ...     select 1 as event, 1 as question, claim, claim as source, 0 as kind, n as bounds_low,
        ...            n as bounds_high, n as reading_low, n as reading_high, n as point
        ...     from (values (1, 77), (2, 77), (3, 100)) as said(claim, n)''')
        >>> with_texts(status(table)).select("claim, support_text, state_text").order("claim").fetchall()
        [(1, 'consistent', 'contested'), (2, 'consistent', 'contested'), (3, 'unverified', 'contested')]
    """
    frame, back = open_shared(table)
    claims, present = complete(frame, {**COLUMNS, **JUDGING})
    claims = mark_heard(claims, relays="relayed" in present)
    if "voice" not in present:
        claims = claims.with_columns(voice=col("origin"), repeats=col("echo"))
    told = (col("speaking") == 1) & ~col("voice").is_null()
    claims = _contested(claims.with_columns(told=flag(told)))
    claims = _supported(claims)
    claims = claims.with_columns(
        lifecycle=_coded("standing", {a: LIFECYCLE_CODES[b] for a, b in _LIFECYCLES.items()}),
        verdict=nw.when(col("verdict") == 0)
        .then(_coded("standing", {a: VERDICT_CODES[b] for a, b in _VERDICTS.items()}))
        .otherwise(col("verdict")),
    )
    axes = ("lifecycle", "verdict", "support", "contested")
    return back(claims.select(*GROUP, "claim", *axes, state=_state()))


def _coded(name: str, codes: dict[Standing, int]) -> nw.Expr:
    """One code for another; 0 for what is not named."""
    coded = whole(0)
    for given, code in codes.items():
        coded = nw.when(col(name) == given.value).then(whole(code)).otherwise(coded)
    return coded


def _contested(claims: Frame) -> Frame:
    """Hold each claim against the extreme bounds of all voices but its own.

    What is overtaken was a lower count of an earlier day: nothing higher contradicts it.
    """
    current = col("standing") == Standing.standing
    voices = claims.filter((col("told") == 1) & (col("repeats") == 0))
    voices = voices.with_columns(current_high=only(current, "bounds_high"))
    voices = voices.group_by(*GROUP, "voice").agg(
        floor=col("bounds_low").max(), top=col("current_high").min()
    )
    voices = voices.with_columns(
        highest=col("floor").max().over(*GROUP), lowest=col("top").min().over(*GROUP)
    )
    first, last = col("floor") == col("highest"), col("top") == col("lowest")
    asked = voices.with_columns(
        first=flag(first), last=flag(last), floor=only(~sure(first), "floor"), top=only(~sure(last), "top"),
        high_voice=only(first, "voice"), low_voice=only(last, "voice"),
    ).group_by(*GROUP).agg(
        highest=col("highest").max(), highs=col("first").sum(), high_voice=col("high_voice").max(),
        next_highest=col("floor").max(), lowest=col("lowest").min(), lows=col("last").sum(),
        low_voice=col("low_voice").max(), next_lowest=col("top").min(),
    )  # fmt: skip
    claims = claims.join(asked, on=list(GROUP), how="left")
    own_high = (col("highs") == 1) & (col("high_voice") == col("voice"))
    own_low = (col("lows") == 1) & (col("low_voice") == col("voice"))
    floor = nw.when(own_high).then(col("next_highest")).otherwise(col("highest"))
    top = nw.when(own_low).then(col("next_lowest")).otherwise(col("lowest"))
    current = col("standing") != Standing.overtaken
    rivals = sure((floor > col("bounds_high")) & current) | sure(top < col("bounds_low"))
    return claims.with_columns(contested=_where_told(flag(rivals)))


def _where_told(value: nw.Expr) -> nw.Expr:
    """What was found of a claim that is held against others; 0 of one that is not heard."""
    unheard = col("speaking") == 0
    return nw.when(unheard).then(whole(0)).otherwise(only(col("told") == 1, value))


def _supported(claims: Frame) -> Frame:
    """Look for claims of other voices whose bounds lie within the reading of each."""
    claims = claims.with_columns(
        least=col("reading_low").fill_null(-1), most=col("reading_high").fill_null(_TOP)
    )
    heard = claims.filter((col("told") == 1) & (col("repeats") == 0)).with_columns(
        low=col("bounds_low").fill_null(-1), high=col("bounds_high").fill_null(_TOP),
        **{name: only(col("lean") == code, "vote") for name, code in _LEANS.items()},
        free=only(~_gains(), "vote"),
    )  # fmt: skip
    ends = ("voice", *_LEANS, "free")
    figures = heard.group_by(*GROUP, "low", "high").agg(**_extremes(ends))
    readings = claims.filter(col("told") == 1).select(*_READING).unique()
    pairs = readings.join(figures, on=list(GROUP), how="inner")
    pairs = pairs.filter((col("low") >= col("least")) & (col("high") <= col("most")))
    found = pairs.group_by(*_READING).agg(
        **{f"{name}_{end}": getattr(col(f"{name}_{end}"), end)() for name in ends for end in ("min", "max")}
    )
    claims = claims.join(found, on=list(_READING), how="left")
    others = _other("voice", "voice")
    corroborated = _other("free", "vote")
    for name, code in _LEANS.items():
        corroborated = corroborated | (_other(name, "vote") & (col("lean") != code))
    known = whole(SUPPORT_CODES[Support.corroborated])
    consistent = flag(others) * SUPPORT_CODES[Support.consistent]
    support = _where_told(nw.when(others & corroborated).then(known).otherwise(consistent))
    return claims.with_columns(support=nw.when(col("corroborated") == 1).then(known).otherwise(support))


def _gains() -> nw.Expr:
    gains = col("lean") == _GAINS[0]
    for code in _GAINS[1:]:
        gains = gains | (col("lean") == code)
    return gains


def _extremes(names: tuple[str, ...]) -> dict[str, nw.Expr]:
    """The least and the greatest key of each: two of them differ where there are two."""
    return {f"{name}_{end}": getattr(col(name), end)() for name in names for end in ("min", "max")}


def _other(name: str, own: str) -> nw.Expr:
    """Whether there is any key but one's own."""
    return sure(col(f"{name}_min") != col(own)) | sure(col(f"{name}_max") != col(own))


def _state() -> nw.Expr:
    """The first axis that has something to say, in the order of `State`."""
    lifecycle, verdict = col("lifecycle"), col("verdict")
    decided = [
        (lifecycle == LIFECYCLE_CODES[Lifecycle.retracted], State.retracted),
        (lifecycle == LIFECYCLE_CODES[Lifecycle.superseded], State.superseded),
        *((verdict == VERDICT_CODES[found], state) for found, state in _BY_VERDICT.items()),
    ]
    compared = [
        (col("contested") == 1, State.contested),
        (col("support") == SUPPORT_CODES[Support.corroborated], State.corroborated),
        (lifecycle == LIFECYCLE_CODES[Lifecycle.overtaken], State.overtaken),
    ]
    unverified = _first(compared, whole(STATE_CODES[State.unverified]))
    return _first(decided, only(~col("contested").is_null(), unverified))


def _first(cases: list[tuple[nw.Expr, State]], otherwise: nw.Expr) -> nw.Expr:
    for condition, state in reversed(cases):
        otherwise = nw.when(condition).then(whole(STATE_CODES[state])).otherwise(otherwise)
    return otherwise

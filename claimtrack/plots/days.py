"""The days: when each claim was stated, and when its status moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import attrs

from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.events import Event
from claimtrack.history import Change, history_of
from claimtrack.plots.canvas import FAINT, INK, SIZES, SOFT, STATES, bare, days_axis, paper, plain, titled
from claimtrack.status import Holdings
from claimtrack.tables.claims import claim_order
from claimtrack.tables.labels import Language, counted, labels
from claimtrack.tables.phrases import Words, answer, event_name, question
from claimtrack.telling import Phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROW = 0.34  # inches
_FIRST = date(1970, 1, 1)


@attrs.frozen
class _Move:
    """A later day on which a claim came to stand elsewhere."""

    day: date
    state: str


def plot_timeline(
    ledger: Holdings,
    event: Event | str | None = None,
    *,
    ax: Axes | None = None,
    lang: Language = "en",
) -> Axes:
    """Draw both clocks, question by question: when each claim was stated, and when it was recorded.

    A claim is a mark on the day it was stated, a bar where only a month or year is known. A line leads to
    the day of the verdict, retraction or later claim that moved it. On the same line in the panel on the
    right stands when it was recorded, with a mark for each status it then came to; the panel is the first of
    the `child_axes` of what is returned. Where all was recorded within one minute, a line says so in its
    place. Undated claims stand at the left, and are counted below the title.

    Args:
        ledger: The ledger.
        event: The event, or its id; by default all of them.
        ax: Axes to draw on; by default new ones.
        lang: The language of labels.

    Raises:
        MissingExtra: If matplotlib is not installed: `pip install 'claimtrack[plots]'`.
    """
    words = labels(lang)
    where = event if event is None or isinstance(event, str) else event.id
    claims = sorted(ledger.log.claims if where is None else ledger.log.on_event(where), key=claim_order)
    dated = [claim for claim in claims if claim.stated is not None]
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.event.id, claim.question.id), []).append(claim)
    rows = len(claims) + 1.2 * len(groups)
    histories = {claim.id: history_of(ledger.log, claim) for claim in claims}
    moments = sorted({change.recorded for history in histories.values() for change in history})
    apart = len({_minute(moment) for moment in moments}) > 1
    own = ax is None
    ax = paper(ax, 13 if apart else 10, 1.6 + _ROW * max(rows, 2), "plot_timeline")
    lines = _draw_groups(ax, ledger, list(groups.values()), words)
    bare(ax)
    ax.set_ylim(-rows - 0.2, 0.6)
    ax.set_yticks([])
    ax.grid(axis="x", color=FAINT, linewidth=0.6)
    ax.margins(x=0.08)
    _date_axis(ax, dated)
    ax.set_xlabel(words["timeline_note"], loc="left", fontsize=8, color=SOFT)
    if apart:
        _draw_recorded(ax, [(y, histories[claim.id]) for y, claim in lines], words)
    undated = len(claims) - len(dated)
    notes = [counted(words, "count_undated", undated)] if undated else []
    if moments and not apart:
        notes.append(
            words["recorded_at_once"].replace("{moment}", f"{_minute(moments[0]):%Y-%m-%d %H:%M} UTC")
        )
    titled(ax, _title(ledger, claims, words), " · ".join(notes))
    if own and apart:
        ax.figure.draw_without_rendering()  # type: ignore[union-attr]  # the layout reaches its place in two rounds
    return ax


def _draw_recorded(ax: Axes, lines: list[tuple[float, tuple[Change, ...]]], words: Words) -> None:
    """The second clock, beside the first: one mark for each status a claim came to in the ledger."""
    panel = ax.inset_axes((1.03, 0, 0.3, 1), sharey=ax)
    for y, history in lines:
        at = [_moment(change.recorded) for change in history]
        panel.plot([at[0], at[-1]], [y, y], color=SOFT, linewidth=1.2, linestyle=(0, (2, 2)), zorder=2)
        for x, change in zip(at, history, strict=True):
            colour, marker = STATES[_state_after(change)]
            panel.plot([x], [y], marker=marker, color=colour, markersize=SIZES.get(marker, 8), zorder=4)
    bare(panel)
    panel.tick_params(axis="y", labelleft=False)
    panel.grid(axis="x", color=FAINT, linewidth=0.6)
    panel.margins(x=0.08)
    if lines:
        _ends(panel, lines)
    panel.set_xlabel(f"{words['recorded']} (UTC)", loc="left", fontsize=9, color=SOFT)


def _ends(panel: Axes, lines: list[tuple[float, tuple[Change, ...]]]) -> None:
    """The first and the last moment on the axis of the second clock, written out."""
    moments = sorted(change.recorded.astimezone(UTC) for _, history in lines for change in history)
    ends = list(dict.fromkeys((moments[0], moments[-1])))
    panel.set_xticks([_moment(end) for end in ends], [f"{end:%Y-%m-%d}\n{end:%H:%M}" for end in ends])
    shown = panel.get_xticklabels()
    shown[0].set_horizontalalignment("left")
    shown[-1].set_horizontalalignment("right")


def _state_after(change: Change) -> str:
    """The state that a change led to, whatever is said beside it."""
    after: object = change.after
    while isinstance(after, Phrase) and "state" in after.fields:
        after = after.fields["state"]
    return after.code.partition(".")[2] if isinstance(after, Phrase) else str(after)


def _minute(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


def _moment(moment: datetime) -> float:
    """A moment as matplotlib counts it: days since 1970, in UTC."""
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(days=1)


def _draw_groups(
    ax: Axes, ledger: Holdings, groups: list[list[Claim]], words: Words
) -> list[tuple[float, Claim]]:
    """Draw the claims under their questions; at which height each stands."""
    lines: list[tuple[float, Claim]] = []
    y = 0.0
    several = len({claims[0].event.id for claims in groups}) > 1
    for claims in groups:
        asked = question(claims[0].question, words)
        if several:
            asked = f"{event_name(ledger.log, claims[0].event)}{words['colon']}{asked}"
        title = plain(asked, 110)
        ax.annotate(
            title,
            (0, y),
            xycoords=("axes fraction", "data"),
            fontsize=9.5,
            fontweight="bold",
            color=INK,
            va="center",
        )
        ax.axhline(y - 0.45, color=FAINT, linewidth=0.8, zorder=0)
        y -= 1.2
        for claim in claims:
            _draw_claim(ax, ledger, claim, y, words)
            lines.append((y, claim))
            y -= 1
    return lines


def _draw_claim(ax: Axes, ledger: Holdings, claim: Claim, y: float, words: Words) -> None:
    status = ledger.statuses.of(claim)
    colour, marker = STATES[status.state.value]
    text = f"{claim.source.name}{words['colon']}{answer(claim, words)}"
    said = f"{plain(text, 60)} · {words[status.state.value]}"
    if claim.stated is None:
        _draw_undated(ax, y, f"{words['undated']} · {said}", colour, marker)
        return
    start, end = claim.stated.start, claim.stated.end
    last = end
    if end > start:
        ax.plot(
            [_x(start), _x(end)],
            [y, y],
            color=colour,
            linewidth=7,
            alpha=0.25,
            solid_capstyle="butt",
            zorder=1,
        )
    move = _move(ledger, claim)
    if move is not None and move.day > end:
        ax.plot([_x(end), _x(move.day)], [y, y], color=colour, linewidth=1.2, linestyle=(0, (2, 2)), zorder=2)
        ax.plot([_x(move.day)], [y], marker=marker, color=colour, markersize=SIZES.get(marker, 8), zorder=4)
        last = move.day
        ax.plot([_x(start)], [y], marker="o", color=colour, markersize=6, zorder=3, fillstyle="none")
    else:
        ax.plot([_x(start)], [y], marker=marker, color=colour, markersize=SIZES.get(marker, 8), zorder=4)
    ax.annotate(
        said, (_x(last), y), xytext=(8, 0), textcoords="offset points",
        fontsize=8.5, va="center", color=INK, annotation_clip=False, zorder=3,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )  # fmt: skip


def _draw_undated(ax: Axes, y: float, said: str, colour: str, marker: str) -> None:
    """A claim of no known day: its mark is hollow, and stands before the days begin."""
    ax.plot([0.008], [y], transform=ax.get_yaxis_transform(), marker=marker, color=colour,
            markersize=SIZES.get(marker, 8), fillstyle="none", zorder=4)  # fmt: skip
    ax.annotate(
        said, (0.008, y), xycoords=("axes fraction", "data"), xytext=(8, 0), textcoords="offset points",
        fontsize=8.5, va="center", color=SOFT, style="italic", zorder=3,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )  # fmt: skip


def _x(day: date) -> float:
    """A day as matplotlib counts them: days since 1970."""
    return float((day - _FIRST).days)


def _move(ledger: Holdings, claim: Claim) -> _Move | None:
    """The last day on which something moved the claim, on the clock of those who spoke."""
    status = ledger.statuses.of(claim)
    days: list[When | None] = [one.decided for one in status.assessments]
    days += [one.stated for one in ledger.log.retractions(claim)]
    for later in (status.superseded_by, status.overtaken_by):
        days.append(None if later is None else later.stated)
    known = [day.end for day in days if day is not None]
    return _Move(max(known), status.state.value) if known else None


def _date_axis(ax: Axes, dated: list[Claim]) -> None:
    if not dated:
        ax.set_xticks([])
        return
    low, high = ax.get_xlim()
    span = max(high - low, 2.0)
    ax.set_xlim(low - 0.03 * span, high + 0.55 * span)  # room for the words on the right
    days_axis(ax)


def _title(ledger: Holdings, claims: list[Claim], words: Words) -> str:
    events = {claim.event.id: claim.event for claim in claims}
    if len(events) == 1:
        return event_name(ledger.log, next(iter(events.values())))
    return counted(words, "count_events", len(events))

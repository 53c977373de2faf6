"""The days: when each claim was stated, and when its status moved."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import attrs

from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.events import Event
from claimtrack.plots.canvas import FAINT, INK, SIZES, STATES, bare, paper, plain, titled
from claimtrack.status import Holdings
from claimtrack.tables.claims import claim_order
from claimtrack.tables.labels import Language, labels
from claimtrack.tables.phrases import Words, answer, question

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
    """Draw when each claim was stated, question by question, and on which later day its status moved.

    A claim is a mark on the day it was stated, a bar where only a month or year is known. A line leads to
    the day of the verdict, retraction or later claim that moved it. Below the axis stands when all of it
    was recorded: the second clock. Undated claims are counted below the title.

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
    claims = ledger.log.claims if where is None else ledger.log.on_event(where)
    dated = [claim for claim in sorted(claims, key=claim_order) if claim.stated is not None]
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in dated:
        groups.setdefault((claim.event.id, claim.question.id), []).append(claim)
    rows = len(dated) + 1.2 * len(groups)
    ax = paper(ax, 10, 1.6 + _ROW * max(rows, 2), "plot_timeline")
    _draw_groups(ax, ledger, list(groups.values()), words)
    bare(ax)
    ax.set_ylim(-rows - 0.2, 0.6)
    ax.set_yticks([])
    ax.grid(axis="x", color=FAINT, linewidth=0.6)
    ax.margins(x=0.08)
    _date_axis(ax, dated)
    undated = len(claims) - len(dated)
    notes = [_recorded(ledger, words)]
    if undated:
        notes.insert(0, f"{undated} {words['undated']}")
    titled(ax, _title(dated, words), " · ".join(note for note in notes if note))
    return ax


def _draw_groups(ax: Axes, ledger: Holdings, groups: list[list[Claim]], words: Words) -> None:
    y = 0.0
    for claims in groups:
        title = plain(question(claims[0].question, words), 90)
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
            y -= 1


def _draw_claim(ax: Axes, ledger: Holdings, claim: Claim, y: float, words: Words) -> None:
    if claim.stated is None:
        return
    status = ledger.statuses.of(claim)
    colour, marker = STATES[status.state.value]
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
    text = f"{claim.source.name}: {answer(claim, words)}"
    state = words[status.state.value]
    ax.annotate(
        f"{plain(text, 60)} · {state}", (_x(last), y), xytext=(8, 0), textcoords="offset points",
        fontsize=8.5, va="center", color=INK, annotation_clip=False, zorder=3,
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
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    if not dated:
        ax.set_xticks([])
        return
    locator = AutoDateLocator(minticks=3, maxticks=8)  # type: ignore[no-untyped-call]
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]
    low, high = ax.get_xlim()
    span = max(high - low, 2.0)
    ax.set_xlim(low - 0.03 * span, high + 0.55 * span)  # room for the words on the right


def _recorded(ledger: Holdings, words: Words) -> str:
    moments = [entry.recorded.date() for entry in ledger.log.entries()]
    if not moments:
        return ""
    first, last = min(moments), max(moments)
    shown = (
        first.isoformat() if last - first < timedelta(days=1) else f"{first.isoformat()} – {last.isoformat()}"
    )
    return f"{words['recorded']} {shown}"


def _title(dated: list[Claim], words: Words) -> str:
    events = {claim.event.id: claim.event for claim in dated}
    if len(events) == 1:
        return str(next(iter(events.values())))
    return f"{len(events)} {words['events']}"

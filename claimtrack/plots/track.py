"""Track records: by how much sources over- or understate, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimtrack.learning.records import TrackRecord
from claimtrack.plots.canvas import CYCLE, FAINT, INK, SOFT, bare, paper, plain, titled
from claimtrack.tables.labels import Language, labels
from claimtrack.tables.phrases import Words, told
from claimtrack.telling import phrase, term

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROW = 0.36  # inches


def plot_track_records(
    records: Iterable[TrackRecord], *, ax: Axes | None = None, lang: Language = "en"
) -> Axes:
    """Draw by which factor each source over- or understates, with its 90 per cent interval.

    A filled mark is mostly the source's own record, an open one mostly the habit of its kind. Records
    without a factor (nothing is declared about whose losses they count) stand last, as unknown.

    Args:
        records: The `track_records` of a fitted policy.
        ax: Axes to draw on; by default new ones.
        lang: The language of labels.

    Raises:
        MissingExtra: If matplotlib is not installed: `pip install 'claimtrack[plots]'`.
    """
    words = labels(lang)
    ordered = sorted(records, key=lambda one: (one.factor is None, -(one.factor or 0), one.name, one.source))
    ax = paper(ax, 9, 1.5 + _ROW * max(len(ordered), 2), "plot_track_records")
    for place, record in enumerate(ordered):
        _draw(ax, record, -place, words)
    ax.axvline(1, color=INK, linewidth=1, zorder=0.5)
    bare(ax)
    _scale(ax, ordered, words)
    ax.set_ylim(-len(ordered) + 0.4, 0.6)
    ax.set_yticks([-place for place in range(len(ordered))], [_label(one, words) for one in ordered])
    ax.grid(axis="x", color=FAINT, linewidth=0.6)
    titled(ax, words["track_record"], words["factor_note"])
    ax.set_xlabel(words["factor_marks"], loc="left", fontsize=8, color=SOFT)
    return ax


def _draw(ax: Axes, record: TrackRecord, y: int, words: Words) -> None:
    if record.factor is None or record.low is None or record.high is None:
        _say(ax, words["unknown"], y)
        return
    colour = CYCLE[1] if record.factor > 1 else CYCLE[0]
    own = (record.learned or 0) >= 0.5
    ax.plot([record.low, record.high], [y, y], color=colour, linewidth=2, solid_capstyle="butt", zorder=2)
    ax.plot(
        [record.factor], [y], marker="o", color=colour, markersize=8, zorder=3,
        markerfacecolor=colour if own else "white",
    )  # fmt: skip
    _say(ax, told(phrase("record.times", factor=record.factor), words), y)


def _say(ax: Axes, text: str, y: int) -> None:
    ax.annotate(
        text, (1, y), xycoords=("axes fraction", "data"), xytext=(6, 0), textcoords="offset points",
        fontsize=8.5, va="center", color=SOFT, annotation_clip=False,
    )  # fmt: skip


def _scale(ax: Axes, records: list[TrackRecord], words: Words) -> None:
    """A scale on which half and double are equally far from 1."""
    ends = [end for one in records for end in (one.low, one.high) if end is not None]
    reach = max((max(end, 1 / end) for end in ends if end > 0), default=2.0) * 1.15
    ax.set_xscale("log", base=2)
    ax.set_xlim(1 / reach, reach)
    ax.xaxis.set_major_formatter(lambda value, _: f"×{value:g}".replace(".", words["decimal"]))
    ax.xaxis.set_minor_formatter(lambda *_: "")


def _label(record: TrackRecord, words: Words) -> str:
    bearing = record.bearing
    how = phrase("record.no_bearing") if bearing is None else term("bearing", bearing.value)
    return f"{plain(record.name, 40)} · {told(how, words)} ({record.events})"

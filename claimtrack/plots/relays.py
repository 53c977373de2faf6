"""Who relays whom: from those who said it, through those who carried it, to the claims as they were read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.plots.canvas import ASIDE, CYCLE, INK, SOFT, bare, paper, plain, titled
from claimtrack.questions import Question
from claimtrack.reconcile import reconcile
from claimtrack.status import Holdings
from claimtrack.tables.labels import Language, labels
from claimtrack.tables.phrases import Words, answer, carrier_name, speaker
from claimtrack.tables.phrases import question as question_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROW = 0.46  # inches


@attrs.frozen
class _Row:
    """One claim, the voice it belongs to, and where it is drawn."""

    claim: Claim
    voice: int | None
    role: str
    y: float


def plot_origins(
    ledger: Holdings,
    question: Question | str,
    event: Event | str | None = None,
    *,
    ax: Axes | None = None,
    lang: Language = "en",
) -> Axes:
    """Draw who relays whom: sources on the left, carriers in between, the claims on the right.

    Each voice has a colour and a number. A claim that only repeats others is grey, and a dashed line leads to
    what it rests on.

    Args:
        ledger: The ledger.
        question: The question, or its id.
        event: The event, or its id, where the question is asked of several.
        ax: Axes to draw on; by default new ones.
        lang: The language of labels.

    Raises:
        MissingExtra: If matplotlib is not installed: `pip install 'claimtrack[plots]'`.
    """
    words = labels(lang)
    result = reconcile(ledger, question, event)
    voices = {claim.id: place for place, voice in enumerate(result.voices) for claim in voice.claims}
    entries = sorted(result.account, key=lambda entry: voices.get(entry.claim.id, len(voices)))
    rows = [
        _Row(entry.claim, voices.get(entry.claim.id), entry.role.value, -float(place))
        for place, entry in enumerate(entries)
    ]
    depth = max((len(row.claim.via) for row in rows), default=0)
    ax = paper(ax, 11, 1.5 + _ROW * max(len(rows), 2), "plot_origins")
    ax.set_xlim(-0.1, depth + 1.75)
    ax.set_ylim(-len(rows) + 0.3, 0.9)
    _draw_chains(ax, ledger, rows, depth, words)
    _draw_bases(ax, rows, depth)
    bare(ax)
    ax.spines["bottom"].set_visible(False)
    ax.set_xticks([])
    ax.set_yticks([])
    independent = result.independent
    count = f"{len(result.voices)} {words['voices']}"
    known = f"{words['foot_independence']}" if independent.low != independent.high else ""
    note = f"{count} ({words['origins_note']}). {known}".strip()
    titled(ax, f"{question_text(result.question, words)}, {result.event}", note)
    return ax


def _draw_chains(ax: Axes, ledger: Holdings, rows: Sequence[_Row], depth: int, words: Words) -> None:
    """A line from each source through its carriers to the claim; a name stands once for neighbours."""
    places = _places(rows)
    carried = {row.claim.source.id for row in rows if row.claim.via}
    for row in rows:
        colour = _colour(row)
        stops = [places[stop] for stop in _stops(row)] + [(depth + 1.0, row.y)]
        for (x, y), (to_x, to_y) in pairwise(stops):
            _curve(ax, (x + (0.02 if x == 0 else 0), y), (to_x, to_y), colour)
        text = f"{answer(row.claim, words)} · {words[row.role]}"
        size = 7 if row.voice is None else 13
        ax.plot([depth + 1.0], [row.y], marker="o", color=colour, markersize=size, zorder=4)
        if row.voice is not None:
            ax.annotate(str(row.voice + 1), (depth + 1.0, row.y), fontsize=8, fontweight="bold",
                        ha="center", va="center_baseline", zorder=5, color=_on(colour))  # fmt: skip
        ax.annotate(plain(text, 46), (depth + 1.0, row.y), xytext=(11, 0), textcoords="offset points",
                    fontsize=9, va="center", color=INK if row.voice is not None else SOFT)  # fmt: skip
    for (level, identity, _), (x, y) in places.items():
        source = ledger.log.source(identity)
        name = carrier_name(ledger.log, identity)
        if level == 0 and source is not None and identity not in carried:
            name = speaker(ledger.log, source, words)  # else the carrier that knows it is drawn
        ax.plot([x], [y], marker="s" if level else "D", color=INK, markersize=5, zorder=4)
        ax.annotate(
            plain(name, 38), (x, y), xytext=(0, 6), textcoords="offset points", fontsize=8.5, zorder=5,
            ha="left" if level == 0 else "center", va="bottom", color=INK,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.85},
        )  # fmt: skip


_Stop = tuple[int, str, int]


def _stops(row: _Row) -> list[_Stop]:
    """The source and the carriers of a claim, each at its level; voices do not share a mark."""
    group = -1 if row.voice is None else row.voice
    identities = [row.claim.source.id, *row.claim.via]
    return [(level, identity, group) for level, identity in enumerate(identities)]


def _places(rows: Sequence[_Row]) -> dict[_Stop, tuple[float, float]]:
    """Where each source and carrier stands: level by level, at the middle of its claims."""
    held: dict[_Stop, list[float]] = {}
    for row in rows:
        for stop in _stops(row):
            held.setdefault(stop, []).append(row.y)
    return {stop: (float(stop[0]), sum(ys) / len(ys)) for stop, ys in held.items()}


def _draw_bases(ax: Axes, rows: Sequence[_Row], depth: int) -> None:
    by_id = {row.claim.id: row for row in rows}
    for row in rows:
        for identity in row.claim.based_on:
            base = by_id.get(identity)
            if base is not None:
                ax.annotate(
                    "", (depth + 1.0, base.y), xytext=(depth + 1.0, row.y), zorder=2,
                    arrowprops={
                        "arrowstyle": "->", "linestyle": "--", "color": SOFT, "linewidth": 1,
                        "connectionstyle": "arc3,rad=-0.35", "shrinkA": 5, "shrinkB": 5,
                    },
                )  # fmt: skip


def _curve(ax: Axes, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    (x, y), (to_x, to_y) = start, end
    middle = (x + to_x) / 2
    path = Path(
        [(x, y), (middle, y), (middle, to_y), (to_x, to_y)],
        [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
    )
    ax.add_patch(PathPatch(path, facecolor="none", edgecolor=colour, linewidth=1.8, zorder=1.5))


def _on(colour: str) -> str:
    """The ink that can be read on a colour."""
    return INK if colour in {"#56B4E9", "#E69F00", "#CC79A7"} else "white"


def _colour(row: _Row) -> str:
    return ASIDE if row.voice is None else CYCLE[row.voice % len(CYCLE)]

"""The forest plot: what every claim on a question says, and what a policy makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from claimtrack.claims import Claim
from claimtrack.errors import InvalidField
from claimtrack.events import Event
from claimtrack.figures import Figure, FigureKind
from claimtrack.plots.canvas import ASIDE, BAND, FAINT, INK, SIZES, SOFT, STATES, bare, paper, plain, titled
from claimtrack.questions import Measure
from claimtrack.reconcile import DEFAULT, AccountEntry, FigureReconciliation, Policy, reconcile
from claimtrack.status import Holdings
from claimtrack.tables.labels import Language, labels
from claimtrack.tables.phrases import Words, answer, date, interval, number, question, spoken

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROW = 0.42  # inches
_HEARD = frozenset({"kept", "subsumed"})


@attrs.frozen
class _Line:
    """One claim and where it is drawn."""

    entry: AccountEntry
    voice: int | None
    y: float


def plot_figures(
    ledger: Holdings,
    question: Measure | str,
    event: Event | str | None = None,
    *,
    policy: Policy | str = DEFAULT,
    ax: Axes | None = None,
    lang: Language = "en",
) -> Axes:
    """Draw what every claim on a question says: thin its bounds, thick its reading, a mark its stated number.

    Claims of one origin stand together behind one bracket. One-sided figures end in an arrow, vague ones are
    hatched, the band runs from low to high, the line is best. ▲ marks a source that gains by a high figure,
    ▼ by a low one, ◆ an admission.

    Args:
        ledger: The ledger.
        question: The measure, or its id.
        event: The event, or its id, where the question is asked of several.
        policy: The policy that gives low, best and high.
        ax: Axes to draw on; by default new ones.
        lang: The language of labels.

    Raises:
        MissingExtra: If matplotlib is not installed: `pip install 'claimtrack[plots]'`.
        InvalidField: If the question does not ask for a number.
    """
    words = labels(lang)
    result = reconcile(ledger, question, event, policy=policy)
    if not isinstance(result, FigureReconciliation):
        raise InvalidField("plot_figures", "question", question, "a measure: how many")
    lines = _lines(result)
    ax = paper(ax, 10, 1.5 + _ROW * (len(lines) + 1), "plot_figures")
    right = _right_end(result)
    _draw_band(ax, result, right, words)
    for line in lines:
        _draw_claim(ax, ledger, line, right, words)
    _draw_brackets(ax, lines)
    _part_what_is_not_heard(ax, lines)
    bare(ax)
    ax.set_xlim(0, right)
    ax.set_ylim(lines[-1].y - 0.7 if lines else -1, 0.9)
    ax.set_yticks([line.y for line in lines], [_label(ledger, line, words) for line in lines])
    ax.grid(axis="x", color=FAINT, linewidth=0.6)
    ax.xaxis.set_major_formatter(lambda value, _: number(int(value), words))
    ax.set_xlabel(words["forest_note"], loc="left", fontsize=8, color=SOFT)
    titled(ax, f"{_question(result, words)}, {result.event}", _under(result, words))
    return ax


def _lines(result: FigureReconciliation) -> list[_Line]:
    """The claims from the top down: voice by voice, then what is not heard."""
    entries = {entry.claim.id: entry for entry in result.account}
    lines: list[_Line] = []
    y = 0.0
    for place, voice in enumerate(result.voices):
        for claim in voice.claims:
            if claim.id in entries:
                lines.append(_Line(entries.pop(claim.id), place, y))
                y -= 1
        y -= 0.25
    y -= 0.25 if lines and entries else 0
    for entry in entries.values():
        lines.append(_Line(entry, None, y))
        y -= 1
    return lines


def _right_end(result: FigureReconciliation) -> float:
    """How far the axis goes: past every number that was stated, not as far as vague words could mean."""
    numbers = [result.low, result.best, result.high, 1]
    for entry in result.account:
        figure = entry.claim.figure
        if figure is not None:
            numbers += [*figure.stated_ends, figure.reading[0]]
    return 1.3 * max(n for n in numbers if n is not None)


def _draw_band(ax: Axes, result: FigureReconciliation, right: float, words: Words) -> None:
    low, best, high = result.low, result.best, result.high
    if low is not None or high is not None:
        ax.axvspan(low or 0, right if high is None else high, color=BAND, zorder=0)
        for end in (low, high):
            if end is not None:
                ax.axvline(end, color="#9db8d2", linewidth=1, zorder=0.5)
    if best is not None:
        ax.axvline(best, color=INK, linewidth=1.4, zorder=0.6)
        ax.annotate(
            f"{words['best']} {number(best, words)}", (best, 0.9), xytext=(3, -2), textcoords="offset points",
            ha="left", va="top", fontsize=8, color=INK,
        )  # fmt: skip


def _draw_claim(ax: Axes, ledger: Holdings, line: _Line, right: float, words: Words) -> None:
    claim = line.entry.claim
    status = ledger.statuses.of(claim)
    colour, marker = STATES[status.state.value]
    if line.entry.role.value not in _HEARD:
        colour = ASIDE
    figure = claim.figure
    if figure is None or not figure.numeric:
        text = answer(claim, words)
        ax.text(right * 0.008, line.y, text, fontsize=8.5, color=SOFT, va="center", style="italic")
    else:
        _draw_interval(ax, figure.bounds, line.y, right, colour)
        _draw_reading(ax, figure, line.y, right, colour)
        stated = figure.stated_ends if None not in figure.stated_ends else ()
        for n in sorted({end for end in stated if end is not None}):
            ax.plot([n], [line.y], marker=marker, color=colour, markersize=SIZES.get(marker, 7), zorder=4)
    state = f"{words[status.state.value]} · {words[line.entry.role.value]}"
    ax.annotate(
        state, (1, line.y), xycoords=("axes fraction", "data"), xytext=(6, 0), textcoords="offset points",
        fontsize=8, color=colour, va="center", annotation_clip=False,
    )  # fmt: skip


def _draw_reading(ax: Axes, figure: Figure, y: float, right: float, colour: str) -> None:
    low, high = figure.reading
    start, end = low or 0, right if high is None else min(high, right)
    vague = figure.kind in {FigureKind.vague, FigureKind.unquantified}
    fill, alpha, hatch = ("white", 0.9, "////") if vague else (colour, 0.45, None)
    ax.barh(
        y, end - start, left=start, height=0.3, color=fill, alpha=alpha, edgecolor=colour, linewidth=0.8,
        hatch=hatch, zorder=2,
    )  # fmt: skip
    if high is None or high > right:
        _arrow(ax, right, y, colour)


def _draw_interval(
    ax: Axes, ends: tuple[int | None, int | None], y: float, right: float, colour: str
) -> None:
    low, high = ends
    stop = right if high is None else min(high, right)
    ax.plot(
        [low or 0, stop],
        [y, y],
        color=colour,
        linewidth=1.2,
        zorder=1.5,
        solid_capstyle="butt",
    )
    if high is None or high > right:
        _arrow(ax, right, y, colour)


def _arrow(ax: Axes, right: float, y: float, colour: str) -> None:
    ax.plot([right * 0.994], [y], marker=">", color=colour, markersize=6, zorder=5, clip_on=False)


def _draw_brackets(ax: Axes, lines: Sequence[_Line]) -> None:
    """A bracket before the claims of one origin: one voice, however many renderings."""
    voices: dict[int, list[float]] = {}
    for line in lines:
        if line.voice is not None:
            voices.setdefault(line.voice, []).append(line.y)
    for ys in voices.values():
        if len(ys) > 1:
            ax.plot(
                [-0.006, -0.006], [min(ys) - 0.3, max(ys) + 0.3], transform=ax.get_yaxis_transform(),
                color=INK, linewidth=2, clip_on=False,
            )  # fmt: skip


def _part_what_is_not_heard(ax: Axes, lines: Sequence[_Line]) -> None:
    """A line between the voices and what is not heard."""
    heard = [line.y for line in lines if line.voice is not None]
    others = [line.y for line in lines if line.voice is None]
    if heard and others:
        ax.axhline((min(heard) + max(others)) / 2, color=FAINT, linewidth=0.8, zorder=0)


def _label(ledger: Holdings, line: _Line, words: Words) -> str:
    claim = line.entry.claim
    who = plain(spoken(ledger.log, claim, words), 56)
    interest = _interest(ledger, claim)
    said = "" if claim.words is None else plain(words["quoted"].replace("{words}", claim.words), 42)
    when = date(claim.stated, words)
    return f"{interest}{who}\n{said}  {when}".rstrip() if said else f"{interest}{who}\n{when}"


def _interest(ledger: Holdings, claim: Claim) -> str:
    interest = ledger.statuses.of(claim).interest
    if interest.admission:
        return "◆ "
    return {"overstates": "▲ ", "understates": "▼ "}.get(interest.kind.value, "")


def _question(result: FigureReconciliation, words: Words) -> str:
    return question(result.question, words)


def _under(result: FigureReconciliation, words: Words) -> str:
    best = words["no_best"] if result.best is None else number(result.best, words)
    ends = interval((result.low, result.high), words)
    policy = f"{result.policy} {result.policy_version}".strip()
    return f"{ends} · {words['best']} {best} · {words['policy']} {policy}"

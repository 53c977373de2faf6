"""What all pictures share: the paper, the ink, and the marks for each status."""

from __future__ import annotations

from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from claimtrack.errors import MissingExtra
from claimtrack.tables.layout import visible

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK = "#1b1f24"
SOFT = "#5c6670"
FAINT = "#d5dbe0"
BAND = "#e4eef7"

# Source: Okabe and Ito, Color Universal Design (2008): told apart under every common colour blindness.
CYCLE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")

STATES: dict[str, tuple[str, str]] = {
    "confirmed": ("#009E73", "*"),
    "corroborated": ("#009E73", "P"),
    "contested": ("#D55E00", "X"),
    "unverified": ("#0072B2", "o"),
    "unverifiable": ("#CC79A7", "d"),
    "misreported": ("#CC79A7", "v"),
    "refuted": ("#000000", "v"),
    "overtaken": ("#8a949e", "<"),
    "superseded": ("#8a949e", "s"),
    "retracted": ("#8a949e", "x"),
}
"""For each status the colour and the marker; the markers alone tell them apart."""


SIZES = {"*": 12, "P": 9, "X": 9, "x": 9}
"""Markers that need to be drawn larger to look as large as the others, in points."""


def paper(ax: Axes | None, width: float, height: float, part: str) -> Axes:
    """The axes that were given, or new ones on a figure of their own, in inches.

    Raises:
        MissingExtra: If matplotlib is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtra("plots", part) from None
    if ax is not None:
        return ax
    figure = Figure(figsize=(width, height), dpi=100, layout="constrained", facecolor="white")
    return figure.add_subplot()


def bare(ax: Axes) -> None:
    """Take away what carries no meaning."""
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    ax.spines["bottom"].set_color(SOFT)
    ax.tick_params(axis="both", colors=INK, length=3, labelsize=9)
    ax.tick_params(axis="y", length=0)
    ax.set_axisbelow(True)


def titled(ax: Axes, title: str, under: str = "") -> None:
    """A title that stands left, and a line below it."""
    lines = "\n".join(wrap(plain(title), 78))
    ax.set_title(lines, loc="left", fontsize=12, fontweight="bold", color=INK, pad=22 if under else 8)
    if under:
        ax.text(
            0, 1, plain(under), transform=ax.transAxes, ha="left", va="bottom", fontsize=9, color=SOFT,
            clip_on=False,
        )  # fmt: skip


def plain(text: str, longest: int = 0) -> str:
    """A text that matplotlib draws as it stands: "$" starts no formula; shortened where it is too long."""
    shown = visible(text).replace("$", r"\$")
    return shorten(shown, longest, placeholder=" …") if longest and len(shown) > longest else shown

"""What all pictures share: the paper, the ink, and the marks for each status."""

from __future__ import annotations

from datetime import UTC
from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from claimtrack.errors import InvalidField, MissingExtra
from claimtrack.tables.layout import visible

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK = "#1b1f24"
SOFT = "#5c6670"
FAINT = "#d5dbe0"
BAND = "#e4eef7"
ASIDE = "#7c868f"
"""What is shown and does not count; dark enough to be read as words on white."""

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
    "overtaken": ("#6f7a84", "<"),
    "superseded": ("#6f7a84", "s"),
    "retracted": ("#6f7a84", "x"),
}
"""For each status the colour and the marker; the markers alone tell them apart."""


TALLEST = 400
"""Inches: about a thousand rows, and less than what matplotlib can save at 150 dots an inch."""

SIZES = {"*": 12, "P": 9, "X": 9, "x": 9}
"""Markers that need to be drawn larger to look as large as the others, in points."""


def paper(ax: Axes | None, width: float, height: float, part: str) -> Axes:
    """The axes that were given, or new ones on a figure of their own, in inches.

    Raises:
        MissingExtra: If matplotlib is not installed.
        InvalidField: If there are more rows than one picture can hold.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtra("plots", part) from None
    if ax is not None:
        return ax
    if height > TALLEST:
        raise InvalidField(part, "ledger", f"{height:,.0f} inches of rows", f"at most {TALLEST} inches",
                           "draw one event or one question at a time, or give ax=")  # fmt: skip
    figure = Figure(figsize=(width, height), dpi=100, layout="constrained", facecolor="white")
    return figure.add_subplot()


def days_axis(ax: Axes, *, most: int = 6) -> None:
    """Days along the bottom, written as ISO dates in every language; hours where all lies within few days."""
    from matplotlib.dates import AutoDateLocator, DateFormatter

    low, high = ax.get_xlim()
    written = "%Y-%m-%d" if high - low > most / 2 else "%m-%d %H:%M"
    locator = AutoDateLocator(minticks=2, maxticks=most, interval_multiples=False)  # type: ignore[no-untyped-call]
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(DateFormatter(written, tz=UTC))  # type: ignore[no-untyped-call]


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
    lines = "\n".join(wrap(plain(title[:1].upper() + title[1:]), 78))
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

"""Printing: text for people, JSON for programs, colour only where a terminal shows it."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from importlib.util import find_spec

from claimtrack.tables.grid import WIDTH
from claimtrack.tables.labels import LABELS

NARROW = 72
"""Below so many columns of a terminal, tables are stacked."""

_STYLES = {
    "retracted": "dim strike",
    "superseded": "dim",
    "overtaken": "dim",
    "confirmed": "bold green",
    "refuted": "bold red",
    "unverifiable": "magenta",
    "misreported": "magenta",
    "contested": "bold yellow",
    "corroborated": "green",
}


GLYPHS = {
    "confirmed": "✓",
    "corroborated": "✚",
    "contested": "≠",
    "unverified": "○",
    "unverifiable": "◇",
    "misreported": "⚑",
    "refuted": "✗",
    "overtaken": "◁",
    "superseded": "»",
    "retracted": "⊘",
}
_GUTTER = 2
"""Characters left of a table in which the glyphs stand, so that no column moves."""


def width_of(given: argparse.Namespace) -> int:
    """How wide to print: as asked, else as the terminal is, else 100."""
    if given.width:
        return max(20, int(given.width))
    if not sys.stdout.isatty():
        return WIDTH
    wide = min(shutil.get_terminal_size((WIDTH, 24)).columns, 160)
    return max(20, wide - _GUTTER if _with_glyphs(given) else wide)


def form_of(given: argparse.Namespace) -> str:
    """The format to print in: as asked; stacked where the terminal is narrow."""
    if given.format:
        return str(given.format)
    return "stacked" if width_of(given) < NARROW else "simple"


def put(given: argparse.Namespace, text: str) -> None:
    """Print a text; statuses are coloured where the terminal shows colour."""
    if _coloured(given):
        try:
            _put_coloured(given, text)
        except ImportError:
            pass
        else:
            return
    write(text)


def write(text: str) -> None:
    """Print a text as it is, with a line end."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    shown = text.encode(encoding, "backslashreplace").decode(encoding)
    sys.stdout.write(shown if shown.endswith("\n") else f"{shown}\n")


def put_json(data: object) -> None:
    """Print plain data as JSON."""
    write(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def note(text: str) -> None:
    """Say something beside the output, on the error stream."""
    sys.stderr.write(f"claimtrack: {text}\n")


def _coloured(given: argparse.Namespace) -> bool:
    if given.colour != "auto":
        return bool(given.colour == "always")
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _put_coloured(given: argparse.Namespace, text: str) -> None:
    from rich.console import Console
    from rich.text import Text

    if _with_glyphs(given):
        text = _marked(given, text)
    coloured = Text(text)
    for state, style in _STYLES.items():
        coloured.highlight_regex(rf"(?m)^(?:. )?{LABELS[given.lang][state]}\b", style)
    console = Console(force_terminal=True, width=10_000, highlight=False, legacy_windows=False)
    console.print(coloured, soft_wrap=True)


def _with_glyphs(given: argparse.Namespace) -> bool:
    """Whether glyphs can stand beside statuses: a terminal that shows colour and UTF-8, and no markup."""
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    seen = sys.stdout.isatty() and encoding == "utf8" and find_spec("rich") is not None
    return seen and _coloured(given) and given.format in {None, "simple", "plain"}


def _marked(given: argparse.Namespace, text: str) -> str:
    """The text with a glyph left of each line that begins with a status; every line moves alike."""
    glyphs = {LABELS[given.lang][state]: glyph for state, glyph in GLYPHS.items()}
    lines = str(text).split("\n")
    marks = [glyphs.get(line.partition("  ")[0].rstrip(), " ") for line in lines]
    if not any(mark.strip() for mark in marks):
        return text
    return "\n".join(f"{mark} {line}".rstrip() for mark, line in zip(marks, lines, strict=True))

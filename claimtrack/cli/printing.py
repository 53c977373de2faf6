"""Printing: text for people, JSON for programs, colour only where a terminal shows it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from importlib.util import find_spec
from types import SimpleNamespace

from claimtrack.tables.grid import WIDTH
from claimtrack.tables.labels import GLYPHS, LABELS

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
_GLYPHED = {None: "terminal", "simple": "terminal", "stacked": "terminal_stacked"}


def width_of(given: SimpleNamespace) -> int:
    """How wide to print: as asked, else as the terminal is, else 100."""
    if given.width:
        return max(20, int(given.width))
    if not sys.stdout.isatty():
        return WIDTH
    return max(20, min(shutil.get_terminal_size((WIDTH, 24)).columns, 160))


def form_of(given: SimpleNamespace, usual: str = "simple") -> str:
    """The format to print in: as asked, with glyphs where a terminal can show them."""
    asked = given.format or (None if usual == "simple" else usual)
    if _with_glyphs(given) and asked in _GLYPHED:
        return _GLYPHED[asked]
    return str(asked or usual)


def put(given: SimpleNamespace, text: str) -> None:
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


def counted(n: int, one: str, many: str) -> str:
    """A number and its noun: "1 loss", "2 losses"."""
    return f"{n:,} {one if n == 1 else many}"


def _coloured(given: SimpleNamespace) -> bool:
    if given.colour != "auto":
        return bool(given.colour == "always")
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _put_coloured(given: SimpleNamespace, text: str) -> None:
    from rich.console import Console
    from rich.text import Text

    coloured = Text(text)
    for state, style in _STYLES.items():
        word, glyph = LABELS[given.lang][state], GLYPHS[state]
        coloured.highlight_regex(rf"(?m)^{word}\b|{glyph}\u00a0{word}\b|(?<= · ){word}$", style)
    console = Console(force_terminal=True, width=10_000, highlight=False, legacy_windows=False)
    console.print(coloured, soft_wrap=True)


def _with_glyphs(given: SimpleNamespace) -> bool:
    """Whether glyphs can stand beside statuses: a terminal that shows colour and UTF-8."""
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    seen = sys.stdout.isatty() and encoding == "utf8" and find_spec("rich") is not None
    return seen and _coloured(given)

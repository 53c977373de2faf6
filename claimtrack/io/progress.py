"""Progress bars for long reads and writes: only in a terminal, only where rich is installed.

The environment variable `CLAIMTRACK_PROGRESS=off` turns all of them off.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager

LONG = 5_000_000
"""From this many bytes on, a bar is shown without being asked for."""

MANY = 50_000
"""From this many rows or entries on, a bar is shown without being asked for."""

Advance = Callable[[int], object]
"""Told how much is done in all."""


@contextmanager
def progress(
    what: str, total: int | None, *, show: bool | None = None, long: int = LONG
) -> Generator[Advance, None, None]:
    """Show how far a read or write has come.

    Args:
        what: What is being done ("reading").
        total: How much there is to do, or `None` where that is not known.
        show: Whether to show a bar; by default for long work, if the error stream is a terminal.
        long: From how much on work is long.
    """
    if not (_wanted(total, long) if show is None else show):
        yield _silent
        return
    try:
        from rich.console import Console
        from rich.progress import Progress
    except ImportError:
        yield _silent
        return
    with Progress(transient=True, console=Console(stderr=True)) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.update(task, completed=done)


def _wanted(total: int | None, long: int) -> bool:
    off = os.environ.get("CLAIMTRACK_PROGRESS", "").lower() in ("0", "no", "off", "false")
    return not off and (total is None or total >= long) and sys.stderr.isatty()


def _silent(_done: int) -> None:
    return None

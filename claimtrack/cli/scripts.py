"""The command that prints a completion script, which click writes."""

from __future__ import annotations

from types import SimpleNamespace

from click.shell_completion import shell_complete

from claimtrack.cli.arguments import command
from claimtrack.cli.completing import VARIABLE


def completion(given: SimpleNamespace) -> int:
    """Print a completion script for a shell."""
    return shell_complete(command(), {}, "claimtrack", VARIABLE, f"{given.shell}_source")

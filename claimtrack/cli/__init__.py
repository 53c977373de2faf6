"""The command line: `claimtrack table`, `reconcile`, `report`, `check` and the rest.

Exit codes: 0 all is well; 1 something was found (`check`, `verify`) or a file has defects; 2 the command
or what it was given is wrong; 130 interrupted; 141 whoever read the output closed it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from claimtrack.errors import MissingExtra

FOUND = 1
WRONG = 2
INTERRUPTED = 130
CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code, and lets no traceback through without --debug."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    debug = "--debug" in arguments
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return CLOSED
    except Exception as error:
        if debug:
            raise
        sys.stderr.write(f"claimtrack: {explained(error)}\n")
        return WRONG


def _run(arguments: list[str]) -> int:
    try:
        import click
    except ModuleNotFoundError:
        raise MissingExtra("cli", "the command") from None

    from claimtrack.cli.arguments import command
    from claimtrack.cli.completing import VARIABLE

    whole = command()
    if asked := os.environ.get(VARIABLE):
        from click.shell_completion import shell_complete

        return shell_complete(whole, {}, "claimtrack", VARIABLE, asked)
    try:
        with whole.make_context("claimtrack", list(arguments) or ["--help"]) as context:
            code = int(whole.invoke(context) or 0)
    except click.exceptions.Exit as end:
        code = end.exit_code if arguments else WRONG
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx is not None else "claimtrack"
        sys.stderr.write(f"claimtrack: {usage(error.format_message())} See `{where} --help`.\n")
        code = WRONG
    sys.stdout.flush()
    return code


def usage(message: str) -> str:
    """What is wrong with what was typed, on one line that ends with a full stop."""
    line = " ".join(message.split()).removesuffix(".")
    return line if line.endswith(("?", "!", ")")) else f"{line}."


def explained(error: BaseException) -> str:
    """An error as one line that says what to do."""
    from claimtrack.errors import ClaimtrackError, InvalidField

    if isinstance(error, InvalidField) and error.record.startswith("claimtrack"):
        return " ".join(str(error).split()).removeprefix(f"{error.record}.")
    if isinstance(error, ClaimtrackError):
        return " ".join(str(error).split())
    if isinstance(error, OSError):
        name = error.filename if error.filename is not None else ""
        return f"{name}: {error.strerror or error}".strip(": ")
    kind = type(error).__name__
    return f"{kind}: {' '.join(str(error).split())}. This is not expected: --debug shows where it happened."


def _drop_output() -> None:
    """Let the interpreter's last flush go nowhere: the reader is gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return  # the output is no file: nothing is left to be flushed


__all__ = ["CLOSED", "FOUND", "INTERRUPTED", "WRONG", "explained", "main"]

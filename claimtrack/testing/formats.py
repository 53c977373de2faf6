"""Formats that ledgers are written to and read from."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimtrack.answers import Answer
from claimtrack.errors import BrokenLaw, Problem
from claimtrack.figures import Figure
from claimtrack.io.jsonl import dump, load
from claimtrack.io.losses import Losses
from claimtrack.laws import need, shown
from claimtrack.ledger import Ledger
from claimtrack.log import Entry
from claimtrack.testing.trying import hold

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

LAW_BACK: Final = "what is written without a loss comes back as it was."
LAW_AGAIN: Final = "what came back is written in the same bytes."
LAW_CLEAN: Final = "what is written without a loss is read without a problem."
LAW_TOLD: Final = "a write says what it lost: what, how many, and why."
LAW_MISSING: Final = "a claim that does not come back is told, as a loss or as a problem."
LAW_INVENTED: Final = "nothing comes back that was not written."

Write = Callable[[Ledger, Path], Losses | None]
Read = Callable[[Path], Ledger | tuple[Ledger, tuple[Problem, ...]]]


def assert_round_trip(
    ledger: Ledger, *, write: Write = dump, read: Read = load, suffix: str = ".jsonl"
) -> None:
    """Check that a ledger survives being written and read, or that its losses are told.

    Args:
        ledger: The ledger.
        write: Writes it to a path, and returns what was lost, if anything was; by default to JSONL.
        read: Reads the path: the ledger, or the ledger and the problems that were found.
        suffix: How the name of the file ends.

    Raises:
        BrokenLaw: If something is lost that the losses do not name, changed, or invented.

    Example:
        >>> from claimtrack.claims import Claim
        >>> from claimtrack.events import Event
        >>> from claimtrack.questions import killed
        >>> from claimtrack.sources import Source
        >>> ledger = Ledger()
        >>> _ = ledger.record(Claim(Event("Attack"), Source("AFP"), killed(), "at least 20"))
        >>> assert_round_trip(ledger)
    """
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder, f"first{suffix}"), Path(folder, f"second{suffix}")
        losses = write(ledger, first)
        given = read(first)
        again, problems = given if isinstance(given, tuple) else (given, ())
        told = "\n".join(f"  {problem}" for problem in problems[:3])
        need(LAW_CLEAN, bool(losses) or not problems, told, ledger.log)
        for loss in losses or ():
            named = bool(loss.what.strip() and loss.because.strip()) and loss.count > 0
            need(LAW_TOLD, named, repr(loss), ledger.log)
        if losses:
            _check_lossy(ledger, again, sum(loss.count for loss in losses) + len(problems))
            return
        _check_entries(ledger, again)
        write(again, second)
        need(LAW_AGAIN, first.read_bytes() == second.read_bytes(), "The bytes differ.", ledger.log)


def check_format(
    write: Write, read: Read, *, suffix: str, drawn: SearchStrategy[Ledger] | None = None, examples: int = 100
) -> None:
    """Hold a format against the laws of writing and reading, on generated ledgers.

    Args:
        write: Writes a ledger to a path, and returns what was lost, if anything was.
        read: Reads the path: the ledger, or the ledger and the problems that were found.
        suffix: How the name of a file ends.
        drawn: The ledgers; by default `claimtrack.strategies.ledgers()`.
        examples: How many ledgers are tried.

    Raises:
        BrokenLaw: If a law does not hold: it names the law and the smallest ledger found.
        MissingExtra: If Hypothesis is not installed.

    Example:
        >>> from claimtrack.io.jsonl import dump, load
        >>> check_format(dump, load, suffix=".jsonl", examples=5)
    """
    check = partial(assert_round_trip, write=write, read=read, suffix=suffix)
    hold(
        check,
        _ledgers if drawn is None else lambda: drawn,
        examples=examples,
        part="claimtrack.testing.check_format",
    )


def _ledgers() -> SearchStrategy[Ledger]:
    from claimtrack.strategies import ledgers

    return ledgers()


def _check_entries(ledger: Ledger, again: Ledger) -> None:
    for was, now in zip_longest(ledger.entries(), again.entries()):
        if was != now:
            raise BrokenLaw(LAW_BACK, f"Written: {_entry(was)}\nCame back: {_entry(now)}", shown(ledger.log))
    for claim in ledger.log.claims:
        same = again.status(claim).state is ledger.status(claim).state
        need(LAW_BACK, same, f"The state of {claim} differs.", ledger.log)


def _check_lossy(ledger: Ledger, again: Ledger, told: int) -> None:
    """Whatever of claims came back was there, and what did not is told."""
    written, back = ledger.log.claims, again.log.claims
    said = {_said(claim.answer) for claim in written}
    became = f"{len(written)} claims became {len(back)}; {told} losses and problems are told."
    need(LAW_INVENTED, len(back) <= len(written), became, ledger.log)
    need(LAW_MISSING, len(written) - len(back) <= told, became, ledger.log)
    for claim in back:
        need(LAW_INVENTED, _said(claim.answer) in said, f"Came back: {claim!r}", ledger.log)


def _entry(entry: Entry | None) -> str:
    if entry is None:
        return "nothing"
    return f"{entry.record!r}, recorded {entry.recorded.isoformat()}"


def _said(answer: Answer) -> object:
    return (answer.bounds, answer.reading) if isinstance(answer, Figure) else answer

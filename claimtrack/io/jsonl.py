"""JSONL: a ledger as a text file, one entry a line, made to be read, kept in git and merged.

The first line names the format and its version; every other line is one entry of the log in
the order it came. `docs/reference/wire.md` describes the lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from typing import IO, Literal, overload

import attrs

from claimtrack.claims import Claim
from claimtrack.errors import ClaimtrackError, InvalidField, Problem
from claimtrack.io.files import replaced
from claimtrack.io.progress import MANY, progress
from claimtrack.io.quick import Row
from claimtrack.io.restoring import Restorer
from claimtrack.io.stretches import Run, read_stretches
from claimtrack.io.wire import HEADER
from claimtrack.io.writing import Glosses, encode_line
from claimtrack.ledger import Ledger
from claimtrack.log import Entry
from claimtrack.log.records import collector_paused

__all__ = ["DefectiveFile", "Line", "dump", "load", "scan", "select", "write"]

OnProblem = Literal["raise", "collect"]
"""What becomes of a defective line: all of them raise together, or all are returned with the rest."""

_WRITTEN_AT_ONCE = 1024


class DefectiveFile(ClaimtrackError, ValueError):
    """A file with defects, all of them at once.

    Attributes:
        path: The file.
        problems: Each defect with its line and path.
    """

    def __init__(self, path: str, problems: Iterable[Problem]) -> None:
        self.path = path
        self.problems: tuple[Problem, ...] = tuple(problems)
        shown = "\n".join(f"  {problem}" for problem in self.problems[:20])
        more = f"\n  … and {len(self.problems) - 20} more" if len(self.problems) > 20 else ""
        super().__init__(
            f"{path} has {len(self.problems)} defects:\n{shown}{more}\n"
            'To keep what is good pass on_problem="collect": that returns the ledger and the problems.'
        )

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.path, self.problems)


@attrs.frozen
class Line:
    """One line of a file, read without a ledger.

    Attributes:
        number: Its number in the file, from 1.
        raw: The line as it stands in the file.
        row: What it says, or `None` where it is defective.
        problems: Every defect in it.
    """

    number: int
    raw: str
    row: Row | None
    problems: tuple[Problem, ...]


def dump(ledger: Ledger, path: str | PathLike[str], *, show_progress: bool | None = None) -> None:
    """Write a ledger to a JSONL file; an existing one is replaced in one step, or not at all.

    Args:
        ledger: The ledger.
        path: The file.
        show_progress: Whether to show a progress bar; by default in a terminal, for long writes.
    """
    with replaced(path) as file:
        write(ledger.entries(), file, total=len(ledger), show_progress=show_progress)


def write(
    entries: Iterable[Entry], file: IO[bytes], *, total: int | None = None, show_progress: bool | None = None
) -> None:
    """Write a header and entries as lines to a file that is open for writing bytes."""
    glosses = Glosses()
    block, done = [HEADER], 0
    with progress("writing", total, show=show_progress, long=MANY) as advance:
        for entry in entries:
            record = entry.record
            block.append(
                encode_line(record, entry.recorded, revision=entry.revision, gloss=glosses.of(record))
            )
            if len(block) >= _WRITTEN_AT_ONCE:
                file.write(("\n".join(block) + "\n").encode())
                done += len(block)
                advance(done)
                block.clear()
        block.append("")
        file.write("\n".join(block).encode())


@overload
def load(
    path: str | PathLike[str], *, on_problem: Literal["raise"] = "raise", show_progress: bool | None = None
) -> Ledger: ...


@overload
def load(
    path: str | PathLike[str], *, on_problem: Literal["collect"], show_progress: bool | None = None
) -> tuple[Ledger, tuple[Problem, ...]]: ...


def load(
    path: str | PathLike[str], *, on_problem: OnProblem = "raise", show_progress: bool | None = None
) -> Ledger | tuple[Ledger, tuple[Problem, ...]]:
    """Read a ledger from a JSONL file: the same entries in the same order, with the same moments.

    Args:
        path: The file.
        on_problem: "raise" raises all defects together; "collect" returns the ledger of
            everything that is good, and the problems, each with its line, its path and the raw line.
        show_progress: Whether to show a progress bar; by default in a terminal, for long reads.

    Raises:
        DefectiveFile: If the file has defects and `on_problem` is "raise".
        OSError: If the file cannot be opened.

    Example:
        >>> from claimtrack.claims import Claim
        >>> from claimtrack.events import Event
        >>> from claimtrack.questions import killed
        >>> from claimtrack.sources import Source
        >>> ledger = Ledger()
        >>> _ = ledger.record(Claim(Event("Attack"), Source("AFP"), killed(), "at least 20"))
        >>> import tempfile
        >>> from pathlib import Path
        >>> path = Path(tempfile.mkdtemp()) / "claims.jsonl"
        >>> dump(ledger, path)
        >>> list(load(path).entries()) == list(ledger.entries())
        True
    """
    if on_problem not in ("raise", "collect"):
        raise InvalidField("load", "on_problem", on_problem, "'raise' or 'collect'")
    ledger = Ledger()
    problems: list[Problem] = []
    restorer = Restorer(ledger, str(path), problems)
    with collector_paused():
        for stretch in read_stretches(path, show_progress=show_progress):
            if isinstance(stretch, Run):
                number, lines, records, recorded = stretch
                restorer.restore_run(records, recorded, number, lines)
            elif stretch.row is not None:
                restorer.restore(stretch.row, stretch.number, stretch.line)
            else:
                problems.extend(stretch.problems)
    if on_problem == "collect":
        return ledger, tuple(problems)
    if problems:
        raise DefectiveFile(str(path), problems)
    return ledger


def scan(path: str | PathLike[str], *, show_progress: bool | None = None) -> Iterator[Line]:
    """Read a file line by line: claims are checked and forgotten, so the file may be larger than memory.

    Parties, sources, events, questions and evidence are kept, as later lines refer to them.
    """
    for stretch in read_stretches(path, show_progress=show_progress):
        if isinstance(stretch, Run):
            number, lines, records, recorded = stretch
            for at, record in enumerate(records.values()):
                yield Line(number + at, lines[at], Row(record, recorded), ())
        else:
            yield Line(*stretch)


def select(
    path: str | PathLike[str], out: str | PathLike[str], keep: Callable[[Claim], bool]
) -> tuple[Problem, ...]:
    """Copy a file without the claims that `keep` says no to, line by line, in little memory.

    Everything that is not a claim is copied; of assessments and retractions, those on the claims
    that are kept. Defective lines are not copied and are returned as problems.

    Args:
        path: The file to read.
        out: The file to write.
        keep: Says of each claim whether it is wanted.
    """
    problems: list[Problem] = []
    with replaced(out) as file:
        write(_selected(path, keep, problems), file)
    return tuple(problems)


def _selected(
    path: str | PathLike[str], keep: Callable[[Claim], bool], problems: list[Problem]
) -> Iterator[Entry]:
    left_out: set[str] = set()
    for line in scan(path):
        problems.extend(line.problems)
        if line.row is None:
            continue
        record, recorded, revision = line.row
        if type(record) is Claim and not keep(record):
            left_out.add(record.id)
        elif getattr(record, "claim", None) not in left_out:
            yield Entry(line.number, recorded, record, revision)

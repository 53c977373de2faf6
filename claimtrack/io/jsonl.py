"""JSONL: a ledger as a text file, one entry a line, made to be read, kept in git and merged.

The first line names the format and its version; every other line is one entry of the log in
the order it came. `docs/reference/wire.md` describes the lines.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from typing import IO, Literal, overload

import attrs

from claimtrack.claims import Claim
from claimtrack.errors import ClaimtrackError, ConflictingRecord, InvalidField, Problem, UnknownRecord
from claimtrack.io.fields import DefectiveLine
from claimtrack.io.files import collector_paused, replaced
from claimtrack.io.progress import MANY, progress
from claimtrack.io.reading import LineReader, Row
from claimtrack.io.wire import FORMAT, HEADER, VERSION
from claimtrack.io.writing import Glosses, encode_line
from claimtrack.ledger import Ledger
from claimtrack.log import Entry, Record

OnProblem = Literal["raise", "collect"]
"""What becomes of a defective line: all of them raise together, or all are returned with the rest."""

LONGEST_LINE = 1 << 24
"""No longer line is read, in bytes; of one, the first `RAW_KEPT` are kept."""

RAW_KEPT = 4096
"""How much of a line that is too long is kept in its problem, in bytes."""

_WRITTEN_AT_ONCE = 1024
_REPORTED_EVERY = 4096


class DefectiveFile(ClaimtrackError, ValueError):
    """A file with defects, all of them at once.

    Attributes:
        path: The file.
        problems: Each defect with its line and path.
    """

    def __init__(self, path: str, problems: Iterable[Problem]) -> None:
        self.path = path
        self.problems = tuple(problems)
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
        >>> path = Path(tempfile.mkdtemp()) / "claims.jsonl"
        >>> dump(ledger, path)
        >>> list(load(path).entries()) == list(ledger.entries())
        True
    """
    if on_problem not in ("raise", "collect"):
        raise InvalidField("load", "on_problem", on_problem, "'raise' or 'collect'")
    ledger = Ledger()
    problems: list[Problem] = []
    restore = Restorer(ledger, str(path), problems).restore
    with collector_paused():
        for number, raw, row, defects in _lines(path, show_progress=show_progress):
            if row is None or defects:
                problems.extend(defects)
            if row is not None:
                restore(row, number, raw)
    if on_problem == "collect":
        return ledger, tuple(problems)
    if problems:
        raise DefectiveFile(str(path), problems)
    return ledger


def scan(path: str | PathLike[str], *, show_progress: bool | None = None) -> Iterator[Line]:
    """Read a file line by line: claims are checked and forgotten, so the file may be larger than memory.

    Parties, sources, events, questions and evidence are kept, as later lines refer to them.
    """
    for number, raw, row, problems in _lines(path, show_progress=show_progress):
        yield Line(number, _lenient(raw), row, problems)


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
    left_out: set[str] = set()
    with replaced(out) as file:
        file.write(HEADER.encode() + b"\n")
        for line in scan(path):
            problems.extend(line.problems)
            if line.row is None:
                continue
            record = line.row.record
            if type(record) is Claim and not keep(record):
                left_out.add(record.id)
            elif getattr(record, "claim", None) not in left_out:
                file.write(line.raw.encode() + b"\n")
    return tuple(problems)


class Restorer:
    """Puts rows into a ledger as they were recorded; what stands in the way is a problem.

    Args:
        ledger: The ledger.
        name: The file that the rows are from.
        problems: The list that every problem is added to.
    """

    def __init__(self, ledger: Ledger, name: str, problems: list[Problem]) -> None:
        self.log = ledger.log
        self.name = name
        self.problems = problems
        self.last = self.log.last_recorded or datetime.min.replace(tzinfo=UTC)

    def restore(self, row: Row, number: int, raw: bytes) -> None:
        """Append one row, from the line of a number."""
        record, recorded, revision = row
        last = self.last
        try:
            if recorded is last or recorded >= last:
                self.log.restore(record, recorded, revision=revision)
                self.last = recorded
            else:
                self.log.restore(record, last, revision=revision)
                message = f"recorded before the line above; held as of {last.isoformat()}"
                self._report("recorded-backwards", message, record, number, raw)
        except (ConflictingRecord, UnknownRecord):
            self._refuse(row, number, raw)

    def _refuse(self, row: Row, number: int, raw: bytes) -> None:
        record = row.record
        if row.revision:
            message = "it replaces a description that no line above gives"
            self._report("revises-nothing", message, record, number, raw)
        elif self.log.get(record.id) == record:
            self._report("repeated-record", f"{record.id} is given again", record, number, raw)
        else:
            message = f"{record.id} is given above with other attributes"
            self._report("conflicting-record", message, record, number, raw)

    def _report(self, code: str, message: str, record: Record, number: int, raw: bytes) -> None:
        place = f"{self.name}:{number}"
        self.problems.append(
            Problem(code=code, message=message, records=(record.id,), location=place, raw=_lenient(raw))
        )


_Read = tuple[int, bytes, Row | None, tuple[Problem, ...]]


def _lines(path: str | PathLike[str], *, show_progress: bool | None) -> Iterator[_Read]:
    """Every line after the header: its number, its bytes, what it says and what is wrong with it."""
    name = str(path)
    reader = LineReader()
    read, hold = reader.read, reader.hold
    with Path(path).open("rb") as file, progress("reading", _size(file), show=show_progress) as advance:
        header = _header(file.readline(LONGEST_LINE), name)
        if header.problem is not None:
            yield 1, header.raw, None, (header.problem,)
        if header.unreadable:
            return
        if not header.is_header:
            file.seek(0)
        for number, raw, whole in _raw_lines(file, 1 + header.is_header):
            if number % _REPORTED_EVERY == 0:
                advance(file.tell())
            if not whole:
                yield number, raw, None, (_too_long(name, number, raw),)
                continue
            try:
                line = raw.decode().rstrip("\r\n")
                if not line.strip(" \t"):
                    continue
                row = read(line)
            except UnicodeDecodeError as error:
                message = f"not UTF-8 from byte {error.start} on"
                yield number, raw, None, (_problem("not-utf-8", message, name, number, raw),)
            except DefectiveLine as error:
                yield (
                    number,
                    raw,
                    None,
                    tuple(
                        _problem(defect.code, f"{defect.path}: {defect.message}", name, number, raw)
                        for defect in error.defects
                    ),
                )
            else:
                if type(row.record) is not Claim:
                    hold(row.record)
                yield number, raw, row, ()


def _problem(code: str, message: str, name: str, number: int, raw: bytes) -> Problem:
    return Problem(code=code, message=message, location=f"{name}:{number}", raw=_lenient(raw))


@attrs.frozen
class _Header:
    raw: bytes
    problem: Problem | None = None
    is_header: bool = True
    unreadable: bool = False


def _header(raw: bytes, name: str) -> _Header:
    """Read the first line: ours, of a newer version, or none of ours."""
    value: object = None
    with suppress(ValueError, RecursionError):
        value = json.loads(raw.decode("utf-8-sig"))
    if not (isinstance(value, dict) and FORMAT in value):
        message = f"this is not a claimtrack file: its first line must be {HEADER}"
        return _Header(raw, _problem("no-header", message, name, 1, raw[:RAW_KEPT]), is_header=False)
    version = value[FORMAT]
    if type(version) is int and version > VERSION:
        message = f"of version {version}; this claimtrack reads up to {VERSION}: install a newer one"
        return _Header(raw, _problem("newer-version", message, name, 1, raw), unreadable=True)
    if type(version) is int and version >= 1 and len(value) == 1:
        return _Header(raw)
    return _Header(raw, _problem("no-header", f"the first line must be {HEADER}", name, 1, raw))


def _too_long(name: str, number: int, raw: bytes) -> Problem:
    message = f"longer than {LONGEST_LINE:,} bytes; the first {RAW_KEPT:,} are kept"
    return _problem("too-long", message, name, number, raw)


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "backslashreplace").rstrip("\r\n")


def _raw_lines(file: IO[bytes], first: int) -> Iterator[tuple[int, bytes, bool]]:
    """Every line with its number, and whether it is whole: of one too long only the beginning."""
    number = first - 1
    while raw := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(raw) <= LONGEST_LINE:
            yield number, raw, True
            continue
        start = raw[:RAW_KEPT]
        while raw and not raw.endswith(b"\n"):
            raw = file.readline(LONGEST_LINE)
        yield number, start, False


def _size(file: IO[bytes]) -> int | None:
    with suppress(OSError):
        return os.fstat(file.fileno()).st_size
    return None

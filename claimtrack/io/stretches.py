"""A file of the wire format, read from its first line to its last, in memory for one block at a time."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import IO, NamedTuple

import attrs

from claimtrack.claims import Claim
from claimtrack.errors import Problem
from claimtrack.events import Event
from claimtrack.io import wire
from claimtrack.io.fields import DefectiveLine
from claimtrack.io.lines import RAW_KEPT, Unreadable, read_lines
from claimtrack.io.migration import up_to_date
from claimtrack.io.progress import progress
from claimtrack.io.quick import Row
from claimtrack.io.reading import LineReader
from claimtrack.io.wire import FORMAT, HEADER

NOT_OURS_AFTER = 1000
"""After so many lines without a header and none that can be read, the rest of a file is not looked at."""


class Run(NamedTuple):
    """Lines that follow one another, each a claim or a new event, all recorded at one moment.

    Attributes:
        number: The number of the first one in the file, from 1.
        lines: The lines as they stand in the file.
        records: What they say, by its id.
        recorded: When the records were recorded.
    """

    number: int
    lines: Sequence[str]
    records: Mapping[str, Claim | Event]
    recorded: datetime


class Single(NamedTuple):
    """One line.

    Attributes:
        number: Its number in the file, from 1.
        line: The line as it stands in the file.
        row: What it says, or `None` where it is defective.
        problems: Every defect in it.
    """

    number: int
    line: str
    row: Row | None
    problems: tuple[Problem, ...] = ()


def read_stretches(path: str | PathLike[str], *, show_progress: bool | None) -> Iterator[Run | Single]:
    """Every line after the header that is not blank, in order; many claims at once where that can be."""
    name, reader = str(path), LineReader()
    with Path(path).open("rb") as file, progress("reading", _size(file), show=show_progress) as advance:
        blocks = read_lines(file)
        first = next(blocks, [""])
        header = _header(first[0], name)
        if header.problem is not None:
            yield Single(1, first[0], None, (header.problem,))
        if header.unreadable:
            return
        number, ours = 1 + header.is_header, header.is_header
        for lines in chain([first[header.is_header :]], blocks):
            for stretch in _block(reader, name, number, lines, up_to_date(lines, header.version)):
                ours = ours or isinstance(stretch, Run) or stretch.row is not None
                yield stretch
                if not ours and stretch.number >= NOT_OURS_AFTER:
                    message = f"none of the first {NOT_OURS_AFTER:,} lines is ours; the rest was not read"
                    problem = _problem("not-ours", message, name, stretch.number, "")
                    yield Single(stretch.number, "", None, (problem,))
                    return
            number += len(lines)
            advance(file.tell())


def _block(
    reader: LineReader, name: str, number: int, lines: list[str], present: list[str]
) -> Iterator[Run | Single]:
    """What lines say, from the number of the first one on; they are read as the present version has them."""
    at, end, run = 0, len(lines), reader.quick.run
    while at < end:
        records, recorded = run(present, at)
        if records and recorded is not None:
            before, at = at, at + len(records)
            yield Run(number + before, lines[before:at], records, recorded)
        if at < end:
            single = _single(reader, name, number + at, lines[at], present[at])
            at += 1
            if single is not None:
                yield single


def _single(reader: LineReader, name: str, number: int, line: str, present: str) -> Single | None:
    """What one line says; `None` where it is blank."""
    if isinstance(line, Unreadable):
        return Single(number, line, None, (_problem(line.code, line.message, name, number, line),))
    line = line.rstrip("\r")
    if not line.strip(" \t"):
        return None
    try:
        row = reader.read_single(present.rstrip("\r"))
    except DefectiveLine as error:
        found = [(defect.code, f"{defect.path}: {defect.message}") for defect in error.defects]
        problems = tuple(_problem(code, message, name, number, line) for code, message in found)
        return Single(number, line, None, problems)
    reader.hold(row)
    return Single(number, line, row)


def _problem(code: str, message: str, name: str, number: int, raw: str) -> Problem:
    return Problem(code=code, message=message, location=f"{name}:{number}", raw=str(raw))


@attrs.frozen
class _Header:
    problem: Problem | None = None
    is_header: bool = True
    unreadable: bool = False
    version: int = wire.VERSION


def _header(line: str, name: str) -> _Header:
    """Read the first line: ours, of a newer version, or none of ours."""
    value: object = None
    with suppress(ValueError, RecursionError):
        value = json.loads(line.removeprefix("\ufeff"))
    if not (isinstance(value, dict) and FORMAT in value):
        message = f"this is not a claimtrack file: its first line must be {HEADER}"
        return _Header(_problem("no-header", message, name, 1, line[:RAW_KEPT]), is_header=False)
    version = value[FORMAT]
    if type(version) is int and version > wire.VERSION:
        message = f"of version {version}; this claimtrack reads up to {wire.VERSION}: install a newer one"
        return _Header(_problem("newer-version", message, name, 1, line), unreadable=True)
    if type(version) is int and version >= 1 and len(value) == 1:
        return _Header(version=version)
    return _Header(_problem("no-header", f"the first line must be {HEADER}", name, 1, line))


def _size(file: IO[bytes]) -> int | None:
    with suppress(OSError):
        return os.fstat(file.fileno()).st_size
    return None

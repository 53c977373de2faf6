"""Saving what is good of a damaged store."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import Literal

import attrs

from claimtrack.errors import InvalidField, Problem
from claimtrack.io.fields import DefectiveLine
from claimtrack.io.files import replaced
from claimtrack.io.journal import Journal, Stored, StoreError, chained
from claimtrack.io.jsonl import write
from claimtrack.io.reading import LineReader
from claimtrack.io.verification import Check, Verification
from claimtrack.log import Entry

Keep = Literal["good", "readable"]
"""Which entries are saved: those before the first bad one, or also the later ones that can still be read."""

_SHORTEST_ENTRY = 100
"""No entry takes fewer bytes of a store: two hashes, a moment and the frame of a record."""


class _DamagedJournal(Journal):
    """The file of a store, opened though its end may be missing."""

    def _prepare(self) -> None:
        # Without this SQLite reads nothing of a file that is shorter than its header says.
        self._connection.execute("PRAGMA writable_schema = ON")
        super()._prepare()


def salvage(
    path: str | PathLike[str], out: str | PathLike[str], *, keep: Keep = "good"
) -> Verification:
    """Write the good entries of a damaged store to a JSONL file.

    The store is only read. Import the file into a new store, or load it with `ct.load`.

    Args:
        path: The store.
        out: The JSONL file.
        keep: "good" keeps the entries up to the first bad one: the chain shows that they are as they
            were recorded, and that none is missing. "readable" also keeps each later entry that can be
            read, if its hash fits the entry before it, or that one is lost.

    Returns:
        How many entries are good, how many later ones were saved, and what is wrong, each entry that
        was lost with its number.

    Raises:
        InvalidField: If `keep` is neither.
        StoreError: If the file is not a store, or too damaged to be read at all.
    """
    if keep not in ("good", "readable"):
        raise InvalidField("salvage", "keep", keep, "'good' or 'readable'")
    journal = _DamagedJournal(path, create=False, read_only=True)
    try:
        with journal.reading(), replaced(out) as file:
            found = Check(journal).run(None)
            rescue = _Rescue(journal, found)
            write(rescue.good() if keep == "good" else rescue.readable(), file)
    finally:
        journal.close()
    return attrs.evolve(found, later=rescue.later, problems=(*found.problems, *rescue.problems))


class _Rescue:
    """Reads the entries of a damaged store.

    Args:
        journal: The file.
        found: What is wrong with it.
    """

    def __init__(self, journal: Journal, found: Verification) -> None:
        self._journal = journal
        self._reader = LineReader()
        self._good = self._next = found.entries
        self._before: set[bytes] = {bytes.fromhex(found.head)}
        self.later = 0
        self.problems: list[Problem] = []

    def good(self) -> Iterator[Entry]:
        """The entries before the first bad one."""
        for stored in islice(self._journal.entries(), self._good):
            yield self._entry(stored)

    def readable(self) -> Iterator[Entry]:
        """Those, and the later ones that can be read."""
        yield from self.good()
        number, end = self._good, self._end()
        while number < end:
            try:
                for stored in self._journal.entries("WHERE number BETWEEN ? AND ?", (number, end - 1)):
                    number = stored.number + 1
                    entry = self._rescued(stored)
                    if entry is not None:
                        yield entry
            except StoreError as error:
                if error.reason != "damaged":
                    raise
                number += 1
            else:
                break
        if number != self._next:
            self._report(f": entry {self._next}", "it and all later ones are lost")

    def _rescued(self, stored: Stored) -> Entry | None:
        """A later entry, unless it cannot be read or is not what was recorded."""
        missing, before = stored.number - self._next, self._before
        if missing > 0:
            self._report(f": entry {self._next}", f"lost, with {missing - 1} more" if missing > 1 else "lost")
        fitting = {chained(hashed, stored.line) for hashed in before} if missing == 0 else {stored.hash}
        self._next, self._before = stored.number + 1, fitting | {stored.hash}
        if stored.hash not in fitting:
            self._report(f": entry {stored.number}", "lost: its text is not what was recorded", stored.line)
            return None
        try:
            entry = self._entry(stored)
        except DefectiveLine as error:
            self._report(f": entry {stored.number}", f"lost: {error}", stored.line)
            return None
        self.later += 1
        return entry

    def _end(self) -> int:
        """A number that no entry has, nor any later one; a damaged page may give any number."""
        most = self._good + Path(self._journal.path).stat().st_size // _SHORTEST_ENTRY
        try:
            return min(self._journal.count(), most)
        except StoreError:
            return most

    def _entry(self, stored: Stored) -> Entry:
        row = self._reader.read(stored.line)
        self._reader.hold(row)
        return Entry(stored.number, row.recorded, row.record, row.revision)

    def _report(self, place: str, lost: str, raw: str = "") -> None:
        where = f"{self._journal.path}{place}"
        self.problems.append(Problem(code="lost-entry", message=lost, location=where, raw=raw))

"""Saving what is good of a damaged store."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from os import PathLike

from claimtrack.io.files import replaced
from claimtrack.io.journal import Journal
from claimtrack.io.jsonl import write
from claimtrack.io.reading import LineReader
from claimtrack.io.verification import Check, Verification
from claimtrack.log import Entry


class _DamagedJournal(Journal):
    """The file of a store, opened though its end may be missing."""

    def _prepare(self) -> None:
        # Without this SQLite reads nothing of a file that is shorter than its header says.
        self._connection.execute("PRAGMA writable_schema = ON")
        super()._prepare()


def salvage(path: str | PathLike[str], out: str | PathLike[str]) -> Verification:
    """Write the good entries of a damaged store, up to the first bad one, to a JSONL file.

    The store is only read. Import the file into a new store, or load it with `ct.load`.

    Args:
        path: The store.
        out: The JSONL file.

    Returns:
        How many entries are good, and what is wrong.

    Raises:
        StoreError: If the file is not a store, or too damaged to be read at all.
    """
    journal = _DamagedJournal(path, create=False, read_only=True)
    try:
        with journal.reading(), replaced(out) as file:
            found = Check(journal).run(None)
            write(_good(journal, found.entries), file)
    finally:
        journal.close()
    return found


def _good(journal: Journal, count: int) -> Iterator[Entry]:
    reader = LineReader()
    for stored in islice(journal.entries(), count):
        row = reader.read(stored.line)
        reader.hold(row)
        yield Entry(stored.number, row.recorded, row.record, row.revision)

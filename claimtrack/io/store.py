"""The store: a ledger in an SQLite file, where each record is on the disk when it is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from types import TracebackType
from typing import Self

from claimtrack.checks import DateLike, date_or_none
from claimtrack.claims import Claim
from claimtrack.errors import choose
from claimtrack.events import Event
from claimtrack.io.journal import Journal, StoreError, Survives
from claimtrack.io.jsonl import dump, load
from claimtrack.io.lookup import Condition, Lookup
from claimtrack.io.salvaging import salvage
from claimtrack.io.stored_log import StoredLog
from claimtrack.io.verification import Check, Verification
from claimtrack.ledger import Ledger
from claimtrack.log import Clock, utc_now
from claimtrack.questions import Question
from claimtrack.sources import Source
from claimtrack.status import State, StateName, Statuses


class Store(Ledger):
    """A ledger in an SQLite file.

    It is loaded when it is first asked for something that needs all of it; `find` and `part`
    look into the file instead. Close it, or use it in a `with` statement.

    Attributes:
        path: The file.
    """

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self.path: str = journal.path
        self._journal = journal
        self._clock = clock
        self._loaded: tuple[StoredLog, Statuses] | None = None

    @property
    def log(self) -> StoredLog:  # type: ignore[override]  # loaded on first use
        """The log, loaded from the file on first use."""
        return self._load()[0]

    @property
    def statuses(self) -> Statuses:  # type: ignore[override]  # loaded on first use
        """The statuses of the claims."""
        return self._load()[1]

    def refresh(self) -> int:
        """Hold what other processes have recorded since; how many entries that is."""
        log = self.log
        with self._journal.reading():
            return log.catch_up()

    def close(self) -> None:
        """Close the file."""
        self._journal.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return self._journal.count() if self._loaded is None else len(self.log)

    def __repr__(self) -> str:
        return f"Store({self.path!r}, {len(self):,} {'entry' if len(self) == 1 else 'entries'})"

    @property
    def head(self) -> str:
        """The hash of the last entry, as hex digits."""
        return self._journal.head().hex()

    # Without loading all

    def find(
        self,
        *,
        event: Event | str | None = None,
        question: Question | str | None = None,
        source: Source | str | None = None,
        state: State | StateName | None = None,
        since: DateLike | None = None,
        until: DateLike | None = None,
    ) -> tuple[Claim, ...]:
        """Look up, in the file, the claims on an event, a question, by a source, in a state, of a period.

        Args:
            event: The event, or its id.
            question: The question, or its id.
            source: The source, or its id.
            state: The state; it is derived for one question of one event after the other.
            since: Stated on this day or later, as far as the claim's date goes; undated claims are left out.
            until: Stated by the end of this day, as precisely as the claim was dated.
        """
        wanted = None if state is None else choose("Store", "state", state, State)
        begin, end = date_or_none("Store", "since", since), date_or_none("Store", "until", until)
        lookup = Lookup(self._journal)
        with self._journal.reading():
            condition = lookup.condition(
                event=event, question=question, source=source, since=begin, until=end
            )
            if condition is None:
                return ()
            if wanted is None:
                return tuple(lookup.claims(*condition))
            return tuple(_in_state(lookup, condition, wanted))

    def part(self, *, event: Event | str | None = None, question: Question | str | None = None) -> Ledger:
        """A ledger of the claims on an event or a question and of all that their statuses rest on."""
        lookup = Lookup(self._journal)
        with self._journal.reading():
            condition = lookup.condition(event=event, question=question)
            return Ledger() if condition is None else lookup.part(*condition)

    # The chain

    def verify(self, *, head: str | None = None) -> Verification:
        """Check every entry: its place, hash, id, and what it is found by; and that changes are refused.

        Args:
            head: The hash that an earlier `verify` or `head` gave; it must be in the chain, so that
                entries taken away at the end are found too.
        """
        with self._journal.reading():
            return Check(self._journal).run(head)

    def export_jsonl(self, path: str | PathLike[str]) -> None:
        """Write the ledger to a JSONL file; `import_jsonl` of it gives the same ids, order and hashes."""
        dump(self, path)

    def import_jsonl(self, path: str | PathLike[str]) -> None:
        """Record every entry of a JSONL file with its own moment, as one batch.

        Raises:
            DefectiveFile: If the file has defects; nothing is recorded then.
            StoreError: If something is recorded in this store already.
        """
        self.log.take_over(load(path).entries())

    def _load(self) -> tuple[StoredLog, Statuses]:
        if self._loaded is None:
            log = StoredLog(self._journal, self._clock)
            self._loaded = (log, Statuses(log))
        return self._loaded


def open_store(
    path: str | PathLike[str],
    *,
    create: bool = True,
    read_only: bool = False,
    wait: float = 10.0,
    survives: Survives = "power-cut",
    clock: Clock | None = None,
) -> Store:
    """Open a ledger that is kept in an SQLite file.

    Every record is on the disk when `record` returns. Many processes can read while one writes; a
    second writer waits. A store that was opened in one thread is used in that thread.

    Args:
        path: The file.
        create: Whether to make it where it is not there.
        read_only: Whether to open it for reading only.
        wait: How long to wait for another writer, in seconds.
        survives: What a record survives once `record` has returned: a "power-cut", which takes a
            write to the disk for each call, or only a "crash" of the process, which is many times
            faster for single records. Neither can damage the file.
        clock: Gives the moment of recording, with its time zone; by default the present in UTC.

    Raises:
        StoreError: If it is not a store, was written by a newer version, or cannot be opened.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from claimtrack.figures import exactly
        >>> from claimtrack.questions import killed
        >>> path = Path(tempfile.mkdtemp()) / "claims.sqlite"
        >>> with open_store(path) as store:
        ...     _ = store.record(Claim(Event("Attack"), Source("AFP"), killed(), exactly(20)))
        >>> with open_store(path) as store:
        ...     len(store.claims()), store.verify().intact
        (1, True)
    """
    journal = Journal(
        path, create=create and not read_only, wait=wait, read_only=read_only, survives=survives
    )
    return Store(journal, utc_now if clock is None else clock)


def _in_state(lookup: Lookup, condition: Condition, wanted: State) -> Iterator[Claim]:
    for group in lookup.groups(*condition):
        part = lookup.part("event = ? AND question = ?", group)
        chosen = {claim.id for claim in lookup.claims(*condition, group=group)}
        yield from (claim for claim in part.claims(state=wanted) if claim.id in chosen)


__all__ = ["Store", "StoreError", "Verification", "open_store", "salvage"]

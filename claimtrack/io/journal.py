"""The SQLite file of a store: entries that can be added and never changed, chained by their hashes.

Each entry carries the SHA-256 of the hash before it and of its own text, so that an entry that was
changed, moved or taken out is found. Triggers refuse changes; whoever removes the triggers
cannot repair the chain without writing every later entry again.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import Literal

import attrs

from claimtrack.errors import ClaimtrackError, InvalidField
from claimtrack.io import layout

StoreReason = Literal[
    "busy", "closed", "damaged", "full", "newer-version", "not-empty", "not-ours", "other-thread",
    "read-only", "unreachable",
]
"""Why a store refused."""

Survives = Literal["power-cut", "crash"]
"""What every acknowledged record survives: a power cut, or a crash of the process only."""

FIRST = bytes(32)
"""The hash before the first entry."""

_SQLITE = b"SQLite format 3\x00"
_CACHE = 64 * 1024  # KiB; the ids of a million claims are looked up and added in any order
_CHECKPOINT = 8192  # pages of 4 KiB that may wait in the write-ahead log
_SYNCHRONOUS: dict[Survives, str] = {"power-cut": "FULL", "crash": "NORMAL"}
_INSERT = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_REASONS: dict[int, StoreReason] = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_ERROR: "damaged",  # its tables are not those that were made: queries are fixed
    sqlite3.SQLITE_NOTADB: "not-ours",
    sqlite3.SQLITE_CANTOPEN: "unreachable",
    sqlite3.SQLITE_IOERR: "unreachable",
}
_WHAT_TO_DO: dict[StoreReason, str] = {
    "busy": "another process is writing: wait, or open it with a longer wait=",
    "closed": "it was closed: open it again",
    "damaged": "the file is damaged: take a copy of it, and save what is good with io.store.salvage",
    "full": "the disk is full: nothing of this batch was recorded; make room and record it again",
    "newer-version": "a newer claimtrack wrote it: install that one",
    "not-empty": "a file is imported into a new store; to add its records to this one use record_all",
    "not-ours": "it is not a store of claimtrack: give another path",
    "other-thread": "it was opened in another thread: open it in this one too",
    "read-only": "it cannot be written: check the permissions of the file and its folder",
    "unreachable": "the file cannot be opened or read: check the path, the folder and the disk",
}


class StoreError(ClaimtrackError, ValueError):
    """A store that cannot be opened, read or written.

    Attributes:
        path: The file.
        reason: Why, as a short word.
        detail: What the system or SQLite said.
    """

    def __init__(self, path: str, reason: StoreReason, detail: str = "") -> None:
        self.path = path
        self.reason = reason
        self.detail = detail
        said = f" ({detail})" if detail else ""
        super().__init__(f"store {path}: {_WHAT_TO_DO[reason]}{said}")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.path, self.reason, self.detail)


@attrs.frozen
class Stored:
    """One entry as it stands in the file.

    Attributes:
        number: Its place, from 0.
        kind: The kind of record.
        recorded: When it was recorded, in ISO 8601.
        revision: Whether it replaces a description.
        body: The record as JSON.
        hash: The hash of the chain up to and with this entry.
    """

    number: int
    kind: str
    recorded: str
    revision: bool
    body: str
    hash: bytes

    @property
    def line(self) -> str:
        """The entry as a line of the wire format, without a gloss: what the hash is made of."""
        return line_of(self.kind, self.body, self.recorded, revision=self.revision)


def line_of(kind: str, body: str, recorded: str, *, revision: bool) -> str:
    """An entry as a line of the wire format, without a gloss."""
    tail = ', "revision": true' if revision else ""
    return f'{{"{kind}": {body}, "recorded": "{recorded}"{tail}}}'


def chained(before: bytes, line: str) -> bytes:
    """The hash of an entry: of the hash before it and of its line."""
    return sha256(before + line.encode("utf-8")).digest()


def _undecodable(error: sqlite3.DatabaseError) -> StoreReason | None:
    """Damage that Python finds and not SQLite, which does not look into texts."""
    return "damaged" if str(error).startswith("Could not decode") else None


class Journal:
    """The file of a store: opened, read and added to.

    Args:
        path: The file; it is made if it is not there and `create` is true.
        create: Whether to make the file.
        wait: How long to wait for another writer, in seconds.
        read_only: Whether to open it for reading only.
        survives: What every acknowledged record survives.

    Attributes:
        version: The version of the tables of the file, which is an earlier one only where it is only read.
    """

    def __init__(
        self,
        path: str | PathLike[str],
        *,
        create: bool = True,
        wait: float = 10.0,
        read_only: bool = False,
        survives: Survives = "power-cut",
    ) -> None:
        if survives not in ("power-cut", "crash"):
            raise InvalidField("open_store", "survives", survives, "'power-cut' or 'crash'")
        if str(path) == ":memory:":
            raise InvalidField("open_store", "path", path, "a file", "ct.Ledger() is kept in memory")
        self.path: str = str(path)
        self.read_only = read_only
        place = Path(path)
        self._check_file(place, create=create)
        try:
            self._connect(place, "ro" if read_only else ("rwc" if create else "rw"), wait)
        except StoreError as error:
            if not read_only or error.reason not in ("unreachable", "read-only"):
                raise
            self._need_no_log(place)
            self._connect(place, "ro&immutable=1", wait)  # a folder that cannot be written: a DVD, a mount
        with self.errors():
            self._connection.execute(f"PRAGMA synchronous = {_SYNCHRONOUS[survives]}")
        self._open = True

    def close(self) -> None:
        """Close the file; closing it twice is harmless."""
        if self._open:
            self._open = False
            with self.errors():
                self._connection.close()

    @property
    def open(self) -> bool:
        """Whether the file is open."""
        return self._open

    @contextmanager
    def errors(self) -> Generator[None, None, None]:
        """Say what SQLite's errors mean for a store."""
        try:
            yield
        except sqlite3.ProgrammingError as error:
            why: StoreReason = "other-thread" if "thread" in str(error) else "closed"
            raise StoreError(self.path, why, str(error)) from error
        except UnicodeDecodeError as error:  # the names in it are damaged too
            raise StoreError(self.path, "damaged", str(error)) from error
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", None)
            reason = _REASONS.get(code & 0xFF) if code is not None else _undecodable(error)
            if reason is None:
                raise
            raise StoreError(self.path, reason, str(error)) from error

    @contextmanager
    def writing(self) -> Generator[None, None, None]:
        """One transaction of the only writer: all of it is on the disk when it ends, or nothing."""
        if self.read_only:
            raise StoreError(self.path, "read-only", "opened for reading")
        connection = self._connection
        with self.errors():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Generator[None, None, None]:
        """One consistent state, whatever a writer does meanwhile."""
        connection = self._connection
        with self.errors():
            if connection.in_transaction:
                yield
                return
            connection.execute("BEGIN")
            try:
                yield
            finally:
                connection.execute("ROLLBACK")  # it only read, and a damaged file refuses to commit

    def count(self) -> int:
        """How many entries there are."""
        with self.errors():
            (last,) = self._connection.execute("SELECT max(number) FROM entries").fetchone()
        return 0 if last is None else int(last) + 1

    def head(self) -> bytes:
        """The hash of the last entry."""
        with self.errors():
            row = self._connection.execute("SELECT hash FROM entries ORDER BY number DESC LIMIT 1").fetchone()
        if row is None:
            return FIRST
        if type(row[0]) is not bytes:
            raise StoreError(self.path, "damaged", "the last entry has no hash")
        return bytes(row[0])

    def add(self, rows: Iterable[tuple[object, ...]]) -> None:
        """Add entries; inside `writing`."""
        with self.errors():
            self._connection.executemany(_INSERT, rows)

    def link(self, links: Iterable[tuple[int, str]]) -> None:
        """Add which entries speak of which claims; inside `writing`."""
        with self.errors():
            self._connection.executemany("INSERT OR IGNORE INTO links VALUES (?, ?)", links)

    def entries(
        self, condition: str = "", values: tuple[object, ...] = ()
    ) -> Generator[Stored, None, None]:
        """The entries in order, as far as a condition holds."""
        query = (
            f"SELECT number, kind, recorded, revision, body, hash FROM entries {condition} ORDER BY number"  # noqa: S608  # conditions are written in this package, values are bound
        )
        with self.errors():
            for number, kind, recorded, revision, body, digest in self._connection.execute(query, values):
                if not (type(kind) is type(recorded) is type(body) is str and type(digest) is bytes):
                    raise StoreError(self.path, "damaged", f"entry {number} has lost its text or its hash")
                yield Stored(number, kind, recorded, bool(revision), body, digest)

    def columns(self) -> Generator[tuple[object, ...], None, None]:
        """What each entry is found by: id, and for claims event, question, source and the stated days."""
        query = "SELECT id, event, question, source, stated_from, stated_to FROM entries ORDER BY number"
        with self.errors():
            for row in self._connection.execute(query):  # noqa: UP028  # `yield from` closes rows too late
                yield row

    def changed_layout(self) -> list[str]:
        """The tables, indexes and triggers that are not as this version makes them."""
        with self.errors():
            return layout.differences(self._connection) if self.version == layout.VERSION else []

    def query(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        """The rows of a query."""
        with self.errors():
            return self._connection.execute(sql, values).fetchall()

    def _connect(self, place: Path, mode: str, wait: float) -> None:
        uri = f"{place.absolute().as_uri()}?mode={mode}"
        with self.errors():
            self._connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)
        try:
            with self.errors():
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def _need_no_log(self, place: Path) -> None:
        log = place.with_name(f"{place.name}-wal")
        if log.exists() and log.stat().st_size:
            detail = f"entries wait in {log.name}: copy both files to a folder that can be written"
            raise StoreError(self.path, "unreachable", detail)

    def _check_file(self, place: Path, *, create: bool) -> None:
        if place.is_dir():
            raise StoreError(self.path, "not-ours", "a folder")
        try:
            with place.open("rb") as file:
                start = file.read(len(_SQLITE))
        except FileNotFoundError:
            if not create:
                raise StoreError(self.path, "unreachable", "no such file") from None
            return
        except OSError as error:
            raise StoreError(self.path, "unreachable", str(error)) from error
        if start and start != _SQLITE:
            raise StoreError(self.path, "not-ours", "not an SQLite file")
        if not self.read_only and not os.access(place, os.W_OK):
            raise StoreError(self.path, "read-only", "no permission to write")

    def _prepare(self) -> None:
        connection = self._connection
        if not self._tables() and not self.read_only:
            with self.writing():
                if not self._tables():
                    layout.make(connection)
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        tables = self._tables()
        if application != layout.APPLICATION or "entries" not in tables:
            raise StoreError(self.path, "not-ours", "an SQLite file of another program")
        self.version: int = layout.version_of(connection)
        if self.version > layout.VERSION:
            detail = f"version {self.version}, this one reads up to {layout.VERSION}"
            raise StoreError(self.path, "newer-version", detail)
        if "links" not in tables:
            raise StoreError(self.path, "damaged", "the table links is not there")
        if not self.read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            self._bring_up_to_date()
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")

    def _bring_up_to_date(self) -> None:
        if self.version < layout.VERSION:
            with self.writing():
                layout.bring_up_to_date(self._connection)
            self.version = layout.VERSION

    def _tables(self) -> set[str]:
        rows = self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {str(name) for (name,) in rows}

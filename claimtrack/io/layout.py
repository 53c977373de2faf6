"""The tables of a store: how they are made, and how those of an earlier version are brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

APPLICATION = 0x636C746B
"""Marks an SQLite file as ours: "cltk"."""

VERSION = 2
"""The version of the tables that is written. Earlier ones are read, and brought up to it when written to."""

_TABLES = """
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    recorded TEXT NOT NULL,
    revision INTEGER NOT NULL,
    body TEXT NOT NULL,
    hash BLOB NOT NULL,
    event INTEGER REFERENCES entries,
    question INTEGER REFERENCES entries,
    source INTEGER REFERENCES entries,
    stated_from TEXT,
    stated_to TEXT
) STRICT;
CREATE TABLE links (
    number INTEGER NOT NULL REFERENCES entries,
    target TEXT NOT NULL,
    PRIMARY KEY (target, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX described_by_id ON entries (id) WHERE event IS NULL;
CREATE INDEX claims_by_question ON entries (event, question) WHERE event IS NOT NULL;
CREATE INDEX claims_by_source ON entries (source) WHERE source IS NOT NULL;
CREATE INDEX declarations ON entries (kind) WHERE kind IN ('relation', 'partsof');
CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries are never changed: record a new one'); END;
CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
CREATE TRIGGER entries_follow_one_another BEFORE INSERT ON entries
    WHEN NEW.number IS NOT coalesce((SELECT max(number) + 1 FROM entries), 0)
    BEGIN SELECT RAISE(ABORT, 'entries follow one another'); END;
CREATE TRIGGER links_are_not_changed BEFORE UPDATE ON links
    BEGIN SELECT RAISE(ABORT, 'links are never changed'); END;
CREATE TRIGGER links_are_not_removed BEFORE DELETE ON links
    BEGIN SELECT RAISE(ABORT, 'links are never removed'); END;
"""
"""Links name, for each claim that other entries speak of, these entries and the claim's own.

So a claim that is spoken of is found by its id, and the ids of all others, which come in no order, need no
index: it took longer to keep than all the rest. Source: measured, see `tests/benchmarks/io.py`.
"""

_STEPS: dict[int, str] = {
    1: """
DROP INDEX entries_by_id;
CREATE INDEX described_by_id ON entries (id) WHERE event IS NULL;
INSERT INTO links SELECT number, id FROM entries
    WHERE event IS NOT NULL AND id IN (SELECT target FROM links);
""",
}
"""What brings the tables of each earlier version to the next one; no entry is touched."""


def make(connection: sqlite3.Connection) -> None:
    """Make the tables of a new file; inside a transaction."""
    _run(connection, _TABLES)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Bring the tables of an earlier version to this one, step by step; inside a transaction."""
    for version in range(version_of(connection), VERSION):
        _run(connection, _STEPS[version])
        connection.execute(f"PRAGMA user_version = {version + 1}")


def differences(connection: sqlite3.Connection) -> list[str]:
    """The names of the tables, indexes and triggers that a file lacks, or has otherwise, or has besides."""
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    model = sqlite3.connect(":memory:")
    try:
        make(model)
        wanted = set(model.execute(query))
    finally:
        model.close()
    return sorted({str(name) for name, _ in wanted.symmetric_difference(connection.execute(query))})


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables of a file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _run(connection: sqlite3.Connection, script: str) -> None:
    for statement in _statements(script):
        connection.execute(statement)


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines():
        statement += f"{line}\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""

"""Tables in files, larger than memory: DuckDB reads them, a part at a time, within a limit."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from secrets import token_hex
from threading import Event, Thread
from typing import TYPE_CHECKING, cast

import narwhals as nw

from claimtrack.errors import InvalidField, MissingExtra
from claimtrack.frames.reconciling import reconcile
from claimtrack.frames.schema import COLUMNS
from claimtrack.frames.windows import Frame
from claimtrack.io.progress import progress
from claimtrack.reconcile.policies import DEFAULT

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

    from claimtrack.frames.rules import AnyPolicy

    Work = Callable[[DuckDBPyRelation], DuckDBPyRelation]

MEMORY = "4GB"
"""What DuckDB may hold in memory, where nobody says otherwise."""

_WORK, _TEXT, _NUMBER = 150, 48, 8
"""Bytes that a claim takes while it is reconciled, and that its texts and numbers take before: measured."""

_PART, _FIGURES = "claimtrack_part", "claimtrack_figures"
_LONG = 3_000_000
_KINDS = (".parquet", ".csv")


def connect(*, memory: str = MEMORY, spill: str | Path | None = None) -> DuckDBPyConnection:
    """Open a DuckDB that keeps to a limit of memory, and uses the disk beyond it.

    Args:
        memory: What it may hold, as "4GB"; the process itself takes some hundred MB besides.
        spill: The directory for what does not fit; by default one of the system's for temporary files.

    Raises:
        InvalidField: If the limit is none that DuckDB understands.
        MissingExtra: If DuckDB is not installed.

    Example:
        >>> connect(memory="1GB").sql("select current_setting('memory_limit')").fetchall()
        [('953.6 MiB',)]
    """
    try:
        import duckdb
    except ImportError:
        raise MissingExtra("frames", "claimtrack.frames.connect") from None
    folder = str(spill) if spill is not None else str(Path(tempfile.gettempdir()) / "claimtrack_spill")
    connection = duckdb.connect()
    try:
        connection.execute("set memory_limit = ?", [memory])
        connection.execute("set temp_directory = ?", [folder])
    except duckdb.Error:
        raise InvalidField("frames.connect", "memory", memory, 'a size with its unit, as "4GB"') from None
    for name, value in (
        ("preserve_insertion_order", False),
        ("enable_progress_bar", True),
        ("enable_progress_bar_print", False),
    ):
        connection.execute(f"set {name} = {value}")
    return connection


def read(path: str | Path, connection: DuckDBPyConnection) -> DuckDBPyRelation:
    """A Parquet or CSV file as a table of DuckDB; nothing is read yet.

    Raises:
        InvalidField: If the file is of another kind.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in _KINDS:
        raise InvalidField("frames", "table", str(path), "a .parquet or .csv file, or a table")
    return connection.read_parquet(str(path)) if suffix == ".parquet" else connection.read_csv(str(path))


def keep(frame: Frame, connection: DuckDBPyConnection) -> Frame:
    """The same rows, computed once and held by the connection."""
    name = f"claimtrack_{token_hex(8)}"
    native = cast("DuckDBPyRelation", frame.to_native())
    connection.execute(f"create temp table {name} as {native.sql_query()}")
    return nw.from_native(connection.table(name))


def reconcile_file(
    source: str | Path,
    target: str | Path,
    *,
    policy: AnyPolicy = DEFAULT.name,
    memory: str = MEMORY,
    spill: str | Path | None = None,
    show_progress: bool | None = None,
) -> int:
    """Reconcile a file of claims that need not fit into memory, and write the figures to another.

    As with `reconcile`, the claims are taken as they are: `claims` checks them, and `settle` finds what was
    superseded or overtaken.

    Args:
        source: A Parquet or CSV file with the columns of a claims table (see `COLUMNS`).
        target: The Parquet or CSV file to write, ordered by event and question.
        policy: A policy over columns, or its name.
        memory: What DuckDB may hold, as "4GB"; the process itself takes some hundred MB besides.
        spill: The directory for what does not fit.
        show_progress: Whether to show a progress bar; by default in a terminal, for long work.

    Returns:
        How many questions were answered.

    Raises:
        InvalidField: If columns are missing or mistyped, a file is of another kind, or the policy is none
            that columns carry.
        MissingExtra: If DuckDB is not installed.
    """
    with connect(memory=memory, spill=spill) as connection:
        table = read(source, connection)
        ours = [name for name in table.columns if name in COLUMNS]
        return in_parts(
            table.select(", ".join(f'"{name}"' for name in ours)) if ours else table, target,
            lambda part: reconcile(part, policy=policy), connection, show_progress=show_progress,
        )  # fmt: skip


def in_parts(
    table: DuckDBPyRelation,
    target: str | Path,
    work: Work,
    connection: DuckDBPyConnection,
    *,
    rows: int | None = None,
    show_progress: bool | None = None,
) -> int:
    """Do what needs whole questions to a table, in parts that fit into the memory of its connection.

    Args:
        table: A table with the columns `event` and `question`; all claims on a question are in one part.
        target: The Parquet or CSV file to write, ordered by event and question.
        work: What is done to each part.
        connection: The connection of the table, from `connect`.
        rows: How many rows the table has, where that is known and slow to count.
        show_progress: Whether to show a progress bar; by default in a terminal, for long work.

    Returns:
        How many rows were written.
    """
    suffix = Path(target).suffix.lower()
    if suffix not in _KINDS:
        raise InvalidField("frames", "target", str(target), "a .parquet or .csv file")
    size = count(table) if rows is None else rows
    parts = max(1, -(-size * _row_size(table) // _limit(connection)))
    asked = work(table)  # what is wrong with the columns is told before anything is done
    with progress("reconciling", 100, show=show_progress, long=0 if size >= _LONG else 101) as advance:
        if parts > 1:
            asked = _figures(table, work, connection, parts, advance)
        with _watched(connection, lambda done: advance(int(done if parts == 1 else 100))):
            ordered = asked.order("event, question")
            if suffix == ".csv":
                ordered.write_csv(str(target), header=True)
            else:
                ordered.write_parquet(str(target))
    connection.execute(f"drop table if exists {_FIGURES}")
    return count(read(target, connection))


def _figures(
    table: DuckDBPyRelation,
    work: Work,
    connection: DuckDBPyConnection,
    parts: int,
    advance: Callable[[int], object],
) -> DuckDBPyRelation:
    """The figures of all parts; each is held while it is worked on, for a plan may read it several times."""
    for part in range(parts):
        share = partial(_share, part, parts, advance)
        with _watched(connection, share):
            connection.execute(f"drop table if exists {_PART}")
            table.filter(f"hash(event, question) % {parts} = {part}").create(_PART)
            figures = work(connection.table(_PART))
            if part == 0:
                connection.execute(f"drop table if exists {_FIGURES}")
                figures.create(_FIGURES)
            else:
                figures.insert_into(_FIGURES)
    connection.execute(f"drop table {_PART}")
    return connection.table(_FIGURES)


def _share(part: int, parts: int, advance: Callable[[int], object], done: float) -> None:
    advance(int((part * 100 + done) / parts))


def count(table: DuckDBPyRelation) -> int:
    """How many rows a table has."""
    return int(table.aggregate("count(*)").fetchall()[0][0])


def _row_size(table: DuckDBPyRelation) -> int:
    """Bytes that a row takes in memory while it is worked on, about."""
    return _WORK + sum(_TEXT if str(kind) == "VARCHAR" else _NUMBER for kind in table.types)


def _limit(connection: DuckDBPyConnection) -> int:
    """The limit of memory in bytes."""
    units = {"bytes": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40}
    ((limit,),) = connection.sql("select current_setting('memory_limit')").fetchall()
    number, unit = str(limit).split()
    return int(float(number) * units[unit])


@contextmanager
def _watched(
    connection: DuckDBPyConnection, advance: Callable[[float], object]
) -> Generator[None, None, None]:
    """Tell how far a query has come, while it runs."""
    done = Event()

    def watch() -> None:
        while not done.wait(0.5):
            come = connection.query_progress()
            if come >= 0:
                advance(come)

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()

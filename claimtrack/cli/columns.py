"""The command that reconciles a table of claims, too large for a ledger, into a table of figures."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from claimtrack.cli import FOUND
from claimtrack.cli.printing import form_of, note, put, put_json, width_of
from claimtrack.errors import InvalidField, MissingExtra
from claimtrack.reconcile import DEFAULT
from claimtrack.tables.claims import text_of
from claimtrack.tables.drawing import Sheet
from claimtrack.tables.grid import Row

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

SHOWN = 20
"""So many defects are printed one by one; the rest are counted."""

_FILES = (".parquet", ".csv")
_UNUSED = {
    "question": "--question", "event": "--event", "as_of": "--as-of", "recorded_by": "--recorded-by",
    "form": "--from",
}  # fmt: skip


def reconcile_table(given: SimpleNamespace) -> int:
    """Write the figure for each question of a claims table to a file; exit 1 where rows have defects.

    Raises:
        InvalidField: If a file is of another kind, or an option has no meaning for a table.
        FileNotFoundError: If there is no such table.
        MissingExtra: If narwhals or DuckDB is not installed.
    """
    table, output = _files(given)
    from claimtrack import frames
    from claimtrack.frames.files import MEMORY, count, read

    try:
        import duckdb
    except ImportError:
        raise MissingExtra("frames", "claimtrack reconcile") from None

    try:
        with frames.connect(memory=given.memory or MEMORY, spill=given.spill) as connection:
            checked = frames.claims(table, lang=given.wording, connection=connection)
            found = count(checked.defects)
            defects = _defects(checked.defects, all_of=given.json)
            questions = frames.in_parts(
                checked.table,
                output,
                lambda part: frames.reconcile(frames.settle(part), policy=given.policy or DEFAULT.name),
                connection,
                rows=count(read(table, connection)),
            )
    except duckdb.Error as error:
        said = " ".join(str(error).split())
        raise InvalidField(
            "claimtrack reconcile", "table", str(table), f"what DuckDB can read: {said}"
        ) from None
    if given.json:
        put_json({"output": str(output), "questions": questions, "defects": defects})
    elif defects:
        shown = Sheet(defects, _COLUMNS, None, _rest(found), "", given.lang)
        put(given, shown.table(form_of(given), width_of(given)))
    note(f"wrote {output}: {questions:,} questions; {found:,} rows have defects")
    return FOUND if defects else 0


def _files(given: SimpleNamespace) -> tuple[Path, Path]:
    """The table and the file to write, where they are of kinds that can be read and written."""
    for name, option in _UNUSED.items():
        if getattr(given, name) is not None:
            raise InvalidField(
                "claimtrack reconcile", option, getattr(given, name), "none for a table of claims"
            )
    if given.output is None:
        raise InvalidField("claimtrack reconcile", "--output", None, "the .parquet or .csv file to write")
    table, output = Path(given.ledger), Path(given.output)
    for field, place in (("table", table), ("--output", output)):
        if place.suffix.lower() not in _FILES:
            raise InvalidField("claimtrack reconcile", field, str(place), "a .parquet or .csv file")
    if not table.exists():
        raise FileNotFoundError(2, "no such file", str(table))
    if table.resolve() == output.resolve():
        raise InvalidField("claimtrack reconcile", "--output", str(output), "another file than the table")
    return table, output


def _defects(relation: DuckDBPyRelation, *, all_of: bool) -> list[Row]:
    keys = ("event", "question", "claim", "message")
    ordered = relation.order("event, question, claim")
    rows = (ordered if all_of else ordered.limit(SHOWN)).fetchall()
    return [dict(zip(keys, row, strict=True)) for row in rows]


def _rest(count: int) -> tuple[str, ...]:
    return (f"{count - SHOWN:,} more; --json lists all.",) if count > SHOWN else ()


_COLUMNS = (text_of("event"), text_of("question"), text_of("claim"), text_of("message"))

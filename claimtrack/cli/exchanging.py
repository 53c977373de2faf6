"""Commands that read and write files: import, export, template, verify, salvage."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from claimtrack.cli.opening import SUFFIXES, form_of_file, module_of, open_ledger, read_ledger
from claimtrack.cli.printing import counted, form_of, note, put, put_json, width_of
from claimtrack.errors import InvalidField, Problem
from claimtrack.io.losses import Loss
from claimtrack.ledger import Ledger
from claimtrack.tables.claims import text_of
from claimtrack.tables.drawing import Sheet

DEFECTIVE = 1


def import_(given: SimpleNamespace) -> int:
    """Read a file of another format into a ledger; exit 1 where it has defects."""
    problems: Sequence[Problem]
    if given.columns or given.relations:
        from claimtrack.io.sheets import read

        columns = dict(_pair(text) for text in given.columns) if given.columns else None
        source, problems = read(given.source, columns=columns, relations=given.relations)
    else:
        source, problems = read_ledger(given.source, given.form)
    _write_home(source, given.ledger)
    if given.json:
        rows = [_row(problem) for problem in problems]
        put_json({"output": given.ledger, "claims": len(source.claims()), "problems": rows})
        return DEFECTIVE if problems else 0
    note(f"wrote {given.ledger}: {counted(len(source.claims()), 'claim', 'claims')} from {given.source}")
    for problem in problems:
        note(str(problem))
    return DEFECTIVE if problems else 0


def _pair(text: str) -> tuple[str, str]:
    meaning, equals, column = text.partition("=")
    if not equals:
        raise InvalidField("claimtrack", "--columns", text, "MEANING=COLUMN", "e.g. answer=Toll")
    return meaning.strip(), column.strip()


def _write_home(ledger: Ledger, path: str) -> None:
    """Write a ledger to JSONL, or add it to a store."""
    if form_of_file(path, None) == "store":
        from claimtrack.io.store import open_store

        with open_store(path) as store:
            store.record_all(entry.record for entry in ledger.entries())
        return
    if form_of_file(path, None) != "jsonl":
        raise InvalidField("claimtrack", "ledger", path, "a name that ends in .jsonl or .sqlite")
    from claimtrack.io.jsonl import dump

    dump(ledger, path)


def export(given: SimpleNamespace) -> int:
    """Write a ledger in another format, and say what it could not carry."""
    ledger = open_ledger(given)
    if given.output == "-":
        return _export_to_stdout(ledger, given)
    losses = _export(ledger, given.output, form_of_file(given.output, given.to), given.relations)
    if given.json:
        put_json({"output": given.output, "losses": [_loss(loss) for loss in losses]})
        return 0
    for loss in losses:
        note(str(loss))
    listed = f"; {counted(len(losses), 'loss', 'losses')}, listed above" if losses else ""
    note(f"wrote {given.output}{listed}")
    return 0


def _export(ledger: Ledger, output: str, form: str, relations: str | None) -> Sequence[Loss]:
    if relations is not None:
        if form != "sheets":
            raise InvalidField("claimtrack", "--relations", relations, "none: only a sheet has such a file")
        from claimtrack.io.sheets import write

        return list(write(ledger, output, relations=relations))
    if form in {"jsonl", "store"}:
        _write_home(ledger, output)
        return ()
    found: Sequence[Loss] | None = import_module(module_of(form, "write")).write(ledger, output)
    return found or ()


def _export_to_stdout(ledger: Ledger, given: SimpleNamespace) -> int:
    """Write to stdout what a file would hold; the losses go to the error stream."""
    form = form_of_file("", given.to or "jsonl")
    suffix = next((end for end, name in SUFFIXES.items() if name == form and end != ".xlsx"), f".{form}")
    with TemporaryDirectory() as directory:
        place = Path(directory) / f"export{'.csv' if form == 'sheets' else suffix}"
        losses = _export(ledger, str(place), form, given.relations)
        sys.stdout.flush()
        sys.stdout.buffer.write(place.read_bytes())
    for loss in losses:
        note(str(loss))
    return 0


def _loss(loss: Loss) -> dict[str, object]:
    return {"what": loss.what, "count": loss.count, "because": loss.because}


def template(given: SimpleNamespace) -> int:
    """Write an empty sheet to fill in."""
    from claimtrack.io.sheets import write_template

    write_template(given.output, relations=given.relations)
    if given.json:
        put_json({"output": given.output})
    else:
        note(f"wrote {given.output}: fill it in, then `claimtrack import {given.output} claims.jsonl`")
    return 0


def verify(given: SimpleNamespace) -> int:
    """Check a ledger; exit 1 where something does not hold."""
    ledger, found = read_ledger(given.ledger, given.form)
    problems = [*found, *ledger.problems()]
    chain = getattr(ledger, "verify", None)
    checked = chain(head=given.head) if chain is not None else None
    if checked is not None:
        problems += checked.problems
    elif given.head:
        raise InvalidField("claimtrack", "--head", given.head, "none: only a store has a chain of hashes")
    if given.json:
        put_json(
            {
                "entries": len(ledger),
                "head": getattr(checked, "head", None),
                "problems": [_row(p) for p in problems],
            }
        )
    elif not problems:
        put(
            given,
            f"{counted(len(ledger), 'entry', 'entries')}, no problems"
            + (f"; head {checked.head}" if checked is not None else ""),
        )
    else:
        sheet = Sheet([_row(p) for p in problems], _COLUMNS, None, (), "", given.lang)
        put(given, sheet.table(form_of(given), width_of(given)))
    return DEFECTIVE if problems else 0


def salvage_(given: SimpleNamespace) -> int:
    """Save what is good of a damaged store; exit 1 where something is wrong with it."""
    from claimtrack.io.store import salvage

    found = salvage(given.store, given.output, keep=given.keep)
    saved = found.entries + found.later
    if given.json:
        rows = [_row(problem) for problem in found.problems]
        put_json({"output": given.output, "good": found.entries, "later": found.later, "problems": rows})
    else:
        note(f"wrote {given.output}: {counted(saved, 'entry', 'entries')}")
        note(str(found))
    return 0 if found.intact else DEFECTIVE


def _row(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "location": problem.location,
        "message": problem.message,
        "records": list(problem.records),
        "raw": problem.raw,
    }


_COLUMNS = (text_of("code"), text_of("location"), text_of("message"))

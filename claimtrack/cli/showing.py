"""Commands that show what a ledger holds: demo, table, status, changes, sources."""

from __future__ import annotations

import argparse
from collections import Counter
from importlib.resources import as_file, files
from typing import Any

from claimtrack.cli.opening import find_claims, find_event, find_question, open_ledger, read_ledger
from claimtrack.cli.printing import form_of, note, put, put_json, width_of
from claimtrack.errors import InvalidField
from claimtrack.events import Event
from claimtrack.ledger import Ledger
from claimtrack.questions import Question
from claimtrack.status import State
from claimtrack.tables import changing, claims, matrix, reconciled, speakers, sums
from claimtrack.tables.claims import claim_order, claim_row
from claimtrack.tables.grid import Row
from claimtrack.tables.labels import Language, labels


def demo(given: argparse.Namespace) -> int:
    """Show the founding case, or write its ledger to a file."""
    with as_file(files("claimtrack.cli") / "data" / "bamako_2024.jsonl") as place:
        ledger, _ = read_ledger(str(place), "jsonl")
        if given.write:
            from claimtrack.io.jsonl import dump

            dump(ledger, given.write)
            note(f"wrote {given.write}: try `claimtrack table {given.write}`")
            return 0
    if given.json:
        put_json(claims.status_rows(ledger, lang=given.lang))
        return 0
    how = {"format": form_of(given), "lang": given.lang, "width": width_of(given)}
    for table in (claims.status_table, reconciled.figures_table, reconciled.verdicts_table):
        put(given, f"{table(ledger, **how)}\n")
    return 0


def table(given: argparse.Namespace) -> int:
    """Print one table of a ledger."""
    ledger = open_ledger(given)
    make, rows = _TABLES[given.which]
    about = _about(given, ledger)
    if given.json:
        put_json(rows(ledger, lang=given.lang, **about))
        return 0
    chosen: dict[str, Any] = {"format": form_of(given), "lang": given.lang, "width": width_of(given)}
    if given.columns:
        chosen["columns"] = given.columns
    if given.sort:
        chosen["sort"] = given.sort
    if given.group:
        chosen["group"] = None if given.group == "none" else given.group
    _refuse_unused(given, chosen)
    put(given, make(ledger, **about, **chosen))
    return 0


def status(given: argparse.Namespace) -> int:
    """Say where claims stand, why, and what it would take to move them."""
    ledger = open_ledger(given)
    words = labels(given.lang)
    chosen = ledger.claims() if given.claim is None else find_claims(ledger, given.claim)
    rows = [claim_row(ledger.log, c, ledger.status(c), words) for c in sorted(chosen, key=claim_order)]
    if given.json:
        put_json(rows)
        return 0
    if given.claim is None:
        counts = Counter(str(row["state"]) for row in rows)
        lines = [f"{counts[state.value]:>7,}  {words[state.value]}" for state in State if counts[state.value]]
        put(given, "\n".join(lines) or words["no_claims"])
        return 0
    columns = [
        "state", "source", "said", "reads_as", "stated", "question", "event", "because", "missing", "support",
        "interest", "credibility", "supported_by", "contested_by", "url", "id",
    ]  # fmt: skip
    sheet = claims.claims_sheet(rows, columns, given.lang)
    put(given, sheet.table(given.format or "stacked", width_of(given)))
    return 0


def changes(given: argparse.Namespace) -> int:
    """Say what was recorded since a day, and what it moved."""
    ledger = open_ledger(given)
    if given.json:
        put_json(changing.changes_rows(ledger, given.since, lang=given.lang))
        return 0
    how = {"format": form_of(given), "lang": given.lang, "width": width_of(given)}
    put(given, changing.changes_table(ledger, given.since, **how))
    return 0


def sources(given: argparse.Namespace) -> int:
    """Print who speaks, how often, and where their claims stand."""
    ledger = open_ledger(given)
    if given.json:
        put_json(speakers.sources_rows(ledger, lang=given.lang))
        return 0
    how = {"format": form_of(given), "lang": given.lang, "width": width_of(given)}
    put(given, speakers.sources_table(ledger, **how))
    return 0


def _policies_table(
    ledger: Ledger,
    question: Question,
    event: Event | None,
    *,
    format: str,  # noqa: A002
    lang: Language,
    width: int,
) -> str:
    from claimtrack.reconcile import compare_policies

    compared = compare_policies(ledger, question.id, event)
    return sums.policies_table(compared, format=format, lang=lang, width=width)


def _policies_rows(ledger: Ledger, question: Question, event: Event | None, *, lang: Language) -> list[Row]:
    from claimtrack.reconcile import compare_policies

    return sums.policies_rows(compare_policies(ledger, question.id, event), lang=lang)


_TABLES: dict[str, tuple[Any, Any]] = {
    "status": (claims.status_table, claims.status_rows),
    "matrix": (matrix.matrix_table, matrix.matrix_rows),
    "figures": (reconciled.figures_table, reconciled.figures_rows),
    "verdicts": (reconciled.verdicts_table, reconciled.verdicts_rows),
    "sources": (speakers.sources_table, speakers.sources_rows),
    "changes": (changing.changes_table, changing.changes_rows),
    "open-questions": (changing.open_questions_table, changing.open_questions_rows),
    "origins": (speakers.origins_table, speakers.origins_rows),
    "policies": (_policies_table, _policies_rows),
}

_BY_EVENT = {"matrix", "figures", "verdicts"}
_BY_QUESTION = {"origins", "policies"}
_UNSORTED = {"matrix", "open-questions", "origins", "policies"}
_WITH_COLUMNS = frozenset(_TABLES) - {"matrix", "policies"}


def _about(given: argparse.Namespace, ledger: Ledger) -> dict[str, Any]:
    """What the table is asked about, as it takes it."""
    event = find_event(ledger, given.event)
    about: dict[str, Any] = {}
    if given.which in _BY_QUESTION:
        if not given.question:
            raise InvalidField("claimtrack", "--question", None, f"a question for the table of {given.which}")
        about.update(question=find_question(ledger, given.question, event), event=event)
    elif given.which in _BY_EVENT:
        about.update(event=event)
    if given.which == "figures" and given.policy:
        about.update(policy=given.policy)
    if given.which == "changes":
        if not given.since:
            raise InvalidField("claimtrack", "--since", None, "a date for the table of changes")
        about.update(since=given.since)
    return about


def _refuse_unused(given: argparse.Namespace, chosen: dict[str, Any]) -> None:
    """Say so where an option does nothing, rather than pass over it."""
    for option in ("sort", "group"):
        if option in chosen and given.which in _UNSORTED:
            raise InvalidField(
                "claimtrack", f"--{option}", chosen[option], f"none for the table of {given.which}"
            )
    if "columns" in chosen and given.which not in _WITH_COLUMNS:
        expected = f"none for the table of {given.which}"
        raise InvalidField("claimtrack", "--columns", chosen["columns"], expected)

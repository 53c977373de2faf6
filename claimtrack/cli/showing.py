"""Commands that show what a ledger holds: demo, table, status, changes, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from importlib.resources import as_file, files
from types import SimpleNamespace
from typing import Any

from click import UsageError, get_current_context

from claimtrack.claims import Claim
from claimtrack.cli.opening import (
    find_claims,
    find_event,
    find_question,
    find_source,
    open_ledger,
    read_ledger,
)
from claimtrack.cli.printing import form_of, note, put, put_json, width_of
from claimtrack.errors import InvalidField, MissingExtra
from claimtrack.events import Event
from claimtrack.ledger import Ledger
from claimtrack.questions import Question
from claimtrack.reconcile import DEFAULT, FigureReconciliation, compare_policies, reconcile
from claimtrack.status import State
from claimtrack.tables import changing, claims, matrix, reconciled, speakers, sums
from claimtrack.tables.claims import claim_order, claim_row
from claimtrack.tables.grid import Row
from claimtrack.tables.labels import labels, marked
from claimtrack.tables.phrases import number
from claimtrack.tables.speakers import Recorded


def demo(given: SimpleNamespace) -> int:
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
    form, width = form_of(given), width_of(given)
    for table in (claims.status_table, reconciled.figures_table, reconciled.verdicts_table):
        put(given, f"{table(ledger, format=form, lang=given.lang, width=width)}\n")
    return 0


def table(given: SimpleNamespace) -> int:
    """Print one table of a ledger."""
    ledger = open_ledger(given)
    make, rows = _TABLES[given.which]
    _refuse_unused(given)
    about = _about(given, ledger)
    if given.json:
        sort = {"sort": given.sort} if given.sort else {}
        put_json(rows(ledger, lang=given.lang, **about, **sort))
        return 0
    chosen: dict[str, Any] = {"format": form_of(given), "lang": given.lang, "width": width_of(given)}
    if given.columns:
        chosen["columns"] = given.columns
    if given.sort:
        chosen["sort"] = given.sort
    if given.group:
        chosen["group"] = None if given.group == "none" else given.group
    put(given, make(ledger, **about, **chosen))
    return 0


def status(given: SimpleNamespace) -> int:
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
        shown = marked(words) if form_of(given).startswith("terminal") else words
        lines = [
            f"{number(counts[state.value], words):>7}  {shown[state.value]}"
            for state in State
            if counts[state.value]
        ]
        put(given, "\n".join(lines) or words["no_claims"])
        return 0
    columns = [
        "state", "source", "said", "reads_as", "stated", "question", "event", "because", "missing", "support",
        "interest", "credibility", "supported_by", "contested_by", "url", "id",
    ]  # fmt: skip
    sheet = claims.claims_sheet(rows, columns, given.lang)
    put(given, sheet.table(form_of(given, "stacked"), width_of(given)))
    return 0


def changes(given: SimpleNamespace) -> int:
    """Say what was recorded since a day, and what it moved."""
    ledger = open_ledger(given)
    if given.json:
        put_json(changing.changes_rows(ledger, given.since, lang=given.lang))
        return 0
    form, width = form_of(given), width_of(given)
    put(given, changing.changes_table(ledger, given.since, format=form, lang=given.lang, width=width))
    return 0


def sources(given: SimpleNamespace) -> int:
    """Print who speaks, how often, and where their claims stand."""
    ledger = open_ledger(given)
    records = _records(ledger) if given.track_records else ()
    if given.json:
        put_json(speakers.sources_rows(ledger, track_records=records, lang=given.lang))
        return 0
    form, width = form_of(given), width_of(given)
    table = speakers.sources_table(ledger, track_records=records, format=form, lang=given.lang, width=width)
    put(given, table)
    return 0


def _records(ledger: Ledger) -> Sequence[Recorded]:
    """How the figures of each source compared before, learned from the ledger itself."""
    try:
        from claimtrack.learning import fit
    except ImportError:
        raise MissingExtra("learn", "--track-records") from None
    return fit(ledger).track_records


def _policies_table(ledger: Ledger, question: Question, event: Event | None, **how: Any) -> str:  # noqa: ANN401
    return sums.policies_table(compare_policies(ledger, question.id, event), **how)


def _policies_rows(ledger: Ledger, question: Question, event: Event | None, **how: Any) -> list[Row]:  # noqa: ANN401
    return sums.policies_rows(compare_policies(ledger, question.id, event), **how)


def _totals_table(ledger: Ledger, question: Question, policy: str, **how: Any) -> str:  # noqa: ANN401
    return sums.totals_table(_over_events(ledger, question, policy), **how)


def _totals_rows(ledger: Ledger, question: Question, policy: str, **how: Any) -> list[Row]:  # noqa: ANN401
    return sums.totals_rows(_over_events(ledger, question, policy), **how)


def _over_events(ledger: Ledger, question: Question, policy: str) -> list[FigureReconciliation]:
    """The figures for one question, of every event it is asked of."""
    asked = [event for event in ledger.events if question in ledger.questions(event=event)]
    results = [reconcile(ledger, question.id, event, policy=policy) for event in asked]
    figures = [result for result in results if isinstance(result, FigureReconciliation)]
    if not figures:
        raise InvalidField("claimtrack", "--question", str(question), "a count: only figures are added up")
    return figures


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
    "totals": (_totals_table, _totals_rows),
}

_USED = {
    "event": {"status", "matrix", "figures", "verdicts", "origins", "policies"},
    "question": {"status", "origins", "policies", "totals"},
    "source": {"status"},
    "state": {"status"},
    "policy": {"figures", "totals"},
    "since": {"changes"},
    "track_records": {"sources"},
}
"""The tables that an option means something to."""

_NEEDED = {"question": {"origins", "policies", "totals"}, "since": {"changes"}}


def _refuse_unused(given: SimpleNamespace) -> None:
    """Say so where an option does nothing, or is needed, rather than pass over it."""
    for option, tables in _USED.items():
        value = getattr(given, option)
        written = f"--{option.replace('_', '-')}"
        if value and given.which not in tables:
            raise InvalidField("claimtrack", written, value, f"none for the table of {given.which}")
        if not value and given.which in _NEEDED.get(option, ()):
            what = "DATE" if option == "since" else "WORDS"
            raise UsageError(f"The table of {given.which} needs {written} {what}.", get_current_context())


def _about(given: SimpleNamespace, ledger: Ledger) -> dict[str, Any]:
    """What the table is asked about, as it takes it."""
    event = find_event(ledger, given.event)
    question = find_question(ledger, given.question, event) if given.question else None
    if given.which == "status":
        return {"claims": _some_claims(given, ledger, event, question)}
    about: dict[str, Any] = {}
    if given.which in _USED["event"]:
        about["event"] = event
    if given.which in _USED["question"]:
        about["question"] = question
    if given.which in _USED["policy"]:
        about["policy"] = given.policy or DEFAULT
    if given.since:
        about["since"] = given.since
    if given.track_records:
        about["track_records"] = _records(ledger)
    return about


def _some_claims(
    given: SimpleNamespace, ledger: Ledger, event: Event | None, question: Question | None
) -> Sequence[Claim] | None:
    """The claims that were asked for; `None` is all of them."""
    if not (event or question or given.source or given.state):
        return None
    source = find_source(ledger, given.source) if given.source else None
    return ledger.claims(event=event, question=question, source=source, state=given.state)

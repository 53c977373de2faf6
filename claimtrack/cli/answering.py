"""Commands that answer questions: reconcile, explain, compare."""

from __future__ import annotations

from types import SimpleNamespace

from claimtrack.cli.opening import find_event, find_question, open_ledger
from claimtrack.cli.printing import form_of, put, put_json, width_of
from claimtrack.errors import InvalidField
from claimtrack.ledger import Ledger
from claimtrack.reconcile import (
    DEFAULT,
    FigureReconciliation,
    VerdictReconciliation,
    compare_policies,
    reconcile,
)
from claimtrack.tables.reconciled import figures_rows, figures_table, verdicts_rows, verdicts_table
from claimtrack.tables.sums import policies_rows, policies_table
from claimtrack.telling import tell


def reconcile_(given: SimpleNamespace) -> int:
    """Print the figure for each question, or the answer to one; for a table of claims, write a table."""
    if given.output is not None or given.ledger.lower().endswith(".parquet"):
        from claimtrack.cli.columns import reconcile_table

        return reconcile_table(given)
    for option, value in {"--in": given.wording, "--memory": given.memory, "--spill": given.spill}.items():
        if value is not None:
            raise InvalidField("claimtrack reconcile", option, value, "none for a ledger")
    ledger = open_ledger(given)
    if given.question:
        result = _answer(given, ledger)
        if given.json:
            put_json(result.to_dict())
        else:
            put(given, tell(result.headline, given.lang))
        return 0
    event = find_event(ledger, given.event)
    policy = given.policy or DEFAULT
    if given.json:
        figures = figures_rows(ledger, policy=policy, event=event, lang=given.lang)
        verdicts = verdicts_rows(ledger, event=event, lang=given.lang)
        put_json({"figures": figures, "verdicts": verdicts})
        return 0
    form, width = form_of(given), width_of(given)
    figures_text = figures_table(
        ledger, policy=policy, event=event, format=form, lang=given.lang, width=width
    )
    put(given, figures_text)
    verdicts_text = verdicts_table(ledger, event=event, format=form, lang=given.lang, width=width)
    if verdicts_text.rows:
        put(given, f"\n{verdicts_text}")
    return 0


def explain(given: SimpleNamespace) -> int:
    """Tell how the answer to one question came about."""
    result = _answer(given, open_ledger(given))
    if given.json:
        put_json(result.to_dict())
        return 0
    if given.format in {"github", "pipe", "markdown"}:
        put(given, result.explain("markdown", width=width_of(given), lang=given.lang))
    else:
        put(given, result.explain(width=width_of(given), lang=given.lang))
    return 0


def compare(given: SimpleNamespace) -> int:
    """Print what each policy gives for one question."""
    ledger = open_ledger(given)
    event = find_event(ledger, given.event)
    compared = compare_policies(ledger, find_question(ledger, given.question, event).id, event)
    if given.json:
        put_json(policies_rows(compared, lang=given.lang))
        return 0
    put(given, policies_table(compared, format=form_of(given), lang=given.lang, width=width_of(given)))
    return 0


def _answer(given: SimpleNamespace, ledger: Ledger) -> FigureReconciliation | VerdictReconciliation:
    event = find_event(ledger, given.event)
    question = find_question(ledger, given.question, event)
    return reconcile(ledger, question, event, policy=given.policy or DEFAULT)

"""The answers of the column engine, of whichever tables, beside those of the object engine."""

from __future__ import annotations

from claimtrack import frames
from claimtrack.assessments import Verdict
from claimtrack.frames.schema import LIFECYCLE_CODES, STATE_CODES, SUPPORT_CODES, VERDICT_CODES
from claimtrack.questions import Measure
from claimtrack.reconcile import FigureReconciliation, reconcile_all
from claimtrack.status import Lifecycle

NUMBERS = ("low", "best", "high", "contested", "claims", "heard", "voices", "estimated", "policy",
           "policy_version")  # fmt: skip
AXES = ("lifecycle", "verdict", "support", "contested", "state")


def rows(table):
    """The rows of a table of any engine, as dicts of plain values."""
    if hasattr(table, "to_dicts"):
        return table.to_dicts()
    if hasattr(table, "fetchall"):
        return [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
    if hasattr(table, "collect"):
        return [row.asDict() for row in table.collect()]
    plain = table.astype(object).where(table.notna(), None)
    return plain.to_dict("records")


def sorted_rows(table):
    """The rows of a table in an order of their own."""
    return sorted(rows(table), key=str)


def key(row):
    return (row["event"], row["question"])


def answers_of_columns(table, policy):
    """Every column of a result, by question."""
    found = rows(frames.reconcile(table, policy=policy))
    return {key(row): tuple(row[name] for name in NUMBERS) for row in found}


def roles_of_columns(table, policy):
    """What became of each claim, by claim."""
    found = rows(frames.account(table, policy=policy))
    return {(*key(row), row["claim"]): frames.Role(row["role"]).name for row in found}


def objects(ledger, policy):
    """What the object engine answers without parts and wholes, and what became of each claim."""
    answers, roles = {}, {}
    for result in reconcile_all(ledger, policy=policy):
        if not isinstance(result, FigureReconciliation):
            continue
        asked = (result.event.id, result.question.id)
        ruling = result.ruling
        heard = sum(len(voice.claims) for voice in result.voices)
        answers[asked] = (
            ruling.low, ruling.best, ruling.high, int(result.contested), len(result.account), heard,
            len(result.voices), int(result.estimated), result.policy, result.policy_version,
        )  # fmt: skip
        roles.update({(*asked, entry.claim.id): entry.role.value for entry in result.account})
    return answers, roles


def statuses_of_columns(table):
    """The axes of every claim, by claim."""
    found = rows(frames.status(table))
    return {row["claim"]: tuple(row[name] for name in AXES) for row in found}


_DECIDED = {Lifecycle.retracted, Lifecycle.superseded}


def statuses_of_objects(ledger):
    """The same from a ledger; what columns do not tell of a claim that repeats several voices is null."""
    found = {}
    for claim in ledger.log.claims:
        if not isinstance(ledger.log.get(claim.question.id), Measure):
            continue
        status = ledger.status(claim)
        numeric = claim.figure is not None and claim.figure.bounds != (None, None)
        several = numeric and status.voice is None and len(status.repeats) > 1
        decided = status.lifecycle in _DECIDED or status.verdict is not Verdict.none
        found[claim.id] = (
            LIFECYCLE_CODES[status.lifecycle], VERDICT_CODES[status.verdict],
            None if several else SUPPORT_CODES[status.support],
            None if several else int(bool(status.contested_by)),
            None if several and not decided else STATE_CODES[status.state],
        )  # fmt: skip
    return found

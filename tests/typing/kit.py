"""What a type checker must see of policies, files and property tests. Checked, never run."""

# pyright: strict, reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from hypothesis import given
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack import strategies as cts
from claimtrack import testing
from claimtrack.io import sheets, ucdp
from claimtrack.io.losses import Losses
from claimtrack.reconcile import Policy, Ruling, Voices, prefer
from claimtrack.schemes import Grade, Scheme
from claimtrack.status import Status


def highest(voices: Voices) -> Ruling:
    """A policy is a function over voices."""
    points = [voice.point for voice in voices if voice.point is not None]
    assert_type(points, list[int])
    return Ruling(None, max(points, default=None), None)


def grade(status: Status) -> str:
    """A scheme may be a function over a status."""
    return status.state.value


policy: Policy = highest
ledger = ct.Ledger()
killed = ct.killed()
result = ct.reconcile(ledger, killed, policy=highest)
named = ct.reconcile(ledger, killed, policy="envelope")
chosen = ct.reconcile(ledger, killed, policy=prefer(["medical"]))
assert_type(named, ct.FigureReconciliation)
assert_type(named.best, int | None)
assert_type(ct.reconcile(ledger, ct.Proposition("It burned")), ct.VerdictReconciliation)

read = ucdp.read(Path("ged.csv"))
assert_type(read, tuple[ct.Ledger, tuple[ct.Problem, ...]])
assert_type(sheets.write(ledger, "sheet.csv"), Losses)
assert_type(ct.load("claims.jsonl"), ct.Ledger)
assert_type(ct.load("claims.jsonl", on_problem="collect"), tuple[ct.Ledger, tuple[ct.Problem, ...]])

testing.check_policy(highest)
testing.check_reader(ucdp.read, b"id,low\n", Path("ged.csv"))
testing.check_scheme(grade)
testing.check_scheme(Scheme("Ours", [Grade("open", "unverified")]))
testing.check_wordings(ct.figure)
testing.check_format(ct.dump, ct.load, suffix=".jsonl")
testing.assert_accounted_for(result, ledger)

assert_type(cts.claims(), st.SearchStrategy[ct.Claim])
assert_type(cts.ledgers(min_claims=2), st.SearchStrategy[ct.Ledger])
assert_type(cts.wordings(langs=["ar"]), st.SearchStrategy[tuple[str, ct.Figure]])
assert_type(st.from_type(ct.Claim), st.SearchStrategy[ct.Claim])


@given(cts.ledgers(questions=st.just(killed)))
def test_of_a_user(drawn: ct.Ledger) -> None:
    """A property test is typed as it is written."""
    testing.assert_laws(drawn, policy=highest)


testing.check_policy(max)  # type: ignore[arg-type]  # no function over voices
testing.check_scheme("every_casualty")  # type: ignore[arg-type]  # a name is not a scheme
cts.ledgers(2)  # type: ignore[arg-type,call-arg]  # by keyword only
cts.claims(sources=ct.Source("AFP"))  # type: ignore[arg-type]  # a value is not a strategy
ct.reconcile(ledger, "killed", policy=3)  # type: ignore[call-overload]  # no policy

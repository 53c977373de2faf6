"""What a notebook shows of the objects that a call gives back."""

from __future__ import annotations

import claimtrack as ct

HOSTILE = "<script>alert(1)</script> & 'dozens'"


def case() -> tuple[ct.Ledger, ct.Measure, ct.Proposition]:
    event, killed, burned = ct.Event(HOSTILE), ct.killed(), ct.Proposition(HOSTILE)
    ledger = ct.Ledger()
    ledger.record(
        ct.Claim(event, ct.Source(HOSTILE), killed, ct.at_least(13, words=HOSTILE)),
        ct.Claim(event, ct.Source(HOSTILE), burned, ct.affirms()),
    )
    return ledger, killed, burned


def test_what_sources_said_is_shown_as_text_and_never_runs():
    ledger, killed, burned = case()
    shown = [ledger, ledger.claims()[0].answer, ct.reconcile(ledger, killed), ct.reconcile(ledger, burned)]
    for value in shown:
        html = value._repr_html_()
        assert "<script>" not in html
    assert "&lt;script&gt;" in shown[1]._repr_html_()


def test_a_reconciliation_unfolds_its_account():
    ledger, killed, _ = case()
    html = ct.reconcile(ledger, killed)._repr_html_()
    assert "<details>" in html
    assert "at least 13" in html


def test_a_figure_shows_its_words():
    assert ct.exactly(77, words="77 morts")._repr_html_() == "77 <q>77 morts</q>"
    assert ct.exactly(77)._repr_html_() == "77"

"""Where many sources all give other numbers, people are told of the widest gaps and the count of the rest."""

from __future__ import annotations

import pytest

import claimtrack as ct
from claimtrack.reconcile.conflicts import told_conflicts

ARMY = ct.Party("Army")
EVENT = ct.Event("Attack", parties=[ARMY])
QUESTION = ct.killed(of=ARMY)


def reconciled(numbers):
    ledger = ct.Ledger()
    ledger.record(
        *(
            ct.Claim(EVENT, ct.Source(f"Source {n}"), QUESTION, ct.exactly(n), stated="2024-01-01")
            for n in numbers
        )
    )
    return ledger, ct.reconcile(ledger, QUESTION, event=EVENT)


def test_few_conflicts_are_all_told():
    _, result = reconciled([1, 10, 100])
    assert told_conflicts(result.conflicts, 3) == [conflict.because for conflict in result.conflicts]
    assert "more pair" not in str(result)


@pytest.mark.parametrize(
    ("most", "more"),
    [
        (2, "1 more pair of figures does not fit together."),
        (1, "2 more pairs of figures do not fit together."),
    ],
)
def test_of_many_the_widest_are_told_and_the_rest_is_counted(most, more):
    _, result = reconciled([1, 10, 100])
    told = told_conflicts(result.conflicts, most)
    assert told[0] == "1 (Source 1) and 100 (Source 100) cannot both be complete counts of the same dead."
    assert told[most:] == [more]
    assert len(result.conflicts) == 3


def test_a_headline_an_explanation_a_cell_and_a_page_stay_short(tmp_path):
    ledger, result = reconciled(range(1, 201))
    pairs = 200 * 199 // 2
    assert f"{pairs - 3:,} more pairs of figures do not fit together." in str(result)
    assert len(str(result)) < 600
    conflicts = result.explain().split("How the figure")[0].splitlines()
    assert f"  {pairs - 20:,} more pairs of figures do not fit together." in conflicts
    assert len(conflicts) < 30
    assert f"And {pairs - 3:,} more." in str(ct.figures_table(ledger))
    ct.report(ledger, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert f"{pairs - 20:,} more pairs of figures do not fit together." in page
    assert page.count("cannot both be") < 30
    assert "autres paires de chiffres ne concordent pas" in ct.tell(result.headline, "fr")


def test_the_data_have_every_conflict():
    _, result = reconciled(range(1, 31))
    assert len(result.to_dict()["conflicts"]) == len(result.conflicts) == 30 * 29 // 2
    assert all(row["because"] for row in result.to_dict()["conflicts"])

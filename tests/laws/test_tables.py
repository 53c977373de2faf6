"""Laws of tables: nothing is dropped, and the order in which claims were typed in does not show."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from printed_ledger import build, claims

from claimtrack import tables

ORDERLY = [
    tables.status_table,
    tables.matrix_table,
    tables.figures_table,
    tables.verdicts_table,
    tables.sources_table,
]


@settings(max_examples=20)
@given(st.permutations(claims()))
def test_the_order_of_recording_does_not_show(records):
    one, other = build(), build(records)
    for table in ORDERLY:
        assert str(table(one)) == str(table(other)), table.__name__


@settings(max_examples=30)
@given(
    st.integers(60, 160),
    st.sampled_from(["simple", "plain", "psql", "simple_grid", "stacked"]),
    st.sampled_from(["question", "source", "state", "stated", None]),
    st.sampled_from(["stated", "-stated", "source", "low", "-high", None]),
)
def test_every_claim_stands_in_the_status_table_whatever_its_form(width, form, group, sort):
    ledger = build()
    table = tables.status_table(
        ledger, format=form, width=width, group=group, sort=sort, columns=["state", "reads_as", "id"]
    )
    text = "".join(table.split()).replace("│", "").replace("|", "")
    assert {row["id"] for row in table.rows} == {claim.id for claim in ledger.claims()}
    assert all(claim.id in text for claim in ledger.claims())

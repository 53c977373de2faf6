"""A tidy table of claims for pandas, R and Datasette: one row a claim, one column a variable."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from typing import TYPE_CHECKING

from claimtrack.io.delimited import write_delimited
from claimtrack.io.losses import Losses, lost
from claimtrack.ledger import Ledger
from claimtrack.tidy import COLUMNS, TidyRows

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["COLUMNS", "rows", "to_pandas", "to_polars", "write"]


def rows(ledger: Ledger) -> Iterator[dict[str, object]]:
    """One row for each claim; what is not known is `None`."""
    for row in TidyRows(ledger.log, ledger.statuses):
        yield dict(zip(COLUMNS, row, strict=True))


def write(ledger: Ledger, path: str | PathLike[str]) -> Losses:
    """Write the claims as CSV, UTF-8 with a mark, safe from being taken for formulas.

    Returns:
        What a table of claims cannot carry.
    """
    guarded = write_delimited(path, COLUMNS, TidyRows(ledger.log, ledger.statuses))
    log = ledger.log
    return lost(
        "a tidy table",
        {
            ("reasons of assessments and their evidence", "only the state is a column"): sum(
                len(log.assessments(claim)) for claim in log.claims
            ),
            ("relations", "a row is a claim"): len(log.relations),
            ("declared wholes", "a row is a claim"): len(log.wholes),
            ("links between claims", "a column holds one value"): sum(
                bool(claim.based_on or claim.revises or claim.references) for claim in log.claims
            ),
            ("earlier descriptions and moments of recording", "a table has no history"): len(ledger),
            ("cells that begin like a formula", "an apostrophe was put before them"): guarded,
        },
    )


def to_pandas(ledger: Ledger) -> pd.DataFrame:
    """The claims as a pandas frame, as `Ledger.to_frame` gives it."""
    return ledger.to_frame("pandas")


def to_polars(ledger: Ledger) -> pl.DataFrame:
    """The claims as a polars frame, as `Ledger.to_frame` gives it."""
    return ledger.to_frame("polars")

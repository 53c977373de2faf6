"""The same reconciliation over columns, for tables that are too large for objects.

Needs narwhals and DuckDB: `pip install 'claimtrack[frames]'`. Tables of polars, pandas and PySpark are
taken as they come.
"""

from claimtrack.errors import MissingExtra

try:
    import narwhals as _narwhals  # noqa: F401  # pyright: ignore[reportUnusedImport]
except ImportError as _error:
    raise MissingExtra("frames", "claimtrack.frames") from _error

from claimtrack.frames.files import connect, in_parts, reconcile_file
from claimtrack.frames.incremental import update
from claimtrack.frames.intake import CheckedClaims, claims
from claimtrack.frames.ledgers import Intake, from_ledger, rows_of
from claimtrack.frames.lifecycle import settle
from claimtrack.frames.medians import weighted_median
from claimtrack.frames.policies import COLUMN_POLICIES, prefer
from claimtrack.frames.reconciling import account, reconcile
from claimtrack.frames.records import to_ledger
from claimtrack.frames.rules import ColumnPolicy
from claimtrack.frames.schema import COLUMNS, JUDGING, SETTLING, Because, Relayed, Role, Standing
from claimtrack.frames.statuses import status
from claimtrack.frames.texts import TEXTS, with_texts

__all__ = [
    "COLUMNS",
    "COLUMN_POLICIES",
    "JUDGING",
    "SETTLING",
    "TEXTS",
    "Because",
    "CheckedClaims",
    "ColumnPolicy",
    "Intake",
    "Relayed",
    "Role",
    "Standing",
    "account",
    "claims",
    "connect",
    "from_ledger",
    "in_parts",
    "prefer",
    "reconcile",
    "reconcile_file",
    "rows_of",
    "settle",
    "status",
    "to_ledger",
    "update",
    "weighted_median",
    "with_texts",
]

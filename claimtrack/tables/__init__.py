"""What people look at first: claims, speakers, figures, sources and changes as printed tables.

Each table is a text that also knows its rows; the same rows come as plain data from the function beside
it. Words that sources used are shown as text in every format, never as code.
"""

from claimtrack.tables.changing import (
    changes_rows,
    changes_table,
    open_questions_rows,
    open_questions_table,
)
from claimtrack.tables.claims import status_rows, status_table
from claimtrack.tables.grid import Row, Table
from claimtrack.tables.labels import LABELS, Language
from claimtrack.tables.matrix import matrix_rows, matrix_table
from claimtrack.tables.reconciled import figures_rows, figures_table, verdicts_rows, verdicts_table
from claimtrack.tables.speakers import origins_rows, origins_table, sources_rows, sources_table
from claimtrack.tables.sums import policies_rows, policies_table, totals_rows, totals_table

__all__ = [
    "LABELS",
    "Language",
    "Row",
    "Table",
    "changes_rows",
    "changes_table",
    "figures_rows",
    "figures_table",
    "matrix_rows",
    "matrix_table",
    "open_questions_rows",
    "open_questions_table",
    "origins_rows",
    "origins_table",
    "policies_rows",
    "policies_table",
    "sources_rows",
    "sources_table",
    "status_rows",
    "status_table",
    "totals_rows",
    "totals_table",
    "verdicts_rows",
    "verdicts_table",
]

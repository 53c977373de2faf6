"""What people look at first: claims, speakers, figures, sources and changes as printed tables."""

from claimtrack.tables.claims import status_rows, status_table
from claimtrack.tables.grid import Row, Table
from claimtrack.tables.labels import LABELS, Language
from claimtrack.tables.matrix import matrix_rows, matrix_table

__all__ = ["LABELS", "Language", "Row", "Table", "matrix_rows", "matrix_table", "status_rows", "status_table"]

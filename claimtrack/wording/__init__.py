"""From words to figures: `figure` for a whole wording, `find_figures` for running text.

Languages are tables (`english`, `french`, `spanish`, `arabic`) that are compiled on first use.
"""

from __future__ import annotations

from claimtrack.wording.conventions import ACLED, ACLED_LARGE, CROWD, OURS, Convention
from claimtrack.wording.mentions import Mention, find_figures
from claimtrack.wording.reading import figure

__all__ = ["ACLED", "ACLED_LARGE", "CROWD", "OURS", "Convention", "Mention", "figure", "find_figures"]

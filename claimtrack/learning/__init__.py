"""Track records of sources, and the learned model: a policy that estimates, with an interval that is one.

Needs the extra `claimtrack[learn]`. `fit(ledger)` gives the policy; `fit_columns` fits arrays of any size.
"""

from __future__ import annotations

from importlib.util import find_spec

from claimtrack.errors import MissingExtra

if find_spec("numpy") is None or find_spec("threadpoolctl") is None:
    raise MissingExtra("learn", "claimtrack.learning")

from claimtrack.learning.baseline_policies import BASELINES
from claimtrack.learning.coding import Shape
from claimtrack.learning.columns import Bearing, Columns, columns
from claimtrack.learning.copies import Suspicion, suspect
from claimtrack.learning.fitting import answer_columns, calibrate, fit_columns
from claimtrack.learning.grid import GridFitted
from claimtrack.learning.habits import CellHabit, ClassHabit, Habits, SourceHabit
from claimtrack.learning.ledgers import bearing_of
from claimtrack.learning.model import Fitted
from claimtrack.learning.policy import Estimate, LearnedPolicy, Part, fit, load
from claimtrack.learning.records import TrackRecord
from claimtrack.learning.settings import HABITS, Habit, Settings

__all__ = [
    "BASELINES", "HABITS", "Bearing", "CellHabit", "ClassHabit", "Columns", "Estimate", "Fitted",
    "GridFitted", "Habit", "Habits", "LearnedPolicy", "Part", "Settings", "Shape", "SourceHabit",
    "Suspicion", "TrackRecord", "answer_columns", "bearing_of", "calibrate", "columns", "fit",
    "fit_columns", "load", "suspect",
]  # fmt: skip

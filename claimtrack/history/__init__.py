"""History: the ledger as it stood, what has moved since, and what is left to find out."""

from claimtrack.history.changes import Change, ChangeKind, changes_since, history_of
from claimtrack.history.cutting import Moment, cut
from claimtrack.history.work_list import OpenQuestion, Rank, open_questions

__all__ = [
    "Change",
    "ChangeKind",
    "Moment",
    "OpenQuestion",
    "Rank",
    "changes_since",
    "cut",
    "history_of",
    "open_questions",
]

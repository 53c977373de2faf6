"""Claims about events in armed conflicts: who said what, where each claim stands, what can be published."""

import sys as _sys
import typing as _typing
from importlib import import_module as _import_module
from types import ModuleType as _ModuleType

from claimtrack.answers import Answer, Declined, DeclinedKind, Stance, StanceKind, affirms, declined, denies
from claimtrack.assessments import Assessment, Credibility, Retraction, Verdict
from claimtrack.claims import Carrier, Claim, Observation
from claimtrack.dates import When, when
from claimtrack.errors import (
    AmbiguousEvent,
    ClaimtrackError,
    ConflictingRecord,
    ImpossibleMove,
    InvalidField,
    MissingExtra,
    MixedQuestions,
    PolicyError,
    Problem,
    UncertainValue,
    UnknownRecord,
    WordingError,
    WordingReason,
    WrongType,
)
from claimtrack.events import Event, Place
from claimtrack.evidence import Authenticity, Evidence, EvidenceKind, hash_file
from claimtrack.figures import (
    Comparison,
    Figure,
    FigureKind,
    about,
    at_least,
    at_most,
    between,
    exactly,
    unquantified,
    unread,
)
from claimtrack.ledger import Ledger
from claimtrack.questions import (
    Attribution,
    Measure,
    Outcome,
    PartsOf,
    Proposition,
    Question,
    Regard,
    abducted,
    captured,
    casualties,
    displaced,
    killed,
    missing,
    parts_of,
    wounded,
)
from claimtrack.sources import Party, Relation, RelationKind, Reliability, Source, SourceKind
from claimtrack.telling import Phrase, tell

if _typing.TYPE_CHECKING:
    from claimtrack.history import Change, OpenQuestion
    from claimtrack.io.jsonl import dump, load
    from claimtrack.io.store import open_store
    from claimtrack.plots import plot_figures, plot_origins, plot_timeline, plot_track_records
    from claimtrack.reconcile import (
        FigureReconciliation,
        Role,
        VerdictReconciliation,
        compare_policies,
        prefer,
        reconcile,
        total,
    )
    from claimtrack.report import report
    from claimtrack.status import Lead, Lifecycle, State, Status, Support
    from claimtrack.tables import (
        changes_table,
        figures_table,
        matrix_table,
        open_questions_table,
        sources_table,
        status_table,
    )
    from claimtrack.wording import Mention, figure, find_figures

__version__ = "0.1.0"

__all__ = [
    "AmbiguousEvent",
    "Answer",
    "Assessment",
    "Attribution",
    "Authenticity",
    "Carrier",
    "Change",
    "Claim",
    "ClaimtrackError",
    "Comparison",
    "ConflictingRecord",
    "Credibility",
    "Declined",
    "DeclinedKind",
    "Event",
    "Evidence",
    "EvidenceKind",
    "Figure",
    "FigureKind",
    "FigureReconciliation",
    "ImpossibleMove",
    "InvalidField",
    "Lead",
    "Ledger",
    "Lifecycle",
    "Measure",
    "Mention",
    "MissingExtra",
    "MixedQuestions",
    "Observation",
    "OpenQuestion",
    "Outcome",
    "PartsOf",
    "Party",
    "Phrase",
    "Place",
    "PolicyError",
    "Problem",
    "Proposition",
    "Question",
    "Regard",
    "Relation",
    "RelationKind",
    "Reliability",
    "Retraction",
    "Role",
    "Source",
    "SourceKind",
    "Stance",
    "StanceKind",
    "State",
    "Status",
    "Support",
    "UncertainValue",
    "UnknownRecord",
    "Verdict",
    "VerdictReconciliation",
    "When",
    "WordingError",
    "WordingReason",
    "WrongType",
    "abducted",
    "about",
    "affirms",
    "at_least",
    "at_most",
    "between",
    "captured",
    "casualties",
    "changes_table",
    "compare_policies",
    "declined",
    "denies",
    "displaced",
    "dump",
    "exactly",
    "figure",
    "figures_table",
    "find_figures",
    "hash_file",
    "killed",
    "load",
    "matrix_table",
    "missing",
    "open_questions_table",
    "open_store",
    "parts_of",
    "plot_figures",
    "plot_origins",
    "plot_timeline",
    "plot_track_records",
    "prefer",
    "reconcile",
    "report",
    "sources_table",
    "status_table",
    "tell",
    "total",
    "unquantified",
    "unread",
    "when",
    "wounded",
]

_LATER = {
    "Change": "claimtrack.history",
    "OpenQuestion": "claimtrack.history",
    "dump": "claimtrack.io.jsonl",
    "load": "claimtrack.io.jsonl",
    "open_store": "claimtrack.io.store",
    "plot_figures": "claimtrack.plots",
    "plot_origins": "claimtrack.plots",
    "plot_timeline": "claimtrack.plots",
    "plot_track_records": "claimtrack.plots",
    "FigureReconciliation": "claimtrack.reconcile",
    "Role": "claimtrack.reconcile",
    "VerdictReconciliation": "claimtrack.reconcile",
    "compare_policies": "claimtrack.reconcile",
    "prefer": "claimtrack.reconcile",
    "reconcile": "claimtrack.reconcile",
    "total": "claimtrack.reconcile",
    "report": "claimtrack.report",
    "Lead": "claimtrack.status",
    "Lifecycle": "claimtrack.status",
    "State": "claimtrack.status",
    "Status": "claimtrack.status",
    "Support": "claimtrack.status",
    "changes_table": "claimtrack.tables",
    "figures_table": "claimtrack.tables",
    "matrix_table": "claimtrack.tables",
    "open_questions_table": "claimtrack.tables",
    "sources_table": "claimtrack.tables",
    "status_table": "claimtrack.tables",
    "Mention": "claimtrack.wording",
    "figure": "claimtrack.wording",
    "find_figures": "claimtrack.wording",
}
"""Where the names are that are fetched when they are first used, so that `import claimtrack` stays light."""


class _Face(_ModuleType):
    """The package, whose `reconcile` and `report` stay the functions when the modules of that name load."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _LATER and isinstance(value, _ModuleType):
            return
        super().__setattr__(name, value)


_sys.modules[__name__].__class__ = _Face


def __getattr__(name: str) -> object:
    module = _LATER.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(_import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


if _sys.modules.get("hypothesis"):  # whichever of the two is imported second registers the kinds of records
    _import_module("_claimtrack_hypothesis").register()

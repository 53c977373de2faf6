"""Claims about events in armed conflicts: who said what, where each claim stands, what can be published."""

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
from claimtrack.wording import Mention, figure, find_figures

__version__ = "0.1.0"

"""The wire format: what a line calls things, and what it leaves out.

`docs/reference/wire.md` describes the format, `schema/claimtrack-1.schema.json` is its JSON
Schema; `claimtrack.io.writing` writes it, `claimtrack.io.reading` reads it. The same lines are
the JSONL file and the bodies of the SQLite store.
"""

from __future__ import annotations

from claimtrack.assessments import Assessment, Retraction
from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.figures import FigureKind, Interval
from claimtrack.questions import Attribution, Measure, PartsOf, Proposition
from claimtrack.sources import Party, Relation, Source

FORMAT = "claimtrack"
"""The key of the header line; its value is the version."""

VERSION = 1
"""The version of the wire format that is written. Every earlier one is read."""

HEADER = f'{{"{FORMAT}": {VERSION}}}'

_BECAUSE = {
    FigureKind.exact: "a number is taken as sharp",
    FigureKind.none: "a number is taken as sharp",
    FigureKind.at_least: "{low} and up, as the words entail",
    FigureKind.at_most: "{high} or fewer, as the words entail",
    FigureKind.range: "the ends as stated",
}
"""The reasons that are left out of a line, by kind. They belong to version 1 and never change."""

KINDS: dict[type, str] = {
    Claim: "claim",
    Party: "party",
    Source: "source",
    Event: "event",
    Measure: "measure",
    Proposition: "proposition",
    Attribution: "attribution",
    PartsOf: "partsof",
    Evidence: "evidence",
    Relation: "relation",
    Assessment: "assessment",
    Retraction: "retraction",
}
"""What a line calls each kind of record: the kind in its id."""


def usual_because(kind: FigureKind, bounds: Interval) -> str:
    """The reason a figure has when its line names none."""
    return _BECAUSE.get(kind, "").format(low=bounds[0], high=bounds[1])


def usual_point(kind: FigureKind, bounds: Interval) -> int | None:
    """The point, in persons, that a figure has when its line names none."""
    return bounds[0] if kind in (FigureKind.exact, FigureKind.none) and bounds[0] == bounds[1] else None

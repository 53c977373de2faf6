"""What an assessment needs before it counts.

Source: Every Casualty, Standards for Casualty Recording (corroboration ends in: confirms, no definitive
conclusion, reject); OHCHR, Berkeley Protocol (conclusions rest on preserved material).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimtrack.assessments import Assessment, Verdict
from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.evidence import Evidence
from claimtrack.log import Log, Record
from claimtrack.sources import SourceKind
from claimtrack.telling import phrase, term

NEED_EVIDENCE = frozenset({Verdict.confirmed, Verdict.refuted})
"""The verdicts that have to name evidence or an official record."""

OFFICIAL = frozenset({
    SourceKind.government, SourceKind.military, SourceKind.security, SourceKind.police, SourceKind.judicial,
    SourceKind.official, SourceKind.medical, SourceKind.igo, SourceKind.document,
})  # fmt: skip
"""The kinds of source whose claim can be an official record; who it serves is shown with the status."""

BEFORE_CLAIM = phrase("rule.before_claim")
BEFORE_EVIDENCE = phrase("rule.before_evidence")

Find = Callable[[str], Record | None]


def flaw_of(assessment: Assessment, claim: Claim | None, find: Find) -> tuple[str, str] | None:
    """The rule that an assessment breaks by itself, and what is missing; `None` where it breaks none.

    Args:
        assessment: The assessment.
        claim: The claim it judges, where it is held.
        find: The record under an id.
    """
    if assessment.override is not None:
        return None
    if claim is not None and claim.stated is not None and assessment.decided.before(claim.stated):
        return (
            BEFORE_CLAIM,
            f"a date of decision that is not before {claim.stated}",
        )
    for identity in assessment.evidence:
        dated = _dated(find(identity))
        if dated is not None and assessment.decided.before(dated):
            return (
                BEFORE_EVIDENCE,
                f"a date of decision that is not before {dated}, or earlier evidence",
            )
    if assessment.verdict not in NEED_EVIDENCE:
        return None
    if not any(_bears(find(identity), claim) for identity in assessment.evidence):
        return (
            phrase("rule.needs_evidence", verdict=term("state", assessment.verdict.value)),
            "evidence=[...] naming evidence, or another source's claim that is an official record",
        )
    return None


def lapsed(
    assessment: Assessment, claim: Claim | None, find: Find, stands: Callable[[Claim], bool]
) -> tuple[str, str] | None:
    """The rule broken by a verdict that rests on nothing but claims that no longer stand."""
    if assessment.override is not None or assessment.verdict not in NEED_EVIDENCE:
        return None
    bearing = [record for identity in assessment.evidence if _bears(record := find(identity), claim)]
    if all(isinstance(record, Claim) and not stands(record) for record in bearing):
        return (
            phrase("rule.lapsed"),
            "evidence, or an official record that stands",
        )
    return None


def _bears(record: Record | None, claim: Claim | None) -> bool:
    """Whether a record can carry a verdict; one that is not held yet is taken at its word."""
    if record is None or isinstance(record, Evidence):
        return True
    if not isinstance(record, Claim):
        return False
    return record.source.kind in OFFICIAL and (claim is None or record.source.id != claim.source.id)


def _dated(record: Record | None) -> When | None:
    if isinstance(record, Evidence):
        return record.captured
    return record.stated if isinstance(record, Claim) else None


def finder(log: Log, batch: Sequence[Record] = ()) -> Find:
    """Look records up in a log and in a batch that is about to be recorded."""
    if not batch:
        return log.get
    given: dict[str, Record] = {}
    for record in batch:
        given[record.id] = record
        for mention in getattr(record, "mentions", ()):
            given.setdefault(mention.id, mention)
    return lambda identity: log.get(identity) or given.get(identity)

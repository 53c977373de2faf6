"""schema.org ClaimReview, Claim and MediaReview as JSON-LD: what fact-checkers publish.

An assessment becomes a ClaimReview of the claim; a claim that nobody assessed becomes a Claim;
evidence whose authenticity was judged becomes a MediaReview. Read back, a review becomes a claim of
the reviewed author and an assessment by the reviewer. Source: schema.org ClaimReview, Claim, MediaReview.
"""

from __future__ import annotations

import json
from os import PathLike

from claimtrack.answers import Declined
from claimtrack.assessments import Assessment, Verdict
from claimtrack.claims import Claim
from claimtrack.events import Event, Place
from claimtrack.evidence import Evidence, EvidenceKind
from claimtrack.io.files import replaced
from claimtrack.io.losses import Losses, lost
from claimtrack.io.review_reading import read
from claimtrack.ledger import Ledger
from claimtrack.sources import Source, SourceKind

__all__ = ["read", "write"]

_RATINGS = {
    Verdict.confirmed: ("5", "Confirmed"),
    Verdict.refuted: ("1", "False"),
    Verdict.unverifiable: (None, "Unverifiable"),
    Verdict.misreported: (None, "Misattributed"),
}
"""How a verdict is written: a rating from 1 to 5 where it is on that scale, and a word."""

_PEOPLE = frozenset({SourceKind.witness, SourceKind.victim})
_MEDIA = {
    EvidenceKind.video: "VideoObject",
    EvidenceKind.image: "ImageObject",
    EvidenceKind.satellite: "ImageObject",
    EvidenceKind.audio: "AudioObject",
}


def write(ledger: Ledger, path: str | PathLike[str]) -> Losses:
    """Write assessments as ClaimReviews, claims that nobody assessed as Claims, judged media as MediaReviews.

    Returns:
        What ClaimReview cannot carry.
    """
    log = ledger.log
    graph: list[dict[str, object]] = [
        _review(ledger, claim, assessment) for claim in log.claims for assessment in log.assessments(claim)
    ]
    alone = [claim for claim in log.claims if not log.assessments(claim)]
    kept = [one for one in alone if not (isinstance(one.answer, Declined) or log.retractions(one))]
    graph += [_said(ledger, claim) for claim in kept]
    judged = [evidence for evidence in ledger.evidence if evidence.authenticity]
    graph += [_media(evidence) for evidence in judged]
    with replaced(path) as file:
        document = {"@context": "https://schema.org", "@graph": graph}
        text = json.dumps(document, ensure_ascii=False, indent=2)
        file.write(text.encode("utf-8", "backslashreplace") + b"\n")
    return _losses(ledger, left_out=len(alone) - len(kept), unjudged=len(ledger.evidence) - len(judged))


def _losses(ledger: Ledger, *, left_out: int, unjudged: int) -> Losses:
    log = ledger.log
    claims, judgements = log.claims, list(log.judgements())
    return lost(
        "ClaimReview",
        {
            ("answers that claim nothing, and claims taken back", "they are left out"): left_out,
            ("the bounds and reading of figures", "a claim is a sentence"): sum(
                claim.figure is not None for claim in claims
            ),
            ("two sides of a question", "each review stands alone"): len(log.groups),
            ("hedges, observations and notes of claims", "a claim is a sentence"): sum(
                bool(claim.hedged or claim.observed or claim.first_hand or claim.imputed or claim.note)
                for claim in claims
            ),
            ("kinds, parties and reliability of sources", "an author is a name and a link"): sum(
                source != Source(source.name, url=source.url) for source in ledger.sources
            ),
            ("parties and notes of events", "an event is a name, a time and a place"): sum(
                bool(event.parties or event.note) for event in ledger.events
            ),
            ("credibility, overrides and contrary evidence", "a rating is a word and its reasons"): sum(
                bool(one.credibility or one.override or one.contrary) for one in judgements
            ),
            ("links between claims", "reviews do not name each other"): sum(
                bool(claim.based_on or claim.revises or claim.references) for claim in claims
            ),
            ("parties, relations and wholes", "it has no such things"): len(ledger.parties)
            + len(log.relations)
            + len(log.wholes),
            ("retractions", "it has no such thing"): sum(len(log.retractions(claim)) for claim in claims),
            ("evidence that nobody judged", "of that which is cited, the link is carried"): unjudged,
            ("history", "it has no moments of recording"): len(log),
        },
    )


def _said(ledger: Ledger, claim: Claim) -> dict[str, object]:
    """A claim, without a review."""
    source = ledger.log.source(claim.source) or claim.source
    said: dict[str, object] = {
        "@type": "Claim",
        "identifier": claim.id,
        "author": _agent(source),
        "name": f"{claim.event.name}: {claim.question.label}: {claim.as_given}",
        "about": _event(claim.event),
    }
    if claim.stated is not None:
        said["datePublished"] = claim.stated.iso
    if claim.lang:
        said["inLanguage"] = claim.lang
    if appearances := _appearances(ledger, claim):
        said["appearance"] = appearances
    return said


def _appearances(ledger: Ledger, claim: Claim) -> list[dict[str, object]]:
    """Where a claim can be read, and who carried it when."""
    found: list[dict[str, object]] = []
    if claim.url:
        found.append({"@type": "CreativeWork", "url": claim.url})
    for number, identity in enumerate(claim.via):
        carrier = ledger.log.source(identity)
        if carrier is not None:
            published = claim.published[number] if claim.published else None
            dated = {"datePublished": published.iso} if published else {}
            found.append({"@type": "CreativeWork", "publisher": _agent(carrier), **dated})
    return found


def _review(ledger: Ledger, claim: Claim, assessment: Assessment) -> dict[str, object]:
    rating, word = _RATINGS.get(assessment.verdict, (None, "No verdict"))
    reviewed = _said(ledger, claim)
    links = [ledger.log.get(identity) for identity in assessment.evidence]
    rated: dict[str, object] = {
        "@type": "Rating",
        "alternateName": word,
        "ratingExplanation": assessment.because,
    }
    if rating is not None:
        rated |= {"ratingValue": rating, "bestRating": "5", "worstRating": "1"}
    review: dict[str, object] = {
        "@type": "ClaimReview",
        "identifier": assessment.id,
        "datePublished": assessment.decided.iso,
        "author": {"@type": "Person", "name": assessment.by},
        "claimReviewed": reviewed["name"],
        "reviewRating": rated,
        "itemReviewed": reviewed,
    }
    if urls := [record.url for record in links if isinstance(record, Evidence)]:
        review["citation"] = urls
    return review


def _media(evidence: Evidence) -> dict[str, object]:
    reviewed: dict[str, object] = {
        "@type": _MEDIA.get(evidence.kind, "MediaObject"),
        "contentUrl": evidence.url,
        "dateCreated": evidence.captured.iso if evidence.captured else None,
        "archivedAt": evidence.archived,
        "sha256": evidence.sha256,
        "creator": {"@type": "Person", "name": evidence.by} if evidence.by else None,
    }
    review: dict[str, object] = {
        "@type": "MediaReview",
        "identifier": evidence.id,
        "mediaAuthenticityCategory": evidence.authenticity.value if evidence.authenticity else None,
        "originalMediaLink": evidence.url,
        "itemReviewed": {name: value for name, value in reviewed.items() if value is not None},
    }
    if evidence.shows:
        review["originalMediaContextDescription"] = evidence.shows
    return review


def _agent(source: Source) -> dict[str, object]:
    kind = "Person" if source.kind in _PEOPLE else "Organization"
    agent: dict[str, object] = {"@type": kind, "name": source.name}
    return agent | ({"url": source.url} if source.url else {})


def _event(event: Event) -> dict[str, object]:
    about: dict[str, object] = {"@type": "Event", "name": event.name}
    if event.occurred is not None:
        about |= {"startDate": event.occurred.start.isoformat(), "endDate": event.occurred.end.isoformat()}
    return about | ({"location": _place(event.place)} if event.place else {})


def _place(place: Place) -> dict[str, object]:
    found: dict[str, object] = {"@type": "Place", "name": place.name}
    if place.latitude is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    if place.country:
        found["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    return found

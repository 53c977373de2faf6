"""schema.org ClaimReview, Claim and MediaReview as JSON-LD: what fact-checkers publish.

An assessment becomes a ClaimReview of the claim; a claim that nobody assessed becomes a Claim;
evidence whose authenticity was judged becomes a MediaReview. Read back, a review becomes a claim of
the reviewed author and an assessment by the reviewer. Source: schema.org ClaimReview, Claim, MediaReview.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path

import attrs

from claimtrack.answers import Declined, affirms
from claimtrack.assessments import Assessment, Verdict
from claimtrack.claims import Claim
from claimtrack.dates import When, when
from claimtrack.errors import ClaimtrackError, InvalidField, Problem
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.io.files import replaced
from claimtrack.io.losses import Losses, lost
from claimtrack.ledger import Ledger
from claimtrack.log import Record
from claimtrack.questions import Proposition
from claimtrack.sources import Source

_RATINGS = {
    Verdict.confirmed: ("5", "Confirmed"),
    Verdict.refuted: ("1", "False"),
    Verdict.unverifiable: (None, "Unverifiable"),
    Verdict.misreported: (None, "Misattributed"),
}
"""How a verdict is written: a rating from 1 to 5 where it is on that scale, and a word."""

_WORDS = {
    **dict.fromkeys(("confirmed", "true", "correct", "vrai"), Verdict.confirmed),
    **dict.fromkeys(("refuted", "false", "pants on fire", "faux"), Verdict.refuted),
    **dict.fromkeys(("unverifiable", "unproven", "unverified"), Verdict.unverifiable),
    "misattributed": Verdict.misreported,
    "no verdict": Verdict.none,
}
"""The rating words that are read as a verdict; any other is kept in words."""

_KINDS = ("ClaimReview", "MediaReview", "Claim")
_DEEPEST = 40


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
        file.write(json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n")
    claims = log.claims
    judgements, left_out = list(log.judgements()), len(alone) - len(kept)
    return lost(
        "ClaimReview",
        {
            ("answers that claim nothing, and claims taken back", "they are left out"): left_out,
            ("the bounds and reading of figures", "a claim is a sentence"): sum(
                claim.figure is not None for claim in claims
            ),
            ("carriers", "a claim has one author and appearances"): sum(bool(claim.via) for claim in claims),
            ("two sides of a question", "each review stands alone"): len(log.groups),
            ("credibility, overrides and contrary evidence", "a rating is a word and its reasons"): sum(
                bool(one.credibility or one.override or one.contrary) for one in judgements
            ),
            ("links between claims", "reviews do not name each other"): sum(
                bool(claim.based_on or claim.revises) for claim in claims
            ),
            ("relations and wholes", "it has no such things"): len(log.relations) + len(log.wholes),
            ("retractions", "it has no such thing"): sum(len(log.retractions(claim)) for claim in claims),
            ("evidence that nobody judged", "only reviewed media are carried"): len(ledger.evidence)
            - len(judged),
            ("history", "it has no moments of recording"): len(log),
        },
    )


def read(path: str | PathLike[str]) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read reviews, and claims that stand alone, from JSON or JSON-LD: one, a list, a graph, or a data feed.

    A rating that is no verdict of ours is kept in the reasons; a review without its author or its date
    is no assessment: its claim is kept, and the review reported.

    Raises:
        OSError: If the file cannot be read.
    """
    ledger = Ledger()
    try:
        document = json.loads(Path(path).read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return ledger, (Problem(code="not-json", message=str(error), location=str(path)),)
    problems: list[Problem] = []
    media: dict[str, Evidence] = {}
    nodes = sorted(_nodes(document, "$"), key=lambda found: _kind(found[1]) != "MediaReview")
    for place, node in nodes:
        where = f"{path}: {place}"
        raw = json.dumps(node)[:4096]
        try:
            records = _records(node, media)
        except (ClaimtrackError, _MissingError) as error:
            problems.append(Problem(code="unreadable-review", message=str(error), location=where, raw=raw))
            continue
        problems.extend(
            Problem(code=code, message=message, location=where, raw=raw) for code, message in _oddities(node)
        )
        problems.extend(attrs.evolve(problem, location=where) for problem in ledger.receive(records))
    return ledger, tuple(problems)


class _MissingError(Exception):
    """A review without something that is needed."""


def _oddities(node: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What of a review could not be read as it stands, with a code for it."""
    if _kind(node) != "ClaimReview":
        return
    word = _text(_inside(node, "reviewRating"), "alternateName")
    if word and word.lower() not in _WORDS:
        yield "unknown-rating", f"the rating {word!r} is no verdict of ours; it is kept in the reasons"
    if not _reviewer(node) or _date(node) is None:
        missing = "when" if _reviewer(node) else "by whom"
        yield "incomplete-review", f"it does not say {missing} it was made; only the claim is kept"


def _said(ledger: Ledger, claim: Claim) -> dict[str, object]:
    """A claim, without a review."""
    source = ledger.log.source(claim.source) or claim.source
    said: dict[str, object] = {
        "@type": "Claim",
        "identifier": claim.id,
        "author": _agent(source),
        "name": f"{claim.event.name}: {claim.question.label}: {claim.as_given}",
    }
    if claim.stated is not None:
        said["datePublished"] = claim.stated.iso
    if claim.url:
        said["appearance"] = [{"@type": "CreativeWork", "url": claim.url}]
    return said


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
    review: dict[str, object] = {
        "@type": "MediaReview",
        "identifier": evidence.id,
        "mediaAuthenticityCategory": evidence.authenticity.value if evidence.authenticity else None,
        "originalMediaLink": evidence.url,
    }
    if evidence.shows:
        review["originalMediaContextDescription"] = evidence.shows
    return review


def _agent(source: Source) -> dict[str, object]:
    agent: dict[str, object] = {"@type": "Organization", "name": source.name}
    return agent | ({"url": source.url} if source.url else {})


def _nodes(value: object, place: str, depth: int = 0) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every review in a document, wherever it stands."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for number, inside in enumerate(value):
            yield from _nodes(inside, f"{place}[{number}]", depth + 1)
    elif isinstance(value, dict):
        if _kind(value):
            yield place, value
            return
        for name, inside in value.items():
            yield from _nodes(inside, f"{place}.{name}", depth + 1)


def _records(node: Mapping[str, object], media: dict[str, Evidence]) -> list[Record]:
    """What a review says; `media` holds the pieces that were met so far, by url."""
    if _kind(node) == "MediaReview":
        found = _evidence(node)
        return [media.setdefault(found.url, found)]
    alone = _kind(node) == "Claim"
    said = (_text(node, "name") or _text(node, "text")) if alone else _text(node, "claimReviewed")
    reviewed = node if alone else _inside(node, "itemReviewed")
    speaker = _text(_inside(reviewed, "author"), "name")
    if not said:
        missing = "name" if alone else "claimReviewed"
        raise _MissingError(f"{missing} is missing: what was claimed is not known")
    source = Source(speaker) if speaker else Source("An author the review does not name", anonymous=True)
    claim = Claim(
        Event(f"What was claimed: {said}", key=f"claimreview {said}"),
        source,
        Proposition(said),
        affirms(),
        stated=_date(reviewed),
        url=_appearance(reviewed),
        note=f"read from a {_kind(node)}",
    )
    reviewer, decided = _reviewer(node), _date(node)
    if alone or not reviewer or decided is None:
        return [claim]
    rating = _inside(node, "reviewRating")
    word, explained = _text(rating, "alternateName"), _text(rating, "ratingExplanation")
    rated = f"rated {word!r}" if word else _scale(rating)
    because = "; ".join(part for part in (rated, explained) if part)
    verdict = _WORDS.get(word.lower(), Verdict.none)
    evidence = [media.setdefault(url, Evidence(url, kind="webpage")) for url in _cited(node)]
    because = because or "no reason is given"
    review = Assessment(claim, verdict, by=reviewer, decided=decided, because=because, evidence=evidence)
    return [claim, *evidence, review]


def _reviewer(node: Mapping[str, object]) -> str:
    return _text(_inside(node, "author"), "name") or _text(_inside(node, "publisher"), "name")


def _scale(rating: Mapping[str, object]) -> str:
    """A rating without a word: a number on a scale, which says no verdict by itself."""
    value, worst, best = (_text(rating, name) for name in ("ratingValue", "worstRating", "bestRating"))
    scale = f" on a scale from {worst} to {best}" if worst and best else ""
    return f"rated {value}{scale}" if value else ""


def _cited(node: Mapping[str, object]) -> list[str]:
    """What a review rests on: its citations, and the page on which it gives its reasons."""
    cited = node.get("citation")
    urls = [*(cited if isinstance(cited, list) else [cited]), node.get("url")]
    return list(dict.fromkeys(url.strip() for url in urls if isinstance(url, str) and url.strip()))


def _evidence(node: Mapping[str, object]) -> Evidence:
    url = _text(node, "originalMediaLink") or _text(_inside(node, "itemReviewed"), "contentUrl")
    if not url:
        raise _MissingError("originalMediaLink is missing: what was reviewed is not known")
    category = _text(node, "mediaAuthenticityCategory")
    shows = _text(node, "originalMediaContextDescription")
    return Evidence(url, authenticity=category or None, shows=shows)  # type: ignore[arg-type]  # the constructor checks


def _kind(node: Mapping[str, object]) -> str:
    kind = node.get("@type")
    if isinstance(kind, list):
        kind = next((name for name in kind if name in _KINDS), "")
    return kind if isinstance(kind, str) and kind in _KINDS else ""


def _inside(node: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = node.get(name)
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, dict) else {}


def _text(node: Mapping[str, object], name: str) -> str:
    value = node.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def _appearance(reviewed: Mapping[str, object]) -> str | None:
    for name in ("appearance", "firstAppearance"):
        url = _text(_inside(reviewed, name), "url")
        if url:
            return url
    return None


def _date(node: Mapping[str, object]) -> When | None:
    text = _text(node, "datePublished")
    try:
        return when(text) if text else None
    except InvalidField:
        return None

"""Reviews that others publish as JSON-LD, read: ClaimReview, Claim and MediaReview."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from os import PathLike
from typing import Any

import attrs

from claimtrack.answers import affirms
from claimtrack.assessments import Assessment, Verdict
from claimtrack.claims import Carrier, Claim
from claimtrack.dates import When, when
from claimtrack.errors import ClaimtrackError, InvalidField, Problem
from claimtrack.events import Event, Place
from claimtrack.evidence import Authenticity, Evidence, EvidenceKind
from claimtrack.io.cast import Cast
from claimtrack.io.files import read_document
from claimtrack.io.foreign import span
from claimtrack.ledger import Ledger
from claimtrack.log import Record
from claimtrack.questions import Proposition
from claimtrack.sources import Source

Node = Mapping[str, object]
"""One object of a document."""

_WORDS = {
    **dict.fromkeys(("confirmed", "true", "correct", "vrai"), Verdict.confirmed),
    **dict.fromkeys(("refuted", "false", "pants on fire", "faux"), Verdict.refuted),
    **dict.fromkeys(("unverifiable", "unproven", "unverified"), Verdict.unverifiable),
    **dict.fromkeys(("no verdict",), Verdict.none),
    "misattributed": Verdict.misreported,
}
"""The rating words that are read as a verdict; any other is kept in words."""

_KINDS = ("ClaimReview", "MediaReview", "Claim")
_MEDIA = {"VideoObject": "video", "ImageObject": "image", "AudioObject": "audio"}
_PREFIXES = ("https://schema.org/", "http://schema.org/", "schema:")
_DEEPEST = 40
_RAW = 4096


def read(path: str | PathLike[str]) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read reviews, and claims that stand alone, from JSON or JSON-LD: one, a list, a graph, or a data feed.

    A rating that is no verdict of ours is kept in the reasons; a review without its author or its date
    is no assessment: its claim is kept, and the review reported. So is everything else that could not be
    read as it stands.

    Raises:
        OSError: If the file cannot be read.
    """
    ledger, problems = Ledger(), list[Problem]()
    document, wrong = read_document(path, "@graph", "dataFeedElement", "itemListElement")
    if wrong:
        problems.append(Problem(code="not-json", message=wrong, location=str(path)))
    cast, media = Cast(), dict[str, Evidence]()
    nodes = sorted(_nodes(document, "$"), key=lambda found: _kind(found[1]) != "MediaReview")
    if not nodes and not wrong and not (isinstance(document, dict) and document.get("@graph") == []):
        message = f"there is no {', '.join(_KINDS[:-1])} or {_KINDS[-1]} in it"
        problems.append(Problem(code="no-reviews", message=message, location=str(path)))
    for place, node in nodes:
        reading = _Review(node, cast, media)
        where, raw = f"{path}: {place}", json.dumps(node)[:_RAW]
        try:
            records = reading.records()
        except (ClaimtrackError, _MissingError) as error:
            problems.append(Problem(code="unreadable-review", message=str(error), location=where, raw=raw))
            continue
        for code, message in reading.oddities:
            problems.append(Problem(code=code, message=message, location=where, raw=raw))
        problems.extend(attrs.evolve(problem, location=where) for problem in ledger.receive(records))
    return ledger, tuple(problems)


class _MissingError(Exception):
    """A review without something that is needed."""


class _Review:
    """One review, claim or piece of media being read.

    Args:
        node: The object.
        cast: The sources and events that were met so far.
        media: The pieces of media that were met so far, by url.

    Attributes:
        oddities: What could not be read as it stands, with a code for it.
    """

    def __init__(self, node: Node, cast: Cast, media: dict[str, Evidence]) -> None:
        self.oddities: list[tuple[str, str]] = []
        self._node = node
        self._cast = cast
        self._media = media

    def records(self) -> list[Record]:
        """What it says."""
        node, kind = self._node, _kind(self._node)
        if kind == "MediaReview":
            found = self._evidence()
            return [self._media.setdefault(found.url, found)]
        claim = self._claim(node if kind == "Claim" else self._inside(node, "itemReviewed"), kind)
        return [claim] if kind == "Claim" else [claim, *self._assessment(claim)]

    def _claim(self, reviewed: Node, kind: str) -> Claim:
        alone = kind == "Claim"
        names = ("name", "text") if alone else ("claimReviewed",)
        said = next(filter(None, (_text(self._node, name) for name in names)), "")
        if not said:
            raise _MissingError(f"{names[0]} is missing: what was claimed is not known")
        speaker = self._agent(reviewed, "author")
        if speaker is None:
            name = "An author the review does not name"
            speaker = Source(name, anonymous=True, key=f"claimreview author {said}")
        stated = self._date(reviewed, "datePublished")
        appearances = [one for name in ("appearance", "firstAppearance") for one in _list(reviewed.get(name))]
        return Claim(
            self._event(reviewed, said),
            speaker,
            Proposition(said),
            affirms(),
            stated=stated,
            via=self._carriers(appearances, speaker),
            lang=_text(reviewed, "inLanguage") or None,
            url=next(filter(None, (_text(one, "url") for one in appearances)), None),
            note=f"read from a {kind}",
        )

    def _event(self, reviewed: Node, said: str) -> Event:
        """The event that a claim is about, where the review names one."""
        for about in _list(reviewed.get("about")):
            name = _text(about, "name")
            if _name(about.get("@type")) == "Event" and name:
                made = Event(name, occurred=self._days(about), place=self._place(about))
                return self._cast.event(made.id, made) or made
        return Event(f"What was claimed: {said}", key=f"claimreview {said}")

    def _days(self, about: Node) -> When | None:
        start, end = _text(about, "startDate")[:10], _text(about, "endDate")[:10]
        try:
            return span(start or end, end or start) if start or end else None
        except InvalidField as error:
            self.oddities.append(("wrong-date", f"the event's dates: {error}"))
            return None

    def _place(self, about: Node) -> Place | None:
        place = self._inside(about, "location")
        name = _text(place, "name")
        if not name:
            return None
        geo, country = self._inside(place, "geo"), _text(self._inside(place, "address"), "addressCountry")
        latitude, longitude = _text(geo, "latitude"), _text(geo, "longitude")
        try:
            if latitude and longitude:
                return Place(name, latitude=float(latitude), longitude=float(longitude), country=country)
        except ValueError as error:
            self.oddities.append(("wrong-place", f"its coordinates: {error}"))
        return Place(name, country=country)

    def _carriers(self, appearances: list[Node], speaker: Source) -> list[Carrier]:
        carriers: dict[str, Carrier] = {}
        for one in appearances:
            carrier = self._agent(one, "publisher")
            if carrier is not None and carrier.id != speaker.id:
                carriers.setdefault(carrier.id, Carrier(carrier, self._date(one, "datePublished")))
        return list(carriers.values())

    def _assessment(self, claim: Claim) -> list[Record]:
        """The review as an assessment, where it says by whom and when it was made."""
        node, decided = self._node, self._date(self._node, "datePublished")
        reviewer = self._named(node, "author") or self._named(node, "publisher")
        rating = self._inside(node, "reviewRating")
        word, explained = _text(rating, "alternateName"), _text(rating, "ratingExplanation")
        if word and word.lower() not in _WORDS:
            said = f"the rating {word!r} is no verdict of ours; it is kept in the reasons"
            self.oddities.append(("unknown-rating", said))
        if not reviewer or decided is None:
            missing = "when" if reviewer else "by whom"
            said = f"it does not say {missing} it was made; only the claim is kept"
            self.oddities.append(("incomplete-review", said))
            return []
        verdict = _WORDS.get(word.lower(), Verdict.none)
        rated = f"rated {word!r}" if word else _scale(rating)
        because = "; ".join(part for part in (rated, explained) if part) or "no reason is given"
        evidence = [self._media.setdefault(url, Evidence(url, kind="webpage")) for url in _cited(node)]
        review = Assessment(claim, verdict, by=reviewer, decided=decided, because=because, evidence=evidence)
        return [*evidence, review]

    def _evidence(self) -> Evidence:
        node, media = self._node, self._inside(self._node, "itemReviewed")
        url = _text(node, "originalMediaLink") or _text(media, "contentUrl")
        if not url:
            raise _MissingError("originalMediaLink is missing: what was reviewed is not known")
        about: dict[str, Any] = {
            "kind": EvidenceKind(_MEDIA.get(_name(media.get("@type")), "other")),
            "captured": self._date(media, "dateCreated"),
            "archived": _text(media, "archivedAt") or None,
            "by": _text(self._inside(media, "creator"), "name") or None,
            "shows": _text(node, "originalMediaContextDescription"),
            "note": self._judged(node),
        }
        judged = {"sha256": _text(media, "sha256").lower(), "authenticity": self._category(node)}
        for name, value in judged.items():
            one: dict[str, Any] = {name: value or None}
            try:
                Evidence(url, **one)
                about |= one
            except InvalidField as error:
                self.oddities.append(("unknown-value", f"it is left out: {error}"))
        return Evidence(url, **about)

    def _category(self, node: Node) -> str:
        given = node.get("mediaAuthenticityCategory")
        several = given if isinstance(given, list) else [given]
        names = [name for name in map(_name, several) if name]
        known = [name for name in names if name in set(Authenticity)]
        if len(names) > 1:
            self.oddities.append(("several-values", f"mediaAuthenticityCategory has {len(names)} values"))
        return (known or names or [""])[0]

    def _judged(self, node: Node) -> str:
        """Who judged a piece of media, and when, which evidence has no fields for."""
        by, day = self._named(node, "author"), _text(node, "datePublished")
        return f"judged by {by or 'nobody named'}{day and f' on {day}'}" if by or day else ""

    def _agent(self, node: Node, name: str) -> Source | None:
        """The source that a person or organisation is, as it was described first."""
        agent, called = self._inside(node, name), self._named(node, name)
        if not called:
            return None
        described: dict[str, object] = {"url": url} if (url := _text(agent, "url")) else {}
        before = len(self._cast.differing)
        source = self._cast.source(called, **described)
        for differing in self._cast.differing[before:]:
            self.oddities.append(("described-otherwise", f"{differing}; the first description is kept"))
        return source

    def _named(self, node: Node, name: str) -> str:
        """The name of an author or publisher, which may be a text or a thing with a name."""
        value = node.get(name)
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, str):
            return first.strip()
        return _text(self._inside(node, name), "name")

    def _inside(self, node: Node, name: str) -> Node:
        """A thing inside another; of several the first, which is reported."""
        value = node.get(name)
        if isinstance(value, list) and len(value) > 1:
            oddity = ("several-values", f"{name} has {len(value)} values; the first is read")
            if oddity not in self.oddities:
                self.oddities.append(oddity)
        return next(iter(_list(value)), {})

    def _date(self, node: Node, name: str) -> When | None:
        text = _text(node, name)
        try:
            return when(text) if text else None
        except InvalidField as error:
            self.oddities.append(("wrong-date", f"{name}: {error}"))
            return None


def _nodes(value: object, place: str, depth: int = 0) -> Iterator[tuple[str, Node]]:
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


def _kind(node: Node) -> str:
    kinds = node.get("@type")
    names = map(_name, kinds if isinstance(kinds, list) else [kinds])
    return next((name for name in names if name in _KINDS), "")


def _name(value: object) -> str:
    """The name of a type or category, without its vocabulary."""
    text = value.strip() if isinstance(value, str) else ""
    return next((text.removeprefix(prefix) for prefix in _PREFIXES if text.startswith(prefix)), text)


def _list(value: object) -> list[Node]:
    """The things that stand in a place: none, one, or several."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _text(node: Node, name: str) -> str:
    value = node.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def _scale(rating: Node) -> str:
    """A rating without a word: a number on a scale, which says no verdict by itself."""
    value, worst, best = (_text(rating, name) for name in ("ratingValue", "worstRating", "bestRating"))
    scale = f" on a scale from {worst} to {best}" if worst and best else ""
    return f"rated {value}{scale}" if value else ""


def _cited(node: Node) -> list[str]:
    """What a review rests on: its citations, and the page on which it gives its reasons."""
    cited = node.get("citation")
    urls = [*(cited if isinstance(cited, list) else [cited]), node.get("url")]
    return list(dict.fromkeys(url.strip() for url in urls if isinstance(url, str) and url.strip()))

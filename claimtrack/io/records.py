"""The wire format, read: each kind of record from the fields of its line."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from claimtrack.answers import Answer, Declined, DeclinedKind, Stance, StanceKind
from claimtrack.assessments import Assessment, Credibility, Retraction, Verdict
from claimtrack.claims import Claim, Observation
from claimtrack.events import Event, Place
from claimtrack.evidence import Authenticity, Evidence, EvidenceKind
from claimtrack.figures import Figure, FigureKind
from claimtrack.io.fields import Fields, shown
from claimtrack.io.wire import usual_because, usual_point
from claimtrack.log import Record
from claimtrack.questions import Attribution, Measure, Outcome, PartsOf, Proposition, Question, Regard
from claimtrack.sources import Party, Relation, RelationKind, Reliability, Source, SourceKind

_QUESTIONS: tuple[type[Question], ...] = (Measure, Proposition, Attribution)
_QUESTION_KINDS = ("measure", "proposition", "attribution")


def read_figure(fields: Fields) -> Figure | None:
    """Read a figure; what its line leaves out is as version 1 of the format says."""
    kind = fields.choice("kind", FigureKind, required=True)
    bounds = fields.interval("bounds", required=True)
    words = fields.take("words", "a text")
    if words is not None and type(words) is not str:
        fields.defect("words", f"{shown(words)}; expected a text")
    reading = fields.interval("reading")
    because = fields.take("because", "a text")
    if because is not None and type(because) is not str:
        fields.defect("because", f"{shown(because)}; expected a text")
    if kind is None or bounds is None:
        return None
    point = usual_point(kind, bounds)
    if "point" in fields.left and fields.left["point"] is None:
        del fields.left["point"]
        point = None
    elif "point" in fields.left:
        point = fields.whole("point")
    imputed = fields.flag("imputed") or False
    fields.end()
    if fields.defects:
        return None
    reason = usual_because(kind, bounds) if because is None else cast("str", because)
    return fields.built(
        lambda: Figure(
            bounds, bounds if reading is None else reading, kind, words=cast("str | None", words),
            point=point, because=reason, imputed=imputed,
        )
    )  # fmt: skip


def read_answer(fields: Fields) -> Answer | None:
    """Read a figure, a stance, or that no answer was given."""
    if "stance" in fields.left:
        stance, party = fields.choice("stance", StanceKind), fields.record("party", Party, "party")
        fields.end()
        return None if stance is None else Stance(stance, party)
    if "declined" in fields.left:
        how = fields.choice("declined", DeclinedKind)
        fields.end()
        return None if how is None else Declined(how)
    return read_figure(fields)


def read_optional(fields: Fields) -> dict[str, object]:
    """The fields of a claim that are there and need not be."""
    values = {name: read(fields) for name, read in _OPTIONAL.items() if name in fields.left}
    fields.asked.extend(_OPTIONAL)
    return {name: value for name, value in values.items() if value is not None}


_OPTIONAL: dict[str, Callable[[Fields], object]] = {
    "words": lambda fields: fields.text("words"),
    "stated": lambda fields: fields.date("stated"),
    "via": lambda fields: fields.references("via", "source"),
    "published": lambda fields: fields.dates("published"),
    "based_on": lambda fields: fields.references("based_on", "claim", "evidence", "source"),
    "revises": lambda fields: fields.references("revises", "claim"),
    "references": lambda fields: fields.references("references", "claim", "evidence"),
    "first_hand": lambda fields: fields.flag("first_hand"),
    "observed": lambda fields: fields.choice("observed", Observation),
    "hedged": lambda fields: fields.text("hedged"),
    "imputed": lambda fields: fields.text("imputed"),
    "lang": lambda fields: fields.text("lang"),
    "url": lambda fields: fields.text("url"),
    "note": lambda fields: fields.text("note"),
}


def _claim(fields: Fields) -> Claim | None:
    event = fields.record("event", Event, "event", required=True)
    source = fields.record("source", Source, "source", required=True)
    question = fields.record("question", _QUESTIONS, *_QUESTION_KINDS, required=True)
    inside = fields.inside("answer", required=True)
    answer = None if inside is None else read_answer(inside)
    values = read_optional(fields)
    if fields.defects or event is None or source is None or question is None or answer is None:
        return None
    return Claim(event, source, question, answer, **values)  # type: ignore[arg-type]  # read one by one above


def _party(fields: Fields) -> Party | None:
    name, key = fields.name("name"), fields.text("key")
    opposes, allied = fields.references("opposes", "party"), fields.references("allied", "party")
    note = fields.text("note") or ""
    return None if fields.defects else Party(name, key=key, opposes=opposes, allied=allied, note=note)


def _source(fields: Fields) -> Source | None:
    name = fields.name("name")
    values: dict[str, object] = {
        "kind": fields.choice("kind", SourceKind) or SourceKind.other,
        "key": fields.text("key"),
        "party": fields.record("party", Party, "party"),
        "aligned_with": fields.record("aligned_with", Party, "party"),
        "reliability": fields.choice("reliability", Reliability),
        "anonymous": fields.flag("anonymous") or False,
        "known_to": fields.reference("known_to", "source"),
        "on_record": fields.flag("on_record"),
        "author": fields.reference("author", "source"),
        "collective": fields.flag("collective") or False,
        "url": fields.text("url"),
        "note": fields.text("note") or "",
    }
    return None if fields.defects else Source(name, **values)  # type: ignore[arg-type]  # read one by one above


def read_place(fields: Fields) -> Place | None:
    """Read a place."""
    name, country = fields.name("name"), fields.text("country") or ""
    latitude, longitude = fields.degrees("latitude"), fields.degrees("longitude")
    fields.end()
    if fields.defects:
        return None
    return fields.built(lambda: Place(name, latitude=latitude, longitude=longitude, country=country))


def _event(fields: Fields) -> Event | None:
    name, key, note = fields.name("name"), fields.text("key"), fields.text("note") or ""
    occurred, where = fields.date("occurred"), fields.inside("place")
    place = None if where is None else read_place(where)
    parties = fields.records("parties", Party, "party")
    if fields.defects:
        return None
    return Event(name, occurred=occurred, place=place, parties=parties, key=key, note=note)


def _measure(fields: Fields) -> Measure | None:
    outcomes = fields.values("outcomes", "a list of outcomes")
    known = [outcome.value for outcome in Outcome]
    for at, outcome in enumerate(outcomes):
        if outcome not in known:
            expected = f"one of {', '.join(known)}"
            fields.defect(f"outcomes[{at}]", f"{shown(outcome)}; expected {expected}", "wrong-value")
    whose = fields.records("of", Party, "party") if "of" in fields.left else None
    among, part = fields.text("among"), fields.text("part")
    if fields.defects:
        return None
    return Measure(cast("list[Outcome]", outcomes), of=whose, among=among, part=part)


def _proposition(fields: Fields) -> Proposition | None:
    text, key, occurred = fields.name("text"), fields.text("key"), fields.date("occurred")
    serves, harms = fields.records("serves", Party, "party"), fields.records("harms", Party, "party")
    if fields.defects:
        return None
    return Proposition(text, occurred=occurred, serves=serves, harms=harms, key=key)


def _attribution(fields: Fields) -> Attribution | None:
    deed, regard, key = fields.name("deed"), fields.choice("regard", Regard), fields.text("key")
    return None if fields.defects else Attribution(deed, regard=regard, key=key)


def _part(fields: Fields, name: str, value: object) -> Party | str | None:
    if type(value) is str:
        if value and value.strip() == value:
            return value
    elif type(value) is dict:
        inside = Fields(value, f"{fields.path}.{name}", fields.defects, fields.held)
        party = inside.record("party", Party, "party", required=True)
        inside.end()
        return party
    fields.defect(name, f'{shown(value)}; expected a text or {{"party": id}}')
    return None


def _parts_of(fields: Fields) -> PartsOf | None:
    top = fields.take("whole", "a whole")
    whole = None if top is None else _part(fields, "whole", top)
    listed = fields.values("parts", "a list of parts")
    parts = [_part(fields, f"parts[{at}]", value) for at, value in enumerate(listed)]
    disjoint, complete = fields.flag("disjoint") or False, fields.flag("complete") or False
    because = fields.text("because") or ""
    if fields.defects:
        return None
    members = [part for part in parts if part is not None]
    return PartsOf(whole, members, disjoint=disjoint, complete=complete, because=because)


def _evidence(fields: Fields) -> Evidence | None:
    url = fields.name("url")
    values: dict[str, object] = {
        "kind": fields.choice("kind", EvidenceKind) or EvidenceKind.other,
        "captured": fields.date("captured"),
        "archived": fields.text("archived"),
        "sha256": fields.text("sha256"),
        "authenticity": fields.choice("authenticity", Authenticity),
        "by": fields.text("by"),
        "shows": fields.text("shows") or "",
        "note": fields.text("note") or "",
    }
    return None if fields.defects else Evidence(url, **values)  # type: ignore[arg-type]  # read one by one above


def _relation(fields: Fields) -> Relation | None:
    a = fields.reference("a", "source", "party", required=True)
    b = fields.reference("b", "source", "party", required=True)
    how, because = fields.choice("how", RelationKind, required=True), fields.name("because")
    since, until, by = fields.date("since"), fields.date("until"), fields.text("by")
    if fields.defects or a is None or b is None or how is None:
        return None
    return Relation(a, b, how, because=because, since=since, until=until, by=by)


def _assessment(fields: Fields) -> Assessment | None:
    claim = fields.reference("claim", "claim", required=True)
    verdict = fields.choice("verdict", Verdict) or Verdict.none
    by, decided, because = fields.name("by"), fields.date("decided", required=True), fields.name("because")
    evidence, grade = fields.references("evidence", "evidence", "claim"), fields.whole("credibility")
    override, contrary = fields.text("override"), fields.references("contrary", "evidence", "claim")
    if fields.defects or claim is None or decided is None:
        return None
    return Assessment(
        claim, verdict, by=by, decided=decided, because=because, evidence=evidence, contrary=contrary,
        override=override, credibility=cast("Credibility | None", grade),
    )  # fmt: skip


def _retraction(fields: Fields) -> Retraction | None:
    claim = fields.reference("claim", "claim", required=True)
    by = fields.reference("by", "source", required=True)
    stated, because = fields.date("stated"), fields.name("because")
    if fields.defects or claim is None or by is None:
        return None
    return Retraction(claim, by=by, stated=stated, because=because)


READERS: dict[str, Callable[[Fields], Record | None]] = {
    "claim": _claim,
    "party": _party,
    "source": _source,
    "event": _event,
    "measure": _measure,
    "proposition": _proposition,
    "attribution": _attribution,
    "partsof": _parts_of,
    "evidence": _evidence,
    "relation": _relation,
    "assessment": _assessment,
    "retraction": _retraction,
}
"""What reads the body of each kind of line; each returns `None` where it kept a defect."""

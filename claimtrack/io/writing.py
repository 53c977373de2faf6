"""The wire format, written: every record as a JSON object, every entry of the log as a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache
from json import dumps
from json.encoder import encode_basestring

from claimtrack.answers import Answer, Stance
from claimtrack.assessments import Assessment, Retraction, Verdict
from claimtrack.claims import Claim
from claimtrack.dates import Precision, When, when
from claimtrack.errors import InvalidField
from claimtrack.events import Event, Place
from claimtrack.evidence import Evidence, EvidenceKind
from claimtrack.figures import Figure, Interval
from claimtrack.identity import make_key
from claimtrack.io.wire import KINDS, usual_because, usual_point
from claimtrack.log import Record
from claimtrack.questions import Attribution, Measure, PartsOf, Proposition, Question
from claimtrack.sources import Party, Relation, Source, SourceKind


def encode(record: Record) -> tuple[str, str]:
    """What a line calls the kind of a record, and the record as a JSON object."""
    kind = type(record)
    return KINDS[kind], _WRITERS[kind](record)


def encode_line(record: Record, recorded: datetime, *, revision: bool = False, gloss: str = "") -> str:
    """Write one entry of the log as a line, without its line feed.

    The gloss is for people who read the file or its difference from an earlier one; it is not read back.
    """
    kind, body = encode(record)
    head = f'"gloss": {_text(gloss)}, ' if gloss else ""
    tail = ', "revision": true' if revision else ""
    return f'{{{head}"{kind}": {body}, "recorded": "{moment_text(recorded)}"{tail}}}'


@lru_cache(maxsize=256)
def moment_text(moment: datetime) -> str:
    """A moment of recording in ISO 8601, with its offset."""
    return moment.isoformat()


class Glosses:
    """Writes, for people, who says what about what; for a claim, as other records speak for themselves."""

    def __init__(self) -> None:
        self._labels: dict[int, tuple[Question, str]] = {}

    def of(self, record: Record) -> str:
        """The gloss of a record, or an empty text."""
        if type(record) is not Claim:
            return ""
        question = record.question
        known = self._labels.get(id(question))
        if known is None:
            known = self._labels[id(question)] = (question, question.label)
        return f"{record.source.name}: {record.as_given} | {known[1]} | {record.event.name}"


def _text(value: str) -> str:
    """A JSON string; half of a surrogate pair, which UTF-8 cannot carry, is escaped."""
    text: str = encode_basestring(value)
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return dumps(value)
    return text


def _date(value: When) -> str:
    return _day(value.start) if value.precision is Precision.day else _other_date(value)


@lru_cache(maxsize=65536)
def _day(day: date) -> str:
    return f'"{day.isoformat()}"'


def _other_date(value: When) -> str:
    """A date in ISO 8601, or in full where its ISO text would be read as another one."""
    try:
        same = when(value.iso) == value
    except InvalidField:
        same = False
    if same:
        return f'"{value.iso}"'
    clock = "" if value.clock is None else f', "clock": "{value.clock.isoformat()}"'
    return (
        f'{{"start": "{value.start.isoformat()}", "end": "{value.end.isoformat()}", '
        f'"precision": "{value.precision.value}"{clock}}}'
    )


def _ids(values: Iterable[str]) -> str:
    return '["' + '", "'.join(values) + '"]'


def _party_ids(parties: Iterable[Party]) -> str:
    return _ids(party.id for party in parties)


def _ends(interval: Interval) -> str:
    low, high = interval
    return f"[{'null' if low is None else low}, {'null' if high is None else high}]"


@lru_cache(maxsize=65536)
def _figure(figure: Figure) -> str:
    kind, bounds = figure.kind, figure.bounds
    parts = [f'"kind": "{kind.value}", "bounds": {_ends(bounds)}']
    if figure.words is not None:
        parts.insert(0, f'"words": {_text(figure.words)}')
    if figure.reading != bounds:
        parts.append(f'"reading": {_ends(figure.reading)}')
    if figure.point != usual_point(kind, bounds):
        parts.append(f'"point": {"null" if figure.point is None else figure.point}')
    if figure.because != usual_because(kind, bounds):
        parts.append(f'"because": {_text(figure.because)}')
    if figure.imputed:
        parts.append('"imputed": true')
    return f"{{{', '.join(parts)}}}"


def _other_answer(answer: Answer) -> str:
    if isinstance(answer, Stance):
        party = f', "party": "{answer.party.id}"' if answer.party else ""
        return f'{{"stance": "{answer.kind.value}"{party}}}'
    return f'{{"declined": "{answer.how.value}"}}'  # type: ignore[union-attr]  # figures are written above


def _claim(claim: Claim) -> str:
    answer = claim.answer
    text = (
        f'{{"id": "{claim.id}", "event": "{claim.event.id}", "source": "{claim.source.id}", '
        f'"question": "{claim.question.id}", '
        f'"answer": {_figure(answer) if type(answer) is Figure else _other_answer(answer)}'
    )
    if claim.stated is not None:
        text += f', "stated": {_date(claim.stated)}'
    if claim.via:
        text += f', "via": {_ids(claim.via)}'
    if claim.words is not None and type(answer) is not Figure:
        text += f', "words": {_text(claim.words)}'
    if claim.published:
        dates = ", ".join(["null" if date is None else _date(date) for date in claim.published])
        text += f', "published": [{dates}]'
    if claim.based_on or claim.revises or claim.references:
        text += _links(claim)
    return f"{text}{_remarks(claim)}}}"


def _links(claim: Claim) -> str:
    """What a claim rests on or speaks of."""
    links = {"based_on": claim.based_on, "revises": claim.revises, "references": claim.references}
    return "".join([f', "{name}": {_ids(ids)}' for name, ids in links.items() if ids])


def _remarks(claim: Claim) -> str:
    """The fields that only some claims have; most have none."""
    text = ', "first_hand": true' if claim.first_hand else ""
    if claim.observed is not None:
        text += f', "observed": "{claim.observed.value}"'
    if claim.hedged is not None:
        text += f', "hedged": {_text(claim.hedged)}'
    if claim.imputed is not None:
        text += f', "imputed": {_text(claim.imputed)}'
    if claim.lang is not None:
        text += f', "lang": {_text(claim.lang)}'
    if claim.url is not None:
        text += f', "url": {_text(claim.url)}'
    if claim.note:
        text += f', "note": {_text(claim.note)}'
    return text


def _object(*fields: str) -> str:
    """A JSON object from its fields as written; the empty ones have their default value."""
    return f"{{{', '.join(field for field in fields if field)}}}"


def _put(name: str, value: str | None) -> str:
    return f'"{name}": {_text(value)}' if value else ""


def _put_ids(name: str, values: Iterable[str]) -> str:
    ids = values if type(values) is tuple else tuple(values)
    return f'"{name}": {_ids(ids)}' if ids else ""


def _put_flag(name: str, value: bool, usual: bool = False) -> str:  # noqa: FBT001, FBT002  # the value itself
    return "" if value == usual else f'"{name}": {"true" if value else "false"}'


def _put_date(name: str, value: When | None) -> str:
    return "" if value is None else f'"{name}": {_date(value)}'


def _put_key(key: str, *names: str) -> str:
    return "" if key == make_key(*names) else _put("key", key)


def _party(party: Party) -> str:
    return _object(
        _put("id", party.id),
        _put("name", party.name),
        _put_key(party.key, party.name),
        _put_ids("opposes", party.opposes),
        _put_ids("allied", party.allied),
        _put("note", party.note),
    )


def _source(source: Source) -> str:
    known = source.known_to
    return _object(
        _put("id", source.id),
        _put("name", source.name),
        "" if source.kind is SourceKind.other else _put("kind", source.kind.value),
        _put_key(source.key, source.name, known or ""),
        _put("party", source.party.id if source.party else None),
        _put("aligned_with", source.aligned_with.id if source.aligned_with else None),
        _put("reliability", source.reliability.value if source.reliability else None),
        _put_flag("anonymous", source.anonymous),
        _put("known_to", known),
        _put_flag("on_record", source.on_record, not source.anonymous),
        _put("author", source.author),
        _put_flag("collective", source.collective),
        _put("url", source.url),
        _put("note", source.note),
    )


def _event(event: Event) -> str:
    place, date = event.place, event.occurred
    return _object(
        _put("id", event.id),
        _put("name", event.name),
        _put_date("occurred", date),
        "" if place is None else f'"place": {_place(place)}',
        _put_ids("parties", (party.id for party in event.parties)),
        _put_key(event.key, event.name, date.iso if date else "", place.name if place else ""),
        _put("note", event.note),
    )


def _place(place: Place) -> str:
    return _object(
        _put("name", place.name),
        "" if place.latitude is None else f'"latitude": {place.latitude!r}',
        "" if place.longitude is None else f'"longitude": {place.longitude!r}',
        _put("country", place.country),
    )


def _measure(measure: Measure) -> str:
    return _object(
        _put("id", measure.id),
        f'"outcomes": {_ids(outcome.value for outcome in measure.outcomes)}',
        "" if measure.of is None else f'"of": {_party_ids(measure.of)}',
        _put("among", measure.among),
        _put("part", measure.part),
    )


def _proposition(proposition: Proposition) -> str:
    date = proposition.occurred
    return _object(
        _put("id", proposition.id),
        _put("text", proposition.text),
        _put_date("occurred", date),
        _put_ids("serves", (party.id for party in proposition.serves)),
        _put_ids("harms", (party.id for party in proposition.harms)),
        _put_key(proposition.key, proposition.text, date.iso if date else ""),
    )


def _attribution(attribution: Attribution) -> str:
    return _object(
        _put("id", attribution.id),
        _put("deed", attribution.deed),
        _put("regard", attribution.regard.value if attribution.regard else None),
        _put_key(attribution.key, attribution.deed),
    )


def _parts_of(parts: PartsOf) -> str:
    return _object(
        _put("id", parts.id),
        "" if parts.whole is None else f'"whole": {_part(parts.whole)}',
        f'"parts": [{", ".join(map(_part, parts.parts))}]',
        _put_flag("disjoint", parts.disjoint),
        _put_flag("complete", parts.complete),
        _put("because", parts.because),
    )


def _part(part: Party | str) -> str:
    return f'{{"party": "{part.id}"}}' if isinstance(part, Party) else _text(part)


def _evidence(evidence: Evidence) -> str:
    return _object(
        _put("id", evidence.id),
        _put("url", evidence.url),
        "" if evidence.kind is EvidenceKind.other else _put("kind", evidence.kind.value),
        _put_date("captured", evidence.captured),
        _put("archived", evidence.archived),
        _put("sha256", evidence.sha256),
        _put("authenticity", evidence.authenticity.value if evidence.authenticity else None),
        _put("by", evidence.by),
        _put("shows", evidence.shows),
        _put("note", evidence.note),
    )


def _relation(relation: Relation) -> str:
    return _object(
        _put("id", relation.id),
        _put("a", relation.a),
        _put("how", relation.how.value),
        _put("b", relation.b),
        _put("because", relation.because),
        _put_date("since", relation.since),
        _put_date("until", relation.until),
        _put("by", relation.by),
    )


def _assessment(assessment: Assessment) -> str:
    grade = assessment.credibility
    return _object(
        _put("id", assessment.id),
        _put("claim", assessment.claim),
        "" if assessment.verdict is Verdict.none else _put("verdict", assessment.verdict.value),
        _put("by", assessment.by),
        _put_date("decided", assessment.decided),
        _put("because", assessment.because),
        _put_ids("evidence", assessment.evidence),
        _put_ids("contrary", assessment.contrary),
        "" if grade is None else f'"credibility": {int(grade)}',
        _put("override", assessment.override),
    )


def _retraction(retraction: Retraction) -> str:
    return _object(
        _put("id", retraction.id),
        _put("claim", retraction.claim),
        _put("by", retraction.by),
        _put_date("stated", retraction.stated),
        _put("because", retraction.because),
    )


_WRITERS: dict[type, Callable[..., str]] = {
    Claim: _claim,
    Party: _party,
    Source: _source,
    Event: _event,
    Measure: _measure,
    Proposition: _proposition,
    Attribution: _attribution,
    PartsOf: _parts_of,
    Evidence: _evidence,
    Relation: _relation,
    Assessment: _assessment,
    Retraction: _retraction,
}

"""STIX 2.1 bundles through the stix2 library: for threat-intelligence platforms.

A source or a party becomes an identity, a claim a note, an assessment an opinion, an event a report that
holds them. Each object carries its line of the wire format too, in an extension that the bundle defines,
so that what was written here is read back whole. Ids are made from ours, so that the same ledger gives the
same bundle.

Source: STIX 2.1, OASIS Standard; confidence from Admiralty credibility as in its appendix A; extensions as in
its section 7.3.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from os import PathLike
from types import ModuleType

from claimtrack.assessments import Assessment, Credibility, Retraction, Verdict
from claimtrack.claims import Claim
from claimtrack.errors import MissingExtra, Problem
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.io.fields import DefectiveLine
from claimtrack.io.files import read_document, replaced
from claimtrack.io.losses import Losses, lost
from claimtrack.io.reading import LineReader
from claimtrack.io.restoring import Restorer
from claimtrack.io.writing import encode_line
from claimtrack.ledger import Ledger
from claimtrack.log import Entry, Record
from claimtrack.questions import PartsOf
from claimtrack.sources import Party, Relation, Source, SourceKind

__all__ = ["CONFIDENCE", "OPINIONS", "read", "write"]

CONFIDENCE = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}
"""STIX confidence of Admiralty credibility; 6 is not judged and maps to nothing.

Source: STIX 2.1, appendix A, Admiralty credibility scale.
"""

OPINIONS = {
    Verdict.confirmed: "strongly-agree",
    Verdict.refuted: "strongly-disagree",
    Verdict.misreported: "strongly-disagree",
    Verdict.unverifiable: "neutral",
    Verdict.none: "neutral",
}

EXTENSION = "extension-definition--0c2f6c51-5b0e-4c7e-9d0f-6a4b1e9f7d23"
"""The id of the extension that carries our own line and its number."""

_MAKER = "identity--5f0a2b1e-3c4d-4e6f-8a9b-7c6d5e4f3a21"
_DEFINED = datetime(2024, 9, 17, tzinfo=UTC)
_RAW = 4096
_SPACE = uuid.UUID("6a3f4f0c-6c1e-5d0e-9f83-1f4f5d2a7c11")
_CLASSES = {
    SourceKind.witness: "individual",
    SourceKind.victim: "individual",
    SourceKind.belligerent: "group",
    **dict.fromkeys(
        (
            SourceKind.media,
            SourceKind.agency,
            SourceKind.ngo,
            SourceKind.igo,
            SourceKind.government,
            SourceKind.military,
        ),
        "organization",
    ),
}


def write(ledger: Ledger, path: str | PathLike[str]) -> Losses:
    """Write a ledger as a STIX 2.1 bundle.

    Returns:
        What other STIX tools cannot make use of; `read` gets all of it back.

    Raises:
        MissingExtra: If stix2 is not installed.
    """
    made = _Bundle(_stix2())
    for entry in ledger.entries():
        made.add(entry)
    made.report(ledger)
    with replaced(path) as file:
        file.write(made.text().encode("utf-8", "backslashreplace") + b"\n")
    claims = ledger.log.claims
    return lost(
        "STIX, for tools other than this one,",
        {
            ("figures as intervals", "a note is text"): sum(claim.figure is not None for claim in claims),
            ("questions", "STIX has no such object; they stand in the text of notes"): len(
                ledger.questions()
            ),
            ("carriers and links between claims", "notes do not refer to notes"): sum(
                bool(claim.via or claim.based_on or claim.revises) for claim in claims
            ),
            ("misreported", "written as strongly-disagree"): sum(
                assessment.verdict is Verdict.misreported
                for claim in claims
                for assessment in ledger.log.assessments(claim)
            ),
            ("relations, wholes, retractions", "written as notes"): len(ledger.log.relations)
            + len(ledger.log.wholes)
            + sum(len(ledger.log.retractions(claim)) for claim in claims),
        },
    )


def read(path: str | PathLike[str]) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read a bundle that `write` wrote; objects without our line are problems.

    Raises:
        OSError: If the file cannot be read.
    """
    ledger, problems = Ledger(), list[Problem]()
    document, wrong = read_document(path, "objects")
    if wrong:
        problems.append(Problem(code="not-json", message=wrong, location=str(path)))
    objects = document.get("objects") if isinstance(document, dict) else None
    if not isinstance(objects, list):
        message = "not a bundle: it has no list of objects"
        return ledger, (*problems, Problem(code="not-stix", message=message, location=str(path)))
    reader, restorer = LineReader(), Restorer(ledger, str(path), problems)
    for number, line, where in sorted(_found(objects, str(path), problems)):
        try:
            row = reader.read(line)
        except DefectiveLine as error:
            raw = line[:_RAW]
            problems.append(Problem(code="defective-line", message=str(error), location=where, raw=raw))
            continue
        reader.hold(row)
        restorer.restore(row, number, line)
    return ledger, tuple(problems)


def _found(
    objects: Iterable[object], path: str, problems: list[Problem]
) -> Iterator[tuple[int, str, str]]:
    """The number, line and place of each entry; objects without one are problems."""
    for item in objects:
        held = item if isinstance(item, dict) else {"type": type(item).__name__}
        where = f"{path}: {held.get('id')}"
        extensions = held.get("extensions")
        carried = extensions.get(EXTENSION) if isinstance(extensions, dict) else None
        if carried is None:
            if held.get("type") != "report" and held.get("id") not in (EXTENSION, _MAKER):
                message = f"a {held.get('type')} that was not written here; it is not read"
                problems.append(Problem(code="foreign-object", message=message, location=where))
            continue
        ours = carried if isinstance(carried, dict) else {}
        number, line = ours.get("number"), ours.get("line")
        if type(number) is int and isinstance(line, str):
            yield number, line, where
        else:
            message = "its number or line is damaged"
            problems.append(Problem(code="defective-object", message=message, location=where))


class _Bundle:
    """A bundle being made."""

    def __init__(self, stix2: ModuleType) -> None:
        self._stix2 = stix2
        self._objects: list[object] = [*_definition(stix2)]
        self._versions: dict[str, int] = {}
        self._names: dict[str, str] = {}
        self._first: dict[str, str] = {}

    def add(self, entry: Entry) -> None:
        """Add one entry; a later description of a record is an object of its own."""
        record = entry.record
        line = encode_line(record, entry.recorded, revision=entry.revision)
        turn = self._versions[record.id] = self._versions.get(record.id, 0) + 1
        name = f"{record.id} {turn}" if turn > 1 else record.id
        common: dict[str, object] = {
            "created": entry.recorded,
            "modified": entry.recorded,
            "extensions": {
                EXTENSION: {"extension_type": "property-extension", "line": line, "number": entry.number}
            },
        }
        if isinstance(record, (Party, Source)):
            self._names[record.id] = record.name
        made = self._object(record, name, common)
        self._objects.append(made)
        self._first.setdefault(record.id, made.id)  # type: ignore[attr-defined]  # every object has one

    def report(self, ledger: Ledger) -> None:
        """Add a report for each event, which holds the claims about it and what was found on them."""
        published = ledger.log.last_recorded
        for event in ledger.events:
            claims = ledger.claims(event=event)
            ids = [self._first[event.id], *(self._first[claim.id] for claim in claims)]
            for claim in claims:
                ids += [self._first[assessment.id] for assessment in ledger.log.assessments(claim)]
            self._objects.append(
                self._stix2.Report(
                    id=_id("report", event.id),
                    name=event.name,
                    published=published,
                    created=published,
                    modified=published,
                    report_types=["observed-data"],
                    object_refs=ids,
                )
            )

    def text(self) -> str:
        """The bundle as JSON."""
        ids = ",".join(str(item.id) for item in self._objects)  # type: ignore[attr-defined]
        bundle = self._stix2.Bundle(objects=self._objects, id=_id("bundle", ids))
        return str(bundle.serialize(pretty=True, ensure_ascii=False))

    def _object(self, record: Record, name: str, common: dict[str, object]) -> object:
        stix2 = self._stix2
        if isinstance(record, (Party, Source)):
            kind = "group" if isinstance(record, Party) else _CLASSES.get(record.kind, "unknown")
            return stix2.Identity(id=_id("identity", name), name=record.name, identity_class=kind, **common)
        if isinstance(record, Assessment):
            return stix2.Opinion(
                id=_id("opinion", name),
                opinion=OPINIONS[record.verdict],
                explanation=record.because,
                authors=[record.by],
                object_refs=[self._first.get(record.claim, _id("note", record.claim))],
                **_confidence(record.credibility),
                **common,
            )
        about = [
            self._first[event.id] for event in [getattr(record, "event", None)] if isinstance(event, Event)
        ]
        if isinstance(record, Claim):
            source = self._first[record.source.id]
            common = common | {"created_by_ref": source}
            about = [*about, source]
        content = self._text(record)
        abstract = record.question.label if isinstance(record, Claim) else type(record).__name__
        return stix2.Note(
            id=_id("note", name), abstract=abstract, content=content, object_refs=about or [_MAKER], **common
        )


    def _text(self, record: Record) -> str:
        """What a record says, for people who have no other view of it."""
        if isinstance(record, Claim):
            return f"{record.source.name}: {record.as_given}"
        if isinstance(record, Relation):
            ends = [self._names.get(identity, identity) for identity in (record.a, record.b)]
            return f"{ends[0]} {record.how.value} {ends[1]}: {record.because}"
        if isinstance(record, Retraction):
            return f"{self._names.get(record.by, record.by)} takes back {record.claim}: {record.because}"
        if isinstance(record, Evidence):
            return f"{record.kind.value}: {record.url}"
        return repr(record) if isinstance(record, PartsOf) else str(record)


def _definition(stix2: ModuleType) -> tuple[object, object]:
    """What made the bundle, and the definition of the extension."""
    stamps = {"created": _DEFINED, "modified": _DEFINED}
    maker = stix2.Identity(id=_MAKER, name="claimtrack", identity_class="system", **stamps)
    definition = stix2.v21.ExtensionDefinition(
        id=EXTENSION,
        created_by_ref=_MAKER,
        name="claimtrack line",
        description="The entry of the ledger that the object was made from: its line in the wire format of "
        "claimtrack, and its number.",
        schema="docs/reference/wire.md",
        version="1.0.0",
        extension_types=["property-extension"],
        **stamps,
    )
    return maker, definition


def _confidence(grade: Credibility | None) -> dict[str, int]:
    confidence = None if grade is None else CONFIDENCE.get(int(grade))
    return {} if confidence is None else {"confidence": confidence}


def _id(kind: str, name: str) -> str:
    return f"{kind}--{uuid.uuid5(_SPACE, f'{kind} {name}')}"


def _stix2() -> ModuleType:
    try:
        import stix2
    except ImportError:
        raise MissingExtra("stix", "STIX bundles") from None
    return stix2  # type: ignore[no-any-return]  # stix2 ships no types

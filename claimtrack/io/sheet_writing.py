"""A ledger as the rows of a sheet, and what the rows cannot carry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.answers import Declined, Stance
from claimtrack.claims import Claim
from claimtrack.events import Event, usual_key
from claimtrack.io.columns import MEANINGS
from claimtrack.io.losses import Losses, lost
from claimtrack.io.sheet_figures import cells_of
from claimtrack.io.sheet_relations import relation_rows, sheet_name
from claimtrack.ledger import Ledger
from claimtrack.questions import Attribution, Measure, Proposition
from claimtrack.sources import Party, Source

_SEPARATOR = "; "
_IMPUTED = "imputed"


class SheetWriter:
    """Makes the rows of a sheet, and counts what they do not say.

    Args:
        ledger: The ledger.
        unwritable: The characters that the file cannot hold.
    """

    def __init__(self, ledger: Ledger, unwritable: re.Pattern[str]) -> None:
        self._ledger = ledger
        self._unwritable = unwritable
        self._inexact = self._replaced = 0

    def rows(self) -> Iterator[tuple[object, ...]]:
        """One row for each claim."""
        self._inexact = self._replaced = 0
        for claim in self._ledger.log.claims:
            cells = self._cells(claim)
            texts = "".join(cell for cell in cells.values() if isinstance(cell, str))
            self._replaced += self._unwritable.search(texts) is not None
            yield tuple(cells.get(name) for name in MEANINGS)

    def losses(self, *, related: bool) -> Losses:
        """What the rows do not say, after they were made.

        Args:
            related: Whether the relations are written too.
        """
        ledger, log = self._ledger, self._ledger.log
        claims = log.claims
        relations = len(log.relations) if related else len(list(relation_rows(ledger)))
        return lost(
            "a sheet",
            {
                ("assessments", "a row is a claim"): sum(len(log.assessments(claim)) for claim in claims),
                ("retractions", "a row is a claim"): sum(len(log.retractions(claim)) for claim in claims),
                ("relations", "a CSV file has no sheet for them: XLSX has, or a file of their own"): (
                    0 if related else relations
                ),
                ("declared wholes", "a row is a claim"): len(log.wholes),
                ("evidence", "a row is a claim"): len(ledger.evidence),
                ("links between claims", "rows do not name other rows"): sum(
                    bool(claim.based_on or claim.revises or claim.references) for claim in claims
                ),
                ("moments of recording", "a sheet has no history"): len(ledger),
                ("earlier descriptions", "a sheet has no history"): sum(
                    entry.revision for entry in ledger.entries()
                ),
                (
                    "links and notes of sources, parties and events, keys of sources and parties",
                    "it has no columns for them",
                ): sum(_has_more(record) for record in self._described()),
                ("sources and parties that share a name", "as outlets, and in relations, they are one"): (
                    len(ledger.sources) + len(ledger.parties) - len(self._names())
                ),
                ("names with a semicolon", "it stands between names: they get a comma"): sum(
                    ";" in name for _, name in self._names()
                ),
                ("who is named in an attribution", "a question is a sentence"): sum(
                    isinstance(claim.question, Attribution) for claim in claims
                ),
                ("dates, parties and keys of propositions", "a question is a sentence"): sum(
                    isinstance(question, Proposition) and question != Proposition(question.text)
                    for question in ledger.questions()
                ),
                ("figures whose words and numbers no cells give exactly", "low and high are their bounds"): (
                    self._inexact
                ),
                ("characters that the file cannot hold, in rows", "others stand for them"): self._replaced,
                ("figures imputed without a reason", f"they come back with the reason {_IMPUTED!r}"): sum(
                    claim.imputed is None and getattr(claim.answer, "imputed", False) for claim in claims
                ),
            },
        )

    def _names(self) -> set[tuple[type, str]]:
        return {(type(one), one.name) for one in self._described() if not isinstance(one, Event)}

    def _described(self) -> Iterator[Source | Party | Event]:
        yield from self._ledger.sources
        yield from self._ledger.parties
        yield from self._ledger.events

    def _cells(self, claim: Claim) -> dict[str, object]:
        event, source, question = claim.event, claim.source, claim.question
        carriers = self._carriers(claim)
        knower = self._ledger.log.source(source.known_to) if source.known_to else None
        return {
            **_of_event(event),
            "source": sheet_name(source),
            "source_kind": source.kind.value,
            "party": source.party and sheet_name(source.party),
            "reliability": source.reliability and source.reliability.value,
            "anonymous": "yes" if source.anonymous else None,
            "known_to": None if knower is None else sheet_name(knower),
            "question": "+".join(question.outcomes) if isinstance(question, Measure) else question.label,
            "of": _SEPARATOR.join(map(sheet_name, getattr(question, "of", None) or ())),
            "among": getattr(question, "among", None),
            "part": getattr(question, "part", None),
            **self._of_answer(claim),
            "imputed": claim.imputed or (_IMPUTED if getattr(claim.answer, "imputed", False) else None),
            "stated": claim.stated and claim.stated.iso,
            "via": _SEPARATOR.join(carriers),
            "published": _SEPARATOR.join(carriers.values()) if any(claim.published) else None,
            "first_hand": "yes" if claim.first_hand else None,
            "observed": claim.observed and claim.observed.value,
            "hedged": claim.hedged,
            "words": None if isinstance(question, Measure) else claim.words,
            "lang": claim.lang,
            "url": claim.url,
            "note": claim.note,
        }

    def _carriers(self, claim: Claim) -> dict[str, str]:
        """When each carrier published the claim, by its name; of two with one name, the first."""
        dates = claim.published or (None,) * len(claim.via)
        carriers: dict[str, str] = {}
        for identity, date in zip(claim.via, dates, strict=True):
            carrier = self._ledger.log.source(identity)
            if carrier is not None:
                carriers.setdefault(sheet_name(carrier), date.iso if date else "")
        return carriers

    def _of_answer(self, claim: Claim) -> dict[str, object]:
        answer = claim.answer
        if isinstance(answer, Stance):
            return {"answer": answer.kind.value}
        if isinstance(answer, Declined):
            return {"answer": answer.how.value}
        cells, exact = cells_of(answer, claim.lang)
        self._inexact += not exact
        return {
            "answer": cells.words or cells.best,
            "low": cells.low,
            "best": cells.best if cells.words else None,
            "high": cells.high,
            "read_as": cells.read_as,
        }


def _of_event(event: Event) -> dict[str, object]:
    place = event.place
    return {
        "event": event.name,
        "occurred": event.occurred and event.occurred.iso,
        "place": place and place.name,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "parties": _SEPARATOR.join(map(sheet_name, event.parties)),
        "event_key": None if usual_key(event.name, event.occurred, place) == event.key else event.key,
    }


def _has_more(record: Source | Party | Event) -> bool:
    """Whether a description has more than the columns say."""
    if isinstance(record, Party):
        plain: object = Party(record.name, opposes=record.opposes, allied=record.allied)
    elif isinstance(record, Event):
        place = record.place
        if place is not None and place.country:
            return True
        plain = Event(
            record.name, occurred=record.occurred, place=place, parties=record.parties, key=record.key
        )
    else:
        plain = Source(
            record.name, record.kind, party=record.party, reliability=record.reliability,
            anonymous=record.anonymous, known_to=record.known_to,
        )  # fmt: skip
    return plain != record or getattr(plain, "id", None) != record.id

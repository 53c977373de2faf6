"""The records that drawn claims and ledgers share: built once, so that a ledger is cheap to draw."""

from __future__ import annotations

from functools import cache

import attrs

from claimtrack.claims import Claim
from claimtrack.dates import When, when
from claimtrack.events import Event, Place
from claimtrack.evidence import Evidence
from claimtrack.figures import exactly
from claimtrack.questions import (
    Attribution,
    PartsOf,
    Proposition,
    Question,
    casualties,
    killed,
    parts_of,
    wounded,
)
from claimtrack.sources import Party, Source


@attrs.frozen
class Cast:
    """Parties, sources, events and questions, the simplest of each first.

    Attributes:
        parties: Two that fight each other, an ally, and one that stands apart.
        sources: Of many kinds: agencies, a party's own, leaning, anonymous, collective, documents.
        events: One with everything known, one with nothing but a name.
        questions: Measures that are parts of one another, a proposition and an attribution.
        moments: When sources speak: days, a month, times with an offset, and no date.
        evidence: Things to look at, the earliest captured first.
        wholes: Which of the measures' populations are parts of which.
    """

    parties: tuple[Party, ...]
    sources: tuple[Source, ...]
    events: tuple[Event, ...]
    questions: tuple[Question, ...]
    moments: tuple[When | None, ...]
    evidence: tuple[Evidence, ...]
    wholes: tuple[PartsOf, ...]


@cache
def usual_cast() -> Cast:
    """The cast of the ledgers that are drawn when nothing else is asked for."""
    mali = Party("Malian armed forces")
    jnim = Party("JNIM", opposes=[mali])
    sides = (mali, jnim, Party("Wagner", allied=[mali]), Party("ⴰⵣⴰⵡⴰⴷ"))
    attack = Event("Attack", occurred="2024-09-17", place=Place("Faladié, Bamako"), parties=sides[:2])
    return Cast(
        parties=sides,
        sources=_sources(*sides[:3]),
        events=(attack, attack, attack, attack, Event("هجوم")),
        questions=_questions(mali, jnim),
        moments=_moments(),
        evidence=tuple(
            Evidence(f"https://example.org/{day}", kind="video", captured=f"2024-09-{day}")
            for day in range(17, 25)
        ),
        wholes=(
            parts_of(None, ["airport", "gendarmerie school"], disjoint=True),
            parts_of("soldiers and gendarmes", ["gendarmerie cadets"]),
        ),
    )


def _sources(mali: Party, jnim: Party, wagner: Party) -> tuple[Source, ...]:
    afp = Source("AFP", "agency", reliability="B")
    reuters = Source("Reuters", "agency", reliability="A")
    return (
        afp,
        reuters,
        Source("RFI", "media", reliability="C"),
        Source("Malian general staff", "military", party=mali),
        Source("الزلاقة Az-Zallaqa", "belligerent", party=jnim, reliability="D"),
        Source("Local reports", "media"),
        Source("A security source", "security", anonymous=True, known_to=afp),
        Source("A security source", "security", anonymous=True, known_to=reuters, collective=True),
        Source("Witnesses", "witness", anonymous=True, collective=True),
        Source("ⵜⴰⵎⴰⵛⴻⵇ Radio", "media", aligned_with=jnim, reliability="E"),
        Source("An internal document", "document", on_record=False, author=afp, reliability="F"),
        Source("Wagner's channel", "belligerent", party=wagner),
        Source("Encyclopædia", "reference"),
    )


def _questions(mali: Party, jnim: Party) -> tuple[Question, ...]:
    dead, burned = killed(of=mali), Proposition("An aircraft was set on fire", harms=mali, serves=jnim)
    return (
        dead, dead, dead, dead,
        wounded(of=mali),
        casualties(of=mali),
        burned, burned,
        Attribution(regard="blame"),
        killed(of=mali, part="airport"),
        killed(of=mali, among="gendarmerie cadets"),
        killed(of=jnim),
        killed(),
    )  # fmt: skip


def _moments() -> tuple[When | None, ...]:
    stated = (
        "2024-09-17", "2024-09-17", "2024-09-18", "2024-09-18", "2024-09-19", "2024-09-20", "2024-09-24",
        "2024-09", "2024-09-17T18:30Z", "2024-09-18T01:00+02:00", "2024-09-17/2024-09-19", "2024",
    )  # fmt: skip
    return (*map(when, stated), None)


def usual_claim() -> Claim:
    """The claim that shrinking goes for: one dead, says AFP, on the day."""
    cast = usual_cast()
    return Claim(cast.events[0], cast.sources[0], cast.questions[0], exactly(1), stated=cast.moments[0])

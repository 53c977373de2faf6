"""A small attack with a few who speak of it: what tests of statuses start from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import claimtrack as ct
from claimtrack.ledger import Ledger

MALI = ct.Party("Malian armed forces")
JNIM = ct.Party("JNIM", opposes=[MALI])
ATTACK = ct.Event("Attack on Bamako", occurred="2024-09-17", place="Bamako", parties=[MALI, JNIM])
KILLED = ct.killed(of=MALI)
HURT = ct.casualties(of=MALI)
FIRE = ct.Proposition("An aircraft was set on fire", serves=JNIM, harms=MALI)
WHO = ct.Attribution("Responsibility for the attack", regard="credit")

AFP = ct.Source("AFP", "agency")
RFI = ct.Source("RFI", "media")
REUTERS = ct.Source("Reuters", "agency")
RADIO = ct.Source("Local radio", "media")
HOSPITAL = ct.Source("Hospital", "medical")
MAYOR = ct.Source("Mayor", "official")
ARMY = ct.Source("General staff", "military", party=MALI)
ZALLAQA = ct.Source("Az-Zallaqa", "belligerent", party=JNIM)
SECURITY = ct.Source("A security source", "security", anonymous=True, known_to=AFP)
COURT = ct.Source("Court", "judicial")
WIKIPEDIA = ct.Source("Wikipedia", "reference")

VIDEO = ct.Evidence("https://example.org/video", kind="video", captured="2024-09-17")
LATE = ct.Evidence("https://example.org/late", kind="video", captured="2024-10-01")


class Clock:
    """A clock that moves on by a day each time it is asked."""

    def __init__(self, start="2024-09-20T12:00+00:00"):
        self.now = datetime.fromisoformat(start).astimezone(UTC)

    def __call__(self):
        self.now += timedelta(days=1)
        return self.now


def says(source, answer, stated="2024-09-17", question=KILLED, **more):
    """A claim about the attack; a number is an exact figure."""
    if isinstance(answer, int):
        answer = ct.exactly(answer)
    return ct.Claim(ATTACK, source, question, answer, stated=stated, **more)


def ledger_of(*records, clock=None):
    ledger = Ledger(clock=clock or Clock())
    ledger.record_all(records)
    return ledger


def states(ledger):
    return {claim.as_given: ledger.status(claim).state.value for claim in ledger.claims()}


def independent(a, b):
    return ct.Relation(a, b, "independent", because="different desks")

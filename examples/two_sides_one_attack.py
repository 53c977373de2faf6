"""Two sides, one attack: where each claim stands, why, and what it would take to move it.

An invented attack, told as such attacks are: the army, the armed group, a wire and its outlets, a hospital.
"""

from datetime import UTC, datetime, timedelta

import claimtrack as ct

# Who fights whom, and what is at issue

army_side = ct.Party("Army")
rebels = ct.Party("Movement", opposes=[army_side])
sides = [army_side, rebels]
attack = ct.Event("Attack on the garrison", occurred="2024-03-04", place="Korioumé", parties=sides)
killed = ct.killed(of=army_side)
burned = ct.Proposition("The fuel depot was set on fire", serves=rebels, harms=army_side)

# Who speaks

army = ct.Source("Army spokesman", "military", party=army_side)
movement = ct.Source("Movement communiqué", "belligerent", party=rebels, reliability="D")
agency = ct.Source("Agency", "agency", reliability="B")
officer = ct.Source("An officer", "military", anonymous=True, known_to=agency)
outlets = [ct.Source(name, "media") for name in ("Le Matin", "Radio Nord", "Sahel Web")]
hospital = ct.Source("Regional hospital", "medical", reliability="B")
video = ct.Evidence("https://example.org/depot", kind="video", captured="2024-03-04", shows="a depot burning")


class OneADay:
    """A clock for the example: something is recorded once a day, at noon."""

    moment = datetime(2024, 3, 4, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Give the moment of recording."""
        now, self.moment = self.moment, self.moment + timedelta(days=1)
        return now


def show(title: str, *claims: ct.Claim) -> None:
    """Print where claims stand."""
    print(title)
    for claim in claims:
        status = ledger.status(claim)
        print(f"  {claim}  [{status.state.value}]")
        print(f"      because {status.because}")
        if status.missing:
            print(f"      missing {status.missing}")
    print()


ledger = ct.Ledger(clock=OneADay())

# Day one: both sides speak

first, boast, fire = ledger.record(
    ct.Claim(attack, army, killed, "3 soldiers killed", stated="2024-03-04"),
    ct.Claim(attack, movement, killed, "more than 40 soldiers killed", stated="2024-03-04"),
    ct.Claim(attack, movement, burned, ct.affirms(), based_on=[video], stated="2024-03-04"),
)
show("Both sides have spoken", first, boast, fire)
print("Who gains by it")
for claim in (first, boast):
    interest = ledger.status(claim).interest
    print(f"  {claim}: {interest.kind.value} ({interest.because})")
print()

# Day two: one officer, one wire, three outlets; one of them misquotes it

(wire,) = ledger.record(
    ct.Claim(attack, officer, killed, "at least 17 soldiers killed", via=[agency], stated="2024-03-05")
)
le_matin, radio_nord, sahel_web = outlets
ledger.record(
    ct.Claim(attack, le_matin, killed, "at least 17", based_on=[wire], stated="2024-03-05"),
    ct.Claim(attack, radio_nord, killed, "at least 17", based_on=[wire], stated="2024-03-05"),
)
(garbled,) = ledger.record(
    ct.Claim(attack, officer, killed, "71 soldiers killed", via=[agency, sahel_web], stated="2024-03-05")
)
show("A wire and its outlets are one voice", wire, garbled, first, boast)
print("Who speaks for whom")
print(ledger.statuses.origins.tree(ledger.claims(question=killed)))
print()

# Day three: a second origin, known to be another one

(ward,) = ledger.record(
    ct.Claim(attack, hospital, killed, ct.exactly(19, words="19 bodies"), observed="bodies", first_hand=True,
             stated="2024-03-06")
)  # fmt: skip
ledger.relate(hospital, agency, "independent", because="its own register", by="A. Analyst")
show("A second, independent origin", wire, ward)

# Verdicts need evidence

try:
    ledger.assess(wire, "confirmed", by="A. Analyst", decided="2024-03-07", because="everybody says so")
except ct.ImpossibleMove as error:
    print(f"Refused: {error}")
    print()

ledger.assess(fire, "confirmed", by="A. Analyst", decided="2024-03-07", because="geolocated to the depot",
              evidence=[video])  # fmt: skip
ledger.assess(garbled, "misreported", by="A. Analyst", decided="2024-03-07", because="17 became 71")
show("What can be decided, and what cannot", fire, garbled, boast)

# What changed, how a claim came to stand where it stands, and what is left to find out

print("What moved since the second day")
for change in ledger.changes("2024-03-05"):
    what = change.claim or change.question
    print(f"  {change.kind.value}: {what}: {change.before or 'new'} → {change.after}")
print()
print("How the wire came to stand where it stands")
for change in ledger.history(wire):
    print(f"  {change.recorded:%d %B}: {change.after}")
print()
print("Left to find out")
for question in ledger.open_questions():
    print(f"  {question.rank.value}: {question.question}: {question.missing}")

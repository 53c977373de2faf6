"""How far can each side's figures be relied on? Learned from past attacks, then used on a new one.

The parties, the attacks and all figures are made up. Needs the extra claimtrack[learn].
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import claimtrack as ct
from claimtrack import learning

# Who fights whom, and who speaks

republic = ct.Party("Republic")
front = ct.Party("Northern Front", opposes=[republic])

army = ct.Source("Army staff", kind="military", party=republic)
radio = ct.Source("Front radio", kind="belligerent", party=front)
monitor = ct.Source("Casualty monitor", kind="ngo")
agency = ct.Source("News agency", kind="agency")

killed = ct.killed(of=republic)

# Past attacks: what the army, the front's radio, the agency and, later, the monitor said

PAST = [
    (6, 25, 12, 11), (4, 18, None, 9), (11, 60, 25, 24), (2, 9, 5, None), (15, 90, 38, 33), (7, 30, None, 16),
    (3, 20, 8, 8), (9, 41, 18, None), (20, 110, 45, 47), (5, 26, None, 12), (8, 50, 19, 21), (12, 55, 30, 26),
    (1, 8, 4, 3), (6, 33, None, 15), (10, 70, 22, 23), (4, 15, 7, None), (14, 64, 27, 30), (3, 12, 6, 6),
]  # fmt: skip

ledger = ct.Ledger()
for month, figures in enumerate(PAST):
    first = f"{2022 + month // 12}-{month % 12 + 1:02}"
    event = ct.Event(f"Attack of {first}", occurred=f"{first}-03")
    for source, figure, day in zip((army, radio, agency, monitor), figures, (4, 3, 5, 20), strict=True):
        if figure is not None:
            ledger.record(ct.Claim(event, source, killed, ct.exactly(figure), stated=f"{first}-{day:02}"))

policy = learning.fit(ledger)

print("What the past shows: ×2 says twice as many as there were, by the level of those without a side\n")
for record in policy.track_records:
    if record.factor and record.low and record.high:  # none where nothing is declared of a source
        start, end = round(8 * record.low), round(8 * record.high)
        ends = f"×{record.factor:.2f} ({record.low:.2f}–{record.high:.2f})"
        print(f"  {record.name:16} {record.bearing:8} {ends}  {'·' * start}{'━' * max(1, end - start)}")
    print(f"  {'':16} {record.events} events, first to speak on {record.first}, {record.days:g} days after")

# A new attack: the sides have spoken, the monitor has not

attack = ct.Event("Attack on the river post", occurred="2024-05-02")
ledger.record(
    ct.Claim(attack, radio, killed, ct.exactly(80), stated="2024-05-02"),
    ct.Claim(attack, army, killed, ct.exactly(12), stated="2024-05-03"),
    ct.Claim(attack, agency, killed, ct.at_least(25), stated="2024-05-04"),
)
print()
print(ct.reconcile(ledger, killed, attack, policy=policy).explain())

# With the two sides alone the level is an assumption, and the estimate says so

sides = [claim for claim in ledger.claims(event=attack) if claim.source.party is not None]
alone = policy.explain(sides, killed)
print(f"\nThe two sides alone: {alone.low}–{alone.high}, estimate {alone.best}.")

# A model is published with the report that rests on it

with TemporaryDirectory() as folder:
    policy.save(Path(folder) / "model.json")
    again = learning.load(Path(folder) / "model.json")
print(f"Saved and read again: {again.explain(sides, killed).best}.")

"""A policy of your own: a function over voices, held against the laws before it is used."""

import claimtrack as ct
from claimtrack.reconcile import Ruling, Voices, Weights, weighted_median
from claimtrack.testing import check_policy


def hospitals_first(voices: Voices) -> Ruling:
    """What hospitals say; where none speaks, the lowest and the highest of all, and no best figure."""
    medical = [voice for voice in voices if voice.source.kind == "medical" and voice.point is not None]
    points = sorted(voice.point for voice in medical if voice.point is not None)
    if points:
        why = "Hospitals speak: the highest of their counts."
        return Ruling(points[0], points[-1], points[-1], because=why, used=tuple(medical))
    lows = [voice.ends[0] for voice in voices if voice.ends[0] is not None]
    highs = [voice.ends[1] for voice in voices if voice.ends[1] is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    if high is not None and max(lows, default=0) > high:
        high = None  # somebody says at least more than the highest end: the top is open
    return Ruling(low, None, high, because="No hospital speaks: the ends of what is claimed.")


def average(voices: Voices) -> Ruling:
    """What not to do: the mean is a number that nobody stated."""
    points = [voice.point for voice in voices if voice.point is not None]
    return Ruling(None, sum(points) // len(points) if points else None, None)


check_policy(hospitals_first, examples=100)
print("hospitals_first keeps the laws.")

try:
    check_policy(average, examples=100)
except AssertionError as broken:
    print(broken)
print()

market = ct.Event("Shelling of a market", occurred="2024-05-02")
army, rebels = ct.Party("Army"), ct.Party("Rebels", opposes=[ct.Party("Army")])
killed = ct.killed(among="civilians")
claims = [
    ct.Claim(market, ct.Source("District hospital", "medical"), killed, "31 dead", stated="2024-05-03"),
    ct.Claim(
        market, ct.Source("Rebels", "belligerent", party=rebels), killed, "60 killed", stated="2024-05-03"
    ),
    ct.Claim(
        market, ct.Source("Governor", "official", party=army), killed, "12 people killed", stated="2024-05-03"
    ),
    ct.Claim(market, ct.Source("Town radio", "media"), killed, "at least 25 killed", stated="2024-05-03"),
]

# The median with weights of your own: whole numbers, printed with the result

trained = weighted_median(Weights(kind={"medical": 3}), name="hospitals_count_three")

print(ct.compare_policies(claims, killed, policies=[hospitals_first, trained, "last_words", "envelope"]))
print()
print(ct.reconcile(claims, killed, policy=hospitals_first).explain())

"""How many claims a second are reconciled on one core, beside a physical floor in the same run.

    python tests/benchmarks/reconcile_speed.py [claims]

The floor is one pass over the same claims that only looks at each claim's figure and adds up its ends:
no Python that reconciles objects can be faster. Ratios matter; seconds depend on the machine.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable, Iterator

from claimtrack.claims import Claim
from claimtrack.dates import when
from claimtrack.events import Event
from claimtrack.figures import Figure, FigureKind, about, at_least, between, exactly
from claimtrack.log import Log
from claimtrack.questions import Measure, killed
from claimtrack.reconcile import reconcile_all, reconcile_figures
from claimtrack.sources import Party, Source
from claimtrack.status import Statuses

PER_GROUP = 8
KINDS = ("agency", "media", "ngo", "medical", "military", "witness", "igo", "police")


class Held:
    """A log with its statuses, as a ledger holds them."""

    def __init__(self) -> None:
        self.log = Log()
        self.statuses = Statuses(self.log)


def make_claims(number: int, *, seed: int = 0) -> Iterator[Claim]:
    """Claims in groups of eight: carriers, three days, a fifth echoes, three in ten not exact."""
    rng = random.Random(seed)  # noqa: S311
    side = Party("Army")
    question: Measure = killed(of=side)
    carriers = [Source(f"Wire {n}", "agency") for n in range(30)]
    sources = [
        Source(f"Source {n}", KINDS[n % len(KINDS)], party=side if n % 8 == 4 else None) for n in range(400)
    ]
    days = [when(f"2024-03-0{day}") for day in range(1, 6)]
    said = Said()
    for group in range(number // PER_GROUP):
        event = Event(f"Event {group}", key=f"e{group}")
        middle = rng.randint(3, 120)
        spoken: list[Claim] = []
        for source in rng.sample(sources, PER_GROUP):
            n = max(1, middle + rng.randint(-middle // 4, middle // 4))
            details = {
                "via": [rng.choice(carriers)] if rng.random() < 0.6 else [],
                "stated": days[min(4, int(rng.expovariate(0.9)))],
            }
            answer = said.draw(rng, n)
            if spoken and rng.random() < 0.2:
                basis = rng.choice(spoken)
                answer, details["based_on"] = basis.answer, basis
            spoken.append(Claim(event, source, question, answer, **details))
        yield from spoken


class Said:
    """Figures as sources state them, each made once: equal figures are shared, as a reader shares them."""

    def __init__(self) -> None:
        self.exact = [exactly(n) for n in range(200)]
        self.floors, self.ranges = [at_least(n) for n in range(200)], [between(n, n + 6) for n in range(200)]
        self.rough = [about(n) for n in range(200)]
        self.several = Figure((2, None), (2, 9), FigureKind.vague, words="several")

    def draw(self, rng: random.Random, n: int) -> Figure:
        """Seven in ten exact; low ends, ranges, "about n", and a vague word."""
        drawn = rng.random()
        if drawn < 0.7:
            return self.exact[n]
        if drawn < 0.82:
            return self.floors[n]
        if drawn < 0.88:
            return self.ranges[n]
        return self.rough[n] if drawn < 0.95 else self.several


def floor_pass(claims: list[Claim]) -> int:
    """Look at the figure of every claim and add up its ends."""
    total = 0
    for claim in claims:
        figure = claim.answer
        low, high = figure.reading
        total += (low or 0) + (high or 0)
    return total


def timed(name: str, number: int, run: Callable[[], object], floor: float | None = None) -> float:
    """Run once with the collector paused, and print claims a second and times the floor."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    run()
    spent = time.process_time() - start
    gc.enable()
    ratio = "" if floor is None else f"{spent / floor:8.1f} × floor"
    print(f"{name:34s} {number / spent:12,.0f} claims/s {spent:8.2f} s {ratio}")
    return spent


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    claims = list(make_claims(number))
    number = len(claims)
    print(f"{number:,} claims in {number // PER_GROUP:,} groups")
    floor = timed("floor: one pass", number, lambda: floor_pass(claims))

    def fresh() -> Held:
        held = Held()
        held.log.append(claims)
        return held

    held = fresh()
    held.log.groups  # noqa: B018  # the index is part of the log, not of reconciling
    timed("figures only", number, lambda: sum(1 for _ in reconcile_figures(held)), floor)
    held = fresh()
    held.log.groups  # noqa: B018
    timed("full accounts", number, lambda: sum(len(r.account) for r in reconcile_all(held)), floor)


if __name__ == "__main__":
    main()

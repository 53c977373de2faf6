"""How fast claims are built and recorded, against plain attrs records in the same run.

Ratios are what counts: the machine is noisy. python tests/benchmarks/ledger.py [claims]
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from datetime import date, timedelta
from random import Random
from time import process_time

import attrs

from claimtrack.claims import Claim, checked_row, claims_from_checked_rows
from claimtrack.dates import when
from claimtrack.events import Event
from claimtrack.figures import about, at_least, between, exactly
from claimtrack.ledger import Ledger
from claimtrack.questions import killed
from claimtrack.sources import Party, Source

PER_QUESTION = 10


@attrs.frozen(weakref_slot=False)
class Plain:
    """A frozen record of eleven fields without checks: what claims are measured against."""

    event: object
    source: object
    question: object
    answer: object
    stated: object
    via: tuple[str, ...]
    based_on: tuple[str, ...]
    first_hand: bool
    words: str | None
    url: str | None
    note: str


def rows(count):
    """Arguments of claims: questions of ten, a few hundred sources, shared figures and dates."""
    random = Random(1)  # noqa: S311  # a benchmark draws, it keeps no secret
    party = Party("Army")
    question = killed(of=party)
    sources = [Source(f"Source {number}", "media") for number in range(300)]
    carriers = [Source(f"Agency {number}", "agency") for number in range(20)]
    figures = [exactly(n) for n in range(1, 60)] + [at_least(n) for n in range(1, 40)]
    figures += [about(n) for n in range(10, 100, 5)] + [between(n, n + 9) for n in range(10, 90, 10)]
    start = date(2024, 1, 1)
    dates = [when((start + timedelta(days=number)).isoformat()) for number in range(366)]
    events = [
        Event(f"Attack {number}", occurred=dates[number % 300].start)
        for number in range(-(-count // PER_QUESTION))
    ]
    for number in range(count):
        event = events[number // PER_QUESTION]
        day = (number // PER_QUESTION) % 300 + random.randrange(5)
        yield (
            event, sources[(number * 7 + number // PER_QUESTION) % 300], question, random.choice(figures),
            dates[day], (carriers[random.randrange(20)],) if random.random() < 0.4 else (),
            random.random() < 0.1,
        )  # fmt: skip


def clocked(work):
    """Seconds of one core that work takes, the collector paused; and what it gives."""
    gc.collect()
    gc.disable()
    start = process_time()
    result = work()
    spent = process_time() - start
    gc.enable()
    return spent, result


def again(log, checked):
    """The ledger of claims that were checked before, from their rows."""
    ledger = Ledger()
    ledger.log.append([entry.record for entry in log.entries() if not isinstance(entry.record, Claim)])
    ledger.log.append_checked(claims_from_checked_rows(checked))
    return ledger


def build(given):
    ledger = Ledger()
    ledger.record_all(
        Claim(event, source, question, answer, stated=stated, via=via, first_hand=first_hand)
        for event, source, question, answer, stated, via, first_hand in given
    )
    return ledger


def plain(given):
    return [
        Plain(event, source, question, answer, stated, via, (), first_hand, None, None, "")
        for event, source, question, answer, stated, via, first_hand in given
    ]


def from_rows(ledger, bare):
    claims = ledger.log.claims
    checked = [checked_row(claim) for claim in claims]
    spent, twin = clocked(lambda: again(ledger.log, checked))
    speed = len(claims) / spent
    print(f"from rows checked before: {spent:.2f} s, {speed:,.0f}/s, {spent / bare:.1f} x plain")
    if [claim.id for claim in twin.log.claims] != [claim.id for claim in claims]:
        sys.exit("the claims from rows are not the claims")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    given = list(rows(count))
    bare, _ = clocked(lambda: plain(given))
    print(f"{count:,} claims; plain attrs records: {bare:.2f} s, {count / bare:,.0f}/s = 1.00")
    spent, ledger = clocked(lambda: build(given))
    print(f"built and recorded: {spent:.2f} s, {count / spent:,.0f}/s, {spent / bare:.1f} x plain")
    from_rows(ledger, bare)
    del ledger
    part = given[: max(1, count // 10)]
    tracemalloc.start()
    kept = build(part)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"memory: {size / len(part):,.0f} B a claim ({len(kept):,} records)")


if __name__ == "__main__":
    main()

"""Bounds propagated from part to whole and back, until nothing moves or the claims cannot hold together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from claimtrack.claims import Claim
from claimtrack.log.records import last_first
from claimtrack.reconcile.wholes import Split
from claimtrack.telling import phrase


@attrs.frozen
class End:
    """One end of what is left for a measure, and what it follows from.

    Attributes:
        value: The end, in persons.
        claims: The claims it follows from.
        steps: How, a clause a step.
    """

    value: int
    claims: tuple[Claim, ...]
    steps: tuple[str, ...]


Ends = Mapping[str, tuple[End | None, End | None]]
"""The low and the high end of what is left for each measure, by its id; `None` is open."""


@attrs.frozen(eq=False)
class Bounds:
    """What a voice leaves for the measure it speaks of.

    Attributes:
        measure: Id of the measure.
        claim: The claim that is heard for the voice.
        low: The least, or `None` where the voice states none.
        high: The most, or `None` where the voice states none.
        raises: Whether it may raise a low end.
        lowers: Whether it may lower a high end.
    """

    measure: str
    claim: Claim
    low: End | None
    high: End | None
    raises: bool
    lowers: bool


def left_for(
    measure: str, spoken: Iterable[Bounds], splits: Sequence[Split]
) -> tuple[End | None, End | None]:
    """What parts and wholes leave for a measure."""
    return propagate(outermost(spoken), splits)[0].get(measure, (None, None))


def outermost(spoken: Iterable[Bounds]) -> Ends:
    """For each measure the lowest low end and the highest high end of the voices that may tighten."""
    ends: dict[str, tuple[End | None, End | None]] = {}
    for one in spoken:
        low, high = ends.get(one.measure, (None, None))
        if one.raises and one.low is not None and (low is None or one.low.value < low.value):
            low = one.low
        if one.lowers and one.high is not None and (high is None or one.high.value > high.value):
            high = one.high
        ends[one.measure] = (low, high)
    return ends


def consistent(spoken: Sequence[Bounds], splits: Sequence[Split]) -> list[Bounds]:
    """The voices without those that cannot hold together as parts and wholes."""

    def apart(some: Sequence[Bounds]) -> bool:
        return propagate(outermost(some), splits)[1] is not None

    left = list(spoken)
    while (against := propagate(outermost(left), splits)[1]) is not None:
        clash = {claim.id for claim in fewest(against, left, apart)}
        left = [one for one in left if one.claim.id not in clash]
    return left


def fewest(
    claims: Iterable[Claim], spoken: Sequence[Bounds], apart: Callable[[Sequence[Bounds]], bool]
) -> list[Claim]:
    """Of claims that cannot hold together, those that still cannot; none of them can be left out.

    Args:
        claims: The claims.
        spoken: The voices they are heard in.
        apart: Whether some of the voices cannot hold together.
    """
    kept = sorted(claims, key=last_first)
    for claim in tuple(kept):
        others = [one for one in kept if one is not claim]
        ids = {one.id for one in others}
        if apart([one for one in spoken if one.claim.id in ids]):
            kept = others
    return kept


def propagate(givens: Ends, splits: Sequence[Split]) -> tuple[Ends, tuple[Claim, ...] | None]:
    """Apply every part-and-whole rule until nothing moves, or until an end passes the other.

    As many rounds as there are measures are enough; what still moves then was declared in a circle,
    and says nothing.

    Returns:
        What is left for each measure; and the claims that cannot hold together, or `None`.
    """
    ends = dict(givens)
    for _ in range(len({identity for split in splits for identity in (split.whole, *split.parts)}) + 1):
        moved = False
        for split in splits:
            for identity, low, high in _rules(ends, split):
                old_low, old_high = ends.get(identity, (None, None))
                if low is not None and (old_low is None or low.value > old_low.value):
                    old_low, moved = low, True
                if high is not None and (old_high is None or high.value < old_high.value):
                    old_high, moved = high, True
                if old_low is not None and old_high is not None and old_low.value > old_high.value:
                    return {}, _joined([old_low, old_high])
                ends[identity] = (old_low, old_high)
        if not moved:
            return ends, None
    return {}, None


def _rules(ends: Ends, split: Split) -> Iterator[tuple[str, End | None, End | None]]:
    whole_low, whole_high = ends.get(split.whole, (None, None))
    lows = [ends.get(part, (None, None))[0] for part in split.parts]
    highs = [ends.get(part, (None, None))[1] for part in split.parts]
    stated = [low for low in lows if low is not None]
    if stated and split.disjoint:
        yield split.whole, _sum(stated, split), None
    for low in stated:
        yield split.whole, low, None
    if split.complete and all(high is not None for high in highs):
        yield split.whole, None, _sum([high for high in highs if high is not None], split)
    for index, part in enumerate(split.parts):
        other_lows = [low for i, low in enumerate(lows) if i != index and low is not None]
        other_highs = [high for i, high in enumerate(highs) if i != index]
        if whole_high is not None:
            yield part, None, _less(whole_high, other_lows if split.disjoint else [], split)
        if split.complete and whole_low is not None and all(high is not None for high in other_highs):
            low = _less(whole_low, [high for high in other_highs if high is not None], split)
            yield part, low if low.value else None, None


def _sum(ends: Sequence[End], split: Split) -> End:
    if len(ends) == 1:
        return ends[0]
    total = sum(end.value for end in ends)
    numbers = tuple(end.value for end in ends)
    told = phrase("parts.sum", numbers=numbers, total=total, because=split.because)
    return End(total, _joined(ends), (*_merged(end.steps for end in ends), told))


def _less(end: End, others: Sequence[End], split: Split) -> End:
    if not others:
        return end
    left = max(0, end.value - sum(other.value for other in others))
    numbers = tuple(one.value for one in (end, *others))
    told = phrase("parts.difference", numbers=numbers, left=left, because=split.because)
    return End(left, _joined((end, *others)), (*_merged(one.steps for one in (end, *others)), told))


def _merged(steps: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step for several in steps for step in several))


def _joined(ends: Iterable[End]) -> tuple[Claim, ...]:
    return tuple({claim.id: claim for end in ends for claim in end.claims}.values())

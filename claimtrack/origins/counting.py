"""How many independent voices there are: a range, because independence is rarely known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from claimtrack.claims import Claim
from claimtrack.origins.independence import Independence
from claimtrack.origins.voices import Voice

EXACT_UP_TO = 16
"""Up to how many voices the largest known-independent set is searched for exactly."""

Between = Callable[[Claim, Claim], Independence | None]


@attrs.frozen
class IndependentRange:
    """How many independent voices there are, at least and at most.

    Attributes:
        low: At least so many are known to be independent of one another; never less than one
            where anybody speaks.
        high: At most so many can be: the voices, each declared dependence counted once.
        known: The voices that make up the low end; those of one carrier's unnamed sources speak as one.
        exact: Whether the low end is the best there is; else it was found greedily and is sound.
    """

    low: int
    high: int
    known: tuple[Voice, ...]
    exact: bool


Join = Callable[[Sequence[Voice]], Voice]
Knower = Callable[[Voice], str]


def count_independent(
    voices: Sequence[Voice], between: Between, join: Join, knower: Knower
) -> IndependentRange:
    """Find a largest set of voices known to be independent of one another.

    Args:
        voices: The voices, in their fixed order.
        between: Why two claims are known to be independent.
        join: Makes one voice of several.
        knower: Id of the carrier that alone knows the voice's source, or "".
    """
    if not voices:
        return IndependentRange(0, 0, (), exact=True)
    linked = _linked(voices, between)
    exact = len(voices) <= EXACT_UP_TO
    chosen = _largest(linked) if exact else _greedy(linked)
    known = []
    for number in chosen:
        kin = _kin(voices, linked, chosen, number, knower)
        known.append(_joined(voices[number], kin, join))
    return IndependentRange(len(chosen), len(voices), tuple(known), exact)


def _linked(voices: Sequence[Voice], between: Between) -> list[int]:
    """For each voice, as bits, the voices known to be independent of it."""
    linked = [0] * len(voices)
    for i, a in enumerate(voices):
        for j in range(i):
            if independent_voices(a, voices[j], between) is not None:
                linked[i] |= 1 << j
                linked[j] |= 1 << i
    return linked


def independent_voices(a: Voice, b: Voice, between: Between) -> Independence | None:
    """Why two voices are known to be independent: each claim of the one is, of each claim of the other."""
    found: Independence | None = None
    for mine in a.claims:
        for yours in b.claims:
            reason = between(mine, yours)
            if reason is None:
                return None
            found = found or reason
    return found


def _largest(linked: Sequence[int]) -> list[int]:
    """The largest set of voices that are all linked; of several, the first in the order of the voices."""
    best: list[int] = []
    waiting: list[tuple[list[int], int]] = [([], (1 << len(linked)) - 1)]
    while waiting:
        chosen, free = waiting.pop()
        if len(chosen) + free.bit_count() <= len(best):
            continue
        if not free:
            best = chosen
            continue
        first = (free & -free).bit_length() - 1
        rest = free & ~(1 << first)
        waiting.append((chosen, rest))
        waiting.append(([*chosen, first], rest & linked[first]))
    return best


def _greedy(linked: Sequence[int]) -> list[int]:
    """A large set of voices that are all linked: the best linked first."""
    chosen: list[int] = []
    free = (1 << len(linked)) - 1
    while free:
        numbers = [number for number in range(len(linked)) if free >> number & 1]
        first = max(numbers, key=lambda number: ((linked[number] & free).bit_count(), -number))
        chosen.append(first)
        free &= linked[first]
    return sorted(chosen)


def _kin(
    voices: Sequence[Voice], linked: Sequence[int], chosen: Sequence[int], number: int, knower: Knower
) -> list[Voice]:
    """The voices of other unnamed sources of the same carrier, as independent of the rest as this one."""
    carrier = knower(voices[number])
    others = sum(1 << other for other in chosen if other != number)
    return [
        voice
        for index, voice in enumerate(voices)
        if carrier and index not in chosen and knower(voice) == carrier and linked[index] & others == others
    ]


def _joined(voice: Voice, kin: Sequence[Voice], join: Join) -> Voice:
    """The voice, joined by those of its kin that say what fits with it."""
    parts = [voice]
    for other in kin:
        if join([*parts, other]).conflict is None:
            parts.append(other)
    return join(parts) if len(parts) > 1 else voice

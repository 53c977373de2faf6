"""Suspected copying: two sources with the same unusual figure, close in time.

It is suggested with its strength and never applied: two correct counts of the same dead agree as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import exp

import attrs

from claimtrack.claims import Claim
from claimtrack.figures import Figure, FigureKind

ROUND_STEPS = (1000, 500, 100, 50, 20, 10, 5)
DAYS_TO_FADE = 3
"""In so many days the suspicion falls to about a third (our convention)."""

FEWEST = 5
"""Below so many persons every source that counts gets the same small number (our convention)."""

CLOSE_PAIRS = 50
"""How many claims before it, by date, a claim is compared with (our convention)."""


@attrs.frozen
class SuspectedCopy:
    """That two claims may rest on one origin; a suggestion, never applied.

    Attributes:
        a: The earlier claim.
        b: The later one.
        strength: From 0 (nothing in it) to 1; not a probability.
        because: What raises the suspicion.
    """

    a: Claim
    b: Claim
    strength: float
    because: str


def unusualness(number: int) -> float:
    """How seldom two counts would meet on a number by chance, 0 to 1: 37 is unusual, 20 is not.

    Example:
        >>> unusualness(37) > unusualness(35) > unusualness(20) > unusualness(3)
        True
    """
    if number < FEWEST:
        return 0.1
    step = next((step for step in ROUND_STEPS if number % step == 0), 1)
    if step == 1:
        return 0.9
    return 0.5 if step == 5 else 0.2


SameOrigin = Callable[[Claim, Claim], bool]


def suspect_copies(
    claims: Iterable[Claim], same_origin: SameOrigin, least: float = 0.3
) -> tuple[SuspectedCopy, ...]:
    """Pair claims of one question that state the same number from what counts as separate origins.

    Args:
        claims: Claims on one question.
        same_origin: Tells whether two claims are known to share an origin, and need no suspicion.
        least: The least strength worth showing, 0 to 1.
    """
    by_number: dict[int, list[Claim]] = {}
    for claim in claims:
        number = _number(claim.answer)
        if number is not None:
            by_number.setdefault(number, []).append(claim)
    found = []
    for number, held in sorted(by_number.items()):
        ordered = sorted(held, key=lambda claim: (_day(claim), claim.id))
        for index, later in enumerate(ordered):
            for earlier in ordered[max(0, index - CLOSE_PAIRS) : index]:
                if same_origin(earlier, later):
                    continue
                copy = _suspicion(number, earlier, later)
                if copy.strength >= least:
                    found.append(copy)
    return tuple(sorted(found, key=lambda copy: (-copy.strength, copy.a.id, copy.b.id)))


def _suspicion(number: int, earlier: Claim, later: Claim) -> SuspectedCopy:
    strength = unusualness(number)
    reasons = [f"both state {number:,}"]
    if later.stated is not None and earlier.stated is not None:
        apart = max(0, (later.stated.start - earlier.stated.end).days)
        strength *= exp(-apart / DAYS_TO_FADE)
        days = "a day apart" if apart == 1 else f"{apart} days apart"
        same = later.stated.end == earlier.stated.start
        reasons.append(days if apart else "on the same day" if same else "perhaps on the same day")
    else:
        strength *= 0.5
        reasons.append("at least one undated")
    if later.words is not None and later.words == earlier.words:
        strength += (1 - strength) * 0.5
        reasons.append("in the same words")
    return SuspectedCopy(earlier, later, round(strength, 2), ", ".join(reasons))


def _number(answer: object) -> int | None:
    if not isinstance(answer, Figure) or answer.kind is FigureKind.none:
        return None
    low, high = answer.stated_ends
    return low if low is not None and high in (low, None) else None


def _day(claim: Claim) -> int:
    return 0 if claim.stated is None else claim.stated.start.toordinal()

"""How far intervals reach: from Student's t, or from misses on events whose answers are known.

Source: Vovk, Gammerman & Shafer 2005, Algorithmic Learning in a Random World (split conformal prediction).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from claimtrack.errors import InvalidField
from claimtrack.learning.arrays import Floats, Index, t_quantile

FREEDOM = 6
"""Degrees of freedom of the t distribution that intervals are read from without known answers."""


def reach_of(misses: Sequence[float], level: float) -> float:
    """How many standard errors an interval reaches to either side.

    Args:
        misses: Sorted misses on known answers, in standard errors; empty where none are known.
        level: The probability that the interval is to have.

    Raises:
        InvalidField: If the level is no probability, or needs more known answers than there are.

    Example:
        >>> round(reach_of((), 0.9), 2)
        1.94
        >>> reach_of((0.2, 0.5, 0.7, 1.0, 1.1, 1.3, 1.4, 2.0, 3.5), 0.9)
        3.5
    """
    if not 0 < level < 1:
        raise InvalidField("interval", "level", level, "a probability between 0 and 1")
    if not misses:
        return t_quantile(0.5 + level / 2, FREEDOM)
    rank = math.ceil((len(misses) + 1) * level - 1e-9)
    if rank > len(misses):
        needed = math.ceil(level / (1 - level) - 1e-9)
        raise InvalidField("interval", "level", level, f"a level that {len(misses)} known answers can show",
                           f"{level:g} needs at least {needed}")  # fmt: skip
    return misses[rank - 1]


def misses(answer: Floats, spread: Floats, known: Index | Floats) -> tuple[float, ...]:
    """Sorted distances of known answers (in persons) from the estimates, in standard errors."""
    distance = np.abs(np.log1p(np.asarray(known, dtype=np.float64)) - answer) / np.maximum(spread, 1e-12)
    return tuple(float(miss) for miss in np.sort(distance))

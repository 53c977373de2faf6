"""Suspected copies: opt-in, always shown. Two sources with the same odd figure may have it from one mouth.

Where many identical figures are true corroboration this does harm: on population figures the error rose
from .084 to .211. It is for kinds of source that are known to copy, such as a press that reprints wires.

Source: Dong, Berti-Equille & Srivastava 2009, VLDB, "Integrating conflicting data: the role of
source dependence".
"""

from __future__ import annotations

import math

import attrs
import numpy as np

from claimtrack.errors import InvalidField
from claimtrack.learning.arrays import Flags, Floats, Index, sums
from claimtrack.learning.coding import Shape, rounding
from claimtrack.learning.columns import Columns
from claimtrack.learning.equations import pairs

COPY_RATE = 0.25
"""How often a source of a suspected kind copies another, before their figures are seen; an assumption."""


@attrs.frozen(eq=False)
class Suspicion:
    """Which rows may be copies of each other.

    Attributes:
        share: The independent part of each row after suspicion.
        first: One row of each suspected pair.
        second: The other.
        chance: The probability that one of them copied.
    """

    share: Floats
    first: Index
    second: Index
    chance: Floats


def suspect(columns: Columns, noise: Floats, suspected: Flags, *, rate: float = COPY_RATE) -> Suspicion:
    """Suspect copies among rows of suspected kinds that state the same figure on one question.

    With rate r, P(copy | same figure) = r / (r + (1 - r) h / (√π τ)): τ is the noise of the two
    sources and h the half-width of the rounding, on the log scale. Sharing "37" is strong evidence,
    sharing "20" weak. A row with k such partners counts (1 + Σ(1 - p)) / (1 + k).

    Args:
        columns: The claims.
        noise: The noise of each source, on the log scale.
        suspected: Which rows are of a kind that is suspected.
        rate: How often such a source copies.

    Raises:
        InvalidField: If the rate is no probability between 0 and 1.
    """
    if not 0 < rate < 1:
        raise InvalidField("suspect", "rate", rate, "a probability between 0 and 1")
    rows = np.flatnonzero(suspected)
    said = np.stack([columns.question, columns.shape, columns.low, columns.high])[:, rows]
    _, same = np.unique(said, axis=1, return_inverse=True)
    same = same.reshape(-1)
    order = np.lexsort((columns.source[rows], same))
    rows, same = rows[order], same[order]
    once = np.ones(len(rows), dtype=bool)
    once[1:] = (same[1:] != same[:-1]) | (columns.source[rows[1:]] != columns.source[rows[:-1]])
    rows, same = rows[once], same[once]
    heard = np.bincount(same)
    a, b = pairs(np.cumsum(heard) - heard, heard)
    first, second = rows[a], rows[b]
    chance = _chance(columns, noise, first, second, rate)
    size = len(columns)
    partners = sums(first, size) + sums(second, size)
    apart = sums(first, size, 1 - chance) + sums(second, size, 1 - chance)
    return Suspicion(columns.share * (1 + apart) / (1 + partners), first, second, chance)


def _chance(columns: Columns, noise: Floats, first: Index, second: Index, rate: float) -> Floats:
    stated = np.where(columns.shape == Shape.at_most, columns.high, columns.low)[first]
    half = rounding(stated) / (1 + stated)
    noise2 = (noise[columns.source[first]] ** 2 + noise[columns.source[second]] ** 2) / 2
    by_chance = np.clip(half / (math.sqrt(math.pi) * np.sqrt(noise2)), 0.01, 0.9)
    by_chance = np.where(columns.shape[first] == Shape.range, np.minimum(by_chance, 0.1), by_chance)
    return np.asarray(rate / (rate + (1 - rate) * by_chance))

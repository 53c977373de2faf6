"""What a wording says on the working scale: a centre and the variance the words leave.

The working scale is z = log(1 + persons): casualty counts are off by factors, not by persons.
"""

from __future__ import annotations

from enum import IntEnum

import attrs
import numpy as np

from claimtrack.figures import Figure, FigureKind
from claimtrack.learning.arrays import Floats, Index


class Shape(IntEnum):
    """What a row of columns states.

    Attributes:
        point: One number ("77", "about 70").
        range: Both ends ("70 to 79", "dozens").
        at_least: A low end only.
        at_most: A high end only.
    """

    point = 0
    range = 1
    at_least = 2
    at_most = 3


LEAST_EXCESS = 0.35
"""How much more than "at least n" people mean, in log units: about 40 per cent.

Source: measured on simulated reports where half are one-sided; an error of .175 in log units
against .248 where "at least n" was taken to exclude nothing above n.
"""

ROUND_STEPS = tuple(step * 10**power for power in range(15, -1, -1) for step in (5, 1))
"""The steps people round to, the largest first.

Source: of the figures from 10 up in Radford et al. 2023, PNAS, doi:10.1073/pnas.2307372120, 88 per cent
are multiples of 10.
"""


def rounding(values: Floats) -> Floats:
    """Half the step to which a number looks rounded, in persons: 5 for 40, 50 for 700, 0.5 for 77.

    A number is taken as rounded to the largest step that divides it and is not above a third of it.

    Example:
        >>> rounding(np.array([77.0, 40.0, 700.0, 3.0])).tolist()
        [0.5, 5.0, 50.0, 0.5]
    """
    half = np.full(values.shape, 0.5)
    largest = float(values.max(initial=0.0))
    open_rows = np.flatnonzero(values >= 15)
    for step in ROUND_STEPS:
        if step == 1 or len(open_rows) == 0:
            break
        if step * 3 > largest:
            continue
        sample = values[open_rows]
        rounded = (sample >= 3 * step) & (sample % step == 0)
        half[open_rows[rounded]] = step / 2
        open_rows = open_rows[~rounded]
    return half


def encode(shape: Index, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """The centre and the variance of each row, on the log scale.

    With h the half-width of the rounding: a point gives (z, h²/3); a range its middle and the
    variance of a uniform over it; "at least" (z + e, e² + h²/3) with e = `LEAST_EXCESS`; "at most"
    the mirror image.

    Args:
        shape: One `Shape` a row.
        low: The low end in persons; the number itself for points.
        high: The high end in persons; the number itself for points.
    """
    stated = np.where(shape == Shape.at_most, high, low)
    centre = np.log1p(stated)
    half = rounding(stated) / (1 + stated)
    variance = half**2 / 3
    ranges = shape == Shape.range
    if ranges.any():
        bottom = np.log1p(np.maximum(low[ranges] - 0.5, 0.0))
        top = np.log1p(high[ranges] + 0.5)
        centre[ranges] = (bottom + top) / 2
        variance[ranges] = (top - bottom) ** 2 / 12
    for one_sided, sign in ((Shape.at_least, 1.0), (Shape.at_most, -1.0)):
        rows = shape == one_sided
        centre[rows] += sign * LEAST_EXCESS
        variance[rows] += LEAST_EXCESS**2
    return np.maximum(centre, 0.0), variance


def persons(centre: Floats) -> Floats:
    """Back from the working scale to persons, never below zero."""
    return np.maximum(np.expm1(centre), 0.0)


@attrs.frozen
class Coded:
    """A figure as a row of columns.

    Attributes:
        shape: What the row states.
        low: The low end in persons; the number itself for points; 0 for "at most".
        high: The high end in persons; the low end again where it is open.
    """

    shape: Shape
    low: int
    high: int


def code_figure(figure: Figure | None) -> Coded | None:
    """A figure as a row of columns, or `None` where it states no number to learn from.

    Unquantified and unread wordings state none. Vague words count as the range readers give them.

    Example:
        >>> from claimtrack.figures import at_least
        >>> code_figure(at_least(20))
        Coded(shape=<Shape.at_least: 2>, low=20, high=20)
    """
    if figure is None or figure.kind is FigureKind.unquantified:
        return None
    low, high = figure.reading
    if figure.kind is FigureKind.approximate and low is not None and high is not None:
        return Coded(Shape.range, low, high)
    if figure.point is not None:
        return Coded(Shape.point, figure.point, figure.point)
    if high is None:
        return None if low is None else Coded(Shape.at_least, low, low)
    if figure.kind is FigureKind.at_most or low is None:
        return Coded(Shape.at_most, 0, high)
    return Coded(Shape.point if low == high else Shape.range, low, high)

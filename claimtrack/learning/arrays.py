"""Sums, medians and quantiles over groups of rows, and the limit on BLAS threads."""

from __future__ import annotations

import math
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Floats = NDArray[np.float64]
"""A column of numbers."""

Index = NDArray[np.int64]
"""A column of row, group or cell numbers."""

Flags = NDArray[np.bool_]
"""A column of yes and no."""

SMALL = 400
"""Rows up to which a system of equations is solved faster by one thread than by several."""


@cache
def _pools() -> ThreadpoolController:
    return ThreadpoolController()


@contextmanager
def one_thread() -> Generator[None, None, None]:
    """Keep BLAS to one thread: handing out small systems to threads made fits nine times slower."""
    with _pools().limit(limits=1, user_api="blas"):
        yield


def sums(group: Index, size: int, values: Floats | None = None) -> Floats:
    """The sum of the values (or the number of rows) of each group."""
    return np.bincount(group, weights=values, minlength=size).astype(np.float64, copy=False)


def weighted_median(group: Index, size: int, values: Floats, weights: Floats) -> Floats:
    """The weighted median of each group; where the halves are equal, the middle of the two.

    Groups without rows give NaN.
    """
    order = np.lexsort((values, group))
    rows, ordered = group[order], values[order]
    running = np.cumsum(weights[order])
    total = sums(group, size, weights)
    before = np.concatenate([[0.0], np.cumsum(total)[:-1]])
    half = np.where(total > 0, total, 1.0)[rows] / 2
    excess = running - before[rows] - half
    slack = 1e-9 * np.maximum(total, 1.0)[rows]
    lower = _first(rows, size, excess >= -slack)
    upper = _first(rows, size, excess > slack)
    found = lower >= 0
    medians = np.full(size, np.nan)
    upper = np.where(upper >= 0, upper, lower)
    medians[found] = (ordered[lower[found]] + ordered[upper[found]]) / 2
    return medians


def nearest_stated(group: Index, values: Floats, estimates: Floats) -> Floats:
    """For each group the value of it that is nearest to its estimate, the lower of two equally near."""
    distance = np.abs(values - estimates[group])
    order = np.lexsort((values, distance, group))
    rows = group[order]
    first = np.ones(len(rows), dtype=bool)
    first[1:] = rows[1:] != rows[:-1]
    nearest = np.full(len(estimates), np.nan)
    nearest[rows[first]] = values[order][first]
    return nearest


def _first(rows: Index, size: int, wanted: Flags) -> Index:
    """The first wanted row of each group, -1 where there is none; rows are sorted by group."""
    places = np.flatnonzero(wanted)[::-1]
    first = np.full(size, -1, dtype=np.int64)
    first[rows[places]] = places
    return first


def t_quantile(probability: float, freedom: int) -> float:
    """The quantile of Student's t for an even number of degrees of freedom.

    Example:
        >>> round(t_quantile(0.95, 6), 4)
        1.9432

    Source: Abramowitz & Stegun 1964, 26.7.4, the distribution in closed form.
    """
    low, high = -1e6, 1e6
    while high - low > 1e-12 * max(1.0, abs(low)):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if _t_cumulative(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _t_cumulative(t: float, freedom: int) -> float:
    cosine2 = freedom / (freedom + t * t)
    term = total = 1.0
    for k in range(1, freedom // 2):
        term *= (2 * k - 1) / (2 * k) * cosine2
        total += term
    return 0.5 + t / math.sqrt(freedom + t * t) * total / 2


@cache
def chi_square_quantile(probability: float, freedom: int) -> float:
    """The quantile of the chi-square distribution.

    Example:
        >>> round(chi_square_quantile(0.025, 3), 4)
        0.2158

    Source: Abramowitz & Stegun 1964, 6.5.29 (series of the incomplete gamma function); above 400
    degrees the Wilson-Hilferty approximation, 26.4.17, which is then within 2 in 100,000.
    """
    if freedom > 400:
        part = 2 / (9 * freedom)
        normal = t_quantile(probability, 10_000)
        return float(freedom * (1 - part + normal * math.sqrt(part)) ** 3)
    low, high = 0.0, 10.0 * freedom + 100.0
    for _ in range(200):
        middle = (low + high) / 2
        if _gamma_cumulative(freedom / 2, middle / 2) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _gamma_cumulative(shape: float, x: float) -> float:
    if x <= 0:
        return 0.0
    term = total = 1 / shape
    k = shape
    while term > total * 1e-16:
        k += 1
        term *= x / k
        total += term
    return min(1.0, total * math.exp(-x + shape * math.log(x) - math.lgamma(shape)))

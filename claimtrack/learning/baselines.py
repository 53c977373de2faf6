"""The published methods that the learned model is measured against, over columns.

Each takes a column of questions and one of values, most one of sources too, and gives one estimate a
question. They know nothing of parties, wording or copying: that is what they are here to show.
"""

from __future__ import annotations

import numpy as np

from claimtrack.learning.arrays import (
    Floats,
    Index,
    chi_square_quantile,
    nearest_stated,
    sums,
    weighted_median,
)

_STEPS = 50
_CLOSE = 1e-6
_LEAST = 1e-9


def median(question: Index, values: Floats, questions: int, weights: Floats | None = None) -> Floats:
    """The median of what is stated on each question."""
    return weighted_median(question, questions, values, np.ones(len(values)) if weights is None else weights)


def crh_absolute(
    question: Index, source: Index, values: Floats, questions: int, sources: int
) -> tuple[Floats, Floats]:
    """CRH with absolute loss: sources weigh by how far they are from the weighted medians.

    Returns:
        The estimates, and the weight of each source.

    Source: Li et al. 2014, SIGMOD, "Resolving conflicts in heterogeneous data by truth discovery and
    source reliability estimation".
    """
    scale = _spread(question, values, questions)[question]
    claims = np.maximum(sums(source, sources), 1)
    estimate, weight = median(question, values, questions), np.ones(sources)
    for _ in range(_STEPS):
        loss = np.maximum(sums(source, sources, np.abs(values - estimate[question]) / scale) / claims, _LEAST)
        weight = np.maximum(-np.log(loss / loss.sum()), _LEAST)
        before, estimate = estimate, weighted_median(question, questions, values, weight[source])
        if np.abs(estimate - before).max() < _CLOSE:
            break
    return estimate, weight


def catd(
    question: Index,
    source: Index,
    values: Floats,
    questions: int,
    sources: int,
    *,
    significance: float = 0.05,
) -> tuple[Floats, Floats]:
    """CATD: sources weigh by the upper limit of their variance, so that rare ones weigh little.

    Returns:
        The estimates, and the weight of each source.

    Source: Li et al. 2015, PVLDB 8(4), "A confidence-aware approach for truth discovery on long-tail data".
    """
    middle, scale = _mean(question, values, questions), _spread(question, values, questions)
    scaled = (values - middle[question]) / scale[question]
    claims = sums(source, sources)
    limit = np.array([chi_square_quantile(significance / 2, max(1, int(count))) for count in claims])
    estimate, weight = median(question, scaled, questions), np.ones(sources)
    for _ in range(_STEPS):
        weight = limit / np.maximum(sums(source, sources, (scaled - estimate[question]) ** 2), _LEAST)
        carried = sums(question, questions, weight[source])
        before, estimate = (
            estimate,
            sums(question, questions, weight[source] * scaled) / np.maximum(carried, 1e-300),
        )
        if np.abs(estimate - before).max() < _CLOSE:
            break
    return estimate * scale + middle, weight


def gtm(
    question: Index, source: Index, values: Floats, questions: int, sources: int,
    *, shape: float = 10.0, rate: float = 10.0,
) -> tuple[Floats, Floats, Floats]:  # fmt: skip
    """GTM: a Gaussian noise variance for each source, with a prior.

    Returns:
        The estimates, their standard errors, and the noise variance of each source.

    Source: Zhao & Han 2012, QDB, "A probabilistic model for estimating real-valued truth from
    conflicting sources".
    """
    middle, scale = _mean(question, values, questions), _spread(question, values, questions)
    scaled = (values - middle[question]) / scale[question]
    claims = sums(source, sources)
    estimate, noise2 = median(question, scaled, questions), np.ones(sources)
    for _ in range(2 * _STEPS):
        squares = sums(source, sources, (scaled - estimate[question]) ** 2)
        noise2 = (2 * rate + squares) / (2 * (shape + 1) + claims)
        precision = 1 / noise2[source]
        known = 1 + sums(question, questions, precision)
        before, estimate = estimate, sums(question, questions, precision * scaled) / known
        if np.abs(estimate - before).max() < _CLOSE:
            break
    known = 1 + sums(question, questions, 1 / noise2[source])
    return estimate * scale + middle, scale / np.sqrt(known), noise2


def random_effects(
    question: Index, values: Floats, variances: Floats, questions: int
) -> tuple[Floats, Floats]:
    """DerSimonian and Laird: a mean of each question's values with a between-source variance.

    Returns:
        The estimates and their standard errors.

    Source: DerSimonian & Laird 1986, Controlled Clinical Trials 7, "Meta-analysis in clinical trials".
    """
    weight = 1 / variances
    carried = sums(question, questions, weight)
    mean = sums(question, questions, weight * values) / carried
    excess = sums(question, questions, weight * (values - mean[question]) ** 2) - (
        sums(question, questions) - 1
    )
    scale = carried - sums(question, questions, weight**2) / carried
    between = np.where(scale > _LEAST, np.maximum(excess, 0) / np.where(scale > _LEAST, scale, 1), 0.0)
    weight = 1 / (variances + between[question])
    carried = sums(question, questions, weight)
    return sums(question, questions, weight * values) / carried, 1 / np.sqrt(carried)


def snap(question: Index, values: Floats, estimates: Floats) -> Floats:
    """Move every estimate to the nearest value that somebody stated on its question."""
    return nearest_stated(question, values, estimates)


def _mean(question: Index, values: Floats, questions: int) -> Floats:
    return sums(question, questions, values) / np.maximum(sums(question, questions), 1)


def _spread(question: Index, values: Floats, questions: int) -> Floats:
    """The standard deviation on each question; 1 where all say the same."""
    mean = _mean(question, values, questions)
    squares = _mean(question, (values - mean[question]) ** 2, questions)
    return np.where(squares > 0, np.sqrt(squares), 1.0)

"""The mixed-model equations: all answers, biases and class means solved together.

Given the precision of every row, z = answer + bias + noise with normal priors is one linear system.
The answers are eliminated exactly (Schur complement); what remains has one row for each cell and class.

Source: Henderson 1975, Biometrics 31, "Best linear unbiased estimation and prediction under a
selection model".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs
import numpy as np

from claimtrack.learning.arrays import Flags, Floats, Index, sums

DENSE = 600
"""Cells up to which every step inverts the system; above, it is solved by conjugate gradients."""

INVERTED = 2500
"""Cells up to which the last step inverts the system, for an exact covariance."""

CROWDED = 48
"""Cells on one question above which its part of the system is a matrix product, not a list of pairs."""

ENTRIES = 2_000_000
"""Numbers held at once in a block of a matrix product."""


@attrs.frozen(eq=False)
class Links:
    """Which cells speak on which question, and which meet there. Rows are sorted by question, then cell.

    Attributes:
        questions: How many questions there are.
        cells: How many cells there are.
        row_starts: The first row of each question.
        link_starts: The first row of each run of rows with one question and one cell.
        biased: Which runs have a cell; these are the links.
        question: The question of each link.
        cell: The cell of each link.
        first: For each pair of links that meet on an uncrowded question, the one.
        second: And the other.
        crowded: For each crowded question its first link and one past its last.
    """

    questions: int
    cells: int
    row_starts: Index
    link_starts: Index
    biased: Flags
    question: Index
    cell: Index
    first: Index
    second: Index
    crowded: tuple[tuple[int, int], ...]

    def by_question(self, values: Floats) -> Floats:
        """The sum of the rows' values on each question."""
        return np.asarray(np.add.reduceat(values, self.row_starts))

    def by_link(self, values: Floats) -> Floats:
        """The sum of the rows' values on each link."""
        return np.asarray(np.add.reduceat(values, self.link_starts)[self.biased])

    def by_cell(self, values: Floats) -> Floats:
        """The sum of the links' values in each cell."""
        return sums(self.cell, self.cells, values)

    def onto_questions(self, values: Floats) -> Floats:
        """The sum of the links' values on each question."""
        return sums(self.question, self.questions, values)

    def blocks(self) -> Iterator[tuple[Index, Index]]:
        """Crowded questions in blocks: links, and the row of the block that each belongs to."""
        rows = max(1, ENTRIES // max(1, self.cells))
        for start in range(0, len(self.crowded), rows):
            ends = self.crowded[start : start + rows]
            links = np.concatenate([np.arange(low, high) for low, high in ends])
            yield links, np.repeat(np.arange(len(ends)), [high - low for low, high in ends])


def link(question: Index, cell: Index, cells: int) -> Links:
    """Find the links of rows that are sorted by question, then cell (-1 last: no cell)."""
    row_starts = np.flatnonzero(np.r_[True, question[1:] != question[:-1]])
    moved = (question[1:] != question[:-1]) | (cell[1:] != cell[:-1])
    link_starts = np.flatnonzero(np.r_[True, moved])
    biased = cell[link_starts] >= 0
    asked = question[link_starts][biased]
    spoke = cell[link_starts][biased]
    heard = np.bincount(asked, minlength=len(row_starts))
    begins = np.cumsum(heard) - heard
    many = (heard > CROWDED) & (cells <= INVERTED)
    crowded = tuple((int(begins[q]), int(begins[q] + heard[q])) for q in np.flatnonzero(many))
    first, second = pairs(begins, np.where(many | (heard < 2), 0, heard)) if cells <= INVERTED else _none()
    return Links(
        len(row_starts), cells, row_starts, link_starts, biased, asked, spoke, first, second, crowded
    )


def _none() -> tuple[Index, Index]:
    return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)


def pairs(begins: Index, heard: Index) -> tuple[Index, Index]:
    """Every two links of one question, for the questions by how many links they have."""
    firsts, seconds = [], []
    for size in np.unique(heard[heard > 1]):
        starts = begins[heard == size]
        a, b = np.triu_indices(int(size), 1)
        firsts.append((starts[:, None] + a).ravel().astype(np.int32))
        seconds.append((starts[:, None] + b).ravel().astype(np.int32))
    if not firsts:
        return _none()
    return np.concatenate(firsts), np.concatenate(seconds)


@attrs.frozen(eq=False)
class Prior:
    """What is believed of the cells before the rows speak.

    Attributes:
        class_of: The class of each cell.
        spread2: The variance of the cells of each class about its mean.
        mean: The prior mean of each class.
        mean2: The prior variance of each class mean.
    """

    class_of: Index
    spread2: Floats
    mean: Floats
    mean2: Floats


@attrs.frozen(eq=False)
class Solution:
    """Biases and class means that solve the equations.

    Attributes:
        bias: The bias of each cell, on the log scale.
        mean: The mean of each class.
        covariance: Of cells then class means; `None` where it was not computed.
        variance: The posterior variance of each cell; from the diagonal alone without `covariance`.
        answer: The answer to each question, on the log scale.
    """

    bias: Floats
    mean: Floats
    covariance: Floats | None
    variance: Floats
    answer: Floats


def solve(
    links: Links, weight: Floats, *, total: Floats, pull: Floats, moment: Floats, prior: Prior,
    start: Floats, invert: bool,
) -> Solution:  # fmt: skip
    """Solve for all biases, class means and answers at once.

    Args:
        links: Which cells speak on which question.
        weight: The precision of each link.
        total: The precision of each question.
        pull: The precision-weighted sum of centres of each question.
        moment: The precision-weighted sum of centres of each link.
        prior: Of cells and classes.
        start: Biases and class means to begin from, where the system is solved in steps.
        invert: Whether an exact covariance is wanted whatever it costs up to `INVERTED` cells.
    """
    cells, classes = links.cells, len(prior.mean)
    if cells == 0:
        nothing = np.empty(0)
        return Solution(nothing, prior.mean, np.empty((0, 0)), nothing, pull / total)
    right = np.concatenate(
        [links.by_cell(moment - weight * (pull / total)[links.question]), prior.mean / prior.mean2]
    )
    covariance: Floats | None = None
    if cells <= DENSE or (invert and cells <= INVERTED):
        covariance = np.asarray(np.linalg.inv(_system(links, weight, total, prior)), dtype=np.float64)
        solved = covariance @ right
        variance = np.diagonal(covariance)[:cells].copy()
    else:
        diagonal = _diagonal(links, weight, total, prior)
        solved = conjugate_gradients(lambda x: _apply(links, weight, total, prior, x), right, diagonal, start)
        variance = 1 / diagonal[:cells]
    bias, mean = solved[:cells], solved[cells : cells + classes]
    answer = (pull - links.onto_questions(weight * bias[links.cell])) / total
    return Solution(bias, mean, covariance, variance, answer)


def _system(links: Links, weight: Floats, total: Floats, prior: Prior) -> Floats:
    """The equations of cells and class means as a matrix."""
    cells, size = links.cells, links.cells + len(prior.mean)
    scaled = weight / np.sqrt(total)[links.question]
    matrix = np.zeros((size, size))
    if len(links.first):
        place = links.cell[links.first] * cells + links.cell[links.second]
        product = scaled[links.first] * scaled[links.second]
        half = np.bincount(place, weights=product, minlength=cells * cells).reshape(cells, cells)
        matrix[:cells, :cells] -= half + half.T
    for chosen, row in links.blocks():
        block = np.zeros((int(row[-1]) + 1, cells))
        block[row, links.cell[chosen]] = scaled[chosen]
        matrix[:cells, :cells] -= block.T @ block
    own = weight.copy()
    apart = np.ones(len(own), dtype=bool)
    for low, high in links.crowded:
        apart[low:high] = False
    own[apart] -= scaled[apart] ** 2
    tie = 1 / prior.spread2[prior.class_of]
    places = np.arange(cells)
    matrix[places, places] += links.by_cell(own) + tie
    matrix[places, cells + prior.class_of] = matrix[cells + prior.class_of, places] = -tie
    held = np.arange(cells, size)
    matrix[held, held] = 1 / prior.mean2 + np.bincount(prior.class_of, weights=tie, minlength=size - cells)
    return matrix


def _diagonal(links: Links, weight: Floats, total: Floats, prior: Prior) -> Floats:
    tie = 1 / prior.spread2[prior.class_of]
    own = links.by_cell(weight - weight**2 / total[links.question]) + tie
    means = 1 / prior.mean2 + np.bincount(prior.class_of, weights=tie, minlength=len(prior.mean))
    return np.concatenate([own, means])


def _apply(links: Links, weight: Floats, total: Floats, prior: Prior, x: Floats) -> Floats:
    """The equations applied to biases and class means, without ever writing them down."""
    bias, mean = x[: links.cells], x[links.cells :]
    tie = 1 / prior.spread2[prior.class_of]
    carried = weight * bias[links.cell]
    answer = links.onto_questions(carried) / total
    cells = links.by_cell(carried - weight * answer[links.question]) + tie * (bias - mean[prior.class_of])
    means = mean / prior.mean2 - np.bincount(
        prior.class_of, weights=tie * (bias - mean[prior.class_of]), minlength=len(mean)
    )
    return np.concatenate([cells, means])


def conjugate_gradients(
    apply: Callable[[Floats], Floats],
    right: Floats,
    diagonal: Floats,
    start: Floats,
    *,
    precision: float = 1e-6,
) -> Floats:
    """Solve a symmetric positive system in steps, scaled by its diagonal.

    Source: Hestenes & Stiefel 1952, J. Res. Nat. Bur. Standards 49; Jacobi preconditioner.
    """
    x = start.copy()
    residual = right - apply(x)
    scaled = residual / diagonal
    direction = scaled.copy()
    size = float(residual @ scaled)
    goal = precision**2 * max(float(right @ (right / diagonal)), 1e-300)
    for _ in range(500):
        if size <= goal:
            break
        image = apply(direction)
        step = size / float(direction @ image)
        x += step * direction
        residual -= step * image
        scaled = residual / diagonal
        following = float(residual @ scaled)
        direction = scaled + following / size * direction
        size = following
    return x


def bias_variance(links: Links, weight: Floats, total: Floats, solution: Solution) -> Floats:
    """The variance that uncertain biases leave in each answer: a′ Cov(b) a, a the weights of its cells."""
    share = weight / total[links.question]
    if links.cells == 0:
        return np.zeros(links.questions)
    own = links.onto_questions(share**2 * solution.variance[links.cell])
    covariance = solution.covariance
    if covariance is None:
        return own
    if len(links.first):
        a, b = links.first, links.second
        shared = share[a] * share[b] * covariance[links.cell[a], links.cell[b]]
        own += 2 * np.bincount(links.question[a], weights=shared, minlength=links.questions)
    cells = links.cells
    for chosen, row in links.blocks():
        block = np.zeros((int(row[-1]) + 1, cells))
        block[row, links.cell[chosen]] = share[chosen]
        asked = np.zeros(int(row[-1]) + 1, dtype=np.int64)
        asked[row] = links.question[chosen]
        own[asked] = np.einsum("ij,ij->i", block @ covariance[:cells, :cells], block)
    return own

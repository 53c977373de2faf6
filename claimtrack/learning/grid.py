"""The grid variant: the whole distribution of each answer, for few sources or partisan ones only.

Every row is either straight (it says the answer, to its rounding) or bent (bias and heavy-tailed noise).
With few voices that gives answers several humps, which a normal distribution cannot have. It starts
from a fit of the linear model and is slower.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import attrs
import numpy as np

from claimtrack.errors import InvalidField
from claimtrack.learning.arrays import Floats, Index, sums
from claimtrack.learning.calibration import reach_of
from claimtrack.learning.coding import LEAST_EXCESS, Shape, encode, persons
from claimtrack.learning.columns import Bearing, Columns
from claimtrack.learning.habits import Habits, lay_out
from claimtrack.learning.model import Fitted, answer_linear, fit_linear
from claimtrack.learning.settings import STRAIGHT, Settings

EVEN_NODES = 41
"""Evenly spaced nodes of each question's grid."""

STATED_NODES = 8
"""Stated values of each question that get three nodes of their own."""

PARTISAN_STRAIGHT = 0.25
"""How often partisan figures are straight, as a part of how often others are: parties that repeat each
other look straight. Measured likewise."""

STRAIGHT_WEIGHT = 30.0
"""How many rows the common part counts for in the part of one source."""

_SHARPEST = 0.02
_ENTRIES = 3_000_000
_ROUNDS = 12
_COMMON_ERROR = 0.25


@attrs.frozen(eq=False)
class GridFitted:
    """What the grid variant found. On the log scale unless it says persons.

    Attributes:
        linear: The fit it began from.
        habits: What was learned about sources.
        nodes: The grid of each question, one line a question.
        chance: The probability of each node.
        answer: The mean of each distribution.
        spread: Its standard deviation.
        bias: The bias that is taken off each row.
        weight: The part each row has in how sharp its answer is.
    """

    linear: Fitted
    habits: Habits
    nodes: Floats
    chance: Floats
    answer: Floats
    spread: Floats
    bias: Floats
    weight: Floats

    @property
    def columns(self) -> Columns:
        """The columns."""
        return self.linear.columns

    @property
    def level_share(self) -> Floats:
        """How far each answer moves when the assumed habits of partisans move; that of the linear model."""
        return self.linear.level_share

    @property
    def size_share(self) -> Floats:
        """The part of each answer that rests on the usual size of events; that of the linear model."""
        return self.linear.size_share

    @property
    def estimate(self) -> Floats:
        """The answers in persons, not rounded."""
        return persons(self.answer)

    def interval(self, level: float = 0.9) -> tuple[Floats, Floats]:
        """Low and high ends in persons that hold the answers with this probability."""
        if self.habits.misses:
            reach = reach_of(self.habits.misses, level) * self.spread
            return persons(self.answer - reach), persons(self.answer + reach)
        if not 0 < level < 1:
            raise InvalidField("interval", "level", level, "a probability between 0 and 1")
        low, high = (self._quantile(0.5 + sign * level / 2) for sign in (-1, 1))
        return persons(low), persons(high)

    def _quantile(self, probability: float) -> Floats:
        """Read off the distribution function, each node's chance spread to the middles beside it."""
        edges = (self.nodes[:, 1:] + self.nodes[:, :-1]) / 2
        edges = np.hstack([self.nodes[:, :1], edges, self.nodes[:, -1:]])
        reached = np.cumsum(self.chance, axis=1)
        place = np.argmax(reached >= probability - 1e-12, axis=1)
        rows = np.arange(len(place))
        chance = np.maximum(self.chance[rows, place], 1e-300)
        part = np.clip((probability - (reached[rows, place] - chance)) / chance, 0.0, 1.0)
        return np.asarray(edges[rows, place] + part * (edges[rows, place + 1] - edges[rows, place]))


def fit_grid(
    columns: Columns, settings: Settings | None = None, *, start: Habits | None = None
) -> GridFitted:
    """Fit the grid variant to columns of claims.

    Args:
        columns: The claims.
        settings: What to assume.
        start: Habits to begin from.

    Raises:
        InvalidField: If there are no rows.

    Example:
        >>> from claimtrack.learning.columns import columns
        >>> rows = columns(
        ...     question=["a"] * 3, source=["x", "y", "z"], low=[20, 20, 90], bearing=["neutral"] * 3
        ... )
        >>> int(fit_grid(rows).estimate[0].round())
        21
    """
    return refine(fit_linear(columns, settings, start=start))


def refine(linear: Fitted) -> GridFitted:
    """Carry a fit of the linear model on to the grid variant."""
    work = _Grid(linear)
    for _ in range(_ROUNDS):
        work.expect(common_error=0.0)
        work.learn()
    return work.finish(work.habits())


def answer_grid(columns: Columns, habits: Habits) -> GridFitted:
    """Answer questions with habits that were learned before; nothing is learned from the columns."""
    work = _Grid(answer_linear(columns, habits))
    work.straight = lay_out(habits, columns).straight
    return work.finish(habits)


class _Grid:
    """The distributions as they are computed; rows are held sorted by question."""

    def __init__(self, linear: Fitted) -> None:
        columns, habits = linear.columns, linear.habits
        self.settings = habits.settings
        laid = lay_out(habits, columns)
        self.order = order = np.argsort(columns.question, kind="stable")
        self.question, self.source = columns.question[order], columns.source[order]
        self.cell, self.share = columns.cell[order], columns.share[order]
        self.shape, self.centre = columns.shape[order], linear.centre[order]
        self.linear, self.sources = linear, len(columns.sources)
        self.questions = len(columns.questions)
        self.cells = len(columns.cells)
        self.class_of = np.array([group for _, group in columns.cells], dtype=np.int64)
        free = [not self.settings.habits[Bearing(bearing)].pinned for bearing, _ in columns.classes]
        partisan = np.array([free[group] for group in self.class_of] + [False], dtype=bool)
        self.seldom = np.where(partisan[self.cell], PARTISAN_STRAIGHT, 1.0)
        self.bias, self.first_variance, self.bias_variance = laid.bias, laid.variance, laid.variance
        self.class_mean, self.class_spread2 = laid.mean, laid.spread2
        self.noise2 = np.maximum(laid.noise2, 0.01)
        self.typical2, self.size = habits.typical**2, (habits.size, habits.size_spread)
        self.straight = np.full(self.sources, STRAIGHT)
        self.stated = self.centre - np.where(self.shape == Shape.at_least, LEAST_EXCESS, 0.0)
        self.stated += np.where(self.shape == Shape.at_most, LEAST_EXCESS, 0.0)
        self.wording = _wording(columns, order)
        self.starts = np.flatnonzero(np.r_[True, self.question[1:] != self.question[:-1]])
        self.nodes, self.width = self._lay_out()
        self.chance = np.zeros_like(self.nodes)

    def _lay_out(self) -> tuple[Floats, Floats]:
        """The nodes of each question, and the part of the line each stands for."""
        reach = float(np.clip(3 * math.sqrt(self.typical2), 0.5, 3.0)) + float(
            np.abs(self.bias).max(initial=0.0)
        )
        low = np.maximum(np.minimum.reduceat(self.centre, self.starts) - reach, 0.0)
        high = np.maximum.reduceat(self.centre, self.starts) + reach
        even = low[:, None] + (high - low)[:, None] * np.linspace(0, 1, EVEN_NODES)
        ordered = np.lexsort((self.stated, self.question))
        heard = np.diff(np.r_[self.starts, len(self.question)])
        place = (np.arange(STATED_NODES)[None, :] * heard[:, None]) // STATED_NODES
        chosen = self.stated[ordered][self.starts[:, None] + np.minimum(place, heard[:, None] - 1)]
        near = np.maximum(chosen[:, :, None] + _SHARPEST * np.array([-1.5, 0.0, 1.5]), 0.0)
        nodes = np.sort(np.hstack([even, near.reshape(len(low), -1)]), axis=1)
        gap = np.diff(nodes, axis=1)
        width = np.zeros_like(nodes)
        width[:, 1:] += gap / 2
        width[:, :-1] += gap / 2
        return nodes, np.maximum(width, 1e-12)

    def _blocks(self) -> Iterator[tuple[slice, slice]]:
        """Rows and questions in blocks that fit the memory."""
        most = max(1, _ENTRIES // self.nodes.shape[1])
        ends = np.r_[self.starts, len(self.question)]
        first = 0
        while first < self.questions:
            last = int(np.searchsorted(ends, ends[first] + most, side="right")) - 1
            last = min(max(last, first + 1), self.questions)
            yield slice(int(ends[first]), int(ends[last])), slice(first, last)
            first = last

    def expect(self, *, common_error: float) -> None:
        """The distribution of every answer, and what it says of every row."""
        size = len(self.question)
        self.told = np.zeros(size)
        self.bent = np.zeros(size)
        self.bent_gap = np.zeros(size)
        self.bent_gap2 = np.zeros(size)
        heard = sums(self.question, self.questions, self.share)
        power = 1 / (1 + np.maximum(heard - 1, 0) * common_error)
        for rows, asked in self._blocks():
            nodes = self.nodes[asked]
            straight, bent, gap, pull = self._densities(rows, nodes)
            both = straight + bent + 1e-300
            tempered = (self.share[rows] * power[self.question[rows]])[:, None] * np.log(both)
            middle, spread2 = self.size[0], self.size[1] ** 2
            level = np.add.reduceat(tempered, self.starts[asked] - rows.start, axis=0)
            level += np.log(self.width[asked]) - 1.5 * np.log1p((nodes - middle) ** 2 / (2 * spread2))
            chance = np.exp(level - level.max(axis=1, keepdims=True))
            chance /= chance.sum(axis=1, keepdims=True)
            self.chance[asked] = chance
            here = chance[self.question[rows] - asked.start]
            told = straight / both
            part = (1 - told) * here * pull
            self.told[rows] = (told * here).sum(axis=1)
            self.bent[rows] = part.sum(axis=1)
            self.bent_gap[rows] = (part * gap).sum(axis=1)
            self.bent_gap2[rows] = (part * gap**2).sum(axis=1)

    def _densities(self, rows: slice, nodes: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """For each row and node: straight and bent density, the gap after bias, the weight of its tail."""
        here = nodes[self.question[rows] - self.question[rows.start]]
        off = self.stated[rows][:, None] - here
        wording = self.wording[rows][:, None]
        shape = self.shape[rows][:, None]
        beyond = np.where(shape == Shape.at_least, -off, off)
        one_sided = np.where(
            beyond >= -_SHARPEST, np.exp(-np.maximum(beyond, 0) / LEAST_EXCESS) / LEAST_EXCESS, 1e-12
        )
        within = np.exp(-0.5 * (off / wording) ** 2) / (wording * math.sqrt(2 * math.pi))
        straight = np.where(shape >= Shape.at_least, one_sided, within)
        part = (self.straight[self.source[rows]] * self.seldom[rows])[:, None]
        bias, unsure = self._of_rows(rows)
        extra = np.where(self.shape[rows] >= Shape.at_least, LEAST_EXCESS, self.wording[rows])
        variance = (self.noise2[self.source[rows]] + unsure + extra**2)[:, None]
        gap = self.centre[rows][:, None] - here - bias[:, None]
        tail = self.settings.tail
        far = gap**2 / variance
        constant = math.exp(math.lgamma((tail + 1) / 2) - math.lgamma(tail / 2)) / math.sqrt(tail * math.pi)
        bent = constant * np.exp(-(tail + 1) / 2 * np.log1p(far / tail)) / np.sqrt(variance)
        return part * straight, (1 - part) * bent, gap, (tail + 1) / (tail + far)

    def _of_rows(self, rows: slice) -> tuple[Floats, Floats]:
        cell = self.cell[rows]
        if self.cells == 0:
            return np.zeros(len(cell)), np.zeros(len(cell))
        return (
            np.where(cell < 0, 0.0, self.bias[cell]),
            np.where(cell < 0, 0.0, self.bias_variance[cell]),
        )

    def learn(self) -> None:
        """Biases, noise and straightness of sources from what the distributions say of their rows."""
        prior = self.settings.noise_weight
        extra2 = np.where(self.shape >= Shape.at_least, LEAST_EXCESS, self.wording) ** 2
        variance = self.noise2[self.source] + extra2
        if self.cells:
            heard = sums(self.question, self.questions, self.share)
            rows = (self.cell >= 0) & (heard[self.question] > 1.5)  # a lone voice shows no habit
            cell, weight = self.cell[rows], (self.share / variance)[rows]
            tie = 1 / self.class_spread2[self.class_of]
            known = tie + sums(cell, self.cells, weight * self.bent[rows])
            pulled = sums(
                cell, self.cells, weight * (self.bent_gap[rows] + self.bent[rows] * self.bias[cell])
            )
            self.bias = (tie * self.class_mean[self.class_of] + pulled) / known
            self.bias_variance = np.maximum(1 / known, self.first_variance)
        own = self.noise2[self.source] / variance
        squares = own**2 * self.bent_gap2 + (1 - own) * self.noise2[self.source] * self.bent
        heard = sums(self.source, self.sources, self.share * (1 - self.told))
        self.noise2 = (prior * self.typical2 + sums(self.source, self.sources, self.share * squares)) / (
            prior + heard
        )
        self.noise2 = np.maximum(self.noise2, (1.5 * _SHARPEST) ** 2)
        told = sums(self.source, self.sources, self.share * self.told)
        voices = sums(self.source, self.sources, self.share)
        common = float(np.clip(told.sum() / voices.sum(), 0.005, 0.98))
        self.straight = np.clip((STRAIGHT_WEIGHT * common + told) / (STRAIGHT_WEIGHT + voices), 1e-4, 0.995)

    def habits(self) -> Habits:
        """What the grid learned, in the place of what the linear model did."""
        habits = self.linear.habits
        sources = tuple(
            attrs.evolve(habit, noise=float(np.sqrt(noise2)), straight=float(straight))
            for habit, noise2, straight in zip(habits.sources, self.noise2, self.straight, strict=True)
        )
        cells = tuple(
            attrs.evolve(cell, bias=float(bias)) for cell, bias in zip(habits.cells, self.bias, strict=True)
        )
        return attrs.evolve(habits, variant="grid", sources=sources, cells=cells)

    def finish(self, habits: Habits) -> GridFitted:
        """The distributions with voices taken as dependent as they are, and what can be read off them."""
        self.expect(common_error=_COMMON_ERROR)
        answer = (self.chance * self.nodes).sum(axis=1)
        spread = np.sqrt((self.chance * (self.nodes - answer[:, None]) ** 2).sum(axis=1))
        back = np.empty(len(self.order), dtype=np.int64)
        back[self.order] = np.arange(len(self.order))
        bias, _ = self._of_rows(slice(0, len(self.order)))
        open2 = np.where(self.shape >= Shape.at_least, LEAST_EXCESS, self.wording) ** 2
        sharp = self.told / open2 + self.bent / (self.noise2[self.source] + open2)
        sharp = self.share * np.minimum(sharp, 1 / _SHARPEST**2)
        weight = sharp / np.maximum(sums(self.question, self.questions, sharp), 1e-300)[self.question]
        return GridFitted(
            self.linear, habits, self.nodes, self.chance, answer, spread, bias[back], weight[back]
        )


def _wording(columns: Columns, order: Index) -> Floats:
    """The standard deviation that the wording of each row leaves; one-sided rows have their own density."""
    _, variance = encode(columns.shape, columns.low, columns.high)
    one_sided = columns.shape >= Shape.at_least
    spread = np.sqrt(np.where(one_sided, _SHARPEST**2, variance))
    return np.asarray(np.maximum(spread, _SHARPEST)[order])

"""The learned model: answers, habits of sources and their uncertainty from columns of claims.

z = answer + bias of the cell + noise, on the log scale; a cell is a source with a bearing.
docs/explanation/learned-model.md says why each part is there and when not to use the model.
"""

from __future__ import annotations

import attrs
import numpy as np

from claimtrack.errors import InvalidField
from claimtrack.learning.arrays import Floats, one_thread, sums, weighted_median
from claimtrack.learning.calibration import reach_of
from claimtrack.learning.coding import encode, persons
from claimtrack.learning.columns import Bearing, Columns, label_of
from claimtrack.learning.equations import Links, Prior, Solution, bias_variance, link, solve
from claimtrack.learning.habits import (
    KEPT_COVARIANCE,
    Applied,
    CellHabit,
    ClassHabit,
    Habits,
    SourceHabit,
    lay_out,
)
from claimtrack.learning.settings import STRAIGHT, Settings

LEAST_NOISE = 0.02
"""No source is more exact than this, on the log scale: two per cent."""

_SEEN = 5.0  # how many questions or voices the prior of sizes and of noise counts for


@attrs.frozen(eq=False)
class Fitted:
    """What the model learned from columns. Everything is on the log scale unless it says persons.

    Attributes:
        columns: The columns.
        habits: What was learned about sources.
        answer: The answer to each question.
        spread: Its standard error.
        disagreement: How much more the rows of each question disagree than their noise allows; 1: no more.
        size_share: The part of each answer that rests on the usual size of events.
        level_share: How far each answer moves when the assumed habits of partisans move: 1 where
            the level rests wholly on the prior, 0 where sources of known level hold it.
        centre: What each row's words say.
        bias: The bias that is taken off each row.
        weight: The part each row has in its answer.
        steps: How many steps it took.
    """

    columns: Columns
    habits: Habits
    answer: Floats
    spread: Floats
    disagreement: Floats
    size_share: Floats
    level_share: Floats
    centre: Floats
    bias: Floats
    weight: Floats
    steps: int

    @property
    def estimate(self) -> Floats:
        """The answers in persons, not rounded."""
        return persons(self.answer)

    def interval(self, level: float = 0.9) -> tuple[Floats, Floats]:
        """Low and high ends in persons that hold the answers with this probability."""
        reach = reach_of(self.habits.misses, level) * self.spread
        return persons(self.answer - reach), persons(self.answer + reach)


def fit_linear(columns: Columns, settings: Settings | None = None, *, start: Habits | None = None) -> Fitted:
    """Learn answers and habits from columns of claims, by the linear model.

    Args:
        columns: The claims, from `columns(...)`.
        settings: What to assume; by default as measured.
        start: Habits to begin from; the result is the same to the tolerance, sooner.

    Raises:
        InvalidField: If there are no rows.

    Example:
        >>> from claimtrack.learning.columns import columns
        >>> rows = columns(question=["a", "a", "a"], source=["army", "rebels", "UN"], low=[5, 40, 18],
        ...     bearing=["own", "enemy", "neutral"])
        >>> int(fit_linear(rows).estimate[0].round())
        17
    """
    _need_rows(columns)
    with one_thread():
        work = _Work(columns, settings or Settings())
        if start is not None:
            work.begin_from(start)
        return work.run(warm=start is not None)


def answer_linear(columns: Columns, habits: Habits) -> Fitted:
    """Answer questions with habits that were learned before; nothing is learned from the columns.

    Raises:
        InvalidField: If there are no rows.
    """
    _need_rows(columns)
    with one_thread():
        work = _Work(columns, habits.settings)
        return work.answer_with(habits)


def _need_rows(columns: Columns) -> None:
    if len(columns) == 0:
        raise InvalidField("fit_columns", "columns", 0, "at least one row")


def _settled(answer: Floats, before: Floats, tolerance: float) -> bool:
    """Whether all but one answer in a thousand have stopped moving."""
    return float(np.quantile(np.abs(answer - before), 0.999, method="lower")) < tolerance


class _Work:
    """The fit as it proceeds: rows are held sorted by question, then cell."""

    def __init__(self, columns: Columns, settings: Settings) -> None:
        self.columns, self.settings = columns, settings
        cells = len(columns.cells)
        behind = np.where(columns.cell < 0, cells, columns.cell)
        self.order = np.lexsort((columns.source, behind, columns.question))
        order = self.order
        self.question, self.source = columns.question[order], columns.source[order]
        self.cell, self.share = columns.cell[order], columns.share[order]
        centre, variance = encode(columns.shape, columns.low, columns.high)
        self.centre, self.variance = centre[order], variance[order]
        self.links: Links = link(self.question, self.cell, cells)
        self.sources = len(columns.sources)
        self.class_of = np.array([group for _, group in columns.cells], dtype=np.int64)
        habits = [settings.habits[Bearing(bearing)] for bearing, _ in columns.classes]
        self.free = np.array([not habit.pinned for habit in habits], dtype=bool)
        self.first_mean = np.array([habit.mean for habit in habits])
        self.first_mean2 = np.array([habit.mean_spread**2 for habit in habits])
        self.first_spread2 = np.array([habit.spread**2 for habit in habits])
        self.spread2 = self.first_spread2.copy()
        self.mean = self.first_mean.copy()
        self.bias = self.mean[self.class_of]
        self.cell_variance = np.zeros(cells)
        self._first_answers()

    def _first_answers(self) -> None:
        """Medians, and the noise that rows show about them."""
        corrected = self.centre - self._row_bias()
        self.answer = weighted_median(self.question, self.links.questions, corrected, self.share)
        voices = self.links.by_question(self.share)
        several = voices[self.question] > 1.5
        noise2 = self.settings.typical_noise**2
        seen = float(self.share[several].sum())
        if seen > 0:
            off = np.abs(corrected - self.answer[self.question])[several]
            middle = float(
                weighted_median(np.zeros(len(off), dtype=np.int64), 1, off, self.share[several])[0]
            )
            noise2 = (_SEEN * noise2 + seen * 1.5 * (1.4826 * middle) ** 2) / (_SEEN + seen)
        self.typical2 = max(noise2, LEAST_NOISE**2)
        self.noise2 = np.full(self.sources, self.typical2)
        self.precision: Floats = self.share / (self.typical2 + self.variance)
        self.total: Floats = self.links.by_question(self.precision)
        self.heard = sums(self.source, self.sources, self.share)
        count, prior2 = len(self.answer), self.settings.size_spread**2
        self.size = float(_SEEN * self.settings.size + count * np.median(self.answer)) / (_SEEN + count)
        self.size2 = 4 * float(_SEEN * prior2 + count * np.var(self.answer)) / (_SEEN + count)

    def begin_from(self, start: Habits) -> Applied:
        """Take over habits that were learned before."""
        laid = lay_out(start, self.columns)
        self.typical2 = start.typical**2
        self.noise2, self.mean, self.bias = laid.noise2, laid.mean, laid.bias
        self.spread2 = np.where(self.free, laid.spread2, self.first_spread2)
        corrected = self.centre - self._row_bias()
        self.answer = weighted_median(self.question, self.links.questions, corrected, self.share)
        return laid

    def answer_with(self, habits: Habits) -> Fitted:
        """Step until no answer moves, habits held as they are."""
        laid = self.begin_from(habits)
        self.size, self.size2 = habits.size, habits.size_spread**2
        self.cell_variance, step = laid.variance, 0
        for step in range(1, self.settings.most_steps + 1):
            before = self.answer
            self._weigh(robust=step > 2)
            carried = self.links.by_question(self.precision)
            pull = self.links.by_question(self.precision * (self.centre - self._row_bias()))
            self._draw(carried, pull / carried)
            if step > 2 and _settled(self.answer, before, self.settings.tolerance / 10):
                break
        self.link_weight = self.links.by_link(self.precision)
        solution = Solution(self.bias, self.mean, laid.covariance, laid.variance, self.answer)
        return self._finish(solution, step, (laid.level, np.empty(0)), habits)

    def run(self, *, warm: bool) -> Fitted:
        """Step until no answer moves, then once more with an exact covariance."""
        settings, step = self.settings, 0
        gaussian = 2 if warm else settings.gaussian_steps
        for step in range(1, settings.most_steps + 1):
            before = self.answer
            self._weigh(robust=step > gaussian)
            self._solve(invert=False)
            self._learn()
            if step > gaussian and _settled(self.answer, before, settings.tolerance):
                break
        self._weigh(robust=True)
        solution = self._solve(invert=True)
        levels = self._levels(solution)
        return self._finish(solution, step, levels, self._habits(solution, levels))

    def _row_bias(self) -> Floats:
        if len(self.bias) == 0:
            return np.zeros(len(self.cell))
        return np.where(self.cell < 0, 0.0, self.bias[self.cell])

    def _pull(self) -> Floats:
        """How far each row's voice pulls its own answer; a voice is all rows that share it."""
        return np.minimum(self.precision / (self.share * self.total[self.question]), 0.95)

    def _weigh(self, *, robust: bool) -> None:
        """The precision of every row, and of the prior of every answer."""
        settings = self.settings
        self.total_variance = self.noise2[self.source] + self.variance
        self.downweight = np.ones(len(self.centre))
        if robust:
            residual2 = (self.centre - self._row_bias() - self.answer[self.question]) ** 2
            unsure = np.where(self.cell < 0, 0.0, self.cell_variance[self.cell]) if len(self.bias) else 0.0
            tail = settings.tail
            residual2 /= 1 - self._pull()
            self.downweight = (tail + 1) / (tail + residual2 / (self.total_variance + unsure))
        self.precision = self.share * self.downweight / self.total_variance
        far2 = (self.answer - self.size) ** 2 / self.size2
        self.prior_precision = 3 / (2 + far2) / self.size2

    def _solve(self, *, invert: bool) -> Solution:
        """Solve for the habits, then draw the answers a little towards the usual size.

        Habits are learned from contrasts on one question alone: the sizes of events that a source
        speaks of say nothing of how it speaks. Letting them made factors of 50 on real reports.
        """
        links = self.links
        carried = links.by_question(self.precision)
        pull = links.by_question(self.precision * self.centre)
        self.link_weight = links.by_link(self.precision)
        moment = links.by_link(self.precision * self.centre)
        self.prior = Prior(self.class_of, self.spread2, self.first_mean, self.first_mean2)
        solution = solve(
            links, self.link_weight, total=carried, pull=pull, moment=moment, prior=self.prior,
            start=np.concatenate([self.bias, self.mean]), invert=invert,
        )  # fmt: skip
        self.bias, self.mean = solution.bias, solution.mean
        self._draw(carried, solution.answer)
        self.cell_variance = solution.variance
        self._spread_of_cells(solution)
        return solution

    def _draw(self, carried: Floats, answer: Floats) -> None:
        """Draw answers a little towards the usual size."""
        self.total = carried + self.prior_precision
        self.answer = (self.prior_precision * self.size + carried * answer) / self.total

    def _spread_of_cells(self, solution: Solution) -> None:
        """How much the cells of a class differ, from their biases and what is uncertain about them."""
        if not self.free.any():
            return
        classes, cells = len(self.mean), len(self.bias)
        about2 = (self.bias - self.mean[self.class_of]) ** 2 + solution.variance
        covariance = solution.covariance
        if covariance is not None:
            held = cells + self.class_of
            about2 += covariance[held, held] - 2 * covariance[np.arange(cells), held]
        number = np.bincount(self.class_of, minlength=classes)
        total = np.bincount(self.class_of, weights=about2, minlength=classes)
        learned = np.maximum((self.first_spread2 + total) / (2 + number), 1e-4)
        self.spread2 = np.where(self.free, learned, self.first_spread2)

    def _learn(self) -> None:
        """The noise of every source, corrected for what each row pulls its own answer."""
        pulled = self._pull()
        residual2 = (self.centre - self._row_bias() - self.answer[self.question]) ** 2
        own = self.noise2[self.source] / self.total_variance
        expected = own**2 * self.downweight * residual2 / (1 - pulled) + (1 - own) * self.noise2[self.source]
        known = self.share * (1 - pulled)
        prior = self.settings.noise_weight
        self.noise2 = (prior * self.typical2 + sums(self.source, self.sources, known * expected)) / (
            prior + sums(self.source, self.sources, known)
        )
        voices = np.minimum(self.heard, 20)
        self.typical2 = float(np.exp(np.average(np.log(self.noise2), weights=voices)))
        self.noise2 = np.maximum(self.noise2, LEAST_NOISE**2)

    def _finish(
        self, solution: Solution, steps: int, levels: tuple[Floats, Floats], habits: Habits
    ) -> Fitted:
        links, settings = self.links, self.settings
        carried = links.by_question(self.precision)
        squares = links.by_question(self.precision**2 / self.share)
        voices = carried**2 / np.maximum(squares, 1e-300)
        known = carried / (1 + np.maximum(voices - 1, 0) * settings.common_error) + self.prior_precision
        residual2 = (self.centre - self._row_bias() - self.answer[self.question]) ** 2
        heard = links.by_question(self.share)
        disagreement = (3 + links.by_question(self.precision * residual2)) / (3 + np.maximum(heard - 1, 0))
        unsure = bias_variance(links, self.link_weight, self.total, solution)
        part = self.link_weight / self.total[links.question]
        level = links.onto_questions(part * levels[0][links.cell])
        back = np.empty(len(self.order), dtype=np.int64)
        back[self.order] = np.arange(len(self.order))
        return Fitted(
            columns=self.columns, habits=habits, answer=np.maximum(self.answer, 0.0),
            spread=np.sqrt(np.maximum(disagreement, 1) / known + unsure), disagreement=disagreement,
            size_share=self.prior_precision / self.total, level_share=np.clip(level, 0.0, 1.0),
            centre=self.centre[back], bias=self._row_bias()[back],
            weight=(self.precision / self.total[self.question])[back], steps=steps,
        )  # fmt: skip

    def _levels(self, solution: Solution) -> tuple[Floats, Floats]:
        """How far biases and class means move when the prior means of all partisan classes move by one."""
        links = self.links
        if not self.free.any():
            return np.zeros(links.cells), np.zeros(len(self.mean))
        if solution.covariance is not None:
            moved = np.concatenate([np.zeros(links.cells), np.where(self.free, 1 / self.first_mean2, 0.0)])
            shift = solution.covariance @ moved
            return shift[: links.cells], shift[links.cells :]
        shifted = Prior(self.class_of, self.spread2, np.where(self.free, 1.0, 0.0), self.first_mean2)
        nothing = np.zeros(links.questions)
        shifted_solution = solve(
            links, self.link_weight, total=self.total - self.prior_precision, pull=nothing,
            moment=np.zeros(len(self.link_weight)), prior=shifted, invert=False,
            start=np.zeros(links.cells + len(self.mean)),
        )  # fmt: skip
        return shifted_solution.bias, shifted_solution.mean

    def _habits(self, solution: Solution, levels: tuple[Floats, Floats]) -> Habits:
        columns, cells = self.columns, len(self.bias)
        covariance = solution.covariance
        spread = np.sqrt(self.spread2)
        mean_spread = np.sqrt(self.first_mean2 if covariance is None else np.diagonal(covariance)[cells:])
        behind = np.where(self.cell < 0, cells, self.cell)
        voices = sums(behind, cells + 1, self.share)
        asked = sums(self.links.cell, cells)
        return Habits(
            variant="linear", settings=self.settings, sources=self._source_habits(), classes=tuple(
                ClassHabit(*columns.classes[n], *map(float, numbers))
                for n, numbers in enumerate(zip(self.mean, mean_spread, spread, levels[1], strict=True))
            ),
            cells=tuple(
                CellHabit(
                    *columns.cells[n], float(self.bias[n]), float(np.sqrt(solution.variance[n])),
                    float(levels[0][n]), float(voices[n]), int(asked[n]),
                )
                for n in range(cells)
            ),
            covariance=None if covariance is None or cells > KEPT_COVARIANCE
            else tuple(tuple(map(float, row)) for row in covariance),
            typical=float(np.sqrt(self.typical2)), size=self.size, size_spread=float(np.sqrt(self.size2)),
            misses=(), questions=self.links.questions, voices=float(self.share.sum()),
        )  # fmt: skip

    def _source_habits(self) -> tuple[SourceHabit, ...]:
        noise = np.sqrt(self.noise2)
        return tuple(
            SourceHabit(label_of(source), float(noise[n]), float(self.heard[n]), STRAIGHT)
            for n, source in enumerate(self.columns.sources)
        )

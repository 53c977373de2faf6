"""The learned model: answers, habits of sources and their uncertainty from columns of claims.

z = answer + bias of the cell + noise, on the log scale; a cell is a source with a bearing.
docs/explanation/learned-model.md says why each part is there and when not to use the model.
"""

from __future__ import annotations

import attrs

from claimtrack.errors import InvalidField
from claimtrack.learning.arrays import Floats, Index, np, one_thread, sums, t_quantile, weighted_median
from claimtrack.learning.coding import encode, persons
from claimtrack.learning.columns import Bearing, Columns
from claimtrack.learning.equations import Links, Prior, Solution, bias_variance, link, solve
from claimtrack.learning.settings import Settings

FREEDOM = 6
"""Degrees of freedom of the t distribution that intervals are read from."""

LEAST_NOISE = 0.02
"""No source is more exact than this, on the log scale: two per cent."""

_SEEN = 5.0  # how many questions or voices the prior of sizes and of noise counts for


@attrs.frozen(eq=False)
class Fitted:
    """What the model learned from columns. Everything is on the log scale unless it says persons.

    Attributes:
        columns: The columns.
        settings: The settings it was fitted with.
        answer: The answer to each question.
        spread: Its standard error.
        disagreement: How much more the rows of each question disagree than their noise allows (1: not at all).
        size_share: The part of each answer that rests on the prior of its size.
        level_share: How far each answer moves when the assumed habits of partisans move: 1 where
            the level rests wholly on the prior, 0 where sources of known level hold it.
        centre: What each row's words say.
        bias: The bias that is taken off each row.
        weight: The part each row has in its answer.
        noise: The standard deviation of each source about its bias.
        heard: How many voices each source's noise was learned from.
        cell_bias: The bias of each cell.
        cell_spread: Its standard error.
        covariance: The covariance of cell biases, then class means; `None` for very many cells.
        class_mean: The mean bias of each class.
        class_spread: The standard deviation of cells about it.
        typical: The typical noise of a source.
        size: The middle of the sizes, and their prior spread.
        steps: How many steps it took.
    """

    columns: Columns
    settings: Settings
    answer: Floats
    spread: Floats
    disagreement: Floats
    size_share: Floats
    level_share: Floats
    centre: Floats
    bias: Floats
    weight: Floats
    noise: Floats
    heard: Floats
    cell_bias: Floats
    cell_spread: Floats
    covariance: Floats | None
    class_mean: Floats
    class_spread: Floats
    typical: float
    size: tuple[float, float]
    steps: int

    @property
    def estimate(self) -> Floats:
        """The answers in persons, not rounded."""
        return persons(self.answer)

    def interval(self, level: float = 0.9) -> tuple[Floats, Floats]:
        """Low and high ends in persons that hold the answers with this probability."""
        if not 0 < level < 1:
            raise InvalidField("interval", "level", level, "a probability between 0 and 1")
        reach = t_quantile(0.5 + level / 2, FREEDOM) * self.spread
        return persons(self.answer - reach), persons(self.answer + reach)


def fit_columns(columns: Columns, settings: Settings | None = None, *, start: Fitted | None = None) -> Fitted:
    """Learn answers and habits from columns of claims.

    Args:
        columns: The claims, from `columns(...)`.
        settings: What to assume; by default as measured.
        start: An earlier fit to begin from; the result is the same to the tolerance, sooner.

    Raises:
        InvalidField: If there are no rows.

    Example:
        >>> from claimtrack.learning.columns import columns
        >>> rows = columns(question=["a", "a", "a"], source=["army", "rebels", "UN"], low=[5, 40, 18],
        ...     bearing=["own", "enemy", "neutral"])
        >>> int(fit_columns(rows).estimate[0].round())
        17
    """
    if len(columns) == 0:
        raise InvalidField("fit_columns", "columns", 0, "at least one row")
    with one_thread():
        work = _Work(columns, settings or Settings())
        if start is not None:
            work.begin_from(start)
        return work.run(warm=start is not None)


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
            middle = float(np.median(np.abs(corrected - self.answer[self.question])[several]))
            noise2 = (_SEEN * noise2 + seen * 1.5 * (1.4826 * middle) ** 2) / (_SEEN + seen)
        self.typical2 = max(noise2, LEAST_NOISE**2)
        self.noise2 = np.full(self.sources, self.typical2)
        self.heard = sums(self.source, self.sources, self.share)
        count, prior2 = len(self.answer), self.settings.size_spread**2
        self.size = float(_SEEN * self.settings.size + count * np.median(self.answer)) / (_SEEN + count)
        self.size2 = 4 * float(_SEEN * prior2 + count * np.var(self.answer)) / (_SEEN + count)

    def begin_from(self, start: Fitted) -> None:
        """Take over the habits that an earlier fit learned."""
        known = {source: number for number, source in enumerate(start.columns.sources)}
        held = np.array([known.get(source, -1) for source in self.columns.sources], dtype=np.int64)
        self.typical2 = start.typical**2
        self.noise2 = np.where(held >= 0, start.noise[held] ** 2, self.typical2)
        groups = {name: number for number, name in enumerate(start.columns.classes)}
        for number, name in enumerate(self.columns.classes):
            if name in groups:
                self.mean[number] = start.class_mean[groups[name]]
                self.spread2[number] = start.class_spread[groups[name]] ** 2
        self.bias = self.mean[self.class_of]
        places = {
            (start.columns.sources[source], start.columns.classes[group]): number
            for number, (source, group) in enumerate(start.columns.cells)
        }
        for number, (source, group) in enumerate(self.columns.cells):
            place = places.get((self.columns.sources[source], self.columns.classes[group]))
            if place is not None:
                self.bias[number] = start.cell_bias[place]
        corrected = self.centre - self._row_bias()
        self.answer = weighted_median(self.question, self.links.questions, corrected, self.share)

    def run(self, *, warm: bool) -> Fitted:
        """Step until no answer moves, then once more with an exact covariance."""
        settings, step = self.settings, 0
        gaussian = 2 if warm else settings.gaussian_steps
        for step in range(1, settings.most_steps + 1):
            before = self.answer
            self._weigh(robust=step > gaussian)
            self._solve(invert=False)
            self._learn()
            if step > gaussian and float(np.abs(self.answer - before).max()) < settings.tolerance:
                break
        self._weigh(robust=True)
        solution = self._solve(invert=True)
        return self._finish(solution, step)

    def _row_bias(self) -> Floats:
        if len(self.bias) == 0:
            return np.zeros(len(self.cell))
        return np.where(self.cell < 0, 0.0, self.bias[self.cell])

    def _weigh(self, *, robust: bool) -> None:
        """The precision of every row, and of the prior of every answer."""
        settings = self.settings
        self.total_variance = self.noise2[self.source] + self.variance
        self.downweight = np.ones(len(self.centre))
        if robust:
            residual2 = (self.centre - self._row_bias() - self.answer[self.question]) ** 2
            unsure = np.where(self.cell < 0, 0.0, self.cell_variance[self.cell]) if len(self.bias) else 0.0
            tail = settings.tail
            residual2 /= 1 - np.minimum(self.precision / self.total[self.question], 0.95)
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
            links, self.link_weight, carried, pull, moment, self.prior,
            start=np.concatenate([self.bias, self.mean]), invert=invert,
        )  # fmt: skip
        self.bias, self.mean = solution.bias, solution.mean
        self.total = carried + self.prior_precision
        self.answer = (self.prior_precision * self.size + carried * solution.answer) / self.total
        self.cell_variance = solution.variance
        self._spread_of_cells(solution)
        return solution

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
        pulled = np.minimum(self.precision / self.total[self.question], 0.95)
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

    def _finish(self, solution: Solution, steps: int) -> Fitted:
        links, settings = self.links, self.settings
        carried = links.by_question(self.precision)
        squares = links.by_question(self.precision**2 / self.share)
        voices = carried**2 / np.maximum(squares, 1e-300)
        known = carried / (1 + np.maximum(voices - 1, 0) * settings.common_error) + self.prior_precision
        residual2 = (self.centre - self._row_bias() - self.answer[self.question]) ** 2
        heard = links.by_question(self.share)
        disagreement = (3 + links.by_question(self.precision * residual2)) / (3 + np.maximum(heard - 1, 0))
        unsure = bias_variance(links, self.link_weight, self.total, solution)
        back = np.empty(len(self.order), dtype=np.int64)
        back[self.order] = np.arange(len(self.order))
        return Fitted(
            columns=self.columns, settings=settings, answer=np.maximum(self.answer, 0.0),
            spread=np.sqrt(np.maximum(disagreement, 1) / known + unsure), disagreement=disagreement,
            size_share=self.prior_precision / self.total, level_share=self._level_share(solution),
            centre=self.centre[back], bias=self._row_bias()[back],
            weight=(self.precision / self.total[self.question])[back],
            noise=np.sqrt(self.noise2), heard=self.heard, cell_bias=self.bias,
            cell_spread=np.sqrt(solution.variance), covariance=solution.covariance, class_mean=self.mean,
            class_spread=np.sqrt(self.spread2), typical=float(np.sqrt(self.typical2)),
            size=(self.size, float(np.sqrt(self.size2))), steps=steps,
        )  # fmt: skip

    def _level_share(self, solution: Solution) -> Floats:
        """How far answers move when the prior means of all partisan classes move by one."""
        links = self.links
        if not self.free.any():
            return np.zeros(links.questions)
        moved = np.concatenate([np.zeros(links.cells), np.where(self.free, 1 / self.first_mean2, 0.0)])
        if solution.covariance is not None:
            bias = (solution.covariance @ moved)[: links.cells]
        else:
            shifted = Prior(self.class_of, self.spread2, np.where(self.free, 1.0, 0.0), self.first_mean2)
            nothing, carried = np.zeros(links.questions), self.total - self.prior_precision
            bias = solve(
                links, self.link_weight, carried, nothing, np.zeros(len(self.link_weight)), shifted,
                start=np.zeros(len(moved)), invert=False,
            ).bias  # fmt: skip
        share = self.link_weight / self.total[links.question]
        return np.clip(links.onto_questions(share * bias[links.cell]), 0.0, 1.0)

"""What a fit learned about sources, kept apart from the claims it was learned from."""

from __future__ import annotations

from typing import Literal

import attrs
import numpy as np

from claimtrack.learning.arrays import Floats, Index
from claimtrack.learning.columns import Columns
from claimtrack.learning.settings import Settings

Variant = Literal["linear", "grid"]
"""Which model: the exact linear one, or the grid for few or partisan sources."""

KEPT_COVARIANCE = 200
"""Cells up to which a fit keeps how the uncertainties of biases hang together; above, variances alone."""


@attrs.frozen
class SourceHabit:
    """How one source scatters about its own bias.

    Attributes:
        source: The source, by its label in the columns: an id, where it comes from a ledger.
        noise: The standard deviation about its bias, on the log scale.
        voices: How many voices that was learned from.
        straight: The part of its figures that say the answer outright; used by the grid variant.
    """

    source: str | int
    noise: float
    voices: float
    straight: float


@attrs.frozen
class ClassHabit:
    """The habits of sources of one kind with one bearing.

    Attributes:
        bearing: How they stand to those who are counted.
        kind: Their kind.
        mean: Their mean bias, on the log scale.
        mean_spread: Its standard error.
        spread: How much they differ about it (standard deviation).
        level: How far the mean moves when the assumed habits of all partisans move by one.
    """

    bearing: str
    kind: str
    mean: float
    mean_spread: float
    spread: float
    level: float


@attrs.frozen
class CellHabit:
    """The bias of one source with one bearing.

    Attributes:
        source: The number of the source in `Habits.sources`.
        group: The number of the class in `Habits.classes`.
        bias: What it adds to the answer, on the log scale: .7 is a factor of 2.
        spread: Its standard error.
        level: How far it moves when the assumed habits of all partisans move by one.
        voices: How many voices it was learned from.
        questions: How many questions it spoke on.
    """

    source: int
    group: int
    bias: float
    spread: float
    level: float
    voices: float
    questions: int


@attrs.frozen
class Habits:
    """Everything that is needed to answer new questions with a fit.

    Attributes:
        variant: Which model it is.
        settings: What was assumed.
        sources: The sources.
        classes: The classes.
        cells: The cells.
        covariance: Of the cells, then of the class means; `None` where there are too many.
        typical: The typical noise of a source.
        size: The middle of the sizes, on the log scale.
        size_spread: The spread of their prior.
        misses: Sorted misses on known answers, in standard errors; empty where none are known.
        questions: How many questions it was learned from.
        voices: How many voices.
    """

    variant: Variant
    settings: Settings
    sources: tuple[SourceHabit, ...]
    classes: tuple[ClassHabit, ...]
    cells: tuple[CellHabit, ...]
    covariance: tuple[tuple[float, ...], ...] | None
    typical: float
    size: float
    size_spread: float
    misses: tuple[float, ...]
    questions: int
    voices: float


@attrs.frozen(eq=False)
class Applied:
    """Habits laid out for the sources and cells of other columns.

    Attributes:
        noise2: The noise variance of each source of the columns.
        straight: The straight part of each.
        bias: The bias of each cell; that of its class where the source is new.
        covariance: Of the biases of these cells; `None` where only variances are kept.
        variance: Of each of them.
        level: How far each moves when the assumed habits of all partisans move by one.
        mean: The mean of each class.
        spread2: The variance of cells about it.
    """

    noise2: Floats
    straight: Floats
    bias: Floats
    covariance: Floats | None
    variance: Floats
    level: Floats
    mean: Floats
    spread2: Floats


def lay_out(habits: Habits, columns: Columns) -> Applied:
    """Find what is known of the sources and cells of columns; a new one gets what its class shows.

    A class that was never seen gets what the settings assume of its bearing.
    """
    known = {habit.source: habit for habit in habits.sources}
    held = [known.get(source) for source in columns.sources]  # type: ignore[call-overload]
    usual = float(np.mean([habit.straight for habit in habits.sources])) if habits.sources else 0.3
    noise2 = np.array([habits.typical**2 if habit is None else habit.noise**2 for habit in held])
    straight = np.array([usual if habit is None else habit.straight for habit in held])
    classes = [_class_habit(habits, bearing, kind) for bearing, kind in columns.classes]
    places = {
        (habits.sources[cell.source].source, cell.group): place for place, cell in enumerate(habits.cells)
    }
    where = np.array(
        [places.get((columns.sources[source], classes[group][1]), -1) for source, group in columns.cells],  # type: ignore[arg-type]
        dtype=np.int64,
    )
    group_of = [group for _, group in columns.cells]
    cells = [habits.cells[place] if place >= 0 else None for place in where]
    bias = np.array(
        [classes[g][0].mean if c is None else c.bias for c, g in zip(cells, group_of, strict=True)]
    )
    level = np.array(
        [classes[g][0].level if c is None else c.level for c, g in zip(cells, group_of, strict=True)]
    )
    return Applied(
        noise2, straight, bias, *_covariance(habits, where, [classes[g] for g in group_of]), level,
        np.array([habit.mean for habit, _ in classes]), np.array([habit.spread**2 for habit, _ in classes]),
    )  # fmt: skip


def _class_habit(habits: Habits, bearing: str, kind: str) -> tuple[ClassHabit, int]:
    """The class and its number, -1 for one that the fit never saw."""
    for number, habit in enumerate(habits.classes):
        if (habit.bearing, habit.kind) == (bearing, kind):
            return habit, number
    assumed = next(habit for name, habit in habits.settings.habits.items() if name == bearing)
    level = 0.0 if assumed.pinned else 1.0
    return ClassHabit(bearing, kind, assumed.mean, assumed.mean_spread, assumed.spread, level), -1


def _covariance(
    habits: Habits, where: Index, classes: list[tuple[ClassHabit, int]]
) -> tuple[Floats | None, Floats]:
    """The covariance of the biases of cells, known ones by their place, new ones by their class."""
    size = len(where)
    new_spread2 = np.array([habit.spread**2 for habit, _ in classes])
    if habits.covariance is None:
        spread2 = [
            habits.cells[place].spread ** 2 if place >= 0 else habit.mean_spread**2 + habit.spread**2
            for place, (habit, _) in zip(where, classes, strict=True)
        ]
        return None, np.array(spread2)
    whole = np.array(habits.covariance).reshape(len(habits.covariance), len(habits.covariance))
    means = np.array([len(habits.cells) + number for _, number in classes], dtype=np.int64)
    seen = np.array(
        [place >= 0 or number >= 0 for place, (_, number) in zip(where, classes, strict=True)], dtype=bool
    )
    rows = np.where(where >= 0, where, means)
    matrix = np.zeros((size, size))
    if seen.any():
        matrix[np.ix_(seen, seen)] = whole[np.ix_(rows[seen], rows[seen])]
    diagonal = np.arange(size)
    matrix[diagonal, diagonal] += np.where(where >= 0, 0.0, new_spread2)
    unseen = np.array([habit.mean_spread**2 for habit, _ in classes])
    matrix[diagonal, diagonal] += np.where(seen, 0.0, unseen)
    return matrix, np.diagonal(matrix).copy()

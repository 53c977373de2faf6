"""Fitting columns: which variant, with or without suspected copies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs
import numpy as np

from claimtrack.errors import InvalidField, UnknownRecord
from claimtrack.learning.arrays import Flags, Floats
from claimtrack.learning.calibration import misses
from claimtrack.learning.columns import Columns
from claimtrack.learning.copies import COPY_RATE, Suspicion, suspect
from claimtrack.learning.grid import GridFitted, answer_grid, refine
from claimtrack.learning.habits import Habits, Variant
from claimtrack.learning.model import Fitted, answer_linear, fit_linear
from claimtrack.learning.settings import Settings

FEW_VOICES = 60
"""Up to so many voices the grid is used: on twelve made-up events it was as exact, its intervals honest."""

ALL_PARTISAN = 0.5
"""Mean share of the level that rests on the prior, above which the grid is used: where only belligerents
speak its error was .24 against .29 in log units (made-up worlds, seeds 0 to 2)."""

AnyFitted = Fitted | GridFitted


def fit_columns(
    columns: Columns,
    settings: Settings | None = None,
    *,
    variant: Variant | Literal["auto"] = "auto",
    suspected: Flags | None = None,
    rate: float = COPY_RATE,
    start: Habits | None = None,
) -> AnyFitted:
    """Learn answers and habits from columns of claims.

    Args:
        columns: The claims, from `columns(...)`.
        settings: What to assume; by default as measured.
        variant: "linear", "grid", or "auto": the grid where voices are few or nearly all partisan.
        suspected: Rows of kinds that are suspected of copying; by default nobody is.
        rate: How often a suspected source copies.
        start: Habits to begin from: the result is the same to the tolerance, sooner.

    Raises:
        InvalidField: If there are no rows, or the variant is unknown.

    Example:
        >>> from claimtrack.learning.columns import columns
        >>> rows = columns(question=["a", "a", "b", "b"], source=["army", "UN", "army", "UN"],
        ...     low=[5, 18, 10, 33], bearing=["own", "neutral"] * 2)
        >>> fit_columns(rows, variant="linear").habits.cells[0].bias < 0
        True
    """
    if variant not in ("auto", "linear", "grid"):
        raise InvalidField("fit_columns", "variant", variant, "'auto', 'linear' or 'grid'")
    linear = fit_linear(columns, settings, start=start)
    if suspected is not None:
        shared = suspicion_in(columns, linear.habits, suspected, rate)
        columns = attrs.evolve(columns, share=shared.share)
        linear = fit_linear(columns, settings, start=linear.habits)
    if variant == "auto":
        few = float(columns.share.sum()) <= FEW_VOICES
        variant = "grid" if few or float(linear.level_share.mean()) > ALL_PARTISAN else "linear"
    return refine(linear) if variant == "grid" else linear


def answer_columns(columns: Columns, habits: Habits) -> AnyFitted:
    """Answer new questions with habits that were learned before; nothing is learned from them.

    Raises:
        InvalidField: If there are no rows.
    """
    return (answer_grid if habits.variant == "grid" else answer_linear)(columns, habits)


def suspicion_in(columns: Columns, habits: Habits, suspected: Flags, rate: float) -> Suspicion:
    """Which rows may be copies, by the noise that habits give their sources."""
    known = {habit.source: habit.noise for habit in habits.sources}
    noise = np.array([known.get(source, habits.typical) for source in columns.sources])  # type: ignore[call-overload]
    return suspect(columns, noise, suspected, rate=rate)


def calibrate(fitted: AnyFitted, known: Mapping[object, int]) -> AnyFitted:
    """Let intervals reach as far as misses on known answers ask for.

    The known answers must be of events like those that are asked about, and chosen without looking at
    the estimates.

    Args:
        fitted: A fit that has answers to the questions, or to more.
        known: Persons by question label.

    Raises:
        UnknownRecord: If the fit has no such question.
        InvalidField: If nothing is known.

    Example:
        >>> from claimtrack.learning.columns import columns
        >>> rows = columns(question=range(20), source=["UN"] * 20, low=range(20), bearing=["neutral"] * 20)
        >>> fitted = calibrate(fit_columns(rows), {n: n + 2 for n in range(20)})
        >>> bool(fitted.interval(0.9)[1][10] >= 12)
        True
    """
    if not known:
        raise InvalidField("calibrate", "known", known, "at least one known answer")
    number = {question: place for place, question in enumerate(fitted.columns.questions)}
    for question in known:
        if question not in number:
            raise UnknownRecord(
                question, "question in this fit", "calibrate with questions it has answers to."
            )
    rows = np.array([number[question] for question in known], dtype=np.int64)
    answers: Floats = np.array([float(persons) for persons in known.values()])
    if not (np.isfinite(answers) & (answers >= 0)).all():
        raise InvalidField("calibrate", "known", known, "numbers of persons from 0 up")
    found = misses(fitted.answer[rows], fitted.spread[rows], answers)
    return attrs.evolve(fitted, habits=attrs.evolve(fitted.habits, misses=found))

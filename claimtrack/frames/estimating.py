"""The solve of a fitted learned model for many questions at once, over NumPy arrays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from claimtrack.errors import MissingExtra

try:
    from claimtrack.learning.columns import Columns, columns
    from claimtrack.learning.fitting import AnyFitted, answer_columns, suspicion_in
except MissingExtra as _missing:
    raise ImportError(str(_missing)) from None

from claimtrack.frames.schema import BEARING_CODES, GROUP, SOURCE_KIND_CODES
from claimtrack.learning.arrays import Flags, Floats, Index
from claimtrack.learning.copies import COPY_RATE
from claimtrack.learning.habits import Habits, lay_out
from claimtrack.learning.ledgers import OVERTAKEN
from claimtrack.learning.policy import LearnedPolicy

ArrowTable = Any
"""A table or a column of pyarrow, which has no types."""

_FEW, _MANY = 250, 20_000  # questions at a time: with a covariance of all that speak, and without
_NEVER = 1e-300
_BEYOND = 2.0**63
"""No column holds a number of persons from here on: a high end beyond is open, an estimate is none."""

_BEARINGS = {code: name for name, code in BEARING_CODES.items()}
_KINDS = {code: str(kind) for kind, code in SOURCE_KIND_CODES.items()}


def estimates(rows: ArrowTable, policy: LearnedPolicy) -> ArrowTable:
    """Low, best and high of every question with a voice that stands, as the policy answers it alone.

    Args:
        rows: The voices that state a number, sorted by question.
        policy: The fitted model.
    """
    number, first = _questions(rows)
    standing = np.asarray(rows["stating"].is_valid())
    read = _columns(rows, number, standing, policy)
    low, best, high = _answered(read, policy)
    asked = np.zeros(len(first), dtype=bool)
    asked[number[standing]] = True
    asked &= best < _BEYOND
    keys = {name: rows[name].take(pa.array(first)).filter(pa.array(asked)) for name in GROUP}
    ends = {"low": low[asked], "best": best[asked], "high": high[asked]}
    held = {name: np.where(some < _BEYOND, some, 0.0).astype(np.int64) for name, some in ends.items()}
    return pa.table(keys | {name: pa.array(held[name], mask=some >= _BEYOND) for name, some in ends.items()})


def _questions(rows: ArrowTable) -> tuple[Index, Index]:
    """The number of the question of each row, and the first row of each question."""
    new = np.zeros(rows.num_rows, dtype=bool)
    new[:1] = True
    for name in GROUP:
        keys = rows[name].combine_chunks()
        new[1:] |= np.asarray(pc.call_function("not_equal", [keys[1:], keys[:-1]]))
    return (np.cumsum(new) - 1).astype(np.int64), np.flatnonzero(new)


def _columns(rows: ArrowTable, number: Index, standing: Flags, policy: LearnedPolicy) -> Columns:
    kinds = rows["source_kind"].to_numpy()
    read = columns(
        question=number, source=_labels(rows["source"]), low=rows["low_end"].to_numpy(),
        high=rows["high_end"].to_numpy(), shape=rows["shape"].to_numpy(),
        bearing=[None if code is None else _BEARINGS[code] for code in rows["bearing"].to_pylist()],
        kind=[_KINDS[code] for code in kinds.tolist()],
    )  # fmt: skip
    read = attrs.evolve(read, share=read.share * np.where(standing, 1.0, OVERTAKEN))
    if policy.suspected:
        suspected = np.isin(kinds, [SOURCE_KIND_CODES[kind] for kind in policy.suspected])
        shared = suspicion_in(read, policy.habits, suspected, COPY_RATE)
        read = attrs.evolve(read, share=shared.share)
    return read


def _labels(column: ArrowTable) -> list[object]:
    return list(column.to_pylist())


def _answered(read: Columns, policy: LearnedPolicy) -> tuple[Floats, Floats, Floats]:
    """Low, best and high of each question, rounded as the policy rounds them."""
    count = len(read.questions)
    low, best, high = (np.zeros(count) for _ in range(3))
    for fitted, settled in _fits(read, policy.habits):
        asked = np.array(fitted.columns.questions, dtype=np.int64)[settled]
        bottom, top = fitted.interval(policy.level)
        for ends, some in ((low, bottom), (best, fitted.estimate), (high, top)):
            ends[asked] = np.round(some[settled])
    return low, best, high


def _fits(read: Columns, habits: Habits) -> Iterator[tuple[AnyFitted, Flags]]:
    """Fits of parts of the questions, each with those of its questions whose answer it is.

    A question asked alone stops when its own answer does, and the grid spans the biases of its own cells:
    questions that would go the same way are answered together.
    """
    together = _spans(read, habits) if habits.variant == "grid" else np.zeros(len(read.questions))
    order = np.argsort(together, kind="stable")
    edges = np.flatnonzero(np.diff(together[order])) + 1
    size = _MANY if habits.covariance is None else _FEW
    for alike in np.split(order, edges):
        for start in range(0, len(alike), size):
            part = _part(read, np.sort(alike[start : start + size]))
            if habits.variant == "grid":
                yield answer_columns(part, habits), np.ones(len(part.questions), dtype=bool)
            else:
                yield from _by_steps(part, habits)


def _by_steps(part: Columns, habits: Habits) -> Iterator[tuple[AnyFitted, Flags]]:
    """The fit after each step, with the questions that come to rest with it."""
    settings = habits.settings
    before = answer_columns(part, _stopped(habits, 2)).answer
    for steps in range(3, settings.most_steps + 1):
        fitted = answer_columns(part, _stopped(habits, steps))
        settled = np.abs(fitted.answer - before) < settings.tolerance / 10
        if steps == settings.most_steps:
            settled[:] = True
        yield fitted, settled
        if settled.all():
            return
        part, before = _part(part, np.flatnonzero(~settled)), fitted.answer[~settled]


def _stopped(habits: Habits, steps: int) -> Habits:
    """The same habits, for an answer after exactly so many steps."""
    settings = attrs.evolve(habits.settings, most_steps=steps, tolerance=_NEVER)
    return attrs.evolve(habits, settings=settings)


def _spans(read: Columns, habits: Habits) -> Floats:
    """The largest bias among the cells of each question."""
    bias = np.abs(lay_out(attrs.evolve(habits, covariance=None), read).bias)
    spans = np.zeros(len(read.questions))
    told = read.cell >= 0
    np.maximum.at(spans, read.question[told], bias[read.cell[told]])
    return spans


def _part(read: Columns, questions: Index) -> Columns:
    """The rows of some questions, with the sources and cells that speak there and no others."""
    place = np.full(len(read.questions), -1, dtype=np.int64)
    place[questions] = np.arange(len(questions))
    rows = place[read.question] >= 0
    who, source = np.unique(read.source[rows], return_inverse=True)
    held, cell = np.unique(read.cell[rows], return_inverse=True)
    bare = len(held) > 0 and held[0] < 0
    number = np.full(len(read.sources), -1, dtype=np.int64)
    number[who] = np.arange(len(who))
    cells = tuple((int(number[read.cells[at][0]]), read.cells[at][1]) for at in held[held >= 0].tolist())
    return Columns(
        place[read.question[rows]], source.reshape(-1), cell.reshape(-1) - int(bare), read.shape[rows],
        read.low[rows], read.high[rows], read.share[rows],
        tuple(read.questions[at] for at in questions.tolist()),
        tuple(read.sources[at] for at in who.tolist()), cells, read.classes,
    )  # fmt: skip

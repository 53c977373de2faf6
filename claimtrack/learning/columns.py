"""Columns: what the learned model reads, one row for each claim."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import attrs
import numpy as np

from claimtrack.errors import InvalidField, WrongType
from claimtrack.learning.arrays import Floats, Index
from claimtrack.learning.coding import Shape

Labels = Sequence[object] | np.ndarray
"""A column of names or numbers that say which rows belong together."""


class Bearing(StrEnum):
    """How the source of a figure stands to the party whose people it counts.

    Attributes:
        own: It speaks for that party, or for one that is allied with it.
        enemy: It speaks for a party that fights it.
        civilian: It speaks for a party, and civilians are counted.
        neutral: It speaks for no party and leans to none.
    """

    own = "own"
    enemy = "enemy"
    civilian = "civilian"
    neutral = "neutral"


@attrs.frozen(eq=False)
class Columns:
    """Claims on many questions as columns, with every label turned into a number.

    Attributes:
        question: The number of the question (of one event) that each row answers.
        source: The number of the source at the origin of each row.
        cell: The number of the pair of source and bearing; -1 where no bearing is declared.
        shape: What each row states.
        low: Low ends in persons.
        high: High ends in persons.
        share: The part of an independent voice that each row is, above 0 and up to 1.
        questions: The questions, by number.
        sources: The sources, by number.
        cells: Source number and class number of each cell.
        classes: The bearing and the kind of each class.
    """

    question: Index
    source: Index
    cell: Index
    shape: Index
    low: Floats
    high: Floats
    share: Floats
    questions: tuple[object, ...]
    sources: tuple[object, ...]
    cells: tuple[tuple[int, int], ...]
    classes: tuple[tuple[str, str], ...]

    def __len__(self) -> int:
        return len(self.question)


def columns(
    *,
    question: Labels,
    source: Labels,
    low: Labels,
    high: Labels | None = None,
    shape: Labels | None = None,
    bearing: Labels | None = None,
    kind: Labels | None = None,
    origin: Labels | None = None,
) -> Columns:
    """Turn columns of labels and numbers into `Columns`.

    Rows on one question with one origin are one voice: they share the weight of one. A source's
    repeats are its own voice, a declared copy is its origin's.

    Args:
        question: Which question of which event each row answers: any labels.
        source: Who says so: any labels.
        low: Low ends, or the numbers themselves, in persons.
        high: High ends in persons; by default as `low`.
        shape: "point", "range", "at_least" or "at_most" a row; by default points and, where the
            ends differ, ranges.
        bearing: "own", "enemy", "civilian", "neutral" or `None` a row: how the origin stands to those
            whose people are counted. No bearing, no bias term.
        kind: The kind of the origin; sources shrink towards the habits of their kind.
        origin: The source that each row was copied from, as declared; `None` for a row of its own.

    Raises:
        InvalidField: If a column has another length or holds what it cannot.

    Example:
        >>> rows = columns(question=["a", "a"], source=["army", "rebels"], low=[5, 40],
        ...     bearing=["own", "enemy"])
        >>> len(rows), rows.cells
        (2, ((0, 0), (1, 1)))
    """
    size = len(question)
    asked, questions = _numbered("question", question, size)
    who = _origins(source, origin, size)
    speaker, sources = _numbered("source", who, size)
    bottom = _counts("low", low, size)
    top = bottom if high is None else _counts("high", high, size, or_else=bottom)
    stated = _shapes(shape, bottom, top, size)
    wrong = (stated == Shape.range) & (top < bottom)
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        raise InvalidField(
            "columns", "high", float(top[row]), f"an end not below low={bottom[row]:g} (row {row})"
        )
    cell, cells, classes = _cells(speaker, bearing, kind, size)
    return Columns(
        asked,
        speaker,
        cell,
        stated,
        bottom,
        top,
        _shares(asked, speaker, len(sources)),
        questions,
        sources,
        cells,
        classes,
    )


def label_of(label: object) -> str | int:
    """A label as it can be written down: a text or a whole number.

    Raises:
        WrongType: If it is something else.
    """
    if isinstance(label, (str, int)):
        return label
    raise WrongType("columns", "source", label, "sources named by texts or whole numbers")


def _numbered(field: str, labels: Labels, size: int) -> tuple[Index, tuple[object, ...]]:
    if len(labels) != size:
        raise InvalidField("columns", field, len(labels), f"{size} rows, as question= has")
    if isinstance(labels, np.ndarray) and labels.dtype.kind in "iub":
        distinct, numbers = np.unique(labels, return_inverse=True)
        return numbers.reshape(-1).astype(np.int64), tuple(distinct.tolist())
    seen: dict[object, int] = {}
    numbers = np.fromiter((seen.setdefault(label, len(seen)) for label in labels), np.int64, size)
    return numbers, tuple(seen)


def _origins(source: Labels, origin: Labels | None, size: int) -> Labels:
    if origin is None:
        return source
    if len(origin) != size or len(source) != size:
        raise InvalidField("columns", "origin", len(origin), f"{size} rows, as question= has")
    return [own if root is None else root for own, root in zip(source, origin, strict=True)]


def _counts(field: str, values: Labels, size: int, or_else: Floats | None = None) -> Floats:
    try:
        counts = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise WrongType("columns", field, values, "numbers of persons") from None
    if counts.shape != (size,):
        raise InvalidField("columns", field, counts.shape, f"{size} rows, as question= has")
    if or_else is not None:
        counts = np.where(np.isfinite(counts), counts, or_else)
    wrong = ~(np.isfinite(counts) & (counts >= 0))
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        raise InvalidField("columns", field, float(counts[row]), f"a number of persons from 0 up (row {row})")
    return counts


def _shapes(shape: Labels | None, low: Floats, high: Floats, size: int) -> Index:
    if shape is None:
        return np.where(low == high, int(Shape.point), int(Shape.range)).astype(np.int64)
    if len(shape) != size:
        raise InvalidField("columns", "shape", len(shape), f"{size} rows, as question= has")
    if isinstance(shape, np.ndarray) and shape.dtype.kind in "iu":
        numbers = shape.astype(np.int64)
        known = np.isin(numbers, [int(member) for member in Shape])
        if not known.all():
            raise InvalidField("columns", "shape", int(numbers[~known][0]), "0, 1, 2 or 3, as in Shape")
        return numbers
    named = {member.name: int(member) for member in Shape}
    for name in shape:
        if name not in named:
            raise InvalidField("columns", "shape", name, f"one of {', '.join(named)}")
    return np.fromiter((named[str(name)] for name in shape), np.int64, size)


def _cells(
    speaker: Index, bearing: Labels | None, kind: Labels | None, size: int
) -> tuple[Index, tuple[tuple[int, int], ...], tuple[tuple[str, str], ...]]:
    if bearing is None:
        return np.full(size, -1, dtype=np.int64), (), ()
    stand, stands = _numbered("bearing", bearing, size)
    for label in stands:
        if label is not None and label not in set(Bearing):
            raise InvalidField("columns", "bearing", label, f"one of {', '.join(Bearing)}, or None")
    sort, sorts = _numbered("kind", ["" for _ in range(size)] if kind is None else kind, size)
    group, groups = np.unique(stand * len(sorts) + sort, return_inverse=True)
    names = [(stands[int(g) // len(sorts)], str(sorts[int(g) % len(sorts)])) for g in group]
    bare = np.array([stands_for is None for stands_for, _ in names], dtype=bool)
    renumbered = np.cumsum(~bare) - 1
    class_of = np.where(bare[groups.reshape(-1)], -1, renumbered[groups.reshape(-1)])
    cell = np.full(size, -1, dtype=np.int64)
    rows = class_of >= 0
    width = max(1, len(names))
    pairs, numbers = np.unique(speaker[rows] * width + class_of[rows], return_inverse=True)
    cell[rows] = numbers.reshape(-1)
    cells = tuple((int(pair) // width, int(pair) % width) for pair in pairs)
    return cell, cells, tuple((str(b), k) for b, k in names if b is not None)


def _shares(question: Index, source: Index, sources: int) -> Floats:
    _, voice, heard = np.unique(question * max(1, sources) + source, return_inverse=True, return_counts=True)
    return np.asarray(1.0 / heard[voice.reshape(-1)], dtype=np.float64)

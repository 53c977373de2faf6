"""Which measures are parts of which: by their outcomes, parties and places, and as declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from claimtrack.identity import make_key
from claimtrack.questions import Measure, Outcome, PartsOf
from claimtrack.sources import Party
from claimtrack.telling import phrase

_APART = frozenset(
    {
        frozenset({Outcome.killed, Outcome.wounded}),
        frozenset({Outcome.killed, Outcome.captured}),
        frozenset({Outcome.killed, Outcome.missing}),
    }
)
"""Outcomes of which one person is counted with one only, as tolls are given ("77 dead and 255 wounded")."""


@attrs.frozen
class Split:
    """That one measure is the whole of others.

    Attributes:
        whole: Id of the whole.
        parts: Ids of its parts, at least one.
        disjoint: Nobody is in two of the parts, so that the parts sum to at most the whole.
        complete: The parts make up the whole, so that it is at most their sum.
        because: Why, in a few words.
    """

    whole: str
    parts: tuple[str, ...]
    disjoint: bool
    complete: bool
    because: str


def splits_of(
    measures: Iterable[Measure], declared: Sequence[PartsOf]
) -> tuple[dict[str, Measure], list[Split]]:
    """Every part-and-whole relation among measures of one event, and the measures that take part."""
    nodes = {measure.id: measure for measure in measures}
    for measure in _between(tuple(nodes.values())):
        nodes.setdefault(measure.id, measure)
    found = [*_included(nodes, declared), *_by_outcome(nodes), *_by_party(nodes, declared)]
    found += _as_declared(nodes, declared)
    return nodes, list(dict.fromkeys(found))


def _between(measures: Sequence[Measure]) -> Iterator[Measure]:
    """Measures nobody answered that join others: killed or wounded of one side, within that of both."""
    for whole in measures:
        if len(whole.outcomes) < 2:
            continue
        for part in measures:
            if set(part.outcomes) < set(whole.outcomes) and _context(part) != _context(whole):
                yield Measure(whole.outcomes, of=part.of, among=part.among, part=part.part)


def _context(measure: Measure) -> tuple[object, ...]:
    return (_parties(measure), _text(measure.among), _text(measure.part))


def _parties(measure: Measure) -> frozenset[str] | None:
    return None if measure.of is None else frozenset(party.id for party in measure.of)


def _text(value: str | None) -> str | None:
    return None if value is None else make_key(value)


def _included(nodes: Mapping[str, Measure], declared: Sequence[PartsOf]) -> Iterator[Split]:
    """One within another, dimension by dimension: outcomes, parties, place."""
    for part in nodes.values():
        for whole in nodes.values():
            if part.id != whole.id and _within(part, whole, declared):
                yield Split(
                    whole.id, (part.id,), disjoint=True, complete=False, because=phrase("parts.included")
                )


def _within(part: Measure, whole: Measure, declared: Sequence[PartsOf]) -> bool:
    if not set(part.outcomes) <= set(whole.outcomes):
        return False
    ours, theirs = _parties(part), _parties(whole)
    if ours != theirs and (ours is None or theirs is None or not _parties_within(part, theirs, declared)):
        return False
    if _text(part.among) != _text(whole.among) and not _declared(part.among, whole.among, declared):
        return False
    if _text(part.part) == _text(whole.part):
        return True
    return whole.part is None or _declared(part.part, whole.part, declared)


def _parties_within(part: Measure, theirs: frozenset[str], declared: Sequence[PartsOf]) -> bool:
    for party in part.of or ():
        if party.id in theirs:
            continue
        above = {
            whole.whole.id
            for whole in declared
            if isinstance(whole.whole, Party)
            and any(isinstance(one, Party) and one.id == party.id for one in whole.parts)
        }
        if not above & theirs:
            return False
    return True


def _declared(part: str | None, whole: str | None, declared: Sequence[PartsOf]) -> bool:
    """Whether a population or place is declared to be part of another, directly or through others."""
    if part is None:
        return False
    wanted, seen, waiting = _text(whole), set(), [_text(part)]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for one in declared:
            if isinstance(one.whole, Party) or name not in {
                _text(p) for p in one.parts if isinstance(p, str)
            }:
                continue
            above = None if one.whole is None else _text(str(one.whole))
            if above == wanted:
                return True
            if above is not None:
                waiting.append(above)
    return False


def _by_outcome(nodes: Mapping[str, Measure]) -> Iterator[Split]:
    """Killed and wounded make up killed or wounded."""
    for whole in nodes.values():
        if len(whole.outcomes) < 2:
            continue
        same = [
            node
            for node in nodes.values()
            if _context(node) == _context(whole) and set(node.outcomes) < set(whole.outcomes)
        ]
        for parts in _partitions(same):
            counted = {outcome for node in parts for outcome in node.outcomes}
            pairs = combinations(parts, 2)
            apart = all(frozenset({a, b}) in _APART for x, y in pairs for a in x.outcomes for b in y.outcomes)
            complete = counted == set(whole.outcomes)
            if complete or apart:
                outcomes = [tuple(outcome.label for outcome in node.outcomes) for node in parts]
                names = tuple(phrase("outcomes", outcomes=some) for some in outcomes)
                yield Split(
                    whole.id, tuple(node.id for node in parts), disjoint=apart, complete=complete,
                    because=phrase("parts.make_up" if complete else "parts.are_parts", names=names),
                )  # fmt: skip


def _partitions(nodes: Sequence[Measure]) -> Iterator[tuple[Measure, ...]]:
    """Groups of two or three measures without a common outcome."""
    for size in (2, 3):
        for group in combinations(nodes, size):
            counted = [outcome for node in group for outcome in node.outcomes]
            if len(counted) == len(set(counted)):
                yield group


def _by_party(nodes: Mapping[str, Measure], declared: Sequence[PartsOf]) -> Iterator[Split]:
    """Each side's own make up those of both, unless one side is declared part of the other."""
    nested = {
        frozenset({one.whole.id, part.id})
        for one in declared
        if isinstance(one.whole, Party)
        for part in one.parts
        if isinstance(part, Party)
    }
    for whole in nodes.values():
        sides = _parties(whole)
        if (
            sides is None
            or len(sides) < 2
            or any(frozenset(pair) in nested for pair in combinations(sides, 2))
        ):
            continue
        found = []
        for side in sorted(sides):
            for node in nodes.values():
                alike = (node.outcomes, *_context(node)[1:]) == (whole.outcomes, *_context(whole)[1:])
                if alike and _parties(node) == frozenset((side,)):
                    found.append(node.id)
        if found:
            yield Split(
                whole.id, tuple(found), disjoint=True, complete=len(found) == len(sides),
                because=phrase("parts.sides"),
            )  # fmt: skip


def _as_declared(nodes: Mapping[str, Measure], declared: Sequence[PartsOf]) -> Iterator[Split]:
    """What the analyst declares to be parts of a whole, for every measure that differs in nothing else."""
    for one in declared:
        for whole in nodes.values():
            parts: list[str] = []
            for part in one.parts:
                parts += [node.id for node in nodes.values() if _is_part(node, whole, one, part)][:1]
            if parts:
                complete = one.complete and len(parts) == len(one.parts)
                because = one.because or phrase("parts.declared")
                yield Split(whole.id, tuple(parts), disjoint=one.disjoint or len(parts) == 1,
                            complete=complete, because=because)  # fmt: skip


def _is_part(node: Measure, whole: Measure, declared: PartsOf, part: Party | str) -> bool:
    if node.outcomes != whole.outcomes:
        return False
    if isinstance(part, Party):
        top = declared.whole
        return (
            isinstance(top, Party)
            and _parties(whole) == frozenset((top.id,))
            and _parties(node) == frozenset((part.id,))
            and _context(node)[1:] == _context(whole)[1:]
        )
    if isinstance(declared.whole, Party) or _parties(node) != _parties(whole):
        return False
    name, top_name = _text(part), None if declared.whole is None else _text(str(declared.whole))
    by_among = _text(node.among) == name and _text(whole.among) == top_name
    by_part = _text(node.part) == name and _text(whole.part) == top_name
    return (by_among and _text(node.part) == _text(whole.part)) or (
        by_part and _text(node.among) == _text(whole.among)
    )

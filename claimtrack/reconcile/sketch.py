"""The short way: the figures of a plain group of claims, without building its voices.

Most groups are plain: nobody speaks twice, nothing was judged, and what is handed on is in the group.
For these the answer and every role follow from one look at each claim. Any other group takes the long
way; both give the same, which a law holds them to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.figures import Figure, FigureKind
from claimtrack.interest import Sides, Tendency, tendency
from claimtrack.log import Log
from claimtrack.questions import Measure, Outcome
from claimtrack.sources import RelationKind

_NUMBERLESS = frozenset({FigureKind.vague, FigureKind.unquantified})
_RESTS = frozenset({RelationKind.depends, RelationKind.same})


class Sketch(NamedTuple):
    """What the short way finds of a group; each list holds places in the group.

    Attributes:
        heard: The claims that are a voice of their own and set a figure.
        subsumed: Of these, the ones that every number says already.
        echoes: The claims that only repeat them.
        overtaken: The claims that a count of a later day exceeds.
        silent: The claims that say nothing about a number.
        low: The lowest number of the voices that count, in persons.
        high: The highest, or `None` for open.
        points: The points that were stated, the lowest first.
        floor: The highest stated low end that no voice opposes, in persons.
    """

    heard: list[int]
    subsumed: list[int]
    echoes: list[int]
    overtaken: list[int]
    silent: list[int]
    low: int | None
    high: int | None
    points: list[int]
    floor: int | None


class Sketcher:
    """Sketches the plain groups of a log.

    Args:
        log: The log.
        sides: Who stands with whom; `None` where interest is not to be looked at.
    """

    def __init__(self, log: Log, sides: Sides | None) -> None:
        self._log = log
        self._sides = sides
        self._usable = not log.judged and not any(relation.how in _RESTS for relation in log.relations)
        self._leans: dict[str, bool] = {}

    def sketch(self, claims: Sequence[Claim], measure: Measure) -> Sketch | None:
        """What a group says, or `None` where only the long way can tell."""
        if not self._usable:
            return None
        voices: list[int] = []
        figures: list[Figure] = []
        silent: list[int] = []
        relays: list[int] = []
        speakers: set[str] = set()
        for place, claim in enumerate(claims):
            speakers.add(claim.source.id)
            answer = claim.answer
            if claim.revises:
                return None
            if type(answer) is not Figure:
                silent.append(place)
                continue
            if claim.observed is not None:
                answer = claim.figure or answer  # type: ignore[truthy-bool]  # never false: a figure was answered
            if answer.bounds == (None, None):
                silent.append(place)
            elif claim.based_on:
                relays.append(place)
            else:
                voices.append(place)
                figures.append(answer)
        if len(speakers) != len(claims) or (relays and not _all_echoes(claims, voices, relays)):
            return None
        overtaken: list[int] = []
        if len(voices) > 1 and Outcome.material_losses not in measure.outcomes:
            overtaken = self._overtaken(claims, voices, figures)
            if overtaken:
                kept = [pair for pair in zip(voices, figures, strict=True) if pair[0] not in overtaken]
                voices, figures = [place for place, _ in kept], [figure for _, figure in kept]
        return _combine(claims, voices, figures, relays, overtaken, silent)

    def _overtaken(self, claims: Sequence[Claim], voices: list[int], figures: list[Figure]) -> list[int]:
        """The places of what a higher count of a later day exceeds, as `claimtrack.status` has it."""
        newest = None
        highest = -1
        for place, figure in zip(voices, figures, strict=True):
            stated = claims[place].stated
            if stated is not None:
                if newest is None or stated.start > newest:
                    newest = stated.start
                floor = figure.reading[0]
                if floor is not None and floor > highest:
                    highest = floor
        found: list[int] = []
        if newest is None:
            return found
        for place, figure in zip(voices, figures, strict=True):
            stated = claims[place].stated
            if stated is None or stated.end >= newest:
                continue
            least, ceiling = figure.reading
            if ceiling is None:
                if figure.kind is not FigureKind.at_least or least is None:
                    continue
                ceiling = least
            if ceiling < highest and self._exceeded(claims, voices, figures, claims[place], ceiling, stated):
                found.append(place)
        return found

    def _exceeded(
        self, claims: Sequence[Claim], voices: list[int], figures: list[Figure], earlier: Claim, ceiling: int,
        stated: When,
    ) -> bool:  # fmt: skip
        for other, figure in zip(voices, figures, strict=True):
            floor = figure.reading[0]
            if floor is None or floor <= ceiling:
                continue
            later = claims[other]
            when = later.stated
            if when is not None and when.start > stated.end and self._completes(later, earlier):
                return True
        return False

    def _completes(self, later: Claim, earlier: Claim) -> bool:
        sides = self._sides
        if sides is None or not self._leaning(later):
            return True
        if tendency(self._log, later, sides).kind is Tendency.overstates:
            if not self._leaning(earlier):
                return False
            if tendency(self._log, earlier, sides).kind is not Tendency.overstates:
                return False
        return not sides.enemies(later, earlier)

    def _leaning(self, claim: Claim) -> bool:
        """Whether a source speaks for or leans to any party."""
        identity = claim.source.id
        known = self._leans.get(identity)
        if known is None:
            source = self._log.source(identity) or claim.source
            known = self._leans[identity] = (source.party or source.aligned_with) is not None
        return known


def _all_echoes(claims: Sequence[Claim], voices: list[int], relays: list[int]) -> bool:
    """Whether everything that is handed on rests on claims of the group that are heard."""
    heard = {claims[place].id for place in voices}
    left = relays
    while left:
        waiting = []
        for place in left:
            claim = claims[place]
            if claim.first_hand:
                return False
            if all(base in heard for base in claim.based_on):
                heard.add(claim.id)
            else:
                waiting.append(place)
        if len(waiting) == len(left):
            return False
        left = waiting
    return True


def _combine(
    claims: Sequence[Claim], voices: list[int], figures: list[Figure], echoes: list[int], overtaken: list[int],
    silent: list[int],
) -> Sketch:  # fmt: skip
    """The ends, points and floors of the voices, as `hull` and `unopposed_floor` have them."""
    low: int | None = None
    top: int | None = None
    points: list[int] = []
    floors: list[tuple[int, int]] = []
    loose: list[tuple[int, int]] = []
    for place, figure in zip(voices, figures, strict=True):
        point = figure.point
        if point is not None:
            points.append(point)
            if low is None or point < low:
                low = point
            if top is None or point > top:
                top = point
            continue
        kind = figure.kind
        least, most = figure.reading
        if kind in _NUMBERLESS:
            if least is not None:
                loose.append((place, least))
            continue
        if most is not None:
            if top is None or most > top:
                top = most
            if kind is FigureKind.at_most:
                continue
        if least is None:
            continue
        if most is None and claims[place].observed is not None:
            loose.append((place, least))
            floors.append((least, figure.bounds[0] or 0))
            continue
        if low is None or least < low:
            low = least
        if most is None:
            floors.append((least, figure.bounds[0] or 0))
    points.sort()
    return _finish(voices, figures, echoes, overtaken, silent, low, top, points, floors, loose)


def _finish(
    voices: list[int], figures: list[Figure], echoes: list[int], overtaken: list[int], silent: list[int],
    low: int | None, top: int | None, points: list[int], floors: list[tuple[int, int]],
    loose: list[tuple[int, int]],
) -> Sketch:  # fmt: skip
    subsumed: list[int] = []
    highest = max(floors)[0] if floors else None
    if loose:
        left = [least for place, least in loose if low is None or least > low]
        subsumed = [place for place, least in loose if low is not None and least <= low]
        for least in left:
            if highest is None or least > highest:
                highest = least
        if low is None and left and (top is None or min(left) <= top):
            low = min(left)
    if top is not None and highest is not None and highest > top:
        top = None
    unopposed: int | None = None
    if floors:
        tops = [high for figure in figures if (high := figure.bounds[1]) is not None]
        least_top = min(tops) if tops else None
        unopposed = max((least for least, sure in floors if least_top is None or sure <= least_top), default=None)
    return Sketch(voices, subsumed, echoes, overtaken, silent, low, top, points, unopposed)

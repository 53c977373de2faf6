"""The short way: the figures of a plain group of claims, without building its voices.

Most groups are plain: nobody speaks twice, nobody is declared to depend on others, no claim was judged,
and what is handed on is in the group. For these the answer and every role follow from one look at each
claim. Any other group takes the long way; both give the same, which a law holds them to.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from claimtrack.assessments import Assessment, Retraction
from claimtrack.claims import Claim
from claimtrack.figures import Figure, FigureKind
from claimtrack.interest import Sides, Tendency, tendency
from claimtrack.log import Log
from claimtrack.log.records import recorded_id
from claimtrack.questions import Measure, Outcome
from claimtrack.sources import RelationKind

_NUMBERLESS = frozenset({FigureKind.vague, FigureKind.unquantified})
_NOTHING = (None, None)
_Spoken = tuple[int, Claim, Figure]
"""The place of a claim in its group, the claim, and its figure as it counts."""

_RESTS = frozenset({RelationKind.depends, RelationKind.same})


class Sketch:
    """What the short way finds of a group; places are places in the group.

    Attributes:
        heard: The places of the claims that are a voice of their own and set a figure.
        subsumed: Of these, the ones that every number says already.
        echoes: The places of the claims that only repeat them.
        overtaken: The places of the claims that a count of a later day exceeds.
        silent: The places of the claims that say nothing about a number.
        low: The lowest number of the voices that count, in persons.
        high: The highest, or `None` for open.
        points: The points that were stated, the lowest first.
        ranges: The ranges without a point, in no order.
        past: The points that were overtaken, in no order.
        gaining: Of points and ranges, twice the middle of those whose speaker gains by them.
        gaining_past: The same of the points that were overtaken.
        floor: The highest floor that no voice opposes, in persons.
    """

    __slots__ = (
        "echoes", "floor", "gaining", "gaining_past", "heard", "high", "low", "overtaken", "past", "points",
        "ranges", "silent", "subsumed",
    )  # fmt: skip

    def __init__(self, echoes: list[int], silent: list[int]) -> None:
        self.echoes: list[int] = echoes
        self.silent: list[int] = silent
        self.heard: list[int] = []
        self.subsumed: list[int] = []
        self.overtaken: list[int] = []
        self.points: list[int] = []
        self.ranges: list[tuple[int, int]] = []
        self.past: list[int] = []
        self.gaining: list[int] = []
        self.gaining_past: list[int] = []
        self.low: int | None = None
        self.high: int | None = None
        self.floor: int | None = None


class Sketcher:
    """Sketches the plain groups of a log.

    Args:
        log: The log.
        sides: Who stands with whom; `None` where interest is not to be looked at.
        interest: Whether the policy uses who gains by saying what.
    """

    def __init__(self, log: Log, sides: Sides | None, *, interest: bool = False) -> None:
        self._log = log
        self._gains = interest and sides is not None
        self._kinds: dict[tuple[str, str], bool] = {}
        self._dated = any(relation.since or relation.until for relation in log.relations)
        self._sides = sides
        self._resting = {
            end for relation in log.relations if relation.how in _RESTS for end in (relation.a, relation.b)
        }
        self._judged = _judged(log) if log.judged else frozenset()
        self._leans: dict[str, bool] = {}

    def sketch(self, claims: Sequence[Claim], measure: Measure) -> Sketch | None:
        """What a group says, or `None` where only the long way can tell."""
        if self._judged and (claims[0].event.id, measure.id) in self._judged:
            return None
        voices: list[_Spoken] = []
        silent: list[int] = []
        relays: list[int] = []
        place = -1
        for claim in claims:
            place += 1
            if claim.revises:
                return None
            figure = claim.answer
            if type(figure) is not Figure:
                silent.append(place)
                continue
            if claim.observed is not None:
                figure = _as_it_counts(claim, figure)
            if figure.point is None and figure.bounds == _NOTHING:
                silent.append(place)
            elif claim.based_on:
                relays.append(place)
            else:
                voices.append((place, claim, figure))
        sources = {claim.source.id for claim in claims}
        if len(sources) <= place or not self._resting.isdisjoint(sources):
            return None
        if relays and not _all_echoes(claims, voices, relays):
            return None
        found = Sketch(relays, silent)
        if len(voices) > 1 and Outcome.material_losses not in measure.outcomes:
            voices = self._standing(voices, found)
        if self._gains:
            found.gaining = self._gaining(voices)
        _combine(voices, found)
        return found

    def _standing(self, voices: list[_Spoken], found: Sketch) -> list[_Spoken]:
        """The voices that no later count exceeds; what is told of the others."""
        overtaken = found.overtaken = self._overtaken(voices)
        if not overtaken:
            return voices
        before = [one for one in voices if one[0] in overtaken and one[2].point is not None]
        found.past = [figure.point for _, _, figure in before if figure.point is not None]
        if self._gains:
            found.gaining_past = self._gaining(before)
        return [spoken for spoken in voices if spoken[0] not in overtaken]

    def _overtaken(self, voices: Sequence[_Spoken]) -> list[int]:
        """The places of what a higher count of a later day exceeds, as `claimtrack.status` has it."""
        newest: date | None = None
        highest, top = -1, None
        for _, claim, figure in voices:
            stated = claim.stated
            if stated is not None:
                if newest is None or stated.start > newest:
                    newest = stated.start
                floor = figure.reading[0]
                if floor is not None and floor > highest:
                    highest, top = floor, claim
        if newest is None or top is None or top.stated is None:
            return []
        sure = None if self._leaning(top) else top.stated.start
        found: list[int] = []
        for place, claim, figure in voices:
            stated = claim.stated
            if stated is None or stated.end >= newest:
                continue
            least, ceiling = figure.reading
            if ceiling is None:
                if figure.kind is not FigureKind.at_least or least is None:
                    continue
                ceiling = least
            if ceiling < highest and (
                (sure is not None and sure > stated.end) or self._exceeded(voices, claim, ceiling, stated.end)
            ):
                found.append(place)
        return found

    def _exceeded(self, voices: Sequence[_Spoken], earlier: Claim, ceiling: int, end: date) -> bool:
        for _, later, figure in voices:
            floor, when = figure.reading[0], later.stated
            if floor is None or floor <= ceiling or when is None or when.start <= end:
                continue
            if self._completes(later, earlier):
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

    def _gaining(self, voices: Sequence[_Spoken]) -> list[int]:
        """Twice the middle of what voices state that gain by it one way or the other."""
        found: list[int] = []
        leans = self._leans
        for _, claim, figure in voices:
            if leans.get(claim.source.id) is False or not self._leaning(claim) or not self._directed(claim):
                continue
            low, high = figure.stated_ends
            if low is not None and high is not None:
                found.append(low + high)
        return found

    def _directed(self, claim: Claim) -> bool:
        key = (claim.source.id, claim.question.id)
        known = None if self._dated else self._kinds.get(key)
        if known is None:
            known = self._kinds[key] = tendency(self._log, claim, self._sides).kind.directed
        return known

    def _leaning(self, claim: Claim) -> bool:
        """Whether a source speaks for or leans to any party."""
        identity = claim.source.id
        known = self._leans.get(identity)
        if known is None:
            source = self._log.source(identity) or claim.source
            known = self._leans[identity] = (source.party or source.aligned_with) is not None
        return known


def _judged(log: Log) -> frozenset[tuple[str, str]]:
    """The event and question of every claim that was assessed or taken back."""
    named = (one.claim for kind in (Assessment, Retraction) for one in log.of_kind(kind) if type(one) is kind)
    claims = (claim for identity in named if isinstance(claim := log.get(identity), Claim))
    return frozenset((claim.event.id, claim.question.id) for claim in claims)


def _as_it_counts(claim: Claim, answer: Figure) -> Figure:
    figure = claim.figure
    return answer if figure is None else figure


def _all_echoes(claims: Sequence[Claim], voices: Sequence[_Spoken], relays: list[int]) -> bool:
    """Whether everything that is handed on rests on claims of the group that are heard."""
    heard = {recorded_id(claim) for _, claim, _ in voices}
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


class _Ends(NamedTuple):
    """The ends of voices without a point, by what they are; floors with the low end of their bounds.

    Vague words state no floor; theirs is the low end of their bounds.
    """

    lows: list[int]
    tops: list[int]
    ranges: list[tuple[int, int]]
    floors: list[tuple[int, int]]
    vague: list[tuple[int, int]]
    loose: list[tuple[int, int]]
    seen: list[tuple[int, int]]


def _combine(voices: Sequence[_Spoken], found: Sketch) -> None:
    """The ends, points and floors of the voices, as `hull` and `highest_floor` have them."""
    found.heard = [spoken[0] for spoken in voices]
    points = found.points = [point for _, _, figure in voices if (point := figure.point) is not None]
    points.sort()
    if points and len(points) == len(voices):
        found.low, found.high = points[0], points[-1]
        return
    ends = _Ends([], [], found.ranges, [], [], [], [])
    for spoken in voices:
        if spoken[2].point is None:
            _sort_in(spoken, ends)
    lows, tops, _, floors, vague, loose, seen = ends
    if points:
        lows.append(points[0])
        tops.append(points[-1])
    if tops:
        loose += seen
    else:
        lows += [least for _, least in seen]
    low: int | None = min(lows) if lows else None
    top: int | None = max(tops) if tops else None
    highest = max(floors)[0] if floors else None
    if loose:
        found.subsumed = [place for place, least in loose if low is not None and least <= low]
        left = [least for _, least in loose if low is None or least > low]
        floors_left = [*left, *([] if highest is None else [highest])]
        highest = max(floors_left) if floors_left else None
        if low is None and left and (top is None or min(left) <= top):
            low = min(left)
    found.low = low
    found.high = None if top is not None and highest is not None and highest > top else top
    if floors or vague:
        found.floor = _unopposed(voices, floors + vague)


def _sort_in(spoken: _Spoken, ends: _Ends) -> None:
    """Sort a voice without a point: a range, a stated low or high end, or words that state no total."""
    place, claim, figure = spoken
    least, most = figure.reading
    if figure.kind in _NUMBERLESS:
        sure = figure.bounds[0]
        if least:
            ends.loose.append((place, least))
        if sure is not None:
            ends.vague.append((sure, sure))
    elif figure.kind is FigureKind.at_most or least is None:
        if most is not None:
            ends.tops.append(most)
    elif most is not None:
        ends.lows.append(least)
        ends.tops.append(most)
        ends.ranges.append((least, most))
    else:
        ends.floors.append((least, figure.bounds[0] or 0))
        if claim.observed is None:
            ends.lows.append(least)
        else:
            ends.seen.append((place, least))


def _unopposed(voices: Sequence[_Spoken], floors: Sequence[tuple[int, int]]) -> int | None:
    """The highest floor whose bounds no voice's stay below."""
    tops = [high for _, _, figure in voices if (high := figure.bounds[1]) is not None]
    least_top = min(tops, default=None)
    return max((least for least, sure in floors if least_top is None or sure <= least_top), default=None)

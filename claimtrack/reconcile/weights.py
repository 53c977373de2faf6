"""The weighted median, and the one table that holds its weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from claimtrack.errors import InvalidField
from claimtrack.figures import Interval
from claimtrack.origins import Voice
from claimtrack.reconcile.ruling import Answered, NamedPolicy, Ruling, rule, short_rule, unopposed_floor
from claimtrack.reconcile.sketch import Sketch
from claimtrack.reconcile.voices import Voices
from claimtrack.sources import ReliabilityName, Source, SourceKindName
from claimtrack.telling import Phrase, phrase, term


@attrs.frozen
class Weights:
    """What one voice counts for in a weighted median; whole numbers, so that order never matters.

    The weight of a voice is the product of its entries; what is not named counts 1.

    Attributes:
        reliability: By Admiralty reliability of its source; F and ungraded sources count 1.
        kind: By kind of source.
        first_hand: What a voice that speaks from its own observation or record counts for.
        disinterested: What a voice counts for that gains nothing by what it says, as far as is declared.
        standing: What a voice counts for that no later count exceeds.
        overtaken: What the last word of an origin counts for that a later count exceeds; 0 is not at all.
        upper: Whether an even split elects the upper middle instead of the lower.
    """

    reliability: Mapping[ReliabilityName, int] = attrs.field(factory=dict, kw_only=True)
    kind: Mapping[SourceKindName, int] = attrs.field(factory=dict, kw_only=True)
    first_hand: int = attrs.field(default=1, kw_only=True)
    disinterested: int = attrs.field(default=1, kw_only=True)
    standing: int = attrs.field(default=1, kw_only=True)
    overtaken: int = attrs.field(default=0, kw_only=True)
    upper: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        entries = [
            *self.reliability.values(),
            *self.kind.values(),
            self.first_hand,
            self.standing,
            self.disinterested,
        ]
        for weight in entries:
            if type(weight) is not int or weight < 1:
                raise InvalidField("Weights", "weight", weight, "a whole number, 1 or more")
        if type(self.overtaken) is not int or self.overtaken < 0:
            raise InvalidField("Weights", "overtaken", self.overtaken, "a whole number, 0 or more")

    @property
    def even(self) -> bool:
        """Whether voices count the same whoever speaks."""
        return not self.reliability and not self.kind and self.first_hand == 1

    def describe(self) -> Phrase:
        """The entries that differ from 1, as text."""
        entries = [phrase("weight.of", what=key, n=weight) for key, weight in self.reliability.items()]
        entries += [phrase("weight.of", what=term("source", key), n=n) for key, n in self.kind.items()]
        if self.first_hand > 1:
            entries.append(phrase("weight.first_hand", n=self.first_hand))
        if self.disinterested > 1:
            entries.append(phrase("weight.disinterested", n=self.disinterested))
        if self.overtaken:
            entries.append(phrase("weight.standing", standing=self.standing, overtaken=self.overtaken))
        return phrase("weights", entries=tuple(entries))

    def of(self, voice: Voice, source: Source) -> int:
        """What the voice counts for."""
        weight = self.kind.get(source.kind.value, 1)
        if source.reliability is not None:
            weight *= self.reliability.get(source.reliability.value, 1)
        if self.first_hand > 1 and voice.claims[0].first_hand:
            weight *= self.first_hand
        return weight


def weighted_median(
    weights: Weights | None = None, *, name: str = "weighted_median", summary: str = "", misleads: str = ""
) -> NamedPolicy:
    """The policy that elects the middle of the numbers that were stated, each voice by its weight.

    The lower middle is the least number at which the weights reach a half, the upper the least at which
    they pass it; never their mean, which nobody stated. A range votes with its middle; where it is
    elected, the nearest stated point within it is, or none.

    Args:
        weights: What each voice counts for; by default all the same.
        name: The name that is printed with every result; name your own weights.
        summary: What it does, in a sentence; by default made from the weights.
        misleads: When it misleads.

    Example:
        >>> weighted_median(Weights(reliability={"A": 4, "B": 3, "C": 2})).name
        'weighted_median'
    """
    table = Weights() if weights is None else weights
    entries = table.describe()
    middle = phrase("median.upper") if table.upper else phrase("median.lower")
    only = phrase("median.weights", entries=entries) if entries else phrase("nothing")
    median = _Median(table, middle, only)
    return NamedPolicy(
        name, "1", median.elect,
        summary or phrase("policy.median.summary", middle=middle, only=only),
        phrase("policy.median.cites"),
        misleads or phrase("policy.median.misleads"),
        interest=table.disinterested > 1, short=median.elect_short if table.even else None,
    )  # fmt: skip


@attrs.frozen
class _Median:
    """The election by a table of weights.

    Attributes:
        table: What each voice counts for.
        middle: Which middle it is, as it is told.
        only: What does not count 1, as it is told.
    """

    table: Weights
    middle: Phrase
    only: Phrase

    def elect(self, voices: Voices) -> Ruling:
        """The ruling over the voices."""
        table = self.table
        votes = sorted(_votes(table, voices))
        voting = (*voices.numbers, *(voices.overtaken if table.overtaken else ()))
        points = sorted(voice.point for voice in voting if voice.point is not None)
        if not any(voice.point is not None for voice in voices.numbers):
            return rule(voices, None, phrase("ruling.no_standing_point"))
        ranges = [voice.ends for voice in voices.numbers if voice.point is None]
        best = _point_at(_middle(votes, upper=table.upper), points, ranges, upper=table.upper)
        text = self._told(votes, voices)
        if best is None:
            return rule(voices, None, phrase("median.range", text=text))
        floor = unopposed_floor(voices) if voices.floors else None
        if floor is None or best >= floor:
            return rule(voices, best, phrase("median.elected", text=text))
        above = next((point for point in points if point >= floor), None)
        return rule(voices, above, phrase("median.below_floor", text=text, best=best, floor=floor))

    def _told(self, votes: Sequence[tuple[int, int]], voices: Voices) -> Phrase:
        """Of how many numbers it is the middle, and what they count for."""
        if len(votes) == 1:
            return phrase("median.only_number")
        past = len(votes) - len(list(_votes(attrs.evolve(self.table, overtaken=0), voices)))
        before = phrase("median.overtaken", n=past) if past else ""
        return phrase("median.of_numbers", middle=self.middle, n=len(votes), before=before, only=self.only)

    def elect_short(self, sketch: Sketch) -> Answered:
        """The same of a plain group, from its sketch."""
        table, points = self.table, sketch.points
        if not points:
            return short_rule(sketch, None)
        past = sketch.past if table.overtaken else []
        best: int | None
        if sketch.ranges or (table.disinterested > 1 and (sketch.gaining or sketch.gaining_past)):
            votes = _short_votes(table, sketch, past)
            points = sorted(points + past)
            vote = votes[self._place(len(votes))]
            best = _point_at(vote, points, sketch.ranges, upper=table.upper)
        else:
            if past:
                points = sorted(points * table.standing + past * table.overtaken)
            best = points[self._place(len(points))]
        if best is not None and sketch.floor is not None and best < sketch.floor:
            best = next((point for point in points if point >= sketch.floor), None)
        return short_rule(sketch, best)

    def _place(self, size: int) -> int:
        """The place of the middle among so many, in order."""
        return size // 2 if self.table.upper else (size - 1) // 2


def _votes(table: Weights, voices: Voices) -> Iterator[tuple[int, int]]:
    """Twice the number each voice stands for, a range for its middle, and what the voice counts for."""
    for some, share in ((voices.numbers, table.standing), (voices.overtaken, table.overtaken)):
        for voice in some if share else ():
            weight = share * (1 if table.even else table.of(voice, voices.source(voice)))
            if table.disinterested > 1 and not voices.interest(voice).kind.directed:
                weight *= table.disinterested
            low, high = voice.ends
            if voice.point is not None:
                yield 2 * voice.point, weight
            elif low is not None and high is not None and some is voices.numbers:
                yield low + high, weight


def _short_votes(table: Weights, sketch: Sketch, past: list[int]) -> list[int]:
    """As `_votes`, sorted, each vote as often as it counts."""
    standing = [2 * point for point in sketch.points] + [low + high for low, high in sketch.ranges]
    before = [2 * point for point in past]
    if table.disinterested == 1:
        return sorted(standing * table.standing + before * table.overtaken)
    for vote in sketch.gaining:
        standing.remove(vote)
    for vote in sketch.gaining_past if past else ():
        before.remove(vote)
    free = standing * table.standing + before * table.overtaken
    gaining = sketch.gaining * table.standing + (sketch.gaining_past if past else []) * table.overtaken
    return sorted(free * table.disinterested + gaining)


def _middle(votes: Sequence[tuple[int, int]], *, upper: bool) -> int:
    total = sum(weight for _, weight in votes)
    reached = 0
    for vote, weight in votes:
        reached += weight
        if 2 * reached > total or (2 * reached == total and not upper):
            return vote
    return votes[-1][0]


def _point_at(vote: int, points: Sequence[int], ranges: Sequence[Interval], *, upper: bool) -> int | None:
    """The stated point that was elected; for a range, the one within it that is nearest to its middle."""
    if vote % 2 == 0 and vote // 2 in points:
        return vote // 2
    ends = [
        (low, high) for low, high in ranges if low is not None and high is not None and low + high == vote
    ]
    inside = [point for point in points if any(low <= point <= high for low, high in ends)]
    side = -1 if upper else 1
    return min(inside, key=lambda point: (abs(2 * point - vote), side * point), default=None)

"""The weighted median, and the one table that holds its weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from claimtrack.errors import InvalidField
from claimtrack.origins import Voice
from claimtrack.reconcile.citing import counted_text
from claimtrack.reconcile.ruling import Answered, NamedPolicy, Ruling, rule, short_rule, unopposed_floor
from claimtrack.reconcile.sketch import Sketch
from claimtrack.reconcile.voices import Voices
from claimtrack.sources import ReliabilityName, Source, SourceKindName


@attrs.frozen
class Weights:
    """What one voice counts for in a weighted median; whole numbers, so that order never matters.

    The weight of a voice is the product of its entries; what is not named counts 1.

    Attributes:
        reliability: By Admiralty reliability of its source; F and ungraded sources count 1.
        kind: By kind of source.
        first_hand: What a voice that speaks from its own observation or record counts for.
        upper: Whether an even split elects the upper middle instead of the lower.
    """

    reliability: Mapping[ReliabilityName, int] = attrs.field(factory=dict, kw_only=True)
    kind: Mapping[SourceKindName, int] = attrs.field(factory=dict, kw_only=True)
    first_hand: int = attrs.field(default=1, kw_only=True)
    upper: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        entries = [*self.reliability.values(), *self.kind.values(), self.first_hand]
        for weight in entries:
            if type(weight) is not int or weight < 1:
                raise InvalidField("Weights", "weight", weight, "a whole number, 1 or more")

    @property
    def even(self) -> bool:
        """Whether every voice counts the same."""
        return not self.reliability and not self.kind and self.first_hand == 1

    def describe(self) -> str:
        """The entries that differ from 1, as text."""
        entries = [f"{key} {weight}" for key, weight in (*self.reliability.items(), *self.kind.items())]
        if self.first_hand > 1:
            entries.append(f"first hand {self.first_hand}")
        return ", ".join(entries)

    def of(self, voice: Voice, source: Source) -> int:
        """What the voice counts for."""
        weight = self.kind.get(source.kind.value, 1)
        if source.reliability is not None:
            weight *= self.reliability.get(source.reliability.value, 1)
        if self.first_hand > 1 and voice.claims[0].first_hand:
            weight *= self.first_hand
        return weight


def weighted_median(weights: Weights | None = None, *, name: str = "weighted_median") -> NamedPolicy:
    """The policy that elects the middle of the points that were stated, each voice by its weight.

    The lower middle is the least point at which the weights reach a half, the upper the least at which
    they pass it; never their mean, which nobody stated.

    Args:
        weights: What each voice counts for; by default all the same.
        name: The name that is printed with every result; name your own weights.

    Example:
        >>> weighted_median(Weights(reliability={"A": 4, "B": 3, "C": 2})).name
        'weighted_median'
    """
    table = Weights() if weights is None else weights
    middle = "upper" if table.upper else "lower"
    only = "" if table.even else f", weighted by {table.describe()}"

    def elect(voices: Voices) -> Ruling:
        weighed = sorted(
            (voice.point, 1 if table.even else table.of(voice, voices.source(voice)))
            for voice in voices.numbers
            if voice.point is not None
        )
        if not weighed:
            return rule(voices, None, "No point was stated.")
        best = _middle(weighed, upper=table.upper)
        text = f"The {middle} middle of {counted_text(len(weighed), 'stated point')}{only}"
        floor = unopposed_floor(voices) if voices.floors else None
        if floor is None or best >= floor:
            return rule(voices, best, f"{text}.")
        above = next((point for point, _ in weighed if point >= floor), None)
        return rule(voices, above, f"{text}, {best:,}, is below a floor of {floor:,} that nobody opposes: the next.")

    def elect_short(sketch: Sketch) -> Answered:
        points = sketch.points
        if not points:
            return short_rule(sketch, None)
        best = points[len(points) // 2 if table.upper else (len(points) - 1) // 2]
        if sketch.floor is not None and best < sketch.floor:
            return short_rule(sketch, next((point for point in points if point >= sketch.floor), None))
        return short_rule(sketch, best)

    return NamedPolicy(
        name, "1", elect,
        f"The {middle} middle of the points that were stated, one for each voice{only}.",
        "The median of independent reports; measured in docs/reference/policies.md",
        "Where most voices speak for one side, the middle is that side's.",
        short=elect_short if table.even else None,
    )  # fmt: skip


def _middle(weighed: Sequence[tuple[int, int]], *, upper: bool) -> int:
    total = sum(weight for _, weight in weighed)
    reached = 0
    for point, weight in weighed:
        reached += weight
        if 2 * reached > total or (2 * reached == total and not upper):
            return point
    return weighed[-1][0]

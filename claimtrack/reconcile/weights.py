"""The weighted median, and the one table that holds its weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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
        standing: What a voice counts for that no later count exceeds.
        overtaken: What the last word of an origin counts for that a later count exceeds; 0 is not at all.
        upper: Whether an even split elects the upper middle instead of the lower.
    """

    reliability: Mapping[ReliabilityName, int] = attrs.field(factory=dict, kw_only=True)
    kind: Mapping[SourceKindName, int] = attrs.field(factory=dict, kw_only=True)
    first_hand: int = attrs.field(default=1, kw_only=True)
    standing: int = attrs.field(default=1, kw_only=True)
    overtaken: int = attrs.field(default=0, kw_only=True)
    upper: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        entries = [*self.reliability.values(), *self.kind.values(), self.first_hand, self.standing]
        for weight in entries:
            if type(weight) is not int or weight < 1:
                raise InvalidField("Weights", "weight", weight, "a whole number, 1 or more")
        if type(self.overtaken) is not int or self.overtaken < 0:
            raise InvalidField("Weights", "overtaken", self.overtaken, "a whole number, 0 or more")

    @property
    def even(self) -> bool:
        """Whether voices count the same whoever speaks."""
        return not self.reliability and not self.kind and self.first_hand == 1

    def describe(self) -> str:
        """The entries that differ from 1, as text."""
        entries = [f"{key} {weight}" for key, weight in (*self.reliability.items(), *self.kind.items())]
        if self.first_hand > 1:
            entries.append(f"first hand {self.first_hand}")
        if self.overtaken:
            entries.append(f"standing {self.standing}, overtaken {self.overtaken}")
        return ", ".join(entries)

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
    """The policy that elects the middle of the points that were stated, each voice by its weight.

    The lower middle is the least point at which the weights reach a half, the upper the least at which
    they pass it; never their mean, which nobody stated.

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
    middle = "upper" if table.upper else "lower"
    entries = table.describe()
    only = f", weights: {entries}" if entries else ""

    def elect(voices: Voices) -> Ruling:
        weighed = sorted(_weighed(table, voices))
        if not any(voice.point is not None for voice in voices.numbers):
            return rule(
                voices, None, "No point was stated that stands." if weighed else "No point was stated."
            )
        best = _middle(weighed, upper=table.upper)
        text = f"The {middle} middle of {counted_text(len(weighed), 'stated point')}{only}"
        floor = unopposed_floor(voices) if voices.floors else None
        if floor is None or best >= floor:
            return rule(voices, best, f"{text}.")
        above = next((point for point, _ in weighed if point >= floor), None)
        return rule(
            voices, above, f"{text}, {best:,}, is below a floor of {floor:,} that nobody opposes: the next."
        )

    def elect_short(sketch: Sketch) -> Answered:
        points = sketch.points
        if not points:
            return short_rule(sketch, None)
        voting = points
        if table.overtaken and sketch.past:
            voting = sorted(points * table.standing + sketch.past * table.overtaken)
        best = voting[len(voting) // 2 if table.upper else (len(voting) - 1) // 2]
        if sketch.floor is not None and best < sketch.floor:
            return short_rule(sketch, next((point for point in voting if point >= sketch.floor), None))
        return short_rule(sketch, best)

    return NamedPolicy(
        name, "1", elect,
        summary or f"The {middle} middle of the points that were stated, one for each voice{only}.",
        "The median of independent reports; measured in docs/reference/policies.md",
        misleads or "Where most voices speak for one side, the middle is that side's.",
        short=elect_short if table.even else None,
    )  # fmt: skip


def _weighed(table: Weights, voices: Voices) -> Iterator[tuple[int, int]]:
    """The points that were stated, each with what its voice counts for."""
    for some, share in ((voices.numbers, table.standing), (voices.overtaken, table.overtaken)):
        for voice in some if share else ():
            if voice.point is not None:
                yield voice.point, share * (1 if table.even else table.of(voice, voices.source(voice)))


def _middle(weighed: Sequence[tuple[int, int]], *, upper: bool) -> int:
    total = sum(weight for _, weight in weighed)
    reached = 0
    for point, weight in weighed:
        reached += weight
        if 2 * reached > total or (2 * reached == total and not upper):
            return point
    return weighed[-1][0]

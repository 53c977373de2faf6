"""What two claims on one question are to each other: borne out, contradicted, completed, independent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.answers import Stance
from claimtrack.claims import Claim
from claimtrack.figures import Figure, Interval
from claimtrack.interest import Interest, Sides, Tendency, tendency
from claimtrack.log import Log
from claimtrack.log.records import last_first
from claimtrack.origins import Independence, Origins
from claimtrack.status.axes import Lifecycle, Support
from claimtrack.status.succession import may_overtake, stances_oppose
from claimtrack.telling import untold

UNHEARD = -1
"""The voice of a claim that is not heard."""

_UNWEIGHED = Interest(Tendency.none, untold("interest.not_weighed"))


class Pairs:
    """The claims on one question, two at a time, each by its place.

    Args:
        log: The log.
        claims: The claims.
        origins: Who depends on whom.
        sides: Who stands with whom; `None` where interest is not to be looked at.

    Attributes:
        claims: The claims in the order they came; only the first `size` are covered.
        size: How many claims are covered.
        lifecycles: Whether each is still its source's word.
        supports: Whether others bear each out.
        voices: The number of the voice that each speaks for; -1 for echoes and what is not heard.
        echoed: The voices that an echo repeats, or that a later carrier renders again, by its place.
        copies: The places of what later carriers made of a statement that is heard as it was before them.
        figures: The figures of the claims that are looked at; empty where stances are.
        contested: The places of the claims that others contradict.
        overtaken: The place of the later count that exceeds a claim, by place.
    """

    __slots__ = (
        "_interests", "_log", "_origins", "_sides", "claims", "contested", "copies", "echoed", "figures",
        "lifecycles", "overtaken", "size", "supports", "voices",
    )  # fmt: skip

    def __init__(self, log: Log, claims: Sequence[Claim], origins: Origins, sides: Sides | None) -> None:
        self._log, self._origins, self._sides = log, origins, sides
        self.claims: Sequence[Claim] = claims
        self.size: int = len(claims)
        self.lifecycles: list[Lifecycle] = [Lifecycle.standing] * self.size
        self.supports: list[Support] = [Support.unverified] * self.size
        self.voices: list[int] = [UNHEARD] * self.size
        self.echoed: dict[int, frozenset[int]] = {}
        self.copies: set[int] = set()
        self.figures: list[Figure | None] = []
        self.contested: set[int] = set()
        self.overtaken: dict[int, int] = {}
        self._interests: dict[int, Interest] = {}

    def contested_by(self, place: int) -> tuple[Claim, ...]:
        """The claims of other voices that cannot hold together with one, the latest first."""
        if place not in self.contested:
            return ()
        return self._claims_at(self.opponents(place))

    def supported_by(self, place: int) -> tuple[Claim, ...]:
        """The claims of other voices that bear one out, the latest first; where any corroborate, those."""
        support = self.supports[place]
        if support is Support.unverified:
            return ()
        partners = self.supporters(place)
        if support is Support.corroborated:
            partners = (other for other in partners if self.corroborates(other, place) is not None)
        return self._claims_at(partners)

    def corroborates(self, other: int, place: int) -> Independence | None:
        """Why one claim, that bears another out, corroborates it: known independent, not gaining the same."""
        reason = self.independence(other, place)
        if reason is None or self.gain_alike(other, place):
            return None
        return reason

    def gain_alike(self, a: int, b: int) -> bool:
        """Whether two sources lean the same way on what they say."""
        one, other = self.interest(a).kind, self.interest(b).kind
        return one is other and one.directed

    def interest(self, place: int) -> Interest:
        """What the source of a claim gains by it."""
        if self._sides is None:
            return _UNWEIGHED
        held = self._interests.get(place)
        if held is None:
            held = self._interests[place] = tendency(self._log, self.claims[place], self._sides)
        return held

    def echoes(self, place: int) -> bool:
        """Whether a claim only repeats origins that are heard already."""
        return place in self.echoed and place not in self.copies

    def _claims_at(self, places: Iterator[int]) -> tuple[Claim, ...]:
        return tuple(sorted((self.claims[place] for place in places), key=last_first))

    def apart(self, place: int, other: int) -> bool:
        """Whether the other claim is heard, and for another origin than this one."""
        voice = self.voices[other]
        if voice == UNHEARD:
            return False
        echoed = self.echoed.get(place)
        return voice not in echoed if echoed is not None else voice != self.voices[place]

    def independence(self, a: int, b: int) -> Independence | None:
        """Why two claims are known to be independent, or `None`."""
        one, other = self.claims[a], self.claims[b]
        if not (self._origins.independence_possible() or (one.first_hand and other.first_hand)):
            return None
        return self._origins.independence(one, other)

    def bounds(self, number: int) -> Interval:
        """What only a misuse of a claim's words could leave, in persons."""
        figure = self.figures[number]
        return (None, None) if figure is None else figure.bounds

    def floor(self, number: int) -> int:
        """The least a claim is taken to mean, in persons; -1 where it gives no low end."""
        figure = self.figures[number]
        return -1 if figure is None or figure.reading[0] is None else figure.reading[0]

    def completes(self, later: int, earlier: int) -> bool:
        """Whether a count of a later day, known to be higher, may complete an earlier one."""
        same_voice = not self.apart(earlier, later)
        if self._sides is None:
            return not same_voice or may_overtake(
                self.figures[later], same_voice, (Tendency.none, Tendency.none)
            )
        lean = (self.interest(later).kind, self.interest(earlier).kind)
        if not may_overtake(self.figures[later], same_voice, lean):
            return False
        return not self._sides.enemies(self.claims[later], self.claims[earlier])

    def bears_out(self, other: int, number: int) -> bool:
        """Whether the figure of another voice bears out that of a claim."""
        mine, yours = self.figures[number], self.figures[other]
        if mine is None or yours is None or not self.apart(number, other):
            return False
        return yours.supports(mine)

    def supporters(self, place: int) -> Iterator[int]:
        """The places of the claims of other voices that bear one out."""
        answer = self.claims[place].answer
        for other in range(self.size):
            if other == place or not self.apart(place, other):
                continue
            if self.figures:
                if self.bears_out(other, place):
                    yield other
            elif isinstance(answer, Stance) and answer == self.claims[other].answer:
                yield other

    def opponents(self, place: int) -> Iterator[int]:
        """The places of the claims of other voices that cannot hold together with one.

        What is overtaken was a lower count of an earlier day: nothing higher contradicts it.
        """
        answer = self.claims[place].answer
        low, high = self.bounds(place) if self.figures else (None, None)
        for other in range(self.size):
            if other == place or not self.apart(place, other):
                continue
            said = self.claims[other].answer
            if isinstance(answer, Stance) and isinstance(said, Stance):
                if stances_oppose(answer, said):
                    yield other
            elif self.figures:
                start, end = self.bounds(other)
                above = high is not None and start is not None and start > high
                below = low is not None and end is not None and end < low
                if (above and place not in self.overtaken) or (below and other not in self.overtaken):
                    yield other


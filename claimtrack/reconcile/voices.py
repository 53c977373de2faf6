"""What a policy sees: the voices on one question, each heard once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from claimtrack.events import Event
from claimtrack.figures import Interval
from claimtrack.interest import Interest, Sides, Tendency, tendency
from claimtrack.log import Log
from claimtrack.origins import IndependentRange, Origins, Voice
from claimtrack.questions import Question
from claimtrack.sources import Source
from claimtrack.telling import untold

_UNWEIGHED = Interest(Tendency.none, admission=False, because=untold("interest.not_weighed"))


class Voices(Sequence[Voice]):
    """The voices that may set a figure, in a fixed order: none of them is overtaken, and each has a figure.

    A policy reads `voice.point`, `voice.ends`, `voice.figure`, `voice.source` and `voice.stated` of each.

    Attributes:
        question: What was asked.
        event: What it was asked of.
        overtaken: The last words of origins that a count of a later day exceeds: they set neither end.
        log: Where the records are, for policies that look further.
    """

    __slots__ = (
        "_ceilings", "_floors", "_heard", "_independent", "_numbers", "_origins", "_sides", "_subsumed",
        "event", "log", "overtaken", "question",
    )  # fmt: skip

    def __init__(
        self,
        heard: Sequence[Voice],
        *,
        question: Question,
        event: Event | None,
        log: Log,
        origins: Origins,
        overtaken: Sequence[Voice] = (),
        sides: Sides | None = None,
    ) -> None:
        self._heard = tuple(heard)
        self.question: Question = question
        self.event: Event | None = event
        self.overtaken: tuple[Voice, ...] = tuple(overtaken)
        self.log: Log = log
        self._origins = origins
        self._sides = sides
        self._independent: IndependentRange | None = None
        self._subsumed: tuple[Voice, ...] | None = None
        self._numbers = tuple([v for v in self._heard if v.ends[1] is not None and v.ends[0] is not None])
        self._ceilings = tuple([v for v in self._heard if v.ends[1] is not None and v.ends[0] is None])
        self._floors = tuple([v for v in self._heard if v.ends[1] is None])

    @overload
    def __getitem__(self, index: int) -> Voice: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Voice, ...]: ...
    def __getitem__(self, index: int | slice) -> Voice | tuple[Voice, ...]:
        return self._heard[index]

    def __len__(self) -> int:
        return len(self._heard)

    def __iter__(self) -> Iterator[Voice]:
        return iter(self._heard)

    @property
    def numbers(self) -> tuple[Voice, ...]:
        """The voices that state both ends: a point or a range."""
        return self._numbers

    @property
    def floors(self) -> tuple[Voice, ...]:
        """The voices that state no high end: "at least 30", "dozens", what was seen in part."""
        return self._floors

    @property
    def ceilings(self) -> tuple[Voice, ...]:
        """The voices that state a high end only: "up to 12"."""
        return self._ceilings

    @property
    def subsumed(self) -> tuple[Voice, ...]:
        """The floors without a total that every number says already: vague words, what was seen in part.

        Where there are only floors, what was seen in part says no less than they do, and is none of these.
        """
        if self._subsumed is None:
            only_floors = len(self._floors) == len(self._heard)
            stated = [v for v in self._heard if states_total(v) or (only_floors and v.ends[0] is not None)]
            least = min((v.ends[0] for v in stated if v.ends[0] is not None), default=None)
            self._subsumed = tuple(
                voice
                for voice in self._floors
                if least is not None and voice not in stated and (floor_of(voice) or 0) <= least
            )
        return self._subsumed

    @property
    def counting(self) -> tuple[Voice, ...]:
        """The voices that are not subsumed."""
        if not self._floors:
            return self._heard
        left = {id(voice) for voice in self.subsumed}
        return tuple([voice for voice in self._heard if id(voice) not in left]) if left else self._heard

    @property
    def independent(self) -> IndependentRange:
        """How many independent voices there are, as a range, and those known to be."""
        if self._independent is None:
            self._independent = self._origins.independent_range(self._heard)
        return self._independent

    def interest(self, voice: Voice) -> Interest:
        """What the voice gains from saying it: a prior about its source and this question."""
        if self._sides is None:
            return _UNWEIGHED
        return tendency(self.log, voice.claims[0], self._sides)

    def without(self, left: Voice) -> Voices:
        """The same voices, one of them left out."""
        return Voices(
            [voice for voice in self._heard if voice is not left],
            question=self.question, event=self.event, log=self.log, origins=self._origins,
            overtaken=self.overtaken, sides=self._sides,
        )  # fmt: skip

    def source(self, voice: Voice) -> Source:
        """The spokesman's source, as now described."""
        held = self.log.source(voice.claims[0].source)
        return voice.claims[0].source if held is None else held


def states_total(voice: Voice) -> bool:
    """Whether the voice states a number that is meant as a total.

    Vague and unquantified words state no number, and what was seen in part is no total.
    """
    if voice.ends[1] is not None:
        return True
    if voice.ends[0] is None:
        return False
    return any(
        claim.observed is None and claim.figure is not None and claim.figure.stated_ends[0] is not None
        for claim in voice.claims
    )


def floor_of(voice: Voice) -> int | None:
    """The least a voice is taken to say, in persons: its stated low end, else the low end of its reading.

    No number that is stated and no reading above 0 say nothing at least.
    """
    if voice.ends[0] is not None:
        return voice.ends[0]
    return None if voice.figure is None else voice.figure.reading[0] or None


def _highest_floor_of(voice: Voice) -> int | None:
    """As `floor_of`; of renderings that do not fit together, the highest: none of them is dropped."""
    if voice.conflict is None:
        return floor_of(voice)
    figures = (claim.figure for claim in voice.claims)
    return max((f.reading[0] for f in figures if f is not None and f.reading[0]), default=None)


def hull(voices: Sequence[Voice]) -> Interval:
    """The lowest and the highest stated number of these voices, in persons.

    The high end is open where nobody states one, or where the highest floor, of any rendering,
    exceeds every stated high end. What was seen in part sets the low end only where nobody states a
    high one; where nobody states a number it is the lowest floor that the words entail.
    """
    tops = [voice.ends[1] for voice in voices if voice.ends[1] is not None]
    floors = [voice for voice in voices if voice.ends[1] is None]
    top = max(tops, default=None)
    lows = [
        voice.ends[0]
        for voice in voices
        if voice.ends[0] is not None and (top is None or voice.ends[1] is not None or states_total(voice))
    ]
    low = min(lows, default=None)
    if low is None:
        entailed = [floor for voice in floors if (floor := floor_of(voice)) is not None]
        low = min((floor for floor in entailed if top is None or floor <= top), default=None)
    highest = max((floor for v in floors if (floor := _highest_floor_of(v)) is not None), default=None)
    return low, None if top is not None and highest is not None and highest > top else top


def newest(voices: Sequence[Voice]) -> list[Voice]:
    """The voices that no other is certainly later than; the undated only where nobody is dated."""
    dated = [(voice, voice.stated) for voice in voices if voice.stated is not None]
    if not dated:
        return list(voices)
    last = max(stated.start for _, stated in dated)
    return [voice for voice, stated in dated if stated.end >= last]

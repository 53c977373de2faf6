"""The claims on one question about one event, and where each of them stands.

Only compact codes are worked out for all of them; the claims and reasons behind a status are looked
up when somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimtrack.answers import Stance
from claimtrack.assessments import Verdict
from claimtrack.claims import Claim
from claimtrack.figures import Figure, Interval
from claimtrack.interest import Interest, Sides, Tendency, tendency
from claimtrack.log import Log
from claimtrack.origins import Independence, Origins
from claimtrack.status.axes import Lifecycle, State, Support
from claimtrack.status.rulings import Fall, Key, Rulings
from claimtrack.status.succession import accumulates, ceiling_of, may_overtake, stances_oppose
from claimtrack.status.verdicts import UNDECIDED, Decision

_SET_ASIDE = frozenset({Verdict.refuted, Verdict.misreported})
_BY_VERDICT = {
    Verdict.confirmed: State.confirmed,
    Verdict.refuted: State.refuted,
    Verdict.unverifiable: State.unverifiable,
    Verdict.misreported: State.misreported,
}
_UNHEARD = -1
_OPEN = 2**52
_UNWEIGHED = Interest(Tendency.none, False, "interest is not looked at")


class Docket:
    """The claims on one question, and where each stands.

    Args:
        log: The log.
        key: The event and the question.
        rulings: Verdicts, retractions and successions.
        origins: Who depends on whom.
        sides: Who stands with whom; `None` where interest is not to be looked at.

    Attributes:
        claims: The claims in the order they came; only the first `size` are covered.
        size: How many claims are covered.
        states: What a table shows of each claim.
        lifecycles: Whether each is still its source's word.
        supports: Whether others bear each out.
        decisions: What analysts found, for the claims they judged, by place.
        retracted: The claim that was taken back, by the place of what falls with it.
        superseded: What replaced a claim, by place.
        fallen: What a claim rests on that does not stand, by place.
        overtaken: The place of the later count that exceeds a claim, by place.
    """

    __slots__ = (
        "_contested", "_echoed", "_figures", "_interests", "_log", "_needs", "_origins", "_places", "_sides",
        "_version", "_voices", "claims", "decisions", "fallen", "lifecycles", "overtaken", "retracted", "size",
        "states", "superseded", "supports",
    )  # fmt: skip

    def __init__(self, log: Log, key: Key, rulings: Rulings, origins: Origins, sides: Sides | None) -> None:
        self._log, self._origins, self._sides = log, origins, sides
        self.claims: Sequence[Claim] = log.group(*key)
        size = self.size = len(self.claims)
        self._version = rulings.version(key)
        self._needs: dict[Key, object] = {}
        self._places: dict[str, int] | None = None
        self._interests: dict[int, Interest] = {}
        self._echoed: dict[int, frozenset[int]] = {}
        self._contested: set[int] = set()
        self._figures: list[Figure | None] = []
        self.decisions: dict[int, Decision] = {}
        self.retracted: dict[int, Claim] = {}
        self.superseded: dict[int, Claim] = {}
        self.fallen: dict[int, Fall] = {}
        self.overtaken: dict[int, int] = {}
        self.lifecycles = [Lifecycle.standing] * size
        self.supports = [Support.unverified] * size
        self.states = [State.unverified] * size
        self._settle(key, rulings)
        self._voices = self._hear()
        if size > 1:
            self._compare()
        self._name_states()

    # Whether it still holds, and where a claim is

    def current(self, rulings: Rulings, key: Key) -> bool:
        """Whether nothing was recorded since that could move these claims."""
        if self._version != rulings.version(key):
            return False
        return all(rulings.version(other) == version for other, version in self._needs.items())

    def place(self, claim: Claim) -> int:
        """The place of a claim."""
        if self.size <= 16:
            for number in range(self.size):
                if self.claims[number] is claim:
                    return number
        if self._places is None:
            self._places = {self.claims[number].id: number for number in range(self.size)}
        return self._places[claim.id]

    # The claims behind a status

    def contested_by(self, place: int) -> tuple[Claim, ...]:
        """The claims of other voices that cannot hold together with one, by id."""
        if place not in self._contested:
            return ()
        return self._claims_at(self._opponents(place))

    def supported_by(self, place: int) -> tuple[Claim, ...]:
        """The claims of other voices that bear one out, by id; those known to be independent alone if any is."""
        support = self.supports[place]
        if support is Support.unverified:
            return ()
        partners = self._supporters(place)
        if support is Support.corroborated:
            partners = (other for other in partners if self.corroborates(other, place) is not None)
        return self._claims_at(partners)

    def corroborates(self, other: int, place: int) -> Independence | None:
        """Why one claim, that bears another out, corroborates it: known independent, not gaining the same."""
        reason = self._independence(other, place)
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
        return place in self._echoed

    def countable(self, place: int) -> bool:
        """Whether a claim may be heard at all."""
        lifecycle = self.lifecycles[place]
        if lifecycle is Lifecycle.retracted or lifecycle is Lifecycle.superseded or place in self.fallen:
            return False
        return self.decisions.get(place, UNDECIDED).verdict not in _SET_ASIDE

    def _claims_at(self, places: Iterator[int]) -> tuple[Claim, ...]:
        return tuple(sorted((self.claims[place] for place in places), key=lambda claim: claim.id))

    # Deriving: what is left of each claim, and who is heard

    def _settle(self, key: Key, rulings: Rulings) -> None:
        log = self._log
        if log.judged:
            self._judge(rulings)
        if self.size > 1:
            replaced = rulings.superseded(key)
            if replaced:
                for number in range(self.size):
                    by = replaced.get(self.claims[number].id)
                    if by is not None:
                        self.superseded[number] = by
                        if self.lifecycles[number] is not Lifecycle.retracted:
                            self.lifecycles[number] = Lifecycle.superseded
        for number in range(self.size):
            if self.claims[number].based_on:
                self._fall(number, key, rulings)

    def _judge(self, rulings: Rulings) -> None:
        log = self._log
        taken_back = False
        for number in range(self.size):
            claim = self.claims[number]
            if log.assessments(claim):
                self.decisions[number] = rulings.decision(claim)
                for assessment in log.assessments(claim):
                    for identity in assessment.evidence:
                        self._need(log.get(identity), rulings)
            if log.retractions(claim):
                self.retracted[number] = claim
                taken_back = True
        if taken_back:
            for number in range(self.size):
                twin = None if number in self.retracted else rulings.twin_retraction(
                    self.claims[number], self.claims[: self.size]
                )
                if twin is not None:
                    self.retracted[number] = twin
        for number in self.retracted:
            self.lifecycles[number] = Lifecycle.retracted

    def _need(self, record: object, rulings: Rulings) -> None:
        if isinstance(record, Claim):
            key = (record.event.id, record.question.id)
            self._needs[key] = rulings.version(key)

    def _fall(self, number: int, key: Key, rulings: Rulings) -> None:
        fall, looked_at = rulings.fall(self.claims[number])
        for other in looked_at:
            if other != key:
                self._needs[other] = rulings.version(other)
        if fall is None:
            return
        if fall.how == "retracted":
            self.retracted.setdefault(number, fall.base)
            self.lifecycles[number] = Lifecycle.retracted
        else:
            self.fallen[number] = fall

    def _hear(self) -> list[int]:
        """The number of the voice that each claim speaks for; -1 for echoes and what cannot be heard."""
        claims = self.claims
        heard = [number for number in range(self.size) if self.countable(number)]
        voices = [_UNHEARD] * self.size
        told = [claims[number] for number in heard]
        if self._origins.plain(told):
            numbers: dict[str, int] = {}
            for number in heard:
                voices[number] = numbers.setdefault(claims[number].source.id, len(numbers))
            return voices
        grouping = self._origins.group(told)
        places = {claims[number].id: number for number in heard}
        spoken: list[frozenset[str]] = []
        for voice, members in enumerate(grouping.voices):
            spoken.append(frozenset().union(*map(self._origins.roots, members)))
            for claim in members:
                voices[places[claim.id]] = voice
        by_origin = {origin: voice for voice, origins in enumerate(spoken) for origin in origins}
        for claim in grouping.echoes:
            repeated = (by_origin[origin] for origin in self._origins.roots(claim) if origin in by_origin)
            self._echoed[places[claim.id]] = frozenset(repeated)
        return voices

    def _apart(self, place: int, other: int) -> bool:
        """Whether the other claim is heard, and for another origin than this one."""
        voice = self._voices[other]
        if voice == _UNHEARD:
            return False
        echoed = self._echoed.get(place)
        return voice not in echoed if echoed is not None else voice != self._voices[place]

    def _independence(self, a: int, b: int) -> Independence | None:
        one, other = self.claims[a], self.claims[b]
        if not (self._origins.independence_possible() or (one.first_hand and other.first_hand)):
            return None
        return self._origins.independence(one, other)

    # Deriving: what claims make of one another

    def _compare(self) -> None:
        live = [n for n in range(self.size) if self._voices[n] != _UNHEARD or n in self._echoed]
        if len(live) < 2:
            return
        if accumulates(self.claims[0].question) or not self._stances():
            self._read_figures(live)
            counted = [number for number in live if self._figures[number] is not None]
            if accumulates(self.claims[0].question):
                self._overtake(counted)
            self._contest_figures(counted)
            self._support_figures(counted)
            return
        for number in live:
            if next(self._opponents(number), None) is not None:
                self._contested.add(number)
            self._support(number, self._supporters(number))

    def _stances(self) -> bool:
        return any(isinstance(self.claims[number].answer, Stance) for number in range(self.size))

    def _read_figures(self, live: Sequence[int]) -> None:
        figures: list[Figure | None] = [None] * self.size
        for number in live:
            claim = self.claims[number]
            figure = claim.answer if claim.observed is None else claim.figure
            if type(figure) is Figure and (figure.bounds[0] is not None or figure.bounds[1] is not None):
                figures[number] = figure
        self._figures = figures

    def _bounds(self, number: int) -> Interval:
        figure = self._figures[number]
        return (None, None) if figure is None else figure.bounds

    def _floor(self, number: int) -> int:
        figure = self._figures[number]
        return -1 if figure is None or figure.reading[0] is None else figure.reading[0]

    def _overtake(self, counted: Sequence[int]) -> None:
        """Mark what a higher count of a later day exceeds; echoes overtake nothing."""
        later = [
            (-self._floor(number), stated.start, number)
            for number in counted
            if self._voices[number] != _UNHEARD and (stated := self.claims[number].stated) is not None
        ]
        if not later:
            return
        newest = max(start for _, start, _ in later)
        highest = max(-floor for floor, _, _ in later)
        exceeded = []
        for number in counted:
            stated, figure = self.claims[number].stated, self._figures[number]
            if stated is not None and figure is not None and stated.end < newest:
                ceiling = ceiling_of(figure)
                if ceiling is not None and ceiling < highest:
                    exceeded.append((number, ceiling, stated.end))
        if exceeded:
            later.sort(key=lambda entry: (entry[0], entry[1], self.claims[entry[2]].id))
            for number, ceiling, end in exceeded:
                self._overtake_one(number, ceiling, end, later)

    def _overtake_one(
        self, number: int, ceiling: int, end: date, later: Sequence[tuple[int, date, int]]
    ) -> None:
        for floor, start, other in later:
            if -floor <= ceiling:
                return
            if start > end and other != number and self._completes(other, number):
                self.overtaken[number] = other
                self.lifecycles[number] = Lifecycle.overtaken
                return

    def _completes(self, later: int, earlier: int) -> bool:
        """Whether a higher count of a later day may complete an earlier one; the numbers are looked at elsewhere."""
        same_voice = not self._apart(earlier, later)
        if self._sides is None:
            return not same_voice or may_overtake(
                self._figures[later], same_voice, (Tendency.none, Tendency.none)
            )
        lean = (self.interest(later).kind, self.interest(earlier).kind)
        if not may_overtake(self._figures[later], same_voice, lean):
            return False
        return not self._sides.enemies(self.claims[later], self.claims[earlier])

    def _overtakes(self, higher: int, lower: int) -> bool:
        """Whether of two contradicting figures the higher one is only the later count."""
        if not accumulates(self.claims[higher].question):
            return False
        later, earlier = self.claims[higher].stated, self.claims[lower].stated
        if later is None or earlier is None or not earlier.day_before(later):
            return False
        return self._completes(higher, lower)

    def _contest_figures(self, counted: Sequence[int]) -> None:
        lows = [
            (low, number)
            for number in counted
            if self._voices[number] != _UNHEARD and (low := self._bounds(number)[0]) is not None
        ]
        highs = [(high, number) for number in counted if (high := self._bounds(number)[1]) is not None]
        if not lows or not highs or max(lows)[0] <= min(highs)[0]:
            return
        lows.sort(reverse=True)
        for high, number in highs:
            for low, other in lows:
                if low <= high:
                    break
                if self._apart(number, other) and not self._overtakes(other, number):
                    self._contested.add(number)
                    break
        tops = sorted((high, number) for high, number in highs if self._voices[number] != _UNHEARD)
        for number in counted:
            floor = self._bounds(number)[0]
            if floor is None or number in self._contested:
                continue
            for high, other in tops:
                if high >= floor:
                    break
                if self._apart(number, other) and not self._overtakes(number, other):
                    self._contested.add(number)
                    break

    def _support_figures(self, counted: Sequence[int]) -> None:
        """Look for support among the claims whose low end lies within the reading that is to be borne out."""
        ordered = sorted(
            (self._bounds(number)[0] or 0, number) for number in counted if self._voices[number] != _UNHEARD
        )
        figures = self._figures
        for number in counted:
            figure = figures[number]
            if figure is None:
                continue
            low, high = figure.reading
            least, most = low or 0, _OPEN if high is None else high
            partners = (
                other
                for start, other in ordered
                if least <= start <= most and self._supports(other, number)
            )
            self._support(number, partners)

    def _supports(self, other: int, number: int) -> bool:
        mine, yours = self._figures[number], self._figures[other]
        if mine is None or yours is None or not self._apart(number, other):
            return False
        return yours.supports(mine)

    def _support(self, number: int, partners: Iterator[int]) -> None:
        for other in partners:
            self.supports[number] = Support.consistent
            if self._independence(other, number) is None:
                if not (self._origins.independence_possible() or self.claims[number].first_hand):
                    return
            elif not self.gain_alike(other, number):
                self.supports[number] = Support.corroborated
                return

    def _supporters(self, place: int) -> Iterator[int]:
        """The places of the claims of other voices that bear one out."""
        answer = self.claims[place].answer
        for other in range(self.size):
            if other == place or not self._apart(place, other):
                continue
            if self._figures:
                if self._supports(other, place):
                    yield other
            elif isinstance(answer, Stance) and answer == self.claims[other].answer:
                yield other

    def _opponents(self, place: int) -> Iterator[int]:
        """The places of the claims of other voices that cannot hold together with one."""
        answer = self.claims[place].answer
        low, high = self._bounds(place) if self._figures else (None, None)
        for other in range(self.size):
            if other == place or not self._apart(place, other):
                continue
            said = self.claims[other].answer
            if isinstance(answer, Stance) and isinstance(said, Stance):
                if stances_oppose(answer, said):
                    yield other
            elif self._figures:
                start, end = self._bounds(other)
                above = high is not None and start is not None and start > high
                below = low is not None and end is not None and end < low
                if (above and not self._overtakes(other, place)) or (below and not self._overtakes(place, other)):
                    yield other

    def _name_states(self) -> None:
        """Fold the axes into what a table shows: the first that holds."""
        if not (self.retracted or self.superseded or self.decisions):
            self._name_plain_states()
            return
        for number in range(self.size):
            verdict = self.decisions.get(number, UNDECIDED).verdict
            if self.lifecycles[number] is Lifecycle.retracted:
                self.states[number] = State.retracted
            elif self.lifecycles[number] is Lifecycle.superseded:
                self.states[number] = State.superseded
            elif verdict is not Verdict.none:
                self.states[number] = _BY_VERDICT[verdict]
            else:
                self.states[number] = self._plain_state(number)

    def _name_plain_states(self) -> None:
        for number in range(self.size):
            self.states[number] = self._plain_state(number)

    def _plain_state(self, number: int) -> State:
        if number in self._contested:
            return State.contested
        if self.supports[number] is Support.corroborated:
            return State.corroborated
        if number in self.overtaken:
            return State.overtaken
        return State.unverified

"""The claims on one question about one event, and where each of them stands.

Only compact codes are worked out for all of them; the claims and reasons behind a status are looked
up when somebody asks for them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from claimtrack.answers import Declined, Stance
from claimtrack.assessments import Verdict
from claimtrack.claims import Claim
from claimtrack.figures import Figure
from claimtrack.interest import Sides
from claimtrack.log import Log
from claimtrack.origins import Origins
from claimtrack.status.axes import Lifecycle, State, Support
from claimtrack.status.pairs import UNHEARD, Pairs
from claimtrack.status.rulings import Fall, Key, Rulings
from claimtrack.status.succession import ONE_SIDED, accumulates, carries_on, ceiling_of, specificity
from claimtrack.status.verdicts import UNDECIDED, Decision

_SET_ASIDE = frozenset({Verdict.refuted, Verdict.misreported})
_BY_VERDICT = {
    Verdict.confirmed: State.confirmed,
    Verdict.refuted: State.refuted,
    Verdict.unverifiable: State.unverifiable,
    Verdict.misreported: State.misreported,
}
_FEW = 16


class Docket(Pairs):
    """The claims on one question, and where each stands.

    Args:
        log: The log.
        key: The event and the question.
        rulings: Verdicts, retractions and successions.
        origins: Who depends on whom.
        sides: Who stands with whom; `None` where interest is not to be looked at.

    Attributes:
        states: What a table shows of each claim.
        decisions: What analysts found, for the claims they judged, by place.
        retracted: The claim that was taken back, by the place of what falls with it.
        superseded: What replaced a claim, by place.
        fallen: What a claim rests on that does not stand, by place.
    """

    __slots__ = (
        "_needs", "_places", "_version", "decisions", "fallen", "retracted", "states", "superseded",
    )  # fmt: skip

    def __init__(self, log: Log, key: Key, rulings: Rulings, origins: Origins, sides: Sides | None) -> None:
        super().__init__(log, log.group(*key), origins, sides)
        self._version = rulings.version(key)
        self._needs: dict[Key, object] = {}
        self._places: dict[str, int] | None = None
        self.decisions: dict[int, Decision] = {}
        self.retracted: dict[int, Claim] = {}
        self.superseded: dict[int, Claim] = {}
        self.fallen: dict[int, Fall] = {}
        self.states: list[State] = [State.unverified] * self.size
        self._settle(key, rulings)
        self.voices: list[int] = self._hear()
        if self.size > 1:
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
        if self.size <= _FEW:
            for number in range(self.size):
                if self.claims[number] is claim:
                    return number
        if self._places is None:
            self._places = {self.claims[number].id: number for number in range(self.size)}
        return self._places[claim.id]

    def countable(self, place: int) -> bool:
        """Whether a claim may be heard at all."""
        lifecycle = self.lifecycles[place]
        if lifecycle is Lifecycle.retracted or lifecycle is Lifecycle.superseded or place in self.fallen:
            return False
        return self.decisions.get(place, UNDECIDED).verdict not in _SET_ASIDE

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
                twin = (
                    None
                    if number in self.retracted
                    else rulings.twin_retraction(self.claims[number], self.claims[: self.size])
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
        heard = [
            number
            for number in range(self.size)
            if type(claims[number].answer) is not Declined and self.countable(number)
        ]
        voices = [UNHEARD] * self.size
        told = [claims[number] for number in heard]
        if self._origins.plain(told):
            numbers: dict[str, int] = {}
            for number in heard:
                voices[number] = numbers.setdefault(claims[number].source.id, len(numbers))
            if len(numbers) < len(heard):
                self._silence_copies(heard, voices)
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
            self.echoed[places[claim.id]] = frozenset(repeated)
        self._silence_copies(heard, voices)
        return voices

    def _silence_copies(self, heard: Sequence[int], voices: list[int]) -> None:
        """Let what a later carrier made of a statement speak to nobody where an earlier carrier is heard."""
        by_source: dict[str, list[int]] = {}
        for number in heard:
            if voices[number] != UNHEARD:
                by_source.setdefault(self.claims[number].source.id, []).append(number)
        for numbers in by_source.values():
            if len(numbers) > 1:
                for number in self._copies(numbers):
                    self.echoed[number] = frozenset((voices[number],))
                    self.copies.add(number)
                    voices[number] = UNHEARD

    def _copies(self, numbers: Sequence[int]) -> list[int]:
        chains: dict[tuple[str, ...], list[int]] = {}
        for number in numbers:
            chains.setdefault(self.claims[number].via, []).append(number)
        if len(chains) == 1:
            return []
        return [
            number
            for number in numbers
            if any(
                self._said_as_much(other, number) and carries_on(self.claims[number], self.claims[other])
                for length in range(len(self.claims[number].via))
                for other in chains.get(self.claims[number].via[:length], ())
            )
        ]

    def _said_as_much(self, nearer: int, number: int) -> bool:
        """Whether words heard nearer the source say as much: "heavy losses" hide no 77 of a carrier's."""
        level = specificity(self.claims[nearer].figure)
        return level >= ONE_SIDED or level >= specificity(self.claims[number].figure)

    # Deriving: what claims make of one another

    def _compare(self) -> None:
        live = [n for n in range(self.size) if self.voices[n] != UNHEARD or n in self.echoed]
        if len(live) < 2:
            return
        if accumulates(self.claims[0].question) or not self._stances():
            self._read_figures(live)
            counted = [number for number in live if self.figures[number] is not None]
            if accumulates(self.claims[0].question):
                self._overtake(counted)
            self._contest_figures(counted)
            self._support_figures(counted)
            return
        for number in live:
            if next(self.opponents(number), None) is not None:
                self.contested.add(number)
            self._support(number, self.supporters(number))

    def _stances(self) -> bool:
        return any(isinstance(self.claims[number].answer, Stance) for number in range(self.size))

    def _read_figures(self, live: Sequence[int]) -> None:
        figures: list[Figure | None] = [None] * self.size
        for number in live:
            claim = self.claims[number]
            figure = claim.answer if claim.observed is None else claim.figure
            if type(figure) is Figure and (figure.bounds[0] is not None or figure.bounds[1] is not None):
                figures[number] = figure
        self.figures = figures

    def _overtake(self, counted: Sequence[int]) -> None:
        """Mark what a higher count of a later day exceeds; echoes overtake nothing."""
        later = [
            (-self.floor(number), stated.start, number)
            for number in counted
            if self.voices[number] != UNHEARD and (stated := self.claims[number].stated) is not None
        ]
        if not later:
            return
        newest = max(start for _, start, _ in later)
        highest = max(-floor for floor, _, _ in later)
        exceeded = []
        for number in counted:
            stated, figure = self.claims[number].stated, self.figures[number]
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
            if start > end and other != number and self.completes(other, number):
                self.overtaken[number] = other
                self.lifecycles[number] = Lifecycle.overtaken
                return

    def _contest_figures(self, counted: Sequence[int]) -> None:
        lows = [(low, number) for number in counted if (low := self.bounds(number)[0]) is not None]
        highs = [(high, number) for number in counted if (high := self.bounds(number)[1]) is not None]
        if not lows or not highs or max(lows)[0] <= min(highs)[0]:
            return
        lows = self._by_voice(sorted(lows, reverse=True))
        for high, number in highs:
            if number in self.overtaken:
                continue
            for low, other in lows:
                if low <= high:
                    break
                if self.apart(number, other):
                    self.contested.add(number)
                    break
        tops = self._by_voice(sorted(entry for entry in highs if entry[1] not in self.overtaken))
        for number in counted:
            floor = self.bounds(number)[0]
            if floor is None or number in self.contested:
                continue
            for high, other in tops:
                if high >= floor:
                    break
                if self.apart(number, other):
                    self.contested.add(number)
                    break

    def _by_voice(self, ends: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Of ends in order, each with its place, the first of every voice that is heard."""
        firsts: dict[int, tuple[int, int]] = {}
        for entry in ends:
            firsts.setdefault(self.voices[entry[1]], entry)
        firsts.pop(UNHEARD, None)
        return list(firsts.values())

    def _support_figures(self, counted: Sequence[int]) -> None:
        """Look for support among the claims whose low end lies within the reading that is to be borne out."""
        ordered = sorted(
            (self.bounds(number)[0] or 0, number) for number in counted if self.voices[number] != UNHEARD
        )
        if not self.echoed and len({self.voices[number] for _, number in ordered}) < 2:
            return
        for number in counted:
            figure = self.figures[number]
            if figure is None:
                continue
            low, high = figure.reading
            first = bisect_left(ordered, (low or 0,))
            last = len(ordered) if high is None else bisect_left(ordered, (high + 1,))
            partners = (
                other
                for place in range(first, last)
                if self.bears_out(other := ordered[place][1], number)
            )
            self._support(number, partners)

    def _support(self, number: int, partners: Iterator[int]) -> None:
        for other in partners:
            self.supports[number] = Support.consistent
            if self.independence(other, number) is None:
                if not (self._origins.independence_possible() or self.claims[number].first_hand):
                    return
            elif not self.gain_alike(other, number):
                self.supports[number] = Support.corroborated
                return

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
        if number in self.contested:
            return State.contested
        if self.supports[number] is Support.corroborated:
            return State.corroborated
        if number in self.overtaken:
            return State.overtaken
        return State.unverified

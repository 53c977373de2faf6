"""Where a claim stands: lifecycle, verdict, support and contest, each with its reason.

The axes are separate and never folded into one; `state` is only what a table shows. The rules and
their sources are in docs/explanation/verification.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from claimtrack.assessments import Assessment, Credibility, Verdict
from claimtrack.claims import Claim
from claimtrack.errors import ImpossibleMove, UnknownRecord
from claimtrack.interest import Interest, Sides, sides_of
from claimtrack.log import Log, Record
from claimtrack.origins import Origins
from claimtrack.status import reasons
from claimtrack.status.axes import Lifecycle, State, StateName, Support
from claimtrack.status.docket import Docket
from claimtrack.status.moves import finder, flaw_of, lapsed
from claimtrack.status.pairs import UNHEARD
from claimtrack.status.rulings import Key, Rulings
from claimtrack.status.verdicts import (
    UNDECIDED,
    Decides,
    DecidesName,
    Decision,
    Lead,
    Void,
    check_rule,
    evidence_bearing,
    in_order,
    reopening,
)
from claimtrack.telling import Phrase, phrase

__all__ = [
    "Decides",
    "DecidesName",
    "Decision",
    "Holdings",
    "Lead",
    "Lifecycle",
    "State",
    "StateName",
    "Status",
    "Statuses",
    "Support",
    "Void",
    "check_move",
]


_BY_NOBODY = phrase("status.contested_by_nobody")


class Holdings(Protocol):
    """Anything that holds a log and the statuses of its claims, such as a ledger."""

    @property
    def log(self) -> Log:
        """The log."""
        ...

    @property
    def statuses(self) -> Statuses:
        """Where its claims stand."""
        ...


class Status:
    """Where a claim stands at one moment; a later record may move it, never this object.

    Compared by what it says: two statuses are equal if claim and axes are.
    """

    __slots__ = ("_docket", "_log", "_origins", "_place")

    def __init__(self, log: Log, origins: Origins, docket: Docket, place: int) -> None:
        self._log, self._origins, self._docket, self._place = log, origins, docket, place

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self._docket.claims[self._place]

    @property
    def state(self) -> State:
        """What a table shows: of the axes, the first that has something to say, in the order of `State`."""
        return self._docket.states[self._place]

    @property
    def lifecycle(self) -> Lifecycle:
        """Whether it is still its source's word."""
        return self._docket.lifecycles[self._place]

    @property
    def verdict(self) -> Verdict:
        """What analysts found, by the rule of who decides."""
        return self.decision.verdict

    @property
    def support(self) -> Support:
        """Whether others bear it out."""
        return self._docket.supports[self._place]

    @property
    def voice(self) -> int | None:
        """The number of the voice on its question that it speaks for, or `None` where it is not heard."""
        number = self._docket.voices[self._place]
        return None if number == UNHEARD else number

    @property
    def repeats(self) -> frozenset[int]:
        """The numbers of the voices that it repeats or renders again; empty where it speaks for itself."""
        return self._docket.echoed.get(self._place, frozenset())

    @property
    def contested_by(self) -> tuple[Claim, ...]:
        """The standing claims of other voices that cannot hold together with it, the latest first."""
        return self._docket.contested_by(self._place)

    @property
    def supported_by(self) -> tuple[Claim, ...]:
        """The claims of other voices that bear it out, the latest first; where any corroborate, those."""
        return self._docket.supported_by(self._place)

    @property
    def superseded_by(self) -> Claim | None:
        """The claim that its source put in its place."""
        return self._docket.superseded.get(self._place)

    @property
    def overtaken_by(self) -> Claim | None:
        """The count of a later day that exceeds it."""
        place = self._docket.overtaken.get(self._place)
        return None if place is None else self._docket.claims[place]

    @property
    def retracted_with(self) -> Claim | None:
        """The claim that was taken back: itself, or the one that it hands on."""
        return self._docket.retracted.get(self._place)

    @property
    def fallen_with(self) -> Claim | None:
        """The refuted, misreported or superseded claim that is all it rests on: it is not heard either."""
        fall = self._docket.fallen.get(self._place)
        return None if fall is None else fall.base

    @property
    def decision(self) -> Decision:
        """What analysts found: the verdict, the assessments behind it, those that differ or do not count."""
        return self._docket.decisions.get(self._place, UNDECIDED)

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """Every assessment of it, by date, analyst and id."""
        return self.decision.all

    @property
    def evidence_for(self) -> tuple[str, ...]:
        """Ids of the evidence and claims that bear it out, its own and those analysts named."""
        return evidence_bearing(self.claim, self.assessments)[0]

    @property
    def evidence_against(self) -> tuple[str, ...]:
        """Ids of the evidence and claims that analysts named against it."""
        return evidence_bearing(self.claim, self.assessments)[1]

    @property
    def credibility(self) -> Credibility | None:
        """The Admiralty grade that holds, or `None`."""
        return self.decision.credibility

    @property
    def override(self) -> str | None:
        """Why a rule was set aside for the verdict that holds, or `None`."""
        return self.decision.override

    @property
    def interest(self) -> Interest:
        """What its source gains by it."""
        return self._docket.interest(self._place)

    @property
    def echo(self) -> bool:
        """Whether it only repeats origins that are heard already."""
        return self._docket.echoes(self._place)

    @property
    def rendering(self) -> bool:
        """Whether it is what a later carrier made of a statement that is heard nearer its source."""
        return self._place in self._docket.copies

    @property
    def countable(self) -> bool:
        """Whether it may be heard in a reconciliation.

        It may not where it is retracted, superseded, refuted or misreported, or rests on such claims only.
        """
        return self._docket.countable(self._place)

    @property
    def because(self) -> Phrase:
        """Why it has this state, with the claims behind it; `tell(it, "fr")` gives it in French."""
        return reasons.because(self._log, self._docket, self._place)

    @property
    def missing(self) -> Phrase:
        """What it would take to move it; an empty text where nothing is left to find out."""
        return reasons.missing(self._log, self._origins, self._docket, self._place)

    @property
    def reasons(self) -> Mapping[str, str]:
        """The reason on each axis: lifecycle, verdict, support, contested."""
        rivals = self.contested_by
        decision = self.decision
        return {
            "lifecycle": reasons.lifecycle_reason(self._log, self._docket, self._place),
            "verdict": decision.resting[-1].because if decision.resting else phrase("status.nobody_judged"),
            "support": reasons.support_reason(self._log, self._docket, self._place),
            "contested": phrase("status.contested_by", n=len(rivals)) if rivals else _BY_NOBODY,
        }

    def _axes(self) -> tuple[object, ...]:
        return (
            self.claim.id, self.state, self.lifecycle, self.verdict, self.support,
            tuple(claim.id for claim in self.contested_by), tuple(claim.id for claim in self.supported_by),
        )  # fmt: skip

    def __eq__(self, other: object) -> bool:
        return self._axes() == other._axes() if isinstance(other, Status) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.claim.id, self.state))

    def __repr__(self) -> str:
        return f"Status({self.state.value!r}, {self.claim!r})"


class Statuses:
    """Where every claim of a log stands; caught up by itself when the log grows.

    A new claim costs the claims on its own question only.

    Args:
        log: The log.
        decides: Who decides where analysts differ: "latest", "consensus" or `Lead("A. Analyst")`.
        interest: Whether it counts who gains by a claim. This is a prior and not a law.

    Raises:
        InvalidField: If there is no such rule of who decides.

    Attributes:
        origins: Who depends on whom.
    """

    def __init__(self, log: Log, *, decides: Decides = "latest", interest: bool = True) -> None:
        self._log = log
        self.decides = check_rule(decides)
        self.origins: Origins = Origins(log)
        self._sides = sides_of(log) if interest else None
        self._rulings = Rulings(log, self.decides)
        self._dockets: dict[Key, Docket] = {}

    @property
    def log(self) -> Log:
        """The log."""
        return self._log

    @property
    def sides(self) -> Sides | None:
        """Who stands with whom; `None` where interest is not looked at."""
        return self._sides

    def of(self, claim: Claim) -> Status:
        """Where a claim stands.

        Raises:
            UnknownRecord: If the log does not hold it.
        """
        docket = self._docket((claim.event.id, claim.question.id))
        try:
            place = docket.place(claim)
        except KeyError:
            raise UnknownRecord(claim, "claim", "record it first.") from None
        return Status(self._log, self.origins, docket, place)

    def group(self, event: str, question: str) -> Mapping[str, Status]:
        """Where the claims on one question about one event stand, by claim id, in the order they came."""
        docket = self._docket((event, question))
        return {
            docket.claims[place].id: Status(self._log, self.origins, docket, place)
            for place in range(docket.size)
        }

    def state(self, claim: Claim) -> State:
        """What a table shows of a claim; as `of(claim).state`."""
        return self.of(claim).state

    def states(self) -> Iterator[tuple[Claim, State]]:
        """Every claim with its state, question by question."""
        for key in self._log.groups:
            docket = self._docket(key)
            for place in range(docket.size):
                yield docket.claims[place], docket.states[place]

    def _docket(self, key: Key) -> Docket:
        docket = self._dockets.get(key)
        if docket is None or not docket.current(self._rulings, key):
            docket = self._dockets[key] = Docket(self._log, key, self._rulings, self.origins, self._sides)
        return docket


def check_move(log: Log, assessment: Assessment, batch: Sequence[Record] = ()) -> None:
    """Check that an assessment may be recorded.

    Args:
        log: The log it is to be recorded in.
        assessment: The assessment.
        batch: The records that are recorded together with it.

    Raises:
        ImpossibleMove: If it breaks a rule and no override is given.
        UnknownRecord: If neither the log nor the batch holds the claim.
    """
    find = finder(log, batch)
    claim = find(assessment.claim)
    if not isinstance(claim, Claim):
        raise UnknownRecord(assessment.claim, "claim", "record it first, or in the same call.")
    statuses = Statuses(log)
    held = log.get(claim.id) is not None
    broken = flaw_of(assessment, claim, find) or lapsed(
        assessment, claim, find, lambda one: log.get(one.id) is None or statuses.of(one).countable
    )
    if broken is None:
        others = [
            *log.assessments(claim),
            *(one for one in batch if isinstance(one, Assessment) and one.claim == claim.id),
        ]
        sound = {one.id: one for one in others if flaw_of(one, claim, find) is None}
        broken = reopening(in_order(sound.values())).get(assessment.id)
    if broken is not None:
        state = statuses.of(claim).state if held else State.unverified
        raise ImpossibleMove(broken[0], state.value, broken[1])

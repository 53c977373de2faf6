"""What of a claim still stands before others are compared with it: verdicts, retractions, relays."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claimtrack.assessments import Assessment, Retraction, Verdict
from claimtrack.claims import Claim
from claimtrack.identity import kind_of
from claimtrack.log import Log
from claimtrack.origins import speaks_for_others
from claimtrack.status.moves import finder, flaw_of, lapsed
from claimtrack.status.succession import same_answer, superseded_in
from claimtrack.status.verdicts import UNDECIDED, Decides, Decision, decide

_FALLEN = frozenset({Verdict.refuted, Verdict.misreported})
_UNSAID = frozenset({Verdict.misreported})

Key = tuple[str, str]
"""An event id and a question id."""


@attrs.frozen
class Fall:
    """Why a claim cannot be heard although nobody judged it: what it rests on does not stand.

    Attributes:
        base: The claim it rests on.
        how: What became of that one ("retracted", "refuted", "misreported", "superseded").
    """

    base: Claim
    how: str


Found = tuple[Fall | None, frozenset[Key]]
_UPRIGHT: Found = (None, frozenset())


class Rulings:
    """Verdicts, retractions and successions of claims, without looking at what others say.

    Args:
        log: The log.
        decides: Who decides where analysts differ.
    """

    def __init__(self, log: Log, decides: Decides) -> None:
        self._log = log
        self._decides: Decides = decides
        self._find = finder(log)
        self._successions: dict[Key, tuple[object, dict[str, Claim]]] = {}
        self._falls: dict[str, Found] = {}
        self._fallen_at = (0, 0)

    def raw(self, claim: Claim) -> Decision:
        """What analysts found, whatever became of the claims that their verdicts rest on."""
        assessments = self._log.assessments(claim)
        if not assessments:
            return UNDECIDED
        return decide(assessments, self._decides, lambda one: flaw_of(one, claim, self._find))

    def decision(self, claim: Claim) -> Decision:
        """What analysts found, without verdicts that rest only on claims that no longer stand."""
        assessments = self._log.assessments(claim)
        if not assessments:
            return UNDECIDED

        def flaw(assessment: Assessment) -> tuple[str, str] | None:
            return flaw_of(assessment, claim, self._find) or lapsed(
                assessment, claim, self._find, self.stands
            )

        return decide(assessments, self._decides, flaw)

    def retraction(self, claim: Claim) -> Retraction | None:
        """The earliest retraction of the claim itself, or `None`."""
        return min(self._log.retractions(claim), key=_retraction_order, default=None)

    def stands(self, claim: Claim) -> bool:
        """Whether a verdict may rest on a claim: not retracted, superseded, refuted or misreported."""
        return self._end(claim) is None

    def superseded(self, key: Key) -> dict[str, Claim]:
        """The claims on one question that their source replaced, by id, each with what replaced it."""
        log = self._log
        version = self.version(key)
        held = self._successions.get(key)
        if held is not None and held[0] == version:
            return held[1]
        claims = [claim for claim in log.group(*key) if not self._unsaid(claim)]
        found = superseded_in(log, claims, self._refuted(claims))
        self._successions[key] = (version, found)
        return found

    def version(self, key: Key) -> tuple[int, int, int]:
        """Changes whenever something was recorded on a question."""
        log = self._log
        return (log.epoch, len(log.group(*key)), log.touched(*key))

    def fall(self, claim: Claim) -> Found:
        """Whether everything a claim hands on has fallen, and the questions that had to be looked at."""
        stamp = (len(self._log), self._log.epoch)
        if stamp != self._fallen_at:
            self._falls.clear()
            self._fallen_at = stamp
        waiting, begun = [claim], set[str]()
        while waiting:
            one = waiting[-1]
            if one.id in self._falls or not _hands_on(one):
                waiting.pop()
            elif one.id in begun:
                self._falls[one.id] = self._fall_of(one)
                waiting.pop()
            else:
                begun.add(one.id)
                bases = map(self._log.get, one.based_on)
                waiting += [base for base in bases if isinstance(base, Claim) and base.id not in begun]
        return self._falls.get(claim.id, _UPRIGHT)

    def _fall_of(self, claim: Claim) -> Found:
        """What became of a claim's bases, once that of the bases they hand on is known."""
        keys: frozenset[Key] = frozenset()
        found: Fall | None = None
        for identity in claim.based_on:
            base = self._log.get(identity)
            if not isinstance(base, Claim):
                return None, keys
            keys |= {(base.event.id, base.question.id)}
            how = self._end(base)
            if how is not None:
                ended: Fall | None = Fall(base, how)
            else:
                ended, further = self._falls.get(identity, _UPRIGHT)
                keys |= further
            if ended is None:
                return None, keys
            found = ended if found is None or ended.base.id < found.base.id else found
        return found, keys

    def twin_retraction(self, claim: Claim, group: Sequence[Claim]) -> Claim | None:
        """The retracted statement that this claim carries on: the same answer of the same source."""
        twins = []
        for other in group:
            retractions = self._log.retractions(other)
            if not retractions or other is claim or other.source.id != claim.source.id:
                continue
            later = claim.stated and other.stated and other.stated.before(claim.stated)
            if later or not same_answer(claim, other):
                continue
            carried_on = claim.via[: len(other.via)] == other.via
            if any(one.by == claim.source.id or (carried_on and one.by in claim.via) for one in retractions):
                twins.append(other)
        return min(twins, key=lambda twin: twin.id, default=None)

    def _end(self, claim: Claim) -> str | None:
        """What became of a claim that can no longer be rested on, or `None`."""
        if self._log.retractions(claim):
            return "retracted"
        verdict = self.raw(claim).verdict
        if verdict in _FALLEN:
            return verdict.value
        if claim.id in self.superseded((claim.event.id, claim.question.id)):
            return "superseded"
        return None

    def _refuted(self, claims: Sequence[Claim]) -> frozenset[str]:
        log = self._log
        return frozenset(
            claim.id
            for claim in claims
            if log.assessments(claim) and self.raw(claim).verdict is Verdict.refuted
        )

    def _unsaid(self, claim: Claim) -> bool:
        return bool(self._log.assessments(claim)) and self.raw(claim).verdict in _UNSAID


def _hands_on(claim: Claim) -> bool:
    """Whether a claim says nothing but what other claims said."""
    return speaks_for_others(claim) and all(kind_of(base) == "claim" for base in claim.based_on)


def _retraction_order(retraction: Retraction) -> tuple[str, str]:
    return (retraction.stated.iso if retraction.stated else "", retraction.id)

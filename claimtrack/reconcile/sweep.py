"""Every question of a ledger, one after the other, each by the shortest way that gives the same answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.questions import Measure, Question
from claimtrack.reconcile.policies import short_of
from claimtrack.reconcile.result import FigureReconciliation
from claimtrack.reconcile.ruling import Policy
from claimtrack.reconcile.scope import Case, hold
from claimtrack.reconcile.sketch import Sketch, Sketcher
from claimtrack.reconcile.wholes import splits_of
from claimtrack.status import Holdings


class Figures(NamedTuple):
    """Low, best and high of one measure of one event.

    Attributes:
        event: Id of the event.
        question: Id of the measure.
        low: The low end in persons, or `None` where nothing sets one.
        best: The one number the policy stands by, or `None`.
        high: The high end in persons, or `None` for open.
    """

    event: str
    question: str
    low: int | None
    best: int | None
    high: int | None


class Sweep:
    """All questions of some holdings under one policy.

    Args:
        held: A ledger; or an iterable of claims.
        policy: The policy.
        question: Only this question.
    """

    def __init__(
        self, held: Holdings | Iterable[Claim], policy: Policy, question: Question | str | None
    ) -> None:
        holdings, self._assessed = hold(held)
        self._log, self._statuses = holdings.log, holdings.statuses
        self.policy = policy
        self._only = question if question is None or isinstance(question, str) else question.id
        self._sketcher = (
            Sketcher(self._log, self._statuses.sides, interest=bool(getattr(policy, "interest", False)))
            if short_of(policy)
            else None
        )
        self._alone: dict[tuple[str, ...], bool] = {}
        self._asked: dict[str, list[str]] = {}
        groups = self._log.groups
        if len({event for event, _ in groups}) < len(groups):
            for event, asked in groups:
                self._asked.setdefault(event, []).append(asked)

    def cases(self) -> Iterator[Case]:
        """Every question about every event, in the order they came up."""
        log, statuses = self._log, self._statuses
        for event, asked in log.groups:
            if self._only is None or asked == self._only:
                claims = log.group(event, asked)
                yield Case(
                    log, statuses, cast("Event", log.get(event)), cast("Question", log.get(asked)), claims,
                    self._assessed,
                )  # fmt: skip

    def sketch(self, case: Case) -> Sketch | None:
        """What the short way finds of a measure, or `None` where only the long way can tell."""
        sketcher, question = self._sketcher, case.question
        if sketcher is None or not isinstance(question, Measure) or not self._apart(case.event.id):
            return None
        return sketcher.sketch(case.claims, question)

    def figures(self) -> Iterator[Figures]:
        """Low, best and high of every measure."""
        log, short = self._log, short_of(self.policy)
        sketcher = self._sketcher
        several = bool(self._asked)
        measures: dict[str, Measure | None] = {}
        for event, asked in log.groups:
            if self._only is not None and asked != self._only:
                continue
            if asked not in measures:
                record = log.get(asked)
                measures[asked] = record if isinstance(record, Measure) else None
            measure = measures[asked]
            if measure is None:
                continue
            claims = log.group(event, asked)
            sketch = None
            if sketcher is not None and (not several or self._apart(event)):
                sketch = sketcher.sketch(claims, measure)
            if sketch is not None and short is not None:
                yield Figures(event, asked, *short(sketch))
            else:
                yield self._long(event, measure, claims)

    def _long(self, event: str, measure: Measure, claims: Sequence[Claim]) -> Figures:
        case = Case(
            self._log, self._statuses, cast("Event", self._log.get(event)), measure, claims, self._assessed
        )
        result = FigureReconciliation(case, self.policy)
        return Figures(event, measure.id, result.low, result.best, result.high)

    def _apart(self, event: str) -> bool:
        """Whether no measure of an event is a part of another."""
        asked = self._asked.get(event, ())
        if len(asked) < 2:
            return True
        key = tuple(sorted(asked))
        known = self._alone.get(key)
        if known is None:
            measures = [one for one in map(self._log.get, key) if isinstance(one, Measure)]
            known = self._alone[key] = not splits_of(measures, self._log.wholes)[1]
        return known

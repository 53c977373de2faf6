"""Track records: what a source's past claims show, bearing by bearing. A description, never a ranking."""

from __future__ import annotations

import math
from collections.abc import Mapping
from statistics import median
from typing import Any

import attrs

from claimtrack.assessments import Verdict
from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, choose
from claimtrack.interest import sides_of
from claimtrack.learning.arrays import t_quantile
from claimtrack.learning.calibration import FREEDOM
from claimtrack.learning.columns import Bearing
from claimtrack.learning.fitting import AnyFitted
from claimtrack.learning.habits import CellHabit, Habits
from claimtrack.learning.ledgers import bearing_of
from claimtrack.log import Log
from claimtrack.questions import Measure
from claimtrack.sources import Source, SourceKind
from claimtrack.status import Holdings, Lifecycle
from claimtrack.telling import Phrase, phrase, term


@attrs.frozen(kw_only=True)
class TrackRecord:
    """What the past claims of one source show, for one bearing.

    Attributes:
        source: The id of the source.
        name: Its name.
        kind: Its kind.
        bearing: How it stands to those it counts; `None` where nothing is declared.
        factor: By how much it overstates (above 1) or understates (below 1); `None` without a bearing.
        low: The low end of a 90 per cent interval of the factor.
        high: Its high end.
        learned: How far the factor is the source's own record, 0 to 1; the rest is the habit of its kind.
        scatter: The factor by which its figures typically scatter about that, at least 1.
        events: How many events it gave figures on.
        claims: How many claims with a figure.
        judged: Of its stated points, how many can be held against a confirmed number.
        exact: How many of these are that number.
        revisions: How many of its claims it replaced by a later one.
        retractions: How many of its claims were taken back.
        days: The median number of days from the event to the claim, over those with exact dates.
        first: On how many questions nobody is known to have spoken before it.
    """

    source: str
    name: str
    kind: SourceKind
    bearing: Bearing | None
    factor: float | None
    low: float | None
    high: float | None
    learned: float | None
    scatter: float | None
    events: int
    claims: int
    judged: int
    exact: int
    revisions: int
    retractions: int
    days: float | None
    first: int

    @property
    def label(self) -> Phrase:
        """The record on one line."""
        bearing = self.bearing
        how = phrase("record.no_bearing") if bearing is None else term("bearing", bearing.value)
        factor = phrase("nothing")
        if self.factor is not None:
            factor = phrase("record.factor", factor=self.factor, low=self.low, high=self.high)
        events = phrase("count.events", n=self.events)
        return phrase("record", name=self.name, how=how, factor=factor, events=events)

    def __str__(self) -> str:
        return str(self.label)


def track_records(held: Holdings, fitted: AnyFitted) -> tuple[TrackRecord, ...]:
    """The track records of all sources of a ledger, by name; what few figures show leans on the kind."""
    log, sides = held.log, sides_of(held.log)
    said: dict[tuple[str, Bearing | None], list[Claim]] = {}
    for claim in log.claims:
        if isinstance(claim.question, Measure) and claim.figure is not None and claim.figure.numeric:
            said.setdefault((claim.source.id, bearing_of(log, claim, sides)), []).append(claim)
    past = _Past(held, fitted.habits, _confirmed(held), _earliest(log))
    records = []
    for (source, bearing), claims in said.items():
        described = log.source(source) or claims[0].source
        habit = _habit(fitted.habits, described, bearing)
        records.append(_record(past, described, bearing, claims, habit))
    return tuple(
        sorted(records, key=lambda record: (record.name.casefold(), record.source, record.bearing or ""))
    )


@attrs.frozen(eq=False)
class _Past:
    """What all records are made from: confirmed numbers, and the first day anybody spoke, by question."""

    held: Holdings
    habits: Habits
    confirmed: Mapping[tuple[str, str], set[int]]
    earliest: Mapping[tuple[str, str], int]


def _habit(habits: Habits, source: Source, bearing: Bearing | None) -> CellHabit | None:
    """The cell of a source; the one with most voices, should its kind have been described anew."""
    cells = [
        cell
        for cell in habits.cells
        if habits.sources[cell.source].source == source.id and habits.classes[cell.group].bearing == bearing
    ]
    return max(cells, key=lambda cell: cell.voices, default=None)


def _record(
    past: _Past, source: Source, bearing: Bearing | None, claims: list[Claim], habit: CellHabit | None
) -> TrackRecord:
    held, habits, confirmed = past.held, past.habits, past.confirmed
    noise = next((known.noise for known in habits.sources if known.source == source.id), None)
    judged = [claim for claim in claims if _point(claim) is not None and _key(claim) in confirmed]
    waits = [wait for claim in claims if (wait := _wait(claim)) is not None]
    standing = [held.statuses.of(claim).lifecycle for claim in claims]
    factor, low, high, learned = _factor(habit, habits)
    return TrackRecord(
        source=source.id, name=source.name, kind=source.kind, bearing=bearing,
        factor=factor, low=low, high=high, learned=learned,
        scatter=None if noise is None else math.exp(noise),
        events=len({claim.event.id for claim in claims}), claims=len(claims), judged=len(judged),
        exact=sum(_point(claim) in confirmed[_key(claim)] for claim in judged),
        revisions=sum(state is Lifecycle.superseded for state in standing),
        retractions=sum(bool(held.log.retractions(claim)) for claim in claims),
        days=median(waits) if waits else None,
        first=len({_key(claim) for claim in claims if _day(claim) == past.earliest.get(_key(claim), -1)}),
    )  # fmt: skip


def _factor(
    habit: CellHabit | None, habits: Habits
) -> tuple[float | None, float | None, float | None, float | None]:
    if habit is None:
        return None, None, None, None
    reach = t_quantile(0.95, FREEDOM) * habit.spread
    group = habits.classes[habit.group]
    learned = 1 - min(1.0, habit.spread**2 / (group.spread**2 + group.mean_spread**2))
    return math.exp(habit.bias), math.exp(habit.bias - reach), math.exp(habit.bias + reach), learned


def _key(claim: Claim) -> tuple[str, str]:
    return claim.event.id, claim.question.id


def _day(claim: Claim) -> int | None:
    return None if claim.stated is None else claim.stated.start.toordinal()


def _point(claim: Claim) -> int | None:
    return None if claim.figure is None else claim.figure.point


def _wait(claim: Claim) -> int | None:
    """Days from the event to the claim, where both are dated to the day."""
    happened, said = claim.event.occurred, claim.stated
    if happened is None or said is None or happened.start != happened.end or said.start != said.end:
        return None
    return (said.start - happened.end).days


def _confirmed(held: Holdings) -> dict[tuple[str, str], set[int]]:
    """The numbers that an assessment confirmed, by event and question."""
    numbers: dict[tuple[str, str], set[int]] = {}
    for claim in held.log.claims:
        point = _point(claim)
        if (
            point is not None
            and held.log.assessments(claim)
            and held.statuses.of(claim).verdict is Verdict.confirmed
        ):
            numbers.setdefault(_key(claim), set()).add(point)
    return numbers


def _earliest(log: Log) -> dict[tuple[str, str], int]:
    """The first day on which anybody spoke, by event and question."""
    days: dict[tuple[str, str], int] = {}
    for claim in log.claims:
        day = _day(claim)
        if day is not None:
            days[_key(claim)] = min(day, days.get(_key(claim), day))
    return days


_WHOLE = ("events", "claims", "judged", "exact", "revisions", "retractions", "first")
_MEASURED = ("factor", "low", "high", "learned", "scatter", "days")


def dump_record(record: TrackRecord) -> dict[str, object]:
    """A track record as a plain dict."""
    row = attrs.asdict(record)
    row["kind"] = record.kind.value
    row["bearing"] = None if record.bearing is None else record.bearing.value
    return row


def read_record(data: object, where: str) -> TrackRecord:
    """A track record from a plain dict.

    Raises:
        InvalidField: If something is missing, unknown or of the wrong type.
    """
    names = {field.name for field in attrs.fields(TrackRecord)}
    if not isinstance(data, dict) or set(data) != names:
        raise InvalidField("load", where, data, f"exactly the fields {', '.join(sorted(names))}")
    for name in ("source", "name"):
        if not isinstance(data[name], str):
            raise InvalidField("load", f"{where}.{name}", data[name], "a text")
    for name in _WHOLE:
        if type(data[name]) is not int:
            raise InvalidField("load", f"{where}.{name}", data[name], "a whole number")
    for name in _MEASURED:
        if data[name] is not None and type(data[name]) not in (int, float):
            raise InvalidField("load", f"{where}.{name}", data[name], "a number, or null")
    bearing = data["bearing"]
    told: dict[str, Any] = {
        **data,
        "kind": choose("load", f"{where}.kind", data["kind"], SourceKind),
        "bearing": None if bearing is None else choose("load", f"{where}.bearing", bearing, Bearing),
    }
    return TrackRecord(**told)

"""The learned model as a policy: what it estimates, why, and what it learned on the way."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from typing import Literal

import attrs
import numpy as np

from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, UnknownRecord, WrongType
from claimtrack.events import Event
from claimtrack.learning.calibration import misses, reach_of
from claimtrack.learning.coding import persons
from claimtrack.learning.columns import Bearing
from claimtrack.learning.copies import COPY_RATE
from claimtrack.learning.fitting import AnyFitted, answer_columns, fit_columns, suspicion_in
from claimtrack.learning.grid import GridFitted
from claimtrack.learning.habits import Habits, Variant
from claimtrack.learning.ledgers import Spoken, kinds_of, read_ledger, read_rows, spoken
from claimtrack.learning.records import TrackRecord, dump_record, read_record, track_records
from claimtrack.learning.saving import dump_habits, read_habits, read_json, write_json
from claimtrack.learning.settings import Settings
from claimtrack.questions import Measure
from claimtrack.reconcile import Ruling, Voices
from claimtrack.reconcile.hearing import hear, speaks_of_number
from claimtrack.reconcile.ruling import unopposed_floor
from claimtrack.reconcile.scope import hold, open_case
from claimtrack.sources import SourceKind
from claimtrack.status import Holdings
from claimtrack.telling import Phrase, phrase, term

MOSTLY_PRIOR = 0.5
"""Share of the level above which an estimate says that it rests on the prior."""


@attrs.frozen
class Part:
    """What one voice was for an estimate.

    Attributes:
        claim: The voice's spokesman.
        bearing: How its source stands to those who are counted; `None` where nothing is declared.
        factor: By how much its source is taken to overstate (above 1) or understate (below 1).
        reads: What the voice says once that is taken off, in persons.
        share: The independent part of the voice; below 1 only where copying is suspected.
        weight: The part it has in the estimate, 0 to 1.
        without: The estimate without it, in persons; `None` where it is the only voice.
    """

    claim: Claim
    bearing: Bearing | None
    factor: float
    reads: int
    share: float
    weight: float
    without: int | None

    @property
    def label(self) -> Phrase:
        """What it was, on one line."""
        how = phrase("learned.no_bias")
        if self.bearing is not None:
            how = phrase("learned.factor", factor=self.factor, bearing=term("bearing", self.bearing.value))
        return phrase(
            "learned.part",
            n=self.reads,
            how=how,
            copied="" if self.share > 0.995 else phrase("learned.copied", share=self.share),
            weight=self.weight,
            alone="" if self.without is None else phrase("learned.alone", n=self.without),
        )

    def __str__(self) -> str:
        return str(self.label)


@attrs.frozen
class Estimate:
    """An estimate, with what it is made of.

    Attributes:
        best: The estimate, in persons.
        low: The low end of the interval.
        high: Its high end.
        level: The probability the interval is meant to have.
        parts: What each voice was for it.
        level_share: How far it rests on the assumed habits of partisans, 0 to 1.
        size_share: How far it rests on the usual size of events, 0 to 1.
        raised: The floor that nobody opposes, where the estimate was raised to it; else `None`.
    """

    best: int
    low: int
    high: int
    level: float
    parts: tuple[Part, ...]
    level_share: float
    size_share: float
    raised: int | None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class LearnedPolicy:
    """The learned model, usable wherever a policy is.

    Attributes:
        habits: What was learned about sources.
        track_records: What each source's record shows, bearing by bearing.
        level: The probability that intervals are meant to have.
        suspected: Kinds of source that are suspected of copying.
        name: The name that is printed with every result.
        version: Rises whenever its answers can change.
        summary: What it does, in a sentence.
        cites: Whose methods it rests on.
        misleads: When it misleads.
        interest: It uses who gains from saying what.
        estimates: Its numbers are computed, not stated by anybody.

    Example:
        >>> from claimtrack.figures import exactly
        >>> from claimtrack.questions import killed
        >>> from claimtrack.reconcile import reconcile
        >>> from claimtrack.sources import Party, Source
        >>> state = Party("State")
        >>> army, un = Source("Army", "military", party=state), Source("UN", "igo")
        >>> claims = [
        ...     Claim(Event(f"Attack {n}"), source, killed(of=state), exactly(count))
        ...     for n in range(20) for source, count in ((army, 5 + n), (un, 10 + 2 * n))
        ... ]
        >>> policy = fit(claims)
        >>> policy.track_records[0].factor < 0.8
        True
        >>> reconcile(claims, killed(of=state), claims[8].event, policy=policy).text
        '14–23, estimate 18'
    """

    habits: Habits
    track_records: tuple[TrackRecord, ...]
    level: float = 0.9
    suspected: frozenset[SourceKind] = frozenset()
    name: str = "learned"
    version: str = "1"
    summary: str = phrase("policy.learned.summary")
    cites: str = phrase("policy.learned.cites")
    misleads: str = phrase("policy.learned.misleads")
    interest: bool = True
    estimates: bool = True

    def __call__(self, voices: Voices, /) -> Ruling:
        """Estimate from what the voices say."""
        rows = spoken(voices)
        if not any(row.standing for row in rows):
            return Ruling(because=phrase("learned.no_number"), used=())
        fitted = self._answer(rows)
        best, low, high, raised = self._ends(fitted, voices)
        told = self._tell(rows, fitted, raised)

        def note(claim: Claim) -> str:
            for place, row in enumerate(rows):
                if any(claim.id == other.id for other in row.voice.claims):
                    return self._part(rows, fitted, place, voices).label
            return ""

        return Ruling(
            low, best, high, because=told, used=tuple(row.voice for row in rows if row.standing),
            interval=(low, high),
            level=self.level, note=note,
        )  # fmt: skip

    def explain(
        self, held: Holdings | Iterable[Claim], question: Measure, event: Event | None = None
    ) -> Estimate:
        """An estimate with its parts: every voice's correction, weight and what it would be without it.

        Raises:
            InvalidField: If no voice states a number.
            AmbiguousEvent: If the question is asked of several events and none is named.
        """
        voices = hear(open_case(held, question, event), speaks_of_number).voices
        rows = spoken(voices)
        if not rows:
            raise InvalidField(
                "explain", "question", question, "a question on which some voice states a number"
            )
        fitted = self._answer(rows)
        best, low, high, raised = self._ends(fitted, voices)
        parts = tuple(self._part(rows, fitted, place, voices) for place in range(len(rows)))
        return Estimate(
            best,
            low,
            high,
            self.level,
            parts,
            float(fitted.level_share[0]),
            float(fitted.size_share[0]),
            raised,
        )

    def calibrate(
        self, held: Holdings | Iterable[Claim], known: Mapping[tuple[Event, Measure], int]
    ) -> LearnedPolicy:
        """The same policy with intervals that reach as far as misses on known answers ask for.

        Choose the events without looking at the estimates; take events like those you will ask about.

        Args:
            held: A ledger with the claims on these events.
            known: Persons, by event and measure.

        Raises:
            InvalidField: If there are too few known answers for the level of the policy.
            UnknownRecord: If nobody states a number on one of them.
        """
        holdings, _ = hold(held)
        rows: list[Spoken] = []
        keys: list[tuple[str, str]] = []
        for event, question in known:
            said = spoken(hear(open_case(holdings, question, event), speaks_of_number).voices)
            if not said:
                raise UnknownRecord(question, "number stated on", f"Leave {event} out.")
            rows.extend(said)
            keys.extend([(event.id, question.id)] * len(said))
        fitted = self._answer(rows, keys)
        answers = {(event.id, question.id): count for (event, question), count in known.items()}
        stated = np.array([answers[key] for key in fitted.columns.questions], dtype=np.float64)  # type: ignore[index]
        found = misses(fitted.answer, fitted.spread, stated)
        reach_of(found, self.level)
        return attrs.evolve(self, habits=attrs.evolve(self.habits, misses=found))

    def update(self, held: Holdings | Iterable[Claim]) -> LearnedPolicy:
        """Fit again to a ledger that has grown, beginning from what was learned; misses are kept."""
        again = fit(held, settings=self.habits.settings, suspect=self.suspected, level=self.level, start=self)
        return attrs.evolve(again, habits=attrs.evolve(again.habits, misses=self.habits.misses))

    def save(self, path: str | PathLike[str]) -> None:
        """Write the policy as readable JSON, to be published with a report and read by `load`."""
        records = [dump_record(record) for record in self.track_records]
        suspected = sorted(kind.value for kind in self.suspected)
        write_json(path, {"level": self.level, "suspected": suspected, "habits": dump_habits(self.habits),
                          "track_records": records})  # fmt: skip

    def _answer(self, rows: Sequence[Spoken], keys: Sequence[tuple[str, str]] | None = None) -> AnyFitted:
        read = read_rows(rows, [("", "")] * len(rows) if keys is None else keys)
        if read.columns is None:
            raise InvalidField("answer", "rows", rows, "at least one row")
        columns = read.columns
        if self.suspected:
            shared = suspicion_in(columns, self.habits, read.of_kinds(self.suspected), COPY_RATE)
            columns = attrs.evolve(columns, share=shared.share)
        return answer_columns(columns, self.habits)

    def _ends(self, fitted: AnyFitted, voices: Voices) -> tuple[int, int, int, int | None]:
        best = round(float(fitted.estimate[0]))
        bottom, top = fitted.interval(self.level)
        low, high = round(float(bottom[0])), round(float(top[0]))
        floor = unopposed_floor(voices)
        raised = floor if floor is not None and floor > best else None
        if floor is not None:
            best, low = max(best, floor), max(low, floor)
        return best, min(low, best), max(high, best), raised

    def _tell(self, rows: Sequence[Spoken], fitted: AnyFitted, raised: int | None) -> Phrase:
        number = len(rows)
        past = number - sum(row.standing for row in rows)
        told = [phrase("learned.estimated_from", n=number, level=self.level)]
        if past:
            told.append(phrase("learned.past", n=past))
        level = float(fitted.level_share[0])
        if level > MOSTLY_PRIOR:
            told.append(phrase("learned.prior", share=level))
        elif level > 0.05:
            told.append(phrase("learned.partisans", share=level))
        if raised is not None:
            told.append(phrase("learned.raised", n=raised))
        new = sorted({row.source.name for row in rows} - self._known_names(rows))
        if new:
            told.append(phrase("learned.new", names=tuple(new)))
        return phrase("learned.sentences", parts=tuple(told))

    def _known_names(self, rows: Sequence[Spoken]) -> set[str]:
        known = {habit.source for habit in self.habits.sources}
        return {row.source.name for row in rows if row.source.id in known}

    def _part(self, rows: Sequence[Spoken], fitted: AnyFitted, place: int, voices: Voices) -> Part:
        without = None
        if len(rows) > 1:
            rest = [row for number, row in enumerate(rows) if number != place]
            without = round(float(self._answer(rest).estimate[0]))
        bias = float(fitted.bias[place])
        centre = (fitted.linear if isinstance(fitted, GridFitted) else fitted).centre[place]
        return Part(
            claim=rows[place].voice.claims[0], bearing=rows[place].bearing, factor=math.exp(bias),
            reads=round(float(persons(np.asarray(centre - bias)))), share=float(fitted.columns.share[place]),
            weight=float(fitted.weight[place]), without=without,
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    def __repr__(self) -> str:
        return (
            f"<policy {self}, {self.habits.variant}: {self.habits.questions:,} questions, "
            f"{len(self.habits.sources):,} sources>"
        )


def fit(
    held: Holdings | Iterable[Claim],
    *,
    settings: Settings | None = None,
    variant: Variant | Literal["auto"] = "auto",
    suspect: Iterable[SourceKind | str] = (),
    level: float = 0.9,
    start: LearnedPolicy | None = None,
) -> LearnedPolicy:
    """Learn the habits of sources from a ledger, and give the policy that uses them.

    Args:
        held: A ledger, or an iterable of claims.
        settings: What to assume; by default as measured.
        variant: "linear", "grid", or "auto": the grid where voices are few or nearly all partisan.
        suspect: Kinds of source, such as "media", whose same odd figures are suspected to be copies.
        level: The probability that intervals are meant to have.
        start: An earlier policy to begin from.

    Raises:
        InvalidField: If no claim states a number.
    """
    holdings, _ = hold(held)
    reach_of((), level)
    kinds = kinds_of(suspect)
    read = read_ledger(holdings)
    if read.columns is None:
        raise InvalidField("fit", "held", held, "claims that state numbers")
    fitted = fit_columns(
        read.columns, settings, variant=variant, suspected=read.of_kinds(kinds) if kinds else None,
        start=None if start is None else start.habits,
    )  # fmt: skip
    records = track_records(holdings, fitted)
    return LearnedPolicy(habits=fitted.habits, track_records=records, level=level, suspected=kinds)


def load(path: str | PathLike[str]) -> LearnedPolicy:
    """Read a policy that was saved.

    Raises:
        InvalidField: If the file is of another kind or version, or anything in it is missing or unknown.
    """
    data = read_json(path, {"level", "suspected", "habits", "track_records"})
    level, suspected, records = data["level"], data["suspected"], data["track_records"]
    if isinstance(level, bool) or not isinstance(level, (int, float)):
        raise WrongType("load", "$.level", level, "a number")
    if not isinstance(suspected, list) or not isinstance(records, list):
        raise WrongType("load", "$", data, "lists of suspected kinds and of track records")
    return LearnedPolicy(
        habits=read_habits(data["habits"], "$.habits"),
        track_records=tuple(read_record(row, f"$.track_records[{n}]") for n, row in enumerate(records)),
        level=level, suspected=kinds_of(suspected),
    )  # fmt: skip

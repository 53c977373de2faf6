"""Tables with one row per source per event, read by a declared mapping of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from os import PathLike

import attrs

from claimtrack.answers import declined
from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.errors import Problem
from claimtrack.events import Event
from claimtrack.io.cast import Cast
from claimtrack.io.delimited import Row, Table, read_delimited
from claimtrack.io.estimates import estimate
from claimtrack.io.foreign import RowReading, day, read_rows
from claimtrack.ledger import Ledger
from claimtrack.questions import Measure, Outcome
from claimtrack.sources import SourceKindName

__all__ = ["MAVERICK", "Columns", "read"]

Estimates = tuple[str, str, str]
"""The columns of low, best and high; an empty text where there is no such column."""


@attrs.frozen(kw_only=True)
class Columns:
    """What the columns of a table are called.

    Attributes:
        event: The column that identifies the event.
        source: The column that names the source.
        counts: For each outcome, the columns of low, best and high.
        name: The column that names the event, or an empty text.
        start: The column of the first day, or an empty text.
        end: The column of the last day, or an empty text.
        place: The columns that name the place, the first that is filled counts.
        country: The column of the country, or an empty text.
        parties: The columns that name parties.
        kind: The column of the kind of source, or an empty text.
        kinds: What its values mean.
        reference: The column with the reference, whose first date in brackets is when it was
            stated; kept as the note.
        grade: A column of grades of the source, kept in its note; or an empty text.
        zero_is_unknown: Zero in all of low, best and high means that no figure was given.
    """

    event: str
    source: str
    counts: Mapping[Outcome, Estimates]
    name: str = ""
    start: str = ""
    end: str = ""
    place: tuple[str, ...] = ()
    country: str = ""
    parties: tuple[str, ...] = ()
    kind: str = ""
    kinds: Mapping[str, SourceKindName] = attrs.field(factory=dict)
    reference: str = ""
    grade: str = ""
    zero_is_unknown: bool = False


MAVERICK = Columns(
    event="event_id",
    source="source_author",
    counts={
        Outcome.killed: ("deaths_low", "deaths_best", "deaths_high"),
        Outcome.wounded: ("injuries_low", "injuries_best", "injuries_high"),
    },
    name="event_context",
    start="date_start",
    end="date_end",
    place=("location", "city"),
    country="country",
    parties=("actor1", "actor2"),
    kind="source_type",
    kinds={
        "International news agency": "agency",
        "International news media": "media",
        "National news media": "media",
        "International civil society organization": "ngo",
        "International organization": "igo",
        "Human rights commission": "official",
        "National government agency": "government",
    },
    reference="source",
    grade="source_classification",
    zero_is_unknown=True,
)
"""MAVERICK, electoral violence (CC BY 4.0): zero often means that no figure was given."""

_DATE = re.compile(r"\((\d{4}(?:-\d{2}(?:-\d{2})?)?)\)")


def read(path: str | PathLike[str], columns: Columns = MAVERICK) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read a table with one row per source per event.

    Args:
        path: The file.
        columns: What its columns are called.

    Raises:
        InvalidField: If a column is not there.
        OSError: If the file cannot be read.
    """
    table = read_delimited(path)
    counts = [name for names in columns.counts.values() for name in names if name]
    return read_rows(table, [columns.event, columns.source, *counts], partial(_Reading, columns=columns))


class _Reading(RowReading):
    def __init__(self, table: Table, row: Row, cast: Cast, *, columns: Columns) -> None:
        super().__init__(table, row, cast)
        self._columns = columns

    def claims(self) -> tuple[Claim, ...]:
        event = self._event()
        return () if event is None else self.kept(self._made(event))

    def _event(self) -> Event | None:
        columns = self._columns
        identity = self.text(columns.event)
        if not identity or not self.text(columns.source):
            self.report("unreadable-row", f"{columns.event} or {columns.source} is empty")
            return None
        known = self.cast.event(identity)
        if known is not None:
            return known
        where = next((self.text(column) for column in columns.place if self.text(column)), "")
        names = [self.text(column) for column in columns.parties if self.text(column)]
        what = self.text(columns.name)
        event = Event(
            ", ".join(part for part in (what, where, identity) if part),
            key=identity,
            occurred=self.days(columns.start, columns.end),
            place=self.place(where or self.text(columns.country), self.text(columns.country)),
            parties=[self.cast.party(name) for name in dict.fromkeys(names)],
        )
        return self.cast.event(identity, event)

    def _made(self, event: Event) -> Iterator[Claim]:
        columns = self._columns
        kind = columns.kinds.get(self.text(columns.kind), "other")
        grade = self.text(columns.grade).removesuffix(".0")
        source = self.cast.source(
            self.text(columns.source), kind=kind, note=f"{columns.grade} {grade}" if grade else ""
        )
        reference = self.text(columns.reference)
        for outcome, (low, best, high) in columns.counts.items():
            ends = tuple(self.count(name) if name else None for name in (low, best, high))
            figure, irregular = estimate(*ends)
            if irregular:
                self.report("disordered-estimates", f"{outcome.label}: {irregular}")
            if columns.zero_is_unknown and set(ends) <= {0, None}:
                figure = None
            answer = declined("no_number") if figure is None else figure
            yield Claim(event, source, Measure(outcome), answer, stated=_stated(reference), note=reference)


def _stated(reference: str) -> When | None:
    match = _DATE.search(reference)
    return None if match is None else day(match.group(1))

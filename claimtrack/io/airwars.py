"""Incident tables as Airwars keeps them: minima and maxima, a grading, and what each belligerent conceded.

A row becomes an event; a claim of the database on how many civilians were killed; and, for each
belligerent that conceded something, a claim of its own and its admission that it did it. The
grading is the database's own verdict: it is kept in the note and moves no status here.

Source: Airwars, methodology note: "confirmed" means that a belligerent accepted responsibility;
no minimum and no maximum means unknown, never 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from os import PathLike

from claimtrack.answers import affirms, declined
from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, Problem
from claimtrack.events import Event
from claimtrack.io.cast import Cast
from claimtrack.io.delimited import Row, Table, read_delimited
from claimtrack.io.estimates import estimate
from claimtrack.io.foreign import RowReading, read_rows
from claimtrack.ledger import Ledger
from claimtrack.questions import Attribution, killed, wounded
from claimtrack.sources import Party, Source

__all__ = ["COLUMNS", "read"]

GRADINGS = ("confirmed", "fair", "weak", "contested", "discounted")
"""What an incident can be graded as."""

COLUMNS = {
    "id": "id",
    "date": "date",
    "place": "place",
    "country": "country",
    "killed_min": "killed_min",
    "killed_max": "killed_max",
    "injured_min": "injured_min",
    "injured_max": "injured_max",
    "grading": "grading",
    "strike_status": "strike_status",
    "belligerents": "belligerents",
    "url": "url",
}
"""What each column is called in the file; pass others as `columns`."""

_CONCEDED = re.compile(r"(.+?) conceded[ _](min|max)\Z", re.IGNORECASE)
_KILLED, _HURT = killed(among="civilians"), wounded(among="civilians")
_DEED = Attribution("The strike", regard="blame")


def read(
    path: str | PathLike[str],
    *,
    database: Source | str = "Airwars",
    columns: Mapping[str, str] | None = None,
) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read an incident table in CSV.

    Columns "NAME conceded min" and "NAME conceded max" give what a belligerent conceded.

    Args:
        path: The file.
        database: Who keeps the table and makes its estimates.
        columns: What columns are called in this file, where it is not as in `COLUMNS`.

    Raises:
        InvalidField: If a column is not there.
        OSError: If the file cannot be read.
    """
    unknown = sorted(set(columns or {}) - set(COLUMNS))
    if unknown:
        raise InvalidField("airwars.read", "columns", unknown, f"keys of {', '.join(COLUMNS)}")
    named = {**COLUMNS, **(columns or {})}
    keeper = database if isinstance(database, Source) else Source(database, kind="ngo")
    table = read_delimited(path)
    needed = [named[key] for key in ("id", "date", "killed_min", "killed_max")]
    return read_rows(table, needed, partial(_Reading, keeper=keeper, named=named))


class _Reading(RowReading):
    def __init__(
        self, table: Table, row: Row, cast: Cast, *, keeper: Source, named: Mapping[str, str]
    ) -> None:
        super().__init__(table, row, cast)
        self._keeper = keeper
        self._named = named

    def claims(self) -> tuple[Claim, ...]:
        identity, grading = self._cell("id"), self._cell("grading").lower()
        if not identity:
            self.report("unreadable-row", "it has no id")
            return ()
        if grading and grading not in GRADINGS:
            message = f"the grading {grading!r} is none of {', '.join(GRADINGS)}; kept in the note"
            self.report("unknown-grading", message, self._named["grading"])
        suspects = [name.strip() for name in self._cell("belligerents").split(";") if name.strip()]
        where = self._cell("place")
        event = Event(
            f"{identity}, {where}" if where else identity,
            key=f"{self._keeper.name} {identity}",
            occurred=self.date(self._named["date"]),
            place=self.place(where, self._cell("country")),
            parties=[self.cast.party(name) for name in dict.fromkeys(suspects)],
        )
        return self.kept(self._made(event, suspects))

    def _made(self, event: Event, suspects: list[str]) -> Iterator[Claim]:
        said = {key: self._cell(key) for key in ("grading", "strike_status", "belligerents")}
        note = ", ".join(f"{key} {value}" for key, value in said.items() if value)
        url = self._cell("url") or None
        for question, low, high in (
            (_KILLED, "killed_min", "killed_max"),
            (_HURT, "injured_min", "injured_max"),
        ):
            figure, irregular = estimate(self.count(self._named[low]), None, self.count(self._named[high]))
            if irregular:
                self.report("disordered-estimates", irregular)
            if figure is not None or question is _KILLED:
                answer = declined("no_number") if figure is None else figure
                yield Claim(event, self._keeper, question, answer, note=note, url=url)
        for name in suspects:
            yield Claim(
                event, self._keeper, _DEED, affirms(self.cast.party(name)), hedged=True, note=note, url=url
            )
        yield from self._conceded(event)

    def _conceded(self, event: Event) -> Iterator[Claim]:
        ends: dict[str, dict[str, int | None]] = {}
        for column in self.table.columns:
            match = _CONCEDED.match(column)
            if match is not None:
                ends.setdefault(match.group(1), {})[match.group(2).lower()] = self.count(column)
        for name, conceded in ends.items():
            figure, irregular = estimate(conceded.get("min"), None, conceded.get("max"))
            if irregular:
                self.report("disordered-estimates", f"{name}: {irregular}")
            if figure is None:
                continue
            party: Party = self.cast.party(name)
            source = self.cast.source(name, kind="military", party=party)
            yield Claim(event, source, _KILLED, figure, via=[self._keeper])
            yield Claim(event, source, _DEED, affirms(party), via=[self._keeper])

    def _cell(self, key: str) -> str:
        return self.text(self._named[key])

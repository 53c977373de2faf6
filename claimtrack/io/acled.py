"""ACLED: one row an event, with the fatalities it codes and the outlets it names.

ACLED codes the lowest number that was reported, and codes words without a number by rule: such
figures are marked imputed. Its 0 stands for none and for not known alike, so it is kept in words.
Rows are overwritten in place: what an earlier download said is not in a later one.

Source: ACLED Codebook and FAQ (fatalities), as they stood in 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from os import PathLike

import attrs

from claimtrack.claims import Carrier, Claim
from claimtrack.dates import When, when
from claimtrack.errors import Problem, WordingError
from claimtrack.events import Event
from claimtrack.figures import Figure, exactly, unread
from claimtrack.io.cast import Cast
from claimtrack.io.delimited import Row, Table, explained, read_delimited
from claimtrack.io.foreign import RowReading, read_rows
from claimtrack.ledger import Ledger
from claimtrack.questions import Outcome, killed, wounded
from claimtrack.sources import Source
from claimtrack.wording import find_figures

__all__ = ["read"]

NEEDED = ("event_id_cnty", "event_date", "actor1", "location", "source", "fatalities")
"""The columns without which nothing can be read."""

CODED_ZERO = "0 fatalities coded, which stands for none and for not known"

ACLED = Source("ACLED", kind="aggregator", url="https://acleddata.com")
"""The database, as the last carrier of every claim."""

_KILLED, _HURT = killed(), wounded()
_READ = {Outcome.killed.value: _KILLED, Outcome.wounded.value: _HURT}
_CODED = re.compile(
    r"(?i)(?:unknown|unspecified|unclear|unconfirmed) (?:number|fatalit)[^.]*"
    r"|coded (?:as|at|with|to) \d+[^.]*"
    r"|\b(?:several|many|few|dozens|tens|hundreds|multiple|some) (?:\w+ ){0,3}(?:killed|dead|fatalit)[^.]*"
)
_BY_RULE = {
    3: "a plural without a number",
    10: "the same in larger fighting, or tens",
    12: "dozens",
    100: "hundreds",
}


def read(path: str | PathLike[str], *, read_notes: bool = False) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read an ACLED table in CSV.

    Args:
        path: The file.
        read_notes: Whether to read the counts of killed and wounded in the notes too; such claims
            are marked, as a program found them in ACLED's summary.

    Raises:
        InvalidField: If it has not the columns of ACLED.
        OSError: If the file cannot be read.
    """
    return read_rows(read_delimited(path), NEEDED, partial(_Reading, read_notes=read_notes))


class _Reading(RowReading):
    def __init__(self, table: Table, row: Row, cast: Cast, *, read_notes: bool) -> None:
        super().__init__(table, row, cast)
        self._read_notes = read_notes

    def claims(self) -> tuple[Claim, ...]:
        identity = self.text("event_id_cnty")
        if not identity:
            self.report("unreadable-row", "it has no event_id_cnty")
            return ()
        sides = [side for side in (self.text("actor1"), self.text("actor2")) if side]
        where = self.text("location") or self.text("admin1") or self.text("country")
        said = {column: self.text(column) for column in ("time_precision", "geo_precision", "source_scale")}
        event = Event(
            " – ".join(sides) + (f", {where}" if where else "") or identity,
            key=f"acled {identity}",
            occurred=self._occurred(),
            place=self.place(where, self.text("country")),
            parties=[self.cast.party(side) for side in dict.fromkeys(sides)],
            note=", ".join(f"{column} {value}" for column, value in said.items() if value),
        )
        return self.kept(self._made(event))

    def _made(self, event: Event) -> Iterator[Claim]:
        names = [name.strip() for name in self.text("source").split(";") if name.strip()]
        speaker = (
            self.cast.source("; ".join(names), kind="media", collective=len(names) > 1) if names else ACLED
        )
        via = (Carrier(ACLED, self._published()),) if names else ()
        notes, count = self.text("notes"), self.count("fatalities")
        if count is not None:
            figure, imputed = _coded(count, notes)
            yield Claim(event, speaker, _KILLED, figure, via=via, imputed=imputed, note=notes)
        if self._read_notes:
            yield from self._mentioned(event, speaker, via, notes)

    def _mentioned(
        self, event: Event, speaker: Source, via: tuple[Carrier, ...], notes: str
    ) -> Iterator[Claim]:
        try:
            mentions = find_figures(notes)
        except WordingError as error:
            self.report("unread-notes", str(error), "notes")
            return
        for mention in mentions:
            question = _READ.get(mention.outcome or "")
            if question is not None and not (mention.part or mention.increment or mention.earlier):
                why = "read from ACLED's notes by a program"
                yield Claim(event, speaker, question, mention.figure, via=via, imputed=why, note=notes)

    def _occurred(self) -> When | None:
        """The date as precise as coded: 1 the day, 2 the week, 3 the month."""
        date = self.date("event_date")
        if date is None or self.text("time_precision") != "3":
            return date
        return when(date.iso[:7])

    def _published(self) -> When | None:
        text = self.text("timestamp")
        try:
            return when(datetime.fromtimestamp(int(text), UTC).date()) if text else None
        except (ValueError, OverflowError, OSError) as error:
            self.report("wrong-date", explained(error), "timestamp")
            return None


def _coded(count: int, notes: str) -> tuple[Figure, str | None]:
    """What ACLED coded, and what of it is its rule and not a number that anybody gave."""
    if count == 0:
        return unread(CODED_ZERO), None
    words = _CODED.search(notes)
    if words is None or count not in _BY_RULE:
        return exactly(count), None
    why = f"ACLED codes {count} for {_BY_RULE[count]}: {words.group().strip()!r}"
    return attrs.evolve(exactly(count), imputed=True), why

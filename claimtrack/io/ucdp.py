"""UCDP GED: one row an event, with who said it first, who carried it, and low, best and high.

Source: UCDP Georeferenced Event Dataset, versions 17 to 25 (CC BY 4.0); rules as commonly stated in
its codebook (Sundberg and Melander 2013, Journal of Peace Research).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from os import PathLike

from claimtrack.claims import Carrier, Claim
from claimtrack.errors import Problem
from claimtrack.events import Event
from claimtrack.figures import Figure, exactly
from claimtrack.io.delimited import read_delimited
from claimtrack.io.estimates import estimate
from claimtrack.io.foreign import RowReading, day, read_rows
from claimtrack.ledger import Ledger
from claimtrack.questions import Measure, killed
from claimtrack.sources import Source

__all__ = ["read"]

NEEDED = ("id", "side_a", "side_b", "date_start", "date_end", "low", "best", "high")
"""The columns without which nothing can be read."""

CODED = "UCDP's coding: its best estimate"
"""What is said of figures that UCDP gives without saying whose they are."""

UCDP = Source("UCDP GED", kind="aggregator", url="https://ucdp.uu.se")
"""The database, as the last carrier of every claim."""

_CARRIED = Carrier(UCDP)
_ARTICLE = re.compile(r'"([^",]*),(\d{4}-\d{2}-\d{2}),')
_SEVERAL = re.compile(r"[,;/&]|\band\b")
_KILLED, _CIVILIANS, _UNKNOWN = killed(), killed(among="civilians"), killed(among="of unknown status")
_DESCRIBED = ("event_clarity", "date_prec", "where_prec")
_exactly = lru_cache(maxsize=4096)(exactly)
_PARTS = {"deaths_a": "side_a", "deaths_b": "side_b", "deaths_civilians": "", "deaths_unknown": ""}


def read(path: str | PathLike[str]) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read a UCDP GED table in CSV.

    A row becomes an event, and a claim on how many were killed by the source UCDP names as original,
    through the articles it names and UCDP itself; deaths per side and of civilians, where above zero,
    become claims too, marked as UCDP's coding. Rows whose low, best and high are out of order, or
    whose parts do not add up, are kept and reported.

    Raises:
        InvalidField: If it has not the columns of UCDP GED.
        OSError: If the file cannot be read.
    """
    return read_rows(read_delimited(path), NEEDED, _Reading)


class _Reading(RowReading):
    """One row being read."""

    def claims(self) -> tuple[Claim, ...]:
        """The claims of the row; none where it cannot be read."""
        event = self._event()
        if event is None:
            return ()
        parts = {column: self.count(column) for column in _PARTS}
        figure = self._total(parts)
        note = ", ".join(f"{column} {count}" for column, count in parts.items() if count is not None)
        return self.kept(self._made(event, figure, parts, note))

    def _made(
        self, event: Event, figure: Figure | None, parts: dict[str, int | None], note: str
    ) -> Iterator[Claim]:
        headlines = self.text("source_article")
        articles = _ARTICLE.findall(headlines)
        published = {outlet.strip(): date for outlet, date in articles if outlet.strip()}
        carriers = tuple(Carrier(self._outlet(name), day(date)) for name, date in published.items())
        original = self.text("source_original")
        speaker = self._speaker(original, published)
        via = tuple(carrier for carrier in carriers if carrier.source != speaker)
        through = (*via, _CARRIED) if speaker is not UCDP else ()
        if figure is not None:
            yield Claim(
                event,
                speaker,
                _KILLED,
                figure,
                via=through,
                note=f"{note}; {headlines}" if headlines else note,
            )
        for column, count in parts.items():
            if count:
                yield Claim(event, UCDP, self._part(column), _exactly(count), imputed=CODED)

    def _outlet(self, name: str) -> Source:
        return self.cast.source(name, kind="media")

    def _speaker(self, original: str, published: dict[str, str]) -> Source:
        """Who said it first; several names in one cell are one collective voice."""
        if original:
            if _SEVERAL.search(original):
                return self.cast.source(original, collective=True)
            return self._outlet(original)
        return self._outlet(next(iter(published))) if published else UCDP

    def _part(self, column: str) -> Measure:
        side = self.text(_PARTS[column]) if _PARTS[column] else ""
        if side:
            return self.cast.killed_of(side)
        return _CIVILIANS if column == "deaths_civilians" else _UNKNOWN

    def _event(self) -> Event | None:
        identity = self.text("id").removesuffix(".0")
        if not identity:
            self.report("unreadable-row", "it has no id", "id")
            return None
        sides = [side for side in (self.text("side_a"), self.text("side_b")) if side]
        where = self.text("where_coordinates") or self.text("adm_1") or self.text("country")
        name = " – ".join(sides) + (f", {where}" if where else "")
        return Event(
            name or f"UCDP GED {identity}",
            key=f"ucdp ged {identity}",
            occurred=self.days("date_start", "date_end"),
            place=self.place(where, self.text("country")),
            parties=[self.cast.party(side) for side in dict.fromkeys(sides)],
            note=self._notes(),
        )

    def _notes(self) -> str:
        said = {column: self.text(column).removesuffix(".0") for column in _DESCRIBED}
        return ", ".join(f"{column} {value}" for column, value in said.items() if value)

    def _total(self, parts: dict[str, int | None]) -> Figure | None:
        low, best, high = self.count("low"), self.count("best"), self.count("high")
        figure, irregular = estimate(low, best, high)
        if irregular:
            self.report("disordered-estimates", irregular)
        self._add_up(parts, best)
        return figure

    def _add_up(self, parts: dict[str, int | None], best: int | None) -> None:
        """Report parts that do not make up the best estimate, as the codebook has it (as commonly stated)."""
        known = [count for count in parts.values() if count is not None]
        if best is not None and len(known) == len(_PARTS) and sum(known) != best:
            self.report("parts-do-not-add-up", f"the parts make {sum(known)}, best is {best}")

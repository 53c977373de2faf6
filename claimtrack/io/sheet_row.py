"""One row of an analyst's sheet, read as a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from typing import cast

from claimtrack.answers import Answer, Declined, DeclinedKind, Stance, StanceKind
from claimtrack.claims import Carrier, Claim, ObservationName
from claimtrack.dates import DayOrder, When, when
from claimtrack.errors import ClaimtrackError, InvalidField
from claimtrack.events import Event, Place
from claimtrack.figures import Figure, exactly
from claimtrack.io.cast import Cast
from claimtrack.io.delimited import Row, Table, explained, whole_number
from claimtrack.io.estimates import estimate
from claimtrack.io.foreign import RowReading
from claimtrack.questions import Measure, Outcome, Proposition, Question
from claimtrack.sources import Source
from claimtrack.wording import figure as read_figure

_YES = {"yes": True, "y": True, "true": True, "1": True, "oui": True, "x": True}
_NO = {"no": False, "n": False, "false": False, "0": False, "non": False, "": False}
_MEANINGS = {
    ("Source", "kind"): "source_kind",
    ("Source", "name"): "source",
    ("Event", "name"): "event",
    ("Party", "name"): "party",
    ("Place", "name"): "place",
}
"""The meaning of a column, by the record and the field that refused its cell."""

_OUTCOMES = {outcome.value: outcome for outcome in Outcome} | {outcome.label: outcome for outcome in Outcome}


class _WrongCellError(Exception):
    """A cell that cannot be read."""

    def __init__(self, meaning: str, message: str) -> None:
        self.meaning = meaning
        super().__init__(message)


class SheetRow(RowReading):
    """One row being read.

    Args:
        table: The table that the row is in.
        row: The row.
        cast: The parties and sources of the table.
        named: For each meaning the column in the file.
        lang: The language of figures in words, where no column says it.
        order: How to read 09/10/2024.
    """

    def __init__(
        self,
        table: Table,
        row: Row,
        cast: Cast,
        *,
        named: Mapping[str, str],
        lang: str | None,
        order: DayOrder | None,
    ) -> None:
        super().__init__(table, row, cast)
        self._named = named
        self._lang = lang
        self._order = order

    @staticmethod
    def said(claim: Claim) -> str:
        """The answer as the template has it."""
        answer = claim.answer
        if isinstance(answer, Stance):
            return answer.kind.value
        if isinstance(answer, Declined):
            return answer.how.value
        return answer.as_given

    def describe(self) -> None:
        """Tell the cast of the source of the row."""
        with suppress(_WrongCellError, ClaimtrackError):
            self._source()
            self.cast.differing.clear()
        with suppress(_WrongCellError, ClaimtrackError):
            if self._cell("place"):
                occurred = self._date("occurred")
                self.cast.happened_at(
                    self._cell("event"), occurred.iso if occurred else "", self._cell("place")
                )

    def claims(self) -> tuple[Claim, ...]:
        """The claim of the row; none where a cell cannot be read."""
        try:
            return (self._claim(),)
        except _WrongCellError as error:
            self.report("rejected-row", f"rejected: {error}", self._named.get(error.meaning, ""))
        except InvalidField as error:
            meaning = _MEANINGS.get((error.record, error.field), error.field)
            self.report("rejected-row", f"rejected: {error}", self._named.get(meaning, ""))
        except ClaimtrackError as error:
            self.report("rejected-row", f"rejected: {error}")
        return ()

    def _claim(self) -> Claim:
        for meaning in ("event", "source", "question"):
            if not self._cell(meaning):
                raise _WrongCellError(meaning, f"{meaning} is empty")
        question = self._question()
        observed = self._cell("observed")
        return Claim(
            self._event(),
            self._source(),
            question,
            self._answer(question),
            stated=self._date("stated"),
            via=tuple(self._carriers()),
            first_hand=self._flag("first_hand"),
            observed=cast("ObservationName", observed) if observed else None,
            hedged=self._cell("hedged") or None,
            words=(self._cell("words") or None) if isinstance(question, Proposition) else None,
            lang=self._cell("lang") or None,
            url=self._cell("url") or None,
            note=self._cell("note"),
        )

    def _event(self) -> Event:
        name, occurred = self._cell("event"), self._date("occurred")
        where = self._cell("place") or self.cast.place_of(name, occurred.iso if occurred else "")
        made = Event(
            name,
            occurred=occurred,
            place=self._where(where),
            parties=map(self.cast.party, self._several("parties")),
        )
        held = self.cast.event(made.id, made)
        return made if held is None else held

    def _where(self, where: str) -> Place | None:
        latitude, longitude = self._degrees("latitude"), self._degrees("longitude")
        if not where:
            if latitude is not None:
                raise _WrongCellError("latitude", "coordinates without a place: give the place a name")
            return None
        return Place(where, latitude=latitude, longitude=longitude)

    def _source(self) -> Source:
        party, reliability = self._cell("party"), self._cell("reliability")
        described: dict[str, object] = {
            "kind": self._cell("source_kind") or None,
            "party": self.cast.party(party) if party else None,
            "reliability": reliability.upper() or None,
            "anonymous": self._flag("anonymous") or None,
        }
        given = {name: value for name, value in described.items() if value is not None}
        return self.cast.source(self._cell("source"), **given)

    def _question(self) -> Question:
        text = self._cell("question")
        named = [_OUTCOMES.get(part.strip().lower()) for part in text.replace(" or ", "+").split("+")]
        if text.strip().lower() in ("casualties", "losses"):
            named = [Outcome.killed, Outcome.wounded]
        outcomes = [outcome for outcome in named if outcome is not None]
        if outcomes and len(outcomes) == len(named):
            parties = self._several("of")
            return Measure(
                outcomes,
                of=[self.cast.party(name) for name in parties] if parties else None,
                among=self._cell("among") or None,
                part=self._cell("part") or None,
            )
        if len(text.split()) == 1:
            raise _WrongCellError(
                "question", f"{text!r} is neither an outcome ({', '.join(Outcome)}) nor a sentence"
            )
        return Proposition(text)

    def _answer(self, question: Question) -> Answer:
        raw = self.row.get(self._named.get("answer", ""))
        text = self._cell("answer")
        if text in DeclinedKind.__members__:
            return Declined(DeclinedKind(text))
        if isinstance(question, Proposition):
            if text.lower() not in StanceKind.__members__:
                raise _WrongCellError("answer", f"{text!r}; expected affirms or denies for a sentence")
            return Stance(StanceKind(text.lower()))
        if text:
            return self._figure(raw, text)
        try:
            ends = [whole_number(self.row.get(self._named.get(end, ""))) for end in ("low", "high")]
        except ValueError as error:
            raise _WrongCellError("low", str(error)) from None
        figure, irregular = estimate(ends[0], None, ends[1])
        if figure is None or irregular:
            raise _WrongCellError("answer", irregular or "no answer: neither a figure nor low and high")
        return figure

    def _figure(self, raw: object, text: str) -> Figure:
        if not isinstance(raw, str) or (text.isascii() and text.isdigit()):
            try:
                return exactly(whole_number(raw) or 0)
            except ValueError as error:
                raise _WrongCellError("answer", str(error)) from None
        try:
            return read_figure(text, lang=self._cell("lang") or self._lang)  # type: ignore[arg-type]  # checked there
        except ClaimtrackError as error:
            raise _WrongCellError("answer", explained(error)) from None

    def _carriers(self) -> Iterator[Carrier]:
        names, dates = self._several("via"), self._cell("published").split(";")
        if dates != [""] and len(dates) != len(names):
            raise _WrongCellError("published", f"{len(dates)} dates for {len(names)} outlets")
        for place, name in enumerate(names):
            text = dates[place].strip() if dates != [""] else ""
            yield Carrier(self.cast.source(name), self._read_date("published", text) if text else None)

    def _date(self, meaning: str) -> When | None:
        cell = self.row.get(self._named.get(meaning, ""))
        if isinstance(cell, datetime):
            return when(cell.date()) if cell.time() == time(0) else when(cell)
        if isinstance(cell, date):
            return when(cell)
        text = self._cell(meaning)
        return self._read_date(meaning, text) if text else None

    def _read_date(self, meaning: str, text: str) -> When:
        try:
            return when(text) if self._order is None else when(text, order=self._order)
        except InvalidField as error:
            raise _WrongCellError(
                meaning, f"{text!r}; expected {error.expected}. {error.hint}".strip()
            ) from None

    def _degrees(self, meaning: str) -> float | None:
        text = self._cell(meaning)
        try:
            return float(text) if text else None
        except ValueError:
            raise _WrongCellError(meaning, f"{text!r} is not a number of degrees") from None

    def _flag(self, meaning: str) -> bool:
        text = self._cell(meaning).lower()
        if text in _YES or text in _NO:
            return text in _YES
        raise _WrongCellError(meaning, f"{text!r}; expected yes, or nothing")

    def _several(self, meaning: str) -> list[str]:
        return [name.strip() for name in self._cell(meaning).split(";") if name.strip()]

    def _cell(self, meaning: str) -> str:
        column = self._named.get(meaning)
        return "" if column is None else self.text(column).strip()

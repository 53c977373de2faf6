"""One row of an analyst's sheet, read as a claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from enum import Enum
from functools import partial
from typing import TypeVar

import attrs

from claimtrack.answers import Answer, Declined, DeclinedKind, Stance, StanceKind
from claimtrack.claims import Carrier, Claim, Observation
from claimtrack.dates import DayOrder, When, when
from claimtrack.errors import ClaimtrackError, InvalidField, WordingError, choose
from claimtrack.events import Event, Place
from claimtrack.figures import Figure
from claimtrack.io.cast import Cast
from claimtrack.io.columns import NEEDED
from claimtrack.io.delimited import Row, Table, whole_number
from claimtrack.io.estimates import estimate
from claimtrack.io.foreign import RowReading
from claimtrack.questions import Measure, Outcome, Proposition, Question
from claimtrack.sources import Source
from claimtrack.wording import figure as read_figure

E = TypeVar("E", bound=Enum)
R = TypeVar("R")

_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
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
        self._order: DayOrder | None = order

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
        """The claim of the row; none where a cell cannot be read, and each such cell is reported."""
        for meaning in NEEDED:
            if not self._cell(meaning):
                self._reject(_WrongCellError(meaning, f"{meaning} is empty"))
        if self.problems:
            return ()
        question = self._read(self._question)
        parts: dict[str, object] = {
            "event": self._read(self._event),
            "source": self._read(self._source),
            "question": question,
            "answer": None if question is None else self._read(partial(self._answer, question)),
            "stated": self._read(partial(self._date, "stated")),
            "via": self._read(self._carriers),
            "first_hand": self._read(partial(self._flag, "first_hand")),
            "observed": self._read(partial(self._choice, "observed", Observation)),
        }
        texts = {name: self._cell(name) or None for name in ("hedged", "lang", "url")}
        words = (self._cell("words") or None) if isinstance(question, Proposition) else None
        if self.problems:
            return ()
        claim = self._read(lambda: Claim(**parts, **texts, words=words, note=self._cell("note")))  # type: ignore[arg-type]  # read one by one above
        return () if claim is None else (claim,)

    def _read(self, read: Callable[[], R]) -> R | None:
        """What a cell or several say; what cannot be read is reported and gives `None`."""
        try:
            return read()
        except (_WrongCellError, ClaimtrackError) as error:
            self._reject(error)
            return None

    def _reject(self, error: Exception) -> None:
        meaning = ""
        if isinstance(error, _WrongCellError):
            meaning = error.meaning
        elif isinstance(error, InvalidField):
            meaning = _MEANINGS.get((error.record, error.field), error.field)
        self.report("rejected-row", f"rejected: {error}", self._named.get(meaning, ""))

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
        text = self._cell("answer")
        if text.lower() in DeclinedKind.__members__:
            return Declined(DeclinedKind(text.lower()))
        if isinstance(question, Proposition):
            if text.lower() not in StanceKind.__members__:
                raise _WrongCellError("answer", f"{text!r}; expected affirms or denies for a sentence")
            return Stance(StanceKind(text.lower()))
        low, high = self._count("low"), self._count("high")
        if low is None and high is None and text and not self._is_number(text):
            return self._wording(text)
        best = self._count("answer") if self._is_number(text) else None
        figure, irregular = estimate(low, best, high)
        if figure is None or irregular:
            wrong = irregular.partition(";")[0] or "no answer: neither a figure nor low and high"
            raise _WrongCellError("answer", wrong)
        return figure if best is not None or not text else attrs.evolve(figure, words=text)

    def _is_number(self, text: str) -> bool:
        return _NUMBER.match(text) is not None

    def _count(self, meaning: str) -> int | None:
        try:
            return whole_number(self.row.get(self._named.get(meaning, "")))
        except ValueError as error:
            raise _WrongCellError(meaning, str(error)) from None

    def _wording(self, text: str) -> Figure:
        try:
            return read_figure(text, lang=self._cell("lang") or self._lang)  # type: ignore[arg-type]  # checked there
        except WordingError as error:
            hint = "correct it, or read it yourself and give low and high: the words are kept"
            raise _WrongCellError("answer", str(WordingError(text, error.reason, error.span, hint))) from None

    def _choice(self, meaning: str, kinds: type[E]) -> E | None:
        text = self._cell(meaning)
        return choose("Claim", meaning, text.lower(), kinds) if text else None

    def _carriers(self) -> list[Carrier]:
        names, dates = self._several("via"), self._cell("published").split(";")
        if dates != [""] and len(dates) != len(names):
            raise _WrongCellError("published", f"{len(dates)} dates for {len(names)} outlets")
        published = [self._read_date("published", text.strip()) if text.strip() else None for text in dates]
        return [
            Carrier(self.cast.source(name), date)
            for name, date in zip(names, published if dates != [""] else [None] * len(names), strict=True)
        ]

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

"""One row of an analyst's sheet, read as a claim."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial

from claimtrack.answers import Answer, Declined, DeclinedKind, Stance, StanceKind
from claimtrack.claims import Carrier, Claim, Observation
from claimtrack.dates import DayOrder
from claimtrack.errors import ClaimtrackError, WordingError
from claimtrack.events import Event, Place
from claimtrack.io.cast import Cast
from claimtrack.io.columns import NEEDED
from claimtrack.io.delimited import Row, Table
from claimtrack.io.sheet_cells import CellReading, WrongCellError
from claimtrack.io.sheet_figures import UNREAD, FigureCells, figure_of, is_number
from claimtrack.questions import Measure, Outcome, Proposition, Question
from claimtrack.sources import Source

_OUTCOMES = {outcome.value: outcome for outcome in Outcome} | {outcome.label: outcome for outcome in Outcome}


class SheetRow(CellReading):
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
        super().__init__(table, row, cast, named=named, order=order)
        self._lang = lang

    def describe(self) -> None:
        """Tell the cast of the source of the row."""
        with suppress(WrongCellError, ClaimtrackError):
            self._source()
            self.cast.differing.clear()
        with suppress(WrongCellError, ClaimtrackError):
            if self._cell("place"):
                occurred = self._date("occurred")
                self.cast.happened_at(
                    self._cell("event"), occurred.iso if occurred else "", self._cell("place")
                )

    def claims(self) -> tuple[Claim, ...]:
        """The claim of the row; none where a cell cannot be read, and each such cell is reported."""
        for meaning in NEEDED:
            if not self._cell(meaning):
                self._reject(WrongCellError(meaning, f"{meaning} is empty"))
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
        texts = {name: self._cell(name) or None for name in ("hedged", "imputed", "lang", "url")}
        words = (self._cell("words") or None) if isinstance(question, Proposition) else None
        if self.problems:
            return ()
        claim = self._read(lambda: Claim(**parts, **texts, words=words, note=self._cell("note")))  # type: ignore[arg-type]  # read one by one above
        return () if claim is None else (claim,)

    def _event(self) -> Event:
        name, occurred = self._cell("event"), self._date("occurred")
        where = self._cell("place") or self.cast.place_of(name, occurred.iso if occurred else "")
        made = Event(
            name,
            occurred=occurred,
            place=self._where(where),
            parties=map(self.cast.party, self._several("parties")),
            key=self._cell("event_key") or None,
        )
        held = self.cast.event(made.id, made)
        return made if held is None else held

    def _where(self, where: str) -> Place | None:
        latitude, longitude = self._degrees("latitude"), self._degrees("longitude")
        if not where:
            if latitude is not None:
                raise WrongCellError("latitude", "coordinates without a place: give the place a name")
            return None
        return Place(where, latitude=latitude, longitude=longitude)

    def _source(self) -> Source:
        party, reliability, knower = map(self._cell, ("party", "reliability", "known_to"))
        described: dict[str, object] = {
            "kind": self._cell("source_kind") or None,
            "party": self.cast.party(party) if party else None,
            "reliability": reliability.upper() or None,
            "anonymous": self._flag("anonymous") or None,
            "known_to": self.cast.knower(knower) if knower else None,
        }
        given = {name: value for name, value in described.items() if value is not None}
        return self.cast.source(self._cell("source"), **given)

    def _question(self) -> Question:
        text = self._cell("question")
        if self._cell("answer").lower() in StanceKind.__members__:
            return Proposition(text)
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
            raise WrongCellError(
                "question", f"{text!r} is neither an outcome ({', '.join(Outcome)}) nor a sentence"
            )
        return Proposition(text)

    def _answer(self, question: Question) -> Answer:
        text = self._cell("answer")
        if text.lower() in DeclinedKind.__members__ and not self._cell("read_as"):
            return Declined(DeclinedKind(text.lower()))
        if isinstance(question, Proposition):
            if text.lower() not in StanceKind.__members__:
                raise WrongCellError("answer", f"{text!r}; expected affirms or denies for a sentence")
            return Stance(StanceKind(text.lower()))
        read_as = self._cell("read_as")
        words = text if read_as.lower() == UNREAD or not is_number(text) else ""
        best = self._best("" if words else text)
        cells = FigureCells(words, self._count("low"), best, self._count("high"), read_as)
        try:
            return figure_of(cells, self._cell("lang") or self._lang)
        except WordingError as error:
            hint = "correct it, or read it yourself and fill in low, best, high or read_as: the words stay"
            raise WrongCellError("answer", str(WordingError(text, error.reason, error.span, hint))) from None

    def _best(self, answer: str) -> int | None:
        """The one number: under `answer` or under `best`."""
        best = self._count("best")
        if not is_number(answer):
            return best
        said = self._count("answer")
        if best not in (None, said):
            raise WrongCellError("best", f"{best}, and the answer is {said}")
        return said

    def _carriers(self) -> list[Carrier]:
        names, dates = self._several("via"), self._cell("published").split(";")
        if dates != [""] and len(dates) != len(names):
            raise WrongCellError("published", f"{len(dates)} dates for {len(names)} outlets")
        published = [self._read_date("published", text.strip()) if text.strip() else None for text in dates]
        return [
            Carrier(self.cast.source(name), date)
            for name, date in zip(names, published if dates != [""] else [None] * len(names), strict=True)
        ]

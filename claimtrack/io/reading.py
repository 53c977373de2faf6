"""The wire format, read: strictly, with every defect of a line at once."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import NamedTuple, NoReturn

from claimtrack.answers import Answer
from claimtrack.claims import Claim
from claimtrack.errors import ClaimtrackError
from claimtrack.events import Event, Place
from claimtrack.figures import Figure
from claimtrack.identity import make_id
from claimtrack.io.assembly import counted
from claimtrack.io.fields import Defect, DefectiveLine, Fields, read_date, read_moment, shown
from claimtrack.io.records import READERS, read_answer, read_optional, read_place
from claimtrack.io.wire import KINDS
from claimtrack.log import Record
from claimtrack.questions import Measure

_SHARED = 1 << 16
_DAY = len("2024-09-17")
_ID = "[0-9a-f]{24}"
_CLAIM = re.compile(
    r'\{(?:"gloss": "[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-f]{4})[^"\\\x00-\x1f]*)*", )?'
    rf'"claim": \{{"id": "(claim:{_ID})", "event": "(event:{_ID})", "source": "(source:{_ID})", '
    rf'"question": "([a-z]+:{_ID})", "answer": (\{{[^{{}}]*\}})'
    rf'(?:, "stated": "([^"\\]*)")?(?:, "via": \["(source:{_ID}(?:", "source:{_ID})*)"\])?'
    r'(?:(, [^{}]*))?\}, "recorded": "([^"\\]*)"\}\Z'
)
"""A claim as `claimtrack.io.writing` writes it; every other line is read the long way."""


_WORDS = r'"([^"\\\x00-\x1f]*)"'
_EVENT = re.compile(
    rf'\{{"event": \{{"id": "(event:{_ID})", "name": {_WORDS}(?:, "occurred": {_WORDS})?'
    rf'(?:, "place": (\{{[^{{}}]*\}}))?(?:, "parties": \["(party:{_ID}(?:", "party:{_ID})*)"\])?'
    rf'(?:, "key": {_WORDS})?(?:, "note": {_WORDS})?\}}, "recorded": {_WORDS}\}}\Z'
)
"""An event as `claimtrack.io.writing` writes it, where no text has an escape in it."""

_TEXT = re.compile(r', "(hedged|imputed|lang|url|note)": "([^"\\\x00-\x1f]*)"')
_NOTHING: dict[str, str] = {}


class Row(NamedTuple):
    """One entry of the log as a line gave it.

    Attributes:
        record: The record.
        recorded: When it was recorded, with its offset.
        revision: Whether it replaces the description held under the same id.
    """

    record: Record
    recorded: datetime
    revision: bool = False


class LineReader:
    """Reads lines one after the other; later lines refer to records that earlier ones gave.

    Attributes:
        held: Every described record that was read, by id; claims are not kept.
    """

    def __init__(self) -> None:
        self.held: dict[str, Record] = {}
        self._figures: dict[str, tuple[Answer, str]] = {}
        self._places: dict[str, Place] = {}
        self._carriers: dict[str, tuple[Record, ...]] = {}

    def read(self, line: str) -> Row:
        """Read one line.

        Raises:
            DefectiveLine: With every defect in it.
        """
        match = _CLAIM.match(line)
        if match is not None:
            return self._quick(match) or self._slow(line)
        match = _EVENT.match(line)
        return (match and self._quick_event(match)) or self._slow(line)

    def read_body(self, kind: str, body: str) -> Record:
        """Read one record without its entry.

        Raises:
            DefectiveLine: With every defect in it.
        """
        defects: list[Defect] = []
        record = self._record(kind, Fields(_strict(body), f"$.{kind}", defects, self.held))
        if defects or record is None:
            raise DefectiveLine(defects)
        return record

    def hold(self, record: Record) -> None:
        """Let later lines refer to a record."""
        if type(record) is Claim:
            return
        if record.id in self.held:
            self._carriers.clear()
        self.held[record.id] = record

    def _quick(self, match: re.Match[str]) -> Row | None:
        """A claim as most lines have it; `None` for one that has to be looked at more closely."""
        given, event, source, question, said, stated, via, rest, moment = match.groups()
        held = self.held
        recorded = read_moment(moment)
        date = None if stated is None else read_date(stated)
        if recorded is None or (stated is not None and date is None):
            return None
        try:
            answer, words = self._figures.get(said) or self._figure(said)
            carriers = () if via is None else self._carriers.get(via) or self._carry(via)
            asked = held[question]
            texts = _NOTHING if rest is None else _texts(rest)
            if texts is not None and type(asked) is Measure and type(answer) is Figure:
                day = "" if date is None else stated if len(stated) == _DAY else date.iso
                path = "" if via is None else via.replace('", "', " ")
                if make_id("claim", event, source, question, words, day, path, "", "", "") != given:
                    return None
                parts = (held[event], held[source], asked, answer, date)
                claim = counted(*parts, identity=given, via=carriers, texts=texts)  # type: ignore[arg-type]  # ids name their kinds
            else:
                others = {} if rest is None else self._others(rest)
                claim = Claim(held[event], held[source], asked, answer, stated=date, via=carriers, **others)  # type: ignore[arg-type]  # the constructor checks
        except (KeyError, ClaimtrackError, DefectiveLine):
            return None
        return Row(claim, recorded) if claim.id == given else None

    def _quick_event(self, match: re.Match[str]) -> Row | None:
        """An event as most lines have it; `None` for one that has to be looked at more closely."""
        given, name, occurred, where, sides, key, note, moment = match.groups()
        recorded = read_moment(moment)
        date = None if occurred is None else read_date(occurred)
        if recorded is None or (occurred is not None and date is None) or name.strip() != name:
            return None
        if key == "" or note == "":
            return None
        try:
            place = None if where is None else self._places.get(where) or self._place(where)
            ids = [] if sides is None else sides.split('", "')
            parties = [self.held[identity] for identity in ids]
            event = Event(name, occurred=date, place=place, parties=parties, key=key, note=note or "")  # type: ignore[arg-type]  # ids name their kinds
        except (KeyError, ClaimtrackError, DefectiveLine):
            return None
        return Row(event, recorded) if event.id == given and len(set(ids)) == len(ids) else None

    def _place(self, where: str) -> Place:
        defects: list[Defect] = []
        place = read_place(Fields(_strict(where), "$", defects, self.held))
        if place is None or defects:
            raise DefectiveLine(defects)
        if len(self._places) < _SHARED:
            self._places[where] = place
        return place

    def _figure(self, said: str) -> tuple[Answer, str]:
        """The answer that a JSON object gives, and how it is given; equal figures are shared."""
        defects: list[Defect] = []
        answer = read_answer(Fields(_strict(said), "$", defects, self.held))
        if answer is None or defects:
            raise DefectiveLine(defects)
        if type(answer) is not Figure:
            return answer, ""
        if len(self._figures) < _SHARED:
            self._figures[said] = (answer, answer.as_given)
        return answer, answer.as_given

    def _carry(self, via: str) -> tuple[Record, ...]:
        carriers = tuple(self.held[identity] for identity in via.split('", "'))
        if len({carrier.id for carrier in carriers}) != len(carriers):
            raise DefectiveLine([Defect("$.claim.via", "expected each carrier once", "wrong-value")])
        if len(self._carriers) < _SHARED:
            self._carriers[via] = carriers
        return carriers

    def _others(self, rest: str) -> dict[str, object]:
        """The fields that only some claims have."""
        defects: list[Defect] = []
        fields = Fields(_strict(f"{{{rest[2:]}}}"), "$", defects, self.held)
        if "stated" in fields.left or "via" in fields.left:
            raise DefectiveLine(defects)
        others = read_optional(fields)
        fields.end()
        if defects:
            raise DefectiveLine(defects)
        return others

    def _slow(self, line: str) -> Row:
        defects: list[Defect] = []
        fields = Fields(_strict(line), "$", defects, self.held)
        kinds = [kind for kind in KINDS.values() if kind in fields.left]
        if len(kinds) != 1 and not defects:
            given = ", ".join(map(shown, fields.left)) or "none"
            expected = f"one of {', '.join(KINDS.values())}"
            defects.append(Defect("$", f"expected {expected}; fields: {given}", "unknown-kind"))
        record = None
        for kind in kinds:
            inside = fields.inside(kind)
            record = None if inside is None else self._record(kind, inside)
        fields.text("gloss")
        moment = fields.text("recorded", required=True)
        revision = fields.flag("revision") or False
        fields.end()
        recorded = None if moment is None else read_moment(moment)
        if moment is not None and recorded is None:
            expected = "a moment in ISO 8601 with its offset"
            fields.defect("recorded", f"{shown(moment)}; expected {expected}", "wrong-date")
        if defects or record is None or recorded is None:
            raise DefectiveLine(defects)
        return Row(record, recorded, revision)

    def _record(self, kind: str, fields: Fields) -> Record | None:
        given = fields.reference("id", kind, required=True)
        before = len(fields.defects)
        record = fields.built(lambda: READERS[kind](fields))
        fields.end()
        if record is None or len(fields.defects) > before or given is None:
            return None
        if record.id != given:
            fields.defect("id", f"{given}, but what the line says has the id {record.id}", "wrong-id")
            return None
        return record


def _texts(rest: str) -> dict[str, str] | None:
    """The fields that hold a text, where there are no others and none needs a closer look."""
    found = _TEXT.findall(rest)
    texts = dict(found)
    plain = len(texts) == len(found) and sum(len(name) + len(text) for name, text in found) + 8 * len(found)
    return texts if plain == len(rest) and not any(not text.strip() for text in texts.values()) else None


def _strict(line: str) -> object:
    """Decode JSON, refusing what the standard leaves to chance: repeated keys, NaN."""
    try:
        return _STRICT.decode(line)
    except RecursionError:
        raise _nested() from None
    except ValueError as error:
        raise DefectiveLine([Defect("$", f"not JSON: {error}", "not-json")]) from None


def _nested() -> DefectiveLine:
    return DefectiveLine([Defect("$", "brackets nested too deep to be one of our lines", "too-deep")])


def _unrepeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read = dict(pairs)
    if len(read) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {twice!r} is there twice")
    return read


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number of JSON")


_STRICT = json.JSONDecoder(parse_constant=_refuse_constant, object_pairs_hook=_unrepeated)

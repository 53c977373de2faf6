"""The lines that most of a file consists of, read with one pattern each.

A line is read here only where that gives what `claimtrack.io.reading` gives the long way; for
every other line there is `None`, and it is read the long way. Nothing is believed: ids are computed
again, references are looked up, and figures, dates and places are read as strictly as ever, but
the same text of them only once. Source: measured, see `tests/benchmarks/io.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from sys import intern
from typing import Any, NamedTuple, TypeVar, cast

from claimtrack.answers import Answer, Stance, said_text
from claimtrack.claims import Claim, Observation, claim_id
from claimtrack.dates import Precision, When
from claimtrack.errors import ClaimtrackError
from claimtrack.events import Event, Place, usual_key
from claimtrack.figures import LARGEST, Figure, FigureKind, Interval, within
from claimtrack.identity import make_id, make_key
from claimtrack.io.assembly import Carried, claim_of, event_of, figure_of
from claimtrack.io.fields import Defect, DefectiveLine, Fields, read_date, read_moment, strict_json
from claimtrack.io.records import read_answer, read_optional, read_place
from claimtrack.io.wire import usual_because, usual_point
from claimtrack.log import Record
from claimtrack.questions import Attribution, Measure, Proposition
from claimtrack.sources import Party, Source

K = TypeVar("K")
R = TypeVar("R")
V = TypeVar("V")

_SHARED = 1 << 16
_PLAIN = r'"([^"\\\x00-\x1f]+)"'  # a text without an escape
_INSIDE = r'[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-f]{4})[^"\\\x00-\x1f]*+)*+'
_TEXT = f'"({_INSIDE})"'
_NAME = rf'"((?!["\s]){_INSIDE})"'  # neither empty nor beginning with a blank
_HEAD = (
    rf'\{{(?:"gloss": "{_INSIDE}", )?'
    r'"claim": \{"id": "(claim:[^"]*+)", "event": "(event:[^"]*+)", "source": "(source:[^"]*+)", '
    r'"question": "([^"]*+)", "answer": (\{[^}]*+\})(?:, "stated": "([^"]*+)")?(?:, "via": \["([^\]]*)"\])?'
)
_EXTRAS = (
    rf'(?:, "words": {_NAME})?(?:, "published": \[((?:"[^"\\]*+"|null)(?:, (?:"[^"\\]*+"|null))*+)\])?'
    r'(?:, "first_hand": (true))?'
    rf'(?:, "observed": "([a-z_]*+)")?(?:, "hedged": {_NAME})?(?:, "imputed": {_NAME})?'
    rf'(?:, "lang": {_NAME})?(?:, "url": {_NAME})?(?:, "note": "((?!"){_INSIDE})")?'
)
_TAIL = r'\}, "recorded": "([^"]*+)"\}\Z'
_USUAL = re.compile(_HEAD + _EXTRAS + _TAIL)
"""A claim as `claimtrack.io.writing` writes it. Each group is looked up, or read strictly, whole."""

_CLAIM = re.compile(rf"{_HEAD}(, [^}}]*+)?{_TAIL}")
"""A claim with fields that few claims have, which are one group."""

_COUNT = r"(0|[1-9][0-9]{0,15}|null)"
_FIGURE = re.compile(
    rf'\{{(?:"words": {_TEXT}, )?"kind": "([a-z_]*)", "bounds": \[{_COUNT}, {_COUNT}\]'
    rf'(?:, "reading": \[{_COUNT}, {_COUNT}\])?(?:, "point": {_COUNT})?'
    rf'(?:, "because": {_TEXT})?(, "imputed": true)?\}}\Z'
)
_EVENT = re.compile(
    rf'\{{"event": \{{"id": "(event:[^"]*)", "name": {_PLAIN}(?:, "occurred": {_PLAIN})?'
    rf'(?:, "place": (\{{[^{{}}]*\}}))?(?:, "parties": \["([^\]]*)"\])?'
    rf'(?:, "key": {_PLAIN})?(?:, "note": {_PLAIN})?\}}, "recorded": "([^"]*)"\}}\Z'
)
_DECODER = json.JSONDecoder()
_FIGURE_KINDS = {kind.value: kind for kind in FigureKind}
_OBSERVATIONS = {kind.value: kind for kind in Observation}

_COUNTS: tuple[type, ...] = (Measure,)
_PROPOSITIONS: tuple[type, ...] = (Proposition,)
_ATTRIBUTIONS: tuple[type, ...] = (Attribution,)
_ANY_QUESTION = _COUNTS + _PROPOSITIONS + _ATTRIBUTIONS
_Answered = tuple[Answer, str | None, str, tuple[type, ...]]
"""An answer, its words, how it stands in ids by itself, and what questions it is to."""


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


class QuickReader:
    """Reads the lines that most of a file consists of.

    Args:
        held: The described records that lines above gave, by id; the events of runs are added.
    """

    def __init__(self, held: dict[str, Record]) -> None:
        self._held = held
        self._answers: dict[str, _Answered] = {}
        self._dates: dict[str | None, tuple[When | None, str]] = {None: (None, "")}
        self._published: dict[str, tuple[When | None, ...]] = {}
        self._places: dict[str, Place] = {}
        self._carriers: dict[str | None, Carried] = {}
        self._parties: dict[str, tuple[Party, ...]] = {}

    def look_up_again(self) -> None:
        """Forget which records were found, as one of them was described anew."""
        self._answers.clear()
        self._carriers.clear()
        self._parties.clear()

    def run(self, lines: Sequence[str], start: int) -> tuple[dict[str, Claim | Event], datetime | None]:
        """The claims and new events on the lines from one on that were recorded at one moment, by their ids.

        The run ends before the first line that is something else, or has to be looked at more closely.
        """
        records: dict[str, Claim | Event] = {}
        of_run, recorded = "", None
        match_claim, held = _USUAL.match, self._held
        answers, dates, carriers, lists = self._answers, self._dates, self._carriers, self._published
        try:
            for line in islice(lines, start, None):
                match = match_claim(line) if type(line) is str else None
                if match is None:
                    described, of_run = self._new_event(line, of_run)
                    recorded = recorded or read_moment(of_run)
                    if recorded is None:
                        break
                    records[described.id] = held[described.id] = described
                    continue
                (
                    given, event, source, question, said, stated, via, worded, published, first_hand,
                    observed, hedged, imputed, lang, url, note, moment,
                ) = match.groups()  # fmt: skip
                if moment != of_run:
                    if records:
                        break
                    of_run, recorded = moment, read_moment(moment)
                    if recorded is None:
                        break
                if "\\" in line:
                    escaped = (worded, hedged, imputed, lang, url)
                    worded, hedged, imputed, lang, url = map(_unescaped_name, escaped)
                    note = note and _unescaped(note)
                answer, words, text, asks = answers.get(said) or self._answer(said)
                date, day = dates.get(stated) or self._date(stated)
                carried = carriers.get(via) or self._carry(via)
                days = () if published is None else lists.get(published) or self._publication(published)
                seen = None if observed is None else _OBSERVATIONS[observed]
                if worded is not None or seen is not None:
                    words = words if worded is None else worded
                    text = said_text(answer, words, "" if seen is None else seen.value)
                asked = held[question]
                if (
                    claim_id(event, source, question, text, day, carried.path, "", "", "") != given
                    or type(asked) not in asks
                    or (days and len(days) != len(carried.ids))
                    or (worded and type(answer) is Figure)
                    or given in records
                ):
                    break
                lang = lang and intern(lang)
                extras = (days, first_hand is not None, seen, hedged, imputed, lang, url, note or "")
                records[given] = claim_of(
                    given, held[event], held[source], asked, answer, words, date, carried, extras  # type: ignore[arg-type]  # ids name their kinds
                )  # fmt: skip
        except (KeyError, ClaimtrackError, DefectiveLine):
            pass  # the line has a defect, or needs a closer look
        return records, recorded

    def single(self, line: str) -> Row | None:
        """A claim that is in no run; `None` where the line has to be looked at more closely."""
        match = _CLAIM.match(line)
        if match is None:
            return None
        *groups, moment = match.groups()
        record = self._claim(groups)
        recorded = read_moment(moment)
        return None if record is None or recorded is None else Row(record, recorded)

    def _claim(self, groups: list[Any]) -> Claim | None:
        """A claim that its constructor looks at."""
        given, event, source, question, said, stated, via, rest = groups
        held, defects = self._held, list[Defect]()
        try:
            date, _ = self._dates.get(stated) or self._date(stated)
            carried = self._carriers.get(via) or self._carry(via)
            answer = _read(said, read_answer, held)
            fields = Fields(strict_json(f"{{{(rest or '')[2:]}}}"), "$", defects, held)
            if "stated" in fields.left or "via" in fields.left:
                return None
            others = read_optional(fields)
            fields.end()
            if defects:
                return None
            claim = Claim(
                held[event], held[source], held[question], answer, stated=date, via=carried.sources, **others  # type: ignore[arg-type]  # the constructor checks
            )  # fmt: skip
        except (KeyError, ClaimtrackError, DefectiveLine):
            return None
        return claim if claim.id == given else None

    def _new_event(self, line: str, of_run: str) -> tuple[Event, str]:
        """An event as most lines have it that no line above gave, and the moment, which is that of the run.

        Raises:
            KeyError: If the line ends the run, or, as with what reading it raises, needs a closer look.
        """
        match = _EVENT.match(line) if type(line) is str else None
        if match is None:
            raise KeyError(line)
        given, name, occurred, where, sides, key, note, moment = match.groups()
        if given in self._held or (of_run and moment != of_run):
            raise KeyError(line)
        date = None if occurred is None else (self._dates.get(occurred) or self._date(occurred))[0]
        place = None if where is None else self._places.get(where) or self._place(where)
        parties = () if sides is None else self._parties.get(sides) or self._sides(sides)
        usual = make_key(key) if key is not None else usual_key(name, date, place)
        if (key or usual) != usual or name.strip() != name or make_id("event", usual) != given:
            raise KeyError(line)
        return event_of(given, name, date, place, parties, usual, note or ""), moment

    def _answer(self, said: str) -> _Answered:
        """The answer that a JSON object gives, and what goes with it."""
        figure = _plain_figure(said)
        answer = cast("Answer", _read(said, read_answer, self._held)) if figure is None else figure  # pyright: ignore[reportUnnecessaryCast]  # mypy sees an object
        read: _Answered
        if isinstance(answer, Figure):
            read = (answer, answer.words, said_text(answer, answer.words), _COUNTS)
        elif isinstance(answer, Stance):
            asks = _PROPOSITIONS if answer.party is None else _ATTRIBUTIONS
            read = (answer, None, said_text(answer, None), asks)
        else:
            read = (answer, None, said_text(answer, None), _ANY_QUESTION)
        return _kept(self._answers, said, read)

    def _date(self, text: str | None) -> tuple[When | None, str]:
        """A date, and how it stands in ids."""
        date = None if text is None else read_date(text)
        if date is None:
            raise KeyError(text)
        read = (date, date.start.isoformat() if date.precision is Precision.day else date.iso)
        return _kept(self._dates, text, read)

    def _publication(self, text: str) -> tuple[When | None, ...]:
        """The dates of a list, null where one is not known."""
        given = [None if date == "null" else date[1:-1] for date in text.split(", ")]
        dates = tuple([(self._dates.get(date) or self._date(date))[0] for date in given])
        if not any(given):
            raise KeyError(text)
        return _kept(self._published, text, dates)

    def _place(self, where: str) -> Place:
        return _kept(self._places, where, _read(where, read_place, self._held))

    def _carry(self, via: str | None) -> Carried:
        ids = () if via is None else tuple(via.split('", "'))
        sources = tuple(self._held[identity] for identity in ids)
        if len(set(ids)) != len(ids) or not all(type(source) is Source for source in sources):
            raise KeyError(via)
        carried = Carried(ids, cast("tuple[Source, ...]", sources), " ".join(ids))
        return _kept(self._carriers, via, carried)

    def _sides(self, sides: str) -> tuple[Party, ...]:
        ids = sides.split('", "')
        parties = tuple(self._held[identity] for identity in ids)
        if ids != sorted(set(ids)) or not all(type(party) is Party for party in parties):
            raise KeyError(sides)
        return _kept(self._parties, sides, cast("tuple[Party, ...]", parties))


def _kept(kept: dict[K, V], text: K, value: V) -> V:
    """Keep what a text gives, so that it need not be read again, and all that gives it shares it."""
    if len(kept) < _SHARED:
        kept[text] = value
    return value


def _plain_figure(said: str) -> Figure | None:
    """A figure as it is written; `None` for other answers, and for one that needs a closer look."""
    match = _FIGURE.match(said)
    if match is None:
        return None
    words, kind_name, low, high, least, most, number, because, imputed = match.groups()
    kind = _FIGURE_KINDS.get(kind_name)
    if kind is None:
        return None
    bounds = (_end(low), _end(high))
    reading = bounds if least is None else (_end(least), _end(most))
    point = usual_point(kind, bounds) if number is None else _end(number)
    if not (_in_order(bounds) and (least is None or (_in_order(reading) and within(reading, bounds)))):
        return None
    if point is not None and not within((point, point), reading):
        return None
    reason = usual_because(kind, bounds) if because is None else _unescaped(because)
    return figure_of(bounds, reading, kind, words and _unescaped(words), point, reason, imputed is not None)


def _in_order(interval: Interval) -> bool:
    low, high = interval
    if high is None:
        return low is None or low <= LARGEST
    return high <= LARGEST and (low is None or low <= high)


def _unescaped(text: str) -> str:
    """What the inside of a JSON string says."""
    return str(_DECODER.raw_decode(f'"{text}"')[0]) if "\\" in text else text


def _unescaped_name(text: str | None) -> str | None:
    """What the inside of a JSON string says that must not be blank."""
    if text is None or "\\" not in text:
        return text
    name = _unescaped(text)
    if not name.strip():
        raise KeyError(text)
    return name


def _end(text: str) -> int | None:
    return None if text == "null" else int(text)


def _read(text: str, read: Callable[[Fields], R | None], held: Mapping[str, Record]) -> R:
    """What a JSON object gives, read field by field."""
    defects: list[Defect] = []
    value = read(Fields(strict_json(text), "$", defects, held))
    if value is None or defects:
        raise DefectiveLine(defects)
    return value

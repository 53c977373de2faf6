"""From columns to a ledger, explicitly: every row becomes a claim, or a problem that says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, cast

from claimtrack.claims import Claim
from claimtrack.dates import When, when
from claimtrack.errors import ClaimtrackError, Problem
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.figures import Figure, FigureKind
from claimtrack.frames.engines import complete, open_table
from claimtrack.frames.schema import KIND_CODES, RELIABILITY_CODES, SOURCE_KIND_CODES, Standing
from claimtrack.ledger import Ledger
from claimtrack.log import Record
from claimtrack.questions import Measure
from claimtrack.sources import Source
from claimtrack.status import Holdings

Key = str | int
Row = Mapping[str, Any]

_KINDS = {code: kind for kind, code in KIND_CODES.items()}
_SOURCE_KINDS = {code: kind for kind, code in SOURCE_KIND_CODES.items()}
_GRADES = {code: grade for grade, code in RELIABILITY_CODES.items()}
_FOUND_OUT = (Standing.standing, Standing.superseded, Standing.overtaken)
"""What a ledger finds out for itself, from sources and days."""


def to_ledger(
    table: object, known: Holdings | Mapping[Key, Record]
) -> tuple[Ledger, tuple[Problem, ...]]:
    """Record the claims of a claims table in a new ledger.

    An event or source whose key is not known gets the key as its name; a question must be known, for a
    measure is never guessed. Days, figures, kinds and grades of sources come over, and an origin that is
    not the source becomes what the claim is based on. What was superseded or overtaken a ledger finds out
    for itself. Interests and independence rest on parties and relations: declare these in the ledger.

    Args:
        table: A claims table (see `COLUMNS`) of polars, pandas, DuckDB or PySpark; it is read whole.
        known: The records behind the keys: a mapping, or a ledger where the keys are its ids, as in a table
            of `from_ledger`.

    Returns:
        The ledger; and what could not come over whole, each row with its reason: claims that were left out
        (`no-answer`, `unknown-question`, `not-standing`, `twice`, `defect`), and what was lost of those that
        were not (`seen-in-part`, `described-twice`).

    Raises:
        InvalidField: If columns are missing or mistyped.
        WrongType: If it is no table of an engine that can compute this.

    Example:
        >>> from claimtrack.figures import exactly
        >>> from claimtrack.frames.ledgers import from_ledger
        >>> from claimtrack.questions import killed
        >>> claim = Claim(Event("Attack"), Source("Hospital", "medical"), killed(), exactly(12))
        >>> held = Ledger()
        >>> _ = held.record(claim)
        >>> again, problems = to_ledger(from_ledger(held).table, held)
        >>> [str(one) for one in again.log.claims] == [str(claim)], problems
        (True, ())
    """
    frame, _ = open_table(table)
    claims, _ = complete(frame)
    ordered: Any = claims.sort("event", "question", "claim").collect("pyarrow").to_native()
    maker = _Maker(known.get if isinstance(known, Mapping) else known.log.get)
    ledger = Ledger()
    problems: list[Problem] = []
    for row in ordered.to_pylist():
        told = list(maker.problems(row))
        problems += told
        if any(problem.code not in _LOSSES for problem in told):
            continue
        try:
            claim = maker.claim(row)
        except ClaimtrackError as error:
            problems.append(_problem("defect", row, str(error)))
            continue
        if claim.id in ledger:
            problems.append(_problem("twice", row, "another row says the same of the same day"))
        else:
            ledger.record(claim)
    return ledger, tuple(problems)


_LOSSES = frozenset({"seen-in-part", "described-twice"})


class _Maker:
    """Makes claims of rows, each source and event once."""

    def __init__(self, find: Callable[[Any], object]) -> None:
        self._find = find
        self._sources: dict[Key, Source] = {}
        self._events: dict[Key, Event] = {}

    def problems(self, row: Row) -> Iterator[Problem]:
        """What of a row cannot come over."""
        if not isinstance(self._find(row["question"]), Measure):
            yield _problem("unknown-question", row, f"the measure {row['question']!r} is not in known=")
        if row["kind"] is None:
            yield _problem("no-answer", row, "columns do not say how an answer was declined")
        standing = Standing(row["standing"])
        if standing not in _FOUND_OUT:
            yield _problem(
                "not-standing", row, f"it is {standing.name}: record it, and who found so, when and why"
            )
        if row["observed"]:
            yield _problem("seen-in-part", row, "columns do not say what was seen: it is a plain floor now")
        held = self._sources.get(row["source"])
        if held is not None and self._find(row["source"]) is None and held != _described(row):
            yield _problem("described-twice", row, f"{held} has another kind or grade in an earlier row")

    def claim(self, row: Row) -> Claim:
        """The claim of a row."""
        source = self._source(row)
        origin = row["origin"]
        bases = () if origin == row["source"] else (self._origin(origin),)
        question = cast("Measure", self._find(row["question"]))
        return Claim(
            self._event(row["event"]), source, question, _figure(row), stated=_stated(row), based_on=bases,
            first_hand=bool(row["first_hand"]) and not bases,
        )  # fmt: skip

    def _event(self, key: Key) -> Event:
        if key not in self._events:
            held = self._find(key)
            self._events[key] = held if isinstance(held, Event) else Event(str(key))
        return self._events[key]

    def _source(self, row: Row) -> Source:
        key = row["source"]
        if key not in self._sources:
            held = self._find(key)
            self._sources[key] = held if isinstance(held, Source) else _described(row)
        return self._sources[key]

    def _origin(self, key: Key) -> Source | Evidence:
        held = self._find(key)
        if isinstance(held, (Source, Evidence)):
            return held
        return self._sources.setdefault(key, Source(str(key)))


def _described(row: Row) -> Source:
    grade = row["reliability"]
    kind = _SOURCE_KINDS[row["source_kind"]]
    return Source(str(row["source"]), kind, reliability=None if grade is None else _GRADES[grade])


def _figure(row: Row) -> Figure:
    return Figure(
        (row["bounds_low"], row["bounds_high"]), (row["reading_low"], row["reading_high"]),
        _KINDS.get(row["kind"], FigureKind.unquantified), point=row["point"], because="as the table has it",
    )  # fmt: skip


def _stated(row: Row) -> When | None:
    if row["day_first"] is None:
        return None
    first, last = (date.fromordinal(row[name]).isoformat() for name in ("day_first", "day_last"))
    return when(first if first == last else f"{first}/{last}")


def _problem(code: str, row: Row, message: str) -> Problem:
    where = f"event {row['event']}, question {row['question']}, claim {row['claim']}"
    return Problem(code=code, message=f"{message}.", location=where)


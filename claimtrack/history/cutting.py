"""The log as it stood: what had been stated, and what had been recorded, by a moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from claimtrack.assessments import Assessment, Retraction
from claimtrack.checks import DateLike, date_or_none
from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.errors import InvalidField, WrongType
from claimtrack.log import Entry, Log, Record
from claimtrack.sources import Relation

Moment = DateLike | datetime
"""A moment with its time zone; or a day, month or year, whose end counts."""


def cut(
    log: Log, earlier: Log, *, stated: DateLike | None = None, recorded: Moment | None = None
) -> None:
    """Fill an empty log with what another one held at a moment.

    Args:
        log: The log.
        earlier: The empty log to fill.
        stated: What had been stated, decided and declared up to the end of this day; undated claims
            are in, and a month counts from its last day.
        recorded: What had been recorded up to this moment, or to the end of this day (UTC).
    """
    said_by = date_or_none("Ledger", "stated", stated)
    known_by = None if recorded is None else end_of(recorded)
    earlier.replay(_kept(log, said_by, known_by))


def end_of(moment: Moment) -> datetime:
    """The moment itself, or the end of the day (UTC) where a day, month or year is given.

    Raises:
        WrongType: If a date and time has no time zone.
        InvalidField: If it cannot be read as a date.
    """
    if isinstance(moment, datetime):
        if moment.tzinfo is None:
            raise WrongType("Ledger", "recorded", moment, "a moment with a time zone, or a day")
        return moment
    try:
        day = date_or_none("Ledger", "recorded", moment)
    except InvalidField as error:
        expected = "a moment with its time zone, or a day, month or year"
        raise type(error)("Ledger", "recorded", error.value, expected, "write it as 2024-09-18") from None
    if day is None:
        raise WrongType("Ledger", "recorded", moment, "a moment with a time zone, or a day")
    if day.clock is not None and day.clock.tzinfo is not None:
        return day.clock
    if day.clock is not None:
        raise WrongType("Ledger", "recorded", moment, "a moment with a time zone, or a day")
    return datetime.combine(day.end, time.max, tzinfo=UTC)


def _kept(log: Log, said_by: When | None, known_by: datetime | None) -> Iterator[Entry]:
    for entry in log.entries():
        if known_by is not None and entry.recorded > known_by:
            return
        if said_by is None or _said(entry.record, said_by):
            yield entry


def _said(record: Record, by: When) -> bool:
    """Whether something had been said by the end of a day; what is undated had been."""
    if isinstance(record, (Claim, Retraction)):
        return record.stated is None or record.stated.end <= by.end
    if isinstance(record, Assessment):
        return record.decided.end <= by.end
    if isinstance(record, Relation):
        return record.since is None or record.since.start <= by.end
    return True

"""Claims and events put together from fields that were checked already: a bulk load checks each field once.

The constructors check every field again, which costs three times as much as reading the line
did. Source: measured, see `tests/benchmarks/io.py`.
"""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from claimtrack.answers import Answer
from claimtrack.claims import Claim, Observation
from claimtrack.dates import When
from claimtrack.events import Event, Place
from claimtrack.figures import Figure, FigureKind, Interval
from claimtrack.questions import Question
from claimtrack.sources import Party, Source


class Carried(NamedTuple):
    """The carriers of a claim.

    Attributes:
        ids: Their ids, each once.
        sources: The carriers.
        path: How they stand in the id of a claim.
    """

    ids: tuple[str, ...]
    sources: tuple[Source, ...]
    path: str


Extras = tuple[
    tuple[When | None, ...], bool, Observation | None, str | None, str | None, str | None, str | None, str
]
"""Fields that only some claims have: published, first_hand, observed, hedged, imputed, lang, url, note."""


class _OpenClaim:
    """What a claim is while it is put together: the same slots, not frozen yet."""

    __slots__ = Claim.__slots__  # type: ignore[attr-defined]  # attrs made them


class _OpenEvent:
    """What an event is while it is put together."""

    __slots__ = Event.__slots__  # type: ignore[attr-defined]  # attrs made them


class _OpenFigure:
    """What a figure is while it is put together."""

    __slots__ = Figure.__slots__  # type: ignore[attr-defined]  # attrs made them


def claim_of(  # noqa: PLR0917  # naming the arguments takes a tenth of the time of reading a line
    identity: str,
    event: Event,
    source: Source,
    question: Question,
    answer: Answer,
    words: str | None,
    stated: When | None,
    carried: Carried,
    extras: Extras,
) -> Claim:
    """A claim that rests on no other record; frozen when it is returned.

    Args:
        identity: Its id, which was computed to check the line.
        event: The event.
        source: The source.
        question: The question.
        answer: An answer to it.
        words: The wording; of a figure, its own.
        stated: When it was stated.
        carried: The carriers.
        extras: The fields that only some claims have.
    """
    made: Any = _OpenClaim()
    made._id = identity  # noqa: SLF001  # a slot like the others
    made.event = event
    made.source = source
    made.question = question
    made.answer = answer
    made.words = words
    made.stated = stated
    made.via, made.mentions, _ = carried
    made.based_on = made.revises = made.references = ()
    (
        made.published, made.first_hand, made.observed, made.hedged, made.imputed, made.lang, made.url,
        made.note,
    ) = extras  # fmt: skip
    made.__class__ = Claim
    return cast("Claim", made)


def event_of(  # noqa: PLR0917  # as in `claim_of`
    identity: str,
    name: str,
    occurred: When | None,
    place: Place | None,
    parties: tuple[Party, ...],
    key: str,
    note: str,
) -> Event:
    """An event; frozen when it is returned.

    Args:
        identity: Its id, which was computed to check the line.
        name: What it is called, without blanks around it.
        occurred: When it happened.
        place: Where it happened.
        parties: The parties, in the order of their ids, each once.
        key: What the id is derived from, as `make_key` gives it.
        note: The note.
    """
    made: Any = _OpenEvent()
    made.id, made.name, made.occurred, made.place = identity, name, occurred, place
    made.parties, made.key, made.note = parties, key, note
    made.__class__ = Event
    return cast("Event", made)


def figure_of(  # noqa: PLR0917  # as in `claim_of`
    bounds: Interval,
    reading: Interval,
    kind: FigureKind,
    words: str | None,
    point: int | None,
    because: str,
    imputed: bool,  # noqa: FBT001  # the value itself
) -> Figure:
    """A figure; frozen when it is returned.

    Args:
        bounds: The bounds, in order and no end of them too large.
        reading: The reading, within the bounds.
        kind: The kind.
        words: The words.
        point: The point, within the reading.
        because: The reason.
        imputed: Whether it is imputed.
    """
    made: Any = _OpenFigure()
    made.bounds, made.reading, made.kind, made.words = bounds, reading, kind, words
    made.point, made.because, made.imputed = point, because, imputed
    made.__class__ = Figure
    return cast("Figure", made)

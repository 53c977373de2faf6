"""A claim put together from fields that were checked already: a bulk load checks each of them once.

The constructor of `Claim` checks every field again, which costs three times as much as reading
the line did. Source: measured, see `tests/benchmarks/io.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.events import Event
from claimtrack.figures import Figure
from claimtrack.questions import Measure
from claimtrack.sources import Source


class _Unfrozen:
    """What a claim is while it is put together: the same slots, not frozen yet."""

    __slots__ = Claim.__slots__  # type: ignore[attr-defined]  # attrs made them


def counted(
    event: Event,
    source: Source,
    question: Measure,
    figure: Figure,
    stated: When | None,
    *,
    identity: str,
    via: tuple[Source, ...],
    texts: Mapping[str, str],
) -> Claim:
    """A claim that answers a measure with a figure and has no field beyond these; frozen when it is returned.

    Args:
        event: The event.
        source: The source.
        question: The measure.
        figure: The figure.
        stated: When it was stated.
        identity: Its id, which was computed to check the line.
        via: The carriers, each once.
        texts: Of hedged, imputed, lang, url and note those that it has; none is blank.
    """
    made: Any = _Unfrozen()
    made.event = event
    made.source = source
    made.question = question
    made.answer = figure
    made.stated = stated
    made.via = tuple([carrier.id for carrier in via]) if via else ()
    made.published = made.based_on = made.revises = made.references = ()
    made.first_hand = False
    made.observed = made.hedged = made.imputed = made.lang = made.url = None
    made.words = figure.words
    made.note = ""
    made.mentions = via
    for name, text in texts.items():
        setattr(made, name, text)
    made._id = identity  # noqa: SLF001  # a slot like the others
    made.__class__ = Claim
    return cast("Claim", made)

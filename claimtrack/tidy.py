"""The claims of a ledger as a tidy table: one row a claim, one column a variable; and data frames of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from claimtrack.answers import Declined, Stance
from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, MissingExtra
from claimtrack.events import Event
from claimtrack.log import Log
from claimtrack.questions import Measure, Question
from claimtrack.sources import Source
from claimtrack.status import Statuses

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Engine = Literal["pandas", "polars"]
"""What a data frame is made with."""

K = TypeVar("K", Event, Source, Question)

_EVENT = ("event_id", "event", "occurred_from", "occurred_to", "place", "latitude", "longitude", "country")
_SOURCE = ("source_id", "source", "source_kind", "party", "reliability", "anonymous")
_QUESTION = ("question_id", "question", "outcomes", "of", "among", "part")
_ANSWER = ("answer", "kind", "low", "high", "bounds_low", "bounds_high", "point", "imputed")
_STANCE = ("stance", "stance_party", "declined")
COLUMNS = (
    "claim", *_EVENT, *_SOURCE, *_QUESTION, *_ANSWER, "observed", "hedged", *_STANCE, "words", "lang",
    "stated", "stated_from", "stated_to", "via", "first_hand", "state", "contested", "credibility", "url",
    "note",
)  # fmt: skip
"""The columns. `low` and `high` are the reading, `bounds_low` and `bounds_high` the bounds, in persons."""

_WHOLE = ("low", "high", "bounds_low", "bounds_high", "point", "contested", "credibility")
_NO_FIGURE = (None,) * (len(_ANSWER) - 2)
_NO_STANCE = (None,) * len(_STANCE)
_FLAGS = ("anonymous", "imputed", "first_hand")
_DEGREES = ("latitude", "longitude")


class TidyRows:
    """The rows of a ledger's claims; events, sources and questions as they are now described.

    Args:
        log: The log of the ledger.
        statuses: The statuses of its claims.
    """

    def __init__(self, log: Log, statuses: Statuses) -> None:
        self._log = log
        self._statuses = statuses
        self._known: dict[str, tuple[object, ...]] = {}

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        """One row for each claim, in the order of `COLUMNS`; what is not known is `None`."""
        return map(self._row, self._log.claims)

    def _row(self, claim: Claim) -> tuple[object, ...]:
        status, stated = self._statuses.of(claim), claim.stated
        graded = [assessment.credibility for assessment in status.assessments if assessment.credibility]
        answer, stance = _answer(claim)
        return (
            claim.id,
            *self._part(claim.event, _event),
            *self._part(claim.source, _source),
            *self._part(claim.question, _question),
            *answer,
            claim.observed.value if claim.observed else None,
            claim.hedged,
            *stance,
            claim.words,
            claim.lang,
            stated.iso if stated else None,
            stated.start.isoformat() if stated else None,
            stated.end.isoformat() if stated else None,
            self._carriers(claim),
            claim.first_hand,
            status.state.value,
            len(status.contested_by),
            int(graded[-1]) if graded else None,
            claim.url,
            claim.note or None,
        )

    def _part(self, record: K, cells: Callable[[K], tuple[object, ...]]) -> tuple[object, ...]:
        """The cells of a record inside a claim, made once."""
        known = self._known.get(record.id)
        if known is None:
            now = self._log.get(record.id)
            known = self._known[record.id] = cells(cast("K", now or record))
        return known

    def _carriers(self, claim: Claim) -> str | None:
        carriers = [self._log.source(identity) for identity in claim.via]
        return "; ".join(carrier.name for carrier in carriers if carrier) or None


def to_frame(rows: TidyRows, engine: Engine) -> pd.DataFrame | pl.DataFrame:
    """The rows as a data frame of an engine.

    Raises:
        InvalidField: If there is no such engine.
        MissingExtra: If it is not installed.
    """
    if engine not in ("pandas", "polars"):
        raise InvalidField("Ledger", "to_frame", engine, "'pandas' or 'polars'")
    return to_pandas(rows) if engine == "pandas" else to_polars(rows)


def to_pandas(rows: TidyRows) -> pd.DataFrame:
    """The rows as a pandas frame; counts are nullable integers, never floats.

    Raises:
        MissingExtra: If pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError:
        raise MissingExtra("pandas", "a pandas frame") from None
    frame = pd.DataFrame.from_records(list(rows), columns=list(COLUMNS))
    kinds = dict.fromkeys(COLUMNS, "string")
    for names, kind in ((_WHOLE, "Int64"), (_FLAGS, "boolean"), (_DEGREES, "Float64")):
        kinds |= dict.fromkeys(names, kind)
    return frame.astype(kinds)


def to_polars(rows: TidyRows) -> pl.DataFrame:
    """The rows as a polars frame; counts are integers, never floats.

    Raises:
        MissingExtra: If polars is not installed.
    """
    try:
        import polars as pl
    except ImportError:
        raise MissingExtra("polars", "a polars frame") from None
    kinds: dict[str, pl.DataType] = {}
    for names, kind in ((_WHOLE, pl.Int64()), (_FLAGS, pl.Boolean()), (_DEGREES, pl.Float64())):
        kinds |= dict.fromkeys(names, kind)
    schema = {name: kinds.get(name, pl.String()) for name in COLUMNS}
    return pl.DataFrame(list(rows), schema=schema, orient="row")


def party_names(question: Question) -> str | None:
    """The parties of a measure, with semicolons between them."""
    parties = getattr(question, "of", None)
    return "; ".join(party.name for party in parties) if parties else None


def _event(event: Event) -> tuple[object, ...]:
    place, occurred = event.place, event.occurred
    return (
        event.id,
        event.name,
        occurred.start.isoformat() if occurred else None,
        occurred.end.isoformat() if occurred else None,
        place.name if place else None,
        place.latitude if place else None,
        place.longitude if place else None,
        (place.country or None) if place else None,
    )


def _source(source: Source) -> tuple[object, ...]:
    return (
        source.id,
        source.name,
        source.kind.value,
        source.party.name if source.party else None,
        source.reliability.value if source.reliability else None,
        source.anonymous,
    )


def _question(question: Question) -> tuple[object, ...]:
    measure = question if isinstance(question, Measure) else None
    return (
        question.id,
        question.label,
        "+".join(measure.outcomes) if measure else None,
        party_names(question),
        measure.among if measure else None,
        measure.part if measure else None,
    )


def _answer(claim: Claim) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """The cells of a figure as it counts, and those of the other answers."""
    answer, imputed = claim.answer, claim.imputed is not None
    if isinstance(answer, Stance):
        party = answer.party.name if answer.party else None
        return (claim.as_given, *_NO_FIGURE, imputed), (answer.kind.value, party, None)
    if isinstance(answer, Declined):
        return (claim.as_given, *_NO_FIGURE, imputed), (None, None, answer.how.value)
    figure = answer if claim.figure is None else claim.figure
    (low, high), (least, most) = figure.reading, figure.bounds
    imputed = imputed or answer.imputed
    cells = (claim.as_given, figure.kind.value, low, high, least, most, figure.point, imputed)
    return cells, _NO_STANCE

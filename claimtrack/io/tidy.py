"""A tidy table of claims for pandas, R and Datasette: one row a claim, one column a variable."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from typing import TYPE_CHECKING

from claimtrack.answers import Declined, Stance
from claimtrack.claims import Claim
from claimtrack.errors import MissingExtra
from claimtrack.io.delimited import write_delimited
from claimtrack.io.losses import Losses, lost
from claimtrack.ledger import Ledger
from claimtrack.questions import Measure, Question

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

COLUMNS = (
    "claim", "event_id", "event", "occurred_from", "occurred_to", "place", "latitude", "longitude",
    "country", "source_id", "source", "source_kind", "party", "reliability", "anonymous", "question_id",
    "question", "outcomes", "of", "among", "part", "answer", "kind", "low", "high", "bounds_low",
    "bounds_high", "point", "imputed", "observed", "hedged", "stance", "stance_party", "declined", "words",
    "lang", "stated", "stated_from", "stated_to", "via", "first_hand", "state", "contested", "credibility",
    "url", "note",
)  # fmt: skip
"""The columns. `low` and `high` are the reading, `bounds_low` and `bounds_high` the bounds, in persons."""

_WHOLE = ("low", "high", "bounds_low", "bounds_high", "point")


def rows(ledger: Ledger) -> Iterator[dict[str, object]]:
    """One row for each claim; what is not known is `None`."""
    for claim in ledger.log.claims:
        yield _row(ledger, claim)


def write(ledger: Ledger, path: str | PathLike[str]) -> Losses:
    """Write the claims as CSV, UTF-8 with a mark, safe from being taken for formulas.

    Returns:
        What a table of claims cannot carry.
    """
    guarded = write_delimited(path, COLUMNS, (tuple(row.values()) for row in rows(ledger)))
    log = ledger.log
    return lost(
        "a tidy table",
        {
            ("reasons of assessments and their evidence", "only the state is a column"): sum(
                len(log.assessments(claim)) for claim in log.claims
            ),
            ("relations", "a row is a claim"): len(log.relations),
            ("declared wholes", "a row is a claim"): len(log.wholes),
            ("links between claims", "a column holds one value"): sum(
                bool(claim.based_on or claim.revises or claim.references) for claim in log.claims
            ),
            ("earlier descriptions and moments of recording", "a table has no history"): len(ledger),
            ("cells that begin like a formula", "an apostrophe was put before them"): guarded,
        },
    )


def to_pandas(ledger: Ledger) -> pd.DataFrame:
    """The claims as a pandas frame; counts are nullable integers, never floats.

    Raises:
        MissingExtra: If pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError:
        raise MissingExtra("pandas", "a pandas frame") from None
    frame = pd.DataFrame(list(rows(ledger)), columns=list(COLUMNS))
    return frame.astype(dict.fromkeys(_WHOLE, "Int64"))


def to_polars(ledger: Ledger) -> pl.DataFrame:
    """The claims as a polars frame; counts are integers, never floats.

    Raises:
        MissingExtra: If polars is not installed.
    """
    try:
        import polars as pl
    except ImportError:
        raise MissingExtra("polars", "a polars frame") from None
    whole = dict.fromkeys(_WHOLE, pl.Int64())
    flags = dict.fromkeys(("anonymous", "imputed", "first_hand"), pl.Boolean())
    numbers = {
        "latitude": pl.Float64(),
        "longitude": pl.Float64(),
        "contested": pl.Int64(),
        "credibility": pl.Int64(),
    }
    schema = {name: (whole | flags | numbers).get(name, pl.String()) for name in COLUMNS}
    return pl.DataFrame(list(rows(ledger)), schema=schema)


def party_names(question: Question) -> str | None:
    """The parties of a measure, with semicolons between them."""
    parties = getattr(question, "of", None)
    return "; ".join(party.name for party in parties) if parties else None


def _row(ledger: Ledger, claim: Claim) -> dict[str, object]:
    status = ledger.status(claim)
    carriers = [ledger.log.source(identity) for identity in claim.via]
    graded = [assessment.credibility for assessment in status.assessments if assessment.credibility]
    row: dict[str, object] = dict.fromkeys(COLUMNS)
    row |= _about(claim)
    row |= _said(claim)
    return row | {
        "claim": claim.id,
        "via": "; ".join(carrier.name for carrier in carriers if carrier) or None,
        "first_hand": claim.first_hand,
        "state": status.state.value,
        "contested": len(status.contested_by),
        "credibility": int(graded[-1]) if graded else None,
        "observed": claim.observed.value if claim.observed else None,
        "hedged": claim.hedged,
        "words": claim.words,
        "lang": claim.lang,
        "stated": claim.stated.iso if claim.stated else None,
        "stated_from": claim.stated.start.isoformat() if claim.stated else None,
        "stated_to": claim.stated.end.isoformat() if claim.stated else None,
        "url": claim.url,
        "note": claim.note or None,
    }


def _about(claim: Claim) -> dict[str, object]:
    event, source, question = claim.event, claim.source, claim.question
    place, occurred = event.place, event.occurred
    measure = question if isinstance(question, Measure) else None
    return {
        "event_id": event.id,
        "event": event.name,
        "occurred_from": occurred.start.isoformat() if occurred else None,
        "occurred_to": occurred.end.isoformat() if occurred else None,
        "place": place.name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "country": (place.country or None) if place else None,
        "source_id": source.id,
        "source": source.name,
        "source_kind": source.kind.value,
        "party": source.party.name if source.party else None,
        "reliability": source.reliability.value if source.reliability else None,
        "anonymous": source.anonymous,
        "question_id": question.id,
        "question": question.label,
        "outcomes": "+".join(measure.outcomes) if measure else None,
        "of": party_names(question),
        "among": measure.among if measure else None,
        "part": measure.part if measure else None,
    }


def _said(claim: Claim) -> dict[str, object]:
    answer = claim.answer
    said: dict[str, object] = {"answer": claim.as_given, "imputed": claim.imputed is not None}
    if isinstance(answer, Stance):
        return said | {
            "stance": answer.kind.value,
            "stance_party": answer.party.name if answer.party else None,
        }
    if isinstance(answer, Declined):
        return said | {"declined": answer.how.value}
    counted = answer if claim.figure is None else claim.figure
    return said | {
        "kind": counted.kind.value,
        "low": counted.reading[0],
        "high": counted.reading[1],
        "bounds_low": counted.bounds[0],
        "bounds_high": counted.bounds[1],
        "point": counted.point,
        "imputed": claim.imputed is not None or answer.imputed,
    }

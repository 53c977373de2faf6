"""Spreadsheets: one claim a row, in CSV or XLSX, with the columns an analyst has made.

A template with drop-downs is written by `write_template`; sheets with columns of their own are read
with a mapping, which `guess` proposes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from os import PathLike
from pathlib import Path

from claimtrack.claims import Claim
from claimtrack.dates import DayOrder
from claimtrack.errors import ClaimtrackError, InvalidField, Problem
from claimtrack.figures import Figure, Interval
from claimtrack.io.columns import MEANINGS, ColumnsNeeded, Guess, checked_columns, guess_columns
from claimtrack.io.delimited import Table, read_delimited, write_delimited
from claimtrack.io.foreign import read_rows
from claimtrack.io.losses import Losses, lost
from claimtrack.io.sheet_row import SheetRow
from claimtrack.ledger import Ledger
from claimtrack.tidy import party_names
from claimtrack.wording import figure as read_figure

__all__ = ["ColumnsNeeded", "Guess", "guess", "read", "write", "write_template"]


def guess(path: str | PathLike[str], *, sheet: str | None = None) -> Guess:
    """Guess what the columns of a sheet mean; print it, correct it, and pass `.columns` to `read`."""
    return guess_columns(_table(path, sheet).columns)


def read(
    path: str | PathLike[str],
    *,
    columns: Mapping[str, str] | None = None,
    sheet: str | None = None,
    lang: str | None = None,
    order: DayOrder | None = None,
) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read a sheet with one claim a row.

    Args:
        path: A CSV or XLSX file.
        columns: For each meaning (see `claimtrack.io.columns.MEANINGS`) the column in the file; not
            needed where the columns are named as in the template.
        sheet: The sheet of an XLSX file; by default the first.
        lang: The language of figures in words, where no column says it.
        order: How to read 09/10/2024; without it such a date is a problem.

    Returns:
        The ledger, and a problem for every row, cell and column that was not read.

    Raises:
        ColumnsNeeded: If the columns have other names and no mapping was given; it carries a guess.
        InvalidField: If the mapping names columns or meanings that are not there.
        MissingExtra: If an XLSX file is read without openpyxl.
    """
    table = _table(path, sheet)
    if not any(table.columns):
        raise InvalidField("sheets", "path", str(path), "a sheet whose first row names its columns")
    if columns is None:
        plain = {name: name for name in table.columns if name in MEANINGS}
        if len(plain) < len([name for name in table.columns if name]):
            raise ColumnsNeeded(guess_columns(table.columns))
        columns = plain
    named = checked_columns(columns, table.columns)
    ledger, problems = read_rows(
        table, named.values(), partial(SheetRow, named=named, lang=lang, order=order)
    )
    unread = [name for name in table.columns if name and name not in named.values()]
    message = "this column was not read: no meaning was given for it"
    return ledger, problems + tuple(
        Problem(code="unread-column", message=message, location=f"{table.name}, column {name!r}")
        for name in unread
    )


def write(ledger: Ledger, path: str | PathLike[str]) -> Losses:
    """Write the claims of a ledger as a sheet that `read` reads; cells cannot be taken for formulas.

    Returns:
        What a sheet cannot carry.
    """
    rows = _rows(ledger)
    if _is_xlsx(path):
        from claimtrack.io.xlsx import write_workbook

        write_workbook(path, tuple(MEANINGS), rows)
    else:
        write_delimited(path, tuple(MEANINGS), rows)
    return _losses(ledger)


def write_template(path: str | PathLike[str]) -> None:
    """Write an empty sheet to fill in; in XLSX with drop-downs and an explanation of each column.

    Raises:
        MissingExtra: If the path is one of XLSX and openpyxl is not installed.
    """
    if _is_xlsx(path):
        from claimtrack.io.xlsx import write_workbook

        write_workbook(path, tuple(MEANINGS), iter(()))
    else:
        write_delimited(path, tuple(MEANINGS), iter(()))


def _is_xlsx(path: str | PathLike[str]) -> bool:
    return Path(path).suffix.lower() in (".xlsx", ".xlsm")


def _table(path: str | PathLike[str], sheet: str | None) -> Table:
    if _is_xlsx(path):
        from claimtrack.io.xlsx import read_workbook

        return read_workbook(path, sheet)
    return read_delimited(path)


def _rows(ledger: Ledger) -> Iterator[tuple[object, ...]]:
    for claim in ledger.log.claims:
        cells = _cells(ledger, claim)
        yield tuple(cells.get(name) for name in MEANINGS)


def _cells(ledger: Ledger, claim: Claim) -> dict[str, object]:
    event, source, question = claim.event, claim.source, claim.question
    place = event.place
    carriers = [ledger.log.source(identity) for identity in claim.via]
    outcomes = getattr(question, "outcomes", None)
    low, high = _ends(claim)
    return {
        "event": event.name,
        "occurred": event.occurred and event.occurred.iso,
        "place": place and place.name,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "parties": "; ".join(party.name for party in event.parties),
        "source": source.name,
        "source_kind": source.kind.value,
        "party": source.party and source.party.name,
        "reliability": source.reliability and source.reliability.value,
        "anonymous": "yes" if source.anonymous else None,
        "question": "+".join(outcomes) if outcomes else question.label,
        "of": party_names(question),
        "among": getattr(question, "among", None),
        "part": getattr(question, "part", None),
        "answer": SheetRow.said(claim) if low is high is None else None,
        "low": low,
        "high": high,
        "stated": claim.stated and claim.stated.iso,
        "via": "; ".join(carrier.name for carrier in carriers if carrier),
        "published": "; ".join(date.iso if date else "" for date in claim.published),
        "first_hand": "yes" if claim.first_hand else None,
        "observed": claim.observed and claim.observed.value,
        "hedged": claim.hedged,
        "words": claim.words if not outcomes else None,
        "lang": claim.lang,
        "url": claim.url,
        "note": claim.note,
    }


def _ends(claim: Claim) -> Interval:
    """The ends of a figure that nobody worded and whose label would not be read as the same figure."""
    figure = claim.answer
    if not isinstance(figure, Figure) or figure.words is not None or figure.bounds != figure.reading:
        return None, None
    return (None, None) if _read_alike(claim) else figure.bounds


def _read_alike(claim: Claim) -> bool:
    """Whether the words of a figure are read as the figure that they are kept with."""
    figure = claim.answer
    if not isinstance(figure, Figure):
        return True
    try:
        read = read_figure(figure.as_given, lang=claim.lang)  # type: ignore[arg-type]  # checked there
    except ClaimtrackError:
        return False
    return (read.bounds, read.reading, read.kind) == (figure.bounds, figure.reading, figure.kind)


def _losses(ledger: Ledger) -> Losses:
    log = ledger.log
    claims = log.claims
    return lost(
        "a sheet",
        {
            ("assessments", "a row is a claim"): sum(len(log.assessments(claim)) for claim in claims),
            ("retractions", "a row is a claim"): sum(len(log.retractions(claim)) for claim in claims),
            ("relations", "a row is a claim"): len(log.relations),
            ("declared wholes", "a row is a claim"): len(log.wholes),
            ("evidence", "a row is a claim"): len(ledger.evidence),
            ("links between claims", "rows do not name other rows"): sum(
                bool(claim.based_on or claim.revises or claim.references) for claim in claims
            ),
            ("moments of recording", "a sheet has no history"): len(ledger),
            ("keys, alliances and notes of sources and parties", "only their names are written"): len(
                ledger.sources
            ),
            ("who is named in an attribution", "a question is a sentence"): sum(
                type(claim.question).__name__ == "Attribution" for claim in claims
            ),
            ("figures whose words are read otherwise", "a sheet has words, not intervals"): sum(
                _ends(claim) == (None, None) and not _read_alike(claim) for claim in claims
            ),
            ("imputed figures", "marked in no column"): sum(
                bool(claim.imputed or getattr(claim.answer, "imputed", False)) for claim in claims
            ),
        },
    )

"""The command that reads wording as figures."""

from __future__ import annotations

import sys
from types import SimpleNamespace

from claimtrack.cli.printing import form_of, put, put_json, width_of
from claimtrack.errors import WordingError
from claimtrack.tables.claims import text_of
from claimtrack.tables.drawing import Sheet
from claimtrack.tables.grid import Column, Row
from claimtrack.tables.labels import labels
from claimtrack.tables.phrases import Words, interval, reading, told
from claimtrack.tables.readings import reading_rule
from claimtrack.telling import Phrase, phrase, term
from claimtrack.wording import figure

REFUSED = 1


def read(given: SimpleNamespace) -> int:
    """Read each wording, and say how; exit 1 where one is refused."""
    words = " ".join(given.words)
    wordings = [line.strip() for line in sys.stdin if line.strip()] if words in {"", "-"} else [words]
    rows = [_row(words, given) for words in wordings]
    if given.json:
        put_json(rows)
    else:
        sheet = Sheet(rows, _COLUMNS, None, (), "", given.lang)
        put(given, sheet.table(form_of(given), width_of(given)))
    return REFUSED if any(row["reason"] is not None for row in rows) else 0


def _row(words: str, given: SimpleNamespace) -> Row:
    terms = labels(given.lang)
    try:
        found = figure(words, lang=given.wording)
    except WordingError as error:
        return {
            "said": words, "reads_as": None, "bounds": None, "kind": None,
            "because": told(_refusal(error), terms), "reason": error.reason.value,
        }  # fmt: skip
    return {
        "said": words,
        "reads_as": reading(found, terms),
        "reading": list(found.reading),
        "bounds": list(found.bounds),
        "bounds_text": interval(found.bounds, terms),
        "point": found.point,
        "kind": found.kind.value,
        "because": reading_rule(found.because, terms),
        "reason": None,
    }


def _kind(kind: object, words: Words) -> str:
    return "" if kind is None else told(term("kind", str(kind)), words)


def _refusal(error: WordingError) -> Phrase:
    """Why a wording was refused, and what stood in the way."""
    reason = term("refusal", error.reason.value)
    part = error.words[slice(*error.span)]
    if not part or part == error.words:
        return reason
    return phrase("reading.refused_at", reason=reason, part=phrase("quoted", words=part))


_COLUMNS = (
    text_of("said"),
    Column(
        "reads_as",
        lambda row, words: words["refused_wording"] if row["reads_as"] is None else str(row["reads_as"]),
        "right",
    ),
    Column("bounds", lambda row, _: str(row.get("bounds_text") or ""), "right"),
    Column("kind", lambda row, words: _kind(row["kind"], words)),
    Column("because", lambda row, _: str(row["because"]), below=True),
)

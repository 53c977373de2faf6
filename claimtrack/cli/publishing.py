"""Commands for what is to be published: report, check."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

from claimtrack.cli.opening import find_event, open_ledger, read_ledger
from claimtrack.cli.printing import form_of, note, put, put_json, width_of, write
from claimtrack.drafts import Backing, DraftFigure, check_draft
from claimtrack.errors import InvalidField
from claimtrack.reconcile import DEFAULT
from claimtrack.tables.claims import text_of
from claimtrack.tables.drawing import Sheet
from claimtrack.tables.grid import Column, Row
from claimtrack.tables.labels import Language, labels
from claimtrack.tables.phrases import Words, question, reading, told
from claimtrack.telling import Phrase

DIFFERS = 1


def report_(given: SimpleNamespace) -> int:
    """Write the ledger as one HTML page."""
    from claimtrack.report import page

    ledger = open_ledger(given)
    html = page(
        ledger, title=given.title, policy=given.policy or DEFAULT, since=given.since, lang=given.lang
    )  # fmt: skip
    data = html.encode()
    if given.output == "-":
        write(html)
        return 0
    Path(given.output).write_bytes(data)
    if given.json:
        put_json({"output": given.output, "bytes": len(data), "claims": len(ledger.claims())})
    else:
        note(f"wrote {given.output} ({len(data):,} bytes)")
    return 0


def check(given: SimpleNamespace) -> int:
    """Hold the figures in a draft against a ledger; exit 1 where one differs or has nothing behind it."""
    ledger, _ = read_ledger(given.against, None)
    text = _draft(given.draft)
    event = find_event(ledger, given.event)
    found = check_draft(text, ledger, policy=given.policy or DEFAULT, event=event, lang=given.wording)
    words = labels(given.lang)
    rows = [_row(one, words) for one in found]
    if given.json:
        put_json(rows)
    else:
        put(given, _sheet(rows, given.lang).table(form_of(given), width_of(given)))
    return 0 if all(one.sound for one in found) else DIFFERS


def _draft(name: str) -> str:
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InvalidField("claimtrack", "draft", name, "a text or Markdown file in UTF-8") from None


def _row(found: DraftFigure, words: Words) -> Row:
    return {
        "line": found.line,
        "column": found.column,
        "said": found.words,
        "reads_as": reading(found.mention.figure, words),
        "outcome": found.mention.outcome,
        "backing": found.backing.value,
        "because": told(found.because, words),
        "event": None if found.event is None else str(found.event),
        "question": None if found.question is None else question(found.question, words),
        "claims": [claim.id for claim in found.claims],
    }


def _backing(backing: Backing, n: int, words: Words) -> str:
    return told(Phrase(f"backing.{backing.value}", {"n": n}), words)


def _sheet(rows: list[Row], lang: Language) -> Sheet:
    words = labels(lang)
    counts = [(backing, sum(row["backing"] == backing.value for row in rows)) for backing in Backing]
    counted = ", ".join(f"{n} {_backing(backing, n, words)}" for backing, n in counts if n)
    footer = [words["draft_counts"].replace("{n}", str(len(rows))).replace("{counts}", counted)]
    return Sheet(rows, _COLUMNS, None, footer if rows else (), words["draft_empty"], lang)


_COLUMNS = (
    Column("line", lambda row, _: f"{row['line']}:{row['column']}", "right", wraps=False),
    Column("backing", lambda row, words: _backing(Backing(str(row["backing"])), 1, words), wraps=False),
    text_of("said"),
    Column("reads_as", lambda row, _: str(row["reads_as"]), "right"),
    Column("because", lambda row, _: str(row["because"]), below=True),
)

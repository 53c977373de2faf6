"""Tables of what changed since a moment, and of what is left to find out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from claimtrack.checks import DateLike
from claimtrack.history import Change, changes_since, open_questions
from claimtrack.status import Holdings
from claimtrack.tables.claims import question_order, text_of
from claimtrack.tables.drawing import Sheet
from claimtrack.tables.grid import WIDTH, Column, Row, Table, about_event, arranged, gathered, pick
from claimtrack.tables.labels import Language, counted, labels
from claimtrack.tables.layout import BREAK
from claimtrack.tables.phrases import Words, answer, event_name, question, spoken, told

CHANGE_COLUMNS = ("change", "before", "after", "source", "reads_as", "because")
OPEN_COLUMNS = ("rank", "question", "claims", "because", "missing")


def changes_table(
    ledger: Holdings,
    since: DateLike | datetime,
    *,
    format: str = "simple",  # noqa: A002
    columns: Iterable[str] | None = None,
    sort: Iterable[str] | str | None = None,
    group: str | None = "question",
    lang: Language = "en",
    width: int = WIDTH,
) -> Table:
    """Print what was recorded since a moment, or the end of a day, and what it moved.

    Args:
        ledger: The ledger.
        since: The moment, with its time zone; or a day.
        format: One of tabulate's formats, or "stacked" for narrow screens.
        columns: The columns to print, by name: any key of `changes_rows`.
        sort: Columns to sort by; "-recorded" sorts downwards. By default by event and question.
        group: The column whose values head the groups, or `None`.
        lang: The language of headings, reasons and footer.
        width: How wide the table may be, in characters.

    Raises:
        InvalidField: If there is no such format, column or language, or no such date.
    """
    words = labels(lang)
    rows = changes_rows(ledger, since, sort=sort, lang=lang)
    heading = None if group is None else pick([group], _CHANGE_COLUMNS, ())[0]
    in_groups = gathered(rows, None if heading is None else heading.key)
    footer = [f"{counted(words, 'count_changes', len(rows))}."]
    shown = pick(columns, _CHANGE_COLUMNS, CHANGE_COLUMNS)
    return Sheet(in_groups, shown, about_event(heading, rows), footer, words["no_changes"], lang).table(
        format, width
    )


def changes_rows(
    ledger: Holdings,
    since: DateLike | datetime,
    *,
    sort: Iterable[str] | str | None = None,
    lang: Language = "en",
) -> list[Row]:
    """The rows of the changes table as plain data."""
    words = labels(lang)
    changes = sorted(changes_since(ledger.log, since), key=_by_question)
    return arranged([change_row(ledger, change, words) for change in changes], sort, _CHANGE_COLUMNS)


def _by_question(change: Change) -> tuple[object, ...]:
    occurred = change.event.occurred
    when = (occurred is None, occurred.iso if occurred else "")
    return (*when, change.event.name, change.event.id, *question_order(change.question))


def change_row(ledger: Holdings, change: Change, words: Words) -> Row:
    """One change as plain data."""
    claim = change.claim
    return {
        "change": change.kind.value,
        "event": event_name(ledger.log, change.event),
        "question": question(change.question, words),
        "before": told(change.before, words) or None,
        "after": told(change.after, words),
        "source": None if claim is None else spoken(ledger.log, claim, words),
        "said": None if claim is None else claim.words,
        "reads_as": None if claim is None else answer(claim, words),
        "because": told(change.because, words),
        "recorded": change.recorded.isoformat(timespec="seconds"),
        "claim": None if claim is None else claim.id,
    }


def open_questions_table(
    ledger: Holdings,
    *,
    format: str = "simple",  # noqa: A002
    columns: Iterable[str] | None = None,
    sort: Iterable[str] | str | None = None,
    group: str | None = None,
    lang: Language = "en",
    width: int = WIDTH,
) -> Table:
    """Print what is left to find out, what most hangs on first, and what it would take.

    Args:
        ledger: The ledger.
        format: One of tabulate's formats, or "stacked" for narrow screens.
        columns: The columns to print, by name: any key of `open_questions_rows`.
        sort: Columns to sort by; "-event" sorts downwards. By default what most hangs on comes first.
        group: The column whose values head the groups, or `None`.
        lang: The language of headings and reasons.
        width: How wide the table may be, in characters.

    Raises:
        InvalidField: If there is no such format, column or language.
    """
    words = labels(lang)
    rows = open_questions_rows(ledger, sort=sort, lang=lang)
    heading = None if group is None else pick([group], _OPEN_COLUMNS, ())[0]
    in_groups = gathered(rows, None if heading is None else heading.key)
    shown = pick(columns, _OPEN_COLUMNS, OPEN_COLUMNS)
    if group != "event":
        shown = tuple(about_event(column, rows) or column for column in shown)
    return Sheet(in_groups, shown, about_event(heading, rows), (), words["nothing_open"], lang).table(
        format, width
    )


def open_questions_rows(
    ledger: Holdings, *, sort: Iterable[str] | str | None = None, lang: Language = "en"
) -> list[Row]:
    """The rows of the table of open questions as plain data."""
    words = labels(lang)
    rows: list[Row] = [
        {
            "rank": found.rank.value,
            "event": event_name(ledger.log, found.event),
            "question": question(found.question, words),
            "claims": [
                f"{spoken(ledger.log, claim, words)}{words['colon']}{answer(claim, words)}"
                for claim in found.claims
            ],
            "because": told(found.because, words),
            "missing": told(found.missing, words),
        }
        for found in open_questions(ledger.log, ledger.statuses)
    ]
    return arranged(rows, sort, _OPEN_COLUMNS)


def _term(key: str) -> Column:
    def cell(row: Row, words: Words) -> str:
        value = row[key]
        return "" if value is None else words.get(f"change_{value}", words.get(str(value), str(value)))

    return Column(key, cell)


_CHANGE_COLUMNS: Sequence[Column] = (
    _term("change"),
    _term("before"),
    _term("after"),
    text_of("source"),
    Column("reads_as", lambda row, _: "" if row["reads_as"] is None else str(row["reads_as"]), "right"),
    Column("because", lambda row, _: str(row["because"]), below=True),
    text_of("said"),
    text_of("question"),
    text_of("event"),
    text_of("recorded"),
    text_of("claim"),
)

def _each_claim(row: Row, _: Words) -> str:
    found = row["claims"]
    return BREAK.join(map(str, found)) if isinstance(found, list) else ""


_OPEN_COLUMNS: Sequence[Column] = (
    _term("rank"),
    text_of("question"),
    Column("claims", _each_claim),
    Column("because", lambda row, _: str(row["because"]), below=True),
    Column("missing", lambda row, _: str(row["missing"]), below=True),
    text_of("event"),
)

"""The figures table: what can be published on each question, by which policy, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.figures import Interval
from claimtrack.questions import Measure
from claimtrack.reconcile import DEFAULT, FigureReconciliation, Policy, VerdictReconciliation, reconcile
from claimtrack.reconcile.conflicts import IN_A_LIST, told_conflicts
from claimtrack.reconcile.roles import ConflictKind
from claimtrack.status import Holdings
from claimtrack.tables.claims import claim_order, number_of, text_of
from claimtrack.tables.drawing import Sheet
from claimtrack.tables.grid import WIDTH, Column, Row, Table, arranged, gathered, pick
from claimtrack.tables.labels import Language, labels
from claimtrack.tables.layout import BREAK
from claimtrack.tables.phrases import Words, event_name, interval, number, question, told

FIGURE_COLUMNS = ("question", "range", "best", "claims", "voices", "notes")
VERDICT_COLUMNS = ("question", "answer", "claims", "voices", "notes")

SHOWN_CONFLICTS = 3
"""How many conflicts a cell names before it counts the rest."""


def figures_table(
    ledger: Holdings,
    *,
    policy: Policy | str = DEFAULT,
    event: Event | str | None = None,
    format: str = "simple",  # noqa: A002
    columns: Iterable[str] | None = None,
    sort: Iterable[str] | str | None = None,
    group: str | None = "event",
    lang: Language = "en",
    width: int = WIDTH,
) -> Table:
    """Print the figure for every measure: low, best and high by one policy, and what stands against them.

    Args:
        ledger: The ledger.
        policy: The policy, or its name; the footer names it.
        event: The event, or its id; by default all of them.
        format: One of tabulate's formats, or "stacked" for narrow screens.
        columns: The columns to print, by name: any key of `figures_rows`, "range" and "notes".
        sort: Columns to sort by; "-claims" sorts downwards. By default by event and question.
        group: The column whose values head the groups, or `None`.
        lang: The language of headings, reasons and footer.
        width: How wide the table may be, in characters.

    Raises:
        InvalidField: If there is no such format, column, policy or language.
    """
    rows = figures_rows(ledger, policy=policy, event=event, sort=sort, lang=lang)
    words = labels(lang)
    return _sheet(rows, pick(columns, _COLUMNS, FIGURE_COLUMNS), group, words, lang).table(format, width)


def verdicts_table(
    ledger: Holdings,
    *,
    event: Event | str | None = None,
    format: str = "simple",  # noqa: A002
    columns: Iterable[str] | None = None,
    sort: Iterable[str] | str | None = None,
    group: str | None = "event",
    lang: Language = "en",
    width: int = WIDTH,
) -> Table:
    """Print the answer to every question that is not a count: affirmed, denied, disputed or undecided.

    Args and errors are those of `figures_table`.
    """
    rows = verdicts_rows(ledger, event=event, sort=sort, lang=lang)
    words = labels(lang)
    return _sheet(rows, pick(columns, _COLUMNS, VERDICT_COLUMNS), group, words, lang).table(format, width)


def figures_rows(
    ledger: Holdings,
    *,
    policy: Policy | str = DEFAULT,
    event: Event | str | None = None,
    sort: Iterable[str] | str | None = None,
    lang: Language = "en",
) -> list[Row]:
    """The rows of the figures table as plain data; `None` is unknown or open, never 0."""
    words = labels(lang)
    rows = [
        figure_row(reconcile(ledger, claim.question, claim.event, policy=policy), words)
        for claim in asked(ledger, event)
        if isinstance(claim.question, Measure)
    ]
    return arranged(rows, sort, _COLUMNS)


def verdicts_rows(
    ledger: Holdings,
    *,
    event: Event | str | None = None,
    sort: Iterable[str] | str | None = None,
    lang: Language = "en",
) -> list[Row]:
    """The rows of the verdicts table as plain data."""
    words = labels(lang)
    rows = [
        verdict_row(reconcile(ledger, claim.question, claim.event), words)
        for claim in asked(ledger, event)
        if not isinstance(claim.question, Measure)
    ]
    return arranged(rows, sort, _COLUMNS)


def figure_row(result: FigureReconciliation, words: Words) -> Row:
    """One reconciled figure as plain data."""
    return {
        **_common(result, words),
        "low": result.low,
        "best": result.best,
        "high": result.high,
        "policy": result.policy,
        "policy_version": result.policy_version,
        "estimated": result.estimated,
        "computed": list(result.computed),
        "imputed": len(result.imputed),
    }


def verdict_row(result: VerdictReconciliation, words: Words) -> Row:
    """One reconciled verdict as plain data."""
    return {
        **_common(result, words),
        "answer": result.finding.value,
        "party": None if result.party is None else result.party.name,
        "policy": result.policy,
        "policy_version": result.policy_version,
    }


def _common(result: FigureReconciliation | VerdictReconciliation, words: Words) -> Row:
    independent = result.independent
    return {
        "event": event_name(result.log, result.event),
        "event_id": result.event.id,
        "question": question(result.question, words),
        "question_id": result.question.id,
        "claims": len(result.account),
        "voices_low": independent.low if result.voices else 0,
        "voices_high": independent.high if result.voices else 0,
        "contested": any(conflict.kind is not ConflictKind.tension for conflict in result.conflicts),
        "conflict_count": len(result.conflicts),
        "conflicts": [told(text, words) for text in told_conflicts(result.conflicts, IN_A_LIST)],
        "because": told(result.because, words),
    }


def asked(ledger: Holdings, event: Event | str | None) -> Sequence[Claim]:
    """One claim for every question about every event, in the order they are printed."""
    log = ledger.log
    where = event if event is None or isinstance(event, str) else event.id
    firsts = [
        min(log.group(about, what), key=claim_order)
        for about, what in log.groups
        if where is None or about == where
    ]
    return sorted(firsts, key=claim_order)


def ends(low: int | None, high: int | None) -> Interval:
    """An interval as a cell shows it: an open high end with a low one of 0 says nothing."""
    return (None if low == 0 and high is None else low, high)


def range_text(row: Row, words: Words) -> str:
    """Low and high as a cell shows them, marked where nobody stated them or the coding is the analyst's."""
    low, high = row["low"], row["high"]
    shown = interval(ends(_int(low), _int(high)), words)
    if row["imputed"] and row["best"] is None:
        shown = f"{shown}*"
    if row["estimated"]:
        return f"{shown} ({words['estimated']})"
    return f"{shown} ({words['computed']})" if row["computed"] else shown


def best_of(row: Row, words: Words) -> str:
    """The best figure as a cell shows it, with a star where the coding is in part the analyst's."""
    best = _int(row["best"])
    if best is None:
        return words["no_best"]
    return f"{number(best, words)}{'*' if row['imputed'] else ''}"


def _int(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _voices(row: Row, words: Words) -> str:
    low, high = _int(row.get("voices_low")), _int(row.get("voices_high"))
    return "" if low is None and high is None else interval((low, high), words)


def _finding(row: Row, words: Words) -> str:
    finding, party = row.get("answer"), row.get("party")
    shown = words.get(str(finding), "")
    return shown if party is None else f"{shown}{words['colon']}{party}"


def _notes(row: Row, words: Words) -> str:
    found = row["conflicts"]
    texts = [str(text) for text in found] if isinstance(found, list) else []
    conflicts = [f"{text[:1].upper()}{text[1:]}" for text in texts]
    shown = conflicts[:SHOWN_CONFLICTS]
    if row["because"] and ("answer" in row or not conflicts):
        shown.insert(0, str(row["because"]))
    count = int(str(row["conflict_count"]))
    if count > SHOWN_CONFLICTS:
        shown.append(words["more"].replace("{n}", number(count - SHOWN_CONFLICTS, words)))
    return BREAK.join(shown)


_COLUMNS: tuple[Column, ...] = (
    text_of("question"),
    text_of("event"),
    Column("range", range_text, "right", wraps=False),
    Column("best", best_of, "right", wraps=False),
    number_of("low"),
    number_of("high"),
    Column("answer", _finding),
    Column("claims", lambda row, words: number(int(str(row["claims"])), words), "right", wraps=False),
    Column("voices", _voices, "right", wraps=False),
    Column("notes", _notes, below=True),
    text_of("because"),
    text_of("conflicts"),
    text_of("policy"),
)


def _sheet(
    rows: list[Row], shown: Sequence[Column], group: str | None, words: Words, lang: Language
) -> Sheet:
    heading = None if group is None else pick([group], _COLUMNS, ())[0]
    in_groups = gathered(rows, heading.key) if heading else rows
    return Sheet(in_groups, shown, heading, _footer(rows, shown, words), words["no_measures"], lang)


def _footer(rows: Sequence[Row], shown: Iterable[Column], words: Words) -> list[str]:
    if not rows:
        return []
    keys = {column.key for column in shown}
    first = rows[0]
    version = first.get("policy_version")
    named = f"{first['policy']} {version}" if version else str(first["policy"])
    notes = [words["foot_policy"].replace("{policy}", named)]
    if "range" in keys:
        notes.append(words["foot_range"])
        if any(row["low"] is None and row["high"] is None for row in rows):
            notes.append(words["foot_unknown"])
    starred = {"range", "best"} & keys and any(row.get("imputed") for row in rows)
    if starred or ("notes" in keys and any("*" in _notes(row, words) for row in rows)):
        notes.append(words["foot_star"])
    if "voices" in keys:
        notes.append(words["foot_voices"])
    return [" ".join(notes)]

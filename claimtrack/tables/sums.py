"""Tables of policies compared, and of totals over events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.reconcile import FigureReconciliation, PolicyComparison, Total, total
from claimtrack.tables.claims import number_of, text_of
from claimtrack.tables.drawing import Sheet
from claimtrack.tables.grid import WIDTH, Column, Row, Table, arranged, gathered, pick
from claimtrack.tables.labels import Language, labels
from claimtrack.tables.phrases import Words, number, question
from claimtrack.tables.reconciled import best_of, figure_row, range_text

POLICY_COLUMNS = ("policy", "range", "best", "used", "because")
TOTAL_COLUMNS = ("event", "question", "range", "best")


def policies_table(
    comparison: PolicyComparison | Iterable[FigureReconciliation],
    *,
    format: str = "simple",  # noqa: A002
    columns: Iterable[str] | None = None,
    sort: Iterable[str] | str | None = None,
    group: str | None = None,
    lang: Language = "en",
    width: int = WIDTH,
) -> Table:
    """Print what each policy gives for one question, side by side.

    Args:
        comparison: What `compare_policies` gave, or reconciliations by several policies.
        format: One of tabulate's formats, or "stacked" for narrow screens.
        columns: The columns to print, by name: any key of `policies_rows`, and "range".
        sort: Columns to sort by; "-best" sorts downwards. By default as the policies were given.
        group: The column whose values head the groups, or `None`.
        lang: The language of headings and footer.
        width: How wide the table may be, in characters.

    Raises:
        InvalidField: If there is no such format, column or language.
    """
    words = labels(lang)
    results = list(comparison)
    rows = policies_rows(results, sort=sort, lang=lang)
    title = [f"{question(results[0].question, words)}, {results[0].event}."] if results else []
    footer = [*title, " ".join([words["foot_range"], *_starred(rows, words)])]
    shown = pick(columns, _COLUMNS, POLICY_COLUMNS)
    return _sheet(rows, shown, group, footer, lang).table(format, width)


def policies_rows(
    comparison: PolicyComparison | Iterable[FigureReconciliation],
    *,
    sort: Iterable[str] | str | None = None,
    lang: Language = "en",
) -> list[Row]:
    """The rows of the policies table as plain data."""
    words = labels(lang)
    rows = [
        {**figure_row(result, words), "used": sum(entry.role.value == "kept" for entry in result.account)}
        for result in comparison
    ]
    return arranged(rows, sort, _COLUMNS)


def totals_table(
    reconciliations: Iterable[FigureReconciliation] | Total,
    *,
    format: str = "simple",  # noqa: A002
    columns: Iterable[str] | None = None,
    sort: Iterable[str] | str | None = None,
    group: str | None = None,
    lang: Language = "en",
    width: int = WIDTH,
) -> Table:
    """Print what is added up, and the sum; what is unknown adds nothing and is not 0.

    Args:
        reconciliations: Reconciliations of one outcome, or what `total` made of them.
        format: One of tabulate's formats, or "stacked" for narrow screens.
        columns: The columns to print, by name: any key of `totals_rows`, and "range".
        sort: Columns to sort by; "-low" sorts downwards. By default by date; the sum stays last.
        group: The column whose values head the groups, or `None`.
        lang: The language of headings and footer.
        width: How wide the table may be, in characters.

    Raises:
        MixedQuestions: If they count different outcomes, or could count a person twice.
        InvalidField: If there is nothing to add, or no such format, column or language.
    """
    words = labels(lang)
    whole = reconciliations if isinstance(reconciliations, Total) else total(reconciliations)
    rows = totals_rows(whole, sort=sort, lang=lang)
    notes = [words["foot_range"], *([words["foot_unknown"]] if whole.unknown else [])]
    policies = dict.fromkeys(f"{r.policy} {r.policy_version}".strip() for r in whole.results)
    policy = words["foot_policy"].replace("{policy}", ", ".join(policies))
    footer = [" ".join([policy, *notes, *_starred(rows, words)])]
    shown = pick(columns, _COLUMNS, TOTAL_COLUMNS)
    return _sheet(rows, shown, group, footer, lang).table(format, width)


def totals_rows(
    reconciliations: Iterable[FigureReconciliation] | Total,
    *,
    sort: Iterable[str] | str | None = None,
    lang: Language = "en",
) -> list[Row]:
    """The rows of the totals table as plain data: what is added, then the sum."""
    words = labels(lang)
    whole = reconciliations if isinstance(reconciliations, Total) else total(reconciliations)
    rows = [figure_row(result, words) for result in sorted(whole.results, key=_order)]
    rows = arranged(rows, sort, _COLUMNS)
    summed: Row = {
        "event": words["total"],
        "question": "",
        "low": whole.low,
        "best": whole.best,
        "high": whole.high,
        "claims": sum(len(result.account) for result in whole.results),
        "estimated": any(result.estimated for result in whole.results),
        "computed": [],
        "imputed": whole.imputed.count,
        "policy": "",
        "because": "",
    }
    return [*rows, summed]


def _sheet(
    rows: list[Row], shown: Sequence[Column], group: str | None, footer: Sequence[str], lang: Language
) -> Sheet:
    heading = None if group is None else pick([group], _COLUMNS, ())[0]
    in_groups = gathered(rows, None if heading is None else heading.key)
    return Sheet(in_groups, shown, heading, footer, labels(lang)["no_measures"], lang)


def _starred(rows: Sequence[Row], words: Words) -> list[str]:
    return [words["foot_star"]] if any(row["imputed"] for row in rows) else []


def _order(result: FigureReconciliation) -> tuple[str, str, str]:
    occurred = result.event.occurred
    return (occurred.start.isoformat() if occurred else "~", str(result.event), result.question.label)


def _policy(row: Row, _: Words) -> str:
    version = row.get("policy_version")
    return f"{row['policy']} {version}" if version else str(row["policy"])


def _count(key: str) -> Column:
    return Column(key, lambda row, words: number(int(str(row[key])), words), "right", wraps=False)


_COLUMNS: Sequence[Column] = (
    Column("policy", _policy),
    text_of("event"),
    text_of("question"),
    Column("range", range_text, "right", wraps=False),
    Column("best", best_of, "right", wraps=False),
    number_of("low"),
    number_of("high"),
    _count("claims"),
    _count("used"),
    Column("because", lambda row, _: str(row["because"]), below=True),
)

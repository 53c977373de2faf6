"""The status table: every claim, what it says, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from claimtrack.answers import Declined, Stance
from claimtrack.claims import Claim
from claimtrack.figures import Figure
from claimtrack.interest import Tendency
from claimtrack.log import Log
from claimtrack.questions import Attribution, Measure, Outcome, Question
from claimtrack.status import Holdings, State, Status
from claimtrack.tables.drawing import Sheet
from claimtrack.tables.grid import WIDTH, Column, Row, Table, about_event, arranged, gathered, pick
from claimtrack.tables.labels import Language, counted, labels
from claimtrack.tables.phrases import (
    Words,
    answer,
    carrier_name,
    described,
    event_name,
    number,
    question,
    speaker,
    spoken,
    told,
)
from claimtrack.telling import term

DEFAULT_COLUMNS = ("state", "stated", "reads_as", "source", "said", "because")


def status_table(
    ledger: Holdings,
    *,
    claims: Iterable[Claim] | None = None,
    format: str = "simple",  # noqa: A002
    columns: Iterable[str] | None = None,
    sort: Iterable[str] | str | None = None,
    group: str | None = "question",
    lang: Language = "en",
    width: int = WIDTH,
) -> Table:
    """Print every claim: where it stands, who says so, in which words, and why it stands there.

    Args:
        ledger: The ledger.
        claims: The claims to print, as `ledger.claims(question=…)` gives them; by default all.
        format: One of tabulate's formats, or "stacked" for narrow screens.
        columns: The columns to print, by name: any key of `status_rows`.
        sort: Columns to sort by; "-stated" sorts downwards. By default by date, then speaker.
        group: The column whose values head the groups, or `None`.
        lang: The language of headings, reasons and footer.
        width: How wide the table may be, in characters.

    Raises:
        InvalidField: If there is no such format, column or language.

    Example:
        >>> from claimtrack.events import Event
        >>> from claimtrack.ledger import Ledger
        >>> from claimtrack.questions import killed
        >>> from claimtrack.sources import Source
        >>> ledger = Ledger()
        >>> toll = Claim(Event("Attack"), Source("AFP"), killed(), "at least 20", stated="2024-09-17")
        >>> _ = ledger.record(toll)
        >>> print(status_table(ledger, columns=["source", "said", "reads_as", "state"], group=None))
        source    said             reads as  status
        --------  -------------  ----------  ----------
        AFP       “at least 20”        ≥ 20  unverified
        <BLANKLINE>
        1 claim on 1 question: 1 unverified.
        Reads as: what a reader takes the words to mean, in persons.
    """
    words = labels(lang)
    shown = pick(columns, _COLUMNS, DEFAULT_COLUMNS)
    heading = None if group is None else pick([group], _COLUMNS, ())[0]
    rows = status_rows(ledger, claims=claims, sort=sort, lang=lang)
    rows = gathered(rows, None if heading is None else heading.key)
    footer = _footer(rows, shown, words)
    sheet = Sheet(rows, shown, about_event(heading, rows), footer, words["no_claims"], lang)
    return sheet.table(format, width)


def claims_sheet(rows: Sequence[Row], columns: Iterable[str], lang: Language) -> Sheet:
    """A sheet of rows that `claim_row` made, without groups and footer."""
    return Sheet(rows, pick(columns, _COLUMNS, ()), None, (), labels(lang)["no_claims"], lang)


def status_rows(
    ledger: Holdings,
    *,
    claims: Iterable[Claim] | None = None,
    sort: Iterable[str] | str | None = None,
    lang: Language = "en",
) -> list[Row]:
    """The rows of the status table as plain data: texts, whole numbers, lists, and `None` for unknown."""
    words = labels(lang)
    shown = sorted(ledger.log.claims if claims is None else claims, key=claim_order)
    rows = [claim_row(ledger.log, claim, ledger.statuses.of(claim), words) for claim in shown]
    return arranged(rows, sort, _COLUMNS)


def claim_row(log: Log, claim: Claim, status: Status, words: Words) -> Row:
    """One claim as plain data."""
    figure, source = claim.figure, log.source(claim.source) or claim.source
    low, high = (None, None) if figure is None else figure.reading
    return {
        "id": claim.id,
        "event": event_name(log, claim.event),
        "event_id": claim.event.id,
        "question": question(claim.question, words),
        "question_id": claim.question.id,
        "source": spoken(log, claim, words),
        "speaker": speaker(log, claim.source, words),
        "speaker_id": claim.source.id,
        "kind": source.kind.value,
        "party": source.party.name if source.party else None,
        "reliability": source.reliability.value if source.reliability else None,
        "via": [carrier_name(log, identity) for identity in claim.via],
        "said": claim.words,
        "answer": _answer_kind(claim),
        "reads_as": answer(claim, words),
        "low": low,
        "point": None if figure is None else figure.point,
        "high": high,
        "stated": claim.stated.iso if claim.stated else None,
        "state": status.state.value,
        "lifecycle": status.lifecycle.value,
        "verdict": status.verdict.value,
        "support": status.support.value,
        "supported_by": [_named(log, other, words) for other in status.supported_by],
        "contested_by": [_named(log, other, words) for other in status.contested_by],
        "because": told(status.because, words),
        "missing": told(status.missing, words),
        "credibility": None if status.credibility is None else int(status.credibility),
        "interest": _interest(status, words),
        "marks": marks(claim, words),
        "url": claim.url,
        "note": claim.note,
    }


def _named(log: Log, claim: Claim, words: Words) -> str:
    said = claim.words if claim.words is not None else told(claim.as_given, words)
    return f"{described(log, claim.source).name}{words['colon']}{said}"


def marks(claim: Claim, words: Words) -> list[str]:
    """What must be seen beside an answer: imputed, hedged, seen in part, first hand."""
    found = []
    if claim.hedged is not None:
        found.append(words["hedged"] if claim.hedged == "hedged" else claim.hedged)
    if claim.observed is not None:
        found.append(words["seen"].replace("{what}", words[claim.observed.value]))
    if claim.first_hand:
        found.append(words["first_hand"])
    if claim.imputed is not None or (isinstance(claim.answer, Figure) and claim.answer.imputed):
        found.append(words["imputed"])
    return found


def claim_order(claim: Claim) -> tuple[object, ...]:
    """The order in which claims are printed: by event, question, date and speaker."""
    event, stated = claim.event, claim.stated
    return (
        event.occurred is None, event.occurred.iso if event.occurred else "", event.name, event.id,
        *question_order(claim.question),
        stated is None, stated.iso if stated else "", claim.source.name, claim.as_given, claim.id,
    )  # fmt: skip


def question_order(asked: Question) -> tuple[int, str, bool, str, str]:
    """Figures first, the dead before others and wholes before parts; then who did it; then what happened."""
    if not isinstance(asked, Measure):
        return (1 if isinstance(asked, Attribution) else 2, "", False, asked.label, asked.id)
    counted = "".join(str(_OUTCOMES.index(outcome)) for outcome in asked.outcomes)
    part = asked.part is not None or asked.among is not None
    return (0, counted, part, asked.label, asked.id)


_OUTCOMES = tuple(Outcome)


def quoted(row: Row, words: Words) -> str:
    """The words of a claim in quotation marks, where it has any, with the marks that belong to them."""
    said = row["said"]
    shown = [] if said is None else [words["quoted"].replace("{words}", str(said))]
    return " ".join([*shown, *(f"[{mark}]" for mark in _marks(row))])


def _answer_kind(claim: Claim) -> str:
    if isinstance(claim.answer, Stance):
        return "stance"
    return "declined" if isinstance(claim.answer, Declined) else "figure"


def _interest(status: Status, words: Words) -> str | None:
    interest = status.interest
    if interest.admission:
        return words["admission"]
    return (
        words[interest.kind.value] if interest.kind in {Tendency.overstates, Tendency.understates} else None
    )


def text_of(key: str) -> Column:
    """A column that shows the value of its key as it stands."""

    def cell(row: Row, _: Words) -> str:
        value = row.get(key)
        if isinstance(value, list):
            return ", ".join(map(str, value))
        return "" if value is None else str(value)

    return Column(key, cell)


def kind_of_source(key: str) -> Column:
    """A column that shows a kind of source in the language of the table."""
    return Column(key, lambda row, words: told(term("source", str(row[key])), words), wraps=False)


def label_of(key: str) -> Column:
    """A column that shows a term of a closed vocabulary in the language of the table."""
    return Column(key, lambda row, words: words.get(str(row[key]), str(row[key])), wraps=False)


def number_of(key: str) -> Column:
    """A column of numbers; unknown is said, never 0."""
    return Column(
        key,
        lambda row, words: words["unknown"] if row[key] is None else number(int(str(row[key])), words),
        "right",
        wraps=False,
    )


_COLUMNS: tuple[Column, ...] = (
    label_of("state"),
    Column(
        "stated",
        lambda row, words: words["undated"] if row["stated"] is None else str(row["stated"]),
        wraps=False,
    ),
    text_of("source"),
    Column("said", quoted),
    Column("reads_as", lambda row, _: str(row["reads_as"]), "right"),
    attrs.evolve(text_of("because"), below=True),
    attrs.evolve(text_of("missing"), below=True),
    text_of("question"),
    text_of("event"),
    text_of("speaker"),
    text_of("via"),
    kind_of_source("kind"),
    text_of("party"),
    text_of("reliability"),
    text_of("answer"),
    number_of("low"),
    number_of("point"),
    number_of("high"),
    label_of("lifecycle"),
    label_of("verdict"),
    label_of("support"),
    text_of("supported_by"),
    text_of("contested_by"),
    text_of("credibility"),
    text_of("interest"),
    text_of("marks"),
    text_of("url"),
    text_of("note"),
    Column("id", lambda row, _: str(row["id"]), wraps=False),
)


def _footer(rows: list[Row], shown: Iterable[Column], words: Words) -> list[str]:
    if not rows:
        return []
    states = Counter(str(row["state"]) for row in rows)
    counts = [(state.value, states[state.value]) for state in State if states[state.value]]
    listed = ", ".join(f"{n} {words[state]}{words['plural'] if n > 1 else ''}" for state, n in counts)
    asked = counted(words, "count_questions", len({(row["event_id"], row["question_id"]) for row in rows}))
    text = words["counts"].replace("{claims}", counted(words, "count_claims", len(rows)))
    first = text.replace("{questions}", asked).replace("{states}", listed)
    return [first, *reading_notes(rows, [column.key for column in shown], words)]


def reading_notes(rows: Iterable[Row], shown: Iterable[str], words: Words) -> list[str]:
    """The conventions that a reader needs for what is on this page, and no others."""
    held, keys = list(rows), set(shown)
    notes = []
    if "reads_as" in keys and any(row["answer"] == "figure" for row in held):
        notes.append(words["foot_reads_as"])
        if any(str(row["reads_as"]).startswith("≈") for row in held):
            notes.append(words["foot_convention"])
        if any(row["reads_as"] == words["some"] for row in held):
            notes.append(words["foot_some"])
    if "said" in keys and any(words["imputed"] in _marks(row) for row in held):
        notes.append(words["foot_imputed"])
    return [" ".join(notes)] if notes else []


def _marks(row: Mapping[str, object]) -> list[str]:
    found = row["marks"]
    return found if isinstance(found, list) else []

"""The matrix: who speaks, against what is asked, with what each of them says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.log import Log
from claimtrack.questions import Question
from claimtrack.status import Holdings, State
from claimtrack.tables.claims import claim_order, kind_of_source, question_order, text_of
from claimtrack.tables.drawing import Sheet
from claimtrack.tables.grid import (
    WIDTH,
    Column,
    Row,
    Table,
    arranged,
    check_format,
    check_name,
    gathered,
    pick,
)
from claimtrack.tables.labels import Language, labels
from claimtrack.tables.layout import BREAK, GRIDS, LINED, OPEN, TERMINAL
from claimtrack.tables.phrases import Words, answer, described, event_name, question, speaker

_NARROWEST, _WIDEST = 11, 24  # of a question's column, in characters


@attrs.frozen
class _Asked:
    """One column: a question about one event."""

    key: str
    question: Question
    heading: str


def matrix_table(
    ledger: Holdings,
    *,
    event: Event | str | None = None,
    format: str = "simple",  # noqa: A002
    columns: Iterable[Question | str] | None = None,
    sort: Iterable[str] | str | None = None,
    group: str | None = None,
    lang: Language = "en",
    width: int = WIDTH,
) -> Table:
    """Print speakers against questions: each cell holds what one speaker says to one question.

    Where the questions do not fit beside one another, the table goes on below with the next ones.

    Args:
        ledger: The ledger.
        event: The event, or its id; by default all of them.
        format: One of tabulate's formats, or "stacked" for narrow screens.
        columns: The questions to print: each itself, its id or its words; by default all of them.
        sort: What to sort the speakers by: "speaker", "party" or "kind"; "-speaker" sorts downwards.
        group: What heads groups of speakers: "party", "kind" or `None`.
        lang: The language of headings and footer.
        width: How wide the table may be, in characters.

    Raises:
        InvalidField: If there is no such format, question, column or language.
    """
    words = labels(lang)
    form = check_format(format)
    asked = _chosen(_asked(ledger.log, event, words), columns)
    keys = {one.key for one in asked}
    rows = [
        row
        for row in matrix_rows(ledger, event=event, sort=sort, lang=lang)
        if not keys.isdisjoint(_answers(row))
    ]
    heading = None if group is None else pick([group], _ABOUT, ())[0]
    shown = [_column(one) for one in asked]
    whole = Sheet(
        gathered(rows, None if heading is None else heading.key), [_SPEAKER, *shown], heading,
        [words["foot_blank"]], words["no_claims"], lang,
    )  # fmt: skip
    return Table.of(_text(whole, form, width), whole.rows, lambda: whole.text("html", width))


def _text(whole: Sheet, form: str, width: int) -> str:
    """The matrix as text, its questions in blocks that fit the width."""
    base = TERMINAL.get(form, form)
    shown = list(whole.columns[1:])
    blocks = [shown]
    if base in LINED or base in GRIDS:
        blocks = list(_blocks(shown, whole.rows, whole.words, width)) or [shown]
    parts = []
    for block in blocks:
        held = [row for row in whole.rows if any(column.key in _answers(row) for column in block)]
        footer = whole.footer if block is blocks[-1] else ()
        parts.append(attrs.evolve(whole, rows=held, columns=[_SPEAKER, *block], footer=footer))
    lonely = base in OPEN and len(blocks) > 1 and max(map(len, blocks)) == 1
    if lonely or any(part.cramped(base, width) for part in parts):
        return whole.text("terminal_stacked" if form in TERMINAL else "stacked", width)
    return "\n\n".join(part.text(form, width) for part in parts)


def _chosen(asked: Sequence[_Asked], columns: Iterable[Question | str] | None) -> Sequence[_Asked]:
    """The questions that are named, in the order they are named; each about every event it is asked of."""
    if columns is None:
        return asked
    names = [columns] if isinstance(columns, str) or not isinstance(columns, Iterable) else list(columns)
    chosen: list[_Asked] = []
    for name in names:
        wanted = name if isinstance(name, str) else name.id
        found = [one for one in asked if wanted in {one.question.id, one.question.label, one.heading}]
        if not found:
            check_name("columns", wanted, [str(one.question.label) for one in asked])
        chosen += found
    return chosen


def matrix_rows(
    ledger: Holdings,
    *,
    event: Event | str | None = None,
    sort: Iterable[str] | str | None = None,
    lang: Language = "en",
) -> list[Row]:
    """The rows of the matrix as plain data: one a speaker, with `answers` by event and question id."""
    words, log = labels(lang), ledger.log
    by_speaker: dict[str, list[Claim]] = {}
    for claim in sorted(_claims(log, event), key=claim_order):
        by_speaker.setdefault(claim.source.id, []).append(claim)
    rows = [_row(ledger, claims, words) for claims in by_speaker.values()]
    return arranged(sorted(rows, key=_speaker_order), sort, _ABOUT)


def _row(ledger: Holdings, claims: Sequence[Claim], words: Words) -> Row:
    source = described(ledger.log, claims[0].source)
    answers: dict[str, list[dict[str, str]]] = {}
    for claim in claims:
        state = ledger.statuses.of(claim).state
        said = {"claim": claim.id, "reads_as": answer(claim, words), "state": state.value}
        answers.setdefault(_key(claim), []).append(said)
    return {
        "speaker": speaker(ledger.log, source, words),
        "speaker_id": source.id,
        "party": source.party.name if source.party else None,
        "kind": source.kind.value,
        "answers": answers,
    }


def _speaker_order(row: Row) -> tuple[bool, str, str, str]:
    return (row["party"] is None, str(row["party"]), str(row["speaker"]), str(row["speaker_id"]))


def _claims(log: Log, event: Event | str | None) -> Sequence[Claim]:
    if event is None:
        return log.claims
    return log.on_event(event if isinstance(event, str) else event.id)


def _key(claim: Claim) -> str:
    return f"{claim.event.id} {claim.question.id}"


def _asked(log: Log, event: Event | str | None, words: Words) -> list[_Asked]:
    claims = _claims(log, event)
    several = len({claim.event.id for claim in claims}) > 1
    firsts = {_key(claim): claim for claim in sorted(claims, key=claim_order, reverse=True)}
    in_order = sorted(
        firsts.values(), key=lambda claim: (claim_order(claim)[:4], question_order(claim.question))
    )
    return [
        _Asked(
            _key(claim),
            claim.question,
            f"{event_name(log, claim.event)}{words['colon']}{question(claim.question, words)}"
            if several
            else question(claim.question, words),
        )
        for claim in in_order
    ]


def _answers(row: Row) -> Mapping[str, Sequence[Mapping[str, str]]]:
    found = row["answers"]
    return found if isinstance(found, dict) else {}


def _column(asked: _Asked) -> Column:
    def cell(row: Row, words: Words) -> str:
        return BREAK.join(_said(said, words) for said in _answers(row).get(asked.key, ()))

    return Column(asked.key, cell, heading=asked.heading)


def _said(said: Mapping[str, str], words: Words) -> str:
    state = said["state"]
    if state == State.unverified.value:
        return said["reads_as"]
    return f"{said['reads_as']} ({words[state]})"


_SPEAKER = Column("speaker", lambda row, _: str(row["speaker"]))
_ABOUT = (_SPEAKER, text_of("party"), kind_of_source("kind"))


def _blocks(
    columns: Iterable[Column], rows: Sequence[Row], words: Words, width: int
) -> Iterable[list[Column]]:
    """Columns that fit beside one another, and the names of the speakers."""
    names = min(max((len(str(row["speaker"])) for row in rows), default=0), width // 3)
    block: list[Column] = []
    used = names
    for column in columns:
        cells = [column.cell(row, words) for row in rows]
        longest = max((len(part) for cell in cells for part in cell.split(BREAK)), default=0)
        heading = max(len(column.titled(words)) // 3, *map(len, column.titled(words).split()))
        wide = min(max(longest, heading, _NARROWEST), _WIDEST) + 2
        if block and used + wide > width:
            yield block
            block, used = [], names
        block.append(column)
        used += wide
    if block:
        yield block

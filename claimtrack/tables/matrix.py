"""The matrix: who speaks, against what is asked, with what each of them says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.log import Log
from claimtrack.status import Holdings, State
from claimtrack.tables.claims import claim_order, question_order
from claimtrack.tables.drawing import Sheet
from claimtrack.tables.grid import WIDTH, Column, Row, Table, check_format
from claimtrack.tables.labels import Language, labels
from claimtrack.tables.layout import BREAK, GRIDS, LINED
from claimtrack.tables.phrases import Words, answer, described, question, speaker

_NARROWEST, _WIDEST = 11, 24  # of a question's column, in characters


@attrs.frozen
class _Asked:
    """One column: a question about one event."""

    key: str
    heading: str


def matrix_table(
    ledger: Holdings,
    *,
    event: Event | str | None = None,
    format: str = "simple",  # noqa: A002
    lang: Language = "en",
    width: int = WIDTH,
) -> Table:
    """Print speakers against questions: each cell holds what one speaker says to one question.

    Where the questions do not fit beside one another, the table goes on below with the next ones.

    Args:
        ledger: The ledger.
        event: The event, or its id; by default all of them.
        format: One of tabulate's formats, or "stacked" for narrow screens.
        lang: The language of headings and footer.
        width: How wide the table may be, in characters.

    Raises:
        InvalidField: If there is no such format or language.
    """
    words = labels(lang)
    form = check_format(format)
    asked = _asked(ledger.log, event, words)
    rows = matrix_rows(ledger, event=event, lang=lang)
    footer = [words["foot_blank"]]
    columns = [_column(one) for one in asked]
    parted = form in LINED or form in GRIDS
    blocks = list(_blocks(columns, rows, words, width)) if parted else [columns]
    texts = []
    for block in blocks or [[]]:
        held = [row for row in rows if any(column.key in _answers(row) for column in block)]
        last = block is blocks[-1] if blocks else True
        sheet = Sheet(held, [_SPEAKER, *block], None, footer if last else (), words["no_claims"], lang)
        texts.append(str(sheet.table(form, width)))
    whole = Sheet(rows, [_SPEAKER, *columns], None, footer, words["no_claims"], lang)
    return Table.of("\n\n".join(texts), rows, lambda: str(whole.table("html", width)))


def matrix_rows(ledger: Holdings, *, event: Event | str | None = None, lang: Language = "en") -> list[Row]:
    """The rows of the matrix as plain data: one a speaker, with `answers` by event and question id."""
    words, log = labels(lang), ledger.log
    by_speaker: dict[str, list[Claim]] = {}
    for claim in sorted(_claims(log, event), key=claim_order):
        by_speaker.setdefault(claim.source.id, []).append(claim)
    rows = [_row(ledger, claims, words) for claims in by_speaker.values()]
    return sorted(rows, key=_speaker_order)


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
            f"{claim.event}{words['colon']}{question(claim.question, words)}"
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

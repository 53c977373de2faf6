"""Tables of sources and of origins: who speaks, how often, and who only repeats whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from claimtrack.events import Event
from claimtrack.questions import Question
from claimtrack.reconcile import AccountEntry, reconcile
from claimtrack.sources import Source
from claimtrack.status import Holdings, State
from claimtrack.tables.claims import kind_of_source, label_of, text_of
from claimtrack.tables.drawing import Sheet
from claimtrack.tables.grid import WIDTH, Column, Row, Table, arranged, gathered, pick
from claimtrack.tables.labels import Language, counted, labels
from claimtrack.tables.layout import BREAK
from claimtrack.tables.phrases import Words, answer, number, reading, speaker, spoken, told

SOURCE_COLUMNS = ("source", "kind", "party", "reliability", "spoke", "carried", "states")
RECORD_COLUMNS = ("source", "kind", "party", "reliability", "spoke", "carried", "track_record")
ORIGIN_COLUMNS = ("voice", "role", "reads_as", "stated", "source", "because")


class Recorded(Protocol):
    """How the claims of one source fared before; it describes itself."""

    @property
    def source(self) -> str:
        """The id of the source."""
        ...


def sources_table(
    ledger: Holdings,
    *,
    track_records: Iterable[Recorded] = (),
    format: str = "simple",  # noqa: A002
    columns: Iterable[str] | None = None,
    sort: Iterable[str] | str | None = None,
    group: str | None = None,
    lang: Language = "en",
    width: int = WIDTH,
) -> Table:
    """Print every source: what it is, whom it speaks for, how often, and where its claims stand.

    Args:
        ledger: The ledger.
        track_records: How the claims of sources fared before, as a fitted policy gives them.
        format: One of tabulate's formats, or "stacked" for narrow screens.
        columns: The columns to print, by name: any key of `sources_rows`.
        sort: Columns to sort by; "-spoke" sorts downwards. By default by party and name.
        group: The column whose values head the groups, or `None`.
        lang: The language of headings and footer.
        width: How wide the table may be, in characters.

    Raises:
        InvalidField: If there is no such format, column or language.
    """
    words = labels(lang)
    records = tuple(track_records)
    rows = sources_rows(ledger, track_records=records, sort=sort, lang=lang)
    default = RECORD_COLUMNS if records else SOURCE_COLUMNS
    shown = pick(columns, _SOURCE_COLUMNS, default)
    heading = None if group is None else pick([group], _SOURCE_COLUMNS, ())[0]
    footer = [f"{counted(words, 'count_sources', len(rows))}. {words['foot_independence']}"]
    in_groups = gathered(rows, None if heading is None else heading.key)
    return Sheet(in_groups, shown, heading, footer, words["no_claims"], lang).table(format, width)


def sources_rows(
    ledger: Holdings,
    *,
    track_records: Iterable[Recorded] = (),
    sort: Iterable[str] | str | None = None,
    lang: Language = "en",
) -> list[Row]:
    """The rows of the sources table as plain data."""
    words, log = labels(lang), ledger.log
    sources = [record for record in log.of_kind(Source) if isinstance(record, Source)]
    carried = Counter(identity for claim in log.claims for identity in claim.via)
    records: dict[str, list[str]] = {}
    for record in track_records:
        records.setdefault(record.source, []).append(told(getattr(record, "label", str(record)), words))
    rows = [
        _source_row(ledger, source, carried[source.id], records.get(source.id, ()), words)
        for source in sources
    ]
    rows.sort(key=lambda row: (row["party"] is None, str(row["party"]), str(row["source"]), str(row["id"])))
    return arranged(rows, sort, _SOURCE_COLUMNS)


def _source_row(ledger: Holdings, source: Source, carried: int, records: Sequence[str], words: Words) -> Row:
    claims = ledger.log.by_source(source.id)
    states = Counter(ledger.statuses.of(claim).state.value for claim in claims)
    party = source.party.name if source.party else None
    if party is None and source.aligned_with is not None:
        party = words["leans"].replace("{party}", source.aligned_with.name)
    marks = [
        words[key]
        for key, holds in (
            ("anonymous", source.anonymous),
            ("collective", source.collective),
            ("off_record", not source.on_record and not source.anonymous),
        )
        if holds
    ]
    fared = [text.removeprefix(f"{source.name}, ") for text in records]
    return {
        "source": speaker(ledger.log, source, words),
        "kind": source.kind.value,
        "party": party,
        "reliability": source.reliability.value if source.reliability else None,
        "marks": marks,
        "spoke": len(claims),
        "carried": carried,
        "states": {state.value: states[state.value] for state in State if states[state.value]},
        "track_record": BREAK.join(fared) if fared else None,
        "url": source.url,
        "note": source.note,
        "id": source.id,
    }


def origins_table(
    ledger: Holdings,
    question: Question | str,
    event: Event | str | None = None,
    *,
    format: str = "simple",  # noqa: A002
    columns: Iterable[str] | None = None,
    sort: Iterable[str] | str | None = None,
    group: str | None = None,
    lang: Language = "en",
    width: int = WIDTH,
) -> Table:
    """Print the voices on one question: each origin once, with its renderings and its echoes.

    Args:
        ledger: The ledger.
        question: The question, or its id.
        event: The event, or its id, where the question is asked of several.
        format: One of tabulate's formats, or "stacked" for narrow screens.
        columns: The columns to print, by name: any key of `origins_rows`.
        sort: Columns to sort by; "-stated" sorts downwards. By default voice by voice.
        group: The column whose values head the groups, or `None`.
        lang: The language of headings and footer.
        width: How wide the table may be, in characters.

    Raises:
        AmbiguousEvent: If the question is asked of several events and none is named.
        InvalidField: If there is no such format, column or language.
    """
    words = labels(lang)
    rows = origins_rows(ledger, question, event, sort=sort, lang=lang)
    shown = pick(columns, _ORIGIN_COLUMNS, ORIGIN_COLUMNS)
    heading = None if group is None else pick([group], _ORIGIN_COLUMNS, ())[0]
    footer = [words["foot_independence"]]
    in_groups = gathered(rows, None if heading is None else heading.key)
    return Sheet(in_groups, shown, heading, footer, words["no_claims"], lang).table(format, width)


def origins_rows(
    ledger: Holdings,
    question: Question | str,
    event: Event | str | None = None,
    *,
    sort: Iterable[str] | str | None = None,
    lang: Language = "en",
) -> list[Row]:
    """The rows of the origins table as plain data: every claim on the question, voice by voice."""
    words = labels(lang)
    result = reconcile(ledger, question, event)
    entries = {entry.claim.id: entry for entry in result.account}
    rows: list[Row] = []
    for place, voice in enumerate(result.voices, start=1):
        heard = None if voice.figure is None else reading(voice.figure, words)
        for claim in voice.claims:
            role = "spokesman" if claim is voice.claims[0] else "rendering"
            said = _origin_row(ledger, entries.pop(claim.id), words)
            rows.append({**said, "voice": place, "role": role, "heard_as": heard})
    rows += [_origin_row(ledger, entry, words) for entry in entries.values()]
    return arranged(rows, sort, _ORIGIN_COLUMNS)


def _origin_row(ledger: Holdings, entry: AccountEntry, words: Words) -> Row:
    claim = entry.claim
    return {
        "voice": None,
        "role": entry.role.value,
        "heard_as": None,
        "reads_as": answer(claim, words),
        "stated": claim.stated.iso if claim.stated else None,
        "source": spoken(ledger.log, claim, words),
        "said": claim.words,
        "because": told(entry.because, words),
        "id": claim.id,
    }


def _states(row: Row, words: Words) -> str:
    states = row["states"]
    return (
        ", ".join(f"{n} {words[state]}{words['plural'] if int(n) > 1 else ''}" for state, n in states.items())
        if isinstance(states, dict)
        else ""
    )


def _number(key: str) -> Column:
    return Column(key, lambda row, words: number(int(str(row[key])), words), "right", wraps=False)


_SOURCE_COLUMNS: tuple[Column, ...] = (
    text_of("source"),
    kind_of_source("kind"),
    text_of("party"),
    Column("reliability", lambda row, _: "" if row["reliability"] is None else str(row["reliability"])),
    text_of("marks"),
    _number("spoke"),
    _number("carried"),
    Column("states", _states),
    text_of("track_record"),
    text_of("url"),
    text_of("note"),
    text_of("id"),
)

_ORIGIN_COLUMNS: tuple[Column, ...] = (
    Column("voice", lambda row, _: "" if row["voice"] is None else str(row["voice"]), "right", wraps=False),
    label_of("role"),
    text_of("heard_as"),
    Column("reads_as", lambda row, _: str(row["reads_as"]), "right"),
    Column(
        "stated",
        lambda row, words: words["undated"] if row["stated"] is None else str(row["stated"]),
        wraps=False,
    ),
    text_of("source"),
    text_of("said"),
    Column("because", lambda row, _: str(row["because"]), below=True),
    text_of("id"),
)

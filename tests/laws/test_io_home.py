"""Laws of the home formats: what was recorded comes back, and damage costs only what was damaged."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack import strategies
from claimtrack.io.assembly import Carried, claim_of
from claimtrack.io.fields import MOST_DEFECTS, DefectiveLine
from claimtrack.io.jsonl import dump, load, scan
from claimtrack.io.reading import LineReader
from claimtrack.io.store import open_store
from claimtrack.io.writing import Glosses, encode_line
from claimtrack.ledger import Ledger
from claimtrack.testing import assert_round_trip

NOW = datetime(2024, 9, 17, 12, tzinfo=UTC)
TEXTS = st.text(min_size=1).filter(str.strip)
FEW = settings(max_examples=25)

RECORDS = st.one_of(
    strategies.parties(),
    strategies.sources(),
    strategies.events(),
    strategies.questions(),
    strategies.evidence(),
    strategies.relations(between=strategies.sources()),
    strategies.claims(),
    st.builds(ct.Party, TEXTS, note=st.text()),
    st.builds(ct.Source, TEXTS, url=st.none() | TEXTS, note=st.text()),
    st.builds(
        ct.Event, TEXTS, occurred=st.none() | strategies.whens(), key=st.none() | TEXTS, note=st.text()
    ),
    st.builds(ct.Proposition, TEXTS, occurred=st.none() | strategies.whens(), key=st.none() | TEXTS),
    st.builds(ct.Attribution, TEXTS, key=st.none() | TEXTS),
    st.builds(ct.Measure, st.just("killed"), among=st.none() | TEXTS, part=st.none() | TEXTS),
    st.builds(ct.Evidence, TEXTS, shows=st.text(), note=st.text(), captured=st.none() | strategies.whens()),
    st.builds(ct.parts_of, st.none() | TEXTS, st.just(["a part of it"]), because=st.text()),
    st.builds(
        ct.Claim,
        st.builds(ct.Event, TEXTS),
        st.builds(ct.Source, TEXTS),
        st.just(ct.killed()),
        strategies.figures() | st.builds(ct.unread, st.text()),
        stated=st.none() | strategies.whens(),
        hedged=st.none() | TEXTS,
        imputed=st.none() | TEXTS,
        lang=st.none() | TEXTS,
        url=st.none() | TEXTS,
        note=st.text(),
    ),
)


def lines_of(record):
    """The line of a record, after the lines of all that it mentions."""
    ledger = Ledger(clock=lambda: NOW)
    ledger.receive([record])
    glosses = Glosses()
    return [
        encode_line(e.record, e.recorded, revision=e.revision, gloss=glosses.of(e.record))
        for e in ledger.entries()
    ]


def read(lines):
    reader = LineReader()
    for line in lines:
        row = reader.read(line)
        reader.hold(row)
    return row


@given(RECORDS)
@example(
    ct.Claim(ct.Event("\ud800 \u2028 \x00"), ct.Source('a "b": {c}'), ct.killed(), ct.unread('"d": "e" {'))
)
def test_every_record_comes_back_from_its_line(record):
    lines = lines_of(record)
    row = read(lines)
    assert row.record == record
    assert row.record.id == record.id
    assert row.recorded == NOW
    assert all("\n" not in line for line in lines)


@given(RECORDS)
def test_a_line_reads_the_same_however_it_is_spaced_and_ordered(record):
    lines = lines_of(record)
    other = json.dumps(dict(reversed(json.loads(lines[-1]).items())), separators=(" ,", " : "))
    assert read([*lines[:-1], other]).record == record


@given(strategies.claims())
def test_a_claim_put_together_is_the_claim_that_is_constructed(claim):
    given_via = tuple(ct.Source(f"Carrier {n}") for n in range(len(claim.via)))
    extras = {
        "published": (ct.when("2024-09-18"),) * len(given_via),
        "first_hand": True,
        "observed": ct.Observation.funerals,
        "hedged": "believed",
        "imputed": "why",
        "lang": "fr",
        "url": "https://example.org",
        "note": "a note",
    }
    parts = (claim.event, claim.source, claim.question, claim.answer)
    constructed = ct.Claim(*parts, stated=claim.stated, via=given_via, words=claim.words, **extras)
    carried = Carried(constructed.via, given_via, " ".join(constructed.via))
    made = claim_of(constructed.id, *parts, claim.words, claim.stated, carried, tuple(extras.values()))
    assert made == constructed
    assert made._identify() == constructed.id
    assert (made.id, repr(made), made.mentions) == (constructed.id, repr(constructed), constructed.mentions)
    assert hash(made) == hash(constructed)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.note = "changed"


@FEW
@given(strategies.ledgers())
def test_every_ledger_comes_back_from_jsonl(ledger):
    assert_round_trip(ledger)


@FEW
@given(strategies.ledgers())
def test_every_ledger_comes_back_from_a_store_and_its_export(ledger):
    with tempfile.TemporaryDirectory() as folder:
        lines, again = Path(folder, "a.jsonl"), Path(folder, "b.jsonl")
        dump(ledger, lines)
        with open_store(Path(folder, "a.sqlite"), survives="crash") as store:
            store.import_jsonl(lines)
            assert list(store.entries()) == list(ledger.entries())
            head = store.head
        with open_store(Path(folder, "a.sqlite"), read_only=True) as store:
            assert list(store.entries()) == list(ledger.entries())
            assert store.verify(head=head).intact
            store.export_jsonl(again)
        with open_store(Path(folder, "b.sqlite"), survives="crash") as store:
            store.import_jsonl(again)
            assert store.head == head


@FEW
@given(strategies.ledgers())
def test_a_part_of_a_store_gives_the_statuses_of_the_whole(ledger):
    with tempfile.TemporaryDirectory() as folder:
        dump(ledger, Path(folder, "a.jsonl"))
        with open_store(Path(folder, "a.sqlite"), survives="crash") as store:
            store.import_jsonl(Path(folder, "a.jsonl"))
            for event in ledger.events:
                part = store.part(event=event)
                on_event = ledger.claims(event=event)
                assert store.find(event=event) == on_event
                assert [part.status(claim).state for claim in on_event] == [
                    ledger.status(claim).state for claim in on_event
                ]
            for state in {ledger.status(claim).state for claim in ledger.claims()}:
                assert set(map(id_of, store.find(state=state))) == set(map(id_of, ledger.claims(state=state)))


def id_of(claim):
    return claim.id


ONE = ct.Claim(
    ct.Event("Attack"), ct.Source("AFP"), ct.killed(), ct.exactly(77), stated="2024-09-19", note="«é»"
)
FILE = "\n".join(['{"claimtrack": 1}', *lines_of(ONE), ""]).encode()


def collected(data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.jsonl")
        path.write_bytes(data)
        return load(path, on_problem="collect")


@given(st.binary() | st.lists(st.binary(max_size=30)).map(lambda parts: FILE + b"\n".join(parts)))
def test_any_bytes_at_all_are_read_or_reported(data):
    ledger, problems = collected(data)
    given_lines = [line for line in data.split(b"\n") if line.strip()]
    assert len(ledger) + len(problems) >= len(given_lines) - 1
    if data.startswith(FILE):
        assert len(ledger.claims()) == 1


@given(st.integers(0, len(FILE)))
def test_what_is_before_a_cut_is_kept(cut):
    ledger, problems = collected(FILE[:cut])
    whole = FILE[:cut].count(b"\n")
    assert len(ledger) >= whole - 1
    in_a_line = 0 < cut < len(FILE) and b"\n" not in FILE[cut - 1 : cut + 1]
    assert bool(problems) == (in_a_line or cut == 0)


@given(st.integers(0, len(FILE) - 1), st.integers(0, 7))
def test_a_flipped_bit_costs_its_line_and_what_rests_on_it_and_no_other(place, bit):
    damaged = bytearray(FILE)
    damaged[place] ^= 1 << bit
    ledger, _ = collected(bytes(damaged))
    before = FILE[:place].count(b"\n")
    whole, _ = collected(FILE)
    kept = list(whole.entries())[: max(0, before - 1)]
    assert [entry.record for entry in ledger.entries()][: len(kept)] == [entry.record for entry in kept]


@pytest.mark.parametrize("start", ["[", '{"a":', '{"claim": {"answer": [', '{"party": {"name": "'])
def test_deep_and_long_lines_are_reported(start):
    ledger, problems = collected(FILE + (start * 200_000).encode() + b"\n" + FILE.split(b"\n")[1] + b"\n")
    assert len(ledger.claims()) == 1
    assert [problem.code for problem in problems][-1] == "repeated-record"
    assert len(problems) == 2


KEYS = ", ".join(f'"a{number}": {number}' for number in range(20_000))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"party": {' + KEYS + "}}", "unknown-field"),
        ("{" + KEYS + "}", "unknown-kind"),
        ('{"party": {' + KEYS + ', "a19999": 1}}', "not-json"),
        ('{"party": {"opposes": [' + "1, " * 20_000 + "1]}}", "more-defects"),
        ('{"party": {"' + "n" * 100_000 + '": 1}}', "unknown-field"),
        ('{"party": {"name": ' + "1" * 100_000 + "}}", "not-json"),
    ],
)
def test_a_line_of_very_many_defects_is_reported_in_short(line, code):
    _, problems = collected(FILE + line.encode() + b"\n")
    assert code in {problem.code for problem in problems}
    assert len(problems) <= MOST_DEFECTS + 1
    assert max(len(problem.message) for problem in problems) < 1000


@given(strategies.claims())
def test_most_claims_are_read_the_short_way(claim):
    """What the short way reads is what the long way reads; and it is taken, or its speed would be lost."""
    lines = lines_of(claim)
    reader = LineReader()
    for line in lines:
        row = reader.read(line)
        reader.hold(row)
    short, recorded = reader.quick.run(lines, len(lines) - 1)
    single = reader.quick.single(lines[-1])
    assert bool(short) == (not (claim.based_on or claim.revises or claim.references))
    if short:
        assert list(short.values()) == [claim]
        assert recorded == NOW
    assert single == reader.read_closely(lines[-1])
    assert single.record == claim
    assert single.record.id == claim.id


PIECES = st.sampled_from(
    [
        '"', "\\", "{", "}", "[", "]", ", ", ": ", "null", "true", "0", "-1", "77.0", "1e3", " ",
        "9007199254740993", "\t", "\u00a0", "\\u0020", "\\ud800", "\x00", '"words": "", ', '"words": "w", ',
        '"point": 3, ',
        '"imputed": true', ', "imputed": true', ', "note": ""', ', "lang": " "', ', "url": "\\u0020"', "Z",
        '"kind": "range"', ', "first_hand": false', ', "published": []', ', "published": [null]', "source:",
    ]
)  # fmt: skip


@given(strategies.claims() | strategies.events(), st.data())
def test_nothing_is_read_the_short_way_that_the_long_way_refuses(record, data):
    *above, line = lines_of(record)
    reader = LineReader()
    for one in above:
        reader.hold(reader.read(one))
    for _ in range(data.draw(st.integers(1, 2))):
        marks = [at for at in range(len(line)) if line[at] in '"{}[],:' or line[at].isdigit()]
        start = data.draw(st.sampled_from(marks)) + data.draw(st.integers(0, 1))
        line = line[:start] + data.draw(PIECES | st.just("")) + line[start + data.draw(st.integers(0, 3)) :]
    short, recorded = reader.quick.run((line,), 0)
    if short:
        row = reader.read_closely(line)
        assert (list(short.values()), recorded) == ([row.record], row.recorded)
    single = reader.quick.single(line)
    if single:
        assert single == reader.read_closely(line)


@given(strategies.events())
def test_most_events_are_read_the_short_way(event):
    *above, line = lines_of(event)
    reader = LineReader()
    for one in above:
        reader.hold(reader.read(one))
    short, recorded = reader.quick.run((line,), 0)
    if "\\" not in line:
        row = reader.read_closely(line)
        assert (list(short.values()), recorded) == ([row.record], row.recorded)
        assert attrs.asdict(short[event.id]) == attrs.asdict(event)
        assert reader.held[event.id] is short[event.id]
        again, _ = reader.quick.run((line,), 0)
        assert not again


def test_reading_checks_every_type():
    line = lines_of(ct.Claim(ct.Event("A"), ct.Source("B"), ct.killed(), ct.exactly(77), stated="2024"))
    for old, new in [
        ("[77, 77]", "[77.0, 77]"), ("[77, 77]", '["77", 77]'), ("[77, 77]", "[true, 77]"),
        ("[77, 77]", "[77]"), ("[77, 77]", "[NaN, 77]"), ("[77, 77]", "[null, 77, 78]"),
        ("[77, 77]", "[78, 78]"), ('"exact"', '"exakt"'), ('"kind"', '"Kind"'),
        ('"2024"', "2024"), ('"2024"', '"September 2024"'), ('"2024"', "null"), ('"2024"', '"2025"'),
        ("[77, 77]}", '[77, 77], "x": 1}'), ("[77, 77]}", '[77, 77], "kind": "exact"}'),
    ]:  # fmt: skip
        assert old in line[-1]
        reader = LineReader()
        for above in line[:-1]:
            reader.hold(reader.read(above))
        reader.read(line[-1])
        with pytest.raises(DefectiveLine):
            reader.read(line[-1].replace(old, new))


def test_scanning_gives_the_rows_that_loading_gives():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.jsonl")
        path.write_bytes(FILE)
        assert [line.row.record for line in scan(path)] == [entry.record for entry in load(path).entries()]

"""The store: what it keeps, what it refuses, and how it says so."""

from __future__ import annotations

import contextlib
import importlib.util
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.io.journal import FIRST, Journal, chained
from claimtrack.io.store import StoreError, open_store
from claimtrack.ledger import Ledger

CRASH = Path(__file__).parent.parent / "crash"
STORED = Path(__file__).parent.parent / "data" / "io"


def script(name):
    spec = importlib.util.spec_from_file_location(name, CRASH / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def claim(number, source="AFP", event="Attack"):
    return ct.Claim(ct.Event(event), ct.Source(source), ct.killed(), ct.exactly(number), stated="2024-09-19")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mali.sqlite"


@pytest.fixture
def store(path):
    with open_store(path, survives="crash") as store:
        store.record(claim(1), claim(2), claim(3, "RFI", "Another attack"))
        yield store


def change(path, *statements):
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for statement in statements:
            connection.execute(statement)
    finally:
        connection.close()


def test_a_store_is_a_ledger_that_is_there_again(store, path):
    store.assess(claim(1), "unverifiable", by="A", decided="2024-09-20", because="no access")
    store.revise(ct.Source("AFP", kind="agency"))
    with open_store(path) as again:
        assert list(again.entries()) == list(store.entries())
        assert again.status(claim(1)).state is ct.Verdict.unverifiable or str(again.status(claim(1)).state)
        assert again.sources[0].kind == "agency"
        assert isinstance(again, Ledger)


def test_a_refused_batch_leaves_nothing(store):
    before = list(store.entries())
    with pytest.raises(ct.ConflictingRecord):
        store.record(
            claim(4), ct.Claim(ct.Event("Attack", note="another"), ct.Source("X"), ct.killed(), ct.exactly(9))
        )
    assert list(store.entries()) == before
    assert store.verify().entries == len(before)


@pytest.mark.parametrize(
    "statement", ["UPDATE entries SET body = ''", "DELETE FROM entries", "DELETE FROM links"]
)
def test_the_file_refuses_changes(store, path, statement):
    store.record(ct.Claim(ct.Event("A"), ct.Source("B"), ct.killed(), ct.exactly(9), based_on=[claim(1)]))
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        change(path, statement)


@pytest.mark.parametrize(
    ("statement", "good"),
    [
        ("UPDATE entries SET body = replace(body, '[2, 2]', '[7, 7]') WHERE number = 4", 4),
        ("DELETE FROM entries WHERE number = 4", 4),
        ("UPDATE entries SET recorded = '2000-01-01T00:00:00+00:00' WHERE number = 0", 0),
        ("UPDATE entries SET event = NULL WHERE number = 4", 4),
        ("UPDATE entries SET id = 'x' WHERE number = 1", 1),
    ],
)
def test_a_changed_file_is_found_out_at_its_first_bad_entry(store, path, statement, good):
    change(path, "DROP TRIGGER entries_are_not_changed", "DROP TRIGGER entries_are_not_removed", statement)
    with open_store(path) as again:
        found = again.verify()
    assert not found.intact
    assert found.entries == good
    assert f"entry {good}" in str(found) or good == 4


def test_an_entry_changed_together_with_its_hash_is_found_at_the_next(store, path):
    entries = list(store._journal.entries())
    line = entries[4].line.replace("[2, 2]", "[7, 7]")
    digest = chained(entries[3].hash, line).hex()
    change(
        path,
        "DROP TRIGGER entries_are_not_changed",
        f"UPDATE entries SET body = replace(body, '[2, 2]', '[7, 7]'), hash = x'{digest}' WHERE number = 4",  # noqa: S608
    )
    wrong = [chained(b, e.line) != e.hash for b, e in pairwise_hashes(store._journal.entries())]
    assert wrong.index(True) == 5
    assert not store.verify().intact


def pairwise_hashes(entries):
    before = FIRST
    for entry in entries:
        yield before, entry
        before = entry.hash


def test_entries_taken_away_at_the_end_are_found_with_the_head(store, path):
    head = store.head
    with contextlib.closing(sqlite3.connect(path)) as connection:
        ((trigger,),) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'entries_are_not_removed'"
        )
    change(path, "DROP TRIGGER entries_are_not_removed", "DELETE FROM entries WHERE number = 7", trigger)
    assert store.verify().intact
    assert not store.verify(head=head).intact


@pytest.mark.parametrize(
    "statement", ["DROP TRIGGER entries_are_not_changed", "DROP INDEX described_by_id", "CREATE TABLE t (a)"]
)
def test_a_file_that_no_longer_refuses_changes_is_found(store, path, statement):
    change(path, statement)
    found = store.verify()
    assert found.entries == 8
    assert f"{statement.split()[2]} is not as it was made" in str(found)


@pytest.mark.parametrize("damage", ["text", "page", "cut"])
def test_a_damaged_file_is_said_to_be_damaged_with_the_first_bad_entry(path, damage):
    with open_store(path, survives="crash") as store:
        store.record_all([claim(number) for number in range(300)])
        line = next(at for at, one in enumerate(store._journal.entries()) if "[200, 200]" in one.body)
    data = bytearray(path.read_bytes())
    place = data.find(b"[200, 200]")
    if damage == "text":
        data[place + 1] = 0xFF
    elif damage == "page":
        page = place // 4096 * 4096
        data[page : page + 4096] = bytes(4096)
    path.write_bytes(data[: len(data) // 2] if damage == "cut" else data)
    reasons = set()
    for look in (lambda s: s.claims(), lambda s: s.find(event=ct.Event("Attack")), lambda s: s.part()):
        with pytest.raises(StoreError) as caught, open_store(path) as store:
            look(store)
        reasons.add(caught.value.reason)
    assert reasons == {"damaged"}
    if damage != "cut":  # it cannot even be opened
        with open_store(path) as store:
            found = store.verify()
        assert not found.intact
        assert found.entries == line if damage == "text" else found.entries < 300


def test_a_store_used_in_another_thread_says_so(store):
    said = []

    def use():
        with pytest.raises(StoreError) as caught:
            store.record(claim(9))
        said.append(caught.value.reason)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert said == ["other-thread"]


def test_a_head_noted_earlier_stays_in_the_chain(store):
    head = store.head
    store.record(claim(5))
    assert store.verify(head=head).intact
    assert "none changed" in str(store.verify(head=head))


def test_claims_are_found_without_loading_the_ledger(store, path):
    with open_store(path) as again:
        assert [c.as_given for c in again.find(event=ct.Event("Attack"))] == ["1", "2"]
        assert [c.as_given for c in again.find(source=ct.Source("RFI"))] == ["3"]
        assert [
            c.as_given for c in again.find(question=ct.killed(), since="2024-09-19", until="2024-09")
        ] == ["1", "2", "3"]
        assert again.find(since="2024-09-20") == ()
        assert again.find(source=ct.Source("Nobody")) == ()
        assert len(again.part(event=ct.Event("Attack")).claims()) == 2
        assert again._loaded is None


def test_another_writer_is_seen_after_refreshing_and_when_writing(store, path):
    with open_store(path) as other:
        other.record(claim(8))
    assert len(store.claims()) == 3
    assert store.refresh() == 1
    with open_store(path) as other:
        other.record(claim(9))
    store.record(claim(10))
    assert [c.as_given for c in store.claims()] == ["1", "2", "3", "8", "9", "10"]
    assert store.verify().intact


def test_a_second_writer_gets_a_clear_error_when_it_has_waited(store, path):
    with store._journal.writing(), open_store(path, wait=0.01) as other, pytest.raises(StoreError) as caught:
        other.record(claim(8))
    assert caught.value.reason == "busy"
    assert "another process is writing" in str(caught.value)


def test_what_the_disk_does_not_take_is_not_held(store, monkeypatch):
    before = list(store.entries())
    store._journal._connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(StoreError) as caught:
        store.record_all([claim(n) for n in range(100, 2000)])
    assert caught.value.reason == "full"
    assert list(store.entries()) == before
    store._journal._connection.execute("PRAGMA max_page_count = 1000000")
    store.record(claim(200))
    assert store.verify().intact


def test_files_that_are_no_stores_are_refused(tmp_path, path, store):
    text, other, newer = tmp_path / "a.txt", tmp_path / "other.sqlite", tmp_path / "newer.sqlite"
    text.write_text("hello")
    change(other, "CREATE TABLE t (a)")
    store.close()
    shutil.copy(path, newer)
    change(newer, "PRAGMA user_version = 99")
    reasons = {}
    for file in (text, other, newer, tmp_path, tmp_path / "no folder" / "x.sqlite"):
        with pytest.raises(StoreError) as caught:
            open_store(file)
        reasons[file.name] = caught.value.reason
    assert list(reasons.values()) == ["not-ours", "not-ours", "newer-version", "not-ours", "unreachable"]
    with pytest.raises(StoreError, match="no such file"):
        open_store(tmp_path / "nothing.sqlite", create=False)


def test_a_stored_file_of_version_1_is_read_as_it_is(tmp_path):
    path = Path(shutil.copy(STORED / "store-1.sqlite", tmp_path))
    before = path.read_bytes()
    with open_store(path, read_only=True) as store:
        assert list(store.entries()) == list(ct.load(STORED / "wire-1.jsonl").entries())
        assert store.verify().intact
        assert list(store.part(event=store.events[0]).entries()) == list(store.entries())
    assert path.read_bytes() == before


def test_a_stored_file_of_version_1_is_brought_up_to_date_when_it_is_written_to(tmp_path):
    path = Path(shutil.copy(STORED / "store-1.sqlite", tmp_path))
    with open_store(path, read_only=True) as store:
        head, whole = store.head, list(store.entries())
    with open_store(path) as store, open_store(tmp_path / "new.sqlite") as new:
        new.import_jsonl(STORED / "wire-1.jsonl")
        assert tables(path) == tables(tmp_path / "new.sqlite")
        assert list(store.part(event=store.events[0]).entries()) == whole
        assert store.head == new.head == head
        store.record(claim(1, source="Another"))
        assert store.verify(head=head).intact


def tables(path):
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute("PRAGMA user_version").fetchall(),
            connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall(),
            connection.execute("SELECT number, target FROM links").fetchall(),
        ]


@pytest.mark.parametrize("late", [False, True])
def test_a_claim_that_others_speak_of_is_in_the_part_of_the_store_that_speaks_of_it(path, late):
    spoken_of, speaker = claim(1, event="Another attack"), claim(2)
    speaker = ct.Claim(speaker.event, speaker.source, speaker.question, ct.exactly(2), based_on=[spoken_of])
    with open_store(path, survives="crash") as store:
        store.receive([speaker, claim(3)] if late else [claim(3), spoken_of, speaker])
        store.receive([claim(4), spoken_of])
        assert spoken_of in store.part(event=speaker.event).claims()
        assert speaker in store.part(event=spoken_of.event).claims()
        assert store.verify().intact
    with open_store(path, survives="crash") as store:
        store.record(ct.Claim(speaker.event, speaker.source, ct.wounded(), "3", references=[spoken_of]))
        assert len(store.part(event=spoken_of.event).claims()) == 3
        assert store.verify().intact


def test_links_that_were_changed_are_found(store, path):
    store.record(ct.Claim(ct.Event("A"), ct.Source("B"), ct.killed(), ct.exactly(9), based_on=[claim(1)]))
    (own,) = [row for row in tables(path)[2] if row[0] == 3]
    change(path, "DROP TRIGGER links_are_not_removed", "DELETE FROM links WHERE number = 3")
    assert "spoken of and cannot be looked up" in str(store.verify())
    change(path, *[f"INSERT INTO links VALUES ({number}, '{own[1]}')" for number in (3, 4)])  # noqa: S608
    assert "3 links are noted, 2 were recorded" in str(store.verify())


def test_a_store_for_reading_only_refuses_to_record(store, path):
    with open_store(path, read_only=True) as reader:
        assert len(reader.claims()) == 3
        with pytest.raises(StoreError) as caught:
            reader.record(claim(8))
    assert caught.value.reason == "read-only"


@pytest.mark.parametrize("waiting", [b"", b"entries"])
def test_a_store_in_a_folder_that_cannot_be_written_is_read(store, path, monkeypatch, waiting):
    store.close()
    path.with_name("mali.sqlite-wal").write_bytes(waiting)
    connect = sqlite3.connect

    def refused(file, **more):
        if "mode=ro" in file and "immutable" not in file:
            error = sqlite3.OperationalError("unable to open database file")
            error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
            raise error
        return connect(file, **more)

    monkeypatch.setattr(sqlite3, "connect", refused)
    if waiting:
        with pytest.raises(StoreError, match="copy both files to a folder that can be written"):
            open_store(path, read_only=True)
    else:
        with open_store(path, read_only=True) as reader:
            assert len(reader.claims()) == 3


def test_a_store_in_memory_is_a_ledger(tmp_path):
    with pytest.raises(ct.InvalidField, match=r"ct.Ledger\(\)"):
        open_store(":memory:")


def test_a_closed_store_says_so(path):
    store = open_store(path)
    store.close()
    store.close()
    with pytest.raises(StoreError) as caught:
        store.claims()
    assert caught.value.reason == "closed"


def test_a_file_is_imported_into_a_new_store_only(store, tmp_path):
    store.export_jsonl(tmp_path / "a.jsonl")
    with pytest.raises(StoreError) as caught:
        store.import_jsonl(tmp_path / "a.jsonl")
    assert caught.value.reason == "not-empty"
    assert store.verify().intact


def test_an_unknown_word_for_survives_raises(path):
    with pytest.raises(ct.InvalidField, match="power-cut"):
        Journal(path, survives="anything")


def test_a_killed_writer_loses_nothing_that_it_acknowledged(tmp_path):
    acknowledged, lost, bad = script("kill").kill_often(tmp_path, 12, seed=7)
    assert acknowledged >= 12
    assert (lost, bad) == (0, 0)


def test_writers_and_readers_at_once_keep_every_record(tmp_path):
    acknowledged, lost, reads = script("parallel").run(tmp_path, 2.0)
    assert acknowledged
    assert lost == 0
    assert reads

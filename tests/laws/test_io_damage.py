"""Laws of damaged stores: damage is found or changes nothing, and what stands before it can be saved."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.io.store import StoreError, open_store, salvage

MANY = settings(max_examples=50)
CLAIMS = [
    ct.Claim(ct.Event(f"Attack {n // 4}"), ct.Source("AFP"), ct.killed(), ct.exactly(n), note="x" * 50)
    for n in range(60)
]
PARTS = st.floats(0, 1, exclude_max=True)


@cache
def store():
    """The bytes of a store, its head and its entries."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.sqlite")
        with open_store(path, survives="crash") as made:
            made.record_all(CLAIMS)
            made.assess(CLAIMS[0], "unverifiable", by="A", decided="2024-09-20", because="no access")
            head, entries = made.head, list(made.entries())
        return path.read_bytes(), head, entries


def opened(data):
    """What a store of these bytes gives: its entries and whether it verifies, or why it refuses."""
    _, head, _ = store()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.sqlite")
        path.write_bytes(data)
        try:
            with open_store(path, read_only=True) as again:
                intact = again.verify(head=head).intact
                return list(again.entries()), intact
        except StoreError as error:
            return error.reason


def saved(data, keep="good"):
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder, "a.sqlite"), Path(folder, "a.jsonl")
        path.write_bytes(data)
        found = salvage(path, out, keep=keep)
        kept = list(ct.load(out).entries())
        assert path.read_bytes() == data
    assert found.entries + found.later == len(kept)
    return kept


def recorded(entries):
    """What was recorded and when, in order; in another file the numbers are others."""
    return [(entry.recorded, entry.record, entry.revision) for entry in entries]


def in_order(some, others):
    """Whether all of some are among others, in the same order."""
    left = iter(others)
    return all(one in left for one in some)


@MANY
@given(PARTS, st.integers(0, 7))
def test_a_flipped_bit_in_a_store_is_found_or_changes_nothing(part, bit):
    data, _, entries = store()
    damaged = bytearray(data)
    damaged[int(part * len(data))] ^= 1 << bit
    given_back = opened(bytes(damaged))
    if isinstance(given_back, str):
        assert given_back in ("damaged", "not-ours", "newer-version", "unreachable")
    else:
        assert given_back[0] == entries or not given_back[1]
    try:
        kept = saved(bytes(damaged))
    except StoreError:
        return
    assert kept == entries[: len(kept)]
    readable = recorded(saved(bytes(damaged), "readable"))
    assert in_order(recorded(kept), readable)
    assert in_order(readable, recorded(entries))


@MANY
@given(PARTS)
def test_what_is_before_a_cut_in_a_store_is_saved(part):
    data, _, entries = store()
    cut = data[: int(part * (len(data) - 1))]
    given_back = opened(cut)
    assert given_back in ("damaged", "not-ours") or not given_back[1]
    try:
        kept = saved(cut)
    except StoreError:
        assert len(cut) < 3 * 4096  # its first pages say what it is
        return
    assert kept == entries[: len(kept)]


def test_half_of_a_large_store_gives_a_good_part_of_its_entries(tmp_path):
    claims = [
        ct.Claim(ct.Event(f"Attack {n}"), ct.Source("AFP"), ct.killed(), ct.exactly(n)) for n in range(2000)
    ]
    with open_store(tmp_path / "a.sqlite", survives="crash") as made:
        made.record_all(claims)
    data = (tmp_path / "a.sqlite").read_bytes()
    assert 1000 < len(saved(data[: len(data) // 2])) < 4002


@MANY
@given(st.binary() | st.binary().map(lambda rest: b"SQLite format 3\x00" + rest))
def test_any_bytes_are_no_store(data):
    assert opened(data) in ("not-ours", "damaged")


def test_a_store_is_saved_up_to_its_first_bad_entry(tmp_path):
    data, _, entries = store()
    assert data.count(b"[30, 30]") == 1
    kept = saved(data.replace(b"[30, 30]", b"[31, 31]"))
    (bad,) = [e.number for e in entries if getattr(e.record, "as_given", "") == "30"]
    assert [entry.record for entry in kept] == [entry.record for entry in entries[:bad]]
    with pytest.raises(StoreError, match="no such file"):
        salvage(tmp_path / "nothing.sqlite", tmp_path / "x.jsonl")


def test_what_is_after_a_bad_entry_is_saved_on_request(tmp_path):
    data, _, entries = store()
    (bad,) = [e.number for e in entries if getattr(e.record, "as_given", "") == "30"]
    path, out = tmp_path / "a.sqlite", tmp_path / "a.jsonl"
    path.write_bytes(data.replace(b"[30, 30]", b"[31, 31]"))
    found = salvage(path, out, keep="readable")
    assert recorded(ct.load(out).entries()) == recorded([*entries[:bad], *entries[bad + 1 :]])
    assert (found.entries, found.later) == (bad, len(entries) - bad - 1)
    lost = found.problems[-1]
    assert (lost.code, lost.location) == ("lost-entry", f"{path}: entry {bad}")
    assert "[31, 31]" in lost.raw
    assert str(found).startswith(f"{bad} entries are good, {found.later} later ones were saved:")
    with pytest.raises(ct.InvalidField, match="'good' or 'readable'"):
        salvage(path, out, keep="all")


def test_an_entry_that_reads_well_and_is_not_what_was_recorded_is_not_saved():
    data, _, entries = store()
    (bad,) = [e.number for e in entries if getattr(e.record, "as_given", "") == "30"]
    at = data.index(b"xxx", data.index(b"[30, 30]"))
    kept = saved(data[:at] + b"y" + data[at + 1 :], "readable")
    assert recorded(kept) == recorded([*entries[:bad], *entries[bad + 1 :]])


def test_a_page_that_was_wiped_costs_the_entries_on_it_and_those_that_need_them(tmp_path):
    claims = [
        ct.Claim(ct.Event("Attack"), ct.Source("AFP"), ct.killed(), ct.exactly(n), note="x" * 50)
        for n in range(2000)
    ]
    with open_store(tmp_path / "a.sqlite", survives="crash") as made:
        made.record_all(claims)
    data = bytearray((tmp_path / "a.sqlite").read_bytes())
    (at,) = [place for place in range(0, len(data), 4096) if b"[1000, 1000]" in data[place : place + 4096]]
    data[at : at + 4096] = bytes(4096)
    (tmp_path / "a.sqlite").write_bytes(data)
    found = salvage(tmp_path / "a.sqlite", tmp_path / "a.jsonl", keep="readable")
    kept = {claim.figure.point for claim in ct.load(tmp_path / "a.jsonl").claims()}
    lost = set(range(2000)) - kept
    assert 1000 in lost
    assert len(lost) < 30
    assert lost == set(range(min(lost), max(lost) + 1))
    assert [problem.message for problem in found.problems[1:]] == [f"lost, with {len(lost) - 1} more"]

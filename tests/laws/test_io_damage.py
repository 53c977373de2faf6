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


def saved(data):
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder, "a.sqlite"), Path(folder, "a.jsonl")
        path.write_bytes(data)
        found = salvage(path, out)
        kept = list(ct.load(out).entries())
        assert path.read_bytes() == data
    assert found.entries == len(kept)
    return kept


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

"""JSONL files: strict reading, all problems at once, whole files or none."""

from __future__ import annotations

import json
import pickle
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.io import jsonl, migration, wire
from claimtrack.io import lines as io_lines
from claimtrack.io.jsonl import DefectiveFile, dump, load, scan, select
from claimtrack.ledger import Ledger

STORED = Path(__file__).parent.parent / "data" / "io" / "wire-1.jsonl"


@pytest.fixture
def ledger(tmp_path):
    event, afp, rfi = ct.Event("Attack", occurred="2024-09-17"), ct.Source("AFP"), ct.Source("RFI")
    ledger = Ledger()
    first, _ = ledger.record(
        ct.Claim(event, afp, ct.killed(), ct.exactly(77), stated="2024-09-19"),
        ct.Claim(event, rfi, ct.killed(), ct.at_least(20), stated="2024-09-18"),
    )
    ledger.assess(first, "unverifiable", by="A", decided="2024-09-20", because="no access")
    ledger.revise(ct.Source("AFP", kind="agency"))
    return ledger


@pytest.fixture
def path(ledger, tmp_path):
    dump(ledger, tmp_path / "claims.jsonl")
    return tmp_path / "claims.jsonl"


def test_the_stored_file_of_version_1_reads_as_it_did():
    ledger = load(STORED)
    kinds = {type(entry.record).__name__ for entry in ledger.entries()}
    assert kinds == {
        "Party", "Source", "Event", "Measure", "Proposition", "Attribution", "PartsOf", "Evidence", "Claim",
        "Assessment", "Retraction", "Relation",
    }  # fmt: skip
    assert len(ledger) == len(STORED.read_text(encoding="utf-8").splitlines()) - 1


def test_what_is_written_today_is_still_version_1(tmp_path):
    dump(load(STORED), tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_text(encoding="utf-8") == STORED.read_text(encoding="utf-8")


@pytest.fixture
def version_3(monkeypatch):
    """As if the present version were 3: after 1 the key "said" became "words", after 2 "heard" "via"."""

    def renamed(old, new):
        def step(line):
            if "claim" in line:
                for fields in (line["claim"], line["claim"]["answer"]):
                    if old in fields:
                        fields[new] = fields.pop(old)
            return line

        return step

    monkeypatch.setattr(wire, "VERSION", 3)
    monkeypatch.setattr(migration, "STEPS", {1: renamed("said", "words"), 2: renamed("heard", "via")})


def earlier(version):
    text = STORED.read_text(encoding="utf-8").replace('"claimtrack": 1', f'"claimtrack": {version}')
    text = text.replace('"via"', '"heard"') if version < 3 else text
    return text.replace('"words"', '"said"') if version < 2 else text


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_file_of_an_earlier_version_is_brought_up_to_date_step_by_step(tmp_path, version_3, version):
    path, now = tmp_path / "earlier.jsonl", tmp_path / "now.jsonl"
    path.write_text(earlier(version), encoding="utf-8")
    now.write_text(earlier(3), encoding="utf-8")
    assert ('"said"' in path.read_text(encoding="utf-8")) == (version == 1)
    assert list(load(path).entries()) == list(load(now).entries())
    assert jsonl.select(path, tmp_path / "out.jsonl", bool) == ()
    out = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert out.splitlines()[1:] == STORED.read_text(encoding="utf-8").splitlines()[1:]


def test_defects_of_an_earlier_version_are_shown_as_the_file_has_them(tmp_path, version_3):
    lines = earlier(1).splitlines()
    broken = {9: lines[9][:-20], 10: lines[10].replace('"claim"', '"claims"'), 12: "[]", 14: '{"claim": 1}'}
    path = tmp_path / "earlier.jsonl"
    path.write_text("\n".join(broken.get(at, line) for at, line in enumerate(lines)), encoding="utf-8")
    kept, problems = load(path, on_problem="collect")
    assert {problem.raw for problem in problems} >= set(broken.values())
    assert len(kept) >= 12


def test_every_earlier_version_has_its_step():
    assert sorted(migration.STEPS) == list(range(1, wire.VERSION))


def test_every_problem_is_listed_with_line_path_and_raw_text(path):
    lines = path.read_text().splitlines()
    lines[3] = lines[3].replace('"killed"', '"slain"')
    lines[4] = lines[4].replace("2024-09-19", "19 September")
    path.write_text("\n".join(lines))
    with pytest.raises(DefectiveFile) as caught:
        load(path)
    problems = caught.value.problems
    assert [problem.location.rpartition(":")[2] for problem in problems] == ["4", "5", "5", "7"]
    assert "$.measure.outcomes[0]: 'slain'; expected one of killed, wounded" in problems[0].message
    assert "$.claim.question: no good line above gives" in problems[1].message
    assert "$.claim.stated: '19 September'" in problems[2].message
    assert problems[2].raw == lines[4]
    assert "collect" in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


def test_collecting_keeps_what_is_good(path, ledger):
    lines = path.read_text().splitlines()
    lines[6] = lines[6][:-10]
    path.write_text("\n".join(lines) + "\n")
    kept, problems = load(path, on_problem="collect")
    assert len(problems) == 1
    assert [claim.source.name for claim in kept.claims()] == ["AFP"]
    assert len(kept) == len(ledger) - 1


def test_unknown_fields_get_a_suggestion(path):
    path.write_text(path.read_text().replace('"stated"', '"statd"', 1))
    _, problems = load(path, on_problem="collect")
    assert "unknown field with value '2024-09-19'; did you mean 'stated'?" in problems[0].message


def test_an_unknown_word_for_problems_raises(path):
    with pytest.raises(ct.InvalidField, match="raise"):
        load(path, on_problem="ignore")


@pytest.mark.parametrize(
    ("first", "code"),
    [
        ('{"claimtrack": 2}', "newer-version"),
        ('{"claimtrack": "1"}', "no-header"),
        ('{"claimtrack": 1, "more": 2}', "no-header"),
        ("", "no-header"),
        ("a,b,c", "no-header"),
    ],
)
def test_the_first_line_says_what_the_file_is(path, first, code):
    rest = path.read_text().split("\n", 1)[1]
    path.write_text(f"{first}\n{rest}")
    ledger, problems = load(path, on_problem="collect")
    assert problems[0].code == code
    assert (len(ledger) == 0) == (code == "newer-version")


def test_a_file_that_is_not_ours_is_not_read_to_its_end(tmp_path, path):
    foreign = tmp_path / "foreign.bin"
    foreign.write_bytes(b"\xff\x00\n" * 5000 + path.read_bytes())
    ledger, problems = load(foreign, on_problem="collect")
    assert len(ledger) == 0
    assert [problem.code for problem in problems[-2:]] == ["not-utf-8", "not-ours"]
    assert len(problems) == 1002
    path.write_bytes(path.read_bytes() + b"\xff\x00\n" * 5000)
    assert len(load(path, on_problem="collect")[1]) == 5000


def test_a_byte_order_mark_and_windows_line_ends_are_read(path, ledger):
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert list(load(path).entries()) == list(ledger.entries())


def test_entries_out_of_order_are_reported_and_held(path):
    lines = path.read_text().splitlines()
    moved = json.loads(lines[6])
    moved["recorded"] = "2000-01-01T00:00:00+00:00"
    lines[6] = json.dumps(moved)
    path.write_text("\n".join(lines))
    ledger, problems = load(path, on_problem="collect")
    assert [problem.code for problem in problems] == ["recorded-backwards"]
    assert len(ledger.claims()) == 2


def test_a_line_that_is_there_twice_is_a_problem_once(path, ledger):
    lines = path.read_text().splitlines()
    path.write_text("\n".join([*lines, lines[4], lines[1].replace('"Attack"', '"Attack", "note": "x"')]))
    kept, problems = load(path, on_problem="collect")
    assert [problem.code for problem in problems] == ["repeated-record", "conflicting-record"]
    assert list(kept.entries()) == list(ledger.entries())


def test_a_revision_needs_what_it_revises(path):
    lines = path.read_text().splitlines()
    path.write_text("\n".join([lines[0], lines[-1]]))
    _, problems = load(path, on_problem="collect")
    assert [problem.code for problem in problems] == ["revises-nothing"]


def test_a_line_too_long_is_reported_and_the_rest_is_read(path, monkeypatch, ledger):
    monkeypatch.setattr(io_lines, "LONGEST_LINE", 2000)
    path.write_bytes(path.read_bytes() + b"x" * 9000 + b"\n")
    kept, problems = load(path, on_problem="collect")
    assert [problem.code for problem in problems] == ["too-long"]
    assert len(problems[0].raw) <= io_lines.RAW_KEPT
    assert list(kept.entries()) == list(ledger.entries())


def test_a_failed_write_leaves_the_old_file_and_nothing_else(path, ledger, monkeypatch):
    before = path.read_bytes()

    def fail(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(jsonl, "encode_line", fail)
    with pytest.raises(OSError, match="disk full"):
        dump(ledger, path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_selecting_copies_line_by_line_what_is_wanted(path, ledger, tmp_path):
    problems = select(path, tmp_path / "some.jsonl", lambda claim: claim.source.name == "RFI")
    some = load(tmp_path / "some.jsonl")
    assert problems == ()
    assert [claim.source.name for claim in some.claims()] == ["RFI"]
    assert len(some) == len(ledger) - 2  # the other claim and the assessment of it


def test_scanning_names_each_line(path):
    assert [line.number for line in scan(path)] == list(range(2, len(path.read_text().splitlines()) + 1))


def test_a_missing_file_raises_the_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "nothing.jsonl")


def test_dates_that_iso_would_lose_are_written_in_full(tmp_path):
    odd = ct.when(datetime(1900, 1, 1, 12, tzinfo=timezone(timedelta(minutes=9, seconds=21))))
    ledger = Ledger()
    ledger.record(ct.Claim(ct.Event("A"), ct.Source("B"), ct.killed(), ct.exactly(1), stated=odd))
    dump(ledger, tmp_path / "odd.jsonl")
    assert load(tmp_path / "odd.jsonl").claims()[0].stated == odd
    assert (
        '"precision": "time", "clock": "1900-01-01T12:00:00+00:09:21"' in (tmp_path / "odd.jsonl").read_text()
    )

"""Every reader of foreign files is held against the laws of readers, on sound files and on damaged ones."""

from __future__ import annotations

from functools import partial
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import strategies as st
from printed_ledger import build
from small_world import AFP, RFI, says

import claimtrack as ct
from claimtrack import strategies as cts
from claimtrack import testing
from claimtrack.io import acled, airwars, claimreview, reports, sheets, stix, ucdp
from claimtrack.io.jsonl import dump, load
from claimtrack.ledger import Ledger

DATA = Path(__file__).parent.parent / "data" / "io"


def first_lines(name, count=4):
    with (DATA / name).open("rb") as file:
        return b"".join(islice(file, count))


def written(module, suffix, tmp_path):
    path = tmp_path / f"written{suffix}"
    module.write(build(), path)
    return path.read_bytes()


TABLES = {
    "ucdp": (ucdp.read, "ucdp_ged191_syria.csv"),
    "acled": (acled.read, "acled_made_up.csv"),
    "acled, notes read": (partial(acled.read, read_notes=True), "acled_made_up.csv"),
    "airwars": (airwars.read, "airwars_made_up.csv"),
}


@pytest.mark.parametrize("name", TABLES)
def test_readers_of_tables_keep_the_laws(name):
    read, file = TABLES[name]
    testing.check_reader(read, first_lines(file), suffix=".csv")


def test_the_reader_of_reports_keeps_the_laws():
    testing.check_reader(reports.read, first_lines("maverick_cote_divoire.csv"), suffix=".csv")


WRITTEN = {
    "sheet": (sheets, ".csv"),
    "workbook": (sheets, ".xlsx"),
    "claimreview": (claimreview, ".json"),
    "stix": (stix, ".json"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_readers_of_what_is_written_keep_the_laws(name, tmp_path):
    module, suffix = WRITTEN[name]
    examples = 40 if name == "workbook" else 100  # a workbook is slow to open
    testing.check_reader(module.read, written(module, suffix, tmp_path), suffix=suffix, examples=examples)


def test_the_reader_of_the_home_format_keeps_the_laws():
    read = partial(load, on_problem="collect")
    testing.check_reader(read, DATA / "wire-1.jsonl")


def test_the_reader_of_words_keeps_the_laws():
    testing.check_wordings(ct.figure)


FORMATS = {
    "jsonl": (dump, partial(load, on_problem="collect"), ".jsonl"),
    "stix": (stix.write, stix.read, ".json"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_formats_keep_the_laws(name):
    write, read, suffix = FORMATS[name]
    testing.check_format(write, read, suffix=suffix, examples=25)


WORDED = cts.wordings().map(lambda wording: wording[0])
UNWORDED = st.one_of(
    st.builds(ct.between, st.just(0), st.integers(0, 9)), st.builds(ct.at_least, st.integers(0, 9)),
    st.builds(ct.at_most, st.integers(0, 9)), st.builds(ct.exactly, st.integers(0, 9)),
)  # fmt: skip


def test_sheets_bring_back_what_was_said():
    said = cts.claims(questions=st.just(ct.killed()), answers=WORDED | UNWORDED)
    drawn = cts.ledgers(claims=said)
    testing.check_format(sheets.write, sheets.read, suffix=".csv", drawn=drawn, examples=50)


def test_a_sheet_keeps_the_coding_of_words_that_are_read_otherwise(tmp_path):
    coded = ct.Figure((3, 3), (3, 3), "exact", words="several", point=3, because="a codebook")
    ledger = Ledger()
    ledger.record(says(AFP, coded), says(RFI, "several"))
    sheets.write(ledger, tmp_path / "sheet.csv")
    again, problems = sheets.read(tmp_path / "sheet.csv")
    assert not problems
    kept = {claim.source.name: claim.figure for claim in again.claims()}
    assert (kept["AFP"].bounds, kept["AFP"].words) == ((3, 3), "several")
    assert kept["RFI"] == ct.figure("several")

"""Laws of other people's tables: no cell makes a reader fail, and no row is lost without a word."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.io import acled, airwars, reports, sheets, ucdp
from claimtrack.io.columns import MEANINGS

DATA = Path(__file__).parent.parent / "data" / "io"
# Each example writes its file anew into the one folder of the test.
SETTINGS = settings(
    suppress_health_check=[*settings.default.suppress_health_check, HealthCheck.function_scoped_fixture]
)
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "", " ", "-1", "0", "7", "1e9", "nan", "inf", "-inf", "2024-02-30", "0000-00-00", "9999-12-31",
            "99999999999999999999999", "1.5", "12.0", "=1+1", "'=1", ";", "a;b;c", "::", "٧", "²", "1 234",
            "\ud800", "\x00", "\u2028", '"', "x" * 5000, "2017-05-11", "killed", "affirms", "2024", "yes",
            "-181", "90.0001", "1/0", "12/31/2024", "True", "None", "1" * 400, "１２", "refused", "B",
        ]
    ),
)  # fmt: skip


def rows_of(name, separator=","):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, delimiter=separator)
    return header, rows


def template_rows():
    values = {
        "event": "Attack", "occurred": "2024-09-17", "place": "Town", "source": "AFP", "question": "killed",
        "answer": "at least 20", "stated": "2024-09-18", "via": "RFI; BBC", "published": "2024; 2024-09",
    }  # fmt: skip
    return list(MEANINGS), [[values.get(name, "") for name in MEANINGS]]


TABLES = {
    "ucdp": (ucdp.read, rows_of("ucdp_ged191_syria.csv")),
    "acled": (lambda path: acled.read(path, read_notes=True), rows_of("acled_made_up.csv")),
    "airwars": (airwars.read, rows_of("airwars_made_up.csv", ";")),
    "reports": (reports.read, rows_of("maverick_cote_divoire.csv")),
    "sheets": (sheets.read, template_rows()),
}


def written(header, rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *rows])
    return text.getvalue().encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("name", TABLES)
@SETTINGS
@given(data=st.data())
def test_no_cell_makes_a_reader_fail_and_no_row_is_lost_without_a_word(name, data):
    read, (header, rows) = TABLES[name]
    row = list(data.draw(st.sampled_from(rows)))
    for place in data.draw(st.lists(st.integers(0, len(row) - 1), min_size=1, max_size=3)):
        row[place] = data.draw(CELLS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        path.write_bytes(written(header, [row]))
        ledger, problems = read(path)
    assert ledger.claims() or problems or not any(map(str.strip, row))


@pytest.mark.parametrize("name", TABLES)
@SETTINGS
@given(data=st.data())
def test_no_bytes_make_a_reader_fail_except_by_saying_what_is_wrong_with_the_file(name, data):
    read, (header, rows) = TABLES[name]
    given_bytes = bytearray(written(header, rows[:2]))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(given_bytes)))
        given_bytes[start : start + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=5))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        path.write_bytes(given_bytes)
        try:
            ledger, problems = read(path)
        except (ct.InvalidField, sheets.ColumnsNeeded):
            return
    assert ledger.claims() or problems

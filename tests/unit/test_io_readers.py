"""Reading other people's tables: who said what, and every oddity with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.io import acled, airwars, reports, ucdp
from claimtrack.io.delimited import read_delimited, whole_number
from claimtrack.io.estimates import estimate

DATA = Path(__file__).parent.parent / "data" / "io"


def codes(problems):
    return sorted({problem.code for problem in problems})


def by_event(ledger, key):
    (event,) = [event for event in ledger.events if event.key == key]
    return ledger.claims(event=event)


# UCDP GED


def test_every_row_of_ged_is_an_event_and_every_disordered_row_is_kept_and_reported():
    ledger, problems = ucdp.read(DATA / "ucdp_ged191_syria.csv")
    table = read_delimited(DATA / "ucdp_ged191_syria.csv")

    def ends(row):
        return [float(row.get(column)) for column in ("low", "best", "high")]

    disordered = [row for row in table.rows if ends(row) != sorted(ends(row))]
    assert len(ledger.events) == len(table.rows) == 83
    assert len(disordered) == len(problems) == 20
    assert codes(problems) == ["disordered-estimates"]
    kept = [claim for claim in ledger.claims() if claim.words and "low 4, best 4, high 3" in claim.words]
    assert kept
    assert not kept[0].figure.numeric
    assert "row 3" in problems[0].location


def test_the_original_source_speaks_and_the_article_and_the_database_carry(tmp_path):
    path = tmp_path / "ged.csv"
    path.write_text(
        "id,side_a,side_b,source_article,source_original,date_start,date_end,low,best,high,deaths_a,deaths_b,"
        "deaths_civilians,deaths_unknown,where_coordinates,latitude,longitude,country\n"
        '7,Army,Rebels,"""AFP,2024-03-03,Five killed""",Army spokesman,2024-03-01,2024-03-31,4,5,9,2,0,3,0,'
        "Town,1,2,Land\n"
    )
    ledger, problems = ucdp.read(path)
    total, of_army, civilians = ledger.claims()
    assert problems == ()
    assert total.source.name == "Army spokesman"
    assert [ledger.log.source(carrier).name for carrier in total.via] == ["AFP", "UCDP GED"]
    assert [date and date.iso for date in total.published] == ["2024-03-03", None]
    assert (total.figure.reading, total.figure.point) == ((4, 9), 5)
    assert total.event.occurred.iso == "2024-03"
    assert [str(claim.question) for claim in (of_army, civilians)] == ["killed, Army", "killed, civilians"]
    assert of_army.imputed == civilians.imputed == ucdp.CODED


def test_wrong_cells_of_ged_are_reported_where_they_are(tmp_path):
    path = tmp_path / "ged.csv"
    path.write_text(
        "id,side_a,side_b,date_start,date_end,low,best,high,deaths_a,deaths_b,deaths_civilians,deaths_unknown,"
        "where_coordinates,latitude,longitude\n"
        "1,A,B,2024-02-31,2024-03-01,1,2.5,3,1,1,0,0,Town,99,1\n"
        "2,A,B,2024-03-05,2024-03-01,1,2,3,1,0,0,0,,,\n"
        ",A,B,2024-03-05,2024-03-01,1,2,3,1,0,0,0,,,\n"
    )
    ledger, problems = ucdp.read(path)
    assert codes(problems) == [
        "parts-do-not-add-up", "unreadable-row", "wrong-date", "wrong-number", "wrong-place",
    ]  # fmt: skip
    assert "row 2, column 'best'" in next(p.location for p in problems if p.code == "wrong-number")
    assert len(ledger.events) == 2


def test_a_table_of_something_else_is_refused(tmp_path):
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    with pytest.raises(ct.InvalidField, match="side_a"):
        ucdp.read(tmp_path / "x.csv")


# ACLED


def test_acled_marks_its_conventions_and_never_reads_its_zero_as_nobody():
    ledger, problems = acled.read(DATA / "acled_made_up.csv")
    (seven,), (three,), (zero,) = (by_event(ledger, f"acled xxx{n}") for n in (1, 2, 3))
    assert (seven.figure.point, seven.imputed) == (7, None)
    assert three.answer.imputed
    assert "ACLED codes 3 for a plural without a number" in three.imputed
    assert not zero.figure.numeric
    assert zero.event.occurred.iso == "2024-03"
    assert seven.source.collective
    assert [date.iso for date in seven.published] == ["2024-03-09"]
    assert codes(problems) == ["wrong-number", "wrong-place"]


def test_acled_notes_are_read_when_asked():
    ledger, _ = acled.read(DATA / "acled_made_up.csv", read_notes=True)
    said = {(str(claim.question), claim.as_given) for claim in by_event(ledger, "acled xxx1")}
    assert ("killed", "At least 7") in {(question, words[:10]) for question, words in said}
    assert all("a program" in claim.imputed for claim in by_event(ledger, "acled xxx1")[1:])


# Incident tables


def test_an_incident_table_keeps_conceded_figures_apart_and_unknown_unknown():
    ledger, problems = airwars.read(DATA / "airwars_made_up.csv")
    first = by_event(ledger, "airwars cs001")
    assert [(claim.source.name, claim.as_given) for claim in first] == [
        ("Airwars", "105–141"),
        ("Airwars", "affirms: Coalition of Somewhere"),
        ("Coalition of Somewhere", "105"),
        ("Coalition of Somewhere", "affirms: Coalition of Somewhere"),
    ]
    assert first[2].source.party.name == "Coalition of Somewhere"
    killed, hurt, _ = by_event(ledger, "airwars cs002")
    assert isinstance(killed.answer, ct.Declined)
    assert hurt.figure.reading == (3, 5)
    assert codes(problems) == ["disordered-estimates", "unknown-grading"]
    assert "grading confirmed" in first[0].note


def test_columns_of_another_incident_table_are_named(tmp_path):
    (tmp_path / "t.csv").write_text("ref,day,low,high\nA1,2024-05-01,2,4\n")
    ledger, _ = airwars.read(
        tmp_path / "t.csv",
        database="A monitor",
        columns={"id": "ref", "date": "day", "killed_min": "low", "killed_max": "high"},
    )
    assert ledger.claims()[0].source.name == "A monitor"
    with pytest.raises(ct.InvalidField, match="keys of"):
        airwars.read(tmp_path / "t.csv", columns={"reference": "ref"})


# One row per source per event


def test_maverick_gives_one_claim_per_source_and_zero_is_no_figure():
    ledger, problems = reports.read(DATA / "maverick_cote_divoire.csv")
    first = by_event(ledger, "civ-0001")
    assert {(claim.source.name, claim.as_given) for claim in first} >= {("Xinhua News Agency", "8")}
    figures = [claim.figure for claim in ledger.claims() if claim.figure is not None]
    assert figures
    assert not [figure for figure in figures if figure.reading[1] == 0]
    assert any(isinstance(claim.answer, ct.Declined) for claim in ledger.claims())
    assert {problem.code for problem in problems} <= {"repeated-claim", "described-otherwise", "wrong-date"}
    assert all(claim.stated for claim in first)


# Cells


@pytest.mark.parametrize(
    ("cell", "count"), [("12", 12), ("12.0", 12), (12.0, 12), (7, 7), ("", None), ("0", 0)]
)
def test_a_count_is_read_from_a_cell(cell, count):
    assert whole_number(cell) == count


@pytest.mark.parametrize("cell", ["12.5", "1e3", "-1", -3, 2.5, True, "12 killed", "١٢", "12.00", "+3"])
def test_nothing_else_is_rounded_or_guessed(cell):
    with pytest.raises(ValueError, match=r"persons|nobody"):
        whole_number(cell)


@pytest.mark.parametrize(
    ("given", "reading", "point"),
    [
        ((3, 5, 9), (3, 9), 5), ((3, None, 9), (3, 9), None), ((5, 5, 5), (5, 5), 5),
        ((3, None, None), (3, None), None),
        ((None, None, 9), (0, 9), None), ((None, 5, None), (5, 5), 5), ((3, 5, None), (3, None), 5),
        ((None, 5, 9), (0, 9), 5), ((0, 0, 2), (0, 2), 0),
    ],
)  # fmt: skip
def test_low_best_and_high_make_a_figure(given, reading, point):
    figure, irregular = estimate(*given)
    assert (figure.reading, figure.point, irregular) == (reading, point, "")


def test_low_best_and_high_out_of_order_say_nothing_numeric():
    figure, irregular = estimate(4, 3, 9)
    assert figure.words == "low 4, best 3, high 9"
    assert not figure.numeric
    assert "not repaired" in irregular
    assert estimate(None, None, None) == (None, "")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a;b\né;1\n".encode(), "é"), ("a;b\né;1\n".encode("utf-8-sig"), "é"),
        ("a;b\né;1\n".encode("cp1252"), "é"),
        ("a\tb\né\t1\n".encode("utf-16"), "é"),
        (b'a,b\n"x, y",1\n', "x, y"), (b"a,b\r\n'=1+1,1\r\n", "=1+1"),
    ],
)  # fmt: skip
def test_delimited_text_is_read_as_people_have_it(tmp_path, data, expected):
    (tmp_path / "x.csv").write_bytes(data)
    table = read_delimited(tmp_path / "x.csv")
    assert table.columns == ("a", "b")
    assert table.rows[0].get("a") == expected
    assert [problem.code for problem in table.problems] == (
        ["encoding"] if b"\xe9;" in data and b"\xff" not in data[:2] else []
    )


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path):
    (tmp_path / "x.csv").write_text('a,b\n"two\nlines",1\n\nlast,2,3\n')
    table = read_delimited(tmp_path / "x.csv")
    assert [row.number for row in table.rows] == [2, 4]
    assert [problem.code for problem in table.problems] == ["ragged-row"]

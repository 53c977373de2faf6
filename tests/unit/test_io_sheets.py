"""Spreadsheets as analysts have them."""

from __future__ import annotations

import csv
import sys
import zipfile

import pytest

import claimtrack as ct
from claimtrack.io import sheets
from claimtrack.io.columns import MEANINGS, RELATION_MEANINGS, ColumnsNeeded
from claimtrack.ledger import Ledger

openpyxl = pytest.importorskip("openpyxl", reason="XLSX is an extra")
HEADER = "Incident;Date;Who said it;Source type;Outcome;Whose;Figure;Date stated;Outlet;Remarks"
NAMES = {
    "event": "Incident", "occurred": "Date", "source": "Who said it", "source_kind": "Source type",
    "question": "Outcome", "of": "Whose", "answer": "Figure", "stated": "Date stated", "via": "Outlet",
    "note": "Remarks",
}  # fmt: skip


def sheet(tmp_path, *rows, header=HEADER, encoding="cp1252"):
    path = tmp_path / "claims.csv"
    path.write_bytes("\r\n".join([header, *rows]).encode(encoding))
    return path


def test_columns_of_ones_own_are_guessed_and_have_to_be_confirmed(tmp_path):
    path = sheet(tmp_path, "Attaque;2024-09-17;État-major;military;killed;Army;at least 20;2024-09-18;AFP;")
    with pytest.raises(ColumnsNeeded) as caught:
        sheets.read(path)
    guess = caught.value.guess
    assert guess.columns["event"] == "Incident"
    assert guess.columns["answer"] == "Figure"
    assert guess.unknown == ("Who said it",)
    assert "missing: source" in str(guess)
    ledger, problems = sheets.read(path, columns=dict(guess.columns) | {"source": "Who said it"})
    (claim,) = ledger.claims()
    assert (claim.source.name, claim.source.kind, claim.figure.bounds) == (
        "État-major",
        "military",
        (20, None),
    )
    assert [problem.code for problem in problems] == ["encoding"]


def test_every_rejected_row_says_where_what_and_why(tmp_path):
    path = sheet(
        tmp_path,
        "Attack;2024-09-17;AFP;agency;killed;;20;2024-09-18;;",
        "Attack;09/10/2024;AFP;agency;killed;;21;2024-09-18;;",
        "Attack;2024-09-17;AFP;agency;killed;;quite a lot maybe;2024-09-18;;",
        "Attack;2024-09-17;AFP;newspaper;killed;;22;2024-09-18;;",
        "Attack;2024-09-17;;agency;killed;;23;2024-09-18;;",
        "Attack;2024-09-17;AFP;agency;slain;;24;2024-09-18;;",
        encoding="utf-8",
    )
    ledger, problems = sheets.read(path, columns=NAMES)
    assert [claim.as_given for claim in ledger.claims()] == ["20"]
    assert [problem.location.partition(", ")[2] for problem in problems] == [
        "row 3, column 'Date'", "row 4, column 'Figure'", "row 5, column 'Source type'",
        "row 6, column 'Who said it'", "row 7, column 'Outcome'",
    ]  # fmt: skip
    assert "order='dmy'" in problems[0].message
    assert problems[1].raw == "quite a lot maybe"
    assert "one of belligerent, government" in problems[2].message


def test_every_wrong_cell_of_a_row_is_reported_at_once(tmp_path):
    path = sheet(tmp_path, "Attack;09/10/2024;AFP;newspaper;killed;;plenty maybe;Tuesday;;", encoding="utf-8")
    _, problems = sheets.read(path, columns=NAMES)
    assert [problem.location.rpartition("column ")[2] for problem in problems] == [
        "'Date'", "'Source type'", "'Figure'", "'Date stated'",
    ]  # fmt: skip
    assert [problem.raw for problem in problems] == ["09/10/2024", "newspaper", "plenty maybe", "Tuesday"]


@pytest.mark.parametrize(
    ("cells", "figure"),
    [
        ("20,,", ((20, 20), None, 20)),
        ("20.0,,", ((20, 20), None, 20)),
        ("'20,,", ((20, 20), "'20", 20)),
        ("20,15,30", ((15, 30), "20 (15–30)", 20)),
        (",15,30", ((15, 30), None, None)),
        ("several busloads,15,", ((15, None), "several busloads", None)),
        ("20,30,40", None),
        (",30,20", None),
        ("-3,,", None),
        ("20.5,,", None),
        ("1" * 30 + ",,", None),
        ("20,many,40", None),
    ],
)
def test_figures_are_numbers_words_or_read_by_hand(tmp_path, cells, figure):
    header = "event,source,question,answer,low,high"
    path = sheet(tmp_path, f"A,B,killed,{cells}", header=header, encoding="utf-8")
    ledger, problems = sheets.read(path)
    assert bool(problems) == (figure is None)
    for claim in ledger.claims():
        assert (claim.answer.bounds, claim.words, claim.answer.point) == figure


HEAD, ROW = "event;source;question;answer", "Attaque à Djénné;Témoin;killed;20"


@pytest.mark.parametrize(
    "data",
    [
        f"{HEAD}\n{ROW}\n".encode(),
        f"\ufeff{HEAD}\r\n{ROW}".encode(),
        f"{HEAD}\n{ROW}\n".encode("cp1252"),
        f"{HEAD}\n{ROW}\n".encode("utf-16"),
        f"{HEAD}\n{ROW}\n".encode("utf-16-le"),
        f"sep=;\r\n{HEAD}\r\n{ROW}\r\n".encode(),
        f"{HEAD}\r{ROW}\r".encode(),
        f"{HEAD}\n{ROW}\n".replace(";", "\t").encode(),
        f"{HEAD}\n\n;;;\n{ROW}\n".encode(),
    ],
)
def test_encodings_and_separators_that_people_have(tmp_path, data):
    path = tmp_path / "claims.csv"
    path.write_bytes(data)
    ledger, problems = sheets.read(path)
    assert [claim.event.name for claim in ledger.claims()] == ["Attaque à Djénné"]
    assert {problem.code for problem in problems} <= {"encoding"}


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b"])
def test_a_file_that_is_no_text_is_refused_by_name(tmp_path, start):
    path = tmp_path / "claims.csv"
    path.write_bytes(start + bytes(range(256)))
    with pytest.raises(ct.InvalidField, match="Save it as CSV"):
        sheets.read(path)


def test_an_empty_sheet_and_a_column_that_is_there_twice_are_said(tmp_path):
    with pytest.raises(ct.InvalidField, match="first row names its columns"):
        sheets.read(sheet(tmp_path, header="", encoding="utf-8"))
    path = sheet(tmp_path, "A;B;killed;20;30", header=f"{HEAD};answer", encoding="utf-8")
    _, problems = sheets.read(path, columns={name: name for name in HEAD.split(";")})
    assert [str(problem.location)[-8:] for problem in problems] == ["'answer'"]


def test_the_order_of_dates_can_be_said(tmp_path):
    path = sheet(tmp_path, "Attack;09/10/2024;AFP;;killed;;21;;;")
    ledger, _ = sheets.read(path, columns=NAMES, order="dmy")
    assert ledger.events[0].occurred.iso == "2024-10-09"


def test_answers_that_are_no_figures(tmp_path):
    path = sheet(
        tmp_path,
        "Attack;;AFP;;An aircraft was set on fire;;affirms;;;",
        "Attack;;Army;;An aircraft was set on fire;;denies;;;",
        "Attack;;Army;;killed;;refused;;;",
        "Attack;;AFP;;killed+wounded;Army;lourdes pertes;;;",
    )
    ledger, _ = sheets.read(path, columns=NAMES, lang="fr")
    assert [claim.as_given for claim in ledger.claims()] == [
        "affirms",
        "denies",
        "refused to say",
        "lourdes pertes",
    ]
    assert str(ledger.claims()[3].question) == "killed or wounded, Army"


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_is_written_is_read_again(tmp_path, suffix):
    afp = ct.Source("AFP", kind="agency", reliability="B")
    army = ct.Party("Army")
    ledger = Ledger()
    ledger.record(
        ct.Claim(
            ct.Event(
                "=HYPERLINK(1)",
                occurred="2024-09",
                place=ct.Place("Town", latitude=1.5, longitude=2),
                key="ML-7",
            ),
            ct.Source("Spokesman", kind="military", party=army), ct.killed(of=army, among="+cadets"),
            "at least 20",
            stated="2024-09-17", via=[ct.Carrier(afp, "2024-09-18")], observed="bodies", note="'quoted",
        ),
        ct.Claim(ct.Event("Attack"), afp, ct.killed(), ct.exactly(77), first_hand=True, url="https://example.org"),
    )  # fmt: skip
    path = tmp_path / f"claims.{suffix}"
    losses = sheets.write(ledger, path)
    again, problems = sheets.read(path)
    assert problems == ()
    assert again.claims() == ledger.claims()
    assert {source.name: source for source in again.sources} == {
        source.name: source for source in ledger.sources
    }
    assert "moments of recording" in str(losses)


def test_no_cell_can_be_taken_for_a_formula(tmp_path):
    ledger = Ledger()
    for text in ("=1+1", "+1", "-1", "@SUM(1)"):
        ledger.record(ct.Claim(ct.Event(text), ct.Source(text), ct.killed(), ct.exactly(1), note=text))
    sheets.write(ledger, tmp_path / "x.csv")
    sheets.write(ledger, tmp_path / "x.xlsx")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        assert not [cell for row in csv.reader(file) for cell in row if cell.startswith(("=", "+", "-", "@"))]
    for row in openpyxl.load_workbook(tmp_path / "x.xlsx")["claims"].iter_rows():
        assert all(cell.data_type != "f" for cell in row)


def test_a_formula_without_a_stored_value_is_reported(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["event", "source", "question", "answer"])
    book.active.append(["Attack", "AFP", "killed", "=70+7"])
    book.active.append(["Attack", "RFI", "killed", 77])
    book.active.append(["Attack", "BBC", "killed", 77.5])
    book.save(tmp_path / "x.xlsx")
    ledger, problems = sheets.read(tmp_path / "x.xlsx")
    assert [claim.source.name for claim in ledger.claims()] == ["RFI"]
    assert [problem.code for problem in problems] == ["formula", "rejected-row", "rejected-row"]
    assert "cell D2" in problems[0].location
    assert "sheet 'Sheet', row 4, column 'answer'" in problems[2].location


def test_a_template_has_every_column_and_its_choices(tmp_path):
    sheets.write_template(tmp_path / "t.xlsx")
    sheets.write_template(tmp_path / "t.csv")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert [cell.value for cell in book["claims"][1]] == list(MEANINGS)
    assert [cell.value for cell in book["relations"][1]] == list(RELATION_MEANINGS)
    assert offered(book, "claims") == {
        "source_kind": "belligerent", "reliability": "A", "observed": "bodies", "anonymous": "yes",
        "first_hand": "yes", "read_as": "exact", "question": "killed", "answer": "affirms",
    }  # fmt: skip
    assert offered(book, "relations") == {"how": "independent", "between": "parties"}
    explained = {row[0].value: row[1].value for row in book["columns"].iter_rows(min_row=2)}
    assert explained["event"] == MEANINGS["event"]
    assert explained["relations: how"] == RELATION_MEANINGS["how"]
    ledger, problems = sheets.read(tmp_path / "t.csv")
    assert (len(ledger), problems) == (0, ())


def offered(book, name):
    """For each column with a drop-down, the first thing that is offered."""
    first = {}
    for check in book[name].data_validations.dataValidation:
        cell = str(check.sqref).partition(":")[0]
        listed = check.formula1.removeprefix("lists!").replace("$", "").partition(":")[0]
        first[book[name][f"{cell[:-1]}1"].value] = book["lists"][listed].value
    return first


def test_figures_read_by_hand_keep_their_words(tmp_path):
    header = "event,source,question,answer,low,best,high,read_as"
    path = sheet(
        tmp_path,
        "A,B,killed,not 17 but 19,,19,,exact",
        "A,B,killed,a good score,,20,,approximate",
        "A,B,killed,busloads,30,,,at_least",
        "A,B,killed,refused,,,,unread",
        "A,B,killed,,15,20,30,",
        "A,B,killed,a massacre,,,,unquantified",
        "A,B,killed,20,,21,,",
        "A,B,killed,some,3,,4,exact",
        "A,B,killed,some,,,,vague",
        "A,B,killed,some,3,,,unread",
        "A,B,killed,some,3,,,sharp",
        header=header, encoding="utf-8",
    )  # fmt: skip
    ledger, problems = sheets.read(path)
    assert [(c.answer.kind, c.words, c.answer.bounds, c.answer.point) for c in ledger.claims()] == [
        ("exact", "not 17 but 19", (19, 19), 19),
        ("approximate", "a good score", (12, 28), 20),
        ("at_least", "busloads", (30, None), None),
        ("unquantified", "refused", (None, None), None),
        ("range", "20 (15–30)", (15, 30), 20),
        ("unquantified", "a massacre", (1, None), None),
    ]
    assert [problem.location.rpartition("column ")[2] for problem in problems] == [
        "'best'", *["'read_as'"] * 4,
    ]  # fmt: skip


RELATIONS = [
    ("one", "how", "other", "between", "because", "since"),
    ("JNIM", "opposes", "Army", "", "", ""),
    ("JNIM", "allied", "Sons of the River", "", "a joint statement", "2024-03-01"),
    ("AFP", "independent", "RFI", "", "other reporters", ""),
    ("Army", "same", "FAMa", "parties", "its name in Bambara", ""),
]
WRONG = [
    ("JNIM", "hates", "Army", "", "", ""),
    ("", "opposes", "Army", "", "", ""),
    ("Army", "opposes", "army", "", "", ""),
    ("AFP", "depends", "BBC", "", "", ""),
    ("AFP", "same", "BBC", "", "one feed", ""),
    ("AFP", "depends", "BBC", "people", "one feed", ""),
    ("AFP", "opposes", "BBC", "sources", "a quarrel", ""),
    ("AFP", "depends", "BBC", "", "one feed", "soon"),
]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_second_sheet_says_who_opposes_whom(tmp_path, suffix):
    rows = [
        ("event", "source", "party", "question", "of", "answer"),
        ("A", "Az-Zallaqa", "jnim", "killed", "Army", 9),
    ]
    path, related = tmp_path / f"claims.{suffix}", tmp_path / "relations.csv"
    if suffix == "csv":
        for place, table in ((path, rows), (related, RELATIONS + WRONG)):
            with place.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(table)
        ledger, problems = sheets.read(path, relations=related)
    else:
        book = openpyxl.Workbook()
        for name, table in (("claims", rows), ("relations", RELATIONS + WRONG)):
            page = book.create_sheet(name)
            for row in table:
                page.append([cell or None for cell in row])
        del book["Sheet"]
        book.save(path)
        ledger, problems = sheets.read(path)
    (claim,) = ledger.claims()
    jnim, army = claim.source.party, claim.question.of[0]
    assert jnim.opposes == (army.id,)
    assert ledger.status(claim).interest.kind == "overstates"
    assert sorted((r.how, r.because) for r in ledger.log.relations) == [
        ("allied", "a joint statement"), ("independent", "other reporters"), ("same", "its name in Bambara"),
    ]  # fmt: skip
    assert [p.location.rpartition("column ")[2] for p in problems] == [
        "'how'", "'one'", "'other'", "'because'", "'between'", "'between'", "'how'", "'since'",
    ]  # fmt: skip
    again = tmp_path / f"again.{suffix}"
    more = {"relations": tmp_path / "again-relations.csv"} if suffix == "csv" else {}
    assert "relations" not in {loss.what for loss in sheets.write(ledger, again, **more)}
    back, found = sheets.read(again, **more)
    assert not found
    assert {p.name: p for p in back.parties} == {p.name: p for p in ledger.parties}
    assert set(back.log.relations) == set(ledger.log.relations)


def test_statements_of_one_word_and_names_with_semicolons_are_read_again(tmp_path):
    army = ct.Party("Army; of the north")
    afp, rfi = ct.Source("AFP"), ct.Source("RFI")
    ledger = Ledger()
    ledger.record(
        ct.Claim(ct.Event("A"), afp, ct.Proposition("killed"), ct.affirms(), words="they died"),
        ct.Claim(ct.Event("A"), afp, ct.Proposition("Burned"), ct.denies()),
        ct.Claim(ct.Event("A"), ct.Source("One", anonymous=True, known_to=afp), ct.killed(of=army), "9"),
        ct.Claim(ct.Event("A"), ct.Source("One", anonymous=True, known_to=rfi), ct.killed(of=army), "9"),
    )
    losses = sheets.write(ledger, tmp_path / "a.csv")
    again, problems = sheets.read(tmp_path / "a.csv")
    assert not problems
    assert [str(claim.question) for claim in again.claims()] == [
        "killed", "Burned", *["killed, Army, of the north"] * 2,
    ]  # fmt: skip
    assert [claim.source.id for claim in again.claims()] == [claim.source.id for claim in ledger.claims()]
    assert "names with a semicolon (1)" in str(losses)


def test_relations_that_have_no_sheet_are_lost_and_other_sheets_of_that_name_are_not_read(tmp_path):
    army = ct.Party("Army")
    ledger = Ledger()
    ledger.record(
        ct.Claim(ct.Event("A"), ct.Source("B", party=ct.Party("C", opposes=army)), ct.killed(of=army), "9")
    )
    assert "relations (1)" in str(sheets.write(ledger, tmp_path / "a.csv"))
    book = openpyxl.Workbook()
    book.active.append(["event", "source", "question", "answer"])
    book.create_sheet("relations").append(["My friends"])
    book.save(tmp_path / "x.xlsx")
    _, problems = sheets.read(tmp_path / "x.xlsx")
    assert [problem.code for problem in problems] == ["unread-sheet"]
    with pytest.raises(ct.InvalidField, match="'how'"):
        sheets.read(tmp_path / "a.csv", relations=tmp_path / "a.csv")


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(65):
            archive.writestr(f"{number}.xml", bytes(1 << 24))
    with pytest.raises(ct.InvalidField, match="unpacks to 1,090,519,040 bytes"):
        sheets.read(tmp_path / "x.xlsx")


def test_a_source_is_described_once_and_differences_are_reported(tmp_path):
    path = sheet(
        tmp_path,
        "Attack;;Army;military;killed;;1;;AFP;",
        "Attack;;AFP;agency;killed;;2;;;",
        "Attack;;afp;media;killed;;3;;;",
    )
    ledger, problems = sheets.read(path, columns=NAMES)
    (afp,) = [source for source in ledger.sources if source.name == "AFP"]
    assert afp.kind == "agency"
    assert len(ledger.claims()) == 3
    assert [problem.code for problem in problems] == ["described-otherwise"]


def test_a_place_that_later_rows_leave_out_makes_no_other_event(tmp_path):
    header = "event;occurred;place;source;question;answer"
    path = sheet(
        tmp_path,
        "Strike;2024-03-05;;Ministry;killed;at least 23",
        "Strike;2024-03-05;Kasaba;Army;killed;no casualties",
        "Strike;2024-03-06;;Army;killed;1",
        "Raid;2024-03-05;North;Army;killed;1",
        "Raid;2024-03-05;South;Army;killed;1",
        "Raid;2024-03-05;;Army;killed;1",
        header=header, encoding="utf-8",
    )  # fmt: skip
    ledger, problems = sheets.read(path)
    assert not problems
    assert sorted((str(event), str(event.place or "")) for event in ledger.events) == [
        ("Raid (2024-03-05)", ""), ("Raid (2024-03-05)", "North"), ("Raid (2024-03-05)", "South"),
        ("Strike (2024-03-05)", "Kasaba"), ("Strike (2024-03-06)", ""),
    ]  # fmt: skip


def test_unread_columns_are_named(tmp_path):
    path = sheet(tmp_path, "Attack;;Army;;killed;;1;;;")
    few = {"event": "Incident", "source": "Who said it", "question": "Outcome", "answer": "Figure"}
    _, problems = sheets.read(path, columns=few)
    assert "column 'Remarks'" in str(problems[-1])


@pytest.mark.parametrize(
    "columns",
    [
        {"event": "Incident"},
        NAMES | {"sources": "x"},
        NAMES | {"answer": "Nothing"},
        dict(list(NAMES.items())[:3]),
    ],
)
def test_a_wrong_mapping_is_refused(tmp_path, columns):
    with pytest.raises(ct.InvalidField):
        sheets.read(sheet(tmp_path, "Attack;;Army;;killed;;1;;;"), columns=columns)


def test_what_is_no_workbook_is_refused_and_a_missing_package_named(tmp_path, monkeypatch):
    (tmp_path / "x.xlsx").write_bytes(b"PK no")
    with pytest.raises(ct.InvalidField, match="an XLSX workbook"):
        sheets.read(tmp_path / "x.xlsx")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ct.MissingExtra, match=r"claimtrack\[xlsx\]"):
        sheets.read(tmp_path / "x.xlsx")

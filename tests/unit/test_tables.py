"""Tables: what they print, in every format, and what they never print."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
import tabulate
from printed_ledger import attack, build, civilians, killed, wounded

import claimtrack as ct
from claimtrack import tables
from claimtrack.tables.labels import GLYPHS, LABELS
from claimtrack.tables.layout import FORMATS, UNSAFE

POLICIES = ["envelope", "majority", "latest", "pending"]
TABLES = {
    "status": tables.status_table,
    "matrix": tables.matrix_table,
    "figures": lambda ledger, **how: tables.figures_table(ledger, policy="envelope", **how),
    "verdicts": tables.verdicts_table,
    "sources": tables.sources_table,
    "origins": lambda ledger, **how: tables.origins_table(ledger, killed, attack, **how),
    "policies": lambda ledger, **how: tables.policies_table(
        ct.compare_policies(ledger, killed, attack, policies=POLICIES), **how
    ),
    "totals": lambda ledger, **how: tables.totals_table(
        [ct.reconcile(ledger, killed, event, policy="envelope") for event in ledger.events], **how
    ),
    "changes": lambda ledger, **how: tables.changes_table(ledger, "2024-09-16", **how),
    "open_questions": tables.open_questions_table,
}
each_table = pytest.mark.parametrize("name", TABLES)


@pytest.fixture(scope="module")
def ledger():
    return build()


@each_table
def test_table_prints_its_golden_text(ledger, golden, name):
    golden(f"tables/{name}", TABLES[name](ledger))


@each_table
def test_table_prints_its_golden_text_in_french(ledger, golden, name):
    golden(f"tables/{name}_fr", TABLES[name](ledger, lang="fr"))


@pytest.mark.parametrize("form", ["github", "html", "latex", "stacked", "simple_grid", "tsv", "psql"])
def test_status_table_prints_its_golden_text_in_other_formats(ledger, golden, form):
    suffix = {"github": ".md", "html": ".html", "latex": ".tex"}.get(form, ".txt")
    golden(f"tables/status_{form}{suffix}", tables.status_table(ledger, format=form))


@each_table
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_prints_every_table(ledger, name, form):
    assert str(TABLES[name](ledger, format=form)).strip()


def test_formats_are_those_of_tabulate_without_the_unsafe_ones():
    ours = {"stacked", "terminal", "terminal_stacked"}
    assert FORMATS - ours == set(tabulate.tabulate_formats) - set(UNSAFE)


@each_table
@pytest.mark.parametrize("width", [40, 72, 100, 140])
def test_tables_for_reading_keep_to_the_width(ledger, name, width):
    for form in ("simple", "plain", *(() if width == 40 else ("simple_grid", "psql"))):
        longest = max(map(len, TABLES[name](ledger, width=width, format=form).splitlines()))
        assert longest <= width, (form, longest)


@each_table
def test_a_stacked_table_fits_a_phone(ledger, name):
    assert max(map(len, TABLES[name](ledger, width=40, format="stacked").splitlines())) <= 40


@each_table
def test_a_table_is_a_text_that_knows_its_rows_and_its_html(ledger, name):
    table = TABLES[name](ledger)
    assert isinstance(table, str)
    assert table.rows
    assert table.html.startswith("<table>")
    assert table._repr_html_() == table.html
    assert TABLES[name](ledger, format="html").html == table.html


def test_html_names_each_group_once_and_breaks_no_date(ledger):
    table = tables.status_table(ledger, columns=["stated", "because"], sort="stated")
    titles = re.findall(r'<th scope="rowgroup" colspan="2"[^>]*>([^<]+)</th>', table.html)
    assert titles
    assert len(titles) == len(set(titles)) == table.html.count("<tbody>")
    assert all("nowrap" in cell for cell in re.findall(r"<td[^>]*>20\d\d-", table.html))
    ruled = tables.figures_table(ledger, policy="envelope", columns=["range", "notes"]).html
    assert "<br>" in ruled
    assert "\x1e" not in ruled


@each_table
def test_an_empty_ledger_says_so(name):
    if name in {"origins", "policies", "totals"}:
        return  # these are asked about a question that has claims
    assert len(TABLES[name](ct.Ledger()).splitlines()) == 1


def test_unknown_is_never_zero(ledger):
    rows = {row["id"]: row for row in tables.status_rows(ledger)}
    unread = [row for row in rows.values() if row["said"] == "pertes énormes"]
    assert [(row["low"], row["high"], row["reads_as"]) for row in unread] == [(None, None, "unknown")]
    none = [row for row in rows.values() if row["said"] == "no civilian casualties"]
    assert [(row["low"], row["high"], row["reads_as"]) for row in none] == [(0, 0, "0")]
    other = next(event for event in ledger.events if event.id != attack.id)
    text = tables.figures_table(ledger, event=other, columns=["range"], group=None, format="tsv")
    assert text.split()[1:] == ["20–40", "unknown"]


def test_undated_imputed_and_hedged_claims_are_marked(ledger):
    text = " ".join(tables.status_table(ledger, format="tsv").split())
    for mark in ("undated", "[imputed]", "[believed]", "[seen: named list]", "[first hand]"):
        assert mark in text


def test_the_footer_names_policy_conventions_and_counts(ledger):
    figures = tables.figures_table(ledger, policy="envelope")
    assert "Policy: envelope 1." in figures
    status = tables.status_table(ledger)
    assert f"{len(ledger.claims())} claims on" in status
    assert "≈ is read by convention" in status


def test_columns_are_chosen_by_name_and_in_order(ledger):
    text = tables.status_table(ledger, columns=["source", "state"], group=None)
    assert re.match(r"source +status\n", text)


@pytest.mark.parametrize(
    ("argument", "given", "hint"),
    [
        ("columns", ["sate"], "state"),
        ("sort", "stadet", "stated"),
        ("group", "quesion", "question"),
        ("format", "githb", "github"),
        ("format", "unsafehtml", "html"),
        ("lang", "de", "en"),
    ],
)
def test_a_name_that_is_not_known_is_refused_with_the_nearest_one(ledger, argument, given, hint):
    with pytest.raises(ct.InvalidField, match=hint):
        tables.status_table(ledger, **{argument: given})


@pytest.mark.parametrize("sort", ["stated", "-stated"])
def test_rows_are_sorted_with_unknown_last(ledger, sort):
    stated = [row["stated"] for row in tables.status_rows(ledger, sort=sort)]
    known = [date for date in stated if date is not None]
    assert known == sorted(known, reverse=sort == "-stated")
    assert stated[len(known) :] == [None] * (len(stated) - len(known))


def test_rows_can_be_grouped_by_any_column(ledger):
    text = tables.status_table(ledger, group="party")
    assert "── JNIM ─" in text
    assert text.count("── JNIM ─") == 1


def test_events_that_are_called_the_same_are_told_apart():
    ledger = ct.Ledger()
    source = ct.Source("AFP")
    raids = [ct.Event("Raid", occurred="2024-03-05", place=place) for place in ("North", "South", None)]
    for number, event in enumerate([*raids, ct.Event("Ambush", place="North")]):
        ledger.record(ct.Claim(event, source, ct.killed(), ct.exactly(number)))
    for rows in (tables.status_rows(ledger), tables.figures_rows(ledger)):
        names = {str(row["event"]) for row in rows}
        assert {"Raid (2024-03-05), North", "Raid (2024-03-05), South", "Ambush"} <= names
        assert len(names) == 4
    assert str(tables.figures_table(ledger)).count("── Raid") == 3


def test_the_matrix_is_sorted_grouped_and_cut_by_arguments(ledger):
    how = {"columns": [killed, wounded.id], "sort": "-speaker", "group": "party"}
    text = tables.matrix_table(ledger, event=attack, **how)
    assert "── JNIM" not in text  # its speaker answers neither
    assert re.findall(r"── ([^─]+) ─", text) == ["not stated", "Malian armed forces"]
    speakers = [str(row["speaker"]) for row in text.rows]
    assert speakers[0] == "Wikipedia (en)"
    with pytest.raises(ct.InvalidField, match="killed, Malian armed forces"):
        tables.matrix_table(ledger, columns=["killed, Malian armed force"])


@pytest.mark.parametrize("name", ["origins", "policies", "totals", "open_questions"])
def test_every_table_is_sorted_and_grouped_by_arguments(ledger, name):
    key = {"origins": "stated", "policies": "best", "totals": "low", "open_questions": "rank"}[name]
    up, down = TABLES[name](ledger, sort=key), TABLES[name](ledger, sort=f"-{key}")
    known = [
        [row[key] for row in table.rows if row[key] is not None and row.get("policy") != ""]
        for table in (up, down)
    ]
    assert known[0] == sorted(known[0]) == known[1][::-1]
    assert "── " in TABLES[name](ledger, group=key)
    with pytest.raises(ct.InvalidField, match="nonsense"):
        TABLES[name](ledger, group="nonsense")


def test_the_table_of_claims_can_be_of_some(ledger):
    some = ledger.claims(question=wounded)
    shown = {row["id"] for row in tables.status_table(ledger, claims=some).rows}
    assert shown == {claim.id for claim in some}


def test_where_columns_have_no_room_rows_are_stacked(ledger):
    assert tables.status_table(ledger, width=40) == tables.status_table(ledger, width=40, format="stacked")
    assert tables.status_table(ledger, width=100) != tables.status_table(ledger, width=100, format="stacked")


@each_table
def test_glyphs_stand_before_states_and_change_nothing_else(ledger, name):
    bare, shown = TABLES[name](ledger, format="stacked"), TABLES[name](ledger, format="terminal_stacked")
    glyphs = "".join(GLYPHS.values())
    assert re.sub(f"[{glyphs}]\u00a0", "", shown).split() == bare.split()
    if name in {"status", "matrix", "sources"}:
        assert f"{GLYPHS['contested']}\u00a0contested" in shown


def test_the_matrix_shows_every_claim_once(ledger):
    rows = tables.matrix_rows(ledger)
    shown = [said["claim"] for row in rows for answers in row["answers"].values() for said in answers]
    assert sorted(shown) == sorted(claim.id for claim in ledger.claims())


def test_a_matrix_too_wide_goes_on_below(ledger):
    narrow = tables.matrix_table(ledger, width=72)
    assert len([line for line in narrow.splitlines() if line.startswith("speaker")]) > 1
    assert all(str(row["speaker"]).split()[0] in narrow for row in narrow.rows)


def test_numbers_stand_right_with_thousands_apart(ledger):
    assert "1,255" in tables.figures_table(ledger)
    assert "1\u202f255" in tables.figures_table(ledger, lang="fr")
    row = next(r for r in tables.figures_rows(ledger) if r["question_id"] == wounded.id)
    assert (row["low"], row["high"]) == (1255, 1255)


def test_track_records_are_printed_beside_their_source(ledger):
    afp = next(source for source in ledger.sources if source.name == "AFP")
    record = SimpleNamespace(source=afp.id)
    text = tables.sources_table(ledger, track_records=[record], format="tsv")
    assert "namespace" in next(line for line in text.splitlines() if line.startswith("AFP"))


HOSTILE = [
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "\u202egnol si siht",
    "\x1b[2J\x1b[31mred",
    "a|b\n\n| c |",
    "\\input{/etc/passwd}",
    "[x](javascript:alert(1))",
    "W" * 10_000,
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_what_sources_say_is_text_and_never_code(words):
    ledger = ct.Ledger()
    event, source = ct.Event(f"Event {words}"), ct.Source(f"Source {words}")
    ledger.record(ct.Claim(event, source, civilians, ct.unread(words), note=words))
    for form in sorted(FORMATS):
        text = tables.status_table(ledger, format=form, group="event")
        assert "\x1b" not in text
        assert "\u202e" not in text
        if form in {"html", "github", "pipe"}:
            assert "<script" not in text
            assert form == "html" or not re.search(r"(?<!\\)\]\(", text)
        if form.startswith("latex"):
            assert "\\input" not in text
        if form == "simple":
            assert max(map(len, text.splitlines())) <= 100
        if form == "tsv":
            assert not any(cell.startswith("=") for line in text.splitlines() for cell in line.split("\t"))


def test_every_label_stands_in_every_language_with_the_same_places():
    english, french = LABELS["en"], LABELS["fr"]
    assert english.keys() == french.keys()
    for key, text in english.items():
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", french[key])), key


def test_every_term_of_the_vocabularies_has_a_label():
    for vocabulary in (
        ct.State,
        ct.Lifecycle,
        ct.Support,
        ct.Verdict,
        ct.Role,
        ct.DeclinedKind,
        ct.StanceKind,
    ):
        assert {member.value for member in vocabulary} <= LABELS["en"].keys(), vocabulary
    assert {o.value for o in ct.Outcome} - {"missing"} <= LABELS["en"].keys()
    assert {o.value for o in ct.Observation} <= LABELS["en"].keys()

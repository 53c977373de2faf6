"""The command line: what it prints, how it ends, and what it says when something is wrong."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from printed_ledger import build

import claimtrack as ct
from claimtrack.cli import CLOSED, FOUND, INTERRUPTED, WRONG, main
from claimtrack.cli.arguments import TABLES, parser
from claimtrack.cli.printing import GLYPHS

DRAFT = """# Draft

The attack killed 77 soldiers, a source said. A document names
81 dead. Dozens were killed.

Another 12 people were abducted.
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    directory = tmp_path_factory.mktemp("cli")
    ct.dump(build(), directory / "claims.jsonl")
    (directory / "draft.md").write_text(DRAFT, encoding="utf-8")
    return directory


@pytest.fixture
def run(place, monkeypatch, capsys):
    monkeypatch.chdir(place)
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*arguments):
        code = main(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


ENVELOPE = ["--event", "bamako", "--policy", "envelope"]
KILLED = ["--question", "killed, malian armed forces", "--event", "bamako"]
CHOSEN = ["--columns", "state,source,said", "--sort=-stated", "--group=none"]
COMMANDS = {
    "table": ["table", "claims.jsonl"],
    "table_narrow": ["table", "claims.jsonl", "--width", "50"],
    "table_matrix": ["table", "claims.jsonl", "matrix", "--event", "bamako"],
    "table_figures": ["table", "claims.jsonl", "figures", "--policy", "envelope"],
    "table_columns": ["table", "claims.jsonl", *CHOSEN],
    "table_origins": ["table", "claims.jsonl", "origins", *KILLED],
    "table_policies": ["table", "claims.jsonl", "policies", *KILLED],
    "table_changes": ["table", "claims.jsonl", "changes", "--since", "2024-09-16"],
    "table_json": ["table", "claims.jsonl", "verdicts", "--json"],
    "status": ["status", "claims.jsonl"],
    "status_claim": ["status", "claims.jsonl", "77 morts"],
    "changes": ["changes", "claims.jsonl", "--since", "2024-09-16", "--lang", "fr"],
    "sources": ["sources", "claims.jsonl"],
    "reconcile": ["reconcile", "claims.jsonl", "--policy", "envelope"],
    "reconcile_one": ["reconcile", "claims.jsonl", "--question", "wounded"],
    "reconcile_json": ["reconcile", "claims.jsonl", "--json", "--policy", "envelope"],
    "explain": ["explain", "claims.jsonl", "killed, malian armed forces", *ENVELOPE],
    "compare": ["compare", "claims.jsonl", "wounded"],
    "check": ["check", "draft.md", "--against", "claims.jsonl", "--policy", "envelope"],
    "check_json": ["check", "draft.md", "--against", "claims.jsonl", "--policy", "envelope", "--json"],
    "verify": ["verify", "claims.jsonl"],
    "read": ["read", "several", "dozen"],
    "read_refused": ["read", "15 out of 40"],
    "completion_bash": ["completion", "bash"],
    "completion_zsh": ["completion", "zsh"],
    "completion_fish": ["completion", "fish"],
    "demo": ["demo"],
}  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_command_prints_its_golden_text(run, golden, name):
    code, out, err = run(*COMMANDS[name])
    golden(f"cli/{name}", f"$ claimtrack {' '.join(COMMANDS[name])}\n{out}{err}exit {code}")


def test_every_command_and_table_is_tried_here(capsys):
    with pytest.raises(SystemExit):
        parser().parse_args(["--help"])
    listed = {
        line.split()[0]
        for line in capsys.readouterr().out.splitlines()
        if line.startswith("    ") and line[4] != " "
    }
    tried = {arguments[0] for arguments in COMMANDS.values()} | {"report", "import", "export", "template"}
    assert listed - {"COMMAND"} == tried
    assert {"matrix", "figures", "origins", "policies", "changes", "verdicts"} <= set(TABLES)


def test_from_a_sheet_to_a_page_in_three_commands(run, place):
    pytest.importorskip("openpyxl")
    assert run("template", "empty.xlsx")[0] == 0
    (place / "filled.csv").write_text(
        "event,occurred,source,source_kind,question,of,answer,stated\n"
        "Attack,2024-09-17,AFP,agency,killed,Malian armed forces,at least 20,2024-09-17\n",
        encoding="utf-8",
    )
    assert run("import", "filled.csv", "filled.jsonl")[0] == 0
    assert run("report", "filled.jsonl", "filled.html")[0] == 0
    assert "at least 20" in (place / "filled.html").read_text(encoding="utf-8")


def test_columns_of_another_sheet_are_named(run, place):
    (place / "other.csv").write_text(
        "what,who,asked,count\nAttack,AFP,killed,at least 20\n", encoding="utf-8"
    )
    assert run("import", "other.csv", "other.jsonl")[0] == WRONG
    named = "event=what,source=who,question=asked,answer=count"
    assert run("import", "other.csv", "other.jsonl", "--columns", named)[0] == 0
    assert "at least 20" in run("table", "other.jsonl")[1]


def test_a_store_is_imported_verified_and_exported(run, place):
    assert run("import", "claims.jsonl", "claims.sqlite")[0] == 0
    code, out, _ = run("verify", "claims.sqlite")
    assert code == 0
    assert "head" in out
    assert run("table", "claims.sqlite")[1] == run("table", "claims.jsonl")[1]
    assert run("export", "claims.sqlite", "again.jsonl")[0] == 0
    assert run("table", "again.jsonl")[1] == run("table", "claims.jsonl")[1]


def test_a_lossy_export_says_what_it_lost(run):
    code, _, err = run("export", "claims.jsonl", "claims.csv")
    assert code == 0
    assert "assessments (1)" in err


def test_a_ledger_is_read_from_stdin(run, place, monkeypatch):
    told = run("table", "claims.jsonl")[1]
    data = io.TextIOWrapper(io.BytesIO((place / "claims.jsonl").read_bytes()))
    monkeypatch.setattr(sys, "stdin", data)
    assert run("table", "-")[1] == told


def test_words_are_read_line_by_line_from_stdin(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("at least 20\n\nplus de 70 morts\n"))
    code, out, _ = run("read", "--json")
    assert code == 0
    assert [row["bounds"] for row in json.loads(out)] == [[20, None], [71, None]]


def test_as_of_leaves_out_what_was_said_later(run):
    out = run("table", "claims.jsonl", "--as-of", "2024-09-17", "--json")[1]
    assert {row["stated"] for row in json.loads(out)} <= {None, "2024-09-17", "2024-07"}


def test_a_defective_ledger_is_read_and_its_defects_are_told(run, place):
    good = (place / "claims.jsonl").read_text(encoding="utf-8")
    (place / "bad.jsonl").write_text(f"{good}not json\n", encoding="utf-8")
    code, out, err = run("table", "bad.jsonl")
    assert code == 0
    assert out == run("table", "claims.jsonl")[1]
    assert "1 defects" in err
    code, out, _ = run("verify", "bad.jsonl")
    assert code == FOUND
    assert "bad.jsonl" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["table", "nowhere.jsonl"], "no such file"),
        (["table", "draft.md"], "--from"),
        (["table", "claims.jsonl", "--from", "nonsense"], "nonsense"),
        (["explain", "claims.jsonl", "no such question"], "There are:"),
        (["explain", "claims.jsonl", "killed"], "Several have them:"),
        (["reconcile", "claims.jsonl", "--policy", "envelop"], "did you mean 'envelope'"),
        (["table", "claims.jsonl", "--columns", "sate"], "did you mean 'state'"),
        (["table", "claims.jsonl", "--format", "unsafehtml"], "html"),
        (["table", "claims.jsonl", "matrix", "--sort", "stated"], "--sort"),
        (["table", "claims.jsonl", "changes"], "--since"),
        (["changes", "claims.jsonl", "--since", "yesterday"], "yesterday"),
        (["status", "claims.jsonl", "nobody said this"], "nobody said this"),
        (["verify", "claims.jsonl", "--head", "abc"], "store"),
    ],
)
def test_an_error_is_one_clear_line(run, arguments, told):
    code, out, err = run(*arguments)
    assert code == WRONG
    assert out == ""
    assert err.startswith("claimtrack: ")
    assert err.count("\n") == 1
    assert told in err


def test_debug_shows_where_an_error_happened(run):
    with pytest.raises(FileNotFoundError):
        run("table", "nowhere.jsonl", "--debug")


def test_a_wrong_command_ends_with_2(run, capsys):
    with pytest.raises(SystemExit) as ended:
        run("tabel")
    assert ended.value.code == WRONG


def test_interruption_ends_quietly(run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("claimtrack.cli.showing.table", interrupted)
    assert run("table", "claims.jsonl") == (INTERRUPTED, "", "")


def command(*arguments, **how):
    package = Path(ct.__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONUTF8": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "claimtrack.cli", *arguments],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how,
    )  # fmt: skip


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="there are no pipes to break on this system")
def test_a_broken_pipe_ends_quietly(place):
    many = build()
    ct.dump(many, place / "many.jsonl")
    with command("table", "many.jsonl", "--format", "html", cwd=place) as process:
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait() == CLOSED
    assert told == b""


def test_colour_is_shown_only_where_it_is_asked_for_or_seen(run):
    pytest.importorskip("rich")
    plain = run("table", "claims.jsonl")[1]
    assert "\x1b[" not in plain
    coloured = run("table", "claims.jsonl", "--colour", "always")[1]
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.fixture
def seen(run, monkeypatch):
    """What a terminal shows of a command, without colours."""
    pytest.importorskip("rich")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments, encoding="utf-8", no_color=""):
        monkeypatch.setenv("NO_COLOR", no_color)
        terminal = Terminal()
        terminal.encoding = encoding
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdout", terminal)
            assert main(arguments) == 0
        return re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue())

    return call


def test_a_terminal_shows_a_glyph_left_of_every_status_word(seen, run):
    shown = seen("table", "claims.jsonl")
    for state, glyph in GLYPHS.items():
        assert (f"{glyph} {state}  " in shown) == (f"\n{state}  " in run("table", "claims.jsonl")[1])
    bare = "\n".join(line[2:] for line in shown.splitlines())
    narrower = run("table", "claims.jsonl", "--width", "98")[1]
    assert bare.split() == narrower.split()


def test_every_status_has_a_glyph_of_its_own():
    assert GLYPHS.keys() == {state.value for state in ct.State}
    assert len(set(GLYPHS.values())) == len(GLYPHS)


@pytest.mark.parametrize(
    "how",
    [{"encoding": "latin-1"}, {"no_color": "1"}, {"form": "github"}],
    ids=["latin", "no colour", "markup"],
)
def test_there_are_no_glyphs_where_they_could_not_be_shown(seen, how):
    form = how.pop("form", "simple")
    assert not set(GLYPHS.values()) & set(seen("table", "claims.jsonl", "--format", form, **how)) - {"≠"}


CLAIMS = "event,question,claim,source,words\n1,1,1,1,77\n1,1,2,2,at least 70\n2,1,3,1,12\n"


def test_a_table_of_claims_is_reconciled_into_a_table_of_figures(run, place):
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("narwhals")
    (place / "sound.csv").write_text(CLAIMS, encoding="utf-8")
    code, out, err = run("reconcile", "sound.csv", "-o", "figures.parquet", "--policy", "envelope")
    assert (code, out) == (0, "")
    assert "2 questions; 0 rows have defects" in err
    figures = duckdb.read_parquet("figures.parquet").select("event, low, best, high, policy").fetchall()
    assert figures == [(1, 70, None, 77, "envelope"), (2, 12, 12, 12, "envelope")]
    duckdb.read_csv("sound.csv").write_parquet("sound.parquet")
    assert run("reconcile", "sound.parquet", "-o", "figures.csv", "--policy", "envelope")[0] == 0
    assert "1,1,70,,77" in (place / "figures.csv").read_text(encoding="utf-8")


def test_defects_of_a_table_of_claims_are_printed(run, place):
    pytest.importorskip("duckdb")
    lost = "".join(f"3,1,{n},1,a sea of blood\n" for n in range(100, 125))
    (place / "flawed.csv").write_text(f"{CLAIMS}{lost}", encoding="utf-8")
    code, out, err = run("reconcile", "flawed.csv", "-o", "flawed_figures.csv")
    assert code == FOUND
    assert out.count("words that nobody could read") == 20
    assert "5 more" in out
    assert "25 rows have defects" in err
    told = json.loads(run("reconcile", "flawed.csv", "-o", "flawed_figures.csv", "--json")[1])
    assert [row["claim"] for row in told["defects"]] == list(range(100, 125))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere.csv", "-o", "out.csv"], "no such file"),
        (["nowhere.parquet"], "--output"),
        (["claims.jsonl", "-o", "out.csv"], ".parquet"),
        (["table.csv", "-o", "out.xlsx"], ".parquet"),
        (["table.csv", "-o", "table.csv"], "another file"),
        (["table.csv", "-o", "out.csv", "--event", "bamako"], "--event"),
        (["table.csv", "-o", "out.csv", "--policy", "nonsense"], "envelope"),
        (["broken.parquet", "-o", "out.csv"], "DuckDB can read"),
        (["claims.jsonl", "--in", "fr"], "--in"),
    ],
)
def test_what_cannot_be_reconciled_as_a_table_is_one_clear_line(run, place, arguments, told):
    pytest.importorskip("duckdb")
    (place / "table.csv").write_text(CLAIMS, encoding="utf-8")
    (place / "broken.parquet").write_text("no table", encoding="utf-8")
    code, out, err = run("reconcile", *arguments)
    assert (code, out, err.count("\n")) == (WRONG, "", 1)
    assert told in err
    assert (place / "table.csv").read_text(encoding="utf-8") == CLAIMS


@pytest.mark.parametrize("absent", ["duckdb", "narwhals"])
def test_without_an_engine_the_extra_is_named(run, place, monkeypatch, absent):
    (place / "table.csv").write_text(CLAIMS, encoding="utf-8")
    if absent == "narwhals":
        monkeypatch.delitem(sys.modules, "claimtrack.frames", raising=False)
        monkeypatch.delattr(ct, "frames", raising=False)
    monkeypatch.setitem(sys.modules, absent, None)
    code, _, err = run("reconcile", "table.csv", "-o", "out.csv")
    assert code == WRONG
    assert "claimtrack[frames]" in err


def test_help_loads_no_tables_no_policies_and_nothing_optional():
    code = (
        "import sys\nfrom claimtrack.cli.arguments import parser\nparser().format_help()\n"
        "print([m for m in sys.modules if m in ('tabulate', 'jinja2', 'rich', 'matplotlib', 'sqlite3',"
        " 'duckdb', 'narwhals')"
        " or m.startswith(('claimtrack.tables', 'claimtrack.io.', 'claimtrack.report'))])"
    )
    package = Path(ct.__file__).parent.parent
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=package, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_the_demo_shows_the_ledger_of_the_examples():
    root = Path(ct.__file__).parent.parent
    shipped = (root / "claimtrack/cli/data/bamako_2024.jsonl").read_bytes()
    examples = Path(__file__).parents[2] / "examples/data/bamako_2024.jsonl"
    assert shipped == examples.read_bytes()

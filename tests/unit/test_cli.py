"""The command line: what it prints, how it ends, and what it says when something is wrong."""

from __future__ import annotations

import csv
import importlib
import importlib.metadata
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from printed_ledger import build

import claimtrack as ct
from claimtrack.cli import CLOSED, FOUND, INTERRUPTED, WRONG, main
from claimtrack.cli.arguments import TABLES
from claimtrack.cli.arguments import command as whole_command
from claimtrack.io.columns import MEANINGS, RELATION_MEANINGS
from claimtrack.tables.labels import GLYPHS

DRAFT = """# Draft

The attack killed 77 soldiers, a source said. A document names
81 dead. Dozens were killed.

Another 12 people were abducted.
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    directory = tmp_path_factory.mktemp("cli")
    ct.dump(build(), directory / "claims.jsonl")
    with ct.open_store(directory / "claims.sqlite") as store:
        store.import_jsonl(directory / "claims.jsonl")
    (directory / "draft.md").write_text(DRAFT, encoding="utf-8")
    (directory / "rows.csv").write_text(ROWS, encoding="utf-8")
    (directory / "binary.md").write_bytes(b"\x89PNG\r\n\x1a\n")
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
    "table_open_questions": ["table", "claims.jsonl", "open-questions", "--group", "rank"],
    "table_totals": ["table", "claims.jsonl", "totals", "--question", "killed, malian armed forces"],
    "table_some": ["table", "claims.jsonl", "--event", "bamako", "--state", "contested"],
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
    "demo": ["demo"],
    "template": ["template", "sheet.csv"],
    "import": ["import", "rows.csv", "rows.jsonl"],
    "export": ["export", "claims.jsonl", "claims.csv"],
    "report": ["report", "claims.jsonl", "claims.html"],
    "salvage": ["salvage", "claims.sqlite", "saved.jsonl"],
}  # fmt: skip
ROWS = """event,occurred,source,question,of,answer,stated
Attack,2024-09-17,AFP,killed,Malian armed forces,at least 20,2024-09-17
Attack,2024-09-17,RFI,killed,Malian armed forces,15 out of 40,2024-09-18
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_command_prints_its_golden_text(run, golden, name):
    code, out, err = run(*COMMANDS[name])
    said = re.sub(r"[\d,]+ bytes", "N bytes", err)
    golden(f"cli/{name}", f"$ claimtrack {' '.join(COMMANDS[name])}\n{out}{said}exit {code}")


def test_every_command_and_table_is_tried_here():
    tried = {arguments[0] for arguments in COMMANDS.values()} | {"completion"}  # click words its scripts
    assert set(whole_command().commands) == tried
    words = {word for arguments in COMMANDS.values() if arguments[0] == "table" for word in arguments}
    assert set(TABLES) - {"status", "sources"} <= words


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


@pytest.mark.parametrize("named", [(), ("-",)])
def test_words_are_read_line_by_line_from_stdin(run, monkeypatch, named):
    monkeypatch.setattr(sys, "stdin", io.StringIO("at least 20\n\nplus de 70 morts\n"))
    code, out, _ = run("read", *named, "--json")
    assert code == 0
    assert [row["bounds"] for row in json.loads(out)] == [[20, None], [71, None]]


@pytest.mark.parametrize(
    ("which", "needed"),
    [
        ("changes", "--since DATE"), ("origins", "--question WORDS"), ("policies", "--question WORDS"),
        ("totals", "--question WORDS"),
    ],
)  # fmt: skip
def test_a_table_says_which_option_it_needs(run, which, needed):
    code, out, err = run("table", "claims.jsonl", which)
    assert (code, out) == (WRONG, "")
    assert err == f"claimtrack: The table of {which} needs {needed}. See `claimtrack table --help`.\n"


def test_as_of_leaves_out_what_was_said_later(run):
    out = run("table", "claims.jsonl", "--as-of", "2024-09-17", "--json")[1]
    assert {row["stated"] for row in json.loads(out)} <= {None, "2024-09-17", "2024-07"}


def test_a_defective_ledger_is_read_and_its_defects_are_told(run, place):
    good = (place / "claims.jsonl").read_text(encoding="utf-8")
    (place / "bad.jsonl").write_text(f"{good}not json\n", encoding="utf-8")
    code, out, err = run("table", "bad.jsonl")
    assert code == 0
    assert out == run("table", "claims.jsonl")[1]
    assert "bad.jsonl has 1 defect:" in err
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
        (["table", "claims.jsonl", "matrix", "--sort", "stated"], "sort"),
        (["table", "claims.jsonl", "matrix", "--since", "2024"], "--since"),
        (["table", "claims.jsonl", "totals"], "--question"),
        (["table", "claims.jsonl", "--state", "doubtful"], "contested"),
        (["table", "claims.jsonl", "changes"], "--since"),
        (["changes", "claims.jsonl", "--since", "yesterday"], "yesterday"),
        (["status", "claims.jsonl", "nobody said this"], "nobody said this"),
        (["verify", "claims.jsonl", "--head", "abc"], "store"),
        (["check", "claims.sqlite.png", "--against", "claims.jsonl"], "No such file"),
        (["check", "binary.md", "--against", "claims.jsonl"], "UTF-8"),
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


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["tabel"], "Did you mean 'table'?"),
        (["table", "claims.jsonl", "--jsno"], "--json"),
        (["table"], "Missing argument 'LEDGER'"),
        (["table", "claims.jsonl", "nonsense"], "'open-questions'"),
        (["changes", "claims.jsonl"], "--since"),
        (["explain", "claims.jsonl", "killed", "more", "words"], "words"),
        (["table", "claims.jsonl", "--width", "wide"], "wide"),
    ],
)
def test_what_was_mistyped_is_one_clear_line_with_a_hint(run, arguments, told):
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n")) == (WRONG, "", 1)
    assert err.startswith("claimtrack: ")
    assert told in err
    assert err.endswith("--help`.\n")


@pytest.mark.parametrize("name", [None, *sorted(whole_command().commands)])
def test_every_command_has_a_help(run, name):
    code, out, err = run(*([name] if name else []), "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"Usage: claimtrack{f' {name}' if name else ''} [OPTIONS]")
    assert max(map(len, out.splitlines())) <= 100


def test_without_a_command_the_help_is_shown(run):
    code, out, err = run()
    assert (code, err) == (WRONG, "")
    assert "Commands:" in out


@pytest.mark.parametrize("name", sorted(set(whole_command().commands) - {"completion"}))
def test_every_command_prints_json_for_programs(name):
    assert "--json" in {text for param in whole_command().commands[name].params for text in param.opts}


def test_what_is_written_is_told_as_json(run):
    for arguments, keys in (
        (["report", "claims.jsonl", "told.html"], {"output", "bytes", "claims"}),
        (["import", "claims.jsonl", "told.jsonl"], {"output", "claims", "problems"}),
        (["export", "claims.jsonl", "told.csv"], {"output", "losses"}),
        (["template", "told_template.csv"], {"output"}),
        (["salvage", "claims.sqlite", "told_saved.jsonl"], {"output", "good", "later", "problems"}),
    ):
        code, out, err = run(*arguments, "--json")
        assert (code, err) == (0, "")
        assert set(json.loads(out)) == keys


def test_a_page_and_an_export_go_to_stdout(run, monkeypatch):
    assert run("report", "claims.jsonl", "-")[1].startswith("<!DOCTYPE html>")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="utf-8"))
    assert main(["export", "claims.jsonl", "-", "--to", "geojson"]) == 0
    assert json.loads(written.getvalue())["type"] == "FeatureCollection"


@pytest.mark.parametrize("form", ["sheets", "csv"])
def test_a_sheet_is_imported_from_stdin(run, monkeypatch, form):
    text = "event,source,question,answer\nAttack,AFP,killed,at least 20\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run("import", "-", "from_stdin.jsonl", "--from", form)[0] == 0
    assert "at least 20" in run("table", "from_stdin.jsonl")[1]


def test_relations_of_a_sheet_in_csv_have_a_file_of_their_own(run, place):
    assert run("template", "filled.csv", "--relations", "relations.csv")[0] == 0
    with (place / "filled.csv").open("a", encoding="utf-8", newline="") as file:
        army = {"event": "Attack", "source": "Army", "party": "Army", "question": "killed", "answer": 1}
        csv.DictWriter(file, MEANINGS).writerow(army)
    with (place / "relations.csv").open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, RELATION_MEANINGS).writerow({"one": "Army", "how": "opposes", "other": "JNIM"})
    assert run("import", "filled.csv", "filled.jsonl", "--relations", "relations.csv")[0] == 0
    assert run("export", "filled.jsonl", "again.csv", "--relations", "again_relations.csv")[0] == 0
    assert "Army,opposes,JNIM" in (place / "again_relations.csv").read_text(encoding="utf-8")
    code, _, err = run("export", "filled.jsonl", "again.geojson", "--relations", "x.csv")
    assert (code, "only a sheet has such a file" in err) == (2, True)


def test_what_is_readable_of_a_damaged_store_is_saved(run, place):
    damaged = (place / "claims.sqlite").read_bytes().replace(b"[77, 77]", b"[78, 78]", 1)
    (place / "damaged.sqlite").write_bytes(damaged)
    code, _, err = run("salvage", "damaged.sqlite", "saved.jsonl")
    assert (code, "later ones" in err) == (1, False)
    code, _, err = run("salvage", "damaged.sqlite", "saved.jsonl", "--keep", "readable")
    assert (code, "later ones were saved" in err) == (1, True)
    assert run("table", "saved.jsonl")[0] == 0


def test_questions_are_found_by_french_words_and_by_words_without_blanks(run):
    asked = run("reconcile", "claims.jsonl", "--question", "wounded, malian armed forces")[1]
    assert run("reconcile", "claims.jsonl", "--question", "blessés, malian armed forces")[1] == asked
    assert run("reconcile", "claims.jsonl", "--question", "wounded-Malian-armed-forces")[1] == asked


def test_the_table_of_claims_takes_some_of_them(run):
    told = json.loads(run("table", "claims.jsonl", "--source", "wikipedia", "--json")[1])
    assert [row["source"] for row in told] == ["Wikipedia (en)"]


def test_track_records_stand_beside_their_source(run):
    code, out, _ = run("sources", "claims.jsonl", "--track-records", "--width", "160")
    assert code == 0
    assert re.search(r"RFI .* ×\d\.\d\d \(", out)
    rows = json.loads(run("sources", "claims.jsonl", "--track-records", "--json")[1])
    assert any(row["track_record"] for row in rows)


def test_what_was_recorded_later_can_be_left_out(run):
    assert json.loads(run("table", "claims.jsonl", "--recorded-by", "2024-09-16", "--json")[1]) == []


COMPLETIONS = {
    "commands": ("claimtrack ta", {"table"}),
    "options": ("claimtrack table claims.jsonl --js", {"--json"}),
    "tables": ("claimtrack table claims.jsonl o", {"open-questions", "origins"}),
    "policies": ("claimtrack explain claims.jsonl x --policy env", {"envelope"}),
    "formats": ("claimtrack table claims.jsonl --format git", {"github"}),
    "languages": ("claimtrack table claims.jsonl --lang f", {"fr"}),
    "questions": ("claimtrack explain claims.jsonl wound", {"wounded-Malian-armed-forces"}),
    "events": ("claimtrack table claims.jsonl --event att", {"Attack-on-Bamako-2024-09-17"}),
    "sources": ("claimtrack table claims.jsonl --source Az", {"Az-Zallaqa"}),
    "no ledger": ("claimtrack explain nowhere.jsonl wound", set()),
}


@pytest.mark.parametrize("name", COMPLETIONS)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_what_is_typed(run, monkeypatch, shell, name):
    typed, offered = COMPLETIONS[name]
    words = typed.split()
    monkeypatch.setenv("_CLAIMTRACK_COMPLETE", f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", words[-1] if shell == "fish" else str(len(words) - 1))
    code, out, err = run()
    assert (code, err) == (0, "")
    lines = out.splitlines()
    if shell == "zsh":
        values = set(lines[1::3])
    else:
        values = {line.split(",", 1)[1].split("\t")[0] for line in lines if "," in line}
    assert values == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(run, shell):
    code, out, err = run("completion", shell)
    assert (code, err) == (0, "")
    assert f"_CLAIMTRACK_COMPLETE={shell}_complete" in out


def test_bash_itself_completes_with_the_script(run, place):
    script = run("completion", "bash")[1]
    ask = "COMP_WORDS=(claimtrack tab); COMP_CWORD=1; _claimtrack_completion claimtrack"
    program = f"{script}\n{ask}; echo ${{COMPREPLY[@]}}"
    directory = place / "bin"
    directory.mkdir()
    (directory / "claimtrack").write_text(f'#!/bin/sh\nexec {sys.executable} -m claimtrack.cli "$@"\n')
    (directory / "claimtrack").chmod(0o755)
    path = f"{directory}{os.pathsep}{os.environ['PATH']}"
    package = str(Path(ct.__file__).parent.parent)
    done = subprocess.run(
        [shutil.which("bash"), "--norc", "-c", program],
        env={**os.environ, "PATH": path, "PYTHONPATH": package}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.split() == ["table"], done.stderr


def test_interruption_ends_quietly(run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("claimtrack.cli.showing.table", interrupted)
    assert run("table", "claims.jsonl") == (INTERRUPTED, "", "")


def test_interruption_while_the_package_is_imported_ends_quietly(monkeypatch):
    class Interrupting:
        def find_spec(self, name, *_):
            if name.startswith("claimtrack.cli"):
                raise KeyboardInterrupt

    for name in [name for name in sys.modules if name.startswith("claimtrack.cli")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr(ct, "cli", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    assert importlib.import_module("_claimtrack_command").main() == INTERRUPTED


def test_the_installed_command_is_this_one():
    (entry,) = importlib.metadata.entry_points(group="console_scripts", name="claimtrack")
    assert entry.value == "_claimtrack_command:main"


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
    shown, bare = seen("table", "claims.jsonl"), run("table", "claims.jsonl")[1]
    for state, glyph in GLYPHS.items():
        assert (f"{glyph}\u00a0{state}  " in shown) == (f"\n{state}  " in bare)
    told = re.sub(f"[{''.join(GLYPHS.values())}]\u00a0", "", shown)
    assert sorted(re.sub("[-─]+", "-", told).split()) == sorted(re.sub("[-─]+", "-", bare).split())


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["table", "claims.jsonl", "matrix"], "77 (≠\u00a0contested)"),
        (["table", "claims.jsonl", "--format", "stacked"], "\n≠\u00a0contested\n"),
        (["table", "claims.jsonl", "--width", "40"], "\n≠\u00a0contested\n"),
        (["table", "claims.jsonl", "matrix", "--width", "40"], "(≠\u00a0contested)"),
        (["sources", "claims.jsonl"], "1 ≠\u00a0contested"),
        (["status", "claims.jsonl"], "3  ≠\u00a0contested"),
        (["status", "claims.jsonl", "77 morts"], "≠\u00a0contested\n"),
        (["table", "claims.jsonl", "--lang", "fr"], "≠\u00a0contestée  "),
        (["table", "claims.jsonl", "--group", "state"], "── ≠\u00a0contested"),
    ],
)
def test_glyphs_stand_beside_statuses_wherever_they_are(seen, arguments, shown):
    assert shown in seen(*arguments)


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


@pytest.mark.parametrize("arguments", [["--help"], [], ["demo"], ["table", "claims.jsonl"]])
def test_without_click_one_line_says_which_extra_is_missing(run, monkeypatch, arguments):
    monkeypatch.setitem(sys.modules, "click", None)
    code, out, err = run(*arguments)
    assert (code, out) == (WRONG, "")
    assert err == "claimtrack: the command needs more packages: pip install 'claimtrack[cli]'\n"


def test_help_loads_no_tables_no_policies_and_nothing_optional():
    code = (
        "import sys\nfrom claimtrack.cli import main\nmain(['--help'])\n"
        "print([m for m in sys.modules if m in ('tabulate', 'jinja2', 'rich', 'matplotlib', 'sqlite3',"
        " 'duckdb', 'narwhals')"
        " or m.startswith(('claimtrack.tables', 'claimtrack.io.', 'claimtrack.report'))])"
    )
    package = Path(ct.__file__).parent.parent
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=package, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "[]"


def test_the_demo_shows_the_ledger_of_the_examples():
    root = Path(ct.__file__).parent.parent
    shipped = (root / "claimtrack/cli/data/bamako_2024.jsonl").read_bytes()
    examples = Path(__file__).parents[2] / "examples/data/bamako_2024.jsonl"
    assert shipped == examples.read_bytes()

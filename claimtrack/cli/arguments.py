"""What can be typed: the commands and their options. Nothing heavy is imported to show the help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module

from claimtrack import __version__

TABLES = (
    "status", "matrix", "figures", "verdicts", "sources", "changes", "open-questions", "origins",
    "policies",
)  # fmt: skip

LEDGER = "a ledger: .jsonl, a store (.sqlite, .db), a sheet (.xlsx, .csv, .tsv), or - for JSONL from stdin"


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command."""
    top = argparse.ArgumentParser(
        prog="claimtrack",
        description="Who said what, where each claim stands, and which figure can be published.",
        epilog="Try: claimtrack demo. Each command has its own --help.",
    )
    top.add_argument("--version", action="version", version=f"claimtrack {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (_looking, _answering, _publishing, _exchanging, _small):
        add(commands)
    return top


_Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse has no public name for it


def _looking(commands: _Commands[argparse.ArgumentParser]) -> None:
    demo = _command(commands, "demo", "show a ledger of one attack as every side told it", "showing:demo")
    demo.add_argument(
        "--write", metavar="FILE", help="write the ledger to a JSONL file, to try the commands on"
    )
    _printing(demo)

    table = _command(commands, "table", "print a table of a ledger", "showing:table")
    _ledger(table)
    table.add_argument(
        "which", nargs="?", default="status", choices=TABLES, help="which table (default: status)"
    )
    _asked(table, optional=True)
    _policy(table)
    table.add_argument("--since", metavar="DATE", help="for the table of changes: since the end of this day")
    table.add_argument(
        "--columns", metavar="NAMES", type=_names, help="columns to print, separated by commas"
    )
    table.add_argument(
        "--sort", metavar="NAMES", type=_names, help="columns to sort by; --sort=-name sorts downwards"
    )
    table.add_argument("--group", metavar="NAME", help="column that heads the groups; none for no groups")
    _printing(table)

    status = _command(
        commands, "status", "say where claims stand, and what it would take to move them", "showing:status"
    )
    _ledger(status)
    status.add_argument(
        "claim", nargs="?", help="an id, the beginning of one, or words; by default all claims"
    )
    _printing(status)

    changes = _command(
        commands, "changes", "say what was recorded since a day, and what it moved", "showing:changes"
    )
    _ledger(changes)
    changes.add_argument("--since", metavar="DATE", required=True, help="since the end of this day (UTC)")
    _printing(changes)

    sources = _command(
        commands, "sources", "print who speaks, how often, and where their claims stand", "showing:sources"
    )
    _ledger(sources)
    _printing(sources)


def _answering(commands: _Commands[argparse.ArgumentParser]) -> None:
    reconcile = _command(
        commands, "reconcile", "print the figure for each question, or for one", "answering:reconcile_"
    )
    _ledger(reconcile)
    _asked(reconcile, optional=True)
    _policy(reconcile)
    reconcile.add_argument(
        "-o", "--output", metavar="FILE",
        help="for a table of claims (.parquet, .csv), in place of a ledger: the table of figures to write",
    )  # fmt: skip
    reconcile.add_argument(
        "--in", dest="wording", metavar="LANG", help="for a table of claims: the language of its words"
    )
    _printing(reconcile)

    explain = _command(
        commands, "explain", "tell how the answer to one question came about", "answering:explain"
    )
    _ledger(explain)
    _asked(explain)
    _policy(explain)
    _printing(explain)

    compare = _command(
        commands, "compare", "print what each policy gives for one question", "answering:compare"
    )
    _ledger(compare)
    _asked(compare)
    _printing(compare)


def _publishing(commands: _Commands[argparse.ArgumentParser]) -> None:
    report = _command(commands, "report", "write the ledger as one HTML page", "publishing:report_")
    _ledger(report)
    report.add_argument("output", help="the HTML file to write")
    report.add_argument("--title", help="the title of the page")
    report.add_argument("--since", metavar="DATE", help="also say what changed since the end of this day")
    _policy(report)
    _shared(report)

    check = _command(
        commands, "check", "hold the figures in a draft text against a ledger", "publishing:check"
    )
    check.add_argument("draft", help="the draft: a text or Markdown file, or - for stdin")
    check.add_argument("--against", metavar="LEDGER", required=True, help=LEDGER)
    _policy(check)
    _printing(check)


def _exchanging(commands: _Commands[argparse.ArgumentParser]) -> None:
    bring = _command(commands, "import", "read a file of another format into a ledger", "exchanging:import_")
    bring.add_argument("source", help="the file to read")
    bring.add_argument("ledger", help="the ledger to write: .jsonl or .sqlite")
    bring.add_argument(
        "--from", dest="form", metavar="FORMAT", help="its format, where the name does not tell"
    )
    columns = "for a sheet: what its columns mean, as event=Incident,answer=Toll"
    bring.add_argument("--columns", metavar="NAMES", type=_names, help=columns)
    _shared(bring)

    export = _command(
        commands, "export", "write a ledger in another format, and say what is lost", "exchanging:export"
    )
    _ledger(export)
    export.add_argument("output", help="the file to write")
    export.add_argument("--to", metavar="FORMAT", help="the format, where the name does not tell")
    _shared(export)

    template = _command(commands, "template", "write an empty sheet to fill in", "exchanging:template")
    template.add_argument("output", help="the sheet to write: .xlsx or .csv")
    _shared(template)

    verify = _command(
        commands, "verify", "check a ledger: its entries, and what does not fit together", "exchanging:verify"
    )
    _ledger(verify)
    verify.add_argument("--head", metavar="HASH", help="for a store: a hash that must be in its chain")
    _printing(verify)


def _small(commands: _Commands[argparse.ArgumentParser]) -> None:
    read = _command(commands, "read", "read wording as figures", "reading:read")
    read.add_argument("words", nargs="*", help="wording; without any, each line of stdin is read")
    read.add_argument(
        "--in", dest="wording", metavar="LANG", help="the language of the wording (en, fr, es, ar)"
    )
    _printing(read)

    completion = _command(
        commands, "completion", "print a completion script for a shell", "completing:completion"
    )
    completion.add_argument("shell", choices=("bash", "zsh", "fish"))
    _shared(completion)


def _command(
    commands: _Commands[argparse.ArgumentParser], name: str, summary: str, place: str
) -> argparse.ArgumentParser:
    one = commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
    one.set_defaults(run=_later(place), command=name)
    return one


def _later(place: str) -> Callable[[argparse.Namespace], int]:
    """A command that is imported when it is run."""
    module, _, name = place.partition(":")

    def run(given: argparse.Namespace) -> int:
        return int(getattr(import_module(f"claimtrack.cli.{module}"), name)(given))

    return run


def _ledger(one: argparse.ArgumentParser) -> None:
    one.add_argument("ledger", help=LEDGER)
    one.add_argument("--from", dest="form", metavar="FORMAT", help="the format, where the name does not tell")
    one.add_argument("--as-of", metavar="DATE", help="only what had been stated by the end of this day")


def _asked(one: argparse.ArgumentParser, *, optional: bool = False) -> None:
    what = "the question: an id, or words of it (killed, malian)"
    if optional:
        one.add_argument("--question", metavar="WORDS", help=what)
    else:
        one.add_argument("question", help=what)
    one.add_argument("--event", metavar="WORDS", help="the event: an id, or words of its name")


def _policy(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--policy", metavar="NAME", help="the policy that reconciles; `claimtrack compare` lists them"
    )


def _printing(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--format", metavar="NAME", help="simple, github, html, latex … or stacked for narrow screens"
    )
    one.add_argument("--json", action="store_true", help="print plain data as JSON")
    one.add_argument("--width", type=int, metavar="N", help="how wide to print, in characters")
    one.add_argument("--lang", choices=("en", "fr"), default="en", help="language of labels (default: en)")
    one.add_argument(
        "--colour", choices=("auto", "always", "never"), default="auto", help="colour for statuses"
    )
    _shared(one, lang=False)


def _shared(one: argparse.ArgumentParser, *, lang: bool = True) -> None:
    one.add_argument("--debug", action="store_true", help="show where an error happened")
    if lang:
        one.add_argument(
            "--lang", choices=("en", "fr"), default="en", help="language of labels (default: en)"
        )


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]

"""What can be typed: the commands and their options. Nothing heavy is imported to show the help."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from importlib import import_module
from types import SimpleNamespace

import click

from claimtrack import __version__
from claimtrack.cli import completing

Given = SimpleNamespace
"""What was typed after a command, by the names of its options."""

TABLES = (
    "status", "matrix", "figures", "verdicts", "sources", "changes", "open-questions", "origins", "policies",
    "totals",
)  # fmt: skip

LEDGER = "LEDGER is a .jsonl file, a store (.sqlite), a sheet (.xlsx, .csv, .tsv), or - for JSONL from stdin."


class Commands(click.Group):
    """The whole command; a name that is not known is refused with the nearest one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which they are needed."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.commands, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


def command() -> click.Group:
    """The whole command."""
    parts = [*_looking(), *_answering(), *_publishing(), *_exchanging(), *_small()]
    return Commands(
        "claimtrack",
        commands={part.name or "": part for part in parts},
        params=[_version()],
        help="Who said what, where each claim stands, and which figure can be published.",
        epilog="Try: claimtrack demo. Each command has its own --help.",
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        no_args_is_help=True,
    )


def _looking() -> list[click.Command]:
    wide = "Column that heads the groups; none for no groups."
    return [
        _command(
            "demo", "Show a ledger of one attack as every side told it.", "showing:demo",
            _file("--write", "FILE", "Write its ledger to a JSONL file, to try the commands on."),
            *_printing(), ledger=False,
        ),
        _command(
            "table", "Print a table of a ledger.", "showing:table",
            *_ledger(),
            click.Argument(["which"], type=click.Choice(TABLES), default="status", metavar="[WHICH]"),
            *_asked(), *_policy(),
            _option("--state", "NAME", "For the table of claims: only claims in this state."),
            _option("--source", "WORDS", "For the table of claims: only claims of this source.",
                    complete=completing.sources),
            _option("--since", "DATE", "For the table of changes: since the end of this day (UTC)."),
            _names("--columns", "Columns to print, separated by commas."),
            _names("--sort", "Columns to sort by; --sort=-name sorts downwards."),
            _option("--group", "NAME", wide),
            _track_records(),
            *_printing(),
            more="WHICH is " + ", ".join(TABLES[:-1]) + f" or {TABLES[-1]}; status by default.",
        ),
        _command(
            "status", "Say where claims stand, and what it would take to move them.", "showing:status",
            *_ledger(),
            click.Argument(["claim"], required=False, metavar="[CLAIM]"),
            *_printing(),
            more="CLAIM is an id, the beginning of one, or words; by default all claims are counted.",
        ),
        _command(
            "changes", "Say what was recorded since a day, and what it moved.", "showing:changes",
            *_ledger(),
            _option("--since", "DATE", "Since the end of this day (UTC).", required=True),
            *_printing(),
        ),
        _command(
            "sources", "Print who speaks, how often, and where their claims stand.", "showing:sources",
            *_ledger(), _track_records(), *_printing(),
        ),
    ]  # fmt: skip


def _answering() -> list[click.Command]:
    return [
        _command(
            "reconcile", "Print the figure for each question, or for one.", "answering:reconcile_",
            *_ledger(), *_asked(), *_policy(),
            _file("-o", "--output", "FILE",
                  "For a table of claims (.parquet, .csv) in place of a ledger: the figures to write."),
            _option("--in", "LANG", "For a table of claims: the language of its words.", name="wording"),
            _option("--memory", "SIZE", "For a table of claims: what may be held in memory (default: 4GB)."),
            _option("--spill", "FOLDER", "For a table of claims: where what does not fit is put meanwhile."),
            *_printing(),
        ),
        _command(
            "explain", "Tell how the answer to one question came about.", "answering:explain",
            *_ledger(), _question(), *_asked(question=False), *_policy(), *_printing(), more=_QUESTION,
        ),
        _command(
            "compare", "Print what each policy gives for one question.", "answering:compare",
            *_ledger(), _question(), *_asked(question=False), *_printing(), more=_QUESTION,
        ),
    ]  # fmt: skip


def _publishing() -> list[click.Command]:
    return [
        _command(
            "report", "Write the ledger as one HTML page.", "publishing:report_",
            *_ledger(),
            click.Argument(["output"], type=_PATH),
            _option("--title", "TEXT", "The title of the page."),
            _option("--since", "DATE", "Also say what changed since the end of this day (UTC)."),
            *_policy(), *_shared(),
            more="OUTPUT is the HTML file to write, or - for stdout.",
        ),
        _command(
            "check", "Hold the figures in a draft text against a ledger.", "publishing:check",
            click.Argument(["draft"], type=_PATH),
            _file("--against", "LEDGER", "The ledger to hold it against.", required=True),
            _option("--event", "WORDS", "The event the draft is about: an id, or words of its name.",
                    complete=completing.events),
            _option("--in", "LANG", "The language of the draft; by default its words tell.", name="wording"),
            *_policy(), *_printing(),
            more="DRAFT is a text or Markdown file, or - for stdin. The exit code is 1 where a figure "
            "differs, is only claimed, or has nothing behind it.", ledger=False,
        ),
    ]  # fmt: skip


def _exchanging() -> list[click.Command]:
    other = "The format, where the name does not tell."
    return [
        _command(
            "import", "Read a file of another format into a ledger.", "exchanging:import_",
            click.Argument(["source"], type=_PATH, metavar="INPUT"),
            click.Argument(["ledger"], type=_PATH),
            _option("--from", "FORMAT", other, name="form"),
            _names("--columns", "For a sheet: what its columns mean, as event=Incident,answer=Toll."),
            _relations("with the relations of its parties and sources"),
            *_shared(), ledger=False, more="INPUT is the file to read, - for stdin; LEDGER the .jsonl or "
            ".sqlite to write.",
        ),
        _command(
            "export", "Write a ledger in another format, and say what is lost.", "exchanging:export",
            *_ledger(),
            click.Argument(["output"], type=_PATH),
            _option("--to", "FORMAT", other),
            _relations("to write its relations to"),
            *_shared(), more="OUTPUT is the file to write, or - for stdout.",
        ),
        _command(
            "template", "Write an empty sheet to fill in.", "exchanging:template",
            click.Argument(["output"], type=_PATH),
            _relations("for relations, to fill in too"),
            *_shared(), ledger=False, more="OUTPUT is the .xlsx or .csv file to write.",
        ),
        _command(
            "verify", "Check a ledger: its entries, and what does not fit together.", "exchanging:verify",
            *_ledger(),
            _option("--head", "HASH", "For a store: a hash that must be in its chain."),
            *_printing(),
        ),
        _command(
            "salvage", "Save what is good of a damaged store.", "exchanging:salvage_",
            click.Argument(["store"], type=_PATH),
            click.Argument(["output"], type=_PATH),
            click.Option(["--keep"], type=click.Choice(["good", "readable"]), default="good",
                         metavar="good|readable", help="Entries up to the first bad one, or each that "
                         "can be read."),
            *_shared(), ledger=False, more="STORE is the .sqlite file, which is only read; OUTPUT the .jsonl "
            "to write. The exit code is 1 where something is wrong with the store.",
        ),
    ]  # fmt: skip


def _small() -> list[click.Command]:
    return [
        _command(
            "read", "Read wording as figures.", "reading:read",
            click.Argument(["words"], nargs=-1),
            _option("--in", "LANG", "The language of the wording (en, fr, es, ar).", name="wording"),
            *_printing(), ledger=False, more="Without WORDS, or with -, each line of stdin is read.",
        ),
        _command(
            "completion", "Print a completion script for a shell.", "scripts:completion",
            click.Argument(["shell"], type=click.Choice(completing.SHELLS)),
            _debug(), ledger=False,
            more='Add it to the shell: eval "$(claimtrack completion bash)" in ~/.bashrc, the same with zsh '
            "in ~/.zshrc; claimtrack completion fish > ~/.config/fish/completions/claimtrack.fish",
        ),
    ]  # fmt: skip


_PATH = click.Path(allow_dash=True)
_QUESTION = "QUESTION is an id, or words of it (killed, malian)."


def _command(
    name: str, summary: str, place: str, *params: click.Parameter, more: str = "", ledger: bool = True
) -> click.Command:
    told = [summary, *([LEDGER] if ledger else []), *([more] if more else [])]
    return click.Command(
        name, callback=_later(place), params=list(params), help="\n\n".join(told), short_help=summary
    )


def _later(place: str) -> Callable[..., int]:
    """A command that is imported when it is run."""
    module, _, name = place.partition(":")

    def run(**given: object) -> int:
        return int(getattr(import_module(f"claimtrack.cli.{module}"), name)(Given(**given)))

    return run


def _option(
    *declared: str, name: str = "", required: bool = False, complete: completing.Complete | None = None
) -> click.Option:
    """An option: how it is written, what stands for its value, and what it does."""
    *written, metavar, told = declared
    return click.Option(
        [*written, *([name] if name else [])],
        metavar=metavar, help=told, required=required, shell_complete=complete,
    )  # fmt: skip


def _file(*declared: str, required: bool = False) -> click.Option:
    """An option that names a file."""
    *written, metavar, told = declared
    return click.Option(written, type=_PATH, metavar=metavar, help=told, required=required)


def _relations(what: str) -> click.Option:
    told = f"For a sheet in CSV: the file {what}; an .xlsx has them in a sheet."
    return _file("--relations", "FILE", told)


def _names(written: str, told: str) -> click.Option:
    """An option that takes names, separated by commas."""
    return click.Option([written], metavar="NAMES", help=told, callback=_parted)


def _parted(_: click.Context, __: click.Parameter, given: str | None) -> list[str] | None:
    return None if given is None else [name.strip() for name in given.split(",") if name.strip()]


def _flag(written: str, told: str) -> click.Option:
    return click.Option([written], is_flag=True, help=told)


def _ledger() -> list[click.Parameter]:
    return [
        click.Argument(["ledger"], type=_PATH),
        _option("--from", "FORMAT", "The format, where the name does not tell.", name="form"),
        _option("--as-of", "DATE", "Only what had been stated by the end of this day."),
        _option("--recorded-by", "DATE", "Only what had been recorded by the end of this day (UTC)."),
    ]


def _question() -> click.Parameter:
    return click.Argument(["question"], shell_complete=completing.questions)


def _asked(*, question: bool = True) -> list[click.Parameter]:
    asked = _option("--question", "WORDS", "The question: an id, or words of it (killed, malian).",
                    complete=completing.questions)  # fmt: skip
    where = _option("--event", "WORDS", "The event: an id, or words of its name.", complete=completing.events)
    return [asked, where] if question else [where]


def _policy() -> list[click.Parameter]:
    told = "The policy that reconciles; `claimtrack compare` lists them."
    return [_option("--policy", "NAME", told, complete=completing.policies)]


def _track_records() -> click.Option:
    told = "Show how the figures of each source compared before (needs claimtrack[learn])."
    return _flag("--track-records", told)


def _printing() -> list[click.Parameter]:
    return [
        _option("--format", "NAME", "simple, github, html, latex … or stacked for narrow screens.",
                complete=completing.formats),
        click.Option(["--width"], type=click.INT, metavar="N",
                     help="How wide to print, in characters."),
        click.Option(["--colour", "--color"], type=click.Choice(["auto", "always", "never"]), default="auto",
                     metavar="WHEN", help="Colour for statuses: auto, always or never."),
        *_shared(),
    ]  # fmt: skip


def _shared() -> list[click.Parameter]:
    return [
        _flag("--json", "Print plain data as JSON."),
        click.Option(["--lang"], type=click.Choice(["en", "fr"]), default="en", metavar="en|fr",
                     help="Language of headings, reasons and footers."),
        _debug(),
    ]  # fmt: skip


def _debug() -> click.Option:
    return _flag("--debug", "Show where an error happened.")


def _version() -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - as click calls it
        if value and not ctx.resilient_parsing:
            click.echo(f"claimtrack {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=show,
        help="Show the version.",
    )  # fmt: skip

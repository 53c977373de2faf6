"""Completion scripts, made from the parser itself."""

# ruff: noqa: SLF001 - argparse has no public way to list what it parses

from __future__ import annotations

import argparse

from claimtrack.cli.printing import write


def completion(given: argparse.Namespace) -> int:
    """Print a completion script for a shell."""
    from claimtrack.cli.arguments import parser

    write(_SHELLS[given.shell](_commands(parser())))
    return 0


def _commands(top: argparse.ArgumentParser) -> dict[str, tuple[str, list[str]]]:
    """By command: its summary and its options."""
    found: dict[str, tuple[str, list[str]]] = {}
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            summaries = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, one in action.choices.items():
                options = [
                    text for part in one._actions for text in part.option_strings if text.startswith("--")
                ]
                found[name] = (summaries.get(name, ""), sorted(options))
    return found


def _bash(commands: dict[str, tuple[str, list[str]]]) -> str:
    cases = "\n".join(
        f"    {name}) words='{' '.join(options)}' ;;" for name, (_, options) in commands.items()
    )
    return f"""_claimtrack() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{" ".join(commands)}" -- "$word")); return
  fi
  case ${{COMP_WORDS[1]}} in
{cases}
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}}
complete -o filenames -F _claimtrack claimtrack
"""


def _zsh(commands: dict[str, tuple[str, list[str]]]) -> str:
    described = "\n".join(f"    '{name}:{_plain(summary)}'" for name, (summary, _) in commands.items())
    cases = "\n".join(
        f"    {name}) _values option {' '.join(options)}; _files ;;"
        for name, (_, options) in commands.items()
    )
    return f"""#compdef claimtrack
_claimtrack() {{
  local -a commands
  commands=(
{described}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case $words[2] in
{cases}
  esac
}}
compdef _claimtrack claimtrack
"""


def _fish(commands: dict[str, tuple[str, list[str]]]) -> str:
    lines = []
    for name, (summary, options) in commands.items():
        lines.append(f"complete -c claimtrack -n __fish_use_subcommand -a {name} -d '{_plain(summary)}'")
        lines += [
            f"complete -c claimtrack -n '__fish_seen_subcommand_from {name}' -l {option.removeprefix('--')}"
            for option in options
        ]
    return "\n".join(lines)


def _plain(text: str) -> str:
    return text.replace("'", "").replace(":", " -")


_SHELLS = {"bash": _bash, "zsh": _zsh, "fish": _fish}

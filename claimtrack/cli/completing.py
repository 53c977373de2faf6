"""What shells offer for what is typed: words of the ledger, policies, formats."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from claimtrack.ledger import Ledger
    from claimtrack.questions import Question

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_CLAIMTRACK_COMPLETE"
LARGEST = 5_000_000
"""Bytes: words of a larger ledger are not offered, because each press of the key would read it."""

Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def questions(ctx: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """The questions of the ledger that was typed before."""
    return _offer((question.label for question in _questions(ctx)), begun)


def events(ctx: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """The events of the ledger that was typed before."""
    held = _held(ctx)
    return _offer(() if held is None else (str(event) for event in held.events), begun)


def sources(ctx: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """The sources of the ledger that was typed before."""
    held = _held(ctx)
    return _offer(() if held is None else (source.name for source in held.sources), begun)


def policies(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The policies."""
    from claimtrack.reconcile.policies import POLICIES

    return _offer(POLICIES, begun)


def formats(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The formats of tables."""
    from claimtrack.tables.layout import FORMATS

    return _offer(sorted(FORMATS), begun)


def _offer(texts: Iterable[str], begun: str) -> list[CompletionItem]:
    """Words without blanks, which no shell has to quote: `killed-Malian-armed-forces` is found as well."""
    from click.shell_completion import CompletionItem

    words = dict.fromkeys("-".join(re.findall(r"\w+", text)) if " " in text else text for text in texts)
    return [CompletionItem(word) for word in words if word.casefold().startswith(begun.casefold())]


def _questions(ctx: click.Context) -> Iterable[Question]:
    held = _held(ctx)
    if held is None:
        return ()
    from claimtrack.cli.opening import find_event
    from claimtrack.errors import UnknownRecord

    try:
        return held.questions(event=find_event(held, ctx.params.get("event")))
    except UnknownRecord:
        return ()


def _held(ctx: click.Context) -> Ledger | None:
    """The ledger that was typed before, where it is a file that is quickly read."""
    from claimtrack.cli.opening import SUFFIXES, read_ledger
    from claimtrack.errors import ClaimtrackError

    typed = [ctx.params.get("ledger"), ctx.params.get("against")]
    typed += os.environ.get("COMP_WORDS", "").split()  # click has no arguments yet where an option is begun
    for place in (Path(str(one)) for one in typed if one):
        try:
            if place.suffix.lower() in SUFFIXES and place.is_file() and place.stat().st_size <= LARGEST:
                return read_ledger(str(place), ctx.params.get("form"))[0]
        except (ClaimtrackError, OSError):
            return None
    return None

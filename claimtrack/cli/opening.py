"""Opening ledgers of any format, and finding events, questions and claims by words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

from click import get_current_context

from claimtrack.claims import Claim
from claimtrack.cli.printing import counted, note
from claimtrack.errors import InvalidField, Problem, UnknownRecord
from claimtrack.events import Event
from claimtrack.ledger import Ledger
from claimtrack.questions import Question
from claimtrack.sources import Source
from claimtrack.telling import tell

SUFFIXES = {
    ".jsonl": "jsonl", ".json": "jsonl", ".sqlite": "store", ".sqlite3": "store", ".db": "store",
    ".xlsx": "sheets", ".csv": "sheets", ".tsv": "sheets", ".geojson": "geojson",
}  # fmt: skip

R = TypeVar("R", Event, Source, Question)


def open_ledger(given: SimpleNamespace) -> Ledger:
    """The ledger that a command was given, as of the day that was asked; its defects are counted aloud."""
    ledger, problems = read_ledger(str(given.ledger), given.form)
    if problems:
        many = counted(len(problems), "defect", "defects")
        note(f"{given.ledger} has {many}: `claimtrack verify {given.ledger}` lists them")
    if given.as_of is None and given.recorded_by is None:
        return ledger
    return ledger.as_of(stated=given.as_of, recorded=given.recorded_by)


def read_ledger(path: str, form: str | None) -> tuple[Ledger, Sequence[Problem]]:
    """Read a ledger of any format, with the problems found in it.

    Raises:
        InvalidField: If the format is not known.
        OSError: If the file cannot be opened.
    """
    if path == "-":
        return _read_stdin(form)
    if not Path(path).exists():
        raise FileNotFoundError(2, "no such file", path)
    form = form_of_file(path, form)
    if form == "jsonl":
        from claimtrack.io.jsonl import load

        return load(path, on_problem="collect")
    if form == "store":
        from claimtrack.io.store import open_store

        store = open_store(path, read_only=True)
        if running := get_current_context(silent=True):
            running.call_on_close(store.close)
        return store, ()
    ledger, problems = import_module(module_of(form, "read")).read(path)
    return ledger, problems


def form_of_file(path: str, form: str | None) -> str:
    """The format of a file: as said, else by its name.

    Raises:
        InvalidField: If neither tells.
    """
    found = SUFFIXES.get(f".{form}" if form else Path(path).suffix.lower(), form)
    if found is None:
        known = ", ".join(SUFFIXES)
        raise InvalidField("claimtrack", "format", path, f"a name that ends in {known}, or --from or --to")
    return found


def module_of(form: str, does: str) -> str:
    """The module of a foreign format.

    Raises:
        InvalidField: If there is none that does this.
    """
    from importlib.util import find_spec

    name = f"claimtrack.io.{form}"
    known = form.isidentifier() and find_spec(name) is not None
    if not known or not hasattr(import_module(name), does):
        raise InvalidField("claimtrack", "format", form, f"a format that claimtrack.io can {does}")
    return name


def _read_stdin(form: str | None) -> tuple[Ledger, Sequence[Problem]]:
    """Read stdin as a file of its format: JSONL where none is named, a sheet as comma-separated values."""
    from tempfile import TemporaryDirectory

    suffix = {"sheets": ".csv", "store": ".sqlite"}.get(form or "jsonl", f".{form or 'jsonl'}")
    with TemporaryDirectory() as directory:
        place = Path(directory) / f"stdin{suffix}"
        place.write_bytes(sys.stdin.buffer.read())
        ledger, problems = read_ledger(str(place), form or "jsonl")
        if form == "store":
            return ledger.as_of(), problems
        return ledger, problems


def find_event(ledger: Ledger, words: str | None) -> Event | None:
    """The event that is named by id or by words, or `None` where none is named.

    Raises:
        UnknownRecord: If no event, or more than one, has these words.
    """
    if words is None:
        return None
    return _one(words, "event", [(event.id, (str(event),), event) for event in ledger.events])


def find_question(ledger: Ledger, words: str, event: Event | None) -> Question:
    """The question that is named by id or by words of it.

    Raises:
        UnknownRecord: If no question, or more than one, has these words.
    """
    asked = ledger.questions(event=event)
    return _one(words, "question", [(question.id, _labels(question), question) for question in asked])


def find_source(ledger: Ledger, words: str) -> Source:
    """The source that is named by id or by words of its name.

    Raises:
        UnknownRecord: If no source, or more than one, has these words.
    """
    return _one(words, "source", [(source.id, (source.name,), source) for source in ledger.sources])


def _labels(question: Question) -> tuple[str, ...]:
    """A question in every language it can be asked in."""
    return tuple(dict.fromkeys((str(question.label), tell(question.label, "fr"))))


def find_claims(ledger: Ledger, words: str) -> tuple[Claim, ...]:
    """The claims that are named by id, or by words of what they say or of who says it.

    Raises:
        UnknownRecord: If there are none.
    """
    found = tuple(
        claim
        for claim in ledger.claims()
        if claim.id == words
        or claim.id.partition(":")[2].startswith(words.removeprefix("claim:"))
        or _has(f"{claim.source.name} {claim.as_given}", words)
    )
    if not found:
        raise UnknownRecord(words, "claim with these words or this id")
    return found


def _one(words: str, kind: str, known: Iterable[tuple[str, tuple[str, ...], R]]) -> R:
    """The one record with this id or these words; its first label is the one that is shown."""
    records = list(known)
    exact = [
        record
        for identity, labels, record in records
        if words == identity or _plain(words) in map(_plain, labels)
    ]
    found = exact or [record for _, labels, record in records if any(_has(one, words) for one in labels)]
    if len(found) == 1:
        return found[0]
    labels = sorted(names[0] for _, names, record in records if not found or record in found)
    listed = f"{'; '.join(labels[:12])}{' …' if len(labels) > 12 else ''}"
    hint = f"Several have them: {listed}. Give all the words of one." if found else f"There are: {listed}."
    raise UnknownRecord(words, f"one {kind} that is meant by" if found else f"{kind} with the words", hint)


def _has(text: str, words: str) -> bool:
    folded = text.casefold()
    return all(word in folded for word in _plain(words).split())


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))

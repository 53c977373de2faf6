"""Ids: a hash of what a record is, never of what is said about it."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import Protocol

_ID = re.compile(r"[a-z]+:[0-9a-f]{24}\Z")
_NOTHING = blake2b(digest_size=12)  # copied for each id, which is faster than naming the size again
SEPARATOR = "\x1f"
"""What stands between the parts that are hashed to an id."""


class Printer(Protocol):
    """What IPython and Hypothesis print records with."""

    def text(self, obj: str, /) -> object:
        """Print a text as it is."""
        ...


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id, such as "source:0d9c…"."""
        ...


def make_id(kind: str, *parts: str) -> str:
    """Hash a kind and its identifying parts to an id such as "source:0d9c…" (24 hex digits).

    The parts of a kind are always as many, so that no two lists of parts are hashed as one text.
    """
    text = SEPARATOR.join((kind, *parts))
    if text.count(SEPARATOR) != len(parts):
        text = SEPARATOR.join((kind, "", *map(ascii, parts)))
    return hashed_id(kind, text)


def hashed_id(kind: str, text: str) -> str:
    """The id of a kind for the text that `make_id` makes of its parts."""
    digest = _NOTHING.copy()
    digest.update(text.encode("utf-8", "surrogatepass"))
    return f"{kind}:{digest.hexdigest()}"


def make_key(*parts: str) -> str:
    """Derive a key: Unicode-normalised, case-folded, blanks folded; of several parts each keeps its place.

    A key is its own key. Parts that were not given are empty; a dot within one of several is doubled, so
    that the event "A · B" is not "A" in the place B.

    Source: The Unicode Standard, section 3.13, D145 (canonical caseless matching).
    """
    if len(parts) == 1:
        return _fold(parts[0])
    text = " · ".join(_fold(part).replace("·", "··") for part in parts)
    while text.endswith(" · "):
        text = text.removesuffix(" · ")
    return _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
    return " ".join(folded.split())


def kind_of(record_id: str) -> str:
    """The kind of record that an id names ("source")."""
    return record_id.partition(":")[0]


def is_id(text: str, *kinds: str) -> bool:
    """Whether a text is an id of one of these kinds (of any kind, where none is named)."""
    return _ID.match(text) is not None and (not kinds or kind_of(text) in kinds)


def by_id(record: Identified | None) -> str | None:
    """The id, as the key by which attrs compares a field that holds a record."""
    return None if record is None else record.id


def settle(record: object, **values: object) -> None:
    """Set fields of a frozen record while it is being built."""
    for name, value in values.items():
        object.__setattr__(record, name, value)


def print_short(record: object, printer: Printer, cycle: bool) -> None:  # noqa: FBT001 - IPython's protocol
    """Print a record in one line: its repr, in IPython and in the counterexamples of Hypothesis."""
    printer.text("…" if cycle else repr(record))

"""Checking a store: that every entry is what was recorded, where it was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress

import attrs

from claimtrack.claims import Claim
from claimtrack.errors import Problem
from claimtrack.io.fields import DefectiveLine
from claimtrack.io.journal import FIRST, Journal, Stored, StoreError, chained
from claimtrack.io.progress import MANY, Advance, progress
from claimtrack.io.reading import LineReader
from claimtrack.io.stored_log import columns_of, links_of
from claimtrack.log import Record

_REPORTED_EVERY = 4096


@attrs.frozen
class Verification:
    """What `Store.verify` found.

    Attributes:
        entries: How many entries are good, from the first one on.
        head: The hash of the last good entry, as hex digits. Keep it elsewhere: it shows
            later that no entry was changed, and that none at the end was taken away.
        problems: What is wrong, the first bad entry first; empty if nothing is.
        later: How many entries after the first bad one `salvage` saved too, where it was told to.
    """

    entries: int
    head: str
    problems: tuple[Problem, ...]
    later: int = 0

    @property
    def intact(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def __str__(self) -> str:
        if self.intact:
            return f"{self.entries:,} entries, none changed; head {self.head}"
        then = f"{self.later:,} later ones were saved" if self.later else "then"
        return "\n".join([f"{self.entries:,} entries are good, {then}:", *map(str, self.problems)])


class Check:
    """Goes through a store once, from the first entry to the first bad one.

    Args:
        journal: The file.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._reader = LineReader()
        self._numbers: dict[str, int] = {}
        self._links = 0
        self._spoken_of: set[object] = set()

    def run(self, head: str | None) -> Verification:
        """Check every entry, and that a head noted earlier is in the chain."""
        try:
            many = self._journal.count()
        except StoreError:
            many = 0  # the end is missing; that is found below
        with progress("verifying", many, long=MANY) as advance:
            return self._run(head, advance)

    def _run(self, head: str | None, advance: Advance) -> Verification:
        before, good = FIRST, 0
        problems: list[Problem] = []
        seen = head is None or head == FIRST.hex()
        try:
            with closing(self._journal.entries()) as entries, closing(self._journal.columns()) as found_by:
                for number, (stored, columns) in enumerate(zip(entries, found_by, strict=True)):
                    if number % _REPORTED_EVERY == 0:
                        advance(number)
                    wrong = self._wrong(number, before, stored, columns)
                    if wrong:
                        problems.append(self._problem(f": entry {number}", wrong, stored.line))
                        break
                    before, good = stored.hash, number + 1
                    seen = seen or before.hex() == head
                else:
                    problems.extend(self._left_over())
        except StoreError as error:
            if error.reason != "damaged":
                raise
            problems.append(self._problem(f": entry {good}", f"it cannot be read: {error.detail}"))
        with suppress(StoreError):  # a file whose tables cannot be read was found damaged above
            problems.extend(
                self._problem("", f"{name} is not as it was made: changes may not be refused any more")
                for name in self._journal.changed_layout()
            )
        if not seen:
            wrong = f"the head {head} is not in the chain: entries at the end were changed or taken away"
            problems.append(self._problem("", wrong))
        return Verification(good, before.hex(), tuple(problems))

    def _wrong(self, number: int, before: bytes, stored: Stored, columns: tuple[object, ...]) -> str:
        """What is wrong with an entry, or an empty text."""
        if stored.number != number:
            return f"entries {number} to {stored.number - 1} are missing"
        if stored.hash != chained(before, stored.line):
            return "its text, or its place, is not what was recorded"
        try:
            row = self._reader.read(stored.line)
        except DefectiveLine as error:
            return str(error)
        self._reader.hold(row)
        record = row.record
        if type(record) is not Claim:
            self._numbers.setdefault(record.id, number)
        if columns != (record.id, *columns_of(record, self._numbers)):
            return "what it is found by is not what it says"
        return self._unlinked(record, number)

    def _unlinked(self, record: Record, number: int) -> str:
        for target in links_of(record):
            self._links += 1
            self._spoken_of.add(target)
            found = self._journal.query(
                "SELECT 1 FROM links WHERE target = ? AND number = ?", (target, number)
            )
            if not found:
                return f"that it speaks of {target} is not noted"
        return ""

    def _left_over(self) -> Iterator[Problem]:
        ((links,),) = self._journal.query("SELECT count(*) FROM links")
        own = self._own() if self._journal.version > 1 else set()
        unfound = self._spoken_of - own if self._journal.version > 1 else set()
        for number, identity in self._journal.query("SELECT number, id FROM entries") if unfound else ():
            if identity in unfound:
                yield self._problem(f": entry {number}", f"{identity} is spoken of and cannot be looked up")
        if links != self._links + len(own):
            yield self._problem("", f"{links} links are noted, {self._links + len(own)} were recorded")

    def _own(self) -> set[object]:
        """The claims that can be looked up by their ids."""
        query = "SELECT links.target FROM links JOIN entries USING (number) WHERE entries.id = links.target"
        return {identity for (identity,) in self._journal.query(query)}

    def _problem(self, place: str, wrong: str, raw: str = "") -> Problem:
        return Problem(code="broken-chain", message=wrong, location=f"{self._journal.path}{place}", raw=raw)

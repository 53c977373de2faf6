"""Taking protected sources out of a ledger: pseudonyms everywhere, new ids, and what could not be hidden.

An id is a hash of a name, and names can be guessed and hashed again. So the pseudonym and the key of
a protected source come from its id and a secret (HMAC), and every id that rests on it is made anew.
"""

from __future__ import annotations

import hmac
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from secrets import token_bytes

import attrs

from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, UnknownRecord
from claimtrack.identity import make_id, make_key
from claimtrack.io.fields import Defect, DefectiveLine, Fields
from claimtrack.io.records import READERS
from claimtrack.io.wire import KINDS
from claimtrack.io.writing import encode
from claimtrack.ledger import Ledger
from claimtrack.log import Record
from claimtrack.sources import Source

__all__ = ["redact"]

_AN_ID = re.compile(r"\b[a-z]+:[0-9a-f]{24}\b")
_KEPT_SHORT = 12
_TELLING = 3  # letters that a part of a name has to have to tell anything
_ALWAYS_GONE = ("url", "author", "known_to", "note", "party", "aligned_with")
_NO_TEXT = frozenset({
    "kind", "precision", "stance", "declined", "verdict", "how", "observed", "regard", "outcomes",
    "reliability", "authenticity", "sha256", "start", "end", "clock", "stated", "published",
    "occurred", "decided", "since", "until", "captured",
})  # fmt: skip
"""The fields of the wire format that hold no free text."""


@attrs.frozen
class Redaction:
    """A ledger without its protected sources.

    Attributes:
        ledger: The new ledger, with a log of its own.
        secret: The secret the pseudonyms were made with. With it the same pseudonyms are made again,
            and names can be tested: keep it as you keep the names, or throw it away.
        pseudonyms: For each protected source the name it now has. Not to be published.
        changed: How many records were changed.
        revealing: What could not be hidden, in sentences, with the records concerned.
    """

    ledger: Ledger
    secret: bytes = attrs.field(repr=False)
    pseudonyms: Mapping[str, str] = attrs.field(repr=False)
    changed: int
    revealing: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"{len(self.pseudonyms)} sources protected, {self.changed} records changed."]
        if self.revealing:
            lines += ["Look at these before you publish:", *(f"- {sentence}" for sentence in self.revealing)]
        return "\n".join(lines)


def redact(
    ledger: Ledger,
    *,
    sources: Iterable[Source | str],
    names: Iterable[str] = (),
    words: bool = False,
    secret: bytes | None = None,
) -> Redaction:
    """Replace protected sources by stable pseudonyms, wherever they stand.

    The name, key, url, note, author and party of a protected source go; its kind, and whether it is
    anonymous, stay. Its name, and the other `names`, are replaced in every text. Every id that rested
    on it is made anew, and the new ledger is a new log with no hash of the old one.

    Args:
        ledger: The ledger; it is not changed.
        sources: The protected sources, or their ids.
        names: Other names by which they are known, to be replaced in texts.
        words: Whether to take out the wording of their claims too; figures stay.
        secret: The secret of an earlier redaction, to get the same pseudonyms; by default a new one.

    Raises:
        UnknownRecord: If the ledger does not hold one of the sources.
        InvalidField: If the secret is shorter than 16 bytes.
    """
    key = token_bytes(32) if secret is None else secret
    if len(key) < 16:
        raise InvalidField("redact", "secret", "…", "at least 16 random bytes", "secrets.token_bytes(32)")
    protected = [_held(ledger, source) for source in sources]
    work = _Work(key, protected, tuple(names), without_words=words)
    made = Ledger(clock=ledger.log.clock)
    changed = 0
    for entry in ledger.entries():
        record = work.redacted(entry.record)
        changed += record.id != entry.record.id or record != entry.record
        made.log.restore(record, entry.recorded, revision=entry.revision)
    names_now = {source.name: work.pseudonym(source.id) for source in protected}
    return Redaction(made, key, names_now, changed, tuple(work.revealing(ledger, made)))


class _Work:
    """A redaction under way."""

    def __init__(
        self, key: bytes, protected: list[Source], names: tuple[str, ...], *, without_words: bool
    ) -> None:
        self._key = key
        self._protected = {source.id: source for source in protected}
        self._without_words = without_words
        self._ids: dict[str, str] = {}
        self._held: dict[str, Record] = {}
        said = dict.fromkeys(names, "a protected source")
        said |= {source.name: self.pseudonym(source.id) for source in protected}
        self._names = _Names(said)
        self._ids.update({old: make_id("source", make_key(self._key_of(old))) for old in self._protected})

    def pseudonym(self, identity: str) -> str:
        """The stable pseudonym of a protected source."""
        return f"Protected source {self._digest(identity)[:_KEPT_SHORT]}"

    def redacted(self, record: Record) -> Record:
        """The record without what is protected, its ids made anew."""
        kind = KINDS[type(record)]
        body: dict[str, object] = json.loads(encode(record)[1])
        old = str(body.pop("id"))
        if old in self._protected:
            body = self._source(body, old)
        elif isinstance(record, Claim) and record.source.id in self._protected:
            self._claim(body, old)
        fields = {name: self._replaced(name, value) for name, value in body.items()}
        defects: list[Defect] = []
        made = READERS[kind](Fields(fields, f"$.{kind}", defects, self._held))
        if made is None:
            raise DefectiveLine(defects)
        self._ids[old] = made.id
        self._held[made.id] = made
        return made

    def revealing(self, before: Ledger, after: Ledger) -> list[str]:
        """What could not be hidden."""
        found: list[str] = []
        gone = {old for old, new in self._ids.items() if old != new}
        parts = _parts_of_names(self._protected.values())
        for entry in after.entries():
            for text in _texts(json.loads(encode(entry.record)[1])):
                found.extend(
                    f"{entry.record.id} still holds the id {identity}, which can be guessed"
                    for identity in gone.intersection(_AN_ID.findall(text))
                )
                if match := self._names.inside(text):
                    found.append(f"{entry.record.id} still says {match.group()!r} inside another word")
                elif match := parts.search(text):
                    found.append(f"{entry.record.id} still says {match.group()!r}, a part of a name")
        claims = [claim for claim in before.log.claims if claim.source.id in self._protected]
        if not self._without_words and any(claim.words for claim in claims):
            worded = sum(claim.words is not None for claim in claims)
            found.append(
                f"the wording of {worded} claims of protected sources is kept: words can be searched for"
            )
        via = sorted({identity for claim in claims for identity in claim.via} - set(self._protected))
        names = [source.name for source in map(before.log.source, via) if source]
        if names:
            found.append(f"who carried their claims is kept: {', '.join(names)}")
        if any(claim.stated or claim.published for claim in claims):
            found.append("when they spoke is kept: dates can be matched with published reports")
        if any(claim.first_hand for claim in claims):
            found.append("that they were there is kept (first_hand): few people may have been")
        evidence = {
            identity for claim in claims for identity in claim.based_on if identity.startswith("evidence:")
        }
        if evidence:
            found.append(
                f"{len(evidence)} pieces of evidence behind their claims are kept: look at urls and metadata"
            )
        return found

    def _source(self, body: dict[str, object], old: str) -> dict[str, object]:
        kept = {
            name: value
            for name, value in body.items()
            if name not in (*_ALWAYS_GONE, "party", "aligned_with")
        }
        return kept | {"name": self.pseudonym(old), "key": self._key_of(old)}

    def _claim(self, body: dict[str, object], old: str) -> None:
        """Take from a claim of a protected source where it can be read, and its words where that is asked."""
        for gone in ("url", "note"):
            body.pop(gone, None)
        if not self._without_words:
            return
        body.pop("lang", None)
        said = f"words taken out ({self._digest(old)[:_KEPT_SHORT]})"
        answer = body.get("answer")
        for holder in (body, answer):
            if isinstance(holder, dict) and "words" in holder:
                holder["words"] = said

    def _replaced(self, name: str, value: object) -> object:
        if isinstance(value, str):
            if name in _NO_TEXT:
                return value
            value = _AN_ID.sub(lambda match: self._ids.get(match.group(), match.group()), value)
            return self._names.replaced(value)
        if isinstance(value, list):
            return [self._replaced(name, inside) for inside in value]
        if isinstance(value, dict):
            return {inner: self._replaced(inner, inside) for inner, inside in value.items()}
        return value

    def _key_of(self, identity: str) -> str:
        return f"protected {self._digest(identity)}"

    def _digest(self, identity: str) -> str:
        return hmac.new(self._key, identity.encode(), sha256).hexdigest()


class _Names:
    """Names and what stands in their place, the longest first; composed and decomposed letters alike.

    A name is replaced where it stands as words: "reProtected source 12ty" would tell that it is "Ali".
    """

    def __init__(self, said: Mapping[str, str]) -> None:
        forms = {
            unicodedata.normalize(form, name): instead
            for form in ("NFC", "NFD")
            for name, instead in said.items()
            if name.strip()
        }
        names = sorted(forms, key=len, reverse=True)
        self._instead = [forms[name] for name in names]
        groups = "|".join(f"({re.escape(name)})" for name in names)
        self._as_words = re.compile(rf"(?<!\w)(?:{groups or '(?!)'})(?!\w)", re.IGNORECASE)
        self._anywhere = _any_of(re.escape(name) for name in names if len(name) >= _TELLING)

    def replaced(self, text: str) -> str:
        """A text with every name replaced that stands in it as words."""
        return self._as_words.sub(lambda match: self._instead[(match.lastindex or 1) - 1], text)

    def inside(self, text: str) -> re.Match[str] | None:
        """The first name that is in a text, be it inside another word."""
        return self._anywhere.search(text)


def _parts_of_names(sources: Iterable[Source]) -> re.Pattern[str]:
    """The parts of the names of those who are named: a first name alone can be enough."""
    names = [source.name.split() for source in sources if not source.anonymous]
    people = [name for name in names if all(not word[0].islower() for word in name)]
    words = {word for name in people for part in name for word in re.findall(r"\w+", part)}
    return _any_of(rf"\b{re.escape(word)}\b" for word in sorted(words) if len(word) >= _TELLING)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for inside in value.values() if isinstance(value, dict) else value:
            yield from _texts(inside)


def _held(ledger: Ledger, source: Source | str) -> Source:
    held = ledger.log.source(source)
    if not isinstance(held, Source):
        raise UnknownRecord(source, "source", "give a source that the ledger holds, or its id.")
    return held

"""Who acts and who speaks: parties, sources, and what is declared between them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

import attrs

from claimtrack.checks import (
    DateLike,
    date_or_none,
    flag,
    instance_or_none,
    reference,
    reference_or_none,
    references,
    text_or_empty,
    text_or_none,
)
from claimtrack.dates import When, holds_at
from claimtrack.errors import InvalidField, choose, name_text
from claimtrack.identity import Identified, by_id, kind_of, make_id, make_key, print_short, settle


class SourceKind(StrEnum):
    """What kind of source speaks.

    Attributes:
        belligerent: An armed group, or its media arm.
        government: A government or ministry.
        military: An army or its staff.
        security: Security services, or people close to them.
        police: Police or gendarmerie.
        judicial: A court or prosecutor.
        official: Another official: a mayor, a governor, a civil servant.
        witness: Somebody who saw or heard it.
        victim: Somebody it was done to, or their family.
        medical: A hospital, medic or morgue.
        media: A newspaper, station or site.
        agency: A news agency.
        ngo: A non-governmental organisation.
        igo: An intergovernmental organisation: the UN, the ICRC.
        diplomat: A diplomat or embassy.
        researcher: A researcher or conflict monitor.
        document: A document: a list, a leak, a report.
        reference: An encyclopaedia or other reference work.
        aggregator: A site or feed that collects what others say.
        other: Anything else, or not known.
    """

    belligerent = "belligerent"
    government = "government"
    military = "military"
    security = "security"
    police = "police"
    judicial = "judicial"
    official = "official"
    witness = "witness"
    victim = "victim"
    medical = "medical"
    media = "media"
    agency = "agency"
    ngo = "ngo"
    igo = "igo"
    diplomat = "diplomat"
    researcher = "researcher"
    document = "document"
    reference = "reference"
    aggregator = "aggregator"
    other = "other"


SourceKindName = Literal[
    "belligerent", "government", "military", "security", "police", "judicial", "official", "witness",
    "victim", "medical", "media", "agency", "ngo", "igo", "diplomat", "researcher", "document",
    "reference", "aggregator", "other",
]  # fmt: skip


class Reliability(StrEnum):
    """Admiralty reliability of a source; F is not judged, never the middle of a scale.

    Source: STANAG 2511; FM 2-22.3, appendix B.

    Attributes:
        A: Completely reliable.
        B: Usually reliable.
        C: Fairly reliable.
        D: Not usually reliable.
        E: Unreliable.
        F: Reliability cannot be judged.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"

    @property
    def words(self) -> str:
        """The grade in the words of the scale ("usually reliable")."""
        return _RELIABILITY_WORDS[self]


ReliabilityName = Literal["A", "B", "C", "D", "E", "F"]

_RELIABILITY_WORDS = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "reliability cannot be judged",
}


class RelationKind(StrEnum):
    """What is declared between two sources or two parties.

    Attributes:
        independent: Neither rests on the other (sources).
        depends: The first rests on the second: same owner, same wire (sources).
        same: Two names of one and the same (sources or parties).
        opposes: They fight each other (parties).
        allied: They stand together (parties).
    """

    independent = "independent"
    depends = "depends"
    same = "same"
    opposes = "opposes"
    allied = "allied"


RelationName = Literal["independent", "depends", "same", "opposes", "allied"]

_BETWEEN = {
    "source": frozenset({RelationKind.independent, RelationKind.depends, RelationKind.same}),
    "party": frozenset({RelationKind.same, RelationKind.opposes, RelationKind.allied}),
}


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Party:
    """A side that acts in the events.

    Who opposes or stands with whom is declared and symmetric; nothing is guessed from names.

    Attributes:
        name: The party's name.
        key: What its id is derived from; by default its name.
        opposes: Ids of the parties it fights.
        allied: Ids of the parties it stands with.
        note: Anything the analyst wants to keep beside it.
        id: The id, hashed from the key.
        mentions: The records it was given where it stores ids.

    Example:
        >>> mali = Party("Malian armed forces")
        >>> Party("JNIM", opposes=[mali]).opposes == (mali.id,)
        True
    """

    name: str
    key: str
    opposes: tuple[str, ...]
    allied: tuple[str, ...]
    note: str
    id: str = attrs.field(eq=False, init=False)
    mentions: tuple[Identified, ...] = attrs.field(eq=False, init=False)

    def __init__(
        self,
        name: str,
        *,
        key: str | None = None,
        opposes: Iterable[Party | str] | Party = (),
        allied: Iterable[Party | str] | Party = (),
        note: str = "",
    ) -> None:
        name = name_text("Party", "name", name)
        key = _key("Party", key, name)
        foes, some = references("Party", "opposes", opposes, "party")
        friends, others = references("Party", "allied", allied, "party")
        settle(
            self,
            name=name,
            key=key,
            opposes=tuple(sorted(foes)),
            allied=tuple(sorted(friends)),
            note=text_or_empty("Party", "note", note),
            id=make_id("party", key),
            mentions=some + others,
        )

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"Party({self.name!r})"
    _repr_pretty_ = print_short


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Source:
    """Who speaks.

    Attributes:
        name: The source's name, or its description if it is anonymous ("A security source").
        kind: What kind of source it is.
        key: What its id is derived from; by default its name, for an anonymous source with
            the carrier that knows it.
        party: The party it speaks for.
        aligned_with: The party it leans to without speaking for it.
        reliability: Admiralty reliability A to F, or `None` where nobody has graded it.
        anonymous: It is not named; it is the same as, or independent of, another
            anonymous source only by declaration.
        known_to: Id of the source that knows who it is (the carrier that quotes it).
        on_record: It speaks on the record. By default every source does that is not
            anonymous; a leak does not, and admits nothing for its party.
        author: Id of the source that wrote it, for documents.
        collective: It stands for several people ("two diplomats"): one voice all the same.
        url: Where the source publishes.
        note: Anything the analyst wants to keep beside it.
        id: The id, hashed from the key.
        mentions: The records it was given where it stores ids.

    Example:
        >>> afp = Source("AFP", kind="agency", reliability="B")
        >>> security = Source("A security source", kind="security", anonymous=True, known_to=afp)
        >>> security.on_record
        False
    """

    name: str
    kind: SourceKind
    key: str
    party: Party | None = attrs.field(eq=by_id)
    aligned_with: Party | None = attrs.field(eq=by_id)
    reliability: Reliability | None
    anonymous: bool
    known_to: str | None
    on_record: bool
    author: str | None
    collective: bool
    url: str | None
    note: str
    id: str = attrs.field(eq=False, init=False)
    mentions: tuple[Identified, ...] = attrs.field(eq=False, init=False)

    def __init__(
        self,
        name: str,
        kind: SourceKind | SourceKindName = SourceKind.other,
        *,
        key: str | None = None,
        party: Party | None = None,
        aligned_with: Party | None = None,
        reliability: Reliability | ReliabilityName | None = None,
        anonymous: bool = False,
        known_to: Source | str | None = None,
        on_record: bool | None = None,
        author: Source | str | None = None,
        collective: bool = False,
        url: str | None = None,
        note: str = "",
    ) -> None:
        name = name_text("Source", "name", name)
        anonymous = flag("Source", "anonymous", anonymous)
        knower = reference_or_none("Source", "known_to", known_to, "source")
        if knower is not None and not anonymous:
            raise InvalidField("Source", "known_to", known_to, "None for a named source", "or anonymous=True")
        if on_record is True and anonymous:
            raise InvalidField("Source", "on_record", on_record, "False or None for an anonymous source")
        key = _key("Source", key, name, knower or "")
        given = tuple(record for record in (known_to, author) if isinstance(record, Source))
        settle(
            self,
            name=name,
            kind=choose("Source", "kind", kind, SourceKind),
            key=key,
            party=instance_or_none("Source", "party", party, Party),
            aligned_with=instance_or_none("Source", "aligned_with", aligned_with, Party),
            reliability=None
            if reliability is None
            else choose("Source", "reliability", reliability, Reliability),
            anonymous=anonymous,
            known_to=knower,
            on_record=not anonymous if on_record is None else flag("Source", "on_record", on_record),
            author=reference_or_none("Source", "author", author, "source"),
            collective=flag("Source", "collective", collective),
            url=text_or_none("Source", "url", url),
            note=text_or_empty("Source", "note", note),
            id=make_id("source", key),
            mentions=given,
        )

    @property
    def identified(self) -> bool:
        """Whether it is known who speaks, so that its later word replaces its earlier one."""
        return not self.anonymous

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"Source({self.name!r}, {self.kind.value!r})"
    _repr_pretty_ = print_short


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Relation:
    """What an analyst declares between two sources or between two parties.

    Attributes:
        a: Id of the first source or party.
        b: Id of the second; `depends` is said of the first on the second.
        how: What is declared.
        because: Why, in the analyst's words.
        since: The first day it holds, or `None` for always.
        until: The last day it holds, or `None` for still.
        by: Who declares it.
        id: The id, hashed from both ends, the kind and the dates.
        mentions: The records it was given where it stores ids.
    """

    a: str
    b: str
    how: RelationKind
    because: str
    since: When | None
    until: When | None
    by: str | None
    id: str = attrs.field(eq=False, init=False)
    mentions: tuple[Identified, ...] = attrs.field(eq=False, init=False)

    def __init__(
        self,
        a: Source | Party | str,
        b: Source | Party | str,
        how: RelationKind | RelationName,
        *,
        because: str,
        since: DateLike | None = None,
        until: DateLike | None = None,
        by: str | None = None,
    ) -> None:
        first = reference("Relation", "a", a, "source", "party")
        second = reference("Relation", "b", b, "source", "party")
        kind = choose("Relation", "how", how, RelationKind)
        if kind_of(first) != kind_of(second):
            raise InvalidField("Relation", "b", b, f"a {kind_of(first)}, as a= is one")
        if kind not in _BETWEEN[kind_of(first)]:
            known = ", ".join(sorted(_BETWEEN[kind_of(first)]))
            raise InvalidField("Relation", "how", how, f"one of {known} between two of kind {kind_of(first)}")
        if first == second:
            hint = "what is said of two cannot be said of one and itself"
            raise InvalidField("Relation", "b", b, "another record than a=", hint)
        start, end = date_or_none("Relation", "since", since), date_or_none("Relation", "until", until)
        if start and end and end.day_before(start):
            raise InvalidField("Relation", "until", until, f"a day not before since={start}")
        if kind is not RelationKind.depends and second < first:
            first, second = second, first
        settle(
            self,
            a=first,
            b=second,
            how=kind,
            because=name_text("Relation", "because", because),
            since=start,
            until=end,
            by=text_or_none("Relation", "by", by),
            id=make_id(
                "relation", first, second, kind.value, start.iso if start else "", end.iso if end else ""
            ),
            mentions=tuple(record for record in (a, b) if isinstance(record, (Party, Source))),
        )

    def holds(self, moment: When | None) -> bool:
        """Whether the relation holds at a moment; one of unknown date falls within every relation."""
        return holds_at((self.since, self.until), moment)

    def __repr__(self) -> str:
        return f"Relation({self.a!r}, {self.how.value!r}, {self.b!r})"
    _repr_pretty_ = print_short


def _key(record: str, key: str | None, *names: str) -> str:
    if key is None:
        return make_key(*names)
    return make_key(name_text(record, "key", key))

"""What is at issue: how many, whether something holds, and who did it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

import attrs

from claimtrack.checks import DateLike, date_or_none, flag, several, text_or_empty, text_or_none
from claimtrack.dates import When
from claimtrack.errors import InvalidField, WrongType, choose, listed, name_text
from claimtrack.identity import make_id, make_key, print_short, settle
from claimtrack.sources import Party
from claimtrack.telling import Phrase, remembered, term


class Outcome(StrEnum):
    """What happened to those who are counted.

    Attributes:
        killed: Dead.
        wounded: Wounded or injured.
        captured: Captured or arrested.
        missing: Missing.
        displaced: Driven from home.
        abducted: Abducted or taken hostage.
        material_losses: Things lost: vehicles, aircraft, weapons.
    """

    killed = "killed"
    wounded = "wounded"
    captured = "captured"
    missing = "missing"
    displaced = "displaced"
    abducted = "abducted"
    material_losses = "material_losses"

    @property
    def label(self) -> Phrase:
        """The outcome in plain English."""
        return term("outcome", self.value)


OutcomeName = Literal["killed", "wounded", "captured", "missing", "displaced", "abducted", "material_losses"]

_OUTCOME_ORDER = {outcome: index for index, outcome in enumerate(Outcome)}


def _party_ids(parties: tuple[Party, ...] | None) -> tuple[str, ...] | None:
    return None if parties is None else tuple(party.id for party in parties)


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Measure:
    """How many: of which outcomes, among whom, of which parties, in which part of the event.

    Attributes:
        outcomes: What is counted; several are counted together ("killed or wounded").
        of: The parties whose people are counted; `None` is unstated, never everyone.
        among: The population ("gendarmerie cadets"); `None` is unstated.
        part: The part of the event ("airport"); `None` is the whole of it.
        id: The id, hashed from all of these.

    Example:
        >>> mali = Party("Malian armed forces")
        >>> str(casualties(of=mali))
        'killed or wounded, Malian armed forces'
    """

    outcomes: tuple[Outcome, ...]
    of: tuple[Party, ...] | None = attrs.field(eq=_party_ids)
    among: str | None
    part: str | None
    id: str = attrs.field(eq=False, init=False)

    def __init__(
        self,
        outcomes: Outcome | OutcomeName | Iterable[Outcome | OutcomeName],
        *,
        of: Party | Iterable[Party] | None = None,
        among: str | None = None,
        part: str | None = None,
    ) -> None:
        counted = _outcomes(outcomes)
        parties = None if of is None else several("Measure", "of", of, Party)
        if parties is not None:
            parties = tuple({party.id: party for party in sorted(parties, key=lambda p: p.id)}.values())
            if not parties:
                raise InvalidField("Measure", "of", of, "at least one Party, or None for unstated")
        among, part = text_or_none("Measure", "among", among), text_or_none("Measure", "part", part)
        settle(
            self,
            outcomes=counted,
            of=parties,
            among=among,
            part=part,
            id=make_id(
                "measure",
                "|".join(counted),
                "" if parties is None else "|".join(party.id for party in parties),
                *("" if text is None else make_key(text) for text in (among, part)),
            ),
        )

    @property
    def label(self) -> Phrase:
        """The measure in plain English ("killed, Malian armed forces, airport")."""
        counted = remembered("outcomes", outcomes=tuple([outcome.label for outcome in self.outcomes]))
        whose = remembered("list", parts=tuple(sorted([party.name for party in self.of or ()])))
        return remembered("measure", parts=tuple([p for p in (counted, whose, self.among, self.part) if p]))

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"Measure({self.label!r})"
    _repr_pretty_ = print_short


class Regard(StrEnum):
    """How its doer would look on a deed: claimed with pride, or a reproach.

    Attributes:
        credit: The doer gains by being named (a military success).
        blame: The doer loses by being named (harm to civilians).
    """

    credit = "credit"
    blame = "blame"


RegardName = Literal["credit", "blame"]


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Proposition:
    """Something that happened, or holds: "An aircraft was set on fire".

    Attributes:
        text: The proposition as a sentence that can be affirmed or denied.
        occurred: The date it is about, or `None`.
        serves: The parties that gain if it is believed, as the analyst says.
        harms: The parties that lose if it is believed, as the analyst says.
        key: What its id is derived from; by default text and date.
        id: The id, hashed from the key.
    """

    text: str
    occurred: When | None
    serves: tuple[Party, ...] = attrs.field(eq=_party_ids)
    harms: tuple[Party, ...] = attrs.field(eq=_party_ids)
    key: str
    id: str = attrs.field(eq=False, init=False)

    def __init__(
        self,
        text: str,
        *,
        occurred: DateLike | None = None,
        serves: Party | Iterable[Party] = (),
        harms: Party | Iterable[Party] = (),
        key: str | None = None,
    ) -> None:
        text = name_text("Proposition", "text", text)
        date = date_or_none("Proposition", "occurred", occurred)
        key = (
            make_key(text, date.iso if date else "")
            if key is None
            else make_key(name_text("Proposition", "key", key))
        )
        settle(
            self,
            text=text,
            occurred=date,
            serves=_by_key("serves", serves),
            harms=_by_key("harms", harms),
            key=key,
            id=make_id("proposition", key),
        )

    @property
    def label(self) -> str:
        """The proposition as it is printed."""
        return self.text

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Proposition({self.text!r})"
    _repr_pretty_ = print_short


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Attribution:
    """Who did it.

    Attributes:
        deed: What was done ("The attack on the gendarmerie school").
        regard: Whether its doer would claim it or be blamed for it, as the analyst says;
            `None` where nobody has said.
        key: What its id is derived from; by default the deed.
        id: The id, hashed from the key.
    """

    deed: str
    regard: Regard | None
    key: str
    id: str = attrs.field(eq=False, init=False)

    def __init__(
        self,
        deed: str = "Responsibility for the event",
        *,
        regard: Regard | RegardName | None = None,
        key: str | None = None,
    ) -> None:
        deed = name_text("Attribution", "deed", deed)
        key = make_key(deed if key is None else name_text("Attribution", "key", key))
        settle(
            self,
            deed=deed,
            regard=None if regard is None else choose("Attribution", "regard", regard, Regard),
            key=key,
            id=make_id("attribution", key),
        )

    @property
    def label(self) -> str:
        """The attribution as it is printed."""
        return self.deed

    def __str__(self) -> str:
        return self.deed

    def __repr__(self) -> str:
        return f"Attribution({self.deed!r})"
    _repr_pretty_ = print_short


Question = Measure | Proposition | Attribution
"""What a claim answers."""


def _part_key(value: Party | str) -> str:
    return value.id if isinstance(value, Party) else f"text:{make_key(value)}"


def _whole_key(value: Party | str | None) -> str:
    return "" if value is None else _part_key(value)


def _part_keys(values: tuple[Party | str, ...]) -> tuple[str, ...]:
    return tuple(map(_part_key, values))


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class PartsOf:
    """That a whole has parts: populations, parties, or parts of an event.

    Attributes:
        whole: The whole: a population or part in words, or a party; `None` for the whole event.
        parts: Its parts, of the same sort.
        disjoint: Nobody is in two of the parts.
        complete: The parts make up the whole.
        because: Why, in the analyst's words.
        id: The id, hashed from whole and parts.
    """

    whole: Party | str | None = attrs.field(eq=_whole_key)
    parts: tuple[Party | str, ...] = attrs.field(eq=_part_keys)
    disjoint: bool
    complete: bool
    because: str
    id: str = attrs.field(eq=False, init=False)

    def __init__(
        self,
        whole: Party | str | None,
        parts: Iterable[Party | str],
        *,
        disjoint: bool = False,
        complete: bool = False,
        because: str = "",
    ) -> None:
        if isinstance(parts, (str, Party)) or not isinstance(parts, Iterable):
            raise WrongType("PartsOf", "parts", parts, "a list of parts")
        members = tuple(sorted((_part("parts", part) for part in parts), key=_part_key))
        top = None if whole is None else _part("whole", whole)
        if not members:
            raise InvalidField("PartsOf", "parts", parts, "at least one part")
        if len({isinstance(part, Party) for part in (*members, top or members[0])}) > 1:
            raise WrongType("PartsOf", "parts", parts, "parts of one sort, the whole's: parties, or texts")
        if top is not None and _part_key(top) in {_part_key(part) for part in members}:
            raise InvalidField("PartsOf", "parts", parts, "parts other than the whole itself")
        settle(
            self,
            whole=top,
            parts=members,
            disjoint=flag("PartsOf", "disjoint", disjoint),
            complete=flag("PartsOf", "complete", complete),
            because=text_or_empty("PartsOf", "because", because),
            id=make_id("partsof", _whole_key(top), *map(_part_key, members)),
        )

    def __repr__(self) -> str:
        return f"PartsOf({self.whole!s}: {listed(map(str, self.parts))})"


def parts_of(
    whole: Party | str | None,
    parts: Iterable[Party | str],
    *,
    disjoint: bool = False,
    complete: bool = False,
    because: str = "",
) -> PartsOf:
    """Declare, for one ledger, that a whole has parts; record the result.

    Args:
        whole: A population or part of the event, a party, or `None` for the whole event.
        parts: Its parts, of the same sort.
        disjoint: Nobody is in two of them.
        complete: They make up the whole.
        because: Why.
    """
    return PartsOf(whole, parts, disjoint=disjoint, complete=complete, because=because)


def killed(
    *, of: Party | Iterable[Party] | None = None, among: str | None = None, part: str | None = None
) -> Measure:
    """How many were killed (persons)."""
    return Measure(Outcome.killed, of=of, among=among, part=part)


def wounded(
    *, of: Party | Iterable[Party] | None = None, among: str | None = None, part: str | None = None
) -> Measure:
    """How many were wounded (persons)."""
    return Measure(Outcome.wounded, of=of, among=among, part=part)


def casualties(
    *, of: Party | Iterable[Party] | None = None, among: str | None = None, part: str | None = None
) -> Measure:
    """How many were killed or wounded (persons); what "losses" means unless the words name deaths."""
    return Measure((Outcome.killed, Outcome.wounded), of=of, among=among, part=part)


def captured(
    *, of: Party | Iterable[Party] | None = None, among: str | None = None, part: str | None = None
) -> Measure:
    """How many were captured or arrested (persons)."""
    return Measure(Outcome.captured, of=of, among=among, part=part)


def missing(
    *, of: Party | Iterable[Party] | None = None, among: str | None = None, part: str | None = None
) -> Measure:
    """How many are missing (persons)."""
    return Measure(Outcome.missing, of=of, among=among, part=part)


def displaced(
    *, of: Party | Iterable[Party] | None = None, among: str | None = None, part: str | None = None
) -> Measure:
    """How many were displaced (persons)."""
    return Measure(Outcome.displaced, of=of, among=among, part=part)


def abducted(
    *, of: Party | Iterable[Party] | None = None, among: str | None = None, part: str | None = None
) -> Measure:
    """How many were abducted (persons)."""
    return Measure(Outcome.abducted, of=of, among=among, part=part)


def _outcomes(value: object) -> tuple[Outcome, ...]:
    if isinstance(value, str):
        value = (value,)
    if not isinstance(value, Iterable):
        raise WrongType("Measure", "outcomes", value, "an outcome or a list of outcomes")
    chosen = {choose("Measure", "outcomes", outcome, Outcome) for outcome in value}
    if not chosen:
        raise InvalidField("Measure", "outcomes", value, "at least one outcome")
    if Outcome.material_losses in chosen and len(chosen) > 1:
        raise InvalidField("Measure", "outcomes", value, "people or material losses, not both together")
    return tuple(sorted(chosen, key=_OUTCOME_ORDER.__getitem__))


def _by_key(field: str, parties: object) -> tuple[Party, ...]:
    return tuple(sorted(several("Proposition", field, parties, Party), key=lambda party: party.id))


def _part(field: str, value: object) -> Party | str:
    return value if isinstance(value, Party) else name_text("PartsOf", field, value)

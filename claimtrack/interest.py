"""Interest: who gains by a claim, and who speaks against their own.

A party understates its own losses and overstates its enemy's. This is a prior and not a law: it is
shown, it can be switched off, and policies say whether they use it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import attrs

from claimtrack.answers import Stance, StanceKind
from claimtrack.claims import Claim
from claimtrack.dates import Span, When, holds_at, overlap
from claimtrack.figures import Figure
from claimtrack.identity import kind_of
from claimtrack.log import Log
from claimtrack.questions import Attribution, Measure, Proposition, Regard
from claimtrack.sources import Party, RelationKind, Source
from claimtrack.telling import Phrase, Untold, phrase, untold


class Tendency(StrEnum):
    """Which way a source leans on a question, as declared parties and enmities have it.

    Attributes:
        overstates: It gains by a higher figure, or by the thing being believed.
        understates: It gains by a lower figure, or by the thing not being believed.
        none: No interest is known.
        unknown: It cannot be told: whose loss it is, or who speaks, was not stated.
    """

    overstates = "overstates"
    understates = "understates"
    none = "none"
    unknown = "unknown"

    @property
    def directed(self) -> bool:
        """Whether it leans one way."""
        return self in (Tendency.overstates, Tendency.understates)


@attrs.frozen
class Interest:
    """What a source gains by a claim.

    Attributes:
        kind: Which way it leans on the question.
        admission: It speaks, on the record, against its own interest: a nonzero figure of its own
            loss, or owning up to what it would be blamed for.
    """

    kind: Tendency
    _because: Untold = attrs.field(alias="because")
    admission: bool = attrs.field(default=False, kw_only=True)

    @property
    def because(self) -> Phrase:
        """Why, in a sentence."""
        return self._because.told()


class Side(StrEnum):
    """How one party stands to another.

    Attributes:
        own: It is the same party, or a part of it.
        allied: They stand together.
        enemy: They fight each other.
        mixed: Declared to be both allied and opposed.
        neither: Nothing is declared between them.
    """

    own = "own"
    allied = "allied"
    enemy = "enemy"
    mixed = "mixed"
    neither = "neither"


Dated = tuple[RelationKind, Span]
"""What is declared, and from when to when."""


class Sides:
    """Who stands with whom and who fights whom, as declared; symmetric, and never guessed from names.

    Args:
        log: The log that holds the parties, the relations between them and the declared wholes.
    """

    def __init__(self, log: Log) -> None:
        self._log = log
        self._epoch = -1
        self._opposed: set[tuple[str, str]] = set()
        self._allied: set[tuple[str, str]] = set()
        self._same: dict[str, set[str]] = {}
        self._dated: dict[tuple[str, str], list[Dated]] = {}

    def between(self, a: str, b: str, when: When | None = None) -> Side:
        """How two parties, by id, stand to each other at a moment."""
        self._catch_up()
        if a == b or b in self._same.get(a, ()):
            return Side.own
        pairs = [(one, other) for one in self._names(a) for other in self._names(b)]
        enemy = any(pair in self._opposed for pair in pairs)
        allied = any(pair in self._allied for pair in pairs)
        for pair in pairs:
            for how, span in self._dated.get(pair, ()):
                if holds_at(span, when):
                    enemy = enemy or how is RelationKind.opposes
                    allied = allied or how is RelationKind.allied
        if enemy and allied:
            return Side.mixed
        return Side.enemy if enemy else Side.allied if allied else Side.neither

    def ever_mixed(self, a: str, b: str) -> bool:
        """Whether two parties, by id, are declared both allied and opposed at one and the same time."""
        self._catch_up()
        spans = {
            how: [span for kind, span in self._dated.get((a, b), ()) if kind is how]
            for how in (RelationKind.opposes, RelationKind.allied)
        }
        if (a, b) in self._opposed:
            spans[RelationKind.opposes].append((None, None))
        if (a, b) in self._allied:
            spans[RelationKind.allied].append((None, None))
        opposed, allied = spans[RelationKind.opposes], spans[RelationKind.allied]
        return any(overlap(one, other) for one in opposed for other in allied)

    def enemies(self, a: Claim, b: Claim) -> bool:
        """Whether two claims come from parties that fight each other, or from those that lean to them."""
        mine, yours = self._party(a), self._party(b)
        if mine is None or yours is None:
            return False
        return self.between(mine, yours, a.stated) in (Side.enemy, Side.mixed)

    def _party(self, claim: Claim) -> str | None:
        source = self._log.source(claim.source.id) or claim.source
        party = source.party or source.aligned_with
        return None if party is None else party.id

    def _names(self, party: str) -> set[str]:
        return {party} | self._same.get(party, set())

    def _catch_up(self) -> None:
        log = self._log
        if log.epoch == self._epoch:
            return
        self._epoch = log.epoch
        self._opposed, self._allied, self._same, self._dated = set(), set(), {}, {}
        for party in log.of_kind(Party):
            if isinstance(party, Party):
                self._opposed.update(pair for foe in party.opposes for pair in _both(party.id, foe))
                self._allied.update(pair for friend in party.allied for pair in _both(party.id, friend))
        for relation in log.relations:
            if kind_of(relation.a) != "party":
                continue
            if relation.how is RelationKind.same:
                self._join(relation.a, relation.b)
                continue
            for pair in _both(relation.a, relation.b):
                self._dated.setdefault(pair, []).append((relation.how, (relation.since, relation.until)))
        for whole in log.wholes:
            if isinstance(whole.whole, Party):
                for part in whole.parts:
                    if isinstance(part, Party):
                        self._join(whole.whole.id, part.id)

    def _join(self, a: str, b: str) -> None:
        self._same.setdefault(a, set()).add(b)
        self._same.setdefault(b, set()).add(a)


def sides_of(log: Log) -> Sides:
    """Who stands with whom in a log, worked out once."""
    held = log.derived.get("sides")
    if not isinstance(held, Sides):
        held = log.derived["sides"] = Sides(log)
    return held


def parties_opposed(log: Log, a: Party | str, b: Party | str, when: When | None = None) -> bool:
    """Whether two parties fight each other at a moment, as declared by either or by a relation."""
    return sides_of(log).between(_party_id(a), _party_id(b), when) in (Side.enemy, Side.mixed)


def parties_allied(log: Log, a: Party | str, b: Party | str, when: When | None = None) -> bool:
    """Whether two parties stand together at a moment, as declared by either or by a relation."""
    return sides_of(log).between(_party_id(a), _party_id(b), when) in (Side.allied, Side.mixed)


def tendency(log: Log, claim: Claim, sides: Sides | None = None) -> Interest:
    """Say which way the source of a claim leans on its question, and whether it speaks against that.

    Args:
        log: The log that holds the declared parties and relations.
        claim: The claim.
        sides: Who stands with whom, where that was worked out before.
    """
    source = log.source(claim.source.id) or claim.source
    party = source.party or source.aligned_with
    if party is None:
        if source.anonymous:
            return Interest(Tendency.unknown, untold("interest.unnamed", source=source.name))
        return Interest(Tendency.none, untold("interest.no_party", source=source.name))
    stands = sides or sides_of(log)
    question = claim.question
    if isinstance(question, Measure):
        return _on_measure(claim, question, source, party, stands)
    if isinstance(question, Proposition):
        return _on_proposition(claim, question, source, party, stands)
    return _on_attribution(claim, question, source, party, stands)


def _on_measure(claim: Claim, measure: Measure, source: Source, party: Party, sides: Sides) -> Interest:
    if not measure.of:
        return Interest(Tendency.unknown, untold("interest.whose_losses"))
    stands = {sides.between(party.id, other.id, claim.stated) for other in measure.of}
    label = _together(measure.of)
    ours, theirs = stands & {Side.own, Side.allied}, Side.enemy in stands
    if Side.mixed in stands or (ours and theirs):
        return Interest(Tendency.unknown, untold("interest.friend_and_enemy", label=label, party=party.name))
    if theirs:
        because = untold("interest.enemy", label=label, party=party.name, leaning=_leaning(source))
        return Interest(Tendency.overstates, because)
    if not ours:
        return Interest(Tendency.none, untold("interest.nothing_declared", party=party.name, label=label))
    figure = claim.answer
    admits = (
        Side.own in stands and isinstance(figure, Figure) and bool(figure.bounds[0]) and _speaks_for(source)
    )
    leaning = untold("interest.admission") if admits else _leaning(source)
    if Side.own in stands:
        because = untold("interest.own", party=party.name, leaning=leaning)
    else:
        because = untold("interest.ally", label=label, party=party.name, leaning=leaning)
    return Interest(Tendency.understates, because, admission=admits)


def _together(parties: Sequence[Party]) -> str:
    first, *others = (party.name for party in parties)
    label = first
    for name in others:
        label = phrase("parties", first=label, second=name)
    return label


def _on_proposition(
    claim: Claim, question: Proposition, source: Source, party: Party, sides: Sides
) -> Interest:
    if not question.serves and not question.harms:
        return Interest(Tendency.unknown, untold("interest.not_said"))
    gains = {Side.own: "serves", Side.allied: "serves", Side.enemy: "harms"}
    loses = {Side.own: "harms", Side.allied: "harms", Side.enemy: "serves"}
    fields = {"serves": question.serves, "harms": question.harms}
    reasons: dict[Tendency, tuple[str, Party, Side]] = {}
    own = False
    for kind, table in ((Tendency.overstates, gains), (Tendency.understates, loses)):
        for side, field in table.items():
            for other in fields[field]:
                if sides.between(party.id, other.id, claim.stated) is side:
                    reasons.setdefault(kind, (field, other, side))
                    own = own or side is Side.own
    if len(reasons) != 1:
        if reasons:
            return Interest(Tendency.unknown, untold("interest.both"))
        return Interest(Tendency.none, untold("interest.neither", party=party.name))
    kind, (field, other, side) = next(iter(reasons.items()))
    admits = own and _speaks_for(source) and _against(claim, kind)
    standing, against = _standing(side, party), _against_interest(admits)
    if field == "serves":
        because = untold("interest.serves", party=other.name, standing=standing, against=against)
    else:
        because = untold("interest.harms", party=other.name, standing=standing, against=against)
    return Interest(kind, because, admission=admits)


def _on_attribution(
    claim: Claim, question: Attribution, source: Source, party: Party, sides: Sides
) -> Interest:
    answer = claim.answer
    if not isinstance(answer, Stance) or answer.party is None:
        return Interest(Tendency.unknown, untold("interest.nobody_named"))
    if question.regard is None:
        return Interest(Tendency.unknown, untold("interest.credit_or_blame"))
    side = sides.between(party.id, answer.party.id, claim.stated)
    if side is Side.mixed:
        because = untold("interest.friend_is_enemy", other=answer.party.name, party=party.name)
        return Interest(Tendency.unknown, because)
    if side is Side.neither:
        because = untold("interest.nothing_declared", party=party.name, label=answer.party.name)
        return Interest(Tendency.none, because)
    credit = question.regard is Regard.credit
    friendly = side in (Side.own, Side.allied)
    kind = Tendency.overstates if friendly == credit else Tendency.understates
    admits = side is Side.own and _speaks_for(source) and _against(claim, kind)
    standing, against = _standing(side, party), _against_interest(admits)
    if credit:
        because = untold("interest.credit", other=answer.party.name, standing=standing, against=against)
    else:
        because = untold("interest.blame", other=answer.party.name, standing=standing, against=against)
    return Interest(kind, because, admission=admits)


def _against(claim: Claim, kind: Tendency) -> bool:
    """Whether a stance goes against the way its source leans."""
    if not isinstance(claim.answer, Stance):
        return False
    affirmed = claim.answer.kind is StanceKind.affirms
    return affirmed == (kind is Tendency.understates)


def _speaks_for(source: Source) -> bool:
    """Whether a source speaks for its party on the record; a leak admits nothing for it."""
    return source.party is not None and source.on_record


def _leaning(source: Source) -> Untold:
    if source.party is not None:
        return untold("interest.self_serving")
    return untold("interest.leans", source=source.name)


def _standing(side: Side, party: Party) -> Untold:
    if side is Side.own:
        return untold("standing.own")
    if side is Side.allied:
        return untold("standing.allied", party=party.name)
    return untold("standing.enemy", party=party.name)


def _against_interest(admits: bool) -> Untold:  # noqa: FBT001
    return untold("interest.against") if admits else untold("nothing")


def _both(a: str, b: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (a, b), (b, a)


def _party_id(party: Party | str) -> str:
    return party if isinstance(party, str) else party.id

"""Who is known to be independent of whom, and by what.

Independence is never guessed: it is declared, or follows from two sources having seen for themselves.
Source: Every Casualty, Standards for Casualty Recording: different authors using different primary sources.
"""

from __future__ import annotations

import attrs

from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.identity import kind_of
from claimtrack.log import Log
from claimtrack.origins.roots import Roots, speaks_for_others
from claimtrack.sources import Relation, RelationKind, Source
from claimtrack.telling import Phrase, Untold, untold


@attrs.frozen
class Independence:
    """Why two claims are known to rest on different origins.

    Attributes:
        relation: The declared relation it follows from, or `None` where both saw for themselves.
    """

    _because: Untold
    relation: Relation | None = None

    @property
    def because(self) -> Phrase:
        """The reason, in a sentence."""
        return self._because.told()


class Independences:
    """What is known about the independence of claims, two at a time.

    Args:
        log: The log.
        roots: The roots of its claims.
    """

    def __init__(self, log: Log, roots: Roots) -> None:
        self._log = log
        self._roots = roots
        self._epoch = -1
        self._declared: dict[tuple[str, str], list[Relation]] = {}

    def between(self, a: Claim, b: Claim) -> Independence | None:
        """Why two claims are known to be independent, or `None` where that is not known."""
        self.catch_up()
        first, second = self._roots.of(a), self._roots.of(b)
        if not first.isdisjoint(second):
            return None
        if a.first_hand and b.first_hand and not (speaks_for_others(a) or speaks_for_others(b)):
            seen = self._first_hand(a, b)
            if seen is not None:
                return seen
        if not self._declared:
            return None
        return self._by_relations(a, b, first, second)

    def possible(self) -> bool:
        """Whether any relation of independence is declared at all."""
        self.catch_up()
        return bool(self._declared)

    def catch_up(self) -> None:
        """Read the relations again after one was added."""
        if self._epoch == self._log.epoch:
            return
        self._epoch = self._log.epoch
        self._declared = {}
        for relation in self._log.relations:
            if relation.how is RelationKind.independent:
                self._declared.setdefault((relation.a, relation.b), []).append(relation)

    def _first_hand(self, a: Claim, b: Claim) -> Independence | None:
        one, other = self._described(a), self._described(b)
        if one.id == other.id or (one.anonymous and other.anonymous):
            return None
        if not set(a.via).isdisjoint(b.via) or self._same_author(one, other):
            return None
        return Independence(untold("independence.saw_themselves", one=one.name, other=other.name))

    def _same_author(self, one: Source, other: Source) -> bool:
        """Whether both write for one author, or one is the other's author."""
        authors = {one.id, one.author} & {other.id, other.author}
        return bool(authors - {None})

    def _by_relations(
        self, a: Claim, b: Claim, first: frozenset[str], second: frozenset[str]
    ) -> Independence | None:
        """Every root of the one must be declared independent of every root of the other."""
        found: Relation | None = None
        for one in sorted(first):
            for other in sorted(second):
                if kind_of(one) == "evidence" or kind_of(other) == "evidence":
                    continue
                relation = self._relation(one, other, a.stated, b.stated)
                if relation is None:
                    return None
                found = found or relation
        if found is None:
            return None
        names = tuple(sorted((self._name(found.a), self._name(found.b))))
        return Independence(untold("independence.declared", names=names, because=found.because), found)

    def _relation(self, one: str, other: str, when: When | None, moment: When | None) -> Relation | None:
        held = []
        for mine in self._covers(one):
            for yours in self._covers(other):
                key = (mine, yours) if mine < yours else (yours, mine)
                held += [
                    relation
                    for relation in self._declared.get(key, ())
                    if relation.holds(when) and relation.holds(moment)
                ]
        return min(held, key=lambda relation: relation.id, default=None)

    def _covers(self, root: str) -> tuple[str, ...]:
        """The ids whose relations speak for a root: its own, and the carrier's that alone knows it."""
        source = self._log.source(root)
        if source is not None and source.anonymous and source.known_to:
            return (root, source.known_to)
        return (root,)

    def _described(self, claim: Claim) -> Source:
        return self._log.source(claim.source.id) or claim.source

    def _name(self, identity: str) -> str:
        source = self._log.source(identity)
        return identity if source is None else source.name

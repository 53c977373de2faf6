"""The parties and sources of a table: one record for each name, however it is spelled."""

from __future__ import annotations

from claimtrack.events import Event
from claimtrack.identity import make_key
from claimtrack.questions import Measure, killed
from claimtrack.sources import Party, RelationKind, Source


class Cast:
    """Makes each party and source once; a later row that spells or describes it otherwise gets the first one.

    Attributes:
        differing: Rows that described a known source otherwise: its name and what differed.
    """

    def __init__(self) -> None:
        self._parties: dict[str, Party] = {}
        self._declared: dict[str, tuple[str, set[str], set[str]]] = {}
        self._knowers: dict[str, str] = {}
        self._sources: dict[str, Source] = {}
        self._given: dict[str, Source] = {}
        self._described: dict[tuple[object, ...], Source] = {}
        self._events: dict[str, Event] = {}
        self._places: dict[tuple[str, str], set[str]] = {}
        self._killed: dict[str, Measure] = {}
        self.differing: list[str] = []

    def party(self, name: str) -> Party:
        """The party of a name, with those it was declared to fight and to stand with."""
        known = self._given_party(name)
        if known is None:
            _, opposes, allied = self._declared.get(make_key(name), (name, (), ()))
            known = self._parties[make_key(name)] = Party(name, opposes=opposes, allied=allied)
        return known

    def declare(self, one: str, how: RelationKind, other: str) -> None:
        """Declare whom a party fights or stands with; before any party is made."""
        for name in (one, other):
            self._declared.setdefault(make_key(name), (name, set(), set()))
        _, opposes, allied = self._declared[make_key(one)]
        (opposes if how is RelationKind.opposes else allied).add(Party(other).id)

    def knower(self, name: str) -> str:
        """The id of a source that others are known to; it may be described later."""
        return self._knowers.setdefault(name, Source(name).id)

    def spoken_of(self) -> list[Party | Source]:
        """Every party of which something was declared, and every source that others are known to."""
        parties = [self.party(name) for name, _, _ in self._declared.values()]
        return [*parties, *map(self.source, self._knowers)]

    def source(self, name: str, **described: object) -> Source:
        """The source of a name, as it was described first."""
        known = self._given.get(name) if not described else None
        if known is None:
            known = self._described.get((name, *described.items()))
        if known is not None:
            return known
        made = Source(name, **described)  # type: ignore[arg-type]  # the constructor checks
        held = self._sources.setdefault(made.id, made)
        self._given.setdefault(name, held)
        differing = [
            f"{name}: {field} was {getattr(held, field)}, now {given}"
            for field, given in described.items()
            if given not in (None, "") and getattr(held, field) != getattr(made, field)
        ]
        self.differing.extend(differing)
        if not differing:
            self._described[(name, *described.items())] = held
        return held

    def killed_of(self, party: str) -> Measure:
        """How many of a party were killed."""
        known = self._killed.get(party)
        if known is None:
            known = self._killed[party] = killed(of=self.party(party))
        return known

    def event(self, identity: str, event: Event | None = None) -> Event | None:
        """The event of an identity, as it was described first."""
        return self._events.get(identity) if event is None else self._events.setdefault(identity, event)

    def happened_at(self, name: str, occurred: str, place: str) -> None:
        """A row that says where an event happened; other rows on it may leave that out."""
        self._places.setdefault((make_key(name), occurred), set()).add(place)

    def place_of(self, name: str, occurred: str) -> str:
        """The one place that rows give for an event; an empty text where none or several are given."""
        places = self._places.get((make_key(name), occurred), set())
        return next(iter(places)) if len(places) == 1 else ""

    def _given_party(self, name: str) -> Party | None:
        return self._parties.get(make_key(name))

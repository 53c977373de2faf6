"""A ledger as columns: a row for each voice with a number, and how its source stands to the counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs
import numpy as np

from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, choose
from claimtrack.figures import Figure
from claimtrack.identity import make_key
from claimtrack.interest import Side, Sides, sides_of
from claimtrack.learning.arrays import Flags
from claimtrack.learning.coding import Coded, code_figure
from claimtrack.learning.columns import Bearing, Columns, columns
from claimtrack.log import Log
from claimtrack.origins import Voice
from claimtrack.questions import Measure
from claimtrack.reconcile.hearing import hear, speaks_of_number
from claimtrack.reconcile.scope import open_case
from claimtrack.reconcile.voices import Voices
from claimtrack.sources import Source, SourceKind
from claimtrack.status import Holdings

PARTISAN_KINDS = frozenset(
    {
        SourceKind.belligerent,
        SourceKind.government,
        SourceKind.military,
        SourceKind.security,
        SourceKind.police,
    }
)
"""Kinds that speak for some side: where it is not declared which, they have no bearing and no bias term."""

CIVILIANS = frozenset({"civilians", "civilian population", "civils", "population civile", "civiles"})
"""Populations (`among`) that are civilians; any other wording is taken as unstated."""


@attrs.frozen
class Spoken:
    """One voice as a row.

    Attributes:
        voice: The voice.
        source: Its spokesman's source.
        bearing: How the source stands to those who are counted; `None` where nothing is declared.
        coded: What it says.
        standing: Whether it stands; its last word counts half where a later count of others overtook it.
    """

    voice: Voice
    source: Source
    bearing: Bearing | None
    coded: Coded
    standing: bool = True


OVERTAKEN = 0.5
"""What the last word of a source counts for once a later, higher count of others overtook it.

Source: the weights of the default policy, docs/reference/policies.md.
"""


def bearing_of(log: Log, claim: Claim, sides: Sides | None = None) -> Bearing | None:
    """How the source of a claim stands to those it counts, from what is declared; nothing is guessed.

    A source that speaks for a party or leans to one is own, enemy, or, where the measure counts
    civilians of no stated party, civilian. One of no party is neutral, unless it is anonymous
    or of a kind that speaks for some side: then nothing is known, and it gets no bias term.

    Example:
        >>> from claimtrack.events import Event
        >>> from claimtrack.figures import exactly
        >>> from claimtrack.questions import killed
        >>> from claimtrack.sources import Party
        >>> mali = Party("Mali")
        >>> army = Source("Army", "military", party=mali)
        >>> claim = Claim(Event("Attack"), army, killed(of=mali), exactly(3))
        >>> log = Log()
        >>> held = log.append([claim])
        >>> bearing_of(log, claim).value
        'own'
    """
    question = claim.question
    if not isinstance(question, Measure):
        return None
    source = log.source(claim.source.id) or claim.source
    party = source.party or source.aligned_with
    if party is None:
        unknown = source.anonymous or source.kind in PARTISAN_KINDS
        return None if unknown else Bearing.neutral
    if not question.of:
        counted = make_key(question.among or "")
        return Bearing.civilian if counted in CIVILIANS else None
    stands = sides or sides_of(log)
    found = {stands.between(party.id, other.id, claim.stated) for other in question.of}
    if found <= {Side.own, Side.allied}:
        return Bearing.own
    return Bearing.enemy if found == {Side.enemy} else None


def spoken(voices: Voices, sides: Sides | None = None) -> tuple[Spoken, ...]:
    """The voices that state a number the model can read, as rows; those that were overtaken come last."""
    stands = sides or sides_of(voices.log)
    rows = []
    for place, voice in enumerate((*voices, *voices.overtaken)):
        coded = _code(voice)
        if coded is not None:
            bearing = bearing_of(voices.log, voice.claims[0], stands)
            rows.append(Spoken(voice, voices.source(voice), bearing, coded, place < len(voices)))
    return tuple(rows)


def _code(voice: Voice) -> Coded | None:
    """The spokesman's own figure where its renderings fit together, else their hull."""
    figure: Figure | None = voice.figure if voice.conflict is not None else voice.claims[0].figure
    if figure is None or not figure.numeric:
        figure = voice.figure
    return code_figure(figure) or code_figure(voice.figure)


def all_voices(held: Holdings) -> Iterator[Voices]:
    """The voices on every measure that somebody answered, event by event."""
    log = held.log
    for event, question in log.groups:
        if isinstance(log.get(question), Measure):
            yield hear(open_case(held, question, event), speaks_of_number).voices


@attrs.frozen(eq=False)
class Read:
    """A ledger as the model reads it.

    Attributes:
        columns: The columns; `None` where no voice states a number.
        rows: The voices, row by row.
        keys: The event and question of each row.
    """

    columns: Columns | None
    rows: tuple[Spoken, ...]
    keys: tuple[tuple[str, str], ...]

    def of_kinds(self, kinds: frozenset[SourceKind]) -> Flags:
        """Which rows come from sources of these kinds."""
        return np.array([row.source.kind in kinds for row in self.rows], dtype=bool)


def read_ledger(held: Holdings) -> Read:
    """Every voice of a ledger that states a number, as columns.

    What a later count of others overtakes is heard too: that a party left its figure so low is its habit.
    """
    sides = sides_of(held.log)
    rows: list[Spoken] = []
    keys: list[tuple[str, str]] = []
    for voices in all_voices(held):
        said = spoken(voices, sides)
        where = "" if voices.event is None else voices.event.id
        rows.extend(said)
        keys.extend([(where, voices.question.id)] * len(said))
    return read_rows(rows, keys)


def read_rows(rows: Sequence[Spoken], keys: Sequence[tuple[str, str]]) -> Read:
    """Voices as columns."""
    if not rows:
        return Read(None, (), ())
    read = columns(
        question=list(keys),
        source=[row.source.id for row in rows],
        low=[row.coded.low for row in rows],
        high=[row.coded.high for row in rows],
        shape=np.array([int(row.coded.shape) for row in rows]),
        bearing=[None if row.bearing is None else row.bearing.value for row in rows],
        kind=[row.source.kind.value for row in rows],
    )
    heard = np.array([1.0 if row.standing else OVERTAKEN for row in rows])
    return Read(attrs.evolve(read, share=read.share * heard), tuple(rows), tuple(keys))


def kinds_of(suspect: Iterable[SourceKind | str] | str) -> frozenset[SourceKind]:
    """Kinds of source from their names."""
    if isinstance(suspect, str):
        raise InvalidField("fit", "suspect", suspect, f"a list of kinds, such as [{suspect!r}]")
    return frozenset(choose("fit", "suspect", kind, SourceKind) for kind in suspect)

"""Voices: the claims of one origin on one question, heard once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.errors import listed
from claimtrack.evidence import Evidence
from claimtrack.figures import Figure, FigureKind, Interval
from claimtrack.identity import kind_of
from claimtrack.log import Log
from claimtrack.origins.roots import Roots, speaks_for_others
from claimtrack.sources import Source, SourceKind
from claimtrack.telling import Phrase, Untold, phrase

LAST_KINDS = frozenset({SourceKind.reference, SourceKind.aggregator})
"""The kinds of source that are heard last: they pass on what others published."""

_OPEN = 2**52
_SHARED = phrase("origin.shared")
_HULL = phrase("origin.hull")


@attrs.frozen
class RenderingConflict:
    """That one origin is rendered in ways that do not fit together.

    Attributes:
        claims: The renderings that do not fit.
        carriers: The names of those who made them, in the order of the claims.
        because: The conflict, in a sentence.
    """

    claims: tuple[Claim, ...]
    carriers: tuple[str, ...]
    because: Phrase


@attrs.frozen
class Voice:
    """The claims of one origin on one question, heard once.

    Attributes:
        claims: The claims that speak for it: the spokesman first, then the other renderings.
        origins: Ids of the sources or evidence at the root.
        figure: What the voice says: renderings that fit are intersected, those that do not give
            their hull; `None` for stances and where no answer was given.
        ends: The numbers stated as low and high end, in persons; a floor gives a low end only.
        point: The one number stated, the spokesman's first, or `None`.
        conflict: The renderings that do not fit together, or `None`.
    """

    claims: tuple[Claim, ...]
    origins: frozenset[str]
    figure: Figure | None
    ends: Interval
    point: int | None
    conflict: RenderingConflict | None

    @property
    def spokesman(self) -> Claim:
        """The claim that is heard for the voice: the least relayed."""
        return self.claims[0]

    @property
    def source(self) -> Source:
        """Who makes the spokesman's claim."""
        return self.claims[0].source

    @property
    def stated(self) -> When | None:
        """When the spokesman's claim was stated."""
        return self.claims[0].stated


@attrs.frozen
class Echo:
    """A claim that rests only on origins that are heard already.

    Attributes:
        claim: The claim.
        of: Ids of the origins it repeats.
    """

    claim: Claim
    of: tuple[str, ...]
    _because: Untold

    @property
    def because(self) -> Phrase:
        """Whom it repeats, in a sentence."""
        return self._because.told()


@attrs.frozen
class Hearing:
    """Who is heard on a question, each origin once.

    Attributes:
        voices: One for each origin, by the date and id of its spokesman.
        echoes: The claims that only repeat them, by claim id.
    """

    voices: tuple[Voice, ...]
    echoes: Mapping[str, Echo]

    def voice_of(self, claim: Claim | str) -> Voice | None:
        """The voice that a claim speaks for, or `None` for an echo and for a claim not heard."""
        wanted = claim if isinstance(claim, str) else claim.id
        for voice in self.voices:
            if any(spoken.id == wanted for spoken in voice.claims):
                return voice
        return None


@attrs.frozen
class Grouping:
    """Which claims speak together, before anything is made of what they say.

    Attributes:
        voices: For each origin, its claims in no particular order.
        echoes: The claims that only repeat origins heard already.
    """

    voices: tuple[tuple[Claim, ...], ...]
    echoes: tuple[Claim, ...]


def group_by_origin(roots: Roots, claims: Sequence[Claim]) -> Grouping:
    """Sort claims into voices and echoes.

    A claim that only hands on what others said is an echo if all that it rests on is among the
    claims, or if each of its origins speaks, or is handed on by itself, elsewhere among them. What
    is left is one voice wherever it shares an origin.
    """
    if roots.plain(claims):
        alone: dict[str, list[Claim]] = {}
        for claim in claims:
            alone.setdefault(claim.source.id, []).append(claim)
        return Grouping(tuple(map(tuple, alone.values())), ())
    traced = [(claim, roots.of(claim)) for claim in claims]
    spoken: set[str] = set()
    relayed: list[tuple[Claim, frozenset[str]]] = []
    heard: list[tuple[Claim, frozenset[str]]] = []
    for claim, origins in traced:
        if _hands_on(claim, origins, roots):
            relayed.append((claim, origins))
        else:
            heard.append((claim, origins))
            spoken |= origins
    echoes: list[Claim] = []
    single: set[str] = set()
    merging: list[tuple[Claim, frozenset[str]]] = []
    held = {claim.id for claim in claims}
    for claim, origins in relayed:
        if origins <= spoken or (claim.based_on and held.issuperset(claim.based_on)):
            echoes.append(claim)
        elif len(origins) == 1:
            heard.append((claim, origins))
            single |= origins
        else:
            merging.append((claim, origins))
    spoken |= single
    for claim, origins in merging:
        if origins <= spoken:
            echoes.append(claim)
        else:
            heard.append((claim, origins))
    return Grouping(_components(heard), tuple(echoes))


def _hands_on(claim: Claim, origins: frozenset[str], roots: Roots) -> bool:
    """Whether a claim adds no origin of its own: it relays, or its source depends on several others."""
    if speaks_for_others(claim):
        return True
    return len(origins) > 1 and claim.source.id not in origins and bool(roots.rests_on(claim.source.id))


def _components(heard: Iterable[tuple[Claim, frozenset[str]]]) -> tuple[tuple[Claim, ...], ...]:
    """Claims that share an origin, directly or through others, belong together."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        top = name
        while leader[top] != top:
            top = leader[top]
        while leader[name] != top:
            leader[name], name = top, leader[name]
        return top

    kept = list(heard)
    for _, origins in kept:
        first = None
        for name in origins:
            leader.setdefault(name, name)
            if first is None:
                first = find(name)
            else:
                leader[find(name)] = first
    groups: dict[str, list[Claim]] = {}
    for claim, origins in kept:
        groups.setdefault(find(next(iter(origins))), []).append(claim)
    return tuple(map(tuple, groups.values()))


def make_voice(log: Log, roots: Roots, claims: Iterable[Claim]) -> Voice:
    """Let the claims of one origin speak as one."""
    spoken = tuple(sorted(claims, key=lambda claim: _rank(log, roots, claim)))
    origins = frozenset().union(*(roots.of(claim) for claim in spoken))
    said = [(claim, figure) for claim in spoken if (figure := claim.figure) is not None and figure.numeric]
    if not said:
        silent = next((claim.figure for claim in spoken if claim.figure is not None), None)
        return Voice(spoken, origins, silent, (None, None), None, None)
    if len(said) == 1:
        figure = said[0][1]
        return Voice(spoken, origins, figure, figure.stated_ends, figure.point, None)
    apart = _apart(said)
    if apart:
        return Voice(spoken, origins, *_hull(said), _conflict(log, apart))
    return Voice(spoken, origins, *_shared(said), None)


def _rank(log: Log, roots: Roots, claim: Claim) -> tuple[object, ...]:
    """The order in which the claims of a voice are heard; the least relayed first.

    Encyclopaedias and aggregators come last; then counts what is more precise, then what is later.
    """
    named = [log.source(identity) for identity in (claim.source.id, *claim.via)]
    last = any(source is not None and source.kind in LAST_KINDS for source in named)
    figure = claim.figure
    width = _OPEN + 2
    if figure is not None and figure.numeric:
        low, high = figure.reading
        width = _OPEN + 1 if high is None else high - (low or 0)
    day = 0 if claim.stated is None else -claim.stated.end.toordinal()
    return (last, roots.hops(claim), width, day, claim.id)


def _apart(said: Sequence[tuple[Claim, Figure]]) -> list[tuple[Claim, Figure]]:
    """The renderings that do not fit with another one: their readings are apart."""
    lowest_top = min((f.reading[1] for _, f in said if f.reading[1] is not None), default=None)
    highest_floor = max((f.reading[0] for _, f in said if f.reading[0] is not None), default=None)
    if lowest_top is None or highest_floor is None or lowest_top >= highest_floor:
        return []
    return [
        (claim, figure)
        for claim, figure in said
        if (figure.reading[1] is not None and figure.reading[1] < highest_floor)
        or (figure.reading[0] is not None and figure.reading[0] > lowest_top)
    ]


def _shared(said: Sequence[tuple[Claim, Figure]]) -> tuple[Figure, Interval, int | None]:
    """What renderings that fit together say in common."""
    figures = [figure for _, figure in said]
    bounds = _meet([figure.bounds for figure in figures])
    reading = _meet([figure.reading for figure in figures])
    point = next((f.point for f in figures if f.point is not None and _inside(f.point, bounds)), None)
    lows = [end for f in figures if (end := f.stated_ends[0]) is not None and _inside(end, bounds)]
    tops = [end for f in figures if (end := f.stated_ends[1]) is not None and _inside(end, bounds)]
    ends = (min(lows, default=None), max(tops, default=None))
    figure = Figure(
        bounds, reading, _kind(reading), words=figures[0].words, imputed=any(f.imputed for f in figures),
        point=point if point is not None and _inside(point, reading) else None,
        because=_SHARED,
    )  # fmt: skip
    return figure, ends, point


def _hull(said: Sequence[tuple[Claim, Figure]]) -> tuple[Figure, Interval, int | None]:
    """What renderings that do not fit leave open: everything from the lowest to the highest."""
    figures = [figure for _, figure in said]
    bounds = _cover([figure.bounds for figure in figures])
    reading = _cover([figure.reading for figure in figures])
    least = min((end for f in figures if (end := f.stated_ends[0]) is not None), default=None)
    if any(f.stated_ends[0] is None and not _reaches(f.reading, least) for f in figures):
        least = None  # one of them says fewer, and not how few
    tops = [f.stated_ends[1] for f in figures]
    highest = None if None in tops else max(top for top in tops if top is not None)
    figure = Figure(
        bounds, reading, _kind(reading), imputed=any(f.imputed for f in figures),
        because=_HULL,
    )  # fmt: skip
    return figure, (least, highest), None


def _reaches(reading: Interval, least: int | None) -> bool:
    return least is None or reading[1] is None or reading[1] >= least


def _conflict(log: Log, apart: Sequence[tuple[Claim, Figure]]) -> RenderingConflict:
    names = tuple(_carrier(log, claim) for claim, _ in apart)
    renderings = tuple(
        phrase("origin.through", words=claim.as_given, carrier=name)
        for (claim, _), name in zip(apart, names, strict=True)
    )
    because = phrase("origin.renderings", renderings=renderings)
    return RenderingConflict(tuple(claim for claim, _ in apart), names, because)


def _carrier(log: Log, claim: Claim) -> str:
    """Who made this rendering: the first carrier, else the one who hands it on, else the source."""
    for identity in claim.via:
        source = log.source(identity)
        if source is not None:
            return source.name
    return claim.source.name


def _meet(intervals: Sequence[Interval]) -> Interval:
    lows = [low for low, _ in intervals if low is not None]
    highs = [high for _, high in intervals if high is not None]
    return (max(lows, default=None), min(highs, default=None))


def _cover(intervals: Sequence[Interval]) -> Interval:
    lows = [low for low, _ in intervals]
    highs = [high for _, high in intervals]
    low = None if None in lows else min(low for low in lows if low is not None)
    high = None if None in highs else max(high for high in highs if high is not None)
    return (low, high)


def _inside(number: int, interval: Interval) -> bool:
    low, high = interval
    return (low is None or number >= low) and (high is None or number <= high)


def _kind(reading: Interval) -> FigureKind:
    low, high = reading
    if high is None:
        return FigureKind.at_least
    if low == high:
        return FigureKind.none if high == 0 else FigureKind.exact
    return FigureKind.range


def describe_origins(log: Log, origins: Iterable[str]) -> str:
    """Name origins as prose does."""
    return listed(name_origins(log, origins))


def name_origins(log: Log, origins: Iterable[str]) -> tuple[str, ...]:
    """The names of origins, by id."""
    return tuple(_origin_name(log, identity) for identity in sorted(origins))


def _origin_name(log: Log, identity: str) -> str:
    if kind_of(identity) == "source":
        source = log.source(identity)
        return identity if source is None else source.name
    held = log.get(identity)
    if isinstance(held, Evidence):
        return held.label
    return identity if held is None else str(held)


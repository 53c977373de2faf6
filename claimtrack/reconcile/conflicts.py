"""Which claims on one question cannot hold together, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from heapq import nlargest

from claimtrack.claims import Claim
from claimtrack.figures import Comparison, Figure
from claimtrack.log import Log
from claimtrack.origins import Voice
from claimtrack.questions import Measure, Question
from claimtrack.reconcile.citing import counted, imputed_in_part, number_of, quoted, spoken_by
from claimtrack.reconcile.hearing import Heard
from claimtrack.reconcile.roles import Conflict, ConflictKind
from claimtrack.reconcile.scope import Case
from claimtrack.telling import Phrase, phrase, term

IN_A_LINE = 3
"""How many pairs of figures a headline names before it counts the rest."""

IN_A_LIST = 20
"""How many pairs of figures an explanation lists before it counts the rest."""

_Saying = tuple[Figure, list[tuple[Claim, Voice]]]
_KINDS = {
    Comparison.contradict: ConflictKind.contradiction,
    Comparison.tension: ConflictKind.tension,
}


def conflicts_of(case: Case, heard: Heard) -> tuple[Conflict, ...]:
    """Every contradiction, then every rendering conflict, then every tension between voices.

    Claims that say the same are named together, so that a conflict is one sentence.
    """
    sayings = _sayings(heard)
    found = [*_between(case, sayings), *_renderings(case, heard)]
    order = (ConflictKind.contradiction, ConflictKind.rendering, ConflictKind.tension)
    return tuple(sorted(found, key=lambda conflict: order.index(conflict.kind)))


def _sayings(heard: Heard) -> list[_Saying]:
    sayings: dict[tuple[object, ...], _Saying] = {}
    for voice in heard.voices:
        for claim in voice.claims:
            figure = claim.figure
            if figure is not None and figure.numeric:
                key = (figure.bounds, figure.reading, claim.observed)
                sayings.setdefault(key, (figure, []))[1].append((claim, voice))
    return sorted(sayings.values(), key=lambda saying: (_rank(saying[0]), saying[0].label))


def _rank(figure: Figure) -> tuple[int, int]:
    low, high = figure.reading
    return (low or 0, -1 if high is None else high)


def told_conflicts(conflicts: Sequence[Conflict], most: int) -> list[str]:
    """Conflicts in sentences; of more pairs of figures than so many, those farthest apart, and how many more.

    A thousand sources that all give another number contradict one another half a million times.
    """
    pairs = [conflict for conflict in conflicts if conflict.kind in _KINDS.values()]
    if len(pairs) <= most:
        return [conflict.because for conflict in conflicts]
    named = nlargest(most, pairs, key=_apart)
    others = [conflict.because for conflict in conflicts if conflict.kind not in _KINDS.values()]
    more = phrase("conflict.more_pairs", n=len(pairs) - most)
    return [*(conflict.because for conflict in named), more, *others]


def _apart(conflict: Conflict) -> int:
    """How far apart the figures of a pair are, as readers take them, in persons."""
    readings = [figure.reading for claim in conflict.claims if (figure := claim.figure) is not None]
    highs = [high for _, high in readings if high is not None]
    return max(low or 0 for low, _ in readings) - min(highs, default=0)


def _between(case: Case, sayings: list[_Saying]) -> Iterator[Conflict]:
    alone = [_only_voice(claims) for _, claims in sayings]
    for index, (figure, claims) in enumerate(sayings):
        for other, others in _by_others(sayings, alone, index):
            kind = _KINDS.get(figure.compare(other))
            if kind is None:
                continue
            against = tuple([claim for claim, voice in others if any(voice is not one for _, one in claims)])
            said = tuple([claim for claim, voice in claims if any(voice is not one for _, one in others)])
            if said and against:
                yield Conflict(kind, said + against, partial(_sentence, case, kind, said, against))


def _only_voice(claims: list[tuple[Claim, Voice]]) -> Voice | None:
    """The voice that alone says so, or `None` where several do."""
    first = claims[0][1]
    return first if all(voice is first for _, voice in claims) else None


def _by_others(sayings: list[_Saying], alone: list[Voice | None], index: int) -> list[_Saying]:
    """The later sayings of others than the voice that alone says this: none is apart from itself."""
    voice = alone[index]
    later = range(index + 1, len(sayings))
    return [sayings[place] for place in later if voice is None or alone[place] is not voice]


def _sentence(case: Case, kind: ConflictKind, said: Sequence[Claim], against: Sequence[Claim]) -> Phrase:
    claims, others = named(said, case.log), named(against, case.log)
    if kind is ConflictKind.tension:
        return phrase("conflict.tension", claims=claims, others=others)
    return phrase("conflict.both", claims=claims, others=others, what=the_same(case.question))


def the_same(question: Question) -> Phrase:
    """What two counts would both be of: "the same dead"."""
    if not isinstance(question, Measure):
        return phrase("conflict.same")
    return phrase("conflict.the_same", counted=counted(question))


def named(claims: Sequence[Claim], log: Log) -> Phrase:
    """Claims that say the same, named together: "77 (A security source via AFP; X)"."""
    figure = claims[0].figure
    speakers = tuple(dict.fromkeys(_speaker(claim, log) for claim in claims))
    return phrase(
        "conflict.named",
        says=claims[0].as_given if figure is None else number_of(figure),
        mark="*" if any(map(imputed_in_part, claims)) else "",
        speakers=speakers[:3],
        more=phrase("conflict.more", n=len(speakers) - 3) if len(speakers) > 3 else "",
    )


def _speaker(claim: Claim, log: Log) -> str:
    source = spoken_by(claim, log)
    if claim.observed is None:
        return source
    return phrase("conflict.seen", source=source, seen=term("seen", claim.observed.value))


def _renderings(case: Case, heard: Heard) -> Iterator[Conflict]:
    for voice in heard.voices:
        if voice.conflict is None:
            continue
        claims = voice.conflict.claims
        shown = tuple(
            phrase("conflict.rendering", words=quoted(claim.as_given), source=spoken_by(claim, case.log))
            for claim in claims
        )
        because = phrase("conflict.renderings", renderings=shown)
        yield Conflict(ConflictKind.rendering, tuple(claims), because)

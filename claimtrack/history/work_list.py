"""What is left to find out, what most hangs on first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from claimtrack.answers import Declined
from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.log import Log
from claimtrack.origins import Voice
from claimtrack.questions import Question
from claimtrack.status import Lifecycle, State, Status, Statuses
from claimtrack.status.reasons import cite, say
from claimtrack.telling import Phrase, phrase


class Rank(StrEnum):
    """How much hangs on an open question, the most first.

    Attributes:
        contested: Voices contradict one another.
        bound: An uncorroborated figure sets the lowest or the highest end.
        conflict: One origin is rendered in ways that do not fit together.
        unsupported: A claim that nobody bears out.
        silent: A source that gave no answer.
    """

    contested = "contested"
    bound = "bound"
    conflict = "conflict"
    unsupported = "unsupported"
    silent = "silent"


_RANKS = tuple(Rank)


@attrs.frozen
class OpenQuestion:
    """Something left to find out.

    Attributes:
        rank: How much hangs on it.
        event: The event.
        question: The question.
        claims: The claims it is about, by date and id.
        because: Why it is open.
        missing: What it would take.
    """

    rank: Rank
    event: Event
    question: Question
    claims: tuple[Claim, ...]
    because: Phrase
    missing: Phrase


def open_questions(log: Log, statuses: Statuses) -> tuple[OpenQuestion, ...]:
    """What is left to find out: contradictions first, then uncorroborated figures that set a bound."""
    found: list[OpenQuestion] = []
    for key in log.groups:
        held = list(statuses.group(*key).values())
        found += _open_on(statuses, held)
    return tuple(sorted(found, key=_urgency))


def _urgency(one: OpenQuestion) -> tuple[object, ...]:
    first = one.claims[0]
    about = (str(one.event), one.event.id, str(one.question.label), one.question.id)
    return (_RANKS.index(one.rank), -len(one.claims), *about, _day(first), first.source.name, first.id)


def _open_on(statuses: Statuses, held: Sequence[Status]) -> Iterator[OpenQuestion]:
    contested = [one for one in held if one.state is State.contested]
    if contested:
        yield _contested(statuses, contested)
    live = [one for one in held if one.countable and one.lifecycle is Lifecycle.standing and not one.echo]
    hearing = statuses.origins.hear([one.claim for one in live])
    for voice in hearing.voices:
        if voice.conflict is not None:
            claim = voice.spokesman
            yield OpenQuestion(
                Rank.conflict, claim.event, claim.question, voice.conflict.claims, voice.conflict.because,
                phrase("open.original"),
            )  # fmt: skip
    bounds = _at_the_ends(hearing.voices)
    for one in live:
        if one.state is not State.unverified:
            continue
        if one.claim.id in bounds:
            yield _opened(Rank.bound, [one])
        elif isinstance(one.claim.answer, Declined):
            yield _opened(Rank.silent, [one])
        else:
            yield _opened(Rank.unsupported, [one])


def _contested(statuses: Statuses, about: Sequence[Status]) -> OpenQuestion:
    """The claims that contradict one another, told once for all of them."""
    ordered = sorted(about, key=_said_first)
    claims = tuple(one.claim for one in ordered)
    against = (*claims, *(rival for one in ordered for rival in one.contested_by))
    cited = tuple(dict.fromkeys(cite(statuses.log, claim) for claim in against))
    said = tuple(dict.fromkeys(map(say, against)))
    return OpenQuestion(
        Rank.contested, claims[0].event, claims[0].question, claims,
        phrase("open.contested", claims=cited), phrase("open.decision", claims=said),
    )  # fmt: skip


def _opened(rank: Rank, about: Sequence[Status]) -> OpenQuestion:
    ordered = sorted(about, key=_said_first)
    claim = ordered[0].claim
    whys = phrase("clauses.semicolons", parts=tuple(dict.fromkeys(one.because for one in ordered)))
    missing = tuple(dict.fromkeys(one.missing for one in ordered if one.missing))
    wants = phrase("clauses.semicolons", parts=missing)
    return OpenQuestion(rank, claim.event, claim.question, tuple(one.claim for one in ordered), whys, wants)


def _said_first(one: Status) -> tuple[int, str, str]:
    return _day(one.claim), one.claim.source.name, one.claim.id


def _at_the_ends(voices: Sequence[Voice]) -> set[str]:
    """Ids of the claims of the voices that state the lowest and the highest number."""
    lows = [(voice.ends[0], voice) for voice in voices if voice.ends[0] is not None]
    highs = [(voice.ends[1], voice) for voice in voices if voice.ends[1] is not None]
    ends: set[str] = set()
    for numbers, pick in ((lows, min), (highs, max)):
        if numbers:
            edge = pick(number for number, _ in numbers)
            ends.update(claim.id for number, voice in numbers if number == edge for claim in voice.claims)
    return ends


def _day(claim: Claim) -> int:
    return 0 if claim.stated is None else claim.stated.start.toordinal()

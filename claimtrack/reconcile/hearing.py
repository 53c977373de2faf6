"""Standing and voices: which claims on a question are heard, and each origin once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from claimtrack.claims import Claim
from claimtrack.origins import Echo, Hearing, Voice
from claimtrack.reconcile.scope import Case
from claimtrack.reconcile.voices import Voices
from claimtrack.status import Lifecycle, Status


@attrs.frozen(eq=False)
class Heard:
    """The claims of a case, sorted by what can be heard of them.

    Attributes:
        statuses: Where each claim stands, by id.
        voices: The voices that may set a figure, or that take a stance.
        echoes: By claim id, what each echo repeats.
        overtaken: Ids of claims that a count of a later day exceeds.
        silent: Ids of standing claims that give no answer that could be heard.
    """

    statuses: Mapping[str, Status]
    voices: Voices
    echoes: Mapping[str, Echo]
    overtaken: frozenset[str]
    silent: frozenset[str]


def hear(case: Case, speaks: Callable[[Claim], bool]) -> Heard:
    """Set aside what does not stand, and hear each origin of the rest once.

    Args:
        case: The question and its claims.
        speaks: Whether a claim gives an answer that can be heard.
    """
    statuses = case.statuses.group(case.event.id, case.question.id)
    standing: list[Claim] = []
    overtaken: set[str] = set()
    silent: set[str] = set()
    for claim in case.claims:
        status = statuses[claim.id]
        if not status.countable:
            continue
        if not speaks(claim):
            silent.add(claim.id)
            continue
        if status.lifecycle is Lifecycle.overtaken:
            overtaken.add(claim.id)
        standing.append(claim)
    origins = case.statuses.origins
    hearing = origins.hear(standing)
    voices: tuple[Voice, ...] = hearing.voices
    past: tuple[Voice, ...] = ()
    if overtaken:
        voices, past = _apart(case, standing, overtaken, hearing)
    heard = Voices(
        voices,
        question=case.question,
        event=case.event,
        log=case.log,
        origins=origins,
        overtaken=past,
        sides=case.statuses.sides,
    )
    return Heard(statuses, heard, hearing.echoes, frozenset(overtaken), frozenset(silent))


def _apart(
    case: Case, standing: Sequence[Claim], overtaken: set[str], hearing: Hearing
) -> tuple[tuple[Voice, ...], tuple[Voice, ...]]:
    """The voices without what is overtaken, and those whose last word is; an echo stays an echo."""
    origins = case.statuses.origins
    current = [claim for claim in standing if claim.id not in overtaken and claim.id not in hearing.echoes]
    before = [claim for claim in standing if claim.id in overtaken and claim.id not in hearing.echoes]
    voices = origins.hear(current).voices
    speaking = {origin for voice in voices for origin in voice.origins}
    past = tuple(voice for voice in origins.hear(before).voices if speaking.isdisjoint(voice.origins))
    return voices, past


def speaks_of_number(claim: Claim) -> bool:
    """Whether a claim says anything about a number."""
    figure = claim.figure
    return figure is not None and figure.numeric

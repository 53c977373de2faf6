"""The laws that every policy must keep, and the check that it does."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.errors import PolicyError
from claimtrack.interest import Tendency
from claimtrack.origins import Voice
from claimtrack.reconcile.policies import built_in
from claimtrack.reconcile.ruling import Policy, Ruling, name_of, unopposed_floor
from claimtrack.reconcile.voices import Voices

LAW_KIND = "a policy returns a Ruling."
LAW_COUNTS = "low, best and high are whole numbers of persons, 0 or more, or None."
LAW_ORDER = "low ≤ best ≤ high where stated."
LAW_STATED = (
    "low, best and high come from a claim or a convention, among the voices that the policy says it used, "
    "unless the policy declares estimates=True."
)
LAW_POINT = "best is a point that somebody stated, unless the policy declares estimates=True."
LAW_FLOOR = "best is never below a floor that nobody opposes."
LAW_OPEN = "high is open where the highest floor that was used exceeds every stated high end."
LAW_VOICES = "a policy uses only the voices it was given."


def ruled(policy: Policy, voices: Voices) -> Ruling:
    """What a policy answers, held against the laws; the built-in ones are held to them by the tests.

    Raises:
        PolicyError: If it breaks one; the error names the law.
    """
    ruling = policy(voices)
    if built_in(policy):
        return ruling
    return check_ruling(ruling, voices, policy)


def check_ruling(ruling: object, voices: Voices, policy: Policy) -> Ruling:
    """Hold what a policy answered against the laws.

    Raises:
        PolicyError: If it breaks one; the error names the law.
    """
    name = name_of(policy)
    if not isinstance(ruling, Ruling):
        raise PolicyError(LAW_KIND, name, f"It returned {ruling!r}.")
    numbers = (ruling.low, ruling.best, ruling.high)
    shown = f"It returned low={ruling.low!r}, best={ruling.best!r}, high={ruling.high!r}."
    if any(number is not None and (type(number) is not int or number < 0) for number in numbers):
        raise PolicyError(LAW_COUNTS, name, shown)
    stated = [number for number in numbers if number is not None]
    if stated != sorted(stated):
        raise PolicyError(LAW_ORDER, name, shown)
    given = {id(voice) for voice in voices}
    if any(id(voice) not in given for voice in (*(ruling.used or ()), *ruling.dissent)):
        raise PolicyError(LAW_VOICES, name)
    if not getattr(policy, "estimates", False):
        _check_stated(ruling, voices, name, shown)
        _check_open(ruling, voices, policy, shown)
    return ruling


def _used(ruling: Ruling, voices: Voices) -> Sequence[Voice]:
    """The voices that a figure may come from; those that were overtaken only where all are used."""
    return (*voices, *voices.overtaken) if ruling.used is None else ruling.used


def _check_open(ruling: Ruling, voices: Voices, policy: Policy, shown: str) -> None:
    """Voices that dissent set no end; nor, where interest is looked at, a floor its speaker wants high.

    Source: docs/explanation/reconciliation.md, "Low ends, high ends, best".
    """
    left = {id(voice) for voice in ruling.dissent}
    heard = [voice for voice in (voices if ruling.used is None else ruling.used) if id(voice) not in left]
    if getattr(policy, "interest", False):
        heard = [voice for voice in heard if voices.interest(voice).kind is not Tendency.overstates]
    floor = max((v.ends[0] for v in heard if v.ends[0] is not None and v.ends[1] is None), default=None)
    if floor is not None and ruling.high is not None and floor > ruling.high:
        raise PolicyError(LAW_OPEN, name_of(policy), f"{shown} A voice says at least {floor}.")


def _check_stated(ruling: Ruling, voices: Voices, name: str, shown: str) -> None:
    points: set[int | None] = set()
    numbers: set[int | None] = set()
    for voice in _used(ruling, voices):
        points.add(voice.point)
        numbers.update(voice.ends)
        for claim in voice.claims:
            figure = claim.figure
            if figure is not None:
                points.add(figure.point)
                numbers.update(figure.bounds, figure.reading)
        if voice.figure is not None:
            numbers.update(voice.figure.bounds, voice.figure.reading)
    numbers |= points | {None}
    for number in (ruling.low, ruling.high):
        if number not in numbers:
            raise PolicyError(LAW_STATED, name, f"{shown} {_nobody(ruling)} said {number}.")
    if ruling.best is None:
        return
    if ruling.best not in points:
        raise PolicyError(LAW_POINT, name, f"{shown} {_nobody(ruling)} said {ruling.best}.")
    floor = unopposed_floor(voices)
    if floor is not None and ruling.best < floor:
        raise PolicyError(LAW_FLOOR, name, f"{shown} At least {floor} stands unopposed.")


def _nobody(ruling: Ruling) -> str:
    return "Nobody" if ruling.used is None else "None of the voices it used"

"""The laws that every policy must keep, and the check that it does."""

from __future__ import annotations

from claimtrack.errors import PolicyError
from claimtrack.reconcile.ruling import Policy, Ruling, name_of, unopposed_floor
from claimtrack.reconcile.voices import Voices

LAW_KIND = "a policy returns a Ruling."
LAW_COUNTS = "low, best and high are whole numbers of persons, 0 or more, or None."
LAW_ORDER = "low ≤ best ≤ high where stated."
LAW_STATED = (
    "low, best and high come from a claim or a convention, unless the policy declares estimates=True."
)
LAW_POINT = "best is a point that somebody stated, unless the policy declares estimates=True."
LAW_FLOOR = "best is never below a floor that nobody opposes."
LAW_VOICES = "a policy uses only the voices it was given."


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
    return ruling


def _check_stated(ruling: Ruling, voices: Voices, name: str, shown: str) -> None:
    points, numbers = set(), set()
    for voice in (*voices, *voices.overtaken):
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
            raise PolicyError(LAW_STATED, name, f"{shown} Nobody said {number}.")
    if ruling.best is None:
        return
    if ruling.best not in points:
        raise PolicyError(LAW_POINT, name, f"{shown} Nobody said {ruling.best}.")
    floor = unopposed_floor(voices)
    if floor is not None and ruling.best < floor:
        raise PolicyError(LAW_FLOOR, name, f"{shown} At least {floor} stands unopposed.")

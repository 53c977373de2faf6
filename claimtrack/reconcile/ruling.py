"""What a policy is and what it returns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

import attrs

from claimtrack.claims import Claim
from claimtrack.figures import Comparison, Interval
from claimtrack.origins import Voice
from claimtrack.reconcile.roles import Conflict
from claimtrack.reconcile.sketch import Sketch
from claimtrack.reconcile.voices import Voices, hull
from claimtrack.telling import phrase

Answered = tuple[int | None, int | None, int | None]
"""Low, best and high in persons."""


@attrs.frozen(eq=False)
class Ruling:
    """What a policy answers.

    Attributes:
        low: The low end in persons, or `None` where nothing sets one.
        best: The one number the policy stands by, or `None`; a stated point, never an average.
        high: The high end in persons, or `None` for open.
        because: Why, in a sentence or two.
        used: The voices the policy looked at; `None` is all of them. The claims of the others are set aside.
        dissent: Voices that were heard and do not agree with the best figure.
        conflict: What the policy itself found that cannot hold together, or `None`.
        interval: For a policy that estimates: the interval it gives, in persons.
        level: For a policy that estimates: the probability the interval is meant to have.
        note: What the policy has to add to the account of a heard claim, or `None`.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None
    because: str = attrs.field(default="", kw_only=True)
    used: tuple[Voice, ...] | None = attrs.field(default=None, kw_only=True)
    dissent: tuple[Voice, ...] = attrs.field(default=(), kw_only=True)
    conflict: Conflict | None = attrs.field(default=None, kw_only=True)
    interval: Interval | None = attrs.field(default=None, kw_only=True)
    level: float | None = attrs.field(default=None, kw_only=True)
    note: Callable[[Claim], str] | None = attrs.field(default=None, kw_only=True)


@runtime_checkable
class Policy(Protocol):
    """A rule that reconciles: a plain callable over voices.

    A function is enough. It may carry `name`, `version`, `cites` (whose rule it is), and
    `estimates=True` where its numbers are computed and not stated by anybody.
    """

    def __call__(self, voices: Voices, /) -> Ruling:
        """Answer from what the voices say."""
        ...


@attrs.frozen(eq=False, repr=False)
class NamedPolicy:
    """A policy that says whose rule it is.

    Attributes:
        name: Its name, as printed with every result.
        version: Rises whenever its answers can change.
        rule: The rule itself.
        summary: What it does, in a sentence.
        cites: Whose rule it is.
        misleads: When it misleads.
        interest: Whether it uses who gains from saying what.
        estimates: Whether its numbers are computed and not stated by anybody.
        short: The same rule for a plain group, from its sketch: low, best and high.
    """

    name: str
    version: str
    rule: Callable[[Voices], Ruling]
    summary: str
    cites: str
    misleads: str
    interest: bool = False
    estimates: bool = False
    short: Callable[[Sketch], Answered] | None = None

    def __call__(self, voices: Voices, /) -> Ruling:
        """Answer from what the voices say."""
        return self.rule(voices)

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    def __repr__(self) -> str:
        return f"<policy {self}: {self.summary}>"


def name_of(policy: Policy) -> str:
    """The name of a policy: its own, or that of its function."""
    return str(getattr(policy, "name", None) or getattr(policy, "__name__", None) or type(policy).__name__)


def rule(
    voices: Voices,
    best: int | None,
    because: str,
    *,
    ends_of: Sequence[Voice] | None = None,
    used: Sequence[Voice] | None = None,
    dissent: Sequence[Voice] = (),
) -> Ruling:
    """Put a ruling together: the hull of the given voices, and best only where it may stand.

    Args:
        voices: All voices.
        best: The number the policy elects, or `None`.
        because: Why.
        ends_of: The voices whose lowest and highest stated numbers are the ends; by default all that count.
        used: The voices the policy looked at, where these are not all.
        dissent: The voices that do not agree with `best`.
    """
    low, high = hull(voices.counting if ends_of is None else ends_of)
    floor, says = highest_floor(voices, used) if best is not None and voices.floors else (None, ())
    if best is not None and floor is not None and best < floor:
        because = phrase(
            "ruling.below_floor" if used is None else "ruling.below_floor_of_these",
            because=because,
            best=best,
            floor=floor,
        )
        best, dissent = None, ()
        high = None if high is None or floor > high else high
        used = None if used is None else [*used, *(voice for voice in says if voice not in used)]
    if best is not None:
        low = best if low is None else min(low, best)
        high = None if high is None else max(high, best)
    return Ruling(
        low, best, high, because=because, used=None if used is None else tuple(used), dissent=tuple(dissent)
    )


def short_rule(sketch: Sketch, best: int | None) -> Answered:
    """As `rule`, from a sketch: the ends of what counts, stretched to the best figure."""
    low, high = sketch.low, sketch.high
    if best is None or (sketch.floor is not None and best < sketch.floor):
        return low, None, high
    return (best if low is None or best < low else low), best, (None if high is None else max(high, best))


def electable(voices: Voices) -> list[tuple[int, Voice]]:
    """The points that were stated and are not below a floor that nobody opposes, each with its voice."""
    points = [(voice.point, voice) for voice in voices.numbers if voice.point is not None]
    if voices.floors:
        floor = unopposed_floor(voices)
        if floor is not None:
            return [(point, voice) for point, voice in points if point >= floor]
    return points


def unopposed_floor(voices: Voices) -> int | None:
    """The highest floor that no other voice contradicts, in persons."""
    return highest_floor(voices)[0]


def highest_floor(
    voices: Voices, used: Sequence[Voice] | None = None
) -> tuple[int | None, tuple[Voice, ...]]:
    """The highest floor that no other voice contradicts, in persons, and the voices that say so.

    That of "at least 30" is the low end it states. Vague words state none: theirs is what only a
    misuse of them could go below, 13 for "dozens", and not the convention of their reading.

    Args:
        voices: All voices.
        used: Those that may contradict: of a policy that looks at some only, these; by default all.
    """
    rivals = voices if used is None else used
    against = [(rival, rival.figure) for rival in rivals if rival.figure is not None]
    found: dict[int, list[Voice]] = {}
    for voice in voices.floors:
        figure = voice.figure
        if figure is None:
            continue
        floor = figure.bounds[0] if voice.ends[0] is None else voice.ends[0]
        if floor is None or (found and floor < max(found)):
            continue
        others = (other for rival, other in against if rival is not voice)
        if all(figure.compare(other) is not Comparison.contradict for other in others):
            found.setdefault(floor, []).append(voice)
    highest = max(found, default=None)
    return highest, () if highest is None else tuple(found[highest])

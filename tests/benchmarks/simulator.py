"""Made-up conflicts whose answers are known, calibrated on published figures where there are any.

Sizes: the UCDP GED sample (log of best: mean 1.02, standard deviation 1.11, tail of Hill index 1.3).
Habits of parties: posterior ratios of Radford et al. 2023, PNAS, doi:10.1073/pnas.2307372120.
Rounding: of the figures from 10 up in the same data 88 per cent are multiples of 10.
Assumed, for want of a published figure: 45 per cent of press claims are copied, 55 per cent of the
copies say so; the noise of witnesses; how many figures are ranges, one-sided or vague.

The worlds are log-additive, as the learned model is: read what it gets here as an upper range.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np


@dataclass(frozen=True)
class World:
    """What is so in a made-up conflict; shares are of claims, habits and noise in log units."""

    events: int = 400
    on_enemy: float = 0.79
    on_own: float = -0.8
    state_on_civilians: float = -0.5
    rebels_on_civilians: float = 0.4
    sources_differ: float = 0.4
    events_differ: float = 0.2
    copied: float = 0.45
    declared: float = 0.55
    size_slope: float = 0.0
    garbage: float = 0.01
    neutrals: bool = True
    at_least: float = 0.18
    ranges: float = 0.08
    vague: float = 0.06
    at_most: float = 0.02


BASE = World()
WORLDS = {
    "base": BASE,
    "no bias": replace(
        BASE,
        on_enemy=0,
        on_own=0,
        state_on_civilians=0,
        rebels_on_civilians=0,
        sources_differ=0.1,
        events_differ=0.1,
    ),
    "reversed bias": replace(
        BASE, on_enemy=-0.5, on_own=0.5, state_on_civilians=0.4, rebels_on_civilians=-0.4
    ),
    "no neutrals": replace(BASE, neutrals=False),
    "hidden copies": replace(BASE, copied=0.85, declared=0.1),
    "twelve events": replace(BASE, events=12),
    "bias grows with size": replace(BASE, size_slope=0.2),
    "garbage": replace(BASE, garbage=0.08),
    "points only": replace(BASE, at_least=0, ranges=0, vague=0, at_most=0),
    "mostly one-sided": replace(BASE, at_least=0.5, ranges=0.12, vague=0.12, at_most=0.05),
}

VAGUE = {"several": (3, 9, 3), "tens": (10, 99, 10), "dozens": (24, 99, 12), "hundreds": (100, 999, 100)}


@dataclass
class Speaker:
    """A source of the made-up conflict."""

    name: str
    kind: str
    side: str
    noise: float
    habit: dict[str, float]


@dataclass
class Report:
    """One claim: what it says, and whose word it is."""

    question: int
    speaker: str
    root: str
    origin: str | None
    kind: str
    bearing: str
    shape: str
    value: float
    low: float
    high: float
    is_copy: bool = False


@dataclass
class Conflict:
    """Claims and answers of one made-up conflict."""

    reports: list[Report] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


def speakers(world: World, rng: np.random.Generator) -> dict[str, Speaker]:
    """Five belligerents, fifteen witnesses, eight media, three monitors."""
    made: dict[str, Speaker] = {}

    def add(name: str, kind: str, side: str, noise: float, habit: dict[str, float]) -> None:
        made[name] = Speaker(name, kind, side, noise, habit)

    differ = world.sources_differ
    for number in range(3):
        habit = {
            "rebels": rng.normal(world.on_enemy, differ),
            "state": rng.normal(world.on_own, differ),
            "civilians": rng.normal(world.state_on_civilians, differ),
        }
        add(f"state {number}", "belligerent", "state", 0.45, habit)
    for number in range(2):
        habit = {
            "state": rng.normal(world.on_enemy, differ),
            "rebels": rng.normal(world.on_own, differ),
            "civilians": rng.normal(world.rebels_on_civilians, differ),
        }
        add(f"rebels {number}", "belligerent", "rebels", 0.45, habit)
    for count, kind, noise, mean, spread in (
        (15, "witness", 0.5, 0.05, 0.25), (8, "media", 0.35, 0.0, 0.15), (3, "ngo", 0.2, -0.1, 0.1),
    ):  # fmt: skip
        for number in range(count):
            bias = rng.normal(mean, spread)
            add(f"{kind} {number}", kind, "", noise, dict.fromkeys(("rebels", "state", "civilians"), bias))
    return made


def simulate(world: World = BASE, seed: int = 0) -> Conflict:
    """Make up one conflict."""
    rng = np.random.default_rng(seed)
    cast = speakers(world, rng)
    conflict = Conflict()
    for _ in range(world.events):
        for target in rng.permutation(["state", "rebels", "civilians"])[: 1 + rng.integers(0, 2)]:
            size = _size(rng)
            moods = {side: rng.normal(0, world.events_differ) for side in ("state", "rebels")}
            heard: list[Report] = []
            for name in _who_speaks(world, rng):
                heard.append(
                    _report(world, rng, cast, name, str(target), len(conflict.answers), size, moods, heard)
                )
            conflict.reports += heard
            conflict.answers.append(size)
    return conflict


def _size(rng: np.random.Generator) -> int:
    if rng.random() < 0.18:
        size = np.ceil(10 * (1 - rng.random()) ** (-1 / 1.3))
    else:
        size = np.ceil(np.exp(rng.normal(1.5, 1.0)))
    return int(min(max(size, 1), 3000))


def _who_speaks(world: World, rng: np.random.Generator) -> list[str]:
    names = []
    if rng.random() < 0.8:
        names.append("state 0")
    if rng.random() < 0.35:
        names.append(f"state {rng.integers(1, 3)}")
    if rng.random() < 0.6:
        names.append("rebels 0")
    if rng.random() < 0.25:
        names.append("rebels 1")
    if world.neutrals:
        names += [f"witness {k}" for k in rng.choice(15, rng.poisson(0.8), replace=False)]
        names += [f"media {k}" for k in rng.choice(8, min(8, rng.poisson(2.2)), replace=False)]
        if rng.random() < 0.35:
            names.append(f"ngo {rng.integers(0, 3)}")
    return names if len(names) >= 2 else list(dict.fromkeys([*names, "state 0", "rebels 0"]))


def _report(world, rng, cast, name, target, question, size, moods, heard) -> Report:  # noqa: PLR0917
    speaker = cast[name]
    chance = (
        world.copied
        if speaker.kind == "media"
        else 0.6
        if name in ("state 1", "state 2", "rebels 1")
        else 0.0
    )
    copyable = [r for r in heard if cast[r.speaker].side == speaker.side or speaker.kind == "media"]
    if copyable and rng.random() < chance:
        return _copy(world, rng, copyable[rng.integers(len(copyable))], speaker, _bearing(speaker, target))
    bias = speaker.habit[target]
    if speaker.kind == "belligerent":
        bias += world.size_slope * np.sign(bias) * (np.log(size) - 2) + moods[speaker.side]
    meant = size * np.exp(bias + speaker.noise * rng.standard_t(4) / np.sqrt(2))
    if rng.random() < world.garbage:
        meant *= rng.choice([0.1, 10, 3, 1 / 3])
    shape, value, low, high = _wording(world, rng, meant)
    return Report(
        question, name, name, None, speaker.kind, _bearing(speaker, target), shape, value, low, high
    )


def _copy(world, rng, original: Report, speaker: Speaker, bearing: str) -> Report:
    value, low, high = original.value, original.low, original.high
    if original.shape == "point" and rng.random() < 0.2:
        value = low = high = rounded(rng, value)
    says_so = rng.random() < world.declared
    return replace(
        original, speaker=speaker.name, kind=speaker.kind, bearing=bearing, value=value, low=low, high=high,
        origin=original.root if says_so else None, is_copy=True,
    )  # fmt: skip


def _bearing(speaker: Speaker, target: str) -> str:
    if speaker.kind != "belligerent":
        return "neutral"
    if speaker.side == target:
        return "own"
    return "civilian" if target == "civilians" else "enemy"


def _wording(world: World, rng: np.random.Generator, meant: float) -> tuple[str, float, float, float]:
    drawn = rng.random()
    ends = np.cumsum([world.at_least, world.ranges, world.vague, world.at_most])
    if drawn < ends[0] and meant >= 2:
        least = max(rounded(rng, np.floor(meant * rng.beta(8, 2))), 1.0)
        return "at_least", least, least, least
    if ends[0] <= drawn < ends[1] and meant >= 4:
        width = rng.uniform(0.1, 0.4)
        low, high = rounded(rng, meant * (1 - width)), rounded(rng, meant * (1 + width))
        high = max(high, low + 1)
        return "range", (low + high) / 2, low, high
    if ends[1] <= drawn < ends[2] and meant >= 3:
        words = [word for word, (low, high, _) in VAGUE.items() if low <= meant <= high]
        if words:
            low, high, coded = VAGUE[words[rng.integers(len(words))]]
            return "range", float(coded), float(low), float(high)
    if ends[2] <= drawn < ends[3] and meant >= 2:
        most = rounded(rng, np.ceil(meant / rng.beta(8, 2)))
        return "at_most", most, most, most
    value = rounded(rng, meant)
    return "point", value, value, value


def rounded(rng: np.random.Generator, number: float) -> float:
    """A number as people round it: three in four round from 10 up, coarser as it grows."""
    number = max(0.0, number)
    if number < 10 or rng.random() >= 0.75:
        return float(np.round(number))
    step = 5 if number < 50 else 10 if number < 200 else 50 if number < 500 else 100
    if number < 100 and rng.random() < 0.5:
        step = 10
    return float(max(step, np.round(number / step) * step))


def outside_world(name: str, seed: int) -> Conflict:
    """Worlds that the model is not made for: "registry" and "ratings".

    Registry: seven sources in ten state the right number, the others are off by a factor. Ratings:
    answers from 1 to 5, each source off by a step or two.
    """
    rng = np.random.default_rng(seed)
    conflict = Conflict()
    exact = rng.beta(7, 3, 20)
    for question in range(300):
        answer = int(np.ceil(np.exp(rng.normal(6, 2)))) if name == "registry" else int(rng.integers(1, 6))
        for speaker in rng.choice(20, rng.integers(3, 7), replace=False):
            if name == "registry":
                off = 1.0 if rng.random() < exact[speaker] else np.exp(rng.normal(0, 0.4))
                value = float(np.round(answer * off))
            else:
                value = float(np.clip(np.round(answer + rng.normal(0, 0.4 + speaker / 20)), 1, 5))
            who = f"source {speaker}"
            conflict.reports.append(
                Report(question, who, who, None, "other", "neutral", "point", value, value, value)
            )
        conflict.answers.append(answer)
    return conflict

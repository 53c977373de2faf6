"""Ledgers in which much happens on few questions: what the laws of the column engine are tried on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from claimtrack.answers import affirms, declined
from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.figures import (
    LARGEST,
    Figure,
    FigureKind,
    about,
    at_least,
    at_most,
    between,
    exactly,
    unquantified,
    unread,
)
from claimtrack.ledger import Ledger
from claimtrack.questions import Proposition, casualties, killed
from claimtrack.sources import Party, Source

Choose = Callable[[Sequence[Any]], Any]

NUMBERS = (0, 1, 2, 9, 10, 12, 20, 77, 81, 100, LARGEST)
DAYS = (
    None, "2024-09-17", "2024-09-18", "2024-09-19", "2024-09", "2024-09-18/2024-09-19", "2024-09-18T10:00",
)  # fmt: skip
VAGUE = (
    Figure((2, None), (3, 9), FigureKind.vague, words="several"),
    Figure((13, None), (20, 99), FigureKind.vague, words="dozens"),
    Figure((101, None), (200, 999), FigureKind.vague, words="hundreds"),
    unquantified("heavy losses"),
    unquantified("losses", people=False),
    unread("???"),
)
NUMBERLESS = VAGUE[-2:]
MALI = Party("Mali")
JNIM = Party("JNIM", opposes=[MALI])
ISGS = Party("ISGS", opposes=[MALI, JNIM])
AFP = Source("AFP", "agency", reliability="B")
SOURCES = (
    AFP,
    Source("Staff", "military", party=MALI, reliability="C"),
    Source("Az-Zallaqa", "belligerent", party=JNIM, reliability="D"),
    Source("Amaq", "belligerent", party=ISGS, reliability="F"),
    Source("Somebody", "security", anonymous=True, known_to=AFP),
    Source("Hôpital Gabriel Touré 医院", "medical", reliability="A"),
    Source("Wikipedia", "reference"),
    Source("Radio", "media", aligned_with=MALI, reliability="B"),
)
QUESTIONS = (killed(of=MALI), killed(of=MALI), killed(of=MALI), casualties())
PHOTOGRAPH = Evidence("https://example.org/p", kind="image")


def crowd(choose: Choose, *, size: int, events: int, plain: bool = False) -> Ledger:
    """A ledger of claims of eight sources, each part of which is chosen from a sequence.

    Args:
        choose: Picks one of a sequence.
        size: How many claims, at most.
        events: About how many events.
        plain: Whether nobody depends on anybody, all speak through one carrier, and no word is vague.
    """
    ledger = Ledger()
    ledger.record(*SOURCES, PHOTOGRAPH)
    for _ in range(0 if plain else choose(range(6))):
        a, b = choose(SOURCES), choose(SOURCES)
        if a is not b:
            ledger.relate(a, b, choose(("independent", "independent", "depends", "same")), because="declared")
    attacks = [Event(f"Attack {number}") for number in range(events)]
    claims: list[Claim] = []
    for _ in range(size):
        claim = _claim(choose, choose(attacks), claims, plain=plain)
        if claim.id in ledger:
            continue
        ledger.record(claim)
        claims.append(claim)
        _judge(choose, ledger, claim)
    ledger.record(Claim(Event("Attack"), AFP, Proposition("An aircraft burned"), affirms()))
    return ledger


def _claim(choose: Choose, event: Event, claims: list[Claim], *, plain: bool) -> Claim:
    figure = _figure(choose, NUMBERLESS if plain else VAGUE)
    bases = [_base(choose, claims) for _ in range(0 if plain else choose((0, 0, 0, 0, 1, 2)))]
    via = [choose(SOURCES[:2])] if plain else [choose(SOURCES) for _ in range(choose((0, 0, 1)))]
    same = [claim for claim in claims[-1:] if claim.event is event and choose(range(8)) == 0]
    return Claim(
        event, choose(SOURCES), choose(QUESTIONS), declined("refused") if figure is None else figure,
        stated=choose(DAYS), via=via, based_on=bases,
        observed=None if figure is None else choose((None, None, None, "bodies", "named_list")),
        first_hand=choose((False, True)), revises=same,
    )  # fmt: skip


def _figure(choose: Choose, vague: Sequence[Figure]) -> Figure | None:
    make = choose((exactly, exactly, at_least, at_most, about, between, vague, None))
    if make is None or make is vague:
        return make and choose(vague)
    if make is between:
        return between(*sorted((choose(NUMBERS), choose(NUMBERS))))
    return make(choose(NUMBERS))


def _base(choose: Choose, claims: list[Claim]) -> Claim | Source | Evidence:
    kind = choose(("claim", "claim", "source", "evidence"))
    if kind == "claim" and claims:
        return choose(claims[-8:])
    return PHOTOGRAPH if kind == "evidence" else choose(SOURCES)


def _judge(choose: Choose, ledger: Ledger, claim: Claim) -> None:
    fate = choose(("", "", "", "", "", "", "refuted", "misreported", "retracted"))
    if fate == "retracted":
        ledger.retract(claim, by=claim.source, stated="2024-10-01", because="withdrawn")
    elif fate:
        ledger.assess(claim, fate, by="A", decided="2024-10-01", because="seen", evidence=[PHOTOGRAPH])


@st.composite
def crowded_ledgers(draw: st.DrawFn, *, least: int = 0) -> Ledger:
    """Ledgers of up to 30 claims on few questions; they shrink towards few claims of one source."""
    size = draw(st.integers(least, 30))
    return crowd(lambda options: draw(st.sampled_from(options)), size=size, events=2)


def fused_ledger(seed: int, *, size: int = 400, plain: bool = False) -> Ledger:
    """A large ledger, the same for the same seed: many cases in one call of an engine."""
    chance = Random(seed)  # noqa: S311  # not a secret
    return crowd(chance.choice, size=size, events=max(1, size // 12), plain=plain)

"""Answers that are not figures: stances, and the ways of giving no answer."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import attrs

from claimtrack.checks import instance_or_none
from claimtrack.errors import choose
from claimtrack.figures import Figure
from claimtrack.identity import by_id, print_short, settle
from claimtrack.sources import Party
from claimtrack.telling import Phrase, phrase, term


class StanceKind(StrEnum):
    """Whether a source says yes or no.

    Attributes:
        affirms: It says that it is so.
        denies: It says that it is not so.
    """

    affirms = "affirms"
    denies = "denies"


class DeclinedKind(StrEnum):
    """How a source gave no answer; never zero, never a figure.

    Attributes:
        refused: Asked, and refused.
        no_number: Spoke without giving a number, as observed by a carrier.
        not_heard: Not heard from by the stated date, as observed by a carrier.
    """

    refused = "refused"
    no_number = "no_number"
    not_heard = "not_heard"

    @property
    def label(self) -> Phrase:
        """The kind in plain English."""
        return term("declined", self.value)


DeclinedName = Literal["refused", "no_number", "not_heard"]

@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Stance:
    """That a source affirms or denies a proposition, or a party for an attribution.

    Attributes:
        kind: Whether it affirms or denies.
        party: For an attribution, the party said to have done it, or not.
    """

    kind: StanceKind
    party: Party | None = attrs.field(eq=by_id)

    def __init__(self, kind: StanceKind | Literal["affirms", "denies"], party: Party | None = None) -> None:
        settle(
            self,
            kind=choose("Stance", "kind", kind, StanceKind),
            party=instance_or_none("Stance", "party", party, Party),
        )

    @property
    def label(self) -> Phrase:
        """The stance in plain English ("affirms", "denies: JNIM")."""
        stance = term("stance", self.kind.value)
        if self.party is None:
            return stance
        return phrase("stance.of_party", stance=stance, party=self.party.name)

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"Stance({self.label!r})"

    _repr_pretty_ = print_short


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Declined:
    """That a source gave no answer. Never zero, never a figure.

    Attributes:
        how: In which way.
    """

    how: DeclinedKind

    def __init__(self, how: DeclinedKind | DeclinedName) -> None:
        settle(self, how=choose("Declined", "how", how, DeclinedKind))

    @property
    def label(self) -> Phrase:
        """The way of giving no answer, in plain English."""
        return self.how.label

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"Declined({self.how.value!r})"

    _repr_pretty_ = print_short


Answer = Figure | Stance | Declined
"""What a claim says to its question."""


def affirms(party: Party | None = None) -> Stance:
    """The source says that it is so; for an attribution, that this party did it."""
    return Stance(StanceKind.affirms, party)


def denies(party: Party | None = None) -> Stance:
    """The source says that it is not so; for an attribution, that this party did not do it."""
    return Stance(StanceKind.denies, party)


def declined(how: DeclinedKind | DeclinedName) -> Declined:
    """The source gave no answer: "refused", "no_number" or "not_heard"."""
    return Declined(how)


def said_text(answer: Answer, words: str | None, seen: str = "") -> str:
    """An answer as it was given, as ids have it: the words; where there are none, what stands in their place.

    A figure with words is told by them alone, so that reading them otherwise makes no other claim.

    Args:
        answer: The answer.
        words: Its words.
        seen: What was seen of those who are counted ("graves").
    """
    if isinstance(answer, Declined):
        return f"{answer.how.value} {words or ''}"
    if isinstance(answer, Stance):
        return f"{answer.kind.value} {'-' if answer.party is None else answer.party.id} {words or ''}"
    if words:
        return f'"{words}'
    given = str(answer.point) if answer.point is not None else f"{answer.reading} {answer.bounds}"
    return f"{answer.kind.value} {given} {seen}"

"""What would change the answer: the same policy, one voice at a time left out."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from claimtrack.origins import Voice
from claimtrack.reconcile.hearing import Heard
from claimtrack.reconcile.laws import ruled
from claimtrack.reconcile.ruling import Policy, Ruling

MOST_VOICES = 40
"""With more voices than this no single one is looked at: each would need the policy again."""


@attrs.frozen(eq=False)
class Without:
    """The answer if one voice had not spoken.

    Attributes:
        voice: The voice that is left out.
        low: The low end in persons, before parts and wholes.
        best: The best figure in persons, or `None`.
        high: The high end in persons, or `None` for open.
    """

    voice: Voice
    low: int | None
    best: int | None
    high: int | None


def without_each(heard: Heard, policy: Policy, ruling: Ruling) -> tuple[Without, ...]:
    """The voices without which the policy answers otherwise, and what it then answers."""
    if len(heard.voices) > MOST_VOICES:
        return ()
    return tuple(_changes(heard, policy, ruling))


def _changes(heard: Heard, policy: Policy, ruling: Ruling) -> Iterator[Without]:
    voices = heard.voices
    for voice in voices:
        other = ruled(policy, voices.without(voice))
        if (other.low, other.best, other.high) != (ruling.low, ruling.best, ruling.high):
            yield Without(voice, other.low, other.best, other.high)

"""What a format cannot carry: every lossy write returns it, and it can be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

__all__ = ["Loss", "Losses"]


@attrs.frozen
class Loss:
    """One kind of thing that was left out or made coarser.

    Attributes:
        what: What was lost ("relations").
        count: How many of them.
        because: Why the format cannot carry it.
    """

    what: str
    count: int
    because: str

    def __str__(self) -> str:
        return f"{self.what} ({self.count:,}): {self.because}"


@attrs.frozen
class Losses:
    """What a write lost.

    Attributes:
        format: The format.
        losses: Each kind of thing that was lost; empty if nothing was.
    """

    format: str
    losses: tuple[Loss, ...]

    def __len__(self) -> int:
        return len(self.losses)

    def __iter__(self) -> Iterator[Loss]:
        return iter(self.losses)

    def __bool__(self) -> bool:
        return bool(self.losses)

    def __str__(self) -> str:
        if not self.losses:
            return f"{self.format} carried everything."
        return "\n".join([f"{self.format} cannot carry:", *(f"- {loss}" for loss in self.losses)])


def lost(format_name: str, counts: Mapping[tuple[str, str], int]) -> Losses:
    """The losses from how often each was met, by (what, because); what was not met was not lost."""
    return Losses(
        format_name,
        tuple(Loss(what, count, because) for (what, because), count in counts.items() if count),
    )

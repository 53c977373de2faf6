"""Low, best and high as databases give them, read as figures; kept in words where they are out of order."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.figures import Figure, FigureKind, at_least, at_most, between, exactly, unread

_CODED = "low, best and high as coded"


@lru_cache(maxsize=4096)
def estimate(low: int | None, best: int | None, high: int | None) -> tuple[Figure | None, str]:
    """The figure that low, best and high make, in persons, and what is irregular about them, if anything.

    What breaks low ≤ best ≤ high is kept in words and says nothing numeric: nobody can tell which
    of the three is wrong.
    """
    given = [end for end in (low, best, high) if end is not None]
    if not given:
        return None, ""
    if given != sorted(given):
        words = f"low {_shown(low)}, best {_shown(best)}, high {_shown(high)}"
        return unread(words), f"{words} are out of order; kept in words, not repaired"
    if low is not None and high is not None:
        if low == high:
            return exactly(low), ""
        if best is None:
            return between(low, high), ""
        ends, words = (low, high), f"{best} ({low}–{high})"
        return Figure(ends, ends, FigureKind.range, words=words, point=best, because=_CODED), ""
    return _one_sided(low, best, high), ""


def _one_sided(low: int | None, best: int | None, high: int | None) -> Figure:
    if low is None and high is None:
        return exactly(best or 0)
    if best is None:
        return at_least(low) if low is not None else at_most(high or 0)
    ends = (low, None) if low is not None else (best if high is None else 0, high)
    kind = FigureKind.at_least if high is None else FigureKind.at_most
    words = f"low {_shown(low)}, best {best}, high {_shown(high)}"
    return Figure(ends, ends, kind, words=words, point=best, because=_CODED)


def _shown(end: int | None) -> str:
    return "blank" if end is None else str(end)

"""Choices read from drawn bytes: one draw decides a whole record, and each byte shrinks by itself.

Hypothesis pays for every draw and almost nothing for every byte of one, so a record that is
read from a dozen bytes is drawn an order of magnitude faster than one of a dozen draws. Byte 0
is always the simplest choice, which is what shrinking goes for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


class Code:
    """Drawn bytes, read as choices; where they end, every choice is the simplest one."""

    __slots__ = ("_at", "_given")

    def __init__(self, given: bytes) -> None:
        self._given = given
        self._at = 0

    def byte(self) -> int:
        """The next byte, from 0 to 255."""
        at = self._at
        if at >= len(self._given):
            return 0
        self._at = at + 1
        return self._given[at]

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, the first one being the simplest."""
        return choices[self.byte() % len(choices)]

    def part(self, size: int) -> bytes:
        """The next bytes, to be read by themselves."""
        at, self._at = self._at, self._at + size
        return self._given[at : self._at]

    def one_in(self, several: int) -> bool:
        """Yes once in several times; the simplest is no."""
        return self.byte() >= 256 - 256 // several


@cache
def codes(size: int) -> st.SearchStrategy[bytes]:
    """Bytes to read one record from; the smallest are all 0."""
    return st.binary(min_size=size, max_size=size)


def refuse(strategy: str, argument: str, value: object, expected: str) -> InvalidArgument:
    """The error for an argument that no example can satisfy."""
    return InvalidArgument(f"{strategy}({argument}={value!r}): expected {expected}")


def members(strategy: str, argument: str, given: Iterable[E | str] | None, kinds: type[E]) -> tuple[E, ...]:
    """The members of a vocabulary that were asked for, in its order; all of them for `None`.

    Raises:
        InvalidArgument: If one is not of the vocabulary, or none was asked for.
    """
    if given is None:
        return tuple(kinds)
    if isinstance(given, str):
        given = (given,)
    try:
        asked = {kinds(value) for value in given}
    except (TypeError, ValueError):
        known = ", ".join(str(member.value) for member in kinds)
        raise refuse(strategy, argument, given, f"a list of {known}") from None
    if not asked:
        raise refuse(strategy, argument, given, "at least one")
    return tuple(member for member in kinds if member in asked)


def need_strategies(strategy: str, **given: object) -> None:
    """Check that every argument that was given is a strategy.

    Raises:
        InvalidArgument: If one is not.
    """
    for argument, value in given.items():
        if value is not None and not isinstance(value, st.SearchStrategy):
            raise refuse(strategy, argument, value, "a strategy, or None for the default")


def need_order(strategy: str, what: str, least: int, most: int, *, top: int | None = None) -> None:
    """Check a least and a most number, `min_what` and `max_what`.

    Raises:
        InvalidArgument: If they are not whole numbers from 0 up to the top, and in order.
    """
    for argument, value in ((f"min_{what}", least), (f"max_{what}", most)):
        if type(value) is not int or value < 0 or (top is not None and value > top):
            end = "" if top is None else f" to {top}"
            raise refuse(strategy, argument, value, f"a whole number from 0{end}")
    if least > most:
        raise refuse(strategy, f"min_{what}", least, f"a number not above max_{what}={most}")

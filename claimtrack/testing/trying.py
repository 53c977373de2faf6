"""Trying a check on examples until one breaks it, and telling of the smallest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from claimtrack.errors import BrokenLaw, MissingExtra

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")


def hold(
    check: Callable[[T], None], drawn: Callable[[], SearchStrategy[T]], *, examples: int, part: str
) -> None:
    """Try a check on drawn examples, the same ones in the same program.

    Args:
        check: Raises `BrokenLaw` where a law does not hold.
        drawn: Makes the strategy of the examples, once Hypothesis is there.
        examples: How many are tried.
        part: Who asks: the name that the error for a missing Hypothesis gives.

    Raises:
        BrokenLaw: The one of the smallest example found.
        MissingExtra: If Hypothesis is not installed.
    """
    __tracebackhide__ = True
    try:
        from hypothesis import HealthCheck, Phase, given, settings

        strategy = drawn()
    except ImportError as error:
        raise MissingExtra("strategies", part) from error

    def keeps(example: T) -> None:
        check(example)

    # a slow machine, or a slow policy of the user, is no broken law
    trying = settings(
        max_examples=examples, deadline=None, database=None, derandomize=True, print_blob=False,
        phases=(Phase.generate, Phase.shrink), report_multiple_bugs=False,
        suppress_health_check=[HealthCheck.too_slow],
    )  # fmt: skip
    try:
        trying(given(strategy)(keeps))()
    except BrokenLaw as found:
        # without the trace through Hypothesis, and without its account of the same example
        raise BrokenLaw(found.law, found.detail, found.example) from found.__cause__

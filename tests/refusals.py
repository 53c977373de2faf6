"""What is refused, told line by line, for golden texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import claimtrack as ct


def refusals(cases: Mapping[str, Callable[[], object]]) -> str:
    """Each case with the error that it meets, or with what was made where none is."""
    lines = []
    for name, make in cases.items():
        try:
            made = make()
        except (ct.ClaimtrackError, AssertionError) as error:
            lines += [name, f"  {type(error).__name__}: {error}"]
        else:
            lines += [name, f"  taken: {made!r}"]
    return "\n".join(lines)

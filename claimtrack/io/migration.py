"""Files of earlier versions: each line is brought up to the present one, step by step, and then read."""

from __future__ import annotations

import json
from collections.abc import Callable

from claimtrack.io import wire
from claimtrack.io.fields import DefectiveLine, strict_json

Step = Callable[[dict[str, object]], dict[str, object]]
"""Makes an object of one version into an object of the next."""

STEPS: dict[int, Step] = {}
"""For each earlier version the step to the next one. There is none yet: version 1 is the present."""


def up_to_date(lines: list[str], version: int) -> list[str]:
    """Lines of a version as the present one has them; a defective one as it is, for the reader to find."""
    return lines if version == wire.VERSION else [_up_to_date(line, version) for line in lines]


def _up_to_date(line: str, version: int) -> str:
    try:
        value = strict_json(line)
        for earlier in range(version, wire.VERSION):
            value = STEPS[earlier](value)  # type: ignore[arg-type]  # a step refuses what is no object of its version
    except (DefectiveLine, LookupError, TypeError, ValueError, AttributeError):
        return line
    return json.dumps(value, ensure_ascii=False)

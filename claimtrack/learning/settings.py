"""What the model assumes before it has seen anything, each with its source."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from claimtrack.errors import InvalidField
from claimtrack.learning.columns import Bearing


@attrs.frozen
class Habit:
    """What is believed of the sources of one bearing before they have spoken.

    Attributes:
        mean: Their mean bias, on the log scale: .6 is a factor of 1.8.
        mean_spread: How uncertain that mean is (standard deviation).
        spread: How much sources differ about it (standard deviation); learned from there unless pinned.
        pinned: Mean and spread stay as they are. Neutrals are pinned: they hold the level.
    """

    mean: float
    mean_spread: float
    spread: float
    pinned: bool = False


HABITS: Mapping[Bearing, Habit] = MappingProxyType(
    {
        Bearing.enemy: Habit(0.6, 0.5, 0.3),
        Bearing.own: Habit(-0.5, 0.5, 0.3),
        Bearing.civilian: Habit(0.0, 0.5, 0.3),
        Bearing.neutral: Habit(0.0, 1e-3, 0.15, pinned=True),
    }
)
"""Belligerents overstate the enemy's losses and understate their own.

Source: Radford et al. 2023, PNAS, doi:10.1073/pnas.2307372120: factors of 1.5 to 5.3 on the enemy's
personnel and 0.3 to 1.0 on one's own. Left free, the level of neutral sources would drift with all
answers, so it is pinned to 1, give or take 15 per cent a source.
"""


STRAIGHT = 0.3
"""The part of figures that say the answer outright, before any is seen; used by the grid variant.

Source: measured on simulated worlds, seeds 0 to 2.
"""


@attrs.frozen(kw_only=True)
class Settings:
    """How the model is fitted.

    Attributes:
        habits: The prior of each bearing.
        tail: Degrees of freedom of the noise: an outlier counts less the further off it is.
        gaussian_steps: Steps before outliers are weighed down, so that biases settle first.
        most_steps: Steps after which fitting stops.
        tolerance: It stops earlier when hardly an answer moves by more than this, on the log scale.
        typical_noise: Noise of a source before any is seen (standard deviation, log scale).
        noise_weight: How many voices the typical noise of all sources counts for in one source's.
        common_error: The correlation of voices on one question that intervals allow for.
        size: The middle of the sizes of events before any is seen, on the log scale.
        size_spread: Their standard deviation.

    Source: sizes of the UCDP GED sample (log of best: mean 1.02, standard deviation 1.11, heavy tail);
    the rest was measured on simulated worlds, seeds 0 to 2.
    """

    habits: Mapping[Bearing, Habit] = HABITS
    tail: float = 4.0
    gaussian_steps: int = 10
    most_steps: int = 30
    tolerance: float = 1e-3
    typical_noise: float = 0.45
    noise_weight: float = 4.0
    common_error: float = 0.3
    size: float = 1.5
    size_spread: float = 1.2

    def __attrs_post_init__(self) -> None:
        missing = [bearing.value for bearing in Bearing if bearing not in self.habits]
        if missing:
            raise InvalidField("Settings", "habits", self.habits, f"a Habit for {', '.join(missing)} too")
        for name in ("tail", "tolerance", "typical_noise", "noise_weight", "size_spread"):
            if not getattr(self, name) > 0:
                raise InvalidField("Settings", name, getattr(self, name), "a number above 0")
        if not 0 <= self.common_error < 1:
            raise InvalidField(
                "Settings", "common_error", self.common_error, "a correlation from 0 to below 1"
            )

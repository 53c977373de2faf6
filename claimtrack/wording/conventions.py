"""Conventions: whose numbers stand for vague words. Chosen by the caller, never global."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from claimtrack.figures import Figure, FigureKind
from claimtrack.wording.hedges import Extent


@attrs.frozen(eq=False)
class Convention:
    """How vague words are taken.

    Attributes:
        name: Its name, as `Figure.because` gives it.
        source: The codebook, standard or paper.
        points: The numbers it imputes, by the name of the rule.
        sharp_bounds: It takes what people usually hear as the bounds of "about" and "nearly" too.
    """

    name: str
    source: str
    points: Mapping[str, int] = attrs.Factory(dict)
    sharp_bounds: bool = False

    def impute(self, extent: Extent, words: str) -> Figure | None:
        """The figure with the number a codebook puts in the place of words, marked imputed; or `None`."""
        count = self.points.get(extent.rules[0]) if extent.kind in _WITHOUT_NUMBER else None
        if count is None:
            return None
        low = count if extent.low is None else min(extent.low, count)
        high = None if extent.high is None else max(extent.high, count)
        return Figure(
            (low, high),
            (count, count),
            extent.kind,
            words=words,
            point=count,
            because=f"{extent.rules[0]}: coded {count} ({self.source})",
            imputed=True,
        )

    def narrow(self, extent: Extent) -> None:
        """Set the bounds of an approximate number as this convention has them."""
        if self.sharp_bounds and extent.kind is FigureKind.approximate:
            extent.low, extent.high = extent.least, extent.most


_WITHOUT_NUMBER: Final = frozenset({FigureKind.vague, FigureKind.unquantified})

OURS: Final = Convention("claimtrack", "the table of hedges in the reference; each rule names its source")
"""The default: what the words entail as bounds, what readers hear as reading; nothing is imputed."""

ACLED: Final = Convention(
    "ACLED",
    "ACLED codebook and FAQ 2024",
    {
        "tens": 10, "dozens": 12, "hundreds": 100,
        "several": 3, "few": 3, "couple": 3, "plural": 3, "unknown number": 3,
        "losses": 0,
    },
)  # fmt: skip
"""ACLED's points: 10 for tens, 12 for dozens, 100 for hundreds, 3 for several and plurals.

Where only casualties are named, 0.

Source: ACLED codebook and FAQ 2024.
"""

ACLED_LARGE: Final = attrs.evolve(
    ACLED,
    name="ACLED, larger fighting",
    points={**ACLED.points, "several": 10, "few": 10, "couple": 10, "plural": 10, "unknown number": 10},
)
"""ACLED's points in larger fighting, where several, many and plurals are 10.

Source: ACLED codebook and FAQ 2024.
"""

CROWD: Final = Convention(
    "crowd-measured", "Ferson et al. 2015, Int. J. Approx. Reasoning", sharp_bounds=True
)
"""What a crowd heard, taken as the bounds too: "about 50" leaves no more than 45 to 55.

Source: Ferson et al. 2015, Int. J. Approx. Reasoning.
"""

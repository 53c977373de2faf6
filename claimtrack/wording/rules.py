"""The rules that words can call: what they entail, how they are heard, and who says so.

`RULES` is the table that `docs/reference/hedges.md` is made from.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import attrs

ENTAILED: Final = "entailed by the words"
CROWD: Final = "Ferson et al. 2015, Int. J. Approx. Reasoning: crowd-measured"
OURS: Final = "our convention"
ENTAILED_AND_OURS: Final = f"{ENTAILED}; reading: {OURS}"
ENTAILED_AND_CCC: Final = f"{ENTAILED}; low end of the reading: Crowd Counting Consortium"
SHARP: Final = "entailed; round numbers are read as sharp (Katzir & Ariel, Glossa Psycholinguistics)"


@attrs.frozen
class Rule:
    """One row of the table of hedges.

    Attributes:
        name: Its name, as `Figure.because` gives it.
        wording: Words that call it, English and French.
        bounds: The bounds, in words.
        reading: The reading, in words.
        source: Who says so.
    """

    name: str
    wording: str
    bounds: str
    reading: str
    source: str

    @property
    def because(self) -> str:
        """What the rule says, and who says so."""
        if self.bounds == self.reading:
            return f"{self.bounds} [{self.source}]"
        return f"bounds {self.bounds}, reading {self.reading} [{self.source}]"


RULES: Final = {
    rule.name: rule
    for rule in (
        Rule(
            "number",
            "n, exactly n, a total of n, un total de n",
            "n",
            "n",
            SHARP,
        ),
        Rule(
            "at least",
            "at least, no fewer than, n or more, n+, n so far, au moins, bilan provisoire",
            "n and up",
            "n and up",
            ENTAILED,
        ),
        Rule(
            "more than",
            "more than, over, plus de, au-delà de",
            "n+1 and up",
            "n+1 and up",
            ENTAILED,
        ),
        Rule(
            "at most",
            "up to, as many as, at most, jusqu'à, au plus",
            "0 to n",
            "0 to n",
            ENTAILED,
        ),
        Rule(
            "fewer than",
            "fewer than, under, moins de",
            "0 to n−1",
            "0 to n−1",
            ENTAILED,
        ),
        Rule(
            "range",
            "between a and b, a–b, a to b, two or three, entre a et b, a à b",
            "a to b",
            "a to b",
            ENTAILED,
        ),
        Rule(
            "decade",
            "in the 70s",
            "70 to 79",
            "70 to 79",
            ENTAILED,
        ),
        Rule(
            "about",
            "about, around, some n, environ, quelque",
            "n−4h to n+4h, not below 1",
            "n−h to n+h, h = 1 below 10, else a tenth and at least 2",
            CROWD,
        ),
        Rule(
            "collective",
            "a dozen, two dozen, a hundred, une cinquantaine",
            "as “about”",
            "as “about”",
            CROWD,
        ),
        Rule(
            "nearly",
            "nearly, almost, close to, près de",
            "n−4⌈n/10⌉ to n, not below 1",
            "n−⌈n/10⌉ to n",
            CROWD,
        ),
        Rule(
            "odd",
            "thirty-odd, trente et quelques",
            "30 to 39",
            "30 to 39",
            OURS,
        ),
        Rule(
            "couple",
            "a couple of",
            "2 and up",
            "2 to 3",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "few",
            "a few, a handful of, quelques, une poignée de",
            "2 and up",
            "2 to 9",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "several",
            "several, plusieurs",
            "2 and up",
            "2 to 9",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "tens",
            "tens",
            "13 and up",
            "20 to 99",
            OURS,
        ),
        Rule(
            "dozens",
            "dozens, des dizaines, plusieurs dizaines",
            "13 and up",
            "20 to 99",
            f"{OURS}: “dizaines” and Arabic tens are often translated “dozens”",
        ),
        Rule(
            "several dozen",
            "several dozen, a few dozen",
            "24 and up",
            "36 to 99",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "scores",
            "scores",
            "21 and up",
            "40 to 99",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "hundreds",
            "hundreds, des centaines, plusieurs centaines",
            "101 and up",
            "200 to 999",
            ENTAILED_AND_CCC,
        ),
        Rule(
            "thousands",
            "thousands, des milliers",
            "1,001 and up",
            "2,000 to 9,999",
            ENTAILED_AND_CCC,
        ),
        Rule(
            "tens of thousands",
            "tens of thousands, des dizaines de milliers",
            "10,001 and up",
            "20,000 to 99,999",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "hundreds of thousands",
            "hundreds of thousands, des centaines de milliers",
            "100,001 and up",
            "200,000 to 999,999",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "millions",
            "millions, plusieurs millions",
            "1,000,001 and up",
            "2,000,000 to 9,999,999",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "several of a unit",
            "several hundred, a few thousand",
            "twice the unit and up",
            "three units to just under ten",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "a couple of a unit",
            "a couple of dozen, a couple hundred",
            "twice the unit and up",
            "two to three units",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "tens of millions",
            "tens of millions, des dizaines de millions",
            "10,000,001 and up",
            "20,000,000 to 99,999,999",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "hundreds of millions",
            "hundreds of millions, des centaines de millions",
            "100,000,001 and up",
            "200,000,000 to 999,999,999",
            ENTAILED_AND_OURS,
        ),
        Rule(
            "double digits",
            "double digits",
            "10 to 99",
            "10 to 99",
            ENTAILED,
        ),
        Rule(
            "plural",
            "soldiers were killed, many deaths, de nombreux morts",
            "2 and up",
            "the same, no number",
            ENTAILED,
        ),
        Rule(
            "losses",
            "heavy losses, some lives lost, quelques pertes en vies humaines",
            "1 and up",
            "the same, no number",
            ENTAILED,
        ),
        Rule(
            "unknown number",
            "an unknown number of, un nombre indéterminé de",
            "1 and up",
            "the same, no number",
            ENTAILED,
        ),
        Rule(
            "material losses",
            "material losses, pertes en matériel",
            "says nothing of people",
            "says nothing of people",
            ENTAILED,
        ),
        Rule(
            "one",
            "a soldier, un mort",
            "1",
            "1",
            ENTAILED,
        ),
        Rule(
            "both",
            "both soldiers, a pair of, les deux",
            "2",
            "2",
            ENTAILED,
        ),
        Rule(
            "none",
            "no casualties, aucune victime",
            "0",
            "0",
            ENTAILED,
        ),
    )
}
"""Every rule that words can call, by name."""


@cache
def because_of(rules: tuple[str, ...]) -> str:
    """The rules by name, each with what it says and who says so."""
    return "; ".join(f"{name}: {RULES[name].because}" for name in rules)

"""The baselines as policies, so that they can be put beside the learned model on any question.

They see one question at a time, so what they know of a source is that it is a voice. Fitted over many
questions they are in `claimtrack.learning.baselines`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs
import numpy as np

from claimtrack.learning import baselines
from claimtrack.learning.arrays import Floats, Index
from claimtrack.learning.coding import encode, persons
from claimtrack.learning.ledgers import spoken
from claimtrack.reconcile import NamedPolicy, Ruling, Voices
from claimtrack.reconcile.ruling import unopposed_floor
from claimtrack.telling import phrase

SOURCE_NOISE2 = 0.04
"""Variance of a careful source on the log scale, for DerSimonian and Laird, who need one; an assumption."""


def _rows(voices: Voices) -> tuple[Floats, Floats]:
    """What each voice states on the log scale, and the variance its wording leaves."""
    rows = spoken(voices)
    shape = np.array([int(row.coded.shape) for row in rows], dtype=np.int64)
    low = np.array([row.coded.low for row in rows], dtype=np.float64)
    high = np.array([row.coded.high for row in rows], dtype=np.float64)
    return encode(shape, low, high) if len(rows) else (np.empty(0), np.empty(0))


@attrs.frozen(eq=False)
class Heard:
    """What the voices on one question say, on the log scale.

    Attributes:
        values: One for each voice.
        variances: What the wording of each leaves.
    """

    values: Floats
    variances: Floats

    @property
    def question(self) -> Index:
        """All are on the same question."""
        return np.zeros(len(self.values), dtype=np.int64)

    @property
    def source(self) -> Index:
        """Each is a source of its own."""
        return np.arange(len(self.values))


def _policy(name: str, estimate: Callable[[Heard], Floats], summary: str, cites: str) -> NamedPolicy:
    def answer(voices: Voices) -> Ruling:
        values, variances = _rows(voices)
        if len(values) == 0:
            return Ruling(because=phrase("learned.no_number"))
        best = round(float(persons(estimate(Heard(values, variances)))[0]))
        floor = unopposed_floor(voices)
        best = best if floor is None else max(best, floor)
        return Ruling(
            best, best, best, because=phrase("learned.baseline", summary=summary, n=len(values))
        )

    misleads = phrase("policy.baseline.misleads")
    return NamedPolicy(name, "1", answer, summary, cites, misleads, estimates=True)


def _median(heard: Heard) -> Floats:
    return baselines.median(heard.question, heard.values, 1)


def _crh(heard: Heard) -> Floats:
    return baselines.crh_absolute(heard.question, heard.source, heard.values, 1, len(heard.values))[0]


def _catd(heard: Heard) -> Floats:
    return baselines.catd(heard.question, heard.source, heard.values, 1, len(heard.values))[0]


def _gtm(heard: Heard) -> Floats:
    return baselines.gtm(heard.question, heard.source, heard.values, 1, len(heard.values))[0]


def _random_effects(heard: Heard) -> Floats:
    return baselines.random_effects(heard.question, heard.values, heard.variances + SOURCE_NOISE2, 1)[0]


def _snap(heard: Heard) -> Floats:
    return baselines.snap(heard.question, heard.values, _random_effects(heard))


BASELINES: Mapping[str, NamedPolicy] = MappingProxyType({
    "log_median": _policy(
        "log_median", _median, phrase("policy.log_median.summary"), phrase("policy.log_median.cites")
    ),
    "crh": _policy("crh", _crh, phrase("policy.crh.summary"), "Li et al. 2014, SIGMOD"),
    "catd": _policy(
        "catd", _catd, phrase("policy.catd.summary"), "Li et al. 2015, PVLDB 8(4)"
    ),
    "gtm": _policy("gtm", _gtm, phrase("policy.gtm.summary"), "Zhao & Han 2012, QDB"),
    "random_effects": _policy(
        "random_effects", _random_effects, phrase("policy.random_effects.summary"),
        "DerSimonian & Laird 1986, Controlled Clinical Trials 7",
    ),
    "snap": _policy(
        "snap", _snap, phrase("policy.snap.summary"),
        phrase("policy.snap.cites"),
    ),
})  # fmt: skip
"""The baselines by name; each works on what the words say, and so does better than on bare numbers."""

"""The baselines as policies, so that they can be put beside the learned model on any question.

They see one question at a time, so what they know of a source is that it is a voice. Fitted over many
questions they are in `claimtrack.learning.baselines`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimtrack.learning import baselines
from claimtrack.learning.arrays import Floats, Index, np
from claimtrack.learning.coding import encode, persons
from claimtrack.learning.ledgers import spoken
from claimtrack.reconcile import NamedPolicy, Ruling, Voices
from claimtrack.reconcile.ruling import unopposed_floor

SOURCE_NOISE2 = 0.04
"""Variance of a careful source on the log scale, for DerSimonian and Laird, who need one; an assumption."""


def _rows(voices: Voices) -> tuple[Floats, Floats]:
    """What each voice states on the log scale, and the variance its wording leaves."""
    rows = spoken(voices)
    shape = np.array([int(row.coded.shape) for row in rows], dtype=np.int64)
    low = np.array([row.coded.low for row in rows], dtype=np.float64)
    high = np.array([row.coded.high for row in rows], dtype=np.float64)
    return encode(shape, low, high) if len(rows) else (np.empty(0), np.empty(0))


Estimator = Callable[[Index, Index, Floats, Floats], Floats]


def _policy(name: str, estimate: Estimator, summary: str, cites: str, misleads: str) -> NamedPolicy:
    def answer(voices: Voices) -> Ruling:
        values, variances = _rows(voices)
        if len(values) == 0:
            return Ruling(because="No voice states a number to estimate from.")
        question, source = np.zeros(len(values), dtype=np.int64), np.arange(len(values))
        best = round(float(persons(estimate(question, source, values, variances))[0]))
        floor = unopposed_floor(voices)
        best = best if floor is None else max(best, floor)
        return Ruling(best, best, best, because=f"{summary} {len(values)} voices on the log scale, without an interval.")

    return NamedPolicy(name, "1", answer, summary, cites, misleads, estimates=True)


def _snap(question: Index, source: Index, values: Floats, variances: Floats) -> Floats:
    estimate = baselines.random_effects(question, values, variances + SOURCE_NOISE2, 1)[0]
    return baselines.snap(question, values, estimate)


def _table() -> Mapping[str, NamedPolicy]:
    blind = "It knows nothing of parties: where most voices speak for one side, it follows them."
    table = (
        _policy(
            "log_median", lambda q, s, x, v: baselines.median(q, x, 1),
            "The median of what the voices' words say.", "Folklore; the baseline of docs/reference/accuracy.md", blind,
        ),
        _policy(
            "crh", lambda q, s, x, v: baselines.crh_absolute(q, s, x, 1, len(x))[0],
            "CRH with absolute loss: voices near the middle weigh more.", "Li et al. 2014, SIGMOD", blind,
        ),
        _policy(
            "catd", lambda q, s, x, v: baselines.catd(q, s, x, 1, len(x))[0],
            "CATD: voices weigh by the upper limit of their variance.", "Li et al. 2015, PVLDB 8(4)", blind,
        ),
        _policy(
            "gtm", lambda q, s, x, v: baselines.gtm(q, s, x, 1, len(x))[0],
            "GTM: a Gaussian noise variance for each voice.", "Zhao & Han 2012, QDB", blind,
        ),
        _policy(
            "random_effects", lambda q, s, x, v: baselines.random_effects(q, x, v + SOURCE_NOISE2, 1)[0],
            "A mean with a variance between sources.", "DerSimonian & Laird 1986, Controlled Clinical Trials 7", blind,
        ),
        _policy(
            "snap", _snap,
            "The stated number nearest to the random-effects mean.",
            "As random_effects; what is published is then what somebody said", blind,
        ),
    )  # fmt: skip
    return MappingProxyType({policy.name: policy for policy in table})


BASELINES = _table()
"""The baselines by name; each works on what the words say, and so does better than on bare numbers."""

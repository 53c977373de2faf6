"""Published packages beside the learned model, where they are installed; none is needed.

They take figures as labels: 20 and 21 differ as much as 20 and 2,000. truthdiscovery asks for an old numpy,
which it does not need for this: pip install crowd-kit bidict; pip install --no-deps truthdiscovery
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from types import ModuleType

import numpy as np
from simulator import Conflict

Peer = Callable[[Conflict], np.ndarray]


def missing_peers() -> list[str]:
    """The packages that are not installed."""
    modules = {"truthdiscovery": "truthdiscovery", "crowd-kit": "crowdkit"}
    return [name for name, module in modules.items() if find_spec(module) is None]


def _truthdiscovery(method: str) -> Peer:
    def answer(conflict: Conflict) -> np.ndarray:
        for drawing in ("cairo", "imageio"):  # asked for on import, used for pictures only
            if drawing not in sys.modules and find_spec(drawing) is None:
                sys.modules |= {name: ModuleType(name) for name in (drawing, f"{drawing}.v2")}
        import truthdiscovery

        data = truthdiscovery.Dataset((r.speaker, r.question, r.value) for r in conflict.reports)
        found = getattr(truthdiscovery, method)().run(data)
        return np.array([min(found.get_most_believed_values(n)) for n in range(len(conflict.answers))])

    return answer


def _crowdkit(method: str) -> Peer:
    def answer(conflict: Conflict) -> np.ndarray:
        import pandas as pd
        from crowdkit import aggregation

        table = pd.DataFrame({
            "task": [r.question for r in conflict.reports],
            "worker": [r.speaker for r in conflict.reports],
            "label": [r.value for r in conflict.reports],
        })  # fmt: skip
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            labels = getattr(aggregation, method)().fit_predict(table.drop_duplicates(["task", "worker"]))
        return np.array([labels[n] for n in range(len(conflict.answers))], dtype=float)

    return answer


def _installed() -> Mapping[str, Peer]:
    found: dict[str, Peer] = {}
    if find_spec("truthdiscovery") is not None:
        for method in ("MajorityVoting", "TruthFinder", "Sums", "AverageLog", "PooledInvestment"):
            found[f"truthdiscovery {method}"] = _truthdiscovery(method)
    if find_spec("crowdkit") is not None:
        for method in ("MajorityVote", "DawidSkene"):
            found[f"crowd-kit {method}"] = _crowdkit(method)
    return found


PEERS = _installed()

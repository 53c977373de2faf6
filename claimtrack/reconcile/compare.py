"""Policies side by side: what each gives for one question, and where they part ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from claimtrack.claims import Claim
from claimtrack.events import Event
from claimtrack.questions import Measure
from claimtrack.reconcile.citing import folded, interval_text
from claimtrack.reconcile.result import FigureReconciliation
from claimtrack.reconcile.roles import Role
from claimtrack.telling import Phrase, phrase


@attrs.frozen(eq=False)
class PolicyComparison:
    """What each of several policies gives for one question.

    Attributes:
        question: The measure that was asked.
        event: The event it was asked of.
        results: One reconciliation a policy, in the order the policies were given.
    """

    question: Measure
    event: Event
    results: tuple[FigureReconciliation, ...]

    @property
    def rows(self) -> list[dict[str, object]]:
        """One plain dict a policy: policy, version, low, best, high, claims used, because."""
        return [
            {
                "policy": result.policy,
                "version": result.policy_version,
                "low": result.low,
                "best": result.best,
                "high": result.high,
                "claims used": len(used_claims(result)),
                "because": result.because,
            }
            for result in self.results
        ]

    @property
    def differences(self) -> tuple[str, ...]:
        """Where the policies part ways, and why, a sentence each."""
        return tuple(_differences(self.results))

    def table(self, format: str = "simple") -> str:  # noqa: A002
        """The comparison as a table, in any of tabulate's formats."""
        from tabulate import tabulate

        rows = [
            (r.policy, _cell(r.low), _cell(r.best), _high(r),
             len(used_claims(r)))
            for r in self.results
        ]  # fmt: skip
        headers = ("policy", "low", "best", "high", "claims used")
        return tabulate(rows, headers=headers, tablefmt=format, disable_numparse=True, colalign=_ALIGNED)

    def __str__(self) -> str:
        title = f"{self.question.label[:1].upper()}{self.question.label[1:]}, {self.event}"
        return "\n".join([title, "", self.table(), "", *folded(self.differences, 100, "  ")]).rstrip()

    def __len__(self) -> int:
        return len(self.results)

    def __iter__(self) -> Iterator[FigureReconciliation]:
        return iter(self.results)


_ALIGNED = ("left", "right", "right", "right", "right")


def used_claims(result: FigureReconciliation) -> list[Claim]:
    """The claims that bear on the answer of a policy."""
    return [entry.claim for entry in result.account if entry.role is Role.kept]


def _high(result: FigureReconciliation) -> str:
    return "open" if result.high is None and result.low is not None else _cell(result.high)


def _cell(number: int | None) -> str:
    return "–" if number is None else f"{number:,}"


def _differences(results: Sequence[FigureReconciliation]) -> Iterator[Phrase]:
    """The policies by the best figure they give, each with its reason."""
    groups: dict[int | None, list[FigureReconciliation]] = {}
    for result in results:
        groups.setdefault(result.best, []).append(result)
    if len(groups) < 2:
        return
    for best in sorted(groups, key=lambda best: (best is None, best or 0)):
        reasons = _reasons(groups[best])
        if best is None:
            yield phrase("compare.no_best", reasons=reasons)
        else:
            yield phrase("compare.best", n=best, reasons=reasons)


def _reasons(results: Iterable[FigureReconciliation]) -> tuple[Phrase, ...]:
    """Each policy with its ends and its reason; those that give the same reason together."""
    reasons: dict[str, list[Phrase]] = {}
    for result in results:
        interval = interval_text(result.low, result.high)
        named = phrase("compare.policy", policy=result.policy, interval=interval)
        reasons.setdefault(result.because, []).append(named)
    return tuple(
        phrase("compare.reason", policies=tuple(names), because=because)
        for because, names in reasons.items()
    )

"""Totals over events: sums of what can be added, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import combinations
from math import hypot

import attrs

from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, MixedQuestions, WrongType
from claimtrack.figures import Interval
from claimtrack.questions import Measure, PartsOf
from claimtrack.reconcile.citing import folded, interval_text
from claimtrack.reconcile.result import FigureReconciliation
from claimtrack.reconcile.roles import Role
from claimtrack.reconcile.wholes import splits_of
from claimtrack.sources import Party
from claimtrack.telling import Language, Phrase, check_language, phrase, tell, term


@attrs.frozen
class Share:
    """What a part of the reconciliations adds to a total.

    Attributes:
        count: How many reconciliations.
        low: The sum of their low ends, in persons.
        high: The sum of their high ends, in persons, or `None` where one is open.
    """

    count: int
    low: int
    high: int | None

    @property
    def text(self) -> Phrase:
        """The share in plain English."""
        interval = interval_text(self.low, self.high)
        return phrase("total.share", interval=interval, figures=phrase("count.figures", n=self.count))


@attrs.frozen(eq=False)
class Total:
    """A sum over reconciliations, from the sum of the low ends to the sum of the high ends.

    Attributes:
        low: The sum of the low ends that are known, in persons; `None` where none is.
        best: The sum of the best figures, in persons, where every one has one; computed, stated by nobody.
        high: The sum of the high ends, in persons; `None` where one is open.
        results: What was added.
        unknown: The reconciliations without a low end: they add nothing, and are not 0.
        open: The reconciliations without a high end.
        imputed: What of it is in part the analyst's coding.
        by_status: What it rests on, by the state of the claims that set the low ends, or "computed".
        by_source_kind: What it rests on, by the kind of source that sets the low ends, or "computed".
        interval: Where every figure is estimated with an interval: one for the sum, in persons,
            the errors taken to be independent.
    """

    low: int | None
    best: int | None
    high: int | None
    results: tuple[FigureReconciliation, ...]
    unknown: tuple[FigureReconciliation, ...]
    open: tuple[FigureReconciliation, ...]
    imputed: Share
    by_status: dict[str, Share]
    by_source_kind: dict[str, Share]
    interval: Interval | None

    @property
    def text(self) -> Phrase:
        """The sum in plain English."""
        ends = interval_text(self.low, self.high)
        return ends if self.best is None else phrase("step.best", ends=ends, n=self.best)

    @property
    def headline(self) -> Phrase:
        """What was added up and the sum, on one line; as `str` gives it."""
        labels = tuple(dict.fromkeys(result.question.label for result in self.results))
        events = phrase("count.events", n=len({result.event.id for result in self.results}))
        return phrase("total.headline", labels=phrase("list", parts=labels), events=events, text=self.text)

    def explain(self, *, width: int = 100, lang: Language = "en") -> str:
        """Tell what was added and what it rests on, wrapped to a width in columns.

        Raises:
            InvalidField: If there is no such language.
        """
        say = partial(tell, lang=check_language(lang))
        policies = dict.fromkeys(f"{r.policy} {r.policy_version}".strip() for r in self.results)
        lines = [say(self.headline), say(phrase("total.policy", policies=tuple(policies)))]
        for head, kind, shares in (
            (phrase("total.by_state"), "state", self.by_status),
            (phrase("total.by_kind"), "source", self.by_source_kind),
        ):
            lines.append(say(head))
            lines += [say(_share_line(kind, key, share)) for key, share in shares.items()]
        if self.imputed.count:
            lines.append(say(phrase("total.imputed", share=self.imputed.text)))
        if self.unknown:
            lines.append(say(phrase("total.unknown", names=_names(self.unknown))))
        if self.open:
            lines.append(say(phrase("total.open", names=_names(self.open))))
        if self.interval is not None:
            lines.append(say(phrase("total.interval", interval=interval_text(*self.interval))))
        return "\n".join(folded(lines, width, "  "))

    def to_dict(self) -> dict[str, object]:
        """The total as plain dicts, lists, texts and numbers."""
        return {
            "kind": "total",
            "low": self.low,
            "best": self.best,
            "high": self.high,
            "count": len(self.results),
            "unknown": [_key(result) for result in self.unknown],
            "open": [_key(result) for result in self.open],
            "imputed": attrs.asdict(self.imputed),
            "by_status": {key: attrs.asdict(share) for key, share in self.by_status.items()},
            "by_source_kind": {key: attrs.asdict(share) for key, share in self.by_source_kind.items()},
            "interval": None if self.interval is None else list(self.interval),
            "results": [_key(result) for result in self.results],
        }

    def __str__(self) -> str:
        return str(self.headline)


def total(reconciliations: Iterable[FigureReconciliation]) -> Total:
    """Add up one measure over events, or parts that are declared not to overlap (`ct.parts_of`).

    Refuted, retracted and misreported claims are in none of them. What is unknown adds nothing
    and is listed; one open high end leaves the sum open.

    Raises:
        MixedQuestions: If they count different outcomes or different people, or could count a person twice.
        InvalidField: If there is nothing to add.
        WrongType: If something else than reconciliations of measures was given.
    """
    if not isinstance(reconciliations, Iterable):
        raise WrongType(
            "total", "reconciliations", reconciliations, "several reconciliations",
            "put a single one in a list",
        )  # fmt: skip
    results = tuple(reconciliations)
    if not results:
        raise InvalidField("total", "reconciliations", results, "at least one reconciliation")
    for result in results:
        if not isinstance(result, FigureReconciliation):
            raise WrongType("total", "reconciliations", result, "reconciliations of measures")
    _refuse_mixed(results)
    lows = [result.low for result in results if result.low is not None]
    bests = [result.best for result in results if result.best is not None]
    return Total(
        low=sum(lows) if lows else None,
        best=sum(bests) if len(bests) == len(results) else None,
        high=_sum_high(results),
        results=results,
        unknown=tuple(result for result in results if result.low is None),
        open=tuple(result for result in results if result.high is None),
        imputed=_share([result for result in results if result.imputed]),
        by_status=_shares(results, "status"),
        by_source_kind=_shares(results, "kind"),
        interval=_interval(results),
    )


def _refuse_mixed(results: Sequence[FigureReconciliation]) -> None:
    outcomes = {result.measure.outcomes for result in results}
    if len(outcomes) > 1:
        raise MixedQuestions(
            list(dict.fromkeys(result.question for result in results)),
            "Add up one kind of outcome at a time.",
        )
    measures = {result.question.id: result for result in results}
    for one, other in combinations(measures.values(), 2):
        if not _apart(one, other):
            raise MixedQuestions(
                [one.question, other.question],
                "They do not count the same people, and nothing says that nobody is counted twice: add up "
                "one measure, or declare the parts with ct.parts_of(whole, parts, disjoint=True).",
            )
    by_event: dict[str, list[FigureReconciliation]] = {}
    for result in results:
        by_event.setdefault(result.event.id, []).append(result)
    for several in by_event.values():
        for one, other in combinations(several, 2):
            if one.question.id == other.question.id:
                raise MixedQuestions(
                    [one.question, other.question],
                    f"Both count people in {one.event}, so that each is counted twice: add only one.",
                )


def _apart(one: FigureReconciliation, other: FigureReconciliation) -> bool:
    """Whether the analyst declared both to be parts of one whole in which nobody is counted twice."""
    a, b = one.measure, other.measure
    declared = list(dict.fromkeys((*one.log.wholes, *other.log.wholes)))
    _, splits = splits_of([a, b, *_wholes_above(a, declared)], declared)
    return any(split.disjoint and {a.id, b.id} <= set(split.parts) for split in splits)


def _wholes_above(measure: Measure, declared: Sequence[PartsOf]) -> list[Measure]:
    """Measures of the declared wholes, in place of the part; they differ from it in nothing else."""
    outcomes, of, among, part = measure.outcomes, measure.of, measure.among, measure.part
    above: list[Measure] = []
    for one in declared:
        whole = one.whole
        if isinstance(whole, Party):
            above.append(Measure(outcomes, of=whole, among=among, part=part))
        else:
            above.append(Measure(outcomes, of=of, among=whole, part=part))
            above.append(Measure(outcomes, of=of, among=among, part=whole))
    return above


def _sum_high(results: Sequence[FigureReconciliation]) -> int | None:
    highs = [result.high for result in results if result.high is not None]
    return sum(highs) if len(highs) == len(results) else None


def _share(results: Sequence[FigureReconciliation]) -> Share:
    return Share(len(results), sum(result.low or 0 for result in results), _sum_high(results))


def _shares(results: Sequence[FigureReconciliation], by: str) -> dict[str, Share]:
    groups: dict[str, list[FigureReconciliation]] = {}
    for result in results:
        claim = _setter(result)
        if "low" in result.computed:
            key = "computed"
        elif claim is None:
            key = "nobody"
        else:
            key = result.status(claim).state.value if by == "status" else claim.source.kind.value
        groups.setdefault(key, []).append(result)
    return {key: _share(group) for key, group in sorted(groups.items())}


def _setter(result: FigureReconciliation) -> Claim | None:
    """The claim that sets the low end; the first kept one where the policy estimates it."""
    kept = [entry.claim for entry in result.account if entry.role is Role.kept]
    for claim in kept:
        figure = claim.figure
        if figure is not None and result.low in (figure.stated_ends[0], figure.reading[0]):
            return claim
    return kept[0] if kept else None


def _interval(results: Sequence[FigureReconciliation]) -> Interval | None:
    below = above = 0.0
    middle = 0
    for result in results:
        if result.interval is None or result.best is None:
            return None
        low, high = result.interval
        if low is None or high is None:
            return None
        middle += result.best
        below, above = hypot(below, result.best - low), hypot(above, high - result.best)
    return (max(0, round(middle - below)), round(middle + above))


def _names(results: Iterable[FigureReconciliation]) -> tuple[Phrase, ...]:
    return tuple(
        phrase("total.question_in_event", question=result.question.label, event=str(result.event))
        for result in results
    )


def _share_line(kind: str, key: str, share: Share) -> Phrase:
    """What claims in one state, or sources of one kind, add; both are also "computed" and "nobody"."""
    what = phrase(f"total.{key}") if key in {"computed", "nobody"} else term(kind, key)
    return phrase("total.line", what=what, share=share.text)


def _key(result: FigureReconciliation) -> dict[str, object]:
    return {"event": result.event.id, "question": result.question.id, "low": result.low, "high": result.high}

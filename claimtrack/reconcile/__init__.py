"""Reconciliation: what the sides say, put side by side; how many, whether, and who did it.

Always the same path: in scope, standing, voices, policy, parts and wholes, the account.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import overload

from claimtrack.claims import Claim
from claimtrack.errors import InvalidField
from claimtrack.events import Event
from claimtrack.questions import Attribution, Measure, Proposition, Question
from claimtrack.reconcile.compare import PolicyComparison
from claimtrack.reconcile.findings import Finding, takes_stance
from claimtrack.reconcile.hearing import hear
from claimtrack.reconcile.parts import Constraint, Effect
from claimtrack.reconcile.policies import DEFAULT, POLICIES, policy_named, prefer
from claimtrack.reconcile.result import FigureReconciliation
from claimtrack.reconcile.roles import AccountEntry, Conflict, ConflictKind, Role
from claimtrack.reconcile.ruling import NamedPolicy, Policy, Ruling, name_of
from claimtrack.reconcile.scope import need_measure, open_case
from claimtrack.reconcile.stances import VERDICT_POLICY, VERDICT_POLICY_VERSION, VerdictReconciliation
from claimtrack.reconcile.sweep import Figures, Sweep
from claimtrack.reconcile.totals import Share, Total, total
from claimtrack.reconcile.voices import Voices, hull
from claimtrack.reconcile.weights import Weights, weighted_median
from claimtrack.status import Holdings

__all__ = [
    "DEFAULT",
    "POLICIES",
    "AccountEntry",
    "Conflict",
    "ConflictKind",
    "Constraint",
    "Effect",
    "FigureReconciliation",
    "Figures",
    "Finding",
    "NamedPolicy",
    "Policy",
    "PolicyComparison",
    "Role",
    "Ruling",
    "Share",
    "Total",
    "VerdictReconciliation",
    "Voices",
    "Weights",
    "compare_policies",
    "hull",
    "prefer",
    "reconcile",
    "reconcile_all",
    "reconcile_figures",
    "total",
    "weighted_median",
]


@overload
def reconcile(
    held: Holdings | Iterable[Claim],
    question: Measure,
    event: Event | str | None = None,
    *,
    policy: Policy | str = DEFAULT,
) -> FigureReconciliation: ...
@overload
def reconcile(
    held: Holdings | Iterable[Claim],
    question: Proposition | Attribution,
    event: Event | str | None = None,
    *,
    policy: Policy | str = DEFAULT,
) -> VerdictReconciliation: ...
@overload
def reconcile(
    held: Holdings | Iterable[Claim],
    question: str,
    event: Event | str | None = None,
    *,
    policy: Policy | str = DEFAULT,
) -> FigureReconciliation | VerdictReconciliation: ...
def reconcile(
    held: Holdings | Iterable[Claim],
    question: Question | str,
    event: Event | str | None = None,
    *,
    policy: Policy | str = DEFAULT,
) -> FigureReconciliation | VerdictReconciliation:
    """Answer one question about one event from everything that was claimed on it.

    Args:
        held: A ledger; or an iterable of claims, which is a ledger without assessments.
        question: The measure, proposition or attribution, or its id.
        event: The event, where the question is asked of several.
        policy: A policy, the name of one, or a function over voices. Propositions and
            attributions have one rule, and take no policy.

    Raises:
        AmbiguousEvent: If the question is asked of several events and none is named.
        UnknownRecord: If nobody answered the question, or not about this event.
        PolicyError: If the policy breaks a law; the error names the law.
        InvalidField: If there is no policy of that name, or one is given for a question without figures.

    Example:
        >>> from claimtrack.figures import at_least, exactly
        >>> from claimtrack.questions import killed
        >>> from claimtrack.sources import Source
        >>> attack = Event("Attack")
        >>> claims = [
        ...     Claim(attack, Source("Hospital", "medical"), killed(), exactly(12)),
        ...     Claim(attack, Source("Mayor", "official"), killed(), at_least(9)),
        ... ]
        >>> reconcile(claims, killed()).text
        '9–12, best 12'
    """
    case = open_case(held, question, event)
    chosen = policy_named(policy)
    if isinstance(case.question, Measure):
        return FigureReconciliation(case, chosen)
    if chosen is not DEFAULT:
        expected = (
            f"no policy: {case.question.label!r} has one rule, {VERDICT_POLICY} {VERDICT_POLICY_VERSION}"
        )
        raise InvalidField("reconcile", "policy", name_of(chosen), expected, "leave policy= out")
    return VerdictReconciliation(case, hear(case, takes_stance))


def compare_policies(
    held: Holdings | Iterable[Claim],
    question: Measure | str,
    event: Event | str | None = None,
    *,
    policies: Iterable[Policy | str] | None = None,
) -> PolicyComparison:
    """Answer one question by several policies, side by side.

    Args:
        held: A ledger; or an iterable of claims, which is a ledger without assessments.
        question: The measure, or its id.
        event: The event, where the question is asked of several.
        policies: The policies; by default all that have a name of their own.

    Raises:
        MixedQuestions: If the question is not a measure.
    """
    case = open_case(held, question, event)
    measure = need_measure(case.question)
    chosen = [policy_named(policy) for policy in (POLICIES if policies is None else policies)]
    return PolicyComparison(
        measure, case.event, tuple(FigureReconciliation(case, policy) for policy in chosen)
    )


def reconcile_all(
    held: Holdings | Iterable[Claim],
    *,
    policy: Policy | str = DEFAULT,
    question: Question | str | None = None,
) -> Iterator[FigureReconciliation | VerdictReconciliation]:
    """Answer every question of every event, one after the other, in the order they came up.

    Accounts and explanations are made when they are looked at.

    Args:
        held: A ledger; or an iterable of claims.
        policy: A policy, the name of one, or a function over voices.
        question: Only this question, of every event.
    """
    every = Sweep(held, policy_named(policy), question)
    for case in every.cases():
        if isinstance(case.question, Measure):
            yield FigureReconciliation(case, every.policy, every.sketch(case))
        else:
            yield VerdictReconciliation(case, hear(case, takes_stance))


def reconcile_figures(
    held: Holdings | Iterable[Claim], *, policy: Policy | str = DEFAULT, question: Measure | str | None = None
) -> Iterator[Figures]:
    """Low, best and high of every measure of every event, and nothing else; the same numbers, sooner.

    Args:
        held: A ledger; or an iterable of claims.
        policy: A policy, the name of one, or a function over voices.
        question: Only this measure, of every event.
    """
    return Sweep(held, policy_named(policy), question).figures()

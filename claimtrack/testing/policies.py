"""Policies against the laws of reconciliation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from claimtrack.answers import Answer
from claimtrack.claims import Claim
from claimtrack.errors import BrokenLaw, PolicyError
from claimtrack.events import Event
from claimtrack.figures import exactly
from claimtrack.laws import assert_accounted_for, shown
from claimtrack.ledger import Ledger
from claimtrack.log import Log
from claimtrack.questions import killed
from claimtrack.reconcile import (
    FigureReconciliation,
    Policy,
    Role,
    VerdictReconciliation,
    reconcile_all,
)
from claimtrack.reconcile.ruling import name_of
from claimtrack.sources import Party, Source
from claimtrack.status import Holdings, Statuses
from claimtrack.testing.trying import hold

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

LAW_ANSWERS: Final = "a policy answers whatever voices it is given."
LAW_SAME: Final = "asked twice, a policy answers the same."
LAW_ORDER: Final = "the order in which claims were recorded does not matter."
LAW_ECHO: Final = "a claim that only repeats what is heard already changes no figure."
LAW_SET_ASIDE: Final = "the answer of a claim that is set aside changes no figure."

_ECHO: Final = Source("An echo of all others", "aggregator")
_QUESTION: Final = killed(of=Party("Army", opposes=[Party("Rebels")]))


class _Held:
    """A log of claims with their statuses."""

    def __init__(self, log: Log) -> None:
        self.log: Log = log
        self.statuses: Statuses = Statuses(log)


def check_policy(policy: Policy, *, examples: int = 200) -> None:
    """Hold a policy against the laws of reconciliation on generated ledgers.

    The ledgers hold figures of every kind, dated and undated, relayed, revised, overtaken and
    contradicting, and parties that gain by what they say.

    Args:
        policy: The policy: a function over voices, or any callable.
        examples: How many ledgers are tried.

    Raises:
        BrokenLaw: If the policy breaks a law: it names the law and the smallest ledger found.
        MissingExtra: If Hypothesis is not installed.

    Example:
        >>> from claimtrack.reconcile import Ruling
        >>> def highest(voices):
        ...     points = [voice.point for voice in voices if voice.point is not None]
        ...     return Ruling(max(points, default=None), None, None, because="The highest point.")
        >>> check_policy(highest, examples=20)
    """
    hold(partial(_check, policy), _drawn, examples=examples, part="claimtrack.testing.check_policy")


def _drawn() -> SearchStrategy[Ledger]:
    from hypothesis import strategies as st

    from claimtrack.strategies import ledgers

    return ledgers(events=st.just(Event("Attack")), questions=st.just(_QUESTION), max_claims=6)


def _check(policy: Policy, ledger: Ledger) -> None:
    """Hold the policy against every law on one ledger.

    Raises:
        BrokenLaw: If it breaks one.
    """
    if not ledger.log.on_question(_QUESTION.id):
        return
    try:
        result = _ask(ledger, policy)
        _compare(LAW_SAME, result, _ask(ledger, policy))
        assert_accounted_for(result, ledger)
        _compare(LAW_ORDER, result, _ask(_rebuilt(ledger, _turned), policy))
        for changed in _echoed(ledger, result):
            _compare(LAW_ECHO, result, _ask(changed, policy))
        for changed in _altered(ledger, result):
            altered = _ask(changed, policy)
            if not _any_overtaken(result) and not _any_overtaken(altered):
                _compare(LAW_SET_ASIDE, result, altered)
    except BrokenLaw as broken:
        raise _told(policy, broken.law, broken.detail, ledger) from broken.__cause__
    except PolicyError as error:
        raise _told(policy, error.law, error.detail, ledger) from None


def _ask(held: Holdings, policy: Policy) -> FigureReconciliation:
    (result,) = (one for one in reconcile_all(held, policy=_plain(policy), question=_QUESTION))
    if isinstance(result, VerdictReconciliation):
        raise TypeError(_QUESTION)
    result.ruling  # noqa: B018  # asks the policy, and holds its answer against the laws
    return result


def _plain(policy: Policy) -> Policy:
    """The policy as a bare callable, so that its answers are held against the laws each time."""

    def asked(voices: object) -> object:
        try:
            return policy(voices)  # type: ignore[arg-type]  # whatever it is given, as the path gives it
        except Exception as error:
            raise BrokenLaw(LAW_ANSWERS, f"It raised {type(error).__name__}: {error}") from error

    asked.__name__ = name_of(policy)
    for name in ("estimates", "interest"):
        setattr(asked, name, getattr(policy, name, False))
    return asked  # type: ignore[return-value]


def _numbers(result: FigureReconciliation) -> tuple[int | None, int | None, int | None]:
    return result.low, result.best, result.high


def _any_overtaken(result: FigureReconciliation) -> bool:
    """Whether a later count exceeds an earlier one: then an answer bears on more than itself."""
    return any(entry.role is Role.overtaken for entry in result.account)


def _compare(law: str, before: FigureReconciliation, after: FigureReconciliation) -> None:
    if _numbers(before) != _numbers(after):
        raise BrokenLaw(law, f"It answered {_numbers(before)}, and then {_numbers(after)}.")


def _rebuilt(ledger: Ledger, change: Callable[[list[Claim]], list[Claim]]) -> Holdings:
    """The same records with other claims in place of the ledger's."""
    log = Log()
    log.receive(change(list(ledger.log.claims)))
    for entry in ledger.log.entries():
        if entry.revision:
            log.revise(entry.record)
        elif not isinstance(entry.record, Claim):
            log.receive([entry.record])
    return _Held(log)


def _turned(claims: list[Claim]) -> list[Claim]:
    return claims[::-1]


def _echoed(ledger: Ledger, result: FigureReconciliation) -> Iterator[Holdings]:
    for entry in result.account:
        claim = entry.claim
        if entry.role is Role.kept and claim.figure is not None and not claim.based_on:
            echo = Claim(claim.event, _ECHO, claim.question, claim.answer, based_on=claim)
            yield _rebuilt(ledger, partial(_added, echo))
            return


def _altered(ledger: Ledger, result: FigureReconciliation) -> Iterator[Holdings]:
    """The ledger with another answer in a claim that only the policy sets aside and nobody refers to."""
    referred = {identity for claim in ledger.log.claims for identity in (*claim.based_on, *claim.revises)}
    for entry in result.account:
        claim = entry.claim
        status = result.status(claim)
        free = (
            entry.role is Role.set_aside
            and status.countable
            and claim.id not in referred
            and not claim.revises
        )
        if free and claim.figure is not None and claim.figure.point is not None:
            other = _with_answer(claim, exactly(abs(claim.figure.point - 1)))
            yield _rebuilt(ledger, partial(_exchanged, claim, other))
            return


def _added(claim: Claim, claims: list[Claim]) -> list[Claim]:
    return [*claims, claim]


def _exchanged(old: Claim, new: Claim, claims: list[Claim]) -> list[Claim]:
    return [new if claim is old else claim for claim in claims]


def _with_answer(claim: Claim, answer: Answer) -> Claim:
    return Claim(
        claim.event, claim.source, claim.question, answer, stated=claim.stated, via=claim.via,
        based_on=claim.based_on, first_hand=claim.first_hand, observed=claim.observed,
    )  # fmt: skip


def _told(policy: Policy, law: str, detail: str, ledger: Ledger) -> BrokenLaw:
    said = f"By policy {name_of(policy)!r}. {detail}".strip()
    return BrokenLaw(law, said, f"The smallest ledger found:\n{shown(ledger.log)}")



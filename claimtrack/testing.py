"""Laws for your own policies, checked on generated ledgers.

Needs Hypothesis: `pip install 'claimtrack[strategies]'`. It is imported when a check runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from claimtrack.answers import Answer
from claimtrack.assessments import Assessment, Retraction
from claimtrack.claims import Claim
from claimtrack.errors import MissingExtra, PolicyError
from claimtrack.events import Event
from claimtrack.figures import exactly
from claimtrack.ledger import Ledger
from claimtrack.log import Log, Record
from claimtrack.questions import Measure, PartsOf, killed
from claimtrack.reconcile import (
    FigureReconciliation,
    Policy,
    Role,
    VerdictReconciliation,
    reconcile_all,
)
from claimtrack.sources import Party, Relation, Source
from claimtrack.status import Holdings, Statuses

LAW_SAME = "asked twice, a policy answers the same."
LAW_ACCOUNT = "every claim on the question is accounted for exactly once."
LAW_ORDER = "the order in which claims were recorded does not matter."
LAW_ECHO = "a claim that only repeats what is heard already changes no figure."
LAW_SET_ASIDE = "the answer of a claim that is set aside changes no figure."

_SHOWN = (Claim, Assessment, Retraction, Relation, PartsOf)
_ECHO = Source("An echo of all others", "aggregator")


class _Held:
    """A log of claims with their statuses."""

    def __init__(self, log: Log) -> None:
        self.log = log
        self.statuses = Statuses(log)


def check_policy(policy: Policy, *, examples: int = 200) -> None:
    """Hold a policy against the laws of reconciliation on generated ledgers.

    The ledgers hold figures of every kind, dated and undated, relayed, revised, overtaken and
    contradicting, and parties that gain by what they say.

    Args:
        policy: The policy: a function over voices, or any callable.
        examples: How many ledgers are tried.

    Raises:
        AssertionError: If the policy breaks a law: it names the law and the smallest ledger found.
        MissingExtra: If Hypothesis is not installed.

    Example:
        >>> from claimtrack.reconcile import Ruling
        >>> def highest(voices):
        ...     points = [voice.point for voice in voices if voice.point is not None]
        ...     return Ruling(max(points, default=None), None, None, because="The highest point.")
        >>> check_policy(highest, examples=20)
    """
    try:
        from hypothesis import HealthCheck, Phase, given, settings
        from hypothesis import strategies as st

        from claimtrack.strategies import ledgers
    except ImportError as error:
        raise MissingExtra("strategies", "claimtrack.testing.check_policy") from error

    side = Party("Army", opposes=[Party("Rebels")])
    question = killed(of=side)
    drawn = ledgers(events=st.just(Event("Attack")), questions=st.just(question), max_claims=6)
    phases = (Phase.generate, Phase.shrink)
    tried = settings(
        max_examples=examples, deadline=None, database=None, derandomize=True, phases=phases,
        report_multiple_bugs=False, suppress_health_check=[HealthCheck.too_slow], print_blob=False,
    )  # fmt: skip

    @tried
    @given(drawn)
    def holds(ledger: Ledger) -> None:
        for law in _broken(policy, ledger, question):
            raise AssertionError(_told(policy, law, ledger))

    holds()


def _broken(policy: Policy, ledger: Ledger, question: Measure) -> Iterator[str]:
    """The laws that the policy breaks on one ledger, each with what happened."""
    if not ledger.log.on_question(question.id):
        return
    try:
        result = _ask(ledger, question, policy)
        again = _ask(ledger, question, policy)
        if _numbers(again) != _numbers(result):
            yield f"{LAW_SAME} It answered {_numbers(result)}, then {_numbers(again)}."
        yield from _in_account(result, ledger, question)
        yield from _compared(LAW_ORDER, result, _ask(_turned(ledger), question, policy))
        for changed in _echoed(ledger, result):
            yield from _compared(LAW_ECHO, result, _ask(changed, question, policy))
        for changed in _altered(ledger, result):
            altered = _ask(changed, question, policy)
            if not _any_overtaken(result) and not _any_overtaken(altered):
                yield from _compared(LAW_SET_ASIDE, result, altered)
    except PolicyError as error:
        yield str(error)


def _ask(held: Holdings, question: Measure, policy: Policy) -> FigureReconciliation:
    (result,) = (one for one in reconcile_all(held, policy=_plain(policy), question=question))
    if isinstance(result, VerdictReconciliation):
        raise TypeError(question)
    result.ruling  # noqa: B018  # asks the policy, and holds its answer against the laws
    return result


def _plain(policy: Policy) -> Policy:
    """The policy as a bare callable, so that its answers are held against the laws each time."""

    def asked(voices: object) -> object:
        return policy(voices)  # type: ignore[arg-type]  # whatever it is given, as the path gives it

    asked.__name__ = str(getattr(policy, "name", None) or getattr(policy, "__name__", "policy"))
    for name in ("estimates", "interest"):
        setattr(asked, name, getattr(policy, name, False))
    return asked  # type: ignore[return-value]


def _numbers(result: FigureReconciliation) -> tuple[int | None, int | None, int | None]:
    return result.low, result.best, result.high


def _any_overtaken(result: FigureReconciliation) -> bool:
    """Whether a later count exceeds an earlier one: then an answer bears on more than itself."""
    return any(entry.role is Role.overtaken for entry in result.account)


def _in_account(result: FigureReconciliation, ledger: Ledger, question: Measure) -> Iterator[str]:
    told = sorted(entry.claim.id for entry in result.account)
    asked = sorted(claim.id for claim in ledger.log.on_question(question.id))
    if told != asked:
        yield f"{LAW_ACCOUNT} {len(asked)} claims, {len(told)} entries."


def _compared(law: str, before: FigureReconciliation, after: FigureReconciliation) -> Iterator[str]:
    if _numbers(before) != _numbers(after):
        yield f"{law} It answered {_numbers(before)}, and then {_numbers(after)}."


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


def _turned(ledger: Ledger) -> Holdings:
    return _rebuilt(ledger, lambda claims: claims[::-1])


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


def _told(policy: Policy, law: str, ledger: Ledger) -> str:
    name = getattr(policy, "name", None) or getattr(policy, "__name__", type(policy).__name__)
    told = (entry.record for entry in ledger.log.entries())
    lines = [f"  {_line(record)}" for record in told if isinstance(record, _SHOWN)]
    said = law if law.startswith("policy ") else f"policy {name!r} broke a law: {law}"
    return "\n".join([said, "The smallest ledger found:", *lines])


def _line(record: Record) -> str:
    """A record with what of it bears on who is heard."""
    if not isinstance(record, Claim):
        return repr(record)
    names = ("via", "based_on", "revises", "observed", "first_hand")
    more = "".join(f", {name}={getattr(record, name)!r}" for name in names if getattr(record, name))
    return f"{record!r}{more}"

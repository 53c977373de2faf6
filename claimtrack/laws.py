"""The laws that every ledger and every result keeps, as checks on the one at hand.

They need no Hypothesis: a script may hold a real ledger against them. `claimtrack.testing` gives them
out beside the checks that look for a counterexample, and `LedgerMachine` makes them after every step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from claimtrack.assessments import Assessment, Retraction, Verdict
from claimtrack.claims import Claim
from claimtrack.errors import BrokenLaw
from claimtrack.ledger import Ledger
from claimtrack.log import Entry, Log, Record, references_of
from claimtrack.log.records import parts_inside
from claimtrack.questions import PartsOf
from claimtrack.reconcile import (
    DEFAULT,
    FigureReconciliation,
    Policy,
    VerdictReconciliation,
    reconcile_all,
)
from claimtrack.sources import Relation
from claimtrack.status import Holdings, Lifecycle, State, Status, Statuses, Support

T = TypeVar("T")

LAW_ACCOUNT: Final = "every claim on the question is accounted for exactly once."
LAW_REASON: Final = "whatever becomes of a claim has a reason."
LAW_ENDS: Final = "low ≤ best ≤ high where stated."
LAW_LAST: Final = "as_of(recorded=last) is the ledger."
LAW_GROWS: Final = "what was recorded never changes, and as_of only grows."
LAW_ORDER: Final = "the order in which records came does not matter to a status."
LAW_FALLEN: Final = "a status never rests on a claim that fell."
LAW_ASSESSED: Final = "only an assessment confirms or refutes."
LAW_MUTUAL: Final = "two voices contest each other, or neither does."
LAW_KNOWN: Final = "what is corroborated is borne out by a voice known to be independent."

_SHOWN: Final = (Claim, Assessment, Retraction, Relation, PartsOf)
_FALLEN: Final = frozenset({"retracted", "superseded", "refuted", "misreported"})
_ASSESSED: Final = frozenset({State.confirmed, State.refuted, State.unverifiable, State.misreported})
_MOMENTS: Final = 20
"""So many moments of a long history are looked at."""


def assert_laws(ledger: Ledger, *, policy: Policy | str = DEFAULT) -> None:
    """Hold a ledger against every law: its history, its statuses, and an account of every question.

    Args:
        ledger: The ledger.
        policy: The policy by which every question is answered.

    Raises:
        BrokenLaw: If one does not hold; the error names it.

    Example:
        >>> from claimtrack.ledger import Ledger
        >>> assert_laws(Ledger())
    """
    assert_history(ledger)
    assert_statuses(ledger)
    for result in reconcile_all(ledger, policy=policy):
        assert_accounted_for(result, ledger)


def assert_accounted_for(
    result: FigureReconciliation | VerdictReconciliation, held: Holdings | Iterable[Claim]
) -> None:
    """Check that a result has every claim on its question once, each with a reason, and its ends in order.

    Args:
        result: What `reconcile` gave.
        held: What it was asked of: a ledger, or claims.

    Raises:
        BrokenLaw: If a claim is missing, there twice, not asked for, or there for no reason.
    """
    key = (result.event.id, result.question.id)
    log = None if isinstance(held, Iterable) else held.log
    claims = held if isinstance(held, Iterable) else held.log.group(*key)
    asked = Counter({claim.id for claim in claims if (claim.event.id, claim.question.id) == key})
    told = Counter(entry.claim.id for entry in result.account)
    if asked != told:
        missing, more = asked - told, told - asked
        said = f"Missing: {_listed(missing)}. Not asked for, or there twice: {_listed(more)}."
        raise BrokenLaw(LAW_ACCOUNT, said, "" if log is None else shown(log))
    for entry in result.account:
        need(LAW_REASON, bool(entry.because.strip()), f"{entry.claim}, {entry.role.value}: no reason", log)
    if isinstance(result, FigureReconciliation):
        stated = [end for end in (result.low, result.best, result.high) if end is not None]
        ends = f"low={result.low}, best={result.best}, high={result.high}"
        need(LAW_ENDS, stated == sorted(stated), ends, log)


def assert_history(ledger: Ledger) -> None:
    """Check that the ledger can be seen as it stood: it only grew, and as of its last entry it is itself.

    Raises:
        BrokenLaw: If one does not hold.
    """
    entries = list(ledger.entries())
    for moment in _some(sorted({entry.recorded for entry in entries})):
        held = list(ledger.as_of(recorded=moment).entries())
        known = [entry for entry in entries if entry.recorded <= moment]
        need(LAW_GROWS, held == known, f"as of {moment}", ledger.log)
    if entries:
        last = ledger.as_of(recorded=entries[-1].recorded)
        need(LAW_LAST, list(last.entries()) == entries, "its entries differ", ledger.log)
        for claim in ledger.log.claims:
            same = last.status(claim).state is ledger.status(claim).state
            need(LAW_LAST, same, f"the state of {claim} differs", ledger.log)
    said = {claim.stated.end for claim in ledger.log.claims if claim.stated is not None}
    before: set[str] = {claim.id for claim in ledger.log.claims if claim.stated is None}
    for day in _some(sorted(said)):
        ids = {claim.id for claim in ledger.as_of(stated=day).log.claims}
        need(LAW_GROWS, before <= ids, f"of what had been stated by {day}", ledger.log)
        before = ids


def assert_statuses(ledger: Ledger) -> None:
    """Check that the status of every claim follows from what was recorded, and rests on what stands.

    Raises:
        BrokenLaw: If one does not hold.
    """
    other = Statuses(_reordered(list(ledger.entries())))
    for claim in ledger.log.claims:
        status = ledger.status(claim)
        need(LAW_ORDER, _told(status) == _told(other.of(claim)), f"{claim}: {status}", ledger.log)
        _check_status(ledger, claim, status)


def _reordered(entries: list[Entry]) -> Log:
    """The records in another order up to the first revision, on which whatever follows may build."""
    first = next((entry.number for entry in entries if entry.revision), len(entries))
    log = Log()
    for record in in_another_order([entry.record for entry in entries[:first]]):
        log.receive([record])
    for entry in entries[first:]:
        log.restore(entry.record, entry.recorded, revision=entry.revision)
    return log


def _check_status(ledger: Ledger, claim: Claim, status: Status) -> None:
    log = ledger.log
    need(LAW_REASON, bool(status.because.strip()), f"{claim} is {status.state.value}", log)
    if not log.assessments(claim):
        plain = status.state not in _ASSESSED and status.verdict is Verdict.none
        need(LAW_ASSESSED, plain, f"{claim} is {status.state.value}", log)
    leaning = (*status.supported_by, *status.contested_by)
    for rested in (*leaning, *([status.overtaken_by] if status.overtaken_by else [])):
        need(LAW_FALLEN, not fallen(ledger.status(rested)), f"{claim} rests on {rested}", log)
    if not (status.echo or status.rendering):
        for rival in status.contested_by:
            mutual = claim in ledger.status(rival).contested_by
            need(LAW_MUTUAL, mutual, f"{rival} contests {claim}, which does not contest it", log)
    if status.support is Support.corroborated:
        for bearing in status.supported_by:
            known = ledger.statuses.origins.independence(claim, bearing) is not None
            need(LAW_KNOWN, known, f"{claim} by {bearing}", log)


def fallen(status: Status) -> bool:
    """Whether a claim was retracted, superseded, refuted or misreported: nothing may rest on it."""
    gone = status.lifecycle in (Lifecycle.retracted, Lifecycle.superseded)
    return gone or status.verdict.value in _FALLEN


def in_another_order(records: Sequence[Record], choose: Callable[[list[str]], str] = max) -> list[Record]:
    """The records in another order, each after everything it refers to.

    Args:
        records: The records.
        choose: Which of the records that could come next does, by id; `random.choice` shuffles.
    """
    left = {record.id: record for record in records}
    waits = {identity: _needed(record) & left.keys() for identity, record in left.items()}
    ordered: list[Record] = []
    while left:
        ready = sorted(identity for identity in left if not waits[identity] & left.keys())
        ordered.append(left.pop(choose(ready or sorted(left))))  # a circle is broken anywhere
    return ordered


def need(law: str, holds: bool, detail: str = "", log: Log | None = None) -> None:  # noqa: FBT001 - it reads as the sentence it checks
    """Fail with a law where it does not hold.

    Raises:
        BrokenLaw: If it does not.
    """
    if not holds:
        raise BrokenLaw(law, detail, "" if log is None else shown(log))


def shown(log: Log | Iterable[Entry]) -> str:
    """What was said, judged and declared, a line for each: how a counterexample is printed."""
    entries = log.entries() if isinstance(log, Log) else log
    return "\n".join(f"  {_line(entry.record)}" for entry in entries if isinstance(entry.record, _SHOWN))


def _line(record: Record) -> str:
    """A record with what of it bears on who is heard."""
    if not isinstance(record, Claim):
        return repr(record)
    names = ("via", "based_on", "revises", "observed", "first_hand")
    more = "".join(f", {name}={getattr(record, name)!r}" for name in names if getattr(record, name))
    return f"{record!r}{more}"


def _told(status: Status) -> tuple[object, ...]:
    """Everything a status says, but the ledger it is of."""
    return (
        status, status.because, status.missing, status.superseded_by, status.overtaken_by,
        status.credibility, status.override, status.interest,
    )  # fmt: skip


def _needed(record: Record) -> set[str]:
    return {*references_of(record), *(part.id for part in parts_inside(record))}


def _some(moments: list[T]) -> list[T]:
    """All of them, or as many of a long list, the first and the last among them."""
    if len(moments) <= _MOMENTS:
        return moments
    return [moments[place * (len(moments) - 1) // (_MOMENTS - 1)] for place in range(_MOMENTS)]


def _listed(claims: Counter[str]) -> str:
    return ", ".join(sorted(claims)) or "none"

"""A property test over a policy of one's own: it finds what is wrong, and shrinks it to two claims."""

from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack import strategies as cts
from claimtrack.reconcile import Ruling, Voices


def middle(voices: Voices) -> Ruling:
    """Meet in the middle: the average of every number that is stated."""
    points = [voice.point for voice in voices if voice.point is not None]
    return Ruling(min(points), sum(points) // len(points), None) if points else Ruling()


attack, killed = ct.Event("Attack"), ct.killed()


@settings(derandomize=True, database=None, deadline=None)
@given(cts.ledgers(events=st.just(attack), questions=st.just(killed), min_claims=1))
def test_middle_keeps_every_law(ledger: ct.Ledger) -> None:
    """Reconciliation holds what a policy answers against the laws, and raises with the one it breaks."""
    tried.append(ledger)
    ct.reconcile(ledger, killed, attack, policy=middle)


tried: list[ct.Ledger] = []
try:
    test_middle_keeps_every_law()
except ct.PolicyError as error:
    print(error.law)
    print(error.detail)
    print(ct.status_table(tried[-1]))

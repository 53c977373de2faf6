"""Laws for what you write yourself: policies, readers, schemes and formats; and for your ledgers.

The `check_` functions draw examples until one breaks a law or none does, and fail with the law and the
smallest example. They need Hypothesis (`pip install 'claimtrack[strategies]'`), which is imported when a
check runs. The `assert_` functions look at the one ledger or result at hand, and need nothing.

Example:
    >>> from claimtrack.testing import assert_laws
    >>> from claimtrack.ledger import Ledger
    >>> assert_laws(Ledger())
"""

from claimtrack.errors import BrokenLaw
from claimtrack.laws import assert_accounted_for, assert_history, assert_laws, assert_statuses
from claimtrack.testing.formats import assert_round_trip, check_format
from claimtrack.testing.policies import check_policy
from claimtrack.testing.readers import check_reader
from claimtrack.testing.schemes import check_scheme
from claimtrack.testing.wordings import check_wordings

__all__ = [
    "BrokenLaw",
    "assert_accounted_for",
    "assert_history",
    "assert_laws",
    "assert_round_trip",
    "assert_statuses",
    "check_format",
    "check_policy",
    "check_reader",
    "check_scheme",
    "check_wordings",
]

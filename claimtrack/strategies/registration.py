"""What `st.from_type` draws for the records of claimtrack.

Nothing has to be called: the entry point of Hypothesis and the import of claimtrack, whichever comes
second, register every kind by name (see `_claimtrack_hypothesis`), and this module is imported when a
strategy for one of them is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from hypothesis import strategies as st

from claimtrack.answers import Declined, Stance
from claimtrack.assessments import Assessment, Retraction
from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.events import Event, Place
from claimtrack.evidence import Evidence
from claimtrack.figures import Figure
from claimtrack.ledger import Ledger
from claimtrack.questions import Attribution, Measure, Proposition
from claimtrack.sources import Party, Relation, Source
from claimtrack.strategies import holdings, records, statements, values

STRATEGIES: Final[Mapping[type, Callable[[], st.SearchStrategy[object]]]] = {
    Party: records.parties,
    Source: records.sources,
    Place: records.places,
    Event: records.events,
    Measure: records.measures,
    Proposition: records.propositions,
    Attribution: records.attributions,
    Evidence: records.evidence,
    Figure: values.figures,
    When: values.whens,
    Stance: values.stances,
    Declined: values.declined,
    Claim: statements.claims,
    Assessment: lambda: records.assessments(claims=statements.claims()),
    Retraction: lambda: records.retractions(claims=statements.claims()),
    Relation: lambda: records.relations(between=records.sources()),
    Ledger: holdings.ledgers,
}
"""The strategy for each kind of record, made when it is first asked for."""

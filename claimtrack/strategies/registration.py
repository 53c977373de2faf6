"""What `st.from_type` draws for the records of claimtrack."""

from __future__ import annotations

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


def _register() -> None:
    """Register a strategy for each kind of record; each is made when it is first asked for."""
    register = st.register_type_strategy
    register(Party, lambda _: records.parties())
    register(Source, lambda _: records.sources())
    register(Place, lambda _: records.places())
    register(Event, lambda _: records.events())
    register(Measure, lambda _: records.measures())
    register(Proposition, lambda _: records.propositions())
    register(Attribution, lambda _: records.attributions())
    register(Evidence, lambda _: records.evidence())
    register(Figure, lambda _: values.figures())
    register(When, lambda _: values.whens())
    register(Stance, lambda _: values.stances())
    register(Declined, lambda _: values.declined())
    register(Claim, lambda _: statements.claims())
    register(Assessment, lambda _: records.assessments(claims=statements.claims()))
    register(Retraction, lambda _: records.retractions(claims=statements.claims()))
    register(Relation, lambda _: records.relations(between=records.sources()))
    register(Ledger, lambda _: holdings.ledgers())

"""GeoJSON: events on a map, each with its reconciled figures.

Source: RFC 7946; longitude comes first.
"""

from __future__ import annotations

import json
from os import PathLike

from claimtrack.events import Event
from claimtrack.io.files import replaced
from claimtrack.io.losses import Losses, lost
from claimtrack.ledger import Ledger
from claimtrack.questions import Measure
from claimtrack.reconcile import Policy, reconcile

__all__ = ["write"]


def write(ledger: Ledger, path: str | PathLike[str], *, policy: str | Policy | None = None) -> Losses:
    """Write every event as a feature, with low, best and high for each question that was answered in figures.

    Args:
        ledger: The ledger.
        path: The file.
        policy: The policy that reconciles; by default the library's, named with each figure.

    Returns:
        What GeoJSON cannot carry.
    """
    features = [_feature(ledger, event, policy) for event in ledger.events]
    with replaced(path) as file:
        collection = {"type": "FeatureCollection", "features": features}
        text = json.dumps(collection, ensure_ascii=False, indent=1)
        file.write(text.encode("utf-8", "backslashreplace") + b"\n")
    return lost(
        "GeoJSON",
        {
            ("single claims and who made them", "a feature is an event"): len(ledger.log.claims),
            ("events without coordinates", "they are written without a geometry"): sum(
                event.place is None or event.place.latitude is None for event in ledger.events
            ),
            ("propositions and attributions", "only figures are written"): sum(
                not isinstance(question, Measure) for question in ledger.questions()
            ),
            ("reasons, statuses and history", "a feature has properties only"): len(ledger),
        },
    )


def _feature(ledger: Ledger, event: Event, policy: str | Policy | None) -> dict[str, object]:
    place, geometry = event.place, None
    if place is not None and place.latitude is not None:
        geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    figures = [
        _figure(ledger, event, question, policy)
        for question in ledger.questions(event=event)
        if isinstance(question, Measure)
    ]
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": geometry,
        "properties": {
            "name": event.name,
            "occurred": event.occurred.iso if event.occurred else None,
            "place": place.name if place else None,
            "parties": [party.name for party in event.parties],
            "claims": len(ledger.claims(event=event)),
            "figures": figures,
        },
    }


def _figure(
    ledger: Ledger, event: Event, question: Measure, policy: str | Policy | None
) -> dict[str, object]:
    chosen = {} if policy is None else {"policy": policy}
    result = reconcile(ledger, question, event, **chosen)
    return {
        "question": question.label,
        "low": result.low,
        "best": result.best,
        "high": result.high,
        "policy": result.policy,
        "conflicts": len(result.conflicts),
        "estimated": result.estimated,
    }

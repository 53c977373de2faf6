"""Laws of foreign formats: what was written is read back or listed, and no bytes make a reader fail."""

from __future__ import annotations

import tempfile
from itertools import zip_longest
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack import strategies
from claimtrack.io import sheets
from claimtrack.io.sheet_figures import cells_of, figure_of

MANY = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
FEW = settings(MANY, max_examples=25)


def plain(ledger, claim):
    """What a row says of a claim."""
    answer, question = claim.answer, claim.question
    if isinstance(answer, ct.Figure):
        answer = attrs.evolve(answer, because="", imputed=claim.imputed is not None or answer.imputed)
    elif isinstance(answer, ct.Stance):
        answer = answer.kind
    carriers = {}
    for identity, published in zip_longest(claim.via, claim.published):
        carriers.setdefault(ledger.get(identity).name, published)
    source, place = claim.source, claim.event.place
    return {
        "event": (claim.event.name, claim.event.occurred, place and (place.name, place.latitude)),
        "parties": {party.name for party in claim.event.parties},
        "source": (source.id, source.kind, source.party, source.reliability),
        "question": question if isinstance(question, ct.Measure) else question.label,
        "answer": answer,
        "carriers": list(carriers.items()),
        "rest": (claim.stated, claim.first_hand, claim.observed, claim.hedged, claim.lang, claim.url),
    }


def relations(ledger):
    """Who fights, stands with or rests on whom, by name."""
    sides = {(p.name, how, ledger.get(other).name) for p in ledger.parties for how in ("opposes", "allied")
             for other in getattr(p, how) if ledger.get(other)}  # fmt: skip
    ends = [(ledger.get(r.a).name, ledger.get(r.b).name, r) for r in ledger.log.relations]
    return sides, {
        ((a, b) if r.how == "depends" else frozenset((a, b)), r.how, r.because, r.since)
        for a, b, r in ends
        if a != b
    }


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@FEW
@given(ledger=strategies.ledgers())
def test_every_claim_comes_back_from_a_sheet_but_for_what_was_listed(suffix, ledger):
    with tempfile.TemporaryDirectory() as folder:
        path, related = Path(folder, f"claims.{suffix}"), Path(folder, "relations.csv")
        more = {"relations": related} if suffix == "csv" else {}
        losses = {loss.what for loss in sheets.write(ledger, path, **more)}
        again, problems = sheets.read(path, **more)
    assert {problem.code for problem in problems} <= {"repeated-claim", "described-otherwise"}
    assert relations(again) == relations(ledger)
    if not problems and "figures whose words and numbers no cells give exactly" not in losses:
        assert [plain(again, c) for c in again.claims()] == [plain(ledger, c) for c in ledger.claims()]


@MANY
@given(strategies.figures(), st.none() | st.sampled_from(["en", "fr"]))
def test_the_cells_of_a_figure_give_it_or_its_bounds(figure, lang):
    cells, exact = cells_of(figure, lang)
    again = figure_of(cells, lang)
    assert again.bounds == figure.bounds
    assert again.kind == figure.kind
    assert exact == (attrs.evolve(again, because="") == attrs.evolve(figure, because="", imputed=False))
    assert exact or figure.kind in ("approximate", "vague") or not (figure.words or "").strip()

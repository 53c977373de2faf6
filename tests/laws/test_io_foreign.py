"""Laws of foreign formats: what was written is read back or listed, and no bytes make a reader fail."""

from __future__ import annotations

import csv
import io
import json
import tempfile
import zipfile
from functools import cache
from itertools import zip_longest
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack import strategies
from claimtrack.io import claimreview, geojson, sheets, stix, tidy
from claimtrack.io.sheet_figures import cells_of, figure_of

stix2 = pytest.importorskip("stix2", reason="STIX is an extra")

FEW = settings(max_examples=25)


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


NAMES_OF_ANY_KIND = st.text(min_size=1, max_size=6).filter(str.strip)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@FEW
@example(texts=("Attack", "\x00", "we mourn", "Army"), note="")
@given(texts=st.tuples(*[NAMES_OF_ANY_KIND] * 4), note=st.text(max_size=6))
def test_any_text_comes_back_from_a_sheet_or_is_listed(suffix, texts, note):
    event, source, words, party = texts
    ledger, army = ct.Ledger(), ct.Party(party)
    claim = ct.Claim(
        ct.Event(event), ct.Source(source, party=army), ct.killed(of=army), ct.unread(words), note=note
    )
    ledger.record(claim)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"claims.{suffix}")
        losses = str(sheets.write(ledger, path))
        again, problems = sheets.read(path)
    if "characters that the file cannot hold" in losses:
        assert again.claims() or problems  # a name of nothing else is an empty cell, and said to be one
        return
    (back,) = again.claims()
    assert not problems
    assert (back.event.name, back.words, back.note) == (event.strip(), words.strip(), note.strip())
    assert back.source.name == source.strip().replace(";", ",")


@given(strategies.figures(), st.none() | st.sampled_from(["en", "fr"]))
def test_the_cells_of_a_figure_give_it_or_its_bounds(figure, lang):
    cells, exact = cells_of(figure, lang)
    again = figure_of(cells, lang)
    assert again.bounds == figure.bounds
    assert again.kind == figure.kind
    assert exact == (attrs.evolve(again, because="") == attrs.evolve(figure, because="", imputed=False))
    assert exact or figure.kind in ("approximate", "vague") or not (figure.words or "").strip()


@FEW
@given(strategies.ledgers())
def test_every_ledger_comes_back_from_stix(ledger):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bundle.json")
        stix.write(ledger, path)
        again, problems = stix.read(path)
        bundle = stix2.parse(path.read_text(encoding="utf-8"), allow_custom=False)
    assert problems == ()
    assert list(again.entries()) == list(ledger.entries())
    ids = {item.id for item in bundle.objects}
    assert len(ids) == len(bundle.objects)
    assert all(set(getattr(item, "object_refs", ())) <= ids for item in bundle.objects)


@FEW
@given(strategies.ledgers())
def test_every_claim_that_says_something_comes_back_from_reviews(ledger):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "reviews.json")
        left_out = {loss.what: loss.count for loss in claimreview.write(ledger, path)}
        again, problems = claimreview.read(path)
    log = ledger.log
    written = sum(bool(log.assessments(c)) for c in log.claims)
    alone = len(log.claims) - written - left_out.get("answers that claim nothing, and claims taken back", 0)
    assert not problems
    assert len(again.log.claims) <= written + alone
    assessed = {
        f"{claim.event.name}: {claim.question.label}: {claim.as_given}"
        for claim in log.claims
        if log.assessments(claim)
    }
    assert assessed <= {str(claim.question) for claim in again.claims()}
    judged = {e.url: e.authenticity for e in ledger.evidence if e.authenticity}
    assert {e.url: e.authenticity for e in again.evidence if e.authenticity} == judged


@FEW
@given(strategies.ledgers())
def test_a_map_has_every_event_and_a_tidy_table_every_claim(ledger):
    with tempfile.TemporaryDirectory() as folder:
        path, table = Path(folder, "events.geojson"), Path(folder, "claims.csv")
        geojson.write(ledger, path)
        tidy.write(ledger, table)
        features = json.loads(path.read_bytes())["features"]
        with table.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    assert [feature["id"] for feature in features] == [event.id for event in ledger.events]
    for feature in features:
        for figure in feature["properties"]["figures"]:
            known = [figure[name] for name in ("low", "best", "high") if figure[name] is not None]
            assert known == sorted(known)
    assert [row["claim"] for row in rows] == [claim.id for claim in ledger.claims()]


BUNDLE = Path(__file__).parent.parent / "data" / "io" / "wire-1.jsonl"


@cache
def written(module, suffix="json"):
    """The bytes of one and the same ledger in a format."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"x.{suffix}")
        module.write(ct.load(BUNDLE), path)
        return path.read_bytes()


def read_bytes(module, data, suffix="json"):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"x.{suffix}")
        path.write_bytes(data)
        return module.read(path)


@pytest.mark.parametrize("module", [stix, claimreview])
@given(part=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_what_is_before_a_cut_or_a_flipped_bit_in_a_document_is_kept(module, part, bit):
    whole = written(module).rstrip()
    place = int(part * len(whole))
    damaged = bytearray(whole)
    damaged[place] ^= 1 << bit
    for one in (whole[:place], bytes(damaged)):
        ledger, problems = read_bytes(module, one)
        start = '{\n            "type"' if module is stix else '{\n      "@type"'
        objects = max(0, whole[:place].decode("utf-8", "ignore").count(start) - 1)
        assert problems or one != whole[:place]
        if module is stix:  # the first two objects say what the bundle is
            kept = [entry.record for entry in ledger.entries()]
            good = [entry.record for entry in ct.load(BUNDLE).entries()][: max(0, objects - 2)]
            assert kept[: len(good)] == good
        else:
            assert len(ledger.log.claims) + len(ledger.evidence) + len(problems) >= min(objects, 1)


NAMES = st.sampled_from(
    ["@type", "@graph", "author", "name", "claimReviewed", "itemReviewed", "datePublished", "appearance",
     "reviewRating", "alternateName", "publisher", "about", "location", "geo", "latitude", "longitude", "url",
     "mediaAuthenticityCategory", "originalMediaLink", "sha256", "citation", "startDate", "extensions",
     "objects", stix.EXTENSION, "line", "number", "id", "type"]
)  # fmt: skip
ATOMS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9),
    st.sampled_from(["ClaimReview", "Claim", "MediaReview", "Event", "2024-02-30", "2024-05-01", "True"]),
)  # fmt: skip
DOCUMENTS = st.recursive(
    ATOMS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(NAMES, inside, max_size=8),
    max_leaves=30,
)


@pytest.mark.parametrize("module", [stix, claimreview])
@given(document=DOCUMENTS | st.dictionaries(NAMES, DOCUMENTS).map({"@type": "ClaimReview"}.__or__))
def test_any_document_is_read_or_reported(module, document):
    ledger, problems = read_bytes(module, json.dumps(document).encode())
    assert len(ledger) or problems or "@graph" in document or "objects" in document


@pytest.mark.parametrize("module", [stix, claimreview])
@given(data=st.binary() | st.text().map(str.encode))
def test_any_bytes_are_no_document(module, data):
    ledger, problems = read_bytes(module, data)
    assert problems
    assert not len(ledger)


@FEW
@given(data=st.data())
def test_no_bytes_of_a_workbook_make_the_reader_fail_except_by_saying_so(data):
    workbook = written(sheets, "xlsx")
    damaged = bytearray(workbook)
    if data.draw(st.booleans()):  # what is inside the archive, with its checksums right
        with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
            parts = {name: bytearray(archive.read(name)) for name in archive.namelist()}
        part = parts[data.draw(st.sampled_from(sorted(parts)))]
        place = data.draw(st.integers(0, len(part) - 1))
        part[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, body in parts.items():
                archive.writestr(name, bytes(body))
        damaged = buffer.getvalue()
    else:
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    try:
        ledger, problems = read_bytes(sheets, bytes(damaged), "xlsx")
    except (ct.InvalidField, sheets.ColumnsNeeded):
        return
    assert ledger.claims() or problems

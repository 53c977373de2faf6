"""ClaimReview, STIX, GeoJSON and tidy tables: what they carry, and that they say what they lose."""

from __future__ import annotations

import csv
import json
import sys

import pytest

import claimtrack as ct
from claimtrack.io import claimreview, geojson, stix, tidy
from claimtrack.io.losses import Losses
from claimtrack.ledger import Ledger

stix2 = pytest.importorskip("stix2", reason="STIX is an extra")


@pytest.fixture
def ledger():
    jnim = ct.Party("JNIM")
    event = ct.Event("Attack", occurred="2024-09-17", place=ct.Place("Bamako", latitude=12.6, longitude=-8.0))
    afp, army = ct.Source("AFP", kind="agency", url="https://afp.com"), ct.Source("Army", kind="military")
    ledger = Ledger()
    toll, _, fire, _ = ledger.record(
        ct.Claim(
            event, ct.Source("A source", anonymous=True), ct.killed(), ct.exactly(77), via=[afp],
            stated="2024-09-19",
        ),
        ct.Claim(event, army, ct.killed(), ct.declined("refused")),
        ct.Claim(event, army, ct.Proposition("An aircraft burned"), ct.affirms(), url="https://example.org/x"),
        ct.Claim(ct.Event("Elsewhere"), army, ct.Attribution(), ct.denies(jnim)),
    )  # fmt: skip
    video = ct.Evidence(
        "https://example.org/v",
        kind="video",
        captured="2024-09-17",
        authenticity="StagedContent",
        shows="an apron",
    )
    ledger.assess(
        fire, "confirmed", by="A", decided="2024-09-20", because="seen", evidence=[video], credibility=2
    )
    ledger.assess(toll, "unverifiable", by="A", decided="2024-09-21", because="no access", credibility=6)
    ledger.relate(afp, army, "independent", because="another country")
    ledger.revise(ct.Source("AFP", kind="agency", url="https://afp.com", reliability="B"))
    return ledger


def test_losses_print_and_count():
    assert str(Losses("GeoJSON", ())) == "GeoJSON carried everything."
    assert not Losses("GeoJSON", ())


def test_assessments_become_claim_reviews(ledger, tmp_path):
    losses = claimreview.write(ledger, tmp_path / "r.json")
    graph = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["@graph"]
    unverifiable, confirmed, denied, media = graph
    assert confirmed["reviewRating"] == {
        "@type": "Rating", "alternateName": "Confirmed", "ratingExplanation": "seen", "ratingValue": "5",
        "bestRating": "5", "worstRating": "1",
    }  # fmt: skip
    assert confirmed["itemReviewed"]["appearance"][0]["url"] == "https://example.org/x"
    assert confirmed["citation"] == ["https://example.org/v"]
    assert "ratingValue" not in unverifiable["reviewRating"]
    assert media["mediaAuthenticityCategory"] == "StagedContent"
    assert (denied["@type"], denied["author"]["name"], denied["name"]) == (
        "Claim", "Army", "Elsewhere: Responsibility for the event: denies: JNIM",
    )  # fmt: skip
    assert "answers that claim nothing, and claims taken back (1)" in str(losses)
    assert "kinds, parties and reliability of sources (3)" in str(losses)


def test_claim_reviews_are_read(ledger, tmp_path):
    claimreview.write(ledger, tmp_path / "r.json")
    again, problems = claimreview.read(tmp_path / "r.json")
    assert problems == ()
    assert [(event.name, event.occurred, event.place) for event in again.events] == [
        (event.name, event.occurred, event.place) for event in ledger.events
    ]
    assert [again.get(claim.via[0]).name for claim in again.claims() if claim.via] == ["AFP"]
    assert {source.name: source.url for source in again.sources}["AFP"] == "https://afp.com"
    (video,) = [evidence for evidence in again.evidence if evidence.authenticity]
    assert video == ledger.evidence[0]
    assert [str(again.status(claim).state) for claim in again.claims()] == [
        "unverifiable", "confirmed", "unverified",
    ]  # fmt: skip
    assert [evidence.authenticity for evidence in again.evidence] == ["StagedContent"]


def test_reviews_of_others_are_read_wherever_they_stand(tmp_path):
    review = {
        "@type": ["ClaimReview"], "claimReviewed": "X happened", "author": {"name": "Checker"},
        "datePublished": "2024-05-01", "itemReviewed": {"author": [{"name": "Minister"}]},
        "reviewRating": {"alternateName": "Mostly false"},
    }  # fmt: skip
    document = {"dataFeedElement": [{"item": [review, {"@type": "ClaimReview", "author": {"name": "B"}}]}]}
    (tmp_path / "r.json").write_text(json.dumps(document))
    ledger, problems = claimreview.read(tmp_path / "r.json")
    (claim,) = ledger.claims()
    (assessment,) = ledger.log.assessments(claim)
    assert (claim.source.name, str(claim.question)) == ("Minister", "X happened")
    assert (assessment.verdict, assessment.because) == ("none", "rated 'Mostly false'")
    assert [problem.code for problem in problems] == ["unknown-rating", "unreadable-review"]
    assert "$.dataFeedElement[0].item[1]" in problems[1].location


def test_a_review_without_date_or_author_keeps_its_claim_and_a_number_is_no_verdict(tmp_path):
    review = {
        "@type": "ClaimReview", "claimReviewed": "X", "author": {"name": "Checker"}, "datePublished": "2024",
        "reviewRating": {"ratingValue": 1, "bestRating": 5, "worstRating": 1},
    }  # fmt: skip
    reviews = [review, review | {"claimReviewed": "Y", "datePublished": "soon"}, review | {"author": None}]
    claims = [{"@type": "Claim", "text": "Z"}, {"@type": "Claim"}]
    (tmp_path / "r.json").write_text(json.dumps([*reviews, *claims]))
    ledger, problems = claimreview.read(tmp_path / "r.json")
    assert [str(claim.question) for claim in ledger.claims()] == ["X", "Y", "Z"]
    (assessment,) = ledger.log.judgements()
    assert (assessment.verdict, assessment.because) == ("none", "rated 1 on a scale from 1 to 5")
    assert [(problem.code, problem.location[-4:]) for problem in problems] == [
        ("wrong-date", "$[1]"), ("incomplete-review", "$[1]"), ("incomplete-review", "$[2]"),
        ("unreadable-review", "$[4]"),
    ]  # fmt: skip


def test_what_of_a_review_cannot_be_read_as_it_stands_is_listed(tmp_path):
    one = {
        "@type": "https://schema.org/ClaimReview", "claimReviewed": "A mill burned", "author": "A desk",
        "datePublished": "2024-05-01", "reviewRating": {"alternateName": "No verdict"},
        "itemReviewed": [
            {
                "author": [{"name": "Minister", "url": "https://a.example"}, {"name": "Aide"}],
                "datePublished": "last week",
                "about": {
                    "@type": "schema:Event", "name": "Fire", "startDate": "2024-04-31",
                    "location": {"name": "Mill", "geo": {"latitude": "north", "longitude": 2}},
                },
                "appearance": [
                    {"url": "https://b.example"},
                    {"publisher": {"name": "Radio"}, "datePublished": "2024-04-30"},
                    {"publisher": {"name": "Minister", "url": "https://c.example"}},
                ],
            },
            {"name": "another"},
        ],
    }  # fmt: skip
    media = {
        "@type": "MediaReview", "originalMediaLink": "https://v.example", "datePublished": "2024-05-02",
        "author": {"name": "A desk"}, "mediaAuthenticityCategory": ["schema:Fake", "schema:StagedContent"],
        "itemReviewed": {"@type": "VideoObject", "sha256": "1234"},
    }  # fmt: skip
    (tmp_path / "r.json").write_text(json.dumps([one, media, media | {"mediaAuthenticityCategory": "Fake"}]))
    ledger, problems = claimreview.read(tmp_path / "r.json")
    (claim,) = ledger.claims()
    assert (claim.event.name, str(claim.event.place), claim.source.url) == ("Fire", "Mill", "https://a.example")
    assert (claim.url, ledger.get(claim.via[0]).name, claim.published[0].iso) == (
        "https://b.example", "Radio", "2024-04-30",
    )  # fmt: skip
    (video,) = ledger.evidence
    assert (video.kind, video.authenticity, video.sha256) == ("video", "StagedContent", None)
    assert video.note == "judged by A desk on 2024-05-02"
    (assessment,) = ledger.log.assessments(claim)
    assert (assessment.by, assessment.verdict) == ("A desk", "none")
    assert [(problem.code, problem.location[-4:]) for problem in problems] == [
        ("several-values", "$[1]"), ("unknown-value", "$[1]"), ("unknown-value", "$[2]"),
        ("unknown-value", "$[2]"), ("several-values", "$[0]"), ("several-values", "$[0]"),
        ("wrong-date", "$[0]"), ("wrong-date", "$[0]"), ("wrong-place", "$[0]"),
        ("described-otherwise", "$[0]"),
    ]  # fmt: skip


def test_authors_that_reviews_do_not_name_are_not_taken_for_one(tmp_path):
    claims = [{"@type": "Claim", "name": name} for name in ("A mill burned", "A bridge fell")]
    (tmp_path / "r.json").write_text(json.dumps(claims))
    ledger, _ = claimreview.read(tmp_path / "r.json")
    one, other = ledger.sources
    assert one.anonymous
    assert one.id != other.id


NUMBERED = [
    {"extensions": {stix.EXTENSION: {"line": "{}", "number": number}}} for number in ("x", 1e999, None, [])
]


@pytest.mark.parametrize(
    "text",
    [
        "", "no", "[" * 100_000, '{"@graph": 3}', "null", "[[[[]]]]", '{"objects": [1, "extensions"]}',
        *(json.dumps({"objects": [one]}) for one in NUMBERED),
    ],
)  # fmt: skip
def test_anything_else_is_reported_or_empty(tmp_path, text):
    (tmp_path / "r.json").write_text(text)
    for module in (claimreview, stix):
        ledger, problems = module.read(tmp_path / "r.json")
        assert len(ledger) == 0
        assert problems


def test_a_ledger_comes_back_from_stix(ledger, tmp_path):
    losses = stix.write(ledger, tmp_path / "b.json")
    again, problems = stix.read(tmp_path / "b.json")
    assert problems == ()
    assert list(again.entries()) == list(ledger.entries())
    stix.write(again, tmp_path / "c.json")
    assert (tmp_path / "b.json").read_bytes() == (tmp_path / "c.json").read_bytes()
    assert "figures as intervals" in str(losses)


def test_the_bundle_is_stix_and_6_has_no_confidence(ledger, tmp_path):
    stix.write(ledger, tmp_path / "b.json")
    bundle = stix2.parse((tmp_path / "b.json").read_text(encoding="utf-8"), allow_custom=False)
    opinions = [item for item in bundle.objects if item.type == "opinion"]
    assert [(item.opinion, getattr(item, "confidence", None)) for item in opinions] == [
        ("strongly-agree", 70), ("neutral", None),
    ]  # fmt: skip
    kinds = {item.type for item in bundle.objects}
    assert kinds == {"extension-definition", "identity", "note", "opinion", "report"}
    ids = {item.id for item in bundle.objects}
    assert all(set(item.object_refs) <= ids for item in bundle.objects if "object_refs" in item)


def test_objects_of_other_tools_are_problems(ledger, tmp_path):
    stix.write(ledger, tmp_path / "b.json")
    bundle = json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))
    bundle["objects"].append({"type": "malware", "id": "malware--1"})
    bundle["objects"][2]["extensions"][stix.EXTENSION]["line"] = "{}"
    (tmp_path / "b.json").write_text(json.dumps(bundle))
    _, problems = stix.read(tmp_path / "b.json")
    assert {"foreign-object", "defective-line"} <= {problem.code for problem in problems}


def test_a_missing_stix2_is_named(ledger, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "stix2", None)
    with pytest.raises(ct.MissingExtra, match=r"claimtrack\[stix\]"):
        stix.write(ledger, tmp_path / "b.json")


def test_events_become_features_with_their_figures(ledger, tmp_path):
    losses = geojson.write(ledger, tmp_path / "e.geojson", policy="envelope")
    first, second = json.loads((tmp_path / "e.geojson").read_text(encoding="utf-8"))["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [-8.0, 12.6]}
    assert second["geometry"] is None
    (figure,) = first["properties"]["figures"]
    assert (figure["low"], figure["best"], figure["high"], figure["policy"]) == (77, 77, 77, "envelope")
    assert "events without coordinates (1)" in str(losses)


def test_a_tidy_table_has_a_row_for_each_claim_and_whole_numbers(ledger, tmp_path):
    losses = tidy.write(ledger, tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["answer"] for row in rows] == ["77", "refused to say", "affirms", "denies: JNIM"]
    assert (rows[0]["low"], rows[0]["bounds_high"], rows[0]["via"]) == ("77", "77", "AFP")
    assert rows[2]["state"] == "confirmed"
    assert rows[2]["credibility"] == "2"
    assert tuple(rows[0]) == tidy.COLUMNS
    assert "relations (1)" in str(losses)


def test_a_tidy_table_shows_sources_as_they_are_now_described(ledger):
    source = next(claim.source for claim in ledger.claims())
    ledger.revise(ct.Source(source.name, kind="ngo", key=source.key))
    kinds = {row["source_kind"] for row in tidy.rows(ledger) if row["source_id"] == source.id}
    assert kinds == {"ngo"}


@pytest.mark.parametrize("engine", ["pandas", "polars"])
def test_frames_keep_counts_whole(ledger, engine, monkeypatch):
    pytest.importorskip(engine, reason=f"{engine} is an extra")
    make = tidy.to_pandas if engine == "pandas" else tidy.to_polars
    frame = ledger.to_frame(engine)
    assert type(frame).__module__.startswith(engine)
    assert list(frame.columns) == list(tidy.COLUMNS)
    for column in ("low", "bounds_high", "contested", "credibility"):
        assert str(frame[column].dtype) == "Int64"
    assert str(frame["first_hand"].dtype).lower() == "boolean"
    rows = frame.rows() if engine == "polars" else frame.itertuples(index=False)
    nothing = None if engine == "polars" else pytest.importorskip("pandas").NA
    assert [[None if cell is nothing else cell for cell in row] for row in rows] == [
        list(row.values()) for row in tidy.rows(ledger)
    ]
    assert make(ledger).equals(frame)
    assert list(make(ct.Ledger()).columns) == list(tidy.COLUMNS)
    monkeypatch.setitem(sys.modules, engine, None)
    with pytest.raises(ct.MissingExtra, match=engine):
        ledger.to_frame(engine)

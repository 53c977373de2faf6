"""Ids: what they rest on, and that they stay what they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.identity import make_id, make_key

ARMY = ct.Party("Army")
REBELS = ct.Party("Rebels", opposes=[ARMY])
AFP = ct.Source("AFP", "agency")
OFFICER = ct.Source("An officer", anonymous=True, known_to=AFP)
ATTACK = ct.Event("Attack", occurred="2024-09-17", place="Bamako")
KILLED = ct.killed(of=ARMY, among="cadets", part="school")
FIRE = ct.Proposition("A plane burned", occurred="2024-09-17")
WHO = ct.Attribution()
VIDEO = ct.Evidence("https://example.org/v")


def says(answer, question=KILLED, **more):
    return ct.Claim(ATTACK, AFP, question, answer, **more)


TOLL = says("at least 20", stated="2024-09-17")

# Written by hand and never rewritten by a test: assessments, stores and files refer to claims by these.
GOLDEN = [
    (ARMY, "party:5a12d61f92682141450bcda9"),
    (AFP, "source:f9f46a06f291409e0445572d"),
    (OFFICER, "source:4f03fb3163a207731046f552"),
    (ct.Source("Ligue · Mali"), "source:f5ca49a444e70be7f1071bd9"),
    (ATTACK, "event:98653df5f89da74f8c9c1cd0"),
    (ct.Event("Attack", place="Bamako"), "event:d2aa594541b823c74e2aaac0"),
    (ct.Event("Attack"), "event:f8334e12415d83a3cff2c796"),
    (ct.Event("Attack", key="BKO-1"), "event:7dae1cc7f11f231fe6c8a92d"),
    (ct.killed(), "measure:67114eff74288e7639c07dc0"),
    (KILLED, "measure:d91b795b010dc90293cf6e33"),
    (ct.casualties(of=[REBELS, ARMY]), "measure:1dd4f0039e5edd7de82e70c4"),
    (FIRE, "proposition:c9160b2233125cd1383e5ced"),
    (ct.Proposition("A plane burned"), "proposition:4ec2693eccd931b6a42c4e37"),
    (WHO, "attribution:9e9715e2fa9d9a314311e063"),
    (ct.parts_of("soldiers", ["cadets", "officers"]), "partsof:3ef0c7c58272a94768b9ae53"),
    (ct.parts_of(None, ["school"]), "partsof:3caf48ddfa8500fbcc4d6e3a"),
    (ct.parts_of(ARMY, [REBELS]), "partsof:54b471275ddc56c36428f009"),
    (VIDEO, "evidence:ea9d043b69bde456c4c57d73"),
    (TOLL, "claim:bf9695a062fcde40fc2003e9"),
    (says("at least 20"), "claim:832836ddce5bae61197c70eb"),
    (says("at least 20", stated="2024-09"), "claim:b132ab9fead182c5e81d3941"),
    (says("at least 20", stated="2024-09-17T05:30Z"), "claim:4306b2d751b52885111321be"),
    (says("at least 20", via=[OFFICER], stated="2024-09-17"), "claim:eec2840235b054b2528f5188"),
    (
        says("quelques pertes", based_on=[VIDEO], references=[TOLL], revises=[TOLL]),
        "claim:4253d4a89ac3874ede8f21e5",
    ),
    (says(ct.exactly(20)), "claim:c0805c6f0584ae1d04b5671a"),
    (says(ct.exactly(20), observed="graves"), "claim:b5ad804cbfcda7626ca2e0d8"),
    (says(ct.exactly(20), observed="funerals"), "claim:47270810c82fe913ba01089b"),
    (says("20", observed="funerals"), "claim:0e57c9cbefbd7b9f84a38bc8"),
    (says(ct.at_least(20)), "claim:1f12a8e7c18275c79c0521ee"),
    (says(ct.at_most(20)), "claim:bc141229419c9a4b1bbf0d93"),
    (says(ct.between(20, 99)), "claim:a82aaf3dc464c74a040925cc"),
    (says(ct.about(20)), "claim:4834ce82c6d1f488e98085f7"),
    (says(ct.exactly(0)), "claim:0222212c6c259f52c9133ffd"),
    (says(ct.unquantified()), "claim:b7494a33b9002dbd9bbfa719"),
    (says(ct.unread("?")), "claim:e6a7e88e15ee2efd2fbf4e8c"),
    (says(ct.declined("refused")), "claim:6f55549995a921f8d74e4ff8"),
    (says(ct.affirms(), FIRE), "claim:1f5c009e89594d9c29308ca0"),
    (says(ct.denies(), FIRE, words="untrue"), "claim:ca0a78b0613b87d0db629426"),
    (says(ct.affirms(REBELS), WHO), "claim:8418e7fc4e1ba16278690e6c"),
    (ct.Relation(AFP, OFFICER, "depends", because="x", since="2024"), "relation:71b76a155fff34edf87c10e3"),
    (ct.Relation(ARMY, REBELS, "opposes", because="x"), "relation:1a839d7712002ab5dd266664"),
    (
        ct.Assessment(TOLL, "confirmed", by="Ann", decided="2024-09-20", because="x", evidence=[VIDEO]),
        "assessment:27b8cfb6c9b12d3650b6cf8a",
    ),
    (
        ct.Assessment(TOLL, by="Ann", decided="2024-09-20", because="x", credibility=2),
        "assessment:2016364bdea160c89225f4c4",
    ),
    (ct.Retraction(TOLL, by=AFP, stated="2024-09-18", because="x"), "retraction:19fd810dc29fb7320800a262"),
    (ct.Retraction(TOLL, by=AFP, because="x"), "retraction:b13ea2cd5e08509ea9dbbfac"),
]


@pytest.mark.parametrize(("record", "identity"), GOLDEN, ids=repr)
def test_an_id_is_what_it_always_was(record, identity):
    assert record.id == identity


def test_no_two_records_of_the_list_share_an_id():
    assert len({record.id for record, _ in GOLDEN}) == len(GOLDEN)


texts = st.text(st.sampled_from("ab\x1f'\\,·"), max_size=4)


@given(st.lists(texts, min_size=2, max_size=2), st.lists(texts, min_size=2, max_size=2))
def test_the_parts_of_an_id_are_never_run_together(one, other):
    assert (make_id("claim", *one) == make_id("claim", *other)) == (one == other)


names = st.text(st.sampled_from("ab· 1-"), min_size=1, max_size=5).filter(str.strip)
places = st.one_of(st.just(""), names)


@given(st.tuples(names, places, places), st.tuples(names, places, places))
@example(("a · b", "", ""), ("a", "b", ""))
@example(("a", "", "b"), ("a", "b", ""))
@example(("a ·", "b", ""), ("a", "· b", ""))
def test_the_names_a_key_is_derived_from_are_never_run_together(one, other):
    same = [make_key(part) for part in one] == [make_key(part) for part in other]
    assert (make_key(*one) == make_key(*other)) == same
    assert make_key(make_key(*one)) == make_key(*one)


def test_a_dot_in_a_name_is_no_place_and_a_date_is_no_place():
    assert ct.Event("A · B").id != ct.Event("A", place="B").id
    assert ct.Event("A", occurred="2024").id != ct.Event("A", place="2024").id
    assert ct.Source(f"A · {AFP.id}").id != ct.Source("A", anonymous=True, known_to=AFP).id
    assert ct.Proposition("A · 2024").id != ct.Proposition("A", occurred="2024").id


def test_a_name_like_an_id_is_not_that_party():
    assert ct.parts_of("x", [ARMY.id]).id != ct.parts_of(None, [ARMY]).id
    assert ct.PartsOf(ARMY, [REBELS]) != ct.PartsOf(ARMY.id, [REBELS.id])


def test_without_words_what_was_seen_is_part_of_what_was_said():
    ledger = ct.Ledger()
    ledger.record(says(ct.exactly(20), observed="funerals"), says(ct.exactly(20), observed="graves"))
    assert len(ledger.claims()) == 2


def test_with_words_a_claim_is_the_same_however_it_is_coded():
    coded = says(ct.exactly(20, words="20 funérailles"), lang="fr", observed="funerals")
    assert coded.id == says(ct.at_least(20, words="20 funérailles")).id
    assert coded.id == says(ct.unread("20 funérailles")).id


def test_a_figure_by_hand_is_not_what_its_label_says_in_words():
    assert says(ct.about(50)).id != says(ct.unread("about 50")).id
    assert says(ct.declined("refused")).id != says(ct.unread("refused - ")).id


@pytest.mark.parametrize(
    ("held", "given", "told"),
    [
        (TOLL, says("at least 20", stated="2024-09-17", note="other"), "words=.*revises="),
        (AFP, ct.Source("AFP", "media"), r"ledger\.revise\(record\).*key="),
        (VIDEO, ct.Evidence(VIDEO.url, note="other"), r"ledger\.revise\(record\)\.$"),
        (
            ct.Assessment(TOLL, by="Ann", decided="2024-09-20", because="so"),
            ct.Assessment(TOLL, by="Ann", decided="2024-09-20", because="otherwise"),
            "later date or time",
        ),
        (
            ct.Retraction(TOLL, by=AFP, because="so"),
            ct.Retraction(TOLL, by=AFP, because="otherwise"),
            "nothing to add",
        ),
    ],
)
def test_a_conflicting_record_says_what_can_be_done_about_it(held, given, told):
    ledger = ct.Ledger()
    ledger.record(TOLL)
    ledger.record(held)
    with pytest.raises(ct.ConflictingRecord) as raised:
        ledger.record(given)
    assert re.search(told, str(raised.value))

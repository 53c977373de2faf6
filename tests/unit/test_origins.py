from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from small_world import (
    AFP,
    ARMY,
    HOSPITAL,
    HURT,
    MAYOR,
    RADIO,
    REUTERS,
    RFI,
    SECURITY,
    VIDEO,
    WIKIPEDIA,
    ZALLAQA,
    independent,
    ledger_of,
    says,
)

import claimtrack as ct
from claimtrack.origins import unusualness
from claimtrack.origins.copying import suspect_copies
from claimtrack.origins.roots import Roots

WITNESSES = ct.Source("Witnesses", "witness", anonymous=True, known_to=RFI, collective=True)
DIPLOMATS = ct.Source("Two diplomats", "diplomat", anonymous=True, known_to=REUTERS, collective=True)
OTHERS = ct.Source("Diplomatic sources", "diplomat", anonymous=True, known_to=REUTERS)
DOCUMENT = ct.Source("A document", "document", on_record=False)


def heard(*records):
    ledger = ledger_of(*records)
    return ledger.statuses.origins.hear(ledger.log.claims)


def said(voice):
    return [claim.as_given for claim in voice.claims]


def relation(a, b, how, **more):
    return ct.Relation(a, b, how, because="declared", **more)


# Who is heard


def test_a_wire_and_its_outlets_are_one_voice():
    wire = says(SECURITY, 77, via=[AFP])
    outlets = [says(ct.Source(f"Outlet {n}"), 77, based_on=[wire]) for n in range(10)]
    hearing = heard(wire, *outlets)
    assert [voice.spokesman for voice in hearing.voices] == [wire]
    assert set(hearing.echoes) == {claim.id for claim in outlets}
    echo = hearing.echoes[outlets[0].id]
    assert echo.of == (SECURITY.id,)
    assert echo.because == "rests only on A security source, heard already"


def test_outlets_that_rest_on_a_wire_nobody_recorded_speak_for_it_together():
    a, b = says(RADIO, 77, based_on=[AFP]), says(MAYOR, ct.about(80), "2024-09-18", based_on=[AFP])
    (voice,) = heard(a, b).voices
    assert voice.origins == {AFP.id}
    assert voice.spokesman == a


def test_resting_on_a_carrier_is_resting_on_what_it_carried():
    wire, outlet = says(SECURITY, 77, via=[AFP]), says(RADIO, 77, based_on=[AFP])
    hearing = heard(wire, outlet)
    assert len(hearing.voices) == 1
    assert outlet.id in hearing.echoes


def test_one_that_merges_heard_origins_is_an_echo_and_one_that_adds_an_origin_is_not():
    one, other = says(RADIO, 20), says(MAYOR, 30)
    merged = says(WIKIPEDIA, ct.between(20, 30), None, based_on=[one, other])
    more = says(RFI, 25, "2024-09-18", based_on=[one, HOSPITAL])
    assert set(heard(one, other, merged).echoes) == {merged.id}
    hearing = heard(one, other, more)
    assert not hearing.echoes
    assert hearing.voice_of(more) == hearing.voice_of(one) == hearing.voice_of(one.id)


def test_claims_on_the_same_footage_are_one_voice():
    a = says(ZALLAQA, ct.at_least(3), based_on=[VIDEO])
    b = says(RADIO, ct.at_least(2), "2024-09-18", based_on=[VIDEO])
    assert len(heard(a, b).voices) == 1


def test_declared_dependence_joins_sources_while_it_holds():
    a, b = says(RADIO, 20), says(RFI, 20)
    assert len(heard(a, b).voices) == 2
    assert len(heard(a, b, relation(RADIO, RFI, "depends")).voices) == 1
    assert len(heard(a, b, relation(RADIO, RFI, "same")).voices) == 1
    assert len(heard(a, b, relation(RADIO, RFI, "depends", until="2024-09-01")).voices) == 2
    assert len(heard(a, b, relation(RADIO, RFI, "depends", since="2024-09-18")).voices) == 2


def test_a_source_that_depends_on_two_wires_does_not_join_them():
    a, b, outlet = says(AFP, 20), says(REUTERS, 30), says(RADIO, 20)
    hearing = heard(a, b, outlet, relation(RADIO, AFP, "depends"), relation(RADIO, REUTERS, "depends"))
    assert len(hearing.voices) == 2
    assert outlet.id in hearing.echoes


def test_a_circle_of_dependence_is_one_voice():
    claims = [says(source, 20) for source in (RADIO, RFI, AFP)]
    circle = [relation(RADIO, RFI, "depends"), relation(RFI, AFP, "depends"), relation(AFP, RADIO, "depends")]
    assert len(heard(*claims, *circle).voices) == 1


def test_two_that_cite_each_other_are_one_voice():
    a, b = says(RADIO, 20, based_on=[RFI]), says(RFI, 20, based_on=[RADIO])
    ledger = ledger_of(a, b)
    assert len(ledger.statuses.origins.hear([a, b]).voices) == 1
    assert "cycle" in {problem.code for problem in ledger.problems()}


# Who speaks for a voice, and what it says


def test_the_least_relayed_speaks_and_reference_works_come_last():
    direct = says(ARMY, ct.at_least(20))
    carried = says(ARMY, 22, "2024-09-18", via=[RFI])
    looked_up = says(ARMY, 22, "2024-09-18", via=[WIKIPEDIA])
    far = says(ARMY, 22, "2024-09-18", via=[AFP, RADIO, RFI])
    (voice,) = heard(far, looked_up, carried, direct).voices
    assert voice.claims == (direct, carried, far, looked_up)


def test_of_equally_near_renderings_the_more_precise_then_the_later_speaks():
    floor, exact = says(ARMY, ct.at_least(20), via=[RFI]), says(ARMY, 22, via=[AFP])
    later = says(ARMY, ct.at_least(20), "2024-09-18", via=[RADIO])
    (voice,) = heard(floor, exact, later).voices
    assert voice.claims == (exact, later, floor)


def test_renderings_that_fit_are_intersected():
    (voice,) = heard(
        says(DIPLOMATS, ct.between(70, 79), via=[REUTERS]), says(DIPLOMATS, ct.about(70), via=[RFI])
    ).voices
    assert voice.conflict is None
    assert (voice.figure.bounds, voice.figure.reading) == ((70, 79), (70, 77))
    assert (voice.ends, voice.point) == ((70, 79), 70)


def test_a_number_and_a_floor_of_one_document_speak_together():
    (voice,) = heard(says(DOCUMENT, ct.about(100)), says(DOCUMENT, 81, observed="named_list")).voices
    assert (voice.ends, voice.point) == ((81, 100), 100)


def test_renderings_that_do_not_fit_give_their_hull_and_name_the_carriers():
    a = says(ZALLAQA, ct.about(100), "2024-09-18", question=HURT, via=[RFI])
    b = says(ZALLAQA, "hundreds", "2024-09-19", question=HURT, via=[AFP])
    (voice,) = heard(a, b).voices
    assert voice.ends == (100, None)
    assert voice.point is None
    assert voice.figure.reading == (90, 999)
    assert set(voice.conflict.claims) == {a, b}
    assert set(voice.conflict.carriers) == {"RFI", "AFP"}


def test_stances_make_voices_without_figures():
    (voice,) = heard(says(ARMY, ct.declined("refused"))).voices
    assert (voice.figure, voice.ends, voice.point) == (None, (None, None), None)


# What is known to be independent


def known(a, b, *relations):
    return ledger_of(a, b, *relations).statuses.origins.independence(a, b)


def test_independence_is_never_guessed():
    assert known(says(RADIO, 20), says(MAYOR, 20)) is None
    assert known(says(SECURITY, 20), says(WITNESSES, 20)) is None


def test_a_relation_of_the_carrier_covers_the_sources_it_alone_knows():
    a, b = says(SECURITY, 20), says(DIPLOMATS, 20)
    reason = known(a, b, independent(AFP, REUTERS))
    assert reason.relation.because == "different desks"
    assert known(says(DOCUMENT, 20, via=[AFP]), b, independent(AFP, REUTERS)) is None


def test_a_relation_holds_for_its_time():
    a, b = says(RADIO, 20), says(MAYOR, 20)
    assert known(a, b, relation(RADIO, MAYOR, "independent", since="2024-09-01"))
    assert known(a, b, relation(RADIO, MAYOR, "independent", until="2024-09-01")) is None


def test_dependence_outweighs_declared_independence():
    a, b = says(RADIO, 20), says(MAYOR, 20)
    assert known(a, b, independent(RADIO, MAYOR), relation(RADIO, MAYOR, "depends")) is None


def test_every_root_must_be_independent_of_every_other():
    base = says(RADIO, 20)
    merged = says(WIKIPEDIA, 20, None, based_on=[base, HOSPITAL])
    other = says(MAYOR, 20)
    ledger = ledger_of(base, merged, other, independent(RADIO, MAYOR))
    assert ledger.statuses.origins.independence(merged, other) is None
    ledger.relate(HOSPITAL, MAYOR, "independent", because="its own register")
    assert ledger.statuses.origins.independence(merged, other)


FIRST = {"first_hand": True}
REPORT = ct.Source("Report", "document", author=MAYOR)


@pytest.mark.parametrize(
    ("a", "b", "independent_of_each_other"),
    [
        (says(HOSPITAL, 12, **FIRST), says(MAYOR, 12, **FIRST), True),
        (says(HOSPITAL, 12, **FIRST), says(WITNESSES, 12, **FIRST), True),
        (says(HOSPITAL, 12, via=[RFI], **FIRST), says(MAYOR, 12, via=[AFP], **FIRST), True),
        (says(HOSPITAL, 12, via=[RFI], **FIRST), says(MAYOR, 12, via=[RFI], **FIRST), False),
        (says(DIPLOMATS, 12, **FIRST), says(WITNESSES, 12, **FIRST), False),
        (says(HOSPITAL, 12, **FIRST), says(MAYOR, 12), False),
        (says(HOSPITAL, 12, based_on=[VIDEO], **FIRST), says(MAYOR, 12, based_on=[VIDEO], **FIRST), False),
        (says(REPORT, 12, **FIRST), says(MAYOR, 12, **FIRST), False),
    ],
    ids=[
        *("named", "one unnamed", "two carriers", "one carrier", "two unnamed", "one saw", "one video"),
        "author",
    ],
)
def test_two_who_saw_for_themselves(a, b, independent_of_each_other):
    assert (known(a, b) is not None) is independent_of_each_other
    assert (known(b, a) is not None) is independent_of_each_other


def test_the_number_of_independent_voices_is_a_range():
    claims = [
        says(WITNESSES, ct.at_least(71), "2024-09-19", via=[RFI]),
        says(SECURITY, 77, "2024-09-19", via=[AFP]),
        says(DOCUMENT, ct.about(100), "2024-09-19"), says(DIPLOMATS, ct.between(70, 79), "2024-09-19"),
        says(OTHERS, ct.about(70), "2024-09-19"), says(ARMY, ct.unquantified("some losses")),
    ]  # fmt: skip
    ledger = ledger_of(*claims)
    origins = ledger.statuses.origins
    count = origins.independent_range(origins.hear(claims).voices)
    assert (count.low, count.high, count.exact) == (1, 6, True)
    for a, b in combinations((SECURITY, DOCUMENT, RFI, REUTERS), 2):
        ledger.relate(a, b, "independent", because="different desks")
    count = origins.independent_range(origins.hear(claims).voices)
    assert (count.low, count.high) == (4, 6)
    (reuters,) = [voice for voice in count.known if DIPLOMATS.id in voice.origins]
    assert reuters.origins == {DIPLOMATS.id, OTHERS.id}  # two unnamed sources of one carrier speak as one
    assert reuters.ends == (70, 79)


def test_nobody_makes_no_voices():
    origins = ledger_of().statuses.origins
    assert origins.independent_range(()).low == origins.independent_range(()).high == 0


def test_many_voices_are_counted_greedily_and_soundly():
    sources = [ct.Source(f"Source {number}") for number in range(20)]
    claims = [says(source, 20) for source in sources]
    pairs = [independent(a, b) for a, b in combinations(sources[:6], 2)]
    ledger = ledger_of(*claims, *pairs)
    origins = ledger.statuses.origins
    count = origins.independent_range(origins.hear(claims).voices)
    assert (count.low, count.high, count.exact) == (6, 20, False)


# What can be read of it


def test_it_can_be_read_through_whom_a_claim_came():
    wire = says(SECURITY, 77, via=[AFP])
    outlet = says(RADIO, 77, "2024-09-18", based_on=[wire])
    third = says(WIKIPEDIA, 77, None, based_on=[outlet, wire])
    ledger = ledger_of(wire, outlet, third, relation(RADIO, RFI, "depends"))
    assert ledger.statuses.origins.explain(third) == (
        "Wikipedia: 77, undated",
        "  Local radio: 77, 2024-09-18",
        "    Local radio depends on RFI: declared",
        "    A security source through AFP: 77, 2024-09-17",
        "  A security source through AFP: 77, 2024-09-17 (see above)",
        "origin: A security source",
    )


def test_the_tree_of_origins(golden):
    wire = says(SECURITY, 77, via=[AFP])
    outlet = says(RADIO, 78, "2024-09-18", based_on=[wire])
    a = says(ZALLAQA, ct.about(100), "2024-09-18", via=[RFI])
    b = says(ZALLAQA, "hundreds", "2024-09-19", via=[AFP])
    ledger = ledger_of(wire, outlet, a, b)
    golden("origins_tree", ledger.statuses.origins.tree(ledger.log.claims))


# Suspected copying


def test_an_unusual_number_close_in_time_is_suspected_and_never_applied():
    a, b, c = says(RADIO, 37), says(MAYOR, 37), says(HOSPITAL, 37, "2024-09-27")
    round_ones = [says(RFI, 20), says(REUTERS, 20)]
    ledger = ledger_of(a, b, c, *round_ones)
    copies = ledger.statuses.origins.suspected_copies(ledger.log.claims)
    assert {(copy.a.answer.point, copy.strength) for copy in copies} == {(37, 0.9)}
    assert copies[0].because == "both state 37, on the same day"
    assert len(ledger.statuses.origins.hear(ledger.log.claims).voices) == 5


def test_what_is_known_to_share_an_origin_is_not_suspected():
    wire = says(SECURITY, 37)
    ledger = ledger_of(wire, says(RADIO, 37, based_on=[wire]))
    assert ledger.statuses.origins.suspected_copies(ledger.log.claims) == ()


def test_a_suspicion_as_strong_as_the_least_that_is_asked_for_is_shown():
    claims = [says(RADIO, 37), says(MAYOR, 37)]
    (copy,) = suspect_copies(claims, lambda *_: False, least=0.9)
    assert copy.strength == 0.9
    assert suspect_copies(claims, lambda *_: False, least=0.91) == ()


def test_the_same_words_raise_the_suspicion():
    plain = ledger_of(says(RADIO, 20), says(MAYOR, 20))
    score = ct.exactly(20, words="a score of men")
    worded = ledger_of(says(RADIO, score), says(MAYOR, score))
    assert plain.statuses.origins.suspected_copies(plain.log.claims) == ()
    (copy,) = worded.statuses.origins.suspected_copies(worded.log.claims)
    assert copy.because.endswith("in the same words")


def test_how_unusual_a_number_is():
    assert [unusualness(n) for n in (3, 20, 35, 37, 100, 1000)] == [0.1, 0.2, 0.5, 0.9, 0.2, 0.2]


# Length


def test_long_chains_are_traced_without_recursion_and_each_link_once(monkeypatch):
    steps = []
    original = Roots._next
    monkeypatch.setattr(Roots, "_next", lambda self, node: steps.append(node) or original(self, node))
    claims = [says(SECURITY, 77)]
    for number in range(5000):
        outlet = ct.Source(f"Outlet {number % 50}")
        claims.append(says(outlet, 77, "2024-09-18", based_on=[claims[-1]]))
    hearing = ledger_of(*claims).statuses.origins.hear(claims)
    assert len(hearing.voices) == 1
    assert len(hearing.echoes) == 5000
    assert len(steps) < 4 * len(claims)


def test_long_chains_of_dependence_need_no_recursion():
    sources = [ct.Source(f"Outlet {number}") for number in range(3000)]
    relations = [relation(a, b, "depends") for a, b in pairwise(sources)]
    first = says(sources[0], 77)
    ledger = ledger_of(first, *relations)
    assert ledger.statuses.origins.roots(first) == {sources[-1].id}

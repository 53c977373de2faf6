"""What is read of origins: what renderings say together, why two are independent, who may have copied."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from small_world import (
    AFP,
    ARMY,
    HOSPITAL,
    HURT,
    KILLED,
    LATE,
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
from claimtrack.origins.counting import EXACT_UP_TO, count_independent
from claimtrack.origins.roots import Roots

WITNESSES = ct.Source("Witnesses", "witness", anonymous=True, known_to=RFI, collective=True)
OFFICERS = ct.Source("Two officers", "security", anonymous=True, known_to=AFP, collective=True)
DIGEST = ct.Source("Digest", "aggregator")


def origins_of(*records):
    ledger = ledger_of(*records)
    return ledger.statuses.origins, ledger.log.claims


def heard(*records):
    origins, claims = origins_of(*records)
    return origins.hear(claims)


def related(a, b, how, **more):
    return ct.Relation(a, b, how, because=f"declared {how}", **more)


def told(figure):
    if figure is None:
        return "no figure"
    ends = f"bounds {figure.bounds}, reading {figure.reading}, point {figure.point}"
    return f"{figure.kind.value} {figure.label!r}: {ends}{', imputed' if figure.imputed else ''}"


# What renderings of one statement say together


def renderings():
    """Answers that one statement is given by several carriers."""
    yield "one inside the other", [ct.about(70), ct.between(70, 79)]
    yield "a point below what they share", [ct.about(70), ct.between(75, 79)]
    yield "a point above what they share", [ct.about(90), ct.between(75, 85)]
    yield "two roundings", [ct.about(100), ct.about(90)]
    yield "a floor and a count", [ct.at_least(20), 22]
    yield "a floor above the count", [ct.at_least(23), 22]
    yield "a floor on the count", [ct.at_least(22), 22]
    yield "two floors", [ct.at_least(20), ct.at_least(30)]
    yield "a floor and a ceiling", [ct.at_least(20), ct.at_most(30)]
    yield "a ceiling below a floor", [ct.at_least(31), ct.at_most(30)]
    yield "two ceilings", [ct.at_most(20), ct.at_most(30)]
    yield "a word and a count", ["dozens", 22]
    yield "a word and a count outside it", ["dozens", 220]
    yield "two words apart", ["dozens", "hundreds"]
    yield "a word and a hedged number", ["hundreds", ct.about(100)]
    yield "two that fit neither, one that fits both", [70, 90, ct.between(50, 95)]
    yield "one low and two high", [ct.between(10, 15), 40, ct.at_least(30)]
    yield "none and none", ["no one was killed", 0]
    yield "none and some", ["no one was killed", ct.at_least(1)]
    yield "losses and a count", ["heavy losses", 22]
    yield "losses only", ["heavy losses", "some losses"]
    yield "refused and a count", [ct.declined("refused"), 22]
    yield "refused only", [ct.declined("refused"), ct.declined("no_number")]
    yield "words nobody could read", [ct.unread("we mourn"), ct.declined("refused")]
    three = ct.Figure((3, 3), (3, 3), "exact", words="several", imputed=True)
    yield "a number imputed", [ct.figure("several"), three]
    yield "a hedged number and a count below it", [ct.about(30), 22]


def voice_of(answers):
    carriers = (AFP, RFI, REUTERS)
    told = zip(answers, carriers, strict=False)
    (voice,) = heard(*(says(ARMY, answer, via=[carrier]) for answer, carrier in told)).voices
    return voice


def numbers(voice):
    figure = voice.figure
    stated = figure is not None and (figure.bounds, figure.reading, figure.kind, figure.point)
    return stated, voice.ends, voice.point, voice.conflict is None


def test_what_renderings_of_one_statement_say(golden):
    lines = []
    for name, answers in renderings():
        voice = voice_of(answers)
        lines += [name, f"  heard as {' | '.join(claim.as_given for claim in voice.claims)}"]
        lines += [f"  {told(voice.figure)}", f"  ends {voice.ends}, point {voice.point}"]
        if voice.figure is not None:
            lines += [f"  {voice.figure.words!r}, {voice.figure.because}"]
        if voice.conflict is not None:
            apart = ", ".join(claim.as_given for claim in voice.conflict.claims)
            lines += [f"  apart: {apart}", f"  {voice.conflict.carriers}", f"  {voice.conflict.because}"]
        assert numbers(voice_of(answers[::-1])) == numbers(voice), name
    golden("origins/renderings", "\n".join(lines))


def test_who_speaks_first_for_a_voice():
    direct = says(ARMY, ct.at_least(20), None)
    exact, wide = says(ARMY, 22, via=[RFI]), says(ARMY, ct.between(21, 25), via=[AFP])
    late = says(ARMY, ct.between(21, 25), "2024-09-19", via=[RADIO])
    undated = says(ARMY, ct.between(21, 25), None, via=[MAYOR])
    floor = says(ARMY, ct.at_least(22), via=[REUTERS])
    vague = says(ARMY, "some losses", via=[HOSPITAL])
    silent = says(ARMY, ct.declined("refused"), via=[ZALLAQA])
    far, digest = says(ARMY, 22, via=[AFP, RFI]), says(ARMY, 22, via=[DIGEST])
    (voice,) = heard(digest, far, silent, vague, floor, undated, wide, late, exact, direct).voices
    assert voice.claims[:6] == (direct, exact, late, wide, undated, floor)
    assert set(voice.claims[6:8]) == {vague, silent}
    assert voice.claims[8:] == (far, digest)


def test_voices_come_by_date_then_by_the_name_of_who_speaks():
    late, early = says(AFP, 20, "2024-09-19"), says(ZALLAQA, 20)
    same_day, undated = says(RADIO, 20), says(RFI, 20, None)
    hearing = heard(late, early, undated, same_day)
    assert [voice.spokesman for voice in hearing.voices] == [undated, early, same_day, late]
    first = hearing.voices[1]
    assert (first.source, first.stated) == (ZALLAQA, early.stated)


# Who is heard


def test_what_joins_several_origins_is_one_voice_with_all_of_them():
    sources = [ct.Source(f"Village {number}") for number in range(8)]
    spoken = [says(source, 20 + number) for number, source in enumerate(sources)]
    bridges = [
        says(ct.Source(f"Survey {number}"), 60, based_on=[*pair, VIDEO], first_hand=True)
        for number, pair in enumerate(zip(spoken[::2], spoken[1::2], strict=True))
    ]
    hearing = heard(*spoken, *bridges)
    (voice,) = hearing.voices
    assert voice.origins == {VIDEO.id, *(source.id for source in sources), *(b.source.id for b in bridges)}
    assert not hearing.echoes


def test_a_digest_is_an_echo_as_soon_as_each_of_its_origins_speaks_elsewhere():
    a, b = says(RADIO, 20, based_on=[AFP]), says(MAYOR, 30, based_on=[REUTERS])
    digest = says(DIGEST, ct.between(20, 30), None, based_on=[AFP, REUTERS])
    assert set(heard(a, b, digest).echoes) == {digest.id}
    (alone,) = heard(a, digest).voices
    assert set(alone.claims) == {a, digest}
    assert alone.origins == {AFP.id, REUTERS.id}


def test_who_saw_for_themselves_is_no_echo_whatever_they_also_cite():
    wire = says(AFP, 20)
    outlet = says(RADIO, 20, based_on=[wire])
    witness = says(MAYOR, 22, based_on=[wire], first_hand=True)
    hearing = heard(wire, outlet, witness)
    assert set(hearing.echoes) == {outlet.id}
    assert hearing.voice_of(witness).origins == {AFP.id, MAYOR.id}
    assert hearing.voice_of(outlet) is None


def test_a_dependence_counts_on_the_day_of_what_is_said():
    before = related(RADIO, AFP, "depends", until="2024-09-01")
    since = related(RADIO, AFP, "depends", since="2024-09-17")
    for based_on in ((), (RADIO,)):
        speaker = MAYOR if based_on else RADIO
        for stated, relation, root in (
            ("2024-09-17", before, RADIO), ("2024-09-01", before, AFP), (None, before, AFP),
            ("2024-09-17", since, AFP), ("2024-09-16", since, RADIO),
        ):  # fmt: skip
            event = ct.Event("Clash", occurred="2024-08-31")
            claim = ct.Claim(event, speaker, KILLED, ct.exactly(3), stated=stated, based_on=based_on)
            origins, _ = origins_of(claim, relation)
            assert origins.roots(claim) == {root.id}, (based_on, stated, relation)


def test_each_dependence_of_a_chain_counts_on_that_day():
    ended = related(AFP, REUTERS, "depends", until="2024-09-01")
    claim = says(RADIO, 3)
    origins, _ = origins_of(claim, related(RADIO, AFP, "depends"), ended)
    assert origins.roots(claim) == {AFP.id}
    origins, _ = origins_of(claim, related(RADIO, AFP, "depends"), related(AFP, REUTERS, "depends"))
    assert origins.roots(claim) == {REUTERS.id}


def test_on_whom_a_source_rests():
    ledger = ledger_of(says(RADIO, 3), related(RADIO, AFP, "depends"), related(RFI, MAYOR, "same"))
    roots = Roots(ledger.log)
    resting = [roots.rests_on(source.id) for source in (RADIO, AFP, RFI, MAYOR)]
    assert resting == [(AFP.id,), (), (MAYOR.id,), (RFI.id,)]


def test_how_many_hands_words_went_through():
    wire = says(SECURITY, 77, via=[AFP])
    outlet = says(RADIO, 77, based_on=[wire], via=[RFI])
    digest = says(DIGEST, 77, None, based_on=[outlet])
    both = says(WIKIPEDIA, 77, None, based_on=[digest, wire])
    seen = says(MAYOR, 70, based_on=[VIDEO])
    origins, _ = origins_of(wire, outlet, digest, both, seen)
    assert [origins.hops(claim) for claim in (wire, outlet, digest, both, seen)] == [1, 3, 4, 2, 0]


def test_what_was_refused_is_no_ground_to_rest_on():
    wire = says(AFP, ct.declined("refused"))
    carried = says(SECURITY, 77, via=[AFP])
    outlet = says(RADIO, 77, "2024-09-18", based_on=[AFP])
    origins, _ = origins_of(wire, outlet)
    assert origins.roots(outlet) == {AFP.id}
    origins, _ = origins_of(wire, carried, outlet)
    assert origins.roots(outlet) == {SECURITY.id}


def test_names_in_a_tree_are_those_of_the_last_description():
    ledger = ledger_of(says(RADIO, 20), says(MAYOR, 20, based_on=[RADIO]))
    ledger.revise(ct.Source("Radio Kledu", "media", key=RADIO.key))
    assert ledger.statuses.origins.tree(ledger.log.claims).splitlines()[0] == "voice 1: Radio Kledu"
    assert ledger.statuses.origins.explain(ledger.log.claims[1])[1] == "  Radio Kledu"


def test_what_people_read_of_an_origin(golden):
    a = says(ZALLAQA, ct.about(100), "2024-09-18", question=HURT, via=[RFI, RADIO])
    b = says(ZALLAQA, "hundreds", None, question=HURT, via=[AFP])
    seen = says(MAYOR, ct.at_least(3), question=HURT, based_on=[VIDEO, LATE])
    merged = says(WIKIPEDIA, ct.between(3, 999), None, question=HURT, based_on=[a, seen, REUTERS])
    again = says(DIGEST, 100, None, question=HURT, based_on=[a])
    origins, claims = origins_of(
        a, b, seen, merged, again,
        related(ZALLAQA, RADIO, "depends", since="2025-01-01"),
        related(MAYOR, HOSPITAL, "same", since="2025-01-01"), independent(MAYOR, RADIO),
    )  # fmt: skip
    lines = [origins.tree(claims), "", *origins.explain(merged), "", *origins.explain(seen)]
    echoes = origins.hear(claims).echoes.values()
    lines += ["", *(f"{echo.claim.as_given}: {echo.because}" for echo in echoes)]
    golden("origins/read", "\n".join(lines))


# Independence


def test_why_two_are_independent(golden):
    registrar = ct.Source("Registrar", "official", author=HOSPITAL)
    first = {"first_hand": True}
    cases = {
        "two who saw it": (says(HOSPITAL, 12, **first), says(MAYOR, 12, **first)),
        "two desks": (says(AFP, 12), says(REUTERS, 12)),
        "their unnamed sources": (says(SECURITY, 12), says(WITNESSES, 12)),
        "a source and the other's carrier": (says(RFI, 12), says(SECURITY, 12)),
        "both on footage of their own": (
            says(AFP, 12, based_on=[VIDEO], **first), says(REUTERS, 12, based_on=[LATE], **first)
        ),
        "two pieces of footage": (says(AFP, 12, based_on=[VIDEO]), says(REUTERS, 12, based_on=[LATE])),
        "of one author": (says(HOSPITAL, 12, **first), says(registrar, 12, **first)),
        "related from the day after one spoke": (says(RADIO, 12), says(MAYOR, 12, "2024-09-19")),
        "related once both spoke": (says(RADIO, 12, "2024-09-18"), says(MAYOR, 12, "2024-09-19")),
        "related, one undated": (says(RADIO, 12, None), says(MAYOR, 12, "2024-09-19")),
        "one of two roots": (says(DIGEST, 12, None, based_on=[AFP, ARMY]), says(REUTERS, 12)),
        "each root": (says(DIGEST, 12, None, based_on=[AFP, RFI]), says(REUTERS, 12)),
    }  # fmt: skip
    relations = [
        independent(AFP, REUTERS), independent(RFI, REUTERS), independent(RFI, AFP),
        related(MAYOR, RADIO, "independent", since="2024-09-18"),
    ]  # fmt: skip
    lines = []
    for name, (a, b) in cases.items():
        origins, _ = origins_of(a, b, *relations)
        found, back = origins.independence(a, b), origins.independence(b, a)
        assert (found and {found.relation}) == (back and {back.relation}), name
        lines.append(f"{name}: {found.because if found else 'not known'}")
        if found is not None and found.relation is not None:
            lines.append(f"  {found.relation.because}")
    golden("origins/independence", "\n".join(lines))


def test_independence_is_looked_up_again_after_a_relation_is_added():
    a, b = says(RADIO, 12), says(MAYOR, 12)
    ledger = ledger_of(a, b)
    origins = ledger.statuses.origins
    assert not origins.independence_possible()
    assert origins.independence(a, b) is None
    ledger.relate(RADIO, MAYOR, "independent", because="two towns")
    assert origins.independence_possible()
    because = str(origins.independence(a, b).because)
    assert because == "Local radio and Mayor are declared independent: two towns"


def counted(size, links, knower=lambda _: ""):
    """Count voices of one claim each, linked as given by their numbers."""
    sources = [ct.Source(f"Source {number:02}") for number in range(size)]
    claims = [says(source, 20) for source in sources]
    place = {claim.id: number for number, claim in enumerate(claims)}
    voices = sorted(heard(*claims).voices, key=lambda voice: place[voice.spokesman.id])

    def between(a, b):
        return frozenset((place[a.id], place[b.id])) in links or None

    count = count_independent(voices, between, lambda joined: joined[0], knower)
    return count, [place[voice.spokesman.id] for voice in count.known]


def largest(size, links):
    """The largest sets of numbers that are all linked, by trying every set."""
    for length in range(size, 0, -1):
        found = [
            list(chosen)
            for chosen in combinations(range(size), length)
            if all(frozenset(pair) in links for pair in combinations(chosen, 2))
        ]
        if found:
            return found
    return [[]]


@pytest.mark.parametrize("density", [0.2, 0.5, 0.8])
def test_the_largest_independent_set_is_found_and_of_several_the_first(density):
    draw = random.Random(density)  # noqa: S311  # draws links, and keeps no secret
    for size in (1, 2, 5, 7, 8) * 4:
        links = {frozenset(pair) for pair in combinations(range(size), 2) if draw.random() < density}
        count, chosen = counted(size, links)
        best = largest(size, links)
        assert chosen == best[0]
        assert (count.low, count.high, count.exact) == (len(best[0]), size, True)


def test_up_to_sixteen_voices_the_count_is_exact():
    hub = {frozenset((0, number)) for number in range(1, 8)}
    ring = {frozenset(pair) for pair in combinations((10, 11, 12), 2)}
    exact, chosen = counted(EXACT_UP_TO, hub | ring)
    assert (exact.low, chosen, exact.exact) == (3, [10, 11, 12], True)
    greedy, chosen = counted(EXACT_UP_TO + 1, hub | ring)
    assert (greedy.low, chosen, greedy.exact) == (2, [0, 1], False)


def test_unnamed_sources_of_one_carrier_speak_together_where_they_fit():
    sources = [
        ct.Source(f"AFP's source {number}", "security", anonymous=True, known_to=AFP) for number in range(3)
    ]
    claims = [says(sources[0], 20), says(sources[1], ct.about(21)), says(sources[2], 40), says(REUTERS, 20)]
    origins, _ = origins_of(*claims, independent(AFP, REUTERS))
    count = origins.independent_range(origins.hear(claims).voices)
    assert (count.low, count.high) == (2, 4)
    joined, other = sorted(count.known, key=lambda voice: voice.source is REUTERS)
    assert joined.origins == {sources[0].id, sources[1].id}
    assert other.origins == {REUTERS.id}


def test_carriers_of_different_sources_join_nobody():
    a, b = says(SECURITY, 20), says(WITNESSES, 20)
    origins, _ = origins_of(a, b)
    count = origins.independent_range(origins.hear([a, b]).voices)
    assert [voice.origins for voice in count.known] == [{SECURITY.id}]
    both = says(DIGEST, 20, None, based_on=[SECURITY, WITNESSES])
    unnamed = says(OFFICERS, 20)
    origins, _ = origins_of(both, unnamed)
    count = origins.independent_range(origins.hear([both, unnamed]).voices)
    assert len(count.known[0].origins) in (1, 2)
    assert count.low == 1


# Suspected copies


def test_how_strong_suspicions_are(golden):
    worded = ct.exactly(37, words="thirty-seven of our men")
    pairs = {
        "the same day": (37, "2024-09-17", 37, "2024-09-17"),
        "the next day": (37, "2024-09-17", 37, "2024-09-18"),
        "three days later": (37, "2024-09-17", 37, "2024-09-20"),
        "four days later": (37, "2024-09-17", 37, "2024-09-21"),
        "within one month": (37, "2024-09-17", 37, "2024-09"),
        "one undated": (37, None, 37, "2024-09-18"),
        "both undated": (37, None, 37, None),
        "in the same words": (worded, "2024-09-17", worded, "2024-09-18"),
        "in the same words, undated": (worded, None, worded, "2024-09-18"),
        "in other words": (worded, "2024-09-17", 37, "2024-09-18"),
        "fives": (35, "2024-09-17", 35, "2024-09-17"),
        "tens": (30, "2024-09-17", 30, "2024-09-17"),
        "tens in the same words": ("thirty men", "2024-09-17", "thirty men", "2024-09-17"),
        "thousands": (1234, "2024-09-17", 1234, "2024-09-17"),
        "a few": (4, "2024-09-17", 4, "2024-09-17"),
        "about as many": (ct.about(37), "2024-09-17", 37, "2024-09-17"),
        "at least as many": (ct.at_least(37), "2024-09-17", 37, "2024-09-17"),
        "at most as many": (ct.at_most(37), "2024-09-17", 37, "2024-09-17"),
        "a range": (ct.between(35, 37), "2024-09-17", ct.between(35, 37), "2024-09-17"),
        "none": (0, "2024-09-17", "no one was killed", "2024-09-17"),
        "losses": ("heavy losses", "2024-09-17", "heavy losses", "2024-09-17"),
        "refused": (ct.declined("refused"), "2024-09-17", ct.declined("refused"), "2024-09-17"),
    }
    lines = []
    for name, (mine, day, yours, other) in pairs.items():
        origins, claims = origins_of(says(RADIO, mine, day), says(MAYOR, yours, other))
        copies = origins.suspected_copies(claims)
        shown = [f"{copy.strength} {copy.a.source} to {copy.b.source}: {copy.because}" for copy in copies]
        lines.append(f"{name}: {'; '.join(shown) or 'not suspected'}")
    golden("origins/suspicions", "\n".join(lines))


def test_the_strongest_suspicion_comes_first_and_only_the_closest_are_compared():
    a, b, c = says(RADIO, 37), says(MAYOR, 37, "2024-09-18"), says(HOSPITAL, 41, "2024-09-18")
    d = says(ARMY, 41, "2024-09-18")
    origins, claims = origins_of(a, b, c, d)
    assert [copy.strength for copy in origins.suspected_copies(claims)] == [0.9, 0.64]
    crowd = [says(ct.Source(f"Outlet {number}"), 37) for number in range(53)]
    origins, claims = origins_of(*crowd)
    assert len(origins.suspected_copies(claims)) == 53 * 52 // 2 - 3

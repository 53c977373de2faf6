"""The strategies: what they draw, what they refuse, and what they shrink towards."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from contextlib import suppress
from datetime import date
from itertools import combinations

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

import claimtrack as ct
from claimtrack import strategies as cts
from claimtrack.figures import LARGEST
from claimtrack.strategies import machine
from claimtrack.strategies.cast import usual_claim
from claimtrack.strategies.registration import STRATEGIES

QUIET = settings(database=None, derandomize=True, deadline=None, max_examples=5000)
SMALLEST = {
    "figures": (cts.figures(), ct.exactly(1)),
    "figures(min_value=20)": (cts.figures(min_value=20), ct.exactly(20)),
    "figures(kinds=at_least)": (cts.figures(kinds=["at_least"]), ct.at_least(1)),
    "whens": (cts.whens(), ct.when("2024-09-17")),
    "whens(max_day)": (cts.whens(max_day=date(1999, 1, 1)), ct.when("0001-01-01")),
    "whens(min_day)": (cts.whens(min_day=date(2025, 3, 1)), ct.when("2025-03-01")),
    "stances": (cts.stances(), ct.affirms()),
    "declined": (cts.declined(), ct.declined("refused")),
    "names": (cts.names(), "Malian armed forces"),
    "parties": (cts.parties(), ct.Party("Malian armed forces")),
    "sources": (cts.sources(), ct.Source("AFP", "media")),
    "sources(kinds=agency)": (cts.sources(kinds=["agency"]), ct.Source("AFP", "agency")),
    "places": (cts.places(), ct.Place("Faladié, Bamako")),
    "events": (cts.events(), ct.Event("Attack")),
    "measures": (cts.measures(), ct.killed()),
    "propositions": (cts.propositions(), ct.Proposition("An aircraft was set on fire")),
    "attributions": (cts.attributions(), ct.Attribution()),
    "questions": (cts.questions(), ct.killed()),
    "evidence": (cts.evidence(), ct.Evidence("https://example.org/0", kind="video")),
    "claims": (cts.claims(), usual_claim()),
    "wordings": (cts.wordings(), ("2", ct.exactly(2, words="2"))),
}


def smallest(strategy, condition=lambda _: True):
    return find(strategy, condition, settings=QUIET)


def drawn(strategy, number=300):
    """Some examples, the same ones in every run."""
    seen = []

    @settings(QUIET, max_examples=number)
    @given(strategy)
    def collect(example):
        seen.append(example)

    collect()
    return seen


# What they shrink towards


@pytest.mark.parametrize("name", SMALLEST)
def test_strategy_shrinks_to_what_its_docstring_says(name):
    strategy, expected = SMALLEST[name]
    found = smallest(strategy)
    if isinstance(found, tuple):
        assert found[0] == expected[0]
        assert (found[1].bounds, found[1].words) == (expected[1].bounds, expected[1].words)
    else:
        assert found == expected


def test_ledgers_shrink_to_an_empty_one_or_to_the_one_claim():
    assert len(smallest(cts.ledgers())) == 0
    (claim,) = smallest(cts.ledgers(min_claims=1)).log.claims
    assert claim == usual_claim()


def test_assessments_retractions_and_relations_shrink_to_plain_ones():
    judged = smallest(cts.assessments(claims=cts.claims(), verdicts=["refuted"]))
    assert (judged.verdict, judged.by, judged.decided.iso) == ("refuted", "A. Analyst", "2024-09-17")
    taken_back = smallest(cts.retractions(claims=cts.claims()))
    assert (taken_back.by, taken_back.stated) == (usual_claim().source.id, None)
    between_sources = smallest(cts.relations(between=cts.sources()))
    assert (between_sources.how, between_sources.since, between_sources.until) == ("independent", None, None)
    assert smallest(cts.relations(between=cts.parties())).how == "opposes"


def contradictions(ledger):
    return [
        (a, b)
        for a, b in combinations(ledger.log.claims, 2)
        if (a.event.id, a.question.id) == (b.event.id, b.question.id)
        and isinstance(a.answer, ct.Figure)
        and isinstance(b.answer, ct.Figure)
        and a.answer.compare(b.answer) == "contradict"
    ]


def test_a_contradiction_shrinks_to_two_plain_claims():
    ledger = smallest(cts.ledgers(), contradictions)
    assert len(ledger.log.claims) == 2
    assert all(claim.as_given in {"1", "2", "3", "at most 0"} for claim in ledger.log.claims)
    assert not any(claim.via or claim.based_on or claim.hedged or claim.note for claim in ledger.log.claims)
    assert not ledger.log.relations
    assert not ledger.evidence


def test_a_retraction_shrinks_to_one_claim_that_is_taken_back():
    ledger = smallest(cts.ledgers(), lambda ledger: any(map(ledger.log.retractions, ledger.log.claims)))
    assert len(ledger.log.claims) == 1


def test_origins_shrink_to_one_source_relayed_by_nobody():
    known = smallest(cts.origins())
    ((claim,),) = known.groups
    assert (claim.as_given, claim.via, claim.based_on) == ("1", (), ())


# What they draw


@pytest.mark.parametrize("kind", ct.FigureKind)
def test_figures_of_every_kind_are_drawn(kind):
    assert {figure.kind for figure in drawn(cts.figures(kinds=[kind]), 30)} == {kind}
    assert kind in {figure.kind for figure in drawn(cts.figures())}


@given(st.integers(0, LARGEST), st.integers(0, LARGEST), st.data())
def test_figures_state_numbers_within_their_ends(a, b, data):
    low, high = sorted((a, b))
    figure = data.draw(cts.figures(min_value=low, max_value=high))
    stated = [end for end in figure.stated_ends if end is not None]
    assert all(low <= end <= high for end in stated)


def test_figures_reach_the_edges():
    figures = drawn(cts.figures(), 2000)
    numbers = {end for figure in figures for end in (*figure.bounds, *figure.reading)}
    assert {0, 1, LARGEST, None} <= numbers
    assert any(figure.imputed for figure in figures)
    assert any(figure.words for figure in figures)
    assert {a.compare(b) for a, b in combinations(figures[:200], 2)} == set(ct.Comparison)


@given(st.dates(), st.dates(), st.data())
def test_dates_begin_within_their_ends(a, b, data):
    first, last = sorted((a, b))
    moment = data.draw(cts.whens(min_day=first, max_day=last, precisions=["day", "time", "span"]))
    assert first <= moment.start <= last
    fuzzy = data.draw(cts.whens(min_day=first, max_day=last, precisions=["month", "year"]))
    assert fuzzy.start <= last
    assert fuzzy.end >= first


def test_dates_of_every_precision_are_drawn():
    moments = drawn(cts.whens())
    assert {moment.precision for moment in moments} == {"day", "month", "year", "time", "span"}
    assert {moment.clock.tzinfo is None for moment in moments if moment.clock} == {True, False}


def test_names_of_many_scripts_are_drawn():
    every = "".join(drawn(cts.names(), 400))
    for sign in "éةⵣВƁồŹ|\u0301\u00a0\u200f":
        assert sign in every, f"no name with {sign!r}"
    assert max(map(len, drawn(cts.names(), 400))) > 200


def test_sources_of_every_sort_are_drawn():
    sources = drawn(cts.sources(parties=cts.parties(), carriers=cts.sources()), 800)
    assert {source.kind for source in sources} == set(ct.SourceKind)
    assert {source.reliability for source in sources} == {None, *ct.Reliability}
    assert any(source.known_to for source in sources)
    assert any(source.author for source in sources)
    assert any(source.party for source in sources)
    assert any(source.aligned_with for source in sources)
    assert any(not source.on_record and not source.anonymous for source in sources)


FIELDS = {"based_on", "revises", "references", "published", "observed", "hedged", "imputed", "first_hand"}


def test_claims_of_every_sort_are_drawn():
    claims = drawn(cts.claims(earlier=cts.claims()), 1000)
    answers = {type(claim.answer) for claim in claims}
    assert answers == {ct.Figure, ct.Stance, ct.Declined}
    assert {len(claim.via) for claim in claims} == {0, 1, 2, 3}
    said_by_some = {field for claim in claims for field in FIELDS if getattr(claim, field)}
    assert said_by_some == FIELDS
    assert any(claim.stated is None for claim in claims)
    assert {type(claim.question) for claim in claims} == {ct.Measure, ct.Proposition, ct.Attribution}


def test_ledgers_hold_every_kind_of_record_and_state():
    ledgers = drawn(cts.ledgers(), 1000)
    kinds = Counter(type(entry.record) for ledger in ledgers for entry in ledger.entries())
    assert {ct.Claim, ct.Assessment, ct.Retraction, ct.PartsOf, ct.Relation, ct.Evidence} <= set(kinds)
    assert any(entry.revision for ledger in ledgers for entry in ledger.entries())
    states = Counter(ledger.status(claim).state.value for ledger in ledgers for claim in ledger.log.claims)
    rare = {"retracted", "superseded", "confirmed", "refuted", "unverifiable", "misreported", "contested"}
    assert {"corroborated", "overtaken", "unverified", *rare} <= set(states), states
    assert any(map(contradictions, ledgers))
    assert {len(ledger.log.claims) for ledger in ledgers} == {0, 1, 2, 3, 4, 5}


def figures_of(ledger):
    return [claim.answer for claim in ledger.claims() if isinstance(claim.answer, ct.Figure)]


def said_by_all(ledger):
    return "".join([*(source.name for source in ledger.sources), *(party.name for party in ledger.parties)])


EDGES = {
    "a floor": lambda led: any(figure.kind == "at_least" for figure in figures_of(led)),
    "a ceiling": lambda led: any(figure.kind == "at_most" for figure in figures_of(led)),
    "a vague word": lambda led: any(figure.kind == "vague" for figure in figures_of(led)),
    "losses and no number": lambda led: any(figure.kind == "unquantified" for figure in figures_of(led)),
    "zero": lambda led: any(figure.kind == "none" for figure in figures_of(led)),
    "the largest count": lambda led: any(LARGEST in figure.bounds for figure in figures_of(led)),
    "no answer": lambda led: any(isinstance(claim.answer, ct.Declined) for claim in led.claims()),
    "three carriers": lambda led: any(len(claim.via) == 3 for claim in led.claims()),
    "a relay": lambda led: any(ledger_claims(led, claim.based_on) for claim in led.claims()),
    "a revision": lambda led: any(claim.revises for claim in led.claims()),
    "a retraction": lambda led: any(map(led.log.retractions, led.claims())),
    "a contradiction": contradictions,
    "a tension": lambda led: any(a.compare(b) == "tension" for a, b in combinations(figures_of(led), 2)),
    "an overtaken count": lambda led: led.claims(state="overtaken"),
    "a regraded source": lambda led: any(entry.revision for entry in led.entries()),
    "no date": lambda led: any(claim.stated is None for claim in led.claims()),
    "an Arabic name": lambda led: "ز" in said_by_all(led),
    "a Tuareg name": lambda led: "ⵜ" in said_by_all(led),
    "a circle": lambda led: any(problem.code == "cycle" for problem in led.problems()),
}


def ledger_claims(ledger, ids):
    return [identity for identity in ids if isinstance(ledger.log.get(identity), ct.Claim)]


def test_ledgers_reach_every_edge():
    ledgers = drawn(cts.ledgers(), 1500)
    assert {edge for edge, reached in EDGES.items() if not any(map(reached, ledgers))} == set()


@pytest.mark.parametrize("edge", ["zero", "three carriers", "a relay", "a revision", "an overtaken count"])
def test_an_edge_shrinks_to_two_claims_at_most(edge):
    ledger = smallest(cts.ledgers(), EDGES[edge])
    assert len(ledger.log.claims) <= 2
    assert len(ledger) - len(ledger.log.claims) <= 12


@given(cts.ledgers(), st.data())
def test_ledgers_are_drawn_alike_from_the_same_choices(ledger, data):
    moments = [entry.recorded for entry in ledger.entries()]
    assert moments == sorted(moments)
    assert all(moment.year == 2024 for moment in moments)


@given(cts.ledgers(min_claims=2, max_claims=3, max_acts=0))
def test_ledgers_have_as_many_claims_as_were_asked_for(ledger):
    assert len(ledger.log.claims) in {2, 3}
    assert not ledger.evidence or any(claim.based_on or claim.references for claim in ledger.log.claims)


@given(cts.ledgers(min_claims=1, cycles=True))
def test_circles_are_closed_on_request(ledger):
    after = {relation.a: relation.b for relation in ledger.log.relations if relation.how == "depends"}
    start = at = next(iter(after))
    for _ in range(len(after)):
        at = after.get(at, start)
        if at == start:
            return
    pytest.fail(f"no circle: {after}")


MINE = ct.Event("My event")
ON_MINE = cts.ledgers(
    events=st.just(MINE), questions=st.just(ct.wounded()), sources=cts.sources(), min_claims=1
)
MORE_THAN_70 = cts.claims(answers=st.just("more than 70"), questions=st.just(ct.killed()))


@given(ON_MINE)
def test_ledgers_are_about_what_was_asked_for(ledger):
    assert ledger.log.groups == ((MINE.id, ct.wounded().id),)


@given(cts.ledgers(claims=cts.claims(sources=cts.sources()), min_claims=1))
def test_ledgers_cope_with_claims_that_describe_a_source_differently(ledger):
    assert ledger.log.claims


@given(cts.ledgers(claims=MORE_THAN_70, min_claims=1))
def test_ledgers_take_claims_of_ones_own(ledger):
    assert {claim.words for claim in ledger.log.claims} == {"more than 70"}


@given(cts.origins(max_origins=3))
def test_origins_are_the_voices_that_are_heard(known):
    heard = known.ledger.statuses.origins.hear(known.claims)
    assert len(heard.voices) == len(known.groups)
    spokesmen = {voice.claims[0].id for voice in heard.voices}
    assert spokesmen == {group[0].id for group in known.groups}


@given(cts.origins(max_origins=1, cycles=True))
def test_a_circle_of_relays_is_one_voice(known):
    assert len(known.ledger.statuses.origins.hear(known.claims).voices) == 1


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ar"])
def test_wordings_mean_what_the_reader_reads(lang):
    for text, figure in drawn(cts.wordings(langs=[lang]), 500):
        for named in (None, lang):
            read = ct.figure(text, lang=named)
            for field in ("bounds", "reading", "kind", "point", "words"):
                assert getattr(read, field) == getattr(figure, field), (text, field)


# What they refuse, and when

IMPOSSIBLE = {
    "figures: ends out of order": lambda: cts.figures(min_value=3, max_value=2),
    "figures: below zero": lambda: cts.figures(min_value=-1),
    "figures: too large": lambda: cts.figures(max_value=LARGEST + 1),
    "figures: not a number": lambda: cts.figures(min_value=1.5),
    "figures: no kind": lambda: cts.figures(kinds=[]),
    "figures: unknown kind": lambda: cts.figures(kinds=["rough"]),
    "figures: none above zero": lambda: cts.figures(kinds=["none"], min_value=1),
    "figures: exact zero": lambda: cts.figures(kinds=["exact"], max_value=0),
    "whens: ends out of order": lambda: cts.whens(min_day=date(2024, 1, 2), max_day=date(2024, 1, 1)),
    "whens: a text": lambda: cts.whens(min_day="2024"),
    "whens: unknown precision": lambda: cts.whens(precisions=["week"]),
    "wordings: unknown language": lambda: cts.wordings(langs=["tlh"]),
    "wordings: no language": lambda: cts.wordings(langs=[]),
    "sources: unknown kind": lambda: cts.sources(kinds=["spy"]),
    "sources: a value": lambda: cts.sources(parties=ct.Party("JNIM")),
    "claims: a value": lambda: cts.claims(events=ct.Event("Attack")),
    "ledgers: out of order": lambda: cts.ledgers(min_claims=3, max_claims=2),
    "ledgers: below zero": lambda: cts.ledgers(max_acts=-1),
    "ledgers: a value": lambda: cts.ledgers(questions=ct.killed()),
    "origins: out of order": lambda: cts.origins(min_origins=2, max_origins=1),
    "declined: unknown": lambda: cts.declined(how=["shrugged"]),
    "measures: unknown outcome": lambda: cts.measures(outcomes=["bored"]),
    "relations: not of their kind": lambda: cts.relations(between=cts.parties(), how=["depends"]),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_impossible_arguments_are_refused_when_drawn_from(name):
    strategy = IMPOSSIBLE[name]()  # making it raises nothing

    @settings(QUIET)
    @given(strategy)
    def draw(_):
        pass

    with pytest.raises(InvalidArgument, match=name.partition(":")[0]):
        draw()


@pytest.mark.parametrize("name", [name for name in cts.__all__ if name[0].islower()])
def test_every_strategy_says_what_it_shrinks_towards(name):
    text = " ".join(getattr(cts, name).__doc__.split())
    assert "Shrinks towards" in text


# Registration


@pytest.mark.parametrize("kind", STRATEGIES, ids=lambda kind: kind.__name__)
def test_from_type_draws_records(kind):
    assert type(smallest(st.from_type(kind))) is kind


def python(code):
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


BOTH = """
assert "claimtrack.strategies" not in sys.modules
from hypothesis import strategies as st
assert "claims" in repr(st.from_type(claimtrack.Claim)), st.from_type(claimtrack.Claim)
"""


@pytest.mark.parametrize("order", ["hypothesis, claimtrack", "claimtrack, hypothesis"])
def test_kinds_are_registered_whichever_is_imported_first(order):
    hook = "import _claimtrack_hypothesis; _claimtrack_hypothesis.register()"  # what the entry point does
    python(f"import sys, {order}\n{hook}\n{BOTH}")


def test_without_the_entry_point_the_import_of_claimtrack_registers():
    python(f"import sys, hypothesis, claimtrack\n{BOTH}")


def test_the_entry_point_imports_nothing_of_claimtrack_into_other_runs():
    python(
        "import sys, hypothesis, _claimtrack_hypothesis; before = set(sys.modules)\n"
        "_claimtrack_hypothesis.register()\n"
        "assert set(sys.modules) == before and 'claimtrack' not in before"
    )


# The state machine

STEPS = settings(QUIET, max_examples=25, stateful_step_count=15)


def test_the_laws_hold_whatever_is_recorded():
    run_state_machine_as_test(cts.LedgerMachine, settings=STEPS)


def test_the_machine_finds_a_claim_that_is_dropped_from_the_account(monkeypatch):
    reconcile_all = machine.reconcile_all

    class Dropping:
        def __init__(self, result):
            self.event, self.question = result.event, result.question
            self.account = result.account[1:]

    monkeypatch.setattr(
        machine, "reconcile_all", lambda *args, **kwargs: map(Dropping, reconcile_all(*args, **kwargs))
    )
    with pytest.raises(AssertionError, match="accounted for exactly once"):
        run_state_machine_as_test(cts.LedgerMachine, settings=settings(STEPS, max_examples=100))


def test_the_machine_finds_a_record_that_is_changed():
    class Changing(cts.LedgerMachine):
        @rule()
        def change(self):
            held = self.ledger.log._recorded
            if held:
                held[0] = held[0].replace(year=1999)

    with pytest.raises(AssertionError, match="never changes"):
        run_state_machine_as_test(Changing, settings=settings(STEPS, max_examples=100))


def test_the_machine_can_be_extended():
    class Mine(cts.LedgerMachine):
        policy = "lowest"
        steps = 0

        @rule(claim=cts.claims(sources=st.just(ct.Source("My source"))))
        def my_source_speaks(self, claim):
            with suppress(ct.ConflictingRecord):
                self.ledger.record(claim)

        @invariant()
        def count(self):
            type(self).steps += 1
            assert all(claim.source.name for claim in self.ledger.claims())

    run_state_machine_as_test(Mine, settings=STEPS)
    assert Mine.steps > 100

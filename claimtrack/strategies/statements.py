"""Strategies for claims."""

# ruff: noqa: D417 - the first argument, draw, is given by Hypothesis, not by the caller

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hypothesis import strategies as st

from claimtrack.answers import Answer, Declined, DeclinedKind, Stance, StanceKind
from claimtrack.claims import Carrier, Claim, Observation
from claimtrack.dates import When
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.figures import LARGEST, FigureKind
from claimtrack.questions import Attribution, Measure, Question
from claimtrack.sources import Source
from claimtrack.strategies import spellings as pools
from claimtrack.strategies.cast import usual_cast
from claimtrack.strategies.code import Code, codes, need_strategies
from claimtrack.strategies.values import Numbers, read_figure

CLAIM_BYTES: Final = 34
"""One claim is read from so many bytes, so that a ledger of five takes a dozen draws."""

_FEW: Final = Numbers(0, LARGEST, (1, 2, 3, 77, 77, 77, 81, 70, 71, 79, 100, 20, 200, 0, LARGEST))
"""Numbers that meet again and again, so that drawn claims agree, contradict and overtake one another."""

_FIRST_HAND, _ORNATE = 96, 160
"""From which byte on a claim is first hand, and from which it has all that a claim can have."""

_SAID: Final = (*(FigureKind.exact,) * 5, *(FigureKind.at_least,) * 2, *FigureKind)


@st.composite
def claims(
    draw: st.DrawFn,
    *,
    events: st.SearchStrategy[Event] | None = None,
    sources: st.SearchStrategy[Source] | None = None,
    questions: st.SearchStrategy[Question] | None = None,
    answers: st.SearchStrategy[Answer | str] | None = None,
    stated: st.SearchStrategy[When | None] | None = None,
    carriers: st.SearchStrategy[Source] | None = None,
    earlier: st.SearchStrategy[Claim] | None = None,
) -> Claim:
    """Claims of every kind on every kind of question.

    Figures of all kinds, stances, and no answer; dated or not; said directly or through a chain of up
    to three carriers; first-hand, observed, hedged, imputed; with `earlier`, resting on, revising or
    speaking of other claims.

    Shrinks towards AFP saying on 2024-09-17 that exactly 1 was killed.

    Args:
        events: What they are about; by default one of two events.
        sources: Who says so; by default one of a dozen sources of many kinds, one of them anonymous
            to everybody and two known to an agency.
        questions: What they answer; by default measures, a proposition and an attribution.
        answers: What they say; by default whatever the question takes. Give it with `questions` that
            take such answers.
        stated: When; by default days from 2024-09-17 on, less precise dates, or `None`.
        carriers: Who carries them; by default the same sources as by default speak.
        earlier: Claims that some of them rest on, revise or speak of; by default none.
    """
    need_strategies(
        "claims", events=events, sources=sources, questions=questions, answers=answers, stated=stated,
        carriers=carriers, earlier=earlier,
    )  # fmt: skip
    code = Code(draw(codes(CLAIM_BYTES)))
    return read_claim(
        code,
        event=None if events is None else draw(events),
        source=None if sources is None else draw(sources),
        question=None if questions is None else draw(questions),
        answer=None if answers is None else draw(answers),
        moments=None if stated is None else (draw(stated),),
        carriers=None if carriers is None else (draw(carriers),),
        earlier=() if earlier is None else (draw(earlier),),
    )


def read_claim(
    code: Code,
    *,
    event: Event | None = None,
    source: Source | None = None,
    question: Question | None = None,
    answer: Answer | str | None = None,
    moments: Sequence[When | None] | None = None,
    carriers: Sequence[Source] | None = None,
    earlier: Sequence[Claim | None] = (),
) -> Claim:
    """A claim, with what is not given read from the code (34 bytes)."""
    cast = usual_cast()
    about, asked, speaker = code.pick(cast.events), code.pick(cast.questions), code.pick(cast.sources)
    moment = code.pick(cast.moments if moments is None else moments)
    event, source, question = event or about, source or speaker, question or asked
    said = _answer(code, question)
    manner = code.byte()
    if manner < _ORNATE:
        given = said if answer is None else answer
        return Claim(event, source, question, given, stated=moment, first_hand=manner >= _FIRST_HAND)
    via = _chain(code, cast.sources if carriers is None else carriers, source)
    based_on = _rest(code, earlier)
    revises = _taken_place_of(code, earlier, event, question)
    figured = isinstance(question, Measure) and not isinstance(said, Declined)
    return Claim(
        event, source, question, said if answer is None else answer,
        stated=moment,
        via=via,
        published=[moment for _ in via] if code.one_in(4) else (),
        based_on=based_on,
        revises=revises,
        references=(code.pick(cast.evidence),) if code.one_in(8) else (),
        first_hand=code.one_in(2) and not via and not based_on,
        observed=code.pick(tuple(Observation)) if code.one_in(8) and figured else None,
        hedged=code.pick(pools.HEDGES) if code.one_in(8) else None,
        imputed="the population" if code.one_in(16) else None,
        note="« note »" if code.one_in(8) else "",
    )  # fmt: skip


def _answer(code: Code, question: Question) -> Answer:
    if code.one_in(10):
        return Declined(code.pick(tuple(DeclinedKind)))
    if isinstance(question, Measure):
        return read_figure(code, _SAID, _FEW)
    kind = code.pick(tuple(StanceKind))
    parties = usual_cast().parties
    return Stance(kind, code.pick(parties) if isinstance(question, Attribution) else None)


def _chain(code: Code, carriers: Sequence[Source], source: Source) -> tuple[Source | Carrier, ...]:
    """Up to three different carriers other than the source."""
    length, first, step = code.byte() % 4, code.byte(), code.byte()
    chosen = {carriers[(first + k * (1 + step % 3)) % len(carriers)].id for k in range(length)}
    return tuple(carrier for carrier in carriers if carrier.id in chosen and carrier.id != source.id)


def _rest(code: Code, earlier: Sequence[Claim | None]) -> tuple[Claim | Evidence | Source, ...]:
    """What a claim rests on: mostly nothing."""
    kind = code.pick(("", "", "claim", "evidence", "source"))
    if kind == "claim":
        base = code.pick(earlier) if earlier else None
        return () if base is None else (base,)
    if kind == "evidence":
        return (code.pick(usual_cast().evidence),)
    return (code.pick(usual_cast().sources),) if kind == "source" else ()


def _taken_place_of(
    code: Code, earlier: Sequence[Claim | None], event: Event, question: Question
) -> tuple[Claim, ...]:
    """The earlier claim that a claim revises, if it is on the same question: mostly none."""
    revises = code.one_in(2)
    old = code.pick(earlier) if earlier else None
    if not revises or old is None or (old.event.id, old.question.id) != (event.id, question.id):
        return ()
    return (old,)

"""Strategies for ledgers, and for ledgers whose origins are known."""

# ruff: noqa: D417 - the first argument, draw, is given by Hypothesis, not by the caller

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Final, TypeVar

from hypothesis import strategies as st

from claimtrack.assessments import Credibility, Verdict
from claimtrack.claims import Claim
from claimtrack.dates import when
from claimtrack.errors import ImpossibleMove
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.ledger import Ledger
from claimtrack.questions import Question
from claimtrack.sources import Party, RelationName, Reliability, Source
from claimtrack.strategies import spellings as pools
from claimtrack.strategies.cast import usual_cast
from claimtrack.strategies.code import Code, codes, need_order, need_strategies
from claimtrack.strategies.statements import CLAIM_BYTES, read_claim

_R = TypeVar("_R", Party, Source)

STARTED: Final = datetime(2024, 9, 20, tzinfo=UTC)
"""When the first entry of a drawn ledger was recorded; each later one a minute after the one before."""

ACT_BYTES: Final = 6
"""One act is read from so many bytes."""

ABSENT: Final = 96
"""A claim or act whose first byte is lower is not there: so shrinking can take out any of them."""

_DECIDED: Final = date(2024, 9, 25)
_LATER: Final = date(2025, 1, 1)


class MinuteClock:
    """A clock that tells the same moments in every run: a minute later at each look."""

    def __init__(self, start: datetime = STARTED) -> None:
        self.moment = start

    def __call__(self) -> datetime:
        """The next moment, in UTC."""
        self.moment += timedelta(minutes=1)
        return self.moment


@st.composite
def ledgers(
    draw: st.DrawFn,
    *,
    claims: st.SearchStrategy[Claim] | None = None,
    events: st.SearchStrategy[Event] | None = None,
    sources: st.SearchStrategy[Source] | None = None,
    questions: st.SearchStrategy[Question] | None = None,
    min_claims: int = 0,
    max_claims: int = 5,
    max_acts: int = 3,
    cycles: bool = False,
) -> Ledger:
    """Ledgers of a few claims that agree, contradict, relay, revise and overtake one another.

    After the claims come acts: assessments with what they need, retractions by the source or a carrier,
    relations between sources and between parties, regraded sources, and declared wholes. Moments of
    recording are a minute apart from 2024-09-20 on, in every run.

    Shrinks towards an empty ledger; with `min_claims=1` to the one claim that `claims()` shrinks to.

    Args:
        claims: The claims; by default drawn so that they speak of one another. A claim that mentions
            another one by `based_on`, `revises` or `references` must not be given without it.
        events: What the claims are about, by default as for `claims()`.
        sources: Who speaks, by default as for `claims()`.
        questions: What they answer, by default as for `claims()`.
        min_claims: The least number of claims.
        max_claims: The largest number of claims.
        max_acts: The largest number of acts.
        cycles: Whether the sources are declared to depend on one another in a circle.

    Raises:
        InvalidArgument: When drawn from, if the numbers are not in order, or an argument is no strategy.
    """
    need_order("ledgers", "claims", min_claims, max_claims)
    need_order("ledgers", "acts", 0, max_acts)
    need_strategies("ledgers", claims=claims, events=events, sources=sources, questions=questions)
    ledger = Ledger(clock=MinuteClock())
    if claims is not None:
        given_claims = draw(st.lists(claims, min_size=min_claims, max_size=max_claims, unique_by=_id))
        ledger.record_all(given_claims)
        code = Code(draw(codes(max_acts * (1 + ACT_BYTES))))
    else:
        code = Code(draw(codes(max_claims * (1 + CLAIM_BYTES) + max_acts * (1 + ACT_BYTES))))
        for place in range(max_claims):
            present, given = code.byte() >= ABSENT or place < min_claims, code.part(CLAIM_BYTES)
            if present:
                event = None if events is None else draw(events)
                source = None if sources is None else draw(sources)
                question = None if questions is None else draw(questions)
                add_claim(ledger, given, event=event, source=source, question=question)
    for _ in range(max_acts):
        present, given = code.byte() >= ABSENT, code.part(ACT_BYTES)
        if present:
            add_act(ledger, given)
    if cycles:
        close_circle(ledger)
    return ledger


def add_claim(
    ledger: Ledger,
    given: bytes,
    *,
    event: Event | None = None,
    source: Source | None = None,
    question: Question | None = None,
) -> Claim:
    """Record the claim that is read from 34 bytes; one that is held already is stated on a later day."""
    held = ledger.log.claims
    claim = read_claim(Code(given), event=event, source=source, question=question, earlier=held)
    if claim in ledger:
        later = (when(_LATER + timedelta(days=len(held))),)
        claim = read_claim(
            Code(given), event=event, source=source, question=question, earlier=held, moments=later
        )
    return ledger.record(claim)[0]


def add_act(ledger: Ledger, given: bytes) -> None:
    """Do what is read from 6 bytes; what the ledger refuses as an impossible move is left undone."""
    code = Code(given)
    with suppress(ImpossibleMove):
        code.pick(_ACTS)(ledger, code)


def _assess(ledger: Ledger, code: Code) -> None:
    """Judge a claim on evidence of its own, a day later than every verdict before."""
    if not ledger.log.claims:
        return
    claim, verdict = code.pick(ledger.log.claims), code.pick(tuple(Verdict))
    day = _DECIDED + timedelta(days=len(ledger))
    seen = Evidence(f"https://example.org/seen/{len(ledger)}", kind="image", captured=day)
    bare = verdict in {Verdict.none, Verdict.unverifiable} and code.one_in(2)
    ledger.record(seen)
    ledger.assess(
        claim, verdict, by=code.pick(pools.ANALYSTS), decided=day, because="as seen",
        evidence=() if bare else (seen,), credibility=code.pick((None, *Credibility)),
    )  # fmt: skip


def _retract(ledger: Ledger, code: Code) -> None:
    """Let a claim be taken back by its source or a carrier."""
    if not ledger.log.claims:
        return
    claim = code.pick(ledger.log.claims)
    by = code.pick((claim.source.id, *claim.via))
    ledger.retract(claim, by=by, stated=code.pick((None, _DECIDED)), because="said in error")


def _relate_sources(ledger: Ledger, code: Code) -> None:
    a, b = _two(ledger.sources or usual_cast().sources, code)
    how: RelationName = code.pick(("independent", "depends", "same"))
    if a.id != b.id:
        ledger.relate(a, b, how, because="as the analyst found")


def _relate_parties(ledger: Ledger, code: Code) -> None:
    a, b = _two(usual_cast().parties, code)
    how: RelationName = code.pick(("opposes", "allied"))
    if a.id != b.id:
        ledger.relate(a, b, how, because="as they say", since=code.pick((None, "2024-09-18")))


def _regrade(ledger: Ledger, code: Code) -> None:
    """Replace the description of a source by one of another grade."""
    if ledger.sources:
        ledger.revise(regraded(code.pick(ledger.sources), code.pick((None, *Reliability))))


def regraded(source: Source, grade: Reliability | None) -> Source:
    """The same source with another grade."""
    return Source(
        source.name, source.kind, key=source.key, party=source.party, aligned_with=source.aligned_with,
        anonymous=source.anonymous, known_to=source.known_to, on_record=source.on_record,
        author=source.author, collective=source.collective, url=source.url, note=source.note,
        reliability=grade,
    )  # fmt: skip


def _declare_whole(ledger: Ledger, code: Code) -> None:
    ledger.record(code.pick(usual_cast().wholes))


_ACTS = (_assess, _assess, _retract, _relate_sources, _relate_parties, _regrade, _declare_whole)


def _two(among: Sequence[_R], code: Code) -> tuple[_R, _R]:
    first = code.byte() % len(among)
    return among[first], among[(first + 1 + code.byte()) % len(among)]


def close_circle(ledger: Ledger) -> None:
    """Declare that the sources of a ledger depend on one another in a circle, at least of two."""
    every = tuple({source.id: source for source in (*usual_cast().sources, *ledger.sources)}.values())
    circle = ledger.sources if len(ledger.sources) > 1 else every[:2]
    for a, b in zip(circle, circle[1:] + circle[:1], strict=True):
        ledger.relate(a, b, "depends", because="as the analyst found")


def _id(claim: Claim) -> str:
    return claim.id

"""Strategies for ledgers, and for ledgers whose origins are known."""

# ruff: noqa: D417 - the first argument, draw, is given by Hypothesis, not by the caller

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Final, TypeVar, cast

from hypothesis import reject
from hypothesis import strategies as st

from claimtrack.assessments import Credibility, Verdict
from claimtrack.claims import Claim
from claimtrack.dates import when
from claimtrack.errors import ConflictingRecord, ImpossibleMove
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.ledger import Ledger
from claimtrack.questions import Question
from claimtrack.sources import RelationName, Reliability, Source
from claimtrack.strategies import spellings as pools
from claimtrack.strategies.cast import usual_cast
from claimtrack.strategies.code import Code, codes, need_order, need_strategies
from claimtrack.strategies.statements import CLAIM_BYTES, read_claim

_R = TypeVar("_R", Event | None, Source | None, Question | None)

STARTED: Final = datetime(2024, 9, 20, tzinfo=UTC)
"""When the first entry of a drawn ledger was recorded; each later one a minute after the one before."""

ACT_BYTES: Final = 6
"""One act is read from so many bytes."""

ABSENT: Final = 96
"""A part of a code is not there if the byte before it is lower."""

_DECIDED: Final = date(2024, 9, 25)
_LATER: Final = date(2025, 1, 1)


class MinuteClock:
    """A clock that tells the same moments in every run: a minute later at each look."""

    def __init__(self, start: datetime = STARTED) -> None:
        self.moment: datetime = start

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
    places: list[Claim | None]
    if claims is not None:
        given_claims = draw(st.lists(claims, min_size=min_claims, max_size=max_claims, unique_by=_id))
        places = [recorded(ledger, claim) for claim in given_claims]
        code = Code(draw(codes(max_acts * (1 + ACT_BYTES))))
    else:
        code = Code(draw(codes(max_claims * (1 + CLAIM_BYTES) + max_acts * (1 + ACT_BYTES))))
        places = []
        for given in present(code, CLAIM_BYTES, min_claims, max_claims):
            event = None if events is None or given is None else draw(events)
            source = None if sources is None or given is None else draw(sources)
            question = None if questions is None or given is None else draw(questions)
            if given is None:
                places.append(None)
            else:
                places.append(add_claim(ledger, given, places, event=event, source=source, question=question))
    if len(ledger.log.claims) < min_claims:
        reject()
    for given in present(code, ACT_BYTES, 0, max_acts):
        if given is not None:
            add_act(ledger, given, places)
    if cycles:
        close_circle(ledger)
    return ledger


def present(code: Code, size: int, least: int, most: int) -> list[bytes | None]:
    """The next parts of the code, in their places, and `None` for one that is not there.

    A part is there if the byte before it says so; where too few say so, the first of the others are
    there too. So shrinking can take out any of them, and what speaks of another one by its place
    still speaks of the same one, or of none.
    """
    parts = [(code.byte() >= ABSENT, code.part(size)) for _ in range(most)]
    lacking = least - sum(there for there, _ in parts)
    kept: list[bytes | None] = []
    for there, part in parts:
        kept.append(part if there or lacking > 0 else None)
        lacking -= not there
    return kept


def add_claim(
    ledger: Ledger,
    given: bytes,
    earlier: Sequence[Claim | None],
    *,
    event: Event | None = None,
    source: Source | None = None,
    question: Question | None = None,
) -> Claim | None:
    """Record the claim that is read from 34 bytes; one that is held already is stated on a later day.

    A drawn event, source or question gives way to the one that is held under its id.
    """
    event, source, question = _held(ledger, event), _held(ledger, source), _held(ledger, question)
    claim = read_claim(Code(given), event=event, source=source, question=question, earlier=earlier)
    if claim in ledger:
        later = (when(_LATER + timedelta(days=len(earlier))),)
        claim = read_claim(
            Code(given), event=event, source=source, question=question, earlier=earlier, moments=later
        )
    return recorded(ledger, claim)


def recorded(ledger: Ledger, claim: Claim) -> Claim | None:
    """Record a claim, unless it describes a record otherwise than the ledger does: then `None`."""
    try:
        return ledger.record(claim)[0]
    except ConflictingRecord:
        return None


def _held(ledger: Ledger, given: _R) -> _R:
    held = None if given is None else ledger.log.get(given.id)
    return given if held is None else cast("_R", held)


def add_act(ledger: Ledger, given: bytes, places: Sequence[Claim | None]) -> None:
    """Do what is read from 6 bytes to the claims in their places.

    What is to be done to no claim, and what the ledger refuses as an impossible move, is left undone.
    """
    code = Code(given)
    do = code.pick(_ACTS)
    one, other = (code.pick(places), code.pick(places)) if places else (None, None)
    with suppress(ImpossibleMove):
        do(ledger, code, one, other)


def _assess(ledger: Ledger, code: Code, claim: Claim | None, _: Claim | None) -> None:
    """Judge a claim on evidence of its own, a day later than every verdict before."""
    if claim is None:
        return
    verdict = code.pick(tuple(Verdict))
    day = _DECIDED + timedelta(days=len(ledger))
    seen = Evidence(f"https://example.org/seen/{len(ledger)}", kind="image", captured=day)
    bare = verdict in {Verdict.none, Verdict.unverifiable} and code.one_in(2)
    ledger.record(seen)
    ledger.assess(
        claim, verdict, by=code.pick(pools.ANALYSTS), decided=day, because="as seen",
        evidence=() if bare else (seen,), credibility=code.pick((None, *Credibility)),
    )  # fmt: skip


def _retract(ledger: Ledger, code: Code, claim: Claim | None, _: Claim | None) -> None:
    """Let a claim be taken back by its source or a carrier."""
    if claim is not None:
        by = code.pick((claim.source.id, *claim.via))
        ledger.retract(claim, by=by, stated=code.pick((None, _DECIDED)), because="said in error")


def _relate_sources(ledger: Ledger, code: Code, one: Claim | None, other: Claim | None) -> None:
    """Declare how the sources of two claims stand to each other."""
    how: RelationName = code.pick(("independent", "independent", "depends", "same"))
    if one is not None and other is not None and one.source.id != other.source.id:
        ledger.relate(one.source, other.source, how, because="as the analyst found")


def _relate_parties(ledger: Ledger, code: Code, _: Claim | None, __: Claim | None) -> None:
    """Declare how two parties stand to each other, always or from a day on."""
    parties = usual_cast().parties
    a, b, how = code.pick(parties), code.pick(parties), code.pick(_STANDS)
    if a.id != b.id:
        ledger.relate(a, b, how, because="as they say", since=code.pick((None, "2024-09-18")))


def _regrade(ledger: Ledger, code: Code, claim: Claim | None, _: Claim | None) -> None:
    """Replace the description of a source by one of another grade."""
    held = None if claim is None else ledger.log.source(claim.source)
    if held is not None:
        ledger.revise(regraded(held, code.pick((None, *Reliability))))


def regraded(source: Source, grade: Reliability | None) -> Source:
    """The same source with another grade."""
    return Source(
        source.name, source.kind, key=source.key, party=source.party, aligned_with=source.aligned_with,
        anonymous=source.anonymous, known_to=source.known_to, on_record=source.on_record,
        author=source.author, collective=source.collective, url=source.url, note=source.note,
        reliability=grade,
    )  # fmt: skip


def _declare_whole(ledger: Ledger, code: Code, _: Claim | None, __: Claim | None) -> None:
    ledger.record(code.pick(usual_cast().wholes))


_STANDS: Final[tuple[RelationName, ...]] = ("opposes", "allied")
_ACTS: Final = (
    _assess, _assess, _retract, _relate_sources, _relate_sources, _relate_parties, _regrade, _declare_whole,
)  # fmt: skip


def close_circle(ledger: Ledger) -> None:
    """Declare that the sources of a ledger depend on one another in a circle, at least of two."""
    every = tuple({source.id: source for source in (*usual_cast().sources, *ledger.sources)}.values())
    circle = ledger.sources if len(ledger.sources) > 1 else every[:2]
    for a, b in zip(circle, circle[1:] + circle[:1], strict=True):
        ledger.relate(a, b, "depends", because="as the analyst found")


def _id(claim: Claim) -> str:
    return claim.id

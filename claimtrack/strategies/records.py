"""Strategies for parties, sources, events, questions, evidence, and what is declared or decided."""

# ruff: noqa: D417 - the first argument, draw, is given by Hypothesis, not by the caller

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from hypothesis import strategies as st

from claimtrack.assessments import Assessment, Credibility, Retraction, Verdict, VerdictName
from claimtrack.claims import Claim
from claimtrack.dates import Precision
from claimtrack.events import Event, Place
from claimtrack.evidence import Authenticity, Evidence, EvidenceKind
from claimtrack.questions import Attribution, Measure, Outcome, Proposition, Question, Regard
from claimtrack.sources import Party, Relation, RelationKind, Reliability, Source, SourceKind
from claimtrack.strategies import spellings as pools
from claimtrack.strategies.code import Code, codes, members, need_strategies, refuse
from claimtrack.strategies.values import read_day, read_when

DATED: Final = (Precision.day, Precision.day, Precision.month, Precision.year, Precision.time, Precision.span)
_SINCE, _UNTIL = date(2000, 1, 1), date(2035, 12, 31)
_PEOPLE = tuple(outcome for outcome in Outcome if outcome is not Outcome.material_losses)
_BETWEEN_SOURCES = (RelationKind.independent, RelationKind.depends, RelationKind.same)
_BETWEEN_PARTIES = (RelationKind.opposes, RelationKind.allied, RelationKind.same)
_TEXTS: tuple[str, ...] = ("", "seen by an analyst", "à vérifier", "تحقق")


@st.composite
def names(draw: st.DrawFn) -> str:
    """Names as they occur, in several scripts.

    Latin with accents in both normal forms, Arabic, Tifinagh, Cyrillic, names in two directions, long
    ones, and ones with signs that tables, sheets and pages must escape.

    Shrinks towards "Malian armed forces". For names of any characters pass `st.text(...)` instead.
    """
    return Code(draw(codes(1))).pick(pools.PARTIES + pools.SOURCES + pools.PLACES)


@st.composite
def parties(
    draw: st.DrawFn,
    *,
    names: st.SearchStrategy[str] | None = None,
    opposes: st.SearchStrategy[Party] | None = None,
    allied: st.SearchStrategy[Party] | None = None,
) -> Party:
    """Parties, with and without a key of their own and a note.

    Shrinks towards `ct.Party("Malian armed forces")`.

    Args:
        names: Their names; by default real ones of many scripts.
        opposes: The party each fights; by default none is declared.
        allied: The party each stands with; by default none is declared.
    """
    need_strategies("parties", names=names, opposes=opposes, allied=allied)
    code = Code(draw(codes(4)))
    usual = code.pick(pools.PARTIES)
    name = usual if names is None else draw(names)
    key = f"{name} {code.byte()}" if code.one_in(8) else None
    return Party(
        name, key=key, note=code.pick(_TEXTS) if key else "",
        opposes=() if opposes is None else (draw(opposes),),
        allied=() if allied is None else (draw(allied),),
    )  # fmt: skip


@st.composite
def sources(
    draw: st.DrawFn,
    *,
    names: st.SearchStrategy[str] | None = None,
    kinds: Iterable[SourceKind | str] | None = None,
    parties: st.SearchStrategy[Party] | None = None,
    carriers: st.SearchStrategy[Source] | None = None,
) -> Source:
    """Sources of every kind and grade: graded or not, anonymous, leaning, collective, off the record.

    Shrinks towards `ct.Source("AFP", kind="media")`, or the first of `kinds`.

    Args:
        names: Their names; by default real ones of many scripts.
        kinds: Their kinds; by default all, media first.
        parties: The parties that some of them speak for, or lean to; by default they have none.
        carriers: The sources that anonymous ones are known to, and that wrote documents; by default
            nobody knows them.
    """
    need_strategies("sources", names=names, parties=parties, carriers=carriers)
    asked = members("sources", "kinds", kinds, SourceKind)
    if kinds is None:
        asked = (SourceKind.media, *(kind for kind in asked if kind is not SourceKind.media))
    code = Code(draw(codes(10)))
    usual, kind = code.pick(pools.SOURCES), code.pick(asked)
    reliability = code.pick((None, *Reliability))
    anonymous, known, collective = code.one_in(4), code.one_in(2), code.one_in(8)
    bond = code.pick(("", "", "party", "aligned_with")) if parties is not None else ""
    side = draw(parties) if bond and parties is not None else None
    knower = draw(carriers) if carriers is not None and known else None
    return Source(
        usual if names is None else draw(names),
        kind,
        party=side if bond == "party" else None,
        aligned_with=side if bond == "aligned_with" else None,
        reliability=reliability,
        anonymous=anonymous,
        known_to=knower if anonymous else None,
        author=knower if kind is SourceKind.document and not anonymous else None,
        collective=collective,
        on_record=False if code.one_in(8) else None,
        url="https://example.org/منشور" if code.one_in(8) else None,
        note=code.pick(_TEXTS),
    )


@st.composite
def places(draw: st.DrawFn, *, names: st.SearchStrategy[str] | None = None) -> Place:
    """Places, half of them with coordinates, the poles and the date line among them.

    Shrinks towards `ct.Place("Faladié, Bamako")`.

    Args:
        names: Their names; by default real ones of several scripts.
    """
    need_strategies("places", names=names)
    code = Code(draw(codes(6)))
    name = code.pick(pools.PLACES) if names is None else draw(names)
    if not code.one_in(2):
        return Place(name)
    latitude = code.pick((12.6392, -90.0, 90.0, 0.0, -0.0, 59.94 + code.byte() / 1000))
    longitude = code.pick((-8.0029, -180.0, 180.0, 0.0, 30.3 + code.byte() / 1000))
    return Place(name, latitude=latitude, longitude=longitude, country=code.pick(("ML", "", "Mali", "مالي")))


@st.composite
def events(
    draw: st.DrawFn,
    *,
    names: st.SearchStrategy[str] | None = None,
    places: st.SearchStrategy[Place] | None = None,
    parties: st.SearchStrategy[Party] | None = None,
) -> Event:
    """Events, dated as precisely as known or not at all, with and without a place.

    Shrinks towards `ct.Event("Attack")`.

    Args:
        names: What they are called; by default names in several scripts.
        places: Where they are; by default nowhere that is known, or a place by name.
        parties: The party that took part; by default none is named.
    """
    need_strategies("events", names=names, places=places, parties=parties)
    code = Code(draw(codes(12)))
    usual, nowhere = code.pick(pools.EVENTS), code.pick((None, *pools.PLACES))
    dated = code.one_in(2)
    occurred = read_when(code, DATED, _SINCE, _UNTIL) if dated else None
    return Event(
        usual if names is None else draw(names),
        occurred=occurred,
        place=nowhere if places is None else draw(places),
        parties=() if parties is None else (draw(parties),),
    )


@st.composite
def measures(
    draw: st.DrawFn,
    *,
    outcomes: Iterable[Outcome | str] | None = None,
    parties: st.SearchStrategy[Party] | None = None,
) -> Measure:
    """Measures: one or several outcomes, of whom, among whom, in which part of the event.

    Shrinks towards `ct.killed()`.

    Args:
        outcomes: What may be counted; by default everything. Material losses are never counted
            together with people.
        parties: The parties whose people are counted, one or two; by default it is unstated.
    """
    need_strategies("measures", parties=parties)
    asked = members("measures", "outcomes", outcomes, Outcome)
    code = Code(draw(codes(6)))
    counted = [code.pick(asked)]
    others = [outcome for outcome in asked if outcome in _PEOPLE]
    if counted[0] in _PEOPLE and code.one_in(3):
        counted.append(code.pick(others))
    whose: tuple[Party, ...] = ()
    if parties is not None:
        whose = (draw(parties), draw(parties)) if code.one_in(4) else (draw(parties),)
    among = code.pick(pools.POPULATIONS) if code.one_in(4) else None
    part = code.pick(pools.PARTS) if code.one_in(4) else None
    return Measure(counted, of=whose or None, among=among, part=part)


@st.composite
def propositions(
    draw: st.DrawFn,
    *,
    texts: st.SearchStrategy[str] | None = None,
    parties: st.SearchStrategy[Party] | None = None,
) -> Proposition:
    """Propositions, dated or not.

    Shrinks towards `ct.Proposition("An aircraft was set on fire")`.

    Args:
        texts: The sentences; by default some in several scripts.
        parties: The party that gains or loses if it is believed; by default nobody has said.
    """
    need_strategies("propositions", texts=texts, parties=parties)
    code = Code(draw(codes(11)))
    usual = code.pick(pools.PROPOSITIONS)
    side = (draw(parties),) if parties is not None else ()
    serves = code.one_in(2)
    occurred = read_when(code, DATED, _SINCE, _UNTIL) if code.one_in(4) else None
    return Proposition(
        usual if texts is None else draw(texts), occurred=occurred,
        serves=side if serves else (), harms=() if serves else side,
    )  # fmt: skip


@st.composite
def attributions(draw: st.DrawFn, *, deeds: st.SearchStrategy[str] | None = None) -> Attribution:
    """Attributions, whose doer would claim the deed, be blamed for it, or neither is said.

    Shrinks towards `ct.Attribution()`.

    Args:
        deeds: What was done; by default some deeds in several scripts.
    """
    need_strategies("attributions", deeds=deeds)
    code = Code(draw(codes(2)))
    deed = code.pick(pools.DEEDS) if deeds is None else draw(deeds)
    return Attribution(deed, regard=code.pick((None, *Regard)))


def questions(*, parties: st.SearchStrategy[Party] | None = None) -> st.SearchStrategy[Question]:
    """Questions of the three kinds.

    Shrinks towards `ct.killed()`.

    Args:
        parties: The parties that measures count and propositions serve or harm; by default unstated.
    """
    return st.one_of(measures(parties=parties), propositions(parties=parties), attributions())


@st.composite
def evidence(draw: st.DrawFn, *, kinds: Iterable[EvidenceKind | str] | None = None) -> Evidence:
    """Evidence of every kind, with and without date, archived copy, hash and authenticity.

    Shrinks towards `ct.Evidence("https://example.org/0", kind="video")`, or the first of `kinds`.

    Args:
        kinds: Its kinds; by default all.
    """
    asked = members("evidence", "kinds", kinds, EvidenceKind)
    code = Code(draw(codes(16)))
    number, kind = code.byte(), code.pick(asked)
    hashed, archived, captured = code.one_in(2), code.one_in(4), code.one_in(2)
    return Evidence(
        f"https://example.org/{number}",
        kind=kind,
        captured=read_when(code, DATED, _SINCE, _UNTIL) if captured else None,
        archived=f"https://archive.example/{number}" if archived else None,
        sha256=f"{number:02x}" * 32 if hashed else None,
        authenticity=code.pick((None, *Authenticity)),
        by=code.pick((None, *pools.ANALYSTS)),
        shows=code.pick(_TEXTS),
    )


@st.composite
def assessments(
    draw: st.DrawFn,
    *,
    claims: st.SearchStrategy[Claim],
    verdicts: Iterable[Verdict | VerdictName] | None = None,
    evidence: st.SearchStrategy[Evidence] | None = None,
) -> Assessment:
    """Assessments of claims: every verdict and grade, and some that set a rule aside.

    What a verdict needs is not looked at here; a ledger may refuse one. For assessments that a
    ledger takes, draw `ledgers()`.

    Shrinks towards the first of `verdicts`, decided on 2024-09-17 by "A. Analyst".

    Args:
        claims: The claims that are judged.
        verdicts: The verdicts; by default all.
        evidence: What they rest on; by default nothing.
    """
    need_strategies("assessments", claims=claims, evidence=evidence)
    found = members("assessments", "verdicts", verdicts, Verdict)
    code = Code(draw(codes(9)))
    return Assessment(
        draw(claims),
        code.pick(found),
        by=code.pick(pools.ANALYSTS),
        because=code.pick(pools.REASONS),
        credibility=code.pick((None, *Credibility)),
        override="by the editor" if code.one_in(8) else None,
        decided=read_day(code, date(2024, 9, 17), _UNTIL),
        evidence=() if evidence is None else (draw(evidence),),
    )


@st.composite
def retractions(draw: st.DrawFn, *, claims: st.SearchStrategy[Claim]) -> Retraction:
    """Retractions of claims by their source or a carrier, dated or not.

    Shrinks towards one by the source, without a date.

    Args:
        claims: The claims that are taken back.
    """
    need_strategies("retractions", claims=claims)
    claim = draw(claims)
    code = Code(draw(codes(6)))
    by, dated = code.pick((claim.source.id, *claim.via)), code.one_in(2)
    stated = read_day(code, date(2024, 9, 17), _UNTIL) if dated else None
    return Retraction(claim, by=by, stated=stated, because=code.pick(pools.REASONS))


@st.composite
def relations(
    draw: st.DrawFn,
    *,
    between: st.SearchStrategy[Source | Party],
    how: Iterable[RelationKind | str] | None = None,
) -> Relation:
    """What is declared between two sources, or between two parties, always or from a day on.

    Shrinks towards "independent" for sources and "opposes" for parties, without dates.

    Args:
        between: The sources, or the parties. It must be able to draw two different ones.
        how: What may be declared; by default all that can be, between two of their kind.

    Raises:
        InvalidArgument: When drawn from, if nothing in `how` can be said of two of their kind.
    """
    need_strategies("relations", between=between)
    asked = members("relations", "how", how, RelationKind)
    code = Code(draw(codes(16)))
    a: Source | Party = draw(between)
    b: Source | Party = draw(between.filter(lambda other: other.id != a.id))
    fitting = _BETWEEN_PARTIES if isinstance(a, Party) else _BETWEEN_SOURCES
    possible = tuple(kind for kind in fitting if kind in asked)
    if not possible:
        raise refuse("relations", "how", how, f"one of {', '.join(fitting)}")
    kind = code.pick(possible)
    since = read_day(code, _SINCE, _UNTIL) if code.one_in(4) else None
    until = read_day(code, since or _SINCE, date.max) if code.one_in(4) else None
    return Relation(a, b, kind, because=code.pick(pools.REASONS), since=since, until=until)


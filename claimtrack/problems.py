"""Defects in what was recorded, each with a stable code; nothing is raised and nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from claimtrack.answers import Declined, DeclinedKind
from claimtrack.assessments import Assessment, Credibility, Retraction, Verdict
from claimtrack.claims import Claim
from claimtrack.dates import Span, overlap
from claimtrack.errors import Problem
from claimtrack.figures import Figure
from claimtrack.identity import kind_of
from claimtrack.interest import Side, sides_of
from claimtrack.log import Log, references_of
from claimtrack.sources import Party, Relation, RelationKind, Source
from claimtrack.status import Statuses, Support
from claimtrack.status.moves import BEFORE_CLAIM, BEFORE_EVIDENCE, finder, flaw_of
from claimtrack.status.succession import revised_by

CODES: dict[str, str] = {
    "dangling-reference": "A record refers to one that is not held.",
    "verdict-before-evidence": "A verdict was decided before its evidence was captured or stated.",
    "verdict-before-claim": "A verdict was decided before the claim it judges was stated.",
    "verdict-without-evidence": "A claim was confirmed or refuted without evidence or an official record.",
    "verdict-does-not-count": "A verdict lifts a refutation without new evidence, or rests on what fell.",
    "grade-without-independence": "Credibility 1 was given, and nobody known to be independent agrees.",
    "report-before-event": "A claim was stated before the event it is about.",
    "published-before-stated": "A carrier published a claim before its source stated it.",
    "retraction-before-claim": "A claim was taken back before it was stated.",
    "retraction-by-stranger": "A claim was taken back by one who neither made nor carried it.",
    "revises-another-question": "A claim revises one on another question or event; it has no effect.",
    "revises-another-source": "A claim revises that of another source.",
    "revises-a-later-claim": "A claim revises one that was stated after it.",
    "cycle": "Sources or claims rest on one another in a circle; they are heard as one voice.",
    "carries-itself": "A source is named as a carrier of its own claim.",
    "opposes-itself": "A party is declared to oppose or to be allied with itself.",
    "friend-and-enemy": "Two parties are declared to be both allied and opposed.",
    "independent-and-dependent": "Two sources are declared both independent and dependent or the same.",
    "silence-without-observer": "Nobody is named who observed that a source gave no number.",
    "undated-in-series": "A source answered a question several times, and one answer has no date.",
    "witness-through-others": "A claim is first hand, and yet based on what others said.",
    "conflicting-record": "A second record with other attributes came under an id that is held.",
}
"""What each code means, in a sentence."""


def find_problems(log: Log) -> tuple[Problem, ...]:
    """Every defect in what was recorded, by code and record."""
    found: list[Problem] = []
    statuses = Statuses(log)
    for entry in log.entries():
        found += _dangling(entry.record, log)
    for claim in log.claims:
        found += _of_claim(claim, log)
    for record in log.judgements():
        found += _of_assessment(record, log, statuses)
    found += _of_parties(log)
    found += _of_relations(log)
    found += _cycles(log)
    found += _of_series(log)
    unique = {(problem.code, problem.records): problem for problem in found}
    return tuple(sorted(unique.values(), key=lambda problem: (_ORDER[problem.code], problem.records)))


_ORDER = {code: number for number, code in enumerate(CODES)}


def _dangling(record: object, log: Log) -> Iterator[Problem]:
    for identity in references_of(record):  # type: ignore[arg-type]  # entries hold records only
        if log.get(identity) is None:
            yield _problem(
                "dangling-reference", f"{record!r} refers to {identity}, which is not held",
                getattr(record, "id", ""), identity,
            )  # fmt: skip


def _of_claim(claim: Claim, log: Log) -> Iterator[Problem]:
    occurred, stated, answer = claim.event.occurred, claim.stated, claim.answer
    if stated is not None and occurred is not None and stated.before(occurred):
        text = f"{claim!r} was stated on {stated}, the event was on {occurred}"
        yield _problem("report-before-event", text, claim.id)
    for carrier, published in zip(claim.via, claim.published, strict=False):
        if published is not None and stated is not None and published.before(stated):
            text = f"{claim!r} was published on {published}, stated on {stated}"
            yield _problem("published-before-stated", text, claim.id, carrier)
    if claim.source.id in claim.via:
        yield _problem("carries-itself", f"{claim!r} names its source as a carrier", claim.id)
    if claim.revises:
        yield from _of_revision(claim, log)
    if claim.first_hand and any(kind_of(base) != "evidence" for base in claim.based_on):
        text = f"{claim!r} is first hand, and based on what others said"
        yield _problem("witness-through-others", text, claim.id)
    if isinstance(answer, Declined) and answer.how is not DeclinedKind.refused and not claim.via:
        text = f"{claim!r}: name in via= who observed that it {answer.label}"
        yield _problem("silence-without-observer", text, claim.id)
    for retraction in log.retractions(claim):
        yield from _of_retraction(retraction, claim)


def _of_revision(claim: Claim, log: Log) -> Iterator[Problem]:
    for one in revised_by(claim, log.get):
        if claim.stated is not None and one.stated is not None and claim.stated.before(one.stated):
            text = f"{claim!r} revises {one!r}, which was stated later"
            yield _problem("revises-a-later-claim", text, claim.id, one.id)
    for identity in claim.revises:
        earlier = log.get(identity)
        if not isinstance(earlier, Claim):
            continue
        what = f"{claim!r} revises {earlier!r}, which"
        if (earlier.event.id, earlier.question.id) != (claim.event.id, claim.question.id):
            yield _problem("revises-another-question", f"{what} answers another question", claim.id, identity)
        elif earlier.source.id != claim.source.id:
            yield _problem("revises-another-source", f"{what} is another source's", claim.id, identity)


def _of_retraction(retraction: Retraction, claim: Claim) -> Iterator[Problem]:
    if retraction.by != claim.source.id and retraction.by not in claim.via:
        text = f"{claim!r} was taken back by one who neither made nor carried it"
        yield _problem("retraction-by-stranger", text, retraction.id, claim.id)
    if retraction.stated is not None and claim.stated is not None and retraction.stated.before(claim.stated):
        text = f"{claim!r} was taken back on {retraction.stated}, stated on {claim.stated}"
        yield _problem("retraction-before-claim", text, retraction.id, claim.id)


_FLAWS: dict[str, str] = {
    BEFORE_CLAIM: "verdict-before-claim",
    BEFORE_EVIDENCE: "verdict-before-evidence",
}


def _of_assessment(assessment: Assessment, log: Log, statuses: Statuses) -> Iterator[Problem]:
    claim = log.get(assessment.claim)
    if not isinstance(claim, Claim):
        return
    what = f"{assessment!r} of {claim!r}"
    flaw = flaw_of(assessment, claim, finder(log))
    if flaw is not None:
        code = _FLAWS.get(flaw[0], "verdict-without-evidence")
        yield _problem(code, f"{what}: {flaw[0]}", assessment.id, claim.id)
        return
    status = statuses.of(claim)
    for void in status.decision.void:
        if void.assessment.id == assessment.id:
            yield _problem("verdict-does-not-count", f"{what}: {void.rule}", assessment.id, claim.id)
    graded = assessment.credibility is Credibility.confirmed and assessment.override is None
    borne_out = status.support is Support.corroborated or status.verdict is Verdict.confirmed
    if graded and not borne_out:
        text = f"{what}: 1 is confirmed by other independent sources, and none is known"
        yield _problem("grade-without-independence", text, assessment.id, claim.id)


def _of_parties(log: Log) -> Iterator[Problem]:
    sides = sides_of(log)
    pairs: set[tuple[str, str]] = set()
    for party in log.of_kind(Party):
        if not isinstance(party, Party):
            continue
        if party.id in party.opposes or party.id in party.allied:
            text = f"{party!r} is declared to oppose or to stand with itself"
            yield _problem("opposes-itself", text, party.id)
        pairs.update(_pair(party.id, other) for other in party.opposes + party.allied if other != party.id)
    for relation in log.relations:
        if kind_of(relation.a) == "party" and relation.a != relation.b:
            pairs.add(_pair(relation.a, relation.b))
    for a, b in sorted(pairs):
        names = f"{log.party(a) or a} and {log.party(b) or b}"
        if sides.ever_mixed(a, b):
            yield _problem("friend-and-enemy", f"{names} are declared both allied and opposed", a, b)
        elif sides.between(a, b) is Side.own and _opposed_by_name(log, a, b):
            yield _problem("opposes-itself", f"{names} are declared to be one, and opposed", a, b)


def _opposed_by_name(log: Log, a: str, b: str) -> bool:
    one, other = log.party(a), log.party(b)
    if (one is not None and b in one.opposes) or (other is not None and a in other.opposes):
        return True
    return any(
        relation.how is RelationKind.opposes and {relation.a, relation.b} == {a, b}
        for relation in log.relations
    )


def _of_relations(log: Log) -> Iterator[Problem]:
    held: dict[tuple[str, str], list[Relation]] = {}
    for relation in log.relations:
        if kind_of(relation.a) == "source":
            held.setdefault(_pair(relation.a, relation.b), []).append(relation)
    for (a, b), relations in sorted(held.items()):
        apart = [one for one in relations if one.how is RelationKind.independent]
        joined = [one for one in relations if one.how is not RelationKind.independent]
        if any(overlap(_span(one), _span(other)) for one in apart for other in joined):
            names = f"{log.source(a) or a} and {log.source(b) or b}"
            yield _problem(
                "independent-and-dependent", f"{names} are declared both independent and dependent", a, b
            )


def _span(relation: Relation) -> Span:
    return (relation.since, relation.until)


def _cycles(log: Log) -> Iterator[Problem]:
    """Circles among what rests on what, each once."""
    graph = _rests_on(log)
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = list(error.args[1])[::-1]
            names = " rests on ".join(_name(log, identity) for identity, _ in circle)
            yield _problem("cycle", f"a circle: {names}", *sorted({identity for identity, _ in circle}))
            for one, other in pairwise(circle):
                graph[one].discard(other)
        else:
            return


Place = tuple[str, object]
"""The id of a claim or source, and where it matters: on one question, by relation, as author or knower."""


def _rests_on(log: Log) -> dict[Place, set[Place]]:
    """What each claim and source rests on; circles of different sorts are kept apart."""
    graph: dict[Place, set[Place]] = {}

    def rests(one: str, other: str, sort: object) -> None:
        graph.setdefault((one, sort), set()).add((other, sort))

    for claim in log.claims:
        for base in claim.based_on:
            if kind_of(base) == "claim":
                rests(claim.id, base, "claim")
            elif kind_of(base) == "source":
                rests(claim.source.id, base, (claim.event.id, claim.question.id))
    for relation in log.relations:
        if relation.how is RelationKind.depends:
            rests(relation.a, relation.b, "relation")
    for source in log.of_kind(Source):
        if isinstance(source, Source):
            for sort, other in (("author", source.author), ("knower", source.known_to)):
                if other is not None:
                    rests(source.id, other, sort)
    return graph


def _of_series(log: Log) -> Iterator[Problem]:
    """Answers of one source through the same carriers, one of them undated: which came last is unknown."""
    series: dict[tuple[str, str, str, tuple[str, ...]], list[Claim]] = {}
    for claim in log.claims:
        if isinstance(claim.answer, Figure) and not claim.source.anonymous and not claim.based_on:
            key = (claim.event.id, claim.question.id, claim.source.id, tuple(sorted(claim.via)))
            series.setdefault(key, []).append(claim)
    for claims in series.values():
        if len(claims) > 1 and not any(claim.revises for claim in claims):
            for claim in claims:
                if claim.stated is None:
                    text = f"{claim!r} has no date, and its source answered more than once"
                    yield _problem("undated-in-series", text, claim.id)


def _problem(code: str, message: str, *records: str) -> Problem:
    return Problem(code=code, message=message, records=tuple(records))


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _name(log: Log, identity: str) -> str:
    held = log.get(identity)
    return identity if held is None else str(held)


def codes_table(codes: Iterable[str] = CODES) -> str:
    """The codes and what they mean, as a Markdown table."""
    rows = [f"| `{code}` | {CODES[code]} |" for code in codes]
    return "\n".join(["| code | meaning |", "| --- | --- |", *rows])

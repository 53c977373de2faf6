"""Defects in what was recorded, each with a stable code; nothing is raised and nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from claimtrack.answers import Declined, DeclinedKind
from claimtrack.assessments import Assessment, Credibility, Retraction, Verdict
from claimtrack.claims import Claim
from claimtrack.errors import Problem
from claimtrack.figures import Figure
from claimtrack.identity import kind_of
from claimtrack.interest import Side, Sides
from claimtrack.log import Log, references_of
from claimtrack.sources import Party, Relation, RelationKind, Source
from claimtrack.status import Statuses
from claimtrack.status.moves import finder, flaw_of

CODES: dict[str, str] = {
    "dangling-reference": "A record refers to one that is not held.",
    "verdict-before-evidence": "A verdict was decided before its evidence was captured or stated.",
    "verdict-before-claim": "A verdict was decided before the claim it judges was stated.",
    "verdict-without-evidence": "A claim was confirmed or refuted without evidence or an official record.",
    "verdict-does-not-count": "A verdict breaks another rule: it lifts a refutation, or rests on what fell.",
    "grade-without-independence": "Credibility 1 was given, and no source known to be independent bears it out.",
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
    "silence-without-observer": "Nobody is named who observed that a source gave no number, or was not heard.",
    "undated-in-series": "A source answered a question several times, and one answer has no date.",
    "witness-through-others": "A claim is first hand, and yet based on what others said.",
    "whose-is-unstated": "A figure's own words or coding leave open whose people are counted.",
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
                "dangling-reference", f"{record!r} refers to {kind_of(identity)} {identity}, which is not held",
                getattr(record, "id", ""), identity,
            )  # fmt: skip


def _of_claim(claim: Claim, log: Log) -> Iterator[Problem]:
    occurred = claim.event.occurred
    if claim.stated is not None and occurred is not None and claim.stated.before(occurred):
        yield _problem(
            "report-before-event", f"{claim!r} was stated on {claim.stated}, the event was on {occurred}", claim.id
        )
    for carrier, published in zip(claim.via, claim.published, strict=False):
        if published is not None and claim.stated is not None and published.before(claim.stated):
            yield _problem(
                "published-before-stated", f"{claim!r} was published on {published}, stated on {claim.stated}",
                claim.id, carrier,
            )  # fmt: skip
    if claim.source.id in claim.via:
        yield _problem("carries-itself", f"{claim!r} names its source as a carrier", claim.id)
    if claim.revises:
        yield from _of_revision(claim, log)
    if claim.first_hand and any(kind_of(base) != "evidence" for base in claim.based_on):
        yield _problem(
            "witness-through-others", f"{claim!r} is first hand, and based on what others said", claim.id
        )
    answer = claim.answer
    if isinstance(answer, Declined) and answer.how is not DeclinedKind.refused and not claim.via:
        yield _problem(
            "silence-without-observer", f"{claim!r}: name in via= who observed that it {answer.label}", claim.id
        )
    for retraction in log.retractions(claim):
        yield from _of_retraction(retraction, claim)


def _of_revision(claim: Claim, log: Log) -> Iterator[Problem]:
    for identity in claim.revises:
        earlier = log.get(identity)
        if not isinstance(earlier, Claim):
            continue
        if (earlier.event.id, earlier.question.id) != (claim.event.id, claim.question.id):
            yield _problem(
                "revises-another-question", f"{claim!r} revises {earlier!r}, which answers another question",
                claim.id, identity,
            )  # fmt: skip
        elif earlier.source.id != claim.source.id:
            yield _problem(
                "revises-another-source", f"{claim!r} revises {earlier!r}, which is another source's",
                claim.id, identity,
            )  # fmt: skip
        if claim.stated is not None and earlier.stated is not None and claim.stated.before(earlier.stated):
            yield _problem(
                "revises-a-later-claim", f"{claim!r} revises {earlier!r}, which was stated later",
                claim.id, identity,
            )  # fmt: skip


def _of_retraction(retraction: Retraction, claim: Claim) -> Iterator[Problem]:
    if retraction.by != claim.source.id and retraction.by not in claim.via:
        yield _problem(
            "retraction-by-stranger", f"{claim!r} was taken back by one who neither made nor carried it",
            retraction.id, claim.id,
        )  # fmt: skip
    if retraction.stated is not None and claim.stated is not None and retraction.stated.before(claim.stated):
        yield _problem(
            "retraction-before-claim", f"{claim!r} was taken back on {retraction.stated}, stated on {claim.stated}",
            retraction.id, claim.id,
        )  # fmt: skip


def _of_assessment(assessment: Assessment, log: Log, statuses: Statuses) -> Iterator[Problem]:
    claim = log.get(assessment.claim)
    if not isinstance(claim, Claim):
        return
    flaw = flaw_of(assessment, claim, finder(log))
    if flaw is not None:
        code = (
            "verdict-before-claim"
            if "the claim it judges" in flaw[0]
            else "verdict-before-evidence" if "precede its evidence" in flaw[0] else "verdict-without-evidence"
        )
        yield _problem(code, f"{assessment!r} of {claim!r}: {flaw[0]}", assessment.id, claim.id)
        return
    status = statuses.of(claim)
    for void in status.decision.void:
        if void.assessment.id == assessment.id:
            yield _problem(
                "verdict-does-not-count", f"{assessment!r} of {claim!r}: {void.rule}", assessment.id, claim.id
            )
    if (
        assessment.credibility is Credibility.confirmed
        and assessment.override is None
        and status.support.value != "corroborated"
        and status.verdict is not Verdict.confirmed
    ):
        yield _problem(
            "grade-without-independence",
            f"{assessment!r} of {claim!r}: 1 is confirmed by other independent sources, and none is known",
            assessment.id, claim.id,
        )  # fmt: skip


def _of_parties(log: Log) -> Iterator[Problem]:
    sides = Sides(log)
    pairs: set[tuple[str, str]] = set()
    for party in log.of_kind(Party):
        if not isinstance(party, Party):
            continue
        if party.id in party.opposes or party.id in party.allied:
            yield _problem("opposes-itself", f"{party!r} is declared to oppose or to stand with itself", party.id)
        pairs.update(_pair(party.id, other) for other in party.opposes + party.allied if other != party.id)
    for relation in log.relations:
        if kind_of(relation.a) == "party" and relation.a != relation.b:
            pairs.add(_pair(relation.a, relation.b))
    for a, b in sorted(pairs):
        if sides.ever_mixed(a, b):
            names = f"{log.party(a) or a} and {log.party(b) or b}"
            yield _problem("friend-and-enemy", f"{names} are declared both allied and opposed", a, b)
        elif sides.between(a, b) is Side.own and _opposed_by_name(log, a, b):
            names = f"{log.party(a) or a} and {log.party(b) or b}"
            yield _problem("opposes-itself", f"{names} are declared to be one, and opposed", a, b)


def _opposed_by_name(log: Log, a: str, b: str) -> bool:
    one, other = log.party(a), log.party(b)
    if (one is not None and b in one.opposes) or (other is not None and a in other.opposes):
        return True
    return any(
        relation.how is RelationKind.opposes and {relation.a, relation.b} == {a, b} for relation in log.relations
    )


def _of_relations(log: Log) -> Iterator[Problem]:
    held: dict[tuple[str, str], list[Relation]] = {}
    for relation in log.relations:
        if kind_of(relation.a) == "source":
            held.setdefault(_pair(relation.a, relation.b), []).append(relation)
    for (a, b), relations in sorted(held.items()):
        apart = [one for one in relations if one.how is RelationKind.independent]
        joined = [one for one in relations if one.how is not RelationKind.independent]
        if any(_together(one, other) for one in apart for other in joined):
            names = f"{log.source(a) or a} and {log.source(b) or b}"
            yield _problem(
                "independent-and-dependent", f"{names} are declared both independent and dependent", a, b
            )


def _together(a: Relation, b: Relation) -> bool:
    """Whether two relations hold at one time."""
    if a.until is not None and b.since is not None and a.until.day_before(b.since):
        return False
    return not (b.until is not None and a.since is not None and b.until.day_before(a.since))


def _cycles(log: Log) -> Iterator[Problem]:
    """Circles among what rests on what: claims, sources that depend on sources, and who knows or wrote whom."""
    graph: dict[str, set[str]] = {}
    for claim in log.claims:
        bases = [base for base in claim.based_on if kind_of(base) != "evidence"]
        if bases:
            graph.setdefault(claim.id, set()).update(bases)
            named = {base for base in bases if kind_of(base) == "source"}
            if named:
                graph.setdefault(claim.source.id, set()).update(named - {claim.source.id})
                if claim.source.id in named:
                    yield _problem("cycle", f"{claim!r} rests on its own source", claim.id, claim.source.id)
    for relation in log.relations:
        if relation.how is RelationKind.depends:
            graph.setdefault(relation.a, set()).add(relation.b)
    for record in log.of_kind(Source):
        if isinstance(record, Source):
            links = {other for other in (record.author, record.known_to) if other}
            if links:
                graph.setdefault(record.id, set()).update(links)
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = list(error.args[1])
            names = " rests on ".join(_name(log, identity) for identity in circle)
            yield _problem("cycle", f"a circle: {names}", *sorted(set(circle)))
            graph[circle[1]].discard(circle[0])
            graph[circle[0]].discard(circle[1])
        else:
            return


def _of_series(log: Log) -> Iterator[Problem]:
    """Answers of one source through the same carriers, of which one has no date: which came last is unknown."""
    series: dict[tuple[str, str, str, tuple[str, ...]], list[Claim]] = {}
    for claim in log.claims:
        if isinstance(claim.answer, Figure) and not claim.source.anonymous and not claim.based_on:
            key = (claim.event.id, claim.question.id, claim.source.id, tuple(sorted(claim.via)))
            series.setdefault(key, []).append(claim)
    for claims in series.values():
        if len(claims) < 2 or any(claim.revises for claim in claims):
            continue
        for claim in claims:
            if claim.stated is None:
                yield _problem(
                    "undated-in-series", f"{claim!r} has no date, and its source answered more than once", claim.id
                )


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

"""What takes the place of what: supersession within a source, overtaking by later counts, contradiction.

Every rule here looks at two claims on one question about one event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from claimtrack.answers import Declined, Stance, StanceKind
from claimtrack.claims import Claim
from claimtrack.figures import Figure, FigureKind
from claimtrack.interest import Tendency
from claimtrack.log import Log
from claimtrack.questions import Measure, Outcome, Question
from claimtrack.sources import RelationKind, Source

NUMBER, ONE_SIDED, VAGUE, WORDLESS = 3, 2, 1, 0
"""How specific an answer is: a number with a top; a one-sided one; a vague word; no number at all."""

_LEVELS = {
    FigureKind.exact: NUMBER,
    FigureKind.approximate: NUMBER,
    FigureKind.range: NUMBER,
    FigureKind.none: NUMBER,
    FigureKind.at_least: ONE_SIDED,
    FigureKind.at_most: ONE_SIDED,
    FigureKind.vague: VAGUE,
    FigureKind.unquantified: WORDLESS,
}


def specificity(figure: Figure | None) -> int:
    """How specific a figure is, from 0 (no number) to 3 (a number with a top)."""
    return WORDLESS if figure is None else _LEVELS[figure.kind]


def accumulates(question: Question) -> bool:
    """Whether a count of this only grows as it is completed: people harmed, not material lost."""
    return isinstance(question, Measure) and Outcome.material_losses not in question.outcomes


def same_answer(a: Claim, b: Claim) -> bool:
    """Whether two claims say the same, in whatever words."""
    one, other = a.figure, b.figure
    if one is not None and other is not None:
        return one.bounds == other.bounds and one.reading == other.reading and (
            one.numeric or a.as_given == b.as_given
        )
    return one is None and other is None and a.answer == b.answer


def carries_on(copy: Claim, said: Claim) -> bool:
    """Whether a claim is what further carriers made of a statement held as it was before them."""
    if copy.source.id != said.source.id or len(copy.via) <= len(said.via):
        return False
    if copy.via[: len(said.via)] != said.via:
        return False
    if copy.stated is None or said.stated is None:
        return True
    return not (copy.stated.before(said.stated) or said.stated.before(copy.stated))


def superseded_in(
    log: Log, claims: Sequence[Claim], refuted: frozenset[str] = frozenset()
) -> dict[str, Claim]:
    """The claims that another one takes the place of, by id, each with the one that does.

    A claim is superseded by one that `revises` it; or by one of the same identified source through
    the same carriers, stated strictly later and at least as specific. A later vague word, or an
    answer refused, supersedes nothing, and neither does what was refuted.

    Args:
        log: The log they are held in.
        claims: Claims on one question about one event.
        refuted: Ids of those that were refuted.
    """
    found: dict[str, Claim] = {}
    if len(claims) < 2:
        return found
    revised = any(claim.revises for claim in claims)
    if revised:
        held = {claim.id: claim for claim in claims}
        for claim in sorted(claims, key=lambda claim: claim.id):
            for identity in claim.revises:
                earlier = held.get(identity)
                if earlier is not None and claim.id not in refuted and _revises(log, claim, earlier):
                    found.setdefault(identity, claim)
    if len({claim.source.id for claim in claims}) == len(claims):
        return found
    series: dict[tuple[str, frozenset[str]], list[Claim]] = {}
    for claim in claims:
        series.setdefault((claim.source.id, frozenset(claim.via)), []).append(claim)
    misdated = _misdated(claims) if revised else frozenset()
    for (source, _), stated in series.items():
        if len(stated) > 1 and _identified(log, source, stated[0]):
            for earlier, later in _successions(stated, refuted):
                if earlier.id not in misdated:
                    found.setdefault(earlier.id, later)
    return found


def _misdated(claims: Sequence[Claim]) -> frozenset[str]:
    """Ids of the claims that revise, directly or through others, one that was stated after them.

    They are later than their date says: nothing replaces them for being stated later, and so no claims
    replace one another in a circle.
    """
    held = {claim.id: claim for claim in claims}
    return frozenset(
        claim.id
        for claim in claims
        if claim.stated is not None
        and any(one.stated and claim.stated.before(one.stated) for one in revised_by(claim, held.get))
    )


def revised_by(claim: Claim, find: Callable[[str], object]) -> Iterator[Claim]:
    """The claims that one revises, directly or through others, each once.

    Args:
        claim: The claim.
        find: The record under an id.
    """
    seen, waiting = {claim.id}, list(claim.revises)
    while waiting:
        earlier = find(waiting.pop())
        if isinstance(earlier, Claim) and earlier.id not in seen:
            seen.add(earlier.id)
            waiting += earlier.revises
            yield earlier


def _identified(log: Log, source: str, claim: Claim) -> bool:
    held = log.source(source)
    return (held if isinstance(held, Source) else claim.source).identified


def _revises(log: Log, claim: Claim, earlier: Claim) -> bool:
    """Whether a claim that names an earlier one in `revises` takes its place.

    It is the word of that source, or of a carrier of that statement that still stands by it; it is not
    an answer refused, and not stated earlier than what it revises. Two that name each other both stand.
    """
    if isinstance(claim.answer, Declined) or claim.id in earlier.revises:
        return False
    if claim.stated is not None and earlier.stated is not None and claim.stated.before(earlier.stated):
        return False
    if claim.source.id == earlier.source.id:
        return True
    ends = {claim.source.id, earlier.source.id}
    if any(
        one.how is RelationKind.same and {one.a, one.b} == ends and one.holds(claim.stated)
        for one in log.relations
    ):
        return True
    return claim.source.id in earlier.via and not log.retractions(claim)


def _successions(stated: Sequence[Claim], refuted: frozenset[str]) -> Iterable[tuple[Claim, Claim]]:
    """Each claim of one source that a later one replaces, with the first that does."""
    dated = sorted((claim for claim in stated if claim.stated is not None), key=_by_date)
    for index, earlier in enumerate(dated):
        for later in dated[index + 1 :]:
            if later.id not in refuted and _replaces(later, earlier):
                yield earlier, later
                break


def _replaces(later: Claim, earlier: Claim) -> bool:
    if earlier.stated is None or later.stated is None or not earlier.stated.before(later.stated):
        return False
    said = later.answer
    if isinstance(said, Declined):
        return False
    if isinstance(said, Stance):
        return _stance_replaces(said, earlier)
    level = specificity(later.figure)
    return level >= ONE_SIDED and level >= specificity(earlier.figure)


def _stance_replaces(said: Stance, earlier: Claim) -> bool:
    """Whether a later stance takes the place of an earlier answer; a new culprit, that of the old one."""
    before = earlier.answer
    if not isinstance(before, Stance):
        return True
    if said.party is None or before.party is None or said.party.id == before.party.id:
        return True
    return said.kind is StanceKind.affirms and before.kind is StanceKind.affirms


def _by_date(claim: Claim) -> tuple[object, ...]:
    stated = claim.stated
    if stated is None:
        return ()
    clock = stated.clock.replace(tzinfo=None).isoformat() if stated.clock else ""
    return (stated.start, stated.end, clock, claim.id)


def ceiling_of(figure: Figure) -> int | None:
    """The most a figure states, in persons; `None` where it states no number that could be exceeded.

    For "at least n" it is n: a later count above n completes it.
    """
    top = figure.reading[1]
    if top is not None:
        return top
    return figure.reading[0] if figure.kind is FigureKind.at_least else None


def may_overtake(figure: Figure | None, same_voice: bool, lean: tuple[Tendency, Tendency]) -> bool:  # noqa: FBT001
    """Whether a higher count of a later day completes an earlier one, the numbers apart.

    One that gains by a high figure overtakes only those that gain by it as well; and within one voice
    a vague word may be another rendering of the same statement, so it overtakes nothing.

    Args:
        figure: The later, higher figure.
        same_voice: Whether both claims speak for one origin.
        lean: Which way the later and the earlier source lean on the question.
    """
    if same_voice and specificity(figure) < ONE_SIDED:
        return False
    return lean[0] is not Tendency.overstates or lean[1] is Tendency.overstates


def stances_oppose(a: Stance, b: Stance) -> bool:
    """Whether two stances on one question cannot both hold: yes and no, or two culprits."""
    same_party = (a.party.id if a.party else None) == (b.party.id if b.party else None)
    if a.kind is not b.kind:
        return same_party
    return not same_party and a.kind is StanceKind.affirms

"""Parts and wholes: bounds propagated from measure to measure until nothing moves.

Only bounds tighten, never readings. A claim that is contested, that serves its speaker in that
direction, or whose population is the analyst's, tightens nothing; it can only conflict. Where several
claims on a part may tighten, the weakest does, as the ends of an envelope are the outermost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

import attrs

from claimtrack.claims import Claim
from claimtrack.figures import Figure, Interval
from claimtrack.interest import Tendency
from claimtrack.origins import Voice
from claimtrack.questions import Measure
from claimtrack.reconcile.citing import cited, counted, imputed_in_part, interval_text, number_of, spoken_by
from claimtrack.reconcile.hearing import Heard, hear, speaks_of_number
from claimtrack.reconcile.propagation import Bounds, End, consistent, fewest, left_for
from claimtrack.reconcile.roles import Conflict, ConflictKind
from claimtrack.reconcile.ruling import Ruling
from claimtrack.reconcile.scope import Case
from claimtrack.reconcile.wholes import Split, splits_of
from claimtrack.telling import Phrase, phrase


class Effect(StrEnum):
    """What a constraint does to the answer.

    Attributes:
        tightens: It moves an end.
        consistent: It holds already.
        conflicts: It cannot hold together with claims on the question.
        computed: One origin's own parts, added up.
    """

    tightens = "tightens"
    consistent = "consistent"
    conflicts = "conflicts"
    computed = "computed"


@attrs.frozen
class Constraint:
    """What parts and wholes say about the asked measure.

    Attributes:
        effect: What it does to the answer.
        low: The least they leave, in persons, or `None`.
        high: The most they leave, in persons, or `None`.
        claims: The claims on other measures it follows from.
        because: How it follows, step by step, in a sentence.
    """

    effect: Effect
    low: int | None
    high: int | None
    claims: tuple[Claim, ...] = attrs.field(eq=lambda claims: tuple(claim.id for claim in claims))
    because: str

    def __str__(self) -> str:
        return self.because


@attrs.frozen
class Tightened:
    """The answer after parts and wholes.

    Attributes:
        low: The low end in persons.
        best: The best figure, or `None`.
        high: The high end in persons.
        computed: Which ends come from parts and wholes ("low", "high").
        constraints: What parts and wholes say.
        conflicts: What of it cannot hold together with claims on the question.
    """

    low: int | None
    best: int | None
    high: int | None
    computed: tuple[str, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def tighten(case: Case, heard: Heard, ruling: Ruling) -> Tightened:
    """Let the other measures of the event tighten the answer, or show where they conflict with it."""
    plain = Tightened(ruling.low, ruling.best, ruling.high)
    if not isinstance(case.question, Measure):
        return plain
    others = _other_measures(case)
    if not others:
        return plain
    splits = _reaching(case.question.id, splits_of([case.question, *others], case.log.wholes)[1])
    if not splits:
        return plain
    hearings = {m.id: _hear(case, m) for m in others if any(m.id in (s.whole, *s.parts) for s in splits)}
    spoken = [bounds for identity in hearings for bounds in _bounds_on(case, identity, hearings[identity])]
    settled = consistent(spoken, splits)
    low, high = left_for(case.question.id, settled, splits)
    found = [*_computed(case, hearings, splits)]
    conflicts = _conflicts(case, heard, found, [settled, *_heard_out(spoken, settled)], splits)
    return _apply(ruling, low, high, found, conflicts)


def _apply(
    ruling: Ruling, low: End | None, high: End | None, found: list[Constraint], conflicts: list[Conflict]
) -> Tightened:
    """Move the ends, unless claims conflict or the policy looks at some voices only."""
    new_low, best, new_high = ruling.low, ruling.best, ruling.high
    against = {claim.id for conflict in conflicts for claim in conflict.claims}
    free = ruling.used is None and ruling.low is not None
    computed: list[str] = []
    for end, name in ((low, "low"), (high, "high")):
        if end is None or (name == "low" and not end.value):
            continue
        stands = new_low if name == "low" else new_high
        beyond = stands is None or (end.value > stands if name == "low" else end.value < stands)
        clash = any(claim.id in against for claim in end.claims)
        effect = Effect.conflicts if clash else Effect.consistent
        if beyond and free and not clash:
            effect = Effect.tightens
            computed.append(name)
            if name == "low":
                new_low = end.value
            else:
                new_high = end.value
        least, most = (end.value, None) if name == "low" else (None, end.value)
        text = phrase("parts.end", end=interval_text(least, most), steps=end.steps)
        found.append(Constraint(effect, least, most, end.claims, text))
    if new_low is not None and new_high is not None and new_low > new_high:
        return Tightened(ruling.low, ruling.best, ruling.high, (), tuple(found), tuple(conflicts))
    outside = best is not None and ((new_low or 0) > best or (new_high is not None and new_high < best))
    return Tightened(
        new_low, None if outside else best, new_high, tuple(computed), tuple(found), tuple(conflicts)
    )


def _other_measures(case: Case) -> list[Measure]:
    asked = case.question.id
    ids: dict[str, Measure] = {}
    for claim in case.log.on_event(case.event.id):
        question = claim.question
        if question.id != asked and type(question) is Measure:
            ids[question.id] = question
    return [ids[identity] for identity in sorted(ids)]


def _reaching(asked: str, splits: Sequence[Split]) -> list[Split]:
    """The splits that touch what the asked measure is connected with."""
    near = {asked}
    kept: list[Split] = []
    left = list(splits)
    while True:
        touching = [split for split in left if split.whole in near or near.intersection(split.parts)]
        if not touching:
            return kept
        kept += touching
        left = [split for split in left if split not in touching]
        for split in touching:
            near.update((split.whole, *split.parts))


def _hear(case: Case, measure: Measure) -> Heard:
    claims = case.log.group(case.event.id, measure.id)
    part = Case(case.log, case.statuses, case.event, measure, claims, case.assessed)
    return hear(part, speaks_of_number)


def _bounds_on(case: Case, identity: str, heard: Heard) -> Iterator[Bounds]:
    """What each voice on another measure leaves for it; renderings that do not fit leave nothing."""
    for voice in heard.voices.counting:
        figure, first = voice.figure, voice.claims[0]
        if figure is None or voice.conflict is not None:
            continue
        least, most = figure.bounds
        if voice.ends[0] is None and voice.ends[1] is not None:
            least = None  # "up to 12" states no low end
        step = phrase("parts.given", claim=cited(first, case.log), measure=_label(case, identity))
        leaning = heard.voices.interest(voice).kind
        free = not _disputed(heard, voice)
        yield Bounds(
            identity,
            first,
            None if least is None else End(least, (first,), (_least(step, least, figure.reading[0]),)),
            None if most is None else End(most, (first,), (_most(step, most, figure.reading[1]),)),
            raises=free and leaning is not Tendency.overstates,
            lowers=free and leaning is not Tendency.understates,
        )


def _least(step: Phrase, value: int, read: int | None) -> Phrase:
    """The low end of a claim's bounds, named where a reader would take the words to mean another one."""
    return step if value == read else phrase("parts.given_least", step=step, n=value)


def _most(step: Phrase, value: int, read: int | None) -> Phrase:
    """As `_least`, the high end."""
    return step if value == read else phrase("parts.given_most", step=step, n=value)


def _heard_out(spoken: Sequence[Bounds], settled: Sequence[Bounds]) -> Iterator[list[Bounds]]:
    """What may not tighten can conflict all the same: each in turn speaks for its measure alone."""
    ids = {one.claim.id for one in settled}
    for one in spoken:
        if not (one.raises and one.lowers and one.claim.id in ids):
            others = [other for other in settled if other.measure != one.measure]
            yield [*others, attrs.evolve(one, raises=True, lowers=True)]


def _label(case: Case, identity: str) -> str:
    record = case.log.get(identity)
    return record.label if isinstance(record, Measure) else identity


def _disputed(heard: Heard, voice: Voice) -> bool:
    """Whether a voice is contested, or its population is the analyst's."""
    return any(heard.statuses[claim.id].contested_by or imputed_in_part(claim) for claim in voice.claims)


_Clash = tuple[str, End]
"""An end that claims are beyond: which of the two ("low", "high"), and what it follows from."""


def _conflicts(
    case: Case,
    heard: Heard,
    computed: Sequence[Constraint],
    hearings: Sequence[Sequence[Bounds]],
    splits: Sequence[Split],
) -> list[Conflict]:
    """Where what other measures leave for the asked one is apart from what claims on it say."""
    sayings: dict[Interval, list[Claim]] = {}
    for voice in heard.voices:
        for claim in voice.claims:
            if claim.figure is not None:
                sayings.setdefault(claim.figure.bounds, []).append(claim)
    left = [(spoken, *left_for(case.question.id, spoken, splits)) for spoken in hearings]
    told: dict[_Clash, list[Claim]] = {}
    for bounds, claims in sayings.items():
        clashes = [("low", _end_of(one)) for one in computed if _below(bounds, one.low)]
        found = [
            _clash(case, bounds, spoken, splits)
            for spoken, low, high in left
            if _beyond(bounds, low, high) is not None
        ]
        for clash in _smallest([*clashes, *(clash for clash in found if clash is not None)]):
            told.setdefault(clash, []).extend(claims)
    return [_conflict(case, claims, *clash) for clash, claims in told.items()]


def _conflict(case: Case, claims: Sequence[Claim], which: str, end: End) -> Conflict:
    """One sentence for the claims that each cannot hold together with what an end follows from."""
    names = tuple(cited(claim, case.log) for claim in claims)
    because = phrase("conflict.parts", claims=names, what=_told(which, end), n=len(names))
    return Conflict(ConflictKind.parts, (*claims, *end.claims), because)


def _told(which: str, end: End) -> str:
    """An end and how it follows; a single step that says it already stands alone."""
    if len(end.steps) == 1:
        return end.steps[0]
    least, most = (end.value, None) if which == "low" else (None, end.value)
    return phrase("parts.end", end=interval_text(least, most), steps=end.steps)


def _smallest(clashes: Sequence[_Clash]) -> Iterator[_Clash]:
    """Those that take no claims beyond what another one takes, each set of claims once."""
    sets = [frozenset(claim.id for claim in end.claims) for _, end in clashes]
    for place, clash in enumerate(clashes):
        if sets[place] not in sets[:place] and not any(other < sets[place] for other in sets):
            yield clash


def _below(bounds: Interval, low: int | None) -> bool:
    return low is not None and bounds[1] is not None and bounds[1] < low


def _beyond(bounds: Interval, low: End | None, high: End | None) -> _Clash | None:
    """The end of what is left that bounds are beyond."""
    if low is not None and _below(bounds, low.value):
        return "low", low
    if high is not None and bounds[0] is not None and bounds[0] > high.value:
        return "high", high
    return None


def _end_of(constraint: Constraint) -> End:
    return End(constraint.low or 0, constraint.claims, (constraint.because,))


def _clash(
    case: Case, bounds: Interval, spoken: Sequence[Bounds], splits: Sequence[Split]
) -> _Clash | None:
    """The end that bounds on the asked measure are beyond, from the fewest claims that leave it so."""

    def beyond(some: Sequence[Bounds]) -> _Clash | None:
        return _beyond(bounds, *left_for(case.question.id, some, splits))

    clash = beyond(spoken)
    if clash is None:
        return None
    needed = {one.id for one in fewest(clash[1].claims, spoken, lambda some: beyond(some) is not None)}
    return beyond([one for one in spoken if one.claim.id in needed])


def _computed(case: Case, hearings: Mapping[str, Heard], splits: Sequence[Split]) -> Iterator[Constraint]:
    """What one origin says of every disjoint part, added up: its own figure for the whole."""
    asked = case.question
    if not isinstance(asked, Measure):
        return
    wholes = {asked.id} | {s.whole for s in splits if not s.disjoint or asked.id == s.whole}
    wholes |= {part for s in splits if s.whole == asked.id for part in s.parts}
    for split in splits:
        if split.whole not in wholes or not split.disjoint or len(split.parts) < 2:
            continue
        if any(part not in hearings for part in split.parts):
            continue
        yield from _by_origin(case, hearings, split, exact=split.complete and split.whole == asked.id)


def _by_origin(
    case: Case, hearings: Mapping[str, Heard], split: Split, *, exact: bool
) -> Iterator[Constraint]:
    first, *rest = (hearings[part].voices for part in split.parts)
    for voice in first:
        matches = [
            next((other for other in voices if other.origins == voice.origins), None) for voices in rest
        ]
        voices = [voice, *(match for match in matches if match is not None)]
        if len(voices) < len(split.parts) or any(v.conflict or v.ends[0] is None for v in voices):
            continue
        figures = [v.figure for v in voices if v.figure is not None]
        tops = [figure.bounds[1] for figure in figures]
        low = sum(figure.bounds[0] or 0 for figure in figures)
        high = None if None in tops else sum(top or 0 for top in tops)
        told = exact and high is not None
        sums = tuple(
            _addend(case, part, v.claims[0], figure, told=told)
            for v, figure, part in zip(voices, figures, split.parts, strict=True)
        )
        source = spoken_by(voice.claims[0], case.log)
        because = phrase("parts.by_one", sums=sums, interval=interval_text(low, high), source=source)
        claims = tuple(v.claims[0] for v in voices)
        yield Constraint(Effect.computed, low, high if exact else None, claims, because)


def _addend(case: Case, part: str, claim: Claim, figure: Figure, *, told: bool) -> Phrase:
    """A part of a sum, with the ends of its bounds that went in where a reader would not expect them."""
    low, high = figure.bounds
    mark = "*" if imputed_in_part(claim) else ""
    step = phrase("parts.addend", figure=number_of(figure), mark=mark, what=_short(case, part))
    if not told or high is None or high == figure.reading[1]:
        return _least(step, low or 0, figure.reading[0])
    return phrase("parts.given_ends", step=step, low=low, high=high)


def _short(case: Case, identity: str) -> str:
    """What a part counts, in as few words as tell it apart."""
    record = case.log.get(identity)
    if not isinstance(record, Measure):
        return identity
    where = tuple(part for part in (record.among, record.part) if part)
    return phrase("parts.short", what=counted(record), where=where) if where else counted(record)

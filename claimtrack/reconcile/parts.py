"""Parts and wholes: bounds propagated from measure to measure until nothing moves.

Only bounds tighten, never readings. A claim that is contested, that serves its speaker in that
direction, or whose population is the analyst's, tightens nothing; it can only conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

import attrs

from claimtrack.claims import Claim
from claimtrack.interest import Tendency
from claimtrack.origins import Voice
from claimtrack.questions import Measure
from claimtrack.reconcile.citing import cited, counted, imputed_in_part, interval_text, number_of, spoken_by
from claimtrack.reconcile.hearing import Heard, hear, speaks_of_number
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


@attrs.frozen
class _End:
    """One end of what is left for a measure, and what it follows from."""

    value: int
    claims: tuple[Claim, ...]
    steps: tuple[str, ...]


_Ends = dict[str, tuple[_End | None, _End | None]]


def tighten(case: Case, heard: Heard, ruling: Ruling) -> Tightened:
    """Let the other measures of the event tighten the answer, or show where they conflict with it."""
    plain = Tightened(ruling.low, ruling.best, ruling.high)
    if not isinstance(case.question, Measure):
        return plain
    others = _other_measures(case)
    if not others:
        return plain
    nodes, splits = splits_of([case.question, *others], case.log.wholes)
    splits = _reaching(case.question.id, splits)
    if not splits:
        return plain
    hearings = {m.id: _hear(case, m) for m in others if any(m.id in (s.whole, *s.parts) for s in splits)}
    ends = _propagate(_givens(case, hearings), nodes, splits)
    low, high = ends.get(case.question.id, (None, None))
    found = [*_computed(case, hearings, splits)]
    conflicts = _distinct([*_computed_conflicts(case, heard, found), *_conflicts(case, heard, low, high)])
    return _apply(ruling, low, high, found, conflicts)


def _apply(
    ruling: Ruling, low: _End | None, high: _End | None, found: list[Constraint], conflicts: list[Conflict]
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


def _distinct(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Conflicts between the same claims once, the first way they are told."""
    return list({frozenset(claim.id for claim in c.claims): c for c in reversed(list(conflicts))}.values())[
        ::-1
    ]


def _other_measures(case: Case) -> list[Measure]:
    asked = case.question.id
    ids: dict[str, Measure] = {}
    for claim in case.log.on_event(case.event.id):
        question = claim.question
        if question.id != asked and type(question) is Measure:
            ids[question.id] = question
    return list(ids.values())


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


def _givens(case: Case, hearings: Mapping[str, Heard]) -> _Ends:
    """What each other measure starts with: the bounds that nobody disputes and nobody gains by."""
    givens: _Ends = {}
    for identity, heard in hearings.items():
        low: _End | None = None
        high: _End | None = None
        for voice in heard.voices:
            figure = voice.figure
            if figure is None or _disputed(heard, voice) or voice.conflict is not None:
                continue
            leaning = heard.voices.interest(voice).kind
            least, most = figure.bounds
            claim = cited(voice.claims[0], case.log)
            text = (phrase("parts.given", claim=claim, measure=_label(case, identity)),)
            if least and leaning is not Tendency.overstates and (low is None or least > low.value):
                low = _End(least, (voice.claims[0],), text)
            if (
                most is not None
                and leaning is not Tendency.understates
                and (high is None or most < high.value)
            ):
                high = _End(most, (voice.claims[0],), text)
        givens[identity] = (low, high)
    return givens


def _label(case: Case, identity: str) -> str:
    record = case.log.get(identity)
    return record.label if isinstance(record, Measure) else identity


def _disputed(heard: Heard, voice: Voice) -> bool:
    """Whether a voice is contested, or its population is the analyst's."""
    return any(heard.statuses[claim.id].contested_by or imputed_in_part(claim) for claim in voice.claims)


def _propagate(givens: _Ends, nodes: Mapping[str, Measure], splits: Sequence[Split]) -> _Ends:
    """Apply every part-and-whole rule until nothing moves.

    As many rounds as there are measures are enough; wholes declared in a circle stop there.
    """
    ends = dict(givens)
    for _ in range(len(nodes) + 1):
        moved = False
        for split in splits:
            for identity, low, high in _rules(ends, split):
                old_low, old_high = ends.get(identity, (None, None))
                if low is not None and (old_low is None or low.value > old_low.value):
                    old_low, moved = low, True
                if high is not None and (old_high is None or high.value < old_high.value):
                    old_high, moved = high, True
                ends[identity] = (old_low, old_high)
        if not moved:
            break
    return ends


def _rules(ends: _Ends, split: Split) -> Iterator[tuple[str, _End | None, _End | None]]:
    whole_low, whole_high = ends.get(split.whole, (None, None))
    lows = [ends.get(part, (None, None))[0] for part in split.parts]
    highs = [ends.get(part, (None, None))[1] for part in split.parts]
    stated = [low for low in lows if low is not None]
    if stated and split.disjoint:
        yield split.whole, _sum(stated, split), None
    for low in stated:
        yield split.whole, low, None
    if split.complete and all(high is not None for high in highs):
        yield split.whole, None, _sum([high for high in highs if high is not None], split)
    for index, part in enumerate(split.parts):
        other_lows = [low for i, low in enumerate(lows) if i != index and low is not None]
        other_highs = [high for i, high in enumerate(highs) if i != index]
        if whole_high is not None:
            yield part, None, _less(whole_high, other_lows if split.disjoint else [], split)
        if split.complete and whole_low is not None and all(high is not None for high in other_highs):
            yield part, _less(whole_low, [high for high in other_highs if high is not None], split), None


def _sum(ends: Sequence[_End], split: Split) -> _End:
    if len(ends) == 1:
        return ends[0]
    total = sum(end.value for end in ends)
    numbers = tuple(end.value for end in ends)
    told = phrase("parts.sum", numbers=numbers, total=total, because=split.because)
    return _End(total, _joined(ends), (*_merged(end.steps for end in ends), told))


def _less(end: _End, others: Sequence[_End], split: Split) -> _End:
    if not others:
        return end
    left = max(0, end.value - sum(other.value for other in others))
    numbers = tuple(one.value for one in (end, *others))
    told = phrase("parts.difference", numbers=numbers, left=left, because=split.because)
    return _End(left, _joined((end, *others)), (*_merged(one.steps for one in (end, *others)), told))


def _merged(steps: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step for several in steps for step in several))


def _joined(ends: Iterable[_End]) -> tuple[Claim, ...]:
    return tuple({claim.id: claim for end in ends for claim in end.claims}.values())


def _conflicts(case: Case, heard: Heard, low: _End | None, high: _End | None) -> Iterator[Conflict]:
    """Where what is left for the asked measure is apart from what claims on it say."""
    spoken = [(claim, claim.figure) for voice in heard.voices for claim in voice.claims]
    if low is not None:
        below = [
            c for c, f in spoken if f is not None and f.bounds[1] is not None and f.bounds[1] < low.value
        ]
        yield from _parts_conflict(case, below, low, interval_text(low.value, None))
    if high is not None:
        above = [
            c for c, f in spoken if f is not None and f.bounds[0] is not None and f.bounds[0] > high.value
        ]
        yield from _parts_conflict(case, above, high, interval_text(None, high.value))
    if low is not None and high is not None and low.value > high.value:
        steps = phrase("clauses.semicolons", parts=_merged([low.steps, high.steps]))
        because = phrase("conflict.parts", steps=steps)
        yield Conflict(ConflictKind.parts, _joined([low, high]), because)


def _parts_conflict(case: Case, claims: Sequence[Claim], end: _End, what: Phrase) -> Iterator[Conflict]:
    """One sentence for the claims that each cannot hold together with what an end follows from."""
    if claims:
        names = tuple(cited(claim, case.log) for claim in claims)
        steps = phrase("clauses.semicolons", parts=end.steps)
        because = phrase("conflict.with_end", claims=names, end=what, steps=steps, n=len(names))
        yield Conflict(ConflictKind.parts, (*claims, *end.claims), because)


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
        if len(voices) < len(split.parts) or any(v.figure is None or v.ends[0] is None for v in voices):
            continue
        low = sum(v.ends[0] or 0 for v in voices)
        tops = [v.ends[1] for v in voices]
        closed = None not in tops
        high = sum(top or 0 for top in tops) if closed else None
        sums = tuple(
            phrase("parts.addend", figure=number_of(v.figure), what=_short(case, part))
            for v, part in zip(voices, split.parts, strict=True)
            if v.figure is not None
        )
        source = spoken_by(voice.claims[0], case.log)
        because = phrase("parts.by_one", sums=sums, interval=interval_text(low, high), source=source)
        claims = tuple(v.claims[0] for v in voices)
        yield Constraint(Effect.computed, low, high if exact else None, claims, because)


def _short(case: Case, identity: str) -> str:
    """What a part counts, in as few words as tell it apart."""
    record = case.log.get(identity)
    if not isinstance(record, Measure):
        return identity
    where = tuple(part for part in (record.among, record.part) if part)
    return phrase("parts.short", what=counted(record), where=where) if where else counted(record)


def _computed_conflicts(case: Case, heard: Heard, found: Sequence[Constraint]) -> Iterator[Conflict]:
    """Claims on the whole that are apart from what one origin's own parts add up to."""
    for constraint in found:
        for voice in heard.voices:
            for claim in voice.claims:
                most = None if claim.figure is None else claim.figure.bounds[1]
                if most is not None and constraint.low is not None and most < constraint.low:
                    because = phrase(
                        "conflict.with_sum", claim=cited(claim, case.log), sum=constraint.because
                    )
                    yield Conflict(ConflictKind.parts, (claim, *constraint.claims), because)

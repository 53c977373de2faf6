"""The named policies, each citing whose rule it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from claimtrack.errors import InvalidField, WrongType
from claimtrack.identity import is_id
from claimtrack.interest import Tendency
from claimtrack.origins import Voice
from claimtrack.reconcile.citing import said
from claimtrack.reconcile.roles import Conflict, ConflictKind
from claimtrack.reconcile.ruling import Answered, NamedPolicy, Policy, Ruling, electable, rule, short_rule
from claimtrack.reconcile.sketch import Sketch
from claimtrack.reconcile.voices import Voices, floor_of, hull, newest
from claimtrack.reconcile.weights import Weights, weighted_median
from claimtrack.sources import Reliability, Source, SourceKind
from claimtrack.telling import Phrase, phrase

_GRADES = {Reliability.A: 0, Reliability.B: 1, Reliability.C: 2, Reliability.D: 3, Reliability.E: 4}


def _envelope(voices: Voices) -> Ruling:
    low, high = hull(voices.counting)
    if low is not None and low == high and any(voice.point == low for voice in voices.numbers):
        return rule(voices, low, phrase("ruling.all_the_same"))
    return rule(voices, None, phrase("ruling.lowest_and_highest"))


def _envelope_short(sketch: Sketch) -> Answered:
    same = sketch.low is not None and sketch.low == sketch.high and sketch.low in sketch.points
    return short_rule(sketch, sketch.low if same else None)


def _lowest(voices: Voices) -> Ruling:
    pool = electable(voices)
    if not pool:
        return rule(voices, None, _no_point(voices))
    best, stated = min(point for point, _ in pool), [v.point for v in voices.numbers if v.point is not None]
    lowest = best == min(stated)
    return rule(voices, best, phrase("ruling.lowest") if lowest else phrase("ruling.lowest_above_floor"))


def _no_point(voices: Voices) -> Phrase:
    if any(voice.point is not None for voice in voices.numbers):
        return phrase("ruling.every_point_below")
    return phrase("ruling.no_point")


def _recent_majority_lowest(voices: Voices) -> Ruling:
    pool = [(point, voice) for point, voice in electable(voices) if not _serves_its_speaker(voices, voice)]
    if not pool:
        return rule(voices, None, phrase("ruling.no_disinterested_point"))
    recent = {id(voice) for voice in newest([voice for _, voice in pool])}
    points = {point for point, voice in pool if id(voice) in recent}
    if len(points) == 1:
        return rule(voices, points.pop(), phrase("ruling.most_recent_disinterested"))
    (best, times), *others = Counter(point for point, _ in pool).most_common()
    if times > 1 and (not others or others[0][1] < times):
        return rule(voices, best, phrase("ruling.voices_state", times=times, n=best))
    return rule(voices, min(points), phrase("ruling.lowest_of_recent"))


def _most_reliable(voices: Voices) -> Ruling:
    pool = electable(voices)
    if not pool:
        return rule(voices, None, _no_point(voices))
    judged = [
        (_GRADES[grade], point)
        for point, voice in pool
        if (grade := voices.source(voice).reliability) is not None and grade in _GRADES
    ]
    if not judged:
        return rule(voices, min(point for point, _ in pool), phrase("ruling.nobody_graded"))
    top = min(grade for grade, _ in judged)
    equals = sorted({point for grade, point in judged if grade == top})
    letter = "ABCDE"[top]
    if len(equals) > 1:
        return rule(voices, equals[0], phrase("ruling.most_reliable_of_several", grade=letter))
    return rule(voices, equals[0], phrase("ruling.most_reliable", grade=letter))


def _majority(voices: Voices) -> Ruling:
    known = voices.independent.known
    voters = [voice for voice in known if voice.ends != (None, None)]
    if len(voters) < 2:
        return rule(voices, None, phrase("ruling.too_few_independent"))
    elected: list[tuple[int, int, list[Voice]]] = []
    for point in sorted({voice.point for voice in voters if voice.point is not None}):
        ayes = [voice for voice in voters if _admits(voice, point)]
        elected.append((len(ayes), point, ayes))
    most = max((votes for votes, _, _ in elected), default=0)
    winners = [entry for entry in elected if entry[0] == most]
    if 2 * most <= len(voters) or len(winners) != 1:
        return rule(voices, None, phrase("ruling.no_majority", n=len(voters)))
    votes, best, ayes = winners[0]
    against = [voice for voice in voices.counting if voice.ends != (None, None) and not _admits(voice, best)]
    text = phrase("ruling.majority", votes=votes, voters=len(voters), n=best)
    return rule(voices, best, text, ends_of=ayes, dissent=against)


def _latest(voices: Voices) -> Ruling:
    dated = [voice for voice in voices if voice.stated is not None and voice.ends != (None, None)]
    if not dated:
        return rule(voices, None, phrase("ruling.nothing_dated"), ends_of=(), used=())
    last = newest(dated)
    best = last[0].point if len(last) == 1 else None
    day = str(last[0].stated)
    if len(last) == 1:
        text = phrase("ruling.stated_last", day=day)
    else:
        text = phrase("ruling.several_last", n=len(last), day=day)
    return rule(voices, best, text, ends_of=last, used=last)


def _bracket(voices: Voices) -> Ruling:
    admitted = [voice for voice in voices if voices.interest(voice).admission]
    claimed = [voice for voice in voices if voices.interest(voice).kind is Tendency.overstates]
    floors = [floor for voice in admitted if (floor := floor_of(voice)) is not None]
    tops = [voice.ends[1] for voice in claimed if voice.ends[1] is not None]
    low, high = max(floors, default=None), max(tops, default=None)
    sides = {id(voice) for voice in (*admitted, *claimed)}
    used = tuple(voice for voice in voices if id(voice) in sides)
    if low is not None and high is not None and low > high:
        text = phrase("ruling.inverted", low=low, high=high)
        claims = tuple(voice.claims[0] for voice in used)
        return Ruling(because=text, used=used, conflict=Conflict(ConflictKind.inverted, claims, text))
    own = next((voice for voice in admitted if floor_of(voice) == low), None)
    admits = phrase("ruling.admits_nothing")
    if own is not None:
        admits = phrase("ruling.admits", claim=said(own.claims[0]))
    claims_text = phrase("ruling.no_enemy") if high is None else phrase("ruling.enemy_claims", n=high)
    because = phrase("ruling.bracket", admits=admits, claims=claims_text)
    return Ruling(low, None, high, because=because, used=used)


def _pending(_: Voices) -> Ruling:
    return Ruling(because=phrase("ruling.pending"), used=())


def prefer(order: Iterable[Source | str] | Source | str) -> NamedPolicy:
    """The policy that takes the first of the preferred sources that gives a number.

    Args:
        order: Sources, their ids, or kinds of source ("medical"), the most preferred first.

    Raises:
        InvalidField: If nothing is preferred, or a text is neither a kind of source nor a source's id.
        WrongType: If something else than a source or a text is preferred.

    Example:
        >>> prefer(["medical", "ngo"]).name
        'prefer(medical, ngo)'
    """
    wanted = [order] if isinstance(order, (str, Source)) else list(order)
    if not wanted:
        raise InvalidField("prefer", "order", order, "at least one source or kind of source")
    keys = [_preference(one) for one in wanted]
    names = ", ".join(one.name if isinstance(one, Source) else one for one in wanted)

    def choose_first(voices: Voices) -> Ruling:
        for key, one in zip(keys, wanted, strict=True):
            chosen = [voice for voice in voices if key in _keys(voices, voice) and voice.ends != (None, None)]
            if chosen:
                points = {voice.point for voice in chosen}
                best = points.pop() if len(points) == 1 else None
                return rule(
                    voices, best, phrase("ruling.preferred", source=str(one)), ends_of=chosen, used=chosen
                )
        return Ruling(because=phrase("ruling.none_preferred"), used=())

    return NamedPolicy(
        f"prefer({names})", "1", choose_first,
        *_told("prefer"),
    )  # fmt: skip


def _preference(one: Source | str) -> str:
    """The id or kind by which a voice is found."""
    if isinstance(one, Source):
        return one.id
    if not isinstance(one, str):
        raise WrongType("prefer", "order", one, "sources, their ids, or kinds of source")
    kinds = [kind.value for kind in SourceKind]
    if one in kinds or is_id(one, "source"):
        return str(one)
    near = get_close_matches(one.casefold(), kinds, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "give the Source itself, not its name"
    raise InvalidField("prefer", "order", one, f"a source, its id, or a kind: {', '.join(kinds)}", hint)


def _keys(voices: Voices, voice: Voice) -> set[str]:
    return {voices.source(voice).kind.value, *voice.origins, *(claim.source.id for claim in voice.claims)}


def _admits(voice: Voice, number: int) -> bool:
    """Whether a number is within what the voice's words could mean, its floors included."""
    figure = voice.figure
    if figure is None:
        return False
    low, high = figure.bounds
    return (low is None or low <= number) and (high is None or number <= high)


def _serves_its_speaker(voices: Voices, voice: Voice) -> bool:
    return voices.interest(voice).kind is Tendency.overstates


def _told(name: str) -> tuple[Phrase, Phrase, Phrase]:
    """What a policy does, whose rule it is, and when it misleads."""
    return (
        phrase(f"policy.{name}.summary"), phrase(f"policy.{name}.cites"), phrase(f"policy.{name}.misleads")
    )  # fmt: skip


def _codebooks() -> tuple[NamedPolicy, ...]:
    """The rules that databases and recorders of casualties use."""
    return (
        NamedPolicy("envelope", "1", _envelope, *_told("envelope"), short=_envelope_short),
        NamedPolicy("lowest", "1", _lowest, *_told("lowest")),
        NamedPolicy(
            "recent_majority_lowest", "1", _recent_majority_lowest, *_told("recent_majority_lowest"),
            interest=True,
        ),
        NamedPolicy("most_reliable", "1", _most_reliable, *_told("most_reliable")),
        NamedPolicy("majority", "1", _majority, *_told("majority")),
        NamedPolicy("latest", "1", _latest, *_told("latest")),
        NamedPolicy("bracket", "1", _bracket, *_told("bracket"), interest=True),
    )  # fmt: skip


def _medians() -> tuple[NamedPolicy, ...]:
    """The middles."""
    return (
        weighted_median(
            Weights(upper=True, disinterested=2, standing=2, overtaken=1),
            name="last_words",
            summary=phrase("policy.last_words.summary"),
            misleads=phrase("policy.last_words.misleads"),
        ),
        weighted_median(Weights(), name="weighted_median"),
        weighted_median(Weights(upper=True), name="upper_median"),
    )


_PENDING = NamedPolicy("pending", "1", _pending, *_told("pending"))

POLICIES: Mapping[str, NamedPolicy] = MappingProxyType(
    {policy.name: policy for policy in (*_codebooks(), *_medians(), _PENDING)}
)
"""The policies that have a name of their own; `prefer(order)` and `weighted_median(weights)` make more."""

DEFAULT = POLICIES["last_words"]
"""The policy that measures best on tolls with a later finding: see docs/reference/policies.md."""


def built_in(policy: Policy) -> bool:
    """Whether a policy is one of ours, held to the laws by tests; others are held to them when they rule."""
    return any(policy is one for one in POLICIES.values())


def short_of(policy: Policy) -> Callable[[Sketch], Answered] | None:
    """The same rule for plain groups, where a policy of ours has one; nobody else's is taken on trust."""
    return getattr(policy, "short", None) if built_in(policy) else None


def policy_named(policy: Policy | str) -> Policy:
    """The policy itself, or the one of that name.

    Raises:
        InvalidField: If there is none of that name.
    """
    if not isinstance(policy, str):
        if callable(policy):
            return policy
        raise WrongType("reconcile", "policy", policy, "a policy, its name, or a function over voices")
    found = POLICIES.get(policy)
    if found is None:
        hint = "ct.prefer([...]) takes an order of sources" if policy.startswith("prefer") else ""
        near = get_close_matches(policy, POLICIES, n=1)
        hint = f"did you mean {near[0]!r}?" if near else hint
        raise InvalidField("reconcile", "policy", policy, f"one of {', '.join(POLICIES)}", hint)
    return found

"""The account: what became of every claim on the question, and why."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from claimtrack.answers import Declined
from claimtrack.claims import Claim
from claimtrack.figures import Figure
from claimtrack.log.records import last_first
from claimtrack.origins import LAST_KINDS, Voice
from claimtrack.reconcile.citing import dated, imputed_in_part, said, spoken_by
from claimtrack.reconcile.hearing import Heard
from claimtrack.reconcile.roles import AccountEntry, Role
from claimtrack.reconcile.ruling import Ruling
from claimtrack.reconcile.scope import Case
from claimtrack.reconcile.sketch import Sketch
from claimtrack.status import State, Status
from claimtrack.telling import Phrase, clauses, phrase, term, untold

_DOWN = frozenset({State.retracted, State.superseded, State.refuted, State.misreported})
_ROLE_ORDER = {role: index for index, role in enumerate(Role)}


def account_of(
    case: Case, heard: Heard, ruling: Ruling, policy: str, computed: Mapping[str, int | None]
) -> tuple[AccountEntry, ...]:
    """What became of every claim on the question, each exactly once, what matters most first.

    Args:
        case: The question and its claims.
        heard: What is heard of them.
        ruling: What the policy answered.
        policy: Its name.
        computed: The ends that parts and wholes moved, in persons, by name: "low", "high".
    """
    entries: dict[str, AccountEntry] = {}
    left = {id(voice) for voice in heard.voices.subsumed}
    used = None if ruling.used is None else {id(voice) for voice in ruling.used}
    unseen = untold("account.not_looked_at", policy=policy).told
    for voice in ordered(heard, ruling):
        if used is not None and id(voice) not in used:
            role = Role.subsumed if id(voice) in left else Role.set_aside
            reason = unseen if role is Role.set_aside else None
        else:
            role = Role.subsumed if id(voice) in left and used is None else Role.kept
            reason = None
        for claim in voice.claims:
            because = reason or partial(_bearing_of, heard, (ruling, computed), voice, claim, role)
            entries[claim.id] = AccountEntry(claim, role, because)
    rest = unheard_entries(case, heard, entries, ruling.best)
    return tuple(sorted((*entries.values(), *rest), key=lambda entry: _ROLE_ORDER[entry.role]))


def sketched_account(
    case: Case, sketch: Sketch, best: int | None, told: Callable[[], Mapping[str, AccountEntry]]
) -> tuple[AccountEntry, ...]:
    """The same account from a sketch: roles at once, reasons when they are asked for.

    Args:
        case: The question and its claims.
        sketch: What the short way found.
        best: The best figure the policy gave, in persons, or `None`.
        told: Gives the account of the long way, which has the reasons.
    """
    claims = case.claims
    left = set(sketch.subsumed)
    heard = [(_weight(claims[place], best), Role.subsumed if place in left else Role.kept, claims[place])
             for place in sketch.heard]  # fmt: skip
    heard.sort(key=_by_weight)
    groups: dict[Role, list[Claim]] = {role: [] for role in Role}
    for _, role, claim in heard:
        groups[role].append(claim)
    for role, places in (
        (Role.echo, sketch.echoes),
        (Role.overtaken, sketch.overtaken),
        (Role.set_aside, sketch.silent),
    ):
        groups[role] = sorted((claims[place] for place in places), key=last_first)
    return tuple(
        [
            AccountEntry(claim, role, partial(_told, told, claim))
            for role, some in groups.items()
            for claim in some
        ]
    )


def _told(told: Callable[[], Mapping[str, AccountEntry]], claim: Claim) -> str:
    return told()[claim.id].because


def _by_weight(entry: tuple[tuple[object, ...], Role, Claim]) -> tuple[object, ...]:
    return entry[0]


def unheard_entries(
    case: Case, heard: Heard, told: Container[str], best: int | None = None
) -> list[AccountEntry]:
    """What became of the claims that are in no voice, the latest first."""
    entries = [_unheard(case, heard, claim, best) for claim in case.claims if claim.id not in told]
    return sorted(entries, key=lambda entry: (_ROLE_ORDER[entry.role], *last_first(entry.claim)))


def ordered(heard: Heard, ruling: Ruling) -> list[Voice]:
    """The voices in the order that matters: the best figure, other numbers, low ends, words."""
    dissent = {id(voice) for voice in ruling.dissent}

    def weight(voice: Voice) -> tuple[object, ...]:
        agrees = ruling.best is not None and voice.point == ruling.best
        low, high = voice.ends
        return (not agrees, high is None, low is None, id(voice) in dissent, *last_first(voice.claims[0]))

    return sorted(heard.voices, key=weight)


def _weight(claim: Claim, best: int | None) -> tuple[object, ...]:
    """As in `ordered`, for a claim that is a voice of its own."""
    figure = claim.figure
    if figure is None:
        return (True, True, True, False, *last_first(claim))
    if figure.point is not None:
        return (figure.point != best, False, False, False, *last_first(claim))
    low, high = figure.stated_ends
    return (True, high is None, low is None, False, *last_first(claim))


def _unheard(case: Case, heard: Heard, claim: Claim, best: int | None) -> AccountEntry:
    """What became of a claim that is in no voice."""
    identity = claim.id
    status = heard.statuses[identity]
    if not status.countable:
        return AccountEntry(claim, Role.set_aside, partial(_down, case, status))
    if identity in heard.silent:
        return AccountEntry(claim, Role.set_aside, _silence(claim))
    echo = heard.echoes.get(identity)
    if echo is not None:
        return AccountEntry(claim, Role.echo, lambda: echo.because)
    return AccountEntry(claim, Role.overtaken, partial(_overtaken, status, claim, best))


def _overtaken(status: Status, claim: Claim, best: int | None) -> str:
    """By what it is overtaken; and that it may all the same state the number that the policy elects."""
    by = status.overtaken_by
    told = phrase("nothing")
    if by is not None:
        told = phrase("account.exceeded", by=said(by), when=dated(by))
    figure = claim.figure
    elected = best is not None and figure is not None and figure.point == best
    if not elected:
        return told
    return phrase("account.exceeded_and_elected", told=told)


def _silence(claim: Claim) -> str:
    if isinstance(claim.answer, Declined):
        return phrase("account.declined", answer=claim.answer.label)
    return phrase("account.no_number")


def _down(case: Case, status: Status) -> str:
    """Why a claim is not heard: its own state, or that of the claims it rests on."""
    base = status.fallen_with
    if base is None or status.state in _DOWN:
        return status.because
    state = term("state", case.statuses.of(base).state.value)
    return phrase("account.rests_on", claim=said(base), source=spoken_by(base, case.log), state=state)


_Answer = tuple[Ruling, Mapping[str, int | None]]
"""What the policy answered, and the ends that parts and wholes moved."""


def _bearing_of(heard: Heard, answer: _Answer, voice: Voice, claim: Claim, role: Role) -> str:
    if role is Role.subsumed:
        least = min((v.ends[0] for v in heard.voices.counting if v.ends[0] is not None), default=None)
        if least is None:
            return phrase("account.says_no_more")
        return phrase("account.subsumed", n=least)
    return clauses([*_bearing(answer, voice, claim), *_through_references(heard, claim)])


def _through_references(heard: Heard, claim: Claim) -> Iterator[Phrase]:
    """That a statement is held only as an encyclopaedia or an aggregator has it."""
    log = heard.voices.log
    carriers = [source for identity in claim.via if (source := log.source(identity)) is not None]
    if any(source.kind in LAST_KINDS for source in carriers):
        names = tuple(source.name for source in carriers)
        yield phrase("account.through_references", carriers=names, n=len(names))


def _bearing(answer: _Answer, voice: Voice, claim: Claim) -> Iterator[str]:
    """How a kept claim bears on the answer, in clauses."""
    ruling, computed = answer
    figure = claim.figure
    if figure is None:
        yield claim.as_given
        return
    low, high = figure.stated_ends
    if voice.ends[0] is None:
        low = figure.reading[0]
    bears = []
    if ruling.best is not None and figure.point == ruling.best:
        bears.append(phrase("account.states_best"))
    if ruling.low is not None and ruling.low == low != ruling.best:
        bears.append(_sets("low", computed))
    if ruling.high is not None and ruling.high == high != ruling.best:
        bears.append(_sets("high", computed))
    if bears:
        yield phrase("list", parts=tuple(bears))
    elif figure.reading[1] is None or voice.ends[1] is None:
        numbered = figure.stated_ends[0] is not None
        yield phrase("account.a_low_end") if numbered else phrase("account.words_only")
    else:
        within = _within(ruling, figure, voice)
        yield phrase("account.within") if within else phrase("account.outside")
    if any(voice is other for other in ruling.dissent):
        dissents = phrase("account.dissents")
        yield dissents if ruling.best is None else phrase("account.does_not_agree", n=ruling.best)
    if len(voice.claims) > 1:
        yield _one_voice(voice, claim)
    if ruling.note is not None and (note := ruling.note(claim)):
        yield note


def _one_voice(voice: Voice, claim: Claim) -> Phrase:
    shown = list(islice((other for other in voice.claims if other.id != claim.id), 3))
    more = len(voice.claims) - 1 - len(shown)
    return phrase(
        "account.one_voice",
        others=tuple(phrase("account.said_on", says=said(one), when=dated(one)) for one in shown),
        more=phrase("account.and_more", n=more) if more else "",
    )


def _sets(end: str, computed: Mapping[str, int | None]) -> Phrase:
    """That a claim sets an end; where the end is computed, that it would have."""
    moved = computed.get(end)
    if end == "low":
        return phrase("account.sets_low") if moved is None else phrase("account.low_raised", n=moved)
    return phrase("account.sets_high") if moved is None else phrase("account.high_lowered", n=moved)


def _within(ruling: Ruling, figure: Figure, voice: Voice) -> bool:
    """Whether what a claim itself states, or else its voice, leaves neither end."""
    low, high = voice.ends if figure.stated_ends == (None, None) else figure.stated_ends
    least, most = ruling.low, ruling.high
    if least is not None and ((low is not None and low < least) or (high is not None and high < least)):
        return False
    return most is None or (high is not None and high <= most)


def imputed_claims(entries: Sequence[AccountEntry]) -> tuple[Claim, ...]:
    """The kept claims whose coding is in part the analyst's."""
    return tuple(entry.claim for entry in entries if entry.role is Role.kept and imputed_in_part(entry.claim))

"""What standing stances come to: a finding, who is named, and what stands against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from claimtrack.answers import Stance, StanceKind
from claimtrack.assessments import Verdict
from claimtrack.claims import Claim
from claimtrack.errors import listed
from claimtrack.interest import Tendency
from claimtrack.reconcile.citing import counted_text, spoken_by
from claimtrack.reconcile.hearing import Heard
from claimtrack.reconcile.roles import Conflict, ConflictKind
from claimtrack.reconcile.scope import Case
from claimtrack.sources import Party


class Finding(StrEnum):
    """What standing voices make of a proposition or an attribution.

    Attributes:
        affirmed: It is affirmed, and no standing voice denies it; or it is confirmed.
        denied: It is denied, and no standing voice affirms it.
        disputed: It is affirmed and denied, or different parties are named.
        undecided: Nobody who stands affirms or denies it; or several parties are cleared and none is named.
    """

    affirmed = "affirmed"
    denied = "denied"
    disputed = "disputed"
    undecided = "undecided"


@attrs.frozen(eq=False)
class Sides:
    """The standing claims, by what they say."""

    affirming: tuple[Claim, ...]
    denying: tuple[Claim, ...]


def takes_stance(claim: Claim) -> bool:
    """Whether a claim affirms or denies."""
    return isinstance(claim.answer, Stance)


def sides_of(heard: Heard) -> Sides:
    """The standing claims, by what they say."""
    spoken = [claim for voice in heard.voices for claim in voice.claims]
    kinds = {
        kind: [c for c in spoken if isinstance(c.answer, Stance) and c.answer.kind is kind]
        for kind in StanceKind
    }
    return Sides(tuple(kinds[StanceKind.affirms]), tuple(kinds[StanceKind.denies]))


def named_party(claim: Claim) -> Party | None:
    """The party that a claim says did it, or did not."""
    return claim.answer.party if isinstance(claim.answer, Stance) else None


def names_itself(claim: Claim) -> bool:
    """Whether a source speaks for the party that it names."""
    named = named_party(claim)
    return named is not None and claim.source.party is not None and claim.source.party.id == named.id


def find_verdict(case: Case, heard: Heard, sides: Sides) -> tuple[Finding, Party | None, str]:
    """The finding, the party it names, and why."""
    confirmed = [
        c for c in (*sides.affirming, *sides.denying) if heard.statuses[c.id].verdict is Verdict.confirmed
    ]
    stances = {claim.answer.kind for claim in confirmed if isinstance(claim.answer, Stance)}
    named = {party.id: party for claim in sides.affirming if (party := named_party(claim)) is not None}
    if confirmed and len(stances) == 1 and len({_who(claim) for claim in confirmed}) == 1:
        names = listed(dict.fromkeys(spoken_by(claim, case.log) for claim in confirmed))
        finding = Finding.affirmed if StanceKind.affirms in stances else Finding.denied
        return (
            finding,
            named_party(confirmed[0]) if finding is Finding.affirmed else None,
            f"confirmed: {names}",
        )
    if not sides.affirming and not sides.denying:
        return Finding.undecided, None, "no standing claim affirms or denies it"
    if len(named) > 1:
        return (
            Finding.disputed,
            None,
            f"different parties are named: {listed(p.name for p in named.values())}",
        )
    if sides.affirming and not _denied(sides):
        party = next(iter(named.values()), None)
        return Finding.affirmed, party, _by_whom(case, heard, sides.affirming, "affirmed")
    if sides.affirming:
        return (
            Finding.disputed,
            None,
            (f"{counted_text(len(sides.affirming), 'claim')} for it, {len(sides.denying)} against"),
        )
    cleared: dict[str, list[Claim]] = {}
    for claim in sides.denying:
        cleared.setdefault(_who(claim), []).append(claim)
    if len(cleared) > 1 and "" not in cleared:
        each = [
            f"{named_party(claims[0])} (by {listed(dict.fromkeys(spoken_by(c, case.log) for c in claims))})"
            for claims in cleared.values()
        ]
        return Finding.undecided, None, f"nobody is named as the doer; denied for {listed(each)}, each apart"
    return Finding.denied, None, _by_whom(case, heard, sides.denying, "denied")


def _who(claim: Claim) -> str:
    party = named_party(claim)
    return "" if party is None else party.id


def _denied(sides: Sides) -> bool:
    """Whether what is affirmed is denied; a party's denial of its own part denies no other's."""
    affirmed = {_who(claim) for claim in sides.affirming}
    return any(_who(claim) in affirmed for claim in sides.denying)


def _by_whom(case: Case, heard: Heard, claims: Sequence[Claim], how: str) -> str:
    voices = [voice for voice in heard.voices if voice.claims[0] in claims]
    names = listed(dict.fromkeys(spoken_by(voice.claims[0], case.log) for voice in voices))
    leaning = [heard.voices.interest(voice).kind for voice in voices]
    wanted = Tendency.overstates if how == "affirmed" else Tendency.understates
    gain = ""
    if leaning and all(kind is wanted for kind in leaning):
        gain = ", who gains by it" if len(voices) == 1 else ", who all gain by it"
    states = {heard.statuses[claim.id].state.value for claim in claims}
    return f"{how} by {names}{gain} ({listed(sorted(states))})"


def stance_conflicts(case: Case, sides: Sides) -> Iterator[Conflict]:
    """Denials and competing claims, a sentence each."""
    for claim in sides.denying:
        against = [other for other in sides.affirming if _who(other) == _who(claim)]
        if against:
            names = listed(dict.fromkeys(spoken_by(other, case.log) for other in against))
            what = f"that {named_party(claim)} did it" if named_party(claim) is not None else "it"
            verb = "affirms" if len(against) == 1 else "affirm"
            text = f"{names} {verb} {what}; {spoken_by(claim, case.log)} denies it."
            yield Conflict(ConflictKind.denial, (*against, claim), text)
    named: dict[str, list[Claim]] = {}
    for claim in sides.affirming:
        if named_party(claim) is not None:
            named.setdefault(_who(claim), []).append(claim)
    if len(named) > 1:
        parts = [
            f"{spoken_by(claims[0], case.log)} names {named_party(claims[0])}"
            + (" (itself)" if names_itself(claims[0]) else "")
            for claims in named.values()
        ]
        yield Conflict(ConflictKind.competing, sides.affirming, f"Competing claims: {'; '.join(parts)}.")


def stance_label(claim: Claim) -> str:
    """What a claim is: a claim of responsibility, an accusation, a denial."""
    answer = claim.answer
    if not isinstance(answer, Stance):
        return claim.as_given
    if answer.party is None:
        return answer.kind.value
    if answer.kind is StanceKind.denies:
        return "denial" if names_itself(claim) else "denial for another party"
    return "claim of responsibility" if names_itself(claim) else "accusation"

"""What standing stances come to: a finding, who is named, and what stands against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from claimtrack.answers import Stance, StanceKind
from claimtrack.assessments import Verdict
from claimtrack.claims import Claim
from claimtrack.interest import Tendency
from claimtrack.reconcile.citing import spoken_by
from claimtrack.reconcile.hearing import Heard
from claimtrack.reconcile.roles import Conflict, ConflictKind
from claimtrack.reconcile.scope import Case
from claimtrack.sources import Party
from claimtrack.telling import Phrase, phrase, term


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
        names = tuple(dict.fromkeys(spoken_by(claim, case.log) for claim in confirmed))
        finding = Finding.affirmed if StanceKind.affirms in stances else Finding.denied
        return (
            finding,
            named_party(confirmed[0]) if finding is Finding.affirmed else None,
            phrase("finding.confirmed", names=names),
        )
    if not sides.affirming and not sides.denying:
        return Finding.undecided, None, phrase("finding.nobody")
    if len(named) > 1:
        parties = tuple(party.name for party in named.values())
        return Finding.disputed, None, phrase("finding.different", parties=parties)
    if sides.affirming and not _denied(sides):
        party = next(iter(named.values()), None)
        return Finding.affirmed, party, _by_whom(case, heard, sides.affirming, Finding.affirmed)
    if sides.affirming:
        told = phrase("finding.for_and_against", n=len(sides.affirming), against=len(sides.denying))
        return Finding.disputed, None, told
    cleared: dict[str, list[Claim]] = {}
    for claim in sides.denying:
        cleared.setdefault(_who(claim), []).append(claim)
    if len(cleared) > 1 and "" not in cleared:
        each = tuple(
            phrase(
                "finding.cleared_party",
                party=str(named_party(claims[0])),
                names=tuple(dict.fromkeys(spoken_by(claim, case.log) for claim in claims)),
            )
            for claims in cleared.values()
        )
        return Finding.undecided, None, phrase("finding.cleared", each=each)
    return Finding.denied, None, _by_whom(case, heard, sides.denying, Finding.denied)


def _who(claim: Claim) -> str:
    party = named_party(claim)
    return "" if party is None else party.id


def _denied(sides: Sides) -> bool:
    """Whether what is affirmed is denied; a party's denial of its own part denies no other's."""
    affirmed = {_who(claim) for claim in sides.affirming}
    return any(_who(claim) in affirmed for claim in sides.denying)


def _by_whom(case: Case, heard: Heard, claims: Sequence[Claim], how: Finding) -> Phrase:
    voices = [voice for voice in heard.voices if voice.claims[0] in claims]
    names = tuple(dict.fromkeys(spoken_by(voice.claims[0], case.log) for voice in voices))
    leaning = [heard.voices.interest(voice).kind for voice in voices]
    wanted = Tendency.overstates if how is Finding.affirmed else Tendency.understates
    gain = phrase("nothing")
    if leaning and all(kind is wanted for kind in leaning):
        gain = phrase("finding.who_gains") if len(voices) == 1 else phrase("finding.who_all_gain")
    states = sorted({heard.statuses[claim.id].state.value for claim in claims})
    terms = tuple(term("state", state) for state in states)
    if how is Finding.affirmed:
        return phrase("finding.affirmed_by", names=names, gain=gain, states=terms)
    return phrase("finding.denied_by", names=names, gain=gain, states=terms)


def stance_conflicts(case: Case, sides: Sides) -> Iterator[Conflict]:
    """Denials and competing claims, a sentence each."""
    for claim in sides.denying:
        against = [other for other in sides.affirming if _who(other) == _who(claim)]
        if against:
            party = named_party(claim)
            what = phrase("conflict.it")
            if party is not None:
                what = phrase("conflict.party_did_it", party=party.name)
            text = phrase(
                "conflict.denial",
                names=tuple(dict.fromkeys(spoken_by(other, case.log) for other in against)),
                n=len(against),
                what=what,
                denier=spoken_by(claim, case.log),
            )
            yield Conflict(ConflictKind.denial, (*against, claim), text)
    named: dict[str, list[Claim]] = {}
    for claim in sides.affirming:
        if named_party(claim) is not None:
            named.setdefault(_who(claim), []).append(claim)
    if len(named) > 1:
        parts = tuple(
            phrase(
                "conflict.names",
                source=spoken_by(claims[0], case.log),
                party=str(named_party(claims[0])),
                itself=phrase("conflict.itself") if names_itself(claims[0]) else "",
            )
            for claims in named.values()
        )
        yield Conflict(ConflictKind.competing, sides.affirming, phrase("conflict.competing", claims=parts))


def stance_label(claim: Claim) -> str:
    """What a claim is: a claim of responsibility, an accusation, a denial."""
    answer = claim.answer
    if not isinstance(answer, Stance):
        return claim.as_given
    if answer.party is None:
        return answer.label
    if answer.kind is StanceKind.denies:
        return phrase("says.denial") if names_itself(claim) else phrase("says.denial_for_another")
    return phrase("says.responsibility") if names_itself(claim) else phrase("says.accusation")

"""Why a claim stands where it stands, and what it would take to move it, in plain English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.answers import Declined
from claimtrack.assessments import Assessment, Verdict
from claimtrack.claims import Claim
from claimtrack.errors import listed, possessive
from claimtrack.identity import kind_of
from claimtrack.log import Log
from claimtrack.origins import Origins
from claimtrack.sources import Source
from claimtrack.status.axes import Lifecycle, State, Support
from claimtrack.status.docket import Docket
from claimtrack.status.verdicts import UNDECIDED, Decision

_ARTICLES = ("a ", "an ", "the ")
_SHOWN = 3


def because(log: Log, docket: Docket, place: int) -> str:
    """Why the claim has its state."""
    state = docket.states[place]
    decision = docket.decisions.get(place, UNDECIDED)
    parts = [_main_reason(log, docket, place, state, decision)]
    fall = docket.fallen.get(place)
    if fall is not None:
        parts.append(f"it rests on {cite(log, fall.base)}, which is {fall.how}, and is not heard")
    if decision.disagree:
        parts.append(f"analysts differ: {_verdicts(decision.disagree)}")
    parts += [
        f"the verdict {void.assessment.verdict.value!r} of {void.assessment.by} does not count: {void.rule}"
        for void in decision.void
    ]
    return "; ".join(part.rstrip(".") for part in parts)


def missing(log: Log, origins: Origins, docket: Docket, place: int) -> str:
    """What it would take to move the claim; an empty text where nothing is left to find out."""
    state = docket.states[place]
    claim = docket.claims[place]
    if state is State.retracted:
        return f"a new statement by {source_name(log, claim.source)}"
    if state is State.superseded:
        return ""
    if state is State.confirmed:
        return ""
    if state is State.refuted:
        return "new evidence, to reopen it"
    if state is State.misreported:
        return f"what {source_name(log, claim.source)} did say"
    if state is State.unverifiable:
        return "evidence or an official record that can be checked"
    if isinstance(claim.answer, Declined):
        return f"an answer from {source_name(log, claim.source)}"
    if state is State.contested:
        rivals = listed(dict.fromkeys(say(other) for other in docket.contested_by(place)[:_SHOWN]))
        return f"evidence or an official record that decides between {say(claim)} and {rivals}"
    if state is State.corroborated:
        return "evidence or an official record, for a verdict"
    return _support_wanted(log, origins, docket, place)


def _support_wanted(log: Log, origins: Origins, docket: Docket, place: int) -> str:
    claim = docket.claims[place]
    own = origin_names(log, origins.roots(claim))
    if docket.supports[place] is Support.consistent:
        others = [other for other in docket.supported_by(place) if not _alike(docket, place, other)]
        if not others:
            return f"one more origin independent of {own} that does not gain by it as well"
        names = listed(dict.fromkeys(origin_names(log, origins.roots(other)) for other in others[:_SHOWN]))
        return f"a reason to hold {names} independent of {own}, or one more origin that is"
    figure = claim.figure
    if figure is not None and not figure.numeric:
        return "a reading of its wording"
    return f"one more origin independent of {own}"


def _alike(docket: Docket, place: int, other: Claim) -> bool:
    return docket.gain_alike(place, docket.place(other))


def _main_reason(log: Log, docket: Docket, place: int, state: State, decision: Decision) -> str:
    if state is State.retracted:
        return _retraction(log, docket, place)
    if state is State.superseded:
        by = docket.superseded[place]
        how = "revised by" if docket.claims[place].id in by.revises else "replaced by the same source's"
        return f"{how} {cite(log, by)}{_dated(by)}"
    if decision.resting and state.value == decision.verdict.value:
        return _verdict(log, decision)
    if state is State.contested:
        rivals = docket.contested_by(place)
        return f"cannot hold together with {_cited(log, rivals)}"
    if state is State.overtaken:
        by = docket.claims[docket.overtaken[place]]
        return f"exceeded by {cite(log, by)}, a count of a later day ({by.stated})"
    return _support(log, docket, place)


def _support(log: Log, docket: Docket, place: int) -> str:
    support = docket.supports[place]
    partners = docket.supported_by(place)
    if support is Support.corroborated:
        reasons = [
            reason.because
            for other in partners[:_SHOWN]
            if (reason := docket.corroborates(docket.place(other), place)) is not None
        ]
        return f"borne out by {_cited(log, partners)}: {listed(dict.fromkeys(reasons))}"
    if support is Support.consistent:
        alike = all(_alike(docket, place, other) for other in partners)
        why = "who gains by it as well" if alike else "not known to be independent"
        return f"borne out by {_cited(log, partners)}, {why}"
    if isinstance(docket.claims[place].answer, Declined):
        return "no answer was given"
    if place in docket.copies:
        return "another rendering of what its source is heard to say; no other voice bears it out"
    if docket.echoes(place):
        return "only hands on what is heard already; no other voice bears it out"
    return "no other voice bears it out"


def _retraction(log: Log, docket: Docket, place: int) -> str:
    claim, taken = docket.claims[place], docket.retracted[place]
    first = min(log.retractions(taken), key=lambda one: (one.stated.iso if one.stated else "", one.id))
    by = log.source(first.by)
    told = f"taken back by {by.name if by else first.by}{_on(first.stated)}: {first.because}"
    return told if taken is claim else f"hands on {cite(log, taken)}, {told}"


def _verdict(log: Log, decision: Decision) -> str:
    last = decision.resting[-1]
    names = listed(dict.fromkeys(assessment.by for assessment in decision.resting))
    text = f"{decision.verdict.value} by {names} on {last.decided}: {last.because}"
    evidence = [_evidence(log, identity) for identity in last.evidence]
    if evidence:
        text += f" (on {listed(evidence)})"
    if decision.override:
        text += f"; a rule was set aside: {decision.override}"
    return text


def _verdicts(assessments: Sequence[Assessment]) -> str:
    return listed(
        f"{assessment.by} {'no verdict' if assessment.verdict is Verdict.none else assessment.verdict.value}"
        for assessment in assessments
    )


def _evidence(log: Log, identity: str) -> str:
    held = log.get(identity)
    return cite(log, held) if isinstance(held, Claim) else identity if held is None else str(held)


def _cited(log: Log, claims: Sequence[Claim]) -> str:
    shown = [cite(log, claim) for claim in claims[:_SHOWN]]
    more = len(claims) - len(shown)
    return listed([*shown, f"{more} more"] if more else shown)


def cite(log: Log, claim: Claim) -> str:
    """A claim as it is named in a sentence: what it says and who says so."""
    return f"{say(claim)} ({source_name(log, claim.source)})"


def say(claim: Claim) -> str:
    """What a claim says as it counts, in a few words."""
    figure = claim.figure
    if figure is None:
        return claim.answer.label
    if figure.numeric and figure.stated_ends != (None, None):
        return figure.label
    return f"“{figure.as_given}”"


def source_name(log: Log, source: Source) -> str:
    """A source's name, with the carrier that alone knows it: "AFP's security source"."""
    held = log.source(source.id) or source
    knower = log.source(held.known_to) if held.known_to else None
    if knower is None:
        return held.name
    folded = held.name.casefold()
    for article in _ARTICLES:
        if folded.startswith(article):
            return f"{possessive(knower.name)} {held.name[len(article) :]}"
    return f"{held.name} (known to {knower.name})"


def origin_names(log: Log, origins: Iterable[str]) -> str:
    """Name the sources among origins as prose does; evidence only where there is nothing else."""
    names = []
    given = sorted(origins)
    for identity in [one for one in given if kind_of(one) == "source"] or given:
        held = log.get(identity)
        names.append(
            source_name(log, held) if isinstance(held, Source) else identity if held is None else str(held)
        )
    return listed(sorted(names))


def _dated(claim: Claim) -> str:
    return f" of {claim.stated}" if claim.stated else ""


def _on(when: object) -> str:
    return f" on {when}" if when else ""


def lifecycle_reason(log: Log, docket: Docket, place: int) -> str:
    """Why the claim is, or is no longer, its source's word."""
    lifecycle = docket.lifecycles[place]
    if lifecycle is Lifecycle.standing:
        return "its source has said nothing else since"
    state = State(lifecycle.value)
    return _main_reason(log, docket, place, state, UNDECIDED)


def support_reason(log: Log, docket: Docket, place: int) -> str:
    """Why the claim is, or is not, borne out by others."""
    if not docket.countable(place):
        return "not heard, so nothing is compared with it"
    return _support(log, docket, place)

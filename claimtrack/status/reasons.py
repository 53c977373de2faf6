"""Why a claim stands where it stands, and what it would take to move it, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.answers import Answer, Declined, Stance
from claimtrack.assessments import Assessment, Verdict
from claimtrack.claims import Claim
from claimtrack.evidence import Evidence
from claimtrack.figures import FigureKind
from claimtrack.identity import kind_of
from claimtrack.log import Log, Record
from claimtrack.origins import Origins
from claimtrack.sources import Source
from claimtrack.status.axes import Lifecycle, State, Support
from claimtrack.status.docket import Docket
from claimtrack.status.verdicts import UNDECIDED, Decision
from claimtrack.telling import Phrase, clauses, phrase, term

_ARTICLES = ("a ", "an ", "the ")
_SHOWN = 3


def because(log: Log, docket: Docket, place: int) -> Phrase:
    """Why the claim has its state."""
    state = docket.states[place]
    decision = docket.decisions.get(place, UNDECIDED)
    parts = [_main_reason(log, docket, place, state, decision)]
    fall = docket.fallen.get(place)
    if fall is not None:
        parts.append(phrase("status.rests_on", claim=cite(log, fall.base), how=term("state", fall.how)))
    if decision.disagree:
        parts.append(phrase("status.analysts_differ", verdicts=_verdicts(decision.disagree)))
    parts += [
        phrase(
            "status.void",
            verdict=term("state", void.assessment.verdict.value),
            by=void.assessment.by,
            rule=void.rule,
        )
        for void in decision.void
    ]
    return parts[0] if len(parts) == 1 and not parts[0].endswith(".") else clauses(parts)


def missing(log: Log, origins: Origins, docket: Docket, place: int) -> Phrase:
    """What it would take to move the claim; an empty text where nothing is left to find out."""
    state = docket.states[place]
    claim = docket.claims[place]
    if state is State.retracted:
        return phrase("missing.new_statement", source=source_name(log, claim.source))
    if state is State.superseded:
        return phrase("nothing")
    if state is State.confirmed:
        return phrase("nothing")
    if state is State.refuted:
        return phrase("missing.new_evidence")
    if state is State.misreported:
        return phrase("missing.what_was_said", source=source_name(log, claim.source))
    if state is State.unverifiable:
        return phrase("missing.checkable")
    if isinstance(claim.answer, Declined):
        return phrase("missing.answer", source=source_name(log, claim.source))
    if state is State.contested:
        rivals = tuple(dict.fromkeys(say(other) for other in docket.contested_by(place)[:_SHOWN]))
        return phrase("missing.decision", claim=say(claim), rivals=rivals)
    if state is State.corroborated:
        return phrase("missing.verdict")
    return _support_wanted(log, origins, docket, place)


def _support_wanted(log: Log, origins: Origins, docket: Docket, place: int) -> Phrase:
    claim = docket.claims[place]
    own = origin_names(log, origins.roots(claim))
    if docket.supports[place] is Support.consistent:
        partners = docket.supported_by(place)
        others = [other for other in partners if not _alike(docket, place, other)]
        if not others:
            return phrase("missing.disinterested", own=own)
        names = tuple(
            dict.fromkeys(phrase("list", parts=origin_names(log, origins.roots(o))) for o in others[:_SHOWN])
        )
        return phrase("missing.independence", others=names, own=own, n=len(names))
    figure = claim.figure
    if figure is not None and not figure.numeric:
        return phrase("missing.reading")
    return phrase("missing.origin", own=own)


def _alike(docket: Docket, place: int, other: Claim) -> bool:
    return docket.gain_alike(place, docket.place(other))


def _main_reason(log: Log, docket: Docket, place: int, state: State, decision: Decision) -> Phrase:
    if state is State.retracted:
        return _retraction(log, docket, place)
    if state is State.superseded:
        by = docket.superseded[place]
        dated = phrase("status.of_date", when=str(by.stated)) if by.stated else ""
        if docket.claims[place].id in by.revises:
            return phrase("status.revised", claim=cite(log, by), dated=dated)
        return phrase("status.replaced", claim=cite(log, by), dated=dated)
    if decision.resting and state.value == decision.verdict.value:
        return _verdict(log, decision)
    if state is State.contested:
        return phrase("status.contested", claims=_cited(log, docket.contested_by(place)))
    if state is State.overtaken:
        by = docket.claims[docket.overtaken[place]]
        return phrase("status.overtaken", claim=cite(log, by), when=str(by.stated))
    return _support(log, docket, place)


def _support(log: Log, docket: Docket, place: int) -> Phrase:
    support = docket.supports[place]
    partners = docket.supported_by(place)
    figure = docket.claims[place].figure
    vague = figure is not None and figure.kind is FigureKind.unquantified
    borne_out = phrase("status.any_borne_out" if vague else "status.borne_out")  # not that they were "heavy"
    if support is Support.corroborated:
        reasons = [
            reason.because
            for other in partners[:_SHOWN]
            if (reason := docket.corroborates(docket.place(other), place)) is not None
        ]
        return phrase(
            "status.corroborated",
            borne_out=borne_out,
            claims=_cited(log, partners),
            reasons=tuple(dict.fromkeys(reasons)),
        )
    if support is Support.consistent:
        cited = _cited(log, partners)
        if all(_alike(docket, place, other) for other in partners):
            return phrase("status.gains_alike", borne_out=borne_out, claims=cited, n=len(partners))
        return phrase("status.not_independent", borne_out=borne_out, claims=cited)
    if isinstance(docket.claims[place].answer, Declined):
        return phrase("status.no_answer")
    if place in docket.copies:
        return phrase("status.copy")
    if docket.echoes(place):
        return phrase("status.echo")
    return phrase("status.alone")


def _retraction(log: Log, docket: Docket, place: int) -> Phrase:
    claim, taken = docket.claims[place], docket.retracted[place]
    first = min(log.retractions(taken), key=lambda one: (one.stated.iso if one.stated else "", one.id))
    by = log.source(first.by)
    told = phrase(
        "status.taken_back",
        by=by.name if by else first.by,
        on=phrase("status.on_date", when=str(first.stated)) if first.stated else "",
        because=first.because,
    )
    return told if taken is claim else phrase("status.hands_on", claim=cite(log, taken), told=told)


def _verdict(log: Log, decision: Decision) -> Phrase:
    last = decision.resting[-1]
    evidence = tuple(_evidence(log, identity) for identity in last.evidence)
    return phrase(
        "status.verdict",
        verdict=term("state", decision.verdict.value),
        analysts=tuple(dict.fromkeys(assessment.by for assessment in decision.resting)),
        when=str(last.decided),
        because=last.because,
        evidence=phrase("status.on_evidence", evidence=evidence) if evidence else "",
        override=phrase("status.override", why=decision.override) if decision.override else "",
    )


def _verdicts(assessments: Sequence[Assessment]) -> tuple[Phrase, ...]:
    return tuple(
        phrase("status.analyst_finds", by=assessment.by, verdict=_found(assessment.verdict))
        for assessment in assessments
    )


def _found(verdict: Verdict) -> Phrase:
    return phrase("status.no_verdict") if verdict is Verdict.none else term("state", verdict.value)


def _evidence(log: Log, identity: str) -> str:
    held = log.get(identity)
    return cite(log, held) if isinstance(held, Claim) else _named(identity, held)


def _named(identity: str, held: Record | None) -> str:
    """A record that is no source, by what it is; its id where it is not held."""
    if isinstance(held, Evidence):
        return held.label
    return identity if held is None else str(held)


def _cited(log: Log, claims: Sequence[Claim]) -> tuple[Phrase, ...]:
    shown = tuple(cite(log, claim) for claim in claims[:_SHOWN])
    more = len(claims) - len(shown)
    return (*shown, phrase("count.more", n=more)) if more else shown


def cite(log: Log, claim: Claim) -> Phrase:
    """A claim as it is named in a sentence: what it says and who says so."""
    return phrase("claim.cited", says=say(claim), source=source_name(log, claim.source))


def say(claim: Claim) -> str:
    """What a claim says as it counts, in a few words."""
    figure = claim.figure
    if figure is None:
        return _stance(claim.answer)
    if figure.numeric and figure.stated_ends != (None, None):
        return figure.label
    return phrase("quoted", words=figure.as_given)


def _stance(answer: Answer) -> Phrase:
    """A stance as it is named in a sentence."""
    if not isinstance(answer, Stance):
        return answer.label
    said = term("said", answer.kind.value)
    if answer.party is None:
        return said
    return phrase("stance.of_party", stance=said, party=answer.party.name)


def source_name(log: Log, source: Source) -> str:
    """A source's name, with the carrier that alone knows it: "AFP's security source"."""
    held = log.source(source.id) or source
    knower = log.source(held.known_to) if held.known_to else None
    if knower is None:
        return held.name
    folded = held.name.casefold()
    for article in _ARTICLES:
        if folded.startswith(article):
            what = held.name[len(article) :]
            return phrase("source.of_carrier", source=held.name, what=what, carrier=knower.name)
    return phrase("source.known_to", source=held.name, carrier=knower.name)


def origin_names(log: Log, origins: Iterable[str]) -> tuple[str, ...]:
    """Name the sources among origins as prose does; evidence only where there is nothing else."""
    names = []
    given = sorted(origins)
    for identity in [one for one in given if kind_of(one) == "source"] or given:
        held = log.get(identity)
        names.append(source_name(log, held) if isinstance(held, Source) else _named(identity, held))
    return tuple(sorted(names))


def lifecycle_reason(log: Log, docket: Docket, place: int) -> Phrase:
    """Why the claim is, or is no longer, its source's word."""
    lifecycle = docket.lifecycles[place]
    if lifecycle is Lifecycle.standing:
        return phrase("status.standing")
    state = State(lifecycle.value)
    return _main_reason(log, docket, place, state, UNDECIDED)


def support_reason(log: Log, docket: Docket, place: int) -> Phrase:
    """Why the claim is, or is not, borne out by others."""
    if not docket.countable(place):
        return phrase("status.not_compared")
    return _support(log, docket, place)

"""Schemes: the words in which a newsroom, a codebook or a service grades, as data.

A scheme does not decide anything. It puts what is known of a claim or an event into the words of one
house; the axes of the status stay as they are. Schemes are checked when they are built.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import attrs

from claimtrack.answers import Stance, StanceKind
from claimtrack.assessments import Credibility
from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, UnknownRecord, choose, name_text
from claimtrack.events import Event
from claimtrack.identity import settle
from claimtrack.log import Log
from claimtrack.questions import Attribution, Measure
from claimtrack.sources import Reliability
from claimtrack.status import Holdings, State, Status, Support

__all__ = [
    "DEFAULT_SCHEME",
    "EVERY_CASUALTY",
    "SCHEMES",
    "AdmiraltyGrade",
    "AirwarsGrade",
    "Basis",
    "EventGrade",
    "Grade",
    "Scheme",
    "admiralty",
    "airwars",
    "scheme_named",
]


class Basis(StrEnum):
    """What a grade of a scheme follows from; of a status everything that holds.

    Attributes:
        retracted: The state of the name; so are the other states.
        superseded: See `State`.
        confirmed: See `State`.
        refuted: See `State`.
        unverifiable: See `State`.
        misreported: See `State`.
        contested: See `State`.
        corroborated: See `State`.
        overtaken: See `State`.
        unverified: See `State`.
        consistent: Borne out by another voice that is not known to be independent.
        admitted: Its source speaks against its own interest, on the record.
    """

    retracted = "retracted"
    superseded = "superseded"
    confirmed = "confirmed"
    refuted = "refuted"
    unverifiable = "unverifiable"
    misreported = "misreported"
    contested = "contested"
    corroborated = "corroborated"
    overtaken = "overtaken"
    unverified = "unverified"
    consistent = "consistent"
    admitted = "admitted"


_STATES = frozenset(state.value for state in State)


def _grade_name(name: str) -> str:
    return name_text("Grade", "name", name)


def _bases(when: Iterable[Basis | str] | str) -> tuple[Basis, ...]:
    given = (when,) if isinstance(when, str) else tuple(when)
    return tuple(choose("Grade", "when", basis, Basis) for basis in given)


@attrs.frozen
class Grade:
    """One grade of a scheme.

    Attributes:
        name: The grade, as it is printed.
        when: What it follows from; the first grade of a scheme of which one holds is given.
        means: What the house means by it.
    """

    name: str = attrs.field(converter=_grade_name)
    when: tuple[Basis, ...] = attrs.field(converter=_bases)
    means: str = ""


@attrs.frozen(init=False)
class Scheme:
    """A house's words for where a claim stands.

    Attributes:
        name: What the scheme is called.
        grades: Its grades; the first that fits is given.
        source: Where the scheme is written down.

    Raises:
        InvalidField: If two grades share a name, or a state of a claim has no grade.

    Example:
        >>> desk = Scheme(
        ...     "Our desk",
        ...     [
        ...         Grade("pulled", ("retracted", "refuted", "misreported", "superseded")),
        ...         Grade("solid", ("confirmed", "corroborated")),
        ...         Grade("disputed", ("contested",)),
        ...         Grade("single source", ("unverified", "overtaken", "unverifiable")),
        ...     ],
        ... )
        >>> desk.grade_named("solid").when[0].value
        'confirmed'
    """

    name: str
    grades: tuple[Grade, ...]
    source: str

    def __init__(self, name: str, grades: Iterable[Grade], *, source: str = "") -> None:
        kept = tuple(grades)
        names = [grade.name for grade in kept]
        if len(set(names)) != len(names):
            raise InvalidField("Scheme", "grades", names, "grades that each have a name of their own")
        covered = {basis.value for grade in kept for basis in grade.when}
        left = sorted(_STATES - covered)
        if left:
            expected = f"a grade for every state; there is none for {', '.join(left)}"
            raise InvalidField("Scheme", "grades", names, expected)
        settle(self, name=name_text("Scheme", "name", name), grades=kept, source=source)

    def grade(self, status: Status) -> Grade:
        """The grade of a claim in this scheme: the first whose basis holds."""
        holds = {Basis(status.state.value)}
        if status.support is Support.consistent:
            holds.add(Basis.consistent)
        if status.interest.admission:
            holds.add(Basis.admitted)
        return next(grade for grade in self.grades if not holds.isdisjoint(grade.when))

    def grade_named(self, name: str) -> Grade:
        """The grade of a name.

        Raises:
            InvalidField: If there is none; the error names those there are.
        """
        for grade in self.grades:
            if grade.name == name:
                return grade
        known = ", ".join(grade.name for grade in self.grades)
        raise InvalidField("Scheme", "grade", name, f"one of {known}, as the scheme {self.name!r} has them")


DEFAULT_SCHEME = Scheme("claimtrack", [Grade(state.value, (state.value,)) for state in State])
"""The states as they are."""

EVERY_CASUALTY = Scheme(
    "Every Casualty",
    [
        Grade("rejected", (Basis.refuted, Basis.retracted, Basis.superseded, Basis.misreported)),
        Grade("confirmed", (Basis.confirmed, Basis.corroborated)),
        Grade(
            "no definitive conclusion",
            (Basis.contested, Basis.unverified, Basis.overtaken, Basis.unverifiable, Basis.consistent),
        ),
    ],
    source="Every Casualty, Standards for Casualty Recording: corroboration ends in confirms, "
    "no definitive conclusion, or reject",
)
"""The three ends of corroboration."""

SCHEMES: Mapping[str, Scheme] = {"default": DEFAULT_SCHEME, "every_casualty": EVERY_CASUALTY}
"""The schemes for claims that come with the library, by name."""


def scheme_named(scheme: Scheme | str) -> Scheme:
    """A scheme, from itself or its name.

    Raises:
        InvalidField: If there is no scheme of this name; the error names those there are.
    """
    if isinstance(scheme, Scheme):
        return scheme
    if scheme in SCHEMES:
        return SCHEMES[scheme]
    raise InvalidField("Scheme", "name", scheme, f"one of {', '.join(SCHEMES)}, or a Scheme")


# Admiralty: two axes, judged in isolation and never merged


@attrs.frozen
class AdmiraltyGrade:
    """Reliability of the source and credibility of the item, each as it was given.

    Source: STANAG 2511; FM 2-22.3, appendix B. F and 6 mean "not judged" and stand for no value.

    Attributes:
        reliability: Of the source, or `None` where nobody graded it.
        credibility: Of the item, or `None` where nobody graded it.
        most: The best credibility that what is known allows: 1 needs a source known to be another one.
        because: Why not more.
    """

    reliability: Reliability | None
    credibility: Credibility | None
    most: Credibility
    because: str

    @property
    def code(self) -> str:
        """The grade as it is written, "B2"; what nobody graded is a dash."""
        letter = self.reliability.value if self.reliability else "–"
        return f"{letter}{int(self.credibility) if self.credibility else '–'}"

    @property
    def words(self) -> str:
        """The grade in words ("usually reliable; probably true")."""
        source = self.reliability.words if self.reliability else "source not graded"
        item = self.credibility.words.replace("_", " ") if self.credibility else "information not graded"
        return f"{source}; {item}"


def admiralty(log: Log, status: Status) -> AdmiraltyGrade:
    """The Admiralty grade of a claim, and the best credibility that what is known allows."""
    source = log.source(status.claim.source) or status.claim.source
    if status.support is Support.corroborated:
        most, because = Credibility.confirmed, "borne out by a source known to be independent"
    else:
        most = Credibility.probably_true
        because = "1 needs a source known to be another one; none that is known bears it out"
    return AdmiraltyGrade(source.reliability, status.credibility, most, because)


# Airwars: a grade for an event


class AirwarsGrade(StrEnum):
    """Airwars' grading of an incident of civilian harm.

    Attributes:
        confirmed: A belligerent has accepted responsibility: an admission, not a verification.
        fair: Two or more credible sources, with likely or confirmed action by a belligerent.
        weak: A single source.
        contested: Competing claims of responsibility.
        discounted: Those killed were combatants, or others most likely were responsible.
    """

    confirmed = "confirmed"
    fair = "fair"
    weak = "weak"
    contested = "contested"
    discounted = "discounted"


@attrs.frozen
class EventGrade:
    """The grade of an event, and why.

    Attributes:
        event: The event.
        grade: The grade; `None` where nothing is claimed that could be graded.
        because: Why, in a sentence.
        claims: The claims it follows from, by id.
    """

    event: Event
    grade: AirwarsGrade | None
    because: str
    claims: tuple[Claim, ...]


def airwars(held: Holdings, event: Event | str, *, discounted: str | None = None) -> EventGrade:
    """Grade an event as Airwars does.

    Competing claims of responsibility come from claims on an `Attribution`; sources are counted as
    voices on the harm, those known to be independent and those that may be.

    Args:
        held: A ledger.
        event: The event.
        discounted: Why the analyst discounts it (those killed were combatants), or `None`.

    Raises:
        UnknownRecord: If the ledger holds no such event.

    Source: Airwars, methodology note (grading of incidents).
    """
    record = held.log.get(event if isinstance(event, str) else event.id)
    if not isinstance(record, Event):
        raise UnknownRecord(event, "event", "record a claim about it first.")
    claims = held.log.on_event(record.id)
    live = [claim for claim in claims if held.statuses.of(claim).countable]
    named = [claim for claim in live if isinstance(claim.question, Attribution) and _names(claim)]
    accepted = [claim for claim in named if _accepts(held.log, claim)]
    harm = [
        claim
        for claim in live
        if isinstance(claim.question, Measure) and claim.figure is not None and _credible(held.log, claim)
    ]
    if discounted:
        return EventGrade(record, AirwarsGrade.discounted, name_text("Airwars", "discounted", discounted), ())
    if accepted:
        by = accepted[0].source.name
        return EventGrade(record, AirwarsGrade.confirmed, f"{by} accepts responsibility", _sorted(accepted))
    competing = [claim for claim in named if held.statuses.of(claim).state is State.contested]
    if competing:
        because = "competing claims of responsibility"
        return EventGrade(record, AirwarsGrade.contested, because, _sorted(competing))
    if not harm:
        return EventGrade(record, None, "no credible source states any harm", ())
    voices = len(held.statuses.origins.group(harm).voices)
    if voices == 1:
        return EventGrade(record, AirwarsGrade.weak, "a single source", _sorted(harm))
    if not named:
        because = "nobody names a belligerent as responsible"
        return EventGrade(record, AirwarsGrade.weak, because, _sorted(harm))
    because = f"{voices} sources, and a belligerent is named"
    return EventGrade(record, AirwarsGrade.fair, because, _sorted(harm))


def _credible(log: Log, claim: Claim) -> bool:
    """Whether nobody has graded the source unreliable."""
    source = log.source(claim.source) or claim.source
    return source.reliability is not Reliability.E


def _names(claim: Claim) -> bool:
    return isinstance(claim.answer, Stance) and claim.answer.kind is StanceKind.affirms


def _accepts(log: Log, claim: Claim) -> bool:
    """Whether a party owns up for itself, on the record."""
    source = log.source(claim.source) or claim.source
    if source.party is None or not source.on_record or not isinstance(claim.answer, Stance):
        return False
    return claim.answer.party is not None and claim.answer.party.id == source.party.id


def _sorted(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.id))

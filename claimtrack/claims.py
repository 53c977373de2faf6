"""Claims: one source's answer to one question about one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Literal, cast

import attrs

from claimtrack.answers import Answer, Declined, Stance, said_text
from claimtrack.checks import DateLike, date_or_none, flag, instance, reference, text_or_empty, text_or_none
from claimtrack.checks import references as references_
from claimtrack.dates import Precision, When
from claimtrack.errors import InvalidField, WrongType, choose
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.figures import Figure, FigureKind
from claimtrack.identity import SEPARATOR, Identified, by_id, hashed_id, make_id, print_short
from claimtrack.questions import Attribution, Measure, Proposition, Question
from claimtrack.sources import Source
from claimtrack.telling import Phrase, term

_DAY = Precision.day


class Observation(StrEnum):
    """What was seen by those who counted; it is a part of the whole, so the figure is a floor.

    Attributes:
        bodies: Bodies were counted.
        funerals: Funerals were held.
        graves: Graves were counted.
        hospital: People were brought to hospitals.
        images: People can be seen in images.
        named_list: People are named in a list.
    """

    bodies = "bodies"
    funerals = "funerals"
    graves = "graves"
    hospital = "hospital"
    images = "images"
    named_list = "named_list"

    @property
    def label(self) -> Phrase:
        """The observation in plain English."""
        return term("observed", self.value)


ObservationName = Literal["bodies", "funerals", "graves", "hospital", "images", "named_list"]


@attrs.frozen(init=False, weakref_slot=False)
class Carrier:
    """A source that carried a claim, and when it published it.

    Attributes:
        source: The carrier.
        published: When it published the claim, or `None` where that is not known.
    """

    source: Source | str
    published: When | None

    def __init__(self, source: Source | str, published: DateLike | None = None) -> None:
        reference("Carrier", "source", source, "source")
        object.__setattr__(self, "source", source)
        object.__setattr__(self, "published", date_or_none("Carrier", "published", published))


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Claim:
    """One source's answer to one question about one event.

    Attributes:
        event: The event it is about.
        source: Who says so.
        question: What it answers.
        answer: A figure, a stance, or that no answer was given.
        stated: When the source spoke, as precisely as known; `None` is undated.
        via: Ids of the carriers, in the order the words travelled: first the one that
            heard the source, last the one that was read.
        published: When each carrier published it, in the order of `via`; empty where no date is known.
        based_on: Ids of the claims, evidence or sources it rests on.
        revises: Ids of the claims it takes the place of.
        references: Ids of claims or evidence it speaks of without resting on them.
        first_hand: The source saw or recorded it itself.
        observed: What was seen (bodies, funerals, images …): the figure is then a floor.
        hedged: The hedge it was made with ("believed", "reportedly"), or `None`.
        imputed: What in the coding is the analyst's and not the source's, in words, or `None`.
        words: The wording, or `None` where the analyst gave a number or stance only.
        lang: The language of the words ("fr"), or `None`.
        url: Where the claim can be read, or `None`.
        note: Anything the analyst wants to keep beside it.
        mentions: The records it was given where it stores ids.

    Raises:
        InvalidField: If a field cannot hold its value; `WrongType` if the type is wrong.
        WordingError: If the answer is wording that cannot be read as one figure.

    Example:
        >>> from claimtrack.questions import killed
        >>> claim = Claim(Event("Attack"), Source("AFP"), killed(), "at least 20", stated="2024-09-17")
        >>> claim.answer.bounds, str(claim.stated)
        ((20, None), '2024-09-17')
    """

    event: Event = attrs.field(eq=by_id)
    source: Source = attrs.field(eq=by_id)
    question: Question = attrs.field(eq=by_id)
    answer: Answer
    stated: When | None
    via: tuple[str, ...]
    published: tuple[When | None, ...]
    based_on: tuple[str, ...]
    revises: tuple[str, ...]
    references: tuple[str, ...]
    first_hand: bool
    observed: Observation | None
    hedged: str | None
    imputed: str | None
    words: str | None
    lang: str | None
    url: str | None
    note: str
    mentions: tuple[Identified, ...] = attrs.field(eq=False, init=False)
    _id: str = attrs.field(eq=False, init=False)

    def __init__(
        self,
        event: Event,
        source: Source,
        question: Question,
        answer: Answer | str,
        *,
        stated: DateLike | None = None,
        via: Iterable[Source | Carrier | str] | Source | str = (),
        published: Iterable[DateLike | None] = (),
        based_on: Iterable[Claim | Evidence | Source | str] | Claim | Evidence | Source | str = (),
        revises: Iterable[Claim | str] | Claim | str = (),
        references: Iterable[Claim | Evidence | str] | Claim | Evidence | str = (),
        first_hand: bool = False,
        observed: Observation | ObservationName | None = None,
        hedged: str | bool | None = None,
        imputed: str | None = None,
        words: str | None = None,
        lang: str | None = None,
        url: str | None = None,
        note: str = "",
    ) -> None:
        if type(event) is not Event:
            instance("Claim", "event", event, Event)
        if type(source) is not Source:
            instance("Claim", "source", source, Source)
        if type(answer) is Figure and type(question) is Measure and words is None:
            words = answer.words
        elif isinstance(question, (Measure, Proposition, Attribution)):
            answer, words = _answer(question, answer, words, lang)
        else:
            raise WrongType("Claim", "question", question, "a Measure, Proposition or Attribution")
        carriers, dates, given = _via(via, published)
        bases: tuple[str, ...] = ()
        revised, spoken_of = bases, bases
        if based_on != ():
            bases, some = references_("Claim", "based_on", based_on, "claim", "evidence", "source")
            given += some
        if revises != ():
            revised, some = references_("Claim", "revises", revises, "claim")
            given += some
        if references != ():
            spoken_of, some = references_("Claim", "references", references, "claim", "evidence")
            given += some
        draft = _open(self)
        draft.event, draft.source, draft.question, draft.answer = event, source, question, answer
        draft.stated = stated if type(stated) is When else date_or_none("Claim", "stated", stated)
        draft.via, draft.published, draft.mentions = carriers, dates, given
        draft.based_on, draft.revises, draft.references = bases, revised, spoken_of
        draft.first_hand = first_hand if first_hand is False else flag("Claim", "first_hand", first_hand)
        draft.observed = None if observed is None else choose("Claim", "observed", observed, Observation)
        draft.hedged = None if hedged is None else _hedge(hedged)
        draft.imputed = None if imputed is None else text_or_none("Claim", "imputed", imputed)
        draft.lang = None if lang is None else text_or_none("Claim", "lang", lang)
        draft.url = None if url is None else text_or_none("Claim", "url", url)
        draft.note = note if note == "" else text_or_empty("Claim", "note", note)
        draft.words, draft._id = words, ""  # noqa: SLF001
        draft.__class__ = Claim

    @property
    def id(self) -> str:
        """The id, hashed from what the claim refers to, when it was stated, and the answer as given."""
        return self._id or self._identify()

    @property
    def figure(self) -> Figure | None:
        """The figure as it counts: what was only seen in part is a floor; `None` without a figure."""
        answer = self.answer
        if not isinstance(answer, Figure):
            return None
        return answer if self.observed is None else _floor(answer, self.observed)

    @property
    def as_given(self) -> str:
        """The answer as it is printed: the words where there are words."""
        if self.words is not None:
            return self.words
        return self.answer.as_given if isinstance(self.answer, Figure) else self.answer.label

    def _identify(self) -> str:
        stated = self.stated
        identity = claim_id(
            self.event.id,
            self.source.id,
            self.question.id,
            said_text(self.answer, self.words, self.observed.value if self.observed else ""),
            "" if stated is None else stated.start.isoformat() if stated.precision is _DAY else stated.iso,
            " ".join(self.via),
            " ".join(sorted(self.based_on)) if self.based_on else "",
            " ".join(sorted(self.revises)) if self.revises else "",
            " ".join(sorted(self.references)) if self.references else "",
        )
        object.__setattr__(self, "_id", identity)
        return identity

    def __str__(self) -> str:
        return f"{self.source.name}: {self.as_given}"

    def __repr__(self) -> str:
        date = f", stated={self.stated.iso!r}" if self.stated else ""
        return f"Claim({self.source.name!r}, {self.question.label!r}, {self.as_given!r}{date})"

    _repr_pretty_ = print_short


class _Draft:
    """A claim while it is being built: the same slots, and they can be set, five times as fast."""

    __slots__ = Claim.__slots__  # type: ignore[attr-defined]  # attrs makes them


def _open(claim: Claim) -> Any:  # noqa: ANN401
    """Make a claim that nobody else holds yet settable; setting its class back closes it for good."""
    object.__setattr__(claim, "__class__", _Draft)
    return claim


def claims_from_checked_rows(rows: Iterable[Sequence[Any]]) -> list[Claim]:
    """Make claims of rows that were claims before, without checking anything again.

    Args:
        rows: What `checked_row` gave for claims that this version of claimtrack had checked; a wrong
            value is not found here, nor anywhere later.
    """
    claims: list[Claim] = []
    for row in rows:
        draft: Any = _Draft()
        (
            draft._id, draft.event, draft.source, draft.question, draft.answer, draft.stated,  # noqa: SLF001
            draft.via, draft.published, draft.based_on, draft.revises, draft.references, draft.first_hand,
            draft.observed, draft.hedged, draft.imputed, draft.words, draft.lang, draft.url, draft.note,
        ) = row  # fmt: skip
        draft.mentions = ()
        draft.__class__ = Claim
        claims.append(draft)
    return claims


def checked_row(claim: Claim) -> tuple[object, ...]:
    """The row from which `claims_from_checked_rows` makes the claim again."""
    return (
        claim.id, claim.event, claim.source, claim.question, claim.answer, claim.stated, claim.via,
        claim.published, claim.based_on, claim.revises, claim.references, claim.first_hand, claim.observed,
        claim.hedged, claim.imputed, claim.words, claim.lang, claim.url, claim.note,
    )  # fmt: skip


def claim_id(  # noqa: PLR0917  # as many parts as an id hashes, and naming them costs as much as hashing
    event: str,
    source: str,
    question: str,
    said: str,
    stated: str,
    via: str,
    based_on: str,
    revises: str,
    references: str,
) -> str:
    """The id of a claim, as `make_id` gives it; of the parts only what was said is free text."""
    parts = ("claim", event, source, question, said, stated, via, based_on, revises, references)
    return make_id(*parts) if SEPARATOR in said else hashed_id("claim", SEPARATOR.join(parts))


def _answer(
    question: Question, answer: Answer | str, words: str | None, lang: str | None
) -> tuple[Answer, str | None]:
    """Read an answer, check that it is one to this question, and find its words."""
    words = text_or_none("Claim", "words", words)
    if isinstance(answer, Declined):
        return answer, words
    if type(question) is Measure:
        return _count(answer, words, lang)
    return _stance(question, answer), words


def _count(answer: Answer | str, words: str | None, lang: str | None) -> tuple[Figure, str | None]:
    if isinstance(answer, str):
        from claimtrack.wording import figure

        answer = figure(answer, lang=cast("Any", lang))  # which it checks
    if not isinstance(answer, Figure):
        hint = "wrap a number: ct.exactly(n)" if isinstance(answer, int) else ""
        raise WrongType("Claim", "answer", answer, "a figure, its wording, or ct.declined(...)", hint)
    if words is None or words == answer.words:
        return answer, answer.words
    if answer.words is not None:
        raise InvalidField("Claim", "words", words, f"the figure's own words {answer.words!r}, or none")
    return attrs.evolve(answer, words=words), words


def _stance(question: Question, answer: Answer | str) -> Stance:
    if not isinstance(answer, Stance):
        hint = "keep the wording in words=" if isinstance(answer, str) else ""
        raise WrongType("Claim", "answer", answer, "ct.affirms(), ct.denies() or ct.declined(...)", hint)
    if type(question) is Proposition and answer.party is not None:
        raise InvalidField("Claim", "answer", answer, "a stance without a party for a proposition")
    if type(question) is Attribution and answer.party is None:
        hint = "e.g. ct.affirms(jnim)"
        raise InvalidField(
            "Claim", "answer", answer, "a stance that names the party for an attribution", hint
        )
    return answer


def _via(
    via: Iterable[Source | Carrier | str] | Source | str, published: Iterable[DateLike | None]
) -> tuple[tuple[str, ...], tuple[When | None, ...], tuple[Identified, ...]]:
    """Read the carriers: their ids, the dates they published on, and the records that were given."""
    if via == () and published == ():
        return (), (), ()
    if isinstance(via, (str, Source, Carrier)):
        via = (via,)
    if not isinstance(via, Iterable):
        raise WrongType("Claim", "via", via, "a list of carriers: sources, their ids, or ct.Carrier(...)")
    items = tuple(via)
    if published == () and all([type(item) is Source for item in items]):  # noqa: C419  # twice as fast
        sources = cast("tuple[Source, ...]", items)
        return _distinct([source.id for source in sources]), (), sources
    carriers = [item if isinstance(item, Carrier) else Carrier(item) for item in items]
    ids = _distinct(reference("Claim", "via", carrier.source, "source") for carrier in carriers)
    dates = _publication_dates(carriers, published)
    records = tuple(carrier.source for carrier in carriers if isinstance(carrier.source, Source))
    return ids, dates if any(dates) else (), records


def _publication_dates(
    carriers: list[Carrier], published: Iterable[DateLike | None]
) -> tuple[When | None, ...]:
    if isinstance(published, (str, When, date)):
        published = (published,)
    if not isinstance(published, Iterable):
        raise WrongType("Claim", "published", published, "a list of dates, one for each carrier")
    given = tuple(published)
    if not given:
        return tuple(carrier.published for carrier in carriers)
    if len(given) != len(carriers):
        raise InvalidField("Claim", "published", published, f"one date for each of {len(carriers)} carriers")
    return tuple(
        date_or_none("Claim", "published", day) or carrier.published
        for day, carrier in zip(given, carriers, strict=True)
    )


def _distinct(ids: Iterable[str]) -> tuple[str, ...]:
    carriers = tuple(ids)
    if len(carriers) > 1 and len(set(carriers)) != len(carriers):
        raise InvalidField("Claim", "via", carriers, "each carrier once")
    return carriers


def _hedge(value: object) -> str | None:
    if isinstance(value, bool):
        return "hedged" if value else None
    return text_or_none("Claim", "hedged", value)


def _floor(answer: Figure, observed: Observation) -> Figure:
    """What was seen is a part of the whole: keep the low ends, open the high ones."""
    if answer.bounds[1] is None and answer.reading[1] is None:
        return answer
    low, least = answer.bounds[0] or 0, answer.reading[0] or 0
    kind = FigureKind.vague if answer.kind is FigureKind.vague else FigureKind.at_least
    return Figure(
        (low, None), (least, None), kind, words=answer.words, imputed=answer.imputed,
        because=f"{answer.because}; counted from {term('counted_from', observed.value)}, so a floor",
    )  # fmt: skip

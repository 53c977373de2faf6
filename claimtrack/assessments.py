"""Assessments: one analyst's dated verdict on one claim; and retractions by the source itself."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import Literal

import attrs

from claimtrack.checks import (
    DateLike,
    date_or_none,
    reference,
    references,
    text_or_none,
)
from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.errors import InvalidField, WrongType, choose, name_text
from claimtrack.evidence import Evidence
from claimtrack.identity import Identified, make_id, print_short, settle
from claimtrack.sources import Source


class Verdict(StrEnum):
    """What an analyst found.

    Attributes:
        none: No verdict, or a verdict withdrawn.
        confirmed: Evidence or an official record bears the claim out.
        refuted: Evidence or an official record shows it wrong.
        unverifiable: It cannot be checked with what there is.
        misreported: The named source did not say this.
    """

    none = "none"
    confirmed = "confirmed"
    refuted = "refuted"
    unverifiable = "unverifiable"
    misreported = "misreported"


VerdictName = Literal["none", "confirmed", "refuted", "unverifiable", "misreported"]


class Credibility(IntEnum):
    """Admiralty credibility of an item; 6 is not judged, never the middle of a scale.

    Source: STANAG 2511; FM 2-22.3, appendix B.

    Attributes:
        confirmed: 1: confirmed by other independent sources.
        probably_true: 2: probably true; the most that can be given where independence is not certain.
        possibly_true: 3: possibly true.
        doubtful: 4: doubtful.
        improbable: 5: improbable.
        cannot_be_judged: 6: truth cannot be judged.
    """

    confirmed = 1
    probably_true = 2
    possibly_true = 3
    doubtful = 4
    improbable = 5
    cannot_be_judged = 6

    @property
    def words(self) -> str:
        """The grade in words ("probably true")."""
        return self.name.replace("_", " ")


CredibilityName = Literal[1, 2, 3, 4, 5, 6]


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Assessment:
    """One analyst's dated verdict on one claim.

    Attributes:
        claim: Id of the claim.
        verdict: What was found.
        by: The analyst.
        decided: When it was decided.
        because: Why.
        evidence: Ids of the evidence and of the claims (an official record) it rests on.
        contrary: Ids of the evidence and claims that were looked at and speak against the verdict.
        credibility: Admiralty credibility 1 to 6, or `None` where it was not graded.
        override: Why a rule that stands in the way was set aside, or `None`.
        id: The id, hashed from claim, analyst, date, verdict and grade.
        mentions: The records it was given where it stores ids.
    """

    claim: str
    verdict: Verdict
    by: str
    decided: When
    because: str
    evidence: tuple[str, ...]
    contrary: tuple[str, ...]
    credibility: Credibility | None
    override: str | None
    id: str = attrs.field(eq=False, init=False)
    mentions: tuple[Identified, ...] = attrs.field(eq=False, init=False)

    def __init__(
        self,
        claim: Claim | str,
        verdict: Verdict | VerdictName = Verdict.none,
        *,
        by: str,
        decided: DateLike,
        because: str,
        evidence: Iterable[Evidence | Claim | str] | Evidence | Claim | str = (),
        contrary: Iterable[Evidence | Claim | str] | Evidence | Claim | str = (),
        credibility: Credibility | CredibilityName | None = None,
        override: str | None = None,
    ) -> None:
        judged = reference("Assessment", "claim", claim, "claim")
        found = choose("Assessment", "verdict", verdict, Verdict)
        who = name_text("Assessment", "by", by)
        date = _date("Assessment", "decided", decided)
        items, given = references("Assessment", "evidence", evidence, "evidence", "claim")
        if judged in items:
            raise InvalidField("Assessment", "evidence", evidence, "evidence other than the claim itself")
        against, others = references("Assessment", "contrary", contrary, "evidence", "claim")
        if not set(items).isdisjoint(against):
            expected = "evidence other than that which the verdict rests on"
            raise InvalidField("Assessment", "contrary", contrary, expected)
        grade = _credibility(credibility)
        settle(
            self,
            claim=judged,
            verdict=found,
            by=who,
            decided=date,
            because=name_text("Assessment", "because", because),
            evidence=items,
            contrary=against,
            credibility=grade,
            override=text_or_none("Assessment", "override", override),
            id=make_id("assessment", judged, who, date.iso, found.value, str(int(grade)) if grade else ""),
            mentions=given + others,
        )

    def __repr__(self) -> str:
        return f"Assessment({self.verdict.value!r}, by={self.by!r}, decided={self.decided.iso!r})"

    _repr_pretty_ = print_short


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Retraction:
    """That a source, or a carrier, took back a claim.

    Attributes:
        claim: Id of the claim.
        by: Id of the source that took it back.
        stated: When, or `None` where that is not known.
        because: Why, as the source says or the analyst heard.
        id: The id, hashed from claim, source and date.
        mentions: The records it was given where it stores ids.
    """

    claim: str
    by: str
    stated: When | None
    because: str
    id: str = attrs.field(eq=False, init=False)
    mentions: tuple[Identified, ...] = attrs.field(eq=False, init=False)

    def __init__(
        self, claim: Claim | str, *, by: Source | str, stated: DateLike | None = None, because: str
    ) -> None:
        taken = reference("Retraction", "claim", claim, "claim")
        source = reference("Retraction", "by", by, "source")
        date = date_or_none("Retraction", "stated", stated)
        settle(
            self,
            claim=taken,
            by=source,
            stated=date,
            because=name_text("Retraction", "because", because),
            id=make_id("retraction", taken, source, date.iso if date else ""),
            mentions=(by,) if isinstance(by, Source) else (),
        )

    def __repr__(self) -> str:
        return f"Retraction({self.claim!r}, by={self.by!r})"

    _repr_pretty_ = print_short


def _date(record: str, field: str, value: object) -> When:
    date = date_or_none(record, field, value)
    if date is None:
        raise WrongType(record, field, value, "the date it was decided on")
    return date


def _credibility(value: object) -> Credibility | None:
    if value is None:
        return None
    if isinstance(value, bool):
        raise WrongType("Assessment", "credibility", value, "Admiralty credibility 1 to 6, or None")
    return choose("Assessment", "credibility", value, Credibility)

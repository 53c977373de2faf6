"""Which verdict holds where several analysts judged one claim.

Every assessment stays visible. A rule, chosen by the caller, says whose verdict holds: the latest,
a named lead's, or what all agree on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import attrs

from claimtrack.assessments import Assessment, Credibility, Verdict
from claimtrack.claims import Claim
from claimtrack.errors import InvalidField, name_text
from claimtrack.identity import kind_of, settle
from claimtrack.telling import phrase


@attrs.frozen
class Lead:
    """The rule that one analyst decides.

    Attributes:
        name: The analyst, as in the `by` of assessments.
    """

    name: str

    def __attrs_post_init__(self) -> None:
        settle(self, name=name_text("Lead", "name", self.name))


DecidesName = Literal["latest", "consensus"]
Decides = DecidesName | Lead
"""Who decides: "latest", "consensus", or `Lead("A. Analyst")`."""


@attrs.frozen
class Void:
    """An assessment that does not count, and why.

    Attributes:
        assessment: The assessment.
        rule: The rule it breaks.
        missing: What it would take.
    """

    assessment: Assessment
    rule: str
    missing: str


@attrs.frozen
class Decision:
    """What analysts found about one claim.

    Attributes:
        verdict: The verdict that holds.
        resting: The assessments that it rests on.
        all: Every assessment, by date, analyst and id.
        void: Those that do not count, and why.
        disagree: The analysts' verdicts where they differ, each analyst's latest.
        credibility: The Admiralty grade that holds, or `None`.
    """

    verdict: Verdict
    resting: tuple[Assessment, ...]
    all: tuple[Assessment, ...]
    void: tuple[Void, ...]
    disagree: tuple[Assessment, ...]
    credibility: Credibility | None

    @property
    def override(self) -> str | None:
        """Why a rule was set aside for the verdict that holds, or `None`."""
        reasons = [assessment.override for assessment in self.resting if assessment.override]
        return "; ".join(dict.fromkeys(reasons)) or None


UNDECIDED = Decision(Verdict.none, (), (), (), (), None)
"""Nobody has judged it."""

Flaw = Callable[[Assessment], tuple[str, str] | None]


def check_rule(decides: object) -> Decides:
    """Check a rule of who decides.

    Raises:
        InvalidField: If there is no such rule.
    """
    if isinstance(decides, Lead):
        return decides
    if decides == "latest":
        return "latest"
    if decides == "consensus":
        return "consensus"
    raise InvalidField("Statuses", "decides", decides, "'latest', 'consensus' or Lead('A. Analyst')")


def decide(assessments: Iterable[Assessment], decides: Decides, flaw: Flaw) -> Decision:
    """Say which verdict holds.

    Args:
        assessments: Those of one claim.
        decides: Who decides.
        flaw: The rule that an assessment breaks and what is missing, or `None`.
    """
    ordered = sorted(assessments, key=_order)
    if not ordered:
        return UNDECIDED
    counted, void = _counted(ordered, flaw)
    verdicts = [assessment for assessment in counted if bears_verdict(assessment)]
    resting = _resting(verdicts, decides)
    each = _latest_of_each(verdicts)
    differ = len({assessment.verdict for assessment in each}) > 1
    return Decision(
        resting[0].verdict if resting else Verdict.none,
        tuple(resting) if resting and resting[0].verdict is not Verdict.none else (),
        tuple(ordered),
        void,
        tuple(each) if differ else (),
        _grade([assessment for assessment in ordered if assessment.credibility is not None], decides),
    )


def evidence_bearing(
    claim: Claim, assessments: Iterable[Assessment]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What bears a claim out and what speaks against it, by id, in the order of the assessments.

    Evidence attaches to the claims it bears on: a video may bear out that an aircraft burned, and
    says nothing of "heavy losses" by the same source.
    """
    bearing = dict.fromkeys(base for base in claim.based_on if kind_of(base) == "evidence")
    against: dict[str, None] = {}
    for assessment in assessments:
        negative = assessment.verdict in (Verdict.refuted, Verdict.misreported)
        (against if negative else bearing).update(dict.fromkeys(assessment.evidence))
        (bearing if negative else against).update(dict.fromkeys(assessment.contrary))
    return tuple(bearing), tuple(against)


def bears_verdict(assessment: Assessment) -> bool:
    """Whether an assessment gives or withdraws a verdict; one that only grades leaves it as it is."""
    return assessment.verdict is not Verdict.none or assessment.credibility is None


def reopening(ordered: Sequence[Assessment]) -> dict[str, tuple[str, str]]:
    """The assessments that would lift a refutation without new evidence, by id, each with rule and want.

    Args:
        ordered: The assessments of one claim that count otherwise, by date.
    """
    blocked: dict[str, tuple[str, str]] = {}
    refuted = False
    named: set[str] = set()
    for assessment in ordered:
        if not bears_verdict(assessment):
            continue
        if assessment.verdict is Verdict.refuted:
            refuted = True
        elif refuted:
            if assessment.override is None and set(assessment.evidence) <= named:
                blocked[assessment.id] = (
                    phrase("rule.reopening"), "evidence that was not named before"
                )  # fmt: skip
                continue
            refuted = False
        named.update(assessment.evidence)
    return blocked


def in_order(assessments: Iterable[Assessment]) -> list[Assessment]:
    """Assessments by date, a refutation first on its day, then by analyst and id."""
    return sorted(assessments, key=_order)


def _counted(ordered: Sequence[Assessment], flaw: Flaw) -> tuple[list[Assessment], tuple[Void, ...]]:
    flaws = {assessment.id: found for assessment in ordered if (found := flaw(assessment)) is not None}
    sound = [assessment for assessment in ordered if assessment.id not in flaws]
    flaws.update(reopening(sound))
    counted = [assessment for assessment in sound if assessment.id not in flaws]
    void = tuple(
        Void(assessment, *flaws[assessment.id]) for assessment in ordered if assessment.id in flaws
    )
    return counted, void


def _resting(verdicts: Sequence[Assessment], decides: Decides) -> list[Assessment]:
    """The assessments that decide; several only where they agree."""
    if decides == "consensus":
        deciding = _latest_of_each(verdicts)
    elif isinstance(decides, Lead):
        deciding = _latest([assessment for assessment in verdicts if assessment.by == decides.name])
    else:
        deciding = _latest(verdicts)
    return deciding if len({assessment.verdict for assessment in deciding}) == 1 else []


def _latest(assessments: Sequence[Assessment]) -> list[Assessment]:
    """Those that are not certainly earlier than another one."""
    return [
        one
        for one in assessments
        if not any(one.decided.before(other.decided) for other in assessments)
    ]


def _latest_of_each(assessments: Sequence[Assessment]) -> list[Assessment]:
    analysts = dict.fromkeys(assessment.by for assessment in assessments)
    return [
        latest
        for analyst in sorted(analysts)
        for latest in _latest([assessment for assessment in assessments if assessment.by == analyst])
    ]


def _grade(graded: Sequence[Assessment], decides: Decides) -> Credibility | None:
    if isinstance(decides, Lead):
        graded = [assessment for assessment in graded if assessment.by == decides.name]
    latest = _latest_of_each(graded) if decides == "consensus" else _latest(graded)
    grades = {assessment.credibility for assessment in latest}
    return grades.pop() if len(grades) == 1 else None


def _order(assessment: Assessment) -> tuple[object, ...]:
    decided = assessment.decided
    refuted_first = assessment.verdict is not Verdict.refuted
    clock = decided.clock.replace(tzinfo=None).isoformat() if decided.clock else ""
    return (decided.end, decided.start, clock, refuted_first, assessment.by, assessment.id)

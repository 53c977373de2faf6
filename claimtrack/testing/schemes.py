"""Schemes: the words in which a house grades, against what the evidence carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from claimtrack.assessments import Assessment, Retraction, Verdict
from claimtrack.claims import Claim
from claimtrack.errors import BrokenLaw
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.figures import exactly
from claimtrack.laws import fallen, in_another_order, shown
from claimtrack.ledger import Ledger
from claimtrack.log import Log, Record
from claimtrack.questions import Measure, killed
from claimtrack.schemes import Grade, Scheme
from claimtrack.sources import Party, Relation, Source
from claimtrack.status import Holdings, State, Status, Statuses
from claimtrack.testing.trying import hold

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

LAW_TOTAL: Final = "every claim gets a grade."
LAW_STANDS: Final = "a claim that was retracted, refuted or misreported gets no grade of one that stands."
LAW_ORDER: Final = "the order in which records came changes no grade."
LAW_ECHO: Final = "a claim that only repeats another changes no grade."
LAW_LIVE: Final = "every grade of a scheme can be given."

_ECHO: Final = Source("An echo of all others", "aggregator")
_GONE: Final = (State.retracted, State.refuted, State.misreported)
_SEEN: Final = Evidence("https://example.org/seen", captured="2024-01-01")

Grading = Callable[[Status], object]


def check_scheme(scheme: Scheme | Grading, *, examples: int = 200) -> None:
    """Hold a grading scheme against its laws, on generated ledgers.

    Args:
        scheme: The scheme, or a function that gives a status its grade.
        examples: How many ledgers are tried.

    Raises:
        BrokenLaw: If a law does not hold: it names the law and the smallest ledger found.
        MissingExtra: If Hypothesis is not installed.

    Example:
        >>> from claimtrack.schemes import EVERY_CASUALTY
        >>> check_scheme(EVERY_CASUALTY, examples=20)
    """
    grade = scheme.grade if isinstance(scheme, Scheme) else scheme
    given = [(specimen, _grade(grade, specimen)) for specimen in _specimens()]
    if isinstance(scheme, Scheme):
        names = {found.name for _, found in given if isinstance(found, Grade)}
        for one in scheme.grades:
            if one.name not in names:
                raise BrokenLaw(LAW_LIVE, f"{one.name!r} never is: an earlier grade always fits as well.")
    _check_fallen(given)
    hold(partial(_check, grade), _drawn, examples=examples, part="claimtrack.testing.check_scheme")


def _drawn() -> SearchStrategy[Ledger]:
    from claimtrack.strategies import ledgers

    return ledgers(min_claims=1)


def _check_fallen(given: Sequence[tuple[Status, object]]) -> None:
    standing = {_name(found): status for status, found in reversed(given) if not fallen(status)}
    for status, found in given:
        other = standing.get(_name(found))
        if status.state in _GONE and other is not None:
            detail = f"Both are graded {_name(found)}:"
            raise BrokenLaw(LAW_STANDS, detail, f"  {_told(status)}\n  {_told(other)}")


def _check(grade: Grading, ledger: Ledger) -> None:
    """Hold the grades of one ledger against the laws."""
    claims = ledger.log.claims
    _compare(LAW_ORDER, grade, ledger, _Held(in_another_order(_records(ledger))))
    live = next((claim for claim in claims if ledger.status(claim).countable), None)
    if live is not None:
        echo = Claim(live.event, _ECHO, live.question, live.answer, words=live.words, based_on=live)
        _compare(LAW_ECHO, grade, ledger, _Held([*_records(ledger), echo]))


def _records(ledger: Ledger) -> list[Record]:
    return [entry.record for entry in ledger.entries() if not entry.revision]


class _Held:
    """Records in a log of their own, with the statuses of its claims."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.log: Log = Log()
        for record in records:
            self.log.receive([record])
        self.statuses: Statuses = Statuses(self.log)


def _compare(law: str, grade: Grading, ledger: Ledger, changed: Holdings) -> None:
    """Compare the grades of a ledger with those of the same claims in another one."""
    plain = _Held(_records(ledger))
    for claim in ledger.log.claims:
        was, now = (_grade(grade, held.statuses.of(claim)) for held in (plain, changed))
        if was != now:
            detail = f"{claim}: {_name(was)} became {_name(now)}."
            raise BrokenLaw(law, detail, f"The smallest ledger found:\n{shown(ledger.log)}")


def _grade(grade: Grading, status: Status) -> object:
    try:
        found = grade(status)
    except Exception as error:
        said = f"For this one it raised {type(error).__name__}: {error}"
        raise BrokenLaw(LAW_TOTAL, said, f"  {_told(status)}") from error
    if found is None:
        raise BrokenLaw(LAW_TOTAL, "This one gets none:", f"  {_told(status)}")
    return found


def _told(status: Status) -> str:
    owned = ", against its source's interest" if status.interest.admission else ""
    return f"{status.claim!r} is {status.state.value}{owned}: {status.because}"


def _name(grade: object) -> str:
    return repr(grade.name if isinstance(grade, Grade) else grade)


def _specimens() -> Iterator[Status]:
    """A status of every sort: each state, borne out or not, of a neutral word and of an admission."""
    army = Party("Army", opposes=[Party("Rebels")])
    hospital, radio, blog = Source("Hospital", "medical"), Source("Radio", "media"), Source("Blog", "media")
    for speaker in (Source("AFP", "agency"), Source("General staff", "military", party=army)):
        says = partial(_says, killed(of=army))
        word = says(speaker, 10)
        agrees, differs, exceeds = says(radio, 10), says(blog, 12), says(blog, 12, "2024-01-02")
        apart = Relation(speaker, hospital, "independent", because="another desk")
        besides: list[list[Record]] = [
            [], [agrees], [differs], [exceeds], [agrees, differs], [agrees, exceeds],
            [says(hospital, 10), apart],
            [says(speaker, 12, "2024-01-02")],
            [Retraction(word, by=speaker, because="in error")],
        ]  # fmt: skip
        for verdict in Verdict:
            judged = Assessment(
                word, verdict, by="A. Analyst", decided="2024-01-09", because="as seen", evidence=_SEEN
            )
            besides.append([_SEEN, judged])
            besides.append([_SEEN, judged, agrees])
        for beside in besides:
            yield _Held([word, *beside]).statuses.of(word)


def _says(question: Measure, source: Source, number: int, day: str = "2024-01-01") -> Claim:
    return Claim(Event("Attack"), source, question, exactly(number), stated=day)

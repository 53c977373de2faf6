"""Drafts: the figures in a text that is to be published, held against what the ledger can stand by.

An editor's last check. It finds every count of people in the text and says what is behind it: the
reconciled figure, a claim that says so, something else, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from claimtrack.claims import Claim
from claimtrack.errors import WrongType
from claimtrack.events import Event
from claimtrack.figures import Figure, at_least, between
from claimtrack.questions import Measure
from claimtrack.reconcile import DEFAULT, FigureReconciliation, Policy, reconcile_all
from claimtrack.reconcile.citing import cited
from claimtrack.reconcile.parts import Constraint, Effect
from claimtrack.status import Holdings
from claimtrack.telling import Phrase, phrase, term
from claimtrack.wording import Mention, find_figures
from claimtrack.wording.reading import Lang

__all__ = ["Backing", "DraftFigure", "check_draft"]


class Backing(StrEnum):
    """What is behind a figure in a draft.

    Attributes:
        matches: The ledger's reconciled figure says the same.
        within: What the draft says holds for everything from low to high ("dozens" for 70–100).
        claimed: Somebody says so, but it is not the reconciled figure.
        differs: The ledger has figures for this, and none of them says so.
        nothing: The ledger has no figure for anything of the kind.
    """

    matches = "matches"
    within = "within"
    claimed = "claimed"
    differs = "differs"
    nothing = "nothing"


_ORDER = {backing: index for index, backing in enumerate(Backing)}

SOUND = frozenset({Backing.matches, Backing.within})
"""What an editor need not look at again."""


@attrs.frozen
class DraftFigure:
    """One count of people in a draft, and what is behind it.

    Attributes:
        mention: The count, as the text has it.
        line: The line it begins on, from 1.
        column: The character of that line it begins at, from 1.
        words: The words of number and people.
        backing: What is behind it.
        because: Why, in a sentence.
        event: The event it was held against, or `None`.
        question: The measure it was held against, or `None`.
        claims: The claims that say so.
    """

    mention: Mention
    line: int
    column: int
    words: str
    backing: Backing
    because: Phrase
    event: Event | None
    question: Measure | None
    claims: tuple[Claim, ...] = attrs.field(eq=lambda claims: tuple(claim.id for claim in claims))

    @property
    def sound(self) -> bool:
        """Whether the reconciled figure bears it out."""
        return self.backing in SOUND

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: “{self.words}” {self.backing.value}: {self.because}"


def check_draft(
    text: str,
    ledger: Holdings,
    *,
    policy: Policy | str = DEFAULT,
    event: Event | str | None = None,
    lang: Lang | None = None,
) -> tuple[DraftFigure, ...]:
    """Find the figures in a draft, and say what the ledger has behind each of them.

    A figure is held against every measure with its outcome; where the text names the people, those
    measures that name them too are preferred. What agrees best counts.

    Args:
        text: The draft.
        ledger: The ledger.
        policy: The policy whose figures count as the ledger's.
        event: The event the draft is about, or its id; by default all of them.
        lang: The language of the draft; by default told from the words, paragraph by paragraph.

    Raises:
        WrongType: If the draft is not a text.

    Example:
        >>> from claimtrack.events import Event
        >>> from claimtrack.figures import exactly
        >>> from claimtrack.ledger import Ledger
        >>> from claimtrack.questions import killed
        >>> from claimtrack.sources import Source
        >>> ledger = Ledger()
        >>> _ = ledger.record(Claim(Event("Attack"), Source("AFP"), killed(), exactly(77)))
        >>> for found in check_draft("The attack killed 77 people and wounded 12.", ledger):
        ...     print(found.words, "·", found.backing.value)
        77 people · matches
        12 · nothing
    """
    if not isinstance(text, str):
        raise WrongType("check_draft", "text", text, "the draft as a text")
    where = event if event is None or isinstance(event, str) else event.id
    results = [
        result
        for result in reconcile_all(ledger, policy=policy)
        if isinstance(result, FigureReconciliation) and where in {None, result.event.id}
    ]
    return tuple(_checked(text, start, mention, results) for start, mention in _mentions(text, lang))


def _mentions(text: str, lang: Lang | None) -> Iterator[tuple[int, Mention]]:
    """Every count with the offset of its paragraph: no sentence reaches into the next paragraph."""
    for block in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        for mention in find_figures(block[0], lang):
            yield block.start(), mention


def _checked(text: str, start: int, mention: Mention, results: Sequence[FigureReconciliation]) -> DraftFigure:
    first, last = mention.span[0] + start, mention.span[1] + start
    backing, because, result, claims = _behind(mention, results)
    return DraftFigure(
        mention=mention,
        line=text.count("\n", 0, first) + 1,
        column=first - text.rfind("\n", 0, first),
        words=" ".join(text[first:last].split()),
        backing=backing,
        because=because,
        event=None if result is None else result.event,
        question=None if result is None else result.measure,
        claims=claims,
    )


_Behind = tuple[Backing, Phrase, FigureReconciliation | None, tuple[Claim, ...]]


def _behind(mention: Mention, results: Sequence[FigureReconciliation]) -> _Behind:
    """The best backing among the measures that the mention can be about."""
    if mention.increment:
        return Backing.nothing, phrase("draft.adds"), None, ()
    people = [result for result in results if _can_count(mention, result.measure)]
    named = [result for result in people if _names(mention, result.measure)]
    if mention.part and not named:
        return Backing.nothing, phrase("draft.part"), None, ()
    about = [result for result in named or people if _same_outcome(mention, result.measure)]
    about = about or [result for result in people if _same_outcome(mention, result.measure)]
    found = [_held_against(mention.figure, result) for result in about]
    best = min(found, key=_rank, default=None)
    if best is None or best[0] is Backing.differs:
        others = [result for result in people if _overlaps(mention, result.measure)]
        elsewhere = [_held_against(mention.figure, result) for result in others]
        said = [one for one in elsewhere if one[3]]
        if said:
            _, _, result, claims = min(said, key=_rank)
            return _claimed(result, claims) if result is not None else said[0]
    if best is not None:
        return best
    if any(_same_outcome(mention, result.measure) for result in results):
        return Backing.nothing, phrase("draft.other_people", who=mention.who or ""), None, ()
    return Backing.nothing, phrase("draft.no_figure", what=_what(mention)), None, ()


def _rank(one: _Behind) -> tuple[int, int]:
    return (_ORDER[one[0]], -len(one[2].account) if one[2] else 0)


def _what(mention: Mention) -> Phrase:
    if mention.outcome is None:
        return phrase("draft.what_happened")
    if mention.outcome == "casualties":
        return phrase("draft.casualties")
    return phrase("outcomes", outcomes=tuple(term("outcome", one) for one in mention.outcomes))


def _same_outcome(mention: Mention, measure: Measure) -> bool:
    return not mention.outcomes or set(mention.outcomes) == {outcome.value for outcome in measure.outcomes}


def _overlaps(mention: Mention, measure: Measure) -> bool:
    """Whether a measure counts a part, or the whole, of what the mention counts: victims and dead."""
    counted = {outcome.value for outcome in measure.outcomes}
    asked = set(mention.outcomes)
    return asked != counted and (asked < counted or counted < asked)


def _can_count(mention: Mention, measure: Measure) -> bool:
    """Whether a measure can count the people of the mention: civilians are no soldiers."""
    civilians = _stem_in(_CIVILIAN, measure.label)
    if mention.who is None:
        return True
    if _stem_in(_CIVILIAN, mention.who):
        return civilians
    return not (civilians and _stem_in(_ARMED, mention.who))


def _names(mention: Mention, measure: Measure) -> bool:
    """Whether the people of the mention are named in the measure, by the first letters of any word."""
    return mention.who is not None and not _stems(mention.who).isdisjoint(_stems(measure.label))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w{5,}", text.casefold()) if word not in _ANYBODY}


def _stem_in(stems: tuple[str, ...], text: str) -> bool:
    return any(word.startswith(stems) for word in re.findall(r"\w+", text.casefold()))


_STEM = 6  # "gendarmes" names "gendarmerie cadets"
_ANYBODY = frozenset({"people", "persons", "personnes", "killed", "wounded", "morts", "blessés", "victims"})
_CIVILIAN = ("civil",)
_ARMED = ("soldi", "soldat", "milit", "troop", "gendarm", "fighter", "combatt", "officer", "offici", "polic")


def _held_against(figure: Figure, result: FigureReconciliation) -> _Behind:
    low, best, high = result.low, result.best, result.high
    says = _ledger_says(result)
    if _is_reconciled(figure, low, best, high):
        return Backing.matches, says, result, ()
    same = tuple(entry.claim for entry in result.account if _says(entry.claim, figure))
    if low is not None and (at_least(low) if high is None else between(low, high)).supports(figure):
        return Backing.within, says, result, same
    if same:
        return _claimed(result, same)
    added = next((one for one in result.constraints if _adds_up_to(one, figure)), None)
    if added is not None:
        return Backing.claimed, phrase("draft.added", sum=added.because, ledger=says), result, added.claims
    if low is None and high is None:
        return Backing.differs, phrase("draft.no_number", ledger=says), result, ()
    return Backing.differs, says, result, ()


def _adds_up_to(constraint: Constraint, figure: Figure) -> bool:
    """Whether one origin's own parts add up to the figure: 77 dead and 255 wounded to 332."""
    point = figure.point
    return constraint.effect is Effect.computed and point is not None and constraint.low == point


def _ledger_says(result: FigureReconciliation) -> Phrase:
    title = phrase("explain.title", question=result.measure.label, event=str(result.event))
    return phrase("draft.ledger_says", title=title, text=result.text, policy=result.policy)


def _claimed(result: FigureReconciliation, claims: tuple[Claim, ...]) -> _Behind:
    """That somebody says so, who, and where that stands; and what the ledger can stand by."""
    states = tuple(
        phrase(
            "draft.claim",
            claim=cited(claim, result.log),
            state=term("state", result.status(claim).state.value),
        )
        for claim in claims[:3]
    )
    because = phrase("draft.only", claims=states, ledger=_ledger_says(result))
    return Backing.claimed, because, result, claims


def _is_reconciled(figure: Figure, low: int | None, best: int | None, high: int | None) -> bool:
    first, last = figure.stated_ends
    if first is not None and first == last:
        return first in {best, low if low == high else None} and best is not None
    if first is not None and last is not None:
        return (first, last) == (low, high)
    if first is not None:
        return first == low
    return last is not None and last == high


def _says(claim: Claim, figure: Figure) -> bool:
    said = claim.answer  # before a part that was seen became a floor: "81 names" says 81
    if not isinstance(said, Figure) or not said.numeric:
        return False
    if figure.stated_ends == (None, None):
        return (said.kind, said.bounds, said.reading) == (figure.kind, figure.bounds, figure.reading)
    return said.stated_ends == figure.stated_ends

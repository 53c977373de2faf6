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
from claimtrack.figures import Figure, between
from claimtrack.questions import Measure
from claimtrack.reconcile import DEFAULT, FigureReconciliation, Policy, reconcile_all
from claimtrack.reconcile.citing import cited
from claimtrack.status import Holdings
from claimtrack.telling import Phrase, phrase, term
from claimtrack.wording import Mention, find_figures
from claimtrack.wording.reading import Lang


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
    about = [result for result in results if _same_outcome(mention, result.measure)]
    if not about:
        return Backing.nothing, phrase("draft.no_figure", what=_what(mention)), None, ()
    named = [result for result in about if _names(mention, result.measure)]
    found = [_held_against(mention.figure, result) for result in named or about]
    return min(found, key=lambda one: (_ORDER[one[0]], -len(one[2].account) if one[2] else 0))


def _what(mention: Mention) -> Phrase:
    if mention.outcome is None:
        return phrase("draft.what_happened")
    if mention.outcome == "casualties":
        return phrase("draft.casualties")
    return phrase("outcomes", outcomes=tuple(term("outcome", one) for one in mention.outcomes))


def _same_outcome(mention: Mention, measure: Measure) -> bool:
    return not mention.outcomes or set(mention.outcomes) == {outcome.value for outcome in measure.outcomes}


def _names(mention: Mention, measure: Measure) -> bool:
    """Whether the people of the mention are named in the measure, by the first letters of any word."""
    return mention.who is not None and not _stems(mention.who).isdisjoint(_stems(measure.label))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w{5,}", text.casefold()) if word not in _ANYBODY}


_STEM = 6  # "gendarmes" names "gendarmerie cadets"
_ANYBODY = frozenset({"people", "persons", "personnes", "killed", "wounded", "morts", "blessés", "victims"})


def _held_against(figure: Figure, result: FigureReconciliation) -> _Behind:
    low, best, high = result.low, result.best, result.high
    title = phrase("explain.title", question=result.measure.label, event=str(result.event))
    ledger_says = phrase("draft.ledger_says", title=title, text=result.text, policy=result.policy)
    if _is_reconciled(figure, low, best, high):
        return Backing.matches, ledger_says, result, ()
    same = tuple(entry.claim for entry in result.account if _says(entry.claim, figure))
    if low is not None and high is not None and between(low, high).supports(figure):
        return Backing.within, ledger_says, result, same
    if same:
        states = tuple(
            phrase(
                "draft.claim",
                claim=cited(claim, result.log),
                state=term("state", result.status(claim).state.value),
            )
            for claim in same[:3]
        )
        return Backing.claimed, phrase("draft.only", claims=states, ledger=ledger_says), result, same
    if low is None and high is None:
        return Backing.differs, phrase("draft.no_number", ledger=ledger_says), result, ()
    return Backing.differs, ledger_says, result, ()


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
    if not isinstance(said, Figure) or said.stated_ends == (None, None):
        return False
    return said.stated_ends == figure.stated_ends

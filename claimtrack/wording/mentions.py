"""Every count of people in running text, with what happened to them."""

from __future__ import annotations

from typing import Final

import attrs

from claimtrack.errors import WrongType
from claimtrack.figures import Figure
from claimtrack.wording import grammar as gr
from claimtrack.wording import hedges
from claimtrack.wording.conventions import OURS, Convention
from claimtrack.wording.counts import is_count
from claimtrack.wording.grammar import match
from claimtrack.wording.outcomes import assign_outcomes
from claimtrack.wording.quantities import find_quantities
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.reading import Lang, to_figure
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tails import apply_estimate
from claimtrack.wording.tokens import word_set
from claimtrack.wording.totals import mark_breakdowns
from claimtrack.wording.unreal import is_earlier


@attrs.frozen
class Mention:
    """One count of people in a text.

    Attributes:
        figure: The count; its words are those that state the number ("at least 20").
        outcome: What happened to them ("killed", "wounded", "casualties", "killed or captured" …),
            or `None` where the text does not say.
        who: The people as the text names them ("Malian soldiers"), or `None`.
        span: The (start, end) of number and people in the text, in characters.
        part: It is a part of another count in the text ("including 15 children").
        increment: It adds to a total that the text does not state ("10 more bodies").
        earlier: It is of a toll that no longer stands ("an earlier toll put the dead at 65").
    """

    figure: Figure
    outcome: str | None
    who: str | None
    span: tuple[int, int]
    part: bool = attrs.field(default=False, kw_only=True)
    increment: bool = attrs.field(default=False, kw_only=True)
    earlier: bool = attrs.field(default=False, kw_only=True)

    @property
    def words(self) -> str:
        """The words that state the number."""
        return self.figure.words or ""

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes one by one, as `Measure` takes them."""
        if self.outcome is None:
            return ()
        return tuple(self.outcome.replace("casualties", "killed or wounded").split(" or "))


def find_figures(
    sentence: str, lang: Lang | None = None, *, convention: Convention = OURS
) -> tuple[Mention, ...]:
    """Find every count of people in a text, and nothing else.

    Dates, ages, distances, calibres, unit numbers, vehicles and money are left out; so is
    what `figure` would refuse, for a refusal inside a text is no mention.

    Args:
        sentence: A sentence, or a longer text.
        lang: The language, "en", "fr", "es" or "ar"; by default it is told from the words.
        convention: Whose reading of vague words is used.

    Raises:
        WrongType: If the sentence is not a text.

    Example:
        >>> text = "The blast killed 12 soldiers and wounded 30."
        >>> [(str(m.figure), m.outcome) for m in find_figures(text)]
        [('12', 'killed'), ('30', 'wounded')]
    """
    if not isinstance(sentence, str):
        raise WrongType("find_figures", "sentence", sentence, "a text")
    s = Sentence(sentence, lang)
    found = find_quantities(s)
    if not found:
        return ()
    assign_outcomes(s, found)
    counts = [quantity for quantity in found if is_count(s, quantity)]
    mark_breakdowns(s, counts)
    mentions = []
    provisional, seen = False, 0
    for index, quantity in enumerate(counts):
        stop = counts[index + 1].start if index + 1 < len(counts) else len(s.words)
        _apply_tail(s, quantity, stop)
        _apply_opening(s, quantity)
        apply_estimate(s, quantity)
        provisional = _provisional(s, max(seen, quantity.start - _REACH), quantity.start) or (
            provisional and not _ended(s, seen, quantity.start)
        )
        seen = quantity.end
        if provisional and quantity.extent is not None and not quantity.zero:
            hedges.apply("at_least", quantity.extent)
        mentions.append(_mention(s, quantity, convention))
    return tuple(mentions)


_REACH: Final = 60
_TAIL_REACH: Final = 20
_OPENING: Final = 6
_TOLLS: Final = word_set(
    """
    bilan toll balance saldo report reports count tally figure figures result results chiffre chiffres
    """
)
_PROVISIONAL: Final = word_set("provisoire provisional preliminaire preliminary preliminar")


def _apply_tail(s: Sentence, quantity: Quantity, stop: int) -> None:
    """Apply a hedge that follows in the clause ("12 killed so far")."""
    words, flags = s.words, s.flags
    for at in range(quantity.noun.end, min(stop, quantity.noun.end + _TAIL_REACH)):
        if not flags[at] & (gr.STOP | gr.TAIL):
            continue
        if flags[at] & gr.STOP:
            return
        tail = match(s.g.tails, words, at)
        if tail is None or quantity.extent is None or tail[1] > stop:
            continue
        if tail[1] >= len(words) or not flags[tail[1]] & (gr.NUMBER | gr.DIGIT):
            hedges.apply(tail[0], quantity.extent)


def _apply_opening(s: Sentence, quantity: Quantity) -> None:
    """Apply a hedge that opens the sentence ("So far this year three judges …")."""
    for at in range(max(0, quantity.start - _OPENING), quantity.start):
        if s.flags[at] & gr.TAIL and (at == 0 or s.words[at - 1] in _ENDS):
            tail = match(s.g.tails, s.words, at)
            counted = tail is not None and s.flags[tail[1]] & (gr.NUMBER | gr.DIGIT)
            if tail is not None and quantity.extent is not None and not counted and not quantity.zero:
                hedges.apply(tail[0], quantity.extent)


def _provisional(s: Sentence, start: int, end: int) -> bool:
    """Whether a provisional toll is announced before a count in its sentence: it is a floor then."""
    if _PROVISIONAL.isdisjoint(s.words[start:end]):
        return False
    for at in range(end - 1, start - 1, -1):
        if s.words[at] in _ENDS:
            return False
        if s.words[at] in _PROVISIONAL:
            return not _TOLLS.isdisjoint(s.words[max(0, at - 2) : at + 3])
    return False


_ENDS: Final = frozenset(".;?!")


def _ended(s: Sentence, start: int, end: int) -> bool:
    return any(word in _ENDS for word in s.words[start:end])


def _mention(s: Sentence, quantity: Quantity, convention: Convention) -> Mention:
    noun = quantity.noun
    named = noun.people and noun.end > noun.start + (noun.outcome_at == noun.start)
    end = noun.end
    if named and noun.head >= 0:
        end = noun.head + 1
        while s.g.head_first and end < noun.end and (quantity.article or s.words[end][-1] in "sx"):
            end += 1
    who = s.tokens.cut(noun.start, end) if named else None
    return Mention(
        to_figure(quantity, s.tokens.cut(quantity.start, quantity.end), convention),
        quantity.outcome, who, s.tokens.span(quantity.start, max(quantity.end, end)),
        part=quantity.part, increment=quantity.increment, earlier=is_earlier(s, quantity.start),
    )  # fmt: skip

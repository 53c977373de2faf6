"""Every count of people in running text, with what happened to them."""

from __future__ import annotations

import attrs

from claimtrack.errors import WrongType
from claimtrack.figures import Figure, FigureKind
from claimtrack.wording import grammar as gr
from claimtrack.wording import hedges
from claimtrack.wording.conventions import OURS, Convention
from claimtrack.wording.grammar import Grammar, grammar, match
from claimtrack.wording.outcomes import assign_outcomes, counts_people, settle_zero
from claimtrack.wording.quantities import Quantity, find_quantities
from claimtrack.wording.reading import Lang, chosen_language, flags_of, to_figure
from claimtrack.wording.tokens import Tokens


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
    """

    figure: Figure
    outcome: str | None
    who: str | None
    span: tuple[int, int]
    part: bool = attrs.field(default=False, kw_only=True)
    increment: bool = attrs.field(default=False, kw_only=True)

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


def find_figures(sentence: str, lang: Lang | None = None, *, convention: Convention = OURS) -> tuple[Mention, ...]:
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
        >>> [(str(m.figure), m.outcome) for m in find_figures("The blast killed 12 soldiers and wounded 30.")]
        [('12', 'killed'), ('30', 'wounded')]
    """
    if not isinstance(sentence, str):
        raise WrongType("find_figures", "sentence", sentence, "a text")
    tokens = Tokens(sentence)
    words = tokens.words
    g = grammar(chosen_language(lang, words))
    flags = flags_of(g, words)
    found = find_quantities(g, tokens, flags)
    if not found:
        return ()
    assign_outcomes(g, tokens, flags, found)
    mentions = []
    provisional = -1
    for index, quantity in enumerate(found):
        if not _is_mention(words, flags, quantity):
            continue
        stop = found[index + 1].start if index + 1 < len(found) else len(words)
        _apply_tail(g, words, flags, quantity, stop)
        provisional = _provisional(g, words, flags, found[index - 1].end if index else 0, quantity.start, provisional)
        if provisional >= 0 and quantity.extent is not None and not quantity.zero:
            hedges.apply("at_least", quantity.extent)
        mentions.append(_mention(g, tokens, quantity, convention))
    return tuple(mentions)


def _is_mention(words: list[str], flags: list[int], quantity: Quantity) -> bool:
    if quantity.zero and quantity.reason is None:
        quantity.reason = settle_zero(words, flags, quantity)
    extent = quantity.extent
    if quantity.reason is not None or extent is None or extent.low is None:
        return False
    if quantity.losses:
        return quantity.start < quantity.core and quantity.noun.people
    if quantity.article or quantity.zero or extent.kind is FigureKind.unquantified:
        return quantity.outcome is not None and counts_people(quantity)
    return counts_people(quantity)


def _apply_tail(g: Grammar, words: list[str], flags: list[int], quantity: Quantity, stop: int) -> None:
    for at in range(quantity.noun.end, min(stop, quantity.noun.end + 20)):
        if flags[at] & gr.TAIL:
            tail = match(g.tails, words, at)
            precedes = tail is not None and tail[1] < len(words) and flags[tail[1]] & (gr.NUMBER | gr.DIGIT)
            if tail is not None and quantity.extent is not None and tail[1] <= stop and not precedes:
                hedges.apply(tail[0], quantity.extent)
        if flags[at] & gr.STOP:
            return


def _provisional(g: Grammar, words: list[str], flags: list[int], start: int, end: int, seen: int) -> int:
    """Where a provisional toll was announced in the sentence, or -1: its counts are floors."""
    for at in range(max(start, end - 60), end):
        if flags[at] & gr.STOP and words[at] in ".;":
            seen = -1
        if flags[at] & gr.TAIL and any(word in _PROVISIONAL for word in words[at : at + 3]):
            tail = match(g.tails, words, at)
            if tail is not None and tail[1] - at > 1:
                seen = at
    return seen


_PROVISIONAL = frozenset({"provisoire", "provisional", "preliminary"})


def _mention(g: Grammar, tokens: Tokens, quantity: Quantity, convention: Convention) -> Mention:
    noun = quantity.noun
    start, end = tokens.span(quantity.start, max(quantity.end, noun.end))
    text = tokens.text
    stated = tokens.cut(quantity.start, quantity.end)
    who = tokens.cut(noun.start, noun.end) if noun.people and noun.end > noun.start else None
    del g
    return Mention(
        to_figure(quantity, stated, convention), quantity.outcome, who, (start, min(end, len(text))),
        part=quantity.part, increment=quantity.increment,
    )  # fmt: skip

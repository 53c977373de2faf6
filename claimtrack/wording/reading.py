"""A whole wording to one figure, or a refusal that says why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from claimtrack.errors import InvalidField, WordingError, WordingReason, WrongType
from claimtrack.figures import Figure, FigureKind
from claimtrack.wording import grammar as gr
from claimtrack.wording import hedges
from claimtrack.wording.conventions import OURS, Convention
from claimtrack.wording.grammar import Grammar, grammar, match
from claimtrack.wording.languages import language_of
from claimtrack.wording.outcomes import assign_outcomes, counts_people, settle_zero
from claimtrack.wording.quantities import Quantity, find_quantities
from claimtrack.wording.tokens import Tokens, word_set

Lang = Literal["en", "fr", "es", "ar"]

_FRACTION_WORDS: Final = word_set("half third quarter quarters moitie tiers quart mitad tercio majority majorite mayoria most")


def figure(words: str, lang: Lang | None = None, *, convention: Convention = OURS) -> Figure:
    """Read a whole wording as one figure.

    Args:
        words: The wording as the source put it ("at least 20 soldiers were killed").
        lang: The language, "en", "fr", "es" or "ar"; by default it is told from the words.
        convention: Whose reading of vague words is used; entailed ends never depend on it.

    Raises:
        WordingError: If the words hold no count of people, or more than one, or one that
            cannot be told without guessing; `.reason` says which.
        WrongType: If the words are not a text.

    Example:
        >>> figure("at least 20 soldiers were killed").bounds
        (20, None)
        >>> figure("une cinquantaine de morts").reading
        (45, 55)
        >>> figure("two soldiers and a civilian")
        Traceback (most recent call last):
        claimtrack.errors.WordingError: cannot read 'two soldiers and a civilian' as one figure (several_figures)...

    Source: the rules are those of `claimtrack.wording.hedges.RULES`, each with its own source.
    """
    if not isinstance(words, str):
        raise WrongType("figure", "words", words, "a wording as a text", "for a number use ct.exactly(n)")
    tokens = Tokens(words)
    g = grammar(chosen_language(lang, tokens.words))
    flags = flags_of(g, tokens.words)
    found = find_quantities(g, tokens, flags)
    assign_outcomes(g, tokens, flags, found)
    quantity = _only_one(g, tokens, flags, found)
    _apply_tails(g, tokens, flags, quantity)
    return to_figure(quantity, words, convention)


def chosen_language(lang: Lang | None, words: list[str]) -> str:
    """The language that was given, or the one told from the words."""
    if lang is None:
        return language_of(words)
    if lang not in gr.LANGUAGES:
        raise InvalidField("figure", "lang", lang, f"one of {', '.join(gr.LANGUAGES)}, or None")
    return lang


def flags_of(g: Grammar, words: Iterable[str]) -> list[int]:
    """What each token can be."""
    get = g.flags.get
    return [get(word) or (gr.DIGIT if "0" <= word[0] <= "9" else 0) for word in words]


def to_figure(quantity: Quantity, words: str, convention: Convention) -> Figure:
    """Make a figure of a count that was read."""
    extent = quantity.extent
    if extent is None:
        raise WordingError(words, WordingReason.unread, (0, len(words)))
    imputed = convention.impute(extent)
    if imputed is not None:
        return imputed.figure(extent, words)
    convention.widen(extent)
    rules = extent.rules if len(extent.rules) < 2 or extent.rules[0] != "number" else extent.rules[1:]
    because = hedges.because(rules)
    if convention is not OURS:
        because = f"{because} [{convention.name}]"
    return Figure(
        (extent.low, extent.high), (extent.least, extent.most), extent.kind,
        words=words, point=extent.point, because=because,
    )  # fmt: skip


def _only_one(g: Grammar, tokens: Tokens, flags: list[int], found: list[Quantity]) -> Quantity:
    counts: list[Quantity] = []
    doubtful: Quantity | None = None
    refused: Quantity | None = None
    for quantity in found:
        if quantity.zero and quantity.reason is None:
            quantity.reason = settle_zero(tokens.words, flags, quantity)
        if quantity.reason is not None:
            if not (quantity.reason is WordingReason.unread and quantity.zero):
                refused = refused or quantity
            continue
        if quantity.article:
            if not quantity.governed and quantity.start and flags[quantity.start - 1] & gr.PREP:
                continue
            if quantity.noun.people or quantity.noun.outcome is not None or quantity.outcome is not None:
                counts.append(quantity)
        elif counts_people(quantity) or quantity.noun.end == quantity.noun.start:
            counts.append(quantity)
        else:
            doubtful = doubtful or quantity
    words = tokens.words
    if refused is not None and (not counts or refused.reason in _FATAL):
        raise _refusal(tokens, refused.reason or WordingReason.unread, refused)
    denial = next((at for at, flag in enumerate(flags) if flag & gr.DENY), None)
    if denial is not None and counts:
        raise WordingError(tokens.text, WordingReason.denial, tokens.span(denial, denial + 1))
    if not counts and doubtful is None:
        return _without_number(g, tokens, flags)
    if not counts and doubtful is not None:
        raise _refusal(tokens, WordingReason.not_people, doubtful)
    if doubtful is not None and not doubtful.noun.thing:
        raise _refusal(tokens, WordingReason.leftover, doubtful)
    if len(counts) == 2:
        _join_floor_and_ceiling(tokens, counts)
    if len(counts) > 1:
        raise _several(tokens, counts)
    quantity = counts[0]
    if quantity.increment or (quantity.others and quantity.outcome == "killed"):
        raise _refusal(tokens, WordingReason.increment, quantity)
    _check_around(g, tokens, flags, quantity)
    del words
    return quantity


_FATAL: Final = frozenset({
    WordingReason.percentage, WordingReason.money, WordingReason.disagreement, WordingReason.disorder,
    WordingReason.alternatives, WordingReason.correction, WordingReason.too_large, WordingReason.denial,
})  # fmt: skip

_ALTERNATIVE: Final = word_set("possibly perhaps maybe or even peut-etre voire sans doute tal vez quizas incluso probably")


def _several(tokens: Tokens, counts: list[Quantity]) -> WordingError:
    first, second = counts[0], counts[1]
    between = set(tokens.words[first.end : second.start])
    reason = WordingReason.several_figures
    if between & _ALTERNATIVE and second.noun.end == second.end:
        reason = WordingReason.alternatives
    elif between & {"but", "mais", "sino"}:
        reason = WordingReason.correction
    return WordingError(
        tokens.text, reason, tokens.span(first.start, counts[-1].end),
        "give each count as a claim of its own, or find them all with ct.find_figures(words)",
    )  # fmt: skip


def _join_floor_and_ceiling(tokens: Tokens, counts: list[Quantity]) -> None:
    """Read "at least 20 and possibly as many as 35" as 20 to 35."""
    first, second = counts
    if first.extent is None or second.extent is None or first.increment or second.increment:
        return
    floor, ceiling = first.extent.low, second.extent.high
    between = tokens.words[first.end : second.start]
    if first.extent.rules[-1] == "at least" and second.extent.rules[-1] == "at most" and set(between) <= _JOINING:
        if floor is not None and ceiling is not None and floor < ceiling:
            joined = hedges.of_range(hedges.of_number(floor), hedges.of_number(ceiling))
            first.extent = joined
            first.end = second.end
            first.noun = second.noun
            counts.pop()


_JOINING: Final = word_set("and et y , possibly perhaps maybe peut-etre peut etre - but")


def _refusal(tokens: Tokens, reason: WordingReason, quantity: Quantity) -> WordingError:
    return WordingError(tokens.text, reason, tokens.span(quantity.start, quantity.noun.end))


def _check_around(g: Grammar, tokens: Tokens, flags: list[int], quantity: Quantity) -> None:
    """Refuse what would turn the meaning of the number round: a "not" before it."""
    for at in range(quantity.start - 1, max(-1, quantity.start - 4), -1):
        if flags[at] & gr.NOT and not quantity.zero:
            raise WordingError(tokens.text, WordingReason.correction, tokens.span(at, quantity.end))
    del g


def _without_number(g: Grammar, tokens: Tokens, flags: list[int]) -> Quantity:
    """Read "soldiers were killed", "des blessés": some, at least two; or refuse."""
    words = tokens.words
    end = len(words)
    for at, flag in enumerate(flags):
        if flag & gr.UNKNOWN:
            raise WordingError(tokens.text, WordingReason.unknown, tokens.span(at, at + 1))
        if words[at] in _FRACTION_WORDS:
            raise WordingError(tokens.text, WordingReason.percentage, tokens.span(at, at + 1))
        if flag & (gr.NOT | gr.DENY):
            raise WordingError(tokens.text, WordingReason.denial, tokens.span(at, at + 1))
        if any(char.isdigit() for char in words[at]):
            raise WordingError(tokens.text, WordingReason.not_a_count, tokens.span(at, at + 1))
    from claimtrack.wording.plurals import bare_plural  # imported where it is rarely needed

    quantity = bare_plural(g, words, flags)
    if quantity is None:
        raise WordingError(tokens.text, WordingReason.unread, tokens.span(0, end) if words else (0, len(tokens.text)))
    return quantity


def _apply_tails(g: Grammar, tokens: Tokens, flags: list[int], quantity: Quantity) -> None:
    """Apply hedges that stand apart from the number ("so far", "bilan provisoire")."""
    words = tokens.words
    for at, flag in enumerate(flags):
        if flag & gr.TAIL and not quantity.start <= at < quantity.end:
            tail = match(g.tails, words, at)
            if tail is None or quantity.extent is None or quantity.zero:
                continue
            if tail[1] < len(words) and flags[tail[1]] & (gr.NUMBER | gr.DIGIT):
                continue
            if not hedges.apply(tail[0], quantity.extent):
                raise WordingError(tokens.text, WordingReason.alternatives, tokens.span(at, tail[1]))


KINDS: Final = FigureKind

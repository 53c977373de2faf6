"""A whole wording to one figure, or a refusal that says why."""

from __future__ import annotations

from typing import Final, Literal

from claimtrack.errors import WordingError, WordingReason, WrongType
from claimtrack.figures import Figure
from claimtrack.wording import grammar as gr
from claimtrack.wording import hedges
from claimtrack.wording.anywhere import check_anywhere
from claimtrack.wording.asides import is_aside
from claimtrack.wording.company import check_company, check_spelling
from claimtrack.wording.conventions import OURS, Convention
from claimtrack.wording.counts import is_count, is_denied
from claimtrack.wording.doers import is_subject, without_asides, without_doers
from claimtrack.wording.harms import check_harms
from claimtrack.wording.increments import is_increment
from claimtrack.wording.leftover_words import GROUPED, WEIGHTS
from claimtrack.wording.leftovers import check_leftovers
from claimtrack.wording.noun_phrases import is_of_them
from claimtrack.wording.one_person import is_in_passing, is_met, stands_alone
from claimtrack.wording.outcomes import assign_outcomes, counts_people, settle_zero
from claimtrack.wording.plurals import bare_plural
from claimtrack.wording.quantities import find_quantities
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.rules import because_of
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tails import apply_estimate, apply_tails, check_hedged
from claimtrack.wording.tokens import word_set
from claimtrack.wording.totals import adjoins, without_parts

Lang = Literal["en", "fr", "es", "ar"]

_FRACTIONS: Final = word_set(
    "half third quarter quarters moitie tiers quart mitad tercio majority majorite mayoria most plupart"
)
_MORE: Final = word_set("more further additional nouvelles nouveaux autres otros otras")
_PERHAPS: Final = word_set(
    "possibly perhaps maybe or even peut etre voire sans doute tal vez quizas incluso probably"
)
_JOINING: Final = word_set("and et y , possibly perhaps maybe peut etre - but")
_BETWEEN: Final = frozenset({"between", "entre"})
_BUT: Final = word_set("but mais sino")
_THE: Final = frozenset({"the", "les", "las"})
_FATAL: Final = frozenset({
    WordingReason.percentage, WordingReason.disagreement, WordingReason.disorder,
    WordingReason.alternatives, WordingReason.correction, WordingReason.too_large, WordingReason.denial,
    WordingReason.several_figures,
})  # fmt: skip
"""Reasons that spoil the whole wording; a date or a distance beside a count does not."""


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
        >>> from claimtrack.errors import WordingError
        >>> try:
        ...     figure("two soldiers and a civilian")
        ... except WordingError as refusal:
        ...     refusal.reason.value
        'several_figures'

    Source: the rules are those of `claimtrack.wording.rules.RULES`, each with its own source.
    """
    if not isinstance(words, str):
        raise WrongType("figure", "words", words, "a wording as a text", "for a number use ct.exactly(n)")
    s = Sentence(words, lang)
    found = find_quantities(s)
    assign_outcomes(s, found)
    quantity = _only_one(s, without_asides(s, found))
    apply_tails(s, quantity)
    apply_estimate(s, quantity)
    check_hedged(s, quantity)
    return to_figure(quantity, words, convention)


def to_figure(quantity: Quantity, words: str, convention: Convention) -> Figure:
    """Make a figure of a count that was read."""
    extent = quantity.extent
    if extent is None:
        raise WordingError(words, WordingReason.unread, (0, len(words)))
    if convention is not OURS:
        imputed = convention.impute(extent, words)
        if imputed is not None:
            return imputed
        convention.narrow(extent)
    rules = extent.rules
    if len(rules) > 1 and rules[0] == "number":
        rules = rules[1:]
    because = because_of(rules)
    bounds = (extent.low, extent.high)
    sharp = extent.least == extent.low and extent.most == extent.high
    return Figure(
        bounds, bounds if sharp else (extent.least, extent.most), extent.kind,
        words=words, point=extent.point,
        because=because if convention is OURS else f"{because} [{convention.name}]",
    )  # fmt: skip


def _only_one(s: Sentence, found: list[Quantity]) -> Quantity:
    """The one count of people, or a refusal."""
    counts, doubtful, refused = _sorted_out(s, found)
    if refused is not None and refused.reason is not None:
        told = any(not count.article or count.outcome is not None or is_met(s, count) for count in counts)
        if not told or refused.reason in _FATAL:
            raise _refusal(s, refused.reason, refused)
    if not counts:
        if doubtful is None:
            return _without_number(s)
        if not _is_of_sources(s, doubtful):
            raise _refusal(s, WordingReason.not_people, doubtful)
        doubtful.noun.people = True
        counts, doubtful = [doubtful], None
    return _checked(s, found, (counts, doubtful))


def _checked(
    s: Sentence, found: list[Quantity], sorted_out: tuple[list[Quantity], Quantity | None]
) -> Quantity:
    """The one count among some, if nothing beside it changes what it says."""
    counts, doubtful = sorted_out
    if s.seen & gr.DENY and not (len(counts) == 1 and counts[0].zero and not is_denied(s, counts[0])):
        denial = next(at for at, flag in enumerate(s.flags) if flag & gr.DENY)
        if not (len(counts) == 1 and _denies_itself(s, counts[0], denial)):
            raise WordingError(s.tokens.text, WordingReason.denial, s.tokens.span(denial, denial + 1))
    if doubtful is not None and not doubtful.noun.thing and not is_aside(s, doubtful, counts):
        raise _refusal(s, WordingReason.leftover, doubtful)
    if len(found) > len(counts):
        _check_unlisted(s, found, counts)
    if len(counts) > 1 and counts[0].part and counts[1].part and adjoins(s, counts[0], counts[1]):
        raise _several(s, counts)  # "among the dead were 12 children and 3 women"
    counts = _joined(s, counts)
    if len(counts) > 1:
        raise _several(s, counts)
    quantity = counts[0]
    if quantity.part and _is_part_of_others(s, quantity):
        raise _refusal(s, WordingReason.several_figures, quantity)
    if is_increment(s, quantity):
        raise _refusal(s, WordingReason.increment, quantity)
    _check_most(s, quantity)
    check_leftovers(s, quantity)
    return quantity


def _denies_itself(s: Sentence, count: Quantity, denial: int) -> bool:
    """Whether those who are counted deny something: "les cinq prévenus ont nié"."""
    between = s.flags[count.noun.end : denial]
    plain = count.outcome is None and count.noun.people and denial - count.noun.end <= 2
    return plain and denial >= count.noun.end and all(flag & gr.HAVE for flag in between)


def _is_of_sources(s: Sentence, quantity: Quantity) -> bool:
    """Whether those who are counted are sources, of whom nothing else is told: "three security sources"."""
    counted = s.words[quantity.noun.start : quantity.noun.end]
    return "sources" in counted and all(word == "sources" or word in _SPEAKING_FOR for word in counted)


_SPEAKING_FOR: Final = word_set(
    """
    security military medical police hospital local government official diplomatic tribal rebel other separate
    independent different informed anonymous judicial intelligence securitaires militaires medicales
    policieres
    hospitalieres locales gouvernementales officielles diplomatiques concordantes distinctes independantes
    administratives humanitaires judiciaires proches bien informees
    """
)


def _check_most(s: Sentence, quantity: Quantity) -> None:
    """Refuse "most taken were men, and a few boys": the larger part is not counted."""
    at = next((place for place in range(2) if s.words[place : place + 1] and s.words[place] in _MOST), None)
    if at is None or at + 1 >= min(quantity.start, len(s.words)):
        return
    if s.words[at + 1] in _OF or s.flags[at + 1] & (gr.OUTCOME | gr.PERSON):
        raise WordingError(s.tokens.text, WordingReason.several_figures, s.tokens.span(at, quantity.end))


_OF: Final = frozenset({"of", "de", "d'"})
_MOST: Final = word_set("most plupart mayoria")


def _check_unlisted(s: Sentence, found: list[Quantity], counts: list[Quantity]) -> None:
    """Refuse a wording of which `find_figures` would find one count more."""
    listed = set(map(id, counts))
    unlisted = (
        other
        for other in found
        if id(other) not in listed
        and ((not other.part and (is_count(s, other) or _displaces(s, other))) or _goes_on(s, other))
    )
    other = next(unlisted, None)
    if other is not None:
        raise _several(s, sorted([counts[0], other], key=lambda count: count.start))


def _goes_on(s: Sentence, other: Quantity) -> bool:
    """Whether "and two others" goes on with other people, whatever they have: "and two others burns"."""
    return other.others and other.start > 0 and bool(s.flags[other.start - 1] & gr.JOIN)


def _displaces(s: Sentence, households: Quantity) -> bool:
    """Whether households that are counted were driven out: "12 morts et déplacé des milliers de familles"."""
    if _HOUSEHOLDS.isdisjoint(s.words[households.start : households.noun.end]):
        return False
    near = s.words[max(0, households.start - _FATE_REACH) : households.noun.end + _FATE_REACH]
    return any(word.startswith(_DISPLACED) for word in near)


_HOUSEHOLDS: Final = word_set("families family households familles menages familias hogares")
_DISPLACED: Final = ("deplac", "displac", "desplaz")


_FATE_REACH: Final = 4


def _is_part_of_others(s: Sentence, part: Quantity) -> bool:
    """Whether a part stands beside its whole; not so "killing two of them", "the dead include two women"."""
    before = s.flags[: part.start]
    if is_of_them(s.words, part.end) and part.governed:
        return any(flag & gr.PERSON for flag in before)
    if part.start and s.words[part.start - 1] in _HOLDS and part.start <= _WHOLE:
        return any(flag & gr.LOSS for flag in before)
    among = s.words[0] in _AMONG and part.start <= _WHOLE + 1  # "among the dead were 12 children"
    if among and (before[-1] & gr.AUX or s.words[part.start - 1] == ","):
        return any(flag & gr.LOSS for flag in before)
    return any(flag & (gr.PERSON | gr.OUTCOME) for flag in before)


_HOLDS: Final = word_set("include included includes comprennent comprend incluyen")
_AMONG: Final = frozenset({"among", "amongst", "parmi"})
_WHOLE: Final = 3


def _joined(s: Sentence, counts: list[Quantity]) -> list[Quantity]:
    """The counts without those that are no figure of their own: a speaker, a ceiling, a part of a total."""
    if len(counts) == 1:
        return counts
    if all(count.zero for count in counts):
        return counts[:1]
    counts = without_doers(s, counts)
    if len(counts) == 2 and is_subject(s, counts[0], counts[1]):
        return counts[1:]
    if len(counts) == 2:
        _join_floor_and_ceiling(s, counts)
    return without_parts(s, counts)


def _sorted_out(
    s: Sentence, found: list[Quantity]
) -> tuple[list[Quantity], Quantity | None, Quantity | None]:
    """The counts of people, the first that may be one, and the first that is none."""
    counts: list[Quantity] = []
    doubtful: Quantity | None = None
    refused: Quantity | None = None
    wordy: Quantity | None = None
    for last, quantity in zip([None, *found], found, strict=False):
        if quantity.zero and quantity.reason is None:
            quantity.reason = settle_zero(s, quantity)
        if quantity.reason is not None:
            if not (quantity.zero and quantity.reason is WordingReason.unread):
                fatal = quantity.reason in _FATAL and refused is not None and refused.reason not in _FATAL
                refused = quantity if fatal else refused or quantity
        elif quantity.article:
            if stands_alone(s, quantity):
                counts.append(quantity)
                wordy = wordy or (quantity if is_in_passing(s, quantity) else None)
        elif quantity.part and counts:
            counts.append(quantity)
        elif quantity.losses and _only_names(s, quantity, counts):
            continue
        elif quantity.part and last is not None and last.noun.thing:
            continue  # "seven bullets hit him, including three from the rear"
        elif counts_people(quantity) or quantity.noun.end == quantity.noun.start:
            counts.append(quantity)
        else:
            doubtful = doubtful or quantity
    if wordy is not None and counts == [wordy]:
        return [], doubtful or wordy, refused
    return counts, doubtful, refused


def _only_names(s: Sentence, losses: Quantity, counts: list[Quantity]) -> bool:
    """Whether "the casualties" names those counted beside it, or "or losses" goes on with "no casualties"."""
    start = losses.start
    if losses.start == losses.core and start and s.words[start - 1] in _THE:
        return True
    denied = bool(counts) and counts[-1].zero and start - counts[-1].noun.end <= 2
    return denied and bool(s.flags[start - 1] & gr.JOIN)


def _several(s: Sentence, counts: list[Quantity]) -> WordingError:
    first, second = counts[0], counts[1]
    between = set(s.words[first.end : second.start])
    reason = WordingReason.several_figures
    if between & _PERHAPS and second.noun.end == second.end:
        reason = WordingReason.alternatives
    elif between & _BUT:
        reason = WordingReason.correction
    return WordingError(
        s.tokens.text, reason, s.tokens.span(first.start, counts[-1].end),
        "give each count as a claim of its own, or find them all with ct.find_figures(words)",
    )  # fmt: skip


def _join_floor_and_ceiling(s: Sentence, counts: list[Quantity]) -> None:
    """Read "at least 20 and possibly as many as 35" as 20 to 35."""
    first, second = counts
    if first.extent is None or second.extent is None or first.increment or second.increment:
        return
    floor, ceiling = first.extent.low, second.extent.high
    opened = first.start > 0 and s.words[first.start - 1] in _BETWEEN and first.extent.rules == ("number",)
    ends = (opened or first.extent.rules[-1] == "at least") and second.extent.rules[-1] == "at most"
    if not ends or not set(s.words[first.end : second.start]) <= _JOINING:
        return
    if floor is not None and ceiling is not None and floor < ceiling:
        first.extent = hedges.of_range(hedges.of_number(floor), hedges.of_number(ceiling))
        first.end, first.noun = second.end, second.noun
        counts.pop()


def _refusal(s: Sentence, reason: WordingReason, quantity: Quantity) -> WordingError:
    return WordingError(s.tokens.text, reason, s.tokens.span(quantity.start, quantity.noun.end))


def _without_number(s: Sentence) -> Quantity:
    """Read "soldiers were killed", "des blessés": some, at least two; or refuse."""
    for at, flag in enumerate(s.flags):
        reason = None
        if flag & gr.UNKNOWN:
            reason = WordingReason.unknown
        elif s.words[at] in _MORE:
            reason = WordingReason.increment
        elif s.words[at] in _FRACTIONS:
            reason = WordingReason.percentage
        elif s.words[at] in WEIGHTS and not _weighs_nothing(s, at):
            reason = WordingReason.leftover
        elif flag & (gr.NOT | gr.DENY):
            reason = WordingReason.denial
        elif any(char.isdigit() for char in s.words[at]) or _is_roman(s, at):
            reason = WordingReason.not_a_count
        if reason is not None:
            raise WordingError(s.tokens.text, reason, s.tokens.span(at, at + 1))
    quantity = bare_plural(s)
    if quantity is None:
        raise WordingError(s.tokens.text, WordingReason.unread, (0, len(s.tokens.text)))
    if quantity.outcome is None:
        check_leftovers(s, quantity)  # "some officials were inside"
    check_spelling(s, quantity)
    check_harms(s, quantity)
    check_company(s, quantity)
    check_anywhere(s, quantity)
    return quantity


def _weighs_nothing(s: Sentence, at: int) -> bool:
    """Whether a word that may weigh on a number does not: "as of", "the groups" that are not "groups of"."""
    following = s.words[at + 1 : at + 2]
    return following == ["of"] if s.words[at] == "as" else s.words[at] in GROUPED and following != ["of"]


def _is_roman(s: Sentence, at: int) -> bool:
    """Whether a token is a numeral of capitals, as in "XII Corps"."""
    written = s.tokens.cut(at, at + 1)
    return len(written) > 1 and set(written) <= _ROMAN and not s.tokens.text.isupper()


_ROMAN: Final = frozenset("IVXLC")

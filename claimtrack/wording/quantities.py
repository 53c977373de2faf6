"""Where a text counts something: the number or vague word, its hedges, and the noun it counts."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.figures import FigureKind
from claimtrack.wording import contexts, hedges
from claimtrack.wording import grammar as gr
from claimtrack.wording.grammar import Grammar, match, match_back
from claimtrack.wording.losses import REFUSED, read_losses
from claimtrack.wording.noun_phrases import MONEY, is_of_them, read_noun_phrase
from claimtrack.wording.numbers import Number, is_number, read_number
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set
from claimtrack.wording.years import could_be_year

_MOST_HEDGES: Final = 3
_WITHOUT_NUMBER: Final = frozenset({FigureKind.vague, FigureKind.unquantified})


def find_quantities(s: Sentence) -> list[Quantity]:
    """Every place where a text counts something, in order."""
    flags = s.flags
    found: list[Quantity] = []
    floor = earlier = 0
    start = gr.STARTS
    for at, flag in enumerate(flags):
        if at < floor or not flag & start:
            continue
        last = found[-1] if found else None
        weak = last is not None and _is_weak(last)
        quantity = _read_at(s, at, earlier if weak else floor)
        if quantity is None or not _weighs(s, quantity):
            continue
        if weak and last is not None and quantity.start <= last.start:
            found.pop()
        else:
            earlier = floor
        found.append(quantity)
        floor = max(quantity.noun.end, quantity.end)
    return found


def _is_weak(quantity: Quantity) -> bool:
    """Whether a vague word without a noun may turn out to be part of a hedge ("as many as 50")."""
    noun, extent = quantity.noun, quantity.extent
    if quantity.article:
        return noun.end == quantity.end
    vague = quantity.zero or (extent is not None and extent.kind in _WITHOUT_NUMBER)
    return vague and noun.head < 0 and noun.outcome is None and not quantity.losses


def _weighs(s: Sentence, quantity: Quantity) -> bool:
    """Whether an article or a "no" counts anything: "a soldier" does, "a minimum of" does not."""
    g, words, flags = s.g, s.words, s.flags
    noun = quantity.noun
    if quantity.article:
        if _is_massacre(s, noun.outcome_at) or "rate" in words[noun.start : noun.end]:
            return False  # "a case fatality rate"
        if noun.people or noun.outcome is not None or is_of_them(words, quantity.end):
            return True
        return words[quantity.core] not in g.round_articles and noun.end == quantity.end
    if quantity.extent is not None and quantity.extent.rules[0] == "both":
        return noun.people or noun.outcome is not None or noun.end == quantity.end == len(words)
    if quantity.zero:
        reports = any(flags[at] & gr.REPORT for at in range(quantity.end, min(noun.end, len(flags))))
        return (
            noun.people or noun.outcome is not None or noun.end == quantity.end or not noun.unknown or reports
        )
    return True


def _is_massacre(s: Sentence, at: int) -> bool:
    """Whether an outcome is the French noun, not "massacré", which is spelt alike once it is folded."""
    return at >= 0 and s.words[at] == "massacre" and s.tokens.cut(at, at + 1)[-1] in "eE"


def _read_at(s: Sentence, at: int, floor: int) -> Quantity | None:
    words, flags = s.words, s.flags
    flag = flags[at]
    if flag & gr.VAGUE:
        quantity = _vague(s, at)
        if quantity is not None:
            end = quantity.end
            while end < min(len(words), quantity.end + 3) and flags[end] & (gr.ADJ | gr.LOSS) == gr.ADJ:
                end += 1  # "a large number of military casualties"
            if (
                end < len(words)
                and flags[end] & gr.LOSS
                and quantity.extent is not None
                and quantity.extent.rules[0] in _SOME
                and words[end - 1] != "few"
            ):
                return read_losses(s, end, at)
            return _with_hedges(s, quantity, floor)
    if flag & (gr.NUMBER | gr.DIGIT | gr.ARTICLE):
        quantity = _numbered(s, at, floor)
        if quantity is not None:
            return quantity
    if flag & gr.LOSS:
        return read_losses(s, at, floor)
    return None


def _vague(s: Sentence, at: int) -> Quantity | None:
    g, words = s.g, s.words
    multiple = match(g.multiples, words, at)
    if multiple is not None and multiple[1] < len(words):
        rule, end = multiple
        unit = _unit(g, words[end])
        if unit:
            return Quantity(at, end + 1, hedges.of_multiple(rule, unit))
    vague = match(g.vague, words, at)
    if vague is None:
        return None
    rule, end = vague
    if (
        words[at] == "nombre"
        and at
        and not (s.flags[at - 1] & (gr.STOP | gr.JOIN) or words[at - 1] in _OPENS)
    ):
        return None  # "le nombre de morts", not "nombre de morts sont …"
    if rule == "none" and words[end : end + 1] == ["-"] and s.tokens.glued(end):
        return None
    if words[at] == "many" and words[end : end + 1] == ["more"]:
        return None  # "at least two or perhaps many more"
    if rule == "same":
        return Quantity(at, end, None, WordingReason.several_figures)
    quantity = Quantity(at, end, hedges.of_vague(rule))
    quantity.zero = rule == "none"
    return quantity


_OPENS: Final = frozenset({",", "-", "que", "qu'", "("})


def _unit(g: Grammar, word: str) -> int:
    unit = g.collectives.get(word, 0) or g.plurals.get(word, 0) or g.scales.get(word, 0)
    return unit or (100 if g.hundreds.get(word) == 100 else 0)


def _numbered(s: Sentence, at: int, floor: int) -> Quantity | None:
    g, words, flags = s.g, s.words, s.flags
    if words[at] == "un" and words[at + 1 : at + 2] == ["demi"]:
        return None  # "un demi-million"
    number = read_number(g, words, at)
    if number is None:
        if not flags[at] & gr.ARTICLE:
            return None
        noun = read_noun_phrase(s, at + 1, single=True)
        if words[at] in g.round_articles and not noun.people and noun.outcome is None:
            return None
        number = Number(1, at + 1)
    if isinstance(number, WordingReason):
        quantity = Quantity(at, at + 1, None, number)
        quantity.end = contexts.past_range(g, words, at + 1)
        quantity.noun = read_noun_phrase(s, quantity.end)
        return quantity
    if flags[at] & gr.ARTICLE and number.value == 1 and number.end == at + 1:
        quantity = Quantity(at, at + 1, hedges.of_vague("one"))
        quantity.article = True
        quantity.others = words[at] == "another"
    elif number.decade:
        in_the = at > 1 and words[at - 1] in {"the", "les"}
        extent = hedges.of_decade(number.value) if in_the else None
        quantity = Quantity(at, number.end, extent, None if in_the else WordingReason.not_a_count)
        if in_the and words[at - 2] == "in":
            quantity.start = at - 2
        quantity.noun = read_noun_phrase(s, quantity.end)
        return quantity
    else:
        quantity = Quantity(at, number.end, hedges.of_number(number.value, rounded=number.round))
        quantity.start -= words[at] == "demi" and words[at - 1 : at] == ["un"]
    reason = None if quantity.article and number.end == len(words) else contexts.not_a_count(s, at, number)
    if reason is not None:
        quantity.reason = reason
        quantity.end = contexts.past_range(g, words, quantity.end)
        if not contexts.AGED.isdisjoint(words[max(0, at - 2) : at]):
            quantity.end = contexts.past_list(s, quantity.end)
        quantity.noun = read_noun_phrase(s, quantity.end)
        return quantity
    if not quantity.article or _links_on(g, words, number.end):
        _link(s, quantity, number)
    return _with_hedges(s, quantity, floor)


def _links_on(g: Grammar, words: list[str], at: int) -> bool:
    """Whether "one" or "un" may begin a range or stand before a repeat in brackets."""
    return at < len(words) and (words[at] in g.either or words[at] in g.links or words[at] == "(")


def _link(s: Sentence, quantity: Quantity, number: Number) -> None:
    """Read on to the other end of a range, or to a repeat in brackets."""
    g, words, flags = s.g, s.words, s.flags
    at = number.end
    if at + 1 >= len(words):
        return
    link = words[at]
    if link == "(":
        _repeat(g, words, quantity, at)
        return
    opened = match_back(g.openers, words, quantity.core)
    wanted = g.both_ends[opened[0]] if opened is not None else ""
    if not (link in g.links or link in g.either or (wanted and link == wanted)):
        return
    if link == "-" and flags[at + 1] & gr.DIGIT == 0 and not is_number(g, words, at + 1):
        return
    second = read_number(g, words, at + 1) if is_number(g, words, at + 1) else None
    if not isinstance(second, Number) or second.decade or (flags[at + 1] & gr.ARTICLE and second.value == 1):
        return
    if contexts.not_a_count(s, at + 1, second) is not None:
        dated = link == "-" or link in g.links or opened is not None
        quantity.reason = WordingReason.not_a_count if dated else None
        quantity.end = second.end if quantity.reason else quantity.end
        return
    if link == "-" and could_be_year(number) and second.end == at + 2 and len(words[at + 1]) == 2:
        quantity.end, quantity.reason = second.end, WordingReason.not_a_count  # "the 1992-95 war"
        return
    low, high = number.value, second.value
    if second.unit and 1 <= low < second.value // second.unit and not number.unit:
        low *= second.unit
    extent = hedges.of_range(hedges.of_number(low), hedges.of_number(high))
    quantity.end = second.end
    if extent is None or (low < 1000 <= high and high % 1000 == 0 and high >= 100 * low):
        quantity.reason = WordingReason.disorder if extent is None else WordingReason.alternatives
        return
    quantity.extent = extent
    told = quantity.end >= len(words) or flags[quantity.end] & gr.ENDS
    if opened is not None and (
        _CHANGES & set(words[max(0, opened[1] - 4) : opened[1]])
        or (opened[0] == "from" and told and opened[1])
    ):
        quantity.reason = WordingReason.correction
    if opened is not None:
        quantity.start = quantity.core = opened[1]


def _repeat(g: Grammar, words: list[str], quantity: Quantity, at: int) -> None:
    """Read "vingt-cinq (25)": a repeat must agree."""
    if at + 2 >= len(words) or not is_number(g, words, at + 1):
        return
    repeat = read_number(g, words, at + 1)
    if isinstance(repeat, Number) and words[repeat.end : repeat.end + 2] in _SHARE_ENDS:
        quantity.end = repeat.end + 2  # "228 (72 %) severe cases"
        return
    if not isinstance(repeat, Number) or repeat.end >= len(words) or words[repeat.end] != ")":
        return
    quantity.end = repeat.end + 1
    if quantity.extent is not None and repeat.value != quantity.extent.number:
        quantity.reason = WordingReason.disagreement


def _with_hedges(s: Sentence, quantity: Quantity, floor: int) -> Quantity:
    g, words = s.g, s.words
    if not quantity.zero:
        _hedges_after(g, words, quantity)
    _hedges_before(g, words, quantity, floor)
    if quantity.reason is None and quantity.start and words[quantity.start - 1] in MONEY:
        quantity.reason = WordingReason.money  # "$ at least 12 million"
    quantity.noun = read_noun_phrase(s, quantity.end, single=quantity.article)
    end = quantity.end
    if words[end - 1] == "strong" or (words[end : end + 1] == ["-"] and words[end + 1 : end + 2] in _CREWED):
        quantity.noun.people, quantity.noun.thing = True, False
    if quantity.reason is None and contexts.is_share(s, quantity.noun):
        quantity.reason = WordingReason.percentage
    if quantity.reason is WordingReason.percentage:
        quantity.end = contexts.past_whole(s, max(quantity.end, quantity.noun.end))
        quantity.noun = read_noun_phrase(s, quantity.end)
    quantity.reason = quantity.reason or quantity.noun.reason
    if quantity.reason is None and _may_be_year(s, quantity):
        quantity.reason = WordingReason.not_a_count  # "the 1996 National League MVP"
    if words[quantity.core][-1] == "k" and words[quantity.core][0].isdigit() and not quantity.noun.counts:
        quantity.reason = WordingReason.not_a_count  # "a 12k run"
    return quantity


def _may_be_year(s: Sentence, quantity: Quantity) -> bool:
    """Whether "1996" stands before one person, or before words that no table knows."""
    word, extent, head = s.words[quantity.core], quantity.extent, quantity.noun.head
    if not (len(word) == _YEAR and word.isdigit() and word[:2] in {"19", "20"}):
        return False
    one = head >= 0 and bool(s.flags[head] & gr.SINGLE) and not s.flags[head] & gr.PERSON
    return (one or quantity.noun.unknown) and extent is not None and extent.rules == ("number",)


_CREWED: Final = (["man"], ["member"], ["person"])
_YEAR: Final = 4


def _hedges_after(g: Grammar, words: list[str], quantity: Quantity) -> None:
    while quantity.end < len(words):
        after = match(g.after, words, quantity.end)
        if after is None:
            return
        effect, end = after
        if words[end - 1] == "up" and words[end : end + 1] == ["to"]:
            return
        if effect == "part":
            quantity.reason = WordingReason.percentage
        elif effect == "increment":
            if words[quantity.end] in _OTHERS:
                quantity.others = True
            else:
                quantity.increment = True
        elif quantity.reason is None and not _applied(effect, quantity):
            quantity.reason = WordingReason.alternatives
        quantity.end = end


def _hedges_before(g: Grammar, words: list[str], quantity: Quantity, floor: int) -> None:
    for _ in range(_MOST_HEDGES):
        before = match_back(g.before, words, quantity.start) if quantity.start > floor else None
        if before is None or before[1] < floor:
            break
        effect, start = before
        if words[start : quantity.start] == ["over"] and words[max(0, start - 1)] in _HANDED:
            break  # "handed over 5 hostages"
        beyond = effect == "about" and quantity.extent is not None and quantity.extent.rules[-1] in _BEYOND
        if beyond and words[start].startswith("estim"):
            quantity.start = start  # "a estimé à plus de 150.000 personnes"
            continue
        if effect == "increment":
            quantity.others = quantity.others or words[start] in _OTHERS
            quantity.increment = quantity.increment or words[start] not in _OTHERS
        elif effect in REFUSED:
            quantity.reason = quantity.reason or REFUSED[effect]
        elif quantity.article or quantity.zero:
            if effect != "exact":
                _restart(quantity, effect)
        elif quantity.reason is None and not _applied(effect, quantity):
            quantity.reason = WordingReason.alternatives
        quantity.start = start
    if words[quantity.start] == "les" and quantity.extent is not None:
        _surpass(words, quantity, floor)


def _surpass(words: list[str], quantity: Quantity, floor: int) -> None:
    """Read "dépasse ce jeudi les 20 000 morts" as more than so many."""
    for at in range(quantity.start - 1, max(floor, quantity.start - _ADVERB) - 1, -1):
        if words[at].startswith("depass"):
            _applied("more_than", quantity)
            quantity.start = at
        if not words[at][0].isalpha() or words[at].startswith("depass"):
            return


_HANDED: Final = word_set("handed hand hands handing turned turn turns turning")
_ADVERB: Final = 5
_BEYOND: Final = frozenset({"more than", "at least"})


def _restart(quantity: Quantity, effect: str) -> None:
    """Take "at least one" as a number with a hedge, not as an article."""
    if quantity.zero or not _applied(effect, quantity):
        quantity.reason = WordingReason.alternatives
    quantity.article = False


def _applied(effect: str, quantity: Quantity) -> bool:
    return quantity.extent is not None and hedges.apply(effect, quantity.extent)


_SHARE_ENDS: Final = (["%", ")"], ["percent", ")"])
_CHANGES: Final = word_set(
    """
    revised rose risen rises rise rising increased increases climbed climbs jumped jumps raised
    lowered up went gone grew grown passe passee passes passant passer monte augmente revu revue porte
    portee paso subio aumento elevo elevado subido
    """
)
"""Words of a change: what follows is an old and a new number, not a range."""

_OTHERS: Final = frozenset({"other", "autres", "otros", "otras"})
_SOME: Final = frozenset({"few", "plural"})

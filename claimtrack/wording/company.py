"""Whom else a wording names: others who were hurt, or those who hurt them."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording import grammar as gr
from claimtrack.wording.neighbours import SAYING
from claimtrack.wording.noun_phrases import match_outcome, read_noun_phrase, takes_object
from claimtrack.wording.numbers import looks_like_number
from claimtrack.wording.quantities import Quantity
from claimtrack.wording.refusals import refuse
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_NEAR: Final = 4
_BY: Final = frozenset({"by", "par", "por"})


def check_company(s: Sentence, quantity: Quantity) -> None:
    """Refuse "the mayor and 12 guards", "12 soldiers and their leader": the number leaves someone out."""
    flags, start, end = s.flags, quantity.start, quantity.noun.end
    if start > 1 and flags[start - 1] & gr.JOIN and _ends_in_people(s, start - 2):
        refuse(s, start - 2, quantity.end, WordingReason.several_figures)
    if quantity.noun.outcome is not None or end + 2 > len(flags):
        return
    if _goes_on(s, quantity):
        refuse(s, quantity.start, end + 2, WordingReason.several_figures)
    if not flags[end] & gr.JOIN:
        return
    people = any(flag & (gr.SINGLE | gr.PERSON) for flag in flags[end + 2 : end + 4])
    if people and flags[end + 1] & gr.DET and not any(word in SAYING for word in s.words[end + 3 : end + 6]):
        refuse(s, quantity.start, end + 3, WordingReason.several_figures)


def _goes_on(s: Sentence, quantity: Quantity) -> bool:
    """Whether people without a number follow: "two officers, sergeants and privates"."""
    flags, end = s.flags, quantity.noun.end
    known = quantity.extent is not None and quantity.extent.number is not None
    if s.words[end] == ",":
        listed = any(flag & gr.JOIN for flag in flags[end + 2 : end + 5])
        others = bool(flags[end + 1] & gr.PERSON) and not flags[end + 1] & gr.SINGLE
        return known and listed and others and s.words[end - 1] not in _PLAIN_PEOPLE
    alone = quantity.article and flags[end] & gr.JOIN and not flags[end + 1] & (gr.DET | gr.STARTS)
    return bool(alone) and any(flag & gr.SINGLE for flag in flags[end + 1 : end + 4])


_PLAIN_PEOPLE: Final = word_set(
    """
    people persons civilians victims men women personnes civils victimes hommes femmes personas civiles
    hombres mujeres
    """
)


def _ends_in_people(s: Sentence, last: int) -> bool:
    """Whether the words that end at a token name people: "Colonel Diallo", "a Pakistani major"."""
    flags = s.flags
    for at in range(last, max(-1, last - _NEAR), -1):
        if flags[at] & gr.ARTICLE and at < last:
            return not (at and flags[at - 1] & gr.PREP and s.words[at - 1] not in _AGENTS)
        if flags[at] & (gr.SINGLE if at < last else gr.SINGLE | gr.PERSON):
            return True
        if flags[at] & _NO_NAME or s.words[at].endswith("ed"):
            return False
    return False


_NO_NAME: Final = (
    gr.ENDS | gr.AUX | gr.HAVE | gr.OUTCOME | gr.THING | gr.UNIT | gr.DIGIT | gr.NUMBER | gr.MONTH
    | gr.STOP | gr.VAGUE
)  # fmt: skip
_AGENTS: Final = word_set("by of with par de avec por con to a au")


def check_doer(s: Sentence, quantity: Quantity) -> None:
    """Refuse "40 attackers killed villagers" and "villagers killed by 40 attackers": others were hurt."""
    flags, start, end = s.flags, quantity.start, quantity.noun.end
    if quantity.outcome is not None:
        return
    if start > 1 and s.words[start - 1] in _BY and any(flag & gr.OUTCOME for flag in flags[: start - 1]):
        refuse(s, start - 1, quantity.end)
    apart = False
    for at in range(end, len(flags)):
        outcome = match_outcome(s.g, s.words, at) if flags[at] & gr.OUTCOME else None
        if outcome is None:
            apart = apart or bool(flags[at] & gr.PERSON)
            continue
        passive = apart and flags[at - 1] & gr.AUX
        describes = s.words[at - 1] in _HOW or flags[at - 1] & (gr.DET | gr.PREP | gr.JOIN)
        if passive or (outcome[1] & gr.GOVERNS and not describes and takes_object(s, outcome[2])):
            refuse(s, at, outcome[2])
        apart = apart or bool(flags[at] & gr.PERSON)


_HOW: Final = frozenset({"internally", "forcibly", "newly", "recently"})


def check_unread(s: Sentence, quantity: Quantity) -> None:
    """Refuse "a blue helmet was killed": one of a kind that no table knows came to harm."""
    flags = s.flags
    for at, flag in enumerate(flags) if s.seen & gr.ARTICLE else ():
        if not flag & gr.ARTICLE or quantity.start <= at < quantity.end or at + 1 >= len(flags):
            continue
        noun = read_noun_phrase(s, at + 1, single=True)
        if not noun.unknown:
            continue
        for place in range(noun.end + 1, min(len(flags), noun.end + _NEAR)):
            if flags[place] & gr.OUTCOME and flags[place - 1] & gr.AUX:
                outcome = match_outcome(s.g, s.words, place)
                if outcome is not None and not takes_object(s, outcome[2]):
                    refuse(s, at, outcome[2])


def check_since(s: Sentence, quantity: Quantity) -> None:
    """Refuse "the worst attack since 2013, when 40 died"."""
    before = s.words[: quantity.start]
    if _SINCE.isdisjoint(before):
        return
    at = next((place for place, word in enumerate(before) if word in _SUPERLATIVES), None)
    if at is not None:
        refuse(s, at, quantity.end)


_SUPERLATIVES: Final = word_set(
    """
    worst deadliest bloodiest highest largest biggest heaviest meurtriere meurtrier pire sanglante peor
    mortifero
    """
)
_SINCE: Final = word_set("since depuis desde")


def check_spelling(s: Sentence, quantity: Quantity) -> None:
    """Refuse "fourty-two dead" and "one hundered dead": a word beside the number looks like a number word."""
    for at in (quantity.start - 2, quantity.start - 1, quantity.end, quantity.end + 1):
        if 0 <= at < len(s.words) and not s.flags[at] and looks_like_number(s.g.code, s.words[at]):
            refuse(s, at, quantity.end)

"""Whom else a wording names: others who were hurt, or those who hurt them."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording import grammar as gr
from claimtrack.wording.neighbours import SAYING
from claimtrack.wording.numbers import looks_like_number
from claimtrack.wording.outcome_phrases import in_phrase, match_outcome
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.refusals import refuse
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_NEAR: Final = 4


def check_company(s: Sentence, quantity: Quantity) -> None:
    """Refuse "the mayor and 12 guards", "12 soldiers and their leader": the number leaves someone out."""
    if _joins_on(s, quantity):
        refuse(s, quantity.start - 2, quantity.end, WordingReason.several_figures)
    check_together(s, quantity)
    if quantity.noun.outcome is None and quantity.noun.end + 1 < len(s.words) and _goes_on(s, quantity):
        refuse(s, quantity.start, quantity.noun.end + 2, WordingReason.several_figures)


def _joins_on(s: Sentence, quantity: Quantity) -> bool:
    """Whether people without a number come before: "the mayor and 12 guards", "Abu Bakr and 12 men"."""
    flags, at = s.flags, quantity.start - 1
    while at > 1 and s.words[at] in _BEFORE_KIN and s.words[at - 1] in _AND_OR_BEFORE:
        at -= 1  # "un couple et ses trois enfants", "la mort du maire et de 12 personnes"
    if at < 1:
        return False
    if s.words[at] == "," and s.words[quantity.start] != "au":
        return bool(flags[at - 1] & _PEOPLE) and not in_phrase(s, at - 1, 0)
    if not flags[at] & gr.JOIN:
        return False
    if s.words[at - 1] in _SELF or (s.words[at - 1] == "meme" and s.words[at - 2] == "-"):
        return True  # "killing himself and 12 others"
    if quantity.others or quantity.noun.others or _ends_in_people(s, at - 1):
        return True
    last = at - 1 - (s.words[at - 1] == ",")
    if last >= 0 and s.tokens.is_named(last) and _is_object(s, last):
        return True
    return last >= 0 and s.tokens.is_named(last) and not any(_is_verb(s, place) for place in range(last))


def _is_object(s: Sentence, last: int) -> bool:
    """Whether a name is that of someone harmed: "the killing of Abu Saleh and 12 aides"."""
    at = last
    while at > max(0, last - _NEAR) and s.tokens.is_named(at):
        at -= 1
    return at > 0 and s.words[at] in _HARM_OF and bool(s.flags[at - 1] & gr.OUTCOME)


_HARM_OF: Final = frozenset({"of", "de", "d'"})
_BEFORE_KIN: Final = word_set("his her their ses leurs sus of de d' des")
_AND_OR_BEFORE: Final = _BEFORE_KIN | {"and", "et", "y"}
_SELF: Final = word_set("himself herself themselves itself")


def _is_verb(s: Sentence, at: int) -> bool:
    """Whether a token is, or has the form of, the verb of a clause that goes on with "and 12 were killed"."""
    flag = s.flags[at]
    if flag & gr.OUTCOME:
        return not s.flags[at] & _PEOPLE
    return bool(flag & (gr.AUX | gr.HAVE)) or (not flag and s.words[at].endswith(_VERBAL))


_VERBAL: Final = ("ed", "erent", "aient")
_PEOPLE: Final = gr.PERSON | gr.SINGLE


def _goes_on(s: Sentence, quantity: Quantity) -> bool:
    """Whether people without a number follow: "12 guards and their chief"."""
    flags, words, end = s.flags, s.words, quantity.noun.end
    if words[end] == ",":
        few = quantity.extent is not None and (quantity.extent.high or _MANY) < _MANY
        listed = any(flag & gr.JOIN for flag in flags[end + 2 : end + 5])
        others = bool(flags[end + 1] & gr.PERSON) and not flags[end + 1] & gr.SINGLE
        return few and listed and others and words[end - 1] not in _PLAIN_PEOPLE
    if not flags[end] & gr.JOIN:
        return False
    one = end + 1 + (words[end + 1] in _OF_ONE)
    if one > end + 1 and _names_one(s, one):
        return True  # "l'enlèvement de trois Italiens et d'un Togolais"
    if not flags[end + 1] and s.tokens.is_named(end + 1) and not quantity.governed:
        return True
    if flags[end + 1] & gr.THING and flags[end + 2 : end + 3] and flags[end + 2] & gr.AUX:
        return True  # "12 people and houses were burned"
    if words[end + 1] in _KIN_OF:
        return not flags[min(end + 2, len(flags) - 1)] & (gr.THING | gr.OUTCOME | gr.LOSS)
    for at in range(end + 1, min(len(words), end + _NEAR)):
        if flags[at] & _PEOPLE and flags[end + 1] & gr.DET:
            return not any(word in SAYING for word in words[at + 1 : at + 4])
        if flags[at] & (gr.AUX | gr.HAVE | gr.STARTS | gr.OUTCOME | gr.PERSON):
            return False
        if flags[at] & gr.SINGLE:
            described = flags[at + 1 : at + 2] and flags[at + 1] & (gr.PERSON | gr.THING)
            return not described  # "soldiers and rebel fighters"
    return False


def _names_one(s: Sentence, at: int) -> bool:
    """Whether "un" and a person or a name stand at a token."""
    if at + 1 >= len(s.words) or not s.flags[at] & gr.ARTICLE:
        return False
    return any(s.flags[p] & _PEOPLE or s.tokens.is_named(p) for p in range(at + 1, min(at + 3, len(s.words))))


_OF_ONE: Final = frozenset({"d'", "de"})
_KIN_OF: Final = word_set("his her their son sa ses leur leurs su sus")
"""Before one who is not counted: "a boy and his sister"."""


_MANY: Final = 4
"""From this many people on, "8 officers, sergeants and privates" says who the 8 are."""
_PLAIN_PEOPLE: Final = word_set(
    """
    people persons civilians victims men women personnes civils victimes hommes femmes personas civiles
    hombres mujeres
    """
)


def check_together(s: Sentence, quantity: Quantity) -> None:
    """Refuse "12 guards as well as the mayor", "the mayor died along with 12 guards", "12 and some women"."""
    if _TOGETHER.isdisjoint(s.vocabulary):
        return
    start, end = quantity.start, quantity.noun.end
    if s.words[start - 1] in _WITH and start and _was_harmed(s, start - 1):
        refuse(s, start - 1, quantity.end, WordingReason.several_figures)
    for at in range(len(s.words)):
        if not start <= at < end and s.words[at] in _TOGETHER and _names_more(s, at, quantity):
            refuse(s, at, at + 1, WordingReason.several_figures)


def _names_more(s: Sentence, at: int, quantity: Quantity) -> bool:
    """Whether a word such as "alongside", "others" or "some" leads to people who are not counted."""
    words, flags = s.words, s.flags
    for lead in _LEADS:
        if words[at : at + len(lead)] == lead:
            after = at + len(lead)
            if at == 0 and after == quantity.start and _ends_there(s, quantity):
                return False  # "along with 195 bodies": who else is not said
            return after == quantity.start or any(
                flag & (gr.SINGLE | gr.PERSON) for flag in flags[after : after + _NEAR]
            )
    if words[at] in _WITH and at >= quantity.noun.end and words[at + 1 : at + 2] and words[at + 1] in _KIN_OF:
        return any(flag & gr.SINGLE for flag in flags[at + 2 : at + _NEAR])
    if words[at] in _ONE_MORE:
        return quantity.article and at > quantity.noun.end and bool(flags[at - 1] & (gr.JOIN | gr.ARTICLE))
    if words[at] in _OTHERS:
        hurt = any(flag & gr.OUTCOME for flag in flags[at - 1 : at] + flags[at + 1 : at + _NEAR])
        return hurt and not flags[at] & gr.STARTS
    some = (
        words[at] in _SOME
        and at > quantity.noun.end
        and any(flag & gr.PERSON for flag in flags[at + 1 : at + 2])
    )
    return some and any(flag & gr.OUTCOME for flag in flags[max(0, at - 2) : at])


def _ends_there(s: Sentence, quantity: Quantity) -> bool:
    """Whether nobody else is named behind a count."""
    behind = range(quantity.noun.end, len(s.words))
    return not any(s.flags[at] & (gr.JOIN | gr.STARTS) or s.words[at] == "," for at in behind)


_LEADS: Final = [
    phrase.split()
    for phrase in (
        "as well as", "along with", "alongside", "together with", "de meme que", "ainsi que", "aux cotes de",
        "asi como", "junto con", "junto a", "ademas de",
    )
]  # fmt: skip
_WITH: Final = word_set("with avec con")
_OTHERS: Final = word_set("others autres otros otras")
_ONE_MORE: Final = word_set("another autre otro otra")
_SOME: Final = word_set("some certains certaines algunos algunas unos unas")
_TOGETHER: Final = _WITH | _OTHERS | _ONE_MORE | _SOME | {lead[0] for lead in _LEADS}


def _was_harmed(s: Sentence, end: int) -> bool:
    """Whether somebody came to harm before a token: "the commander was killed with" his men."""
    for at in range(1, end):
        outcome = match_outcome(s.g, s.words, at) if s.flags[at] & gr.OUTCOME else None
        if outcome is not None and (s.flags[at - 1] & gr.AUX or outcome[1] & gr.DOES):
            return True
    return False


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
    """Refuse "fourty-two dead" and "11M": a word that looks like a number and is not read as one."""
    for at in (quantity.start - 2, quantity.start - 1, quantity.end, quantity.end + 1):
        if 0 <= at < len(s.words) and not s.flags[at] and looks_like_number(s.g.code, s.words[at]):
            refuse(s, at, quantity.end)

"""What a count is of: "the families of 12 soldiers" and "the number of attacks rose to 12" count others."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording import grammar as gr
from claimtrack.wording.cases import CASES
from claimtrack.wording.governors import CAPTORS
from claimtrack.wording.leftover_words import NOT_OF
from claimtrack.wording.noun_phrases import past_band, read_noun_phrase
from claimtrack.wording.outcome_phrases import in_phrase
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.refusals import refuse
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_OF: Final = frozenset({"of", "de", "d'", "des", "del"})
_THE: Final = word_set("the these those its their his her our les ces ses leurs los las sus the")
_WHOLE: Final = word_set("of among amongst de parmi sur entre")
_KIN_TO: Final = word_set("father mother parent dad mum mom grandfather grandmother pere mere padre madre")
_KIN: Final = word_set(
    """
    children sons daughters kids brothers sisters siblings wives grandchildren enfants fils filles freres
    soeurs hijos hijas hermanos hermanas
    """
)
_KEPT: Final = word_set("ai eu avons leaves leaving behind by laisse laissant deja dejando")
_COUNTED: Final = word_set(
    """
    number numbers total toll count tally figure sum minimum maximum range group crowd gang mob band
    rally march protest procession gathering demonstration queue
    delegation mission population nombre bilan chiffre somme groupe foule bande cumul manifestation
    rassemblement marche cortege defile
    numero cifra saldo total suma grupo banda multitud minimo maximo ordre orden environs alentours
    """
)
"""Nouns after which a bare number counts people: "a group of 30", "a total of 12"."""
_PEOPLED: Final = word_set(
    """
    population crowd rally march protest gathering demonstration foule manifestation rassemblement multitud
    family famille crew equipage
    """
)
"""Nouns that only people make up."""
_CREWS: Final = word_set(
    "police crew personnel staff passengers victims victimes equipage effectif population"
)
"""People who may be as many as follows: "a crew of 12", "un équipage de trois personnes"."""
_MEMBERS: Final = word_set("one un une uno una l'un none aucun aucune ninguno ninguna")
TOLLS: Final = word_set("number numbers total toll bilan nombre numero cifra chiffre")
"""Nouns that a number tells, and that say what is counted."""


def check_of(s: Sentence, quantity: Quantity) -> None:
    """Refuse "the families of 12 soldiers", "one of the 12", "one in 12": the number counts the others."""
    at = quantity.start - 1
    while at > 0 and s.words[at] in _THE:
        at -= 1
    if at == 0 and s.words[0] in _WHOLE and s.words[quantity.noun.end : quantity.noun.end + 1] == [","]:
        refuse(s, 0, quantity.end)  # "Of the five occupants, two brothers were killed"
    if at < 1:
        return
    word, whole = s.words[at], s.words[at - 1]
    if word in {"in", "sur", "en"} and (s.flags[at - 1] & (gr.NUMBER | gr.DIGIT) or whole in _MEMBERS):
        refuse(s, at - 1, quantity.end)
    if word in _OF:
        band = past_band(s, quantity.start)
        if 1 < band < at and s.words[band - 1] in _OF and s.flags[band - 2] & gr.SINGLE:
            refuse(s, band - 2, quantity.end)  # "le chef d'un groupe de 12 hommes"
        owner = at - 1
        while owner > 0 and s.g.head_first and s.flags[owner] & gr.ADJ:
            owner -= 1
        flag = s.flags[owner]
        if s.words[owner] in NOT_OF or flag & (gr.VAGUE | gr.NUMBER | gr.ARTICLE):
            refuse(s, owner, quantity.end)
        counted = quantity.noun.people or quantity.noun.outcome is not None or quantity.outcome is not None
        if not (counted or flag & ~gr.ENDS or s.words[owner] in _COUNTED):
            refuse(s, owner, quantity.end)  # "a radius of 30"
        others = flag & (gr.PERSON | gr.SINGLE) and not flag & (gr.LOSS | gr.OUTCOME)
        if others and s.words[owner] not in _CREWS | CASES and not _is_held(s, whole, quantity):
            refuse(s, owner, quantity.end)


def _is_held(s: Sentence, captors: str, quantity: Quantity) -> bool:
    """Whether a count is of those whom captors hold, and no harm is told that may be theirs."""
    return captors in CAPTORS and not any(flag & gr.OUTCOME for flag in s.flags[quantity.noun.end :])


def check_kin(s: Sentence, quantity: Quantity) -> None:
    """Refuse a number of somebody's kin: "a father to two", "who had four children", "leaves two sons"."""
    noun, at = quantity.noun, quantity.start - 1
    if at < 0:
        return
    if s.words[at] == "to" and s.words[at - 1] in _KIN_TO:
        refuse(s, at - 1, quantity.end)
    if noun.head < 0 or s.words[noun.head] not in _KIN or noun.outcome is not None:
        return
    listed = s.words[at] == "s" or (s.words[at] == "," and s.flags[at - 1] & gr.SINGLE)
    told = noun.end < len(s.words) and s.flags[noun.end] & (gr.OUTCOME | gr.FATE)
    if (
        (listed or s.flags[at] & gr.HAVE or s.words[at] in _KEPT)
        and (at or s.flags[0] & gr.HAVE)
        and not told
    ):
        refuse(s, at, noun.end)


def check_people(s: Sentence, quantity: Quantity) -> None:
    """Refuse "multiplied by five since 2016": a number of nobody, among words that tell of other things."""
    noun, told = quantity.noun, gr.PERSON | gr.SINGLE | gr.OUTCOME
    if noun.people or noun.outcome is not None or quantity.outcome is not None or s.seen & told:
        return
    if _meets_fate(s, quantity):
        return
    if s.words[quantity.start - 1] in _OF and s.words[quantity.start - 2] in _PEOPLED:
        return
    for at, word in enumerate(s.words):
        if word in _SOURCES:
            return
        other = not s.flags[at] and word[0].isalpha() and not s.tokens.is_named(at)
        inside = quantity.start <= at < quantity.end or in_phrase(s, at, 0)
        if (other or s.flags[at] & gr.THING) and not inside:
            refuse(s, at, at + 1, WordingReason.not_people)


def _meets_fate(s: Sentence, quantity: Quantity) -> bool:
    """Whether a number or "many" meets what only people meet: "many had been asleep", "trapping many"."""
    if quantity.start and s.flags[quantity.start - 1] & gr.FATE:
        return quantity.extent is not None and quantity.extent.number is None
    end = quantity.noun.end
    helpers = gr.AUX | gr.HAVE
    if s.words[quantity.end : quantity.end + 4] == ["of", "them", "to", "safety"]:
        return True
    return any(
        s.flags[at] & gr.FATE and s.flags[at - 1] & helpers for at in range(end, min(len(s.words), end + 4))
    )


_SOURCES: Final = word_set("selon according segun apres")


def check_number_of(s: Sentence, quantity: Quantity) -> None:
    """Refuse "brings to nine the number of attacks": a noun that is no people says what is counted."""
    noun = quantity.noun
    if noun.end > quantity.end or noun.outcome is not None or TOLLS.isdisjoint(s.vocabulary):
        return
    for at in range(len(s.words) - 2):
        outside = not quantity.start <= at < quantity.end
        if s.words[at] in TOLLS and s.words[at + 1] in _OF and outside and s.words[at - 1] != "au":
            counted = read_noun_phrase(s, at + 1)
            if counted.thing or counted.unknown:
                refuse(s, at, counted.end, WordingReason.not_people)

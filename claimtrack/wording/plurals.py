"""People without a number: "soldiers were killed", "des blessés", "deaths"."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording import hedges
from claimtrack.wording.noun_phrases import NounPhrase, read_noun_phrase
from claimtrack.wording.outcome_phrases import match_outcome, read_outcome
from claimtrack.wording.outcomes import assign_outcomes
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_LIVES: Final = frozenset({"lives", "vies", "vidas"})
_OF: Final = frozenset({"of", "de", "d'", "des"})
_LISTS: Final = word_set(
    """
    number numbers list names toll count figure figures identities identity fate nombre chiffre
    liste noms identite identites sort numero cifra lista nombres
    """
)
_KIN: Final = word_set(
    """
    families family relatives homes houses widows wives mothers parents friends familles proches parents
    maisons veuves familias familiares viudas
    """
)
_COUNTED: Final = _LISTS | _KIN
_SINGULAR: Final = frozenset({"le", "du", "au", "el", "del"})
_AMONG: Final = word_set("among amongst parmi entre")
_REACH: Final = 7


def bare_plural(s: Sentence) -> Quantity | None:
    """Read a plural of people with an outcome as at least two; `None` where there is none."""
    for at, flag in enumerate(s.flags):
        if not (_is_plural(s, at, flag) or _is_some(s, at)):
            continue
        if _is_of_others(s, at):
            return None
        rule = "losses" if s.words[at] in _LIVES else "plural"
        quantity = Quantity(at, at, hedges.of_vague(rule))
        quantity.noun = NounPhrase(at + 1) if _is_some(s, at) else read_noun_phrase(s, at)
        assign_outcomes(s, [quantity])
        quantity.outcome = quantity.outcome or _among(s, quantity.noun)
        told = quantity.outcome is not None and not _is_of_another(s, quantity.noun)
        some = -1 if told else _some_before(s, at)
        if some >= 0:
            quantity.start = quantity.core = some
            quantity.end, quantity.noun.people = max(at + 1, quantity.noun.end), True
            return quantity
        if told:
            quantity.end = at + 1
            quantity.noun = NounPhrase(at)
            quantity.noun.people = True
            return quantity
    return None


def _is_some(s: Sentence, at: int) -> bool:
    """Whether "some" or "beaucoup" stands alone before its verb: "some were killed"."""
    if s.words[at] not in _SOME or at + 1 == len(s.words):
        return False
    if not (s.flags[at + 1] & (gr.AUX | gr.HAVE) or s.words[at + 1] in _DID):
        return False
    return at == 0 or bool(s.flags[at - 1] & gr.JOIN) or s.words[at - 1] in _BEFORE_SOME


_BEFORE_SOME: Final = word_set(", dont que qu' that where when")
_DID: Final = word_set(
    """
    took went came fell ran said lost left told saw made got died fled began held stood sat slept wore kept
    brought threw fought hid tried managed jumped escaped survived suffered
    """
)
"""Verbs by which "some" is told to be people: "some took shelter"."""


_SOME: Final = word_set("some certains certaines beaucoup algunos algunas muchos muchas")


def _some_before(s: Sentence, at: int) -> int:
    """Where "some" begins that says that there were people: "some officials were inside"; else -1."""
    words, flags = s.words, s.flags
    if words[at] in _SOME:
        return at if _TO_THINGS.isdisjoint(words[at + 1 : at + _REACH]) else -1
    if flags[at] & gr.SINGLE and not flags[at] & gr.PERSON:
        return -1
    if flags[at + 1 : at + 2] and flags[at + 1] & gr.THING and not s.g.head_first:
        return -1  # "some soldiers' vehicles"
    apart = _NO_PHRASE | gr.ENDS | (gr.THING if s.g.head_first else 0)
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if words[place] in _SOME:
            return place
        if flags[place] & apart and not (flags[place] & gr.DET or words[place] in _OF):
            return -1
    return -1


_TO_THINGS: Final = word_set(
    """
    destroyed damaged looted torched built made sold demolished vandalized vandalised smashed parked detruits
    detruites endommages endommagees incendies incendiees pilles pillees saccages saccagees construits brules
    """
)
"""What is done to things: "some were destroyed" says nothing of people."""
_NO_PHRASE: Final = gr.STOP | gr.AUX | gr.HAVE | gr.PREP | gr.OUTCOME | gr.JOIN


def _is_of_another(s: Sentence, noun: NounPhrase) -> bool:
    """Whether one person stands before the verb: "police search for a boy feared kidnapped"."""
    if noun.outcome is not None:
        return False
    for at in range(noun.end, min(len(s.words), noun.end + 2 * _REACH)):
        if s.flags[at] & gr.SINGLE and not s.flags[at] & gr.PERSON:
            return True
        if s.flags[at] & gr.OUTCOME and match_outcome(s.g, s.words, at) is not None:
            return False
    return False


def _is_plural(s: Sentence, at: int, flag: int) -> bool:
    """Whether a token names several people: "soldiers", "blessés" that is no verb."""
    if at and (s.flags[at - 1] & (gr.AUX | gr.ARTICLE) or s.words[at - 1] in _SINGULAR):
        return False
    read = (read_outcome(s, at) or match_outcome(s.g, s.words, at)) if flag & gr.OUTCOME else None
    if read is not None:
        named = read[1] & gr.NOUN and not read[1] & gr.SUM
        return bool(named) and s.words[at].endswith(("s", "dead", "wounded"))
    return bool(flag & gr.PERSON) and not flag & gr.SINGLE


def _among(s: Sentence, noun: NounPhrase) -> str | None:
    """The outcome of "civilians were among the dead"."""
    for at in range(noun.end, min(len(s.words) - 2, noun.end + _REACH)):
        if s.words[at] in _AMONG:
            place = at + 1 + bool(s.flags[at + 1] & gr.DET)
            read = match_outcome(s.g, s.words, place) if s.flags[place] & gr.OUTCOME else None
            return None if read is None else read[0]
    return None


def _is_of_others(s: Sentence, noun: int) -> bool:
    """Whether only a list or the kin of the people is named: "the number of people killed"."""
    for at in range(noun - 1, max(0, noun - _REACH), -1):
        if s.words[at] in _OF:
            counted = s.flags[at - 1] & (gr.ARTICLE | gr.NUMBER) and s.words[at - 1] not in _SOME
            return bool(counted) or not _COUNTED.isdisjoint(s.words[max(0, at - 2) : at])
        if s.flags[at] & (gr.STOP | gr.HAVE) or s.words[at] == ",":
            break
    return False

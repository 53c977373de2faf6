"""Losses without a number: "heavy losses", "human and material losses"."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording import grammar as gr
from claimtrack.wording import hedges
from claimtrack.wording.grammar import match_back
from claimtrack.wording.noun_phrases import NounPhrase
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set


def read_losses(s: Sentence, at: int, floor: int) -> Quantity | None:
    """Read "heavy human and material losses": some, and people only if the words allow it."""
    g, words, flags = s.g, s.words, s.flags
    start = at
    if words[at + 1 : at + 2] == [":"] or (words[at] == "loss" and words[at + 1 : at + 2] != ["of"]):
        return None
    if at > 1 and words[at - 2] in _COUNT_OF and words[at - 1] in _OF:
        return None
    if (
        words[at + 1 : at + 2]
        and words[at + 1] in _OF_SO_MANY
        and any(flag & (gr.NUMBER | gr.DIGIT) for flag in flags[at + 2 : at + 6])
    ):
        return None
    while start > floor and (
        flags[start - 1] & (gr.ADJ | gr.JOIN)
        or words[start - 1] in _OF_PEOPLE | _OF_THINGS
        or (words[start - 1] in _DEGREES and flags[start] & gr.ADJ)
    ):
        start -= 1
    while start < at and (words[start] in _LEADING or (flags[start] & gr.JOIN and not flags[start] & gr.ADJ)):
        start += 1
    end = at + 1
    near = set(words[start:at]) | set(words[end : end + 4])
    things = bool(near & _OF_THINGS)
    people = bool(near & _OF_PEOPLE)
    quantity = Quantity(start, end, hedges.of_vague("material losses" if things and not people else "losses"))
    quantity.core = at
    quantity.losses = True
    for at_end in range(end, min(len(words), end + 5)):
        if words[at_end] in _OF_PEOPLE | _OF_THINGS:
            end = at_end + 1
        elif words[at_end] not in _BETWEEN:
            break
    quantity.end = end
    quantity.noun = NounPhrase(end)
    quantity.noun.people = people or not things
    before = match_back(g.before, words, start) if start > floor else None
    if before is not None and before[0] in REFUSED:
        quantity.reason = REFUSED[before[0]]
    return quantity


REFUSED: Final = {"refused": WordingReason.correction, "unclear": WordingReason.alternatives}
"""What a hedge that no rule reads says against a count."""

_OF: Final = frozenset({"of", "de"})
_OF_SO_MANY: Final = frozenset({"of", "de", "d'"})
_COUNT_OF: Final = frozenset({"number", "nombre", "numero"})

_BETWEEN: Final = frozenset({"en", "et", "and", "in", "of"})
_DEGREES: Final = word_set(
    """
    unusually particularly relatively especially exceptionally extremely extraordinarily rather fairly
    reportedly quite unprecedentedly increasingly particulierement relativement extremement assez
    exceptionnellement
    """
)
_LEADING: Final = frozenset({"the", "of", "sustained", "military", "civilian"})
_OF_PEOPLE: Final = word_set(
    """
    human humaines humaine humanas humana life lives vies vie vidas vida men hommes hombres personnel
    civilian civil civiles
    """
)
_OF_THINGS: Final = word_set(
    """
    material materials materiel materiels materielle materielles materiales equipment economic
    economiques financial financieres property
    """
)

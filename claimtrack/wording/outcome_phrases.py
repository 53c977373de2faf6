"""The words that name an outcome: how far a phrase goes, and what it has as its object."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.grammar import Grammar
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_MOST_JOINED: Final = 3


def read_outcome(s: Sentence, at: int) -> tuple[str, int, int] | None:
    """Read an outcome at a token, two joined ones as one: name, roles, end."""
    g, words, flags = s.g, s.words, s.flags
    first = match_outcome(g, words, at)
    if first is None:
        return None
    name, roles, end = first
    for _ in range(_MOST_JOINED):
        if end + 1 >= len(words) or not (
            (flags[end] & gr.JOIN or words[end] == "/" or _lists(s, end)) and flags[end + 1] & gr.OUTCOME
        ):
            break
        second = match_outcome(g, words, end + 1)
        if second is None or (
            second[1] & gr.GOVERNS
            and not (roles & gr.GOVERNS or (roles & gr.NOUN and _describes(flags, second[2])))
            and takes_object(s, second[2])
        ):
            break
        if second[1] & gr.SUM or roles & gr.SUM or not _alike(roles, second[1]):
            break
        if (
            roles & gr.GOVERNS
            and second[1] & gr.GOVERNS
            and takes_object(s, second[2])
            and _after_number(flags, at)
        ):
            break
        name = join_outcomes(name, second[0])
        roles &= second[1]
        end = second[2]
    return name, roles, end


def _lists(s: Sentence, at: int) -> bool:
    """Whether a comma goes on with outcomes: "tuées, blessées ou enlevées"."""
    return s.words[at] == "," and at + 2 < len(s.words) and bool(s.flags[at + 2] & gr.JOIN)


def _describes(flags: list[int], end: int) -> bool:
    """Whether people follow at once, as in "several dead and wounded civilians"."""
    return end < len(flags) and bool(flags[end] & gr.PERSON)


def _after_number(flags: list[int], at: int) -> bool:
    return at > 0 and bool(flags[at - 1] & (gr.NUMBER | gr.DIGIT | gr.PERSON))


def _alike(a: int, b: int) -> bool:
    return bool(a & b & (gr.NOUN | gr.STATE | gr.GOVERNS | gr.DOES | gr.OF))


def match_outcome(g: Grammar, words: list[str], at: int) -> tuple[str, int, int] | None:
    """The longest outcome phrase that begins at a token: name, roles, end."""
    word = words[at]
    alone = g.alone.get(word)
    if alone is not None:
        return alone[0], alone[1], at + 1
    entries = g.outcomes.get(word)
    if entries is None:
        return None
    roles, name, found = 0, "", -1
    for rest, (called, role) in entries:
        end = at + 1 + len(rest)
        if found >= 0 and end < found:
            break
        if not rest or words[at + 1 : end] == rest:
            if found < 0:
                name, found = called, end
            if called == name:
                roles |= role
    return None if found < 0 else (name, roles, found)


_ORDER: Final = ("killed", "wounded", "captured", "missing", "displaced", "abducted")


def join_outcomes(a: str, b: str) -> str:
    """Two outcomes counted together, in one name ("casualties" is killed or wounded)."""
    names = set(_parted(a)) | set(_parted(b))
    if names == {"killed", "wounded"}:
        return "casualties"
    return " or ".join(name for name in _ORDER if name in names)


def _parted(name: str) -> tuple[str, ...]:
    return ("killed", "wounded") if name == "casualties" else tuple(name.split(" or "))


def takes_object(s: Sentence, at: int) -> bool:
    """Whether what follows a verb is the people it acts on."""
    words, flags = s.words, s.flags
    if at < len(words) and words[at] in _MOST:
        return True
    for place in range(at, min(len(words), at + _LONGEST_HEDGE)):
        if flags[place] & (gr.NUMBER | gr.DIGIT):
            hedge = gr.match_back(s.g.before, words, place)
            if place == at or (hedge is not None and hedge[1] <= at):
                return not (place + 1 < len(words) and flags[place + 1] & (gr.UNIT | gr.MONTH))
            break
    while (
        at < len(words) and flags[at] & gr.PASS and not flags[at] & (gr.DET | gr.PREP | gr.STARTS | gr.JOIN)
    ):
        at += 1
    if at >= len(words):
        return False
    flag = flags[at]
    if flag & (gr.PERSON | gr.SINGLE):
        return True
    if words[at] in _SOME and at + 1 < len(words) and flags[at + 1] & gr.PERSON:
        return True
    if flag & gr.VAGUE and (gr.match(s.g.vague, words, at) or gr.match(s.g.multiples, words, at)):
        return True
    if flag & (gr.DET | gr.ARTICLE):
        return not (at + 1 < len(words) and flags[at + 1] & gr.UNIT)
    return False


_LONGEST_HEDGE: Final = 6
_MOST: Final = word_set("most many half both everyone everybody plupart beaucoup moitie mayoria muchos mitad")
_SOME: Final = frozenset({"des", "de", "d'", "a"})
"""What leads up to people without a number: "tué des civils", "mató a civiles"."""


def in_phrase(s: Sentence, at: int, floor: int) -> bool:
    """Whether a token belongs to a phrase that a preposition opens: "by gunmen", "near the mayor's house"."""
    for place in range(at - 1, max(floor - 1, at - 1 - _PHRASE_REACH), -1):
        if s.flags[place] & gr.PREP:
            return True
        if s.flags[place] & (gr.AUX | gr.HAVE | gr.STOP) or s.words[place] == "," or _acts(s, place):
            return False
    return False


def _acts(s: Sentence, at: int) -> bool:
    """Whether a token is a verb with an object, which ends a phrase: "in Iraq seize a contractor"."""
    if s.words[at] in _LEAVES:
        return True
    if not s.flags[at] & gr.OUTCOME or (at and s.flags[at - 1] & (gr.AUX | gr.PREP | gr.DET)):
        return False
    read = match_outcome(s.g, s.words, at)
    return read is not None and bool(read[1] & gr.GOVERNS) and not read[1] & gr.NOUN


_LEAVES: Final = word_set("seize seizes leaves leaving leave laisse laissant laissent deja dejando dejan")
_PHRASE_REACH: Final = 8


def is_of_things(s: Sentence, at: int) -> bool:
    """Whether what befalls people and things alike is told of things: "several houses were burned"."""
    if s.words[at] not in _OF_THINGS or at < 2 or not s.flags[at - 1] & gr.AUX:
        return False
    return bool(s.flags[at - 2] & gr.THING)


_OF_THINGS: Final = word_set("burned burnt evacuated lost hit brules brulees touches touchees")

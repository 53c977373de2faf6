"""What governs a count from the left: "killed 12", "the murder last week of four", "the toll rose to 12"."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.outcome_phrases import join_outcomes, match_outcome
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_LEFT: Final = 7
_TOLL: Final = 18
_NUMBER_OF: Final = frozenset({"number", "nombre", "numero"})
_BY: Final = frozenset({"by", "par", "por", "from", "in", "on"})
OF: Final = word_set("of de d' des a among to al del")
"""What may stand between a noun and those it counts."""
CAPTORS: Final = word_set("kidnappers captors abductors ravisseurs secuestradores")
"""What is told of "the kidnappers of 12 students" is no harm to the 12."""
_AMONG: Final = frozenset({"among", "amongst", "parmi", "entre"})
"""Before "the dead were 15 soldiers": the count is a part of them."""


def governor(s: Sentence, quantity: Quantity, earlier: Quantity | None) -> str | None:
    """The outcome of the verb or noun that governs a count from the left."""
    words, flags = s.words, s.flags
    floor = earlier.noun.end if earlier is not None and earlier.reason is None else 0
    if earlier is not None and earlier.zero and not _AMONG.isdisjoint(words[floor : quantity.start]):
        return None  # "no losses of life among the 12 passengers"
    at = quantity.start - 1
    if at > floor and flags[at] & gr.AUX and flags[at - 1] & gr.OUTCOME:
        inverted = match_outcome(s.g, words, at - 1)
        if inverted is not None and not _AMONG.isdisjoint(words[max(floor, at - 5) : at]):
            quantity.part = True
            return inverted[0]
    lowest = max(floor, quantity.start - _LEFT)
    while at >= lowest:
        read = _outcome_before(s, at, lowest)
        if read is not None:
            return read
        if not flags[at] & gr.PASS:
            break
        at -= 1
    if quantity.start and words[quantity.start - 1] in OF:
        if words[quantity.start - 2] in CAPTORS:
            return "abducted"
        return _noun_of(s, quantity, floor)
    return _toll(s, quantity, floor)


def _noun_of(s: Sentence, quantity: Quantity, floor: int) -> str | None:
    """The outcome of "the murder last week of four candidates"."""
    g, words, flags = s.g, s.words, s.flags
    for at in range(quantity.start - 2, max(floor, quantity.start - _TOLL) - 1, -1):
        if flags[at] & (gr.STOP | gr.PERSON | gr.AUX | gr.HAVE) or words[at] == ",":
            break
        if flags[at] & gr.OUTCOME:
            entries = g.outcomes[words[at]]
            named = next(
                (name for rest, (name, roles) in entries if roles & gr.OF and rest in ([], ["of"], ["de"])),
                None,
            )
            if named is not None:
                return named
            break
    return _toll(s, quantity, floor)


def _outcome_before(s: Sentence, at: int, lowest: int) -> str | None:
    g, words, flags = s.g, s.words, s.flags
    for start in range(at, max(lowest, at - 4) - 1, -1):
        if not flags[start] & gr.OUTCOME:
            continue
        read = match_outcome(g, words, start)
        if read is None or read[2] != at + 1:
            continue
        name, roles, end = read
        verb_first = g.code == "es" and not flags[end] & gr.JOIN and _leads(flags, start, roles)
        if not (verb_first or roles & gr.GOVERNS or (roles & gr.OF and _of_follows(words, end))):
            continue
        if roles & gr.GOVERNS and not roles & gr.OF and words[end : end + 1] == ["of"]:
            continue
        if start - 2 >= lowest and flags[start - 1] & gr.JOIN and flags[start - 2] & gr.OUTCOME:
            other = match_outcome(g, words, start - 2)
            if other is not None and other[1] & roles:
                return join_outcomes(other[0], name)
        if start and (flags[start - 1] & gr.AUX if roles & gr.STATE else words[start - 1] == "to"):
            return name if g.code == "es" and roles & gr.STATE else None
        return name
    return None


def _leads(flags: list[int], start: int, roles: int) -> bool:
    """Whether a verb may stand before its subject: "murieron tres", "fueron secuestradas doce"."""
    return bool(roles & gr.DOES or (roles & gr.STATE and start and flags[start - 1] & gr.AUX))


def _of_follows(words: list[str], end: int) -> bool:
    return words[end - 1] in OF or (end < len(words) and words[end] in OF)


def _toll(s: Sentence, quantity: Quantity, floor: int) -> str | None:
    g, words, flags = s.g, s.words, s.flags
    if quantity.start and words[quantity.start - 1] in _BY:
        return None
    named: str | None = None
    for at in range(quantity.start - 1, max(floor, quantity.start - _TOLL) - 1, -1):
        flag = flags[at]
        if (flag & gr.STOP and words[at] != ":") or (quantity.article and words[at] == ","):
            return None
        if words[at] in _NUMBER_OF and words[at + 1] in OF and named is not None:
            return named
        if flag & gr.OUTCOME:
            read = match_outcome(g, words, at)
            if read is not None and read[1] & (gr.STATE | gr.DOES):
                named = read[0]
            if read is not None and read[1] & gr.SUM:
                longer = match_outcome(g, words, at - 1) if at else None
                return longer[0] if longer is not None and longer[2] > at else read[0]
    return None

"""What a count takes from the one before it: its outcome, its being a part, its being no addition."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.noun_phrases import THEM, is_of_them
from claimtrack.wording.outcome_phrases import match_outcome
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set
from claimtrack.wording.totals import adjoins, part_before

SAYING: Final = word_set("said say says saying told reported reports confirmed announced added")
"""Verbs of saying: their subject speaks, and is not counted among the dead."""


def is_source(s: Sentence, start: int) -> bool:
    """Whether "according to", "selon" or "d'après" leads up to a token."""
    words = s.words
    if not start or words[start - 1] not in _SOURCES:
        return False
    return words[start - 1] in {"selon", "segun"} or words[max(0, start - 2)] in {"according", "d'"}


_SOURCES: Final = frozenset({"selon", "segun", "to", "apres"})


def place_among(s: Sentence, placed: tuple[Quantity, Quantity | None, Quantity | None]) -> None:
    """Settle what a count takes from the one before it, and from the last one with an outcome."""
    words = s.words
    quantity, last, before = placed
    quantity.part = quantity.part or part_before(s, quantity) or is_of_them(words, quantity.end)
    if before is None or last is None:
        return
    fate = s.flags[max(quantity.end, quantity.noun.head) : quantity.noun.end + 1]
    own = quantity.outcome is not None or any(flag & gr.FATE for flag in fate)  # "and two men escaped"
    joined = not own and _joined(s, last, quantity)
    listed = joined and last.reason is None and (last.governed or last.part)
    if not own and not listed and _is_among(s, last, quantity):
        quantity.part, quantity.outcome = True, last.outcome
    elif not own and not listed and _gapped(s, before if last.noun.thing else last, quantity):
        quantity.outcome, quantity.aside = before.outcome, True
    if listed and (quantity.noun.people or quantity.noun.end == quantity.end or last.part):
        quantity.outcome, quantity.governed = last.outcome, last.governed
        quantity.part = quantity.part or last.part
    if last.part and last.article and quantity.article and _is_apposed(words, last, quantity):
        quantity.part, quantity.outcome = True, None
        return
    if last.part and quantity.outcome in {None, last.outcome} and adjoins(s, last, quantity):
        quantity.part = True
    if quantity.part and quantity.outcome is None and not quantity.noun.thing:
        quantity.outcome = before.outcome
    if quantity.increment and before.outcome != quantity.outcome and quantity.outcome is not None:
        quantity.increment = False


def _is_among(s: Sentence, last: Quantity, quantity: Quantity) -> bool:
    """Whether a count is one of "among the 45 killed were 12 women", "of the 45 killed, 12 were women"."""
    between = range(last.noun.end, quantity.start)
    lead = s.words[max(0, last.start - 2) : last.start]
    if last.outcome is None or last.losses or not 0 < len(between) <= 3 or _AMONG.isdisjoint(lead):
        return False
    return all(s.words[at] == "," or s.flags[at] & gr.AUX for at in between)


_AMONG: Final = word_set("among amongst of parmi entre")


def _gapped(s: Sentence, last: Quantity, quantity: Quantity) -> bool:
    """Whether a count leaves out the verb of the last one: "10 died in Gao, four in Kidal and one in Ber"."""
    words, flags, start, after = s.words, s.flags, quantity.start, quantity.noun.end
    between = range(last.noun.end, start)
    if last.reason is not None or last.outcome is None or quantity.noun.thing or not 0 < len(between) <= _GAP:
        return False
    apart = gr.PERSON | gr.SINGLE | gr.STOP | gr.VAGUE
    if any((flags[at] & apart and not flags[at] & gr.OUTCOME) or words[at] in SAYING for at in between):
        return False
    lead = start - 2 if words[start - 1] in _ALSO else start - 1
    if after >= len(words) or words[after] in _CLOSES:
        return bool(flags[lead] & gr.JOIN) and quantity.noun.people and (last.aside or last.governed)
    return bool(flags[lead] & gr.JOIN or words[lead] in _PAUSES) and words[after] in _WHERE


_GAP: Final = 16
_ALSO: Final = word_set("also aussi egalement tambien")
_CLOSES: Final = frozenset(",.;")
_PAUSES: Final = frozenset(",-")
_WHERE: Final = word_set("in at near on from a au dans en pres sur")


def _is_apposed(words: list[str], last: Quantity, quantity: Quantity) -> bool:
    """Whether a count says who the last one is: "one of them a child"."""
    return all(word in THEM for word in words[last.noun.end : quantity.start])


def _joined(s: Sentence, last: Quantity, quantity: Quantity) -> bool:
    words, flags = s.words, s.flags
    between = range(last.noun.end, quantity.start)
    after = quantity.noun.end
    if after < len(words) and (words[after] in SAYING or _helps(s, after)):
        return False
    if after == quantity.end and 0 < len(between) <= 8 and flags[quantity.start - 1] & gr.JOIN:
        return not any(
            flags[at] & (gr.STOP | gr.PERSON)
            or _helps(s, at)
            or (flags[at] & gr.OUTCOME and match_outcome(s.g, words, at) is not None)
            for at in between
        )
    return (
        len(between) <= 4
        and any(flags[at] & gr.JOIN or words[at] == "," for at in between)
        and all(flags[at] & (gr.JOIN | gr.DET | gr.PASS) or words[at] == "," for at in between)
    )


def _helps(s: Sentence, at: int) -> bool:
    """Whether a form of "be" or "have" stands at a token, and not an "à" that is spelt as "a" is."""
    return bool(s.flags[at] & (gr.AUX | gr.HAVE)) and s.tokens.cut(at, at + 1) not in {"à", "À"}

"""A total and its parts in one wording: "12 dead, including 3 children" is 12."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingError, WordingReason
from claimtrack.figures import FigureKind
from claimtrack.wording import grammar as gr
from claimtrack.wording.cases import CASES
from claimtrack.wording.grammar import match_back
from claimtrack.wording.noun_phrases import past_band
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_NAMELY: Final = word_set("( : namely savoir soit - incluyendo saber")


def without_parts(s: Sentence, counts: list[Quantity]) -> list[Quantity]:
    """The counts without those that are part of the one before them.

    Raises:
        WordingError: If a part is larger than its total, or the parts of a breakdown do not add up.
    """
    if len(counts) > 2 and _adds_up(s, counts):
        return counts[:1]
    kept: list[Quantity] = []
    parts: list[Quantity] = []
    for count in counts:
        whole = kept[-1] if kept else None
        listed = bool(parts) and adjoins(s, parts[-1], count)
        listed = listed or (bool(parts) and parts[0].article and _lists_on(s, parts[-1], count))
        listed = listed or (whole is not None and _is_bracketed(s, whole, count))
        few = 0 < len(parts) < _MOST_PARTS and not listed
        listed = listed or (few and whole is not None and _completes(s, whole, [*parts, count]))
        part = (count.part or listed) and not (len(parts) == 1 and _closes(s, parts[-1], count))
        if whole is None or not part or not _same_fate(s, whole, count):
            kept.append(count)
            parts = []
            continue
        parts.append(count)
        if _exceeds(count, whole):
            kept.append(count)
        if _larger(count, whole):
            raise WordingError(
                s.tokens.text, WordingReason.disagreement, s.tokens.span(whole.start, count.end)
            )
    return kept


def _completes(s: Sentence, whole: Quantity, parts: list[Quantity]) -> bool:
    """Whether the last part makes up the whole: "62 blessés, dont 23 à Paris, et 39 en province"."""
    numbers = [part.extent.point for part in parts if part.extent is not None]
    exact = whole.extent.number if whole.extent is not None else None
    if exact is None or None in numbers or parts[-1].increment:
        return False
    together = sum(number for number in numbers if number is not None)
    last = parts[-1]
    bare = last.noun.end == last.end and last.outcome is None and s.flags[last.start - 1] & gr.JOIN
    return together == exact or bool(bare and together < exact)


def _lists_on(s: Sentence, part: Quantity, count: Quantity) -> bool:
    """Whether a part that is one person is listed on: "dont un membre d'une ONG et un infirmier"."""
    between = range(part.noun.end, count.start)
    apart = gr.AUX | gr.HAVE | gr.STOP | gr.OUTCOME | gr.NUMBER | gr.DIGIT
    near = 0 < len(between) <= _REACH and bool(s.flags[count.start - 1] & gr.JOIN)
    return near and not any(s.flags[at] & apart or s.words[at] == "," for at in between)


def _is_bracketed(s: Sentence, whole: Quantity, one: Quantity) -> bool:
    """Whether brackets name one of those counted: "two women (a nurse and a driver)"."""
    at = whole.noun.end
    if not one.article or one.outcome is not None or s.words[at : at + 1] != ["("]:
        return False
    return one.start - at < _BRACKETS and ")" not in s.words[at : one.start]


_BRACKETS: Final = 30


def _closes(s: Sentence, part: Quantity, count: Quantity) -> bool:
    """Whether ", and" may close an aside: "12 soldiers, including 3 officers, and 5 civilians"."""
    between = s.words[part.noun.end : count.start]
    return between[:1] == [","] and len(between) == 2 and bool(s.g.flags.get(between[1], 0) & gr.JOIN)


def adjoins(s: Sentence, last: Quantity, quantity: Quantity) -> bool:
    """Whether nothing but "and" or a comma parts two counts."""
    between = s.words[last.noun.end : quantity.start]
    if len(between) > 1 and between[-1] in _KIN_OF:
        between = between[:-1]  # "une femme et ses quatre enfants"
    return bool(between) and all(word == "," or s.g.flags.get(word, 0) & gr.JOIN for word in between)


_KIN_OF: Final = word_set("his her their ses leurs sus")


def _same_fate(s: Sentence, whole: Quantity, part: Quantity) -> bool:
    """Whether a part says nothing else of its people than the whole does of all."""
    if whole.noun.head >= 0 and s.words[whole.noun.head] in CASES:
        return True  # "506 cases, including 12 deaths"
    if (
        whole.outcome is None
        and part_before(s, part)
        and not _BROAD.isdisjoint(s.words[whole.noun.start : whole.noun.end])
    ):
        return True  # "close to 1 million people have been affected, including 442,424 displaced"
    if whole.outcome in _STATES and whole.noun.outcome == whole.outcome and part_before(s, part):
        return True  # "57 prisoners were killed, including 16 beheaded"
    if whole.outcome is None:
        return part.outcome is None or part.start - whole.noun.end <= _BESIDE
    return part.outcome in {None, whole.outcome} or whole.outcome == "casualties"


_BESIDE: Final = 2


def _exceeds(part: Quantity, whole: Quantity) -> bool:
    """Whether a part says more than an open total: "casualties include seven officers"."""
    if part.extent is None or whole.extent is None or whole.extent.high is not None:
        return False
    vague = whole.extent.kind is FigureKind.vague  # "dozens, including at least 20 children"
    return (part.extent.low or 0) > ((whole.extent.most if vague else whole.extent.low) or 0)


def _larger(part: Quantity, whole: Quantity) -> bool:
    if part.extent is None or whole.extent is None or whole.extent.high is None:
        return False
    return part.extent.low is not None and part.extent.low > whole.extent.high


def mark_breakdowns(s: Sentence, counts: list[Quantity]) -> None:
    """Mark the counts that break the one before them down: "15 dead: ten soldiers and five civilians"."""
    for first, whole in enumerate(counts):
        number = whole.extent.number if whole.extent is not None else None
        for last in range(first + 2, min(len(counts), first + _MOST_PARTS) + 1 if number else 0):
            parts = counts[first + 1 : last + 1]
            if _adds_up(s, [whole, *parts]):
                for part in parts:
                    part.part, part.outcome = True, whole.outcome


_MOST_PARTS: Final = 5


def _adds_up(s: Sentence, counts: list[Quantity]) -> bool:
    """Whether the later counts break the first one down: "17 injured (ten civilians, seven police)"."""
    whole, *parts = counts
    numbers = [count.extent.point for count in counts if count.extent is not None]
    if whole.extent is not None and whole.extent.rules[-1] == "at least":
        numbers[0] = whole.extent.number
    parts_sum = sum(number for number in numbers[1:] if number is not None)
    if None in numbers or not (numbers[0] == parts_sum or _is_about(whole, parts_sum)):
        return False
    if any(count.increment or not _same_fate(s, whole, count) for count in parts):
        return False
    between = s.words[whole.noun.end : parts[0].start]
    if any(word in _NAMELY for word in between):
        return True
    if between[-1:] == [","] and all(_is_placed(s, part) for part in parts):
        return True
    broad = not _BROAD.isdisjoint(s.words[whole.noun.start : whole.noun.end])
    return (
        between == [","]
        and (whole.noun.outcome is not None or broad)
        and all(part.noun.people and part.noun.outcome is None for part in parts)
    )


_STATES: Final = frozenset({"captured", "abducted", "displaced"})
"""Outcomes that may only name who is counted: prisoners, hostages, refugees."""


def _is_about(whole: Quantity, number: int) -> bool:
    """Whether an approximate total may be a number: "une soixantaine (39 en province et 23 à Paris)"."""
    extent = whole.extent
    if (
        extent is None
        or extent.kind is not FigureKind.approximate
        or extent.low is None
        or extent.high is None
    ):
        return False
    return extent.low <= number <= extent.high


_BROAD: Final = word_set("people persons victims individuals personnes victimes individus personas victimas")


def _is_placed(s: Sentence, part: Quantity) -> bool:
    """Whether a number says only where so many of a total were: "eight were killed, four in Kyiv and …"."""
    end = part.noun.end
    return part.end == end and end < len(s.words) and s.words[end] in _PLACES


_PLACES: Final = word_set("in at near on from dans a au en pres sur")


def part_before(s: Sentence, quantity: Quantity) -> bool:
    """Whether "including", "dont" or "among them" leads up to a count."""
    if not quantity.start:
        return False
    at = past_band(s, quantity.start)
    for _ in range(_REACH):
        if match_back(s.g.parts, s.words, at) is not None:
            return True
        listed = (
            s.flags[at - 1] & (gr.PERSON | gr.SINGLE) and (s.flags[at] & gr.JOIN or s.words[at] == ",")
            if at
            else 0
        )
        if at == 0 or not (listed or s.words[at - 1] == "," or s.flags[at - 1] & (gr.PASS | gr.DET | gr.AUX)):
            return False
        at -= 1
    return False


_REACH: Final = 6

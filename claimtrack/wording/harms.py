"""Every harm a wording tells of must be that of its one count, or the wording is refused.

A harm is a predicate: a verb with those it acts on ("killed three"), a passive ("were killed"), a verb
that people suffer ("died"), a participle behind its people ("two soldiers killed"). The count must be
what the predicate is said of; a second predicate, or one that is said of somebody else, refuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.figures import FigureKind
from claimtrack.wording import grammar as gr
from claimtrack.wording.grammar import match_back
from claimtrack.wording.noun_phrases import past_band
from claimtrack.wording.outcome_phrases import in_phrase, is_of_things, match_outcome, takes_object
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.refusals import refuse
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set
from claimtrack.wording.wholes import TOLLS

_AUX_REACH: Final = 3
_PART: Final = 13
_ASIDE: Final = 16
_LINKS: Final = gr.JOIN | gr.AUX | gr.HAVE | gr.PASS
_PEOPLE: Final = gr.PERSON | gr.SINGLE
_FLEES: Final = word_set("fled flee flees escaped enfui enfuis fuient huyeron")
_PRESUMED: Final = word_set("presumed feared believed presumes presumees supposes")
_REFUGE: Final = word_set("refugies refugiees refugie refugiee")
_BY: Final = frozenset({"by", "par", "por"})
_THEM: Final = frozenset({"them", "him", "her"})


class _Harm:
    """One predicate of harm: its tokens, and how it stands to those it is said of.

    Attributes:
        start: Its first token.
        end: The token after it.
        acts: It has those it harms as its object.
    """

    __slots__ = ("acts", "end", "start")

    def __init__(self, start: int, end: int, *, acts: bool) -> None:
        self.start = start
        self.end = end
        self.acts = acts


def check_harms(s: Sentence, quantity: Quantity) -> None:
    """Refuse "killed 12 and wounded others", "40 attackers killed villagers", "a man and a woman died"."""
    low, high = quantity.start, max(quantity.end, quantity.noun.end)
    if s.words[high : high + 1] == ["("] and ")" in s.words[high:]:
        high = s.words.index(")", high)  # "seven martyrs (soldiers killed)" says who they are
    if s.words[high : high + 1] == ["-"] and "-" in s.words[high + 1 : high + _ASIDE]:
        high = s.words.index("-", high + 1)  # "80 people - 65 civilians and 15 gendarmes - were killed"
    harm: _Harm | None = None
    for found in _harms(s, low, high):
        flees = found.start >= high and s.flags[found.start - 1] & gr.JOIN and s.words[found.start] in _FLEES
        if flees and harm is not None and harm.acts:
            continue  # "kidnapped 276 schoolgirls and fled": who acted fled
        if harm is not None and not harm.acts and s.words[found.start] in _REFUGE:
            continue  # "ont fui leurs maisons et se sont réfugiés"
        if harm is not None and s.words[found.start - 1] in _PRESUMED:
            continue  # "remain missing, presumed dead"
        if harm is not None and _is_afterwards(s, found.start):
            continue  # "are missing after being ambushed": the same people
        if harm is not None and not _goes_on(s, harm, found, low):
            refuse(s, found.start, found.end, WordingReason.several_figures)
        harm = found if harm is None else _Harm(harm.start, found.end, acts=found.acts)
    _check_beside(s, quantity, high)
    _check_agent(s, low, high)
    if harm is None:
        return
    if harm.start >= high:
        _check_subject(s, high, harm)
    else:
        _check_object(s, low, harm)


def _is_afterwards(s: Sentence, at: int) -> bool:
    before = s.words[max(0, at - 3) : at]
    return before[1:] in _AFTERWARDS or before in _AFTERWARDS


_AFTERWARDS: Final = [
    phrase.split()
    for phrase in (
        "after being", "before being", "apres etre", "apres avoir ete", "avant d' etre", "after they",
        "when they",
    )
]  # fmt: skip


def _check_agent(s: Sentence, low: int, high: int) -> None:
    """Refuse "by 40 attackers", "chased by a group of about 30 people": the number is of those who act."""
    at = low - 1
    while at > 0 and s.words[at] in _BANDS:
        at -= 1
    if at < 0 or s.words[at] not in _BY or s.words[at - 1].startswith("solde"):
        return
    if at == low - 1 and s.words[low] in s.g.plurals:
        return  # "les morts se comptent par centaines"
    harmed = range(max(0, at - _PART), at)
    if any(
        s.words[p] in _ATTACKED or (s.flags[p] & gr.OUTCOME and match_outcome(s.g, s.words, p))
        for p in harmed
    ):
        refuse(s, at, high)


_ATTACKED: Final = word_set(
    """
    attacked raided stormed ambushed assaulted chased hit beaten stabbed raped shot besieged surrounded
    encontrados encontradas hallados attaque attaquee attaques poursuivi poursuivis encercle encercles
    atacado atacados agressee agresse agresses
    """
)
_BANDS: Final = word_set(
    "a an the of group gang mob band crowd team squad un une de d' groupe bande foule grupo banda una"
)


def _harms(s: Sentence, low: int, high: int) -> Iterator[_Harm]:
    """The predicates of harm outside the count."""
    at, flags = 0, s.flags
    while at < len(flags):
        if low <= at < high:
            at = high
        elif flags[at] & gr.OUTCOME and (read := match_outcome(s.g, s.words, at)) is not None:
            acts = _acts(s, at, read)
            if acts is not None:
                yield _Harm(at, read[2], acts=acts)
            at = read[2]
        else:
            at += 1


def _acts(s: Sentence, at: int, read: tuple[str, int, int]) -> bool | None:
    """Whether an outcome word is a predicate with an object (`True`) or a subject; `None` if it is none."""
    _, roles, end = read
    before = s.flags[at - 1] if at else 0
    if roles & gr.SUM or (at and s.words[at - 1] in _TO and (s.g.code == "en" or s.words[at][-1] == "r")):
        return None  # "7,000 officers who may arrest suspects", "sent to arrest the killers"
    people = roles & gr.NOUN and at and end < len(s.words) and s.flags[end] & gr.PERSON
    if people and (before & gr.PREP or s.words[at - 1].endswith("ing")):
        return None  # "a school sheltering displaced people", "a camp for displaced people"
    if roles & gr.GOVERNS and not before & gr.AUX and end < len(s.words):
        named = s.words[end] in _THEM or (not s.flags[end] and s.tokens.is_named(end))
        if named or takes_object(s, end):
            return True
    if roles & gr.DOES and not roles & gr.NOUN:
        return None if before & (gr.DET | gr.PREP) or s.words[at].endswith(_DOING) else False
    if roles & gr.STATE:
        if is_of_things(s, at):
            return None  # "12 people were killed and several houses were burned"
        helped = any(flag & gr.AUX for flag in s.flags[max(0, at - _AUX_REACH) : at])
        behind = before & _PEOPLE and not in_phrase(s, at - 1, 0)
        return False if helped or behind else None
    return None


_TO: Final = word_set("to a de d' pour")
_DOING: Final = ("ing", "ant", "endo", "ando")
"""Participles that describe: "people fleeing the war"."""


def _check_beside(s: Sentence, quantity: Quantity, high: int) -> None:
    """Refuse "12 morts et des blessés": others came to another harm."""
    if high + 1 >= len(s.words):
        return
    if not s.flags[high] & gr.JOIN and s.words[high : high + 2] != [",", "des"]:
        return
    if quantity.extent is None or quantity.extent.kind is FigureKind.unquantified:
        return  # "des morts et des blessés" says as much of either
    for at in range(high + 1, min(len(s.words), high + 4)):
        read = match_outcome(s.g, s.words, at) if s.flags[at] & gr.OUTCOME else None
        if read is not None and read[1] & gr.NOUN and at > high + 1:
            refuse(s, quantity.start, read[2], WordingReason.several_figures)
        shared = s.flags[at] & _PEOPLE and read is None and quantity.noun.outcome is None
        if shared or s.flags[at] & (gr.THING | gr.AUX | gr.HAVE | gr.STARTS):
            return  # "une trentaine de gendarmes et soldats tués"


def _goes_on(s: Sentence, harm: _Harm, found: _Harm, low: int) -> bool:
    """Whether two predicates are one: "were killed or wounded", "had been rounded up and beheaded"."""
    if harm.acts is not found.acts or harm.end <= low < found.start:
        return False
    between = range(harm.end, found.start)
    return all(
        (s.flags[at] & _LINKS and not s.flags[at] & gr.STARTS) or s.words[at] == "," for at in between
    ) or (
        not harm.acts
        and bool(s.flags[harm.end : harm.end + 2])
        and bool(s.flags[harm.end] & gr.JOIN and s.flags[harm.end + 1] & gr.AUX)
        and found.start - harm.end <= _AUX_REACH + 2
        and not any(s.flags[at] & (_PEOPLE | gr.STARTS | gr.DET) for at in range(harm.end, found.start))
    )


def _check_subject(s: Sentence, high: int, harm: _Harm) -> None:
    """Refuse a predicate behind the count that is said of somebody else, or that its people did."""
    if harm.acts:
        refuse(s, harm.start, harm.end)
    for at in range(high, harm.start - 2):
        joined = s.flags[at] & gr.JOIN and s.flags[at + 1] & gr.DET
        if joined and not s.flags[at + 2] & (gr.THING | gr.UNIT) and not in_phrase(s, at + 1, at):
            refuse(s, at, harm.end, WordingReason.several_figures)
    for at in _named(s, range(high, harm.start), high):
        listed = any(s.flags[p] & gr.JOIN or s.words[p] == "," for p in range(max(high, at - 3), at))
        if not listed or s.flags[at] & gr.SINGLE:
            refuse(s, at, harm.end, WordingReason.several_figures)


def _check_object(s: Sentence, low: int, harm: _Harm) -> None:
    """Refuse a predicate before the count whose subject or object is somebody else."""
    if not harm.acts:
        if s.g.code != "es" and harm.end < low and not _counted(s, harm.start):  # es: "murieron tres"
            refuse(s, harm.start, harm.end, WordingReason.several_figures)
        return
    if _counted(s, harm.start):
        return
    named = not s.flags[harm.end] and s.tokens.is_named(harm.end) and s.words[harm.end][0].isalpha()
    if named and harm.end + 1 < low and not s.flags[harm.end + 1] & _PEOPLE:
        refuse(
            s, harm.start, harm.end + 1, WordingReason.several_figures
        )  # "killed Banky in a clash with 12"
    low = past_band(s, low)
    if s.flags[low - 1] & gr.JOIN and low - 1 > harm.end:
        refuse(s, harm.start, low, WordingReason.several_figures)
    for at in range(harm.end, low):
        if s.flags[at] & (_PEOPLE | gr.ARTICLE) and not in_phrase(s, at, harm.end):
            refuse(s, harm.start, low, WordingReason.several_figures)


def _counted(s: Sentence, at: int) -> bool:
    """Whether a predicate says who a toll is of: "the number of people killed in May rose to 12"."""
    return any(s.words[place] in TOLLS and s.flags[place + 1] & gr.PREP for place in range(at - 1))


def _named(s: Sentence, places: range, floor: int) -> Iterator[int]:
    """The people among some tokens who are neither in a phrase of place or agent nor a part of the count."""
    for at in places:
        if s.flags[at] & _PEOPLE and not in_phrase(s, at, floor) and not _in_part(s, at):
            yield at


def _in_part(s: Sentence, at: int) -> bool:
    """Whether a token belongs to a part of the count: ", including the mayor and two guards"."""
    for place in range(at, max(-1, at - _PART), -1):
        if match_back(s.g.parts, s.words, place) is not None:
            return True
        if place < at and s.flags[place] & (gr.AUX | gr.STOP):
            return False
    return False

"""What happened to the people a text counts: which verb or noun of the clause they belong to."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording import grammar as gr
from claimtrack.wording.governors import OF, governor
from claimtrack.wording.leftover_words import LIMITS_NONE
from claimtrack.wording.neighbours import SAYING, is_source, place_among
from claimtrack.wording.outcome_corrections import FREED, HELD, correct_outcomes
from claimtrack.wording.outcome_phrases import is_of_things, read_outcome, takes_object
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set
from claimtrack.wording.totals import adjoins, part_before

_RIGHT: Final = 20
_PASSED: Final = 4
_AUX_REACH: Final = 5
_BARE_REACH: Final = 7
_PEOPLE_ONLY: Final = frozenset({"killed", "wounded", "casualties", "abducted"})


def assign_outcomes(s: Sentence, found: list[Quantity]) -> None:
    """Give every count of people its outcome, and say which are parts and which add to a total."""
    g, words = s.g, s.words
    for index in range(len(found) - 1, -1, -1):
        quantity = found[index]
        if quantity.reason is not None:
            continue
        earlier = found[index - 1] if index else None
        if quantity.losses:
            deaths = any(word in _LIVES for word in words[quantity.start : quantity.noun.end])
            quantity.outcome = "killed" if deaths else "casualties"
            continue
        noun = quantity.noun
        quantity.outcome = noun.outcome
        modifies = -1 < noun.outcome_at < noun.head
        if modifies:
            quantity.outcome = governor(s, quantity, earlier) or noun.outcome
        if noun.outcome in HELD and not FREED.isdisjoint(words[noun.start : noun.end + _AUX_REACH]):
            quantity.outcome = None
            continue
        if quantity.outcome is None and not (quantity.noun.thing and g.head_first):
            quantity.outcome = governor(s, quantity, earlier)
            quantity.governed = quantity.outcome is not None
        if quantity.outcome is None and not quantity.noun.thing:
            _look_right(s, found, index)
    before: Quantity | None = None
    for index, quantity in enumerate(found):
        if quantity.reason is None:
            place_among(s, (quantity, found[index - 1] if index else None, before))
            if quantity.outcome is not None:
                before = quantity
    correct_outcomes(s, found)


_CUTS: Final = frozenset({")", "(", "-", "/"})
_LIVES: Final = word_set("life lives vies vie vidas vida")


class _Clause:
    """The verbs met so far at the right of a count.

    Attributes:
        aux: The token of the last form of "be".
        have: The token of the last form of "have".
        inside: A preposition came since, so nouns belong to it and are no new subject.
    """

    __slots__ = ("aux", "have", "inside")

    def __init__(self) -> None:
        self.aux = self.have = -_RIGHT
        self.inside = False

    def meet(self, flag: int, word: str, at: int) -> None:
        """Take note of a word."""
        if flag & gr.AUX:
            self.aux, self.inside = at, False
        if flag & gr.HAVE:
            self.have, self.inside = at, False
        if flag & gr.PREP:
            self.inside = True
        elif word == ",":
            self.inside = False


def _look_right(s: Sentence, found: list[Quantity], index: int) -> None:
    """Look for the verb of which a count is the subject."""
    words, flags, quantity = s.words, s.flags, found[index]
    at, following = quantity.noun.end, index + 1
    if at == quantity.end and at < len(words) and (flags[at] & (gr.STOP | gr.JOIN) or words[at] in _CUTS):
        return
    if _is_whole(s, found, index):
        return
    apposed = _is_apposed(s, found, index)
    clause, parts = _Clause(), False
    at = _past_aside(s, at)
    stop = min(len(words), at + _RIGHT)
    while at < stop:
        while following < len(found) and found[following].noun.end <= at:
            following += 1
        if following < len(found) and at >= found[following].start:
            past = _past_count(s, found, (index, following, at), parts=parts)
            if past is None:
                return
            parts, at, following = past[0], max(at, past[1]), following + 1
            continue
        if flags[at] & gr.STOP or (apposed and words[at] == ","):
            return
        done, at = _step(s, quantity, at, clause)
        if done:
            return


def _is_apposed(s: Sentence, found: list[Quantity], index: int) -> bool:
    """Whether a comma ends what a count is said of: ", a farmer,", ", including 10 women and three boys,"."""
    quantity = found[index]
    if quantity.article and quantity.start and s.words[quantity.start - 1] == ",":
        return True
    if "," not in s.words[max(0, quantity.start - _LIST_REACH) : quantity.start]:
        return False
    first, floor = index, max(0, index - _PASSED)
    while first > floor and not part_before(s, found[first]) and adjoins(s, found[first - 1], found[first]):
        first -= 1
    start = found[first].start
    hosted = first > 0 and found[first - 1].reason is None and part_before(s, found[first])
    return hosted and "," in s.words[max(0, start - _ASIDE_REACH) : start]


_ASIDE_REACH, _LIST_REACH = 5, 20
def _past_count(
    s: Sentence, found: list[Quantity], place: tuple[int, int, int], *, parts: bool
) -> tuple[bool, int] | None:
    """Skip a count between another and its verb: whether it is a part, and where it ends; `None` to stop."""
    index, following, at = place
    words, quantity, later = s.words, found[index], found[following]
    if following > index + _PASSED or later.start == quantity.end:
        return None
    if words[later.start - 1] in _WHOM:
        verb = _behind_clause(s, later)
        return None if verb is None else (parts, verb)  # "46 people on the bus, of whom 30 died"
    if following == index + 1 and words[quantity.start - 1] not in _IN and _is_whole(s, found, following):
        if later.noun.outcome_at > later.noun.head >= 0 and _is_headline(s, later):
            quantity.outcome, later.outcome = later.noun.outcome, None  # "five of seven Marines killed"
            quantity.aside = True
            return None
        return parts, later.noun.end  # "13 of the 19 people were killed"
    parts = part_before(s, later) or (parts and adjoins(s, found[following - 1], later))
    if not parts and _is_subject(later):
        _share(s, quantity, later)
        return None
    if parts and words[at - 1 - (words[at - 1] != ",")] == "," and not _closed(s, later):
        return None
    return parts, later.noun.end


def _is_headline(s: Sentence, whole: Quantity) -> bool:
    """Whether a participle behind a whole is the only verb, and so that of the part."""
    if s.g.code != "en" or whole.noun.outcome not in {"killed", "wounded"}:
        return False
    start = whole.noun.end
    for at in range(start, min(len(s.words), start + _RIGHT)):
        if s.flags[at] & gr.STOP or s.words[at] in {",", "."}:
            return True
        if s.flags[at] & (gr.AUX | gr.HAVE):
            return False
    return True


_WHOM: Final = frozenset({"whom", "which"})


def _behind_clause(s: Sentence, part: Quantity) -> int | None:
    """The verb behind a clause between commas: "12 people, of whom 3 were children, were killed"."""
    for at in range(part.noun.end, min(len(s.words) - 1, part.noun.end + _RIGHT)):
        if s.words[at] == ",":
            return at + 1 if s.flags[at + 1] & (gr.AUX | gr.HAVE) else None
    return None


def _step(s: Sentence, quantity: Quantity, at: int, clause: _Clause) -> tuple[bool, int]:
    """Go one word or one outcome on: whether the search is over, and where it goes on."""
    flag = s.flags[at]
    read = read_outcome(s, at) if flag & gr.OUTCOME else None
    if read is not None:
        return _meets(s, quantity, read, at, clause)
    if quantity.noun.unknown and s.words[at] in _ONE_HAS and s.words[quantity.start - 1] not in OF:
        return True, at  # "several musicals of the 1940s, has died"
    clause.meet(flag, s.words[at], at)
    subject = flag & gr.PERSON or (flag & gr.SINGLE and at and s.flags[at - 1] & gr.DET)
    return bool(subject and not clause.inside and _new_subject(s, at)), at + 1


def _is_whole(s: Sentence, found: list[Quantity], index: int) -> bool:
    """Whether a count is the 40 of "12 of the 40 were killed": the verb is that of the 12."""
    start, end = found[index].start, found[index].noun.end
    first = found[index - 1] if index else None
    if start > 1 and s.words[start - 1] in OF and s.words[start - 2] in _SINGLE:
        return s.words[end : end + 1] not in _WHO  # "one of the 12 soldiers was killed"
    if first is None or first.reason is not None or s.words[end : end + 1] in _WHO:
        return False
    if s.words[start - 1] in _WHOM:
        return False  # "12, of whom 3 died"
    ends = (first.end, first.noun.end)  # "12 of the 40", "12 soldiers of the 40"
    return any(after < start <= after + 3 and _is_of(s, after, start) for after in ends)


def _is_of(s: Sentence, start: int, end: int) -> bool:
    """Whether nothing but "of the" stands there, and not "of every"."""
    rest = range(start + 1, end)
    return s.words[start] in OF and all(s.words[at] in OF | _THOSE or s.flags[at] & gr.DET for at in rest)


_THOSE: Final = word_set("those these ces cettes esos estos")


_IN: Final = word_set("in sur en")
_SINGLE: Final = word_set("one un une uno una")
_ONE_HAS: Final = word_set("has was is")
_WHO: Final = (["who"], ["that"], ["which"], ["qui"], ["que"])


def _closed(s: Sentence, part: Quantity) -> bool:
    """Whether the clause of a part ends before a verb: ", including 15 children, were killed"."""
    ahead = range(part.noun.end, min(len(s.words), part.noun.end + _RIGHT))
    for at in ahead:
        if s.words[at] in {",", "-", ")"} or s.flags[at] & gr.STOP:
            return True
        if s.flags[at] & (gr.AUX | gr.HAVE):
            return False
    return True


def _past_aside(s: Sentence, at: int) -> int:
    """Skip an aside between commas or dashes, if the verb follows: ", mostly children, were killed"."""
    words, flags, start = s.words, s.flags, at
    if at < len(words) and words[at] in OF:
        start = next((place for place in range(at, at + 6) if words[place : place + 1] in ([","], ["-"])), at)
    mark = words[start] if start < len(words) else ""
    if mark not in {",", "-"}:
        return at
    for end in range(start + 2, min(len(words) - 1, start + _ASIDE)):
        if flags[end] & gr.STOP:
            break
        if words[end] == mark and flags[end + 1] & (gr.AUX | gr.HAVE):
            return end + 1
    return at


_ASIDE: Final = 24


def _is_subject(quantity: Quantity) -> bool:
    """Whether a later count is of people in their own right, not a part in passing or a date."""
    people = quantity.noun.people or quantity.outcome is not None
    return quantity.reason is None and people and not quantity.noun.thing


def _new_subject(s: Sentence, at: int) -> bool:
    """Whether a noun starts a clause of its own, and is neither listed nor said to have said so."""
    return not _listed(s, at) and not (at + 1 < len(s.words) and s.words[at + 1] in SAYING)


def _listed(s: Sentence, at: int) -> bool:
    """Whether a noun goes on a list of people: "soldiers, officers, and noncommissioned officers"."""
    words, flags = s.words, s.flags
    return any(flags[place] & gr.JOIN or words[place] == "," for place in range(max(0, at - 3), at))


def _meets(
    s: Sentence, quantity: Quantity, read: tuple[str, int, int], at: int, clause: _Clause
) -> tuple[bool, int]:
    """Take or leave an outcome at the right of a count: whether the search is over, and where it goes on."""
    words = s.words
    name, roles, end = read
    aux, have = clause.aux, clause.have
    helped = 0 < at - aux <= _AUX_REACH
    if roles & gr.DOES and not (roles & gr.NOUN and not helped):
        quantity.outcome, quantity.aside = name, True
        return True, end
    if roles & gr.STATE:
        if is_of_things(s, at):
            return True, end  # "12 people and houses were burned"
        if roles & gr.GOVERNS and not helped and _AS_DOERS.intersection(words[quantity.noun.end : at]):
            return True, end
        if helped and aux >= have - 1:
            quantity.outcome, quantity.aside = name, True
            return True, end
        if 0 < at - have <= 2 or (roles & gr.GOVERNS and takes_object(s, end)):
            return True, end
        if s.g.head_first and _is_of_one(quantity, words[at]):
            return False, end  # "les deux pilotes de l'avion abattu"
        if at - quantity.noun.end <= _BARE_REACH:
            quantity.outcome, quantity.aside = name, True
        return True, end
    if roles & gr.NOUN:
        among = "among" in words[max(quantity.noun.end, at - 3) : at] or "parmi" in words[max(0, at - 3) : at]
        if among or 0 < at - aux <= 2:
            quantity.outcome, quantity.aside = name, True
            return True, end
        return False, end
    return bool(roles & gr.GOVERNS), end


def _is_of_one(quantity: Quantity, participle: str) -> bool:
    """Whether a participle is of one, and the count of more."""
    extent = quantity.extent
    many = extent is not None and extent.low is not None and extent.low > 1
    return many and participle[-1] not in "sx"


_AS_DOERS: Final = frozenset({"who", "which", "that", "qui", "quienes"})
"""In "gunmen who burned cars" the verb is what they did."""


def _share(s: Sentence, quantity: Quantity, later: Quantity) -> None:
    """Let coordinated subjects share their verb: "three soldiers and two civilians were killed"."""
    words, flags = s.words, s.flags
    between = range(quantity.noun.end, later.start)
    if later.noun.end == later.end or words[quantity.start - 1] in _BY or is_source(s, quantity.start):
        return  # "in an attack by a bomber, 10 soldiers were killed"
    if not all(flags[at] & (gr.JOIN | gr.DET) or words[at] in ",(" for at in between[-1:]):
        return
    belongs = bool(between) and words[between[0]] in OF and len(between) <= _OF_REACH
    near = len(between) <= 3 and all(flags[at] & (gr.JOIN | gr.DET) or words[at] in ",(" for at in between)
    verbs = gr.AUX | gr.HAVE | gr.STOP | gr.OUTCOME
    if not (belongs or near) or any(flags[at] & verbs for at in between):
        return
    trailing = (
        later.noun.outcome is not None and later.noun.head >= 0 and later.noun.outcome_at > later.noun.head
    )
    if later.aside or trailing:
        quantity.outcome, quantity.aside = later.outcome, True


_OF_REACH: Final = 8
_BY: Final = frozenset({"by", "par", "por"})


_BE: Final = word_set("is are was were be been est sont etait etaient hubo hay")


def settle_zero(s: Sentence, quantity: Quantity) -> WordingReason | None:
    """Tell "there were no casualties" from "no casualties were reported"."""
    words, flags = s.words, s.flags
    end = min(len(words), quantity.noun.end + 9)
    for at in range(quantity.end, end):
        if flags[at] & gr.REPORT and words[at + 1 : at + 2] != ["responsibility"]:
            return WordingReason.denial
        if flags[at] & gr.STOP:
            break
    stated = quantity.start and words[quantity.start - 1] in _BE
    for at in range(max(0, quantity.start - 4), quantity.start):
        if flags[at] & gr.REPORT and not stated:
            return WordingReason.denial
    limits = LIMITS_NONE[s.g.code]
    if any(word in limits for word in words[quantity.end : max(quantity.end, quantity.noun.end) + 2]):
        return WordingReason.leftover
    return None if quantity.outcome is not None else WordingReason.unread


def counts_people(quantity: Quantity) -> bool:
    """Whether a count is one of people: by its noun, or by an outcome that only people suffer."""
    noun = quantity.noun
    if quantity.losses:
        return noun.people
    if noun.thing:
        return False
    if noun.people:
        return True
    if noun.outcome is not None:
        return True
    if noun.unknown:
        if quantity.part and quantity.outcome in _PEOPLE_ONLY:
            return True
        return quantity.outcome in _PEOPLE_ONLY and (quantity.governed or quantity.aside)
    return quantity.outcome is not None

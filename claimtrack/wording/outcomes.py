"""What happened to the people a text counts: which verb or noun of the clause they belong to."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording import grammar as gr
from claimtrack.wording.noun_phrases import (
    THEM,
    is_of_them,
    join_outcomes,
    match_outcome,
    read_outcome,
    takes_object,
)
from claimtrack.wording.quantities import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set
from claimtrack.wording.totals import part_before

_LEFT: Final = 7
_RIGHT: Final = 20
_TOLL: Final = 18
_PASSED: Final = 4
_AUX_REACH: Final = 5
_BARE_REACH: Final = 7
SAYING: Final = word_set("said say says saying told reported reports confirmed announced added")
_PEOPLE_ONLY: Final = frozenset({"killed", "wounded", "casualties"})


def assign_outcomes(s: Sentence, found: list[Quantity]) -> None:
    """Give every count of people its outcome, and say which are parts and which add to a total."""
    g, words = s.g, s.words
    for index in range(len(found) - 1, -1, -1):
        quantity = found[index]
        if quantity.reason is not None:
            continue
        later = found[index + 1] if index + 1 < len(found) else None
        earlier = found[index - 1] if index else None
        if quantity.losses:
            deaths = any(word in _LIVES for word in words[quantity.start : quantity.noun.end])
            quantity.outcome = "killed" if deaths else "casualties"
            continue
        noun = quantity.noun
        quantity.outcome = noun.outcome
        modifies = -1 < noun.outcome_at < noun.head
        if modifies:
            quantity.outcome = _governor(s, quantity, earlier) or noun.outcome
        if quantity.outcome is None and not (quantity.noun.thing and g.head_first):
            quantity.outcome = _governor(s, quantity, earlier)
            quantity.governed = quantity.outcome is not None
        if quantity.outcome is None and not quantity.noun.thing:
            _look_right(s, found, index)
        del later
    before: Quantity | None = None
    for index, quantity in enumerate(found):
        if quantity.reason is None:
            _place_among(s, (quantity, found[index - 1] if index else None, before))
            if quantity.outcome is not None:
                before = quantity


_CUTS: Final = frozenset({")", "(", "-", "/"})

_BY: Final = frozenset({"by", "par", "por", "from", "in", "on"})

_LIVES: Final = word_set("life lives vies vie vidas vida")


def _governor(s: Sentence, quantity: Quantity, earlier: Quantity | None) -> str | None:
    """The outcome of the verb or noun that governs a count from the left."""
    words, flags = s.words, s.flags
    floor = earlier.noun.end if earlier is not None and earlier.reason is None else 0
    at = quantity.start - 1
    lowest = max(floor, quantity.start - _LEFT)
    while at >= lowest:
        read = _outcome_before(s, at, lowest)
        if read is not None:
            return read
        if not flags[at] & gr.PASS:
            break
        at -= 1
    if quantity.start and words[quantity.start - 1] in _OF:
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
        if not (roles & gr.GOVERNS or (roles & gr.OF and _of_follows(words, end))):
            continue
        if roles & gr.GOVERNS and not roles & gr.OF and words[end : end + 1] == ["of"]:
            continue
        if start - 2 >= lowest and flags[start - 1] & gr.JOIN and flags[start - 2] & gr.OUTCOME:
            other = match_outcome(g, words, start - 2)
            if other is not None and other[1] & roles:
                return join_outcomes(other[0], name)
        if start and (flags[start - 1] & gr.AUX if roles & gr.STATE else words[start - 1] == "to"):
            return None
        return name
    return None


def _of_follows(words: list[str], end: int) -> bool:
    return words[end - 1] in _OF or (end < len(words) and words[end] in _OF)


_OF: Final = word_set("of de d' des a among to al del")


def _toll(s: Sentence, quantity: Quantity, floor: int) -> str | None:
    g, words, flags = s.g, s.words, s.flags
    if quantity.start and words[quantity.start - 1] in _BY:
        return None
    for at in range(quantity.start - 1, max(floor, quantity.start - _TOLL) - 1, -1):
        flag = flags[at]
        if (flag & gr.STOP and words[at] != ":") or (quantity.article and words[at] == ","):
            return None
        if flag & gr.OUTCOME:
            read = match_outcome(g, words, at)
            if read is not None and read[1] & gr.SUM:
                longer = match_outcome(g, words, at - 1) if at else None
                return longer[0] if longer is not None and longer[2] > at else read[0]
    return None


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
    stop = min(len(words), at + _RIGHT)
    if at == quantity.end and at < stop and (flags[at] & (gr.STOP | gr.JOIN) or words[at] in _CUTS):
        return
    apposed = quantity.article and quantity.start > 0 and words[quantity.start - 1] == ","
    clause, parts = _Clause(), False
    at = _past_aside(s, at)
    while at < stop:
        while following < len(found) and found[following].noun.end <= at:
            following += 1
        if following < len(found) and at >= found[following].start:
            later = found[following]
            if following > index + _PASSED or later.start == quantity.end:
                return
            parts = part_before(s, later) or (parts and _adjoins(s, found[following - 1], later))
            if not parts and _is_subject(later):
                _share(s, quantity, found[following])
                return
            at = max(at, found[following].noun.end)
            following += 1
            continue
        flag = flags[at]
        if flag & gr.STOP or (apposed and words[at] == ","):
            return
        read = read_outcome(s, at) if flag & gr.OUTCOME else None
        if read is not None:
            done, at = _meets(s, quantity, read, at, clause)
            if done:
                return
            continue
        clause.meet(flag, words[at], at)
        if flag & gr.PERSON and not clause.inside and _new_subject(s, at):
            return
        at += 1


def _past_aside(s: Sentence, at: int) -> int:
    """Skip an aside between commas or dashes, if the verb follows: ", mostly children, were killed"."""
    words, flags, start = s.words, s.flags, at
    if at < len(words) and words[at] in _OF:
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


_ASIDE: Final = 16


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
        if helped and aux >= have - 1:
            quantity.outcome, quantity.aside = name, True
            return True, end
        if 0 < at - have <= 2 or (roles & gr.GOVERNS and takes_object(s, end)):
            return True, end
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


def _share(s: Sentence, quantity: Quantity, later: Quantity) -> None:
    """Let coordinated subjects share their verb: "three soldiers and two civilians were killed"."""
    words, flags = s.words, s.flags
    between = range(quantity.noun.end, later.start)
    if later.noun.end == later.end:
        return
    if not all(flags[at] & (gr.JOIN | gr.DET) or words[at] in ",(" for at in between[-1:]):
        return
    belongs = bool(between) and words[between[0]] in _OF and len(between) <= _OF_REACH
    if any(flags[at] & (gr.AUX | gr.HAVE | gr.STOP | gr.OUTCOME) for at in between) or not (
        belongs or (len(between) <= 3 and all(flags[at] & (gr.JOIN | gr.DET) or words[at] in ",(" for at in between))
    ):
        return
    trailing = (
        later.noun.outcome is not None and later.noun.head >= 0 and later.noun.outcome_at > later.noun.head
    )
    if later.aside or trailing:
        quantity.outcome, quantity.aside = later.outcome, True


_OF_REACH: Final = 8


def _place_among(s: Sentence, placed: tuple[Quantity, Quantity | None, Quantity | None]) -> None:
    """Settle what a count takes from the one before it, and from the last one with an outcome."""
    words = s.words
    quantity, last, before = placed
    quantity.part = part_before(s, quantity) or is_of_them(words, quantity.end)
    if before is None or last is None:
        return
    own = quantity.outcome is not None
    joined = not own and _joined(s, last, quantity)
    listed = joined and last.reason is None and (last.governed or last.part)
    if not own and not listed and _gapped(s, last, quantity):
        quantity.outcome, quantity.aside = last.outcome, True
    if listed and (quantity.noun.people or quantity.noun.end == quantity.end or last.part):
        quantity.outcome, quantity.governed = last.outcome, last.governed
        quantity.part = quantity.part or last.part
    if last.part and last.article and quantity.article and _is_apposed(words, last, quantity):
        quantity.part, quantity.outcome = True, None
        return
    if last.part and quantity.outcome in {None, last.outcome} and _adjoins(s, last, quantity):
        quantity.part = True
    if quantity.part and quantity.outcome is None and not quantity.noun.thing:
        quantity.outcome = before.outcome
    if quantity.increment and before.outcome != quantity.outcome and quantity.outcome is not None:
        quantity.increment = False


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


def _adjoins(s: Sentence, last: Quantity, quantity: Quantity) -> bool:
    """Whether nothing but "and" or a comma parts two counts."""
    between = s.words[last.noun.end : quantity.start]
    return bool(between) and all(word == "," or s.g.flags.get(word, 0) & gr.JOIN for word in between)


def _joined(s: Sentence, last: Quantity, quantity: Quantity) -> bool:
    words, flags = s.words, s.flags
    between = range(last.noun.end, quantity.start)
    after = quantity.noun.end
    if after < len(words) and (words[after] in SAYING or flags[after] & (gr.AUX | gr.HAVE)):
        return False
    if after == quantity.end and 0 < len(between) <= 8 and flags[quantity.start - 1] & gr.JOIN:
        return not any(
            flags[at] & (gr.AUX | gr.HAVE | gr.STOP | gr.PERSON)
            or (flags[at] & gr.OUTCOME and match_outcome(s.g, words, at) is not None)
            for at in between
        )
    return (
        len(between) <= 4
        and any(flags[at] & gr.JOIN or words[at] == "," for at in between)
        and all(flags[at] & (gr.JOIN | gr.DET | gr.PASS) or words[at] == "," for at in between)
    )


_GRADES: Final = word_set("serious seriously major critical grave graves graves gravement grievement majeur")


def settle_zero(s: Sentence, quantity: Quantity) -> WordingReason | None:
    """Tell "there were no casualties" from "no casualties were reported"."""
    words, flags = s.words, s.flags
    end = min(len(words), quantity.noun.end + 9)
    for at in range(quantity.end, end):
        if flags[at] & gr.REPORT:
            return WordingReason.denial
        if flags[at] & gr.STOP:
            break
    stated = quantity.start and flags[quantity.start - 1] & gr.AUX
    for at in range(max(0, quantity.start - 4), quantity.start):
        if flags[at] & gr.REPORT and not stated:
            return WordingReason.denial
    if any(word in _GRADES for word in words[quantity.end : quantity.noun.end + 2]):
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

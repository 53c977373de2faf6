"""The noun phrase that a number counts: people, an outcome, or neither."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording import grammar as gr
from claimtrack.wording.grammar import Grammar
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_LONGEST: Final = 12
_MOST_JOINED: Final = 3

MONEY: Final = word_set(
    """
    $ € £ ¥ dollars dollar euros euro francs franc cfa pesos peso colones rubles roubles naira usd eur
    xof cents pence pounds rs inr rupee rupees rand rands shilling shillings birr dinar dinars rial rials
    riyal riyals lira liras yuan yen baht taka kwacha cedi cedis dirham dirhams
    """
)
PERCENT: Final = word_set("percent percentage pct % pourcent porcentaje")
_OTHERS: Final = frozenset({"others", "other", "autres", "otros", "otras"})


class NounPhrase:
    """What stands after a number.

    Attributes:
        end: The token after it.
        people: Its noun is people.
        thing: Its noun is neither people nor an outcome.
        unknown: It holds words that no table knows, and no noun that one does.
        start: Its first token.
        head: The token of its noun, or -1.
        outcome: The outcome it names ("12 dead", "12 wounded soldiers"), or `None`.
        outcome_at: The token of the outcome, or -1.
        others: It counts others ("12 others").
        reason: Why it makes the number no count, else `None`.
        single: It follows an article, so that only one person can be its noun ("a crew" is none).
    """

    __slots__ = (
        "end",
        "head",
        "others",
        "outcome",
        "outcome_at",
        "people",
        "reason",
        "single",
        "start",
        "thing",
        "unknown",
    )

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.head = self.outcome_at = -1
        self.people = self.thing = self.unknown = self.others = self.single = False
        self.outcome: str | None = None
        self.reason: WordingReason | None = None

    @property
    def counts(self) -> bool:
        """Whether it names people or an outcome."""
        return self.people or self.outcome is not None

    def take(self, flag: int, word: str, at: int, *, first: bool) -> None:
        """Take a noun: where the first one is the head, a later thing does not unmake it."""
        if self.single and flag & gr.PERSON and not flag & (gr.SINGLE | gr.THING):
            return
        if first and (self.thing or (self.head >= 0 and (self.people or flag & gr.THING))):
            return
        self.people = bool(flag & (gr.SINGLE if self.single else gr.PERSON | gr.SINGLE))
        self.thing, self.head = not self.people, at
        if self.thing and not first:
            self.outcome, self.outcome_at = None, -1  # "a refugee camp"
        self.others = self.others or word in _OTHERS


def read_noun_phrase(s: Sentence, start: int, *, single: bool = False) -> NounPhrase:
    """Read the noun phrase after a number or, where it is one person's, an article."""
    g, words, flags = s.g, s.words, s.flags
    phrase = NounPhrase(start)
    at = _past_of(s, start)
    phrase.start = phrase.end = at
    phrase.single = single and at == start
    stop = min(len(words), at + _LONGEST)
    outcome_end = 0
    while at < stop:
        flag, word = flags[at], words[at]
        if flag & gr.OUTCOME and match_outcome(g, words, at) is not None:
            read = _outcome_in(s, phrase, at)
            if read is not None:
                at = phrase.end = outcome_end = read
                continue
            if not flag & gr.PERSON:
                break
        if word in _BREAKS or words[at + 1 : at + 2] == _HYPHEN:
            skipped = _aside(words, at, phrase.start)
            if skipped and at + skipped < stop:
                at += skipped
                continue
        if flag & gr.UNIT and not phrase.people:
            if 0 < outcome_end < at:
                phrase.end = outcome_end
                break
            phrase.reason = _unit_reason(word)
            phrase.end = at + 1
            return phrase
        if not _takes_word(s, phrase, at):
            break
        at += 1
        phrase.end = at
    of_one = _is_of_one(s, phrase)
    phrase.people = phrase.people and not of_one
    phrase.unknown = of_one or (phrase.unknown and phrase.head < 0 and phrase.outcome is None)
    return phrase


_BREAKS: Final = frozenset("-(")
_HYPHEN: Final = ["-"]
_PHRASE_ENDS: Final = gr.ENDS | gr.AUX | gr.HAVE | gr.NUMBER | gr.DIGIT


def _takes_word(s: Sentence, phrase: NounPhrase, at: int) -> bool:
    """Take a noun or a word beside it; `False` where the phrase has ended."""
    flag, word = s.flags[at], s.words[at]
    if phrase.unknown and phrase.head < 0 and s.g.head_first and word in _ADJECTIVES:
        return True  # "structures civiles"
    if flag & (gr.PERSON | gr.SINGLE | gr.THING):
        phrase.take(flag, word, at, first=s.g.head_first)
    elif flag & gr.FATE and phrase.head < 0:
        phrase.people = phrase.people or not phrase.unknown
        return False
    elif _ends_phrase(s, phrase, at) and not _joins_modifiers(s, phrase, at):
        return False
    elif phrase.head < 0:
        phrase.unknown = True
    elif not flag and _is_described(s, phrase, word):
        phrase.people, phrase.thing, phrase.head = False, True, at
    return True


_BADLY: Final = word_set("grievement gravement mortellement legerement serieusement")
_ADJECTIVES: Final = word_set("civils civiles militaires policieres terroristes rebelles militares rebeldes")


def _ends_phrase(s: Sentence, phrase: NounPhrase, at: int) -> bool:
    flag, word = s.flags[at], s.words[at]
    if flag & _PHRASE_ENDS or not word[0].isalpha():
        return True
    if word in _BADLY and not any(s.flags[at + 1 : at + 2]):
        return True  # "dont 12 grièvement"
    if flag or phrase.head < 0 or s.g.head_first:
        return False
    return bool(s.flags[phrase.head] & (gr.PERSON | gr.THING)) and word.endswith(("ing", "ed"))


def _is_described(s: Sentence, phrase: NounPhrase, word: str) -> bool:
    """Whether an unknown plural is what is counted, as in "two police SUVs"."""
    return phrase.people and not s.g.head_first and s.words[phrase.head] in _BODIES and word.endswith("s")


_BODIES: Final = word_set(
    "police military militia guerrilla rebel army personnel terrorist insurgent soldier militant"
)


def _is_of_one(s: Sentence, phrase: NounPhrase) -> bool:
    """Whether one person only describes an unknown noun: "a rebel encampment"."""
    last = phrase.end - 1
    if s.g.head_first or not -1 < phrase.head < last or not s.flags[phrase.head] & gr.SINGLE:
        return False
    word = s.words[last]
    return not (s.flags[last] & ~gr.REPORT or word.endswith(("ed", "ing", "ly")) or s.tokens.is_named(last))


def _aside(words: list[str], at: int, start: int) -> int:
    """How many tokens a hyphen, an age or an abbreviation in brackets takes: "14-year-old", "(ISAF)"."""
    if words[at] == "-" and at > start and words[at + 1 : at + 2] and words[at + 1][0].isalpha():
        return 1
    if words[at] == "(" and words[at + 2 : at + 3] == [")"] and words[at + 1][0].isalpha():
        return 3
    if words[at + 1 : at + 5] in (["-", "year", "-", "old"], ["-", "month", "-", "old"]):
        return 5
    return 0


def _joins_modifiers(s: Sentence, phrase: NounPhrase, at: int) -> bool:
    """Whether "and" goes on with adjectives: "5,000 military and administrative personnel"."""
    if not s.flags[at] & gr.JOIN or not phrase.unknown or phrase.head >= 0 or s.g.head_first:
        return False
    ends = gr.ENDS | gr.STARTS | gr.OUTCOME | gr.PERSON | gr.THING
    if s.flags[at + 1 : at + 2] and s.flags[at + 1] & gr.OUTCOME:
        return bool(s.flags[at + 2 : at + 3] and s.flags[at + 2] & gr.PERSON)  # "sick and wounded people"
    plural = s.words[at - 1].endswith("s") and not s.flags[at - 1]  # "institutions and prominent persons"
    return not plural and at + 1 < len(s.flags) and not s.flags[at + 1] & ends


def _past_of(s: Sentence, at: int) -> int:
    """Skip "of the", "de", "d'entre" between a collective and its noun."""
    words, flags = s.words, s.flags
    if at < len(words) and words[at] in {"of", "de", "d'", "entre", "des", "del"}:
        at += 1
        while at < len(words) and (flags[at] & gr.DET or words[at] in {"entre", "those", "all"}):
            at += 1
    return at


def _outcome_in(s: Sentence, phrase: NounPhrase, at: int) -> int | None:
    """Take an outcome inside the phrase, or `None` where it is a verb of the clause."""
    g, flags = s.g, s.flags
    read = read_outcome(s, at)
    if read is not None and not read[1] & (gr.NOUN | gr.STATE):
        read = _alone(g, s.words[at], at)  # "441 décès de migrants": the noun, not "the death of"
    if read is None:
        return None
    name, roles, end = read
    if phrase.outcome is not None and not roles & gr.STATE:
        return None
    named = phrase.head >= 0
    if phrase.unknown and not named:  # not so "internally displaced people"
        named = not all(word.endswith("ly") for word in s.words[phrase.start : at])
    if roles & gr.STATE and roles & gr.GOVERNS and named and takes_object(s, end):
        return None
    if phrase.thing and g.head_first:
        return None
    if roles & gr.NOUN and not roles & gr.STATE and flags[at] & gr.THING == 0:
        phrase.head = at
        phrase.thing = False
    phrase.outcome, phrase.outcome_at = name, at
    if flags[at] & gr.PERSON and phrase.head < 0:
        phrase.people = True
    return end


def _alone(g: Grammar, word: str, at: int) -> tuple[str, int, int] | None:
    """The outcome of a word by itself, where it names people."""
    entries = (entry for rest, entry in g.outcomes[word] if not rest and entry[1] & (gr.NOUN | gr.STATE))
    return next(((name, roles, at + 1) for name, roles in entries), None)


def read_outcome(s: Sentence, at: int) -> tuple[str, int, int] | None:
    """Read an outcome at a token, two joined ones as one: name, roles, end."""
    g, words, flags = s.g, s.words, s.flags
    first = match_outcome(g, words, at)
    if first is None:
        return None
    name, roles, end = first
    for _ in range(_MOST_JOINED):
        if end + 1 >= len(words) or not (
            (flags[end] & gr.JOIN or words[end] == "/") and flags[end + 1] & gr.OUTCOME
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


def _describes(flags: list[int], end: int) -> bool:
    """Whether people follow at once, as in "several dead and wounded civilians"."""
    return end < len(flags) and bool(flags[end] & gr.PERSON)


def _after_number(flags: list[int], at: int) -> bool:
    return at > 0 and bool(flags[at - 1] & (gr.NUMBER | gr.DIGIT | gr.PERSON))


def _alike(a: int, b: int) -> bool:
    return bool(a & b & (gr.NOUN | gr.STATE | gr.GOVERNS | gr.DOES | gr.OF))


def match_outcome(g: Grammar, words: list[str], at: int) -> tuple[str, int, int] | None:
    """The longest outcome phrase that begins at a token: name, roles, end."""
    entries = g.outcomes.get(words[at])
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


def is_of_them(words: list[str], end: int) -> bool:
    """Whether "of them", "d'entre eux" or "de ellas" follows a number."""
    at = end + 1 if words[end : end + 1] == ["d'"] else end
    after = words[at : at + 2]
    return len(after) > 1 and after[0] in _OF and after[1] in THEM


_OF: Final = frozenset({"of", "de", "entre"})
THEM: Final = word_set("them whom which those ellos ellas eux elles lesquels lesquelles")


def _unit_reason(word: str) -> WordingReason:
    if word in MONEY:
        return WordingReason.money
    if word in PERCENT:
        return WordingReason.percentage
    return WordingReason.not_a_count

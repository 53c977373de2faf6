"""The noun phrase that a number counts: people, an outcome, or neither."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording import cases
from claimtrack.wording import grammar as gr
from claimtrack.wording.grammar import Grammar
from claimtrack.wording.outcome_phrases import match_outcome, read_outcome, takes_object
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_LONGEST: Final = 12

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
        "end", "head", "others", "outcome", "outcome_at", "people", "reason", "single", "start", "thing",
        "unknown",
    )  # fmt: skip

    def __init__(self, start: int) -> None:
        self.start: int = start
        self.end: int = start
        self.head: int = -1
        self.outcome_at: int = -1
        self.people: bool = False
        self.thing: bool = False
        self.unknown: bool = False
        self.others: bool = False
        self.single: bool = False
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
    if (single or at > start) and _stands_for_people(s, phrase, start):
        return phrase
    stop = min(len(words), at + _LONGEST)
    outcome_end = 0
    broken = not _BREAKS.isdisjoint(s.vocabulary)
    while at < stop:
        flag, word = flags[at], words[at]
        if flag & gr.OUTCOME and match_outcome(g, words, at) is not None:
            read = _outcome_in(s, phrase, at)
            if read is not None:
                at = phrase.end = outcome_end = read
                continue
            if not flag & gr.PERSON and not _is_modifier(s, at):
                break
        if broken and (word in _BREAKS or words[at + 1 : at + 2] == _HYPHEN):
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
    if (
        phrase.people
        and words[phrase.head] in cases.CASES
        and not cases.are_people(words, start, phrase.head)
    ):
        phrase.people, phrase.thing = False, True
    of_one = _is_of_one(s, phrase)
    phrase.people = phrase.people and not of_one
    phrase.unknown = of_one or (phrase.unknown and phrase.head < 0 and phrase.outcome is None)
    return phrase


def _stands_for_people(s: Sentence, phrase: NounPhrase, start: int) -> bool:
    """Take a pronoun: "7 d'entre eux", "un autre est porté disparu"."""
    at = phrase.end
    word, before = s.words[at : at + 1], s.words[at - 1 : at]
    if at > start and before == ["entre"] and word and word[0] in _HUMAN:
        phrase.people, phrase.start, phrase.end = True, at + 1, at + 1
        return True
    if phrase.single and word == ["autre"] and s.flags[at + 1 : at + 2] and s.flags[at + 1] & _HELPS:
        phrase.people, phrase.others, phrase.head, phrase.end = True, True, at, at + 1
        return True
    return False


def _is_modifier(s: Sentence, at: int) -> bool:
    """Whether a verb of harm only says of which people: "11 kidnap victims", "two murder suspects"."""
    if s.g.head_first or at + 1 >= len(s.flags) or s.words[at].endswith(("ed", "ing", "s")):
        return False
    return bool(s.flags[at + 1] & (gr.PERSON | gr.SINGLE)) and s.words[at + 1].endswith("s")


def _is_verb(s: Sentence, phrase: NounPhrase, at: int) -> bool:
    """Whether a thing after a plural of people is their verb: "100 Maoists storm a camp"."""
    head = s.words[phrase.head] if phrase.head >= 0 else ""
    follows = at + 1 < len(s.words) and bool(s.flags[at + 1] & (gr.DET | gr.ARTICLE))
    return (
        follows
        and phrase.head == at - 1
        and head.endswith(("s", "men", "people"))
        and not s.words[at].endswith("s")
    )


_HELPS: Final = gr.AUX | gr.HAVE
_HUMAN: Final = frozenset({"eux", "elles"})
_BREAKS: Final = frozenset("-(")
_HYPHEN: Final = ["-"]
_PHRASE_ENDS: Final = gr.ENDS | gr.AUX | gr.HAVE | gr.NUMBER | gr.DIGIT


def _takes_word(s: Sentence, phrase: NounPhrase, at: int) -> bool:
    """Take a noun or a word beside it; `False` where the phrase has ended."""
    flag, word = s.flags[at], s.words[at]
    if at == phrase.start and word in _STATED and not phrase.single and _ends_list(s, at + 1):
        phrase.people = True
        return True  # "289 décès (241 confirmés et 48 probables)"
    behind = phrase.unknown and phrase.head < 0 and s.g.head_first and s.words[at - 1] not in _BEFORE_NOUNS
    if behind and (word in _ADJECTIVES or word.endswith(_OF_NATIONS)):
        return True  # "structures civiles", "forces syriennes", "un accord français"
    if flag & _NOUN:
        if flag & gr.THING and phrase.people and not s.g.head_first and _is_verb(s, phrase, at):
            return False
        phrase.take(flag, word, at, first=s.g.head_first)
        return True
    if word == "forces" and s.words[at - 1] == "security":
        phrase.take(gr.PERSON, word, at, first=s.g.head_first)
    elif word in _SPARED and phrase.head >= 0:
        return False  # "12 soldiers escaped death"
    elif flag & (gr.FATE | gr.ACTS) and phrase.head < 0:
        phrase.people = phrase.people or not phrase.unknown
        return False
    elif _ends_phrase(s, phrase, at) and not _joins_modifiers(s, phrase, at):
        return False
    elif phrase.head < 0:
        phrase.unknown = True
    elif not flag and _is_described(s, phrase, word):
        phrase.people, phrase.thing, phrase.head = False, True, at
    return True


def _ends_list(s: Sentence, at: int) -> bool:
    return at >= len(s.words) or bool(s.flags[at] & (gr.JOIN | gr.STOP)) or s.words[at] in {")", ","}


_STATED: Final = word_set(
    "confirmes confirmees probables suspects suspectes gueris confirmed probable suspected recovered"
)
"""What cases and deaths are said to be."""
_NOUN: Final = gr.PERSON | gr.SINGLE | gr.THING
_SPARED: Final = word_set("escaped survived escape survive narrowly cheated feared risked")
_PRESUMED: Final = frozenset({"presumed", "believed", "reported", "confirmed"})
_BADLY: Final = word_set("grievement gravement mortellement legerement serieusement")
_BEFORE_NOUNS: Final = word_set(
    """
    presume presumes presumees supposes ancien anciens anciennes autre autres jeune petits petites grands
    grandes bons futurs simples pauvres
    """
)
"""Adjectives that stand before the noun they describe: "12 présumés terroristes"."""
_OF_NATIONS: Final = (
    "ien", "iens", "iennes", "cain", "cains", "caines", "een", "eens", "eennes", "ais", "aises", "ois",
    "oises", "kinabe", "ienne", "aise", "oise", "caine", "eenne",
)  # fmt: skip
_ADJECTIVES: Final = word_set(
    """
    civils civiles militaires policieres terroristes rebelles militares rebeldes parlementaires clandestines
    catholiques protestantes orthodoxes bouddhistes hindouistes musulmanes chretiennes financiers financieres
    """
)


_NOT: Final = "n'"


def _ends_phrase(s: Sentence, phrase: NounPhrase, at: int) -> bool:
    flag, word = s.flags[at], s.words[at]
    if flag & _PHRASE_ENDS or not word[0].isalpha() or word.endswith(_NOT):
        ahead = s.flags[at + 1] if at + 1 < len(s.flags) else 0
        return not (word in _PRESUMED and ahead & gr.PERSON and not ahead & gr.OUTCOME)
    if word in _BADLY and (at + 1 == len(s.words) or s.flags[at + 1] & gr.ENDS):
        return True  # "dont 12 grièvement"
    if flag or phrase.head < 0 or s.g.head_first:
        return False
    if phrase.thing and phrase.head == at - 1 and s.words[phrase.head].endswith("s"):
        return True  # "the 14 rounds felt like death"
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


def is_of_them(words: list[str], end: int) -> bool:
    """Whether "of them", "d'entre eux" or "de ellas" follows a number."""
    if end + 1 >= len(words) or words[end] not in _OF_OR_D:
        return False
    if words[end] == "d'" and words[end + 1] in THEM:
        return True  # "l'un d'eux"
    at = end + 1 if words[end] == "d'" else end
    after = words[at : at + 2]
    return len(after) > 1 and after[0] in _OF and after[1] in THEM


_OF: Final = frozenset({"of", "de", "entre"})
_OF_OR_D: Final = _OF | {"d'"}
THEM: Final = word_set("them whom which those these ellos ellas eux elles lesquels lesquelles")


def past_band(s: Sentence, low: int) -> int:
    """Where "a family of" or "a team of local" begins that leads up to a count, else the count's start."""
    at = low - 1
    if at < 1 or s.words[at] not in _OF_THEM:
        return low
    while at > 0 and low - at <= _BAND and not s.flags[at] & gr.ARTICLE:
        at -= 1
    banded = not _GROUPED.isdisjoint(s.words[at:low])
    return at if s.flags[at] & gr.ARTICLE and banded else low


_BAND: Final = 4
_GROUPED: Final = word_set(
    """
    family group team crew squad convoy patrol party unit column platoon famille groupe equipe equipage
    convoi patrouille familia grupo equipo convoy patrulla
    """
)
_OF_THEM: Final = frozenset({"of", "de", "d'"})


def _unit_reason(word: str) -> WordingReason:
    if word in MONEY:
        return WordingReason.money
    if word in PERCENT:
        return WordingReason.percentage
    return WordingReason.not_a_count

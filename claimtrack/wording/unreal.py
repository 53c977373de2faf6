"""Harm that a text says did not happen: "were not killed", "could have been killed", "a tenté de tuer"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.leftover_words import ATTEMPTS
from claimtrack.wording.outcome_phrases import match_outcome
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tails import TOLLS
from claimtrack.wording.tokens import word_set

_LEFT: Final = 7
_RIGHT: Final = 10
_VERB: Final = 6
_NOT: Final = {
    "en": word_set("not never t cannot nearly almost"),
    "fr": word_set("pas jamais presque quasiment"),
    "es": word_set("no nunca jamas casi"),
    "ar": frozenset[str](),
}
_ONLY: Final = word_set("only seulement solo solamente")
_COULD: Final = word_set("could would should aurait auraient")
"""With "have" or "pu" and a participle they tell of what did not come about."""
_WOULD: Final = word_set("could would should")
"""With "be" or the verb alone they tell of what has not come about: "would be killed", "could kill"."""
_COULD_BE: Final = frozenset({("escaped", "being"), ("escaped", "death"), ("podido", "ser")})
_HELPERS: Final = word_set("been be have yet encore etre pu du ser sido did does do")
_ARE: Final = word_set("are were was is about")
_WILL: Final = word_set("will shall")
_RISE: Final = word_set(
    "rise climb exceed reach top surpass grow elever depasser atteindre franchir superar alcanzar llegar"
)
_UP_TO: Final = word_set("to above past over beyond a au la les de d' des dela barre en realite")
_EXPECTED: Final = word_set(
    """
    may might will could would likely expected set risque risquent devrait devraient pourrait pourraient va
    podria podrian puede
    """
)
_IF: Final = word_set("if unless whether si sinon")
_THAT: Final = word_set("that qu' que")
_DENYING: Final = word_set("not no never pas jamais nunca false untrue faux falso")
_SURE: Final = word_set("doubt doute duda only")
"""After "no", they affirm: "there is no doubt that"."""
_ADVERBS: Final = ("ly", "ment", "mente")
_TO: Final = word_set("to de d' a")


def is_unreal(s: Sentence, quantity: Quantity) -> bool:
    """Whether the verb that a count belongs to is denied, only possible, or only tried."""
    if _is_forecast(s, quantity.start) or _is_feared(s, quantity) or _could_have(s, quantity):
        return True
    if quantity.start and quantity.outcome is not None and _is_supposed(s, quantity.start - 1):
        return True
    if quantity.outcome is None or quantity.zero:
        return False
    if _is_counterfactual(s, quantity):
        return True
    if quantity.noun.outcome is not None:
        return False
    if not quantity.governed:
        return _is_subject_of_nothing(s, quantity)
    for at in range(quantity.start - 1, max(-1, quantity.start - _LEFT), -1):
        if s.flags[at] & gr.OUTCOME and match_outcome(s.g, s.words, at) is not None:
            return _is_not(s, max(0, at - _VERB), at) or _is_tried(s, at) or _is_averted(s, at)
    return False


def _is_forecast(s: Sentence, start: int) -> bool:
    """Whether a toll is only expected to come to a number: "is likely to exceed 100"."""
    for at in range(start, max(0, start - _VERB), -1):
        if s.words[at] in _RISE:
            return not _EXPECTED.isdisjoint(s.words[max(0, at - _VERB) : at])
        if at < start and s.words[at] not in _UP_TO:
            break
    return False


def _is_feared(s: Sentence, quantity: Quantity) -> bool:
    """Whether French fears or expects it: "craint que 400 000 ne soient déplacés", "d'ici décembre"."""
    if s.g.code != "fr" or _AHEAD.isdisjoint(s.vocabulary):
        return False
    ahead = s.words[quantity.end : quantity.end + _RIGHT + _VERB]
    fears = any(word.startswith(_FEARS) for word in s.words[max(0, quantity.start - _LEFT) : quantity.start])
    if fears and any(pair in _SUBJUNCTIVE for pair in pairwise(ahead)):
        return True
    at = next((at for at, pair in enumerate(pairwise(ahead)) if pair == ("d'", "ici")), None)
    if at is None or at + 2 >= len(ahead):
        return False
    return ahead[at + 2] in _UNTIL or bool(s.flags[quantity.end + at + 2] & (gr.MONTH | gr.DIGIT))


_AHEAD: Final = word_set("ne n' ici")
_FEARS: Final = ("crai", "redout")
_SUBJUNCTIVE: Final = frozenset({("ne", "soient"), ("ne", "soit"), ("ne", "meurent"), ("ne", "perissent")})
_UNTIL: Final = word_set("a au la le fin quelques peu un une deux trois")


def _could_have(s: Sentence, quantity: Quantity) -> bool:
    """Whether it did not come about, or only would: "aurait pu faire 50 morts", "pourraient fuir si …"."""
    if _POSSIBLE.isdisjoint(s.vocabulary):
        return False
    lead = s.words[max(0, quantity.start - _VERB) : quantity.start]
    if any(pair in _PAST_POSSIBLE for pair in pairwise(lead)) and "," not in lead:
        return True
    if s.g.code != "fr" or quantity.outcome is None:
        return False
    if "sans" in s.vocabulary and not _WOULD_HAVE.isdisjoint(lead):
        return _leads_with(s, quantity.start, "sans")
    if "si" not in s.vocabulary:
        return False
    ahead = s.words[quantity.end : quantity.end + 2 * _RIGHT]
    at = next((at for at, word in enumerate(ahead) if word in _CONDITIONAL), None)
    return at is not None and at <= _LEFT and "si" in ahead[at:] and "meme" not in ahead[at:]


def _leads_with(s: Sentence, start: int, word: str) -> bool:
    """Whether a sentence begins with a word, and a comma follows before a token."""
    floor = max(0, start - _SENTENCE)
    first = next((at for at in range(start - 1, floor, -1) if s.words[at - 1] in _FULL_STOPS), floor)
    named = first + 1 < len(s.words) and s.flags[first + 1] & gr.DET  # not "sans surprise, …"
    return s.words[first] == word and bool(named) and "," in s.words[first:start]


_WOULD_HAVE: Final = word_set("aurait auraient")
_POSSIBLE: Final = word_set("aurait auraient could si")
_PAST_POSSIBLE: Final = frozenset({("aurait", "pu"), ("auraient", "pu"), ("could", "have")})
_CONDITIONAL: Final = word_set("pourrait pourraient serait seraient devrait devraient risque risquent")


def _is_counterfactual(s: Sentence, quantity: Quantity) -> bool:
    """Whether it would have happened only: "had the bomb gone off, 200 might have been killed"."""
    if "had" not in s.vocabulary or _MIGHT.isdisjoint(s.words[quantity.end : quantity.end + _RIGHT]):
        return False
    first = quantity.start
    floor = max(0, first - _SENTENCE)
    while first > floor and s.words[first - 1] not in _FULL_STOPS:
        first -= 1
    lead = s.words[first : quantity.start]
    return "," in lead and "had" in lead and (lead[0] == "had" or lead[0] in _IF)


_MIGHT: Final = word_set("might may could")
_SENTENCE: Final = 40
_FULL_STOPS: Final = frozenset(".;?!")


def is_earlier(s: Sentence, start: int) -> bool:
    """Whether a number is that of a toll which no longer stands: "an earlier toll put the dead at 65"."""
    if _EARLIER.isdisjoint(s.vocabulary):
        return False
    first = max(0, start - _RIGHT)
    if _EARLIER.isdisjoint(s.words[first:start]):
        return False
    for at in range(start - 1, first - 1, -1):
        if s.words[at] in _EARLIER:
            return any(word in TOLLS for word in (*s.words[at - 1 : at], *s.words[at + 1 : at + 3]))
        if s.flags[at] & gr.STOP or s.words[at] == ",":
            break
    return False


_EARLIER: Final = word_set("earlier previous precedent precedente anterior")


def _is_supposed(s: Sentence, at: int) -> bool:
    """Whether a clause only supposes or denies what it tells: "if 12 …", "it is not true that 12 …"."""
    if s.words[at] in _THAT:
        return s.words[at - 1] not in _SURE and not _DENYING.isdisjoint(s.words[max(0, at - 3) : at])
    return s.words[at] in _IF and s.words[at - 1] != "meme"


def _is_subject_of_nothing(s: Sentence, quantity: Quantity) -> bool:
    """Whether the verb of which people are the subject is denied."""
    at = start = max(quantity.end, quantity.noun.head + 1)
    end = min(len(s.words), start + _RIGHT)
    while at < end:
        if s.words[at] == ",":
            at = start = _behind_aside(s, at, end)
        elif s.flags[at] & gr.STOP:
            return False
        elif s.flags[at] & gr.OUTCOME and match_outcome(s.g, s.words, at) is not None:
            return _is_not(s, start, at)
        else:
            at += 1
    return False


def _behind_aside(s: Sentence, comma: int, end: int) -> int:
    """Where an aside between two commas is over: "12 soldiers, officials say, were not killed"."""
    for at in range(comma + 1, end - 1):
        if s.words[at] == ",":
            return at + 1
        if s.flags[at] & (gr.STOP | gr.OUTCOME):
            break
    return end


def _is_not(s: Sentence, start: int, end: int) -> bool:
    """Whether the helpers of a verb say that it did not happen: "could have been", "n'ont pas été"."""
    words = s.words
    for at in range(end - 1, start - 1, -1):
        word, following = words[at], words[at + 1]
        if word in _NOT[s.g.code] and following not in _ONLY:
            return True
        if word in _WILL or (word, following) in _COULD_BE:
            return True
        if word in _COULD and ("have" in words[at + 1 : end + 1] or following == "pu"):
            return True
        if word in _WOULD and (following == "be" or at + 1 == end):
            return True
        if word == "to" and following == "be":
            return words[at - 1] in _ARE
        if not (s.flags[at] & (gr.AUX | gr.HAVE | gr.NOT) or word in _HELPERS or word.endswith(_ADVERBS)):
            return False
    return False


def _is_tried(s: Sentence, at: int) -> bool:
    """Whether a verb is the aim of an attempt: "ont tenté de tuer", "intentaron matar a"."""
    if s.words[at - 1] == "pour" and s.words[at][-1] == "r":
        return True
    before = at - 1 - (s.words[at - 1] in _TO)
    return before >= 0 and s.words[before] in ATTEMPTS[s.g.code]


def _is_averted(s: Sentence, at: int) -> bool:
    """Whether what a noun of harm names was prevented: "thwarted the abduction of nine"."""
    before = at - 1
    while before > 0 and (s.flags[before] & gr.DET or s.words[before] in _ARTICLES):
        before -= 1
    return before >= 0 and s.words[before].startswith(_AVERTED)


_ARTICLES: Final = word_set("l' la le les d' el los las possible planned")
_AVERTED: Final = (
    "prevent", "avert", "thwart", "foil", "avoid", "empech", "dejou", "evit", "impid", "frustr",
)  # fmt: skip

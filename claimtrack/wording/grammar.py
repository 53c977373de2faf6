"""A language as tables, and the same tables compiled for reading.

A `Language` is what a person writes: lists of words. A `Grammar` is what the reader
uses: one dict from word to flags, and phrase tables keyed by their first or last word.
Grammars are compiled on first use, so importing the package costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, reduce
from importlib import import_module
from operator import or_
from typing import TYPE_CHECKING, Final

from claimtrack.wording.tokens import cut_phrase, fold

if TYPE_CHECKING:
    from claimtrack.wording.language import Language

LANGUAGES: Final = ("en", "fr", "es", "ar")
"""The languages that are read, in the order in which a tie is settled."""

_MODULES = {"en": "english", "fr": "french", "es": "spanish", "ar": "arabic"}

# What a word can be. A word may be several of these.
NUMBER: Final = 1 << 0  # a number word
VAGUE: Final = 1 << 1  # begins a vague wording ("several", "dozens", "no")
ARTICLE: Final = 1 << 2  # "a", "one", "un": one, if a person follows
LOSS: Final = 1 << 3  # "losses", "casualties"
PERSON: Final = 1 << 4  # people
SINGLE: Final = 1 << 5  # one person
OUTCOME: Final = 1 << 6  # begins an outcome
THING: Final = 1 << 7  # neither people nor an outcome
UNIT: Final = 1 << 8  # a unit of time, length, money …
ENDS: Final = 1 << 9  # ends a noun phrase
AUX: Final = 1 << 10  # a form of "be"
HAVE: Final = 1 << 11  # a form of "have"
PASS: Final = 1 << 12  # may stand between a verb and the number it governs
JOIN: Final = 1 << 13  # "and", "or"
PREP: Final = 1 << 14  # a preposition
STOP: Final = 1 << 15  # a mark that ends a clause
MONTH: Final = 1 << 16
DENY: Final = 1 << 17  # "denied", "dément"
NOT: Final = 1 << 18
TAIL: Final = 1 << 19  # begins a hedge that may follow at a distance ("so far")
ACTS: Final = 1 << 20  # what only people do ("challenged"): whom it follows are people
REPORT: Final = 1 << 21  # "reports", "signalée": what a denial denies
DET: Final = 1 << 22  # a determiner that begins another noun phrase
ADJ: Final = 1 << 23  # an adjective of losses ("heavy")
UNKNOWN: Final = 1 << 24  # "unknown", "unclear"
DIGIT: Final = 1 << 25
FATE: Final = 1 << 27  # what only people live through ("rescued"): whom it follows are people
BEFORE: Final = 1 << 26  # "before", "no." "resolution": what follows is a name, not a count

STARTS: Final = NUMBER | VAGUE | ARTICLE | LOSS | DIGIT
COUNTING: Final = NUMBER | VAGUE | DIGIT

# How an outcome word stands to the people it counts.
NOUN: Final = 1  # counts them itself: "12 dead", "deux blessés"
STATE: Final = 2  # follows or precedes them: "12 soldiers killed", "12 missing soldiers"
GOVERNS: Final = 4  # has them as its object: "killed 12"
DOES: Final = 8  # has them as its subject: "12 died"
OF: Final = 16  # "the death of 12"
SUM: Final = 32  # "the death toll reached 12"

_MARKS = ".;!?:"


Phrases = dict[str, tuple[str | None, dict[str, list[tuple[list[str], str]]]]]
"""By the first word: what it means alone, and by the second word the longer phrases, longest first."""

Outcomes = dict[str, list[tuple[list[str], tuple[str, int]]]]


class Grammar:
    """The tables of one language, compiled."""

    __slots__ = (
        "after",
        "alone",
        "bare_scales",
        "before",
        "below_hundred",
        "both_ends",
        "code",
        "collectives",
        "either",
        "flags",
        "glue",
        "head_first",
        "hundreds",
        "links",
        "multiples",
        "openers",
        "outcomes",
        "parts",
        "plurals",
        "round_articles",
        "scales",
        "small",
        "tails",
        "vague",
    )  # fmt: skip

    def __init__(self, language: Language) -> None:
        self.code: str = language.code
        self.head_first: bool = language.head_first
        self.below_hundred: Callable[[list[str], int], tuple[int, int] | None] | None = language.below_hundred
        self.small: dict[str, int] = _folded(language.small)
        self.hundreds: dict[str, int] = _folded(language.hundreds)
        self.scales: dict[str, int] = _folded(language.scales)
        self.bare_scales: frozenset[str] = frozenset(map(fold, language.bare_scales))
        self.collectives: dict[str, int] = _folded(language.collectives)
        self.plurals: dict[str, int] = _folded(language.plurals)
        self.round_articles: frozenset[str] = frozenset(fold(language.round_articles).split())
        self.glue: frozenset[str] = frozenset(fold(language.glue).split())
        self.links: frozenset[str] = frozenset([*fold(language.links).split(), "-"])
        self.either: frozenset[str] = frozenset(fold(language.either).split())
        self.both_ends: dict[str, str] = {fold(word): fold(link) for word, link in language.both_ends.items()}
        self.openers: Phrases = _phrases({word: word for word in self.both_ends}, backwards=True)
        self.vague: Phrases = _phrases(language.vague)
        self.multiples: Phrases = _phrases(language.multiples)
        self.before: Phrases = _phrases(language.before, backwards=True)
        self.after: Phrases = _phrases(language.after)
        self.tails: Phrases = _phrases(language.tails)
        self.parts: Phrases = _phrases({"part": language.parts}, backwards=True)
        self.outcomes: Outcomes = {}
        for name, roles, words in language.outcomes:
            for phrase in _listed(words):
                first, *rest = cut_phrase(phrase)
                for prefix in ("", *language.prefixes.split()):
                    self.outcomes.setdefault(prefix + first, []).append((rest, (name, roles)))
        for entries in self.outcomes.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.alone: dict[str, tuple[str, int]] = {
            word: _merged(entries)
            for word, entries in self.outcomes.items()
            if not any(rest for rest, _ in entries)
        }
        self.flags: dict[str, int] = self._flags(language)

    def _flags(self, language: Language) -> dict[str, int]:
        flags: dict[str, int] = {}

        def mark(words: Iterable[str], flag: int) -> None:
            for word in words:
                flags[word] = flags.get(word, 0) | flag

        for flag, words in language.flags.items():
            mark(fold(words).split(), flag)
        articles = frozenset(fold(language.articles).split())
        mark((word for word in self.small if word not in articles), NUMBER)
        mark(self.hundreds, NUMBER)
        mark(self.scales, NUMBER)
        mark(self.collectives, NUMBER)
        mark(self.plurals, VAGUE)
        mark(articles, ARTICLE)
        mark(self.vague, VAGUE)
        mark(self.multiples, VAGUE)
        mark(self.outcomes, OUTCOME)
        mark(self.tails, TAIL)
        mark(_MARKS, STOP | ENDS)
        mark(",()-/", ENDS)
        return flags


def _merged(entries: list[tuple[list[str], tuple[str, int]]]) -> tuple[str, int]:
    """The first outcome of a word, with every role it has."""
    name = entries[0][1][0]
    return name, reduce(or_, (roles for _, (called, roles) in entries if called == name))


@cache
def grammar(code: str) -> Grammar:
    """The compiled tables of a language, made on first use."""
    module = import_module(f"claimtrack.wording.{_MODULES[code]}")
    language: Language = module.LANGUAGE
    return Grammar(language)


def match(table: Phrases, words: list[str], start: int) -> tuple[str, int] | None:
    """The longest phrase of a table that begins at a token, and where it ends."""
    entry = table.get(words[start])
    if entry is None:
        return None
    alone, longer = entry
    if longer and start + 1 < len(words):
        for rest, value in longer.get(words[start + 1], ()):
            end = start + 1 + len(rest)
            if words[start + 1 : end] == rest:
                return value, end
    return None if alone is None else (alone, start + 1)


def match_back(table: Phrases, words: list[str], end: int) -> tuple[str, int] | None:
    """The longest phrase of a table that ends before a token, and where it starts."""
    entry = table.get(words[end - 1]) if end > 0 else None
    if entry is None:
        return None
    alone, longer = entry
    if longer and end > 1:
        for rest, value in longer.get(words[end - 2], ()):
            start = end - 1 - len(rest)
            if start >= 0 and words[start : end - 1] == rest:
                return value, start
    return None if alone is None else (alone, end - 1)


def _folded(table: Mapping[str, int]) -> dict[str, int]:
    return {fold(word): number for word, number in table.items()}


def _listed(text: str) -> list[str]:
    return [phrase for piece in text.replace("\n", "|").split("|") if (phrase := piece.strip())]


def _phrases(table: Mapping[str, str], *, backwards: bool = False) -> Phrases:
    compiled: Phrases = {}
    for value, phrases in table.items():
        for phrase in _listed(phrases):
            words = cut_phrase(phrase)
            head, rest = (words[-1], words[:-1]) if backwards else (words[0], words[1:])
            alone, longer = compiled.get(head, (None, {}))
            if rest:
                longer.setdefault(rest[-1] if backwards else rest[0], []).append((rest, value))
            compiled[head] = (alone if rest else value, longer)
    for _, longer in compiled.values():
        for entries in longer.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return compiled

"""A text with its language: what every step of the reading works on."""

from __future__ import annotations

import re
from functools import reduce
from operator import or_
from typing import Final

from claimtrack.errors import InvalidField
from claimtrack.wording.grammar import DIGIT, LANGUAGES, PERSON, SINGLE, Grammar, grammar
from claimtrack.wording.languages import language_of
from claimtrack.wording.tokens import Tokens

_SCALED: Final = re.compile(r"\d[KM]\b")
_SHORT: Final = 12
"""Up to this many words, an "à" is taken to say that a wording is French ("39 à 42")."""
_BY_ACCENT: Final = {"naufrages": PERSON, "naufrage": SINGLE, "retraite": SINGLE, "sinistre": SINGLE}
"""Nouns that name people only where their "é" is written."""


class Sentence:
    """A text cut into tokens, with the tables of its language.

    Attributes:
        tokens: The text and its tokens.
        words: The folded tokens.
        g: The tables of its language.
        flags: What each token can be.
        seen: What any of them can be.
        vocabulary: The words, each once.
    """

    __slots__ = ("flags", "g", "seen", "tokens", "vocabulary", "words")

    def __init__(self, text: str, lang: str | None) -> None:
        self.tokens: Tokens = Tokens(text)
        words = self.tokens.words
        self.words: list[str] = words
        if lang is None:
            lang = language_of(words)
            if lang == "en" and len(words) <= _SHORT and " à " in text:
                lang = "fr"
        elif lang not in LANGUAGES:
            raise InvalidField("wording", "lang", lang, f"one of {', '.join(LANGUAGES)}, or None")
        self.g: Grammar = grammar(lang)
        get = self.g.flags.get
        self.flags: list[int] = [get(word) or (DIGIT if "0" <= word[0] <= "9" else 0) for word in words]
        self.seen: int = reduce(or_, self.flags, 0)
        if self.seen & DIGIT and _SCALED.search(text):
            self._keep_capitals()
        self.vocabulary: frozenset[str] = frozenset(words)
        if lang == "fr" and not _BY_ACCENT.keys().isdisjoint(self.vocabulary):
            self._tell_accents()

    def _keep_capitals(self) -> None:
        """Keep the capital of "600K" and "1.2M", which "12k" for a distance and "12m" have not."""
        for at, word in enumerate(self.words):
            if word[-1] in "km" and word[0].isdigit() and self.tokens.cut(at, at + 1)[-1].isupper():
                self.words[at] = word[:-1] + word[-1].upper()

    def _tell_accents(self) -> None:
        """Tell "26 naufragés" from "26 naufrages", which are spelt alike once they are folded."""
        for at, word in enumerate(self.words):
            if word in _BY_ACCENT and self.tokens.cut(at, at + 1).lower().rstrip("s").endswith("é"):
                self.flags[at] = _BY_ACCENT[word]
                self.seen |= _BY_ACCENT[word]

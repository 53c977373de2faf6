"""What a person writes to add a language: its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import attrs


@attrs.frozen(kw_only=True)
class Language:
    """The tables of one language; every word is folded and cut when they are compiled.

    Attributes:
        code: Its two letters ("fr").
        small: Number words below one hundred.
        hundreds: Words for hundreds: 100 where a multiplier may stand before, else the whole number.
        scales: "thousand", "million".
        bare_scales: Scales that may stand without a multiplier ("mille").
        collectives: Singular nouns of number ("dozen", "cinquantaine").
        plurals: The same in the plural, for vague wording ("dozens": 12).
        articles: "a", "one", "un".
        round_articles: Articles that make a hundred an approximate one ("a hundred").
        glue: Words inside a number ("and" in "two hundred and five").
        links: Words of a range ("to", "à"); `either` those of "two or three".
        vague: Vague wordings and the rule that reads them.
        multiples: Words before a collective ("several" in "several dozen") and their rule.
        before: Hedges before the number and what they do.
        after: Hedges after the number, at once.
        tails: Hedges anywhere after it in the clause.
        outcomes: Outcome words: name, roles, words.
        flags: Word lists by flag.
        parts: Words that begin a part of a total ("including", "dont").
        head_first: Whether the noun comes before its adjectives.
        prefixes: Words that are written on to the next one (Arabic "و").
        below_hundred: The quirks of the language below one hundred, if the plain rule
            (tens, then a unit) does not do.
    """

    code: str
    small: Mapping[str, int]
    hundreds: Mapping[str, int]
    scales: Mapping[str, int]
    bare_scales: frozenset[str] = frozenset()
    collectives: Mapping[str, int]
    plurals: Mapping[str, int]
    articles: str
    round_articles: str = ""
    glue: str
    links: str
    either: str
    both_ends: Mapping[str, str]
    vague: Mapping[str, str]
    multiples: Mapping[str, str]
    before: Mapping[str, str]
    after: Mapping[str, str]
    tails: Mapping[str, str]
    parts: str
    outcomes: Iterable[tuple[str, int, str]]
    flags: Mapping[int, str]
    head_first: bool = False
    prefixes: str = ""
    below_hundred: Callable[[list[str], int], tuple[int, int] | None] | None = None

"""Sentences as data: a code and what fills it, told in English or in French.

Every reason the library gives is a `Phrase`. It is a `str` and reads in English; it also knows its code and
its fields, and `tell(reason, "fr")` gives the same sentence in French. The templates stand side by side in
the modules of this room, one table for each part of the library.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import cache, lru_cache
from string import Formatter
from types import MappingProxyType
from typing import Final, NamedTuple, Self

from claimtrack.errors import InvalidField
from claimtrack.telling import accounts, explanations, interests, policies, readings, records, statuses, terms
from claimtrack.telling.speech import SPEECH, Language, Speech

__all__ = [
    "TEMPLATES",
    "Language",
    "Phrase",
    "Untold",
    "check_language",
    "clauses",
    "phrase",
    "remembered",
    "tell",
    "term",
    "untold",
]

_PLACES: Final[Mapping[Language, int]] = {"en": 0, "fr": 1}

TEMPLATES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType({
    **terms.TEMPLATES, **statuses.TEMPLATES, **interests.TEMPLATES, **accounts.TEMPLATES,
    **policies.TEMPLATES, **explanations.TEMPLATES, **records.TEMPLATES, **readings.TEMPLATES,
})  # fmt: skip
"""Every sentence by its code, in English and in French; `{claim:de}` names a field and how it is put."""


class Phrase(str):
    """A sentence of the library: a text in English, which also knows its code and its fields.

    Attributes:
        code: What kind of sentence it is ("status.overtaken"); it stays when the wording is bettered.
        fields: What fills it, by name: texts, numbers, other phrases, and tuples of these.

    Example:
        >>> reason = phrase("figure.at_least", n=81)
        >>> print(reason, "·", tell(reason, "fr"), "·", reason.code)
        at least 81 · au moins 81 · figure.at_least
    """

    __slots__ = ("code", "fields")

    code: str
    fields: Mapping[str, object]

    def __new__(cls, code: str, fields: Mapping[str, object]) -> Self:
        """Make a sentence of a code and its fields; use `phrase`."""
        told = super().__new__(cls, _told(code, fields, "en"))
        told.code, told.fields = code, MappingProxyType(dict(fields))
        return told

    def __reduce__(self) -> tuple[object, ...]:
        return (Phrase, (self.code, dict(self.fields)))


def phrase(code: str, /, **fields: object) -> Phrase:
    """Make a sentence: its code, and what fills it."""
    return Phrase(code, fields) if fields else _constant(code)


def remembered(code: str, /, **fields: Hashable) -> Phrase:
    """As `phrase`, for a sentence that is asked for again and again: it is made once."""
    return _remembered(code, tuple(fields.items()))


@lru_cache(maxsize=4096)
def _remembered(code: str, fields: tuple[tuple[str, Hashable], ...]) -> Phrase:
    return Phrase(code, dict(fields))


@cache
def _constant(code: str) -> Phrase:
    return Phrase(code, {})


class Untold(NamedTuple):
    """A sentence that is not put together before somebody asks for it.

    Attributes:
        code: What kind of sentence it is.
        fields: What fills it; untold sentences are told with it.
    """

    code: str
    fields: tuple[tuple[str, object], ...]

    def told(self) -> Phrase:
        """The sentence."""
        told = {name: one.told() if isinstance(one, Untold) else one for name, one in self.fields}
        return Phrase(self.code, told)


def untold(code: str, /, **fields: object) -> Untold:
    """A sentence to be put together when somebody asks for it: many more are made than are read."""
    return Untold(code, tuple(fields.items()))


def term(kind: str, value: str) -> Phrase:
    """A term of a closed vocabulary: `term("state", "refuted")`."""
    return _constant(f"{kind}.{value}")


def clauses(parts: Iterable[str]) -> Phrase:
    """Join clauses into one sentence, as prose does: "; " between them, and no full stops within."""
    return Phrase("clauses", {"parts": tuple(parts)})


def tell(text: str, lang: Language) -> str:
    """A text in a language: a sentence of the library is told in it, any other text is shown as it is.

    Args:
        text: A reason, a label, or words of a source or an analyst.
        lang: "en" or "fr".

    Raises:
        InvalidField: If nothing can be told in that language.
    """
    if not isinstance(text, Phrase) or lang == "en":
        return str(text)
    return _told(text.code, text.fields, check_language(lang))


def check_language(lang: str) -> Language:
    """A language, if sentences can be told in it.

    Raises:
        InvalidField: If they cannot.
    """
    for known in _PLACES:
        if lang == known:
            return known
    raise InvalidField("tell", "lang", lang, f"one of {', '.join(_PLACES)}")


def _told(code: str, fields: Mapping[str, object], lang: Language) -> str:
    speech = SPEECH[lang]
    pieces = []
    for literal, name, how in _parsed(code, lang):
        pieces.append(literal)
        if name is not None:
            pieces.append(_put(fields[name], how, speech, lang))
    return "".join(pieces)


@cache
def _parsed(code: str, lang: Language) -> tuple[tuple[str, str | None, str], ...]:
    """A template in pieces: a text, the field that follows it, and how that is put."""
    template = SPEECH[lang].spaced(TEMPLATES[code][_PLACES[lang]])
    return tuple((literal, name, how or "") for literal, name, how, _ in Formatter().parse(template))


def _put(value: object, how: str, speech: Speech, lang: Language) -> str:
    if isinstance(value, float):
        return speech.decimal(value, how)
    if isinstance(value, int):
        return speech.agreeing(value, how) if "|" in how else speech.number(value)
    if isinstance(value, tuple):
        return speech.joined([_put(one, "", speech, lang) for one in value], how)
    text = tell(str(value) if not isinstance(value, str) else value, lang)
    return speech.shaped(text, how) if how else text

"""How a language writes numbers, lists, elisions and the space before its colons."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, Protocol

from claimtrack.errors import listed, possessive

Language = Literal["en", "fr"]
"""The languages that reasons, tables, plots and the report are told in."""


class Speech(Protocol):
    """What a language has rules for."""

    def spaced(self, template: str) -> str:
        """A template with the spaces that the language has before its marks."""
        ...

    def number(self, n: int) -> str:
        """A whole number, its thousands set apart."""
        ...

    def decimal(self, x: float, how: str) -> str:
        """A number that is not whole: "%" as so many of a hundred, else with two decimals."""
        ...

    def agreeing(self, n: int, forms: str) -> str:
        """The form of a word that agrees with a number, of two given as "claim|claims"."""
        ...

    def joined(self, texts: Sequence[str], how: str) -> str:
        """Several texts as one: "" as prose lists them, ";" as clauses, else each shaped and then listed."""
        ...

    def shaped(self, text: str, how: str) -> str:
        """A text in a form: "^" with a capital, "'s" as an owner, "de" and "que" with what they elide."""
        ...


class English:
    """English."""

    def spaced(self, template: str) -> str:
        """Templates are as they are printed."""
        return template

    def number(self, n: int) -> str:
        """Thousands are set apart by commas."""
        return f"{n:,}"

    def decimal(self, x: float, how: str) -> str:
        """The point sets decimals apart."""
        return f"{x:.0%}" if how == "%" else f"{x:.2f}"

    def agreeing(self, n: int, forms: str) -> str:
        """One is singular, all else plural."""
        one, many = forms.split("|")
        return one if n == 1 else many

    def joined(self, texts: Sequence[str], how: str) -> str:
        """As prose does."""
        if how == ";":
            return "; ".join(text.rstrip(".") for text in texts)
        if how in _SEPARATED:
            return _SEPARATED[how].join(texts)
        if how == "or":
            return " or ".join(texts)
        return listed(self.shaped(text, how) for text in texts)

    def shaped(self, text: str, how: str) -> str:
        """With a capital, or as an owner."""
        if how == "^":
            return text[:1].upper() + text[1:]
        return possessive(text) if how == "'s" else text


class French:
    """French: the forms agree with "déclaration", which is feminine."""

    def spaced(self, template: str) -> str:
        """No line is broken before a double mark, nor within quotation marks."""
        return _BEFORE_MARK.sub("\u00a0", template).replace("« ", "«\u00a0")

    def number(self, n: int) -> str:
        """Thousands are set apart by narrow spaces."""
        return f"{n:,}".replace(",", "\u202f")

    def decimal(self, x: float, how: str) -> str:
        """The comma sets decimals apart."""
        return f"{100 * x:.0f}\u00a0%" if how == "%" else f"{x:.2f}".replace(".", ",")

    def agreeing(self, n: int, forms: str) -> str:
        """Nothing and one are singular."""
        one, many = forms.split("|")
        return one if n < 2 else many

    def joined(self, texts: Sequence[str], how: str) -> str:
        """As prose does."""
        if how == ";":
            return "\u00a0; ".join(text.rstrip(".") for text in texts)
        if how in _SEPARATED:
            return ("\u00a0; " if how == "; " else _SEPARATED[how]).join(texts)
        if how == "or":
            return " ou ".join(texts)
        shaped = [self.shaped(text, how) for text in texts]
        return " et ".join([*([", ".join(shaped[:-1])] if len(shaped) > 1 else []), *shaped[-1:]])

    def shaped(self, text: str, how: str) -> str:
        """With a capital, or after "de" or "que"."""
        if how == "^":
            return text[:1].upper() + text[1:]
        if how == "de":
            described = _DESCRIBED.sub(lambda article: article[0].lower(), text)
            contracted = _CONTRACTS.match(described)
            if contracted:
                return f"{_CONTRACTED[contracted[1].lower()]} {described[contracted.end() :]}"
            return f"d’{described}" if _VOWEL.match(described) else f"de {described}"
        if how == "que":
            return f"qu’{text}" if _VOWEL.match(text) else f"que {text}"
        return text


_SEPARATED: Final = {"+": "", " ": " ", ",": ", ", "; ": "; ", " + ": " + ", " · ": " · ", " − ": " − "}
_BEFORE_MARK: Final = re.compile(" (?=[:;?!»%])")
_VOWEL: Final = re.compile("[aeiouàâäéèêëîïôöûüœæ]", re.IGNORECASE)
_DESCRIBED: Final = re.compile(r"(?:Une?|Des|Les?|La)(?= [a-zà-ÿ])|L(?=’[a-zà-ÿ])")
"""The article of a description ("Une source militaire"), which has no capital within a sentence."""

_CONTRACTS: Final = re.compile(r"(les?|des)\s+", re.IGNORECASE)
_CONTRACTED: Final = {"le": "du", "les": "des", "des": "de"}

SPEECH: Final[Mapping[Language, Speech]] = {"en": English(), "fr": French()}

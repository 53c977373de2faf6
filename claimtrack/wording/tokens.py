"""Words and numerals of a text, folded: one table serves capitals, accents and quotation marks."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

_APOSTROPHES = "’ʼ＇`´"
_DASHES = "‐‑‒–—―−"
_LETTERS = "أإآٱىة"  # Arabic letters that are written in more than one way
_ACCENTED = "àâäáãåçéèêëíìîïñóòôöõúùûüýÿ"
_PLAIN = "aaaaaaceeeeiiiinooooouuuuyy"
_WIDE = "".join(chr(0xFEE0 + code) for code in range(0x21, 0x7F))
_ARABIC = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫٪،؛؟"
_ONE_WAY = "ااااي" + "ه"
_LATIN = "01234567890123456789,.%,;?"
_FOLD: dict[int, str | int | None] = {
    **{ord(wide): chr(ord(wide) - 0xFEE0).lower() for wide in _WIDE},
    **{ord(a): b for a, b in zip(_ACCENTED + _ARABIC + _LETTERS, _PLAIN + _LATIN + _ONE_WAY, strict=True)},
    **{ord(mark): "'" for mark in _APOSTROPHES},
    **{ord(mark): "-" for mark in _DASHES},
}

_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f"  # soft hyphens, marks of direction, loose accents

_PIECE = r"""(
    [a-z]++(?=[ ,])                            # most words, at once
    |(?:[^\W\d_]\.){2,}                          # U.S.  a.m.
    |و(?=\d)                                   # "and", which Arabic writes on to a numeral
    |[^\W\d_]+JOINED(?:-?\d[\w-]*|'(?=[^\W\d_]))?  # a word; "AK-47" whole; "d'" apart
    |\d{4}-\d\d-\d\d(?![\w-])                  # a date
    |\d{1,3}(?:[ .,'\u00a0\u2009\u202f]\d{3}){1,6}(?![\w])          # 1,200  1 200  1.200  1'200
    |\d+(?:[.,:]\d+)*(?:[^\W\d_]\w*)?          # 77  7.62  10:30  122mm  3rd  70s
    |[^\w\s"'«»“”„‟‹›*UNSEEN]                  # a mark; quotation marks are left out
    )"""


@cache
def _splitter(*, unseen: bool) -> re.Pattern[str]:
    """The pattern of a token; marks that are not seen are looked for only in a text that has some."""
    joined, marks = (rf"(?:[{_UNSEEN}·]+[^\W\d_]+)*", _UNSEEN) if unseen else ("", "")
    return re.compile(_PIECE.replace("JOINED", joined).replace("UNSEEN", marks), re.VERBOSE)


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(rf"·e(?=·)|(?<=e)·e|[{_UNSEEN}·]")  # "civil·e·s" is "civils"


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(f"[{_UNSEEN}·]")


@cache
def _beyond_ascii() -> re.Pattern[str]:
    return re.compile(r"[^\x00-\x7f]+")


@cache
def _small_words() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])[a-zß-öø-ÿ]{4}")


_NEAR = 120
"""So many characters around a word tell whether its text uses capitals for names alone."""


class Tokens:
    """A text cut into folded words, numerals and marks.

    Attributes:
        text: The text as given.
        folded: The text in small letters without accents, of the same length.
        words: The folded tokens, with "oe" for "œ".
    """

    __slots__ = ("_ends", "_pieces", "folded", "text", "words")

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.folded: str = fold(text)
        unseen = not self.folded.isascii() and _marks().search(text) is not None
        pieces = _splitter(unseen=unseen).split(self.folded)
        self.words: list[str] = pieces[1::2]
        if unseen:
            self.words = [_unseen().sub("", word) if len(word) > 1 else word for word in self.words]
        if "œ" in self.folded or "æ" in self.folded:
            self.words = [word.replace("œ", "oe").replace("æ", "ae") for word in self.words]
        self._pieces = pieces
        self._ends: list[int] = []

    def _until(self, piece: int) -> int:
        """The character after a piece; most wordings that are read ask for none."""
        if not self._ends:
            self._ends = list(accumulate(map(len, self._pieces)))
        return self._ends[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the tokens from start up to, not including, end."""
        if start >= end:
            end = start + 1
        if start >= len(self.words):
            return (len(self.text), len(self.text))
        return (self._until(2 * start), self._until(2 * min(end, len(self.words)) - 1))

    def cut(self, start: int, end: int) -> str:
        """The text of the tokens from start up to, not including, end, as given."""
        low, high = self.span(start, end)
        return self.text[low:high]

    def is_named(self, at: int) -> bool:
        """Whether a token begins with a capital where capitals tell names, as they do not in a headline."""
        if self.folded == self.text:
            return False
        low, high = self.span(at, at + 1)
        if not self.text[low].isupper():
            return False
        return _small_words().search(self.text, max(0, low - _NEAR), high + _NEAR) is not None

    def glued(self, left: int) -> bool:
        """Whether no blank stands between a token and the next one."""
        return not self._pieces[2 * left + 2]


_LONG = 200
"""From this many characters on, only those beyond ASCII are looked up."""


def fold(text: str) -> str:
    """Small letters, plain letters, ASCII digits, one apostrophe and one dash; the length stays."""
    lower = text.lower()
    if lower.isascii():
        return lower
    if len(lower) != len(text):
        lower = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    if len(lower) < _LONG:
        return lower.translate(_FOLD)
    return _beyond_ascii().sub(lambda found: found[0].translate(_FOLD), lower)


def cut_phrase(phrase: str) -> list[str]:
    """The tokens of a phrase of a table."""
    joined = fold(phrase).replace("' ", "'")
    if joined.endswith("'"):
        return list(_splitter(unseen=False).split(joined + "x")[1:-2:2])
    return list(_splitter(unseen=False).split(joined)[1::2])


def word_list(text: str) -> list[str]:
    """The words of a table, in order."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())

"""Figures in the cells of a sheet: in words, as numbers, or read by hand beside their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from claimtrack.errors import ClaimtrackError, InvalidField, choose
from claimtrack.figures import Figure, FigureKind, about, at_least, at_most, exactly, unquantified, unread
from claimtrack.io.estimates import estimate
from claimtrack.wording import figure as read_figure

UNREAD = "unread"
"""In `read_as`: the words are kept, and say nothing numeric."""

READ_AS: tuple[str, ...] = (*FigureKind.__members__, UNREAD)
"""What `read_as` may say."""

_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
_OF_ONE_NUMBER = {
    FigureKind.exact: exactly,
    FigureKind.at_least: at_least,
    FigureKind.at_most: at_most,
    FigureKind.approximate: about,
}


@attrs.frozen
class FigureCells:
    """The cells of one figure.

    Attributes:
        words: The wording as stated, empty where there is none.
        low: The least number of persons.
        best: The one number of persons that is stated.
        high: The greatest number of persons.
        read_as: What kind of figure it is, where the words are not to be read; else empty.
    """

    words: str = ""
    low: int | None = None
    best: int | None = None
    high: int | None = None
    read_as: str = ""

    @property
    def numbered(self) -> bool:
        """Whether any number is given."""
        return (self.low, self.best, self.high) != (None, None, None)


def is_number(text: str) -> bool:
    """Whether an answer is a number and no wording."""
    return _NUMBER.match(text) is not None


def figure_of(cells: FigureCells, lang: str | None) -> Figure:
    """The figure that cells give; words are read where nothing beside them says how to take them.

    Raises:
        WordingError: If the words are to be read and cannot be.
        InvalidField: If the cells make no figure.
    """
    if cells.read_as:
        return _by_hand(cells)
    if cells.words and not cells.numbered:
        return read_figure(cells.words, lang=lang)  # type: ignore[arg-type]  # checked there
    figure, irregular = estimate(cells.low, cells.best, cells.high)
    if figure is None or irregular:
        wrong = irregular.partition(";")[0] or "no answer"
        raise InvalidField("sheets", "answer", wrong, "a figure, or low and high")
    return attrs.evolve(figure, words=cells.words) if cells.words else figure


def cells_of(figure: Figure, lang: str | None) -> tuple[FigureCells, bool]:
    """The cells that give a figure when they are read, and whether they give all of it.

    Where none would, low and high are its bounds: its reading would say more than was said.
    """
    for cells in _ways(figure):
        if not _kept_apart(cells):
            continue
        try:
            again = figure_of(cells, lang)
        except ClaimtrackError:
            continue
        if _same(again, figure):
            return cells, True
    low, high = figure.bounds
    cells = FigureCells((figure.words or "").strip(), low, None, high, _kind(figure))
    return (cells if _kept_apart(cells) else attrs.evolve(cells, words="", best=figure.point)), False


def _kept_apart(cells: FigureCells) -> bool:
    """Whether the words are not taken for a number when they are read."""
    return cells.read_as == UNREAD or not is_number(cells.words)


def _ways(figure: Figure) -> Iterator[FigureCells]:
    """How a figure can be written, the plainest first."""
    words, point, (low, high), kind = figure.words, figure.point, figure.reading, _kind(figure)
    if words is not None:
        yield FigureCells(words.strip())
    text = (words or "").strip()
    yield FigureCells(text, best=point)
    yield FigureCells(text, low, None, high)
    yield FigureCells(text, low, point, high)
    yield FigureCells(text, None, None, high)
    for one in dict.fromkeys((point, low, high)):
        yield FigureCells(text, best=one, read_as=kind)
    yield FigureCells(text, low, point, high, kind)


def _kind(figure: Figure) -> str:
    return figure.kind.value if figure.numeric else UNREAD


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same, whatever rule gave them."""
    return attrs.evolve(one, because="") == attrs.evolve(other, because="", imputed=False)


def _by_hand(cells: FigureCells) -> Figure:
    """A figure of the kind that the sheet names."""
    words, low, best, high = cells.words or None, cells.low, cells.best, cells.high
    if cells.read_as.lower() == UNREAD:
        if cells.numbered:
            raise InvalidField("sheets", "read_as", UNREAD, "no number beside it")
        return unread(cells.words)
    kind = choose("sheets", "read_as", cells.read_as.lower(), FigureKind)
    if low is None and high is None:
        return _of_one(kind, best, words)
    low = 0 if low is None else low
    if kind in (FigureKind.exact, FigureKind.none) and low != high:
        raise InvalidField("sheets", "read_as", kind.value, "one number, and low and high differ")
    return Figure((low, high), (low, high), kind, words=words, point=best, because="as the sheet has it")


def _of_one(kind: FigureKind, number: int | None, words: str | None) -> Figure:
    """A figure of a kind, without low and high."""
    if kind is FigureKind.none and not number:
        return exactly(0, words=words)
    if kind is FigureKind.unquantified and number is None:
        return unquantified(words)
    if number is None or kind not in _OF_ONE_NUMBER:
        raise InvalidField("sheets", "read_as", kind.value, "low and high for it, or best")
    return _OF_ONE_NUMBER[kind](number, words=words)

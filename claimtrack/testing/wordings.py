"""Readers of wordings: from words to a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from claimtrack.errors import BrokenLaw, WordingError
from claimtrack.figures import Figure
from claimtrack.testing.trying import hold

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

LAW_RIGHT: Final = "a wording is read as what it says, or refused."
LAW_WORDS: Final = "a figure keeps its words."
LAW_ANY: Final = "any text is read or refused, and nothing else happens."
LAW_SAME: Final = "read twice, a text gives the same."

_PARTS: Final = ("kind", "bounds", "reading", "point")
_WORDS: Final = (
    "no one two twelve 12 1,200 2024 dozens several of about at least up to more than between and or killed "
    "dead soldiers villages was were , . ( ) - % $ deux quatre-vingt d' plus de au moins dont morts aucune "
    "not losses más de ٢٥ قتيلا"
)

Reader = Callable[[str], Figure]


def check_wordings(
    read: Reader, *, langs: Iterable[str] = ("en", "fr", "es", "ar"), examples: int = 300
) -> None:
    """Hold a reader of wordings against its laws: it may refuse, and it may not be wrong.

    It is given texts whose figure is known, and any text at all.

    Args:
        read: Reads a text to a figure, and raises `WordingError` where it refuses.
        langs: The languages it reads, of those of `claimtrack.strategies.wordings()`.
        examples: How many texts of each sort are tried.

    Raises:
        BrokenLaw: If a law does not hold: it names the law and the shortest text found.
        MissingExtra: If Hypothesis is not installed.

    Example:
        >>> from claimtrack.wording import figure
        >>> check_wordings(figure, examples=30)
    """
    part = "claimtrack.testing.check_wordings"
    hold(partial(_check_known, read), partial(_known, tuple(langs)), examples=examples, part=part)
    hold(partial(_check_any, read), _texts, examples=examples, part=part)


def _known(langs: tuple[str, ...]) -> SearchStrategy[tuple[str, Figure]]:
    from claimtrack.strategies import wordings

    return wordings(langs=langs)


def _texts() -> SearchStrategy[str]:
    from hypothesis import strategies as st

    return st.one_of(st.text(), st.lists(st.sampled_from(_WORDS.split()), max_size=12).map(" ".join))


def _check_known(read: Reader, known: tuple[str, Figure]) -> None:
    text, meant = known
    found = _read(read, text)
    if found is None:
        return
    for name in _PARTS:
        is_read, is_meant = getattr(found, name), getattr(meant, name)
        if is_read != is_meant:
            raise BrokenLaw(LAW_RIGHT, f"{name} is {is_read!r}; it says {is_meant!r}.", _shown(text))


def _check_any(read: Reader, text: str) -> None:
    found = _read(read, text)
    if found is not None and found.words != text:
        raise BrokenLaw(LAW_WORDS, f"Its words are {found.words!r}.", _shown(text))
    if _read(read, text) != found:
        raise BrokenLaw(LAW_SAME, "", _shown(text))


def _read(read: Reader, text: str) -> Figure | None:
    """What a text is read to; `None` where it is refused."""
    try:
        found = read(text)
    except WordingError:
        return None
    except Exception as error:
        raise BrokenLaw(LAW_ANY, f"It raised {type(error).__name__}: {error}", _shown(text)) from error
    if not isinstance(found, Figure):
        raise BrokenLaw(LAW_ANY, f"It returned {found!r}.", _shown(text))
    return found


def _shown(text: str) -> str:
    return f"The shortest text found: {text!r}"

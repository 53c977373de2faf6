"""Numbers "of them": whether the words say that they are people."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set


def told_of(s: Sentence, quantity: Quantity) -> bool:
    """Whether "12 of them" are said to be people: "killing 12 of them", "12 of them were killed"."""
    told = gr.PERSON | gr.SINGLE | gr.OUTCOME | gr.FATE
    end = quantity.end + (s.words[quantity.end] == "d'")
    if s.words[end] in _HUMAN or s.words[end + 1] in _HUMAN:
        return True  # "1 086 d'entre elles": said of people
    start = end + 2
    if s.words[start : start + 1] == [","] and s.words[start + 2 : start + 3] == [","]:
        start += 3  # "two of them, unfortunately, died"
    after = s.flags[start : start + 4]
    if s.words[end + 1] == "those" and after and s.words[end + 2] == "who":
        return any(flag & told for flag in after[1:])
    if s.words[end + 1] in _RELATIVES:
        told &= ~gr.OUTCOME  # "12 of whom were killed" are some of a count that is not here
    if s.words[start : start + 2] == ["to", "safety"]:
        return True
    led = bool(after) and bool(after[0] & (gr.AUX | gr.OUTCOME | gr.FATE))
    return quantity.governed or (led and any(flag & told for flag in after))


_RELATIVES: Final = frozenset({"whom", "which"})
_HUMAN: Final = word_set("eux elles ellos ellas")

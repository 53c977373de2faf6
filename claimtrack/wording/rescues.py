"""Attempts to save people, who are there whether it succeeds or not: "trying to reach six miners"."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.outcome_phrases import match_outcome
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_SAVING: Final = word_set(
    """
    find reach rescue save free locate retrieve recover help treat identify trace extract evacuate contact
    return protect shelter secourir sauver retrouver localiser liberer degager extraire rejoindre proteger
    identifier aider soigner evacuer rescatar salvar encontrar localizar liberar
    """
)
_REACH: Final = 3


def is_to_save(s: Sentence, attempt: int, quantity: Quantity) -> bool:
    """Whether an attempt was to find or save those who are counted, and nothing is told of its harm."""
    between = range(attempt + 1, quantity.start)
    if not any(s.words[at] in _SAVING for at in between if at >= quantity.start - _REACH):
        return False
    return not any(s.flags[at] & gr.OUTCOME and match_outcome(s.g, s.words, at) for at in between)

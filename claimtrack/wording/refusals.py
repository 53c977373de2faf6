"""The refusal of left-over words, and the words that are no leftovers because a rule has read them."""

from __future__ import annotations

from claimtrack.errors import WordingError, WordingReason
from claimtrack.wording import grammar as gr
from claimtrack.wording.grammar import match
from claimtrack.wording.outcome_phrases import match_outcome
from claimtrack.wording.sentences import Sentence


def is_read(s: Sentence, at: int) -> bool:
    """Whether a token is part of a hedge apart from the number, or inside an outcome ("gunned down")."""
    for start in range(max(0, at - 4), at + 1):
        flag = s.flags[start]
        tail = match(s.g.tails, s.words, start) if flag & gr.TAIL else None
        if tail is not None and tail[1] > at:
            return True
        outcome = match_outcome(s.g, s.words, start) if flag & gr.OUTCOME else None
        if outcome is not None and outcome[2] > max(at, start + 1):
            return True
    return False


def refuse(s: Sentence, start: int, end: int, reason: WordingReason = WordingReason.leftover) -> None:
    """Refuse a wording at some of its tokens."""
    raise WordingError(s.tokens.text, reason, s.tokens.span(start, end))

"""Numbers of something unknown beside a count, which say when, where or by what it came about."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.outcome_phrases import match_outcome
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set


def is_aside(s: Sentence, doubtful: Quantity, counts: list[Quantity]) -> bool:
    """Whether a number of something unknown only says when or where: "12 killed during two episodes"."""
    at = doubtful.start - 1
    if at > 1 and s.words[at] in _OF:
        at -= 1
    if len(counts) > 1 or doubtful.outcome is not None:
        return False
    if counts[0].outcome is not None and counts[0].start < doubtful.start and s.words[at] in _WHEN_OR_WHERE:
        return True
    return _is_of_others(s, doubtful, counts[0])


def _is_of_others(s: Sentence, doubtful: Quantity, count: Quantity) -> bool:
    """Whether a number of something unknown stands apart: "two strong tremors …, killing 12"."""
    first, second = (doubtful, count) if doubtful.start < count.start else (count, doubtful)
    between = range(first.noun.end, second.start)
    near = (
        *range(max(0, doubtful.start - 2), doubtful.start),
        *range(doubtful.noun.end, doubtful.noun.end + 4),
    )
    listed = s.flags[doubtful.start - 1] & gr.JOIN or s.words[doubtful.start - 1] == ","
    after = s.flags[doubtful.noun.end] if doubtful.noun.end < len(s.words) else 0
    acts = after & (gr.AUX | gr.HAVE)  # "34 experts have examined 72 bodies"
    if doubtful.noun.end == doubtful.end or doubtful.part or acts or (doubtful.start and listed):
        return False
    if any(s.flags[at] & _OF_PEOPLE or match_outcome(s.g, s.words, at) for at in near if at < len(s.words)):
        return False
    verbs = gr.AUX | gr.HAVE | gr.OUTCOME | gr.PREP | gr.FATE
    apart = any(s.flags[at] & verbs or s.words[at].endswith(("ing", "ant", "ent")) for at in between)
    return apart and (count.outcome is not None or count.noun.people)


_OF_PEOPLE: Final = gr.PERSON | gr.SINGLE | gr.FATE | gr.ACTS
_OF: Final = frozenset({"of", "de", "d'"})
_WHEN_OR_WHERE: Final = word_set(
    "during in after following near at inside over lors cours pendant apres dans pres durante tras en"
)

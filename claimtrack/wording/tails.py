"""Hedges that stand apart from their number: "so far", "bilan provisoire", "estimated the toll at"."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingError, WordingReason
from claimtrack.figures import FigureKind
from claimtrack.wording import grammar as gr
from claimtrack.wording import hedges
from claimtrack.wording.grammar import match
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set


def apply_tails(s: Sentence, quantity: Quantity) -> None:
    """Apply hedges that stand apart from the number ("so far", "bilan provisoire")."""
    if quantity.extent is None or quantity.zero or not s.seen & gr.TAIL:
        return
    words, flags = s.words, s.flags
    for at, flag in enumerate(flags):
        if not flag & gr.TAIL or quantity.start <= at < quantity.end:
            continue
        tail = match(s.g.tails, words, at)
        if tail is not None and tail[1] == at + 1 and _describes_other(s, at):
            continue
        if tail is None or (tail[1] < len(words) and flags[tail[1]] & (gr.NUMBER | gr.DIGIT)):
            continue
        if not hedges.apply(tail[0], quantity.extent):
            raise WordingError(s.tokens.text, WordingReason.alternatives, s.tokens.span(at, tail[1]))


def _describes_other(s: Sentence, at: int) -> bool:
    """Whether "provisional" stands with a noun that is no toll: "a provisional arrest"."""
    if s.words[at] not in PROVISIONAL:
        return False
    beside = at - 1 if s.g.head_first else at + 1
    if not 0 <= beside < len(s.words) or s.words[beside] in TOLLS or not s.words[beside][0].isalpha():
        return False
    return not s.flags[beside] & ~(gr.THING | gr.PERSON | gr.SINGLE | gr.OUTCOME | gr.UNIT)


PROVISIONAL: Final = word_set(
    "provisoire provisoires preliminaire preliminaires provisional provisionales preliminary preliminar"
)
TOLLS: Final = word_set(
    """
    bilan toll balance saldo report reports count tally figure figures result results chiffre chiffres
    informe informes total estimate estimates bilans cifra cifras death casualty
    """
)


def check_hedged(s: Sentence, quantity: Quantity) -> None:
    """Refuse a number beside a hedge that no rule has read: "12 dead, estimates vary", "until noon 12"."""
    extent = quantity.extent
    if extent is None or extent.kind is not FigureKind.exact or _HEDGES.isdisjoint(s.vocabulary):
        return
    for at, word in enumerate(s.words):
        outside = not quantity.start <= at < max(quantity.end, quantity.noun.end)
        if word in _HEDGES and outside and not _describes_other(s, at):
            raise WordingError(s.tokens.text, WordingReason.leftover, s.tokens.span(at, at + 1))


def apply_estimate(s: Sentence, quantity: Quantity) -> None:
    """Read "estimated the death toll at 125", "12 are estimated to have died" as about so many."""
    extent = quantity.extent
    if extent is None or extent.rules != ("number",) or _ESTIMATED.isdisjoint(s.vocabulary):
        return
    start, end = quantity.start, quantity.noun.end
    led = start > 0 and s.words[start - 1] in _LEADS
    before = range(start - 1, max(-1, start - _ESTIMATE_REACH), -1) if led else range(0)
    for at in (*before, *range(end, min(len(s.words), end + 2))):
        if s.words[at] in ",.;:":
            return
        if s.words[at] in _ESTIMATED:
            hedges.apply("about", extent)
            return


_ESTIMATE_REACH: Final = 10
_ESTIMATED: Final = word_set(
    """
    estimated estimates estimate estimating estime estiment estimait estimaient estimes estimee estimees
    estima estiman estimo estimado estimados estimada
    """
)
_HEDGES: Final = (
    _ESTIMATED
    | PROVISIONAL
    | word_set(
        "provisionally provisoirement until till jusqu' hasta approximate tentative estimation estimations"
    )
)
_LEADS: Final = word_set("at to have a en")

"""Which of the places where a text counts something are counts of people."""

from __future__ import annotations

from typing import Final

from claimtrack.figures import FigureKind
from claimtrack.wording import grammar as gr
from claimtrack.wording.outcomes import counts_people, settle_zero
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.rates import RATES, is_of_share, is_rate
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set
from claimtrack.wording.unreal import is_unreal

_RATE_REACH: Final = 8
_DENIED_REACH: Final = 10
_BARE: Final = frozenset({"the", "of", "les", "des", "de", "d'", "las", "los", "military", "civilian"})


def is_count(s: Sentence, quantity: Quantity) -> bool:
    """Whether a place where a text counts is a count of people that the text affirms."""
    if quantity.zero and quantity.reason is None:
        quantity.reason = settle_zero(s, quantity)
    extent = quantity.extent
    if quantity.reason is not None or extent is None or extent.low is None:
        return False
    behind = _behind(s, quantity)
    rate = not RATES.isdisjoint(s.words[behind.start : behind.stop])
    if rate and any(is_rate(s, at) for at in behind):
        return False
    if is_denied(s, quantity, behind) or is_unreal(s, quantity) or _is_relative(s, quantity):
        return False
    told = quantity.noun.outcome is not None and quantity.outcome == quantity.noun.outcome
    if not told and is_of_share(s, quantity.start):
        return False
    if quantity.losses:
        said = s.words[quantity.start : quantity.core]
        return quantity.noun.people and any(word not in _BARE for word in said)
    if quantity.article and not quantity.governed and s.words[quantity.start - 1] == "d'":
        return False  # "deux jeunes de l'entourage d'un ministre tués"
    if quantity.article or quantity.zero or extent.kind is FigureKind.unquantified:
        return quantity.outcome is not None and counts_people(quantity)
    return counts_people(quantity)


def is_denied(s: Sentence, quantity: Quantity, behind: range | None = None) -> bool:
    """Whether the clause denies the count: "denied that 40 died", "reports of 40 dead were denied"."""
    if _is_false(s, quantity):
        return True
    if not s.seen & gr.DENY:
        return False
    behind = behind or _behind(s, quantity)
    for at in range(quantity.start - 1, max(-1, quantity.start - _DENIED_REACH), -1):
        if s.flags[at] & gr.DENY:
            return True
        if s.flags[at] & gr.STOP or s.words[at] == ",":
            break
    if not any(flag & gr.DENY for flag in s.flags[behind.start : behind.stop]):
        return False
    return any(s.flags[at] & gr.DENY and any(flag & gr.AUX for flag in s.flags[at - 2 : at]) for at in behind)


def _is_false(s: Sentence, quantity: Quantity) -> bool:
    """Whether a report of a count was wrong: "reports that 15 people had died were false"."""
    if _FALSE.isdisjoint(s.vocabulary):
        return False
    lead = s.words[max(0, quantity.start - _REPORT_REACH) : quantity.start]
    if _REPORTS.isdisjoint(lead):
        return False
    for at in range(quantity.end, min(len(s.words), quantity.end + _DENIED_REACH)):
        if s.words[at] in _FALSE:
            return bool(s.flags[at - 1] & gr.AUX) or s.words[at - 1] in _PROVED
        if s.flags[at] & gr.STOP or s.words[at] == ",":
            break
    return False


_REPORT_REACH: Final = 4
_REPORTS: Final = word_set("report reports claim claims rumours rumors news informations rumeurs reportes")
_FALSE: Final = word_set("false untrue unfounded baseless wrong incorrect fausses fausse infondees falsos")
_PROVED: Final = word_set("proved proven be entirely completely totally averees averee")


def _is_relative(s: Sentence, quantity: Quantity) -> bool:
    """Whether it is no number of its own: "as many", "nine of every ten"."""
    words = s.words
    if quantity.start > 1 and words[quantity.start - 1] in _EVERY and words[quantity.start - 2] in _OF:
        return True  # "nine of every ten villagers"
    if words[quantity.end : quantity.end + 1] and words[quantity.end] in _OF:
        return words[quantity.end + 1 : quantity.end + 2] == ["every"]
    return words[quantity.start : quantity.end] == ["many"] and words[quantity.start - 1] == "as"


_EVERY: Final = word_set("every each")
_OF: Final = word_set("of in out")


def _behind(s: Sentence, quantity: Quantity) -> range:
    """The tokens that follow a count in its clause."""
    end = quantity.noun.end
    last = min(len(s.words), end + _RATE_REACH)
    for at in range(end, last):
        if s.flags[at] & gr.STOP or s.words[at] == ",":
            return range(end, at)
    return range(end, last)

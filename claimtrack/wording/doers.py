"""One person beside a count who is no count: who acts, who speaks, who only says when it was."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.figures import FigureKind
from claimtrack.wording import grammar as gr
from claimtrack.wording.neighbours import SAYING, is_source
from claimtrack.wording.noun_phrases import THEM
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set
from claimtrack.wording.totals import part_before

_TELLS: Final = SAYING | {"put", "puts"}
_APART: Final = word_set(", ( ) - by with among after par avec parmi apres por con entre tras")
_SAID: Final = word_set(
    """
    said says indique declare affirme annonce precise rapporte explique confie souligne ajoute assure
    confirme raconte temoigne estime indiquait declarait expliquait dijo informo declaro aseguro afirmo
    """
)
_WHEN: Final = word_set(
    """
    when after as before while once because since where until lorsqu' quand puisqu' cuando mientras
    """
)
_WHICH: Final = frozenset({"qu'", "que"})
_AFTER_WHICH: Final = word_set("apres alors tandis avant parce despues")


def without_doers(s: Sentence, counts: list[Quantity]) -> list[Quantity]:
    """Leave out "a gunman" of "12 were killed when a gunman opened fire", "a spokesman" who said so."""
    told = any(count.outcome is not None for count in counts)
    acts = _only_acts if told else _is_speaker
    return [one for one in counts if not (one.article and one.outcome is None and acts(s, one))]


def without_asides(s: Sentence, found: list[Quantity]) -> list[Quantity]:
    """Leave out who only says so ("two officials said"), and shares of a count (", 60% of them children")."""
    if len(found) == 1:
        return found
    kept: list[Quantity] = []
    whole = False
    for quantity in found:
        last = kept[-1] if kept else None
        if quantity.losses and _is_numbered(s, quantity):
            continue
        if last is not None and _is_share_of_them(s, last, quantity):
            continue
        if last is not None and last.reason is WordingReason.percentage and s.words[quantity.start] == "soit":
            kept.pop()  # "40 pour cent de la population, soit 7,6 millions de personnes"
        said_of = last is not None and (_is_what_one_was(s, last, quantity) or _is_kin_of(s, last, quantity))
        if not (_tells(s, quantity) or (whole and _is_share(s, quantity)) or said_of):
            kept.append(quantity)
            whole = whole or quantity.reason is None
    return kept or found


def _is_share_of_them(s: Sentence, whole: Quantity, some: Quantity) -> bool:
    """Whether "many" are some of those just counted: "35 dead, with many burned alive"."""
    if some.extent is None or whole.extent is None or whole.extent.number is None or some.noun.people:
        return False
    aside = s.words[some.start - 1] in _WITH or (some.outcome is None and s.words[some.start - 1] == ",")
    many = some.extent.kind is FigureKind.unquantified and aside
    few = some.noun.unknown and s.words[some.start - 1] in _WITH and s.words[some.start - 2] == ","
    few = few and some.extent.high is not None and some.extent.high < whole.extent.number
    return (many or few) and some.start - whole.noun.end <= 2


_WITH: Final = frozenset({"with", "avec"})


def _is_what_one_was(s: Sentence, one: Quantity, quantity: Quantity) -> bool:
    """Whether an article only says what one person was: "one of the dead was a diplomat"."""
    at = one.noun.end
    if not (one.article and quantity.article and quantity.start == at + 1):
        return False
    named = s.words[at] == "-" and s.words[quantity.noun.end : quantity.noun.end + 1] == ["-"]
    return named or bool(s.flags[at] & gr.AUX)  # "un rescapé – un adolescent – a été extrait"


def _is_numbered(s: Sentence, losses: Quantity) -> bool:
    """Whether losses are only what a number counts: "civilian casualties numbered at least 12"."""
    end = losses.noun.end
    ahead = s.flags[end + 1 : end + 4]
    return end < len(s.words) and s.words[end] in _NUMBERED and any(flag & gr.COUNTING for flag in ahead)


_NUMBERED: Final = word_set("numbered number totaled totalled reached exceeded include included")


def _is_kin_of(s: Sentence, members: Quantity, quantity: Quantity) -> bool:
    """Whether a number only tells how large a family is: "five members of a family of eight"."""
    between = s.words[members.noun.end : quantity.start]
    return len(between) <= _TO_WHOM and between[-2:-1] in _FAMILY and between[-1] in _OF


_BADLY: Final = word_set("critically seriously severely badly gravely slightly lightly grievement gravement")
_RATES_OF: Final = word_set("rate cfr letalite mortalite lethality")
_CHANGE: Final = word_set("increase rise drop decrease decline hausse baisse augmentation")
_FAMILY: Final = (["family"], ["famille"], ["familia"])
_OF: Final = frozenset({"of", "de"})


def _is_share(s: Sentence, quantity: Quantity) -> bool:
    if quantity.reason is not WordingReason.percentage:
        return False
    if not _CHANGE.isdisjoint(s.words[max(0, quantity.start - 5) : quantity.start]):
        return s.words[quantity.start - 1] in _OF  # ", an increase of 29%"
    before = s.words[max(0, quantity.start - 2) : quantity.start]
    if before == [",", "a"] or before[-1:] == ["("] or "soit" in (*before, s.words[quantity.start]):
        return True  # "15.899 morts, à 70% des femmes", "6.8 million people (25% of the population)"
    if not _RATES_OF.isdisjoint(s.words[max(0, quantity.start - 4) : quantity.start]):
        return True  # "with a case fatality rate of 1.47 %"
    return not THEM.isdisjoint(s.words[quantity.start : quantity.noun.end + 2]) or part_before(s, quantity)


def _tells(s: Sentence, quantity: Quantity) -> bool:
    """Whether people who are counted only say something."""
    if is_source(s, quantity.start):
        return True
    if quantity.outcome is not None or quantity.noun.end == quantity.noun.start:
        return False
    if quantity.start > 1 and not _BADLY.isdisjoint(s.words[quantity.end : quantity.end + 1]):
        return s.words[quantity.start - 1] == ","  # "50 were injured, several critically"
    before = s.words[max(0, quantity.start - 2) : quantity.start]
    if len(before) > 1 and before[0] == "ont" and before[1] in _SAID:
        return True
    says = s.words[quantity.noun.end : quantity.noun.end + 2]
    return bool(says) and says[0] in _SAYS and says[1:] != ["to"]


_SAYS: Final = frozenset({"said", "say", "told"})


def _is_speaker(s: Sentence, one: Quantity) -> bool:
    return one.start > 0 and _speaks(s, one.start - 1)


def _only_acts(s: Sentence, one: Quantity) -> bool:
    """Whether one person is the subject of a clause of time or cause, or is said to have said so."""
    words, start, end = s.words, one.start, one.noun.end
    if not start or end >= len(words):
        return bool(start) and _speaks(s, start - 1)
    if s.flags[end] & gr.JOIN or (words[end] == "," and s.flags[end + 1 : end + 2] and _lists(s, end + 1)):
        return False
    if any(flag & gr.FATE for flag in s.flags[end : end + 3]) and s.flags[end] & gr.AUX:
        return False  # "three were detained, while one villager was beaten"
    before = words[start - 1]
    if _says_so(s, end):
        return True
    since = before in _WHEN or (before in _WHICH and start > 1 and words[start - 2] in _AFTER_WHICH)
    return (since and words[end] != ",") or _speaks(s, start - 1)


def _says_so(s: Sentence, end: int) -> bool:
    """Whether a verb of saying follows: "another member of the council confirmed"."""
    for at in range(end, min(len(s.words), end + _TO_WHOM)):
        if s.words[at] in SAYING:
            return not (s.flags[at - 1] & (gr.AUX | gr.HAVE))
        if s.flags[at] & (gr.AUX | gr.HAVE | gr.OUTCOME | gr.STOP | gr.JOIN) or s.words[at] == ",":
            break
    return False


def _lists(s: Sentence, at: int) -> bool:
    return bool(s.flags[at] & (gr.STARTS | gr.PERSON | gr.SINGLE))


def _speaks(s: Sentence, at: int) -> bool:
    """Whether a verb of saying stands before its subject: ", said a spokesman", "a indiqué un habitant"."""
    if s.g.code == "en":
        return s.words[at] in _SAID and (not at or s.words[at - 1] == ",")
    for place in range(at, max(-1, at - _TO_WHOM), -1):
        if s.words[place] in _SAID:
            return True  # "a déclaré à l'AFP un habitant"
        if s.words[place] == "," or s.flags[place] & (gr.JOIN | gr.STOP | gr.STARTS):
            break
    return False


_TO_WHOM: Final = 5


def is_subject(s: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether "a bomber" is who acts or speaks in "a bomber killed 30", and no count beside it."""
    between = range(first.noun.end, second.start)
    verb = s.words[second.start - 1]
    acts = second.governed or verb in _LEAVING or s.flags[second.start - 1] & gr.FATE  # "shot three people"
    if first.article and first.outcome is None and acts and _opens(s, first.start):
        return len(between) > 0 and not any(_parts(s, at) for at in between)
    speaks = s.words[first.noun.end : first.noun.end + 1]
    told = bool(speaks) and speaks[0] in _TELLS and first.outcome is None and second.outcome is not None
    if not (first.article or told) or second.article or not _opens(s, first.start):
        return False
    if second.outcome is None and not acts:
        return False
    swallowed = s.g.head_first and first.noun.end - 1 > first.noun.head >= 0  # "une source policière évoque"
    apart = any(s.flags[at] & (gr.JOIN | gr.AUX | gr.STOP) or s.words[at] in _APART for at in between)
    return not apart and (len(between) > 0 or swallowed)


def _opens(s: Sentence, at: int) -> bool:
    """Whether a clause opens at a token: the wording begins there, or a mark stands before it."""
    return at <= 1 or s.words[at - 1] in _OPENING


_OPENING: Final = SAYING | frozenset(",-:") | {"that", "qu'"}


def _parts(s: Sentence, at: int) -> bool:
    """Whether a token parts a subject from its verb: not the "and" of "shot and killed 12"."""
    flag = s.flags[at]
    if flag & gr.AUX and s.words[at - 1] in _ITSELF:
        return False  # "un kamikaze s'est fait exploser"
    if not flag & (gr.JOIN | gr.AUX | gr.STOP) and s.words[at] not in _BREAKS:
        return False
    ahead = at + 1 + s.words[at + 1].endswith("ly")
    leaves = s.words[ahead] in _LEAVING
    acts = leaves or (s.flags[ahead] & gr.OUTCOME and not s.flags[ahead] & gr.PERSON)
    acts = acts or (
        not s.flags[ahead] and s.words[ahead].endswith(_DID)
    )  # "and locked its doors, killing 12"
    return not (acts and (flag & gr.JOIN or s.words[at] == ","))


_DID: Final = ("ed", "erent", "aient")
_LEAVING: Final = word_set("faisant laissant causant leaving causing leaves dejando causando")
_ITSELF: Final = frozenset({"s'", "se"})
_BREAKS: Final = frozenset(",()-")

"""Words that change what is said wherever they stand: "false", "if", "excluding", "?"."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.leftover_words import ANYWHERE, PAIRS
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.refusals import is_read, refuse
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_NEAR: Final = 4
_WINDOW: Final = 6
LOOKED_FOR: Final = {code: refused | PAIRS.keys() | {"?", "¿"} for code, refused in ANYWHERE.items()}
"""What a wording that needs no closer look has none of."""


def check_anywhere(s: Sentence, quantity: Quantity | None = None) -> None:
    """Refuse a word that changes what is said wherever it stands ("false", "if", "excluding", "?")."""
    if LOOKED_FOR[s.g.code].isdisjoint(s.vocabulary):
        return
    refused = ANYWHERE[s.g.code]
    start, end = (quantity.start, quantity.end) if quantity is not None else (0, 0)
    for at, word in enumerate(s.words):
        if not (word in refused or word in "?¿" or _is_pair(s, at)):
            continue
        inside = start <= at < end or is_read(s, at)
        if not (inside or _is_idiom(s, at) or (quantity is not None and _is_apart(s, at, quantity))):
            refuse(s, at, at + 1)


def _is_idiom(s: Sentence, at: int) -> bool:
    """Whether a word is one of a phrase that changes nothing: "each other", "en outre", "si nécessaire"."""
    word, before = s.words[at], s.words[at - 1]
    following = s.words[at + 1] if at + 1 < len(s.words) else ""
    if (word, following) in _IDIOMS or (before, word) in _MOREOVER:
        return True
    if word in _ADDING:
        return following in _THAT  # "il a ajouté que"
    if word == "whether":
        return before in _TELL
    if word.startswith("prevu"):
        return before in _SENDING  # "l'envoi prévu de 1.000 policiers"
    if word == "additionally":
        return s.words[1] == ","
    if word in _IF:
        done = before == "meme" and not _DONE.isdisjoint(s.words[at : at + _NEAR + _WINDOW])
        return done or following in _NEEDED  # "même si trois ont perdu la vie"
    return word == "than" and any(flag & gr.UNIT for flag in s.flags[at + 1 : at + 4])


def _is_apart(s: Sentence, at: int, quantity: Quantity) -> bool:
    """Whether a word is said of something else than the count, or after it."""
    word, start, end = s.words[at], quantity.start, quantity.end
    if word == "so":
        return at >= end  # "300,000 were murdered in the so-called republic"
    if word in _RATES and s.words[at - 1] in _OF_DEATH:
        return True  # "with a case fatality rate of 1.47 %"
    if word in _EXCEPT and at <= _LEADS and 0 < start - at <= _LEADS and "," not in s.words[end:]:
        return True  # "à l'exception de deux pompiers": from whom they are left out is not said
    if word in _UNHURT:
        return quantity.outcome is None  # "12 people escaped unharmed"
    if word == "ajoute":
        return at >= end and s.words[at - 1] in _ADDS  # "12 personnes, a-t-il ajouté"
    far = not start - _WINDOW <= at < end + _NEAR
    return far and word.startswith(_THREATS)  # "marched, facing the threat of arrest"


_IDIOMS: Final = frozenset({
    ("each", "other"), ("hors", "de"), ("hors", "du"), ("hors", "des"), ("case", "fatality"),
})  # fmt: skip
_RATES: Final = frozenset({"rate"})
_OF_DEATH: Final = word_set("fatality mortality death")
_EXCEPT: Final = frozenset({"exception"})
_LEADS: Final = 3
_UNHURT: Final = word_set("unharmed unhurt uninjured unscathed indemne indemnes ileso ilesos")
_MOREOVER: Final = frozenset({("par", "ailleurs"), ("d'", "ailleurs"), ("en", "outre")})
_DONE: Final = frozenset({"a", "ont"})
_IF: Final = frozenset({"if", "si"})
_NEEDED: Final = word_set("necessary needed possible necessaire besoin possible necesario")
_TELL: Final = word_set("say specify clear")
_SENDING: Final = word_set("envoi deploiement arrivee retour depart")
_THREATS: Final = ("threat", "menac", "amenaz")
_ADDING: Final = word_set("ajoute ajoutent ajoutant ajouter")
_THAT: Final = word_set("que qu'")
_ADDS: Final = word_set("il elle a ont")


def _is_pair(s: Sentence, at: int) -> bool:
    """Whether two words begin here that change a count only together ("not including", "almost killed")."""
    following = PAIRS.get(s.words[at])
    if following is None or at + 1 >= len(s.words):
        return False
    if not following:
        return bool(s.flags[at + 1] & gr.OUTCOME) and not s.flags[at + 1] & (gr.LOSS | gr.PERSON)
    return s.words[at + 1] in following

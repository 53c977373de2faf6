"""People without a number: "soldiers were killed", "des blessés", "deaths"."""

from __future__ import annotations

from claimtrack.wording import grammar as gr
from claimtrack.wording import hedges
from claimtrack.wording.noun_phrases import NounPhrase, match_outcome, read_outcome
from claimtrack.wording.quantities import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_LIVES = frozenset({"lives", "vies", "vidas"})


def bare_plural(s: Sentence) -> Quantity | None:
    """Read a plural of people with an outcome as at least two; `None` where there is none."""
    g, words, flags = s.g, s.words, s.flags
    noun: int | None = None
    outcome: str | None = None
    for at, flag in enumerate(flags):
        verb = at > 0 and flags[at - 1] & gr.AUX
        if flag & gr.OUTCOME:
            read = read_outcome(s, at) or match_outcome(g, words, at)
            if read is not None and not read[1] & gr.SUM:
                outcome = outcome or read[0]
                plural = words[at].endswith(("s", "dead", "wounded"))
                if read[1] & gr.NOUN and noun is None and plural and not verb:
                    noun = at
        if flag & gr.PERSON and noun is None and not verb and not flag & gr.SINGLE:
            noun = at
    if noun is None or outcome is None or _is_list(s, noun):
        return None
    rule = "losses" if words[noun] in _LIVES else "plural"
    quantity = Quantity(noun, noun + 1, hedges.of_vague(rule))
    quantity.outcome = outcome
    quantity.noun = NounPhrase(noun)
    quantity.noun.people = True
    return quantity


def _is_list(s: Sentence, noun: int) -> bool:
    """Whether a number or a list of the people is all that is named: "the number of people killed"."""
    return noun > 1 and s.words[noun - 1] in _OF and s.words[noun - 2] in _LISTS


_OF = frozenset({"of", "de", "d'", "des"})
_LISTS = word_set("number numbers list names toll count nombre chiffre liste noms numero cifra lista nombres")

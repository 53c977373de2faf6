"""Which language a wording is in, told from its own words."""

from __future__ import annotations

from functools import cache
from typing import Final

from claimtrack.wording import grammar as gr

_MARKS: Final = {
    "en": """
        the of and were was killed dead people soldiers at least more than about some wounded injured
        in who by with has have been least police said were over up to nearly several dozens hundreds
        deaths no casualties from including
    """,
    "fr": """
        le la les des du de d' l' et une un au aux morts tues blesses dont plus moins environ
        plusieurs soldats personnes dans sur par ont ete est sont qui que pour selon quelques centaine
        dizaine aucun aucune entre jusqu' pres quelque deux cents avec
    """,
    "es": """
        el los las del y una un al muertos heridos mas menos unos unas varios varias soldados personas
        en por han sido fue fueron que para segun decenas cientos ningun ninguna entre hasta casi al
        menos dos con cerca de
    """,
}
_ARABIC: Final = ("؀", "ۿ")


@cache
def _votes() -> dict[str, int]:
    """The languages each word speaks for, 20 bits a language: hedges, nouns and the marks above.

    A language's own "and" and "or" speak for it alone, and so does a number word that is no more
    than a part of a longer phrase elsewhere ("tres").
    """
    known: dict[str, set[str]] = {}
    numerals: dict[str, set[str]] = {}
    flagged: dict[str, set[str]] = {}
    joins: dict[str, str] = {}
    for code, marks in _MARKS.items():
        g = gr.grammar(code)
        joins |= dict.fromkeys((set(g.both_ends.values()) | g.either) - {"a", "to"}, code)
        words = {word for word, flag in g.flags.items() if flag & _TELLING}
        for word in words | set(marks.split()):
            flagged.setdefault(word, set()).add(code)
            if g.flags.get(word, 0) & gr.NUMBER:
                numerals.setdefault(word, set()).add(code)
        for phrases in (g.before, g.after, g.vague, g.tails):
            for head, (_, longer) in phrases.items():
                words.add(head)
                words.update(word for entries in longer.values() for rest, _ in entries for word in rest)
        for word in words | set(marks.split()):
            known.setdefault(word, set()).add(code)
    known |= {word: {code} for word, code in joins.items()}
    known |= {word: codes for word, codes in numerals.items() if codes == flagged[word] and len(codes) == 1}
    order = {code: 1 << (_FIELD * place) for place, code in enumerate(gr.LANGUAGES)}
    return {
        word: (3 - len(codes)) * sum(order[code] for code in codes)
        for word, codes in known.items()
        if len(codes) < len(_MARKS) and word[0].isalpha()
    }


_FIELD: Final = 20
_LOOKED_AT: Final = 300
_FIRST: Final = 12


_TELLING: Final = (
    gr.NUMBER
    | gr.VAGUE
    | gr.PERSON
    | gr.SINGLE
    | gr.OUTCOME
    | gr.ENDS
    | gr.MONTH
    | gr.UNIT
    | gr.THING
    | gr.ARTICLE
    | gr.ADJ
    | gr.FATE
)


def language_of(words: list[str]) -> str:
    """The language most words speak for; English where nothing tells."""
    first = words[:_FIRST]
    if not "".join(first).isascii() and any(_ARABIC[0] <= word[0] <= _ARABIC[1] for word in first):
        return "ar"
    total = sum(filter(None, map(_votes().get, words[:_LOOKED_AT])))
    if not total:
        return gr.LANGUAGES[0]
    if total < 1 << _FIELD:
        return gr.LANGUAGES[0]
    best, most = gr.LANGUAGES[0], 0
    for code in _MARKS:
        votes = total & _MASK
        total >>= _FIELD
        if votes > most:
            best, most = code, votes
    return best


_MASK: Final = (1 << _FIELD) - 1

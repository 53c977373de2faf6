"""Which language a wording is in, told from its own words."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

from claimtrack.wording import grammar as gr

_MARKS: Final = {
    "en": "the of and were was killed dead people soldiers at least more than about some wounded injured in who by with "
    "has have been least police said were over up to nearly several dozens hundreds deaths no casualties from including",
    "fr": "le la les des du de d' l' et une un au aux morts tues blesses dont plus moins environ plusieurs soldats personnes dans "
    "sur par ont ete est sont qui que pour selon quelques centaine dizaine aucun aucune entre jusqu' pres quelque deux cents avec",
    "es": "el los las del y una un al muertos heridos mas menos unos unas varios varias soldados personas en por han sido fue "
    "fueron que para segun decenas cientos ningun ninguna entre hasta casi al menos dos con cerca de",
}
_ARABIC: Final = ("؀", "ۿ")


@cache
def _votes() -> dict[str, tuple[str, ...]]:
    """The languages that each word speaks for: number words, hedges and people, and the marks above."""
    known: dict[str, set[str]] = {}
    for code, marks in _MARKS.items():
        g = gr.grammar(code)
        words = {word for word, flag in g.flags.items() if flag & _TELLING}
        for phrases in (g.before, g.after, g.vague, g.tails):
            for head, rests in phrases.items():
                words.add(head)
                words.update(word for rest, _ in rests for word in rest)
        for word in words | set(marks.split()):
            known.setdefault(word, set()).add(code)
    return {
        word: tuple(sorted(codes)) for word, codes in known.items() if len(codes) < len(_MARKS) and word[0].isalpha()
    }


_TELLING: Final = (
    gr.NUMBER | gr.VAGUE | gr.PERSON | gr.SINGLE | gr.OUTCOME | gr.ENDS | gr.MONTH | gr.UNIT | gr.THING | gr.ARTICLE | gr.ADJ
)


def language_of(words: list[str]) -> str:
    """The language most words speak for; English where nothing tells."""
    votes = _votes()
    tally: Counter[str] = Counter()
    for word in words[:400]:
        codes = votes.get(word)
        if codes is not None:
            weight = 2 if len(codes) == 1 else 1
            for code in codes:
                tally[code] += weight
        elif _ARABIC[0] <= word[0] <= _ARABIC[1]:
            tally["ar"] += 2
    if not tally:
        return "en"
    return max(gr.LANGUAGES, key=lambda code: (tally[code], -gr.LANGUAGES.index(code)))

"""How words were read, in the language of a table.

A figure keeps as an English text by which rule it was read, and a ledger that is loaded has the text only.
The texts of our own rules are recognised; any other is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from claimtrack.tables.phrases import Words, told
from claimtrack.telling import phrase
from claimtrack.telling.readings import FIXED
from claimtrack.wording.rules import RULES, Rule

_NUMBERED = re.compile(r"(\d+) (and up|or fewer), as the words entail|about n is heard as n ± (\d+) [^;[]*")


def reading_rule(because: str, words: Words) -> str:
    r"""By which rule words were read, and who says so.

    Example:
        >>> from claimtrack.tables.labels import labels
        >>> from claimtrack.wording import figure
        >>> reading_rule(figure("plus de 70 morts").because, labels("fr")).replace("\u00a0", " ")
        'plus de : n+1 ou plus [contenu dans les mots]'
    """
    if words["lang"] == "en":
        return because
    known = _known()
    either = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    recognised = re.sub(either, lambda found: told(known[found[0]], words), because)
    return _NUMBERED.sub(lambda found: _numbered(found, words), recognised).replace("]; ", "]\u00a0; ")


@cache
def _known() -> Mapping[str, str]:
    constants = (
        phrase("reading.sharp"), phrase("reading.ends_as_stated"), phrase("reading.at_least_one"),
        phrase("reading.not_persons"), phrase("reading.kept"), phrase("reading.coded"),
    )  # fmt: skip
    return {
        **{f"{rule.name}: {rule.because}": _rule(rule) for rule in RULES.values()},
        **{str(one): one for one in constants},
    }


def _rule(rule: Rule) -> str:
    """A rule with its texts in French; told in English it would be a mixture, which nobody asks for."""
    name, bounds, reading, source = (
        FIXED.get(text, text) for text in (rule.name, rule.bounds, rule.reading, rule.source)
    )
    if rule.bounds == rule.reading:
        return phrase("reading.rule", name=name, bounds=bounds, source=source)
    return phrase("reading.rule_apart", name=name, bounds=bounds, reading=reading, source=source)


def _numbered(found: re.Match[str], words: Words) -> str:
    number, which, half = found.groups()
    if half is not None:
        return told(phrase("reading.about", n=int(half)), words)
    if which == "and up":
        return told(phrase("reading.and_up", n=int(number)), words)
    return told(phrase("reading.or_fewer", n=int(number)), words)

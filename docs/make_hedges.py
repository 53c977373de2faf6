"""Write docs/reference/hedges.md from the tables of the reader; run it after changing them."""

from __future__ import annotations

from pathlib import Path

from claimtrack.wording.conventions import ACLED, ACLED_LARGE, CROWD, OURS, Convention
from claimtrack.wording.english import LANGUAGE as ENGLISH
from claimtrack.wording.french import LANGUAGE as FRENCH
from claimtrack.wording.rules import RULES
from claimtrack.wording.spanish import LANGUAGE as SPANISH

HEAD = """# Hedges

What each wording entails (bounds) and how it is heard (reading), in persons, with the source of
each rule. `Figure.because` names the rule. This page is written from the tables of
`claimtrack.wording` by `docs/make_hedges.py`.

| rule | wording | bounds | reading | source |
|---|---|---|---|---|
"""

EFFECTS = {
    "exact": "number",
    "at_least": "at least",
    "more_than": "more than",
    "at_most": "at most",
    "fewer": "fewer than",
    "about": "about",
    "nearly": "nearly",
    "odd": "odd",
    "increment": "refused: an addition to a total",
    "refused": "refused: a correction or a denial of the number",
    "unclear": "refused: no number follows from it",
    "part": "refused: a share of another number",
}


def page() -> str:
    """The page as text."""
    rows = [
        f"| {rule.name} | {rule.wording} | {rule.bounds} | {rule.reading} | {rule.source} |\n"
        for rule in RULES.values()
    ]
    return HEAD + "".join(rows) + _conventions() + _words()


def _conventions() -> str:
    head = "\n## Conventions\n\nChosen with `convention=`; a number that is imputed is marked.\n"
    lines = [
        f"\n- **{convention.name}**: {_imputes(convention)} Source: {convention.source}."
        for convention in (OURS, ACLED, ACLED_LARGE, CROWD)
    ]
    return head + "".join(lines) + "\n"


def _imputes(convention: Convention) -> str:
    if convention.points:
        return "imputes " + ", ".join(f"{rule} {count}" for rule, count in convention.points.items()) + "."
    if convention.sharp_bounds:
        return "the bounds of “about” and “nearly” are its reading."
    return "imputes nothing."


def _words() -> str:
    lines = ["\n## Words that call a rule\n"]
    for name, language in (("English", ENGLISH), ("French", FRENCH), ("Spanish", SPANISH)):
        lines.append(f"\n### {name}\n\n| where | rule | words |\n|---|---|---|\n")
        places = {"before": language.before, "after": language.after, "apart": language.tails}
        for where, table in places.items():
            lines.extend(
                f"| {where} | {EFFECTS[effect]} | {_listed(words)} |\n" for effect, words in table.items()
            )
        lines.extend(f"| instead | {rule} | {_listed(words)} |\n" for rule, words in language.vague.items())
    return "".join(lines)


def _listed(words: str) -> str:
    pieces = [piece.strip().replace("' ", "'") for piece in words.replace("\n", "|").split("|")]
    return ", ".join(piece for piece in pieces if piece)


if __name__ == "__main__":
    target = Path(__file__).parent / "reference" / "hedges.md"
    target.write_text(page(), encoding="utf-8", newline="\n")

"""How words were read, or why they were refused, in English and French.

How words were read is kept with a figure as an English text; `claimtrack.tables.readings` recognises the
texts of the rules in `claimtrack.wording.rules`, and `FIXED` has what they are in French.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FIXED: Final[Mapping[str, str]] = {
    # names of rules
    "number": "nombre",
    "at least": "au moins",
    "more than": "plus de",
    "at most": "au plus",
    "fewer than": "moins de",
    "range": "fourchette",
    "decade": "dizaine",
    "about": "environ",
    "collective": "numéral collectif",
    "nearly": "près de",
    "odd": "et quelques",
    "couple": "deux ou trois",
    "few": "quelques",
    "several": "plusieurs",
    "tens": "dizaines",
    "dozens": "douzaines",
    "several dozen": "plusieurs douzaines",
    "scores": "vingtaines",
    "hundreds": "centaines",
    "thousands": "milliers",
    "tens of thousands": "dizaines de milliers",
    "hundreds of thousands": "centaines de milliers",
    "millions": "millions",
    "tens of millions": "dizaines de millions",
    "hundreds of millions": "centaines de millions",
    "several of a unit": "plusieurs unités",
    "a couple of a unit": "deux ou trois unités",
    "double digits": "deux chiffres",
    "plural": "pluriel",
    "losses": "pertes",
    "unknown number": "nombre inconnu",
    "material losses": "pertes matérielles",
    "one": "un",
    "both": "les deux",
    "none": "aucun",
    # bounds and readings
    "n and up": "n ou plus",
    "n+1 and up": "n+1 ou plus",
    "0 to n": "0 à n",
    "0 to n−1": "0 à n−1",
    "a to b": "a à b",
    "70 to 79": "70 à 79",
    "n−4h to n+4h, not below 1": "n−4h à n+4h, pas sous 1",
    "n−h to n+h, h = 1 below 10, else a tenth and at least 2": (
        "n−h à n+h, h = 1 sous 10, sinon un dixième et au moins 2"
    ),
    "as “about”": "comme « environ »",
    "n−4⌈n/10⌉ to n, not below 1": "n−4⌈n/10⌉ à n, pas sous 1",
    "n−⌈n/10⌉ to n": "n−⌈n/10⌉ à n",
    "30 to 39": "30 à 39",
    "2 and up": "2 ou plus",
    "2 to 3": "2 à 3",
    "2 to 9": "2 à 9",
    "13 and up": "13 ou plus",
    "20 to 99": "20 à 99",
    "24 and up": "24 ou plus",
    "36 to 99": "36 à 99",
    "21 and up": "21 ou plus",
    "40 to 99": "40 à 99",
    "101 and up": "101 ou plus",
    "200 to 999": "200 à 999",
    "1,001 and up": "1 001 ou plus",
    "2,000 to 9,999": "2 000 à 9 999",
    "10,001 and up": "10 001 ou plus",
    "20,000 to 99,999": "20 000 à 99 999",
    "100,001 and up": "100 001 ou plus",
    "200,000 to 999,999": "200 000 à 999 999",
    "1,000,001 and up": "1 000 001 ou plus",
    "10,000,001 and up": "10 000 001 ou plus",
    "100,000,001 and up": "100 000 001 ou plus",
    "2,000,000 to 9,999,999": "2 000 000 à 9 999 999",
    "20,000,000 to 99,999,999": "20 000 000 à 99 999 999",
    "200,000,000 to 999,999,999": "200 000 000 à 999 999 999",
    "twice the unit and up": "deux fois l’unité ou plus",
    "three units to just under ten": "de trois unités à un peu moins de dix",
    "two to three units": "deux à trois unités",
    "10 to 99": "10 à 99",
    "the same, no number": "de même, sans nombre",
    "1 and up": "1 ou plus",
    "says nothing of people": "ne dit rien de personnes",
    # who says so
    "entailed by the words": "contenu dans les mots",
    "Ferson et al. 2015, Int. J. Approx. Reasoning: crowd-measured": (
        "Ferson et al. 2015, Int. J. Approx. Reasoning : mesuré auprès du public"
    ),
    "our convention": "notre convention",
    "entailed by the words; reading: our convention": "contenu dans les mots ; lecture : notre convention",
    "entailed by the words; low end of the reading: Crowd Counting Consortium": (
        "contenu dans les mots ; borne basse de la lecture : Crowd Counting Consortium"
    ),
    "entailed; round numbers are read as sharp (Katzir & Ariel, Glossa Psycholinguistics)": (
        "contenu dans les mots ; les nombres ronds sont lus comme exacts (Katzir & Ariel, Glossa "
        "Psycholinguistics)"
    ),
    "our convention: “dizaines” and Arabic tens are often translated “dozens”": (
        "notre convention : « dizaines » et les dizaines arabes sont souvent traduites par « dozens »"
    ),
}
"""What the texts of the rules of reading are in French."""

_REFUSALS: Final = {
    "unread": (
        "nothing in it could be read as a count",
        "rien ne s’y lit comme un nombre de personnes",
    ),
    "several_figures": ("it holds more than one figure", "il contient plus d’un chiffre"),
    "not_people": (
        "it counts neither people nor what happened to them",
        "il ne compte ni personnes ni ce qui leur est arrivé",
    ),
    "not_a_count": (
        "it is a date, an age, a distance, a rank or the like, not a count",
        "c’est une date, un âge, une distance, un rang ou autre, non un nombre de personnes",
    ),
    "money": ("it is an amount of money", "c’est une somme d’argent"),
    "percentage": ("it is a part of another number", "c’est une part d’un autre nombre"),
    "increment": (
        "it adds to a total that is not stated",
        "il s’ajoute à un total qui n’est pas énoncé",
    ),
    "correction": ("it corrects itself", "il se corrige lui-même"),
    "alternatives": (
        "it offers figures that do not make one",
        "il propose des chiffres qui n’en font pas un",
    ),
    "disagreement": ("what it repeats in brackets disagrees", "ce qu’il répète entre parenthèses diverge"),
    "disorder": (
        "its low end is not below its high end",
        "sa borne basse n’est pas sous sa borne haute",
    ),
    "denial": ("it denies reports, not deaths", "il dément des informations, non des morts"),
    "unknown": ("it says that the number is not known", "il dit que le nombre n’est pas connu"),
    "leftover": (
        "words are left over that could change the meaning",
        "il reste des mots qui pourraient changer le sens",
    ),
    "too_large": (
        "the number is larger than any count of people",
        "le nombre dépasse tout nombre de personnes",
    ),
}

TEMPLATES: Final[Mapping[str, tuple[str, str]]] = {
    **{f"refusal.{reason}": pair for reason, pair in _REFUSALS.items()},
    "reading.refused_at": ("{reason}: {part}", "{reason} : {part}"),
    "reading.rule": ("{name}: {bounds} [{source}]", "{name} : {bounds} [{source}]"),
    "reading.rule_apart": (
        "{name}: bounds {bounds}, reading {reading} [{source}]",
        "{name} : limites {bounds}, lecture {reading} [{source}]",
    ),
    "reading.sharp": ("a number is taken as sharp", "un nombre est pris comme exact"),
    "reading.and_up": ("{n} and up, as the words entail", "{n} ou plus, comme le disent les mots"),
    "reading.or_fewer": ("{n} or fewer, as the words entail", "{n} ou moins, comme le disent les mots"),
    "reading.ends_as_stated": ("the ends as stated", "les bornes telles qu’énoncées"),
    "reading.about": (
        "about n is heard as n ± {n} (Ferson et al. 2015), bounds 4 times as wide",
        "« environ n » s’entend n ± {n} (Ferson et al. 2015), limites 4 fois plus larges",
    ),
    "reading.at_least_one": ("at least one, no number stated", "au moins un, aucun nombre énoncé"),
    "reading.not_persons": ("says nothing about persons", "ne dit rien de personnes"),
    "reading.kept": ("kept as stated, not read", "gardé tel qu’énoncé, non lu"),
    "reading.coded": ("low, best and high as coded", "bas, retenu et haut tels que codés"),
    "kind.exact": ("exact", "exact"),
    "kind.at_least": ("at least", "au moins"),
    "kind.at_most": ("at most", "au plus"),
    "kind.range": ("range", "fourchette"),
    "kind.approximate": ("approximate", "approximatif"),
    "kind.vague": ("vague", "vague"),
    "kind.unquantified": ("no number", "sans nombre"),
    "kind.none": ("none", "aucun"),
}

"""Cases of a disease, which count people: "318 new cholera cases", not "12 court cases"."""

from __future__ import annotations

from typing import Final

from claimtrack.wording.tokens import word_set

CASES: Final = frozenset({"cases", "cas", "infections", "contaminations"})
_OF: Final = frozenset({"of", "de", "d'"})
_IN: Final = word_set("in dans en most plupart")
_REACH: Final = 6
_HEDGED: Final = 3
_SICK: Final = word_set(
    """
    cholera ebola covid coronavirus measles dengue malaria polio poliomyelitis diphtheria meningitis marburg
    lassa mpox monkeypox smallpox plague zika influenza flu fever typhoid typhus hepatitis tuberculosis rabies
    anthrax pneumonia malnutrition poisoning infection infections disease virus illness diarrhoea diarrhea
    awd chikungunya scabies kwashiorkor transmission
    rougeole paludisme peste variole fievre grippe meningite tuberculose diphtherie poliomyelite coqueluche
    maladie contamination intoxication typhoide rage hepatite diarrhee choleras
    """
)
_AT_LAW: Final = word_set(
    """
    court legal criminal civil corruption fraud similar such other murder rape abuse torture harassment
    theft bribery divorce pending judiciaires similaires isoles isolated different
    """
)
_AGAINST: Final = word_set("against contre filed pending heard dismissed brought closed solved prosecuted")


def are_people(words: list[str], start: int, head: int) -> bool:
    """Whether cases that are counted from a token on are people who are ill."""
    if not _IN.isdisjoint(words[max(0, start - _HEDGED) : start]):
        return False  # "in 12 cases", "dans trois cas"
    if not _AT_LAW.isdisjoint(words[start:head]):
        return _sick(words[start:head])
    after = words[head + 1 : head + 1 + _REACH]
    if not _AGAINST.isdisjoint(after[:3]):
        return False
    return after[:1] == [] or after[0] not in _OF or _sick(after)


def _sick(words: list[str]) -> bool:
    return not _SICK.isdisjoint(words)

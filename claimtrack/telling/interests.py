"""Who gains by a claim, who depends on whom, and who is known to be independent, in English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEMPLATES: Final[Mapping[str, tuple[str, str]]] = {
    "interest.not_weighed": ("interest is not looked at", "l’intérêt n’est pas pris en compte"),
    "interest.unnamed": (
        "{source} is not named, and no party is given",
        "{source} : source non nommée, sans partie indiquée",
    ),
    "interest.no_party": ("{source} speaks for no party", "{source} ne parle pour aucune partie"),
    "interest.whose_losses": (
        "whose losses these are is not stated",
        "il n’est pas dit de qui sont ces pertes",
    ),
    "interest.friend_and_enemy": (
        "{label}: both friend and enemy of {party}",
        "{label} : camp à la fois ami et ennemi {party:de}",
    ),
    "interest.enemy": (
        "{label}: an enemy of {party}; {leaning}",
        "{label} : camp ennemi {party:de} ; {leaning}",
    ),
    "interest.nothing_declared": (
        "nothing is declared between {party} and {label}",
        "rien n’est déclaré entre {party} et {label}",
    ),
    "interest.ally": (
        "{label}: an ally of {party}; {leaning}",
        "{label} : camp allié {party:de} ; {leaning}",
    ),
    "interest.own": (
        "the losses are {party:'s} own; {leaning}",
        "ce sont les propres pertes {party:de} ; {leaning}",
    ),
    "interest.admission": ("an admission", "un aveu"),
    "interest.self_serving": ("self-serving", "à son avantage"),
    "interest.leans": ("{source} leans that way", "{source} penche de ce côté"),
    "interest.not_said": (
        "nobody has said whom it serves or harms",
        "personne n’a dit à qui cela sert ou nuit",
    ),
    "interest.serves": ("it serves {party} ({standing}){against}", "cela sert {party} ({standing}){against}"),
    "interest.harms": ("it harms {party} ({standing}){against}", "cela nuit à {party} ({standing}){against}"),
    "interest.both": ("it serves and harms it at once", "cela lui sert et lui nuit à la fois"),
    "interest.neither": (
        "it neither serves nor harms {party}",
        "cela ne sert {party} ni ne lui nuit",
    ),
    "interest.against": ("; against interest", " ; contre son intérêt"),
    "interest.nobody_named": ("no party is named", "aucune partie n’est nommée"),
    "interest.credit_or_blame": (
        "nobody has said whether its doer gains credit or blame",
        "personne n’a dit si son auteur en tire gloire ou blâme",
    ),
    "interest.friend_is_enemy": (
        "{other} is friend and enemy of {party}",
        "{other} : camp à la fois ami et ennemi {party:de}",
    ),
    "interest.credit": (
        "there is credit in it for {other} ({standing}){against}",
        "{other} ({standing}) en tire gloire{against}",
    ),
    "interest.blame": (
        "there is blame in it for {other} ({standing}){against}",
        "{other} ({standing}) en tire un blâme{against}",
    ),
    "standing.own": ("itself", "elle-même"),
    "standing.allied": ("an ally of {party}", "camp allié {party:de}"),
    "standing.enemy": ("an enemy of {party}", "camp ennemi {party:de}"),
    "parties": ("{first} and {second}", "{first} et {second}"),
    # independence and origins
    "independence.saw_themselves": (
        "{one} and {other} each saw or recorded it themselves",
        "{one} et {other} l’ont vu ou enregistré chacun de son côté",
    ),
    "independence.declared": (
        "{names} are declared independent: {because}",
        "indépendance déclarée entre {names} ({because})",
    ),
    "origin.heard_already": (
        "rests only on {origins}, heard already",
        "repose seulement sur {origins}, déjà entendu",
    ),
    "origin.renderings": (
        "one origin is rendered in ways that do not fit together: {renderings}",
        "une même origine est rendue de façons qui ne s’accordent pas : {renderings}",
    ),
    "origin.through": ("{words} (through {carrier})", "{words} (par {carrier})"),
    "origin.shared": (
        "what the renderings of one origin have in common",
        "ce que les versions d’une même origine ont en commun",
    ),
    "origin.hull": (
        "the hull of renderings of one origin that do not fit together",
        "l’enveloppe de versions d’une même origine qui ne s’accordent pas",
    ),
}

"""What became of a claim, what stands against what, and what parts and wholes say, in English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_ACCOUNT: Final = {
    "account.not_looked_at": (
        "the policy {policy} does not look at it",
        "la règle {policy} ne la regarde pas",
    ),
    "account.exceeded": (
        "{by} of {when} exceeds it; it sets neither end",
        "{by} ({when}) la dépasse ; elle ne fixe aucune borne",
    ),
    "account.exceeded_and_elected": (
        "{told} by itself, but states the best figure: this policy lets overtaken numbers vote",
        "{told} par elle-même, mais énonce le chiffre retenu : cette règle laisse voter les nombres dépassés",
    ),
    "account.declined": (
        "{answer}: no answer is never a figure",
        "{answer} : l’absence de réponse n’est jamais un chiffre",
    ),
    "account.no_number": (
        "its words say nothing about a number of persons",
        "ses mots ne disent rien d’un nombre de personnes",
    ),
    "account.rests_on": (
        "rests only on {claim} ({source}), {state}",
        "repose seulement sur {claim} ({source}), {state}",
    ),
    "account.subsumed": (
        "every number that is heard says at least {n}",
        "tous les nombres entendus disent au moins {n}",
    ),
    "account.says_no_more": ("says no more", "n’en dit pas plus"),
    "account.states_best": ("states the best figure", "énonce le chiffre retenu"),
    "account.sets_low": ("sets the low end", "fixe la borne basse"),
    "account.sets_high": ("sets the high end", "fixe la borne haute"),
    "account.low_raised": (
        "its low end is raised to {n} by parts and wholes",
        "sa borne basse est relevée à {n} par les parties et les totaux",
    ),
    "account.high_lowered": (
        "its high end is lowered to {n} by parts and wholes",
        "sa borne haute est abaissée à {n} par les parties et les totaux",
    ),
    "account.a_low_end": ("a low end", "une borne basse"),
    "account.words_only": ("words without a number", "des mots sans nombre"),
    "account.within": ("within the ends", "entre les bornes"),
    "account.outside": ("outside the ends", "hors des bornes"),
    "account.does_not_agree": ("does not agree with {n}", "ne s’accorde pas avec {n}"),
    "account.dissents": ("dissents", "diverge"),
    "account.one_voice": ("one voice with {others}{more}", "une seule voix avec {others}{more}"),
    "account.said_on": ("{says} ({when})", "{says} ({when})"),
    "account.and_more": (" and {n} more", " et {n} de plus"),
    "account.through_references": (
        "the statement itself is not held, only what {carriers} {n:makes|make} of it",
        "la déclaration elle-même n’est pas détenue, seulement ce qu’en {n:fait|font} {carriers}",
    ),
    "claim.cited_seen": ("{says}{mark} ({source}{seen})", "{says}{mark} ({source}{seen})"),
    "claim.counted_from": (", counted from {seen}", ", d’après {seen}"),
}

_CONFLICTS: Final = {
    "conflict.both": (
        "{claims} and {others} cannot both be complete counts of {what}.",
        "{claims} et {others} ne peuvent pas être tous deux des bilans complets {what}.",
    ),
    "conflict.tension": (
        "{claims} and {others} are hard to reconcile, though the words leave room for both.",
        "{claims} et {others} sont difficiles à concilier, même si les mots laissent place aux deux.",
    ),
    "conflict.more_pairs": (
        "{n} more {n:pair of figures does|pairs of figures do} not fit together.",
        "{n} {n:autre paire de chiffres ne concorde|autres paires de chiffres ne concordent} pas.",
    ),
    "conflict.the_same": ("the same {counted}", "des mêmes {counted}"),
    "conflict.same": ("the same", "de la même chose"),
    "conflict.named": ("{says}{mark} ({speakers:; }{more})", "{says}{mark} ({speakers:; }{more})"),
    "conflict.more": ("; and {n} more", " ; et {n} de plus"),
    "conflict.seen": ("{source}, {seen}", "{source}, {seen}"),
    "conflict.renderings": (
        "{renderings} do not fit together as renderings of one statement.",
        "{renderings} ne s’accordent pas comme versions d’une même déclaration.",
    ),
    "conflict.rendering": ("{words} ({source})", "{words} ({source})"),
    "conflict.parts": (
        "{n:|none of }{claims} {n:cannot|can} hold together with {what}.",
        "{claims}, {n:incompatible|chacune incompatible} avec {what}.",
    ),
    "conflict.denial": (
        "{names} {n:affirms|affirm} {what}; {denier} denies it.",
        "{names} {n:affirme|affirment} {what} ; {denier} le dément.",
    ),
    "conflict.it": ("it", "le fait"),
    "conflict.party_did_it": ("that {party} did it", "que l’auteur est {party}"),
    "conflict.competing": ("Competing claims: {claims:; }.", "Déclarations concurrentes : {claims:; }."),
    "conflict.names": ("{source} names {party}{itself}", "{source} désigne {party}{itself}"),
    "conflict.itself": (" (itself)", " (soi-même)"),
}

_PARTS: Final = {
    "parts.end": ("{end}: {steps:; }", "{end} : {steps:; }"),
    "parts.given": ("{claim} on {measure}", "{claim}, pour {measure}"),
    "parts.given_least": ("{step} ({n} at the least)", "{step} ({n} au moins)"),
    "parts.given_most": ("{step} ({n} at the most)", "{step} ({n} au plus)"),
    "parts.given_ends": ("{step} ({low} to {high})", "{step} (de {low} à {high})"),
    "parts.sum": ("{numbers: + } = {total} ({because})", "{numbers: + } = {total} ({because})"),
    "parts.difference": ("{numbers: − } = {left} ({because})", "{numbers: − } = {left} ({because})"),
    "parts.by_one": (
        "{sums: + } = {interval} by {source} alone",
        "{sums: + } = {interval} selon {source} à lui seul",
    ),
    "parts.addend": ("{figure}{mark} {what}", "{figure}{mark} {what}"),
    "parts.short": ("{what} ({where:,})", "{what} ({where:,})"),
    "parts.make_up": ("{names} make up the whole", "{names} forment le total"),
    "parts.are_parts": ("{names} are parts of the whole", "{names} sont des parties du total"),
    "parts.sides": ("each side's own add up", "les pertes propres de chaque camp s’additionnent"),
    "parts.declared": ("declared parts of a whole", "parties déclarées d’un total"),
    "parts.included": ("a part and its whole", "une partie et son total"),
    "parts.tightens": ("{what} (tightens the answer)", "{what} (resserre la réponse)"),
    "parts.consistent": ("{what} (holds already)", "{what} (déjà vérifié)"),
    "parts.conflicts": (
        "{what} (conflicts with claims here, see above, so it moves nothing)",
        "{what} (incompatible avec des déclarations, voir plus haut, donc sans effet)",
    ),
    "parts.computed": ("{what} (shown beside the answer)", "{what} (indiqué à côté de la réponse)"),
}

_FINDINGS: Final = {
    "finding.of_party": ("{finding}: {party}", "{finding} : {party}"),
    "finding.of_party_by": ("{finding}: {party} (by {names})", "{finding} : {party} (par {names})"),
    "finding.confirmed": ("confirmed: {names}", "confirmé : {names}"),
    "finding.nobody": (
        "no standing claim affirms or denies it",
        "aucune déclaration en vigueur ne l’affirme ni ne le dément",
    ),
    "finding.different": (
        "different parties are named: {parties}",
        "des parties différentes sont désignées : {parties}",
    ),
    "finding.for_and_against": (
        "{n} {n:claim|claims} for it, {against} against",
        "{n} {n:déclaration|déclarations} pour, {against} contre",
    ),
    "finding.cleared": (
        "nobody is named as the doer; denied for {each}, each apart",
        "personne n’est désigné comme auteur ; démenti pour {each}, séparément",
    ),
    "finding.cleared_party": ("{party} (by {names})", "{party} (par {names})"),
    "finding.affirmed_by": ("affirmed by {names}{gain} ({states})", "affirmé par {names}{gain} ({states})"),
    "finding.denied_by": ("denied by {names}{gain} ({states})", "démenti par {names}{gain} ({states})"),
    "finding.who_gains": (", who gains by it", ", qui y a intérêt"),
    "finding.who_all_gain": (", who all gain by it", ", qui y ont tous intérêt"),
    "says.denial": ("denial", "démenti"),
    "says.denial_for_another": ("denial for another party", "démenti pour une autre partie"),
    "says.responsibility": ("claim of responsibility", "revendication"),
    "says.accusation": ("accusation", "accusation"),
    "says.admission": ("{kind}, an admission: {interest}", "{kind}, un aveu : {interest}"),
    "says.interest": ("{kind}; {interest}", "{kind} ; {interest}"),
}

TEMPLATES: Final[Mapping[str, tuple[str, str]]] = {**_ACCOUNT, **_CONFLICTS, **_PARTS, **_FINDINGS}

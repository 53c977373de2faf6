"""Why a claim stands where it stands, and what it would take to move it, in English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEMPLATES: Final[Mapping[str, tuple[str, str]]] = {
    # why
    "status.rests_on": (
        "it rests on {claim}, which is {how}, and is not heard",
        "elle repose sur {claim}, qui est {how}, et n’est pas entendue",
    ),
    "status.analysts_differ": ("analysts differ: {verdicts}", "les analystes divergent : {verdicts}"),
    "status.analyst_finds": ("{by} {verdict}", "{by} ({verdict})"),
    "status.no_verdict": ("no verdict", "sans verdict"),
    "status.void": (
        "the verdict '{verdict}' of {by} does not count: {rule}",
        "le verdict « {verdict} » {by:de} ne compte pas : {rule}",
    ),
    "status.revised": ("revised by {claim}{dated}", "révisée par {claim}{dated}"),
    "status.replaced": (
        "replaced by the same source's {claim}{dated}",
        "remplacée par {claim}{dated}, de la même source",
    ),
    "status.of_date": (" of {when}", " du {when}"),
    "status.on_date": (" on {when}", " le {when}"),
    "status.contested": ("cannot hold together with {claims}", "incompatible avec {claims}"),
    "status.overtaken": (
        "exceeded by {claim}, a count of a later day ({when})",
        "dépassée par {claim}, un bilan plus tardif ({when})",
    ),
    "status.borne_out": ("borne out", "appuyée"),
    "status.any_borne_out": ("that there were any is borne out", "qu’il y en ait eu est appuyé"),
    "status.corroborated": ("{borne_out} by {claims}: {reasons}", "{borne_out} par {claims} : {reasons}"),
    "status.gains_alike": (
        "{borne_out} by {claims}, who gains by it as well",
        "{borne_out} par {claims}, qui y {n:a|ont} intérêt aussi",
    ),
    "status.not_independent": (
        "{borne_out} by {claims}, not known to be independent",
        "{borne_out} par {claims}, sans que l’indépendance soit connue",
    ),
    "status.no_answer": ("no answer was given", "aucune réponse n’a été donnée"),
    "status.copy": (
        "another rendering of what its source is heard to say; no other voice bears it out",
        "autre version de ce que sa source dit déjà ; aucune autre voix ne l’appuie",
    ),
    "status.echo": (
        "only hands on what is heard already; no other voice bears it out",
        "ne fait que relayer ce qui est déjà entendu ; aucune autre voix ne l’appuie",
    ),
    "status.alone": ("no other voice bears it out", "aucune autre voix ne l’appuie"),
    "status.taken_back": ("taken back by {by}{on}: {because}", "retirée par {by}{on} : {because}"),
    "status.hands_on": ("hands on {claim}, {told}", "relaie {claim}, {told}"),
    "status.verdict": (
        "{verdict} by {analysts} on {when}: {because}{evidence}{override}",
        "{verdict} par {analysts} le {when} : {because}{evidence}{override}",
    ),
    "status.on_evidence": (" (on {evidence})", " (pièces : {evidence})"),
    "status.override": ("; a rule was set aside: {why}", " ; une règle a été écartée : {why}"),
    "status.standing": (
        "its source has said nothing else since",
        "sa source n’a rien dit d’autre depuis",
    ),
    "status.not_compared": (
        "not heard, so nothing is compared with it",
        "non entendue, donc comparée à rien",
    ),
    "status.nobody_judged": ("nobody has given one", "personne n’en a donné"),
    "status.contested_by": ("by {n}", "par {n}"),
    "status.contested_by_nobody": ("by nobody", "par personne"),
    # what is missing
    "missing.new_statement": ("a new statement by {source}", "une nouvelle déclaration {source:de}"),
    "missing.new_evidence": ("new evidence, to reopen it", "de nouvelles pièces, pour la rouvrir"),
    "missing.what_was_said": ("what {source} did say", "ce {source:que} a vraiment dit"),
    "missing.checkable": (
        "evidence or an official record that can be checked",
        "des pièces ou un document officiel que l’on puisse vérifier",
    ),
    "missing.answer": ("an answer from {source}", "une réponse {source:de}"),
    "missing.decision": (
        "evidence or an official record that decides between {claim} and {rivals}",
        "des pièces ou un document officiel pour trancher entre {claim} et {rivals}",
    ),
    "missing.verdict": (
        "evidence or an official record, for a verdict",
        "des pièces ou un document officiel, pour un verdict",
    ),
    "missing.disinterested": (
        "one more origin independent of {own} that does not gain by it as well",
        "une autre origine, indépendante {own:de}, qui n’y ait pas intérêt aussi",
    ),
    "missing.independence": (
        "a reason to hold {others} independent of {own}, or one more origin that is",
        (
            "une raison de tenir {others} pour {n:indépendante|indépendantes} {own:de}, "
            "ou une autre origine qui le soit"
        ),
    ),
    "missing.reading": ("a reading of its wording", "une lecture de ses mots"),
    "missing.origin": ("one more origin independent of {own}", "une autre origine, indépendante {own:de}"),
    # rules that a verdict breaks, and what it would take
    "rule.before_claim": (
        "A verdict cannot precede the claim it judges.",
        "Un verdict ne peut précéder la déclaration qu’il juge.",
    ),
    "rule.before_evidence": (
        "A verdict cannot precede its evidence.",
        "Un verdict ne peut précéder ses pièces.",
    ),
    "rule.needs_evidence": (
        "A claim is {verdict} only by evidence or an official record.",
        "Une déclaration n’est {verdict} que par des pièces ou un document officiel.",
    ),
    "rule.lapsed": (
        "A verdict never rests on a refuted, retracted, superseded or misreported claim.",
        "Un verdict ne repose jamais sur une déclaration réfutée, retirée, remplacée ou mal rapportée.",
    ),
    "rule.reopening": (
        "A refuted claim is reopened only on new evidence.",
        "Une déclaration réfutée n’est rouverte que sur de nouvelles pièces.",
    ),
}

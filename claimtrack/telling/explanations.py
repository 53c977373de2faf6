"""How an answer came about, what would change it, and what changed, in English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_ANSWERS: Final = {
    "answer.ends": ("{interval}{computed}", "{interval}{computed}"),
    "answer.one": ("{text}{mark}", "{text}{mark}"),
    "answer.best": ("{ends}, best {best}{mark}", "{ends}, retenu {best}{mark}"),
    "answer.estimate": ("{ends}, estimate {best}{mark}", "{ends}, estimation {best}{mark}"),
    "answer.about": ("about {n} ({reading})", "environ {n} ({reading})"),
    "answer.computed": (" (computed)", " (calculé)"),
    "answer.low_computed": (" (low computed)", " (bas calculé)"),
    "answer.high_computed": (" (high computed)", " (haut calculé)"),
    "answer.the_low_end": ("the low end", "la borne basse"),
    "answer.the_high_end": ("the high end", "la borne haute"),
}

_EXPLANATIONS: Final = {
    "explain.title": ("{question}, {event}", "{question}, {event}"),
    "explain.headline": (
        "{title}: {text} (policy {policy}).{conflicts:+}{notes:+}",
        "{title} : {text} (règle {policy}).{conflicts:+}{notes:+}",
    ),
    "explain.more": (" {text}", " {text}"),
    "explain.by_policy": ("{text}, by policy {policy}", "{text}, par la règle {policy}"),
    "explain.by": (", by policy ", ", par la règle "),
    "explain.conflicts": ("Conflicts", "Contradictions"),
    "explain.how": ("How the figure comes about", "Comment le chiffre est obtenu"),
    "explain.what_would_change": ("What would change the answer", "Ce qui changerait la réponse"),
    "explain.without_assessments": (
        "Without assessments: the claims came without a ledger.",
        "Sans évaluations : les déclarations sont venues sans registre.",
    ),
    "explain.imputed": (
        "* imputed by the analyst: {reason}.",
        "* imputé par l’analyste : {reason}.",
    ),
    "explain.codebook": (
        "a codebook's number stands for the words",
        "le nombre d’un manuel de codage remplace les mots",
    ),
    "explain.computed": (
        "{ends:^} {n:is|are} computed from parts and wholes.",
        "{ends:^} {n:est calculée|sont calculées} à partir de parties et de totaux.",
    ),
    "explain.estimated": (
        "The figure is estimated: nobody stated it.{within}",
        "Le chiffre est estimé : personne ne l’a énoncé.{within}",
    ),
    "explain.interval": (" Interval: {interval}.", " Intervalle : {interval}."),
    "explain.interval_level": (
        " Interval with probability {level:%}: {interval}.",
        " Intervalle de probabilité {level:%} : {interval}.",
    ),
    "explain.exceeded": (
        (
            "The best figure was exceeded by a later count of {claim} ({source}, {when}): "
            "this policy lets overtaken numbers vote, at a lower weight."
        ),
        (
            "Le chiffre retenu a été dépassé par un bilan plus tardif : {claim} ({source}, {when}). "
            "Cette règle laisse voter les nombres dépassés, avec un poids moindre."
        ),
    ),
    "explain.counted_from": ("counted from {seen}", "d’après {seen}"),
    "explain.hedged": ("hedged", "au conditionnel"),
    "explain.hedged_with": ("hedged ({words})", "au conditionnel ({words})"),
    "explain.dotted": ("{parts: · }", "{parts: · }"),
    "explain.says_in_words": ("{text}{mark} {words}", "{text}{mark} {words}"),
    "section.kept": ("Kept", "Retenues"),
    "section.echo": (
        "Echoes: they rest only on origins that are heard already",
        "Échos : elles ne reposent que sur des origines déjà entendues",
    ),
    "section.subsumed": (
        "Subsumed: they say no more than the numbers",
        "Englobées : elles n’en disent pas plus que les nombres",
    ),
    "section.overtaken": (
        "Overtaken: a count of a later day is higher",
        "Dépassées : un bilan plus tardif est plus élevé",
    ),
    "section.set_aside": ("Set aside", "Écartées"),
    "column.role": ("role", "rôle"),
    "column.says": ("says", "dit"),
    "column.who": ("who", "qui"),
    "column.stated": ("stated", "date"),
    "column.state": ("state", "statut"),
    "column.why": ("why", "pourquoi"),
    "column.claim": ("claim", "déclaration"),
    # propositions and attributions
    "explain.rule": ("rule {name} {version}", "règle {name} {version}"),
    "explain.verdict_headline": (
        "{question}, {event}: {text}, {because} ({rule}).{conflicts:+}",
        "{question}, {event} : {text}, {because} ({rule}).{conflicts:+}",
    ),
    "explain.verdict": ("{text}: {because}, by {rule}", "{text} : {because}, par la {rule}"),
    "explain.verdict_because": (": {because}, by {rule}", " : {because}, par la {rule}"),
    "explain.verdict_counts": (
        "{claims}, {voices}, {many} independent",
        "{claims}, {voices}, dont {many} indépendantes",
    ),
    "explain.verdict_claim": (
        "{says}{words} · {source} · {when} · {state}",
        "{says}{words} · {source} · {when} · {state}",
    ),
}

_STEPS: Final = {
    "step.scope": ("In scope: {claims} of {sources}.", "Dans le champ : {claims}, {sources}."),
    "step.standing": ("Standing: {n}{fell}.", "En vigueur : {n}{fell}."),
    "step.set_aside": ("; set aside: {fell:,}", " ; écartées : {fell:,}"),
    "step.down": ("{n} {why}", "{n} {why}"),
    "step.resting_on_fallen": (
        "resting on claims that do not stand",
        "reposant sur des déclarations qui ne tiennent plus",
    ),
    "step.without_number": ("without a number", "sans nombre"),
    "step.voices": ("Voices: {voices}.", "Voix : {voices}."),
    "step.voices_and_echoes": ("{voices}, and {echoes}", "{voices}, et {echoes}"),
    "step.independent": (
        "{n}, {many} of them independent{repeats}",
        "{n}, dont {many} indépendantes{repeats}",
    ),
    "step.repeats": ("; {echoes}", " ; {echoes}"),
    "step.at_least_at_most": ("at least {low} and at most {high}", "au moins {low} et au plus {high}"),
    "step.best": ("{ends}, best {n}", "{ends}, retenu {n}"),
    "step.no_best": ("{ends}, no best figure", "{ends}, aucun chiffre retenu"),
    "step.policy": (
        "Policy {policy}: {answer}.{because}{whose}",
        "Règle {policy} : {answer}.{because}{whose}",
    ),
    "step.rule": (" Rule: {cites}.", " Source : {cites}."),
    "step.no_parts": (
        "Parts and wholes: no other measure of this event bears on it.",
        "Parties et totaux : aucune autre mesure de cet événement n’y touche.",
    ),
    "step.parts": ("Parts and wholes: {constraints:; }.", "Parties et totaux : {constraints:; }."),
    "change.without": ("Without {voice}: {answer}.", "Sans {voice} : {answer}."),
    "change.whole_voice": ("the whole voice, {claims}", "la voix entière, {claims}"),
    "change.declaring": (
        "Declaring who is independent of whom: of {high} voices only {low} {low:is|are} known to be.",
        (
            "Déclarer qui est indépendant de qui : sur {high} voix, {low} seulement "
            "{low:est connue comme telle|sont connues comme telles}."
        ),
    ),
    "change.missing": ("{claim} ({source}): {missing}.", "{claim} ({source}) : {missing}."),
}

_MOVES: Final = {
    "moved.consistent": ("{state} (consistent)", "{state} (concordante)"),
    "moved.override": ("{state}, by override", "{state}, par dérogation"),
    "moved.heard_otherwise": (
        "the claims of {sources} are heard otherwise than before",
        "les déclarations {sources:de} sont entendues autrement qu’avant",
    ),
    "moved.parts_declared": (
        "parts of a whole were declared",
        "des parties d’un total ont été déclarées",
    ),
    "open.contested": ("{claims} cannot all hold together", "{claims}, incompatibles"),
    "open.decision": (
        "evidence or an official record that decides between {claims}",
        "des pièces ou un document officiel pour trancher entre {claims}",
    ),
    "open.original": ("the original statement", "la déclaration d’origine"),
}

_TOTALS: Final = {
    "total.share": ("{interval} in {figures}", "{interval} pour {figures}"),
    "total.headline": ("{labels:^}, {events}: {text}", "{labels:^}, {events} : {text}"),
    "total.policy": ("Policy: {policies}.", "Règle : {policies}."),
    "total.by_state": (
        "By state of the claims that set the low ends:",
        "Selon le statut des déclarations qui fixent les bornes basses :",
    ),
    "total.by_kind": (
        "By kind of source of the claims that set the low ends:",
        "Selon le type de source des déclarations qui fixent les bornes basses :",
    ),
    "total.line": ("  {what}: {share}", "  {what} : {share}"),
    "total.computed": ("computed", "calculé"),
    "total.nobody": ("nobody", "personne"),
    "total.imputed": ("Imputed in part: {share}.", "Imputé en partie : {share}."),
    "total.unknown": ("Unknown, and not counted as 0: {names}.", "Inconnu, et non compté comme 0 : {names}."),
    "total.open": ("No high end: {names}.", "Sans borne haute : {names}."),
    "total.interval": (
        "Estimated, errors taken as independent: {interval}.",
        "Estimé, les erreurs étant tenues pour indépendantes : {interval}.",
    ),
    "total.question_in_event": ("{question} in {event}", "{question}, {event}"),
}

_COMPARISONS: Final = {
    "compare.best": ("Best {n}: {reasons: }", "Retenu {n} : {reasons: }"),
    "compare.no_best": ("No best figure: {reasons: }", "Aucun chiffre retenu : {reasons: }"),
    "compare.reason": ("{policies}: {because}", "{policies} : {because}"),
    "compare.policy": ("{policy} ({interval})", "{policy} ({interval})"),
}

TEMPLATES: Final[Mapping[str, tuple[str, str]]] = {
    **_ANSWERS, **_EXPLANATIONS, **_STEPS, **_MOVES, **_TOTALS, **_COMPARISONS,
}  # fmt: skip

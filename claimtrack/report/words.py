"""Every word the report adds to those of the tables, in English and French, as data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from claimtrack.tables.labels import LABELS, Language, labels

_WORDS: dict[str, tuple[str, str]] = {
    "skip": ("Skip to the claims", "Aller aux déclarations"),
    "subtitle": (
        "Claims by source, where each of them stands, and what can be published",
        "Les déclarations par source, leur statut, et ce qui peut être publié",
    ),
    "nav": ("On this page", "Sur cette page"),
    "summary": ("What can be said", "Ce qui peut être dit"),
    "figures": ("Figures", "Chiffres"),
    "statements": ("What happened, and who did it", "Ce qui s’est passé, et qui l’a fait"),
    "matrix": ("Who says what", "Qui dit quoi"),
    "matrix_note": (
        "Each entry leads to the claim. A blank cell means that nothing is recorded.",
        "Chaque entrée mène à la déclaration. Une case vide signifie que rien n’est enregistré.",
    ),
    "claims": ("The claims, question by question", "Les déclarations, question par question"),
    "filter": ("Filter the claims", "Filtrer les déclarations"),
    "search": ("Words", "Mots"),
    "side": ("Speaks for", "Parle pour"),
    "status": ("Status", "Statut"),
    "from": ("From", "Du"),
    "until": ("Until", "Au"),
    "sort": ("Order within a question", "Ordre dans une question"),
    "by_date": ("by date", "par date"),
    "by_latest": ("latest first", "la plus récente d’abord"),
    "by_state": ("by status", "par statut"),
    "by_speaker": ("by speaker", "par locuteur"),
    "any": ("any", "tous"),
    "no_side": ("no party", "aucune partie"),
    "reset": ("Show all", "Tout afficher"),
    "shown": ("{n} of {all} claims shown", "{n} déclarations affichées sur {all}"),
    "all_shown": ("All {all} claims are shown", "Les {all} déclarations sont affichées"),
    "policy": ("Policy", "Règle"),
    "voices": ("Independent voices", "Voix indépendantes"),
    "conflicts": ("What cannot hold together", "Ce qui ne peut pas tenir ensemble"),
    "constraints": ("Parts and wholes", "Parties et totaux"),
    "tensions": ("Hard to reconcile", "Difficile à concilier"),
    "details": ("Details", "Détails"),
    "takes": ("What it would take", "Ce qu’il faudrait"),
    "contested_by": ("Contested by", "Contestée par"),
    "interest": ("Interest", "Intérêt"),
    "rests_on": ("Rests on", "Repose sur"),
    "not_a_link": ("not a web address, so not linked", "pas une adresse web, donc pas de lien"),
    "timeline": ("Day by day", "Jour par jour"),
    "more": ("and {n} more", "et {n} de plus"),
    "sources": ("Who speaks", "Qui parle"),
    "not_graded": ("not graded", "non évaluée"),
    "evidence": ("Evidence", "Pièces"),
    "no_evidence": ("No evidence is recorded.", "Aucune pièce n’est enregistrée."),
    "address": ("where it was found", "où elle se trouvait"),
    "archived": ("archived copy", "copie archivée"),
    "not_archived": ("no archived copy", "pas de copie archivée"),
    "hash": ("SHA-256", "SHA-256"),
    "no_hash": ("not hashed", "pas d’empreinte"),
    "captured": ("captured", "captée"),
    "authenticity": ("authenticity", "authenticité"),
    "not_judged": ("not judged", "non jugée"),
    "used_by": ("used by", "utilisée par"),
    "changes": ("What changed since {date}", "Ce qui a changé depuis le {date}"),
    "no_changes": ("Nothing has changed.", "Rien n’a changé."),
    "method": ("How this was made", "Méthode"),
    "method_counts": (
        "This page shows {claims} on {questions} about {events}, from {sources}.",
        "Cette page montre {claims} sur {questions} à propos de {events}, de {sources}.",
    ),
    "method_policy": (
        "Figures were reconciled by the policy {policy}: {summary}",
        "Les chiffres ont été rapprochés par la règle {policy}\u00a0: {summary}",
    ),
    "method_cites": ("Whose rule it is: {cites}.", "D’où vient la règle\u00a0: {cites}."),
    "method_misleads": ("When it misleads: {misleads}", "Quand elle trompe\u00a0: {misleads}"),
    "method_words": (
        "Words are read by convention, marked ≈; an unstated number stays unknown.",
        "Les mots sont lus par convention, marquée ≈\u00a0; un nombre non énoncé reste inconnu.",
    ),
    "method_readings": ("Readings by convention", "Lectures par convention"),
    "method_decides": (
        "Where analysts differ, this decides: {rule}.",
        "Quand les analystes divergent, ceci décide\u00a0: {rule}.",
    ),
    "method_star": (
        "*: part of the coding is the analyst’s, not the source’s.",
        "*\u00a0: une partie du codage est de l’analyste, non de la source.",
    ),
    "method_independence": (
        "Ten outlets carrying one wire are one voice. Independence is declared or first-hand, never guessed.",
        "Dix médias reprenant une dépêche sont une voix. L’indépendance est déclarée ou directe.",
    ),
    "method_scales": (
        "Reliability A–F and credibility 1–6 are the Admiralty scale (STANAG 2511); F and 6 mean not judged.",
        "Fiabilité A–F, crédibilité 1–6\u00a0: échelle de l’Amirauté (STANAG 2511). F et 6\u00a0: non jugé.",
    ),
    "method_made": ("Made with claimtrack {version}.", "Réalisé avec claimtrack {version}."),
    "method_page": (
        "The page is one file: it loads nothing, sends nothing, and works without a network.",
        "La page est un seul fichier : elle ne charge rien, n’envoie rien et fonctionne sans réseau.",
    ),
    "empty": ("No claims are recorded.", "Aucune déclaration n’est enregistrée."),
    "events_title": ("{n} events", "{n} événements"),
}

REPORT_WORDS: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        "en": MappingProxyType({key: pair[0] for key, pair in _WORDS.items()}),
        "fr": MappingProxyType({key: pair[1] for key, pair in _WORDS.items()}),
    }
)


def report_words(lang: Language) -> Mapping[str, str]:
    """The report's words of one language.

    Raises:
        InvalidField: If there are none in that language.
    """
    labels(lang)
    return REPORT_WORDS[lang]


def table_words(lang: Language) -> Mapping[str, str]:
    """The tables' words of one language."""
    return LABELS[lang]

"""Every word a table prints, in English and French, as data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from claimtrack.errors import InvalidField
from claimtrack.telling.speech import Language
from claimtrack.telling.terms import TERMS

__all__ = ["GLYPHS", "LABELS", "Language", "counted", "labels", "marked"]

GLYPHS: Mapping[str, str] = MappingProxyType({
    "confirmed": "✓",
    "corroborated": "✚",
    "contested": "≠",
    "unverified": "○",
    "unverifiable": "◇",
    "misreported": "⚑",
    "refuted": "✗",
    "overtaken": "◁",
    "superseded": "»",
    "retracted": "⊘",
})
"""A glyph for each state, for screens; it stands beside the word and never for it."""

_TERMS = ("role", "state", "finding", "stance", "declined", "observed")
_OUTCOMES = {name: pair for name, pair in TERMS["outcome"].items() if name != "missing"}

_WORDS: dict[str, tuple[str, str]] = {
    **{name: pair for kind in _TERMS for name, pair in TERMS[kind].items()},
    **_OUTCOMES,
    # how the language writes
    "lang": ("en", "fr"),
    "thousands": (",", "\u202f"),
    "decimal": (".", ","),
    "quoted": ("“{words}”", "«\u00a0{words}\u00a0»"),
    "colon": (": ", "\u00a0: "),
    "plural": ("", "s"),
    "more": ("And {n} more.", "Et {n} de plus."),
    # columns
    "answer": ("answer", "réponse"),
    "anonymous": ("anonymous", "anonyme"),
    "after": ("now", "à présent"),
    "because": ("why", "pourquoi"),
    "before": ("before", "avant"),
    "best": ("best", "retenu"),
    "change": ("change", "changement"),
    "claim": ("claim", "déclaration"),
    "claims": ("claims", "déclarations"),
    "conflicts": ("conflicts", "contradictions"),
    "contested_by": ("contested by", "contestée par"),
    "credibility": ("credibility", "crédibilité"),
    "event": ("event", "événement"),
    "events": ("events", "événements"),
    "evidence": ("evidence", "pièces"),
    "figure": ("figure", "chiffre"),
    "heard_as": ("heard as", "entendue comme"),
    "high": ("high", "haut"),
    "id": ("id", "id"),
    "interest": ("interest", "intérêt"),
    "kind": ("kind", "type"),
    "lifecycle": ("lifecycle", "cycle de vie"),
    "low": ("low", "bas"),
    "marks": ("marks", "mentions"),
    "missing": ("what it would take", "ce qu’il faudrait"),
    "note": ("note", "note"),
    "notes": ("conflicts and reasons", "contradictions et motifs"),
    "origin": ("origin", "origine"),
    "party": ("speaks for", "parle pour"),
    "point": ("point", "valeur"),
    "policy": ("policy", "règle"),
    "question": ("question", "question"),
    "range": ("low–high", "bas–haut"),
    "reads_as": ("reads as", "se lit"),
    "recorded": ("recorded", "enregistré"),
    "reliability": ("reliability", "fiabilité"),
    "role": ("role", "rôle"),
    "said": ("said", "dit"),
    "source": ("source", "source"),
    "speaker": ("speaker", "locuteur"),
    "stated": ("stated", "date"),
    "state": ("status", "statut"),
    "states": ("where its claims stand", "statut de ses déclarations"),
    "support": ("support", "appui"),
    "supported_by": ("supported by", "appuyée par"),
    "track_record": ("track record", "antécédents"),
    "url": ("url", "url"),
    "verdict": ("verdict", "verdict"),
    "via": ("via", "via"),
    "voices": ("voices", "voix"),
    # outcomes
    "missing_people": TERMS["outcome"]["missing"],
    "or": ("or", "ou"),
    "and": ("and", "et"),
    "part_of": ("part of the event: {part}", "partie de l’événement\u00a0: {part}"),
    # figures
    "unknown": ("unknown", "inconnu"),
    "some": ("some", "non chiffré"),
    "open": ("open", "ouvert"),
    "total": ("total", "total"),
    "not_stated": ("not stated", "non indiqué"),
    "no_best": ("not given", "non donné"),
    "undated": ("undated", "non datée"),
    "computed": ("computed", "calculé"),
    "estimated": ("estimated", "estimé"),
    # marks
    "imputed": ("imputed", "imputé"),
    "hedged": ("hedged", "au conditionnel"),
    "first_hand": ("first hand", "de première main"),
    "seen": ("seen: {what}", "vu\u00a0: {what}"),
    "admission": ("admission", "aveu"),
    "overstates": ("gains by a high figure", "gagne à un chiffre élevé"),
    "understates": ("gains by a low figure", "gagne à un chiffre bas"),
    # sources and origins
    "spoke": ("spoke", "a parlé"),
    "carried": ("carried", "a relayé"),
    "leans": ("leans to {party}", "proche de {party}"),
    "collective": ("several people", "plusieurs personnes"),
    "off_record": ("off the record", "sous couvert d’anonymat"),
    "spokesman": ("speaks", "parle"),
    "rendering": ("also heard as", "aussi rendue"),
    "voice": ("voice", "voix"),
    "bounds": ("cannot leave", "limites"),
    "refused_wording": ("refused", "refusé"),
    "used": ("claims used", "déclarations utilisées"),
    "via_carriers": ("{source}, via {carriers}", "{source}, via {carriers}"),
    "known_to": ("{source} (known to {carrier})", "{source} (que connaît {carrier})"),
    "yes": ("yes", "oui"),
    "no": ("no", "non"),
    # changes and open questions
    "rank": ("open", "à éclaircir"),
    "change_recorded": ("new claim", "nouvelle déclaration"),
    "change_moved": ("moved", "statut changé"),
    "change_figure": ("figure", "chiffre changé"),
    "bound": ("sets an end", "fixe une borne"),
    "conflict": ("two renderings", "deux versions"),
    "unsupported": ("nobody else", "personne d’autre"),
    "silent": ("no answer", "sans réponse"),
    "nothing_open": ("Nothing is left to find out.", "Il ne reste rien à éclaircir."),
    # pictures
    "factor_note": (
        "Factor by which figures are over (right) or under (left), 90 % interval; events in brackets",
        "Facteur de sur- (à droite) ou sous-estimation (à gauche), intervalle à 90\u00a0%",
    ),
    "forest_note": (
        "line: bounds · bar: reading · hatched: no number · ◆ admission · ▲ gains by a high figure, ▼ low",
        "trait\u00a0: limites · barre\u00a0: lecture · hachuré\u00a0: sans nombre · ◆ aveu · ▲▼ intérêt",
    ),
    "recorded_at_once": ("all recorded at {moment}", "tout enregistré à {moment}"),
    "factor_marks": (
        "● mostly its own record · ○ mostly the habit of its kind",
        "● surtout ses propres antécédents · ○ surtout l’habitude de son type",
    ),
    "origins_note": ("numbered on the right", "numérotées à droite"),
    "timeline_note": (
        "○ stated · - - moved on · last mark: where it stands now · bar: a month or a year",
        "○ date · - - changement · dernière marque\u00a0: statut actuel · barre\u00a0: un mois ou une année",
    ),
    # drafts and problems
    "line": ("line", "ligne"),
    "backing": ("behind it", "derrière"),
    "draft_counts": ("{n} figures in the draft: {counts}.", "{n} chiffres dans le texte\u00a0: {counts}."),
    "draft_empty": ("No figures were found in the draft.", "Aucun chiffre n’a été trouvé dans le texte."),
    "code": ("problem", "problème"),
    "location": ("where", "où"),
    "message": ("what is wrong", "ce qui ne va pas"),
    # footers
    "count_claims": ("{n} claim(s)", "{n} déclaration(s)"),
    "count_questions": ("{n} question(s)", "{n} question(s)"),
    "count_undated": ("{n} undated claim(s)", "{n} déclaration(s) non datée(s)"),
    "count_events": ("{n} event(s)", "{n} événement(s)"),
    "count_sources": ("{n} source(s)", "{n} source(s)"),
    "count_changes": ("{n} change(s)", "{n} changement(s)"),
    "counts": ("{claims} on {questions}: {states}.", "{claims} sur {questions}\u00a0: {states}."),
    "no_claims": ("No claims are recorded.", "Aucune déclaration n’est enregistrée."),
    "no_changes": ("Nothing has changed.", "Rien n’a changé."),
    "no_measures": ("No figures are recorded.", "Aucun chiffre n’est enregistré."),
    "foot_reads_as": (
        "Reads as: what a reader takes the words to mean, in persons.",
        "Se lit\u00a0: ce qu’un lecteur comprend, en personnes.",
    ),
    "foot_convention": (
        "≈ is read by convention, no number was stated that sharply.",
        "≈ relève d’une convention, aucun nombre aussi précis n’a été énoncé.",
    ),
    "foot_some": (
        "“some”: people, and no number.",
        "«\u00a0non chiffré\u00a0»\u00a0: des personnes, sans nombre.",
    ),
    "foot_imputed": (
        "[imputed]: part of the coding is the analyst’s, not the source’s.",
        "[imputé]\u00a0: une partie du codage est de l’analyste, non de la source.",
    ),
    "foot_unknown": ("“unknown” is never zero.", "«\u00a0inconnu\u00a0» n’est jamais zéro."),
    "foot_policy": ("Policy: {policy}.", "Règle\u00a0: {policy}."),
    "foot_range": (
        ("Low and high are numbers that somebody stated, or computed from parts where marked; "
        "not a confidence interval."),
        ("Bas et haut sont des nombres énoncés, ou calculés à partir de parties où c’est indiqué\u00a0; "
        "non un intervalle de confiance."),
    ),
    "foot_voices": (
        "Voices: how many independent ones there are, at least and at most.",
        "Voix\u00a0: combien sont indépendantes, au moins et au plus.",
    ),
    "foot_star": (
        "*: part of the coding is the analyst’s, not the source’s.",
        "*\u00a0: une partie du codage est de l’analyste, non de la source.",
    ),
    "foot_blank": (
        "Blank: nothing is recorded. A status stands only where it is not “unverified”.",
        "Vide\u00a0: rien n’est enregistré. Le statut «\u00a0non vérifiée\u00a0» n’est pas indiqué.",
    ),
    "foot_independence": (
        "Independence is declared or first-hand, never guessed.",
        "L’indépendance est déclarée ou directe, jamais supposée.",
    ),
}

LABELS: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        "en": MappingProxyType({key: words[0] for key, words in _WORDS.items()}),
        "fr": MappingProxyType({key: words[1] for key, words in _WORDS.items()}),
    }
)


def labels(lang: Language) -> Mapping[str, str]:
    """The labels of one language.

    Raises:
        InvalidField: If there are none in that language.
    """
    found = LABELS.get(lang)
    if found is None:
        raise InvalidField("table", "lang", lang, f"one of {', '.join(LABELS)}")
    return found


def marked(words: Mapping[str, str]) -> Mapping[str, str]:
    """The same labels with a glyph before each state."""
    return {**words, **{state: f"{glyph}\u00a0{words[state]}" for state, glyph in GLYPHS.items()}}


def counted(words: Mapping[str, str], key: str, n: int) -> str:
    """A label that counts something: "1 claim", "7 claims"."""
    shown = f"{n:,}".replace(",", words["thousands"])
    single = n == 1 or (n == 0 and words["lang"] == "fr")
    return words[key].replace("{n}", shown).replace("(s)", "" if single else "s")

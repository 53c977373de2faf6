"""Track records, the learned model, drafts held against a ledger: English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_LEARNED: Final = {
    "learned.no_number": (
        "No voice states a number to estimate from.",
        "Aucune voix n’énonce de nombre dont tirer une estimation.",
    ),
    "learned.sentences": ("{parts: }", "{parts: }"),
    "learned.estimated_from": (
        "Estimated from {n} {n:voice|voices}, {level:%} interval.",
        "Estimé d’après {n} voix, intervalle à {level:%}.",
    ),
    "learned.past": (
        "{n} of them spoke before a higher count of a later day: half weight.",
        "{n} d’entre elles {n:a|ont} parlé avant un bilan plus tardif et plus élevé : demi-poids.",
    ),
    "learned.prior": (
        (
            "The level rests on the prior ({share:%}): no source of known level speaks, and how far "
            "partisans overstate or understate is assumed."
        ),
        (
            "Le niveau repose sur l’a priori ({share:%}) : aucune source de niveau connu ne parle, et "
            "l’ampleur des sur- et sous-estimations partisanes est supposée."
        ),
    ),
    "learned.partisans": (
        "{share:%} of the level rests on the assumed habits of partisans.",
        "Le niveau repose à {share:%} sur les habitudes supposées des partisans.",
    ),
    "learned.raised": (
        "Raised to {n}, a floor that nobody opposes.",
        "Relevé à {n}, un plancher que personne ne conteste.",
    ),
    "learned.new": (
        "No record yet of {names}: taken as usual for the kind.",
        "Pas encore d’antécédents {names:de} : supposés ordinaires pour leur type.",
    ),
    "learned.part": (
        "reads as {n} ({how}{copied}), weight {weight:%}{alone}",
        "se lit {n} ({how}{copied}), poids {weight:%}{alone}",
    ),
    "learned.no_bias": ("no bias assumed", "aucun biais supposé"),
    "learned.factor": ("×{factor:.2} as {bearing}", "×{factor:.2}, {bearing}"),
    "learned.copied": (
        ", independent to {share:%} (a copy is suspected)",
        ", indépendante à {share:%} (copie soupçonnée)",
    ),
    "learned.alone": (", without it {n}", ", sans elle {n}"),
    "learned.baseline": (
        "{summary} {n} voices, on the log scale; no interval.",
        "{summary} {n} voix, sur l’échelle logarithmique ; pas d’intervalle.",
    ),
    "policy.learned.summary": (
        "An estimate: each voice corrected for its source's habits and weighed by its noise.",
        "Une estimation : chaque voix corrigée des habitudes de sa source et pesée selon son bruit.",
    ),
    "policy.learned.cites": (
        (
            "Zhao & Han 2012 (noise of sources), Ouyang et al. 2015 (bias), Henderson 1975 (mixed models), "
            "Radford et al. 2023 (habits of belligerents); docs/explanation/learned-model.md"
        ),
        (
            "Zhao & Han 2012 (bruit des sources), Ouyang et al. 2015 (biais), Henderson 1975 (modèles "
            "mixtes), Radford et al. 2023 (habitudes des belligérants) ; docs/explanation/learned-model.md"
        ),
    ),
    "policy.learned.misleads": (
        "Where all who speak are partisan its level is assumed; identical figures may be true agreement.",
        (
            "Si tous ceux qui parlent sont partisans, son niveau est supposé ; des chiffres identiques "
            "peuvent être un véritable accord."
        ),
    ),
    "policy.log_median.summary": (
        "The median of what the words say.",
        "La médiane de ce que disent les mots.",
    ),
    "policy.log_median.cites": (
        "The middle of independent reports",
        "Le milieu de récits indépendants",
    ),
    "policy.crh.summary": (
        "CRH: voices near the middle weigh more.",
        "CRH : les voix proches du milieu pèsent plus.",
    ),
    "policy.catd.summary": (
        "CATD: voices weigh by an upper limit of their variance.",
        "CATD : les voix pèsent selon une limite supérieure de leur variance.",
    ),
    "policy.gtm.summary": (
        "GTM: a Gaussian noise variance for each voice.",
        "GTM : une variance de bruit gaussien par voix.",
    ),
    "policy.random_effects.summary": (
        "A mean with a variance between sources.",
        "Une moyenne avec une variance entre sources.",
    ),
    "policy.snap.summary": (
        "The stated number nearest to the random-effects mean.",
        "Le nombre énoncé le plus proche de la moyenne à effets aléatoires.",
    ),
    "policy.snap.cites": (
        "DerSimonian & Laird 1986; what is published is then what somebody said",
        "DerSimonian & Laird 1986 ; ce qui est publié est alors ce que quelqu’un a dit",
    ),
    "policy.baseline.misleads": (
        "It knows nothing of parties: where most voices speak for one side, it follows them.",
        "Elle ne sait rien des parties : si la plupart des voix parlent pour un camp, elle les suit.",
    ),
    "bearing.own": ("own", "pertes de son camp"),
    "bearing.enemy": ("enemy", "pertes ennemies"),
    "bearing.civilian": ("civilian", "pertes civiles"),
    "bearing.neutral": ("neutral", "sans parti"),
    "record": ("{name}, {how}{factor}, {events}", "{name}, {how}{factor}, {events}"),
    "record.factor": (": ×{factor:.2} ({low:.2}–{high:.2})", " : ×{factor:.2} ({low:.2}–{high:.2})"),
    "record.times": ("×{factor:.2}", "×{factor:.2}"),
    "record.no_bearing": ("no bearing declared", "aucun camp déclaré"),
}

_DRAFTS: Final = {
    "draft.adds": (
        "it adds to a total that the text does not state",
        "il s’ajoute à un total que le texte n’énonce pas",
    ),
    "draft.no_figure": (
        "the ledger has no figure for {what}",
        "le registre n’a pas de chiffre pour : {what}",
    ),
    "draft.added": (
        "only added up: {sum}. The ledger: {ledger}",
        "seulement additionné : {sum}. Le registre : {ledger}",
    ),
    "draft.part": (
        "it is a part of another count, and the ledger counts no such part",
        "c’est une partie d’un autre nombre, et le registre ne compte pas cette partie",
    ),
    "draft.other_people": ("the ledger has no figure for {who}", "le registre n’a pas de chiffre pour {who}"),
    "backing.matches": ("matches", "{n:concorde|concordent}"),
    "backing.within": ("within", "{n:compatible|compatibles}"),
    "backing.claimed": ("only claimed", "{n:seulement déclaré|seulement déclarés}"),
    "backing.differs": ("DIFFERS", "{n:DIFFÈRE|DIFFÈRENT}"),
    "backing.nothing": ("NOTHING", "RIEN"),
    "draft.what_happened": ("what happened to them", "ce qui leur est arrivé"),
    "draft.casualties": ("casualties", "tués ou blessés"),
    "draft.ledger_says": ("{title}: {text} ({policy})", "{title} : {text} ({policy})"),
    "draft.only": (
        "only {claims:; }. The ledger: {ledger}",
        "seulement {claims:; }. Le registre : {ledger}",
    ),
    "draft.claim": ("{claim}, {state}", "{claim}, {state}"),
    "draft.no_number": (
        "the ledger has claims and no number: {ledger}",
        "le registre a des déclarations et aucun nombre : {ledger}",
    ),
}

TEMPLATES: Final[Mapping[str, tuple[str, str]]] = {**_LEARNED, **_DRAFTS}

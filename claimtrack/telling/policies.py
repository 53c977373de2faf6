"""What policies do, whose rules they are, when they mislead and why they answer so: English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_RULINGS: Final = {
    "ruling.all_the_same": (
        "Every number that was stated is the same.",
        "Tous les nombres énoncés sont les mêmes.",
    ),
    "ruling.lowest_and_highest": (
        "The lowest and the highest number that a standing voice states.",
        "Le plus bas et le plus haut nombre qu’énonce une voix en vigueur.",
    ),
    "ruling.lowest": ("The lowest point that was stated.", "La plus basse valeur énoncée."),
    "ruling.lowest_above_floor": (
        "The lowest point that was stated and is not below an unopposed floor.",
        "La plus basse valeur énoncée qui ne soit pas sous un plancher incontesté.",
    ),
    "ruling.every_point_below": (
        "Every point is below a floor that nobody opposes.",
        "Toutes les valeurs sont sous un plancher que personne ne conteste.",
    ),
    "ruling.no_point": ("No point was stated.", "Aucune valeur n’a été énoncée."),
    "ruling.no_standing_point": (
        "No point was stated that stands.",
        "Aucune valeur en vigueur n’a été énoncée.",
    ),
    "ruling.no_disinterested_point": (
        "No point was stated by a source without an interest in it.",
        "Aucune valeur n’a été énoncée par une source qui n’y ait pas intérêt.",
    ),
    "ruling.most_recent_disinterested": (
        "The most recent point of a source without an interest in it.",
        "La valeur la plus récente d’une source qui n’y a pas intérêt.",
    ),
    "ruling.voices_state": (
        "No single most recent point; {times} voices state {n}.",
        "Pas de valeur unique la plus récente ; {times} voix énoncent {n}.",
    ),
    "ruling.lowest_of_recent": (
        "Neither a single most recent point nor a majority: the lowest of the recent ones.",
        "Ni valeur unique la plus récente, ni majorité : la plus basse des récentes.",
    ),
    "ruling.nobody_graded": (
        "No source of a point is graded: the lowest point.",
        "Aucune source d’une valeur n’est cotée : la plus basse valeur.",
    ),
    "ruling.most_reliable": (
        "The point of the most reliable source, graded {grade}.",
        "La valeur de la source la plus fiable, cotée {grade}.",
    ),
    "ruling.most_reliable_of_several": (
        "The point of the most reliable source, graded {grade}; the lower of several.",
        "La valeur de la source la plus fiable, cotée {grade} ; la plus basse de plusieurs.",
    ),
    "ruling.too_few_independent": (
        "Fewer than two voices with a number are known to be independent: no majority.",
        "Moins de deux voix chiffrées sont connues comme indépendantes : pas de majorité.",
    ),
    "ruling.no_majority": (
        "No point agrees with most of {n} independent voices.",
        "Aucune valeur ne s’accorde avec la majorité des {n} voix indépendantes.",
    ),
    "ruling.majority": (
        "{votes} of {voters} voices known to be independent agree with {n}.",
        "{votes} voix sur {voters} connues comme indépendantes s’accordent avec {n}.",
    ),
    "ruling.nothing_dated": (
        "No voice that states a number speaks on a known day.",
        "Aucune voix qui énonce un nombre ne parle un jour connu.",
    ),
    "ruling.stated_last": ("The number stated last ({day}).", "Le nombre énoncé en dernier ({day})."),
    "ruling.several_last": (
        "{n} voices speak last ({day}): no best.",
        "{n} voix parlent en dernier ({day}) : aucun chiffre retenu.",
    ),
    "ruling.inverted": (
        "What is admitted, at least {low}, exceeds what the enemy claims, {high}: no interval.",
        "Ce qui est avoué, au moins {low}, dépasse ce que l’ennemi revendique, {high} : pas d’intervalle.",
    ),
    "ruling.bracket": ("{admits}; {claims}.", "{admits} ; {claims}."),
    "ruling.admits_nothing": ("Nobody admits a loss", "Personne n’avoue de perte"),
    "ruling.admits": ("The side itself admits {claim}", "Le camp lui-même avoue {claim}"),
    "ruling.no_enemy": ("no enemy gives a high end", "aucun ennemi ne donne de borne haute"),
    "ruling.enemy_claims": ("its enemy claims {n}", "son ennemi revendique {n}"),
    "ruling.pending": (
        "Kept pending: no figure is given until the analyst decides.",
        "En attente : aucun chiffre avant la décision de l’analyste.",
    ),
    "ruling.preferred": (
        "{source} is preferred and gives a number.",
        "{source} a la préférence et donne un nombre.",
    ),
    "ruling.none_preferred": (
        "None of the preferred sources gives a number.",
        "Aucune des sources préférées ne donne de nombre.",
    ),
    "ruling.below_floor": (
        "{because} No best figure: {best} is below a floor of {floor} that nobody opposes.",
        "{because} Aucun chiffre retenu : {best} est sous un plancher de {floor} que personne ne conteste.",
    ),
    "ruling.below_floor_of_these": (
        "{because} No best figure: {best} is below a floor of {floor} that none of these opposes.",
        "{because} Aucun chiffre retenu : {best} est sous un plancher de {floor} qu’aucune ne conteste.",
    ),
    "median.upper": ("upper", "supérieure"),
    "median.lower": ("lower", "inférieure"),
    "median.weights": (", weights: {entries}", ", poids : {entries}"),
    "median.overtaken": (", {n} of them overtaken", ", dont {n} {n:dépassé|dépassés}"),
    "median.of_numbers": (
        "The {middle} middle of {n} numbers{before}{only}",
        "La médiane {middle} de {n} nombres{before}{only}",
    ),
    "median.only_number": ("The only number", "Le seul nombre"),
    "median.range": (
        "{text}, is a range without a stated point in it.",
        "{text}, est une fourchette sans valeur énoncée.",
    ),
    "median.elected": ("{text}.", "{text}."),
    "median.below_floor": (
        "{text}, {best}, is below a floor of {floor} that nobody opposes: the next point.",
        "{text}, {best}, est sous un plancher de {floor} que personne ne conteste : la valeur suivante.",
    ),
    "weights": ("{entries:,}", "{entries:,}"),
    "weight.of": ("{what} {n}", "{what} {n}"),
    "weight.first_hand": ("first hand {n}", "première main {n}"),
    "weight.disinterested": ("without an interest {n}", "sans intérêt {n}"),
    "weight.standing": (
        "standing {standing}, overtaken {overtaken}",
        "en vigueur {standing}, dépassée {overtaken}",
    ),
}

_POLICIES: Final = {
    "policy.envelope.summary": (
        "From the lowest to the highest number of any standing voice; best only where all are one.",
        (
            "Du plus bas au plus haut nombre de toute voix en vigueur ; un chiffre retenu seulement si tous "
            "sont le même."
        ),
    ),
    "policy.envelope.cites": (
        (
            "Airwars (sum of minima to sum of maxima); Iraq Body Count (minimum and maximum); "
            "Every Casualty, Standards (report a range)"
        ),
        (
            "Airwars (de la somme des minima à celle des maxima) ; Iraq Body Count (minimum et maximum) ; "
            "Every Casualty, Standards (donner une fourchette)"
        ),
    ),
    "policy.envelope.misleads": (
        "One careless voice stretches it; it says what was claimed, not what is likely.",
        "Une seule voix négligente l’étire ; elle dit ce qui a été affirmé, non ce qui est probable.",
    ),
    "policy.lowest.summary": ("The lowest number that was stated.", "Le plus bas nombre énoncé."),
    "policy.lowest.cites": (
        "ACLED codebook (the most conservative estimate where reports vary)",
        "Manuel de codage d’ACLED (l’estimation la plus prudente quand les récits varient)",
    ),
    "policy.lowest.misleads": (
        "Early tolls and a side's word on its own dead are low: it understates.",
        "Les premiers bilans et la parole d’un camp sur ses propres morts sont bas : elle sous-estime.",
    ),
    "policy.recent_majority_lowest.summary": (
        "The most recent number, unless its speaker gains by it; else the majority; else the lowest.",
        (
            "Le nombre le plus récent, sauf si celui qui parle y a intérêt ; sinon la majorité ; sinon "
            "le plus bas."
        ),
    ),
    "policy.recent_majority_lowest.cites": (
        "Global Terrorism Database codebook, as commonly stated",
        "Manuel de codage de la Global Terrorism Database, tel qu’on le cite d’ordinaire",
    ),
    "policy.recent_majority_lowest.misleads": (
        "Late summaries count like late findings.",
        "Les résumés tardifs comptent comme des constats tardifs.",
    ),
    "policy.most_reliable.summary": (
        "The number of the most reliable source; the lower where several are equal.",
        "Le nombre de la source la plus fiable ; le plus bas si plusieurs sont égales.",
    ),
    "policy.most_reliable.cites": (
        "UCDP Georeferenced Event Dataset codebook, as commonly stated; grades: STANAG 2511",
        (
            "Manuel de codage de l’UCDP Georeferenced Event Dataset, tel qu’on le cite d’ordinaire ; "
            "cotes : STANAG 2511"
        ),
    ),
    "policy.most_reliable.misleads": (
        "A grade belongs to a source, not to what it could know of this event.",
        "Une cote appartient à une source, non à ce qu’elle pouvait savoir de cet événement.",
    ),
    "policy.majority.summary": (
        "The point that agrees with most of the voices known to be independent.",
        "La valeur qui s’accorde avec la plupart des voix connues comme indépendantes.",
    ),
    "policy.majority.cites": (
        "GTD (majority among independent sources); independence: Every Casualty, Standards",
        "GTD (majorité parmi les sources indépendantes) ; indépendance : Every Casualty, Standards",
    ),
    "policy.majority.misleads": (
        "Low ends agree with every higher number: a point and two low ends are a majority.",
        (
            "Les bornes basses s’accordent avec tout nombre plus élevé : "
            "une valeur et deux bornes basses font une majorité."
        ),
    ),
    "policy.latest.summary": (
        "The number stated last; where several are, their hull and no best. Undated numbers never.",
        (
            "Le nombre énoncé en dernier ; s’il y en a plusieurs, leur enveloppe, sans chiffre retenu. "
            "Jamais un nombre non daté."
        ),
    ),
    "policy.latest.cites": ("Press practice (the latest toll)", "Usage de la presse (le dernier bilan)"),
    "policy.latest.misleads": (
        "The last to speak may know least: reference works and retellings come late.",
        (
            "Le dernier à parler en sait parfois le moins : ouvrages de référence et récits repris "
            "viennent tard."
        ),
    ),
    "policy.bracket.summary": (
        "From what a side admits of its own loss to what its enemy claims.",
        "De ce qu’un camp avoue de ses propres pertes à ce que son ennemi revendique.",
    ),
    "policy.bracket.cites": (
        "Airwars (each belligerent's conceded figures kept apart); admission against interest",
        "Airwars (les chiffres concédés par chaque belligérant, tenus à part) ; aveu contre son intérêt",
    ),
    "policy.bracket.misleads": (
        "Neither end need be near: an admission may leave most out, a claim may be invented.",
        (
            "Aucune borne n’est forcément proche : un aveu peut taire l’essentiel, une revendication "
            "être inventée."
        ),
    ),
    "policy.last_words.summary": (
        "The upper middle of last words; one since exceeded, or self-serving, counts half.",
        "La médiane supérieure des derniers mots ; un mot depuis dépassé, ou intéressé, compte pour moitié.",
    ),
    "policy.last_words.misleads": (
        (
            "Where most voices speak for one side, the middle is that side's; "
            "where a toll grew, four early voices outweigh one late one."
        ),
        (
            "Si la plupart des voix parlent pour un camp, la médiane est celle de ce camp ; "
            "si un bilan a grandi, quatre voix précoces pèsent plus qu’une tardive."
        ),
    ),
    "policy.median.summary": (
        "The {middle} middle of the numbers that were stated, one for each voice{only}.",
        "La médiane {middle} des nombres énoncés, un par voix{only}.",
    ),
    "policy.median.cites": (
        "The median of independent reports; measured in docs/reference/policies.md",
        "La médiane de récits indépendants ; mesurée dans docs/reference/policies.md",
    ),
    "policy.median.misleads": (
        "Where most voices speak for one side, the middle is that side's.",
        "Si la plupart des voix parlent pour un camp, la médiane est celle de ce camp.",
    ),
    "policy.pending.summary": (
        "No figure until the analyst decides.",
        "Aucun chiffre avant la décision de l’analyste.",
    ),
    "policy.pending.cites": (
        "Every Casualty, Standards (keep pending)",
        "Every Casualty, Standards (laisser en attente)",
    ),
    "policy.pending.misleads": (
        "It says nothing; the account still does.",
        "Elle ne dit rien ; le compte rendu, si.",
    ),
    "policy.prefer.summary": (
        "The number of the source you prefer; of the next where it gives none.",
        "Le nombre de la source que vous préférez ; de la suivante si elle n’en donne pas.",
    ),
    "policy.prefer.cites": (
        "Every Casualty, Standards for Casualty Recording: prefer certain sources",
        "Every Casualty, Standards for Casualty Recording : préférer certaines sources",
    ),
    "policy.prefer.misleads": (
        "Disagreement is set aside, not weighed; name the reason for the order beside the figure.",
        "Le désaccord est écarté, non pesé ; donnez la raison de l’ordre à côté du chiffre.",
    ),
}

TEMPLATES: Final[Mapping[str, tuple[str, str]]] = {**_RULINGS, **_POLICIES}

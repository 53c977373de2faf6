"""French: the tables."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import french_nouns as nouns
from claimtrack.wording import french_numbers as numbers
from claimtrack.wording import grammar as g
from claimtrack.wording.french_outcomes import OUTCOMES
from claimtrack.wording.language import Language

_BEFORE = {
    "exact": """
        exactement | au nombre de | au nombre d' | un total de | un total d' | au total | en tout
        seulement | precisement | soit
        avons encore | detiennent encore | retiennent encore | detient encore | retient encore
        les | ces | tous les | toutes les | quelque chose comme exactement | juste | pour un total de
    """,
    "at_least": """
        au moins | au - moins | pas moins de | pas moins d' | un minimum de | un minimum d'
        minimum | au minimum
        a tout le moins | ≥ | > = | au bas mot | rien moins que | ne compte pas moins de | d' au moins
        a minima
    """,
    "more_than": """
        plus de | plus d' | au - dela de | au - dela d' | au dela de | au dela d' | bien plus de
        bien plus d' | nettement plus de | beaucoup plus de | un peu plus de | un peu plus d'
        depasse | depassant | depasse les | superieur a | superieure a | largement plus de
        largement plus d' | depassait | depasserait | depasse desormais | depasse la | plus que | >
        depasse le chiffre de | franchi la barre des | depasse la barre des
        depasse le seuil des | depasse le seuil de | franchi le seuil des | franchi le seuil de
        depasse maintenant le seuil des | la barre des | la barre de | franchit la barre des
        depasser
    """,
    "at_most": """
        jusqu' a | au plus | au maximum | pas plus de | pas plus d' | tout au plus | un maximum de
        un maximum d' | maximum | ≤ | < = | au grand maximum
    """,
    "fewer": """
        moins de | moins d' | un peu moins de | un peu moins d' | inferieur a | inferieure a
        en dessous de | bien moins de | <
    """,
    "about": """
        environ | quelque | quelques | a peu pres | autour de | autour d' | approximativement
        aux alentours de | aux alentours d' | dans les | aux environs de | de l' ordre de
        de l' ordre d' | ~ | ≈ | peut - etre | grosso modo | avoisinant | avoisinant les
        avoisine les | avoisine | avoisinerait | quelque chose comme | estime a | estimes a
        estimee a | estimees a | plus ou moins | vers les | ±
    """,
    "nearly": """
        pres de | pres d' | presque | pas loin de | pas loin d' | non loin de | proche de | proche des
        quasiment | frole les | frolent les | frolant les | approchant les | approche les | approche
        approche de la barre des | approche la barre des | frole la barre des
    """,
    "increment": "en plus de | en plus d' | encore | un autre | d' autres | autres | un supplement de",
    "unclear": """
        une bonne | une petite | une grosse | un bon | un petit
        tous sauf | toutes sauf | peu de | peu d' | combien de
    """,
    "refused": "pas | a peine | une moyenne de | en moyenne",
}

_AFTER = {
    "at_least": """
        ou plus | ou davantage | et plus | + | et davantage | au moins | au bas mot | au minimum
        minimum | a tout le moins | et quelques dizaines | voire plus | voire davantage
    """,
    "at_most": "ou moins | au plus | au maximum | tout au plus | maximum",
    "about": "environ | a peu pres | approximativement | plus ou moins",
    "odd": "et quelques | et quelque",
    "increment": "autres | de plus | supplementaires | supplementaire",
    "part": "% | pour cent | pour mille | p . 100 | /",
}

_TAILS = {
    "at_least": """
        jusqu' ici | jusqu' a cet apres - midi | jusqu' a hier | jusqu' a ce matin | jusqu' a ce soir
        premier bilan | tout premier bilan | bilan preliminaire | preliminaire | preliminaires
        jusqu' a aujourd'hui | jusqu' a maintenant | jusqu' a present | pour l' instant
        pour le moment | a ce stade | a ce jour
        a cette heure | bilan provisoire | provisional | provisoire | provisoires | provisoirement
        bilan encore provisoire | au moins | au minimum | ou plus | et plus | sans doute plus
        sans doute davantage | probablement plus | peut - etre plus | peut - etre davantage
        voire plus | voire davantage | ou davantage | au bas mot | pourrait s' alourdir
        pourrait s' aggraver | risque de s' alourdir | susceptible de s' alourdir | pourrait augmenter
        a l' heure actuelle | certainement plus | si ce n' est plus | pour l' heure
        peut encore s' alourdir | minimum
    """,
    "at_most": "tout au plus | au maximum | au plus",
    "about": "environ | a peu pres",
}

_VAGUE = {
    "several": "plusieurs | un certain nombre de | un certain nombre d'",
    "few": "quelques | une poignee de | une poignee d' | poignee de | une poignee",
    "dozens": """
        dizaines | dizaines de | dizaines d' | douzaines de | douzaines d' | douzaines
        plusieurs dizaines de | plusieurs dizaines d' | plusieurs dizaines | quelques dizaines de
        quelques dizaines d' | quelques dizaines | plusieurs douzaines
    """,
    "hundreds": """
        centaines | centaines de | centaines d' | plusieurs centaines de | plusieurs centaines d'
        plusieurs centaines | quelques centaines de | quelques centaines d' | quelques centaines
    """,
    "thousands": """
        milliers | milliers de | milliers d' | plusieurs milliers de | plusieurs milliers d'
        plusieurs milliers | quelques milliers de | quelques milliers d' | quelques milliers
    """,
    "tens of thousands": """
        dizaines de milliers | dizaines de milliers de | dizaines de milliers d'
        plusieurs dizaines de milliers | plusieurs dizaines de milliers de
    """,
    "hundreds of thousands": """
        centaines de milliers | centaines de milliers de | centaines de milliers d'
        plusieurs centaines de milliers | plusieurs centaines de milliers de
    """,
    "millions": """
        plusieurs millions | plusieurs millions de | plusieurs millions d' | millions de | millions d'
        quelques millions de | quelques millions d'
    """,
    "tens of millions": "dizaines de millions | dizaines de millions de | dizaines de millions d'",
    "hundreds of millions": "centaines de millions | centaines de millions de | centaines de millions d'",
    "plural": """
        nombre de | nombre d' | de nombreux | de nombreuses | de tres nombreux | de tres nombreuses
        nombreux | nombreuses
        tres nombreux | tres nombreuses | beaucoup de | beaucoup d' | un grand nombre de
        un grand nombre d' | bon nombre de | enormement de | divers | diverses
        un tres grand nombre de | bien des | maints | pas mal de | un nombre important de
        un nombre important d' | d' innombrables | un nombre eleve de | un nombre considerable de
    """,
    "unknown number": """
        un nombre indetermine de | un nombre indetermine d' | un nombre inconnu de
        un nombre inconnu d' | un nombre non precise de | un nombre non precise d'
        un nombre indetermine | un nombre inconnu | un nombre encore indetermine de
        un nombre encore inconnu de
    """,
    "none": """
        pas eu de | pas eu d' | aucun | aucune | zero | pas de | pas d' | personne n' | ni
        pas fait de | pas fait d' | sans faire de | sans faire d' | sans | sans aucun | sans aucune
        pas un seul | pas une seule | point de | nul | nulle | pas le moindre
    """,
    "both": "les deux | une paire de",
    "same": "autant de | autant d' | le meme nombre de",
}

_ENDS = """
de d' du des en dans sur a au aux par pour avec sans durant pendant apres avant depuis jusqu' pres
entre parmi contre chez vers sous hors lors selon qui que qu' dont ou quand lorsque lorsqu' comme
puisque car si et mais ni or donc est sont ete etait etaient etant fut furent sera seront serait
seraient soit ont avait avaient ayant aura auront aurait auraient il elle ils elles on nous vous je
leur leurs son sa ses lui y ce cette ces cet le la les l' un une ne n' pas jamais encore deja toujours
lequel laquelle lesquels lesquelles auquel duquel desquels desquelles auxquels auxquelles
aussi ainsi hier demain lundi mardi mercredi jeudi vendredi samedi dimanche notamment compris affirme
affirment declare annonce d'apres fin debut mi tres plutot
"""

_BETWEEN = """
de d' du des la le les l' un une au moins plus environ quelque quelques pres jusqu' a en tout total
aussi egalement autres leurs ses son presque peut etre seulement et ou plusieurs encore
contre rancon arme blanche machette balle balles aux sans doute pas d'autres mortellement grievement
legerement
"""

LANGUAGE: Final = Language(
    code="fr",
    small=numbers.SMALL,
    hundreds={"cent": 100, "cents": 100},
    scales=numbers.SCALES,
    bare_scales=frozenset({"cent", "mille", "mil"}),
    collectives=numbers.COLLECTIVES,
    plurals={"dizaines": 10, "douzaines": 12, "centaines": 100, "milliers": 1000},
    articles="un une",
    glue="et",
    links="a - au",
    either="ou",
    both_ends={"entre": "et", "de": "a", "d'": "a"},
    vague=_VAGUE,
    multiples={},
    before=_BEFORE,
    after=_AFTER,
    tails=_TAILS,
    parts="""
        a savoir | dont | parmi lesquels | parmi lesquelles | parmi eux | parmi elles | d' entre eux
        d' entre elles | notamment | y compris | entre autres | au nombre desquels | comprenant
        parmi lesquels figurent | parmi lesquelles figurent | parmi eux figurent | dont on compte
        parmi lesquels se trouvent | parmi lesquelles se trouvent | parmi lesquels on compte
        au rang desquels | parmi les victimes | comprenaient | comprennent | comprenait | incluant
    """,
    outcomes=OUTCOMES,
    below_hundred=numbers.below_hundred,
    head_first=True,
    flags={
        g.NUMBER: "demi",
        g.PERSON: nouns.PEOPLE,
        g.SINGLE: nouns.PERSON,
        g.THING: nouns.THINGS,
        g.UNIT: nouns.UNITS_OF,
        g.ENDS: _ENDS,
        g.AUX: """
            est sont ete etait etaient etant fut furent sera seront serait seraient soient portes
            declares retrouves restes
        """,
        g.HAVE: "a ont avait avaient ayant aura auront aurait auraient avoir",
        g.PASS: _BETWEEN,
        g.JOIN: "et ou & ainsi plus",
        g.PREP: """
            de d' du des en dans sur par pour avec parmi contre a au aux chez pres entre selon
        """,
        g.STOP: "mais tandis alors",
        g.MONTH: """
            janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
        """,
        g.DENY: """
            dement dementi dementent nie nient niant conteste contestent rejette refute
        """,
        g.NOT: "non pas ne n' jamais",
        g.REPORT: """
            signale signalee signales signalees rapporte rapportee rapportes rapportees rapport
            information annonce annoncee confirme confirmee confirmes confirmees recense recensee
            recenses recensees etat chiffre chiffres etabli etablie indication communique communiquee
            enregistre
            enregistree evoque
        """,
        g.DET: "le la les l' un une ce cette ces cet leur leurs son sa ses",
        g.ADJ: """
            lourdes lourde lourd lourds enormes enorme importantes importants importante important
            graves severes considerables nombreuses nombreux de des d' massives massifs tres grosses
            grandes significatives quelques cinglantes terribles immenses humaines materielles civiles
            militaires les
        """,
        g.LOSS: "pertes perte",
        g.UNKNOWN: "inconnu inconnue incertain indetermine ignore inconnus",
        g.FATE: """
            extrait extraits extraites repeches repechees recuperes recuperees emmenes emmenees conduits
            conduites transportes transportees releves relogees reloges hospitalisees
            jugees juges secourir secouru secourus secourues sauves sauvees liberes liberees relaches
            relachees soignes soignees violees
            violes tortures torturees se expulses expulsees condamnes condamnees inculpes inculpees
            asphyxies etouffes pietines rapatries contamines contaminees enroles rescapes survecu
        """,
        g.ACTS: """
            comparaissent comparaitront comparaissaient nient refusent affirment reconnaissent plaident
            tentent tentaient essaient attendent attendaient dorment dormaient vivent vivaient travaillent
            travaillaient etudient marchent prient priaient manifestent manifestaient defilent defilaient
            refusaient risquent souffrent souffraient participent participaient reclament reclamaient
            esperent esperaient veulent voulaient habitent habitaient
        """,
        g.BEFORE: """
            resolution article numero vol route brigade bataillon division unite secteur chapitre page
            no n° n chaine salle operation camp zone base alinea loi decret regiment compagnie
            groupement rn pk acte saison
        """,
    },
)

"""French, of France, Belgium and Switzerland: the tables, and the numbers below one hundred."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as g

_UNITS = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
_TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_SMALL = {word: n for n, word in enumerate(_UNITS)} | {"une": 1, "vingts": 20} | _TENS
_COLLECTIVES = {
    "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "septantaine": 70, "centaine": 100, "millier": 1000,
}  # fmt: skip


def _below_hundred(_: g.Grammar, words: list[str], start: int) -> tuple[int, int] | None:
    """Read "soixante et onze", "quatre-vingt-dix-sept", "nonante-neuf", "vingt et un"."""
    value = _SMALL.get(words[start])
    if value is None:
        return None
    end = start + 1
    if value == 4 and (after := _follows(words, end, ("vingt", "vingts"))):
        value, end = 80, after
    elif words[start] == "vingts":
        return None
    elif value == 10:
        after = end + (end < len(words) and words[end] == "-")
        unit = _SMALL.get(words[after], 0) if after < len(words) else 0
        return (value + unit, after + 1) if 7 <= unit <= 9 else (value, end)
    elif value < 20:
        return value, end
    joined = end
    if joined < len(words) and words[joined] == "-":
        joined += 1
    if joined < len(words) and words[joined] == "et":
        joined += 1
        if joined < len(words) and words[joined] == "-":
            joined += 1
        limit = {1, 11} if value in {60, 80} else {1}
    else:
        limit = set(range(1, 20)) if value in {60, 80} else set(range(1, 10))
    if joined >= len(words) or (words[joined] in {"un", "une"} and joined == end):
        return value, end
    if joined == end and words[joined] in _TENS:
        return value, end
    unit = _SMALL.get(words[joined], 0)
    if unit == 10 and 10 in limit:
        more = joined + 1 + (joined + 1 < len(words) and words[joined + 1] == "-")
        extra = _SMALL.get(words[more], 0) if more < len(words) else 0
        if 7 <= extra <= 9:
            return value + 10 + extra, more + 1
    return (value + unit, joined + 1) if unit in limit else (value, end)


def _follows(words: list[str], at: int, wanted: tuple[str, ...]) -> int:
    if at < len(words) and words[at] == "-":
        at += 1
    return at + 1 if at < len(words) and words[at] in wanted else 0


_BEFORE = {
    "exactement | un total de | un total d' | au total | en tout | seulement | precisement | soit | les | ces | tous les"
    "| toutes les | quelque chose comme exactement | juste | pour un total de": "exact",
    "au moins | pas moins de | pas moins d' | un minimum de | un minimum d' | minimum | au minimum | a tout le moins"
    "| ≥ | > = | au bas mot | rien moins que | ne compte pas moins de | d' au moins | a minima": "at_least",
    "plus de | plus d' | au - dela de | au - dela d' | au dela de | au dela d' | bien plus de | bien plus d' | nettement plus de"
    "| beaucoup plus de | un peu plus de | un peu plus d' | depasse | depassant | depasse les | superieur a | superieure a"
    "| largement plus de | largement plus d' | depassait | depasserait | depasse desormais | depasse la | plus que | >"
    "| depasse le chiffre de | franchi la barre des | depasse la barre des | franchit la barre des | depasser": "more_than",
    "jusqu' a | au plus | au maximum | pas plus de | pas plus d' | tout au plus | un maximum de | un maximum d' | maximum"
    "| ≤ | < = | au grand maximum": "at_most",
    "moins de | moins d' | un peu moins de | un peu moins d' | inferieur a | inferieure a | en dessous de | bien moins de"
    "| <": "fewer",
    "environ | quelque | quelques | a peu pres | autour de | autour d' | approximativement | aux alentours de | aux alentours d' | dans les"
    "| aux environs de | de l' ordre de | de l' ordre d' | ~ | ≈ | peut - etre | grosso modo | avoisinant | avoisinant les"
    "| avoisine les | avoisine | avoisinerait | quelque chose comme | estime a | estimes a | estimee a | estimees a"
    "| plus ou moins | vers les | ±": "about",
    "pres de | pres d' | presque | pas loin de | pas loin d' | non loin de | proche de | proche des | quasiment"
    "| frolant les | approchant les | approche les | approche": "nearly",
    "encore | un autre | d' autres | autres | un supplement de": "increment",
    "pas | a peine | une moyenne de | en moyenne": "refused",
}

_AFTER = {
    "ou plus | ou davantage | et plus | + | et davantage | au moins | au bas mot | au minimum | minimum | et quelques dizaines"
    "| voire plus | voire davantage": "at_least",
    "ou moins | au plus | au maximum | tout au plus | maximum": "at_most",
    "environ | a peu pres | approximativement | plus ou moins": "about",
    "et quelques | et quelque": "odd",
    "autres | de plus | supplementaires | supplementaire": "increment",
    "% | pour cent | pour mille | p . 100 | /": "part",
}

_TAILS = {
    "jusqu' ici | jusqu' a present | pour l' instant | pour le moment | a ce stade | a ce jour | a cette heure | bilan provisoire"
    "| provisoire | provisoires | provisoirement | bilan encore provisoire | au moins | au minimum | ou plus | et plus | sans doute plus | sans doute davantage"
    "| probablement plus | peut - etre plus | peut - etre davantage | voire plus | voire davantage | ou davantage | au bas mot"
    "| pourrait s' alourdir | pourrait s' aggraver | risque de s' alourdir | susceptible de s' alourdir"
    "| pourrait augmenter | a l' heure actuelle | certainement plus | si ce n' est plus | pour l' heure"
    "| peut encore s' alourdir | minimum": "at_least",
    "tout au plus | au maximum | au plus": "at_most",
    "environ | a peu pres": "about",
}

_VAGUE = {
    "plusieurs": "several",
    "quelques": "few",
    "une poignee de | une poignee d' | poignee de | une poignee": "few",
    "un certain nombre de | un certain nombre d'": "several",
    "dizaines | dizaines de | dizaines d' | douzaines de | douzaines d' | douzaines | plusieurs dizaines de | plusieurs dizaines d' | plusieurs dizaines"
    "| quelques dizaines de | quelques dizaines d' | quelques dizaines | plusieurs douzaines": "dozens",
    "centaines | centaines de | centaines d' | plusieurs centaines de | plusieurs centaines d' | plusieurs centaines"
    "| quelques centaines de | quelques centaines d' | quelques centaines": "hundreds",
    "milliers | milliers de | milliers d' | plusieurs milliers de | plusieurs milliers d' | plusieurs milliers"
    "| quelques milliers de | quelques milliers d' | quelques milliers": "thousands",
    "dizaines de milliers | dizaines de milliers de | dizaines de milliers d' | plusieurs dizaines de milliers"
    "| plusieurs dizaines de milliers de": "tens of thousands",
    "centaines de milliers | centaines de milliers de | centaines de milliers d' | plusieurs centaines de milliers"
    "| plusieurs centaines de milliers de": "hundreds of thousands",
    "plusieurs millions | plusieurs millions de": "millions",
    "de nombreux | de nombreuses | de tres nombreux | de tres nombreuses | nombreux | nombreuses | tres nombreux | tres nombreuses"
    "| beaucoup de | beaucoup d' | un grand nombre de | un grand nombre d' | bon nombre de | enormement de | divers | diverses"
    "| un tres grand nombre de | bien des | maints | pas mal de | un nombre important de | un nombre important d' | d' innombrables | un nombre eleve de"
    "| un nombre considerable de": "plural",
    "un nombre indetermine de | un nombre indetermine d' | un nombre inconnu de | un nombre inconnu d' | un nombre non precise de"
    "| un nombre non precise d' | un nombre indetermine | un nombre inconnu | un nombre encore indetermine de"
    "| un nombre encore inconnu de": "unknown number",
    "pas eu de | pas eu d' | aucun | aucune | zero | pas de | pas d' | personne n' | ni | pas fait de | pas fait d' | sans faire de | sans faire d' | sans"
    "| sans aucun | sans aucune | pas un seul | pas une seule | point de | nul | nulle | pas le moindre": "none",
    "les deux": "both",
}

_MULTIPLES: dict[str, str] = {}

K, W, C, M, D, A = "killed", "wounded", "captured", "missing", "displaced", "abducted"

_OUTCOMES = (
    (K, g.NOUN | g.STATE | g.DOES | g.OF, "morts | mortes | mort | morte | decedes | decede | decedees | decedee"),
    (K, g.NOUN | g.OF, "deces | corps | cadavres | cadavre | depouilles | depouille | obseques de | obseques d'"
     "| pertes en vies humaines | funerailles de | funerailles d' | corps sans vie | vies humaines | vies"
     "| dead | disparition tragique"),
    (K, g.NOUN | g.STATE | g.GOVERNS, "tues | tuees | tue | tuee"),
    (K, g.STATE | g.GOVERNS, "assassines | assassine | assassinees | assassinee | executes | execute | executees | executee"
     "| massacres | massacre | massacrees | egorges | egorge | egorgees | egorgee | abattus | abattu | abattues | abattue | decapites | decapite"
     "| lynches | lynche | pendus | brules vifs | noyes | noyees | elimines | elimine | eliminees | liquides | fusilles | fusille"
     "| eventres | trucides | occis | foudroyes | extermines | ensevelis | calcines | carbonises"),
    (K, g.GOVERNS, "tuant | tuent | tuer | tua | tuerent | assassinant | executant | massacrant | egorgeant | abattant | abattent"
     "| assassinent | executent | massacrent | egorgent | decapitant | coute la vie a | coutant la vie a | ote la vie a | emporte"
     "| coutent la vie a | faisant perdre la vie a | causant la mort de | cause la mort de | provoque la mort de | cause la mort d'"
     "| entraine la mort de | entraine la mort d' | entrainant la mort de | entrainant la mort d' | fait perdre la vie a"
     "| provoquant la mort de | provoquant la mort d' | causant la mort d' | provoque la mort d' | coute la vie d' | coute la vie de"
     "| eliminant | eliminer | abattre | assassiner | executer | massacrer | egorger"),
    (K, g.OF, "mort de | mort d' | deces de | deces d' | assassinat de | assassinat d' | execution de | execution d' | massacre de"
     "| massacre d' | meurtre de | meurtre d' | inhumation de | inhumation d' | enterrement de | enterrement d' | la vie a | vie de"),
    (K, g.DOES, "perdu la vie | perdent la vie | perdaient la vie | perdirent la vie | perd la vie | trouve la mort | trouvent la mort"
     "| trouverent la mort | peri | perissent | succombe | decedent | meurent | sont tombes | tombes | tombes au combat"
     "| laisse la vie | perdant la vie | succombent | mourir | mouraient | laisse leur vie | rendu l' ame | peris"),
    (K, g.GOVERNS, "perdu | perd | perdant | perdent"),
    (K, g.SUM, "nombre de morts | nombre de victimes | nombre de tues | bilan | bilan des morts | morts : | tues : | nombre de deces"),
    (W, g.NOUN | g.STATE | g.GOVERNS, "blesses | blessees | blesse | blessee"),
    (W, g.GOVERNS, "blessant | blessent | blesser | blesserent"),
    (W, g.STATE, "hospitalises | hospitalisees | brules | mutiles | hospitalise | touches | brulees"),
    (W, g.SUM, "nombre de blesses | blesses :"),
    ("casualties", g.NOUN | g.OF, "victimes | victime | pertes"),
    (C, g.NOUN, "prisonniers | prisonnier | detenus | captifs | arrestations | interpellations"),
    (C, g.STATE | g.GOVERNS, "captures | capture | capturees | arretes | arrete | arretees | arretee | interpelles | interpelle | interpellees"
     "| apprehendes | apprehende | faits prisonniers | fait prisonniers | emprisonnes | places en garde a vue | detenus | incarceres | ecroues"
     "| mis aux arrets | places en detention"),
    (C, g.GOVERNS, "capturant | arretant | interpellant | capturent | arretent | capturer | arreter | interpeller | apprehendant"),
    (C, g.OF, "arrestation de | arrestation d' | capture de | capture d' | interpellation de | interpellation d'"),
    (M, g.NOUN | g.STATE, "disparus | disparues | disparu | disparue | portes disparus | portees disparues | portes manquants"
     "| manquants | manquantes | porte disparu | portee disparue | introuvables | manquent a l' appel"),
    (M, g.OF, "disparition de | disparition d'"),
    (D, g.NOUN | g.STATE, "deplaces | deplacees | refugies | refugiees | evacues | evacuees | sinistres | deplaces internes"),
    (D, g.DOES, "fui | fuient | fuyant | contraints de fuir | fui leurs | sans abri | ont fui | fuir"),
    (D, g.GOVERNS, "deplacant | evacuant"),
    (D, g.OF, "deplacement de | deplacement d' | exode de | fuite de | evacuation de"),
    (A, g.NOUN, "otages | otage"),
    (A, g.STATE | g.GOVERNS, "enleves | enleve | enlevees | enlevee | kidnappes | kidnappe | kidnappees | pris en otage | pris en otages"
     "| prises en otage | sequestres | ravis | pris otages | retenus en otage | retenus en otages"),
    (A, g.GOVERNS, "enlevant | kidnappant | enlevent | kidnappent | enlever | kidnapper"),
    (A, g.OF, "enlevement de | enlevement d' | rapt de | kidnapping de | prise d' otage de | enlevements de"),
    ("killed or captured", g.STATE | g.GOVERNS, "neutralises | neutralise | neutralisees | mis hors de combat | mis hors d' etat de nuire"),
    ("killed or captured", g.GOVERNS, "neutralisant | neutraliser"),
    (K, g.STATE, "mortellement blesses | mortellement touches | blesses mortellement | tues par balles"),
)  # fmt: skip

_PERSON = """
personnes gens soldats militaires civils civiles militants combattants combattantes insurges rebelles terroristes djihadistes jihadistes
islamistes hommes femmes enfants filles fillettes garcons eleves etudiants etudiantes ecoliers lyceens enseignants instituteurs professeurs
gendarmes policiers policieres agents officiers officiels habitants villageois villageoises residents riverains paysans agriculteurs cultivateurs
eleveurs bergers pecheurs ouvriers travailleurs mineurs orpailleurs employes fonctionnaires manifestants manifestantes
journalistes reporters medecins infirmiers infirmieres pretres religieuses religieux moines imams pasteurs fideles pelerins touristes passagers
voyageurs pietons migrants refugies familles menages proches membres elements personnels marins pilotes equipage gardes vigiles mercenaires volontaires
observateurs dirigeants chefs commandants generaux colonels capitaines lieutenants sergents caporaux recrues stagiaires conscrits
reservistes parachutistes commandos tireurs suspects criminels bandits braqueurs trafiquants contrebandiers prisonniers detenus
otages victimes survivants rescapes temoins passants clients invites patients bebes nourrissons adolescents adolescentes jeunes adultes vieillards
conducteurs chauffeurs ingenieurs techniciens avocats juges magistrats procureurs maires conseillers deputes senateurs
ministres diplomates ambassadeurs salaries commercants marchands vendeurs vendeuses citoyens ressortissants etrangers francais maliens nigeriens burkinabe burkinabes
russes africains individus ames humains assaillants attaquants agresseurs ravisseurs tueurs assassins kamikazes miliciens paramilitaires
legionnaires sentinelles pompiers secouristes sauveteurs humanitaires delegues representants candidats electeurs partisans sympathisants
separatistes extremistes casques chasseurs dozos supplétifs auxiliaires peshmergas peshmerga talibans houthis morts blesses tues disparus autres
collegues camarades freres soeurs fils parents meres peres epouses maris veuves orphelins amis voisins grevistes emeutiers
gardiens douaniers forestiers infirmes handicapes deplaces responsables cadres intellectuels syndicalistes operateurs informateurs
collaborateurs deserteurs evades fuyards sinistres spectateurs supporters joueurs athletes musiciens artistes chanteurs ecrivains avocates
putschistes mutins loyalistes guerilleros guerrilleros maquisards resistants patriotes fantassins artilleurs cavaliers ennemis adversaires
travailleuses meneurs chretiens musulmans juifs catholiques touaregs peuls dogons arabes kurdes palestiniens israeliens syriens irakiens ukrainiens
marocains algeriens tunisiens senegalais ivoiriens tchadiens camerounais nigerians americains britanniques turcs chinois belges allemands
pensionnaires locataires internes lyceennes collegiens pupilles apprentis baigneurs skieurs alpinistes randonneurs cyclistes motards automobilistes
ambulanciers soignants aides-soignants fideles croyants ressortissantes mamans nouveau-nes accompagnateurs convoyeurs transporteurs camionneurs routiers
casque gosses seminaristes catechistes jesuites forces effectifs troupes
"""

_SINGLE = """
personne soldat militaire civil civile militant combattant insurge rebelle terroriste djihadiste jihadiste islamiste homme femme enfant fille
fillette garcon eleve etudiant etudiante ecolier lyceen enseignant instituteur professeur gendarme policier policiere agent officier habitant villageois
villageoise paysan agriculteur eleveur berger pecheur ouvrier travailleur mineur employe fonctionnaire manifestant journaliste reporter medecin infirmier
infirmiere pretre religieuse moine imam pasteur touriste passager voyageur pieton migrant refugie membre element marin pilote garde vigile mercenaire
volontaire observateur dirigeant chef commandant general colonel capitaine lieutenant sergent caporal recrue conscrit parachutiste suspect
criminel bandit trafiquant survivant temoin passant patient bebe nourrisson adolescent adolescente jeune adulte vieillard conducteur
chauffeur ingenieur technicien avocat juge magistrat procureur maire conseiller depute senateur ministre diplomate ambassadeur salarie commercant
marchand vendeur citoyen ressortissant individu assaillant attaquant agresseur kamikaze milicien legionnaire sentinelle pompier secouriste
humanitaire delegue candidat electeur partisan responsable syndicaliste francais francaise malien nigerien russe americain africain
otage prisonnier detenu victime motard automobiliste cycliste ambulancier lyceenne collegien apprenti
"""

_THINGS = """
villages village villes ville maisons maison ecoles ecole hopitaux hopital mosquees eglises ponts routes vehicules vehicule voitures voiture camions
camion bus cars motos moto chars char helicopteres helicoptere avions avion aeronefs drones drone missiles missile roquettes roquette bombes bombe grenades
mines mine obus mortiers fusils fusil armes arme pistolets kalachnikovs munitions cartouches balles explosions explosion attaques attaque raids raid
frappes frappe embuscades embuscade affrontements combats incidents operations operation offensives assauts attentats attentat
camps camp bases base postes poste casernes positions position stations bureaux magasins boutiques marches champs boeufs vaches moutons chevres animaux
betail tetes chameaux anes chevaux provinces regions region pays etats departements communes quartiers localites localite zones zone sites endroits tours
bateaux pirogues navires trains wagons convois convoi patrouilles unites unite colonnes bataillons brigades compagnies pelotons regiments divisions
groupes groupe factions partis organisations fois reprises etapes points raisons declarations communiques rapports documents pages
videos images photos resolutions articles lettres appels questions voix sieges lois affaires proces elections coups jours blindes
tonnes sacs caisses caches depots tentes abris appartements etages usines installations pick-up pick-ups carcasses engins
cases greniers concessions hectares
"""

_UNITS_OF = """
km kilometres kilometre metres metre m cm mm pieds hectares tonnes kg kilos kilogrammes grammes litres degres
secondes seconde minutes minute heures heure h jours jour semaines semaine mois ans an annees annee decennies siecle siecles
dollars dollar euros euro francs franc cfa fcfa roubles pesos usd eur xof centimes
pourcent % $ € £ ¥ nœuds calibre degre
"""

_ENDS = """
de d' du des en dans sur a au aux par pour avec sans durant pendant apres avant depuis jusqu' pres entre parmi contre chez vers sous hors lors selon
qui que qu' dont ou quand lorsque lorsqu' comme puisque car si et mais ni or donc
est sont ete etait etaient etant fut furent sera seront serait seraient soit a ont avait avaient ayant aura auront aurait auraient
il elle ils elles on nous vous je leur leurs son sa ses lui y ce cette ces cet le la les l' un une
ne n' pas jamais encore deja toujours aussi hier demain lundi mardi mercredi jeudi vendredi samedi dimanche
notamment compris affirme affirment declare annonce selon d'apres
"""

_PASS = """
de d' du des la le les l' un une au moins plus environ quelque quelques pres jusqu' a en tout total aussi egalement autres leurs ses son
presque peut etre seulement et ou plusieurs encore ainsi par dans aux sans doute pas d'autres mortellement grievement legerement
"""

LANGUAGE: Final = g.Language(
    code="fr",
    small=_SMALL,
    hundreds={"cent": 100, "cents": 100},
    scales={"mille": 1000, "mil": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    bare_scales=frozenset({"cent", "mille", "mil"}),
    collectives=_COLLECTIVES,
    plurals={"dizaines": 10, "douzaines": 12, "centaines": 100, "milliers": 1000},
    articles="un une",
    glue="et",
    links="a - au",
    either="ou",
    both_ends={"entre": "et", "de": "a", "d'": "a"},
    vague=_VAGUE,
    multiples=_MULTIPLES,
    before=_BEFORE,
    after=_AFTER,
    tails=_TAILS,
    parts="dont | parmi lesquels | parmi lesquelles | parmi eux | parmi elles | d' entre eux | d' entre elles | notamment | y compris"
    "| entre autres | au nombre desquels | comprenant | au rang desquels | parmi les victimes",
    outcomes=_OUTCOMES,
    below_hundred=_below_hundred,
    head_first=True,
    flags={
        g.NUMBER: "demi",
        g.PERSON: _PERSON,
        g.SINGLE: _SINGLE,
        g.THING: _THINGS,
        g.UNIT: _UNITS_OF,
        g.ENDS: _ENDS,
        g.AUX: "est sont ete etait etaient etant fut furent sera seront serait seraient soient portes declares retrouves restes",
        g.HAVE: "a ont avait avaient ayant aura auront aurait auraient avoir",
        g.PASS: _PASS,
        g.JOIN: "et ou & ainsi plus",
        g.PREP: "de d' du des en dans sur par pour avec parmi contre a au aux chez pres entre",
        g.STOP: "mais tandis alors",
        g.MONTH: "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        g.DENY: "dement dementi dementent nie nient niant conteste contestent rejette refute",
        g.NOT: "non pas ne n' jamais",
        g.REPORT: "signale signalee signales signalees rapporte rapportee rapportes rapportees rapport information annonce annoncee "
        "confirme confirmee confirmes confirmees recense recensee recenses recensees fait etat etabli etablie indication communique communiquee enregistre enregistree evoque",
        g.DET: "le la les l' un une ce cette ces cet leur leurs son sa ses",
        g.ADJ: "lourdes lourde lourd lourds enormes enorme importantes importants importante important graves severes considerables nombreuses nombreux "
        "de des d' massives massifs tres grosses grandes significatives quelques cinglantes terribles immenses humaines materielles civiles militaires les",
        g.LOSS: "pertes perte",
        g.UNKNOWN: "inconnu inconnue incertain indetermine ignore inconnus",
        g.BEFORE: "resolution article numero vol route brigade bataillon division unite secteur chapitre page no n° n vol chaine salle "
        "operation camp zone base camp alinea loi decret regiment compagnie groupement rn pk acte saison",
        g.SUBJECT: "il elle ils elles qui on",
    },
)

"""French: the nouns. People, one person, things that are no people, units."""

from __future__ import annotations

from typing import Final

PEOPLE: Final = """
cas fugitifs fugitives mutins rescapees infections contaminations sapeurs occupants occupantes assesseurs
conspirateurs comploteurs usagers
seniors matelots aviateurs
appeles inculpes inculpees ouvrieres commercantes protestataires plaignants plaignantes ouighours
scientifiques
miracules miraculees coprevenus correligionnaires
experts chercheurs exiles exilees detenues leaders participants participantes donateurs utilisateurs fumeurs
demandeurs esclaves nazis defenseurs organisateurs entraineurs footballeurs acteurs actrices entrepreneurs
investisseurs consommateurs internautes economistes professionnels proprietaires employeurs chirurgiens
pharmaciens dentistes psychologues soignantes brancardiers fossoyeurs fermiers fermieres maraichers bouchers
boulangers cuisiniers cuisinieres serveurs domestiques couturieres coiffeurs taximen piroguiers bateliers
dockers cheminots devots adeptes disciples talibes bacheliers universitaires orphelines fiancees gamins
gamines ados centenaires handicapees aveugles albinos lepreux seropositifs choleriques accouchees apatrides
nomades transhumants autochtones binationaux expatriees employees agentes inspectrices soldates magistrates
greffieres jures prevenus prevenues accuses accusees coaccuses complices instigateurs malfrats gangsters
truands voyous delinquants geoliers bourreaux tortionnaires violeurs pilleurs incendiaires saboteurs espions
transfuges repentis demobilises tirailleurs goumiers brigadistes wazalendo antibalaka azawadiens touareg
shebab shebabs moudjahidines phalangistes yazidis rapatriees refoules refoulees sahraouis mauriciens
slovenes tcheques slovaques ecossais lituaniens lettons estoniens moldaves bielorusses azeris kazakhs
kirghizes turkmenes laotiens birmans guatemalteques panameens haitiennes dominicains jamaicains colombiennes
venezueliens uruguayens paraguayens europeens asiatiques occidentaux congolaises soudanaises nigerianes
libanaises syriennes palestiniennes irakiennes afghanes ukrainiennes maliennes burkinabees nigeriennes
camerounaises tchadiennes ivoiriennes senegalaises guineennes rwandaises ougandaises bambins sorciers
sorcieres devins guerisseurs griots forgerons potiers tisserands tailleurs cordonniers bijoutiers menuisiers
plombiers electriciens soudeurs carreleurs gardiennes concierges vigies guetteurs eclaireurs pisteurs
interpretes traducteurs traductrices fixeurs juristes notaires huissiers syndics ediles echevins
bourgmestres senatrices deputees consuls emissaires envoyes plenipotentiaires grossistes detaillants
restauratrices restaurateurs hoteliers epileptiques diabetiques hemophiles paralytiques plongeurs nageurs
parapentistes vacanciers estivants campeurs festivaliers feteurs convives invitees noceurs endeuilles
cooperants observatrices electrices candidates feministes ecologistes anarchistes communistes socialistes
nationalistes royalistes republicains independantistes autonomistes indigenes inghimasi inghimasis
miliciennes sicaires narcotrafiquants guerilleras naufragees contrevenants fraudeurs squatteurs mendiants
vagabonds
enqueteurs inspecteurs commissaires negociateurs mediateurs instructeurs formateurs protestants coptes
tutsi hutu pygmees bambaras haoussas songhais bozos druzes alaouites maronites hazaras berberes kabyles
roms koglweogo dozo donsos salafistes coupeurs malfaiteurs voleurs passeurs pirates notables doyens
marabouts abbes eveques paroissiens bucherons manoeuvres macons mecaniciens menageres ecolieres
enseignantes directeurs surveillants benevoles cameramen photographes correspondants blogueurs activistes
militantes opposants prefets gouverneurs elus elues greffiers passageres garconnets vieux habitantes
citadins cousins neveux nieces oncles tantes epoux jumeaux migrantes clandestins rescapees malades
patientes amputes
personnes gens soldats militaires civils civiles militants combattants combattantes insurges rebelles
terroristes djihadistes jihadistes islamistes hommes femmes enfants filles fillettes garcons eleves
etudiants etudiantes ecoliers lyceens enseignants instituteurs professeurs gendarmes policiers
policieres agents officiers officiels habitants villageois villageoises residents riverains paysans
agriculteurs cultivateurs eleveurs bergers pecheurs ouvriers travailleurs mineurs orpailleurs employes
fonctionnaires manifestants manifestantes journalistes reporters medecins infirmiers infirmieres
pretres religieuses religieux moines imams pasteurs fideles pelerins touristes passagers voyageurs
pietons migrants refugies proches membres elements personnels marins pilotes equipage gardes vigiles
mercenaires volontaires observateurs dirigeants chefs commandants generaux colonels capitaines
lieutenants sergents caporaux recrues stagiaires conscrits reservistes parachutistes commandos tireurs
suspects criminels bandits braqueurs trafiquants contrebandiers prisonniers detenus otages victimes
survivants rescapes temoins passants clients invites patients bebes nourrissons adolescents
adolescentes jeunes adultes vieillards conducteurs chauffeurs ingenieurs techniciens avocats juges
magistrats procureurs maires conseillers deputes senateurs ministres diplomates ambassadeurs salaries
commercants marchands vendeurs vendeuses citoyens ressortissants etrangers francais maliens nigeriens
burkinabe burkinabes russes africains individus ames humains assaillants attaquants agresseurs
ravisseurs tueurs assassins kamikazes miliciens paramilitaires legionnaires sentinelles pompiers
secouristes sauveteurs humanitaires delegues representants candidats electeurs partisans sympathisants
separatistes extremistes casques chasseurs dozos supplétifs auxiliaires peshmergas peshmerga talibans
houthis morts blesses tues disparus autres collegues camarades freres soeurs fils parents meres peres
epouses maris veuves orphelins amis voisins grevistes emeutiers casseurs pillards fauteurs gardiens
douaniers forestiers infirmes
handicapes deplaces responsables cadres intellectuels syndicalistes operateurs informateurs
collaborateurs deserteurs evades fuyards sinistres spectateurs supporters joueurs athletes musiciens
artistes chanteurs ecrivains avocates putschistes mutins loyalistes guerilleros guerrilleros
maquisards resistants patriotes fantassins artilleurs cavaliers ennemis adversaires travailleuses
meneurs chretiens musulmans juifs catholiques touaregs peuls dogons arabes kurdes palestiniens
israeliens syriens irakiens ukrainiens marocains algeriens tunisiens senegalais ivoiriens tchadiens
camerounais nigerians americains britanniques turcs chinois belges allemands pensionnaires locataires
internes lyceennes collegiens pupilles apprentis baigneurs skieurs alpinistes randonneurs cyclistes
motards automobilistes ambulanciers soignants aides-soignants croyants ressortissantes mamans
nouveau-nes accompagnateurs convoyeurs transporteurs camionneurs routiers casque gosses seminaristes
catechistes jesuites forces effectifs troupes martyrs majors adjudants brigadiers aspirants
sous-officiers vdp fds rapatries retournes expatries compatriotes afghans albanais angolais argentins
armeniens australiens autrichiens bangladais beninois boliviens bosniaques bresiliens bulgares
burundais cambodgiens canadiens centrafricains chiliens colombiens comoriens congolais coreens croates
cubains danois djiboutiens egyptiens emiratis equatoriens erythreens espagnols ethiopiens finlandais
gabonais gambiens georgiens ghaneens grecs guineens haitiens honduriens hongrois indiens indonesiens
iraniens irlandais italiens japonais jordaniens kenyans kosovars koweitiens libanais liberiens libyens
malgaches malaisiens mauritaniens mexicains mozambicains namibiens nepalais nicaraguayens norvegiens
neerlandais ougandais ouzbeks pakistanais peruviens philippins polonais portugais qataris roumains
rwandais salvadoriens saoudiens serbes sierra-leonais somaliens soudanais sud-africains suedois
suisses tadjiks tanzaniens tchetchenes thailandais togolais vietnamiens yemenites zambiens zimbabweens
sunnites chiites yezidis rohingyas hutus tutsis banyamulenge peules mossis bororos assaillantes
collegiennes visiteurs visiteuses
"""

PERSON: Final = """
marocain cambodgien tchadien nigerien malien ivoirien guineen ghaneen nigerian kenyan ethiopien erythreen
somalien centrafricain tunisien algerien egyptien libyen syrien irakien iranien jordanien palestinien
israelien afghan indien ukrainien georgien armenien italien espagnol allemand americain canadien mexicain
haitien cubain bresilien argentin chilien colombien venezuelien peruvien coreen vietnamien philippin
indonesien australien europeen africain mauritanien
expert chercheur detenue leader participant participante donateur utilisateur fumeur demandeur
esclave nazi defenseur organisateur entraineur acteur actrice entrepreneur investisseur consommateur
internaute economiste professionnel proprietaire employeur dentiste psychologue soignante brancardier
fossoyeur fermiere maraicher boucher boulanger cuisinier cuisiniere serveur couturiere coiffeur
piroguier batelier docker cheminot devot adepte disciple talibe bachelier orpheline fiancee
gamin gamine ado centenaire handicapee aveugle albino seropositif cholerique accouchee apatride nomade
transhumant autochtone expatriee agente inspectrice magistrate greffiere
coaccuse complice instigateur gangster delinquant geolier tortionnaire violeur pilleur
saboteur espion transfuge tirailleur goumier brigadiste shebab moudjahidine phalangiste
yazidi rapatriee


bambin sorcier
sorciere devin guerisseur griot forgeron potier tailleur cordonnier bijoutier menuisier plombier soudeur
carreleur gardienne concierge guetteur eclaireur pisteur traducteur traductrice fixeur
juriste notaire huissier syndic edile echevin bourgmestre senatrice consul emissaire plenipotentiaire
grossiste detaillant restauratrice restaurateur hotelier epileptique diabetique hemophile paralytique
plongeur nageur parapentiste vacancier estivant campeur festivalier feteur convive noceur endeuille
cooperant observatrice electrice
inghimasi milicienne narcotrafiquant
contrevenant fraudeur squatteur mendiant vagabond
enqueteur inspecteur commissaire negociateur mediateur instructeur formateur voleur passeur pirate
notable marabout abbe eveque paroissien bucheron macon mecanicien menagere ecoliere enseignante benevole
cameraman photographe correspondant blogueur activiste militante opposant prefet gouverneur elu elue
greffier passagere garconnet habitante citadin cousin neveu niece oncle tante epoux epouse jumeau
migrante clandestin rescapee malade patiente
personne soldat militaire civil civile militant combattant insurge rebelle terroriste djihadiste
jihadiste islamiste homme femme enfant fille fillette garcon eleve etudiant etudiante ecolier lyceen
enseignant instituteur professeur gendarme policier policiere agent officier habitant villageois
villageoise paysan agriculteur eleveur berger pecheur ouvrier travailleur mineur employe fonctionnaire
manifestant journaliste reporter medecin infirmier infirmiere pretre religieuse moine imam pasteur
touriste passager voyageur pieton migrant refugie membre element marin pilote garde vigile mercenaire
volontaire observateur dirigeant chef commandant general colonel capitaine lieutenant sergent caporal
recrue conscrit parachutiste suspect criminel bandit trafiquant survivant temoin passant patient bebe
nourrisson adolescent adolescente jeune adulte vieillard conducteur chauffeur ingenieur technicien
avocat juge magistrat procureur maire conseiller depute senateur ministre diplomate ambassadeur
salarie commercant marchand vendeur citoyen ressortissant individu assaillant attaquant agresseur
kamikaze milicien legionnaire sentinelle pompier secouriste humanitaire delegue candidat electeur
partisan responsable syndicaliste otage prisonnier detenu victime motard automobiliste cycliste
ambulancier lyceenne collegien apprenti major adjudant brigadier orpailleur francais burkinabe
congolais libanais soudanais senegalais rwandais pakistanais polonais portugais irlandais neerlandais
vdp president presidente roi reine prince deputee avocate directeur directrice cheffe conductrice copilote
gardien fermier vendeuse ouvriere employee mere pere frere soeur mari expatrie footballeur chanteur
artiste ecrivain
soldate casque suppletif auxiliaire dozo chasseur rescape ressortissante tireur collegue
porte-parole sous-officier assaillante
"""

THINGS: Final = """
villages village villes ville maisons maison ecoles ecole hopitaux hopital mosquees eglises ponts
routes vehicules vehicule voitures voiture camions camion bus cars motos moto chars char helicopteres
helicoptere avions avion aeronefs drones drone missiles missile roquettes roquette bombes bombe
grenades mines mine obus mortiers fusils fusil armes arme pistolets kalachnikovs munitions cartouches
balles explosions explosion attaques attaque raids raid frappes frappe embuscades embuscade
affrontements combats incidents operations operation offensives assauts attentats attentat camps camp
bases base postes poste casernes positions position stations bureaux magasins boutiques marches champs
boeufs vaches moutons chevres animaux betail tetes chameaux anes chevaux bovins ovins caprins chiens
porcs poulets volailles tortues poissons oiseaux baleines dauphins elephants abeilles provinces
regions region pays
etats departements communes quartiers localites localite zones zone sites endroits tours bateaux
pirogues navires trains wagons convois convoi patrouilles unites unite colonnes bataillons brigades
compagnies pelotons regiments divisions groupes groupe factions partis organisations fois reprises
etapes points raisons declarations communiques rapports documents pages videos images photos
resolutions articles lettres appels questions voix sieges lois affaires proces elections coups jours
blindes tonnes sacs caisses caches depots tentes abris appartements etages usines installations
pick-up pick-ups carcasses engins greniers concessions hectares familles famille menages menage
foyers foyer couples equipes equipe equipages clans tribus communautes naufrages naufrage accidents
accident massacres incursions incursion fusillades fusillade braquages escarmouches accrochages
accrochage bombardements bombardement seismes inondations incendies tempetes fronts theatres stades
hotels hotel restaurants restaurant cafes bars boites eglise mosquee temples synagogue monastere
couvent prison prisons repaires fiefs bastions enclaves forts hameaux hameau banlieues faubourgs
province commune quartier departement bateau embarcations embarcation canots canot pirogue navire
train taxis ambulances ambulance doigts orteils dents citernes tracteurs telephones ordinateurs radios
cameras passeports
uniformes gilets ceintures engin detonateurs chargeurs machettes couteaux velos tranchees tombes tombe
cercueils cercueil fosses charniers charnier universite facultes classes cliniques pharmacies marche
usine ferme plantations arbres paragraphes chapitres entretiens reunions sessions saisons bulletins
scrutins nuits matinees weekends colonne bataillon brigade compagnie escadrons patrouille detachements
detachement contingents aeroports aeroport ports port entrepots ministeres ambassades consulats
nationalites ethnies secousses vagues materiels equipements effets biens gravats chaloupes zodiacs
tribunaux tribunal autocars centrales immeubles logements batiments depot roues mots
"""

UNITS_OF: Final = """
km kilometres kilometre metres metre m cm mm pieds hectares tonnes kg kilos kilogrammes grammes litres
degres secondes seconde minutes minute heures heure h jours jour semaines semaine mois ans an annees
annee decennies siecle siecles dollars dollar euros euro francs franc cfa fcfa roubles pesos usd eur
xof centimes pourcent % $ € £ ¥ nœuds calibre degre
"""

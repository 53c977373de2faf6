"""French: the nouns. People, one person, things that are no people, units."""

from __future__ import annotations

from typing import Final

PEOPLE: Final = """
pontes grimpeurs retraites retraitees cadets eboueurs balayeurs chiffonniers ferrailleurs institutrices
directrices proviseurs bibliothecaires archivistes chercheuses doctorants savants biologistes chimistes
physiciens geologues volcanologues archeologues anthropologues sociologues historiens philosophes ecrivaines
poetes romanciers romancieres chroniqueurs chroniqueuses editorialistes presentateurs presentatrices
animateurs animatrices pigistes redacteurs redactrices caricaturistes dessinateurs cineastes realisateurs
realisatrices producteurs productrices comediens comediennes humoristes musiciennes chanteuses rappeurs
rappeuses danseurs danseuses choregraphes guitaristes pianistes sculpteurs plasticiens artisans artisanes
influenceurs influenceuses youtubeurs blogueuses chirurgiennes gynecologues pediatres cardiologues
psychiatres veterinaires kinesitherapeutes urgentistes generalistes anesthesistes laborantins vaccinateurs
vaccinatrices hygienistes soigneurs soigneuses guerisseuses accoucheuses demineurs artificiers ilotiers
veilleurs escorteurs matons surveillantes detectives enquetrices conseilleres parlementaires tresoriers
tresorieres presidents chanceliers ambassadrices deleguees negociatrices mediatrices arbitres entraineuses
selectionneurs footballeuses joueuses coureurs coureuses marathoniens nageuses sprinteurs boxeurs boxeuses
lutteurs lutteuses judokas karatekas basketteurs handballeurs volleyeurs cavalieres jockeys copilotes
navigateurs navigatrices skippers plaisanciers kayakistes rameurs surfeurs veliplanchistes snowboardeurs
surfeuses speleologues deltaplanistes ultras hooligans supportrices fans spectatrices festivalieres fetards
fetardes teufeurs raveurs clubbeurs noctambules mariees fiances platriers chaudronniers metallurgistes
siderurgistes raffineurs manutentionnaires magasiniers caristes livreurs livreuses coursiers coursieres
postiers postieres chauffeuses machinistes controleurs controleuses aiguilleurs stewards hotesses
mecaniciennes garagistes pompistes toliers ferronniers serruriers horlogers orfevres couturiers teinturiers
tanneurs verriers imprimeurs buralistes epiciers epicieres boucheres boulangeres patissiers poissonniers
poissonnieres fleuristes coiffeuses estheticiennes barbiers serveuses barmaids hotelieres nounous nourrices
jardiniers jardinieres horticulteurs maraicheres viticulteurs vignerons vigneronnes arboriculteurs
riziculteurs cotonculteurs cacaoculteurs apiculteurs pisciculteurs aquaculteurs ostreiculteurs vachers
vacheres bouviers exploitants exploitantes metayers paysannes cultivatrices agricultrices eleveuses bergeres
pecheuses mareyeurs mareyeuses piroguieres passeuses snipers tankistes zouaves spahis harkis meharistes
deserteuses objecteurs insoumis insurgees seditieux factieux caissiers caissieres banquiers banquieres
assureurs courtiers financiers usuriers preteurs entrepreneuses patrons patronnes gerants gerantes managers
negociants negociantes colporteurs colporteuses brocanteurs antiquaires bouquinistes forains foraines
marchandes tenanciers tenancieres aubergistes cafetiers bailleurs squatteuses sdfs clochards clochardes
mendiantes vagabondes clandestines emigres emigrees immigres immigrees internees suspectes prisonnieres
captives ravisseuses bagnards forcats evadees cavaleurs recidivistes escrocs faussaires cambrioleurs
cambrioleuses voleuses pickpockets racketteurs proxenetes dealers dealeurs trafiquantes brigands pillardes
pyromanes emeutieres casseuses frondeurs dissidents monarchistes ecolos zadistes antifas neonazis fascistes
skinheads supremacistes cures vicaires archeveques cardinaux diacres nonnes carmelites benedictins
franciscains predicateurs predicatrices precheurs evangelistes televangelistes muftis muezzins cheikhs
oulemas mollahs ayatollahs rabbins lamas bonzes bouddhistes hindouistes sikhs chretiennes musulmanes
protestantes animistes athees croyantes pelerines penitents gourous feticheurs voyantes vieillardes aines
ainees cadettes octogenaires nonagenaires septuagenaires sexagenaires quinquagenaires quadragenaires
trentenaires preados momes mioches prematures jumelles triples triplees quadruples veufs concubins
concubines compagnons copains copines conjointes gendres papas mamies tontons tatas cousines parrains
marraines filleuls filleules descendants descendantes ancetres aieuls heritiers heritieres amputees
estropies sourds muets tetraplegiques tuberculeux seropositives cancereux toxicomanes fumeuses survivantes
sinistrees ecossaises galloises anglais anglaises londoniens lyonnais marseillais bruxellois wallons
wallonnes flamands flamandes quebecois quebecoises acadiens kinois bamakois dakarois abidjanais ouagalais
niameens beninoises togolaises gabonaises centrafricaines burundaises kenyanes tanzaniennes ethiopiennes
erythreennes somaliennes djiboutiennes egyptiennes libyennes tunisiennes algeriennes marocaines
mauritaniennes sahraouies gambiennes leonais liberiennes ghaneennes angolaises zambiennes zimbabweennes
mozambicaines comoriennes mauriciennes seychellois namibiennes botswanais swazis lesothans santomeens
cubaines dominicaines jamaicaines trinidadiens guyanais guyanaises surinamais martiniquais guadeloupeens
reunionnais mahorais mahoraises caledoniens kanaks polynesiens tahitiens wallisiens americaines canadiennes
mexicaines honduriennes salvadoriennes nicaraguayennes costariciens panameennes venezueliennes equatoriennes
peruviennes boliviennes chiliennes bresiliennes paraguayennes uruguayennes pakistanaises indiennes
bangladaises nepalaises bhoutanais maldiviens birmanes thailandaises laotiennes cambodgiennes vietnamiennes
indonesiennes malaisiennes singapouriens taiwanais hongkongais chinoises coreennes japonaises mongols
iraniennes israeliennes jordaniennes saoudiennes omanais koweitiennes bahreinis armeniennes georgiennes
azerbaidjanais roumaines albanaises kosovares bosniens macedoniens montenegrins hongroises polonaises
allemandes autrichiennes suissesses neerlandaises luxembourgeois francaises bretons catalans espagnoles
portugaises italiennes siciliens maltais irlandaises islandais norvegiennes suedoises danoises finlandaises
estoniennes lettones lituaniennes australiennes ingouches daghestanais tibetains tibetaines karens
pachtounes baloutches tamouls cinghalais touaregues yorubas igbos zoulous twas banyamulenges maasais oromos
amharas tigreens afars somalis dinkas nuers masalits zaghawas toubous yezidies zaidis assyriens chaldeens
motocyclistes cyclomotoristes pietonnes passantes promeneurs promeneuses randonneuses campeuses vacancieres
estivantes croisieristes excursionnistes citadines banlieusards montagnards montagnardes residentes voisines
usageres clientes consommatrices votants votantes scrutateurs cooperantes badauds cascadeurs toreros
chasseuses braconniers braconnieres cueilleuses bucheronnes charbonniers trappeurs porteurs porteuses
sherpas muletiers chameliers caravaniers rugbymen tennismen barmen taximen mototaximen guides facteurs
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
naufragee
fugitif comploteur aviateur protestataire plaignant plaignante ouighour exilee domestique malfrat truand
voyou bourreau sahraoui mauricien tcheque lituanien letton bolivien jamaicain uruguayen paraguayen panameen
laotien nigeriane malienne ivoirienne burkinabee kenyane libyenne cubaine nicaraguayenne paraguayenne
uruguayenne dominicaine birman vigie interprete malfaiteur doyen cultivateur pelerin contrebandier ravisseur
tueur assassin camarade parent emeutier casseur pillard fuyard spectateur guerrillero fantassin
travailleuse meneur baigneur convoyeur transporteur catechiste compatriote autrichien gambien hondurien
liberien malaisien mozambicain namibien nicaraguayen norvegien salvadorien saoudien tanzanien zambien
zimbabween comorien djiboutien equatorien collegienne visiteur visiteuse combattante resident representant
operateur informateur collaborateur accompagnateur penitent musulman chretien allemande togolais beninois
gabonais camerounais ougandais japonais thailandais chinois finlandais danois suedois bangladais nepalais
tibetain tibetaine commercante descendante
sauveteur pharmacien randonneur skieur grimpeur alpiniste retraitee stagiaire reserviste douanier greviste
sympathisant eboueur balayeur chiffonnier ferrailleur institutrice proviseur bibliothecaire archiviste
chercheuse doctorant biologiste chimiste physicien geologue volcanologue archeologue anthropologue
sociologue historien philosophe ecrivaine poete romancier romanciere chroniqueur chroniqueuse editorialiste
presentateur presentatrice animateur animatrice pigiste redacteur redactrice caricaturiste dessinateur
cineaste realisateur realisatrice producteur productrice comedien comedienne humoriste musicien musicienne
chanteuse rappeur rappeuse danseur danseuse choregraphe guitariste pianiste sculpteur plasticien artisan
artisane influenceur influenceuse youtubeur blogueuse chirurgien chirurgienne gynecologue pediatre
cardiologue psychiatre veterinaire kinesitherapeute urgentiste generaliste anesthesiste laborantin
vaccinateur vaccinatrice hygieniste soigneur soigneuse guerisseuse accoucheuse matrone sapeur demineur
artificier ilotier escorteur surveillante detective enquetrice adjoint tresorier
tresoriere chancelier ambassadrice deleguee negociatrice mediatrice entraineuse
selectionneur footballeuse joueur joueuse athlete coureuse marathonien nageuse sprinteur boxeur boxeuse
lutteur lutteuse judoka karateka rugbyman basketteur handballeur volleyeur tennisman cavalier
jockey navigateur navigatrice skipper plaisancier kayakiste rameur surfeur veliplanchiste snowboardeur
surfeuse speleologue deltaplaniste hooligan supportrice spectatrice festivaliere fetard fetarde
teufeur raveur clubbeur noctambule platrier electricien chaudronnier metallurgiste siderurgiste
manutentionnaire magasinier livreur livreuse coursier coursiere postier postiere chauffeuse machiniste
controleur controleuse aiguilleur hotesse mecanicienne garagiste pompiste tolier ferronnier serrurier
horloger orfevre couturier tisserand teinturier tanneur verrier imprimeur buraliste epicier epiciere
bouchere boulangere patissier poissonnier poissonniere fleuriste coiffeuse estheticienne barbier serveuse
barman barmaid hoteliere nounou nourrice jardinier jardiniere horticulteur maraichere viticulteur vigneron
vigneronne arboriculteur riziculteur cotonculteur cacaoculteur apiculteur pisciculteur aquaculteur
ostreiculteur vacher vachere chevrier bouvier exploitante metayer paysanne cultivatrice
agricultrice eleveuse bergere pecheuse mareyeur mareyeuse piroguiere passeuse matelot
artilleur tankiste zouave spahi harki mehariste deserteur deserteuse objecteur mutin putschiste
insurgee guerillero guerillera maquisard caissier caissiere banquier banquiere assureur courtier
usurier preteur entrepreneuse patronne gerant gerante negociant negociante colporteur colporteuse brocanteur
antiquaire bouquiniste marchande tenancier tenanciere aubergiste cafetier bailleur
squatteuse clochard clocharde mendiante vagabonde refugiee emigree immigree prisonniere
ravisseuse forcat cavaleur recidiviste escroc faussaire cambrioleur cambrioleuse braqueur voleuse
pickpocket racketteur proxenete dealer dealeur trafiquante brigand pillarde pyromane emeutiere casseuse
manifestante frondeur zadiste vicaire archeveque diacre seminariste nonne carmelite benedictin franciscain
jesuite dominicain predicateur predicatrice precheur evangeliste televangeliste mufti muezzin cheikh oulema
mollah ayatollah rabbin bonze pelerine gourou feticheur vieillarde preado gosse mome mioche jumelle
orphelin veuf veuve concubin concubine copain copine mamie tonton tata cousine
parrain marraine filleul filleule ancetre aieul heritier heritiere amputee estropie tetraplegique
seropositive toxicomane fumeuse miraculee survivante sinistree ecossaise galloise anglais anglaise
londonien parisien parisienne lyonnais marseillais bruxellois quebecois quebecoise acadien kinois bamakois
dakarois abidjanais ouagalais niameen tchadienne congolaise beninoise togolaise gabonaise camerounaise
centrafricaine rwandaise burundaise tanzanienne ougandaise ethiopienne erythreenne somalienne djiboutienne
soudanaise egyptienne tunisienne algerienne marocaine mauritanienne senegalaise gambienne guineenne leonais
liberienne ghaneenne nigerienne angolaise zambienne zimbabweenne mozambicaine comorienne mauricienne
seychellois namibienne botswanais santomeen haitienne jamaicaine trinidadien guyanais guyanaise surinamais
martiniquais guadeloupeen reunionnais mahorais mahoraise caledonien polynesien tahitien wallisien americaine
canadienne mexicaine hondurienne salvadorienne costaricien panameenne colombienne venezuelienne equatorienne
peruvienne bolivienne chilienne bresilienne pakistanaise indienne bangladaise nepalaise bhoutanais maldivien
thailandaise laotienne cambodgienne vietnamienne indonesienne malaisienne singapourien taiwanais hongkongais
chinoise coreenne japonaise iranienne irakienne syrienne libanaise palestinienne israelienne jordanienne
saoudienne omanais koweitienne armenienne georgienne azerbaidjanais ukrainienne albanaise bosnien macedonien
hongroise polonaise autrichienne neerlandaise luxembourgeois francaise portugaise italienne sicilien maltais
irlandaise islandais norvegienne suedoise danoise finlandaise estonienne lituanienne europeenne africaine
australienne daghestanais cinghalais tigreen assyrien chaldeen motocycliste cyclomotoriste mototaximan
taximan pietonne passante promeneur promeneuse randonneuse campeuse vacanciere estivante croisieriste
excursionniste citadine banlieusard montagnarde residente usagere cliente consommatrice votant votante
assesseur scrutateur candidate cooperante badaud torero chasseuse braconnier braconniere cueilleur
cueilleuse bucheronne charbonnier trappeur porteuse sherpa muletier chamelier caravanier cure patron voisin
voisine client resistant routier camionneur usager guide secretaire octogenaire nonagenaire septuagenaire
sexagenaire quinquagenaire quadragenaire trentenaire steward conseillere maman papa conjoint conjointe
compagne gendre cardinal dissident dissidente descendant riverain porteur
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
xof centimes pourcent % $ € £ ¥ noeuds calibre degre
"""

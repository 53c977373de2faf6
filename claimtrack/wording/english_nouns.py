"""English: the nouns. People, one person, things that are no people, units."""

from __future__ import annotations

from typing import Final

PEOPLE: Final = """
snowboarders tots tutors headteachers librarians archivists curators sweepers streetsweepers dustmen binmen
collectors garbagemen ragpickers recyclers foragers optometrists opticians veterinarians vets nutritionists
dieticians physiotherapists radiologists anaesthetists anesthetists cardiologists gynecologists
obstetricians pediatricians paediatricians oncologists neurologists urologists psychiatrists counsellors
counselors phlebotomists technologists practitioners physicians clinicians internists programmers developers
designers architects surveyors planners draughtsmen foremen supervisors overseers bosses directors chairmen
chairwomen treasurers accountants bookkeepers brokers auctioneers painters sculptors carvers ballerinas
choreographers comedians clowns acrobats jugglers magicians rappers djs drummers guitarists pianists
violinists composers conductors filmmakers producers screenwriters playwrights novelists columnists
cartoonists illustrators influencers youtubers tiktokers podcasters announcers newscasters interpreters
translators fixers newspeople newsreaders soundmen mailmen messengers deliverymen cabbies cabdrivers taximen
motormen tramdrivers haulers hauliers truckdrivers motards brakemen trackwalkers gangmen linesmen linemen
boatswains bosuns skippers shipowners deckhands trawlermen lobstermen oystermen clammers landowners
landholders leaseholders cowboys cowhands cowherds goatherds swineherds drovers stockmen dairymen milkmen
milkmaids croppers ploughmen smallholders crofters winegrowers winemakers vintners brewers distillers
fishmongers greengrocers grocers confectioners caterers restaurateurs innkeepers hoteliers barmen barmaids
baristas croupiers gamblers punters drinkers drunkards smokers lamas rinpoches swamis gurus mystics healers
shamans sorcerers witches wizards sangomas griots soothsayers diviners priestesses abbots abbesses chaplains
preachers deaconesses hermits sufis dervishes muftis qadis ulemas ulama muezzins sacristans choristers
choirboys sextons churchmen churchwomen postulants sheriffs marshals carabinieri turnkeys gaolers warders
sentinels militiawomen warfighters skyjackers gunwomen shooters stabbers knifemen axemen aggressors abusers
molesters stalkers brigands desperadoes highwaymen muggers pickpockets shoplifters swindlers fraudsters
scammers forgers counterfeiters racketeers extortionists loansharks pimps pushers gangmembers mafiosi yakuza
felons offenders reoffenders parolees probationers runaways truants ensigns midshipmen airwomen signallers
bombardiers cannoneers mortarmen machinegunners sharpshooters marksmen scouts skirmishers auxiliaries
mujahidin mujahids fedayin janjaweed askaris gurkhas spahis zouaves harkis peshmerga premiers chancellors
monarchs princes princesses dukes sultans royals nobles aristocrats commoners denizens dwellers lodgers
boarders roomers flatmates cohabitants newcomers incomers outsiders aliens strangers hostesses excursionists
sightseers picnickers bathers paddlers windsurfers kitesurfers snorkellers snorkelers yachtsmen bicyclists
marathoners racers horsemen horsewomen equestrians walkers ramblers strollers gawkers rubberneckers
alpinists guides potholers filmgoers moviegoers cinemagoers theatergoers theatregoers clubgoers merrymakers
ravers carousers celebrants bridesmaids brides bridegrooms honeymooners fiances fiancees girlfriends
boyfriends sweethearts lovers partners exes godparents godchildren godfathers godmothers godsons
stepchildren stepsons stepdaughters stepfathers stepmothers stepbrothers adoptees grandkids granddads
grandmas grandpas mums moms dads daddies uncles aunts aunties kin kinsfolk kinfolk ancestors descendants
heirs heiresses forebears ecologists conservationists environmentalists botanists biologists zoologists
chemists physicists astronomers mathematicians statisticians demographers geographers theologians
philosophers linguists jurists notaries solicitors barristers paralegals arbitrators ombudsmen aldermen
prefects subprefects administrators functionaries officeholders appointees nominees legates nuncios
facilitators referees umpires goalkeepers midfielders batsmen bowlers baseballers basketballers gymnasts
sprinters judokas karatekas fencers archers skaters ultras cheerleaders caseworkers fieldworkers outworkers
homeworkers workmen workwomen workpeople tradesmen tradespeople tradeswomen craftsmen craftswomen
craftspeople roofers bricklayers masons stonemasons plasterers glaziers tilers cabinetmakers scaffolders
roustabouts roughnecks drillers oilmen pipefitters boilermakers foundrymen puddlers glassblowers tanners
dyers lacemakers dressmakers hatters shoemakers saddlers coopers wheelwrights farriers locksmiths gunsmiths
tinsmiths watchmakers clockmakers typesetters bookbinders packers sorters shopworkers shopgirls salesmen
saleswomen salespeople salesclerks tellers typists stenographers apparatchiks commissars dissenters heretics
blasphemers apostates atheists infidels unbelievers secularists zealots fanatics bigots racists antisemites
neonazis stalinists trotskyists marxists leftwingers rightwingers centrists liberals conservatives democrats
republicans federalists nationalists bolsheviks jacobins revolutionaries counterrevolutionaries coupists
traitors turncoats quislings transgenders gays lesbians homosexuals bisexuals transwomen transvestites
sexworkers strippers geishas concubines slaves serfs bondsmen coolies kidnappees lifers jailbirds arrestees
diabetics asthmatics epileptics lepers consumptives haemophiliacs convalescents paraplegics quadriplegics
outpatients inpatients transplantees oldsters juveniles kiddies babes preemies foetuses fetuses sextuplets
quintuplets hutterites amish mormons quakers methodists baptists anglicans lutherans calvinists
presbyterians pentecostalists adventists rastafarians zoroastrians parsis jains bahais animists pagans
salafis wahhabis deobandis barelvis ismailis zaidis houthis inuits eskimos aborigines maoris samoans tongans
fijians hawaiians tahitians melanesians kanaks micronesians mayans quechuas aymaras mapuches guaranis
amazonians yanomami creoles mestizos mulattos blacks whites asians africans europeans latinos latinas
hispanics anglos westerners easterners northerners southerners levantines maghrebis malagasies comorians
seychellois mauritians capeverdeans santomeans equatoguineans djiboutians namibians botswanans swazis
lesothans zulus xhosas malawians centralafricans beninois sierraleoneans luxembourgers icelanders latvians
lithuanians estonians moldovans macedonians montenegrins slovenes slovenians slovaks slovakians abkhazians
ossetians ingush dagestanis circassians kalmyks tatars bashkirs kyrgyz kazakhs kazakhstanis turkmens
uzbekistanis bhutanese maldivians laotians burmans karens kachins rakhines emiratis guyanese surinamese
trinidadians barbadians bahamians belizeans grenadians puertoricans costaricans newzealanders aussies
yankees brits scotsmen irishwomen englishwomen frenchwomen catalans corsicans bretons sicilians sardinians
sinners refuseniks boycotters agitators firebrands provocateurs squaddies townsmen countryfolk countrypeople
islanders highlanders lowlanders hillmen plainsmen bushmen charioteers shopowners storekeepers storeowners
proprietors owners stakeholders entrepreneurs magnates tycoons millionaires billionaires oligarchs
industrialists wholesalers peddlers pedlars costermongers shoeshiners bootblacks hoboes vagabonds drifters
paupers pullers trippers
cases infections conspirators plotters campers crewmates veterans tenants householders marchers picketers
bureaucrats
believers ahmadis tibetans dependents dependants jockeys rowers boaters servicewomen servicemembers
seniors heroes colonists centenarians newlyweds coworkers
devotees participants dalits adivasis riders winners advocates parliamentarians mineworkers guys lads
actresses dancers authors consumers viewers subscribers investors shareholders employers commissioners
celebrities contestants golfers runners boxers wrestlers cricketers footballers stevedores couriers postmen
caretakers fisherfolk divers surfers beachgoers congregants squatters vagrants beggars addicts dealers
vandals arsonists rapists murderers abductors burglars thieves rustlers ranchers planters growers pickers
harvesters tribespeople dissidents monarchists royalists communists socialists fascists nazis supremacists
anarchists leftists rightists hardliners reformists ayatollahs rabbis novices therapists donors recipients
beneficiaries claimants applicants jobseekers stowaways castaways breadwinners plaintiffs petitioners
lookouts enlistees irregulars henchmen goons fedayeen sicarios narcos sandinistas turkmen assyrians dinkas
nuers lankans breeders beekeepers gatherers scavengers ringleaders masterminds instigators handlers
financiers penitents catechumens evangelicals disciples acolytes schoolmates classmates roommates teammates
housemates playmates quadruplets preteens octogenarians nonagenarians lobbyists subcontractors constituents
councilmembers assemblymen envoys consuls emissaries dignitaries notables boatmen ferrymen oarsmen
navigators helmsmen stokers machinists stagehands stuntmen artisans weavers potters tailors seamstresses
cobblers blacksmiths goldsmiths jewellers barbers hairdressers beauticians housekeepers butlers valets
doormen bouncers ushers attendants flagmen signalmen switchmen railwaymen trackmen steelworkers metalworkers
autoworkers dockworkers ironworkers longshoremen lumberjacks foresters gamekeepers trappers anglers whalers
repatriates trespassers absconders objectors pacifists whistleblowers leakers hackers laymen friars
monsignors vicars popes patriarchs cantors maltese gabonese javanese balinese sinhalese swiss motorbikers
skateboarders rollerbladers rafters kayakers canoeists paragliders parachutists skydivers cavers spelunkers
geologists seismologists volcanologists meteorologists archaeologists anthropologists epidemiologists
virologists pathologists coroners morticians undertakers gravediggers pallbearers sufferers vaccinators
inoculators hajis mahouts sadhus yatris kanwariyas sarpanches pradhans zamindars tribals
ites investigators detectives negotiators mediators instructors trainers auditors catholics protestants
arabs tutsi hutu pygmies bambaras tuareg dogon hausa igbo yoruba oromo amhara amharas tigrayans hazara
bedouin bedouins roma gypsies berbers salafists ultranationalists skinheads gunrunners emirs townspeople
townsfolk lecturers analysts bloggers campaigners organisers organizers coalminers goldminers prospectors
loggers farmhands farmworkers sharecroppers builders carpenters electricians welders mechanics plumbers
operators dispatchers chauffeurs bikers joggers sunbathers holidaymakers backpackers mountaineers
trekkers sherpas concertgoers clubbers diners patrons stallholders hawkers sellers buyers cashiers
receptionists secretaries assistants janitors chefs waiters waitresses bartenders prostitutes nannies
babysitters carers ambulancemen orderlies firemen lifeguards coastguards deminers sappers aviators
copilots stewardesses stewards crewmembers seamen seafarers mariners submariners gunners artillerymen
riflemen grenadiers cavalrymen guardsmen mutineers putschists attorneys bailiffs mps congressmen
internees perpetrators culprits accomplices amputees invalids expellees deportees exiles widowers
schoolkids preschoolers undergraduates twins triplets siblings grandchildren grandsons granddaughters
grandparents grandmothers spouses
passers naxalites naxals maoists pirates jurors coworkers climbers hikers skiers kids gis astronauts
fugitives prelates nieces nephews cousins
mobsters retirees visitors immigrants attendees vacationers homeowners escapees defendants players athletes
managers ladies
people persons soldiers troops civilians militants fighters combatants insurgents rebels terrorists
jihadists jihadis gunmen attackers assailants policemen policewomen police officers officials
villagers residents children women men boys girls students pupils teachers guerrillas guerillas
peasants workers miners farmers herders demonstrators protesters protestors activists journalists
reporters doctors nurses medics paramedics priests nuns jesuits bishops missionaries tourists
passengers pedestrians refugees migrants relatives members personnel servicemen sailors marines airmen
pilots crew crewmen gendarmes guards bodyguards watchmen mercenaries contractors volunteers
peacekeepers observers leaders commanders chiefs generals colonels captains lieutenants sergeants
corporals recruits trainees cadets conscripts reservists paratroopers commandos rangers snipers
bombers suspects criminals bandits robbers drug traffickers smugglers prisoners inmates convicts
detainees hostages captives victims survivors witnesses bystanders onlookers passersby worshippers
worshipers pilgrims mourners shoppers customers guests patients infants babies toddlers teenagers
teens youths youngsters adolescents minors adults elders elderly males females fishermen drivers
truckers engineers technicians lawyers judges prosecutors magistrates mayors councillors councilors
deputies lawmakers legislators senators ministers diplomats ambassadors employees staff staffers
clerks vendors traders merchants businessmen bankers executives professors academics scholars
intellectuals trade unionists laborers labourers citizens nationals foreigners locals inhabitants
settlers natives indians tribesmen clansmen kinsmen brothers sisters sons daughters parents mothers
fathers wives husbands neighbors neighbours friends colleagues comrades supporters sympathizers
sympathisers followers loyalists partisans separatists secessionists extremists radicals islamists
taliban hooligans rioters strikers looters souls individuals humans lives dead wounded injured
casualties subversives delinquents saboteurs assassins killers hitmen kidnappers hijackers militiamen
paramilitaries infantrymen legionnaires sentries patrolmen cops firefighters rescuers responders
agents informants informers spies aides advisers advisors experts consultants scientists researchers
aid-workers humanitarians delegates representatives candidates voters politicians governors presidents
clerics imams mullahs sheikhs monks pastors reverends parishioners catechists occupants others
troopers warriors youth enemy subordinates elements cadres operatives collaborators defectors
deserters campesinos indigenous americans israelis palestinians russians ukrainians syrians iraqis
afghans adherents defenders demobilized draftees escorts gangsters hoodlums thugs mujahideen
mujahedeen noncombatants pensioners orphans widows archbishops councilwomen councilmen women's
newborns schoolchildren schoolgirls schoolboys housewives athletes fans spectators singers musicians
actors artists writers poets editors photographers cameramen correspondents newsmen broadcasters
presenters shepherds pastoralists nomads woodcutters butchers bakers cooks cleaners porters gardeners
servants maids dockers fishers hunters poachers wardens jailers custodians officers' soldiery
conscript hikers climbers swimmers travelers travellers commuters cyclists motorcyclists motorists
partygoers revelers revellers festivalgoers churchgoers evacuees returnees asylum-seekers seekers
compatriots countrymen adversaries opponents foes raiders intruders infiltrators invaders occupiers
marauders vigilantes dozos goers employees' interns apprentices graduates alumni schoolteachers
headmasters principals deacons seminarians altar-boys humanitarian-workers caregivers midwives
surgeons pharmacists dentists psychologists sociologists economists historians majors brigadiers
admirals constables corpsmen medevacs ranks privates ncos lance naiks sepoys jawans martyrs fatalities
herdsmen idps expatriates expats clergymen clergy laypeople albanians algerians angolans argentines
argentinians armenians australians austrians azerbaijanis bahrainis bangladeshis basques belarusians
belgians beninese bolivians bosnians brazilians bulgarians burkinabes burmese burundians cambodians
cameroonians canadians chadians chechens chileans colombians congolese croats cubans cypriots czechs
danes dominicans ecuadoreans ecuadorians egyptians eritreans ethiopians filipinos finns frenchmen
gambians georgians germans ghanaians greeks guatemalans guineans haitians hondurans hungarians
indonesians iranians irishmen italians ivorians jamaicans japanese jordanians kashmiris kenyans
koreans kosovars kurds kuwaitis lebanese liberians libyans malagasy malaysians malians mauritanians
mexicans moroccans mozambicans nepalese nepalis nicaraguans nigeriens nigerians norwegians omanis
pakistanis panamanians paraguayans peruvians portuguese qataris romanians rwandans salvadorans saudis
senegalese serbs sikhs sierra-leoneans somalis spaniards sudanese swedes tajiks tanzanians tamils
thais togolese tunisians turks ugandans uighurs uruguayans uyghurs uzbeks venezuelans vietnamese
yazidis yemenis zambians zimbabweans britons englishmen scots welshmen dutchmen muslims christians
jews hindus shiites sunnis copts druze buddhists maronites alawites tutsis hutus fulani fulanis
tuaregs dogons hausas igbos yorubas pashtuns hazaras baloch punjabis rohingya rohingyas papuans
timorese chinese taiwanese singaporeans mongolians landlords inspectors chieftains kingpins warlords
shopkeepers moneylenders crusaders evangelists housemaids marabouts
"""

PERSON: Final = """
tutor planner cabby smoker mystic dervish marshal scout outsider racer walker administrator nominee bowler
judoka fencer driller teller heretic atheist infidel racist marxist bolshevik turncoat gangster convalescent
paraplegic conspirator plotter camper crewmate veteran tenant householder marcher picketer bureaucrat
believer tibetan dependant jockey rower boater servicewoman servicemember hero midwife colonist centenarian
newlywed coworker monarchist royalist fascist tribesperson auditor pygmy gypsy bedouin skinhead gunrunner
emir coalminer goldminer dispatcher sunbather sherpa concertgoer clubber diner patron stallholder seller
buyer secretary assistant chef ambulanceman submariner artilleryman grenadier cavalryman mutineer mp
internee accomplice amputee expellee exile widower preschooler twin triplet juror climber hiker skier kid
astronaut fugitive prelate mobster retiree visitor immigrant attendee vacationer homeowner escapee defendant
player athlete manager lady onlooker worshiper mourner shopper customer adolescent trucker councilor
clansman kinsman sympathiser partisan secessionist hooligan delinquent saboteur hitman hijacker responder
spy consultant humanitarian mullah sheikh reverend parishioner collaborator adherent defender draftee
hoodlum thug noncombatant newborn fan spectator singer musician actor artist writer poet editor newsman
broadcaster presenter pastoralist woodcutter butcher baker cleaner porter gardener servant maid docker
fisher poacher warden jailer custodian swimmer traveler traveller commuter cyclist motorcyclist motorist
partygoer reveler reveller festivalgoer churchgoer compatriot countryman adversary opponent raider intruder
infiltrator invader occupier marauder vigilante intern apprentice graduate schoolteacher deacon caregiver
surgeon pharmacist dentist psychologist sociologist economist historian corpsman expat argentinian
belarusian burkinabe cypriot finn jamaican nigerien sikh tamil uighur uyghur englishman scot welshman copt
buddhist papuan singaporean mongolian moneylender housemaid communist
snowboarder tot headteacher librarian archivist curator sweeper streetsweeper dustman binman garbageman
ragpicker recycler forager optometrist optician veterinarian vet nutritionist dietician physiotherapist
radiologist anaesthetist anesthetist cardiologist gynecologist obstetrician pediatrician paediatrician
oncologist neurologist urologist psychiatrist counsellor counselor phlebotomist technologist practitioner
physician clinician internist programmer designer architect surveyor draughtsman foreman supervisor overseer
boss chairman chairwoman treasurer accountant bookkeeper broker auctioneer painter sculptor carver ballerina
choreographer comedian clown acrobat juggler magician rapper dj drummer guitarist pianist violinist composer
filmmaker screenwriter playwright novelist columnist cartoonist illustrator influencer youtuber tiktoker
podcaster announcer newscaster interpreter translator fixer newsreader soundman mailman messenger
deliveryman cabbie cabdriver taximan motorman tramdriver hauler haulier truckdriver motard brakeman
trackwalker gangman linesman lineman boatswain bosun shipowner deckhand trawlerman lobsterman oysterman
clammer landowner landholder leaseholder cowboy cowhand cowherd goatherd swineherd drover stockman dairyman
milkman milkmaid cropper ploughman smallholder crofter winegrower winemaker vintner brewer distiller
fishmonger greengrocer grocer confectioner caterer restaurateur innkeeper hotelier barman barmaid barista
croupier gambler punter drunkard rinpoch healer shaman sorcerer wizard sangoma griot soothsayer diviner
priestess abbot abbess chaplain preacher deaconess hermit ulema muezzin sacristan chorister choirboy sexton
churchman churchwoman postulant sheriff turnkey gaoler warder sentinel militiawoman warfighter skyjacker
gunwoman shooter stabber knifeman axeman aggressor abuser molester stalker brigand desperadoe highwayman
mugger pickpocket shoplifter swindler fraudster scammer forger counterfeiter racketeer extortionist
loanshark pusher gangmember felon offender reoffender parolee probationer truant ensign midshipman airwoman
signaller bombardier cannoneer mortarman machinegunner sharpshooter marksman skirmisher mujahid gurkha
zouave chancellor princess duke sultan aristocrat commoner denizen dweller lodger boarder roomer flatmate
cohabitant incomer hostess excursionist sightseer picnicker bather paddler windsurfer kitesurfer snorkeller
snorkeler yachtsman bicyclist marathoner horseman horsewoman equestrian rambler stroller gawker rubbernecker
alpinist potholer filmgoer moviegoer cinemagoer theatergoer theatregoer clubgoer merrymaker raver carouser
celebrant bridesmaid bride bridegroom honeymooner fiance fiancee girlfriend boyfriend sweetheart lover
godparent godchild godfather godmother godson stepchild stepson stepdaughter stepfather stepmother
stepbrother adoptee grandkid granddad grandma grandpa mum mom dad daddie auntie ancestor descendant heir
heiress forebear ecologist conservationist environmentalist botanist biologist zoologist chemist physicist
astronomer mathematician statistician demographer geographer theologian philosopher linguist jurist notary
solicitor barrister arbitrator ombudsman alderman prefect subprefect functionary officeholder appointee
legate nuncio facilitator referee umpire goalkeeper midfielder batsman baseballer basketballer gymnast
sprinter karateka archer skater cheerleader caseworker fieldworker outworker homeworker workman workwoman
tradesman tradeswoman craftsman craftswoman roofer bricklayer mason stonemason plasterer glazier tiler
cabinetmaker scaffolder roustabout roughneck oilman pipefitter boilermaker foundryman puddler glassblower
tanner dyer lacemaker dressmaker hatter shoemaker saddler cooper wheelwright farrier locksmith gunsmith
tinsmith watchmaker clockmaker typesetter bookbinder shopworker shopgirl salesman saleswoman salesclerk
typist stenographer commissar dissenter blasphemer apostate unbeliever zealot bigot antisemite leftwinger
rightwinger democrat jacobin counterrevolutionary coupist traitor quisling transwoman sexworker stripper
geisha concubine serf bondsman cooly kidnappee lifer jailbird arrestee leper haemophiliac outpatient
inpatient transplantee oldster kiddie preemy foetuse fetuse sextuplet quintuplet hutterite calvinist
pentecostalist rastafarian eskimo aborigine samoan tongan fijian hawaiian tahitian kanak mapuch amazonian
mestizo mulatto asian african european westerner easterner northerner southerner malagasy comorian mauritian
capeverdean santomean equatoguinean djiboutian namibian botswanan lesothan malawian centralafrican
sierraleonean luxembourger icelander latvian lithuanian estonian moldovan macedonian montenegrin slovene
slovenian slovak slovakian abkhazian ossetian circassian kalmyk kazakh turkmen maldivian laotian burman
karen trinidadian barbadian bahamian belizean grenadian puertorican costarican newzealander aussie yankee
brit scotsman irishwoman englishwoman frenchwoman corsican sicilian sardinian sinner refusenik boycotter
agitator firebrand provocateur squaddy townsman islander highlander lowlander hillman plainsman bushman
charioteer shopowner storekeeper storeowner entrepreneur magnate tycoon millionaire billionaire oligarch
industrialist wholesaler peddler pedlar costermonger shoeshiner bootblack hoboe vagabond drifter pauper
puller tripper director owner stranger newcomer skipper proprietor paralegal fanatic togolese congolese
senegalese sudanese chinese japanese lebanese vietnamese burmese taiwanese portuguese beninese gabonese
partner witch
devotee participant dalit adivasi rider winner advocate parliamentarian mineworker guy lad actress dancer
author consumer viewer subscriber investor shareholder employer commissioner celebrity contestant golfer
runner boxer wrestler cricketer footballer stevedore courier postman caretaker diver surfer beachgoer
congregant squatter vagrant beggar addict dealer vandal arsonist rapist murderer abductor burglar thief
rustler rancher planter grower picker harvester dissident
anarchist leftist rightist hardliner reformist ayatollah rabbi novice therapist donor
recipient beneficiary claimant applicant jobseeker stowaway castaway breadwinner plaintiff petitioner
lookout enlistee henchman goon sicario narco sandinista assyrian dinka nuer lankan breeder
beekeeper gatherer scavenger ringleader mastermind instigator handler financier penitent catechumen
disciple acolyte schoolmate classmate roommate teammate housemate playmate quadruplet preteen
octogenarian nonagenarian lobbyist subcontractor constituent councilmember assemblyman envoy consul emissary
dignitary notable boatman ferryman oarsman navigator helmsman stoker machinist stagehand stuntman artisan
weaver potter tailor seamstress cobbler blacksmith goldsmith jeweller barber hairdresser beautician
housekeeper butler valet doorman bouncer usher attendant flagman signalman switchman railwayman trackman
steelworker metalworker autoworker dockworker ironworker longshoreman lumberjack forester gamekeeper trapper
angler whaler repatriate trespasser absconder objector pacifist whistleblower leaker hacker layman friar
monsignor vicar pope patriarch cantor motorbiker skateboarder rollerblader rafter kayaker canoeist
paraglider parachutist skydiver caver spelunker geologist seismologist volcanologist meteorologist
archaeologist anthropologist epidemiologist virologist pathologist coroner mortician undertaker gravedigger
pallbearer sufferer vaccinator inoculator haji mahout sadhu yatri kanwariya pradhan zamindar
naxal naxalite
investigator detective negotiator mediator instructor trainer analyst blogger campaigner organiser
organizer prospector logger farmhand farmworker sharecropper builder carpenter electrician welder
mechanic plumber chauffeur biker jogger holidaymaker backpacker mountaineer trekker hawker cashier
receptionist janitor waiter waitress bartender prostitute nanny babysitter carer fireman lifeguard
coastguard deminer sapper aviator copilot steward stewardess crewmember seaman seafarer mariner gunner
rifleman guardsman putschist attorney bailiff perpetrator culprit deportee schoolkid sibling
grandchild grandson granddaughter grandparent spouse
person soldier civilian militant fighter combatant insurgent rebel terrorist jihadist gunman attacker
assailant policeman policewoman officer official villager resident child woman man boy girl student
pupil teacher guerrilla guerilla peasant worker miner farmer herder demonstrator protester protestor
activist journalist reporter doctor nurse medic paramedic priest nun jesuit bishop missionary tourist
passenger pedestrian refugee migrant relative member serviceman sailor marine airman pilot crewman
gendarme guard bodyguard watchman mercenary contractor volunteer peacekeeper observer leader commander
chief general colonel captain lieutenant sergeant corporal recruit trainee cadet conscript reservist
paratrooper commando ranger sniper bomber suspect criminal bandit robber trafficker smuggler inmate
convict survivor witness bystander worshipper pilgrim patient infant baby toddler teenager teen
youngster minor adult elder male female fisherman driver engineer technician lawyer judge prosecutor
magistrate mayor councillor deputy lawmaker legislator senator minister diplomat ambassador employee
staffer clerk vendor trader merchant businessman banker executive professor academic scholar
intellectual unionist laborer labourer citizen national foreigner local inhabitant settler native
tribesman brother sister son daughter parent mother father wife husband neighbor neighbour friend
colleague comrade supporter sympathizer follower loyalist separatist extremist islamist rioter striker
looter individual human subversive militiaman infantryman legionnaire sentry patrolman cop firefighter
rescuer agent informant informer aide adviser advisor expert scientist researcher delegate
representative candidate voter politician governor president cleric imam monk pastor catechist
occupant trooper warrior operative defector deserter campesino american israeli palestinian russian
ukrainian syrian iraqi afghan pensioner orphan widow schoolchild schoolgirl schoolboy housewife
photographer cameraman correspondent shepherd nomad archbishop councilman councilwoman cardinal rector
spokesman spokeswoman congressman kidnapper assassin killer nationalist grandmother grandfather uncle
aunt nephew niece cousin youth prisoner hostage detainee captive victim other major brigadier admiral
constable private sepoy jawan naik herdsman hunter clergyman seminarian idp returnee evacuee
expatriate albanian algerian angolan argentine armenian australian austrian bangladeshi belgian
bolivian bosnian brazilian briton bulgarian burundian cambodian cameroonian canadian chadian chechen
chilean colombian croat cuban czech dane ecuadorean ecuadorian egyptian eritrean ethiopian filipino
frenchman gambian georgian german ghanaian greek guatemalan guinean haitian honduran hungarian indian
indonesian iranian irishman italian ivorian jordanian kenyan korean kosovar kurd kuwaiti liberian
libyan malaysian malian mauritanian mexican moroccan mozambican nepali netherlander dutchman
nicaraguan nigerian norwegian pakistani panamanian paraguayan peruvian romanian rwandan salvadoran
saudi serb somali spaniard swede tajik tanzanian tunisian turk ugandan uruguayan uzbek venezuelan
yemeni zambian zimbabwean muslim christian jew hindu shiite sunni yazidi landlord inspector chieftain
kingpin warlord shopkeeper evangelist marabout superintendent lecturer undergraduate principal
headmaster monarch prince king queen
"""

THINGS: Final = """
villages village towns town cities city houses house homes home buildings building schools school
hospitals hospital mosques churches bridges roads vehicles vehicle cars car trucks truck buses bus
motorcycles motorbikes bikes tanks tank helicopters helicopter aircraft plane planes airplanes jets
jet drones drone missiles missile rockets rocket bombs bomb grenades grenade mines mine shells shell
mortars mortar rifles rifle guns gun weapons weapon pistols machineguns kalashnikovs ammunition rounds
bullets explosions explosion blasts blast attacks attack raids raid strikes strike airstrikes ambushes
ambush clashes clash battles battle incidents incident operations operation offensives assaults
assault bombings bombing shootings shooting camps camp bases base posts post barracks checkpoints
checkpoint positions stations station offices office shops shop stores markets farms fields cattle
cows goats sheep animals livestock camels horses donkeys dogs pigs buffaloes turtles fish birds chickens
poultry whales dolphins elephants provinces districts regions
countries nations states departments municipalities areas neighborhoods neighbourhoods places
locations sites towers pylons boats ships vessels frigates trains wagons pickups convoys convoy
patrols patrol units unit columns battalions brigades companies platoons regiments divisions squads
groups group factions parties organizations organisations times occasions stages phases points reasons
factors statements reports documents pages videos images photos pictures resolutions articles letters
targets sorties missions episodes
calls demands questions votes seats laws charges counts trials elections wounds shots stabbings
games matches goals parts pieces kinds types ways tons tonnes barrels sacks bags boxes caches depots
arms tents huts shelters apartments flats rooms floors storeys stories facilities plants factories
refineries pipelines wells substations poles lines bunkers trenches tunnels carriers howitzers
launchers radars systems ak blocks block doors yards sides fronts governments agencies banks families
family couples households household homesteads clans tribes communities community crews crew gangs
gang teams team pairs threats threat encampment encampments shipwrecks shipwreck crashes crash
accidents accident massacre massacres disasters disaster earthquakes quake floods storms landslides
fires fire storm collisions skirmishes skirmish firefights firefight gunfights shootouts shootout
engagements barrages barrage waves wave sorties sortie front theaters theatres stadiums hotels hotel
restaurants restaurant fingers toes arms legs hands eyes teeth limbs cafes cafe bars nightclubs nightclub
church mosque temples temple synagogue
monastery prison prisons jails jail hideouts hideout strongholds stronghold enclaves enclave outposts
outpost garrison garrisons fort forts settlements settlement hamlets hamlet suburbs suburb district
province region country nation state department municipality area neighborhood neighbourhood place
location site tower ship vessel train wagon boat ferry pickup dinghies dinghy minibus minibuses taxis
taxi tankers tanker ambulances ambulance trailers trailer tractors bulldozers excavators laptops
phones computers radios cameras passports uniforms vests belts devices device ieds ied detonators
warheads munitions magazines cartridges spears machetes knives bicycles motorcycle motorbike squad
detachments detachment contingents contingent caliber searches crossings airports airport ports port
harbours warehouses warehouse headquarters consulates embassies embassy consulate ministries
courthouse court courts university universities college colleges classrooms clinics clinic pharmacies
market mall malls bakeries bakery factory farm plantation plantations orchards crops trees graves
grave coffins coffin tombs cemeteries paragraphs chapters interviews meetings talks sessions hearings
nationalities ethnicities tremors aftershocks choppers gunships rafts skiffs canoes speedboats trawlers
seasons episodes resolution investigations inquiries ballots polls nights mornings evenings
"""

UNITS_OF: Final = """
km kms kilometers kilometres kilometer kilometre miles mile meters metres meter metre m cm mm feet
foot ft yards yard inches inch hectares acres tons tonnes kg kilos kilograms kilogram pounds grams
liters litres gallons degrees seconds second minutes minute hours hour days day weekend weekends weeks week
months month years year decades decade centuries century a.m. p.m. am pm gmt utc dollars dollar euros euro
francs franc cfa pesos peso colones rubles roubles naira usd eur xof cents pence percent percentage
pct % $ € £ ¥ hrs mins caliber calibre mph kph kmh knots volts watts megawatts rs inr rupee rupees rand
rands shilling shillings birr dinar dinars rial rials riyal riyals lira liras yuan yen baht taka kwacha
cedi cedis dirham dirhams
"""

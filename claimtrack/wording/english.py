"""English: the tables."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as g

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}

_BEFORE = {
    "exactly | a total of | totalling | totaling | in total | altogether | only | just | a full | precisely"
    "| the | all | as a total": "exact",
    "at least | no fewer than | not fewer than | no less than | not less than | a minimum of | minimum of"
    "| minimum | upwards of | upward of | at the very least | at the least | at minimum | ≥ | > = | no lower than"
    "| not fewer | at a minimum | as few as": "at_least",
    "more than | over | in excess of | above | well over | well above | far more than | far over | many more than"
    "| just over | just above | slightly more than | slightly over | a little over | a little more than"
    "| exceeding | exceeds | exceeded | topped | tops | topping | surpassed | surpasses | surpassing | greater than"
    "| much more than | way more than | passed | significantly more than | substantially more than | >"
    "| higher than | well in excess of | larger than | beyond | well more than | crosses | crossed": "more_than",
    "up to | as many as | at most | no more than | not more than | a maximum of | maximum of | maximum | at the most"
    "| ≤ | < = | up to as many as | upto | as much as | no greater than": "at_most",
    "fewer than | less than | under | below | just under | well under | slightly less than | slightly fewer than"
    "| <": "fewer",
    "about | around | some | approximately | roughly | an estimated | estimated | estimated at | ~ | ≈ | c . | ca . | circa"
    "| approx . | approx | in the region of | in the vicinity of | in the order of | on the order of | somewhere around"
    "| more or less | an approximate | in the neighborhood of | in the neighbourhood of | about some | perhaps"
    "| reportedly some | estimates of | an estimate of | ± | give or take": "about",
    "nearly | almost | close to | nearing | approaching | just short of | not quite | very nearly | closer to"
    "| verging on": "nearly",
    "low | high | mid | the low | the high | the mid | in the low | in the high | how": "unclear",
    "another | a further | further | an additional | additional | an extra | extra | yet another": "increment",
    "not all | not | barely | hardly | scarcely | an average of | average of": "refused",
}

_AFTER = {
    "or more | + | plus | - plus | and more | and counting | or higher | and above | and over | and up | at least"
    "| at the very least | or over | upwards | minimum | or above": "at_least",
    "or fewer | or less | at most | at the most | maximum | or under": "at_most",
    "or so | or thereabouts | approximately | roughly | more or less | , more or less | give or take"
    "| , give or take": "about",
    "- odd | odd": "odd",
    "more": "increment",
    "% | percent | per cent | pct | percentage | out of | in every | / | to one": "part",
}

_TAILS = {
    "provisional toll | preliminary toll | provisional death toll | preliminary death toll | so far | thus far | to date | until now | up to now | as of now | provisional | provisionally | preliminary"
    "| at least | or more | and counting | possibly more | perhaps more | maybe more | probably more | likely more"
    "| and possibly more | and probably more | if not more | and perhaps more | and maybe more"
    "| at the very least | at the least | the toll could rise | the toll may rise | expected to rise | likely to rise"
    "| may rise | could rise | could climb | might rise | number could rise | and rising": "at_least",
    "at most | at the most": "at_most",
}

_VAGUE = {
    "several": "several",
    "a few | few | quite a few | a good few": "few",
    "a couple of | a couple | couple of | couple": "couple",
    "a handful of | a handful | handful of | handful": "few",
    "a number of": "several",
    "dozens | dozens of | dozens and dozens of": "dozens",
    "tens of | tens": "tens",
    "scores | scores of": "scores",
    "hundreds | hundreds of | hundreds and hundreds of": "hundreds",
    "thousands | thousands of | thousands upon thousands of": "thousands",
    "tens of thousands | tens of thousands of | dozens of thousands of": "tens of thousands",
    "hundreds of thousands | hundreds of thousands of": "hundreds of thousands",
    "millions | millions of": "millions",
    "double digits | double - digit": "double digits",
    "many | a great many | a good many | so many | very many | numerous | countless | a lot of | lots of | a large number of"
    "| large numbers of | a great number of | great numbers of | multiple | various | a significant number of"
    "| significant numbers of | a high number of | high numbers of | a substantial number of | untold numbers of"
    "| masses of | a considerable number of | large number of | great number of": "plural",
    "an unknown number of | an unspecified number of | an undetermined number of | an undisclosed number of | an unconfirmed number of"
    "| unknown numbers of | unknown number of | unspecified number of | undisclosed number of | an unknown number"
    "| an unspecified number | an undisclosed number | an indeterminate number of | a certain number of": "unknown number",
    "no | zero | no one | nobody | none | without | without any | not a single | not one | no - one | nil"
    "| without a single": "none",
    "both": "both",
}

_MULTIPLES = {
    "several": "several",
    "a few": "several",
    "few": "several",
    "many": "several",
    "a couple of": "couple",
    "a couple": "couple",
    "couple": "couple",
}

K, W, C, M, D, A = "killed", "wounded", "captured", "missing", "displaced", "abducted"

_OUTCOMES = (
    (K, g.NOUN | g.STATE, "dead | dead bodies | lifeless | deceased"),
    (K, g.NOUN | g.OF, "deaths | death | fatalities | fatality | bodies | body | corpses | corpse | killings"
     "| lives | remains of | funerals of | funeral of | deaths among"),
    (K, g.STATE | g.GOVERNS, "killed | slain | murdered | executed | assassinated | massacred | slaughtered | beheaded"
     "| gunned down | shot dead | shot and killed | lynched | hanged | electrocuted | burned to death | hacked to death"
     "| stabbed to death | beaten to death | burnt to death | drowned | poisoned to death | blown up | decapitated"
     "| shot to death | put to death | slayed | butchered | crushed to death | killed instantly | killing dead"),
    (K, g.GOVERNS, "kill | kills | slay | slays | murder | murders | execute | executes | assassinate | massacre"
     "| slaughter | behead | massacres | slew | gun down | guns down | shoots dead | beheads"),
    (K, g.GOVERNS | g.OF, "killing | slaying | murdering | executing | assassinating | massacring | slaughtering"
     "| beheading | gunning down | shooting dead"),
    (K, g.OF, "murder of | execution of | assassination of | massacre of | slaughter of | loss of | slayings of | the lives of"
     "| murders of | executions of | assassinations of | life of"),
    (K, g.DOES, "died | die | dies | perished | perish | were dead | are dead | is dead | was dead | lost their lives"
     "| lost his life | lost her life | lost their life | losing their lives | have died | succumbed | lose their lives"
     "| dying | meet their death | met their death | met their deaths | lay dead | lost lives | bled to death"
     "| burned alive | starved to death | froze to death"),
    (K, g.GOVERNS, "lost | losing | loses"),
    (K, g.SUM, "death toll | toll | dead : | killed : | deaths : | fatalities : | body count | death count"
     "| number of dead | number of fatalities | number of deaths | number of people killed | number killed | toll of dead"),
    (W, g.NOUN | g.STATE | g.GOVERNS, "wounded | injured"),
    (W, g.NOUN | g.OF, "injuries | wounding of | injuring of | injury"),
    (W, g.GOVERNS, "wound | wounds | wounding | injure | injures | injuring | hurting | maiming"),
    (W, g.STATE | g.GOVERNS, "hurt | maimed | hospitalized | hospitalised | burned | burnt | mutilated"),
    (W, g.DOES, "suffered injuries | sustained injuries | suffered wounds | were treated | received injuries"
     "| suffered burns | received wounds | taken to hospital | rushed to hospital | suffered serious injuries"),
    (W, g.SUM, "injured : | wounded : | number of wounded | number of injured"),
    ("casualties", g.NOUN | g.OF, "casualties | casualty | victims | victim | losses"),
    ("casualties", g.SUM, "casualty toll | casualties : | number of casualties | number of victims"),
    (C, g.NOUN, "prisoners | prisoner | detainees | captives | prisoners of war | pows | detainee | captive | arrests"),
    (C, g.STATE | g.GOVERNS, "captured | arrested | detained | taken prisoner | taken prisoners | apprehended | rounded up"
     "| imprisoned | jailed | in custody | nabbed | in detention | behind bars | held"),
    (C, g.GOVERNS, "capture | captures | arrest | arrests | arresting | capturing | detain | detaining | detains | nab"
     "| apprehending | took prisoner"),
    (C, g.OF, "capture of | arrest of | arrests of | detention of"),
    (C, g.DOES, "surrendered | surrender"),
    (M, g.STATE | g.NOUN, "missing | unaccounted for | disappeared"),
    (M, g.OF, "disappearance of | disappearances of"),
    (D, g.STATE | g.NOUN | g.GOVERNS, "displaced | evacuated | uprooted"),
    (D, g.NOUN, "refugees | evacuees | refugee"),
    (D, g.GOVERNS, "displacing | displace | displaces | evacuating | uprooting"),
    (D, g.DOES, "fled | flee | fleeing | flee their homes | left homeless | made homeless | forced to flee"
     "| forced from their homes | homeless"),
    (D, g.OF, "displacement of | evacuation of"),
    (A, g.NOUN, "hostages | hostage | abductees"),
    (A, g.STATE | g.GOVERNS, "kidnapped | abducted | taken hostage | held hostage | seized hostage | snatched"),
    (A, g.GOVERNS | g.OF, "kidnapping | abducting | kidnap | kidnaps | abduct | abducts | taking hostage"),
    (A, g.OF, "abduction of | kidnappings of | abductions of"),
    ("killed or captured", g.STATE | g.GOVERNS, "neutralised | neutralized | out of action"),
    ("killed or captured", g.GOVERNS, "neutralising | neutralizing"),
    (K, g.STATE, "fatally wounded | fatally injured | mortally wounded | fatally shot | wounded fatally"),
    (W, g.STATE, "shot and wounded | shot and injured"),
    (K, g.NOUN, "killed in action | lives lost | human lives lost"),
)  # fmt: skip

_PERSON = """
people persons soldiers troops civilians militants fighters combatants insurgents rebels terrorists jihadists jihadis gunmen
attackers assailants policemen policewomen police officers officials villagers residents children women men boys girls students
pupils teachers guerrillas guerillas peasants workers miners farmers herders demonstrators protesters protestors activists
journalists reporters doctors nurses medics paramedics priests nuns jesuits bishops missionaries tourists passengers pedestrians
refugees migrants families relatives members personnel servicemen sailors marines airmen pilots crew crewmen gendarmes guards
bodyguards watchmen mercenaries contractors volunteers peacekeepers observers leaders commanders chiefs generals colonels captains
lieutenants sergeants corporals recruits trainees cadets conscripts reservists paratroopers commandos rangers snipers bombers
suspects criminals bandits robbers drug traffickers smugglers traffickers prisoners inmates convicts detainees hostages captives
victims survivors witnesses bystanders onlookers passersby worshippers worshipers pilgrims mourners shoppers customers guests
patients infants babies toddlers teenagers teens youths youngsters adolescents minors adults elders elderly males females
fishermen drivers truckers engineers technicians lawyers judges prosecutors magistrates mayors councillors councilors deputies
lawmakers legislators senators ministers diplomats ambassadors employees staff staffers clerks vendors traders merchants
businessmen bankers executives professors academics scholars intellectuals trade unionists unionists
laborers labourers citizens nationals foreigners locals inhabitants settlers natives indians tribesmen clansmen kinsmen brothers
sisters sons daughters parents mothers fathers wives husbands couples neighbors neighbours friends colleagues comrades supporters
sympathizers sympathisers followers loyalists partisans separatists secessionists extremists radicals islamists taliban
hooligans rioters strikers looters souls individuals victims humans lives dead wounded injured casualties
subversives delinquents saboteurs assassins killers hitmen kidnappers hijackers militiamen paramilitaries
infantrymen legionnaires sentries patrolmen cops firefighters rescuers responders agents informants informers spies aides
advisers advisors experts consultants scientists researchers aid-workers humanitarians delegates representatives
candidates voters politicians governors presidents clerics imams mullahs sheikhs monks pastors reverends parishioners catechists
inhabitants occupants others troopers warriors youth enemy subordinates elements cadres operatives collaborators defectors deserters
campesinos indigenous americans israelis palestinians russians ukrainians syrians iraqis afghans
adherents defenders demobilized draftees escorts gang gangsters hoodlums thugs robbers migrants mujahideen mujahedeen
noncombatants pensioners orphans widows archbishops councilwomen councilmen women's newborns schoolchildren schoolgirls schoolboys housewives athletes fans spectators singers
musicians actors artists writers poets editors photographers cameramen correspondents newsmen broadcasters presenters
shepherds pastoralists nomads woodcutters butchers bakers cooks cleaners porters gardeners servants maids dockers fishers hunters poachers
rangers wardens jailers custodians officers' soldiery conscript hikers climbers swimmers travelers travellers commuters cyclists
motorcyclists motorists partygoers revelers revellers festivalgoers churchgoers evacuees returnees asylum-seekers seekers compatriots
countrymen adversaries opponents foes raiders intruders infiltrators invaders occupiers marauders vigilantes hunters dozos goers
employees' interns apprentices graduates alumni schoolteachers headmasters principals nuns deacons seminarians altar-boys
humanitarian-workers caregivers midwives surgeons pharmacists dentists psychologists sociologists economists historians
"""

_SINGLE = """
person soldier civilian militant fighter combatant insurgent rebel terrorist jihadist gunman attacker assailant policeman policewoman
officer official villager resident child woman man boy girl student pupil teacher guerrilla guerilla peasant worker miner farmer
herder demonstrator protester protestor activist journalist reporter doctor nurse medic paramedic priest nun jesuit bishop
missionary tourist passenger pedestrian refugee migrant relative member serviceman sailor marine airman pilot crewman gendarme guard
bodyguard watchman mercenary contractor volunteer peacekeeper observer leader commander chief general colonel captain lieutenant
sergeant corporal recruit trainee cadet conscript reservist paratrooper commando ranger sniper bomber suspect criminal bandit robber
trafficker smuggler inmate convict survivor witness bystander worshipper pilgrim patient infant baby toddler teenager teen youngster
minor adult elder male female fisherman driver engineer technician lawyer judge prosecutor magistrate mayor councillor deputy
lawmaker legislator senator minister diplomat ambassador employee staffer clerk vendor trader merchant businessman banker executive
professor academic scholar intellectual unionist laborer labourer citizen national foreigner local inhabitant settler native
tribesman brother sister son daughter parent mother father wife husband neighbor neighbour friend colleague comrade supporter
sympathizer follower loyalist separatist extremist islamist rioter striker looter individual human subversive militiaman
infantryman legionnaire sentry patrolman cop firefighter rescuer agent informant informer aide adviser advisor expert scientist
researcher delegate representative candidate voter politician governor president cleric imam monk pastor catechist
occupant trooper warrior operative defector deserter campesino american israeli palestinian russian ukrainian syrian iraqi afghan
pensioner orphan widow schoolchild schoolgirl schoolboy housewife photographer cameraman correspondent shepherd nomad ranger
archbishop councilman councilwoman cardinal rector spokesman spokeswoman congressman bodyguard kidnapper assassin killer nationalist grandmother grandfather uncle aunt nephew niece cousin youth prisoner hostage detainee captive victim other
"""

_THINGS = """
villages village towns town cities city houses house homes home buildings building schools school hospitals hospital mosques
churches bridges roads vehicles vehicle cars car trucks truck buses bus motorcycles motorbikes bikes tanks tank helicopters
helicopter aircraft plane planes airplanes jets jet drones drone missiles missile rockets rocket bombs bomb grenades grenade
mines mine shells shell mortars mortar rifles rifle guns gun weapons weapon pistols machineguns kalashnikovs ammunition
rounds bullets explosions explosion blasts blast attacks attack raids raid strikes strike airstrikes ambushes ambush clashes clash
battles battle incidents incident operations operation offensives assaults assault bombings bombing shootings shooting
camps camp bases base posts post barracks checkpoints checkpoint positions stations station offices office shops shop stores
markets farms fields cattle cows goats sheep animals livestock camels horses donkeys dogs pigs provinces districts regions
countries nations states departments municipalities areas neighborhoods neighbourhoods places locations sites towers pylons
boats ships vessels frigates trains wagons pickups convoys convoy patrols patrol units unit columns battalions
brigades companies platoons regiments divisions squads groups group factions parties organizations organisations
times occasions stages phases points reasons factors statements reports documents pages videos images photos pictures
resolutions articles letters calls demands questions votes seats laws cases charges counts trials elections
wounds shots stabbings games matches goals parts pieces kinds types ways tons tonnes barrels sacks bags boxes caches depots
arms tents huts shelters apartments flats rooms floors storeys stories facilities plants factories refineries pipelines wells
substations poles lines camps bunkers trenches tunnels carriers howitzers launchers radars systems guns ak
sides fronts governments agencies banks
"""

_UNITS_OF = """
km kms kilometers kilometres kilometer kilometre miles mile meters metres meter metre m cm mm feet foot ft yards yard inches
inch hectares acres tons tonnes kg kilos kilograms kilogram pounds grams liters litres gallons degrees
seconds second minutes minute hours hour days day weeks week months month years year decades decade centuries century
a.m. p.m. am pm gmt utc
dollars dollar euros euro francs franc cfa pesos peso colones rubles roubles naira usd eur xof cents pence
percent percentage pct % $ € £ ¥ degrees
hrs mins caliber calibre mph kph kmh knots volts watts megawatts
"""

_ENDS = """
of in on at by from to for with without during after before since until near inside outside between among amongst against
through throughout over under into onto about around along across behind beyond toward towards upon within via per
who which that whom whose when where while as because if though although whereas than then
and or but nor yet so
is are was were be been being has have had having do does did will would can could may might must shall should
said says say saying told tells according reported reportedly reports believed feared thought presumed confirmed known found
left leaving claimed claims claiming went died remained
he she it they we i you his her its their our my your him them us himself themselves
this these those the a an each every any all both either neither another
not no never also still later earlier already again now today yesterday tomorrow tonight meanwhile
monday tuesday wednesday thursday friday saturday sunday
including alone early late there here
"""

_PASS = """
the of a an some about at around least most more than up to in all also as many another other further its their his her our
reportedly allegedly apparently possibly perhaps probably up off only just both and or those these least nearly almost
altogether total over some fewer no such any additional approximately roughly least estimated under between from is at
"""

LANGUAGE: Final = g.Language(
    code="en",
    small=_SMALL,
    hundreds={"hundred": 100},
    scales={"thousand": 1000, "million": 10**6, "billion": 10**9},
    collectives={"dozen": 12, "score": 20},
    plurals={"dozens": 12, "scores": 20},
    articles="a an one another",
    round_articles="a an",
    glue="and",
    links="to - through",
    either="or",
    both_ends={"between": "and", "from": "to", "anywhere from": "to", "anywhere between": "and"},
    vague=_VAGUE,
    multiples=_MULTIPLES,
    before=_BEFORE,
    after=_AFTER,
    tails=_TAILS,
    parts="including | among them | of whom | of which | of them | among whom | among which | comprising | most of them"
    "| incl | incl . | include | included | includes | amongst them | of those | of these",
    outcomes=_OUTCOMES,
    flags={
        g.NUMBER: "half",
        g.PERSON: _PERSON,
        g.SINGLE: _SINGLE,
        g.THING: _THINGS,
        g.UNIT: _UNITS_OF,
        g.ENDS: _ENDS,
        g.AUX: "is are was were be been being remain remained get got reported believed feared presumed found confirmed declared left",
        g.HAVE: "has have had having",
        g.PASS: _PASS,
        g.JOIN: "and or & plus",
        g.PREP: "of in on at by from to for with during near inside among amongst against between within",
        g.STOP: "but while whereas although though because",
        g.MONTH: "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec",
        g.DENY: "denied denies deny denying rejected rejects dismissed refuted disputed",
        g.NOT: "not n't never neither nor",
        g.REPORT: "report reports reported word information immediate claimed claims claim confirmed confirmation known news "
        "indication indications details mention immediately evidence sign signs",
        g.DET: "the a an his her their its this these those our my",
        g.ADJ: "heavy significant serious major severe massive huge enormous considerable great substantial terrible grave large "
        "important some many numerous countless further more human material civilian military heaviest big unspecified sustained "
        "high light minor small slight mass extensive multiple bloody of the unprecedented any equipment staggering "
        "crushing disastrous catastrophic numerous untold such",
        g.LOSS: "losses casualties loss",
        g.UNKNOWN: "unknown unclear undetermined undisclosed unconfirmed unspecified uncertain",
        g.BEFORE: "resolution article no number flight route highway brigade battalion division unit sector chapter page "
        "no. nr channel room operation version camp zone base grade section paragraph act decree law regiment company level "
        "season episode phase stage ward mile",
        g.SUBJECT: "he she it they we who which that police officials army government authorities",
    },
)

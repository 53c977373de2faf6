"""Code the 34 published claims about the Bamako attack, and write them to bamako_2024.jsonl.

The numbers are the order in which the claims were collected; a comment says where the coding
is a choice. Wording and urls are as published; the figures are read from the words, or given by
hand where the words are not one figure.
"""

from datetime import UTC, datetime
from pathlib import Path

import claimtrack as ct

WHOSE = "whose people they were is not said; coded as Malian forces"

mali = ct.Party("Malian armed forces")
wagner = ct.Party("Wagner", allied=[mali])
jnim = ct.Party("JNIM", opposes=[mali, wagner])
attack = ct.Event(
    "JNIM attack in Bamako",
    occurred="2024-09-17",
    place="Faladié and Senou, Bamako",
    parties=[mali, wagner, jnim],
    key="BKO-2024-09-17",
)

killed, wounded, hurt = ct.killed(of=mali), ct.wounded(of=mali), ct.casualties(of=mali)
hurt_both, hurt_wagner = ct.casualties(of=[mali, wagner]), ct.casualties(of=wagner)
attackers_killed, attackers_captured = ct.killed(of=jnim), ct.captured(of=jnim)
attackers_out = ct.Measure(["killed", "captured"], of=jnim)
control = ct.Proposition("The situation is under control", serves=mali)

# Carriers


def carrier(name: str, kind: str = "media", **details: object) -> ct.Source:
    """A source that passes on what others say."""
    return ct.Source(name, kind, **details)  # type: ignore[arg-type]


afp, reuters, ap = (carrier(name, "agency", reliability="B") for name in ("AFP", "Reuters", "AP"))
rfi, bbc, rts = carrier("RFI"), carrier("BBC"), carrier("RTS")
senenews, sofx, knowafrika, adakar = map(carrier, ("SeneNews", "SOFX", "Know Afrika", "aDakar"))
pressafrik, standard, allafrica, ru24 = map(
    carrier, ("PressAfrik", "The Standard (Kenya)", "allAfrica", "ru24.net")
)
usafrica, taipei, helm = map(carrier, ("US Africa Online", "Taipei Times", "helm.news"))
universalis = carrier("Encyclopaedia Universalis", "reference")
wikipedia = carrier("Wikipedia (en)", "reference")

# Speakers

dirpa = ct.Source("Malian army (DIRPA)", "military", party=mali)
staff = ct.Source("Malian General Staff", "military", party=mali)
ortm = ct.Source("ORTM state television", "government", party=mali)
state = ct.Source("Mali", "government", party=mali)
group = ct.Source("JNIM (Az-Zallaqa)", "belligerent", party=jnim, reliability="D")
sofx_source = ct.Source("Unnamed source", "other", anonymous=True, known_to=sofx)
ap_official = ct.Source("A security official", "security", anonymous=True, known_to=ap)
rfi_many = ct.Source(
    "Security and civilian sources", "security", anonymous=True, known_to=rfi, collective=True
)
rfi_lone = ct.Source("A Malian security source", "security", anonymous=True, known_to=rfi)
rfi_witnesses = ct.Source("Witnesses", "witness", anonymous=True, known_to=rfi, collective=True)
afp_source = ct.Source("A security source", "security", anonymous=True, known_to=afp)
document = ct.Source("A confidential official document", "document", on_record=False)
le_soir = ct.Source("Le Soir de Bamako", "media")
diplomats = ct.Source("Two diplomats", "diplomat", anonymous=True, known_to=reuters, collective=True)
third_diplomat = ct.Source("A third diplomat", "diplomat", anonymous=True, known_to=reuters)
reuters_sources = ct.Source(
    "Diplomatic and security sources", "diplomat", anonymous=True, known_to=reuters, collective=True
)
guterres = ct.Source("UN Secretary-General", "igo")

# Pages

SENENEWS = (
    "https://www.senenews.com/actualites/societe/"
    "une-filiale-locale-dal-qaida-revendique-les-attaques-terroristes-de-ce-mardi-matin-au-mali_508435.html"
)
SOFX = (
    "https://www.sofx.com/"
    "malian-military-repels-terrorist-attack-in-bamako-al-qaeda-linked-group-claims-responsibility/"
)
KNOWAFRIKA = "https://knowafrika.com/al-qaeda-affiliate-jnim-strikes-malis-capital-in-rare-terrorist-attack"
PRESSAFRIK = (
    "https://www.pressafrik.com/Attaque-terroriste-a-Bamako-l-etat-major-confirme-"
    "quelques-pertes-en-vies-humaines-du-cote-de-l-armee_a278410.html"
)
STANDARD = (
    "https://standardmedia.co.ke/testbed/africa/article/2001503002/"
    "mali-jihadist-attacks-kills-more-than-70-security-sources"
)
ADAKAR = "http://news.adakar.com/h/149131.html"
RFI_18 = "https://fr.allafrica.com/stories/202409180605.html"
RFI_19 = "https://fr.allafrica.com/stories/202409190476.html"
RU24 = "https://m.ru24.net/foreign/387860643"
RTS = (
    "https://www.rts.ch/info/monde/2024/article/"
    "les-attaques-djihadistes-a-bamako-ont-fait-plus-de-70-morts-28636194.html"
)
USAFRICA = "https://usafricaonline.com/2024/09/20/jihadist-attack-in-malis-capital-claim-over-70-lives/"
TAIPEI = "https://taipeitimes.com/News/world/archives/2024/09/21/2003824138"
HELM = "https://fr.helm.news/2024-09-19/un-secretary-general-guterres-condemns-bamako-terrorist-attack-calls.html"
UNIVERSALIS = "https://universalis.fr/evenement/17-septembre-2024-attaque-terroriste-a-bamako"
WIKIPEDIA = "https://en.wikipedia.org/wiki/2024_Bamako_attacks"


def build() -> ct.Ledger:
    """Record the 34 claims in the order they were collected, and the verdicts on those retold wrongly."""
    c: dict[str, ct.Claim] = {}

    def say(
        number: str, source: ct.Source, question: ct.Question, answer: ct.Answer | str, **details: object
    ) -> None:
        c[number] = ct.Claim(attack, source, question, answer, note=f"#{number}", **details)  # type: ignore[arg-type]

    say(
        "1",
        dirpa,
        control,
        ct.affirms(),
        words="sous contrôle",
        lang="fr",
        stated="2024-09-17",
        via=[senenews],
        url=SENENEWS,
    )  # self-serving, and no figure
    say(
        "2",
        sofx_source,
        wounded,
        "leaving two security personnel wounded",
        lang="en",
        stated="2024-09-17",
        via=[sofx],
        url=SOFX,
    )
    say(
        "3",
        ortm,
        attackers_captured,
        "footage of approximately 20 prisoners",
        lang="en",
        observed="images",
        stated="2024-09-17",
        via=[sofx],
        url=SOFX,
    )
    say(
        "4",
        ortm,
        attackers_killed,
        "images of three bodies",
        lang="en",
        observed="bodies",
        hedged="believed to be attackers",
        stated="2024-09-17",
        via=[sofx],
        url=SOFX,
    )
    say(
        "5",
        ap_official,
        ct.captured(among="suspects"),
        "At least 15 suspects have been arrested",
        lang="en",
        stated="2024-09-17",
        via=[ap, knowafrika],
        url=KNOWAFRIKA,
    )
    say(
        "6",
        staff,
        killed,
        "quelques pertes en vies humaines",
        lang="fr",
        stated="2024-09-17",
        via=[pressafrik],
        url=PRESSAFRIK,
    )
    say(
        "7",
        staff,
        killed,
        "some human lives were lost",
        lang="en",
        stated="2024-09-17",
        via=[afp, standard],
        url=STANDARD,
    )
    say(
        "8",
        group,
        hurt_both,
        "d'énormes pertes humaines et matérielles",
        lang="fr",
        stated="2024-09-17",
        via=[bbc, adakar],
        url=ADAKAR,
    )
    say(
        "9",
        group,
        hurt_both,
        "une centaine de personnes tuées ou blessées",
        lang="fr",
        stated="2024-09-18",
        via=[rfi, allafrica],
        url=RFI_18,
    )
    say(
        "10",
        group,
        hurt_wagner,
        "de lourdes pertes aux mercenaires de Wagner",
        lang="fr",
        stated="2024-09-18",
        via=[rfi, allafrica],
        url=RFI_18,
    )
    say("11", group, hurt_both, "hundreds", lang="en", stated="2024-09-19", via=[afp, standard], url=STANDARD)
    say("12", group, killed, "des centaines de soldats", lang="fr", via=[universalis], url=UNIVERSALIS)
    say("13", group, attackers_killed, "10 killed", lang="en", via=[wikipedia], url=WIKIPEDIA)
    say("14", state, attackers_out, "20 killed or arrested", lang="en", via=[wikipedia], url=WIKIPEDIA)
    say(
        "15",
        rfi_many,
        killed,
        "au moins une trentaine de gendarmes et soldats tués",
        lang="fr",
        stated="2024-09-18",
        via=[rfi, allafrica],
        url=RFI_18,
    )
    say(
        "16",
        rfi_many,
        wounded,
        "plusieurs dizaines de blessés",
        lang="fr",
        stated="2024-09-18",
        via=[rfi, allafrica],
        url=RFI_18,
    )
    unknown = "On ne sait même pas encore le nombre exact, mais c'est incommensurable"
    say(
        "17",
        rfi_lone,
        killed,
        ct.unquantified(unknown),
        lang="fr",
        stated="2024-09-18",
        via=[rfi, allafrica],
        url=RFI_18,
    )  # a number beyond count is some, and no number
    say(
        "18",
        rfi_witnesses,
        killed,
        "de très nombreux morts",
        lang="fr",
        observed="hospital",
        imputed=WHOSE,
        stated="2024-09-17",
        via=[rfi, ru24],
        url=RU24,
    )
    say(
        "18b",
        rfi_witnesses,
        wounded,
        "des dizaines de blessés",
        lang="fr",
        observed="hospital",
        imputed=WHOSE,
        stated="2024-09-17",
        via=[rfi, ru24],
        url=RU24,
    )
    say(
        "19",
        rfi_many,
        killed,
        "plus de 70 morts",
        lang="fr",
        stated="2024-09-19",
        via=[rfi, allafrica],
        revises=[c["15"]],
        url=RFI_19,
    )  # the same collective, by the analyst's reading
    say(
        "20",
        rfi_many,
        wounded,
        "plus de 200 blessés",
        lang="fr",
        stated="2024-09-19",
        via=[rfi, allafrica],
        revises=[c["16"]],
        url=RFI_19,
    )
    say(
        "21",
        rfi_many,
        ct.killed(of=mali, part="airport"),
        ct.about(20, words="une vingtaine a perdu la vie"),
        lang="fr",
        stated="2024-09-19",
        via=[rfi, allafrica],
        url=RFI_19,
    )
    say(
        "22",
        afp_source,
        killed,
        "77 morts",
        lang="fr",
        imputed=WHOSE,
        stated="2024-09-19",
        via=[afp, rts],
        url=RTS,
    )
    say(
        "23",
        afp_source,
        wounded,
        "255 blessés",
        lang="fr",
        imputed=WHOSE,
        stated="2024-09-19",
        via=[afp, rts],
        url=RTS,
    )
    say(
        "24",
        document,
        killed,
        "une centaine de morts",
        lang="fr",
        stated="2024-09-19",
        via=[afp, rts],
        url=RTS,
    )
    say(
        "25",
        document,
        killed,
        ct.exactly(81, words="cite nommément 81 victimes"),
        lang="fr",
        observed="named_list",
        stated="2024-09-19",
        via=[afp, rts],
        url=RTS,
    )
    say(
        "26",
        document,
        wounded,
        "81 victims wounded",
        lang="en",
        stated="2024-09-20",
        via=[usafrica],
        url=USAFRICA,
    )
    say(
        "27",
        le_soir,
        ct.killed(of=mali, among="gendarmerie cadets"),
        ct.about(50, words="les obsèques d'une cinquantaine d'élèves gendarmes"),
        lang="fr",
        observed="funerals",
        stated="2024-09-19",
        via=[afp, rts],
        url=RTS,
    )
    say(
        "28",
        diplomats,
        killed,
        "in the 70s",
        lang="en",
        hedged="believed",
        stated="2024-09-19",
        via=[reuters, taipei],
        url=TAIPEI,
    )
    say(
        "29",
        third_diplomat,
        hurt,
        "hundreds",
        lang="en",
        hedged="believed",
        stated="2024-09-19",
        via=[reuters, taipei],
        url=TAIPEI,
    )
    say(
        "30",
        reuters_sources,
        killed,
        "killed about 70 people",
        lang="en",
        imputed=WHOSE,
        stated="2024-09-19",
        via=[reuters, taipei],
        url=TAIPEI,
    )
    say("31", guterres, killed, "plus de 70 morts", lang="fr", stated="2024-09-19", via=[helm], url=HELM)
    say("31b", guterres, wounded, "plus de 200 blessés", lang="fr", stated="2024-09-19", via=[helm], url=HELM)
    say(
        "31c",
        guterres,
        ct.wounded(among="UN guards"),
        ct.exactly(1, words="one UN guard unit member wounded"),
        lang="en",
        stated="2024-09-19",
        via=[helm],
        url=HELM,
    )
    say(
        "32",
        universalis,
        killed,
        "plus de soixante-dix morts",
        lang="fr",
        based_on=[c["19"]],
        url=UNIVERSALIS,
    )
    say("33", wikipedia, killed, "77-100 killed", lang="en", based_on=[c["22"], c["24"]], url=WIKIPEDIA)
    say("34", wikipedia, killed, "About 100 killed", lang="en", based_on=[c["24"]], url=WIKIPEDIA)
    say("34b", wikipedia, wounded, "more than 255 injured", lang="en", based_on=[c["23"]], url=WIKIPEDIA)

    ledger = ct.Ledger(clock=lambda: datetime(2024, 10, 1, tzinfo=UTC))
    ledger.record(*c.values())
    for number, because in {
        "12": "the group spoke of killed and wounded together; the reference work made them killed",
        "26": "the document names 81 dead; the retelling made them wounded",
        "31": "the aggregator appears to have merged the press toll into the statement",
        "31b": "the aggregator appears to have merged the press toll into the statement",
    }.items():
        ledger.assess(c[number], "misreported", by="claimtrack", decided="2024-10-01", because=because)
    return ledger


if __name__ == "__main__":
    target = Path(__file__).with_name("bamako_2024.jsonl")
    ct.dump(build(), target)
    print(f"{target.name}: {len(build().claims())} records of 34 published claims")

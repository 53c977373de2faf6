"""Counts of people are found in running text, and nothing else is."""

from __future__ import annotations

import attrs
import pytest

from claimtrack.errors import WrongType
from claimtrack.wording import ACLED, Mention, find_figures


def found(text):
    return [(mention.words, mention.outcome) for mention in find_figures(text)]


SENTENCES = [
    ("77 morts et 255 blessés.", [("77", "killed"), ("255", "wounded")]),
    ("They killed 12 and wounded 30.", [("12", "killed"), ("30", "wounded")]),
    ("The blast claimed the lives of 9 people.", [("9", "killed")]),
    ("L'attaque a fait au moins 40 morts.", [("au moins 40", "killed")]),
    ("The attack left 10 dead.", [("10", "killed")]),
    ("THE GOVERNMENT SAID 12 GUERRILLAS WERE KILLED AND 30 WOUNDED.", [("12", "killed"), ("30", "wounded")]),
    ("Three soldiers and two civilians were killed.", [("Three", "killed"), ("two", "killed")]),
    ("Two gunmen killed five soldiers.", [("Two", None), ("five", "killed")]),
    ("The number of dead rose to 77.", [("77", "killed")]),
    ("Les assaillants ont tué 12 civils et enlevé trois femmes.", [("12", "killed"), ("trois", "abducted")]),
    ("Quinze militaires ont été tués ou blessés.", [("Quinze", "casualties")]),
    ("Sept personnes sont mortes et 12 sont portées disparues.", [("Sept", "killed"), ("12", "missing")]),
    ("Al menos 12 personas murieron.", [("Al menos 12", "killed")]),
    ("« une centaine » de personnes tuées", [("une centaine", "killed")]),
    ("A soldier was killed.", [("A", "killed")]),
    ("12 soldiers of the 40 at the base were killed.", [("12", "killed")]),
    ("Not only were 12 soldiers killed but 3 wounded.", [("12", "killed"), ("3", "wounded")]),
    ("Bombs that were not seen killed 12 soldiers.", [("12", "killed")]),
    ("The kidnappers of 12 students were killed.", [("12", "abducted")]),
    ("12 men who escaped were killed.", [("12", "killed")]),
    ("12 soldats auraient été tués.", [("12", "killed")]),
    ("Même si 12 soldats ont été tués, ils ont gagné.", [("12", "killed")]),
    ("The toll could rise. 12 people died.", [("12", "killed")]),
    ("The toll could rise after 12 bodies were found.", [("12", "killed")]),
    ("There is no doubt that 12 people were killed.", [("12", "killed")]),
    ("12 soldiers, not 15, were killed.", [("12", "killed")]),
    ("A teacher died and two men escaped.", [("A", "killed"), ("two", None)]),
    ("No losses of life among the 12 passengers.", [("No", "casualties"), ("the 12", None)]),
    (
        "10 died in Gao, four in Kidal and one in Ber.",
        [("10", "killed"), ("four", "killed"), ("one", "killed")],
    ),
    ("Among the 45 killed were 12 women.", [("the 45", "killed"), ("12", "killed")]),
    ("The 12 men, mostly farmers, were shot dead.", [("The 12", "killed")]),
    ("Murieron tres soldados.", [("tres", "killed")]),
    ("Except for two guards, all were killed.", [("two", None)]),
    ("Apart from two guards, everyone was killed.", [("two", None)]),
    ("Save for two guards, everyone was killed.", [("two", None)]),
    ("Hormis deux soldats, tous ont été tués.", [("deux", None)]),
    ("À part deux soldats, tous ont été tués.", [("deux", None)]),
    ("All survived except for two who were killed.", [("two", "killed")]),
    ("All survived except two killed by a mine.", [("two", "killed")]),
    ("All 27 passengers but three were killed.", [("All 27", None)]),
    ("All but three of the 27 passengers were killed.", [("27", None)]),
    ("All 12 were killed but 3 bodies are missing.", [("All 12", "killed"), ("3", "killed")]),
    ("Except for two herders, the nine men were shot dead.", [("two", None), ("the nine", None)]),
    ("Tous les passagers sauf deux ont été tués, soit 19 personnes.", [("soit 19", None)]),
    ("12 people were killed, excluding two attackers.", [("12", "killed"), ("two", None)]),
    ("Seven people were killed, not including the two bombers.", [("Seven", "killed"), ("the two", None)]),
    ("Seven wounded people later died.", [("Seven", "killed")]),
    ("Six blessés sont morts à l'hôpital.", [("Six", "killed")]),
    ("Six prisonniers condamnés à mort.", [("Six", "captured")]),
    ("Les corps de deux otages ont été rendus.", [("deux", "killed")]),
    ("Two of the four wounded soldiers died.", [("Two", "killed"), ("four", "wounded")]),
    ("30 wounded, 12 died.", [("30", "wounded"), ("12", "killed")]),
    ("The junta pardoned 40 prisoners, among them 22 foreigners.", [("40", None), ("22", None)]),
    ("About 3,000 displaced people returned to their homes.", [("About 3,000", None)]),
    ("Les ravisseurs ont libéré 23 otages.", [("23", None)]),
    (
        "According to three hospital sources, two witnesses and a doctor, 23 people died.",
        [("two", None), ("23", "killed")],
    ),
    (
        "Selon deux médecins et trois témoins, huit civils ont été tués.",
        [("deux", None), ("trois", None), ("huit", "killed")],
    ),
    (
        "According to the army, 12 soldiers and two officers were killed.",
        [("12", "killed"), ("two", "killed")],
    ),
    ("Hundreds mourned the five journalists killed.", [("Hundreds", None), ("the five", "killed")]),
    ("Four police officers and as many civilians died.", [("Four", None)]),
    ("Thirteen of the 19 people on board were killed.", [("Thirteen", "killed"), ("19", None)]),
    ("Five of the 12 hostages were killed.", [("Five", "killed"), ("12", "abducted")]),
    ("Five of seven Marines killed in a gunbattle.", [("Five", "killed"), ("seven", None)]),
    ("12 of the 40 soldiers killed were officers.", [("40", "killed")]),
    ("Three of the four missing were found dead.", [("Three", "killed"), ("four", "missing")]),
    ("Two of the 14 students abducted in March from a school have been freed.", [("14", "abducted")]),
    ("One of the 12 soldiers was killed.", [("the 12", None)]),
    ("Trois des 12 passagers ont péri.", [("Trois", "killed"), ("12", None)]),
    (
        "Une dizaine de soldats et deux officiers ont été tués.",
        [("Une dizaine", "killed"), ("deux", "killed")],
    ),
    ("The rebels handed over 12 captured soldiers.", [("12", "captured")]),
    ("They killed over 15 people.", [("over 15", "killed")]),
    ("over a dozen were killed", [("over a dozen", "killed")]),
    ("The blast went off without causing any casualties.", [("without causing any", "casualties")]),
    ("Debris from three injured a woman.", [("three", None)]),
    ("Six soldiers were evacuated with shrapnel wounds.", [("Six", "wounded")]),
    ("There were 46 people on the bus, of whom 30 died.", [("46", None), ("30", "killed")]),
    ("12 people, of whom 3 were children, were killed.", [("12", "killed"), ("3", "killed")]),
    (
        "At least 70 dead, including 10 women and three infants, and 16 people seriously injured.",
        [("At least 70", "killed"), ("10", "killed"), ("three", "killed"), ("16", "wounded")],
    ),
    ("Soldiers, including two officers, were killed.", [("two", "killed")]),
    ("Le décès de trois blessés porte le bilan à 17.", [("trois", "killed"), ("17", "killed")]),
    ("Quatre jeunes arrêtés lundi par la milice ont été retrouvés morts.", [("Quatre", "killed")]),
    ("12 people missing after the flood were found alive.", [("12", None)]),
    ("Les 12 humanitaires portés disparus ont été retrouvés sains et saufs.", [("Les 12", None)]),
    ("Eight more soldiers were medically evacuated.", [("Eight more", None)]),
    ("Sept soldats blessés et évacués par hélicoptère.", [("Sept", "wounded")]),
    ("12,000 people were evacuated from the town.", [("12,000", "displaced")]),
    ("Three men who tried to flee were gunned down.", [("Three", None)]),
    ("The 33 dead, many of whom were under 18, were buried.", [("The 33", "killed"), ("many", "killed")]),
    ("Ils ont égorgé huit paysans et emporté 300 bœufs.", [("huit", "killed")]),
    ("Ses deux sœurs ont été tuées.", [("deux", "killed")]),
    ("Sans surprise, l'armée aurait perdu 12 hommes.", [("12", "killed")]),
    ("12 abducted by gunmen who were killed.", [("12", "abducted")]),
    ("30 injured after gunmen were killed.", [("30", "wounded")]),
    ("30 wounded as a commander was killed.", [("30", "wounded"), ("a", "killed")]),
    ("The attack took over 100 lives.", [("over 100", "killed")]),
    ("Most of the 45 people killed were women.", [("the 45", "killed")]),
    ("The quake left 30 wounded and 5,000 people evacuated.", [("30", "wounded"), ("5,000", "displaced")]),
    ("Les deux pilotes de l'hélicoptère abattu ont survécu.", [("Les deux", None)]),
    ("Deux soldats abattus.", [("Deux", "killed")]),
    ("On craint que 12 personnes n'aient été tuées.", [("12", "killed")]),
    ("In addition to two guards, 12 people were killed.", [("two", "killed"), ("12", "killed")]),
    ("12 morts, en plus de trois blessés.", [("12", "killed"), ("en plus de trois", "wounded")]),
    ("مقتل ٧٧ جنديا وإصابة 255 آخرين", [("٧٧", "killed"), ("255", "wounded")]),
]


@pytest.mark.parametrize(("text", "counts"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_counts_are_found_with_what_happened(text, counts):
    assert found(text) == counts


@pytest.mark.parametrize("text", [
    "On 17 September 2024 at 10:30 the 3rd battalion fired 122mm rockets at four villages 15 km away.",
    "The government has spent $12 million on 30 vehicles since 2012.",
    "Le 3e bataillon a perdu deux hélicoptères le 17 septembre.",
    "Luis Galan, 46, spoke to the 5th Brigade about resolution 2164.",
    "No casualties were reported.",
    "The death toll rose from 32 to 53.",
    "How many people died is not known.",
    "The governor denied that 40 people had died.",
    "Two people out of three fled the town.",
    "Some 200 families fled.",
    "12 soldiers were not killed.",
    "12 soldiers weren't killed.",
    "12 soldiers, officials say, were not killed.",
    "12 soldats, selon l'armée, n'ont pas été tués.",
    "12 soldados, según el ejército, no murieron.",
    "12 soldiers could have been killed.",
    "The blast could have killed 12 soldiers.",
    "The blast did not kill 12 soldiers.",
    "12 soldats n'ont pas été tués.",
    "12 soldats auraient pu être tués.",
    "Ils ont tenté de tuer 12 soldats.",
    "12 soldados no fueron asesinados.",
    "Intentaron matar a 12 soldados.",
    "12 soldiers were almost killed.",
    "The toll could rise above 100.",
    "12 soldiers narrowly escaped being killed.",
    "12 soldiers were about to be killed.",
    "12 soldiers will be killed.",
    "12 people would have died had it rained.",
    "If 12 soldiers were killed, he would resign.",
    "It is not true that 12 soldiers were killed.",
    "There is no evidence that 12 soldiers were killed.",
    "L'attaque aurait pu tuer 12 soldats.",
    "Ils sont venus pour tuer 12 soldats.",
    "About 140 people die each month.",
    "It is false that 12 teachers were killed.",
    "Il est faux que douze enseignants aient été tués.",
    "It is not true that no civilians died.",
    "Reports that 15 people had died were false.",
    "Initial reports of 15 dead proved false.",
    "Soldiers prevented the kidnapping of nine travellers.",
    "L'armée a déjoué l'enlèvement de 15 voyageurs.",
    "Le barrage a évité la mort de 15 civils.",
    "Had the bomb gone off, up to 200 worshippers might have been killed.",
    "If the bomb had gone off, 200 worshippers might have been killed.",
    "L'ONU craint que 400 000 personnes ne soient déplacées.",
    "L'ONU craint 400 000 déplacés d'ici décembre.",
    "Shelling killed two people in each of three villages.",
    "About half of the village's 900 inhabitants have fled.",
    "A third of the town's 9,000 people have been displaced.",
    "Nearly half of the 60 hostages have died in captivity.",
    "Six in ten residents have been displaced.",
    "Nine of every ten villagers fled.",
    "Une attaque qui aurait pu faire des dizaines de morts a été déjouée.",
    "15 000 personnes pourraient être déplacées si les combats gagnent la ville.",
    "Sans l'intervention des gendarmes, le kamikaze aurait fait 30 morts.",
    "Prisoners Nos. 7 and 8 were killed.",
    "Alphas 7 and 8 were killed.",
    "Zone 7 et 8 : tous ont fui.",
    "AT 0815 HE WENT TO THE SCHOOL. 3.",
    "",
])  # fmt: skip
def test_what_counts_no_people_is_left_out(text):
    assert found(text) == []


def test_there_were_none_is_a_zero():
    (mention,) = find_figures("There were no casualties.")
    assert mention.figure.bounds == (0, 0)


def test_parts_are_marked_and_take_the_outcome_of_their_whole():
    whole, part, other = find_figures("81 dead, including 15 children, and 30 wounded.")
    assert (whole.part, part.part, other.part) == (False, True, False)
    assert (part.outcome, part.who) == ("killed", "children")
    whole, part = find_figures("Le bilan s'élève à 53 morts, dont 49 soldats.")
    assert (part.part, part.outcome) == (True, "killed")


def test_increments_are_marked():
    more, total = find_figures("A further 10 bodies were found, bringing the death toll to 77.")
    assert (more.increment, total.increment) == (True, False)


def test_another_of_a_different_outcome_is_no_increment():
    _, wounded = find_figures("The attack killed 12 soldiers and wounded another 30.")
    assert (wounded.outcome, wounded.increment) == ("wounded", False)


def test_a_provisional_toll_is_a_floor():
    killed, wounded = find_figures("Le bilan provisoire est de 3 morts et 17 blessés.")
    assert (killed.figure.bounds, wounded.figure.bounds) == ((3, None), (17, None))


def test_a_mention_points_into_the_text():
    text = "Gunmen killed at least 25 Malian soldiers near Gao."
    (mention,) = find_figures(text)
    low, high = mention.span
    assert text[low:high] == "at least 25 Malian soldiers"
    assert mention.who == "Malian soldiers"
    assert mention.figure.words == mention.words == "at least 25"


def test_a_mention_lists_its_outcomes_as_measures_take_them():
    (mention,) = find_figures("About 100 people were killed or wounded.")
    assert mention.outcome == "casualties"
    assert mention.outcomes == ("killed", "wounded")
    (other,) = find_figures("20 fighters were killed or captured.")
    assert other.outcomes == ("killed", "captured")


def test_a_mention_cannot_be_changed():
    (mention,) = find_figures("12 killed")
    assert isinstance(mention, Mention)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        mention.outcome = "wounded"


def test_conventions_reach_mentions():
    (mention,) = find_figures("Dozens were killed.", convention=ACLED)
    assert (mention.figure.point, mention.figure.imputed) == (12, True)


def test_only_a_text_is_searched():
    with pytest.raises(WrongType, match="text"):
        find_figures(None)


REPORT = """\
Local reports indicated several soldiers had been killed or injured.
JNIM claimed it inflicted “heavy human and material losses” in a special operation.
Two days later a security source spoke of 77 dead and 255 wounded; a document named 81 victims.
In July 2024 a convoy was ambushed 15 km from the border, resulting in the deaths of around 50 fighters.
The insurgency led to thousands of deaths and the displacement of millions in 3 countries since 2012.
AT LEAST 10 SOLDIERS, INCLUDING TWO OFFICERS, WERE KILLED BY 122-MM ROCKETS AND ANOTHER 15 WOUNDED.
A further 10 bodies were found on 11 November 1989. There were no casualties among the 40 guards.
Le bilan provisoire est de 3 morts et 17 blessés, dont 6 graves.
Une centaine d'assaillants ont été neutralisés, selon l'armée.
Dos soldados murieron, cuatro resultaron heridos y un civil fue secuestrado.
"""


def test_the_counts_of_a_report_are_listed(golden):
    lines = []
    for line in REPORT.splitlines():
        lines.append(line)
        for mention in find_figures(line):
            marks = "".join(f", {mark}" for mark in ("part", "increment") if getattr(mention, mark))
            lines.append(
                f"    {mention.outcome}: {mention.words} ({mention.who}) {mention.figure.label}{marks}"
            )
    golden("wording/report", "\n".join(lines))


def test_a_numeral_that_ends_a_line_is_whole():
    # CPython 3.11.2, which Debian 12 has, loses what a possessive repeat gave back: there must be none
    found = find_figures("They killed 70 and wounded more than 200.\nThe army said so.")
    assert [mention.words for mention in found] == ["70", "more than 200"]

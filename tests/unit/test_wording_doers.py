"""Who acts, who speaks, who was spared: people beside a count who leave it as it is, or refuse it."""

from __future__ import annotations

import pytest

from claimtrack.errors import WordingError, WordingReason
from claimtrack.wording import figure, find_figures

READ = [
    ("More than 20 people were killed after a gunman walked into a church", (21, None)),
    ("12 people were killed when a suicide bomber detonated his vest near a mosque", (12, 12)),
    ("12 personnes ont été tuées lorsqu'un kamikaze s'est fait exploser", (12, 12)),
    ("12 soldats ont été tués après qu'un homme a ouvert le feu", (12, 12)),
    ("12 personnes ont été tuées, a indiqué un responsable local", (12, 12)),
    ("12 people were killed, said a spokesman for the army", (12, 12)),
    ("a gunman opened fire at a school and killed 12 people", (12, 12)),
    ("a man armed with a knife stabbed 12 people", (12, 12)),
    ("Un kamikaze s'est fait exploser, faisant 12 morts", (12, 12)),
    ("BAGHDAD, Iraq -- A military official in Iraq said seven marines have been killed", (7, 7)),
    ("In an attack carried out by a bomber, 10 soldiers were killed", (10, 10)),
    ("Selon les rescapés, au moins 30 personnes sont portées disparues", (30, None)),
    ("killed a family of four", (4, 4)),
    ("abducted a team of seven aid workers", (7, 7)),
    ("12 personnes ont été tuées, dont une famille de cinq personnes", (12, 12)),
    ("ont pu secourir dix autres personnes", (10, 10)),
    ("ten other people were rescued", (10, 10)),
    ("ten other people were killed", (10, 10)),
    ("another person had died", (1, 1)),
    ("an 11-man army team", (11, 11)),
    ("31 morts, dont 10 à Brickaville et 9 à Moramanga", (31, 31)),
    ("un autre est porté disparu", (1, 1)),
    ("26 naufragés", (26, 26)),
    ("13 rescuers were lowered by helicopter", (13, 13)),
    ("Il dépasse ce jeudi les 20 000 morts", (20001, None)),
    ("which pulled 149 of them to safety", (149, 149)),
    ("three men who escaped unhurt", (3, 3)),
    ("pulled 12 people out of the rubble", (12, 12)),
    ("12 soldiers killed over the weekend", (12, 12)),
    ("12 people were killed and several houses were burned", (12, 12)),
    ("Thirteen of those who died", (13, 13)),
    ("parmi eux 12 enfants", (12, 12)),
    ("dont 12 grièvement", (12, 12)),
    ("a woman, 34, was killed", (1, 1)),
    ("a 30-year-old villager was shot in the head", (1, 1)),
    ("Dix corps ont par ailleurs été retrouvés", (10, 10)),
    ("selon un premier bilan, 12 personnes ont été tuées", (12, None)),
    ("selon le dernier bilan, 12 personnes ont été tuées", (12, 12)),
    ("12 personnes, a-t-il ajouté", (12, 12)),
    ("avec à son bord 272 voyageurs", (272, 272)),
    ("inflicted unusually heavy casualties", (1, None)),
    ("some were killed", (2, None)),
    ("certains ont été tués", (2, None)),
    ("did not cause any casualties", (0, 0)),
    ("France 24 fait état de 40 morts", (40, 40)),
    ("le corps d’un homme tué par balle", (1, 1)),
    ("de nombreux décès ne sont pas enregistrés", (2, None)),
    ("l'attaque s'est soldée par 12 morts", (12, 12)),
    ("among the dead were 12 children", (12, 12)),
    ("12 personnes ont en outre été blessées", (12, 12)),
    ("An air strike on a school sheltering displaced people killed at least 12 people", (12, None)),
    ("« Nous avons enterré 12 personnes », a déclaré à l'AFP un habitant", (12, 12)),
    ("une source policière évoque 12 morts", (12, 12)),
    ("12 presumed jihadists were arrested", (12, 12)),
    ("12 people aged between 18 and 30", (12, 12)),
    ("Médecins sans frontières a soigné 12 blessés", (12, 12)),
    ("killing at least a dozen Iraqi police officers and national guardsmen", (12, None)),
    ("12 enquêteurs", (12, 12)),
    ("Le préfet a annoncé la mort de 12 personnes", (12, 12)),
    ("12 people were killed, two officials said", (12, 12)),
    ("12 soldats ont été tués, selon deux sources sécuritaires", (12, 12)),
    ("selon deux témoins, 12 personnes ont été tuées", (12, 12)),
    ("12 personnes ont été tuées, ont indiqué deux responsables", (12, 12)),
    ("1.5 million people had been displaced, 60% of them children", (1_500_000, 1_500_000)),
    ("UN mission of 5,000 troops", (5000, 5000)),
]

REFUSED = [
    ("two gunmen killed three soldiers", WordingReason.several_figures),
    ("a woman and two children were killed", WordingReason.several_figures),
    ("12 rebels killed, a soldier wounded", WordingReason.several_figures),
    ("a rebel and a soldier killed 12", WordingReason.several_figures),
    ("among the dead were 12 children and 3 women", WordingReason.several_figures),
    ("12 people were killed and two officials wounded", WordingReason.several_figures),
    ("12 people were killed, 60% of the population fled", WordingReason.percentage),
    ("killing himself and 12 people", WordingReason.several_figures),
    ("12 autres morts", WordingReason.increment),
    ("another 15 bodies", WordingReason.increment),
    ("la mort de trois soldats et d'un Togolais", WordingReason.several_figures),
    ("la mort d'au 20 personnes", WordingReason.leftover),
    ("le précédent bilan était de 12 morts, dément", WordingReason.denial),
    ("12 people out of a total of 40", WordingReason.percentage),
    ("12 people were unhurt, 3 died", WordingReason.several_figures),
    ("des familles s'ajoutent aux 12 morts", WordingReason.leftover),
    ("the family of a man killed by police", WordingReason.unread),
    ("le chef d'un groupe de 12 hommes a été tué", WordingReason.leftover),
    ("12 people did not die", WordingReason.denial),
    ("a child of three months", WordingReason.not_a_count),
]


@pytest.mark.parametrize(("words", "bounds"), READ, ids=[row[0] for row in READ])
def test_who_acts_speaks_or_was_spared_leaves_the_count_as_it_is(words, bounds):
    assert figure(words).bounds == bounds


@pytest.mark.parametrize(("words", "reason"), REFUSED, ids=[row[0] for row in REFUSED])
def test_whoever_else_was_harmed_or_counted_refuses_the_wording(words, reason):
    with pytest.raises(WordingError) as caught:
        figure(words)
    assert caught.value.reason is reason


def test_the_bomber_of_an_attack_is_not_among_the_killed():
    found = find_figures("In an attack carried out by a bomber, 10 soldiers were killed.")
    assert [(mention.words, mention.outcome) for mention in found] == [("10", "killed")]


def test_a_long_text_is_folded_as_a_short_one_is():
    short = "Au moins 12 personnes ont été blessées à l'école."
    long = " ".join([short, "Le marché était fermé, la rue déserte." * 9])
    assert [(m.figure.bounds, m.outcome, m.span) for m in find_figures(long)] == [
        (m.figure.bounds, m.outcome, m.span) for m in find_figures(short)
    ]

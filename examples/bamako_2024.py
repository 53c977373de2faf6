"""Bamako, 17 September 2024: one attack as every side told it.

The first part is the news report of the day after; the second, the figures that followed.
Wording in quotation marks is as reported; see examples/data/bamako_2024.jsonl for every claim and its url.
"""

from functools import partial

import claimtrack as ct

# Who fights whom, and what happened

mali = ct.Party("Malian armed forces")
jnim = ct.Party("JNIM", opposes=[mali])
attack = ct.Event(
    "Attack on Bamako", occurred="2024-09-17", place="Faladié and Senou, Bamako", parties=[mali, jnim]
)

# What is at issue

killed, hurt, wounded = ct.killed(of=mali), ct.casualties(of=mali), ct.wounded(of=mali)
who = ct.Attribution("Responsibility for the attack", regard="credit")
neutralised = ct.Proposition("The attackers were neutralised", serves=mali)
burned = ct.Proposition("A military aircraft was set on fire", serves=jnim, harms=mali)
gunfire = ct.Proposition("Heavy gunfire was heard")
smoke = ct.Proposition("Smoke rose from the airport")
closed = ct.Proposition("The airport was closed", occurred="2024-09-17")
reopened = ct.Proposition("Normal life was restored")

# Who speaks, and who carries it

report = ct.Source("One Africa News Today", kind="media")
army = ct.Source("Malian general staff", kind="military", party=mali)
government = ct.Source("Malian government", kind="government", party=mali)
zallaqa = ct.Source("JNIM (Az-Zallaqa)", kind="belligerent", party=jnim, reliability="D")
local = ct.Source("Local reports", kind="media")
witnesses = ct.Source("Witnesses", kind="witness", anonymous=True, known_to=report, collective=True)

video = ct.Evidence(  # the report describes it and gives no address; this one is a stand-in
    "https://example.org/az-zallaqa/aircraft",
    kind="video",
    captured="2024-09-17",
    shows="fighters setting fire to a military aircraft",
)

ledger = ct.Ledger()
that_day = partial(ct.Claim, attack, stated="2024-09-17", via=[report])

ledger.record(
    that_day(zallaqa, who, ct.affirms(jnim)),
    that_day(army, neutralised, ct.affirms(), words="neutralised"),
    that_day(army, hurt, "some losses, including trainees"),
    that_day(government, killed, ct.declined("no_number")),
    that_day(local, hurt, "several soldiers had been killed or injured"),
    that_day(zallaqa, hurt, "heavy human and material losses"),
    that_day(zallaqa, burned, ct.affirms(), based_on=[video]),
    that_day(witnesses, gunfire, ct.affirms(), first_hand=True),
    that_day(witnesses, smoke, ct.affirms(), first_hand=True),
    ct.Claim(attack, report, closed, ct.affirms(), stated="2024-09-17"),
    ct.Claim(attack, report, reopened, ct.affirms(), stated="2024-09-17"),
)

# In the days after, the figures

afp = ct.Source("AFP", kind="agency", reliability="B")
rfi = ct.Source("RFI", kind="media")
reuters = ct.Source("Reuters", kind="agency", reliability="B")
pressafrik, retold = ct.Source("PressAfrik", kind="media"), ct.Source("US Africa Online", kind="media")
security = ct.Source("A security source", kind="security", anonymous=True, known_to=afp)
document = ct.Source("A confidential document", kind="document", on_record=False)
several = ct.Source(
    "Security and civilian sources", kind="security", anonymous=True, known_to=rfi, collective=True
)
others = ct.Source("Diplomatic and security sources", kind="diplomat", anonymous=True, known_to=reuters)
diplomats = ct.Source("Two diplomats", kind="diplomat", anonymous=True, known_to=reuters, collective=True)

whose = "whose people they were is not said"
(thirty,) = ledger.record(
    ct.Claim(attack, several, killed, "au moins une trentaine", lang="fr", stated="2024-09-18", via=[rfi])
)
lives, seventy, toll, hundred, named, seventies, about, hurt_rfi, hurt_afp, garbled = ledger.record(
    ct.Claim(attack, army, killed, "quelques pertes en vies humaines", stated="2024-09-17", via=[pressafrik]),
    ct.Claim(attack, several, killed, "plus de 70 morts", stated="2024-09-19", via=[rfi], revises=[thirty]),
    ct.Claim(attack, security, killed, "77 morts", stated="2024-09-19", via=[afp], imputed=whose),
    ct.Claim(attack, document, killed, "une centaine de morts", stated="2024-09-19", via=[afp]),
    ct.Claim(attack, document, killed, "81 victimes", stated="2024-09-19", via=[afp], observed="named_list"),
    ct.Claim(attack, diplomats, killed, "in the 70s", stated="2024-09-19", via=[reuters], hedged="believed"),
    ct.Claim(attack, others, killed, "about 70 people", stated="2024-09-19", via=[reuters], imputed=whose),
    ct.Claim(attack, several, wounded, "plus de 200 blessés", stated="2024-09-19", via=[rfi]),
    ct.Claim(attack, security, wounded, "255 blessés", stated="2024-09-19", via=[afp], imputed=whose),
    ct.Claim(attack, document, wounded, "81 victims wounded", stated="2024-09-20", via=[retold]),
)
ledger.assess(garbled, "misreported", by="A. Analyst", decided="2024-09-21",
              because="the document names 81 dead; the retelling made them wounded")  # fmt: skip

for table in ct.status_table, ct.matrix_table, ct.figures_table:
    print(table(ledger), end="\n\n")
for question in killed, wounded:
    print(ct.reconcile(ledger, question).explain(), end="\n\n")

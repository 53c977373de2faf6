"""Bamako, 17 September 2024: one attack as every side told it.

The first part is the news report of the day after; the second, the figures that followed.
Wording in quotation marks is as reported; see examples/data/bamako_2024.jsonl for every claim and its url.
"""

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

video = ct.Evidence(
    "https://example.org/az-zallaqa/aircraft",
    kind="video",
    captured="2024-09-17",
    shows="fighters setting fire to a military aircraft",
)

ledger = ct.Ledger()
day, told = "2024-09-17", {"via": [report]}

ledger.record(
    ct.Claim(attack, zallaqa, who, ct.affirms(jnim), stated=day, **told),
    ct.Claim(attack, army, neutralised, ct.affirms(), words="neutralised", stated=day, **told),
    ct.Claim(attack, army, hurt, "some losses, including trainees", stated=day, **told),
    ct.Claim(attack, government, killed, ct.declined("no_number"), stated=day, **told),
    ct.Claim(attack, local, hurt, "several soldiers had been killed or injured", stated=day, **told),
    ct.Claim(attack, zallaqa, hurt, "heavy human and material losses", stated=day, **told),
    ct.Claim(attack, zallaqa, burned, ct.affirms(), based_on=[video], stated=day, **told),
    ct.Claim(attack, witnesses, gunfire, ct.affirms(), first_hand=True, stated=day, **told),
    ct.Claim(attack, witnesses, smoke, ct.affirms(), first_hand=True, stated=day, **told),
    ct.Claim(attack, report, closed, ct.affirms(), stated=day),
    ct.Claim(attack, report, reopened, ct.affirms(), stated=day),
)

# Two days later, the figures

afp = ct.Source("AFP", kind="agency", reliability="B")
rfi = ct.Source("RFI", kind="media")
reuters = ct.Source("Reuters", kind="agency", reliability="B")
security = ct.Source("A security source", kind="security", anonymous=True, known_to=afp)
document = ct.Source("A confidential official document", kind="document", on_record=False)
several = ct.Source(
    "Security and civilian sources", kind="security", anonymous=True, known_to=rfi, collective=True
)
diplomats = ct.Source("Two diplomats", kind="diplomat", anonymous=True, known_to=reuters, collective=True)
pressafrik, retold = ct.Source("PressAfrik", kind="media"), ct.Source("US Africa Online", kind="media")

whose = "whose dead is not said; coded as Malian forces"
lives, thirty, seventy, toll, hundred, named, seventies, hurt_rfi, hurt_afp, garbled = ledger.record(
    ct.Claim(
        attack, army, killed, "quelques pertes en vies humaines", lang="fr", via=[pressafrik], stated=day
    ),
    ct.Claim(attack, several, killed, "au moins une trentaine", lang="fr", via=[rfi], stated="2024-09-18"),
    ct.Claim(attack, several, killed, "plus de 70 morts", lang="fr", via=[rfi], stated="2024-09-19"),
    ct.Claim(attack, security, killed, "77 morts", lang="fr", via=[afp], stated="2024-09-19", imputed=whose),
    ct.Claim(attack, document, killed, "une centaine de morts", lang="fr", via=[afp], stated="2024-09-19"),
    ct.Claim(attack, document, killed, "81 victims", observed="named_list", via=[afp], stated="2024-09-19"),
    ct.Claim(attack, diplomats, killed, "in the 70s", hedged="believed", via=[reuters], stated="2024-09-19"),
    ct.Claim(attack, several, wounded, "plus de 200 blessés", lang="fr", via=[rfi], stated="2024-09-19"),
    ct.Claim(attack, security, wounded, "255 blessés", lang="fr", via=[afp], stated="2024-09-19"),
    ct.Claim(attack, document, wounded, "81 victims wounded", via=[retold], stated="2024-09-20"),
)

ledger.assess(
    garbled,
    "misreported",
    by="A. Analyst",
    decided="2024-09-21",
    because="the document names 81 dead; the retelling made them wounded",
)

print(ct.status_table(ledger))
print(ct.matrix_table(ledger))
print(ct.figures_table(ledger))
for question in killed, wounded:
    print(ct.reconcile(ledger, question).explain())
    print()

"""Four attacks in the Sahel, as their tolls grew and competed.

Wording and dates as in the press of those days; every figure is as reported, none is ours.
"""

import claimtrack as ct

mali = ct.Party("Malian armed forces")
wagner = ct.Party("Wagner", allied=[mali])
jnim = ct.Party("JNIM", opposes=[mali, wagner])
csp = ct.Party("CSP-DPA", opposes=[mali, wagner])

army = ct.Source("Malian army", "military", party=mali)
zallaqa = ct.Source("JNIM (Az-Zallaqa)", "belligerent", party=jnim, reliability="D")
separatists = ct.Source("CSP-DPA", "belligerent", party=csp)
afp, rfi, reuters = (ct.Source(name, "agency") for name in ("AFP", "RFI", "Reuters"))
wikipedia = ct.Source("Wikipedia (en)", "reference")


def unnamed(name: str, kind: str, carrier: ct.Source) -> ct.Source:
    """A source that only its carrier knows."""
    return ct.Source(name, ct.SourceKind(kind), anonymous=True, known_to=carrier, collective=True)


# Inata, Burkina Faso, 14 November 2021: one government, three tolls in four days

inata = ct.Event("Attack on Inata", occurred="2021-11-14", place="Soum, Burkina Faso")
government = ct.Source("Government of Burkina Faso", "government")
people = ct.killed()

# Dioura, Mali, 17 March 2019: many tolls on one day, all too low

dioura = ct.Event("Attack on Dioura", occurred="2019-03-17", place="Tenenkou, Mali", parties=[mali])
soldiers = ct.killed(of=mali)
bamada = ct.Source("Bamada", "media")
ofrfi = unnamed("Contradictory figures", "other", rfi)
soldier = ct.Source("A soldier who saw it", "witness", anonymous=True, known_to=afp)
civilians, security = (
    unnamed("Civilians in Dioura", "witness", afp),
    unnamed("Security sources", "security", afp),
)
elected = unnamed("An elected official and a military source", "official", afp)
military, locals_ = (
    unnamed("Military sources", "military", bamada),
    unnamed("Local sources", "witness", bamada),
)

# Tinzaouaten, Mali, late July 2024: two enemies of Wagner count its dead

tinzaouaten = ct.Event(
    "Battle of Tinzaouaten", occurred="2024-07-25", place="Kidal, Mali", parties=[wagner, csp, jnim]
)
fighters, hurt = ct.killed(of=wagner), ct.casualties(of=wagner)
initiative = ct.Source("African Initiative", "media", aligned_with=wagner)
atlas = ct.Source("Atlas News", "media")

# Bamako, 17 September 2024: a security source and a leaked document

bamako = ct.Event("Attack on Bamako", occurred="2024-09-17", place="Bamako", parties=[mali, jnim])
source = ct.Source("A security source", "security", anonymous=True, known_to=afp)
document = ct.Source("A confidential official document", "document", on_record=False)
diplomats = unnamed("Two diplomats", "diplomat", reuters)
many = unnamed("Security and civilian sources", "security", rfi)

ledger = ct.Ledger()
sunday = "2019-03-17"
ledger.record(
    ct.Claim(inata, government, people, "at least 20", stated="2021-11-14"),
    ct.Claim(inata, government, people, ct.at_least(32, words="au total 32"), stated="2021-11-15"),
    ct.Claim(inata, government, people, ct.exactly(53, words="49 gendarmes et 4 civils"),
             stated="2021-11-17"),
    ct.Claim(dioura, ofrfi, soldiers, "entre 8 et 20 morts", lang="fr", via=[rfi], stated=sunday),
    ct.Claim(dioura, soldier, soldiers, ct.at_least(4, words="j'ai vu au moins quatre corps"),
             observed="bodies",
             first_hand=True, via=[afp], stated=sunday),
    ct.Claim(dioura, civilians, soldiers, "au moins 15 morts", lang="fr", via=[afp], stated=sunday),
    ct.Claim(dioura, security, soldiers, ct.at_least(16, words="au moins seize militaires"), via=[afp],
             stated=sunday),
    ct.Claim(dioura, military, soldiers, "16 tués", lang="fr", via=[bamada], stated=sunday),
    ct.Claim(dioura, locals_, soldiers, "17 militaires morts", lang="fr", via=[bamada], stated=sunday),
    ct.Claim(dioura, elected, soldiers, ct.exactly(21, words="21 corps"), observed="bodies", via=[afp],
             stated=sunday),
    ct.Claim(dioura, army, soldiers, ct.at_least(23, words="23 soldats tués, bilan provisoire"),
             stated="2019-03-18"),
    ct.Claim(tinzaouaten, zallaqa, fighters, "50 killed", via=[wikipedia], stated="2024-07-28"),
    ct.Claim(tinzaouaten, separatists, fighters, "84 morts", lang="fr", via=[afp], stated="2024-08-01"),
    ct.Claim(tinzaouaten, initiative, fighters, "at least 25 deaths", via=[wikipedia], stated="2024"),
    ct.Claim(tinzaouaten, atlas, hurt, "around 80 casualties", stated="2024-07-29"),
    ct.Claim(bamako, many, soldiers, "plus de 70 morts", lang="fr", via=[rfi], stated="2024-09-19"),
    ct.Claim(bamako, source, soldiers, "77 morts", lang="fr", via=[afp], stated="2024-09-19",
             imputed="whose dead is not said; coded as Malian forces"),
    ct.Claim(bamako, document, soldiers, "une centaine de morts", lang="fr", via=[afp], stated="2024-09-19"),
    ct.Claim(bamako, document, soldiers, ct.exactly(81, words="cite nommément 81 victimes"),
             observed="named_list",
             via=[afp], stated="2024-09-19"),
    ct.Claim(bamako, diplomats, soldiers, "in the 70s", hedged="believed", via=[reuters],
             stated="2024-09-19"),
)  # fmt: skip

# What can be published of each

tolls = [
    ct.reconcile(ledger, people, inata),
    ct.reconcile(ledger, soldiers, dioura),
    ct.reconcile(ledger, fighters, tinzaouaten),
    ct.reconcile(ledger, soldiers, bamako),
]
for toll in tolls:
    print(toll)
    print()

print(tolls[1].explain())
print()

# The same claims under every policy

print(ct.compare_policies(ledger, soldiers, bamako))
print()

# Both tolls of the Malian forces together: what is open stays open

print(ct.total([tolls[1], tolls[3]]).explain())

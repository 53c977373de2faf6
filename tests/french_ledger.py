"""A ledger whose sources and analysts all speak French: what is English in its output comes from us."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import claimtrack as ct

DEBUT = datetime(2024, 9, 17, 18, tzinfo=UTC)

mali = ct.Party("Forces armées maliennes")
jnim = ct.Party("JNIM", opposes=[mali])
attaque = ct.Event("Attaque de Bamako", occurred="2024-09-17", parties=[mali, jnim])
tues, blesses, touches = ct.killed(of=mali), ct.wounded(of=mali), ct.casualties(of=mali)
ennemis = ct.killed(of=jnim)
auteur = ct.Attribution("Responsabilité de l’attaque", regard="credit")
feu = ct.Proposition("Un avion a brûlé", serves=jnim, harms=mali)

afp, rfi = ct.Source("AFP", "agency", reliability="B"), ct.Source("RFI", "media")
etat_major = ct.Source("État-major", "military", party=mali)
zallaqa = ct.Source("Az-Zallaqa", "belligerent", party=jnim, reliability="D")
securite = ct.Source("Une source sécuritaire", "security", anonymous=True, known_to=afp)
temoins = ct.Source("Des témoins", "witness", anonymous=True, known_to=rfi, collective=True)
document = ct.Source("Un document confidentiel", "document", on_record=False)
hopital = ct.Source("Hôpital du Mali", "medical")
encyclopedie = ct.Source("Encyclopédie", "reference")
officier = ct.Source("Un officier", "military", aligned_with=mali)
video = ct.Evidence(
    "https://example.org/v", kind="video", captured="2024-09-17", shows="avion en feu", by="A. Analyste"
)


def claims() -> list[ct.Claim]:
    jour, apres = "2024-09-17", "2024-09-19"
    trente = ct.Claim(attaque, temoins, tues, "au moins 30 morts", stated="2024-09-18", via=[rfi])
    plus = ct.Claim(attaque, temoins, tues, "plus de 70 morts", stated=apres, via=[rfi], revises=[trente])
    bilan = ct.Claim(
        attaque, securite, tues, "77 morts", stated=apres, via=[afp], imputed="le camp n’est pas dit"
    )
    return [
        ct.Claim(attaque, etat_major, tues, "quelques pertes en vies humaines", stated=jour),
        ct.Claim(attaque, officier, tues, "une dizaine de morts", stated=jour, hedged=True),
        trente,
        plus,
        bilan,
        ct.Claim(attaque, document, tues, "une centaine de morts", stated=apres, via=[afp]),
        ct.Claim(attaque, document, tues, "81 morts", observed="named_list", stated=apres, via=[afp]),
        ct.Claim(attaque, encyclopedie, tues, "77 morts", based_on=[bilan]),
        ct.Claim(attaque, zallaqa, tues, "des centaines de morts", stated=jour, via=[afp]),
        ct.Claim(attaque, zallaqa, tues, "une centaine de morts", stated=jour, via=[rfi]),
        ct.Claim(attaque, hopital, tues, "70 morts", stated=apres, first_hand=True),
        ct.Claim(attaque, etat_major, blesses, ct.declined("no_number"), stated=jour, via=[afp]),
        ct.Claim(attaque, securite, blesses, "255 blessés", stated=apres, via=[afp]),
        ct.Claim(attaque, rfi, blesses, "2 blessés", stated=jour),
        ct.Claim(attaque, hopital, blesses, "255 blessés", stated=apres, first_hand=True),
        ct.Claim(attaque, zallaqa, touches, ct.unread("pertes énormes"), stated=jour),
        ct.Claim(attaque, rfi, touches, "100 morts ou blessés", stated=apres),
        ct.Claim(attaque, etat_major, ennemis, "au moins 50 morts", stated=jour),
        ct.Claim(attaque, zallaqa, ennemis, "10 morts", stated=jour),
        ct.Claim(attaque, zallaqa, auteur, ct.affirms(jnim), stated=jour),
        ct.Claim(attaque, etat_major, auteur, ct.denies(mali), stated=jour),
        ct.Claim(attaque, etat_major, feu, ct.denies(), stated="2024-09-18"),
        ct.Claim(attaque, zallaqa, feu, ct.affirms(), stated=jour, based_on=[video], first_hand=True),
        ct.Claim(attaque, rfi, feu, ct.affirms(), stated=jour),
    ]


def build() -> ct.Ledger:
    """The ledger, with a clock that ticks once a record."""
    ticks = count()
    ledger = ct.Ledger(clock=lambda: DEBUT + timedelta(minutes=next(ticks)))
    ledger.record(*claims())
    burning = next(one for one in ledger.claims(question=feu) if one.source.id == zallaqa.id)
    ledger.assess(
        burning, "confirmed", by="A. Analyste", decided="2024-09-20", because="géolocalisé", evidence=[video]
    )
    ledger.assess(burning, "unverifiable", by="B. Analyste", decided="2024-09-19", because="image floue")
    hundreds = next(one for one in ledger.claims(question=tues) if one.words == "une centaine de morts")
    ledger.assess(hundreds, "misreported", by="A. Analyste", decided="2024-09-21", because="mal repris")
    toll = next(one for one in ledger.claims(question=blesses) if one.words == "2 blessés")
    ledger.retract(toll, by=rfi, stated="2024-09-19", because="erreur de transcription")
    ledger.relate(afp, rfi, "independent", because="sources primaires différentes")
    return ledger

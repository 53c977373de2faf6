"""A small ledger with one of everything that a table, a plot or a page has to show."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import claimtrack as ct

STARTED = datetime(2024, 9, 17, 18, tzinfo=UTC)

mali = ct.Party("Malian armed forces")
jnim = ct.Party("JNIM", opposes=[mali])
attack = ct.Event("Attack on Bamako", occurred="2024-09-17", place="Bamako", parties=[mali, jnim])
ambush = ct.Event("Ambush near Tinzaouaten", occurred="2024-07", parties=[mali])
killed, wounded, hurt = ct.killed(of=mali), ct.wounded(of=mali), ct.casualties(of=mali)
civilians = ct.killed(among="civilians")
who = ct.Attribution("Responsibility for the attack", regard="credit")
burned = ct.Proposition("An aircraft was set on fire", serves=jnim)

afp = ct.Source("AFP", "agency", reliability="B")
rfi = ct.Source("RFI", "media")
wiki = ct.Source("Wikipedia (en)", "reference")
army = ct.Source("Malian general staff", "military", party=mali)
zallaqa = ct.Source("Az-Zallaqa", "belligerent", party=jnim, reliability="D")
security = ct.Source("A security source", "security", anonymous=True, known_to=afp)
people = ct.Source("Security and civilian sources", "security", anonymous=True, known_to=rfi, collective=True)
document = ct.Source("A confidential document", "document", on_record=False)

video = ct.Evidence(
    "https://example.org/video",
    kind="video",
    captured="2024-09-17",
    archived="https://archive.example.org/video",
    sha256="ab" * 32,
    authenticity="OriginalMediaContent",
    by="A. Analyst",
    shows="fighters at the airport",
)
page = ct.Evidence("javascript:alert(1)", kind="webpage")


def claims() -> list[ct.Claim]:
    day, later = "2024-09-17", "2024-09-19"
    early = ct.Claim(
        attack, people, killed, ct.at_least(30, words="au moins 30"), stated="2024-09-18", via=[rfi]
    )
    seventy = ct.Claim(
        attack, people, killed, ct.at_least(71, words="plus de 70"), lang="fr", stated=later, via=[rfi],
        revises=[early],
    )  # fmt: skip
    toll = ct.Claim(
        attack, security, killed, ct.exactly(77, words="77 morts"), lang="fr", stated=later, via=[afp],
        imputed="whose dead is not said", url="https://example.org/77",
    )  # fmt: skip
    named = ct.exactly(81, words="81 names")
    return [
        ct.Claim(attack, army, killed, ct.unquantified("some lives lost"), stated=day),
        early,
        seventy,
        toll,
        ct.Claim(attack, document, killed, ct.about(100, words="about a hundred"), stated=later, via=[afp]),
        ct.Claim(attack, document, killed, named, observed="named_list", stated=later, via=[afp]),
        ct.Claim(attack, wiki, killed, ct.exactly(77, words="77 killed"), based_on=[toll]),
        ct.Claim(attack, army, wounded, ct.declined("no_number"), stated=day, via=[afp]),
        ct.Claim(attack, security, wounded, ct.exactly(1255), stated=later, via=[afp], hedged="believed"),
        ct.Claim(attack, zallaqa, hurt, ct.unread("pertes énormes"), stated=day),
        ct.Claim(attack, rfi, civilians, ct.exactly(0, words="no civilian casualties"), stated="2024-09-18"),
        ct.Claim(attack, zallaqa, who, ct.affirms(jnim), stated=day),
        ct.Claim(attack, army, burned, ct.denies(), stated="2024-09-18"),
        ct.Claim(attack, zallaqa, burned, ct.affirms(), stated=day, based_on=[video], first_hand=True),
        ct.Claim(ambush, rfi, killed, ct.between(20, 40, words="20 à 40"), stated="2024-07"),
        ct.Claim(ambush, zallaqa, civilians, ct.unread("nobody knows")),
    ]


def build(records: list[ct.Claim] | None = None) -> ct.Ledger:
    """The ledger, with a clock that ticks once a record."""
    ticks = count()
    ledger = ct.Ledger(clock=lambda: STARTED + timedelta(minutes=next(ticks)))
    ledger.record(*(claims() if records is None else records))
    ledger.record(page)
    toll = next(claim for claim in ledger.claims() if claim.words == "77 killed")
    ledger.retract(toll, by=wiki, stated="2024-10-01", because="the page was corrected")
    fire = next(claim for claim in ledger.claims(question=burned) if claim.source.id == zallaqa.id)
    ledger.assess(
        fire, "confirmed", by="A. Analyst", decided="2024-09-20", because="geolocated to the apron",
        evidence=[video], credibility=2,
    )  # fmt: skip
    ledger.relate(afp, rfi, "independent", because="different primary sources")
    return ledger

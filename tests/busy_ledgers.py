"""Ledgers in which much happens: what golden texts of statuses and of reconciliation are told of."""

from small_world import (
    AFP,
    ARMY,
    COURT,
    FIRE,
    HOSPITAL,
    JNIM,
    LATE,
    MALI,
    MAYOR,
    RADIO,
    REUTERS,
    RFI,
    SECURITY,
    VIDEO,
    WHO,
    WIKIPEDIA,
    ZALLAQA,
    independent,
    ledger_of,
    says,
)

import claimtrack as ct

MINISTRY = ct.Source("Ministry", "government", party=MALI)
OFFICER = ct.Source("The officer", "military", anonymous=True, known_to=RFI)
INSIDER = ct.Source("Insider", "official", anonymous=True, known_to=REUTERS)
DIGEST = ct.Source("Digest", "aggregator")


def judged(claim, verdict="none", by="Ann", decided="2024-09-25", **more):
    return ct.Assessment(claim, verdict, by=by, decided=decided, because=f"{by} looked", **more)


def tolls():
    """Counts of the dead: relays, renderings, later counts, a leak, and who is independent of whom."""
    wire = says(SECURITY, 77, "2024-09-18", via=[AFP])
    relay = says(RADIO, 77, "2024-09-19", based_on=[wire])
    wrong = says(DIGEST, 87, None, based_on=[wire])
    return ledger_of(
        wire, relay, wrong,
        says(SECURITY, 71, "2024-09-18", via=[AFP, RFI]), says(OFFICER, ct.at_least(70), "2024-09-19"),
        says(INSIDER, ct.at_least(60), "2024-09-19"), says(COURT, 81, "2024-09-19", observed="named_list"),
        says(HOSPITAL, 12, first_hand=True), says(MAYOR, ct.at_least(10), first_hand=True),
        says(ARMY, ct.at_least(5)), says(MINISTRY, 7, "2024-09-18"), says(ZALLAQA, 300, "2024-09-19"),
        says(ZALLAQA, "heavy losses", via=[REUTERS]), says(WIKIPEDIA, ct.between(77, 81), None),
        says(RFI, ct.unread("we mourn")),
        says(ct.Source("Spokesman", "government", party=MALI), ct.declined("refused")),
        says(ct.Source("Le Monde", "media"), "no one was killed"),
        says(ct.Source("Gazette", "media"), ct.at_least(77), "2024-09-18"),
        independent(AFP, RFI), independent(RFI, REUTERS), independent(COURT, AFP),
        independent(COURT, REUTERS),
    )  # fmt: skip


def replaced():
    """Sources that take back, correct and repeat themselves."""
    first, second = says(ARMY, 20), says(ARMY, 32, "2024-09-18")
    third = says(ARMY, ct.at_least(30), "2024-09-19")
    corrected = says(MAYOR, 40, "2024-09-18")
    correction = says(MAYOR, 14, "2024-09-18", revises=[corrected], note="a slip")
    undated = says(MAYOR, 15, None, revises=[correction])
    hoax = says(SECURITY, 99, via=[AFP])
    onward = says(RADIO, 99, "2024-09-18", based_on=[hoax])
    further = says(DIGEST, 99, None, based_on=[onward])
    again = says(SECURITY, 99, "2024-09-18", via=[AFP, RFI])
    copied = says(SECURITY, 99, via=[AFP, RADIO])
    silence = says(SECURITY, ct.declined("refused"), via=[AFP, RFI])
    counted = says(HOSPITAL, 3, "2024-09-16")
    half = says(WIKIPEDIA, ct.between(20, 99), None, based_on=[hoax, second])
    stale = says(RFI, 20, "2024-09-18", based_on=[first])
    return ledger_of(
        first, second, third, corrected, correction, undated, hoax, onward, further, again, copied, half,
        stale,
        ct.Retraction(hoax, by=AFP, stated="2024-09-20", because="misheard"),
        ct.Retraction(hoax, by=SECURITY, stated="2024-09-19", because="never said"),
        silence, counted, ct.Retraction(counted, by=HOSPITAL, because="counted twice"),
    )  # fmt: skip


def stances():
    """Whether an aircraft burned, and who did it all."""
    yes = says(ZALLAQA, ct.affirms(), question=FIRE, based_on=[VIDEO])
    mine = says(ZALLAQA, ct.affirms(JNIM), question=WHO)
    blamed = says(ARMY, ct.affirms(JNIM), question=WHO)
    return ledger_of(
        yes, says(ARMY, ct.denies(), question=FIRE), says(MINISTRY, ct.denies(), "2024-09-18", question=FIRE),
        says(RADIO, ct.affirms(), question=FIRE, based_on=[yes]), says(MAYOR, ct.affirms(), question=FIRE),
        says(ARMY, ct.affirms(), "2024-09-19", question=FIRE),
        says(RFI, ct.declined("no_number"), question=FIRE),
        mine, blamed, says(RADIO, ct.affirms(MALI), question=WHO), says(RFI, ct.denies(MALI), question=WHO),
        says(MAYOR, ct.denies(JNIM), question=WHO), says(MAYOR, ct.affirms(JNIM), "2024-09-19", question=WHO),
        says(COURT, ct.affirms(JNIM), "2024-09-19", question=WHO), independent(MAYOR, ARMY),
    )  # fmt: skip


def verdicts():
    """One claim for each way in which analysts judge."""
    record = says(COURT, 20, "2024-09-19")
    fallen = says(HOSPITAL, 21, "2024-09-19")
    sources = [ct.Source(f"Paper {letter}", "media") for letter in "ABCDEFGHIJ"]
    a, b, c, d, e, f, g, h, i, j = (says(source, 20 + n) for n, source in enumerate(sources))
    relay = says(RADIO, 20, based_on=[b])
    return ledger_of(
        record, fallen, a, b, c, d, e, f, g, h, i, j, relay, LATE,
        judged(a, "confirmed", evidence=[VIDEO, record]),
        judged(b, "refuted", evidence=[record], contrary=[VIDEO]),
        judged(c, "unverifiable"), judged(c, "unverifiable", by="Bob"),
        judged(d, "misreported", credibility=5),
        judged(e, "confirmed", evidence=[VIDEO]), judged(e, "refuted", by="Bob", evidence=[record]),
        judged(f, "confirmed", override="by order"), judged(f, "confirmed", by="Bob", override="by order"),
        judged(g, credibility=2), judged(g, credibility=3, by="Bob", decided="2024-09-26"),
        judged(h, "confirmed", evidence=[fallen]),
        ct.Retraction(fallen, by=HOSPITAL, because="counted twice"),
        judged(i, "confirmed", evidence=[VIDEO]), judged(i, decided="2024-09-26"),
        judged(i, "unverifiable", by="Bob", decided="2024-09-24"),
        judged(j, "refuted", evidence=[VIDEO]),
        judged(j, "confirmed", by="Bob", decided="2024-10-02", evidence=[LATE]),
    )  # fmt: skip

"""The errors of statuses, schemes, reconciliation and totals, word for word."""

from refusals import refusals
from small_world import (
    AFP,
    ARMY,
    ATTACK,
    COURT,
    FIRE,
    HOSPITAL,
    HURT,
    JNIM,
    KILLED,
    LATE,
    MALI,
    RADIO,
    VIDEO,
    WHO,
    ledger_of,
    says,
)

import claimtrack as ct
from claimtrack.reconcile import Ruling, Weights
from claimtrack.reconcile.policies import prefer, weighted_median
from claimtrack.status import Lead, Statuses
from claimtrack.testing import check_policy

ELSEWHERE = ct.Event("Attack on Kayes", occurred="2024-09-18", parties=[MALI, JNIM])
TOLL = says(RADIO, 20)
DECIDED = {"by": "A. Analyst", "decided": "2024-09-25", "because": "seen"}


def ruled(*numbers, **more):
    """A policy that gives these numbers whatever it hears."""
    return lambda _: Ruling(*numbers, **more)


def by(policy, *claims):
    return ct.reconcile(claims or (says(AFP, 5), says(RADIO, 7)), KILLED, policy=policy).ruling


def test_what_reconciliation_refuses_and_how(golden):
    other = ct.Claim(ELSEWHERE, AFP, KILLED, ct.exactly(3), stated="2024-09-18")
    civil = ct.killed(of=JNIM)
    cases = {
        "no claims": lambda: ct.reconcile([], KILLED),
        "one claim, not in a list": lambda: ct.reconcile(TOLL, KILLED),
        "a text": lambda: ct.reconcile("claims.jsonl", KILLED),
        "a source among the claims": lambda: ct.reconcile([TOLL, AFP], KILLED),
        "a number": lambda: ct.reconcile(7, KILLED),
        "a question nobody answered": lambda: ct.reconcile([TOLL], HURT),
        "a question nobody answered, by its id": lambda: ct.reconcile([TOLL], "qst_nothing"),
        "a question nobody answered of many": lambda: ct.reconcile(
            [says(AFP, 5, question=ct.killed(of=ct.Party(f"Side {n}"))) for n in range(8)], HURT
        ),
        "no question": lambda: ct.reconcile([TOLL], None),
        "an event by no id": lambda: ct.reconcile([TOLL], KILLED, 7),
        "an event nobody spoke of": lambda: ct.reconcile([TOLL], KILLED, ELSEWHERE),
        "which of two events": lambda: ct.reconcile([TOLL, other], KILLED),
        "an unknown policy": lambda: by("envelop"),
        "an unknown policy unlike any": lambda: by("zzz"),
        "a policy that is none": lambda: by(7),
        "a policy for a proposition": lambda: ct.reconcile(
            [says(AFP, ct.affirms(), question=FIRE)], FIRE, policy="majority"
        ),
        "a policy for an attribution": lambda: ct.reconcile(
            [says(AFP, ct.affirms(JNIM), question=WHO)], WHO, policy=ruled(1, 1, 1)
        ),
        "policies compared on a proposition": lambda: ct.compare_policies(
            [says(AFP, ct.affirms(), question=FIRE)], FIRE
        ),
        "explained in an unknown form": lambda: ct.reconcile([TOLL], KILLED).explain("html"),
        "a verdict explained in an unknown form": lambda: ct.reconcile(
            [says(AFP, ct.affirms(), question=FIRE)], FIRE
        ).explain("html"),
        "the role of another claim": lambda: ct.reconcile([TOLL], KILLED).role(other),
        "the account of another claim": lambda: ct.reconcile([TOLL], KILLED).entry(other),
        "the account of another claim on a verdict": lambda: ct.reconcile(
            [says(AFP, ct.affirms(), question=FIRE)], FIRE
        ).entry(other),
        "nothing preferred": lambda: prefer([]),
        "one preferred, in no list": lambda: prefer("agency"),
        "a kind misspelt": lambda: prefer(["agncy"]),
        "a name preferred": lambda: prefer(["Le Monde"]),
        "a party preferred": lambda: prefer([MALI]),
        "a weight of one half": lambda: Weights(kind={"media": 0.5}),
        "a weight of nothing": lambda: Weights(reliability={"A": 0}),
        "a weight of overtaken below nothing": lambda: Weights(overtaken=-1),
        "a weight of overtaken as a text": lambda: Weights(overtaken="1"),
        "no name of a policy": lambda: weighted_median(Weights(), name=""),
        "total of one": lambda: ct.total(ct.reconcile([TOLL], KILLED)),
        "total of none": lambda: ct.total([]),
        "total of figures": lambda: ct.total([ct.exactly(7)]),
        "total of different outcomes": lambda: ct.total(
            [ct.reconcile([TOLL], KILLED), ct.reconcile([says(AFP, 9, question=HURT)], HURT)]
        ),
        "total of different people": lambda: ct.total(
            [ct.reconcile([TOLL], KILLED), ct.reconcile([says(AFP, 9, question=civil)], civil)]
        ),
        "total of one event twice": lambda: ct.total(
            [ct.reconcile([TOLL], KILLED), ct.reconcile([says(AFP, 9)], KILLED)]
        ),
    }
    golden("refused/reconcile", refusals(cases))


def test_what_policies_are_refused_for_and_how(golden):
    floor = (says(AFP, 5), says(RADIO, ct.at_least(40)))
    cases = {
        "no ruling": lambda: by(lambda _: (5, 5, 7)),
        "nothing": lambda: by(lambda _: None),
        "ends crossed": lambda: by(ruled(9, 5, 7)),
        "low above high": lambda: by(ruled(7, None, 5)),
        "a float": lambda: by(ruled(5.0, None, 7)),
        "a bool": lambda: by(ruled(True, None, 7)),
        "below nothing": lambda: by(ruled(-1, None, 7)),
        "a low nobody said": lambda: by(ruled(4, None, 7)),
        "a high nobody said": lambda: by(ruled(5, None, 9)),
        "a best nobody said": lambda: by(ruled(5, 6, 7)),
        "a best that no voice it used said": lambda: by(lambda voices: Ruling(5, 7, 7, used=voices[:1])),
        "numbers of no voice": lambda: by(ruled(7, 7, 7, used=())),
        "voices of its own": lambda: by(ruled(used=(object(),))),
        "dissent of its own": lambda: by(ruled(dissent=(object(),))),
        "a high below a floor": lambda: by(ruled(5, None, 5), *floor),
        "a best below the unopposed floor": lambda: by(ruled(5, 5, None), *floor),
        "a best above it": lambda: by(ruled(5, None, None), *floor),
        "a law broken in property tests": lambda: check_policy(ruled(3, 3, 3)),
    }
    golden("refused/policies", refusals(cases))


def test_what_verdicts_are_refused_for_and_how(golden):
    paper, again = says(AFP, 20, "2024-09-18"), says(RADIO, 20, "2024-09-18", question=HURT)

    def assess(verdict, *before, **more):
        toll = says(RADIO, 20, "2024-09-18")
        ledger = ledger_of(toll, paper, again, VIDEO, LATE)
        for earlier in before:
            ledger.assess(toll, **{**DECIDED, **earlier})
        ledger.assess(toll, verdict, **{**DECIDED, **more})
        status = ledger.status(toll)
        return f"{status.state}: {status.because}"

    cases = {
        f"{verdict} {name}": lambda verdict=verdict, more=more: assess(verdict, **more)
        for verdict in ("confirmed", "refuted", "unverifiable", "misreported", "none")
        for name, more in {
            "on nothing": {},
            "on a video": {"evidence": [VIDEO]},
            "against a video": {"contrary": [VIDEO]},
            "on a later video": {"evidence": [LATE]},
            "on another's word": {"evidence": [paper]},
            "on its own source": {"evidence": [again]},
            "before the event": {"evidence": [VIDEO], "decided": "2024-09-01"},
            "on nothing, a rule set aside": {"override": "the editor's decision"},
        }.items()
    }
    cases |= {
        "confirmed after refuted": lambda: assess(
            "confirmed", {"verdict": "refuted", "evidence": [VIDEO]}, evidence=[VIDEO], decided="2024-09-26"
        ),
        "refuted after confirmed": lambda: assess(
            "refuted", {"verdict": "confirmed", "evidence": [VIDEO]}, evidence=[VIDEO], decided="2024-09-26"
        ),
        "reopened on new evidence": lambda: assess(
            "confirmed", {"verdict": "refuted", "evidence": [VIDEO]}, evidence=[LATE], decided="2024-10-02"
        ),
        "a claim that is not recorded": lambda: ledger_of(TOLL).assess(
            says(AFP, 8), "unverifiable", **DECIDED
        ),
        "a claim by a wrong id": lambda: ledger_of(TOLL).assess("clm_nothing", "unverifiable", **DECIDED),
        "the status of a claim that is not recorded": lambda: ledger_of(TOLL).status(says(AFP, 8)),
        "who decides": lambda: ledger_of(TOLL).status(TOLL, decides="seniority"),
        "a lead without a name": lambda: ledger_of(TOLL).status(TOLL, decides=Lead("")),
        "statuses decided by a number": lambda: Statuses(ledger_of(TOLL).log, decides=7),
        "a verdict misspelt": lambda: assess("confirmd"),
        "nobody's verdict": lambda: assess("unverifiable", by=""),
        "no reason": lambda: assess("unverifiable", because=" "),
        "no date": lambda: assess("unverifiable", decided=None),
        "an override without a reason": lambda: assess("confirmed", override=""),
    }
    golden("refused/verdicts", refusals(cases))


def test_what_schemes_and_grades_refuse_and_how(golden):
    cases = {
        "a reliability that is none": lambda: ct.Source("X", "media", reliability="Z"),
        "a credibility that is none": lambda: ct.Assessment(
            TOLL, credibility=9, by="A", decided="2024-09-25", because="b"
        ),
        "a state that is none": lambda: ledger_of(TOLL).claims(state="confirmd"),
        "evidence for an event": lambda: ledger_of(TOLL).assess(
            TOLL, "confirmed", evidence=[ATTACK], **DECIDED
        ),
        "court and hospital": lambda: ledger_of(TOLL).relate(COURT, HOSPITAL, "friend", because="b"),
        "a source with itself": lambda: ledger_of(TOLL).relate(ARMY, ARMY, "same", because="b"),
    }
    golden("refused/grades", refusals(cases))

"""What is read of statuses: every axis of every claim of ledgers in which much happens, word for word."""

from busy_ledgers import judged, replaced, stances, tolls, verdicts
from small_world import (
    AFP,
    ATTACK,
    COURT,
    HURT,
    KILLED,
    LATE,
    MAYOR,
    RADIO,
    RFI,
    SECURITY,
    VIDEO,
    WIKIPEDIA,
    ledger_of,
    says,
)

import claimtrack as ct
from claimtrack.status import Lead, Statuses


def cited(claims):
    return " | ".join(f"{claim.source.name}: {claim.as_given}" for claim in claims)


def lines_of(status, names):
    claim = status.claim
    yield f"{claim.source.name}: {claim.as_given}, {claim.stated}"
    yield f"  {status.state}: {status.because}"
    yield f"  missing: {status.missing}"
    yield from (f"  {axis}: {reason}" for axis, reason in status.reasons.items())
    others = {
        "contested by": status.contested_by,
        "supported by": status.supported_by,
        "superseded by": (status.superseded_by,),
        "overtaken by": (status.overtaken_by,),
        "retracted with": (status.retracted_with,),
        "fallen with": (status.fallen_with,),
    }
    for name, claims in others.items():
        held = [one for one in claims if one is not None]
        if held:
            yield f"  {name} {cited(held)}"
    evidence = {"for": status.evidence_for, "against": status.evidence_against}
    for name, given in evidence.items():
        if given:
            yield f"  evidence {name} it: {', '.join(names[one] for one in given)}"
    marks = [name for name in ("echo", "rendering", "countable") if getattr(status, name)]
    yield f"  {status.interest.kind.value}; {', '.join(marks)}"
    if status.credibility is not None or status.override is not None:
        yield f"  credibility {status.credibility}, override {status.override!r}"


def told(ledger, **rules):
    statuses = Statuses(ledger.log, **rules)
    names = {VIDEO.id: "video", LATE.id: "late video"}
    names |= {claim.id: cited([claim]) for claim in ledger.log.claims}
    return "\n".join(line for claim in ledger.log.claims for line in lines_of(statuses.of(claim), names))


def test_tolls_word_for_word(golden):
    golden("status/tolls", told(tolls()))


def test_tolls_where_interest_is_not_looked_at(golden):
    golden("status/tolls_without_interest", told(tolls(), interest=False))


def test_what_was_replaced_and_taken_back_word_for_word(golden):
    golden("status/replaced", told(replaced()))


def test_stances_word_for_word(golden):
    golden("status/stances", told(stances()))


def test_verdicts_word_for_word_by_each_rule(golden):
    ledger = verdicts()
    golden("status/verdicts_latest", told(ledger))
    for name, rule in (("consensus", "consensus"), ("lead", Lead("Ann"))):
        statuses = Statuses(ledger.log, decides=rule)
        lines = [
            f"{(one := statuses.of(claim)).claim.source.name}: {one.state}, {one.because}, {one.credibility}"
            for claim in ledger.log.claims
        ]
        golden(f"status/verdicts_{name}", "\n".join(lines))


def test_an_assessment_that_was_read_and_breaks_a_rule_does_not_count_and_says_why(golden):
    toll, record = says(RADIO, 20, "2024-09-18"), says(COURT, 20, "2024-09-19")
    paper, again = says(RFI, 20, "2024-09-18"), says(RADIO, 20, "2024-09-18", question=HURT)
    cases = {
        "before the claim": judged(toll, "unverifiable", decided="2024-09-01"),
        "before its evidence": judged(toll, "confirmed", evidence=[LATE]),
        "before its record": judged(toll, "confirmed", evidence=[record], decided="2024-09-18"),
        "on nothing": judged(toll, "refuted"),
        "on a paper": judged(toll, "confirmed", evidence=[paper]),
        "on its own source": judged(toll, "confirmed", evidence=[again]),
        "on what nobody recorded": judged(toll, "confirmed", evidence=[f"evidence:{'0' * 24}"]),
        "on a record": judged(toll, "confirmed", evidence=[record]),
        "on a record and a paper": judged(toll, "confirmed", evidence=[paper, record]),
        "on the day of its record": judged(toll, "confirmed", evidence=[record], decided="2024-09-19"),
        "in the month of its record": judged(toll, "confirmed", evidence=[record], decided="2024-09"),
        "against a rule": judged(toll, "refuted", override="by order"),
        "refuted on its own source": judged(toll, "refuted", evidence=[again]),
        "refuted before it was said": judged(toll, "refuted", evidence=[VIDEO], decided="2024-09-17"),
        "refuted on a record": judged(toll, "refuted", evidence=[record]),
    }
    lines = []
    relay = says(WIKIPEDIA, 20, None, based_on=[toll])
    for name, assessment in cases.items():
        ledger = ledger_of(toll, paper, again, record, LATE, relay)
        ledger.receive([assessment])
        status = ledger.status(toll)
        lines += [f"{name}: {status.state}", f"  {status.because}"]
        lines += ["  what rests on it is not heard"] * (not ledger.status(relay).countable)
        lines += [f"  void: {void.rule}; {void.missing}" for void in status.decision.void]
        if status.credibility or status.override:
            lines.append(f"  {status.credibility}, {status.override}")
    golden("status/void", "\n".join(lines))


def test_what_takes_the_place_of_what(golden):
    answers = {
        "20": ct.exactly(20), "about 20": ct.about(20), "10 to 20": ct.between(10, 20), "none": ct.exactly(0),
        "at least 20": ct.at_least(20), "at most 20": ct.at_most(20), "dozens": "dozens",
        "heavy losses": "heavy losses", "unread": ct.unread("?"), "refused": ct.declined("refused"),
    }  # fmt: skip
    days = {"the day before": "2024-09-16", "the day after": "2024-09-18", "some day": None}
    lines = []
    for name, earlier in answers.items():
        for said, later in answers.items():
            first, second = says(MAYOR, earlier), says(MAYOR, later, "2024-09-18")
            unnamed = says(SECURITY, earlier, via=[AFP]), says(SECURITY, later, "2024-09-18", via=[AFP])
            own = ledger_of(first, second).status(first)
            theirs = ledger_of(*unnamed).status(unnamed[0])
            others = ledger_of(first, says(RFI, later, "2024-09-18")).status(first)
            contested = ", contested" if others.contested_by else ""
            lines.append(
                f"{name}, then {said}: {own.lifecycle} by its source, {theirs.lifecycle} if unnamed; "
                f"{others.lifecycle}{contested}, {others.support} by another"
            )
    for name, day in days.items():
        first, second = says(MAYOR, 20), says(MAYOR, 30, day)
        ledger = ledger_of(first, second, says(RFI, 40, day))
        lines.append(f"20, and 30 {name}: {ledger.status(first).state}, {ledger.status(second).state}")
    golden("status/successions", "\n".join(lines))


def test_a_status_is_what_it_says():
    toll, other = says(RADIO, 20), says(RFI, 30)
    one, again = ledger_of(toll).status(toll), ledger_of(toll).status(toll)
    contested = ledger_of(toll, other).status(toll)
    assert one == again
    assert hash(one) == hash(again)
    assert one != contested
    assert one != "unverified"
    assert repr(contested) == f"Status('contested', {toll!r})"


def test_statuses_of_one_question_come_in_the_order_of_the_claims():
    tolls = [says(RADIO, 20), says(RFI, 30)]
    elsewhere = says(AFP, 50, question=HURT)
    ledger = ledger_of(*tolls, elsewhere)
    statuses = ledger.statuses
    assert list(statuses.group(ATTACK.id, KILLED.id)) == [claim.id for claim in tolls]
    assert {claim: state.value for claim, state in statuses.states()} == {
        tolls[0]: "contested", tolls[1]: "contested", elsewhere: "unverified",
    }  # fmt: skip
    assert statuses.state(elsewhere) == "unverified"

"""What is read of answers: explanations, accounts and plain data of ledgers in which much happens."""

import importlib.util
import json

import pytest
from busy_ledgers import MINISTRY, judged, replaced, stances, tolls, verdicts
from small_world import (
    AFP,
    ARMY,
    COURT,
    FIRE,
    HOSPITAL,
    HURT,
    JNIM,
    KILLED,
    LATE,
    MALI,
    MAYOR,
    RADIO,
    REUTERS,
    RFI,
    SECURITY,
    VIDEO,
    WHO,
    ZALLAQA,
    independent,
    ledger_of,
    says,
)

import claimtrack as ct
from claimtrack.reconcile import POLICIES, Ruling, Weights, reconcile_all
from claimtrack.reconcile.policies import prefer, weighted_median

RAID = ct.Event("Raid on Kayes", occurred="2024-09-18", parties=[MALI, JNIM])
WOUNDED = ct.wounded(of=MALI)
GRADED = {
    grade: ct.Source(f"Graded {grade}", "media", reliability=grade)
    for grade in ("A", "B", "C", "D", "E", "F")
}


def plain(data):
    return json.dumps(data, indent=1, ensure_ascii=False)


# Figures


def test_tolls_explained(golden):
    result = ct.reconcile(tolls(), KILLED)
    golden("answers/tolls", result.explain())
    golden("answers/tolls.md", result.explain("markdown"))
    golden("answers/tolls.json", plain(result.to_dict()))


@pytest.mark.parametrize("policy", ["envelope", "bracket", "majority", "latest", "pending"])
def test_tolls_by_policies_that_look_at_some(policy, golden):
    golden(f"answers/tolls_{policy}", ct.reconcile(tolls(), KILLED, policy=policy).explain(width=90))


def test_replaced_and_judged_explained(golden):
    texts = [ct.reconcile(ledger, KILLED).explain() for ledger in (replaced(), verdicts())]
    golden("answers/fallen", "\n\n".join(texts))


def voices():  # noqa: PLR0915  # a table, a line a case
    """Small sets of claims on one toll, each of which some policy treats in its own way."""
    graded = {grade: says(source, 10 + n) for n, (grade, source) in enumerate(GRADED.items())}
    a, b, c = says(RADIO, 20), says(MAYOR, 20), says(HOSPITAL, 30, first_hand=True)
    between = says(RFI, ct.between(10, 30))
    apart = [independent(x, y) for x, y in ((RADIO, MAYOR), (RADIO, HOSPITAL), (MAYOR, HOSPITAL))]
    yield "nobody", [says(RADIO, ct.declined("refused"))]
    yield "words only", [says(RADIO, "heavy losses")]
    yield "a vague word", [says(RADIO, "dozens")]
    yield "a floor", [says(RADIO, ct.at_least(20))]
    yield "a ceiling", [says(RADIO, ct.at_most(20))]
    yield "one number", [a]
    yield "a number and its hedge", [a, says(MAYOR, ct.about(20))]
    yield "hedged only", [says(MAYOR, ct.about(20)), says(RFI, ct.about(70))]
    yield "all the same", [a, b]
    yield "two of three", [a, b, c]
    yield "two of three, known apart", [a, b, c, *apart]
    yield "one against one, known apart", [a, c, independent(RADIO, HOSPITAL)]
    yield "two and two", [a, b, c, says(RFI, 30)]
    yield "a floor and one above", [says(RFI, ct.at_least(25)), a, c]
    yield "a floor above all", [says(RFI, ct.at_least(50)), a, c]
    yield "a floor far above, opposed", [says(RFI, ct.at_least(50)), says(AFP, ct.at_most(40)), a, c]
    yield "a hedged floor", [says(RFI, "at least about 50 soldiers"), says(RADIO, 45), c]
    yield "a hedged ceiling", [says(RFI, "up to about 20 soldiers"), says(RADIO, 21), c]
    yield "a list and a number", [says(COURT, 25, observed="named_list"), a, c]
    yield "a list above all", [says(COURT, 81, observed="named_list"), a, c]
    yield "a list only", [says(COURT, 81, observed="named_list"), says(RFI, ct.at_least(60))]
    yield "a range", [between]
    yield "a range and points", [between, says(RADIO, 12), says(MAYOR, 28)]
    yield "a range elected with no point in it", [between, says(RADIO, 5), says(MAYOR, 50)]
    yield "a range elected, two points as near", [between, says(RADIO, 15), says(MAYOR, 25), says(AFP, 5), c]
    yield "a word and a number", [says(RFI, "dozens"), a, c]
    yield "a word above a number", [says(RFI, "dozens"), says(RADIO, 5)]
    yield "admission and claim", [says(ARMY, ct.at_least(5)), says(ZALLAQA, 40), a]
    yield "admission above the claim", [says(ARMY, 50), says(ZALLAQA, 40), a]
    yield "admission only", [says(ARMY, 5), a]
    yield "two admissions", [says(ARMY, ct.at_least(5)), says(MINISTRY, 7), says(ZALLAQA, "dozens")]
    yield "the enemy only", [says(ZALLAQA, 40)]
    yield "the enemy among others", [says(ZALLAQA, 40), says(RADIO, 10), says(MAYOR, 12)]
    yield "by day", [a, says(MAYOR, 25, "2024-09-18"), says(RFI, 27, "2024-09-19"), says(AFP, 26, None)]
    yield "several on the last day", [a, says(MAYOR, 25, "2024-09-19"), says(RFI, 27, "2024-09-19")]
    yield "undated only", [says(RADIO, 20, None), says(MAYOR, 30, None)]
    yield "overtaken", [a, b, says(RFI, 50, "2024-09-20")]
    yield "overtaken by a floor", [a, b, says(RFI, ct.at_least(50), "2024-09-20")]
    yield "graded", list(graded.values())
    yield (
        "best graded twice",
        [graded["B"], says(ct.Source("Also B", "media", reliability="B"), 9), graded["D"]],
    )
    yield (
        "a reliable floor",
        [graded["C"], says(ct.Source("Sure", "media", reliability="A"), ct.at_least(14))],
    )
    yield "worst graded only", [graded["F"], says(RADIO, 40)]
    yield "one wire, three carriers", [says(SECURITY, 77, via=[one]) for one in (AFP, RFI, REUTERS)]
    yield "one wire, rendered apart", [says(SECURITY, 77, via=[AFP]), says(SECURITY, 177, via=[RFI]), a]
    yield "a wire and who cites it", [wire := says(SECURITY, 77, via=[AFP]), says(RADIO, 77, based_on=[wire])]
    yield "none and some", [says(RADIO, "no one was killed"), says(MAYOR, ct.at_least(3))]
    yield "none and none", [says(RADIO, 0), says(MAYOR, "no one was killed")]


def own():
    """Policies of one's own making, by a name for the golden text."""
    weights = Weights(reliability={"A": 4, "B": 3}, kind={"medical": 3}, first_hand=2)
    upper = Weights(upper=True, overtaken=1, standing=3, disinterested=2)
    return {
        "prefer": prefer(["medical", RADIO]),
        "weights": weighted_median(weights, name="own"),
        "weights_upper": weighted_median(upper, name="upper"),
    }


def rulings(policy):
    for name, claims in voices():
        result = ct.reconcile(ledger_of(*claims), KILLED, policy=policy)
        yield f"{name}: {result.text}"
        ruling = result.ruling
        yield f"  {ruling.low}, {ruling.best}, {ruling.high}: {ruling.because}"
        for what in ("used", "dissent"):
            some = getattr(ruling, what)
            if some:
                yield f"  {what} {' | '.join(voice.spokesman.as_given for voice in some)}"
        if ruling.conflict is not None:
            yield f"  {ruling.conflict.kind.value}: {ruling.conflict}"
        roles = " | ".join(f"{entry.role.value} {entry.claim.as_given}" for entry in result.account)
        yield f"  {roles}"


@pytest.mark.parametrize("policy", [*POLICIES, "prefer", "weights", "weights_upper"])
def test_what_a_policy_makes_of_small_sets_of_voices(policy, golden):
    chosen = own().get(policy, policy)
    golden(f"answers/by_{policy}", "\n".join(rulings(chosen)))


def made_anew():
    """The named policies, made in the test and not when the library was imported."""
    spec = importlib.util.find_spec("claimtrack.reconcile.policies")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.POLICIES


def test_the_named_policies_are_made_the_same_every_time():
    for name, policy in made_anew().items():
        for case, claims in voices():
            ledger = ledger_of(*claims)
            results = [ct.reconcile(ledger, KILLED, policy=one) for one in (policy, name)]
            one, other = ((result.low, result.best, result.high, result.text) for result in results)
            assert one == other, (name, case)


def test_what_policies_say_of_themselves(golden):
    lines = []
    for policy in (*made_anew().values(), *own().values()):
        lines += [
            f"{policy} ({policy!r})",
            f"  {policy.summary}",
            f"  {policy.cites}",
            f"  {policy.misleads}",
        ]
        lines += [f"  interest {policy.interest}, estimates {policy.estimates}"]
    golden("answers/policies", "\n".join(lines))


def test_what_becomes_of_every_claim_and_why(golden):
    lines = []
    for name, claims in voices():
        result = ct.reconcile(ledger_of(*claims), KILLED)
        lines.append(name)
        for entry in result.account:
            lines.append(f"  {entry.claim.source.name}: {entry.claim.as_given}, {entry.role.label}")
            lines.append(f"    {entry.because}")
        lines += [f"  {conflict.kind.value}: {conflict}" for conflict in result.conflicts]
        lines += [
            f"  without {one.voice.spokesman.as_given}: {one.low}, {one.best}, {one.high}"
            for one in result.sensitivity
        ]
    golden("answers/accounts", "\n".join(lines))


def test_an_estimate_is_told_as_one(golden):
    def guess(heard):
        return Ruling(
            15,
            23,
            40,
            because="a guess",
            interval=(10, 50),
            level=0.9,
            note=lambda claim: f"{claim.as_given} weighs 1",
        )

    guess.estimates, guess.version, guess.cites, guess.summary = True, "3", "nobody", "guesses"
    bare = lambda _: Ruling(15, None, None)  # noqa: E731
    claims = [says(RADIO, 20), says(MAYOR, 30)]
    result = ct.reconcile(claims, KILLED, policy=guess)
    lines = [result.explain(), result.explain("markdown"), plain(result.to_dict()), repr(result), str(result)]
    bare.estimates = True
    open_ended = ct.reconcile(claims, KILLED, policy=bare)
    lines += [open_ended.text, open_ended.policy_version, str(open_ended), open_ended.summary]
    golden("answers/estimate", "\n".join(lines))


def test_how_a_result_shows_itself(golden):
    result = ct.reconcile(tolls(), KILLED)
    entry = result.account[0]
    lines = [
        str(result),
        repr(result),
        result._repr_html_(),
        result._repr_markdown_()[:200],
        str(entry),
        repr(entry),
    ]
    lines += [result.because, result.summary, result.cites, result.policy_version, str(result.interval)]
    lines += [f"{result.contested}, {result.assessed}, {result.estimated}, {result.measure.label}"]
    lines += [str(conflict) for conflict in result.contradictions]
    golden("answers/shown", "\n".join(lines))
    assert entry == ct.reconcile(tolls(), KILLED).account[0]
    assert entry != result.account[1]
    assert entry != "kept"
    assert len({entry, ct.reconcile(tolls(), KILLED).account[0]}) == 1
    assert result.role(entry.claim.id) is entry.role
    assert result.entry(entry.claim) is entry


def test_coding_of_the_analysts_own_is_starred(golden):
    whose = says(RADIO, 20, imputed="whose dead is not said")
    several = ct.Figure((3, 3), (3, 3), "exact", words="several", imputed=True, point=3)
    cases = {
        "whose": [whose, says(MAYOR, 25)],
        "how many": [says(RADIO, several), says(MAYOR, 2)],
        "both, alone": [says(RADIO, several, imputed="whose dead is not said")],
    }
    lines = []
    for name, claims in cases.items():
        lines += [name, *ct.reconcile(ledger_of(*claims), KILLED).explain().splitlines(), ""]
    golden("answers/imputed", "\n".join(lines))


def test_policies_compared(golden):
    one = ct.compare_policies(tolls(), KILLED)
    other = ct.compare_policies(
        [says(RADIO, 20)], KILLED, policies=["envelope", own()["prefer"], lambda _: Ruling()]
    )
    lines = [str(one), "", one.table("github"), "", str(other), "", *map(str, other.rows), str(len(other))]
    assert [result.policy for result in one] == list(POLICIES)
    golden("answers/compared", "\n".join(lines))


# Parts and wholes


def partly():
    """Sets of claims on parts and wholes of one event."""
    north, south = ct.killed(of=MALI, part="the north"), ct.killed(of=MALI, part="the south")
    men, women = ct.killed(among="men"), ct.killed(among="women")
    people = ct.killed(among="people")
    sides = ct.killed(of=[MALI, JNIM])
    theirs = ct.killed(of=JNIM)
    towns = ct.parts_of(None, ["the north", "the south"], disjoint=True, complete=True, because="two towns")
    sexes = ct.parts_of("people", ["men", "women"], disjoint=True, complete=True)
    loosely = ct.parts_of("people", ["men", "women"])

    def on(source, question, answer, stated="2024-09-17", **more):
        return says(source, answer, stated, question=question, **more)

    whole = on(RADIO, HURT, ct.at_least(3))
    yield "killed and wounded lift the whole", HURT, [whole, on(AFP, KILLED, 10), on(RFI, WOUNDED, 20)]
    yield "a whole caps its part", KILLED, [on(AFP, KILLED, ct.at_least(3)), on(RFI, HURT, ct.at_most(12))]
    yield "a cap that states nothing", KILLED, [on(AFP, KILLED, 3), on(RFI, HURT, 12)]
    yield "a part beyond its whole", HURT, [on(RADIO, HURT, 10), on(AFP, KILLED, 10), on(RFI, WOUNDED, 20)]
    yield "a part beyond its whole, asked of the part", KILLED, [on(RADIO, HURT, 10), on(AFP, KILLED, 15)]
    yield (
        "one source's parts",
        HURT,
        [on(RFI, HURT, ct.at_least(5)), on(AFP, KILLED, 10), on(AFP, WOUNDED, 20)],
    )
    yield (
        "one source's parts, one open",
        HURT,
        [on(RFI, HURT, 50), on(AFP, KILLED, 10), on(AFP, WOUNDED, ct.at_least(5))],
    )
    yield (
        "one source's parts against a whole",
        HURT,
        [on(RFI, HURT, 12), on(AFP, KILLED, 10), on(AFP, WOUNDED, 20)],
    )
    yield (
        "two towns",
        KILLED,
        [on(RFI, KILLED, ct.at_least(2)), on(AFP, north, 10), on(MAYOR, south, 4), towns],
    )
    yield (
        "two towns by one",
        KILLED,
        [on(RFI, KILLED, ct.at_least(2)), on(AFP, north, 10), on(AFP, south, 4), towns],
    )
    yield (
        "what is left for one town",
        north,
        [on(RFI, KILLED, 30), on(AFP, north, ct.at_least(1)), on(MAYOR, south, 4), towns],
    )
    yield "no room for a town", north, [on(RFI, KILLED, 30), on(AFP, north, 20), on(MAYOR, south, 40), towns]
    yield (
        "towns below their whole",
        KILLED,
        [on(RFI, KILLED, 30), on(AFP, north, 10), on(MAYOR, south, 4), towns],
    )
    yield (
        "men and women",
        people,
        [on(RFI, people, ct.at_least(2)), on(AFP, men, 10), on(MAYOR, women, ct.about(4)), sexes],
    )
    yield (
        "men and women, some in both",
        people,
        [on(RFI, people, ct.at_least(2)), on(AFP, men, 10), on(MAYOR, women, 4), loosely],
    )
    yield "nothing declared", people, [on(RFI, people, ct.at_least(2)), on(AFP, men, 10)]
    yield "both sides", sides, [on(RFI, sides, ct.at_least(2)), on(AFP, KILLED, 10), on(MAYOR, theirs, 20)]
    yield (
        "own losses from both sides",
        KILLED,
        [on(RFI, sides, 30), on(AFP, KILLED, ct.at_least(1)), on(MAYOR, theirs, 20)],
    )
    yield "what serves its speaker", HURT, [whole, on(ZALLAQA, KILLED, 100), on(ARMY, WOUNDED, 2)]
    yield "what is contested", HURT, [whole, on(AFP, KILLED, 10), on(RADIO, KILLED, 12)]
    yield "what is imputed", HURT, [whole, on(AFP, KILLED, 10, imputed="whose is not said")]
    yield "a word", HURT, [whole, on(AFP, KILLED, "dozens"), on(RFI, WOUNDED, ct.about(50))]
    yield (
        "two conflicts",
        HURT,
        [on(RADIO, HURT, 10), on(MAYOR, HURT, 11), on(AFP, KILLED, 15), on(RFI, WOUNDED, 20)],
    )
    yield (
        "no figure of its own",
        HURT,
        [on(RADIO, HURT, ct.declined("refused")), on(AFP, KILLED, 10), on(RFI, WOUNDED, 5)],
    )
    yield "one and nobody", HURT, [on(RADIO, HURT, 10), on(RADIO, KILLED, 0), on(AFP, WOUNDED, 10)]


@pytest.mark.parametrize("policy", ["last_words", "envelope", "latest"])
def test_what_parts_and_wholes_do(policy, golden):
    lines = []
    for name, question, records in partly():
        result = ct.reconcile(ledger_of(*records), question, policy=policy)
        lines += [
            f"{name}: {result.text}",
            f"  {result.low}, {result.best}, {result.high}; {result.computed}",
        ]
        for one in result.constraints:
            claims = " | ".join(claim.as_given for claim in one.claims)
            lines.append(f"  {one.effect.value} {one.low}, {one.high} ({claims}): {one}")
        lines += [f"  {conflict.kind.value}: {conflict}" for conflict in result.conflicts]
        lines += [f"  {entry.claim.as_given}: {entry.because}" for entry in result.account]
    golden(f"answers/parts_{policy}", "\n".join(lines))


def test_the_steps_of_an_answer_that_parts_moved(golden):
    chosen = {"killed and wounded lift the whole", "one source's parts against a whole", "two towns by one"}
    texts = [
        ct.reconcile(ledger_of(*records), question, policy="envelope").explain()
        for name, question, records in partly()
        if name in chosen
    ]
    golden("answers/parts_steps", "\n\n".join(texts))


# Stances


@pytest.mark.parametrize("question", [FIRE, WHO], ids=["fire", "who"])
def test_stances_explained(question, golden):
    name = "fire" if question is FIRE else "who"
    result = ct.reconcile(stances(), question)
    texts = [result.explain(), result.explain("markdown"), plain(result.to_dict()), str(result), repr(result)]
    golden(f"answers/stances_{name}", "\n\n".join([*texts, result._repr_html_()[:300]]))


def verdict_cases():
    def fire(source, answer, **more):
        return says(source, answer, question=FIRE, **more)

    def who(source, answer, **more):
        return says(source, answer, question=WHO, **more)

    yes, no = ct.affirms(), ct.denies()
    other = ct.Party("Another group")
    seen = fire(MAYOR, yes)
    denied = fire(ARMY, no)
    own = who(ZALLAQA, ct.affirms(JNIM))
    yield "affirmed", FIRE, [seen]
    yield "affirmed by who gains", FIRE, [fire(ZALLAQA, yes)]
    yield "affirmed by who gains and others", FIRE, [fire(ZALLAQA, yes), seen]
    yield "denied", FIRE, [fire(RADIO, no)]
    yield "denied by who gains", FIRE, [denied]
    yield "denied by all who gain", FIRE, [denied, fire(MINISTRY, no)]
    yield "disputed", FIRE, [seen, fire(RFI, yes), denied]
    yield "declined", FIRE, [fire(ARMY, ct.declined("refused"))]
    yield "confirmed", FIRE, [seen, denied, VIDEO, judged(seen, "confirmed", evidence=[VIDEO])]
    yield (
        "a denial confirmed",
        FIRE,
        [seen, denied, LATE, judged(denied, "confirmed", decided="2024-10-02", evidence=[LATE])],
    )
    yield "both confirmed", FIRE, [
        seen, denied, VIDEO, judged(seen, "confirmed", evidence=[VIDEO]),
        judged(denied, "confirmed", evidence=[VIDEO]),
    ]  # fmt: skip
    yield "refuted", FIRE, [seen, denied, VIDEO, judged(seen, "refuted", evidence=[VIDEO])]
    yield "relayed", FIRE, [seen, fire(RADIO, yes, based_on=[seen]), fire(RFI, no, based_on=[denied.id])]
    yield "responsibility", WHO, [own]
    yield "accused", WHO, [who(ARMY, ct.affirms(JNIM))]
    yield "both", WHO, [own, who(ARMY, ct.affirms(JNIM))]
    yield "another named", WHO, [own, who(RADIO, ct.affirms(other))]
    yield "denied by itself", WHO, [who(ZALLAQA, ct.denies(JNIM)), who(ARMY, ct.affirms(JNIM))]
    yield "another cleared", WHO, [own, who(RADIO, ct.denies(other))]
    yield "one cleared", WHO, [who(RADIO, ct.denies(other)), who(MAYOR, ct.denies(other))]
    yield "two cleared", WHO, [who(RADIO, ct.denies(other)), who(ZALLAQA, ct.denies(JNIM))]
    yield (
        "confirmed by whom",
        WHO,
        [own, who(RADIO, ct.affirms(other)), VIDEO, judged(own, "confirmed", evidence=[VIDEO])],
    )


def test_what_stances_come_to(golden):
    lines = []
    for name, question, records in verdict_cases():
        ledger = ct.Ledger()
        ledger.receive(records)
        result = ct.reconcile(ledger, question)
        lines += [f"{name}: {result.text}", f"  {result.because}"]
        lines += [f"  {conflict.kind.value}: {conflict}" for conflict in result.conflicts]
        for what in ("affirming", "denying", "claims_of_responsibility", "accusations", "competing"):
            some = getattr(result, what)
            if some:
                lines.append(f"  {what} {' | '.join(claim.source.name for claim in some)}")
        lines += [
            f"  {entry.claim.source.name}, {entry.role.value}: {entry.because}" for entry in result.account
        ]
    golden("answers/verdicts", "\n".join(lines))


# Totals, and every question


def summed():
    elsewhere = [
        ct.Claim(RAID, RADIO, KILLED, ct.at_least(4), stated="2024-09-18"),
        ct.Claim(RAID, MAYOR, KILLED, ct.exactly(1), stated="2024-09-18", imputed="whose is not said"),
    ]
    ledger = ledger_of(
        says(HOSPITAL, 12), says(ARMY, 20), *elsewhere, says(RFI, 30, question=ct.killed(of=JNIM))
    )
    quiet = ct.Event("Shelling", occurred="2024-09-20")
    ledger.record(ct.Claim(quiet, RADIO, KILLED, ct.declined("no_number"), stated="2024-09-20"))
    return ledger


def test_totals(golden):
    ledger = summed()
    lines = []
    for policy in ("last_words", "envelope", "lowest"):
        results = list(reconcile_all(ledger, policy=policy, question=KILLED))
        for some in (results, results[:1], results[:2]):
            added = ct.total(some)
            lines += [added.explain(), str(added), json.dumps(added.to_dict()), ""]
        lines.append(added.explain(width=60, lang="fr"))
    golden("answers/totals", "\n".join(lines))


def test_parts_are_added_where_nobody_is_in_two_of_them(golden):
    both = ct.Party("Both armies")
    apart = {"disjoint": True}
    declared = {
        "towns of the event": ct.parts_of(None, ["Gao", "Kidal"], **apart),
        "towns of the north": ct.parts_of("the north", ["Gao", "Kidal"], **apart),
        "towns, some in both": ct.parts_of("the north", ["Gao", "Kidal"]),
        "men and women": ct.parts_of("people", ["men", "women"], **apart),
        "parties": ct.parts_of(both, [MALI, JNIM], **apart),
    }
    measures = {
        "towns": [ct.killed(of=MALI, part=part) for part in ("Gao", "Kidal")],
        "towns, by all": [ct.killed(part=part) for part in ("Gao", "Kidal")],
        "men and women": [ct.killed(of=MALI, among=among) for among in ("men", "women")],
        "men and women of a town": [ct.killed(among=among, part="Gao") for among in ("men", "women")],
        "parties": [ct.killed(of=party) for party in (MALI, JNIM)],
        "parties in a town": [ct.killed(of=party, part="Gao") for party in (MALI, JNIM)],
        "men of the parties": [ct.killed(of=party, among="men") for party in (MALI, JNIM)],
        "men of the towns": [ct.killed(of=MALI, among="men", part=part) for part in ("Gao", "Kidal")],
        "parties in two towns": [ct.killed(of=MALI, part="Gao"), ct.killed(of=JNIM, part="Kidal")],
        "a town and the event": [ct.killed(of=MALI, part="Gao"), KILLED],
        "dead and wounded": [KILLED, WOUNDED],
    }
    lines = []
    for name, relation in declared.items():
        for which, (one, other) in measures.items():
            ledger = ledger_of(says(RADIO, 10, question=one), says(RADIO, 20, question=other), relation)
            try:
                added = ct.total([ct.reconcile(ledger, one), ct.reconcile(ledger, other)])
            except ct.ClaimtrackError as error:
                lines.append(f"{name}, {which}: {error}")
            else:
                lines.append(f"{name}, {which}: {added}")
    golden("answers/parts_added", "\n".join(lines))


def test_an_interval_of_a_sum_takes_the_errors_to_be_independent():
    def guess(_):
        return Ruling(10, 20, 30, interval=(17, 24), level=0.9)

    guess.estimates = True
    added = ct.total(list(reconcile_all(summed(), policy=guess, question=KILLED))[:2])
    assert added.interval == (36, 46)  # 40 less the root of 18, plus the root of 32
    assert (added.low, added.best, added.high) == (20, 40, 60)


def test_every_question_is_answered_as_when_it_is_asked():
    for ledger in (tolls(), stances(), replaced(), summed()):
        for result in reconcile_all(ledger):
            asked = ct.reconcile(ledger, result.question, result.event)
            assert result.explain() == asked.explain()
            assert result.to_dict() == asked.to_dict()

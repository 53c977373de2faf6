"""The kit for users: sound things pass, and every planted bug is found and named with its smallest case."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from small_world import AFP, KILLED, RFI, Clock, says

import claimtrack as ct
from claimtrack import laws, testing
from claimtrack.io import ucdp
from claimtrack.io.jsonl import dump, load, write
from claimtrack.io.losses import Loss, Losses
from claimtrack.ledger import Ledger
from claimtrack.reconcile import Ruling, reconcile
from claimtrack.schemes import SCHEMES, Grade, Scheme
from claimtrack.testing import formats, policies, readers, schemes, wordings

DATA = Path(__file__).parent.parent / "data" / "io"
BAMAKO = Path(__file__).parent.parent.parent / "examples" / "data" / "bamako_2024.jsonl"
FEW = 60


def breaks(law):
    """The failure that names a law."""
    return pytest.raises(testing.BrokenLaw, match=f"^law broken: {re.escape(law)}")


# Ledgers and results


def test_the_founding_case_keeps_every_law():
    testing.assert_laws(ct.load(BAMAKO))
    testing.assert_laws(ct.load(BAMAKO), policy="envelope")


def test_a_failure_is_an_assertion_and_an_error_of_claimtrack_that_survives_pickling():
    error = testing.BrokenLaw("the law.", "what happened", "  an example")
    assert isinstance(error, AssertionError)
    assert isinstance(error, ct.ClaimtrackError)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (again.law, again.detail, again.example) == ("the law.", "what happened", "  an example")
    assert str(again) == str(error) == "law broken: the law.\nwhat happened\n  an example"


@attrs.define
class Edited:
    """A result as a user might make one, to be edited."""

    event: object
    question: object
    account: tuple


def two_claims():
    ledger = Ledger()
    ledger.record(says(AFP, 10), says(RFI, 12))
    return ledger


def edited(ledger, change):
    result = reconcile(ledger, KILLED)
    return Edited(result.event, result.question, change(result.account))


@pytest.mark.parametrize("change", [
    lambda account: account[1:],
    lambda account: (*account, account[0]),
    lambda account: (account[0], account[0]),
])  # fmt: skip
def test_an_account_that_drops_or_doubles_a_claim_is_found(change):
    ledger = two_claims()
    testing.assert_accounted_for(reconcile(ledger, KILLED), ledger)
    testing.assert_accounted_for(reconcile(ledger.claims(), KILLED), ledger.claims())
    with breaks(laws.LAW_ACCOUNT) as broken:
        testing.assert_accounted_for(edited(ledger, change), ledger)
    assert broken.value.example.count("Claim(") == 2


def test_an_account_without_reasons_is_found():
    ledger = two_claims()
    silent = edited(ledger, lambda account: tuple(type(e)(e.claim, e.role, " ") for e in account))
    with breaks(laws.LAW_REASON):
        testing.assert_accounted_for(silent, ledger)


def test_ends_out_of_order_are_found():
    ledger = two_claims()
    result = reconcile(ledger, KILLED)
    result.low = 99
    with breaks(laws.LAW_ENDS):
        testing.assert_accounted_for(result, ledger)


class Forgetful(Ledger):
    """A ledger whose past lacks what was recorded last."""

    def as_of(self, *, stated=None, recorded=None):
        held = super().as_of(stated=stated, recorded=recorded)
        kept = Ledger(clock=Clock())
        kept.record_all([entry.record for entry in held.entries()][:-1])
        return kept


class Foretelling(Ledger):
    """A ledger whose past holds what was recorded later."""

    def as_of(self, *, stated=None, recorded=None):
        return self if recorded is not None else super().as_of(stated=stated)


class Unsaid(Ledger):
    """A ledger that forgets, on a later day, what had been stated on an earlier one."""

    def as_of(self, *, stated=None, recorded=None):
        held = super().as_of(stated=stated, recorded=recorded)
        if stated is None:
            return held
        kept = Ledger(clock=Clock())
        kept.record_all([claim for claim in held.claims() if claim.stated.end == stated])
        return kept


class Wavering(Ledger):
    """A ledger whose past judges as the present does not."""

    def as_of(self, *, stated=None, recorded=None):
        held = super().as_of(stated=stated, recorded=recorded)
        other = two_claims()
        held.status = lambda _: other.status(other.claims()[0])
        return held


def dated(kind):
    held = kind(clock=Clock())
    held.record(says(AFP, 10))
    held.record(says(RFI, 10, "2024-09-19"))
    return held


@pytest.mark.parametrize(("kind", "law"), [
    (Forgetful, laws.LAW_GROWS), (Foretelling, laws.LAW_GROWS), (Unsaid, laws.LAW_GROWS),
    (Wavering, laws.LAW_LAST),
])  # fmt: skip
def test_a_past_that_is_not_what_it_was_is_found(kind, law):
    testing.assert_history(dated(Ledger))
    with breaks(law):
        testing.assert_history(dated(kind))


# Statuses, each with one answer forged


class Forged:
    """A status with some of its answers replaced."""

    def __init__(self, status, **answers):
        self._status = status
        vars(self).update(answers)

    def __getattr__(self, name):
        return getattr(self._status, name)

    def __eq__(self, other):
        return self._status == getattr(other, "_status", other)

    __hash__ = None


class Forging(Ledger):
    """A ledger that forges the status of its first claim."""

    def status(self, claim, **how):
        status = super().status(claim, **how)
        return Forged(status, **self.forged(self.claims())) if claim is self.claims()[0] else status


@pytest.mark.parametrize(("forged", "law"), [
    (lambda _: {"because": " "}, laws.LAW_ORDER),
    (lambda _: {"state": ct.State.confirmed}, laws.LAW_ASSESSED),
    (lambda claims: {"overtaken_by": claims[2]}, laws.LAW_ORDER),
    (lambda claims: {"supported_by": (claims[2],)}, laws.LAW_FALLEN),
    (lambda claims: {"contested_by": (claims[3],)}, laws.LAW_MUTUAL),
    (lambda claims: {"support": ct.Support.corroborated, "supported_by": claims[3:]}, laws.LAW_KNOWN),
])  # fmt: skip
def test_a_status_that_does_not_follow_from_the_records_is_found(forged, law):
    ledger = Forging(clock=Clock())
    ledger.record(says(AFP, 10), says(RFI, 12), says(ct.Source("Radio"), 10), says(ct.Source("Blog"), 10))
    ledger.retract(ledger.claims()[2], by=ct.Source("Radio"), because="in error")
    ledger.forged = lambda _: {}
    testing.assert_statuses(ledger)
    ledger.forged = forged
    with breaks(law):
        testing.assert_statuses(ledger)


# Policies


def least(voices):
    """A sound policy: the least that anybody says, and no best figure."""
    return Ruling(min((v.ends[0] for v in voices if v.ends[0] is not None), default=None))


def average(voices):
    points = [voice.point for voice in voices if voice.point is not None]
    return Ruling(None, sum(points) // len(points) if points else None, None)


def first_recorded(voices):
    points = [(voices.log.claims.index(v.spokesman), v.point) for v in voices if v.point is not None]
    return Ruling(None, min(points)[1] if points else None)


def careless(voices):
    return Ruling(None, max(voice.point for voice in voices), None)


def fickle(voices, turn=[0]):  # noqa: B006 - it remembers from call to call, which is the bug
    turn[0] += 1
    points = sorted(voice.point for voice in voices if voice.point is not None)
    return Ruling(None, points[turn[0] % len(points)] if points else None)


def counting_claims(voices):
    """Counts claims where it should count voices: copies weigh."""
    heard = {voice.point for voice in voices}
    said = [claim.figure.point for claim in voices.log.claims if claim.figure is not None]
    points = [point for point in said if point is not None and point in heard]
    return Ruling(max(points, key=lambda n: (points.count(n), n), default=None))


def peeking(voices):
    """Reads the answers of claims that it then sets aside."""
    heard = [v for v in voices if v.point is not None]
    if not heard:
        return Ruling(used=())
    one = min(heard, key=lambda v: v.spokesman.id)
    odd = sum(v.point for v in heard) % 2
    return Ruling(None, one.point if odd else None, None, used=(one,))


@pytest.mark.parametrize(("policy", "law", "claims"), [
    (average, "best is a point that somebody stated", 2),
    (first_recorded, policies.LAW_ORDER, 2),
    (careless, policies.LAW_ANSWERS, 2),
    (fickle, policies.LAW_SAME, 2),
    (counting_claims, policies.LAW_ECHO, 2),
    (peeking, policies.LAW_SET_ASIDE, 2),
], ids=lambda value: getattr(value, "__name__", ""))  # fmt: skip
def test_a_planted_bug_of_a_policy_is_found_and_shrinks(policy, law, claims):
    with breaks(law) as broken:
        testing.check_policy(policy)
    assert f"By policy {policy.__name__!r}" in broken.value.detail
    assert broken.value.example.count("Claim(") == claims, str(broken.value)
    assert not getattr(broken.value, "__notes__", [])


def test_a_sound_policy_passes():
    testing.check_policy(least, examples=FEW)


# Readers


HEAD = "id,side_a,side_b,date_start,date_end,low,best,high,source_article"
TABLE = f"""{HEAD}
7,Army,Rebels,2024-01-01,2024-01-02,3,4,5,"Reuters,2024-01-03,Four dead"
8,Army,Rebels,2024-01-05,2024-01-05,10,12,20,
""".encode()


def a_ledger(*claims):
    ledger = Ledger(clock=Clock())
    ledger.record_all(claims)
    return ledger


def crashing(path):
    number = path.read_text(encoding="utf-8", errors="replace").split(",")[-2]
    return a_ledger(says(AFP, int(number) if number.strip() else 0)), ()


def forgetting(path):
    """Drops a row whose number cannot be read, in silence."""
    numbers = re.findall(r"(?<=,)\d+(?=,)", path.read_text(encoding="utf-8", errors="replace"))
    return a_ledger(*(says(AFP, int(number)) for number in dict.fromkeys(numbers))), ()


def inventing(path):
    """Fills what is missing with a number of its own."""
    ledger, problems = ucdp.read(path)
    ledger.record(says(AFP, 321))
    return ledger, problems


def wavering(path, turn=[0]):  # noqa: B006 - it remembers from call to call, which is the bug
    turn[0] += 1
    return a_ledger(*([says(AFP, 3)] if turn[0] % 2 else [])), ()


def placeless(path):
    ledger, problems = ucdp.read(path)
    return ledger, tuple(attrs.evolve(problem, location="") for problem in problems)


def shapeless(path):
    return ucdp.read(path)[0]


def blind(path):
    """Reads nothing, and finds nothing wrong."""
    return a_ledger(), ()


def picky(path):
    raise ct.InvalidField("file", "column", "x", "something else")


@pytest.mark.parametrize(("read", "law"), [
    (crashing, readers.LAW_REFUSED), (forgetting, readers.LAW_SPOILT), (inventing, readers.LAW_STANDS),
    (wavering, readers.LAW_SAME), (placeless, readers.LAW_PLACE), (shapeless, readers.LAW_SHAPE),
    (picky, readers.LAW_WHOLE), (blind, readers.LAW_WHOLE),
], ids=lambda value: getattr(value, "__name__", ""))  # fmt: skip
def test_a_planted_bug_of_a_reader_is_found_with_the_damage_that_shows_it(read, law):
    with breaks(law) as broken:
        testing.check_reader(read, TABLE, suffix=".csv")
    assert broken.value.example.startswith("file 1")


def test_a_reader_is_tried_on_something():
    with pytest.raises(ct.InvalidField, match="at least one sound file"):
        testing.check_reader(ucdp.read)


# Wordings


def rounding(text):
    found = ct.figure(text)
    return ct.exactly(found.point, words=text) if found.point else found


def shortening(text):
    found = ct.figure(text)
    return attrs.evolve(found, words=text.strip()[:3])


def falling_over(text):
    return ct.figure(text) if text else ct.figure(text[0])


def answering_with_numbers(text):
    return ct.figure(text).point


def changing_its_mind(text, turn=[0]):  # noqa: B006 - it remembers from call to call, which is the bug
    turn[0] += 1
    if not text and turn[0] % 2:
        return ct.unread(text)
    return ct.figure(text)


@pytest.mark.parametrize(("read", "law"), [
    (rounding, wordings.LAW_RIGHT), (shortening, wordings.LAW_WORDS), (falling_over, wordings.LAW_ANY),
    (answering_with_numbers, wordings.LAW_ANY), (changing_its_mind, wordings.LAW_SAME),
], ids=lambda value: getattr(value, "__name__", ""))  # fmt: skip
def test_a_planted_bug_of_a_reader_of_words_is_found_with_a_short_text(read, law):
    with breaks(law) as broken:
        testing.check_wordings(read)
    assert len(broken.value.example) < 60


def test_a_reader_that_refuses_everything_is_not_wrong():
    def refusing(text):
        raise ct.WordingError(text, ct.WordingReason.unread, (0, 0))

    testing.check_wordings(refusing, examples=FEW)


# Schemes

GONE = ("retracted", "refuted", "misreported", "superseded")


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_the_schemes_of_the_house_keep_the_laws(scheme):
    testing.check_scheme(scheme, examples=FEW)


FORGIVING = Scheme("Forgiving", [
    Grade("they say so themselves", "admitted"), Grade("pulled", GONE),
    Grade("one source", ("unverified", "overtaken", "unverifiable", "contested")),
    Grade("solid", ("confirmed", "corroborated")),
])  # fmt: skip
DEAD = Scheme("Dead", [
    Grade("pulled", GONE), Grade("solid", ("confirmed", "corroborated")),
    Grade("open", ("unverified", "overtaken", "unverifiable", "contested")), Grade("supported", "consistent"),
])  # fmt: skip


def partial_grade(status):
    return {"unverified": 1, "confirmed": 2}[status.state.value]


def no_grade(status):
    return None if status.state.value == "overtaken" else status.state.value


def by_recording(status):
    return status.state.value, status._log.claims.index(status.claim)


def by_crowd(status):
    return status.state.value, len(status._log.claims)


@pytest.mark.parametrize(("scheme", "law"), [
    (FORGIVING, schemes.LAW_STANDS), (DEAD, schemes.LAW_LIVE), (partial_grade, schemes.LAW_TOTAL),
    (no_grade, schemes.LAW_TOTAL), (by_recording, schemes.LAW_ORDER), (by_crowd, schemes.LAW_ECHO),
], ids=["forgiving", "dead", "partial", "none", "order", "crowd"])  # fmt: skip
def test_a_planted_bug_of_a_scheme_is_found(scheme, law):
    with breaks(law) as broken:
        testing.check_scheme(scheme)
    assert "Claim(" in broken.value.example or law == schemes.LAW_LIVE


# Formats


def load_collecting(path):
    return load(path, on_problem="collect")


def test_the_home_format_comes_back():
    testing.check_format(dump, load_collecting, suffix=".jsonl", examples=20)
    testing.assert_round_trip(ct.load(BAMAKO))


def lossless_but_blunt(ledger, path):
    """Drops the retractions, and says nothing."""
    with path.open("wb") as file:
        write((e for e in ledger.entries() if not isinstance(e.record, ct.Retraction)), file)


def stamped(ledger, path, turn=[0]):  # noqa: B006 - it remembers from call to call, which is the bug
    turn[0] += 1
    dump(ledger, path)
    path.write_text(path.read_text(encoding="utf-8") + "\n" * turn[0], encoding="utf-8")


def broken_lines(ledger, path):
    dump(ledger, path)
    path.write_text(path.read_text(encoding="utf-8") + "{}\n", encoding="utf-8")


def vague_losses(ledger, path):
    dump(ledger, path)
    return Losses("vague", (Loss("something", 1, " "),))


def rounding_up(ledger, path):
    kept = Ledger(clock=Clock())
    kept.record_all([says(AFP, 10 * claim.figure.point) for claim in ledger.claims()[:1]])
    dump(kept, path)
    return Losses("rounded", (Loss("figures", 1, "they are rounded"),))


def shortening_lists(ledger, path):
    dump(Ledger(clock=Clock()), path)
    return Losses("short", (Loss("notes", 1, "there is no room"),))


def doubling(ledger, path):
    kept = Ledger(clock=Clock())
    for source in (AFP, RFI):
        kept.record_all([says(source, claim.answer) for claim in ledger.claims()])
    dump(kept, path)
    return Losses("doubled", (Loss("sources", 1, "only two are known"),))


ONE = Ledger(clock=Clock())
ONE.record(says(AFP, 10), says(ct.Source("Army"), ct.declined("refused")))
ONE.retract(ONE.claims()[0], by=AFP, because="in error")


@pytest.mark.parametrize(("write", "law"), [
    (lossless_but_blunt, formats.LAW_BACK), (stamped, formats.LAW_AGAIN), (broken_lines, formats.LAW_CLEAN),
    (vague_losses, formats.LAW_TOLD), (rounding_up, formats.LAW_INVENTED), (doubling, formats.LAW_INVENTED),
    (shortening_lists, formats.LAW_MISSING),
], ids=lambda value: getattr(value, "__name__", ""))  # fmt: skip
def test_a_planted_bug_of_a_format_is_found(write, law):
    with breaks(law) as broken:
        testing.assert_round_trip(ONE, write=write, read=load_collecting)
    assert "Claim(" in broken.value.example


def test_a_format_is_tried_on_ledgers_of_ones_own():
    with breaks(formats.LAW_BACK) as broken:
        testing.check_format(lossless_but_blunt, load_collecting, suffix=".jsonl")
    assert broken.value.example.count("Retraction(") == 1
    assert broken.value.example.count("Claim(") == 1


# What it needs


def test_without_hypothesis_the_assertions_work_and_the_checks_name_the_extra():
    code = """
import sys
sys.modules["hypothesis"] = None
import claimtrack as ct
from claimtrack import testing
from claimtrack.ledger import Ledger
testing.assert_laws(Ledger())
testing.assert_round_trip(Ledger())
for check in (testing.check_policy, testing.check_wordings):
    try:
        check(print)
    except ct.MissingExtra as error:
        assert error.extra == "strategies", error
    else:
        raise SystemExit("no error")
"""
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)

"""The learned policy on ledgers: bearings, estimates, accounts, track records, files."""

from __future__ import annotations

import importlib
import json

import pytest

import claimtrack as ct
from claimtrack import learning
from claimtrack.errors import InvalidField, UnknownRecord
from claimtrack.reconcile import Role, reconcile

MALI = ct.Party("Mali")
JNIM = ct.Party("JNIM", opposes=[MALI])
ARMY = ct.Source("Army", "military", party=MALI)
RADIO = ct.Source("Rebel radio", "belligerent", party=JNIM)
UN = ct.Source("UN", "igo")
AFP = ct.Source("AFP", "agency")
DEAD = ct.killed(of=MALI)


def event(number):
    return ct.Event(f"Attack {number}", occurred=f"2024-01-{number % 28 + 1:02}")


def claim(number, source, figure, question=DEAD, **more):
    day = f"2024-01-{number % 28 + 2:02}"
    return ct.Claim(event(number), source, question, figure, **{"stated": day, **more})


def war(events=25):
    """Army halves, rebels double, give or take; the UN is right."""
    for number in range(events):
        size = 12 + 3 * number
        yield claim(number, ARMY, ct.exactly(size * (80 + 13 * number % 40) // 200))
        yield claim(number, RADIO, ct.exactly(size * (80 + 29 * number % 40) // 50))
        if number % 2:
            yield claim(number, UN, ct.exactly(size))


@pytest.fixture(scope="module")
def ledger():
    held = ct.Ledger()
    held.record_all(war())
    return held


@pytest.fixture(scope="module")
def policy(ledger):
    return learning.fit(ledger)


def record_of(policy, name):
    return next(record for record in policy.track_records if record.name == name)


@pytest.mark.parametrize(
    ("source", "question", "bearing"),
    [
        (ARMY, DEAD, "own"),
        (ARMY, ct.killed(of=JNIM), "enemy"),
        (RADIO, DEAD, "enemy"),
        (UN, DEAD, "neutral"),
        (UN, ct.killed(), "neutral"),
        (ARMY, ct.killed(), None),
        (ARMY, ct.killed(among="civilians"), "civilian"),
        (ARMY, ct.killed(of=[MALI, JNIM]), None),
        (ct.Source("A general", "military"), DEAD, None),
        (ct.Source("A source", anonymous=True), DEAD, None),
        (ct.Source("Friendly paper", "media", aligned_with=JNIM), DEAD, "enemy"),
        (ct.Source("Elsewhere", "military", party=ct.Party("Norway")), DEAD, None),
    ],
)
def test_bearing_is_what_is_declared_and_nothing_else(source, question, bearing):
    said = ct.Claim(event(1), source, question, ct.exactly(5))
    held = ct.Ledger()
    held.record(said, JNIM)
    assert learning.bearing_of(held.log, said) == bearing


def test_habits_are_learned_from_a_ledger(policy):
    assert record_of(policy, "Army").factor == pytest.approx(0.5, abs=0.12)
    assert record_of(policy, "Rebel radio").factor == pytest.approx(2.0, abs=0.4)
    assert record_of(policy, "UN").low < 1 < record_of(policy, "UN").high


def test_an_estimate_says_that_it_is_one(ledger, policy):
    result = reconcile(ledger, DEAD, event(6), policy=policy)
    assert result.estimated
    assert result.best == pytest.approx(30, abs=4)
    assert result.low <= result.best <= result.high
    assert type(result.best) is int
    assert result.interval == (result.low, result.high)
    assert "estimate" in str(result)
    assert result.policy == "learned"


def test_the_account_tells_correction_weight_and_what_it_would_be_without(ledger, policy, golden):
    golden("learning_account", reconcile(ledger, DEAD, event(7), policy=policy).explain())


def test_parts_add_up(ledger, policy):
    found = policy.explain(ledger, DEAD, event(7))
    assert sum(part.weight for part in found.parts) == pytest.approx(1, abs=0.02)
    assert {part.claim.source.name: part.bearing for part in found.parts} == {
        "Army": "own", "Rebel radio": "enemy", "UN": "neutral",
    }  # fmt: skip
    assert all(part.without is not None and part.share == 1 for part in found.parts)


def test_every_claim_is_accounted_for(ledger, policy):
    result = reconcile(ledger, DEAD, event(7), policy=policy)
    assert [entry.role for entry in result.account] == [Role.kept] * 3


def test_with_belligerents_only_it_says_that_the_level_is_assumed():
    claims = [said for said in war() if said.source.id != UN.id]
    policy = learning.fit(claims)
    assert policy.habits.variant == "grid"
    assert "rests on the prior" in reconcile(claims, DEAD, event(3), policy=policy).because


def test_an_unknown_source_is_named(policy):
    said = claim(40, ct.Source("New agency", "agency"), ct.exactly(30))
    assert "No record yet of New agency" in reconcile([said], DEAD, policy=policy).because


def test_an_estimate_is_never_below_a_floor_that_nobody_opposes(policy):
    said = [claim(40, RADIO, ct.exactly(60)), claim(40, UN, ct.at_least(58))]
    result = reconcile(said, DEAD, policy=policy)
    assert result.best >= 58
    assert result.low >= 58
    estimate = policy.explain(said, DEAD)
    assert estimate.raised in (None, 58)


def test_without_a_number_there_is_no_estimate(policy):
    said = claim(40, UN, ct.unquantified("heavy losses"))
    result = reconcile([said], DEAD, policy=policy)
    assert result.best is None
    with pytest.raises(InvalidField, match="states a number"):
        policy.explain([said], DEAD)
    with pytest.raises(InvalidField, match="state numbers"):
        learning.fit([said])


def test_declared_copies_are_one_voice(policy):
    first = [claim(40, UN, ct.exactly(30)), claim(40, RADIO, ct.exactly(60))]
    copied = [*first, claim(40, UN, ct.exactly(30), via=[AFP])]
    one, other = (reconcile(said, DEAD, policy=policy) for said in (first, copied))
    assert (one.low, one.best, one.high) == (other.low, other.best, other.high)


def test_suspected_copies_are_opt_in_and_shown(ledger):
    policy = learning.fit(ledger, suspect=["agency", "igo"])
    said = [claim(40, UN, ct.exactly(37)), claim(40, AFP, ct.exactly(37)), claim(40, RADIO, ct.exactly(90))]
    text = reconcile(said, DEAD, policy=policy).explain()
    assert "a copy is suspected" in text
    assert "a copy is suspected" not in reconcile(said, DEAD, policy=learning.fit(ledger)).explain()
    with pytest.raises(InvalidField, match="list of kinds"):
        learning.fit(ledger, suspect="agency")
    with pytest.raises(InvalidField, match="suspect"):
        learning.fit(ledger, suspect=["blogs"])


def test_track_records_count_what_sources_did():
    held = ct.Ledger()
    first, better = claim(1, AFP, ct.exactly(10)), claim(1, AFP, ct.exactly(14), stated="2024-01-09")
    other, taken_back = claim(1, UN, ct.exactly(14)), claim(2, AFP, ct.exactly(3))
    held.record(first, better, other, taken_back, claim(2, UN, ct.exactly(8)))
    held.retract(taken_back, by=AFP, because="an error")
    video = ct.Evidence("https://example.org/list", kind="document", captured="2024-01-09")
    held.assess(other, "confirmed", by="A", decided="2024-02-01", because="named list", evidence=[video])
    record = record_of(learning.fit(held), "AFP")
    assert (record.events, record.claims, record.revisions, record.retractions) == (2, 3, 1, 1)
    assert (record.judged, record.exact) == (2, 1)
    assert record.days == 1
    assert record.first == 2
    assert 0 <= record.learned <= 1
    assert record.scatter >= 1


def test_records_of_few_figures_lean_on_the_kind(ledger):
    more = ct.Ledger()
    more.record_all([*war(), claim(5, ct.Source("New front", "belligerent", party=JNIM), ct.exactly(27 * 4))])
    policy = learning.fit(more)
    assert record_of(policy, "Rebel radio").factor < record_of(policy, "New front").factor < 4
    assert record_of(policy, "New front").learned < record_of(policy, "Rebel radio").learned


def test_a_figure_that_others_overtook_is_still_a_habit():
    held = ct.Ledger()
    for number in range(1, 20):
        held.record(
            claim(number, ARMY, ct.exactly(10), stated=f"2024-02-{number:02}"),
            claim(number, UN, ct.exactly(20), stated=f"2024-02-{number + 3:02}"),
        )
    assert reconcile(held, DEAD, event(3)).account[-1].role is Role.overtaken
    assert record_of(learning.fit(held), "Army").factor == pytest.approx(0.5, abs=0.15)


def test_records_stand_by_name_and_not_by_rank(policy):
    names = [record.name for record in policy.track_records]
    assert names == sorted(names, key=str.casefold)


def test_a_source_without_bearing_has_no_factor():
    held = ct.Ledger()
    held.record(claim(1, ct.Source("A general", "military"), ct.exactly(3)), claim(1, UN, ct.exactly(9)))
    record = record_of(learning.fit(held), "A general")
    assert record.factor is None
    assert "no bearing declared" in str(record)


@pytest.mark.parametrize("variant", ["linear", "grid"])
def test_a_saved_policy_is_read_back_as_it_was(ledger, tmp_path, variant):
    policy = learning.fit(ledger, variant=variant, suspect=["media"], level=0.8)
    path = tmp_path / "model.json"
    policy.save(path)
    again = learning.load(path)
    assert again.habits == policy.habits
    assert again.track_records == policy.track_records
    assert (again.level, again.suspected) == (policy.level, policy.suspected)
    one, other = (reconcile(ledger, DEAD, event(7), policy=chosen) for chosen in (policy, again))
    assert one.text == other.text


def test_the_file_is_readable(golden, tmp_path):
    held = ct.Ledger()
    held.record(claim(1, UN, ct.exactly(12)), claim(1, RADIO, ct.exactly(12)))
    path = tmp_path / "model.json"
    learning.fit(held, variant="linear").save(path)
    data = json.loads(path.read_text(encoding="utf-8"))
    golden("learning_model.json", json.dumps(shortened(data), indent=1, ensure_ascii=False))


def shortened(value):
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {key: shortened(inner) for key, inner in value.items()}
    return [shortened(inner) for inner in value] if isinstance(value, list) else value


def broken(data, path, value):
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["format"], "something else"),
        (["version"], 2),
        (["extra"], 1),
        (["level"], "high"),
        (["suspected"], "media"),
        (["habits", "variant"], "cubic"),
        (["habits", "typical"], True),
        (["habits", "covariance"], [[1.0]]),
        (["habits", "misses"], 3),
        (["habits", "sources"], {}),
        (["habits", "sources", 0, "noise"], "little"),
        (["habits", "sources", 0, "rank"], 1),
        (["habits", "cells", 0, "source"], "source:nobody"),
        (["habits", "cells", 0, "kind"], 3),
        (["habits", "settings", "tail"], -1),
        (["habits", "settings", "habits", "own", "pinned"], "no"),
        (["track_records", 0, "events"], 1.5),
        (["track_records", 0, "factor"], "x"),
        (["track_records", 0, "bearing"], "friend"),
        (["track_records", 0], {}),
    ],
)
def test_a_file_that_is_not_known_is_refused(policy, tmp_path, path, value):
    good = tmp_path / "model.json"
    policy.save(good)
    data = json.loads(good.read_text(encoding="utf-8"))
    broken(data, path, value)
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(InvalidField):
        learning.load(bad)


def test_what_is_no_json_is_refused(tmp_path):
    path = tmp_path / "model.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(InvalidField, match="JSON"):
        learning.load(path)


def test_a_policy_is_calibrated_on_known_answers(ledger, policy):
    known = {(event(number), DEAD): 12 + 3 * number for number in range(12)}
    taught = policy.calibrate(ledger, known)
    assert len(taught.habits.misses) == 12
    assert reconcile(ledger, DEAD, event(20), policy=taught).interval is not None
    with pytest.raises(InvalidField, match="at least 9"):
        policy.calibrate(ledger, dict(list(known.items())[:3]))
    silent = ct.Ledger()
    silent.record(claim(1, UN, ct.unquantified("losses")))
    with pytest.raises(UnknownRecord, match="number stated"):
        policy.calibrate(silent, {(event(1), DEAD): 3})


def test_a_policy_is_updated_when_the_ledger_has_grown(ledger, policy):
    grown = ct.Ledger()
    grown.record_all([*war(), *(claim(30 + n, UN, ct.exactly(20 + n)) for n in range(5))])
    updated = policy.update(grown)
    assert updated.habits.questions == policy.habits.questions + 5
    assert record_of(updated, "Army").factor == pytest.approx(record_of(policy, "Army").factor, abs=0.02)


def test_baselines_are_policies(ledger):
    for name, baseline in learning.BASELINES.items():
        result = reconcile(ledger, DEAD, event(7), policy=baseline)
        assert result.policy == name
        assert result.estimated
        assert 16 <= result.best <= 66
        empty = reconcile([claim(40, UN, ct.unquantified("losses"))], DEAD, policy=baseline)
        assert empty.best is None
    assert reconcile(ledger, DEAD, event(7), policy=learning.BASELINES["snap"]).best in (16, 33, 66)


def test_a_missing_extra_is_named(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ct.MissingExtra, match=r"claimtrack\[learn\]"):
        importlib.reload(learning)

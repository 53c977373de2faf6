"""Laws of the learned model: what must hold whatever the claims are."""

from __future__ import annotations

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.learning import HABITS, Bearing, Habit, Settings, calibrate, columns, fit_columns
from claimtrack.learning.baselines import catd, crh_absolute, gtm, median, random_effects, snap
from claimtrack.learning.calibration import reach_of

SHAPES = ("point", "range", "at_least", "at_most")
BEARINGS = ("own", "enemy", "civilian", "neutral", None)
VARIANTS = ("linear", "grid")
few = settings(max_examples=40)

counts = st.one_of(st.integers(0, 60), st.integers(0, 5_000), st.just(2**51))


@st.composite
def tables(draw, *, most=14):
    """Columns of claims, as lists."""
    size = draw(st.integers(1, most))
    shapes = draw(st.lists(st.sampled_from(SHAPES), min_size=size, max_size=size))
    low = draw(st.lists(counts, min_size=size, max_size=size))
    wider = draw(st.lists(st.integers(0, 40), min_size=size, max_size=size))
    bearing_of = {f"s{n}": draw(st.sampled_from(BEARINGS)) for n in range(4)}
    source = draw(st.lists(st.sampled_from(sorted(bearing_of)), min_size=size, max_size=size))
    return {
        "question": draw(st.lists(st.sampled_from("abcd"), min_size=size, max_size=size)),
        "source": source,
        "low": low,
        "high": [n + w if shape == "range" else n for n, w, shape in zip(low, wider, shapes, strict=True)],
        "shape": shapes,
        "bearing": [bearing_of[name] for name in source],
    }


def by_label(fitted, values):
    return dict(zip(fitted.columns.questions, np.asarray(values).tolist(), strict=True))


def biases(fitted):
    habits = fitted.habits
    return {
        (habits.sources[cell.source].source, habits.classes[cell.group].bearing): cell.bias
        for cell in habits.cells
    }


def same(one, other, tolerance=1e-6):
    assert one.keys() == other.keys()
    assert all(one[key] == pytest.approx(other[key], abs=tolerance, rel=tolerance) for key in one)


@few
@given(tables(), st.sampled_from(VARIANTS))
def test_nothing_crashes_and_nothing_is_nan(table, variant):
    fitted = fit_columns(columns(**table), variant=variant)
    low, high = fitted.interval()
    for values in (fitted.estimate, low, high, fitted.answer, fitted.spread, fitted.bias, fitted.weight):
        assert np.isfinite(values).all()
    assert (low <= high).all()
    assert (fitted.estimate >= 0).all()
    assert (fitted.spread > 0).all()
    assert ((fitted.level_share >= 0) & (fitted.level_share <= 1)).all()


@few
@given(tables(), st.sampled_from(VARIANTS), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(table, variant, random):
    order = list(range(len(table["low"])))
    random.shuffle(order)
    shuffled = {name: [values[place] for place in order] for name, values in table.items()}
    one, other = (
        fit_columns(columns(**table), variant=variant),
        fit_columns(columns(**shuffled), variant=variant),
    )
    same(by_label(one, one.answer), by_label(other, other.answer))
    same(by_label(one, one.spread), by_label(other, other.spread))
    same(biases(one), biases(other))


@few
@given(tables(), st.data())
def test_a_declared_copy_moves_nothing(table, data):
    place = data.draw(st.integers(0, len(table["low"]) - 1))
    # a source speaks once on each question here: repeats of a source are another law
    seen = {(q, s): n for n, (q, s) in enumerate(zip(table["question"], table["source"], strict=True))}
    kept = sorted(seen.values())
    table = {name: [values[n] for n in kept] for name, values in table.items()}
    place %= len(kept)
    copied = {name: [*values, values[place]] for name, values in table.items()}
    copied["source"] = [*table["source"], "a reprint"]
    copied["origin"] = [None] * len(kept) + [table["source"][place]]
    one, other = fit_columns(columns(**table)), fit_columns(columns(**copied))
    same(by_label(one, one.answer), by_label(other, other.answer))
    same(by_label(one, one.spread), by_label(other, other.spread))


@few
@given(tables(), st.sampled_from(VARIANTS))
def test_recording_everything_twice_moves_nothing(table, variant):
    twice = {name: values * 2 for name, values in table.items()}
    one, other = (
        fit_columns(columns(**table), variant=variant),
        fit_columns(columns(**twice), variant=variant),
    )
    same(by_label(one, one.answer), by_label(other, other.answer))
    same(by_label(one, one.spread), by_label(other, other.spread))


@few
@given(tables(), st.sampled_from(VARIANTS))
def test_a_source_with_no_bearing_gets_no_bias(table, variant):
    fitted = fit_columns(columns(**table), variant=variant)
    bare = np.array([bearing is None for bearing in table["bearing"]])
    assert (fitted.bias[bare] == 0).all()
    assert all(bearing is not None for _, bearing in biases(fitted))


@few
@given(tables())
def test_weights_and_what_rests_on_sizes_make_up_the_whole(table):
    fitted = fit_columns(columns(**table), variant="linear")
    weight = np.bincount(fitted.columns.question, weights=fitted.weight)
    assert weight + fitted.size_share == pytest.approx(np.ones(len(weight)))


@few
@given(tables())
def test_a_wider_level_gives_a_wider_interval(table):
    fitted = fit_columns(columns(**table), variant="linear")
    narrow, wide = fitted.interval(0.5), fitted.interval(0.95)
    assert (wide[0] <= narrow[0]).all()
    assert (wide[1] >= narrow[1]).all()


@settings(max_examples=20)
@given(st.integers(0, 10**6))
def test_without_noise_the_estimate_is_the_answer(seed):
    rng = np.random.default_rng(seed)
    answers = np.exp(rng.uniform(2, 7, 60)).round()
    factor = np.array([1.0, 1.0, 1.0, 2.0, 0.5])
    stands = ["neutral", "neutral", "neutral", "enemy", "own"]
    said = (answers[:, None] + 1) * factor[None, :] - 1
    fitted = fit_columns(columns(
        question=np.repeat(np.arange(60), 5), source=[f"s{n}" for n in range(5)] * 60,
        low=said.ravel().round(), bearing=stands * 60,
    ))  # fmt: skip
    assert np.abs(fitted.answer - np.log1p(answers)).max() < 0.05
    assert biases(fitted)["s3", "enemy"] == pytest.approx(np.log(2), abs=0.05)
    assert biases(fitted)["s4", "own"] == pytest.approx(-np.log(2), abs=0.05)


def coverage(seed):
    """How many of 300 answers lie in their intervals, on data drawn from the model."""
    rng = np.random.default_rng(seed)
    questions, sources = 300, 12
    answers = rng.normal(4, 1, questions)
    stands = np.array(["neutral"] * 6 + ["enemy"] * 3 + ["own"] * 3)
    habit = np.where(stands == "enemy", 0.6, np.where(stands == "own", -0.5, 0.0))
    habit = habit + np.where(stands == "neutral", 0.1, 0.3) * rng.normal(size=sources)
    noise = rng.uniform(0.2, 0.5, sources)
    question, source = np.nonzero(rng.random((questions, sources)) < 0.4)
    said = answers[question] + habit[source] + noise[source] * rng.standard_t(4, len(question))
    fitted = fit_columns(columns(
        question=question, source=source, low=np.maximum(np.expm1(said), 0).round(),
        bearing=stands[source].tolist(),
    ))  # fmt: skip
    asked = np.array(fitted.columns.questions)
    low, high = fitted.interval(0.9)
    people = np.expm1(answers[asked])
    return np.mean((low <= people) & (people <= high))


@settings(max_examples=8)
@given(st.integers(0, 10**6))
def test_intervals_cover_what_they_promise_on_data_drawn_from_the_model(seed):
    assert 0.9 <= np.mean([coverage(seed + more) for more in range(10)]) <= 0.99


@few
@given(tables(most=12), st.integers(0, 3_000))
def test_a_thousandfold_outlier_is_survived(table, count):
    size = len(table["low"])
    table["low"] = [count] * size
    table["high"] = [count * 1000] * size
    table["shape"] = ["point"] * (size - 1) + ["range"]
    assert np.isfinite(fit_columns(columns(**table)).estimate).all()


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(
    "rows",
    [
        {"question": ["a", "a"], "source": ["x", "y"], "low": [0, 0]},
        {"question": ["a"], "source": ["x"], "low": [12]},
        {"question": ["a", "b", "c"], "source": ["x"] * 3, "low": [1, 50, 7]},
        {"question": ["a"] * 4, "source": list("wxyz"), "low": [20, 22, 19, 20_000]},
        {
            "question": ["a", "a", "b"],
            "source": ["x", "y", "x"],
            "low": [5, 9, 30],
            "shape": ["at_least"] * 3,
        },
    ],
    ids=["all zero", "one claim", "one source", "outlier", "all at least"],
)
@pytest.mark.parametrize("bearing", ["own", "enemy", "neutral", None])
def test_degenerate_inputs_get_an_answer(rows, bearing, variant):
    fitted = fit_columns(columns(**rows, bearing=[bearing] * len(rows["low"])), variant=variant)
    low, high = fitted.interval()
    assert np.isfinite([*fitted.estimate, *low, *high]).all()
    if rows["low"] == [0, 0] and bearing != "own":  # one's own "none" is read as somewhat more
        assert round(float(fitted.estimate[0])) == 0


def test_the_outlier_is_outvoted():
    rows = columns(question=["a"] * 4, source=list("wxyz"), low=[20, 22, 19, 20_000], bearing=["neutral"] * 4)
    assert 15 <= fit_columns(rows).estimate[0] <= 30


@few
@given(tables(), st.floats(0.1, 3))
def test_where_nobody_is_partisan_their_assumed_habits_do_not_matter(table, mean):
    table["bearing"] = [None if bearing is None else "neutral" for bearing in table["bearing"]]
    other = Settings(habits={**HABITS, Bearing.enemy: Habit(mean, 0.5, 0.3)})
    one, two = fit_columns(columns(**table)), fit_columns(columns(**table), other)
    assert one.answer == pytest.approx(two.answer)
    assert (one.level_share == 0).all()


@given(st.lists(st.floats(0, 20), min_size=9, max_size=60))
def test_a_calibrated_interval_reaches_as_far_as_enough_misses(found):
    reach = reach_of(tuple(sorted(found)), 0.9)
    assert sum(miss <= reach for miss in found) >= 0.9 * len(found)


@few
@given(tables())
def test_calibration_on_the_estimates_themselves_gives_no_width_to_spare(table):
    fitted = fit_columns(columns(**table), variant="linear")
    known = {
        question: round(float(best))
        for question, best in zip(fitted.columns.questions, fitted.estimate, strict=True)
    }
    misses = calibrate(fitted, known).habits.misses
    assert len(misses) == len(known)
    assert list(misses) == sorted(misses)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4), st.floats(0, 9)), min_size=1, max_size=30))
def test_baselines_stay_within_what_is_said(rows):
    _, question = np.unique([row[0] for row in rows], return_inverse=True)
    source, values = np.array([row[1] for row in rows]), np.array([row[2] for row in rows])
    size = int(question.max()) + 1
    low, high = np.full(size, np.inf), np.full(size, -np.inf)
    np.minimum.at(low, question, values)
    np.maximum.at(high, question, values)
    mean = random_effects(question, values, np.full(len(values), 0.05), size)[0]
    for estimate in (
        median(question, values, size), crh_absolute(question, source, values, size, 5)[0],
        catd(question, source, values, size, 5)[0], gtm(question, source, values, size, 5)[0], mean,
        snap(question, values, mean),
    ):  # fmt: skip
        assert (estimate >= low - 1e-9).all()
        assert (estimate <= high + 1e-9).all()
    assert np.isin(snap(question, values, mean), values).all()


@few
@given(tables())
def test_settings_are_kept_with_the_habits(table):
    chosen = attrs.evolve(Settings(), tail=6.0)
    assert fit_columns(columns(**table), chosen).habits.settings == chosen

"""Columns, coding, equations and copies: the parts that the learned model is made of."""

from __future__ import annotations

import attrs
import numpy as np
import pytest

from claimtrack.errors import InvalidField, UnknownRecord, WrongType
from claimtrack.figures import about, at_least, at_most, between, exactly, unquantified, unread
from claimtrack.learning import Shape, answer_columns, calibrate, columns, fit_columns, suspect
from claimtrack.learning import equations as eq
from claimtrack.learning.arrays import chi_square_quantile, t_quantile, weighted_median
from claimtrack.learning.calibration import reach_of
from claimtrack.learning.coding import LEAST_EXCESS, code_figure, encode, rounding


def people(seed=0, questions=80, sources=9, chance=0.5):
    rng = np.random.default_rng(seed)
    answers = rng.normal(3, 1, questions)
    stands = np.array(["neutral", "enemy", "own"])[np.arange(sources) % 3]
    habit = np.where(stands == "enemy", 0.7, np.where(stands == "own", -0.6, 0)) + rng.normal(0, 0.2, sources)
    question, source = np.nonzero(rng.random((questions, sources)) < chance)
    said = answers[question] + habit[source] + 0.3 * rng.standard_t(4, len(question))
    low = np.maximum(np.expm1(said), 0).round()
    return columns(question=question, source=source, low=low, bearing=stands[source].tolist()), habit


def test_a_table_of_published_quantiles():
    assert t_quantile(0.95, 6) == pytest.approx(1.9432, abs=1e-4)
    assert t_quantile(0.975, 10) == pytest.approx(2.2281, abs=1e-4)
    assert chi_square_quantile(0.025, 1) == pytest.approx(0.000982, abs=1e-6)
    assert chi_square_quantile(0.95, 10) == pytest.approx(18.307, abs=1e-3)
    assert chi_square_quantile(0.025, 1000) == pytest.approx(914.257, abs=0.02)


def test_the_weighted_median_takes_the_middle_of_an_even_split():
    found = weighted_median(
        np.array([0, 0, 1, 1, 1]), 3, np.array([1.0, 3, 5, 7, 9]), np.array([1.0, 1, 1, 1, 5])
    )
    assert found[:2].tolist() == [2, 9]
    assert np.isnan(found[2])


def test_rounding_is_read_off_the_number():
    stated = np.array([0.0, 7, 15, 40, 77, 100, 700, 12_000, 20])
    assert rounding(stated).tolist() == [0.5, 0.5, 2.5, 5, 0.5, 5, 50, 500, 2.5]


def test_one_sided_words_mean_somewhat_more_and_leave_more_open():
    shape = np.array([int(member) for member in Shape])
    centre, variance = encode(shape, np.array([40.0, 40, 40, 0]), np.array([40.0, 60, 40, 40]))
    exact = np.log1p(40)
    assert centre[0] == pytest.approx(exact)
    assert exact < centre[1] < np.log1p(60)
    assert centre[2] == pytest.approx(exact + LEAST_EXCESS)
    assert centre[3] == pytest.approx(exact - LEAST_EXCESS)
    assert variance[0] < variance[1] < variance[2] == pytest.approx(variance[3])


@pytest.mark.parametrize(
    ("figure", "shape", "low", "high"),
    [
        (exactly(77), Shape.point, 77, 77),
        (exactly(0), Shape.point, 0, 0),
        (at_least(20), Shape.at_least, 20, 20),
        (at_most(12), Shape.at_most, 0, 12),
        (between(70, 79), Shape.range, 70, 79),
        (about(50), Shape.range, 45, 55),
    ],
)
def test_figures_become_rows(figure, shape, low, high):
    coded = code_figure(figure)
    assert (coded.shape, coded.low, coded.high) == (shape, low, high)


@pytest.mark.parametrize("figure", [None, unquantified("heavy losses"), unread("???")])
def test_words_without_a_number_are_no_row(figure):
    assert code_figure(figure) is None


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"low": [1, 2, 3]}, "low"),
        ({"low": [1, -2]}, "low"),
        ({"low": [1, float("nan")]}, "low"),
        ({"low": ["x", 2]}, "low"),
        ({"high": [0, 9]}, "high"),
        ({"shape": ["point", "roughly"]}, "shape"),
        ({"shape": np.array([0, 9])}, "shape"),
        ({"bearing": ["own", "friend"]}, "bearing"),
        ({"source": ["x"]}, "source"),
        ({"origin": [None]}, "origin"),
    ],
)
def test_columns_name_what_is_wrong(given, field):
    table = {"question": ["a", "a"], "source": ["x", "y"], "low": [1, 2], **given}
    with pytest.raises(InvalidField) as caught:
        columns(**table)
    assert caught.value.field == field


def test_no_rows_are_refused():
    rows = columns(question=[], source=[], low=[])
    with pytest.raises(InvalidField, match="at least one row"):
        fit_columns(rows)
    with pytest.raises(InvalidField, match="variant"):
        fit_columns(people()[0], variant="best")


def test_repeats_of_a_source_share_one_voice():
    rows = columns(question=["a"] * 3, source=["x", "x", "y"], low=[5, 6, 9])
    assert rows.share.tolist() == [0.5, 0.5, 1]


def test_sources_that_cannot_be_written_down_are_refused():
    with pytest.raises(WrongType, match="texts or whole numbers"):
        fit_columns(columns(question=["a"], source=[("x", 1)], low=[3]))


def system(seed=3):
    rows, _ = people(seed)
    order = np.lexsort((rows.cell, rows.question))
    links = eq.link(rows.question[order], rows.cell[order], len(rows.cells))
    rng = np.random.default_rng(seed)
    precision, centre = rng.uniform(1, 9, len(rows)), rng.normal(3, 1, len(rows))
    class_of = np.array([group for _, group in rows.cells])
    prior = eq.Prior(class_of, np.full(3, 0.1), np.array([0.0, 0.6, -0.5]), np.array([1e-4, 0.25, 0.25]))
    terms = {
        "weight": links.by_link(precision), "total": links.by_question(precision),
        "pull": links.by_question(precision * centre), "moment": links.by_link(precision * centre),
        "prior": prior, "start": np.zeros(len(class_of) + 3), "invert": True,
    }  # fmt: skip
    return rows, order, links, precision, centre, prior, terms


def brute_force(rows, order, precision, centre, prior):
    """All unknowns in one dense system, nothing eliminated."""
    questions, cells, classes = len(rows.questions), len(rows.cells), len(prior.mean)
    size = questions + cells + classes
    matrix, right = np.zeros((size, size)), np.zeros(size)
    for n, row in enumerate(order):
        places = [rows.question[row], questions + rows.cell[row]]
        matrix[np.ix_(places, places)] += precision[n]
        right[places] += precision[n] * centre[n]
    for cell, group in enumerate(prior.class_of):
        a, b = questions + cell, questions + cells + group
        matrix[np.ix_([a, b], [a, b])] += np.array([[1, -1], [-1, 1]]) / prior.spread2[group]
    for group in range(classes):
        place = questions + cells + group
        matrix[place, place] += 1 / prior.mean2[group]
        right[place] += prior.mean[group] / prior.mean2[group]
    whole = np.linalg.inv(matrix)
    return whole @ right, whole


def test_the_equations_are_those_of_the_whole_system():
    rows, order, links, precision, centre, prior, terms = system()
    found = eq.solve(links, **terms)
    expected, covariance = brute_force(rows, order, precision, centre, prior)
    questions, cells = len(rows.questions), len(rows.cells)
    assert found.answer == pytest.approx(expected[:questions])
    assert found.bias == pytest.approx(expected[questions : questions + cells])
    assert found.mean == pytest.approx(expected[questions + cells :])
    assert found.covariance == pytest.approx(covariance[questions:, questions:])
    unsure = eq.bias_variance(links, terms["weight"], terms["total"], found)
    assert unsure + 1 / terms["total"] == pytest.approx(np.diagonal(covariance)[:questions])


def test_crowded_questions_are_solved_as_the_others(monkeypatch):
    plain = eq.solve(system()[2], **system()[-1])
    monkeypatch.setattr(eq, "CROWDED", 2)
    *_, links, _, _, _, terms = system()
    crowded = eq.solve(links, **terms)
    assert len(links.crowded) > 0
    assert crowded.bias == pytest.approx(plain.bias)
    unsure = eq.bias_variance(links, terms["weight"], terms["total"], crowded)
    assert unsure == pytest.approx(eq.bias_variance(system()[2], terms["weight"], terms["total"], plain))


def test_conjugate_gradients_come_to_the_same_solution(monkeypatch):
    plain = eq.solve(system()[2], **system()[-1])
    monkeypatch.setattr(eq, "DENSE", 0)
    monkeypatch.setattr(eq, "INVERTED", 0)
    *_, links, _, _, _, terms = system()
    stepped = eq.solve(links, **terms)
    assert stepped.covariance is None
    assert stepped.bias == pytest.approx(plain.bias, abs=1e-4)
    assert stepped.answer == pytest.approx(plain.answer, abs=1e-4)


def test_very_many_cells_are_fitted_alike(monkeypatch):
    rows, _ = people()
    plain = fit_columns(rows, variant="linear")
    monkeypatch.setattr(eq, "DENSE", 0)
    monkeypatch.setattr(eq, "INVERTED", 0)
    stepped = fit_columns(rows, variant="linear")
    assert stepped.habits.covariance is None
    assert stepped.answer == pytest.approx(plain.answer, abs=0.05)
    assert answer_columns(rows, stepped.habits).answer == pytest.approx(stepped.answer, abs=0.05)


def test_habits_are_found_again():
    rows, habit = people(questions=400)
    for variant in ("linear", "grid"):
        fitted = fit_columns(rows, variant=variant)
        for cell in fitted.habits.cells:
            source = fitted.habits.sources[cell.source].source
            assert cell.bias == pytest.approx(habit[source], abs=0.25)


@pytest.mark.parametrize("variant", ["linear", "grid"])
def test_answering_with_what_was_learned_comes_to_the_fit(variant):
    rows, _ = people(questions=200)
    fitted = fit_columns(rows, variant=variant)
    again = answer_columns(rows, fitted.habits)
    assert np.abs(again.answer - fitted.answer).max() < 0.05


def test_beginning_from_what_was_learned_ends_in_the_same_place_sooner():
    rows, _ = people(questions=200)
    cold = fit_columns(rows, variant="linear")
    warm = fit_columns(rows, variant="linear", start=cold.habits)
    assert warm.steps < cold.steps
    assert warm.answer == pytest.approx(cold.answer, abs=0.02)


def test_sizes_of_events_say_nothing_of_habits():
    small = {"question": [], "source": [], "low": [], "bearing": []}
    for n in range(40):
        for who, count, stands in (("UN", 10 + n, "neutral"), ("rebels", 10 + n, "enemy")):
            small["question"].append(n)
            small["source"].append(who)
            small["low"].append(count)
            small["bearing"].append(stands)
    alone = {name: list(values) for name, values in small.items()}
    for n in range(600):  # large events on which the rebels speak alone
        alone["question"].append(1000 + n)
        alone["source"].append("rebels")
        alone["low"].append(5000 + n)
        alone["bearing"].append("enemy")
    one, other = (fit_columns(columns(**table), variant="linear") for table in (small, alone))
    bias = [
        next(c.bias for c in f.habits.cells if f.habits.classes[c.group].bearing == "enemy")
        for f in (one, other)
    ]
    assert bias[1] == pytest.approx(bias[0], abs=0.1)


def test_a_level_that_nobody_holds_rests_on_the_prior():
    table = {"question": ["a", "a", "b", "b"], "source": ["x", "y"] * 2, "low": [5, 40, 8, 70]}
    partisans = fit_columns(columns(**table, bearing=["own", "enemy"] * 2), variant="linear")
    held = fit_columns(columns(**table, bearing=["own", "neutral"] * 2), variant="linear")
    assert (partisans.level_share > 0.9).all()
    assert (held.level_share < 0.4).all()


def test_suspicion_falls_on_odd_figures_and_is_off_by_default():
    rows = columns(
        question=["a"] * 3 + ["b"] * 3, source=["x", "y", "z"] * 2, low=[37, 37, 90, 20, 20, 90],
        bearing=["neutral"] * 6,
    )  # fmt: skip
    assert (fit_columns(rows).columns.share == 1).all()
    found = suspect(rows, np.full(3, 0.4), np.ones(6, dtype=bool))
    assert found.chance[0] > found.chance[1] > 0
    assert found.share[0] < found.share[3] < 1
    assert found.share[2] == found.share[5] == 1
    spared = suspect(rows, np.full(3, 0.4), np.array([True, False, True] * 2))
    assert (spared.share == 1).all()
    assert (fit_columns(rows, suspected=np.ones(6, dtype=bool)).columns.share < 1).sum() == 4
    with pytest.raises(InvalidField, match="rate"):
        suspect(rows, np.full(3, 0.4), np.ones(6, dtype=bool), rate=1.0)


def test_known_answers_set_how_far_intervals_reach():
    rows, _ = people()
    fitted = fit_columns(rows, variant="linear")
    far = {n: int(fitted.estimate[n] * 3 + 50) for n in range(30)}
    wide = calibrate(fitted, far)
    assert (wide.interval()[1] > fitted.interval()[1]).all()
    with pytest.raises(InvalidField, match="at least 9"):
        calibrate(fitted, {0: 4, 1: 9}).interval(0.9)
    with pytest.raises(UnknownRecord):
        calibrate(fitted, {"nowhere": 4})
    with pytest.raises(InvalidField, match="at least one"):
        calibrate(fitted, {})
    with pytest.raises(InvalidField, match="probability"):
        reach_of((), 1.5)


def test_settings_refuse_what_cannot_be():
    settings = fit_columns(people()[0]).habits.settings
    with pytest.raises(InvalidField, match="tail"):
        attrs.evolve(settings, tail=0)
    with pytest.raises(InvalidField, match="common_error"):
        attrs.evolve(settings, common_error=1.0)
    with pytest.raises(InvalidField, match="Habit for"):
        attrs.evolve(settings, habits={})

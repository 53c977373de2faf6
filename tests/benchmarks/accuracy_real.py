"""The learned model on real reports: held-out reports of losses, and deaths in electoral violence."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from tabulate import tabulate

import claimtrack as ct
from claimtrack.io.estimates import estimate
from claimtrack.learning import BASELINES, LearnedPolicy, columns, fit, fit_columns
from claimtrack.learning.habits import Habits
from claimtrack.reconcile import DEFAULT, POLICIES, reconcile
from claimtrack.reconcile.ruling import name_of

DATA = Path(__file__).parent.parent / "data"
SIDES = {"RU Source": "Russia", "UA Source": "Ukraine"}
SHAPES = {"point": "point", "atleast": "at_least", "atmost": "at_most"}
DRAWS = 200
Row = Mapping[str, str]


def tabled(rows: list[list[str]], heads: Sequence[str]) -> str:
    """A table for the page; columns of numbers are aligned at the right."""
    sides = ["right" if cells[0][:1] in "+-0123456789" else "left" for cells in zip(*rows, strict=True)]
    return tabulate(rows, heads, tablefmt="pipe", disable_numparse=True, colalign=sides)


def loss_reports() -> list[Row]:
    """The reports of losses in Ukraine, 2022."""
    with (DATA / "ruua" / "claims.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bearing(report: Row) -> str:
    """How the source of a report stands to those who are counted."""
    side = SIDES.get(report["source"])
    if side is None:
        return "neutral"
    if report["category"].startswith("Civilian"):
        return "civilian"
    return "own" if side == report["target"] else "enemy"


def loss_columns(reports: list[Row]):
    """Reports of losses as columns."""
    return columns(
        question=[report["item"] for report in reports],
        source=[report["source"] for report in reports],
        low=[float(report["value"]) for report in reports],
        shape=[SHAPES[report["kind"]] for report in reports],
        bearing=[bearing(report) for report in reports],
    )


def hide(reports: list[Row], seed: int) -> tuple[list[Row], list[Row]]:
    """Hide one source on every question that several answer: what is left, and one report of each hidden."""
    rng = np.random.default_rng(seed)
    asked: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, report in enumerate(reports):
        asked[report["item"]][report["source"]].append(place)
    gone: set[int] = set()
    hidden = []
    for sources in asked.values():
        if len(sources) > 1:
            places = sources[sorted(sources)[rng.integers(len(sources))]]
            gone.update(places)
            hidden.append(reports[places[0]])
    return [report for place, report in enumerate(reports) if place not in gone], hidden


def bias_of(habits: Habits, source: str, stands: str) -> float:
    """The bias a fit gives a source with a bearing; that of its class where it has none."""
    for cell in habits.cells:
        if habits.sources[cell.source].source == source and habits.classes[cell.group].bearing == stands:
            return cell.bias
    return next((group.mean for group in habits.classes if group.bearing == stands), 0.0)


def held_out(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Absolute log errors of predicted reports: the learned model's, and those of a median of the others."""
    left, hidden = hide(loss_reports(), seed)
    fitted = fit_columns(loss_columns(left))
    number = {question: place for place, question in enumerate(fitted.columns.questions)}
    said = defaultdict(list)
    for report in left:
        said[report["item"]].append(float(report["value"]))
    ours, plain = [], []
    for report in hidden:
        centre = np.log1p(float(report["value"]))
        expected = fitted.answer[number[report["item"]]] + bias_of(
            fitted.habits, report["source"], bearing(report)
        )
        ours.append(abs(centre - expected))
        plain.append(abs(centre - np.log1p(np.median(said[report["item"]]))))
    return np.array(ours), np.array(plain)


def people_habits() -> Habits:
    """What the reports on people show of the two sides."""
    people = [r for r in loss_reports() if r["category"].startswith(("Military", "Civilian"))]
    return fit_columns(loss_columns(people), variant="linear").habits


def factors() -> list[list[str]]:
    """By how much each side's reports on people differ from the level that third parties hold."""
    habits = people_habits()
    return [
        [
            habits.sources[cell.source].source, habits.classes[cell.group].bearing,
            f"{np.exp(cell.bias):.2f}",
            f"{np.exp(cell.bias - 1.943 * cell.spread):.2f}–{np.exp(cell.bias + 1.943 * cell.spread):.2f}",
            f"{cell.questions}",
        ]
        for cell in sorted(habits.cells, key=lambda cell: (cell.source, cell.group))
        if habits.classes[cell.group].bearing != "neutral"
    ]  # fmt: skip


def ruua_tables() -> str:
    """Held-out reports, and the factors that the whole of them show."""
    errors = [held_out(seed) for seed in range(1000, 1005)]
    rows = [
        [
            name,
            f"{np.mean([np.median(pair[k]) for pair in errors]):.3f}",
            f"{np.mean([pair[k].mean() for pair in errors]):.3f}",
        ]
        for k, name in enumerate(("learned", "median of the other reports"))
    ]
    table = tabled(rows, ("method", "median log error", "mean log error"))
    shown = tabled(factors(), ("source", "bearing", "factor", "90 %", "questions"))
    return (
        f"{len(loss_reports()):,} reports of losses, Russia and Ukraine 2022 (Radford et al. 2023, PNAS, "
        "doi:10.1073/pnas.2307372120, MIT). No answers are known, so a source is hidden on each question "
        f"that several answer ({len(errors[0][0])} questions, five draws, seeds 1000 to 1004), and its "
        f"report is predicted from the others.\n\n{table}\n\n"
        "The factors by which the two sides' reports on people "
        f"differ from the level that third parties hold (all reports on people):\n\n{shown}"
    )


def draw_factors(path: Path, drawn_from: str) -> None:
    """The factors with their 90 per cent intervals, as a picture that says what it was drawn from."""
    from matplotlib.figure import Figure

    habits = people_habits()
    cells = [cell for cell in habits.cells if habits.sources[cell.source].source in SIDES]
    cells.sort(key=lambda cell: cell.bias)
    figure = Figure(figsize=(6.4, 2.6), layout="constrained")
    axes = figure.subplots()
    axes.set_xscale("log")
    axes.axvline(1, color="grey", linewidth=1)
    for height, cell in enumerate(cells):
        ends = np.exp(cell.bias + 1.943 * cell.spread * np.array([-1, 1]))
        axes.plot(ends, [height, height], color="#37474f", linewidth=2)
        axes.plot([np.exp(cell.bias)], [height], "o", color="#37474f")
    names = [f"{habits.sources[c.source].source}, {habits.classes[c.group].bearing}" for c in cells]
    axes.set_yticks(range(len(cells)), names)
    axes.set_xticks([0.125, 0.25, 0.5, 1, 2, 4], ["⅛", "¼", "½", "1", "2", "4"])
    axes.minorticks_off()
    axes.set_xlabel("reported, as a multiple of the level that third parties hold")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.savefig(path, metadata={"Date": None, "Description": drawn_from})


def electoral_deaths() -> tuple[ct.Ledger, dict[ct.Event, int]]:
    """A ledger of press reports, and the findings of NGOs, the UN and commissions left out of it."""
    with (DATA / "maverick" / "deaths.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ledger, found = ct.Ledger(), defaultdict(list)
    events: dict[str, ct.Event] = {}
    killed = ct.killed()
    for row in rows:
        event = events.setdefault(row["event_id"], ct.Event(row["event_id"], key=row["event_id"]))
        grade, best = int(row["source_classification"]), int(row["deaths_best"])
        if grade >= 3:
            found[event.key].append((grade, best))
            continue
        figure, _ = estimate(int(row["deaths_low"]), best, int(row["deaths_high"]))
        source = ct.Source(row["source_author"], key=row["source_author"], kind="media")
        ledger.record_all([ct.Claim(event, source, killed, figure, stated=row["published"] or None)])
    reported = {claim.event.key for claim in ledger.claims()}
    answers = {}
    for key, findings in found.items():
        if key in reported:
            top = max(grade for grade, _ in findings)
            counts = sorted(count for grade, count in findings if grade == top)
            answers[next(e for e in events.values() if e.key == key)] = counts[(len(counts) - 1) // 2]
    return ledger, answers


def maverick_tables() -> str:
    """Policies on press reports against the later finding, on events where every policy gives a figure."""
    ledger, answers = electoral_deaths()
    model = fit(ledger)
    policies = {
        "learned": model,
        f"default ({name_of(DEFAULT)})": DEFAULT,
        "weighted_median": POLICIES["weighted_median"],
        "lowest": POLICIES["lowest"],
        **BASELINES,
    }
    results = {
        name: {event: reconcile(ledger, ct.killed(), event, policy=policy) for event in answers}
        for name, policy in policies.items()
    }
    common = [event for event in answers if all(found[event].best is not None for found in results.values())]
    several = [event for event in common if len(results["learned"][event].voices) > 1]
    rows = [
        [name, *_deaths(found, common, answers), *_deaths(found, several, answers)[:1]]
        for name, found in results.items()
    ]
    inside = [event for event in common if _covers(results["learned"][event], answers[event])]
    covered = _calibrated(model, ledger, {event: answers[event] for event in common})
    table = tabled(rows, ("policy", "log error", "exact", "within 20 %", "log error, several voices"))
    return (
        "MAVERICK, Côte d'Ivoire 1995–2022 (CC BY 4.0). The press reports are the claims "
        f"({len(ledger.claims())} on {len(ledger.events)} events); the answer is the finding of the highest "
        "class of later source (commission of inquiry, else NGO or UN), left out of the ledger: "
        f"{len(common)} events, "
        f"{len(several)} of them with several voices. The model was not tuned on them, but the half weight "
        "of overtaken figures is that of the default policy, which was chosen on such tolls. All sources are "
        "press, "
        f"so the model has no bias to take off; it was fitted to all press reports "
        f"({model.habits.variant} variant).\n\n{table}\n\n"
        f"Its 90 % intervals hold {len(inside)} of {len(common)} findings. Calibrated on a random half of "
        f"the events they hold {np.mean(covered):.0%} of the other half, the mean of {len(covered)} draws "
        f"(nine of ten lie between {np.quantile(covered, 0.05):.0%} and {np.quantile(covered, 0.95):.0%}: "
        "twenty answers are few). The finding is often of a later day than the reports and counts those who "
        "died since, which no method that only reads the reports can know."
    )


def _calibrated(model: LearnedPolicy, ledger: ct.Ledger, answers: Mapping[ct.Event, int]) -> list[float]:
    """Which share of the findings intervals hold that were calibrated on a random half of the others."""
    rng, events, shares = np.random.default_rng(1000), sorted(answers, key=lambda event: event.key), []
    for _ in range(DRAWS):
        drawn = [events[place] for place in rng.permutation(len(events))]
        known, rest = drawn[: len(drawn) // 2], drawn[len(drawn) // 2 :]
        taught = model.calibrate(ledger, {(event, ct.killed()): answers[event] for event in known})
        found = (reconcile(ledger, ct.killed(), event, policy=taught) for event in rest)
        shares.append(np.mean([_covers(one, answers[event]) for one, event in zip(found, rest, strict=True)]))
    return shares


def _covers(found, answer: int) -> bool:
    return found.interval is not None and found.interval[0] <= answer <= found.interval[1]


def _deaths(found: Mapping, events: list, answers: Mapping) -> list[str]:
    best = np.array([found[event].best for event in events], dtype=float)
    true = np.array([answers[event] for event in events], dtype=float)
    error = np.abs(np.log((best + 1) / (true + 1))).mean()
    return [
        f"{error:.3f}",
        f"{np.mean(best == true):.0%}",
        f"{np.mean(np.abs(best - true) <= 0.2 * true):.0%}",
    ]

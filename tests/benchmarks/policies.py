"""How near each policy comes to tolls that were found out later.

    python tests/benchmarks/policies.py            # print the tables
    python tests/benchmarks/policies.py --write    # and put them into docs/reference/policies.md

Three measurements, each beside the plain median, minimum, maximum and mean of the same reports:

- MAVERICK, Côte d'Ivoire: the figure of the gravest source of an event is predicted from the reports of all
  less grave ones. The gravest is a commission of inquiry, else an NGO or the UN; where several are as grave,
  the lower middle of theirs. Zeros are missing and are left out. The events are split in two by a hash of
  their id. A first look printed both halves, so neither is unseen in the strict sense.
- Two Sahel attacks whose toll was found out later, from what was known before.
- Made-up conflicts with known answers, from seeds that no choice was made on.

And how much of it could be chance: the same events paired, and a rule chosen on one half tried on the other.
"""

from __future__ import annotations

import contextlib
import csv
import io
import math
import runpy
import statistics
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import NamedTuple

import claimtrack as ct
from claimtrack.reconcile import POLICIES, Policy, Weights, reconcile_all, weighted_median

ROOT = Path(__file__).parents[2]
MAVERICK = ROOT / "tests" / "data" / "maverick" / "deaths.csv"
PAGE = ROOT / "docs" / "reference" / "policies.md"
SEEDS = (7001, 7002, 7003)

KINDS = {
    "International news agency": "agency",
    "International news media": "media",
    "National news media": "media",
    "International civil society organization": "ngo",
    "Human rights commission": "official",
    "International organization": "igo",
    "National government agency": "government",
}


class Case(NamedTuple):
    """Reports of one toll, and what was found out later."""

    key: str
    claims: tuple[ct.Claim, ...]
    points: tuple[int, ...]
    answer: int


class Marks(NamedTuple):
    """How one rule did: cases, answered, exact, within a fifth, mean error, log error, and bias in logs."""

    cases: int
    answered: int
    exact: int
    near: int
    mean: float
    log: float
    bias: float


# MAVERICK


def maverick() -> Iterator[Case]:
    """Every event with a grave source and at least one less grave report."""
    events: dict[str, list[dict[str, str]]] = {}
    with MAVERICK.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            events.setdefault(row["event_id"], []).append(row)
    for key, rows in events.items():
        gravest = max(_gravity(row) for row in rows)
        grave = sorted(int(row["deaths_best"]) for row in rows if _gravity(row) == gravest)
        rest = [row for row in rows if _gravity(row) < gravest]
        if gravest >= 3 and rest:
            event = ct.Event(key, key=key)
            claims = tuple({claim.id: claim for claim in (_report(event, row) for row in rest)}.values())
            yield Case(
                key, claims, tuple(int(row["deaths_best"]) for row in rest), grave[(len(grave) - 1) // 2]
            )


def _gravity(row: dict[str, str]) -> float:
    return float(row["source_classification"] or 0)


def _report(event: ct.Event, row: dict[str, str]) -> ct.Claim:
    low, best, high = (int(row[f"deaths_{end}"]) for end in ("low", "best", "high"))
    if low == best == high:
        figure = ct.exactly(best)
    else:
        figure = ct.Figure((low, high), (low, high), ct.FigureKind.range, point=best)
    kind = KINDS.get(row["source_type"], "other")
    return ct.Claim(
        event, ct.Source(row["source_author"], kind), ct.killed(), figure, stated=row["published"] or None
    )


def first_half(key: str) -> bool:
    """In which half of the events an event is."""
    return sha256(key.encode()).digest()[-1] % 2 == 0


# Made-up conflicts


def made_up(world: str, seed: int) -> Iterator[Case]:
    """Every toll of a made-up conflict that at least two claims state a point for."""
    sys.path.insert(0, str(Path(__file__).parent))
    from simulator import WORLDS, simulate

    conflict = simulate(WORLDS[world], seed=seed)
    state, rebels = ct.Party("State"), ct.Party("Rebels", opposes=[ct.Party("State")])
    sides = {"state": state, "rebels": rebels}
    other = {"state": "rebels", "rebels": "state"}
    targets = {}
    for report in conflict.reports:
        side = report.speaker.split()[0]
        found = {"own": side, "enemy": other.get(side), "civilian": "civilians"}.get(report.bearing)
        targets[report.question] = found or targets.get(report.question, "civilians")
    claims: dict[int, list[ct.Claim]] = {}
    spoken: dict[tuple[int, str], ct.Claim] = {}
    for report in conflict.reports:
        claim = _made_up_claim(report, targets[report.question], sides, spoken)
        spoken[report.question, report.speaker] = claim
        claims.setdefault(report.question, []).append(claim)
    for number, several in claims.items():
        points = tuple(claim.answer.point for claim in several if claim.answer.point is not None)
        if len(points) > 1:
            yield Case(f"{world} {seed} {number}", tuple(several), points, conflict.answers[number])


def _made_up_claim(report, target, sides, spoken) -> ct.Claim:
    low, high = int(report.low), int(report.high)
    figure = {
        "point": lambda: ct.exactly(low),
        "at_least": lambda: ct.at_least(low),
        "at_most": lambda: ct.at_most(high),
        "range": lambda: ct.between(low, high),
    }[report.shape]()
    kind = report.kind if report.kind in {"witness", "media", "ngo"} else "belligerent"
    source = ct.Source(report.speaker, kind, party=sides.get(report.speaker.split()[0]))
    event = ct.Event(f"Event {report.question}", key=f"{report.question}")
    basis = spoken.get((report.question, report.origin)) if report.origin else None
    question = ct.killed(of=sides[target]) if target in sides else ct.killed(among="civilians")
    return ct.Claim(event, source, question, figure, based_on=() if basis is None else basis)


# Measuring


def baseline(rule: Callable[[Sequence[int]], float]) -> Callable[[Sequence[Case]], list[int | None]]:
    """A rule over the plain numbers of all reports."""
    return lambda cases: [round(rule(case.points)) for case in cases]


def by_policy(policy: Policy | str) -> Callable[[Sequence[Case]], list[int | None]]:
    """The best figure of a policy, or `None`."""

    def answers(cases: Sequence[Case]) -> list[int | None]:
        found = []
        for case in cases:
            (result,) = reconcile_all(case.claims, policy=policy)
            found.append(result.best)
        return found

    return answers


def mark(answers: Iterable[int | None], cases: Sequence[Case]) -> Marks:
    """Hold answers against what was found out."""
    pairs = [(answer, case.answer) for answer, case in zip(answers, cases, strict=True)]
    given = [(answer, found) for answer, found in pairs if answer is not None]
    logs = [math.log((answer + 1) / (found + 1)) for answer, found in given]
    return Marks(
        len(pairs),
        len(given),
        sum(answer == found for answer, found in given),
        sum(abs(answer - found) <= 0.2 * found for answer, found in given),
        statistics.fmean(abs(answer - found) for answer, found in given) if given else math.nan,
        statistics.fmean(map(abs, logs)) if logs else math.nan,
        statistics.fmean(logs) if logs else math.nan,
    )


RULES: dict[str, Callable[[Sequence[Case]], list[int | None]]] = {
    "*plain median*": baseline(statistics.median),
    "*plain minimum*": baseline(min),
    "*plain maximum*": baseline(max),
    "*plain mean*": baseline(statistics.fmean),
    **{
        f"`{name}`": by_policy(policy)
        for name, policy in POLICIES.items()
        if name not in {"pending", "bracket"}
    },
}


def tried(name: str, **weights: object) -> Callable[[Sequence[Case]], list[int | None]]:
    """The default with other weights."""
    table = {"upper": True, "disinterested": 2, "standing": 2, "overtaken": 1, **weights}
    return by_policy(weighted_median(Weights(**table), name=name))


TRIED = {
    "every report, upper middle": baseline(lambda points: sorted(points)[len(points) // 2]),
    "last words, lower middle": tried("lower", upper=False),
    "last words, overtaken in full": tried("full", standing=1),
    "last words, overtaken a third": tried("third", standing=3),
    "last words, agencies ×2": tried("agencies", kind={"agency": 2}),
    "last words, NGO and UN ×2": tried("ngo", kind={"ngo": 2, "igo": 2}),
}


def table(cases: Sequence[Case], rules: dict[str, Callable[[Sequence[Case]], list[int | None]]]) -> list[str]:
    """A Markdown table, a rule a row."""
    lines = [
        "| rule | answered | exact | within 20 % | mean error | log error | bias (log) |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for name, rule in rules.items():
        m = mark(rule(cases), cases)
        rest = "– | – | –" if not m.answered else f"{m.mean:.1f} | {m.log:.3f} | {m.bias:+.3f}"
        lines.append(f"| {name} | {m.answered} of {m.cases} | {m.exact} | {m.near} | {rest} |")
    return lines


def report() -> Iterator[str]:
    """The measured tables, as they stand in the documentation."""
    cases = list(maverick())
    several = [case for case in cases if len(case.points) > 1]
    disagree = [case for case in several if len(set(case.points)) > 1]
    tune = [case for case in several if first_half(case.key)]
    held = [case for case in several if not first_half(case.key)]
    for title, some, rules in (
        (
            f"MAVERICK, second half: {len(held)} events with two or more reports",
            held,
            {**RULES, **TRIED},
        ),
        (f"MAVERICK, first half: {len(tune)} events with two or more reports", tune, {**RULES, **TRIED}),
        (f"MAVERICK, all {len(disagree)} events whose reports disagree", disagree, RULES),
        (f"MAVERICK, all {len(cases)} events, those with one report among them", cases, RULES),
    ):
        yield f"### {title}"
        yield ""
        yield from table(some, rules)
        yield ""
    yield from _how_sure(several)
    yield from _sahel()
    yield from _simulated()


SHARES = {"exact": 0.0, "within 20 %": 0.2}


def _how_sure(cases: Sequence[Case]) -> Iterator[str]:
    """On which events the default is ahead of others, and what choosing a rule is worth."""
    rules = {name: rule for name, rule in {**RULES, **TRIED}.items() if name != "`majority`"}
    hits = {
        (name, share): [
            given is not None and abs(given - case.answer) <= share * case.answer
            for given, case in zip(rule(cases), cases, strict=True)
        ]
        for name, rule in rules.items()
        for share in SHARES.values()
    }
    yield f"### How sure: the {len(cases)} MAVERICK events with two or more reports, paired"
    yield ""
    yield "| `last_words` against | exact: only it, only the other | within 20 %: only it, only the other |"
    yield "|---|--:|--:|"
    for name in ("*plain median*", "*plain mean*", "every report, upper middle", "`upper_median`"):
        cells = []
        for share in SHARES.values():
            ours, theirs = hits["`last_words`", share], hits[name, share]
            ahead = sum(a and not b for a, b in zip(ours, theirs, strict=True))
            behind = sum(b and not a for a, b in zip(ours, theirs, strict=True))
            cells.append(f"{ahead}, {behind} (p = {_sign_test(ahead, behind):.2f})")
        yield f"| {name} | {cells[0]} | {cells[1]} |"
    yield ""
    yield "p is that of a two-sided sign test: how often a coin would do as well."
    yield ""
    yield from _halves(hits, len(cases))


def _sign_test(ahead: int, behind: int) -> float:
    together = ahead + behind
    tail = sum(math.comb(together, k) for k in range(max(ahead, behind), together + 1))
    return min(1.0, 2 * tail / 2**together)


def _halves(hits: dict[tuple[str, float], list[bool]], count: int) -> Iterator[str]:
    """What becomes of the best rule on a random half of the events when it is tried on the other."""
    random, plain = Random(1), "*plain median*"  # noqa: S311  # splits, and keeps no secret
    names = sorted({name for name, _ in hits} - {plain})
    score = {
        name: [sum(hits[name, share][place] for share in SHARES.values()) for place in range(count)]
        for name in (*names, plain)
    }
    chosen, default = [0, 0, 0], [0, 0, 0]
    for _ in range(2000):
        places = random.sample(range(count), count)
        half, rest = places[: count // 2], places[count // 2 :]
        best = max(names, key=lambda name: sum(score[name][place] for place in half))
        for name, tally in ((best, chosen), ("`last_words`", default)):
            ahead = sum(score[name][place] - score[plain][place] for place in rest)
            tally[(ahead > 0) - (ahead < 0)] += 1
    yield (
        f"Of 2,000 random halves `last_words` is ahead of the plain median in {_shares(default)}. The rule "
        f"of these tables that does best on one half is, on the other, ahead of it in {_shares(chosen)}."
    )
    yield ""


def _shares(tally: Sequence[int]) -> str:
    """How often ahead, level and behind, of 2,000."""
    return f"{tally[1] / 20:.0f} %, level in {tally[0] / 20:.0f} % and behind in {tally[-1] / 20:.0f} %"


def _sahel() -> Iterator[str]:
    """Inata from the tolls before the last one, Dioura from those of the first two days."""
    with contextlib.redirect_stdout(io.StringIO()):
        told = runpy.run_path(str(ROOT / "examples" / "competing_tolls.py"))
    ledger = told["ledger"]
    cases = {
        "Inata 2021, by 15 November (found: 53)": (
            ledger.as_of(stated="2021-11-15"),
            told["people"],
            told["inata"],
        ),
        "Dioura 2019, by 18 March (found: 26)": (ledger, told["soldiers"], told["dioura"]),
    }
    yield "### Sahel attacks, from what was known before"
    yield ""
    yield f"| rule | {' | '.join(cases)} |"
    yield f"|---|{'---|' * len(cases)}"
    plain = []
    for held, question, event in cases.values():
        figures = [claim.answer for claim in held.claims(event=event, question=question)]
        plain.append([sum(end for end in f.stated_ends if end is not None) / _ends(f) for f in figures])
    for name, rule in (
        ("median", statistics.median),
        ("minimum", min),
        ("maximum", max),
        ("mean", statistics.fmean),
    ):
        yield f"| *plain {name}* | {' | '.join(f'{rule(numbers):g}' for numbers in plain)} |"
    for name in POLICIES:
        texts = [ct.reconcile(*case, policy=name).text for case in cases.values()]
        yield f"| `{name}` | {' | '.join(texts)} |"
    yield ""


def _ends(figure: ct.Figure) -> int:
    return sum(end is not None for end in figure.stated_ends)


def _simulated() -> Iterator[str]:
    worlds = ("base", "no bias", "reversed bias", "no neutrals", "hidden copies")
    yield f"### Made-up conflicts with known answers, seeds {', '.join(map(str, SEEDS))}: mean log error"
    yield ""
    yield f"| rule | {' | '.join(worlds)} |"
    yield f"|---|{'--:|' * len(worlds)}"
    cases = {world: [case for seed in SEEDS for case in made_up(world, seed)] for world in worlds}
    equal = {"last words, interests count in full": tried("equal", disinterested=1)}
    for name, rule in {**RULES, **equal}.items():
        marks = [mark(rule(cases[world]), cases[world]) for world in worlds]
        cells = [_log_cell(m) for m in marks]
        yield f"| {name} | {' | '.join(cells)} |"
    yield ""


def _log_cell(m: Marks) -> str:
    if not m.answered:
        return "–"
    return f"{m.log:.3f}" + ("" if m.answered == m.cases else f" ({m.answered / m.cases:.0%})")


def main() -> None:
    text = "\n".join(report())
    print(text)
    if "--write" in sys.argv:
        page = PAGE.read_text(encoding="utf-8")
        start, end = "<!-- measured: begin -->\n", "<!-- measured: end -->"
        head, tail = page.split(start)[0], page.split(end)[1]
        PAGE.write_text(f"{head}{start}\n{text}\n{end}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()

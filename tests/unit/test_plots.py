"""Pictures: what is drawn, that nothing is left out, and that they look as they were looked at."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from printed_ledger import STARTED, attack, build, civilians, hurt, killed, who

import claimtrack as ct
from claimtrack.learning.ledgers import Bearing
from claimtrack.learning.records import TrackRecord
from claimtrack.plots import plot_figures, plot_origins, plot_timeline, plot_track_records
from claimtrack.plots.canvas import STATES

PICTURES = Path(__file__).parents[1] / "golden" / "plots"
TILE, TOLERANCE = 12, 6
"""Pixels a side, and how far the worst tile may be off, of 255, root mean square.

Pictures are compared without their words, in a fixed frame: fonts, and the room left for them, differ from
version to version of matplotlib; marks, lines and bars do not (matplotlib 3.8 to 3.11 draw the same pixels).
The words are a golden text of their own. Another mark on one claim is 25 off.
"""


@pytest.fixture(scope="module")
def ledger():
    return build()


def record(name, factor, low, high, *, bearing=Bearing.own, learned=0.8):
    return TrackRecord(
        source=f"source:{name}", name=name, kind=ct.SourceKind.media, bearing=bearing, factor=factor, low=low,
        high=high, learned=learned, scatter=1.2, events=5, claims=9, judged=3, exact=1, revisions=0,
        retractions=0, days=1.0, first=2,
    )  # fmt: skip


RECORDS = [
    record("Az-Zallaqa", 2.4, 1.4, 4.1, bearing=Bearing.enemy),
    record("General staff", 0.35, 0.2, 0.7),
    record("AFP", 1.02, 0.8, 1.3, bearing=Bearing.neutral, learned=0.2),
    record("Nobody knows", None, None, None, bearing=None),
]

DRAWN = {
    "figures": lambda ledger: plot_figures(ledger, killed, attack, policy="envelope"),
    "figures_fr": lambda ledger: plot_figures(ledger, killed, attack, policy="envelope", lang="fr"),
    "origins": lambda ledger: plot_origins(ledger, killed, attack),
    "timeline": lambda ledger: plot_timeline(ledger, attack),
    "track_records": lambda _: plot_track_records(RECORDS),
}


def wordless(ax):
    """The figure in a fixed frame, without any words."""
    from matplotlib.text import Text

    figure = ax.figure
    figure.set_layout_engine("none")
    ax.set_position([0.2, 0.06, 0.5, 0.88])
    for words in figure.findobj(Text):
        words.set_visible(False)
    for axes in (ax, *ax.child_axes):
        axes.tick_params(labelbottom=False, labelleft=False)
    return figure


def worst_tile(held, drawn):
    """How far two pictures are apart where they are furthest apart; infinitely where their sizes differ."""
    one, other = (np.asarray(Image.open(place).convert("RGB"), dtype=float) for place in (held, drawn))
    if one.shape != other.shape:
        return np.inf
    squares = ((one - other) ** 2).mean(axis=2)
    high, wide = (side - side % TILE for side in squares.shape)
    tiles = squares[:high, :wide].reshape(high // TILE, TILE, wide // TILE, TILE)
    return float(np.sqrt(tiles.mean(axis=(1, 3)).max()))


@pytest.mark.parametrize("name", DRAWN)
def test_picture_looks_as_it_was_looked_at(ledger, name, tmp_path):
    held = PICTURES / f"{name}.png"
    place = held if os.environ.get("CLAIMTRACK_UPDATE_GOLDEN") == "1" else tmp_path / f"{name}.png"
    place.parent.mkdir(parents=True, exist_ok=True)
    wordless(DRAWN[name](ledger)).savefig(place, metadata={"Software": None}, dpi=60)
    if place != held:
        assert worst_tile(held, place) < TOLERANCE


@pytest.mark.parametrize("name", DRAWN)
def test_picture_says_its_golden_text(ledger, golden, name):
    ax = DRAWN[name](ledger)
    ax.figure.canvas.draw()
    lines = [ax.get_title("left"), ax.get_xlabel()]
    lines += [label.get_text().replace("\n", " / ") for label in ax.get_yticklabels()]
    for axes in (ax, *ax.child_axes):
        lines += [words.get_text() for words in axes.texts]
        lines += [f"{one.get_marker()} at {marked(one)}" for one in axes.lines if one.get_marker() != "None"]
    golden(f"plots/{name}", "\n".join(line for line in lines if line) + "\n")


def marked(line):
    xs, ys = line.get_xdata(), line.get_ydata()
    return " ".join(f"{float(x):.9g},{float(y):.9g}" for x, y in zip(xs, ys, strict=True))


def test_a_picture_that_is_broken_does_not_pass(ledger, tmp_path):
    ax = DRAWN["figures"](ledger)
    next(line for line in ax.lines if line.get_marker() == "X").set_marker("o")
    wordless(ax).savefig(tmp_path / "broken.png", metadata={"Software": None}, dpi=60)
    assert worst_tile(PICTURES / "figures.png", tmp_path / "broken.png") > 2 * TOLERANCE


def texts(ax):
    ax.figure.canvas.draw()
    labels = [label.get_text() for label in ax.get_yticklabels()]
    return "\n".join([*labels, *(text.get_text() for text in ax.texts), ax.get_title("left")])


@pytest.mark.parametrize("draw", [plot_figures, plot_origins])
def test_every_claim_on_the_question_is_drawn(ledger, draw):
    drawn = texts(draw(ledger, killed, attack))
    words = ct.reconcile(ledger, killed, attack).account
    for entry in words:
        state = ledger.status(entry.claim).state.value
        assert (state if draw is plot_figures else entry.role.label) in drawn


def test_figures_name_policy_low_best_and_high(ledger):
    drawn = texts(plot_figures(ledger, killed, attack, policy="envelope"))
    assert "71–100 · best not given · policy envelope 1" in drawn
    assert "best 100" in texts(plot_figures(ledger, killed, attack, policy="upper_median"))


def test_an_admission_and_an_interest_are_marked(ledger):
    assert "◆ Malian general staff" in texts(plot_figures(ledger, killed, attack))
    assert "▲ Az-Zallaqa" in texts(plot_figures(ledger, hurt))


def test_an_unknown_figure_is_said_and_not_drawn_at_zero(ledger):
    ax = plot_figures(ledger, hurt)
    assert "unknown" in texts(ax)
    assert not ax.patches


def test_zero_is_drawn_at_zero(ledger):
    ax = plot_figures(ledger, civilians, attack)
    assert any(list(line.get_xdata()) == [0] for line in ax.lines)


def test_undated_claims_are_counted_beside_the_timeline(ledger):
    drawn = texts(plot_timeline(ledger))
    assert "2 undated claims" in drawn
    assert "undated · Wikipedia (en): 77 · retracted" in drawn


def test_more_rows_than_a_picture_holds_are_refused():
    with pytest.raises(ct.InvalidField, match="one event"):
        plot_track_records([record(f"Source {n}", 1.1, 1.0, 1.2) for n in range(1200)])


def test_the_second_clock_has_a_mark_for_every_status_a_claim_came_to(ledger):
    ax = plot_timeline(ledger, attack)
    (panel,) = ax.child_axes
    claims = ledger.log.on_event(attack.id)
    moves = sum(len(ledger.history(claim)) for claim in claims)
    assert moves > len(claims)
    assert sum(line.get_marker() != "None" for line in panel.lines) == moves
    assert panel.get_xlabel() == "recorded (UTC)"


def test_what_was_recorded_at_one_moment_is_said_in_a_line():
    at_once = ct.Ledger(clock=lambda: STARTED)
    at_once.record(ct.Claim(attack, ct.Source("AFP"), killed, ct.exactly(3), stated="2024-09-18"))
    ax = plot_timeline(at_once)
    assert not ax.child_axes
    assert "all recorded at 2024-09-17 18:00 UTC" in texts(ax)


def test_only_a_measure_has_a_forest(ledger):
    with pytest.raises(ct.InvalidField, match="how many"):
        plot_figures(ledger, who)


@pytest.mark.parametrize("name", DRAWN)
def test_axes_that_are_given_are_drawn_on(ledger, name):
    from matplotlib.figure import Figure

    ax = Figure().add_subplot()
    given = {
        "figures": lambda: plot_figures(ledger, killed, attack, ax=ax),
        "figures_fr": lambda: plot_figures(ledger, killed, attack, ax=ax, lang="fr"),
        "origins": lambda: plot_origins(ledger, killed, attack, ax=ax),
        "timeline": lambda: plot_timeline(ledger, ax=ax),
        "track_records": lambda: plot_track_records(RECORDS, ax=ax),
    }
    assert given[name]() is ax


def test_an_empty_ledger_has_an_empty_timeline():
    assert plot_timeline(ct.Ledger()).get_title("left") == "0 events"


def test_dollars_start_no_formula():
    ledger = ct.Ledger()
    ledger.record(
        ct.Claim(
            ct.Event("A $x_{$ b"), ct.Source(r"$\frac{1}$"), killed, ct.exactly(3, words="$^$"), stated="2024"
        )
    )
    for draw in (plot_figures, plot_origins):
        draw(ledger, killed).figure.canvas.draw()
    plot_timeline(ledger).figure.canvas.draw()


def test_every_status_has_a_mark_of_its_own():
    assert STATES.keys() == {state.value for state in ct.State}
    standing = {"confirmed", "corroborated", "contested", "unverified", "unverifiable"}
    assert len({STATES[state][1] for state in standing}) == len(standing)


def test_no_global_state_is_touched():
    code = (
        "import sys, matplotlib\nbefore = matplotlib.rcParams.copy()\n"
        "from printed_ledger import build, killed, attack\nfrom claimtrack.plots import plot_figures\n"
        "import io\nplot_figures(build(), killed, attack).figure.savefig(io.BytesIO())\n"
        "assert matplotlib.rcParams.copy() == before\nassert 'matplotlib.pyplot' not in sys.modules"
    )
    roots = [str(Path(ct.__file__).parent.parent), str(Path(__file__).parents[1])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(roots)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)


def test_without_matplotlib_the_extra_is_named():
    code = (
        "import sys\nsys.modules['matplotlib'] = None; sys.modules['matplotlib.figure'] = None\n"
        "import claimtrack as ct\nfrom claimtrack.plots import plot_timeline\n"
        "try: plot_timeline(ct.Ledger())\nexcept ct.MissingExtra as error: print(error)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(ct.__file__).parent.parent)}
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert "claimtrack[plots]" in run.stdout

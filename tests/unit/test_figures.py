"""Figures made by hand: what each says of itself, what is refused and how, how any two stand together."""

import itertools
import operator

from refusals import refusals

import claimtrack as ct
from claimtrack.figures import LARGEST, FigureKind, half_width


def figures():
    """By what they are: made when asked for, so that a test is seen to make them."""
    return {
        "exactly 77": ct.exactly(77),
        "exactly 0": ct.exactly(0),
        "exactly 1": ct.exactly(1, words="one <b>soldier</b>"),
        "at least 20": ct.at_least(20),
        "at least 20, in words": ct.at_least(20, words="une vingtaine au moins"),
        "at most 12": ct.at_most(12),
        "at most 12, in words": ct.at_most(12, words="up to a dozen"),
        "between 70 and 79": ct.between(70, 79),
        "between 7 and 7, in words": ct.between(7, 7, words="seven"),
        "about 0": ct.about(0),
        "about 1": ct.about(1),
        "about 2": ct.about(2),
        "about 9": ct.about(9),
        "about 10": ct.about(10),
        "about 50": ct.about(50, words="une cinquantaine"),
        "about 21": ct.about(21),
        "about the largest": ct.about(LARGEST),
        "unquantified": ct.unquantified(),
        "unquantified, in words": ct.unquantified("some losses"),
        "unquantified, not of people": ct.unquantified("material losses", people=False),
        "unread": ct.unread("a hundred or so, less the wounded"),
        "vague": ct.figure("several dozen soldiers"),
        "imputed": ct.Figure(
            (10, 10), (10, 10), FigureKind.exact, point=10, because="by codebook", imputed=True
        ),
        "read from the words, no high end known": ct.Figure(
            (3, None), (5, None), FigureKind.vague, words="many"
        ),
        "an approximate range": ct.Figure((5, 60), (10, 50), FigureKind.approximate, words="10 to 50 or so"),
        "a high end with a reading of its own": ct.Figure((0, 12), (5, 12), FigureKind.at_most),
    }

REFUSED = {
    "exactly a float": lambda: ct.exactly(77.9),
    "exactly a bool": lambda: ct.exactly(True),
    "exactly a text": lambda: ct.exactly("77"),
    "exactly a negative": lambda: ct.exactly(-1),
    "at least, beyond": lambda: ct.at_least(LARGEST + 1),
    "at least a text": lambda: ct.at_least("20"),
    "at most a negative": lambda: ct.at_most(-3),
    "between, low a text": lambda: ct.between("1", 2),
    "between, high None": lambda: ct.between(1, None),
    "between, ends crossed": lambda: ct.between(9, 2),
    "about None": lambda: ct.about(None),
    "unread None": lambda: ct.unread(None),
    "unquantified number": lambda: ct.unquantified(7),
    "unknown kind": lambda: ct.Figure((1, 2), (1, 2), "aproximate"),
    "bounds no pair": lambda: ct.Figure(7, (1, 2), "range"),
    "bounds of three": lambda: ct.Figure((1, 2, 3), (1, 2), "range"),
    "bounds crossed": lambda: ct.Figure((2, 1), (1, 1), "range"),
    "bounds negative": lambda: ct.Figure((-1, 1), (0, 1), "range"),
    "reading of floats": lambda: ct.Figure((1, 2), (1, 1.5), "range"),
    "reading out of the bounds, low": lambda: ct.Figure((1, 5), (0, 5), "range"),
    "reading out of the bounds, high": lambda: ct.Figure((1, 5), (1, 6), "range"),
    "reading more open than the bounds": lambda: ct.Figure((1, 5), (1, None), "range"),
    "point out of the reading": lambda: ct.Figure((1, 9), (2, 5), "range", point=7),
    "point no number": lambda: ct.Figure((1, 9), (2, 5), "range", point="2"),
    "words no text": lambda: ct.Figure((1, 9), (2, 5), "range", words=7),
    "compared with a number": lambda: ct.exactly(7).compare(7),
    "supporting a number": lambda: ct.exactly(7).supports(7),
    "as a truth value": lambda: bool(ct.exactly(7)),
    "as a number": lambda: int(ct.exactly(7)),
    "in order": lambda: operator.lt(ct.exactly(7), ct.exactly(8)),
}


def told(made):
    return "\n".join(
        f"{name}\n  {figure!r}\n  {figure} · {figure.label} · {figure._repr_html_()}\n"
        f"  bounds {figure.bounds} reading {figure.reading} ends {figure.stated_ends} floor {figure.floor} "
        f"point {figure.point}{'' if figure.numeric else ', not numeric'}\n  {figure.because}"
        for name, figure in made.items()
    )


def test_what_figures_made_by_hand_say_of_themselves(golden):
    golden("figures/made", told(figures()))


def test_what_figures_refuse_and_how(golden):
    golden("figures/refused", refusals(REFUSED))


def test_how_any_two_figures_stand_to_each_other(golden):
    pairs = itertools.product(figures().items(), repeat=2)
    golden(
        "figures/compared",
        "\n".join(
            f"{one} | {other} | {a.compare(b)}{' | supports it' if a.supports(b) else ''}"
            for (one, a), (other, b) in pairs
        ),
    )


def test_a_number_of_another_library_is_taken_where_it_is_a_whole_one():
    class Whole:
        def __index__(self):
            return 7

    assert ct.exactly(Whole()) == ct.exactly(7)
    assert type(ct.exactly(Whole()).point) is int


def test_the_largest_count_is_taken():
    assert ct.exactly(LARGEST).point == LARGEST


def test_half_the_width_of_about():
    widths = {0: 1, 1: 1, 9: 1, 10: 2, 20: 2, 21: 3, 30: 3, 31: 4, 100: 10, 101: 11}
    assert {n: half_width(n) for n in widths} == widths

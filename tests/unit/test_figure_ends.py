"""What each constructor of a figure entails, how it is heard, and what number it states."""

from __future__ import annotations

import pytest

import claimtrack as ct
from claimtrack.figures import LARGEST

MADE = {
    "exactly": (ct.exactly(77), (77, 77), (77, 77), (77, 77)),
    "exactly none": (ct.exactly(0), (0, 0), (0, 0), (0, 0)),
    "at least": (ct.at_least(20), (20, None), (20, None), (20, None)),
    "at most": (ct.at_most(12), (0, 12), (0, 12), (None, 12)),
    "between": (ct.between(70, 79), (70, 79), (70, 79), (70, 79)),
    "about 5": (ct.about(5), (1, 9), (4, 6), (5, 5)),
    "about 10": (ct.about(10), (2, 18), (8, 12), (10, 10)),
    "about 50": (ct.about(50), (30, 70), (45, 55), (50, 50)),
    "about 123": (ct.about(123), (71, 175), (110, 136), (123, 123)),
    "about 1": (ct.about(1), (1, 5), (1, 2), (1, 1)),
    "about the most": (ct.about(LARGEST).reading[1], LARGEST, None, None),
    "losses of people": (ct.unquantified("heavy losses"), (1, None), (1, None), (None, None)),
    "losses of things": (ct.unquantified("trucks", people=False), (None, None), (None, None), (None, None)),
    "unread": (ct.unread("???"), (None, None), (None, None), (None, None)),
}


@pytest.mark.parametrize("name", MADE)
def test_a_figure_by_hand_has_the_intervals_of_its_words(name):
    made, bounds, reading, ends = MADE[name]
    if not isinstance(made, ct.Figure):
        assert made == bounds
        return
    assert (made.bounds, made.reading, made.stated_ends) == (bounds, reading, ends)

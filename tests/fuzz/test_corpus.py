"""Every input of the corpus, and some damage to each, is read or refused: what fuzzing found stays found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

from claimtrack.testing.readers import Damage, _damages

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from targets import TARGETS  # noqa: E402 - it stands beside this file

CORPUS = {name: sorted((HERE / "corpus" / name).iterdir()) for name in TARGETS}
INPUTS = [(name, path) for name, paths in CORPUS.items() for path in paths]


def test_every_target_has_seeds_and_every_seed_a_target():
    assert all(CORPUS.values())
    assert {folder.name for folder in (HERE / "corpus").iterdir()} == set(TARGETS)


@pytest.mark.parametrize(("name", "path"), INPUTS, ids=lambda value: getattr(value, "name", value))
def test_an_input_of_the_corpus_is_read_or_refused(name, path):
    TARGETS[name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_damage_to_the_corpus_is_read_or_refused(name):
    sound = [Damage(path.name, path.read_bytes(), 0, 0, b"") for path in CORPUS[name]]

    @settings(max_examples=40, derandomize=True, database=None)
    @given(_damages(sound))
    def survives(damage):
        TARGETS[name](damage.damaged)

    survives()

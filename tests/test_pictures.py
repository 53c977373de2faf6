"""The pictures of the documentation show what the code draws now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
PICTURES = [*sorted((DOCS / "images").glob("*.png")), DOCS / "explanation" / "learned-model-factors.svg"]


@pytest.fixture(scope="module")
def making():
    spec = importlib.util.spec_from_file_location("make_images", DOCS / "make_images.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def drawn(making):
    return making.drawn_from()


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_drawn_from_what_the_code_gives_now(path, making, drawn):
    now = making.digest(drawn[path.stem])
    assert now in making.held(path), "run python docs/make_images.py, and look at the picture"


def test_every_picture_that_a_page_shows_is_made_by_the_script(drawn):
    assert {path.stem for path in PICTURES} == set(drawn)
    shown = {path.name for path in DOCS.rglob("*.png")} | {path.name for path in DOCS.rglob("*.svg")}
    assert shown == {path.name for path in PICTURES} | {"speed.svg"}  # drawn with its page, from scale.json

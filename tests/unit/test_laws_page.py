"""The page of laws names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimtrack

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs/reference/laws.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:tests|claimtrack)/[\w/]+\.py(?:::\w+)?)`", PAGE)))


def test_the_page_names_tests():
    assert len(NAMED) > 20


@pytest.mark.parametrize("named", NAMED)
def test_what_the_page_names_exists(named):
    path, _, function = named.partition("::")
    # the package may be installed elsewhere: what is tested from a wheel stands beside no source
    root = Path(claimtrack.__file__).parent.parent if path.startswith("claimtrack/") else ROOT
    text = (root / path).read_text(encoding="utf-8")
    assert not function or f"def {function}(" in text

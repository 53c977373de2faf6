"""The page of errors names every public error, every reason and every code of a problem, and no other."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import claimtrack
from claimtrack.errors import ClaimtrackError, WordingReason
from claimtrack.problems import CODES

PACKAGE = Path(claimtrack.__file__).parent
PAGE = (Path(__file__).parent.parent.parent / "docs/reference/errors.md").read_text(encoding="utf-8")
REPORTING = {"report", "_report", "_problem", "Problem", "defect", "Defect", "_line_problem", "Unreadable"}
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+|formula|encoding|nul")


def errors():
    """Every error that claimtrack defines and does not keep to itself."""
    for found in pkgutil.walk_packages(claimtrack.__path__, prefix="claimtrack."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    left, seen = [ClaimtrackError], set()
    while left:
        for kind in left.pop().__subclasses__():
            if kind.__module__.startswith("claimtrack") and not kind.__name__.startswith("_"):
                seen.add(kind)
            left.append(kind)
    return seen


def reported(node):
    """What a call that reports a problem is given, or a pair of a code and a message that is yielded."""
    if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
        return node.value.elts
    if not isinstance(node, ast.Call):
        return []
    kept_in = getattr(getattr(node.func, "value", None), "attr", "")
    if kept_in == "oddities" and node.args and isinstance(node.args[0], ast.Tuple):
        return node.args[0].elts
    if getattr(node.func, "attr", getattr(node.func, "id", "")) not in REPORTING:
        return []
    return [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "code")]


def codes_of_files():
    """Every code that a reader gives to a problem."""
    found = set()
    for path in (PACKAGE / "io").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            texts = [part.value for part in reported(node) if isinstance(part, ast.Constant)]
            found |= {text for text in texts if isinstance(text, str) and CODE.fullmatch(text)}
    return found


def section(title):
    start = PAGE.index(f"{title}\n")
    end = re.search(r"^#{1,3} ", PAGE[start + len(title) :], re.MULTILINE)
    return PAGE[start : start + len(title) + end.start()] if end else PAGE[start:]


def table(title):
    return re.findall(r"^\| (`.*?) \|", section(title), re.MULTILINE)


def test_every_public_error_has_its_place():
    described = set(re.findall(r"^### `(\w+)`$", PAGE, re.MULTILINE))
    assert described == {kind.__name__ for kind in errors()}
    listed = dict(re.findall(r"^\| \[`(\w+)`\]\(#\w+\) \| (.*?) \|", PAGE, re.MULTILINE))
    assert set(listed) == described
    for kind in errors():
        parents = {base.__name__ for base in kind.__bases__ if base is not ClaimtrackError}
        assert set(re.findall(r"`(\w+)`", listed[kind.__name__])) == parents, kind


def test_every_error_says_when_it_occurs_what_to_do_and_what_it_carries():
    for kind in errors():
        told = section(f"### `{kind.__name__}`")
        assert "**When.**" in told, kind
        assert "**What to do.**" in told, kind
        own = inspect.signature(kind.__init__).parameters if "__init__" in vars(kind) else {}
        missing = [name for name in own if name != "self" and f"`.{name}`" not in told]
        assert not missing, f"{kind.__name__}: {missing}"


def test_every_reason_for_refusing_a_wording_is_listed():
    listed = {text.strip("`") for text in table("### `WordingError`")}
    assert listed == {reason.value for reason in WordingReason}


def test_every_code_of_a_problem_is_listed():
    of_ledgers = {code for row in table("### In a ledger") for code in re.findall(r"`([\w-]+)`", row)}
    assert of_ledgers == set(CODES)
    for code, meaning in CODES.items():
        assert f"| `{code}` | {meaning} |" in PAGE
    of_files = {code for row in table("### In a file") for code in re.findall(r"`([\w-]+)`", row)}
    assert of_files == codes_of_files()

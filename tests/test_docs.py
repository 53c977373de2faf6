"""Every code block of the documentation runs and prints what the page says it prints.

A ```python block is run; the blocks of a page share one namespace. A ```text block that
directly follows a ```python block is what that block prints.
"""

from __future__ import annotations

import doctest
import importlib
import io
import os
import pkgutil
import re
import shutil
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from sybil import Document
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer

import claimtrack
from claimtrack.cli import main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MODULES = [
    "claimtrack",
    *(
        found.name
        for found in pkgutil.walk_packages(claimtrack.__path__, prefix="claimtrack.")
        if not found.name.endswith(".__main__")  # importing it runs the command
    ),
]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
UPDATE = os.environ.get("CLAIMTRACK_UPDATE_GOLDEN") == "1"
WRITES_THE_LEDGER = "$ claimtrack demo --write bamako.jsonl"
PYTHON_FENCE = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?[`~]{3,}(?P<info>[ \t]*py.*)$", re.MULTILINE | re.IGNORECASE
)


class PrintedBlocks:
    """Run ```python blocks, and hold each ```text block right behind one against what that printed."""

    def __init__(self) -> None:
        self.printed = ""
        self.code_ended_at = -1
        self.rewritten: list[tuple[int, int, str]] = []
        self._python = PythonCodeBlockParser(doctest_optionflags=FLAGS)
        self._text = FencedCodeBlockLexer(language="text")

    def __call__(self, document):
        for region in self._python(document):
            region.evaluator = self._running(region.evaluator)
            yield region
        for region in self._text(document):
            region.parsed = region.lexemes["source"]
            region.evaluator = self._compare
            yield region

    def _running(self, evaluate):
        def run(example):
            out = io.StringIO()
            with redirect_stdout(out):
                result = evaluate(example)
            self.printed, self.code_ended_at = out.getvalue(), example.end
            return result

        return run

    def _compare(self, example):
        between = example.document.text[self.code_ended_at : example.start]
        if self.code_ended_at < 0 or between.strip():
            return None
        stated, printed = _trimmed(example.parsed), _trimmed(self.printed)
        if stated == printed:
            return None
        if UPDATE and example.column == 1:
            self.rewritten.append((example.start, example.end, f"```text\n{printed}\n```"))
            return None
        return f"the page says that this is printed:\n{stated}\n\nbut it is:\n{printed}"


def _trimmed(text):
    return "\n".join(line.rstrip() for line in text.splitlines()).rstrip()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_page_runs(page, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")  # pages open its data, and may write
    monkeypatch.chdir(tmp_path)
    if WRITES_THE_LEDGER in page.read_text(encoding="utf-8"):
        assert main(WRITES_THE_LEDGER.split()[2:]) == 0
    blocks = PrintedBlocks()
    document = Document.parse(str(page), blocks)
    for example in document.examples():
        example.evaluate()
    text = document.text
    for start, end, block in reversed(blocks.rewritten):
        text = text[:start] + block + text[end:]
    if text != document.text:
        page.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_code_block_of_a_page_escapes_the_run(page):
    fences = PYTHON_FENCE.finditer(page.read_text(encoding="utf-8"))
    odd = [fence["info"] for fence in fences if fence["info"] != "python"]
    assert not odd, f"write ```python and nothing behind it, or the block is not run: {odd}"


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples_run(name):
    module = importlib.import_module(name)
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    failures = io.StringIO()
    for found in doctest.DocTestFinder().find(module, name):
        runner.run(found, out=failures.write)
    assert runner.failures == 0, failures.getvalue()

"""Progress bars: only in a terminal, only for long work, only where rich is installed."""

from __future__ import annotations

import sys

import pytest

from claimtrack.io.progress import LONG, progress


class Terminal:
    def __init__(self, stream):
        self._stream = stream

    def isatty(self):
        return True

    def __getattr__(self, name):
        return getattr(self._stream, name)


def run(**arguments):
    with progress("reading", arguments.pop("total", LONG), **arguments) as advance:
        advance(LONG // 2)


def test_nothing_is_shown_where_nobody_looks(capsys):
    run()
    run(show=False)
    assert capsys.readouterr() == ("", "")


def test_a_bar_is_shown_for_long_work_in_a_terminal(capsys, monkeypatch):
    pytest.importorskip("rich", reason="rich is an extra")
    monkeypatch.setattr(sys, "stderr", Terminal(sys.stderr))
    run(total=10)
    assert capsys.readouterr().err == ""
    run()
    assert "reading" in capsys.readouterr().err
    monkeypatch.setenv("CLAIMTRACK_PROGRESS", "off")
    run()
    assert capsys.readouterr().err == ""


def test_without_rich_the_work_goes_on_silently(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    run(show=True)
    assert capsys.readouterr().err == ""

"""A headless Chromium for pages; where there is none the tests say so loudly at the end of the run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

NEEDED = "Chromium and playwright: apt-get install chromium && pip install playwright axe-playwright-python"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    named = os.environ.get("CLAIMTRACK_CHROMIUM")
    return named or next((found for name in BROWSERS if (found := shutil.which(name))), None)


def missing() -> str | None:
    try:
        import axe_playwright_python  # noqa: F401
        import playwright.sync_api  # noqa: F401
    except ImportError as error:
        return f"{error.name} is not installed"
    return None if chromium() else "no Chromium was found"


def pytest_terminal_summary(terminalreporter):
    skipped = [r for r in terminalreporter.stats.get("skipped", ()) if "tests/browser/" in r.nodeid]
    if skipped:
        terminalreporter.section("PAGES WERE NOT LOOKED AT", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(skipped)} browser tests did not run: {missing()}. They need {NEEDED}")


@pytest.fixture(scope="session")
def browser():
    lack = missing()
    if lack is not None:  # CI installs Chromium; elsewhere the banner above says what was not looked at
        pytest.skip(f"{lack}; these tests need {NEEDED}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def visit(browser):
    """Open a file; whatever it asks for, prints or breaks is kept on the page as `heard`."""
    contexts = []

    def go(place: Path, **how):
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}, **how})
        contexts.append(context)
        opened = context.new_page()
        heard: list[str] = []
        address = place.as_uri()
        opened.on(
            "request", lambda request: request.url == address or heard.append(f"asked for {request.url}")
        )
        opened.on("console", lambda message: heard.append(message.text))
        opened.on("pageerror", lambda error: heard.append(str(error)))
        opened.on("dialog", lambda dialog: heard.append(f"dialog {dialog.message}"))
        opened.goto(address)
        return opened, heard

    yield go
    for context in contexts:
        context.close()

"""Make the pictures of the documentation: run it after a change of the report or the plots.

Needs claimtrack[plots,report], playwright and Chromium.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import claimtrack as ct
from claimtrack.plots import plot_figures, plot_origins
from claimtrack.report import report

HERE = Path(__file__).parent
IMAGES = HERE / "images"
DATA = HERE.parent / "examples" / "data" / "bamako_2024.jsonl"
FILTERED = """
document.getElementById('f-text').value = 'document';
document.getElementById('filter').dispatchEvent(new Event('input'));
location.hash = '#claims';
"""


def main() -> None:
    """Write every picture anew."""
    IMAGES.mkdir(exist_ok=True)
    ledger = ct.load(DATA)
    killed = next(q for q in ledger.questions() if q.label == "killed, Malian armed forces")
    plot_figures(ledger, killed, policy="envelope").figure.savefig(IMAGES / "figures.png")
    plot_origins(ledger, killed).figure.savefig(IMAGES / "origins.png")
    with tempfile.TemporaryDirectory() as place:
        english = report(ledger, Path(place) / "en.html", policy="envelope")
        french = report(ledger, Path(place) / "fr.html", policy="envelope", lang="fr")
        photograph(english, french)


def photograph(english: Path, french: Path) -> None:
    """Take the screenshots of a report: wide, filtered, and in French on a phone in the dark."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1100, "height": 760})
        tab.goto(english.as_uri())
        tab.screenshot(path=IMAGES / "report-summary.png")
        tab.evaluate(FILTERED)
        tab.wait_for_timeout(300)
        tab.screenshot(path=IMAGES / "report-claims.png")
        phone = browser.new_page(
            viewport={"width": 390, "height": 760}, color_scheme="dark", device_scale_factor=2
        )
        phone.goto(french.as_uri())
        phone.screenshot(path=IMAGES / "report-phone.png")
        browser.close()


if __name__ == "__main__":
    main()

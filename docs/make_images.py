"""Make the pictures of the documentation: run it after a change of the report or the plots.

Each picture carries what it was drawn from, as a hash, and `tests/test_pictures.py` compares that with what
the code would draw now. Needs claimtrack[learn,plots,report], playwright and Chromium.
"""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PIL.PngImagePlugin import PngInfo

import claimtrack as ct
from claimtrack.plots import plot_figures, plot_origins
from claimtrack.report import page

if TYPE_CHECKING:
    from types import ModuleType

    from matplotlib.axes import Axes

HERE = Path(__file__).parent
IMAGES = HERE / "images"
FACTORS = HERE / "explanation" / "learned-model-factors.svg"
DATA = HERE.parent / "examples" / "data" / "bamako_2024.jsonl"
FILTERED = """
document.getElementById('f-text').value = 'document';
document.getElementById('filter').dispatchEvent(new Event('input'));
location.hash = '#claims';
"""


def main() -> None:
    """Write every picture anew."""
    IMAGES.mkdir(exist_ok=True)
    for name, axes in plots().items():
        axes.figure.savefig(IMAGES / f"{name}.png")
    with tempfile.TemporaryDirectory() as place:
        english, french = Path(place) / "en.html", Path(place) / "fr.html"
        for path, html in zip((english, french), reports().values(), strict=True):
            path.write_text(html, encoding="utf-8")
        photograph(english, french)
    drawn = drawn_from()
    for path in IMAGES.glob("*.png"):
        marks = PngInfo()
        marks.add_text("Comment", digest(drawn[path.stem]))
        with Image.open(path) as picture:
            picture.load()
            picture.save(path, pnginfo=marks, optimize=True)
    benchmark().draw_factors(FACTORS, digest(drawn[FACTORS.stem]))


def plots() -> dict[str, Axes]:
    """The plots of the case of Bamako, by the name of their picture."""
    ledger = ct.load(DATA)
    killed = next(q for q in ledger.questions() if q.label == "killed, Malian armed forces")
    return {
        "figures": plot_figures(ledger, killed, policy="envelope"),
        "origins": plot_origins(ledger, killed),
    }


def reports() -> dict[str, str]:
    """The report of the case of Bamako, in English and in French."""
    ledger = ct.load(DATA)
    return {
        "english": page(ledger, policy="envelope"),
        "french": page(ledger, policy="envelope", lang="fr"),
    }


def benchmark() -> ModuleType:
    """The script that measures the learned model on real reports, and draws the factors it finds."""
    place = HERE.parent / "tests" / "benchmarks"
    sys.path.insert(0, str(place))
    try:
        spec = importlib.util.spec_from_file_location("accuracy_real", place / "accuracy_real.py")
        if spec is None or spec.loader is None:
            raise ImportError(str(place))
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(place))
    return module


def drawn_from() -> dict[str, str]:
    """What each picture shows, as text, by its name: the same text, the same picture."""
    drawn = {name: words_and_marks(axes) for name, axes in plots().items()}
    pages = {lang: html.replace(ct.__version__, "") for lang, html in reports().items()}
    drawn["report-summary"] = drawn["report-claims"] = pages["english"]
    drawn["report-phone"] = pages["french"]
    drawn[FACTORS.stem] = "\n".join(", ".join(row) for row in benchmark().factors())
    return drawn


def words_and_marks(axes: Axes) -> str:
    """Every word of a plot, and every mark with its place, colour and size."""
    axes.figure.canvas.draw()
    lines = [axes.get_title("left"), axes.get_xlabel()]
    lines += [label.get_text() for label in axes.get_yticklabels()]
    for part in (axes, *axes.child_axes):
        lines += [words.get_text() for words in part.texts]
        lines += [
            f"{line.get_marker()} {line.get_color()} {line.get_markersize()} at "
            f"{[(round(float(x), 6), round(float(y), 6)) for x, y in line.get_xydata()]}"
            for line in part.lines
        ]
    return "\n".join(lines)


def digest(text: str) -> str:
    """What is written into a picture of what it was drawn from."""
    return f"drawn from sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def held(path: Path) -> str:
    """What is written in a picture of what it was drawn from."""
    if path.suffix == ".svg":
        return next(line for line in path.read_text("utf-8").splitlines() if "sha256:" in line).strip()
    with Image.open(path) as picture:
        return str(picture.info.get("Comment", ""))


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

"""The notebook runs from top to bottom, and shows what it was saved with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import claimtrack as ct

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "examples" / "notebook" / "bamako_2024.ipynb"
RUN = """
import sys, nbclient, nbformat
notebook = nbformat.read(sys.argv[1], as_version=4)
nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": sys.argv[2]}}).execute()
for cell in notebook.cells:
    cell.metadata = {}
nbformat.write(notebook, sys.argv[3])
"""


def shown(notebook):
    """What each cell shows: its texts and its HTML; a picture only that it is there."""
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            yield (
                cell["id"],
                "".join(output.get("text", ())),
                "".join(data.get("text/html", ())),
                "image/png" in data,
            )


def test_notebook_runs_and_shows_what_it_was_saved_with(tmp_path):
    ran = tmp_path / "ran.ipynb"
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(ct.__file__).parent.parent),
        "IPYTHONDIR": str(tmp_path),
    }
    run = subprocess.run(
        [sys.executable, "-c", RUN, NOTEBOOK, NOTEBOOK.parent, ran],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-3000:]
    now = json.loads(ran.read_text(encoding="utf-8"))
    if os.environ.get("CLAIMTRACK_UPDATE_GOLDEN") == "1":
        NOTEBOOK.write_text(f"{json.dumps(now, ensure_ascii=False, indent=1)}\n", encoding="utf-8")
    saved = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert list(shown(now)) == list(shown(saved))
    assert any(picture for *_, picture in shown(now))
    assert sum("<table>" in html for _, _, html, _ in shown(now)) >= 3

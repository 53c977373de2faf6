"""Write the seeds of the corpus anew: small sound files of every format, from the data of the tests.

    python tests/fuzz/seeds.py
"""

from __future__ import annotations

import json
import sys
from itertools import islice
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from printed_ledger import build  # noqa: E402 - it stands in tests/
from targets import LEDGER  # noqa: E402

import claimtrack as ct  # noqa: E402
from claimtrack.io import claimreview, sheets, stix  # noqa: E402

CORPUS = HERE / "corpus"
DATA = HERE.parent / "data"
TABLES = {
    "ucdp": "ucdp_ged191_syria.csv", "acled": "acled_made_up.csv", "airwars": "airwars_made_up.csv",
    "reports": "maverick_cote_divoire.csv",
}  # fmt: skip
DATES = (
    "2024-09-17", "2024-09", "2024", "2024-09-17T18:30:00+02:00", "2024-09-17/2024-09-19", "Tuesday",
    "17 septembre 2024", "09/10/2024", "٢٠٢٤-٠٩-١٧", "17h30 17 septembre 2024", "September 2024",
    "yesterday at noon UTC",
)  # fmt: skip
FIGURES = (
    (77, 77, 77, 77, 77), (13, 2**51, 20, 99, 50), (0, 0, 0, 0, 0), (-1, 5, 9, 3, 2**62), (2, 9, 2, 9, 3),
)  # fmt: skip
SENTENCES = (
    "The attack killed 77 people and wounded more than 200, a hospital source said on 17 September 2024.",
    'At least two dozen soldiers, including three officers, were killed; the army spoke of "some losses".',
    "Au moins 30 morts et une centaine de blessés, dont 12 enfants, selon un bilan provisoire.",
    "No casualties were reported. Ten more bodies were found, 15 out of 40 injured later died.",
    "Murieron entre 70 y 80 personas y otras 255 resultaron heridas en los combates del martes.",
    "قتل ٢٥ شخصا وأصيب العشرات في الهجوم.",
    "Neither side gave a figure, but villagers counted twenty-five (25) graves near the 12th km.",
)


def keep(target, name, data):
    """Keep one seed."""
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def head(path, count):
    with path.open("rb") as file:
        return b"".join(islice(file, count))


def main():
    """Write them all."""
    difficult = (DATA / "wording" / "wordings_difficult.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {
        "wording": [json.loads(line)["text"] for line in difficult[::4]], "draft": SENTENCES, "date": DATES,
    }  # fmt: skip
    for target, seeds in texts.items():
        for number, text in enumerate(seeds):
            keep(target, f"seed-{number:02d}", text.encode())
    for number, ends in enumerate(FIGURES):
        data = b"".join(end.to_bytes(8, "big", signed=True) for end in ends)
        keep("figure", f"seed-{number:02d}", data + b"\x00\x04dozens")
    for target, name in TABLES.items():
        for count in (2, 4):
            keep(target, f"seed-{count}-lines.csv", head(DATA / "io" / name, count))
    written(LEDGER, "small")
    written(build(), "large")


def written(ledger, name):
    scratch = CORPUS.parent / f"scratch-{name}"
    scratch.mkdir()
    for target, write, suffix in (
        ("jsonl", ct.dump, ".jsonl"), ("sheet", sheets.write, ".csv"), ("workbook", sheets.write, ".xlsx"),
        ("claimreview", claimreview.write, ".json"), ("stix", stix.write, ".json"),
    ):  # fmt: skip
        if target == "workbook" and name == "large":
            continue
        path = scratch / f"{target}{suffix}"
        write(ledger, path)
        keep(target, f"seed-{name}{suffix}", path.read_bytes())
        path.unlink()
    if name == "small":
        path = scratch / "store.sqlite"
        with ct.open_store(path) as store:
            store.record_all(ledger.claims())
        keep("store", "seed-small.sqlite", path.read_bytes())
        path.unlink()
    for leftover in scratch.iterdir():
        leftover.unlink()
    scratch.rmdir()


if __name__ == "__main__":
    main()

"""What is fuzzed: everything that reads what others wrote. A target takes bytes and fails on a broken law.

Whatever the bytes are, they are read or refused, by an error of claimtrack or of the system; and what was
read can be used: it is kept, accounted for, printed, written and read again.
"""

from __future__ import annotations

import sys
import tempfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import claimtrack as ct
from claimtrack import laws, tables
from claimtrack.dates import When
from claimtrack.drafts import check_draft
from claimtrack.figures import LARGEST, Figure, FigureKind
from claimtrack.io import acled, airwars, claimreview, reports, sheets, stix, ucdp
from claimtrack.io.jsonl import load
from claimtrack.ledger import Ledger
from claimtrack.reconcile import reconcile_all
from claimtrack.testing import assert_round_trip

SHM = Path("/dev/shm")  # noqa: S108 - a file a run, in memory where there is one
FOLDER = Path(tempfile.mkdtemp(prefix="claimtrack-fuzz-", dir=SHM if SHM.is_dir() else None))
MOST = 40  # claims of a ledger that is looked at closely
CLOSELY = {"one_in": 1}  # of so many inputs; the driver looks at fewer, and tries more
LANGS = (None, "en", "fr", "es", "ar")


def text_of(data):
    return data.decode("utf-8", "surrogateescape" if data[:1] == b"\xff" else "replace")


def wording(data):
    """A wording, in each language and in none."""
    text = text_of(data)
    for lang in LANGS:
        read = read_words(text, lang)
        assert read.words == text
        if isinstance(read, ct.WordingError):
            low, high = read.span
            assert 0 <= low <= high <= len(text)
        else:
            check_figure(read)
            assert read_words(text, lang) == read


def read_words(text, lang):
    """The figure, or the refusal."""
    try:
        return ct.figure(text, lang=lang)
    except ct.WordingError as refusal:
        return refusal


def draft(data):
    """A text to search for figures, and to hold against a ledger."""
    text = text_of(data)
    for lang in LANGS:
        ends = 0
        for mention in ct.find_figures(text, lang=lang):
            low, high = mention.span
            assert ends <= low < high <= len(text)
            assert mention.words in text
            check_figure(mention.figure)
            ends = low
    for found in check_draft(text, LEDGER):
        assert found.words in " ".join(text.split())


def date(data):
    """A date, alone, said on a day, and in each order."""
    text = text_of(data)
    day = ct.when("2024-09-18")
    readings: list[Callable[[str], When]] = [ct.when, partial(ct.when, said_on=day)]
    readings += [partial(ct.when, order=order) for order in ("dmy", "mdy", "ymd")]
    for read in readings:
        with suppress(ct.ClaimtrackError):
            moment = read(text)
            assert moment.start <= moment.end
            assert ct.when(moment.iso) == moment


def figure(data):
    """A figure by hand, its numbers any that eight bytes make."""
    numbers = [int.from_bytes(data[at : at + 8], "big", signed=True) for at in range(0, 40, 8)]
    absent, kind = data[40:41], data[41:42]
    mask = absent[0] if absent else 0
    ends = [None if mask >> place & 1 else number for place, number in enumerate(numbers)]
    name = [*FigureKind][kind[0] % len(FigureKind)] if kind else FigureKind.exact
    with suppress(ct.ClaimtrackError):
        made = Figure((ends[0], ends[1]), (ends[2], ends[3]), name, point=ends[4], words=text_of(data[42:]))
        check_figure(made)
        assert made.compare(made).value in ("agree", "unknown")
        assert isinstance(made.supports(made), bool)
        assert isinstance(str(made), str)


def check_figure(figure):
    for low, high in (figure.bounds, figure.reading, figure.stated_ends):
        assert all(type(end) is int and 0 <= end <= LARGEST for end in (low, high) if end is not None)
        assert low is None or high is None or low <= high


def read_with(read, suffix):
    """A target that reads a file of some format."""

    def target(data):
        path = FOLDER / f"file{suffix}"
        path.write_bytes(data)
        try:
            ledger, problems = read(path)
        except (ct.ClaimtrackError, OSError):
            return
        for problem in problems:
            assert problem.message
            assert problem.location
            assert str(problem).encode("utf-8", "replace")
        if zlib.crc32(data) % CLOSELY["one_in"] == 0:
            use(ledger)

    return target


def use(ledger):
    """Whatever was read can be used."""
    if len(ledger.log.claims) > MOST:
        return
    laws.assert_laws(ledger)
    assert_round_trip(ledger)
    ledger.problems()
    for table in (tables.status_table, tables.sources_table, tables.figures_table):
        assert isinstance(str(table(ledger)), str)
    for result in reconcile_all(ledger):
        assert result.explain()
        assert result.to_dict()


def store(data):
    """The bytes of a store."""
    path = FOLDER / "store.sqlite"
    path.write_bytes(data)
    for leftover in FOLDER.glob("store.sqlite-*"):
        leftover.unlink()
    with suppress(ct.ClaimtrackError, OSError), ct.open_store(path, create=False, wait=0.1) as held:
        checked = held.verify()
        if checked.intact:
            use(held)


def clock():
    return datetime(2024, 9, 20, tzinfo=UTC)


LEDGER = Ledger(clock=clock)
LEDGER.record(
    ct.Claim(ct.Event("Attack"), ct.Source("AFP"), ct.killed(), ct.exactly(77), stated="2024-09-19"),
    ct.Claim(ct.Event("Attack"), ct.Source("RFI"), ct.wounded(), "more than 200", stated="2024-09-19"),
)

TARGETS = {
    "wording": wording,
    "draft": draft,
    "date": date,
    "figure": figure,
    "jsonl": read_with(partial(load, on_problem="collect"), ".jsonl"),
    "store": store,
    "sheet": read_with(sheets.read, ".csv"),
    "workbook": read_with(sheets.read, ".xlsx"),
    "ucdp": read_with(ucdp.read, ".csv"),
    "acled": read_with(partial(acled.read, read_notes=True), ".csv"),
    "airwars": read_with(airwars.read, ".csv"),
    "reports": read_with(reports.read, ".csv"),
    "claimreview": read_with(claimreview.read, ".json"),
    "stix": read_with(stix.read, ".json"),
}


if __name__ == "__main__":
    for name in sys.argv[2:]:
        TARGETS[sys.argv[1]](Path(name).read_bytes())

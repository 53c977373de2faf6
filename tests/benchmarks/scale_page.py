"""The reference page on the speed of the column engine, written from the numbers in scale.json."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE / "scale.json"
PAGE = HERE.parent.parent / "docs" / "reference" / "speed.md"
DESIGN = PAGE.parent.parent / "explanation" / "scale.md"
COSTS, NO_COSTS = "<!-- written by tests/benchmarks/scale.py -->", "<!-- to here -->"
PLOT = PAGE.parent / "speed.svg"
END = "<!-- what follows is not written by tests/benchmarks/scale.py -->"

Row = dict[str, object]

HEAD = """# Speed of the column engine

Written by `tests/benchmarks/scale.py` (Spark: `scale_spark.py`). Measured on two cores while other work was
running, so CPU seconds (user and system, all threads) and ratios count, and wall seconds hardly:
{machine}.

Each ratio is the median of runs by turns in one process. A *pass* is one sum over every column of
the same table by the same engine.

The **plain** table has twelve columns: claims of 2,000 sources, about eight on each question, half exact,
some vague, none settled. The **full** table has every column that a policy may look at: a tenth of its
claims is set aside or overtaken, a third came through others. Rows are in no particular order, which is the
worst case for caches.
"""

SPARK = """\
Two local cores, CPU seconds of the Java processes and of Python workers, in one session with one warmed
compiler; 250,000 claims in a partition, and at least 16 partitions. The *floor* of a case reads the columns
that the case needs, shuffles them once by event and question into as many partitions, and writes them to
nowhere, as the case does with its answer. The *whole table* is the same for all twelve columns, needed or
not. The *sorted floor* of a case sorts within each partition as well, which nothing that puts claims side by
side by windows can do without. *By question* is the same case on claims that were given as
`claims.repartition("event", "question")`: one shuffle, the one of the floor, serves all, and a question
that half of the claims are about falls on one task. Without it claims are shuffled by voice first, and
their voices by question. *By hand* is a query in Spark's SQL that says the same (`spark_by_hand.py`),
given its claims in the same way. *Handed to Python workers* is the floor, and each partition given to a
Python worker in Arrow batches, which only counts it; *polars in Python workers* is the column engine run
there, by polars, with the same answers. The last column is the largest part of the rows of a stage that one
task reads.
"""

PLOTTED = (
    ("objects", "last_words", "objects"), ("duckdb", "last_words by hand", "DuckDB, SQL by hand"),
    ("duckdb", "last_words", "DuckDB"), ("polars", "last_words", "polars"),
    ("crowd-kit", "MajorityVote", "crowd-kit, majority"),
    ("truthdiscovery", "MajorityVoting", "truthdiscovery, majority"),
)  # fmt: skip


def write_page() -> None:
    """Write the page and its plot, and the costs into the page on scale."""
    held = json.loads(DATA.read_text(encoding="utf-8"))
    rows = sorted(held["rows"], key=lambda row: row["size"])
    text = "\n".join(_page(held["machine"], rows))
    rest = PAGE.read_text(encoding="utf-8").partition(END)[2] if PAGE.exists() else ""
    PAGE.write_text(text + (f"\n{END}{rest}" if rest else ""), encoding="utf-8")
    plot(rows)
    before, rest = DESIGN.read_text(encoding="utf-8").split(COSTS)
    after = rest.split(NO_COSTS)[1]
    costs = "\n".join(_costs(rows))
    DESIGN.write_text(f"{before}{COSTS}\n\n{costs}\n\n{NO_COSTS}{after}", encoding="utf-8")


def _page(machine: str, rows: Sequence[Row]) -> Iterator[str]:
    yield HEAD.format(machine=machine)
    yield "![CPU seconds by number of claims, for engines and peers, on logarithmic scales](speed.svg)\n"
    ours = ("duckdb", "polars", "pandas", "file")
    yield "## The plain table\n"
    yield from _table([row for row in rows if row["table"] == "plain" and row["engine"] in ours])
    yield "`file` is `frames.reconcile_file`: from Parquet to Parquet in parts, DuckDB held to 6 GB.\n"
    yield from _growth([row for row in rows if row["engine"] in ours and row["table"] == "plain"])
    yield "## The full table: every policy\n"
    yield from _table([row for row in rows if row["table"] == "full"])
    yield "## Beside objects and other packages\n"
    yield (
        "Objects keep reasons, evidence and times, and know parts and wholes. The other packages take\n"
        "figures as labels, know no wording, no copies and no sides, and are given the points only.\n"
    )
    peers = ("objects", "crowd-kit", "truthdiscovery", "pandas")
    yield from _peers([row for row in rows if row["engine"] in peers and row["table"] == "plain"])
    spark = [row for row in rows if row["engine"] == "spark"]
    if spark:
        yield from _spark(spark)


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield "| engine | what | claims | CPU s | wall s | peak memory | × one pass | × SQL by hand |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for row in rows:
        yield (
            f"| {row['engine']} | {row['case']} | {row['size']:,} | {_short(row['cpu'])} "
            f"| {_short(row['wall'])} | {_memory(row['peak'])} | {_whole(row['passes'])} "
            f"| {_two(row['over_hand'])} |"
        )
    yield ""


def _growth(rows: Sequence[Row]) -> Iterator[str]:
    yield "### Growth\n"
    yield "| engine | what | from | to | × the claims | × the CPU time |"
    yield "|---|---|--:|--:|--:|--:|"
    for row in rows:
        alike = [
            other for other in rows
            if _line(other) == _line(row) and other["size"] > row["size"]
        ]  # fmt: skip
        if alike:
            larger = alike[0]
            yield (
                f"| {row['engine']} | {row['case']} | {row['size']:,} | {larger['size']:,} "
                f"| {larger['size'] / row['size']:.0f} | {larger['cpu'] / row['cpu']:.1f} |"
            )
    yield ""


def _line(row: Row) -> tuple[object, object]:
    return row["engine"], row["case"]


def _peers(rows: Sequence[Row]) -> Iterator[str]:
    yield "| | what | claims | CPU s | claims a second | peak memory |"
    yield "|---|---|--:|--:|--:|--:|"
    for row in rows:
        yield (
            f"| {row['engine']} | {row['case']} | {row['size']:,} | {_short(row['cpu'])} "
            f"| {row['size'] / row['cpu']:,.0f} | {_memory(row['peak'])} |"
        )
    yield ""


def _spark(rows: Sequence[Row]) -> Iterator[str]:
    yield "## Spark\n"
    yield SPARK
    ratios = {
        "floor": "× floor", "whole": "× whole table", "sorted": "× sorted floor",
        "over_hand": "× SQL by hand",
    }  # fmt: skip
    for table, size in dict.fromkeys((row["table"], row["size"]) for row in rows):
        yield f"### {size:,} claims, {table} table\n"
        yield f"| what | CPU s | {' | '.join(ratios.values())} | largest task |"
        yield "|---|--:|--:|--:|--:|--:|--:|"
        for row in rows:
            if (row["table"], row["size"]) == (table, size):
                share = "" if row["largest"] is None else f"{row['largest']:.0%}"
                held = " | ".join(_two(row[name]) for name in ratios)
                yield f"| {row['case']} | {_short(row['cpu'])} | {held} | {share} |"
        yield ""


def _costs(rows: Sequence[Row]) -> Iterator[str]:
    """What ten billion claims cost, from the largest plain table that was measured on Spark."""
    spark = [row for row in rows if (row["engine"], row["table"]) == ("spark", "plain")]
    most = max(row["size"] for row in spark)
    yield f"| what | CPU s for {most:,} claims | core hours for a billion | for ten billion | on 200 cores |"
    yield "|---|--:|--:|--:|--:|"
    for row in spark:
        if row["size"] == most and not _is_peer(row["case"]):
            billion = row["cpu"] / row["size"] * 1e9 / 3600
            yield (
                f"| {row['case']} | {_short(row['cpu'])} | {billion:.1f} | {billion * 10:.0f} "
                f"| {billion * 10 / 200 * 60:.1f} min |"
            )


def _is_peer(case: object) -> bool:
    return any(part in str(case) for part in ("sorted", "by hand", "Python workers"))


def _short(seconds: object) -> str:
    value = float(str(seconds))
    return f"{value:.3f}" if value < 1 else f"{value:,.1f}"


def _memory(size: object) -> str:
    return f"{float(str(size)) / 2**20:,.0f} MiB"


def _whole(ratio: object) -> str:
    return "" if ratio is None else f"{float(str(ratio)):,.0f}"


def _two(ratio: object) -> str:
    return "" if ratio is None else f"{float(str(ratio)):.2f}"


def plot(rows: Sequence[Row]) -> None:
    """CPU time by size, on logarithmic scales; every line is named at its end."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams["svg.hashsalt"] = "claimtrack"
    figure = Figure(figsize=(7.5, 5), layout="constrained")
    axes = figure.subplots()
    ends: dict[object, list[float]] = {}
    for engine, case, label in PLOTTED:
        some = [row for row in rows if row["table"] == "plain" and _line(row) == (engine, case)]
        if engine == "duckdb" and case == "last_words":
            some += [row for row in rows if _line(row) == ("file", case)]
        if not some:
            continue
        sizes, seconds = [row["size"] for row in some], [row["cpu"] for row in some]
        (line,) = axes.plot(sizes, seconds, marker="o", markersize=4, linewidth=1.5)
        last = some[-1]
        height = 72 * math.log10(last["cpu"])  # about points
        beside = [other for other in ends.setdefault(last["size"], []) if abs(other - height) < 12]
        shift = max(beside) + 12 - height if beside else 0
        ends[last["size"]].append(height + shift)
        axes.annotate(
            label, (last["size"], last["cpu"]), xytext=(6, shift), textcoords="offset points", va="center",
            fontsize=9, color=line.get_color(),
        )  # fmt: skip
    axes.set(xscale="log", yscale="log", xlabel="claims", ylabel="CPU seconds", title="The default policy")
    axes.set_xlim(right=2e9)
    axes.grid(visible=True, alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(PLOT, metadata={"Date": None})

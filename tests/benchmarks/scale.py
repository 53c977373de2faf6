"""How the column engine scales, in ratio to one pass over the columns; writes docs/reference/speed.md.

    python tests/benchmarks/scale.py                       # 10 thousand and 1 million claims
    python tests/benchmarks/scale.py 10000 1000000 10000000

Each case runs in a process of its own, so that its peak memory is its own. Every case is run twice and the
faster run counts.
"""

# ruff: noqa: S608  # the queries are made of the texts in this file

from __future__ import annotations

import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "reference" / "speed.md"
GROUP = 8
RUNS = 2
CASES = (
    ("duckdb", "one pass"), ("duckdb", "hand-written SQL, envelope"),
    ("duckdb", "envelope"), ("duckdb", "last_words"),
    ("polars", "one pass"), ("polars", "envelope"), ("polars", "last_words"),
    ("pandas", "groupby min and max"), ("pandas", "envelope"),
    ("objects", "envelope"),
)  # fmt: skip
SMALL_ONLY = {"objects": 10_000, "pandas": 1_000_000}

# The envelope by hand: voices by origin, renderings met or hulled, floors, the hull. No more than it needs.
SQL = """
with said as (
  select event, question, source as origin, bounds_low as bl, bounds_high as bh, reading_low as rl,
         reading_high as rh, point,
         coalesce(point, case when kind not in (2, 5, 6) then reading_low end) as lo,
         coalesce(point, case when kind not in (5, 6) then reading_high end) as hi
  from claims where bounds_low is not null or bounds_high is not null),
met as (
  select *, max(bl) over v as vl, min(bh) over v as vh,
         coalesce(min(rh) over v < max(rl) over v, false) as apart
  from said window v as (partition by event, question, origin)),
voices as (
  select event, question, origin, bool_or(apart) as apart, count(*) as said,
         min(lo) filter (apart or lo between coalesce(vl, lo) and coalesce(vh, lo)) as lo,
         case when not bool_or(apart and hi is null) then
           max(hi) filter (apart or hi between coalesce(vl, hi) and coalesce(vh, hi)) end as hi,
         min(point) filter (not apart and point between coalesce(vl, point) and coalesce(vh, point)) as point,
         bool_or(lo is not null) as stating, max(bl) as most, min(bh) as least,
         case when not bool_or(apart) then max(bl) when count(bl) = count(*) then min(bl) end as fl,
         case when not bool_or(apart) then min(bh) when count(bh) = count(*) then max(bh) end as fh,
         case when not bool_or(apart) then max(rl) when count(rl) = count(*) then min(rl) end as frl
  from met group by all),
weighed as (
  select *, hi is not null or (lo is not null and stating) as total, coalesce(lo, frl) as entails,
         min(lo) filter (hi is not null or stating) over q as stated,
         max(fl) over q as all_most, min(fh) over q as all_least
  from voices window q as (partition by event, question)),
judged as (
  select *,
         hi is null and not total and stated is not null and coalesce(entails, 0) <= stated as subsumed
  from weighed),
hull as (
  select event, question, max(hi) as top,
         min(case when hi is null then entails else lo end) filter (total) as low,
         max(entails) filter (hi is null and not subsumed) as floor_most,
         min(entails) filter (hi is null and not total and not subsumed) as floor_least,
         min(point) filter (hi is not null and lo is not null) as point,
         max(lo) filter (hi is null and not coalesce(all_least < fl, false)
                         and not coalesce(all_most > fh, false)) as forbids,
         bool_or(apart) as apart, max(most) as most, min(least) as least,
         sum(said) as heard, count(*) as voices
  from judged group by all),
ends as (
  select *, case when floor_most > top then null else top end as high,
         coalesce(low, case when top is null or floor_least <= top then floor_least end) as bottom
  from hull)
select event, question, bottom as low,
       case when bottom = high and point = bottom and not coalesce(point < forbids, false)
            then point end as best,
       high, (apart or coalesce(most > least, false))::int as contested, heard, voices
from ends"""


def write_claims(count: int, path: Path) -> None:
    """Claims of 2,000 sources, about eight on each question, half exact, some vague, none settled."""
    import duckdb

    duckdb.sql(f"""
        copy (
          with drawn as (
            select i as claim, hash(i) % {max(1, count // GROUP)} as event,
                   hash(i + 1e9) % 2000 as source,
                   (1 + hash(i + 2e9) % 200)::bigint as n, hash(i + 3e9) % 20 as draw,
                   (738000 + hash(i + 4e9) % 900)::bigint as day
            from range({count}) as r(i)),
          kinds as (
            select *, case when draw < 10 then 0 when draw < 14 then 1 when draw < 16 then 3
                           when draw < 19 then 4 else 5 end as kind from drawn)
          select event::bigint as event, 0::bigint as question, claim::bigint as claim,
                 source::bigint as source,
                 kind::bigint as kind, n as bounds_low,
                 case kind when 0 then n when 3 then n + 12 when 4 then n + 20 end as bounds_high,
                 n as reading_low,
                 case kind when 0 then n when 3 then n + 12 when 4 then n + 10 end as reading_high,
                 case kind when 0 then n when 4 then n + 5 end as point, day as day_first, day as day_last
          from kinds) to '{path}' (format parquet)""")


def run(engine: str, case: str, path: Path) -> dict[str, float]:
    """Run one case in this process, and say what it took."""
    work = {"duckdb": _duckdb, "polars": _polars, "pandas": _pandas, "objects": _objects}[engine](case, path)
    best = float("inf")
    used = 0.0
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_SELF)
        start = time.perf_counter()
        work()
        elapsed = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_SELF)
        if elapsed < best:
            best = elapsed
            used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": best, "cpu": used, "peak": _peak()}


def _peak() -> float:
    """The most memory this process held, in bytes; what it was forked from does not count."""
    status = Path("/proc/self/status")
    if status.exists():
        return float(status.read_text().split("VmHWM:")[1].split()[0]) * 1024
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * 1024


def _duckdb(case: str, path: Path):
    import duckdb

    from claimtrack import frames

    connection = duckdb.connect()
    connection.execute(f"create table claims as select * from '{path}'")
    claims = connection.table("claims")
    if case == "one pass":
        sums = ", ".join(f"sum({name})" for name in claims.columns)
        return lambda: connection.sql(f"select {sums} from claims").fetchall()
    if case.startswith("hand"):
        return lambda: connection.execute(f"create or replace table r as {SQL}")
    return lambda: frames.reconcile(claims, policy=case).to_table("r") or connection.execute("drop table r")


def _polars(case: str, path: Path):
    import polars as pl

    from claimtrack import frames

    claims = pl.read_parquet(path)
    if case == "one pass":
        return claims.sum
    return lambda: frames.reconcile(claims, policy=case)


def _pandas(case: str, path: Path):
    import polars as pl

    from claimtrack import frames

    claims = pl.read_parquet(path).to_pandas(use_pyarrow_extension_array=True).astype("Int64")
    if case.startswith("groupby"):
        keys = claims.groupby(["event", "question"])
        return lambda: keys.agg({"bounds_low": "min", "bounds_high": "max", "point": "count"})
    return lambda: frames.reconcile(claims, policy=case)


def _objects(case: str, path: Path):
    """The same number of claims and questions as objects, statuses and all."""
    import random

    from claimtrack.claims import Claim
    from claimtrack.events import Event
    from claimtrack.figures import exactly
    from claimtrack.ledger import Ledger
    from claimtrack.questions import killed
    from claimtrack.reconcile import reconcile_all
    from claimtrack.sources import Source

    count = int(path.stem.removeprefix("claims"))
    chance = random.Random(0)  # noqa: S311  # not a secret
    events = [Event(f"Attack {number}") for number in range(count // GROUP)]
    sources = [Source(f"S{number}") for number in range(2000)]
    claims = [
        Claim(chance.choice(events), chance.choice(sources), killed(), exactly(chance.randrange(200)))
        for _ in range(count)
    ]

    def work() -> None:
        ledger = Ledger()
        ledger.record(*claims)
        for result in reconcile_all(ledger, policy=case):
            result.low  # noqa: B018

    return work


def check_sql(path: Path) -> None:
    """The query by hand and the column engine must say the same, or the ratio says nothing."""
    import duckdb

    from claimtrack import frames

    connection = duckdb.connect()
    connection.execute(f"create table claims as select * from '{path}'")
    ours = frames.reconcile(connection.table("claims"), policy="envelope")
    kept = "event, question, low, best, high, contested, heard, voices"
    mine = set(ours.select(kept).fetchall())
    theirs = set(connection.sql(f"select {kept} from ({SQL})").fetchall())
    if mine != theirs:
        sys.exit(f"the query by hand differs: {sorted(mine ^ theirs, key=str)[:4]}")


def measure(sizes: list[int]) -> list[dict[str, object]]:
    """Every case at every size, each in a process of its own."""
    found: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"claims{size}.parquet"
            write_claims(size, path)
            if size == sizes[0]:
                check_sql(path)
            for engine, case in CASES:
                if size > SMALL_ONLY.get(engine, size):
                    continue
                child = subprocess.run(
                    [sys.executable, __file__, "--case", engine, case, str(path)],
                    capture_output=True, text=True, check=False,
                )  # fmt: skip
                if child.returncode:
                    sys.exit(f"{engine}, {case}, {size}: {child.stderr[-2000:]}")
                found.append({"engine": engine, "case": case, "size": size, **json.loads(child.stdout)})
                print(found[-1], flush=True)
    return found


def page(found: list[dict[str, object]]) -> str:
    """The reference page, in Markdown."""
    at = {(row["engine"], row["case"], row["size"]): row for row in found}
    lines = [
        "# Speed of the column engine", "",
        "Written by `tests/benchmarks/scale.py`. Claims of 2,000 sources, about eight on each question, in",
        f"memory. Measured on {platform.machine()}, Python {platform.python_version()}, {_versions()};",
        "other work was running on the machine, so trust the ratios more than the seconds. A pass is one sum",
        "over every column by the same engine; for pandas, by DuckDB, which computes for it. A query has a",
        "fixed cost of planning, which is most of the time at 10,000 claims.", "",
        "| engine | what | claims | seconds | CPU seconds | peak memory | × one pass | × SQL by hand, CPU |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
    ]  # fmt: skip
    for row in found:
        engine, size, seconds = row["engine"], row["size"], float(row["seconds"])
        one = at.get(("duckdb" if engine == "pandas" else engine, "one pass", size))
        by_hand = ("duckdb", "hand-written SQL, envelope", size)
        hand = at.get(by_hand) if row["case"] == "envelope" else None
        ratio = f"{seconds / float(one['seconds']):,.0f}" if one and row is not one else ""
        over = f"{float(row['cpu']) / float(hand['cpu']):.2f}" if hand and engine == "duckdb" else ""
        lines.append(
            f"| {engine} | {row['case']} | {size:,} | {seconds:.3f} | {float(row['cpu']):.2f} "
            f"| {float(row['peak']) / 2**20:,.0f} MiB | {ratio} | {over} |"
        )
    lines += [
        "",
        "## Growth",
        "",
        "| engine | what | from | to | × the claims | × the time |",
        "|---|---|--:|--:|--:|--:|",
    ]
    for row in found:
        larger = min((r["size"] for r in found if r["size"] > row["size"]), default=None)
        other = at.get((row["engine"], row["case"], larger))
        if other:
            grown = float(other["seconds"]) / float(row["seconds"])
            lines.append(
                f"| {row['engine']} | {row['case']} | {row['size']:,} | {larger:,} "
                f"| {larger / row['size']:.0f} | {grown:.1f} |"
            )
    return "\n".join(lines) + "\n"


def _versions() -> str:
    from importlib.metadata import version

    return ", ".join(f"{name} {version(name)}" for name in ("narwhals", "duckdb", "polars", "pandas"))


def main(arguments: list[str]) -> None:
    """Measure and write the page, or run one case for the process that measures."""
    if arguments[:1] == ["--case"]:
        engine, case, path = arguments[1:]
        print(json.dumps(run(engine, case, Path(path))))
        return
    sizes = [int(argument) for argument in arguments] or [10_000, 1_000_000]
    text = page(measure(sizes))
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main(sys.argv[1:])

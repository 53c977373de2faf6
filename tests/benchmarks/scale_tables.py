"""The tables that the column engine is measured on, and what an expert would write by hand in their place."""

# ruff: noqa: S608  # the queries are made of the texts in this file

from __future__ import annotations

from pathlib import Path

GROUP = 8
"""So many claims on a question, on average."""

_DRAWN = """
    drawn as (
      select i as claim, hash(i) % {events} as event, (hash(i + 1e9) % 2000)::bigint as source,
             (1 + hash(i + 2e9) % 200)::bigint as n, hash(i + 3e9) % 20 as draw,
             (738000 + hash(i + 4e9) % 900)::bigint as day,
             (hash(i + 5e9) % 100)::bigint as fate, (hash(i + 6e9) % 1000)::bigint as other
      from range({count}) as r(i)),
    kinds as (
      select *, case when draw < 10 then 0 when draw < 14 then 1 when draw < 16 then 3
                     when draw < 19 then 4 else 5 end as kind from drawn)"""

_FIGURES = """
    kind::bigint as kind, n as bounds_low,
    case kind when 0 then n when 3 then n + 12 when 4 then n + 20 end as bounds_high, n as reading_low,
    case kind when 0 then n when 3 then n + 12 when 4 then n + 10 end as reading_high,
    case kind when 0 then n when 4 then n + 5 end as point, day as day_first, day as day_last"""

PLAIN = f"""
    with {_DRAWN}
    select event::bigint as event, 0::bigint as question, claim::bigint as claim, source, {_FIGURES}
    from kinds"""
"""Twelve columns: claims of 2,000 sources, half exact, some vague, none settled; few speak twice."""

FULL = f"""
    with {_DRAWN}
    select event::bigint as event, (other % 2)::bigint as question, claim::bigint as claim, source,
           (case when fate < 35 then hash(event, other % 3) % 2000 else source end)::bigint as origin,
           {_FIGURES},
           (case when other < 80 then 2 when other < 130 then 6 when other < 140 then 1
                 when other < 150 then 3 else 0 end)::bigint as standing,
           (case when fate < 15 then 2 when fate < 25 then 1 else 0 end)::bigint as relayed,
           (case when fate < 35 then 1 + other % 3 else 0 end)::bigint as hops,
           (fate = 3)::bigint as reference, (fate > 95)::bigint as observed,
           (fate between 60 and 70)::bigint as first_hand,
           case when source % 3 > 0 then 1 + source % 6 end as reliability,
           source % 20 as source_kind, source % 4 as lean,
           (source % 4 = 2 and fate < 50)::bigint as admission,
           case when fate between 60 and 80 then source end as vote
    from kinds"""
"""All that a policy may look at: a tenth set aside or overtaken, a third through others."""

SKEWED = f"""
    with {_DRAWN}
    select (case when other < 500 then 0 else event end)::bigint as event, 0::bigint as question,
           claim::bigint as claim, source, {_FIGURES} from kinds"""
"""As the plain table, with half of all claims on one question."""

TABLES = {"plain": PLAIN, "full": FULL, "skewed": SKEWED}


def write_claims(table: str, count: int, path: Path) -> None:
    """Write one of the tables to a Parquet file, in no particular order."""
    import duckdb

    query = TABLES[table].format(count=count, events=max(1, count // GROUP))
    with duckdb.connect(config={"memory_limit": "2GB", "preserve_insertion_order": "false"}) as connection:
        connection.execute(f"copy ({query}) to '{path}' (format parquet)")


_TWICE = """twice as (select event, question, origin from said group by all having count(*) > 1),
met as (
  select *, bl as vl, bh as vh, false as apart
  from said anti join twice using (event, question, origin)
  union all
  select *, max(bl) over v as vl, min(bh) over v as vh,
         coalesce(min(rh) over v < max(rl) over v, false) as apart
  from said semi join twice using (event, question, origin)
  window v as (partition by event, question, origin)),
"""

VOICES = """
with said as (
  select event, question, source as origin, bounds_low as bl, bounds_high as bh, reading_low as rl,
         reading_high as rh, point, claim, -coalesce(day_last, 0) as back,
         coalesce(rh - coalesce(rl, 0), 4503599627370497) as width,
         coalesce(point, case when kind not in (2, 5, 6) then reading_low end) as lo,
         coalesce(point, case when kind not in (5, 6) then reading_high end) as hi
  from claims where bounds_low is not null or bounds_high is not null),
{met}voices as (
  select event, question, origin, bool_or(apart) as apart, count(*) as said,
         min(lo) filter (apart or lo between coalesce(vl, lo) and coalesce(vh, lo)) as lo,
         case when not bool_or(apart and hi is null) then
           max(hi) filter (apart or hi between coalesce(vl, hi) and coalesce(vh, hi)) end as hi,
         {point} filter (not apart and point between coalesce(vl, point) and coalesce(vh, point)) as point,
         bool_or(lo is not null) as stating, max(bl) as most, min(bh) as least,
         case when not bool_or(apart) then max(bl) when count(bl) = count(*) then min(bl) end as fl,
         case when not bool_or(apart) then min(bh) when count(bh) = count(*) then max(bh) end as fh,
         case when not bool_or(apart) then max(rl) when count(rl) = count(*) then min(rl) end as frl,
         case when bool_or(apart) then max(rl) end as opens, min(rh) filter (lo is null) as loose
  from met group by all),
ended as (
  select * exclude (lo), case when not (apart and coalesce(loose < lo, false)) then lo end as lo
  from voices),
said_least as (
  select *, hi is not null or (lo is not null and stating) as total,
         coalesce(lo, case when frl > 0 then frl end) as entails
  from ended),"""

HELD = """held as (
  select *, min(lo) filter (total) over (partition by event, question) as total_lo from said_least),"""

ASKED = """event, question, max(hi) as top, min(lo) filter (total) as low, min(lo) filter (not total) as seen,
         max(case when total or not coalesce(coalesce(entails, 0) <= total_lo, false)
                  then coalesce(opens, entails) else entails end) filter (hi is null) as floor_most,
         min(entails) filter (not total) as floor_least"""

TOLD = """bool_or(apart) or coalesce(max(most) > min(least), false) as contested,
         sum(said) as heard, count(*) as voices"""

ENDS = """case when floor_most > top then null else top end as high,
         coalesce(case when top is null then least(low, seen) else low end,
                  case when top is null or floor_least <= top then floor_least end) as bottom"""

HULL = f"""
hull as (
  select {ASKED},
         min(point) filter (hi is not null and lo is not null) as point,
         bool_or(apart) as apart, max(most) as most, min(least) as least,
         sum(said) as heard, count(*) as voices
  from held group by all),
ends as (
  select *, {ENDS}
  from hull)
select event, question, bottom as low,
       case when bottom = high and point = bottom then point end as best, high,
       (apart or coalesce(most > least, false))::int as contested, heard, voices
from ends"""

ENVELOPE = f"""
{VOICES.format(met=_TWICE, point="min(point)")}
{HELD}
{HULL}"""
"""The envelope by hand: renderings met or hulled, floors, the hull. No more than the plain table needs."""

LAST_WORDS = f"""
{VOICES.format(met=_TWICE, point="arg_min(point, (width, back, claim))")}
{HELD}
judged as (
  select *, case when hi is not null and lo is not null then coalesce(2 * point, lo + hi) end as vote,
         hi is null and not coalesce(min(fh) over q < fl, false)
                    and not coalesce(max(fl) over q > fh, false) as unopposed
  from held window q as (partition by event, question)),
asked as (
  select {ASKED},
         max(coalesce(lo, fl)) filter (unopposed) as forbids,
         {TOLD},
         list_sort(list(vote) filter (vote is not null)) as votes,
         list_sort(list(point) filter (point is not null)) as points,
         list((lo, hi)) filter (vote is not null and point is null) as ranges
  from judged group by all),
elected as (
  select *, votes[len(votes) // 2 + 1] as middle,
         {ENDS}
  from asked),
pointed as (
  select *, case when middle % 2 = 0 and list_contains(points, middle // 2) then middle // 2
    when ranges is not null then list_reduce(
      list_prepend(null, list_filter(points, lambda p: len(list_filter(
        ranges, lambda r: r[1] + r[2] = middle and p between r[1] and r[2])) > 0)),
      lambda a, b: case when a is null or abs(2 * b - middle) <= abs(2 * a - middle) then b else a end)
    end as nearest
  from elected),
raised as (
  select *, case when nearest < forbids then list_filter(points, lambda p: p >= forbids)[1]
                 else nearest end as best
  from pointed)
select event, question, least(bottom, best) as low, best,
       case when high is not null then greatest(high, best) end as high,
       contested::int as contested, heard, voices
from raised"""
"""The default by hand, for a table in which nobody gains or is overtaken: the upper middle from lists."""

BY_HAND = {"envelope": ENVELOPE, "last_words": LAST_WORDS}
COMPARED = "event, question, low, best, high, contested, heard, voices"
"""What the query by hand and the column engine must both say, or their ratio says nothing."""

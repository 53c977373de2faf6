"""The queries by hand as they would be written for Spark: one window for all voices, no joins, no lists.

Spark shuffles for each join. The median is found by its place in a window, for lists are slow to gather.
"""

# ruff: noqa: S608  # the queries are made of texts in these files

from __future__ import annotations

from scale_tables import ASKED, ENDS, HELD, HULL, TOLD, VOICES

_MET = """met as (
  select *, max(bl) over v as vl, min(bh) over v as vh,
         coalesce(min(rh) over v < max(rl) over v, false) as apart
  from said window v as (partition by event, question, origin)),
"""

_ENVELOPE = f"""
{VOICES.format(met=_MET, point="min(point)")}
{HELD}
{HULL}"""

_LAST_WORDS = f"""
{VOICES.format(met=_MET, point="min_by(point, struct(width, back, claim))")}
voted as (
  select *, case when hi is not null and lo is not null then coalesce(2 * point, lo + hi) end as vote
  from said_least),
held as (
  select *, row_number() over (partition by event, question order by vote nulls last) as turn,
         count(vote) over q as votes, min(lo) filter (total) over q as total_lo,
         min(fh) over q as all_least, max(fl) over q as all_most
  from voted window q as (partition by event, question)),
judged as (
  select *, hi is null and not coalesce(all_least < fl, false)
                       and not coalesce(all_most > fh, false) as unopposed
  from held),
raised as (
  select *, max(coalesce(lo, fl)) filter (unopposed) over q as forbids,
         min(vote) filter (turn = votes div 2 + 1) over q as middle
  from judged window q as (partition by event, question)),
asked as (
  select {ASKED}, max(forbids) as forbids,
         {TOLD}, max(middle) as middle,
         max(point) filter (2 * point <= middle) as before,
         min(point) filter (2 * point >= middle) as after,
         max(hi - lo) filter (point is null and vote = middle) as reach,
         min(point) filter (point >= forbids) as above
  from raised group by all),
ends as (
  select *, {ENDS},
         case when after is null or middle - 2 * before < 2 * after - middle then before
              else after end as near
  from asked),
elected as (
  select *, case when abs(2 * near - middle) <= coalesce(reach, 0) then near end as nearest from ends),
figures as (
  select *, case when nearest < forbids then above else nearest end as best from elected)
select event, question, least(bottom, best) as low, best,
       case when high is not null then greatest(high, best) end as high,
       contested::int as contested, heard, voices
from figures"""

_WORDS = {"filter (": "filter (where ", "* exclude (": "* except ("}


def _in_spark(query: str) -> str:
    for word, told in _WORDS.items():
        query = query.replace(word, told)
    return query


SPARK_BY_HAND = {"envelope": _in_spark(_ENVELOPE), "last_words": _in_spark(_LAST_WORDS)}
"""By policy, the query on a view `claims` of a plain table; see `scale_tables` for what it leaves out."""

"""Reconcile a table of claims without making an object of any: checked, settled, answered, accounted for."""

from __future__ import annotations

import duckdb

from claimtrack import frames

# One row for each claim, as a newsroom's sheet might hold them. Days are counted from 0001-01-01.
connection = duckdb.connect()
connection.execute("""
    create table said as
    select *, stated - date '0001-01-01' + 1 as day_first, day_first as day_last
    from (values
        ('bamako', 'killed', 1, 'local media',     null, 'several soldiers',   date '2024-09-17'),
        ('bamako', 'killed', 2, 'RFI',             null, 'at least 30',        date '2024-09-18'),
        ('bamako', 'killed', 3, 'RFI',             null, 'more than 70',       date '2024-09-19'),
        ('bamako', 'killed', 4, 'security source', null, '77',                 date '2024-09-19'),
        ('bamako', 'killed', 5, 'a daily',         4,    '77',                 date '2024-09-20'),
        ('bamako', 'killed', 6, 'a document',      null, 'about 100',          date '2024-09-19'),
        ('bamako', 'killed', 7, 'a blog',          null, 'a sea of blood',     date '2024-09-20'),
        ('inata',  'killed', 8, 'the ministry',    null, '20',                 date '2021-11-14'),
        ('inata',  'killed', 9, 'the ministry',    null, '53',                 date '2021-11-22')
    ) as told(event, question, claim, source, based_on, words, stated)""")

checked = frames.claims(connection.table("said"), lang="en")
print("What could not be used, and why:")
for event, _, claim, defect in checked.defects.fetchall():
    print(f"  {event}, claim {claim}: {defect}")

claims = frames.settle(checked.table)
print("\nHow many were killed:")
for policy in ("envelope", "latest", "weighted_median"):
    result = frames.reconcile(claims, policy=policy).order("event")
    for event, low, best, high, voices in result.select("event, low, best, high, voices").fetchall():
        print(f"  {policy}: {event}: low {low}, best {best}, high {high}, {voices} voices")

print("\nWhat became of every claim (envelope):")
for claim, role, because in (
    frames.account(claims, policy="envelope").order("claim").select("claim, role, because").fetchall()
):
    print(f"  {claim}: {frames.Role(role).name}, {frames.Because(because).name}")

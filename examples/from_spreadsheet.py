"""From an analyst's own spreadsheet to a reconciled figure: semicolons, own column names, two bad rows."""

from pathlib import Path

import claimtrack as ct
from claimtrack.io import sheets

path = Path(__file__).parent / "data" / "field_claims.csv"

guess = sheets.guess(path)
print("What the columns probably mean:")
print(guess)

columns = {**guess.columns, "source": "Who said it"}
ledger, problems = sheets.read(path, columns=columns)

print("\nNot read:")
for problem in problems:
    print(f"- {problem.location.partition(', ')[2]}: {problem.message}")

print(f"\n{ct.status_table(ledger)}")
(army,) = [party for party in ledger.parties if party.name == "Army of Nowhere"]
print(f"\n{ct.reconcile(ledger, ct.killed(of=army))}")

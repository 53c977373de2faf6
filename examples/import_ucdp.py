"""Reading UCDP GED: who said it first, who carried it, and every irregular row.

The rows are from UCDP GED 19.1 (CC BY 4.0, Uppsala Conflict Data Program; Sundberg and Melander 2013).
"""

from pathlib import Path

import claimtrack as ct
from claimtrack.io import ucdp


def highest(claim: ct.Claim) -> int:
    """The high end of a claim's figure, in persons."""
    return (claim.figure.reading[1] or 0) if claim.figure is not None else 0


ledger, problems = ucdp.read(Path(__file__).parent / "data" / "ucdp_ged191_syria.csv")
print(ledger)

print("\nIrregular rows are kept, and listed:")
for problem in problems:
    print(f"- {problem.location.partition(', ')[2]}: {problem.message}")

print("\nThe bloodiest event in these rows:")
total = ct.killed()
worst = max(ledger.claims(question=total), key=highest)
carriers = ", ".join(source.name for source in ledger.sources if source.id in worst.via)
print(f"{worst.event}\n{worst.source.name} via {carriers}: {worst.as_given}")
print(ct.reconcile(ledger, total, worst.event))

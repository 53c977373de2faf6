"""From claims to a page an editor can open: tables, pictures, a report, and a check of the draft.

Writes bamako.html and three pictures beside where it is started. Needs claimtrack[report,plots].
"""

from pathlib import Path

import claimtrack as ct
from claimtrack.drafts import check_draft
from claimtrack.plots import plot_figures, plot_origins, plot_timeline
from claimtrack.report import report
from claimtrack.tables import figures_table, open_questions_table

ledger = ct.load(Path(__file__).parent / "data" / "bamako_2024.jsonl")
attack = ledger.events[0]
measures = [question for question in ledger.questions() if isinstance(question, ct.Measure)]
killed = next(measure for measure in measures if measure.label == "killed, Malian armed forces")

# What can be published, by the rule you choose

print(figures_table(ledger, policy="envelope"), end="\n\n")

# What is left to find out

print(open_questions_table(ledger), end="\n\n")

# The page and the pictures

page = report(ledger, "bamako.html", policy="envelope", title="Bamako, 17 September 2024")
pictures = {
    "figures.png": plot_figures(ledger, killed, policy="envelope"),
    "origins.png": plot_origins(ledger, killed),
    "days.png": plot_timeline(ledger, attack),
}
for name, axes in pictures.items():
    axes.figure.savefig(name)  # type: ignore[union-attr]  # each picture has a figure of its own
print(f"wrote {page.name} and {', '.join(pictures)}", end="\n\n")

# The last check before publishing

draft = """\
The attack on Bamako killed between 70 and 100 soldiers and wounded more than 200.
A leaked document names 81 dead. One report spoke of 300 dead.
"""
for found in check_draft(draft, ledger, policy="envelope"):
    print(f"line {found.line}, {found.words}: {found.backing.value}")

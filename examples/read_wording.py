"""Read what was said of an attack: wordings to figures, and a report to its counts."""

from __future__ import annotations

from claimtrack.errors import WordingError
from claimtrack.wording import figure, find_figures

WORDINGS = [
    "heavy human and material losses",
    "quelques pertes en vies humaines côté ami",
    "« une centaine » de personnes tuées ou blessées",
    "plus de 70 morts",
    "cite nommément 81 victimes",
    "10 more bodies",
    "no casualties were reported",
]

REPORT = (
    "Local reports indicated several soldiers had been killed or injured. Two days later a security source "
    "spoke of 77 dead and 255 wounded. "
    "In July a convoy was ambushed near the border, resulting in the deaths of around 50 Russian fighters."
)


def main() -> None:
    """Print each wording with what it was read as, then the counts in the report."""
    for words in WORDINGS:
        try:
            made = figure(words)
        except WordingError as refusal:
            print(f"{words}\n    refused: {refusal.reason}")
        else:
            print(f"{words}\n    {made.label}, bounds {made.bounds}")
    print()
    for mention in find_figures(REPORT):
        print(f"{mention.outcome}: {mention.words} {mention.who or ''}".rstrip())


if __name__ == "__main__":
    main()

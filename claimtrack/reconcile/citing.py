"""How claims, numbers and conflicts are put into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from claimtrack.claims import Claim
from claimtrack.errors import listed
from claimtrack.figures import Figure, Interval
from claimtrack.log import Log
from claimtrack.questions import Measure, Outcome, Question

_COUNTED = {
    Outcome.killed: "dead",
    Outcome.wounded: "wounded",
    Outcome.captured: "captured",
    Outcome.missing: "missing",
    Outcome.displaced: "displaced",
    Outcome.abducted: "abducted",
    Outcome.material_losses: "losses",
}


def spoken_by(claim: Claim, log: Log) -> str:
    """Who said it and through whom: "A security source via AFP and RTS"."""
    source = log.source(claim.source)
    name = claim.source.name if source is None else source.name
    carriers = [_carrier(identity, log) for identity in claim.via]
    return f"{name} via {listed(carriers)}" if carriers else name


def _carrier(identity: str, log: Log) -> str:
    source = log.source(identity)
    return identity if source is None else source.name


def dated(claim: Claim) -> str:
    """When the source spoke, or that it is not known."""
    return str(claim.stated) if claim.stated else "undated"


def said(claim: Claim) -> str:
    """What the claim says as it counts, in plain English: "at least 81", "about 100", "affirms"."""
    figure = claim.figure
    if figure is None:
        return claim.as_given
    return number_of(figure)


def number_of(figure: Figure) -> str:
    """A figure in plain English; words without a number as they were said."""
    if not figure.numeric:
        return quoted(figure.words or "not read")
    if figure.stated_ends == (None, None):
        return quoted(figure.words) if figure.words else figure.label
    return figure.label


def quoted(words: str) -> str:
    """Words in quotation marks."""
    return f"“{words}”"


def imputed_in_part(claim: Claim) -> bool:
    """Whether the coding of a claim is in part the analyst's."""
    figure = claim.figure
    return claim.imputed is not None or (figure is not None and figure.imputed)


def cited(claim: Claim, log: Log) -> str:
    """A claim as it is named in a sentence: what it says, who says so, and what was seen."""
    seen = f", counted from {claim.observed.label}" if claim.observed is not None else ""
    mark = "*" if imputed_in_part(claim) else ""
    return f"{said(claim)}{mark} ({spoken_by(claim, log)}{seen})"


def counted(question: Question) -> str:
    """What a measure counts, as a noun: "dead", "dead or wounded"."""
    if not isinstance(question, Measure):
        return question.label
    return " or ".join(_COUNTED[outcome] for outcome in question.outcomes)


def interval_text(low: int | None, high: int | None) -> str:
    """An interval in persons: "70–100", "at least 23", "at most 12", "77", "unknown"; never 0 for unknown."""
    if low is None:
        return "unknown" if high is None else f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def bounds_text(interval: Interval) -> str:
    """Bounds in persons, open ends named."""
    low, high = interval
    if not low and high is None:
        return "any number"
    return interval_text(low, high)


def either(names: Iterable[str]) -> str:
    """Join names as prose does, each once, in the order they come."""
    return listed(dict.fromkeys(names))


def counted_text(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 voice", "3 voices"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def folded(lines: Sequence[str], width: int, indent: str = "") -> list[str]:
    """Wrap paragraphs to a width, later lines indented."""
    from textwrap import wrap

    folded_lines: list[str] = []
    for line in lines:
        hang = " " * (len(line) - len(line.lstrip())) + indent
        folded_lines.extend(
            wrap(line, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False) or [""]
        )
    return folded_lines


def unfolding(answer: str, account: str) -> str:
    """An answer as HTML for a notebook, with its account to unfold."""
    return f"<b>{escape(answer)}</b><details><summary>why</summary><pre>{escape(account)}</pre></details>"

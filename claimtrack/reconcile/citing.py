"""How claims, numbers and conflicts are put into words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from claimtrack.claims import Claim
from claimtrack.figures import Figure
from claimtrack.log import Log
from claimtrack.questions import Measure, Question
from claimtrack.telling import Phrase, phrase, term


def spoken_by(claim: Claim, log: Log) -> str:
    """Who said it and through whom: "A security source via AFP and RTS"."""
    source = log.source(claim.source.id)
    name = claim.source.name if source is None else source.name
    carriers = tuple(_carrier(identity, log) for identity in claim.via)
    return phrase("claim.via", source=name, carriers=carriers) if carriers else name


def _carrier(identity: str, log: Log) -> str:
    source = log.source(identity)
    return identity if source is None else source.name


def dated(claim: Claim) -> str:
    """When the source spoke, or that it is not known."""
    return str(claim.stated) if claim.stated else phrase("undated")


def said(claim: Claim) -> str:
    """What the claim says as it counts, in plain English: "at least 81", "about 100", "affirms"."""
    figure = claim.figure
    if figure is None:
        return claim.as_given
    return number_of(figure)


def number_of(figure: Figure) -> str:
    """A figure in plain English; words without a number as they were said."""
    if not figure.numeric:
        return quoted(figure.words or phrase("figure.not_read"))
    if figure.stated_ends == (None, None):
        return quoted(figure.words) if figure.words else figure.label
    return figure.label


def quoted(words: str) -> Phrase:
    """Words in quotation marks."""
    return phrase("quoted", words=words)


def imputed_in_part(claim: Claim) -> bool:
    """Whether the coding of a claim is in part the analyst's."""
    figure = claim.figure
    return claim.imputed is not None or (figure is not None and figure.imputed)


def cited(claim: Claim, log: Log) -> Phrase:
    """A claim as it is named in a sentence: what it says, who says so, and what was seen."""
    seen = phrase("nothing")
    if claim.observed is not None:
        seen = phrase("claim.counted_from", seen=term("counted_from", claim.observed.value))
    return phrase(
        "claim.cited_seen",
        says=said(claim),
        mark="*" if imputed_in_part(claim) else "",
        source=spoken_by(claim, log),
        seen=seen,
    )


def counted(question: Question) -> str:
    """What a measure counts, as a noun: "dead", "dead or wounded"."""
    if not isinstance(question, Measure):
        return question.label
    return phrase("outcomes", outcomes=tuple(term("counted", outcome.value) for outcome in question.outcomes))


def interval_text(low: int | None, high: int | None) -> Phrase:
    """An interval in persons: "70–100", "at least 23", "at most 12", "77", "unknown"; never 0 for unknown."""
    if low is None:
        return phrase("figure.unknown") if high is None else phrase("figure.at_most", n=high)
    if high is None:
        return phrase("figure.at_least", n=low)
    return phrase("figure.number", n=low) if low == high else phrase("figure.range", low=low, high=high)


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

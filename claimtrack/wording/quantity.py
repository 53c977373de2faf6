"""One place where a text counts something."""

from __future__ import annotations

from claimtrack.errors import WordingReason
from claimtrack.wording.hedges import Extent
from claimtrack.wording.noun_phrases import NounPhrase


class Quantity:
    """One place where a text counts something.

    Attributes:
        start: Its first token, hedges included.
        core: The first token of the number or vague word.
        end: The token after the number and the hedges that touch it.
        extent: Its two intervals; `None` where `reason` says why there are none.
        noun: The noun phrase it counts.
        article: It is no more than an article ("a soldier").
        increment: It adds to a total that is not stated.
        others: It counts "others" beside people counted before.
        zero: It says that there were none.
        losses: It is an unnumbered "losses".
        reason: Why it is no count of people, else `None`.
        outcome: What happened to the people, by name.
        aside: The outcome came from the words at its right with an auxiliary of its own.
        part: It is part of another count.
        governed: A verb or noun at its left governs it.
    """

    __slots__ = (
        "article", "aside", "core", "end", "extent", "governed", "increment", "losses", "noun", "others",
        "outcome", "part", "reason", "start", "zero",
    )  # fmt: skip
    noun: NounPhrase

    def __init__(
        self, start: int, end: int, extent: Extent | None, reason: WordingReason | None = None
    ) -> None:
        self.start: int = start
        self.core: int = start
        self.end: int = end
        self.extent: Extent | None = extent
        self.reason: WordingReason | None = reason
        self.article: bool = False
        self.increment: bool = False
        self.others: bool = False
        self.zero: bool = False
        self.losses: bool = False
        self.part: bool = False
        self.governed: bool = False
        self.aside: bool = False
        self.outcome: str | None = None

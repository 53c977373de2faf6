"""The columns of an analyst's sheet: what they mean, and which column of a file is probably which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from claimtrack.errors import ClaimtrackError, InvalidField
from claimtrack.identity import make_key

MEANINGS: dict[str, str] = {
    "event": "What the event is called. Needed.",
    "occurred": "When it happened, as precisely as known: 2024-09-17, 2024-09, 2024.",
    "place": "Where it happened.",
    "latitude": "Degrees north.",
    "longitude": "Degrees east.",
    "parties": "The parties that took part, with semicolons between them.",
    "event_key": "A code that stands for this event alone, here and elsewhere; empty where name, date and "
    "place do.",
    "source": "Who says so. Needed.",
    "source_kind": "What kind of source it is.",
    "party": "The party that the source speaks for.",
    "reliability": "Admiralty reliability of the source, A to F; empty where nobody has graded it.",
    "anonymous": "yes, where the source is not named.",
    "known_to": "The outlet that knows who an unnamed source is; one name and two outlets are two sources.",
    "question": "killed, wounded, …, several joined by +; or a sentence to affirm or deny. Needed.",
    "of": "The parties whose people are counted, with semicolons; empty for unstated.",
    "among": "The population that is counted; empty for unstated.",
    "part": "The part of the event; empty for the whole.",
    "answer": "The figure as it was said, in words or as a number; or affirms, denies; or refused, "
    "no_number, not_heard.",
    "low": "The least number, where the source gave a range, or where you read its words yourself.",
    "best": "The one number, where it is not the answer; with a number, an answer in words is kept and not "
    "read.",
    "high": "The greatest number.",
    "read_as": "How to take the answer, where you read its words yourself: exact, at_least, approximate, …; "
    "unread keeps words that nobody can read.",
    "imputed": "Why the number is yours or a codebook's, where the source gave none.",
    "stated": "When the source said it.",
    "via": "The outlets that carried it, with semicolons, first the one that heard the source.",
    "published": "When each outlet published it, with semicolons.",
    "first_hand": "yes, where the source saw or recorded it itself.",
    "observed": "What was seen, where the count is of what was seen: bodies, funerals, graves, …",
    "hedged": "The hedge it was said with: believed, reportedly, …",
    "words": "The wording of a statement that is affirmed or denied.",
    "lang": "The language of the words: en, fr, …",
    "url": "Where it can be read.",
    "note": "Anything you want to keep beside it.",
}
"""What each column means, in the order in which the template has them."""

NEEDED: tuple[str, ...] = ("event", "source", "question")

RELATION_MEANINGS: dict[str, str] = {
    "one": "A party, or a source, by its name. Needed.",
    "how": "What it is to the other: opposes, allied or same between parties; independent, depends (the "
    "first on the other) or same between sources. Needed.",
    "other": "The other party or source. Needed.",
    "between": "parties or sources; needed for same.",
    "because": "Why you say so. Needed, but where parties oppose each other or are allied, without more.",
    "since": "The first day it holds; empty for always.",
    "until": "The last day it holds; empty for still.",
    "by": "Who says so.",
}
"""What each column of the sheet of relations means, in the order in which the template has them."""

RELATION_NEEDED: tuple[str, ...] = ("one", "how", "other")

_NAMES: dict[str, tuple[str, ...]] = {
    "event": ("event name", "incident", "attack", "événement", "evenement"),
    "occurred": ("date", "event date", "incident date", "date of event", "when", "date de l'événement"),
    "place": ("location", "where", "lieu", "localité", "site"),
    "latitude": ("lat",),
    "longitude": ("lon", "lng", "long"),
    "parties": ("actors", "belligerents", "acteurs"),
    "event_key": ("event code", "event id", "incident code", "incident id"),
    "source": ("who", "speaker", "claimant", "said by", "source name", "claimed by"),
    "source_kind": ("kind", "source type", "type of source", "type de source"),
    "party": ("side", "speaks for", "camp"),
    "reliability": ("source reliability", "admiralty", "grade", "fiabilité"),
    "anonymous": ("unnamed", "anonyme"),
    "question": ("about", "outcome", "subject", "measure", "category"),
    "of": ("whose", "victims of", "victim side"),
    "among": ("population", "victims", "who was hit"),
    "part": ("part of event", "sector"),
    "answer": ("figure", "number", "count", "claim", "toll", "wording", "statement", "chiffre", "bilan"),
    "low": ("min", "minimum", "lowest"),
    "best": ("best estimate", "point", "central"),
    "high": ("max", "maximum", "highest"),
    "read_as": ("kind of figure", "figure kind"),
    "stated": ("date stated", "claim date", "said on", "statement date", "date of claim"),
    "via": ("carrier", "outlet", "reported by", "medium", "media", "média"),
    "published": ("publication date", "published on", "date published"),
    "first_hand": ("firsthand", "eyewitness"),
    "observed": ("observation", "counted from"),
    "hedged": ("hedge",),
    "words": ("quote", "citation", "exact words"),
    "lang": ("language", "langue"),
    "url": ("link", "lien"),
    "note": ("notes", "comment", "comments", "remarks", "remarques"),
}


class ColumnsNeeded(ClaimtrackError, LookupError):
    """A sheet whose columns have names of their own: the guess has to be confirmed first.

    Attributes:
        guess: What the columns probably mean; pass `columns=error.guess.columns` to accept it.
    """

    def __init__(self, guess: Guess) -> None:
        self.guess = guess
        super().__init__(
            f"the columns of this sheet are not those of the template. A guess:\n{guess}\n"
            "Pass it as columns=, corrected where it is wrong."
        )

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.guess,)


@attrs.frozen
class Guess:
    """Which column of a file is probably which.

    Attributes:
        columns: For each meaning the name of the column in the file.
        unknown: The columns that nothing is known of; they are not read.
    """

    columns: Mapping[str, str]
    unknown: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"{meaning} = {column!r}" for meaning, column in self.columns.items()]
        lines += [f"not read: {column!r}" for column in self.unknown]
        lines += [f"missing: {needed}" for needed in NEEDED if needed not in self.columns]
        return "\n".join(lines)


def guess_columns(names: Iterable[str]) -> Guess:
    """Guess what columns mean from their names; each is used once, exact names first."""
    left = [name for name in names if name]
    found: dict[str, str] = {}
    for meaning in MEANINGS:
        exact = {make_key(meaning), make_key(meaning.replace("_", " "))}
        _take(meaning, exact, left, found)
    for meaning, others in _NAMES.items():
        if meaning not in found:
            _take(meaning, {make_key(other) for other in others}, left, found)
    ordered = {meaning: found[meaning] for meaning in MEANINGS if meaning in found}
    return Guess(ordered, tuple(left))


def checked_columns(columns: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """Check a mapping of meanings to columns against the columns that are there.

    Raises:
        InvalidField: If a meaning or a column is not known, or a needed one is missing.
    """
    there = set(names)
    for meaning, column in columns.items():
        if meaning not in MEANINGS:
            raise InvalidField("sheets", "columns", meaning, f"one of {', '.join(MEANINGS)}")
        if column not in there:
            raise InvalidField(
                "sheets", "columns", column, f"a column of the sheet: {', '.join(sorted(there))}"
            )
    missing = [needed for needed in NEEDED if needed not in columns]
    if missing or not {"answer", "low", "best", "high"} & set(columns):
        wanted = ", ".join([*missing, *([] if missing else ["answer (or low and high)"])])
        raise InvalidField("sheets", "columns", dict(columns), f"a column for {wanted} too")
    return dict(columns)


def _take(meaning: str, keys: set[str], left: list[str], found: dict[str, str]) -> None:
    for name in left:
        if make_key(name.replace("_", " ")) in keys or make_key(name) in keys:
            found[meaning] = name
            left.remove(name)
            return

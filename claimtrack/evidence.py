"""Evidence: something to look at, kept so that it can be found and checked again."""

from __future__ import annotations

import re
from enum import StrEnum
from hashlib import sha256 as _sha256
from os import PathLike
from pathlib import Path
from typing import Literal

import attrs

from claimtrack.checks import DateLike, date_or_none, text_or_empty, text_or_none
from claimtrack.dates import When
from claimtrack.errors import InvalidField, choose, name_text
from claimtrack.identity import make_id, print_short, settle
from claimtrack.telling import Phrase, phrase, term


class EvidenceKind(StrEnum):
    """What there is to look at.

    Attributes:
        video: A video.
        image: A photograph or other image.
        audio: A recording of sound.
        satellite: A satellite or aerial image.
        document: A document.
        statement: A published statement or communiqué.
        testimony: A testimony or interview.
        forensic: A forensic or medical finding.
        data: A data set, log or signal.
        webpage: A page of the web.
        other: Anything else.
    """

    video = "video"
    image = "image"
    audio = "audio"
    satellite = "satellite"
    document = "document"
    statement = "statement"
    testimony = "testimony"
    forensic = "forensic"
    data = "data"
    webpage = "webpage"
    other = "other"


EvidenceKindName = Literal[
    "video", "image", "audio", "satellite", "document", "statement", "testimony", "forensic", "data",
    "webpage", "other",
]  # fmt: skip


class Authenticity(StrEnum):
    """What was done to a piece of media.

    Source: schema.org MediaReview categories (MediaManipulationRatingEnumeration).

    Attributes:
        original: Shown as it was recorded.
        edited_or_cropped: Edited or cropped, in time or frame.
        decontextualized: Genuine, and not of what it is said to be of.
        staged: Acted.
        transformed: Manipulated or generated.
        satire_or_parody: Meant as satire or parody.
    """

    original = "OriginalMediaContent"
    edited_or_cropped = "EditedOrCroppedContent"
    decontextualized = "DecontextualizedContent"
    staged = "StagedContent"
    transformed = "TransformedContent"
    satire_or_parody = "SatireOrParodyContent"


AuthenticityName = Literal[
    "OriginalMediaContent", "EditedOrCroppedContent", "DecontextualizedContent", "StagedContent",
    "TransformedContent", "SatireOrParodyContent",
]  # fmt: skip

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Evidence:
    """Something to look at.

    What to record follows the Berkeley Protocol: where it is, an archived copy, a hash, who
    captured it, when and how. Source: OHCHR, Berkeley Protocol on Digital Open Source
    Investigations, chapter VI.

    Attributes:
        url: Where it was found.
        kind: What it is.
        captured: When it was recorded or collected, or `None`.
        archived: Where an archived copy is, or `None`.
        sha256: The SHA-256 of the preserved file, 64 hex digits, or `None`.
        authenticity: What was done to the media, or `None` where nobody has judged it.
        by: Who captured it, or `None`.
        shows: What can be seen in it, in words.
        note: Anything the analyst wants to keep beside it.
        id: The id, hashed from the url.
    """

    url: str
    kind: EvidenceKind
    captured: When | None
    archived: str | None
    sha256: str | None
    authenticity: Authenticity | None
    by: str | None
    shows: str
    note: str
    id: str = attrs.field(eq=False, init=False)

    def __init__(
        self,
        url: str,
        *,
        kind: EvidenceKind | EvidenceKindName = EvidenceKind.other,
        captured: DateLike | None = None,
        archived: str | None = None,
        sha256: str | None = None,
        authenticity: Authenticity | AuthenticityName | None = None,
        by: str | None = None,
        shows: str = "",
        note: str = "",
    ) -> None:
        url = name_text("Evidence", "url", url)
        if sha256 is not None and not _SHA256.match(name_text("Evidence", "sha256", sha256)):
            raise InvalidField("Evidence", "sha256", sha256, "64 lower-case hex digits, or None")
        judged = (
            None if authenticity is None else choose("Evidence", "authenticity", authenticity, Authenticity)
        )
        settle(
            self,
            url=url,
            kind=choose("Evidence", "kind", kind, EvidenceKind),
            captured=date_or_none("Evidence", "captured", captured),
            archived=text_or_none("Evidence", "archived", archived),
            sha256=sha256,
            authenticity=judged,
            by=text_or_none("Evidence", "by", by),
            shows=text_or_empty("Evidence", "shows", shows),
            note=text_or_empty("Evidence", "note", note),
            id=make_id("evidence", url),
        )

    def matches(self, path: str | PathLike[str]) -> bool:
        """Whether a local file is the one that was hashed.

        Raises:
            InvalidField: If the evidence carries no hash.
        """
        if self.sha256 is None:
            raise InvalidField("Evidence", "sha256", None, "a hash to compare with", "see ct.hash_file(path)")
        return hash_file(path) == self.sha256

    @property
    def label(self) -> Phrase:
        """The kind of evidence and where it was found ("video https://example.org/v")."""
        return phrase("evidence.named", kind=term("evidence", self.kind.value), url=self.url)

    def __str__(self) -> str:
        return str(self.label)

    def __repr__(self) -> str:
        return f"Evidence({self.url!r}, kind={self.kind.value!r})"

    _repr_pretty_ = print_short


def hash_file(path: str | PathLike[str]) -> str:
    """The SHA-256 of a local file, as 64 hex digits; read in pieces, so of any size."""
    digest = _sha256()
    with Path(path).open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()

"""The axes of a status: separate, and never folded into one."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class State(StrEnum):
    """What a table shows of a status: the first of these that holds, from the top.

    Attributes:
        retracted: Its source or a carrier took it back, or it only relays what was taken back.
        superseded: Its source put another claim in its place.
        confirmed: An analyst found it borne out by evidence or an official record.
        refuted: An analyst found it wrong by evidence or an official record.
        unverifiable: An analyst found that it cannot be checked with what there is.
        misreported: An analyst found that the named source did not say this.
        contested: Another voice's standing claim cannot hold together with it.
        corroborated: A voice known to be independent bears it out.
        overtaken: A count of a later day exceeds it.
        unverified: None of these.
    """

    retracted = "retracted"
    superseded = "superseded"
    confirmed = "confirmed"
    refuted = "refuted"
    unverifiable = "unverifiable"
    misreported = "misreported"
    contested = "contested"
    corroborated = "corroborated"
    overtaken = "overtaken"
    unverified = "unverified"


StateName = Literal[
    "retracted", "superseded", "confirmed", "refuted", "unverifiable", "misreported", "contested",
    "corroborated", "overtaken", "unverified",
]  # fmt: skip


class Lifecycle(StrEnum):
    """Whether a claim is still its source's word.

    Attributes:
        standing: It is.
        superseded: Its source put another claim in its place.
        overtaken: It was, as of its day; a count of a later day exceeds it.
        retracted: It was taken back.
    """

    standing = "standing"
    superseded = "superseded"
    overtaken = "overtaken"
    retracted = "retracted"


class Support(StrEnum):
    """Whether others bear a claim out.

    Attributes:
        unverified: Nobody else does.
        consistent: Another voice does, but it is not known to be independent, or gains by it just the same.
        corroborated: A voice known to be independent does.
    """

    unverified = "unverified"
    consistent = "consistent"
    corroborated = "corroborated"

"""The columns of a claims table: names, units, codes, and what is assumed where one is missing.

Every column but the keys is a whole number, so that every engine computes the same bits.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

import attrs

from claimtrack.assessments import Verdict
from claimtrack.figures import FigureKind
from claimtrack.interest import Tendency
from claimtrack.sources import Reliability, SourceKind
from claimtrack.status import Lifecycle, State, Support

GROUP = ("event", "question")
"""One row of a result for each of these."""

MOST_HOPS = 511
"""No claim goes through more hands, so that the order of spokesmen fits into two whole numbers."""


class Standing(IntEnum):
    """Whether a claim can be heard, as the column `standing` codes it.

    Attributes:
        standing: It can.
        retracted: It was taken back, or hands on what was taken back.
        superseded: Its source put another claim in its place.
        refuted: An analyst found it wrong.
        misreported: An analyst found that the named source did not say this.
        fallen: It rests only on claims that do not stand.
        overtaken: A count of a later day exceeds it.
    """

    standing = 0
    retracted = 1
    superseded = 2
    refuted = 3
    misreported = 4
    fallen = 5
    overtaken = 6


class Relayed(IntEnum):
    """Whether a claim hands on the word of others, as the column `relayed` codes it.

    Attributes:
        own: It speaks for itself.
        relay: It hands on its origin's word: an echo where the origin is heard otherwise.
        echo: It repeats only what is heard already.
        merged: It does not stand, and its origin is heard otherwise: it is nobody's last word.
    """

    own = 0
    relay = 1
    echo = 2
    merged = 3


class Role(IntEnum):
    """What became of a claim, as the column `role` of an account codes it.

    Attributes:
        kept: It was heard and bears on the answer.
        echo: It rests only on origins that are heard already.
        subsumed: It says no more than the numbers that were heard.
        overtaken: A count of a later day is higher than all it says.
        set_aside: It does not stand, gives no answer, or the policy does not look at it.
    """

    kept = 0
    echo = 1
    subsumed = 2
    overtaken = 3
    set_aside = 4


class Because(IntEnum):
    """Why a claim has its role, as the column `because` of an account codes it.

    Attributes:
        bears: It is heard.
        repeats: Its origin is heard already.
        says_no_more: Every number that is heard says as much.
        exceeded: A count of a later day exceeds it.
        retracted: It was taken back, or hands on what was taken back.
        superseded: Its source put another claim in its place.
        refuted: An analyst found it wrong.
        misreported: An analyst found that the named source did not say this.
        fallen: It rests only on claims that do not stand.
        no_number: It says nothing about a number of persons.
        passed_over: The policy does not look at it.
    """

    bears = 0
    repeats = 1
    says_no_more = 2
    exceeded = 3
    retracted = 4
    superseded = 5
    refuted = 6
    misreported = 7
    fallen = 8
    no_number = 9
    passed_over = 10


KIND_CODES: Mapping[FigureKind, int] = MappingProxyType({kind: code for code, kind in enumerate(FigureKind)})
"""The column `kind`, in the order of `FigureKind`: 0 is exact, 7 is none."""

SOURCE_KIND_CODES: Mapping[SourceKind, int] = MappingProxyType(
    {kind: code for code, kind in enumerate(SourceKind)}
)
"""The column `source_kind`, in the order of `SourceKind`."""

RELIABILITY_CODES: Mapping[Reliability, int] = MappingProxyType(
    {grade: code for code, grade in enumerate(Reliability, 1)}
)
"""The column `reliability`: 1 is A, 6 is F."""

LEAN_CODES: Mapping[Tendency, int] = MappingProxyType(
    {Tendency.none: 0, Tendency.overstates: 1, Tendency.understates: 2, Tendency.unknown: 3}
)
"""The column `lean`."""

LIFECYCLE_CODES: Mapping[Lifecycle, int] = MappingProxyType(
    {lifecycle: code for code, lifecycle in enumerate(Lifecycle)}
)
"""The column `lifecycle` of a status, in the order of `Lifecycle`: 0 is standing."""

VERDICT_CODES: Mapping[Verdict, int] = MappingProxyType({one: code for code, one in enumerate(Verdict)})
"""The column `verdict`, in the order of `Verdict`: 0 is none."""

SUPPORT_CODES: Mapping[Support, int] = MappingProxyType({one: code for code, one in enumerate(Support)})
"""The column `support` of a status, in the order of `Support`: 0 is unverified."""

STATE_CODES: Mapping[State, int] = MappingProxyType({one: code for code, one in enumerate(State)})
"""The column `state` of a status, in the order of `State`."""

BEARING_CODES: Mapping[str, int] = MappingProxyType({"own": 0, "enemy": 1, "civilian": 2, "neutral": 3})
"""The column `bearing`, by the names of `claimtrack.learning.Bearing`."""

OVERSTATES = LEAN_CODES[Tendency.overstates]


@attrs.frozen
class Column:
    """One column of a claims table.

    Attributes:
        name: Its name.
        holds: What it holds, with the unit, in a few words.
        key: Whether it holds keys, whole numbers or texts; every other column holds whole numbers.
        required: Whether a table must have it.
        assumed: What every row is taken to hold where an optional column is missing; `None` is null.
        nullable: Whether rows may be null.
        least: The least value.
        most: The largest value.
    """

    name: str
    holds: str
    key: bool = attrs.field(default=False, kw_only=True)
    required: bool = attrs.field(default=False, kw_only=True)
    assumed: int | None = attrs.field(default=None, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    least: int = attrs.field(default=0, kw_only=True)
    most: int = attrs.field(default=2**51, kw_only=True)


def _flag(name: str, holds: str) -> Column:
    return Column(name, holds, assumed=0, most=1)


COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        column.name: column
        for column in (
            Column("event", "key of the event", key=True, required=True),
            Column("question", "key of the measure", key=True, required=True),
            Column("claim", "key of the claim, each once", key=True, required=True),
            Column("source", "key of who says so", key=True, required=True),
            Column("origin", "key of whose word it is in the end; by default the source", key=True),
            Column("kind", "kind of figure, as coded in KIND_CODES; null where no answer was given",
                   required=True, nullable=True, most=len(KIND_CODES) - 1),
            Column("bounds_low", "persons; null is open", required=True, nullable=True),
            Column("bounds_high", "persons; null is open", required=True, nullable=True),
            Column("reading_low", "persons; null is open", required=True, nullable=True),
            Column("reading_high", "persons; null is open", required=True, nullable=True),
            Column("point", "persons: the one number stated, or null", required=True, nullable=True),
            Column("day_first", "first day it can have been stated on, day 1 is 0001-01-01; null is undated",
                   nullable=True, least=1, most=3_652_059),
            Column("day_last", "last such day", nullable=True, least=1, most=3_652_059),
            Column("standing", "whether it can be heard, as coded in Standing",
                   assumed=0, most=len(Standing) - 1),
            Column("relayed", "whether it hands on, as coded in Relayed", assumed=0, most=len(Relayed) - 1),
            Column("hops", "how many hands it went through", assumed=0, most=MOST_HOPS),
            _flag("reference", "1 where an encyclopaedia or aggregator says or carries it"),
            _flag("observed", "1 where what was seen was a part, so that the figure is a floor"),
            _flag("first_hand", "1 where the source saw or recorded it itself"),
            Column("reliability", "Admiralty grade, 1 is A, 6 is F; null is ungraded",
                   nullable=True, least=1, most=6),
            Column("source_kind", "kind of source, as coded in SOURCE_KIND_CODES",
                   assumed=SOURCE_KIND_CODES[SourceKind.other], most=len(SOURCE_KIND_CODES) - 1),
            Column("lean", "what the source gains, as coded in LEAN_CODES",
                   assumed=0, most=len(LEAN_CODES) - 1),
            _flag("admission", "1 where it speaks on the record of its own side's loss"),
            Column("bearing", "how the source stands to those counted, as coded in BEARING_CODES; null is "
                   "undeclared", nullable=True, most=len(BEARING_CODES) - 1),
            Column("vote", "key of the voice it speaks for, known to be independent of every other vote",
                   key=True, nullable=True),
        )
    }
)  # fmt: skip
"""Every column that a reconciliation may look at."""


SETTLING: Mapping[str, Column] = MappingProxyType(
    {
        column.name: column
        for column in (
            Column("carriers", "key of the set of its carriers", key=True, nullable=True),
            _flag("anonymous", "1 where it is not known who the source is"),
            _flag("material", "1 where things are counted and not people: no count overtakes another"),
            Column(
                "camp", "0, or the camp of its source's party: all camps fight each other", assumed=0, most=3
            ),
        )
    }
)
"""The columns that `settle` looks at besides, all of them optional."""


JUDGING: Mapping[str, Column] = MappingProxyType(
    {
        column.name: column
        for column in (
            Column("verdict", "what analysts found, as coded in VERDICT_CODES; by default as in `standing`",
                   assumed=0, most=len(VERDICT_CODES) - 1),
            Column("voice", "key of whose word it is when claims are held against each other; by default "
                   "the origin; null where it repeats several", key=True, nullable=True),
            _flag("repeats", "1 where it only repeats that voice"),
            _flag("corroborated", "1 where it is known that an independent voice bears it out"),
        )
    }
)  # fmt: skip
"""The columns that `status` looks at besides, all of them optional; `from_ledger` gives them."""

"""The ledger: the append-only collection of claims and of all that is known about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Literal, TypeVarTuple, cast, overload

from claimtrack.assessments import Assessment, Credibility, CredibilityName, Retraction, Verdict, VerdictName
from claimtrack.checks import DateLike
from claimtrack.claims import Claim
from claimtrack.errors import ImpossibleMove, Problem, UnknownRecord, choose
from claimtrack.events import Event
from claimtrack.evidence import Evidence
from claimtrack.identity import Printer
from claimtrack.log import Clock, Entry, Log, Record, utc_now
from claimtrack.log.records import collector_paused
from claimtrack.questions import Question
from claimtrack.sources import Party, Relation, RelationKind, RelationName, Source

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from claimtrack.history import Change, OpenQuestion
    from claimtrack.status import Decides, State, StateName, Status, Statuses
    from claimtrack.tidy import Engine

Ts = TypeVarTuple("Ts")


class Ledger:
    """The append-only collection of claims and of all that is known about them.

    Nothing that was recorded ever changes: a correction is a new record, and what a status
    was on an earlier day can always be seen again with `as_of`.

    Args:
        clock: Gives the moment of recording, with its time zone; by default the present in UTC.

    Example:
        >>> from claimtrack.questions import killed
        >>> ledger = Ledger()
        >>> (toll,) = ledger.record(Claim(Event("Attack"), Source("AFP"), killed(), "at least 20"))
        >>> ledger.status(toll).state.value
        'unverified'
    """

    def __init__(self, *, clock: Clock | None = None) -> None:
        self.log: Log = Log(utc_now if clock is None else clock)
        from claimtrack.status import Statuses

        self.statuses: Statuses = Statuses(self.log)
        self._otherwise: dict[Decides, Statuses] = {}

    # Recording

    def record(self, *records: *Ts) -> tuple[*Ts]:
        """Record claims and other records as one batch; all of it, or nothing.

        What a claim mentions (its event, source, question, carriers) is recorded with it.
        Recording a record twice changes nothing.

        Returns:
            The records, as held.

        Raises:
            ConflictingRecord: If a different record is held under the same id.
            UnknownRecord: If a record refers to one that is neither held nor in the batch.
            ImpossibleMove: If an assessment breaks a rule.
        """
        batch = cast("tuple[Record, ...]", records)
        self._check(batch)
        return cast("tuple[*Ts]", self.log.append(batch))

    def record_all(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Record an iterable as one batch; as `record`, for many.

        Nothing of it can be garbage before it is recorded, so the garbage collector waits.
        """
        with collector_paused():
            batch = tuple(records)
            self._check(batch)
            return self.log.append(batch)

    def receive(self, records: Iterable[Record]) -> tuple[Problem, ...]:
        """Record what somebody else made; what `record` would refuse is kept or reported, never lost.

        References to records that are not held are kept and listed by `problems()`.

        Returns:
            A `Problem` for each record that could not be held.
        """
        return self.log.receive(records)

    def assess(
        self,
        claim: Claim | str,
        verdict: Verdict | VerdictName = Verdict.none,
        *,
        by: str,
        decided: DateLike,
        because: str,
        evidence: Iterable[Evidence | Claim | str] | Evidence | Claim | str = (),
        contrary: Iterable[Evidence | Claim | str] | Evidence | Claim | str = (),
        credibility: Credibility | CredibilityName | None = None,
        override: str | None = None,
    ) -> Assessment:
        """Record one analyst's dated verdict on a claim.

        Args:
            claim: The claim, or its id.
            verdict: "confirmed", "refuted", "unverifiable", "misreported", or "none".
            by: The analyst.
            decided: The date of the verdict.
            because: Why.
            evidence: Evidence, or claims that are an official record; "confirmed" and "refuted" need
                one that is not later than the verdict.
            contrary: What was looked at and speaks against the verdict.
            credibility: Admiralty credibility, 1 to 6.
            override: Why a rule that stands in the way is set aside; stays visible with the status.

        Raises:
            ImpossibleMove: If a rule stands in the way and `override` is not given.
            UnknownRecord: If the ledger does not hold the claim or the evidence.
        """
        assessment = Assessment(
            claim, verdict, by=by, decided=decided, because=because, evidence=evidence, contrary=contrary,
            credibility=credibility, override=override,
        )  # fmt: skip
        return self.record(assessment)[0]

    def retract(
        self, claim: Claim | str, *, by: Source | str, stated: DateLike | None = None, because: str
    ) -> Retraction:
        """Record that a source or a carrier took a claim back.

        Raises:
            ImpossibleMove: If `by` neither made nor carried the claim, or took it back before it was stated.
            UnknownRecord: If the ledger does not hold the claim.
        """
        return self.record(Retraction(claim, by=by, stated=stated, because=because))[0]

    def relate(
        self,
        a: Source | Party | str,
        b: Source | Party | str,
        how: RelationKind | RelationName,
        *,
        because: str,
        since: DateLike | None = None,
        until: DateLike | None = None,
        by: str | None = None,
    ) -> Relation:
        """Declare how two sources or two parties stand to each other, and why.

        Args:
            a: A source or a party.
            b: Another one of the same kind; "depends" is said of the first on the second.
            how: "independent", "depends" or "same" of sources; "opposes", "allied" or "same" of parties.
            because: Why.
            since: The first day it holds, or `None` for always.
            until: The last day it holds, or `None` for still.
            by: Who declares it.
        """
        return self.record(Relation(a, b, how, because=because, since=since, until=until, by=by))[0]

    def revise(self, record: Record) -> Record:
        """Replace the description of a party, source, event, question or piece of evidence.

        The old description stays in the log. A claim is revised by a claim with `revises=`.

        Raises:
            UnknownRecord: If nothing is held under the record's id.
        """
        return self.log.revise(record)

    def _check(self, batch: Sequence[Record]) -> None:
        for record in [one for one in batch if type(one) is not Claim]:
            if isinstance(record, Assessment):
                from claimtrack.status import check_move

                check_move(self.log, record, batch)
            elif isinstance(record, Retraction):
                self._check_retraction(record, batch)

    def _check_retraction(self, record: Retraction, batch: Sequence[Record]) -> None:
        claim = next((r for r in batch if isinstance(r, Claim) and r.id == record.claim), None)
        claim = claim or self.log.claim(record.claim)
        if record.by != claim.source.id and record.by not in claim.via:
            raise ImpossibleMove(
                "Only the source of a claim or one of its carriers can take it back.",
                f"a statement of {claim.source.name}",
                "a retraction by one of these; record another source's word as a claim of its own",
            )
        if record.stated is not None and claim.stated is not None and record.stated.before(claim.stated):
            raise ImpossibleMove(
                "A claim cannot be taken back before it was stated.",
                f"stated on {claim.stated}",
                f"a retraction of that day or later, not of {record.stated}",
            )

    # Looking up

    def claims(
        self,
        *,
        event: Event | str | None = None,
        question: Question | str | None = None,
        source: Source | str | None = None,
        state: State | StateName | None = None,
    ) -> tuple[Claim, ...]:
        """The claims on an event, a question, by a source, in a state; all of them without arguments.

        Raises:
            UnknownRecord: If the ledger does not hold the event, question or source.
        """
        log = self.log
        where = self.log.held_id(event, "event")
        what = self.log.held_id(question, "question")
        who = self.log.held_id(source, "source")
        found: Sequence[Claim]
        if where and what:
            found = log.group(where, what)
        elif what:
            found = log.on_question(what)
        elif where:
            found = log.on_event(where)
        elif who:
            found = log.by_source(who)
        else:
            found = log.claims
        if who:
            found = [claim for claim in found if claim.source.id == who]
        if state is not None:
            from claimtrack.status import State

            wanted = choose("Ledger", "state", state, State)
            found = [claim for claim in found if self.statuses.of(claim).state is wanted]
        return tuple(found)

    def get(self, identity: str) -> Record:
        """The record held under an id, as now described.

        Raises:
            UnknownRecord: If there is none.
        """
        held = self.log.get(identity)
        if held is None:
            raise UnknownRecord(identity, "record")
        return held

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event, as now described."""
        return cast("tuple[Event, ...]", tuple(self.log.of_kind(Event)))

    @property
    def parties(self) -> tuple[Party, ...]:
        """Every party, as now described."""
        return cast("tuple[Party, ...]", tuple(self.log.of_kind(Party)))

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source, as now described."""
        return cast("tuple[Source, ...]", tuple(self.log.of_kind(Source)))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every piece of evidence, as now described."""
        return cast("tuple[Evidence, ...]", tuple(self.log.of_kind(Evidence)))

    def questions(self, *, event: Event | str | None = None) -> tuple[Question, ...]:
        """Every question that was answered, about one event or any, in the order they came up."""
        where = self.log.held_id(event, "event")
        claims = self.log.claims if where is None else self.log.on_event(where)
        ids = dict.fromkeys([claim.question.id for claim in claims])
        return tuple(cast("Question", self.log.get(identity)) for identity in ids)

    def entries(self) -> Iterator[Entry]:
        """Every line of the log, in the order it came."""
        return self.log.entries()

    def __len__(self) -> int:
        return len(self.log)

    def __contains__(self, record: object) -> bool:
        return record in self.log

    def __repr__(self) -> str:
        held = {"claim": len(self.log.claims), "question": len(self.log.groups), "event": len(self.events)}
        claims, questions, events = (f"{n:,} {kind}{'' if n == 1 else 's'}" for kind, n in held.items())
        return f"Ledger({claims} on {questions}, {events})"

    def _repr_html_(self) -> str:
        """The ledger in a notebook: how much it holds."""
        return f"<p>{escape(repr(self))}</p>"

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:  # noqa: FBT001 - IPython's protocol
        """Print what was said, decided and declared, in IPython and in counterexamples of Hypothesis."""
        told = (Claim, Assessment, Retraction, Relation)
        lines = [repr(entry.record) for entry in self.entries() if isinstance(entry.record, told)]
        text = "…" if cycle else "\n    ".join([repr(self), *lines])
        printer.text(text)

    # What follows from it

    def status(self, claim: Claim | str, *, decides: Decides | None = None) -> Status:
        """Where a claim stands, why, and what it would take to move it.

        Args:
            claim: The claim, or its id.
            decides: Whose verdict holds where analysts differ: "latest" (as everywhere else),
                "consensus", or `Lead("A. Analyst")`.

        Raises:
            UnknownRecord: If the ledger does not hold the claim.
            InvalidField: If there is no such rule of who decides.
        """
        held = self.log.claim(claim)
        if decides is None or decides == self.statuses.decides:
            return self.statuses.of(held)
        statuses = self._otherwise.get(decides)
        if statuses is None:
            statuses = self._otherwise[decides] = type(self.statuses)(self.log, decides=decides)
        return statuses.of(held)

    def problems(self) -> tuple[Problem, ...]:
        """Every defect in what was recorded; nothing is raised and nothing is dropped."""
        from claimtrack.problems import find_problems

        return find_problems(self.log)

    def as_of(self, *, stated: DateLike | None = None, recorded: DateLike | datetime | None = None) -> Ledger:
        """The ledger as it stood.

        Args:
            stated: What had been said, decided and declared up to the end of this day. Undated
                claims are always in; a month counts from its last day.
            recorded: What had been recorded up to this moment, or to the end of this day (UTC).
        """
        from claimtrack.history import cut

        earlier = Ledger(clock=self.log.clock)
        cut(self.log, earlier.log, stated=stated, recorded=recorded)
        return earlier

    def changes(self, since: DateLike | datetime) -> tuple[Change, ...]:
        """What was recorded since a moment, or since the end of a day, and what it moved.

        New claims, moved statuses and changed figures, each with its cause.
        """
        from claimtrack.history import changes_since

        return changes_since(self.log, since)

    def history(self, claim: Claim | str) -> tuple[Change, ...]:
        """How a claim came to stand where it stands, from its recording on."""
        from claimtrack.history import history_of

        return history_of(self.log, self.log.claim(claim))

    @overload
    def to_frame(self, engine: Literal["pandas"] = "pandas") -> pd.DataFrame: ...

    @overload
    def to_frame(self, engine: Literal["polars"]) -> pl.DataFrame: ...

    def to_frame(self, engine: Engine = "pandas") -> pd.DataFrame | pl.DataFrame:
        """The claims as a tidy data frame: one row a claim; counts are nullable integers, never floats.

        Raises:
            MissingExtra: If the engine is not installed; the extra of its name installs it.
        """
        from claimtrack.tidy import TidyRows, to_frame

        return to_frame(TidyRows(self.log, self.statuses), engine)

    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What is left to find out, ordered by how much hangs on it."""
        from claimtrack.history import open_questions

        return open_questions(self.log, self.statuses)

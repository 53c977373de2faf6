"""The wire format, read: strictly, with every defect of a line at once."""

from __future__ import annotations

from itertools import islice

from claimtrack.claims import Claim
from claimtrack.io.fields import Defect, DefectiveLine, Fields, read_moment, shown, strict_json
from claimtrack.io.quick import QuickReader, Row
from claimtrack.io.records import READERS
from claimtrack.io.wire import KINDS
from claimtrack.log import Record


class LineReader:
    """Reads lines one after the other; later lines refer to records that earlier ones gave.

    Args:
        held: Every described record that was read, by id; claims are not kept.
    """

    def __init__(self, held: dict[str, Record] | None = None) -> None:
        self.held: dict[str, Record] = {} if held is None else held
        self.quick: QuickReader = QuickReader(self.held)

    def read(self, line: str) -> Row:
        """Read one line.

        Raises:
            DefectiveLine: With every defect in it.
        """
        records, recorded = self.quick.run((line,), 0)
        if records and recorded is not None:
            return Row(records.popitem()[1], recorded)
        return self.read_single(line)

    def read_single(self, line: str) -> Row:
        """Read a line that is in no run.

        Raises:
            DefectiveLine: With every defect in it.
        """
        return self.quick.single(line) or self.read_closely(line)

    def hold(self, row: Row) -> None:
        """Let later lines refer to what a row describes, where its id is new, or known and revised."""
        record, _, revision = row
        if type(record) is Claim or (record.id in self.held) != revision:
            return
        if revision:
            self.quick.look_up_again()
        self.held[record.id] = record

    def read_closely(self, line: str) -> Row:
        """Read one line field by field, as any line can be read.

        Raises:
            DefectiveLine: With every defect in it.
        """
        defects: list[Defect] = []
        fields = Fields(strict_json(line), "$", defects, self.held)
        kinds = [kind for kind in KINDS.values() if kind in fields.left]
        if len(kinds) != 1 and not defects:
            given = ", ".join(map(shown, islice(fields.left, 9))) or "none"
            expected = f"one of {', '.join(KINDS.values())}"
            defects.append(Defect("$", f"expected {expected}; fields: {given}", "unknown-kind"))
        record = None
        for kind in kinds:
            inside = fields.inside(kind)
            record = None if inside is None else self._record(kind, inside)
        fields.text("gloss")
        moment = fields.text("recorded", required=True)
        revision = fields.flag("revision") or False
        fields.end()
        recorded = None if moment is None else read_moment(moment)
        if moment is not None and recorded is None:
            expected = "a moment in ISO 8601 with its offset"
            fields.defect("recorded", f"{shown(moment)}; expected {expected}", "wrong-date")
        if defects or record is None or recorded is None:
            raise DefectiveLine(defects)
        return Row(record, recorded, revision)

    def _record(self, kind: str, fields: Fields) -> Record | None:
        given = fields.reference("id", kind, required=True)
        before = len(fields.defects)
        record = fields.built(lambda: READERS[kind](fields))
        fields.end()
        if record is None or len(fields.defects) > before or given is None:
            return None
        if record.id != given:
            fields.defect("id", f"{given}, but what the line says has the id {record.id}", "wrong-id")
            return None
        return record

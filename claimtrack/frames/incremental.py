"""Yesterday's result and today's claims: only the questions that were touched are answered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import narwhals as nw

from claimtrack.errors import InvalidField
from claimtrack.frames.engines import TableT, open_table
from claimtrack.frames.reconciling import RESULT, reconcile
from claimtrack.frames.schema import GROUP
from claimtrack.reconcile.policies import DEFAULT

if TYPE_CHECKING:
    from claimtrack.frames.rules import AnyPolicy


def update(
    result: TableT,
    table: TableT,
    new: TableT,
    *,
    policy: AnyPolicy = DEFAULT.name,
) -> TableT:
    """Bring a result up to date: equal to reconciling the whole table again, and cheaper.

    Args:
        result: What `reconcile` gave before, by the same policy.
        table: All claims, those of before and the new ones, as they stand now.
        new: The new claims, or any table with the `event` and `question` of what was touched: a retraction
            touches its question as well.
        policy: The policy.

    Raises:
        InvalidField: If columns are missing or mistyped, or the policy is none that columns carry.
        WrongType: If these are no tables of one engine that can compute this.
    """
    before, back = open_table(result)
    missing = [name for name in RESULT if name not in before.collect_schema()]
    if missing:
        raise InvalidField(
            "frames.update", "result", missing, "a result of frames.reconcile with these columns"
        )
    claims, _ = open_table(table)
    touched = open_table(new)[0].select(*GROUP).unique()
    again = claims.join(touched, on=list(GROUP), how="semi")
    answered = reconcile(again.to_native(), policy=policy)
    kept = before.join(touched, on=list(GROUP), how="anti").select(*RESULT)
    return back(nw.concat([kept, nw.from_native(answered).select(*RESULT)]))

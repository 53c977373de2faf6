"""In and out: files, the store, and the formats of the field.

Home formats, which lose nothing: `jsonl` (a text file, one entry a line) and `store` (SQLite). `stix` gives
back all of what it wrote, too.
Formats that are read: `sheets`, `ucdp`, `acled`, `airwars`, `reports`, `claimreview`, `stix`.
Formats that are written, each returning what it could not carry: `sheets`, `claimreview`, `stix`,
`geojson`, `tidy`. `redaction` takes protected sources out of a ledger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.io.redaction import redact

__all__ = ["redact"]


def __getattr__(name: str) -> object:
    """Import what is asked for, so that `import claimtrack.io` stays light."""
    if name == "redact":
        from claimtrack.io.redaction import redact

        return redact
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""In and out: files, the store, and the formats of the field.

Home formats, which lose nothing: `jsonl` (a text file, one entry a line) and `store` (SQLite).
Formats that are read: `sheets`, `ucdp`, `acled`, `airwars`, `reports`, `claimreview`, `stix`.
Formats that are written, each returning what it could not carry: `claimreview`, `stix`,
`geojson`, `tidy`, `table`. `redaction` takes protected sources out of a ledger.
"""

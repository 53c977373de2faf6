"""The published JSON Schema says what is written, and refuses what the reader refuses."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings

from claimtrack import strategies
from claimtrack.io.wire import HEADER, KINDS, VERSION
from claimtrack.io.writing import encode_line

jsonschema = pytest.importorskip("jsonschema", reason="only tests check against the schema")
SCHEMA = json.loads(
    (files("claimtrack.io") / "schema" / f"claimtrack-{VERSION}.schema.json").read_text("utf-8")
)
VALID = jsonschema.Draft202012Validator(SCHEMA)
STORED = Path(__file__).parent.parent / "data" / "io" / "wire-1.jsonl"
LINES = STORED.read_text(encoding="utf-8").splitlines()


def test_the_schema_is_a_schema_of_every_kind():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert {entry["title"] for entry in SCHEMA["oneOf"]} == {"header", *KINDS.values()}
    assert VALID.is_valid(json.loads(HEADER))


@pytest.mark.parametrize("line", LINES)
def test_the_schema_takes_every_stored_line(line):
    VALID.validate(json.loads(line))


@settings(max_examples=20)
@given(strategies.ledgers())
def test_the_schema_takes_every_line_that_is_written(ledger):
    for entry in ledger.entries():
        VALID.validate(json.loads(encode_line(entry.record, entry.recorded, revision=entry.revision)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[77, 77]", "[77.5, 77]"), ("[77, 77]", '["77", 77]'), ("[77, 77]", "[77]"),
        ('"exact"', '"exakt"'),
        ('"event"', '"evnt"'), ('"2024-09-19T05:30:00+02:00"', '"19 September"'),
        ('"recorded"', '"recorder"'),
        ("claim:", "claims:"),
    ],
)  # fmt: skip
def test_the_schema_refuses_what_the_reader_refuses(old, new):
    (line,) = [line for line in LINES if "[77, 77]" in line]
    assert old in line
    assert not VALID.is_valid(json.loads(line.replace(old, new)))

"""What a type checker must see of the public face. Checked, never run.

An ignore that is not needed is an error, to mypy and to pyright, so every line marked wrong
must stay wrong.
"""

# pyright: strict, reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from typing import assert_type

import claimtrack as ct

mali = ct.Party("Malian armed forces")
jnim = ct.Party("JNIM", opposes=[mali])
afp = ct.Source("AFP", kind="agency", reliability="B")
attack = ct.Event("Attack", occurred="2024-09-17", parties=[mali, jnim])
ledger = ct.Ledger()

toll, video = ledger.record(
    ct.Claim(attack, afp, ct.killed(of=mali), "at least 20", stated="2024-09-17", via=[afp]),
    ct.Evidence("https://example.org/v", kind="video"),
)
assert_type(toll, ct.Claim)
assert_type(video, ct.Evidence)
assert_type(ledger.status(toll), ct.Status)
assert_type(ledger.claims(), tuple[ct.Claim, ...])
assert_type(ct.figure("77"), ct.Figure)
assert_type(toll.via, tuple[str, ...])
assert_type(ct.exactly(77).bounds, tuple[int | None, int | None])

ct.Source("AFP", kind="agancy")  # type: ignore[arg-type]  # a kind that is not in the vocabulary
ct.Source("AFP", reliability="G")  # type: ignore[arg-type]  # a grade that is not on the scale
ct.exactly(7.5)  # type: ignore[arg-type]  # counts are never floats
ct.Claim(attack, "AFP", ct.killed(), "20")  # type: ignore[arg-type]  # a name is not a source
ct.Claim(attack, afp, ct.killed(), 20)  # type: ignore[arg-type]  # a bare number is not a figure
ledger.assess(toll, "verified", by="A", decided="2024-09-20", because="x")  # type: ignore[arg-type]
mali.name = "Mali"  # type: ignore[misc]  # records are frozen

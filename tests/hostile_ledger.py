"""A ledger whose every text tries to run, to hide, or to break the page."""

from __future__ import annotations

from datetime import UTC, datetime

import claimtrack as ct

ATTACKS = [
    "<script>window.broken = 1</script>",
    "</script><script>window.broken = 1</script>",
    "\"'><img src=x onerror='window.broken = 1'>",
    "<style>body{display:none}</style></style>",
    "{{ 7 * 7 }}{% raw %}",
    "\u202eesrever\u202c \u2066isolate",
    "W" * 10_000,
    '=HYPERLINK("http://evil.example","x")',
    "\x1b[2J\x00\x07 control",
    "-->]]><!--",
    "javascript:window.broken=1",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u200f \u05e2\u05d1\u05e8\u05d9\u05ea",
]
URLS = [
    "javascript:window.broken=1",
    "JaVaScRiPt:window.broken=1",
    "data:text/html,<script>window.broken=1</script>",
    "https://user:secret@evil.example/",
    'https://ok.example/?q="><script>window.broken=1</script>',
    "//evil.example/x",
    "file:///etc/passwd",
    "https://ok.example/fine",
]


def build(longest: int = 10_000) -> ct.Ledger:
    """The ledger, its words cut to a length."""
    ledger = ct.Ledger(clock=lambda: datetime(2024, 1, 1, tzinfo=UTC))
    for place, attack in enumerate(ATTACKS):
        words = attack[:longest]
        party = ct.Party(f"Party {words}")
        event = ct.Event(f"Event {words}", occurred="2024-01-01", place=f"Place {words}")
        source = ct.Source(f"Source {words}", party=party, note=words, url=words)
        piece = ct.Evidence(
            f"{URLS[place % len(URLS)]}#{place}", archived=words, shows=words, note=words, by=words
        )
        claim = ct.Claim(
            event, source, ct.killed(among=f"People {words}", part=words), ct.unread(words), note=words,
            stated="2024-01-02", url=URLS[place % len(URLS)], hedged=words, imputed=words, based_on=[piece],
            lang='en" onmouseover="window.broken=1',
        )  # fmt: skip
        fire = ct.Claim(event, source, ct.Proposition(f"It burned {words}"), ct.affirms(), words=words)
        ledger.record(claim, fire)
        ledger.assess(fire, "unverifiable", by=words, decided="2024-02-01", because=words)
    return ledger

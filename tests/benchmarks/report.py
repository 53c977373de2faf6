"""How long the page of 10,000 claims takes to write, to open in headless Chromium, and to filter."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import claimtrack as ct
from claimtrack.report import report

CLAIMS = 10_000
START = datetime(2024, 1, 1, tzinfo=UTC)


def many(claims: int = CLAIMS) -> ct.Ledger:
    sources = [ct.Source(f"Source {n}", "media") for n in range(200)]
    ledger = ct.Ledger(clock=lambda: START)
    ledger.record_all(
        ct.Claim(
            ct.Event(f"Event {n // 80}", occurred="2024-01-01"),
            sources[n * 7 % 200],
            ct.killed(among=f"group {n // 8 % 10}"),
            ct.exactly(n % 8 + n // 80, words=f"{n % 8 + n // 80} people were killed"),
            stated=START.date() + timedelta(n % 90),
        )
        for n in range(claims)
    )
    return ledger


def main() -> None:
    from playwright.sync_api import sync_playwright

    place = Path(tempfile.mkdtemp()) / "many.html"
    started = time.process_time()
    report(many(), place)
    spent = time.process_time() - started
    print(f"written in {spent:.1f} s of processor time, {place.stat().st_size / 1e6:.1f} MB")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        counted = page.context.new_cdp_session(page)
        counted.send("Performance.enable", {"timeDomain": "threadTicks"})
        started = time.perf_counter()
        page.goto(place.as_uri(), wait_until="load")
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        took = time.perf_counter() - started
        metrics = {one["name"]: one["value"] for one in counted.send("Performance.getMetrics")["metrics"]}
        print(f"opened and painted in {took:.2f} s, {metrics['TaskDuration']:.2f} s of it on the processor")
        for what, script in {
            "first filter by words": "document.getElementById('f-text').value = 'source 7 group 3'",
            "filter by words": "document.getElementById('f-text').value = 'source 77'",
            "filter by status": "document.getElementById('f-state').value = 'contested'",
            "show all": "document.getElementById('filter').reset()",
        }.items():
            took = page.evaluate(
                f"""async () => {{ {script}; const from = performance.now();
                document.getElementById('filter').dispatchEvent(new Event('input'));
                document.body.offsetHeight; return performance.now() - from; }}"""
            )
            print(f"{what}: {took:.0f} ms")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())

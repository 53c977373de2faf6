"""The report in a real browser: it asks for nothing, nothing in it runs, and everybody can use it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import hostile_ledger
import pytest
from printed_ledger import build

import claimtrack as ct
from claimtrack.report import report

MANY = 2_500  # benchmarks/report.py opens 10,000


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    place = tmp_path_factory.mktemp("pages")
    return {
        "en": report(build(), place / "en.html", since="2024-09-16"),
        "fr": report(build(), place / "fr.html", since="2024-09-16", lang="fr"),
        "hostile": report(hostile_ledger.build(), place / "hostile.html", since="2020-01-01"),
        "brief": report(hostile_ledger.build(longest=100), place / "brief.html"),
        "empty": report(ct.Ledger(), place / "empty.html"),
    }


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    start = datetime(2024, 1, 1, tzinfo=UTC)
    sources = [ct.Source(f"Source {n}", "media") for n in range(200)]
    claims = [
        ct.Claim(
            ct.Event(f"Event {n // 80}", occurred="2024-01-01"), sources[n * 7 % 200],
            ct.killed(among=f"group {n // 8 % 10}"), ct.exactly(n % 8 + n // 80),
            stated=start.date() + timedelta(n % 90),
        )
        for n in range(MANY)
    ]  # fmt: skip
    ledger = ct.Ledger(clock=lambda: start)
    ledger.record_all(claims)
    return report(ledger, tmp_path_factory.mktemp("many") / "many.html")


@pytest.mark.parametrize("name", ["en", "fr", "hostile", "empty"])
def test_the_page_asks_for_nothing_and_nothing_breaks(pages, visit, name):
    page, heard = visit(pages[name])
    assert heard == []
    assert page.evaluate("window.broken") is None


@pytest.mark.parametrize(
    ("name", "scheme"),
    [("en", "light"), ("en", "dark"), ("fr", "light"), ("brief", "dark"), ("empty", "light")],
)
def test_axe_finds_no_violation(pages, visit, name, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page, _ = visit(pages[name], color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true })")
    found = Axe().run(page)
    told = [
        {"rule": one["id"], "where": [node["target"] for node in one["nodes"][:3]]}
        for one in found.response["violations"]
    ]
    assert told == [], json.dumps(told, indent=1)


@pytest.mark.parametrize("width", [360, 768, 1200])
@pytest.mark.parametrize("name", ["en", "hostile"])
def test_no_page_is_wider_than_its_window(pages, visit, name, width):
    page, _ = visit(pages[name], viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def shown(page):
    return page.evaluate("document.querySelectorAll('.claim:not([hidden])').length")


def test_claims_are_filtered_by_words_side_status_and_date(pages, visit):
    page, _ = visit(pages["en"])
    assert shown(page) == 16
    page.fill("#f-text", "MORTS afp")
    assert shown(page) == 1
    assert page.inner_text("#shown") == "1 of 16 claims shown"
    assert page.locator(".question:visible").count() == 1
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelectorAll('.claim:not([hidden])').length === 16")
    assert page.inner_text("#shown") == "All 16 claims are shown"
    page.select_option("#f-side", label="JNIM")
    assert shown(page) == 4
    page.select_option("#f-state", "confirmed")
    assert shown(page) == 1
    page.select_option("#f-side", "=")
    assert shown(page) == 0
    page.select_option("#f-state", "")
    page.fill("#f-from", "2024-09-19")
    assert shown(page) == 5
    page.fill("#f-until", "2024-09-18")
    assert shown(page) == 0


def test_claims_are_sorted_within_their_question(pages, visit):
    page, _ = visit(pages["en"])
    claims = "[...q.querySelectorAll('.claim')].map(c => c.dataset.d)"
    days = f"[...document.querySelectorAll('.question')].map(q => {claims})"
    by_date = page.evaluate(days)
    page.select_option("#f-sort", "latest")
    latest = page.evaluate(days)
    assert latest != by_date
    assert all(known == sorted(known, reverse=True) for known in latest)
    page.select_option("#f-sort", "date")
    assert page.evaluate(days) == by_date


def test_a_link_to_a_hidden_claim_shows_it(pages, visit):
    page, _ = visit(pages["en"])
    page.fill("#f-text", "no such words anywhere")
    assert shown(page) == 0
    page.locator(".matrix td a").first.click()
    page.wait_for_function("document.querySelectorAll('.claim:not([hidden])').length === 16")
    assert page.locator(".claim:target").count() == 1
    assert page.locator(".claim:target").is_visible()


def test_the_page_is_walked_with_the_keyboard(pages, visit):
    page, _ = visit(pages["en"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#claims'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "f-text"


def test_without_scripts_every_claim_is_there(pages, visit):
    page, heard = visit(pages["en"], java_script_enabled=False)
    assert page.locator(".claim").count() == 16
    assert not page.locator("#filter").is_visible()
    assert heard == []


def test_printed_on_a4_nothing_is_folded_away(pages, visit):
    page, _ = visit(pages["en"])
    page.emulate_media(media="print")
    assert not page.locator("#filter").is_visible()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("[...document.querySelectorAll('details')].every(node => node.open)")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("[...document.querySelectorAll('.claim details')].some(node => !node.open)")
    sheet = page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 594.95996 841.91998]" in sheet or b"/MediaBox [0 0 595" in sheet


def test_thousands_of_claims_open_and_are_filtered(many, visit):
    page, heard = visit(many)
    assert shown(page) == MANY
    page.fill("#f-text", "source 7 group 3")
    assert 0 < shown(page) < MANY
    assert heard == []

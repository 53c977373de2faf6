"""The built documentation, from a folder: links lead somewhere, pages fit and fetch nothing, search finds.

Run by `make site-check`; CLAIMTRACK_SITE names the folder.
"""

from __future__ import annotations

import os
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parent.parent.parent
SITE = Path(os.environ.get("CLAIMTRACK_SITE", ROOT / "site"))
PAGES = sorted(path for path in SITE.rglob("*.html") if path.name != "404.html")
EXTERNAL = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(/[^\s\"<>]*)?")
OURS = ("file:", "data:", "blob:")
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
FOUND = {
    "subsumed": "reference/glossary.html",
    "rendering conflict": "reference/glossary.html",
    "ConflictingRecord": "reference/errors.html",
    "check_reader": "reference/api-testing.html",
    "3x5x2": "reference/vocabularies.html",
    "une cinquantaine": "how-to/read-wording.html",
}


class Links(HTMLParser):
    """What a page links to and shows, and the places in it that can be linked to."""

    def __init__(self, text):
        super().__init__()
        self.targets, self.anchors = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.anchors |= {given[name] for name in ("id", "name") if given.get(name)}
        for name in ("href", "src"):
            if given.get(name):
                self.targets.append(given[name])


LINKS = {page: Links(page.read_text(encoding="utf-8")) for page in PAGES}
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(SITE).as_posix())


def test_the_site_is_there():
    assert len(PAGES) > 30, f"{SITE} holds {len(PAGES)} pages: run make docs"


@each_page
def test_every_link_leads_somewhere(page):
    broken = []
    for target in LINKS[page].targets:
        parts = urlsplit(target)
        if parts.scheme in ("mailto", "data", "javascript"):
            continue
        if parts.scheme or parts.netloc:
            broken += [] if EXTERNAL.fullmatch(target) else [f"{target} is no address"]
            continue
        place = page if not parts.path else (page.parent / unquote(parts.path)).resolve()
        if not place.is_file():
            broken.append(f"{target} is not there")
        elif parts.fragment and place in LINKS and unquote(parts.fragment) not in LINKS[place].anchors:
            broken.append(f"{target} has no such place")
    assert not broken


@pytest.mark.parametrize("size", SIZES)
def test_every_page_fits_and_fetches_nothing(browser, size):
    width, height = SIZES[size]
    tab = browser.new_page(viewport={"width": width, "height": height})
    heard = []
    tab.on("request", lambda asked: asked.url.startswith(OURS) or heard.append(asked.url))
    tab.on("console", lambda message: message.type != "error" or heard.append(message.text))
    tab.on("pageerror", lambda error: heard.append(str(error)))
    for page in PAGES:
        name = page.relative_to(SITE).as_posix()
        tab.goto(page.as_uri(), wait_until="domcontentloaded")
        over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over == 0, f"{name} is {over} pixels too wide for a {size}"
        assert tab.locator("h1").first.inner_text(), name
        assert not heard, f"{name}: {heard}"
    tab.close()


def test_from_the_first_page_next_leads_through_all_of_them_as_the_menu_has_them(browser):
    tab = browser.new_page(viewport=dict(zip(("width", "height"), SIZES["desktop"], strict=True)))
    tab.goto((SITE / "index.html").as_uri())
    menu = tab.evaluate("[...document.querySelectorAll('.md-nav--primary a[href$=html]')].map(a => a.href)")
    followed = [tab.url]
    while tab.locator("a.md-footer__link--next").count():
        tab.goto(tab.locator("a.md-footer__link--next").evaluate("link => link.href"))
        followed.append(tab.url)
    assert followed == list(dict.fromkeys(menu))
    assert len(followed) == len(PAGES)
    tab.close()


@pytest.mark.parametrize("name", ["index", "explanation/comparison", "reference/mutation"])
def test_tables_and_printed_prose_fit_a_phone(browser, name):
    tab = browser.new_page(viewport=dict(zip(("width", "height"), SIZES["phone"], strict=True)))
    tab.goto((SITE / f"{name}.html").as_uri())
    wide = tab.evaluate(
        "[...document.querySelectorAll('.md-typeset__table table, .prose code')]"
        ".filter(part => part.scrollWidth > document.documentElement.clientWidth).map(part => part.innerText)"
    )
    assert not wide
    tab.close()


def test_a_term_of_the_glossary_can_be_pointed_to():
    assert {"party", "voice", "overtaken", "low", "rendering-conflict"} <= LINKS[
        SITE / "reference" / "glossary.html"
    ].anchors


@pytest.mark.parametrize("words", FOUND)
def test_search_finds_without_a_network(browser, words):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    tab = context.new_page()
    tab.goto((SITE / "index.html").as_uri())
    tab.locator("input[name=query]").click()
    tab.keyboard.type(words)
    tab.wait_for_selector(".md-search-result__link", timeout=20_000)
    found = [link.get_attribute("href") for link in tab.locator(".md-search-result__link").all()]
    assert any(FOUND[words] in address for address in found), found
    tab.locator(".md-search-result__link").first.click()
    tab.wait_for_url(lambda url: "index.html" not in url)
    assert tab.url.startswith("file:")
    context.close()

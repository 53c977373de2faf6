"""The report as text: what is in it, what is never in it, and that it is one file."""

from __future__ import annotations

import re
import subprocess
import sys

import hostile_ledger
import pytest
from printed_ledger import build

import claimtrack as ct
from claimtrack.report import page, report
from claimtrack.report.safety import content_policy, web_link
from claimtrack.report.words import REPORT_WORDS


@pytest.fixture(scope="module")
def ledger():
    return build()


@pytest.fixture(scope="module")
def text(ledger):
    return page(ledger, since="2024-09-16", policy="envelope")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_page_is_its_golden_text(ledger, golden, lang):
    html = page(ledger, since="2024-09-16", policy="envelope", lang=lang)
    body = html.partition("<body>")[2].partition("<script>")[0]
    golden(f"report/page_{lang}.html", body.replace("><", ">\n<"))


def test_the_same_ledger_gives_the_same_bytes(ledger, text):
    assert page(ledger, since="2024-09-16", policy="envelope") == text


def test_every_claim_source_and_piece_of_evidence_has_its_place(ledger, text):
    places = re.findall(r'\bid="([^"]+)"', text)
    assert len(places) == len(set(places))
    for record in (*ledger.claims(), *ledger.sources, *ledger.evidence):
        kind, _, digest = record.id.partition(":")
        assert f"{kind[0]}{digest}" in places


def test_every_link_within_the_page_leads_somewhere(text):
    places = set(re.findall(r'\bid="([^"]+)"', text))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= places


def test_the_page_names_policy_counts_and_version(ledger, text):
    for part in ("envelope 1", "16 claims", "8 questions", "2 events", ct.__version__, "Admiralty"):
        assert part in text


def test_evidence_shows_archive_and_hash(text):
    assert 'href="https://archive.example.org/video"' in text
    assert "ab" * 32 in text


def test_changes_stand_there_only_where_they_were_asked_for(ledger, text):
    assert 'id="changes"' in text
    assert 'id="changes"' not in page(ledger)
    assert "Nothing has changed." in page(ledger, since="2030-01-01")


def test_an_empty_ledger_has_a_page():
    assert "No claims are recorded." in page(ct.Ledger())


def test_report_writes_one_file(ledger, tmp_path):
    place = report(ledger, tmp_path / "page.html", title="A title")
    assert place.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]
    assert "<title>A title</title>" in place.read_text(encoding="utf-8")


def test_the_page_asks_for_nothing_from_elsewhere(text):
    assert not re.search(r"<(img|link|iframe|object|embed|base|audio|video|source)\b", text)
    assert not re.search(r"\b(src|srcset|action|ping|poster)=", text)
    assert "@import" not in text
    assert "url(" not in text


def test_nothing_inline_runs_but_the_one_script(text):
    assert text.count("<script>") == 1
    assert not re.search(r"<[^>]+\son\w+=", text)
    assert not re.search(r"<[^>]+\sstyle=", text)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1].replace("&#39;", "'")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)[1]
    assert policy == content_policy(style, script)
    assert "unsafe" not in policy


def test_what_sources_say_is_text():
    html = page(hostile_ledger.build(), title=hostile_ledger.ATTACKS[0])
    assert html.count("<script>") == 1
    assert html.count("<style>") == 1
    assert "<img" not in html
    assert "49" not in re.findall(r"\{\{.*?\}\}|>49<", html)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", html)
    hrefs = set(re.findall(r'href="([^"#][^"]*)"', html))
    assert hrefs
    assert all(href.startswith(("https://ok.example/", "http://")) for href in hrefs), hrefs
    assert "onmouseover=" not in html.replace("onmouseover=&#34;", "")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
        "file:///etc/passwd", "//example.org", "http:example", "https://", "https://a@b.example",
        "https:\\\\b.example", "vbscript:x", "", None,
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_linked(url):
    assert web_link(url) is None


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "HTTP://example.org", "https://例え.jp/"])
def test_addresses_of_the_web_are_linked(url):
    assert web_link(url) == url


def test_every_word_of_the_report_stands_in_both_languages_with_the_same_places():
    english, french = REPORT_WORDS["en"], REPORT_WORDS["fr"]
    assert english.keys() == french.keys()
    for key, words in english.items():
        if words:
            assert set(re.findall(r"{\w+}", words)) == set(re.findall(r"{\w+}", french[key])), key


def test_without_jinja_the_extra_is_named(tmp_path):
    code = (
        "import sys; sys.modules['jinja2'] = None\n"
        "import claimtrack as ct\nfrom claimtrack.report import page\n"
        "try: page(ct.Ledger())\nexcept ct.MissingExtra as error: print(error)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "claimtrack[report]" in run.stdout

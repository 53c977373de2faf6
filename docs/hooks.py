"""Hooks of the documentation build.

They put the sections in order, list the public names, fold printed prose, give the terms of the glossary
anchors, and see to it that no page fetches anything.
"""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url

SECTIONS = ["Tutorial", "How-to", "Explanation", "Reference"]
READ_IN_ORDER = [
    "import-a-spreadsheet", "import-conflict-data", "read-wording", "verify-a-claim", "grade-a-source",
    "reconcile-figures", "print-tables",
    "publish-a-report", "check-a-draft", "protect-sources", "save-and-load", "use-the-store",
    "export-to-other-formats", "use-the-command-line", "property-tests", "reconcile-a-table",
    "run-on-a-cluster",
    "why-claims-never-change", "verification", "reconciliation", "what-low-and-high-are-not",
    "what-we-refuse", "time-and-history", "learned-model", "scale", "comparison",
    "api", "api-reconcile", "api-io", "api-learning", "api-frames", "api-testing", "errors", "glossary",
    "vocabularies", "policies", "hedges", "wire", "laws", "planted-bugs", "mutation", "accuracy", "speed",
    "speed-of-files", "speed-of-strategies",
    "compatibility",
]  # fmt: skip
"""In which order the pages of a section are met; a page that is not named comes last."""
WORKER_SHIM = '<script src="https://unpkg.com/iframe-worker/shim"></script>'  # put in by the offline plugin
FETCHED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\ssrc=[\"']?(?:https?:)?//[^>]*>"
    r"|<link\b(?=[^>]*rel=[\"']?(?:stylesheet|preconnect|preload|icon))[^>]*\shref=[\"']?(?:https?:)?//[^>]*>"
)
MARKER = re.compile(r"<!-- names of (?P<module>claimtrack[\w.]*)(?:: (?P<names>[\w\s,]+?))? -->")
PRINTED = re.compile(r'<div class="language-text highlight"><pre><span></span><code>(.*?)</code>', re.DOTALL)
CELL = re.compile(r"(<td[^>]*>)(.*?)(?=</td>)", re.DOTALL)
CODE = re.compile(r"(?<=<code>)[^<]{20,}(?=</code>)")
PICTURE = re.compile(r"<img [^>]*\bsrc=\"([^\"]+)\"[^>]*>")
JOINT = re.compile(r"(?<=[\w)\]])([_./(\[=,ǁ-]|::)(?=[\w\"])|(?<=[a-z])(?=[A-Z])")
COLUMNS = re.compile(r"\S {2,}\S|──|--|^\||│")
TERM = re.compile(r"<strong>([^<]+)</strong>(?=[,:] |:)")
ORDER = [
    "sources", "events", "questions", "figures", "wording", "answers", "dates", "evidence", "claims",
    "assessments", "ledger", "status", "history", "reconcile", "telling", "tables", "plots", "report", "io",
    "errors",
]  # fmt: skip
"""In which order the public names are told: as one meets them."""


def on_nav(nav: Any, **_: Any) -> Any:
    """Order the sections as a reader needs them; pages outside a section come first."""
    for section in nav.items:
        if section.is_section:
            section.title = section.title.capitalize().replace("How to", "How-to")
            section.children.sort(key=_turn)
    nav.items.sort(key=_place)
    pages = list(_pages(nav.items))
    for before, page in zip([None, *pages], pages, strict=False):
        page.previous_page, page.next_page = before, None
        if before is not None:
            before.next_page = page
    return nav


def _pages(entries: list[Any]) -> Iterator[Any]:
    for entry in entries:
        if entry.is_section:
            yield from _pages(entry.children)
        elif entry.is_page:
            yield entry


def _place(entry: Any) -> int:
    if not entry.is_section:
        return -1
    return SECTIONS.index(entry.title) if entry.title in SECTIONS else len(SECTIONS)


def _turn(page: Any) -> int:
    stem = page.file.src_uri.rpartition("/")[2].removesuffix(".md") if page.is_page else ""
    return READ_IN_ORDER.index(stem) if stem in READ_IN_ORDER else len(READ_IN_ORDER)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the names of a module, each under the module that defines it, where a page has the marker."""
    return MARKER.sub(lambda found: _names(found["module"], found["names"]), markdown)


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """Fold printed prose and long names where the page ends, and let pages point to terms of the glossary."""
    if page.file.src_uri == "reference/glossary.md":
        html = TERM.sub(lambda found: f"<strong>{', '.join(map(_term, found[1].split(', ')))}</strong>", html)
    html = CELL.sub(lambda cell: cell[1] + CODE.sub(_breakable, cell[2]), html)
    html = html.replace("<code>--", '<code class="option">--')
    html = PICTURE.sub(r'<a href="\1">\g<0></a>', html)  # on a phone a picture is opened to be read
    return PRINTED.sub(_folded, html)


def _breakable(code: re.Match[str]) -> str:
    """A name in a cell, which may be broken at its joints, where it is long, and nowhere else."""
    return JOINT.sub(r"\1<wbr>", code[0])


def _term(words: str) -> str:
    anchor = re.sub(r"\W+", "-", unescape(words).lower()).strip("-")
    return f'<span id="{anchor}">{words}</span>'


def _folded(found: re.Match[str]) -> str:
    """A printed block, marked as prose where no line of it has columns."""
    text = unescape(re.sub(r"<[^>]+>", "", found[1]))
    if any(COLUMNS.search(line) for line in text.splitlines()):
        return found[0]
    return found[0].replace("language-text highlight", "language-text highlight prose", 1)


def _names(module: str, names: str | None) -> str:
    """Directives for the classes and functions that a module gives, or that are listed; each stands once."""
    package, face = importlib.import_module(module), importlib.import_module("claimtrack")
    listed = package.__all__ if names is None else [name.strip() for name in names.split(",")]
    there = [] if package is face else [getattr(face, name) for name in face.__all__]
    homes: dict[str, list[str]] = {}
    for name in listed:
        thing = getattr(package, name)
        if (inspect.isclass(thing) or inspect.isfunction(thing)) and thing not in there:
            own = name if "<locals>" in thing.__qualname__ else thing.__qualname__  # a strategy is wrapped
            homes.setdefault(thing.__module__, []).append(own)
    if module != "claimtrack":
        every = [f"{home}.{name}" for home, inside in homes.items() for name in inside]
        return "\n".join(f"::: {path}\n" for path in sorted(every, key=_last_name))
    parts = []
    for home in sorted(homes, key=lambda home: ORDER.index(home.split(".")[1])):
        parts.append(f"## {home.removeprefix('claimtrack.')}\n")
        parts += [f"::: {home}.{name}\n" for name in sorted(homes[home], key=str.lower)]
    return "\n".join(parts)


def _last_name(path: str) -> str:
    return path.rpartition(".")[2].lower()


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Let search on pages opened from a folder use our own file, and refuse pages that fetch anything."""
    return _at_home(output, page.url)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """Do the same for the page shown for a missing one."""
    return _at_home(output_content, template_name)


def _at_home(html: str, url: str) -> str:
    own = get_relative_url("assets/file-worker.js", url)
    html = html.replace(WORKER_SHIM, f'<script src="{own}"></script>')
    if fetched := FETCHED.search(html):
        message = f"{url} would fetch something from elsewhere: {fetched.group()}"
        raise PluginError(message)
    return html

"""Hooks of the documentation build.

They put the sections in order, list the public names, and see to it that no page fetches anything.
"""

from __future__ import annotations

import inspect
import re
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url

import claimtrack

SECTIONS = ["Tutorial", "How-to", "Explanation", "Reference"]
WORKER_SHIM = '<script src="https://unpkg.com/iframe-worker/shim"></script>'  # put in by the offline plugin
FETCHED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\ssrc=[\"']?(?:https?:)?//[^>]*>"
    r"|<link\b(?=[^>]*rel=[\"']?(?:stylesheet|preconnect|preload|icon))[^>]*\shref=[\"']?(?:https?:)?//[^>]*>"
)
MARKER = "<!-- public names -->"


def on_nav(nav: Any, **_: Any) -> Any:
    """Order the sections as a reader needs them; pages outside a section come first."""
    for section in nav.items:
        if section.is_section:
            section.title = section.title.capitalize().replace("How to", "How-to")
    nav.items.sort(key=_place)
    return nav


def _place(entry: Any) -> int:
    if not entry.is_section:
        return -1
    return SECTIONS.index(entry.title) if entry.title in SECTIONS else len(SECTIONS)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put every public name, under the module that defines it, where a page has the marker."""
    if MARKER not in markdown:
        return markdown
    homes: dict[str, list[str]] = {}
    for name in claimtrack.__all__:
        thing = getattr(claimtrack, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            homes.setdefault(thing.__module__, []).append(thing.__qualname__)
    parts = []
    for home, names in homes.items():
        parts.append(f"## {home.removeprefix('claimtrack.')}\n")
        parts += [f"::: {home}.{name}\n" for name in sorted(names, key=str.lower)]
    return markdown.replace(MARKER, "\n".join(parts))


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

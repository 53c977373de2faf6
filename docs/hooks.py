"""Hooks of the documentation build: the order of the sections, and the list of public names."""

from __future__ import annotations

import inspect
from typing import Any

import claimtrack

SECTIONS = ["Tutorial", "How-to", "Explanation", "Reference"]
MARKER = "<!-- public names -->"


def on_nav(nav: Any, **_: Any) -> Any:  # noqa: ANN401  (MkDocs has no public types for its hooks)
    """Order the sections as a reader needs them; pages outside a section come first."""
    for section in nav.items:
        if section.is_section:
            section.title = section.title.capitalize().replace("How to", "How-to")
    nav.items.sort(key=lambda entry: SECTIONS.index(entry.title) + 1 if entry.is_section else 0)
    return nav


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

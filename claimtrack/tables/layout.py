"""How wide each column may be, and how a cell is wrapped and made safe for its format."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from textwrap import wrap

LINED = frozenset({
    "plain", "simple", "outline", "simple_outline", "rounded_outline", "heavy_outline", "mixed_outline",
    "double_outline", "fancy_outline", "presto", "psql", "pretty",
})  # fmt: skip
"""Formats without lines between rows: a heading can be put between two of them."""

OPEN = frozenset({"plain", "simple"})
"""Formats without lines around rows either: a line of text can be put between two of them."""

GRIDS = frozenset({
    "grid", "simple_grid", "rounded_grid", "heavy_grid", "mixed_grid", "double_grid", "fancy_grid",
})  # fmt: skip

MARKDOWN = frozenset({"github", "pipe", "colon_grid"})
WIKI = frozenset({"mediawiki", "moinmoin", "textile", "jira", "youtrack", "asciidoc", "orgtbl", "rst", "tsv"})
ESCAPED = frozenset({"html", "latex", "latex_booktabs", "latex_longtable"})

FORMATS = LINED | GRIDS | MARKDOWN | WIKI | ESCAPED | {"stacked"}
"""tabulate's formats, without those that pass code through, and "stacked" for narrow screens."""

UNSAFE = {"unsafehtml": "html", "latex_raw": "latex"}
"""Formats that pass what a source said through as code, and the one to use instead."""

BREAK = "\x1e"
"""Parts a cell into lines, where the format has lines in cells; "; " elsewhere."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1d\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\n\x0b\x0c\r\u2028\u2029]+")
PADDING = 2
"""By how much tabulate makes a column wider than its heading."""

_LONGEST = 16  # a column is made wide enough for words up to this long, where there is room


def visible(text: str) -> str:
    """A text on one line, in which nothing can hide: controls and overrides of direction are spelled out."""
    return _CONTROLS.sub(lambda m: f"‹U+{ord(m[0]):04X}›", _BLANKS.sub(" ", text)).strip()


def safe(text: str, form: str) -> str:
    """A cell that a format shows as text: its markup is escaped; tabulate itself escapes html and latex."""
    if form in MARKDOWN:
        marked = escape(text, quote=False).replace("|", "\\|")
        return re.sub(r"([`*_\[\]])", r"\\\1", marked)
    if form == "tsv" and text[:1] in {"=", "+", "-", "@"}:
        return f"'{text}"  # else a spreadsheet runs it
    if form in WIKI and form != "tsv":
        return text.replace("|", "¦")
    return text


def wrapped(text: str, width: int) -> str:
    """A text in lines of at most this many characters; longer words are broken."""
    if len(text) <= width and BREAK not in text:
        return text
    parts = text.split(BREAK)
    return "\n".join(line for part in parts for line in wrap(part, max(width, 1), break_on_hyphens=False))


def unbroken(text: str) -> str:
    """A cell in one line."""
    return text.replace(BREAK, "; ")


def widths(
    cells: Sequence[Mapping[str, str]], headings: Mapping[str, str], flexible: Sequence[str], room: int
) -> dict[str, int]:
    """Share out the room for all cells: firm columns take what they need, the flexible ones the rest.

    Args:
        cells: The rows, by column.
        headings: The heading of every column, in order.
        flexible: The columns that may wrap.
        room: How many characters all columns may take together.
    """
    need, least, full = {}, {}, {}
    for key, heading in headings.items():
        longest = max((len(line) for row in cells for line in row[key].split(BREAK)), default=0)
        full[key] = max(longest, len(heading) + PADDING)
        halved = max(_longest_word(heading), -(-len(heading) // 2))
        need[key] = max(longest, (halved if key in flexible else len(heading)) + PADDING)
        least[key] = max(_longest_word(*(row[key] for row in cells)), _longest_word(heading) + PADDING)
    if sum(full.values()) <= room:
        return full
    left = room - sum(width for key, width in need.items() if key not in flexible)
    if sum(need.values()) <= room or not flexible:
        return need
    fair = left // len(flexible)
    shares = {key: max(min(least[key], _LONGEST, fair), 1) for key in flexible}
    load = {key: sum(len(row[key]) for row in cells) + 4 * len(headings[key]) for key in flexible}
    for _ in range(left - sum(shares.values())):
        # the next character goes where the most lines are still needed for it
        hungry = [key for key in flexible if shares[key] < need[key]]
        if not hungry:
            break
        shares[max(hungry, key=lambda key: load[key] / shares[key] ** 2)] += 1
    return {key: shares.get(key, width) for key, width in need.items()}


def headed(headings: Mapping[str, str], wide: Mapping[str, int]) -> dict[str, str]:
    """The headings in lines that fit their columns; tabulate pads each of them."""
    return {key: wrapped(text, wide[key] - PADDING) for key, text in headings.items()}


def _longest_word(*texts: str) -> int:
    return max((len(word) for text in texts for word in text.replace(BREAK, " ").split()), default=0)

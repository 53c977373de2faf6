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

TERMINAL = {"terminal": "simple", "terminal_stacked": "stacked"}
"""Formats with a glyph before each status, and the one each of them is otherwise."""

FORMATS = LINED | GRIDS | MARKDOWN | WIKI | ESCAPED | {"stacked", *TERMINAL}
"""tabulate's formats, without those that pass code through; "stacked" for narrow screens; glyphs."""

UNSAFE = {"unsafehtml": "html", "latex_raw": "latex"}
"""Formats that pass what a source said through as code, and the one to use instead."""

BREAK = "\x1e"
"""Parts a cell into lines, where the format has lines in cells; "; " elsewhere."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1d\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\n\x0b\x0c\r\u2028\u2029]+")
PADDING = 2
"""By how much tabulate makes a column wider than its heading."""

_LONGEST = 16  # a column is made wide enough for words up to this long, where there is room
_SHORT = 12  # headings up to this long are not broken into lines
_SAMPLE = 80  # so many rows are looked at to find widths that leave a table short


def visible(text: str) -> str:
    """A text on one line, in which nothing can hide: controls and overrides of direction are spelled out."""
    return _CONTROLS.sub(lambda m: f"‹U+{ord(m[0]):04X}›", _BLANKS.sub(" ", text)).strip()


def brief(text: str, longest: int = 160) -> str:
    """A text as `visible` gives it, cut where it is longer than any name is; the whole stands elsewhere."""
    shown = visible(text)
    return shown if len(shown) <= longest else f"{shown[:longest].rstrip()} …"


def safe(text: str, form: str) -> str:
    """A cell that a format shows as text: its markup is escaped; html and latex are so as they are drawn."""
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
    """A cell in one line; sentences stand beside one another, other parts behind a semicolon."""
    return text.replace(f".{BREAK}", ". ").replace(BREAK, "; ")


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
    need: dict[str, int] = {}
    full: dict[str, int] = {}
    for key, heading in headings.items():
        longest = max((len(line) for row in cells for line in row[key].split(BREAK)), default=0)
        full[key] = max(longest, len(heading) + PADDING)
        halved = max(_longest_word(heading), -(-len(heading) // 2))
        broken = key in flexible and len(heading) > _SHORT
        need[key] = max(longest, (halved if broken else len(heading)) + PADDING)
    if sum(full.values()) <= room:
        return full
    if sum(need.values()) <= room or not flexible:
        return need
    left = room - sum(width for key, width in need.items() if key not in flexible)
    least = {key: min(need[key], _least(cells, headings[key], key)) for key in flexible}
    fair = left // len(flexible)
    shares = {key: max(min(least[key], fair), 1) for key in flexible}
    load = {key: sum(len(row[key]) for row in cells) + 4 * len(headings[key]) for key in flexible}
    for _ in range(left - sum(shares.values())):
        # the next character goes where the most lines are still needed for it
        hungry = [key for key in flexible if shares[key] < need[key]]
        if not hungry:
            break
        shares[max(hungry, key=lambda key: load[key] / shares[key] ** 2)] += 1
    if len(flexible) > 1:
        shares = _shorter(cells[:: -(-len(cells) // _SAMPLE)], shares, least, need)
    return {key: shares.get(key, width) for key, width in need.items()}


def cramped(
    cells: Sequence[Mapping[str, str]], headings: Mapping[str, str], flexible: Sequence[str], room: int
) -> bool:
    """Whether the room is too small for columns beside one another: words would be broken into pieces."""
    if not flexible:
        return False
    firm = sum(
        max(len(heading) + PADDING, *(len(row[key]) for row in cells))
        for key, heading in headings.items()
        if key not in flexible
    )
    return firm + sum(_least(cells, headings[key], key) for key in flexible) > room


def _least(cells: Sequence[Mapping[str, str]], heading: str, key: str) -> int:
    """How wide a column is at least: as its longest word, and its heading in lines."""
    words = _longest_word(*(row[key] for row in cells))
    head = len(heading) if len(heading) <= _SHORT else _longest_word(heading)
    return max(min(words, _LONGEST), head + PADDING)


def _shorter(
    cells: Sequence[Mapping[str, str]],
    shares: dict[str, int],
    least: Mapping[str, int],
    need: Mapping[str, int],
) -> dict[str, int]:
    """The same room shared out so that the rows take fewer lines, as long as a small move helps."""
    heights: dict[tuple[str, int], list[int]] = {}

    def tall(some: Mapping[str, int]) -> int:
        for key, width in some.items():
            if (key, width) not in heights:
                heights[key, width] = [_lines(row[key], width) for row in cells]
        return sum(map(max, zip(*(heights[key, width] for key, width in some.items()), strict=True)))

    best = tall(shares)
    for _ in range(len(shares) * 4):
        moves = [
            {**shares, giver: shares[giver] - step, taker: shares[taker] + step}
            for giver in shares
            for taker in shares
            for step in (1, 2, 4, 8)
            if giver != taker
            and shares[giver] - step >= least[giver]
            and shares[taker] + step <= need[taker]
        ]
        height, place = min(((tall(move), place) for place, move in enumerate(moves)), default=(best, 0))
        if height >= best:
            break
        best, shares = height, moves[place]
    return shares


def _lines(text: str, width: int) -> int:
    """How many lines a text takes, words kept whole where they fit."""
    lines = 0
    for part in text.split(BREAK):
        lines, used = lines + 1, 0
        for word in map(len, part.split()):
            if used and used + 1 + word > width:
                lines, used = lines + 1, word
            else:
                used += word + (used > 0)
            lines, used = lines + (used - 1) // width, (used - 1) % width + 1 if used > width else used
    return lines


def headed(headings: Mapping[str, str], wide: Mapping[str, int]) -> dict[str, str]:
    """The headings in lines that fit their columns; tabulate pads each of them."""
    return {key: wrapped(text, wide[key] - PADDING) for key, text in headings.items()}


def _longest_word(*texts: str) -> int:
    return max((len(word) for text in texts for word in text.replace(BREAK, " ").split()), default=0)

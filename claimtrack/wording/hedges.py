"""The arithmetic of hedges: from a number or a vague word and its hedges to two intervals.

What each rule is called and where it comes from stands in `claimtrack.wording.rules`;
languages only say which words call which rule.
"""

from __future__ import annotations

from claimtrack.figures import MISUSE, FigureKind, half_width

_VAGUE = {
    "couple": (2, 2, 3),
    "few": (2, 2, 9),
    "several": (2, 2, 9),
    "tens": (13, 20, 99),
    "dozens": (13, 20, 99),
    "several dozen": (24, 36, 99),
    "scores": (21, 40, 99),
    "hundreds": (101, 200, 999),
    "thousands": (1001, 2000, 9999),
    "tens of thousands": (10_001, 20_000, 99_999),
    "hundreds of thousands": (100_001, 200_000, 999_999),
    "millions": (1_000_001, 2_000_000, 9_999_999),
    "tens of millions": (10_000_001, 20_000_000, 99_999_999),
    "hundreds of millions": (100_000_001, 200_000_000, 999_999_999),
}

_SOME = {"plural": 2, "losses": 1, "unknown number": 1}


class Extent:
    """The two intervals of a wording while its hedges are still being applied, in persons.

    Attributes:
        low: The low end of the bounds; `None` is open.
        high: The high end of the bounds.
        least: The low end of the reading.
        most: The high end of the reading.
        kind: What the words do to the number.
        point: The one number that is stated, else `None`.
        rules: The names of the rules that were applied, innermost first.
        number: The number as it stands, before any hedge.
    """

    __slots__ = ("high", "kind", "least", "low", "most", "number", "point", "rules")
    low: int | None
    high: int | None
    least: int | None
    most: int | None

    def __init__(
        self, bounds: tuple[int | None, int | None], reading: tuple[int | None, int | None],
        kind: FigureKind, rule: str, point: int | None = None,
    ) -> None:  # fmt: skip
        self.low, self.high = bounds
        self.least, self.most = reading
        self.kind: FigureKind = kind
        self.point: int | None = point
        self.number: int | None = point
        self.rules: tuple[str, ...] = (rule,)


def of_number(n: int, *, rounded: bool = False) -> Extent:
    """The extent of a number; a collective ("a dozen", "une centaine") is about its number."""
    if rounded:
        extent = Extent((n, n), (n, n), FigureKind.exact, "collective", n)
        _widen(extent, n)
        return extent
    return Extent((n, n), (n, n), FigureKind.exact if n else FigureKind.none, "number" if n else "none", n)


def of_vague(rule: str) -> Extent:
    """The extent of a vague, unquantified or zero wording, by the name of its rule."""
    if rule in _VAGUE:
        low, least, most = _VAGUE[rule]
        return Extent((low, None), (least, most), FigureKind.vague, rule)
    if rule in _SOME:
        low = _SOME[rule]
        return Extent((low, None), (low, None), FigureKind.unquantified, rule)
    if rule == "none":
        return Extent((0, 0), (0, 0), FigureKind.none, rule, 0)
    if rule == "double digits":
        return Extent((10, 99), (10, 99), FigureKind.range, rule)
    if rule == "material losses":
        return Extent((None, None), (None, None), FigureKind.unquantified, rule)
    n = 2 if rule == "both" else 1
    return Extent((n, n), (n, n), FigureKind.exact, rule, n)


def of_multiple(rule: str, unit: int) -> Extent:
    """The extent of "several dozen", "a few hundred", "a couple of dozen"."""
    if rule == "couple":
        return Extent((2 * unit, None), (2 * unit, 3 * unit), FigureKind.vague, "a couple of a unit")
    if unit == 12:
        return of_vague("several dozen")
    high = 99 if unit < 100 else 10 * unit - 1
    return Extent((2 * unit, None), (3 * unit, max(high, 3 * unit)), FigureKind.vague, "several of a unit")


def of_range(a: Extent, b: Extent) -> Extent | None:
    """The extent of a range of two numbers, or `None` where the low end is not below the high end."""
    if a.number is None or b.number is None or a.number >= b.number:
        return None
    return Extent((a.number, b.number), (a.number, b.number), FigureKind.range, "range")


def of_decade(n: int) -> Extent:
    """The extent of "in the 70s"."""
    return Extent((n, n + 9), (n, n + 9), FigureKind.range, "decade")


def apply(effect: str, extent: Extent) -> bool:
    """Apply a hedge to an extent in place; `False` where the two make no figure."""
    return _EFFECTS[effect](extent)


def _exact(extent: Extent) -> bool:
    del extent
    return True


def _at_least(extent: Extent) -> bool:
    if extent.kind is FigureKind.none or extent.kind is FigureKind.at_most:
        return False
    if extent.kind is FigureKind.at_least:
        return True
    if extent.number is not None and "about" not in extent.rules and "nearly" not in extent.rules:
        extent.low = extent.least = extent.number
    extent.high = extent.most = None
    extent.point = None
    if extent.kind is not FigureKind.unquantified:
        extent.kind = FigureKind.at_least
    extent.rules += ("at least",)
    return True


def _more_than(extent: Extent) -> bool:
    if extent.kind in {FigureKind.none, FigureKind.at_most, FigureKind.range, FigureKind.at_least}:
        return False
    if extent.number is not None:
        extent.low = extent.least = extent.number + 1
    extent.high = extent.most = None
    extent.point = None
    extent.kind = FigureKind.at_least
    extent.rules += ("more than",)
    return True


def _at_most(extent: Extent) -> bool:
    if extent.kind not in {FigureKind.exact, FigureKind.approximate}:
        return False
    if extent.number is not None and "about" not in extent.rules:
        extent.high = extent.most = extent.number
    extent.low = extent.least = 0
    extent.point = None
    extent.kind = FigureKind.at_most
    extent.rules += ("at most",)
    return True


def _fewer(extent: Extent) -> bool:
    if extent.kind not in {FigureKind.exact, FigureKind.approximate} or not extent.number:
        return False
    extent.low = extent.least = 0
    extent.high = extent.most = extent.number - 1
    extent.point = None
    extent.kind = FigureKind.at_most
    extent.rules += ("fewer than",)
    return True


def _about(extent: Extent) -> bool:
    if extent.kind is FigureKind.vague or extent.kind is FigureKind.approximate:
        return True
    if extent.kind in {FigureKind.at_least, FigureKind.at_most, FigureKind.none}:
        return False
    if extent.kind is FigureKind.range and extent.low is not None and extent.high is not None:
        low, high = half_width(extent.low), half_width(extent.high)
        extent.least, extent.most = max(1, extent.low - low), extent.high + high
        extent.low, extent.high = max(1, extent.low - MISUSE * low), extent.high + MISUSE * high
        extent.rules += ("about",)
        return True
    if extent.number is None:
        return extent.kind is FigureKind.unquantified
    _widen(extent, extent.number)
    extent.rules = ("about",)
    return True


def _widen(extent: Extent, n: int) -> None:
    half = half_width(n)
    extent.least, extent.most = min(n, max(1, n - half)), n + half
    extent.low, extent.high = min(n, max(1, n - MISUSE * half)), n + MISUSE * half
    extent.kind = FigureKind.approximate
    extent.point = n


def _nearly(extent: Extent) -> bool:
    if extent.kind not in {FigureKind.exact, FigureKind.approximate} or not extent.number:
        return False
    n = extent.number
    tenth = -(-n // 10)
    extent.least, extent.most = max(1, n - tenth) if n > 1 else n, n
    extent.low, extent.high = max(1, n - MISUSE * tenth) if n > 1 else n, n
    extent.kind = FigureKind.approximate
    extent.point = n
    extent.rules = ("nearly",)
    return True


def _odd(extent: Extent) -> bool:
    n = extent.number
    if n is None or n < 10 or n % 10:
        return False
    step = 10
    while n % (step * 10) == 0:
        step *= 10
    extent.low = extent.least = n
    extent.high = extent.most = n + step - 1
    extent.point = None
    extent.kind = FigureKind.range
    extent.rules = ("odd",)
    return True


_EFFECTS = {
    "exact": _exact,
    "at_least": _at_least,
    "more_than": _more_than,
    "at_most": _at_most,
    "fewer": _fewer,
    "about": _about,
    "nearly": _nearly,
    "odd": _odd,
}

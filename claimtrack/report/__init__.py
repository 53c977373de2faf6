"""The report: one self-contained HTML page for those who will never import anything."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.checks import DateLike
from claimtrack.errors import MissingExtra
from claimtrack.reconcile import DEFAULT, Policy
from claimtrack.report import building
from claimtrack.report.safety import content_policy
from claimtrack.report.words import report_words
from claimtrack.status import Holdings
from claimtrack.tables.labels import Language, labels
from claimtrack.tables.layout import visible

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["page", "report"]

_BETWEEN = re.compile(r">\n\s*<")  # a blank that no browser shows is a node all the same
_DATE = re.compile(r"\(?\d{4}-\d{2}(-\d{2})?\)?")


def report(
    ledger: Holdings,
    path: str | PathLike[str],
    *,
    title: str | None = None,
    policy: Policy | str = DEFAULT,
    since: DateLike | datetime | None = None,
    lang: Language = "en",
) -> Path:
    """Write a ledger as one HTML page that works from a memory stick.

    The page loads nothing and sends nothing; what sources said is shown as text and can neither run nor
    break it. The same ledger gives the same bytes.

    Args:
        ledger: The ledger.
        path: The file; an existing one is replaced.
        title: The title of the page; by default the event, or how many there are.
        policy: The policy that gives the figures, or its name.
        since: Also say what changed since this moment, or since the end of this day.
        lang: The language of the page; what sources and analysts said stays as they said it.

    Returns:
        The file.

    Raises:
        MissingExtra: If Jinja2 is not installed: `pip install 'claimtrack[report]'`.
        InvalidField: If there is no such policy or language, or no such date.
    """
    place = Path(path)
    place.write_text(page(ledger, title=title, policy=policy, since=since, lang=lang), encoding="utf-8")
    return place


def page(
    ledger: Holdings,
    *,
    title: str | None = None,
    policy: Policy | str = DEFAULT,
    since: DateLike | datetime | None = None,
    lang: Language = "en",
) -> str:
    """The page as text; arguments and errors are those of `report`."""
    from claimtrack import __version__

    terms, words = labels(lang), report_words(lang)
    style, script = _resource("page.css"), _resource("page.js")
    asked = building.questions(ledger, policy, terms)
    html = _template().render(
        lang=lang,
        title=visible(title) if title is not None else _title(ledger, words),
        style=style,
        script=script,
        csp=content_policy(style, script),
        w=words,
        t=terms,
        questions=asked,
        matrices=building.matrices(ledger, terms, lang),
        days=building.days(ledger, terms),
        sources=building.sources(ledger, terms, lang),
        evidence=building.evidence(ledger, terms),
        states=building.states(ledger, terms),
        sides=building.sides(ledger),
        since=None if since is None else visible(str(since)),
        changes=None if since is None else building.changes(ledger, since, terms, lang),
        method=building.method(ledger, policy, terms),
        version=__version__,
    )
    return _BETWEEN.sub("><", html)


def _title(ledger: Holdings, words: Mapping[str, str]) -> str:
    events = {claim.event.id: claim.event for claim in ledger.log.claims}
    if len(events) == 1:
        return visible(str(next(iter(events.values()))))
    return words["events_title"].replace("{n}", str(len(events)))


@cache
def _resource(name: str) -> str:
    return (files("claimtrack.report") / "templates" / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    try:
        from jinja2 import Environment, FunctionLoader, StrictUndefined
    except ImportError:
        raise MissingExtra("report", "the report") from None
    environment = Environment(
        loader=FunctionLoader(_resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["dates"] = unbroken_dates
    environment.filters["marked"] = unbroken_number
    return environment.get_template("page.html")


def unbroken_number(text: str) -> str:
    """A figure, escaped, that is not broken at the end of a line; its mark in brackets may stand below."""
    from markupsafe import Markup, escape

    number, bracket, mark = text.partition(" (")
    small = f" <small>({escape(mark)}</small>" if bracket else ""
    return Markup(f'<span class="nb">{escape(number)}</span>{small}')  # noqa: S704  # escaped first


def unbroken_dates(text: str) -> str:
    """A text, escaped, whose dates are not broken at the end of a line."""
    from markupsafe import Markup, escape

    return Markup(_DATE.sub(r'<span class="nb">\g<0></span>', str(escape(text))))  # noqa: S704  # escaped first

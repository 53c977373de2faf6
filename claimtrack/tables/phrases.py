"""How figures, dates, sources and questions read in a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from claimtrack.answers import Declined, Stance
from claimtrack.claims import Claim
from claimtrack.dates import When
from claimtrack.events import Event
from claimtrack.figures import Figure, FigureKind, Interval
from claimtrack.log import Log
from claimtrack.questions import Measure, Question
from claimtrack.sources import Source
from claimtrack.telling import check_language, tell

Words = Mapping[str, str]
"""The labels of one language."""


def told(text: str, words: Words) -> str:
    """A reason in the language of the labels; words of others as they are."""
    return tell(text, check_language(words["lang"]))


def number(n: int, words: Words) -> str:
    """A number of persons, its thousands set apart as the language does."""
    return f"{n:,}".replace(",", words["thousands"])


def interval(ends: Interval, words: Words) -> str:
    """An interval in persons: "77", "70–100", "≥ 71", "≤ 12"; "unknown" where both ends are open."""
    low, high = ends
    if low is None and high is None:
        return words["unknown"]
    if low is not None and low == high:
        return number(low, words)
    if high is None:
        return f"≥ {number(low or 0, words)}"
    if low is None or low == 0:
        return f"≤ {number(high, words)}"
    return f"{number(low, words)}–{number(high, words)}"


def reading(figure: Figure, words: Words) -> str:
    """What a reader takes a figure to mean; "≈" marks a convention, "some" people and no number."""
    if not figure.numeric:
        return words["unknown"]
    if figure.kind is FigureKind.unquantified:
        return words["some"]
    if figure.point is not None and figure.kind is FigureKind.approximate:
        return f"≈ {number(figure.point, words)}"
    if figure.kind not in _CONVENTIONAL:
        return interval(figure.reading, words)
    low, high = figure.reading
    if low is not None and high is None:
        return f"≈ {number(low, words)}+"
    return f"≈ {interval(figure.reading, words)}"


_CONVENTIONAL = frozenset({FigureKind.vague, FigureKind.approximate})


def answer(claim: Claim, words: Words) -> str:
    """What a claim answers, as a cell shows it."""
    given = claim.answer
    if isinstance(given, Stance):
        stance = words[given.kind.value]
        if given.party is None:
            return stance
        return f"{stance}{words['colon']}{given.party.name}"
    if isinstance(given, Declined):
        return words[given.how.value]
    figure = claim.figure
    return words["unknown"] if figure is None else reading(figure, words)


def date(when: When | None, words: Words) -> str:
    """A date no more precise than it was stated; "undated" where it was not."""
    if when is None:
        return words["undated"]
    if when.clock is not None:
        return f"{when.start.isoformat()} {when.clock:%H:%M}"
    return when.iso.replace("/", " – ")


def joined(names: Iterable[str], word: str) -> str:
    """Join names as prose does: "a", "a and b", "a, b and c"."""
    texts = list(names)
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {word} {texts[-1]}"


def question(asked: Question, words: Words) -> str:
    """A question as it heads its claims: "killed or wounded, Malian armed forces"."""
    if not isinstance(asked, Measure):
        return asked.label
    outcomes = [
        words["missing_people" if outcome.value == "missing" else outcome.value] for outcome in asked.outcomes
    ]
    whose = joined(sorted(party.name for party in asked.of), words["and"]) if asked.of else ""
    part = words["part_of"].replace("{part}", asked.part) if asked.part else ""
    counted = f" {words['or']} ".join(outcomes)
    return ", ".join(text for text in (counted, whose, asked.among or "", part) if text)


def described(log: Log, source: Source) -> Source:
    """A source as the log now describes it."""
    return log.source(source) or source


def speaker(log: Log, source: Source, words: Words) -> str:
    """Who speaks; an anonymous source is named with the carrier that knows it."""
    now = described(log, source)
    knower = log.source(now.known_to) if now.known_to else None
    if knower is None:
        return now.name
    return words["known_to"].replace("{source}", now.name).replace("{carrier}", knower.name)


def spoken(log: Log, claim: Claim, words: Words) -> str:
    """Who speaks, and through whom: "A security source, via AFP"."""
    carriers = [carrier_name(log, identity) for identity in claim.via]
    name = described(log, claim.source).name
    if not carriers:
        return name
    return words["via_carriers"].replace("{carriers}", ", ".join(carriers)).replace("{source}", name)


def carrier_name(log: Log, identity: str) -> str:
    """The name of a carrier, or its id where the log does not hold it."""
    source = log.source(identity)
    return identity if source is None else source.name


def event_name(log: Log, event: Event) -> str:
    """An event by name and date; with its place, else its id, where another one is called the same."""
    held = log.derived.get("event_names")
    if not isinstance(held, _EventNames) or held.stamp != len(log):
        held = log.derived["event_names"] = _EventNames(log)
    return held.names.get(event.id, str(event))


class _EventNames:
    """What the events of a log are called, so that no two are called the same."""

    def __init__(self, log: Log) -> None:
        self.stamp = len(log)
        events = [record for record in log.of_kind(Event) if isinstance(record, Event)]
        same = Counter(map(str, events))
        placed = {one.id: f"{one}, {one.place}" for one in events if same[str(one)] > 1 and one.place}
        full = Counter(placed.values())
        self.names = {
            one.id: placed[one.id]
            if full[placed.get(one.id, "")] == 1
            else f"{one} [{one.id.partition(':')[2][:6]}]"
            for one in events
            if same[str(one)] > 1
        }

"""What can go wrong: one exception tree for mistakes, `Problem` for defects in data.

A mistake in a program raises. A defect found in data that somebody else made is a
`Problem` with a location, and everything around it stays usable.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import Enum, StrEnum
from typing import TypeVar

import attrs

_E = TypeVar("_E", bound=Enum)


class ClaimtrackError(Exception):
    """The root of every error that claimtrack raises on purpose."""


class InvalidField(ClaimtrackError, ValueError):
    """A field of a record was given a value it cannot hold.

    Attributes:
        record: The kind of record ("Claim").
        field: The field ("stated").
        value: What was given.
        expected: What the field takes.
        hint: What to do about it, or an empty text.
    """

    def __init__(self, record: str, field: str, value: object, expected: str, hint: str = "") -> None:
        self.record = record
        self.field = field
        self.value = value
        self.expected = expected
        self.hint = hint
        super().__init__(_field_message(record, field, value, expected, hint))

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.record, self.field, self.value, self.expected, self.hint)


class WrongType(InvalidField, TypeError):
    """A field of a record was given a value of the wrong type."""


class ConflictingRecord(ClaimtrackError, ValueError):
    """A second, different record under an id that the ledger already holds.

    Attributes:
        held: The record the ledger holds.
        given: The record that was offered.
        fields: The names of the fields that differ.
    """

    def __init__(self, held: object, given: object, fields: Sequence[str]) -> None:
        self.held = held
        self.given = given
        self.fields: tuple[str, ...] = tuple(fields)
        kind = type(held).__name__
        differ = ", ".join(
            f"{name}={_plain(getattr(given, name, None))} (held: {_plain(getattr(held, name, None))})"
            for name in self.fields
        )
        super().__init__(
            f"{kind} {getattr(held, 'id', '?')} is already in the ledger with other attributes: {differ}. "
            f"{_what_to_do(held, kind)}"
        )

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.held, self.given, self.fields)


class UnknownRecord(ClaimtrackError, LookupError):
    """A record or id that the ledger does not hold.

    Attributes:
        wanted: The id or record that was asked for.
        kind: What kind of record it should be.
        hint: What to do about it.
    """

    def __init__(self, wanted: object, kind: str, hint: str = "") -> None:
        self.wanted = wanted
        self.kind = kind
        self.hint = hint
        text = f"this ledger holds no {kind} {_short(wanted)}."
        super().__init__(f"{text} {hint[:1].upper()}{hint[1:]}".strip())

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.wanted, self.kind, self.hint)


class AmbiguousEvent(ClaimtrackError, LookupError):
    """A question is asked of several events and no event was named.

    Attributes:
        events: The events that the question is asked of.
    """

    def __init__(self, question: object, events: Sequence[object]) -> None:
        self.question = question
        self.events: tuple[object, ...] = tuple(events)
        names = "; ".join(str(event) for event in self.events)
        super().__init__(
            f"{_short(question)} is asked of {len(self.events)} events: {names}. "
            "Pass event= to say which one is meant."
        )

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.question, self.events)


class ImpossibleMove(ClaimtrackError, ValueError):
    """An assessment, retraction or revision that the rules do not allow.

    Attributes:
        rule: The rule that stands in the way.
        state: The state the claim is in.
        missing: What it would take.
    """

    def __init__(self, rule: str, state: str, missing: str) -> None:
        self.rule = rule
        self.state = state
        self.missing = missing
        super().__init__(f"{rule} The claim is {state}. Missing: {missing}.")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.rule, self.state, self.missing)


class UncertainValue(ClaimtrackError, TypeError):
    """Truth, order or arithmetic was asked of a value that is not certain."""


class MixedQuestions(ClaimtrackError, ValueError):
    """Claims on different questions were given where one is needed.

    Attributes:
        questions: The questions that were mixed.
    """

    def __init__(self, questions: Sequence[object], hint: str = "") -> None:
        self.questions: tuple[object, ...] = tuple(questions)
        self.hint = hint
        names = list(dict.fromkeys(map(str, self.questions)))
        several = "these claims answer different questions: " if len(names) > 1 else ""
        super().__init__(f"{several}{'; '.join(names)}. {hint}".strip())

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.questions, self.hint)


class PolicyError(ClaimtrackError, ValueError):
    """A policy broke a law of reconciliation.

    Attributes:
        law: The law, in a sentence.
        policy: The name of the policy.
    """

    def __init__(self, law: str, policy: str, detail: str = "") -> None:
        self.law = law
        self.policy = policy
        self.detail = detail
        super().__init__(f"policy {policy!r} broke a law: {law} {detail}".strip())

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.law, self.policy, self.detail)


class BrokenLaw(ClaimtrackError, AssertionError):
    """A law does not hold: what `claimtrack.testing` raises of a ledger, policy, reader, scheme or format.

    Attributes:
        law: The law, in a sentence.
        detail: What was found instead.
        example: The smallest example found, as text, or an empty text.
    """

    def __init__(self, law: str, detail: str = "", example: str = "") -> None:
        self.law = law
        self.detail = detail
        self.example = example
        super().__init__("\n".join(part for part in (f"law broken: {law}", detail, example) if part))

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.law, self.detail, self.example)


class MissingExtra(ClaimtrackError, ImportError):
    """A part of claimtrack needs packages that are not installed.

    Attributes:
        extra: The extra that installs them.
    """

    def __init__(self, extra: str, part: str) -> None:
        self.extra = extra
        self.part = part
        super().__init__(f"{part} needs more packages: pip install 'claimtrack[{extra}]'")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.extra, self.part)


class WordingReason(StrEnum):
    """Why a wording was refused.

    Attributes:
        unread: Nothing in it could be read as a count.
        several_figures: It holds more than one figure.
        not_people: It counts something that is neither people nor an outcome.
        not_a_count: A date, year, age, distance, calibre, rank, ordinal, unit or the like.
        money: An amount of money.
        percentage: A percentage, ratio or part of another number ("15 out of 40").
        increment: An addition to an unstated total ("10 more bodies").
        correction: It corrects itself ("not 20 but 35").
        alternatives: It offers figures that do not make one ("dozens, possibly hundreds").
        disagreement: A repeat in brackets disagrees ("vingt (25)").
        disorder: The low end is not below the high end.
        denial: It denies reports, not deaths ("no casualties were reported").
        unknown: It says that the number is not known.
        leftover: Words or numbers were left over that could change the meaning.
        too_large: The number is larger than any count of people.
    """

    unread = "unread"
    several_figures = "several_figures"
    not_people = "not_people"
    not_a_count = "not_a_count"
    money = "money"
    percentage = "percentage"
    increment = "increment"
    correction = "correction"
    alternatives = "alternatives"
    disagreement = "disagreement"
    disorder = "disorder"
    denial = "denial"
    unknown = "unknown"
    leftover = "leftover"
    too_large = "too_large"


class WordingError(ClaimtrackError, ValueError):
    """A wording that is refused rather than guessed.

    Attributes:
        words: The whole wording.
        reason: Why it was refused.
        span: The (start, end) of the part that stood in the way, in characters.
        hint: What to do about it.
    """

    def __init__(self, words: str, reason: WordingReason, span: tuple[int, int], hint: str = "") -> None:
        self.words = words
        self.reason = reason
        self.span = span
        self.hint: str = hint or (
            "state the figure by hand, e.g. ct.at_least(20, words=...), or keep it with ct.unread(words)"
        )
        part = words[span[0] : span[1]]
        where = f" at {part!r}" if part and part != words else ""
        super().__init__(f"cannot read {_short(words)} as one figure ({reason.value}){where}: {self.hint}")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.words, self.reason, self.span, self.hint)


@attrs.frozen(kw_only=True)
class Problem:
    """A defect found in data, with its location; nothing is dropped because of it.

    Attributes:
        code: A stable short name of the kind of defect ("dangling-reference").
        message: One sentence for the analyst.
        records: Ids of the records concerned, the offender first.
        location: Where it was found: a path and line, a sheet and cell, or "".
        raw: The raw text of the defective entry where there is one.
    """

    code: str
    message: str
    records: tuple[str, ...] = ()
    location: str = ""
    raw: str = ""

    def __str__(self) -> str:
        where = f"{self.location}: " if self.location else ""
        return f"{where}{self.message} [{self.code}]"


def choose(record: str, field: str, value: object, kinds: type[_E]) -> _E:
    """Read a member of a closed vocabulary from itself or its string value.

    Raises:
        InvalidField: If the value is not one of the vocabulary; the nearest one is suggested.
    """
    if type(value) is kinds:
        return value
    try:
        return kinds(value)
    except ValueError:
        pass
    known = [str(member.value) for member in kinds]
    near = get_close_matches(str(value), known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else ""
    raise InvalidField(record, field, value, f"one of {', '.join(known)}", hint)


def name_text(record: str, field: str, value: object) -> str:
    """Check a name: a text that is not blank, returned without blanks around it."""
    if not isinstance(value, str):
        raise WrongType(record, field, value, "a text")
    text = value.strip()
    if not text:
        raise InvalidField(record, field, value, "a text that is not blank")
    return text


def listed(names: Iterable[str]) -> str:
    """Join names as prose does: "a", "a and b", "a, b and c"."""
    items = list(names)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def possessive(name: str) -> str:
    """A name as an owner: "RFI's", "Malian armed forces'"."""
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"


def _field_message(record: str, field: str, value: object, expected: str, hint: str) -> str:
    told = f"{record}.{field} was given {_short(value)}; expected {expected}"
    return f"{told}; {hint}" if hint else f"{told}."


def with_article(noun: str) -> str:
    """A noun with "a" or "an" before it: "an event", "a claim"."""
    return f"{'an' if noun[:1] in 'aeiouAEIOU' else 'a'} {noun}"


_RECORDED_ONCE = {
    "Claim": "For another statement of that day give each its own words=; to correct the held one record a "
    "claim with revises=.",
    "Assessment": "What was decided stays: record a further assessment with a later date or time of day.",
    "Retraction": "What was taken back stays so; there is nothing to add.",
}


def _what_to_do(held: object, kind: str) -> str:
    """What to do about a second, different record under one id."""
    if kind in _RECORDED_ONCE:
        return _RECORDED_ONCE[kind]
    text = "To replace the description use ledger.revise(record)"
    if hasattr(held, "key"):
        text += f"; for a different {kind.lower()} give it a key= or a name of its own"
    return f"{text}."


def _plain(value: object) -> str:
    return _short(value.value if isinstance(value, Enum) else value)


def _short(value: object, limit: int = 80) -> str:
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"

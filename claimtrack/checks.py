"""Checks that every record makes of what it is given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar, cast

from claimtrack.dates import When, when
from claimtrack.errors import InvalidField, WrongType, with_article
from claimtrack.identity import Identified, is_id

K = TypeVar("K", bound=Identified)
R = TypeVar("R")

DateLike = When | date | str
"""What every date field takes: a `When`, a date, a datetime, or a text that `ct.when` reads."""


def text_or_empty(record: str, field: str, value: object) -> str:
    """Check a text that may be empty."""
    if not isinstance(value, str):
        raise WrongType(record, field, value, "a text")
    return value


def text_or_none(record: str, field: str, value: object) -> str | None:
    """Check a text that may be missing; a blank one is an error, not a missing one."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise WrongType(record, field, value, "a text, or None")
    if not value.strip():
        raise InvalidField(record, field, value, "a text that is not blank, or None")
    return value


def flag(record: str, field: str, value: object) -> bool:
    """Check a yes or no."""
    if value is True or value is False:
        return value
    raise WrongType(record, field, value, "True or False")


def date_or_none(record: str, field: str, value: object) -> When | None:
    """Read a date, with the field's name in the error."""
    if value is None:
        return None
    try:
        return when(value)  # type: ignore[arg-type]  # when() checks the type itself
    except InvalidField as error:
        raise type(error)(record, field, error.value, error.expected, error.hint) from None


def instance(record: str, field: str, value: object, kind: type[R], hint: str = "") -> R:
    """Check that a value is a record of one kind."""
    if isinstance(value, kind):
        return value
    raise WrongType(record, field, value, with_article(kind.__name__), hint)


def instance_or_none(record: str, field: str, value: object, kind: type[R], hint: str = "") -> R | None:
    """Check that a value is a record of one kind, or missing."""
    if value is None:
        return None
    return instance(record, field, value, kind, hint)


def several(record: str, field: str, values: object, kind: type[K]) -> tuple[K, ...]:
    """Check a collection of records of one kind, each once; a single record is a collection of one."""
    if isinstance(values, kind):
        return (values,)
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise WrongType(record, field, values, f"a list of {kind.__name__} records")
    given = [instance(record, field, value, kind) for value in values]
    return tuple({value.id: value for value in given}.values())


def references(
    record: str, field: str, values: object, *kinds: str
) -> tuple[tuple[str, ...], tuple[Identified, ...]]:
    """Read records or ids of these kinds: their ids without repeats, and the records that were given."""
    if isinstance(values, str) or hasattr(values, "id"):
        values = (values,)
    if not isinstance(values, Iterable):
        raise WrongType(record, field, values, f"a list of {' or '.join(kinds)} records or ids")
    ids: dict[str, None] = {}
    given: list[Identified] = []
    for value in cast("Iterable[Identified | str]", values):
        ids[reference(record, field, value, *kinds)] = None
        if not isinstance(value, str):
            given.append(value)
    return tuple(ids), tuple(given)


def reference(record: str, field: str, value: object, *kinds: str) -> str:
    """Read one record or id of these kinds to its id."""
    named = value if isinstance(value, str) else getattr(value, "id", None)
    if not isinstance(named, str):
        raise WrongType(record, field, value, f"{with_article(' or '.join(kinds))} record or its id")
    if not is_id(named, *kinds):
        hint = "pass the record itself, or its .id" if isinstance(value, str) else ""
        raise InvalidField(record, field, value, f"{with_article(' or '.join(kinds))} record or its id", hint)
    return named


def reference_or_none(record: str, field: str, value: object, *kinds: str) -> str | None:
    """Read one record or id to its id, or `None` where none was given."""
    return None if value is None else reference(record, field, value, *kinds)

"""What happened: when, where, and which parties took part."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from claimtrack.checks import DateLike, date_or_none, several, text_or_empty
from claimtrack.dates import When
from claimtrack.errors import InvalidField, WrongType, name_text
from claimtrack.identity import make_id, make_key, print_short, settle
from claimtrack.sources import Party


@attrs.frozen(repr=False, weakref_slot=False)
class Place:
    """Where something happened.

    Attributes:
        name: The place in words ("Faladié, Bamako").
        latitude: Degrees north, or `None` where it is not known.
        longitude: Degrees east, or `None` where it is not known.
        country: ISO 3166 code or name, or an empty text.
    """

    name: str
    latitude: float | None = attrs.field(default=None, kw_only=True)
    longitude: float | None = attrs.field(default=None, kw_only=True)
    country: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        settle(
            self,
            name=name_text("Place", "name", self.name),
            latitude=_degrees("latitude", self.latitude, 90),
            longitude=_degrees("longitude", self.longitude, 180),
            country=text_or_empty("Place", "country", self.country),
        )
        if (self.latitude is None) != (self.longitude is None):
            raise InvalidField(
                "Place", "longitude", self.longitude, "both latitude and longitude, or neither"
            )

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"Place({self.name!r})"

    _repr_pretty_ = print_short


@attrs.frozen(init=False, repr=False, weakref_slot=False)
class Event:
    """What happened.

    Attributes:
        name: What the event is called.
        occurred: When, as precisely as known, or `None`.
        place: Where, or `None`.
        parties: The parties that took part.
        key: What its id is derived from; by default name, date and place.
        note: Anything the analyst wants to keep beside it.
        id: The id, hashed from the key.
    """

    name: str
    occurred: When | None
    place: Place | None
    parties: tuple[Party, ...] = attrs.field(eq=lambda parties: tuple(party.id for party in parties))
    key: str
    note: str
    id: str = attrs.field(eq=False, init=False)

    def __init__(
        self,
        name: str,
        *,
        occurred: DateLike | None = None,
        place: Place | str | None = None,
        parties: Iterable[Party] = (),
        key: str | None = None,
        note: str = "",
    ) -> None:
        name = name_text("Event", "name", name)
        date = date_or_none("Event", "occurred", occurred)
        where = _place(place)
        given = None if key is None else make_key(name_text("Event", "key", key))
        key = usual_key(name, date, where) if given is None else given
        settle(
            self,
            name=name,
            occurred=date,
            place=where,
            parties=tuple(sorted(several("Event", "parties", parties, Party), key=lambda party: party.id)),
            key=key,
            note=text_or_empty("Event", "note", note),
            id=make_id("event", key),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.occurred})" if self.occurred else self.name

    def __repr__(self) -> str:
        return f"Event({str(self)!r})"

    _repr_pretty_ = print_short


def usual_key(name: str, occurred: When | None, place: Place | None) -> str:
    """The key of an event that is given none: name, date and place."""
    return make_key(name, occurred.iso if occurred else "", place.name if place else "")


def _place(value: object) -> Place | None:
    if value is None or isinstance(value, Place):
        return value
    if isinstance(value, str):
        return Place(name_text("Event", "place", value))
    raise WrongType("Event", "place", value, "a Place, its name, or None")


def _degrees(field: str, value: object, most: int) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise WrongType("Place", field, value, "degrees as a number, or None")
    if not -most <= value <= most:
        raise InvalidField("Place", field, value, f"degrees from -{most} to {most}")
    return float(value)

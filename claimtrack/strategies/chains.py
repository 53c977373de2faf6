"""Ledgers whose origins are known, because the claims were made from them."""

# ruff: noqa: D417 - the first argument, draw, is given by Hypothesis, not by the caller

from __future__ import annotations

from typing import Final

import attrs
from hypothesis import strategies as st

from claimtrack.claims import Claim
from claimtrack.figures import exactly
from claimtrack.ledger import Ledger
from claimtrack.sources import Source
from claimtrack.strategies import spellings as pools
from claimtrack.strategies.cast import usual_cast
from claimtrack.strategies.code import Code, codes, need_order
from claimtrack.strategies.holdings import MinuteClock, present

_ORIGIN_BYTES: Final = 3
_RELAY_BYTES: Final = 2


@attrs.frozen
class KnownOrigins:
    """A ledger with the answer to the question who says what on his own.

    Attributes:
        ledger: The ledger that holds the claims, and for circles the relations.
        groups: The claims of each origin, the direct statement first.
    """

    ledger: Ledger
    groups: tuple[tuple[Claim, ...], ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, origin by origin."""
        return tuple(claim for group in self.groups for claim in group)


@st.composite
def origins(
    draw: st.DrawFn,
    *,
    min_origins: int = 1,
    max_origins: int = 3,
    max_relays: int = 4,
    cycles: bool = False,
) -> KnownOrigins:
    """Claims on one question by named sources, each relayed along chains, with the origin of each known.

    A relay is the same source through one more carrier, or an outlet that rests on an earlier relay,
    or on the source itself. All relays of an origin give its figure, so that a group is one voice.

    Shrinks towards one source that says 1, relayed by nobody.

    Args:
        min_origins: The least number of origins.
        max_origins: The largest number of origins.
        max_relays: The largest number of relays of each origin.
        cycles: Whether the outlets of an origin are also said to rest on one another in a circle.

    Raises:
        InvalidArgument: When drawn from, if the numbers are not in order.
    """
    need_order("origins", "origins", min_origins, max_origins)
    need_order("origins", "relays", 0, max_relays)
    ledger = Ledger(clock=MinuteClock())
    relays = max_relays * (1 + _RELAY_BYTES)
    code = Code(draw(codes(max_origins * (1 + _ORIGIN_BYTES + relays))))
    groups: list[tuple[Claim, ...]] = []
    for given in present(code, _ORIGIN_BYTES + relays, min_origins, max_origins):
        if given is not None:
            groups.append(_group(len(groups), Code(given), max_relays))
    for group in groups:
        ledger.record_all(group)
        outlets = list({claim.source.id: claim.source for claim in group}.values())
        if cycles and len(outlets) > 1:
            for a, b in zip(outlets, outlets[1:] + outlets[:1], strict=True):
                ledger.relate(a, b, "depends", because="says so of the other")
    return KnownOrigins(ledger, tuple(groups))


def _group(number: int, code: Code, max_relays: int) -> tuple[Claim, ...]:
    """One origin and its relays; names are numbered, so that no two origins share a source."""
    name = code.pick(pools.SOURCES)
    source = Source(f"{name} {number + 1}", "official")
    said = exactly(1 + code.byte() % 12)
    event, question = usual_cast().events[0], usual_cast().questions[0]
    stated = usual_cast().moments[0]
    claims = [Claim(event, source, question, said, stated=stated, first_hand=code.one_in(2))]
    carriers: list[Source] = []
    for place, part in enumerate(present(code, _RELAY_BYTES, 0, max_relays)):
        if part is None:
            continue
        relay = Code(part)
        outlet = Source(f"{pools.SOURCES[place]} on {number + 1}", "media")
        way = relay.pick(("through", "after", "from"))
        if way == "through":
            carriers.append(outlet)
            claim = Claim(event, source, question, said, stated=stated, via=tuple(carriers))
        else:
            rest = source if way == "from" else relay.pick(claims)
            claim = Claim(event, outlet, question, said, stated=stated, based_on=rest)
        claims.append(claim)
    return tuple(claims)

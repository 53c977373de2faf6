"""What became of every claim on the asked question, and which claims stand against each other."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from claimtrack.claims import Claim
from claimtrack.telling import Phrase, term


class Role(StrEnum):
    """What a claim was for the answer.

    Attributes:
        kept: It was heard and bears on the answer.
        echo: It rests only on origins that are heard already.
        subsumed: It says no more than the numbers that were heard.
        overtaken: A count of a later day is higher than all it says.
        set_aside: It does not stand, gives no answer, or the policy does not look at it.
    """

    kept = "kept"
    echo = "echo"
    subsumed = "subsumed"
    overtaken = "overtaken"
    set_aside = "set_aside"

    @property
    def label(self) -> Phrase:
        """The role in plain English."""
        return term("role", self.value)


class ConflictKind(StrEnum):
    """How claims stand against each other.

    Attributes:
        contradiction: They cannot hold together, however generously the words are taken.
        tension: They can, but not as readers take the words.
        rendering: Carriers render one statement in ways that do not fit together.
        parts: A part and its whole do not fit together.
        inverted: What a side admits exceeds what its enemy claims.
        denial: One affirms what the other denies.
        competing: Different parties are named as the doer.
    """

    contradiction = "contradiction"
    tension = "tension"
    rendering = "rendering"
    parts = "parts"
    inverted = "inverted"
    denial = "denial"
    competing = "competing"


class _Reasoned:
    """What has a reason, which is put into words when somebody asks for it."""

    __slots__ = ("_because",)

    def __init__(self, because: str | Callable[[], str]) -> None:
        self._because = because

    @property
    def because(self) -> str:
        """Why, in a sentence; `tell(it, "fr")` gives it in French."""
        if not isinstance(self._because, str):
            self._because = self._because()
        return self._because


class AccountEntry(_Reasoned):
    """What became of one claim.

    Attributes:
        claim: The claim.
        role: What it was for the answer.
    """

    __slots__ = ("claim", "role")

    def __init__(self, claim: Claim, role: Role, because: str | Callable[[], str]) -> None:
        super().__init__(because)
        self.claim: Claim = claim
        self.role: Role = role

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, AccountEntry):
            return NotImplemented
        return (self.claim.id, self.role, self.because) == (other.claim.id, other.role, other.because)

    def __hash__(self) -> int:
        return hash((self.claim.id, self.role))

    def __str__(self) -> str:
        return f"{self.claim}: {self.role.label}, {self.because}"

    def __repr__(self) -> str:
        return f"AccountEntry({self.claim!r}, {self.role.value!r}, {self.because!r})"


class Conflict(_Reasoned):
    """Claims that stand against each other; `because` says what cannot hold together.

    Attributes:
        kind: How.
        claims: The claims, in the order the sentence names them.
    """

    __slots__ = ("claims", "kind")

    def __init__(
        self, kind: ConflictKind, claims: tuple[Claim, ...], because: str | Callable[[], str]
    ) -> None:
        super().__init__(because)
        self.kind: ConflictKind = kind
        self.claims: tuple[Claim, ...] = claims

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Conflict):
            return NotImplemented
        return (self._what(), self.because) == (other._what(), other.because)

    def __hash__(self) -> int:
        return hash(self._what())

    def __str__(self) -> str:
        return self.because

    def __repr__(self) -> str:
        return f"Conflict({self.kind.value!r}, {self.because!r})"

    def _what(self) -> tuple[str, tuple[str, ...]]:
        return self.kind.value, tuple(claim.id for claim in self.claims)

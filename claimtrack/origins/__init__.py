"""Origins: who depends on whom, and how many voices are heard.

Ten outlets carrying one wire are one voice. Origins are followed through `via` and `based_on` and the
declared relations between sources; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimtrack.claims import Claim
from claimtrack.identity import kind_of
from claimtrack.log import Log
from claimtrack.log.records import last_first
from claimtrack.origins.copying import SuspectedCopy, suspect_copies, unusualness
from claimtrack.origins.counting import IndependentRange, count_independent, independent_voices
from claimtrack.origins.independence import Independence, Independences
from claimtrack.origins.roots import Roots, speaks_for_others
from claimtrack.origins.voices import (
    LAST_KINDS,
    Echo,
    Grouping,
    Hearing,
    RenderingConflict,
    Voice,
    describe_origins,
    group_by_origin,
    make_voice,
    name_origins,
)
from claimtrack.sources import RelationKind
from claimtrack.telling import untold

__all__ = [
    "LAST_KINDS",
    "Echo",
    "Grouping",
    "Hearing",
    "Independence",
    "IndependentRange",
    "Origins",
    "RenderingConflict",
    "SuspectedCopy",
    "Voice",
    "describe_origins",
    "speaks_for_others",
    "unusualness",
]


class Origins:
    """Who depends on whom in a log; caught up by itself when the log grows.

    Args:
        log: The log.
    """

    def __init__(self, log: Log) -> None:
        self._log = log
        self._roots = Roots(log)
        self._independences = Independences(log, self._roots)

    def roots(self, claim: Claim) -> frozenset[str]:
        """Ids of the sources and evidence that a claim rests on in the end."""
        return self._roots.of(claim)

    def hops(self, claim: Claim) -> int:
        """How many hands the words of a claim went through, at least."""
        return self._roots.hops(claim)

    def plain(self, claims: Sequence[Claim]) -> bool:
        """Whether each of these claims rests on its own source and on nothing else."""
        return self._roots.plain(claims)

    def group(self, claims: Sequence[Claim]) -> Grouping:
        """Sort claims on one question into voices and echoes, without reading what they say."""
        return group_by_origin(self._roots, claims)

    def hear(self, claims: Iterable[Claim]) -> Hearing:
        """Hear each origin once.

        Args:
            claims: The claims on one question that are to be heard.
        """
        grouping = self.group(tuple(claims))
        voices = [make_voice(self._log, self._roots, spoken) for spoken in grouping.voices]
        voices.sort(key=lambda voice: _order(voice.spokesman))
        echoes = {
            claim.id: self._echo(claim) for claim in sorted(grouping.echoes, key=last_first)
        }
        return Hearing(tuple(voices), echoes)

    def independence(self, a: Claim, b: Claim) -> Independence | None:
        """Why two claims are known to rest on different origins; `None` where that is not known."""
        return self._independences.between(a, b)

    def independence_possible(self) -> bool:
        """Whether any independence between sources is declared."""
        return self._independences.possible()

    def independent_range(self, voices: Sequence[Voice]) -> IndependentRange:
        """How many independent voices there are, at least and at most.

        Args:
            voices: The voices on one question, as `hear` gives them.
        """
        ordered = sorted(voices, key=lambda voice: _order(voice.spokesman))
        return count_independent(ordered, self.independence, self._join, self._knower)

    def independent_voices(self, a: Voice, b: Voice) -> Independence | None:
        """Why two voices are known to be independent; `None` where that is not known."""
        return independent_voices(a, b, self.independence)

    def suspected_copies(self, claims: Iterable[Claim]) -> tuple[SuspectedCopy, ...]:
        """Claims of one question that may rest on one origin, the strongest suspicion first.

        Only a suggestion: declare it with `ledger.relate(a, b, "depends", because=...)` if it holds.
        """
        return suspect_copies(claims, self._same_origin)

    def explain(self, claim: Claim) -> tuple[str, ...]:
        """Say, line by line, through whom a claim came and on what it rests."""
        lines: list[str] = []
        seen: set[str] = set()
        waiting: list[tuple[str, int]] = [(claim.id, 0)]
        while waiting:
            identity, depth = waiting.pop()
            pad = "  " * depth
            known = identity in seen
            seen.add(identity)
            held = self._log.get(identity)
            if not isinstance(held, Claim):
                lines.append(f"{pad}{describe_origins(self._log, [identity])}")
                continue
            lines.append(f"{pad}{self._line(held)}{' (see above)' if known else ''}")
            if not known:
                lines += [f"{pad}  {text}" for text in self._declared(held)]
                waiting.extend((base, depth + 1) for base in reversed(held.based_on))
        lines.append(f"origin: {describe_origins(self._log, self.roots(claim))}")
        return tuple(lines)

    def tree(self, claims: Iterable[Claim]) -> str:
        """Draw who speaks for whom on one question: each voice, its renderings and its echoes."""
        hearing = self.hear(claims)
        lines: list[str] = []
        for number, voice in enumerate(hearing.voices, 1):
            lines.append(f"voice {number}: {describe_origins(self._log, voice.origins)}")
            told = [f"├─ {self._line(claim)}" for claim in voice.claims]
            told += [
                f"├─ echo: {self._line(echo.claim)}"
                for echo in hearing.echoes.values()
                if not voice.origins.isdisjoint(echo.of)
            ]
            if voice.conflict is not None:
                told.append(f"├─ rendering conflict: {voice.conflict.because}")
            told[-1] = f"└─ {told[-1].removeprefix('├─ ')}"
            lines += told
        return "\n".join(lines)

    def _join(self, voices: Sequence[Voice]) -> Voice:
        return make_voice(self._log, self._roots, [claim for voice in voices for claim in voice.claims])

    def _knower(self, voice: Voice) -> str:
        """Id of the carrier that alone knows all the sources of a voice, or an empty text."""
        knowers = set()
        for identity in voice.origins:
            source = self._log.source(identity) if kind_of(identity) == "source" else None
            knowers.add(source.known_to if source is not None else None)
        only = knowers.pop() if len(knowers) == 1 else None
        return only or ""

    def _same_origin(self, a: Claim, b: Claim) -> bool:
        return not self.roots(a).isdisjoint(self.roots(b))

    def _echo(self, claim: Claim) -> Echo:
        origins = tuple(sorted(self.roots(claim)))
        return Echo(claim, origins, untold("origin.heard_already", origins=name_origins(self._log, origins)))

    def _declared(self, claim: Claim) -> list[str]:
        """The relations of dependence that count for the claim's source."""
        source = claim.source.id
        words = {RelationKind.depends: "depends on", RelationKind.same: "is the same as"}
        return [
            f"{self._name(relation.a)} {words[relation.how]} {self._name(relation.b)}: {relation.because}"
            for relation in self._log.relations
            if relation.how in words and source in (relation.a, relation.b)
        ]

    def _line(self, claim: Claim) -> str:
        carriers = ", then ".join(self._name(identity) for identity in claim.via)
        when = f", {claim.stated}" if claim.stated else ", undated"
        through = f" through {carriers}" if carriers else ""
        return f"{self._name(claim.source.id)}{through}: {claim.as_given}{when}"

    def _name(self, identity: str) -> str:
        return describe_origins(self._log, [identity])


def _order(claim: Claim) -> tuple[int, str, str]:
    return (claim.stated.end.toordinal() if claim.stated else 0, claim.source.name, claim.id)

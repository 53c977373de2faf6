"""The roots of a claim: who, in the end, it rests on.

Followed through `based_on` and the declared relations between sources, in linear time and without
recursion, so that long chains and cycles do no harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.answers import Declined
from claimtrack.claims import Claim
from claimtrack.dates import Span, When, holds_at
from claimtrack.identity import kind_of
from claimtrack.log import Log
from claimtrack.sources import RelationKind

_RESTS = (RelationKind.depends, RelationKind.same)
_NONE: frozenset[str] = frozenset()


class Node(NamedTuple):
    """A place on the way to the roots.

    Attributes:
        kind: "claim"; "source"; "carried" for all that one source said or carried on one question.
        name: Id of the claim or source.
        event: Id of the event, for "carried".
        question: Id of the question, for "carried".
        moment: When it was said, for relations that hold only for a time.
    """

    kind: str
    name: str
    event: str = ""
    question: str = ""
    moment: When | None = None


class Traced(NamedTuple):
    """What a node leads to.

    Attributes:
        roots: Ids of the sources and evidence in the end.
        hops: How many hands the words went through, at least.
        settled: Whether later records of other claims cannot change it.
    """

    roots: frozenset[str]
    hops: int
    settled: bool


class Roots:
    """The roots of every claim of a log, each traced once.

    Args:
        log: The log.
    """

    def __init__(self, log: Log) -> None:
        self._log = log
        self._epoch = -1
        self._claims = 0
        self._settled: dict[Node, Traced] = {}
        self._open: dict[Node, Traced] = {}
        self._hands: dict[tuple[str, str], dict[str, list[Claim]]] = {}
        self._single: dict[str, frozenset[str]] = {}
        self._edges: dict[str, list[tuple[str, Span]]] = {}

    def of(self, claim: Claim) -> frozenset[str]:
        """Ids of the sources and evidence that a claim rests on in the end; never empty."""
        self.catch_up()
        source = claim.source.id
        if not claim.based_on and source not in self._edges:
            return self._alone(source)
        return self._trace(self._node(claim)).roots

    def hops(self, claim: Claim) -> int:
        """How many hands the words went through at least: carriers, and claims they are based on."""
        self.catch_up()
        if not claim.based_on:
            return len(claim.via)
        return self._trace(self._node(claim)).hops

    def plain(self, claims: Iterable[Claim]) -> bool:
        """Whether each of these claims rests on its own source and on nothing else."""
        self.catch_up()
        edges = self._edges
        if not edges:
            return not any(claim.based_on for claim in claims)
        return not any(claim.based_on or claim.source.id in edges for claim in claims)

    def rests_on(self, source: str) -> tuple[str, ...]:
        """Ids of the sources that one is declared to depend on, or to be the same as."""
        self.catch_up()
        return tuple(dict.fromkeys(other for other, _ in self._edges.get(source, ())))

    def catch_up(self) -> None:
        """Forget what later records may have changed."""
        log = self._log
        if self._epoch != log.epoch:
            self._epoch = log.epoch
            self._settled.clear()
            self._open.clear()
            self._hands.clear()
            self._edges = _edges(log)
            self._claims = len(log.claims)
        elif self._claims != len(log.claims):
            self._open.clear()
            self._hands.clear()
            self._claims = len(log.claims)

    def _alone(self, source: str) -> frozenset[str]:
        roots = self._single.get(source)
        if roots is None:
            roots = self._single[source] = frozenset((source,))
        return roots

    def _node(self, claim: Claim) -> Node:
        return Node("claim", claim.id)

    def _known(self, node: Node) -> Traced | None:
        return self._settled.get(node) or self._open.get(node)

    def _trace(self, start: Node) -> Traced:
        """Condense what is reachable into its cycles (Tarjan), and give each the roots it leads to."""
        found = self._known(start)
        if found is not None:
            return found
        order: dict[Node, int] = {}
        lowest: dict[Node, int] = {}
        path: list[Node] = []
        work: list[tuple[Node, Iterator[Node]]] = []

        def enter(node: Node) -> None:
            order[node] = lowest[node] = len(order)
            path.append(node)
            work.append((node, iter(self._next(node))))

        enter(start)
        while work:
            node, remaining = work[-1]
            for target in remaining:
                if self._known(target) is not None:
                    continue
                if target not in order:
                    enter(target)
                    break
                lowest[node] = min(lowest[node], order[target])
            else:
                work.pop()
                if work:
                    above = work[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == order[node]:
                    self._close(path, node)
        traced = self._known(start)
        if traced is None:
            raise RuntimeError(f"no roots were found for {start}")
        return traced

    def _close(self, path: list[Node], first: Node) -> None:
        members = [path.pop()]
        while members[-1] != first:
            members.append(path.pop())
        inside = set(members)
        roots: frozenset[str] = _NONE
        hops: int | None = None
        settled = True
        for node in members:
            own, passes = self._own(node)
            roots = _joined(roots, own)
            settled = settled and not passes
            for target in self._next(node):
                if target in inside:
                    continue
                traced = self._known(target)
                if traced is not None:
                    roots = _joined(roots, traced.roots)
                    settled = settled and traced.settled
                    hops = traced.hops if hops is None else min(hops, traced.hops)
        if not roots:
            roots = self._alone(min(self._named(node) for node in members))
        for node in members:
            step = self._step(node)
            traced = Traced(roots, step + (hops or 0), settled)
            (self._settled if settled else self._open)[node] = traced

    def _step(self, node: Node) -> int:
        if node.kind != "claim":
            return 0
        claim = self._log.get(node.name)
        if not isinstance(claim, Claim):
            return 0
        return len(claim.via) + (1 if speaks_for_others(claim) else 0)

    def _own(self, node: Node) -> tuple[frozenset[str], bool]:
        """The roots that a node is itself, and whether later claims can change what it leads to."""
        if node.kind == "source":
            return (_NONE if any(True for _ in self._next(node)) else self._alone(node.name)), False
        if node.kind == "carried":
            return _NONE, True
        claim = self._log.get(node.name)
        if not isinstance(claim, Claim):
            return self._alone(node.name), True
        seen = frozenset(identity for identity in claim.based_on if kind_of(identity) == "evidence")
        return seen, False

    def _named(self, node: Node) -> str:
        if node.kind != "claim":
            return node.name
        claim = self._log.get(node.name)
        return claim.source.id if isinstance(claim, Claim) else node.name

    def _next(self, node: Node) -> Iterable[Node]:
        log = self._log
        if node.kind == "source":
            return [
                Node("source", other, moment=node.moment)
                for other, span in self._edges.get(node.name, ())
                if holds_at(span, node.moment)
            ]
        if node.kind == "carried":
            return self._carried(node)
        claim = log.get(node.name)
        if not isinstance(claim, Claim):
            return ()
        moment = claim.stated if self._edges else None
        targets: list[Node] = []
        if not speaks_for_others(claim):
            targets.append(Node("source", claim.source.id, moment=moment))
        for identity in claim.based_on:
            kind = kind_of(identity)
            if kind == "claim":
                targets.append(Node("claim", identity))
            elif kind == "source":
                targets.append(Node("carried", identity, claim.event.id, claim.question.id, moment))
        return targets

    def _carried(self, node: Node) -> Iterable[Node]:
        """All that a source said or carried on one question; the source itself where that is nothing."""
        said = [
            Node("claim", claim.id)
            for claim in self._handled(node.event, node.question).get(node.name, ())
        ]
        return said or [Node("source", node.name, moment=node.moment)]

    def _handled(self, event: str, question: str) -> dict[str, list[Claim]]:
        """The answers to one question by everyone who made or carried them; an answer refused is none."""
        handled = self._hands.get((event, question))
        if handled is None:
            handled = self._hands[event, question] = {}
            for claim in self._log.group(event, question):
                if type(claim.answer) is Declined:
                    continue
                for identity in dict.fromkeys((claim.source.id, *claim.via)):
                    handled.setdefault(identity, []).append(claim)
        return handled


def speaks_for_others(claim: Claim) -> bool:
    """Whether a claim only hands on what others said: it rests on claims or sources, saw nothing itself."""
    if not claim.based_on or claim.first_hand:
        return False
    return not any(kind_of(identity) == "evidence" for identity in claim.based_on)


def _joined(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """The union, as one of the two where that is enough: long chains then share one set."""
    if b <= a:
        return a
    if a <= b:
        return b
    return a | b


def _edges(log: Log) -> dict[str, list[tuple[str, Span]]]:
    """Who is declared to rest on whom; two names of one source rest on each other, and so are one."""
    edges: dict[str, list[tuple[str, Span]]] = {}
    for relation in log.relations:
        if relation.how not in _RESTS or kind_of(relation.a) != "source":
            continue
        span = (relation.since, relation.until)
        edges.setdefault(relation.a, []).append((relation.b, span))
        if relation.how is RelationKind.same:
            edges.setdefault(relation.b, []).append((relation.a, span))
    return edges

"""The page put together: events, matrix, questions, days, sources, evidence, changes, method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from claimtrack.checks import DateLike
from claimtrack.claims import Claim
from claimtrack.evidence import Evidence
from claimtrack.figures import Figure, FigureKind
from claimtrack.log import Log
from claimtrack.reconcile import (
    FigureReconciliation,
    Policy,
    VerdictReconciliation,
    reconcile_all,
)  # fmt: skip
from claimtrack.reconcile.policies import policy_named
from claimtrack.reconcile.ruling import name_of
from claimtrack.report.pages import REASON, QuestionView, anchor, claim_link, place_of, question_view, web
from claimtrack.status import Decides, Holdings, Lead, State
from claimtrack.tables.changing import changes_rows
from claimtrack.tables.claims import claim_order
from claimtrack.tables.labels import Language, counted
from claimtrack.tables.layout import brief, visible
from claimtrack.tables.matrix import matrix_rows
from claimtrack.tables.phrases import Words, answer, described, event_name, number, question, told
from claimtrack.tables.readings import reading_rule
from claimtrack.tables.speakers import sources_rows
from claimtrack.telling import Phrase, phrase, term

Part = dict[str, object]

_CONVENTIONAL = frozenset({FigureKind.vague, FigureKind.approximate, FigureKind.unquantified})

SHOWN_PER_DAY = 40
"""How many claims of one day are listed; the rest are counted, and stand under their questions."""


def questions(held: Holdings, policy: Policy | str, words: Words) -> list[QuestionView]:
    """Every question in the order it is printed, with its answer."""
    results: list[FigureReconciliation | VerdictReconciliation] = list(reconcile_all(held, policy=policy))
    several = len({result.event.id for result in results}) > 1
    results.sort(key=lambda result: claim_order(min((e.claim for e in result.account), key=claim_order))[:9])
    return [question_view(held, result, words, several=several) for result in results]


def matrices(held: Holdings, words: Words, lang: Language) -> list[Part]:
    """For every event, who says what: speakers down, questions across."""
    events: dict[str, list[Claim]] = {}
    for claim in sorted(held.log.claims, key=claim_order):
        events.setdefault(claim.event.id, []).append(claim)
    return [_matrix(held, claims, words, lang) for claims in events.values()]


def _matrix(held: Holdings, claims: Sequence[Claim], words: Words, lang: Language) -> Part:
    event = claims[0].event
    asked = {claim.question.id: claim.question for claim in claims}
    heads = [
        {"text": brief(question(one, words)), "href": f"#{place_of(event, one)}"} for one in asked.values()
    ]
    rows = []
    for row in matrix_rows(held, event=event.id, lang=lang):
        answers = row["answers"]
        cells = [
            [
                {**said, "reads_as": brief(said["reads_as"]), "href": f"#{anchor(said['claim'])}"}
                for said in (answers.get(f"{event.id} {identity}", ()) if isinstance(answers, dict) else ())
            ]
            for identity in asked
        ]
        party = row["party"]
        rows.append(
            {
                "speaker": brief(str(row["speaker"])),
                "party": brief(str(party or "")),
                "cells": spanned(cells, [str(head["text"]) for head in heads]),
            }
        )
    title = brief(event_name(held.log, event))
    return {"event": title, "heads": heads, "rows": rows, "claims": len(claims)}


def spanned(cells: Sequence[Sequence[object]], asked: Sequence[str]) -> list[Part]:
    """The cells of a row, blank ones next to each other as one: pages of many events stay quick to open."""
    found: list[Part] = []
    run = 0
    for said, title in zip(cells, asked, strict=True):
        run = 0 if said else run + 1
        if run > 1:
            found[-1]["span"] = run
        else:
            found.append({"said": said, "question": title, "span": 1})
    return found


def days(held: Holdings, words: Words) -> list[Part]:
    """Day by day, what was stated; the undated last."""
    by_day: dict[str, list[Claim]] = {}
    for claim in sorted(held.log.claims, key=claim_order):
        by_day.setdefault(claim.stated.iso[:10] if claim.stated else "", []).append(claim)
    found = []
    for day in sorted(by_day, key=lambda day: (day == "", day)):
        claims = by_day[day]
        lines = [
            {
                "href": f"#{anchor(claim.id)}",
                "speaker": brief(described(held.log, claim.source).name),
                "answer": brief(answer(claim, words)),
                "question": brief(question(claim.question, words)),
                "state": held.statuses.of(claim).state.value,
            }
            for claim in claims[:SHOWN_PER_DAY]
        ]
        found.append(
            {
                "day": day or words["undated"],
                "lines": lines,
                "more": len(claims) - len(lines),
                "count": counted(words, "count_claims", len(claims)),
            }
        )
    return found


def sources(held: Holdings, words: Words, lang: Language) -> list[Part]:
    """Every source, with what is known of it."""
    found = []
    for row in sources_rows(held, lang=lang):
        states = row["states"]
        counts = states.items() if isinstance(states, dict) else ()
        found.append(
            {
                "anchor": anchor(str(row["id"])),
                "name": visible(str(row["source"])),
                "kind": told(term("source", str(row["kind"])), words),
                "party": visible(str(row["party"] or "")),
                "marks": row["marks"],
                "reliability": row["reliability"],
                "spoke": row["spoke"],
                "carried": row["carried"],
                "states": [{"state": state, "n": n} for state, n in counts],
                "url": None if row["url"] is None else web(str(row["url"])),
                "note": visible(str(row["note"])),
            }
        )
    return found


def evidence(held: Holdings, words: Words) -> list[Part]:
    """Every piece of evidence, where it is, and which claims and verdicts rest on it."""
    log = held.log
    users: dict[str, list[Claim]] = {}
    for claim in log.claims:
        judged = [identity for one in log.assessments(claim) for identity in one.evidence]
        for identity in dict.fromkeys((*claim.based_on, *claim.references, *judged)):
            users.setdefault(identity, []).append(claim)
    pieces = [record for record in log.of_kind(Evidence) if isinstance(record, Evidence)]
    return [_piece(log, one, users.get(one.id, ()), words) for one in sorted(pieces, key=lambda e: e.url)]


def _piece(log: Log, one: Evidence, users: Iterable[Claim], words: Words) -> Part:
    real = one.authenticity
    return {
        "anchor": anchor(one.id),
        "kind": told(term("evidence", one.kind.value), words),
        "shows": visible(one.shows),
        "url": web(one.url),
        "archived": None if one.archived is None else web(one.archived),
        "sha256": one.sha256,
        "captured": one.captured.iso if one.captured else words["undated"],
        "by": visible(one.by or ""),
        "authenticity": None if real is None else told(term("authenticity", real.name), words),
        "note": visible(one.note),
        "users": [claim_link(log, claim, words) for claim in users],
    }


def changes(held: Holdings, since: DateLike | datetime, words: Words, lang: Language) -> list[Part]:
    """What changed since a moment, in words, question by question."""
    parts: list[Part] = []
    for line in _changes(held, since, words, lang):
        title = (line["event"], line["question"])
        if not parts or parts[-1]["title"] != title:
            parts.append({"title": title, "lines": []})
        lines = parts[-1]["lines"]
        if isinstance(lines, list):
            lines.append(line)
    return parts


def _changes(held: Holdings, since: DateLike | datetime, words: Words, lang: Language) -> list[Part]:
    found: list[Part] = []
    for row in changes_rows(held, since, lang=lang):
        claim = row["claim"]
        before = row["before"]
        found.append(
            {
                "what": words[f"change_{row['change']}"],
                "before": brief(str(before)) if before else "",
                "after": brief(str(row["after"])),
                "said": brief(str(row["reads_as"] or "")),
                "event": brief(str(row["event"])),
                "question": brief(str(row["question"])),
                "source": brief(str(row["source"] or "")),
                "because": brief(str(row["because"]), REASON),
                "href": None if claim is None else f"#{anchor(str(claim))}",
            }
        )
    return found


def method(held: Holdings, policy: Policy | str, words: Words) -> Part:
    """How the page was made: what is in it, by which policy, and when that policy misleads."""
    log = held.log
    chosen = policy_named(policy)
    version = getattr(chosen, "version", "")
    asked = len(log.groups)
    events = len({event for event, _ in log.groups})
    speakers = len({claim.source.id for claim in log.claims})
    return {
        "total": number(len(log.claims), words),
        "claims": counted(words, "count_claims", len(log.claims)),
        "questions": counted(words, "count_questions", asked),
        "events": counted(words, "count_events", events),
        "sources": counted(words, "count_sources", speakers),
        "policy": f"{name_of(chosen)} {version}".strip(),
        "summary": visible(told(getattr(chosen, "summary", ""), words)),
        "cites": visible(told(getattr(chosen, "cites", ""), words)),
        "misleads": visible(told(getattr(chosen, "misleads", ""), words)),
        "decides": visible(told(_decides(held.statuses.decides), words)),
        "readings": readings(held, words),
    }


def _decides(rule: Decides | str) -> Phrase:
    """Who decides where analysts differ."""
    if isinstance(rule, Lead):
        return phrase("decides.lead", name=rule.name)
    return phrase("decides.latest") if rule == "latest" else phrase("decides.consensus")


def readings(held: Holdings, words: Words) -> list[str]:
    """Every rule by which words without a sharp number were read, with its source, each once."""
    figures = [claim.answer for claim in held.log.claims]
    rules = {one.because for one in figures if isinstance(one, Figure) and one.kind in _CONVENTIONAL}
    return sorted(visible(reading_rule(rule, words)) for rule in rules if rule)


def states(held: Holdings, words: Words) -> list[Part]:
    """How many claims stand where, for the filter and the summary."""
    counts = Counter(state.value for _, state in held.statuses.states())
    return [
        {"state": s.value, "label": words[s.value], "n": counts[s.value]} for s in State if counts[s.value]
    ]


def sides(held: Holdings) -> list[str]:
    """The parties that somebody speaks for."""
    named = {described(held.log, claim.source).party for claim in held.log.claims}
    return sorted({brief(party.name) for party in named if party is not None})

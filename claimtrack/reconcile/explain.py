"""The explanation of a figure: how it came about, what stands against it, what would change it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from claimtrack.claims import Claim
from claimtrack.errors import InvalidField
from claimtrack.log import Log
from claimtrack.origins import IndependentRange, Voice
from claimtrack.reconcile.citing import (
    dated,
    folded,
    imputed_in_part,
    interval_text,
    quoted,
    said,
    spoken_by,
)
from claimtrack.reconcile.conflicts import IN_A_LIST, told_conflicts
from claimtrack.reconcile.headline import Explained, capital, notes_of, policy_text, title
from claimtrack.reconcile.parts import Constraint, Effect
from claimtrack.reconcile.roles import AccountEntry, Role
from claimtrack.status import State
from claimtrack.telling import Language, Phrase, check_language, phrase, tell, term

Say = Callable[[str], str]
"""Tells a sentence in the language that was asked for."""


def section(role: Role) -> Phrase:
    """The heading over the claims with a role."""
    return term("section", role.value)


def explain_figures(result: Explained, form: str, width: int, lang: Language) -> str:
    """Tell how the figure came about, as wrapped text or as Markdown."""
    if form not in {"text", "markdown"}:
        raise InvalidField("explain", "format", form, 'one of "text", "markdown"')
    say = partial(tell, lang=check_language(lang))
    if form == "markdown":
        return "\n".join(_markdown(result, lambda text: escaped(say(text))))
    return "\n".join(folded(list(_plain(result, say)), width, "  "))


def _plain(result: Explained, say: Say) -> Iterator[str]:
    yield say(title(result))
    yield say(phrase("explain.by_policy", text=result.text, policy=policy_text(result)))
    yield from map(say, notes_of(result))
    if result.conflicts:
        yield ""
        yield say(phrase("explain.conflicts"))
        yield from (f"  {say(capital(text))}" for text in told_conflicts(result.conflicts, IN_A_LIST))
    yield ""
    yield say(phrase("explain.how"))
    yield from (f"  {number}. {say(line)}" for number, line in enumerate(steps(result), 1))
    for role in Role:
        entries = [entry for entry in result.account if entry.role is role]
        if not entries:
            continue
        yield ""
        yield f"{say(section(role))} ({len(entries)})"
        for entry in entries:
            yield f"  {say(claim_line(result, entry))}"
            yield f"    {say(entry.because)}"
    changes = list(what_would_change(result))
    if changes:
        yield ""
        yield say(phrase("explain.what_would_change"))
        yield from (f"  {say(line)}" for line in changes)


def _markdown(result: Explained, say: Say) -> Iterator[str]:
    yield f"### {say(title(result))}"
    yield ""
    yield f"**{say(result.text)}**{say(phrase('explain.by'))}`{policy_text(result)}`"
    for note in notes_of(result):
        yield ""
        yield say(note)
    if result.conflicts:
        yield ""
        yield f"**{say(phrase('explain.conflicts'))}**"
        yield ""
        yield from (f"- {say(capital(text))}" for text in told_conflicts(result.conflicts, IN_A_LIST))
    yield ""
    yield f"**{say(phrase('explain.how'))}**"
    yield ""
    yield from (f"{number}. {say(line)}" for number, line in enumerate(steps(result), 1))
    yield ""
    yield f"| {' | '.join(say(term('column', name)) for name in _COLUMNS)} |"
    yield "|---|---|---|---|---|---|"
    for entry in result.account:
        state = term("state", result.status(entry.claim).state.value)
        cells = (entry.role.label, _says(entry.claim), spoken_by(entry.claim, result.log), dated(entry.claim),
                 state, entry.because)  # fmt: skip
        yield f"| {' | '.join(say(cell) for cell in cells)} |"
    changes = list(what_would_change(result))
    if changes:
        yield ""
        yield f"**{say(phrase('explain.what_would_change'))}**"
        yield ""
        yield from (f"- {say(line)}" for line in changes)


_COLUMNS = ("role", "says", "who", "stated", "state", "why")


def steps(result: Explained) -> Iterator[Phrase]:
    """The path, a line a step: in scope, standing, voices, policy, parts and wholes."""
    account = result.account
    sources = len({entry.claim.source.id for entry in account})
    claims = phrase("count.claims", n=len(account))
    yield phrase("step.scope", claims=claims, sources=phrase("count.sources", n=sources))
    down = Counter(why for entry in account if (why := _down(result, entry)))
    fell = tuple(phrase("step.down", n=n, why=why) for why, n in sorted(down.items()))
    standing = len(account) - sum(down.values())
    yield phrase("step.standing", n=standing, fell=phrase("step.set_aside", fell=fell) if fell else "")
    yield phrase("step.voices", voices=_voices(result))
    yield _policy_step(result)
    telling = [c for c in result.constraints if c.effect is not Effect.consistent]
    telling = telling or list(result.constraints)
    if not telling:
        yield phrase("step.no_parts")
    else:
        yield phrase("step.parts", constraints=tuple(map(_constraint_text, telling)))


def _policy_step(result: Explained) -> Phrase:
    ruling = result.ruling
    answer = interval_text(ruling.low, ruling.high)
    if ruling.low is not None or ruling.high is not None:
        answer = _with_best(answer, ruling.best)
    return phrase(
        "step.policy",
        policy=policy_text(result),
        answer=answer,
        because=phrase("explain.more", text=ruling.because) if ruling.because else "",
        whose=phrase("step.rule", cites=result.cites) if result.cites else "",
    )


def _with_best(ends: Phrase, best: int | None) -> Phrase:
    return phrase("step.no_best", ends=ends) if best is None else phrase("step.best", ends=ends, n=best)


def _constraint_text(constraint: Constraint) -> Phrase:
    """A constraint and what it does; one that conflicts is told among the conflicts."""
    text: str = constraint.because
    if constraint.effect is Effect.conflicts:
        text = interval_text(constraint.low, constraint.high)
    return phrase(f"parts.{constraint.effect.value}", what=text)


def _down(result: Explained, entry: AccountEntry) -> str:
    """Why a claim is not heard by any policy, in a word or two; an empty text where it is."""
    status = result.status(entry.claim)
    if not status.countable:
        if status.fallen_with is None:
            return term("state", status.state.value)
        return phrase("step.resting_on_fallen")
    figure = entry.claim.figure
    return "" if figure is not None and figure.numeric else phrase("step.without_number")


def many_independent(known: IndependentRange) -> Phrase:
    """How many voices are independent: "3", "at least 1 and at most 3"."""
    if known.low == known.high:
        return phrase("figure.number", n=known.low)
    return phrase("step.at_least_at_most", low=known.low, high=known.high)


def _voices(result: Explained) -> Phrase:
    heard = len(result.voices)
    echoes = sum(entry.role is Role.echo for entry in result.account)
    repeats = phrase("count.echoes", n=echoes) if echoes else ""
    if heard < 2:
        voices = phrase("count.voices", n=heard)
        return phrase("step.voices_and_echoes", voices=voices, echoes=repeats) if repeats else voices
    return phrase(
        "step.independent",
        n=heard,
        many=many_independent(result.independent),
        repeats=phrase("step.repeats", echoes=repeats) if repeats else "",
    )


def claim_line(result: Explained, entry: AccountEntry) -> Phrase:
    """One claim of the account: what it says, who says so, when, and where it stands."""
    claim = entry.claim
    state = term("state", result.status(claim).state.value)
    parts: list[str] = [_says(claim), spoken_by(claim, result.log), dated(claim), state]
    if claim.observed is not None:
        parts.append(phrase("explain.counted_from", seen=term("counted_from", claim.observed.value)))
    if claim.hedged == "hedged":
        parts.append(phrase("explain.hedged"))
    elif claim.hedged is not None:
        parts.append(phrase("explain.hedged_with", words=quoted(claim.hedged)))
    return phrase("explain.dotted", parts=tuple(parts))


def _says(claim: Claim) -> str:
    """What a claim says, with its words where they say more than the number."""
    mark = "*" if imputed_in_part(claim) else ""
    text = said(claim)
    words = claim.words
    if words is None or words == text or quoted(words) == text:
        return phrase("answer.one", text=text, mark=mark)
    return phrase("explain.says_in_words", text=text, mark=mark, words=quoted(words))


def what_would_change(result: Explained) -> Iterator[Phrase]:
    """What would move the answer: a voice left out, independence declared, an official figure."""
    for change in result.sensitivity if len(result.voices) > 1 else ():
        ends = interval_text(change.low, change.high)
        if change.low is not None or change.high is not None:
            ends = _with_best(ends, change.best)
        yield phrase("change.without", voice=_left_out(change.voice, result.log), answer=ends)
    known = result.independent
    if known.low < known.high:
        yield phrase("change.declaring", high=known.high, low=known.low)
    for entry in result.account:
        status = result.status(entry.claim)
        if entry.role is Role.kept and status.state is State.contested and (missing := status.missing):
            claim, source = capital(said(entry.claim)), spoken_by(entry.claim, result.log)
            yield phrase("change.missing", claim=claim, source=source, missing=missing)


def _left_out(voice: Voice, log: Log) -> Phrase:
    """A voice as it is left out: "77 (AFP)"; the speaker first where several claims go with it."""
    first, *others = voice.claims
    if not others:
        return phrase("claim.cited", says=said(first), source=spoken_by(first, log))
    speakers = {spoken_by(claim, log) for claim in voice.claims}
    if len(speakers) == 1:
        says = phrase("list", parts=tuple(dict.fromkeys(map(said, voice.claims))))
        return phrase("claim.cited", says=speakers.pop(), source=says)
    claims = tuple(phrase("claim.cited", says=said(one), source=spoken_by(one, log)) for one in voice.claims)
    return phrase("change.whole_voice", claims=claims)


def escaped(text: str) -> str:
    """A text in which nothing is Markdown."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("\n", " ")

"""What is left over of a wording once its one count is read: understood, harmless, or a refusal.

A number is trusted only where the words about it leave it as it is. Names and ordinary words in the
place of an agent, a place or a time are harmless; a word that compares, corrects, doubts, shares out or
adds is not, nor is an unknown word right before the number.
"""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording import grammar as gr
from claimtrack.wording.anywhere import LOOKED_FOR, check_anywhere
from claimtrack.wording.company import check_company, check_since, check_spelling
from claimtrack.wording.grammar import match_back
from claimtrack.wording.harms import check_harms
from claimtrack.wording.leftover_words import (
    AFTER_NUMBER,
    ATTEMPTS,
    BEFORE_NUMBER,
    CHANGES,
    GROUPED,
    LEADING,
    MEASURING,
    MODALS,
    SCALE,
    WEIGHTS,
)
from claimtrack.wording.neighbours import SAYING
from claimtrack.wording.noun_phrases import THEM, is_of_them
from claimtrack.wording.of_them import told_of
from claimtrack.wording.outcome_corrections import is_excepted
from claimtrack.wording.outcome_phrases import match_outcome
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.rates import check_rates
from claimtrack.wording.refusals import is_read, refuse
from claimtrack.wording.rescues import is_to_save
from claimtrack.wording.rows import check_phrase, check_row
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set
from claimtrack.wording.unreal import is_unreal
from claimtrack.wording.wholes import check_kin, check_number_of, check_of, check_people

_NEAR: Final = 4
_WINDOW: Final = 6
_SIGNS: Final = frozenset("+×*=?¿÷^/#")
_OF: Final = frozenset({"of", "de", "d'", "des", "del"})
_TOWARDS: Final = word_set("to at a au aux with avec")
_NEGATORS: Final = word_set("without sans sin never jamais nunca anniversary")
_DONE_AGO: Final = word_set("ago after before earlier later of when from")
_KIN: Final = word_set("families homes houses widows wives")


def check_leftovers(s: Sentence, quantity: Quantity) -> None:
    """Refuse a wording whose left-over words could change its count.

    Raises:
        WordingError: With the reason leftover, correction or increment, at the word.
    """
    if quantity.zero:
        _check_zero(s, quantity)
        return
    telling = bool(s.seen & gr.NOT) or not _TELLING[s.g.code].isdisjoint(s.vocabulary)
    alone = not quantity.start and quantity.noun.end >= len(s.words)  # no words but the count's own
    check_rates(s, quantity)
    if not alone:
        check_harms(s, quantity)
    check_spelling(s, quantity)
    if telling:
        _check_near(s, quantity)
        check_anywhere(s, quantity)
        _check_scale(s, quantity)
        _check_attempts(s, quantity)
    if quantity.start:
        check_since(s, quantity)
        _check_before(s, quantity)
        check_of(s, quantity)
        check_kin(s, quantity)
        _check_right_before(s, quantity)
    check_people(s, quantity)
    _check_after(s, quantity)
    check_phrase(s, quantity)
    check_row(s, quantity)
    if alone:
        return
    check_number_of(s, quantity)
    check_company(s, quantity)
    if is_unreal(s, quantity) or is_excepted(s, quantity):
        refuse(s, quantity.start, quantity.noun.end)


def _check_scale(s: Sentence, quantity: Quantity) -> None:
    """Refuse "half of the 12 dead", "12 dead, or double": not "12 died in a double attack"."""
    refused = SCALE[s.g.code]
    if refused.isdisjoint(s.vocabulary):
        return
    flags, start, end = s.flags, quantity.start, max(quantity.end, quantity.noun.end)
    for at in range(start - 1, max(-1, start - _WINDOW - 1), -1):
        if s.words[at] in refused and not is_read(s, at):
            refuse(s, at, quantity.end)
        verb = s.words[at] in LEADING[s.g.code] - _OF or flags[at] & (gr.AUX | gr.HAVE | gr.OUTCOME | gr.STOP)
        if verb or s.words[at] in ",(" or (flags[at] & gr.PREP and s.words[at] not in _OF):
            break
    for at in range(quantity.end, min(len(flags), end + 4)):
        if (
            s.words[at] in ",;.:"
            or any(flag & gr.UNIT for flag in flags[at + 1 : at + 3])
            or match_back(s.g.parts, s.words, at) is not None
            or flags[at] & (gr.STOP | gr.JOIN)
            or (flags[at] & gr.PREP and s.words[at] not in _OF)
        ):
            break
        if s.words[at] in refused and not is_read(s, at):
            refuse(s, quantity.start, at + 1)


def _check_attempts(s: Sentence, quantity: Quantity) -> None:
    """Refuse "tried to kill 12", "initially 12 dead", "could kill 12"."""
    refused = ATTEMPTS[s.g.code]
    if not refused.isdisjoint(s.vocabulary):
        named = quantity.noun.outcome is not None and not quantity.governed
        for at, word in enumerate(s.words[: max(quantity.end, quantity.noun.head + 1)]):
            if word in refused and not is_read(s, at):
                before = word in _BEFORE_THEN and s.words[at + 1 : at + 2] == [","]
                if (named and word in _FAILED) or before or is_to_save(s, at, quantity):
                    continue  # "failed to recover the 15 abducted people", "Previously, 12 were killed"
                refuse(s, at, at + 1)
    if MODALS.isdisjoint(s.vocabulary):
        return
    for at, word in enumerate(s.words):
        if word in MODALS and not is_read(s, at):
            close = range(at + 1, min(len(s.words), at + 6))
            counted = at < quantity.start <= at + 3
            subject = at == quantity.noun.end and quantity.outcome is None and quantity.noun.people
            if counted or subject or any(match_outcome(s.g, s.words, place) for place in close):
                refuse(s, at, at + 1)


_BEFORE_THEN: Final = word_set("previously auparavant anteriormente")
_FAILED: Final = word_set("failed fails failing plan plans planned wanted wants hoped tente tentent echoue")


def _check_zero(s: Sentence, quantity: Quantity) -> None:
    """Refuse a "no" that denies some of the losses only, or not quite."""
    if s.words[quantity.core] not in {"0", "zero"}:
        for at in range(max(0, quantity.start - 3), quantity.start):
            if s.words[at] in _NOT_QUITE:
                refuse(s, at, quantity.end)
    at = quantity.end
    others = gr.DIGIT | gr.NUMBER | gr.OUTCOME
    counted = any(flag & others and not flag & gr.ENDS for flag in s.flags[at : at + 4])
    if counted and s.words[at] in _OF:
        refuse(s, quantity.start, at + 1)
    check_anywhere(s, quantity)


_NOT_QUITE: Final = word_set(
    "virtually practically nearly almost little presque quasiment casi practicamente if few not hardly or"
)


def _check_near(s: Sentence, quantity: Quantity) -> None:
    """Refuse what stands close by and was not read: "not", "as … as", "than"."""
    if not s.seen & gr.NOT and _LOOKED_NEAR.isdisjoint(s.vocabulary):
        return
    for at in range(quantity.start - 1, max(-1, quantity.start - _NEAR - 1), -1):
        if s.flags[at] & gr.NOT and at >= quantity.start - 3:
            refuse(s, at, quantity.end, WordingReason.correction)
        if _weighs(s, at):
            refuse(s, at, quantity.end)
    for at in range(quantity.end, min(len(s.words), quantity.noun.end + 5)):
        if s.words[at] in ",.;:(" or s.words[at] in _RELATIVE:
            break
        if s.words[at] in _DENYING and not is_read(s, at) and s.words[at + 1 : at + 2] != ["-"]:
            if s.words[at + 1 : at + 2] and s.words[at + 1] in _TELL:
                break  # "seven rebels died but he did not say whether"
            if not _RECORDED.isdisjoint(s.words[at + 1 : at + 4]) or _denies_other(s, quantity, at):
                break  # "many deaths are not recorded", "12 teachers did not take classes"
            refuse(s, quantity.start, at + 1, WordingReason.denial)
    for at in range(quantity.end, min(len(s.words), quantity.end + 2)):
        if _weighs(s, at):
            refuse(s, quantity.start, at + 1)


def _denies_other(s: Sentence, quantity: Quantity, at: int) -> bool:
    """Whether people are said not to have done something, not to have been spared or found."""
    if quantity.noun.head < 0 or quantity.noun.outcome is not None or quantity.outcome is not None:
        return False
    vague = quantity.extent is None or quantity.extent.number is None
    ahead = range(at + 1, min(len(s.words), at + 2 + _NEAR))
    told = gr.FATE | gr.REPORT | gr.UNKNOWN
    return (
        not vague
        and len(ahead) > 1
        and not any(s.flags[p] & told or match_outcome(s.g, s.words, p) for p in ahead)
    )


def _weighs(s: Sentence, at: int) -> bool:
    """Whether a word weighs on the number: "as many", not "as fighting spreads"; "teams of", not "teams"."""
    word = s.words[at]
    if word not in WEIGHTS or is_read(s, at):
        return False
    following = s.words[at + 1] if at + 1 < len(s.words) else ""
    if following in _SOONER or following.endswith(_ADVERBS) or (word == "high" and following in _SCHOOLS):
        return False  # "plus tard", "les plus durement touchées"
    if word == "as":
        return following in _SO and not (at == 0 and s.words[1:3] == ["well", "as"])
    if word == "how":
        return following in _SO  # not "how bandits killed 38 villagers"
    return word not in GROUPED or following in _OF


_ADVERBS: Final = ("ement", "amment", "emment")
_SCHOOLS: Final = word_set("school schools court commissioner commission command street")
_SOONER: Final = word_set("tot tard tarde temprano")
_RELATIVE: Final = word_set("who whose that which qui que dont quienes parce puisque because porque")
_DENYING: Final = word_set("not never neither n't n' ne pas jamais no ni nunca")
_TELL: Final = word_set("say specify elaborate")
_RECORDED: Final = word_set(
    "enregistres enregistrees recenses recensees comptabilises recorded registered documented"
)
_LOOKED_NEAR: Final = WEIGHTS | _DENYING
_TELLING: Final = {
    code: words | SCALE[code] | ATTEMPTS[code] | MODALS | _LOOKED_NEAR for code, words in LOOKED_FOR.items()
}
"""Words without which a wording needs no closer look at those that may change it."""
_SO: Final = word_set("many much few little high low large big well good bad")


def _check_before(s: Sentence, quantity: Quantity) -> None:
    """Refuse a change, a place in a row or an exclusion close before the number ("rose by 12")."""
    refused = BEFORE_NUMBER[s.g.code]
    for at in range(quantity.start - 1, max(-1, quantity.start - _WINDOW), -1):
        word = s.words[at]
        if word in ".;:,":
            return
        if word in _TOWARDS and at == quantity.start - 1:
            refused = refused - CHANGES  # "rose to 12", "revu à la hausse avec cinq morts"
        if word in _AMONG and s.words[at + 1] in THEM:
            return  # "parmi eux 12 enfants"
        if (word, s.words[at + 1]) in _BORDERS:
            continue  # "sans nouvelles de cinq soldats"
        if word in _SAME and (at < quantity.start - 1 or s.words[at - 1] == "quand"):
            continue  # "ce même responsable donne 264 morts"
        if word in refused and not is_read(s, at) and not _of_time(s, at):
            refuse(s, at, quantity.end)
        if s.flags[at] & gr.OUTCOME and not s.flags[at] & gr.LOSS:
            refused = _NEGATORS


_SAME: Final = word_set("same meme memes mismo misma mismos mismas")
_BORDERS: Final = frozenset({
    ("without", "borders"), ("sans", "frontieres"), ("meme", "si"), ("sans", "nouvelles"),
})  # fmt: skip
_AMONG: Final = word_set("among amongst parmi")


def _of_time(s: Sentence, at: int) -> bool:
    """Whether a word tells a time: "last week", "la semaine dernière", "since 2022"."""
    if s.words[at] in {"added", "adds"}:
        return s.words[at + 1 : at + 2] == ["that"]
    if s.words[at] == "earlier":
        return bool(_SAYING & {*s.words[at - 1 : at], *s.words[at + 1 : at + 2]})
    if s.words[at] == "other":
        return s.words[at + 1] in SAYING  # "the other said 320"
    if s.words[at] == "since":
        return any(flag & (gr.DIGIT | gr.MONTH | gr.UNIT) for flag in s.flags[at + 1 : at + 3])
    beside = s.flags[at - 1 : at] + s.flags[at + 1 : at + 2]
    if s.words[at] in _NEWEST and s.words[at + 1] in _REPORTS:
        return True  # "le dernier bilan", not "le précédent bilan"
    return s.words[at] in _ROWS and any(flag & (gr.UNIT | gr.MONTH) for flag in beside)


_NEWEST: Final = word_set("dernier last latest first premier ultimo primer")
_REPORTS: Final = word_set("bilan bilans toll tally report balance")
_SAYING: Final = SAYING | {"that", "on", "in", "this"}
_ROWS: Final = word_set(
    """
    last next first final previous same dernier derniere derniers dernieres prochain prochaine premier
    premiere precedent ultimo ultima proximo proxima primer primera mismo misma anterior
    """
)
_KNOWN: Final = (
    gr.ENDS | gr.AUX | gr.HAVE | gr.PASS | gr.DET | gr.PREP | gr.JOIN | gr.OUTCOME | gr.TAIL | gr.MONTH
    | gr.UNIT | gr.STOP | gr.DIGIT | gr.PERSON | gr.SINGLE | gr.THING | gr.NUMBER | gr.ARTICLE | gr.REPORT
)  # fmt: skip
"""What a word right before a number may be: any of the words that the tables know."""


def _check_right_before(s: Sentence, quantity: Quantity) -> None:
    """Refuse an unknown word right before the number, unless it is a name or a mark."""
    at = quantity.start - 1
    if at < 0 or s.g.code == "ar":
        return
    word = s.words[at]
    if word in _SIGNS or (word == "-" and s.tokens.glued(at) and at == 0):
        refuse(s, at, quantity.end)
    if word == "au" and s.words[at - 1] in _OF:
        refuse(s, at, quantity.end)  # "la mort d'au 20 personnes": "moins" or "plus" is missing
    if s.flags[at] & _KNOWN or not word[0].isalpha() or word in LEADING[s.g.code] or is_read(s, at):
        return
    owner = at - 1 if word == "s" else at  # "Gaza's more than 2 million residents"
    if owner > 0 and s.tokens.cut(owner, owner + 1)[0].isupper() and not s.tokens.text.isupper():
        return
    if at and s.flags[at - 1] & gr.PREP and s.words[at - 1] not in _OF_OR_TO:
        return
    counted = quantity.noun.people or quantity.noun.outcome is not None
    verb = quantity.outcome is not None and len(word) > _LONG and word.endswith(_VERBAL)
    if (
        not (counted or verb)
        or word in MEASURING
        or word == "d"
        or (len(word) > _LONG and word.endswith(_DEGREES))
    ):
        refuse(s, at, quantity.end)


_OF_OR_TO: Final = _OF | {"to"}
_LONG: Final = 4
_VERBAL: Final = (
    "ed", "ing", "aient", "erent", "irent", "ait", "ant", "ent", "aron", "ieron", "aban", "ian", "ando",
    "iendo",
)  # fmt: skip
_DEGREES: Final = ("ly", "ment", "mente", "ible", "ial")
"""Endings of words that may weigh the number after them: "relatively", "possible", "potential"."""


def _check_after(s: Sentence, quantity: Quantity) -> None:
    """Refuse "12 of whom", "a hundred-odd thousand", "12 a day", "12 dead, later revised"."""
    words, end = s.words, quantity.end
    last = max(end, quantity.noun.end)
    after = AFTER_NUMBER[s.g.code]
    for at in range(end, min(len(words), last + 2)):
        if at == end and is_of_them(words, end):
            if not told_of(s, quantity):
                refuse(s, quantity.start, end + 2)
        elif words[at] in _SHARING and _shares_out(s, at, end, last):
            refuse(s, quantity.start, min(at + 2, len(words)))
    for at in range(end, len(words)) if not after.isdisjoint(words) else ():
        if words[at] in after and not is_read(s, at) and not _are_lowered(s, quantity, at):
            refuse(s, quantity.start, at + 1)
    cut_off = words[end:] == ["-"]
    if cut_off or (end < len(words) and (words[end] in s.g.scales or words[end] in s.g.collectives)):
        refuse(s, quantity.start, end + 1)


def _are_lowered(s: Sentence, quantity: Quantity, at: int) -> bool:
    """Whether people, not a toll, were let down: "13 rescuers were lowered by helicopter"."""
    plain = quantity.noun.people and quantity.noun.outcome is None and quantity.outcome is None
    return plain and s.words[at] == "lowered" and at == quantity.noun.end + 1


def _shares_out(s: Sentence, at: int, end: int, last: int) -> bool:
    """Whether the words at a token make the number a part, a rate, or a count of others."""
    words, flags = s.words, s.flags
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in _KIN:
        return bool(at and flags[at - 1] & gr.PERSON)
    if (word, following) == ("out", "of"):
        return at == end or any(flag & (gr.NUMBER | gr.DIGIT) for flag in flags[at + 2 : at + 5])
    if not following or (word, following) in _SHARES:
        aged = any(flag & gr.UNIT for flag in flags[at + 2 : at + 5])  # "trois enfants de moins de 15 ans"
        return bool(following) and not aged
    if word in _OF:
        if following in _WHOM and at == end:
            return True
        return following in _ANIMALS and at >= last
    if word in {"a", "an"} and s.g.code == "en" and flags[at + 1] & gr.UNIT:
        return at + 2 >= len(words) or words[at + 2] not in _DONE_AGO
    return False


_WHOM: Final = word_set("whom them which those these us entre ellos ellas")
_ANIMALS: Final = word_set(
    "animals cattle cows goats sheep camels horses donkeys dogs pigs livestock betail animales"
)
_SHARES: Final = frozenset({
    ("too", "many"), ("at", "first"), ("de", "plus"), ("de", "moins"), ("de", "mas"),
    ("de", "menos"), ("de", "media"),
})  # fmt: skip
_SHARING: Final = _KIN | _OF | {"out", "a", "an"} | {word for word, _ in _SHARES}
"""Words at which a number may turn out to be a part, a rate, or a count of others."""

"""Numbers that are no counts: dates, years, ages, clock times, names, ratios, money."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import WordingReason
from claimtrack.wording import grammar as gr
from claimtrack.wording.grammar import Grammar
from claimtrack.wording.labels import HOUR, ends_a_pair, is_label, is_name, is_noun
from claimtrack.wording.noun_phrases import MONEY, PERCENT, NounPhrase
from claimtrack.wording.numbers import Number, is_number, read_number
from claimtrack.wording.outcome_phrases import match_outcome
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set
from claimtrack.wording.years import could_be_year, is_bare, is_dated, opens_range

_BEFORE_YEAR: Final = word_set(
    """
    in since during of by until from year mid early late before after around en depuis fin debut an ete
    hiver printemps automne
    annee de des jusqu' a desde hasta ano mid- and et through to end spring summer fall winter
    """
)
AGED: Final = word_set("aged age ages agee ages age agees edad")
_FRACTIONS: Final = word_set(
    "third thirds quarter quarters tiers quarts quart fifths fifth tenths tercio tercios"
)
_MEMBERS: Final = word_set("man member person")
_CREWS: Final = word_set("team crew squad delegation patrol family unit expedition")
_SUFFIXES: Final = word_set("odd plus something strong")


def not_a_count(s: Sentence, start: int, number: Number) -> WordingReason | None:
    """Why a number counts nothing, or `None` where it may."""
    words, flags = s.words, s.flags
    end = number.end
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    if before in MONEY or after in MONEY or (before == "." and start > 1 and words[start - 2] in MONEY):
        return WordingReason.money
    if after in PERCENT:
        return WordingReason.percentage
    reason = _by_what_follows(s, end, number) if after else None
    if reason is None and number.digits and is_label(s, start, before, after):
        reason = WordingReason.not_a_count
    if reason is not None:
        return reason
    following = flags[end] if end < len(words) else 0
    if not before:
        named = after in _YEAR_ENDS or after in _YEAR_THEN or after[0].isdigit()
        leads = following & (gr.PREP | gr.AUX) and after not in _OF
        return WordingReason.not_a_count if (named or leads) and could_be_year(number) else None
    if following & gr.OUTCOME and match_outcome(s.g, words, end) is None:
        following &= ~gr.OUTCOME  # "France 24 fait état de"
    if _is_labelled(s, start, number, after) or _is_cited(s, start, number, after):
        return WordingReason.not_a_count
    if number.digits and (is_name(s, start, number, following) or ends_a_pair(s, start, number.end)):
        return WordingReason.not_a_count
    if number.digits and not following and words[max(0, start - 2) : start] == ["as", "of"]:
        return WordingReason.not_a_count
    if following & gr.OUTCOME:
        event = could_be_year(number) and after in _EVENTS  # "his June 24, 2005 murder"
        dated = number.digits and (event or flags[start - 1] & gr.MONTH)
        return WordingReason.not_a_count if dated else None
    if following & (gr.PERSON | gr.SINGLE):
        return None
    return _by_what_precedes(s, start, number)


_YEAR_ENDS: Final = frozenset({"", ":", "-", ","})
_YEAR_THEN: Final = word_set("that which when who qui que ou")
_OF: Final = frozenset({"of", "de", "d'"})
_EVENTS: Final = word_set(
    "murder killing massacre death assassination execution kidnapping abduction shooting slaying"
)


def _is_cited(s: Sentence, start: int, number: Number, after: str) -> bool:
    """Whether a number is an age, a footnote or an English year: "dies at 75", "[3]", "a 2018 massacre"."""
    words, before = s.words, s.words[start - 1]
    if before in AGED or (before == "[" and after == "]"):
        return True
    if before == "as" and words[start - 2 : start - 1] in _YOUNG:
        return True  # "children as young as four"
    if before in _BOUNDS and words[start - 2] in _WERE and not _THEM.isdisjoint(words[start - 4 : start - 2]):
        return not is_noun(s, number.end)  # "many of whom were under 18"
    if before == "per" or (before in _BOUNDS and start > 1 and not is_noun(s, number.end)):
        return before == "per" or bool(s.flags[start - 2] & gr.PERSON)  # "children under five"
    if before in _WAS and words[start - 2 : start - 1] in _HE and not is_noun(s, number.end):
        return number.value < _OLDEST  # "he was 24"
    if before == "at" and number.digits and not is_noun(s, number.end) and _ends_a_life(s, start - 2):
        return True
    if before in _ABOUT and words[start - 2 : start - 1] == ["at"] and not is_noun(s, number.end):
        return number.value <= _HOURS_A_DAY and _PUT_AT.isdisjoint(s.vocabulary)
    if before == "a" and s.g.code == "en" and len(words[start]) == HOUR and words[start][:2] in {"19", "20"}:
        return True
    return start > 1 and before in {"of", "de", "between", "entre"} and words[start - 2] in AGED


def _is_labelled(s: Sentence, start: int, number: Number, after: str) -> bool:
    """Whether a number is of a name or a year: "Serres (64)", "Bilan 2019", "split in two"."""
    words, before = s.words, s.words[start - 1]
    if before == "(" and after == ")" and number.digits and start > 1:
        return not s.flags[start - 2] and s.tokens.is_named(start - 2)
    if before in _TOLLS and could_be_year(number):
        return not is_noun(s, number.end)
    if before == "of" and words[start - 2] == "out" and start > 2 and s.flags[start - 3] & gr.UNIT:
        return not is_noun(s, number.end)  # "12 hours out of 24"
    return before == "in" and not number.digits and words[start - 2] in _SPLIT


_WERE: Final = word_set("were was are is")
_THEM: Final = word_set("whom them who")
_BOUNDS: Final = frozenset({"under", "over", "below", "above"})
_WAS: Final = frozenset({"was", "is"})
_HE: Final = (["he"], ["she"])
_YOUNG: Final = (["young"], ["old"])
_TOLLS: Final = word_set("bilan toll report balance")
_SPLIT: Final = word_set("split cut divided broke broken itself themselves")


def _ends_a_life(s: Sentence, at: int) -> bool:
    """Whether one person's death is told at a token: "Arafat dead at 75", not "put the dead at 75"."""
    return at >= 0 and s.words[at] in _DIES and _PUT_AT.isdisjoint(s.vocabulary)


_ABOUT: Final = word_set("about around approximately")
_HOURS_A_DAY: Final = 24
_DIES: Final = word_set("dead died dies killed")
_PUT_AT: Final = word_set(
    "put puts putting number toll estimated estimate estimates count total tally stands stood remains"
)


def _by_what_follows(s: Sentence, end: int, number: Number) -> WordingReason | None:
    words, flags = s.words, s.flags
    after, flag = words[end], flags[end]
    following = words[end + 1] if end + 1 < len(words) else ""
    if flag & gr.UNIT and not flag & gr.OUTCOME:
        return WordingReason.not_a_count
    if flag & gr.JOIN and following and _shares_unit(s, end + 1):
        return WordingReason.not_a_count
    if number.digits and after[0].isdigit() and not could_be_year(number):
        return WordingReason.alternatives
    if (
        flag & gr.MONTH
        and number.digits
        and number.value <= 31
        and not (after == "may" and following in _MAY_BE)
    ):
        return WordingReason.not_a_count
    if after == "de" and end + 1 < len(words) and flags[end + 1] & gr.MONTH:
        return WordingReason.not_a_count
    if after in {"/", ":"} and following[:1].isdigit():
        return WordingReason.not_a_count
    if after in {"a", "p"} and following == "." and end + 2 < len(words) and words[end + 2] == "m":
        return WordingReason.not_a_count
    if after == "-" and following:
        return _by_hyphen(s, end)
    return WordingReason.percentage if after in _FRACTIONS else None


def _by_hyphen(s: Sentence, end: int) -> WordingReason | None:
    """Tell "12-hour", "two-thirds" and "12-story" from "12-dead", "30-odd" and "sixty-two"."""
    following, flag = s.words[end + 1], s.flags[end + 1]
    if flag & gr.UNIT:
        return WordingReason.not_a_count
    if not following[0].isalpha() or not s.tokens.glued(end):
        return None
    if following in _FRACTIONS:
        return WordingReason.percentage
    crew = following in _MEMBERS and not _CREWS.isdisjoint(s.words[end + 2 : end + 5])
    counted = crew or following in _SUFFIXES or following in s.g.small or flag & (gr.NUMBER | gr.OUTCOME)
    return None if counted else WordingReason.not_a_count


def _shares_unit(s: Sentence, at: int) -> bool:
    """Whether another number follows with a unit for both: "who were 61 and 48 years old"."""
    if s.words[at] in {"le", "the"} and at + 1 < len(s.words):
        at += 1
    other = read_number(s.g, s.words, at) if s.flags[at] & (gr.NUMBER | gr.DIGIT) else None
    if not isinstance(other, Number) or other.end >= len(s.words):
        return False
    flag = s.flags[other.end]
    if flag & gr.MONTH:
        return other.digits and other.value <= _LAST_DAY
    return bool(flag & gr.UNIT) and not flag & gr.OUTCOME


_LAST_DAY: Final = 31
_MAY_BE: Final = word_set("have be also well still yet never not")


def _by_what_precedes(s: Sentence, start: int, number: Number) -> WordingReason | None:
    words, flags = s.words, s.flags
    end = number.end
    before, flag = words[start - 1], flags[start - 1]
    earlier = flags[start - 2] if start > 1 else 0
    after = words[end] if end < len(words) else ""
    noun_follows = bool(after) and after[0].isalpha() and not flags[end] & gr.ENDS and after != "s"
    if noun_follows and not flags[end] and after.endswith(("ing", "ed")):
        noun_follows = bool(flags[end + 1 : end + 2]) and bool(flags[end + 1] & gr.PERSON)
    if number.digits and not noun_follows and (flag & gr.MONTH or (before == "." and earlier & gr.MONTH)):
        return WordingReason.not_a_count
    people = end < len(words) and flags[end] & (gr.PERSON | gr.SINGLE | gr.OUTCOME)
    in_month = number.value <= _LAST_DAY and not people  # "a June 30 confrontation"
    if number.digits and flag & gr.MONTH and (in_month or could_be_year(number)):
        return WordingReason.not_a_count
    if could_be_year(number) and not noun_follows and _is_year(s, start, number):
        return WordingReason.not_a_count
    if flag & gr.UNIT and number.digits and not noun_follows and not _is_time(words, start):
        return WordingReason.not_a_count
    if before in {".", ":"} and start > 1 and words[start - 2] in {"no", "nr", "nos"} and not noun_follows:
        return WordingReason.not_a_count
    if before == "/" and start > 1 and words[start - 2][:1].isdigit():
        return WordingReason.not_a_count
    if could_be_year(number) and end == len(words) and is_dated(s, start - 1):
        return WordingReason.not_a_count
    if number.digits and before == "le" and not noun_follows and number.value <= 31:
        return WordingReason.not_a_count
    if number.digits and not noun_follows and _stands_apart(s, start, number, after):
        return WordingReason.not_a_count
    return None


def _is_year(s: Sentence, start: int, number: Number) -> bool:
    """Whether a number like a year, with no noun after it, is one: "Coupe du monde 1982"."""
    before = s.words[start - 1]
    led = before in _BEFORE_YEAR or before in {"(", "-", ",", "/"}
    if led and not opens_range(s, number):
        return True
    return len(s.words[start]) == HOUR and is_bare(s, start, number)


def _stands_apart(s: Sentence, start: int, number: Number, after: str) -> bool:
    """Whether a bare number is an age after a name or a year: "Banky, 40.", "tuée en 375"."""
    before = s.words[start - 1]
    if before == "," and after == "," and start > 1 and s.flags[start - 2] & gr.SINGLE:
        return number.value < _OLDEST  # "a woman, 34, was killed"
    if before == "," and start > 1 and number.value < _OLDEST and not s.flags[start - 2]:
        following = s.flags[number.end + 1] if number.end + 1 < len(s.words) else 0
        bare = after in {"", "."} or bool(following & gr.PREP) or (after in _ONE_IS and number.value > 1)
        return after in {",", ")"} or (bare and (s.tokens.is_named(start - 2) or s.tokens.text.isupper()))
    if before in _WEEKDAYS and number.value <= _LAST_DAY:
        return True  # "la nuit du lundi 24 au mardi 25"
    if before == ")" and start > 1 and s.words[start - 2] in _WEEKDAYS:
        return True  # "la nuit du (mardi) 17 au (mercredi) 18 septembre"
    if before == "both" and start > 1 and s.words[start - 2] == ",":
        return after in {"", ",", "."}  # "both 51, died"
    if before == "on" and number.value <= _LAST_DAY:
        return True  # "to walk out on 21"
    if before == "-" and start > 1 and s.flags[start - 2] & gr.BEFORE:
        return True  # "Highway -37"
    if before in {"in", "en"} and not opens_range(s, number):
        return not s.words[start - 2].startswith("result")
    return False


_WEEKDAYS: Final = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi
    dimanche lunes martes miercoles jueves viernes sabado domingo
    """
)
_ONE_IS: Final = word_set("is was has est etait es fue era")
_OLDEST: Final = 110


def _is_time(words: list[str], start: int) -> bool:
    """Whether "last week" stands before a number, so that "week 12" is not meant."""
    return start > 1 and words[start - 2] in _LAST


_LAST: Final = word_set("last this next past that")


def is_share(s: Sentence, noun: NounPhrase) -> bool:
    """Whether "one soldier in five", "un soldat sur deux" or "12 soldiers out of 40" follows."""
    words, flags, at = s.words, s.flags, noun.end
    if at >= len(words) or words[at] not in _SHARING:
        return False
    after, second = ([*words[at : at + 2], "", ""])[:2]
    if (after, second) == ("out", "of"):  # not "pulled 12 people out of the rubble"
        return any(flag & (gr.NUMBER | gr.DIGIT) for flag in flags[at + 2 : at + 6])
    if (after, second) in _OUT_OF:
        return True
    if after not in {"in", "sur", "of"} or at + 1 >= len(words) or not flags[at + 1] & (gr.NUMBER | gr.DIGIT):
        return False
    if after == "of":
        return noun.end == noun.start
    behind = flags[at + 2] if at + 2 < len(words) else gr.ENDS
    if after == "in":
        one = words[noun.start - 1] == "1" and second.isdigit()
        bare = noun.end == noun.start and s.flags[noun.start - 1] & (gr.NUMBER | gr.DIGIT | gr.ARTICLE)
        closes = gr.ENDS | gr.OUTCOME | (gr.PERSON if bare else 0)  # "six in ten residents"
        homes = bare and at + 2 < len(words) and words[at + 2] in _HOMES
        return (second in s.g.small or one) and (homes or bool(behind & closes))
    return not behind & (gr.UNIT | gr.THING)


_HOMES: Final = word_set("families households homes")
_SHARING: Final = word_set("out of in de sur")
_OUT_OF: Final = frozenset({("of", "every"), ("in", "every"), ("de", "cada")})


def past_range(g: Grammar, words: list[str], end: int) -> int:
    """Skip the other end of a range of ages or years, and the rest of a date in digits."""
    links = g.links | {"/"}
    while end + 1 < len(words) and words[end + 1][0].isdigit() and words[end] in links:
        if words[end].isalpha() and len(words[end + 1]) < 4 <= len(words[end - 1]):
            break  # "en juin 2009 à 15 gendarmes"
        end += 2
    return end


def past_list(s: Sentence, end: int) -> int:
    """Skip the rest of a list of ages ("aged 4, six and 9")."""
    at = end
    while at < len(s.words) and (s.words[at] == "," or s.flags[at] & gr.JOIN):
        at += 1
        if is_number(s.g, s.words, at) and not (at + 1 < len(s.words) and s.flags[at + 1] & gr.PERSON):
            at = end = at + 1
    return end


def past_whole(s: Sentence, end: int) -> int:
    """Skip the whole of a share: the "five" of "four out of five victims"."""
    for at in range(end, min(len(s.words), end + 4)):
        if s.flags[at] & (gr.NUMBER | gr.DIGIT):
            number = read_number(s.g, s.words, at)
            return number.end if isinstance(number, Number) else at + 1
        if s.flags[at] & (gr.STOP | gr.AUX | gr.HAVE) or s.words[at] == ",":
            break
    return end

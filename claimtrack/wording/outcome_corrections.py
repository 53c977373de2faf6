"""What the rest of a sentence makes of an outcome: who is excepted, who died of wounds, who only tells it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from claimtrack.wording import grammar as gr
from claimtrack.wording.outcome_phrases import match_outcome
from claimtrack.wording.quantity import Quantity
from claimtrack.wording.sentences import Sentence
from claimtrack.wording.tokens import word_set

_NEAR: Final = 3
_LATER: Final = 6
_WHOLE: Final = 8
_ENDS: Final = frozenset(".;?!")
_ADVERBS: Final = ("ly", "ment", "mente")

HELD: Final = frozenset({"captured", "abducted", "displaced"})
FREED: Final = word_set(
    """
    freed released rescued escaped swapped exchanged pardoned returned liberes liberees libere relache
    relaches relachees evades echanges echangees rentres rentrees liberados liberadas canjeados
    """
)
"""Verbs before or after which "12 hostages" are no longer held, and "3,000 displaced" at home again."""
_EXCEPT: Final = word_set(
    """
    except excepting exception barring hormis excepte exceptes exceptee sauf salvo excepto excepcion
    """
)
_SAVE: Final = frozenset({("save", "for")})
_BESIDE: Final = frozenset({
    ("apart", "from"), ("aside", "from"), ("a", "part"), ("not", "including"), ("not", "counting"),
    ("sans", "compter"),
})  # fmt: skip
"""They leave people out of a count, not of the whole."""
_ALL: Final = word_set("all every everyone everybody tous toutes tout todos todas")
_BUT: Final = word_set("but")
_WHO: Final = word_set("who that which qui que quienes")
_DIED: Final = word_set(
    """
    died die dies succumbed succumb perished succombe succombent succomberont decederent moururent murio
    murieron fallecio fallecieron
    """
)
_DEAD: Final = word_set("dead mort morts morte mortes decede decedes decedee decedees")
_BODIES: Final = word_set(
    """
    bodies body remains corpses corps depouilles depouille cadavres cuerpos cadaveres
    death deaths deces mort muerte muertes
    """
)
_OF: Final = word_set("of the de des d' los las")
_HURT: Final = frozenset({"wounded", "captured", "abducted", "missing"})
_ACCORDING: Final = frozenset({("according", "to"), ("d'", "apres")})
_SELON: Final = word_set("selon segun")
_SPEAKERS: Final = word_set(
    """
    source sources witness witnesses eyewitness eyewitnesses official officials doctor doctors medic medics
    resident residents villager villagers survivor survivors nurse nurses officer officers relative relatives
    temoin temoins medecin medecins responsable responsables habitant habitants elu elus riverain riverains
    infirmier infirmiers testigo testigos medico medicos fuente fuentes
    """
)


def correct_outcomes(s: Sentence, found: list[Quantity]) -> None:
    """Take back or change the outcomes that the rest of the sentence says otherwise about."""
    excepting = not _EXCEPTING.isdisjoint(s.vocabulary)
    for index, quantity in enumerate(found):
        if quantity.reason is None and quantity.outcome is not None:
            if quantity.outcome in _HURT:
                _correct_death(s, quantity, found[index - 1] if index else None)
            if quantity.outcome in HELD:
                _free(s, found, index)
            _correct_wounds(s, quantity)
            if quantity.outcome == "missing" and _is_safe(s, quantity):
                _let_go(found, index)
        if excepting:
            _leave_out(s, found, index)
    if not _TELLING.isdisjoint(s.vocabulary):
        _leave_out_sources(s, found)


_EXCEPTING: Final = _EXCEPT | _BUT | {word for pair in _SAVE | _BESIDE for word in pair[:1]}
_TELLING: Final = _SELON | {"according", "apres"}


def _correct_death(s: Sentence, quantity: Quantity, last: Quantity | None) -> None:
    """Let "seven of the wounded died" and "the bodies of two hostages" be deaths."""
    if quantity.noun.outcome != quantity.outcome:
        return
    before = s.words[max(0, quantity.start - _NEAR) : quantity.start]
    if (before and before[-1] in _OF and not _BODIES.isdisjoint(before)) or _dies(s, quantity):
        if last is not None and _is_part_of(s, last, quantity):
            quantity = last  # "three of the four missing were found dead"
        quantity.outcome = "killed"


def _is_part_of(s: Sentence, part: Quantity, whole: Quantity) -> bool:
    between = s.words[part.end : whole.start]
    return part.reason is None and bool(between) and _OF.issuperset(between)


def _dies(s: Sentence, quantity: Quantity) -> bool:
    """Whether those counted are the subject of a death: "wounded people later died"."""
    start = max(quantity.end, quantity.noun.end)
    for at in range(start, min(len(s.words), start + _LATER)):
        word = s.words[at]
        if word in _DIED:
            return True
        helps = s.flags[at] & (gr.AUX | gr.HAVE) or word in _WHO or word in _THEN or word.endswith(_ADVERBS)
        if not helps:
            break
    verb = _main_verb(s, quantity)
    if verb is None:
        return False
    done = s.words[verb : verb + _NEAR + 1]
    return not _DEAD.isdisjoint(done) or any(_is_killed(s, at) for at in range(verb - 1, verb + len(done)))


def _is_killed(s: Sentence, at: int) -> bool:
    found = match_outcome(s.g, s.words, at) if s.flags[at] & gr.OUTCOME else None
    return found is not None and found[0] == "killed"


def _main_verb(s: Sentence, quantity: Quantity) -> int | None:
    """What follows the helpers of the verb of a clause: "arrested on Monday were [found dead]"."""
    start = max(quantity.end, quantity.noun.end)
    several = quantity.extent is not None and (quantity.extent.low or 0) > 1
    for at in range(start, min(len(s.words) - 1, start + _CLAUSE)):
        flag, word = s.flags[at], s.words[at]
        stops = flag & (gr.STOP | gr.JOIN | gr.NUMBER | gr.DIGIT) and not flag & gr.ARTICLE
        if stops or word in _CLAUSE_ENDS or (word in _WHO and at > start):
            return None
        if flag & (gr.PERSON | gr.SINGLE) and not _AFTER.isdisjoint(s.words[start:at]):
            return None  # "30 injured after gunmen were killed"
        if several and word in _ONE_IS:
            return None  # "30 injured in a raid on a camp was …"
        if flag & (gr.AUX | gr.HAVE) and not flag & gr.PREP and word not in _AT:
            end = at + 1
            while end < len(s.words) and s.flags[end] & (gr.AUX | gr.HAVE):
                end += 1
            return end
    return None


_CLAUSE: Final = 12
_CLAUSE_ENDS: Final = word_set(", : ( as when once until quand lorsque alors cuando")
_AFTER: Final = word_set("after before apres avant tras antes")
_ONE_IS: Final = word_set("was is has est etait sera fue es ha")
_LIST: Final = 30
_AT: Final = word_set("a")
_THEN: Final = word_set("later then since subsequently ayant puis ensuite depuis luego despues en")


def _correct_wounds(s: Sentence, quantity: Quantity) -> None:
    """Let those evacuated with wounds be wounded, and those who hurt somebody be not."""
    noun = quantity.noun
    ahead = s.words[noun.end - 1 : noun.end + _WHOLE] if quantity.outcome in _UNSETTLED else []
    if quantity.outcome == "displaced" and not _MOVED.isdisjoint(ahead):
        if not (_WOUNDS.isdisjoint(ahead) and _WOUNDED.isdisjoint(s.words[noun.start : noun.end])):
            quantity.outcome = "wounded"
        elif not _MEDICAL.isdisjoint(s.vocabulary if noun.end == quantity.end else ahead):
            quantity.outcome = None  # "eight were evacuated by helicopter"
    elif quantity.outcome == "displaced" and not _TRIED.isdisjoint(ahead):
        quantity.outcome = None  # "three who tried to flee were gunned down"
    elif quantity.outcome == "wounded or displaced" and not _MOVED.isdisjoint(ahead):
        quantity.outcome = "wounded"
    if noun.outcome_at == noun.start and s.words[noun.end : noun.end + 1] in _ONE:
        one = any(flag & gr.SINGLE for flag in s.flags[noun.end + 1 : noun.end + _WHOLE])
        if one and not any(flag & gr.UNIT for flag in s.flags[noun.end + 1 : noun.end + 2]):
            quantity.outcome = None  # "debris from three injured a woman"


def _is_safe(s: Sentence, quantity: Quantity) -> bool:
    """Whether those who were missing came back: "were found alive", "retrouvés vivants"."""
    start = max(quantity.end, quantity.noun.end)
    verb = start if s.words[start : start + 1] in _FOUND else _main_verb(s, quantity)
    return verb is not None and not _SAFE.isdisjoint(s.words[verb : verb + _LATER])


_FOUND: Final = (["found"], ["retrouves"], ["retrouvees"], ["retrouve"], ["retrouvee"])
_WOUNDED: Final = word_set("wounded injured blesse blesses blessee blessees heridos")
_UNSETTLED: Final = frozenset({"displaced", "wounded or displaced"})
_TRIED: Final = word_set("tried trying attempted attempting tente tentaient tentent tentant trataban")
_SAFE: Final = word_set("alive safe unharmed sains saufs vivants vivant vivo vivos ileso ilesos")
_MEDICAL: Final = word_set(
    """
    medically medical medevac hospital hospitals helicopter helicopters ambulance ambulances airlifted wounded
    hopital hopitaux helicoptere helicopteres blesse blesses blessee blessees heridos
    """
)
_MOVED: Final = word_set("evacuated evacue evacues evacuee evacuees evacuados evacuadas")
_WOUNDS: Final = word_set("wounds burns injuries blessures brulures heridas")
_ONE: Final = (["a"], ["an"], ["une"])
_FREEING: Final = FREED - {"escaped", "returned"}


def _free(s: Sentence, found: list[Quantity], index: int) -> None:
    """Let those who were freed, and those among them, be held no more: "pardoned 40 prisoners"."""
    quantity = found[index]
    if _FREEING.isdisjoint(s.words[max(0, quantity.start - _NEAR + 1) : quantity.start]):
        verb = _main_verb(s, quantity)
        if verb is None or FREED.isdisjoint(s.words[verb : verb + 1]):
            return
        last = found[index - 1] if index else None
        if last is not None and _is_part_of(s, last, quantity):
            last.outcome = None  # "two of the 14 students abducted in March have been freed"
            return
    _let_go(found, index)


def _let_go(found: list[Quantity], index: int) -> None:
    """Let those counted, and those among them, have what happened to them no more."""
    held, found[index].outcome = found[index].outcome, None
    for part in found[index + 1 : index + 2]:
        if part.part and part.outcome == held:
            part.outcome = None


def _leave_out(s: Sentence, found: list[Quantity], index: int) -> None:
    """Let those whom an exception names have no outcome of the others, and the others no number.

    "Except for two guards, the nine were killed": the two were not, and how many were is not said.
    """
    quantity = found[index]
    near = s.words[max(0, quantity.start - _NEAR) : quantity.core]
    pairs = list(pairwise(near))
    subtracts = not _EXCEPT.isdisjoint(near) or any(pair in _SAVE for pair in pairs)
    subtracts = subtracts or is_excepted(s, quantity)
    if not subtracts and not any(pair in _BESIDE for pair in pairs):
        return
    if quantity.reason is None and not _tells_of_itself(s, quantity):
        quantity.outcome, quantity.part, quantity.governed, quantity.aside = None, False, False, False
    if not subtracts:
        return
    for other in (*found[max(0, index - 1) : index], *found[index + 1 : index + 2]):
        first, second = sorted((quantity, other), key=lambda one: one.start)
        between = range(first.end, second.start)
        parted = any(s.flags[at] & gr.JOIN or s.words[at] in _ENDS for at in between)
        if other.reason is None and not parted and (other.noun.outcome is None or other.zero):
            other.outcome, other.governed, other.aside = None, False, False


def is_excepted(s: Sentence, quantity: Quantity) -> bool:
    """Whether a count is of those whom a verb leaves out: "all but three", "all the passengers but three"."""
    for at in range(quantity.core - 1, max(-1, quantity.start - 2), -1):
        if s.words[at] in _BUT:
            return _ends_a_whole(s, at)
    return False


def _ends_a_whole(s: Sentence, end: int) -> bool:
    """Whether what leads up to a token is a whole, and no verb: "all of the 27 passengers"."""
    for at in range(end - 1, max(-1, end - _WHOLE), -1):
        if s.words[at] in _ALL:
            return True
        if s.words[at] == "," or _is_verb(s, at):
            return False
    return False


def _is_verb(s: Sentence, at: int) -> bool:
    return bool(s.flags[at] & (gr.OUTCOME | gr.AUX | gr.HAVE)) and not s.flags[at] & gr.DET


def _tells_of_itself(s: Sentence, quantity: Quantity) -> bool:
    """Whether an exception says what happened to those it names: "except two killed by a mine"."""
    end = quantity.noun.end
    if quantity.noun.outcome is not None:
        return True
    if end >= len(s.words):
        return False
    return s.words[end] in _WHO or bool(s.flags[end] & gr.OUTCOME and not s.flags[end] & (gr.AUX | gr.HAVE))


def _leave_out_sources(s: Sentence, found: list[Quantity]) -> None:
    """Count no source among the victims: "according to two witnesses and a doctor, 23 people died"."""
    for quantity in found:
        speak = not _SPEAKERS.isdisjoint(s.words[quantity.noun.start : quantity.noun.end])
        if speak and quantity.outcome is not None and _is_told_by(s, quantity):
            quantity.outcome, quantity.governed, quantity.aside = None, False, False


def _is_told_by(s: Sentence, quantity: Quantity) -> bool:
    """Whether "according to" leads up to a count, with nothing but its list between, and no verb follows."""
    end = quantity.noun.end
    for at in range(end, min(len(s.words), end + _CLAUSE)):
        if s.words[at] == ",":
            break
        if _is_verb(s, at):
            return False
    for at in range(quantity.start - 1, max(-1, quantity.start - _LIST), -1):
        word = s.words[at]
        if word in _SELON or (at and (s.words[at - 1], word) in _ACCORDING):
            return True
        if word in _ENDS or s.flags[at] & gr.STOP or _is_verb(s, at):
            return False
    return False

"""Sentences as data: every one of them can be told in both languages, whatever fills it."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from pathlib import Path
from string import Formatter

import pytest

import claimtrack
from claimtrack.answers import DeclinedKind, StanceKind
from claimtrack.claims import Observation
from claimtrack.drafts import Backing
from claimtrack.errors import InvalidField, WordingReason
from claimtrack.evidence import Authenticity, EvidenceKind
from claimtrack.figures import (
    FigureKind,
    about,
    at_least,
    at_most,
    between,
    exactly,
    unquantified,
    unread,
)
from claimtrack.learning.columns import Bearing
from claimtrack.questions import Outcome
from claimtrack.reconcile import Finding, Role
from claimtrack.reconcile.parts import Effect
from claimtrack.reconcile.policies import POLICIES
from claimtrack.sources import SourceKind
from claimtrack.status import Lifecycle, State, Support
from claimtrack.tables.labels import labels
from claimtrack.tables.readings import reading_rule
from claimtrack.telling import TEMPLATES, Phrase, clauses, phrase, tell, term, untold
from claimtrack.telling.readings import FIXED
from claimtrack.wording import figure
from claimtrack.wording.rules import RULES

PACKAGE = Path(claimtrack.__file__).parent
MAKERS = {"phrase", "remembered", "untold"}
VOCABULARIES = {
    "state": (State, Lifecycle, Support), "role": (Role,), "section": (Role,), "finding": (Finding,),
    "stance": (StanceKind,), "said": (StanceKind,), "declined": (DeclinedKind,),
    "outcome": (Outcome,), "counted": (Outcome,),
    "observed": (Observation,), "seen": (Observation,), "counted_from": (Observation,),
    "evidence": (EvidenceKind,), "source": (SourceKind,),
    "parts": (Effect,), "bearing": (Bearing,), "refusal": (WordingReason,), "backing": (Backing,),
    "kind": (FigureKind,),
}  # fmt: skip


def calls():
    """Every place that makes a sentence of a code written out, with the names of what it puts in."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in MAKERS:
                continue
            code = node.args[0]
            options = [code.body, code.orelse] if isinstance(code, ast.IfExp) else [code]
            for option in options:
                if isinstance(option, ast.Constant):
                    yield f"{path.name}:{node.lineno}", option.value, {one.arg for one in node.keywords}


CALLS = list(calls())


def fields_of(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_sentence_that_is_made_has_its_templates_and_gets_what_they_name():
    wrong = [
        f"{where}: {code} needs {sorted(wanted)} and gets {sorted(given)}"
        for where, code, given in CALLS
        if (wanted := set().union(*map(fields_of, TEMPLATES.get(code, ("{missing}",))))) != given
    ]
    assert len(CALLS) > 200
    assert not wrong, "\n".join(wrong)


def test_no_template_is_left_over():
    made = {code for _, code, _ in CALLS}
    terms = {f"{kind}.{value.value}" for kind, vocabularies in VOCABULARIES.items()
             for one in vocabularies for value in one}  # fmt: skip
    told = ("summary", "cites", "misleads")
    policies = {f"policy.{name}.{what}" for name in (*POLICIES, "prefer") for what in told}
    others = {"clauses", "state.none", "total.computed", "total.nobody"}
    others |= {f"authenticity.{one.name}" for one in Authenticity}
    others |= {code for code in TEMPLATES if code.startswith("column.")}
    assert not set(TEMPLATES) - made - terms - policies - others


@pytest.mark.parametrize("kind", sorted(VOCABULARIES))
def test_every_term_of_a_vocabulary_can_be_told(kind):
    for vocabulary in VOCABULARIES[kind]:
        for value in vocabulary:
            assert f"{kind}.{value.value}" in TEMPLATES


@pytest.mark.parametrize("code", sorted(TEMPLATES))
def test_french_sentences_are_french(code):
    english, french = TEMPLATES[code]
    words = set(re.findall(r"[a-z’]+", re.sub(r"\{[^}]*\}", " ", french).lower()))
    assert not words & {"the", "of", "by", "is", "are", "and", "with", "that", "claim", "claims", "no", "not"}
    assert bool(english) == bool(french)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_every_rule_of_reading_can_be_told_in_french(rule):
    for text in (rule.name, rule.bounds, rule.reading, rule.source):
        assert text in FIXED or not re.search(r"[a-z]{2}", text), text


@pytest.mark.parametrize("words", ["dozens", "about 50", "at least 20", "77", "some losses"])
def test_how_words_were_read_is_told_in_french_from_what_a_figure_keeps(words):
    kept = figure(words).because
    french = reading_rule(kept, labels("fr"))
    assert reading_rule(kept, labels("en")) == kept
    assert french != kept
    assert not set(re.findall(r"[a-z]+", french)) & {"and", "up", "the", "entailed", "reading", "bounds"}


@pytest.mark.parametrize("made", [
    exactly(77), at_least(20), at_most(5), between(70, 79), about(50), unquantified("losses"), unread("x"),
])  # fmt: skip
def test_figures_made_by_hand_say_in_french_how_they_count(made):
    assert reading_rule(made.because, labels("fr")) != made.because


def test_a_sentence_is_a_text_that_knows_what_it_is_made_of():
    reason = phrase("status.contested", claims=(phrase("figure.at_least", n=1200), "77 (AFP)"))
    assert reason == "cannot hold together with at least 1,200 and 77 (AFP)"
    assert isinstance(reason, str)
    assert (reason.code, list(reason.fields)) == ("status.contested", ["claims"])
    assert tell(reason, "fr") == "incompatible avec au moins 1\u202f200 et 77 (AFP)"


def test_words_of_others_are_told_as_they_are():
    assert tell("as the analyst found {it}", "fr") == "as the analyst found {it}"
    assert tell(phrase("quoted", words="{words} “x” {0}"), "fr") == "«\u00a0{words} “x” {0}\u00a0»"


def test_a_sentence_outlives_copies_and_pickles():
    reason = phrase("figure.range", low=70, high=100)
    for other in (copy.deepcopy(reason), pickle.loads(pickle.dumps(reason))):  # noqa: S301 - our own bytes
        assert (type(other), other, other.code) == (Phrase, reason, "figure.range")
        assert other.fields == reason.fields


def test_what_fills_a_sentence_cannot_be_changed():
    reason = phrase("figure.number", n=77)
    with pytest.raises(TypeError):
        reason.fields["n"] = 78


def test_a_sentence_can_wait_until_it_is_asked_for():
    waiting = untold("interest.enemy", label="JNIM", party="Mali", leaning=untold("interest.self_serving"))
    assert waiting.told() == "JNIM: an enemy of Mali; self-serving"
    assert tell(waiting.told(), "fr") == "JNIM\u00a0: camp ennemi de Mali\u00a0; à son avantage"
    assert hash(waiting) == hash(untold("interest.enemy", label="JNIM", party="Mali",
                                        leaning=untold("interest.self_serving")))  # fmt: skip


def test_clauses_carry_no_full_stops_within():
    parts = [phrase("ruling.no_point"), "as the analyst says."]
    assert clauses(parts) == "No point was stated; as the analyst says"
    assert tell(clauses(parts), "fr") == "Aucune valeur n’a été énoncée\u00a0; as the analyst says"


@pytest.mark.parametrize(
    ("name", "after_de"),
    [
        ("Reuters", "de Reuters"), ("AFP", "d’AFP"), ("Une source militaire", "d’une source militaire"),
        ("Des témoins", "de témoins"), ("Les autorités", "des autorités"), ("Le gouverneur", "du gouverneur"),
        ("Le Monde", "du Monde"), ("La Croix", "de La Croix"), ("L’armée", "de l’armée"), ("77", "de 77"),
        ("l’Élysée", "de l’Élysée"), ("État-major", "d’État-major"),
    ],
)  # fmt: skip
def test_french_elides_and_contracts(name, after_de):
    assert tell(phrase("missing.answer", source=name), "fr") == f"une réponse {after_de}"


@pytest.mark.parametrize(("n", "english", "french"), [
    (0, "0 claims", "0 déclaration"), (1, "1 claim", "1 déclaration"), (2, "2 claims", "2 déclarations"),
    (1500, "1,500 claims", "1\u202f500 déclarations"),
])  # fmt: skip
def test_nouns_agree_as_the_language_has_it(n, english, french):
    counted = phrase("count.claims", n=n)
    assert (counted, tell(counted, "fr")) == (english, french)


def test_a_language_nobody_speaks_is_refused_by_name():
    with pytest.raises(InvalidField, match="one of en, fr"):
        tell(term("state", "refuted"), "de")

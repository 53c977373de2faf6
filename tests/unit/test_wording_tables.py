"""The tables: every word calls a rule that exists, the reference is made from them, judged files are met."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.errors import WordingError
from claimtrack.wording import OURS, figure, find_figures
from claimtrack.wording.grammar import LANGUAGES, grammar
from claimtrack.wording.hedges import of_vague
from claimtrack.wording.languages import language_of
from claimtrack.wording.rules import RULES
from claimtrack.wording.tokens import Tokens, fold

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "tests" / "data" / "wording"


def judged(name):
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_vague_word_calls_a_rule_of_the_table(lang):
    g = grammar(lang)
    for alone, longer in g.vague.values():
        for rule in [alone, *(value for entries in longer.values() for _, value in entries)]:
            if rule not in {None, "same"}:
                assert of_vague(rule).rules[0] in RULES


def test_every_rule_names_its_source():
    assert all(rule.source and rule.bounds and rule.reading for rule in RULES.values())


def test_the_reference_of_hedges_is_made_from_the_tables():
    script = runpy.run_path(str(ROOT / "docs" / "make_hedges.py"))
    page = (ROOT / "docs" / "reference" / "hedges.md").read_text(encoding="utf-8")
    assert page == script["page"](), "run docs/make_hedges.py"


def test_folding_keeps_the_length():
    for text in ["ÉLÈVES", "İSTANBUL", "œuvre", "٢٥ قتيلا", "d’une", "ß", "ﬁn"]:
        assert len(fold(text)) == len(text)
    assert fold("D’ÉLÈVES ٢٥") == "d'eleves 25"


def test_tokens_point_into_the_text():
    tokens = Tokens("d’une « vingtaine » (20) U.S. soldiers")
    assert tokens.words == ["d'", "une", "vingtaine", "(", "20", ")", "u.s.", "soldiers"]
    assert tokens.cut(2, 3) == "vingtaine"
    assert tokens.cut(6, 8) == "U.S. soldiers"


def test_marks_that_are_not_seen_and_wide_digits_change_nothing():
    tokens = Tokens("sol\u00addiers: １２ kil\u200bled, 4\u202f000 e\u0301lèves")
    assert tokens.words[:5] == ["soldiers", ":", "12", "killed", ","]
    assert tokens.words[5] == "4\u202f000"
    assert figure("sol\u00addiers: １２ kil\u00adled").bounds == (12, 12)


def test_a_span_ends_with_the_text():
    tokens = Tokens("12 killed")
    assert tokens.span(1, 9) == (3, 9)


@pytest.mark.parametrize(("words", "lang"), [
    ("at least 20 soldiers", "en"), ("au moins vingt soldats", "fr"), ("al menos veinte soldados", "es"),
    ("عشرات القتلى", "ar"), ("77-100", "en"), ("", "en"),
])  # fmt: skip
def test_the_language_is_told_from_the_words(words, lang):
    assert language_of(Tokens(words).words) == lang


def test_importing_the_reader_compiles_no_table():
    code = (
        "import sys, claimtrack.wording as w; from claimtrack.wording.grammar import grammar; "
        "assert grammar.cache_info().currsize == 0; "
        "assert not {'claimtrack.wording.english', 'claimtrack.wording.french'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def right_and_wrong(rows):
    right = wrong = 0
    for row in rows:
        try:
            made = figure(row["text"])
        except WordingError:
            right += bool(row.get("refuse"))
            continue
        if "point" in row:
            agrees = made.point == row["point"]
        else:
            agrees = not row.get("refuse") and list(made.reading) == row["reading"]
        right += agrees
        wrong += not agrees
    return right / len(rows), wrong / len(rows)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("wordings_project.jsonl", 0.97),
        ("wordings_dev.jsonl", 0.97),
        ("wordings_held_out.jsonl", 0.97),
        ("wordings_difficult.jsonl", 0.97),
        ("wordings_adversarial.jsonl", 0.97),
        ("wordings_blind_c1.jsonl", 0.97),
        ("wordings_blind_c2.jsonl", 0.96),
        ("wordings_blind_d.jsonl", 0.95),
        ("wordings_blind_e.jsonl", 0.95),
        ("wordings_blind_f.jsonl", 0.93),
        ("wordings_blind_g1.jsonl", 0.96),
        ("wordings_blind_j.jsonl", 0.96),
        ("wordings_blind_k.jsonl", 0.96),
        ("wordings_press.jsonl", 0.96),
    ],
)
def test_judged_wordings_are_right_or_refused(name, least):
    right, wrong = right_and_wrong(judged(name))
    assert right >= least
    assert wrong <= 0.01


def test_a_sentence_with_one_count_is_read_as_that_count_or_refused():
    wrong = []
    for path in sorted(DATA.glob("sentences_*.jsonl")):
        for row in judged(path.name):
            if len(row.get("counts", ())) == 1:
                try:
                    made = figure(row["text"])
                except WordingError:
                    continue
                if list(made.reading) != row["counts"][0][2:]:
                    wrong.append(row["text"])
    assert wrong == []


@pytest.mark.parametrize(
    "name", ["sentences_dev.jsonl", "sentences_held_out.jsonl", "sentences_adversarial.jsonl"]
)
def test_counts_in_judged_sentences_are_found(name):
    wanted = found = extra = 0
    for row in judged(name):
        mentions = [mention for mention in find_figures(row["text"]) if mention.outcome]
        for outcome, cue, low, high in row["counts"]:
            at = row["text"].index(cue)
            match = next(
                (
                    m for m in mentions
                    if m.outcome == outcome and m.span[0] < at + len(cue) and at < m.span[1]
                    and m.figure.reading == (low, high)
                ),
                None,
            )  # fmt: skip
            wanted += 1
            if match is not None:
                found += 1
                mentions.remove(match)
        extra += len(mentions)
    assert found / wanted >= 0.95
    assert found / (found + extra) >= 0.95


def test_our_convention_imputes_nothing():
    assert not OURS.points

"""Laws of reading: numbers agree with other libraries, text is safe to search, work grows with length."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words
from text_to_num import text2num

from claimtrack import figures
from claimtrack.errors import WordingError
from claimtrack.figures import FigureKind
from claimtrack.wording import figure, find_figures

SPOKEN = [("en", "en"), ("fr", "fr"), ("fr_BE", "fr"), ("fr_CH", "fr"), ("es", "es")]
PEOPLE = {"en": "people", "fr": "personnes", "es": "personas"}


@pytest.mark.parametrize(("oracle", "lang"), SPOKEN)
@given(n=st.one_of(st.integers(2, 99_999), st.integers(100_000, 999_999_999)))
@example(n=80)
@example(n=71)
@example(n=99)
@example(n=1_000_000)
@example(n=200_080)
def test_what_num2words_spells_is_read_back(oracle, lang, n):
    assert figure(num2words(n, lang=oracle), lang).point == n


@pytest.mark.parametrize(("oracle", "lang"), SPOKEN)
@pytest.mark.parametrize("start", range(7))
def test_every_seventh_stretch_of_small_numbers_is_read_back(oracle, lang, start):
    for n in range(2 + start, 2000, 7):
        assert figure(num2words(n, lang=oracle), lang).point == n


@given(n=st.integers(2, 999_999), lang=st.sampled_from(["en", "fr"]))
def test_text2num_reads_the_same_number(n, lang):
    words = num2words(n, lang=lang).replace(",", "")
    assert figure(words, lang).point == text2num(words, lang) == n


@given(n=st.integers(2, 999_999_999), lang=st.sampled_from(sorted(PEOPLE)))
def test_case_and_hyphens_do_not_matter(n, lang):
    words = f"{num2words(n, lang=lang)} {PEOPLE[lang]}"
    assert figure(words.upper(), lang).point == figure(words.replace("-", " "), lang).point == n


@given(n=st.integers(1, 999_999_999), mark=st.sampled_from([",", ".", " ", "\u00a0", "\u202f", "'"]))
def test_digits_are_read_with_every_separator(n, mark):
    assert figure(f"{n:,} people".replace(",", mark)).point == n


COUNTS = st.integers(1, 999_999)
MADE = st.one_of(
    COUNTS.map(figures.exactly),
    COUNTS.map(figures.at_least),
    COUNTS.map(figures.at_most),
    COUNTS.map(figures.about),
    st.tuples(COUNTS, COUNTS).filter(lambda ends: ends[0] < ends[1]).map(lambda ends: figures.between(*ends)),
)


@given(made=MADE)
def test_our_own_printing_is_read_back(made):
    low, high = made.reading
    if made.kind is FigureKind.range and low < 1000 <= high and high % 1000 == 0 and high >= 100 * low:
        return  # "20–30,000" is refused: it may mean 20,000
    read = figure(made.label)
    for part in ("kind", "bounds", "reading", "point"):
        assert getattr(read, part) == getattr(made, part)


VOCABULARY = """
a an the no one two twelve 12 1,200 2024 dozens several hundreds of about at least up to more than
between and or killed wounded dead soldiers people villages including were was by , . ; ( ) - % $ un
une deux vingt quatre quatre-vingt d' plus de au moins dont morts blessés tués et ou ni aucune
victime bilan provisoire 70s 3rd aged old km September so far another further not denied losses
heavy unos más de muertos y ningún ٢٥ قتيلا و
"""
WORDS = st.sampled_from(sorted(set(VOCABULARY.split())))
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join))


@given(text=TEXTS)
def test_any_text_is_read_or_refused_and_never_breaks(text):
    try:
        words, span = figure(text).words, (0, 0)
    except WordingError as refusal:
        words, span = refusal.words, refusal.span
    assert words == text
    assert 0 <= span[0] <= span[1] <= len(text)


@given(text=TEXTS)
def test_any_text_can_be_searched_and_mentions_stand_in_it(text):
    ends = 0
    for mention in find_figures(text):
        low, high = mention.span
        assert ends <= low < high <= len(text)
        assert mention.words in text
        ends = low
        assert mention.figure.numeric


@given(text=TEXTS)
def test_reading_twice_gives_the_same(text):
    assert find_figures(text) == find_figures(text)


@given(n=st.integers(2, 9_999), lang=st.sampled_from(["en", "fr"]))
def test_hedges_nest_inside_each_other(n, lang):
    hedges = {
        "en": ("exactly {}", "at least {}", "more than {}", "about {}"),
        "fr": ("exactement {}", "au moins {}", "plus de {}", "environ {}"),
    }[lang]
    exact, least, more, about = (
        figure(hedge.format(f"{n:,}") + " " + PEOPLE[lang], lang) for hedge in hedges
    )
    assert exact.supports(least)
    assert more.supports(least)
    assert exact.supports(about)
    assert exact.compare(more).value == "contradict"


HOSTILE = [
    "no ",
    "1",
    "1 ",
    "1,",
    "12 000 ",
    "one ",
    "a ",
    "twenty-",
    "and ",
    "(",
    "dead and ",
    "between ",
    "million, one hundred ",
    "12 people ",
    "12, ",
    "deux ",
    "un ",
    "quatre-vingt-",
    "de ",
    "losses ",
    "and losses ",
    "U.S.",
    "1-2-",
    "killed or wounded or ",
    "12 including 3 ",
    "murder of ",
    "mille ",
    "1000 million ",
    "12 (12) ",
    "a 12-year-old ",
    "12 who ",
    "so far ",
    "12 of them ",
    "12 a day ",
    "12 killed ",
    "the losses ",
    "Mali 12 ",
    "a rebel camp ",
    "12 dead (3 men, ",
]


def lines_run(call, text):
    """How many lines of Python a call runs: work, not time."""
    count = 0

    def trace(_frame, event, _arg):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call(text)
    except WordingError:
        pass
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("seed", HOSTILE)
@pytest.mark.parametrize("call", [figure, find_figures])
def test_work_grows_with_the_length_of_the_text(call, seed):
    small, large = ((seed * 1200)[:size] for size in (300, 1200))
    lines_run(call, small)  # compiles the tables
    assert lines_run(call, large) <= 6 * lines_run(call, small) + 200

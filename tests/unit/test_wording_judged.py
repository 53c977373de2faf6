"""What the reader makes of every judged wording and of every hedge it knows: a change of it shows here.

Whether it is right is measured in test_wording_tables.py; here is told what it is, wrong readings included.
"""

import json
from importlib import import_module
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.wording import ACLED, find_figures, grammar, languages, numbers, rules
from claimtrack.wording.sentences import Sentence

DATA = Path(__file__).parents[1] / "data" / "wording"
MODULES = {"en": "english", "fr": "french", "es": "spanish", "ar": "arabic"}
PEOPLE = {"en": "soldiers", "fr": "soldats", "es": "soldados", "ar": "جنود"}
DEAD = {"en": "soldiers were killed", "fr": "soldats tués", "es": "soldados muertos", "ar": "قتيلا"}


def opened(kind):
    """The judged files that the reader was run on already; a blind one stays blind."""
    ran = {json.loads(line)["file"] for line in (DATA / "first_runs.jsonl").read_text("utf-8").splitlines()}
    files = sorted(DATA.glob(f"{kind}_*.jsonl"))
    return [path.stem for path in files if "blind" not in path.stem or path.name in ran]


WORDINGS, SENTENCES = opened("wordings"), opened("sentences")


@pytest.fixture(autouse=True)
def compiled_anew():
    """The tables are compiled in the test that looks at what they give."""
    for made in (grammar.grammar, languages._votes, numbers.looks_like_number, rules.because_of):
        made.cache_clear()


def rows(name):
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def interval(ends):
    low, high = ("–" if end is None else f"{end}" for end in ends)
    return low if low == high else f"{low}..{high}"


def told(words, lang=None):
    try:
        made = ct.figure(words, lang)
    except ct.WordingError as refusal:
        part = words[slice(*refusal.span)]
        return f"refused, {refusal.reason.value}" + (f" at {part!r}" if part != words else "")
    point = "" if made.point is None else f", {made.point}"
    bounds = "" if made.bounds == made.reading else f" in {interval(made.bounds)}"
    return f"{interval(made.reading)}{bounds}, {made.kind.value}{point}"


def as_it_goes_on(text):
    """The text, with what is read of it up to a word wherever that changes what was read before."""
    words = text.split(" ")
    shown, last = [], ""
    for end, word in enumerate(words, 1):
        shown.append(word)
        read = told(" ".join(words[:end]))
        if read != last:
            shown.append(f"[{read}]")
            last = read
    return " ".join(shown)


def without_a_word(text):
    """The text, and what is read of it without one of its words where that changes what is read."""
    words, whole = text.split(" "), told(text)
    changed = {}
    for at, word in enumerate(words):
        left = " ".join(words[:at] + words[at + 1 :])
        read = told(left)
        if left and read != whole:
            changed.setdefault(read, []).append(word)
    return "\n".join(
        [f"{text} [{whole}]", *(f"  less {', '.join(of)}: {read}" for read, of in changed.items())]
    )


@pytest.mark.parametrize("name", WORDINGS)
def test_what_is_read_in_judged_wordings_word_by_word(name, golden):
    golden(f"wording/{name}", "\n".join(as_it_goes_on(row["text"]) for row in rows(name)))


@pytest.mark.parametrize("name", WORDINGS)
def test_what_is_read_in_judged_wordings_without_one_of_their_words(name, golden):
    golden(f"wording/less_{name}", "\n".join(without_a_word(row["text"]) for row in rows(name)))


COUNTS = {
    "en": ("12", "twenty-five", "at least 12", "several", "a dozen", "hundreds of", "a", "no", "some"),
    "fr": ("12", "vingt-cinq", "au moins 12", "plusieurs", "une dizaine de", "des centaines de", "un"),
    "es": ("12", "veinticinco", "al menos 12", "varios", "una docena de", "cientos de", "un", "ningún"),
    "ar": ("12", "ثلاثة", "عشرات"),
}


def marks(mention):
    return "".join(f", {mark}" for mark in ("part", "increment", "earlier") if getattr(mention, mark))


def mentioned(text, lang):
    for mention in find_figures(text, lang):
        told_of = f"{mention.outcome or '?'}: {mention.who}{marks(mention)}"
        yield f"{interval(mention.figure.reading)} {told_of} in {text[slice(*mention.span)]!r}"


@pytest.mark.parametrize("name", WORDINGS)
def test_what_is_found_in_judged_wordings(name, golden):
    texts = [row["text"] for row in rows(name)]
    golden(
        f"wording/found_{name}", "\n".join(f"{text}: {'; '.join(mentioned(text, None))}" for text in texts)
    )


@pytest.mark.parametrize("lang", COUNTS)
def test_what_is_made_of_each_kind_of_count_in_each_kind_of_clause(lang, golden):
    lines = []
    for clause in (DATA / f"clauses_{lang}.txt").read_text(encoding="utf-8").splitlines():
        for count in COUNTS[lang] if "{n}" in clause else ("",):
            text = clause.format(n=count)
            found = "; ".join(mentioned(text, lang))
            lines.append(f"{text} [{told(text, lang)}]{' ' if found else ''}{found}")
    golden(f"wording/clauses_{lang}", "\n".join(lines))


@pytest.mark.parametrize("lang", COUNTS)
def test_what_is_made_of_scraps_at_which_a_rule_turns(lang, golden):
    """Found by a search: the shortest scraps that tell a rule from the same rule with one thing changed."""
    scraps = (DATA / f"scraps_{lang}.txt").read_text(encoding="utf-8").splitlines()
    lines = [f"{text} [{told(text, lang)}] {'; '.join(mentioned(text, lang))}".rstrip() for text in scraps]
    golden(f"wording/scraps_{lang}", "\n".join(lines))


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_a_number_word_with_one_slip_is_noticed(lang):
    tables = grammar.grammar(lang)
    names = [name for name in (*tables.small, *tables.hundreds, *tables.scales) if len(name) >= 5]
    known = {*tables.small, *tables.hundreds, *tables.scales}
    for name in filter(str.isalpha, names):
        for at in range(len(name)):
            left_out, put_in = name[:at] + name[at + 1 :], name[:at] + "x" + name[at:]
            changed = name[:at] + "x" + name[at + 1 :]
            swapped = name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
            for slip in {left_out, put_in, changed, swapped} - known:
                assert numbers.looks_like_number(lang, slip) is (len(slip) >= 5), (name, slip)
            assert not numbers.looks_like_number(lang, f"{changed}qq"), name
    assert numbers.looks_like_number("en", "thirtytwo")
    assert not numbers.looks_like_number("en", "thirtysoldiers")
    assert not numbers.looks_like_number("en", "soldiers")


@pytest.mark.parametrize("name", SENTENCES)
def test_judged_sentences_that_break_off_or_begin_late_are_searched_and_read(name):
    for row in rows(name):
        words = row["text"].split(" ")
        for cut in range(0, len(words), 3):
            for text in (" ".join(words[:cut]), " ".join(words[cut:])):
                told(text)
                for mention in find_figures(text):
                    start, end = mention.span
                    assert mention.words in text
                    assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("name", SENTENCES)
def test_what_is_found_in_judged_sentences(name, golden):
    lines = []
    for row in rows(name):
        lines.append(row["text"])
        for mention in find_figures(row["text"]):
            shown = row["text"][slice(*mention.span)]
            lines.append(
                f"  {mention.words}: {interval(mention.figure.reading)} {mention.outcome}, "
                f"{mention.who}{marks(mention)} in {shown!r}"
            )
    golden(f"wording/{name}", "\n".join(lines))


def listed(text):
    return [phrase for piece in text.replace("\n", "|").split("|") if (phrase := piece.strip())]


def hedged(lang):
    """Every hedge and vague word of a language, with a number or people."""
    tables = import_module(f"claimtrack.wording.{MODULES[lang]}").LANGUAGE
    people, dead = PEOPLE[lang], DEAD[lang]
    for effect, phrases in tables.before.items():
        for phrase in listed(phrases):
            yield from ((effect, f"{phrase} {n} {people}") for n in ("1", "7", "40"))
    for effect, phrases in tables.after.items():
        for phrase in listed(phrases):
            yield effect, f"40 {phrase} {people}"
            yield effect, f"40 {people} {phrase}"
    for effect, phrases in tables.tails.items():
        yield from ((effect, f"40 {dead} {phrase}") for phrase in listed(phrases))
    for effect, phrases in tables.vague.items():
        for phrase in listed(phrases):
            yield effect, f"{phrase} {people}"
            yield effect, f"{phrase} {dead}"
    units = (*tables.collectives, *tables.plurals, *tables.scales)
    for effect, phrases in tables.multiples.items():
        for phrase in listed(phrases):
            yield from ((effect, f"{phrase} {unit} {people}") for unit in units)
    for unit in units:
        yield from (("unit", f"{before} {unit} {people}".strip()) for before in ("", "2", "40"))
    for word in (*tables.small, *tables.hundreds):
        yield from (("number", text) for text in (f"{word} {people}", f"2 {word} {people}", word))


def by_rules(text, lang):
    """The rules that were called, by name."""
    try:
        because = ct.figure(text, lang).because
    except ct.WordingError:
        return ""
    called = (rule.partition(":")[0] for rule in because.split("; "))
    return f" ({', '.join(name for name in called if name in rules.RULES)})"


@pytest.mark.parametrize("lang", MODULES)
def test_what_every_hedge_does(lang, golden):
    lines = [f"{name}: {text} → {told(text, lang)}{by_rules(text, lang)}" for name, text in hedged(lang)]
    golden(f"wording/hedges_{lang}", "\n".join(lines))


def test_which_rule_reads_each_vague_word_and_what_a_codebook_puts_in_its_place(golden):
    lines = []
    for lang, module in MODULES.items():
        for phrases in import_module(f"claimtrack.wording.{module}").LANGUAGE.vague.values():
            words = f"{listed(phrases)[0]} {PEOPLE[lang]}"
            for convention in (None, ACLED):
                given = {} if convention is None else {"convention": convention}
                try:
                    made = ct.figure(words, lang, **given)
                except ct.WordingError as refusal:
                    lines.append(f"{words}: {refusal}")
                else:
                    lines.append(f"{words}: {made!r}, {made.because}{', imputed' if made.imputed else ''}")
    golden("wording/because", "\n".join(lines))


def test_the_language_of_every_judged_wording_is_told(golden):
    """By its own words; the language it was judged in stands beside it where it differs."""
    lines = []
    for name in WORDINGS:
        for row in rows(name):
            found = Sentence(row["text"], None).g.code
            if found != row["lang"]:
                lines.append(f"{row['text']}: {found}, not {row['lang']}")
    golden("wording/languages", "\n".join(lines))

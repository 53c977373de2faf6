"""How often the reader is right, refuses or is silently wrong on judged files, and how fast it is.

python tests/benchmarks/wording.py             accuracy on judged files, first runs of blind ones, speed
python tests/benchmarks/wording.py --numbers   every integer below 100,000 in each language, by num2words
python tests/benchmarks/wording.py --hostile   text made to be slow: seconds for 25 KB and for 100 KB
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from claimtrack.errors import WordingError
from claimtrack.wording import figure, find_figures

DATA = Path(__file__).parent.parent / "data" / "wording"
WORDINGS = [
    "wordings_project.jsonl",
    "wordings_dev.jsonl",
    "wordings_held_out.jsonl",
    "wordings_last.jsonl",
    "wordings_difficult.jsonl",
    "wordings_fresh.jsonl",
    "wordings_blind_a.jsonl",
    "wordings_blind_b.jsonl",
    "wordings_adversarial.jsonl",
    "wordings_blind_c1.jsonl",
    "wordings_blind_c2.jsonl",
    "wordings_blind_d.jsonl",
    "wordings_blind_e.jsonl",
    "wordings_blind_f.jsonl",
    "wordings_blind_g1.jsonl",
    "wordings_blind_g2.jsonl",
    "wordings_blind_h.jsonl",
    "wordings_blind_i.jsonl",
    "wordings_blind_j.jsonl",
    "wordings_blind_k.jsonl",
    "wordings_blind_l.jsonl",
    "wordings_press.jsonl",
]
"""All but the last blind one are mended on: they measure that nothing has gone back. See `first_runs`."""
MADE = ["sentences_made_m.jsonl", "sentences_made_n.jsonl", "sentences_made_o.jsonl"]
SENTENCES = [
    "sentences_dev.jsonl",
    "sentences_held_out.jsonl",
    "sentences_last.jsonl",
    "sentences_adversarial.jsonl",
    "sentences_blind_c1.jsonl",
    "sentences_blind_c2.jsonl",
]
HURT = {"killed", "wounded", "casualties"}


def judged(name):
    path = DATA / name
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_or_none(words):
    try:
        return figure(words)
    except WordingError:
        return None


def agrees(row, made):
    if made is None or row.get("refuse"):
        return made is None and bool(row.get("refuse"))
    return made.point == row["point"] if "point" in row else list(made.reading) == row["reading"]


def wording_accuracy(name):
    right = refused = wrong = 0
    for row in judged(name):
        made = read_or_none(row["text"])
        if agrees(row, made):
            right += 1
        elif made is None:
            refused += 1
        else:
            wrong += 1
    total = right + refused + wrong
    print(
        f"{name}: {total} wordings, right {right / total:.1%}, refused {refused / total:.1%}, "
        f"silently wrong {wrong / total:.1%}"
    )


def sentence_accuracy(name, outcomes):
    rows = judged(name)
    if not rows:
        return
    wanted = found = sharp = extra = 0
    for row in rows:
        mentions = [mention for mention in find_figures(row["text"]) if mention.outcome in outcomes]
        for outcome, cue in row.get("optional", ()):
            at = row["text"].index(cue)
            mentions = [
                m
                for m in mentions
                if m.outcome != outcome or not (m.span[0] < at + len(cue) and at < m.span[1])
            ]
        for outcome, cue, low, high in row["counts"]:
            if outcome not in outcomes:
                continue
            wanted += 1
            at = row["text"].index(cue)
            match = next(
                (
                    m
                    for m in mentions
                    if m.outcome == outcome and m.span[0] < at + len(cue) and at < m.span[1]
                ),
                None,
            )
            if match is not None:
                found += 1
                sharp += match.figure.reading == (low, high)
                mentions.remove(match)
        extra += len(mentions)
    counted = "people killed or wounded" if outcomes is HURT else "any outcome"
    print(
        f"{name}: {len(rows)} sentences, {wanted} counts of {counted}: "
        f"recall {found / wanted:.1%}, precision {found / (found + extra):.1%}, "
        f"interval right {sharp / found:.1%}"
    )


def harm_told(name):
    """How many of those harmed are found, and how much of what is found to be harmed is: by overlap."""
    rows = judged(name)
    if not rows:
        return
    wanted = found = told = 0
    for row in rows:
        found_here = find_figures(row["text"], row["lang"])
        mentions = [m for m in found_here if m.outcome is not None and m.figure.bounds != (0, 0)]
        told += len(mentions)
        for outcome, low, high in row["harmed"]:
            wanted += 1
            match = next((m for m in mentions if m.outcome == outcome and _overlap(m, low, high)), None)
            if match is not None:
                found += 1
                mentions.remove(match)
    print(
        f"{name}: {len(rows)} sentences, {wanted} counts of people harmed: recall {found / wanted:.1%}, "
        f"precision {found / told:.1%}"
    )


def _overlap(mention, low, high):
    least, most = mention.figure.bounds
    return (most is None or (low or 0) <= most) and (high is None or (least or 0) <= high)


def first_runs():
    """What was measured when each blind file was run for the first time, as it was written down then."""
    for row in judged("first_runs.jsonl"):
        if "recall" in row:
            print(
                f"{row['file']}, first run: people killed or wounded: recall {row['recall']:.1%}, "
                f"precision {row['precision']:.1%}, interval right {row['interval']:.1%}"
            )
            continue
        right, refused, wrong = row["right"], row["refused"], row["wrong"]
        form = f" ({row['form']})" if "form" in row else ""
        total = right + refused + wrong
        low, high = wilson(wrong, total)
        print(
            f"{row['file']}{form}, first run: {total} wordings, right {right / total:.1%}, refused "
            f"{refused / total:.1%}, silently wrong {wrong / total:.1%} (95 %: {low:.1%} to {high:.1%})"
        )


def wilson(count, total, z=1.96):
    share = count / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * ((share * (1 - share) + z * z / (4 * total)) / total) ** 0.5 / (1 + z * z / total)
    return max(0.0, middle - half), middle + half


def best_of(call, times=5):
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


_SHORT = 8


def speed():
    wordings = [row["text"] for name in WORDINGS for row in judged(name)]
    phrases = [words for words in wordings if len(words.split()) <= _SHORT]
    seconds = best_of(lambda: [read_or_none(words) for words in phrases])
    print(f"figure: {len(phrases) / seconds:,.0f} phrases of up to {_SHORT} words a second")
    seconds = best_of(lambda: [read_or_none(words) for words in wordings])
    print(f"figure: {len(wordings) / seconds:,.0f} wordings a second")
    text = " ".join(row["text"] for name in SENTENCES for row in judged(name))
    size = len(text.encode())
    seconds = best_of(lambda: find_figures(text))
    print(f"find_figures: {size / seconds / 1e6:.2f} MB a second of sentences that all hold counts")
    plain = "The minister met delegates in the capital and spoke of roads, schools and the harvest. "
    mixed = " ".join(row["text"] + " " + plain * 4 for name in SENTENCES for row in judged(name))
    seconds = best_of(lambda: find_figures(mixed))
    mixed_speed = len(mixed.encode()) / seconds / 1e6
    print(f"find_figures: {mixed_speed:.2f} MB a second of text, one sentence in five with counts")


_DEAD = {"en": "dead", "fr": "morts", "es": "muertos"}


def numbers():
    from num2words import num2words

    for oracle in ("en", "fr", "fr_BE", "fr_CH", "es"):
        start = time.process_time()
        bad = []
        for n in range(100_000):
            made = figure(f"{num2words(n, lang=oracle)} {_DEAD[oracle[:2]]}", oracle[:2])
            if made.point != n:
                bad.append(n)
        print(f"{oracle}: {len(bad)} of 100,000 wrong {bad[:5]} ({time.process_time() - start:.0f} s)")


HOSTILE = (
    """
no |and |dont |d'|,|12 |1,|1.|(|)|()|" |« |a|aa |-|1-|1/|x |one |a |the |of |one of the |killed
12 killed |soldiers|12 people |12, |12 and |12 soldiers, |a rebel camp |Mali 12 |Gao 12,
France 24 |aged 12 |in the 70s |between |at least|up to |so far |many |several |dozen |twenty-
hundred |thousand |one hundred and |million, one hundred |quatre-vingt-|mille |vingt |cent
losses |heavy losses |and losses |including |12 including 3 |of whom |was |who |dead and
death toll|provisional |provisional toll 12 |possibly more |ni |aucun |zéro |pas |ne |entre
no one |U.S.|é|é|１２ |١٢ |😀 |...|!|12 (12) |(12) |12 dead (3 men, |12 - |- 12 |12 dead, a |each
12 a day |12 - one man - |fourty |12 of them |worst since
even if |meme si |could have been killed |12 could not have been |may rise above 12 |and his |et ses 12
kidnappers of 12 |12 men (a nurse |of A and 12 |that not 12 killed
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


def hostile():
    worst, slowest = 0.0, ""
    for given in [*HOSTILE, "1\u202f", "\u00ad", "\u00a0", "\n", "7"]:
        seed = given if len(given) < 3 or not given[-1].isalpha() else given + " "
        for call in (find_figures, read_or_none):
            spent = []
            for size in (25_000, 100_000):
                text = (seed * (size // len(seed) + 1))[:size]
                start = time.process_time()
                call(text)
                spent.append(time.process_time() - start)
            worst, slowest = max((worst, slowest), (spent[1], seed))
            if spent[1] > 6 * spent[0] + 0.1:
                print(f"more than linear: {call.__name__} of {seed!r}: {spent[0]:.2f} s, {spent[1]:.2f} s")
    print(f"{len(HOSTILE) + 5} seeds: 100 KB takes {worst:.2f} s at the worst ({slowest!r})")


def main():
    if "--numbers" in sys.argv:
        numbers()
        return
    if "--hostile" in sys.argv:
        hostile()
        return
    for name in WORDINGS:
        wording_accuracy(name)
    every = {outcome for name in SENTENCES for row in judged(name) for outcome, *_ in row["counts"]}
    for name in SENTENCES:
        sentence_accuracy(name, HURT)
        sentence_accuracy(name, every)
    for name in MADE:
        harm_told(name)
    first_runs()
    speed()


if __name__ == "__main__":
    main()

"""French output is French throughout: nothing of ours stays English where everybody else speaks French."""

from __future__ import annotations

import json
import re

import pytest
from french_ledger import attaque, blesses, build, feu, tues

import claimtrack as ct
from claimtrack import tables
from claimtrack.cli import main
from claimtrack.drafts import check_draft
from claimtrack.learning import fit
from claimtrack.plots import plot_figures, plot_origins, plot_timeline, plot_track_records
from claimtrack.reconcile.policies import POLICIES
from claimtrack.report import page
from claimtrack.tables.labels import LABELS
from claimtrack.telling import tell

ENGLISH = {
    "account", "agree", "and", "are", "as", "been", "before", "by", "can", "cannot", "claims", "contested",
    "corroborated", "dead", "decides", "declared", "echo", "either", "every", "exceeded", "exceeds",
    "floor", "from", "gains", "heard", "held", "high", "highest", "hold", "in", "independent", "is", "it",
    "its", "kept", "killed", "known", "last", "least", "losses", "low", "lowest", "middle", "more",
    "nobody", "not", "number", "numbers", "of", "one", "only", "out", "own", "policy", "reads", "rests",
    "said", "says", "sets", "stated", "states", "the", "they", "to", "together", "unknown", "unverified",
    "upper", "voice", "voices", "which", "with", "without", "words", "wounded", "yes",
}  # fmt: skip
NAMES = r"\b(?:last_words|recent_majority_lowest|most_reliable|upper_median|weighted_median|lowest)\b"
QUOTED = (
    r"Every\s+Casualty,\s+Standards(?:\s+for\s+Casualty\s+Recording)?|Iraq\s+Body\s+Count|docs/\S+|"
    r"UCDP\s+Georeferenced\s+Event\s+Dataset|https?://\S+"
)
"""Names of policies, standards, data sets and journals, which have no French."""


def english_in(text):
    bare = re.sub(f"{NAMES}|{QUOTED}", " ", text.replace("\\", ""))
    return sorted({word for word in re.findall(r"\w+", bare.lower()) if word in ENGLISH})


@pytest.fixture(scope="module")
def ledger():
    return build()


@pytest.mark.parametrize("policy", sorted(POLICIES))
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_explanations_are_french(ledger, policy, form):
    for question in ledger.questions():
        counted = isinstance(question, ct.Measure)
        result = ct.reconcile(ledger, question, **({"policy": policy} if counted else {}))
        assert english_in(result.explain(form, lang="fr")) == []
        assert english_in(tell(result.headline, "fr")) == []


@pytest.mark.parametrize("policy", [*POLICIES.values(), ct.prefer(["medical"])], ids=str)
def test_what_policies_say_of_themselves_is_french(policy):
    for text in (policy.summary, policy.cites, policy.misleads):
        assert english_in(tell(text, "fr")) == []


def test_the_learned_model_speaks_french(ledger):
    learned = fit(ledger)
    result = ct.reconcile(ledger, tues, policy=learned)
    assert english_in(result.explain(lang="fr").replace("learned", "")) == []
    for text in (learned.summary, learned.misleads):
        assert english_in(tell(text, "fr")) == []
    table = tables.sources_table(ledger, track_records=learned.track_records, lang="fr")
    assert english_in(table) == []


@pytest.mark.parametrize("form", ["simple", "stacked", "github", "html"])
def test_tables_are_french(ledger, form):
    how = {"lang": "fr", "format": form}
    compared = ct.compare_policies(ledger, tues)
    for table in (
        tables.status_table(ledger, **how), tables.matrix_table(ledger, **how),
        tables.figures_table(ledger, **how), tables.verdicts_table(ledger, **how),
        tables.sources_table(ledger, **how), tables.origins_table(ledger, tues, **how),
        tables.policies_table(compared, **how), tables.totals_table([ct.reconcile(ledger, tues)], **how),
        tables.changes_table(ledger, "2024-09-16", **how), tables.open_questions_table(ledger, **how),
    ):  # fmt: skip
        bare = re.sub(r"<[^>]+>", " ", table)
        assert english_in(bare) == []


def test_every_column_of_the_status_table_is_french(ledger):
    for row in tables.status_rows(ledger, lang="fr"):
        texts = [row["because"], row["missing"], row["reads_as"], row["interest"] or "", *row["marks"]]
        texts += [*row["supported_by"], *row["contested_by"]]
        assert english_in(" ".join(texts)) == []


def test_the_page_is_french(ledger):
    html = page(ledger, since="2024-09-16", lang="fr")
    body = html.partition("<body>")[2].partition("<script>")[0]
    assert english_in(re.sub(r"<[^>]+>", " ", body).replace("&#39;", "’")) == []


def test_totals_and_comparisons_are_french(ledger):
    total = ct.total([ct.reconcile(ledger, tues)])
    assert english_in(total.explain(lang="fr")) == []
    for line in ct.compare_policies(ledger, tues).differences:
        assert english_in(tell(line, "fr")) == []


def test_drafts_are_held_against_the_ledger_in_french(ledger):
    draft = "L’attaque a fait 77 morts. Un document cite 81 morts. 12 otages ont été enlevés. Encore 5 morts."
    for found in check_draft(draft, ledger, lang="fr"):
        assert english_in(tell(found.because, "fr")) == []


def test_pictures_are_french(ledger):
    learned = fit(ledger)
    for ax in (
        plot_figures(ledger, tues, lang="fr"), plot_timeline(ledger, attaque, lang="fr"),
        plot_origins(ledger, blesses, lang="fr"), plot_track_records(learned.track_records, lang="fr"),
    ):  # fmt: skip
        ax.figure.canvas.draw()
        words = [text.get_text() for text in (*ax.texts, *ax.get_yticklabels(), *ax.get_xticklabels())]
        assert english_in(" ".join([*words, ax.get_title("left"), ax.get_xlabel()])) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["table"], ["table", "matrix"], ["table", "open-questions"], ["reconcile"], ["sources"],
        ["status", "morts"], ["status"], ["changes", "--since", "2024-09-16"],
    ],
)  # fmt: skip
def test_commands_print_french(ledger, tmp_path, capsys, arguments):
    place = str(tmp_path / "registre.jsonl")
    ct.dump(ledger, place)
    name, *others = arguments
    assert main([name, place, *others, "--lang", "fr"]) == 0
    assert english_in(capsys.readouterr().out) == []


def test_wording_is_read_in_french(capsys):
    for words in ("plusieurs dizaines de morts", "environ 50 morts", "au moins 20", "12 % des soldats"):
        main(["read", words, "--lang", "fr", "--json"])
        for row in json.loads(capsys.readouterr().out):
            assert english_in(row["because"]) == []


def test_this_test_finds_english(ledger):
    assert english_in(ct.reconcile(ledger, tues).explain()) != []
    assert english_in(str(tables.status_table(ledger))) != []
    assert LABELS["fr"]["some"] == "non chiffré"
    assert ct.reconcile(ledger, feu).finding.value == "affirmed"

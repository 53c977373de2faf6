"""Taking protected sources out of a ledger."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import claimtrack as ct
from claimtrack import io, strategies
from claimtrack.io.redaction import redact
from claimtrack.io.writing import encode
from claimtrack.ledger import Ledger

SECRET = b"0123456789abcdef"


@pytest.fixture
def nurse():
    return ct.Source("Aminata K.", kind="medical", url="https://example.org/ak", note="ward 3")


@pytest.fixture
def ledger(nurse):
    event, afp = ct.Event("Attack"), ct.Source("AFP")
    ledger = Ledger()
    first, _ = ledger.record(
        ct.Claim(
            event, nurse, ct.killed(), ct.exactly(12, words="douze, j'ai compté"), via=[afp], first_hand=True,
            stated="2024-09-18", url="https://example.org/post", note="told us at home",
        ),
        ct.Claim(event, afp, ct.killed(), ct.at_least(10), note="AMINATA K. confirmed it to us"),
    )  # fmt: skip
    ledger.record(
        ct.Claim(
            event, ct.Source("A colleague", anonymous=True, known_to=nurse), ct.wounded(), ct.exactly(3)
        ),
        ct.Claim(event, ct.Source("Report"), ct.killed(), ct.exactly(12), based_on=[first, nurse]),
    )
    ledger.assess(
        first, "unverifiable", by="Desk", decided="2024-09-20", because="Aminata K. cannot be named"
    )
    return ledger


def texts(ledger):
    return "\n".join(encode(entry.record)[1] for entry in ledger.entries())


def test_a_protected_source_is_gone_everywhere(ledger, nurse):
    made = io.redact(ledger, sources=[nurse])
    said = texts(made.ledger).casefold()
    old = {entry.record.id for entry in ledger.entries() if nurse.id in encode(entry.record)[1]}
    assert len(old) == 4
    assert not [identity for identity in old if identity in said]
    for hidden in ("aminata", "ward 3", "example.org", "at home"):
        assert hidden not in said
    assert made.pseudonyms["Aminata K."].casefold() in said
    assert len(made.ledger) == len(ledger)
    assert made.changed == 7


def test_figures_links_and_statuses_stay(ledger, nurse):
    made = redact(ledger, sources=[nurse]).ledger
    pairs = list(zip(ledger.claims(), made.claims(), strict=True))
    assert [(a.figure, a.stated) for a, _ in pairs] == [(b.figure, b.stated) for _, b in pairs]
    assert [ledger.status(a).state for a, _ in pairs] == [made.status(b).state for _, b in pairs]
    assert made.claims()[3].based_on[0] == made.claims()[0].id


def test_pseudonyms_are_stable_with_the_secret_and_different_without(ledger, nurse):
    one, two = (redact(ledger, sources=[nurse], secret=SECRET) for _ in range(2))
    assert list(one.ledger.entries()) == list(two.ledger.entries())
    assert redact(ledger, sources=[nurse]).pseudonyms != one.pseudonyms
    (hidden,) = [source for source in one.ledger.sources if source.name in one.pseudonyms.values()]
    assert len(hidden.key) == len("protected ") + 64  # the whole digest, so that nobody can try them all
    assert SECRET.decode() not in repr(one)
    assert "Aminata" not in repr(one)


def test_words_go_when_asked_and_figures_stay(ledger, nurse):
    kept, taken = redact(ledger, sources=[nurse]), redact(ledger, sources=[nurse], words=True)
    assert "compté" in texts(kept.ledger)
    assert "compté" not in texts(taken.ledger)
    assert taken.ledger.claims()[0].figure.bounds == (12, 12)
    assert "wording of 1 claims" in str(kept)
    assert "wording" not in str(taken)


def test_what_could_not_be_hidden_is_said(ledger, nurse):
    said = str(redact(ledger, sources=[nurse]))
    assert "who carried their claims is kept: AFP" in said
    assert "first_hand" in said
    assert "dates can be matched" in said


def test_other_names_are_replaced_too(ledger, nurse):
    made = redact(ledger, sources=[nurse.id], names=["Desk"])
    assert "Desk" not in texts(made.ledger)


def test_wrong_arguments_are_refused(ledger):
    with pytest.raises(ct.UnknownRecord):
        redact(ledger, sources=[ct.Source("Nobody")])
    with pytest.raises(ct.InvalidField, match="16 random bytes"):
        redact(ledger, sources=[], secret=b"short")


@settings(max_examples=30)
@given(strategies.ledgers())
def test_every_source_of_every_ledger_can_be_protected(ledger):
    made = redact(ledger, sources=ledger.sources, secret=SECRET)
    assert len(made.ledger) == len(ledger)
    said = texts(made.ledger)
    assert not [source.id for source in ledger.sources if source.id in said]
    still = [sentence for sentence in made.revealing if "still" in sentence]
    assert not [sentence for sentence in still if not sentence.endswith(", a part of a name")]


def test_a_name_inside_another_word_is_left_and_said_as_half_a_word_would_tell_it():
    ledger = Ledger()
    ali = ct.Source("Ali", kind="witness")
    ledger.record(
        ct.Claim(ct.Event("A"), ali, ct.killed(), ct.exactly(1)),
        ct.Claim(ct.Event("B"), ct.Source("C"), ct.killed(), ct.exactly(2), note="ALI said so, in reality"),
    )
    made = redact(ledger, sources=[ali])
    note = made.ledger.claims()[1].note
    assert note == f"{made.pseudonyms['Ali']} said so, in reality"
    assert "still says 'ali' inside another word" in str(made)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ibrahim", "İbrahim was there"),
        ("Désiré Koné", "De\u0301sire\u0301 Kone\u0301 was there"),
        ("De\u0301sire\u0301", "DÉSIRÉ was there"),
        ("Aminata K.", "Aminata K.: was there"),
        ("(M.*)", "(M.*) was there"),
    ],
)
def test_names_are_replaced_however_they_are_written(name, text):
    ledger = Ledger()
    source = ct.Source(name)
    ledger.record(source, ct.Claim(ct.Event("A"), ct.Source("B"), ct.killed(), ct.exactly(1), note=text))
    made = redact(ledger, sources=[source])
    assert made.ledger.claims()[0].note.startswith(made.pseudonyms[name])


def test_an_id_within_a_text_is_made_anew_and_a_first_name_alone_is_said(ledger, nurse):
    toll = ledger.claims()[0]
    ledger.record(
        ct.Claim(ct.Event("Later"), ct.Source("AFP"), ct.killed(), "5", note=f"see {toll.id}; Aminata again")
    )
    made = redact(ledger, sources=[nurse])
    assert made.ledger.claims()[-1].note == f"see {made.ledger.claims()[0].id}; Aminata again"
    assert "still says 'Aminata', a part of a name" in str(made)

"""Laws of figures, dates, identity and records: what holds for every one that can be made."""

from __future__ import annotations

import copy
import pickle
import unicodedata
from datetime import date, datetime, timedelta, timezone

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack import strategies as cts
from claimtrack.figures import LARGEST
from claimtrack.identity import is_id, kind_of, make_key

FIGURES = cts.figures()
DAYS = st.sampled_from([date(2024, 9, 15) + timedelta(days=k) for k in range(5)])
PARTIES = cts.parties()
RECORDS = {
    "party": PARTIES,
    "source": cts.sources(parties=PARTIES, carriers=cts.sources()),
    "event": cts.events(parties=PARTIES),
    "measure": cts.measures(parties=PARTIES),
    "proposition": cts.propositions(parties=PARTIES),
    "attribution": cts.attributions(),
    "evidence": cts.evidence(),
    "claim": cts.claims(earlier=cts.claims()),
    "assessment": cts.assessments(claims=cts.claims(), evidence=cts.evidence()),
    "retraction": cts.retractions(claims=cts.claims()),
    "relation": cts.relations(between=cts.sources()),
}
VALUES = {
    "figure": FIGURES,
    "when": cts.whens(),
    "place": cts.places(),
    "stance": cts.stances(parties=PARTIES),
    "declined": cts.declined(),
}
each_record = pytest.mark.parametrize("kind", RECORDS)
each_kind = pytest.mark.parametrize("kind", RECORDS | VALUES)
anything = st.one_of(*RECORDS.values(), *VALUES.values())


def within(inner, outer):
    low, high = outer
    return (low is None or (inner[0] is not None and inner[0] >= low)) and (
        high is None or (inner[1] is not None and inner[1] <= high)
    )


def apart(a, b):
    return (a[1] is not None and b[0] is not None and a[1] < b[0]) or (
        b[1] is not None and a[0] is not None and b[1] < a[0]
    )


# Figures


@given(FIGURES)
def test_reading_lies_within_bounds_and_point_within_reading(figure):
    assert within(figure.reading, figure.bounds)
    if figure.point is not None:
        assert within((figure.point, figure.point), figure.reading)


@given(FIGURES)
def test_ends_are_whole_numbers_of_persons_in_order(figure):
    for low, high in (figure.bounds, figure.reading, figure.stated_ends):
        assert all(type(end) is int and 0 <= end <= LARGEST for end in (low, high) if end is not None)
        assert low is None or high is None or low <= high


@given(FIGURES)
def test_stated_ends_are_numbers_of_the_reading(figure):
    assert set(figure.stated_ends) <= {*figure.reading, figure.point, None}


@given(FIGURES, FIGURES)
def test_figures_contradict_if_and_only_if_their_bounds_are_apart(a, b):
    both_say_a_number = a.bounds != (None, None) and b.bounds != (None, None)
    assert (a.compare(b) == "contradict") == (both_say_a_number and apart(a.bounds, b.bounds))


@given(FIGURES, FIGURES)
def test_figures_agree_if_and_only_if_their_readings_meet(a, b):
    both_say_a_number = a.bounds != (None, None) and b.bounds != (None, None)
    assert (a.compare(b) == "agree") == (both_say_a_number and not apart(a.reading, b.reading))
    assert (a.compare(b) == "unknown") == (not both_say_a_number)


@given(FIGURES, FIGURES)
def test_comparison_is_symmetric(a, b):
    assert a.compare(b) is b.compare(a)


@given(FIGURES)
def test_a_figure_agrees_with_itself_or_says_nothing(figure):
    assert figure.compare(figure) == ("unknown" if figure.bounds == (None, None) else "agree")


@given(cts.figures(kinds=["exact", "none"]))
def test_exact_figures_support_themselves(figure):
    assert figure.supports(figure)


@given(FIGURES)
def test_a_figure_supports_itself_only_where_its_reading_is_its_bounds(figure):
    assert figure.supports(figure) == (figure.reading == figure.bounds != (None, None))


SMALL = st.one_of(cts.figures(max_value=9), cts.figures(kinds=["at_least", "vague", "range"], max_value=99))


@given(SMALL, SMALL, SMALL)
@example(ct.exactly(99), ct.figure("dozens"), ct.at_least(13))
def test_support_is_transitive(a, b, c):
    if a.supports(b) and b.supports(c):
        assert a.supports(c)


@given(FIGURES, FIGURES)
def test_what_supports_a_figure_agrees_with_it(a, b):
    if a.supports(b):
        assert a.compare(b) == "agree"


@given(FIGURES, st.integers(0, LARGEST))
def test_only_a_sharp_number_that_is_meant_supports(figure, n):
    assert ct.exactly(n).supports(figure) == (
        figure.bounds != (None, None) and within((n, n), figure.reading)
    )


REFUSED = {
    "bool": bool, "int": int, "float": float, "hex": hex, "round": round, "abs": abs,
    "<": lambda figure: figure < ct.exactly(3), "<=": lambda figure: figure <= ct.exactly(3),
    ">": lambda figure: figure > 3, ">=": lambda figure: figure <= 3,
    "+": lambda figure: figure + 1, "sum": lambda figure: sum([figure]),
    "sorted": lambda figure: sorted([figure, figure]), "index": lambda figure: [0][figure],
}  # fmt: skip


@pytest.mark.parametrize("sign", REFUSED)
@given(FIGURES)
def test_a_figure_has_no_truth_no_order_and_no_arithmetic(sign, figure):
    with pytest.raises(TypeError):
        REFUSED[sign](figure)


@given(FIGURES)
def test_a_figure_keeps_its_words_and_prints_them(figure):
    if figure.words is None:
        assert str(figure) == figure.label != ""
    else:
        assert str(figure) == figure.words
    assert repr(figure)


@given(st.integers(0, LARGEST))
@example(LARGEST)
@example(0)
def test_every_count_of_people_makes_every_figure(n):
    for make in (ct.exactly, ct.at_least, ct.at_most, ct.about):
        figure = make(n)
        assert within((n, n), figure.reading)
    assert ct.between(n, n).supports(ct.exactly(n))


@given(st.one_of(st.integers(max_value=-1), st.integers(min_value=LARGEST + 1)))
def test_what_is_no_count_of_people_makes_no_figure(n):
    for make in (ct.exactly, ct.at_least, ct.at_most, ct.about):
        with pytest.raises(ct.InvalidField):
            make(n)


@given(st.one_of(st.floats(), st.booleans(), st.text(), st.none(), st.decimals(), st.binary()))
def test_counts_are_never_coerced(value):
    for make in (ct.exactly, ct.at_least, ct.at_most, ct.about):
        with pytest.raises(ct.WrongType):
            make(value)


ENDS = st.one_of(st.none(), st.integers(0, 5))


@given(st.tuples(ENDS, ENDS), st.tuples(ENDS, ENDS), st.sampled_from(ct.FigureKind), st.one_of(ENDS))
def test_a_figure_by_hand_is_refused_or_keeps_every_law(bounds, reading, kind, point):
    try:
        figure = ct.Figure(bounds, reading, kind, point=point)
    except ct.InvalidField:
        return
    assert figure.label
    assert repr(figure)
    assert within(figure.reading, figure.bounds)
    assert figure.compare(figure) in {"agree", "unknown"}


# Dates

WHENS = cts.whens()
NEAR = cts.whens(min_day=date(2024, 9, 15), max_day=date(2024, 9, 19))


@given(WHENS)
def test_a_date_survives_iso(moment):
    assert ct.when(moment.iso) == moment
    assert ct.when(str(moment)) == moment
    assert ct.when(moment) is moment


@given(WHENS)
def test_a_date_spans_what_its_precision_says(moment):
    days = (moment.end - moment.start).days + 1
    allowed = {"day": {1}, "time": {1}, "month": {28, 29, 30, 31}, "year": {365, 366}}
    assert days >= 1
    assert days in allowed.get(moment.precision, {days})


@given(NEAR)
def test_no_date_is_before_itself(moment):
    assert not moment.before(moment)
    assert not moment.day_before(moment)


@given(NEAR, NEAR)
def test_of_two_dates_at_most_one_is_before_the_other(a, b):
    assert not (a.before(b) and b.before(a))


@given(NEAR, NEAR, NEAR)
def test_before_is_transitive(a, b, c):
    if a.before(b) and b.before(c):
        assert a.before(c)


MOMENTS = st.builds(
    lambda day, hour, hours: ct.when(
        datetime(2024, 9, day, hour, tzinfo=None if hours is None else timezone(timedelta(hours=hours)))
    ),
    st.integers(15, 19), st.integers(0, 23), st.sampled_from([None, -12, -11, -1, 0, 2, 13, 14]),
)  # fmt: skip
PLAIN = st.builds(ct.when, DAYS)


@given(st.one_of(MOMENTS, PLAIN), st.one_of(MOMENTS, PLAIN), st.one_of(MOMENTS, PLAIN))
@example(ct.when("2024-09-17T23:00-10:00"), ct.when("2024-09-18T00:30+14:00"), ct.when("2024-09-17"))
@example(ct.when("2024-09-18T00:30+14:00"), ct.when("2024-09-17T23:00-10:00"), ct.when("2024-09-18"))
@example(ct.when("2024-09-17T23:59-12:00"), ct.when("2024-09-18"), ct.when("2024-09-19T00:00+14:00"))
def test_before_is_a_strict_partial_order_across_offsets(a, b, c):
    assert not (a.before(b) and b.before(a))
    if a.before(b) and b.before(c):
        assert a.before(c)


@given(MOMENTS, MOMENTS)
@example(ct.when("2024-09-17T23:00-10:00"), ct.when("2024-09-18T00:30+14:00"))
def test_a_time_is_before_another_only_if_it_was_an_earlier_moment_or_two_days_apart(a, b):
    if a.before(b) and (b.start - a.start).days < 2 and a.clock.tzinfo and b.clock.tzinfo:
        assert a.clock < b.clock


@given(NEAR, NEAR)
def test_a_date_on_an_earlier_day_lies_wholly_before(a, b):
    assert a.day_before(b) == (a.end < b.start)
    if a.before(b):
        assert a.start <= b.start


@given(cts.whens(precisions=["month"]), cts.whens(precisions=["day"]))
def test_a_month_counts_from_its_last_day(month, day):
    assert month.before(day) == (month.end < day.start)
    assert day.before(month) == (day.start < month.start)
    assert (month.end + timedelta(days=1)).day == 1 if month.end < date.max else month.end.day == 31


@given(WHENS, WHENS)
def test_dates_have_no_order_signs(a, b):
    for compare in (lambda: a < b, lambda: a <= b, lambda: a > b, lambda: a >= b, lambda: sorted([a, b])):
        with pytest.raises(TypeError):
            compare()


@given(st.dates())
def test_a_day_is_read_as_itself(day):
    moment = ct.when(day)
    assert (moment.start, moment.end, moment.precision) == (day, day, "day")
    assert ct.when(f"{day.year:04d}-{day.month:02d}").precision == "month"


@given(st.dates(min_value=date(1900, 1, 1)))
def test_words_and_iso_give_the_same_day(day):
    named = f"{day.day} {day:%B} {day.year}"
    assert ct.when(named) == ct.when(day)
    assert ct.when(f"{day:%B} {day.year}") == ct.when(f"{day.year:04d}-{day.month:02d}")


@given(st.dates())
def test_a_numeric_date_that_has_two_orders_is_refused_without_one(day):
    numeric = f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
    if day.day > 12:
        assert ct.when(numeric) == ct.when(day)
    elif day.day != day.month:
        with pytest.raises(ct.InvalidField):
            ct.when(numeric)
    assert ct.when(f"{day.day}/{day.month}/{day.year:04d}", order="dmy") == ct.when(day)
    assert ct.when(f"{day.month}/{day.day}/{day.year:04d}", order="mdy") == ct.when(day)


@given(st.one_of(
    st.text(),
    st.text(alphabet="0123456789 -/.:TZ+"),
    st.from_regex(r"\A[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}\Z"),
    st.lists(st.sampled_from([
        "17", "9", "2024", "September", "septembre", "Tuesday", "mardi", "10:30", "5pm", "noon", "UTC", "EST",
        "+02:00", "of", "at", "nan", "inf", "1e9", ",", "-", "/", "T", "99999999999", "AD", "BC", "24", "''",
    ]), max_size=6).map(" ".join),
))  # fmt: skip
def test_any_text_is_read_as_a_date_or_refused(text):
    try:
        moment = ct.when(text)
    except ct.InvalidField:
        return
    assert ct.when(moment.iso) == moment


@pytest.mark.parametrize("text", [
    "17 September 2024 10:30 EST",  # a name that several zones bear
    "September 2024 10:30",  # a time without its day
    "Tuesday September 2024",  # a weekday without its day
    "17 September 24",  # a year of two digits
    "1.5 2024",  # the first of May, or the fifth of January
    "1 May 2024 BC",
])  # fmt: skip
def test_a_date_of_which_a_part_would_be_dropped_or_guessed_is_refused(text):
    with pytest.raises(ct.InvalidField):
        ct.when(text)


@pytest.mark.parametrize(("text", "iso"), [
    ("mardi 17 septembre 2024", "2024-09-17"),
    ("٢٠٢٤-٠٩-١٧", "2024-09-17"),
    ("17h30 17 septembre 2024", "2024-09-17T17:30:00"),
    ("17 September 2024 10:30 GMT+2", "2024-09-17T10:30:00+02:00"),
])  # fmt: skip
def test_a_date_in_other_words_is_read(text, iso):
    assert ct.when(text).iso == iso


@given(st.dates(), st.dates(), st.sampled_from(["day", "month", "year", "time", "span"]))
def test_a_date_by_hand_is_refused_or_survives_iso(start, end, precision):
    try:
        moment = ct.When(start, end, precision)
    except ct.InvalidField:
        return
    assert ct.when(moment.iso) == moment


# Identity


@each_record
@given(st.data())
def test_an_id_says_its_kind_and_never_changes(kind, data):
    record = data.draw(RECORDS[kind])
    assert is_id(record.id, kind)
    assert kind_of(record.id) == kind
    assert record.id == record.id == copy.deepcopy(record).id


@given(anything, anything)
def test_records_of_different_kinds_are_never_equal(a, b):
    if type(a) is not type(b):
        assert a != b
        assert getattr(a, "id", None) != getattr(b, "id", "")


@given(anything, anything)
def test_equal_records_have_equal_hashes_and_ids(a, b):
    if a == b:
        assert hash(a) == hash(b)
        assert getattr(a, "id", None) == getattr(b, "id", None)


@given(cts.sources(), st.sampled_from("ABCDEF"), st.sampled_from(ct.SourceKind), st.text())
def test_regrading_a_source_keeps_its_id(source, grade, kind, note):
    other = ct.Source(source.name, kind, key=source.key, reliability=grade, note=note)
    assert other.id == source.id


@given(PARTIES, PARTIES, st.text())
def test_what_is_said_of_a_party_is_not_in_its_id(party, foe, note):
    assert ct.Party(party.name, key=party.key, opposes=[foe], note=note).id == party.id


@given(cts.events(parties=PARTIES), PARTIES)
def test_a_party_given_twice_is_there_once(event, party):
    twice = [party, *event.parties, party]
    once = {party.id: party for party in twice}.values()
    assert ct.Event(event.name, parties=twice) == ct.Event(event.name, parties=once)
    assert ct.Proposition("P", serves=twice) == ct.Proposition("P", serves=once)
    assert len(ct.Event(event.name, parties=twice).parties) == len(once)


@given(cts.events(), PARTIES, st.text())
def test_parties_and_notes_are_not_in_the_id_of_an_event(event, party, note):
    other = ct.Event(event.name, occurred=event.occurred, place=event.place, parties=[party], note=note)
    assert other.id == event.id


@given(cts.claims(), cts.sources(), st.text(), st.sampled_from(["believed", None]))
def test_note_hedge_and_regrading_are_not_in_the_id_of_a_claim(claim, source, note, hedge):
    kept = {"stated": claim.stated, "via": claim.via, "based_on": claim.based_on, "revises": claim.revises,
            "references": claim.references, "words": claim.words, "observed": claim.observed}  # fmt: skip
    graded = ct.Source(
        claim.source.name, claim.source.kind, key=claim.source.key, reliability="E", note=source.note
    )
    other = ct.Claim(claim.event, graded, claim.question, claim.answer, note=note, hedged=hedge, **kept)
    assert other.id == claim.id


@given(cts.claims(), cts.claims())
def test_claims_that_say_something_else_have_another_id(a, b):
    if (a.event.id, a.source.id, a.question.id, a.stated, a.as_given, a.via) != (
        b.event.id, b.source.id, b.question.id, b.stated, b.as_given, b.via
    ):  # fmt: skip
        assert a.id != b.id


EVIDENCE = ct.Evidence("https://example.org/")


@given(cts.claims(), cts.whens(), cts.claims())
def test_whatever_a_claim_refers_to_is_in_its_id(claim, moment, other):
    def rebuilt(**changed):
        fields = ("stated", "via", "based_on", "revises", "references", "words", "observed")
        said = {field: getattr(claim, field) for field in fields} | changed
        return ct.Claim(claim.event, claim.source, claim.question, claim.answer, **said)

    assert rebuilt().id == claim.id
    for field, value in {
        "stated": None if claim.stated else moment,
        "via": () if claim.via else (other.source,),
        "based_on": () if claim.based_on else (EVIDENCE,),
        "revises": () if claim.revises else (other,),
        "references": () if claim.references else (EVIDENCE,),
    }.items():
        assert rebuilt(**{field: value}).id != claim.id, field


@given(st.sampled_from(["civilians", "gendarmerie cadets"]), st.sampled_from(["", " ", "\n", "\u00a0"]))
def test_blanks_around_a_population_make_no_other_measure(among, blank):
    assert ct.killed(among=f"{blank}{among}{blank}").id == ct.killed(among=among).id
    assert ct.killed(part=f"{blank}{among}{blank}").id == ct.killed(part=among).id


@given(st.text().filter(str.strip))
@example("\u00df\u0301")
@example("\u0130\u0301")
@example("Fale\u0301a")
def test_a_key_is_its_own_key(name):
    key = make_key(name)
    assume(key)
    assert make_key(key) == key
    party = ct.Party(name)
    assert ct.Party(party.name, key=party.key) == party


@given(st.text().filter(str.strip))
def test_names_that_look_the_same_are_the_same(name):
    composed, decomposed = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    assert ct.Party(composed).id == ct.Party(decomposed).id == ct.Party(f" {name}  ").id


@given(st.lists(cts.names(), min_size=2, max_size=4, unique_by=make_key))
def test_different_names_make_different_parties(names):
    assert len({ct.Party(name).id for name in names}) == len(names)


@given(PARTIES, PARTIES)
def test_a_measure_is_the_same_whatever_the_order_of_its_parts(a, b):
    one = ct.Measure(["killed", "wounded"], of=[a, b])
    other = ct.Measure(["wounded", "killed", "wounded"], of=[b, a, b])
    assert one == other
    assert one.id == other.id


@given(cts.sources(), cts.sources(), st.sampled_from(["independent", "same"]))
def test_a_symmetric_relation_has_one_id(a, b, how):
    assume(a.id != b.id)
    one, other = ct.Relation(a, b, how, because="so"), ct.Relation(b, a, how, because="so")
    assert one == other
    assert one.id == other.id
    assert ct.Relation(a, b, "depends", because="so").id != ct.Relation(b, a, "depends", because="so").id


# Records


def parts(value):
    """A record and everything inside it."""
    yield value
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, tuple | frozenset):
        for inner in value:
            yield from parts(inner)


@each_kind
@given(st.data())
def test_records_cannot_be_changed(kind, data):
    record = data.draw((RECORDS | VALUES)[kind])
    for field in attrs.fields(type(record)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(record, field.name)
    with pytest.raises(AttributeError):
        record.anything_else = 1


@each_kind
@given(st.data())
def test_records_are_frozen_all_the_way_down(kind, data):
    record = data.draw((RECORDS | VALUES)[kind])
    for part in parts(record):
        assert not isinstance(part, list | dict | set | bytearray), part
        hash(part)


@given(st.lists(PARTIES, min_size=1, max_size=3))
def test_what_a_record_was_given_can_change_without_it(parties):
    given_list = list(parties)
    event = ct.Event("Attack", parties=given_list)
    before = event.parties
    given_list.clear()
    assert event.parties == before != ()


@each_kind
@given(st.data())
def test_records_survive_pickling_and_copying(kind, data):
    record = data.draw((RECORDS | VALUES)[kind])
    pickled = [pickle.loads(pickle.dumps(record, protocol)) for protocol in (2, pickle.HIGHEST_PROTOCOL)]  # noqa: S301
    for again in (*pickled, copy.copy(record), copy.deepcopy(record)):
        assert again == record
        assert hash(again) == hash(record)
        assert type(again) is type(record)
        assert getattr(again, "id", None) == getattr(record, "id", None)
        assert str(again) == str(record)


@each_kind
@given(st.data())
def test_records_print_without_failing(kind, data):
    record = data.draw((RECORDS | VALUES)[kind])
    assert repr(record)
    assert str(record)
    if kind in {"measure", "proposition", "attribution", "figure", "stance", "declined"}:
        assert record.label


@given(cts.claims())
def test_a_claim_prints_what_was_said(claim):
    assert claim.source.name in str(claim)
    assert claim.as_given in str(claim)
    assert claim.as_given


@given(cts.claims())
def test_what_was_seen_in_part_is_a_floor(claim):
    figure = claim.figure
    if claim.observed is None:
        assert figure is None or figure is claim.answer
    else:
        assert figure.bounds[1] is figure.reading[1] is figure.point is None
        assert figure.words == claim.answer.words
        assert figure.imputed == claim.answer.imputed
        assert (figure.bounds[0] or 0) == (claim.answer.bounds[0] or 0)


@given(cts.declined())
def test_no_answer_is_never_a_figure(answer):
    claim = ct.Claim(ct.Event("Attack"), ct.Source("AFP"), ct.killed(), answer)
    assert claim.figure is None
    assert not isinstance(claim.answer, ct.Figure)


@given(st.lists(st.sampled_from([*ct.Outcome][:6]), min_size=1))
def test_outcomes_are_a_set(outcomes):
    measure = ct.Measure(outcomes)
    assert measure == ct.Measure(list(reversed(outcomes)) * 2)
    assert measure.outcomes == tuple(outcome for outcome in ct.Outcome if outcome in outcomes)


@pytest.mark.parametrize(("field", "value"), [
    ("observed", ""), ("observed", 0), ("based_on", 0), ("based_on", ""), ("based_on", None),
    ("revises", False), ("references", ""), ("via", None), ("via", ""), ("stated", 0), ("stated", ""),
    ("first_hand", 0), ("first_hand", None), ("hedged", ""), ("hedged", 0), ("lang", ""), ("url", ""),
    ("note", None), ("note", 0), ("imputed", ""), ("words", ""), ("published", 0),
    ("published", "2024-09-17"), ("published", date(2024, 9, 17)),
])  # fmt: skip
def test_a_field_of_a_claim_is_refused_rather_than_coerced(field, value):
    with pytest.raises(ct.InvalidField):
        ct.Claim(ct.Event("Attack"), ct.Source("AFP"), ct.killed(), ct.exactly(1), **{field: value})


@pytest.mark.parametrize("value", [0, 1, "", None, 3.0, b"x", ["killed"], {"a": 1}, ...], ids=repr)
def test_a_name_is_a_text(value):
    for make in (ct.Party, ct.Source, ct.Event, ct.Place, ct.Proposition, ct.Attribution, ct.Evidence):
        with pytest.raises(ct.InvalidField):
            make(value)

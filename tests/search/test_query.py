"""What a reader may type, and how it is read."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.search.query import MAX_LENGTH, Clause, Query, Term

WORD = re.compile(r"[^\W_]+(?:['\u2019&-][^\W_]+)*")
WORDS = (
    st.from_regex(WORD, fullmatch=True)
    .map(lambda text: unicodedata.normalize("NFC", text))
    # In that form a letter may be one and a mark, which ends a word.
    .filter(lambda text: len(text) < 40 and WORD.fullmatch(text))
)
BARE = WORDS.filter(lambda word: word != "OR").map(lambda word: Term((word,)))
EXACT = st.lists(WORDS, min_size=1, max_size=4).map(lambda words: Term(tuple(words), exact=True))
CLAUSES = st.one_of(
    st.lists(BARE | EXACT, min_size=1, max_size=3).map(lambda terms: Clause(tuple(terms))),
    (EXACT | WORDS.map(lambda word: Term((word,)))).map(lambda term: Clause((term,), without=True)),
)
QUERIES = (
    st.lists(CLAUSES, max_size=6)
    .map(lambda clauses: Query(tuple(clauses)))
    .filter(lambda query: len(str(query)) <= MAX_LENGTH)
)


def word(text: str) -> Clause:
    return Clause((Term((text,)),))


def without(text: str) -> Clause:
    return Clause((Term((text,)),), without=True)


def exact(*words: str) -> Clause:
    return Clause((Term(words, exact=True),))


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("junior doctors", [word("junior"), word("doctors")]),
        ('"junior doctors"', [exact("junior", "doctors")]),
        ("“junior doctors”", [exact("junior", "doctors")]),
        ('"junior doctors', [exact("junior", "doctors")]),
        ('the"junior"doctors', [word("the"), exact("junior"), word("doctors")]),
        ("culture -change", [word("culture"), without("change")]),
        ('-"culture change"', [Clause((Term(("culture", "change"), exact=True),), without=True)]),
        ("a OR b", [Clause((Term(("a",)), Term(("b",))))]),
        ("a OR b OR c d", [Clause((Term(("a",)), Term(("b",)), Term(("c",)))), word("d")]),
        ('a OR "b c"', [Clause((Term(("a",)), Term(("b", "c"), exact=True)))]),
        ("a or b", [word("a"), word("or"), word("b")]),
        ('a "OR" b', [word("a"), exact("OR"), word("b")]),
        ("a OR -b", [word("a"), without("b")]),
        ("-a OR b", [without("a"), word("b")]),
        ("OR a OR", [word("a")]),
        ("-OR", [without("OR")]),
        ("buy-in A&E don't", [word("buy-in"), word("A&E"), word("don't")]),
        ("listening, caring; (leading)", [word("listening"), word("caring"), word("leading")]),
        ("doctors/managers", [word("doctors"), word("managers")]),
        ("-doctors/managers", [without("doctors"), without("managers")]),
        ("culture - change", [word("culture"), word("change")]),
        ("culture--change", [word("culture"), word("change")]),
        ('""', []),
        ("!&|():*<->\\", []),
    ],
)
def test_it_is_read_as(typed: str, clauses: list[Clause]) -> None:
    assert list(Query.parse(typed).clauses) == clauses


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("  junior \n\t doctors ", "junior doctors"),
        ("buy" + "-" * 40 + "in", "buy in"),
        ("«junior doctors»", '"junior doctors"'),
        ("OR a  OR OR b, -c", "a OR b -c"),
        ("cafe\u0301", "caf\u00e9"),
        (" \x00 --- ", ""),
        ("\ud800", ""),
    ],
)
def test_it_is_written_back_tidily(typed: str, written: str) -> None:
    assert str(Query.parse(typed)) == written


@given(st.text())
def test_reading_what_was_written_back_changes_nothing(typed: str) -> None:
    query = Query.parse(typed)

    assert Query.parse(str(query)) == query


@given(st.text(alphabet=st.sampled_from("ab -\"“'\u2019!&|()<>:*\\ORé\u0301\t\x00"), max_size=MAX_LENGTH))
def test_the_same_for_mixtures_of_signs(typed: str) -> None:
    query = Query.parse(typed)

    assert Query.parse(str(query)) == query


@given(QUERIES)
def test_every_query_can_be_typed(query: Query) -> None:
    assert Query.parse(str(query)) == query


def test_what_is_far_too_long_is_cut() -> None:
    assert len(str(Query.parse("x" * 10_000_000))) <= 2 * MAX_LENGTH
    assert len(str(Query.parse('"a"' * MAX_LENGTH))) <= 2 * MAX_LENGTH


def test_a_query_without_anything_in_it_is_false() -> None:
    assert not Query.parse(' - "" ')
    assert Query.parse("-a")


def test_its_words_are_those_that_may_be_there() -> None:
    query = Query.parse('junior "doctors in" -training a OR b')

    assert query.words == ["junior", "doctors", "in", "a", "b"]
    assert query.bare == ["junior", "a", "b"]


def test_only_bare_words_that_are_to_be_there_are_spelt_anew() -> None:
    query = Query.parse('docters "docters" -docters a OR docters')

    assert str(query.spelt({"docters": "doctors"})) == 'doctors "docters" -docters a OR doctors'


def test_a_part_can_be_left_out() -> None:
    assert str(Query.parse("a b OR c -d").lacking(1)) == "a -d"

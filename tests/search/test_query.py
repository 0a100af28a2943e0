"""What a reader may type, and what becomes of it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviews.models import Interview
from interviews.search.query import MAX_LENGTH, Query
from tests.factories import InterviewFactory

UNPLEASANT = [
    "-" * 40,
    "--" * 200,
    '"',
    '""',
    '"unbalanced',
    "'; drop table interviews_interview; --",
    "OR",
    "OR OR -",
    "-",
    "!&|():*<->",
    "\\",
    "a:*",
    "\x00",
    "\x07\u202e\ufeff",
    "👩🏽‍⚕️",
    "\ud800",
    "%s %(x)s {} {{ }}",
    "the and of",
]


def test_space_is_tidied() -> None:
    assert Query.parse("  junior \n\t doctors ").text == "junior doctors"


def test_a_run_of_hyphens_is_a_space() -> None:
    assert Query.parse("buy" + "-" * 40 + "in").text == "buy in"
    assert Query.parse("buy-in").text == "buy-in"


def test_nothing_typed_asks_for_nothing() -> None:
    assert not Query.parse(" \x00 --- ")


def test_a_query_is_cut_at_its_greatest_length() -> None:
    assert len(Query.parse("x" * 10_000_000).text) == MAX_LENGTH


@given(st.text())
def test_reading_what_was_read_changes_nothing(typed: str) -> None:
    query = Query.parse(typed)

    assert Query.parse(str(query)) == query


@pytest.mark.django_db
@pytest.mark.parametrize("typed", UNPLEASANT)
def test_no_text_breaks_the_search(typed: str) -> None:
    query = Query.parse(typed)
    found = Interview.objects.published().search(query)

    assert list(found.ranked(query) if query else found) == []


@pytest.mark.django_db
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("ab -\"'!&|()<>:*\\ORé\t"), max_size=80))
def test_no_mixture_of_signs_breaks_the_search(typed: str) -> None:
    assert list(Interview.objects.published().search(Query.parse(typed))) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("clocks", True),  # by its stem
        ("clock mending", True),  # both words, wherever they stand
        ("clock trumpets", False),
        ("clock OR trumpets", True),
        ("clock -mended", False),
        ('"mended the clock"', True),
        ('"clock the mended"', False),
        ("CLÔCK", True),  # blind to case and accents
    ],
)
def test_how_words_match(typed: str, found: bool) -> None:
    InterviewFactory(title="How they mended the clock", summary="All of it.")

    assert Interview.objects.published().search(Query.parse(typed)).exists() is found

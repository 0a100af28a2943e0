"""Which search a question leads to, and which questions can be answered."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interviews import questions
from tests.factories import InterviewFactory, QuestionFactory, StatementFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "typed",
    [
        "q=ward+clock&kind=step",
        "?q=ward+clock&kind=step",
        "/search/?q=ward+clock&kind=step",
        "https://perspectives.example/search/?q=ward+clock&kind=step",
        "  https://perspectives.example/search/?q=ward%20clock&kind=step#results ",
        "https://perspectives.example/search/?q=ward+clock&theme=&kind=step&page=3",
    ],
)
def test_an_address_is_kept_as_what_follows_its_question_mark(typed: str) -> None:
    assert questions.clean(typed) == "q=ward+clock&kind=step"


def test_a_question_mark_may_stand_among_the_words() -> None:
    assert questions.clean("q=who+winds+the+clock?&kind=step") == "q=who+winds+the+clock%3F&kind=step"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("https://perspectives.example/themes/time/?page=2", "This is not the address of a search here."),
        ("http://[perspectives/?q=clock", "This is not the address of a search here."),
        ("https://perspectives.example/search/", "This is not the address of a search here."),
        ("https://perspectives.example/search/?", "This asks for nothing."),
        ("page=2", "This asks for nothing."),
        ("q=+&theme=", "This asks for nothing."),
        ("them=time", "A search has no “them”. Did you mean “theme”?"),
        ("theme=nowhere", "Theme: “nowhere” is not one of the choices."),
        ("kind=stop&year_from=soon", "Kind of statement: “stop” is not one of the choices."),
        ("kind=step&year_from=soon", "From year: Write a year between 1900 and 2100, such as 2014."),
        ("q=" + "x" * 450, "Search for: That is too long: 450 characters."),
        ("q=%00", "Search for: There is a character in it that cannot be searched for."),
    ],
)
def test_what_is_no_search_is_refused_and_the_filter_named(typed: str, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        questions.clean(typed)
    assert refused.value.messages[0].startswith(said)


def test_a_theme_that_readers_cannot_see_is_refused() -> None:
    StatementFactory(themes=[ThemeFactory(slug="secret")], interview__draft=True)
    with pytest.raises(ValidationError, match="Theme: “secret” is not one of the choices"):
        questions.clean("theme=secret")


def test_only_questions_whose_search_has_no_fault_are_asked_in_their_order() -> None:
    InterviewFactory(statement__themes=[ThemeFactory(slug="time")], speaker__role__organisation__slug="harbourtown")
    moved = ThemeFactory(slug="once")
    StatementFactory(themes=[moved])
    moved.slug = "now"
    moved.save()
    StatementFactory(themes=[ThemeFactory(slug="secret")], interview__draft=True)
    good = ["q=clock", "theme=time&kind=step", "theme=once", "organisation=harbourtown&region=London"]
    bad = ["theme=secret", "theme=time&theme=gone", "organisation=nowhere", "region=Mars", "kind=stop", "region=%00"]
    for position, address in enumerate([*bad, *good]):
        QuestionFactory(position=position, address=address)
    assert [question.address for question in questions.answerable()] == good


def test_many_questions_cost_as_many_queries_as_one() -> None:
    InterviewFactory(statement__themes=[ThemeFactory(slug="time")], speaker__role__organisation__slug="harbourtown")
    counts = []
    for size in (1, 9):
        QuestionFactory.create_batch(size, address="theme=time&organisation=harbourtown&region=London")
        with CaptureQueriesContext(connection) as asked:
            assert len(questions.answerable()) in {1, 10}
        counts.append(len(asked))
    assert counts == [8, 8]

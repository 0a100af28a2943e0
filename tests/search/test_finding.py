"""What one question to the database brings: how many, which of them, and what the facets count."""

import pytest

from interviews.models import Interview, SearchDocument
from tests.factories import InterviewFactory, PassageFactory, SpeakerFactory
from tests.search.reader import ask, find

pytestmark = pytest.mark.django_db

PAGES = range(1, 5)


def pages(words: str = "", **parameters: str) -> list[str]:
    """What stands on the first pages, one after the other."""
    return [slug for page in PAGES for slug in find(words, page=str(page), **parameters)]


@pytest.fixture
def library() -> list[str]:
    """Slugs of 25 interviews that are as good as each other, of five years, in the order that readers get."""
    made = [InterviewFactory(title="Avocet", slug=f"it-{n}", recorded=str(2010 + n % 5)) for n in range(25)]
    return [one.slug for one in sorted(made, key=lambda one: (str(one.recorded), one.pk), reverse=True)]


def test_equals_are_in_order_of_date_and_then_of_entry(library: list[str]) -> None:
    InterviewFactory(title="Avocet", slug="undated", undated=True)

    assert pages("avocet") == [*library, "undated"]
    assert pages() == [*library, "undated"]
    assert pages("avocet", sort="newest") == [*library, "undated"]


def test_oldest_first_is_the_other_way_round_with_the_undated_last_all_the_same(library: list[str]) -> None:
    InterviewFactory(title="Avocet", slug="undated", undated=True)

    assert pages("avocet", sort="oldest") == [*reversed(library), "undated"]


def test_the_best_come_first_and_then_the_newest(library: list[str]) -> None:
    InterviewFactory(title="Avocets", slug="best", recorded="2001", statement__text="One avocet.")

    assert pages("avocet") == ["best", *library]


def test_every_interview_is_on_one_page_whatever_the_order(library: list[str]) -> None:
    for order in ("relevance", "newest", "oldest"):
        assert sorted(pages("avocet", sort=order)) == sorted(library)


def test_the_order_is_the_same_beyond_those_that_are_looked_at_closely(
    library: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interviews.search.ranking.RERANKED", 15)

    assert pages("avocet") == library


def test_the_total_does_not_depend_on_the_page(library: list[str]) -> None:
    assert [ask("avocet", page=str(page)).shown.found.total for page in (1, 3, 9)] == [25, 25, 25]
    assert find("avocet", page="9") == []


def test_a_rough_date_stands_where_it_may_begin() -> None:
    for date in ("2014", "2014-03", "2014-03-02", "2014?", "2013-12-31", "2015"):
        InterviewFactory(slug=f"d{date.replace('?', '-perhaps')}", recorded=date)

    assert find(sort="oldest") == ["d2013-12-31", "d2014", "d2014-perhaps", "d2014-03", "d2014-03-02", "d2015"]


def test_what_cannot_be_is_asked_of_nobody() -> None:
    InterviewFactory()

    answered = ask("the and of")

    assert (answered.shown.found.total, list(answered.shown.found.ids)) == (0, [])
    assert not any(answered.counts.values())


def test_one_document_is_found_once_however_often_it_matches() -> None:
    interview = InterviewFactory(title="Avocet", statement__text="Avocet")
    SpeakerFactory(interview=interview, role__leader__name="Ada Avocet")
    PassageFactory.create_batch(3, interview=interview, text="avocet")

    assert find("avocet") == find('"avocet"') == [interview.slug]
    assert SearchDocument.objects.count() == Interview.objects.count() == 1

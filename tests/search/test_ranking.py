"""The best first, by all that is known of the first few hundred."""

import pytest

from interviews.search import ranking
from interviews.search.meaning import understand
from interviews.search.query import Query
from tests.factories import InterviewFactory, PassageFactory, StatementFactory, SynonymGroupFactory
from tests.search.reader import find

pytestmark = pytest.mark.django_db

NEWER, OLDER = {"recorded": "2020"}, {"recorded": "2010"}


def test_what_holds_both_words_in_one_statement_comes_before_what_holds_them_apart() -> None:
    apart = InterviewFactory(slug="apart", statement__text="Feed the avocet", **NEWER)
    StatementFactory(interview=apart, text="Ask porters first")
    together = InterviewFactory(slug="together", statement__text="Ask porters to feed the avocet", **OLDER)
    StatementFactory(interview=together, text="Wait and see")

    assert find("porters avocet") == ["together", "apart"]


def test_a_statement_that_says_it_comes_before_mentions_elsewhere() -> None:
    InterviewFactory(slug="mentioned", summary="An avocet", speaker__role__title="Keeper of the avocet", **NEWER)
    InterviewFactory(slug="said", statement__text="Feed the avocet", **OLDER)

    assert find("avocet") == ["said", "mentioned"]


def test_a_rare_word_says_more_than_a_common_one() -> None:
    for number in range(6):
        InterviewFactory(slug=f"common-{number}", title="Clock", **NEWER)
    InterviewFactory(slug="rare", title="Avocet", **OLDER)

    assert find("clock OR avocet")[0] in {"rare", "common-5"}
    assert find("how to get a clock for an avocet or a trumpet or a drum")[0] == "rare"


def test_the_word_typed_comes_before_one_that_means_the_same() -> None:
    SynonymGroupFactory(terms=["clock", "timepiece"])
    InterviewFactory(slug="same", title="Timepiece", **NEWER)
    InterviewFactory(slug="typed", title="Clock", **OLDER)

    assert find("clock") == ["typed", "same"]
    assert find("timepiece") == ["same", "typed"]


def test_an_exact_phrase_ranks_by_where_its_words_stand() -> None:
    PassageFactory(interview__slug="said", interview__recorded="2020", text="Mend the clock.")
    InterviewFactory(slug="called", title="Mend the clock", **OLDER)

    assert find('"mend the clock"') == ["called", "said"]


def test_what_is_only_left_out_ranks_nothing() -> None:
    InterviewFactory(slug="older", **OLDER)
    InterviewFactory(slug="newer", **NEWER)

    assert find("-avocet") == ["newer", "older"]


def test_equals_keep_the_order_that_they_came_in() -> None:
    ids = [InterviewFactory(title="Avocet", slug=slug).pk for slug in ("a", "b", "c")]
    meaning = understand(Query.parse("avocet"))

    assert ranking.best_first(ids, meaning) == ids
    assert ranking.best_first(ids[::-1], meaning) == ids[::-1]


def test_beyond_the_first_few_hundred_the_head_alone_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "RERANKED", 5)
    InterviewFactory(slug="best", title="Avocet", **OLDER)
    for number in range(20):
        InterviewFactory(slug=f"one-{number:02}", summary="An avocet", **NEWER)

    assert find("avocet", page="2") == [f"one-{number:02}" for number in range(10, 0, -1)]
    assert find("avocet", page="3") == ["one-00"]

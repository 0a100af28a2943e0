"""The judgements name what is in the starter collection, and the measures are what the textbooks say."""

import csv
from collections import Counter

import pytest

from tests.search import judgements
from tests.search.judgements import HELPFUL, Scores, ndcg, reciprocal_rank, success
from tests.search.relevance import STARTER

ROWS = judgements.read()
TOPICS = judgements.topics()


def places(table: str, *columns: str) -> set[tuple[str, ...]]:
    """What these columns of a table of the starter collection hold."""
    with (STARTER / table).open(newline="", encoding="utf-8") as lines:
        return {tuple(row[column] for column in columns) for row in csv.DictReader(lines)}


def test_every_interview_judged_is_there() -> None:
    assert {(row.interview,) for row in ROWS} <= places("interviews.csv", "slug")


def test_every_statement_judged_is_there() -> None:
    judged = {(row.interview, str(row.statement)) for row in ROWS if row.statement is not None}
    assert judged <= places("statements.csv", "interview", "position")


def test_nothing_is_judged_twice() -> None:
    counts = Counter((row.query, row.interview, row.statement) for row in ROWS)
    assert [row for row, count in counts.items() if count > 1] == []


def test_a_query_is_of_one_kind() -> None:
    counts = Counter(topic.query.casefold() for topic in TOPICS)
    assert [query for query, count in counts.items() if count > 1] == []


def test_there_are_queries_enough_of_every_kind_to_trust_an_average() -> None:
    counts = Counter(topic.kind for topic in TOPICS)
    assert counts.total() >= 60
    assert counts.keys() == {"keyword", "mismatch", "typo", "abbreviation", "name", "question"}
    assert min(counts.values()) >= 10
    assert counts["question"] >= 25


def test_grades_go_from_one_to_three() -> None:
    assert {row.grade for row in ROWS} == {1, 2, 3}


def test_every_query_has_something_that_helps() -> None:
    assert [topic.query for topic in TOPICS if max(topic.grades.values()) < HELPFUL] == []


def test_an_interview_is_worth_what_its_best_row_is() -> None:
    topic = next(topic for topic in TOPICS if topic.query == "job planning")
    rows = [row for row in ROWS if row.query == topic.query]
    for interview, grade in topic.grades.items():
        assert grade == max(row.grade for row in rows if row.interview == interview)


def test_gain_doubles_with_the_grade_and_shrinks_with_the_place() -> None:
    # At places 1, 2 and 3 a gain of 0, 7 and 1 is divided by 1, 1.584963 and 2; at best it is one of 7, 3 and 1.
    found, best = 0 + 4.416508 + 0.5, 7 + 1.892789 + 0.5
    assert ndcg([0, 3, 1], [1, 2, 3]) == pytest.approx(found / best)


def test_the_best_order_gains_all_and_nothing_found_gains_nothing() -> None:
    assert ndcg([3, 2, 1], [1, 3, 2]) == 1
    assert ndcg([], [3]) == 0


def test_the_eleventh_counts_neither_way() -> None:
    assert ndcg([0] * 10 + [3], [3]) == 0
    assert ndcg([2] * 10, [2] * 30) == 1
    assert reciprocal_rank([0] * 10 + [3]) == 0


@pytest.mark.parametrize(("order", "expected"), [([], 0), ([1, 1], 0), ([2], 1), ([0, 1, 3, 2], 1 / 3)])
def test_the_reciprocal_rank_is_that_of_the_first_that_helps(order: list[int], expected: float) -> None:
    assert reciprocal_rank(order) == expected


@pytest.mark.parametrize(("order", "expected"), [([], 0), ([1, 1, 1, 3], 0), ([0, 0, 2], 1)])
def test_success_is_something_that_helps_among_three(order: list[int], expected: float) -> None:
    assert success(order) == expected


def test_what_nobody_judged_is_worth_nothing() -> None:
    assert Scores.of(["other"], {"wanted": 3}) == Scores(0, 0, 0)
    assert Scores.of(["other", "wanted"], {"wanted": 2}) == Scores(ndcg([0, 2], [2]), 0.5, 1)


def test_an_average_is_taken_of_each_measure() -> None:
    assert Scores.mean([Scores(1, 1, 1), Scores(0.5, 0.25, 0)]) == Scores(0.75, 0.625, 0.5)

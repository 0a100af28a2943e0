"""Who is asked what, and what is added up."""

import pytest
from django.db import connection

from benchmarks.measuring import RUNS, WARM_UPS, measure, timed_database
from benchmarks.queries import Query

QUERIES = [Query("rare word", ("ward",)), Query("full sentence", ("who", "asks"))]


class Listener:
    """Finds as many as the query has words, and remembers who was asked before whom."""

    def __init__(self, name: str, asked: list[str]) -> None:
        self.name = name
        self._asked = asked

    def ask(self, query: Query) -> int:
        self._asked.append(self.name)
        return len(query.words)


@pytest.mark.django_db
def test_engines_take_turns_and_are_asked_equally_often() -> None:
    asked: list[str] = []
    figures = measure([Listener("one", asked), Listener("other", asked)], QUERIES, lambda: None)
    assert asked == ["one", "other"] * 2 * (WARM_UPS + RUNS)
    assert [(figure.engine, figure.kind, figure.found) for figure in figures] == [
        ("one", "rare word", 1),
        ("one", "full sentence", 2),
        ("other", "rare word", 1),
        ("other", "full sentence", 2),
    ]


@pytest.mark.django_db
def test_statements_that_search_are_told_from_the_others() -> None:
    with timed_database() as stopwatch, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM interviews_interview")
        others = stopwatch.seconds
        assert stopwatch.search == 0
        cursor.execute("SELECT count(*) FROM interviews_searchdocument")
    assert stopwatch.statements == 2
    assert stopwatch.search == pytest.approx(stopwatch.seconds - others)

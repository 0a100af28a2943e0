"""Engines are compared only as far as they find the same."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.engines import Engine
from benchmarks.engines.fts5 import Fts5
from benchmarks.engines.page import SearchPage
from benchmarks.engines.plain_django import PlainDjango, answers_without_column
from benchmarks.engines.tantivy_index import Tantivy
from benchmarks.queries import Query
from interviews.models import Passage
from tests.factories import PassageFactory

pytestmark = pytest.mark.django_db
ONE = Query("one word", ("lighthouse",))
TWO = Query("two words", ("lighthouse", "keeper"))
PHRASE = Query("phrase", ("lighthouse", "keeper"), phrase=True)


@pytest.fixture
def engines(tmp_path: Path) -> Iterator[list[Engine]]:
    for text in ("The lighthouse keeper slept.", "A keeper of the lighthouse.", "Lighthouses only.", "Nothing of it."):
        PassageFactory(text=text)
    plain, tantivy = PlainDjango(), Tantivy(tmp_path)
    with closing(Fts5(tmp_path)) as fts5:
        for engine in (plain, fts5, tantivy):
            engine.prepare(4)
        yield [SearchPage(), plain, fts5, tantivy]


def test_all_find_the_same_number(engines: list[Engine]) -> None:
    for query, found in ((ONE, 3), (TWO, 2), (PHRASE, 1)):
        assert {engine.name: engine.ask(query) for engine in engines} == {engine.name: found for engine in engines}


def test_what_is_there_already_is_used_again(engines: list[Engine], tmp_path: Path) -> None:
    Passage.objects.update(text="Other words.")
    with closing(Fts5(tmp_path)) as fts5:
        for again in (PlainDjango(), fts5, Tantivy(tmp_path)):
            again.prepare(4)
            assert again.ask(ONE) == 3


def test_plain_full_text_can_do_without_its_column(engines: list[Engine]) -> None:
    assert answers_without_column(ONE, limit=60)

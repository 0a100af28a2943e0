"""The search keeps the quality that was measured, and stays ahead of plain full text."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from tests.journeys.leaks import rolled_back
from tests.search.judgements import Scores
from tests.search.relevance import STARTER, answers, ours, overall, plain

pytestmark = pytest.mark.django_db

# A little under what `make relevance` prints: what is lost here is lost for readers.
FLOOR = Scores(ndcg=0.72, reciprocal_rank=0.80, success=0.85)
LEAD = 0.4


@pytest.fixture(scope="module")
def measured(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Scores]]:
    """Both searches over the starter collection."""
    with django_db_blocker.unblock(), rolled_back():
        call_command("import_tables", str(STARTER))
        yield {"ours": overall(answers(ours)), "plain": overall(answers(plain))}


def test_the_order_of_results_keeps_its_quality(measured: dict[str, Scores]) -> None:
    assert measured["ours"].ndcg >= FLOOR.ndcg


def test_the_first_that_helps_stands_as_high_as_it_did(measured: dict[str, Scores]) -> None:
    assert measured["ours"].reciprocal_rank >= FLOOR.reciprocal_rank


def test_one_of_the_first_three_helps_as_often_as_it_did(measured: dict[str, Scores]) -> None:
    assert measured["ours"].success >= FLOOR.success


def test_it_stays_clearly_ahead_of_plain_full_text(measured: dict[str, Scores]) -> None:
    assert measured["ours"].ndcg >= measured["plain"].ndcg + LEAD

"""Sites to walk through: built once per module, gone with its transaction."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from interviews.importing.importer import import_tables
from tests.journeys.leaks import Site, rolled_back

STARTER = Path(__file__).parents[2] / "interviews/starter"


@pytest.fixture(scope="module")
def starter(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The starter collection as readers meet it."""
    with django_db_blocker.unblock(), rolled_back():
        import_tables(STARTER)
        _analyse()
        yield


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    """A small site that hides as much as it shows."""
    with django_db_blocker.unblock(), rolled_back():
        site = Site.build()
        _analyse()
        yield site


def _analyse() -> None:
    """Tell the planner what is there: rows of other tests, come and gone, leave it with plans that take seconds."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")

"""Nothing that is not published shows anywhere, and it would be noticed if it did."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import Model

from interviews.models import Interview, Statement, SynonymGroup, Theme
from organisations.models import Leader, Organisation, Role
from tests.journeys import canaries
from tests.journeys.doors import Door, doors, take_out
from tests.journeys.leaks import Site

pytestmark = pytest.mark.django_db

DOORS = doors()
# Doors behind other doors: opened alone they let nothing out. Each with the addresses that show what it holds back
# when the doors before it are open.
SPARE = {
    "interviews.filters:SearchFilter.statements Statement.objects": r"/search/\?kind=.*",
    "interviews.filters:SearchFilter.counts Statement.objects": "/search/",
    "interviews.filters:SearchFilter._matching Interview.objects": r"/search/\?q=.*",
    "interviews.results:show Interview.objects": "/search/",
    "interviews.results:_of_passages Passage.objects": r"/search/\?q=.*",
    "interviews.models.passage:PassageQuerySet.published Interview.objects": r"/search/\?q=.*",
    "interviews.views.leaders:index Leader.objects": "/leaders/",
}
# Where `published()` itself is written.
DEFINING = ("interviews.models.", "interviews.apps")
# The one public reader of a model whose own door is spare.
LEADS_TO = {
    "interviews.models.passage:PassageQuerySet.published Interview.objects": (
        "interviews.results:_of_passages Passage.objects"
    ),
}


@pytest.fixture
def patch() -> Iterator[pytest.MonkeyPatch]:
    """Change the code for one test; what is registered at start-up is registered anew."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch
    apps.get_app_config("interviews").ready()


def _open(taken: list[Door], patch: pytest.MonkeyPatch) -> None:
    take_out(taken, patch)
    apps.get_app_config("interviews").ready()


def test_nothing_hidden_shows_through_any_address(site: Site) -> None:
    assert list(site.leaks()) == []


def test_something_of_every_sort_is_hidden(site: Site) -> None:
    # Synonyms are about words, and belong to no interview.
    assert {type(row) for row in site.hidden} == set(canaries.all_models()) - {SynonymGroup}


@pytest.mark.parametrize("door", [door for door in DOORS if str(door) not in SPARE], ids=str)
def test_any_door_left_open_is_noticed(site: Site, patch: pytest.MonkeyPatch, door: Door) -> None:
    _open([door], patch)
    assert next(site.leaks(), None)


@pytest.mark.parametrize("name", SPARE)
def test_a_spare_door_holds_when_the_doors_before_it_are_open(site: Site, patch: pytest.MonkeyPatch, name: str) -> None:
    shut = {name, LEADS_TO.get(name)}
    others = [door for door in DOORS if str(door) not in shut and not door.module.startswith(DEFINING)]
    _open(others, patch)
    held = site.answers(SPARE[name])
    _open([*others, *(door for door in DOORS if str(door) == name)], patch)
    assert site.answers(SPARE[name]) != held


@pytest.mark.parametrize("model", [Interview, Statement, Theme, Leader, Organisation, Role])
def test_a_model_whose_published_lets_everything_through_is_noticed(
    site: Site, patch: pytest.MonkeyPatch, model: type[Model]
) -> None:
    rows = type(model._default_manager.all())
    patch.setattr(rows, "published", lambda everything: everything.all())
    assert next(site.leaks(), None)

"""Nothing that is not published shows anywhere, and it would be noticed if it did."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import Model

from interviews.models import Interview, Question, SearchDocument, SearchWord, Statement, SynonymGroup, Theme
from interviews.reasons import names_leading_to
from organisations.models import Leader, Organisation, Role
from tests.factories import (
    InterviewFactory,
    LeaderFactory,
    OrganisationFactory,
    RoleFactory,
    SpeakerFactory,
    StatementFactory,
    ThemeFactory,
)
from tests.journeys import canaries
from tests.journeys.addresses import search, suggest
from tests.journeys.doors import Door, doors, take_out
from tests.journeys.leaks import Site, answer, kept

pytestmark = pytest.mark.django_db

DOORS = doors()
EXACT_WORDS = r"/search/\?q=%22.*"
# Doors behind other doors: opened alone they let nothing out. Each with the addresses that show what it holds back
# when the doors before it are open.
SPARE = {
    "interviews.filters:SearchFilter.statements Statement.objects": r"/search/\?kind=.*",
    "interviews.results:show Interview.objects": "/search/",
    "interviews.results:_passages Passage.objects": EXACT_WORDS,
    "interviews.models.passage:PassageQuerySet.published Interview.objects": EXACT_WORDS,
    "interviews.views.leaders:index Leader.objects": "/leaders/",
    "interviews.presenters.spoken:speakers Interview.objects": r"/organisations/.+",
    "interviews.presenters.spoken:points Statement.objects": r"/organisations/.+",
    "interviews.presenters.spoken:under_names Statement.objects": r"/organisations/.+",
}
# Where `published()` itself is written.
DEFINING = ("interviews.models.", "interviews.apps")
# The one public reader of a model whose own door is spare.
LEADS_TO = {
    "interviews.models.passage:PassageQuerySet.published Interview.objects": (
        "interviews.results:_passages Passage.objects"
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


def test_search_keeps_the_same_of_what_is_published_whatever_else_there_is(site: Site) -> None:
    assert kept() == site.kept_without


def test_something_of_every_sort_is_hidden(site: Site) -> None:
    # Synonyms are about words, and questions are searches: they belong to no interview.
    assert {type(row) for row in site.hidden} == set(canaries.all_models()) - {Question, SynonymGroup}


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


@pytest.mark.parametrize("model", [Interview, SearchDocument, Statement, Theme, Leader, Organisation, Role])
def test_a_model_whose_published_lets_everything_through_is_noticed(
    site: Site, patch: pytest.MonkeyPatch, model: type[Model]
) -> None:
    rows = type(model._default_manager.all())
    patch.setattr(rows, "published", lambda everything: everything.all())
    assert next(site.leaks(), None)


def test_hidden_namesakes_stand_in_nobodys_way() -> None:
    """However many hidden things share a word of a public name, and however short theirs are."""
    leader, place, theme = "Ada Quillfeather", "Quaywater Teaching Hospitals", "Kindly bureaucracy on wards"
    role = RoleFactory(leader=LeaderFactory(name=leader), organisation=OrganisationFactory(name=place))
    InterviewFactory(speaker__role=role, statement__themes=[ThemeFactory(name=theme)])
    typed = ["quillfeather", "quaywater", theme, leader, place]
    asked = [*(search(q=words) for words in typed), *map(suggest, ["quil", "quay", "kind", *typed])]
    before = {address: answer(address) for address in asked}
    draft = InterviewFactory(draft=True, statement=None)
    for number in range(120):
        role = RoleFactory(
            leader=LeaderFactory(name="B Quillfeather", slug=f"namesake-{number}"),
            organisation=OrganisationFactory(name=f"Quaywater {number}"),
        )
        SpeakerFactory(interview=draft, role=role)
        StatementFactory(interview=draft, themes__name=f"Kindly {number}")
    assert {address: answer(address) for address in asked} == before
    assert leader in before[suggest("quil")][2]
    assert place in before[suggest("quay")][2]


def test_words_that_only_the_hidden_use_would_be_noticed_if_search_knew_them(site: Site) -> None:
    known = SearchWord.objects.bulk_create([SearchWord(word=word, uses=1000) for word in site.words])
    try:
        assert next(site.leaks(r"/search/suggest/\?q=.*"), None)
        assert next(site.leaks(r"/search/\?q=.*"), None)
    finally:
        SearchWord.objects.filter(word__in=[one.word for one in known]).delete()


def test_every_name_that_may_be_a_reason_is_of_something_public(site: Site) -> None:
    places = set(Organisation.objects.published().values_list("name", flat=True))
    themes = set(Theme.objects.published().values_list("name", flat=True))
    public = dict.fromkeys(("organisation", "other name", "code"), places)
    public |= dict.fromkeys(("theme", "covered", "wider theme"), themes)
    found = names_leading_to(list(Interview.objects.published().values_list("pk", flat=True)))
    named = {(name.kind, name.of) for names in found.values() for name in names}
    assert {kind for kind, _ in named} >= {"organisation", "other name", "theme", "wider theme"}
    assert [(kind, of) for kind, of in named if of not in public[kind]] == []

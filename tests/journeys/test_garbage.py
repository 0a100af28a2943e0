"""Whatever is asked for, the answer is a page or an error that says what is wrong; never a failure of ours."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from interviews.models import Interview, Theme
from organisations.models import Leader, Organisation
from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    PassageFactory,
    SynonymGroupFactory,
    ThemeAliasFactory,
    ThemeFactory,
)
from tests.journeys import nasty
from tests.journeys.leaks import rolled_back

pytestmark = pytest.mark.django_db

ASKED = {
    **nasty.TEXTS,
    **nasty.LONG,
    "NUL": "junior\0doctors",
    "a lone surrogate": "\udcff",
    "ten megabytes": "junior doctors " * (10 * 1024 * 1024 // 15),
}
STORED = {**nasty.TEXTS, **nasty.LONG}


@pytest.fixture(scope="module")
def nasty_library(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Interviews in which everything that can be searched or shown is nasty."""
    with django_db_blocker.unblock(), rolled_back():
        for number, text in enumerate(STORED.values()):
            name = f"{number} {text[:70]}"
            theme = ThemeFactory(name=name, slug=f"theme-{number}", definition=text)
            place = OrganisationFactory(name=name, slug=f"place-{number}", region=text[:60])
            ThemeAliasFactory(theme=theme, name=text[:120])
            OrganisationNameFactory(organisation=place, name=text[:200], kind="abbreviation")
            OrganisationIdentifierFactory(organisation=place, value=text[:60])
            interview = InterviewFactory(
                title=text[:200],
                slug=f"nasty-{number}",
                summary=text,
                publisher=text[:120],
                speaker__role__organisation=place,
                speaker__role__title=text[:200],
                speaker__role__leader__name=name,
                speaker__role__leader__slug=f"leader-{number}",
                speaker__credited_organisation=text[:200],
                statement__text=text,
                statement__themes=[theme],
            )
            PassageFactory(interview=interview, heading=text[:200], text=text, voice=text[:120])
            SynonymGroupFactory(terms=[text[:80], f"clock {number}"])
        yield


@pytest.mark.usefixtures("nasty_library")
@pytest.mark.parametrize("address", ["/search/", "/search/suggest/"])
@pytest.mark.parametrize("typed", ASKED.values(), ids=ASKED)
def test_any_words_are_answered_whatever_is_searched(client: Client, address: str, typed: str) -> None:
    response = client.get(address, {"q": typed.encode("utf-8", "surrogateescape")})
    assert response.status_code in {200, 400}
    assert response["Content-Type"] == "application/json" or "<script>alert" not in response.text


@pytest.mark.usefixtures("nasty_library")
@pytest.mark.parametrize("typed", nasty.TEXTS.values(), ids=nasty.TEXTS)
def test_every_part_of_any_words_is_answered(client: Client, typed: str) -> None:
    for part in dict.fromkeys([*typed.split()[:12], f"clock {typed[:200]}", f'clock OR "{typed[:200]}" OR ward']):
        for address in ("/search/", "/search/suggest/"):
            assert client.get(address, {"q": part}).status_code == 200


@pytest.mark.usefixtures("nasty_library")
def test_any_words_are_shown_on_every_page(client: Client) -> None:
    for model in (Interview, Theme, Leader, Organisation):
        for row in model._default_manager.all():
            assert client.get(row.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    "query", ["q=%FF%FE", "q=%ED%A0%80", "%00=%00", "q", "&&&", "q=a&q=b", "q[]=a", "page=1%00", "theme=%00", "=" * 500]
)
def test_any_bytes_after_the_question_mark_are_answered(client: Client, query: str) -> None:
    assert client.get(f"/search/?{query}").status_code in {200, 400}


@pytest.mark.usefixtures("nasty_library")
@pytest.mark.parametrize("page", ["0", "-1", "99999999999999999999", "last", "1e3", "", "one", "\0"])
@pytest.mark.parametrize("address", ["/search/", "/interviews/", "/organisations/", "/themes/theme-0/"])
def test_any_number_of_a_page_is_answered(client: Client, address: str, page: str) -> None:
    assert client.get(address, {"page": page}).status_code in {200, 400, 404}


@pytest.mark.parametrize("address", ["/interviews/%00/", "/interviews/%FF/", "/statements/99999999999999999999/"])
def test_any_address_is_answered(client: Client, address: str) -> None:
    assert client.get(address).status_code in {400, 404}

"""What the service says of itself, its health, and what went wrong."""

import re
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import path
from pytest_django import Settings

from config import navigation, urls, views
from interviews.models import SearchDocument
from tests.factories import InterviewFactory

PAGES = ["/about/", "/accessibility/", "/privacy/"]


def _fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


urlpatterns = [*urls.urlpatterns, path("fails/", _fail)]
handler500 = urls.handler500


@pytest.mark.parametrize("address", PAGES)
def test_a_plain_page_has_a_title_of_its_own_one_heading_and_sets_no_cookie(client: Client, address: str) -> None:
    response = client.get(address)
    html = response.text
    assert response.status_code == 200
    assert re.search(r"<title>\w.* \W Perspectives</title>", html)
    assert html.count("<h1") == 1
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("address", [*PAGES, "/healthz", "/robots.txt"])
def test_a_plain_page_asks_nothing_of_the_database(client: Client, address: str) -> None:
    # Without the db mark, a query would be an error.
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", [*PAGES, "/healthz", "/readyz", "/robots.txt"])
def test_a_plain_page_can_only_be_read(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_the_navigation_says_where_the_reader_is(client: Client) -> None:
    html = client.get("/about/").text
    assert '<a href="/about/" aria-current="page">About</a>' in html
    assert html.count("aria-current") == 1


def test_the_navigation_marks_the_section_of_a_page_below_it() -> None:
    current = {link.label: link.current for link in navigation.links("/themes/listening/")}
    assert current.pop("Themes") == "true"
    assert not any(current.values())


def test_every_page_can_be_searched_from(client: Client) -> None:
    html = client.get("/about/").text
    assert 'action="/search/"' in html
    assert 'for="site-search"' in html


def test_corrections_go_to_the_contact_address(client: Client, settings: Settings) -> None:
    settings.CONTACT_EMAIL = "curators@example.org"
    assert 'href="mailto:curators@example.org"' in client.get("/about/").text


def test_a_missing_contact_address_is_admitted(client: Client, settings: Settings) -> None:
    settings.CONTACT_EMAIL = ""
    assert "no contact address yet" in client.get("/about/").text


def test_crawlers_are_kept_from_the_admin_and_from_combinations_of_filters(client: Client) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert "Disallow: /admin/" in lines
    assert "Disallow: /search/?" in lines
    assert "Disallow: /briefing/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines


@pytest.mark.django_db
def test_ready_when_the_database_answers_and_is_migrated(client: Client) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (200, "ready\n")


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = [("interviews.0099_later", False), ("interviews.0100_last", False)]
    monkeypatch.setattr("config.views.MigrationExecutor.migration_plan", lambda *_: plan)
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (
        503,
        "2 migrations are not applied, beginning with interviews.0099_later.\n",
    )


@pytest.mark.django_db
def test_not_ready_while_an_interview_cannot_be_found(client: Client) -> None:
    InterviewFactory()
    SearchDocument.objects.all().delete()
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (
        503,
        "Some interviews are not in the search index. Run manage.py reindex.\n",
    )


@pytest.mark.django_db
def test_not_ready_without_a_search_index(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE interviews_searchdocument")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.text.startswith("The search index is not there.")


@pytest.mark.django_db
def test_whether_it_is_ready_costs_the_same_however_much_there_is(client: Client) -> None:
    client.get("/readyz")  # the first one reads the migrations' files
    with CaptureQueriesContext(connection) as before:
        client.get("/readyz")
    InterviewFactory.create_batch(3)
    with CaptureQueriesContext(connection) as after:
        client.get("/readyz")
    assert len(after) == len(before)


def test_not_ready_while_the_database_is_down(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise DatabaseError("password=secret")

    monkeypatch.setattr("config.views.MigrationExecutor", refuse)
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (503, "The database does not answer.\n")


def test_an_unknown_address_answers_with_a_page_that_helps(client: Client) -> None:
    response = client.get("/nowhere/at/all/")
    assert response.status_code == 404
    assert "<h1>Page not found</h1>" in response.text
    assert 'action="/search/"' in response.text
    assert not response.cookies


@pytest.mark.urls(__name__)
def test_a_failure_answers_with_a_page_and_without_the_database(client: Client) -> None:
    client.raise_request_exception = False
    response = client.get("/fails/")
    assert response.status_code == 500
    assert "<h1>Something went wrong</h1>" in response.text
    assert "RuntimeError" not in response.text
    assert not response.cookies


@pytest.mark.parametrize(
    ("handler", "status"), [(views.bad_request, 400), (views.permission_denied, 403), (views.page_not_found, 404)]
)
def test_an_error_page_keeps_its_status_and_the_navigation(
    handler: Callable[[HttpRequest, Exception], HttpResponse], status: int
) -> None:
    response = handler(RequestFactory().get("/themes/"), ValueError())
    assert response.status_code == status
    assert 'aria-current="page">Themes</a>' in response.text


def test_a_form_from_elsewhere_is_refused_with_an_explanation() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "curator"})
    assert response.status_code == 403
    assert "This form could not be accepted" in response.text

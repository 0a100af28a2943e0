"""The map of the site for crawlers."""

import pytest
from django.test import Client

from tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db


def test_it_lists_the_page_of_everything_published_with_no_invented_date(client: Client) -> None:
    interview = InterviewFactory()
    role = interview.speakers.get().role
    statement = interview.statements.get()
    xml = client.get("/sitemap.xml").text
    for thing in (interview, statement, statement.themes.get(), role.leader, role.organisation):
        assert f"<loc>http://testserver{thing.get_absolute_url()}</loc>" in xml
    for address in (
        "/",
        "/search/",
        "/interviews/",
        "/leaders/",
        "/organisations/",
        "/themes/",
        "/about/",
        "/privacy/",
    ):
        assert f"<loc>http://testserver{address}</loc>" in xml
    assert "lastmod" not in xml


def test_drafts_are_not_on_it(client: Client) -> None:
    hidden = InterviewFactory(draft=True)
    assert hidden.slug not in client.get("/sitemap.xml").text

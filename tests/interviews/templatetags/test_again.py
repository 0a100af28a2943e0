"""What those are told who share a page: its title and description, once more."""

import re
from html import unescape

import pytest
from django.test import Client

from tests.factories import InterviewFactory

pytestmark = pytest.mark.django_db


def _shared(client: Client, address: str) -> dict[str, str]:
    html = client.get(address).text
    return {name: unescape(text) for name, text in re.findall(r'<meta property="og:(\w+)"\s+content="([^"]*)">', html)}


def test_an_interview_is_shared_with_its_title_and_summary(client: Client) -> None:
    interview = InterviewFactory(slug="clock", title='Mending "it" & <others>', summary="All\nat once.")
    assert _shared(client, interview.get_absolute_url()) == {
        "site_name": "Perspectives",
        "locale": "en_GB",
        "type": "article",
        "title": 'Mending "it" & <others> \N{EN DASH} Interviews',
        "description": "All at once.",
        "url": "http://testserver/interviews/clock/",
    }


def test_a_statement_is_shared_with_its_words(client: Client) -> None:
    statement = InterviewFactory(statement__text="Wind it.", speaker__role__leader__name="Bea Hive").statements.get()
    shared = _shared(client, statement.get_absolute_url())
    assert shared["title"] == "Advice from Bea Hive: Wind it. \N{EN DASH} Interviews"
    assert (shared["description"], shared["type"]) == ("Wind it.", "article")


@pytest.mark.parametrize("address", ["/", "/interviews/", "/search/?q=clock", "/about/", "/themes/"])
def test_every_page_is_shared_under_its_own_title_and_address(client: Client, address: str) -> None:
    shared = _shared(client, address)
    title = re.search(r"<title>(.*) \N{EN DASH} Perspectives</title>", client.get(address).text, re.DOTALL)
    assert title
    assert shared["title"] == " ".join(unescape(title[1]).split())
    assert shared["type"] == "website"
    assert shared["url"] == f"http://testserver{address.partition('?')[0]}"


def test_a_page_that_is_not_there_has_no_address_to_share(client: Client) -> None:
    assert "url" not in _shared(client, "/nowhere/")

"""What a medical leader finds in the starter collection."""

import re

import pytest
from django.test import Client
from django.utils.html import strip_tags

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter")]

RANOTE = "/interviews/sandeep-ranote-5bp/"
BOROUGHS = "5 Boroughs Partnership NHS Foundation Trust"
NORTH_WEST = "North West Boroughs Healthcare NHS Foundation Trust"


def _page(client: Client, address: str, **parameters: str) -> str:
    response = client.get(address, parameters)
    assert response.status_code == 200
    return response.text


def _words(html: str) -> str:
    """What a reader sees, in one line."""
    body = html.partition("<main")[2] or html
    return re.sub(r"\s+", " ", strip_tags(body).replace("&#x27;", "'"))


def test_junior_doctors_leads_to_the_hindsight_of_david_evans(client: Client) -> None:
    html = _page(client, "/search/", q="junior doctors")
    assert 'href="/interviews/david-evans-northumbria/' in html
    assert "David Evans" in html
    assert "Hindsight" in html
    assert re.search(r"<mark>junior</mark> <mark>doctors?</mark>", html)


def test_a_trust_of_today_leads_to_what_was_said_where_it_came_from_and_says_why(client: Client) -> None:
    html = _page(client, "/search/", organisation="mersey-care")
    assert f'href="{RANOTE}' in html
    words = _words(html)
    assert f"{BOROUGHS} was renamed {NORTH_WEST} on 1 April 2017" in words
    assert f"{NORTH_WEST} was acquired by Mersey Care NHS Foundation Trust on 1 June 2021" in words


def test_that_trust_alone_leads_to_no_other(client: Client) -> None:
    html = _page(client, "/search/", organisation="mersey-care", lineage="off")
    assert f'href="{RANOTE}' not in html


def test_a_search_for_nonsense_is_answered_with_help(client: Client) -> None:
    words = _words(_page(client, "/search/", q="Hollinsworthy"))
    assert "Some things to try" in words
    assert "check the spelling" in words


def test_a_theme_that_is_none_is_an_error_beside_the_field_and_finds_nothing(client: Client) -> None:
    response = client.get("/search/", {"theme": "nonsense"})
    assert response.status_code == 400
    html = response.text
    assert "“nonsense” is not one of the choices" in html
    assert 'href="#theme' in html
    assert not re.search(r'href="/interviews/\w', html)


def test_an_interview_says_what_the_trust_was_called_then_and_what_became_of_it(client: Client) -> None:
    words = _words(_page(client, RANOTE))
    assert re.search(f"Associate Medical Director,? {BOROUGHS}", words)
    assert f"{BOROUGHS} was renamed {NORTH_WEST} on 1 April 2017" in words
    assert f"Part of {NORTH_WEST} was transferred to" in words
    assert f"{NORTH_WEST} was acquired by Mersey Care NHS Foundation Trust on 1 June 2021" in words


def test_an_interview_says_how_old_it_is(client: Client) -> None:
    assert re.search(r"about \d+ years ago", _words(_page(client, RANOTE)))


def test_a_paraphrase_stands_in_no_quotation_marks(client: Client) -> None:
    html = _page(client, RANOTE)
    assert "<blockquote" not in html
    assert "<q>" not in html


def test_each_question_of_the_front_page_is_answered_by_several_leaders(client: Client) -> None:
    links = re.findall(r'<li><a href="(/search/[^"]+)">', _page(client, "/").partition("questions__list")[2])
    found = {link: client.get(link.replace("&amp;", "&")).context["page"].paginator.count for link in links}
    assert len(found) == 8
    assert {link: count for link, count in found.items() if count < 4} == {}


def test_every_link_within_the_site_leads_somewhere(client: Client) -> None:
    waiting, met = {"/"}, set[str]()
    broken = []
    while waiting:
        address = waiting.pop()
        met.add(address)
        response = client.get(address)
        if response.status_code != 200:
            broken.append((address, response.status_code))
        links = re.findall(r'(?:href|action)="(/[^"#?]*|\?[^"#]*)', response.text)
        # Of the many ways to narrow a search or turn a page, those of one page are tried below.
        waiting |= {link for link in links if link.startswith("/") and not link.startswith("/static/")} - met
    assert broken == []
    assert RANOTE in met
    assert len(met) > 200


@pytest.mark.parametrize("address", ["/search/", "/search/?q=doctors", "/interviews/", "/organisations/", "/leaders/"])
def test_every_way_to_narrow_widen_or_turn_the_page_leads_somewhere(client: Client, address: str) -> None:
    links = set(re.findall(r'href="(\?[^"#]+)', client.get(address).text))
    path = address.partition("?")[0]
    answers = {link: client.get(path + link.replace("&amp;", "&")).status_code for link in sorted(links)}
    assert set(answers.values()) <= {200}, answers

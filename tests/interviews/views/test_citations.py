"""Downloads of references."""

import json

import pytest
from django.test import Client

from interviews.models import State
from tests.factories import InterviewFactory
from tests.queries import count_queries

pytestmark = pytest.mark.django_db

TYPES = {
    "ris": "application/x-research-info-systems",
    "bib": "application/x-bibtex; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json",
}


@pytest.mark.parametrize("ending", TYPES)
def test_a_reference_is_a_file_of_its_type_and_name(client: Client, ending: str) -> None:
    interview = InterviewFactory(slug="clock", title="Mending it")
    statement = interview.statements.get()
    for address, name in (
        ("/interviews/clock/", f"perspectives-interview-{interview.pk}"),
        (f"/statements/{statement.pk}/", f"perspectives-statement-{statement.pk}"),
    ):
        response = client.get(f"{address}cite.{ending}")
        assert response.status_code == 200
        assert response.headers["Content-Type"] == TYPES[ending]
        assert response.headers["Content-Disposition"] == f'attachment; filename="{name}.{ending}"'
        assert not response.cookies
        assert "Mending it" in response.text
        assert f"http://testserver{address}" in response.text


@pytest.mark.parametrize("ending", TYPES)
def test_both_pages_offer_it(client: Client, ending: str) -> None:
    interview = InterviewFactory()
    for address in (interview.get_absolute_url(), interview.statements.get().get_absolute_url()):
        assert f'href="{address}cite.{ending}"' in client.get(address).text


def test_both_pages_show_the_reference_and_the_address_to_copy_by_hand(client: Client) -> None:
    interview = InterviewFactory(title="Mending it", speaker__role__leader__name="Bea Hive")
    for address in (interview.get_absolute_url(), interview.statements.get().get_absolute_url()):
        told = client.get(address).text.partition(">Cite this</h2>")[2]
        assert "Hive, B. (" in told
        assert "<cite>Mending it</cite>" in told
        assert f"The address of this page is http://testserver{address}" in told
        assert f'data-copy="http://testserver{address}"' in told


@pytest.mark.parametrize("ending", TYPES)
def test_a_former_address_leads_to_the_file_of_today(client: Client, ending: str) -> None:
    interview = InterviewFactory(slug="clock")
    interview.slug = "moved"
    interview.save()
    response = client.get(f"/interviews/clock/cite.{ending}")
    assert (response.status_code, response.headers["Location"]) == (301, f"/interviews/moved/cite.{ending}")


@pytest.mark.parametrize("ending", TYPES)
@pytest.mark.parametrize("state", [state for state in State if state != State.PUBLISHED])
def test_what_is_not_published_has_no_reference(client: Client, ending: str, state: State) -> None:
    interview = InterviewFactory(state=state)
    for thing in (interview, interview.statements.get()):
        assert client.get(f"{thing.get_absolute_url()}cite.{ending}").status_code == 404


@pytest.mark.parametrize("ending", ["", "txt", "RIS", "ris/"])
def test_there_is_no_other_file(client: Client, ending: str) -> None:
    InterviewFactory(slug="clock")
    assert client.get(f"/interviews/clock/cite.{ending}").status_code == 404


def test_csl_is_a_list_of_one_item(client: Client) -> None:
    InterviewFactory(slug="clock")
    assert len(json.loads(client.get("/interviews/clock/cite.json").content)) == 1


def test_references_can_only_be_read(client: Client) -> None:
    assert client.post("/interviews/clock/cite.ris").status_code == 405
    assert client.post("/statements/1/cite.ris").status_code == 405


def test_a_reference_costs_the_same_whatever_was_said(client: Client) -> None:
    interview = InterviewFactory(slug="clock")
    assert count_queries(client, "/interviews/clock/cite.ris") == 3
    assert count_queries(client, f"/statements/{interview.statements.get().pk}/cite.ris") == 7

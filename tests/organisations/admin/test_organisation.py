"""The admin page of an organisation."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisations.models import Organisation
from tests.admin_page import AdminForm, url
from tests.factories import (
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    RoleFactory,
    SpeakerFactory,
    SuccessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust() -> Organisation:
    """One with two other names that share a word, and a code."""
    trust = OrganisationFactory(name="Harbourtown NHS Trust")
    OrganisationNameFactory(organisation=trust, name="Harbourtown Infirmary")
    OrganisationNameFactory(organisation=trust, name="Old Infirmary")
    OrganisationIdentifierFactory(organisation=trust, value="ZZ987")
    return trust


@pytest.mark.parametrize("typed", ["infirmary", "harbourtown", "old infirmary", "zz987"])
def test_it_is_found_once_by_any_name_and_code(admin_client: Client, trust: Organisation, typed: str) -> None:
    OrganisationFactory(name="Millbrook NHS Trust")
    listed = admin_client.get(url(Organisation, "changelist"), {"q": typed}).context["cl"].result_list
    assert list(listed) == [trust]
    asked = {"app_label": "organisations", "model_name": "role", "field_name": "organisation", "term": typed}
    answer = admin_client.get(reverse("admin:autocomplete"), asked).json()
    assert [option["text"] for option in answer["results"]] == ["Harbourtown NHS Trust"]


def test_a_curator_adds_a_former_name_a_code_and_a_succession(admin_client: Client, trust: Organisation) -> None:
    successor = OrganisationFactory()
    form = AdminForm(admin_client, url(trust))
    form.add_row("names", name="Harbour Hospitals", kind="former", start="1991", end="2001-03-31")
    form.add_row("identifiers", scheme="ods", value="ZZ988")
    form.add_row("successions_out", successor=str(successor.pk), kind="acquired", date="2021-06")
    form.save()
    assert trust.names.filter(name="Harbour Hospitals", end="2001-03-31").exists()
    assert trust.identifiers.filter(value="ZZ988").exists()
    assert trust.successions_out.get().successor == successor


def test_a_code_of_another_organisation_is_refused(admin_client: Client, trust: Organisation) -> None:
    form = AdminForm(admin_client, url(OrganisationFactory())).add_row("identifiers", scheme="ods", value="ZZ987")
    assert form.errors() == ["Another organisation has this code already."]


def test_a_succession_to_itself_is_refused(admin_client: Client, trust: Organisation) -> None:
    form = AdminForm(admin_client, url(trust))
    form.add_row("successions_out", successor=str(trust.pk), kind="merged")
    assert form.errors() == ["An organisation cannot succeed itself."]


@pytest.mark.parametrize("typed", ["2014-13", "2014-02-30", "last spring", "14"])
def test_what_is_no_date_is_refused_with_what_to_write(admin_client: Client, trust: Organisation, typed: str) -> None:
    (error,) = AdminForm(admin_client, url(trust)).fill(opened=typed).errors()
    assert typed in error
    assert "Write 2014, 2014-08 or 2014-08-07" in error


def test_how_to_write_a_date_is_said_beside_it(admin_client: Client, trust: Organisation) -> None:
    assert "with ? at the end if it is only probable" in admin_client.get(url(trust)).text


def test_an_organisation_with_roles_cannot_be_deleted_and_the_page_names_them(admin_client: Client) -> None:
    role = RoleFactory()
    page = admin_client.post(url(role.organisation, "delete"), {"post": "yes"})
    assert str(role) in page.text
    assert Organisation.objects.contains(role.organisation)


def test_it_links_to_the_site_once_somebody_speaks_from_it_in_public(admin_client: Client) -> None:
    public = SpeakerFactory().role.organisation
    hidden = SpeakerFactory(interview__draft=True).role.organisation
    assert "View on site" in admin_client.get(url(public)).text
    assert "View on site" not in admin_client.get(url(hidden)).text


def test_the_page_costs_the_same_for_one_row_of_each_sort_and_for_ten(admin_client: Client) -> None:
    counts = []
    for size in (1, 10):
        made = OrganisationFactory()
        OrganisationNameFactory.create_batch(size, organisation=made)
        OrganisationIdentifierFactory.create_batch(size, organisation=made)
        SuccessionFactory.create_batch(size, predecessor=made)
        SuccessionFactory.create_batch(size, successor=made)
        admin_client.get(url(made))
        with CaptureQueriesContext(connection) as asked:
            admin_client.get(url(made))
        counts.append(len(asked))
    assert counts[0] == counts[1]

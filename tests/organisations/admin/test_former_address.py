"""The admin page of former addresses."""

import pytest
from django.test import Client

from organisations.models import FormerAddress, Organisation
from tests.admin_page import AdminForm, url
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust() -> Organisation:
    """One that has left the address `old-name` for `new-name`."""
    trust = OrganisationFactory(slug="old-name")
    trust.slug = "new-name"
    trust.save()
    return trust


def test_the_list_says_where_an_old_link_leads(admin_client: Client, trust: Organisation) -> None:
    page = admin_client.get(url(FormerAddress, "changelist")).text
    assert f'<a href="{url(trust)}">new-name</a>' in page
    assert "Delete it here to release it" in page


def test_the_list_says_that_what_was_there_is_deleted(admin_client: Client, trust: Organisation) -> None:
    trust.delete()
    page = admin_client.get(url(FormerAddress, "changelist")).text
    assert page.count("nothing: it was deleted") == 2


def test_it_can_be_read_and_not_changed_or_added(admin_client: Client, trust: Organisation) -> None:
    address = FormerAddress.objects.get()
    assert "links to the old one keep leading to the same page" in admin_client.get(url(address)).text
    assert admin_client.post(url(address), {"slug": "elsewhere"}).status_code == 403
    assert admin_client.get(url(FormerAddress, "add")).status_code == 403


def test_it_can_be_released_for_something_else(admin_client: Client, trust: Organisation) -> None:
    admin_client.post(url(FormerAddress.objects.get(), "delete"), {"post": "yes"})
    other = OrganisationFactory()
    AdminForm(admin_client, url(other)).fill(slug="old-name").save()
    assert Organisation.objects.at("old-name").get() == other

"""The admin page of a succession."""

import pytest
from django.test import Client

from organisations.models import Succession
from tests.admin_page import AdminForm, url
from tests.factories import OrganisationFactory, OrganisationNameFactory, SuccessionFactory

pytestmark = pytest.mark.django_db


def test_a_curator_adds_a_succession(admin_client: Client) -> None:
    before, after = OrganisationFactory.create_batch(2)
    form = AdminForm(admin_client, url(Succession, "add")).fill(predecessor=str(before.pk), successor=str(after.pk))
    form.fill(kind="part_transfer", date="2021-04").save()
    assert str(before.successions_out.get().date) == "2021-04"


def test_it_is_found_once_by_any_name_of_either_side(admin_client: Client) -> None:
    succession = SuccessionFactory()
    OrganisationNameFactory(organisation=succession.predecessor, name="Old Infirmary")
    OrganisationNameFactory(organisation=succession.predecessor, name="Old Infirmary and Almshouse")
    SuccessionFactory()
    listed = admin_client.get(url(Succession, "changelist"), {"q": "infirmary"}).context["cl"].result_list
    assert list(listed) == [succession]


def test_the_same_succession_twice_is_refused(admin_client: Client) -> None:
    succession = SuccessionFactory()
    form = AdminForm(admin_client, url(Succession, "add")).fill(kind=succession.kind)
    form.fill(predecessor=str(succession.predecessor.pk), successor=str(succession.successor.pk))
    assert form.errors() == ["This succession is recorded already."]

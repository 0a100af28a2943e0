"""The admin page of a role."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisations.models import Role
from tests.admin_page import AdminForm, url
from tests.factories import LeaderFactory, OrganisationFactory, OrganisationNameFactory, RoleFactory

pytestmark = pytest.mark.django_db

CHOICE_OF_ROLE = {"app_label": "interviews", "model_name": "speaker", "field_name": "role"}


def test_a_curator_adds_a_role_and_two_people_may_hold_the_same(admin_client: Client) -> None:
    trust = OrganisationFactory()
    for leader in LeaderFactory.create_batch(2):
        form = AdminForm(admin_client, url(Role, "add")).fill(leader=str(leader.pk), organisation=str(trust.pk))
        form.fill(title="Medical Director", level="medical_director", start="2019").save()
    assert trust.roles.count() == 2


def test_the_same_role_twice_is_refused(admin_client: Client) -> None:
    role = RoleFactory()
    form = AdminForm(admin_client, url(Role, "add")).fill(leader=str(role.leader.pk), level="board", title=role.title)
    assert form.fill(organisation=str(role.organisation.pk)).errors() == ["This leader has that role already."]


def test_the_autocomplete_box_finds_a_role_by_a_former_name_of_the_organisation(admin_client: Client) -> None:
    role = RoleFactory()
    OrganisationNameFactory(organisation=role.organisation, name="Old Infirmary")
    RoleFactory()
    answer = admin_client.get(reverse("admin:autocomplete"), {**CHOICE_OF_ROLE, "term": "old inf"}).json()
    assert [option["text"] for option in answer["results"]] == [str(role)]


def test_the_autocomplete_box_costs_the_same_for_one_role_and_for_ten(admin_client: Client) -> None:
    counts = []
    for size in (1, 9):
        RoleFactory.create_batch(size)
        with CaptureQueriesContext(connection) as asked:
            admin_client.get(reverse("admin:autocomplete"), CHOICE_OF_ROLE)
        counts.append(len(asked))
    assert counts[0] == counts[1]

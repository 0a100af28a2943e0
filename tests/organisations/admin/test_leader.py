"""The admin page of a leader."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from organisations.models import Leader, Role
from tests.admin_page import AdminForm, url
from tests.factories import LeaderFactory, OrganisationFactory, OrganisationNameFactory, RoleFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["hive", "Old Infirmary", "medical director"])
def test_a_leader_is_found_once_by_name_role_or_any_name_of_the_organisation(admin_client: Client, typed: str) -> None:
    role = RoleFactory(leader__name="Bea Hive")
    RoleFactory(leader=role.leader, organisation=role.organisation, start="2020")
    OrganisationNameFactory(organisation=role.organisation, name="Old Infirmary")
    LeaderFactory()
    listed = admin_client.get(url(Leader, "changelist"), {"q": typed}).context["cl"].result_list
    assert list(listed) == [role.leader]


def test_a_curator_adds_a_role(admin_client: Client) -> None:
    leader, trust = LeaderFactory(), OrganisationFactory()
    form = AdminForm(admin_client, url(leader))
    form.add_row("roles", title="Medical Director", organisation=str(trust.pk), level="medical_director", start="2019?")
    form.save()
    assert str(leader.roles.get().start) == "2019?"


def test_a_role_that_speaks_cannot_be_deleted_and_the_page_says_where(admin_client: Client) -> None:
    speaker = SpeakerFactory()
    form = AdminForm(admin_client, url(speaker.leader)).fill(roles__0__DELETE="on")
    (error,) = form.errors()
    assert "protected" in error
    assert Role.objects.contains(speaker.role)


def test_a_role_cannot_end_before_it_starts(admin_client: Client) -> None:
    form = AdminForm(admin_client, url(RoleFactory().leader)).fill(roles__0__start="2015", roles__0__end="2014")
    assert form.errors() == ["A role cannot end before it starts."]


def test_a_leader_links_to_the_site_once_they_speak_in_public(admin_client: Client) -> None:
    public = SpeakerFactory().leader
    hidden = SpeakerFactory(interview__draft=True).leader
    assert "View on site" in admin_client.get(url(public)).text
    assert "View on site" not in admin_client.get(url(hidden)).text


def test_the_page_costs_the_same_for_one_role_and_for_ten(admin_client: Client) -> None:
    counts = []
    for size in (1, 10):
        leader = LeaderFactory()
        RoleFactory.create_batch(size, leader=leader)
        admin_client.get(url(leader))
        with CaptureQueriesContext(connection) as asked:
            admin_client.get(url(leader))
        counts.append(len(asked))
    assert counts[0] == counts[1]

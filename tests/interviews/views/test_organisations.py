"""The organisations by name, and the page of one."""

import re

import pytest
from django.test import Client

from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    OrganisationNameFactory,
    RoleFactory,
    SuccessionFactory,
)

pytestmark = pytest.mark.django_db


def test_they_stand_by_name_with_every_right_name_they_had(client: Client) -> None:
    trust = OrganisationFactory(name="Barnacle Trust", closed="2021-05-31")
    for name, kind in (("Old Barnacle", "former"), ("BT", "abbreviation"), ("Barnacles", "misnomer")):
        OrganisationNameFactory(organisation=trust, name=name, kind=kind)
    for organisation in (OrganisationFactory(name="BMA of Harbourtown"), trust):
        InterviewFactory(speaker__role__organisation=organisation)
    html = client.get("/organisations/").text
    assert re.findall(r'class="rows__name"><a [^>]+>([^<]+)<', html) == ["Barnacle Trust", "BMA of Harbourtown"]
    for words in (
        "Formerly Old Barnacle",
        "Also BT<",
        "Acute",
        "London, England",
        "Closed 31 May 2021",
    ):
        assert words in html
    assert "Barnacles" not in html


def test_the_number_of_interviews_is_that_of_the_lineage(client: Client) -> None:
    row = SuccessionFactory()
    InterviewFactory(speaker__role__organisation=row.predecessor)
    InterviewFactory(speaker__role__organisation=row.successor)
    InterviewFactory(speaker__role__organisation=row.successor, draft=True)
    assert client.get("/organisations/").text.count("2 interviews") == 2


def test_the_page_tells_facts_and_names(client: Client) -> None:
    trust = OrganisationFactory(name="Barnacle Trust", opened="1996-04", website="https://barnacle.example/")
    OrganisationIdentifierFactory(organisation=trust, value="ZZ9")
    OrganisationNameFactory(organisation=trust, name="Old Barnacle", kind="former", end="2010-03-31")
    OrganisationNameFactory(organisation=trust, name="Barnacles", kind="misnomer")
    InterviewFactory(speaker__role__organisation=trust)
    html = client.get(trust.get_absolute_url()).text
    for words in (
        "<h1>Barnacle Trust</h1>",
        "April 1996",
        "ZZ9",
        '<a href="https://barnacle.example/">barnacle.example</a>',
        'Old Barnacle <span class="quiet">(former official name, until 31 March 2010)</span>',
        'Barnacles <span class="quiet">(wrong, but used)</span>',
        f'href="/search/?organisation={trust.slug}"',
    ):
        assert words in html


def test_its_history_is_told_in_order_with_links_and_sources(client: Client) -> None:
    trust = OrganisationFactory(name="Barnacle Trust")
    OrganisationNameFactory(organisation=trust, name="Old Barnacle", kind="former", end="2009")
    before = SuccessionFactory(successor=trust, predecessor__name="Limpet Trust", kind="merged", date="2012-04")
    after = SuccessionFactory(
        predecessor=trust, successor__name="Whelk Trust", date="2020", source_url="https://whelk.example"
    )
    InterviewFactory(speaker__role__organisation=trust)
    html = client.get(trust.get_absolute_url()).text
    sentences = [
        "Old Barnacle was renamed Barnacle Trust in 2009.",
        f'<a href="{before.predecessor.get_absolute_url()}">Limpet Trust</a> merged into Barnacle Trust in April 2012.',
        f'Barnacle Trust was acquired by <a href="{after.successor.get_absolute_url()}">Whelk Trust</a> in 2020.',
        'href="https://whelk.example"',
    ]
    places = [html.index(sentence) for sentence in sentences]
    assert places == sorted(places)


def test_a_part_of_its_history_that_is_not_public_has_no_link(client: Client) -> None:
    first = SuccessionFactory()
    trust = first.successor
    sibling = SuccessionFactory(successor=trust, predecessor__name="Limpet Trust").predecessor
    InterviewFactory(speaker__role__organisation=first.predecessor)
    html = client.get(trust.get_absolute_url()).text
    assert "Limpet Trust was acquired by" in html
    assert sibling.get_absolute_url() not in html


def test_it_shows_what_was_said_in_its_lineage_by_the_names_of_the_time(client: Client) -> None:
    row = SuccessionFactory(predecessor__name="Limpet Trust", date="2021-06-01")
    interview = InterviewFactory(
        recorded="2014", speaker__role__organisation=row.predecessor, statement__text="Mend the clock."
    )
    html = client.get(row.successor.get_absolute_url()).text
    assert f'<a href="{interview.get_absolute_url()}">{interview.title}</a>' in html
    assert ">Limpet Trust</a>" in html
    assert "Mend the clock." in html


def test_its_leaders_and_their_roles_are_listed(client: Client) -> None:
    role = RoleFactory(title="Keeper", start="2010", leader__name="Bea Hive")
    InterviewFactory(speaker__role=role)
    html = client.get(role.organisation.get_absolute_url()).text
    assert ">Bea Hive</a>" in html
    assert "<p>Keeper, from 2010</p>" in html

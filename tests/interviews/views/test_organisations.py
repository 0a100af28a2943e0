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
    SpeakerFactory,
    StatementFactory,
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


def test_a_lineage_is_drawn_and_an_organisation_alone_is_not(client: Client) -> None:
    row = SuccessionFactory(predecessor__name="Limpet Trust", successor__name="Whelk Trust", date="2021-06-01")
    alone = OrganisationFactory()
    for organisation in (row.predecessor, alone):
        InterviewFactory(speaker__role__organisation=organisation)
    html = client.get(row.successor.get_absolute_url()).text
    assert '<title id="lineage-title">What Whelk Trust came from and what it became</title>' in html
    picture = html.partition("<svg")[2].partition("</svg>")[0]
    for words in (">Limpet Trust<", ">Whelk Trust<", ">Acquired<", ">2021<"):
        assert words in picture
    assert "style=" not in picture
    assert "<svg" not in client.get(alone.get_absolute_url()).text


def test_the_list_tells_what_the_picture_shows(client: Client) -> None:
    row = SuccessionFactory(predecessor__name="Limpet Trust", successor__name="Whelk Trust", date="2021-06-01")
    OrganisationNameFactory(organisation=row.successor, name="Cockle Trust", kind="former", end="2018-03-31")
    InterviewFactory(speaker__role__organisation=row.predecessor)
    html = client.get(row.predecessor.get_absolute_url()).text
    link = f'<a href="{row.successor.get_absolute_url()}">Whelk Trust</a>'
    assert f"Cockle Trust was renamed {link} on 1 April 2018." in html
    assert f"Limpet Trust was acquired by {link} on 1 June 2021." in html


def test_former_names_are_told_with_their_dates(client: Client) -> None:
    trust = OrganisationFactory(name="Barnacle Trust")
    OrganisationNameFactory(organisation=trust, name="Old Barnacle", kind="former", end="2009-03-31")
    OrganisationNameFactory(organisation=trust, name="Older Barnacle", kind="former")
    InterviewFactory(speaker__role__organisation=trust)
    html = client.get(trust.get_absolute_url()).text
    assert "Called Old Barnacle until 31 March 2009." in html
    assert "Once called Older Barnacle; when is not known." in html


def test_statements_stand_under_the_name_of_the_time_the_newest_first(client: Client) -> None:
    trust = OrganisationFactory(name="Barnacle Trust")
    OrganisationNameFactory(organisation=trust, name="Old Barnacle", kind="former", end="2015")
    OrganisationNameFactory(organisation=trust, name="Barnacle Trust", kind="official", start="2016")
    for recorded, text in (("2012", "First."), ("2014", "Second."), ("2017", "Third."), ("2019", "Fourth.")):
        InterviewFactory(recorded=recorded, speaker__role__organisation=trust, statement__text=text)
    html = client.get(trust.get_absolute_url()).text
    said = html.partition('id="said"')[2]
    order = [">Barnacle Trust</h3>", "Fourth.", "Third.", ">Old Barnacle</h3>", "Second.", "First."]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "4 statements" in said


def test_what_others_said_beside_it_is_not_told_as_said_here(client: Client) -> None:
    interview = InterviewFactory(statement=None)
    here, elsewhere = interview.speakers.get(), SpeakerFactory(interview=interview)
    for speaker, text in ((here, "Ours."), (elsewhere, "Theirs."), (None, "All of us.")):
        StatementFactory(interview=interview, speaker=speaker, text=text)
    html = client.get(here.role.organisation.get_absolute_url()).text
    for text, is_told in (("Ours.", True), ("Theirs.", False), ("All of us.", True)):
        assert (text in html) is is_told


def test_what_was_said_comes_a_page_at_a_time(client: Client) -> None:
    interview = InterviewFactory(statement=None)
    for number in range(26):
        StatementFactory(interview=interview, text=f"Point {number}.", themes=[])
    address = interview.speakers.get().role.organisation.get_absolute_url()
    assert "Point 25." not in client.get(address).text
    second = client.get(f"{address}?page=2").text
    assert "Point 25." in second
    assert "Point 24." not in second


def test_leaders_of_its_lineage_are_listed_with_their_organisations(client: Client) -> None:
    row = SuccessionFactory(predecessor__name="Limpet Trust", successor__name="Whelk Trust")
    for organisation, title in ((row.predecessor, "Keeper"), (row.successor, "Winder")):
        InterviewFactory(speaker__role__organisation=organisation, speaker__role__title=title)
    html = client.get(row.successor.get_absolute_url()).text
    assert html.index("<p>Winder</p>") < html.index("<p>Keeper, Limpet Trust</p>")

"""The leaders from A to Z, and the page of one."""

import re

import pytest
from django.test import Client

from tests.factories import (
    InterviewFactory,
    LeaderFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    RoleFactory,
    SpeakerFactory,
    StatementFactory,
    SuccessionFactory,
)

pytestmark = pytest.mark.django_db


def test_they_stand_by_surname_whatever_comes_before_it(client: Client) -> None:
    names = ["Sir Zeb Ardent", "Ada Birch", "Dame Yma Ångström", "Mo Zephyr", "Al Birch"]
    for name in names:
        InterviewFactory(speaker__role__leader__name=name)
    html = client.get("/leaders/").text
    assert re.findall(r'<p class="rows__name"><a [^>]+>([^<]+)<', html) == [
        "Dame Yma Ångström",
        "Sir Zeb Ardent",
        "Ada Birch",
        "Al Birch",
        "Mo Zephyr",
    ]
    assert re.findall(r"<h2[^>]*>(.)</h2>", html) == ["A", "B", "Z"]
    assert re.findall(r'<a href="#(.)">', html) == ["A", "B", "Z"]


def test_each_has_the_role_of_the_latest_interview_by_the_name_of_the_time(client: Client) -> None:
    trust = OrganisationFactory(name="Harbourtown Care")
    OrganisationNameFactory(organisation=trust, name="Harbour Infirmary", kind="former", end="2016-03-31")
    leader = LeaderFactory()
    for recorded, title in (("2010", "Winder"), ("2014", "Keeper"), (None, "Visitor")):
        role = RoleFactory(leader=leader, organisation=trust, title=title)
        InterviewFactory(recorded=recorded, speaker__role=role)
    html = client.get("/leaders/").text
    assert "<p>Keeper, Harbour Infirmary</p>" in html
    assert "3 interviews" in html


def test_a_leader_says_what_in_which_role(client: Client) -> None:
    leader = LeaderFactory(
        name="Bea Hive", post_nominals="FRCP", specialty="Horology", profile_url="https://bea.example"
    )
    keeper = RoleFactory(leader=leader, title="Keeper", start="2012", end="2014-08")
    winder = RoleFactory(leader=leader, title="Winder", start="2010")
    InterviewFactory(speaker__role=keeper, statement__text="Keep it.")
    InterviewFactory(speaker__role=winder, statement__text="Wind it.")
    html = client.get(leader.get_absolute_url()).text
    for words in (
        "FRCP",
        "Horology",
        "https://bea.example",
        "2012 to August 2014",
        "From 2010, until when is not known",
    ):
        assert words in html
    places = [html.index(words) for words in (">Keeper</h2>", "Keep it.", ">Winder</h2>", "Wind it.")]
    assert places == sorted(places)


def test_roles_stand_in_order_of_time_as_far_as_known(client: Client) -> None:
    leader = LeaderFactory()
    for title, start, end in (
        ("Winder", None, "2009-08"),
        ("Visitor", None, None),
        ("Keeper", "2012", None),
        ("Mender", "2010", "2011"),
    ):
        RoleFactory(leader=leader, title=title, start=start, end=end)
    InterviewFactory(undated=True, speaker__role__leader=leader, speaker__role__title="Speaker")
    InterviewFactory(recorded="2015", speaker__role__leader=leader, speaker__role__title="Chair")
    html = client.get(leader.get_absolute_url()).text
    assert re.findall(r'<p class="timeline__when">([^<]+)</p>\s*<div[^>]*>\s*<h2[^>]*>([^<]+)<', html) == [
        ("Dates not known", "Chair"),
        ("From 2012, until when is not known", "Keeper"),
        ("2010 to 2011", "Mender"),
        ("Until August 2009, since when is not known", "Winder"),
        ("Dates not known", "Visitor"),
        ("Dates not known", "Speaker"),
    ]
    assert html.count("No interview from this role is held here.") == 4


def test_what_was_said_carries_its_age_and_what_happened_since(client: Client) -> None:
    trust = OrganisationFactory()
    SuccessionFactory(predecessor=trust, successor__name="Riverside Trust", date="2019")
    interview = InterviewFactory(recorded="2014", speaker__role__organisation=trust)
    html = client.get(interview.speakers.get().leader.get_absolute_url()).text
    assert " years ago). Since then: acquired by Riverside Trust (2019)." in html


def test_a_role_stands_at_the_organisation_of_its_time(client: Client) -> None:
    trust = OrganisationFactory(name="Harbourtown Care")
    OrganisationNameFactory(organisation=trust, name="Harbour Infirmary", kind="former", end="2016-03-31")
    dated = RoleFactory(organisation=trust, end="2015")
    undated = RoleFactory(organisation=trust)
    for role in (dated, undated):
        InterviewFactory(recorded="2014", speaker__role=role)
        assert ">Harbour Infirmary</a>" in client.get(role.leader.get_absolute_url()).text


def test_a_post_without_an_interview_is_told_but_leads_nowhere_hidden(client: Client) -> None:
    leader = InterviewFactory().speakers.get().leader
    post = RoleFactory(leader=leader, title="Apprentice", organisation__name="Clockmakers Guild")
    html = client.get(leader.get_absolute_url()).text
    assert ">Apprentice</h2>" in html
    assert "Clockmakers Guild" in html
    assert post.organisation.get_absolute_url() not in html


def test_a_role_that_speaks_in_a_draft_alone_is_not_told(client: Client) -> None:
    leader = InterviewFactory().speakers.get().leader
    InterviewFactory(draft=True, speaker__role=RoleFactory(leader=leader, title="Secret keeper"))
    assert "Secret keeper" not in client.get(leader.get_absolute_url()).text


def test_what_others_said_in_the_same_interview_is_left_to_them(client: Client) -> None:
    interview = InterviewFactory(statement=None)
    mine, theirs = interview.speakers.get(), SpeakerFactory(interview=interview)
    StatementFactory(interview=interview, speaker=mine, text="Mine.")
    StatementFactory(interview=interview, speaker=theirs, text="Theirs.")
    html = client.get(mine.leader.get_absolute_url()).text
    assert "Mine." in html
    assert "Theirs." not in html
    assert theirs.leader.name in html

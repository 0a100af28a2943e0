"""The front page."""

import pytest
from django.test import Client

from tests.factories import InterviewFactory, QuestionFactory, StatementFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_it_can_be_searched_and_shows_how_much_there_is(client: Client) -> None:
    InterviewFactory.create_batch(3)
    InterviewFactory(draft=True)
    html = client.get("/").text
    assert 'name="q"' in html
    for address in ("/interviews/", "/leaders/", "/organisations/"):
        assert f'<a href="{address}">3</a>' in html


def test_a_wider_theme_counts_statements_once_that_are_on_it_and_on_a_narrower_one(client: Client) -> None:
    time = ThemeFactory(name="Time", slug="time")
    clocks = ThemeFactory(name="Clocks", slug="clocks", parent=time)
    StatementFactory(themes=[time, clocks])
    StatementFactory(themes=[clocks])
    StatementFactory(themes=[time], interview__draft=True)
    html = client.get("/").text
    assert '<a href="/themes/time/">Time</a> <span class="count">2<' in html
    assert '<a href="/themes/clocks/">Clocks</a> <span class="count">2<' in html


def test_it_shows_the_five_newest_interviews(client: Client) -> None:
    for year in range(2010, 2016):
        InterviewFactory(recorded=str(year), title=f"Clocks of {year}")
    html = client.get("/").text
    assert [year for year in range(2009, 2017) if f"Clocks of {year}" in html] == [2011, 2012, 2013, 2014, 2015]


def test_it_asks_questions_that_lead_to_searches_in_the_order_of_the_curator(client: Client) -> None:
    InterviewFactory()
    QuestionFactory(position=2, text="Who owns the clock?", address="q=clock&kind=advice")
    QuestionFactory(position=1, text="Who winds it?", address="q=wind")
    QuestionFactory(position=3, text="Who hid it?", address="theme=secret")
    html = client.get("/").text
    assert html.index('<a href="/search/?q=wind">Who winds it?</a>') < html.index(
        '<a href="/search/?q=clock&amp;kind=advice">Who owns the clock?</a>'
    )
    assert "Who hid it?" not in html


def test_without_questions_there_is_no_heading_for_them(client: Client) -> None:
    InterviewFactory()
    assert "Questions leaders ask" not in client.get("/").text

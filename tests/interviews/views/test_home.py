"""The front page."""

import pytest
from django.test import Client

from tests.factories import InterviewFactory, StatementFactory, ThemeFactory

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

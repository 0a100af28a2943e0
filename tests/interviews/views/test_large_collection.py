"""A thousand statements cost no more queries than ten, and the page that shows them all still answers."""

import pytest
from django.test import Client

from interviews.models import Interview, Statement, Theme
from tests.factories import InterviewFactory, LeaderFactory, OrganisationFactory, StatementFactory, ThemeFactory
from tests.queries import count_queries

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/interviews/",
    "/interviews/clock/",
    "/statements/{pk}/",
    "/briefing/?s={pk}",
    "/leaders/ada/",
    "/organisations/harbourtown/",
    "/themes/",
    "/themes/time/",
    "/search/?q=porters",
]


@pytest.fixture
def clock() -> Interview:
    """An interview with ten statements on two themes, beside another by the same leader at the same trust."""
    interview = InterviewFactory(
        slug="clock",
        speaker__role__leader=LeaderFactory(slug="ada"),
        speaker__role__organisation=OrganisationFactory(slug="harbourtown"),
        statement=None,
    )
    themes = [ThemeFactory(slug="time"), ThemeFactory()]
    InterviewFactory(speaker__role=interview.speakers.get().role, statement__themes=themes)
    say(interview, 10, themes)
    return interview


def say(interview: Interview, many: int, themes: list[Theme]) -> None:
    """Add so many statements, each of them on all these themes and of the next kind."""
    have = interview.statements.count()
    kinds = Statement._meta.get_field("kind").choices or []
    said = Statement.objects.bulk_create(
        StatementFactory.build(interview=interview, position=number, kind=[*kinds][number % len(kinds)][0])
        for number in range(have + 1, have + 1 + many)
    )
    through = Statement.themes.through
    through.objects.bulk_create(
        through(statement_id=statement.pk, theme_id=theme.pk) for statement in said for theme in themes
    )


@pytest.mark.parametrize("place", PAGES)
def test_a_thousand_statements_cost_as_many_queries_as_ten(client: Client, clock: Interview, place: str) -> None:
    address = place.format(pk=clock.statements.earliest("position").pk)
    ten = count_queries(client, address)
    say(clock, 990, list(Theme.objects.all()))
    assert clock.statements.count() == 1000
    assert count_queries(client, address) == ten


def test_an_interview_of_a_thousand_statements_is_shown_whole(client: Client, clock: Interview) -> None:
    say(clock, 990, list(Theme.objects.all()))
    assert client.get("/interviews/clock/").text.count('id="statement-') == 1000

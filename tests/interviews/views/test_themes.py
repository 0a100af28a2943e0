"""The themes, and the page of one."""

import pytest
from django.test import Client

from interviews.models import Kind
from tests.factories import InterviewFactory, SpeakerFactory, StatementFactory, ThemeAliasFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_the_tree_defines_each(client: Client) -> None:
    wider = ThemeFactory(name="Time", definition="All that passes.")
    StatementFactory(themes=[ThemeFactory(name="Clocks", definition="What shows it.", parent=wider)])
    ThemeFactory(name="Unused")
    html = client.get("/themes/").text
    assert html.index("All that passes.") < html.index("What shows it.")
    assert "Unused" not in html


def test_the_page_defines_it_and_leads_up_and_down(client: Client) -> None:
    time = ThemeFactory(name="Time", slug="time", definition="All that passes.")
    clocks = ThemeFactory(name="Clocks", slug="clocks", parent=time)
    ThemeAliasFactory(theme=time, name="hours")
    ThemeAliasFactory(theme=time, name="minutes")
    StatementFactory(themes=[clocks])
    html = client.get("/themes/time/").text
    for words in ("All that passes.", "Also called: hours, minutes.", "/themes/clocks/", "/search/?theme=time"):
        assert words in html
    assert '<li><a href="/themes/time/">Time</a></li>' in client.get("/themes/clocks/").text


def test_a_synthesis_is_markdown_under_a_heading(client: Client) -> None:
    theme = ThemeFactory(synthesis="# Briefly\n\n*Wind* it. [More](https://clock.example)<script>x</script>")
    StatementFactory(themes=[theme])
    html = client.get(theme.get_absolute_url()).text
    assert "<h3>Briefly</h3>" in html
    assert "<em>Wind</em>" in html
    assert '<a href="https://clock.example" rel="nofollow">More</a>' in html
    assert "<script>x" not in html


def test_statements_come_by_kind_with_who_where_and_when_and_those_of_narrower_themes(client: Client) -> None:
    theme = ThemeFactory()
    advice = StatementFactory(
        themes=[ThemeFactory(parent=theme), theme],
        text="Wind it.",
        interview__old=True,
        interview__speaker__role__leader__name="Bea Hive",
    )
    StatementFactory(themes=[theme], kind=Kind.CHALLENGE, text="It stopped.")
    StatementFactory(themes=[theme], text="Hidden.", interview__draft=True)
    html = client.get(theme.get_absolute_url()).text
    places = [html.index(words) for words in ("Challenges</h3>", "It stopped.", "Advice</h3>", "Wind it.", "Bea Hive")]
    assert places == sorted(places)
    assert "Recorded August 2014" in html
    assert f'href="{advice.place_url}"' in html
    assert html.count('<p class="voice">Wind it.') == 1
    assert "Hidden." not in html


def test_it_counts_those_who_said_it_and_where(client: Client) -> None:
    theme = ThemeFactory()
    together = InterviewFactory(statement__themes=[theme])
    trust = together.speakers.get().role.organisation
    SpeakerFactory(interview=together, role__organisation=trust)
    apart = InterviewFactory(statement=None)
    StatementFactory(interview=apart, speaker=apart.speakers.get(), themes=[theme])
    SpeakerFactory(interview=apart)
    InterviewFactory(draft=True, statement__themes=[theme])
    html = " ".join(client.get(theme.get_absolute_url()).text.split())
    assert "2 statements by 3 leaders at 2 organisations." in html

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
    assert "3 leaders at 2 organisations speak on this: 2 statements from 2 interviews." in html


def test_one_voice_is_told_in_the_singular(client: Client) -> None:
    theme = InterviewFactory().statements.get().themes.get()
    html = " ".join(client.get(theme.get_absolute_url()).text.split())
    assert "1 leader at 1 organisation speaks on this: 1 statement from 1 interview." in html


def test_related_themes_share_published_statements_most_first(client: Client) -> None:
    wider, sun = ThemeFactory(), ThemeFactory(name="Sun")
    theme = ThemeFactory(parent=wider)
    sand, wind = ThemeFactory(name="Sand"), ThemeFactory(name="Wind")
    StatementFactory.create_batch(2, themes=[theme, sand, wider])
    StatementFactory(themes=[theme, sun, sand])
    StatementFactory(themes=[theme, wind], interview__draft=True)
    related = client.get(theme.get_absolute_url()).context["related"]
    assert [(other.name, other.shared) for other in related] == [("Sand", 3), ("Sun", 1)]


def test_a_wider_theme_is_related_through_its_narrower_ones_but_not_to_them(client: Client) -> None:
    wider, sun = ThemeFactory(slug="time"), ThemeFactory(name="Sun")
    StatementFactory(themes=[ThemeFactory(parent=wider), wider, sun])
    assert list(client.get("/themes/time/").context["related"]) == [sun]


def test_at_most_six_themes_are_related(client: Client) -> None:
    theme = ThemeFactory(slug="time")
    StatementFactory(themes=[theme, *ThemeFactory.create_batch(7)])
    assert client.get("/themes/time/").text.count(" shared</span>") == 6


def test_each_kind_is_counted_with_a_link_to_where_its_statements_begin(client: Client) -> None:
    theme = ThemeFactory(slug="time")
    interview = InterviewFactory(statement=None)
    StatementFactory.create_batch(26, interview=interview, themes=[theme], kind=Kind.STEP)
    StatementFactory.create_batch(3, interview=interview, themes=[theme])
    first, second = (client.get("/themes/time/", {"page": page}).text for page in (1, 2))
    for html in (first, second):
        assert '<a href="/themes/time/#step">Steps taken</a> <span class="count">26<' in html
        assert '<a href="/themes/time/?page=2#advice">Advice</a> <span class="count">3<' in html
    assert "an earlier page" not in first
    assert 'id="advice"' not in first
    assert second.count('26 statements, continued from <a href="/themes/time/#step">an earlier page</a>') == 1
    assert second.count("an earlier page") == 1


def test_the_table_counts_published_statements_by_kind_and_leads_to_a_search_for_them(client: Client) -> None:
    time = ThemeFactory(name="Time", slug="time")
    clocks = ThemeFactory(name="Clocks", slug="clocks", parent=time)
    interview = InterviewFactory(statement=None)
    StatementFactory(interview=interview, themes=[time, clocks])
    StatementFactory(interview=interview, themes=[clocks])
    StatementFactory(themes=[time], kind=Kind.STEP)
    StatementFactory(themes=[time], interview__draft=True)
    page = client.get("/themes/")
    ((wider, narrower),) = page.context["matrix"]
    assert [(cell.kind, cell.count) for cell in wider.cells if cell.count] == [("step", 1), ("advice", 2)]
    assert [(cell.kind, cell.count) for cell in narrower.cells if cell.count] == [("advice", 2)]
    assert [cell.kind for cell in wider.cells] == Kind.values
    assert (wider.count, narrower.count) == (3, 2)
    assert '<a href="/search/?theme=time&amp;kind=advice">2</a>' in page.text
    found = client.get("/search/?theme=time&kind=advice")
    assert found.context["page"].paginator.count == 1  # interviews, as the page says
    for words in ("Ask", "Clocks</a>", "(within Time)"):
        assert words in page.text + found.text


def test_a_number_is_as_dark_as_it_is_large_and_nothing_is_a_plain_nought(client: Client) -> None:
    many, few = ThemeFactory(name="Many"), ThemeFactory(name="Few")
    interview = InterviewFactory(statement=None)
    StatementFactory.create_batch(16, interview=interview, themes=[many])
    StatementFactory(interview=interview, themes=[few])
    page = client.get("/themes/")
    steps = {row.theme.name: {cell.count: cell.step for cell in row.cells} for (row,) in page.context["matrix"]}
    assert steps == {"Many": {16: 4, 0: 0}, "Few": {1: 1, 0: 0}}
    assert page.text.count('<td class="matrix__0">') == 12

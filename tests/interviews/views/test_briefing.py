"""The page of a briefing, and its files."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from interviews.models import Provenance, Statement
from tests.factories import (
    InterviewFactory,
    OrganisationNameFactory,
    SpeakerFactory,
    StatementFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.queries import count_queries

pytestmark = pytest.mark.django_db

PLACES = ["/briefing/", "/briefing/briefing.docx", "/briefing/briefing.md"]


def dotted(*statements: Statement) -> str:
    return ".".join(str(statement.pk) for statement in statements)


def shown(html: str) -> list[int]:
    """The statements of the page, in order."""
    return [int(number) for number in re.findall(r'id="remove-(\d+)"', html)]


def told(html: str) -> str:
    """What the page says, without its markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_every_point_says_who_where_when_and_where_to_find_it(client: Client) -> None:
    interview = InterviewFactory(
        old=True,
        speaker__role__leader__name="Bea Hive",
        speaker__role__organisation__name="Harbourtown Care",
        statement__text="Mend the clock.",
    )
    statement = interview.statements.get()
    OrganisationNameFactory(
        organisation=interview.speakers.get().role.organisation, name="Old Harbour", kind="former", end="2016"
    )
    html = client.get("/briefing/", {"s": statement.pk}).text
    text = told(html)
    for words in ("Advice from Bea Hive", "Mend the clock.", "Medical Director", "Old Harbour", "Paraphrase"):
        assert words in text
    assert "Recorded August 2014 (" in text
    assert "Since then: renamed" in text
    assert (
        f'<a href="http://testserver/statements/{statement.pk}/">http://testserver/statements/{statement.pk}/</a>'
        in html
    )
    assert f'href="{interview.source_url}"' in html


def test_the_order_is_the_order_given(client: Client) -> None:
    one, two, three = StatementFactory.create_batch(3)
    assert shown(client.get("/briefing/", {"s": dotted(three, one, two)}).text) == [three.pk, one.pk, two.pk]


def test_boxes_that_were_ticked_lead_to_the_plain_address(client: Client) -> None:
    one, two = StatementFactory.create_batch(2)
    answer = client.get("/briefing/", {"s": [str(two.pk), str(one.pk)], "title": "", "note": ""})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/briefing/?s={two.pk}.{one.pk}")
    assert client.get(answer.headers["Location"]).status_code == 200


@pytest.mark.parametrize(
    ("step", "place", "order"),
    [("up", 1, [1, 0, 2]), ("up", 2, [0, 2, 1]), ("down", 0, [1, 0, 2]), ("up", 0, [0, 1, 2]), ("down", 2, [0, 1, 2])],
)
def test_a_point_is_moved_by_one(client: Client, step: str, place: int, order: list[int]) -> None:
    statements = StatementFactory.create_batch(3)
    asked = {"s": dotted(*statements), "title": "Rotas & clocks", step: str(statements[place].pk)}
    answer = client.get("/briefing/", asked)
    assert answer.status_code == 302
    assert parse_qs(urlsplit(answer.headers["Location"]).query) == {
        "s": [dotted(*(statements[number] for number in order))],
        "title": ["Rotas & clocks"],
    }


def test_a_point_is_moved_past_the_one_it_is_shown_with(client: Client) -> None:
    clocks, rotas = ThemeFactory(name="Clocks"), ThemeFactory(name="Rotas")
    one, two, three = (StatementFactory(themes=[theme]) for theme in (clocks, rotas, clocks))
    answer = client.get("/briefing/", {"s": dotted(one, two, three), "group": "theme", "up": str(three.pk)})
    assert answer.headers["Location"] == f"/briefing/?s={dotted(three, one, two)}&group=theme"


def test_a_point_is_removed_and_the_last_one_too(client: Client) -> None:
    one, two = StatementFactory.create_batch(2)
    first = client.get("/briefing/", {"s": dotted(one, two), "remove": str(one.pk)})
    assert first.headers["Location"] == f"/briefing/?s={two.pk}"
    assert client.get("/briefing/", {"s": two.pk, "remove": two.pk}).headers["Location"] == "/briefing/"


def test_each_step_leads_back_to_itself_where_it_can_be_taken_again(client: Client) -> None:
    one, two, three = StatementFactory.create_batch(3)
    html = client.get("/briefing/", {"s": dotted(one, two, three)}).text
    steps = dict(re.findall(r'id="((?:up|down|remove)-\d+)"[^>]*formaction="/briefing/#([\w-]+)"', html))
    assert steps == {
        f"down-{one.pk}": f"down-{one.pk}",
        f"remove-{one.pk}": f"remove-{two.pk}",
        f"up-{two.pk}": f"down-{two.pk}",
        f"down-{two.pk}": f"up-{two.pk}",
        f"remove-{two.pk}": f"remove-{three.pk}",
        f"up-{three.pk}": f"up-{three.pk}",
        f"remove-{three.pk}": f"remove-{two.pk}",
    }


def test_points_are_put_together_under_the_theme_that_most_share(client: Client) -> None:
    clocks, rotas = ThemeFactory(name="Clocks"), ThemeFactory(name="Rotas")
    one, two = StatementFactory(themes=[clocks, rotas]), StatementFactory(themes=[rotas])
    three, four = StatementFactory(themes=[]), StatementFactory(themes=[clocks])
    five = StatementFactory(themes=[rotas])
    html = client.get("/briefing/", {"s": dotted(four, one, three, two, five), "group": "theme"}).text
    headings = re.findall(r'<h2 id="group-\d+">(.*?)</h2>', html)
    assert headings == ["Clocks", "Rotas", "Other points"]
    assert shown(html) == [four.pk, one.pk, two.pk, five.pk, three.pk]


def test_heading_and_note_are_shown_as_text_and_can_be_changed(client: Client) -> None:
    statement = StatementFactory()
    asked = {"s": str(statement.pk), "title": "Rotas <b>now</b>", "note": "First.\n\n<script>alert(1)</script>"}
    html = client.get("/briefing/", asked).text
    assert "Rotas &lt;b&gt;now&lt;/b&gt;</h1>" in html
    assert "<p>First.</p>" in html
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" in html
    assert 'value="Rotas &lt;b&gt;now&lt;/b&gt;"' in html
    assert "<title>Rotas &lt;b&gt;now&lt;/b&gt; \N{EN DASH} Briefing" in html


@pytest.mark.parametrize("place", PLACES)
def test_what_is_withdrawn_vanishes_with_a_notice(client: Client, place: str) -> None:
    here = StatementFactory(text="Wind it.")
    gone = [
        InterviewFactory(state=state, statement__text="Sell it.").statements.get() for state in ("withdrawn", "draft")
    ]
    answer = client.get(place, {"s": dotted(gone[0], here, gone[1]) + ".999999999.999999999999999999"})
    assert answer.status_code == 200
    assert b"Sell it." not in answer.content
    if place.endswith("/"):
        assert "4 statements are no longer available" in answer.text
        assert f'name="s" value="{here.pk}"' in re.sub(r"\s+", " ", answer.text)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("query", ["s=seven", "add=%3Cb%3E", f"title={'x' * 121}", f"note={'x' * 2001}"])
def test_what_makes_no_sense_is_said_in_a_sentence(client: Client, place: str, query: str) -> None:
    answer = client.get(f"{place}?s={StatementFactory().pk}&{query}")
    assert answer.status_code == 400
    assert "There is a problem" in answer.text
    field = "add" if query.startswith("s=") else query.partition("=")[0]
    assert f'href="#{field}"' in answer.text
    assert f'id="{field}"' in answer.text
    assert len(shown(answer.text)) == 1


@pytest.mark.parametrize("place", PLACES)
def test_more_than_a_hundred_are_refused_clearly(client: Client, place: str) -> None:
    statements = StatementFactory.create_batch(2)
    answer = client.get(place, {"s": f"{dotted(*statements)}.{'.'.join(map(str, range(10**9, 10**9 + 100)))}"})
    assert answer.status_code == 400
    assert "A briefing holds 100 statements at most. The last 2 of these are left out." in told(answer.text)


def test_an_empty_briefing_says_how_to_begin(client: Client) -> None:
    html = client.get("/briefing/").text
    assert "There is nothing in this briefing yet." in html
    assert 'href="/themes/"' in html
    assert "briefing.docx" not in html


@pytest.mark.parametrize("place", PLACES[1:])
def test_there_is_no_file_of_nothing(client: Client, place: str) -> None:
    answer = client.get(place)
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "There is nothing in this briefing yet." in answer.text


@pytest.mark.parametrize(
    ("title", "name"), [("", "briefing"), ("Night rotas: why?", "night-rotas-why"), ("夜勤", "briefing"), ('"; x', "x")]
)
@pytest.mark.parametrize("place", PLACES[1:])
def test_a_file_is_named_after_its_heading(client: Client, place: str, title: str, name: str) -> None:
    answer = client.get(place, {"s": str(StatementFactory().pk), "title": title})
    ending = place.rpartition(".")[2]
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}.{ending}"'
    assert answer.headers["X-Robots-Tag"] == "noindex"


def test_it_is_kept_out_of_indexes_and_holds_no_cookie(client: Client) -> None:
    answer = client.get("/briefing/", {"s": StatementFactory().pk})
    assert '<meta name="robots" content="noindex">' in answer.text
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("place", PLACES)
def test_it_can_only_be_read(client: Client, place: str) -> None:
    assert client.post(place).status_code == 405


@pytest.mark.parametrize("query", ["s=%00", "s=%FF", "s[]=1", "s=1&up=%00", "s=.&note=%00", "&&&", "s=" + "1." * 2000])
@pytest.mark.parametrize("place", PLACES)
def test_any_bytes_are_answered(client: Client, place: str, query: str) -> None:
    assert client.get(f"{place}?{query}").status_code in {200, 302, 400}


@pytest.mark.parametrize(("place", "queries"), [(PLACES[0], 10), (PLACES[1], 10), (PLACES[2], 10)])
def test_a_hundred_points_cost_as_many_queries_as_two(client: Client, place: str, queries: int) -> None:
    def add() -> Statement:
        interview = InterviewFactory(statement=None)
        SpeakerFactory(interview=interview)
        SuccessionFactory(predecessor=interview.speakers.all()[0].role.organisation)
        OrganisationNameFactory(organisation=interview.speakers.all()[0].role.organisation)
        return StatementFactory(interview=interview, themes=[ThemeFactory(), ThemeFactory()])

    statements = [add(), add()]
    few = count_queries(client, f"{place}?s={dotted(*statements)}&group=theme")
    statements += [add() for _ in range(98)]
    assert (few, count_queries(client, f"{place}?s={dotted(*statements)}&group=theme")) == (queries, queries)


def test_every_card_of_a_statement_can_be_ticked_without_a_script(client: Client) -> None:
    statement = StatementFactory(text="Mend the clock.", provenance=Provenance.PARAPHRASE)
    themed = client.get(statement.themes.get().get_absolute_url()).text
    pages = [themed, client.get(statement.interview.get_absolute_url()).text]
    for html in (re.sub(r"\s+", " ", page) for page in pages):
        assert f'<input type="checkbox" name="s" value="{statement.pk}" form="choosing">' in html
        assert '<form class="choosing" id="choosing" action="/briefing/" method="get">' in html
        assert f'data-copy="{statement.get_absolute_url()}"' in html

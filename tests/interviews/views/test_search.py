"""The search page as a reader gets it."""

import pytest
from django.test import Client

from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    PassageFactory,
    StatementFactory,
    SuccessionFactory,
    ThemeFactory,
)
from tests.queries import count_queries

pytestmark = pytest.mark.django_db


def page(client: Client, address: str, status: int = 200) -> str:
    """The page at this address of the search."""
    response = client.get(f"/search/?{address}")
    assert response.status_code == status
    return response.content.decode()


def test_a_result_shows_its_best_statements_marked_and_linked_to_their_place(client: Client) -> None:
    interview = InterviewFactory(statement__text="Mend the clock first.")
    StatementFactory(interview=interview, text="Feed the cat.")
    statement = interview.statements.get(position=1)

    html = page(client, "q=clocks")

    assert "Mend the <mark>clock</mark> first." in html
    assert "Feed the cat" not in html
    assert f"/interviews/{interview.slug}/#statement-{statement.pk}" in html


def test_a_result_shows_three_statements_at_most(client: Client) -> None:
    interview = InterviewFactory(statement=None)
    for number in range(5):
        StatementFactory(interview=interview, text=f"Clock number {number}.")

    assert page(client, "q=clock").count('class="hits__text"') == 3


def test_words_of_the_transcript_alone_show_the_passage(client: Client) -> None:
    PassageFactory(text="Nobody owned the avocet, so nobody wound it.")

    assert "<mark>avocet</mark>" in page(client, "q=avocet")


def test_a_paraphrase_has_no_quotation_marks_and_a_verbatim_one_has(client: Client) -> None:
    interview = InterviewFactory(statement__text="Mend the avocet.")
    StatementFactory(interview=interview, text="Wind the avocet.", provenance="verbatim")

    html = page(client, "q=avocet")

    assert "“Mend" not in html
    assert "“Wind the <mark>avocet</mark>.”" in html


def test_a_filter_without_words_shows_the_statements_that_it_asks_for(client: Client) -> None:
    interview = InterviewFactory(statement__text="A step.", statement__kind="step")
    StatementFactory(interview=interview, text="A hindsight.", kind="hindsight")

    html = page(client, "kind=hindsight")

    assert "A hindsight." in html
    assert "A step." not in html


def test_the_name_is_that_of_the_time(client: Client) -> None:
    trust = OrganisationFactory(name="New NHS Trust")
    OrganisationNameFactory(organisation=trust, name="Old NHS Trust", kind="former", end="2016")
    OrganisationNameFactory(organisation=trust, name="New NHS Trust", kind="official", start="2017")
    InterviewFactory(title="Avocet", recorded="2014?", speaker__role__organisation=trust)

    html = page(client, "q=avocet")

    assert "Medical Director, Old NHS Trust" in html
    assert "probably 2014" in html


def test_lineage_says_why(client: Client) -> None:
    before, after = OrganisationFactory(name="Small NHS Trust"), OrganisationFactory(name="Big", slug="big")
    SuccessionFactory(predecessor=before, successor=after)
    InterviewFactory(speaker__role__organisation=before, title="It")
    InterviewFactory(speaker__role__organisation=after, title="Other")

    html = page(client, "organisation=big")

    assert html.count("Small NHS Trust was acquired by Big on 1 June 2021.") == 1


def test_an_unknown_value_is_an_error_beside_the_field_and_no_results(client: Client) -> None:
    InterviewFactory(title="It")

    html = page(client, "theme=nonsense", status=400)

    assert html.count("“nonsense” is not one of the choices. Choose from the list, or remove it.") == 2
    assert 'id="theme-error"' in html
    assert 'href="#theme"' in html
    assert 'class="card"' not in html


def test_what_is_typed_is_shown_as_typed(client: Client) -> None:
    html = page(client, "q=%3Cscript%3Ealert(1)%3C/script%3E&theme=%3Cb%3E", status=400)

    assert "<script>alert" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;" in html


def test_chips_remove_one_thing_each(client: Client) -> None:
    InterviewFactory(format="audio", statement__themes=[ThemeFactory(slug="clocks", name="Clocks")])

    html = page(client, "q=it&theme=clocks&format=audio&format=text&page=1")

    assert 'href="?q=it&amp;format=audio&amp;format=text"' in html
    assert 'href="?q=it&amp;theme=clocks&amp;format=text"' in html


def test_no_results_say_what_to_try(client: Client) -> None:
    html = page(client, "q=hollins&format=audio")

    assert "without any filter" in html
    assert "start from a theme" in html


def test_a_chosen_option_stays_at_nought(client: Client) -> None:
    InterviewFactory(format="audio")

    assert 'value="text" form="search" checked' in " ".join(page(client, "format=text").split())


def test_a_page_beyond_the_last_leads_back(client: Client) -> None:
    InterviewFactory()

    assert "the last is page 1" in page(client, "page=9", status=404)


def test_paging_keeps_what_was_asked_for(client: Client) -> None:
    for _ in range(11):
        InterviewFactory(format="audio")

    assert "?format=audio&amp;page=2" in page(client, "format=audio")
    assert page(client, "format=audio&page=2").count('class="card"') == 1


@pytest.mark.parametrize(
    ("address", "queries"),
    [("", 17), ("q=mend", 19), ("q=mend&kind=advice&organisation=harbour&sort=newest", 19)],
)
def test_the_number_of_queries_stays_the_same(client: Client, address: str, queries: int) -> None:
    trust = OrganisationFactory(slug="harbour")
    OrganisationNameFactory(organisation=trust)

    def add(number: int) -> None:
        for _ in range(number):
            interview = InterviewFactory(speaker__role__organisation=trust, statement__text="Mend it.")
            StatementFactory.create_batch(3, interview=interview)
            SuccessionFactory(predecessor=trust)

    add(1)
    one = count_queries(client, f"/search/?{address}")
    add(9)

    assert count_queries(client, f"/search/?{address}") == one == queries


def test_an_address_full_of_values_makes_one_chip_that_drops_them_all(client: Client) -> None:
    html = page(client, "q=it&" + "&".join(f"kind={number}" for number in range(800)), status=400)

    assert html.count('class="chip"') == 1
    assert 'href="?q=it"' in html
    assert len(html) < 100_000


def test_of_what_may_be_said_once_the_last_counts_and_its_chip_drops_all(client: Client) -> None:
    html = page(client, "year_from=2014&year_from=2016")

    assert html.count('class="chip"') == 1
    assert 'class="chip" href="?"' in " ".join(html.split())


@pytest.mark.parametrize(("address", "place"), [("page=abc", "results"), ("lineage=banana", "lineage")])
def test_every_error_leads_to_where_it_can_be_mended(client: Client, address: str, place: str) -> None:
    html = page(client, address, status=400)

    assert f'href="#{place}"' in html
    assert f'id="{place}"' in html
    assert html.count('class="chip"') == 1


def test_no_results_have_no_page_beyond(client: Client) -> None:
    assert "the last is page" not in page(client, "q=hollins&page=9")


def test_a_passage_is_shown_under_the_voice_that_speaks_it(client: Client) -> None:
    PassageFactory(text="Who owns the avocet?", voice="Interviewer")

    assert "Interviewer:" in page(client, "q=avocet")


def test_one_long_transcript_leaves_room_for_the_others(client: Client) -> None:
    long, short = InterviewFactory(), InterviewFactory()
    for _ in range(12):
        PassageFactory(interview=long, text="avocet avocet avocet")
    PassageFactory(interview=short, text="An avocet, once, in all those years of looking for one.")

    html = page(client, "q=avocet")

    assert html.count('class="hits__text"') == 4

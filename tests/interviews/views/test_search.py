"""What the search page makes of an address: its words, its filters, and what makes no sense."""

import pytest
from django.test import Client

from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    PassageFactory,
    StatementFactory,
    SuccessionFactory,
    SynonymGroupFactory,
    ThemeFactory,
)
from tests.interviews.views.search_page import page
from tests.queries import count_queries

pytestmark = pytest.mark.django_db

EVERY_FILTER = (
    "theme=clocks&organisation=harbour&kind=advice&level=medical_director&sector=acute&region=London"
    "&nation=England&format=video&year_from=2010&year_to=2090"
)


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
    assert "Format: Audio <span" in html
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
    [
        ("", 7),
        ("q=mend&spelling=off", 14),
        ("q=mend&kind=advice&organisation=harbour&sort=newest&spelling=off", 18),
        ("q=mended+OR+dog+-cat&spelling=off", 14),
        ("q=%22mend+it%22&spelling=off", 14),
        ("q=porrters", 20),
        ("q=trumpet+drums&format=text&theme=clocks", 23),
        ("q=how+do+porters+mend+clocks+and+trumpets+and+drums&spelling=off", 15),
    ],
)
def test_the_number_of_queries_stays_the_same(client: Client, address: str, queries: int) -> None:
    trust = OrganisationFactory(slug="harbour")
    OrganisationNameFactory(organisation=trust)
    SynonymGroupFactory(terms=["mend", "repair"])
    theme = ThemeFactory(slug="clocks")

    def add(number: int) -> None:
        for _ in range(number):
            interview = InterviewFactory(
                speaker__role__organisation=trust, statement__text="Mend it.", statement__themes=[theme]
            )
            StatementFactory.create_batch(3, interview=interview, themes=[theme])
            PassageFactory(interview=interview, text="Mend it, and wind it.")
            SuccessionFactory(predecessor=trust)

    add(2)  # one alone would need no putting in order
    client.get("/search/")  # what is kept in memory until the next change is read
    two = count_queries(client, f"/search/?{address}")
    add(8)
    client.get("/search/")

    assert count_queries(client, f"/search/?{address}") == two == queries


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("q=&theme=&organisation=&kind=&level=&sector=&region=&nation=&format=&year_from=&year_to=&sort=&page=", 200),
        ("q=%22avocet%22+-cat+OR+dog&lineage=off&synonyms=off&spelling=off&sort=oldest&page=1", 200),
        (
            f"q=avocet&{EVERY_FILTER}&lineage=on&synonyms=on&spelling=on&sort=newest",
            200,
        ),
        ("unknown=1&q=avocet", 200),
        ("page=2", 404),
        ("q=avocet&synonyms=perhaps", 400),
        ("q=avocet&spelling=perhaps", 400),
        ("q=" + "x" * 301, 400),
        ("q=%00", 400),
        ("q=%ff%fe", 200),
        ("q=%ED%A0%80", 200),
        ("theme=clocks&theme=cats&theme=", 400),
        ("year_from=2020&year_to=2010", 400),
    ],
)
def test_every_parameter_is_answered(client: Client, address: str, status: int) -> None:
    InterviewFactory(
        title="Avocet", speaker__role__organisation__slug="harbour", statement__themes=[ThemeFactory(slug="clocks")]
    )

    page(client, address, status)


def test_all_filters_at_once_leave_what_has_all_of_it(client: Client) -> None:
    interview = InterviewFactory(
        title="Avocet", speaker__role__organisation__slug="harbour", statement__themes=[ThemeFactory(slug="clocks")]
    )

    html = page(client, f"q=avocet&{EVERY_FILTER}")

    assert interview.get_absolute_url() in html


def test_the_page_that_the_words_name_stands_above_the_results_of_the_first_page(client: Client) -> None:
    InterviewFactory(speaker__role__leader__name="Ada Clock", speaker__role__leader__slug="ada-clock")
    for _ in range(10):
        InterviewFactory(statement__text="A clock.")

    assert 'class="bets"' in page(client, "q=ada+clock")
    assert 'class="bets"' not in page(client, "q=clock&page=2")
    assert 'class="bets"' not in page(client, "q=clock&page=9", status=404)


def test_the_page_says_how_the_words_were_taken(client: Client) -> None:
    SynonymGroupFactory(terms=["avocet", "wader"])
    InterviewFactory(title="Avocet")

    html = page(client, "q=wader")

    assert "Also searched for: avocet." in html
    assert 'href="?q=wader&amp;synonyms=off">Search only for the words typed</a>' in html


def test_a_correction_is_said_with_a_way_back(client: Client) -> None:
    InterviewFactory(title="Avocet")

    html = " ".join(page(client, "q=avocte").split())

    assert 'Nothing was found for <span class="asked">avocte</span>. These are the results for' in html
    assert 'href="?q=avocte&amp;spelling=off">Search for avocte all the same</a>' in html
    assert "1 interview for" in html


def test_a_correction_is_of_what_was_typed_whatever_that_was(client: Client) -> None:
    InterviewFactory(title="Avocet")

    html = page(client, "q=avocte+%3Cb%3E&spelling=off", status=200)

    assert "<b>" not in html


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

"""What the search page shows of each interview that it found."""

import pytest
from django.test import Client

from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    PassageFactory,
    StatementFactory,
    SuccessionFactory,
)
from tests.interviews.views.search_page import page

pytestmark = pytest.mark.django_db


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


def test_a_result_says_why_where_that_cannot_be_seen(client: Client) -> None:
    before = OrganisationFactory(name="Avocet Trust")
    after = OrganisationFactory(name="Redshank Trust")
    SuccessionFactory(predecessor=before, successor=after)
    InterviewFactory(speaker__role__organisation=before)

    assert "Found by Redshank Trust, in the history of where the speaker worked." in page(client, "q=redshank")
    assert "Through" not in page(client, "q=avocet")


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

"""The page of one statement."""

import pytest
from django.test import Client

from interviews.models import Kind, Provenance
from tests.factories import InterviewFactory, SpeakerFactory, StatementFactory

pytestmark = pytest.mark.django_db


def test_it_says_what_who_where_and_when(client: Client) -> None:
    interview = InterviewFactory(
        old=True,
        speaker__role__leader__name="Bea Hive",
        speaker__role__organisation__name="Harbourtown Care",
        statement__text="Mend the clock.",
        statement__themes__name="Clocks",
    )
    statement = interview.statements.get()
    html = client.get(statement.get_absolute_url()).text
    assert "<h1>Advice from Bea Hive</h1>" in html
    assert "<title>Advice from Bea Hive: Mend the clock. " in html
    for words in ("Harbourtown Care", "Recorded August 2014 (", "may have changed since", ">Clocks</a>"):
        assert words in html
    assert f'href="{statement.place_url}"' in html
    assert f'href="{interview.source_url}"' in html


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_heading_with_the_name(client: Client, kind: Kind) -> None:
    statement = StatementFactory(kind=kind, interview__speaker__role__leader__name="Bea Hive")
    assert "Bea Hive</h1>" in client.get(statement.get_absolute_url()).text


def test_what_several_say_together_is_from_all_of_them(client: Client) -> None:
    interview = InterviewFactory(speaker__role__leader__name="Bea Hive")
    SpeakerFactory(interview=interview, role__leader__name="Cliff Hanger")
    assert (
        "<h1>Advice from Bea Hive and Cliff Hanger</h1>"
        in client.get(interview.statements.get().get_absolute_url()).text
    )


def test_its_neighbours_in_the_interview_are_at_hand(client: Client) -> None:
    interview = InterviewFactory(statement=None)
    before, here, after = (StatementFactory(interview=interview, text=f"Point {number}.") for number in (1, 2, 3))
    html = client.get(here.get_absolute_url()).text
    assert f'<a href="{before.get_absolute_url()}">Point 1.</a>' in html.partition("Said before it")[2]
    assert f'<a href="{after.get_absolute_url()}">Point 3.</a>' in html.partition("Said after it")[2]
    assert "Said before it" not in client.get(before.get_absolute_url()).text


def test_a_paraphrase_is_not_quoted_and_the_speakers_words_are(client: Client) -> None:
    paraphrase, verbatim = (StatementFactory(text="Mend it.", provenance=provenance) for provenance in Provenance)
    assert "“" not in client.get(paraphrase.get_absolute_url()).text
    assert "“Mend it.”" in client.get(verbatim.get_absolute_url()).text


@pytest.mark.parametrize("pk", ["0", "999999999", "9" * 40])
def test_a_number_that_is_nobodys_is_not_found(client: Client, pk: str) -> None:
    assert client.get(f"/statements/{pk}/").status_code == 404

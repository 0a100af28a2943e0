"""The page of one statement."""

import pytest
from django.test import Client

from interviews.models import Kind, Provenance
from tests.factories import InterviewFactory, PassageFactory, SpeakerFactory, StatementFactory, ThemeFactory
from tests.queries import count_queries

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


def test_it_says_from_which_level_and_place_it_comes(client: Client) -> None:
    html = client.get(StatementFactory().get_absolute_url()).text.partition("Where it was said")[2]
    for words in ("Level then", "Medical director", "Sector and place", "Acute, London, England", "Video"):
        assert words in html


def test_the_turn_it_was_taken_from_is_quoted_with_a_link_to_the_moment(client: Client) -> None:
    interview = InterviewFactory(statement=None, speaker__role__leader__name="Bea Hive")
    said = f"The clock stood {'still ' * 80}for years."
    passage = PassageFactory(interview=interview, speaker=interview.speakers.get(), text=said)
    html = client.get(StatementFactory(interview=interview, passage=passage).get_absolute_url()).text
    assert "From the transcript, Bea Hive speaking:" in html
    assert "“The clock stood still " in html
    assert "still …”" in html
    assert f'href="{passage.place_url}"' in html
    assert "From the transcript" not in client.get(StatementFactory(interview=interview).get_absolute_url()).text


def test_what_others_say_stands_below_with_the_reason(client: Client) -> None:
    theme = ThemeFactory(name="Clock repair")
    here = StatementFactory(themes=[theme])
    similar = StatementFactory(themes=[theme])
    other = StatementFactory(themes=[theme], kind=Kind.STEP, interview__speaker__role__organisation__nation="Wales")
    html = client.get(here.get_absolute_url()).text
    first, second = html.partition(">Similar</h2>")[2].split(">Another view</h2>")
    assert "Also on clock repair, from an acute trust in England" in first
    assert similar.get_absolute_url() in first
    assert "On clock repair, from an acute trust in Wales" in second
    assert other.get_absolute_url() in second


def test_where_nobody_else_says_anything_no_heading_says_so(client: Client) -> None:
    html = client.get(StatementFactory().get_absolute_url()).text
    assert "Similar" not in html
    assert "Another view" not in html


def test_queries_do_not_grow_with_what_others_say(client: Client) -> None:
    theme = ThemeFactory()
    here = StatementFactory(themes=[theme])

    def say() -> None:
        others = [StatementFactory(themes=[theme], kind=kind) for kind in (Kind.ADVICE, Kind.STEP)]
        StatementFactory(themes=[theme], interview__speaker__role__level="gp")
        here.contrasts.add(*others[1:])

    say()
    few = count_queries(client, here.get_absolute_url())
    for _ in range(9):
        say()
    assert (few, count_queries(client, here.get_absolute_url())) == (19, 19)

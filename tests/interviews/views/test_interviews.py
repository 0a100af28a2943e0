"""The list of interviews, and the page of one."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django.test import Client

from interviews.importing.importer import import_tables
from interviews.models import Kind, Provenance
from tests.factories import (
    InterviewFactory,
    OrganisationFactory,
    OrganisationNameFactory,
    PassageFactory,
    SpeakerFactory,
    StatementFactory,
    SuccessionFactory,
)

pytestmark = pytest.mark.django_db
STARTER = Path(__file__).parents[3] / "interviews/starter"


def test_the_list_has_the_newest_first_and_those_without_a_date_last(client: Client) -> None:
    for recorded in ("2012", None, "2015-03", "2015"):
        InterviewFactory(recorded=recorded, title=f"Clock of {recorded}")
    html = client.get("/interviews/").text
    places = [html.index(f"Clock of {recorded}<") for recorded in ("2015-03", "2015", "2012", None)]
    assert places == sorted(places)


def test_the_speaker_stands_at_the_organisation_of_the_time(client: Client) -> None:
    trust = OrganisationFactory(name="Harbourtown Care", slug="care")
    OrganisationNameFactory(organisation=trust, name="Harbour Infirmary", kind="former", end="2016-03-31")
    interview = InterviewFactory(
        recorded="2014",
        speaker__role__organisation=trust,
        speaker__role__title="Keeper of clocks",
        speaker__credited_organisation="Harbor Infirmary",
    )
    html = client.get(interview.get_absolute_url()).text
    assert ', Keeper of clocks, <a href="/organisations/care/">Harbour Infirmary</a>' in html
    assert "Credited in the source as Harbor Infirmary." in html
    assert 'Harbour Infirmary was renamed <a href="/organisations/care/">Harbourtown Care</a> on 1 April 2016.' in html


def test_a_later_name_without_a_history_is_told(client: Client) -> None:
    speaker = {"credited_organisation": "Harbour Infirmary"}
    open_, closed = (
        InterviewFactory(
            undated=True,
            speaker__role__organisation=OrganisationFactory(name=f"Clock Trust {closed}", closed=closed),
            **{f"speaker__{name}": value for name, value in speaker.items()},
        )
        for closed in (None, "2020")
    )
    assert "Now Clock Trust None." in client.get(open_.get_absolute_url()).text
    assert "Later Clock Trust 2020." in client.get(closed.get_absolute_url()).text


def test_what_became_of_a_trust_is_told_once_where_two_speak_from_it(client: Client) -> None:
    trust = OrganisationFactory()
    SuccessionFactory(
        predecessor=trust, successor__name="Riverside NHS Trust", source_url="https://river.example/merger"
    )
    interview = InterviewFactory(old=True, speaker__role__organisation=trust)
    SpeakerFactory(interview=interview, role__organisation=trust)
    html = client.get(interview.get_absolute_url()).text
    assert html.count("was acquired by") == 1
    assert 'href="https://river.example/merger" rel="external"' in html


def test_statements_are_told_by_kind_in_the_order_of_a_story(client: Client) -> None:
    interview = InterviewFactory(statement=None)
    for kind in reversed(Kind):
        StatementFactory(interview=interview, kind=kind, text=f"It was {kind}.")
    html = client.get(interview.get_absolute_url()).text
    places = [html.index(f"It was {kind}.") for kind in Kind]
    assert places == sorted(places)
    assert html.count("<h3") == len(Kind)


def test_a_statement_has_its_place_its_own_page_and_its_themes(client: Client) -> None:
    interview = InterviewFactory(statement__themes__name="Clocks")
    statement = interview.statements.get()
    html = client.get(interview.get_absolute_url()).text
    assert f'id="{statement.anchor}"' in html
    assert f'href="{statement.get_absolute_url()}"' in html
    assert ">Clocks</a>" in html


def test_only_the_words_of_the_speaker_stand_in_quotation_marks(client: Client) -> None:
    interview = InterviewFactory(statement__text="Mend the clock.")
    StatementFactory(interview=interview, text="I mended it myself.", provenance=Provenance.VERBATIM)
    html = client.get(interview.get_absolute_url()).text
    assert "“I mended it myself.”" in html
    assert f'<blockquote class="voice" cite="{interview.source_url}">' in html
    assert "Mend the clock." in html
    assert "“Mend the clock" not in html


def test_who_of_several_said_it_is_told(client: Client) -> None:
    interview = InterviewFactory(statement=None)
    bea = SpeakerFactory(interview=interview, role__leader__name="Bea Hive")
    StatementFactory(interview=interview, speaker=bea)
    assert client.get(interview.get_absolute_url()).text.count("Bea Hive") == 2


def test_a_transcript_is_read_turn_by_turn(client: Client) -> None:
    interview = InterviewFactory(speaker__role__leader__name="Bea Hive")
    PassageFactory(interview=interview, voice="Interviewer", text="Was it slow?", heading="The clock")
    answer = PassageFactory(interview=interview, speaker=interview.speakers.get(), text="Very.\n\nAnd loud.")
    StatementFactory(interview=interview, passage=answer)
    html = client.get(interview.get_absolute_url()).text
    assert '<h3 id="part-1">The clock</h3>' in html
    assert '<p class="turn__voice">Interviewer</p>' in html
    assert '<p class="turn__voice">Bea Hive</p>' in html
    assert "<p>Very.</p>" in html
    assert html.count("passage-2") == 2
    assert "No transcript is held here" not in html


def test_who_speaks_is_told_once_until_another_does(client: Client) -> None:
    interview = InterviewFactory(statement=None)
    for voice in ("Ann", "Ann", "Bob", "Ann"):
        PassageFactory(interview=interview, voice=voice)
    voices = re.findall(r'class="turn__voice">(\w+)<', client.get(interview.get_absolute_url()).text)
    assert voices == ["Ann", "Bob", "Ann"]


def test_a_transcript_in_parts_has_a_list_of_them(client: Client) -> None:
    interview = InterviewFactory()
    PassageFactory(interview=interview, heading="The clock")
    assert "Parts of the transcript" not in client.get(interview.get_absolute_url()).text
    PassageFactory(interview=interview, heading="The porters")
    html = client.get(interview.get_absolute_url()).text
    assert "Parts of the transcript" in html
    assert '<a href="#part-2">The porters</a>' in html


def test_a_time_is_a_link_to_the_moment_and_comes_after_the_words(client: Client) -> None:
    interview = InterviewFactory(media_file="recordings/clock.mp4")
    PassageFactory(interview=interview, text="It was slow.", start="75.5")
    html = client.get(interview.get_absolute_url()).text
    link = '<a href="?t=75#passage-1" data-moment><span class="nhsuk-u-visually-hidden">Play from </span>1:15</a>'
    assert html.index("It was slow.") < html.index(link)


def test_a_recording_held_here_is_played_on_the_page_with_its_captions(client: Client) -> None:
    interview = InterviewFactory(slug="clock", media_file="recordings/clock.webm")
    PassageFactory(interview=interview, start=1)
    html = client.get("/interviews/clock/").text
    assert re.search(r'<video[^>]* src="/interviews/clock/recording"[^>]* controls[^>]* preload="metadata"', html)
    assert re.search(r'<track kind="captions"\s+src="/interviews/clock/captions.vtt"\s+srclang="en"', html)


def test_a_sound_recording_has_a_player_of_its_own(client: Client) -> None:
    interview = InterviewFactory(slug="clock", media_file="recordings/clock.mp3")
    html = client.get(interview.get_absolute_url()).text
    assert re.search(r'<audio[^>]* src="/interviews/clock/recording"', html)
    assert "<track" not in html


def test_a_recording_elsewhere_is_a_link_and_nothing_of_it_is_loaded(client: Client) -> None:
    interview = InterviewFactory(media_url="https://www.youtube.com/watch?v=clock")
    html = client.get(interview.get_absolute_url()).text
    assert ">Watch it at YouTube</a>" in html
    assert not re.search("<(video|audio|iframe|embed|object)", html)


def test_the_page_opens_at_the_moment_asked_for(client: Client) -> None:
    interview = InterviewFactory(slug="clock", media_file="recordings/clock.mp4")
    for start in (None, 60, "75.5", 90):
        PassageFactory(interview=interview, start=start)
    html = client.get("/interviews/clock/?t=75").text
    assert 'src="/interviews/clock/recording#t=75"' in html
    assert "Ready to play from 1:15." in html
    assert html.count('aria-current="true"') == 1 + html.count('<a href="/interviews/" aria-current="true"')
    assert re.search(r'id="passage-3"[^>]*aria-current="true"', html)
    assert '<a href="#recording">Go to the recording, ready to play from here</a>' in html


@pytest.mark.parametrize("asked", ["", "soon", "-5", "1e9", "NaN", "²", "9" * 5000, "\0", "75&t=x", "1:15"])
def test_a_moment_that_is_none_changes_nothing(client: Client, asked: str) -> None:
    interview = InterviewFactory(slug="clock", media_file="recordings/clock.mp4")
    PassageFactory(interview=interview, start=0)
    response = client.get("/interviews/clock/", {"t": asked})
    assert response.status_code == 200
    assert "Ready to play" not in response.text
    assert 'src="/interviews/clock/recording"' in response.text


def test_without_a_transcript_the_page_leads_to_the_source(client: Client) -> None:
    interview = InterviewFactory()
    html = client.get(interview.get_absolute_url()).text
    assert "No transcript is held here" in html
    assert f'<a href="{interview.source_url}" rel="external">at the source, The Harbourtown Gazette</a>' in html


def test_an_old_interview_says_how_old_it_is_unless_it_is_timeless(client: Client) -> None:
    year = dt.datetime.now(tz=dt.UTC).year - 12
    old = InterviewFactory(recorded=str(year))
    timeless = InterviewFactory(old=True, timeless=True)
    recent = InterviewFactory()
    notice = "This interview is about 12 years old. What it describes may have changed since."
    assert notice in client.get(old.get_absolute_url()).text
    for interview in (timeless, recent):
        assert "may have changed since" not in client.get(interview.get_absolute_url()).text


def test_a_date_is_shown_as_precisely_as_it_is_known(client: Client) -> None:
    probable = InterviewFactory(recorded="2014?")
    assert "<dd>\n        probably 2014 (about" in client.get(probable.get_absolute_url()).text
    assert "Not known" in client.get(InterviewFactory(undated=True).get_absolute_url()).text


def test_another_language_than_english_is_named(client: Client) -> None:
    assert "Welsh" in client.get(InterviewFactory(language="cy").get_absolute_url()).text
    assert "tlh" in client.get(InterviewFactory(language="tlh").get_absolute_url()).text


def test_other_published_interviews_of_the_speaker_are_at_hand(client: Client) -> None:
    interview = InterviewFactory()
    role = interview.speakers.get().role
    other, hidden = InterviewFactory(speaker__role=role), InterviewFactory(speaker__role=role, draft=True)
    html = client.get(interview.get_absolute_url()).text
    assert f'<a href="{other.get_absolute_url()}">' in html
    assert hidden.title not in html


def test_text_is_shown_not_run(client: Client) -> None:
    interview = InterviewFactory(title="<script>alert(1)</script>", summary="<b>bold</b>", statement__text="<i>it</i>")
    PassageFactory(interview=interview, text="<img src=x>")
    html = client.get(interview.get_absolute_url()).text
    for markup in ("<script>alert", "<b>bold", "<i>it", "<img"):
        assert markup not in html


def test_sandeep_ranote_speaks_at_5_boroughs_and_the_page_says_what_became_of_it(client: Client) -> None:
    import_tables(STARTER)
    html = client.get("/interviews/sandeep-ranote-5bp/").text
    then = '<a href="/organisations/north-west-boroughs/">5 Boroughs Partnership NHS Foundation Trust</a>'
    name = "North West Boroughs Healthcare NHS Foundation Trust"
    renamed = f'<a href="/organisations/north-west-boroughs/">{name}</a>'
    part = "Greater Manchester Mental Health NHS Foundation Trust"
    assert f"Associate Medical Director, {then}" in html
    assert f"was renamed {renamed} on 1 April 2017." in html
    assert f"Part of {name} was transferred to <a" in html
    assert f'<a href="/organisations/greater-manchester-mental-health/">{part}</a> on 1 April 2021.' in html
    assert f"{name} was acquired by <a" in html
    assert '<a href="/organisations/mersey-care/">Mersey Care NHS Foundation Trust</a> on 1 June 2021.' in html
    assert "may have changed since" in html
    assert "at the source, The King&#x27;s Fund" in html

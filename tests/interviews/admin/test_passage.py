"""The admin page of a passage."""

import pytest
from django.test import Client

from interviews.models import Passage
from tests.admin_page import AdminForm, url
from tests.factories import InterviewFactory, PassageFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


def test_a_new_passage_goes_to_the_end_of_its_transcript(admin_client: Client) -> None:
    interview = InterviewFactory()
    PassageFactory(interview=interview)
    form = AdminForm(admin_client, url(Passage, "add"))
    form.fill(interview=str(interview.pk), voice="Interviewer", text="And then?").save()
    assert interview.passages.get(text="And then?").position == 2


def test_a_speaker_of_another_interview_is_refused(admin_client: Client) -> None:
    form = AdminForm(admin_client, url(PassageFactory())).fill(speaker=str(SpeakerFactory().pk))
    (error,) = form.errors()
    assert error.startswith("Select a valid choice.")


def test_the_number_of_another_passage_is_refused(admin_client: Client) -> None:
    passage = PassageFactory()
    PassageFactory(interview=passage.interview)
    form = AdminForm(admin_client, url(passage)).fill(position="2")
    assert form.errors() == ["Another passage of this interview has that position."]


def test_a_passage_cannot_end_before_it_starts(admin_client: Client) -> None:
    form = AdminForm(admin_client, url(PassageFactory())).fill(start="12.5", end="3")
    assert form.errors() == ["A passage cannot end before it starts."]

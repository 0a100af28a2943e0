"""Passages keep to their interview, and are public with it."""

import pytest

from interviews.models import Passage, State
from tests.constraints import changed, refused_by
from tests.factories import InterviewFactory, PassageFactory, SpeakerFactory

pytestmark = pytest.mark.django_db


def test_only_passages_of_published_interviews_are_public() -> None:
    made = {state: PassageFactory(interview__state=state) for state in State}
    assert list(Passage.objects.published()) == [made[State.PUBLISHED]]


def test_the_speaker_of_another_interview_is_refused() -> None:
    passage = changed(PassageFactory(), speaker=SpeakerFactory())
    assert refused_by(passage.save) == "passage_speaker_of_its_interview"


def test_it_stays_when_its_speaker_goes() -> None:
    interview = InterviewFactory()
    passage = PassageFactory(interview=interview, speaker=interview.speakers.get())
    interview.speakers.all().delete()
    passage.refresh_from_db()
    assert passage.speaker is None


def test_it_is_named_by_its_place_and_its_beginning() -> None:
    passage = PassageFactory(position=3, text="word " * 30)
    assert str(passage).startswith("3. word word")
    assert len(str(passage)) < 70
    assert passage.anchor == "passage-3"


@pytest.mark.parametrize(
    ("start", "timecode", "url"),
    [
        (None, "", "#passage-1"),
        ("0", "0:00", "?t=0#passage-1"),
        ("75.999", "1:15", "?t=75#passage-1"),
        ("3725", "1:02:05", "?t=3725#passage-1"),
    ],
)
def test_it_has_the_moment_at_which_it_begins(start: str | None, timecode: str, url: str) -> None:
    passage = PassageFactory(start=start)
    passage.refresh_from_db()
    assert (passage.timecode, passage.moment_url) == (timecode, url)
